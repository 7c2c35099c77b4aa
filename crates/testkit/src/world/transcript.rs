//! Chats as text: what a phone shows, line by line.

use telegram_sandbox::Message;

/// Everything: what was said, by whom, and the buttons.
pub fn show(messages: &[Message]) -> String {
    let bubbles = messages.iter().map(|message| {
        let lines = message.text.lines().map(str::trim_end);
        let mut lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            lines.push(message.service.as_deref().unwrap_or_default());
        }
        bubble(message, &lines)
    });
    bubbles.collect::<Vec<_>>().join("\n")
}

/// The first line of each message and the buttons: whatever the content's words are today.
pub fn glance(messages: &[Message]) -> String {
    let bubbles = messages.iter().map(|message| {
        let first = message.text.lines().next();
        let first = first.or(message.service.as_deref()).unwrap_or_default();
        // Which kind of question comes is drawn.
        let first = match first.split_once(" · ") {
            Some((place, result)) if place.contains('/') && !is_result(result) => place,
            _ => first,
        };
        bubble(message, &[first])
    });
    bubbles.collect::<Vec<_>>().join("\n")
}

/// The same without what is drawn for each member: which criteria and themes, which letters are right, whether a theme is
/// known less than others.
pub fn without_draw(text: &str) -> String {
    let line = |line: &str| {
        if let Some((head, _)) = line.split_once("[Tiêu chí ") {
            return format!("{head}[Tiêu chí …]");
        }
        let Some((head, rest)) = line.split_once(": ") else {
            return line.to_owned();
        };
        let theme = head.trim_start().starts_with(['·', '1', '2', '3', '4']);
        let again = ["xem lại tiêu chí", "Worth another look"];
        if theme || again.iter().any(|end| head.ends_with(end)) {
            return format!("{head}: …");
        }
        let letter = rest.trim_end_matches('.');
        if letter.len() == 1 && letter.chars().all(char::is_alphabetic) {
            return format!("{head}: ?");
        }
        line.to_owned()
    };
    let of_one_theme = [
        "Có thể ôn thêm",
        "Perhaps worth another",
        "[Gửi thẻ",
        "[Send card",
    ];
    let stays = |line: &&str| {
        !of_one_theme
            .iter()
            .any(|start| line.trim_start().starts_with(start))
    };
    text.lines()
        .filter(stays)
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn is_result(word: &str) -> bool {
    ["Đúng", "Chưa đúng", "Right", "Not right"].contains(&word)
}

fn bubble(message: &Message, lines: &[&str]) -> String {
    let speaker = match (message.from_bot, &message.service) {
        (_, Some(_)) => "·",
        (true, None) => "nhip",
        (false, None) => message.from_name.as_str(),
    };
    let mut text = format!("{speaker}: {}", lines.join("\n  "));
    for row in &message.keyboard {
        let labels: Vec<String> = row.iter().map(|key| format!("[{}]", key.text)).collect();
        text = format!("{text}\n  {}", labels.join(" "));
    }
    text
}

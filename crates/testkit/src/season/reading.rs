//! What the words of a report say, as numbers and as bounds of numbers.
//!
//! Knows the Vietnamese sentences. Must not know what follows from them.

/// At least and at most so many.
pub(super) type Bounds = (f64, f64);

/// A week's report of one unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Report {
    pub(super) closed: bool,
    /// Received, read, answered, finished: if told.
    pub(super) steps: [Option<Bounds>; 4],
    /// The share of right answers of each theme in a hundred, and how many answered it: if told.
    pub(super) themes: [Option<(Bounds, f64)>; 4],
}

const STEPS: [&str; 4] = [
    "Đã nhận tin: ",
    "Đã chạm “Đã đọc”: ",
    "Đã trả lời câu hỏi: ",
    "Đã xong năm câu: ",
];

/// `None` if there is no round, or the unit was not part of it.
pub(super) fn report(screen: &str) -> Option<Report> {
    if !screen.contains("Tuần ")
        || screen.contains("không có câu hỏi nên không có số liệu")
        || screen.contains("chưa có trong danh sách đơn vị")
    {
        return None;
    }
    let mut report = Report {
        closed: screen.contains("Tuần đã kết thúc"),
        ..Report::default()
    };
    for line in screen.lines() {
        for (step, name) in report.steps.iter_mut().zip(STEPS) {
            if let Some(rest) = line.strip_prefix(name) {
                *step = Some(people(rest));
            }
        }
        if !report.closed {
            continue;
        }
        if let Some((place, right)) = theme(line) {
            report.themes[place] = Some(right);
        }
    }
    Some(report)
}

/// What a longer time tells: received, read, answered, finished.
pub(super) fn longer(screen: &str) -> [Option<f64>; 4] {
    STEPS.map(|name| {
        screen
            .lines()
            .find_map(|line| digits(line.strip_prefix(name)?))
    })
}

fn digits(text: &str) -> Option<f64> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn people(rest: &str) -> Bounds {
    if let Some(more) = rest.strip_prefix("hơn ") {
        let more = digits(more).expect("a number");
        assert!(more % 5.0 == 0.0 && more > 0.0, "told in steps: {rest}");
        return (more + 1.0, more + 5.0);
    }
    if rest.starts_with("chưa đủ") {
        return (0.0, 5.0);
    }
    let count = digits(rest).unwrap_or_else(|| panic!("no number in '{rest}'"));
    if let Some((_, percent)) = rest.split_once('(') {
        assert!(
            digits(percent).is_some_and(|percent| percent <= 100.0),
            "{rest}"
        );
    }
    (count, count)
}

/// `1. Trung thành: khoảng 60% (12 người)`
fn theme(line: &str) -> Option<(usize, (Bounds, f64))> {
    let (place, rest) = line.split_once(". ")?;
    let place = place
        .parse::<usize>()
        .ok()?
        .checked_sub(1)
        .filter(|place| *place < 4)?;
    let (words, people) = rest.rsplit_once(" (")?;
    let people = people.strip_suffix(" người)").and_then(digits)?;
    let (_, words) = words.split_once(": ")?;
    let number = |words: &str| {
        let place = words.find(|letter: char| letter.is_ascii_digit())?;
        digits(&words[place..])
    };
    let percent = number(words)?;
    let bounds = if words.contains("trở lên") {
        (percent - 0.5, 100.0)
    } else if words.contains("không quá") {
        (0.0, percent + 0.5)
    } else if words.contains("khoảng") {
        (percent - 2.5, percent + 2.5)
    } else {
        (percent - 0.5, percent + 0.5)
    };
    Some((place, (bounds, people)))
}

/// How many took part in a check-in, if that is told.
pub(super) fn results(screen: &str) -> Option<f64> {
    let (before, _) = screen.split_once(" người đã tham gia")?;
    let digits: String = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.chars().rev().collect::<String>().parse().ok()
}

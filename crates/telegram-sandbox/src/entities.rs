//! Formatted stretches of text: found in plain text, trimmed with it, shown as safe HTML.
//!
//! Knows: entities and UTF-16 offsets. Must not know: parse modes, messages, or the page.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A stretch of formatted text; offsets and lengths are in UTF-16 units, as Telegram counts them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entity {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) offset: usize,
    pub(crate) length: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) custom_emoji_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) user: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) unix_time: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) date_time_format: Option<String>,
}

impl Entity {
    pub(crate) fn plain(kind: &str, offset: usize, length: usize) -> Entity {
        Entity {
            kind: kind.to_owned(),
            offset,
            length,
            url: None,
            language: None,
            custom_emoji_id: None,
            user: None,
            unix_time: None,
            date_time_format: None,
        }
    }
}

pub(crate) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Telegram counts texts in code points, not bytes or UTF-16 units.
pub(crate) fn code_points(text: &str) -> usize {
    text.chars().count()
}

/// What Telegram finds by itself: commands, mentions, hashtags, links.
pub(crate) fn detect(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    // Most texts have none of these, and a look at the bytes costs less than one at the characters.
    if !text.bytes().any(|b| matches!(b, b'/' | b'@' | b'#' | b':')) {
        return found;
    }
    let mut offset = 0;
    let mut before = ' ';
    let mut skip_until = 0;
    for (at, c) in text.char_indices() {
        if at >= skip_until && !is_word(before) {
            let rest = &text[at..];
            let hit = match c {
                '/' if !matches!(before, '/' | '<' | '>' | ':') => command(rest),
                '@' => word_after(rest, 5, 32).map(|length| ("mention", length)),
                '#' => word_after(rest, 1, 256).map(|length| ("hashtag", length)),
                'h' => link(rest).map(|length| ("url", length)),
                _ => None,
            };
            if let Some((kind, length)) = hit {
                found.push(Entity::plain(kind, offset, utf16_len(&rest[..length])));
                skip_until = at + length;
            }
        }
        offset += c.len_utf16();
        before = c;
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Length in bytes of `/name` or `/name@bot`.
fn command(rest: &str) -> Option<(&'static str, usize)> {
    let name = word_bytes(&rest[1..], |c| c.is_ascii_alphanumeric() || c == '_');
    if name == 0 || name > 64 {
        return None;
    }
    let mut length = 1 + name;
    if rest[length..].starts_with('@')
        && let Some(bot) = word_after(&rest[length..], 3, 32)
    {
        length += bot;
    }
    let next = rest[length..].chars().next().unwrap_or(' ');
    (!is_word(next) && next != '/').then_some(("bot_command", length))
}

/// Length in bytes of a sign and the word after it, when the word is as long as it should be.
fn word_after(rest: &str, min: usize, max: usize) -> Option<usize> {
    let length = word_bytes(&rest[1..], is_word);
    let chars = rest[1..=length].chars().count();
    (min..=max).contains(&chars).then_some(1 + length)
}

fn word_bytes(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.chars()
        .take_while(|c| wanted(*c))
        .map(char::len_utf8)
        .sum()
}

fn link(rest: &str) -> Option<usize> {
    let tail = rest
        .strip_prefix("https://")
        .or_else(|| rest.strip_prefix("http://"))?;
    let length = word_bytes(tail, |c| {
        !c.is_whitespace() && !matches!(c, '<' | '>' | '"')
    });
    let end = tail[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    (!end.is_empty()).then_some(rest.len() - tail.len() + end.len())
}

/// Adds what is found in the text to the entities that were given, where they do not touch.
pub(crate) fn with_detected(text: &str, mut given: Vec<Entity>) -> Vec<Entity> {
    let opaque = |e: &Entity| {
        matches!(
            e.kind.as_str(),
            "code" | "pre" | "text_link" | "text_mention"
        )
    };
    for found in detect(text) {
        let end = found.offset + found.length;
        let touched = given.iter().any(|e| {
            let given_end = e.offset + e.length;
            let apart = given_end <= found.offset || end <= e.offset;
            let inside = e.offset <= found.offset && end <= given_end;
            !apart && (opaque(e) || !inside)
        });
        if !touched {
            given.push(found);
        }
    }
    given.sort_by_key(|e| (e.offset, usize::MAX - e.length));
    given
}

/// Telegram removes white space around a text: before it only up to the first entity.
pub(crate) fn trim(text: &str, mut entities: Vec<Entity>) -> (String, Vec<Entity>) {
    let ended = text.trim_end();
    let first = entities
        .iter()
        .map(|e| e.offset)
        .min()
        .unwrap_or(usize::MAX);
    let mut cut_bytes = 0;
    let mut cut = 0;
    for c in ended.chars().take_while(|c| c.is_whitespace()) {
        if cut >= first {
            break;
        }
        cut_bytes += c.len_utf8();
        cut += c.len_utf16();
    }
    let kept = &ended[cut_bytes..];
    if kept.len() == text.len() {
        return (kept.to_owned(), entities);
    }
    let length = utf16_len(kept);
    entities.retain_mut(|e| {
        e.offset -= cut.min(e.offset);
        e.length = e.length.min(length.saturating_sub(e.offset));
        e.length > 0
    });
    (kept.to_owned(), entities)
}

/// A link as Telegram stores it; `None` for what it does not accept as one.
pub(crate) fn checked_url(url: &str) -> Option<String> {
    let url = url.trim();
    if url.is_empty() || url.contains(char::is_whitespace) {
        return None;
    }
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (scheme.to_lowercase(), rest),
        None if url.starts_with("mailto:") || url.starts_with("tel:") => {
            return Some(url.to_owned());
        }
        None => ("http".to_owned(), url),
    };
    if !matches!(scheme.as_str(), "http" | "https" | "tg" | "ton" | "tonsite") || rest.is_empty() {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    if scheme.starts_with("http") && !host.contains('.') {
        return None;
    }
    let slash = if scheme.starts_with("http") && host.len() == rest.len() {
        "/"
    } else {
        ""
    };
    Some(format!("{scheme}://{rest}{slash}"))
}

pub(crate) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// The text as HTML for a browser: every character of it escaped, with tags made from entities only.
pub(crate) fn to_html(text: &str, entities: &[Entity]) -> String {
    let mut out = String::with_capacity(text.len() + 16 * entities.len());
    let mut sorted: Vec<&Entity> = entities.iter().collect();
    sorted.sort_by_key(|e| (e.offset, usize::MAX - e.length));
    let mut next = sorted.into_iter().peekable();
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut offset = 0;
    let mut plain = String::new();
    for c in text.chars().map(Some).chain([None]) {
        let closing = open.last().is_some_and(|(end, _)| *end <= offset);
        let opening = next.peek().is_some_and(|e| e.offset <= offset);
        if closing || opening || c.is_none() {
            escape(&std::mem::take(&mut plain), &mut out);
            while let Some((_, tag)) = open.pop_if(|(end, _)| *end <= offset || c.is_none()) {
                out.push_str(&tag);
            }
            while let Some(entity) = next.next_if(|e| e.offset <= offset && c.is_some()) {
                let enclosing = open.last().map_or(usize::MAX, |(end, _)| *end);
                let end = (entity.offset + entity.length).min(enclosing);
                if let Some((start, close)) = tags(entity, text) {
                    out.push_str(&start);
                    open.push((end, close.to_owned()));
                }
            }
        }
        if let Some(c) = c {
            plain.push(c);
            offset += c.len_utf16();
        }
    }
    out
}

fn tags(entity: &Entity, text: &str) -> Option<(String, &'static str)> {
    let (start, end) = match entity.kind.as_str() {
        "bold" => ("<b>", "</b>"),
        "italic" => ("<i>", "</i>"),
        "underline" => ("<u>", "</u>"),
        "strikethrough" => ("<s>", "</s>"),
        "spoiler" => ("<tg-spoiler>", "</tg-spoiler>"),
        "code" => ("<code>", "</code>"),
        "blockquote" => ("<blockquote>", "</blockquote>"),
        "expandable_blockquote" => ("<blockquote expandable>", "</blockquote>"),
        "pre" => return Some(pre_tags(entity)),
        "date_time" => return Some((moment(entity.unix_time?)?, "</time>")),
        "text_link" => return Some((anchor(entity.url.as_deref()?), "</a>")),
        "url" => return Some((anchor(&slice(text, entity)), "</a>")),
        _ => return None,
    };
    Some((start.to_owned(), end))
}

fn pre_tags(entity: &Entity) -> (String, &'static str) {
    match &entity.language {
        Some(language) => {
            let mut start = String::from("<pre><code class=\"language-");
            escape(language, &mut start);
            start.push_str("\">");
            (start, "</code></pre>")
        }
        None => ("<pre>".to_owned(), "</pre>"),
    }
}

fn moment(unix: i64) -> Option<String> {
    let at = chrono::DateTime::from_timestamp(unix, 0)?;
    let at = at.format("%Y-%m-%dT%H:%M:%SZ");
    Some(format!("<time class=\"moment\" datetime=\"{at}\">"))
}

/// The moment of a date-time, if it is one and its format is `r` or of `w`, `d` or `D`, `t` or `T`, in that order.
pub(crate) fn unix_time(unix: &str, format: &str) -> Option<i64> {
    let mut rest = format;
    for letters in [&["w"][..], &["d", "D"], &["t", "T"]] {
        rest = letters
            .iter()
            .find_map(|letter| rest.strip_prefix(letter))
            .unwrap_or(rest);
    }
    let known = format == "r" || rest.is_empty();
    unix.parse().ok().filter(|unix| known && *unix >= 0)
}

fn anchor(url: &str) -> String {
    let mut start = String::from("<a href=\"");
    escape(url, &mut start);
    start.push_str("\">");
    start
}

fn slice(text: &str, entity: &Entity) -> String {
    let units: Vec<u16> = text
        .encode_utf16()
        .skip(entity.offset)
        .take(entity.length)
        .collect();
    String::from_utf16_lossy(&units)
}

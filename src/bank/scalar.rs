//! Texts and ids as our YAML files write them.
//!
//! Knows one scalar. Must not know where it stands.

/// How wide a folded text runs.
const WIDTH: usize = 104;

/// Lines of a folded text after its first, each with its indentation.
pub(super) fn folded(text: &str, indent: usize, newline: &str) -> String {
    let mut out = String::new();
    let mut width = indent;
    for word in text.split(' ') {
        let chars = word.chars().count();
        if out.is_empty() {
            width += chars;
        } else if width + 1 + chars > WIDTH {
            out.push_str(newline);
            out.push_str(&" ".repeat(indent));
            width = indent + chars;
        } else {
            out.push(' ');
            width += 1 + chars;
        }
        out.push_str(word);
    }
    out
}

pub(super) fn plain_or_quoted(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        double_quoted(text)
    }
}

pub(super) fn double_quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// Whether a value may stand without quotation marks and stays what it is: an id, a kind, a number from 1 to 3.
pub(super) fn is_plain(text: &str) -> bool {
    let id = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    (id && !words.contains(&text.to_ascii_lowercase().as_str())) || ["1", "2", "3"].contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_folded_between_words() {
        let text = folded("từ ".repeat(60).trim(), 6, "\n");
        let lines: Vec<&str> = text.split('\n').collect();
        assert!(lines.len() > 1);
        for line in &lines {
            assert!(line.chars().count() + 6 <= WIDTH + 6, "{line}");
        }
        assert_eq!(text.split_whitespace().count(), 60);
    }

    #[test]
    fn only_what_stays_itself_stands_without_marks() {
        for plain in ["HD09", "L-PCTN-2018", "situation", "Q-3.2-21", "2"] {
            assert!(is_plain(plain), "{plain}");
        }
        for text in ["no", "True", "4", "a b", "a: b", "", "3.2", "“x”"] {
            assert!(!is_plain(text), "{text}");
        }
    }
}

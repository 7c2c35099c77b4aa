//! The form of address in the content: one mark for it, so that each organisation can choose.
//!
//! Knows the mark. Must not know which form was chosen.

use super::issue::Issue;
use crate::text::SPOKEN_TO;
use crate::told;

/// The forms that can be chosen, and so are written out nowhere.
pub(super) const FORMS: [&str; 2] = ["đồng chí", "anh/chị"];

/// Forms of address written out, and braces that mean nothing. Where nobody is `spoken` to,
/// a form of address is a word like any other.
pub(super) fn issues(text: &str, spoken: bool) -> Vec<Issue> {
    let [within, first] = SPOKEN_TO;
    let own = if spoken {
        text.replace(within, "").replace(first, "")
    } else {
        text.to_owned()
    };
    let mut issues = Vec::new();
    if let Some(start) = own.find(['{', '}']) {
        let rest = own.get(start..).unwrap_or("");
        let word = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| !c.is_alphabetic());
        let words = rest
            .get(..word.map_or(rest.len(), |(end, _)| end))
            .unwrap_or(rest);
        let what = match spoken {
            true => told!("brace-spoken", words = words),
            false => told!("brace", words = words),
        };
        issues.push(Issue::new(words, what));
    }
    for form in FORMS.iter().filter(|_| spoken) {
        if let Some(written) = outside_marks(&own).find_map(|part| found(part, form)) {
            issues.push(Issue::new(
                written,
                told!("address-spoken", words = written),
            ));
        }
    }
    issues
}

/// The parts of a text that stand outside curly quotation marks.
fn outside_marks(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split('”');
    let count = parts.clone().count();
    parts.enumerate().map(move |(place, part)| {
        let ours = part.split('“').next().unwrap_or(part);
        // What is never closed is no quotation.
        if place + 1 == count { part } else { ours }
    })
}

/// The words of `form` as they are written in `text`, whatever their case.
fn found<'a>(text: &'a str, form: &str) -> Option<&'a str> {
    let chars = form.chars().count();
    text.char_indices().find_map(|(start, _)| {
        let rest = text.get(start..)?;
        let end = rest.char_indices().nth(chars).map_or(rest.len(), |at| at.0);
        let words = rest.get(..end)?;
        (words.to_lowercase() == form).then_some(words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, spoken: bool) -> String {
        let issues = issues(text, spoken);
        let what = |issue: &Issue| issue.what.split(';').next().unwrap_or_default().to_owned();
        let told: Vec<String> = issues.iter().map(what).collect();
        told.join("\n")
    }

    #[test]
    fn the_mark_and_the_words_of_others_are_right() {
        for text in [
            "{Đồng chí} làm gì, và nơi {đồng chí} làm việc?",
            "Nói rằng “có đồng chí hay về sớm” rồi thôi. “Anh/chị chờ” cũng vậy.",
        ] {
            assert_eq!(told(text, true), "", "{text}");
        }
        assert_eq!(told("Ngày sinh đồng chí Lập", false), "");
    }

    #[test]
    fn a_form_that_is_written_out_is_told_as_it_stands() {
        for (text, written) in [
            ("Đồng chí làm gì?", "Đồng chí"),
            ("“Một” rồi theo đồng chí “hai”?", "đồng chí"),
            ("Mở “mà đồng chí không đóng", "đồng chí"),
            ("Xin ANH/CHỊ chờ", "ANH/CHỊ"),
        ] {
            assert_eq!(told(text, true), format!("“{written}” is written out"));
        }
    }

    #[test]
    fn any_other_brace_is_told() {
        for text in ["{dong chi} làm", "{ đồng chí} làm", "{Đồng Chí}", "a } b"] {
            assert!(told(text, true).contains("a brace"), "{text}");
        }
        assert!(told("{đồng chí}", false).contains("a brace stands here"));
    }
}

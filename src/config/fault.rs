//! What is wrong with `nhip.toml`: where, the line itself, what is wrong and what to write.
//!
//! Knows the words of the reader of TOML, which are English, and says them in the language of the process. Must not know
//! which settings there are.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::encoding::{DeadText, dead_word};
use crate::fault::position;
use crate::told;

/// How the reader of TOML begins what is wrong with a value's kind.
const OF_KIND: [&str; 4] = [
    "invalid type",
    "invalid value",
    "unknown variant",
    "data did not match",
];

/// A fault, with the line that it is about.
pub(super) fn told(text: &str, error: &Error) -> String {
    let what = what(text, error.message());
    match error.span() {
        Some(span) => at(text, span, &what),
        None => what,
    }
}

/// The first text of the settings that shows as nonsense, whichever it is; `None`: there is none.
pub(super) fn dead_text(text: &str) -> Option<String> {
    let settings = DeTable::parse(text).ok()?;
    let dead = settings.get_ref().values().filter_map(dead_in);
    let (span, what) = dead.min_by_key(|(span, _)| span.start)?;
    Some(at(text, span, &what))
}

fn dead_in(value: &Spanned<DeValue<'_>>) -> Option<(Range<usize>, String)> {
    match value.get_ref() {
        DeValue::String(written) => {
            let (why, word) = dead_word(written)?;
            let what = match why {
                DeadText::OldFont => told!("dead-old-font", word = word),
                DeadText::Misread => told!("dead-misread", word = word),
                DeadText::Lost => told!("dead-lost", word = word),
            };
            Some((value.span(), what))
        }
        DeValue::Array(values) => values.iter().find_map(dead_in),
        DeValue::Table(values) => {
            let dead = values.values().filter_map(dead_in);
            dead.min_by_key(|(span, _)| span.start)
        }
        _ => None,
    }
}

fn at(text: &str, span: Range<usize>, what: &str) -> String {
    let (line, column) = position(text, span.start);
    let written = text.lines().nth(line - 1).unwrap_or_default();
    let rest = written.chars().count().saturating_sub(column - 1);
    let marked = text.get(span).map_or(1, |marked| marked.chars().count());
    let marks = "^".repeat(marked.clamp(1, rest.max(1)));
    let at = told!("settings-at", line = line, column = column, what = what);
    let blanks = " ".repeat(column - 1);
    format!("{at}\n    {written}\n    {blanks}{marks}")
}

fn what(text: &str, said: &str) -> String {
    if said.starts_with("duplicate ") {
        return told!("settings-twice");
    }
    if text.parse::<toml::Table>().is_err() {
        return told!("settings-no-toml", cause = said.replace('\n', " "));
    }
    if said.starts_with("unknown field") {
        let mut names = said.split('`').skip(1).step_by(2);
        let name = names.next().unwrap_or_default();
        let known = names.collect::<Vec<_>>().join(", ");
        return told!("settings-unknown", name = name, known = known);
    }
    if OF_KIND.iter().any(|start| said.starts_with(start)) {
        return told!("settings-kind", cause = said);
    }
    // What is wrong by our own rules is in the right language already.
    said.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn fault(text: &str) -> String {
        toml::from_str::<Config>(text).map_or_else(|error| told(text, &error), |_| String::new())
    }

    #[test]
    fn a_wrong_setting_says_where_and_what_to_write() {
        insta::assert_snapshot!(fault("[schedule]\nnoon = \"13:15-11:35\"\n"), @r#"
        line 2, column 8: '13:15-11:35' is no window: write it as "11:35-13:15"
            noon = "13:15-11:35"
                   ^^^^^^^^^^^^^
        "#);
    }

    #[test]
    fn a_wrong_setting_is_told_in_vietnamese() {
        let told = |text: &str| told::within("vi", || fault(text));
        insta::assert_snapshot!(told("[schedule]\nnoonn = \"1\"\n[pace]"), @r#"
        dòng 2, cột 1: ở đây không có gì tên là noonn; những tên dùng được: noon, evening, item, quiz, reminder, first_monday, holidays
            noonn = "1"
            ^^^^^
        "#);
        for (text, said) in [
            ("[schedule]\nitem = \"sun\"", "không phải là ngày làm việc"),
            ("[year]\nstart = \"x\"", "không đúng kiểu"),
            ("[year]\nstart = 1\nstart = 2", "lần thứ hai"),
            ("[year\nstart = 1", "không đọc được chỗ này"),
            ("[thresholds]\nquiz = 4", "không bao giờ hạ xuống"),
            ("[retention]\nquiz_months = 0", "từ 1 đến 120"),
            ("[telegram]\nwebhook = \"x\"", "không bắt đầu bằng https://"),
            ("[telegram]\nlisten = \"x\"", "địa chỉ để lắng nghe"),
            ("[words]\norganisation = \" \"", "để trống"),
        ] {
            let fault = told(text);
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }

    /// The union's name, as a machine of 1998 has it.
    #[test]
    fn a_name_that_was_typed_for_an_old_font_is_refused_wherever_it_stands() {
        insta::assert_snapshot!(dead_text("[words]\norganisation = \"Coâng ñoaøn vieân chöùc\"\n").expect("VNI"), @r#"
        line 2, column 16: “Coâng” is typed in an old font (TCVN3, VNI or VPS), not in Unicode; type it in Unicode; if it is meant to be so, put it between “ and ”, as in “Häfele”
            organisation = "Coâng ñoaøn vieân chöùc"
                           ^^^^^^^^^^^^^^^^^^^^^^^^^
        "#);
        for text in [
            "[words]\nmember = { vi = \"®oµn viªn\", en = \"member\" }",
            "[units]\ngrassroots = [\"sở\", \"c«ng ®oµn c¬ së\"]",
            "[words]\ncontact = \"CÃ´ng Ä‘oÃ n\"",
            "[backup]\nfolder = \"/srv/l\u{fffd}u\"",
        ] {
            let told = dead_text(text).expect("nonsense");
            assert!(told.starts_with("line 2, column "), "{told}");
        }
        let sound =
            "[words]\norganisation = \"Công đoàn Viên chức\" # Coâng ñoaøn\ncontact = \"“Häfele”\"";
        assert_eq!(dead_text(sound), None);
    }
}

//! The texts of the files.
//!
//! Knows both languages' `file-` texts. Must not know where they are used.

use chrono::NaiveDate;

use super::figures::{Share, ThemeFigures};
use crate::text::{Texts, Value};
use crate::types::{Language, Length, Span};

/// Texts in one language.
#[derive(Clone, Copy)]
pub(super) struct ReportWords<'a> {
    texts: &'a Texts,
    language: Language,
}

impl<'a> ReportWords<'a> {
    pub(super) fn new(texts: &'a Texts, language: Language) -> Self {
        Self { texts, language }
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.with(key, &[])
    }

    pub(super) fn with(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.texts.plain(self.language, key, args)
    }

    pub(super) fn percent(&self, percent: i64) -> String {
        self.with("file-percent", &[("percent", percent.into())])
    }

    pub(super) fn number(&self, count: i64) -> String {
        self.with("file-number", &[("count", count.into())])
    }

    /// What a theme is called: “1. Trung thành”.
    pub(super) fn theme(&self, theme: &ThemeFigures) -> String {
        let args = [
            ("number", theme.number.into()),
            ("name", theme.name.as_str().into()),
        ];
        self.with("file-theme", &args)
    }

    pub(super) fn hidden(&self) -> String {
        self.say("file-hidden")
    }

    /// A number of people of which only the step below it is told.
    pub(super) fn more_than(&self, count: i64) -> String {
        self.with("file-more-than", &[("count", count.into())])
    }

    /// Says that check-ins are shown for the grassroots unit only.
    pub(super) fn within(&self, grassroots: &str) -> String {
        self.with("report-reflection-within", &[("unit", grassroots.into())])
    }

    /// Says that more people took part than the unit has declared.
    pub(super) fn overfull(&self) -> String {
        self.say("report-overfull")
    }

    /// A share with the word that says how exact it is.
    pub(super) fn share(&self, share: Share) -> String {
        let key = match share {
            Share::Exactly(_) => "file-percent",
            Share::About(_) => "file-percent-about",
            Share::AtLeast(_) => "file-percent-least",
            Share::AtMost(_) => "file-percent-most",
        };
        self.with(key, &[("percent", share.percent().into())])
    }

    /// What the period is called: “Quý III năm 2026”.
    pub(super) fn period(&self, span: Span) -> String {
        let year = span.to().format("%Y").to_string();
        let (key, name) = match (span.length(), span.number()) {
            (Length::Week, _) => {
                let args = [("from", day(span.from()).into()), ("to", span.to().into())];
                return self.with("file-week", &args);
            }
            (Length::Month, month) => ("file-month", month.to_string()),
            (Length::Quarter, quarter) => ("file-quarter", roman(quarter).to_owned()),
            (Length::HalfYear, 1) => ("file-half-first", String::new()),
            (Length::HalfYear, _) => ("file-half-second", String::new()),
            (Length::Year, _) if span.is_school_year() => {
                let from = span.from().format("%Y").to_string();
                let args = [("from", from.into()), ("to", year.into())];
                return self.with("file-school-year", &args);
            }
            (Length::Year, _) => ("file-year", String::new()),
        };
        let mut args = vec![("year", Value::Text(year))];
        if !name.is_empty() {
            args.push(("name", name.into()));
        }
        self.with(key, &args)
    }
}

/// `09/11`.
pub(super) fn day(day: NaiveDate) -> String {
    day.format("%d/%m").to_string()
}

/// `09/11/2026`.
pub(super) fn date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

fn roman(quarter: u32) -> &'static str {
    match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

//! What is asked for after `/report`: a period, a unit, both in either order, or nothing.
//!
//! Knows how people write periods, with marks or without. Must not know which units there are, so where words
//! could be both (*nam* is a year and half of a province's name) it gives every reading, likeliest first.

mod english;

use chrono::{Datelike, NaiveDate};

use crate::text::fold;
use crate::types::{Length, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The newest there are figures of.
    Newest,
    /// The one before that.
    Before,
    /// By its number in the year; in that year if one is named. A year is its own number.
    Number(u32, Option<i32>),
}

/// A period as it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PeriodQuery {
    pub(super) length: Length,
    pub(super) which: Which,
}

impl PeriodQuery {
    /// The newest of a length.
    pub(super) fn newest(length: Length) -> Self {
        let which = Which::Newest;
        Self { length, which }
    }

    /// Which span that is, where `newest` is the last day with figures.
    pub(super) fn span(self, newest: NaiveDate) -> Span {
        let span = Span::around(self.length, newest);
        match self.which {
            Which::Newest => span,
            Which::Before => span.before(),
            Which::Number(number, year) => {
                let of = |year: i32| {
                    let month = self.length.months().unwrap_or(1);
                    let month = number.saturating_sub(1) * month % 12 + 1;
                    NaiveDate::from_ymd_opt(year, month, 1)
                        .map_or(span, |day| Span::around(self.length, day))
                };
                let this = of(year.unwrap_or(newest.year()));
                // Without a year: the last one that has begun.
                if year.is_none() && this.from() > newest {
                    of(newest.year() - 1)
                } else {
                    this
                }
            }
        }
    }
}

/// One way to understand what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parse {
    /// The period; `None` if none is named.
    pub(super) wish: Option<PeriodQuery>,
    /// The words left for a unit, as they were written.
    pub(super) unit: String,
}

/// Every reading, likeliest first: all of it a period; all of it a unit; a period before or behind a unit.
pub(super) fn readings(text: &str) -> Vec<Parse> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
    let mut all = Vec::new();
    let mut reading = |wish, words: &[&str]| {
        let unit = words.join(" ");
        all.push(Parse { wish, unit });
    };
    match period(&folded) {
        Some((wish, used)) if used == words.len() => reading(Some(wish), &[]),
        first => {
            reading(None, &words);
            if let Some((wish, used)) = first {
                reading(Some(wish), words.get(used..).unwrap_or_default());
            }
            // A period has few words; before the last ones no look is worth the look-up of a unit that follows from it.
            let last = words.len().saturating_sub(PERIOD_WORDS_MAX).max(1);
            for start in last..words.len() {
                match folded.get(start..).and_then(period) {
                    Some((wish, used)) if start + used == words.len() => {
                        reading(Some(wish), words.get(..start).unwrap_or_default());
                    }
                    _ => {}
                }
            }
        }
    }
    all
}

/// The most words that a period is written with: `6 thang dau nam 2026`, `second half of the year 2026`.
const PERIOD_WORDS_MAX: usize = 6;

/// The period that folded words begin with, and how many of them it takes.
fn period(words: &[&str]) -> Option<(PeriodQuery, usize)> {
    const LENGTHS: [(&[&str], Length); 16] = [
        (&["6", "thang"], Length::HalfYear),
        (&["sau", "thang"], Length::HalfYear),
        (&["nua", "nam"], Length::HalfYear),
        (&["half", "year"], Length::HalfYear),
        (&["6thang"], Length::HalfYear),
        (&["6t"], Length::HalfYear),
        (&["half"], Length::HalfYear),
        (&["tuan"], Length::Week),
        (&["week"], Length::Week),
        (&["thang"], Length::Month),
        (&["month"], Length::Month),
        (&["quy"], Length::Quarter),
        (&["quarter"], Length::Quarter),
        (&["nam"], Length::Year),
        (&["year"], Length::Year),
        (&["ca", "nam"], Length::Year),
    ];
    let Some((name, length)) = LENGTHS.iter().find(|(name, _)| words.starts_with(name)) else {
        return english::period(words);
    };
    let rest = words.get(name.len()..).unwrap_or_default();
    let (which, more) = which(*length, rest);
    let length = *length;
    Some((PeriodQuery { length, which }, name.len() + more))
}

fn which(length: Length, rest: &[&str]) -> (Which, usize) {
    match (length, rest) {
        (_, ["nay" | "this", ..]) => (Which::Newest, 1),
        (_, ["truoc" | "ngoai" | "qua" | "last" | "before", ..]) => (Which::Before, 1),
        (_, ["vua", "qua" | "roi", ..]) => (Which::Before, 2),
        (Length::HalfYear, [part @ ("dau" | "cuoi"), "nam", rest @ ..]) => {
            let number = if *part == "dau" { 1 } else { 2 };
            let year = year(rest.first());
            (Which::Number(number, year), 2 + usize::from(year.is_some()))
        }
        (Length::Week, _) | (_, []) => (Which::Newest, 0),
        (Length::Year, _) => match year(rest.first()) {
            Some(year) => (Which::Number(1, Some(year)), 1),
            None => (Which::Newest, 0),
        },
        (_, [number, rest @ ..]) => {
            let (number, slashed) = number.split_once('/').unwrap_or((number, ""));
            let months = length.months().unwrap_or(1);
            match numeral(number).filter(|number| (1..=12 / months).contains(number)) {
                Some(number) if !slashed.is_empty() => {
                    (Which::Number(number, year(Some(&slashed))), 1)
                }
                Some(number) => match rest {
                    ["nam" | "of", next, ..] if year(Some(next)).is_some() => {
                        (Which::Number(number, year(Some(next))), 3)
                    }
                    [next, ..] if year(Some(next)).is_some() => {
                        (Which::Number(number, year(Some(next))), 2)
                    }
                    _ => (Which::Number(number, None), 1),
                },
                None => (Which::Newest, 0),
            }
        }
    }
}

/// A year of the calendar.
fn year(word: Option<&&str>) -> Option<i32> {
    let year = word?.parse().ok();
    year.filter(|year| (2000..=2200).contains(year))
}

fn numeral(word: &str) -> Option<u32> {
    match word {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        digits => digits.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The span of the first reading that is a period and nothing else.
    fn span(text: &str) -> String {
        match readings(text).first() {
            Some(Parse {
                wish: Some(wish),
                unit,
            }) if unit.is_empty() => wish.span(day("2026-11-23")).to_string(),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn periods_are_read_with_marks_and_without() {
        for (text, expected) in [
            ("tuần", "w2026-11-23"),
            ("tuan truoc", "w2026-11-16"),
            ("Tháng", "m2026-11-01"),
            ("thang 9", "m2026-09-01"),
            ("tháng 12", "m2025-12-01"),
            ("tháng 9/2025", "m2025-09-01"),
            ("quý", "q2026-10-01"),
            ("QUÝ III", "q2026-07-01"),
            ("quy 2 năm 2026", "q2026-04-01"),
            ("6 tháng", "h2026-07-01"),
            ("6thang", "h2026-07-01"),
            ("6 tháng đầu năm", "h2026-01-01"),
            ("6 thang cuoi nam 2025", "h2025-07-01"),
            ("năm", "y2026-01-01"),
            ("nam 2025", "y2025-01-01"),
            ("năm ngoái", "y2025-01-01"),
            ("quý 2 2026", "q2026-04-01"),
            ("tuần qua", "w2026-11-16"),
            ("tháng vừa rồi", "m2026-10-01"),
            ("quarter", "q2026-10-01"),
            ("last week", "w2026-11-16"),
            ("Previous month", "m2026-10-01"),
            ("this quarter", "q2026-10-01"),
            ("last half year", "h2026-01-01"),
            ("the last year", "y2025-01-01"),
            ("week before", "w2026-11-16"),
            ("quarter 3 of 2025", "q2025-07-01"),
            ("third quarter", "q2026-07-01"),
            ("2nd quarter of 2026", "q2026-04-01"),
            ("Q3", "q2026-07-01"),
            ("Q3 2025", "q2025-07-01"),
            ("first half of the year 2025", "h2025-01-01"),
            ("second half", "h2026-07-01"),
            ("September", "m2026-09-01"),
            ("Sept 2025", "m2025-09-01"),
            ("may 2026", "m2026-05-01"),
        ] {
            assert_eq!(span(text), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_stands_before_or_behind_its_period() {
        let quarter = Some(PeriodQuery::newest(Length::Quarter));
        for text in ["quý Sở Y tế", "Sở Y tế quý"] {
            let all = readings(text);
            assert_eq!(all[0].unit, text, "a unit could be called so");
            assert_eq!((all[1].wish, all[1].unit.as_str()), (quarter, "Sở Y tế"));
        }
        let all = readings("Hà Nam");
        assert_eq!((all[0].wish, all[0].unit.as_str()), (None, "Hà Nam"));
        let all = readings("last week Sở Y tế");
        assert_eq!(all[1].unit, "Sở Y tế");
        assert_eq!(readings("Tổ May 10")[0].unit, "Tổ May 10");
        assert_eq!(readings("May 10")[0].unit, "May 10", "a factory");
        assert_eq!(readings("SNV-VP")[0].unit, "SNV-VP");
        assert_eq!(readings("").len(), 1);
        let out_of_range = readings("quý 5");
        assert_eq!(
            out_of_range[1].unit, "5",
            "no quarter, so it is left for a unit"
        );
    }
}

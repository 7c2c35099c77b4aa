//! A week, month, quarter, half or whole year of the calendar.
//!
//! Knows where they begin and end. A weekly round belongs to the one that holds its Monday, so that it
//! is counted once among months, once among quarters, and so on.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

/// How long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months from January, April, July or October.
    Quarter,
    /// Six calendar months from January or July.
    HalfYear,
    /// Twelve months, from January; those of a school from the month in which its year begins.
    Year,
}

impl Length {
    /// All five, shortest first.
    pub const ALL: [Self; 5] = [
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::HalfYear,
        Self::Year,
    ];

    /// How many months; none for a week.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::Week => None,
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::HalfYear => Some(6),
            Self::Year => Some(12),
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Week => 'w',
            Self::Month => 'm',
            Self::Quarter => 'q',
            Self::HalfYear => 'h',
            Self::Year => 'y',
        }
    }
}

/// One of them. As a text it is its letter and its first day: `q2026-07-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    length: Length,
    from: NaiveDate,
}

impl Span {
    /// The one that holds this day.
    pub fn around(length: Length, day: NaiveDate) -> Self {
        let from = match length.months() {
            None => day.week(chrono::Weekday::Mon).first_day(),
            Some(months) => {
                let first = day.month0() / months * months + 1;
                NaiveDate::from_ymd_opt(day.year(), first, 1).unwrap_or(day)
            }
        };
        Self { length, from }
    }

    /// The year that holds this day where years begin in that month, 1 to 12.
    pub fn year_from(month: u32, day: NaiveDate) -> Self {
        let year = day.year() - i32::from(day.month() < month);
        let from = NaiveDate::from_ymd_opt(year, month, 1);
        Self {
            from: from.unwrap_or(day),
            ..Self::around(Length::Year, day)
        }
    }

    /// Whether it is a year that does not begin in January.
    pub fn is_school_year(self) -> bool {
        self.length == Length::Year && self.from.month() != 1
    }

    /// How long it is.
    pub fn length(self) -> Length {
        self.length
    }

    /// Its first day.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// Its last day.
    pub fn to(self) -> NaiveDate {
        let next = match self.length.months() {
            None => self.from.checked_add_days(Days::new(7)),
            Some(months) => self.from.checked_add_months(Months::new(months)),
        };
        next.and_then(|next| next.pred_opt()).unwrap_or(self.from)
    }

    /// Which of its year it is: month 1 to 12, quarter 1 to 4, half 1 or 2.
    pub fn number(self) -> u32 {
        self.length
            .months()
            .map_or(1, |months| self.from.month0() / months + 1)
    }

    /// The one before it.
    #[must_use]
    pub fn before(self) -> Self {
        let day = self.from.pred_opt().unwrap_or(self.from);
        self.like(day)
    }

    /// The one after it.
    #[must_use]
    pub fn after(self) -> Self {
        let day = self.to().succ_opt().unwrap_or(self.from);
        self.like(day)
    }

    /// The one of the same kind that holds this day.
    fn like(self, day: NaiveDate) -> Self {
        match self.length {
            Length::Year => Self::year_from(self.from.month(), day),
            length => Self::around(length, day),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { length, from } = self;
        write!(f, "{}{}", length.letter(), from.format("%Y-%m-%d"))
    }
}

impl FromStr for Span {
    type Err = ();

    /// Only the spelling of a first day, in a year that a calendar has.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut letters = text.chars();
        let letter = letters.next().ok_or(())?;
        let length = Length::ALL
            .into_iter()
            .find(|length| length.letter() == letter)
            .ok_or(())?;
        let day: NaiveDate = letters.as_str().parse().map_err(|_| ())?;
        let span = Self { length, from: day }.like(day);
        let known = (2000..=2200).contains(&day.year());
        (known && span.to_string() == text)
            .then_some(span)
            .ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_in_one_span_of_each_length() {
        let all = Length::ALL.map(|length| Span::around(length, day("2026-11-26")).to_string());
        assert_eq!(
            all,
            [
                "w2026-11-23",
                "m2026-11-01",
                "q2026-10-01",
                "h2026-07-01",
                "y2026-01-01"
            ]
        );
        let ends = Length::ALL.map(|length| Span::around(length, day("2026-11-26")).to());
        let ends = ends.map(|end| end.to_string());
        assert_eq!(
            ends,
            [
                "2026-11-29",
                "2026-11-30",
                "2026-12-31",
                "2026-12-31",
                "2026-12-31"
            ]
        );
    }

    #[test]
    fn spans_follow_each_other_without_a_gap() {
        for length in Length::ALL {
            let span = Span::around(length, day("2026-01-05"));
            assert_eq!(span.before().after(), span);
            assert_eq!(span.before().to().succ_opt(), Some(span.from()));
        }
        assert_eq!(Span::around(Length::Quarter, day("2026-07-01")).number(), 3);
        assert_eq!(
            Span::around(Length::HalfYear, day("2026-07-01")).number(),
            2
        );
    }

    #[test]
    fn a_school_year_begins_in_its_own_month() {
        let span = Span::year_from(9, day("2027-05-31"));
        assert_eq!(span.to_string(), "y2026-09-01");
        assert_eq!("y2026-09-01".parse(), Ok(span));
        assert_eq!(span.to(), day("2027-08-31"));
        assert_eq!(span.before().to_string(), "y2025-09-01");
        assert_eq!(span.before().after(), span);
        let calendar = Span::around(Length::Year, day("2026-05-31"));
        assert_eq!(Span::year_from(1, day("2026-05-31")), calendar);
        assert!(span.is_school_year() && !calendar.is_school_year());
    }

    #[test]
    fn a_text_that_is_no_first_day_is_no_span() {
        for text in [
            "",
            "q",
            "q2026-07-02",
            "w2026-11-24",
            "x2026-01-01",
            "m0001-01-01",
            "y2026-1-1",
        ] {
            assert_eq!(text.parse::<Span>(), Err(()), "{text}");
        }
    }
}

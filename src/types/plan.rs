//! A month, and a line of a yearly plan: what is to be done, by which post, from when to when.
//!
//! Must not know which posts there are, nor how a line is read or kept.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Span;

/// Months of a plan.
pub const PLAN_MONTHS: u32 = 12;

/// A month of the calendar. As a text, in buttons and tables, it is `2026-09`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

impl Month {
    /// The one that holds this day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// The one of this year and number, 1 to 12.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).map(Self)
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        let next = self.plus(1).0;
        next.pred_opt().unwrap_or(next)
    }

    /// 1 to 12.
    pub fn number(self) -> u32 {
        self.0.month()
    }

    /// So many months later.
    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        Self(
            self.0
                .checked_add_months(Months::new(months))
                .unwrap_or(self.0),
        )
    }

    /// So many months before.
    #[must_use]
    pub fn minus(self, months: u32) -> Self {
        Self(
            self.0
                .checked_sub_months(Months::new(months))
                .unwrap_or(self.0),
        )
    }

    /// The last month of a plan that begins with this one.
    #[must_use]
    pub fn end_of_plan(self) -> Self {
        self.plus(PLAN_MONTHS - 1)
    }

    /// The month of this number in a plan that begins with this one.
    #[must_use]
    pub fn in_plan(self, number: u32) -> Self {
        self.plus((number + PLAN_MONTHS - self.number()) % PLAN_MONTHS)
    }

    /// The year of a plan that begins with this month.
    pub fn year(self) -> Span {
        Span::year_from(self.number(), self.0)
    }

    /// As people read it: `09/2026`.
    pub fn shown(self) -> String {
        self.0.format("%m/%Y").to_string()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

impl FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let day = format!("{text}-01").parse().map_err(|_| ())?;
        let month = Self::of(day);
        let known = (2000..=2200).contains(&day.year());
        (known && month.to_string() == text)
            .then_some(month)
            .ok_or(())
    }
}

impl Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|()| serde::de::Error::custom("not a month"))
    }
}

/// A line of a plan, as it was planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
pub struct PlanLine {
    /// The task of the guideline, 1 to 6.
    pub task: u8,
    /// What is to be done.
    pub content: String,
    /// The ids of the posts that lead, with spaces between them; never a person.
    pub lead: String,
    /// The same of those that help.
    pub support: String,
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
    /// How it is measured.
    pub measure: String,
    /// What is to be reached.
    pub target: String,
    /// What the bot counts itself, by its name.
    pub counted: Option<String>,
}

/// How far a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum LineState {
    /// Nobody has said anything of it.
    Open,
    /// It is being done.
    Doing,
    /// It is done.
    Done,
    /// It is not done any more, for a reason.
    Dropped,
}

impl LineState {
    /// Whether nothing is expected of it any more.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn a_plan_may_begin_in_any_month() {
        let september: Month = "2026-09".parse().unwrap();
        assert_eq!(september.end_of_plan().shown(), "08/2027");
        assert_eq!(september.in_plan(9), september);
        assert_eq!(september.in_plan(8).shown(), "08/2027");
        assert_eq!(september.in_plan(12).shown(), "12/2026");
        assert_eq!(september.year().to_string(), "y2026-09-01");
        assert_eq!(september.last().to_string(), "2026-09-30");
        for wrong in ["", "2026-9", "2026-13", "1999-01", "2026-09-01"] {
            assert_eq!(wrong.parse::<Month>(), Err(()), "{wrong}");
        }
    }
}

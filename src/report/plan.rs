//! A yearly plan as files tell it: plain data.
//!
//! Knows what stands in them. Must not know where it comes from, nor what a file looks like.

use chrono::NaiveDate;

use crate::types::LineState;

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFigures {
    /// The unit.
    pub unit: String,
    /// The unit above it.
    pub parent: Option<String>,
    /// What its year is called.
    pub year: String,
    /// Number and day, once it is issued.
    pub issued: Option<(String, NaiveDate)>,
    /// Which version it is.
    pub version: i64,
    /// The documents that it is based on, as they are cited.
    pub bases: Vec<String>,
    /// The six tasks, each with its lines.
    pub tasks: Vec<PlanTaskFigures>,
    /// The posts that may lead.
    pub posts: Vec<String>,
    /// The day the file is made.
    pub day: NaiveDate,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTaskFigures {
    /// What it is called.
    pub name: String,
    /// Its lines.
    pub lines: Vec<PlanLineFigures>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLineFigures {
    /// What is to be done.
    pub content: String,
    /// The posts that lead.
    pub lead: String,
    /// The posts that help.
    pub support: String,
    /// The first month: `09/2026`.
    pub first: String,
    /// The last month.
    pub last: String,
    /// How it is measured.
    pub measure: String,
    /// What is to be reached.
    pub target: String,
    /// The number that was reached.
    pub result: Option<i64>,
    /// How far it is, as officers said; of a draft nothing.
    pub standing: Option<LineState>,
    /// The same in words, with what follows from the day.
    pub state: String,
    /// Why it is not done any more, or a remark.
    pub note: String,
}

/// Two months of a plan: what was done in one, what is due in the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMonths {
    /// The plan; its lines stand below.
    pub plan: PlanFigures,
    /// The month that ends or has ended: `11/2026`.
    pub before: String,
    /// The next.
    pub now: String,
    /// What was to be done in the first.
    pub done: Vec<PlanLineFigures>,
    /// What is to be done in the second.
    pub due: Vec<PlanLineFigures>,
}

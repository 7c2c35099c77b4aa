//! The rows of evidence: each figure with where it comes from and until when it counts; its points are left to people.
//!
//! Knows which figures are evidence. Must not know how they were counted, nor which file they stand in.

use super::figures::{Figures, Source};
use super::picture::steps;
use super::words::{ReportWords, date};

/// The rows of the report from which on there are words: what is lacking, why, what is asked for. Words prove nothing.
const WORDS_FROM: u8 = 16;
/// The row of taking part.
const TAKING_PART: u8 = 5;

/// A figure.
pub(super) struct Row {
    /// The row of the report that it belongs to.
    pub(super) item: u8,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) source: String,
    /// Until when it counts.
    pub(super) day: String,
}

pub(super) fn rows(figures: &Figures, words: ReportWords<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(people) = figures.participation.shown() {
        for (key, part) in steps(figures, people) {
            let args = [("count", part.count.into()), ("of", part.of.into())];
            rows.push(Row {
                item: TAKING_PART,
                name: words.say(key),
                value: words.with("file-evidence-part", &args),
                source: words.say("file-evidence-computed"),
                day: date(figures.span.to()),
            });
        }
    }
    let figures = figures.entered.iter();
    let figures = figures.filter(|one| one.row < WORDS_FROM);
    rows.extend(figures.map(|one| {
        let source = match one.source {
            Source::Officer => "file-evidence-officer",
            Source::Units => "file-evidence-units",
            Source::Plan => "file-evidence-plan",
        };
        Row {
            item: one.row,
            name: one.name.clone(),
            value: one.value.clone(),
            source: words.say(source),
            day: one.day.map_or_else(String::new, date),
        }
    }));
    rows.sort_by_key(|row| row.item);
    rows
}

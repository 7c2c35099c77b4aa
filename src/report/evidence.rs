//! The rows of evidence: each figure with where it comes from and until when it counts; its points are left to people.
//!
//! Knows which figures are evidence. Must not know how they were counted, nor which file they stand in.

use super::figures::{Figures, Source};
use super::picture::steps;
use super::words::{ReportWords, date};

/// A figure.
pub(super) struct Row {
    /// The row of the report that it belongs to.
    pub(super) item: String,
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
                item: "5".to_owned(),
                name: words.say(key),
                value: words.with("file-evidence-part", &args),
                source: words.say("file-evidence-computed"),
                day: date(figures.span.to()),
            });
        }
    }
    rows.extend(figures.entered.iter().map(|one| {
        let source = match one.source {
            Source::Officer => "file-evidence-officer",
            Source::Units => "file-evidence-units",
        };
        Row {
            item: one.row.to_string(),
            name: one.name.clone(),
            value: one.value.clone(),
            source: words.say(source),
            day: one.day.map_or_else(String::new, date),
        }
    }));
    rows
}

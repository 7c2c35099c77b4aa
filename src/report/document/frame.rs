//! What our documents have in common: the head of Decree 30/2020, and who signs.
//!
//! Knows what stays blank: number, place, day, signature, seal, names. Must not know what a document says.

use docx_rs::{Table, TableCell};

use super::page::{Look, Page, cell, table};
use crate::report::figures::Figures;
use crate::report::words::ReportWords;

/// What a kind of document is called, in texts.
pub(super) struct Paper {
    /// The blank number with its symbol.
    pub(super) number: &'static str,
    /// The kind.
    pub(super) kind: &'static str,
    /// What it is about.
    pub(super) subject: &'static str,
}

/// From “draft” to the period.
pub(super) fn head(page: &mut Page, figures: &Figures, words: ReportWords<'_>, paper: &Paper) {
    let whose = (figures.parent.as_deref(), figures.unit.as_str());
    letterhead(page, whose, words, paper.number);
    page.line(&words.say(paper.kind), Look::TITLE);
    page.line(&words.say(paper.subject), Look::TITLE);
    page.line(&words.period(figures.span), Look::TITLE);
}

/// “Draft”, the unit and the one above it, the nation; the number is blank.
pub(super) fn letterhead(
    page: &mut Page,
    (above, unit): (Option<&str>, &str),
    words: ReportWords<'_>,
    number: &str,
) {
    page.line(&words.say("file-doc-draft"), Look::DRAFT);
    let above = above.map_or_else(|| words.say("file-doc-dots"), str::to_uppercase);
    let left = cell(&[
        (above, Look::CENTRE),
        (unit.to_uppercase(), Look::UNIT),
        (words.say(number), Look::CENTRE),
    ]);
    let right = cell(&[
        (words.say("file-doc-nation"), Look::NATION),
        (words.say("file-doc-motto"), Look::MOTTO),
        (words.say("file-doc-date"), Look::DATE),
    ]);
    page.table(table(&[3_900, 5_456], vec![vec![left, right]], false));
    page.line("", Look::CENTRE);
}

/// The unit above, or room for it.
pub(super) fn above(figures: &Figures, words: ReportWords<'_>) -> String {
    let parent = figures.parent.clone();
    parent.unwrap_or_else(|| words.say("file-doc-dots"))
}

/// Who gets it, and the committee's chair.
pub(super) fn signature(figures: &Figures, words: ReportWords<'_>) -> Table {
    let copy = words.with("file-doc-copy", &[("to", above(figures, words).into())]);
    by_chair(copy, words)
}

/// The same with what is said of who gets it.
pub(super) fn by_chair(copy: String, words: ReportWords<'_>) -> Table {
    let left = cell(&[
        (words.say("file-doc-copies"), Look::COPIES),
        (copy, Look::SMALL),
        (words.say("file-doc-copy-kept"), Look::SMALL),
    ]);
    let right = signed(
        words,
        &["file-doc-behalf", "file-doc-chair"],
        "file-doc-sign",
    );
    table(&[4_656, 4_700], vec![vec![left, right]], false)
}

/// Room for a signature below these lines, and for the name.
pub(super) fn signed(words: ReportWords<'_>, who: &[&str], how: &str) -> TableCell {
    let mut lines: Vec<(String, Look)> = who
        .iter()
        .map(|key| (words.say(key), Look::NATION))
        .collect();
    lines.extend([
        (words.say(how), Look::DATE),
        (String::new(), Look::CENTRE),
        (String::new(), Look::CENTRE),
        (words.say("file-doc-dots"), Look::CENTRE),
    ]);
    cell(&lines)
}

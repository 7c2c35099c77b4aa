//! Papers about initiatives: the form with which an author asks for recognition, and the list for the council.
//!
//! Knows their layout. Must not know who may be named. Of people the form names nobody: name, day of birth and degree are written by
//! hand, and so is everything that is signed.

use chrono::NaiveDate;
use docx_rs::Table;

use super::frame::{by_chair, letterhead, signed};
use super::page::{Grid, Look, Page, cell, table, text};
use crate::report::WriteError;
use crate::report::register::{Register, RegisterRow};
use crate::report::words::ReportWords;
use crate::text::Texts;
use crate::types::Language;

/// What an author has told, for the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Petition {
    /// What they have told.
    pub told: RegisterRow,
    /// What each author did of it; of a single one nothing.
    pub shares: Vec<String>,
    /// Whether parts of it are to be kept secret; `None`: not answered.
    pub secret: Option<bool>,
    /// Where the form comes from, and when that was last looked at.
    pub source: (String, NaiveDate),
}

/// The column of numbers.
const NUMBER: usize = 800;

/// The columns of the authors' table.
const AUTHORS: [(&str, usize); 6] = [
    ("file-petition-name", 1_900),
    ("file-petition-born", 1_250),
    ("file-petition-place", 1_700),
    ("file-petition-post", 1_206),
    ("file-petition-degree", 1_250),
    ("file-petition-share", 1_250),
];

/// The bytes of a DOCX file: the form.
///
/// # Errors
/// A mistake of ours.
pub fn petition(
    petition: &Petition,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let told = &petition.told;
    let mut page = Page::new();
    for (key, look) in [
        ("file-doc-nation", Look::NATION),
        ("file-doc-motto", Look::MOTTO),
    ] {
        page.line(&words.say(key), look);
    }
    page.line("", Look::CENTRE);
    page.line(&words.say("file-petition-kind"), Look::TITLE);
    page.line(&words.say("file-petition-to"), Look::TO);
    page.text(&words.say("file-petition-we"));
    page.table(authors(petition, words));
    page.text(&words.with(
        "file-petition-asks",
        &[("title", told.title.as_str().into())],
    ));
    let or_dots = |text: &str| match text.is_empty() {
        true => words.say("file-petition-dots"),
        false => text.to_owned(),
    };
    let money = told.benefit.map(|dong| crate::text::grouped(dong, '.'));
    let benefit = money.map(|money| words.with("form-dong", &[("number", money.into())]));
    for (key, text) in [
        ("file-petition-owner", String::new()),
        ("file-petition-field", told.field.clone()),
        ("file-petition-since", told.since.clone()),
        ("file-petition-what", told.change.clone()),
        ("file-petition-before", told.before.clone()),
        ("file-petition-after", told.after.clone()),
        ("file-petition-secret", secret(petition, words)),
        ("file-petition-needs", String::new()),
        ("file-petition-benefit", benefit.unwrap_or_default()),
        ("file-petition-users", told.spread.clone()),
    ] {
        page.text(&words.with(key, &[("text", or_dots(&text).into())]));
    }
    page.text(&words.say("file-petition-tried"));
    page.text(&words.say("file-petition-oath"));
    let right = signed(words, &["file-petition-signer"], "file-petition-sign");
    let left = cell(&[]);
    page.table(table(&[4_000, 5_356], vec![vec![left, right]], false));
    let (source, day) = &petition.source;
    let args = [("source", source.as_str().into()), ("day", (*day).into())];
    page.note(&words.with("file-petition-source", &args));
    page.bytes()
}

fn secret(petition: &Petition, words: ReportWords<'_>) -> String {
    match petition.secret {
        Some(false) => words.say("file-petition-no-secret"),
        Some(true) | None => String::new(),
    }
}

fn authors(petition: &Petition, words: ReportWords<'_>) -> Table {
    let mut grid = Grid::numbered(words, NUMBER, &AUTHORS);
    let shares = match petition.shares.as_slice() {
        [] => &[String::new()][..],
        shares => shares,
    };
    for share in shares {
        grid.row(["", "", "", "", "", share].map(text));
    }
    grid.table()
}

/// The columns of the list for the council; what it concludes is written by hand.
const ROLL: [(&str, usize); 5] = [
    ("file-register-title", 2_300),
    ("file-register-author", 1_550),
    ("file-register-since", 1_250),
    ("file-roll-effect", 2_256),
    ("file-roll-conclusion", 1_200),
];

/// The bytes of a DOCX file: the list of initiatives for the council.
///
/// # Errors
/// A mistake of ours.
pub fn roll(register: &Register, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    let whose = (register.parent.as_deref(), register.unit.as_str());
    letterhead(&mut page, whose, words, "file-roll-number");
    page.line(&words.say("file-roll-kind"), Look::TITLE);
    page.line(&words.say("file-roll-subject"), Look::TITLE);
    page.line("", Look::CENTRE);
    let mut grid = Grid::numbered(words, NUMBER, &ROLL);
    for row in &register.rows {
        let texts = [&row.title, &row.author, &row.since, &effect(row, words)];
        grid.row(texts.map(|said| text(said)).into_iter().chain([cell(&[])]));
    }
    page.table(grid.table());
    page.note(&words.say("file-roll-note"));
    page.table(by_chair(words.say("file-roll-copy"), words));
    page.bytes()
}

/// Before and after, and what that is worth by its author's estimate.
fn effect(row: &RegisterRow, words: ReportWords<'_>) -> String {
    if row.before.is_empty() || row.after.is_empty() {
        return row.change.clone();
    }
    let args = [
        ("before", row.before.trim_end_matches('.').into()),
        ("after", row.after.trim_end_matches('.').into()),
    ];
    words.with("file-roll-from-to", &args)
}

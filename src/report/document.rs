//! The report as a document for the level above: a draft in the layout of Decree 30/2020 and of the union.
//!
//! Knows the parts of such a document and which of them the officer writes. Must not know where figures come
//! from. Number, date, signature and seal stay blank: without them it is not an official paper.

pub mod certificate;
mod evidence;
mod frame;
pub mod initiative;
mod minute;
pub mod own;
mod page;
pub mod plan;
pub mod suggestions;
pub mod survey;

pub use evidence::evidence;
pub use minute::minute;

use docx_rs::Table;

use self::frame::Paper;
use self::page::{Grid, Look, Page, cell, centred, said, table, text, to_fill_in};
use super::WriteError;
use super::figures::{Entered, Figure, Figures, Trend};
use super::picture::steps;
use super::words::{ReportWords, date};
use crate::text::Texts;
use crate::types::Language;

/// Rows that the officer fills in, in the order of the guideline's tasks, each with its number among those that forms
/// can fill.
const ROWS: [(&str, u8); 10] = [
    ("file-doc-row-spread", 4),
    ("file-doc-row-training", 7),
    ("file-doc-row-democracy", 8),
    ("file-doc-row-reform", 9),
    ("file-doc-row-integrity", 10),
    ("file-doc-row-initiatives", 11),
    ("file-doc-row-culture", 12),
    ("file-doc-row-ranking", 13),
    ("file-doc-row-discipline", 14),
    ("file-doc-row-praise", 15),
];

const REPORT: Paper = Paper {
    number: "file-doc-number",
    kind: "file-doc-kind",
    subject: "file-doc-subject",
};

/// The bytes of a DOCX file.
///
/// # Errors
/// A mistake of ours.
pub fn docx(figures: &Figures, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    frame::head(&mut page, figures, words, &REPORT);
    let to = [("to", frame::above(figures, words).into())];
    page.line(&words.with("file-doc-to", &to), Look::TO);
    general(&mut page, figures, words);
    counted(&mut page, figures, words);
    page.section(&words.say("file-doc-tasks"));
    page.table(tasks(figures, words));
    if !figures.commended.is_empty() {
        page.heading(&words.say("file-doc-commended"));
        page.table(commended(figures, words));
    }
    page.section(&words.say("file-doc-end"));
    for (key, row) in [
        ("file-doc-limits", Some(16)),
        ("file-doc-plans", None),
        ("file-doc-wishes", Some(17)),
    ] {
        filled(&mut page, figures, words, (key, row));
    }
    page.note(&words.say("file-note"));
    page.table(frame::signature(figures, words));
    page.bytes()
}

fn general(page: &mut Page, figures: &Figures, words: ReportWords<'_>) {
    page.section(&words.say("file-doc-general"));
    if figures.members > 0 {
        let members = [("members", figures.members.into())];
        page.text(&words.with("file-doc-general-members", &members));
    }
    filled(page, figures, words, ("file-doc-general-numbers", Some(2)));
    filled(page, figures, words, ("file-doc-general-plan", Some(1)));
    if let Some(entered) = entered(figures, 3) {
        page.text(&words.with("file-doc-registered", &[("entered", entered.into())]));
    }
}

/// What is asked for, and what was entered; a blank if nothing was.
fn filled(
    page: &mut Page,
    figures: &Figures,
    words: ReportWords<'_>,
    (key, row): (&str, Option<u8>),
) {
    match row.and_then(|row| entered(figures, row)) {
        Some(entered) => page.text(&format!("{} {entered}", words.say(key))),
        None => page.blank(&words.say(key), &words.say("file-doc-blank")),
    }
}

/// What was entered for a row: a single answer without its name, for the row says what it is.
fn entered(figures: &Figures, row: u8) -> Option<String> {
    let of = figures.entered.iter().filter(|one| one.row == row);
    let of: Vec<&Entered> = of.collect();
    if let [only] = of.as_slice() {
        return Some(only.value.clone());
    }
    let parts: Vec<String> = of
        .iter()
        .map(|one| format!("{}: {}", one.name, one.value))
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The part with our figures.
fn counted(page: &mut Page, figures: &Figures, words: ReportWords<'_>) {
    page.section(&words.say("file-doc-figures"));
    let days = [
        ("from", figures.span.from().into()),
        ("to", figures.span.to().into()),
    ];
    page.text(&words.with("file-doc-figures-source", &days));
    let rounds = [
        ("rounds", figures.rounds.into()),
        ("left_out", figures.left_out().into()),
    ];
    page.heading(&words.with("file-doc-turns", &rounds));
    page.table(participation(figures, words));
    if figures.overfull > 0 {
        page.text(&words.overfull());
    }
    before(page, figures, words);
    page.heading(&words.say("file-doc-themes"));
    match &figures.themes {
        Some(_) => page.table(themes(figures, words)),
        None => page.text(&words.say("file-doc-themes-none")),
    }
    page.heading(&words.say("file-doc-checkins"));
    if let Some(grassroots) = &figures.within {
        page.text(&words.within(grassroots));
    } else if figures.checkins.is_empty() {
        page.text(&words.say("file-doc-checkins-none"));
    } else {
        page.table(checkins(figures, words));
    }
    if let Some(beside) = figures.beside {
        page.heading(&words.say("file-doc-beside"));
        let args = [
            ("unit", beside.unit.into()),
            ("units", beside.units.into()),
            ("median", beside.median.into()),
        ];
        let key = match figures.round {
            Some(_) => "file-doc-beside-text",
            None => "file-doc-beside-text-weeks",
        };
        page.text(&words.with(key, &args));
    }
}

fn before(page: &mut Page, figures: &Figures, words: ReportWords<'_>) {
    match figures.before {
        Some(Figure::Shown(part)) => {
            let args = [
                ("percent", part.percent().into()),
                ("count", part.count.into()),
                ("of", part.of.into()),
            ];
            page.text(&words.with("file-doc-before-text", &args));
            match figures.change {
                Some(Trend::Up(points)) => {
                    page.text(&words.with("file-doc-up", &[("points", points.into())]))
                }
                Some(Trend::Down(points)) => {
                    page.text(&words.with("file-doc-down", &[("points", points.into())]))
                }
                Some(Trend::Unclear) => page.text(&words.say("file-doc-unclear")),
                None => {}
            }
        }
        Some(Figure::Hidden) => page.text(&words.say("file-doc-before-hidden")),
        None => {}
    }
}

fn participation(figures: &Figures, words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-sheet-measure", 4_156),
        ("file-sheet-turns", 1_700),
        ("file-sheet-of", 1_800),
        ("file-sheet-share", 1_700),
    ];
    let mut grid = Grid::new(words, &columns);
    match figures.participation {
        Figure::Shown(people) => {
            for (key, part) in steps(figures, &people) {
                let (count, of) = (words.number(part.count), words.number(part.of));
                let numbers = [count, of, words.percent(part.percent())];
                let numbers = numbers.map(|number| said(&number, Look::NUMBER));
                grid.row([text(&words.say(key))].into_iter().chain(numbers));
            }
        }
        Figure::Hidden => grid.row([said(&words.hidden(), Look::HIDDEN).grid_span(4)]),
    }
    grid.table()
}

fn themes(figures: &Figures, words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-sheet-theme", 4_156),
        ("file-sheet-right", 3_000),
        ("file-sheet-answering-turns", 2_200),
    ];
    let mut grid = Grid::new(words, &columns);
    for theme in figures.themes.iter().flat_map(|themes| &themes.all) {
        let name = text(&words.theme(theme));
        match theme.right {
            Figure::Shown(right) => {
                let share = said(&words.share(right.share), Look::NUMBER);
                let people = said(&words.number(right.people), Look::NUMBER);
                grid.row([name, share, people]);
            }
            Figure::Hidden => {
                grid.row([name, said(&words.hidden(), Look::HIDDEN).grid_span(2)]);
            }
        }
    }
    grid.table()
}

fn checkins(figures: &Figures, words: ReportWords<'_>) -> Table {
    let rows = figures.checkins.iter().map(|checkin| {
        let month = checkin.month.format("%m/%Y").to_string();
        let month = words.with("file-checkin", &[("month", month.into())]);
        let people = match checkin.people {
            Figure::Shown(people) => (
                words.with("file-people", &[("people", people.into())]),
                Look::NUMBER,
            ),
            Figure::Hidden => (words.hidden(), Look::HIDDEN),
        };
        vec![text(&month), cell(&[people])]
    });
    table(&[4_156, 5_200], rows.collect(), true)
}

/// Who was commended; the row stays if the name must not be shown any more.
fn commended(figures: &Figures, words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-commended-day", 1_500),
        ("file-commended-name", 2_200),
        ("file-commended-unit", 2_356),
        ("file-commended-reason", 3_300),
    ];
    let mut grid = Grid::new(words, &columns);
    for one in &figures.commended {
        let name = match &one.name {
            Some(name) => text(name),
            None => said(&words.say("file-commended-unnamed"), Look::HIDDEN),
        };
        let day = centred(&date(one.day));
        grid.row([day, name, text(&one.unit), text(&one.reason)]);
    }
    grid.table()
}

/// What was entered for a row, an answer a line.
fn lines(figures: &Figures, row: u8) -> Vec<(String, Look)> {
    let of = figures.entered.iter().filter(|one| one.row == row);
    of.map(|one| (format!("{}: {}", one.name, one.value), Look::CELL))
        .collect()
}

/// What the officer fills in, or has entered in a form: every empty cell says so.
fn tasks(figures: &Figures, words: ReportWords<'_>) -> Table {
    let columns = [("file-doc-content", 5_200), ("file-doc-result", 3_400)];
    let mut grid = Grid::numbered(words, 756, &columns);
    for (key, row) in &ROWS {
        let result = match lines(figures, *row) {
            none if none.is_empty() => to_fill_in(&words.say("file-doc-blank")),
            entered => cell(&entered),
        };
        grid.row([text(&words.say(key)), result]);
    }
    grid.table()
}

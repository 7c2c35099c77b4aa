//! The report as a spreadsheet: three tables with formulas, each with a chart beside it.
//!
//! Knows columns and cells. Must not know where figures come from. Each formula carries its result as well:
//! a phone's viewer does not compute.

mod cells;
mod evidence;
mod formats;

use rust_xlsxwriter::{Chart, ChartType, XlsxError};

use self::cells::{SheetTable, ratio};
use self::formats::SheetFormats;
use super::WriteError;
use super::book::{self, page};
use super::figures::{Figure, Figures, Share};
use super::picture::{so_far_steps, steps};
use super::words::ReportWords;
use crate::text::Texts;
use crate::types::{Language, Length};

/// The bytes of an XLSX file.
///
/// # Errors
/// A mistake of ours: a name or a number that no spreadsheet takes.
pub fn xlsx(figures: &Figures, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let formats = SheetFormats::new();
    let title = words.say("file-title");
    let mut book = book::of(&title, figures.span.to())?;
    type Fill = fn(&mut SheetTable<'_>, &Figures) -> Result<(), XlsxError>;
    let sheets: [(&str, Fill); 3] = [
        ("file-sheet-summary", summary),
        ("file-sheet-themes", themes),
        ("file-sheet-weeks", weeks),
    ];
    for (key, fill) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(words.say(key))?;
        page(sheet, &title, true);
        fill(&mut SheetTable::new(sheet, &formats, words), figures)?;
    }
    if !figures.commended.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(words.say("file-sheet-commended"))?;
        page(sheet, &title, false);
        commended(&mut SheetTable::new(sheet, &formats, words), figures)?;
    }
    if !figures.entered.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(words.say("file-evidence"))?;
        page(sheet, &title, false);
        evidence::fill(sheet, figures, words)?;
    }
    Ok(book.save_to_buffer()?)
}

fn summary(table: &mut SheetTable<'_>, figures: &Figures) -> Result<(), XlsxError> {
    let words = table.words;
    table.titles(figures, "file-sheet-summary")?;
    let counted = if figures.span.length() == Length::Week {
        "file-sheet-people"
    } else {
        "file-sheet-turns"
    };
    let keys = [
        "file-sheet-measure",
        counted,
        "file-sheet-of",
        "file-sheet-share",
    ];
    table.head(&keys, &[40, 18, 14, 18])?;
    let first = table.row();
    if figures.round.as_ref().is_some_and(|round| !round.closed) {
        return so_far(table, figures);
    }
    match figures.participation {
        Figure::Shown(people) => {
            for (key, part) in steps(figures, &people) {
                table.part(&words.say(key), Figure::Shown(part))?;
            }
        }
        Figure::Hidden => {
            for key in [
                "file-reached",
                "file-read",
                "file-answered",
                "file-finished",
            ] {
                table.part(&words.say(key), Figure::Hidden)?;
            }
        }
    }
    let last = table.row() - 1;
    before(table, figures)?;
    if let Some(beside) = figures.beside {
        let keys = match figures.round {
            Some(_) => ["file-sheet-beside-unit", "file-sheet-beside-median"],
            None => [
                "file-sheet-beside-unit-weeks",
                "file-sheet-beside-median-weeks",
            ],
        };
        for (key, percent) in keys.into_iter().zip([beside.unit, beside.median]) {
            table.share(&words.say(key), percent)?;
        }
    }
    below(table, figures)?;
    let chart = Chart::new(ChartType::Column);
    table.chart(chart, "file-participation", (first, last), 3)
}

/// Of a round that is open: in steps, without shares, so without a chart.
fn so_far(table: &mut SheetTable<'_>, figures: &Figures) -> Result<(), XlsxError> {
    let words = table.words;
    let keys = [
        "file-reached",
        "file-read",
        "file-answered",
        "file-finished",
    ];
    match figures.so_far {
        Figure::Shown(so_far) => {
            for (key, count) in so_far_steps(so_far) {
                let said = count.map_or_else(|| words.hidden(), |count| words.more_than(count));
                table.said(&words.say(key), &said)?;
            }
        }
        Figure::Hidden => {
            for key in keys {
                table.said(&words.say(key), &words.say("file-week-open"))?;
            }
        }
    }
    before(table, figures)?;
    below(table, figures)
}

fn before(table: &mut SheetTable<'_>, figures: &Figures) -> Result<(), XlsxError> {
    match figures.before {
        Some(before) => table.part(&table.words.say("file-sheet-before"), before),
        None => Ok(()),
    }
}

/// What stands below the steps, the notes included.
fn below(table: &mut SheetTable<'_>, figures: &Figures) -> Result<(), XlsxError> {
    let words = table.words;
    if figures.members > 0 {
        let label = words.say("file-sheet-members");
        table.count(&label, Figure::Shown(figures.members))?;
    }
    for checkin in &figures.checkins {
        let month = checkin.month.format("%m/%Y").to_string();
        let label = words.with("file-checkin", &[("month", month.into())]);
        table.count(&label, checkin.people)?;
    }
    if let Some(grassroots) = &figures.within {
        table.note(&words.within(grassroots))?;
    }
    if figures.overfull > 0 {
        table.note(&words.overfull())?;
    }
    table.notes()
}

fn themes(table: &mut SheetTable<'_>, figures: &Figures) -> Result<(), XlsxError> {
    let words = table.words;
    let answering = if figures.span.length() == Length::Week {
        "file-sheet-answering"
    } else {
        "file-sheet-answering-turns"
    };
    let keys = [
        "file-sheet-theme",
        "file-sheet-right",
        "file-sheet-how",
        answering,
    ];
    table.titles(figures, "file-sheet-themes")?;
    table.head(&keys, &[24, 16, 32, 18])?;
    // Over several weeks a share is the mean of the weekly shares as shown.
    let how = if figures.span.length() == Length::Week {
        how
    } else {
        |share: Share| match share {
            Share::About(_) | Share::Exactly(_) => "file-sheet-mean-of-weeks",
            share => how(share),
        }
    };
    let Some(known) = &figures.themes else {
        return table.line(&words.say("file-doc-themes-none"));
    };
    let first = table.row();
    for theme in &known.all {
        let name = words.theme(theme);
        table.right(&name, theme.right, how)?;
    }
    let last = table.row() - 1;
    table.notes()?;
    let days = [("from", known.from.into()), ("to", known.to.into())];
    let title = words.with("file-themes", &days);
    let chart = table.titled(Chart::new(ChartType::Column), &title, (first, last), 1);
    table.place(&chart)
}

fn commended(table: &mut SheetTable<'_>, figures: &Figures) -> Result<(), XlsxError> {
    let words = table.words;
    let keys = [
        "file-commended-day",
        "file-commended-name",
        "file-commended-unit",
        "file-commended-reason",
    ];
    table.titles(figures, "file-sheet-commended")?;
    table.head(&keys, &[14, 26, 32, 62])?;
    for one in &figures.commended {
        let unnamed = || words.say("file-commended-unnamed");
        let name = one.name.clone().unwrap_or_else(unnamed);
        table.dated(one.day, &[&name, &one.unit, &one.reason])?;
    }
    Ok(())
}

fn how(share: Share) -> &'static str {
    match share {
        Share::Exactly(_) => "file-sheet-exact",
        Share::About(_) => "file-sheet-about",
        Share::AtLeast(_) => "file-sheet-least",
        Share::AtMost(_) => "file-sheet-most",
    }
}

fn weeks(table: &mut SheetTable<'_>, figures: &Figures) -> Result<(), XlsxError> {
    let keys = [
        "file-sheet-monday",
        "file-answered",
        "file-reached",
        "file-sheet-share",
    ];
    table.titles(figures, "file-sheet-weeks")?;
    table.head(&keys, &[40, 18, 14, 18])?;
    let first = table.row();
    for week in figures.weeks.iter().filter(|week| !week.open) {
        table.week(week.monday, week.answered)?;
    }
    let last = table.row().saturating_sub(1);
    let shares = figures
        .weeks
        .iter()
        .filter_map(|week| week.answered.shown());
    let shares: Vec<f64> = shares.map(|part| ratio(part.count, part.of)).collect();
    // The weeks before a week are there to compare; only those of a longer period make a mean.
    if figures.round.is_none() && !shares.is_empty() {
        table.mean("file-sheet-mean", (first, last), &shares)?;
    }
    // Below the mean, so that it is outside the formula and the chart.
    for week in figures.weeks.iter().filter(|week| week.open) {
        table.open_week(week.monday)?;
    }
    if !shares.is_empty() {
        table.notes()?;
        return table.chart(
            Chart::new(ChartType::Column),
            "file-weeks",
            (first, last),
            3,
        );
    }
    table.notes()
}

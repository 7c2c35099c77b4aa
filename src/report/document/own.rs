//! Papers of a member's own: the deeds they chose, and their year. They go to nobody else, and say so on each page.
//!
//! Knows the parts of such a paper. Must not know where they come from. Nothing in them is counted or rated, and no name is
//! printed: whoever signs writes it.

use chrono::NaiveDate;
use docx_rs::Table;

use super::page::{Grid, Look, Page, cell, centred, table, text};
use crate::report::WriteError;
use crate::report::words::{ReportWords, day};
use crate::text::Texts;
use crate::types::Language;

/// Deeds that a member chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What the sheet is called.
    pub title: String,
    /// The member's unit.
    pub unit: String,
    /// The year it is for.
    pub year: i32,
    /// Each with what it belongs to.
    pub deeds: Vec<(String, String)>,
}

/// A member's year so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyYear {
    /// What the year is called.
    pub period: String,
    /// The member's unit.
    pub unit: String,
    /// The day on which this was made.
    pub day: NaiveDate,
    /// Items read.
    pub read: usize,
    /// Weekly rounds answered.
    pub finished: usize,
    /// Criteria they were about.
    pub criteria: usize,
    /// The weeks with anything done.
    pub weeks: Vec<MyYearWeek>,
}

/// One of its weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyYearWeek {
    /// Its first day.
    pub monday: NaiveDate,
    /// What it was about.
    pub criterion: String,
    /// The title of the item, if it was read.
    pub item: Option<String>,
    /// Whether all questions were answered.
    pub finished: bool,
}

/// The bytes of a DOCX file with chosen deeds, to print and sign.
///
/// # Errors
/// A mistake of ours.
pub fn sheet(sheet: &Sheet, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    page.line(&sheet.unit.to_uppercase(), Look::CENTRE);
    page.line("", Look::CENTRE);
    page.line(&sheet.title.to_uppercase(), Look::TITLE);
    page.line(
        &words.with(
            "file-deeds-year",
            &[("year", sheet.year.to_string().into())],
        ),
        Look::TITLE,
    );
    page.line("", Look::CENTRE);
    page.line(&words.say("file-deeds-who"), Look::CELL);
    page.line("", Look::CENTRE);
    let columns = [("file-deeds-about", 2_200), ("file-deeds-deed", 6_400)];
    let mut grid = Grid::numbered(words, 756, &columns);
    for (about, deed) in &sheet.deeds {
        grid.row([text(about), text(deed)]);
    }
    page.table(grid.table());
    page.note(&words.say("file-deeds-note"));
    let right = cell(&[
        (words.say("file-doc-date"), Look::DATE),
        (words.say("file-deeds-signer"), Look::NATION),
        (words.say("file-deeds-sign"), Look::DATE),
    ]);
    page.table(table(&[4_000, 5_356], vec![vec![cell(&[]), right]], false));
    page.bytes()
}

/// The bytes of a DOCX file with a member's year, to copy from.
///
/// # Errors
/// A mistake of ours.
pub fn my_year(year: &MyYear, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::marked(&words.say("file-my-year-mark"));
    page.line(&words.say("file-my-year-title"), Look::TITLE);
    let args = [
        ("year", year.period.as_str().into()),
        ("unit", year.unit.as_str().into()),
    ];
    page.line(&words.with("file-my-year-of", &args), Look::CENTRE);
    let args = [
        ("read", year.read.into()),
        ("finished", year.finished.into()),
        ("criteria", year.criteria.into()),
        ("day", year.day.into()),
    ];
    page.text(&words.with("file-my-year-done", &args));
    if !year.weeks.is_empty() {
        page.table(weeks(&year.weeks, words));
    }
    for key in ["file-my-year-deeds", "file-my-year-next"] {
        page.blank(&words.say(key), &words.say("file-my-year-blank"));
    }
    page.note(&words.say("file-my-year-note"));
    page.bytes()
}

fn weeks(weeks: &[MyYearWeek], words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-my-year-week", 1_300),
        ("file-my-year-criterion", 1_300),
        ("file-my-year-item", 4_956),
        ("file-my-year-quiz", 1_800),
    ];
    let mut grid = Grid::new(words, &columns);
    for week in weeks {
        let quiz = match week.finished {
            true => words.say("file-my-year-answered"),
            false => String::new(),
        };
        let item = text(week.item.as_deref().unwrap_or_default());
        let (monday, criterion) = (centred(&day(week.monday)), centred(&week.criterion));
        grid.row([monday, criterion, item, centred(&quiz)]);
    }
    grid.table()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;
    use crate::text::Words;

    /// A reader refuses a file in which a part is named that is not there.
    #[test]
    fn every_part_that_is_named_is_there() {
        let texts = Texts::built_in(&Words::default()).unwrap_or_else(|faults| panic!("{faults}"));
        let year = MyYear {
            period: "Năm 2026".to_owned(),
            unit: "Tổ Văn phòng".to_owned(),
            day: NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
            read: 0,
            finished: 0,
            criteria: 0,
            weeks: Vec::new(),
        };
        let bytes = my_year(&year, &texts, Language::Vi).unwrap();
        let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut named = String::new();
        let mut list = file.by_name("word/_rels/document.xml.rels").unwrap();
        list.read_to_string(&mut named).unwrap();
        drop(list);
        for part in named.split("Target=\"").skip(1) {
            let part = part.split('"').next().unwrap();
            assert!(file.by_name(&format!("word/{part}")).is_ok(), "{part}");
        }
    }
}

//! What members chose in a survey, as a document for the head of the agency: a draft in the report's layout.
//!
//! Knows the parts of such a document. Must not know where figures come from, nor why one of them is hidden. Number, date,
//! signature and seal stay blank.

use chrono::{Datelike, NaiveDate};
use docx_rs::Table;

use super::frame::{by_chair, letterhead};
use super::page::{Grid, Look, Page, said, text};
use crate::report::WriteError;
use crate::report::figures::Share;
use crate::report::words::ReportWords;
use crate::text::Texts;
use crate::types::Language;

/// What a survey came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyFigures {
    /// What was asked about.
    pub title: String,
    /// The unit.
    pub unit: String,
    /// The unit above it.
    pub parent: Option<String>,
    /// The first day.
    pub opened: NaiveDate,
    /// The last day.
    pub closed: NaiveDate,
    /// How many answered.
    pub people: i64,
    /// The questions.
    pub questions: Vec<SurveyQuestion>,
    /// What is known least, if that belongs to what was asked about; empty without enough evidence.
    pub topics: Option<Vec<String>>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyQuestion {
    /// What it is called.
    pub name: String,
    /// How many options could be chosen.
    pub most: usize,
    /// Each option with its share, the most chosen first; none if too few answered.
    pub options: Vec<(String, Share)>,
}

/// The bytes of a DOCX file.
///
/// # Errors
/// A mistake of ours.
pub fn docx(
    figures: &SurveyFigures,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    let whose = (figures.parent.as_deref(), figures.unit.as_str());
    letterhead(&mut page, whose, words, "file-doc-number");
    let subject = match figures.topics {
        Some(_) => "file-survey-proposal",
        None => "file-survey-summary",
    };
    page.line(&words.say("file-doc-kind"), Look::TITLE);
    // What is wished for is for the year that comes.
    let next = (figures.opened.year() + 1).to_string();
    let args = [
        ("title", figures.title.as_str().into()),
        ("next", next.into()),
    ];
    page.line(&words.with(subject, &args), Look::TITLE);
    page.line(&words.say("file-survey-to"), Look::TO);
    let args = [
        ("opened", figures.opened.into()),
        ("closed", figures.closed.into()),
        ("people", figures.people.into()),
        ("title", figures.title.as_str().into()),
    ];
    page.text(&words.with("file-survey-how", &args));
    for (question, number) in figures.questions.iter().zip(1_i64..) {
        let args = [
            ("number", number.into()),
            ("name", question.name.as_str().into()),
            ("most", question.most.into()),
        ];
        page.heading(&words.with("file-survey-question", &args));
        match question.options.is_empty() {
            true => page.text(&words.say("file-survey-few")),
            false => page.table(options(question, words)),
        }
    }
    if let Some(topics) = &figures.topics {
        let number = i64::try_from(figures.questions.len()).unwrap_or(0) + 1;
        page.heading(&words.with("file-survey-topics", &[("number", number.into())]));
        for topic in topics {
            page.text(&format!("- {topic}"));
        }
        if topics.is_empty() {
            page.text(&words.say("file-survey-topics-none"));
        }
        page.text(&words.say("file-survey-topics-note"));
    }
    page.blank(&words.say("file-survey-asks"), &words.say("file-doc-blank"));
    page.note(&words.say("file-survey-note"));
    page.table(by_chair(words.say("file-survey-copy"), words));
    page.bytes()
}

fn options(question: &SurveyQuestion, words: ReportWords<'_>) -> Table {
    let columns = [("file-doc-content", 5_900), ("file-survey-share", 2_700)];
    let mut grid = Grid::numbered(words, 756, &columns);
    for (name, share) in &question.options {
        grid.row([text(name), said(&words.share(*share), Look::NUMBER)]);
    }
    grid.table()
}

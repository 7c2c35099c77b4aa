//! A question as a row: its columns, and the value that each of them has in the YAML.
//!
//! Knows the order of the columns. Must not know cells nor files.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::campaign::raw::{Choice, Kind, Question, Text};
use crate::campaign::read::{self, Content};
use crate::text::{SPOKEN_TO, Texts};
use crate::told;
use crate::types::Language;

/// The hidden sheet with what was exported.
pub(super) const MEMORY: &str = "nhip";

/// The letters of the options.
pub(super) const LETTERS: [&str; 4] = ["A", "B", "C", "D"];

/// The kinds as the YAML writes them.
pub(super) const KINDS: [(Kind, &str); 3] = [
    (Kind::Recall, "recall"),
    (Kind::Law, "law"),
    (Kind::Situation, "situation"),
];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum BankColumn {
    Id,
    Criterion,
    Kind,
    Difficulty,
    /// The share of members expected to get it right.
    Expect,
    /// The question of which it is the twin.
    Twin,
    Question,
    /// What an option says; 0 is A.
    Choice(usize),
    /// What is said to who chooses it.
    Feedback(usize),
    Right,
    Why,
    DoNow,
    Document,
    Place,
    EffectiveFrom,
    CheckedOn,
    SupersededBy,
}

impl BankColumn {
    /// All of them, from left to right.
    pub(super) const ALL: [Self; 23] = [
        Self::Id,
        Self::Criterion,
        Self::Kind,
        Self::Difficulty,
        Self::Expect,
        Self::Twin,
        Self::Question,
        Self::Choice(0),
        Self::Feedback(0),
        Self::Choice(1),
        Self::Feedback(1),
        Self::Choice(2),
        Self::Feedback(2),
        Self::Choice(3),
        Self::Feedback(3),
        Self::Right,
        Self::Why,
        Self::DoNow,
        Self::Document,
        Self::Place,
        Self::EffectiveFrom,
        Self::CheckedOn,
        Self::SupersededBy,
    ];

    /// Whether a question can be without it.
    pub(super) fn optional(self) -> bool {
        matches!(
            self,
            Self::Expect
                | Self::Twin
                | Self::Feedback(_)
                | Self::DoNow
                | Self::Place
                | Self::SupersededBy
        )
    }

    /// Whether it follows from the id, or is it: nobody may change it in a workbook.
    pub(super) fn fixed(self) -> bool {
        matches!(self, Self::Id | Self::Criterion)
    }

    /// Whether a day stands in it.
    pub(super) fn dated(self) -> bool {
        matches!(self, Self::EffectiveFrom | Self::CheckedOn)
    }

    /// What it is called in faults and differences.
    pub(super) fn name(self) -> String {
        let letter = |option: usize| LETTERS.get(option).copied().unwrap_or("?");
        match self {
            Self::Id => told!("column-id"),
            Self::Criterion => told!("column-criterion"),
            Self::Kind => told!("column-kind"),
            Self::Difficulty => told!("column-difficulty"),
            Self::Expect => told!("column-expect"),
            Self::Twin => told!("column-twin"),
            Self::Question => told!("column-question"),
            Self::Choice(option) => told!("column-option", letter = letter(option)),
            Self::Feedback(option) => told!("column-feedback", letter = letter(option)),
            Self::Right => told!("column-right"),
            Self::Why => told!("column-why"),
            Self::DoNow => told!("column-do-now"),
            Self::Document => told!("column-document"),
            Self::Place => told!("column-place"),
            Self::EffectiveFrom => "effective_from".into(),
            Self::CheckedOn => "checked_on".into(),
            Self::SupersededBy => "superseded_by".into(),
        }
    }
}

/// The words of the workbook that people read.
#[derive(Clone, Copy)]
pub(super) struct WorkbookWords<'a>(pub &'a Texts);

impl WorkbookWords<'_> {
    /// A text without arguments.
    pub(super) fn say(self, key: &str) -> String {
        self.0.plain(Language::Vi, key, &[])
    }

    /// How to use the workbook, a rule a line.
    pub(super) fn guide(self) -> String {
        let [within, first] = SPOKEN_TO;
        let args = [("within", within.into()), ("first", first.into())];
        self.0.plain(Language::Vi, "bank-guide-lines", &args)
    }

    /// What stands above a column.
    pub(super) fn header(self, column: BankColumn) -> String {
        let lettered = |key: &str, option: usize| {
            let letter = LETTERS.get(option).copied().unwrap_or("?");
            let args = [("letter", letter.into())];
            self.0.plain(Language::Vi, key, &args)
        };
        match column {
            BankColumn::Id => self.say("bank-id"),
            BankColumn::Criterion => self.say("bank-criterion"),
            BankColumn::Kind => self.say("bank-kind"),
            BankColumn::Difficulty => self.say("bank-difficulty"),
            BankColumn::Expect => self.say("bank-expect"),
            BankColumn::Twin => self.say("bank-twin"),
            BankColumn::Question => self.say("bank-question"),
            BankColumn::Choice(option) => lettered("bank-option", option),
            BankColumn::Feedback(option) => lettered("bank-feedback", option),
            BankColumn::Right => self.say("bank-right"),
            BankColumn::Why => self.say("bank-why"),
            BankColumn::DoNow => self.say("bank-do-now"),
            BankColumn::Document => self.say("bank-document"),
            BankColumn::Place => self.say("bank-place"),
            BankColumn::EffectiveFrom => self.say("bank-effective-from"),
            BankColumn::CheckedOn => self.say("bank-checked-on"),
            BankColumn::SupersededBy => self.say("bank-superseded-by"),
        }
    }

    /// What stands beside a heading when one points at it: what to write there.
    pub(super) fn help(self, column: BankColumn) -> String {
        self.say(match column {
            BankColumn::Id => "bank-help-id",
            BankColumn::Criterion => "bank-help-criterion",
            BankColumn::Kind => "bank-help-kind",
            BankColumn::Difficulty => "bank-help-difficulty",
            BankColumn::Expect => "bank-help-expect",
            BankColumn::Twin => "bank-help-twin",
            BankColumn::Question => "bank-help-question",
            BankColumn::Choice(_) => "bank-help-option",
            BankColumn::Feedback(_) => "bank-help-feedback",
            BankColumn::Right => "bank-help-right",
            BankColumn::Why => "bank-help-why",
            BankColumn::DoNow => "bank-help-do-now",
            BankColumn::Document => "bank-help-document",
            BankColumn::Place => "bank-help-place",
            BankColumn::EffectiveFrom => "bank-help-effective-from",
            BankColumn::CheckedOn => "bank-help-checked-on",
            BankColumn::SupersededBy => "bank-help-superseded-by",
        })
    }

    /// What a kind is called: as members read it.
    pub(super) fn kind(self, name: &str) -> String {
        match name {
            "recall" => self.say("kind-recall"),
            "law" => self.say("kind-law"),
            "situation" => self.say("kind-situation"),
            other => other.to_owned(),
        }
    }
}

/// A question's values by column, as the YAML has them; what it lacks is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct QuestionRow {
    pub values: BTreeMap<BankColumn, String>,
}

impl QuestionRow {
    /// The value of a column.
    pub(super) fn get(&self, column: BankColumn) -> &str {
        self.values.get(&column).map_or("", String::as_str)
    }

    /// The row of a question.
    pub(super) fn of(criterion: &str, question: &Question) -> Self {
        let value = |column: BankColumn| match column {
            BankColumn::Id => question.id.value.clone(),
            BankColumn::Criterion => criterion.to_owned(),
            BankColumn::Kind => kind(question.kind.value).to_owned(),
            BankColumn::Difficulty => question.difficulty.value.to_string(),
            BankColumn::Expect => {
                let expect = question.expect.as_ref();
                expect.map_or_else(String::new, |expect| expect.value.to_string())
            }
            BankColumn::Right => right(question).to_owned(),
            other => text(question, other).map_or_else(String::new, |text| text.value.clone()),
        };
        Self {
            values: BankColumn::ALL
                .into_iter()
                .map(|column| (column, value(column)))
                .collect(),
        }
    }
}

/// All questions of the content as rows, criterion by criterion.
pub(super) fn rows(content: &Content) -> Vec<QuestionRow> {
    let pages = content.criteria.iter().flat_map(|page| {
        let questions = page.raw.questions.value.iter();
        questions.map(|one| QuestionRow::of(&page.raw.criterion.value, one))
    });
    pages.collect()
}

fn kind(kind: Kind) -> &'static str {
    KINDS
        .iter()
        .find(|(known, _)| *known == kind)
        .map_or("", |(_, name)| name)
}

fn right(question: &Question) -> &'static str {
    let options = question.options.value.iter();
    let mut lettered = LETTERS.iter().zip(options);
    lettered
        .find(|(_, choice)| choice.is_right())
        .map_or("", |(letter, _)| letter)
}

/// An option of a question.
pub(super) fn choice(question: &Question, option: usize) -> Option<&Choice> {
    question.options.value.get(option)
}

/// The text that a column shows, if it shows one and the question has it.
pub(super) fn text(question: &Question, column: BankColumn) -> Option<&Text> {
    match column {
        BankColumn::Id => Some(&question.id),
        BankColumn::Twin => question.twin.as_ref(),
        BankColumn::Question => Some(&question.question),
        BankColumn::Choice(option) => choice(question, option).map(|choice| &choice.text),
        BankColumn::Feedback(option) => choice(question, option)?.why.as_ref(),
        BankColumn::Why => Some(&question.why),
        BankColumn::DoNow => question.do_now.as_ref(),
        BankColumn::Document => Some(&question.source.document),
        BankColumn::Place => question.source.place.as_ref(),
        BankColumn::EffectiveFrom => Some(&question.effective_from),
        BankColumn::CheckedOn => Some(&question.checked_on),
        BankColumn::SupersededBy => question.superseded_by.as_ref(),
        BankColumn::Criterion
        | BankColumn::Kind
        | BankColumn::Difficulty
        | BankColumn::Expect
        | BankColumn::Right => None,
    }
}

/// Where a column's value stands in the file.
pub(super) fn span(question: &Question, column: BankColumn) -> Option<Range<usize>> {
    match column {
        BankColumn::Kind => read::span(&question.kind),
        BankColumn::Difficulty => read::span(&question.difficulty),
        BankColumn::Expect => read::span(question.expect.as_ref()?),
        other => read::span(text(question, other)?),
    }
}

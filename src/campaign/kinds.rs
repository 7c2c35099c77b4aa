//! What the content is made of: criteria, cards, items, questions, check-ins.
//!
//! Knows the parts of each. Must not know files, nor which of them are right.

use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};

use crate::types::CriterionId;

/// Official words, and an English text of them. The official ones stand first, always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Byte for byte.
    pub text: String,
    /// For who reads English; `None` if nobody has written it.
    pub english: Option<String>,
}

impl Wording {
    /// The words by themselves: in the guideline's list a semicolon leads on to the next ones.
    pub fn alone(&self) -> &str {
        self.text.strip_suffix(';').unwrap_or(&self.text)
    }
}

/// One of the four themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// 1 to 4.
    pub number: u8,
    /// Its name, without quotation marks.
    pub name: Wording,
}

/// One of the twelve criteria with everything written about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Theme and number.
    pub id: CriterionId,
    /// The official wording, without its number.
    pub wording: Wording,
    /// The card for the monthly meeting.
    pub card: Card,
    /// The weekly items, in order.
    pub items: Vec<Item>,
    /// The questions, in order, superseded ones among them.
    pub questions: Vec<Question>,
}

/// From when on an entry is used, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub effective_from: NaiveDate,
    /// The first day of the entry that supersedes it.
    pub superseded_from: Option<NaiveDate>,
}

impl Term {
    /// Whether an entry is for use on `day`.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.effective_from <= day && self.superseded_from.is_none_or(|end| day < end)
    }
}

/// Where something comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// An id of `documents.yaml`.
    pub document: String,
    /// The clause or article, if it is known.
    pub place: Option<String>,
}

/// A discussion card: ten minutes of a monthly meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// `K-1.1`.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The situation to talk about.
    pub situation: String,
    /// Three open questions.
    pub questions: Vec<String>,
    /// From when on it is used.
    pub effective_from: NaiveDate,
    /// When somebody last compared it with its source.
    pub checked_on: NaiveDate,
    /// Where it comes from.
    pub source: Source,
}

/// A weekly item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// `I-1.1-1`.
    pub id: String,
    /// What it is about.
    pub criterion: CriterionId,
    /// What it is called.
    pub title: String,
    /// One thought.
    pub thought: String,
    /// One situation from work.
    pub situation: String,
    /// One small thing to try this week.
    pub attempt: String,
    /// When it is used.
    pub term: Term,
    /// When somebody last compared it with its source.
    pub checked_on: NaiveDate,
    /// Where it comes from.
    pub source: Source,
    /// The item that takes its place.
    pub superseded_by: Option<String>,
    /// The documents that it rests on.
    pub rests_on: Vec<String>,
}

impl Item {
    /// Whether it may be sent on `day`.
    pub fn active(&self, day: NaiveDate) -> bool {
        self.term.holds(day)
    }
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What a criterion or the campaign says.
    Recall,
    /// A fact that can be looked up.
    Law,
    /// What to do.
    Situation,
}

/// A question of the quiz.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// `Q-1.1-01`.
    pub id: String,
    /// What it is about.
    pub criterion: CriterionId,
    /// What it asks for.
    pub kind: Kind,
    /// 1 easy, 2, 3 hard.
    pub difficulty: u8,
    /// The question itself.
    pub question: String,
    /// Exactly four, exactly one of them right, in the order of the file.
    pub options: Vec<Choice>,
    /// The explanation everyone sees.
    pub why: String,
    /// When it is used.
    pub term: Term,
    /// When somebody last compared it with its source.
    pub checked_on: NaiveDate,
    /// Where it comes from.
    pub source: Source,
    /// The question that takes its place.
    pub superseded_by: Option<String>,
    /// The share of members expected to get it right, in per cent.
    pub expect: Option<u8>,
    /// The first of the family that this one belongs to: the same four options, one other fact, another key.
    pub twin: Option<String>,
    /// One thing that can be done today, shown below the explanation.
    pub do_now: Option<String>,
    /// The documents that its key and its explanations rest on.
    pub rests_on: Vec<String>,
}

impl Question {
    /// Whether it may be drawn on `day`. An old quiz shows its questions even later.
    pub fn active(&self, day: NaiveDate) -> bool {
        self.term.holds(day)
    }

    /// Which version of its options and key this is: what was chosen of another one says nothing of it.
    pub fn version(&self) -> String {
        let mut digest = Sha256::new();
        for choice in &self.options {
            digest.update(choice.text.as_bytes());
            digest.update([0, u8::from(choice.right)]);
        }
        let digest = digest.finalize();
        digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// What it has in common with its twins: the id of the first of them, its own if it has none.
    pub fn family(&self) -> &str {
        self.twin.as_deref().unwrap_or(&self.id)
    }

    /// Which option is right, by its place in the file. Loading refuses a question without one.
    pub fn right(&self) -> usize {
        let mut options = self.options.iter();
        options.position(|choice| choice.right).unwrap_or_default()
    }
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Whether it is the right one.
    pub right: bool,
    /// What is said to who chooses it.
    pub why: Option<String>,
}

/// A monthly check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkin {
    /// `C-01`.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The criterion of theme 1 that the thought belongs to.
    pub criterion: CriterionId,
    /// Theme 1: read and thought about, never answered.
    pub thought: String,
    /// One each for themes 2, 3 and 4.
    pub prompts: Vec<Prompt>,
    /// A last if–then; what a member makes of it is not stored.
    pub closing: String,
    /// From when on it is used.
    pub effective_from: NaiveDate,
    /// When somebody last compared it with its source.
    pub checked_on: NaiveDate,
    /// Where it comes from.
    pub source: Source,
}

/// One prompt of a check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// `C-01-2`.
    pub id: String,
    /// What it is about.
    pub criterion: CriterionId,
    /// The question about one's own deeds.
    pub question: String,
    /// Three or four, from the least to the most; one that does not apply comes last.
    pub choices: Vec<String>,
}

/// A day kept every year, with words that an officer may send when it is near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observance {
    /// The day of the month.
    pub day: u32,
    /// 1 to 12.
    pub month: u32,
    /// What it is called.
    pub name: String,
    /// Who says so.
    pub source: Source,
    /// The words; “{đồng chí}” is put in when they are used.
    pub broadcast: String,
}

impl Observance {
    /// Whether it is today or within the next days.
    pub fn is_near(&self, today: NaiveDate, days: u64) -> bool {
        let mut near = today
            .iter_days()
            .take(usize::try_from(days).unwrap_or(0) + 1);
        near.any(|day| (day.day(), day.month()) == (self.day, self.month))
    }
}

/// A day worth remembering, every year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anniversary {
    /// The day of the month.
    pub day: u32,
    /// 1 to 12.
    pub month: u32,
    /// The first time.
    pub year: i32,
    /// What happened.
    pub name: String,
    /// Who says so.
    pub source: Source,
}

/// What suggestions may be about, and where a denunciation or a complaint goes instead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The topics by their place, from 1; none: suggestions are off.
    pub topics: Vec<super::form::Wording>,
    /// The ways on paper, and which law says so.
    pub ways: Vec<(super::form::Wording, Source)>,
    /// The house rule: so many days for an answer. The law says “promptly”, and no number.
    pub answer_days: u32,
    /// When they were last held against the law.
    pub checked_on: NaiveDate,
}

impl Suggestions {
    /// What a topic is called.
    pub fn topic(&self, topic: u8, language: crate::types::Language) -> &str {
        let place = usize::from(topic).checked_sub(1);
        let words = place.and_then(|place| self.topics.get(place));
        words.map_or("", |words| words.get(language))
    }
}

//! A form: what the officers of a unit are asked once a period, or members once a year; and what becomes of each answer.
//!
//! Knows what a form can say. Must not know files, what a person typed, or where answers are kept.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;

use super::Source;
use crate::types::{FormName, Language, Length};

/// Fields of one prompt: what is typed in one line.
pub const FIELDS_MAX: usize = 6;
/// Prompts of a form.
pub const FORM_PROMPTS_MAX: usize = 30;
/// The largest number that is taken where a form sets no other limit.
pub const NUMBER_MAX: i64 = 10_000_000;
/// The same of money, in đồng.
pub const MONEY_MAX: i64 = 100_000_000_000_000;
/// Options of all questions together of a form that is for members: a sheet's button carries them.
pub const OPTIONS_IN_ALL: usize = 60;
/// Letters of a text where a form sets no other limit.
pub const WORDS_MAX: i64 = 500;

/// Words in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl Wording {
    /// The words in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

/// A form, read from a file of `messages/forms/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The name of its file.
    pub name: FormName,
    /// Rises when a question comes to mean something else; kept beside what was answered.
    pub version: u32,
    /// What it is called.
    pub title: Wording,
    /// Which units fill it in.
    pub asks: Asks,
    /// For how long a time, the usual one first; none of a form that is for members.
    pub periods: Vec<Length>,
    /// When members are asked.
    pub opens: Option<Opening>,
    /// The questions, in order.
    pub prompts: Vec<FormPrompt>,
    /// What must hold of several fields together.
    pub sums: Vec<SumCheck>,
    /// Where it comes from.
    pub source: Source,
    /// When it was last compared with that.
    pub checked_on: NaiveDate,
}

impl Form {
    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.prompts.iter().flat_map(|prompt| &prompt.fields)
    }

    /// The field that means this of an initiative.
    pub fn meaning(&self, means: Means) -> Option<&Field> {
        self.fields().find(|field| field.means == Some(means))
    }

    /// A field by its id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id == id)
    }
}

/// Who is asked: of units, which of those below the one that opens a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asks {
    /// The grassroots units; where there are none, those directly below.
    Grassroots,
    /// Those directly below.
    Below,
    /// Every member, once a year: counted only, a survey.
    Members,
    /// Whoever likes, for a sheet of their own that is kept nowhere.
    Oneself,
    /// Whoever has done something better, about that: an initiative of their own.
    Author,
}

impl Asks {
    /// Whether officers fill it in for a unit.
    pub fn units(self) -> bool {
        matches!(self, Self::Grassroots | Self::Below)
    }
}

/// The days of each year on which members are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The first.
    pub day: u32,
    /// Its month.
    pub month: u32,
    /// How many they are.
    pub days: u32,
}

impl Opening {
    /// The first and the last day of the one that begins in this year.
    pub fn of(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let first = NaiveDate::from_ymd_opt(year, self.month, self.day)?;
        Some((first, first + Days::new(u64::from(self.days) - 1)))
    }

    /// The one that runs on this day, or the next.
    pub fn around(self, day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let years = day.year() - 1..=day.year() + 4;
        let mut all = years.filter_map(|year| self.of(year));
        all.find(|(_, last)| *last >= day)
    }
}

/// A question of a form, with all that is typed as its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPrompt {
    /// Its number, for good.
    pub number: String,
    /// The question.
    pub ask: Wording,
    /// What helps to answer it.
    pub hint: Option<Wording>,
    /// What is answered, in order.
    pub fields: Vec<Field>,
}

/// One thing that is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The prompt's number and its own, as in `2.1`; for good.
    pub id: String,
    /// What it is called, in files and lists.
    pub name: Wording,
    /// What can be answered.
    pub kind: FieldKind,
    /// The least number; of a text, of letters.
    pub min: i64,
    /// The largest.
    pub max: i64,
    /// What can be chosen; beside a day or a text, what can be said in its place.
    pub options: Vec<FieldOption>,
    /// What the bot counts itself and shows beside it.
    pub known: Option<Known>,
    /// What of an initiative it is.
    pub means: Option<Means>,
    /// To whom above it is told.
    pub told: Told,
    /// The row of the report that it fills.
    pub report: Option<u8>,
    /// What is refused, and what is asked back.
    pub checks: FieldChecks,
}

impl Field {
    /// What stands above its column in a file.
    pub fn heading(&self, language: Language) -> String {
        let unit = match (self.kind, language) {
            (FieldKind::Percent, _) => " (%)",
            (FieldKind::Dong, _) => " (đồng)",
            (FieldKind::Million, Language::Vi) => " (triệu đồng)",
            (FieldKind::Million, Language::En) => " (million đồng)",
            _ => "",
        };
        format!("{} {}{unit}", self.id, self.name.get(language))
    }
}

/// What can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// A whole number.
    Whole,
    /// Per cent, with two decimals at most.
    Percent,
    /// Money in đồng.
    Dong,
    /// Money in millions of đồng.
    Million,
    /// A month.
    Month,
    /// A day.
    Date,
    /// One of the options.
    Choice,
    /// Some of the options.
    Choices,
    /// A short text.
    Text,
    /// What each of several people did of something, in per cent that make a hundred.
    Shares,
}

impl FieldKind {
    /// Whether several of this kind can be typed in one line, and added up.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::Whole | Self::Percent | Self::Dong | Self::Million
        )
    }

    /// Whether a sum over units means anything.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Whole | Self::Dong | Self::Million)
    }
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldOption {
    /// As it is stored; for good.
    pub id: String,
    /// As it is read.
    pub name: Wording,
}

/// What the bot counts itself. Nothing that may not be told to whoever fills in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Known {
    /// The declared number of people, as the newest round of the period found it.
    Declared,
    /// Weekly rounds of the period that have closed.
    Rounds,
    /// People reached in the newest of them.
    Reached,
    /// Turns in which people answered.
    Answered,
    /// Check-ins of the period that have closed.
    Checkins,
    /// How often somebody was commended.
    Commended,
    /// Broadcasts that the unit has sent.
    Broadcasts,
    /// Initiatives entered in the register of the unit and those below.
    Initiatives,
    /// Those of them that the unit has recognised.
    Recognised,
    /// Those that a level above has recognised.
    Raised,
    /// What those recognised are worth by their authors' estimate, in đồng.
    Benefit,
}

/// What a field says of an initiative, wherever it stands in its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Means {
    /// What it is called.
    Title,
    /// What has changed.
    Change,
    /// The month from which on it has been applied.
    Since,
    /// How it was before.
    Before,
    /// How it is now.
    After,
    /// In what before and after are measured.
    Measure,
    /// The benefit that its author states, in đồng.
    Benefit,
    /// Who else uses it.
    Spread,
    /// What each author did of it.
    Shares,
    /// Its field.
    Field,
    /// The kind of solution.
    Kind,
    /// Whether parts of it are to be kept secret.
    Secret,
}

impl Means {
    /// Without these nothing has been told yet: they are asked first.
    pub const FIRST: [Self; 3] = [Self::Title, Self::Change, Self::Since];

    /// The kind of answer that can mean it.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Since => FieldKind::Month,
            Self::Benefit => FieldKind::Dong,
            Self::Shares => FieldKind::Shares,
            Self::Field | Self::Kind | Self::Secret => FieldKind::Choice,
            _ => FieldKind::Text,
        }
    }
}

impl Known {
    /// As a plan's line keeps it; the same as in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Rounds => "rounds",
            Self::Reached => "reached",
            Self::Answered => "answered",
            Self::Checkins => "checkins",
            Self::Commended => "commended",
            Self::Broadcasts => "broadcasts",
            Self::Initiatives => "initiatives",
            Self::Recognised => "recognised",
            Self::Raised => "raised",
            Self::Benefit => "benefit",
        }
    }

    /// What is kept under this name.
    pub fn named(name: &str) -> Option<Self> {
        let name: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
        Self::deserialize(name).ok()
    }
}

/// To whom above the unit an answer is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Told {
    /// To the officers above, unit by unit.
    Each,
    /// Added up over several units only: a small number could name somebody.
    Sum,
}

/// What is refused of a field, and what is asked back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldChecks {
    /// No more than this field.
    pub at_most: Option<String>,
    /// No day that has not come.
    pub not_future: bool,
    /// Asked back: further than so many per cent from what the bot knows.
    pub near: Option<(Known, i64)>,
    /// Asked back, in these words: more than so many per cent of that field.
    pub share_of: Option<(String, i64, Wording)>,
    /// Asked back, in these words: later than so many months after the period has begun.
    pub within_months: Option<(u32, Wording)>,
    /// Asked back, in these words: so many months or more before the period has begun.
    pub long_ago: Option<(u32, Wording)>,
    /// Asked back: words that look like a person's name.
    pub no_names: bool,
    /// Asked back: words that look like the number of a file, a paper or a telephone.
    pub no_files: bool,
    /// Asked back: words that ask for something instead of telling what was done.
    pub no_wish: bool,
    /// Asked back: words without any figure.
    pub figure: bool,
}

/// Several fields together are no more than another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumCheck {
    /// What is added up.
    pub of: Vec<String>,
    /// What it may not exceed.
    pub at_most: String,
}

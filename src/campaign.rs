//! The campaign's content: criteria, items, questions, check-ins, calendar.
//!
//! Knows what is said and where it comes from. Must not know members, rounds or the
//! messenger. Read once at start, whole or not at all, and never changed.

pub(crate) mod age;
mod build;
pub(crate) use self::build::{build, told};
pub(crate) mod dates;
#[cfg(test)]
pub(crate) mod fixture;
pub mod form;
mod kinds;
mod ledger;
pub mod plan;
use self::form::{Form, Opening};
pub use self::kinds::{
    Anniversary, Card, Checkin, Choice, Criterion, Item, Kind, Observance, Prompt, Question,
    Source, Suggestions, Term, Theme, Wording,
};
pub(crate) use self::ledger::cite;
pub use self::ledger::{Document, Lapse, Ledger};
use self::plan::PlanFrame;
pub(crate) mod raw;
pub(crate) mod read;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use chrono::NaiveDate;

use crate::fault::{Fault, Faults};
use crate::messages::Tree;
use crate::types::{CriterionId, FormName};

/// Questions in a weekly quiz.
pub const QUIZ_QUESTIONS: usize = 5;
/// Options of a question.
pub const OPTIONS: usize = 4;
/// What may be expected of a question: the share of members that get it right, in per cent.
pub const EXPECT: std::ops::RangeInclusive<u8> = 5..=95;
/// Prompts of a check-in: one each for themes 2, 3 and 4.
pub const CHECKIN_PROMPTS: usize = 3;
/// Choices a prompt may have at least.
pub const CHOICES_MIN: usize = 3;
/// Choices a prompt may have at most.
pub const CHOICES_MAX: usize = 4;

/// All of the campaign's content.
#[derive(Debug)]
pub struct Campaign {
    title: Wording,
    objective: Wording,
    tasks: Vec<Wording>,
    themes: Vec<Theme>,
    criteria: Vec<Criterion>,
    checkins: Vec<Checkin>,
    forms: Vec<Form>,
    surveys: Vec<Form>,
    suggestions: Suggestions,
    author: Option<Form>,
    plan: PlanFrame,
    holidays: BTreeSet<NaiveDate>,
    anniversaries: Vec<Anniversary>,
    observances: Vec<Observance>,
    ledger: Ledger,
    items: HashMap<String, (usize, usize)>,
    questions: HashMap<String, (usize, usize)>,
}

impl Campaign {
    /// The content inside the binary.
    pub fn built_in() -> Result<Self, Faults> {
        Self::of(Tree::built_in())
    }

    /// The content of a folder; every fault that would break the bot, at once.
    ///
    /// `nhip check` finds more: what would only read badly.
    pub fn load(dir: &Path) -> Result<Self, Faults> {
        Self::of(Tree::read(dir))
    }

    #[expect(
        clippy::expect_used,
        reason = "each part that cannot be built has left a fault"
    )]
    fn of(tree: Result<Tree, Fault>) -> Result<Self, Faults> {
        let tree = tree.map_err(|fault| Faults(vec![fault]))?;
        let mut faults = Vec::new();
        let content = read::Content::read(&tree, &mut faults);
        let campaign = build(&tree, &content, &mut faults);
        Faults::none(faults)?;
        Ok(campaign.expect("what has no fault can be built"))
    }

    /// The campaign's full name.
    pub fn title(&self) -> &Wording {
        &self.title
    }

    /// What the campaign is for, as the guideline says it.
    pub fn objective(&self) -> &Wording {
        &self.objective
    }

    /// The six tasks, as the guideline says them.
    pub fn tasks(&self) -> &[Wording] {
        &self.tasks
    }

    /// The four themes, in order.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// A criterion.
    #[expect(
        clippy::expect_used,
        reason = "loading has refused every campaign without its twelve criteria"
    )]
    pub fn criterion(&self, id: CriterionId) -> &Criterion {
        self.criteria
            .iter()
            .find(|criterion| criterion.id == id)
            .expect("loading refuses a campaign without its twelve criteria")
    }

    /// The twelve criteria, in order.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter()
    }

    /// All items, criterion by criterion.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.criteria.iter().flat_map(|criterion| &criterion.items)
    }

    /// All questions, criterion by criterion, superseded ones among them.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.criteria
            .iter()
            .flat_map(|criterion| &criterion.questions)
    }

    /// An item by its id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        let (criterion, item) = *self.items.get(id)?;
        self.criteria.get(criterion)?.items.get(item)
    }

    /// A question by its id, superseded or not.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let (criterion, question) = *self.questions.get(id)?;
        self.criteria.get(criterion)?.questions.get(question)
    }

    /// The check-ins, in order.
    pub fn checkins(&self) -> &[Checkin] {
        &self.checkins
    }

    /// A check-in by its id.
    pub fn checkin(&self, id: &str) -> Option<&Checkin> {
        self.checkins.iter().find(|checkin| checkin.id == id)
    }

    /// The forms that officers fill in for units, by their names.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// One of them by its name.
    pub fn form(&self, name: FormName) -> Option<&Form> {
        self.forms.iter().find(|form| form.name == name)
    }

    /// The forms that are for members themselves, by their names.
    pub fn surveys(&self) -> &[Form] {
        &self.surveys
    }

    /// One of them by its name.
    pub fn survey(&self, name: FormName) -> Option<&Form> {
        self.surveys.iter().find(|form| form.name == name)
    }

    /// The form in which an author tells of an initiative, if there is one.
    pub fn initiative(&self) -> Option<&Form> {
        self.author.as_ref()
    }

    /// The same with members asked one of those forms on other days: a demo and a story do not wait until autumn.
    #[must_use]
    pub fn asking(mut self, name: FormName, opens: Opening) -> Self {
        for form in &mut self.surveys {
            if form.name == name {
                form.opens = Some(opens);
            }
        }
        self
    }

    /// The frame of a unit's yearly plan.
    pub fn plan(&self) -> &PlanFrame {
        &self.plan
    }

    /// The days on which nothing is sent.
    pub fn holidays(&self) -> &BTreeSet<NaiveDate> {
        &self.holidays
    }

    /// The days that are kept every year, with words for them.
    pub fn observances(&self) -> &[Observance] {
        &self.observances
    }

    /// The days worth remembering.
    pub fn anniversaries(&self) -> &[Anniversary] {
        &self.anniversaries
    }

    /// The questions that may be drawn on `day`: in use, and resting on what holds.
    pub fn questions_for(&self, day: NaiveDate) -> impl Iterator<Item = &Question> {
        let used = self.questions().filter(move |one| one.active(day));
        used.filter(move |one| self.holds(&one.rests_on, &one.source, day))
    }

    /// The items of a criterion that may be sent on `day`: in use, and resting on what holds.
    pub fn items_for(&self, id: CriterionId, day: NaiveDate) -> impl Iterator<Item = &Item> {
        let used = self.criterion(id).items.iter();
        let used = used.filter(move |one| one.active(day));
        used.filter(move |one| self.holds(&one.rests_on, &one.source, day))
    }

    /// The entries in use on `day` that are not sent because of a document, each with its id.
    pub fn not_sent(&self, day: NaiveDate) -> Vec<(&str, &Document)> {
        let items = self.items().filter(|one| one.active(day));
        let items = items.map(|one| (one.id.as_str(), &one.rests_on, &one.source));
        let questions = self.questions().filter(|one| one.active(day));
        let questions = questions.map(|one| (one.id.as_str(), &one.rests_on, &one.source));
        let entries = items.chain(questions);
        let barred = entries.filter_map(|(id, rests_on, source)| {
            let document = self.ledger.barred(rests_on, source, day)?;
            Some((id, document))
        });
        barred.collect()
    }

    fn holds(&self, rests_on: &[String], source: &Source, day: NaiveDate) -> bool {
        self.ledger.barred(rests_on, source, day).is_none()
    }

    /// What suggestions may be about, and where what is none goes.
    pub fn suggestions(&self) -> &Suggestions {
        &self.suggestions
    }

    /// The documents, and what became of them.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// How a member reads a source: `Luật … số 36/2018/QH14, khoản 2 Điều 22`.
    pub fn cite(&self, source: &Source) -> String {
        self.ledger.cite(source)
    }
}

#[cfg(test)]
mod tests;

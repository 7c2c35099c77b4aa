//! An initiative in its author's hands: what they have told, whether it is in a register, and what else looks like it.
//!
//! Knows what its author sees. Must not know what they may tap.

use chrono::{Datelike, Months, NaiveDate};

use super::alike::Trigrams;
use crate::campaign::form::{Form, Means};
use crate::core::ctx::Ctx;
use crate::event::ConsentPart;
use crate::forms::{self, Step};
use crate::screens::{FormKeys, FormPage};
use crate::store::initiatives::Initiative;
use crate::store::members::Member;
use crate::store::register::{Entry, EntryState};
use crate::store::{self, Result};
use crate::types::{Answer, Answers, InitiativeId, UnitId};

/// Months within which a form must be decided on.
pub(in crate::core) const MONTHS: u32 = 3;
/// The newest recognised titles that one is compared with.
const COMPARED_MAX: u32 = 500;
/// Titles that are shown as alike.
const ALIKE_MAX: usize = 3;

/// An initiative of the member in front of us.
pub(super) struct Own<'f> {
    pub(super) form: &'f Form,
    pub(super) steps: Vec<Step<'f>>,
    pub(super) one: Initiative,
    pub(super) answers: Answers,
    /// Its entry, if it is in a register.
    pub(super) entry: Option<Entry>,
}

impl Own<'_> {
    /// Whether its words may be changed: once the form was handed in they stand on paper.
    pub(super) fn open(&self) -> bool {
        let state = self.entry.as_ref().map(|entry| entry.state);
        state.is_none_or(|state| state < EntryState::Lodged)
    }

    /// The first of the first three questions that is not answered.
    pub(super) fn first_open(&self) -> Option<usize> {
        let mut first = self.steps.iter().take(Means::FIRST.len());
        first.position(|step| !step.is_answered(&self.answers))
    }

    pub(super) fn title(&self) -> Option<&str> {
        title(self.form, &self.answers)
    }

    pub(super) fn answer(&self, means: Means) -> Option<&Answer> {
        self.answers.get(&self.form.meaning(means)?.id)
    }

    /// What is counted of it: its field, and the benefit that is stated.
    pub(super) fn counted(&self) -> (Option<&str>, Option<i64>) {
        let field = match self.answer(Means::Field) {
            Some(Answer::Chosen(field)) => Some(field.as_str()),
            _ => None,
        };
        (field, self.answer(Means::Benefit).and_then(Answer::number))
    }

    pub(super) fn page<'p>(
        &'p self,
        (state, unit): (String, &'p str),
        notes: Vec<String>,
    ) -> FormPage<'p> {
        FormPage {
            form: self.form,
            keys: FormKeys::Initiative(self.one.id),
            unit,
            period: state,
            answers: &self.answers,
            own: true,
            notes,
        }
    }
}

/// What it is called, once that is told.
pub(in crate::core) fn title<'a>(form: &Form, answers: &'a Answers) -> Option<&'a str> {
    match answers.get(&form.meaning(Means::Title)?.id)? {
        Answer::Words(words) => Some(words),
        _ => None,
    }
}

/// It, if it is this member's.
pub(super) async fn of<'f>(
    ctx: &mut Ctx<'_>,
    member: &Member,
    form: &'f Form,
    id: InitiativeId,
) -> Result<Option<Own<'f>>> {
    let one = store::initiatives::by_id(ctx.tx, id).await?;
    let Some(one) = one.filter(|one| one.member == member.id) else {
        return Ok(None);
    };
    let mut answers = store::initiatives::answers(ctx.tx, &[id]).await?;
    let words = ctx.core.proof(ConsentPart::Author);
    Ok(Some(Own {
        form,
        steps: forms::steps(form),
        one,
        answers: answers.remove(&id).unwrap_or_default(),
        entry: store::register::of_initiative(ctx.tx, id, words).await?,
    }))
}

/// The last day on which a form may be decided on, and how many days are left until then.
pub(in crate::core) fn term(lodged: NaiveDate, today: NaiveDate) -> (NaiveDate, i64) {
    let last = lodged + Months::new(MONTHS);
    (last, (last - today).num_days())
}

/// Whose register takes what a member of this unit has done: that of the grassroots unit, however small the group they are in;
/// where no unit is one, their own.
pub(in crate::core) async fn home(ctx: &mut Ctx<'_>, unit: UnitId) -> Result<UnitId> {
    let mut line = store::units::above(ctx.tx, unit).await?;
    line.extend(store::units::by_id(ctx.tx, unit).await?);
    let mut kinds = line.iter();
    let found = kinds.find(|one| ctx.core.grassroots.has(&one.kind));
    Ok(found.map_or(unit, |found| found.id))
}

/// Around which unit titles are compared: its neighbours' count, too.
pub(super) async fn around(ctx: &mut Ctx<'_>, unit: UnitId) -> Result<UnitId> {
    let own = store::units::by_id(ctx.tx, unit).await?;
    Ok(own.and_then(|own| own.parent_id).unwrap_or(unit))
}

/// Recognised titles that look like this one, each with its unit and year. Bounded: the newest few hundred are compared.
pub(super) async fn alike(
    ctx: &mut Ctx<'_>,
    own: &Own<'_>,
    around: UnitId,
) -> Result<Vec<(String, String, i32)>> {
    let Some(title_now) = own.title() else {
        return Ok(Vec::new());
    };
    let words = ctx.core.proof(ConsentPart::Author);
    let all = store::register::recognised(ctx.tx, around, words, COMPARED_MAX).await?;
    let ids: Vec<InitiativeId> = all.iter().filter_map(|entry| entry.initiative).collect();
    let answers = store::initiatives::answers(ctx.tx, &ids).await?;
    let now = Trigrams::of(title_now);
    let others = all
        .iter()
        .filter(|entry| entry.initiative != Some(own.one.id));
    let alike = others.filter_map(|entry| {
        let title = title(own.form, answers.get(&entry.initiative?)?)?;
        let year = entry.decided_on?.year();
        let alike = now.alike(&Trigrams::of(title));
        alike.then(|| (title.to_owned(), entry.of.clone(), year))
    });
    Ok(alike.take(ALIKE_MAX).collect())
}

//! A form in somebody's hands: its steps and answers, whether it may be changed, and what a button answers.
//!
//! Knows who may see what of it. Must not know screens, nor when it is shown.

use crate::campaign::form::{FieldKind, Form};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx};
use crate::event::FormAction;
use crate::forms::{self, Step};
use crate::screens::{FormKeys, FormPage};
use crate::store::forms::FormReturn;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Answer, Answers, FormReturnId};

/// A form being filled in by somebody who may.
pub(super) struct Filling<'a> {
    pub(super) form: &'a Form,
    pub(super) steps: Vec<Step<'a>>,
    pub(super) one: FormReturn,
    pub(super) unit: Unit,
    /// Of the revision that is being written; of the one handed in if none is.
    pub(super) answers: Answers,
    /// Whether a revision is being written.
    pub(super) writing: bool,
    /// Whether a period that asks for it has closed.
    pub(super) frozen: bool,
    pub(super) own: bool,
    /// What the unit answered for the period before.
    pub(super) before: Answers,
}

impl Filling<'_> {
    /// Whether it may be changed as it stands: otherwise `Amend` comes first.
    pub(super) fn open(&self) -> bool {
        let begun = self.writing || self.one.revision == 0;
        begun && (!self.frozen || self.one.reason.is_some())
    }

    /// The first step without an answer; the summary if there is none.
    pub(super) fn first_open(&self) -> usize {
        if !self.open() {
            return self.steps.len();
        }
        let mut steps = self.steps.iter();
        let open = steps.position(|step| !step.is_answered(&self.answers));
        open.unwrap_or(self.steps.len())
    }

    /// What a button answers; nothing if it was forged.
    pub(super) fn tapped(&self, action: FormAction, at: usize) -> Vec<Answer> {
        let Some(step) = self.steps.get(at) else {
            return Vec::new();
        };
        let answers = step.fields.iter().map(|field| match action {
            FormAction::Same(..) => self.before.get(&field.id).cloned(),
            FormAction::Zero(..) => field.kind.is_number().then_some(Answer::Number(0)),
            FormAction::Pick(_, _, option) => {
                let option = field.options.get(usize::from(option))?;
                Some(match (field.kind, self.answers.get(&field.id)) {
                    (FieldKind::Choices, now) => toggled(now, &option.id),
                    _ => Answer::Chosen(option.id.clone()),
                })
            }
            _ => Some(Answer::Unknown),
        });
        let answers: Option<Vec<Answer>> = answers.collect();
        answers.unwrap_or_default()
    }

    pub(super) fn page<'p>(
        &'p self,
        ctx: &Ctx<'_>,
        caller: &Caller,
        notes: Vec<String>,
    ) -> FormPage<'p> {
        FormPage {
            form: self.form,
            keys: FormKeys::Return(self.one.id),
            unit: &self.unit.name,
            period: ctx.period(caller.language, self.one.span),
            answers: &self.answers,
            own: self.own,
            notes,
        }
    }
}

/// The choices with one more, or one less; none is “no figure yet”.
fn toggled(now: Option<&Answer>, id: &str) -> Answer {
    let now = match now {
        Some(Answer::Chosen(ids)) => ids.as_str(),
        _ => "",
    };
    let mut ids: Vec<&str> = now.split(' ').filter(|one| !one.is_empty()).collect();
    match ids.iter().position(|one| *one == id) {
        Some(place) => drop(ids.remove(place)),
        None => ids.push(id),
    }
    if ids.is_empty() {
        Answer::Unknown
    } else {
        Answer::Chosen(ids.join(" "))
    }
}

/// The form of this return, if the caller may fill it in.
pub(super) async fn filling<'c>(
    ctx: &mut Ctx<'c>,
    caller: &Caller,
    id: FormReturnId,
) -> Result<Option<Filling<'c>>> {
    let Some(one) = store::forms::by_id(ctx.tx, id).await? else {
        return Ok(None);
    };
    let core = ctx.core;
    let Some(form) = core.campaign.form(one.form) else {
        return Ok(None);
    };
    let unit = store::units::by_id(ctx.tx, one.unit).await?;
    let (Some(unit), true) = (unit, officers::may(ctx, caller.user, one.unit).await?) else {
        return Ok(None);
    };
    let draft = store::forms::answers(ctx.tx, id, one.draft()).await?;
    let writing = !draft.is_empty();
    let answers = match writing {
        true => draft,
        false => store::forms::answers(ctx.tx, id, one.revision).await?,
    };
    let key = (one.form, one.span.before());
    let before = match store::forms::find(ctx.tx, key, one.unit).await? {
        Some(last) => store::forms::answers(ctx.tx, last.id, last.revision).await?,
        None => Answers::new(),
    };
    Ok(Some(Filling {
        form,
        steps: forms::steps(form),
        frozen: store::form_periods::is_frozen(ctx.tx, (one.form, one.span), one.unit).await?,
        own: officers::is_own(ctx, caller.user, one.unit).await?,
        one,
        unit,
        answers,
        writing,
        before,
    }))
}

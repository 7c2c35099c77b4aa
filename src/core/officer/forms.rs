//! `/forms` (`/sonam`): an officer fills in a form for a unit, a step at a time in one message; stops and goes on at will.
//!
//! Knows whose form it is and whether it may still be changed. Must not know what is asked, nor what a good answer is.

mod filling;
mod handing;

pub(in crate::core) use handing::{amend, submit, wrote_reason};

use self::filling::{Filling, filling};
use crate::campaign::form::{FieldKind, Form};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::{facts, planned};
use crate::event::{Button, FormAction, IncomingMessage};
use crate::forms::{self, Facts, Step};
use crate::outgoing::{Key, Purpose};
use crate::store::dialogs::Dialog;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Answer, FormName, FormReturnId, Length, MessageId, Span, UnitId};

/// Periods in which a unit is asked that are offered.
const ASKING_MAX: u32 = 6;

/// `/forms`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Form(FormAction::Unit(unit));
    officers::open(ctx, caller, words, button, choice).await
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    action: FormAction,
) -> Result {
    match action {
        FormAction::Unit(unit) => officers::reopen(ctx, caller, tap, unit, choice).await,
        FormAction::Open(unit, form, span) => begin(ctx, caller, tap, unit, (form, span)).await,
        FormAction::Submit(id, revision) => submit(ctx, caller, tap, id, revision).await,
        FormAction::Amend(id, revision) => amend(ctx, caller, tap, id, revision).await,
        FormAction::Step(id, place) => {
            let Some(filling) = still(ctx, caller, tap, id).await? else {
                return Ok(());
            };
            ctx.ack(tap).await?;
            show(ctx, caller, &filling, place.into(), tap.message).await
        }
        FormAction::Same(id, at)
        | FormAction::Zero(id, at)
        | FormAction::Unknown(id, at)
        | FormAction::Pick(id, at, _) => {
            let Some(filling) = still(ctx, caller, tap, id).await? else {
                return Ok(());
            };
            ctx.ack(tap).await?;
            let answers = filling.tapped(action, at.into());
            answer(ctx, caller, &filling, at.into(), answers, tap.message).await
        }
    }
}

/// Which form and period: those that the level above asks for, then what a unit may write for itself.
async fn choice(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let mut offered: Vec<(FormName, Span)> = Vec::new();
    let mut keyboard = Vec::new();
    for period in store::form_periods::asking(ctx.tx, unit.id, ASKING_MAX).await? {
        let Some(form) = ctx
            .core
            .campaign
            .form(period.form)
            .filter(|_| !period.closed)
        else {
            continue;
        };
        let due = period.due_on.format("%d/%m/%Y").to_string();
        let args = [
            ("form", form.title.get(language).into()),
            ("period", ctx.period(caller.language, period.span).into()),
            ("due", due.into()),
        ];
        let label = ctx.plain(language, "button-form-asked", &args);
        if !offered.contains(&(period.form, period.span)) {
            offered.push((period.form, period.span));
            keyboard.push(way(label, unit.id, (period.form, period.span)));
        }
    }
    let asked = offered.len();
    for form in ctx.core.campaign.forms() {
        for span in spans(ctx, form) {
            if offered.contains(&(form.name, span)) {
                continue;
            }
            let args = [
                ("form", form.title.get(language).into()),
                ("period", ctx.period(caller.language, span).into()),
            ];
            let label = ctx.plain(language, "button-form-own", &args);
            keyboard.push(way(label, unit.id, (form.name, span)));
        }
    }
    let args = [("unit", unit.name.as_str().into()), ("asked", asked.into())];
    Ok(Screen {
        text: ctx.html(language, "form-which", &args),
        keyboard,
    })
}

fn way(label: String, unit: UnitId, (form, span): (FormName, Span)) -> Vec<Key> {
    vec![Button::Form(FormAction::Open(unit, form, span)).key(label)]
}

/// The periods of a form around today: of each length the one that runs and the one before.
pub(in crate::core) fn spans(ctx: &Ctx<'_>, form: &Form) -> Vec<Span> {
    let (today, start) = (ctx.tx.today(), ctx.core.year_start);
    let around = |length: &Length| match length {
        Length::Year => Span::year_from(start, today),
        length => Span::around(*length, today),
    };
    let runs = form.periods.iter().map(around);
    runs.flat_map(|span| [span, span.before()]).collect()
}

async fn begin(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (form, span): (FormName, Span),
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    // A forged period must not leave a row behind.
    let known = ctx.core.campaign.form(form);
    let offered = known.is_some_and(|form| spans(ctx, form).contains(&span));
    let asked = store::form_periods::asking(ctx.tx, unit.id, ASKING_MAX).await?;
    let asked = asked.iter().any(|one| (one.form, one.span) == (form, span));
    if known.is_none() || !(offered || asked) {
        return ctx.no_button(tap, caller.language).await;
    }
    let one = store::forms::begin(ctx.tx, (form, span), unit.id).await?;
    let Some(filling) = still(ctx, caller, tap, one.id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let place = filling.first_open();
    show(ctx, caller, &filling, place, tap.message).await
}

/// The same for a button: tells the caller if there is none.
async fn still<'c>(
    ctx: &mut Ctx<'c>,
    caller: &Caller,
    tap: &Tap,
    id: FormReturnId,
) -> Result<Option<Filling<'c>>> {
    let found = filling(ctx, caller, id).await?;
    if found.is_none() {
        ctx.no_button(tap, caller.language).await?;
    }
    Ok(found)
}

/// Shows a step, or the summary beyond the last.
async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    filling: &Filling<'_>,
    place: usize,
    message: Option<MessageId>,
) -> Result {
    if place >= filling.steps.len() || !filling.open() {
        let screen = handing::summary(ctx, caller, filling);
        store::dialogs::leave_form(ctx.tx, caller.user).await?;
        return ctx.show(caller.user, message, screen, Purpose::Plain).await;
    }
    step(ctx, caller, filling, place, None, message).await
}

/// A step, with what is wrong with what was typed, if anything is.
async fn step(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    filling: &Filling<'_>,
    place: usize,
    wrong: Option<String>,
    message: Option<MessageId>,
) -> Result {
    let Some(step) = filling.steps.get(place) else {
        return Ok(());
    };
    let asked = Dialog::Form(
        filling.one.id,
        u8::try_from(place).unwrap_or(u8::MAX),
        message,
    );
    store::dialogs::ask(ctx.tx, caller.user, asked).await?;
    let (facts, doubts) = doubts(ctx, caller, filling, step).await?;
    let notes = wrong.map_or(doubts, |wrong| vec![wrong]);
    let page = filling.page(ctx, caller, notes);
    let renderer = ctx.renderer(caller.language);
    let screen = renderer.form_step(&page, &filling.steps, place, &facts);
    ctx.show(caller.user, message, screen, Purpose::Plain).await
}

/// What is known of a step, and what of its answers is doubtful beside that.
async fn doubts(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    filling: &Filling<'_>,
    step: &Step<'_>,
) -> Result<(Facts, Vec<String>)> {
    let (language, span) = (caller.language, filling.one.span);
    let fields = step.fields.iter();
    let near = fields.clone().filter_map(|field| field.checks.near);
    let wanted = fields.filter_map(|field| field.known);
    let wanted = wanted.chain(near.map(|(known, _)| known)).collect();
    let mut rows = step.fields.iter().filter_map(|field| field.report);
    let plan = match rows.any(|row| row == planned::PLAN_ROW) {
        true => planned::issued_in(ctx, filling.unit.id, span).await?,
        false => None,
    };
    let facts = Facts {
        known: facts::known(ctx, &filling.unit, span, &wanted).await?,
        before: filling.before.clone(),
        plan: plan.map(|(number, day)| planned::cited(ctx, language, &number, day)),
    };
    let words = (&ctx.core.texts, language);
    let doubts = forms::doubts(step.fields, &filling.answers, &facts, span, words);
    Ok((facts, doubts))
}

/// Writes answers of a step and goes on, unless something is to be asked back.
async fn answer(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    filling: &Filling<'_>,
    place: usize,
    answers: Vec<Answer>,
    message: Option<MessageId>,
) -> Result {
    let Some(now) = filling.steps.get(place).filter(|_| filling.open()) else {
        return show(ctx, caller, filling, filling.steps.len(), message).await;
    };
    let (today, told) = (ctx.tx.today(), (&filling.answers, answers.as_slice()));
    if let Some(trouble) = now.refuses(filling.form, told, today, caller.language) {
        let told = trouble.told(&ctx.core.texts, caller.language);
        return step(ctx, caller, filling, place, Some(told), message).await;
    }
    let draft = (filling.one.id, filling.one.draft());
    for (field, answer) in now.fields.iter().zip(&answers) {
        store::forms::answer(ctx.tx, draft, &field.id, answer).await?;
    }
    let Some(filling) = filling::filling(ctx, caller, filling.one.id).await? else {
        return Ok(());
    };
    let Some(now) = filling.steps.get(place) else {
        return Ok(());
    };
    let (_, doubts) = doubts(ctx, caller, &filling, now).await?;
    let mut kinds = now.fields.iter().map(|field| field.kind);
    let many = kinds.any(|kind| kind == FieldKind::Choices);
    // Of several choices the next tap may be another one.
    let done = !many || answers.contains(&Answer::Unknown);
    if doubts.is_empty() && done {
        return show(ctx, caller, &filling, place + 1, message).await;
    }
    step(ctx, caller, &filling, place, None, message).await
}

/// Takes a text as the answer of a step. `false` if it was not meant so.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    said: &IncomingMessage,
    (id, place, message): (FormReturnId, u8, Option<MessageId>),
) -> Result<bool> {
    let place = usize::from(place);
    let Some(text) = said.text.as_deref() else {
        return Ok(false);
    };
    // One letter is an answer to the quiz.
    if matches!(text.trim().to_lowercase().as_str(), "a" | "b" | "c" | "d") {
        return Ok(false);
    }
    let Some(filling) = filling(ctx, caller, id).await?.filter(Filling::open) else {
        return Ok(false);
    };
    let Some(now) = filling.steps.get(place) else {
        return Ok(false);
    };
    // The form stays the last message: what was typed is in it.
    ctx.swallow(caller.user, said.message).await?;
    match forms::read(now, text, caller.language) {
        Ok(answers) => answer(ctx, caller, &filling, place, answers, message).await?,
        Err(trouble) => {
            let told = trouble.told(&ctx.core.texts, caller.language);
            step(ctx, caller, &filling, place, Some(told), message).await?;
        }
    }
    Ok(true)
}

//! Telling of an initiative: a question at a time in one message; stops and goes on at will; and all of it, for its author alone.
//!
//! Knows which question comes next. Must not know what a good answer is: that is the form's.

use super::own::{self, Own, alike, around, home, term};
use crate::campaign::form::{FieldKind, Means};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, IncomingMessage, InitiativeAction};
use crate::forms::{self, Facts};
use crate::outgoing::Purpose;
use crate::store::dialogs::Dialog;
use crate::store::members::Member;
use crate::store::register::EntryState;
use crate::store::{self, Result};
use crate::types::{Answer, InitiativeId, MessageId, Span};

/// The question that is open among the first three; all of it once they are answered.
pub(super) async fn go_on(
    ctx: &mut Ctx<'_>,
    member: &Member,
    own: &Own<'_>,
    message: Option<MessageId>,
) -> Result {
    match own.first_open().filter(|_| own.open()) {
        Some(place) => question(ctx, member, own, place, (None, message)).await,
        None => all(ctx, member, own, message).await,
    }
}

/// A button to a question, or to all of it.
pub(super) async fn step(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    own: &Own<'_>,
    place: u8,
) -> Result {
    ctx.ack(tap).await?;
    let place = usize::from(place);
    let first = own.first_open();
    let (known, message) = (place < asked(own), tap.message);
    match first {
        _ if !own.open() => all(ctx, member, own, message).await,
        // Of the first three none is left out; whoever goes on from one that is answered comes to the next.
        Some(open) if place > open && place < Means::FIRST.len() => {
            question(ctx, member, own, open, (None, message)).await
        }
        _ if known => question(ctx, member, own, place, (None, message)).await,
        Some(_) if own.answers.is_empty() => go_on(ctx, member, own, message).await,
        _ => all(ctx, member, own, message).await,
    }
}

/// How many questions are asked now: the first three, until they are answered.
fn asked(own: &Own<'_>) -> usize {
    match own.first_open() {
        Some(_) => Means::FIRST.len().min(own.steps.len()),
        None => own.steps.len(),
    }
}

/// An option, or nothing, as the answer of a question.
pub(super) async fn pick(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    own: &Own<'_>,
    (place, option): (u8, Option<u8>),
) -> Result {
    let field = own.steps.get(usize::from(place)).map(|step| step.fields);
    let answer = match (field, option) {
        (Some([field]), Some(option)) if field.kind == FieldKind::Choice => {
            let option = field.options.get(usize::from(option));
            option.map(|option| Answer::Chosen(option.id.clone()))
        }
        (Some([_]), None) if usize::from(place) >= Means::FIRST.len() => Some(Answer::Unknown),
        _ => None,
    };
    let Some(answer) = answer else {
        return ctx.no_button(tap, member.language).await;
    };
    ctx.ack(tap).await?;
    take(ctx, member, own, place.into(), (vec![answer], tap.message)).await
}

/// Takes a text as the answer of a question. `false` if it was not meant so.
pub(super) async fn take_text(
    ctx: &mut Ctx<'_>,
    member: &Member,
    (said, text): (&IncomingMessage, &str),
    (own, place, message): (&Own<'_>, usize, Option<MessageId>),
) -> Result<bool> {
    let Some(now) = own.steps.get(place).filter(|_| own.open()) else {
        return Ok(false);
    };
    // The question stays the last message: what was typed is in it.
    ctx.swallow(member.user, said.message).await?;
    match forms::read(now, text, member.language) {
        Ok(answers) => take(ctx, member, own, place, (answers, message)).await?,
        Err(trouble) => {
            let told = trouble.told(&ctx.core.texts, member.language);
            question(ctx, member, own, place, (Some(told), message)).await?;
        }
    }
    Ok(true)
}

pub(super) async fn still<'c>(
    ctx: &mut Ctx<'c>,
    member: &Member,
    id: InitiativeId,
) -> Result<Option<Own<'c>>> {
    let core = ctx.core;
    match core.campaign.initiative() {
        Some(form) => own::of(ctx, member, form, id).await,
        None => Ok(None),
    }
}

/// Writes answers down and goes on, unless something is to be asked back.
async fn take(
    ctx: &mut Ctx<'_>,
    member: &Member,
    own: &Own<'_>,
    place: usize,
    (answers, message): (Vec<Answer>, Option<MessageId>),
) -> Result {
    let Some(now) = own.steps.get(place).filter(|_| own.open()) else {
        return all(ctx, member, own, message).await;
    };
    let (today, told) = (ctx.tx.today(), (&own.answers, answers.as_slice()));
    if let Some(trouble) = now.refuses(own.form, told, today, member.language) {
        let told = trouble.told(&ctx.core.texts, member.language);
        return question(ctx, member, own, place, (Some(told), message)).await;
    }
    for (field, answer) in now.fields.iter().zip(&answers) {
        store::initiatives::answer(ctx.tx, own.one.id, &field.id, answer).await?;
    }
    let Some(own) = still(ctx, member, own.one.id).await? else {
        return Ok(());
    };
    store::register::recount(ctx.tx, own.one.id, own.counted()).await?;
    match doubts(ctx, member, &own, place).is_empty() {
        true => go_on(ctx, member, &own, message).await,
        false => question(ctx, member, &own, place, (None, message)).await,
    }
}

/// What is asked back of the answers to this question.
fn doubts(ctx: &Ctx<'_>, member: &Member, own: &Own<'_>, place: usize) -> Vec<String> {
    let span = Span::year_from(ctx.core.year_start, ctx.tx.today());
    let words = (&ctx.core.texts, member.language);
    let fields = own.steps.get(place).map_or(&[][..], |step| step.fields);
    forms::doubts(fields, &own.answers, &Facts::default(), span, words)
}

/// A question, with what is wrong with what was typed, if anything is.
async fn question(
    ctx: &mut Ctx<'_>,
    member: &Member,
    own: &Own<'_>,
    place: usize,
    (wrong, message): (Option<String>, Option<MessageId>),
) -> Result {
    let at = u8::try_from(place).unwrap_or(u8::MAX);
    let dialog = Dialog::Initiative(own.one.id, at, message);
    store::dialogs::ask(ctx.tx, member.user, dialog).await?;
    let notes = match wrong {
        Some(wrong) => vec![wrong],
        None => doubts(ctx, member, own, place),
    };
    let shown = own.entry.as_ref().is_some_and(|entry| entry.name.is_some());
    let key = match shown {
        true => "initiative-shown",
        false => "initiative-private",
    };
    let state = ctx.plain(member.language, key, &[]);
    let unit = ctx.unit_name(member.unit).await?;
    let page = own.page((state, &unit), notes);
    let steps = own.steps.get(..asked(own)).unwrap_or(&own.steps);
    let renderer = ctx.renderer(member.language);
    let screen = renderer.form_step(&page, steps, place, &Facts::default());
    ctx.show(member.user, message, screen, Purpose::Plain).await
}

/// All of it, with what its author can do now.
pub(super) async fn all(
    ctx: &mut Ctx<'_>,
    member: &Member,
    own: &Own<'_>,
    message: Option<MessageId>,
) -> Result {
    store::dialogs::leave_form(ctx.tx, member.user).await?;
    let language = member.language;
    let home = match &own.entry {
        Some(entry) => entry.unit,
        None => home(ctx, member.unit).await?,
    };
    let around = around(ctx, home).await?;
    let mut notes = Vec::new();
    for (title, unit, year) in alike(ctx, own, around).await? {
        let args = [
            ("title", title.into()),
            ("unit", unit.into()),
            ("year", year.to_string().into()),
        ];
        notes.push(ctx.plain(language, "initiative-alike", &args));
    }
    let state = state(ctx, member, own);
    let unit = ctx.unit_name(home).await?;
    let page = own.page((state, &unit), notes);
    let renderer = ctx.renderer(language);
    let mut screen = match own.open() {
        true => renderer.form_summary(&page, &own.steps),
        false => renderer.form_answers(&page, &own.steps),
    };
    keys(ctx, &member.into(), own, &mut screen);
    ctx.show_register(member.user, message, screen, around)
        .await
}

/// How far it is, in words.
fn state(ctx: &Ctx<'_>, member: &Member, own: &Own<'_>) -> String {
    let language = member.language;
    let Some(entry) = &own.entry else {
        let key = match own.one.entered {
            true => "initiative-out",
            false => "initiative-private",
        };
        return ctx.plain(language, key, &[]);
    };
    let state = ctx.plain(language, super::state_key(entry.state), &[]);
    match (entry.state, entry.lodged_on) {
        (EntryState::Lodged, Some(day)) => {
            let (last, left) = term(day, ctx.tx.today());
            let args = [
                ("state", state.into()),
                ("left", left.max(0).into()),
                ("late", (left < 0).into()),
                ("last", last.into()),
            ];
            ctx.plain(language, "initiative-term", &args)
        }
        _ => state,
    }
}

fn keys(ctx: &Ctx<'_>, caller: &Caller, own: &Own<'_>, screen: &mut Screen) {
    let id = own.one.id;
    let key = |label, action| vec![ctx.key(caller.language, label, Button::Initiative(action))];
    let told = own.first_open().is_none();
    if told && !own.one.entered {
        screen.keyboard.push(key(
            "button-initiative-enter",
            InitiativeAction::AskEnter(id),
        ));
    }
    if let Some(entry) = &own.entry {
        if entry.name.is_none() {
            screen.keyboard.push(key(
                "button-initiative-agree",
                InitiativeAction::AskEnter(id),
            ));
        }
        screen.keyboard.push(key(
            "button-initiative-take-out",
            InitiativeAction::AskTakeOut(id),
        ));
    }
    if told {
        let form = InitiativeAction::Petition(id);
        screen.keyboard.push(key("button-initiative-form", form));
    }
    let delete = InitiativeAction::AskDelete(id);
    screen
        .keyboard
        .push(key("button-initiative-delete", delete));
    screen
        .keyboard
        .push(key("button-initiatives", InitiativeAction::All));
}

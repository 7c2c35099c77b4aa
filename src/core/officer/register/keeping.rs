//! What officers write down of an entry: applied, handed in, recognised or not; and a step back where that was a mistake.
//!
//! Knows which step follows which. Must not know who decides: a council does, on paper.

use chrono::NaiveDate;

use super::{back, files, level_name, one, theirs};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, RegisterAction};
use crate::forms;
use crate::outgoing::{Keyboard, Purpose};
use crate::store::audit::AuditAction;
use crate::store::dialogs::Dialog;
use crate::store::register::{Entry, EntryState, Level, Step};
use crate::store::{self, Result};
use crate::table::Trouble;
use crate::types::EntryId;

/// A button about an entry that this officer may see.
pub(super) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (entry, action): (&Entry, RegisterAction),
) -> Result {
    if action == RegisterAction::Show(entry.id) {
        ctx.ack(tap).await?;
        return one(ctx, caller, entry, tap.message).await;
    }
    if action == RegisterAction::Certificate(entry.id) && is_certified(entry) {
        return files::certificate(ctx, caller, tap, entry).await;
    }
    if !ways(ctx, caller, entry).await?.contains(&asked(action)) {
        return ctx.no_button(tap, caller.language).await;
    }
    ctx.ack(tap).await?;
    let today = ctx.tx.today();
    match action {
        RegisterAction::Applied(_) => write(ctx, caller, tap, (entry, Step::Applied)).await,
        RegisterAction::LodgedToday(_) => {
            write(ctx, caller, tap, (entry, Step::Lodged(today))).await
        }
        RegisterAction::Back(_) => write(ctx, caller, tap, (entry, before(entry))).await,
        RegisterAction::Lodge(id) => {
            let key = RegisterAction::LodgedToday(id);
            let key = ctx.key(
                caller.language,
                "button-register-today",
                Button::Register(key),
            );
            ask(
                ctx,
                caller,
                Dialog::Lodged(id),
                ("register-lodged", vec![vec![key]]),
            )
            .await
        }
        RegisterAction::Recognise(id) => {
            let levels = Level::ALL.iter().zip(0_u8..);
            let keys = levels.filter(|(level, _)| entry.level.is_none_or(|now| now < **level));
            let key = |(level, place): (&Level, u8)| {
                vec![
                    Button::Register(RegisterAction::Level(id, place)).key(level_name(
                        ctx,
                        *level,
                        caller.language,
                    )),
                ]
            };
            let mut keyboard: Keyboard = keys.map(key).collect();
            keyboard.push(back(ctx, caller, entry.unit));
            let text = ctx.html(caller.language, "register-which-level", &[]);
            let screen = Screen { text, keyboard };
            ctx.redraw(caller.user, tap, screen).await
        }
        RegisterAction::Level(id, place) => {
            let dialog = Dialog::Recognised(id, place);
            ask(ctx, caller, dialog, ("register-recognised", Vec::new())).await
        }
        RegisterAction::Decline(id) => {
            ask(
                ctx,
                caller,
                Dialog::Declined(id),
                ("register-declined", Vec::new()),
            )
            .await
        }
        _ => Ok(()),
    }
}

/// The button that leads to this one.
fn asked(action: RegisterAction) -> RegisterAction {
    match action {
        RegisterAction::LodgedToday(id) => RegisterAction::Lodge(id),
        RegisterAction::Level(id, _) => RegisterAction::Recognise(id),
        other => other,
    }
}

/// What this officer may write down of an entry now. One whose author has withdrawn is a count, and stays as it is.
async fn ways(ctx: &mut Ctx<'_>, caller: &Caller, entry: &Entry) -> Result<Vec<RegisterAction>> {
    let (id, own) = (
        entry.id,
        officers::is_own(ctx, caller.user, entry.unit).await?,
    );
    let mut ways = match entry.state {
        _ if entry.initiative.is_none() => return Ok(Vec::new()),
        EntryState::Noted => vec![RegisterAction::Applied(id), RegisterAction::Lodge(id)],
        EntryState::Applied => vec![RegisterAction::Lodge(id)],
        EntryState::Lodged => vec![RegisterAction::Recognise(id), RegisterAction::Decline(id)],
        EntryState::Declined => vec![RegisterAction::Lodge(id)],
        EntryState::Recognised if entry.level == Some(Level::Nation) => Vec::new(),
        EntryState::Recognised => vec![RegisterAction::Recognise(id)],
    };
    if own && entry.state != EntryState::Noted {
        ways.push(RegisterAction::Back(id));
    }
    Ok(ways)
}

/// The buttons below an entry.
pub(super) async fn keys(ctx: &mut Ctx<'_>, caller: &Caller, entry: &Entry) -> Result<Keyboard> {
    let ways = ways(ctx, caller, entry).await?;
    let label = |action| match action {
        RegisterAction::Applied(_) => "button-register-applied",
        RegisterAction::Lodge(_) => "button-register-lodge",
        RegisterAction::Recognise(_) if entry.state == EntryState::Recognised => {
            "button-register-raise"
        }
        RegisterAction::Recognise(_) => "button-register-recognise",
        RegisterAction::Decline(_) => "button-register-decline",
        _ => "button-register-back",
    };
    let key = |action| vec![ctx.key(caller.language, label(action), Button::Register(action))];
    let mut keyboard: Keyboard = ways.into_iter().map(key).collect();
    if is_certified(entry) {
        let certificate = Button::Register(RegisterAction::Certificate(entry.id));
        let label = "button-register-certificate";
        keyboard.push(vec![ctx.key(caller.language, label, certificate)]);
    }
    keyboard.push(back(ctx, caller, entry.unit));
    Ok(keyboard)
}

/// Whether there is something to certify: it is recognised, and its author has not withdrawn.
fn is_certified(entry: &Entry) -> bool {
    entry.state == EntryState::Recognised && entry.initiative.is_some()
}

/// The state before this one.
fn before(entry: &Entry) -> Step {
    match (entry.state, entry.lodged_on) {
        (EntryState::Recognised | EntryState::Declined, Some(day)) => Step::Lodged(day),
        (EntryState::Applied, _) => Step::Noted,
        _ => Step::Applied,
    }
}

async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    dialog: Dialog,
    (text, keyboard): (&str, Keyboard),
) -> Result {
    store::dialogs::ask(ctx.tx, caller.user, dialog).await?;
    let text = ctx.html(caller.language, text, &[]);
    let screen = Screen { text, keyboard };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

async fn write(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (entry, step): (&Entry, Step),
) -> Result {
    store::dialogs::leave(ctx.tx, caller.user).await?;
    note(ctx, caller, entry, &step).await?;
    match theirs(ctx, caller, entry.id).await? {
        Some(entry) => one(ctx, caller, &entry, tap.message).await,
        None => Ok(()),
    }
}

async fn note(ctx: &mut Ctx<'_>, caller: &Caller, entry: &Entry, step: &Step) -> Result {
    let action = match step {
        Step::Noted => AuditAction::RegisterBack,
        Step::Applied if entry.state != EntryState::Noted => AuditAction::RegisterBack,
        Step::Lodged(_) if entry.decided_on.is_some() && entry.lodged_on == lodged(step) => {
            AuditAction::RegisterBack
        }
        Step::Applied => AuditAction::RegisterApplied,
        Step::Lodged(_) => AuditAction::RegisterLodged,
        Step::Recognised(..) => AuditAction::RegisterRecognised,
        Step::Declined(_) => AuditAction::RegisterDeclined,
    };
    store::register::set(ctx.tx, entry.id, step).await?;
    store::audit::note(ctx.tx, entry.unit, caller.user, action).await
}

fn lodged(step: &Step) -> Option<NaiveDate> {
    match step {
        Step::Lodged(day) => Some(*day),
        _ => None,
    }
}

/// Takes a text as what was asked of an entry. `false` if it was not meant so.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    dialog: Dialog,
) -> Result<bool> {
    let id: EntryId = match dialog {
        Dialog::Lodged(id) | Dialog::Recognised(id, _) | Dialog::Declined(id) => id,
        _ => return Ok(false),
    };
    let Some(entry) = theirs(ctx, caller, id).await? else {
        return Ok(false);
    };
    let (step, way) = match dialog {
        Dialog::Lodged(_) => (day(ctx, caller, text).await?, RegisterAction::Lodge(id)),
        Dialog::Recognised(_, place) => {
            let level = Level::ALL.get(usize::from(place)).copied();
            if let Some(wrong) = no_such_day(text) {
                return told(ctx, caller, wrong).await.map(|()| true);
            }
            let decision = sentence(ctx, caller, text).await?;
            let step = level
                .zip(decision)
                .map(|(level, said)| Step::Recognised(level, said));
            (step, RegisterAction::Recognise(id))
        }
        _ => {
            let reason = sentence(ctx, caller, text).await?;
            (reason.map(Step::Declined), RegisterAction::Decline(id))
        }
    };
    let Some(step) = step else {
        return Ok(true);
    };
    if !ways(ctx, caller, &entry).await?.contains(&way) {
        return Ok(false);
    }
    store::dialogs::leave(ctx.tx, caller.user).await?;
    note(ctx, caller, &entry, &step).await?;
    if let Some(entry) = theirs(ctx, caller, id).await? {
        one(ctx, caller, &entry, None).await?;
    }
    Ok(true)
}

async fn sentence(ctx: &mut Ctx<'_>, caller: &Caller, text: &str) -> Result<Option<String>> {
    let wrong = ("register-short", "register-long");
    ctx.sentence(caller, text, wrong).await
}

/// The day that was typed, if it has come; otherwise the officer is told what is wrong.
async fn day(ctx: &mut Ctx<'_>, caller: &Caller, text: &str) -> Result<Option<Step>> {
    let today = ctx.tx.today();
    let wrong = match forms::day(text) {
        Ok(day) if day <= today => return Ok(Some(Step::Lodged(day))),
        Ok(_) => Trouble::new("form-future"),
        Err(trouble) => trouble,
    };
    told(ctx, caller, wrong).await?;
    Ok(None)
}

/// What is wrong with a day among the words, if one is none: 30/02/2026.
fn no_such_day(text: &str) -> Option<Trouble> {
    let words = text.split(|c: char| !c.is_ascii_digit() && c != '/');
    let mut days = words.filter(|word| word.matches('/').count() == 2);
    days.find_map(|day| forms::day(day).err())
}

async fn told(ctx: &mut Ctx<'_>, caller: &Caller, wrong: Trouble) -> Result {
    let what = wrong.told(&ctx.core.texts, caller.language);
    ctx.say(caller, "register-wrong", &[("what", what.into())])
        .await
}

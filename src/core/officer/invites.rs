//! `/invite`: a unit's invite link with a picture to be scanned, another link in its place, and the declared number
//! of people, which is the denominator of the unit's figures and never a list.

mod reconfirming;

pub(in crate::core) use reconfirming::{ask as ask_to_reconfirm, begin as reconfirm};

use crate::core::access::{officers, overfull};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, UnitAction};
use crate::outgoing::{Call, FileContent, FileKind, Lane, Purpose};
use crate::poster;
use crate::store::audit::{AuditAction, Change, Changed, What};
use crate::store::units::Unit;
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{Language, UnitId};

/// By how much one tap changes the number of people.
const STEPS: [i64; 3] = [1, 10, 100];

/// `/invite`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Unit(UnitAction::Invite(unit));
    match officers::pick(ctx, caller, words, button).await? {
        Some(unit) => send(ctx, caller, &unit).await,
        None => Ok(()),
    }
}

pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    send(ctx, caller, &unit).await
}

/// The picture first, so that the words with the buttons are the last message.
async fn send(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result {
    let language = caller.language;
    let link = ctx.link(&unit.start);
    let plain = |key| ctx.plain(language, key, &[]);
    let (scan, voluntary) = (plain("invite-scan"), plain("invite-voluntary"));
    let below = [scan.as_str(), voluntary.as_str()];
    let svg = poster::invitation(&unit.name, &link, &below)
        .map_err(|error| StoreError::Bug(format!("an invitation: {error}")))?;
    let args = [
        ("unit", Value::from(unit.name.as_str())),
        ("link", link.as_str().into()),
        ("people", unit.members.into()),
    ];
    let call = Call::File {
        chat: caller.user.into(),
        thread: None,
        kind: FileKind::Photo,
        content: FileContent::Drawing {
            name: format!("{}.png", unit.code),
            svg,
        },
        caption: ctx.html(language, "invite-caption", &args),
        keyboard: Vec::new(),
        reply_to: None,
    };
    let until = ctx.tx.now() + chrono::TimeDelta::hours(1);
    ctx.enqueue(Lane::Reply, until, Purpose::Plain, call)
        .await?;
    let count = Button::Unit(UnitAction::Count(unit.id, unit.members));
    let renew = Button::Unit(UnitAction::AskRenew(unit.id));
    let mut blocks = vec![ctx.html(language, "invite", &args)];
    let mut keyboard = vec![
        vec![ctx.key(language, "button-count", count)],
        vec![ctx.key(language, "button-renew", renew)],
    ];
    if overfull::is_overfull(ctx, unit).await? {
        blocks.push(ctx.html(language, "invite-overfull", &[]));
    }
    match reconfirming::progress(ctx, language, unit.id).await? {
        Some(progress) => blocks.push(progress),
        None => {
            let anew = Button::Unit(UnitAction::AskReconfirm(unit.id));
            keyboard.push(vec![ctx.key(language, "button-anew", anew)]);
        }
    }
    let waiting = store::join_requests::waiting(ctx.tx, unit.id).await?;
    if waiting > 0 {
        blocks.push(ctx.html(language, "invite-waiting", &[("count", waiting.into())]));
        let show = Button::Unit(UnitAction::Waiting(unit.id));
        keyboard.push(vec![ctx.key(language, "button-waiting", show)]);
    }
    let screen = Screen {
        text: blocks.join("\n\n"),
        keyboard,
    };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// Says what another link means.
pub(in crate::core) async fn ask_to_renew(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    let screen = async |ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit| {
        let language = caller.language;
        let renew = Button::Unit(UnitAction::Renew(unit.id));
        let back = Button::Unit(UnitAction::Invite(unit.id));
        Ok(
            Screen::words(ctx.html(language, "renew-ask", &called(unit)))
                .with(ctx.key(language, "button-renew-now", renew))
                .with(ctx.key(language, "button-back", back)),
        )
    };
    officers::reopen(ctx, caller, tap, unit, screen).await
}

/// Gives a unit another link, with a line in the audit. Returns the link's payload.
async fn replace_link(ctx: &mut Ctx<'_>, caller: &Caller, unit: UnitId) -> Result<String> {
    let start = store::units::payload(ctx.tx);
    store::units::renew(ctx.tx, unit, &start).await?;
    store::audit::note(ctx.tx, unit, caller.user, AuditAction::Renew).await?;
    Ok(start)
}

/// Replaces the link; whoever opens the old one is told so.
pub(in crate::core) async fn renew(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let language = caller.language;
    ctx.answer_callback(tap, language, "toast-renewed").await?;
    let start = replace_link(ctx, caller, unit.id).await?;
    // Without its buttons, so that the same tap again renews nothing.
    let screen = Screen::words(ctx.html(language, "renewed", &called(&unit)));
    ctx.redraw(caller.user, tap, screen).await?;
    send(ctx, caller, &Unit { start, ..unit }).await
}

/// Changes the number on the screen; until it is declared it is stored in the buttons only.
pub(in crate::core) async fn count(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    people: i64,
) -> Result {
    let screen = async |ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit| {
        Ok(counting(ctx, caller.language, unit, people))
    };
    officers::reopen(ctx, caller, tap, unit, screen).await
}

fn counting(ctx: &Ctx<'_>, language: Language, unit: &Unit, people: i64) -> Screen {
    let step = |step: i64| {
        Button::Unit(UnitAction::Count(unit.id, (people + step).max(0))).key(if step > 0 {
            format!("+{step}")
        } else {
            format!("−{}", -step)
        })
    };
    let args = [
        ("unit", unit.name.as_str().into()),
        ("people", people.into()),
        ("before", unit.members.into()),
    ];
    let declare = Button::Unit(UnitAction::Declare(unit.id, people));
    let save = declare.key(ctx.plain(language, "button-declare", &args[1..2]));
    Screen {
        text: ctx.html(language, "count", &args),
        keyboard: vec![
            STEPS.map(step).into(),
            STEPS.map(|size| step(-size)).into(),
            vec![save],
        ],
    }
}

pub(in crate::core) async fn declare(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    people: i64,
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let language = caller.language;
    ctx.answer_callback(tap, language, "toast-saved").await?;
    if people != unit.members {
        let raised = store::units::declare(ctx.tx, unit.id, people).await?;
        let change = |(code, before, after): (String, i64, i64)| {
            Change::of(&code, What::Members, before, after)
        };
        let own = (unit.code.clone(), unit.members, people);
        let changed: Changed = std::iter::once(own).chain(raised).map(change).collect();
        let action = AuditAction::Declare;
        store::audit::note_changed(ctx.tx, unit.id, caller.user, action, &changed).await?;
        overfull::check(ctx, unit.id).await?;
    }
    let args = [
        ("unit", unit.name.as_str().into()),
        ("people", people.into()),
    ];
    let screen = Screen::words(ctx.html(language, "declared", &args));
    ctx.redraw(caller.user, tap, screen).await
}

fn called(unit: &Unit) -> [(&'static str, Value); 1] {
    [("unit", unit.name.as_str().into())]
}

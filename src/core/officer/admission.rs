//! An officer lets somebody in who has asked: picks the number they were told, and says so once more.
//!
//! Knows the officer's steps. Must not know who may ask, nor what being in means.

use crate::core::access::{admission, officers};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::members;
use crate::event::{Button, UnitAction};
use crate::store::audit::AuditAction;
use crate::store::join_requests::JoinRequest;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{JoinRequestId, UnitId};

/// Shows who waits for a unit: the one asked for or whoever comes next, otherwise who has waited longest.
pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    from: Option<JoinRequestId>,
) -> Result {
    let screen = async |ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit| {
        next(ctx, caller, unit, from, None).await
    };
    officers::reopen(ctx, caller, tap, unit, screen).await
}

/// The number that they were told is not there: nothing is done, and they read what it may be.
pub(in crate::core) async fn no_match(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    id: JoinRequestId,
) -> Result {
    let Some((unit, request)) = open(ctx, caller, tap, unit, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let language = caller.language;
    let mut keyboard = admission::turn(ctx, language, &request).await?;
    for (label, action) in [
        ("button-unit-people", UnitAction::Invite(unit.id)),
        ("button-back", UnitAction::WaitingAt(unit.id, request.id)),
    ] {
        keyboard.push(vec![ctx.key(language, label, Button::Unit(action))]);
    }
    let count = store::join_requests::waiting(ctx.tx, unit.id).await?;
    let args = [("unit", unit.name.as_str().into()), ("count", count.into())];
    let screen = Screen {
        text: ctx.html(language, "admission-no-match", &args),
        keyboard,
    };
    ctx.redraw(caller.user, tap, screen).await
}

/// Asks once more, whatever number was picked: what is right shows only when it is done.
pub(in crate::core) async fn pick(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (id, number): (JoinRequestId, u8),
) -> Result {
    let Some((unit, request)) = open(ctx, caller, tap, unit, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let language = caller.language;
    let args = [
        ("unit", unit.name.as_str().into()),
        ("digits", number.to_string().into()),
    ];
    let admit = Button::Unit(UnitAction::Admit(unit.id, request.id, number));
    let back = Button::Unit(UnitAction::WaitingAt(unit.id, request.id));
    let screen = Screen::words(ctx.html(language, "admission-ask", &args))
        .with(ctx.key(language, "button-admit", admit))
        .with(ctx.key(language, "button-back", back));
    ctx.redraw(caller.user, tap, screen).await
}

/// Lets them in if it is their number; otherwise the request ends, so that nobody tries one number after the other.
pub(in crate::core) async fn admit(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (id, number): (JoinRequestId, u8),
) -> Result {
    let Some((unit, request)) = open(ctx, caller, tap, unit, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let done = if request.digits == number {
        store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Admit).await?;
        members::let_in(ctx, &unit, &request).await?;
        "admission-done"
    } else {
        admission::refuse(ctx, &request, true).await?;
        "admission-mismatch"
    };
    put_next(ctx, caller, tap, (&unit, id), done).await
}

pub(in crate::core) async fn reject(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    id: JoinRequestId,
) -> Result {
    let Some((unit, request)) = open(ctx, caller, tap, unit, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    admission::refuse(ctx, &request, false).await?;
    put_next(ctx, caller, tap, (&unit, id), "admission-rejected").await
}

/// The request, if it is still open and the caller may act for its unit; otherwise tells them and returns `None`.
async fn open(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    id: JoinRequestId,
) -> Result<Option<(Unit, JoinRequest)>> {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(None);
    };
    let found = store::join_requests::by_id(ctx.tx, id).await?;
    if let Some(request) = found.filter(|request| request.unit == unit.id) {
        // They have become an officer while they waited.
        if request.user == caller.user {
            ctx.alert(tap, caller.language, "toast-own-request").await?;
            return Ok(None);
        }
        return Ok(Some((unit, request)));
    }
    ctx.answer_callback(tap, caller.language, "toast-request-over")
        .await?;
    let screen = next(ctx, caller, &unit, Some(id), None).await?;
    ctx.redraw(caller.user, tap, screen).await?;
    Ok(None)
}

async fn put_next(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (unit, from): (&Unit, JoinRequestId),
    done: &str,
) -> Result {
    let args = [("unit", unit.name.as_str().into())];
    let done = ctx.html(caller.language, done, &args);
    let screen = next(ctx, caller, unit, Some(from), Some(done)).await?;
    ctx.redraw(caller.user, tap, screen).await
}

/// Who waits next, below what was just done.
async fn next(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    from: Option<JoinRequestId>,
    done: Option<String>,
) -> Result<Screen> {
    let language = caller.language;
    let screen = match admission::card(ctx, language, unit, from).await? {
        Some(card) => card,
        None => {
            let args = [("unit", unit.name.as_str().into())];
            Screen::words(ctx.html(language, "admission-none", &args))
        }
    };
    let text = match done {
        Some(done) => format!("{done}\n\n{}", screen.text),
        None => screen.text,
    };
    Ok(Screen { text, ..screen })
}

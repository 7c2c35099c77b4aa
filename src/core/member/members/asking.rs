//! Asking to be let in, as the asker sees it: what they wait for, taking it back, and a request that nobody answered.
//!
//! Knows what an asker can do. Must not know who is asked, nor what an officer sees.

use chrono::Days;

use super::entering::{Entrant, enter, moved};
use super::in_hours;
use crate::core::access::admission;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::items;
use crate::outgoing::{Lane, Purpose};
use crate::store::join_requests::JoinRequest;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::Window;

/// Requests that lapse in one transaction.
const BATCH: u32 = 100;

/// Shows what somebody waits for. `false` if they have not asked.
pub(in crate::core) async fn waits(ctx: &mut Ctx<'_>, caller: &Caller) -> Result<bool> {
    let Some(request) = store::join_requests::of(ctx.tx, caller.user).await? else {
        return Ok(false);
    };
    let screen = admission::waiting(ctx, caller.language, &request).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await?;
    Ok(true)
}

/// The button below it: nothing of the request is kept.
pub(in crate::core) async fn withdraw(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result {
    let Some(request) = admission::withdraw(ctx, caller.user).await? else {
        return ctx.no_button(tap, caller.language).await;
    };
    ctx.ack(tap).await?;
    let text = match caller.member {
        // They wanted to move, and stay where they are.
        Some(member) => {
            let args = [
                ("unit", ctx.unit_name(request.unit).await?.into()),
                ("own", ctx.unit_name(member.unit).await?.into()),
            ];
            ctx.html(caller.language, "asking-withdrawn-move", &args)
        }
        None => ctx.html(caller.language, "asking-withdrawn", &[]),
    };
    let screen = Screen::words(text);
    ctx.redraw(caller.user, tap, screen).await
}

/// `/stop` and `/deletemydata` of somebody who waits and is no member. `false` if they do not wait.
pub(in crate::core) async fn give_up(ctx: &mut Ctx<'_>, caller: &Caller) -> Result<bool> {
    if admission::withdraw(ctx, caller.user).await?.is_none() {
        return Ok(false);
    }
    ctx.say(caller, "asking-withdrawn", &[]).await?;
    Ok(true)
}

/// An officer has found the right number: whoever asked is a member, or moves.
pub(in crate::core) async fn let_in(
    ctx: &mut Ctx<'_>,
    unit: &Unit,
    request: &JoinRequest,
) -> Result {
    store::join_requests::forget(ctx.tx, request.user).await?;
    if let Some(member) = store::members::by_user(ctx.tx, request.user).await? {
        let text = moved(ctx, &member, unit).await?;
        return ctx
            .send(member.user, Screen::words(text), Purpose::Plain)
            .await;
    }
    if request.consents.is_empty() {
        // They were a member when they asked, and have left since.
        return Ok(());
    }
    let entrant = Entrant {
        user: request.user,
        language: request.language,
        consents: request.consents.clone(),
        agreed_on: request.asked_on,
    };
    let Some(member) = enter(ctx, unit, entrant).await? else {
        return Ok(());
    };
    let args = [("unit", unit.name.as_str().into())];
    let text = ctx.html(member.language, "let-in", &args);
    ctx.send(member.user, Screen::words(text), Purpose::Plain)
        .await?;
    items::welcome(ctx, &member).await
}

/// Requests that nobody answers are raised after some days and at last end, each with a word in the hours in which people
/// are written to. `true` if there may be more.
pub(in crate::core) async fn unanswered(ctx: &mut Ctx<'_>) -> Result<bool> {
    let open = Window::ALL
        .into_iter()
        .find_map(|window| in_hours(ctx, window));
    let Some(until) = open else {
        return Ok(false);
    };
    let day = ctx.tx.today() - Days::new(admission::OPEN_DAYS);
    let old = store::join_requests::old(ctx.tx, day, BATCH).await?;
    for request in &old {
        store::join_requests::forget(ctx.tx, request.user).await?;
        let args = [("unit", ctx.unit_name(request.unit).await?.into())];
        let text = ctx.html(request.language, "asking-lapsed", &args);
        let screen = Screen::words(text);
        ctx.send_until(request.user, screen, Purpose::Plain, Lane::Notice, until)
            .await?;
    }
    Ok(!old.is_empty() || admission::raise(ctx, BATCH, until).await?)
}

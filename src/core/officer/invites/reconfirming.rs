//! An officer has the members of a unit confirm themselves anew: the link is renewed, and whoever does not open the
//! fresh one within two weeks is let go.
//!
//! Knows what the officer is told before and meanwhile. Must not know when members hear of it.

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::disclosure::threshold;
use crate::event::{Button, UnitAction};
use crate::store::audit::AuditAction;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Language, UnitId};

/// Says what it means, before anything is done.
pub(in crate::core) async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    officers::reopen(ctx, caller, tap, unit, question).await
}

async fn question(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let people = store::members::count(ctx.tx, unit.id).await?;
    let about = about(ctx, language, people).await?;
    let args = [("unit", unit.name.as_str().into()), ("about", about.into())];
    let begin = Button::Unit(UnitAction::Reconfirm(unit.id));
    let back = Button::Unit(UnitAction::Invite(unit.id));
    Ok(Screen::words(ctx.html(language, "anew-ask", &args))
        .with(ctx.key(language, "button-anew-now", begin))
        .with(ctx.key(language, "button-back", back)))
}

/// Renews the link, and has every member of the unit as it is now confirm.
pub(in crate::core) async fn begin(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let language = caller.language;
    if store::unconfirmed::count(ctx.tx, unit.id).await? > 0 {
        return ctx.alert(tap, language, "toast-anew-before").await;
    }
    ctx.ack(tap).await?;
    let start = super::replace_link(ctx, caller, unit.id).await?;
    store::unconfirmed::begin(ctx.tx, unit.id).await?;
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Reconfirm).await?;
    // Without its buttons, so that the same tap again begins nothing.
    let args = [("unit", unit.name.as_str().into())];
    let screen = Screen::words(ctx.html(language, "anew-begun", &args));
    ctx.redraw(caller.user, tap, screen).await?;
    super::send(ctx, caller, &Unit { start, ..unit }).await
}

/// How far it is, for the unit's screen; `None` if nobody is to confirm.
pub(super) async fn progress(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: UnitId,
) -> Result<Option<String>> {
    let left = store::unconfirmed::count(ctx.tx, unit).await?;
    if left == 0 {
        return Ok(None);
    }
    let args = [("about", about(ctx, language, left).await?.into())];
    Ok(Some(ctx.html(language, "anew-progress", &args)))
}

/// A number of people in steps of five, and not at all if it is small.
async fn about(ctx: &mut Ctx<'_>, language: Language, people: i64) -> Result<String> {
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    Ok(match threshold::about(people, threshold) {
        Some(about) => ctx.plain(language, "remind-about", &[("count", about.into())]),
        None => ctx.plain(language, "remind-few", &[("count", threshold.into())]),
    })
}

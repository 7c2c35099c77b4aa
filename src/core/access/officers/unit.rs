//! Which unit an officer means, and a screen about it.
//!
//! Knows whose units are whose. Must not know what the screen is about.

use super::{UnitMatch, may, named, owns};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{UnitId, UserId};

/// Units to choose from; of more, an officer writes the one they mean.
const SHOWN_MAX: usize = 12;

/// Sends an officer a screen about the unit that a command's words name.
pub(in crate::core) async fn open(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    words: &str,
    button: fn(UnitId) -> Button,
    screen: impl AsyncFnOnce(&mut Ctx<'_>, &Caller, &Unit) -> Result<Screen>,
) -> Result {
    let Some(unit) = pick(ctx, caller, words, button).await? else {
        return Ok(());
    };
    let screen = screen(ctx, caller, &unit).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// The same from a button: answers the callback, and the screen replaces the message.
pub(in crate::core) async fn reopen(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    screen: impl AsyncFnOnce(&mut Ctx<'_>, &Caller, &Unit) -> Result<Screen>,
) -> Result {
    let Some(unit) = theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let screen = screen(ctx, caller, &unit).await?;
    ctx.redraw(caller.user, tap, screen).await
}

/// The unit that an officer's words name; without words, their own. Otherwise tells them why not, or offers such a
/// button for each unit that fits, and returns `None`.
pub(in crate::core) async fn pick(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    words: &str,
    button: fn(UnitId) -> Button,
) -> Result<Option<Unit>> {
    let own = own(ctx, caller.user).await?;
    if own.is_empty() {
        // An owner has no unit before units are imported.
        let key = match owns(ctx, caller.user) {
            true => "group-no-units",
            false => "officers-not-one",
        };
        ctx.say(caller, key, &[]).await?;
        return Ok(None);
    }
    let (key, mut units) = if words.is_empty() {
        ("unit-which", own)
    } else {
        match named(ctx, caller.user, words).await? {
            UnitMatch::One(unit) => return Ok(Some(unit)),
            UnitMatch::Several(units) => ("unit-which", units),
            UnitMatch::Nearest(units) => ("unit-nearest", units),
            UnitMatch::NotTheirs(unit) => {
                let args = [("unit", unit.name.into())];
                ctx.say(caller, "unit-not-yours", &args).await?;
                return Ok(None);
            }
            UnitMatch::Nothing => {
                ctx.say(caller, "unit-unknown", &[]).await?;
                return Ok(None);
            }
        }
    };
    if key == "unit-which" && units.len() == 1 {
        return Ok(units.pop());
    }
    let text = if units.len() > SHOWN_MAX {
        let args = [("count", units.len().into())];
        ctx.html(caller.language, "unit-which-many", &args)
    } else {
        ctx.html(caller.language, key, &[])
    };
    units.truncate(SHOWN_MAX);
    let screen = Screen {
        text,
        keyboard: units.iter().map(|unit| way_to(unit, button)).collect(),
    };
    ctx.send(caller.user, screen, Purpose::Plain).await?;
    Ok(None)
}

pub(super) fn way_to(unit: &Unit, button: fn(UnitId) -> Button) -> Vec<Key> {
    vec![button(unit.id).key(unit.name.clone())]
}

/// The units that a person is appointed to, the highest first; for an owner, the root.
pub(super) async fn own(ctx: &mut Ctx<'_>, user: UserId) -> Result<Vec<Unit>> {
    if owns(ctx, user) {
        let root = store::units::root(ctx.tx).await?;
        return Ok(root.into_iter().collect());
    }
    store::officers::units_of(ctx.tx, user).await
}

/// Returns the unit, or tells the caller why not (alert) and returns `None`.
pub(in crate::core) async fn theirs(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result<Option<Unit>> {
    if !may(ctx, caller.user, unit).await? {
        ctx.alert(tap, caller.language, "toast-no-right").await?;
        return Ok(None);
    }
    store::units::by_id(ctx.tx, unit).await
}

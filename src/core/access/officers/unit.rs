//! Which unit an officer means, and a screen about it.
//!
//! Knows whose units are whose. Must not know what the screen is about.

use super::{UnitMatch, may, named, owns};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::units::Unit;
use crate::store::{self, StoreError};
use crate::types::{UnitId, UserId};

/// Sends an officer a screen about a unit, asked for by a command with or without words.
pub(in crate::core) async fn open(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    words: &str,
    button: fn(UnitId) -> Button,
    screen: impl AsyncFnOnce(&mut Ctx<'_>, &Caller, &Unit) -> Result<Screen, StoreError>,
) -> Result<(), StoreError> {
    let Some(unit) = pick(ctx, caller, words, button).await? else {
        return Ok(());
    };
    let screen = screen(ctx, caller, &unit).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// The same from a button: the screen takes the place of the message below which it stands.
pub(in crate::core) async fn reopen(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    screen: impl AsyncFnOnce(&mut Ctx<'_>, &Caller, &Unit) -> Result<Screen, StoreError>,
) -> Result<(), StoreError> {
    let Some(unit) = theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let screen = screen(ctx, caller, &unit).await?;
    ctx.show(caller.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The unit that an officer's words name, or their own if there are none. Otherwise `None`, and they are
/// told why, or asked which by buttons of that kind.
pub(in crate::core) async fn pick(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    words: &str,
    button: fn(UnitId) -> Button,
) -> Result<Option<Unit>, StoreError> {
    let own = own(ctx, caller.user).await?;
    if own.is_empty() {
        // Owners without units are told that none is there yet.
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
    let screen = Screen {
        text: ctx.html(caller.language, key, &[]),
        keyboard: units.iter().map(|unit| way_to(unit, button)).collect(),
    };
    ctx.send(caller.user, screen, Purpose::Plain).await?;
    Ok(None)
}

/// The button that leads to a unit.
pub(super) fn way_to(unit: &Unit, button: fn(UnitId) -> Button) -> Vec<Key> {
    vec![Key {
        label: unit.name.clone(),
        data: button(unit.id).data(),
    }]
}

/// The units that somebody is an officer of themselves, the highest first; of an owner, the root.
pub(super) async fn own(ctx: &mut Ctx<'_>, user: UserId) -> Result<Vec<Unit>, StoreError> {
    if owns(ctx, user) {
        let root = store::units::root(ctx.tx).await?;
        return Ok(root.into_iter().collect());
    }
    store::officers::units_of(ctx.tx, user).await
}

/// The unit, if the caller may act for it; otherwise a word, and `None`.
pub(in crate::core) async fn theirs(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result<Option<Unit>, StoreError> {
    if !may(ctx, caller.user, unit).await? {
        ctx.alert(tap, caller.language, "toast-no-right").await?;
        return Ok(None);
    }
    store::units::by_id(ctx.tx, unit).await
}

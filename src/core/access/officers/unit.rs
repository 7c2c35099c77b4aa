//! Which unit an officer means, and a screen about it.
//!
//! Knows whose units are whose. Must not know what the screen is about.

use super::{Named, may, named, owns};
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::types::{UnitId, UserId};

/// Sends an officer a screen about a unit, asked for by a command with or without words.
pub(in crate::core) async fn open(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
    button: fn(UnitId) -> Button,
    screen: impl AsyncFnOnce(&mut Turn<'_>, &Visitor, &Unit) -> Result<Screen, Fault>,
) -> Result<(), Fault> {
    let Some(unit) = pick(turn, visitor, words, button).await? else {
        return Ok(());
    };
    let screen = screen(turn, visitor, &unit).await?;
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// The same from a button: the screen takes the place of the message below which it stands.
pub(in crate::core) async fn reopen(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    screen: impl AsyncFnOnce(&mut Turn<'_>, &Visitor, &Unit) -> Result<Screen, Fault>,
) -> Result<(), Fault> {
    let Some(unit) = theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let screen = screen(turn, visitor, &unit).await?;
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The unit that an officer's words name, or their own if there are none. Otherwise `None`, and they are
/// told why, or asked which by buttons of that kind.
pub(in crate::core) async fn pick(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
    button: fn(UnitId) -> Button,
) -> Result<Option<Unit>, Fault> {
    let own = own(turn, visitor.user).await?;
    if own.is_empty() {
        // Owners without units are told that none is there yet.
        let key = match owns(turn, visitor.user) {
            true => "group-no-units",
            false => "officers-not-one",
        };
        turn.say(visitor, key, &[]).await?;
        return Ok(None);
    }
    let (key, mut units) = if words.is_empty() {
        ("unit-which", own)
    } else {
        match named(turn, visitor.user, words).await? {
            Named::One(unit) => return Ok(Some(unit)),
            Named::Several(units) => ("unit-which", units),
            Named::Nearest(units) => ("unit-nearest", units),
            Named::NotTheirs(unit) => {
                let args = [("unit", unit.name.into())];
                turn.say(visitor, "unit-not-yours", &args).await?;
                return Ok(None);
            }
            Named::Nothing => {
                turn.say(visitor, "unit-unknown", &[]).await?;
                return Ok(None);
            }
        }
    };
    if key == "unit-which" && units.len() == 1 {
        return Ok(units.pop());
    }
    let screen = Screen {
        text: turn.html(visitor.language, key, &[]),
        keyboard: units.iter().map(|unit| way_to(unit, button)).collect(),
    };
    turn.send(visitor.user, screen, Purpose::Plain).await?;
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
pub(super) async fn own(turn: &mut Turn<'_>, user: UserId) -> Result<Vec<Unit>, Fault> {
    if owns(turn, user) {
        let root = store::units::root(turn.tx).await?;
        return Ok(root.into_iter().collect());
    }
    store::officers::units_of(turn.tx, user).await
}

/// The unit, if the visitor may act for it; otherwise a word, and `None`.
pub(in crate::core) async fn theirs(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<Option<Unit>, Fault> {
    if !may(turn, visitor.user, unit).await? {
        turn.alert(tap, visitor.language, "toast-no-right").await?;
        return Ok(None);
    }
    store::units::by_id(turn.tx, unit).await
}

//! Officers: who may act for which units, who gives that right and who takes it back.
//!
//! Everybody who asks for a right asks here. The owners are officers of everything, by the settings; every other
//! officer is a row: rights for one unit and all below it, never above or beside. Rights hang on the messenger's
//! number alone; names are not known.

mod appoint;
mod list;
mod unit;

pub(in crate::core) use appoint::{invite, open as open_link, settle, take, titles};
pub(in crate::core) use list::{ask_to_dismiss, below, dismiss, list, show};
pub(in crate::core) use unit::{open, pick, reopen, theirs};

use crate::core::turn::Turn;
use crate::store::audit::Deed;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::fold;
use crate::types::{Language, Title, UnitId, UserId};

/// Units offered when words name several: what fits a phone without scrolling.
const OFFERED_MAX: u32 = 6;

/// Whether this person may act for this unit.
pub(in crate::core) async fn may(
    turn: &mut Turn<'_>,
    user: UserId,
    unit: UnitId,
) -> Result<bool, Fault> {
    if owns(turn, user) {
        return Ok(store::units::by_id(turn.tx, unit).await?.is_some());
    }
    store::officers::covers(turn.tx, user, unit).await
}

/// The highest unit that this person is an officer of; `None` if of none.
pub(in crate::core) async fn unit_of(
    turn: &mut Turn<'_>,
    user: UserId,
) -> Result<Option<Unit>, Fault> {
    Ok(unit::own(turn, user).await?.into_iter().next())
}

/// Whether this person may act for any unit.
pub(in crate::core) async fn is_one(turn: &mut Turn<'_>, user: UserId) -> Result<bool, Fault> {
    Ok(owns(turn, user) || unit_of(turn, user).await?.is_some())
}

/// Whether this person owns the installation.
pub(in crate::core) fn owns(turn: &Turn<'_>, user: UserId) -> bool {
    turn.core.rules.owners.contains(&user)
}

/// The other officers who may act for a unit.
pub(in crate::core) async fn others(
    turn: &mut Turn<'_>,
    user: UserId,
    unit: UnitId,
) -> Result<Vec<UserId>, Fault> {
    let mut others = turn.core.rules.owners.clone();
    others.extend(store::officers::over(turn.tx, unit).await?);
    others.remove(&user);
    Ok(others.into_iter().collect())
}

/// The units at or below which everything is this person's to act for.
pub(in crate::core) async fn scope(
    turn: &mut Turn<'_>,
    user: UserId,
) -> Result<Vec<UnitId>, Fault> {
    if owns(turn, user) {
        return store::units::roots(turn.tx).await;
    }
    let units = store::officers::units_of(turn.tx, user).await?;
    Ok(units.into_iter().map(|unit| unit.id).collect())
}

/// What an officer's words for a unit lead to, with or without marks.
#[derive(Debug)]
pub(in crate::core) enum Named {
    /// One of theirs, by its code or its whole name, or because it is the only one.
    One(Unit),
    /// Several of theirs, or all there are if there were no words.
    Several(Vec<Unit>),
    /// None of theirs is called so; these come nearest.
    Nearest(Vec<Unit>),
    /// A unit of that code, which is not theirs.
    NotTheirs(Unit),
    /// Nothing like it.
    Nothing,
}

/// Which unit an officer means.
pub(in crate::core) async fn named(
    turn: &mut Turn<'_>,
    user: UserId,
    words: &str,
) -> Result<Named, Fault> {
    if let Some(unit) = store::units::by_code(turn.tx, words).await? {
        return Ok(if may(turn, user, unit.id).await? {
            Named::One(unit)
        } else {
            Named::NotTheirs(unit)
        });
    }
    let (scope, folded) = (scope(turn, user).await?, fold(words));
    let mut found = store::units::search_below(turn.tx, &scope, &folded, OFFERED_MAX).await?;
    let only = (words.is_empty() && found.len() == 1).then_some(0);
    let whole = found.iter().position(|unit| fold(&unit.name) == folded);
    if let Some(place) = whole.or(only) {
        return Ok(Named::One(found.swap_remove(place)));
    }
    if !found.is_empty() {
        return Ok(Named::Several(found));
    }
    let near = store::units::nearest_below(turn.tx, &scope, &folded, OFFERED_MAX).await?;
    Ok(if near.is_empty() {
        Named::Nothing
    } else {
        Named::Nearest(near)
    })
}

/// The title that bounds what a person may do to a unit's own officers: `None` if they have no right there,
/// `Some(None)` if they stand above it.
async fn standing(
    turn: &mut Turn<'_>,
    user: UserId,
    unit: UnitId,
) -> Result<Option<Option<Title>>, Fault> {
    if owns(turn, user) {
        return Ok(Some(None));
    }
    let office = store::officers::office(turn.tx, user, unit).await?;
    Ok(office.map(|(of, title)| (of == unit).then_some(title)))
}

/// A person gives every right back, and their number is taken out of what they made.
pub(in crate::core) async fn resign(turn: &mut Turn<'_>, user: UserId) -> Result<(), Fault> {
    for unit in store::officers::units_of(turn.tx, user).await? {
        store::audit::note(turn.tx, unit.id, user, Deed::Resign).await?;
    }
    store::officers::forget(turn.tx, user).await.map(drop)
}

/// The language in which to write to an officer, who need not be a member.
pub(in crate::core) async fn language(
    turn: &mut Turn<'_>,
    user: UserId,
) -> Result<Language, Fault> {
    let member = store::members::by_user(turn.tx, user).await?;
    Ok(member.map_or(Language::Vi, |member| member.language))
}

fn title(turn: &Turn<'_>, language: Language, title: Title) -> String {
    turn.plain(language, &format!("title-{}", title.code()), &[])
}

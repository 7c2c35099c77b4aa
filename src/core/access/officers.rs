//! Officers: who may act for which units, who gives that right and who takes it back.
//!
//! Every check of a right is here. The owners are officers of every unit, by the settings. Any other officer is a
//! row: rights for one unit and all below it, never above or beside. An officer is known by the messenger's number
//! alone, not by a name.

mod appoint;
mod kept;
mod list;
mod second;
mod unit;

pub(in crate::core) use appoint::{invite, open as open_link, settle, take, titles};
pub(in crate::core) use kept::keep;
pub(in crate::core) use list::{ask_to_dismiss, below, dismiss, list, show};
pub(in crate::core) use second::{Seconds, may_second, seconds};
pub(in crate::core) use unit::{open, pick, reopen, theirs};

use super::command_menu;
use crate::core::ctx::Ctx;
use crate::store::audit::{AuditAction, Change, Changed, What};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::fold;
use crate::types::{Language, Title, UnitId, UserId};

/// Units offered when words name several: what fits a phone without scrolling.
const OFFERED_MAX: u32 = 6;

pub(in crate::core) async fn may(ctx: &mut Ctx<'_>, user: UserId, unit: UnitId) -> Result<bool> {
    if owns(ctx, user) {
        return Ok(store::units::by_id(ctx.tx, unit).await?.is_some());
    }
    store::officers::covers(ctx.tx, user, unit).await
}

/// The highest unit that this person is an officer of; `None` if of none.
pub(in crate::core) async fn unit_of(ctx: &mut Ctx<'_>, user: UserId) -> Result<Option<Unit>> {
    Ok(unit::own(ctx, user).await?.into_iter().next())
}

pub(in crate::core) async fn is_one(ctx: &mut Ctx<'_>, user: UserId) -> Result<bool> {
    Ok(owns(ctx, user) || unit_of(ctx, user).await?.is_some())
}

/// Whether somebody is an officer of this very unit: of others only what may be told above it is shown to them.
pub(in crate::core) async fn is_own(ctx: &mut Ctx<'_>, user: UserId, unit: UnitId) -> Result<bool> {
    if store::officers::title_in(ctx.tx, user, unit)
        .await?
        .is_some()
    {
        return Ok(true);
    }
    let root = store::units::root(ctx.tx).await?;
    Ok(owns(ctx, user) && root.is_some_and(|root| root.id == unit))
}

pub(in crate::core) fn owns(ctx: &Ctx<'_>, user: UserId) -> bool {
    ctx.core.rules.owners.contains(&user)
}

/// The highest units of this person: they may act for these and for all below.
pub(in crate::core) async fn scope(ctx: &mut Ctx<'_>, user: UserId) -> Result<Vec<UnitId>> {
    if owns(ctx, user) {
        return store::units::roots(ctx.tx).await;
    }
    let units = store::officers::units_of(ctx.tx, user).await?;
    Ok(units.into_iter().map(|unit| unit.id).collect())
}

/// Which unit an officer's words mean; marks and case do not matter.
#[derive(Debug)]
pub(in crate::core) enum UnitMatch {
    /// One of theirs, by its code or its whole name, or because it is the only one.
    One(Unit),
    /// Several of theirs match; without words, the first of all their units.
    Several(Vec<Unit>),
    /// None of theirs has that name; these have at least half of its words.
    Nearest(Vec<Unit>),
    NotTheirs(Unit),
    Nothing,
}

/// No unit's name is longer: nothing longer is looked for among all of them.
const NAME_CHARS_MAX: usize = 120;

pub(in crate::core) async fn named(
    ctx: &mut Ctx<'_>,
    user: UserId,
    words: &str,
) -> Result<UnitMatch> {
    if let Some(unit) = store::units::by_code(ctx.tx, words).await? {
        return Ok(if may(ctx, user, unit.id).await? {
            UnitMatch::One(unit)
        } else {
            UnitMatch::NotTheirs(unit)
        });
    }
    let (scope, folded) = (scope(ctx, user).await?, fold(words));
    if folded.chars().count() > NAME_CHARS_MAX {
        return Ok(UnitMatch::Nothing);
    }
    let mut found = store::units::search_below(ctx.tx, &scope, &folded, OFFERED_MAX).await?;
    let only = (words.is_empty() && found.len() == 1).then_some(0);
    let whole = found.iter().position(|unit| fold(&unit.name) == folded);
    if let Some(place) = whole.or(only) {
        return Ok(UnitMatch::One(found.swap_remove(place)));
    }
    if !found.is_empty() {
        return Ok(UnitMatch::Several(found));
    }
    let near = store::units::nearest_below(ctx.tx, &scope, &folded, OFFERED_MAX).await?;
    Ok(if near.is_empty() {
        UnitMatch::Nothing
    } else {
        UnitMatch::Nearest(near)
    })
}

/// What limits a person's rights over a unit's own officers: their title there; `Some(None)` if they are an officer
/// of a unit above, so nothing does; `None` if they have no right at all.
async fn standing(ctx: &mut Ctx<'_>, user: UserId, unit: UnitId) -> Result<Option<Option<Title>>> {
    if owns(ctx, user) {
        return Ok(Some(None));
    }
    let office = store::officers::office(ctx.tx, user, unit).await?;
    Ok(office.map(|(of, title)| (of == unit).then_some(title)))
}

/// A person resigns from all units; their number is removed from links and drafts that they made.
pub(in crate::core) async fn resign(ctx: &mut Ctx<'_>, user: UserId) -> Result {
    for unit in store::officers::units_of(ctx.tx, user).await? {
        let title = store::officers::title_in(ctx.tx, user, unit.id).await?;
        let changed = titled(ctx, unit.id, title, None).await?;
        store::audit::note_changed(ctx.tx, unit.id, user, AuditAction::Resign, &changed).await?;
    }
    store::officers::forget(ctx.tx, user).await?;
    store::officer_chats::forget(ctx.tx, user).await?;
    // By the settings an owner stays one.
    match owns(ctx, user) {
        true => command_menu::give(ctx, user).await,
        false => command_menu::take_back(ctx, user).await,
    }
}

/// The language in which to write to an officer, who need not be a member.
pub(in crate::core) async fn language(ctx: &mut Ctx<'_>, user: UserId) -> Result<Language> {
    let member = store::members::by_user(ctx.tx, user).await?;
    let chosen = match member {
        Some(member) => Some(member.language),
        None => store::officer_chats::language(ctx.tx, user).await?,
    };
    Ok(chosen.unwrap_or(Language::Vi))
}

/// For the audit: which title of a unit somebody had and has now. Who it is stands in no line.
async fn titled(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    before: Option<Title>,
    after: Option<Title>,
) -> Result<Changed> {
    let unit = store::units::by_id(ctx.tx, unit).await?;
    let code = unit.map_or_else(String::new, |unit| unit.code);
    let word = |title: Option<Title>| title.map_or("", Title::code);
    let change = Change::of(&code, What::Title, word(before), word(after));
    Ok(Changed::from_iter([change]))
}

fn title(ctx: &Ctx<'_>, language: Language, title: Title) -> String {
    ctx.plain(language, &format!("title-{}", title.code()), &[])
}

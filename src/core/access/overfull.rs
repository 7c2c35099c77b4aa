//! More accounts than people declared: the officers of the unit are told once, until the number changes.
//!
//! Knows which units are looked at, and who is told. Must not know what becomes of their figures.

use super::{admission, officers};
use crate::core::ctx::{Ctx, Screen};
use crate::event::{Button, UnitAction};
use crate::outgoing::Purpose;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::UnitId;

/// Units looked at again in one transaction.
const BATCH: u32 = 200;

/// The same after an import, with all above each of them up to the grassroots.
const IMPORTED_BATCH: u32 = 25;

/// Units that declare more people are not counted: it would take too long, and they are no units in which people know
/// each other.
const DECLARED_MAX: i64 = 20_000;

/// Looks at a unit and at those above it up to the grassroots, after somebody has come or gone, or a number was
/// declared. Above the grassroots nobody is counted: they would be too many, and no figure depends on it.
pub(in crate::core) async fn check(ctx: &mut Ctx<'_>, unit: UnitId) -> Result {
    let kinds = &ctx.core.grassroots;
    let Some(own) = store::units::by_id(ctx.tx, unit).await? else {
        return Ok(());
    };
    let mut line = store::units::above(ctx.tx, unit).await?;
    line.push(own);
    // Without a grassroots unit there is none to count up to.
    let first = line.iter().position(|unit| kinds.has(&unit.kind));
    let first = first.unwrap_or(line.len() - 1);
    for unit in line.iter().skip(first) {
        look(ctx, unit).await?;
    }
    Ok(())
}

/// Whether a unit has more accounts than people declared.
pub(in crate::core) async fn is_overfull(ctx: &mut Ctx<'_>, unit: &Unit) -> Result<bool> {
    // Of one that has declared none, nobody can say.
    Ok((1..=DECLARED_MAX).contains(&unit.members)
        && store::overfull::exceeds(ctx.tx, unit.id, unit.members).await?)
}

/// Looks once more at the units whose officers were told: people may have gone, a file may have brought other numbers.
pub(in crate::core) async fn check_again(ctx: &mut Ctx<'_>) -> Result {
    for unit in store::overfull::noted(ctx.tx, BATCH).await? {
        if let Some(unit) = store::units::by_id(ctx.tx, unit).await?
            && !is_overfull(ctx, &unit).await?
        {
            store::overfull::clear(ctx.tx, unit.id).await?;
        }
    }
    Ok(())
}

/// Looks at units that an import has changed, wherever it came from. `true` if there may be more.
pub(in crate::core) async fn check_imported(ctx: &mut Ctx<'_>) -> Result<bool> {
    let units = store::overfull::suspected(ctx.tx, IMPORTED_BATCH).await?;
    for unit in &units {
        check(ctx, *unit).await?;
        store::overfull::looked(ctx.tx, *unit).await?;
    }
    Ok(!units.is_empty())
}

async fn look(ctx: &mut Ctx<'_>, unit: &Unit) -> Result {
    if !is_overfull(ctx, unit).await? {
        return store::overfull::clear(ctx.tx, unit.id).await;
    }
    if !store::overfull::note(ctx.tx, unit.id, unit.members).await? {
        return Ok(());
    }
    for officer in admission::asked(ctx, unit).await? {
        let language = officers::language(ctx, officer).await?;
        let args = [
            ("unit", unit.name.as_str().into()),
            ("people", unit.members.into()),
        ];
        let invite = Button::Unit(UnitAction::Invite(unit.id));
        let screen = Screen {
            text: ctx.html(language, "overfull", &args),
            keyboard: vec![vec![ctx.key(language, "button-unit-people", invite)]],
        };
        ctx.send(officer, screen, Purpose::Plain).await?;
    }
    Ok(())
}

//! Who may confirm as the second officer what another wants to send: four eyes of two people.
//!
//! Knows whose appointment makes somebody dependent on whom. Must not know what is confirmed.

use std::collections::BTreeSet;

use chrono::Days;

use super::owns;
use crate::core::ctx::Ctx;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Title, UnitId, UserId};

/// So long nobody confirms after having been appointed: an account that is made for it is seen in the meantime.
const DAYS_SINCE_APPOINTED: u64 = 7;

/// Those who are asked to confirm.
#[derive(Debug)]
pub(in crate::core) struct Seconds {
    pub(in crate::core) users: Vec<UserId>,
    /// Of which unit they are officers, with which titles; `None`: they are owners.
    pub(in crate::core) of: Option<(Unit, BTreeSet<Title>)>,
}

/// Those of the unit itself; where nobody there is independent, those of the nearest unit above; else the owners.
pub(in crate::core) async fn seconds(
    ctx: &mut Ctx<'_>,
    first: UserId,
    unit: UnitId,
) -> Result<Seconds> {
    let found = independent(ctx, first, unit).await?;
    let nearest = found.first().map(|(of, ..)| *of);
    if let Some(of) = nearest
        && let Some(unit) = store::units::by_id(ctx.tx, of).await?
    {
        let there = || found.iter().filter(|(other, ..)| *other == of);
        return Ok(Seconds {
            users: there().map(|(_, user, _)| *user).collect(),
            of: Some((unit, there().map(|(_, _, title)| *title).collect())),
        });
    }
    let mut owners = ctx.core.rules.owners.clone();
    owners.remove(&first);
    Ok(Seconds {
        users: owners.into_iter().collect(),
        of: None,
    })
}

/// Whether this one may, asked or not.
pub(in crate::core) async fn may_second(
    ctx: &mut Ctx<'_>,
    user: UserId,
    first: UserId,
    unit: UnitId,
) -> Result<bool> {
    if user == first {
        return Ok(false);
    }
    let found = independent(ctx, first, unit).await?;
    Ok(owns(ctx, user) || found.iter().any(|(_, other, _)| *other == user))
}

async fn independent(
    ctx: &mut Ctx<'_>,
    first: UserId,
    unit: UnitId,
) -> Result<Vec<(UnitId, UserId, Title)>> {
    let since = ctx.tx.today() - Days::new(DAYS_SINCE_APPOINTED);
    let first = (first, owns(ctx, first));
    store::officers::independent(ctx.tx, first, unit, since).await
}

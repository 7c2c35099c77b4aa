//! What members have sent enters the boxes at full quarters of an hour: all of it together, in a transaction that holds nothing
//! of anybody's update, so that neither the file nor its log tells with which update a text came.
//!
//! Knows what is written then, and what its author is shown. Must not know why a suggestion was sent, nor who reads it.

use chrono::{DateTime, Utc};

use crate::core::ctx::Ctx;
use crate::store::suggestions::arrivals::{self, Wish};
use crate::store::suggestions::{self, authors, boxes};
use crate::store::{Result, StoreError};
use crate::types::{SuggestionLabel, UnitId};

/// Boxes that are written in one transaction.
const BATCH: u32 = 100;

/// Writes what is due by then. `true` if there was anything: the transaction must hold nothing else.
pub(in crate::core) async fn enter(ctx: &mut Ctx<'_>, by: DateTime<Utc>) -> Result<bool> {
    if arrivals::next(ctx.tx).await?.is_none_or(|next| next > by) {
        return Ok(false);
    }
    for unit in arrivals::units(ctx.tx, by, BATCH).await? {
        let entered = ctx.isolated(async |ctx| fill(ctx, unit, by).await);
        if let Err(cause) = entered.await? {
            tracing::error!(
                unit = unit.0,
                cause,
                "a box of suggestions cannot be written"
            );
            arrivals::postpone(ctx.tx, unit).await?;
        }
    }
    for (label, wish, user, card) in arrivals::take_wishes(ctx.tx, by).await? {
        let granted = ctx.isolated(async |ctx| grant(ctx, label, &wish).await);
        match (granted.await?, card) {
            (Ok(true), Some(card)) => ctx.call_unwritten(user, &card).await?,
            (Ok(_), _) => {}
            (Err(cause), _) => tracing::error!(cause, "an author's wish is not granted"),
        }
    }
    arrivals::count_seconds(ctx.tx, by).await?;
    Ok(true)
}

/// Puts into a unit's box what has come for it.
async fn fill(ctx: &mut Ctx<'_>, unit: UnitId, by: DateTime<Utc>) -> Result {
    let came = arrivals::take(ctx.tx, unit, by).await?;
    let Some(open) = boxes::of(ctx.tx, unit).await? else {
        return Err(StoreError::Bug("there is no box any more".into()));
    };
    let mut waiting = open.waiting;
    waiting.extend(came.iter().map(|one| one.what.clone()));
    boxes::put(ctx.tx, unit, waiting).await?;
    for one in &came {
        if !one.name.is_empty() {
            authors::sign(ctx.tx, one.label, one.member, &one.name).await?;
        }
        ctx.call_unwritten(one.user, &one.card).await?;
    }
    Ok(())
}

/// Does what an author wanted; `false`: it was too late.
async fn grant(ctx: &mut Ctx<'_>, label: SuggestionLabel, wish: &Wish) -> Result<bool> {
    match wish {
        Wish::Add { asked, words } => {
            suggestions::add(ctx.tx, label, (asked, words)).await?;
            Ok(true)
        }
        Wish::TakeBack => match boxes::holding(ctx.tx, label).await? {
            Some(mut open) => {
                open.waiting.retain(|one| !one.has(label));
                boxes::put(ctx.tx, open.unit, open.waiting).await?;
                authors::forget(ctx.tx, label).await?;
                Ok(true)
            }
            None => suggestions::withdraw(ctx.tx, label).await,
        },
    }
}

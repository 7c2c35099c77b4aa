//! The first start after the database was put back from a backup: what the older life may have sent since is not sent
//! again, and the owners are told.
//!
//! Knows what follows from a restore. Must not know how one is done.

use chrono::DateTime;

use super::broadcast;
use crate::core::access::officers;
use crate::core::ctx::{Ctx, Screen};
use crate::outgoing::Purpose;
use crate::schedule;
use crate::store::{self, Result};
use crate::types::UserId;

/// Before anything leaves. All that is not a reply waits until an owner says go on: the restore has paused it.
pub(in crate::core) async fn settle(ctx: &mut Ctx<'_>) -> Result {
    let Some(restore) = store::restores::untold(ctx.tx).await? else {
        return Ok(());
    };
    broadcast::skip_due(ctx).await?;
    store::restores::told(ctx.tx).await?;
    let copied = restore
        .copied_at
        .and_then(|at| DateTime::from_timestamp(at, 0))
        .map(|at| schedule::local(at).format("%H:%M %d/%m/%Y").to_string());
    let owners: Vec<UserId> = ctx.core.rules.owners.iter().copied().collect();
    for owner in owners {
        let language = officers::language(ctx, owner).await?;
        let copied = match &copied {
            Some(copied) => copied.clone(),
            None => ctx.plain(language, "restored-unknown", &[]),
        };
        let args = [
            ("copied", copied.into()),
            ("lost", restore.lost.into()),
            ("doubt", restore.in_doubt.into()),
            ("deleted", restore.deleted.into()),
        ];
        let screen = Screen::words(ctx.html(language, "restored", &args));
        ctx.send(owner, screen, Purpose::Plain).await?;
    }
    Ok(())
}

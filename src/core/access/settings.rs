//! The server's settings that decide who has rights and who counts: a change of one is a line of the audit, as if an
//! officer had done it.
//!
//! Knows which settings those are. Must not know how they are read.

use crate::core::ctx::Ctx;
use crate::store::audit::{AuditAction, Change, Changed, Office, What};
use crate::store::installation::Settings;
use crate::store::{self, Result};
use crate::types::sha256;

/// Compares the settings with those of the last start.
pub(in crate::core) async fn note(ctx: &mut Ctx<'_>) -> Result {
    let now = present(ctx).await?;
    let before = store::installation::settings(ctx.tx).await?;
    if before.as_ref() == Some(&now) {
        return Ok(());
    }
    store::installation::set_settings(ctx.tx, &now).await?;
    let Some(before) = before else {
        return Ok(());
    };
    let mut changed = Vec::new();
    if before.owners != now.owners {
        changed.push((What::Owners, before.owners_count, now.owners_count));
    }
    if before.grassroots != now.grassroots {
        changed.push((What::Grassroots, before.grassroots, now.grassroots));
    }
    if before.joining != now.joining {
        changed.push((What::Joining, before.joining, now.joining));
    }
    let changed: Changed = changed
        .into_iter()
        .map(|(what, before, now)| Change::of("", what, before, now))
        .collect();
    let by = (None, Office::Server);
    store::audit::note_in(ctx.tx, None, by, AuditAction::Settings, &changed).await
}

async fn present(ctx: &mut Ctx<'_>) -> Result<Settings> {
    let owners = ctx.core.rules.owners.clone();
    let mut digests = Vec::new();
    for owner in &owners {
        digests.push(store::installation::digest(ctx.tx, *owner).await?);
    }
    let joining = if ctx.core.open_joining {
        "open"
    } else {
        "closed"
    };
    Ok(Settings {
        owners: sha256(digests.join("\n")),
        owners_count: owners.len().to_string(),
        grassroots: ctx.core.grassroots.kinds().join(", "),
        joining: joining.to_owned(),
    })
}

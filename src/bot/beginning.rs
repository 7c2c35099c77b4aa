//! What is done before the loops start: the messenger says whose bot it is, a copy that nobody has restored is refused,
//! what an earlier process left is settled, and the lists of who has left are made whole.
//!
//! Knows the order. Must not know rules, nor how a copy is restored.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context, bail};
use rand::SeedableRng;
use rand::rngs::{StdRng, SysRng};

use crate::backoff::Backoff;
use crate::backup::Daily;
use crate::clock::Clock;
use crate::core::Core;
use crate::db::Db;
use crate::store;
use crate::telegram::{Api, Me, PollError};
use crate::told;

/// Asks the messenger who the bot is, for as long as it takes to reach it.
///
/// # Errors
/// The token is wrong.
pub async fn introduce(api: &Api) -> Result<Me, PollError> {
    let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(30));
    loop {
        match api.me().await {
            Ok(me) => return Ok(me),
            Err(PollError::Token) => return Err(PollError::Token),
            Err(trouble) if backoff.is_fresh() => tracing::warn!("{trouble}; trying again"),
            Err(_) => {}
        }
        tokio::time::sleep(backoff.step()).await;
    }
}

/// The generator from which those of all loops begin.
pub(super) fn seeded_rng(seed: Option<u64>) -> anyhow::Result<StdRng> {
    match seed {
        Some(seed) => Ok(StdRng::seed_from_u64(seed)),
        None => StdRng::try_from_rng(&mut SysRng).with_context(|| told!("random-none")),
    }
}

pub(super) async fn begin(
    core: &Core,
    db: &Db,
    (clock, rng): (&Clock, &mut StdRng),
    backup: Option<&Daily>,
) -> anyhow::Result<()> {
    let mut tx = db.begin(clock.now(), rng).await?;
    if store::backups::copied_at(&mut tx).await?.is_some() {
        let shown = db.path();
        let shown = shown.display();
        bail!(told!("backup-put-by-hand", path = shown));
    }
    let unsettled = || told!("bot-not-settled");
    core.on_start(&mut tx).await.with_context(unsettled)?;
    let deleted = store::deletions::known(&mut tx).await?;
    // As long as the proofs, which hold the same digests: also a copy that is older than all others may come back.
    let since = core.proofs_since(tx.today()).to_string();
    tx.commit().await.with_context(unsettled)?;
    // A process that was killed may not have come to write down who had just left.
    let lists = [
        (Some(db.deletions()), deleted),
        (backup.map(Daily::deletions), BTreeSet::new()),
    ];
    for (list, known) in lists {
        let kept = list.map_or(Ok(()), |list| list.keep(known, &since));
        if let Err(error) = kept {
            tracing::warn!(%error, "a list of who has left cannot be written");
        }
    }
    Ok(())
}

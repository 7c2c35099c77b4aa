//! Retention: what is deleted when its time is over, a batch at a time, once a day.
//!
//! Knows the periods. Must not know tables.

use chrono::{Days, Months, TimeDelta};

use crate::core::access::consent;
use crate::core::turn::Turn;
use crate::store::consents::Ending;
use crate::store::{self, Fault};

/// Rows of a kind deleted in one transaction: small enough that an answer never waits long for the database.
const BATCH: u32 = 200;

/// How long things are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// What a member did in a week, after it has closed. Sums for units stay.
    pub quiz_months: u32,
    /// A member who cannot be reached, since then.
    pub unreachable_days: u32,
    /// Why a message was not sent, its words being gone at once; and whom a broadcast went to, and what it said.
    pub outbox_days: u32,
    /// Which update could not be handled, and why.
    pub quarantine_days: u32,
    /// Proof of a consent, after it has ended.
    pub proof_months: u32,
    /// A line of the audit.
    pub audit_months: u32,
    /// A commendation, for reports.
    pub commendation_months: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            quiz_months: 12,
            unreachable_days: 30,
            outbox_days: 30,
            quarantine_days: 30,
            proof_months: 36,
            audit_months: 60,
            commendation_months: 24,
        }
    }
}

/// Days for which whoever opens an old link that makes an officer is told what became of it.
const LINK_DAYS: i64 = 30;

/// Deletes one batch of what is too old. `true` if there may be more today.
pub(super) async fn sweep(turn: &mut Turn<'_>) -> Result<bool, Fault> {
    if !store::house::unswept_today(turn.tx).await? {
        return Ok(false);
    }
    let periods = turn.core.retention;
    let (now, today) = (turn.tx.now(), turn.tx.today());
    let days = |count: u32| today - Days::new(count.into());
    let months = |count: u32| today - Months::new(count);
    let mut gone = 0;
    let lost =
        store::retention::unreachable(turn.tx, days(periods.unreachable_days), BATCH).await?;
    for (member, user) in lost {
        consent::end(turn, member, user, Ending::Lapsed).await?;
        gone += 1;
    }
    let weeks_before = now - Months::new(periods.quiz_months);
    gone += store::retention::weeks(turn.tx, weeks_before, BATCH).await?;
    gone += store::retention::proofs(turn.tx, months(periods.proof_months), BATCH).await?;
    gone += store::audit::prune(turn.tx, months(periods.audit_months), BATCH).await?;
    let commended_before = months(periods.commendation_months);
    store::commendations::unname(turn.tx, commended_before, BATCH).await?;
    consent::take_down(turn).await?;
    gone += store::commendations::forget(turn.tx, commended_before, BATCH).await?;
    gone += store::broadcasts::forget(turn.tx, days(periods.outbox_days)).await?;
    store::retention::quarantine(turn.tx, days(periods.quarantine_days)).await?;
    store::officers::forget_links(turn.tx, now - TimeDelta::days(LINK_DAYS)).await?;
    store::unit_files::expire(turn.tx, today).await?;
    store::commendations::forget_drafts(turn.tx, today).await?;
    store::outbox::forget(turn.tx, days(periods.outbox_days)).await?;
    if gone > 0 {
        turn.tx.erase();
        return Ok(true);
    }
    store::house::swept_today(turn.tx).await?;
    Ok(false)
}

//! Retention: what is deleted when its time is over, a batch at a time, once a day.
//!
//! Knows the periods. Must not know tables.

use chrono::{Days, Months, TimeDelta};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::core::access::{consent, officers, overfull};
use crate::core::ctx::Ctx;
use crate::store::consents::Ending;
use crate::store::{self, Result};
use crate::told;

/// Rows of a kind deleted in one transaction: small enough that an answer never waits long for the database.
const BATCH: u32 = 200;

/// How long things are kept: each a number of days or months, at least one and at most ten years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retention {
    /// `quiz_months = 12`: what a member did in a week, after it has closed. Sums for units stay.
    #[serde(deserialize_with = "months")]
    pub quiz_months: u32,
    /// `unreachable_days = 30`: a member who cannot be reached, since then.
    #[serde(deserialize_with = "days")]
    pub unreachable_days: u32,
    /// `outbox_days = 30`: why a message was not sent, its words being gone at once; and whom a broadcast went to, and what it said.
    #[serde(deserialize_with = "days")]
    pub outbox_days: u32,
    /// `quarantine_days = 30`: which update could not be handled, and why.
    #[serde(deserialize_with = "days")]
    pub quarantine_days: u32,
    /// `proof_months = 36`: proof of a consent, after it has ended.
    #[serde(deserialize_with = "months")]
    pub proof_months: u32,
    /// `audit_months = 60`: a line of the audit.
    #[serde(deserialize_with = "months")]
    pub audit_months: u32,
    /// `commendation_months = 24`: a commendation, for reports.
    #[serde(deserialize_with = "months")]
    pub commendation_months: u32,
    /// `initiative_months = 60`: an entry of a unit's register of initiatives.
    #[serde(deserialize_with = "months")]
    pub initiative_months: u32,
    /// `form_months = 36`: what units answered in forms, after the period has ended.
    #[serde(deserialize_with = "months")]
    pub form_months: u32,
    /// `suggestion_months = 12`: a suggestion, after its answer, or after its release if it has none.
    #[serde(deserialize_with = "months")]
    pub suggestion_months: u32,
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
            initiative_months: 60,
            form_months: 36,
            suggestion_months: 12,
        }
    }
}

fn months<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    period(from, 120)
}

fn days<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    period(from, 3650)
}

fn period<'de, D: Deserializer<'de>>(from: D, most: u32) -> Result<u32, D::Error> {
    let count = i64::deserialize(from)?;
    u32::try_from(count)
        .ok()
        .filter(|count| (1..=most).contains(count))
        .ok_or_else(|| D::Error::custom(told!("settings-period", given = count, most = most)))
}

/// For so many days an appointment link that is over still says why to whoever opens it.
const LINK_DAYS: i64 = 30;

/// Deletes one batch of what is too old. `true` if there may be more today.
pub(super) async fn sweep(ctx: &mut Ctx<'_>) -> Result<bool> {
    if !store::installation::unswept_today(ctx.tx).await? {
        return Ok(false);
    }
    let periods = ctx.core.retention;
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    let days = |count: u32| today - Days::new(count.into());
    let months = |count: u32| today - Months::new(count);
    let mut gone = 0;
    let lost = store::retention::unreachable(ctx.tx, days(periods.unreachable_days), BATCH).await?;
    for (member, user) in lost {
        consent::end(ctx, member, user, Ending::Lapsed).await?;
        officers::keep(ctx, user).await?;
        gone += 1;
    }
    let weeks_before = now - Months::new(periods.quiz_months);
    gone += store::retention::weeks(ctx.tx, weeks_before, BATCH).await?;
    gone += store::retention::proofs(ctx.tx, months(periods.proof_months), BATCH).await?;
    gone += store::audit::prune(ctx.tx, months(periods.audit_months), BATCH).await?;
    let commended_before = months(periods.commendation_months);
    store::commendations::unname(ctx.tx, commended_before, BATCH).await?;
    consent::take_down(ctx).await?;
    gone += store::commendations::forget(ctx.tx, commended_before, BATCH).await?;
    gone += store::register::forget(ctx.tx, months(periods.initiative_months), BATCH).await?;
    gone += store::forms::forget(ctx.tx, months(periods.form_months), BATCH).await?;
    let suggested_before = months(periods.suggestion_months);
    gone += store::suggestions::settled::forget(ctx.tx, suggested_before, BATCH).await?;
    gone += store::plans::forget(ctx.tx, months(periods.form_months), BATCH).await?;
    gone += store::broadcasts::forget(ctx.tx, days(periods.outbox_days)).await?;
    store::retention::quarantine(ctx.tx, days(periods.quarantine_days)).await?;
    store::officers::forget_links(ctx.tx, now - TimeDelta::days(LINK_DAYS)).await?;
    store::unit_files::expire(ctx.tx, today).await?;
    store::join_requests::forget_pauses(ctx.tx).await?;
    overfull::check_again(ctx).await?;
    store::commendations::forget_drafts(ctx.tx, today).await?;
    store::outbox::forget(ctx.tx, days(periods.outbox_days)).await?;
    store::trees::forget(ctx.tx).await?;
    store::groups::forget_told(ctx.tx).await?;
    if gone > 0 {
        ctx.tx.erase();
        return Ok(true);
    }
    store::installation::swept_today(ctx.tx).await?;
    Ok(false)
}

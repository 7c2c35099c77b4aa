//! How many broadcasts have gone out.
//!
//! Must not know what they said, nor to whom they went.

use chrono::{DateTime, Utc};

use crate::db::{Binds, Statement, Tx};
use crate::store::Result;
use crate::types::UnitId;

/// How many broadcasts a unit has sent between two moments: one that went out anew, or again and again, is one.
pub(crate) async fn sent(
    tx: &mut Tx,
    unit: UnitId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<i64> {
    sqlx::query_scalar(
        "SELECT count(DISTINCT coalesce(origin_id, recurring_id, id)) FROM broadcasts
         WHERE unit_id = $1 AND state = 'done' AND ended_at >= $2 AND ended_at < $3",
    )
    .binds((unit, from.timestamp(), to.timestamp()))
    .about(unit)
    .one(tx)
    .await
}

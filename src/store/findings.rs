//! What the owners have heard of that needs a person.
//!
//! Knows the rows. Must not know what is found, nor when it is told.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::Result;
use crate::db::{Binds, Statement, Tx};

/// A finding as it was told.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Told {
    /// Which it is.
    pub(crate) finding: String,
    /// As it was then.
    pub(crate) state: String,
    /// On which day.
    #[sqlx(rename = "told_on")]
    pub(crate) on: NaiveDate,
}

/// All that was told.
pub(crate) async fn told(tx: &mut Tx) -> Result<Vec<Told>> {
    sqlx::query_as("SELECT finding, state, told_on FROM findings")
        .all(tx)
        .await
}

/// It is told today, as it is now.
pub(crate) async fn tell(tx: &mut Tx, finding: &str, state: &str) -> Result {
    sqlx::query(
        "INSERT INTO findings (finding, state, told_on) VALUES ($1, $2, $3)
         ON CONFLICT DO UPDATE SET state = excluded.state, told_on = excluded.told_on",
    )
    .binds((finding, state, tx.today()))
    .run(tx)
    .await?;
    Ok(())
}

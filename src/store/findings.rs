//! What the owners have heard of that needs a person.
//!
//! Knows the rows. Must not know what is found, nor when it is told.

use chrono::NaiveDate;

use super::{StoreError, day_text, text_day};
use crate::db::{Statement, Tx};

/// A finding as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// Which it is.
    pub(crate) finding: String,
    /// As it was then.
    pub(crate) state: String,
    /// On which day.
    pub(crate) on: NaiveDate,
}

/// All that was told.
pub(crate) async fn told(tx: &mut Tx) -> Result<Vec<Told>, StoreError> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as("SELECT finding, state, told_on FROM findings")
            .all(tx)
            .await?;
    let told = rows.into_iter().map(|(finding, state, on)| {
        let on = text_day(&on)?;
        Ok(Told { finding, state, on })
    });
    told.collect()
}

/// It is told today, as it is now.
pub(crate) async fn tell(tx: &mut Tx, finding: &str, state: &str) -> Result<(), StoreError> {
    let today = day_text(tx.today());
    sqlx::query(
        "INSERT INTO findings (finding, state, told_on) VALUES ($1, $2, $3)
         ON CONFLICT DO UPDATE SET state = excluded.state, told_on = excluded.told_on",
    )
    .bind(finding)
    .bind(state)
    .bind(today)
    .run(tx)
    .await?;
    Ok(())
}

//! How many there are of what an installation is made of, for whoever keeps the server.
//!
//! Knows counts of the whole alone. Must not know who is counted, nor where.

use super::Result;
use crate::db::{Statement, Tx};

/// What an installation is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Headcount {
    /// Of the tree.
    pub units: i64,
    /// Who take part.
    pub members: i64,
    /// People with an office; the owners are in the settings, not here.
    pub officers: i64,
    /// Groups tied to a unit.
    pub groups: i64,
}

/// Counts them.
///
/// # Errors
/// The database cannot be read.
pub async fn count(tx: &mut Tx) -> Result<Headcount> {
    sqlx::query_as(
        "SELECT (SELECT count(*) FROM units) AS units,
                (SELECT count(*) FROM members) AS members,
                (SELECT count(DISTINCT user_id) FROM officers) AS officers,
                (SELECT count(*) FROM groups) AS groups",
    )
    .one(tx)
    .await
}

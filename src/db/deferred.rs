//! Rows that are inserted together: each statement costs a turn of the driver's thread, whatever it does.
//!
//! Knows one table at a time, and when its rows must be there. Must not know what they mean.

use std::panic::Location;

use sqlx::{Executor, query};

use super::Tx;
use super::failure::{Result, StoreError};

/// Rows of one table that are not inserted yet, each as JSON.
#[derive(Debug, Default)]
pub(super) struct Deferred {
    insert: Option<(Insert, &'static Location<'static>)>,
    rows: Vec<String>,
}

/// How deferred rows are inserted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Insert {
    /// The table: every statement that names it finds the rows there.
    pub(crate) table: &'static str,
    /// Inserts them in their order from `json_each($1)`, and does what follows from that. $2: the day.
    pub(crate) statement: &'static str,
}

impl Tx {
    /// Inserts a row with the next statement that names its table, or at the end of the part or transaction.
    #[track_caller]
    pub(crate) fn defer(&mut self, insert: Insert, row: String) {
        self.deferred.insert = Some((insert, Location::caller()));
        self.deferred.rows.push(row);
    }

    /// Inserts what is deferred if this statement looks where it belongs.
    pub(super) async fn settle(&mut self, sql: &str) -> Result {
        self.statements += 1;
        match self.deferred.insert {
            Some((insert, _)) if sql.contains(insert.table) => self.write_deferred().await,
            _ => Ok(()),
        }
    }

    /// Inserts what is deferred.
    pub(super) async fn write_deferred(&mut self) -> Result {
        let Deferred { insert, rows } = std::mem::take(&mut self.deferred);
        let Some((insert, place)) = insert else {
            return Ok(());
        };
        self.statements += 1;
        let rows = format!("[{}]", rows.join(","));
        let today = self.today().format("%Y-%m-%d").to_string();
        let insertion = query(insert.statement).bind(rows).bind(today);
        let done = self.inner.execute(insertion).await;
        let said = |error| StoreError::of(&error, &format!("INSERT {}", insert.table), place);
        done.map(drop).map_err(said)
    }
}

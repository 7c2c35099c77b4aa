//! All SQL, one file a group of tables.
//!
//! Knows tables and columns. Must not know rules, wording or the messenger. Every function
//! takes the open transaction; none begins or commits one.

pub mod audit;
pub(crate) mod authors;
pub mod backups;
pub mod broadcasts;
pub(crate) mod cells;
pub mod checkins;
pub(crate) mod commendations;
pub mod consents;
pub mod deletions;
pub mod dialogs;
pub(crate) mod digests;
pub(crate) mod findings;
pub(crate) mod form_periods;
pub(crate) mod form_sums;
pub(crate) mod forms;
pub mod groups;
pub mod headcount;
pub mod heartbeat;
pub(crate) mod initiatives;
pub mod installation;
pub mod join_requests;
pub mod journals;
pub mod members;
pub mod mydata;
pub(crate) mod named;
pub(crate) mod officer_chats;
pub(crate) mod officer_notices;
pub mod officers;
pub mod outbox;
pub(crate) mod overfull;
pub mod participations;
pub mod pause_all;
pub(crate) mod plan_progress;
pub(crate) mod plans;
pub mod question_tallies;
pub mod quiz_reminders;
pub mod quizzes;
pub mod recipients;
pub(crate) mod register;
pub mod restores;
pub(crate) mod results;
pub mod retention;
pub mod rounds;
pub mod snapshot;
pub(crate) mod suggestions;
pub(crate) mod suppressed;
pub(crate) mod surveys;
pub mod tallies;
pub mod trees;
pub(crate) mod unconfirmed;
pub(crate) mod unit_files;
pub mod units;
pub(crate) mod unwritten;
pub mod updates;

use chrono::{DateTime, Utc};

pub use crate::db::{Result, StoreError};

/// The ids as a JSON list, for `json_each`.
pub(crate) fn list(rows: impl IntoIterator<Item = i64>) -> String {
    serde_json::Value::from_iter(rows).to_string()
}

fn moment(seconds: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0)
        .ok_or_else(|| StoreError::Bug(format!("{seconds} is stored as a moment")))
}

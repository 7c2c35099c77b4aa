//! What an officer does: reports, broadcasts, reminders, groups, invites, unit files, commendations.
//!
//! Knows an officer's units. Must not know any one member's answers.

pub(super) mod admission;
pub(super) mod backups;
pub(super) mod broadcast;
pub(super) mod cards;
pub(super) mod collect;
pub(super) mod commend;
pub(super) mod digest;
mod entered;
mod facts;
pub(super) mod findings;
pub(super) mod forms;
pub(super) mod groups;
pub(super) mod invites;
pub(super) mod notices;
mod planned;
pub(super) mod plans;
pub(super) mod quiz_reminders;
pub(super) mod register;
pub(super) mod report;
pub(super) mod restored;
mod sheets;
pub(super) mod suggestions;
pub(super) mod surveys;
pub(super) mod unit_files;
pub(super) mod weekly;

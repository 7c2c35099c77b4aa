//! What a member does: joining, items, the quiz, check-ins, the journal, their own data.
//!
//! Knows the member in front of it. Must not know what officers see.

pub(super) mod checkin;
pub(super) mod criteria;
pub(super) mod initiatives;
pub(super) mod items;
pub(super) mod journal;
pub(super) mod logbook;
pub(super) mod members;
pub(super) mod my_year;
pub(super) mod mydata;
pub(super) mod plan;
pub(super) mod practice;
pub(super) mod progress;
pub(super) mod quiz;
pub(super) mod sheet;
pub(super) mod suggest;
pub(super) mod survey;
pub(super) mod year;

//! What may be disclosed: thresholds, suppression, and the counts of a closed check-in.
//!
//! Knows groups and numbers. Must not know to whom they are shown, nor in which words.

pub(super) mod reflection;
pub(super) mod share;
pub(super) mod stats;
pub(super) mod suppression;
pub(super) mod threshold;

//! Broadcasts, from an officer's first word to the last row of the ledger.
//!
//! Knows how these stories are divided. Must not know any of them.

#[path = "broadcast/again.rs"]
mod again;
#[path = "broadcast/bodies.rs"]
mod bodies;
#[path = "broadcast/clock.rs"]
mod clock;
#[path = "broadcast/officer.rs"]
mod officer;
#[path = "broadcast/reminding.rs"]
mod reminding;
#[path = "broadcast/restored.rs"]
mod restored;
#[path = "broadcast/sending.rs"]
mod sending;
#[path = "broadcast/stopping.rs"]
mod stopping;
#[path = "broadcast/unanswered.rs"]
mod unanswered;
#[path = "broadcast/union.rs"]
mod union;
#[path = "broadcast/urgent.rs"]
mod urgent;

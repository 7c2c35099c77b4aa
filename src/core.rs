//! The core: what follows from what. Entered by three doors, each with an open transaction.
//!
//! Knows the rules. Must not know SQL, the messenger, wording, the clock, the environment.

use chrono::{DateTime, Utc};

use crate::db::Tx;
use crate::event::Inbound;
use crate::outgoing::Delivery;
use crate::store::Fault;

/// The rules, with the words and the content they work on.
#[derive(Debug)]
pub struct Core {}

/// What the ticker should do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tick {
    /// There is more to do at once: a batch was full.
    pub again: bool,
    /// Rows were deleted that must not survive in the log: checkpoint it.
    pub erased: bool,
    /// When something is due next.
    pub next: Option<DateTime<Utc>>,
}

impl Core {
    /// A batch of updates, in the order they were delivered.
    ///
    /// A fault or panic undoes that update alone and puts it aside.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of the batch has happened.
    pub async fn on_updates(&self, tx: &mut Tx, batch: &[Inbound]) -> Result<(), Fault> {
        let _ = (tx, batch);
        Ok(())
    }

    /// The time has come for something. Works in bounded batches.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_tick(&self, tx: &mut Tx) -> Result<Tick, Fault> {
        let _ = tx;
        Ok(Tick::default())
    }

    /// Calls were answered.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_delivery(&self, tx: &mut Tx, deliveries: &[Delivery]) -> Result<(), Fault> {
        let _ = (tx, deliveries);
        Ok(())
    }
}

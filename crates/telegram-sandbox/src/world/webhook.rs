//! Where the bot wants its updates delivered.
//!
//! Knows: the address, its secret, and what went wrong there last. Must not know: when anything is delivered.

use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    /// Shown with each delivery; empty: none.
    pub(crate) secret: String,
    /// How many deliveries may be on their way at once.
    pub(crate) connections: usize,
    /// When a delivery last failed, and why.
    pub(crate) error: Option<(i64, String)>,
}

//! How a sandbox is set up, and what its owner hears from it.
//!
//! Knows: settings and their defaults. Must not know: how any of them is carried out.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::mpsc;

use crate::limits::Limits;

/// Where the sandbox takes the time from: dates of messages, ages of taps and updates.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What the clock buttons of the page ask for; whoever owns the clock moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    NextEvent,
    Hour,
    Day,
    Week,
}

pub struct Options {
    /// `None`: any token is the bot's; `Some`: only this one, others get 401.
    pub token: Option<String>,
    pub now: Now,
    /// Where the page's clock buttons lead; `None` hides them.
    pub clock: Option<mpsc::Sender<Advance>>,
    pub limits: Limits,
    /// The same seed gives the same ids.
    pub seed: u64,
    /// A file that the world is loaded from and saved to.
    pub state: Option<PathBuf>,
    /// The bot's username, without `@`.
    pub bot_username: String,
}

impl Options {
    /// Any token, no clock buttons, no limits, nothing saved.
    pub fn new(now: Now) -> Options {
        Options {
            token: None,
            now,
            clock: None,
            limits: Limits::default(),
            seed: 1,
            state: None,
            bot_username: "nhip_bot".to_owned(),
        }
    }
}

//! How a sandbox is set up, and what its owner hears from it.
//!
//! Knows: settings and their defaults. Must not know: how any of them is carried out.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Utc};
use serde::Serialize;
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
    pub page: Page,
}

impl Options {
    /// Any token, no clock buttons, no limits, nothing saved; the bot is `sandbox_bot`, the page English.
    pub fn new(now: Now) -> Options {
        Options {
            token: None,
            now,
            clock: None,
            limits: Limits::default(),
            seed: 1,
            state: None,
            bot_username: "sandbox_bot".to_owned(),
            page: Page::default(),
        }
    }
}

/// How the page of phones presents itself to whoever opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The title of the browser's tab until the bot's name is known.
    pub title: String,
    /// The language the page speaks until its reader chooses the other.
    pub language: Language,
    /// The zone of all times on the page; `None`: the one of the reader's browser.
    pub utc_offset: Option<FixedOffset>,
    /// What the clock is called to those who hear the page; `None`: "The clock".
    pub clock_label: Option<Label>,
}

impl Default for Page {
    fn default() -> Page {
        Page {
            title: "Simulated phones".to_owned(),
            language: Language::English,
            utc_offset: None,
            clock_label: None,
        }
    }
}

/// The languages of the page's own words. What bots and people say is shown as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    Vietnamese,
}

impl Language {
    /// The code of the language in HTML.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Vietnamese => "vi",
        }
    }
}

/// A few words in each language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    pub en: String,
    pub vi: String,
}

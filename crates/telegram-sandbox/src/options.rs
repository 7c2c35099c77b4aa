//! How a sandbox is set up, and what its owner hears from it.
//!
//! Knows: settings and their defaults. Must not know: how any of them is carried out.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, Utc};
use serde::Serialize;
use tokio::sync::mpsc;

use crate::limits::Limits;

/// Where the sandbox takes the time from: dates of messages, ages of taps and updates. Rates, delays and
/// waiting polls go by real time whatever it says.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What the clock buttons of the page ask for. The sandbox has no clock of its own: whoever receives this
/// moves the one behind [`Options::now`] and calls [`Sandbox::clock`](crate::Sandbox::clock).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// To whatever is due next.
    NextEvent,
    /// One hour on.
    Hour,
    /// One day on.
    Day,
    /// Seven days on.
    Week,
}

/// How a sandbox is set up: begin with [`Options::new`] and change what matters.
pub struct Options {
    /// `None`: any token is the bot's; `Some`: only this one, others get 401. The digits before its colon
    /// are the bot's id, as with Telegram.
    pub token: Option<String>,
    /// The clock.
    pub now: Now,
    /// Where presses of the page's clock buttons go; `None` hides them. While the channel is full, presses
    /// are refused.
    pub clock: Option<mpsc::Sender<Advance>>,
    /// Rates at which messages are refused.
    pub limits: Limits,
    /// The same seed and the same acts give the same ids.
    pub seed: u64,
    /// A file that the world is loaded from and saved to, some seconds after changes and at the stop;
    /// uploaded files go to the folder of that name with `.files` behind it. `None`: nothing is saved.
    pub state: Option<PathBuf>,
    /// The bot's username, without `@`.
    pub bot_username: String,
    /// How long a second lasts where a delivery to a webhook waits before it is tried again. Tests make it
    /// short, and see in moments what takes hours.
    pub webhook_second: Duration,
    /// How the page of phones presents itself.
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
            webhook_second: Duration::from_secs(1),
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
    /// What is shown here, in one line under the title; `None`: nothing but that no message leaves the computer.
    pub about: Option<Label>,
}

impl Default for Page {
    fn default() -> Page {
        Page {
            title: "Simulated phones".to_owned(),
            language: Language::English,
            utc_offset: None,
            clock_label: None,
            about: None,
        }
    }
}

/// The languages of the page's own words. What bots and people say is shown as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, with days before months.
    English,
    /// Vietnamese, with dates in official style.
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
    /// In English.
    pub en: String,
    /// In Vietnamese.
    pub vi: String,
}

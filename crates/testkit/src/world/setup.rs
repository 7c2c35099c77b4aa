//! In what a world may differ from the usual one.

use std::sync::{Arc, OnceLock};

use nhip::core::Core;
use nhip::pace::Pace;
use telegram_sandbox::Limits;

use super::{OFFICER, TOKEN};
use crate::parts;

/// The campaign's first Monday, after its round has opened.
const BEGINNING: &str = "2026-11-23 07:30";

/// Tests do not wait for the messenger's limits; those are tested by themselves.
const PACE: Pace = Pace {
    per_second: 1000,
    chat_per_second: 100,
    group_per_minute: 1000,
};

/// What a world begins with.
pub struct Setup {
    /// As on a Vietnamese wall clock.
    pub moment: &'static str,
    /// How much campaign time passes in a second. None, unless a story is about real time.
    pub rate: f64,
    pub core: Arc<Core>,
    /// The bot's own limits.
    pub pace: Pace,
    /// The messenger's.
    pub limits: Limits,
    /// How the messenger hands updates over.
    pub mode: Mode,
    /// Where the bot shows how it is.
    pub shown_at: Option<std::net::SocketAddr>,
    /// What the bot says it is; the messenger knows [`TOKEN`] alone.
    pub token: &'static str,
}

/// How the messenger hands updates over. People see no difference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// It is polled.
    #[default]
    Polling,
    /// It delivers them.
    Webhook,
}

impl Mode {
    /// Both.
    pub const ALL: [Mode; 2] = [Mode::Polling, Mode::Webhook];
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            moment: BEGINNING,
            rate: 0.0,
            core: core(),
            pace: PACE,
            limits: Limits::default(),
            mode: Mode::default(),
            shown_at: None,
            token: TOKEN,
        }
    }
}

/// The rules, words and content of `nhip run` without settings; read once.
pub fn core() -> Arc<Core> {
    static CORE: OnceLock<Arc<Core>> = OnceLock::new();
    let make = || Arc::new(parts::core_of_run(&[OFFICER]));
    CORE.get_or_init(make).clone()
}

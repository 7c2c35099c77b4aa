//! Options that more than one command has.
//!
//! Knows their names, variables and manual. Must not know what follows from them.

use std::path::PathBuf;

use clap::Args;

/// Where everything is: one rule for every command. `place` says what follows from it.
#[derive(Debug, Default, Args)]
pub struct Places {
    /// The settings; without it nhip.toml here, else /etc/nhip/nhip.toml, else everything is at its default.
    #[arg(long, global = true, env = "NHIP_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The database; without it what the settings say as database.path, else nhip.db beside them.
    #[arg(long, global = true, env = "NHIP_DATABASE", value_name = "FILE")]
    pub database: Option<PathBuf>,
    /// The folder of texts and content; without it what the settings say as messages.path, else messages beside them.
    #[arg(
        long,
        global = true,
        env = "NHIP_MESSAGES",
        value_name = "DIR",
        alias = "dir"
    )]
    pub messages: Option<PathBuf>,
    /// The settings file that was found.
    #[arg(skip)]
    pub settings: Option<PathBuf>,
}

/// How the messenger is reached, and who the owners are there.
#[derive(Debug, Args)]
pub struct Messenger {
    /// Where the Bot API is: Telegram's, a local server's, or a sandbox's.
    #[arg(
        long,
        env = "TELOXIDE_API_URL",
        default_value = "https://api.telegram.org"
    )]
    pub api_url: String,
    /// Telegram numbers of the root unit's officers, separated by commas.
    #[arg(long, env = "NHIP_OWNERS", default_value = "")]
    pub owners: String,
}

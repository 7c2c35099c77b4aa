//! The first contender: this bot, with a pace that does not bind or with its own.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use nhip::bot::{Bot, Parts, Updates};
use nhip::clock::Clock;
use nhip::db::Db;
use nhip::pace::Pace;
use nhip::telegram::Api;
use secrecy::SecretString;
use testkit::parts;
use testkit::world::delivered_at;

/// Far above what one machine can do.
const PACE: Pace = Pace {
    per_second: 100_000,
    chat_per_second: 1000,
    group_per_minute: 100_000,
};

/// Runs until it is killed.
pub(crate) async fn run(
    url: &str,
    database: &Path,
    paced: bool,
    listen: Option<SocketAddr>,
) -> anyhow::Result<()> {
    let mut bot = Bot::start(Parts {
        core: Arc::new(parts::core_of_run(&[])),
        db: Db::open(database).await?,
        clock: Clock::starting(parts::monday(0), 1.0),
        api: Api::new(url, SecretString::from("1000000001:bench"))?,
        pace: if paced { Pace::default() } else { PACE },
        updates: listen.map_or(Updates::Polled(Duration::from_secs(30)), delivered_at),
        shown_at: None,
        backup: None,
        seed: Some(1),
    })
    .await?;
    Err(bot.wait().await)
}

//! `nhip demo`: an emulated Telegram, the very same bot against it, colleagues and phones.
//!
//! Knows how a week is played on one machine. Must not know the rules: the bot has no demo mode, only
//! another address and a clock that can be moved.

mod colleagues;
mod plans;
mod stage;
mod suggestions;
mod tale;
mod tour;
mod watch;
mod week;
mod year;

use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use secrecy::SecretString;
use telegram_sandbox::{Label, Language, Options, Page, Sandbox};
use tokio::sync::mpsc;

use crate::bot::{Bot, Parts, Updates};
use crate::campaign::Campaign;
use crate::cli::{Demo, Given};
use crate::clock::Clock;
use crate::config::Config;
use crate::core::{Core, Rules};
use crate::db::Db;
use crate::pace::Pace;
use crate::schedule;
use crate::telegram::Api;
use crate::text::Texts;
use crate::told;
use watch::Watch;

/// The sandbox answers to any token; a demo needs no secret.
const TOKEN: &str = "1000000001:demo";

/// The demo does not ask the emulated Telegram to enforce its limits: forty colleagues answer at once.
const PACE: Pace = Pace {
    per_second: 1000,
    chat_per_second: 50,
    group_per_minute: 1000,
};

/// Short, so that Ctrl-C is quick.
const POLL: Duration = Duration::from_secs(2);

/// Clock buttons pressed while the clock is still moving are dropped, not queued.
const PRESSES: usize = 1;

/// Runs the emulated Telegram alone, for any bot, until `stopped` resolves.
///
/// # Errors
/// The port is taken.
pub async fn emulate(port: u16, stopped: impl Future<Output = ()>) -> anyhow::Result<()> {
    let texts = Texts::built_in(&Config::default().words)?;
    let options = options(Clock::real(), tour::clock(&texts), None);
    let sandbox = Sandbox::start(SocketAddr::from(([127, 0, 0, 1], port)), options).await?;
    say(&told!("demo-sandbox", page = sandbox.url()));
    stopped.await;
    sandbox.stop().await;
    Ok(())
}

/// Runs the demo until `stopped` resolves.
///
/// # Errors
/// The folder or the port cannot be used, or a part of the bot fails.
pub async fn run(
    options: &Demo,
    messages: Option<&Path>,
    given: &Given,
    stopped: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let (texts, campaign) = given.blamed("messages", words(messages))?;
    let campaign = stage::asked_soon(campaign);
    // Played or not, what is in there looks like people's data.
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true).mode(0o700);
    folder
        .create(&options.data)
        .with_context(|| told!("demo-folder", path = options.data.display()))?;
    // What is played with is not backed up before it changes.
    let path = options.data.join("nhip.db");
    let db = Db::own(&path, "demo", Clock::real().now(), async || Ok(())).await?;
    let (watch, clock) = Watch::wind(options.data.join("clock"), stage::beginning())?;
    let (presses, advances) = mpsc::channel(PRESSES);
    let sandbox = sandbox(options, &clock, presses, &texts).await?;
    let cast = stage::set(&sandbox, &db, &clock, tour::roles(&texts)).await?;
    year::lay(&db).await?;
    plans::lay(&db, &campaign).await?;
    let inspector = cast.colleagues.first().map(|part| part.user);
    suggestions::lay(&db, cast.officer, inspector).await?;
    sandbox.offer_tour(tour::steps(&texts, &cast));
    let api = Api::new(&sandbox.url(), SecretString::from(TOKEN))?;
    let username = api
        .me()
        .await
        .with_context(|| told!("demo-silent"))?
        .username;
    let cadence = Config::default().cadence(campaign.holidays());
    let owners = [crate::types::UserId(cast.officer)].into();
    let rules = Rules {
        username,
        owners,
        cadence,
    };
    // Whoever is alone at the page and types a unit's name is in at once: the first minute waits for nobody.
    let core = Arc::new(Core::new(texts, campaign, rules).with_open_joining(true));
    let bot = Bot::start(Parts {
        core: core.clone(),
        db: db.clone(),
        clock: clock.clone(),
        api,
        pace: PACE,
        updates: Updates::Polled(POLL),
        shown_at: None,
        backup: None,
        seed: None,
    })
    .await?;
    let mut player = week::Player::new(core, db.clone(), watch, sandbox.clone(), cast, bot);
    let result = tokio::select! {
        result = play(&mut player, &sandbox, advances) => result,
        () = stopped => Ok(()),
    };
    say(&format!("\n{}", told!("demo-stopping")));
    let ended = player.stop().await;
    sandbox.stop().await;
    db.close().await;
    say(&told!("demo-kept", path = options.data.display()));
    result.and(ended)
}

async fn play(
    player: &mut week::Player,
    sandbox: &Sandbox,
    advances: mpsc::Receiver<telegram_sandbox::Advance>,
) -> anyhow::Result<()> {
    player.first_week().await?;
    let open = told!("demo-open", page = sandbox.url());
    say(&format!("\n  {open}\n"));
    player.follow(advances).await
}

async fn sandbox(
    options: &Demo,
    clock: &Clock,
    presses: mpsc::Sender<telegram_sandbox::Advance>,
    texts: &Texts,
) -> anyhow::Result<Sandbox> {
    let about = tour::about(texts);
    let mut sandbox = self::options(clock.clone(), tour::clock(texts), Some(about));
    sandbox.clock = Some(presses);
    sandbox.state = Some(options.data.join("telegram.json"));
    let address = SocketAddr::from(([127, 0, 0, 1], options.port));
    Sandbox::start(address, sandbox)
        .await
        .with_context(|| told!("demo-port", port = options.port))
}

/// The emulated Telegram as ours: the bot's name, a page in the language of the terminal with Việt Nam's time.
fn options(clock: Clock, clock_label: Label, about: Option<Label>) -> Options {
    let mut options = Options::new(Arc::new(move || clock.now()));
    options.bot_username = stage::USERNAME.to_owned();
    options.page = Page {
        title: "Nhịp".to_owned(),
        language: match told::code() {
            "vi" => Language::Vietnamese,
            _ => Language::English,
        },
        utc_offset: Some(schedule::ZONE),
        clock_label: Some(clock_label),
        about,
    };
    options
}

fn words(messages: Option<&Path>) -> anyhow::Result<(Texts, Campaign)> {
    let config = Config::default();
    let read = match messages {
        Some(dir) => {
            Texts::load(dir, &config.words).and_then(|texts| Ok((texts, Campaign::load(dir)?)))
        }
        None => Texts::built_in(&config.words).and_then(|texts| Ok((texts, Campaign::built_in()?))),
    };
    read.with_context(|| told!("texts-unusable"))
}

fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

//! The program: reads the command line, wires the parts, ends when it should.
//!
//! Knows every part by name. Must not know rules, SQL or wording.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Parser;
use nhip::campaign::Campaign;
use nhip::cli::{Cli, Command, Run, UnitsCommand};
use nhip::clock::Clock;
use nhip::config::{self, Config};
use nhip::core::{Core, Rules};
use nhip::db::Db;
use nhip::telegram::Api;
use nhip::text::Texts;
use nhip::{bot, check, demo, sandbox, store, units};
use rand::SeedableRng;
use rand::rngs::{StdRng, SysRng};
use secrecy::SecretString;

/// How long Telegram may hold a poll.
const POLL: Duration = Duration::from_secs(50);

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    nhip::log::start(cli.log, cli.log_json);
    match obey(cli.command).await {
        Ok(code) => code,
        Err(error) => {
            say(&format!("nhip: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

async fn obey(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Demo(options) => demo::run(&options, stopped()).await?,
        Command::Run(options) => run(&options).await?,
        Command::Units(options) => match options.command {
            Some(UnitsCommand::Import { file, database }) => import(&database, &file).await?,
            None => list(&options.database, options.json).await?,
        },
        Command::Check { dir } => return report_faults(dir.as_deref()),
        Command::Sandbox { port } => emulate(port).await?,
    }
    Ok(ExitCode::SUCCESS)
}

/// `nhip run`: the real bot.
async fn run(options: &Run) -> anyhow::Result<()> {
    let token = std::env::var("TELOXIDE_TOKEN").unwrap_or_default();
    if token.trim().is_empty() {
        bail!(
            "there is no token: ask @BotFather on Telegram for one and set the environment variable TELOXIDE_TOKEN (never a flag: command lines are visible to others)"
        );
    }
    let config = Config::read(options.config.as_deref())?;
    let owners = config::owners(&options.owners)
        .map_err(|error| anyhow::anyhow!("NHIP_OWNERS is wrong: {error}"))?;
    let (texts, campaign) = words(options.messages.as_deref(), &config)?;
    let clock = match options.clock_start {
        Some(start) => Clock::starting(start, options.clock_rate),
        None => Clock::starting(Clock::real().now(), options.clock_rate),
    };
    let db = Db::open(&options.database).await?;
    let api = Api::new(
        &options.api_url,
        SecretString::from(token.trim().to_owned()),
    )?;
    let me = tokio::select! {
        me = bot::introduce(&api) => me?,
        () = stopped() => return Ok(()),
    };
    let cadence = config.cadence(campaign.holidays());
    if owners.is_empty() {
        tracing::warn!(
            "nobody is an officer yet: set NHIP_OWNERS to the Telegram numbers of the root unit's officers"
        );
    }
    let rules = Rules {
        username: me.username,
        owners,
        cadence,
    };
    let core = Arc::new(Core::new(texts, campaign, rules).sending(config.sending()));
    let parts = bot::Parts {
        core,
        db: db.clone(),
        clock,
        api,
        pace: config.pace,
        poll_timeout: POLL,
        seed: None,
    };
    let mut bot = bot::Bot::start(parts).await?;
    tracing::info!("running; stop with Ctrl-C");
    let ended = tokio::select! {
        error = bot.wait() => Err(error),
        () = stopped() => Ok(()),
    };
    tracing::info!("stopping");
    let stopped = bot.stop().await;
    db.close().await;
    ended.and(stopped)
}

fn words(messages: Option<&Path>, config: &Config) -> anyhow::Result<(Texts, Campaign)> {
    let read = match messages {
        Some(dir) => {
            Texts::load(dir, &config.words).and_then(|texts| Ok((texts, Campaign::load(dir)?)))
        }
        None => Texts::built_in(&config.words).and_then(|texts| Ok((texts, Campaign::built_in()?))),
    };
    read.context("the texts cannot be used; 'nhip check' says more")
}

/// `nhip units import`: all of the file, or nothing.
async fn import(database: &Path, file: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let db = Db::open(database).await?;
    let mut tx = db.begin(Clock::real().now(), &mut chance()?).await?;
    let known = store::units::all(&mut tx)
        .await?
        .into_iter()
        .map(|unit| unit.code)
        .collect();
    let plan = units::read(&bytes, &known).map_err(|wrongs| {
        let list: Vec<String> = wrongs.iter().map(|wrong| format!("  {wrong}")).collect();
        anyhow::anyhow!(
            "{} was refused, nothing was imported:\n{}",
            file.display(),
            list.join("\n")
        )
    })?;
    let imported = units::import(&mut tx, &plan).await?;
    tx.commit().await?;
    db.close().await;
    print(&format!(
        "{} new, {} changed, {} as before",
        imported.new, imported.changed, imported.same
    ));
    Ok(())
}

/// `nhip units`: one a line, or JSON.
async fn list(database: &Path, json: bool) -> anyhow::Result<()> {
    if !database.exists() {
        bail!(
            "there is no database {}: import units first, or name the file with --database",
            database.display()
        );
    }
    let db = Db::open(database).await?;
    let mut tx = db.begin(Clock::real().now(), &mut chance()?).await?;
    let units = store::units::all(&mut tx).await?;
    drop(tx);
    db.close().await;
    print(&if json {
        units::json(&units)?
    } else {
        units::table(&units)
    });
    Ok(())
}

/// `nhip check`: every fault, a line each.
fn report_faults(dir: Option<&Path>) -> anyhow::Result<ExitCode> {
    let today = nhip::schedule::local(Clock::real().now()).date_naive();
    let here = Path::new("messages");
    let faults = match dir.or_else(|| here.is_dir().then_some(here)) {
        Some(dir) => check::check(dir, today),
        None => check::check_built_in(today),
    };
    for fault in &faults {
        print(&fault.to_string());
    }
    if faults.is_empty() {
        print("no faults");
        return Ok(ExitCode::SUCCESS);
    }
    say(&format!("nhip: {} faults", faults.len()));
    Ok(ExitCode::FAILURE)
}

/// `nhip sandbox`: the emulated Telegram alone.
async fn emulate(port: u16) -> anyhow::Result<()> {
    let clock = Clock::real();
    let options = sandbox::Options::new(Arc::new(move || clock.now()));
    let address = std::net::SocketAddr::from(([127, 0, 0, 1], port));
    let sandbox = sandbox::Sandbox::start(address, options).await?;
    print(&format!(
        "the page: {}\nthe Bot API for your bot: TELOXIDE_API_URL={} with any token",
        sandbox.url(),
        sandbox.url()
    ));
    stopped().await;
    sandbox.stop().await;
    Ok(())
}

fn chance() -> anyhow::Result<StdRng> {
    StdRng::try_from_rng(&mut SysRng).context("the operating system gives no random numbers")
}

/// Resolves at the first SIGINT or SIGTERM.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let asked = async |kind| match signal(kind) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    };
    tokio::select! {
        () = asked(SignalKind::interrupt()) => {}
        () = asked(SignalKind::terminate()) => {}
    }
}

/// A closed pipe is no reason to panic.
fn print(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

//! The program: reads the command line, wires the parts, ends when it should.
//!
//! Knows every part by name. Must not know rules, SQL or wording.

#![warn(clippy::expect_used, clippy::print_stderr, clippy::print_stdout)]
#![warn(clippy::too_many_lines, clippy::unwrap_used)]

#[path = "main/content.rs"]
mod content;

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use nhip::campaign::Campaign;
use nhip::cli::{
    AuditCommand, BankCommand, Cli, CliCommand, Given, PrivacyCommand, PrivacyReport, Run,
    UnitsCommand,
};
use nhip::clock::Clock;
use nhip::config::{self, Config};
use nhip::core::{Core, Rules};
use nhip::db::{Db, Tx};
#[cfg(feature = "demo")]
use nhip::demo;
use nhip::store::audit::Verdict;
use nhip::telegram::Api;
use nhip::text::{Texts, Words};
use nhip::types::Language;
use nhip::{bot, privacy, store, units};
use rand::SeedableRng;
use rand::rngs::{StdRng, SysRng};
use secrecy::SecretString;

/// How long Telegram may hold a poll.
const POLL: Duration = Duration::from_secs(50);

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    let (cli, given) = match Cli::read(&words, &|name| std::env::var_os(name)) {
        Ok(read) => read,
        Err(wrong) => wrong.exit(),
    };
    nhip::log::start(cli.log, cli.log_json);
    match obey(cli.command, &given).await {
        Ok(code) => code,
        Err(error) => {
            say(&format!("nhip: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

async fn obey(command: CliCommand, given: &Given) -> anyhow::Result<ExitCode> {
    match command {
        #[cfg(feature = "demo")]
        CliCommand::Demo(options) => demo::run(&options, stopped()).await?,
        CliCommand::Run(options) => run(&options, given).await?,
        CliCommand::Units(options) => match options.command {
            Some(UnitsCommand::Import {
                file,
                database,
                yes,
            }) => import(given, &database, &file, yes).await?,
            None => list(given, &options.database, options.json).await?,
        },
        CliCommand::Bank(BankCommand::Export { file, dir }) => {
            content::export_bank(given, &file, &dir)?
        }
        CliCommand::Bank(BankCommand::Import { file, dir, yes }) => {
            content::import_bank(&file, &dir, yes)?
        }
        CliCommand::Bank(BankCommand::Report { database, messages }) => {
            content::report_difficulty(given, &database, messages.as_deref()).await?;
        }
        CliCommand::Preview(options) => content::show(given, &options)?,
        CliCommand::Check { dir, blind: false } => return content::report_faults(dir.as_deref()),
        CliCommand::Check { dir, blind: true } => return content::guess(dir.as_deref()),
        #[cfg(feature = "demo")]
        CliCommand::Sandbox { port } => demo::emulate(port, stopped()).await?,
        CliCommand::Audit(options) => {
            let AuditCommand::Verify { database, head } = options.command;
            return verify(given, &database, head.as_ref()).await;
        }
        CliCommand::Privacy(options) => {
            let PrivacyCommand::Report(options) = options.command;
            report_privacy(given, &options).await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `nhip run`: the real bot.
async fn run(options: &Run, given: &Given) -> anyhow::Result<()> {
    let token = std::env::var("TELOXIDE_TOKEN").unwrap_or_default();
    if token.trim().is_empty() {
        bail!(
            "there is no token: ask @BotFather on Telegram for one and set the environment variable TELOXIDE_TOKEN (never a flag: command lines are visible to others)"
        );
    }
    let config = settings(given, options.config.as_deref())?;
    let owners = config::owners(&options.owners).map_err(anyhow::Error::msg);
    let owners = given.blamed("owners", owners)?;
    let (texts, campaign) = words(given, options.messages.as_deref(), &config)?;
    let clock = match options.clock_start {
        Some(start) => Clock::starting(start, options.clock_rate),
        None if options.clock_rate == 1.0 => Clock::real(),
        None => Clock::starting(Clock::real().now(), options.clock_rate),
    };
    given.blamed("api_url", Api::address(&options.api_url))?;
    let db = own(given, &options.database, "run").await?;
    let api = Api::new(
        &options.api_url,
        SecretString::from(token.trim().to_owned()),
    )?
    .with_paid_broadcasts(config.broadcasts.paid);
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
    let core = Core::new(texts, campaign, rules)
        .with_retention(config.thresholds, config.retention)
        .with_grassroots(config.grassroots())
        .with_open_joining(config.joining.open)
        .with_year_start(config.year.start.unwrap_or(1))
        .with_sending(config.sending());
    if config.joining.open {
        tracing::warn!(
            "[joining] open = true: anybody who finds the bot joins any unit by its name, gets what its officers send, and counts in its figures"
        );
    }
    let parts = bot::Parts {
        core: Arc::new(core),
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

fn settings(given: &Given, file: Option<&Path>) -> anyhow::Result<Config> {
    given.blamed("config", Config::read(file))
}

fn words(
    given: &Given,
    messages: Option<&Path>,
    config: &Config,
) -> anyhow::Result<(Texts, Campaign)> {
    let read = match messages {
        Some(dir) => {
            Texts::load(dir, &config.words).and_then(|texts| Ok((texts, Campaign::load(dir)?)))
        }
        None => Texts::built_in(&config.words).and_then(|texts| Ok((texts, Campaign::built_in()?))),
    };
    let read = read.context("the texts cannot be used; 'nhip check' says more");
    given.blamed("messages", read)
}

/// `nhip units import`: all of the file, or nothing.
async fn import(given: &Given, database: &Path, file: &Path, yes: bool) -> anyhow::Result<()> {
    let shown = file.display();
    let bytes = bounded(file)?;
    let texts = Texts::built_in(&Words::default())?;
    // Only looking leaves no new database behind.
    let mut before = Vec::new();
    if database.exists() {
        before = look(given, database, store::units::all).await?;
    }
    let plan = units::read(&bytes, &before).map_err(|faults| {
        let told = faults.told(&texts, Language::En);
        anyhow::anyhow!("{shown} was refused, nothing was imported:\n{told}")
    })?;
    let changes = plan.changes(&before);
    let mut told = changes.lines(&texts, Language::En);
    told.push(changes.counts(&texts, Language::En));
    print(&told.join("\n"));
    if yes && changes.any() {
        let db = own(given, database, "units import").await?;
        let mut tx = db.begin(Clock::real().now(), &mut rng()?).await?;
        units::import(&mut tx, &plan, units::Importer::Server).await?;
        tx.commit().await?;
        db.close().await;
    } else if changes.any() {
        print("nothing was imported: to do it, add --yes");
    }
    Ok(())
}

/// What a file holds; of one that is too large no more than shows that it is.
fn bounded(file: &Path) -> anyhow::Result<Vec<u8>> {
    let read = || {
        let most = u64::try_from(units::BYTES_MAX).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        std::fs::File::open(file)?
            .take(most + 1)
            .read_to_end(&mut bytes)?;
        std::io::Result::Ok(bytes)
    };
    read().with_context(|| format!("cannot read {}", file.display()))
}

/// `nhip units`: one a line, or JSON.
async fn list(given: &Given, database: &Path, json: bool) -> anyhow::Result<()> {
    let units = look(given, database, store::units::all).await?;
    print(&match (json, units.is_empty()) {
        (true, _) => units::json(&units)?,
        (false, true) => "no units yet: 'nhip units import FILE' brings them in".to_owned(),
        (false, false) => units::table(&units),
    });
    Ok(())
}

fn today() -> chrono::NaiveDate {
    nhip::schedule::local(Clock::real().now()).date_naive()
}

/// `nhip audit verify`: exit code 1 if the chain is broken.
async fn verify(
    given: &Given,
    database: &Path,
    noted: Option<&(i64, String)>,
) -> anyhow::Result<ExitCode> {
    let (verdict, found) = look(given, database, async |tx: &mut Tx| {
        let verdict = store::audit::verify(tx).await?;
        let found = match noted {
            Some((line, _)) => store::audit::hash_of(tx, *line).await?,
            None => None,
        };
        Ok((verdict, found))
    })
    .await?;
    let (lines, head) = match verdict {
        Verdict::Broken(line) => {
            say(&format!(
                "nhip: the audit is broken at line {line}: it was changed, or lines before it are missing"
            ));
            return Ok(ExitCode::FAILURE);
        }
        Verdict::Sound { lines, head } => (lines, head),
    };
    if let Some((line, code)) = noted {
        let wrong = match found {
            Some(hash) if hash.starts_with(code.as_str()) => None,
            Some(_) => {
                Some("has another code than the one that was noted: the audit was rewritten")
            }
            None => Some("is not there: it was removed by retention, or never written"),
        };
        if let Some(wrong) = wrong {
            say(&format!("nhip: line {line} {wrong}"));
            return Ok(ExitCode::FAILURE);
        }
        print(&format!("line {line} is as it was when its code was noted"));
    }
    print(&format!(
        "{lines} lines, the chain is whole; the last is {}:{}",
        head.id, head.hash
    ));
    Ok(ExitCode::SUCCESS)
}

/// `nhip privacy report`: Markdown to standard output.
async fn report_privacy(given: &Given, options: &PrivacyReport) -> anyhow::Result<()> {
    let config = settings(given, options.config.as_deref())?;
    let (counts, thresholds, head) = look(given, &options.database, async |tx: &mut Tx| {
        Ok((
            store::mydata::census(tx).await?,
            store::installation::thresholds(tx).await?,
            store::audit::head(tx).await?,
        ))
    })
    .await?;
    let facts = privacy::Facts {
        day: today(),
        counts,
        thresholds,
        retention: config.retention,
        head,
    };
    print(&privacy::report(
        options.messages.as_deref(),
        &config.words,
        &facts,
    )?);
    Ok(())
}

/// Opens the database for this command alone. That a new one begins is told whatever is logged: it may be a mistake.
async fn own(given: &Given, database: &Path, command: &str) -> anyhow::Result<Db> {
    let new = !database.exists();
    let owned = Db::own(database, command, Clock::real().now()).await;
    let db = given.blamed("database", owned)?;
    if new {
        let begun = format!(
            "a new, empty database begins: {}",
            std::path::absolute(database)?.display()
        );
        if tracing::enabled!(tracing::Level::WARN) {
            tracing::warn!("{begun}");
        } else {
            say(&format!("nhip: {begun}"));
        }
    }
    Ok(db)
}

/// Reads something from a database that is there.
async fn look<T>(
    given: &Given,
    database: &Path,
    read: impl AsyncFnOnce(&mut Tx) -> Result<T, store::StoreError>,
) -> anyhow::Result<T> {
    let db = given.blamed("database", Db::look(database).await)?;
    let mut tx = db.begin(Clock::real().now(), &mut rng()?).await?;
    let seen = read(&mut tx).await?;
    drop(tx);
    db.close().await;
    Ok(seen)
}

fn rng() -> anyhow::Result<StdRng> {
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

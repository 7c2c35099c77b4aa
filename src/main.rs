//! The program: reads the command line, wires the parts, ends when it should.
//!
//! Knows every part by name. Must not know rules, SQL or wording.

#![warn(clippy::expect_used, clippy::print_stderr, clippy::print_stdout)]
#![warn(clippy::too_many_lines, clippy::unwrap_used)]

#[path = "main/backups.rs"]
mod backups;
#[path = "main/content.rs"]
mod content;
#[path = "main/doctor.rs"]
mod doctor;
#[path = "main/failure.rs"]
mod failure;
#[path = "main/prepare.rs"]
mod prepare;
#[path = "main/run.rs"]
mod run;
#[path = "main/token.rs"]
mod token;
#[path = "main/watch.rs"]
mod watch;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use nhip::cli::{AuditCommand, CannotRead, Cli, CliCommand, Given, PrivacyCommand, UnitsCommand};
use nhip::clock::Clock;
use nhip::db::{Db, Tx};
#[cfg(feature = "demo")]
use nhip::demo;
use nhip::place::Place;
use nhip::store::audit::Verdict;
use nhip::text::{Texts, Words};
use nhip::types::Language;
use nhip::{privacy, store, told, units};
use rand::SeedableRng;
use rand::rngs::{StdRng, SysRng};

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    told::speak(Cli::language_of(&words, &environment).code());
    let (cli, given) = match read(&words) {
        Ok(read) => read,
        Err(wrong) => return Cli::tell(&wrong).into(),
    };
    // The variables beside the settings may ask for a language, too.
    told::speak(cli.language(&environment).code());
    nhip::log::start(cli.log, cli.log_json);
    match obey(cli, given, &words).await {
        Ok(code) => code,
        Err(error) => {
            say(&told!("failed", what = failure::told(&error)));
            ExitCode::FAILURE
        }
    }
}

/// The command line, and what stands in for it.
fn read(words: &[OsString]) -> Result<(Cli, Given), CannotRead> {
    Cli::read(words, &environment, &nhip::version::version())
}

fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

async fn obey(cli: Cli, mut given: Given, words: &[OsString]) -> anyhow::Result<ExitCode> {
    let place = Place::find(&cli.places, &mut given)?;
    let language = cli.language(&environment);
    match cli.command {
        #[cfg(feature = "demo")]
        CliCommand::Demo(options) => {
            let messages = cli.places.messages.as_deref();
            demo::run(&options, messages, &given, stopped()).await?;
        }
        #[cfg(feature = "demo")]
        CliCommand::Sandbox { port } => demo::emulate(port, stopped()).await?,
        CliCommand::Backup(options) => return backups::back_up(&given, &place, &options).await,
        CliCommand::Restore(options) => return backups::restore(&given, &place, &options).await,
        CliCommand::Init { dir } => prepare::init(&dir, language)?,
        CliCommand::Manual { dir } => prepare::manual(&dir)?,
        CliCommand::Messages(command) => prepare::messages(&command)?,
        CliCommand::Doctor(options) => return doctor::examine(&options, &place, &given).await,
        CliCommand::Run(options) => run::run(&options, place, &given, words).await?,
        CliCommand::Healthcheck => return watch::healthcheck(&place, &given).await,
        CliCommand::Status { json } => watch::status(&place, &given, json).await?,
        CliCommand::Quarantine { command } => {
            return watch::quarantine(command, &place, &given).await;
        }
        CliCommand::Units(options) => match options.command {
            Some(UnitsCommand::Import { file, yes }) => {
                import(&given, &place, (&file, yes), language).await?;
            }
            None => list(&given, &place, options.json).await?,
        },
        CliCommand::Bank(command) => content::bank(&command, &place, &given, language).await?,
        CliCommand::Preview(options) => content::show(&given, &place, &options)?,
        CliCommand::Check { dir, blind } => {
            let dir = dir.or(place.messages);
            return content::check(dir.as_deref(), blind);
        }
        CliCommand::Audit(options) => {
            let AuditCommand::Verify { head } = options.command;
            return verify(&given, &place, head.as_ref()).await;
        }
        CliCommand::Privacy(options) => {
            let PrivacyCommand::Report = options.command;
            report_privacy(&given, &place).await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `nhip units import`: all of the file, or nothing.
async fn import(
    given: &Given,
    place: &Place,
    (file, yes): (&Path, bool),
    language: Language,
) -> anyhow::Result<()> {
    let shown = file.display();
    let bytes = bounded(file)?;
    let texts = Texts::built_in(&Words::default())?;
    // Only looking leaves no new database behind.
    let mut before = Vec::new();
    say(&place.database_line());
    if place.database.exists() {
        before = seen(given, place, store::units::all).await?;
    }
    let plan = units::read(&bytes, &before).map_err(|faults| {
        let told = faults.told(&texts, language);
        let heading = told!("units-refused", path = shown);
        anyhow::anyhow!("{heading}\n{told}")
    })?;
    let changes = plan.changes(&before);
    let mut told = changes.lines(&texts, language);
    told.push(changes.counts(&texts, language));
    print(&told.join("\n"));
    if !changes.any() {
        print(&told!("units-same"));
    } else if yes {
        let db = own(given, place, "units import").await?;
        let mut tx = db.begin(Clock::real().now(), &mut rng()?).await?;
        units::import(&mut tx, &plan, units::Importer::Server).await?;
        tx.commit().await?;
        db.close().await;
        print(&told!("units-imported"));
    } else {
        print(&told!("units-not-imported"));
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
    read().with_context(|| told!("file-unread", path = file.display()))
}

/// `nhip units`: one a line, or JSON.
async fn list(given: &Given, place: &Place, json: bool) -> anyhow::Result<()> {
    let units = look(given, place, store::units::all).await?;
    print(&match (json, units.is_empty()) {
        (true, _) => units::json(&units)?,
        (false, true) => told!("units-none"),
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
    place: &Place,
    noted: Option<&(i64, String)>,
) -> anyhow::Result<ExitCode> {
    let (verdict, found) = look(given, place, async |tx: &mut Tx| {
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
            let what = told!("audit-broken", line = line);
            say(&told!("failed", what = what));
            return Ok(ExitCode::FAILURE);
        }
        Verdict::Sound { lines, head } => (lines, head),
    };
    if let Some((line, code)) = noted {
        let wrong = match found {
            Some(hash) if hash.starts_with(code.as_str()) => None,
            Some(_) => Some(told!("audit-rewritten", line = line)),
            None => Some(told!("audit-removed", line = line)),
        };
        if let Some(wrong) = wrong {
            say(&told!("failed", what = wrong));
            return Ok(ExitCode::FAILURE);
        }
        print(&told!("audit-as-noted", line = line));
    }
    print(&told!(
        "audit-whole",
        lines = lines,
        line = head.id,
        code = head.hash
    ));
    Ok(ExitCode::SUCCESS)
}

/// `nhip privacy report`: Markdown to standard output.
async fn report_privacy(given: &Given, place: &Place) -> anyhow::Result<()> {
    let (counts, thresholds, head) = look(given, place, async |tx: &mut Tx| {
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
        retention: place.config.retention,
        head,
    };
    let (messages, words) = (place.messages.as_deref(), &place.config.words);
    print(&privacy::report(messages, words, &facts)?);
    Ok(())
}

/// Opens the database for this command alone. That a new one begins is told whatever is logged: it may be a mistake.
async fn own(given: &Given, place: &Place, command: &str) -> anyhow::Result<Db> {
    let new = nhip::db::is_gone(&place.database);
    let upgrading = async || backups::before_upgrade(place).await;
    let owned = Db::own(&place.database, command, Clock::real().now(), upgrading).await;
    let db = given.blamed("database", owned)?;
    if new {
        let path = std::path::absolute(&place.database)?;
        let begun = || told!("db-new", path = path.display());
        if tracing::enabled!(tracing::Level::WARN) {
            tracing::warn!("{}", told::within("en", begun));
        } else {
            say(&told!("failed", what = begun()));
        }
    }
    Ok(db)
}

/// Reads something from a database that is there, and says which.
async fn look<T>(
    given: &Given,
    place: &Place,
    read: impl AsyncFnOnce(&mut Tx) -> Result<T, store::StoreError>,
) -> anyhow::Result<T> {
    say(&place.database_line());
    seen(given, place, read).await
}

async fn seen<T>(
    given: &Given,
    place: &Place,
    read: impl AsyncFnOnce(&mut Tx) -> Result<T, store::StoreError>,
) -> anyhow::Result<T> {
    let db = given.blamed("database", Db::look(&place.database).await)?;
    let mut tx = db.begin(Clock::real().now(), &mut rng()?).await?;
    let seen = read(&mut tx).await?;
    drop(tx);
    db.close().await;
    Ok(seen)
}

fn rng() -> anyhow::Result<StdRng> {
    StdRng::try_from_rng(&mut SysRng).with_context(|| told!("random-none"))
}

/// Resolves at the first SIGINT or SIGTERM.
async fn stopped() {
    use tokio::signal::unix::SignalKind;
    tokio::select! {
        () = signalled(SignalKind::interrupt()) => {}
        () = signalled(SignalKind::terminate()) => {}
    }
}

async fn signalled(kind: tokio::signal::unix::SignalKind) {
    match tokio::signal::unix::signal(kind) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

/// A closed pipe is no reason to panic.
fn print(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

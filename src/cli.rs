//! The command line: what can be asked for, and the manual of it.
//!
//! Knows commands and options. Must not know what they do.

mod backup;
mod env_file;
mod given;
mod manual;
mod shared;
mod spoken;
mod watch;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use self::backup::{Backup, Restore};
pub use self::given::{CannotRead, Given, Variable};
pub use self::shared::{Messenger, Places};
pub use self::watch::QuarantineCommand;
use crate::told;
use crate::types::{CriterionId, Language};

/// The settings of an installed package.
pub const OF_THE_MACHINE: &str = "/etc/nhip/nhip.toml";

/// A Telegram bot that carries a union campaign to members' phones.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: CliCommand,
    /// Where everything is.
    #[command(flatten)]
    pub places: Places,
    /// How much of this program's own doings to log to standard error: error, warn, info, debug, trace.
    #[arg(long, global = true, env = "NHIP_LOG", default_value = "info", value_parser = level)]
    pub log: tracing::Level,
    /// Log as JSON, one object a line.
    #[arg(long, global = true)]
    pub log_json: bool,
    /// The language of all that is told at the terminal, and of new files.
    #[arg(long, global = true, env = "NHIP_LANG", value_parser = language)]
    pub lang: Option<Language>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// Show everything on this machine: an emulated Telegram, the bot, and phones in a browser.
    #[cfg(feature = "demo")]
    Demo(Demo),
    /// Make a folder to run from: settings and variables, every line explained; then say the next three steps.
    Init {
        /// The folder; without it this one.
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Say what is wrong before the first member joins, and what to do about it. Changes nothing.
    Doctor(Messenger),
    /// Run the bot against Telegram, by long polling, until SIGTERM or SIGINT.
    Run(Run),
    /// Say whether the bot does its work, for a service manager, a container or cron. Exit code 1 if not.
    Healthcheck,
    /// Say how everything is: whose bot, since when, what waits, what is next, and how many there are.
    Status {
        /// As JSON; moments are seconds since 1970.
        #[arg(long)]
        json: bool,
    },
    /// List updates that could not be handled, look at one, or drop its note.
    Quarantine {
        /// What to do; without it, list them.
        #[command(subcommand)]
        command: Option<QuarantineCommand>,
    },
    /// List the units with their invite links' payloads, or import them.
    Units(UnitsArgs),
    /// Read all of messages/ and report every fault with file, line and what to do.
    Check {
        /// The folder to check; without it ./messages, or if there is none the texts built into this program.
        dir: Option<PathBuf>,
        /// Instead, guess the right options from the options alone, and print how often that succeeds.
        #[arg(long)]
        blind: bool,
    },
    /// The texts and the content inside this program.
    #[command(subcommand)]
    Messages(MessagesCommand),
    /// Take the questions to Excel for review, and back.
    #[command(subcommand)]
    Bank(BankCommand),
    /// Show what a member will see: items, questions with their answers, check-ins, cards.
    Preview(Preview),
    /// The emulated Telegram and its page alone, for any bot: point its API address here.
    #[cfg(feature = "demo")]
    Sandbox {
        /// The port on this machine.
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Copy the database, beside the running bot or without it: complete, checked, for its owner alone.
    Backup(Backup),
    /// Put a backup in the place of the database, or only try whether it could be.
    Restore(Restore),
    /// Check the audit: what officers looked at and changed, line by line.
    Audit(Audit),
    /// What the database holds, for the organisation's data officer.
    Privacy(Privacy),
    /// Write the manual's pages and the shells' completions into a folder; for whoever makes a package.
    #[command(hide = true)]
    Manual {
        /// The folder.
        dir: PathBuf,
    },
}

/// `nhip messages`
#[derive(Debug, Subcommand)]
pub enum MessagesCommand {
    /// Write all of them into a new folder, to be edited: 'nhip messages export messages'.
    Export {
        /// The folder; it may not be there yet, or must be empty.
        dir: PathBuf,
    },
}

/// `nhip audit`
#[derive(Debug, Args)]
pub struct Audit {
    /// What to do with it.
    #[command(subcommand)]
    pub command: AuditCommand,
}

/// `nhip audit verify`
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Check that every line agrees with the one before it. Exit code 1 if not.
    Verify {
        /// A line and the code noted for it, such as 123:9f3a51c2d0e4b677.
        #[arg(long, value_name = "LINE:CODE", value_parser = noted)]
        head: Option<(i64, String)>,
    },
}

/// `nhip privacy`
#[derive(Debug, Args)]
pub struct Privacy {
    /// What to do.
    #[command(subcommand)]
    pub command: PrivacyCommand,
}

/// `nhip privacy report`
#[derive(Debug, Subcommand)]
pub enum PrivacyCommand {
    /// Print a page for the data officer, in Markdown: what is held, where, how long, who sees it, how many rows.
    Report,
}

/// `nhip demo`
#[cfg(feature = "demo")]
#[derive(Debug, Args)]
pub struct Demo {
    /// The port on this machine to show the page at.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The folder in which the demo lives; it can be deleted at any time.
    #[arg(long, default_value = "demo-data")]
    pub data: PathBuf,
}

/// `nhip run`
#[derive(Debug, Args)]
pub struct Run {
    /// Telegram, and the owners.
    #[command(flatten)]
    pub messenger: Messenger,
    /// Rehearse: the campaign time at which to start, such as 2026-11-23T07:00:00+07:00.
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    pub clock_start: Option<DateTime<Utc>>,
    /// Rehearse: campaign seconds a second; 0 stands still.
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = rate)]
    pub clock_rate: f64,
}

/// `nhip bank`
#[derive(Debug, Subcommand)]
pub enum BankCommand {
    /// Write all questions to an Excel file: one row each, and a sheet in Vietnamese that says how to use it.
    Export {
        /// The file to write, such as questions.xlsx; one that is there is replaced.
        file: PathBuf,
    },
    /// Read such a file back: show every cell that differs, and with --yes write it to the YAML files.
    Import {
        /// The file that came back.
        file: PathBuf,
        /// Write it. Without this, only show what would change.
        #[arg(long)]
        yes: bool,
    },
    /// Print which questions everybody gets, hardly anybody gets, or whose wrong option beats the right one.
    Report,
}

/// `nhip preview`
#[derive(Debug, Args)]
pub struct Preview {
    /// Only what is about this criterion, 1.1 to 4.3.
    #[arg(long)]
    pub criterion: Option<CriterionId>,
    /// Only this kind.
    #[arg(long, value_enum)]
    pub kind: Option<PreviewKind>,
    /// Only this form, by the name of its file in forms/.
    #[arg(long, conflicts_with_all = ["criterion", "kind"])]
    pub form: Option<String>,
}

/// What `nhip preview` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewKind {
    /// The weekly items.
    Item,
    /// The questions, each with what is said to every answer.
    Question,
    /// The monthly check-ins.
    Checkin,
    /// The cards for the monthly meeting.
    Card,
}

impl ValueEnum for PreviewKind {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Item, Self::Question, Self::Checkin, Self::Card]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Item => ("item", told!("choice-item")),
            Self::Question => ("question", told!("choice-question")),
            Self::Checkin => ("checkin", told!("choice-checkin")),
            Self::Card => ("card", told!("choice-card")),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

/// `nhip units`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct UnitsArgs {
    /// What to do with them; without it, list them.
    #[command(subcommand)]
    pub command: Option<UnitsCommand>,
    /// List them as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `nhip units import`
#[derive(Debug, Subcommand)]
pub enum UnitsCommand {
    /// Import units from Excel (.xlsx), LibreOffice (.ods) or CSV: show what would change, and with --yes do it.
    Import {
        /// The file.
        file: PathBuf,
        /// Do it. Without this, only show what would change.
        #[arg(long)]
        yes: bool,
    },
}

/// At least as many characters of a code as members see.
const CODE_CHARS_MIN: usize = 16;

fn noted(text: &str) -> Result<(i64, String), String> {
    let parts = text.split_once(':');
    let read = parts.and_then(|(line, code)| Some((line.parse().ok()?, code.to_lowercase())));
    read.filter(|(line, code): &(i64, String)| {
        *line > 0
            && code.len() >= CODE_CHARS_MIN
            && code.chars().all(|digit| digit.is_ascii_hexdigit())
    })
    .ok_or_else(|| told!("typed-no-head"))
}

impl Cli {
    /// The language to tell in: as asked for, else the terminal's, else Vietnamese.
    pub fn language(&self, environment: &impl Fn(&str) -> Option<OsString>) -> Language {
        self.lang.unwrap_or_else(|| of_terminal(environment))
    }
}

/// Where POSIX has the language of what is told: the first of these that says anything.
const OF_TERMINALS: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

fn of_terminal(environment: &impl Fn(&str) -> Option<OsString>) -> Language {
    let said = |name: &&str| environment(name)?.into_string().ok();
    let mut tags = OF_TERMINALS.iter().filter_map(said);
    let tag = tags.find(|tag| !tag.is_empty()).unwrap_or_default();
    let spoken = tag.split(['_', '.']).next();
    spoken.and_then(Language::of_code).unwrap_or(Language::Vi)
}

fn language(text: &str) -> Result<Language, String> {
    let known = Language::of_code(&text.trim().to_lowercase().replace('_', "-"));
    known.ok_or_else(|| told!("typed-no-language"))
}

fn level(text: &str) -> Result<tracing::Level, String> {
    let level = text.trim().parse();
    level.map_err(|_| told!("typed-no-level"))
}

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    text.trim().parse().map_err(|_| told!("typed-no-moment"))
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(rate) if (0.0..=1e6).contains(&rate) => Ok(rate),
        _ => Err(told!("typed-no-rate")),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_manual_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_language_is_the_one_asked_for_else_the_terminals_else_vietnamese() {
        let told = |words: &[&str], terminal: Option<&str>| {
            let cli = Cli::try_parse_from(words).expect("a command");
            let terminal = terminal.map(OsString::from);
            cli.language(&|name| terminal.clone().filter(|_| name == "LANG"))
        };
        let plain = ["nhip", "units"];
        for (terminal, language) in [
            (Some("en_GB.UTF-8"), Language::En),
            (Some("vi_VN.UTF-8"), Language::Vi),
            (Some("C.UTF-8"), Language::Vi),
            (None, Language::Vi),
        ] {
            assert_eq!(told(&plain, terminal), language, "{terminal:?}");
        }
        let asked = ["nhip", "units", "--lang", "en"];
        assert_eq!(told(&asked, Some("vi_VN.UTF-8")), Language::En);
        assert!(Cli::try_parse_from(["nhip", "units", "--lang", "fr"]).is_err());
    }

    #[test]
    fn a_clock_rate_is_a_sensible_number() {
        assert_eq!(rate("3600"), Ok(3600.0));
        for wrong in ["-1", "NaN", "fast", "inf"] {
            assert!(rate(wrong).is_err(), "{wrong}");
        }
    }
}

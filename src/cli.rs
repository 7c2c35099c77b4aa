//! The command line: what can be asked for, and the manual of it.
//!
//! Knows commands and options. Must not know what they do.

mod backup;
mod env_file;
mod given;
mod manual;
mod shared;
mod watch;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use self::backup::{Backup, Restore};
pub use self::given::{CannotRead, Given, Variable};
pub use self::shared::{Messenger, Places};
pub use self::watch::QuarantineCommand;
use crate::types::{CriterionId, Language};

/// The settings of an installed package.
pub const OF_THE_MACHINE: &str = "/etc/nhip/nhip.toml";

#[cfg(feature = "demo")]
const AFTER_HELP: &str = "\
Start with 'nhip demo': everything runs on this machine, with no token and no account.
For the real thing: 'nhip init', 'nhip units import', 'nhip doctor', then 'nhip run'.";
#[cfg(not(feature = "demo"))]
const AFTER_HELP: &str =
    "Start with 'nhip init', then 'nhip units import', 'nhip doctor' and 'nhip run'.";

/// A Telegram bot that carries a union campaign to members' phones.
#[derive(Debug, Parser)]
#[command(version, after_help = AFTER_HELP)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: CliCommand,
    /// Where everything is.
    #[command(flatten)]
    pub places: Places,
    /// How much of this program's own doings to log to standard error: error, warn, info, debug, trace.
    ///
    /// At no level does a log hold a name, a text, a chat's number or the token.
    #[arg(long, global = true, env = "NHIP_LOG", default_value = "info", value_parser = level)]
    pub log: tracing::Level,
    /// Log as JSON, one object a line.
    #[arg(long, global = true)]
    pub log_json: bool,
    /// The language of new files, and of what is told about files of units and questions: vi or en; without it, that of
    /// LANG, else vi.
    #[arg(long, global = true, env = "NHIP_LANG", value_parser = language)]
    pub lang: Option<Language>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// Show everything on this machine: an emulated Telegram, the bot, and phones in a browser.
    ///
    /// No token, no account, no internet. It prints one address: open it, play a member or an officer, and
    /// move the campaign's clock. Three small units and some forty simulated colleagues take part. Ctrl-C ends it;
    /// started again with the same --data it goes on where it was.
    #[cfg(feature = "demo")]
    Demo(Demo),
    /// Make a folder to run from: settings and variables, every line explained; then say the next three steps.
    ///
    /// In the language that --lang names. Nothing that is there is overwritten. Whoever installed the package has these files in /etc/nhip already.
    Init {
        /// The folder; without it this one.
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Say what is wrong before the first member joins, and what to do about it. Changes nothing.
    ///
    /// Looks at the settings, the texts and their calendar, the files' permissions, the disk, the clock, the units and
    /// the owners; asks Telegram whose the token is and what the bot may do in each linked group. Exit code 1 if
    /// anything is wrong that must be mended; a warning is nothing of that kind.
    Doctor(Messenger),
    /// Run the bot against Telegram, by long polling, until SIGTERM or SIGINT.
    ///
    /// The token comes from TELOXIDE_TOKEN (in the environment or in the file env beside the settings), from the file that
    /// TELOXIDE_TOKEN_FILE names, or from a file called token; never from an option. A second process on the same token
    /// is told so and waits. Stopping takes seconds and loses nothing; nor does a power cut. SIGHUP reads settings and texts anew: all of them, or, if anything in them is wrong, nothing.
    Run(Run),
    /// Say whether the bot does its work, for a service manager, a container or cron. Exit code 1 if not.
    ///
    /// Where [http] listen is set, /health/ready of the running bot is asked; otherwise it looks at the lock beside the
    /// database and at what the bot notes there of itself. Changes nothing.
    Healthcheck,
    /// Say how everything is: whose bot, since when, what waits, what is next, and how many there are.
    ///
    /// Beside a running bot as well as without one. Changes nothing; names nobody.
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
    ///
    /// Also whether every document that a question rests on is in force today. Exit code 1 if there is any fault;
    /// a warning is no fault.
    Check {
        /// The folder to check; without it ./messages, or if there is none the texts built into this program.
        dir: Option<PathBuf>,
        /// Instead, guess the right options from the options alone, and print how often that succeeds.
        ///
        /// A small guesser reads the options of eleven criteria with their keys and guesses the twelfth; it never sees a
        /// question. Chance gets 25 %. Exit code 1 above 35 % over all or in a kind, or above 40 % in a criterion.
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
    ///
    /// Each screen with its length in characters (a screen has 2000 at most) and its buttons, made by the very code that
    /// the bot sends with. Example: nhip preview --criterion 3.2 --kind question
    Preview(Preview),
    /// The emulated Telegram and its page alone, for any bot: point its API address here.
    #[cfg(feature = "demo")]
    Sandbox {
        /// The port on this machine.
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Copy the database, beside the running bot or without it: complete, checked, for its owner alone.
    ///
    /// What members say in an open check-in and whatever waits to be sent (a journal's key among it) is left out.
    Backup(Backup),
    /// Put a backup in the place of the database, or only try whether it could be.
    ///
    /// Nothing is sent twice and nobody who has left since comes back: what waited is marked as lost, and everything
    /// but replies waits until an owner sends /resumeall. The bot must not run.
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
    ///
    /// A folder called messages beside nhip.toml is used by every command from then on.
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
    ///
    /// The chain alone proves little against whoever holds the file, for they could write all of it anew. It
    /// proves much together with a code that was noted elsewhere: the one this command prints, or the one that
    /// members see under /nhatky. Give it with --head.
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
    ///
    /// With skeletons of the impact assessments of Law 91/2025/QH15. It is no legal advice.
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
    ///
    /// Only against a sandbox or a test server: people are written to at what this clock calls noon.
    #[arg(long, value_name = "RFC3339")]
    pub clock_start: Option<DateTime<Utc>>,
    /// Rehearse: campaign seconds a second; 0 stands still.
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = rate)]
    pub clock_rate: f64,
}

/// `nhip bank`
#[derive(Debug, Subcommand)]
pub enum BankCommand {
    /// Write all questions to an Excel file: one row each, and a sheet in Vietnamese that says how to use it.
    ///
    /// Kind, difficulty, right option and document are lists to choose from; the right option is green. Whoever
    /// reviews may sort, filter and add columns for notes.
    Export {
        /// The file to write, such as questions.xlsx; one that is there is replaced.
        file: PathBuf,
    },
    /// Read such a file back: show every cell that differs, and with --yes write it to the YAML files.
    ///
    /// Any fault refuses the whole file and is told with its cell, as in 'Q-3.2-07, cell F41: …; what to do'. All that
    /// 'nhip check' finds is looked for in the result before anything is written. Only questions that differ are
    /// touched; comments, layout, items and cards stay as they are, byte for byte. Typed text becomes NFC with
    /// single spaces, straight quotation marks become “ ”.
    Import {
        /// The file that came back.
        file: PathBuf,
        /// Write it. Without this, only show what would change.
        #[arg(long)]
        yes: bool,
    },
    /// Print which questions everybody gets, hardly anybody gets, or whose wrong option beats the right one.
    ///
    /// And those whose share of right answers is far from what their writer expected. Counted in the database of a
    /// running bot, over the whole installation: no person, no unit, no week. Rounds that are open are left out, and so is
    /// whatever fewer people stand behind than the threshold.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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
    ///
    /// One line names the columns: code,name,parent,kind,members (or Mã, Tên đơn vị, Mã cấp trên, Cấp, Số người).
    /// 'parent' is the code of the unit above, empty for the root. 'members' counts the people of the unit and those
    /// below it; empty adds up the units below. A code that is stored already is updated and keeps its invite link,
    /// whatever its case. A file with any fault is refused whole, and each fault is told with its cell.
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
    .ok_or_else(|| {
        "write the line's number, a colon and its code, such as 123:9f3a51c2d0e4b677".into()
    })
}

impl Cli {
    /// The language to tell in: as asked for, else the terminal's (`LANG`), else Vietnamese.
    pub fn language(&self, terminal: Option<&str>) -> Language {
        let spoken = terminal.and_then(|tag| tag.split(['_', '.']).next());
        self.lang
            .or_else(|| Language::of_code(spoken?))
            .unwrap_or(Language::Vi)
    }
}

fn language(text: &str) -> Result<Language, String> {
    let known = Language::of_code(&text.trim().to_lowercase().replace('_', "-"));
    known.ok_or_else(|| "write vi or en".into())
}

fn level(text: &str) -> Result<tracing::Level, String> {
    let level = text.trim().parse();
    level.map_err(|_| "write error, warn, info, debug or trace".into())
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(rate) if (0.0..=1e6).contains(&rate) => Ok(rate),
        _ => Err("write a number from 0 to 1000000: campaign seconds a second".into()),
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
        let told = |words: &[&str], terminal| {
            let cli = Cli::try_parse_from(words).expect("a command");
            cli.language(terminal)
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

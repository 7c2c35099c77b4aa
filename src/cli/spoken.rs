//! The command line in the reader's language: the help of each command, and what is wrong with what was typed.
//!
//! Knows which text of `messages/cli/` belongs to what, and the words that clap has of its own. Must not know what a
//! command does.

use std::error::Error;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use clap::builder::{Resettable, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::Cli;
use crate::told;
use crate::types::Language;

/// How the program is called in its own texts.
const PROGRAM: &str = "nhip";

/// What clap writes into each help by itself, and our text for it. Longer ones first.
const CLAPS: [(&str, &str); 16] = [
    (
        "Print this message or the help of the given subcommand(s)",
        "clap-help-of",
    ),
    ("Print help (see more with '--help')", "clap-help-more"),
    ("Print help (see a summary with '-h')", "clap-help-less"),
    ("Print help", "clap-help"),
    ("Print version", "clap-version"),
    ("Usage:", "clap-usage"),
    ("Commands:", "clap-commands"),
    ("Arguments:", "clap-arguments"),
    ("Options:", "clap-options"),
    ("[OPTIONS]", "clap-any-options"),
    ("[COMMAND]", "clap-any-command"),
    ("<COMMAND>", "clap-a-command"),
    ("[env:", "clap-env"),
    ("[default:", "clap-default"),
    ("[possible values:", "clap-values"),
    ("Possible values:", "clap-values-below"),
];

/// The same command with its help in the language of the process.
pub(super) fn spoken(command: Command) -> Command {
    let end = match cfg!(feature = "demo") {
        true => told!("help-first-steps"),
        false => told!("help-first-steps-without-demo"),
    };
    helped(command, PROGRAM).after_help(end)
}

fn helped(command: Command, path: &str) -> Command {
    let about = told::find(&format!("help-{path}"), &[]).unwrap_or_default();
    let key = format!("help-{path}-more");
    let command = command
        .long_about(longer(&about, &key))
        .about(about)
        .mut_args(|arg| explained(arg, path));
    command.mut_subcommands(|below| {
        let path = format!("{path}-{}", below.get_name());
        helped(below, &path)
    })
}

/// An option of this command alone, or else the one of that name that several have.
fn explained(arg: Arg, path: &str) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = format!("option-{path}-{id}");
    let key = match told::find(&own, &[]) {
        Some(_) => own,
        None => format!("option-{id}"),
    };
    let short = told::find(&key, &[]).unwrap_or_default();
    let arg = arg
        .long_help(longer(&short, &format!("{key}-more")))
        .help(short);
    match arg.get_action().takes_values() {
        true => valued(arg, &id),
        false => arg,
    }
}

/// With the word for its value: by what kind of value that is, or else by its own name.
fn valued(arg: Arg, id: &str) -> Arg {
    let named = arg.get_value_names().and_then(<[_]>::first);
    let name = named.map_or_else(|| id.to_owned(), |name| name.as_str().to_lowercase());
    match told::find(&format!("value-{}", name.replace([':', '_'], "-")), &[]) {
        Some(word) => arg.value_name(word),
        None => arg,
    }
}

/// With what `--help` adds to it, if there is anything.
fn longer(short: &str, key: &str) -> Resettable<StyledStr> {
    match told::find(key, &[]) {
        Some(more) => Resettable::Value(format!("{short}\n\n{more}").into()),
        None => Resettable::Reset,
    }
}

impl Cli {
    /// The language of what is told before the command line is read: what it asks for, what the environment asks for, the
    /// terminal's, else Vietnamese.
    pub fn language_of(
        words: &[OsString],
        environment: &impl Fn(&str) -> Option<OsString>,
    ) -> Language {
        let mut words = words.iter().filter_map(|word| word.to_str());
        let asked = words.find_map(|word| match word.strip_prefix("--lang")? {
            "" => Some(None),
            rest => rest.strip_prefix('=').map(|code| Some(code.to_owned())),
        });
        let asked = asked.and_then(|code| code.or_else(|| words.next().map(str::to_owned)));
        let set = |name: &str| environment(name)?.into_string().ok();
        let known = |text: String| super::language(&text).ok();
        let asked = asked.and_then(known).or_else(|| known(set("NHIP_LANG")?));
        asked.unwrap_or_else(|| super::of_terminal(environment))
    }

    /// Prints the help that was asked for, or what is wrong with what was typed; the exit code that goes with it.
    pub fn tell(why: &clap::Error) -> u8 {
        let code = u8::try_from(why.exit_code()).unwrap_or(2);
        if matches!(
            why.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        ) {
            let shown = why.render();
            let shown = match std::io::stdout().is_terminal() {
                true => shown.ansi().to_string(),
                false => shown.to_string(),
            };
            let _ = write!(std::io::stdout(), "{}", own_words(&shown));
        } else {
            let _ = writeln!(std::io::stderr(), "{}", complaint(why));
        }
        code
    }
}

/// A help with our words in the place of clap's.
fn own_words(help: &str) -> String {
    let mut help = help.to_owned();
    for (theirs, key) in CLAPS {
        help = help.replace(theirs, &told::text(key, &[]));
    }
    help
}

/// What is wrong with what was typed, how it is used, and where to read more.
pub(super) fn complaint(why: &clap::Error) -> String {
    let all = || why.to_string().trim_end().to_owned();
    match why.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return own_words(&all()),
        // What is wrong with the files that belong to it was told already.
        ErrorKind::Io => {
            let what = all();
            let what = what.strip_prefix("error: ").unwrap_or(&what).to_owned();
            return told!("failed", what = what);
        }
        _ => {}
    }
    let mut lines = vec![format!("{PROGRAM}: {}", wrong(why))];
    let nearest = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    if let Some(near) = nearest.iter().find_map(|kind| shown(why, *kind)) {
        let near: Vec<&str> = near.rsplit(", ").collect();
        lines.push(told!("typed-nearest", near = near.join(", ")));
    }
    if let Some(usage) = why.get(ContextKind::Usage) {
        lines.push(own_words(&usage.to_string()));
    }
    lines.push(told!("typed-help"));
    lines.join("\n")
}

fn wrong(why: &clap::Error) -> String {
    let get = |kind| shown(why, kind).unwrap_or_default();
    let (arg, value) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue));
    match why.kind() {
        ErrorKind::UnknownArgument => told!("typed-unknown", arg = arg),
        ErrorKind::InvalidSubcommand => {
            told!(
                "typed-no-command",
                command = get(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::MissingSubcommand => {
            told!(
                "typed-unfinished",
                known = get(ContextKind::ValidSubcommand)
            )
        }
        ErrorKind::MissingRequiredArgument => told!("typed-missing", arg = own_words(&arg)),
        ErrorKind::ArgumentConflict => {
            told!(
                "typed-conflict",
                arg = arg,
                other = get(ContextKind::PriorArg)
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => told!("typed-empty", arg = arg),
        ErrorKind::InvalidValue => {
            let known = get(ContextKind::ValidValue);
            told!("typed-value", arg = arg, value = value, known = known)
        }
        ErrorKind::ValueValidation => {
            let cause = why.source().map(ToString::to_string).unwrap_or_default();
            told!("typed-wrong", arg = arg, value = value, cause = cause)
        }
        ErrorKind::TooManyValues => told!("typed-too-many", arg = arg, value = value),
        _ => why.kind().to_string(),
    }
}

fn shown(why: &clap::Error, kind: ContextKind) -> Option<String> {
    match why.get(kind)? {
        ContextValue::None => None,
        ContextValue::Strings(all) => Some(all.join(", ")),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
#[path = "spoken/tests.rs"]
mod tests;

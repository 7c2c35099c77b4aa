//! Where each value was given: by which option, by which variable of the environment, or in the file beside the
//! settings.
//!
//! Knows how each is read: what is blank was not given, blanks around a value are none of it. Must not know what a
//! value means.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::builder::{
    OsStringValueParser, Resettable, StringValueParser, TypedValueParser, ValueParser,
};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory, FromArgMatches};

use super::Cli;
use super::env_file::{EnvFile, blank};
use crate::told;

/// How the settings are called in the folder of whoever works there.
const SETTINGS: &str = "nhip.toml";

/// What is wrong with a command line, or the manual that was asked for.
pub type CannotRead = clap::Error;

/// The options and variables that were given, by the names of their fields.
#[derive(Debug, Default)]
pub struct Given {
    names: BTreeMap<String, String>,
    file: EnvFile,
}

/// A variable that is no option, because it is secret.
pub struct Variable {
    /// What it says.
    pub value: String,
    /// How it is called in a fault: its name, and where it stands if that is not the environment.
    pub place: String,
}

impl Given {
    /// Names the option, variable or setting that a failure is about, if it was given.
    ///
    /// # Errors
    /// The same failure.
    pub fn blamed<T>(&self, field: &str, result: anyhow::Result<T>) -> anyhow::Result<T> {
        match self.names.get(field) {
            Some(name) => result.with_context(|| name.clone()),
            None => result,
        }
    }

    /// What a value that was given is blamed on.
    pub fn name(&self, field: &str) -> Option<&str> {
        self.names.get(field).map(String::as_str)
    }

    /// Notes that a value was given by a setting.
    pub fn by(&mut self, field: &str, setting: String) {
        self.names.insert(field.to_owned(), setting);
    }

    /// A variable from the environment, by this function, or from the file beside the settings.
    pub fn variable(
        &self,
        name: &str,
        environment: &impl Fn(&str) -> Option<OsString>,
    ) -> Option<Variable> {
        let set = environment(name).and_then(|value| value.into_string().ok());
        if let Some(value) = set.filter(|value| !blank(value)) {
            return Some(Variable {
                value: value.trim().to_owned(),
                place: name.to_owned(),
            });
        }
        let (value, place) = self.file.get(name)?;
        Some(Variable {
            value: value.to_owned(),
            place,
        })
    }

    fn note(&mut self, command: &Command, matches: &ArgMatches) {
        for (arg, source) in sources(command, matches) {
            let name = match source {
                Some(ValueSource::CommandLine) => option(arg),
                Some(ValueSource::EnvVariable) => variable(arg),
                _ => None,
            };
            let id = arg.get_id().as_str().to_owned();
            self.names.extend(name.map(|name| (id, name)));
        }
    }

    /// The same command line, with the options that stand in the file and nowhere else; who gave them is noted.
    fn filled(
        &mut self,
        words: &[OsString],
        command: &Command,
        matches: &ArgMatches,
    ) -> Vec<OsString> {
        let mut filled = words.to_owned();
        for (arg, source) in sources(command, matches) {
            let named = option(arg).zip(variable(arg));
            let free = matches!(source, None | Some(ValueSource::DefaultValue));
            let Some((option, variable)) = named.filter(|_| free) else {
                continue;
            };
            if let Some((value, place)) = self.file.get(&variable) {
                filled.push(format!("{option}={value}").into());
                self.names.insert(arg.get_id().as_str().to_owned(), place);
            }
        }
        filled
    }
}

fn option(arg: &Arg) -> Option<String> {
    arg.get_long().map(|long| format!("--{long}"))
}

fn variable(arg: &Arg) -> Option<String> {
    Some(arg.get_env()?.to_str()?.to_owned())
}

impl Cli {
    /// Reads the command line, the environment by this function, and the variables beside the settings.
    ///
    /// # Errors
    /// What is wrong with them, or the manual that was asked for.
    pub fn read(
        words: &[OsString],
        environment: &impl Fn(&str) -> Option<OsString>,
        version: &str,
    ) -> Result<(Self, Given), CannotRead> {
        let command = super::spoken::spoken(Self::command().version(version.to_owned()));
        let command = forgiving(command, environment);
        let mut given = Given::default();
        let read = |all: &[OsString], given: &Given| {
            let read = command.clone().try_get_matches_from(all);
            read.map_err(|error| honest(error, &command, words, given))
        };
        let matches = read(words, &given)?;
        given.note(&command, &matches);
        let config = matches.get_one::<PathBuf>("config").map(PathBuf::as_path);
        let settings = match stands_alone(&matches) {
            true => None,
            false => settings(config).map_err(raw)?,
        };
        let mut cli = Self::from_arg_matches(&matches)?;
        if let Some(settings) = &settings {
            given.file = EnvFile::beside(settings, &variables(&command)).map_err(raw)?;
            let filled = given.filled(words, &command, &matches);
            cli = Self::from_arg_matches(&read(&filled, &given)?)?;
        }
        cli.places.settings = settings;
        Ok((cli, given))
    }
}

/// Whether the command has nothing to do with any installation that may be on this machine.
fn stands_alone(matches: &ArgMatches) -> bool {
    match matches.subcommand() {
        Some(("check", check)) => check.contains_id("dir"),
        Some((name, _)) => ["demo", "init", "manual", "messages", "sandbox"].contains(&name),
        None => true,
    }
}

/// The settings file: the one that was named, else the one here, else the machine's.
fn settings(named: Option<&Path>) -> Result<Option<PathBuf>, String> {
    if let Some(named) = named {
        return Ok(Some(named.to_owned()));
    }
    for usual in [SETTINGS, super::OF_THE_MACHINE] {
        let path = PathBuf::from(usual);
        // A folder that may not be looked into is not the same as none.
        match path.try_exists() {
            Ok(true) => return Ok(Some(path)),
            Ok(false) => {}
            Err(error) => {
                return Err(told!("settings-not-sought", path = usual, cause = error));
            }
        }
    }
    Ok(None)
}

fn raw(what: String) -> clap::Error {
    clap::Error::raw(ErrorKind::Io, format!("{what}\n"))
}

/// The arguments of the command that was given, and of those above it, each with who gave it.
fn sources<'a>(command: &'a Command, matches: &ArgMatches) -> Vec<(&'a Arg, Option<ValueSource>)> {
    let own = command.get_arguments().filter_map(|arg| {
        let id = arg.get_id().as_str();
        let known = matches.try_contains_id(id).is_ok();
        known.then(|| (arg, matches.value_source(id)))
    });
    let mut all: Vec<_> = own.collect();
    if let Some((name, matches)) = matches.subcommand()
        && let Some(command) = command.find_subcommand(name)
    {
        all.extend(sources(command, matches));
    }
    all
}

/// The variables of all options of all commands.
fn variables(command: &Command) -> Vec<String> {
    let own = command.get_arguments().filter_map(variable);
    own.chain(command.get_subcommands().flat_map(variables))
        .collect()
}

/// Takes a blank variable for none, and blanks off the others.
fn forgiving(command: Command, environment: &impl Fn(&str) -> Option<OsString>) -> Command {
    command
        .mut_args(|arg| {
            let Some(name) = variable(&arg) else {
                return arg;
            };
            let arg = trimmed(arg);
            match environment(&name) {
                Some(value) if blank(&value.to_string_lossy()) => arg.env(Resettable::Reset),
                _ => arg,
            }
        })
        .mut_subcommands(|command| forgiving(command, environment))
}

fn trimmed(arg: Arg) -> Arg {
    let kind = arg.get_value_parser().type_id();
    let parser: ValueParser = if kind == std::any::TypeId::of::<PathBuf>() {
        let path = |text: OsString| match text.to_str() {
            Some(text) => PathBuf::from(text.trim()),
            None => PathBuf::from(text),
        };
        OsStringValueParser::new().map(path).into()
    } else if kind == std::any::TypeId::of::<String>() {
        let text = |text: String| text.trim().to_owned();
        StringValueParser::new().map(text).into()
    } else {
        return arg;
    };
    arg.value_parser(parser)
}

/// An error about a variable does not name the option that nobody gave.
fn honest(
    mut error: clap::Error,
    command: &Command,
    words: &[OsString],
    given: &Given,
) -> clap::Error {
    let Some(ContextValue::String(blamed)) = error.get(ContextKind::InvalidArg) else {
        return error;
    };
    let flag = blamed.split([' ', '=']).next().unwrap_or_default();
    let words = words.iter().filter_map(|word| word.to_str());
    if words
        .map(|word| word.split('=').next())
        .any(|word| word == Some(flag))
    {
        return error;
    }
    if let Some(name) = named(command, flag) {
        let name = given.file.get(&name).map_or(name, |(_, place)| place);
        error.insert(ContextKind::InvalidArg, ContextValue::String(name));
    }
    error
}

/// The variable that does the same as an option.
fn named(command: &Command, flag: &str) -> Option<String> {
    let mut own = command.get_arguments();
    let found = own.find(|arg| option(arg).as_deref() == Some(flag));
    found.and_then(variable).or_else(|| {
        command
            .get_subcommands()
            .find_map(|below| named(below, flag))
    })
}

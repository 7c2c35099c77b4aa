//! Where each value was given: by which option, or by which variable of the environment.
//!
//! Knows how both are read: what is blank was not given, blanks around a value are none of it. Must not know what a
//! value means.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Context;
use clap::builder::{
    OsStringValueParser, Resettable, StringValueParser, TypedValueParser, ValueParser,
};
use clap::error::{ContextKind, ContextValue};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory, FromArgMatches};

use super::Cli;

/// The options and variables that were given, by the names of their fields.
#[derive(Debug, Default)]
pub struct Given(BTreeMap<String, String>);

impl Given {
    /// Names the option or variable that a failure is about, if it was given.
    ///
    /// # Errors
    /// The same failure.
    pub fn blamed<T>(&self, field: &str, result: anyhow::Result<T>) -> anyhow::Result<T> {
        match self.0.get(field) {
            Some(name) => result.with_context(|| name.clone()),
            None => result,
        }
    }

    fn note(&mut self, command: &Command, matches: &ArgMatches) {
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            if let Ok(true) = matches.try_contains_id(id) {
                let name = match matches.value_source(id) {
                    Some(ValueSource::CommandLine) => option(arg),
                    Some(ValueSource::EnvVariable) => variable(arg),
                    _ => None,
                };
                self.0.extend(name.map(|name| (id.to_owned(), name)));
            }
        }
        if let Some((name, matches)) = matches.subcommand()
            && let Some(command) = command.find_subcommand(name)
        {
            self.note(command, matches);
        }
    }
}

fn option(arg: &Arg) -> Option<String> {
    arg.get_long().map(|long| format!("--{long}"))
}

fn variable(arg: &Arg) -> Option<String> {
    Some(arg.get_env()?.to_str()?.to_owned())
}

impl Cli {
    /// Reads the command line, and the environment by this function.
    ///
    /// # Errors
    /// What is wrong with them, or the manual that was asked for.
    pub fn read(
        words: &[OsString],
        environment: &impl Fn(&str) -> Option<OsString>,
    ) -> Result<(Self, Given), clap::Error> {
        let command = forgiving(Self::command(), environment);
        let read = command.clone().try_get_matches_from(words);
        let matches = read.map_err(|error| honest(error, &command, words))?;
        let mut given = Given::default();
        given.note(&command, &matches);
        Ok((Self::from_arg_matches(&matches)?, given))
    }
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
                Some(value) if value.to_string_lossy().trim().is_empty() => {
                    arg.env(Resettable::Reset)
                }
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
fn honest(mut error: clap::Error, command: &Command, words: &[OsString]) -> clap::Error {
    let Some(ContextValue::String(blamed)) = error.get(ContextKind::InvalidArg) else {
        return error;
    };
    let flag = blamed.split([' ', '=']).next().unwrap_or_default();
    let given = words.iter().filter_map(|word| word.to_str());
    if given
        .map(|word| word.split('=').next())
        .any(|word| word == Some(flag))
    {
        return error;
    }
    if let Some(name) = named(command, flag) {
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

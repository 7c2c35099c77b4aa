//! The bot's token: from the environment or from a file, never from the command line, which others can see.
//!
//! Knows the places and their order. Must not know what a token looks like.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use nhip::cli::Given;
use nhip::place::Place;
use nhip::told;
use secrecy::SecretString;

use super::environment;

const TOKEN: &str = "TELOXIDE_TOKEN";
const TOKEN_FILE: &str = "TELOXIDE_TOKEN_FILE";
/// Set by systemd, for who has asked for it with LoadCredential=.
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";
/// How the token's file is called there, and beside the settings.
const NAME: &str = "token";

/// The token, and where it was found.
pub struct Token {
    pub secret: SecretString,
    pub place: String,
}

/// Looks in each place in turn; the first that says something counts.
///
/// # Errors
/// A file that was named cannot be read, or there is no token.
pub fn find(given: &Given, place: &Place) -> anyhow::Result<Token> {
    if let Some(set) = given.variable(TOKEN, &environment) {
        return Ok(Token {
            secret: SecretString::from(set.value),
            place: set.place,
        });
    }
    if let Some(named) = given.variable(TOKEN_FILE, &environment) {
        let path = PathBuf::from(&named.value);
        let read = read(&path, &named.place).with_context(|| named.place.clone())?;
        return read.with_context(|| told!("token-empty", place = named.place, path = named.value));
    }
    let credential = environment(CREDENTIALS).map(|folder| Path::new(&folder).join(NAME));
    let beside = place
        .settings
        .as_ref()
        .map(|file| file.with_file_name(NAME));
    for path in [credential, beside].into_iter().flatten() {
        if !path.try_exists().unwrap_or(true) {
            continue;
        }
        if let Some(token) = read(&path, &path.display().to_string())? {
            return Ok(token);
        }
    }
    let Some(file) = &place.settings else {
        bail!(told!("token-none", name = TOKEN));
    };
    let env = std::path::absolute(file.with_file_name("env"))?;
    bail!(told!("token-none-in", name = TOKEN, path = env.display()));
}

/// What the file holds; `None` if that is nothing.
fn read(path: &Path, place: &str) -> anyhow::Result<Option<Token>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| told!("token-unread", path = path.display()))?;
    let token = text.trim();
    Ok((!token.is_empty()).then(|| Token {
        secret: SecretString::from(token.to_owned()),
        place: place.to_owned(),
    }))
}

//! Encryption of a backup to an `age` public key: whoever keeps the copies cannot read them, the server included.
//!
//! Knows the format's two ends. Must not know what is encrypted.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::str::FromStr;

use age::x25519;
use anyhow::{Context, anyhow};
use serde::{Deserialize, Deserializer};

use crate::told;

/// What such a file begins with.
const MAGIC: &[u8] = b"age-encryption.org/v1";

/// Whom a backup is encrypted to: a public key, such as `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(x25519::Recipient);

impl FromStr for Recipient {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.trim().starts_with("AGE-SECRET-KEY-") {
            return Err(told!("settings-secret-key"));
        }
        let key = text.trim().parse::<x25519::Recipient>();
        key.map(Self).map_err(|_| told!("settings-no-key"))
    }
}

impl std::fmt::Debug for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl<'de> Deserialize<'de> for Recipient {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Writes an encrypted copy of a file.
///
/// # Errors
/// The disk fails or is full.
pub(super) fn encrypt(from: &Path, into: File, to: &Recipient) -> anyhow::Result<File> {
    let recipient: &dyn age::Recipient = &to.0;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient))?;
    let mut sealed = encryptor.wrap_output(BufWriter::new(into))?;
    std::io::copy(&mut BufReader::new(File::open(from)?), &mut sealed)?;
    let into = sealed.finish()?.into_inner();
    Ok(into.map_err(std::io::IntoInnerError::into_error)?)
}

/// Whether a file is encrypted.
///
/// # Errors
/// It cannot be read.
pub(super) fn is_encrypted(file: &Path) -> std::io::Result<bool> {
    let mut begins = Vec::new();
    File::open(file)?
        .take(u64::try_from(MAGIC.len()).unwrap_or(u64::MAX))
        .read_to_end(&mut begins)?;
    Ok(begins == MAGIC)
}

/// Writes what an encrypted file holds.
///
/// # Errors
/// A sentence: the key is none, is not the right one, the file is damaged, or the disk is full.
pub(super) fn decrypt(from: &Path, into: File, identity: &Path) -> anyhow::Result<()> {
    let wrong = || anyhow!(told!("backup-key-none", path = identity.display()));
    let text = std::fs::read_to_string(identity)
        .with_context(|| told!("backup-key-unread", path = identity.display()))?;
    let keys: Vec<x25519::Identity> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.parse().map_err(|_| wrong()))
        .collect::<Result<_, _>>()?;
    if keys.is_empty() {
        return Err(wrong());
    }
    let shown = from.display();
    let sealed = age::Decryptor::new(BufReader::new(File::open(from)?))
        .with_context(|| told!("backup-sealed-damaged", path = shown))?;
    let keys = keys.iter().map(|key| -> &dyn age::Identity { key });
    let mut plain = sealed
        .decrypt(keys)
        .with_context(|| told!("backup-key-other", key = identity.display(), path = shown))?;
    let mut into = BufWriter::new(into);
    std::io::copy(&mut plain, &mut into)
        .with_context(|| told!("backup-unread-end", path = shown))?;
    into.flush()?;
    Ok(())
}

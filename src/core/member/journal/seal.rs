//! Sealing and opening a journal: XChaCha20-Poly1305, a new nonce every time, bound to its owner.
//!
//! Knows the cipher and how pages are written. Must not know where keys come from.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::event::JournalKey;
use crate::types::MemberId;

/// Long enough to be random for every sealing without a repetition.
pub(super) const NONCE_BYTES: usize = 24;

/// Sealed lengths are multiples of this, so that the length shows neither a skipped prompt nor one page more.
const PADDING: usize = 512;

/// What a member said in one month's check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct JournalMonth {
    /// Such as `2026-11`.
    pub(super) month: String,
    pub(super) set: String,
    pub(super) choices: [Option<u8>; 3],
}

/// Nonce and ciphertext. `None` only if the cipher refuses, which it does for no length we use.
pub(super) fn seal(
    key: &JournalKey,
    nonce: [u8; NONCE_BYTES],
    owner: MemberId,
    pages: &[JournalMonth],
) -> Option<Vec<u8>> {
    let mut text: String = pages.iter().map(JournalMonth::line).collect();
    while !text.len().is_multiple_of(PADDING) || text.is_empty() {
        text.push('\n');
    }
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    let payload = Payload {
        msg: text.as_bytes(),
        aad: &bound_to(owner),
    };
    let sealed = cipher.encrypt(&XNonce::from(nonce), payload).ok()?;
    Some([nonce.as_slice(), &sealed].concat())
}

/// The pages, oldest first; `None` if the key is not this journal's, or a bit of it was changed.
pub(super) fn open(key: &JournalKey, owner: MemberId, sealed: &[u8]) -> Option<Vec<JournalMonth>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    let payload = Payload {
        msg: sealed,
        aad: &bound_to(owner),
    };
    let text = cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
    let text = String::from_utf8(text).ok()?;
    Some(text.lines().filter_map(JournalMonth::read).collect())
}

/// Associated data: a journal copied into another member's row does not open.
fn bound_to(owner: MemberId) -> Vec<u8> {
    format!("nhip journal 1 {}", owner.0).into_bytes()
}

impl JournalMonth {
    fn line(&self) -> String {
        let choices: Vec<String> = self
            .choices
            .iter()
            .map(|choice| choice.map_or_else(|| "-".to_owned(), |choice| choice.to_string()))
            .collect();
        format!("{} {} {}\n", self.month, self.set, choices.join(","))
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (month, set, choices) = (words.next()?, words.next()?, words.next()?);
        let mut read = [None; 3];
        for (slot, choice) in read.iter_mut().zip(choices.split(',')) {
            *slot = choice.parse().ok();
        }
        Some(Self {
            month: month.to_owned(),
            set: set.to_owned(),
            choices: read,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(count: usize) -> Vec<JournalMonth> {
        (0..count)
            .map(|month| JournalMonth {
                month: format!("2026-{:02}", month + 1),
                set: "C-11".into(),
                choices: [Some(2), None, Some(0)],
            })
            .collect()
    }

    const KEY: [u8; 32] = [7; 32];

    #[test]
    fn what_is_sealed_comes_back_with_its_key_and_its_owner_only() {
        let key = JournalKey::of(KEY);
        let sealed = seal(&key, [1; NONCE_BYTES], MemberId(3), &pages(2)).expect("sealed");
        assert_eq!(open(&key, MemberId(3), &sealed), Some(pages(2)));
        assert_eq!(open(&key, MemberId(4), &sealed), None, "another's row");
        let mut other = KEY;
        other[31] ^= 1;
        assert_eq!(open(&JournalKey::of(other), MemberId(3), &sealed), None);
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(open(&key, MemberId(3), &changed), None, "bit at {place}");
        }
        assert_eq!(open(&key, MemberId(3), &[]), None);
    }

    #[test]
    fn its_length_says_nothing_of_what_was_skipped() {
        let key = JournalKey::of(KEY);
        let length = |pages: &[JournalMonth]| {
            seal(&key, [1; NONCE_BYTES], MemberId(3), pages).map(|sealed| sealed.len())
        };
        let mut skipped = pages(3);
        skipped[1].choices = [None; 3];
        assert_eq!(length(&skipped), length(&pages(12)));
        assert_eq!(length(&[]), length(&pages(1)));
    }
}

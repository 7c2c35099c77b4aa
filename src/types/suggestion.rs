//! A suggestion's label, and the key that only its author has.
//!
//! Knows how the one follows from the other. Must not know who wrote what: nothing does.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng;
use sha2::{Digest, Sha256};

/// 128 bits that are nowhere but in the buttons of its author's own message. Never shown in logs or debug output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SuggestionKey([u8; 16]);

impl SuggestionKey {
    /// A key of these bytes.
    pub fn of(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// One that nobody has.
    pub(crate) fn random(rng: &mut impl Rng) -> Self {
        let mut bytes = [0_u8; 16];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// By which the suggestion is known to everybody else: the key does not follow from it.
    pub fn label(self) -> SuggestionLabel {
        let digest = Sha256::digest(self.0);
        let mut label = [0_u8; 12];
        label
            .iter_mut()
            .zip(digest)
            .for_each(|(to, from)| *to = from);
        SuggestionLabel(label)
    }

    /// 22 characters without `:`.
    pub(crate) fn text(self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }
}

impl std::fmt::Debug for SuggestionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SuggestionKey(…)")
    }
}

/// What a suggestion is called: random, so that its order tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SuggestionLabel([u8; 12]);

impl SuggestionLabel {
    /// A label of these bytes.
    pub fn of(bytes: [u8; 12]) -> Self {
        Self(bytes)
    }

    /// 16 characters without `:`, as it is stored and stands in buttons.
    pub(crate) fn text(self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// As people say it to each other: four letters and digits, none that is taken for another.
    pub fn short(self) -> String {
        const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map(char::from);
        self.0.iter().take(4).filter_map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_follows_from_the_key_and_both_are_read_as_they_were_written() {
        let key = SuggestionKey::of([7; 16]);
        assert_eq!(key.text().len(), 22);
        assert_eq!(SuggestionKey::parse(&key.text()), Some(key));
        let label = key.label();
        assert_eq!(label.text().len(), 16);
        assert_eq!(SuggestionLabel::parse(&label.text()), Some(label));
        assert_ne!(label, SuggestionKey::of([8; 16]).label());
        assert_eq!(label.short().len(), 4);
        assert_eq!(format!("{key:?}"), "SuggestionKey(…)");
        assert_eq!(SuggestionLabel::parse(&key.text()), None);
    }
}

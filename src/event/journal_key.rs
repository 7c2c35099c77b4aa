//! The key of a private journal, as it is in buttons.
//!
//! Knows how it is written. Must not know what it opens. It is never shown in logs or debug output.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::data::pieces;

/// 256 bits that open one member's journal, and are nowhere but in the buttons of their own message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct JournalKey([u8; 32]);

impl JournalKey {
    /// A key of these bytes.
    pub fn of(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes, for the cipher.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }
}

// 43 characters without `:`.
pieces! { JournalKey: |key| URL_SAFE_NO_PAD.encode(key.0), Self::parse, [[0xff; 32], [0; 32]].map(Self::of); }

impl std::fmt::Debug for JournalKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JournalKey(…)")
    }
}

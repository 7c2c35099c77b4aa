//! By what somebody comes to a unit: its invite link, or its name.
//!
//! Knows how it is written in a button. Must not know what either is worth: anyone can forge a name, nobody a link.

use super::data::pieces;
use crate::types::UnitId;

/// Letters of an invite link's payload.
const CODE_CHARS: usize = 16;

/// What stands before a link's payload in a button; no number begins with it.
const MARK: char = '@';

/// The payload of an invite link, carried along by the buttons of whoever has opened it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct InviteCode([u8; CODE_CHARS]);

impl InviteCode {
    /// The payload, if it can be one of ours.
    pub fn of(payload: &str) -> Option<Self> {
        let letters: [u8; CODE_CHARS] = payload.as_bytes().try_into().ok()?;
        let sound = letters.iter().all(u8::is_ascii_alphanumeric);
        sound.then_some(Self(letters))
    }

    /// As it is stored.
    pub fn text(self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }
}

impl std::fmt::Debug for InviteCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InviteCode(…)")
    }
}

/// By what somebody comes to a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// They have opened its invite link.
    Link(InviteCode),
    /// They have found it by its name.
    Name(UnitId),
}

pieces! {
    Via: |via| match via {
        Self::Link(code) => format!("{MARK}{}", code.text()),
        Self::Name(unit) => unit.0.to_string(),
    }, |text| match text.strip_prefix(MARK) {
        Some(code) => InviteCode::of(code).map(Self::Link),
        None => text.parse().ok().map(UnitId).map(Self::Name),
    }, [Self::Link(InviteCode([b'z'; CODE_CHARS])), Self::Name(UnitId(i64::MAX))];
}

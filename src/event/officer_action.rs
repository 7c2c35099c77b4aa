//! What officers' buttons ask for: who may act for a unit.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use super::data::{buttons, pieces};
use crate::types::{AppointmentId, OfficerId, Title, UnitId};

/// Letters of a link's code: 62^16 cannot be guessed, and it fits a button beside its name.
const CODE_CHARS: usize = 16;

/// What stands before the code in the payload of a link that makes an officer. No unit's payload has a `_`.
const PREFIX: &str = "cb_";

/// The code of a one-time link. Whoever knows it can open the link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LinkCode([u8; CODE_CHARS]);

impl LinkCode {
    /// The code that these letters and digits make.
    pub fn of(letters: [u8; CODE_CHARS]) -> Option<Self> {
        let sound = letters.iter().all(u8::is_ascii_alphanumeric);
        sound.then_some(Self(letters))
    }

    /// The code in the payload of `/start`, if it is one of a link that makes an officer.
    pub fn of_payload(payload: &str) -> Option<Self> {
        Self::parse(payload.strip_prefix(PREFIX)?)
    }

    /// The payload of the link.
    pub fn payload(self) -> String {
        format!("{PREFIX}{}", self.text())
    }

    /// As it is stored.
    pub fn text(self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }

    fn parse(text: &str) -> Option<Self> {
        Self::of(text.as_bytes().try_into().ok()?)
    }
}

pieces! { LinkCode: Self::text, Self::parse, [Self([b'Z'; CODE_CHARS])]; }

impl std::fmt::Debug for LinkCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkCode(…)")
    }
}

buttons! {
    /// A button about officers.
    pub enum OfficerAction {
        /// Show a unit's officers.
        Show(unit: UnitId) = "show",
        /// Show this page of them.
        Page(unit: UnitId, page: u16) = "page",
        /// Show the units directly below, this page of them.
        Below(unit: UnitId, page: u16) = "below",
        /// Choose the title of a new officer.
        Titles(unit: UnitId) = "titles",
        /// Make a link for an officer of that title.
        Invite(unit: UnitId, title: Title) = "invite",
        /// Accept the office that a link offers.
        Accept(code: LinkCode) = "accept",
        /// Do not accept it.
        Decline(code: LinkCode) = "decline",
        /// The person who accepted is the one who was meant.
        Confirm(appointment: AppointmentId) = "confirm",
        /// It is somebody else.
        Refuse(appointment: AppointmentId) = "refuse",
        /// Say what taking the rights back means.
        AskDismiss(officer: OfficerId) = "dismiss?",
        /// Take the rights back.
        Dismiss(officer: OfficerId) = "dismiss",
    }
}

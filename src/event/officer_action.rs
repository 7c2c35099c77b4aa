//! What officers' buttons ask for: who may act for a unit.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

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

impl std::fmt::Debug for LinkCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkCode(…)")
    }
}

/// A button about officers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficerAction {
    /// Show a unit's officers.
    Show(UnitId),
    /// Show this page of them.
    Page(UnitId, u16),
    /// Show the units directly below, this page of them.
    Below(UnitId, u16),
    /// Choose the title of a new officer.
    Titles(UnitId),
    /// Make a link for an officer of that title.
    Invite(UnitId, Title),
    /// Accept the office that a link offers.
    Accept(LinkCode),
    /// Do not accept it.
    Decline(LinkCode),
    /// The person who accepted is the one who was meant.
    Confirm(AppointmentId),
    /// It is somebody else.
    Refuse(AppointmentId),
    /// Say what taking the rights back means.
    AskDismiss(OfficerId),
    /// Take the rights back.
    Dismiss(OfficerId),
}

impl OfficerAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::Show(unit) => format!("show:{}", unit.0),
            Self::Page(unit, page) => format!("page:{}:{page}", unit.0),
            Self::Below(unit, page) => format!("below:{}:{page}", unit.0),
            Self::Titles(unit) => format!("titles:{}", unit.0),
            Self::Invite(unit, title) => format!("invite:{}:{}", unit.0, title.code()),
            Self::Accept(code) => format!("accept:{}", code.text()),
            Self::Decline(code) => format!("decline:{}", code.text()),
            Self::Confirm(appointment) => format!("confirm:{}", appointment.0),
            Self::Refuse(appointment) => format!("refuse:{}", appointment.0),
            Self::AskDismiss(officer) => format!("dismiss?:{}", officer.0),
            Self::Dismiss(officer) => format!("dismiss:{}", officer.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let unit = |text: &str| text.parse().ok().map(UnitId);
        let officer = |text: &str| text.parse().ok().map(OfficerId);
        let appointment = |text: &str| text.parse().ok().map(AppointmentId);
        Some(match parts {
            ["show", id] => Self::Show(unit(id)?),
            ["page", id, page] => Self::Page(unit(id)?, page.parse().ok()?),
            ["below", id, page] => Self::Below(unit(id)?, page.parse().ok()?),
            ["titles", id] => Self::Titles(unit(id)?),
            ["invite", id, title] => Self::Invite(unit(id)?, Title::of_code(title)?),
            ["accept", code] => Self::Accept(LinkCode::parse(code)?),
            ["decline", code] => Self::Decline(LinkCode::parse(code)?),
            ["confirm", id] => Self::Confirm(appointment(id)?),
            ["refuse", id] => Self::Refuse(appointment(id)?),
            ["dismiss?", id] => Self::AskDismiss(officer(id)?),
            ["dismiss", id] => Self::Dismiss(officer(id)?),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(super) fn samples() -> Vec<Self> {
        let (unit, code) = (UnitId(i64::MAX), LinkCode([b'Z'; CODE_CHARS]));
        let mut samples = vec![
            Self::Show(unit),
            Self::Page(unit, u16::MAX),
            Self::Below(unit, u16::MAX),
            Self::Titles(unit),
            Self::Accept(code),
            Self::Decline(code),
            Self::Confirm(AppointmentId(i64::MAX)),
            Self::Refuse(AppointmentId(1)),
            Self::AskDismiss(OfficerId(i64::MAX)),
            Self::Dismiss(OfficerId(1)),
        ];
        samples.extend(Title::ALL.map(|title| Self::Invite(unit, title)));
        samples
    }
}

//! What officers' buttons ask for about a unit's people: inviting them, how many there are, reminding them.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use crate::types::{CheckinRoundId, JoinRequestId, RoundId, UnitId};

/// No unit has more people than the country.
const PEOPLE_MAX: i64 = 100_000_000;

/// A button about a unit's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitAction {
    /// Show the invite link.
    Invite(UnitId),
    /// Say what another link means.
    AskRenew(UnitId),
    /// Make another link; the old one ends.
    Renew(UnitId),
    /// Show this number of people, not yet declared.
    Count(UnitId, i64),
    /// Declare it.
    Declare(UnitId, i64),
    /// Show who waits to be let in.
    Waiting(UnitId),
    /// Show this one of them, or whoever comes next.
    WaitingAt(UnitId, JoinRequestId),
    /// The number that the person is said to have told.
    Pick(UnitId, JoinRequestId, u8),
    /// None of the numbers shown is the one that the person is said to have told.
    NoMatch(UnitId, JoinRequestId),
    /// They have told that number: let them in.
    Admit(UnitId, JoinRequestId, u8),
    /// Do not let them in.
    Reject(UnitId, JoinRequestId),
    /// Say what confirming anew means.
    AskReconfirm(UnitId),
    /// Have the unit's members confirm themselves anew.
    Reconfirm(UnitId),
    /// Show whom a reminder would reach.
    Remind(UnitId),
    /// Remind them of this round.
    RemindNow(RoundId, UnitId),
    /// Show what the unit said in the newest closed check-in.
    Result(UnitId),
    /// Write what answers it.
    Respond(CheckinRoundId, UnitId),
}

impl UnitAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::Invite(unit) => format!("invite:{}", unit.0),
            Self::AskRenew(unit) => format!("renew?:{}", unit.0),
            Self::Renew(unit) => format!("renew:{}", unit.0),
            Self::Count(unit, people) => format!("count:{}:{people}", unit.0),
            Self::Declare(unit, people) => format!("declare:{}:{people}", unit.0),
            Self::Waiting(unit) => format!("waiting:{}", unit.0),
            Self::WaitingAt(unit, request) => format!("waiting:{}:{}", unit.0, request.0),
            Self::NoMatch(unit, request) => format!("nomatch:{}:{}", unit.0, request.0),
            Self::Pick(unit, request, number) => {
                format!("pick:{}:{}:{number}", unit.0, request.0)
            }
            Self::Admit(unit, request, number) => {
                format!("admit:{}:{}:{number}", unit.0, request.0)
            }
            Self::Reject(unit, request) => format!("reject:{}:{}", unit.0, request.0),
            Self::AskReconfirm(unit) => format!("anew?:{}", unit.0),
            Self::Reconfirm(unit) => format!("anew:{}", unit.0),
            Self::Remind(unit) => format!("remind:{}", unit.0),
            Self::RemindNow(round, unit) => format!("remind!:{}:{}", round.0, unit.0),
            Self::Result(unit) => format!("result:{}", unit.0),
            Self::Respond(round, unit) => format!("respond:{}:{}", round.0, unit.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let unit = |text: &str| text.parse().ok().map(UnitId);
        let request = |text: &str| text.parse().ok().map(JoinRequestId);
        let people = |text: &str| text.parse().ok().filter(|n| (0..=PEOPLE_MAX).contains(n));
        Some(match parts {
            ["invite", id] => Self::Invite(unit(id)?),
            ["renew?", id] => Self::AskRenew(unit(id)?),
            ["renew", id] => Self::Renew(unit(id)?),
            ["count", id, number] => Self::Count(unit(id)?, people(number)?),
            ["declare", id, number] => Self::Declare(unit(id)?, people(number)?),
            ["waiting", id] => Self::Waiting(unit(id)?),
            ["waiting", id, of] => Self::WaitingAt(unit(id)?, request(of)?),
            ["nomatch", id, of] => Self::NoMatch(unit(id)?, request(of)?),
            ["pick", id, of, number] => Self::Pick(unit(id)?, request(of)?, number.parse().ok()?),
            ["admit", id, of, number] => Self::Admit(unit(id)?, request(of)?, number.parse().ok()?),
            ["reject", id, of] => Self::Reject(unit(id)?, request(of)?),
            ["anew?", id] => Self::AskReconfirm(unit(id)?),
            ["anew", id] => Self::Reconfirm(unit(id)?),
            ["remind", id] => Self::Remind(unit(id)?),
            ["remind!", round, id] => Self::RemindNow(RoundId(round.parse().ok()?), unit(id)?),
            ["result", id] => Self::Result(unit(id)?),
            ["respond", round, id] => Self::Respond(CheckinRoundId(round.parse().ok()?), unit(id)?),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(super) fn samples() -> Vec<Self> {
        let unit = UnitId(i64::MAX);
        vec![
            Self::Invite(unit),
            Self::AskRenew(unit),
            Self::Renew(unit),
            Self::Count(unit, 0),
            Self::Declare(unit, PEOPLE_MAX),
            Self::Waiting(unit),
            Self::WaitingAt(unit, JoinRequestId(i64::MAX)),
            Self::NoMatch(unit, JoinRequestId(i64::MAX)),
            Self::Pick(unit, JoinRequestId(i64::MAX), u8::MAX),
            Self::Admit(unit, JoinRequestId(i64::MAX), 10),
            Self::Reject(unit, JoinRequestId(1)),
            Self::AskReconfirm(unit),
            Self::Reconfirm(unit),
            Self::Remind(unit),
            Self::RemindNow(RoundId(i64::MAX), unit),
            Self::Result(unit),
            Self::Respond(CheckinRoundId(i64::MAX), unit),
        ]
    }
}

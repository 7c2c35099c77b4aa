//! What officers' buttons ask for about a unit's people: inviting them, how many there are, reminding them.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use crate::types::{CheckinRoundId, RoundId, UnitId};

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
            Self::Remind(unit) => format!("remind:{}", unit.0),
            Self::RemindNow(round, unit) => format!("remind!:{}:{}", round.0, unit.0),
            Self::Result(unit) => format!("result:{}", unit.0),
            Self::Respond(round, unit) => format!("respond:{}:{}", round.0, unit.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let unit = |text: &str| text.parse().ok().map(UnitId);
        let people = |text: &str| text.parse().ok().filter(|n| (0..=PEOPLE_MAX).contains(n));
        Some(match parts {
            ["invite", id] => Self::Invite(unit(id)?),
            ["renew?", id] => Self::AskRenew(unit(id)?),
            ["renew", id] => Self::Renew(unit(id)?),
            ["count", id, number] => Self::Count(unit(id)?, people(number)?),
            ["declare", id, number] => Self::Declare(unit(id)?, people(number)?),
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
            Self::Remind(unit),
            Self::RemindNow(RoundId(i64::MAX), unit),
            Self::Result(unit),
            Self::Respond(CheckinRoundId(i64::MAX), unit),
        ]
    }
}

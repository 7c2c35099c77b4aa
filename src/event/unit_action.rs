//! What officers' buttons ask for about a unit's people: inviting them, how many there are, reminding them.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use super::data::buttons;
use crate::types::{CheckinRoundId, JoinRequestId, RoundId, UnitId};

/// No unit has more people than the country.
const PEOPLE_MAX: i64 = 100_000_000;

buttons! {
    /// A button about a unit's people.
    pub enum UnitAction {
        /// Show the invite link.
        Invite(unit: UnitId) = "invite",
        /// Say what another link means.
        AskRenew(unit: UnitId) = "renew?",
        /// Make another link; the old one ends.
        Renew(unit: UnitId) = "renew",
        /// Show this number of people, not yet declared.
        Count(unit: UnitId, people: i64) = "count" if (0..=PEOPLE_MAX).contains(&people),
        /// Declare it.
        Declare(unit: UnitId, people: i64) = "declare" if (0..=PEOPLE_MAX).contains(&people),
        /// Show who waits to be let in.
        Waiting(unit: UnitId) = "waiting",
        /// Show this one of them, or whoever comes next.
        WaitingAt(unit: UnitId, request: JoinRequestId) = "waiting",
        /// The number that the person is said to have told.
        Pick(unit: UnitId, request: JoinRequestId, number: u8) = "pick",
        /// None of the numbers shown is the one that the person is said to have told.
        NoMatch(unit: UnitId, request: JoinRequestId) = "nomatch",
        /// They have told that number: let them in.
        Admit(unit: UnitId, request: JoinRequestId, number: u8) = "admit",
        /// Do not let them in.
        Reject(unit: UnitId, request: JoinRequestId) = "reject",
        /// Say what confirming anew means.
        AskReconfirm(unit: UnitId) = "anew?",
        /// Have the unit's members confirm themselves anew.
        Reconfirm(unit: UnitId) = "anew",
        /// Show whom a reminder would reach.
        Remind(unit: UnitId) = "remind",
        /// Remind them of this round.
        RemindNow(round: RoundId, unit: UnitId) = "remind!",
        /// Show what the unit said in the newest closed check-in.
        Result(unit: UnitId) = "result",
        /// Write what answers it.
        Respond(round: CheckinRoundId, unit: UnitId) = "respond",
    }
}

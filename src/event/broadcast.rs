//! Buttons under the draft and the card of a broadcast.
//!
//! They say only what is wanted, as all buttons do; the core looks up whose broadcast it is and whether it can be
//! done.

use crate::types::{BroadcastId, UnitId};

/// A button under the draft or the card of a broadcast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Which broadcast.
    pub broadcast: BroadcastId,
    /// The version that was on the screen: what has changed since is not confirmed by it.
    pub version: i64,
    /// What is wanted.
    pub step: Step,
}

/// What is wanted of a broadcast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Show the draft, or how the broadcast goes.
    Show,
    /// Write the message anew.
    Text,
    /// Take the words that are ready for a day that is near.
    Ready,
    /// Throw the draft away.
    Discard,
    /// Show what else may be chosen.
    Options,
    /// Begin a draft with the same words and recipients.
    Reuse,
    /// Choose units: this page of them.
    Units(u16),
    /// Add or leave out this unit.
    Unit(UnitId),
    /// The whole unit again.
    Whole,
    /// Members, or not.
    Members,
    /// Groups, or not.
    Groups,
    /// Only who has not answered this week's round, or everybody.
    Unanswered,
    /// Say when it starts.
    Start,
    /// Start as soon as it is confirmed.
    Now,
    /// Say until when it is worth sending.
    Until,
    /// A button to a page below it, or none any more.
    Link,
    /// A button below it that says it was seen, or none any more.
    AskSeen,
    /// Outside the hours, too, or not.
    Urgent,
    /// Send it again and again on certain days, or once after all.
    Rhythm,
    /// Change a reminder, or what is yet to be sent.
    Edit,
    /// Its ledger as a workbook.
    Ledger,
    /// A member has seen it.
    Saw,
    /// A copy to oneself.
    Test,
    /// Send it.
    Confirm,
    /// Confirm it as the second officer.
    Second,
    /// Give it back to its officer.
    Refuse,
    /// Hold it.
    Pause,
    /// Go on.
    Resume,
    /// Give it up.
    Cancel,
    /// Say what taking back means.
    AskUnsend,
    /// Take back what was delivered.
    Unsend,
    /// Once more to those with whom it failed.
    ResendFailed,
    /// Once more to those of whom nobody knows.
    ResendUnknown,
}

/// Steps that carry nothing, with their word in the data.
const WORDS: [(Step, &str); 31] = [
    (Step::Show, "show"),
    (Step::Text, "text"),
    (Step::Ready, "ready"),
    (Step::Discard, "discard"),
    (Step::Options, "options"),
    (Step::Reuse, "reuse"),
    (Step::Whole, "whole"),
    (Step::Members, "members"),
    (Step::Groups, "groups"),
    (Step::Unanswered, "unanswered"),
    (Step::Start, "start"),
    (Step::Now, "now"),
    (Step::Until, "until"),
    (Step::Link, "link"),
    (Step::AskSeen, "seen"),
    (Step::Urgent, "urgent"),
    (Step::Rhythm, "rhythm"),
    (Step::Edit, "edit"),
    (Step::Ledger, "ledger"),
    (Step::Saw, "saw"),
    (Step::Test, "test"),
    (Step::Confirm, "confirm"),
    (Step::Second, "second"),
    (Step::Refuse, "refuse"),
    (Step::Pause, "pause"),
    (Step::Resume, "resume"),
    (Step::Cancel, "cancel"),
    (Step::AskUnsend, "unsend?"),
    (Step::Unsend, "unsend"),
    (Step::ResendFailed, "failed"),
    (Step::ResendUnknown, "unknown"),
];

impl Steps {
    /// What stands behind `b:` in the button's data.
    pub(super) fn data(self) -> String {
        let word = match self.step {
            Step::Units(page) => format!("units:{page}"),
            Step::Unit(unit) => format!("unit:{}", unit.0),
            step => WORDS
                .iter()
                .find(|(known, _)| *known == step)
                .map_or(String::new(), |(_, word)| (*word).to_owned()),
        };
        format!("{}:{}:{word}", self.broadcast.0, self.version)
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let [broadcast, version, word, rest @ ..] = parts else {
            return None;
        };
        let step = match (*word, rest) {
            ("units", [page]) => Step::Units(page.parse().ok()?),
            ("unit", [unit]) => Step::Unit(UnitId(unit.parse().ok()?)),
            (word, []) => WORDS.iter().find(|(_, known)| *known == word)?.0,
            _ => return None,
        };
        Some(Self {
            broadcast: BroadcastId(broadcast.parse().ok()?),
            version: version.parse().ok()?,
            step,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Button;

    #[test]
    fn every_step_comes_back_as_it_went_out_and_fits() {
        let carrying = [Step::Units(u16::MAX), Step::Unit(UnitId(i64::MAX))];
        for step in WORDS.iter().map(|(step, _)| *step).chain(carrying) {
            let button = Button::Broadcast(Steps {
                broadcast: BroadcastId(99_999_999_999),
                version: 999_999,
                step,
            });
            let data = button.data();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Button::parse(&data), Some(button));
        }
    }

    #[test]
    fn forged_steps_are_none() {
        for data in [
            "b",
            "b:1",
            "b:1:2",
            "b:1:2:",
            "b:1:2:units",
            "b:1:2:show:3",
            "b:01:2:show",
            "b:x:2:show",
            "b:1:2:unit:-",
        ] {
            assert_eq!(Button::parse(data), None, "{data}");
        }
    }
}

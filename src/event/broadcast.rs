//! Buttons under the draft and the card of a broadcast.
//!
//! They say only what is wanted, as all buttons do; the core looks up whose broadcast it is and whether it can be
//! done.

use super::data::{Part, buttons};
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

buttons! {
    /// What is wanted of a broadcast.
    pub enum Step {
        /// Show the draft, or how the broadcast goes.
        Show = "show",
        /// Write the message anew.
        Text = "text",
        /// Take the words that are ready for a day that is near.
        Ready = "ready",
        /// Throw the draft away.
        Discard = "discard",
        /// Show what else may be chosen.
        Options = "options",
        /// Begin a draft with the same words and recipients.
        Reuse = "reuse",
        /// Choose units: this page of them.
        Units(page: u16) = "units",
        /// Add or leave out this unit.
        Unit(unit: UnitId) = "unit",
        /// The whole unit again.
        Whole = "whole",
        /// Members, or not.
        Members = "members",
        /// Groups, or not.
        Groups = "groups",
        /// Only who has not answered this week's round, or everybody.
        Unanswered = "unanswered",
        /// Say when it starts.
        Start = "start",
        /// Start as soon as it is confirmed.
        Now = "now",
        /// Say until when it is worth sending.
        Until = "until",
        /// A button to a page below it, or none any more.
        Link = "link",
        /// A button below it that says it was seen, or none any more.
        AskSeen = "seen",
        /// Outside the hours, too, or not.
        Urgent = "urgent",
        /// Send it again and again on certain days, or once after all.
        Rhythm = "rhythm",
        /// Change a reminder, or what is yet to be sent.
        Edit = "edit",
        /// Its ledger as a workbook.
        Ledger = "ledger",
        /// A member has seen it.
        Saw = "saw",
        /// A copy to oneself.
        Test = "test",
        /// Send it.
        Confirm = "confirm",
        /// Confirm it as the second officer.
        Second = "second",
        /// Give it back to its officer.
        Refuse = "refuse",
        /// Hold it.
        Pause = "pause",
        /// Go on.
        Resume = "resume",
        /// Give it up.
        Cancel = "cancel",
        /// Say what taking back means.
        AskUnsend = "unsend?",
        /// Take back what was delivered.
        Unsend = "unsend",
        /// Once more to those with whom it failed.
        ResendFailed = "failed",
        /// Once more to those of whom nobody knows.
        ResendUnknown = "unknown",
    }
}

impl Part for Steps {
    fn write(self, data: &mut String) {
        self.broadcast.write(data);
        self.version.write(data);
        self.step.write(data);
    }

    fn read(left: &mut &[&str]) -> Option<Self> {
        Some(Self {
            broadcast: Part::read(left)?,
            version: Part::read(left)?,
            step: Part::read(left)?,
        })
    }

    #[cfg(test)]
    fn samples() -> Vec<Self> {
        let all = Step::samples().into_iter();
        let all = all.map(|step| Self {
            broadcast: BroadcastId(99_999_999_999),
            version: 999_999,
            step,
        });
        all.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::event::Button;

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

//! What buttons of suggestions ask for, a member's and an officer's.
//!
//! Knows how it is written. Must not know who may: anyone can forge any of this.

use super::data::buttons;
use crate::types::{SuggestionKey, SuggestionLabel, UnitId};

/// Which draft a button belongs to: one of an older draft means nothing.
pub type DraftCode = u32;

buttons! {
    /// A button of suggestions.
    pub enum SuggestionAction {
        /// What suggestions are for, before anything is asked.
        Open = "o",
        /// Where a denunciation or complaint goes instead.
        Denounce = "t",
        /// The topics.
        Topics = "l",
        /// Write about this topic.
        Topic(topic: u8) = "w",
        /// Send it, hidden.
        Send(draft: DraftCode) = "s",
        /// Say under which name it is sent.
        AskName(draft: DraftCode) = "n?",
        /// Send it with the name that was typed.
        SendNamed(draft: DraftCode) = "n",
        /// Write it anew.
        Rewrite(draft: DraftCode) = "e",
        /// Give it up.
        Drop(draft: DraftCode) = "x",
        /// The author's own: show it.
        Look(key: SuggestionKey) = "k",
        /// Hide it again.
        Hide(key: SuggestionKey) = "h",
        /// Take it back.
        Withdraw(key: SuggestionKey) = "r",
        /// Put a name to it.
        Sign(key: SuggestionKey) = "g",
        /// Answer what officers asked about it.
        Add(key: SuggestionKey) = "d",
        /// What was answered, this page of it.
        Answered(page: u16) = "a",
        /// I see it so, too.
        Second(label: SuggestionLabel) = "2",
        /// For officers: the box of a unit.
        Desk(unit: UnitId) = "u",
        /// Type number and date of the regulation.
        Regulate(unit: UnitId) = "u+",
        /// One suggestion.
        Item(label: SuggestionLabel) = "i",
        /// Which word it is answered by.
        Answer(label: SuggestionLabel) = "i1",
        /// This one: now the sentence.
        Word(label: SuggestionLabel, word: u8) = "i2",
        /// Do what was shown: publish the answer, cut the words out.
        Confirm(draft: DraftCode) = "i3",
        /// Which other one says the same.
        Same(label: SuggestionLabel) = "i=",
        /// This one.
        SameAs(label: SuggestionLabel, other: SuggestionLabel) = "i=",
        /// It does not after all.
        NotSame(label: SuggestionLabel) = "i-",
        /// A paper for the head of the agency.
        Forward(label: SuggestionLabel) = "if",
        /// Ask its author.
        Ask(label: SuggestionLabel) = "iq",
        /// Why it is not published.
        Refuse(label: SuggestionLabel) = "ir",
        /// For this reason.
        RefuseFor(label: SuggestionLabel, reason: u8) = "ir",
        /// Cut words out of it.
        Cut(label: SuggestionLabel) = "ic",
        /// Into which task of the yearly plan an accepted one goes.
        Plan(label: SuggestionLabel) = "ip",
        /// Into this one, as a line that is written on.
        PlanTo(label: SuggestionLabel, task: u8) = "ip",
        /// All of a unit as a table, or as a document.
        File(unit: UnitId, document: bool) = "uf",
        /// For the level above: counts of each unit.
        Counts(unit: UnitId) = "uc",
        /// Opinions before the yearly meeting of a unit.
        Meeting(unit: UnitId) = "m",
        /// Ask for them until a day.
        MeetingAsk(unit: UnitId) = "m+",
        /// What they came to: a table (0), a document (1), the paper for half a year later (2).
        MeetingFile(unit: UnitId, kind: u8) = "mf",
    }
}

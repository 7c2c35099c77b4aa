//! What buttons about initiatives ask for: those of whoever tells of one, and those of whoever keeps a register.
//!
//! Knows how it is written. Must not know whose an initiative is, nor who keeps which register: anyone can forge any of this.

use super::data::buttons;
use super::{ConsentVersion, NameForm};
use crate::types::{EntryId, InitiativeId, UnitId};

buttons! {
    /// A button about a member's own initiatives.
    pub enum InitiativeAction {
        /// All of theirs.
        All = "l",
        /// Something they have done: begin.
        Begin = "n",
        /// Something they wish for: where to say it.
        Wish = "w",
        /// Show one.
        Show(id: InitiativeId) = "o",
        /// Its step at this place, from 0.
        Step(id: InitiativeId, step: u8) = "s",
        /// This option of that step.
        Pick(id: InitiativeId, step: u8, option: u8) = "p",
        /// Leave that step empty.
        Empty(id: InitiativeId, step: u8) = "e",
        /// Say what deleting it means.
        AskDelete(id: InitiativeId) = "d?",
        /// Delete it.
        Delete(id: InitiativeId) = "d",
        /// As a form to be signed.
        Petition(id: InitiativeId) = "f",
        /// Say what being its author in the register means.
        AskEnter(id: InitiativeId) = "g?",
        /// Agree to that, and enter it.
        Enter(id: InitiativeId, version: ConsentVersion) = "g",
        /// Type the author's name.
        TypeName(id: InitiativeId) = "t",
        /// The name is written so.
        KeepName(id: InitiativeId, form: NameForm) = "k",
        /// Say what taking it out of the register means.
        AskTakeOut(id: InitiativeId) = "r?",
        /// Take it out.
        TakeOut(id: InitiativeId) = "r",
        /// Be no author any more: all of theirs is taken out.
        Withdraw = "x",
    }
}

buttons! {
    /// A button of whoever keeps a register.
    pub enum RegisterAction {
        /// A page of a unit's register.
        Page(unit: UnitId, page: u16) = "u",
        /// One entry.
        Show(id: EntryId) = "o",
        /// It is applied.
        Applied(id: EntryId) = "a",
        /// Its form was handed in: ask when.
        Lodge(id: EntryId) = "h",
        /// Today.
        LodgedToday(id: EntryId) = "h0",
        /// It was recognised: ask by whom.
        Recognise(id: EntryId) = "q",
        /// By this level, by its place: ask for the decision.
        Level(id: EntryId, level: u8) = "q",
        /// It was not: ask why.
        Decline(id: EntryId) = "n",
        /// One state back: a mistake.
        Back(id: EntryId) = "b",
        /// What the registers of a unit and all below it come to.
        Sums(unit: UnitId) = "m",
        /// A unit's register as a spreadsheet.
        Sheet(unit: UnitId) = "x",
        /// The list for the council.
        Roll(unit: UnitId) = "r",
        /// The certificate of a recognised one, as a draft.
        Certificate(id: EntryId) = "c",
    }
}

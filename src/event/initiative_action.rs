//! What buttons about initiatives ask for: those of whoever tells of one, and those of whoever keeps a register.
//!
//! Knows how it is written. Must not know whose an initiative is, nor who keeps which register: anyone can forge any of this.

use super::{ConsentVersion, NameForm};
use crate::types::{EntryId, InitiativeId, UnitId};

/// A button about a member's own initiatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InitiativeAction {
    /// All of theirs.
    All,
    /// Something they have done: begin.
    Begin,
    /// Something they wish for: where to say it.
    Wish,
    /// Show one.
    Show(InitiativeId),
    /// Its step at this place, from 0.
    Step(InitiativeId, u8),
    /// This option of that step.
    Pick(InitiativeId, u8, u8),
    /// Leave that step empty.
    Empty(InitiativeId, u8),
    /// Say what deleting it means.
    AskDelete(InitiativeId),
    /// Delete it.
    Delete(InitiativeId),
    /// As a form to be signed.
    Petition(InitiativeId),
    /// Say what being its author in the register means.
    AskEnter(InitiativeId),
    /// Agree to that, and enter it.
    Enter(InitiativeId, ConsentVersion),
    /// Type the author's name.
    TypeName(InitiativeId),
    /// The name is written so.
    KeepName(InitiativeId, NameForm),
    /// Say what taking it out of the register means.
    AskTakeOut(InitiativeId),
    /// Take it out.
    TakeOut(InitiativeId),
    /// Be no author any more: all of theirs is taken out.
    Withdraw,
}

/// A button of whoever keeps a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterAction {
    /// A page of a unit's register.
    Page(UnitId, u16),
    /// One entry.
    Show(EntryId),
    /// It is applied.
    Applied(EntryId),
    /// Its form was handed in: ask when.
    Lodge(EntryId),
    /// Today.
    LodgedToday(EntryId),
    /// It was recognised: ask by whom.
    Recognise(EntryId),
    /// By this level, by its place: ask for the decision.
    Level(EntryId, u8),
    /// It was not: ask why.
    Decline(EntryId),
    /// One state back: a mistake.
    Back(EntryId),
    /// What the registers of a unit and all below it come to.
    Sums(UnitId),
    /// A unit's register as a spreadsheet.
    Sheet(UnitId),
    /// The list for the council.
    Roll(UnitId),
    /// The certificate of a recognised one, as a draft.
    Certificate(EntryId),
}

impl InitiativeAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::All => "l".into(),
            Self::Begin => "n".into(),
            Self::Wish => "w".into(),
            Self::Show(id) => format!("o:{}", id.0),
            Self::Step(id, step) => format!("s:{}:{step}", id.0),
            Self::Pick(id, step, option) => format!("p:{}:{step}:{option}", id.0),
            Self::Empty(id, step) => format!("e:{}:{step}", id.0),
            Self::AskDelete(id) => format!("d?:{}", id.0),
            Self::Delete(id) => format!("d:{}", id.0),
            Self::Petition(id) => format!("f:{}", id.0),
            Self::AskEnter(id) => format!("g?:{}", id.0),
            Self::Enter(id, version) => format!("g:{}:{:x}", id.0, version.0),
            Self::TypeName(id) => format!("t:{}", id.0),
            Self::KeepName(id, form) => format!("k:{}:{}", id.0, form.word()),
            Self::AskTakeOut(id) => format!("r?:{}", id.0),
            Self::TakeOut(id) => format!("r:{}", id.0),
            Self::Withdraw => "x".into(),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse().ok().map(InitiativeId);
        Some(match parts {
            ["l"] => Self::All,
            ["n"] => Self::Begin,
            ["w"] => Self::Wish,
            ["o", of] => Self::Show(id(of)?),
            ["s", of, step] => Self::Step(id(of)?, step.parse().ok()?),
            ["p", of, step, option] => {
                Self::Pick(id(of)?, step.parse().ok()?, option.parse().ok()?)
            }
            ["e", of, step] => Self::Empty(id(of)?, step.parse().ok()?),
            ["d?", of] => Self::AskDelete(id(of)?),
            ["d", of] => Self::Delete(id(of)?),
            ["f", of] => Self::Petition(id(of)?),
            ["g?", of] => Self::AskEnter(id(of)?),
            ["g", of, version] => {
                let version = u32::from_str_radix(version, 16).ok()?;
                Self::Enter(id(of)?, ConsentVersion(version))
            }
            ["t", of] => Self::TypeName(id(of)?),
            ["k", of, form] => Self::KeepName(id(of)?, NameForm::parse(form)?),
            ["r?", of] => Self::AskTakeOut(id(of)?),
            ["r", of] => Self::TakeOut(id(of)?),
            ["x"] => Self::Withdraw,
            _ => return None,
        })
    }
}

impl RegisterAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::Page(unit, page) => format!("u:{}:{page}", unit.0),
            Self::Show(id) => format!("o:{}", id.0),
            Self::Applied(id) => format!("a:{}", id.0),
            Self::Lodge(id) => format!("h:{}", id.0),
            Self::LodgedToday(id) => format!("h0:{}", id.0),
            Self::Recognise(id) => format!("q:{}", id.0),
            Self::Level(id, level) => format!("q:{}:{level}", id.0),
            Self::Decline(id) => format!("n:{}", id.0),
            Self::Back(id) => format!("b:{}", id.0),
            Self::Sums(unit) => format!("m:{}", unit.0),
            Self::Sheet(unit) => format!("x:{}", unit.0),
            Self::Roll(unit) => format!("r:{}", unit.0),
            Self::Certificate(id) => format!("c:{}", id.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse().ok().map(EntryId);
        let unit = |text: &str| text.parse().ok().map(UnitId);
        Some(match parts {
            ["u", of, page] => Self::Page(unit(of)?, page.parse().ok()?),
            ["o", of] => Self::Show(id(of)?),
            ["a", of] => Self::Applied(id(of)?),
            ["h", of] => Self::Lodge(id(of)?),
            ["h0", of] => Self::LodgedToday(id(of)?),
            ["q", of] => Self::Recognise(id(of)?),
            ["q", of, level] => Self::Level(id(of)?, level.parse().ok()?),
            ["n", of] => Self::Decline(id(of)?),
            ["b", of] => Self::Back(id(of)?),
            ["m", of] => Self::Sums(unit(of)?),
            ["x", of] => Self::Sheet(unit(of)?),
            ["r", of] => Self::Roll(unit(of)?),
            ["c", of] => Self::Certificate(id(of)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
pub(super) fn samples() -> Vec<super::Button> {
    let (id, entry, unit) = (InitiativeId(i64::MAX), EntryId(i64::MAX), UnitId(i64::MAX));
    let own = [
        InitiativeAction::All,
        InitiativeAction::Begin,
        InitiativeAction::Wish,
        InitiativeAction::Show(id),
        InitiativeAction::Step(id, u8::MAX),
        InitiativeAction::Pick(id, u8::MAX, u8::MAX),
        InitiativeAction::Empty(id, 3),
        InitiativeAction::AskDelete(id),
        InitiativeAction::Delete(id),
        InitiativeAction::Petition(id),
        InitiativeAction::AskEnter(id),
        InitiativeAction::Enter(id, ConsentVersion(u32::MAX)),
        InitiativeAction::TypeName(id),
        InitiativeAction::KeepName(id, NameForm::Capitalised),
        InitiativeAction::AskTakeOut(id),
        InitiativeAction::TakeOut(id),
        InitiativeAction::Withdraw,
    ];
    let register = [
        RegisterAction::Page(unit, u16::MAX),
        RegisterAction::Show(entry),
        RegisterAction::Applied(entry),
        RegisterAction::Lodge(entry),
        RegisterAction::LodgedToday(entry),
        RegisterAction::Recognise(entry),
        RegisterAction::Level(entry, 2),
        RegisterAction::Decline(entry),
        RegisterAction::Back(entry),
        RegisterAction::Sums(unit),
        RegisterAction::Sheet(unit),
        RegisterAction::Roll(unit),
        RegisterAction::Certificate(entry),
    ];
    let own = own.map(super::Button::Initiative).into_iter();
    own.chain(register.map(super::Button::Register)).collect()
}

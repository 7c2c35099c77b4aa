//! What officers' buttons ask for when they fill in a form, and when they ask units below for one.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use crate::types::{FormName, FormPeriodId, FormReturnId, Span, UnitFileId, UnitId};

/// A button of whoever fills in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormAction {
    /// Choose form and period for a unit.
    Unit(UnitId),
    /// Begin, or go on.
    Open(UnitId, FormName, Span),
    /// Show this step, from 0; one beyond the last is the summary.
    Step(FormReturnId, u8),
    /// As in the period before.
    Same(FormReturnId, u8),
    /// Nothing but zeros.
    Zero(FormReturnId, u8),
    /// There is no figure yet.
    Unknown(FormReturnId, u8),
    /// This option of the step's field, from 0.
    Pick(FormReturnId, u8, u8),
    /// Hand in this revision.
    Submit(FormReturnId, i64),
    /// Change what this revision says.
    Amend(FormReturnId, i64),
}

impl FormAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::Unit(unit) => format!("u:{}", unit.0),
            Self::Open(unit, form, span) => format!("o:{}:{form}:{span}", unit.0),
            Self::Step(id, step) => format!("s:{}:{step}", id.0),
            Self::Same(id, step) => format!("l:{}:{step}", id.0),
            Self::Zero(id, step) => format!("z:{}:{step}", id.0),
            Self::Unknown(id, step) => format!("n:{}:{step}", id.0),
            Self::Pick(id, step, option) => format!("p:{}:{step}:{option}", id.0),
            Self::Submit(id, revision) => format!("i:{}:{revision}", id.0),
            Self::Amend(id, revision) => format!("a:{}:{revision}", id.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse().ok().map(FormReturnId);
        let unit = |text: &str| text.parse().ok().map(UnitId);
        Some(match parts {
            ["u", of] => Self::Unit(unit(of)?),
            ["o", of, form, span] => Self::Open(unit(of)?, form.parse().ok()?, span.parse().ok()?),
            ["s", of, step] => Self::Step(id(of)?, step.parse().ok()?),
            ["l", of, step] => Self::Same(id(of)?, step.parse().ok()?),
            ["z", of, step] => Self::Zero(id(of)?, step.parse().ok()?),
            ["n", of, step] => Self::Unknown(id(of)?, step.parse().ok()?),
            ["p", of, step, option] => {
                Self::Pick(id(of)?, step.parse().ok()?, option.parse().ok()?)
            }
            ["i", of, revision] => Self::Submit(id(of)?, revision.parse().ok()?),
            ["a", of, revision] => Self::Amend(id(of)?, revision.parse().ok()?),
            _ => return None,
        })
    }
}

/// A button of whoever asks units below for a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CollectAction {
    /// The periods of a unit.
    Unit(UnitId),
    /// Choose until when.
    Due(UnitId, FormName, Span),
    /// Open a period, due in so many days.
    Begin(UnitId, FormName, Span, u8),
    /// How far it is, and what it adds up to.
    Show(FormPeriodId),
    /// Its units, this page of them.
    Units(FormPeriodId, u16),
    /// What one of them has handed in.
    One(FormPeriodId, UnitId),
    /// Send it back.
    SendBack(FormPeriodId, UnitId),
    /// Have those reminded who have not handed in.
    Remind(FormPeriodId),
    /// Say what closing means.
    AskClose(FormPeriodId),
    /// Close it.
    Close(FormPeriodId),
    /// One row a unit, as a file.
    Sheet(FormPeriodId),
    /// Send a filled-in sheet.
    Import(FormPeriodId),
    /// Take what was shown of a sheet.
    Take(UnitFileId),
    /// Do not take it.
    Leave(UnitFileId),
}

impl CollectAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::Unit(unit) => format!("u:{}", unit.0),
            Self::Due(unit, form, span) => format!("d:{}:{form}:{span}", unit.0),
            Self::Begin(unit, form, span, days) => format!("b:{}:{form}:{span}:{days}", unit.0),
            Self::Show(id) => format!("s:{}", id.0),
            Self::Units(id, page) => format!("l:{}:{page}", id.0),
            Self::One(id, unit) => format!("o:{}:{}", id.0, unit.0),
            Self::SendBack(id, unit) => format!("r:{}:{}", id.0, unit.0),
            Self::Remind(id) => format!("m:{}", id.0),
            Self::AskClose(id) => format!("c?:{}", id.0),
            Self::Close(id) => format!("c:{}", id.0),
            Self::Sheet(id) => format!("x:{}", id.0),
            Self::Import(id) => format!("i:{}", id.0),
            Self::Take(file) => format!("t+:{}", file.0),
            Self::Leave(file) => format!("t-:{}", file.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse().ok().map(FormPeriodId);
        let unit = |text: &str| text.parse().ok().map(UnitId);
        let file = |text: &str| text.parse().ok().map(UnitFileId);
        Some(match parts {
            ["u", of] => Self::Unit(unit(of)?),
            ["d", of, form, span] => Self::Due(unit(of)?, form.parse().ok()?, span.parse().ok()?),
            ["b", of, form, span, days] => {
                let (form, span) = (form.parse().ok()?, span.parse().ok()?);
                Self::Begin(unit(of)?, form, span, days.parse().ok()?)
            }
            ["s", of] => Self::Show(id(of)?),
            ["l", of, page] => Self::Units(id(of)?, page.parse().ok()?),
            ["o", of, one] => Self::One(id(of)?, unit(one)?),
            ["r", of, one] => Self::SendBack(id(of)?, unit(one)?),
            ["m", of] => Self::Remind(id(of)?),
            ["c?", of] => Self::AskClose(id(of)?),
            ["c", of] => Self::Close(id(of)?),
            ["x", of] => Self::Sheet(id(of)?),
            ["i", of] => Self::Import(id(of)?),
            ["t+", of] => Self::Take(file(of)?),
            ["t-", of] => Self::Leave(file(of)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
pub(super) fn samples() -> Vec<super::Button> {
    use super::Button::{Collect, Form};
    let (unit, id) = (UnitId(i64::MAX), FormReturnId(i64::MAX));
    let (period, file) = (FormPeriodId(i64::MAX), UnitFileId(i64::MAX));
    let form: FormName = "khaosatbepan".parse().expect("a name");
    let span: Span = "y2026-09-01".parse().expect("a school year");
    vec![
        Form(FormAction::Unit(unit)),
        Form(FormAction::Open(unit, form, span)),
        Form(FormAction::Step(id, u8::MAX)),
        Form(FormAction::Same(id, 3)),
        Form(FormAction::Zero(id, 3)),
        Form(FormAction::Unknown(id, 3)),
        Form(FormAction::Pick(id, u8::MAX, u8::MAX)),
        Form(FormAction::Submit(id, i64::MAX)),
        Form(FormAction::Amend(id, i64::MAX)),
        Collect(CollectAction::Unit(unit)),
        Collect(CollectAction::Due(unit, form, span)),
        Collect(CollectAction::Begin(unit, form, span, u8::MAX)),
        Collect(CollectAction::Show(period)),
        Collect(CollectAction::Units(period, u16::MAX)),
        Collect(CollectAction::One(period, unit)),
        Collect(CollectAction::SendBack(period, unit)),
        Collect(CollectAction::Remind(period)),
        Collect(CollectAction::AskClose(period)),
        Collect(CollectAction::Close(period)),
        Collect(CollectAction::Sheet(period)),
        Collect(CollectAction::Import(period)),
        Collect(CollectAction::Take(file)),
        Collect(CollectAction::Leave(file)),
    ]
}

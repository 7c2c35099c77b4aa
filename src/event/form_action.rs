//! What officers' buttons ask for when they fill in a form, and when they ask units below for one.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use super::data::buttons;
use crate::types::{FormName, FormPeriodId, FormReturnId, Span, UnitFileId, UnitId};

buttons! {
    /// A button of whoever fills in a form.
    pub enum FormAction {
        /// Choose form and period for a unit.
        Unit(unit: UnitId) = "u",
        /// Begin, or go on.
        Open(unit: UnitId, form: FormName, span: Span) = "o",
        /// Show this step, from 0; one beyond the last is the summary.
        Step(id: FormReturnId, step: u8) = "s",
        /// As in the period before.
        Same(id: FormReturnId, step: u8) = "l",
        /// Nothing but zeros.
        Zero(id: FormReturnId, step: u8) = "z",
        /// There is no figure yet.
        Unknown(id: FormReturnId, step: u8) = "n",
        /// This option of the step's field, from 0.
        Pick(id: FormReturnId, step: u8, option: u8) = "p",
        /// Hand in this revision.
        Submit(id: FormReturnId, revision: i64) = "i",
        /// Change what this revision says.
        Amend(id: FormReturnId, revision: i64) = "a",
    }
}

buttons! {
    /// A button of whoever asks units below for a form.
    pub enum CollectAction {
        /// The periods of a unit.
        Unit(unit: UnitId) = "u",
        /// Choose until when.
        Due(unit: UnitId, form: FormName, span: Span) = "d",
        /// Open a period, due in so many days.
        Begin(unit: UnitId, form: FormName, span: Span, days: u8) = "b",
        /// How far it is, and what it adds up to.
        Show(id: FormPeriodId) = "s",
        /// Its units, this page of them.
        Units(id: FormPeriodId, page: u16) = "l",
        /// What one of them has handed in.
        One(id: FormPeriodId, unit: UnitId) = "o",
        /// Send it back.
        SendBack(id: FormPeriodId, unit: UnitId) = "r",
        /// Have those reminded who have not handed in.
        Remind(id: FormPeriodId) = "m",
        /// Say what closing means.
        AskClose(id: FormPeriodId) = "c?",
        /// Close it.
        Close(id: FormPeriodId) = "c",
        /// One row a unit, as a file.
        Sheet(id: FormPeriodId) = "x",
        /// Send a filled-in sheet.
        Import(id: FormPeriodId) = "i",
        /// Take what was shown of a sheet.
        Take(file: UnitFileId) = "t+",
        /// Do not take it.
        Leave(file: UnitFileId) = "t-",
    }
}

//! What buttons about a yearly plan ask for: an officer's, and the two with which members read it.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use super::data::buttons;
use crate::types::{Month, PlanId, PlanLineId, UnitFileId, UnitId};

buttons! {
    /// A button about a plan.
    pub enum PlanAction {
        /// The plans of a unit.
        Unit(unit: UnitId) = "u",
        /// How a plan that begins with this month can be begun.
        New(unit: UnitId, begins: Month) = "n",
        /// Choose the month in which it begins.
        Starts(unit: UnitId) = "m",
        /// Begin it with the lines of the frame.
        Frame(unit: UnitId, begins: Month) = "f",
        /// Begin it with the lines of the plan before.
        Copy(unit: UnitId, begins: Month) = "c",
        /// Begin it with a file.
        Begin(unit: UnitId, begins: Month) = "b",
        /// A plan.
        Show(plan: PlanId) = "s",
        /// The lines of one of its tasks.
        Task(plan: PlanId, task: u8) = "t" if (1..=6).contains(&task),
        /// Switch a line of a draft on or off.
        Switch(line: PlanLineId) = "w",
        /// One line of a draft with its parts.
        Line(line: PlanLineId) = "l",
        /// Write this part of it.
        Part(line: PlanLineId, part: u8) = "e",
        /// This post leads or helps, or does not any more: the part, and which post.
        Post(line: PlanLineId, part: u8, post: u8) = "p",
        /// One more line for this task.
        Add(plan: PlanId, task: u8) = "a" if (1..=6).contains(&task),
        /// The plan as a document.
        Paper(plan: PlanId) = "d",
        /// The plan as a sheet.
        Sheet(plan: PlanId) = "x",
        /// Send a sheet.
        File(plan: PlanId) = "i",
        /// Take what was shown of a sheet.
        Take(file: UnitFileId) = "t+",
        /// Do not take it.
        Leave(file: UnitFileId) = "t-",
        /// It is signed: say number and day.
        Issue(plan: PlanId) = "o",
        /// Change an issued plan.
        Change(plan: PlanId) = "r",
        /// Say what giving up a draft means.
        AskDiscard(plan: PlanId) = "k?",
        /// Give it up.
        Discard(plan: PlanId) = "k",
        /// Tell the unit's group that it is issued.
        Card(plan: PlanId) = "g",
        /// The first line that is due.
        Due(plan: PlanId) = "v",
        /// How far this line is.
        Ask(line: PlanLineId) = "h",
        /// Leave it for later.
        Later(line: PlanLineId) = "h0",
        /// It is done.
        Done(line: PlanLineId) = "h1",
        /// It is being done.
        Doing(line: PlanLineId) = "h2",
        /// Choose the month to which its end is moved.
        Move(line: PlanLineId) = "h3",
        /// Move it.
        MoveTo(line: PlanLineId, month: Month) = "h4",
        /// It goes on in the next plan.
        Carry(line: PlanLineId) = "h6",
        /// It is not done any more: say why.
        Drop(line: PlanLineId) = "h5",
        /// What was done last month and what is due in this one, as a document.
        MonthPage(plan: PlanId) = "y",
        /// The plans of the units below, this page of them.
        Below(unit: UnitId, page: u16) = "z",
        /// The same as a sheet.
        BelowSheet(unit: UnitId) = "zx",
        /// Remind the officers of units that are behind.
        Remind(unit: UnitId) = "zr",
        /// A plan, for members.
        Read(plan: PlanId) = "q",
        /// The lines of one of its tasks, for members.
        ReadTask(plan: PlanId, task: u8) = "qt" if (1..=6).contains(&task),
    }
}

impl PlanAction {
    /// Whether it is for members: they read what is issued.
    pub fn is_for_members(self) -> bool {
        matches!(self, Self::Read(_) | Self::ReadTask(..))
    }
}

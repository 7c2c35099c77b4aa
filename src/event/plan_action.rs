//! What buttons about a yearly plan ask for: an officer's, and the two with which members read it.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use crate::types::{Month, PlanId, PlanLineId, UnitFileId, UnitId};

/// A button about a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanAction {
    /// The plans of a unit.
    Unit(UnitId),
    /// How a plan that begins with this month can be begun.
    New(UnitId, Month),
    /// Choose the month in which it begins.
    Starts(UnitId),
    /// Begin it with the lines of the frame.
    Frame(UnitId, Month),
    /// Begin it with the lines of the plan before.
    Copy(UnitId, Month),
    /// Begin it with a file.
    Begin(UnitId, Month),
    /// A plan.
    Show(PlanId),
    /// The lines of one of its tasks.
    Task(PlanId, u8),
    /// Switch a line of a draft on or off.
    Switch(PlanLineId),
    /// One line of a draft with its parts.
    Line(PlanLineId),
    /// Write this part of it.
    Part(PlanLineId, u8),
    /// This post leads or helps, or does not any more: the part, and which post.
    Post(PlanLineId, u8, u8),
    /// One more line for this task.
    Add(PlanId, u8),
    /// The plan as a document.
    Paper(PlanId),
    /// The plan as a sheet.
    Sheet(PlanId),
    /// Send a sheet.
    File(PlanId),
    /// Take what was shown of a sheet.
    Take(UnitFileId),
    /// Do not take it.
    Leave(UnitFileId),
    /// It is signed: say number and day.
    Issue(PlanId),
    /// Change an issued plan.
    Change(PlanId),
    /// Say what giving up a draft means.
    AskDiscard(PlanId),
    /// Give it up.
    Discard(PlanId),
    /// Tell the unit's group that it is issued.
    Card(PlanId),
    /// The first line that is due.
    Due(PlanId),
    /// How far this line is.
    Ask(PlanLineId),
    /// Leave it for later.
    Later(PlanLineId),
    /// It is done.
    Done(PlanLineId),
    /// It is being done.
    Doing(PlanLineId),
    /// Choose the month to which its end is moved.
    Move(PlanLineId),
    /// Move it.
    MoveTo(PlanLineId, Month),
    /// It goes on in the next plan.
    Carry(PlanLineId),
    /// It is not done any more: say why.
    Drop(PlanLineId),
    /// What was done last month and what is due in this one, as a document.
    MonthPage(PlanId),
    /// The plans of the units below, this page of them.
    Below(UnitId, u16),
    /// The same as a sheet.
    BelowSheet(UnitId),
    /// Remind the officers of units that are behind.
    Remind(UnitId),
    /// A plan, for members.
    Read(PlanId),
    /// The lines of one of its tasks, for members.
    ReadTask(PlanId, u8),
}

impl PlanAction {
    /// Whether it is for members: they read what is issued.
    pub fn is_for_members(self) -> bool {
        matches!(self, Self::Read(_) | Self::ReadTask(..))
    }

    pub(super) fn data(self) -> String {
        match self {
            Self::Unit(unit) => format!("u:{}", unit.0),
            Self::New(unit, begins) => format!("n:{}:{begins}", unit.0),
            Self::Starts(unit) => format!("m:{}", unit.0),
            Self::Frame(unit, begins) => format!("f:{}:{begins}", unit.0),
            Self::Copy(unit, begins) => format!("c:{}:{begins}", unit.0),
            Self::Begin(unit, begins) => format!("b:{}:{begins}", unit.0),
            Self::Show(plan) => format!("s:{}", plan.0),
            Self::Task(plan, task) => format!("t:{}:{task}", plan.0),
            Self::Switch(line) => format!("w:{}", line.0),
            Self::Line(line) => format!("l:{}", line.0),
            Self::Part(line, part) => format!("e:{}:{part}", line.0),
            Self::Post(line, part, post) => format!("p:{}:{part}:{post}", line.0),
            Self::Add(plan, task) => format!("a:{}:{task}", plan.0),
            Self::Paper(plan) => format!("d:{}", plan.0),
            Self::Sheet(plan) => format!("x:{}", plan.0),
            Self::File(plan) => format!("i:{}", plan.0),
            Self::Take(file) => format!("t+:{}", file.0),
            Self::Leave(file) => format!("t-:{}", file.0),
            Self::Issue(plan) => format!("o:{}", plan.0),
            Self::Change(plan) => format!("r:{}", plan.0),
            Self::AskDiscard(plan) => format!("k?:{}", plan.0),
            Self::Discard(plan) => format!("k:{}", plan.0),
            Self::Card(plan) => format!("g:{}", plan.0),
            Self::Due(plan) => format!("v:{}", plan.0),
            Self::Ask(line) => format!("h:{}", line.0),
            Self::Later(line) => format!("h0:{}", line.0),
            Self::Done(line) => format!("h1:{}", line.0),
            Self::Doing(line) => format!("h2:{}", line.0),
            Self::Move(line) => format!("h3:{}", line.0),
            Self::MoveTo(line, month) => format!("h4:{}:{month}", line.0),
            Self::Drop(line) => format!("h5:{}", line.0),
            Self::Carry(line) => format!("h6:{}", line.0),
            Self::MonthPage(plan) => format!("y:{}", plan.0),
            Self::Below(unit, page) => format!("z:{}:{page}", unit.0),
            Self::BelowSheet(unit) => format!("zx:{}", unit.0),
            Self::Remind(unit) => format!("zr:{}", unit.0),
            Self::Read(plan) => format!("q:{}", plan.0),
            Self::ReadTask(plan, task) => format!("qt:{}:{task}", plan.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let unit = |text: &str| text.parse().ok().map(UnitId);
        let plan = |text: &str| text.parse().ok().map(PlanId);
        let line = |text: &str| text.parse().ok().map(PlanLineId);
        let file = |text: &str| text.parse().ok().map(UnitFileId);
        let month = |text: &str| text.parse::<Month>().ok();
        let task = |text: &str| text.parse().ok().filter(|task| (1..=6).contains(task));
        Some(match parts {
            ["u", of] => Self::Unit(unit(of)?),
            ["n", of, begins] => Self::New(unit(of)?, month(begins)?),
            ["m", of] => Self::Starts(unit(of)?),
            ["f", of, begins] => Self::Frame(unit(of)?, month(begins)?),
            ["c", of, begins] => Self::Copy(unit(of)?, month(begins)?),
            ["b", of, begins] => Self::Begin(unit(of)?, month(begins)?),
            ["s", of] => Self::Show(plan(of)?),
            ["t", of, number] => Self::Task(plan(of)?, task(number)?),
            ["w", of] => Self::Switch(line(of)?),
            ["l", of] => Self::Line(line(of)?),
            ["e", of, part] => Self::Part(line(of)?, part.parse().ok()?),
            ["p", of, part, post] => Self::Post(line(of)?, part.parse().ok()?, post.parse().ok()?),
            ["a", of, number] => Self::Add(plan(of)?, task(number)?),
            ["d", of] => Self::Paper(plan(of)?),
            ["x", of] => Self::Sheet(plan(of)?),
            ["i", of] => Self::File(plan(of)?),
            ["t+", of] => Self::Take(file(of)?),
            ["t-", of] => Self::Leave(file(of)?),
            ["o", of] => Self::Issue(plan(of)?),
            ["r", of] => Self::Change(plan(of)?),
            ["k?", of] => Self::AskDiscard(plan(of)?),
            ["k", of] => Self::Discard(plan(of)?),
            ["g", of] => Self::Card(plan(of)?),
            ["v", of] => Self::Due(plan(of)?),
            ["h", of] => Self::Ask(line(of)?),
            ["h0", of] => Self::Later(line(of)?),
            ["h1", of] => Self::Done(line(of)?),
            ["h2", of] => Self::Doing(line(of)?),
            ["h3", of] => Self::Move(line(of)?),
            ["h4", of, to] => Self::MoveTo(line(of)?, month(to)?),
            ["h5", of] => Self::Drop(line(of)?),
            ["h6", of] => Self::Carry(line(of)?),
            ["y", of] => Self::MonthPage(plan(of)?),
            ["z", of, page] => Self::Below(unit(of)?, page.parse().ok()?),
            ["zx", of] => Self::BelowSheet(unit(of)?),
            ["zr", of] => Self::Remind(unit(of)?),
            ["q", of] => Self::Read(plan(of)?),
            ["qt", of, number] => Self::ReadTask(plan(of)?, task(number)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
pub(super) fn samples() -> Vec<super::Button> {
    let (unit, plan, line) = (UnitId(i64::MAX), PlanId(i64::MAX), PlanLineId(i64::MAX));
    let (file, month) = (UnitFileId(i64::MAX), "2026-09".parse().expect("a month"));
    [
        PlanAction::Unit(unit),
        PlanAction::New(unit, month),
        PlanAction::Starts(unit),
        PlanAction::Frame(unit, month),
        PlanAction::Copy(unit, month),
        PlanAction::Begin(unit, month),
        PlanAction::Show(plan),
        PlanAction::Task(plan, 6),
        PlanAction::Switch(line),
        PlanAction::Line(line),
        PlanAction::Part(line, u8::MAX),
        PlanAction::Post(line, u8::MAX, u8::MAX),
        PlanAction::Add(plan, 1),
        PlanAction::Paper(plan),
        PlanAction::Sheet(plan),
        PlanAction::File(plan),
        PlanAction::Take(file),
        PlanAction::Leave(file),
        PlanAction::Issue(plan),
        PlanAction::Change(plan),
        PlanAction::AskDiscard(plan),
        PlanAction::Discard(plan),
        PlanAction::Card(plan),
        PlanAction::Due(plan),
        PlanAction::Ask(line),
        PlanAction::Later(line),
        PlanAction::Done(line),
        PlanAction::Doing(line),
        PlanAction::Move(line),
        PlanAction::MoveTo(line, month),
        PlanAction::Drop(line),
        PlanAction::Carry(line),
        PlanAction::MonthPage(plan),
        PlanAction::Below(unit, u16::MAX),
        PlanAction::BelowSheet(unit),
        PlanAction::Remind(unit),
        PlanAction::Read(plan),
        PlanAction::ReadTask(plan, 6),
    ]
    .map(super::Button::Plan)
    .into()
}

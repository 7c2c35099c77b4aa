//! `/plan` (`/kehoach`): an officer drafts the unit's yearly plan, says when it is signed, and how far its lines are.
//!
//! Knows whose plan it is and how one begins. Must not know how a line is written, nor what a file looks like.

mod below;
mod carrying;
mod counting;
mod creation;
mod draft;
mod files;
mod import;
mod issuing;
mod line;
mod paper;
mod progress;

pub(in crate::core) use below::work;
pub(in crate::core) use counting::refresh_due;
pub(in crate::core) use import::{Filled, Sent, shown, unread};
pub(in crate::core) use issuing::day_outside;

use crate::campaign::plan::TASKS;
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::sheets;
use crate::event::{Button, IncomingMessage, PlanAction};
use crate::outgoing::{Key, Purpose};
use crate::store::dialogs::{Dialog, PlanQuestion};
use crate::store::plans::{KeptLine, Plan};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{PlanId, PlanLineId, UnitId};

/// `/plan`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Plan(PlanAction::Unit(unit));
    officers::open(ctx, caller, words, button, home).await
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    action: PlanAction,
) -> Result {
    match action {
        PlanAction::Unit(unit) => officers::reopen(ctx, caller, tap, unit, home).await,
        PlanAction::New(unit, begins) => {
            officers::reopen(ctx, caller, tap, unit, async |ctx, caller, unit| {
                creation::offer(ctx, caller, unit, begins).await
            })
            .await
        }
        PlanAction::Starts(unit) => {
            officers::reopen(ctx, caller, tap, unit, creation::starts).await
        }
        PlanAction::Frame(unit, begins)
        | PlanAction::Copy(unit, begins)
        | PlanAction::Begin(unit, begins) => {
            creation::begin(ctx, caller, tap, (unit, begins), action).await
        }
        PlanAction::Below(unit, _) | PlanAction::BelowSheet(unit) | PlanAction::Remind(unit) => {
            below::tapped(ctx, caller, tap, unit, action).await
        }
        PlanAction::Take(file) => import::take(ctx, caller, tap, file).await,
        PlanAction::Leave(file) => sheets::leave(ctx, caller, tap, file).await,
        PlanAction::Show(id)
        | PlanAction::Task(id, _)
        | PlanAction::Add(id, _)
        | PlanAction::Paper(id)
        | PlanAction::Sheet(id)
        | PlanAction::File(id)
        | PlanAction::Issue(id)
        | PlanAction::Change(id)
        | PlanAction::AskDiscard(id)
        | PlanAction::Discard(id)
        | PlanAction::Card(id)
        | PlanAction::Due(id)
        | PlanAction::MonthPage(id) => match theirs(ctx, caller, id).await? {
            Some(planning) => of_plan(ctx, caller, tap, planning, action).await,
            None => refuse(ctx, caller, tap).await,
        },
        PlanAction::Switch(id)
        | PlanAction::Line(id)
        | PlanAction::Part(id, _)
        | PlanAction::Post(id, ..)
        | PlanAction::Ask(id)
        | PlanAction::Later(id)
        | PlanAction::Done(id)
        | PlanAction::Doing(id)
        | PlanAction::Move(id)
        | PlanAction::MoveTo(id, _)
        | PlanAction::Carry(id)
        | PlanAction::Drop(id) => match line_of(ctx, caller, id).await? {
            Some((planning, kept)) if planning.plan.is_draft() => {
                line::tapped(ctx, caller, tap, (&planning, kept), action).await
            }
            Some((planning, kept)) if planning.plan.current => {
                progress::tapped(ctx, caller, tap, (&planning, kept), action).await
            }
            _ => refuse(ctx, caller, tap).await,
        },
        PlanAction::Read(_) | PlanAction::ReadTask(..) => refuse(ctx, caller, tap).await,
    }
}

async fn of_plan(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: Planning,
    action: PlanAction,
) -> Result {
    let (draft, current) = (planning.plan.is_draft(), planning.plan.current);
    match action {
        PlanAction::Show(_) => {
            ctx.ack(tap).await?;
            draft::show(ctx, caller, &planning, tap.message).await
        }
        PlanAction::Task(_, task) => {
            ctx.ack(tap).await?;
            draft::task(ctx, caller, &planning, task, tap.message).await
        }
        PlanAction::Paper(_) => files::paper(ctx, caller, tap, &planning).await,
        PlanAction::Sheet(_) => files::sheet(ctx, caller, tap, &planning).await,
        PlanAction::Add(_, task) if draft => {
            line::add(ctx, caller, tap, &planning, (task, "")).await
        }
        PlanAction::File(_) if draft || current => import::ask(ctx, caller, tap, &planning).await,
        PlanAction::Issue(_) if draft => issuing::ask(ctx, caller, tap, &planning).await,
        PlanAction::AskDiscard(_) if draft => {
            issuing::ask_discard(ctx, caller, tap, &planning).await
        }
        PlanAction::Discard(_) if draft => issuing::discard(ctx, caller, tap, &planning).await,
        PlanAction::Change(_) if current => issuing::ask_why(ctx, caller, tap, &planning).await,
        PlanAction::Card(_) if current => issuing::card(ctx, caller, tap, &planning).await,
        PlanAction::Due(_) if current => progress::first(ctx, caller, tap, &planning).await,
        PlanAction::MonthPage(_) if current => files::month(ctx, caller, tap, &planning).await,
        _ => refuse(ctx, caller, tap).await,
    }
}

/// Takes what an officer was asked to write. `false` if it was not meant so.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    said: &IncomingMessage,
    asked: PlanQuestion,
) -> Result<bool> {
    let text = said.text.as_deref();
    // One letter is an answer to the quiz.
    let letter = text
        .is_some_and(|text| matches!(text.trim().to_lowercase().as_str(), "a" | "b" | "c" | "d"));
    match (asked, text.filter(|_| !letter)) {
        (PlanQuestion::File(plan), _) => match &said.document {
            Some(document) => import::received(ctx, caller, document, plan).await,
            None => Ok(false),
        },
        (PlanQuestion::Issue(plan), Some(text)) => issuing::wrote(ctx, caller, text, plan).await,
        (PlanQuestion::Change(plan), Some(text)) => {
            issuing::wrote_why(ctx, caller, text, plan).await
        }
        (PlanQuestion::Line(line, part, message), Some(text)) => {
            line::wrote(ctx, caller, (said, text), (line, part, message)).await
        }
        (PlanQuestion::Result(line, message), Some(text)) => {
            progress::wrote_result(ctx, caller, (said, text), (line, message)).await
        }
        (PlanQuestion::Drop(line), Some(text)) => {
            progress::wrote_why(ctx, caller, text, line).await
        }
        _ => Ok(false),
    }
}

/// The unit's draft, if it has one that the caller may write in.
async fn drafted(ctx: &mut Ctx<'_>, caller: &Caller, unit: UnitId) -> Result<Option<Planning>> {
    let plans = store::plans::of_unit(ctx.tx, unit).await?;
    match plans.into_iter().find(Plan::is_draft) {
        Some(draft) => theirs(ctx, caller, draft.id).await,
        None => Ok(None),
    }
}

/// Whether a line can be proposed for a unit's plan.
pub(in crate::core) async fn is_drafted(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: UnitId,
) -> Result<bool> {
    Ok(drafted(ctx, caller, unit).await?.is_some())
}

/// Begins a line of the unit's draft with these words, to be written on. `false`: there is no draft.
pub(in crate::core) async fn propose(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (task, words): (u8, &str),
) -> Result<bool> {
    let Some(planning) = drafted(ctx, caller, unit).await? else {
        return Ok(false);
    };
    match (1..=TASKS).contains(&task) {
        true => line::add(ctx, caller, tap, &planning, (task, words)).await?,
        false => refuse(ctx, caller, tap).await?,
    }
    Ok(true)
}

/// Whether what is asked for names posts and deeds, and no person.
pub(in crate::core) fn is_nameless(asked: Dialog) -> bool {
    let Dialog::Plan(asked) = asked else {
        return false;
    };
    match asked {
        PlanQuestion::Line(_, part, _) => line::Part::of(part).is_some_and(line::Part::is_words),
        PlanQuestion::Change(_) | PlanQuestion::Drop(_) => true,
        PlanQuestion::Issue(_) | PlanQuestion::File(_) | PlanQuestion::Result(..) => false,
    }
}

/// The button that asks once more, where that is done in the same message.
pub(in crate::core) fn again(asked: Dialog) -> Option<PlanAction> {
    match asked {
        Dialog::Plan(PlanQuestion::Line(line, part, _)) => Some(PlanAction::Part(line, part)),
        _ => None,
    }
}

/// A plan with the unit whose it is.
pub(super) struct Planning {
    pub(super) plan: Plan,
    pub(super) unit: Unit,
}

impl Planning {
    /// What its screens have in common. HTML.
    fn head(&self, ctx: &Ctx<'_>, caller: &Caller) -> String {
        let language = caller.language;
        let args = [
            ("year", ctx.plan_year(language, self.plan.begins).into()),
            ("unit", self.unit.name.as_str().into()),
            ("state", ctx.plan_issued(language, &self.plan).into()),
        ];
        ctx.html(language, "plan-head", &args)
    }
}

/// The plan, if the caller may act for its unit.
async fn theirs(ctx: &mut Ctx<'_>, caller: &Caller, id: PlanId) -> Result<Option<Planning>> {
    let Some(plan) = store::plans::by_id(ctx.tx, id).await? else {
        return Ok(None);
    };
    if !officers::may(ctx, caller.user, plan.unit).await? {
        return Ok(None);
    }
    let unit = store::units::by_id(ctx.tx, plan.unit).await?;
    Ok(unit.map(|unit| Planning { plan, unit }))
}

/// The same with one of its lines.
async fn line_of(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    id: PlanLineId,
) -> Result<Option<(Planning, KeptLine)>> {
    let Some(kept) = store::plans::line(ctx.tx, id).await? else {
        return Ok(None);
    };
    let planning = theirs(ctx, caller, kept.plan).await?;
    Ok(planning.map(|planning| (planning, kept)))
}

async fn refuse(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result {
    ctx.no_button(tap, caller.language).await
}

fn key(ctx: &Ctx<'_>, caller: &Caller, label: &str, action: PlanAction) -> Key {
    ctx.key(caller.language, label, Button::Plan(action))
}

/// The plans of a unit; without any, how to begin one.
async fn home(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let plans = store::plans::of_unit(ctx.tx, unit.id).await?;
    let next = creation::next_begin(ctx, &plans);
    if plans.is_empty() {
        return creation::offer(ctx, caller, unit, next).await;
    }
    let mut lines = vec![ctx.html(
        language,
        "plan-home",
        &[("unit", unit.name.as_str().into())],
    )];
    let mut keyboard = Vec::new();
    for plan in &plans {
        let year = ctx.plan_year(language, plan.begins);
        let args = [
            ("year", year.into()),
            ("state", ctx.plan_issued(language, plan).into()),
        ];
        lines.push(ctx.html(language, "plan-home-line", &args));
        keyboard.push(vec![
            Button::Plan(PlanAction::Show(plan.id)).key(ctx.plain(
                language,
                "plan-home-button",
                &args,
            )),
        ]);
    }
    let args = [("year", ctx.plan_year(language, next).into())];
    keyboard.push(vec![
        Button::Plan(PlanAction::New(unit.id, next)).key(ctx.plain(
            language,
            "button-plan-new",
            &args,
        )),
    ]);
    keyboard.extend(below_key(ctx, caller, unit.id).await?);
    Ok(Screen {
        text: lines.join("\n"),
        keyboard,
    })
}

/// The way to the plans of the units below, where there are some.
async fn below_key(ctx: &mut Ctx<'_>, caller: &Caller, unit: UnitId) -> Result<Option<Vec<Key>>> {
    let below = store::plan_progress::has_below(ctx.tx, unit).await?;
    let show = PlanAction::Below(unit, 0);
    Ok(below.then(|| vec![key(ctx, caller, "button-plan-below", show)]))
}

/// Shows a screen in the place of the one that was tapped.
async fn put(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    message: Option<crate::types::MessageId>,
    screen: Screen,
) -> Result {
    ctx.show(caller.user, message, screen, Purpose::Plain).await
}

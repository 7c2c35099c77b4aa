//! A draft becomes the plan that counts: signed on paper first, then its number and day are typed here; and a change of it.
//!
//! Knows what must be said for either. Must not know lines.

use chrono::NaiveDate;

use super::{Planning, draft, key, put, theirs};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::PlanAction;
use crate::outgoing::{Call, Lane, Purpose};
use crate::plan;
use crate::schedule::local;
use crate::store::audit::AuditAction;
use crate::store::dialogs::{Dialog, PlanQuestion};
use crate::store::plans::Plan;
use crate::store::{self, Result};
use crate::types::{Language, Month, PlanId};

/// So many months before it begins a plan may be signed.
const SIGNED_BEFORE: u32 = 3;

/// Asks for number and day.
pub(super) async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    let lines = store::plans::lines(ctx.tx, planning.plan.id).await?;
    if !lines.iter().any(|kept| kept.used) {
        return super::refuse(ctx, caller, tap).await;
    }
    let asked = Dialog::Plan(PlanQuestion::Issue(planning.plan.id));
    store::dialogs::ask(ctx.tx, caller.user, asked).await?;
    ctx.ack(tap).await?;
    ctx.say(caller, "plan-ask-number", &[]).await
}

/// That the day that was typed is not one on which this plan was likely signed.
pub(in crate::core) async fn day_outside(
    ctx: &mut Ctx<'_>,
    language: Language,
    text: &str,
    asked: PlanQuestion,
) -> Result<Option<String>> {
    let PlanQuestion::Issue(id) = asked else {
        return Ok(None);
    };
    let plan = store::plans::by_id(ctx.tx, id).await?;
    let read = plan::number_and_day(text, ctx.tx.today());
    let (Some(plan), Ok((number, day))) = (plan, read) else {
        return Ok(None);
    };
    // What cannot be taken need not be asked back.
    if used(ctx, &plan, (&number, day)).await?.is_some() {
        return Ok(None);
    }
    let months = plan.begins.minus(SIGNED_BEFORE)..=plan.ends();
    let args = [
        ("day", day.into()),
        ("year", ctx.plan_year(language, plan.begins).into()),
    ];
    let outside = !months.contains(&Month::of(day));
    Ok(outside.then(|| ctx.html(language, "doubt-day", &args)))
}

/// Takes a text as number and day. `false` if it was not meant so.
pub(super) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    id: PlanId,
) -> Result<bool> {
    let found = theirs(ctx, caller, id).await?;
    let Some(planning) = found.filter(|planning| planning.plan.is_draft()) else {
        return Ok(false);
    };
    let today = ctx.tx.today();
    let (number, day) = match plan::number_and_day(text, today) {
        Ok(read) => read,
        Err(trouble) => {
            let what = trouble.told(&ctx.core.texts, caller.language);
            ctx.say(caller, "form-note", &[("note", what.into())])
                .await?;
            return Ok(true);
        }
    };
    if let Some(begins) = used(ctx, &planning.plan, (&number, day)).await? {
        let args = [
            ("number", number.as_str().into()),
            ("day", day.into()),
            ("year", ctx.plan_year(caller.language, begins).into()),
        ];
        ctx.say(caller, "plan-number-used", &args).await?;
        return Ok(true);
    }
    store::dialogs::leave(ctx.tx, caller.user).await?;
    store::plans::issue(ctx.tx, &planning.plan, &number, day).await?;
    let action = match planning.plan.version {
        1 => AuditAction::PlanIssue,
        _ => AuditAction::PlanChange,
    };
    store::audit::note(ctx.tx, planning.unit.id, caller.user, action).await?;
    ctx.say(caller, "plan-now-issued", &[]).await?;
    if let Some(planning) = theirs(ctx, caller, id).await? {
        draft::show(ctx, caller, &planning, None).await?;
    }
    Ok(true)
}

/// The first month of another plan of the unit that has this number and day.
async fn used(
    ctx: &mut Ctx<'_>,
    plan: &Plan,
    (number, day): (&str, NaiveDate),
) -> Result<Option<Month>> {
    // `05/KH-CĐCS` and `05 / kh-cđcs` are one number.
    let folded = |number: &str| crate::text::fold(number).replace(' ', "");
    let others = store::plans::numbered(ctx.tx, plan, day).await?;
    let mut others = others.into_iter();
    let same = others.find(|(_, other)| folded(other) == folded(number));
    Ok(same.map(|(begins, _)| begins))
}

/// Asks why an issued plan is changed; a draft of the change that is there already goes on.
pub(super) async fn ask_why(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    ctx.ack(tap).await?;
    if let Some(begun) = change_of(ctx, caller, planning).await? {
        return draft::show(ctx, caller, &begun, tap.message).await;
    }
    let asked = Dialog::Plan(PlanQuestion::Change(planning.plan.id));
    store::dialogs::ask(ctx.tx, caller.user, asked).await?;
    ctx.say(caller, "plan-ask-why", &[]).await
}

/// The draft of a change of this plan.
async fn change_of(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    planning: &Planning,
) -> Result<Option<Planning>> {
    let all = store::plans::of_unit(ctx.tx, planning.unit.id).await?;
    let begins = planning.plan.begins;
    let draft = all
        .into_iter()
        .find(|plan| plan.is_draft() && plan.begins == begins);
    match draft {
        Some(draft) => theirs(ctx, caller, draft.id).await,
        None => Ok(None),
    }
}

/// Takes a text as the reason of a change. `false` if it was not meant so.
pub(super) async fn wrote_why(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    id: PlanId,
) -> Result<bool> {
    let found = theirs(ctx, caller, id).await?;
    let Some(planning) = found.filter(|planning| planning.plan.current) else {
        return Ok(false);
    };
    let wrong = ("form-why-short", "form-why-long");
    let Some(reason) = ctx.sentence(caller, text, wrong).await? else {
        return Ok(true);
    };
    store::dialogs::leave(ctx.tx, caller.user).await?;
    let begun = match change_of(ctx, caller, &planning).await? {
        Some(begun) => Some(begun),
        None => {
            let (unit, begins) = (planning.unit.id, planning.plan.begins);
            let id = store::plans::begin(ctx.tx, unit, begins, Some(&reason)).await?;
            theirs(ctx, caller, id).await?
        }
    };
    if let Some(begun) = begun {
        draft::show(ctx, caller, &begun, None).await?;
    }
    Ok(true)
}

/// Says what giving up a draft means.
pub(super) async fn ask_discard(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    let id = planning.plan.id;
    ctx.ack(tap).await?;
    let text = ctx.html(caller.language, "plan-discard", &[]);
    let text = [planning.head(ctx, caller), text].join("\n\n");
    let keyboard = vec![
        vec![key(
            ctx,
            caller,
            "button-plan-discard-now",
            PlanAction::Discard(id),
        )],
        vec![key(ctx, caller, "button-back", PlanAction::Show(id))],
    ];
    put(ctx, caller, tap.message, Screen { text, keyboard }).await
}

pub(super) async fn discard(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    store::plans::discard(ctx.tx, planning.plan.id).await?;
    ctx.ack(tap).await?;
    let screen = super::home(ctx, caller, &planning.unit).await?;
    put(ctx, caller, tap.message, screen).await
}

/// Tells the unit's groups that the plan is issued: how to read it, and nothing of who leads what.
pub(super) async fn card(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    let posted = planning.plan.posted_at;
    // A group that was tied later has not had it.
    let unit = planning.unit.id;
    let groups = match posted {
        Some(at) => store::groups::tied_after(ctx.tx, unit, local(at).date_naive()).await?,
        None => store::groups::of_unit(ctx.tx, unit).await?,
    };
    if let (Some(at), true) = (posted, groups.is_empty()) {
        let args = [("at", ctx.dated(caller.language, at).into())];
        return ctx
            .alert_with(tap, caller.language, "toast-plan-posted", &args)
            .await;
    }
    if groups.is_empty() {
        return super::refuse(ctx, caller, tap).await;
    }
    if store::pause_all::is_active(ctx.tx).await? {
        return ctx.alert(tap, caller.language, "toast-plan-still").await;
    }
    // In the language of groups.
    let language = Language::Vi;
    let lines = store::plans::lines(ctx.tx, planning.plan.id).await?;
    let args = [
        ("unit", planning.unit.name.as_str().into()),
        ("year", ctx.plan_year(language, planning.plan.begins).into()),
        ("state", ctx.plan_issued(language, &planning.plan).into()),
        ("lines", lines.len().into()),
        ("link", ctx.link("do_plan").into()),
    ];
    let text = ctx.html(language, "plan-card", &args);
    let until = ctx.reply_until();
    for chat in groups {
        let call = Call::Send {
            chat,
            thread: None,
            text: text.clone(),
            keyboard: Vec::new(),
            reply_to: None,
        };
        ctx.enqueue(Lane::Notice, until, Purpose::Plain, call)
            .await?;
    }
    store::plans::posted(ctx.tx, planning.plan.id).await?;
    ctx.answer_callback(tap, caller.language, "toast-plan-card")
        .await
}

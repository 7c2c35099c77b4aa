//! Telling the officers of units: that a period has opened, that it is due, that something was sent back.
//!
//! Knows how often somebody is told. Must not know what is asked.

use super::{CALLS_MAX, Collecting, overview, theirs};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, FormAction};
use crate::outgoing::{Lane, Purpose};
use crate::store::audit::AuditAction;
use crate::store::dialogs::Dialog;
use crate::store::form_periods::FormPeriod;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{FormPeriodId, UnitId};

/// Units whose officers are told in one transaction.
const BATCH: u32 = 50;

/// Has those reminded who have not handed in: twice at most, not twice on a day.
pub(super) async fn remind(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    collecting: &Collecting<'_>,
) -> Result {
    let (language, period) = (caller.language, &collecting.period);
    if period.closed || period.calls >= CALLS_MAX {
        return ctx.no_button(tap, language).await;
    }
    if period.called_on >= ctx.tx.today() {
        return ctx.alert(tap, language, "toast-collect-today").await;
    }
    store::form_periods::call(ctx.tx, period.id).await?;
    store::audit::note(ctx.tx, period.unit, caller.user, AuditAction::Remind).await?;
    ctx.answer_callback(tap, language, "toast-collect-reminded")
        .await?;
    let Some(now) = theirs(ctx, caller, period.id).await? else {
        return Ok(());
    };
    let screen = overview::shown(ctx, caller, &now).await?;
    ctx.redraw(caller.user, tap, screen).await
}

/// Tells the officers of a portion of units. `true` if there may be more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool> {
    if store::pause_all::is_active(ctx.tx).await? {
        return Ok(false);
    }
    let portion = store::form_periods::to_call(ctx.tx, BATCH).await?;
    for (id, unit, calls) in &portion {
        let Some(period) = store::form_periods::by_id(ctx.tx, *id).await? else {
            continue;
        };
        let key = (period.form, period.span);
        let one = store::forms::find(ctx.tx, key, *unit).await?;
        let done = one.is_some_and(|one| one.revision > 0 && one.returned.is_none());
        if !done {
            let text = match calls {
                1 => "collect-opened",
                _ => "collect-reminder",
            };
            tell(ctx, &period, *unit, text, Vec::new()).await?;
        }
    }
    Ok(!portion.is_empty())
}

/// Tells the officers of a unit, with the way to the form.
async fn tell(
    ctx: &mut Ctx<'_>,
    period: &FormPeriod,
    unit: UnitId,
    text: &str,
    more: Vec<(&'static str, Value)>,
) -> Result {
    let (asks, name) = (
        ctx.unit_name(period.unit).await?,
        ctx.unit_name(unit).await?,
    );
    let core = ctx.core;
    let Some(form) = core.campaign.form(period.form) else {
        return Ok(());
    };
    for officer in store::officers::of_unit(ctx.tx, unit).await? {
        let language = officers::language(ctx, officer.user).await?;
        let mut args = vec![
            ("form", form.title.get(language).into()),
            ("period", ctx.period(language, period.span).into()),
            ("due", period.due_on.into()),
            ("unit", name.as_str().into()),
            ("above", asks.as_str().into()),
        ];
        args.extend(more.iter().cloned());
        let open = FormAction::Open(unit, period.form, period.span);
        let screen = Screen {
            text: ctx.html(language, text, &args),
            keyboard: vec![vec![ctx.key(
                language,
                "button-form-fill",
                Button::Form(open),
            )]],
        };
        let until = ctx.reply_until();
        ctx.send_until(officer.user, screen, Purpose::Plain, Lane::Notice, until)
            .await?;
    }
    Ok(())
}

/// Asks why a unit's form is sent back.
pub(super) async fn ask_why(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    collecting: &Collecting<'_>,
    unit: UnitId,
) -> Result {
    let period = &collecting.period;
    if period.closed || !is_in(ctx, period, unit).await? {
        return ctx.no_button(tap, caller.language).await;
    }
    store::dialogs::ask(ctx.tx, caller.user, Dialog::SendBack(period.id, unit)).await?;
    ctx.ack(tap).await?;
    let args = [("unit", ctx.unit_name(unit).await?.into())];
    ctx.say(caller, "collect-why", &args).await
}

/// Whether a unit is asked and has handed in what counts.
async fn is_in(ctx: &mut Ctx<'_>, period: &FormPeriod, unit: UnitId) -> Result<bool> {
    let asked = store::form_periods::asked(ctx.tx, period).await?;
    Ok(asked.iter().any(|one| one.unit_id == unit && one.is_in()))
}

/// Takes a text as the reason for sending back. `false` if it was not meant so.
pub(in crate::core) async fn wrote_reason(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    (id, unit): (FormPeriodId, UnitId),
) -> Result<bool> {
    let Some(collecting) = theirs(ctx, caller, id).await? else {
        return Ok(false);
    };
    let period = &collecting.period;
    let key = (period.form, period.span);
    let one = store::forms::find(ctx.tx, key, unit).await?;
    let (Some(one), false, true) = (one, period.closed, is_in(ctx, period, unit).await?) else {
        return Ok(false);
    };
    let wrong = ("form-why-short", "form-why-long");
    let Some(reason) = ctx.sentence(caller, text, wrong).await? else {
        return Ok(true);
    };
    store::dialogs::leave(ctx.tx, caller.user).await?;
    store::forms::send_back(ctx.tx, one.id, &reason).await?;
    store::audit::note(ctx.tx, unit, caller.user, AuditAction::FormSendBack).await?;
    let more = vec![("reason", reason.as_str().into())];
    tell(ctx, period, unit, "collect-sent-back", more).await?;
    let screen = overview::units(ctx, caller, &collecting, 0).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await?;
    Ok(true)
}

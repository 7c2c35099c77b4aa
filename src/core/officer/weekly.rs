//! The week that has closed, posted by itself in the groups of units at the beginning of the next.
//!
//! Knows when, and that each group gets a week once. What is posted is what the report in the group would show.

use chrono::Days;

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::core::officer::{notices, report};
use crate::event::{Button, Place};
use crate::outgoing::Call;
use crate::store::audit::AuditAction;
use crate::store::{self, StoreError};
use crate::types::{ChatId, Language, Length, Span, UnitId};

/// Groups served in one transaction: a report each.
const BATCH: u32 = 20;

/// Posts in one portion of the groups. `true` if there may be more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool, StoreError> {
    let Some(until) = notices::noon(ctx).await? else {
        return Ok(false);
    };
    let today = Span::around(Length::Week, ctx.tx.today());
    // The first working day of the week: its noon is nobody's any more tomorrow.
    let cadence = &ctx.core.rules.cadence;
    let mut days = today.from().iter_days();
    if days.find(|day| cadence.is_working_day(*day)) != Some(ctx.tx.today()) {
        return Ok(false);
    }
    let week = today.before();
    let now = ctx.tx.now();
    let rounds = store::rounds::between(ctx.tx, week.from(), week.to(), now).await?;
    let closed = rounds.iter().any(|round| round.closed);
    // What of it may be told is decided first.
    if !closed || store::suppressed::unjudged(ctx.tx).await?.is_some() {
        return Ok(false);
    }
    let groups = store::groups::to_post(ctx.tx, week.from(), BATCH).await?;
    for (chat, unit) in &groups {
        store::groups::posted(ctx.tx, *chat, week.from()).await?;
        let done = ctx.isolated(async |ctx| post(ctx, (*chat, *unit), week, until).await);
        if let Err(cause) = done.await? {
            tracing::error!(unit = unit.0, cause, "a group is left out of a week");
        }
    }
    Ok(!groups.is_empty())
}

/// When to look again: this noon.
pub(in crate::core) fn next(ctx: &Ctx<'_>) -> Option<chrono::DateTime<chrono::Utc>> {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    let cadence = &ctx.core.rules.cadence;
    let mut days = (0..2).filter_map(|days| today.checked_add_days(Days::new(days)));
    days.find_map(|day| {
        let (from, _) = cadence.window(crate::types::Window::Noon, day);
        (cadence.is_working_day(day) && now < from).then_some(from)
    })
}

async fn post(
    ctx: &mut Ctx<'_>,
    (chat, unit): (ChatId, UnitId),
    week: Span,
    until: chrono::DateTime<chrono::Utc>,
) -> Result<(), StoreError> {
    // Of a unit too small for figures there is nothing to post.
    let Some((picture, screen)) = report::of_week(ctx, unit, week).await? else {
        return Ok(());
    };
    let ((kind, content), caption) = picture;
    let picture = Call::File {
        chat,
        thread: None,
        kind,
        content,
        caption,
        keyboard: Vec::new(),
        reply_to: None,
    };
    notices::enqueue(ctx, picture, until)?;
    let foot = ctx.html(Language::Vi, "weekly-foot", &[]);
    let mut keyboard = screen.keyboard;
    keyboard.push(vec![ctx.key(
        Language::Vi,
        "button-weekly-off",
        Button::WeeklyOff,
    )]);
    let words = Call::Send {
        chat,
        thread: None,
        text: format!("{}\n\n{foot}", screen.text),
        keyboard,
        reply_to: None,
    };
    notices::enqueue(ctx, words, until)
}

/// An officer of the unit has switched it off, in its group.
pub(in crate::core) async fn switch_off(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    place: Place,
    tap: &Tap,
) -> Result<(), StoreError> {
    let language = caller.language;
    let unit = store::groups::unit_of(ctx.tx, place.chat).await?;
    let Some(unit) = unit else {
        return ctx.answer_callback(tap, language, "toast-no-button").await;
    };
    if !officers::may(ctx, caller.user, unit).await? {
        let key = "toast-not-officer";
        return ctx.answer_callback(tap, language, key).await;
    }
    if store::groups::end_weekly(ctx.tx, place.chat).await? {
        store::audit::note(ctx.tx, unit, caller.user, AuditAction::WeeklyOff).await?;
    }
    ctx.alert(tap, language, "toast-weekly-off").await
}

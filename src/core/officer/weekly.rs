//! The week that has closed, posted by itself in the groups of units at the beginning of the next.
//!
//! Knows when, and that each group gets a week once. What is posted is what the report in the group would show.

use chrono::{DateTime, Days, TimeDelta, Utc};

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::{notices, report};
use crate::event::{Button, Place, ReportAction};
use crate::outgoing::{Call, Lane, OnDoubt, Outgoing, Purpose};
use crate::store::audit::AuditAction;
use crate::store::{self, Result};
use crate::types::{ChatId, Language, Length, Span, UnitId};

/// Groups served in one transaction: a report each.
const BATCH: u32 = 20;
/// So many posts wait in the outbox, a picture each: a federation's groups at once would fill it with gigabytes.
const HAND: i64 = 100;
/// So soon there is room for more.
const REFILL_SECONDS: i64 = 2;

/// Posts in one portion of the groups. `true` if there may be more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool> {
    let Some((week, until)) = due(ctx).await? else {
        return Ok(false);
    };
    if store::outbox::group_notices(ctx.tx).await? >= HAND {
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

/// The week that is to be posted now, and until when.
async fn due(ctx: &mut Ctx<'_>) -> Result<Option<(Span, DateTime<Utc>)>> {
    let Some(until) = notices::noon(ctx).await? else {
        return Ok(None);
    };
    let today = Span::around(Length::Week, ctx.tx.today());
    // The first working day of the week: its noon is nobody's any more tomorrow.
    let cadence = &ctx.core.rules.cadence;
    let mut days = today.from().iter_days();
    if days.find(|day| cadence.is_working_day(*day)) != Some(ctx.tx.today()) {
        return Ok(None);
    }
    let week = today.before();
    let now = ctx.tx.now();
    let rounds = store::rounds::between(ctx.tx, week.from(), week.to(), now).await?;
    let closed = rounds.iter().any(|round| round.closed);
    // What of it may be told is decided first.
    let decided = closed && store::suppressed::unjudged(ctx.tx).await?.is_none();
    Ok(decided.then_some((week, until)))
}

/// When to look again: soon while groups wait until others have theirs, else this noon.
pub(in crate::core) async fn next(ctx: &mut Ctx<'_>) -> Result<Option<DateTime<Utc>>> {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    if let Some((week, _)) = due(ctx).await?
        && !store::groups::to_post(ctx.tx, week.from(), 1)
            .await?
            .is_empty()
    {
        return Ok(Some(now + TimeDelta::seconds(REFILL_SECONDS)));
    }
    let cadence = &ctx.core.rules.cadence;
    let mut days = (0..2).filter_map(|days| today.checked_add_days(Days::new(days)));
    Ok(days.find_map(|day| {
        let (from, _) = cadence.window(crate::types::Window::Noon, day);
        (cadence.is_working_day(day) && now < from).then_some(from)
    }))
}

/// One message: the picture, five lines, and a button to the rest.
async fn post(
    ctx: &mut Ctx<'_>,
    (chat, unit): (ChatId, UnitId),
    week: Span,
    until: DateTime<Utc>,
) -> Result {
    // Of a unit too small for figures there is nothing to post.
    let Some(((kind, content), caption)) = report::of_week(ctx, unit, week).await? else {
        return Ok(());
    };
    let more = Button::Report(ReportAction::At(unit, week));
    let call = Call::File {
        chat,
        thread: None,
        kind,
        content,
        caption,
        keyboard: vec![vec![ctx.key(Language::Vi, "button-weekly-more", more)]],
        reply_to: None,
    };
    let outgoing = Outgoing {
        lane: Lane::Notice,
        due_at: ctx.tx.now(),
        expires_at: until,
        // A picture that comes twice does no harm; one that is lost is missed by everybody.
        on_doubt: OnDoubt::Again,
        purpose: Purpose::Plain,
        call,
    };
    store::outbox::enqueue(ctx.tx, &outgoing)
}

/// An officer of the unit asks, in its group, for all that the report says, and finds there how to switch this off.
pub(in crate::core) async fn more(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    place: Place,
    tap: &Tap,
    (unit, span): (UnitId, Span),
) -> Result {
    let language = caller.language;
    let linked = store::groups::unit_of(ctx.tx, place.chat).await? == Some(unit);
    if !linked || !officers::may(ctx, caller.user, unit).await? {
        let key = "toast-not-officer";
        return ctx.answer_callback(tap, language, key).await;
    }
    ctx.ack(tap).await?;
    let Screen { text, mut keyboard } = report::words(ctx, caller, unit, span).await?;
    let foot = ctx.html(language, "weekly-foot", &[]);
    let off = ctx.key(language, "button-weekly-off", Button::WeeklyOff);
    keyboard.push(vec![off]);
    let text = format!("{text}\n\n{foot}");
    ctx.reply(place, tap.message, Screen { text, keyboard })
        .await
}

/// An officer of the unit has switched it off, in its group.
pub(in crate::core) async fn switch_off(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    place: Place,
    tap: &Tap,
) -> Result {
    let language = caller.language;
    let unit = store::groups::unit_of(ctx.tx, place.chat).await?;
    let Some(unit) = unit else {
        return ctx.no_button(tap, language).await;
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

//! The boxes open on fixed days: what has waited is released all together, in the order of random labels and without a time.
//!
//! Knows which days. Must not know what anybody wrote. A box never opens because somebody has just put something in: that would
//! tell when.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

use crate::core::access::{officers, suggestions};
use crate::core::ctx::{Ctx, Screen};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::{Lane, Purpose};
use crate::schedule::{self, local};
use crate::store::suggestions::boxes::{self, SuggestionBox};
use crate::store::suggestions::{authors, drafts};
use crate::store::units::Unit;
use crate::store::{self, Result};

/// The hour at which boxes are looked at, on working days.
const HOUR: u32 = 16;
/// The day of the week on which whatever waits is released.
const WEEKLY: Weekday = Weekday::Fri;
/// So many are released on any working day.
const FULL: i64 = 5;
/// Boxes opened in one transaction.
const BATCH: u32 = 10;

fn moment(day: NaiveDate) -> DateTime<Utc> {
    schedule::at(day, NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default())
}

/// The last day on which boxes were to be looked at by now, and the last on which whatever waits is released: a Friday, or the
/// working day after one that is none.
fn days(ctx: &Ctx<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let (now, cadence) = (ctx.tx.now(), &ctx.core.rules.cadence);
    let today = local(now).date_naive();
    let before = |day: &NaiveDate| cadence.is_working_day(*day) && moment(*day) <= now;
    let mut back = (0..60).filter_map(|days| today.checked_sub_days(Days::new(days)));
    let last = back.find(before)?;
    let on_or_after = |friday: NaiveDate| {
        let mut on = friday.iter_days().take(30);
        on.find(|day| cadence.is_working_day(*day))
    };
    let mut fridays = (0..60).filter_map(|days| last.checked_sub_days(Days::new(days)));
    let weekly = fridays.find_map(|day| {
        let opens = (chrono::Datelike::weekday(&day) == WEEKLY).then(|| on_or_after(day))??;
        (opens <= last).then_some(opens)
    })?;
    Some((last, weekly))
}

/// Opens a batch of the boxes that are due. `true` if there may be more.
pub(in crate::core) async fn open_due(ctx: &mut Ctx<'_>) -> Result<bool> {
    drafts::expire(ctx.tx).await?;
    let Some((day, weekly)) = days(ctx) else {
        return Ok(false);
    };
    if !boxes::any_before(ctx.tx, day).await? {
        return Ok(false);
    }
    let due = boxes::due(ctx.tx, (day, weekly), FULL, BATCH).await?;
    if due.is_empty() {
        boxes::all_looked(ctx.tx, day).await?;
        return Ok(false);
    }
    for open in &due {
        boxes::looked(ctx.tx, open.unit, day).await?;
        let opened = ctx.isolated(async |ctx| release(ctx, open).await);
        if let Err(cause) = opened.await? {
            tracing::error!(
                unit = open.unit.0,
                cause,
                "a box of suggestions stays closed"
            );
        }
    }
    Ok(true)
}

/// When to look again.
pub(in crate::core) fn next(ctx: &Ctx<'_>) -> Option<DateTime<Utc>> {
    let (now, cadence) = (ctx.tx.now(), &ctx.core.rules.cadence);
    let mut days = local(now).date_naive().iter_days().take(30);
    days.find(|day| cadence.is_working_day(*day) && moment(*day) > now)
        .map(moment)
}

/// Releases what waits in a box, if two can read it, and if enough people stand behind what is hidden. Otherwise it stays until
/// the next day.
async fn release(ctx: &mut Ctx<'_>, open: &SuggestionBox) -> Result {
    let Some(unit) = store::units::by_id(ctx.tx, open.unit).await? else {
        return Ok(());
    };
    let mut hidden = false;
    for one in &open.waiting {
        if suggestions::readers(ctx, unit.id, one.topic)
            .await?
            .is_empty()
        {
            return Ok(());
        }
        hidden = hidden || !authors::is_signed(ctx.tx, one).await?;
    }
    if hidden && !suggestions::may_hide(ctx, &unit).await? {
        return Ok(());
    }
    boxes::release(ctx.tx, unit.id, &open.waiting).await?;
    tell(ctx, &unit, open).await
}

/// Tells each reader how many there are for them.
async fn tell(ctx: &mut Ctx<'_>, unit: &Unit, open: &SuggestionBox) -> Result {
    let mut readers = Vec::new();
    for one in &open.waiting {
        readers.extend(suggestions::readers(ctx, unit.id, one.topic).await?);
    }
    readers.sort();
    let until = ctx.tx.now() + TimeDelta::days(3);
    for theirs in readers.chunk_by(|one, next| one == next) {
        let Some(user) = theirs.first().copied() else {
            continue;
        };
        let language = officers::language(ctx, user).await?;
        let args = [
            ("unit", unit.name.as_str().into()),
            ("count", theirs.len().into()),
            ("days", suggestions::answer_days(ctx).into()),
        ];
        let desk = Button::Suggestion(SuggestionAction::Desk(unit.id));
        let screen = Screen {
            text: ctx.html(language, "suggest-opened", &args),
            keyboard: vec![vec![ctx.key(language, "button-suggest-desk", desk)]],
        };
        ctx.send_until(user, screen, Purpose::Plain, Lane::Notice, until)
            .await?;
    }
    Ok(())
}

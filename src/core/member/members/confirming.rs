//! Confirming anew: members of a unit open its fresh link; whoever does not within two weeks of being told is let go.
//!
//! Knows when whom is told. Must not know who asked for it.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::in_hours;
use crate::core::access::{consent, officers};
use crate::core::ctx::{Ctx, Screen};
use crate::outgoing::{Lane, Purpose};
use crate::store::consents::Ending;
use crate::store::members::Member;
use crate::store::unconfirmed::Step;
use crate::store::{self, Result};
use crate::types::Window;

/// Members told, reminded or let go in one transaction.
const BATCH: u32 = 50;

/// So long after being told they are reminded.
const REMIND_DAYS: u64 = 7;

/// So long after being told they are let go.
const DAYS: u64 = 14;

/// They have opened the fresh link. `false` if they were not asked to.
pub(super) async fn confirm(ctx: &mut Ctx<'_>, member: &Member) -> Result<bool> {
    if !store::unconfirmed::confirm(ctx.tx, member.id).await? {
        return Ok(false);
    }
    let args = [("unit", ctx.unit_name(member.unit).await?.into())];
    ctx.say(&member.into(), "anew-confirmed", &args).await?;
    Ok(true)
}

/// Serves one batch of what is owed to those who have not confirmed, each in their own hours. `true` if there may be
/// more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool> {
    if store::pause_all::is_active(ctx.tx).await? {
        return Ok(false);
    }
    let reminded = ctx.tx.today() - Days::new(REMIND_DAYS);
    for window in Window::ALL {
        let Some(until) = in_hours(ctx, window) else {
            continue;
        };
        for (step, key) in [
            (Step::Tell, "anew"),
            (Step::Remind(reminded), "anew-reminder"),
        ] {
            let owed = store::unconfirmed::owed(ctx.tx, window, step, BATCH).await?;
            for (member, told_on) in &owed {
                store::unconfirmed::took(ctx.tx, member.id, step).await?;
                let ends = ends(*told_on, ctx.tx.today());
                tell(ctx, member, key, ends, until).await?;
            }
            if !owed.is_empty() {
                return Ok(true);
            }
        }
        if let_go(ctx, window, until).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whoever is to confirm and comes without the fresh link hears what to do. `false` if they are not asked to.
pub(super) async fn recall(ctx: &mut Ctx<'_>, member: &Member) -> Result<bool> {
    let Some(told) = store::unconfirmed::told_on(ctx.tx, member.id).await? else {
        return Ok(false);
    };
    let today = ctx.tx.today();
    let text = words(
        ctx,
        member,
        "anew-reminder",
        ends(told.unwrap_or(today), today),
    )
    .await?;
    ctx.send(member.user, Screen::words(text), Purpose::Plain)
        .await?;
    Ok(true)
}

/// Until when they may confirm: at least a week from now, whenever they were told.
fn ends(told: NaiveDate, today: NaiveDate) -> NaiveDate {
    (told + Days::new(DAYS)).max(today + Days::new(REMIND_DAYS))
}

/// Their data ends as when they leave. `true` if somebody went.
async fn let_go(ctx: &mut Ctx<'_>, window: Window, until: DateTime<Utc>) -> Result<bool> {
    let today = ctx.tx.today();
    let days = (today - Days::new(DAYS), today - Days::new(REMIND_DAYS));
    let mut gone = false;
    for member in store::unconfirmed::overdue(ctx.tx, window, days, BATCH).await? {
        let done = ctx
            .isolated(async |ctx| {
                consent::end(ctx, member.id, member.user, Ending::Lapsed).await?;
                farewell(ctx, &member, until).await
            })
            .await?;
        // One member whose rows are broken must not keep the others waiting, nor the ticker busy.
        match done {
            Ok(()) => gone = true,
            Err(cause) => tracing::error!(member = member.id.0, cause, "a member cannot be let go"),
        }
    }
    Ok(gone)
}

/// What they read at the end: an office of theirs has been given by somebody, and stays.
async fn farewell(ctx: &mut Ctx<'_>, member: &Member, until: DateTime<Utc>) -> Result {
    let today = ctx.tx.today();
    let mut text = words(ctx, member, "anew-let-go", today).await?;
    if let Some(units) = officers::keep(ctx, member.user).await? {
        let more = ctx.html(member.language, "anew-office", &[("units", units.into())]);
        text = format!("{text}\n\n{more}");
    }
    let screen = Screen::words(text);
    ctx.send_until(member.user, screen, Purpose::Plain, Lane::Notice, until)
        .await
}

async fn tell(
    ctx: &mut Ctx<'_>,
    member: &Member,
    key: &str,
    ends: NaiveDate,
    until: DateTime<Utc>,
) -> Result {
    let screen = Screen::words(words(ctx, member, key, ends).await?);
    ctx.send_until(member.user, screen, Purpose::Plain, Lane::Notice, until)
        .await
}

async fn words(ctx: &mut Ctx<'_>, member: &Member, key: &str, ends: NaiveDate) -> Result<String> {
    let args = [
        ("unit", ctx.unit_name(member.unit).await?.into()),
        ("until", ends.into()),
    ];
    Ok(ctx.html(member.language, key, &args))
}

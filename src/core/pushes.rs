//! The tick: rounds open and close, pushes go out in their windows, old rows are forgotten.
//!
//! Knows what is due and in which batches. Must not know what an item or a quiz says.

use std::panic::AssertUnwindSafe;

use chrono::{Datelike, Days, TimeDelta};
use futures_util::FutureExt;

use crate::core::access::consent;
use crate::core::disclosure::{reflection, withheld};
use crate::core::member::{items, quiz};
use crate::core::officer::{broadcast, reminders, unit_files};
use crate::core::turn::Turn;
use crate::core::{Tick, retention, settle};
use crate::store::members::Member;
use crate::store::rounds::{Push, PushKind, Round};
use crate::store::{self, Fault};
use crate::types::Window;

/// Members served in one transaction: small enough that an answer never waits long for the database.
const BATCH: u32 = 100;

/// How long handled updates are remembered: longer than the 24 hours an update is kept, shorter than the
/// week after which the messenger's ids may jump.
const UPDATES_DAYS: u64 = 3;

/// Does what is due, at most one batch of it.
pub(super) async fn tick(turn: &mut Turn<'_>) -> Result<Tick, Fault> {
    // First, so that what waits for its next hours does not expire with those that have ended.
    let more = broadcast::tick(turn).await?;
    unit_files::overdue(turn).await?;
    store::outbox::expire(turn.tx).await?;
    open_round(turn).await?;
    open_checkin(turn).await?;
    store::rounds::close_due(turn.tx).await?;
    let erased = reflection::close_next(turn).await?;
    store::journals::burn_undelivered(turn.tx).await?;
    consent::take_down(turn).await?;
    let again = push(turn).await?
        || reminders::work(turn).await?
        || erased
        || more
        || withheld::judge(turn).await?
        || retention::sweep(turn).await?;
    let today = turn.tx.today();
    store::updates::forget(turn.tx, today - Days::new(UPDATES_DAYS)).await?;
    Ok(Tick {
        again,
        erased,
        next: next(turn).await?,
    })
}

async fn open_round(turn: &mut Turn<'_>) -> Result<(), Fault> {
    let (now, cadence) = (turn.tx.now(), &turn.core.rules.cadence);
    let Some(week) = cadence
        .week(turn.tx.today())
        .filter(|week| week.opens_at <= now && now < week.closes_at)
    else {
        return Ok(());
    };
    let (criterion, times) = items::subject(cadence.week_number(week.monday));
    let open = store::rounds::open(
        turn.tx,
        week.monday,
        criterion,
        times,
        (week.opens_at, week.closes_at),
    )
    .await?;
    let Some(round) = open else { return Ok(()) };
    let days = [
        (PushKind::Item, Some(week.item)),
        (PushKind::Quiz, Some(week.quiz)),
        (PushKind::Reminder, week.reminder),
    ];
    for (kind, day) in days {
        let Some(day) = day else { continue };
        for window in Window::ALL {
            store::rounds::plan(turn.tx, round, kind, window, cadence.window(window, day)).await?;
        }
    }
    Ok(())
}

async fn open_checkin(turn: &mut Turn<'_>) -> Result<(), Fault> {
    let now = turn.tx.now();
    let month = turn.core.rules.cadence.checkin(now);
    let sets = turn.core.campaign.checkins();
    let index = usize::try_from(month.first.month0()).unwrap_or(0) % sets.len().max(1);
    let Some(set) = sets.get(index).filter(|_| month.opens_at <= now) else {
        return Ok(());
    };
    let name = month.first.format("%Y-%m").to_string();
    store::checkins::open(turn.tx, &name, &set.id, (month.opens_at, month.closes_at)).await
}

/// Serves one batch of one push. `true` if there may be more.
async fn push(turn: &mut Turn<'_>) -> Result<bool, Fault> {
    let Some(push) = store::rounds::due_push(turn.tx).await? else {
        return Ok(false);
    };
    let in_time = turn.tx.now() < push.expires_at;
    if in_time && store::standstill::stands_still(turn.tx).await? {
        return Ok(false);
    }
    let round = store::rounds::by_id(turn.tx, push.round)
        .await?
        .ok_or_else(|| Fault::Bug("a push without a round".into()))?;
    if turn.tx.now() >= push.expires_at || round.closed {
        // The bot was off in that window: nobody is woken at night with it.
        store::rounds::advance(turn.tx, &push, push.cursor, true).await?;
        return Ok(true);
    }
    let unfinished = (push.kind != PushKind::Item).then_some(round.id);
    let members =
        store::members::to_write(turn.tx, push.window, push.cursor, unfinished, BATCH).await?;
    for member in &members {
        turn.tx.savepoint().await?;
        let served = AssertUnwindSafe(serve(turn, member, &round, &push))
            .catch_unwind()
            .await;
        // One member whose rows are broken must not keep everybody else's week from going on.
        if let Some(cause) = settle(turn.tx, served).await? {
            tracing::error!(
                member = member.id.0,
                cause,
                "a member is left out of a push"
            );
        }
    }
    let done = members.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
    let cursor = members.last().map_or(push.cursor, |member| member.id);
    store::rounds::advance(turn.tx, &push, cursor, done).await?;
    Ok(true)
}

async fn serve(
    turn: &mut Turn<'_>,
    member: &Member,
    round: &Round,
    push: &Push,
) -> Result<(), Fault> {
    if consent::must_ask(turn, member.id).await? {
        // Nothing new is stored about them: in the place of the item they are asked, and left in peace else.
        return match push.kind {
            PushKind::Item => consent::ask_until(turn, member, push.expires_at).await,
            PushKind::Quiz | PushKind::Reminder => Ok(()),
        };
    }
    match push.kind {
        PushKind::Item => push_item(turn, member, round, push).await,
        PushKind::Quiz => quiz::push(turn, member, round, push.expires_at).await,
        PushKind::Reminder => quiz::remind(turn, member, round, push.expires_at)
            .await
            .map(drop),
    }
}

/// The item goes to whoever has not had it: who joined this week got it then.
async fn push_item(
    turn: &mut Turn<'_>,
    member: &Member,
    round: &Round,
    push: &Push,
) -> Result<(), Fault> {
    let had = store::participations::of_member(turn.tx, member.id, round.id)
        .await?
        .is_some_and(|(_, item)| item.is_some());
    if had {
        Ok(())
    } else {
        items::push(turn, member, round, Some(push.expires_at)).await
    }
}

async fn next(turn: &mut Turn<'_>) -> Result<Option<chrono::DateTime<chrono::Utc>>, Fault> {
    let now = turn.tx.now();
    let month = turn.core.rules.cadence.checkin(now);
    let moments = [
        turn.core
            .rules
            .cadence
            .next_week(now)
            .map(|week| week.opens_at),
        Some(if month.opens_at > now {
            month.opens_at
        } else {
            month.closes_at
        }),
        store::rounds::next_due(turn.tx).await?,
        store::reminders::next_due(turn.tx).await?,
        store::checkins::next_due(turn.tx).await?,
        store::outbox::next_due(turn.tx).await?,
        broadcast::next(turn).await?,
        // Whatever else: look again within a day, for what is forgotten by the day.
        Some(now + TimeDelta::days(1)),
    ];
    Ok(moments.into_iter().flatten().min())
}

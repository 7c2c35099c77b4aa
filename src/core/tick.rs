//! The tick: rounds open and close, pushes go out in their windows, old rows are forgotten.
//!
//! Knows what is due and in which batches. Must not know what an item or a quiz says.

use chrono::{Datelike, Days, TimeDelta};

use crate::core::access::{consent, overfull};
use crate::core::ctx::Ctx;
use crate::core::disclosure::{reflection, suppression};
use crate::core::member::{items, members, quiz, suggest, survey};
use crate::core::officer::{
    broadcast, collect, digest, findings, notices, plans, quiz_reminders, suggestions, unit_files,
    weekly,
};
use crate::core::{Tick, retention};
use crate::store::members::Member;
use crate::store::rounds::{Push, PushKind, Round};
use crate::store::{self, Result, StoreError};
use crate::types::Window;

/// Members served in one transaction: small enough that an answer never waits long for the database.
const BATCH: u32 = 100;

/// How long handled updates are remembered: longer than the 24 hours an update is kept, shorter than the
/// week after which the messenger's ids may jump.
const UPDATES_DAYS: u64 = 3;

/// Does what is due, at most one batch of it.
pub(super) async fn tick(ctx: &mut Ctx<'_>) -> Result<Tick> {
    let now = ctx.tx.now();
    if suggest::enter(ctx, now).await? {
        return Ok(Tick {
            again: true,
            erased: true,
            alone: true,
            ..Tick::default()
        });
    }
    // First, so that what waits for its next hours does not expire with those that have ended.
    let more = broadcast::tick(ctx).await?;
    unit_files::overdue(ctx).await?;
    store::outbox::expire(ctx.tx).await?;
    open_round(ctx).await?;
    open_checkin(ctx).await?;
    survey::open_due(ctx).await?;
    if store::rounds::close_due(ctx.tx).await? > 0 {
        let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
        store::question_tallies::release(ctx.tx, threshold).await?;
    }
    let erased = reflection::close_next(ctx).await?;
    store::journals::burn_undelivered(ctx.tx).await?;
    consent::take_down(ctx).await?;
    let again = push(ctx).await?
        || quiz_reminders::work(ctx).await?
        || collect::work(ctx).await?
        || plans::work(ctx).await?
        || digest::work(ctx).await?
        || suggestions::opening::open_due(ctx).await?
        || members::confirm_anew(ctx).await?
        || members::unanswered(ctx).await?
        || overfull::check_imported(ctx).await?
        || weekly::work(ctx).await?
        || notices::work(ctx).await?
        || erased
        || more
        || suppression::judge(ctx).await?
        || retention::sweep(ctx).await?;
    let today = ctx.tx.today();
    store::updates::forget(ctx.tx, today - Days::new(UPDATES_DAYS)).await?;
    Ok(Tick {
        again,
        files: store::unit_files::any_waits(ctx.tx).await?,
        erased,
        next: next(ctx).await?,
        unwritten: store::suggestions::arrivals::next(ctx.tx).await?,
        alone: false,
    })
}

async fn open_round(ctx: &mut Ctx<'_>) -> Result {
    let (now, cadence) = (ctx.tx.now(), &ctx.core.rules.cadence);
    let Some(week) = cadence
        .week(ctx.tx.today())
        .filter(|week| week.opens_at <= now && now < week.closes_at)
    else {
        return Ok(());
    };
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    let (criterion, times) = items::subject(cadence.week_number(week.monday));
    let open = store::rounds::open(
        ctx.tx,
        week.monday,
        criterion,
        times,
        (week.opens_at, week.closes_at),
        threshold,
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
            store::rounds::plan(ctx.tx, round, kind, window, cadence.window(window, day)).await?;
        }
    }
    Ok(())
}

async fn open_checkin(ctx: &mut Ctx<'_>) -> Result {
    let now = ctx.tx.now();
    let month = ctx.core.rules.cadence.checkin(now);
    let sets = ctx.core.campaign.checkins();
    let index = usize::try_from(month.first.month0()).unwrap_or(0) % sets.len().max(1);
    let Some(set) = sets.get(index).filter(|_| month.opens_at <= now) else {
        return Ok(());
    };
    let name = month.first.format("%Y-%m").to_string();
    store::checkins::open(ctx.tx, &name, &set.id, (month.opens_at, month.closes_at)).await
}

/// Serves one batch of one push. `true` if there may be more.
async fn push(ctx: &mut Ctx<'_>) -> Result<bool> {
    let Some(push) = store::rounds::due_push(ctx.tx).await? else {
        return Ok(false);
    };
    let in_time = ctx.tx.now() < push.expires_at;
    if in_time && store::pause_all::is_active(ctx.tx).await? {
        return Ok(false);
    }
    let round = store::rounds::by_id(ctx.tx, push.round)
        .await?
        .ok_or_else(|| StoreError::Bug("a push without a round".into()))?;
    let restored = store::restores::last_at(ctx.tx).await?;
    let sent_before = restored.is_some_and(|at| push.due_at <= at);
    if ctx.tx.now() >= push.expires_at || round.closed || sent_before {
        // The bot was off in that window: a message now would come at the wrong hour. Or the life that this database was
        // copied from may have sent it: not twice.
        store::rounds::advance(ctx.tx, &push, push.cursor, true).await?;
        return Ok(true);
    }
    let unfinished = (push.kind != PushKind::Item).then_some(round.id);
    let members =
        store::members::to_write(ctx.tx, push.window, push.cursor, unfinished, BATCH).await?;
    for member in &members {
        let served = ctx.isolated(async |ctx| serve(ctx, member, &round, &push).await);
        // One member whose rows are broken must not keep everybody else's week from going on.
        if let Err(cause) = served.await? {
            tracing::error!(
                member = member.id.0,
                cause,
                "a member is left out of a push"
            );
        }
    }
    let done = members.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
    let cursor = members.last().map_or(push.cursor, |member| member.id);
    store::rounds::advance(ctx.tx, &push, cursor, done).await?;
    Ok(true)
}

async fn serve(ctx: &mut Ctx<'_>, member: &Member, round: &Round, push: &Push) -> Result {
    if consent::must_ask(ctx, member.id).await? {
        // Nothing new may be stored about them: they are asked for consent in the item's place, and get no quiz.
        return match push.kind {
            PushKind::Item => consent::ask_until(ctx, member, push.expires_at).await,
            PushKind::Quiz | PushKind::Reminder => Ok(()),
        };
    }
    match push.kind {
        PushKind::Item => push_item(ctx, member, round, push).await,
        PushKind::Quiz => quiz::push(ctx, member, round, push.expires_at).await,
        PushKind::Reminder => quiz::remind(ctx, member, round, push.expires_at)
            .await
            .map(drop),
    }
}

/// Those who joined this week got the item when they joined.
async fn push_item(ctx: &mut Ctx<'_>, member: &Member, round: &Round, push: &Push) -> Result {
    let had = store::participations::of_member(ctx.tx, member.id, round.id)
        .await?
        .is_some_and(|(_, item)| item.is_some());
    if had {
        Ok(())
    } else {
        items::push(ctx, member, round, Some(push.expires_at)).await
    }
}

async fn next(ctx: &mut Ctx<'_>) -> Result<Option<chrono::DateTime<chrono::Utc>>> {
    let now = ctx.tx.now();
    let month = ctx.core.rules.cadence.checkin(now);
    let moments = [
        ctx.core
            .rules
            .cadence
            .next_week(now)
            .map(|week| week.opens_at),
        Some(if month.opens_at > now {
            month.opens_at
        } else {
            month.closes_at
        }),
        store::rounds::next_due(ctx.tx).await?,
        store::quiz_reminders::next_due(ctx.tx).await?,
        store::checkins::next_due(ctx.tx).await?,
        store::outbox::next_due(ctx.tx).await?,
        broadcast::next(ctx).await?,
        findings::next(ctx),
        weekly::next(ctx).await?,
        digest::next(ctx),
        suggestions::opening::next(ctx),
        members::next(ctx).await?,
        survey::next(ctx),
        // At least once a day, for retention.
        Some(now + TimeDelta::days(1)),
    ];
    Ok(moments.into_iter().flatten().min())
}

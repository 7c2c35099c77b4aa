//! How a broadcast is sent: its recipients move into the outbox in small portions.
//!
//! Knows hours, terms, pauses and fairness. Must not know how fast the messenger takes calls: whatever
//! leaves the outbox makes room for the next portion, so neither memory nor the outbox grow with the audience.

use chrono::{DateTime, TimeDelta, Utc};

use super::{UNSEND_HOURS, asked, body, recurring, screens};
use crate::core::access::officers;
use crate::core::ctx::{Ctx, Screen};
use crate::outgoing::{Call, Lane, OnDoubt, Outgoing, Purpose, Reason};
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::outbox::End;
use crate::store::recipients::{Delivered, Next, RecipientState, Who};
use crate::store::{self, Result};
use crate::types::{BroadcastId, ChatId, Language};

/// So many calls of broadcasts wait in the outbox at most: some seconds' worth, so that a small unit's broadcast
/// does not wait long behind a province's.
const HAND: u32 = 128;

/// Rows of the ledger that are closed in one transaction.
const PORTION: u32 = 2_000;

/// How often a portion is filled up again if its recipients turn out to have left.
const FILLS_MAX: u32 = 8;

/// The card is edited no more often than this: each edit takes the place of a message.
const CARD_SECONDS: i64 = 10;

/// Does what time brings: begins, holds, resumes, expires. `true` if there is more to do at once.
pub(in crate::core) async fn tick(ctx: &mut Ctx<'_>) -> Result<bool> {
    recurring::remind(ctx).await?;
    lapse(ctx).await?;
    for broadcast in store::broadcasts::at_work(ctx.tx).await? {
        settle_adrift(ctx, broadcast.id).await?;
    }
    let asked = asked(ctx);
    let more = store::recipients::fix_next(ctx.tx, asked).await?;
    Ok(go(ctx).await? || more)
}

/// Refills the outbox after calls were answered.
pub(in crate::core) async fn flow(ctx: &mut Ctx<'_>) -> Result {
    // Closing a ledger goes on with the next tick.
    go(ctx).await.map(drop)
}

/// When something is due next.
pub(in crate::core) async fn next(ctx: &mut Ctx<'_>) -> Result<Option<DateTime<Utc>>> {
    let now = ctx.tx.now();
    let reminds = store::broadcasts::recurring::next_due(ctx.tx).await?;
    let lapses = store::broadcasts::urgent::next_lapse(ctx.tx).await?;
    let mut due = [reminds, lapses].into_iter().flatten().min();
    for broadcast in store::broadcasts::at_work(ctx.tx).await? {
        let hours = hours(ctx, &broadcast);
        let soon = match broadcast.phase {
            Phase::Cancelling | Phase::Unsending => Some(now + TimeDelta::seconds(1)),
            Phase::Running if hours.is_some_and(|(from, _)| from <= now) => {
                Some(now + TimeDelta::seconds(CARD_SECONDS))
            }
            Phase::Running => hours.map(|(from, _)| from),
            _ => None,
        };
        let ends = broadcast.expires_at.filter(|at| *at > now);
        due = [due, soon, ends].into_iter().flatten().min();
    }
    Ok(due)
}

/// Ends those to which nobody has agreed in time, and tells their officers.
async fn lapse(ctx: &mut Ctx<'_>) -> Result {
    for id in store::broadcasts::urgent::lapsed(ctx.tx).await? {
        store::broadcasts::end(ctx.tx, id, Phase::Cancelled).await?;
        screens::refresh(ctx, id).await?;
        let Some(found) = store::broadcasts::by_id(ctx.tx, id).await? else {
            continue;
        };
        let language = officers::language(ctx, found.officer).await?;
        let args = [("number", id.0.into())];
        let told = Screen {
            text: ctx.html(language, "urgent-lapsed", &args),
            keyboard: vec![vec![screens::numbered(ctx, language, &found)]],
        };
        ctx.send(found.officer, told, Purpose::Plain).await?;
    }
    Ok(())
}

async fn go(ctx: &mut Ctx<'_>) -> Result<bool> {
    let at_work = store::broadcasts::at_work(ctx.tx).await?;
    if at_work.is_empty() {
        return Ok(false);
    }
    let still = store::pause_all::is_active(ctx.tx).await?;
    let (mut again, mut lanes) = (false, Vec::new());
    for broadcast in &at_work {
        if closes(ctx, broadcast) {
            again |= close(ctx, broadcast).await?;
        } else if hold(ctx, broadcast, still).await? {
            lanes.push(broadcast);
        }
        if broadcast.phase == Phase::Unsending {
            lanes.push(broadcast);
        }
    }
    // Between them, turn by turn; before all others what is urgent.
    let (urgent, others): (Vec<_>, Vec<_>) = lanes.iter().copied().partition(|lane| lane.urgent);
    hand_out(ctx, &urgent).await?;
    hand_out(ctx, &others).await?;
    for broadcast in &at_work {
        let moves = lanes.iter().any(|lane| lane.id == broadcast.id) || closes(ctx, broadcast);
        finish(ctx, broadcast, moves).await?;
    }
    Ok(again)
}

/// Whether nothing of it may leave any more.
fn closes(ctx: &Ctx<'_>, broadcast: &Broadcast) -> bool {
    match broadcast.phase {
        Phase::Cancelling | Phase::Unsending => true,
        _ => broadcast.expires_at.is_some_and(|at| at <= ctx.tx.now()),
    }
}

/// Closes a portion of the ledger. `true` if there is more.
async fn close(ctx: &mut Ctx<'_>, broadcast: &Broadcast) -> Result<bool> {
    let end = match broadcast.phase {
        Phase::Cancelling | Phase::Unsending => RecipientState::Cancelled,
        _ => RecipientState::Expired,
    };
    for recipient in store::recipients::take_back(ctx.tx, broadcast.id).await? {
        let who = Who::One(recipient);
        let step = (RecipientState::Claimed, end);
        store::recipients::step(ctx.tx, broadcast.id, who, step, None).await?;
    }
    let (who, step) = (Who::Next(PORTION), (RecipientState::Queued, end));
    let closed = store::recipients::step(ctx.tx, broadcast.id, who, step, None).await?;
    Ok(closed == u64::from(PORTION))
}

/// The hours in which it may go: those open now, or the next ones.
fn hours(ctx: &Ctx<'_>, broadcast: &Broadcast) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let starts = broadcast.starts_at.unwrap_or(DateTime::UNIX_EPOCH);
    let ends = broadcast.expires_at?;
    if broadcast.urgent {
        return (starts < ends).then_some((starts, ends));
    }
    let (opens, closes) = ctx.core.rules.cadence.opening(ctx.tx.now().max(starts))?;
    let from = opens.max(starts);
    (from < ends).then_some((from, closes.min(ends)))
}

/// Lets what waits in the outbox leave within its hours only. `true` if more may leave now.
async fn hold(ctx: &mut Ctx<'_>, broadcast: &Broadcast, still: bool) -> Result<bool> {
    let Some(ends) = broadcast.expires_at else {
        return Ok(false);
    };
    let held = still || broadcast.phase == Phase::Paused;
    // A row that is due only when it expires never leaves; by then the ledger has closed it.
    let (from, to) = hours(ctx, broadcast)
        .filter(|_| !held)
        .unwrap_or((ends, ends));
    let between = (from.timestamp(), to.timestamp());
    store::recipients::hold_between(ctx.tx, broadcast.id, between).await?;
    Ok(!held && from <= ctx.tx.now())
}

/// Fills the outbox up, one row of each broadcast after the other.
async fn hand_out(ctx: &mut Ctx<'_>, lanes: &[&Broadcast]) -> Result {
    if lanes.is_empty() {
        return Ok(());
    }
    for _ in 0..FILLS_MAX {
        let room = HAND.saturating_sub(store::recipients::in_hand(ctx.tx).await?);
        if room < HAND / 2 {
            return Ok(());
        }
        let each = (room / u32::try_from(lanes.len()).unwrap_or(u32::MAX)).max(1);
        let mut calls = Vec::new();
        let mut rows = false;
        for broadcast in lanes {
            let (found, owed) = portion(ctx, broadcast, each).await?;
            rows |= found;
            calls.push(owed.into_iter());
        }
        while !calls.is_empty() {
            let mut left = Vec::new();
            for mut lane in calls {
                if let Some(call) = lane.next() {
                    enqueue(ctx, call).await?;
                    left.push(lane);
                }
            }
            calls = left;
        }
        if !rows {
            return Ok(());
        }
    }
    Ok(())
}

/// The next calls of a broadcast, and whether there were rows at all.
async fn portion(
    ctx: &mut Ctx<'_>,
    broadcast: &Broadcast,
    limit: u32,
) -> Result<(bool, Vec<Outgoing>)> {
    let mut calls = Vec::new();
    if broadcast.phase == Phase::Unsending {
        let rows = store::recipients::delivered(ctx.tx, broadcast.id, limit).await?;
        for row in &rows {
            calls.extend(unsend(ctx, broadcast, row).await?);
        }
        return Ok((!rows.is_empty(), calls));
    }
    let asked = asked(ctx);
    let rows = store::recipients::next(ctx.tx, broadcast.id, asked, limit).await?;
    if rows.is_empty() {
        return Ok((false, calls));
    }
    let sender = body::Sender::of(ctx, broadcast).await?;
    for row in &rows {
        calls.extend(send(ctx, (broadcast, &sender), row).await?);
    }
    Ok((!rows.is_empty(), calls))
}

async fn enqueue(ctx: &mut Ctx<'_>, call: Outgoing) -> Result {
    let id = store::outbox::enqueue_now(ctx.tx, &call).await?;
    match call.purpose {
        Purpose::Broadcast(broadcast, recipient) => {
            let step = (RecipientState::Queued, RecipientState::Claimed);
            let who = Who::One(recipient);
            store::recipients::step(ctx.tx, broadcast, who, step, None).await?;
            store::recipients::set_call(ctx.tx, recipient, id).await
        }
        Purpose::Unsend(_, recipient) => store::recipients::set_call(ctx.tx, recipient, id).await,
        _ => Ok(()),
    }
}

/// The call to a recipient, or what became of them since the audience was fixed.
async fn send(
    ctx: &mut Ctx<'_>,
    (broadcast, sender): (&Broadcast, &body::Sender),
    row: &Next,
) -> Result<Option<Outgoing>> {
    let chat = match whom(row) {
        Ok(chat) => chat,
        Err((state, reason)) => {
            let (who, step) = (Who::One(row.id), (RecipientState::Queued, state));
            store::recipients::step(ctx.tx, broadcast.id, who, step, Some(&reason)).await?;
            return Ok(None);
        }
    };
    let Some((due_at, expires_at)) = hours(ctx, broadcast) else {
        return Ok(None);
    };
    // Groups are spoken to in Vietnamese.
    let language = row.language.unwrap_or(Language::Vi);
    let keyboard = match row.language {
        Some(language) => body::member_keys(ctx, language, broadcast),
        None => body::group_keys(broadcast),
    };
    Ok(Some(Outgoing {
        lane: Lane::Bulk,
        due_at,
        expires_at,
        on_doubt: OnDoubt::Unknown,
        purpose: Purpose::Broadcast(broadcast.id, row.id),
        call: body::call((&broadcast.body, sender), (chat, language), keyboard),
    }))
}

/// The chat, if this recipient may still get it; otherwise how the recipient ends, and why.
fn whom(row: &Next) -> Result<ChatId, (RecipientState, Reason)> {
    match (row.chat_id, row.user_id) {
        (Some(chat), _) if row.linked => Ok(chat),
        (Some(_), _) => Err((RecipientState::Cancelled, Reason::Unlinked)),
        (None, None) => Err((RecipientState::Cancelled, Reason::Left)),
        (None, Some(_)) if row.reachable != Some(true) => {
            Err((RecipientState::Unreachable, Reason::Blocked))
        }
        (None, Some(_)) if !row.consenting => {
            Err((RecipientState::Cancelled, Reason::ConsentWithdrawn))
        }
        (None, Some(_)) if row.paused => Err((RecipientState::Cancelled, Reason::Paused)),
        (None, Some(_)) if row.answered => Err((RecipientState::Cancelled, Reason::Answered)),
        (None, Some(user)) => Ok(user.into()),
    }
}

/// The call that takes a delivered message back.
async fn unsend(
    ctx: &mut Ctx<'_>,
    broadcast: &Broadcast,
    row: &Delivered,
) -> Result<Option<Outgoing>> {
    let chat = row.chat_id.or(row.user_id.map(ChatId::from));
    let (Some(chat), Some(message)) = (chat, row.message_id) else {
        let reason = if chat.is_none() {
            Reason::Left
        } else {
            Reason::NumberLost
        };
        store::recipients::mark_not_recalled(ctx.tx, broadcast.id, row.id, &reason).await?;
        return Ok(None);
    };
    let now = ctx.tx.now();
    Ok(Some(Outgoing {
        lane: Lane::Bulk,
        due_at: now,
        expires_at: now + TimeDelta::hours(UNSEND_HOURS),
        on_doubt: OnDoubt::Again,
        purpose: Purpose::Unsend(broadcast.id, row.id),
        call: Call::Delete { chat, message },
    }))
}

/// Recipients whose outbox row ended or vanished while they were still `claimed` (restart, member left): copies its
/// end state over.
async fn settle_adrift(ctx: &mut Ctx<'_>, broadcast: BroadcastId) -> Result {
    for (recipient, state, ended, reason) in store::recipients::adrift(ctx.tx, broadcast).await? {
        if state == RecipientState::Sent {
            let reason = Reason::NotTakenBack;
            store::recipients::mark_not_recalled(ctx.tx, broadcast, recipient, &reason).await?;
            continue;
        }
        let (to, reason) = match ended {
            Some(End::Unknown) => (RecipientState::Unknown, reason),
            Some(End::Expired) => (RecipientState::Expired, None),
            Some(End::Unreachable) => (RecipientState::Unreachable, reason),
            Some(End::Stale | End::Failed) => (RecipientState::Failed, reason),
            None => (RecipientState::Cancelled, Some(Reason::Left)),
        };
        let step = (RecipientState::Claimed, to);
        let who = Who::One(recipient);
        store::recipients::step(ctx.tx, broadcast, who, step, reason.as_ref()).await?;
    }
    Ok(())
}

/// Ends a broadcast with nothing left to do, and refreshes its card.
async fn finish(ctx: &mut Ctx<'_>, broadcast: &Broadcast, moves: bool) -> Result {
    let tallies = store::recipients::tallies(ctx.tx, broadcast.id).await?;
    let left = tallies.iter().any(|(state, reason, _)| match state {
        RecipientState::Queued | RecipientState::Claimed => true,
        // A message that could not be taken back carries the reason.
        RecipientState::Sent => broadcast.phase == Phase::Unsending && reason.is_none(),
        _ => false,
    });
    if left || store::recipients::is_fixing(ctx.tx, broadcast.id).await? {
        let shown = ctx.tx.now().timestamp() - broadcast.card_at;
        // Shown later than now: the clock was set back.
        if moves && !(0..CARD_SECONDS).contains(&shown) {
            screens::refresh(ctx, broadcast.id).await?;
        }
        return Ok(());
    }
    let phase = match broadcast.phase {
        Phase::Cancelling => Phase::Cancelled,
        Phase::Unsending => Phase::Unsent,
        _ => Phase::Done,
    };
    store::broadcasts::end(ctx.tx, broadcast.id, phase).await?;
    screens::refresh(ctx, broadcast.id).await?;
    let language = officers::language(ctx, broadcast.officer).await?;
    let summary = screens::summary(ctx, language, broadcast.id).await?;
    ctx.send(broadcast.officer, summary, Purpose::Plain).await
}

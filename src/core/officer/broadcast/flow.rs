//! How a broadcast goes: its rows move from the ledger into the outbox in small portions.
//!
//! Knows hours, terms, pauses and fairness. Must not know how fast the messenger takes calls: whatever
//! leaves the outbox makes room for the next portion, so neither memory nor the outbox grow with the audience.

use chrono::{DateTime, TimeDelta, Utc};

use super::{UNSEND_HOURS, asked, body, language_of, reminders, screens};
use crate::core::turn::Turn;
use crate::outgoing::{Call, Lane, OnDoubt, Outgoing, Purpose};
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::{Delivered, Next, State, Who};
use crate::store::{self, Fault};
use crate::types::{BroadcastId, ChatId};

/// Calls of broadcasts that wait in the outbox: some seconds' worth, so that a small unit's notice does
/// not stand long behind a province's.
const HAND: u32 = 128;

/// Rows of the ledger that are closed in one transaction.
const PORTION: u32 = 2_000;

/// How often a portion is filled up when its rows turn out to be for people who have left.
const FILLS_MAX: u32 = 8;

/// The card is edited no more often: each edit costs the place of a message.
const CARD_SECONDS: i64 = 10;

/// Time has passed, or the process has begun. `true` if there is more to do at once.
pub(in crate::core) async fn tick(turn: &mut Turn<'_>) -> Result<bool, Fault> {
    reminders::remind(turn).await?;
    for broadcast in store::broadcasts::at_work(turn.tx).await? {
        settle_adrift(turn, broadcast.id).await?;
    }
    if store::standstill::stands_still(turn.tx).await? {
        // What was on its way when all was held, and was asked to come again.
        store::standstill::hold(turn.tx).await?;
    }
    let asked = asked(turn);
    let more = store::recipients::fix_next(turn.tx, asked).await?;
    Ok(go(turn).await? || more)
}

/// Calls were answered.
pub(in crate::core) async fn flow(turn: &mut Turn<'_>) -> Result<(), Fault> {
    // Closing a ledger goes on with the next tick.
    go(turn).await.map(drop)
}

/// When something is due next.
pub(in crate::core) async fn next(turn: &mut Turn<'_>) -> Result<Option<DateTime<Utc>>, Fault> {
    let now = turn.tx.now();
    let mut due = store::broadcasts::reminders::next_due(turn.tx).await?;
    for broadcast in store::broadcasts::at_work(turn.tx).await? {
        let hours = hours(turn, &broadcast);
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

async fn go(turn: &mut Turn<'_>) -> Result<bool, Fault> {
    let at_work = store::broadcasts::at_work(turn.tx).await?;
    if at_work.is_empty() {
        return Ok(false);
    }
    let still = store::standstill::stands_still(turn.tx).await?;
    let (mut again, mut lanes) = (false, Vec::new());
    for broadcast in &at_work {
        if closes(turn, broadcast) {
            again |= close(turn, broadcast).await?;
        } else if hold(turn, broadcast, still).await? {
            lanes.push(broadcast);
        }
        if broadcast.phase == Phase::Unsending {
            lanes.push(broadcast);
        }
    }
    hand_out(turn, &lanes).await?;
    for broadcast in &at_work {
        let moves = lanes.iter().any(|lane| lane.id == broadcast.id) || closes(turn, broadcast);
        finish(turn, broadcast, moves).await?;
    }
    Ok(again)
}

/// Whether nothing of it is to leave any more.
fn closes(turn: &Turn<'_>, broadcast: &Broadcast) -> bool {
    match broadcast.phase {
        Phase::Cancelling | Phase::Unsending => true,
        _ => broadcast.expires_at.is_some_and(|at| at <= turn.tx.now()),
    }
}

/// Closes a portion of the ledger. `true` if there is more.
async fn close(turn: &mut Turn<'_>, broadcast: &Broadcast) -> Result<bool, Fault> {
    let end = match broadcast.phase {
        Phase::Cancelling | Phase::Unsending => State::Cancelled,
        _ => State::Expired,
    };
    for recipient in store::recipients::take_back(turn.tx, broadcast.id).await? {
        let who = Who::One(recipient);
        let step = (State::Claimed, end);
        store::recipients::step(turn.tx, broadcast.id, who, step, "").await?;
    }
    let (who, step) = (Who::Next(PORTION), (State::Queued, end));
    let closed = store::recipients::step(turn.tx, broadcast.id, who, step, "").await?;
    Ok(closed == u64::from(PORTION))
}

/// The hours in which it may go: those open now, or the next ones.
fn hours(turn: &Turn<'_>, broadcast: &Broadcast) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let starts = broadcast.starts_at?;
    let ends = broadcast.expires_at?;
    let (opens, closes) = turn.core.rules.cadence.opening(turn.tx.now().max(starts))?;
    let from = opens.max(starts);
    (from < ends).then_some((from, closes.min(ends)))
}

/// Keeps what waits in the outbox within its hours. `true` if more may leave now.
async fn hold(turn: &mut Turn<'_>, broadcast: &Broadcast, still: bool) -> Result<bool, Fault> {
    let Some(ends) = broadcast.expires_at else {
        return Ok(false);
    };
    let held = still || broadcast.phase == Phase::Paused;
    // A row that is due only when it expires never leaves; by then the ledger has closed it.
    let (from, to) = hours(turn, broadcast)
        .filter(|_| !held)
        .unwrap_or((ends, ends));
    let between = (from.timestamp(), to.timestamp());
    store::recipients::hold_between(turn.tx, broadcast.id, between).await?;
    Ok(!held && from <= turn.tx.now())
}

/// Fills the outbox up, one row of each broadcast after the other.
async fn hand_out(turn: &mut Turn<'_>, lanes: &[&Broadcast]) -> Result<(), Fault> {
    if lanes.is_empty() {
        return Ok(());
    }
    for _ in 0..FILLS_MAX {
        let room = HAND.saturating_sub(store::recipients::in_hand(turn.tx).await?);
        if room < HAND / 2 {
            return Ok(());
        }
        let each = (room / u32::try_from(lanes.len()).unwrap_or(u32::MAX)).max(1);
        let mut calls = Vec::new();
        let mut rows = false;
        for broadcast in lanes {
            let (found, owed) = portion(turn, broadcast, each).await?;
            rows |= found;
            calls.push(owed.into_iter());
        }
        while !calls.is_empty() {
            let mut left = Vec::new();
            for mut lane in calls {
                if let Some(call) = lane.next() {
                    owe(turn, call).await?;
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
    turn: &mut Turn<'_>,
    broadcast: &Broadcast,
    limit: u32,
) -> Result<(bool, Vec<Outgoing>), Fault> {
    let mut calls = Vec::new();
    if broadcast.phase == Phase::Unsending {
        let rows = store::recipients::delivered(turn.tx, broadcast.id, limit).await?;
        for row in &rows {
            calls.extend(unsend(turn, broadcast, row).await?);
        }
        return Ok((!rows.is_empty(), calls));
    }
    let asked = asked(turn);
    let rows = store::recipients::next(turn.tx, broadcast.id, asked, limit).await?;
    for row in &rows {
        calls.extend(send(turn, broadcast, row).await?);
    }
    Ok((!rows.is_empty(), calls))
}

async fn owe(turn: &mut Turn<'_>, call: Outgoing) -> Result<(), Fault> {
    let id = store::outbox::owe(turn.tx, &call).await?;
    match call.purpose {
        Purpose::Broadcast(broadcast, recipient) => {
            let step = (State::Queued, State::Claimed);
            let who = Who::One(recipient);
            store::recipients::step(turn.tx, broadcast, who, step, "").await?;
            store::recipients::set_call(turn.tx, recipient, id).await
        }
        Purpose::Unsend(_, recipient) => store::recipients::set_call(turn.tx, recipient, id).await,
        _ => Ok(()),
    }
}

/// The call to a recipient, or what became of them since the audience was fixed.
async fn send(
    turn: &mut Turn<'_>,
    broadcast: &Broadcast,
    row: &Next,
) -> Result<Option<Outgoing>, Fault> {
    let chat = match whom(row) {
        Ok(chat) => chat,
        Err((state, reason)) => {
            let (who, step) = (Who::One(row.id), (State::Queued, state));
            store::recipients::step(turn.tx, broadcast.id, who, step, reason).await?;
            return Ok(None);
        }
    };
    let Some((due_at, expires_at)) = hours(turn, broadcast) else {
        return Ok(None);
    };
    let keyboard = match row.language {
        Some(language) => body::member_keys(turn, language, broadcast),
        None => body::group_keys(broadcast),
    };
    Ok(Some(Outgoing {
        lane: Lane::Bulk,
        due_at,
        expires_at,
        on_doubt: OnDoubt::Unknown,
        purpose: Purpose::Broadcast(broadcast.id, row.id),
        call: body::call(&broadcast.body, chat, keyboard),
    }))
}

/// The chat, if this recipient still wants and can have it.
fn whom(row: &Next) -> Result<ChatId, (State, &'static str)> {
    match (row.chat_id, row.user_id) {
        (Some(chat), _) if row.linked => Ok(chat),
        (Some(_), _) => Err((State::Cancelled, "unlinked")),
        (None, None) => Err((State::Cancelled, "left")),
        (None, Some(_)) if row.reachable != Some(true) => Err((State::Unreachable, "blocked")),
        (None, Some(_)) if !row.consenting => Err((State::Cancelled, "consent withdrawn")),
        (None, Some(_)) if row.paused => Err((State::Cancelled, "paused")),
        (None, Some(_)) if row.answered => Err((State::Cancelled, "answered")),
        (None, Some(user)) => Ok(user.into()),
    }
}

/// The call that takes a delivered message back.
async fn unsend(
    turn: &mut Turn<'_>,
    broadcast: &Broadcast,
    row: &Delivered,
) -> Result<Option<Outgoing>, Fault> {
    let chat = row.chat_id.or(row.user_id.map(ChatId::from));
    let (Some(chat), Some(message)) = (chat, row.message_id) else {
        let reason = if chat.is_none() {
            "left"
        } else {
            "number lost"
        };
        store::recipients::keep(turn.tx, broadcast.id, row.id, reason).await?;
        return Ok(None);
    };
    let now = turn.tx.now();
    Ok(Some(Outgoing {
        lane: Lane::Bulk,
        due_at: now,
        expires_at: now + TimeDelta::hours(UNSEND_HOURS),
        on_doubt: OnDoubt::Again,
        purpose: Purpose::Unsend(broadcast.id, row.id),
        call: Call::Delete { chat, message },
    }))
}

/// A call that ended without the ledger being told: after a restart, or because the member has left.
async fn settle_adrift(turn: &mut Turn<'_>, broadcast: BroadcastId) -> Result<(), Fault> {
    for (recipient, state, ended, reason) in store::recipients::adrift(turn.tx, broadcast).await? {
        let reason = reason.unwrap_or_default();
        if state == State::Sent {
            store::recipients::keep(turn.tx, broadcast, recipient, "not taken back").await?;
            continue;
        }
        let (to, reason) = match ended.as_deref() {
            Some("unknown") => (State::Unknown, reason.as_str()),
            Some("expired") => (State::Expired, ""),
            Some("unreachable") => (State::Unreachable, reason.as_str()),
            Some(_) => (State::Failed, reason.as_str()),
            None => (State::Cancelled, "left"),
        };
        let step = (State::Claimed, to);
        let who = Who::One(recipient);
        store::recipients::step(turn.tx, broadcast, who, step, reason).await?;
    }
    Ok(())
}

/// Ends a broadcast of which nothing is left, and shows how it goes.
async fn finish(turn: &mut Turn<'_>, broadcast: &Broadcast, moves: bool) -> Result<(), Fault> {
    let tallies = store::recipients::tallies(turn.tx, broadcast.id).await?;
    let left = tallies.iter().any(|(state, reason, _)| match state {
        State::Queued | State::Claimed => true,
        // Those that could not be taken back carry the reason.
        State::Sent => broadcast.phase == Phase::Unsending && reason.is_empty(),
        _ => false,
    });
    if left || store::recipients::is_fixing(turn.tx, broadcast.id).await? {
        let shown = turn.tx.now().timestamp() - broadcast.card_at;
        if moves && shown >= CARD_SECONDS {
            screens::refresh(turn, broadcast.id).await?;
        }
        return Ok(());
    }
    let phase = match broadcast.phase {
        Phase::Cancelling => Phase::Cancelled,
        Phase::Unsending => Phase::Unsent,
        _ => Phase::Done,
    };
    store::broadcasts::end(turn.tx, broadcast.id, phase).await?;
    screens::refresh(turn, broadcast.id).await?;
    let language = language_of(turn, broadcast).await?;
    let summary = screens::summary(turn, language, broadcast.id).await?;
    turn.send(broadcast.officer, summary, Purpose::Plain).await
}

//! In-flight API calls: serial per chat, concurrent across chats.
//!
//! Knows the calls that have left and the rows queued behind them. Must not know the database: every row
//! given to [`InFlight::accept`] comes back in `done`, exactly once, whatever happens.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Instant;

use tokio::task::{Id, JoinError, JoinSet};

use crate::clock::Clock;
use crate::outgoing::{Claimed, Delivery, Lane, Outcome, Reason};
use crate::pace::{Pacer, Room};
use crate::telegram::Api;
use crate::types::{ChatId, OutboxId};

/// Claimed rows between the database and the messenger.
#[derive(Debug)]
pub(super) struct InFlight {
    api: Api,
    clock: Clock,
    pacer: Pacer,
    tasks: JoinSet<Outcome>,
    calls: HashMap<Id, InFlightCall>,
    /// Claimed rows of chats that have a call in flight.
    queued: HashMap<ChatId, VecDeque<Claimed>>,
    /// Outcomes that are not recorded yet.
    pub(super) done: Vec<Delivery>,
}

/// What is needed of a call in flight when it is answered.
#[derive(Debug)]
struct InFlightCall {
    id: OutboxId,
    chat: Option<ChatId>,
    lane: Lane,
    attempts: i64,
}

impl InFlight {
    pub(super) fn new(api: Api, clock: Clock, pacer: Pacer) -> Self {
        Self {
            api,
            clock,
            pacer,
            tasks: JoinSet::new(),
            calls: HashMap::new(),
            queued: HashMap::new(),
            done: Vec::new(),
        }
    }

    /// How many more rows to claim.
    pub(super) fn room(&mut self, now: Instant) -> Room {
        let mut taken = Room::NONE;
        for call in self.calls.values() {
            match (call.lane, call.chat) {
                (Lane::Reply, None) => taken.toasts += 1,
                (Lane::Reply, Some(_)) => taken.calls += 1,
                (Lane::Notice | Lane::Bulk, _) => {
                    taken.calls += 1;
                    taken.later += 1;
                }
            }
        }
        self.pacer.room(taken, now)
    }

    /// Chats whose rows are to stay in the queue for now.
    pub(super) fn busy(&mut self, now: Instant) -> Vec<ChatId> {
        let mut busy = self.pacer.busy(now);
        busy.extend(self.calls.values().filter_map(|call| call.chat));
        busy
    }

    /// When there may be room again even if no call is answered.
    pub(super) fn next(&mut self, now: Instant) -> Option<Instant> {
        self.pacer.next(now)
    }

    pub(super) fn any(&self) -> bool {
        !self.calls.is_empty()
    }

    /// Takes rows over, in the order in which they are to leave.
    pub(super) fn accept(&mut self, rows: Vec<Claimed>) {
        let chats = self.calls.values().filter_map(|call| call.chat);
        let mut in_the_air: HashSet<ChatId> = chats.collect();
        for row in rows {
            match row.call.chat() {
                Some(chat) if in_the_air.contains(&chat) => {
                    self.queued.entry(chat).or_default().push_back(row);
                }
                chat => {
                    if self.dispatch(row) {
                        in_the_air.extend(chat);
                    }
                }
            }
        }
    }

    /// Waits until a call is answered, and takes in all that were answered by then.
    pub(super) async fn join(&mut self) {
        if let Some(call) = self.tasks.join_next_with_id().await {
            self.complete(call);
            self.take_in();
        }
    }

    /// Takes in all calls that were answered by now.
    pub(super) fn take_in(&mut self) {
        while let Some(call) = self.tasks.try_join_next_with_id() {
            self.complete(call);
        }
    }

    /// Puts back rows that have not left yet.
    pub(super) fn give_back(&mut self) {
        let waiting = std::mem::take(&mut self.queued);
        for row in waiting.into_values().flatten() {
            self.record(row.id, Outcome::Untried);
        }
    }

    /// Ends calls without an answer as in doubt: they may have been carried out.
    pub(super) async fn abandon(&mut self) {
        self.tasks.abort_all();
        while self.any() {
            self.join().await;
        }
    }

    /// Dispatches one row, unless it has expired or the pace forbids it. `true` if it left.
    fn dispatch(&mut self, row: Claimed) -> bool {
        // Checked now, not when it was claimed: it may have waited behind a slow call.
        if self.clock.now() >= row.expires_at {
            self.record(row.id, Outcome::Expired);
            return false;
        }
        let chat = row.call.chat();
        if !self.pacer.admit(chat, row.lane, Instant::now()) {
            self.record(row.id, Outcome::Untried);
            return false;
        }
        let call = InFlightCall {
            id: row.id,
            chat,
            lane: row.lane,
            attempts: row.attempts,
        };
        let api = self.api.clone();
        let handle = self
            .tasks
            .spawn(async move { api.call(&row.call, row.lane).await });
        self.calls.insert(handle.id(), call);
        true
    }

    fn complete(&mut self, call: Result<(Id, Outcome), JoinError>) {
        let (task, outcome) = call.unwrap_or_else(|error| (error.id(), in_doubt(&error)));
        let Some(call) = self.calls.remove(&task) else {
            return;
        };
        self.pacer
            .answered(call.chat, call.attempts, &outcome, Instant::now());
        tracing::debug!(
            row = call.id.0,
            attempts = call.attempts,
            outcome = outcome.name(),
            "answered"
        );
        let goes_on = !matches!(
            outcome,
            Outcome::Untried
                | Outcome::RetryAfter { .. }
                | Outcome::Failed { .. }
                | Outcome::Moved(_)
                // Perhaps another call comes in its place: what follows it must not overtake that.
                | Outcome::Stale { .. }
        );
        self.record(call.id, outcome);
        let waiting = call.chat.and_then(|chat| self.queued.remove(&chat));
        self.follow(call.chat, waiting.unwrap_or_default(), goes_on);
    }

    /// Dispatches the next of a chat's rows, or puts all back behind the one that is to be tried again.
    fn follow(&mut self, chat: Option<ChatId>, mut waiting: VecDeque<Claimed>, goes_on: bool) {
        while let Some(row) = waiting.pop_front() {
            if !goes_on {
                self.record(row.id, Outcome::Untried);
            } else if self.dispatch(row) {
                break;
            }
        }
        if let (Some(chat), false) = (chat, waiting.is_empty()) {
            self.queued.insert(chat, waiting);
        }
    }

    fn record(&mut self, id: OutboxId, outcome: Outcome) {
        self.done.push(Delivery { id, outcome });
    }
}

/// The call's task panicked or was cancelled: the call may have been carried out.
fn in_doubt(error: &JoinError) -> Outcome {
    let reason = if error.is_cancelled() {
        Reason::StoppedWhileSending
    } else {
        tracing::error!("a call panicked");
        Reason::PanicWhileSending
    };
    Outcome::Failed {
        reason,
        maybe_sent: true,
    }
}

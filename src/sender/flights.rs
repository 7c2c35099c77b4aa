//! Calls on their way: each chat's in their order, all chats side by side.
//!
//! Knows what is in the air and what stands behind it. Must not know the database: every row
//! given to [`Flights::accept`] comes back in `landed`, exactly once, whatever happens.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Instant;

use tokio::task::{Id, JoinError, JoinSet};

use crate::clock::Clock;
use crate::outgoing::{Claimed, Delivery, Lane, Outcome};
use crate::pace::{Pacer, Room};
use crate::telegram::Api;
use crate::types::{ChatId, OutboxId};

/// Claimed rows between the database and the messenger.
#[derive(Debug)]
pub(super) struct Flights {
    api: Api,
    clock: Clock,
    pacer: Pacer,
    calls: JoinSet<Outcome>,
    aloft: HashMap<Id, Flight>,
    /// Rows of chats that have a call in the air.
    behind: HashMap<ChatId, VecDeque<Claimed>>,
    /// What became of rows, for the database to record.
    pub(super) landed: Vec<Delivery>,
}

/// A call in the air: what is needed when it lands.
#[derive(Debug)]
struct Flight {
    id: OutboxId,
    chat: Option<ChatId>,
    lane: Lane,
    attempts: i64,
}

impl Flights {
    pub(super) fn new(api: Api, clock: Clock, pacer: Pacer) -> Self {
        Self {
            api,
            clock,
            pacer,
            calls: JoinSet::new(),
            aloft: HashMap::new(),
            behind: HashMap::new(),
            landed: Vec::new(),
        }
    }

    /// How many more rows to claim.
    pub(super) fn room(&mut self, now: Instant) -> Room {
        let mut aloft = Room::NONE;
        for flight in self.aloft.values() {
            match (flight.lane, flight.chat) {
                (Lane::Reply, None) => aloft.toasts += 1,
                (Lane::Reply, Some(_)) => aloft.calls += 1,
                (Lane::Notice | Lane::Bulk, _) => {
                    aloft.calls += 1;
                    aloft.later += 1;
                }
            }
        }
        self.pacer.room(aloft, now)
    }

    /// Chats whose rows are to stay in the queue for now.
    pub(super) fn busy(&mut self, now: Instant) -> Vec<ChatId> {
        let mut busy = self.pacer.busy(now);
        busy.extend(self.aloft.values().filter_map(|flight| flight.chat));
        busy
    }

    /// When there may be room again, apart from a landing.
    pub(super) fn next(&mut self, now: Instant) -> Option<Instant> {
        self.pacer.next(now)
    }

    pub(super) fn any_aloft(&self) -> bool {
        !self.aloft.is_empty()
    }

    /// Takes rows over, in the order in which they are to leave.
    pub(super) fn accept(&mut self, rows: Vec<Claimed>) {
        let chats = self.aloft.values().filter_map(|flight| flight.chat);
        let mut in_the_air: HashSet<ChatId> = chats.collect();
        for row in rows {
            match row.call.chat() {
                Some(chat) if in_the_air.contains(&chat) => {
                    self.behind.entry(chat).or_default().push_back(row);
                }
                chat => {
                    if self.depart(row) {
                        in_the_air.extend(chat);
                    }
                }
            }
        }
    }

    /// Waits for one call to be answered and takes in all that were by then.
    pub(super) async fn land(&mut self) {
        let mut joined = self.calls.join_next_with_id().await;
        while let Some(call) = joined {
            self.touch_down(call);
            joined = self.calls.try_join_next_with_id();
        }
    }

    /// Gives back what has not left yet.
    pub(super) fn turn_back(&mut self) {
        let waiting = std::mem::take(&mut self.behind);
        for row in waiting.into_values().flatten() {
            self.record(row.id, Outcome::Untried);
        }
    }

    /// Gives up what has no answer yet: it may have been handled.
    pub(super) async fn abandon(&mut self) {
        self.calls.abort_all();
        while self.any_aloft() {
            self.land().await;
        }
    }

    /// Lets one row go, if its time has not passed and the pace allows it; tells whether it left.
    fn depart(&mut self, row: Claimed) -> bool {
        // Asked now, not when it was claimed: it may have stood behind a slow call.
        if self.clock.now() >= row.expires_at {
            self.record(row.id, Outcome::Expired);
            return false;
        }
        let chat = row.call.chat();
        if !self.pacer.admit(chat, row.lane, Instant::now()) {
            self.record(row.id, Outcome::Untried);
            return false;
        }
        let flight = Flight {
            id: row.id,
            chat,
            lane: row.lane,
            attempts: row.attempts,
        };
        let api = self.api.clone();
        let handle = self
            .calls
            .spawn(async move { api.call(&row.call, row.lane).await });
        self.aloft.insert(handle.id(), flight);
        true
    }

    fn touch_down(&mut self, call: Result<(Id, Outcome), JoinError>) {
        let (task, outcome) = call.unwrap_or_else(|error| (error.id(), in_doubt(&error)));
        let Some(flight) = self.aloft.remove(&task) else {
            return;
        };
        self.pacer
            .answered(flight.chat, flight.attempts, &outcome, Instant::now());
        tracing::debug!(
            row = flight.id.0,
            attempts = flight.attempts,
            outcome = outcome.name(),
            "answered"
        );
        let goes_on = !matches!(
            outcome,
            Outcome::Untried
                | Outcome::RetryAfter { .. }
                | Outcome::Failed { .. }
                | Outcome::Moved(_)
        );
        self.record(flight.id, outcome);
        let waiting = flight.chat.and_then(|chat| self.behind.remove(&chat));
        self.follow(flight.chat, waiting.unwrap_or_default(), goes_on);
    }

    /// The next of a chat's rows leaves, or all of them go back behind the one that will be tried again.
    fn follow(&mut self, chat: Option<ChatId>, mut waiting: VecDeque<Claimed>, goes_on: bool) {
        while let Some(row) = waiting.pop_front() {
            if !goes_on {
                self.record(row.id, Outcome::Untried);
            } else if self.depart(row) {
                break;
            }
        }
        if let (Some(chat), false) = (chat, waiting.is_empty()) {
            self.behind.insert(chat, waiting);
        }
    }

    fn record(&mut self, id: OutboxId, outcome: Outcome) {
        self.landed.push(Delivery { id, outcome });
    }
}

/// The call's task ended without telling: it may have been handled.
fn in_doubt(error: &JoinError) -> Outcome {
    let reason = if error.is_cancelled() {
        "stopped while sending"
    } else {
        tracing::error!("a call panicked");
        "panic while sending"
    };
    Outcome::Failed {
        reason,
        maybe_sent: true,
    }
}

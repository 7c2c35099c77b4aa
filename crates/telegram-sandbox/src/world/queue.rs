//! The updates that wait for the bot, in the order in which they arose.
//!
//! Knows: offsets, confirmation, expiry, which kinds the bot wants, which updates keep their order when
//! they are delivered. Must not know: what an update says, who waits for it, or real time.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How long Telegram keeps an update (<https://core.telegram.org/bots/api#getting-updates>).
const UPDATE_LIFE_S: i64 = 86_400;
/// How long it keeps a tap: <https://github.com/tdlib/telegram-bot-api> queues it with 150 s.
pub(crate) const TAP_LIFE_S: i64 = 150;
/// How many confirmed updates are remembered so that they can be delivered again.
const CONFIRMED_KEPT_MAX: usize = 10_000;
/// Kinds that Telegram sends only to bots that ask for them by name.
const OFF_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Queued {
    pub(crate) id: i64,
    expires: i64,
    /// Updates of one stream are delivered one after the other: see [`stream`].
    #[serde(default)]
    pub(crate) stream: i64,
    /// Sent to a webhook at least once.
    #[serde(default)]
    sent: bool,
    /// Taken by a webhook; those before it may still wait.
    #[serde(default)]
    done: bool,
    /// The whole update as JSON, made once: it may be delivered many times.
    #[serde(with = "super::shared")]
    pub(crate) json: Arc<str>,
}

/// An update's id, and all of it.
pub(crate) type Numbered = (i64, Arc<str>);

/// What keeps its order at a webhook: the messages of a chat, the taps of a person, the bot's standing in
/// a chat; each by itself, as in <https://github.com/tdlib/telegram-bot-api>.
pub(crate) fn stream(kind: &str, chat_or_user: i64) -> i64 {
    let offset = match kind {
        "callback_query" => 3 << 33,
        "my_chat_member" => 5 << 33,
        _ => 0,
    };
    chat_or_user + offset
}

/// Consecutive ids; another run begins when ids jump. Offsets are compared within a run only.
#[derive(Clone, Serialize, Deserialize)]
struct Run {
    first_id: i64,
    first_seq: u64,
}

#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Queue {
    waiting: VecDeque<Queued>,
    /// Sequence number of the first of `waiting`.
    head: u64,
    runs: Vec<Run>,
    next_id: i64,
    /// How many from the head have been sent to the bot at least once.
    delivered: u64,
    allowed: Option<Vec<String>>,
    confirmed: VecDeque<Queued>,
    /// Confirmed updates that are to be delivered once more, before anything else.
    again: VecDeque<Queued>,
    again_delivered: bool,
}

impl Queue {
    pub(crate) fn starting_at(first: i64) -> Queue {
        Queue {
            next_id: first,
            runs: vec![Run {
                first_id: first,
                first_seq: 0,
            }],
            ..Queue::default()
        }
    }

    pub(crate) fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = Some(kinds).filter(|kinds| !kinds.is_empty());
    }

    pub(crate) fn allowed(&self) -> Option<&[String]> {
        self.allowed.as_deref()
    }

    pub(crate) fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(kinds) => kinds.iter().any(|wanted| wanted == kind),
            None => !OFF_BY_DEFAULT.contains(&kind),
        }
    }

    /// Appends an update of that chat or, if it is a tap, of that person; `body` is the JSON of the object
    /// under its kind's name.
    pub(crate) fn push(&mut self, kind: &str, of: i64, body: &str, now: DateTime<Utc>) {
        if !self.wants(kind) {
            return;
        }
        let id = self.next_id;
        self.next_id += 1;
        let life = if kind == "callback_query" {
            TAP_LIFE_S
        } else {
            UPDATE_LIFE_S
        };
        self.waiting.push_back(Queued {
            id,
            expires: now.timestamp().saturating_add(life),
            stream: stream(kind, of),
            sent: false,
            done: false,
            json: format!("{{\"update_id\":{id},\"{kind}\":{body}}}").into(),
        });
    }

    /// The id that the next update gets.
    pub(crate) fn next(&self) -> i64 {
        self.next_id
    }

    /// The next update gets this id. Telegram chooses the next id at random after a week without
    /// updates, so it may be smaller than those before.
    pub(crate) fn jump(&mut self, next: i64) {
        self.next_id = next;
        let first_seq = self.tail();
        self.runs.retain(|run| run.first_seq < first_seq);
        self.runs.push(Run {
            first_id: next,
            first_seq,
        });
    }

    /// What a poll with this offset gets. Everything before the offset is confirmed and forgotten;
    /// an offset that names nothing in the queue is served from the head.
    pub(crate) fn take(&mut self, offset: i64, limit: usize, now: DateTime<Utc>) -> Vec<Arc<str>> {
        if let Some(batch) = self.take_again(offset, limit) {
            return batch;
        }
        self.confirm(offset);
        let now = now.timestamp();
        self.forget_expired(now);
        let mut batch = Vec::new();
        let mut seen = 0;
        for update in &self.waiting {
            if batch.len() == limit {
                break;
            }
            seen += 1;
            if update.expires > now && !update.done {
                batch.push(Arc::clone(&update.json));
            }
        }
        self.delivered = self.delivered.max(self.head + seen);
        batch
    }

    fn forget_expired(&mut self, now: i64) {
        while self
            .waiting
            .front()
            .is_some_and(|u| u.expires <= now || u.done)
        {
            self.waiting.pop_front();
            self.head += 1;
        }
    }

    /// The next of each stream, at most `limit`, without those that are `held` back for now: no stream goes
    /// on before its first update is taken.
    pub(crate) fn deliverable(
        &mut self,
        limit: usize,
        held: impl Fn(i64) -> bool,
        now: DateTime<Utc>,
    ) -> Vec<Numbered> {
        let now = now.timestamp();
        self.forget_expired(now);
        let mut streams = HashSet::new();
        let mut ready = Vec::new();
        for update in self.again.iter_mut().chain(self.waiting.iter_mut()) {
            if ready.len() == limit {
                break;
            }
            let waits = !update.done && update.expires > now;
            if waits && streams.insert(update.stream) && !held(update.id) {
                update.sent = true;
                ready.push((update.id, Arc::clone(&update.json)));
            }
        }
        ready
    }

    /// A webhook has taken it.
    pub(crate) fn taken(&mut self, id: i64) {
        let again = self.again.len();
        self.again.retain(|update| update.id != id);
        if self.again.len() < again {
            return;
        }
        let Some(update) = self.waiting.iter_mut().find(|update| update.id == id) else {
            return;
        };
        update.done = true;
        let done = update.clone();
        self.remember(done);
    }

    fn remember(&mut self, update: Queued) {
        if self.confirmed.len() >= CONFIRMED_KEPT_MAX {
            self.confirmed.pop_front();
        }
        self.confirmed.push_back(update);
    }

    fn take_again(&mut self, offset: i64, limit: usize) -> Option<Vec<Arc<str>>> {
        if self.again_delivered {
            while self.again.front().is_some_and(|u| u.id < offset) {
                self.again.pop_front();
            }
        }
        self.again_delivered = !self.again.is_empty();
        let batch: Vec<_> = self.again.iter().take(limit).collect();
        (!batch.is_empty()).then(|| batch.iter().map(|u| Arc::clone(&u.json)).collect())
    }

    fn confirm(&mut self, offset: i64) {
        let Some(until) = self.seq_of(offset) else {
            return;
        };
        while self.head < until {
            let Some(update) = self.waiting.pop_front() else {
                break;
            };
            self.head += 1;
            if !update.done {
                self.remember(update);
            }
        }
        let head = self.head;
        while self.runs.get(1).is_some_and(|run| run.first_seq <= head) {
            self.runs.remove(0);
        }
    }

    /// The place in the queue that an offset names; `None` when it is outside.
    fn seq_of(&self, offset: i64) -> Option<u64> {
        if offset < 0 {
            let back = offset.unsigned_abs();
            return Some(self.tail().saturating_sub(back).max(self.head));
        }
        let mut end = self.tail();
        for run in self.runs.iter().rev() {
            let into = u64::try_from(offset.checked_sub(run.first_id)?).ok();
            if let Some(seq) = into.map(|n| run.first_seq + n)
                && seq >= self.head
                && seq <= end
            {
                return Some(seq);
            }
            end = run.first_seq;
        }
        None
    }

    fn tail(&self) -> u64 {
        self.head + u64::try_from(self.waiting.len()).unwrap_or(u64::MAX)
    }

    /// Updates that a poll could still get.
    pub(crate) fn pending(&self, now: DateTime<Utc>) -> usize {
        let now = now.timestamp();
        let waits = |update: &&Queued| update.expires > now && !update.done;
        self.waiting.iter().filter(waits).count() + self.again.len()
    }

    /// Ids that were sent to the bot and not confirmed since.
    pub(crate) fn delivered_unconfirmed(&self) -> Vec<i64> {
        let count = usize::try_from(self.delivered.saturating_sub(self.head)).unwrap_or(0);
        let polled = self.waiting.iter().enumerate();
        let given = polled.filter(|(place, update)| *place < count || update.sent);
        let open = given.filter(|(_, update)| !update.done);
        open.map(|(_, update)| update.id).collect()
    }

    /// Puts the last `count` confirmed updates up for delivery again, with the ids they had.
    pub(crate) fn replay(&mut self, count: usize) -> usize {
        let skip = self.confirmed.len().saturating_sub(count);
        let again = self.confirmed.iter().skip(skip).cloned();
        let fresh = |update: Queued| Queued {
            sent: false,
            done: false,
            ..update
        };
        self.again = again.map(fresh).collect();
        self.again_delivered = false;
        self.again.len()
    }

    pub(crate) fn drop_pending(&mut self) {
        self.head = self.tail();
        self.waiting.clear();
        self.again.clear();
    }

    /// Grows when a poll confirms something.
    pub(crate) fn confirmed_count(&self) -> u64 {
        self.head
    }

    /// Grows with every update: compared before and after an act, it tells whether one was added.
    pub(crate) fn added(&self) -> u64 {
        self.tail() + u64::try_from(self.again.len()).unwrap_or(0)
    }
}

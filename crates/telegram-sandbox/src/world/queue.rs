//! The updates that wait for the bot, in the order in which they arose.
//!
//! Knows: offsets, confirmation, expiry, which kinds the bot wants. Must not know: what an update
//! says, who waits for it, or real time.

use std::collections::VecDeque;
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
    /// The whole update as JSON, made once: it may be delivered many times.
    #[serde(with = "super::shared")]
    pub(crate) json: Arc<str>,
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

    /// Appends an update; `body` is the JSON of the object under its kind's name.
    pub(crate) fn push(&mut self, kind: &str, body: &str, now: DateTime<Utc>) {
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
        while self.waiting.front().is_some_and(|u| u.expires <= now) {
            self.waiting.pop_front();
            self.head += 1;
        }
        let mut batch = Vec::new();
        let mut seen = 0;
        for update in &self.waiting {
            if batch.len() == limit {
                break;
            }
            seen += 1;
            if update.expires > now {
                batch.push(Arc::clone(&update.json));
            }
        }
        self.delivered = self.delivered.max(self.head + seen);
        batch
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
            if self.confirmed.len() >= CONFIRMED_KEPT_MAX {
                self.confirmed.pop_front();
            }
            self.confirmed.push_back(update);
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
        self.waiting.iter().filter(|u| u.expires > now).count() + self.again.len()
    }

    /// Ids that were sent to the bot and not confirmed since.
    pub(crate) fn delivered_unconfirmed(&self) -> Vec<i64> {
        let count = usize::try_from(self.delivered.saturating_sub(self.head)).unwrap_or(0);
        self.waiting.iter().take(count).map(|u| u.id).collect()
    }

    /// Puts the last `count` confirmed updates up for delivery again, with the ids they had.
    pub(crate) fn replay(&mut self, count: usize) -> usize {
        let skip = self.confirmed.len().saturating_sub(count);
        self.again = self.confirmed.iter().skip(skip).cloned().collect();
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

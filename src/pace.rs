//! How fast calls may go: over all, to one chat, to a group; and pauses after a refusal.
//!
//! Knows real time, as an argument: the messenger's limits do not follow the campaign's clock. Must not know what
//! is sent. Written by hand instead of using `governor`: the sender must know how much room there is before it
//! claims rows, and pauses, bursts and limits a minute together give one moment: when to look next.

mod limit;

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use crate::backoff::Backoff;
use crate::outgoing::{Lane, Outcome, Reason};
use crate::types::ChatId;

use limit::{SlidingWindow, TokenBucket};

/// The messenger's limits, as settings: paid broadcasts go to a thousand a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pace {
    /// Messages and edits a second, over all chats.
    pub per_second: u32,
    /// Messages and edits a second in one chat; short bursts of three are let through.
    pub chat_per_second: u32,
    /// Messages and edits a minute in one group.
    pub group_per_minute: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            per_second: 30,
            chat_per_second: 1,
            group_per_minute: 20,
        }
    }
}

/// How many calls of each kind may leave now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room {
    /// Calls counted against no chat: toasts.
    pub(crate) toasts: u32,
    /// Calls of any lane.
    pub(crate) calls: u32,
    /// Of these, at most so many that nobody is waiting for.
    pub(crate) later: u32,
}

impl Room {
    pub(crate) const NONE: Self = Self {
        toasts: 0,
        calls: 0,
        later: 0,
    };

    /// No room for anything.
    pub(crate) fn is_none(self) -> bool {
        self == Self::NONE
    }
}

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
/// How many messages in a row one chat takes before its pace counts.
const CHAT_BURST: u32 = 3;
/// Bulk leaves in small portions, so that a reply waits no longer than one of them takes.
const PORTIONS_PER_SECOND: u32 = 30;
/// Toasts are not limited by the messenger; this only bounds our connections. More than a batch of updates can bring, so
/// that those of one batch leave while the next is read.
const TOASTS: u32 = 128;
/// A pause after the first fault of a row; it doubles with each attempt.
const FAULT_PAUSE: Duration = SECOND;
const FAULT_PAUSE_MAX: Duration = Duration::from_secs(300);
/// A pause of everything while the messenger is away; it doubles up to this.
const OUTAGE_PAUSE_MAX: Duration = Duration::from_secs(30);
/// Calls in flight at the same time, unless the pace needs more. After a power cut so many are in doubt.
const ALOFT: u32 = 32;
const ALOFT_MAX: u32 = 128;
/// If so many chats refuse within so long, the limit over all chats is meant.
const STRAIN_CHATS: usize = 3;
const STRAIN_TIME: Duration = Duration::from_secs(2);

/// Decides what may leave when, over all chats and in each of them.
#[derive(Debug)]
pub(crate) struct Pacer {
    pace: Pace,
    all: SlidingWindow,
    later: TokenBucket,
    chats: HashMap<ChatId, ChatRecord>,
    toasts_paused_until: Instant,
    stopped_until: Instant,
    /// Chats that were lately asked to wait.
    waits: RecentRefusals,
    /// Chats in which calls lately failed, since the last one that did not.
    faults: RecentRefusals,
    /// The pause of everything while the messenger is away.
    outage: Backoff,
    swept: Instant,
}

#[derive(Debug)]
struct ChatRecord {
    drip: TokenBucket,
    minute: Option<SlidingWindow>,
    paused_until: Instant,
}

impl ChatRecord {
    fn ready(&mut self, now: Instant) -> Instant {
        let minute = self.minute.as_mut().map_or(now, |minute| minute.ready(now));
        self.drip.ready(now).max(minute).max(self.paused_until)
    }

    fn is_settled(&mut self, now: Instant) -> bool {
        self.paused_until <= now
            && self.drip.is_idle(now)
            && self
                .minute
                .as_mut()
                .is_none_or(|minute| minute.is_idle(now))
    }
}

/// The chats that lately refused, each with when and for how long.
#[derive(Debug, Default)]
struct RecentRefusals {
    past: VecDeque<(Instant, ChatId, Duration)>,
}

impl RecentRefusals {
    /// Notes a refusal. Returns the shortest of their waits if enough different chats have refused.
    fn note(&mut self, chat: ChatId, wait: Duration, now: Instant) -> Option<Duration> {
        self.past
            .retain(|(past, other, _)| *past + STRAIN_TIME > now && *other != chat);
        self.past.push_back((now, chat, wait));
        if self.past.len() < STRAIN_CHATS {
            return None;
        }
        self.past.iter().map(|(.., wait)| *wait).min()
    }
}

impl Pacer {
    pub(crate) fn new(pace: Pace, now: Instant) -> Self {
        // One more than a portion, so that late wake-ups do not lower the rate.
        let portion = pace.per_second.div_ceil(PORTIONS_PER_SECOND) + 1;
        Self {
            pace,
            all: SlidingWindow::new(pace.per_second, SECOND),
            later: TokenBucket::new(pace.per_second, portion, now),
            chats: HashMap::new(),
            toasts_paused_until: now,
            stopped_until: now,
            waits: RecentRefusals::default(),
            faults: RecentRefusals::default(),
            outage: Backoff::new(SECOND, OUTAGE_PAUSE_MAX),
            swept: now,
        }
    }

    /// How much may leave now, with so many calls in flight.
    pub(crate) fn room(&mut self, in_flight: Room, now: Instant) -> Room {
        if now < self.stopped_until {
            return Room::NONE;
        }
        if !self.outage.is_fresh() {
            // After an outage one call tries, not a whole batch.
            let probe = u32::from(in_flight.is_none());
            return Room {
                toasts: probe,
                calls: probe,
                later: probe,
            };
        }
        let most = (self.pace.per_second / 8).clamp(ALOFT, ALOFT_MAX);
        let calls = self.all.room(now).min(most.saturating_sub(in_flight.calls));
        // Slow bulk calls leave a quarter of the places to replies.
        let places = (most - most / 4).saturating_sub(in_flight.later);
        Room {
            toasts: if now < self.toasts_paused_until {
                0
            } else {
                TOASTS.saturating_sub(in_flight.toasts)
            },
            calls,
            later: self.later.room(now).min(places).min(calls),
        }
    }

    /// The chats that take nothing now.
    pub(crate) fn busy(&mut self, now: Instant) -> Vec<ChatId> {
        if now >= self.swept + SECOND {
            self.swept = now;
            self.chats.retain(|_, chat| !chat.is_settled(now));
        }
        self.chats
            .iter_mut()
            .filter_map(|(id, chat)| (chat.ready(now) > now).then_some(*id))
            .collect()
    }

    /// Counts a call that is to leave now; `false` if it may not.
    pub(crate) fn admit(&mut self, chat: Option<ChatId>, lane: Lane, now: Instant) -> bool {
        if now < self.stopped_until {
            return false;
        }
        let Some(id) = chat else {
            return now >= self.toasts_paused_until;
        };
        if self.all.room(now) == 0 {
            return false;
        }
        let chat = self.chat(id, now);
        if chat.ready(now) > now {
            return false;
        }
        chat.drip.take(now);
        if let Some(minute) = &mut chat.minute {
            minute.take(now);
        }
        self.all.take(now);
        if lane != Lane::Reply {
            self.later.take(now);
        }
        true
    }

    /// Adapts the pace to an answer.
    pub(crate) fn answered(
        &mut self,
        chat: Option<ChatId>,
        attempts: i64,
        outcome: &Outcome,
        now: Instant,
    ) {
        match outcome {
            Outcome::RetryAfter { seconds } => {
                self.outage.reset();
                let wait = Duration::from_secs(u64::from(*seconds)).max(SECOND);
                self.pause(chat, wait, now);
                let strain = chat.and_then(|chat| self.waits.note(chat, wait, now));
                if let Some(wait) = strain {
                    tracing::warn!(
                        seconds = wait.as_secs(),
                        "several chats were asked to wait: all do"
                    );
                    self.stopped_until = self.stopped_until.max(now + wait);
                }
            }
            Outcome::Failed { reason, .. } => {
                self.pause(chat, fault_pause(attempts), now);
                let strain = chat.and_then(|chat| self.faults.note(chat, SECOND, now));
                if strain.is_some() {
                    self.stop(reason, now);
                }
            }
            Outcome::Untried => self.stop(&Reason::NoConnection, now),
            _ => {
                if !self.outage.is_fresh() {
                    tracing::info!("the messenger takes calls again");
                }
                self.outage.reset();
                self.faults.past.clear();
            }
        }
    }

    /// When something that may not leave now may leave; `None` if nothing is held back.
    pub(crate) fn next(&mut self, now: Instant) -> Option<Instant> {
        if now < self.stopped_until {
            return Some(self.stopped_until);
        }
        let limits = [
            self.all.ready(now),
            self.later.ready(now),
            self.toasts_paused_until,
        ];
        let chats = self.chats.values_mut().map(|chat| chat.ready(now));
        limits
            .into_iter()
            .chain(chats)
            .filter(|ready| *ready > now)
            .min()
    }

    fn chat(&mut self, id: ChatId, now: Instant) -> &mut ChatRecord {
        let pace = self.pace;
        self.chats.entry(id).or_insert_with(|| ChatRecord {
            drip: TokenBucket::new(pace.chat_per_second, CHAT_BURST, now),
            minute: (id.0 < 0).then(|| SlidingWindow::new(pace.group_per_minute, MINUTE)),
            paused_until: now,
        })
    }

    fn pause(&mut self, chat: Option<ChatId>, wait: Duration, now: Instant) {
        match chat {
            Some(id) => {
                let chat = self.chat(id, now);
                chat.paused_until = chat.paused_until.max(now + wait);
            }
            // One failing tap must not hold up the taps of all others for minutes.
            None => self.toasts_paused_until = now + wait.min(SECOND),
        }
    }

    /// The messenger is away: everything waits, longer each time until something is answered.
    fn stop(&mut self, reason: &Reason, now: Instant) {
        if now < self.stopped_until {
            // Calls that were already in flight when the pause began do not lengthen it.
            return;
        }
        if self.outage.is_fresh() {
            tracing::warn!(%reason, "the messenger takes no calls: they wait");
        }
        self.stopped_until = now + self.outage.step();
    }
}

fn fault_pause(attempts: i64) -> Duration {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(16);
    (FAULT_PAUSE * 2_u32.pow(doublings)).min(FAULT_PAUSE_MAX)
}

#[cfg(test)]
mod tests;

//! What all parts of a running sandbox share: the world behind its lock, and who is woken by changes.
//!
//! Knows: the one way to change the world and whom to wake then. Must not know: routes, sockets,
//! when the world is saved.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use tokio::sync::{broadcast, watch};
use tokio_util::sync::CancellationToken;

use crate::api::updates::Pace;
use crate::events::{self, PageEvent};
use crate::faults::Faults;
use crate::limits::Rates;
use crate::lock::lock;
use crate::options::{Label, Options};
use crate::state::Files;
use crate::tour::Step;
use crate::world::World;
use crate::world::queue::Numbered;
use crate::world::webhook::Webhook;

/// How many calls the log keeps.
const CALLS_KEPT_MAX: usize = 100_000;
/// How far an open page may fall behind before it has to fetch everything anew.
pub(crate) const EVENTS_BEHIND_MAX: usize = 4096;

/// A phone the page suggests to show.
#[derive(Clone, serde::Serialize)]
pub(crate) struct Phone {
    pub(crate) user: i64,
    pub(crate) chat: i64,
    pub(crate) role: Label,
    pub(crate) start: String,
}

pub(crate) struct Inner {
    pub(crate) options: Options,
    pub(crate) addr: SocketAddr,
    pub(crate) world: Mutex<World>,
    pub(crate) files: Files,
    pub(crate) faults: Faults,
    pub(crate) rates: Rates,
    /// Counts up when an update is queued, and when it is decided whether they are polled or delivered:
    /// wakes the waiting poll, and whoever delivers.
    pub(crate) arrived: watch::Sender<u64>,
    /// The number of the newest poll; an older one ends with 409.
    pub(crate) polls: watch::Sender<u64>,
    pub(crate) pace: Mutex<Pace>,
    pub(crate) changed: watch::Sender<u64>,
    pub(crate) events: broadcast::Sender<PageEvent>,
    pub(crate) requests: AtomicU64,
    pub(crate) calls: Mutex<VecDeque<(String, Option<i64>)>>,
    pub(crate) phones: Mutex<Vec<Phone>>,
    pub(crate) tour: Mutex<Vec<Step>>,
    pub(crate) clock_busy: AtomicBool,
    pub(crate) stop: CancellationToken,
    pub(crate) tasks: Mutex<Vec<tokio::task::JoinHandle<()>>>,
}

impl Inner {
    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.options.now)()
    }

    /// The one way to change the world: acts under the lock, then wakes polls, pages and waiting tests.
    pub(crate) fn act<T>(&self, act: impl FnOnce(&mut World, DateTime<Utc>) -> T) -> T {
        let now = self.now();
        let mut world = lock(&self.world);
        let (added, hooks) = (world.queue.added(), world.hooks);
        let result = act(&mut world, now);
        let grown = world.queue.added() != added;
        let hooked = world.hooks != hooks;
        let changed = grown || hooked || !world.changes.is_empty();
        let events = if self.events.receiver_count() > 0 {
            events::drain(&mut world)
        } else {
            world.changes.clear();
            Vec::new()
        };
        if !world.new_files.is_empty() {
            self.files.keep(world.new_files.drain(..));
        }
        drop(world);
        for event in events {
            // An error means that the last page was closed meanwhile: nobody is left to hear it.
            let _ = self.events.send(event);
        }
        if grown || hooked {
            self.arrived.send_modify(|count| *count += 1);
        }
        if changed {
            self.changed.send_modify(|count| *count += 1);
        }
        result
    }

    pub(crate) fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&lock(&self.world))
    }

    /// Serves a poll, which confirms what came before its offset. Nothing that a page shows changes;
    /// tests that wait for updates to be read are woken.
    pub(crate) fn take_updates(&self, offset: i64, limit: usize) -> Vec<Arc<str>> {
        let now = self.now();
        let (batch, confirmed) = {
            let mut world = lock(&self.world);
            let before = world.queue.confirmed_count();
            let batch = world.queue.take(offset, limit, now);
            (batch, world.queue.confirmed_count() != before)
        };
        if confirmed || !batch.is_empty() {
            self.changed.send_modify(|count| *count += 1);
        }
        batch
    }

    /// What may be delivered now, if there is a webhook: see `Queue::deliverable`.
    pub(crate) fn deliverable(
        &self,
        on_their_way: usize,
        held: impl Fn(i64) -> bool,
    ) -> Option<(Webhook, Vec<Numbered>)> {
        let now = self.now();
        let mut world = lock(&self.world);
        let hook = world.webhook.clone()?;
        let limit = hook.connections.saturating_sub(on_their_way);
        let ready = world.queue.deliverable(limit, held, now);
        drop(world);
        if !ready.is_empty() {
            self.changed.send_modify(|count| *count += 1);
        }
        Some((hook, ready))
    }

    /// An update was taken by the webhook.
    pub(crate) fn delivered(&self, id: i64) {
        lock(&self.world).queue.taken(id);
        self.changed.send_modify(|count| *count += 1);
    }

    /// Notes a call for `Sandbox::calls`. Polls are left out: how many there are depends on timing.
    pub(crate) fn note_call(&self, method: &str, chat: Option<i64>) {
        if method.eq_ignore_ascii_case("getUpdates") {
            return;
        }
        let mut calls = lock(&self.calls);
        if calls.len() >= CALLS_KEPT_MAX {
            calls.pop_front();
        }
        calls.push_back((method.to_owned(), chat));
    }

    pub(crate) async fn unless_stopped(&self, wait: impl Future<Output = ()>) {
        tokio::select! {
            () = wait => {}
            () = self.stop.cancelled() => {}
        }
    }

    /// For what is not in the world: faults, phones, the clock.
    pub(crate) fn publish(&self, event: PageEvent) {
        let _ = self.events.send(event);
        self.changed.send_modify(|count| *count += 1);
    }

    pub(crate) fn set_clock(&self, busy: bool) {
        self.clock_busy.store(busy, Ordering::Release);
        self.publish(PageEvent::clock(self.now(), busy));
    }
}

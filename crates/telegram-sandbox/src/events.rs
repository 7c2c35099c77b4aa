//! What open pages hear while it happens: events and their JSON.
//!
//! Knows: event names. Must not know: who caused them, or how they travel.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::show;
use crate::world::{Change, World};

/// One event for all open pages.
#[derive(Clone)]
pub(crate) struct PageEvent {
    pub(crate) name: &'static str,
    pub(crate) data: Arc<str>,
}

impl PageEvent {
    fn new(name: &'static str, data: &serde_json::Value) -> PageEvent {
        PageEvent {
            name,
            data: data.to_string().into(),
        }
    }

    /// People, chats, faults or phones changed: pages fetch the state again.
    pub(crate) fn state() -> PageEvent {
        PageEvent::new("state", &json!({}))
    }

    pub(crate) fn clock(now: DateTime<Utc>, busy: bool) -> PageEvent {
        PageEvent::new("clock", &json!({"now": now, "busy": busy}))
    }
}

/// Takes the world's changes as events. A message that has changed twice is shown as it is now, both times.
pub(crate) fn drain(world: &mut World) -> Vec<PageEvent> {
    let changes = std::mem::take(&mut world.changes);
    let world = &*world;
    let message = |name, chat, id| {
        let stored = world.message(chat, id)?;
        Some(PageEvent::new(name, &show::message(world, chat, stored)))
    };
    changes
        .into_iter()
        .filter_map(|item| match item {
            Change::Message(chat, id) => message("message", chat, id),
            Change::Edit(chat, id) => message("edit", chat, id),
            Change::Delete(chat, id) => {
                Some(PageEvent::new("delete", &json!({"chat": chat, "id": id})))
            }
            Change::Toast(user, toast) => Some(PageEvent::new(
                "toast",
                &json!({
                    "user": user, "query": toast.query, "text": toast.text, "alert": toast.alert,
                }),
            )),
            Change::Typing(chat) => Some(PageEvent::new("typing", &json!({ "chat": chat }))),
            Change::State => Some(PageEvent::state()),
        })
        .collect()
}

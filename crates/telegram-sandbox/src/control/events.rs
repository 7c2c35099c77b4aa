//! What open pages hear while it happens (server-sent events).
//!
//! Knows: event names and their JSON. Must not know: who caused them.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use chrono::{DateTime, Utc};
use futures_util::stream::{self, Stream};
use serde_json::json;
use tokio::sync::broadcast::error::RecvError;

use super::show;
use crate::Inner;
use crate::world::{News, World};

/// One event for all open pages.
#[derive(Clone)]
pub(crate) struct Live {
    name: &'static str,
    data: Arc<str>,
}

impl Live {
    fn new(name: &'static str, data: &serde_json::Value) -> Live {
        Live {
            name,
            data: data.to_string().into(),
        }
    }

    /// Something changed that pages do not track: they fetch the state again.
    pub(crate) fn state() -> Live {
        Live::new("state", &json!({}))
    }

    pub(crate) fn clock(now: DateTime<Utc>, busy: bool) -> Live {
        Live::new("clock", &json!({"now": now, "busy": busy}))
    }
}

/// Turns the world's news into events. A message that has changed again meanwhile is told as it is.
pub(crate) fn tell(world: &mut World) -> Vec<Live> {
    let news = std::mem::take(&mut world.news);
    let world = &*world;
    let message = |name, chat, id| {
        let stored = world.message(chat, id)?;
        Some(Live::new(name, &show::message(world, chat, stored)))
    };
    news.into_iter()
        .filter_map(|item| match item {
            News::Message(chat, id) => message("message", chat, id),
            News::Edit(chat, id) => message("edit", chat, id),
            News::Delete(chat, id) => Some(Live::new("delete", &json!({"chat": chat, "id": id}))),
            News::Toast(user, toast) => Some(Live::new(
                "toast",
                &json!({
                    "user": user, "query": toast.query, "text": toast.text, "alert": toast.alert,
                }),
            )),
            News::Typing(chat) => Some(Live::new("typing", &json!({ "chat": chat }))),
            News::State => Some(Live::state()),
        })
        .collect()
}

/// `GET /sandbox/events`: ends when the sandbox stops; a page that fell behind fetches anew.
pub(super) async fn stream(
    State(inner): State<Arc<Inner>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let receiver = inner.live.subscribe();
    let stop = inner.stop.clone();
    let events = stream::unfold((receiver, stop), |(mut receiver, stop)| async move {
        let live = tokio::select! {
            received = receiver.recv() => match received {
                Ok(live) => live,
                Err(RecvError::Lagged(_)) => Live::state(),
                Err(RecvError::Closed) => return None,
            },
            () = stop.cancelled() => return None,
        };
        let event = Event::default().event(live.name).data(live.data);
        Some((Ok(event), (receiver, stop)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

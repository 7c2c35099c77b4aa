//! `GET /sandbox/events`: the stream of what happens (server-sent events).
//!
//! Knows: how events travel to a page. Must not know: what they say.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use tokio::sync::broadcast::error::RecvError;

use crate::events::PageEvent;
use crate::inner::Inner;

/// Ends when the sandbox stops. A page that fell too far behind is told to fetch everything anew.
pub(super) async fn events(
    State(inner): State<Arc<Inner>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let receiver = inner.events.subscribe();
    let stop = inner.stop.clone();
    let events = stream::unfold((receiver, stop), |(mut receiver, stop)| async move {
        let page_event = tokio::select! {
            received = receiver.recv() => match received {
                Ok(event) => event,
                Err(RecvError::Lagged(_)) => PageEvent::state(),
                Err(RecvError::Closed) => return None,
            },
            () = stop.cancelled() => return None,
        };
        let event = Event::default()
            .event(page_event.name)
            .data(page_event.data);
        Some((Ok(event), (receiver, stop)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

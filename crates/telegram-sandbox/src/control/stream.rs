//! `GET /sandbox/events`: the stream of what happens (server-sent events).
//!
//! Knows: how events travel to a page. Must not know: what they say.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use tokio::sync::broadcast::error::RecvError;

use crate::inner::Inner;
use crate::live::Live;

/// Ends when the sandbox stops; a page that fell behind fetches anew.
pub(super) async fn events(
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

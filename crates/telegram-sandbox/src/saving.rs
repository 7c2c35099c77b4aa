//! When the world is saved.
//!
//! Knows: changes and pauses. Must not know: how a world is written down.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::inner::Inner;
use crate::lock::lock;
use crate::state;

/// The shortest pause between two saves.
const PAUSE: Duration = Duration::from_secs(2);
/// The pause is at least this many times what the save took: a large world would be saved without end
/// otherwise.
const SHARE: u32 = 20;

/// Saves after changes until the sandbox stops; `Sandbox::stop` saves once more itself.
pub(crate) async fn keep_saving(inner: Arc<Inner>) {
    if inner.options.state.is_none() {
        return;
    }
    let mut changed = inner.changed.subscribe();
    loop {
        tokio::select! {
            () = inner.stop.cancelled() => return,
            change = changed.changed() => if change.is_err() { return },
        }
        let begun = Instant::now();
        save_now(&inner).await;
        let pause = PAUSE.max(begun.elapsed() * SHARE);
        tokio::select! {
            () = inner.stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

pub(crate) async fn save_now(inner: &Arc<Inner>) {
    let Some(path) = inner.options.state.clone() else {
        return;
    };
    let inner = Arc::clone(inner);
    let saved = tokio::task::spawn_blocking(move || {
        // Messages are behind `Arc`, so the copy is cheap, and the slow writing needs no lock.
        let world = lock(&inner.world).clone();
        inner.files.save()?;
        state::write(&path, &world)
    });
    match saved.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!("the sandbox's state was not saved: {error:#}"),
        Err(error) => tracing::warn!(%error, "saving the sandbox's state failed"),
    }
}

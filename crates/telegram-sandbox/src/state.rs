//! Saves the world to a file and finds it there again.
//!
//! Knows: files on disk, when to save. Must not know: what the world means.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use axum::body::Bytes;
use serde::{Deserialize, Serialize};

use crate::world::World;
use crate::{Inner, Options, lock};

/// The shape of the state file; another number means another program wrote it.
const VERSION: u32 = 1;
/// At most so often is the world saved …
const PAUSE: Duration = Duration::from_secs(2);
/// … and never for more than a twentieth of the time.
const SHARE: u32 = 20;

#[derive(Serialize)]
struct Saved<'a> {
    version: u32,
    world: &'a World,
}

#[derive(Deserialize)]
struct Loaded {
    version: u32,
    world: World,
}

/// The bytes of uploaded files, by file id.
pub(crate) struct Files {
    bytes: Mutex<HashMap<String, Bytes>>,
    /// Beside the state file, so that the state itself stays small.
    folder: Option<PathBuf>,
    unsaved: Mutex<Vec<String>>,
}

impl Files {
    pub(crate) fn keep(&self, new: impl Iterator<Item = (String, Bytes)>) {
        let mut bytes = lock(&self.bytes);
        let mut unsaved = lock(&self.unsaved);
        for (id, content) in new {
            if self.folder.is_some() {
                unsaved.push(id.clone());
            }
            bytes.insert(id, content);
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<Bytes> {
        lock(&self.bytes).get(id).cloned()
    }

    fn save(&self) -> anyhow::Result<()> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        let ids = std::mem::take(&mut *lock(&self.unsaved));
        if ids.is_empty() {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        for id in ids {
            if let Some(content) = self.get(&id) {
                fs::write(folder.join(&id), &content)?;
            }
        }
        Ok(())
    }
}

fn folder_of(state: &Path) -> PathBuf {
    let mut name = state.as_os_str().to_owned();
    name.push(".files");
    PathBuf::from(name)
}

/// The saved world, or a new one where there is none.
///
/// It is written down before anything happens in it: a world that is cut off later knows from where to skip ahead.
pub(crate) fn load(options: &Options, bot_id: i64) -> anyhow::Result<(World, Files)> {
    let mut files = Files {
        bytes: Mutex::default(),
        folder: options.state.as_deref().map(folder_of),
        unsaved: Mutex::default(),
    };
    let fresh = || World::new(bot_id, &options.bot_username, options.seed);
    let Some(path) = &options.state else {
        return Ok((fresh(), files));
    };
    let world = if path.exists() {
        let mut world = saved(path)?;
        world.bot.id = bot_id;
        world.bot.username.clone_from(&options.bot_username);
        world.skip_ahead();
        world
    } else {
        fresh()
    };
    write(path, &world)
        .with_context(|| format!("cannot write the sandbox's state {}", path.display()))?;
    if let Some(folder) = &files.folder {
        let mut bytes = HashMap::new();
        for id in world.files.keys() {
            if let Ok(content) = fs::read(folder.join(id)) {
                bytes.insert(id.clone(), Bytes::from(content));
            }
        }
        files.bytes = Mutex::new(bytes);
    }
    Ok((world, files))
}

fn saved(path: &Path) -> anyhow::Result<World> {
    let shown = path.display();
    let text =
        fs::read(path).with_context(|| format!("cannot read the sandbox's state {shown}"))?;
    let loaded = serde_json::from_slice::<Loaded>(&text).with_context(|| {
        format!("{shown} is not a sandbox's state; move it away to begin with a new world")
    })?;
    if loaded.version != VERSION {
        anyhow::bail!(
            "{shown} was written by another version ({}); move it away to begin with a new world",
            loaded.version
        );
    }
    Ok(loaded.world)
}

/// Saves after changes until the sandbox stops. The last save is `stop`'s own.
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
        // Messages are shared, so this copies pointers; writing happens outside the lock.
        let world = lock(&inner.world).clone();
        inner.files.save()?;
        write(&path, &world)
    });
    match saved.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!("the sandbox's state was not saved: {error:#}"),
        Err(error) => tracing::warn!(%error, "saving the sandbox's state failed"),
    }
}

/// Whole or not at all: written beside, then put in place.
fn write(path: &Path, world: &World) -> anyhow::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let saved = Saved {
        version: VERSION,
        world,
    };
    let mut file = fs::File::create(&beside)?;
    file.write_all(&serde_json::to_vec(&saved)?)?;
    file.sync_all()?;
    fs::rename(&beside, path)?;
    Ok(())
}

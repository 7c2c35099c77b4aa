//! The world in a file, and the bytes of uploaded files beside it.
//!
//! Knows: files on disk. Must not know: when to save, what the world means.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::Context as _;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

use crate::lock::lock;
use crate::options::Options;
use crate::world::World;

/// The format of the state file. A file with another number is refused, not guessed at.
const VERSION: u32 = 1;

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

    pub(crate) fn save(&self) -> anyhow::Result<()> {
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
/// It is written at once: if the program is killed before the first save, the next start finds the
/// numbers this one began with, and skips ahead of all it may have given.
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

/// Writes beside and renames: a power cut leaves the old world or the new one, never half of one.
pub(crate) fn write(path: &Path, world: &World) -> anyhow::Result<()> {
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

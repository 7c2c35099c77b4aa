//! The commands that write files for somebody to begin with: settings, texts, the manual.
//!
//! Knows that nothing which is there is overwritten, and nothing is left half done. Must not know what the files mean.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use nhip::cli::{Cli, MessagesCommand};
use nhip::messages;
use nhip::text::{Texts, Value, Words};
use nhip::told;
use nhip::types::Language;

use super::print;

/// What an installation begins with, and who may read it.
const FILES: [(&str, u32); 3] = [
    ("nhip.toml", 0o644),
    ("env", 0o600),
    ("units-sample.csv", 0o644),
];

/// `nhip init`
pub fn init(dir: &Path, language: Language) -> anyhow::Result<()> {
    let there: Vec<String> = FILES
        .iter()
        .map(|(name, _)| dir.join(name))
        .filter(|path| path.symlink_metadata().is_ok())
        .map(|path| path.display().to_string())
        .collect();
    if !there.is_empty() {
        bail!(told!("init-there", paths = there.join(", ")));
    }
    let new = !dir.exists();
    folder(dir)?;
    let mut written: Vec<PathBuf> = Vec::new();
    for (name, mode) in FILES {
        let path = dir.join(name);
        let text =
            messages::to_begin_with(language, name).with_context(|| told!("init-no-text"))?;
        if let Err(why) = write_new(&path, mode, text.as_bytes()) {
            written
                .iter()
                .for_each(|path| drop(std::fs::remove_file(path)));
            if new {
                drop(std::fs::remove_dir(dir));
            }
            return Err(why);
        }
        written.push(path);
    }
    let texts = Texts::built_in(&Words::default())?;
    let shown = std::path::absolute(dir)?.components().collect::<PathBuf>();
    let shown = Value::from(shown.display().to_string());
    print(&texts.plain(language, "init-next", &[("folder", shown)]));
    Ok(())
}

/// `nhip messages`
pub fn messages(command: &MessagesCommand) -> anyhow::Result<()> {
    let MessagesCommand::Export { dir } = command;
    let occupied = match std::fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) => {
            return Err(error).with_context(|| told!("file-unused", path = dir.display()));
        }
    };
    if occupied {
        bail!(told!("export-occupied", path = dir.display()));
    }
    let absolute = std::path::absolute(dir)?;
    let (Some(above), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        bail!(told!("export-no-folder", path = dir.display()));
    };
    // Beside it first: a folder that holds half of the texts would be used as if it held all.
    let mut half = std::ffi::OsString::from(".");
    half.push(name);
    half.push(".half");
    let half = above.join(half);
    let done = export(&half).and_then(|files| {
        std::fs::rename(&half, &absolute)
            .with_context(|| told!("file-unwritten", path = dir.display()))?;
        Ok(files)
    });
    if done.is_err() {
        drop(std::fs::remove_dir_all(&half));
    }
    let files = done?;
    print(&told!(
        "export-written",
        files = files,
        path = dir.display()
    ));
    Ok(())
}

fn export(dir: &Path) -> anyhow::Result<usize> {
    drop(std::fs::remove_dir_all(dir));
    let mut files = 0;
    for (path, text) in messages::built_in()? {
        write_below(dir, &path, text.as_bytes())?;
        files += 1;
    }
    Ok(files)
}

/// `nhip manual`
pub fn manual(dir: &Path) -> anyhow::Result<()> {
    for page in Cli::manual(&nhip::version::version())? {
        write_below(dir, &page.path, &page.content)?;
    }
    Ok(())
}

fn write_below(dir: &Path, path: &str, content: &[u8]) -> anyhow::Result<()> {
    let path = dir.join(path);
    let above = path.parent().unwrap_or(dir);
    std::fs::create_dir_all(above)
        .and_then(|()| std::fs::write(&path, content))
        .with_context(|| told!("file-unwritten", path = path.display()))
}

/// A folder that is its owner's alone, for the database will lie in it; one that is there stays as it is.
fn folder(dir: &Path) -> anyhow::Result<()> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(dir);
    made.with_context(|| told!("folder-not-made", path = dir.display()))
}

fn write_new(path: &Path, mode: u32, content: &[u8]) -> anyhow::Result<()> {
    let mut new = OpenOptions::new();
    let opened = new.write(true).create_new(true).mode(mode).open(path);
    opened
        .and_then(|mut file| {
            let written = file.write_all(content).and_then(|()| file.sync_all());
            if written.is_err() {
                drop(std::fs::remove_file(path));
            }
            written
        })
        .with_context(|| told!("file-unwritten", path = path.display()))
}

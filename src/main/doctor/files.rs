//! Files, folders and the disk: who may read and write them, and whether there is room.
//!
//! Knows modes and owners. Must not know what is in the files.

use std::fs::Metadata;
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use nhip::db::{ROOM_ENOUGH, ROOM_MIN, free_bytes};
use nhip::place::Place;

use super::findings::Findings;

/// What the database has beside it.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", ".lock"];
/// What stands beside the settings and may hold the token.
const SECRETS: [&str; 2] = ["env", "token"];

const MEGABYTE: u64 = 1_000_000;

/// Looks at all of them.
pub fn look(found: &mut Findings, place: &Place) {
    let mut faults = 0;
    let mut secret = |found: &mut Findings, path: &Path, others: u32| {
        if let Some(held) = held(found, path)
            && held.permissions().mode() & others != 0
        {
            faults += 1;
            found.wrong(
                format!("others may use {}, which is secret", path.display()),
                format!(
                    "chmod {} {}",
                    if others == 0o007 { "o=" } else { "go=" },
                    path.display()
                ),
            );
        }
    };
    for suffix in BESIDE {
        let mut path = place.database.clone().into_os_string();
        path.push(suffix);
        secret(found, Path::new(&path), 0o077);
    }
    if let Some(settings) = &place.settings {
        for name in SECRETS {
            // A package gives the group of the service the right to read.
            secret(found, &settings.with_file_name(name), 0o007);
        }
    }
    if faults == 0 {
        found.fine("files that hold secrets are for their owner alone".to_owned());
    }
    folder(found, place);
}

/// The folder of the database: whose it is, who may write to it, and how much room is there.
fn folder(found: &mut Findings, place: &Place) {
    let path = std::path::absolute(&place.database).unwrap_or_else(|_| place.database.clone());
    let folder = path.parent().map_or(PathBuf::from("."), Path::to_owned);
    let shown = folder.display();
    let Some(held) = held(found, &folder) else {
        found.wrong(
            format!("the database's folder {shown} is not there"),
            "make it, for the user that the service runs as: install -d -m 700 -o USER FOLDER",
        );
        return;
    };
    if held.permissions().mode() & 0o022 != 0 {
        found.wrong(
            format!("others may put files into {shown}, where the database is"),
            format!("chmod go-w {shown}"),
        );
    }
    if let Ok(database) = path.metadata()
        && database.uid() != held.uid()
    {
        found.wrong(
            "the database belongs to another user than its folder: the service may not be able to write to it".to_owned(),
            format!("chown --reference={shown} {}*", path.display()),
        );
    }
    room(found, &folder);
}

fn room(found: &mut Findings, folder: &Path) {
    let shown = folder.display();
    let next = "make room: without any, nothing that people answer can be kept";
    match free_bytes(folder) {
        Ok(free) if free < ROOM_MIN => {
            found.wrong(
                format!(
                    "free where the database is ({shown}): {} MB",
                    free / MEGABYTE
                ),
                next,
            );
        }
        Ok(free) if free < ROOM_ENOUGH => {
            found.doubtful(
                format!(
                    "free where the database is ({shown}): {} MB",
                    free / MEGABYTE
                ),
                next,
            );
        }
        Ok(free) => found.fine(format!(
            "free where the database is ({shown}): {} MB",
            free / MEGABYTE
        )),
        Err(error) => found.doubtful(
            format!("how much room is left in {shown} cannot be told: {error}"),
            "look with df",
        ),
    }
}

/// What the file system knows of it; `None`: it is not there, or that was told.
fn held(found: &mut Findings, path: &Path) -> Option<Metadata> {
    match path.metadata() {
        Ok(held) => Some(held),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => {
            found.unseen(format!(
                "{}: {error}; run this as root or as the user that the service runs as",
                path.display()
            ));
            None
        }
    }
}

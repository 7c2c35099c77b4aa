//! Files, folders and the disk: who may read and write them, and whether there is room.
//!
//! Knows modes and owners. Must not know what is in the files.

use std::fs::Metadata;
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use nhip::db::{ROOM_ENOUGH, ROOM_MIN, free_bytes};
use nhip::place::Place;
use nhip::told;

use super::findings::Findings;
use crate::failure;

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
            let mode = if others == 0o007 { "o=" } else { "go=" };
            let path = path.display();
            found.wrong(told!("doctor-others-may", path = path, mode = mode));
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
        found.fine(told!("doctor-secrets"));
    }
    folder(found, place);
}

/// The folder of the database: whose it is, who may write to it, and how much room is there.
fn folder(found: &mut Findings, place: &Place) {
    let path = std::path::absolute(&place.database).unwrap_or_else(|_| place.database.clone());
    let folder = path.parent().map_or(PathBuf::from("."), Path::to_owned);
    let shown = folder.display();
    let Some(held) = held(found, &folder) else {
        found.wrong(told!("doctor-no-folder", path = shown));
        return;
    };
    if held.permissions().mode() & 0o022 != 0 {
        found.wrong(told!("doctor-folder-open", path = shown));
    }
    if let Ok(database) = path.metadata()
        && database.uid() != held.uid()
    {
        found.wrong(told!(
            "doctor-folder-of-another",
            folder = shown,
            path = path.display()
        ));
    }
    room(found, &folder);
}

fn room(found: &mut Findings, folder: &Path) {
    let shown = folder.display();
    let little = |free: u64| {
        told!(
            "doctor-room-little",
            path = shown,
            megabytes = free / MEGABYTE
        )
    };
    match free_bytes(folder) {
        Ok(free) if free < ROOM_MIN => found.wrong(little(free)),
        Ok(free) if free < ROOM_ENOUGH => found.doubtful(little(free)),
        Ok(free) => found.fine(told!(
            "doctor-room",
            path = shown,
            megabytes = free / MEGABYTE
        )),
        Err(error) => {
            found.doubtful(told!("doctor-room-unknown", path = shown, cause = error));
        }
    }
}

/// What the file system knows of it; `None`: it is not there, or that was told.
fn held(found: &mut Findings, path: &Path) -> Option<Metadata> {
    match path.metadata() {
        Ok(held) => Some(held),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => {
            let cause = failure::of_the_system(&error);
            found.unseen(told!("doctor-held", path = path.display(), cause = cause));
            None
        }
    }
}

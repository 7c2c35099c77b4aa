//! The database's files are their owner's alone, whatever the umask: they hold answers of an open check-in.
//!
//! Knows which files there are and what a mode is. Must not know what is in them.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use super::file::real;

/// Read and written by the owner, by nobody else.
const FILE_MODE: u32 = 0o600;

/// The bits of everybody who is not the owner.
const OTHERS: u32 = 0o077;

/// What SQLite keeps beside the file. It gives new ones the mode of the file itself.
const BESIDE: [&str; 3] = ["", "-wal", "-shm"];

/// Creates the file if there is none.
///
/// # Errors
/// It cannot be created.
pub(super) fn create(path: &Path) -> io::Result<()> {
    let mut new = OpenOptions::new();
    let created = new
        .write(true)
        .create_new(true)
        .mode(FILE_MODE)
        .open(real(path));
    match created {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Takes from others what they may do with the files that are there. Only once it is known that they are ours.
///
/// A file whose mode cannot be changed is used all the same: it belongs to somebody else, who has let us in, and the
/// log says so.
pub(super) fn tighten(path: &Path) {
    for suffix in BESIDE {
        let mut name = real(path).into_os_string();
        name.push(suffix);
        tighten_one(Path::new(&name));
    }
}

fn tighten_one(file: &Path) {
    let Ok(held) = fs::metadata(file) else {
        return;
    };
    let mode = held.permissions().mode();
    if !held.is_file() || mode & OTHERS == 0 {
        return;
    }
    match fs::set_permissions(file, Permissions::from_mode(mode & !OTHERS)) {
        Ok(()) => tracing::warn!(
            file = %file.display(),
            "others could read this file: now only its owner can"
        ),
        Err(error) => tracing::warn!(
            file = %file.display(),
            %error,
            "others can read this file, and that cannot be changed: make it its owner's alone (chmod 600)"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(file: &Path) -> u32 {
        let held = fs::metadata(file).expect("the file is there");
        held.permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_its_owners_and_an_old_one_becomes_so_with_what_stands_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let [new, old, log] =
            ["new.db", "old.db", "old.db-wal"].map(|name| folder.path().join(name));
        create(&new).expect("a file");
        assert_eq!(mode(&new), FILE_MODE);
        for file in [&old, &log] {
            fs::write(file, b"held").expect("a file");
            fs::set_permissions(file, Permissions::from_mode(0o644)).expect("an open file");
        }
        create(&old).expect("it is there");
        tighten(&old);
        assert_eq!((mode(&old), mode(&log)), (FILE_MODE, FILE_MODE));
        assert_eq!(
            fs::read(&old).expect("readable"),
            b"held",
            "nothing else has changed"
        );
    }
}

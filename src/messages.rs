//! The files of `messages/`, from a folder or from inside the binary.
//!
//! Knows where they are and that they are UTF-8. Must not know what they mean.

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::fault::{Fault, Faults};
use crate::told;
use crate::types::Language;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/messages");

/// Larger than any file that people write: the largest of ours has 50 kB.
const BYTES_MAX: u64 = 4 * 1024 * 1024;

/// How the built-in files are called in faults.
const BUILT_IN_ROOT: &str = "messages";

/// The folder of what an installation begins with, one folder a language.
const TO_BEGIN_WITH: &str = "init";

/// The folder of what is told at the terminal.
pub(crate) const TERMINAL: &str = "cli";

/// A file that an installation begins with, such as `nhip.toml`.
pub fn to_begin_with(language: Language, name: &str) -> Option<&'static str> {
    let language = match language {
        Language::Vi => "vi",
        Language::En => "en",
    };
    let path = format!("{TO_BEGIN_WITH}/{language}/{name}");
    BUILT_IN.get_file(path)?.contents_utf8()
}

/// The files inside the binary that somebody may edit, by path with `/`; the others are only ever read in here.
///
/// # Errors
/// One of them is no text.
pub fn built_in() -> Result<impl Iterator<Item = (String, String)>, Faults> {
    let tree = Tree::built_in().map_err(|fault| Faults(vec![fault]))?;
    let kept = |path: &str| {
        [TERMINAL, TO_BEGIN_WITH]
            .contains(&path.split('/').next()?)
            .then_some(())
    };
    Ok(tree
        .files
        .into_iter()
        .filter(move |(path, _)| kept(path).is_none()))
}

/// The files below a folder: what they hold, by path with `/`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    root: String,
    files: BTreeMap<String, String>,
}

impl Tree {
    /// A tree of these files.
    #[cfg(test)]
    pub(crate) fn of<P: Into<String>, T: Into<String>>(
        files: impl IntoIterator<Item = (P, T)>,
    ) -> Self {
        Self {
            root: BUILT_IN_ROOT.into(),
            files: files
                .into_iter()
                .map(|(path, text)| (path.into(), text.into()))
                .collect(),
        }
    }

    /// The files inside the binary.
    pub(crate) fn built_in() -> Result<Self, Fault> {
        let mut tree = Self {
            root: BUILT_IN_ROOT.into(),
            files: BTreeMap::new(),
        };
        tree.embed(&BUILT_IN)?;
        Ok(tree)
    }

    fn embed(&mut self, dir: &Dir<'_>) -> Result<(), Fault> {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            self.put(path, file.contents().to_vec())?;
        }
        dir.dirs().try_for_each(|below| self.embed(below))
    }

    /// The files below `dir`. Hidden ones are left out: editors put their own there.
    pub(crate) fn read(dir: &Path) -> Result<Self, Fault> {
        let mut tree = Self {
            root: dir.to_string_lossy().trim_end_matches('/').to_owned(),
            files: BTreeMap::new(),
        };
        tree.read_below(dir, "")?;
        Ok(tree)
    }

    fn read_below(&mut self, dir: &Path, prefix: &str) -> Result<(), Fault> {
        let unreadable = |path: &Path, error: std::io::Error| {
            Fault::of_file(path.to_string_lossy(), told!("tree-unread", cause = error))
        };
        let entries = std::fs::read_dir(dir).map_err(|error| unreadable(dir, error))?;
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(dir, error))?;
            let path = entry.path();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if path.is_dir() && !hidden(&name) {
                self.read_below(&path, &format!("{name}/"))?;
            } else if path.is_file() && !hidden(&name) {
                let size = path
                    .metadata()
                    .map_err(|error| unreadable(&path, error))?
                    .len();
                if size > BYTES_MAX {
                    return Err(Fault::of_file(
                        path.to_string_lossy(),
                        told!("tree-too-large", bytes = size, most = BYTES_MAX),
                    ));
                }
                let bytes = std::fs::read(&path).map_err(|error| unreadable(&path, error))?;
                self.put(name, bytes)?;
            }
        }
        Ok(())
    }

    fn put(&mut self, path: String, bytes: Vec<u8>) -> Result<(), Fault> {
        if hidden(&path) {
            return Ok(());
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes());
            Fault::at_byte(self.shown(&path), &text, good, told!("tree-not-utf8"))
        })?;
        self.files.insert(path, text);
        Ok(())
    }

    /// What the file at `path` holds.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Puts another text in a file's place, here and not on disk.
    pub(crate) fn replace(&mut self, path: &str, text: String) {
        self.files.insert(path.to_owned(), text);
    }

    /// All paths, in order.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// How `path` is called in faults.
    pub(crate) fn shown(&self, path: &str) -> String {
        format!("{}/{path}", self.root)
    }
}

fn hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_their_path_and_hidden_ones_are_not() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("ui")).unwrap();
        std::fs::write(dir.path().join("ui/vi.ftl"), "a = ă").unwrap();
        std::fs::write(dir.path().join(".swp"), [0xff]).unwrap();
        let tree = Tree::read(dir.path()).unwrap();
        assert_eq!(tree.get("ui/vi.ftl"), Some("a = ă"));
        assert_eq!(tree.paths().count(), 1);
    }

    #[test]
    fn another_encoding_is_refused_with_its_place() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.yaml"), b"x: 1\ny: \xe0").unwrap();
        let fault = Tree::read(dir.path()).unwrap_err();
        assert_eq!((fault.line, fault.column), (2, 4));
    }

    #[test]
    fn a_file_that_is_far_too_large_is_not_read() {
        let dir = tempfile::tempdir().unwrap();
        let file = std::fs::File::create(dir.path().join("a.yaml")).unwrap();
        file.set_len(BYTES_MAX + 1).unwrap();
        let fault = Tree::read(dir.path()).unwrap_err().to_string();
        assert!(
            fault.contains("a file of texts has 4194304 at most"),
            "{fault}"
        );
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_fault() {
        let fault = Tree::read(Path::new("/no/such/folder")).unwrap_err();
        assert!(fault.to_string().starts_with("/no/such/folder:1:1: "));
    }
}

//! The file `env` beside the settings: variables for whoever has not set them, whichever way the program is started.
//!
//! Knows its form, which systemd and containers read alike. Must not know what a variable means.

use std::collections::BTreeMap;
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::told;

/// How it is called, beside the settings.
const NAME: &str = "env";
/// Names that begin so are ours.
const OURS: [&str; 2] = ["NHIP_", "TELOXIDE_"];
/// Those that are no option's: command lines are visible to others.
const SECRETS: [&str; 2] = ["TELOXIDE_TOKEN", "TELOXIDE_TOKEN_FILE"];

/// What stands in it, each with its line. It holds the token, so it is never shown.
#[derive(Default)]
pub(super) struct EnvFile {
    path: PathBuf,
    lines: BTreeMap<String, (usize, String)>,
}

impl fmt::Debug for EnvFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvFile").field("path", &self.path).finish()
    }
}

impl EnvFile {
    /// The one beside these settings; none is as good as an empty one. `known` are the variables of the options.
    ///
    /// # Errors
    /// It cannot be read, or a line of it is no variable of ours: which.
    pub(super) fn beside(settings: &Path, known: &[String]) -> Result<Self, String> {
        let path = settings.with_file_name(NAME);
        let path = std::path::absolute(&path).unwrap_or(path);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => {
                return Err(told!("env-unread", path = path.display(), cause = error));
            }
        };
        // Windows' editor begins a text with this mark.
        let text = text.trim_start_matches('\u{feff}');
        let mut lines = BTreeMap::new();
        for (line, written) in (1..).zip(text.lines()) {
            let at = |what: String| format!("{}:{line}: {what}", path.display());
            let written = written.trim();
            if written.is_empty() || written.starts_with(['#', ';']) {
                continue;
            }
            // Not the line itself: it may be a token.
            let (name, value) = written
                .split_once('=')
                .ok_or_else(|| at(told!("env-no-variable")))?;
            let name = name.trim();
            if !known.iter().any(|known| known == name) && !SECRETS.contains(&name) {
                return Err(at(unknown(name)));
            }
            let value = unquoted(value.trim());
            if lines
                .insert(name.to_owned(), (line, value.to_owned()))
                .is_some()
            {
                return Err(at(told!("env-twice", name = name)));
            }
        }
        Ok(Self { path, lines })
    }

    /// A variable that is set there, and where it stands.
    pub(super) fn get(&self, name: &str) -> Option<(&str, String)> {
        let (line, value) = self.lines.get(name)?;
        let place = told!(
            "env-place",
            name = name,
            path = self.path.display(),
            line = line
        );
        (!blank(value)).then(|| (value.trim(), place))
    }
}

/// Whether this is as good as not set.
pub(super) fn blank(value: &str) -> bool {
    value.trim().is_empty()
}

fn unknown(name: &str) -> String {
    if OURS.iter().any(|ours| name.starts_with(ours)) {
        told!("env-unknown", name = name)
    } else {
        told!("env-not-ours")
    }
}

fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .iter()
        .find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<EnvFile, String> {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(NAME), text).expect("written");
        let known = ["NHIP_OWNERS".to_owned(), "NHIP_LOG".to_owned()];
        let read = EnvFile::beside(&folder.path().join("nhip.toml"), &known);
        read.map_err(|why| why.replace(&folder.path().display().to_string(), "‹folder›"))
    }

    #[test]
    fn comments_blanks_and_quotation_marks_are_understood_as_systemd_and_docker_do() {
        let text =
            "# whose it is\n\n; and so\nNHIP_OWNERS = 1,2 \nNHIP_LOG=\"warn\"\nTELOXIDE_TOKEN=\n";
        let file = read(text).expect("a sound file");
        assert_eq!(file.get("NHIP_OWNERS").expect("set").0, "1,2");
        let (value, place) = file.get("NHIP_LOG").expect("set");
        assert_eq!(value, "warn");
        assert!(place.ends_with("env, line 5"), "{place}");
        assert_eq!(file.get("TELOXIDE_TOKEN"), None, "left empty is not set");
        assert!(!format!("{file:?}").contains("warn"), "it is never shown");
    }

    #[test]
    fn the_mark_that_windows_puts_before_a_text_is_no_name() {
        let file = read("\u{feff}NHIP_LOG=warn\r\n").expect("a sound file");
        assert_eq!(file.get("NHIP_LOG").expect("set").0, "warn");
    }

    #[test]
    fn a_line_that_is_none_is_told_and_its_content_is_not() {
        for (text, told) in [
            (
                "NHIP_OWNERS=1\nNHIP_OWNER=2",
                "‹folder›/env:2: no variable is called NHIP_OWNER; docs/settings.md lists them",
            ),
            (
                "123:a-token-alone",
                "‹folder›/env:1: this is no variable; write it as NAME=value",
            ),
            (
                "NHIP_LOG=info\nNHIP_LOG=warn",
                "‹folder›/env:2: NHIP_LOG stands here a second time; keep one of them",
            ),
        ] {
            assert_eq!(read(text).expect_err(text), told);
        }
        let proxy = read("HTTPS_PROXY=http://10.0.0.1").expect_err("none of ours");
        assert!(proxy.contains("systemctl edit nhip"), "{proxy}");
    }
}

//! An import in the audit: lines about each unit that has changed, however many they are, for its members to read.
//!
//! Knows whose line it is. Must not know how a line reads.

use std::collections::BTreeMap;

use super::Changes;
use super::stored::Ids;
use crate::db::Tx;
use crate::store::Result;
use crate::store::audit::{self, AuditAction, Change, Changed, Office, What};
use crate::types::UserId;

/// Who imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importer {
    /// An owner, in the chat.
    Owner(UserId),
    /// Whoever runs the server, in the shell.
    Server,
}

/// What the audit is to keep, made before anybody waits for the database: lines, each with the code of the unit whose
/// members read it.
#[derive(Debug)]
pub(crate) struct Notes(Vec<(String, Changed)>);

impl Notes {
    pub(crate) fn of(changes: &Changes) -> Self {
        let lines = concerned(changes.noted())
            .into_iter()
            .flat_map(|(code, list)| {
                Changed::split(list).map(move |changed| (code.clone(), changed))
            });
        Self(lines.collect())
    }

    pub(super) async fn store(&self, tx: &mut Tx, ids: &Ids<'_>, by: Importer) -> Result {
        let by = match by {
            Importer::Owner(user) => (Some(user), Office::Owner),
            Importer::Server => (None, Office::Server),
        };
        // A unit above may be none: then nobody reads of it.
        let lines = self.0.iter().filter_map(|(code, changed)| {
            let unit = ids.get(code.as_str())?;
            Some((Some(*unit), changed))
        });
        audit::note_lines(tx, by, AuditAction::Units, lines).await
    }
}

/// What each unit's members should read: what has changed of it, and which units came to it or went from it.
fn concerned(noted: Vec<(&str, Vec<Change>)>) -> BTreeMap<String, Vec<Change>> {
    let mut all: BTreeMap<String, Vec<Change>> = BTreeMap::new();
    let mut add = |code: &str, change: &Change| {
        all.entry(code.to_owned()).or_default().push(change.clone());
    };
    for (code, list) in noted {
        for change in &list {
            add(code, change);
            if matches!(change.what, What::New | What::Parent) {
                add(&change.before, change);
                add(&change.after, change);
            }
        }
    }
    all
}

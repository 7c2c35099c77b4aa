//! An import in the audit: lines about each unit that has changed, however many they are, for its members to read.
//!
//! Knows whose line it is. Must not know how a line reads.

use std::collections::BTreeMap;

use super::Changes;
use crate::db::Tx;
use crate::store::audit::{self, AuditAction, Change, Changed, Office, What};
use crate::store::{self, StoreError};
use crate::types::{UnitId, UserId};

/// Who imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importer {
    /// An owner, in the chat.
    Owner(UserId),
    /// Whoever runs the server, in the shell.
    Server,
}

pub(super) async fn note(tx: &mut Tx, changes: &Changes, by: Importer) -> Result<(), StoreError> {
    let by = match by {
        Importer::Owner(user) => (Some(user), Office::Owner),
        Importer::Server => (None, Office::Server),
    };
    let noted = changes.noted();
    let codes = noted.iter().flat_map(|(code, list)| {
        let others = list
            .iter()
            .flat_map(|change| [&*change.before, &*change.after]);
        others.chain([*code])
    });
    let ids = store::units::ids(tx, &codes.collect::<Vec<_>>()).await?;
    let mut lines = Vec::new();
    for (unit, list) in concerned(noted, &ids) {
        lines.extend(Changed::split(list).map(|changed| (Some(unit), changed)));
    }
    audit::note_lines(tx, by, AuditAction::Units, &lines).await
}

/// What each unit's members should read: what has changed of it, and which units came to it or went from it.
fn concerned(
    noted: Vec<(&str, Vec<Change>)>,
    ids: &BTreeMap<String, UnitId>,
) -> BTreeMap<UnitId, Vec<Change>> {
    let mut all: BTreeMap<UnitId, Vec<Change>> = BTreeMap::new();
    let mut add = |code: &str, change: &Change| {
        if let Some(unit) = ids.get(code) {
            all.entry(*unit).or_default().push(change.clone());
        }
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

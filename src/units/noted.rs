//! An import in the audit: a line about each unit that has changed, or one about all if they are many.
//!
//! Knows whose line it is and how many there are. Must not know how a line reads.

use std::collections::BTreeMap;

use super::Changes;
use crate::db::Tx;
use crate::store::audit::{self, AuditAction, Change, Changed, Office, What};
use crate::store::{self, StoreError};
use crate::types::{UnitId, UserId};

/// Units that get a line of their own. Of more, members of all units read one line with the first changes.
const LINES_MAX: usize = 20;

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
    if noted.len() > LINES_MAX {
        let all: Changed = noted.into_iter().flat_map(|(_, list)| list).collect();
        return audit::note_in(tx, None, by, AuditAction::Units, &all).await;
    }
    let codes = noted.iter().flat_map(|(code, list)| {
        let others = list
            .iter()
            .flat_map(|change| [&*change.before, &*change.after]);
        others.chain([*code])
    });
    let ids = store::units::ids(tx, &codes.collect::<Vec<_>>()).await?;
    for (unit, list) in concerned(noted, &ids) {
        let changed: Changed = list.into_iter().collect();
        audit::note_in(tx, Some(unit), by, AuditAction::Units, &changed).await?;
    }
    Ok(())
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

//! The tree of units as a file: reading it whole, refusing it whole, storing it whole.
//!
//! Knows what a sound tree is; `column` knows the headings, `row` the cells, `tree` what is above what, `stored` rows and ids. Must not know
//! formats, nor who uses the tree.

mod changes;
mod column;
mod noted;
mod row;
mod stored;
mod tree;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::changes::Changes;
use self::column::UnitColumn;
pub use self::noted::Importer;
pub(crate) use self::noted::Notes;
use self::row::{UnitRow, rows};
use crate::db::Tx;
use crate::store::units::Unit;
use crate::store::{self, Result};
pub use crate::table::{BYTES_MAX, Faults};
use crate::table::{Book, Fault, Trouble};
use crate::types::UnitId;

/// What stands in a file of units, before anybody has looked at the units that are there already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitList {
    rows: Vec<UnitRow>,
    /// Where each column stands, in the order of [`UnitColumn::ALL`].
    places: Vec<u32>,
    /// What is wrong with single cells.
    #[serde(skip)]
    faults: Vec<Fault>,
    /// Hidden sheets with such a table, which was not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<String>,
}

/// A sound file: parents before their children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    rows: Vec<UnitRow>,
    /// Hidden sheets with a table of units, which was not read.
    hidden: Vec<String>,
}

/// Reads a file of units: a table in a workbook or in text, with its columns named in English or Vietnamese.
///
/// `before` are the units that are there already: a parent may be one of them.
///
/// # Errors
/// Everything that is wrong with the file, at once.
pub fn read(bytes: &[u8], before: &[Unit]) -> Result<ImportPlan, Faults> {
    UnitList::read(bytes)?.plan(before)
}

impl UnitList {
    /// Reads the cells, which is most of the work and needs no database.
    ///
    /// # Errors
    /// There is no table of units in the file. What is wrong with single cells is told with the plan.
    pub fn read(bytes: &[u8]) -> Result<Self, Faults> {
        let headings = UnitColumn::ALL.map(UnitColumn::heading);
        let mut table = Book::read(bytes)?.find(&headings)?;
        let mut faults = std::mem::take(&mut table.faults);
        if table.rows.is_empty() {
            faults.push(Trouble::new("units-empty").on(table.line));
        }
        let mut of_cells = Vec::new();
        let rows = rows(&table, &mut of_cells);
        let alone = |fault: &Fault| {
            fault
                .column
                .is_none_or(|column| !table.is_merged_over(fault.line, column))
        };
        faults.extend(of_cells.into_iter().filter(alone));
        Ok(Self {
            rows,
            places: table.places,
            faults,
            hidden: table.hidden,
        })
    }

    /// The tree that it would make together with the units that are there already.
    ///
    /// # Errors
    /// Everything that is wrong with cells and tree, at once.
    pub fn plan(self, before: &[Unit]) -> Result<ImportPlan, Faults> {
        let mut faults = self.faults;
        let rows = tree::grown(self.rows, &self.places, before, &mut faults);
        if faults.is_empty() {
            let hidden = self.hidden;
            Ok(ImportPlan { rows, hidden })
        } else {
            Err(Faults(faults))
        }
    }
}

/// Stores a plan: all of it or, if the database fails, nothing. Units not in it stay as they are. What has changed is
/// in the audit, whoever imports it and from wherever.
///
/// # Errors
/// The database cannot be written.
pub async fn import(tx: &mut Tx, plan: &ImportPlan, by: Importer) -> Result {
    let before = store::units::all(tx).await?;
    let changes = plan.changes(&before);
    import_changes(tx, (&changes, &Notes::of(&changes)), &before, by).await
}

/// The same where it is known what it changes in the units that are there.
pub(crate) async fn import_changes(
    tx: &mut Tx,
    (changes, notes): (&Changes, &Notes),
    before: &[Unit],
    by: Importer,
) -> Result {
    let ids = stored::put(tx, changes, before).await?;
    // The first tree changes nothing that anybody has seen.
    if before.is_empty() {
        return Ok(());
    }
    let recounted = changes.recounted().filter_map(|code| ids.get(code));
    store::overfull::suspect(tx, recounted.copied()).await?;
    notes.store(tx, &ids, by).await
}

/// The units with their invite links' payloads, as JSON.
///
/// # Errors
/// None in practice: a list of texts and numbers is always JSON.
pub fn json(units: &[Unit]) -> serde_json::Result<String> {
    let codes: BTreeMap<UnitId, &str> = units
        .iter()
        .map(|unit| (unit.id, unit.code.as_str()))
        .collect();
    let list: Vec<serde_json::Value> = units
        .iter()
        .map(|unit| {
            let parent = unit.parent_id.and_then(|parent| codes.get(&parent));
            serde_json::json!({
                "code": unit.code, "name": unit.name, "parent": parent, "kind": unit.kind,
                "members": unit.members, "start": unit.start,
            })
        })
        .collect();
    serde_json::to_string_pretty(&list)
}

/// The same for people: code, members, payload, name.
pub fn table(units: &[Unit]) -> String {
    let width = units
        .iter()
        .map(|unit| unit.code.chars().count())
        .max()
        .unwrap_or(0);
    let line = |unit: &Unit| {
        format!(
            "{:width$}  {:>9}  {}  {}",
            unit.code, unit.members, unit.start, unit.name
        )
    };
    units.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;

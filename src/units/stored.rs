//! Storing what an import changes.
//!
//! Knows which row a unit has or gets, and what is above it. Must not know files, nor whether a tree is sound. Only what
//! is new or different is written, and a new unit once, with its place in the tree: everybody waits for this.

use std::collections::HashMap;

use super::{Changes, UnitRow};
use crate::db::Tx;
use crate::store::audit::What;
use crate::store::units::{ChangedCells, ImportedUnit, Unit};
use crate::store::{self, Result};
use crate::text::fold;
use crate::types::UnitId;

/// Which row each unit has, by its code, as it will be.
pub(super) type Ids<'a> = HashMap<&'a str, UnitId>;

/// Stores what is new or different; tells every unit's row.
pub(super) async fn put<'a>(
    tx: &mut Tx,
    changes: &'a Changes,
    before: &'a [Unit],
) -> Result<Ids<'a>> {
    let newest = store::units::newest(tx).await?;
    let ids = ids_after(changes, before, newest);
    let new = added(changes, before, &ids);
    if !new.is_empty() {
        store::units::add(tx, &new).await?;
    }
    store::units::change(tx, &changed(changes, &ids)).await?;
    if changes.changed(What::Parent).next().is_some() {
        store::units::refresh_lineages(tx).await?;
    }
    store::trees::record(tx).await?;
    Ok(ids)
}

fn ids_after<'a>(changes: &'a Changes, before: &'a [Unit], newest: UnitId) -> Ids<'a> {
    let known = before.iter().map(|unit| (unit.code.as_str(), unit.id));
    let fresh = (newest.0 + 1..).map(UnitId);
    let new = changes.new_units().map(|row| row.code.as_str()).zip(fresh);
    known.chain(new).collect()
}

fn above(row: &UnitRow, ids: &Ids<'_>) -> Option<UnitId> {
    ids.get(row.parent.as_deref()?).copied()
}

/// The new units. Where a unit that is there goes to another place as well, all lineages are refreshed afterwards.
fn added<'a>(changes: &'a Changes, before: &[Unit], ids: &Ids<'_>) -> Vec<ImportedUnit<'a>> {
    let mut parents: HashMap<UnitId, UnitId> = before
        .iter()
        .filter_map(|unit| Some((unit.id, unit.parent_id?)))
        .collect();
    let mut all = Vec::new();
    // Parents come before their children.
    for row in changes.new_units() {
        let (Some(id), parent) = (ids.get(row.code.as_str()).copied(), above(row, ids)) else {
            continue;
        };
        parents.extend(parent.map(|parent| (id, parent)));
        let line = std::iter::successors(Some(id), |unit| parents.get(unit).copied());
        let mut lineage: Vec<i64> = line.map(|unit| unit.0).collect();
        lineage.reverse();
        all.push(ImportedUnit {
            id,
            code: &row.code,
            name: &row.name,
            folded: fold(&row.name),
            parent,
            lineage: store::list(lineage),
            kind: &row.kind,
            members: row.members.unwrap_or(0),
        });
    }
    all
}

fn changed<'a>(changes: &'a Changes, ids: &Ids<'_>) -> ChangedCells<'a> {
    let of = |what| {
        let rows = changes.changed(what);
        rows.filter_map(|row| Some((*ids.get(row.code.as_str())?, row)))
    };
    ChangedCells {
        names: of(What::Name)
            .map(|(id, row)| (id, row.name.as_str(), fold(&row.name)))
            .collect(),
        parents: of(What::Parent)
            .map(|(id, row)| (id, above(row, ids)))
            .collect(),
        kinds: of(What::Kind)
            .map(|(id, row)| (id, row.kind.as_str()))
            .collect(),
        members: of(What::Members)
            .map(|(id, row)| (id, row.members.unwrap_or(0)))
            .collect(),
    }
}

//! Storing what an import changes.
//!
//! Knows which row a unit has or gets, and what is above it. Must not know files, nor whether a tree is sound. Only what
//! is new or different is written, and a new unit once, with its place in the tree: everybody waits for this.

use std::collections::HashMap;

use super::{Changes, UnitRow};
use crate::db::Tx;
use crate::store::units::{ImportedUnit, Unit};
use crate::store::{self, StoreError};
use crate::text::fold;
use crate::types::UnitId;

/// Which row each unit has, and which is above it, as they will be.
struct Places<'a> {
    ids: HashMap<&'a str, UnitId>,
    above: HashMap<UnitId, UnitId>,
}

pub(super) async fn put(tx: &mut Tx, changes: &Changes, before: &[Unit]) -> Result<(), StoreError> {
    let newest = store::units::newest(tx).await?;
    let places = Places::after(changes, before, newest);
    let new: Vec<_> = changes
        .new_units()
        .filter_map(|row| places.unit(row))
        .collect();
    let changed: Vec<_> = changes
        .known_units()
        .filter_map(|row| places.unit(row))
        .collect();
    if !new.is_empty() {
        store::units::add(tx, &new).await?;
    }
    if !changed.is_empty() {
        store::units::change(tx, &changed).await?;
    }
    if changes.moves() {
        store::units::refresh_lineages(tx).await?;
    }
    store::trees::record(tx).await
}

impl<'a> Places<'a> {
    fn after(changes: &'a Changes, before: &'a [Unit], newest: UnitId) -> Self {
        let mut ids: HashMap<_, _> = before
            .iter()
            .map(|unit| (unit.code.as_str(), unit.id))
            .collect();
        let fresh = (newest.0 + 1..).map(UnitId);
        ids.extend(changes.new_units().map(|row| row.code.as_str()).zip(fresh));
        let mut above: HashMap<_, _> = before
            .iter()
            .filter_map(|unit| Some((unit.id, unit.parent_id?)))
            .collect();
        for row in changes.new_units().chain(changes.known_units()) {
            let Some(id) = ids.get(row.code.as_str()) else {
                continue;
            };
            match row.parent.as_deref().and_then(|code| ids.get(code)) {
                Some(parent) => above.insert(*id, *parent),
                None => above.remove(id),
            };
        }
        Self { ids, above }
    }

    /// The row as it is stored; every row has a place.
    fn unit<'r>(&self, row: &'r UnitRow) -> Option<ImportedUnit<'r>> {
        let id = *self.ids.get(row.code.as_str())?;
        let mut lineage = vec![id.0];
        lineage.extend(self.all_above(id).map(|unit| unit.0));
        lineage.reverse();
        Some(ImportedUnit {
            id,
            code: &row.code,
            name: &row.name,
            folded: fold(&row.name),
            parent: self.above.get(&id).copied(),
            lineage: store::list(lineage),
            kind: &row.kind,
            members: row.members.unwrap_or(0),
        })
    }

    /// A sound tree has no circle, so this ends.
    fn all_above(&self, id: UnitId) -> impl Iterator<Item = UnitId> {
        let above = |unit: &UnitId| self.above.get(unit).copied();
        std::iter::successors(above(&id), above)
    }
}

//! Who may act for a unit.
//!
//! Everybody who asks for a right asks here. Today officers are the owners of the installation, and
//! officers of every unit.

use super::turn::Turn;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::types::{UnitId, UserId};

/// Whether this person may act for this unit.
pub(super) async fn may(turn: &mut Turn<'_>, user: UserId, unit: UnitId) -> Result<bool, Fault> {
    let officer = turn.core.rules.owners.contains(&user);
    Ok(officer && store::units::by_id(turn.tx, unit).await?.is_some())
}

/// The highest unit that this person is an officer of; `None` if of none.
pub(super) async fn unit_of(turn: &mut Turn<'_>, user: UserId) -> Result<Option<Unit>, Fault> {
    if !turn.core.rules.owners.contains(&user) {
        return Ok(None);
    }
    store::units::root(turn.tx).await
}

/// Whether this person owns the installation.
pub(super) fn owns(turn: &Turn<'_>, user: UserId) -> bool {
    turn.core.rules.owners.contains(&user)
}

/// The other officers who may act for a unit.
pub(super) async fn others(
    turn: &mut Turn<'_>,
    user: UserId,
    unit: UnitId,
) -> Result<Vec<UserId>, Fault> {
    let mut others = Vec::new();
    for officer in turn.core.rules.owners.clone() {
        if officer != user && may(turn, officer, unit).await? {
            others.push(officer);
        }
    }
    Ok(others)
}

//! What follows from calls of which no file may know.
//!
//! Knows when one is tried again. Must not know what it says. Nothing is recorded: who waits in vain asks once more.

use super::ATTEMPTS_MAX;
use super::next_step::otherwise;
use crate::db::Tx;
use crate::outgoing::{Delivery, Outcome};
use crate::store::{self, Result};

pub(super) async fn record(tx: &mut Tx, deliveries: &[Delivery]) -> Result {
    let of_these = |one: &&Delivery| store::unwritten::is_one(one.id);
    for delivery in deliveries.iter().filter(of_these) {
        let Some((call, attempts)) = store::unwritten::of(tx, delivery.id).await? else {
            continue;
        };
        let again = match &delivery.outcome {
            Outcome::RetryAfter { .. } | Outcome::Untried => Some((call, false)),
            Outcome::Failed { .. } => Some((call, true)),
            Outcome::Stale { reason } => otherwise(call, reason).map(|call| (call, true)),
            _ => None,
        };
        match again.filter(|_| attempts < ATTEMPTS_MAX) {
            Some((call, counted)) => {
                store::unwritten::requeue(tx, delivery.id, &call, counted).await?;
            }
            None => store::unwritten::end(tx, delivery.id).await?,
        }
    }
    Ok(())
}

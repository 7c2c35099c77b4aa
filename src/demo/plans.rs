//! The plans of the demo's unit: last year's, which is over, and this year's, of which most is done and something is late.
//!
//! Everything here is made up but the lines, which are the frame's. Must not know how a plan is written on a phone.

use chrono::NaiveDate;
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::year::{OFFICE, at, day, of};
use crate::campaign::Campaign;
use crate::db::{Db, Tx};
use crate::store::{self, Result};
use crate::types::{Language, LineState, Month, UnitId};

/// Of each year: the day of signing, the number, and when its lines were last answered for.
const PLANS: [(i32, u32, &str, (u32, u32)); 2] = [
    (2025, 17, "08/KH-CĐCS", (12, 19)),
    (2026, 12, "05/KH-CĐCS", (10, 26)),
];
/// The line that is behind, and the one that was given up, by their places.
const LATE: usize = 8;
const DROPPED: usize = 6;

/// Puts them there, once.
pub(super) async fn lay(db: &Db, campaign: &Campaign) -> anyhow::Result<()> {
    let mut rng = StdRng::seed_from_u64(3);
    for (year, signed, number, answered) in PLANS {
        let (signed, answered) = (day(year, 1, signed), day(year, answered.0, answered.1));
        let mut tx = db.begin(at(answered), &mut rng).await?;
        if let (Some(office), Some(begins)) = (of(&mut tx, OFFICE).await?, Month::new(year, 1)) {
            let plans = store::plans::of_unit(&mut tx, office).await?;
            if plans.iter().all(|plan| plan.begins != begins) {
                one(&mut tx, campaign, (office, begins), (number, signed)).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn one(
    tx: &mut Tx,
    campaign: &Campaign,
    (office, begins): (UnitId, Month),
    (number, signed): (&str, NaiveDate),
) -> Result {
    let id = store::plans::begin(tx, office, begins, None).await?;
    let Some(plan) = store::plans::by_id(tx, id).await? else {
        return Ok(());
    };
    for line in campaign.plan().lines(begins, Language::Vi) {
        store::plans::add(tx, &plan, &line).await?;
    }
    store::plans::issue(tx, &plan, number, signed).await?;
    let now = Month::of(tx.today());
    for (place, kept) in store::plans::lines(tx, id).await?.iter().enumerate() {
        let said = match (&kept.line.counted, place) {
            (Some(_), _) => continue,
            (None, DROPPED) => (LineState::Dropped, Some("Gộp vào lớp của tỉnh.")),
            (None, LATE) if kept.line.last < now => continue,
            (None, _) if kept.line.last <= now => (LineState::Done, None),
            (None, _) if kept.line.first <= now => (LineState::Doing, None),
            (None, _) => continue,
        };
        store::plan_progress::answer(tx, kept.id, said.0, said.1).await?;
    }
    Ok(())
}

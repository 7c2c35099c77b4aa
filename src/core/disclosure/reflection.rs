//! Which counts of a closed check-in are kept, and for which units they may be shown.
//!
//! **One rule, applied once, at closing**: counts are kept only for units for which they may be shown to anybody.
//! Going down from each root, that is decided by the threshold; below a grassroots unit nothing is kept. Not
//! everybody answers each prompt, so the rule is applied again to the people of each prompt. What may not be shown
//! is not stored: no report, picture or file can contain it, and neither can a stolen database.
//!
//! So **results are read by [`disclosed`] alone**: what it returns may be seen by every member and officer of the
//! unit and above, at any time, in any combination. Must not know who asks.

mod shares;

pub(in crate::core) use shares::{Answers, NotDisclosed, Told, answers, told};

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold::{self, Counted};
use crate::schedule::CHECKIN_WEEKS_MIN;
use crate::store::checkins::{Answering, CheckinRound};
use crate::store::{self, Result};
use crate::text::fold;
use crate::types::{CheckinRoundId, UnitId};

/// The organisation's words for a grassroots unit: its members decide and act together, and no result is shown for
/// a smaller one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grassroots(BTreeSet<String>);

impl Grassroots {
    /// Units of these kinds, whatever their case and marks.
    pub fn of<'a>(kinds: impl IntoIterator<Item = &'a str>) -> Self {
        Self(kinds.into_iter().map(fold).collect())
    }

    /// Whether units of this kind are.
    pub(in crate::core) fn has(&self, kind: &str) -> bool {
        self.0.contains(&fold(kind))
    }

    /// The words, without case and marks.
    pub(in crate::core) fn kinds(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

impl Default for Grassroots {
    fn default() -> Self {
        Self::of([
            "công đoàn cơ sở",
            "cơ sở",
            "CĐCS",
            "nghiệp đoàn cơ sở",
            "nghiệp đoàn",
        ])
    }
}

pub(in crate::core) enum Disclosed {
    /// How many took part.
    People(i64),
    /// Nothing: there were too few people, or others could be derived.
    TooFew,
    /// Nothing: the unit was below the grassroots unit of this name, which is shown as a whole.
    Within(String),
}

pub(in crate::core) async fn disclosed(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    round: CheckinRoundId,
) -> Result<Disclosed> {
    let above = store::checkins::above(ctx.tx, round, unit).await?;
    let kinds = &ctx.core.grassroots;
    if let Some(grassroots) = above.into_iter().find(|above| kinds.has(&above.kind)) {
        return Ok(Disclosed::Within(grassroots.name));
    }
    let people = store::checkins::people(ctx.tx, unit, round).await?;
    Ok(people.map_or(Disclosed::TooFew, Disclosed::People))
}

/// For how long a closed check-in waits for an answer: until about the one after next has closed.
const ANSWER_DAYS: i64 = 62;

/// The check-in that closed last, if it can still be answered.
pub(in crate::core) async fn newest(ctx: &mut Ctx<'_>) -> Result<Option<CheckinRound>> {
    let now = ctx.tx.now();
    let (from, to) = (
        now - TimeDelta::days(ANSWER_DAYS),
        now + TimeDelta::seconds(1),
    );
    store::checkins::latest_closed(ctx.tx, from, to).await
}

/// The same, if its result is disclosed for this unit and the unit has not answered it.
pub(in crate::core) async fn waiting(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
) -> Result<Option<CheckinRoundId>> {
    let Some(round) = newest(ctx).await? else {
        return Ok(None);
    };
    let disclosed = is_disclosed(ctx, unit, round.id).await?;
    let answered = store::broadcasts::answer_to(ctx.tx, unit, round.id).await?;
    Ok((disclosed && answered.is_none()).then_some(round.id))
}

/// Whether anything of a closed check-in is disclosed for a unit.
pub(in crate::core) async fn is_disclosed(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    round: CheckinRoundId,
) -> Result<bool> {
    let found = disclosed(ctx, unit, round).await?;
    Ok(matches!(found, Disclosed::People(_)))
}

/// Closes one check-in whose time is over: answers become counts. `false` if there is none.
pub(in crate::core) async fn close_next(ctx: &mut Ctx<'_>) -> Result<bool> {
    let Some(round) = store::checkins::due_to_close(ctx.tx).await? else {
        return Ok(false);
    };
    store::checkins::strike(ctx.tx, round, CHECKIN_WEEKS_MIN).await?;
    let owners: Vec<i64> = ctx.core.rules.owners.iter().map(|owner| owner.0).collect();
    let answering = store::checkins::answering(ctx.tx, round, &owners).await?;
    let counted = counted(&answering);
    let tellable = tellable(ctx, &answering, &counted).await?;
    let kept = counted
        .iter()
        .filter(|one| tellable.contains(&one.unit))
        .map(|one| (one.unit, one.counted));
    store::checkins::close(ctx.tx, round, &kept.collect::<Vec<_>>()).await?;
    hide_prompts(ctx, round).await?;
    Ok(true)
}

/// Deletes counts that may not be shown now: left by an older version, lower thresholds or other settings.
pub(in crate::core) async fn tidy(ctx: &mut Ctx<'_>) -> Result {
    let kinds = store::units::kinds(ctx.tx).await?;
    if !kinds.is_empty() && !kinds.iter().any(|kind| ctx.core.grassroots.has(kind)) {
        tracing::warn!(
            "no unit is of a kind named in [units] grassroots: the threshold alone decides of whom a reflection is told"
        );
    }
    for round in store::checkins::closed(ctx.tx).await? {
        let kept = store::checkins::kept(ctx.tx, round).await?;
        let counted = counted(&kept);
        let tellable = tellable(ctx, &kept, &counted).await?;
        if tellable.len() < counted.len() {
            let units = counted.len() - tellable.len();
            store::checkins::keep_only(ctx.tx, round, &list(&tellable)).await?;
            tracing::info!(
                round = round.0,
                units,
                "counts of a check-in that may not be told are deleted"
            );
        }
        hide_prompts(ctx, round).await?;
    }
    Ok(())
}

/// Deletes the counts of prompts that too few of a unit have answered.
async fn hide_prompts(ctx: &mut Ctx<'_>, round: CheckinRoundId) -> Result {
    for (place, answering) in store::results::by_prompt(ctx.tx, round).await? {
        let counted = counted(&answering);
        let tellable = tellable(ctx, &answering, &counted).await?;
        if tellable.len() < counted.len() {
            store::results::keep_only(ctx.tx, round, place, &list(&tellable)).await?;
        }
    }
    Ok(())
}

fn list(units: &BTreeSet<UnitId>) -> Vec<UnitId> {
    units.iter().copied().collect()
}

/// What the threshold is reckoned of. Nobody of a unit counts that has more members than it has declared people.
fn counted(answering: &[Answering]) -> Vec<Counted> {
    let counted = answering.iter().map(|one| Counted {
        unit: one.unit,
        parent: one.parent,
        people: one.people,
        counted: one.counted,
        may: true,
    });
    let mut counted: Vec<Counted> = counted.collect();
    let overfull = answering
        .iter()
        .filter(|one| threshold::overfull(one.accounts, one.declared))
        .map(|one| one.unit)
        .collect();
    threshold::discount(&mut counted, &overfull);
    counted
}

/// The units for which counts may be shown, all of them together.
async fn tellable(
    ctx: &mut Ctx<'_>,
    answering: &[Answering],
    counted: &[Counted],
) -> Result<BTreeSet<UnitId>> {
    let threshold = store::installation::thresholds(ctx.tx).await?.reflection;
    Ok(judge(answering, counted, &ctx.core.grassroots, threshold))
}

fn judge(
    answering: &[Answering],
    counted: &[Counted],
    grassroots: &Grassroots,
    threshold: i64,
) -> BTreeSet<UnitId> {
    let ends: BTreeSet<UnitId> = answering
        .iter()
        .filter(|one| grassroots.has(&one.kind))
        .map(|one| one.unit)
        .collect();
    threshold::disclosed(counted, threshold, |unit| ends.contains(&unit))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each unit's parent (0: none), kind and people.
    fn disclosed(units: &[(i64, &str, i64)]) -> Vec<i64> {
        let answering: Vec<Answering> = (1..)
            .zip(units)
            .map(|(id, (parent, kind, people))| Answering {
                unit: UnitId(id),
                parent: (*parent > 0).then_some(UnitId(*parent)),
                kind: (*kind).to_owned(),
                people: *people,
                counted: *people,
                declared: 0,
                accounts: 0,
            })
            .collect();
        let kinds = Grassroots::default();
        let units = judge(&answering, &counted(&answering), &kinds, 10);
        units.into_iter().map(|unit| unit.0).collect()
    }

    #[test]
    fn below_a_grassroots_unit_nothing_is_told_however_many_there_are() {
        let units = [
            (0, "tỉnh", 100),
            (1, "Công đoàn cơ sở", 60),
            (2, "tổ", 30),
            (2, "CĐCS", 30),
            (1, "CO SO", 40),
        ];
        assert_eq!(disclosed(&units), [1, 2, 5]);
    }

    #[test]
    fn without_a_grassroots_unit_the_floor_alone_decides() {
        assert_eq!(
            disclosed(&[(0, "sở", 25), (1, "phòng", 25), (2, "tổ", 15)]),
            [1, 2, 3]
        );
        assert_eq!(
            disclosed(&[(0, "sở", 25), (1, "phòng", 16)]),
            [1],
            "nine beside it"
        );
        assert_eq!(disclosed(&[(0, "sở", 9), (1, "phòng", 9)]), [0_i64; 0]);
    }

    #[test]
    fn each_root_is_a_tree_of_its_own() {
        assert_eq!(
            disclosed(&[(0, "sở", 12), (0, "sở", 3), (0, "sở", 11)]),
            [1, 3]
        );
    }
}

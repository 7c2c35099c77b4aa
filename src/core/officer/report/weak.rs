//! What of the guideline is known least, as topics to learn about: only where the evidence is enough, and never of theme 1.
//!
//! A function of the weekly shares as reports show them, so it tells nothing that they do not. A criterion is named if three
//! closed weeks at least were about it and less was right in them than in all others by more than chance. Must not know what
//! is made of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};

use super::cells::CellTable;
use super::sums;
use crate::core::ctx::Ctx;
use crate::core::disclosure::stats::{self, Sample};
use crate::report::figures::{Figure, Fraction, Right, Trend};
use crate::schedule;
use crate::store::cells::CellSource;
use crate::store::rounds::Round;
use crate::store::{self, Result};
use crate::types::{CriterionId, UnitId, count};

/// Weeks about a criterion below which nothing is said of it.
const WEEKS_MIN: usize = 3;
/// The most that are named.
const TOPICS_MAX: usize = 3;
/// How far back: a year.
const DAYS: u64 = 366;

/// The criteria that a unit knew least in the year before that moment, the least known first; none without evidence.
pub(in crate::core::officer) async fn topics(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    until: DateTime<Utc>,
) -> Result<Vec<CriterionId>> {
    let to = schedule::local(until).date_naive();
    let rounds = store::rounds::between(ctx.tx, to - Days::new(DAYS), to, until).await?;
    let rounds: Vec<Round> = rounds.into_iter().filter(|round| round.closed).collect();
    let people = CellTable::read(ctx, CellSource::Weeks, &rounds, unit).await?;
    let table = CellTable::read(ctx, CellSource::Themes, &rounds, unit).await?;
    let weeks = rounds.iter().filter_map(|round| {
        people.cell(round.id.0, 0).shown()?;
        let right = sums::right(table.cell(round.id.0, round.criterion.theme));
        Some((round.criterion, *right.shown()?))
    });
    Ok(weak(&weeks.collect::<Vec<_>>()))
}

fn weak(weeks: &[(CriterionId, Right)]) -> Vec<CriterionId> {
    let mut by_criterion: BTreeMap<CriterionId, Vec<Right>> = BTreeMap::new();
    for (criterion, right) in weeks.iter().filter(|(criterion, _)| criterion.theme != 1) {
        by_criterion.entry(*criterion).or_default().push(*right);
    }
    let mut found: Vec<(i64, CriterionId)> = Vec::new();
    for (criterion, own) in &by_criterion {
        let others = by_criterion.iter().filter(|(other, _)| *other != criterion);
        let others: Vec<Right> = others.flat_map(|(_, weeks)| weeks).copied().collect();
        if own.len() < WEEKS_MIN || others.is_empty() {
            continue;
        }
        let samples = sample(&others).zip(sample(own));
        if let Some(Trend::Down(_)) = samples.map(|(others, own)| stats::change(others, own)) {
            let right = sums::rights(&own.iter().copied().map(Figure::Shown).collect::<Vec<_>>());
            found.extend(
                right
                    .shown()
                    .map(|right| (right.share.percent(), *criterion)),
            );
        }
    }
    found.sort_unstable();
    found
        .into_iter()
        .take(TOPICS_MAX)
        .map(|(_, one)| one)
        .collect()
}

/// The weeks' shares as shown, with the people behind them.
fn sample(weeks: &[Right]) -> Option<Sample> {
    let of: i64 = weeks.iter().map(|right| right.people).sum();
    let right: i64 = weeks
        .iter()
        .map(|one| one.people * one.share.percent())
        .sum();
    Sample::of(
        Fraction {
            count: (right + 50) / 100,
            of,
        },
        count(weeks.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::Share;

    fn weeks(of: &[(&str, i64, i64, usize)]) -> Vec<(CriterionId, Right)> {
        let week = |(criterion, percent, people, weeks): &(&str, i64, i64, usize)| {
            let share = Share::About(*percent);
            let people = *people;
            vec![(criterion.parse().unwrap(), Right { share, people }); *weeks]
        };
        of.iter().flat_map(week).collect()
    }

    fn named(of: &[(&str, i64, i64, usize)]) -> Vec<String> {
        weak(&weeks(of))
            .iter()
            .map(CriterionId::to_string)
            .collect()
    }

    #[test]
    fn what_is_clearly_known_less_is_named_and_theme_one_never() {
        let year = [
            ("1.1", 20, 60, 4),
            ("2.1", 80, 60, 4),
            ("3.1", 45, 60, 4),
            ("4.1", 80, 60, 4),
            ("4.2", 85, 60, 4),
            ("2.2", 50, 60, 4),
        ];
        assert_eq!(named(&year), ["3.1", "2.2"]);
    }

    #[test]
    fn without_evidence_nothing_is_named() {
        let twice = [("2.1", 80, 60, 4), ("3.1", 40, 60, 2)];
        assert_eq!(named(&twice), [""; 0], "two weeks are too few");
        let few = [("2.1", 80, 6, 4), ("3.1", 60, 6, 4)];
        assert_eq!(named(&few), [""; 0], "of six people it may be chance");
        assert_eq!(
            named(&[("3.1", 40, 60, 4)]),
            [""; 0],
            "nothing to compare with"
        );
        assert_eq!(named(&[]), [""; 0]);
    }

    #[test]
    fn three_are_named_at_most() {
        let year = [
            ("2.1", 40, 500, 4),
            ("2.2", 41, 500, 4),
            ("2.3", 42, 500, 4),
            ("3.1", 43, 500, 4),
            ("3.2", 95, 500, 8),
            ("3.3", 95, 500, 8),
        ];
        assert_eq!(named(&year), ["2.1", "2.2", "2.3"]);
    }
}

//! All figures of a report about a unit and a period.
//!
//! Knows which rounds it is made from. Participation of the week that is running is as of now; everything else comes
//! from closed rounds. Must not know what is shown of a cell, nor what it looks like.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};

use super::ask::PeriodQuery;
use super::cells::{self, CellTable};
use super::sums;
use crate::core::ctx::Ctx;
use crate::core::disclosure::reflection::{self, Disclosed};
use crate::core::disclosure::stats::{self, Sample};
use crate::core::disclosure::suppression;
use crate::report::Figures;
use crate::report::figures::{
    self, Beside, CheckinFigures, Figure, Fraction, Least, Participation, Right, ThemeFigures,
    Themes, WeekFigures,
};
use crate::schedule;
use crate::store::cells::CellSource;
use crate::store::rounds::Round;
use crate::store::suppressed::Median;
use crate::store::units::Unit;
use crate::store::{self, StoreError};
use crate::types::{Length, Span, UnitId, count};

/// The weeks in the picture: a quarter, and a little before it.
const WEEKS: u64 = 12;

/// Which span is meant; `None` as long as there is nothing to report.
pub(super) async fn span(ctx: &mut Ctx<'_>, wish: PeriodQuery) -> Result<Option<Span>, StoreError> {
    let soon = ctx.tx.now() + TimeDelta::seconds(1);
    let Some(latest) = store::rounds::latest(ctx.tx, soon).await? else {
        return Ok(None);
    };
    let newest = if wish.length == Length::Week || closed(ctx, &latest) {
        Some(latest)
    } else {
        // Longer periods are made of closed rounds.
        store::rounds::latest(ctx.tx, latest.opens_at).await?
    };
    let newest = newest.map_or(latest.monday, |round| round.monday);
    Ok(Some(wish.span(newest)))
}

/// Whether answers no longer count, even if no tick has closed the round yet.
fn closed(ctx: &Ctx<'_>, round: &Round) -> bool {
    round.closed || round.closes_at <= ctx.tx.now()
}

/// The rounds that a report is about.
pub(super) struct Rounds {
    /// Of the span.
    pub(super) own: Vec<Round>,
    /// Of the span before it, closed.
    pub(super) before: Vec<Round>,
    /// The newest weeks up to its end.
    weeks: Vec<Round>,
}

impl Rounds {
    /// Those of a span that have opened; of a longer span than a week, only those that have closed.
    pub(super) async fn of(ctx: &mut Ctx<'_>, span: Span) -> Result<Self, StoreError> {
        let soon = ctx.tx.now() + TimeDelta::seconds(1);
        let end = span.to().min(ctx.tx.today());
        let chart = end - Days::new(7 * WEEKS - 1);
        let from = chart.min(span.before().from());
        let all = store::rounds::between(ctx.tx, from, span.to(), soon).await?;
        let all: Vec<Round> = all
            .into_iter()
            .map(|round| Round {
                closed: closed(ctx, &round),
                ..round
            })
            .collect();
        let pick = |from: NaiveDate, to: NaiveDate, running: bool| -> Vec<Round> {
            all.iter()
                .filter(|round| (from..=to).contains(&round.monday) && (running || round.closed))
                .copied()
                .collect()
        };
        let week = span.length() == Length::Week;
        Ok(Self {
            own: pick(span.from(), span.to(), week),
            before: pick(span.before().from(), span.before().to(), false),
            weeks: pick(chart.min(span.from()), span.to(), week),
        })
    }
}

/// The figures; `None` if no round of that time has opened, or closed where it must have.
pub(super) async fn of(
    ctx: &mut Ctx<'_>,
    unit: &Unit,
    span: Span,
) -> Result<Option<Figures>, StoreError> {
    let rounds = Rounds::of(ctx, span).await?;
    let Some(last) = rounds.own.last().copied() else {
        return Ok(None);
    };
    let path = store::units::lineage(ctx.tx, unit.id).await?;
    let mut read: Vec<Round> = rounds.weeks.iter().chain(&rounds.before).copied().collect();
    read.sort_unstable_by_key(|round| round.id.0);
    read.dedup();
    let people = CellTable::read(ctx, CellSource::Weeks, &read, &path).await?;
    let cells = |rounds: &[Round]| -> Vec<_> {
        rounds
            .iter()
            .map(|round| people.cell(round.id.0, 0))
            .collect()
    };
    let (now, counted) = sums::participation(&cells(&rounds.own));
    let (then, counted_then) = sums::participation(&cells(&rounds.before));
    let week = span.length() == Length::Week;
    let parent = match unit.parent_id {
        Some(parent) => store::units::by_id(ctx.tx, parent).await?,
        None => None,
    };
    let mut figures = Figures {
        unit: unit.name.clone(),
        parent: parent.map(|parent| parent.name),
        span,
        round: week.then(|| figures::RoundFigures {
            criterion: last.criterion.to_string(),
            closes: schedule::local(last.closes_at).naive_local(),
            closed: last.closed,
        }),
        members: unit.members,
        rounds: counted,
        closed: count(rounds.own.iter().filter(|round| round.closed).count()),
        participation: now,
        before: (!rounds.before.is_empty()).then(|| answers(then)),
        change: None,
        themes: None,
        least: None,
        weeks: weeks(&rounds.weeks, &people),
        beside: beside(ctx, unit, &people, &rounds.own).await?,
        commended: Vec::new(),
        checkins: Vec::new(),
        within: None,
    };
    checkins(ctx, &mut figures, unit, &last).await?;
    if let (Figure::Shown(now), Figure::Shown(then), true) =
        (answers(now), answers(then), last.closed)
    {
        let samples = Sample::of(then, counted_then).zip(Sample::of(now, counted));
        figures.change = samples.map(|(then, now)| stats::change(then, now));
    }
    themes(ctx, &mut figures, &rounds, &path).await?;
    Ok(Some(figures))
}

fn answers(people: Figure<Participation>) -> Figure<Fraction> {
    match people {
        Figure::Shown(people) => Figure::Shown(people.answers()),
        Figure::Hidden => Figure::Hidden,
    }
}

fn weeks(rounds: &[Round], people: &CellTable) -> Vec<WeekFigures> {
    let week = |round: &Round| WeekFigures {
        monday: round.monday,
        answered: answers(sums::participation(&[people.cell(round.id.0, 0)]).0),
    };
    rounds.iter().map(week).collect()
}

/// What people knew: of the newest closed round for a week, of all closed rounds for a longer time.
async fn themes(
    ctx: &mut Ctx<'_>,
    figures: &mut Figures,
    rounds: &Rounds,
    path: &[UnitId],
) -> Result<(), StoreError> {
    let week = figures.span.length() == Length::Week;
    let known: Vec<&Round> = if week { &rounds.weeks } else { &rounds.own }
        .iter()
        .filter(|round| round.closed)
        .collect();
    let about = if week {
        known
            .get(known.len().saturating_sub(1)..)
            .unwrap_or_default()
    } else {
        &known
    };
    let (Some(first), Some(last)) = (about.first(), about.last()) else {
        return Ok(());
    };
    let read: Vec<Round> = known.iter().map(|round| **round).collect();
    let table = CellTable::read(ctx, CellSource::Themes, &read, path).await?;
    let right = |round: &Round, theme: u8| sums::right(table.cell(round.id.0, theme));
    let all = ctx.core.campaign.themes().iter().map(|theme| ThemeFigures {
        number: theme.number,
        name: theme.name.clone(),
        right: {
            let weeks: Vec<Figure<Right>> = about
                .iter()
                .map(|round| right(round, theme.number))
                .collect();
            sums::rights(&weeks)
        },
    });
    figures.themes = Some(Themes {
        from: first.monday,
        to: last.monday + Days::new(6),
        all: all.collect(),
    });
    // Most questions of a week are about its criterion, and all of them are of its theme.
    let own = known.iter().filter_map(|round| {
        let share = right(round, round.criterion.theme).shown()?.share;
        let criterion = round.criterion;
        Some(Least { criterion, share })
    });
    let own: Vec<Least> = own.collect();
    // With a single criterion there is no least known one.
    let several: BTreeSet<_> = own.iter().map(|least| least.criterion).collect();
    if several.len() > 1 {
        let least = own
            .into_iter()
            .min_by_key(|least| (least.share.percent(), least.criterion));
        figures.least = least;
    }
    Ok(())
}

/// The unit's share and the median of the units below the same parent, from figures that each of them may see
/// itself. Over several weeks both are means of the weekly values as shown.
async fn beside(
    ctx: &mut Ctx<'_>,
    unit: &Unit,
    people: &CellTable,
    rounds: &[Round],
) -> Result<Option<Beside>, StoreError> {
    let Some(parent) = unit.parent_id else {
        return Ok(None);
    };
    let (judged, open): (Vec<Round>, Vec<Round>) = rounds.iter().partition(|round| round.judged);
    let mut medians = store::suppressed::medians(ctx.tx, &cells::ids(&judged), parent).await?;
    for round in cells::ids(&open) {
        let told = people.rounds_below(1, &[round]);
        let below = store::cells::sums_below(ctx.tx, parent, &told, people.threshold()).await?;
        let percents = below.iter().map(|sums| {
            let (count, of) = (sums.answered, sums.reached);
            Fraction { count, of }.percent()
        });
        let median = suppression::median(parent, percents.collect());
        medians.extend(median.map(|median| (round, median)));
    }
    let weeks: Vec<(i64, Median)> = medians
        .into_iter()
        .filter_map(|(round, median)| {
            let week = sums::participation(&[people.cell(round, 0)]).0;
            Some((week.shown()?.answers().percent(), median))
        })
        .collect();
    let mean = |percents: i64| {
        let weeks = count(weeks.len());
        (percents + weeks / 2) / weeks.max(1)
    };
    Ok(weeks.last().map(|(_, newest)| Beside {
        unit: mean(weeks.iter().map(|(unit, _)| unit).sum()),
        median: mean(weeks.iter().map(|(_, median)| median.percent).sum()),
        units: newest.units,
    }))
}

/// How many took part in check-ins: in a week's report, that which closed since the week before; in a longer one,
/// those of its months. Never what they said.
async fn checkins(
    ctx: &mut Ctx<'_>,
    figures: &mut Figures,
    unit: &Unit,
    round: &Round,
) -> Result<(), StoreError> {
    let span = figures.span;
    let found = if span.length() == Length::Week {
        let from = round.opens_at - TimeDelta::days(7);
        let now = ctx.tx.now();
        let soon = now + TimeDelta::seconds(1);
        let newest = store::rounds::latest(ctx.tx, soon).await?;
        let to = if newest.is_some_and(|newest| newest.id == round.id) {
            now
        } else {
            round.opens_at + TimeDelta::days(7)
        };
        let latest = store::checkins::latest_closed(ctx.tx, from, to).await?;
        latest.into_iter().collect()
    } else {
        store::checkins::closed_for(ctx.tx, span.from(), span.to()).await?
    };
    if found.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = found.iter().map(|checkin| checkin.id).collect();
    let people = match reflection::disclosed(ctx, unit.id, &ids).await? {
        Disclosed::People(people) => people,
        Disclosed::Within(grassroots) => {
            figures.within = Some(grassroots);
            return Ok(());
        }
    };
    for checkin in &found {
        let month = format!("{}-01", checkin.month).parse();
        figures.checkins.push(CheckinFigures {
            month: month.map_err(|_| StoreError::Bug("a check-in has no month".into()))?,
            people: people
                .get(&checkin.id)
                .map_or(Figure::Hidden, |people| Figure::Shown(*people)),
        });
    }
    Ok(())
}

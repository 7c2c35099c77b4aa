//! All figures of a report about a unit and a period.
//!
//! Knows which rounds it is made from, and that each has a tree of units of its own: names, numbers and siblings come from
//! there, never from what holds now, so that a report about closed rounds is the same whenever it is asked for. Must not
//! know what is shown of a cell, nor what it looks like.

use chrono::{Days, NaiveDate, TimeDelta};

use super::ask::PeriodQuery;
use super::cells::{self, CellTable};
use super::{so_far, sums};
use crate::core::ctx::Ctx;
use crate::core::disclosure::reflection::{self, Disclosed};
use crate::core::disclosure::stats::{self, Sample};
use crate::report::Figures;
use crate::report::figures::{
    Beside, CheckinFigures, Figure, Fraction, Participation, Right, RoundFigures, ThemeFigures,
    Themes, WeekFigures,
};
use crate::schedule;
use crate::store::cells::{Cell, CellSource};
use crate::store::rounds::Round;
use crate::store::suppressed::Median;
use crate::store::{self, Result, StoreError};
use crate::types::{CriterionId, Length, Span, UnitId, count};

/// The weeks in the picture of one of them: a quarter, and a little before it.
const WEEKS: u64 = 12;

/// Which span is meant; `None` as long as there is nothing to report.
pub(super) async fn span(ctx: &mut Ctx<'_>, wish: PeriodQuery) -> Result<Option<Span>> {
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
    /// Those that are drawn: of a week the newest up to it, of a longer span its own.
    weeks: Vec<Round>,
}

impl Rounds {
    /// Those of a span that have opened; of a longer span than a week, only those that have closed.
    pub(super) async fn of(ctx: &mut Ctx<'_>, span: Span) -> Result<Self> {
        let soon = ctx.tx.now() + TimeDelta::seconds(1);
        let chart = span.to() - Days::new(7 * WEEKS - 1);
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
        let first = if week { chart } else { span.from() };
        Ok(Self {
            own: pick(span.from(), span.to(), week),
            before: pick(span.before().from(), span.before().to(), false),
            weeks: pick(first, span.to(), week),
        })
    }
}

/// Why there are no figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// No round of that time has opened, or closed where it must have.
    Rounds,
    /// The unit was not part of the tree then.
    Unit,
}

pub(super) async fn of(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    span: Span,
) -> Result<Result<Figures, Missing>> {
    let rounds = Rounds::of(ctx, span).await?;
    let Some(last) = rounds.own.last().copied() else {
        return Ok(Err(Missing::Rounds));
    };
    let Some(pinned) = store::trees::unit(ctx.tx, last.tree, unit).await? else {
        return Ok(Err(Missing::Unit));
    };
    let parent = match pinned.parent_id {
        Some(parent) => store::trees::unit(ctx.tx, last.tree, parent).await?,
        None => None,
    };
    let mut read: Vec<Round> = rounds.weeks.iter().chain(&rounds.before).copied().collect();
    read.sort_unstable_by_key(|round| round.id.0);
    read.dedup();
    let people = CellTable::read(ctx, CellSource::Weeks, &read, unit).await?;
    let now = cells(&people, &rounds.own);
    let then = cells(&people, &rounds.before);
    let (participation, counted) = sums::participation(&now);
    let (before, counted_then) = sums::participation(&then);
    let week = span.length() == Length::Week;
    let mut figures = Figures {
        unit: pinned.name.clone(),
        parent: parent.map(|parent| parent.name),
        span,
        round: week.then(|| round(&last)),
        members: pinned.members,
        turns: sums::turns(&now),
        overfull: overfull(&people, &rounds.own),
        rounds: counted,
        closed: count(rounds.own.iter().filter(|round| round.closed).count()),
        participation,
        so_far: Figure::Hidden,
        before: (!rounds.before.is_empty()).then(|| answers(before)),
        change: None,
        themes: None,
        least: None,
        weeks: weeks(&rounds.weeks, &people),
        beside: beside(ctx, unit, &people, &rounds.own).await?,
        commended: Vec::new(),
        checkins: Vec::new(),
        entered: Vec::new(),
        plan: Vec::new(),
        within: None,
    };
    if !last.closed {
        figures.so_far = so_far::read(ctx, &last, (unit, &pinned)).await?;
    }
    checkins(ctx, &mut figures, unit, &last).await?;
    if let (Figure::Shown(now), Figure::Shown(then)) = (answers(participation), answers(before)) {
        let samples = Sample::of(then, counted_then).zip(Sample::of(now, counted));
        figures.change = samples.map(|(then, now)| stats::change(then, now));
    }
    themes(ctx, &mut figures, &rounds, (unit, &people)).await?;
    Ok(Ok(figures))
}

fn round(round: &Round) -> RoundFigures {
    RoundFigures {
        criterion: round.criterion.to_string(),
        closes: schedule::local(round.closes_at).naive_local(),
        closed: round.closed,
        settling: round.closed && !round.judged,
    }
}

fn cells(people: &CellTable, rounds: &[Round]) -> Vec<Figure<Cell>> {
    let cells = rounds.iter().map(|round| people.cell(round.id.0, 0));
    cells.collect()
}

fn overfull(people: &CellTable, rounds: &[Round]) -> i64 {
    let over = rounds.iter().filter(|round| people.overfull(round.id.0));
    count(over.count())
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
        open: !round.closed,
        answered: answers(sums::participation(&[people.cell(round.id.0, 0)]).0),
    };
    rounds.iter().map(week).collect()
}

/// What people knew: of the newest closed round for a week, of all closed rounds for a longer time.
async fn themes(
    ctx: &mut Ctx<'_>,
    figures: &mut Figures,
    rounds: &Rounds,
    (unit, people): (UnitId, &CellTable),
) -> Result {
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
    let table = CellTable::read(ctx, CellSource::Themes, &read, unit).await?;
    // Older verdicts tell of themes where they do not tell who took part.
    let right = |round: &Round, theme: u8| match people.cell(round.id.0, 0) {
        Figure::Shown(_) => sums::right(table.cell(round.id.0, theme)),
        Figure::Hidden => Figure::Hidden,
    };
    let all = ctx.core.campaign.themes().iter().map(|theme| ThemeFigures {
        number: theme.number,
        name: theme.name.text.clone(),
        english: theme.name.english.clone(),
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
    figures.least = figures.themes.as_ref().and_then(lowest).map(|theme| {
        let about = |round: &&&Round| round.criterion.theme == theme;
        let newest = known.iter().rev().find(about);
        let first = CriterionId { theme, number: 1 };
        newest.map_or(first, |round| round.criterion)
    });
    Ok(())
}

/// The theme of which least was right, if it is less than of another one. Of a criterion alone there are no figures.
fn lowest(themes: &Themes) -> Option<u8> {
    let shown = themes.all.iter().filter_map(|theme| {
        let right = theme.right.shown()?;
        Some((right.share.percent(), theme.number))
    });
    let shown: Vec<(i64, u8)> = shown.collect();
    let (lowest, theme) = shown.iter().min()?;
    shown
        .iter()
        .any(|(percent, _)| percent > lowest)
        .then_some(*theme)
}

/// The unit's share and the median of the units below the same parent, from figures that each of them may see
/// itself, of closed rounds. Over several weeks both are means of the weekly values as shown.
async fn beside(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    people: &CellTable,
    rounds: &[Round],
) -> Result<Option<Beside>> {
    let medians = store::suppressed::medians(ctx.tx, &cells::judged(rounds), unit).await?;
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

/// How many took part in check-ins: in a week's report, that which closed before the next week, or since the week before
/// opened; in a longer one, those of its months. Never what they said.
async fn checkins(ctx: &mut Ctx<'_>, figures: &mut Figures, unit: UnitId, round: &Round) -> Result {
    let span = figures.span;
    let found = if span.length() == Length::Week {
        let week = TimeDelta::days(7);
        let before = store::rounds::latest(ctx.tx, round.opens_at).await?;
        let from = before.map_or(round.opens_at - week, |before| before.opens_at);
        // Not until now, or a report about a closed round would change.
        let next = ctx.core.rules.cadence.next_week(round.opens_at);
        let to = next.map_or(round.opens_at + week, |next| next.opens_at);
        let latest = store::checkins::latest_closed(ctx.tx, from, to).await?;
        latest.into_iter().collect()
    } else {
        store::checkins::closed_for(ctx.tx, span.from(), span.to()).await?
    };
    for checkin in &found {
        let people = match reflection::disclosed(ctx, unit, checkin.id).await? {
            Disclosed::People(people) => Figure::Shown(people),
            Disclosed::TooFew => Figure::Hidden,
            Disclosed::Within(grassroots) => {
                figures.within = Some(grassroots);
                continue;
            }
        };
        let month = format!("{}-01", checkin.month).parse();
        figures.checkins.push(CheckinFigures {
            month: month.map_err(|_| StoreError::Bug("a check-in has no month".into()))?,
            people,
        });
    }
    Ok(())
}

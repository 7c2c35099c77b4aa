//! The units directly below one, beside each other: for the officer above, never for a group.
//!
//! They are compared by the share that answers among those reached, and by its change; never by how many people a
//! unit has. Only figures that each unit may see itself are used, so no unit under the threshold is named. Small
//! units are drawn towards the mean; if units differ no more than by chance, the report says so and names none.

use super::figures::{Missing, Rounds};
use super::screens;
use crate::core::ctx::{Ctx, Screen};
use crate::core::disclosure::stats::{self, Sample};
use crate::core::officer::report::cells::{self, CellTable};
use crate::event::{Button, ReportAction};
use crate::report::figures::Fraction;
use crate::store::cells::{CellSource, Sums};
use crate::store::rounds::Round;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Language, Span};

/// Fewer units say too much about each of them.
const UNITS_MIN: usize = 5;

/// Units named on either side.
const NAMED_MAX: usize = 3;

pub(super) async fn screen(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: &Unit,
    span: Span,
) -> Result<Screen> {
    let rounds = Rounds::of(ctx, span).await?;
    let now = sums(ctx, unit, &rounds.own).await?;
    let then = sums(ctx, unit, &rounds.before).await?;
    let name = match rounds.own.last() {
        Some(last) => match store::trees::unit(ctx.tx, last.tree, unit.id).await? {
            Some(pinned) => pinned.name,
            // Nothing is told of it, under whichever name it has now.
            None => return Ok(screens::none(ctx, language, span, Missing::Unit)),
        },
        None => unit.name.clone(),
    };
    let period = ctx.period(language, span);
    let args = [("unit", name.into()), ("period", period.into())];
    let mut blocks = vec![ctx.html(language, "compare", &args)];
    if rounds.own.iter().any(|round| !round.closed) {
        blocks.push(ctx.html(language, "compare-open", &[]));
    } else if now.len() < UNITS_MIN {
        let fewest = [("units", UNITS_MIN.into())];
        blocks.push(ctx.html(language, "compare-too-few", &fewest));
    } else {
        blocks.extend(shares(ctx, language, &now));
        blocks.extend(changes(ctx, language, &now, &then));
        blocks.push(ctx.html(language, "compare-how", &[]));
    }
    blocks.push(ctx.html(language, "report-note", &[]));
    let back = Button::Report(ReportAction::At(unit.id, span));
    Ok(Screen::words(blocks.join("\n\n")).with(ctx.key(language, "button-back", back)))
}

/// Of the rounds of which the unit itself may be told.
async fn sums(ctx: &mut Ctx<'_>, unit: &Unit, rounds: &[Round]) -> Result<Vec<Sums>> {
    let table = CellTable::read(ctx, CellSource::Weeks, rounds, unit.id).await?;
    let mut told = cells::judged(rounds);
    told.retain(|round| table.cell(*round, 0).shown().is_some());
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    store::cells::sums_below(ctx.tx, unit.id, &told, threshold).await
}

fn sample(sums: &Sums) -> Option<Sample> {
    let (count, of) = (sums.answered, sums.reached);
    Sample::of(Fraction { count, of }, sums.rounds)
}

/// The units with the largest and the smallest share.
fn shares(ctx: &Ctx<'_>, language: Language, now: &[Sums]) -> Vec<String> {
    let samples: Vec<Sample> = now.iter().filter_map(sample).collect();
    let Some(drawn) = stats::shrunk(&samples) else {
        return vec![ctx.html(language, "compare-alike", &[])];
    };
    let mut units: Vec<(i64, &str)> = drawn
        .into_iter()
        .zip(now)
        .map(|(share, sums)| (share, sums.name.as_str()))
        .collect();
    units.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let line = |(share, name): &(i64, &str)| {
        let args = [("percent", (*share).into()), ("unit", (*name).into())];
        ctx.html(language, "compare-share", &args)
    };
    // No unit is named on both sides.
    let named = NAMED_MAX.min(units.len() / 2);
    let most = units.iter().take(named).map(line);
    let least = units.iter().rev().take(named).map(line);
    vec![
        block(ctx.html(language, "compare-most", &[]), most),
        block(ctx.html(language, "compare-least", &[]), least),
    ]
}

/// The units that have improved most.
fn changes(ctx: &Ctx<'_>, language: Language, now: &[Sums], then: &[Sums]) -> Option<String> {
    let pair = |sums: &Sums| {
        let before = then.iter().find(|before| before.unit == sums.unit)?;
        Some((sums.name.clone(), (sample(before)?, sample(sums)?)))
    };
    let (names, samples): (Vec<String>, Vec<_>) = now.iter().filter_map(pair).unzip();
    if names.len() < UNITS_MIN {
        return None;
    }
    let Some(drawn) = stats::improved(&samples) else {
        return Some(ctx.html(language, "compare-same-change", &[]));
    };
    let mut units: Vec<(i64, String)> = drawn.into_iter().zip(names).collect();
    units.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut up = units.iter().filter(|(points, _)| *points > 0).peekable();
    up.peek()?;
    let lines = up.take(NAMED_MAX).map(|(points, name)| {
        let args = [("points", (*points).into()), ("unit", name.as_str().into())];
        ctx.html(language, "compare-up", &args)
    });
    Some(block(ctx.html(language, "compare-improved", &[]), lines))
}

fn block(heading: String, lines: impl Iterator<Item = String>) -> String {
    std::iter::once(heading)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

//! What officers have entered in forms, for the rows of a report that are blanks otherwise.
//!
//! Knows whose answers a report may print: a unit's own to itself, of those below it sums. Must not know the report's rows.

use crate::campaign::form::{Field, Told};
use crate::core::ctx::{Caller, Ctx};
use crate::core::officer::planned::{self, PLAN_ROW};
use crate::forms;
use crate::report::figures::{Entered, Source};
use crate::store::form_periods::FormPeriod;
use crate::store::form_sums::FieldSum;
use crate::store::{self, Result};
use crate::types::{Answer, Span, UnitId};

/// The newest periods of a unit that are looked through.
const PERIODS_MAX: u32 = 20;

/// What was entered about a unit for a period; `own`: the reader is an officer of the unit itself.
pub(super) async fn of(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: UnitId,
    span: Span,
    own: bool,
) -> Result<Vec<Entered>> {
    let (core, language) = (ctx.core, caller.language);
    let mut entered = Vec::new();
    for one in store::forms::of_unit(ctx.tx, unit, span).await? {
        let Some(form) = core.campaign.form(one.form) else {
            continue;
        };
        let answers = store::forms::answers(ctx.tx, one.id, one.revision).await?;
        let day = store::forms::handed_in(ctx.tx, &one).await?;
        let day = day.and_then(|(day, _)| day.parse().ok());
        for field in form.fields() {
            let told = own || field.told == Told::Each;
            let (Some(row), Some(answer), true) = (field.report, answers.get(&field.id), told)
            else {
                continue;
            };
            entered.push(Entered {
                row,
                name: field.name.get(language).to_owned(),
                value: forms::shown(field, answer, &core.texts, language),
                source: Source::Officer,
                day,
            });
        }
    }
    if !entered.iter().any(|one| one.row == PLAN_ROW)
        && let Some((number, day)) = planned::issued_in(ctx, unit, span).await?
    {
        entered.push(Entered {
            row: PLAN_ROW,
            name: ctx.plain(language, "file-plan-entered", &[]),
            value: planned::cited(ctx, language, &number, day),
            source: Source::Plan,
            day: Some(day),
        });
    }
    if entered.iter().all(|one| one.source == Source::Plan) {
        for period in store::form_periods::of_unit(ctx.tx, unit, PERIODS_MAX).await? {
            if period.span == span {
                entered.extend(summed(ctx, caller, &period).await?);
            }
        }
    }
    Ok(entered)
}

/// The sums of a period, each with the number of units behind it.
async fn summed(ctx: &mut Ctx<'_>, caller: &Caller, period: &FormPeriod) -> Result<Vec<Entered>> {
    let core = ctx.core;
    let Some(form) = core.campaign.form(period.form) else {
        return Ok(Vec::new());
    };
    let (all, ..) = store::form_periods::progress(ctx.tx, period).await?;
    let sums = store::form_sums::sums(ctx.tx, period).await?;
    let pinned = store::form_sums::pinned(ctx.tx, period.id).await?;
    let mut entered = Vec::new();
    for field in form.fields().filter(|field| field.kind.adds_up()) {
        let found = match field.told {
            Told::Each => total(&sums, field),
            Told::Sum => pinned
                .iter()
                .find(|(id, ..)| *id == field.id)
                .map(|(_, total, units)| (*total, *units)),
        };
        let (Some(row), Some((total, units))) = (field.report, found) else {
            continue;
        };
        let sum = forms::shown(field, &Answer::Number(total), &core.texts, caller.language);
        let args = [
            ("sum", sum.into()),
            ("units", units.into()),
            ("all", all.into()),
        ];
        entered.push(Entered {
            row,
            name: field.name.get(caller.language).to_owned(),
            value: ctx.plain(caller.language, "collect-total", &args),
            source: Source::Units,
            day: None,
        });
    }
    Ok(entered)
}

fn total(sums: &[FieldSum], field: &Field) -> Option<(i64, i64)> {
    let of = sums.iter().filter(|sum| sum.field == field.id);
    let (total, units) = of.fold((0, 0), |(total, units), sum| {
        (total + sum.total, units + sum.numbers)
    });
    (units > 0).then_some((total, units))
}

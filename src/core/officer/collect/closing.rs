//! Closing a period: it is frozen, and it is decided once what may be told of fields of which only sums are.
//!
//! A sum is told of three units or more, and only if no sum of one or two units can be reckoned from it and from what
//! periods above or below tell. That is written down and stays, whatever is corrected afterwards.

use super::{Collecting, overview, theirs};
use crate::campaign::form::Told;
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::event::{Button, CollectAction};
use crate::store::audit::AuditAction;
use crate::store::form_sums::FieldSum;
use crate::store::{self, Result};

/// Fewest units behind a sum of fields of which no single unit's number is told.
const UNITS_MIN: i64 = 3;

/// Says what closing means.
pub(super) fn ask(ctx: &Ctx<'_>, caller: &Caller, collecting: &Collecting<'_>) -> Screen {
    let (language, id) = (caller.language, collecting.period.id);
    let key = |label: &str, action| vec![ctx.key(language, label, Button::Collect(action))];
    let text = [
        collecting.head(ctx, caller),
        ctx.html(language, "collect-close", &[]),
    ];
    Screen {
        text: text.join("\n\n"),
        keyboard: vec![
            key("button-collect-close-now", CollectAction::Close(id)),
            key("button-back", CollectAction::Show(id)),
        ],
    }
}

pub(super) async fn close(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    collecting: &Collecting<'_>,
) -> Result<Screen> {
    let period = &collecting.period;
    if !period.closed {
        let told = told(ctx, collecting).await?;
        store::form_sums::close(ctx.tx, period.id, &told).await?;
        store::audit::note(ctx.tx, period.unit, caller.user, AuditAction::FormClose).await?;
    }
    match theirs(ctx, caller, period.id).await? {
        Some(closed) => overview::shown(ctx, caller, &closed).await,
        None => overview::shown(ctx, caller, collecting).await,
    }
}

/// The sums that may be told.
async fn told(ctx: &mut Ctx<'_>, collecting: &Collecting<'_>) -> Result<Vec<FieldSum>> {
    let period = &collecting.period;
    let fields = collecting.form.fields();
    let fields: Vec<&str> = fields
        .filter(|field| field.told == Told::Sum)
        .map(|field| field.id.as_str())
        .collect();
    let mut sums = store::form_sums::sums(ctx.tx, period).await?;
    sums.retain(|sum| fields.contains(&sum.field.as_str()) && sum.chosen.is_none());
    sums.retain(|sum| sum.numbers >= UNITS_MIN);
    let few = |rest: i64| (1..UNITS_MIN).contains(&rest);
    for (field, rest) in store::form_sums::rest(ctx.tx, period, None, &fields).await? {
        if few(rest) {
            sums.retain(|sum| sum.field != field);
        }
    }
    let mut told = Vec::new();
    for sum in sums {
        let mut safe = true;
        for above in store::form_periods::telling_above(ctx.tx, period, &sum.field).await? {
            let (also, field) = (Some(period.id), [sum.field.as_str()]);
            let rest = store::form_sums::rest(ctx.tx, &above, also, &field).await?;
            safe &= !rest.iter().any(|(_, rest)| few(*rest));
        }
        if safe {
            told.push(sum);
        }
    }
    Ok(told)
}

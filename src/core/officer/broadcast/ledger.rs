//! The ledger as a spreadsheet for an officer: counts and reasons by unit, in the private chat alone.
//!
//! Knows which units are put together so that nobody can be told. Must not know cells.

use super::screens;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::outgoing::{FileContent, Purpose, Reason, Upload};
use crate::report::ledger::{DeliveryTable, xlsx};
use crate::schedule;
use crate::store::audit::AuditAction;
use crate::store::broadcasts::Broadcast;
use crate::store::recipients::{RecipientState, UnitCount};
use crate::store::{self, Result, StoreError};
use crate::types::Language;

/// The columns: a text, and the states that it counts.
const COLUMNS: [(&str, &[RecipientState]); 8] = [
    ("ledger-sent", &[RecipientState::Sent]),
    (
        "ledger-left",
        &[RecipientState::Queued, RecipientState::Claimed],
    ),
    ("ledger-unreachable", &[RecipientState::Unreachable]),
    ("ledger-failed", &[RecipientState::Failed]),
    ("ledger-expired", &[RecipientState::Expired]),
    ("ledger-cancelled", &[RecipientState::Cancelled]),
    ("ledger-unknown", &[RecipientState::Unknown]),
    ("ledger-unsent", &[RecipientState::Unsent]),
];

pub(super) async fn send(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    found: &Broadcast,
) -> Result {
    let language = caller.language;
    if found.round.is_some() {
        return ctx.alert(tap, language, "toast-ledger-round").await;
    }
    let counts = store::recipients::by_unit(ctx.tx, found.id).await?;
    let groups = store::recipients::of_groups(ctx.tx, found.id).await?;
    if counts.is_empty() && groups.is_empty() {
        return ctx.alert(tap, language, "toast-ledger-forgotten").await;
    }
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    let groups = LedgerRow {
        name: Some(ctx.plain(language, "ledger-groups", &[])),
        people: groups.iter().map(|(.., groups)| groups).sum(),
        fates: groups,
    };
    let units = units(counts, threshold);
    let ledger = ledger(ctx, language, found, (units, groups), threshold);
    let bytes = xlsx(&ledger).map_err(|error| StoreError::Bug(error.to_string()))?;
    let args = [("number", found.id.0.into())];
    let name = ctx.plain(language, "ledger-file", &args);
    let Ok(upload) = Upload::new(&crate::report::safe_name(&format!("{name}.xlsx")), bytes) else {
        return ctx.alert(tap, language, "toast-ledger-large").await;
    };
    ctx.ack(tap).await?;
    store::audit::note(ctx.tx, found.unit, caller.user, AuditAction::Ledger).await?;
    let caption = ctx.html(language, "ledger-caption", &args);
    let file = FileContent::Upload(upload);
    ctx.send_file(caller.user, file, caption, Purpose::Plain)
        .await
}

/// One row of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct LedgerRow {
    /// Its name; none for several that were put together.
    name: Option<String>,
    people: i64,
    fates: Vec<(RecipientState, Option<Reason>, i64)>,
}

/// Units with too few people are put together with the next larger ones until they are enough, so that neither a
/// row nor the difference to the sum is about fewer people than the threshold.
fn units(counts: Vec<UnitCount>, threshold: i64) -> Vec<LedgerRow> {
    let mut all: Vec<(i64, LedgerRow)> = Vec::new();
    for count in counts {
        if all.last().is_none_or(|(unit, _)| *unit != count.unit_id) {
            let name = Some(count.name.clone());
            let unit = LedgerRow {
                name,
                ..LedgerRow::default()
            };
            all.push((count.unit_id, unit));
        }
        if let Some((_, unit)) = all.last_mut() {
            unit.people += count.people;
            unit.fates.push((count.state, count.reason, count.people));
        }
    }
    let mut by_size: Vec<usize> = (0..all.len()).collect();
    by_size.sort_by_key(|place| all.get(*place).map_or(0, |(_, unit)| unit.people));
    let (mut together, mut hidden) = (LedgerRow::default(), Vec::new());
    for place in by_size {
        let Some((_, unit)) = all.get(place) else {
            continue;
        };
        let needed = together.people > 0 && together.people < threshold;
        if unit.people >= threshold && !needed {
            break;
        }
        together.people += unit.people;
        together.fates.extend(unit.fates.iter().cloned());
        hidden.push(place);
    }
    let shown = all.into_iter().enumerate();
    let shown = shown.filter(|(place, _)| !hidden.contains(place));
    let mut rows: Vec<LedgerRow> = shown.map(|(_, (_, unit))| unit).collect();
    if together.people > 0 {
        rows.push(together);
    }
    rows
}

fn ledger(
    ctx: &Ctx<'_>,
    language: Language,
    found: &Broadcast,
    (units, groups): (Vec<LedgerRow>, LedgerRow),
    threshold: i64,
) -> DeliveryTable {
    let say = |key: &str| ctx.plain(language, key, &[]);
    let args = [("number", found.id.0.into())];
    let columns = ["ledger-unit", "ledger-all"].into_iter();
    let columns = columns.chain(COLUMNS.iter().map(|(key, _)| *key));
    let few = ctx.plain(language, "ledger-few", &[("threshold", threshold.into())]);
    let named = |unit: &LedgerRow| unit.name.clone().unwrap_or_else(|| few.clone());
    let row = |unit: &LedgerRow| (named(unit), numbers(unit));
    let apart = (groups.people > 0).then_some(&groups);
    let reasons = units.iter().chain(apart).flat_map(|unit| {
        let sums = screens::sums(&unit.fates).into_iter();
        sums.map(|(why, people)| (named(unit), say(why), people))
    });
    DeliveryTable {
        day: schedule::local(ctx.tx.now()).date_naive(),
        sheets: [say("ledger-sheet"), say("ledger-sheet-why")],
        title: ctx.plain(language, "ledger-title", &args),
        note: ctx.plain(language, "ledger-note", &[("threshold", threshold.into())]),
        columns: columns.map(say).collect(),
        rows: units.iter().map(row).collect(),
        apart: apart.map(row),
        sum: say("ledger-sum"),
        why: [say("ledger-unit"), say("ledger-why"), say("ledger-people")],
        reasons: reasons.collect(),
    }
}

/// The number of people, and of those in each column.
fn numbers(unit: &LedgerRow) -> Vec<i64> {
    let of = |states: &[RecipientState]| -> i64 {
        let fates = unit.fates.iter();
        fates
            .filter(|(state, ..)| states.contains(state))
            .map(|(.., people)| people)
            .sum()
    };
    let columns = COLUMNS.iter().map(|(_, states)| of(states));
    [unit.people].into_iter().chain(columns).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(sizes: &[i64]) -> Vec<(Option<String>, i64)> {
        let counts = (1..).zip(sizes).map(|(unit_id, people)| UnitCount {
            unit_id,
            name: format!("{unit_id}"),
            state: RecipientState::Sent,
            reason: None,
            people: *people,
        });
        let units = units(counts.collect(), 5);
        units
            .into_iter()
            .map(|unit| (unit.name, unit.people))
            .collect()
    }

    #[test]
    fn no_row_and_no_difference_is_about_fewer_than_the_floor() {
        let named = |name: &str, people| (Some(name.to_owned()), people);
        assert_eq!(rows(&[5, 40]), [named("1", 5), named("2", 40)]);
        assert_eq!(rows(&[3, 2, 40]), [named("3", 40), (None, 5)]);
        assert_eq!(
            rows(&[3, 40, 7]),
            [named("2", 40), (None, 10)],
            "three alone would be the difference to the sum"
        );
        assert_eq!(rows(&[3]), [(None, 3)]);
        assert_eq!(rows(&[]), []);
    }
}

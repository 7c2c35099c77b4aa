//! The ledger as a spreadsheet for an officer: counts and reasons by unit, in the private chat alone.
//!
//! Knows which units are put together so that nobody can be told. Must not know cells.

use chrono::TimeDelta;

use super::screens;
use crate::core::turn::{Tap, Turn, Visitor};
use crate::outgoing::{Call, Content, FileKind, Lane, Purpose, Upload};
use crate::report::ledger::{Ledger, xlsx};
use crate::schedule;
use crate::store::audit::Deed;
use crate::store::broadcasts::Broadcast;
use crate::store::recipients::{State, UnitCount};
use crate::store::{self, Fault};
use crate::types::Language;

/// The file is worth sending for as long as an answer.
const HOURS: i64 = 12;

/// What became of people, in the order of the columns.
const COLUMNS: [(&str, &[State]); 8] = [
    ("ledger-sent", &[State::Sent]),
    ("ledger-left", &[State::Queued, State::Claimed]),
    ("ledger-unreachable", &[State::Unreachable]),
    ("ledger-failed", &[State::Failed]),
    ("ledger-expired", &[State::Expired]),
    ("ledger-cancelled", &[State::Cancelled]),
    ("ledger-unknown", &[State::Unknown]),
    ("ledger-unsent", &[State::Unsent]),
];

/// Sends it to the officer who asks.
pub(super) async fn send(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    found: &Broadcast,
) -> Result<(), Fault> {
    let language = visitor.language;
    if found.round.is_some() {
        return turn.alert(tap, language, "toast-ledger-round").await;
    }
    let counts = store::recipients::by_unit(turn.tx, found.id).await?;
    let groups = store::recipients::of_groups(turn.tx, found.id).await?;
    if counts.is_empty() && groups.is_empty() {
        return turn.alert(tap, language, "toast-ledger-forgotten").await;
    }
    let floor = store::house::floors(turn.tx).await?.quiz;
    let groups = Unit {
        name: Some(turn.plain(language, "ledger-groups", &[])),
        people: groups.iter().map(|(.., groups)| groups).sum(),
        fates: groups,
    };
    let units = units(counts, floor);
    let ledger = ledger(turn, language, found, (units, groups), floor);
    let bytes = xlsx(&ledger).map_err(|error| Fault::Bug(error.to_string()))?;
    let args = [("number", found.id.0.into())];
    let name = turn.plain(language, "ledger-file", &args);
    let Ok(upload) = Upload::new(&format!("{name}.xlsx"), bytes) else {
        return turn.alert(tap, language, "toast-ledger-large").await;
    };
    turn.hush(tap).await?;
    store::audit::note(turn.tx, found.unit, visitor.user, Deed::Ledger).await?;
    let call = Call::File {
        chat: visitor.user.into(),
        thread: None,
        kind: FileKind::Document,
        content: Content::Upload(upload),
        caption: turn.html(language, "ledger-caption", &[("number", found.id.0.into())]),
        keyboard: Vec::new(),
        reply_to: None,
    };
    let until = turn.tx.now() + TimeDelta::hours(HOURS);
    turn.owe(Lane::Reply, until, Purpose::Plain, call).await
}

/// One row of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Unit {
    /// Its name; none for several that were put together.
    name: Option<String>,
    people: i64,
    fates: Vec<(State, String, i64)>,
}

/// Units with too few people are put together, with the next larger ones until they are enough: neither
/// a row nor the difference to the sum is about a few.
fn units(counts: Vec<UnitCount>, floor: i64) -> Vec<Unit> {
    let mut all: Vec<(i64, Unit)> = Vec::new();
    for count in counts {
        if all.last().is_none_or(|(unit, _)| *unit != count.unit_id) {
            let name = Some(count.name.clone());
            let unit = Unit {
                name,
                ..Unit::default()
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
    let (mut together, mut hidden) = (Unit::default(), Vec::new());
    for place in by_size {
        let Some((_, unit)) = all.get(place) else {
            continue;
        };
        let needed = together.people > 0 && together.people < floor;
        if unit.people >= floor && !needed {
            break;
        }
        together.people += unit.people;
        together.fates.extend(unit.fates.iter().cloned());
        hidden.push(place);
    }
    let shown = all.into_iter().enumerate();
    let shown = shown.filter(|(place, _)| !hidden.contains(place));
    let mut rows: Vec<Unit> = shown.map(|(_, (_, unit))| unit).collect();
    if together.people > 0 {
        rows.push(together);
    }
    rows
}

fn ledger(
    turn: &Turn<'_>,
    language: Language,
    found: &Broadcast,
    (units, groups): (Vec<Unit>, Unit),
    floor: i64,
) -> Ledger {
    let say = |key: &str| turn.plain(language, key, &[]);
    let args = [("number", found.id.0.into())];
    let columns = ["ledger-unit", "ledger-all"].into_iter();
    let columns = columns.chain(COLUMNS.iter().map(|(key, _)| *key));
    let few = turn.plain(language, "ledger-few", &[("floor", floor.into())]);
    let named = |unit: &Unit| unit.name.clone().unwrap_or_else(|| few.clone());
    let row = |unit: &Unit| (named(unit), numbers(unit));
    let apart = (groups.people > 0).then_some(&groups);
    let reasons = units.iter().chain(apart).flat_map(|unit| {
        let sums = screens::sums(&unit.fates).into_iter();
        sums.map(|(why, people)| (named(unit), say(why), people))
    });
    Ledger {
        day: schedule::local(turn.tx.now()).date_naive(),
        sheets: [say("ledger-sheet"), say("ledger-sheet-why")],
        title: turn.plain(language, "ledger-title", &args),
        note: turn.plain(language, "ledger-note", &[("floor", floor.into())]),
        columns: columns.map(say).collect(),
        rows: units.iter().map(row).collect(),
        apart: apart.map(row),
        sum: say("ledger-sum"),
        why: [say("ledger-unit"), say("ledger-why"), say("ledger-people")],
        reasons: reasons.collect(),
    }
}

/// How many, and how many of them ended in each column.
fn numbers(unit: &Unit) -> Vec<i64> {
    let of = |states: &[State]| -> i64 {
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
            state: State::Sent,
            reason: String::new(),
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

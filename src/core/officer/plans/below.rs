//! The plans of the units below: a row a unit, no persons, no order but that of their codes; and a word to the officers of
//! units that are behind.
//!
//! Knows who is told, and how often. Must not know lines.

use chrono::Days;

use super::{key, put};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap, units_file};
use crate::core::officer::collect;
use crate::event::{Button, PlanAction};
use crate::outgoing::{Key, Lane, Purpose};
use crate::report;
use crate::report::units_sheet::{self, UnitCell, UnitRow, UnitsTable};
use crate::store::audit::AuditAction;
use crate::store::plan_progress::UnitPlan;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Month, UnitId};

/// Units on a page of the list.
const PAGE: usize = 12;
/// Officers of a unit are not told again within so many days.
const QUIET_DAYS: u64 = 14;
/// Units whose officers are told in one transaction.
const BATCH: u32 = 50;

pub(super) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    action: PlanAction,
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let all = all(ctx, unit.id).await?;
    match action {
        PlanAction::BelowSheet(_) => sheet(ctx, caller, tap, &unit, &all).await,
        PlanAction::Remind(_) => remind(ctx, caller, tap, &unit, &all).await,
        PlanAction::Below(_, page) => {
            ctx.ack(tap).await?;
            let screen = listed(ctx, caller, &unit, &all, page);
            put(ctx, caller, tap.message, screen).await
        }
        _ => super::refuse(ctx, caller, tap).await,
    }
}

/// The grassroots units below with their plans.
async fn all(ctx: &mut Ctx<'_>, unit: UnitId) -> Result<Vec<UnitPlan>> {
    let units = collect::grassroots_below(ctx, unit).await?;
    let month = Month::of(ctx.tx.today());
    store::plan_progress::of_units(ctx.tx, &units, month).await
}

fn listed(ctx: &Ctx<'_>, caller: &Caller, unit: &Unit, all: &[UnitPlan], page: u16) -> Screen {
    let language = caller.language;
    let turn = |page| Button::Plan(PlanAction::Below(unit.id, page));
    let ways = ("button-page-before", "button-page-after");
    let (shown, turns) = ctx.page(language, (all, PAGE), page, ways, turn);
    let issued = all.iter().filter(|one| one.number.is_some()).count();
    let late = all.iter().filter(|one| one.late > 0).count();
    let args = [
        ("unit", unit.name.as_str().into()),
        ("issued", issued.into()),
        ("all", all.len().into()),
        ("late", late.into()),
    ];
    let mut blocks = vec![ctx.html(language, "plan-below", &args)];
    let lines = shown.iter().map(|one| {
        let args = [
            ("unit", one.name.as_str().into()),
            ("state", state(ctx, caller, one).into()),
        ];
        ctx.html(language, "collect-unit", &args)
    });
    blocks.push(lines.collect::<Vec<_>>().join("\n"));
    let mut keyboard: Vec<Vec<Key>> = turns.into_iter().collect();
    let one = |label, action| key(ctx, caller, label, action);
    keyboard.push(vec![one(
        "button-collect-sheet",
        PlanAction::BelowSheet(unit.id),
    )]);
    if all.iter().any(|one| one.is_behind() && one.officers) {
        keyboard.push(vec![one("button-plan-remind", PlanAction::Remind(unit.id))]);
    }
    keyboard.push(vec![one("button-back", PlanAction::Unit(unit.id))]);
    let text = blocks.join("\n\n");
    Screen { text, keyboard }
}

/// How far a unit is, in words.
fn state(ctx: &Ctx<'_>, caller: &Caller, one: &UnitPlan) -> String {
    let language = caller.language;
    let Some(number) = &one.number else {
        let key = match one.officers {
            true => "plan-unit-none",
            false => "plan-unit-nobody",
        };
        return ctx.plain(language, key, &[]);
    };
    let args = [
        ("number", number.as_str().into()),
        ("day", day(one.issued_on.as_deref()).into()),
        ("done", one.done.into()),
        ("open", open(one).into()),
        ("late", one.late.into()),
        ("answered", day(one.answered_on.as_deref()).into()),
        ("asked", one.answered_on.is_some().into()),
    ];
    ctx.plain(language, "plan-unit", &args)
}

/// Lines of which something is still expected, those that are late among them.
fn open(one: &UnitPlan) -> i64 {
    one.lines - one.done - one.dropped
}

fn day(stored: Option<&str>) -> String {
    let day = stored.and_then(|stored| stored.parse().ok());
    day.map_or_else(String::new, report::day)
}

/// The same as a sheet.
async fn sheet(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: &Unit,
    all: &[UnitPlan],
) -> Result {
    let table = table(ctx, caller, unit, all);
    let file = units_file(&table)?;
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Export).await?;
    ctx.ack(tap).await?;
    let caption = ctx.html(caller.language, "plan-below-file", &[]);
    ctx.send_file(caller.user, file, caption, Purpose::Plain)
        .await
}

fn table(ctx: &Ctx<'_>, caller: &Caller, unit: &Unit, all: &[UnitPlan]) -> UnitsTable {
    let (language, texts) = (caller.language, &ctx.core.texts);
    let say = |key: &str| texts.plain(language, key, &[]);
    let columns = [
        "number", "day", "lines", "done", "open", "late", "dropped", "answered",
    ];
    let column = |name: &&str| {
        let key = format!("file-plans-{name}");
        (say(&key), say(&format!("{key}-note")))
    };
    let rows: Vec<UnitRow> = all.iter().map(|one| row(ctx, caller, one)).collect();
    let sum = |field: &str, of: fn(&UnitPlan) -> i64| {
        let issued = all.iter().filter(|one| one.number.is_some());
        let args = [
            (
                "sum",
                issued.clone().map(of).sum::<i64>().to_string().into(),
            ),
            ("units", issued.count().into()),
            ("all", all.len().into()),
        ];
        let said = texts.plain(language, "collect-total", &args);
        [String::new(), say(field), said]
    };
    let missing = all
        .iter()
        .zip(&rows)
        .filter(|(one, _)| one.number.is_none());
    UnitsTable {
        words: units_sheet::words(texts, language),
        title: say("file-plans-title"),
        unit: unit.name.clone(),
        period: Month::of(ctx.tx.today()).shown(),
        day: ctx.tx.today(),
        columns: columns.iter().map(column).collect(),
        sums: vec![
            sum("file-plans-lines", |one| one.lines),
            sum("file-plans-done", |one| one.done),
            sum("file-plans-open", open),
            sum("file-plans-late", |one| one.late),
        ],
        missing: missing
            .map(|(one, row)| [one.code.clone(), one.name.clone(), row.state.clone()])
            .collect(),
        rows,
    }
}

fn row(ctx: &Ctx<'_>, caller: &Caller, one: &UnitPlan) -> UnitRow {
    let words = |text: String| match text.is_empty() {
        true => UnitCell::Empty,
        false => UnitCell::Text(text),
    };
    let counts = [one.lines, one.done, open(one), one.late, one.dropped];
    let counts = counts.map(|number| match one.number {
        Some(_) => UnitCell::Number(i32::try_from(number).map_or(f64::MAX, f64::from)),
        // Missing is never a zero.
        None => UnitCell::Empty,
    });
    let mut cells = vec![
        words(one.number.clone().unwrap_or_default()),
        words(day(one.issued_on.as_deref())),
    ];
    cells.extend(counts);
    cells.push(words(day(one.answered_on.as_deref())));
    let key = match (&one.number, one.officers) {
        (Some(_), _) => "plan-unit-issued",
        (None, true) => "plan-unit-none",
        (None, false) => "plan-unit-nobody",
    };
    UnitRow {
        code: one.code.clone(),
        name: one.name.clone(),
        state: ctx.plain(caller.language, key, &[]),
        cells,
    }
}

/// Has the officers told of those units that have no plan or are late: not twice within two weeks.
async fn remind(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: &Unit,
    all: &[UnitPlan],
) -> Result {
    let behind = all.iter().filter(|one| one.is_behind() && one.officers);
    let behind: Vec<UnitId> = behind.map(|one| one.unit_id).collect();
    let since = ctx.tx.today() - Days::new(QUIET_DAYS);
    let told = store::plan_progress::call(ctx.tx, (unit.id, &behind), since).await?;
    if told == 0 {
        return ctx.alert(tap, caller.language, "toast-plan-told").await;
    }
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Remind).await?;
    ctx.answer_callback(tap, caller.language, "toast-collect-reminded")
        .await
}

/// Tells the officers of a portion of units. `true` if there may be more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool> {
    if store::pause_all::is_active(ctx.tx).await? {
        return Ok(false);
    }
    let portion = store::plan_progress::to_tell(ctx.tx, BATCH).await?;
    for (unit, by) in &portion {
        let (name, above) = (ctx.unit_name(*unit).await?, ctx.unit_name(*by).await?);
        for officer in store::officers::of_unit(ctx.tx, *unit).await? {
            let language = officers::language(ctx, officer.user).await?;
            let args = [
                ("unit", name.as_str().into()),
                ("above", above.as_str().into()),
            ];
            let open = Button::Plan(PlanAction::Unit(*unit));
            let screen = Screen {
                text: ctx.html(language, "plan-reminder", &args),
                keyboard: vec![vec![ctx.key(language, "button-do-plan", open)]],
            };
            let until = ctx.reply_until();
            ctx.send_until(officer.user, screen, Purpose::Plain, Lane::Notice, until)
                .await?;
        }
    }
    Ok(!portion.is_empty())
}

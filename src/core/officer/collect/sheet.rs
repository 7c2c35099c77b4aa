//! A period's units as a file: one row a unit, to be read, printed, or filled in and sent back.
//!
//! Knows what a cell may hold. Must not know formats. Of fields of which only sums are told no row has a number.

use std::collections::BTreeMap;

use super::{Collecting, overview};
use crate::campaign::form::{Field, FieldKind, Told};
use crate::core::ctx::{Caller, Ctx, Tap, units_file};
use crate::forms;
use crate::outgoing::Purpose;
use crate::report::units_sheet;
use crate::report::units_sheet::{UnitCell, UnitRow, UnitsTable};
use crate::store::audit::AuditAction;
use crate::store::form_periods::Asked;
use crate::store::form_sums::FieldSum;
use crate::store::{self, StoreError};
use crate::types::{Answer, Answers, Language, UnitId, count};

/// Sends the file: one row a unit, those that have not handed in among them, to be filled in and sent back.
pub(super) async fn send(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    collecting: &Collecting<'_>,
) -> Result<(), StoreError> {
    let (language, period) = (caller.language, &collecting.period);
    let table = table(ctx, caller, collecting).await?;
    let file = units_file(&table)?;
    store::audit::note(ctx.tx, period.unit, caller.user, AuditAction::Export).await?;
    ctx.ack(tap).await?;
    let caption = ctx.html(language, "collect-file", &[]);
    ctx.send_file(caller.user, file, caption, Purpose::Plain)
        .await
}

async fn table(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    collecting: &Collecting<'_>,
) -> Result<UnitsTable, StoreError> {
    let (language, period) = (caller.language, &collecting.period);
    let asked = store::form_periods::asked(ctx.tx, period).await?;
    let answers: BTreeMap<UnitId, Answers> = store::form_periods::rows(ctx.tx, period)
        .await?
        .into_iter()
        .collect();
    let sums = (FieldSum::of(answers.values()), count(asked.len()));
    let sums = overview::lines(ctx, caller, collecting, sums).await?;
    let texts = &ctx.core.texts;
    // Thousands of units are in few states.
    let mut states = BTreeMap::new();
    for one in &asked {
        let said = states.entry(standing(one));
        said.or_insert_with(|| overview::state(ctx, caller, one));
    }
    let state = |one: &Asked| states.get(&standing(one)).cloned().unwrap_or_default();
    let fields: Vec<&Field> = collecting.form.fields().collect();
    let none = Answers::new();
    let row = |one: &Asked| {
        let answers = answers.get(&one.unit_id).unwrap_or(&none);
        let cell = |field: &&Field| match (answers.get(&field.id), field.told) {
            (Some(answer), Told::Each) => cell(field, answer, ctx, language),
            _ => UnitCell::Empty,
        };
        UnitRow {
            code: one.code.clone(),
            name: one.name.clone(),
            state: state(one),
            cells: fields.iter().map(cell).collect(),
        }
    };
    let column = |field: &&Field| {
        let key = match field.told {
            Told::Each => "file-form-note-each",
            Told::Sum => "file-form-note-sum",
        };
        let prompt = collecting
            .form
            .prompts
            .iter()
            .find(|one| one.fields.contains(field));
        let options = field.options.iter().map(|one| one.name.get(language));
        let args = [
            ("ask", prompt.map_or("", |one| one.ask.get(language)).into()),
            ("options", options.collect::<Vec<_>>().join(", ").into()),
            ("choices", choices(field).into()),
        ];
        (field.heading(language), texts.plain(language, key, &args))
    };
    let missing = asked.iter().filter(|one| !one.is_in());
    Ok(UnitsTable {
        words: units_sheet::words(texts, language),
        title: collecting.form.title.get(language).to_owned(),
        unit: collecting.unit.name.clone(),
        period: ctx.period(caller.language, period.span),
        day: ctx.tx.today(),
        columns: fields.iter().map(column).collect(),
        rows: asked.iter().map(row).collect(),
        sums: sums
            .into_iter()
            .map(|sum| [sum.field, sum.name, sum.said])
            .collect(),
        missing: missing
            .map(|one| [one.code.clone(), one.name.clone(), state(one)])
            .collect(),
    })
}

/// What the words for a unit's state follow from.
fn standing(one: &Asked) -> (Option<&str>, i64, bool) {
    (one.returned.as_deref(), one.revision, one.officers)
}

/// How a column's note speaks of options: not at all, as what is chosen from, as what may stand in an answer's place.
fn choices(field: &Field) -> i64 {
    match field.kind {
        _ if field.options.is_empty() => 0,
        FieldKind::Choice | FieldKind::Choices => 1,
        _ => 2,
    }
}

fn cell(field: &Field, answer: &Answer, ctx: &Ctx<'_>, language: Language) -> UnitCell {
    match (answer, field.kind) {
        (Answer::Number(value), FieldKind::Percent) => UnitCell::Number(float(*value) / 1e2),
        (Answer::Number(value), FieldKind::Million) => UnitCell::Number(float(*value) / 1e6),
        (Answer::Number(value), kind) if kind.is_number() => UnitCell::Number(float(*value)),
        _ => UnitCell::Text(forms::shown(field, answer, &ctx.core.texts, language)),
    }
}

/// No number of a form is so long that this loses any of it.
fn float(value: i64) -> f64 {
    let part = |part: i64| i32::try_from(part).map_or(f64::MAX, f64::from);
    part(value / 1_000_000) * 1e6 + part(value % 1_000_000)
}

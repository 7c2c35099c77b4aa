//! How far a period is: who has handed in, what it adds up to, and what one unit said.
//!
//! Knows that missing is never zero. Must not know how anything is stored.

use std::collections::BTreeMap;

use super::{CALLS_MAX, Collecting};
use crate::campaign::form::{Field, FieldKind, Told};
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::event::{Button, CollectAction};
use crate::forms;
use crate::screens::{FormKeys, FormPage};
use crate::store::audit::AuditAction;
use crate::store::form_periods::Asked;
use crate::store::form_sums::FieldSum;
use crate::store::{self, StoreError};
use crate::types::{Answer, UnitId};

/// Units on a page of the list.
const PAGE: usize = 12;

/// The screen of a period.
pub(super) async fn shown(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    collecting: &Collecting<'_>,
) -> Result<Screen, StoreError> {
    let (language, period) = (caller.language, &collecting.period);
    let (all, done, returned) = store::form_periods::progress(ctx.tx, period).await?;
    let args = [
        ("done", done.into()),
        ("all", all.into()),
        ("returned", returned.into()),
        ("missing", (all - done - returned).into()),
    ];
    let mut blocks = vec![
        collecting.head(ctx, caller),
        ctx.html(language, "collect-progress", &args),
    ];
    if done > 0 {
        let sums = store::form_sums::sums(ctx.tx, period).await?;
        let sums = lines(ctx, caller, collecting, (sums, all)).await?;
        blocks.extend(folded(ctx, caller, &sums));
    }
    let key = |label: &str, action| ctx.key(language, label, Button::Collect(action));
    let mut keyboard = vec![vec![
        key("button-collect-units", CollectAction::Units(period.id, 0)),
        key("button-collect-sheet", CollectAction::Sheet(period.id)),
    ]];
    if !period.closed {
        let import = CollectAction::Import(period.id);
        keyboard.push(vec![key("button-collect-import", import)]);
        if done < all && period.calls < CALLS_MAX {
            let remind = CollectAction::Remind(period.id);
            keyboard.push(vec![key("button-collect-remind", remind)]);
        }
        let close = CollectAction::AskClose(period.id);
        keyboard.push(vec![key("button-collect-close", close)]);
    }
    let text = blocks.join("\n\n");
    Ok(Screen { text, keyboard })
}

/// A line for each field that adds up to something, and one for all of which the same is to be said instead.
fn folded(ctx: &Ctx<'_>, caller: &Caller, sums: &[SumLine]) -> Vec<String> {
    let (mut lines, mut without) = (Vec::new(), BTreeMap::<&str, Vec<&str>>::new());
    for sum in sums {
        if sum.nothing {
            without.entry(&sum.said).or_default().push(&sum.field);
            continue;
        }
        let args = [
            ("number", sum.field.as_str().into()),
            ("name", sum.name.as_str().into()),
            ("sum", sum.said.as_str().into()),
        ];
        lines.push(ctx.html(caller.language, "collect-sum", &args));
    }
    let without = without.into_iter().map(|(said, fields)| {
        let args = [("numbers", fields.join(", ").into()), ("why", said.into())];
        ctx.html(caller.language, "collect-without", &args)
    });
    let blocks = [lines, without.collect()].into_iter();
    blocks
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.join("\n"))
        .collect()
}

/// What a field adds up to, in words.
pub(super) struct SumLine {
    pub(super) field: String,
    pub(super) name: String,
    pub(super) said: String,
    /// It adds up to nothing, and that is said instead.
    pub(super) nothing: bool,
}

/// A line for each field of the form.
pub(super) async fn lines(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    collecting: &Collecting<'_>,
    (sums, all): (Vec<FieldSum>, i64),
) -> Result<Vec<SumLine>, StoreError> {
    let language = caller.language;
    let mut by_field: BTreeMap<String, Vec<FieldSum>> = BTreeMap::new();
    for sum in sums {
        by_field.entry(sum.field.clone()).or_default().push(sum);
    }
    let pinned = store::form_sums::pinned(ctx.tx, collecting.period.id).await?;
    let line = |field: &Field| {
        let total = match field.told {
            Told::Each => {
                let sums = by_field.get(&field.id).map_or(&[][..], Vec::as_slice);
                said(ctx, caller, field, sums, all).ok_or("form-unknown")
            }
            Told::Sum if !collecting.period.closed => Err("collect-at-closing"),
            Told::Sum => match pinned.iter().find(|(id, ..)| *id == field.id) {
                Some((_, total, units)) => Ok(counted(ctx, caller, field, (*total, *units), all)),
                None => Err("collect-too-few"),
            },
        };
        SumLine {
            field: field.id.clone(),
            name: field.name.get(language).to_owned(),
            nothing: total.is_err(),
            said: total.unwrap_or_else(|why| ctx.plain(language, why, &[])),
        }
    };
    Ok(collecting.form.fields().map(line).collect())
}

/// A sum with the number of units behind it.
fn counted(
    ctx: &Ctx<'_>,
    caller: &Caller,
    field: &Field,
    (total, units): (i64, i64),
    all: i64,
) -> String {
    let language = caller.language;
    let sum = forms::shown(field, &Answer::Number(total), &ctx.core.texts, language);
    let args = [
        ("sum", sum.into()),
        ("units", units.into()),
        ("all", all.into()),
    ];
    let key = match field.kind {
        FieldKind::Percent => "collect-mean",
        _ => "collect-total",
    };
    ctx.plain(language, key, &args)
}

/// What was answered, added up; `None` if nobody has answered.
fn said(
    ctx: &Ctx<'_>,
    caller: &Caller,
    field: &Field,
    sums: &[FieldSum],
    all: i64,
) -> Option<String> {
    let language = caller.language;
    let numbers: i64 = sums.iter().map(|sum| sum.numbers).sum();
    let words: i64 = sums.iter().map(|sum| sum.words).sum();
    let total: i64 = sums.iter().map(|sum| sum.total).sum();
    let mut chosen: BTreeMap<&str, i64> = BTreeMap::new();
    for sum in sums {
        for id in sum.chosen.iter().flat_map(|ids| ids.split(' ')) {
            *chosen.entry(id).or_default() += sum.units;
        }
    }
    let mut parts = Vec::new();
    if field.kind.is_number() && numbers > 0 {
        let value = match field.kind {
            FieldKind::Percent => total / numbers,
            _ => total,
        };
        parts.push(counted(ctx, caller, field, (value, numbers), all));
    } else if numbers + words > 0 {
        let args = [("units", (numbers + words).into()), ("all", all.into())];
        parts.push(ctx.plain(language, "collect-given", &args));
    }
    let options = field.options.iter().filter_map(|one| {
        let args = [
            ("name", one.name.get(language).into()),
            ("units", (*chosen.get(one.id.as_str())?).into()),
            ("all", all.into()),
        ];
        Some(ctx.plain(language, "collect-chosen", &args))
    });
    parts.extend(options);
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The units, a page at a time: who has not handed in comes first.
pub(super) async fn units(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    collecting: &Collecting<'_>,
    page: u16,
) -> Result<Screen, StoreError> {
    let (language, id) = (caller.language, collecting.period.id);
    let mut asked = store::form_periods::asked(ctx.tx, &collecting.period).await?;
    asked.sort_by_key(Asked::is_in);
    let turn = |page| Button::Collect(CollectAction::Units(id, page));
    let ways = ("button-page-before", "button-page-after");
    let (shown, turns) = ctx.page(language, (&asked, PAGE), page, ways, turn);
    let lines = shown.iter().map(|one| {
        let args = [
            ("unit", one.name.as_str().into()),
            ("state", state(ctx, caller, one).into()),
        ];
        ctx.html(language, "collect-unit", &args)
    });
    let lines: Vec<String> = lines.collect();
    let mut keyboard: Vec<_> = shown
        .iter()
        .filter(|one| one.is_in())
        .map(|one| {
            let show = Button::Collect(CollectAction::One(id, one.unit_id));
            vec![show.key(one.name.clone())]
        })
        .collect();
    keyboard.extend(turns);
    let back = Button::Collect(CollectAction::Show(id));
    keyboard.push(vec![ctx.key(language, "button-back", back)]);
    let text = [collecting.head(ctx, caller), lines.join("\n")].join("\n\n");
    Ok(Screen { text, keyboard })
}

/// How far a unit is, in words.
pub(super) fn state(ctx: &Ctx<'_>, caller: &Caller, one: &Asked) -> String {
    let language = caller.language;
    match (&one.returned, one.revision) {
        (Some(reason), _) => {
            let args = [("reason", reason.as_str().into())];
            ctx.plain(language, "collect-state-returned", &args)
        }
        (None, 0) if !one.officers => ctx.plain(language, "collect-state-nobody", &[]),
        (None, 0) => ctx.plain(language, "collect-state-missing", &[]),
        (None, 1) => ctx.plain(language, "collect-state-done", &[]),
        (None, revision) => {
            let args = [("revision", revision.into())];
            ctx.plain(language, "collect-state-again", &args)
        }
    }
}

/// What one unit has handed in. Fields of which only sums are told are hidden, whoever looks.
pub(super) async fn one(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    collecting: &Collecting<'_>,
    unit: UnitId,
) -> Result<Screen, StoreError> {
    let (language, period) = (caller.language, &collecting.period);
    let asked = store::form_periods::asked(ctx.tx, period).await?;
    let asked = asked.iter().find(|one| one.unit_id == unit && one.is_in());
    let (Some(asked), Some(id)) = (asked, asked.and_then(|one| one.return_id)) else {
        return units(ctx, caller, collecting, 0).await;
    };
    store::audit::note(ctx.tx, unit, caller.user, AuditAction::FormLook).await?;
    let answers = store::forms::answers(ctx.tx, id, asked.revision).await?;
    let page = FormPage {
        form: collecting.form,
        keys: FormKeys::Return(id),
        unit: &asked.name,
        period: ctx.period(caller.language, period.span),
        answers: &answers,
        own: false,
        notes: Vec::new(),
    };
    let steps = forms::steps(collecting.form);
    let mut screen = ctx.renderer(language).form_answers(&page, &steps);
    let key = |label: &str, action| vec![ctx.key(language, label, Button::Collect(action))];
    if !period.closed {
        let back = CollectAction::SendBack(period.id, unit);
        screen.keyboard.push(key("button-collect-send-back", back));
    }
    let list = CollectAction::Units(period.id, 0);
    screen.keyboard.push(key("button-back", list));
    Ok(screen)
}

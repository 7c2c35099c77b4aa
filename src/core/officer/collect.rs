//! `/totals` (`/tonghop`): an officer asks the units below for a form, sees who has handed in and what it adds up to.
//!
//! Knows who is asked and until when. Must not know what is asked. Of fields of which only sums are told, nothing is shown
//! while a period is open.

mod calling;
mod closing;
mod import;
mod overview;
mod sheet;

pub(in crate::core) use calling::{work, wrote_reason};
pub(in crate::core) use import::{received, shown};

use std::collections::BTreeSet;

use chrono::Days;

use crate::campaign::form::{Asks, Form};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::forms::spans;
use crate::core::officer::sheets;
use crate::event::{Button, CollectAction};
use crate::outgoing::Key;
use crate::store::audit::AuditAction;
use crate::store::dialogs::Dialog;
use crate::store::form_periods::FormPeriod;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{FormName, FormPeriodId, Span, UnitId};

/// Periods that are offered.
const PERIODS_MAX: u32 = 12;
/// In how many days a period can be due.
const DAYS: [u8; 4] = [7, 14, 21, 30];
/// How often the officers of a unit are told of a period: when it is opened, and twice more.
const CALLS_MAX: i64 = 3;

/// `/totals`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Collect(CollectAction::Unit(unit));
    officers::open(ctx, caller, words, button, periods).await
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    action: CollectAction,
) -> Result {
    let id = match action {
        CollectAction::Unit(unit) => {
            return officers::reopen(ctx, caller, tap, unit, periods).await;
        }
        CollectAction::Due(unit, form, span) => {
            return due(ctx, caller, tap, unit, (form, span)).await;
        }
        CollectAction::Begin(unit, form, span, days) => {
            return begin(ctx, caller, tap, unit, (form, span, days)).await;
        }
        CollectAction::Take(file) => return import::take(ctx, caller, tap, file).await,
        CollectAction::Leave(file) => return sheets::leave(ctx, caller, tap, file).await,
        CollectAction::Show(id)
        | CollectAction::Units(id, _)
        | CollectAction::One(id, _)
        | CollectAction::SendBack(id, _)
        | CollectAction::Remind(id)
        | CollectAction::AskClose(id)
        | CollectAction::Close(id)
        | CollectAction::Sheet(id)
        | CollectAction::Import(id) => id,
    };
    let Some(collecting) = theirs(ctx, caller, id).await? else {
        return ctx.no_button(tap, caller.language).await;
    };
    let screen = match action {
        CollectAction::Units(_, page) => overview::units(ctx, caller, &collecting, page).await?,
        CollectAction::One(_, unit) => overview::one(ctx, caller, &collecting, unit).await?,
        CollectAction::SendBack(_, unit) => {
            return calling::ask_why(ctx, caller, tap, &collecting, unit).await;
        }
        CollectAction::Remind(_) => return calling::remind(ctx, caller, tap, &collecting).await,
        CollectAction::AskClose(_) => closing::ask(ctx, caller, &collecting),
        CollectAction::Close(_) => closing::close(ctx, caller, &collecting).await?,
        CollectAction::Sheet(_) => return sheet::send(ctx, caller, tap, &collecting).await,
        CollectAction::Import(_) => {
            store::dialogs::ask(ctx.tx, caller.user, Dialog::Sheet(id)).await?;
            ctx.ack(tap).await?;
            return ctx.say(caller, "collect-send-sheet", &[]).await;
        }
        _ => overview::shown(ctx, caller, &collecting).await?,
    };
    ctx.ack(tap).await?;
    ctx.redraw(caller.user, tap, screen).await
}

/// A period with its form and the unit that asks.
pub(super) struct Collecting<'a> {
    pub(super) period: FormPeriod,
    pub(super) form: &'a Form,
    pub(super) unit: Unit,
}

impl Collecting<'_> {
    /// What its screens have in common.
    fn head(&self, ctx: &Ctx<'_>, caller: &Caller) -> String {
        let language = caller.language;
        let key = match self.period.closed {
            true => "collect-head-closed",
            false => "collect-head",
        };
        let args = [
            ("form", self.form.title.get(language).into()),
            (
                "period",
                ctx.period(caller.language, self.period.span).into(),
            ),
            ("unit", self.unit.name.as_str().into()),
            ("due", self.period.due_on.into()),
        ];
        ctx.html(language, key, &args)
    }
}

/// The period, if the caller may act for the unit that asks.
async fn theirs<'c>(
    ctx: &mut Ctx<'c>,
    caller: &Caller,
    id: FormPeriodId,
) -> Result<Option<Collecting<'c>>> {
    let core = ctx.core;
    let Some(period) = store::form_periods::by_id(ctx.tx, id).await? else {
        return Ok(None);
    };
    let may = officers::may(ctx, caller.user, period.unit).await?;
    let unit = store::units::by_id(ctx.tx, period.unit).await?;
    let (Some(form), Some(unit), true) = (core.campaign.form(period.form), unit, may) else {
        return Ok(None);
    };
    Ok(Some(Collecting { period, form, unit }))
}

/// The periods that there are, and those that can be opened.
async fn periods(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let opened = store::form_periods::of_unit(ctx.tx, unit.id, PERIODS_MAX).await?;
    let asked = store::form_periods::below(ctx.tx, unit.id).await?;
    let mut keyboard: Vec<Vec<Key>> = Vec::new();
    let key = |key: &str, form: &Form, span: Span, action: CollectAction| {
        let args = [
            ("form", form.title.get(language).into()),
            ("period", ctx.period(caller.language, span).into()),
        ];
        vec![Button::Collect(action).key(ctx.plain(language, key, &args))]
    };
    for period in &opened {
        if let Some(form) = ctx.core.campaign.form(period.form) {
            let label = match period.closed {
                true => "button-collect-closed",
                false => "button-collect-open",
            };
            let show = CollectAction::Show(period.id);
            keyboard.push(key(label, form, period.span, show));
        }
    }
    if asked.is_empty() {
        let args = [("unit", unit.name.as_str().into())];
        let text = ctx.html(language, "collect-nobody", &args);
        return Ok(Screen { text, keyboard });
    }
    for form in ctx.core.campaign.forms() {
        for span in spans(ctx, form) {
            let there = opened
                .iter()
                .any(|one| (one.form, one.span) == (form.name, span));
            if !there {
                let due = CollectAction::Due(unit.id, form.name, span);
                keyboard.push(key("button-collect-new", form, span, due));
            }
        }
    }
    let text = ctx.html(
        language,
        "collect-choice",
        &[("unit", unit.name.as_str().into())],
    );
    Ok(Screen { text, keyboard })
}

/// The grassroots units below one; where there are none, those directly below.
pub(super) async fn grassroots_below(ctx: &mut Ctx<'_>, unit: UnitId) -> Result<Vec<UnitId>> {
    asked(ctx, unit, Asks::Grassroots).await
}

/// The units that are asked below this one.
async fn asked(ctx: &mut Ctx<'_>, unit: UnitId, asks: Asks) -> Result<Vec<UnitId>> {
    let below = store::form_periods::below(ctx.tx, unit).await?;
    let kinds = &ctx.core.grassroots;
    let grassroots: BTreeSet<i64> = below
        .iter()
        .filter(|(_, kind, _)| asks == Asks::Grassroots && kinds.has(kind))
        .map(|(id, ..)| id.0)
        .collect();
    let above = |id: &UnitId, lineage: &[i64]| {
        let mut above = lineage.iter().filter(|one| **one != id.0);
        above.any(|one| grassroots.contains(one))
    };
    let directly = |lineage: &[i64]| lineage.iter().rev().nth(1) == Some(&unit.0);
    let chosen = below.iter().filter(|(id, _, lineage)| {
        if grassroots.is_empty() {
            directly(lineage)
        } else {
            grassroots.contains(&id.0) && !above(id, lineage)
        }
    });
    Ok(chosen.map(|(id, ..)| *id).collect())
}

/// Asks until when.
async fn due(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (form, span): (FormName, Span),
) -> Result {
    let language = caller.language;
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let Some(known) = offered(ctx, form, span) else {
        return ctx.no_button(tap, language).await;
    };
    let today = ctx.tx.today();
    let keyboard = DAYS.iter().map(|days| {
        let begin = CollectAction::Begin(unit.id, form, span, *days);
        let args = [
            ("due", (today + Days::new((*days).into())).into()),
            ("days", (*days).into()),
        ];
        vec![Button::Collect(begin).key(ctx.plain(language, "button-collect-due", &args))]
    });
    let keyboard = keyboard.collect();
    let count = asked(ctx, unit.id, known.asks).await?.len();
    let args = [
        ("form", known.title.get(language).into()),
        ("period", ctx.period(caller.language, span).into()),
        ("count", count.into()),
    ];
    let text = ctx.html(language, "collect-due", &args);
    ctx.ack(tap).await?;
    let screen = Screen { text, keyboard };
    ctx.redraw(caller.user, tap, screen).await
}

/// The form, if it can be asked for that period.
fn offered<'c>(ctx: &Ctx<'c>, form: FormName, span: Span) -> Option<&'c Form> {
    let core = ctx.core;
    let form = core.campaign.form(form)?;
    spans(ctx, form).contains(&span).then_some(form)
}

async fn begin(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (form, span, days): (FormName, Span, u8),
) -> Result {
    let language = caller.language;
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let known = offered(ctx, form, span).filter(|_| DAYS.contains(&days));
    let Some(known) = known else {
        return ctx.no_button(tap, language).await;
    };
    let asked = asked(ctx, unit.id, known.asks).await?;
    if asked.is_empty() {
        return ctx.no_button(tap, language).await;
    }
    if store::form_periods::find(ctx.tx, (form, span), unit.id)
        .await?
        .is_none()
    {
        let due_on = ctx.tx.today() + Days::new(days.into());
        store::form_periods::open(ctx.tx, (form, span), (unit.id, due_on), &asked).await?;
        store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::FormOpen).await?;
    }
    ctx.ack(tap).await?;
    let found = store::form_periods::find(ctx.tx, (form, span), unit.id).await?;
    let Some(period) = found else {
        return Ok(());
    };
    let collecting = Collecting {
        period,
        form: known,
        unit,
    };
    let screen = overview::shown(ctx, caller, &collecting).await?;
    ctx.redraw(caller.user, tap, screen).await
}

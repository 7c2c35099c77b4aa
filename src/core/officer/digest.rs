//! The officers' digest: once a month, what is due with their own units; silent where nothing is. An owner without an
//! office has no unit of their own, and hears nothing: what was asked of units below is in `/collect` at any time.
//!
//! Knows when it goes out and in which portions. Must not know what a form asks, nor anything about a member.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

use crate::core::access::officers;
use crate::core::ctx::{Ctx, Screen};
use crate::core::member::initiatives;
use crate::core::officer::plans;
use crate::core::officer::suggestions::due;
use crate::event::{Button, CollectAction, FormAction, PlanAction, RegisterAction};
use crate::outgoing::{Key, Lane, Purpose};
use crate::store::digests::Due;
use crate::store::plan_progress;
use crate::store::register::Ending;
use crate::store::suggestions::figures::{self, DueBox};
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, Month, UserId, Window};

/// The day of the month; the next working day if it is none.
const DAY: u32 = 25;
/// Officers who are looked at in one transaction.
const BATCH: u32 = 100;
/// Days before its last one that a form is called to mind: longer than until the next digest.
const SOON_DAYS: u64 = 35;
/// Lines that fit a phone: more are counted.
const LINES_MAX: usize = 8;

/// From when to when this month's digest goes out: on its day from noon on, and on the next working day if the bot was off.
fn hours(ctx: &Ctx<'_>, today: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let cadence = &ctx.core.rules.cadence;
    let mut days = today.with_day(DAY)?.iter_days().take(31);
    let day = days.find(|day| cadence.is_working_day(*day))?;
    let (from, _) = cadence.window(Window::Noon, day);
    Some((from, cadence.usual_term(from)))
}

/// The first of the month whose digest may still be going out: after holidays at its end, the month before.
fn months(today: NaiveDate) -> [Option<NaiveDate>; 2] {
    let first = today.with_day(1);
    [first.and_then(|first| first.pred_opt()), first]
}

/// Looks at a portion of the officers. `true` if there may be more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool> {
    let now = ctx.tx.now();
    if ctx.core.rules.cadence.closed_at(now).is_some()
        || store::pause_all::is_active(ctx.tx).await?
    {
        return Ok(false);
    }
    for month in months(ctx.tx.today()).into_iter().flatten() {
        let Some((from, until)) = hours(ctx, month) else {
            continue;
        };
        if from <= now && now < until {
            let name = month.format("%Y-%m").to_string();
            if !store::digests::is_done(ctx.tx, &name).await? {
                return portion(ctx, &name, (month, until)).await;
            }
        }
    }
    Ok(false)
}

/// When to look again.
pub(in crate::core) fn next(ctx: &Ctx<'_>) -> Option<DateTime<Utc>> {
    let (now, cadence) = (ctx.tx.now(), &ctx.core.rules.cadence);
    let of = |month| hours(ctx, month);
    let all = months(ctx.tx.today()).into_iter().flatten().filter_map(of);
    all.filter(|(_, until)| now < *until)
        .filter_map(|(from, _)| {
            if now < from {
                Some(from)
            } else {
                cadence.opens_after(now)
            }
        })
        .min()
}

async fn portion(
    ctx: &mut Ctx<'_>,
    name: &str,
    (month, until): (NaiveDate, DateTime<Utc>),
) -> Result<bool> {
    let after = store::digests::begin(ctx.tx, name).await?;
    let officers = store::digests::officers(ctx.tx, after, BATCH).await?;
    plans::refresh_due(ctx, &officers).await?;
    let due = store::digests::due(ctx.tx, &officers).await?;
    let planned = plan_progress::due(ctx.tx, &officers, Month::of(month)).await?;
    let days = (month, month + Months::new(1));
    let boxes = figures::due(ctx.tx, &officers, days).await?;
    let soon = ctx.tx.today() + Days::new(SOON_DAYS) - Months::new(initiatives::MONTHS);
    let ending = store::register::ending(ctx.tx, &officers, soon).await?;
    for user in &officers {
        let forms = due.iter().filter(|one| one.user == *user).copied();
        let planned = planned.iter().filter(|one| one.user == *user).copied();
        let boxes = boxes.iter().filter(|one| one.user == *user);
        let ending = ending.iter().filter(|one| one.user == *user).cloned();
        let all = OfOne {
            forms: forms.collect(),
            planned: planned.collect(),
            boxes: boxes.collect(),
            ending: ending.collect(),
        };
        if all.count() == 0 {
            continue;
        }
        let told = ctx.isolated(async |ctx| tell(ctx, *user, &all, (month, until)).await);
        // One officer whose rows are broken must not keep all others from theirs.
        if let Err(cause) = told.await? {
            tracing::error!(cause, "an officer is left out of a digest");
        }
    }
    let full = officers.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
    let cursor = officers.last().copied().filter(|_| full);
    store::digests::advance(ctx.tx, name, cursor).await?;
    Ok(full)
}

/// What is due with one officer.
struct OfOne<'a> {
    forms: Vec<Due>,
    planned: Vec<plan_progress::Due>,
    boxes: Vec<&'a DueBox>,
    ending: Vec<Ending>,
}

impl OfOne<'_> {
    fn count(&self) -> usize {
        self.forms.len() + self.planned.len() + self.boxes.len() + self.ending.len()
    }
}

async fn tell(
    ctx: &mut Ctx<'_>,
    user: UserId,
    all: &OfOne<'_>,
    (month, until): (NaiveDate, DateTime<Utc>),
) -> Result {
    let language = officers::language(ctx, user).await?;
    let mut told: Vec<(String, Key)> = Vec::new();
    let room = |told: &[_]| LINES_MAX.saturating_sub(told.len());
    for one in all.forms.iter().take(LINES_MAX) {
        told.extend(line(ctx, language, one).await?);
    }
    for one in &all.boxes {
        let lines = due::lines(ctx, language, one).await?.into_iter();
        told.extend(lines.take(room(&told)));
    }
    for one in all.planned.iter().take(room(&told)) {
        told.push(of_plan(ctx, language, one).await?);
    }
    for one in all.ending.iter().take(room(&told)) {
        told.push(forms_to_decide(ctx, language, one).await?);
    }
    if told.is_empty() {
        return Ok(());
    }
    let (lines, keys): (Vec<String>, Vec<Key>) = told.into_iter().unzip();
    let more = all.count().saturating_sub(LINES_MAX);
    let args = [
        ("month", month.format("%m/%Y").to_string().into()),
        ("lines", Value::from(lines.join("\n"))),
        ("more", more.into()),
    ];
    let screen = Screen {
        text: ctx.html(language, "digest", &args),
        keyboard: keys.into_iter().map(|key| vec![key]).collect(),
    };
    ctx.send_until(user, screen, Purpose::Plain, Lane::Notice, until)
        .await
}

/// How many forms of a unit must be decided on soon, and the button to its register.
async fn forms_to_decide(
    ctx: &mut Ctx<'_>,
    language: Language,
    ending: &Ending,
) -> Result<(String, Key)> {
    let (last, _) = initiatives::term(ending.first, ctx.tx.today());
    let args = [
        ("unit", ctx.unit_name(ending.unit).await?.into()),
        ("count", ending.count.into()),
        ("last", last.into()),
    ];
    let register = Button::Register(RegisterAction::Page(ending.unit, 0));
    let key = ctx.key(language, "button-digest-register", register);
    Ok((ctx.plain(language, "digest-initiatives", &args), key))
}

/// The lines of a plan that are due, and the button that leads to the first.
async fn of_plan(
    ctx: &mut Ctx<'_>,
    language: Language,
    due: &plan_progress::Due,
) -> Result<(String, Key)> {
    let args = [
        ("unit", ctx.unit_name(due.unit).await?.into()),
        ("lines", due.lines.into()),
        ("late", due.late.into()),
    ];
    let first = Button::Plan(PlanAction::Due(due.plan));
    let line = ctx.plain(language, "digest-plan", &args);
    Ok((line, ctx.key(language, "button-digest-plan", first)))
}

/// What is due, and the button that leads there.
async fn line(ctx: &mut Ctx<'_>, language: Language, due: &Due) -> Result<Option<(String, Key)>> {
    let core = ctx.core;
    let Some(period) = store::form_periods::by_id(ctx.tx, due.period).await? else {
        return Ok(None);
    };
    let Some(form) = core.campaign.form(period.form) else {
        return Ok(None);
    };
    let (all, done, _) = store::form_periods::progress(ctx.tx, &period).await?;
    let unit = ctx.unit_name(due.unit).await?;
    let args = [
        ("unit", unit.into()),
        ("form", form.title.get(language).into()),
        ("period", ctx.period(language, period.span).into()),
        ("due", period.due_on.into()),
        ("done", done.into()),
        ("all", all.into()),
    ];
    let late = period.due_on < ctx.tx.today();
    let (line, label, button) = if due.asks {
        let show = Button::Collect(CollectAction::Show(period.id));
        ("digest-collect", "button-digest-collect", show)
    } else {
        let key = if late {
            "digest-late"
        } else {
            "digest-hand-in"
        };
        let fill = FormAction::Open(due.unit, period.form, period.span);
        (key, "button-digest-fill", Button::Form(fill))
    };
    let key = button.key(ctx.plain(language, label, &args));
    Ok(Some((ctx.plain(language, line, &args), key)))
}

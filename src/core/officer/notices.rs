//! What officers hear without asking: that a check-in has closed, and that a quarter ends.
//!
//! Knows when, and that each hears it once. What they are told of is disclosed already: they could ask for it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::core::access::officers;
use crate::core::ctx::{Ctx, Screen};
use crate::core::disclosure::reflection;
use crate::event::{Button, ReportAction, ReportFormat, UnitAction};
use crate::outgoing::{Call, Lane, OnDoubt, Outgoing, Purpose};
use crate::schedule::local;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Length, Span, UserId, Window};

/// Officers served in one transaction.
const BATCH: u32 = 50;
/// So long after a check-in has closed officers are still told: later it is no news.
const FRESH_DAYS: i64 = 7;
/// Within so many days members should have a response.
const RESPOND_DAYS: i64 = 14;
/// So many days before its end the draft of a quarter is offered: days after the word about a check-in (the 15th at the
/// latest), and days before the digest (the 25th), so that an officer never hears of two things at once.
const QUARTER_DAYS: i64 = 11;
/// Units of one officer that are named.
const UNITS_MAX: usize = 5;

/// The noon of today in which officers and groups are written to, while it lasts.
pub(super) async fn noon(ctx: &mut Ctx<'_>) -> Result<Option<DateTime<Utc>>> {
    let (now, today, cadence) = (ctx.tx.now(), ctx.tx.today(), &ctx.core.rules.cadence);
    let (from, until) = cadence.window(Window::Noon, today);
    let open = cadence.is_working_day(today) && from <= now && now < until;
    let held = store::pause_all::is_active(ctx.tx).await?;
    Ok((open && !held).then_some(until))
}

/// Enqueues what nobody has asked for: it leaves once or not at all.
pub(super) fn enqueue(ctx: &mut Ctx<'_>, call: Call, expires_at: DateTime<Utc>) -> Result {
    let outgoing = Outgoing {
        lane: Lane::Notice,
        due_at: ctx.tx.now(),
        expires_at,
        on_doubt: OnDoubt::Unknown,
        purpose: Purpose::Plain,
        call,
    };
    store::outbox::enqueue(ctx.tx, &outgoing)
}

/// What there is to tell.
#[derive(Debug, Clone)]
enum News {
    Checkin(store::checkins::CheckinRound),
    Quarter(Span),
}

impl News {
    fn about(&self) -> String {
        match self {
            Self::Checkin(round) => format!("checkin:{}", round.id.0),
            Self::Quarter(span) => format!("quarter:{span}"),
        }
    }
}

/// Serves one portion of the officers. `true` if there may be more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool> {
    let Some(until) = noon(ctx).await? else {
        return Ok(false);
    };
    for news in news(ctx).await? {
        let about = news.about();
        let Some(after) = store::officer_notices::open(ctx.tx, &about).await? else {
            continue;
        };
        let officers = store::officer_notices::next(ctx.tx, after, BATCH).await?;
        for officer in &officers {
            let told = ctx.isolated(async |ctx| tell(ctx, *officer, &news, until).await);
            if let Err(cause) = told.await? {
                tracing::error!(about, cause, "an officer is left out of a notice");
            }
        }
        let more = officers.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
        let last = officers.last().copied().filter(|_| more);
        store::officer_notices::advance(ctx.tx, &about, last).await?;
        return Ok(true);
    }
    Ok(false)
}

async fn news(ctx: &mut Ctx<'_>) -> Result<Vec<News>> {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    let mut all = Vec::new();
    if let Some(round) = reflection::newest(ctx).await?
        && now < round.closes_at + TimeDelta::days(FRESH_DAYS)
    {
        all.push(News::Checkin(round));
    }
    let span = Span::around(Length::Quarter, today);
    if (span.to() - today).num_days() <= QUARTER_DAYS && has_figures(ctx, span.from()).await? {
        all.push(News::Quarter(span));
    }
    Ok(all)
}

/// Whether a round of that time has closed.
async fn has_figures(ctx: &mut Ctx<'_>, from: NaiveDate) -> Result<bool> {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    let rounds = store::rounds::between(ctx.tx, from, today, now).await?;
    Ok(rounds.iter().any(|round| round.closed))
}

async fn tell(ctx: &mut Ctx<'_>, officer: UserId, news: &News, until: DateTime<Utc>) -> Result {
    let units = store::officers::units_of(ctx.tx, officer).await?;
    let screen = match news {
        News::Checkin(round) => checkin(ctx, officer, units, round).await?,
        News::Quarter(span) => quarter(ctx, officer, units, *span).await?,
    };
    let Some(Screen { text, keyboard }) = screen else {
        return Ok(());
    };
    let call = Call::Send {
        chat: officer.into(),
        thread: None,
        text,
        keyboard,
        reply_to: None,
    };
    enqueue(ctx, call, until)
}

/// That units of theirs may read what was said, and wait for a response.
async fn checkin(
    ctx: &mut Ctx<'_>,
    officer: UserId,
    units: Vec<Unit>,
    round: &store::checkins::CheckinRound,
) -> Result<Option<Screen>> {
    let language = officers::language(ctx, officer).await?;
    let mut waiting = Vec::new();
    for unit in units.into_iter().take(UNITS_MAX) {
        if reflection::waiting(ctx, unit.id).await? == Some(round.id) {
            waiting.push(unit);
        }
    }
    if waiting.is_empty() {
        return Ok(None);
    }
    let names: Vec<&str> = waiting.iter().map(|unit| unit.name.as_str()).collect();
    let month = round.month.split_once('-');
    let month = month.map_or_else(String::new, |(year, month)| format!("{month}/{year}"));
    let last = round.closes_at + TimeDelta::days(RESPOND_DAYS);
    let args = [
        ("month", month.into()),
        ("units", names.join("; ").into()),
        ("days", RESPOND_DAYS.into()),
        ("last", local(last).date_naive().into()),
    ];
    let key = |unit: &Unit| {
        let label = [("unit", unit.name.as_str().into())];
        vec![Button::Unit(UnitAction::Result(unit.id)).key(ctx.plain(
            language,
            "button-notice-respond",
            &label,
        ))]
    };
    Ok(Some(Screen {
        text: ctx.html(language, "notice-checkin", &args),
        keyboard: waiting.iter().map(key).collect(),
    }))
}

/// That a quarter ends, and the draft report of their highest unit behind a button.
async fn quarter(
    ctx: &mut Ctx<'_>,
    officer: UserId,
    units: Vec<Unit>,
    span: Span,
) -> Result<Option<Screen>> {
    let language = officers::language(ctx, officer).await?;
    let Some(unit) = units.into_iter().next() else {
        return Ok(None);
    };
    let period = ctx.period(language, span);
    let args = [
        ("unit", unit.name.as_str().into()),
        ("period", period.into()),
        ("last", span.to().into()),
    ];
    let file = ReportAction::File(unit.id, span, ReportFormat::Document);
    let look = ReportAction::At(unit.id, span);
    let key = |label, action| vec![ctx.key(language, label, Button::Report(action))];
    Ok(Some(Screen {
        text: ctx.html(language, "notice-quarter", &args),
        keyboard: vec![
            key("button-report-document", file),
            key("button-notice-look", look),
        ],
    }))
}

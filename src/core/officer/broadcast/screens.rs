//! What officers see of a draft: the card with whom, when and how long, and the units to choose from.
//!
//! Knows which figures are shown. Must not know what the buttons do.

mod card;
mod card_keys;
mod counts;
mod draft_keys;
mod listed;
mod reasons;

pub(super) use card::{ask_unsend, looked_at, numbered, refresh, summary};
pub(super) use listed::entry;
pub(super) use reasons::sums;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::{asked, rhythm, second, urgent};
use crate::core::ctx::{Ctx, Screen, tick};
use crate::core::disclosure::threshold;
use crate::event::{Button, Step, Steps};
use crate::outgoing::{Key, Keyboard};
use crate::schedule::{Closed, Recurrence, Rhythm};
use crate::store::broadcasts::Broadcast;
use crate::store::recipients::Audience;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::Language;

pub(super) const PAGE: usize = 8;

pub(super) fn key(ctx: &Ctx<'_>, language: Language, label: &str, steps: Steps) -> Key {
    ctx.key(language, label, Button::Broadcast(steps))
}

fn ticked(key: Key, on: bool) -> Key {
    Key {
        label: format!("{} {}", tick(on), key.label),
        ..key
    }
}

/// Until when a draft would be sent.
pub(super) fn term(ctx: &Ctx<'_>, draft: &Broadcast) -> DateTime<Utc> {
    let starts = draft.starts_at.unwrap_or(ctx.tx.now());
    let usual = || match draft.urgent {
        true => urgent::term(ctx),
        false => ctx.core.rules.cadence.usual_term(starts),
    };
    draft.expires_at.unwrap_or_else(usual)
}

/// How long so many messages take.
pub(super) fn takes(ctx: &Ctx<'_>, messages: i64) -> TimeDelta {
    let per_second = i64::from(ctx.core.sending.per_second.max(1));
    TimeDelta::seconds(messages.div_euclid(per_second) + 1)
}

/// The card below a draft's preview: what is most often wanted.
pub(super) async fn draft(
    ctx: &mut Ctx<'_>,
    language: Language,
    draft: &Broadcast,
) -> Result<Screen> {
    if draft.body.is_empty() {
        let discard = key(ctx, language, "button-discard", steps(draft, Step::Discard));
        return Ok(Screen::words(ctx.html(language, "broadcast-write", &[])).with(discard));
    }
    let keyboard = draft_keys::first(ctx, language, draft).await?;
    let heading = match draft.urgent {
        true => "urgent-draft",
        false => "broadcast-draft",
    };
    drafted(ctx, language, draft, heading, keyboard).await
}

/// The same card with the rest of what may be chosen.
pub(super) async fn options(
    ctx: &mut Ctx<'_>,
    language: Language,
    draft: &Broadcast,
) -> Result<Screen> {
    let keyboard = draft_keys::rest(ctx, language, draft).await?;
    drafted(ctx, language, draft, "broadcast-options", keyboard).await
}

async fn drafted(
    ctx: &mut Ctx<'_>,
    language: Language,
    draft: &Broadcast,
    heading: &str,
    keyboard: Keyboard,
) -> Result<Screen> {
    let asked = asked(ctx);
    let to = store::recipients::audience(ctx.tx, draft.id, asked).await?;
    let text = figures(ctx, language, draft, &to).await?;
    let mut blocks = vec![ctx.html(language, heading, &[])];
    if let Some(replaced) = draft.replaces.filter(|_| draft.rhythm.is_none()) {
        let args = [("number", replaced.0.into())];
        blocks.push(ctx.html(language, "broadcast-replaces", &args));
    }
    blocks.push(text);
    let mut hindrance = second::refusal(ctx, draft, &to).await?;
    if draft.urgent {
        hindrance = urgent::refusal(ctx, draft).await?.or(hindrance);
    }
    blocks.extend(hindrance.map(|why| format!("⚠ {}", ctx.html(language, why, &[]))));
    Ok(Screen {
        text: blocks.join("\n\n"),
        keyboard,
    })
}

/// The same for the second officer.
pub(super) async fn for_second(
    ctx: &mut Ctx<'_>,
    language: Language,
    waiting: &Broadcast,
    to: &Audience,
) -> Result<Screen> {
    let text = figures(ctx, language, waiting, to).await?;
    let heading = match waiting.urgent {
        true => ctx.html(language, "urgent-second", &[]),
        false => ctx.html(language, "broadcast-second", &[]),
    };
    let row = |label, step| vec![key(ctx, language, label, steps(waiting, step))];
    Ok(Screen {
        text: format!("{heading}\n\n{text}"),
        keyboard: vec![
            row("button-second", Step::Second),
            row("button-refuse", Step::Refuse),
        ],
    })
}

fn steps(broadcast: &Broadcast, step: Step) -> Steps {
    Steps {
        broadcast: broadcast.id,
        version: broadcast.version,
        step,
    }
}

/// How many it reaches, how many not and why, when it begins and how long it takes.
async fn figures(
    ctx: &mut Ctx<'_>,
    language: Language,
    draft: &Broadcast,
    to: &Audience,
) -> Result<String> {
    let mut lines = Vec::from_iter(destination(ctx, language, draft).await?);
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    // Sums over freely chosen units are not shown: a few of them would give each unit away.
    let whole = store::broadcasts::chosen(ctx.tx, draft.id).await? == [draft.unit];
    if draft.round.is_none() {
        let args = [("members", to.members.into()), ("groups", to.groups.into())];
        lines.push(ctx.html(language, "broadcast-audience", &args));
    } else {
        // How many they are tells, while the round is open, of those who have answered.
        let args = [("groups", to.groups.into())];
        lines.push(ctx.html(language, "broadcast-unanswered", &args));
    }
    lines.push(ctx.html(
        language,
        "broadcast-left-out",
        &[("threshold", threshold.into())],
    ));
    for (label, count) in [
        ("broadcast-blocked", to.blocked),
        ("broadcast-paused", to.paused),
        ("broadcast-unconsenting", to.unconsenting),
    ] {
        if let Some(about) = threshold::about(count, threshold).filter(|_| whole) {
            lines.push(ctx.html(language, label, &[("count", about.into())]));
        }
    }
    if draft.body.ask_seen && draft.groups {
        lines.push(ctx.html(language, "broadcast-seen-members", &[]));
    }
    lines.push(String::new());
    let messages = to.people() + to.groups;
    match rhythm(draft) {
        Some(rhythm) => lines.push(repeats(ctx, language, &rhythm)),
        None if draft.urgent => {
            lines.extend(urgent::times(ctx, language, draft, takes(ctx, messages)));
        }
        None => lines.extend(times(ctx, language, draft, messages)),
    }
    Ok(lines.join("\n"))
}

/// The units it is for; `None` where that is no longer known.
async fn destination(
    ctx: &mut Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Result<Option<String>> {
    let chosen = store::broadcasts::chosen(ctx.tx, broadcast.id).await?;
    if let [only] = chosen.as_slice() {
        let alone = store::units::directly_below(ctx.tx, *only)
            .await?
            .is_empty();
        let key = match alone {
            true => "broadcast-to-unit-alone",
            false => "broadcast-to-unit",
        };
        let args = [("unit", ctx.unit_name(*only).await?.into())];
        return Ok(Some(ctx.html(language, key, &args)));
    }
    let mut names = Vec::new();
    for unit in chosen.iter().take(PAGE) {
        names.push(ctx.unit_name(*unit).await?);
    }
    if chosen.len() > PAGE {
        names.push("…".to_owned());
    }
    let args = [
        ("count", chosen.len().into()),
        ("units", names.join("; ").into()),
    ];
    let known = !chosen.is_empty();
    Ok(known.then(|| ctx.html(language, "broadcast-to-units", &args)))
}

/// On which days, and when next.
fn repeats(ctx: &Ctx<'_>, language: Language, rhythm: &Rhythm) -> String {
    let days = days(ctx, language, rhythm);
    let next = rhythm.next(ctx.tx.now());
    let next = next.map_or_else(String::new, |next| ctx.dated(language, next));
    let args = [("days", days.into()), ("time", next.into())];
    ctx.html(language, "broadcast-rhythm", &args)
}

/// The days of a reminder in words.
fn days(ctx: &Ctx<'_>, language: Language, rhythm: &Rhythm) -> String {
    let time = rhythm.time.format("%H:%M").to_string();
    match &rhythm.days {
        Recurrence::Monthly(day) => {
            let args = [("day", day.to_string().into()), ("time", time.into())];
            if *day > 28 {
                ctx.plain(language, "rhythm-month-end", &args)
            } else {
                ctx.plain(language, "rhythm-monthly", &args)
            }
        }
        Recurrence::Yearly(dates) => {
            let dates = dates.iter().map(|(month, day)| format!("{day}/{month}"));
            let dates: Vec<String> = dates.collect();
            let args = [("dates", dates.join(", ").into()), ("time", time.into())];
            ctx.plain(language, "rhythm-yearly", &args)
        }
    }
}

/// When it begins, when it is done, and what of it the windows cut.
fn times(ctx: &Ctx<'_>, language: Language, draft: &Broadcast, messages: i64) -> Vec<String> {
    let cadence = &ctx.core.rules.cadence;
    let starts = draft.starts_at.unwrap_or(ctx.tx.now()).max(ctx.tx.now());
    let ends = term(ctx, draft);
    let told = |key: &str, at: DateTime<Utc>| -> String {
        let time = ctx.dated(language, at);
        ctx.html(language, key, &[("time", Value::from(time))])
    };
    let mut lines = Vec::new();
    match cadence.opening(starts) {
        Some((opens, _)) if opens <= starts && draft.starts_at.is_none() => {
            lines.push(ctx.html(language, "broadcast-starts-now", &[]));
        }
        Some((opens, _)) => {
            lines.push(told("broadcast-starts", opens.max(starts)));
            lines.extend(moved(ctx, language, starts, opens));
        }
        None => {}
    }
    if let Some(done) = cadence.done_at(starts, takes(ctx, messages)) {
        lines.push(told("broadcast-done", done));
        let first = cadence.opening(starts).map(|(_, closes)| closes);
        if first.is_some_and(|closes| done > closes) {
            lines.push(ctx.html(language, "broadcast-crosses", &[]));
        }
        if done > ends {
            lines.push(ctx.html(language, "broadcast-cut", &[]));
        }
    }
    lines.push(told("broadcast-until", ends));
    lines
}

/// Why it begins later than was asked for.
fn moved(
    ctx: &Ctx<'_>,
    language: Language,
    asked: DateTime<Utc>,
    opens: DateTime<Utc>,
) -> Option<String> {
    let cadence = &ctx.core.rules.cadence;
    let key = match cadence.closed_at(asked)? {
        Closed::Weekend => "broadcast-moved-weekend",
        Closed::Holiday => "broadcast-moved-holiday",
        Closed::Hours => "broadcast-moved-hours",
    };
    let hours = |(from, to): (NaiveTime, NaiveTime)| {
        format!("{}–{}", from.format("%H:%M"), to.format("%H:%M"))
    };
    let args = [
        ("asked", ctx.dated(language, asked).into()),
        ("time", ctx.dated(language, opens).into()),
        ("noon", hours(cadence.noon).into()),
        ("evening", hours(cadence.evening).into()),
    ];
    Some(ctx.html(language, key, &args))
}

/// The units directly below, to be ticked.
pub(super) async fn units(
    ctx: &mut Ctx<'_>,
    language: Language,
    draft: &Broadcast,
    page: u16,
) -> Result<Screen> {
    let chosen = store::broadcasts::chosen(ctx.tx, draft.id).await?;
    let all = store::units::directly_below(ctx.tx, draft.unit).await?;
    let button = |label, step| key(ctx, language, label, steps(draft, step));
    let turn = |page| Button::Broadcast(steps(draft, Step::Units(page)));
    let keys = ("button-page-before", "button-page-next");
    let (shown, turning) = ctx.page(language, (&all, PAGE), page, keys, turn);
    let mut rows: Keyboard = shown
        .iter()
        .map(|unit| {
            let key = Key {
                label: unit.name.clone(),
                data: Button::Broadcast(steps(draft, Step::Unit(unit.id))).data(),
            };
            vec![ticked(key, chosen.contains(&unit.id))]
        })
        .collect();
    rows.extend(turning);
    let whole = button("button-whole", Step::Whole);
    rows.push(vec![ticked(whole, chosen == [draft.unit])]);
    rows.push(vec![button("button-back", Step::Show)]);
    Ok(Screen {
        text: ctx.html(language, "broadcast-which-units", &[]),
        keyboard: rows,
    })
}

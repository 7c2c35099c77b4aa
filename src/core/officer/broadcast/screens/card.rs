//! The card that shows how a broadcast goes, and the summary at the end.
//!
//! Knows which counts are shown and which buttons make sense. Must not know what the buttons do.

use super::counts::{RecipientCounts, counts};
use super::{card_keys, days, destination, key, reasons, steps, takes};
use crate::core::access::officers;
use crate::core::ctx::{Ctx, Screen};
use crate::core::officer::broadcast::coming::waits_until;
use crate::core::officer::broadcast::{rhythm, second, stands, urgent};
use crate::event::{Button, Step};
use crate::outgoing::{Call, Key, Lane, Purpose};
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::RecipientState;
use crate::store::{self, Result, StoreError};
use crate::types::{BroadcastId, Language};

/// Cells of the progress bar.
const CELLS: i64 = 12;

async fn found(ctx: &mut Ctx<'_>, id: BroadcastId) -> Result<Broadcast> {
    store::broadcasts::by_id(ctx.tx, id)
        .await?
        .ok_or_else(|| StoreError::Bug("a broadcast is gone".into()))
}

/// Enqueues the officer's card as it is now, in place of one that still waits.
pub(in crate::core::officer::broadcast) async fn refresh(
    ctx: &mut Ctx<'_>,
    id: BroadcastId,
) -> Result {
    let broadcast = found(ctx, id).await?;
    let language = officers::language(ctx, broadcast.officer).await?;
    let screen = card(ctx, language, id).await?;
    let purpose = Purpose::Card(id);
    let chat = broadcast.officer.into();
    store::outbox::drop_waiting(ctx.tx, chat, purpose).await?;
    store::broadcasts::card_shown(ctx.tx, id).await?;
    let Some(message) = broadcast.card else {
        return ctx.send(broadcast.officer, screen, purpose).await;
    };
    let Screen { text, keyboard } = screen;
    let call = Call::Edit {
        chat,
        message,
        text,
        keyboard,
        // While it goes, the next edit follows soon; how it ended must be seen.
        or_send: broadcast.ended_at.is_some(),
    };
    let until = ctx.reply_until();
    ctx.enqueue(Lane::Reply, until, purpose, call).await
}

async fn card(ctx: &mut Ctx<'_>, language: Language, id: BroadcastId) -> Result<Screen> {
    let broadcast = found(ctx, id).await?;
    let counts = counts(ctx, id).await?;
    let mut text = heading(ctx, language, &broadcast).await?;
    let phase = phase(ctx, language, &broadcast).await?;
    text = format!("{text}\n{phase}");
    let all = counts.all();
    if all > 0 && broadcast.round.is_none() {
        let done = all - counts.left();
        let percent = done * 100 / all;
        let full = usize::try_from(done * CELLS / all).unwrap_or(0);
        let empty = usize::try_from(CELLS).unwrap_or(0).saturating_sub(full);
        let bar = format!("{}{}", "▰".repeat(full), "▱".repeat(empty));
        text = format!("{text}\n\n{bar} {percent}%");
    }
    for line in lines(ctx, language, &broadcast, &counts) {
        text = format!("{text}\n{line}");
    }
    text.extend(seen(ctx, language, &broadcast, &counts).await?);
    if let Some(line) = ending(ctx, language, &broadcast, &counts) {
        text = format!("{text}\n\n{line}");
    }
    Ok(Screen {
        text,
        keyboard: card_keys::keys(ctx, language, &broadcast, &counts).await?,
    })
}

/// The card for another officer: it does not refresh by itself, so it has a button for that.
pub(in crate::core::officer::broadcast) async fn looked_at(
    ctx: &mut Ctx<'_>,
    language: Language,
    id: BroadcastId,
) -> Result<Screen> {
    let mut screen = card(ctx, language, id).await?;
    let broadcast = found(ctx, id).await?;
    if broadcast.ended_at.is_none() && !stands(broadcast.phase) {
        let again = steps(&broadcast, Step::Show);
        let again = key(ctx, language, "button-look-again", again);
        screen.keyboard.push(vec![again]);
    }
    Ok(screen)
}

async fn heading(ctx: &mut Ctx<'_>, language: Language, broadcast: &Broadcast) -> Result<String> {
    let unit = ctx.unit_name(broadcast.unit).await?;
    let args = [("number", broadcast.id.0.into()), ("unit", unit.into())];
    let title = match broadcast.rhythm {
        Some(_) => ctx.html(language, "reminder-card", &args),
        None if broadcast.urgent => ctx.html(language, "urgent-card", &args),
        None => ctx.html(language, "broadcast-card", &args),
    };
    let mut text = [Some(title), destination(ctx, language, broadcast).await?]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n");
    if let Some(rhythm) = rhythm(broadcast) {
        let days = [("days", days(ctx, language, &rhythm).into())];
        let line = ctx.html(language, "reminder-days", &days);
        return Ok(format!("{text}\n{line}"));
    }
    if let Some(reminder) = broadcast.reminder {
        let line = ctx.html(
            language,
            "broadcast-reminds",
            &[("number", reminder.0.into())],
        );
        text = format!("{text}\n{line}");
    }
    if let Some(origin) = broadcast.origin {
        let line = ctx.html(language, "broadcast-again", &[("number", origin.0.into())]);
        text = format!("{text}\n{line}");
    }
    Ok(text)
}

/// How far it is, in words.
pub(super) async fn phase(
    ctx: &mut Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Result<String> {
    let still = store::pause_all::is_active(ctx.tx).await?;
    let fixing = store::recipients::is_fixing(ctx.tx, broadcast.id).await?;
    let waits = waits_until(ctx, broadcast);
    let starts = broadcast.starts_at.unwrap_or(ctx.tx.now());
    let at = |key: &str, time| {
        let time = ctx.dated(language, time);
        ctx.html(language, key, &[("time", time.into())])
    };
    let key = match (broadcast.phase, waits) {
        (Phase::Running, _) if fixing => "phase-fixing",
        (Phase::Running, _) if still => "phase-still",
        (Phase::Running, Some(from)) => return Ok(at("phase-planned", from)),
        (Phase::Repeating, _) => return Ok(at("phase-repeating", starts)),
        (Phase::Running, None) => "phase-running",
        (Phase::Paused, _) => "phase-paused",
        (Phase::Cancelled, _) if urgent::has_lapsed(broadcast) => "phase-lapsed",
        (Phase::Cancelling | Phase::Cancelled, _) => "phase-cancelled",
        (Phase::Unsending, _) => "phase-unsending",
        (Phase::Unsent, _) => "phase-unsent",
        (Phase::Done, _) => "phase-done",
        (Phase::Draft | Phase::Waiting, _) => {
            return second::waiting(ctx, language, broadcast).await;
        }
        (Phase::Resting, _) => "phase-resting",
    };
    Ok(ctx.html(language, key, &[]))
}

fn lines(
    ctx: &Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &RecipientCounts,
) -> Vec<String> {
    if broadcast.round.is_some() {
        return vec![ctx.html(language, "count-untold", &[])];
    }
    let mut lines = Vec::new();
    if counts.all() > 0 {
        let args = [
            ("count", counts.of(RecipientState::Sent).into()),
            ("of", counts.all().into()),
        ];
        lines.push(ctx.html(language, "count-sent", &args));
    }
    if counts.left() > 0 {
        let args = [("count", counts.left().into())];
        lines.push(ctx.html(language, "count-left", &args));
    }
    for (state, label) in [
        (RecipientState::Unreachable, "count-unreachable"),
        (RecipientState::Failed, "count-failed"),
        (RecipientState::Expired, "count-expired"),
        (RecipientState::Cancelled, "count-cancelled"),
        (RecipientState::Unknown, "count-unknown"),
        (RecipientState::Unsent, "count-unsent"),
    ] {
        let count = counts.of(state);
        if count > 0 {
            lines.push(ctx.html(language, label, &[("count", count.into())]));
            lines.extend(reasons::lines(ctx, language, &counts.rows, state));
        }
    }
    lines.extend(reasons::lines(
        ctx,
        language,
        &counts.rows,
        RecipientState::Sent,
    ));
    lines
}

/// How many members have tapped “seen”, if that number may be shown.
async fn seen(
    ctx: &mut Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &RecipientCounts,
) -> Result<Option<String>> {
    let untold = broadcast.round.is_some() || counts.of(RecipientState::Sent) == 0;
    if !broadcast.body.ask_seen || untold {
        return Ok(None);
    }
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    let seen = broadcast.seen;
    let others = counts.of(RecipientState::Sent) - seen;
    let enough = |people: i64| people == 0 || people >= threshold;
    let line = if seen >= threshold && enough(others) {
        ctx.html(language, "count-seen", &[("count", seen.into())])
    } else {
        ctx.html(
            language,
            "count-seen-few",
            &[("threshold", threshold.into())],
        )
    };
    Ok(Some(format!("\n{line}")))
}

/// When it will be done.
fn ending(
    ctx: &Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &RecipientCounts,
) -> Option<String> {
    if broadcast.phase != Phase::Running || counts.left() == 0 || broadcast.round.is_some() {
        return None;
    }
    let now = ctx.tx.now();
    let from = broadcast.starts_at.unwrap_or(now).max(now);
    let takes = takes(ctx, counts.left());
    let done = match broadcast.urgent {
        true => from + takes,
        false => ctx.core.rules.cadence.done_at(from, takes)?,
    };
    let time = ctx.dated(language, done);
    Some(ctx.html(language, "broadcast-done", &[("time", time.into())]))
}

/// Says what taking back means, before anything is taken back.
pub(in crate::core::officer::broadcast) fn ask_unsend(
    ctx: &Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Screen {
    let row = |label, step| vec![key(ctx, language, label, steps(broadcast, step))];
    Screen {
        text: ctx.html(language, "broadcast-ask-unsend", &[]),
        keyboard: vec![
            row("button-unsend-now", Step::Unsend),
            row("button-back", Step::Show),
        ],
    }
}

/// The message at the end.
pub(in crate::core::officer::broadcast) async fn summary(
    ctx: &mut Ctx<'_>,
    language: Language,
    id: BroadcastId,
) -> Result<Screen> {
    let broadcast = found(ctx, id).await?;
    let counts = counts(ctx, id).await?;
    let heading = heading(ctx, language, &broadcast).await?;
    let mut lines = lines(ctx, language, &broadcast, &counts);
    lines.insert(0, phase(ctx, language, &broadcast).await?);
    let mut text = format!("{heading}\n{}", lines.join("\n"));
    text.extend(seen(ctx, language, &broadcast, &counts).await?);
    Ok(Screen {
        text,
        keyboard: vec![vec![numbered(ctx, language, &broadcast)]],
    })
}

/// The button that opens a broadcast's card.
pub(in crate::core::officer::broadcast) fn numbered(
    ctx: &Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Key {
    let args = [("number", broadcast.id.0.into())];
    Button::Broadcast(steps(broadcast, Step::Show)).key(ctx.plain(language, "button-open", &args))
}

//! The card that shows how a broadcast goes, the list of the last ones, and the summary at the end.
//!
//! Knows which counts are shown and which buttons make sense. Must not know what the buttons do.

use super::counts::{Counts, counts};
use super::{days, key, moment, name, reasons, steps, takes};
use crate::core::disclosure::floor;
use crate::core::officer::broadcast::{language_of, may_unsend, rhythm, stands};
use crate::core::turn::{Screen, Turn};
use crate::event::{Button, Step};
use crate::outgoing::{Call, Key, Keyboard, Lane, Purpose};
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::State;
use crate::store::{self, Fault};
use crate::types::{BroadcastId, Language};

/// Cells of the progress bar.
const CELLS: i64 = 12;

async fn found(turn: &mut Turn<'_>, id: BroadcastId) -> Result<Broadcast, Fault> {
    store::broadcasts::by_id(turn.tx, id)
        .await?
        .ok_or_else(|| Fault::Bug("a broadcast is gone".into()))
}

/// Owes the officer's card as it stands now, instead of one that still waits.
pub(in crate::core::officer::broadcast) async fn refresh(
    turn: &mut Turn<'_>,
    id: BroadcastId,
) -> Result<(), Fault> {
    let broadcast = found(turn, id).await?;
    let language = language_of(turn, &broadcast).await?;
    let screen = card(turn, language, id).await?;
    let purpose = Purpose::Card(id);
    let chat = broadcast.officer.into();
    store::outbox::drop_waiting(turn.tx, chat, purpose).await?;
    store::broadcasts::card_shown(turn.tx, id).await?;
    let Some(message) = broadcast.card else {
        return turn.send(broadcast.officer, screen, purpose).await;
    };
    let Screen { text, keyboard } = screen;
    let call = Call::Edit {
        chat,
        message,
        text,
        keyboard,
    };
    let until = turn.tx.now() + chrono::TimeDelta::hours(12);
    turn.owe(Lane::Reply, until, purpose, call).await
}

/// The card.
async fn card(turn: &mut Turn<'_>, language: Language, id: BroadcastId) -> Result<Screen, Fault> {
    let broadcast = found(turn, id).await?;
    let counts = counts(turn, id).await?;
    let mut text = heading(turn, language, &broadcast).await?;
    let phase = phase(turn, language, &broadcast).await?;
    text = format!("{text}\n{phase}");
    let told = counts.told(&broadcast);
    let all = told.all();
    if all > 0 {
        let done = all - told.left();
        let percent = done * 100 / all;
        let full = usize::try_from(done * CELLS / all).unwrap_or(0);
        let empty = usize::try_from(CELLS).unwrap_or(0).saturating_sub(full);
        let bar = format!("{}{}", "▰".repeat(full), "▱".repeat(empty));
        text = format!("{text}\n\n{bar} {percent}%");
    }
    for line in lines(turn, language, &broadcast, &told) {
        text = format!("{text}\n{line}");
    }
    text.extend(seen(turn, language, &broadcast, &counts).await?);
    if let Some(line) = ending(turn, language, &broadcast, &counts) {
        text = format!("{text}\n\n{line}");
    }
    Ok(Screen {
        text,
        keyboard: keys(turn, language, &broadcast, &counts).await?,
    })
}

/// The card for who is not its officer: it is not edited by itself, so it has a button for that.
pub(in crate::core::officer::broadcast) async fn looked_at(
    turn: &mut Turn<'_>,
    language: Language,
    id: BroadcastId,
) -> Result<Screen, Fault> {
    let mut screen = card(turn, language, id).await?;
    let broadcast = found(turn, id).await?;
    if broadcast.ended_at.is_none() && !stands(broadcast.phase) {
        let again = steps(&broadcast, Step::Show);
        let again = key(turn, language, "button-look-again", again);
        screen.keyboard.push(vec![again]);
    }
    Ok(screen)
}

async fn heading(
    turn: &mut Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Result<String, Fault> {
    let unit = name(turn, broadcast.unit).await?;
    let args = [("number", broadcast.id.0.into()), ("unit", unit.into())];
    if let Some(rhythm) = rhythm(broadcast) {
        let title = turn.html(language, "reminder-card", &args);
        let days = [("days", days(turn, language, &rhythm).into())];
        let line = turn.html(language, "reminder-days", &days);
        return Ok(format!("{title}\n{line}"));
    }
    let mut text = turn.html(language, "broadcast-card", &args);
    if let Some(reminder) = broadcast.reminder {
        let line = turn.html(
            language,
            "broadcast-reminds",
            &[("number", reminder.0.into())],
        );
        text = format!("{text}\n{line}");
    }
    if let Some(origin) = broadcast.origin {
        let line = turn.html(language, "broadcast-again", &[("number", origin.0.into())]);
        text = format!("{text}\n{line}");
    }
    Ok(text)
}

async fn phase(
    turn: &mut Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Result<String, Fault> {
    let still = store::standstill::stands_still(turn.tx).await?;
    let fixing = store::recipients::is_fixing(turn.tx, broadcast.id).await?;
    let now = turn.tx.now();
    let starts = broadcast.starts_at.unwrap_or(now);
    let opens = turn.core.rules.cadence.opening(now.max(starts));
    let waits = opens
        .map(|(from, _)| from.max(starts))
        .filter(|from| *from > now);
    let at = |key: &str, time| turn.html(language, key, &[("time", moment(time).into())]);
    let key = match (broadcast.phase, waits) {
        (Phase::Running, _) if fixing => "phase-fixing",
        (Phase::Running, _) if still => "phase-still",
        (Phase::Running, Some(from)) => return Ok(at("phase-planned", from)),
        (Phase::Repeating, _) => return Ok(at("phase-repeating", starts)),
        (Phase::Running, None) => "phase-running",
        (Phase::Paused, _) => "phase-paused",
        (Phase::Cancelling | Phase::Cancelled, _) => "phase-cancelled",
        (Phase::Unsending, _) => "phase-unsending",
        (Phase::Unsent, _) => "phase-unsent",
        (Phase::Done, _) => "phase-done",
        (Phase::Draft | Phase::Waiting, _) => "phase-waiting",
        (Phase::Resting, _) => "phase-resting",
    };
    Ok(turn.html(language, key, &[]))
}

fn lines(
    turn: &Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &Counts,
) -> Vec<String> {
    let mut lines = Vec::new();
    if broadcast.round.is_some() {
        let args = [("step", floor::STEP.into())];
        lines.push(turn.html(language, "count-rounded", &args));
    }
    if counts.all() > 0 {
        let args = [
            ("count", counts.of(State::Sent).into()),
            ("of", counts.all().into()),
        ];
        lines.push(turn.html(language, "count-sent", &args));
    }
    for (count, label) in [
        (counts.left(), "count-left"),
        (counts.of(State::Unreachable), "count-unreachable"),
        (counts.of(State::Failed), "count-failed"),
        (counts.of(State::Expired), "count-expired"),
        (counts.of(State::Cancelled), "count-cancelled"),
        (counts.of(State::Unknown), "count-unknown"),
        (counts.of(State::Unsent), "count-unsent"),
    ] {
        if count > 0 {
            lines.push(turn.html(language, label, &[("count", count.into())]));
        }
    }
    lines.extend(reasons::told(turn, language, &counts.rows));
    lines
}

/// How many members have said that they saw it, if that tells nothing about one of them.
async fn seen(
    turn: &mut Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &Counts,
) -> Result<Option<String>, Fault> {
    if !broadcast.body.ask_seen || counts.of(State::Sent) == 0 {
        return Ok(None);
    }
    let floor = store::house::floors(turn.tx).await?.quiz;
    // Beside rounded counts an exact one would be the total, once all have seen it.
    let seen = match broadcast.round {
        Some(_) => floor::step(broadcast.seen),
        None => broadcast.seen,
    };
    let others = counts.of(State::Sent) - seen;
    let enough = |people: i64| people == 0 || people >= floor;
    let line = if seen >= floor && enough(others) {
        turn.html(language, "count-seen", &[("count", seen.into())])
    } else {
        turn.html(language, "count-seen-few", &[("floor", floor.into())])
    };
    Ok(Some(format!("\n{line}")))
}

/// When it will be done.
fn ending(
    turn: &Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &Counts,
) -> Option<String> {
    if broadcast.phase != Phase::Running || counts.left() == 0 {
        return None;
    }
    let now = turn.tx.now();
    let from = broadcast.starts_at.unwrap_or(now).max(now);
    let takes = takes(turn, counts.left());
    let done = turn.core.rules.cadence.done_at(from, takes)?;
    Some(turn.html(language, "broadcast-done", &[("time", moment(done).into())]))
}

async fn keys(
    turn: &mut Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &Counts,
) -> Result<Keyboard, Fault> {
    let mut wanted = Vec::new();
    match broadcast.phase {
        Phase::Running => wanted.extend([
            ("button-hold", Step::Pause),
            ("button-cancel", Step::Cancel),
        ]),
        Phase::Paused => wanted.extend([
            ("button-go-on", Step::Resume),
            ("button-cancel", Step::Cancel),
        ]),
        Phase::Waiting => wanted.push(("button-cancel", Step::Cancel)),
        Phase::Repeating => wanted.extend([
            ("button-rest", Step::Pause),
            ("button-edit", Step::Edit),
            ("button-drop", Step::Cancel),
        ]),
        Phase::Resting => wanted.extend([
            ("button-wake", Step::Resume),
            ("button-edit", Step::Edit),
            ("button-drop", Step::Cancel),
        ]),
        _ => {}
    }
    let settled = matches!(
        broadcast.phase,
        Phase::Waiting | Phase::Unsending | Phase::Unsent
    ) || broadcast.rhythm.is_some();
    // While it runs the counts are some seconds old, and this button is for the first of them.
    let sent = counts.of(State::Sent) > 0 || broadcast.ended_at.is_none();
    if sent && !settled && may_unsend(turn, broadcast) {
        wanted.push(("button-unsend", Step::AskUnsend));
    }
    if matches!(broadcast.phase, Phase::Done | Phase::Cancelled) && !broadcast.body.is_empty() {
        for (state, label, step) in [
            (State::Failed, "button-resend-failed", Step::ResendFailed),
            (State::Unknown, "button-resend-unknown", Step::ResendUnknown),
        ] {
            let free = store::broadcasts::repeat_of(turn.tx, broadcast.id, state).await?;
            if counts.of(state) > 0 && free.is_none() {
                wanted.push((label, step));
            }
        }
    }
    let tabled = broadcast.round.is_none() && counts.all() > 0;
    if broadcast.ended_at.is_some() && !broadcast.body.is_empty() && tabled {
        wanted.push(("button-ledger", Step::Ledger));
    }
    let row = |(label, step)| vec![key(turn, language, label, steps(broadcast, step))];
    Ok(wanted.into_iter().map(row).collect())
}

/// Before anything is taken back: what that means.
pub(in crate::core::officer::broadcast) fn ask_unsend(
    turn: &Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Screen {
    let row = |label, step| vec![key(turn, language, label, steps(broadcast, step))];
    Screen {
        text: turn.html(language, "broadcast-ask-unsend", &[]),
        keyboard: vec![
            row("button-unsend-now", Step::Unsend),
            row("button-back", Step::Show),
        ],
    }
}

/// What is told once, when nothing is left to do.
pub(in crate::core::officer::broadcast) async fn summary(
    turn: &mut Turn<'_>,
    language: Language,
    id: BroadcastId,
) -> Result<Screen, Fault> {
    let broadcast = found(turn, id).await?;
    let counts = counts(turn, id).await?;
    let heading = heading(turn, language, &broadcast).await?;
    let mut lines = lines(turn, language, &broadcast, &counts.told(&broadcast));
    lines.insert(0, phase(turn, language, &broadcast).await?);
    let mut text = format!("{heading}\n{}", lines.join("\n"));
    text.extend(seen(turn, language, &broadcast, &counts).await?);
    Ok(Screen {
        text,
        keyboard: vec![vec![numbered(turn, language, &broadcast)]],
    })
}

/// One line of the list.
pub(in crate::core::officer::broadcast) async fn line(
    turn: &mut Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Result<String, Fault> {
    let counts = counts(turn, broadcast.id).await?.told(broadcast);
    let phase = phase(turn, language, broadcast).await?;
    if broadcast.rhythm.is_some() {
        let args = [
            ("number", broadcast.id.0.into()),
            ("phase", crate::text::Value::Html(phase)),
        ];
        return Ok(turn.html(language, "broadcasts-reminder", &args));
    }
    let args = [
        ("number", broadcast.id.0.into()),
        ("phase", crate::text::Value::Html(phase)),
        ("count", counts.of(State::Sent).into()),
        ("of", counts.all().into()),
    ];
    Ok(turn.html(language, "broadcasts-line", &args))
}

/// The button that opens a broadcast's card.
pub(in crate::core::officer::broadcast) fn numbered(
    turn: &Turn<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Key {
    let args = [("number", broadcast.id.0.into())];
    Key {
        label: turn.plain(language, "button-open", &args),
        data: Button::Broadcast(steps(broadcast, Step::Show)).data(),
    }
}

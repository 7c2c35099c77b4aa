//! A broadcast that was confirmed: beginning, holding, giving up, taking back, sending once more.
//!
//! Each press moves the broadcast from one phase to another, once; whoever presses second is told so.

use super::{flow, may_unsend, refusal, reminders, screens, stands};
use crate::core::access::officers;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Step, Steps};
use crate::outgoing::Purpose;
use crate::store::audit::Deed;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::State;
use crate::store::{self, Fault};
use crate::types::UserId;

/// How many broadcasts the list shows.
const LISTED: u32 = 10;

/// The audience is fixed and the first portion leaves, in the transaction of the confirmation.
pub(super) async fn begin(
    turn: &mut Turn<'_>,
    tap: &Tap,
    draft: &Broadcast,
    from: Phase,
    second: Option<UserId>,
) -> Result<(), Fault> {
    let language = super::language_of(turn, draft).await?;
    let running = match draft.rhythm {
        Some(_) => Phase::Repeating,
        None => Phase::Running,
    };
    let step = (from, running);
    if !store::broadcasts::turn(turn.tx, draft.id, draft.version, step).await? {
        return turn.toast(tap, language, "toast-broadcast-before").await;
    }
    let starts = draft.starts_at.unwrap_or(turn.tx.now());
    let times = (starts, screens::term(turn, draft));
    let (officer, deed) = match second {
        Some(second) => (second, Deed::Second),
        None if running == Phase::Repeating => (draft.officer, Deed::Reminder),
        None if draft.answers.is_some() => (draft.officer, Deed::Respond),
        None => (draft.officer, Deed::Broadcast),
    };
    store::audit::note(turn.tx, draft.unit, officer, deed).await?;
    store::broadcasts::settle_times(turn.tx, draft.id, times, second).await?;
    if running == Phase::Repeating {
        reminders::begin(turn, draft).await?;
    } else {
        let asked = super::asked(turn);
        store::recipients::fix(turn.tx, draft.id, asked).await?;
    }
    if let (Phase::Draft, Some(message)) = (from, tap.message) {
        store::broadcasts::set_card(turn.tx, draft.id, message).await?;
    }
    turn.toast(tap, language, "toast-broadcast-begun").await?;
    screens::refresh(turn, draft.id).await?;
    flow(turn).await
}

/// The second officer's word on a broadcast that waits for it.
pub(super) async fn second(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    found: &Broadcast,
    steps: Steps,
) -> Result<(), Fault> {
    let language = visitor.language;
    if found.officer == visitor.user {
        return turn.alert(tap, language, "toast-broadcast-own").await;
    }
    if found.version != steps.version {
        return turn.alert(tap, language, "toast-broadcast-changed").await;
    }
    if steps.step == Step::Refuse {
        let step = (Phase::Waiting, Phase::Cancelled);
        store::broadcasts::turn(turn.tx, found.id, found.version, step).await?;
        store::broadcasts::end(turn.tx, found.id, Phase::Cancelled).await?;
        store::audit::note(turn.tx, found.unit, visitor.user, Deed::GiveUp).await?;
        turn.hush(tap).await?;
        screens::refresh(turn, found.id).await?;
    } else {
        let asked = super::asked(turn);
        let to = store::recipients::audience(turn.tx, found.id, asked).await?;
        if let Some(refusal) = refusal::refusal(turn, found, &to).await? {
            return turn.alert(tap, language, refusal).await;
        }
        begin(turn, tap, found, Phase::Waiting, Some(visitor.user)).await?;
    }
    let card = screens::looked_at(turn, language, found.id).await?;
    turn.show(visitor.user, tap.message, card, Purpose::Plain)
        .await
}

/// A button under the card.
pub(super) async fn tapped(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    found: &Broadcast,
    step: Step,
) -> Result<(), Fault> {
    let language = visitor.language;
    match step {
        Step::ResendFailed => return again(turn, visitor, tap, found, State::Failed).await,
        Step::ResendUnknown => return again(turn, visitor, tap, found, State::Unknown).await,
        Step::Ledger if found.ended_at.is_some() => {
            return super::ledger::send(turn, visitor, tap, found).await;
        }
        Step::AskUnsend => {
            turn.hush(tap).await?;
            let screen = screens::ask_unsend(turn, language, found);
            return turn
                .show(visitor.user, tap.message, screen, Purpose::Plain)
                .await;
        }
        _ => {}
    }
    let phases = moves(turn, found, step);
    if let Some(change) = phases.iter().find(|(from, _)| *from == found.phase) {
        store::broadcasts::turn(turn.tx, found.id, found.version, *change).await?;
        if stands(found.phase) {
            reminders::moved(turn, visitor, found, change.1).await?;
        } else if let Some(deed) = deed(step) {
            store::audit::note(turn.tx, found.unit, visitor.user, deed).await?;
        }
        // What waits is held, dropped or let go at once, not with the next answer.
        flow(turn).await?;
        turn.toast(tap, language, said(step)).await?;
        screens::refresh(turn, found.id).await?;
    } else if step == Step::Show {
        turn.hush(tap).await?;
    } else {
        turn.toast(tap, language, "toast-broadcast-before").await?;
    }
    if found.card.is_none() || found.card != tap.message || found.officer != visitor.user {
        let card = screens::looked_at(turn, language, found.id).await?;
        return turn
            .show(visitor.user, tap.message, card, Purpose::Plain)
            .await;
    }
    screens::refresh(turn, found.id).await
}

/// From which phases a press leads where.
fn moves(turn: &Turn<'_>, found: &Broadcast, step: Step) -> &'static [(Phase, Phase)] {
    match step {
        Step::Pause => &[
            (Phase::Running, Phase::Paused),
            (Phase::Repeating, Phase::Resting),
        ],
        Step::Resume => &[
            (Phase::Paused, Phase::Running),
            (Phase::Resting, Phase::Repeating),
        ],
        Step::Cancel => &[
            (Phase::Repeating, Phase::Cancelled),
            (Phase::Resting, Phase::Cancelled),
            (Phase::Running, Phase::Cancelling),
            (Phase::Paused, Phase::Cancelling),
            (Phase::Waiting, Phase::Cancelling),
        ],
        Step::Unsend if may_unsend(turn, found) => &[
            (Phase::Running, Phase::Unsending),
            (Phase::Paused, Phase::Unsending),
            (Phase::Cancelling, Phase::Unsending),
            (Phase::Cancelled, Phase::Unsending),
            (Phase::Done, Phase::Unsending),
        ],
        _ => &[],
    }
}

/// What the officer is told.
fn said(step: Step) -> &'static str {
    match step {
        Step::Pause => "toast-broadcast-held",
        Step::Resume => "toast-broadcast-goes-on",
        Step::Cancel => "toast-broadcast-cancelled",
        _ => "toast-broadcast-unsending",
    }
}

/// What members read of it in the log.
fn deed(step: Step) -> Option<Deed> {
    match step {
        Step::Pause => Some(Deed::Hold),
        Step::Resume => Some(Deed::GoOn),
        Step::Cancel => Some(Deed::GiveUp),
        Step::Unsend => Some(Deed::TakeBack),
        _ => None,
    }
}

/// The same words once more to those that ended so, as a broadcast of its own: the ledger of the
/// first one stays as it is.
async fn again(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    found: &Broadcast,
    ended: State,
) -> Result<(), Fault> {
    let language = visitor.language;
    if found.ended_at.is_none() || found.body.is_empty() || found.phase == Phase::Unsent {
        return turn.toast(tap, language, "toast-no-button").await;
    }
    let now = turn.tx.now();
    let times = (now, turn.core.rules.cadence.usual_term(now));
    let user = visitor.user;
    let Some(id) = store::broadcasts::again(turn.tx, found.id, ended, user, times).await? else {
        return turn.toast(tap, language, "toast-broadcast-before").await;
    };
    let asked = super::asked(turn);
    store::recipients::fix(turn.tx, id, asked).await?;
    store::audit::note(turn.tx, found.unit, user, Deed::Again).await?;
    turn.toast(tap, language, "toast-broadcast-begun").await?;
    screens::refresh(turn, found.id).await?;
    screens::refresh(turn, id).await?;
    flow(turn).await
}

/// `/broadcasts`: the last ones, those of units this officer may act for.
pub(in crate::core) async fn list(turn: &mut Turn<'_>, visitor: &Visitor) -> Result<(), Fault> {
    if officers::unit_of(turn, visitor.user).await?.is_none() {
        return turn.say(visitor, "group-not-officer", &[]).await;
    }
    let (mut lines, mut keyboard) = (Vec::new(), Vec::new());
    let mut listed = Vec::new();
    for id in store::broadcasts::reminders::standing(turn.tx).await? {
        listed.extend(store::broadcasts::by_id(turn.tx, id).await?);
    }
    listed.extend(store::broadcasts::newest(turn.tx, LISTED).await?);
    for found in listed {
        if !officers::may(turn, visitor.user, found.unit).await? {
            continue;
        }
        lines.push(screens::line(turn, visitor.language, &found).await?);
        keyboard.push(vec![screens::numbered(turn, visitor.language, &found)]);
    }
    if lines.is_empty() {
        return turn.say(visitor, "broadcasts-none", &[]).await;
    }
    let heading = turn.html(visitor.language, "broadcasts", &[]);
    let screen = Screen {
        text: format!("{heading}\n\n{}", lines.join("\n")),
        keyboard,
    };
    turn.send(visitor.user, screen, Purpose::Plain).await
}

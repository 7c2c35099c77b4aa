//! A broadcast being written: its words, its audience, its times, and the confirmation.
//!
//! Knows what is asked of an officer before anything leaves. Must not know how it goes afterwards.

mod confirm;
mod written;

use written::take_text;
pub(in crate::core) use written::wrote;

use chrono::TimeDelta;

use super::{body, screens};
use crate::core::access::officers;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Said, Step, Steps, Written};
use crate::outgoing::{Lane, Purpose};
use crate::store::broadcasts::{Awaiting, Broadcast};
use crate::store::{self, Fault};
use crate::types::{BroadcastId, UnitId};

/// A copy for the officer is worth sending for as long as an answer.
const COPY_HOURS: i64 = 12;

/// `/broadcast`: the draft at hand, a new one, or one from the message that is answered.
pub(in crate::core) async fn open(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    said: &Said,
) -> Result<(), Fault> {
    let Some(unit) = officers::unit_of(turn, visitor.user).await? else {
        return turn.say(visitor, "group-not-officer", &[]).await;
    };
    let draft = match store::broadcasts::draft_of(turn.tx, visitor.user).await? {
        Some(draft) => draft,
        None => {
            let id = store::broadcasts::begin(turn.tx, unit.id, visitor.user).await?;
            found(turn, id).await?
        }
    };
    match &said.content.quoted {
        Written::Nothing if draft.body.is_empty() => {
            ask(turn, visitor, draft, Awaiting::Text).await
        }
        Written::Nothing => {
            let idle = Broadcast {
                awaiting: None,
                ..draft
            };
            store::broadcasts::change(turn.tx, &idle).await?;
            preview(turn, visitor, idle.id).await
        }
        quoted => take_text(turn, visitor, draft, quoted).await,
    }
}

/// A draft with everything of the reminder, for this officer.
pub(super) async fn edit(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    reminder: &Broadcast,
) -> Result<(), Fault> {
    let writing = store::broadcasts::draft_of(turn.tx, visitor.user).await?;
    if writing.is_some() {
        return turn
            .alert(tap, visitor.language, "toast-broadcast-draft-first")
            .await;
    }
    turn.hush(tap).await?;
    let id = store::broadcasts::reminders::edit(turn.tx, reminder.id, visitor.user).await?;
    preview(turn, visitor, id).await
}

async fn found(turn: &mut Turn<'_>, id: BroadcastId) -> Result<Broadcast, Fault> {
    store::broadcasts::by_id(turn.tx, id)
        .await?
        .ok_or_else(|| Fault::Bug("a draft is gone".into()))
}

async fn ask(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    awaiting: Awaiting,
) -> Result<(), Fault> {
    let asking = Broadcast {
        awaiting: Some(awaiting),
        ..draft
    };
    store::awaited::nothing(turn.tx, visitor.user).await?;
    store::broadcasts::change(turn.tx, &asking).await?;
    let key = match awaiting {
        Awaiting::Text if asking.answers.is_some() => "respond-write",
        Awaiting::Text => "broadcast-write",
        Awaiting::Start => "broadcast-when",
        Awaiting::Until => "broadcast-until-when",
        Awaiting::Link => "broadcast-which-link",
        Awaiting::Rhythm => "broadcast-which-days",
    };
    let version = asking.version + 1;
    let back = |step| Steps {
        broadcast: asking.id,
        version,
        step,
    };
    let button = if asking.body.is_empty() {
        screens::key(
            turn,
            visitor.language,
            "button-discard",
            back(Step::Discard),
        )
    } else {
        screens::key(turn, visitor.language, "button-back", back(Step::Show))
    };
    let screen = Screen {
        text: turn.html(visitor.language, key, &[]),
        keyboard: vec![vec![button]],
    };
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// The line of an answer is asked for.
pub(super) async fn ask_for_text(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    id: BroadcastId,
) -> Result<(), Fault> {
    let draft = found(turn, id).await?;
    ask(turn, visitor, draft, Awaiting::Text).await
}

/// The message exactly as members will get it, and below it the card.
pub(super) async fn preview(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    id: BroadcastId,
) -> Result<(), Fault> {
    let draft = found(turn, id).await?;
    copy(turn, visitor, &draft).await?;
    let card = screens::draft(turn, visitor.language, &draft).await?;
    turn.send(visitor.user, card, Purpose::Plain).await
}

async fn copy(turn: &mut Turn<'_>, visitor: &Visitor, draft: &Broadcast) -> Result<(), Fault> {
    let keyboard = body::member_keys(turn, visitor.language, draft);
    let call = body::call(&draft.body, visitor.user.into(), keyboard);
    let until = turn.tx.now() + TimeDelta::hours(COPY_HOURS);
    turn.owe(Lane::Reply, until, Purpose::Plain, call).await
}

/// The steps that change the buttons below the message: it is shown again as people will get it.
async fn keys_changed(
    turn: &mut Turn<'_>,
    mut draft: Broadcast,
    step: Step,
) -> Result<BroadcastId, Fault> {
    draft.awaiting = None;
    match step {
        Step::Link => draft.body.link = None,
        _ => draft.body.ask_seen = !draft.body.ask_seen,
    }
    store::broadcasts::change(turn.tx, &draft).await?;
    Ok(draft.id)
}

/// A button under the draft, tapped by its officer.
pub(super) async fn tapped(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    draft: Broadcast,
    steps: Steps,
    step: Step,
) -> Result<(), Fault> {
    let own = matches!(
        step,
        Step::Text | Step::Show | Step::Confirm | Step::Discard
    );
    if draft.answers.is_some() && !own {
        return turn.toast(tap, visitor.language, "toast-no-button").await;
    }
    match step {
        Step::Text => asked(turn, visitor, tap, draft, Awaiting::Text).await,
        Step::Start => asked(turn, visitor, tap, draft, Awaiting::Start).await,
        Step::Until => asked(turn, visitor, tap, draft, Awaiting::Until).await,
        Step::Rhythm if draft.rhythm.is_none() => {
            asked(turn, visitor, tap, draft, Awaiting::Rhythm).await
        }
        Step::Link if draft.body.link.is_none() => {
            asked(turn, visitor, tap, draft, Awaiting::Link).await
        }
        Step::Link | Step::AskSeen => {
            let id = keys_changed(turn, draft, step).await?;
            turn.hush(tap).await?;
            preview(turn, visitor, id).await
        }
        Step::Discard => discard(turn, visitor, tap, &draft).await,
        Step::Units(page) => {
            turn.hush(tap).await?;
            let screen = screens::units(turn, visitor.language, &draft, page).await?;
            turn.show(visitor.user, tap.message, screen, Purpose::Plain)
                .await
        }
        Step::Unit(unit) => toggle_unit(turn, visitor, tap, draft, unit).await,
        Step::Test => {
            turn.toast(tap, visitor.language, "toast-test-sent").await?;
            copy(turn, visitor, &draft).await
        }
        Step::Confirm => confirm::confirm(turn, visitor, tap, draft, steps).await,
        step => {
            let changed = changed(turn, draft, step).await?;
            turn.hush(tap).await?;
            show(turn, visitor, tap, changed).await
        }
    }
}

async fn asked(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    draft: Broadcast,
    awaiting: Awaiting,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    ask(turn, visitor, draft, awaiting).await
}

async fn show(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: BroadcastId,
) -> Result<(), Fault> {
    let draft = found(turn, id).await?;
    let card = screens::draft(turn, visitor.language, &draft).await?;
    turn.show(visitor.user, tap.message, card, Purpose::Plain)
        .await
}

/// The steps that change one thing and show the card again.
async fn changed(turn: &mut Turn<'_>, draft: Broadcast, step: Step) -> Result<BroadcastId, Fault> {
    let id = draft.id;
    let mut draft = Broadcast {
        awaiting: None,
        ..draft
    };
    match step {
        Step::Whole => store::broadcasts::choose(turn.tx, id, &[draft.unit]).await?,
        Step::Members => draft.members = !draft.members,
        Step::Groups => draft.groups = !draft.groups,
        Step::Now => draft.starts_at = None,
        Step::Rhythm => draft.rhythm = None,
        Step::Unanswered => {
            draft.round = match draft.round {
                Some(_) => None,
                None => store::rounds::current(turn.tx).await?.map(|round| round.id),
            };
        }
        _ => {}
    }
    store::broadcasts::change(turn.tx, &draft).await?;
    Ok(id)
}

async fn discard(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    draft: &Broadcast,
) -> Result<(), Fault> {
    store::broadcasts::discard(turn.tx, draft.id).await?;
    turn.hush(tap).await?;
    let screen = Screen::words(turn.html(visitor.language, "broadcast-discarded", &[]));
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Adds or leaves out one of the units directly below; with none left, it is the whole unit again.
async fn toggle_unit(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    draft: Broadcast,
    unit: UnitId,
) -> Result<(), Fault> {
    let children = store::units::directly_below(turn.tx, draft.unit).await?;
    let Some(place) = children.iter().position(|child| child.id == unit) else {
        return turn.toast(tap, visitor.language, "toast-no-button").await;
    };
    let mut chosen = store::broadcasts::chosen(turn.tx, draft.id).await?;
    chosen.retain(|chosen| *chosen != draft.unit);
    if chosen.contains(&unit) {
        chosen.retain(|chosen| *chosen != unit);
    } else {
        chosen.push(unit);
    }
    if chosen.is_empty() {
        chosen.push(draft.unit);
    }
    store::broadcasts::choose(turn.tx, draft.id, &chosen).await?;
    store::broadcasts::change(turn.tx, &draft).await?;
    turn.hush(tap).await?;
    let draft = found(turn, draft.id).await?;
    let page = u16::try_from(place / screens::PAGE).unwrap_or(0);
    let screen = screens::units(turn, visitor.language, &draft, page).await?;
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

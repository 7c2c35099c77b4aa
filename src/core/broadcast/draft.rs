//! A broadcast being written: its words, its audience, its times, and the confirmation.
//!
//! Knows what is asked of an officer before anything leaves. Must not know how it goes afterwards.

mod confirm;

pub(super) use confirm::{refusal, tells_nothing};

use chrono::{DateTime, Utc};

use super::screens;
use crate::core::officers;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Said, Step, Steps, Written};
use crate::outgoing::Purpose;
use crate::schedule::{Heard, heard};
use crate::store::broadcasts::{Awaiting, Broadcast};
use crate::store::{self, Fault};
use crate::text::fold;
use crate::types::{BroadcastId, UnitId};

/// What the messenger takes in one request, with some room for the rest of it.
const HTML_BYTES_MAX: usize = 24_000;

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
        Written::Nothing if draft.html.is_empty() => {
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

/// Something written in private that is no command. `true` if it was meant for the officer's draft.
pub(in crate::core) async fn wrote(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    said: &Said,
) -> Result<bool, Fault> {
    if officers::unit_of(turn, visitor.user).await?.is_none() {
        return Ok(false);
    }
    let Some(draft) = store::broadcasts::draft_of(turn.tx, visitor.user).await? else {
        return Ok(false);
    };
    match draft.awaiting {
        None => return Ok(false),
        Some(Awaiting::Text) => take_text(turn, visitor, draft, &said.content.own).await?,
        Some(awaiting) => {
            let text = said.text.as_deref().unwrap_or_default();
            take_time(turn, visitor, draft, awaiting, text).await?;
        }
    }
    Ok(true)
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
    store::broadcasts::change(turn.tx, &asking).await?;
    let key = match awaiting {
        Awaiting::Text => "broadcast-write",
        Awaiting::Start => "broadcast-when",
        Awaiting::Until => "broadcast-until-when",
    };
    let version = asking.version + 1;
    let back = |step| Steps {
        broadcast: asking.id,
        version,
        step,
    };
    let button = if asking.html.is_empty() {
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

async fn take_text(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    written: &Written,
) -> Result<(), Fault> {
    let html = match written {
        Written::Words(html) if html.len() <= HTML_BYTES_MAX => html,
        Written::Words(_) => return turn.say(visitor, "broadcast-too-long", &[]).await,
        Written::Album(album) => {
            // An album comes as many messages: one answer is enough.
            if store::broadcasts::refuse_album(turn.tx, draft.id, album).await? {
                turn.say(visitor, "broadcast-no-album", &[]).await?;
            }
            return Ok(());
        }
        Written::Other | Written::Nothing => {
            return turn.say(visitor, "broadcast-only-text", &[]).await;
        }
    };
    let id = draft.id;
    let written = Broadcast {
        html: html.clone(),
        awaiting: None,
        ..draft
    };
    store::broadcasts::change(turn.tx, &written).await?;
    preview(turn, visitor, id).await
}

/// The message exactly as members will get it, and below it the card.
async fn preview(turn: &mut Turn<'_>, visitor: &Visitor, id: BroadcastId) -> Result<(), Fault> {
    let draft = found(turn, id).await?;
    copy(turn, visitor, &draft).await?;
    let card = screens::draft(turn, visitor.language, &draft).await?;
    turn.send(visitor.user, card, Purpose::Plain).await
}

async fn copy(turn: &mut Turn<'_>, visitor: &Visitor, draft: &Broadcast) -> Result<(), Fault> {
    let copy = Screen {
        text: draft.html.clone(),
        keyboard: Vec::new(),
    };
    turn.send(visitor.user, copy, Purpose::Plain).await
}

async fn take_time(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    awaiting: Awaiting,
    text: &str,
) -> Result<(), Fault> {
    let understood = |at: DateTime<Utc>| [("time", screens::moment(at).into())];
    let at = match heard(&fold(text), turn.tx.now()) {
        Heard::Moment(at) => at,
        Heard::Past(at) => {
            return turn
                .say(visitor, "broadcast-time-past", &understood(at))
                .await;
        }
        Heard::Nothing => return turn.say(visitor, "broadcast-time-unread", &[]).await,
    };
    let id = draft.id;
    let timed = match awaiting {
        Awaiting::Until => Broadcast {
            expires_at: Some(at),
            awaiting: None,
            ..draft
        },
        Awaiting::Start | Awaiting::Text => Broadcast {
            starts_at: Some(at),
            awaiting: None,
            ..draft
        },
    };
    store::broadcasts::change(turn.tx, &timed).await?;
    turn.say(visitor, "broadcast-time-heard", &understood(at))
        .await?;
    let draft = found(turn, id).await?;
    let card = screens::draft(turn, visitor.language, &draft).await?;
    turn.send(visitor.user, card, Purpose::Plain).await
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
    match step {
        Step::Text => asked(turn, visitor, tap, draft, Awaiting::Text).await,
        Step::Start => asked(turn, visitor, tap, draft, Awaiting::Start).await,
        Step::Until => asked(turn, visitor, tap, draft, Awaiting::Until).await,
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
    let screen = Screen {
        text: turn.html(visitor.language, "broadcast-discarded", &[]),
        keyboard: Vec::new(),
    };
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

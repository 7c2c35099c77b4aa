//! A broadcast being written: its words, its audience, its times, and the confirmation.
//!
//! Knows what is asked of an officer before anything leaves. Must not know how it goes afterwards.

mod confirm;
mod mark;
mod ready;
mod written;

use written::take_text;
pub(in crate::core) use written::wrote;

use super::{body, screens};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, MessagePart, Step, Steps};
use crate::outgoing::{Lane, Purpose};
use crate::store::broadcasts::Broadcast;
use crate::store::dialogs::{Awaiting, Dialog};
use crate::store::{self, Result, StoreError};
use crate::types::{BroadcastId, UnitId};

/// `/broadcast`: shows the officer's draft, or begins one, from the message that the command replies to if it does.
pub(in crate::core) async fn open(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    quoted: &MessagePart,
) -> Result {
    let Some(unit) = officers::unit_of(ctx, caller.user).await? else {
        return ctx.say(caller, "group-not-officer", &[]).await;
    };
    let draft = match store::broadcasts::draft_of(ctx.tx, caller.user).await? {
        Some(draft) => draft,
        None => {
            let id = store::broadcasts::begin(ctx.tx, unit.id, caller.user).await?;
            found(ctx, id).await?
        }
    };
    match quoted {
        MessagePart::Nothing if draft.body.is_empty() => {
            ask(ctx, caller, draft, Awaiting::Text).await
        }
        MessagePart::Nothing => {
            store::dialogs::close_broadcast(ctx.tx, draft.id).await?;
            store::broadcasts::change(ctx.tx, &draft).await?;
            preview(ctx, caller, draft.id).await
        }
        quoted => take_text(ctx, caller, draft, quoted).await,
    }
}

/// Begins a draft that will take the place of a reminder, or of what is yet to be sent.
pub(super) async fn edit(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    before: &Broadcast,
) -> Result {
    if !free(ctx, caller, tap).await? {
        return Ok(());
    }
    ctx.ack(tap).await?;
    let mut draft = again(ctx, caller, before).await?;
    draft.replaces = Some(before.id);
    draft.round = before.round;
    draft.rhythm = before.rhythm.clone();
    if draft.rhythm.is_none() {
        let now = ctx.tx.now();
        draft.starts_at = before.starts_at.filter(|at| *at > now);
        let usual = screens::term(ctx, &draft);
        draft.expires_at = before.expires_at.filter(|at| *at != usual);
    }
    store::broadcasts::change(ctx.tx, &draft).await?;
    preview(ctx, caller, draft.id).await
}

/// Begins a draft with the words and the recipients of another broadcast.
pub(super) async fn reuse(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    before: &Broadcast,
) -> Result {
    if !free(ctx, caller, tap).await? {
        return Ok(());
    }
    ctx.ack(tap).await?;
    let draft = again(ctx, caller, before).await?;
    store::broadcasts::change(ctx.tx, &draft).await?;
    preview(ctx, caller, draft.id).await
}

/// Whether the officer has no draft with anything in it; says so if they have.
async fn free(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result<bool> {
    match store::broadcasts::draft_of(ctx.tx, caller.user).await? {
        None => Ok(true),
        Some(draft) if draft.body.is_empty() => {
            store::broadcasts::discard(ctx.tx, draft.id).await?;
            Ok(true)
        }
        Some(_) => {
            let key = "toast-broadcast-draft-first";
            ctx.alert(tap, caller.language, key).await?;
            Ok(false)
        }
    }
}

/// A draft with the body and the recipients of another broadcast; not stored yet but for its units.
async fn again(ctx: &mut Ctx<'_>, caller: &Caller, before: &Broadcast) -> Result<Broadcast> {
    let id = store::broadcasts::begin(ctx.tx, before.unit, caller.user).await?;
    store::dialogs::close_broadcast(ctx.tx, id).await?;
    let units = store::broadcasts::chosen(ctx.tx, before.id).await?;
    if !units.is_empty() {
        store::broadcasts::choose(ctx.tx, id, &units).await?;
    }
    Ok(Broadcast {
        body: before.body.clone(),
        members: before.members,
        groups: before.groups,
        ..found(ctx, id).await?
    })
}

async fn found(ctx: &mut Ctx<'_>, id: BroadcastId) -> Result<Broadcast> {
    store::broadcasts::by_id(ctx.tx, id)
        .await?
        .ok_or_else(|| StoreError::Bug("a draft is gone".into()))
}

async fn ask(ctx: &mut Ctx<'_>, caller: &Caller, draft: Broadcast, awaiting: Awaiting) -> Result {
    store::dialogs::ask(ctx.tx, caller.user, Dialog::Broadcast(draft.id, awaiting)).await?;
    store::broadcasts::change(ctx.tx, &draft).await?;
    let key = match awaiting {
        Awaiting::Text if draft.answers.is_some() => "respond-write",
        Awaiting::Text => "broadcast-write",
        Awaiting::Start => "broadcast-when",
        Awaiting::Until => "broadcast-until-when",
        Awaiting::Link => "broadcast-which-link",
        Awaiting::Rhythm => "broadcast-which-days",
    };
    let version = draft.version + 1;
    let back = |step| Steps {
        broadcast: draft.id,
        version,
        step,
    };
    let button = if draft.body.is_empty() {
        screens::key(ctx, caller.language, "button-discard", back(Step::Discard))
    } else {
        screens::key(ctx, caller.language, "button-back", back(Step::Show))
    };
    let mut keyboard = vec![vec![button]];
    if awaiting == Awaiting::Text
        && let Some(day) = ready::day(ctx, &draft)
    {
        let args = [("name", day.name.as_str().into())];
        let label = ctx.plain(caller.language, "button-broadcast-ready", &args);
        keyboard.insert(0, vec![Button::Broadcast(back(Step::Ready)).key(label)]);
    }
    let screen = Screen {
        text: ctx.html(caller.language, key, &[]),
        keyboard,
    };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

pub(super) async fn ask_for_text(ctx: &mut Ctx<'_>, caller: &Caller, id: BroadcastId) -> Result {
    let draft = found(ctx, id).await?;
    ask(ctx, caller, draft, Awaiting::Text).await
}

/// The message exactly as members will get it, and below it the card.
pub(super) async fn preview(ctx: &mut Ctx<'_>, caller: &Caller, id: BroadcastId) -> Result {
    let draft = found(ctx, id).await?;
    copy(ctx, caller, &draft).await?;
    let card = screens::draft(ctx, caller.language, &draft).await?;
    ctx.send(caller.user, card, Purpose::Plain).await
}

async fn copy(ctx: &mut Ctx<'_>, caller: &Caller, draft: &Broadcast) -> Result {
    let keyboard = body::member_keys(ctx, caller.language, draft);
    let sender = body::Sender::of(ctx, draft).await?;
    let to = (caller.user.into(), caller.language);
    let call = body::call((&draft.body, &sender), to, keyboard);
    let until = ctx.reply_until();
    ctx.enqueue(Lane::Reply, until, Purpose::Plain, call).await
}

/// The steps that change the buttons below the message: it is shown again as people will get it.
async fn keys_changed(ctx: &mut Ctx<'_>, mut draft: Broadcast, step: Step) -> Result<BroadcastId> {
    store::dialogs::close_broadcast(ctx.tx, draft.id).await?;
    match step {
        Step::Link => draft.body.link = None,
        _ => draft.body.ask_seen = !draft.body.ask_seen,
    }
    store::broadcasts::change(ctx.tx, &draft).await?;
    Ok(draft.id)
}

/// A button under the draft, tapped by its officer.
pub(super) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    draft: Broadcast,
    steps: Steps,
    step: Step,
) -> Result {
    let own = matches!(
        step,
        Step::Text | Step::Show | Step::Confirm | Step::Discard
    );
    if draft.answers.is_some() && !own {
        return ctx.no_button(tap, caller.language).await;
    }
    match step {
        Step::Text => asked(ctx, caller, tap, draft, Awaiting::Text).await,
        Step::Ready => ready::take(ctx, caller, tap, draft).await,
        Step::Start => asked(ctx, caller, tap, draft, Awaiting::Start).await,
        Step::Until => asked(ctx, caller, tap, draft, Awaiting::Until).await,
        Step::Rhythm if draft.rhythm.is_none() => {
            asked(ctx, caller, tap, draft, Awaiting::Rhythm).await
        }
        Step::Link if draft.body.link.is_none() => {
            asked(ctx, caller, tap, draft, Awaiting::Link).await
        }
        Step::Link | Step::AskSeen => {
            let id = keys_changed(ctx, draft, step).await?;
            ctx.ack(tap).await?;
            preview(ctx, caller, id).await
        }
        Step::Urgent => mark::toggle(ctx, caller, tap, draft).await,
        Step::Discard => discard(ctx, caller, tap, &draft).await,
        Step::Units(page) => {
            ctx.ack(tap).await?;
            let screen = screens::units(ctx, caller.language, &draft, page).await?;
            ctx.redraw(caller.user, tap, screen).await
        }
        Step::Options
        | Step::Members
        | Step::Groups
        | Step::Unanswered
        | Step::Now
        | Step::Rhythm => {
            let id = changed(ctx, draft, step).await?;
            ctx.ack(tap).await?;
            let draft = found(ctx, id).await?;
            let screen = screens::options(ctx, caller.language, &draft).await?;
            ctx.redraw(caller.user, tap, screen).await
        }
        Step::Unit(unit) => toggle_unit(ctx, caller, tap, draft, unit).await,
        Step::Test => {
            ctx.answer_callback(tap, caller.language, "toast-test-sent")
                .await?;
            copy(ctx, caller, &draft).await
        }
        Step::Confirm => confirm::confirm(ctx, caller, tap, draft, steps).await,
        step => {
            let changed = changed(ctx, draft, step).await?;
            ctx.ack(tap).await?;
            show(ctx, caller, tap, changed).await
        }
    }
}

async fn asked(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    draft: Broadcast,
    awaiting: Awaiting,
) -> Result {
    ctx.ack(tap).await?;
    ask(ctx, caller, draft, awaiting).await
}

async fn show(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, id: BroadcastId) -> Result {
    let draft = found(ctx, id).await?;
    let card = screens::draft(ctx, caller.language, &draft).await?;
    ctx.redraw(caller.user, tap, card).await
}

/// The steps that change one thing and show the card again.
async fn changed(ctx: &mut Ctx<'_>, mut draft: Broadcast, step: Step) -> Result<BroadcastId> {
    let id = draft.id;
    store::dialogs::close_broadcast(ctx.tx, id).await?;
    match step {
        Step::Whole => store::broadcasts::choose(ctx.tx, id, &[draft.unit]).await?,
        Step::Members => draft.members = !draft.members,
        Step::Groups => draft.groups = !draft.groups,
        Step::Now => draft.starts_at = None,
        Step::Rhythm => draft.rhythm = None,
        Step::Unanswered => {
            draft.round = match draft.round {
                Some(_) => None,
                None => store::rounds::current(ctx.tx).await?.map(|round| round.id),
            };
            draft.urgent &= draft.round.is_none();
        }
        _ => {}
    }
    store::broadcasts::change(ctx.tx, &draft).await?;
    Ok(id)
}

async fn discard(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, draft: &Broadcast) -> Result {
    store::broadcasts::discard(ctx.tx, draft.id).await?;
    ctx.ack(tap).await?;
    let screen = Screen::words(ctx.html(caller.language, "broadcast-discarded", &[]));
    ctx.redraw(caller.user, tap, screen).await
}

/// Adds or leaves out one of the units directly below; with none left, it is the whole unit again.
async fn toggle_unit(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    draft: Broadcast,
    unit: UnitId,
) -> Result {
    let children = store::units::directly_below(ctx.tx, draft.unit).await?;
    let Some(place) = children.iter().position(|child| child.id == unit) else {
        return ctx.no_button(tap, caller.language).await;
    };
    let mut chosen = store::broadcasts::chosen(ctx.tx, draft.id).await?;
    chosen.retain(|chosen| *chosen != draft.unit);
    if chosen.contains(&unit) {
        chosen.retain(|chosen| *chosen != unit);
    } else {
        chosen.push(unit);
    }
    if chosen.is_empty() {
        chosen.push(draft.unit);
    }
    store::broadcasts::choose(ctx.tx, draft.id, &chosen).await?;
    store::broadcasts::change(ctx.tx, &draft).await?;
    ctx.ack(tap).await?;
    let draft = found(ctx, draft.id).await?;
    let page = u16::try_from(place / screens::PAGE).unwrap_or(0);
    let screen = screens::units(ctx, caller.language, &draft, page).await?;
    ctx.redraw(caller.user, tap, screen).await
}

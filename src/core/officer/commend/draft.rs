//! A commendation being written: whom, why, what it will look like, and the confirmation.
//!
//! Knows what the card and the word of thanks are made of. Must not know who is proposed.

use chrono::{DateTime, TimeDelta, Utc};

use super::proposed;
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, SENTENCE_CHARS, Screen, Tap};
use crate::event::{Button, Commend};
use crate::outgoing::{Call, Lane, OnDoubt, Outgoing, Purpose};
use crate::schedule;
use crate::store::audit::AuditAction;
use crate::store::commendations::CommendationDraft;
use crate::store::dialogs::Dialog;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{ChatId, CommendationDraftId, CommendationId, Language, MemberId, UnitId};

/// The message to the member is dropped so long after the window in which it could go.
const THANKS_DAYS: i64 = 3;

/// Asks for the reason.
pub(in crate::core) async fn choose(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    member: MemberId,
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    if !proposed(ctx, caller, unit.id, member).await? {
        return ctx.alert(tap, caller.language, "toast-commend-gone").await;
    }
    // A name is shown here, whether or not the button came from a draw.
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Draw).await?;
    store::commendations::begin(ctx.tx, caller.user, unit.id, member).await?;
    ctx.ack(tap).await?;
    match store::commendations::draft_of(ctx.tx, caller.user).await? {
        Some(draft) => ask(ctx, caller, &draft).await,
        None => Ok(()),
    }
}

async fn ask(ctx: &mut Ctx<'_>, caller: &Caller, draft: &CommendationDraft) -> Result {
    let language = caller.language;
    store::dialogs::ask(ctx.tx, caller.user, Dialog::Commendation(draft.id)).await?;
    let drop = Button::Commend(Commend::Drop(draft.id));
    let screen = Screen {
        text: ctx.html(
            language,
            "commend-why",
            &[
                ("name", draft.name.as_str().into()),
                ("max", (*SENTENCE_CHARS.end()).into()),
            ],
        ),
        keyboard: vec![vec![ctx.key(language, "button-discard", drop)]],
    };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn rewrite(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result {
    let Some((draft, _)) = still(ctx, caller, tap, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    ask(ctx, caller, &draft).await
}

pub(in crate::core) async fn discard(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result {
    if own(ctx, caller, tap, id).await?.is_none() {
        return Ok(());
    }
    store::commendations::forget_draft(ctx.tx, caller.user).await?;
    ctx.ack(tap).await?;
    let screen = Screen::words(ctx.html(caller.language, "commend-dropped", &[]));
    ctx.redraw(caller.user, tap, screen).await
}

/// Takes a text as the reason if one was asked for. `false` if it was not meant so.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    id: CommendationDraftId,
) -> Result<bool> {
    let draft = store::commendations::draft_of(ctx.tx, caller.user).await?;
    let Some(draft) = draft.filter(|draft| draft.id == id) else {
        return Ok(false);
    };
    if !officers::may(ctx, caller.user, draft.unit_id).await? {
        return Ok(false);
    }
    let wrong = ("commend-why-short", "commend-why-long");
    let Some(reason) = ctx.sentence(caller, text, wrong).await? else {
        return Ok(true);
    };
    store::dialogs::close_commendation(ctx.tx, draft.id).await?;
    store::commendations::explain(ctx.tx, draft.id, &reason).await?;
    let version = draft.version + 1;
    preview(ctx, caller, &draft, &reason, version).await?;
    Ok(true)
}

/// The card exactly as the group will see it, with the buttons below it.
async fn preview(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    draft: &CommendationDraft,
    reason: &str,
    version: i64,
) -> Result {
    let language = caller.language;
    let card = card(ctx, draft, reason).await?;
    ctx.send(caller.user, Screen::words(card), Purpose::Plain)
        .await?;
    let groups = store::groups::of_unit(ctx.tx, draft.unit_id).await?;
    let (text, post) = if groups.is_empty() {
        ("commend-preview-alone", "button-commend-keep")
    } else {
        ("commend-preview", "button-commend-post")
    };
    let args = [
        ("unit", ctx.unit_name(draft.unit_id).await?.into()),
        ("groups", groups.len().into()),
    ];
    let button = |key, action| ctx.key(language, key, Button::Commend(action));
    let screen = Screen {
        text: ctx.html(language, text, &args),
        keyboard: vec![
            vec![button(post, Commend::Post(draft.id, version))],
            vec![
                button("button-commend-rewrite", Commend::Rewrite(draft.id)),
                button("button-discard", Commend::Drop(draft.id)),
            ],
        ],
    };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// Confirms it: stores the commendation, posts the cards and writes to the member, once.
pub(in crate::core) async fn post(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CommendationDraftId,
    version: i64,
) -> Result {
    let language = caller.language;
    let Some((draft, unit)) = still(ctx, caller, tap, id).await? else {
        return Ok(());
    };
    let reason = draft.reason.clone().filter(|_| draft.version == version);
    let Some(reason) = reason else {
        return ctx.alert(tap, language, "toast-commend-gone").await;
    };
    if store::pause_all::is_active(ctx.tx).await? {
        return ctx.alert(tap, language, "toast-commend-still").await;
    }
    let groups = store::groups::of_unit(ctx.tx, unit.id).await?;
    let card = card(ctx, &draft, &reason).await?;
    let id = store::commendations::write(ctx.tx, &draft, &reason, &groups).await?;
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Commend).await?;
    for chat in &groups {
        let now = ctx.tx.now();
        let until = ctx.reply_until();
        enqueue(ctx, id, (*chat, card.clone()), (now, until)).await?;
    }
    thank(ctx, id, &draft, &unit.name, &reason).await?;
    ctx.ack(tap).await?;
    let key = if groups.is_empty() {
        "commend-kept"
    } else {
        "commend-posted"
    };
    let screen = Screen::words(ctx.html(language, key, &[("name", draft.name.into())]));
    ctx.redraw(caller.user, tap, screen).await
}

/// Writes to the member, in their next window and after their pause.
async fn thank(
    ctx: &mut Ctx<'_>,
    id: CommendationId,
    draft: &CommendationDraft,
    unit: &str,
    reason: &str,
) -> Result {
    let now = ctx.tx.now();
    let wanted = draft.paused_until().map_or(now, |day| {
        schedule::at(day, chrono::NaiveTime::MIN).max(now)
    });
    let opens = ctx.core.rules.cadence.opening(wanted);
    let due = opens.map_or(wanted, |(from, _)| from.max(wanted));
    let args = [("unit", unit.into()), ("reason", reason.into())];
    let text = ctx.html(draft.language, "commended", &args);
    let until = due + TimeDelta::days(THANKS_DAYS);
    enqueue(ctx, id, (draft.user_id.into(), text), (due, until)).await
}

async fn enqueue(
    ctx: &mut Ctx<'_>,
    id: CommendationId,
    (chat, text): (ChatId, String),
    (due_at, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result {
    let call = Call::Send {
        chat,
        thread: None,
        text,
        keyboard: Vec::new(),
        reply_to: None,
    };
    let outgoing = Outgoing {
        lane: Lane::Notice,
        due_at,
        expires_at,
        on_doubt: OnDoubt::Again,
        purpose: Purpose::Commended(id),
        call,
    };
    // A trigger looks for it when the name is withdrawn.
    store::outbox::enqueue_now(ctx.tx, &outgoing)
        .await
        .map(drop)
}

/// What the group sees: in the language of groups.
async fn card(ctx: &mut Ctx<'_>, draft: &CommendationDraft, reason: &str) -> Result<String> {
    let unit = ctx.unit_name(draft.unit_id).await?;
    let key = if unit == draft.of {
        "commend-card"
    } else {
        "commend-card-of"
    };
    let day = ctx.tx.today().format("%d/%m/%Y").to_string();
    let args = [
        ("unit", unit.into()),
        ("name", draft.name.as_str().into()),
        ("of", draft.of.as_str().into()),
        ("reason", reason.into()),
        ("day", day.into()),
    ];
    Ok(ctx.html(Language::Vi, key, &args))
}

/// Returns the officer's draft if the button belongs to it; otherwise tells them why not and returns `None`.
async fn own(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result<Option<CommendationDraft>> {
    let draft = store::commendations::draft_of(ctx.tx, caller.user).await?;
    let draft = draft.filter(|draft| draft.id == id);
    if draft.is_none() {
        ctx.alert(tap, caller.language, "toast-commend-gone")
            .await?;
    }
    Ok(draft)
}

/// The same with its unit, if the officer may still act for it and the member may still be proposed: another
/// officer may have commended them meanwhile.
async fn still(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result<Option<(CommendationDraft, Unit)>> {
    let Some(draft) = own(ctx, caller, tap, id).await? else {
        return Ok(None);
    };
    let Some(unit) = officers::theirs(ctx, caller, tap, draft.unit_id).await? else {
        return Ok(None);
    };
    if !proposed(ctx, caller, unit.id, draft.member_id).await? {
        ctx.alert(tap, caller.language, "toast-commend-gone")
            .await?;
        return Ok(None);
    }
    Ok(Some((draft, unit)))
}

//! What the bot changes afterwards: edits, deletions, reactions, answers to taps.
//!
//! Knows: when Telegram allows a change. Must not know: how messages were sent.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::params::{Params, array};
use super::refusal::{Answer, Refusal, yes};
use super::{markup, send, target, text};
use crate::entities::code_points;
use crate::world::message::{Body, Sender, Stored};
use crate::world::{BotStatus, Change, ChatKind, Toast, World};

/// A message older than this can no longer be deleted.
const DELETE_AGE_S: i64 = 48 * 3600;
const DELETE_IDS_MAX: usize = 100;
const TOAST_CHARS_MAX: usize = 200;
const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply \
    markup are exactly the same as a current content and reply markup of the message";

/// The bot's own message that a call wants to edit.
fn editable(world: &World, params: &Params) -> Result<(i64, Arc<Stored>), Refusal> {
    let chat = target::writable(world, params)?;
    let message = target::message(world, params, chat, "edit")?;
    let own = message.from == Sender::Bot && message.origin.is_none();
    if !own || matches!(message.body, Body::Service(_)) {
        return Err(Refusal::bad("message can't be edited"));
    }
    Ok((chat, message))
}

/// Puts the changed message in place and shows it; an unchanged one is refused.
fn replace(
    world: &mut World,
    chat: i64,
    old: &Stored,
    mut new: Stored,
    now: DateTime<Utc>,
) -> Answer {
    if *old == new {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    let id = new.id;
    new.edited = Some(now.timestamp());
    if let Some(place) = world.chats.get_mut(&chat) {
        place.messages.insert(id, Arc::new(new));
    }
    world.changes.push(Change::Edit(chat, id));
    send::message(world, chat, id)
}

pub(super) fn edit_text(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let (chat, message) = editable(world, params)?;
    let (text, entities) = text::body(world, params)?;
    if message.body != Body::Text {
        return Err(Refusal::bad("there is no text in the message to edit"));
    }
    if code_points(&text) > text::TEXT_CHARS_MAX {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let mut new = message.as_ref().clone();
    new.text = text;
    new.entities = entities;
    new.keyboard = markup::keyboard(params)?;
    replace(world, chat, &message, new, now)
}

pub(super) fn edit_caption(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let (chat, message) = editable(world, params)?;
    if message.body == Body::Text {
        return Err(Refusal::bad("there is no caption in the message to edit"));
    }
    let mut new = message.as_ref().clone();
    (new.text, new.entities) = text::caption(world, params)?;
    new.keyboard = markup::keyboard(params)?;
    replace(world, chat, &message, new, now)
}

pub(super) fn edit_reply_markup(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let (chat, message) = editable(world, params)?;
    let mut new = message.as_ref().clone();
    new.keyboard = markup::keyboard(params)?;
    replace(world, chat, &message, new, now)
}

/// Why a message may not be deleted, if so.
fn undeletable(world: &World, chat: i64, message: &Stored, now: DateTime<Utc>) -> Option<Refusal> {
    let place = world.chats.get(&chat)?;
    let old = now.timestamp().saturating_sub(message.date) > DELETE_AGE_S;
    let own = message.from == Sender::Bot;
    let admin = place.bot == BotStatus::Admin;
    let allowed = own || admin || place.kind == ChatKind::Private;
    if !allowed {
        return Some(Refusal::bad("message can't be deleted"));
    }
    (old && !admin).then(|| Refusal::bad("message can't be deleted for everyone"))
}

pub(super) fn delete_message(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let message = target::message(world, params, chat, "delete")?;
    if let Some(refusal) = undeletable(world, chat, &message, now) {
        return Err(refusal);
    }
    world.remove(chat, message.id);
    yes()
}

/// Those that cannot be deleted are skipped, as Telegram does.
pub(super) fn delete_messages(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let ids = array(params.nested("message_ids", "message identifiers")?).unwrap_or_default();
    if ids.is_empty() {
        return Err(Refusal::bad("message identifiers are not specified"));
    }
    if ids.len() > DELETE_IDS_MAX {
        return Err(Refusal::bad("too many message identifiers specified"));
    }
    for id in ids.iter().filter_map(Value::as_i64) {
        let gone = world
            .message(chat, id)
            .is_some_and(|message| undeletable(world, chat, message, now).is_none());
        if gone {
            world.remove(chat, id);
        }
    }
    yes()
}

pub(super) fn set_message_reaction(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    let chat = target::writable(world, params)?;
    let message = target::message(world, params, chat, "react")?;
    let reactions = array(params.nested("reaction", "reaction types")?).unwrap_or_default();
    if reactions.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    let emoji = reactions
        .first()
        .and_then(|reaction| reaction.get("emoji"))
        .and_then(Value::as_str)
        .map(str::to_owned);
    let mut new = message.as_ref().clone();
    new.reaction = emoji;
    if let Some(place) = world.chats.get_mut(&chat) {
        place.messages.insert(new.id, Arc::new(new));
    }
    world.changes.push(Change::Edit(chat, message.id));
    yes()
}

pub(super) fn answer_callback_query(
    world: &mut World,
    params: &Params,
    now: DateTime<Utc>,
) -> Answer {
    let id = params.text("callback_query_id").unwrap_or_default();
    let text = params.text("text").unwrap_or_default();
    if code_points(&text) > TOAST_CHARS_MAX {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let Some(query) = world.take_query(&id, now) else {
        return Err(Refusal::bad(
            "query is too old and response timeout expired or query ID is invalid",
        ));
    };
    let toast = Toast {
        query: id,
        text,
        alert: params.flag("show_alert"),
    };
    world.toast(query.user, toast);
    yes()
}

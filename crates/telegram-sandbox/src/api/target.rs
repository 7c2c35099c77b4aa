//! Where a call points: the chat it may write to, the topic, the message it names.
//!
//! Knows: who may be written to and how Telegram refuses. Must not know: what is written.

use std::sync::Arc;

use super::params::Params;
use super::refusal::Refusal;
use crate::world::message::Stored;
use crate::world::{BotStatus, ChatKind, World};

/// The chat in `name`, if the bot has met it. One that exists and one that does not are refused alike,
/// so that a bot cannot find out which ids are taken.
pub(super) fn chat(world: &World, params: &Params, name: &str) -> Result<i64, Refusal> {
    let text = params.text(name).unwrap_or_default();
    if text.is_empty() {
        return Err(Refusal::bad(&format!("{name} is empty")));
    }
    let id = params.int(name).filter(|id| *id != 0);
    let known = id.and_then(|id| world.chats.get(&id));
    match known {
        Some(chat) if chat.bot != BotStatus::Never => Ok(chat.id),
        _ => Err(Refusal::bad("chat not found")),
    }
}

/// The chat in `chat_id`, if the bot may write there.
pub(super) fn writable(world: &World, params: &Params) -> Result<i64, Refusal> {
    let id = chat(world, params, "chat_id")?;
    let Some(chat) = world.chats.get(&id) else {
        return Err(Refusal::bad("chat not found"));
    };
    if let Some(new) = chat.migrated_to {
        return Err(Refusal {
            migrate_to: Some(new),
            ..Refusal::bad("group chat was upgraded to a supergroup chat")
        });
    }
    let kind = chat.kind.name();
    match (chat.kind, chat.bot) {
        (ChatKind::Private, _) => match world.people.get(&id) {
            Some(person) if person.deactivated => Err(Refusal::forbidden("user is deactivated")),
            Some(person) if person.blocked => {
                Err(Refusal::forbidden("bot was blocked by the user"))
            }
            Some(person) if person.started => Ok(id),
            _ => Err(Refusal::forbidden(
                "bot can't initiate conversation with a user",
            )),
        },
        (_, BotStatus::Removed) => Err(Refusal::forbidden(&format!(
            "bot was kicked from the {kind} chat"
        ))),
        (_, BotStatus::Never) => Err(Refusal::bad("chat not found")),
        (_, BotStatus::Member | BotStatus::Admin) => Ok(id),
    }
}

/// The topic to write into. The forum's General topic has no id; naming it by 1 is refused.
pub(super) fn thread(world: &World, params: &Params, chat: i64) -> Result<Option<i64>, Refusal> {
    let Some(thread) = params.int("message_thread_id").filter(|id| *id != 0) else {
        return Ok(None);
    };
    let known = world
        .chats
        .get(&chat)
        .is_some_and(|place| place.topics.contains_key(&thread));
    if known {
        Ok(Some(thread))
    } else {
        Err(Refusal::bad("message thread not found"))
    }
}

/// The message replied to, in `reply_parameters` or the older `reply_to_message_id`.
pub(super) fn reply_to(world: &World, params: &Params, chat: i64) -> Result<Option<i64>, Refusal> {
    let nested = params.nested("reply_parameters", "reply parameters")?;
    let (id, anyway) = match &nested {
        Some(value) => {
            let Some(id) = value.get("message_id").and_then(serde_json::Value::as_i64) else {
                return Err(Refusal::bad(
                    "can't parse reply parameters: Can't find field \"message_id\"",
                ));
            };
            let anyway = value.get("allow_sending_without_reply");
            (
                id,
                anyway.and_then(serde_json::Value::as_bool) == Some(true),
            )
        }
        None => match params.int("reply_to_message_id").filter(|id| *id != 0) {
            Some(id) => (id, params.flag("allow_sending_without_reply")),
            None => return Ok(None),
        },
    };
    match world.message(chat, id) {
        Some(_) => Ok(Some(id)),
        None if anyway => Ok(None),
        None => Err(Refusal::bad("message to be replied not found")),
    }
}

/// The message named by `message_id`, or the refusal "message to … not found".
pub(super) fn message(
    world: &World,
    params: &Params,
    chat: i64,
    purpose: &str,
) -> Result<Arc<Stored>, Refusal> {
    let Some(id) = params.int("message_id").filter(|id| *id > 0) else {
        return Err(Refusal::bad("message identifier is not specified"));
    };
    world
        .message(chat, id)
        .cloned()
        .ok_or_else(|| Refusal::bad(&format!("message to {purpose} not found")))
}

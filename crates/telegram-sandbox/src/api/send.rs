//! Messages the bot sends: texts, copies, forwards.
//!
//! Knows: what makes a message. Must not know: uploads, edits.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::params::Params;
use super::refusal::{Answer, Refusal, answer};
use super::{markup, target, text};
use crate::entities::code_points;
use crate::world::World;
use crate::world::message::{Body, Origin, Sender, Stored};

pub(super) fn send_message(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let (text, entities) = text::body(world, params)?;
    if code_points(&text) > text::TEXT_CHARS_MAX {
        return Err(Refusal::bad("message is too long"));
    }
    let mut message = Stored::new(Sender::Bot, now.timestamp(), Body::Text);
    message.text = text;
    message.entities = entities;
    send(world, params, chat, message)
}

/// The part all sending methods share: topic, reply, keyboard; then the message is posted.
pub(super) fn send(world: &mut World, params: &Params, chat: i64, message: Stored) -> Answer {
    let id = place(world, params, chat, message)?;
    self::message(world, chat, id)
}

fn place(
    world: &mut World,
    params: &Params,
    chat: i64,
    mut message: Stored,
) -> Result<i64, Refusal> {
    message.thread = target::thread(world, params, chat)?;
    message.reply_to = target::reply_to(world, params, chat)?;
    if let Some(replied) = message.reply_to.and_then(|id| world.message(chat, id)) {
        message.thread = message.thread.or(replied.thread);
    }
    message.keyboard = markup::keyboard(params)?;
    message.protected = params.flag("protect_content");
    Ok(world.post(chat, message))
}

/// The answer that carries a message as it now is.
pub(super) fn message(world: &World, chat: i64, id: i64) -> Answer {
    let place = world.chats.get(&chat);
    match place.and_then(|place| Some((place, place.messages.get(&id)?))) {
        Some((place, message)) => answer(&world.message_view(place, message)),
        None => Err(Refusal::bad("chat not found")),
    }
}

/// The message that is copied or forwarded.
fn source(world: &World, params: &Params, purpose: &str) -> Result<(i64, Stored), Refusal> {
    let from = target::chat(world, params, "from_chat_id")?;
    let message = target::message(world, params, from, purpose)?;
    if matches!(message.body, Body::Service(_)) {
        return Err(Refusal::bad(&format!("message can't be {purpose}ed")));
    }
    if message.protected {
        let done = if purpose == "copy" {
            "copied"
        } else {
            "forwarded"
        };
        return Err(Refusal::bad(&format!(
            "message has protected content and can't be {done}"
        )));
    }
    Ok((from, message.as_ref().clone()))
}

pub(super) fn copy_message(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let (_, original) = source(world, params, "copy")?;
    let mut message = Stored::new(Sender::Bot, now.timestamp(), original.body.clone());
    message.text = original.text;
    message.entities = original.entities;
    if original.body != Body::Text && params.values.contains_key("caption") {
        (message.text, message.entities) = text::caption(world, params)?;
    }
    let id = place(world, params, chat, message)?;
    Ok(json!({"message_id": id}).to_string())
}

pub(super) fn forward_message(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let (from, original) = source(world, params, "forward")?;
    let mut message = Stored::new(Sender::Bot, now.timestamp(), original.body);
    message.text = original.text;
    message.entities = original.entities;
    message.origin = original.origin.or(Some(Origin {
        sender: original.from,
        date: original.date,
        chat: from,
    }));
    send(world, params, chat, message)
}

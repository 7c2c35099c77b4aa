//! What the bot asks about itself, chats and their members.
//!
//! Knows: `User`, `ChatFullInfo`, `ChatMember` answers. Must not know: messages' contents.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::params::Params;
use super::refusal::{Answer, Refusal, answer, yes as accepted};
use super::target;
use crate::world::message::{Body, Sender, Service, Stored};
use crate::world::{BotStatus, Change, ChatKind, World};

const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// For methods that have nothing to do here.
pub(super) fn yes(_world: &mut World, _params: &Params, _now: DateTime<Utc>) -> Answer {
    accepted()
}

pub(super) fn get_me(world: &mut World, _params: &Params, _now: DateTime<Utc>) -> Answer {
    let mut me = json!(world.bot_view());
    let set = &world.bot.settings;
    for (field, value) in [
        ("can_join_groups", set.can_join_groups),
        (
            "can_read_all_group_messages",
            set.can_read_all_group_messages,
        ),
        ("supports_inline_queries", set.supports_inline_queries),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ] {
        me[field] = Value::Bool(value);
    }
    answer(&me)
}

pub(super) fn get_chat(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let id = target::chat(world, params, "chat_id")?;
    let Some(chat) = world.chats.get(&id) else {
        return Err(Refusal::bad("chat not found"));
    };
    let mut info = json!(world.chat_view(chat));
    info["accent_color_id"] = json!(0);
    info["max_reaction_count"] = json!(11);
    info["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false, "gifts_from_channels": false,
    });
    if chat.kind != ChatKind::Private {
        info["permissions"] = json!({
            "can_send_messages": true, "can_send_audios": true, "can_send_documents": true,
            "can_send_photos": true, "can_send_videos": true, "can_send_video_notes": true,
            "can_send_voice_notes": true, "can_send_polls": true,
            "can_send_other_messages": true, "can_add_web_page_previews": true,
            "can_change_info": false, "can_invite_users": true, "can_pin_messages": true,
            "can_manage_topics": false,
        });
    }
    answer(&info)
}

/// The group in `chat_id`, if the bot is in it.
fn group(world: &World, params: &Params) -> Result<i64, Refusal> {
    let id = target::writable(world, params)?;
    match world.chats.get(&id) {
        Some(chat) if chat.kind == ChatKind::Private => Err(Refusal::bad(
            "there are no administrators in the private chat",
        )),
        _ => Ok(id),
    }
}

pub(super) fn get_chat_member(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let Some(user) = params.int("user_id").filter(|id| *id > 0) else {
        return Err(Refusal::bad("invalid user_id specified"));
    };
    match world.status(chat, user) {
        Some(status) => answer(&world.member_view(user, status)),
        None => Err(Refusal::bad("PARTICIPANT_ID_INVALID")),
    }
}

pub(super) fn get_chat_administrators(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    let id = group(world, params)?;
    let Some(chat) = world.chats.get(&id) else {
        return Err(Refusal::bad("chat not found"));
    };
    let mut all: Vec<Value> = chat
        .members
        .first()
        .map(|owner| world.member_view(*owner, "creator"))
        .into_iter()
        .collect();
    if chat.bot == BotStatus::Admin {
        all.push(world.member_view(world.bot.id, "administrator"));
    }
    answer(&all)
}

pub(super) fn get_chat_member_count(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    let id = target::writable(world, params)?;
    let people = world.chats.get(&id).map_or(0, |chat| chat.members.len());
    answer(&(people + 1))
}

pub(super) fn leave_chat(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let id = group(world, params)?;
    let bot = world.bot.id;
    world.set_bot_status(bot, id, BotStatus::Removed, now);
    accepted()
}

pub(super) fn pin_chat_message(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let message = target::message(world, params, chat, "pin")?;
    may_pin(world, chat)?;
    let service = Body::Service(Service::Pinned(message.id));
    world.post(chat, Stored::new(Sender::Bot, now.timestamp(), service));
    accepted()
}

pub(super) fn unpin(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    may_pin(world, chat)?;
    accepted()
}

/// In supergroups only administrators pin.
fn may_pin(world: &World, chat: i64) -> Result<(), Refusal> {
    let plain = world
        .chats
        .get(&chat)
        .is_some_and(|c| c.kind == ChatKind::Supergroup && c.bot != BotStatus::Admin);
    if plain {
        return Err(Refusal::bad(
            "not enough rights to manage pinned messages in the chat",
        ));
    }
    Ok(())
}

pub(super) fn send_chat_action(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    target::thread(world, params, chat)?;
    if !ACTIONS.contains(&params.str("action").to_lowercase().as_str()) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    world.changes.push(Change::Typing(chat));
    accepted()
}

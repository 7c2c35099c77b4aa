//! The world as the page sees it.
//!
//! Knows: the page's JSON. Must not know: routes, the Bot API.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::entities;
use crate::world::message::{Body, Sender, Service, Stored};
use crate::world::{Chat, World};

/// People, chats and the bot. Faults, phones and the clock are not in the world: the caller adds them.
pub(crate) fn world(world: &World) -> Value {
    let people: BTreeMap<_, _> = world.people.iter().collect();
    let chats: BTreeMap<_, _> = world.chats.iter().collect();
    let users: Vec<Value> = people
        .values()
        .map(|person| {
            json!({
                "id": person.id,
                "name": person.name,
                "first_name": person.name,
                "language_code": person.language,
                "blocked": person.blocked,
                "started": person.started,
            })
        })
        .collect();
    let current = chats.values().filter(|chat| chat.migrated_to.is_none());
    let chats: Vec<Value> = current.map(|place| chat(world, place)).collect();
    json!({
        "bot": {
            "id": world.bot.id,
            "name": world.bot_name(),
            "username": world.bot.username,
        },
        "users": users,
        "chats": chats,
    })
}

fn chat(world: &World, chat: &Chat) -> Value {
    let topics = chat.topics.iter();
    json!({
        "id": chat.id,
        "type": chat.kind.name(),
        "title": chat.title,
        "forum": chat.forum,
        "members": chat.members,
        "bot": world.bot_is_in(chat.id),
        "topics": topics.map(|(id, name)| json!({"id": id, "name": name})).collect::<Vec<_>>(),
        "newest": chat.messages.keys().next_back(),
    })
}

pub(crate) fn message(world: &World, chat: i64, stored: &Stored) -> Value {
    let info = |id: &String| world.files.get(id);
    let (photo, document, service) = match &stored.body {
        Body::Photo(id) => (info(id), None, None),
        Body::Document(id) => (None, info(id), None),
        Body::Service(service) => (None, None, Some(service)),
        Body::Text => (None, None, None),
    };
    let keyboard: Vec<Vec<Value>> = stored
        .keyboard
        .iter()
        .map(|row| {
            row.iter()
                .map(|key| {
                    json!({"text": key.text, "data": key.callback_data, "url": key.url, "style": key.style})
                })
                .collect()
        })
        .collect();
    let from = match stored.from {
        Sender::Group => chat,
        other => world.sender_id(other),
    };
    json!({
        "id": stored.id,
        "chat": chat,
        "date": stored.date,
        "from": {
            "id": from,
            "name": world.sender_name(chat, stored.from),
            "bot": stored.from == Sender::Bot,
        },
        "text": stored.text,
        "entities": stored.entities,
        "html": entities::to_html(&stored.text, &stored.entities),
        "keyboard": keyboard,
        "edited": stored.edited.is_some(),
        "reply_to": stored.reply_to,
        "thread": stored.thread,
        "photo": photo.map(|p| json!({
            "file": p.id, "width": p.width, "height": p.height, "name": p.name,
        })),
        "document": document.map(|d| json!({"file": d.id, "name": d.name, "size": d.size})),
        "service": service.map(|s| service_note(world, s)),
        "reaction": stored.reaction,
        "protected": stored.protected,
        "forwarded": stored.origin.as_ref().map(|o| world.sender_name(o.chat, o.sender)),
    })
}

/// A service note: what happened, and the people or the topic it names. The page has the words.
fn service_note(world: &World, service: &Service) -> Value {
    let name = |id: &i64| {
        if *id == world.bot.id {
            world.bot_name()
        } else {
            world.people.get(id).map_or("", |p| p.name.as_str())
        }
    };
    let names: Vec<&str> = match service {
        Service::Joined(ids) => ids.iter().map(name).collect(),
        Service::Left(id) => vec![name(id)],
        Service::TopicCreated(topic) => vec![topic],
        Service::Created
        | Service::MigratedTo(_)
        | Service::MigratedFrom(_)
        | Service::Pinned(_) => Vec::new(),
    };
    json!({ "kind": service.kind(), "names": names })
}

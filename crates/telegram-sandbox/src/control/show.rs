//! The world as the page sees it.
//!
//! Knows: the page's JSON. Must not know: routes, the Bot API.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::entities;
use crate::world::message::{Body, Sender, Service, Stored};
use crate::world::{ANONYMOUS_ID, Chat, World};

/// People, chats and the bot; what is not part of the world is added by the caller.
pub(super) fn world(world: &World) -> Value {
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
                .map(|key| json!({"text": key.text, "data": key.callback_data, "url": key.url}))
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
        "service": service.map(|s| service_text(world, s)),
        "service_kind": service.map(Service::kind),
        "reaction": stored.reaction,
        "forwarded": stored.origin.as_ref().map(|o| world.sender_name(o.chat, o.sender)),
    })
}

/// A service note in words; the page may word it anew from `service_kind`.
fn service_text(world: &World, service: &Service) -> String {
    let name = |id: &i64| {
        if *id == world.bot.id {
            world.bot_name().to_owned()
        } else {
            world
                .people
                .get(id)
                .map_or_else(String::new, |p| p.name.clone())
        }
    };
    match service {
        Service::Created => "Nhóm đã được tạo".to_owned(),
        Service::Joined(ids) => {
            let names: Vec<String> = ids.iter().map(name).collect();
            format!("{} đã vào nhóm", names.join(", "))
        }
        Service::Left(id) => format!("{} đã rời nhóm", name(id)),
        Service::MigratedTo(_) | Service::MigratedFrom(_) => {
            "Nhóm đã được nâng cấp thành siêu nhóm".to_owned()
        }
        Service::TopicCreated(topic) => format!("Chủ đề “{topic}” đã được tạo"),
        Service::Pinned(_) => "Đã ghim một tin nhắn".to_owned(),
    }
}

impl Service {
    /// One word for what happened.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Service::Created => "created",
            Service::Joined(_) => "joined",
            Service::Left(_) => "left",
            Service::MigratedTo(_) => "migrated_to",
            Service::MigratedFrom(_) => "migrated_from",
            Service::TopicCreated(_) => "topic_created",
            Service::Pinned(_) => "pinned",
        }
    }
}

impl World {
    /// The name over a message: a person's, the bot's, or the group's for its anonymous voices.
    pub(crate) fn sender_name(&self, chat: i64, sender: Sender) -> &str {
        match sender {
            Sender::Bot => self.bot_name(),
            Sender::Group => self.chats.get(&chat).map_or("", |place| &place.title),
            Sender::User(id) if id == self.bot.id => self.bot_name(),
            Sender::User(ANONYMOUS_ID) => "",
            Sender::User(id) => self.people.get(&id).map_or("", |person| &person.name),
        }
    }
}

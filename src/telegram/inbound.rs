//! The messenger's updates, reduced to what happened.
//!
//! Knows the messenger's kinds of updates and messages, and its accounts that stand for others. Must not know
//! commands, buttons or rules. What is not in [`Inbound`] is dropped here, so it is never stored.

mod raw;

use serde::Deserialize;
use serde_json::Value;
use teloxide::types::{ChatMember, ChatMemberKind, ChatMemberUpdated};

use super::markup;
use crate::event::{
    Author, ChatKind, Event, Formatting, Inbound, IncomingMessage, MessagePart, Person, Place,
    SentDocument, Standing, Tapped,
};
use crate::outgoing::FileKind;
use crate::text::is_unwritable;
use crate::types::{ChatId, Language, MessageId, ThreadId, UpdateId, UserId};
use raw::{RawMessage, RawTap, RawUser};

/// The kinds of updates we act on, as the messenger calls them: those it is asked for.
pub const ALLOWED: [&str; 3] = [MESSAGE, CALLBACK_QUERY, MY_CHAT_MEMBER];

const MESSAGE: &str = "message";
const CALLBACK_QUERY: &str = "callback_query";
const MY_CHAT_MEMBER: &str = "my_chat_member";
/// A kind we did not ask for: the messenger remembers what an earlier program asked for.
const OTHER: &str = "other";
/// An update of a shape that cannot be read.
const UNREADABLE: &str = "unreadable";

/// Accounts of the messenger's own that stand for somebody else: the group's hidden
/// administrator, a channel, the forwarder of channel posts.
const MASKS: [i64; 3] = [1_087_968_824, 136_817_688, 777_000];

/// One update; `None` if it has not even an id, so that nothing can be said about it.
///
/// Never fails: an update that cannot be read must not hold up the others of its batch.
pub(super) fn inbound(raw: &Value) -> Option<Inbound> {
    let Some(id) = raw.get("update_id").and_then(Value::as_i64).map(UpdateId) else {
        tracing::warn!("an update without an id: dropped");
        return None;
    };
    let (kind, event) = if let Some(message) = raw.get(MESSAGE) {
        (
            MESSAGE,
            RawMessage::deserialize(message).map(|read| written(&read, message)),
        )
    } else if let Some(query) = raw.get(CALLBACK_QUERY) {
        (CALLBACK_QUERY, RawTap::deserialize(query).map(tapped))
    } else if let Some(change) = raw.get(MY_CHAT_MEMBER) {
        let read = ChatMemberUpdated::deserialize(change);
        let standing = |read| standing(&read, change).map_or(Event::Ignored, Event::Standing);
        (MY_CHAT_MEMBER, read.map(standing))
    } else {
        (OTHER, Ok(Event::Ignored))
    };
    match event {
        Ok(event) => Some(Inbound {
            id,
            kind,
            written: raw["message"]["date"].as_i64(),
            event,
        }),
        Err(_) => Some(unreadable(id)),
    }
}

fn unreadable(id: UpdateId) -> Inbound {
    tracing::warn!(update = id.0, "an update that cannot be read: passed over");
    Inbound {
        id,
        kind: UNREADABLE,
        written: None,
        event: Event::Ignored,
    }
}

fn written(message: &RawMessage, raw: &Value) -> Event {
    let chat = ChatId(message.chat.id);
    if let Some(to) = message.migrate_to_chat_id.map(ChatId) {
        return Event::Moved { from: chat, to };
    }
    if let Some(from) = message.migrate_from_chat_id.map(ChatId) {
        return Event::Moved { from, to: chat };
    }
    let place = place(message);
    if !raw::is_content(raw) || place.kind == ChatKind::Channel {
        return Event::Ignored;
    }
    let author = match &message.from {
        Some(user) if message.sender_chat.is_none() => {
            let author = author(user);
            // Bots do not answer bots: two of them would never stop.
            if user.is_bot && author != Author::Hidden {
                return Event::Ignored;
            }
            author
        }
        _ => Author::Hidden,
    };
    Event::Said(IncomingMessage {
        place,
        author,
        message: MessageId(message.message_id),
        text: raw["text"]
            .as_str()
            .map(|text| text.replace(is_unwritable, " ")),
        forwarded: raw.get("forward_origin").is_some() || raw.get("forward_date").is_some(),
        document: match place.kind {
            ChatKind::Private => document(&raw["document"]),
            ChatKind::Group | ChatKind::Channel => None,
        },
        content: match place.kind {
            // Formatting is needed for drafts only, and those are written in private.
            ChatKind::Group | ChatKind::Channel => Formatting::default(),
            ChatKind::Private => Formatting {
                own: made_of(raw),
                quoted: made_of(&raw["reply_to_message"]),
            },
        },
    })
}

fn document(raw: &Value) -> Option<SentDocument> {
    Some(SentDocument {
        file: raw["file_id"].as_str()?.to_owned(),
        name: raw["file_name"].as_str().unwrap_or_default().to_owned(),
        bytes: raw["file_size"].as_u64().unwrap_or(0),
    })
}

/// The parts of a message that a broadcast can take over.
fn made_of(message: &Value) -> MessagePart {
    match (message["text"].as_str(), message["media_group_id"].as_str()) {
        (Some(text), _) => MessagePart::Words(markup::html(text, &message["entities"])),
        (None, Some(album)) => MessagePart::Album(album.to_owned()),
        (None, None) if message.is_object() => file(message).unwrap_or(MessagePart::Other),
        (None, None) => MessagePart::Nothing,
    }
}

/// A picture or a document; a moving picture looks like a document and cannot be sent as one.
fn file(message: &Value) -> Option<MessagePart> {
    // Of a picture there are several sizes; the last is the largest.
    let photo = message["photo"].as_array().and_then(|sizes| sizes.last());
    let (kind, file) = match photo {
        Some(photo) => (FileKind::Photo, photo),
        None if message["animation"].is_null() => (FileKind::Document, &message["document"]),
        None => return None,
    };
    let id = file["file_id"].as_str()?.to_owned();
    let caption = message["caption"].as_str().unwrap_or_default();
    let html = markup::html(caption, &message["caption_entities"]);
    Some(MessagePart::File(kind, id, html))
}

fn tapped(query: RawTap) -> Event {
    let Some(data) = query.data else {
        return Event::Ignored;
    };
    Event::Tapped(Tapped {
        query: query.id,
        person: person(&query.from),
        place: query.message.as_ref().map(place),
        message: query
            .message
            .as_ref()
            .map(|message| MessageId(message.message_id)),
        words: query.message.and_then(|message| message.text),
        data,
    })
}

/// Both standings as teloxide knows them; who and where as for messages.
fn standing(change: &ChatMemberUpdated, raw: &Value) -> Option<Standing> {
    let from = RawUser::deserialize(&raw["from"]).ok()?;
    let by = if from.is_bot {
        Author::Hidden
    } else {
        author(&from)
    };
    Some(Standing {
        place: bare_place(change.chat.id.0, raw["chat"]["type"].as_str()?),
        by,
        present: can_write(&change.new_chat_member),
        was_present: can_write(&change.old_chat_member),
    })
}

fn can_write(member: &ChatMember) -> bool {
    match &member.kind {
        ChatMemberKind::Owner(_) | ChatMemberKind::Administrator(_) | ChatMemberKind::Member(_) => {
            true
        }
        ChatMemberKind::Restricted(restricted) => {
            restricted.is_member && restricted.can_send_messages
        }
        ChatMemberKind::Left | ChatMemberKind::Banned(_) => false,
    }
}

fn place(message: &RawMessage) -> Place {
    Place {
        // A reply in a group without topics has a thread id too; the topic "General" has none.
        thread: message
            .message_thread_id
            .filter(|_| message.is_topic_message)
            .map(ThreadId),
        ..bare_place(message.chat.id, &message.chat.kind)
    }
}

fn bare_place(chat: i64, kind: &str) -> Place {
    let kind = match kind {
        "private" => ChatKind::Private,
        "group" | "supergroup" => ChatKind::Group,
        _ => ChatKind::Channel,
    };
    Place {
        chat: ChatId(chat),
        kind,
        thread: None,
    }
}

fn author(user: &RawUser) -> Author {
    if MASKS.contains(&user.id) {
        Author::Hidden
    } else {
        Author::Person(person(user))
    }
}

fn person(user: &RawUser) -> Person {
    Person {
        user: UserId(user.id),
        language: user.language_code.as_deref().and_then(Language::of_code),
    }
}

#[cfg(test)]
mod tests;

//! A message as it is kept: text, entities, keyboard, media, service notes.
//!
//! Knows: the shape of stored messages. Must not know: chats, people or how messages are sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A stretch of formatted text; offsets and lengths are in UTF-16 units, as Telegram counts them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) struct Entity {
    #[serde(rename = "type")]
    pub(in crate::sandbox) kind: String,
    pub(in crate::sandbox) offset: usize,
    pub(in crate::sandbox) length: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::sandbox) url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::sandbox) language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::sandbox) custom_emoji_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::sandbox) user: Option<Value>,
}

impl Entity {
    pub(in crate::sandbox) fn plain(kind: &str, offset: usize, length: usize) -> Entity {
        Entity {
            kind: kind.to_owned(),
            offset,
            length,
            url: None,
            language: None,
            custom_emoji_id: None,
            user: None,
        }
    }
}

/// One inline button. Telegram knows more kinds than a sandbox can act on; those are kept as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) struct Key {
    pub(in crate::sandbox) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::sandbox) callback_data: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::sandbox) url: Option<String>,
    /// `copy_text`, `web_app` and other kinds, as they came.
    #[serde(flatten)]
    pub(in crate::sandbox) other: BTreeMap<String, Value>,
}

pub(in crate::sandbox) type Keyboard = Vec<Vec<Key>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) enum Sender {
    Bot,
    User(i64),
    /// An administrator who writes as the group itself.
    Group,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) enum Body {
    Text,
    /// The id of a stored picture; the message's text is its caption.
    Photo(String),
    /// The id of a stored file; the message's text is its caption.
    Document(String),
    Service(Service),
}

/// What a chat tells about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) enum Service {
    Created,
    Joined(Vec<i64>),
    Left(i64),
    MigratedTo(i64),
    MigratedFrom(i64),
    TopicCreated(String),
    Pinned(i64),
}

/// Where a forwarded message came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) struct Origin {
    pub(in crate::sandbox) sender: Sender,
    pub(in crate::sandbox) date: i64,
    pub(in crate::sandbox) chat: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) struct Stored {
    pub(in crate::sandbox) id: i64,
    pub(in crate::sandbox) date: i64,
    pub(in crate::sandbox) from: Sender,
    pub(in crate::sandbox) thread: Option<i64>,
    pub(in crate::sandbox) reply_to: Option<i64>,
    pub(in crate::sandbox) edited: Option<i64>,
    pub(in crate::sandbox) body: Body,
    pub(in crate::sandbox) text: String,
    pub(in crate::sandbox) entities: Vec<Entity>,
    pub(in crate::sandbox) keyboard: Keyboard,
    pub(in crate::sandbox) reaction: Option<String>,
    pub(in crate::sandbox) origin: Option<Origin>,
}

impl Stored {
    /// A plain message; the id is given when it is posted.
    pub(in crate::sandbox) fn new(from: Sender, date: i64, body: Body) -> Stored {
        Stored {
            id: 0,
            date,
            from,
            thread: None,
            reply_to: None,
            edited: None,
            body,
            text: String::new(),
            entities: Vec::new(),
            keyboard: Vec::new(),
            reaction: None,
            origin: None,
        }
    }
}

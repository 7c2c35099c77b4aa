//! A message as it is kept: text, entities, keyboard, media, service notes.
//!
//! Knows: the shape of stored messages. Must not know: chats, people or how messages are sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::entities::Entity;

/// One inline button. Telegram knows more kinds than a sandbox can act on; those are kept as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Key {
    pub(crate) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) callback_data: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    /// Its colour: `danger`, `success` or `primary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) style: Option<String>,
    /// `copy_text`, `web_app` and other kinds, as they came.
    #[serde(flatten)]
    pub(crate) other: BTreeMap<String, Value>,
}

pub(crate) type Keyboard = Vec<Vec<Key>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Sender {
    Bot,
    User(i64),
    /// An administrator who writes as the group itself.
    Group,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Body {
    Text,
    /// The id of a stored picture; the message's text is its caption.
    Photo(String),
    /// The id of a stored file; the message's text is its caption.
    Document(String),
    Service(Service),
}

/// What a chat tells about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Service {
    Created,
    Joined(Vec<i64>),
    Left(i64),
    MigratedTo(i64),
    MigratedFrom(i64),
    TopicCreated(String),
    Pinned(i64),
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

/// Where a forwarded message came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Origin {
    pub(crate) sender: Sender,
    pub(crate) date: i64,
    pub(crate) chat: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stored {
    pub(crate) id: i64,
    pub(crate) date: i64,
    pub(crate) from: Sender,
    pub(crate) thread: Option<i64>,
    pub(crate) reply_to: Option<i64>,
    pub(crate) edited: Option<i64>,
    pub(crate) body: Body,
    pub(crate) text: String,
    pub(crate) entities: Vec<Entity>,
    pub(crate) keyboard: Keyboard,
    pub(crate) reaction: Option<String>,
    pub(crate) origin: Option<Origin>,
    /// Cannot be forwarded, copied or saved.
    #[serde(default)]
    pub(crate) protected: bool,
}

impl Stored {
    /// A plain message; the id is given when it is posted.
    pub(crate) fn new(from: Sender, date: i64, body: Body) -> Stored {
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
            protected: false,
        }
    }
}

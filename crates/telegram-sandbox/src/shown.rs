//! A message as a phone shows it.
//!
//! Knows: what of a stored message people see. Must not know: who looks, and HTTP.

use chrono::{DateTime, Utc};

use crate::entities;
use crate::world::World;
use crate::world::message::{Body, Key, Sender, Stored};

/// A message as a phone shows it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its number in the chat, as the bot knows it.
    pub id: i64,
    /// The chat it is in.
    pub chat: i64,
    /// Whether the bot sent it.
    pub from_bot: bool,
    /// The sender's id; the group's own id for anonymous administrators.
    pub from: i64,
    /// The sender's name; the group's title for anonymous administrators.
    pub from_name: String,
    /// When it was sent, to the second, by the sandbox's clock.
    pub date: DateTime<Utc>,
    /// Plain text, or the caption.
    pub text: String,
    /// The same with its formatting as HTML that is safe to show in a browser.
    pub html: String,
    /// The inline buttons, row by row.
    pub keyboard: Vec<Vec<Button>>,
    /// The topic of a forum.
    pub thread: Option<i64>,
    /// Whether it was edited since it was sent.
    pub edited: bool,
    /// The id of the message it replies to.
    pub reply_to: Option<i64>,
    /// The name of the picture.
    pub photo: Option<String>,
    /// The name of the file.
    pub document: Option<String>,
    /// What the chat tells about itself: `created`, `joined`, `left`, `migrated_to`, `migrated_from`,
    /// `topic_created` or `pinned`.
    pub service: Option<String>,
    /// The emoji the bot put on it.
    pub reaction: Option<String>,
    /// Whether it cannot be forwarded, copied or saved.
    pub protected: bool,
}

/// An inline button as a phone shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// Its label.
    pub text: String,
    /// What a tap sends to the bot: 1 to 64 bytes.
    pub data: Option<String>,
    /// The link it opens instead.
    pub url: Option<String>,
    /// Its colour: `danger`, `success` or `primary`; `None` for the app's own.
    pub style: Option<String>,
}

impl From<&Key> for Button {
    fn from(key: &Key) -> Button {
        Button {
            text: key.text.clone(),
            data: key.callback_data.clone(),
            url: key.url.clone(),
            style: key.style.clone(),
        }
    }
}

/// A stored message of a chat, as it is now.
pub(crate) fn shown(world: &World, chat: i64, stored: &Stored) -> Message {
    let from = match stored.from {
        Sender::Group => chat,
        other => world.sender_id(other),
    };
    let file = |id: &String| world.files.get(id).map(|info| info.name.clone());
    Message {
        id: stored.id,
        chat,
        from_bot: stored.from == Sender::Bot,
        from,
        from_name: world.sender_name(chat, stored.from).to_owned(),
        date: DateTime::from_timestamp(stored.date, 0).unwrap_or_default(),
        text: stored.text.clone(),
        html: entities::to_html(&stored.text, &stored.entities),
        keyboard: stored
            .keyboard
            .iter()
            .map(|row| row.iter().map(Button::from).collect())
            .collect(),
        thread: stored.thread,
        edited: stored.edited.is_some(),
        reply_to: stored.reply_to,
        photo: match &stored.body {
            Body::Photo(id) => file(id),
            _ => None,
        },
        document: match &stored.body {
            Body::Document(id) => file(id),
            _ => None,
        },
        service: match &stored.body {
            Body::Service(service) => Some(service.kind().to_owned()),
            _ => None,
        },
        reaction: stored.reaction.clone(),
        protected: stored.protected,
    }
}

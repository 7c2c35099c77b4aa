//! What people do: write, tap, block. Each act leaves messages and updates behind.
//!
//! Knows: how Telegram turns an act into updates. Must not know: requests of the bot.

use std::collections::VecDeque;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::files::FileInfo;
use super::message::{Body, Sender, Stored};
use super::{BotStatus, Change, Chat, ChatKind, Person, World};
use crate::entities::{self, Entity};

/// What an app lets a person type into one message; longer texts it splits by itself.
const TEXT_CHARS_MAX: usize = 4096;
const CAPTION_CHARS_MAX: usize = 1024;

/// What a person writes and where; see [`crate::Say`].
pub(crate) struct Incoming<'a> {
    pub(crate) user: i64,
    pub(crate) chat: i64,
    pub(crate) text: &'a str,
    pub(crate) thread: Option<i64>,
    pub(crate) reply_to: Option<i64>,
    pub(crate) anonymous: bool,
    pub(crate) file: Option<(FileInfo, Bytes)>,
}

impl World {
    pub(crate) fn add_person(&mut self, id: Option<i64>, name: &str, language: &str) -> i64 {
        let id = id.unwrap_or_else(|| {
            while self.people.contains_key(&self.next_user) {
                self.next_user += 1;
            }
            self.next_user
        });
        if let Some(known) = self.people.get_mut(&id) {
            name.clone_into(&mut known.name);
            language.clone_into(&mut known.language);
            return id;
        }
        let person = Person {
            id,
            name: name.to_owned(),
            language: language.to_owned(),
            started: false,
            blocked: false,
            deactivated: false,
            toasts: VecDeque::new(),
        };
        self.people.insert(id, person);
        if !self.chats.contains_key(&id) {
            let chat = self.new_chat(id, ChatKind::Private, name, BotStatus::Member);
            self.chats.insert(id, chat);
        }
        self.changes.push(Change::State);
        id
    }

    /// A person writes; it becomes an update if the bot may read it.
    pub(crate) fn say(&mut self, incoming: Incoming, now: DateTime<Utc>) -> Result<i64, String> {
        let chat = self.current_chat(incoming.chat);
        if !self.people.contains_key(&incoming.user) {
            return Err(format!(
                "there is no person {}; add them first",
                incoming.user
            ));
        }
        let place = self.chats.get(&chat).ok_or_else(|| no_chat(chat))?;
        if !place.members.contains(&incoming.user) {
            return Err(format!("{} is no member of chat {chat}", incoming.user));
        }
        if incoming.anonymous && place.kind == ChatKind::Private {
            return Err("only in a group can one write as the group".to_owned());
        }
        if incoming
            .reply_to
            .is_some_and(|id| !place.messages.contains_key(&id))
        {
            return Err(format!("chat {chat} has no such message to reply to"));
        }
        if incoming
            .thread
            .is_some_and(|t| !place.topics.contains_key(&t))
        {
            return Err(format!("chat {chat} has no such topic; leave `thread` out"));
        }
        let text = incoming.text.trim();
        if text.is_empty() && incoming.file.is_none() {
            return Err("the text is empty; write something".to_owned());
        }
        let most = match incoming.file {
            Some(_) => CAPTION_CHARS_MAX,
            None => TEXT_CHARS_MAX,
        };
        if text.chars().count() > most {
            return Err(format!(
                "the text is longer than {most} characters; split it"
            ));
        }
        if chat == incoming.user {
            self.enter_private(chat, now);
        }
        let from = if incoming.anonymous {
            Sender::Group
        } else {
            Sender::User(incoming.user)
        };
        let body = incoming.file.map_or(Body::Text, |file| self.keep(file));
        let mut message = Stored::new(from, now.timestamp(), body);
        message.entities = entities::detect(text);
        message.text = text.to_owned();
        message.thread = incoming.thread;
        message.reply_to = incoming.reply_to;
        let readable = self.bot_may_read(chat, &message);
        let id = self.post(chat, message);
        if readable {
            self.queue_message("message", chat, id, now);
        }
        Ok(id)
    }

    fn keep(&mut self, (info, bytes): (FileInfo, Bytes)) -> Body {
        let photo = info.photo;
        let id = self.add_file(info);
        self.new_files.push((id.clone(), bytes));
        if photo {
            Body::Photo(id)
        } else {
            Body::Document(id)
        }
    }

    /// Whoever writes to the bot has started it, and has unblocked it: in an app, a blocked bot's chat
    /// has no field to write in, only the button that unblocks.
    fn enter_private(&mut self, user: i64, now: DateTime<Utc>) {
        let Some(person) = self.people.get_mut(&user) else {
            return;
        };
        let (started, blocked) = (person.started, person.blocked);
        person.started = true;
        if blocked {
            self.block(user, false, now);
        }
        if !started {
            self.changes.push(Change::State);
        }
    }

    /// Privacy mode, which Telegram has on by default: in a group the bot gets commands and replies to
    /// its own messages; as an administrator, everything.
    fn bot_may_read(&self, chat: i64, message: &Stored) -> bool {
        let Some(place) = self.chats.get(&chat) else {
            return false;
        };
        match (place.kind, place.bot) {
            (ChatKind::Private, _) | (_, BotStatus::Admin) => true,
            (_, BotStatus::Never | BotStatus::Removed) => false,
            (_, BotStatus::Member) => {
                self.bot.settings.can_read_all_group_messages
                    || self.is_for_bot(&message.text, &message.entities)
                    || message
                        .reply_to
                        .and_then(|id| place.messages.get(&id))
                        .is_some_and(|replied| replied.from == Sender::Bot)
            }
        }
    }

    fn is_for_bot(&self, text: &str, entities: &[Entity]) -> bool {
        let starts = entities
            .first()
            .is_some_and(|e| e.kind == "bot_command" && e.offset == 0);
        let command = text.split_whitespace().next().unwrap_or("");
        starts
            && command
                .split_once('@')
                .is_none_or(|(_, name)| name.eq_ignore_ascii_case(&self.bot.username))
    }

    /// Queues an update that carries one message.
    pub(crate) fn queue_message(&mut self, kind: &str, chat: i64, id: i64, now: DateTime<Utc>) {
        if !self.queue.wants(kind) {
            return;
        }
        let Some(place) = self.chats.get(&chat) else {
            return;
        };
        let Some(message) = place.messages.get(&id) else {
            return;
        };
        if let Ok(body) = serde_json::to_string(&self.message_view(place, message)) {
            self.queue.push(kind, chat, &body, now);
        }
    }

    /// A tap with any data: an app sends what the button carried when it was drawn, which may have been
    /// edited away since, and a modified app sends what it likes.
    pub(crate) fn tap(
        &mut self,
        (user, chat, message): (i64, i64, i64),
        data: &str,
        now: DateTime<Utc>,
    ) -> Result<String, String> {
        if !self.people.contains_key(&user) {
            return Err(format!("there is no person {user}; add them first"));
        }
        let chat = self.current_chat(chat);
        if !self.chats.contains_key(&chat) {
            return Err(no_chat(chat));
        }
        let query = self.remember_query(user, now);
        let Some(place) = self.chats.get(&chat) else {
            return Err(no_chat(chat));
        };
        let shown = match place.messages.get(&message) {
            Some(stored) => json!(self.message_view(place, stored)),
            None => json!({"chat": self.chat_view(place), "message_id": message, "date": 0}),
        };
        let body = json!({
            "id": query,
            "from": self.user_view(user),
            "message": shown,
            "chat_instance": place.instance,
            "data": data,
        });
        self.queue
            .push("callback_query", user, &body.to_string(), now);
        Ok(query)
    }

    /// The data behind a button's label: the exact label, else the only one that begins so.
    pub(crate) fn find_button(
        &self,
        chat: i64,
        message: i64,
        label: &str,
    ) -> Result<String, String> {
        let stored = self
            .message(self.current_chat(chat), message)
            .ok_or_else(|| format!("there is no message {message} in chat {chat}"))?;
        let keys: Vec<_> = stored.keyboard.iter().flatten().collect();
        let exact = keys.iter().find(|key| key.text == label);
        let mut prefixed = keys.iter().filter(|key| key.text.starts_with(label));
        let found = match (exact, prefixed.next(), prefixed.next()) {
            (Some(key), _, _) | (None, Some(key), None) => key,
            (None, Some(_), Some(_)) => {
                return Err(format!("several buttons begin with {label:?}"));
            }
            (None, None, _) => {
                let labels: Vec<_> = keys.iter().map(|key| key.text.as_str()).collect();
                return Err(format!("no button {label:?} among {labels:?}"));
            }
        };
        found
            .callback_data
            .clone()
            .ok_or_else(|| format!("button {label:?} opens a link; it sends nothing to the bot"))
    }

    pub(crate) fn block(&mut self, user: i64, blocked: bool, now: DateTime<Utc>) {
        let Some(person) = self.people.get_mut(&user) else {
            return;
        };
        if person.blocked == blocked {
            return;
        }
        person.blocked = blocked;
        self.changes.push(Change::State);
        let (old, new) = if blocked {
            ("member", "kicked")
        } else {
            ("kicked", "member")
        };
        self.queue_bot_status(user, user, old, new, now);
    }

    /// The `my_chat_member` update: what the bot is in a chat has changed.
    pub(crate) fn queue_bot_status(
        &mut self,
        chat: i64,
        by: i64,
        old: &str,
        new: &str,
        now: DateTime<Utc>,
    ) {
        let Some(place) = self.chats.get(&chat) else {
            return;
        };
        let body = json!({
            "chat": self.chat_view(place),
            "from": self.user_view(by),
            "date": now.timestamp(),
            "old_chat_member": self.member_view(self.bot.id, old),
            "new_chat_member": self.member_view(self.bot.id, new),
        });
        self.queue
            .push("my_chat_member", chat, &body.to_string(), now);
    }

    pub(super) fn new_chat(
        &mut self,
        id: i64,
        kind: ChatKind,
        title: &str,
        bot: BotStatus,
    ) -> Chat {
        Chat {
            id,
            kind,
            title: title.to_owned(),
            forum: false,
            members: vec![id].into_iter().filter(|id| *id > 0).collect(),
            bot,
            topics: std::collections::BTreeMap::new(),
            migrated_to: None,
            next_message: 1,
            messages: std::collections::BTreeMap::new(),
            instance: self.random().to_string(),
        }
    }
}

pub(super) fn no_chat(chat: i64) -> String {
    format!("there is no chat {chat}; see /sandbox/state for those there are")
}

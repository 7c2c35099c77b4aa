//! Groups: made, joined and left by the bot, divided into topics, turned into supergroups.
//!
//! Knows: which service messages and updates each step leaves. Must not know: requests of the bot.

use chrono::{DateTime, Utc};

use super::message::{Body, Sender, Service, Stored};
use super::{BotStatus, Change, ChatKind, World};

impl World {
    /// A group; forums are always supergroups. The first member owns it. The bot is not in it yet.
    pub(crate) fn add_group(
        &mut self,
        title: &str,
        members: &[i64],
        forum: bool,
        now: DateTime<Utc>,
    ) -> i64 {
        let kind = if forum {
            ChatKind::Supergroup
        } else {
            ChatKind::Group
        };
        let id = self.next_group_id(kind);
        let mut chat = self.new_chat(id, kind, title, BotStatus::Never);
        chat.forum = forum;
        chat.members = members.to_vec();
        self.chats.insert(id, chat);
        if let Some(owner) = members.first() {
            self.serve(id, Sender::User(*owner), Service::Created, now);
        }
        self.changes.push(Change::State);
        id
    }

    fn next_group_id(&mut self, kind: ChatKind) -> i64 {
        let number = self.next_chat;
        self.next_chat += 1;
        if kind == ChatKind::Supergroup {
            -1_000_000_000_000 - 1_500_000_000 - number
        } else {
            -number
        }
    }

    pub(crate) fn add_member(&mut self, group: i64, user: i64, now: DateTime<Utc>) {
        let group = self.current_chat(group);
        let Some(chat) = self.chats.get_mut(&group) else {
            return;
        };
        if chat.members.contains(&user) {
            return;
        }
        chat.members.push(user);
        self.serve(group, Sender::User(user), Service::Joined(vec![user]), now);
        self.changes.push(Change::State);
    }

    /// The bot enters, leaves or is promoted; `by` is who did it.
    pub(crate) fn set_bot_status(
        &mut self,
        by: i64,
        group: i64,
        standing: BotStatus,
        now: DateTime<Utc>,
    ) {
        let group = self.current_chat(group);
        let bot = self.bot.id;
        let Some(chat) = self.chats.get_mut(&group) else {
            return;
        };
        let (kind, old) = (chat.kind, chat.bot);
        if old == standing {
            return;
        }
        chat.bot = standing;
        self.changes.push(Change::State);
        self.queue_bot_status(
            group,
            by,
            status_of(kind, old),
            status_of(kind, standing),
            now,
        );
        let was_in = matches!(old, BotStatus::Member | BotStatus::Admin);
        let is_in = matches!(standing, BotStatus::Member | BotStatus::Admin);
        match (was_in, is_in) {
            (false, true) => {
                self.serve(group, Sender::User(by), Service::Joined(vec![bot]), now);
            }
            (true, false) => {
                self.serve(group, Sender::User(by), Service::Left(bot), now);
            }
            _ => {}
        }
    }

    /// Posts a service message. The bot gets it as an update if it is in the chat, and its own leaving
    /// although it is out by then.
    fn serve(&mut self, chat: i64, from: Sender, service: Service, now: DateTime<Utc>) -> i64 {
        let heard = match &service {
            Service::Left(id) => *id == self.bot.id || self.bot_is_in(chat),
            _ => self.bot_is_in(chat),
        };
        let message = Stored::new(from, now.timestamp(), Body::Service(service));
        let id = self.post(chat, message);
        if heard {
            self.queue_message("message", chat, id, now);
        }
        id
    }

    pub(crate) fn bot_is_in(&self, chat: i64) -> bool {
        self.chats
            .get(&chat)
            .is_some_and(|c| matches!(c.bot, BotStatus::Member | BotStatus::Admin))
    }

    pub(crate) fn add_topic(
        &mut self,
        by: i64,
        group: i64,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<i64, String> {
        let group = self.current_chat(group);
        if !self.chats.get(&group).is_some_and(|chat| chat.forum) {
            return Err(format!("chat {group} is no forum; topics need one"));
        }
        let service = Service::TopicCreated(name.to_owned());
        let mut message = Stored::new(Sender::User(by), now.timestamp(), Body::Service(service));
        let id = self.chats.get(&group).map_or(1, |chat| chat.next_message);
        message.thread = Some(id);
        self.post(group, message);
        if let Some(chat) = self.chats.get_mut(&group) {
            chat.topics.insert(id, name.to_owned());
        }
        if self.bot_is_in(group) {
            self.queue_message("message", group, id, now);
        }
        self.changes.push(Change::State);
        Ok(id)
    }

    /// A basic group becomes a supergroup: a new id, a note in both, the old one answers with it.
    pub(crate) fn migrate(&mut self, group: i64, now: DateTime<Utc>) -> Result<i64, String> {
        let Some(old) = self.chats.get(&group) else {
            return Err(super::people::no_chat(group));
        };
        if old.kind != ChatKind::Group || old.migrated_to.is_some() {
            return Err(format!(
                "chat {group} is not a basic group; only those can migrate"
            ));
        }
        let (title, members, bot) = (old.title.clone(), old.members.clone(), old.bot);
        let owner = members.first().copied().unwrap_or(self.bot.id);
        let id = self.next_group_id(ChatKind::Supergroup);
        let mut chat = self.new_chat(id, ChatKind::Supergroup, &title, bot);
        chat.members = members;
        self.chats.insert(id, chat);
        self.serve(group, Sender::User(owner), Service::MigratedTo(id), now);
        self.serve(id, Sender::Group, Service::MigratedFrom(group), now);
        if let Some(old) = self.chats.get_mut(&group) {
            old.migrated_to = Some(id);
        }
        self.changes.push(Change::State);
        Ok(id)
    }

    /// What a person is in a group, in the Bot API's words.
    pub(crate) fn status(&self, chat: i64, user: i64) -> Option<&'static str> {
        let place = self.chats.get(&chat)?;
        if user == self.bot.id {
            return Some(status_of(place.kind, place.bot));
        }
        let known = self.people.contains_key(&user);
        let at = place.members.iter().position(|member| *member == user);
        match at {
            Some(0) if place.kind != ChatKind::Private => Some("creator"),
            Some(_) => Some("member"),
            None => known.then_some("left"),
        }
    }
}

fn status_of(kind: ChatKind, standing: BotStatus) -> &'static str {
    match (standing, kind) {
        (BotStatus::Never, _) | (BotStatus::Removed, ChatKind::Group | ChatKind::Private) => "left",
        (BotStatus::Removed, ChatKind::Supergroup) => "kicked",
        (BotStatus::Member, _) => "member",
        (BotStatus::Admin, _) => "administrator",
    }
}

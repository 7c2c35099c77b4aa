//! What can be seen of the world from outside: methods of [`Sandbox`].
//!
//! Knows: whom to ask what shows. Must not know: HTTP, and how anything is changed.

use crate::sandbox::Sandbox;
use crate::shown::{Message, shown};
use crate::world::Toast;
use crate::world::message::Sender;

impl Sandbox {
    /// Everyone with a phone: id and name, in the order of ids.
    pub fn users(&self) -> Vec<(i64, String)> {
        self.inner.read(|world| {
            let people = world.people.values();
            let mut all: Vec<_> = people.map(|p| (p.id, p.name.clone())).collect();
            all.sort_unstable();
            all
        })
    }

    /// Every group, a supergroup in place of the group it was: id and title, the oldest first.
    pub fn groups(&self) -> Vec<(i64, String)> {
        self.inner.read(|world| {
            let chats = world.chats.values();
            let groups = chats.filter(|c| c.id < 0 && c.migrated_to.is_none());
            let mut all: Vec<_> = groups.map(|c| (c.id, c.title.clone())).collect();
            all.sort_unstable_by(|a, b| b.cmp(a));
            all
        })
    }

    /// All messages of a chat as they are now, oldest first; of a group that became a supergroup, the
    /// supergroup's. Empty for an unknown chat.
    pub fn messages(&self, chat: i64) -> Vec<Message> {
        self.inner.read(|world| {
            let place = world.chats.get(&world.current_chat(chat));
            place.map_or_else(Vec::new, |place| {
                let all = place.messages.values();
                all.map(|stored| shown(world, place.id, stored)).collect()
            })
        })
    }

    /// The newest `count` messages of a chat, oldest first.
    pub fn recent(&self, chat: i64, count: usize) -> Vec<Message> {
        self.inner.read(|world| {
            let place = world.chats.get(&world.current_chat(chat));
            let newest = place.into_iter().flat_map(|place| {
                place
                    .messages
                    .values()
                    .rev()
                    .take(count)
                    .map(|stored| shown(world, place.id, stored))
            });
            let mut newest: Vec<Message> = newest.collect();
            newest.reverse();
            newest
        })
    }

    /// How many messages of the bot stand in all chats together.
    pub fn sent(&self) -> usize {
        self.inner.read(|world| {
            let all = world.chats.values().flat_map(|chat| chat.messages.values());
            all.filter(|stored| stored.from == Sender::Bot).count()
        })
    }

    /// One message as it is now; `None` if it never was or is deleted.
    pub fn message(&self, chat: i64, id: i64) -> Option<Message> {
        self.inner.read(|world| {
            let chat = world.current_chat(chat);
            world.message(chat, id).map(|m| shown(world, chat, m))
        })
    }

    /// The bot's answers to this person's taps, oldest first; the last 200 are kept.
    pub fn toasts(&self, user: i64) -> Vec<Toast> {
        self.inner.read(|world| {
            let person = world.people.get(&user);
            person.map_or_else(Vec::new, |person| person.toasts.iter().cloned().collect())
        })
    }

    /// The command menu that this person sees in this chat, their app being in `language`: command without
    /// its slash, and description. Chosen by
    /// [scope, then language](https://core.telegram.org/bots/api#determining-list-of-commands).
    pub fn commands(&self, chat: i64, user: i64, language: &str) -> Vec<(String, String)> {
        self.inner.read(|world| world.menu(chat, user, language))
    }

    /// How many updates a poll could still get: not confirmed and not expired.
    pub fn pending(&self) -> usize {
        let now = self.inner.now();
        self.inner.read(|world| world.queue.pending(now))
    }

    /// Ids of updates that were sent to the bot and not confirmed since.
    pub fn delivered_unconfirmed(&self) -> Vec<i64> {
        self.inner.read(|world| world.queue.delivered_unconfirmed())
    }
}

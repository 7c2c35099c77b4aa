//! What people do and see, as methods of [`Sandbox`]: the same verbs as the page's.
//!
//! Knows: acts, and whom to ask what shows for them. Must not know: HTTP.

use std::sync::atomic::Ordering;

use axum::body::Bytes;

use crate::api::files::inspect;
use crate::api::params::Upload;
use crate::control::events::Live;
use crate::faults::Fault;
use crate::world::files::FileInfo;
use crate::world::people::Saying;
use crate::world::{Standing, Toast};
use crate::{Inner, Phone, Sandbox, lock};

use self::shown::shown;
pub use self::shown::{Button, Message};

mod shown;

/// Something to write, with all that can be said about it.
#[derive(Clone, Debug, Default)]
pub struct Say {
    pub user: i64,
    /// The user's own id: the private chat with the bot.
    pub chat: i64,
    pub text: String,
    /// The topic of a forum.
    pub thread: Option<i64>,
    pub reply_to: Option<i64>,
    /// As the group, the way anonymous administrators write.
    pub anonymous: bool,
    /// Sent with it; the text is its caption then, and may be empty.
    pub file: Option<Attached>,
}

/// A file on a person's phone.
#[derive(Clone, Debug)]
pub struct Attached {
    pub name: String,
    pub bytes: Bytes,
    /// Sent as a picture rather than as a document.
    pub photo: bool,
}

/// A mistake in a test's or the demo's own script: better loud than a wrong story.
#[track_caller]
fn must<T>(result: Result<T, String>) -> T {
    match result {
        Ok(value) => value,
        Err(reason) => panic!("sandbox: {reason}"),
    }
}

impl Sandbox {
    /// A person with a phone; their id is also that of their private chat with the bot.
    pub fn add_user(&self, name: &str, language: &str) -> i64 {
        self.inner
            .act(|world, _| world.add_person(None, name, language))
    }

    /// As [`Sandbox::add_user`] with a chosen id; someone known (from a saved world) is renamed.
    pub fn add_user_with_id(&self, id: i64, name: &str, language: &str) {
        self.inner
            .act(|world, _| world.add_person(Some(id), name, language));
    }

    /// A group (a forum is a supergroup); the first member owns it. The bot is added separately.
    pub fn add_group(&self, title: &str, members: &[i64], forum: bool) -> i64 {
        self.inner
            .act(|world, now| world.add_group(title, members, forum, now))
    }

    /// Everyone with a phone: id and name, by id.
    pub fn users(&self) -> Vec<(i64, String)> {
        self.inner.read(|world| {
            let people = world.people.values();
            let mut all: Vec<_> = people.map(|p| (p.id, p.name.clone())).collect();
            all.sort_unstable();
            all
        })
    }

    /// Every group that has not become another: id and title. A saved world brings its groups.
    pub fn groups(&self) -> Vec<(i64, String)> {
        self.inner.read(|world| {
            let chats = world.chats.values();
            let groups = chats.filter(|c| c.id < 0 && c.migrated_to.is_none());
            let mut all: Vec<_> = groups.map(|c| (c.id, c.title.clone())).collect();
            all.sort_unstable_by(|a, b| b.cmp(a));
            all
        })
    }

    pub fn add_member(&self, group: i64, user: i64) {
        self.inner
            .act(|world, now| world.add_member(group, user, now));
    }

    /// A topic of a forum; its id is the `thread` of what is said there.
    ///
    /// # Panics
    /// The group is no forum.
    #[track_caller]
    pub fn add_topic(&self, by: i64, group: i64, name: &str) -> i64 {
        must(
            self.inner
                .act(|world, now| world.add_topic(by, group, name, now)),
        )
    }

    pub fn add_bot_to_group(&self, by: i64, group: i64) {
        self.set_standing(by, group, Standing::Member);
    }

    pub fn remove_bot_from_group(&self, by: i64, group: i64) {
        self.set_standing(by, group, Standing::Removed);
    }

    /// Makes the bot an administrator (it then reads everything) or a plain member again.
    pub fn promote_bot(&self, by: i64, group: i64, admin: bool) {
        let standing = if admin {
            Standing::Admin
        } else {
            Standing::Member
        };
        self.set_standing(by, group, standing);
    }

    fn set_standing(&self, by: i64, group: i64, standing: Standing) {
        self.inner
            .act(|world, now| world.set_standing(by, group, standing, now));
    }

    /// Writes a message and returns its id.
    ///
    /// # Panics
    /// There is no such person or chat, or the text is empty.
    #[track_caller]
    pub fn say(&self, user: i64, chat: i64, text: &str) -> i64 {
        self.say_with(Say {
            user,
            chat,
            text: text.to_owned(),
            ..Say::default()
        })
    }

    /// As [`Sandbox::say`], in a topic, as a reply or as the group.
    ///
    /// # Panics
    /// There is no such person, chat or topic, or the text is empty.
    #[track_caller]
    pub fn say_with(&self, say: Say) -> i64 {
        must(self.inner.say(&say))
    }

    /// Presses a button by its label (exact, else the only one that begins so); the tap's id.
    ///
    /// # Errors
    /// There is no such message or button.
    pub fn tap(&self, user: i64, chat: i64, message: i64, label: &str) -> Result<String, String> {
        self.inner.act(|world, now| {
            let data = world.find_button(chat, message, label)?;
            world.tap((user, chat, message), &data, now)
        })
    }

    /// A tap with any data, whether or not the message has such a button or still exists.
    ///
    /// # Panics
    /// There is no such person or chat.
    #[track_caller]
    pub fn tap_data(&self, user: i64, chat: i64, message: i64, data: &str) -> String {
        must(
            self.inner
                .act(|world, now| world.tap((user, chat, message), data, now)),
        )
    }

    pub fn block(&self, user: i64, blocked: bool) {
        self.inner.act(|world, now| world.block(user, blocked, now));
    }

    /// Deletes the person's account: who writes to it is told so.
    pub fn deactivate(&self, user: i64) {
        self.inner.act(|world, _| {
            if let Some(person) = world.people.get_mut(&user) {
                person.deactivated = true;
            }
        });
    }

    /// Turns a basic group into a supergroup and returns the new id.
    ///
    /// # Panics
    /// The chat is not a basic group.
    #[track_caller]
    pub fn migrate(&self, group: i64) -> i64 {
        must(self.inner.act(|world, now| world.migrate(group, now)))
    }

    /// The chat as it is now, oldest first; a group that migrated shows the supergroup's.
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

    /// One message, without reading the whole chat.
    pub fn message(&self, chat: i64, id: i64) -> Option<Message> {
        self.inner.read(|world| {
            let chat = world.current_chat(chat);
            world.message(chat, id).map(|m| shown(world, chat, m))
        })
    }

    /// Answers to this person's taps, oldest first (the last 200).
    pub fn toasts(&self, user: i64) -> Vec<Toast> {
        self.inner.read(|world| {
            let person = world.people.get(&user);
            person.map_or_else(Vec::new, |person| person.toasts.iter().cloned().collect())
        })
    }

    /// The command menu this person sees in this chat: command and description.
    pub fn commands(&self, chat: i64, user: i64, language: &str) -> Vec<(String, String)> {
        self.inner.read(|world| world.menu(chat, user, language))
    }

    /// Updates that are not confirmed and have not expired.
    pub fn pending(&self) -> usize {
        let now = self.inner.now();
        self.inner.read(|world| world.queue.pending(now))
    }

    /// Ids of updates that were sent to the bot and not confirmed since.
    pub fn delivered_unconfirmed(&self) -> Vec<i64> {
        self.inner.read(|world| world.queue.delivered_unconfirmed())
    }

    /// Delivers the last `count` confirmed updates once more, with the ids they had, before
    /// anything new; returns how many there are.
    pub fn replay(&self, count: usize) -> usize {
        self.inner.act(|world, _| world.queue.replay(count))
    }

    /// The next update gets this id; it may be smaller than those before (at most 2^31 − 2).
    pub fn jump_ids(&self, next: i64) {
        self.inner.act(|world, _| world.queue.jump(next));
    }

    pub fn fault(&self, fault: Fault) {
        self.inner.faults.add(fault);
        self.inner.tell(Live::state());
    }

    /// Ends all faults; requests that were held go on.
    pub fn clear_faults(&self) {
        self.inner.faults.set(Vec::new());
        self.inner.tell(Live::state());
    }

    /// Names the bot as its owner would at BotFather.
    pub fn name_bot(&self, name: &str) {
        self.inner.act(|world, _| {
            world.bot.names.insert(String::new(), name.to_owned());
        });
        self.inner.tell(Live::state());
    }

    /// Suggests a phone for the page to show, with the role of its owner ("Đoàn viên", …) and the
    /// payload that its Start button sends, if the owner was given an invite link.
    pub fn suggest_phone(&self, user: i64, chat: i64, role: &str, start: Option<&str>) {
        let (role, start) = (role.to_owned(), start.unwrap_or_default().to_owned());
        lock(&self.inner.phones).push(Phone {
            user,
            chat,
            role,
            start,
        });
        self.inner.tell(Live::state());
    }

    /// The name the page shows at its top.
    pub fn set_campaign(&self, name: &str) {
        *lock(&self.inner.campaign) = Some(name.to_owned());
        self.inner.tell(Live::state());
    }

    /// Tells open pages what time it is and whether the clock is being moved just now.
    pub fn clock(&self, busy: bool) {
        self.inner.set_clock(busy);
    }
}

/// What is known of a file that a person sends, and its bytes.
fn attached(file: &Attached) -> Result<(FileInfo, Bytes), String> {
    let upload = Upload {
        name: file.name.clone(),
        mime: None,
        bytes: file.bytes.clone(),
    };
    let info = inspect(&upload, file.photo).map_err(|refusal| refusal.description)?;
    Ok((info, upload.bytes))
}

impl Inner {
    pub(crate) fn say(&self, say: &Say) -> Result<i64, String> {
        let file = say.file.as_ref().map(attached).transpose()?;
        let saying = Saying {
            user: say.user,
            chat: say.chat,
            text: &say.text,
            thread: say.thread,
            reply_to: say.reply_to,
            anonymous: say.anonymous,
            file,
        };
        self.act(|world, now| world.say(saying, now))
    }

    pub(crate) fn set_clock(&self, busy: bool) {
        self.clock_busy.store(busy, Ordering::Release);
        self.tell(Live::clock(self.now(), busy));
    }
}

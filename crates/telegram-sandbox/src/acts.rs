//! What people do, and what happens to them: methods of [`Sandbox`], the same verbs as the page's.
//!
//! Knows: acts and their mistakes. Must not know: HTTP, how an act becomes updates.

use crate::events::PageEvent;
use crate::faults::Fault;
use crate::inner::Phone;
use crate::lock::lock;
use crate::sandbox::Sandbox;
use crate::say::Say;
use crate::world::BotStatus;

/// Panics where the caller's own script is wrong (an unknown person, an empty text): a test that went
/// on would fail later and elsewhere.
#[track_caller]
fn or_panic<T>(result: Result<T, String>) -> T {
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
        or_panic(
            self.inner
                .act(|world, now| world.add_topic(by, group, name, now)),
        )
    }

    pub fn add_bot_to_group(&self, by: i64, group: i64) {
        self.set_bot_status(by, group, BotStatus::Member);
    }

    pub fn remove_bot_from_group(&self, by: i64, group: i64) {
        self.set_bot_status(by, group, BotStatus::Removed);
    }

    /// Makes the bot an administrator (it then reads everything) or a plain member again.
    pub fn promote_bot(&self, by: i64, group: i64, admin: bool) {
        let standing = if admin {
            BotStatus::Admin
        } else {
            BotStatus::Member
        };
        self.set_bot_status(by, group, standing);
    }

    fn set_bot_status(&self, by: i64, group: i64, standing: BotStatus) {
        self.inner
            .act(|world, now| world.set_bot_status(by, group, standing, now));
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
        or_panic(self.inner.say(&say))
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
        or_panic(
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
        or_panic(self.inner.act(|world, now| world.migrate(group, now)))
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
        self.inner.publish(PageEvent::state());
    }

    /// Ends all faults; requests that were held go on.
    pub fn clear_faults(&self) {
        self.inner.faults.set(Vec::new());
        self.inner.publish(PageEvent::state());
    }

    /// Names the bot as its owner would at BotFather.
    pub fn name_bot(&self, name: &str) {
        self.inner.act(|world, _| {
            world.bot.names.insert(String::new(), name.to_owned());
        });
        self.inner.publish(PageEvent::state());
    }

    /// Suggests a phone for the page to show, with the role of its owner ("Customer", …) and the
    /// payload that its Start button sends, if the owner was given an invite link.
    pub fn suggest_phone(&self, user: i64, chat: i64, role: &str, start: Option<&str>) {
        let (role, start) = (role.to_owned(), start.unwrap_or_default().to_owned());
        lock(&self.inner.phones).push(Phone {
            user,
            chat,
            role,
            start,
        });
        self.inner.publish(PageEvent::state());
    }

    /// Tells open pages what time it is and whether the clock is being moved just now.
    pub fn clock(&self, busy: bool) {
        self.inner.set_clock(busy);
    }
}

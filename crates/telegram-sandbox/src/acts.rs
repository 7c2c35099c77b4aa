//! What people do, and what happens to them: methods of [`Sandbox`], the same verbs as the page's.
//!
//! Knows: acts and their mistakes. Must not know: HTTP, how an act becomes updates.

use crate::events::PageEvent;
use crate::faults::Fault;
use crate::inner::Phone;
use crate::lock::lock;
use crate::options::Label;
use crate::sandbox::Sandbox;
use crate::say::Say;
use crate::tour::Step;
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
    /// Adds a person with a phone and returns their id, which is also the id of their private chat with
    /// the bot.
    ///
    /// `language` is the `language_code` of their app, such as `"en"`; empty: the bot is told none. They
    /// have not started the bot yet, so it cannot write to them before they write to it.
    pub fn add_user(&self, name: &str, language: &str) -> i64 {
        self.inner
            .act(|world, _| world.add_person(None, name, language))
    }

    /// As [`Sandbox::add_user`], with a chosen id (greater than 0). Somebody who is known already, from a
    /// saved world, gets the new name and language and keeps all else.
    pub fn add_user_with_id(&self, id: i64, name: &str, language: &str) {
        self.inner
            .act(|world, _| world.add_person(Some(id), name, language));
    }

    /// Adds a group and returns its id, which is negative. The first member owns it; the bot is not in it
    /// (see [`Sandbox::add_bot_to_group`]). A forum is a supergroup with topics, everything else a basic
    /// group, which [`Sandbox::migrate`] turns into a supergroup.
    pub fn add_group(&self, title: &str, members: &[i64], forum: bool) -> i64 {
        self.inner
            .act(|world, now| world.add_group(title, members, forum, now))
    }

    /// Lets a person join a group. Nothing happens in an unknown group, or if they are in it already.
    pub fn add_member(&self, group: i64, user: i64) {
        self.inner
            .act(|world, now| world.add_member(group, user, now));
    }

    /// Adds a topic to a forum and returns its id: the `thread` of what is said there, the bot's
    /// [`message_thread_id`](https://core.telegram.org/bots/api#message).
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

    /// Adds the bot as a plain member. It gets
    /// [`my_chat_member`](https://core.telegram.org/bots/api#chatmemberupdated) and a service message, as
    /// after each of these three; `by` is who did it. Nothing happens if it is one already.
    pub fn add_bot_to_group(&self, by: i64, group: i64) {
        self.set_bot_status(by, group, BotStatus::Member);
    }

    /// Removes the bot: what it sends to the group from now on is refused with 403.
    pub fn remove_bot_from_group(&self, by: i64, group: i64) {
        self.set_bot_status(by, group, BotStatus::Removed);
    }

    /// Makes the bot an administrator or a plain member again. An administrator reads everything; a member
    /// only commands and replies, by
    /// [privacy mode](https://core.telegram.org/bots/features#privacy-mode).
    pub fn promote_bot(&self, by: i64, group: i64, admin: bool) {
        let status = if admin {
            BotStatus::Admin
        } else {
            BotStatus::Member
        };
        self.set_bot_status(by, group, status);
    }

    fn set_bot_status(&self, by: i64, group: i64, status: BotStatus) {
        self.inner
            .act(|world, now| world.set_bot_status(by, group, status, now));
    }

    /// Writes a message and returns its id. A person's first message to the bot starts it, and one to a
    /// blocked bot unblocks it.
    ///
    /// # Panics
    /// There is no such person or chat, they are not in it, or the text is empty or longer than 4096
    /// characters.
    #[track_caller]
    pub fn say(&self, user: i64, chat: i64, text: &str) -> i64 {
        self.say_with(Say {
            user,
            chat,
            text: text.to_owned(),
            ..Say::default()
        })
    }

    /// As [`Sandbox::say`], with a file, in a topic, as a reply or as the group.
    ///
    /// # Panics
    /// There is no such person, chat, topic or message to reply to; the text is empty without a file, or
    /// longer than 4096 characters (1024 with a file); the file is empty or too large for Telegram.
    #[track_caller]
    pub fn say_with(&self, say: Say) -> i64 {
        or_panic(self.inner.say(&say))
    }

    /// Presses an inline button by its label, exact or else the only one that begins so. Returns the id of
    /// the tap ([`CallbackQuery`](https://core.telegram.org/bots/api#callbackquery)): the answer to it is
    /// the [`Toast`](crate::Toast) with this id.
    ///
    /// # Errors
    /// There is no such person, message or button, or the button opens a link; the text says which.
    pub fn tap(&self, user: i64, chat: i64, message: i64, label: &str) -> Result<String, String> {
        self.inner.act(|world, now| {
            let data = world.find_button(chat, message, label)?;
            world.tap((user, chat, message), &data, now)
        })
    }

    /// A tap with any data, whether or not the message has such a button or still exists: a phone may show
    /// a message as it was, and a forged app may send anything. Returns the tap's id.
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

    /// Blocks or unblocks the bot: it gets `my_chat_member`, and while it is blocked, what it sends is
    /// refused with 403. Nothing happens for an unknown person.
    pub fn block(&self, user: i64, blocked: bool) {
        self.inner.act(|world, now| world.block(user, blocked, now));
    }

    /// Deletes the person's account. The bot hears nothing of it until what it sends is refused with 403.
    pub fn deactivate(&self, user: i64) {
        self.inner.act(|world, _| {
            if let Some(person) = world.people.get_mut(&user) {
                person.deactivated = true;
            }
        });
    }

    /// Turns a basic group into a supergroup and returns the new id. Calls with the old one are refused with
    /// [`migrate_to_chat_id`](https://core.telegram.org/bots/api#responseparameters).
    ///
    /// # Panics
    /// The chat is not a basic group.
    #[track_caller]
    pub fn migrate(&self, group: i64) -> i64 {
        or_panic(self.inner.act(|world, now| world.migrate(group, now)))
    }

    /// Delivers the last `count` confirmed updates once more, with the ids they had, before anything new:
    /// what a bot must bear if a confirmation was lost. Returns how many there are; 10 000 are remembered.
    pub fn replay(&self, count: usize) -> usize {
        self.inner.act(|world, _| world.queue.replay(count))
    }

    /// The next update gets this id, at most 2³¹ − 2; it may be smaller than those before. After a week
    /// without updates Telegram
    /// [chooses the next id at random](https://core.telegram.org/bots/api#update).
    pub fn jump_ids(&self, next: i64) {
        self.inner.act(|world, _| world.queue.jump(next));
    }

    /// Switches a fault on, behind those that are on already: the first that fits a request happens to it.
    pub fn fault(&self, fault: Fault) {
        self.inner.faults.add(fault);
        self.inner.publish(PageEvent::state());
    }

    /// Ends all faults; requests that were held go on.
    pub fn clear_faults(&self) {
        self.inner.faults.set(Vec::new());
        self.inner.publish(PageEvent::state());
    }

    /// Names the bot, as its owner would at BotFather. Until then it is called by its username.
    pub fn name_bot(&self, name: &str) {
        self.inner.act(|world, _| {
            world.bot.names.insert(String::new(), name.to_owned());
        });
        self.inner.publish(PageEvent::state());
    }

    /// Suggests a phone for the page to show: whose, with which chat open. `role` is shown beside the name
    /// ("Customer"); `start` is the payload of the link the person was given, which the Start button sends
    /// ([deep linking](https://core.telegram.org/bots/features#deep-linking)). Without a suggestion the page
    /// shows the first four people. Not saved with the world.
    pub fn suggest_phone(&self, user: i64, chat: i64, role: Label, start: Option<&str>) {
        let start = start.unwrap_or_default().to_owned();
        lock(&self.inner.phones).push(Phone {
            user,
            chat,
            role,
            start,
        });
        self.inner.publish(PageEvent::state());
    }

    /// Offers a tour to whoever opens the page: it begins by itself on their first visit. Not saved with the world.
    pub fn offer_tour(&self, steps: Vec<Step>) {
        *lock(&self.inner.tour) = steps;
        self.inner.publish(PageEvent::state());
    }

    /// Tells open pages what time it is now, and whether the clock is being moved: their buttons wait while
    /// it is. Call it after moving the clock behind [`Options::now`](crate::Options::now).
    pub fn clock(&self, busy: bool) {
        self.inner.set_clock(busy);
    }
}

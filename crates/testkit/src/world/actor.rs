//! People of a test: they write, tap and read, as one does on a phone.
//!
//! `says` and `taps` wait until the bot has answered; `types` and `presses` do not.

use telegram_sandbox::{Message, Say};

use super::{OFFICER, World, glance, show};

/// Somebody with a phone.
#[derive(Clone)]
pub struct Actor {
    world: World,
    id: i64,
}

impl Actor {
    pub(super) fn new(world: &World, id: i64) -> Actor {
        Actor {
            world: world.clone(),
            id,
        }
    }

    /// The person's number; also that of their chat with the bot.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Writes to the bot, and waits until it has done what follows.
    pub async fn says(&self, text: &str) {
        self.types(text);
        self.world.settles().await;
    }

    /// Taps the newest button that begins so, and waits until the bot has done what follows.
    pub async fn taps(&self, label: &str) {
        self.presses(label);
        self.world.settles().await;
    }

    /// Writes to the bot.
    pub fn types(&self, text: &str) {
        self.world.note_said(text);
        self.world.sandbox().say(self.id, self.id, text);
    }

    /// Taps the newest button that begins so.
    pub fn presses(&self, label: &str) {
        self.presses_in(self.id, label);
    }

    /// Taps in a group.
    pub async fn taps_in(&self, group: &Group, label: &str) {
        self.presses_in(group.id(), label);
        self.world.settles().await;
    }

    fn presses_in(&self, chat: i64, label: &str) {
        let messages = self.world.sandbox().messages(chat);
        let offers = |message: &&Message| {
            let mut keys = message.keyboard.iter().flatten();
            keys.any(|key| key.text.starts_with(label))
        };
        let Some(message) = messages.iter().rev().find(offers) else {
            panic!("no button {label:?} in:\n{}", show(&messages));
        };
        self.world
            .sandbox()
            .tap(self.id, chat, message.id, label)
            .expect("the button that was found");
    }

    /// Sends what a button would, forged or long gone.
    pub async fn forges(&self, data: &str) {
        let newest = self.messages().last().map_or(1, |message| message.id);
        self.world
            .sandbox()
            .tap_data(self.id, self.id, newest, data);
        self.world.settles().await;
    }

    /// Ticks these parts of the consent and agrees.
    pub async fn agrees_to(&self, parts: &[u8]) {
        for part in parts {
            self.taps(&format!("☐ {part}")).await;
        }
        let newest = self.messages().pop().expect("an invitation");
        let last_row = newest.keyboard.last().expect("buttons");
        self.taps(&last_row.first().expect("a button").text).await;
    }

    /// Opens a unit's invite link and agrees to everything.
    pub async fn joins(&self, code: &str) {
        self.says(&format!("/start {}", self.world.invite(code)))
            .await;
        self.agrees_to(&[1, 2, 3]).await;
    }

    /// Messages of the chat with the bot, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        self.world.sandbox().messages(self.id)
    }

    /// The chat with the bot as the phone shows it.
    pub fn reads(&self) -> String {
        self.world.without_invites(show(&self.messages()))
    }

    /// The newest bubbles of it.
    pub fn reads_last(&self, count: usize) -> String {
        let newest = self.world.sandbox().recent(self.id, count);
        self.world.without_invites(show(&newest))
    }

    /// The whole chat at a glance: the first line of each bubble, and the buttons.
    pub fn glances(&self) -> String {
        self.world.without_invites(glance(&self.messages()))
    }

    /// The newest bubbles at a glance.
    pub fn glances_last(&self, count: usize) -> String {
        let newest = self.world.sandbox().recent(self.id, count);
        self.world.without_invites(glance(&newest))
    }

    /// What the last tap was answered with.
    pub fn toast(&self) -> String {
        let toasts = self.world.sandbox().toasts(self.id);
        toasts
            .last()
            .map_or(String::new(), |last| last.text.clone())
    }

    /// How many taps were answered.
    pub fn toasts(&self) -> usize {
        self.world.sandbox().toasts(self.id).len()
    }

    /// Writes in a group, and waits until the bot has done what follows.
    pub async fn says_in(&self, group: &Group, text: &str) {
        self.says_with(Say {
            chat: group.id(),
            text: text.to_owned(),
            ..Say::default()
        })
        .await;
    }

    /// As [`Actor::says_in`], in a topic or as the group.
    pub async fn says_with(&self, say: Say) {
        match &say.file {
            Some(file) => self.world.note_said(&file.name),
            None => self.world.note_said(&say.text),
        }
        let user = self.id;
        self.world.sandbox().say_with(Say { user, ..say });
        self.world.settles().await;
    }
}

/// A group's chat.
#[derive(Clone)]
pub struct Group {
    world: World,
    id: i64,
}

impl Group {
    pub(super) fn new(world: &World, id: i64) -> Group {
        Group {
            world: world.clone(),
            id,
        }
    }

    pub fn id(&self) -> i64 {
        self.id
    }

    pub fn messages(&self) -> Vec<Message> {
        self.world.sandbox().messages(self.id)
    }

    /// The newest bubbles as the members' phones show them.
    pub fn reads_last(&self, count: usize) -> String {
        show(&self.world.sandbox().recent(self.id, count))
    }

    /// The newest bubbles at a glance.
    pub fn glances_last(&self, count: usize) -> String {
        glance(&self.world.sandbox().recent(self.id, count))
    }
}

impl World {
    /// Somebody with a phone whose app is in that language.
    pub fn person(&self, name: &str, language: &str) -> Actor {
        let count = i64::try_from(self.inner.people.borrow().len()).expect("few people");
        // Far apart, and of no other kind of number's size: a mix-up of ids cannot go unseen.
        self.person_with_id(5_100_000_000 + 1_000_003 * count, name, language)
    }

    pub(super) fn person_with_id(&self, id: i64, name: &str, language: &str) -> Actor {
        self.sandbox().add_user_with_id(id, name, language);
        self.inner.people.borrow_mut().insert(id, name.to_owned());
        Actor::new(self, id)
    }

    /// So many colleagues who have joined a unit; each step is taken by all of them at once.
    pub async fn crowd(&self, count: usize, code: &str) -> Vec<Actor> {
        let name = |number| format!("Người thứ {number} của {code}");
        let people: Vec<Actor> = (1..=count).map(|n| self.person(&name(n), "vi")).collect();
        let start = format!("/start {}", self.invite(code));
        people.iter().for_each(|one| one.types(&start));
        self.settles().await;
        for label in ["☐ 1", "☐ 2", "☐ 3", "Đồng ý"] {
            self.all_tap(&people, label).await;
        }
        people
    }

    /// Everybody taps their newest button that begins so.
    pub async fn all_tap(&self, people: &[Actor], label: &str) {
        people.iter().for_each(|one| one.presses(label));
        self.settles().await;
    }

    /// The phone's language is changed.
    pub fn speaks(&self, one: &Actor, language: &str) {
        let name = self.inner.people.borrow().get(&one.id()).cloned();
        let name = name.expect("somebody of this world");
        self.sandbox().add_user_with_id(one.id(), &name, language);
    }

    /// The owner of the root unit.
    pub fn officer(&self) -> Actor {
        Actor::new(self, OFFICER)
    }

    /// A group with these people and the bot in it; the first owns it.
    pub fn group(&self, title: &str, people: &[&Actor], forum: bool) -> Group {
        let ids: Vec<i64> = people.iter().map(|actor| actor.id()).collect();
        let id = self.sandbox().add_group(title, &ids, forum);
        let owner = *ids.first().expect("a group has people");
        self.sandbox().add_bot_to_group(owner, id);
        self.inner.people.borrow_mut().insert(id, title.to_owned());
        Group::new(self, id)
    }

    fn note_said(&self, text: &str) {
        // Commands are the bot's own words; what stands behind them is the person's.
        let words = if text.starts_with('/') {
            text.split_once(' ').map_or("", |(_, rest)| rest)
        } else {
            text
        };
        if words.chars().count() > 4 {
            self.inner.said.borrow_mut().push(words.to_owned());
        }
    }

    /// A link's payload is random; a transcript shows whose it is instead.
    fn without_invites(&self, mut text: String) -> String {
        for unit in &self.inner.units {
            text = text.replace(&unit.start, &format!("‹{}›", unit.code));
        }
        text
    }
}

//! The world of the sandbox: people, chats, messages, the bot and the updates that wait for it.
//!
//! Knows: plain facts and how one act changes them. Must not know: HTTP, JSON bodies of requests,
//! the clock (every act takes `now`), real time, faults, or the bot under test.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use self::message::Stored;
use self::queue::Queue;
use self::webhook::Webhook;

pub(crate) mod chats;
pub(crate) mod commands;
pub(crate) mod files;
pub(crate) mod message;
pub(crate) mod people;
pub(crate) mod queue;
mod shared;
pub(crate) mod view;
pub(crate) mod webhook;

/// How many answers to taps a person's phone remembers.
const TOASTS_KEPT_MAX: usize = 200;
/// The account Telegram shows for administrators who write as their group.
pub(crate) const ANONYMOUS_ID: i64 = 1_087_968_824;

/// A person with a phone. Their private chat with the bot has their own id.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) language: String,
    /// Whether the person has ever written: before that the bot may not write to them.
    pub(crate) started: bool,
    pub(crate) blocked: bool,
    /// The account was deleted. The bot is told only when it writes to it.
    #[serde(default)]
    pub(crate) deactivated: bool,
    pub(crate) toasts: VecDeque<Toast>,
}

/// What the bot answered to a tap, as it appears over the chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toast {
    /// Id of the tap (callback query) this answers.
    pub query: String,
    /// Text of the answer; empty when the bot only stopped the spinner.
    pub text: String,
    /// Shown as a dialog to be dismissed, not as a passing line.
    pub alert: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ChatKind {
    Private,
    Group,
    Supergroup,
}

/// Whether the bot is in a chat; `Never` is a chat it has not seen at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum BotStatus {
    Never,
    Member,
    Admin,
    Removed,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    pub(crate) kind: ChatKind,
    pub(crate) title: String,
    pub(crate) forum: bool,
    /// The first member owns the group.
    pub(crate) members: Vec<i64>,
    pub(crate) bot: BotStatus,
    pub(crate) topics: BTreeMap<i64, String>,
    pub(crate) migrated_to: Option<i64>,
    /// Supergroups count their own messages; all other chats share one counter.
    pub(crate) next_message: i64,
    #[serde(with = "shared::map")]
    pub(crate) messages: BTreeMap<i64, Arc<Stored>>,
    /// `chat_instance` of taps: one opaque value a chat.
    pub(crate) instance: String,
}

/// A tap that the bot may still answer.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Query {
    pub(crate) user: i64,
    pub(crate) at: i64,
}

/// What an act has changed, for open pages: chat and message, or person.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Message(i64, i64),
    Edit(i64, i64),
    Delete(i64, i64),
    Toast(i64, Toast),
    Typing(i64),
    State,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct BotSelf {
    pub(crate) id: i64,
    pub(crate) username: String,
    /// Names, descriptions and short descriptions by language code; "" is the default.
    pub(crate) names: BTreeMap<String, String>,
    pub(crate) descriptions: BTreeMap<String, String>,
    pub(crate) short_descriptions: BTreeMap<String, String>,
    pub(crate) commands: BTreeMap<String, Vec<(String, String)>>,
    #[serde(default)]
    pub(crate) settings: BotSettings,
}

/// What the bot's owner sets at BotFather, or the bot by `setMySettings`.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct BotSettings {
    pub(crate) can_join_groups: bool,
    pub(crate) can_read_all_group_messages: bool,
    pub(crate) supports_inline_queries: bool,
}

impl Default for BotSettings {
    fn default() -> BotSettings {
        BotSettings {
            can_join_groups: true,
            can_read_all_group_messages: false,
            supports_inline_queries: false,
        }
    }
}

/// How far `skip_ahead` jumps: more updates or messages than arise between two saves.
const SKIP: i64 = 10_000;

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct World {
    pub(crate) bot: BotSelf,
    pub(crate) people: HashMap<i64, Person>,
    pub(crate) chats: HashMap<i64, Chat>,
    pub(crate) queue: Queue,
    /// Where updates are delivered to, if they are not polled.
    #[serde(default)]
    pub(crate) webhook: Option<Webhook>,
    /// Grows whenever that changes.
    #[serde(skip)]
    pub(crate) hooks: u64,
    pub(crate) files: HashMap<String, files::FileInfo>,
    queries: HashMap<String, Query>,
    queries_by_age: VecDeque<(i64, String)>,
    next_message: i64,
    next_user: i64,
    next_chat: i64,
    chance: u64,
    /// Not saved: taken by `Inner::act` after each act.
    #[serde(skip)]
    pub(crate) changes: Vec<Change>,
    /// Bytes of files that were just registered; `Inner::act` takes them away.
    #[serde(skip)]
    pub(crate) new_files: Vec<(String, bytes::Bytes)>,
}

impl World {
    pub(crate) fn new(bot_id: i64, username: &str, seed: u64) -> World {
        let mut world = World {
            bot: BotSelf {
                id: bot_id,
                username: username.to_owned(),
                names: BTreeMap::new(),
                descriptions: BTreeMap::new(),
                short_descriptions: BTreeMap::new(),
                commands: BTreeMap::new(),
                settings: BotSettings::default(),
            },
            people: HashMap::new(),
            chats: HashMap::new(),
            queue: Queue::default(),
            webhook: None,
            hooks: 0,
            files: HashMap::new(),
            queries: HashMap::new(),
            queries_by_age: VecDeque::new(),
            next_message: 1,
            next_user: 500_000_001,
            next_chat: 4_000_001,
            chance: seed,
            changes: Vec::new(),
            new_files: Vec::new(),
        };
        // As with Telegram, some large number: no bot may rely on the first id being 1.
        let first = 100_000_000 + i64::from(u16::try_from(world.random() >> 48).unwrap_or(0));
        world.queue = Queue::starting_at(first);
        world
    }

    /// The next number of a splitmix64 sequence: ids that look random, the same for the same seed.
    pub(crate) fn random(&mut self) -> u64 {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.chance;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn bot_name(&self) -> &str {
        self.bot
            .names
            .get("")
            .filter(|name| !name.is_empty())
            .unwrap_or(&self.bot.username)
    }

    /// The chat itself, following a group to the supergroup it became.
    pub(crate) fn current_chat(&self, chat: i64) -> i64 {
        self.chats
            .get(&chat)
            .and_then(|c| c.migrated_to)
            .unwrap_or(chat)
    }

    pub(crate) fn message(&self, chat: i64, id: i64) -> Option<&Arc<Stored>> {
        self.chats.get(&chat)?.messages.get(&id)
    }

    /// Goes on behind every number that may have been given after the last save. Who is killed before a
    /// save must not give the same id to another message or update: Telegram never does, and a bot that
    /// remembers ids would take the new one for done.
    pub(crate) fn skip_ahead(&mut self) {
        self.queue.jump(self.queue.next() + SKIP);
        self.next_message += SKIP;
        for place in self.chats.values_mut() {
            place.next_message += SKIP;
        }
    }

    /// Has updates delivered there from now on, or wait to be polled.
    pub(crate) fn hook(&mut self, webhook: Option<Webhook>) {
        self.webhook = webhook;
        self.hooks += 1;
    }

    /// A delivery has failed.
    pub(crate) fn delivery_failed(&mut self, at: i64, error: &str) {
        if let Some(hook) = &mut self.webhook {
            hook.error = Some((at, error.to_owned()));
        }
    }

    /// Puts a message into a chat and gives it its number.
    pub(crate) fn post(&mut self, chat: i64, mut message: Stored) -> i64 {
        let Some(place) = self.chats.get_mut(&chat) else {
            return 0;
        };
        let counter = if place.kind == ChatKind::Supergroup {
            &mut place.next_message
        } else {
            &mut self.next_message
        };
        let id = *counter;
        *counter += 1;
        message.id = id;
        place.messages.insert(id, Arc::new(message));
        self.changes.push(Change::Message(chat, id));
        id
    }

    /// Removes a message; false when there is none.
    pub(crate) fn remove(&mut self, chat: i64, id: i64) -> bool {
        let gone = self
            .chats
            .get_mut(&chat)
            .and_then(|place| place.messages.remove(&id))
            .is_some();
        if gone {
            self.changes.push(Change::Delete(chat, id));
        }
        gone
    }

    /// Registers a file and gives it its ids.
    pub(crate) fn add_file(&mut self, mut info: files::FileInfo) -> String {
        let kind = if info.photo {
            "AgACAgUAAxk"
        } else {
            "BQACAgUAAxk"
        };
        info.id = format!("{kind}{:016x}", self.random());
        info.unique_id = format!("AQAD{:012x}", self.random() >> 16);
        let id = info.id.clone();
        self.files.insert(id.clone(), info);
        id
    }

    pub(crate) fn toast(&mut self, user: i64, toast: Toast) {
        if let Some(person) = self.people.get_mut(&user) {
            if person.toasts.len() >= TOASTS_KEPT_MAX {
                person.toasts.pop_front();
            }
            person.toasts.push_back(toast.clone());
        }
        self.changes.push(Change::Toast(user, toast));
    }

    pub(crate) fn remember_query(&mut self, user: i64, now: DateTime<Utc>) -> String {
        let at = now.timestamp();
        while let Some((age, id)) = self.queries_by_age.front() {
            if at.saturating_sub(*age) <= queue::TAP_LIFE_S {
                break;
            }
            self.queries.remove(id);
            self.queries_by_age.pop_front();
        }
        let id = self.random().to_string();
        self.queries.insert(id.clone(), Query { user, at });
        self.queries_by_age.push_back((at, id.clone()));
        id
    }

    /// Takes the tap to answer it: a tap is answered once and within its life.
    pub(crate) fn take_query(&mut self, id: &str, now: DateTime<Utc>) -> Option<Query> {
        let query = self.queries.remove(id)?;
        let age = now.timestamp().saturating_sub(query.at);
        (age <= queue::TAP_LIFE_S).then_some(query)
    }
}

//! The post: carries calls to the phones and keeps what each phone shows.
//!
//! Knows what the messenger accepts and how a chat looks. Must not know what anything means.

use nhip::outgoing::Reason;
use std::collections::{HashMap, HashSet, VecDeque};

use chrono::{DateTime, Utc};
use nhip::outgoing::{Call, Claimed, FileContent, Keyboard, Lane, MenuScope, Outcome};
use nhip::types::{ChatId, MessageId};
use serde_json::json;

/// What the messenger takes: letters of a message and of the words below a file, marked places in them, buttons.
const MESSAGE_MAX: usize = 4096;
const CAPTION_MAX: usize = 1024;
const ENTITIES_MAX: usize = 100;
const BUTTONS_MAX: usize = 100;
const ROW_BUTTONS_MAX: usize = 8;
const MARKUP_BYTES_MAX: usize = 10_240;

/// One line of a chat.
#[derive(Debug, Clone)]
pub enum Entry {
    /// A person wrote.
    IncomingMessage(String),
    /// The bot wrote; edited in place.
    Message(Message),
    /// A toast or a box over the chat.
    Toast(String),
    /// A document: its name and its text.
    File(String, String),
}

#[derive(Debug, Clone)]
pub struct Message {
    pub id: i32,
    /// As a person reads it.
    pub text: String,
    /// As it was sent, with its markup.
    pub html: String,
    pub keyboard: Keyboard,
    pub thread: Option<i32>,
    pub reply_to: Option<i32>,
}

#[derive(Debug, Default)]
pub struct Post {
    chats: HashMap<i64, Vec<Entry>>,
    last_message: HashMap<i64, i32>,
    queries: HashMap<String, i64>,
    /// What the newest tap of each chat was answered with; nothing, if silently.
    toasts: HashMap<i64, String>,
    /// Who has blocked the bot, and groups that shut it out.
    pub blocked: HashSet<i64>,
    /// Groups that have another id now.
    pub moved: HashMap<i64, i64>,
    /// What becomes of the next messages and edits, whatever they are.
    pub fate: VecDeque<Outcome>,
    /// What becomes of the next calls of broadcasts.
    pub bulk_fate: VecDeque<Outcome>,
    /// Documents that people have sent, by the name by which they are fetched.
    pub sent: HashMap<String, Vec<u8>>,
    /// The newest document that the bot has sent, as it is.
    pub newest_file: Vec<u8>,
    /// How many menus were set or taken back.
    pub menus: usize,
    /// The commands in the menu of an officer's private chat, where the app is not English.
    pub officer_menus: HashMap<i64, Vec<String>>,
    /// Pictures and files that were sent to anybody, as they were made: SVG, XLSX, DOCX.
    pub made: Vec<Vec<u8>>,
}

impl Post {
    pub fn carry(&mut self, row: &Claimed, now: DateTime<Utc>) -> Outcome {
        if now >= row.expires_at {
            return Outcome::Expired;
        }
        let chat = match &row.call {
            Call::Send { chat, .. }
            | Call::Edit { chat, .. }
            | Call::File { chat, .. }
            | Call::Delete { chat, .. } => chat.0,
            Call::Fetch { file, .. } => {
                let bytes = self.sent.get(file).cloned();
                let reason = Reason::NoSuchFile;
                return bytes.map_or(Outcome::Rejected { reason }, Outcome::Fetched);
            }
            Call::Toast { query, text, .. } => return self.toast(query, text.as_deref()),
            Call::Menu {
                scope,
                language,
                commands,
            } => {
                self.menus += 1;
                if let (MenuScope::Officer(chat), None) = (scope, language) {
                    let names = commands.iter().map(|(name, _)| name.clone()).collect();
                    self.officer_menus.insert(chat.0, names);
                }
                return Outcome::Sent(None);
            }
            Call::BotSettings => return Outcome::Sent(None),
        };
        if let Some(outcome) = self.fate.pop_front() {
            return outcome;
        }
        if row.lane == Lane::Bulk
            && let Some(outcome) = self.bulk_fate.pop_front()
        {
            return outcome;
        }
        if let Some(to) = self.moved.get(&chat) {
            return Outcome::Moved(ChatId(*to));
        }
        if self.blocked.contains(&chat) {
            return Outcome::Unreachable {
                reason: Reason::Blocked,
            };
        }
        match row.call.clone() {
            Call::Send {
                thread,
                text,
                keyboard,
                reply_to,
                ..
            } => {
                accepts(&text, &keyboard, MESSAGE_MAX);
                let message = Message {
                    id: self.next_id(chat),
                    text: plain(&text),
                    html: text,
                    keyboard,
                    thread: thread.map(|thread| thread.0),
                    reply_to: reply_to.map(|to| to.0),
                };
                self.show(chat, message)
            }
            Call::Edit {
                message,
                text,
                keyboard,
                ..
            } => {
                accepts(&text, &keyboard, MESSAGE_MAX);
                self.edit(chat, message.0, text, keyboard)
            }
            Call::Delete { message, .. } => {
                self.chat(chat).retain(
                    |entry| !matches!(entry, Entry::Message(shown) if shown.id == message.0),
                );
                Outcome::Sent(None)
            }
            Call::File {
                content: FileContent::Drawing { svg, .. },
                caption,
                keyboard,
                ..
            } => {
                accepts(&caption, &keyboard, CAPTION_MAX);
                self.made.push(svg.into_bytes());
                if keyboard.is_empty() {
                    return Outcome::Sent(None);
                }
                let message = Message {
                    id: self.next_id(chat),
                    text: plain(&caption),
                    html: caption,
                    keyboard,
                    thread: None,
                    reply_to: None,
                };
                self.show(chat, message)
            }
            Call::File {
                content: FileContent::Upload(file),
                caption,
                keyboard,
                ..
            } => {
                accepts(&caption, &keyboard, CAPTION_MAX);
                self.file(chat, file.name(), file.bytes())
            }
            Call::File {
                content: FileContent::Table { name, table },
                caption,
                keyboard,
                ..
            } => {
                accepts(&caption, &keyboard, CAPTION_MAX);
                let bytes = nhip::report::units_sheet::xlsx(&table).expect("a table");
                self.file(chat, &name, &bytes)
            }
            Call::File {
                kind,
                content: FileContent::Known(name),
                caption,
                keyboard,
                ..
            } => {
                accepts(&caption, &keyboard, CAPTION_MAX);
                let html = format!("[{kind:?} {name}] {caption}");
                let message = Message {
                    id: self.next_id(chat),
                    text: plain(&html),
                    html,
                    keyboard,
                    thread: None,
                    reply_to: None,
                };
                self.show(chat, message)
            }
            Call::Fetch { .. } | Call::Toast { .. } | Call::Menu { .. } | Call::BotSettings => {
                Outcome::Sent(None)
            }
        }
    }

    fn file(&mut self, chat: i64, name: &str, bytes: &[u8]) -> Outcome {
        self.made.push(bytes.to_vec());
        self.newest_file = bytes.to_vec();
        let id = self.next_id(chat);
        let text = String::from_utf8_lossy(bytes).into_owned();
        self.chat(chat).push(Entry::File(name.to_owned(), text));
        Outcome::Sent(Some(MessageId(id)))
    }

    fn show(&mut self, chat: i64, message: Message) -> Outcome {
        let id = MessageId(message.id);
        self.chat(chat).push(Entry::Message(message));
        Outcome::Sent(Some(id))
    }

    /// How many chats show a message of the bot.
    pub fn phones(&self) -> usize {
        let shows = |entries: &&Vec<Entry>| {
            let mut entries = entries.iter();
            entries.any(|entry| matches!(entry, Entry::Message(_)))
        };
        self.chats.values().filter(shows).count()
    }

    /// What the newest tap of a chat was answered with; nothing, if silently.
    pub fn newest_toast(&self, chat: i64) -> String {
        self.toasts.get(&chat).cloned().unwrap_or_default()
    }

    /// The files in a chat, oldest first: name and text.
    pub fn files(&mut self, chat: i64) -> Vec<(String, String)> {
        let files = self.chat(chat).iter().filter_map(|entry| match entry {
            Entry::File(name, text) => Some((name.clone(), text.clone())),
            _ => None,
        });
        files.collect()
    }

    fn edit(&mut self, chat: i64, id: i32, html: String, keyboard: Keyboard) -> Outcome {
        let found = self.chat(chat).iter_mut().find_map(|entry| match entry {
            Entry::Message(message) if message.id == id => Some(message),
            _ => None,
        });
        match found {
            Some(message) if message.html == html && message.keyboard == keyboard => {
                Outcome::Stale {
                    reason: Reason::of("not modified"),
                }
            }
            Some(message) => {
                (message.text, message.html, message.keyboard) = (plain(&html), html, keyboard);
                Outcome::Sent(Some(MessageId(id)))
            }
            None => Outcome::Stale {
                reason: Reason::MessageGone,
            },
        }
    }

    fn toast(&mut self, query: &str, text: Option<&str>) -> Outcome {
        let Some(chat) = self.queries.remove(query) else {
            return Outcome::Stale {
                reason: Reason::TapTooOld,
            };
        };
        let told = text.unwrap_or_default().to_owned();
        self.toasts.insert(chat, told);
        if let Some(text) = text {
            assert!(
                (1..=200).contains(&text.chars().count()),
                "a toast of {} characters",
                text.chars().count()
            );
            self.chat(chat).push(Entry::Toast(text.to_owned()));
        }
        Outcome::Sent(None)
    }

    /// A person writes in a chat; the id of their message.
    pub fn says(&mut self, chat: i64, text: &str) -> i32 {
        self.chat(chat)
            .push(Entry::IncomingMessage(text.to_owned()));
        self.next_id(chat)
    }

    /// A tap in a chat; the id of its query.
    pub fn tap(&mut self, chat: i64) -> String {
        let query = format!("tap-{chat}-{}", self.next_id(chat));
        self.queries.insert(query.clone(), chat);
        query
    }

    /// Each chat counts from somewhere else.
    fn next_id(&mut self, chat: i64) -> i32 {
        let first = i32::try_from(chat.rem_euclid(9_973) * 100).expect("small");
        let last = self.last_message.entry(chat).or_insert(first);
        *last += 1;
        *last
    }

    pub fn chat(&mut self, chat: i64) -> &mut Vec<Entry> {
        self.chats.entry(chat).or_default()
    }

    /// The bot's messages in a chat, oldest first.
    pub fn messages(&mut self, chat: i64) -> Vec<Message> {
        let messages = self.chat(chat).iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.clone()),
            _ => None,
        });
        messages.collect()
    }

    /// The chat as it looks: the first line of each message, with its buttons.
    pub fn glance(&mut self, chat: i64) -> String {
        let lines = self.chat(chat).iter().map(|entry| match entry {
            Entry::IncomingMessage(text) if text.starts_with("/start ") => "> /start …".to_owned(),
            Entry::IncomingMessage(text) => format!("> {text}"),
            Entry::Toast(text) => format!("  ({text})"),
            Entry::File(name, _) => format!("<{name}>"),
            Entry::Message(message) => {
                let first = message.text.lines().next().unwrap_or_default();
                let buttons = message.keyboard.iter().map(|row| {
                    let labels: Vec<String> =
                        row.iter().map(|key| format!("[{}]", key.label)).collect();
                    format!("\n    {}", labels.join(" "))
                });
                format!("{first}{}", buttons.collect::<String>())
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// What the messenger would refuse.
/// What a message may be, as the messenger takes it; `most` letters of its words.
fn accepts(text: &str, keyboard: &Keyboard, most: usize) {
    let length = plain(text).encode_utf16().count();
    assert!(
        length <= most && (length > 0 || most < MESSAGE_MAX),
        "a message of {length} characters:\n{text}"
    );
    // Of more than these the messenger shows the first, without a word.
    let marked = text.matches('<').count() - text.matches("</").count();
    assert!(marked <= ENTITIES_MAX, "{marked} entities:\n{text}");
    let keys = keyboard.iter().flatten();
    let count = keys.clone().count();
    assert!(count <= BUTTONS_MAX, "{count} buttons below:\n{text}");
    let widest = keyboard.iter().map(Vec::len).max().unwrap_or(0);
    assert!(widest <= ROW_BUTTONS_MAX, "{widest} buttons in a row");
    let bytes: usize = keys
        .clone()
        .map(|key| {
            json!({ "text": key.label, "callback_data": key.data })
                .to_string()
                .len()
                + 1
        })
        .sum();
    assert!(
        bytes <= MARKUP_BYTES_MAX,
        "{bytes} bytes of buttons below:\n{text}"
    );
    for key in keys {
        assert!(
            (key.page().is_some() || (1..=64).contains(&key.data.len())) && !key.label.is_empty(),
            "{key:?}"
        );
    }
    assert!(
        keyboard.iter().all(|row| !row.is_empty()),
        "a row without buttons"
    );
}

/// The words without their markup.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let end = rest[start..].find('>').expect("a tag ends");
        rest = &rest[start + end + 1..];
    }
    text.push_str(rest);
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

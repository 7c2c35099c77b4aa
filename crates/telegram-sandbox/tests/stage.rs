//! The stage of all stories: a sandbox, a bot, a clock that is moved by hand, and An.
//!
//! Knows: how to begin, and how to ask shortly. Must not know: what any story is about.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use telegram_sandbox::{Fault, FaultKind, Limits, Message, Options, Sandbox};
use teloxide::payloads::SendMessage;
use teloxide::prelude::*;
use teloxide::requests::JsonRequest;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup, Update, UpdateKind};
use teloxide::{ApiError, RequestError};

pub const TOKEN: &str = "4200:test";
/// The bot's name where nobody chooses another.
pub const USERNAME: &str = "sandbox_bot";

#[derive(Clone)]
pub struct Clock(Arc<Mutex<DateTime<Utc>>>);

impl Clock {
    pub fn new() -> Clock {
        let start = "2026-11-23T00:00:00Z".parse::<DateTime<Utc>>().unwrap();
        Clock(Arc::new(Mutex::new(start)))
    }

    pub fn pass(&self, seconds: i64) {
        *self.0.lock().unwrap() += TimeDelta::seconds(seconds);
    }

    pub fn options(&self) -> Options {
        let clock = Arc::clone(&self.0);
        let mut options = Options::new(Arc::new(move || *clock.lock().unwrap()));
        options.token = Some(TOKEN.to_owned());
        options
    }
}

pub struct Stage {
    pub sandbox: Sandbox,
    pub bot: Bot,
    pub clock: Clock,
    /// The only person, who has started the bot.
    pub an: i64,
}

pub fn bot_at(sandbox: &Sandbox, token: &str) -> Bot {
    Bot::new(token).set_api_url(sandbox.url().parse().unwrap())
}

pub async fn start(options: Options) -> Sandbox {
    Sandbox::start("127.0.0.1:0".parse().unwrap(), options)
        .await
        .unwrap()
}

/// A sandbox with An, who has written to the bot; that update is confirmed.
pub async fn stage() -> Stage {
    stage_with(|_| {}).await
}

/// The same, with Telegram's rates enforced.
pub async fn stage_with_limits() -> Stage {
    stage_with(|options| {
        options.limits = Limits {
            enforced: true,
            ..Limits::default()
        };
    })
    .await
}

pub async fn stage_with(change: impl FnOnce(&mut Options)) -> Stage {
    let clock = Clock::new();
    let mut options = clock.options();
    change(&mut options);
    let sandbox = start(options).await;
    let bot = bot_at(&sandbox, TOKEN);
    let an = sandbox.add_user("Nguyễn Thị An", "vi");
    sandbox.say(an, an, "/start");
    let stage = Stage {
        sandbox,
        bot,
        clock,
        an,
    };
    let first = stage.updates(0).await;
    assert_eq!(first.len(), 1);
    stage.confirm(&first).await;
    assert_eq!(stage.sandbox.pending(), 0);
    stage
}

impl Stage {
    /// An's private chat with the bot.
    pub fn chat(&self) -> ChatId {
        ChatId(self.an)
    }

    /// What An writes to the bot; the message's id.
    pub fn says(&self, text: &str) -> i64 {
        self.sandbox.say(self.an, self.an, text)
    }

    /// What the bot writes to An; awaited, it is sent.
    pub fn sends(&self, text: impl Into<String>) -> JsonRequest<SendMessage> {
        self.bot.send_message(self.chat(), text)
    }

    /// The newest message on An's phone.
    pub fn newest(&self) -> Message {
        self.sandbox.messages(self.an).pop().unwrap()
    }

    /// How many messages there are on An's phone.
    pub fn count(&self) -> usize {
        self.sandbox.messages(self.an).len()
    }

    pub async fn updates(&self, offset: i32) -> Vec<Update> {
        self.bot.get_updates().offset(offset).await.unwrap()
    }

    pub async fn confirm(&self, updates: &[Update]) {
        let next = offset_after(updates);
        assert!(self.updates(next).await.is_empty());
    }

    /// A call without teloxide: status and body.
    pub async fn raw(&self, method: &str, body: Value) -> (u16, Value) {
        self.post(&format!("/bot{TOKEN}/{method}"), body).await
    }

    /// What a call that must fail is told.
    pub async fn refused(&self, method: &str, body: Value) -> String {
        let (_, answer) = self.raw(method, body).await;
        assert_eq!(answer["ok"], json!(false), "{answer}");
        answer["description"].as_str().unwrap().to_owned()
    }

    /// JSON sent to any path; status and body, which is null if it is no JSON.
    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let request = self
            .bot
            .client()
            .post(format!("{}{path}", self.sandbox.url()))
            .header("content-type", "application/json")
            .body(body.to_string());
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let text = response.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    /// What a browser gets.
    pub async fn get(&self, path: &str) -> String {
        let url = format!("{}{path}", self.sandbox.url());
        let response = self.bot.client().get(url).send().await.unwrap();
        response.text().await.unwrap()
    }

    /// A fault for the next call of one method.
    pub fn fault(&self, method: &str, kind: FaultKind) {
        self.sandbox.fault(Fault {
            method: Some(method.to_owned()),
            chat: None,
            times: Some(1),
            kind,
        });
    }
}

/// Why Telegram refused.
pub fn refusal<T>(result: Result<T, RequestError>) -> ApiError {
    match result.err().unwrap() {
        RequestError::Api(refusal) => refusal,
        other => panic!("not a refusal: {other:?}"),
    }
}

/// Why a call failed, in words.
pub fn words<T>(result: Result<T, RequestError>) -> String {
    result.err().unwrap().to_string()
}

pub fn keys(labels: &[(&str, &str)]) -> InlineKeyboardMarkup {
    let row = labels
        .iter()
        .map(|(label, data)| InlineKeyboardButton::callback(*label, *data));
    InlineKeyboardMarkup::new([row.collect::<Vec<_>>()])
}

/// The id of a message that the bot sent, as the sandbox counts it.
pub fn id_of(message: &teloxide::types::Message) -> i64 {
    i64::from(message.id.0)
}

pub fn offset_after(updates: &[Update]) -> i32 {
    updates.last().unwrap().id.as_offset()
}

pub fn message_in(update: &Update) -> &teloxide::types::Message {
    match &update.kind {
        UpdateKind::Message(message) => message,
        other => panic!("not a message: {other:?}"),
    }
}

pub fn tap_in(update: &Update) -> &CallbackQuery {
    match &update.kind {
        UpdateKind::CallbackQuery(tap) => tap,
        other => panic!("not a tap: {other:?}"),
    }
}

pub fn text_of(update: &Update) -> String {
    message_in(update).text().unwrap_or("").to_owned()
}

pub fn texts(updates: &[Update]) -> Vec<String> {
    updates.iter().map(text_of).collect()
}

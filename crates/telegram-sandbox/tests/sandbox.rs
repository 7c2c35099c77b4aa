//! The sandbox as bots meet it: over real HTTP, with teloxide's own requests and types.
//!
//! Each test is a story. The clock is moved by hand; nothing sleeps to wait for something.
#![allow(clippy::unwrap_used)]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use telegram_sandbox::{Fault, FaultKind, Limits, Options, Sandbox, Say};
use teloxide::prelude::*;
use teloxide::types::{
    AllowedUpdate, BotCommand, BotCommandScope, CallbackQueryId, ChatAction, ChatMemberKind,
    FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, MediaKind, MessageEntityKind,
    MessageId, MessageKind, ParseMode, ReactionType, Recipient, ReplyParameters, ThreadId, Update,
    UpdateKind,
};
use teloxide::{ApiError, RequestError};

const TOKEN: &str = "4200:test";

#[derive(Clone)]
struct Clock(Arc<Mutex<DateTime<Utc>>>);

impl Clock {
    fn new() -> Clock {
        let start = "2026-11-23T00:00:00Z".parse::<DateTime<Utc>>().unwrap();
        Clock(Arc::new(Mutex::new(start)))
    }

    fn pass(&self, seconds: i64) {
        *self.0.lock().unwrap() += TimeDelta::seconds(seconds);
    }

    fn options(&self) -> Options {
        let clock = Arc::clone(&self.0);
        let mut options = Options::new(Arc::new(move || *clock.lock().unwrap()));
        options.token = Some(TOKEN.to_owned());
        options
    }
}

struct Stage {
    sandbox: Sandbox,
    bot: Bot,
    clock: Clock,
    ana: i64,
}

fn bot_at(sandbox: &Sandbox, token: &str) -> Bot {
    Bot::new(token).set_api_url(sandbox.url().parse().unwrap())
}

async fn start(options: Options) -> Sandbox {
    Sandbox::start("127.0.0.1:0".parse().unwrap(), options)
        .await
        .unwrap()
}

/// A sandbox with Ana, who has written to the bot; that update is confirmed.
async fn stage() -> Stage {
    stage_with(|_| {}).await
}

async fn stage_with(change: impl FnOnce(&mut Options)) -> Stage {
    let clock = Clock::new();
    let mut options = clock.options();
    change(&mut options);
    let sandbox = start(options).await;
    let bot = bot_at(&sandbox, TOKEN);
    let ana = sandbox.add_user("Nguyễn Thị An", "vi");
    sandbox.say(ana, ana, "/start");
    let stage = Stage {
        sandbox,
        bot,
        clock,
        ana,
    };
    let first = stage.updates(0).await;
    assert_eq!(first.len(), 1);
    stage.confirm(&first).await;
    assert_eq!(stage.sandbox.pending(), 0);
    stage
}

fn offset_after(updates: &[Update]) -> i32 {
    updates.last().unwrap().id.as_offset()
}

impl Stage {
    fn chat(&self) -> ChatId {
        ChatId(self.ana)
    }

    async fn updates(&self, offset: i32) -> Vec<Update> {
        self.bot.get_updates().offset(offset).await.unwrap()
    }

    async fn confirm(&self, updates: &[Update]) {
        let next = offset_after(updates);
        assert!(self.updates(next).await.is_empty());
    }

    /// A call without teloxide: status and body.
    async fn raw(&self, method: &str, body: Value) -> (u16, Value) {
        raw(
            &self.bot,
            &self.sandbox,
            &format!("/bot{TOKEN}/{method}"),
            body,
        )
        .await
    }

    async fn refused(&self, method: &str, body: Value) -> String {
        let (_, answer) = self.raw(method, body).await;
        assert_eq!(answer["ok"], json!(false), "{answer}");
        answer["description"].as_str().unwrap().to_owned()
    }

    fn fault(&self, method: &str, kind: FaultKind) {
        self.sandbox.fault(Fault {
            method: Some(method.to_owned()),
            chat: None,
            times: Some(1),
            kind,
        });
    }
}

async fn raw(bot: &Bot, sandbox: &Sandbox, path: &str, body: Value) -> (u16, Value) {
    let request = bot
        .client()
        .post(format!("{}{path}", sandbox.url()))
        .header("content-type", "application/json")
        .body(body.to_string());
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

fn keys(labels: &[(&str, &str)]) -> InlineKeyboardMarkup {
    let row = labels
        .iter()
        .map(|(label, data)| InlineKeyboardButton::callback(*label, *data));
    InlineKeyboardMarkup::new([row.collect::<Vec<_>>()])
}

fn text_of(update: &Update) -> String {
    match &update.kind {
        UpdateKind::Message(message) => message.text().unwrap_or("").to_owned(),
        other => panic!("not a message: {other:?}"),
    }
}

#[tokio::test]
async fn the_bot_learns_who_it_is_whatever_the_case_of_the_method() {
    let stage = stage().await;
    let me = stage.bot.get_me().await.unwrap();
    assert_eq!((me.id.0, me.username()), (4200, "nhip_bot"));
    for method in ["getme", "GETME", "GetMe"] {
        let (status, answer) = stage.raw(method, json!({})).await;
        assert_eq!((status, &answer["result"]["is_bot"]), (200, &json!(true)));
    }
    let (status, answer) = stage.raw("getNothing", json!({})).await;
    assert_eq!((status, &answer["description"]), (404, &json!("Not Found")));
    let stranger = bot_at(&stage.sandbox, "4200:other").get_me().await;
    assert!(matches!(
        stranger,
        Err(RequestError::Api(ApiError::InvalidToken))
    ));
}

#[tokio::test]
async fn a_person_writes_and_the_bot_answers_with_buttons() {
    let stage = stage().await;
    let said = stage.sandbox.say(stage.ana, stage.ana, "  xin chào /help ");
    let updates = stage.updates(0).await;
    let UpdateKind::Message(message) = &updates[0].kind else {
        panic!("not a message");
    };
    assert_eq!(i64::from(message.id.0), said);
    assert_eq!(message.text(), Some("xin chào /help"));
    let entity = &message.entities().unwrap()[0];
    assert_eq!(entity.kind, MessageEntityKind::BotCommand);
    assert_eq!((entity.offset, entity.length), (9, 5));
    assert_eq!(message.from.as_ref().unwrap().full_name(), "Nguyễn Thị An");

    let sent = stage
        .bot
        .send_message(
            stage.chat(),
            "<b>Câu 1</b> 😀 &lt;chọn&gt; <a href=\"https://a.vn/x?a=1&amp;b=2\">đây</a>",
        )
        .parse_mode(ParseMode::Html)
        .reply_markup(keys(&[("A", "a:1"), ("B", "b:1")]))
        .await
        .unwrap();
    assert_eq!(sent.text(), Some("Câu 1 😀 <chọn> đây"));
    let shown = stage.sandbox.messages(stage.ana).pop().unwrap();
    assert!(shown.from_bot);
    assert_eq!(
        shown.html,
        "<b>Câu 1</b> 😀 &lt;chọn&gt; <a href=\"https://a.vn/x?a=1&amp;b=2\">đây</a>"
    );
    let query = stage
        .sandbox
        .tap(stage.ana, stage.ana, shown.id, "B")
        .unwrap();
    let updates = stage.updates(offset_after(&updates)).await;
    let UpdateKind::CallbackQuery(tap) = &updates[0].kind else {
        panic!("not a tap");
    };
    assert_eq!(
        (tap.id.0.as_str(), tap.data.as_deref()),
        (query.as_str(), Some("b:1"))
    );
    assert_eq!(tap.regular_message().unwrap().id, sent.id);
    stage
        .bot
        .answer_callback_query(tap.id.clone())
        .text("Đúng")
        .show_alert(true)
        .await
        .unwrap();
    let toast = &stage.sandbox.toasts(stage.ana)[0];
    assert_eq!(
        (toast.query.as_str(), toast.text.as_str(), toast.alert),
        (query.as_str(), "Đúng", true)
    );
    let again = stage
        .bot
        .answer_callback_query(tap.id.clone())
        .await
        .unwrap_err();
    assert!(
        again
            .to_string()
            .contains("query is too old and response timeout expired or query ID is invalid")
    );
    assert!(
        stage
            .sandbox
            .tap(stage.ana, stage.ana, shown.id, "C")
            .is_err()
    );
}

#[tokio::test]
async fn edits_happen_in_place_and_idle_ones_are_refused() {
    let stage = stage().await;
    let sent = stage
        .bot
        .send_message(stage.chat(), "1/5")
        .reply_markup(keys(&[("A", "a")]))
        .await
        .unwrap();
    let edit = |text: &str| stage.bot.edit_message_text(stage.chat(), sent.id, text);
    edit("2/5").reply_markup(keys(&[("A", "a")])).await.unwrap();
    let same = edit("2/5").reply_markup(keys(&[("A", "a")])).await;
    assert!(matches!(
        same,
        Err(RequestError::Api(ApiError::MessageNotModified))
    ));
    let done = edit("xong").await.unwrap();
    assert!(done.reply_markup().is_none() && done.edit_date().is_some());
    let long = edit(&"x".repeat(4097)).await;
    assert!(matches!(
        long,
        Err(RequestError::Api(ApiError::EditedMessageIsTooLong))
    ));
    let absent = stage
        .bot
        .edit_message_text(stage.chat(), MessageId(999_999), "x")
        .await;
    assert!(matches!(
        absent,
        Err(RequestError::Api(ApiError::MessageToEditNotFound))
    ));
    let theirs = stage.sandbox.messages(stage.ana)[0].id;
    let foreign = stage
        .refused(
            "editMessageText",
            json!({"chat_id": stage.ana, "message_id": theirs, "text": "x"}),
        )
        .await;
    assert_eq!(foreign, "Bad Request: message can't be edited");
    stage
        .bot
        .edit_message_reply_markup(stage.chat(), sent.id)
        .reply_markup(keys(&[("Z", "z")]))
        .await
        .unwrap();
    let shown = stage
        .sandbox
        .message(stage.ana, i64::from(sent.id.0))
        .unwrap();
    assert!(shown.edited);
    assert_eq!(
        (shown.text.as_str(), shown.keyboard[0][0].text.as_str()),
        ("xong", "Z")
    );
}

#[tokio::test]
async fn a_tap_lives_150_seconds_and_a_message_a_day() {
    let stage = stage().await;
    let sent = stage
        .bot
        .send_message(stage.chat(), "?")
        .reply_markup(keys(&[("A", "a")]))
        .await
        .unwrap();
    let id = i64::from(sent.id.0);
    stage.sandbox.tap(stage.ana, stage.ana, id, "A").unwrap();
    stage.sandbox.say(stage.ana, stage.ana, "B");
    stage.clock.pass(149);
    assert_eq!(stage.sandbox.pending(), 2);
    stage.clock.pass(2);
    assert_eq!(stage.sandbox.pending(), 1);
    let updates = stage.updates(0).await;
    assert_eq!(updates.len(), 1);
    assert_eq!(text_of(&updates[0]), "B");
    stage.clock.pass(86_400);
    assert_eq!(stage.sandbox.pending(), 0);

    let query = stage.sandbox.tap_data(stage.ana, stage.ana, id, "forged");
    stage.clock.pass(151);
    let late = stage
        .bot
        .answer_callback_query(CallbackQueryId(query))
        .await;
    assert!(late.unwrap_err().to_string().contains("query is too old"));
}

#[tokio::test]
async fn a_tap_on_a_deleted_message_is_inaccessible() {
    let stage = stage().await;
    let sent = stage.bot.send_message(stage.chat(), "?").await.unwrap();
    stage
        .bot
        .delete_message(stage.chat(), sent.id)
        .await
        .unwrap();
    stage
        .sandbox
        .tap_data(stage.ana, stage.ana, i64::from(sent.id.0), "a");
    let updates = stage.updates(0).await;
    let UpdateKind::CallbackQuery(tap) = &updates[0].kind else {
        panic!("not a tap");
    };
    assert!(tap.regular_message().is_none());
    assert_eq!(tap.message.as_ref().unwrap().id(), sent.id);
}

#[tokio::test]
async fn updates_stay_until_a_later_offset_confirms_them() {
    let stage = stage().await;
    for n in 0..5 {
        stage.sandbox.say(stage.ana, stage.ana, &format!("{n}"));
    }
    let all = stage.updates(0).await;
    assert_eq!(all.len(), 5);
    assert_eq!(stage.sandbox.delivered_unconfirmed().len(), 5);
    let third = all[2].id.as_offset();
    let rest = stage.updates(third).await;
    assert_eq!(rest.iter().map(text_of).collect::<Vec<_>>(), ["3", "4"]);
    assert_eq!(stage.sandbox.pending(), 2);
    // Confirmed ones do not come back; an offset outside the queue is served from its head.
    assert_eq!(text_of(&stage.updates(1).await[0]), "3");
    assert_eq!(text_of(&stage.updates(2_000_000_000).await[0]), "3");
    // A negative offset takes from the end and forgets what was before.
    assert_eq!(text_of(&stage.updates(-1).await[0]), "4");
    assert_eq!(stage.sandbox.pending(), 1);
}

#[tokio::test]
async fn the_same_offset_within_half_a_second_gets_one_update() {
    let stage = stage().await;
    stage.sandbox.say(stage.ana, stage.ana, "1");
    stage.sandbox.say(stage.ana, stage.ana, "2");
    let first = stage.updates(7).await;
    assert_eq!(first.len(), 2);
    assert_eq!(stage.updates(7).await.len(), 1);
    tokio::time::sleep(Duration::from_millis(550)).await;
    assert_eq!(stage.updates(7).await.len(), 2);
}

#[tokio::test]
async fn a_held_poll_wakes_at_once_and_ends_when_its_time_is_over() {
    let stage = stage().await;
    let begun = Instant::now();
    assert!(
        stage
            .bot
            .get_updates()
            .offset(1)
            .timeout(1)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(begun.elapsed() >= Duration::from_millis(950));
    let bot = stage.bot.clone();
    let poll = tokio::spawn(async move { bot.get_updates().offset(2).timeout(10).await });
    // The poll is under way when it has been counted.
    while stage.sandbox.requests() < 4 {
        tokio::task::yield_now().await;
    }
    let begun = Instant::now();
    stage.sandbox.say(stage.ana, stage.ana, "hey");
    assert_eq!(poll.await.unwrap().unwrap().len(), 1);
    assert!(begun.elapsed() < Duration::from_secs(9));
}

#[tokio::test]
async fn a_second_poller_throws_out_the_first() {
    let stage = stage().await;
    let bot = stage.bot.clone();
    let first = tokio::spawn(async move { bot.get_updates().offset(1).timeout(10).await });
    while stage.sandbox.requests() < 3 {
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(stage.updates(2).await.is_empty());
    assert!(matches!(
        first.await.unwrap(),
        Err(RequestError::Api(ApiError::TerminatedByOtherGetUpdates))
    ));
}

#[tokio::test]
async fn only_allowed_kinds_are_queued_and_the_choice_persists() {
    let stage = stage().await;
    let poll = stage
        .bot
        .get_updates()
        .allowed_updates([AllowedUpdate::CallbackQuery]);
    assert!(poll.await.unwrap().is_empty());
    stage.sandbox.say(stage.ana, stage.ana, "unheard");
    stage.sandbox.tap_data(stage.ana, stage.ana, 1, "x");
    assert_eq!(stage.sandbox.pending(), 1);
    let info = stage.bot.get_webhook_info().await.unwrap();
    assert_eq!(info.pending_update_count, 1);
    assert_eq!(
        info.allowed_updates,
        Some(vec![AllowedUpdate::CallbackQuery])
    );
    stage
        .bot
        .delete_webhook()
        .drop_pending_updates(true)
        .await
        .unwrap();
    assert_eq!(stage.sandbox.pending(), 0);
}

#[tokio::test]
async fn confirmed_updates_can_be_replayed_and_ids_may_jump_backwards() {
    let stage = stage().await;
    stage.sandbox.say(stage.ana, stage.ana, "one");
    stage.sandbox.say(stage.ana, stage.ana, "two");
    let batch = stage.updates(0).await;
    stage.confirm(&batch).await;
    assert_eq!(stage.sandbox.replay(2), 2);
    let next = offset_after(&batch);
    // Another offset than the last one: the same would get one update only.
    let again = stage.updates(1).await;
    assert_eq!(again, batch);
    stage.sandbox.jump_ids(500);
    stage.sandbox.say(stage.ana, stage.ana, "jumped");
    let jumped = stage.updates(next).await;
    assert_eq!(
        (jumped[0].id.0, text_of(&jumped[0]).as_str()),
        (500, "jumped")
    );
    stage.sandbox.say(stage.ana, stage.ana, "after");
    let after = stage.updates(501).await;
    assert_eq!((after.len(), text_of(&after[0]).as_str()), (1, "after"));
    assert_eq!(stage.sandbox.pending(), 1);
}

#[tokio::test]
async fn html_is_refused_in_telegrams_own_words() {
    let stage = stage().await;
    let cases = [
        ("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0"),
        ("đ<b>x", "Can't find end tag corresponding to start tag b"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b>x</i>",
            "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
        ),
        ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        ("a <", "Unclosed start tag at byte offset 2"),
        (
            "<span>x</span>",
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        ),
        (
            "<a href=x y>l</a>",
            "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0",
        ),
    ];
    for (text, reason) in cases {
        let body = json!({"chat_id": stage.ana, "text": text, "parse_mode": "HTML"});
        let said = stage.refused("sendMessage", body).await;
        assert_eq!(
            said,
            format!("Bad Request: can't parse entities: {reason}"),
            "{text}"
        );
    }
    let mode = stage
        .refused(
            "sendMessage",
            json!({"chat_id": stage.ana, "text": "x", "parse_mode": "BB"}),
        )
        .await;
    assert_eq!(mode, "Bad Request: unsupported parse_mode");
}

#[tokio::test]
async fn html_becomes_entities_with_utf16_offsets() {
    let stage = stage().await;
    let html = "😀<b>đậm <i>nghiêng</i></b>\n<pre><code class=\"language-rust\">fn</code></pre>\
        <blockquote expandable>dài</blockquote><tg-spoiler>kín</tg-spoiler>";
    let sent = stage
        .bot
        .send_message(stage.chat(), html)
        .parse_mode(ParseMode::Html)
        .await
        .unwrap();
    let kinds: Vec<_> = sent
        .entities()
        .unwrap()
        .iter()
        .map(|e| (e.kind.clone(), e.offset, e.length))
        .collect();
    assert_eq!(
        kinds,
        [
            (MessageEntityKind::Bold, 2, 11),
            (MessageEntityKind::Italic, 6, 7),
            (
                MessageEntityKind::Pre {
                    language: Some("rust".to_owned())
                },
                14,
                2
            ),
            (MessageEntityKind::ExpandableBlockquote, 16, 3),
            (MessageEntityKind::Spoiler, 19, 3),
        ]
    );
    assert_eq!(stage.sandbox.messages(stage.ana).pop().unwrap().html, html);
}

#[tokio::test]
async fn limits_of_texts_and_keyboards_bind() {
    let stage = stage().await;
    // 4096 code points, also when each is two UTF-16 units.
    stage
        .bot
        .send_message(stage.chat(), "😀".repeat(4096))
        .await
        .unwrap();
    let long = stage.bot.send_message(stage.chat(), "x".repeat(4097)).await;
    assert!(matches!(
        long,
        Err(RequestError::Api(ApiError::MessageIsTooLong))
    ));
    let empty = stage
        .bot
        .send_message(stage.chat(), "<b> </b>\n")
        .parse_mode(ParseMode::Html)
        .await;
    assert!(matches!(
        empty,
        Err(RequestError::Api(ApiError::MessageTextIsEmpty))
    ));
    let raw = stage
        .refused(
            "sendMessage",
            json!({"chat_id": stage.ana, "text": "&lt;".repeat(9000), "parse_mode": "HTML"}),
        )
        .await;
    assert_eq!(raw, "Bad Request: text is too long");

    let send = |markup| {
        stage
            .bot
            .send_message(stage.chat(), "x")
            .reply_markup(markup)
    };
    send(keys(&[("x", &"d".repeat(64))])).await.unwrap();
    for data in [String::new(), "d".repeat(65), "đ".repeat(33)] {
        let refused = send(keys(&[("x", &data)])).await;
        assert!(
            matches!(refused, Err(RequestError::Api(ApiError::ButtonDataInvalid))),
            "{data}"
        );
    }
    let many = InlineKeyboardMarkup::new(
        (0..101).map(|n| [InlineKeyboardButton::callback(format!("{n}"), "x")]),
    );
    assert!(
        send(many)
            .await
            .unwrap_err()
            .to_string()
            .contains("reply markup is too long")
    );
    let bare = json!({"chat_id": stage.ana, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}});
    assert!(
        stage
            .refused("sendMessage", bare)
            .await
            .contains("Text buttons are unallowed in the inline keyboard")
    );
    let link = json!({"chat_id": stage.ana, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "url": "http://localhost"}]]}});
    assert!(
        stage
            .refused("sendMessage", link)
            .await
            .contains("is invalid: Wrong HTTP URL")
    );
    let missing = stage.refused("sendMessage", json!({"text": "x"})).await;
    assert_eq!(missing, "Bad Request: chat_id is empty");
}

#[tokio::test]
async fn strangers_and_people_who_left_cannot_be_written_to() {
    let stage = stage().await;
    let unknown = stage.bot.send_message(ChatId(99), "x").await;
    assert!(matches!(
        unknown,
        Err(RequestError::Api(ApiError::ChatNotFound))
    ));
    let binh = stage.sandbox.add_user("Bình", "vi");
    let early = stage
        .refused("sendMessage", json!({"chat_id": binh, "text": "x"}))
        .await;
    assert_eq!(
        early,
        "Forbidden: bot can't initiate conversation with a user"
    );

    stage.sandbox.block(stage.ana, true);
    let blocked = stage.bot.send_message(stage.chat(), "x").await;
    assert!(matches!(
        blocked,
        Err(RequestError::Api(ApiError::BotBlocked))
    ));
    let updates = stage.updates(0).await;
    let UpdateKind::MyChatMember(left) = &updates[0].kind else {
        panic!("not my_chat_member: {updates:?}");
    };
    assert!(matches!(
        left.new_chat_member.kind,
        ChatMemberKind::Banned(_)
    ));
    // Starting again unblocks, as the button in the app does.
    stage.sandbox.say(stage.ana, stage.ana, "/start");
    let updates = stage.updates(offset_after(&updates)).await;
    assert!(matches!(updates[0].kind, UpdateKind::MyChatMember(_)));
    assert_eq!(text_of(&updates[1]), "/start");
    stage.bot.send_message(stage.chat(), "x").await.unwrap();
    stage.sandbox.deactivate(stage.ana);
    let gone = stage.bot.send_message(stage.chat(), "x").await;
    assert!(matches!(
        gone,
        Err(RequestError::Api(ApiError::UserDeactivated))
    ));
}

#[tokio::test]
async fn in_a_group_the_bot_hears_commands_replies_and_service_messages() {
    let stage = stage().await;
    let group = stage.sandbox.add_group("Công đoàn Sở", &[stage.ana], false);
    let unseen = stage
        .refused("sendMessage", json!({"chat_id": group, "text": "x"}))
        .await;
    assert_eq!(unseen, "Bad Request: chat not found");
    stage.sandbox.add_bot_to_group(stage.ana, group);
    let updates = stage.updates(0).await;
    assert!(
        matches!(&updates[0].kind, UpdateKind::MyChatMember(m) if m.new_chat_member.is_present())
    );
    assert!(
        matches!(&updates[1].kind, UpdateKind::Message(m) if m.new_chat_members().unwrap()[0].is_bot)
    );

    let hello = stage.bot.send_message(ChatId(group), "chào").await.unwrap();
    stage.sandbox.say(stage.ana, group, "chuyện riêng");
    stage.sandbox.say(stage.ana, group, "/report@other_bot");
    stage
        .sandbox
        .say(stage.ana, group, "/report@Nhip_Bot tuần này");
    stage.sandbox.say_with(Say {
        user: stage.ana,
        chat: group,
        text: "cảm ơn".to_owned(),
        reply_to: Some(i64::from(hello.id.0)),
        ..Say::default()
    });
    let updates = stage.updates(offset_after(&updates)).await;
    assert_eq!(
        updates.iter().map(text_of).collect::<Vec<_>>(),
        ["/report@Nhip_Bot tuần này", "cảm ơn"]
    );
    let UpdateKind::Message(reply) = &updates[1].kind else {
        panic!("not a message");
    };
    assert_eq!(reply.reply_to_message().unwrap().id, hello.id);

    stage.sandbox.say_with(Say {
        user: stage.ana,
        chat: group,
        text: "/report".to_owned(),
        anonymous: true,
        ..Say::default()
    });
    let updates = stage.updates(offset_after(&updates)).await;
    let UpdateKind::Message(message) = &updates[0].kind else {
        panic!("not a message");
    };
    assert!(message.from.as_ref().unwrap().is_anonymous());
    assert_eq!(message.sender_chat.as_ref().unwrap().id, ChatId(group));

    let owner = stage
        .bot
        .get_chat_member(ChatId(group), UserId(stage.ana.unsigned_abs()))
        .await
        .unwrap();
    assert!(owner.is_privileged());
    assert_eq!(
        stage
            .bot
            .get_chat_administrators(ChatId(group))
            .await
            .unwrap()
            .len(),
        1
    );
    stage.sandbox.remove_bot_from_group(stage.ana, group);
    let kicked = stage
        .refused("sendMessage", json!({"chat_id": group, "text": "x"}))
        .await;
    assert_eq!(kicked, "Forbidden: bot was kicked from the group chat");
}

#[tokio::test]
async fn a_group_becomes_a_supergroup() {
    let stage = stage().await;
    let group = stage.sandbox.add_group("Tổ công đoàn", &[stage.ana], false);
    stage.sandbox.add_bot_to_group(stage.ana, group);
    let first = stage.updates(0).await;
    let new = stage.sandbox.migrate(group);
    let updates = stage.updates(offset_after(&first)).await;
    let moved: Vec<_> = updates
        .iter()
        .map(|update| match &update.kind {
            UpdateKind::Message(m) => (
                m.chat.id.0,
                m.migrate_to_chat_id()
                    .or(m.migrate_from_chat_id())
                    .unwrap()
                    .0,
            ),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(moved, [(group, new), (new, group)]);
    let old = stage.bot.send_message(ChatId(group), "x").await;
    assert!(matches!(old, Err(RequestError::MigrateToChatId(to)) if to == ChatId(new)));
    let sent = stage.bot.send_message(ChatId(new), "x").await.unwrap();
    assert!(sent.chat.is_supergroup());
    let (status, answer) = stage
        .raw("sendMessage", json!({"chat_id": group, "text": "x"}))
        .await;
    assert_eq!(status, 400);
    assert_eq!(
        answer["description"],
        "Bad Request: group chat was upgraded to a supergroup chat"
    );
}

#[tokio::test]
async fn a_forum_has_topics() {
    let stage = stage().await;
    let forum = stage.sandbox.add_group("Diễn đàn", &[stage.ana], true);
    stage.sandbox.add_bot_to_group(stage.ana, forum);
    let topic = stage.sandbox.add_topic(stage.ana, forum, "Báo cáo");
    let first = stage.updates(0).await;
    stage.sandbox.say_with(Say {
        user: stage.ana,
        chat: forum,
        text: "/report".to_owned(),
        thread: Some(topic),
        ..Say::default()
    });
    let updates = stage.updates(offset_after(&first)).await;
    let UpdateKind::Message(message) = &updates[0].kind else {
        panic!("not a message");
    };
    assert!(message.is_topic_message);
    let thread = message.thread_id.unwrap();
    let sent = stage
        .bot
        .send_message(ChatId(forum), "đây")
        .message_thread_id(thread)
        .await
        .unwrap();
    assert_eq!(sent.thread_id, Some(thread));
    let general = stage
        .bot
        .send_message(ChatId(forum), "x")
        .message_thread_id(ThreadId(MessageId(1_000)))
        .await;
    assert!(
        general
            .unwrap_err()
            .to_string()
            .contains("message thread not found")
    );
    let absent = stage
        .bot
        .send_message(ChatId(forum), "x")
        .reply_parameters(ReplyParameters::new(MessageId(4_000)))
        .await;
    assert!(matches!(
        absent,
        Err(RequestError::Api(ApiError::MessageToReplyNotFound))
    ));
    let anyway = ReplyParameters::new(MessageId(4_000)).allow_sending_without_reply();
    stage
        .bot
        .send_message(ChatId(forum), "x")
        .reply_parameters(anyway)
        .await
        .unwrap();
}

/// The smallest PNG header that tells its size; the sandbox reads no further.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0]);
    bytes
}

#[tokio::test]
async fn pictures_and_documents_are_uploaded_reused_and_downloaded() {
    let stage = stage().await;
    let picture = InputFile::memory(png(640, 400)).file_name("báo cáo.png");
    let sent = stage
        .bot
        .send_photo(stage.chat(), picture)
        .caption("<b>Tuần 1</b>")
        .parse_mode(ParseMode::Html)
        .reply_markup(keys(&[("Tải", "get")]))
        .await
        .unwrap();
    let size = &sent.photo().unwrap()[0];
    assert_eq!(
        (size.width, size.height, sent.caption()),
        (640, 400, Some("Tuần 1"))
    );
    let again = stage
        .bot
        .send_photo(stage.chat(), InputFile::file_id(size.file.id.clone()))
        .await
        .unwrap();
    assert_eq!(
        again.photo().unwrap()[0].file.unique_id,
        size.file.unique_id
    );

    let table = InputFile::memory("a,b\n1,2\n").file_name("bảng.csv");
    let sent = stage.bot.send_document(stage.chat(), table).await.unwrap();
    let document = sent.document().unwrap();
    assert_eq!(document.file_name.as_deref(), Some("bảng.csv"));
    assert_eq!(
        document.mime_type.as_ref().unwrap().essence_str(),
        "text/csv"
    );
    let file = stage.bot.get_file(document.file.id.clone()).await.unwrap();
    let mut bytes = Vec::new();
    use teloxide::net::Download as _;
    stage
        .bot
        .download_file(&file.path, &mut bytes)
        .await
        .unwrap();
    assert_eq!(bytes, b"a,b\n1,2\n");
    let shown = stage.sandbox.messages(stage.ana).pop().unwrap();
    assert_eq!(shown.document.as_deref(), Some("bảng.csv"));
    let wrong = stage.bot.get_file(FileId("nothing".to_owned())).await;
    assert!(
        wrong
            .unwrap_err()
            .to_string()
            .contains("wrong file_id or the file is temporarily unavailable")
    );
}

#[tokio::test]
async fn bad_pictures_are_refused() {
    let stage = stage().await;
    let send = |bytes: Vec<u8>| {
        stage
            .bot
            .send_photo(stage.chat(), InputFile::memory(bytes).file_name("x.png"))
    };
    let text = send(b"not a picture".to_vec()).await;
    assert!(matches!(
        text,
        Err(RequestError::Api(ApiError::ImageProcessFailed))
    ));
    let huge = send(png(9_000, 2_000)).await;
    assert!(
        huge.unwrap_err()
            .to_string()
            .contains("PHOTO_INVALID_DIMENSIONS")
    );
    let none = stage
        .refused("sendPhoto", json!({"chat_id": stage.ana}))
        .await;
    assert_eq!(none, "Bad Request: there is no photo in the request");
    let sent = send(png(10, 10)).await.unwrap();
    let long = stage
        .bot
        .edit_message_caption(stage.chat(), sent.id)
        .caption("x".repeat(1025))
        .await;
    assert!(
        long.unwrap_err()
            .to_string()
            .contains("message caption is too long")
    );
    let edited = stage
        .bot
        .edit_message_caption(stage.chat(), sent.id)
        .caption("mới")
        .await
        .unwrap();
    assert_eq!(edited.caption(), Some("mới"));
    let text = stage
        .refused(
            "editMessageText",
            json!({"chat_id": stage.ana, "message_id": sent.id.0, "text": "x"}),
        )
        .await;
    assert_eq!(text, "Bad Request: there is no text in the message to edit");
}

#[tokio::test]
async fn messages_are_copied_forwarded_and_deleted_for_two_days() {
    let stage = stage().await;
    let sent = stage.bot.send_message(stage.chat(), "gốc").await.unwrap();
    let theirs = stage.sandbox.messages(stage.ana)[0].id;
    let copied = stage
        .bot
        .copy_message(stage.chat(), stage.chat(), sent.id)
        .await
        .unwrap();
    assert!(copied.0 > sent.id.0);
    let theirs = MessageId(i32::try_from(theirs).unwrap());
    let forwarded = stage
        .bot
        .forward_message(stage.chat(), stage.chat(), theirs)
        .await
        .unwrap();
    assert_eq!(
        forwarded.forward_from_user().unwrap().first_name,
        "Nguyễn Thị An"
    );
    let absent = stage
        .bot
        .copy_message(stage.chat(), stage.chat(), MessageId(9_999))
        .await;
    assert!(matches!(
        absent,
        Err(RequestError::Api(ApiError::MessageToCopyNotFound))
    ));

    stage
        .bot
        .delete_messages(stage.chat(), [copied, forwarded.id])
        .await
        .unwrap();
    let twice = stage.bot.delete_message(stage.chat(), copied).await;
    assert!(matches!(
        twice,
        Err(RequestError::Api(ApiError::MessageToDeleteNotFound))
    ));
    stage.clock.pass(48 * 3600 + 1);
    let late = stage.bot.delete_message(stage.chat(), sent.id).await;
    assert!(
        late.unwrap_err()
            .to_string()
            .contains("message can't be deleted for everyone")
    );
}

#[tokio::test]
async fn the_command_menu_depends_on_place_person_and_language() {
    let stage = stage().await;
    let binh = stage.sandbox.add_user("Bình", "en");
    let group = stage.sandbox.add_group("Nhóm", &[stage.ana, binh], false);
    stage.sandbox.add_bot_to_group(stage.ana, group);
    let set = |name: &'static str, scope: BotCommandScope| {
        stage
            .bot
            .set_my_commands([BotCommand::new(name, "làm gì đó")])
            .scope(scope)
    };
    set("common", BotCommandScope::Default).await.unwrap();
    set("private", BotCommandScope::AllPrivateChats)
        .await
        .unwrap();
    set("english", BotCommandScope::AllPrivateChats)
        .language_code("en")
        .await
        .unwrap();
    set("officers", BotCommandScope::AllChatAdministrators)
        .await
        .unwrap();
    set(
        "mine",
        BotCommandScope::Chat {
            chat_id: Recipient::Id(stage.chat()),
        },
    )
    .await
    .unwrap();
    let menu = |chat, user, language| stage.sandbox.commands(chat, user, language)[0].0.clone();
    assert_eq!(menu(stage.ana, stage.ana, "vi"), "mine");
    assert_eq!(menu(binh, binh, "vi"), "private");
    assert_eq!(menu(binh, binh, "en"), "english");
    assert_eq!(menu(group, stage.ana, "vi"), "officers");
    assert_eq!(menu(group, binh, "vi"), "common");
    stage
        .bot
        .delete_my_commands()
        .scope(BotCommandScope::AllPrivateChats)
        .await
        .unwrap();
    assert_eq!(menu(binh, binh, "vi"), "common");
    assert_eq!(
        stage.bot.get_my_commands().await.unwrap()[0].command,
        "common"
    );
    for (name, reason) in [
        ("Bad", "BOT_COMMAND_INVALID"),
        ("báo", "BOT_COMMAND_INVALID"),
    ] {
        let body = json!({"commands": [{"command": name, "description": "x"}]});
        assert_eq!(
            stage.refused("setMyCommands", body).await,
            format!("Bad Request: {reason}")
        );
    }
    stage.bot.set_my_name().name("Nhịp").await.unwrap();
    assert_eq!(stage.bot.get_me().await.unwrap().first_name, "Nhịp");
    stage
        .bot
        .set_my_description()
        .description("mô tả")
        .await
        .unwrap();
    stage
        .bot
        .set_my_short_description()
        .short_description("ngắn")
        .await
        .unwrap();
    assert_eq!(
        stage.bot.get_my_description().await.unwrap().description,
        "mô tả"
    );
}

#[tokio::test]
async fn small_courtesies_are_accepted() {
    let stage = stage().await;
    let sent = stage
        .bot
        .send_message(stage.chat(), "x")
        .allow_paid_broadcast(true)
        .await
        .unwrap();
    stage
        .bot
        .send_chat_action(stage.chat(), ChatAction::Typing)
        .await
        .unwrap();
    stage
        .bot
        .pin_chat_message(stage.chat(), sent.id)
        .await
        .unwrap();
    let heart = ReactionType::Emoji {
        emoji: "❤".to_owned(),
    };
    stage
        .bot
        .set_message_reaction(stage.chat(), sent.id)
        .reaction([heart])
        .await
        .unwrap();
    let id = i64::from(sent.id.0);
    assert_eq!(
        stage
            .sandbox
            .message(stage.ana, id)
            .unwrap()
            .reaction
            .as_deref(),
        Some("❤")
    );
    assert!(stage.bot.get_chat(stage.chat()).await.unwrap().is_private());
    let group = stage.sandbox.add_group("Nhóm", &[stage.ana], true);
    stage.sandbox.add_bot_to_group(stage.ana, group);
    assert!(
        stage
            .bot
            .get_chat(ChatId(group))
            .await
            .unwrap()
            .is_supergroup()
    );
    let sent = stage.bot.send_message(ChatId(group), "x").await.unwrap();
    let pin = stage.bot.pin_chat_message(ChatId(group), sent.id).await;
    assert!(matches!(
        pin,
        Err(RequestError::Api(ApiError::NotEnoughRightsToManagePins))
    ));
    stage.sandbox.promote_bot(stage.ana, group, true);
    stage
        .bot
        .pin_chat_message(ChatId(group), sent.id)
        .await
        .unwrap();
    let admin = stage
        .bot
        .get_chat_member(ChatId(group), UserId(4200))
        .await
        .unwrap();
    assert!(admin.is_administrator());
    stage.bot.leave_chat(ChatId(group)).await.unwrap();
    let updates = stage.updates(0).await;
    for update in &updates {
        assert!(!matches!(update.kind, UpdateKind::Error(_)), "{update:?}");
        if let UpdateKind::Message(message) = &update.kind {
            assert!(
                !matches!(message.kind, MessageKind::Empty {}),
                "{message:?}"
            );
        }
    }
}

#[tokio::test]
async fn rates_bind_when_enforced() {
    let stage = stage_with(|options| {
        options.limits = Limits {
            enforced: true,
            ..Limits::default()
        };
    })
    .await;
    for _ in 0..3 {
        stage.bot.send_message(stage.chat(), "x").await.unwrap();
    }
    let (status, answer) = stage
        .raw("sendMessage", json!({"chat_id": stage.ana, "text": "x"}))
        .await;
    assert_eq!(status, 429);
    assert_eq!(answer["parameters"]["retry_after"], 1);
    assert_eq!(answer["description"], "Too Many Requests: retry after 1");
    let group = stage.sandbox.add_group("Nhóm", &[stage.ana], false);
    stage.sandbox.add_bot_to_group(stage.ana, group);
    let mut sent = 0;
    let refused = loop {
        match stage.bot.send_message(ChatId(group), "x").await {
            Ok(_) => sent += 1,
            Err(refused) => break refused,
        }
    };
    assert_eq!(sent, 20);
    assert!(matches!(refused, RequestError::RetryAfter(after) if after.seconds() >= 2));
    // Answers to taps are never limited.
    for _ in 0..40 {
        let query = stage.sandbox.tap_data(stage.ana, stage.ana, 1, "x");
        stage
            .bot
            .answer_callback_query(CallbackQueryId(query))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn over_all_chats_thirty_a_second() {
    let stage = stage_with(|options| {
        options.limits = Limits {
            enforced: true,
            ..Limits::default()
        };
    })
    .await;
    let begun = Instant::now();
    let mut refused = 0;
    for n in 0..45 {
        let user = stage.sandbox.add_user(&format!("U{n}"), "vi");
        stage.sandbox.say(user, user, "/start");
        if stage.bot.send_message(ChatId(user), "x").await.is_err() {
            refused += 1;
        }
    }
    if begun.elapsed() < Duration::from_millis(400) {
        assert!(refused > 0);
    }
}

#[tokio::test]
async fn faults_happen_as_often_as_asked() {
    let stage = stage().await;
    let send = || stage.bot.send_message(stage.chat(), "x");
    let count = || stage.sandbox.messages(stage.ana).len();
    let before = count();
    stage.fault("sendMessage", FaultKind::TooManyRequests { retry_after: 7 });
    assert!(matches!(send().await, Err(RequestError::RetryAfter(after)) if after.seconds() == 7));
    stage.fault("SENDMESSAGE", FaultKind::CutBefore);
    assert!(matches!(send().await, Err(RequestError::Network(_))));
    assert_eq!(count(), before);
    stage.fault("sendMessage", FaultKind::CutAfter);
    assert!(matches!(send().await, Err(RequestError::Network(_))));
    assert_eq!(count(), before + 1);
    stage.fault("sendMessage", FaultKind::GarbledReply);
    assert!(matches!(
        send().await,
        Err(RequestError::InvalidJson { .. })
    ));
    assert_eq!(count(), before + 2);
    stage.fault("sendMessage", FaultKind::Delay(Duration::from_millis(120)));
    let begun = Instant::now();
    send().await.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(120));
    for html_body in [false, true] {
        stage.fault(
            "getMe",
            FaultKind::ServerError {
                code: 502,
                html_body,
            },
        );
        let (status, answer) = stage.raw("getMe", json!({})).await;
        assert_eq!((status, answer.is_null()), (502, html_body));
    }
    send().await.unwrap();
}

#[tokio::test]
async fn a_held_request_goes_on_when_faults_are_cleared() {
    let stage = stage().await;
    let before = stage.sandbox.messages(stage.ana).len();
    for (kind, handled) in [(FaultKind::HoldBefore, 0), (FaultKind::HoldAfter, 2)] {
        stage.fault("sendMessage", kind);
        let (bot, chat) = (stage.bot.clone(), stage.chat());
        let calls = stage.sandbox.calls().len();
        let send = tokio::spawn(async move { bot.send_message(chat, "x").await });
        while stage.sandbox.calls().len() == calls {
            tokio::task::yield_now().await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(!send.is_finished());
        assert_eq!(stage.sandbox.messages(stage.ana).len(), before + handled);
        stage.sandbox.clear_faults();
        send.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_bot_that_dies_while_held_has_sent_or_not_sent() {
    let stage = stage().await;
    let count = || stage.sandbox.messages(stage.ana).len();
    for (kind, sent) in [(FaultKind::HoldBefore, 0), (FaultKind::HoldAfter, 1)] {
        let before = count();
        stage.fault("sendMessage", kind);
        let (bot, chat) = (bot_at(&stage.sandbox, TOKEN), stage.chat());
        let calls = stage.sandbox.calls().len();
        let send = tokio::spawn(async move { bot.send_message(chat, "x").await });
        while stage.sandbox.calls().len() == calls {
            tokio::task::yield_now().await;
        }
        send.abort();
        assert!(send.await.unwrap_err().is_cancelled());
        // The server needs a moment to see that the connection is gone.
        tokio::time::sleep(Duration::from_millis(100)).await;
        stage.sandbox.clear_faults();
        stage.bot.get_me().await.unwrap();
        assert_eq!(count() - before, sent);
    }
}

#[tokio::test]
async fn a_fault_may_meet_one_chat_only() {
    let stage = stage().await;
    let binh = stage.sandbox.add_user("Bình", "vi");
    stage.sandbox.say(binh, binh, "/start");
    stage.sandbox.fault(Fault {
        method: None,
        chat: Some(stage.ana),
        times: None,
        kind: FaultKind::TooManyRequests { retry_after: 1 },
    });
    for _ in 0..2 {
        assert!(stage.bot.send_message(stage.chat(), "x").await.is_err());
    }
    stage.bot.send_message(ChatId(binh), "x").await.unwrap();
    let calls = stage.sandbox.calls();
    assert_eq!(
        calls.last().unwrap(),
        &("SendMessage".to_owned(), Some(binh))
    );
}

#[tokio::test]
async fn the_world_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("sandbox.json");
    let clock = Clock::new();
    let options = || {
        let mut options = clock.options();
        options.state = Some(state.clone());
        options
    };
    let sandbox = start(options()).await;
    let ana = sandbox.add_user("An", "vi");
    sandbox.say(ana, ana, "/start");
    let bot = bot_at(&sandbox, TOKEN);
    let first = bot.get_updates().await.unwrap();
    let sent = bot
        .send_message(ChatId(ana), "<i>còn đây</i>")
        .parse_mode(ParseMode::Html)
        .reply_markup(keys(&[("A", "a")]))
        .await
        .unwrap();
    let document = InputFile::memory("nội dung").file_name("a.txt");
    let file = bot.send_document(ChatId(ana), document).await.unwrap();
    bot.set_my_commands([BotCommand::new("help", "giúp")])
        .await
        .unwrap();
    sandbox.say(ana, ana, "chưa đọc");
    let before = sandbox.messages(ana);
    sandbox.stop().await;

    let sandbox = start(options()).await;
    let bot = bot_at(&sandbox, TOKEN);
    assert_eq!(sandbox.messages(ana), before);
    assert_eq!(sandbox.users(), [(ana, "An".to_owned())]);
    sandbox.add_user_with_id(ana, "An", "vi");
    assert_eq!(sandbox.commands(ana, ana, "vi").len(), 1);
    let updates = bot
        .get_updates()
        .offset(offset_after(&first))
        .await
        .unwrap();
    assert_eq!(
        updates.iter().map(text_of).collect::<Vec<_>>(),
        ["chưa đọc"]
    );
    sandbox.tap(ana, ana, i64::from(sent.id.0), "A").unwrap();
    let file = bot
        .get_file(file.document().unwrap().file.id.clone())
        .await
        .unwrap();
    let mut bytes = Vec::new();
    use teloxide::net::Download as _;
    bot.download_file(&file.path, &mut bytes).await.unwrap();
    assert_eq!(bytes, "nội dung".as_bytes());
    let next = bot.send_message(ChatId(ana), "x").await.unwrap();
    assert!(i64::from(next.id.0) > before.last().unwrap().id);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_world_cut_off_before_it_was_saved_gives_no_number_twice() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("sandbox.json");
    let clock = Clock::new();
    let options = || {
        let mut options = clock.options();
        options.state = Some(state.clone());
        options
    };
    let sandbox = start(options()).await;
    let ana = sandbox.add_user("An", "vi");
    let group = sandbox.add_group("Tổ", &[ana], true);
    sandbox.add_bot_to_group(ana, group);
    sandbox.stop().await;

    let mut given = Vec::new();
    for _ in 0..3 {
        let sandbox = start(options()).await;
        let disk = std::fs::read(&state).unwrap();
        let private = sandbox.say(ana, ana, "/start");
        let grouped = sandbox.say(ana, group, "/start");
        let updates = bot_at(&sandbox, TOKEN).get_updates().await.unwrap();
        sandbox.stop().await;
        // As if none of that had been written down before the power went.
        std::fs::write(&state, &disk).unwrap();
        given.push([private, grouped, i64::from(updates.last().unwrap().id.0)]);
    }
    for [earlier, later] in given.array_windows() {
        assert!(
            earlier
                .iter()
                .zip(later)
                .all(|(before, after)| after > before),
            "{given:?}"
        );
    }
}

#[tokio::test]
async fn a_broken_state_file_is_reported_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("sandbox.json");
    std::fs::write(&state, "{}").unwrap();
    let mut options = Clock::new().options();
    options.state = Some(state.clone());
    let refused = Sandbox::start("127.0.0.1:0".parse().unwrap(), options).await;
    let reason = format!("{:#}", refused.err().unwrap());
    assert!(reason.contains("is not a sandbox's state"), "{reason}");
    assert_eq!(std::fs::read_to_string(&state).unwrap(), "{}");
}

#[tokio::test]
async fn the_control_api_does_what_the_face_does() {
    let stage = stage().await;
    let post = |path: &'static str, body: Value| {
        let (bot, sandbox) = (stage.bot.clone(), stage.sandbox.clone());
        async move { raw(&bot, &sandbox, path, body).await }
    };
    let (_, added) = post("/sandbox/users", json!({"name": "Bình", "language": "vi"})).await;
    let binh = added["id"].as_i64().unwrap();
    let (status, said) = post(
        "/sandbox/say",
        json!({"user": binh, "chat": binh, "text": "/start"}),
    )
    .await;
    assert_eq!(status, 200, "{said}");
    let sent = stage
        .bot
        .send_message(ChatId(binh), "?")
        .reply_markup(keys(&[("A", "a")]))
        .await
        .unwrap();
    let tap = json!({"user": binh, "chat": binh, "message": sent.id.0, "data": "a"});
    let (_, tapped) = post("/sandbox/tap", tap).await;
    assert!(tapped["query"].is_string());
    let (status, wrong) = post("/sandbox/say", json!({"user": 1, "chat": 1, "text": "x"})).await;
    assert_eq!(
        (status, wrong["error"].as_str()),
        (400, Some("there is no person 1; add them first"))
    );
    let (status, wrong) = post("/sandbox/clock", json!({"advance": "day"})).await;
    assert_eq!((status, wrong["error"].is_string()), (400, true));
    let (_, group) = post(
        "/sandbox/groups",
        json!({"title": "Nhóm", "members": [binh]}),
    )
    .await;
    let group = group["id"].as_i64().unwrap();
    let (status, _) = post(
        "/sandbox/bot",
        json!({"group": group, "by": binh, "member": true}),
    )
    .await;
    assert_eq!(status, 200);
    let (_, moved) = post("/sandbox/migrate", json!({"chat": group})).await;
    assert!(moved["chat"].as_i64().unwrap() < -1_000_000_000_000);
    let fault =
        json!({"method": "getMe", "times": 1, "kind": {"TooManyRequests": {"retry_after": 3}}});
    let (_, faults) = post("/sandbox/faults", fault).await;
    assert_eq!(faults[0]["kind"]["TooManyRequests"]["retry_after"], 3);

    let get = |path: String| {
        let request = stage
            .bot
            .client()
            .get(format!("{}{path}", stage.sandbox.url()));
        async move { request.send().await.unwrap().text().await.unwrap() }
    };
    let state: Value = serde_json::from_str(&get("/sandbox/state".to_owned()).await).unwrap();
    assert_eq!(state["users"].as_array().unwrap().len(), 2);
    assert_eq!(state["chats"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&state["clock"], &state["now"]),
        (&json!(false), &json!("2026-11-23T00:00:00Z"))
    );
    let list: Value =
        serde_json::from_str(&get(format!("/sandbox/chats/{binh}/messages?limit=1")).await)
            .unwrap();
    assert_eq!(
        list[0]["keyboard"][0][0],
        json!({"text": "A", "data": "a", "url": null})
    );
    assert_eq!(
        list[0]["from"],
        json!({"id": 4200, "name": "nhip_bot", "bot": true})
    );
    let older: Value = serde_json::from_str(
        &get(format!(
            "/sandbox/chats/{binh}/messages?before={}",
            sent.id.0
        ))
        .await,
    )
    .unwrap();
    assert_eq!(older[0]["text"], "/start");
    assert!(get("/".to_owned()).await.contains("<!doctype html>"));
}

#[tokio::test]
async fn open_pages_hear_what_happens() {
    let stage = stage().await;
    let url = format!("{}/sandbox/events", stage.sandbox.url());
    let mut stream = stage.bot.client().get(url).send().await.unwrap();
    stage.sandbox.say(stage.ana, stage.ana, "nghe chưa");
    let sent = stage.bot.send_message(stage.chat(), "rồi").await.unwrap();
    stage
        .bot
        .edit_message_text(stage.chat(), sent.id, "rồi ạ")
        .await
        .unwrap();
    stage
        .bot
        .delete_message(stage.chat(), sent.id)
        .await
        .unwrap();
    stage.sandbox.clock(true);
    let mut heard = String::new();
    while !heard.contains("event: clock") {
        heard.push_str(&String::from_utf8_lossy(
            &stream.chunk().await.unwrap().unwrap(),
        ));
    }
    let names: Vec<_> = heard
        .lines()
        .filter_map(|line| line.strip_prefix("event: "))
        .collect();
    assert_eq!(names, ["message", "message", "edit", "delete", "clock"]);
    stage.sandbox.stop().await;
}

#[tokio::test]
async fn forms_and_queries_work_too() {
    let stage = stage().await;
    let text = "xin%20ch%C3%A0o+%26";
    let url = format!(
        "{}/bot{TOKEN}/sendMessage?chat_id={}&text={text}",
        stage.sandbox.url(),
        stage.ana
    );
    let answer = stage
        .bot
        .client()
        .get(url)
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["result"]["text"], "xin chào &");
    let form = format!(
        "chat_id={}&text=x&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22A%22%2C%22callback_data%22%3A%22a%22%7D%5D%5D%7D",
        stage.ana
    );
    let request = stage
        .bot
        .client()
        .post(format!("{}/bot{TOKEN}/sendmessage", stage.sandbox.url()))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
    let answer: Value =
        serde_json::from_str(&request.send().await.unwrap().text().await.unwrap()).unwrap();
    assert_eq!(
        answer["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"],
        "a"
    );
}

#[tokio::test]
async fn tests_wait_for_changes_without_sleeping() {
    let stage = stage().await;
    let mut changed = stage.sandbox.changed();
    changed.mark_unchanged();
    let (bot, chat) = (stage.bot.clone(), stage.chat());
    tokio::spawn(async move { bot.send_message(chat, "x").await });
    changed.changed().await.unwrap();
    let newest = stage.sandbox.messages(stage.ana).pop().unwrap();
    assert_eq!(newest.text, "x");
    let MediaKind::Text(_) = (match stage
        .bot
        .send_message(stage.chat(), "y")
        .await
        .unwrap()
        .kind
    {
        MessageKind::Common(common) => common.media_kind,
        other => panic!("{other:?}"),
    }) else {
        panic!("not a text");
    };
}

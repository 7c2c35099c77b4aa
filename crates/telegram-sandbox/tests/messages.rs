//! Messages between one person and the bot: written, edited, copied, deleted.

use serde_json::json;
use teloxide::ApiError;
use teloxide::prelude::*;
use teloxide::types::{
    ChatAction, InlineKeyboardButton, InlineKeyboardMarkup, MediaKind, MessageEntityKind,
    MessageId, MessageKind, ParseMode, ReactionType,
};

use super::stage::{id_of, keys, message_in, refusal, stage, words};

#[tokio::test]
async fn what_a_person_writes_arrives_trimmed_and_with_entities() {
    let stage = stage().await;
    let said = stage.says("  xin chào /help ");
    let updates = stage.updates(0).await;
    let message = message_in(&updates[0]);
    assert_eq!(id_of(message), said);
    assert_eq!(message.text(), Some("xin chào /help"));
    let entity = &message.entities().unwrap()[0];
    assert_eq!(entity.kind, MessageEntityKind::BotCommand);
    assert_eq!((entity.offset, entity.length), (9, 5));
    assert_eq!(message.from.as_ref().unwrap().full_name(), "Nguyễn Thị An");
}

#[tokio::test]
async fn what_the_bot_writes_is_shown_with_its_formatting() {
    let stage = stage().await;
    let html = "<b>Câu 1</b> 😀 &lt;chọn&gt; <a href=\"https://a.vn/x?a=1&amp;b=2\">đây</a>";
    let sent = stage.sends(html).parse_mode(ParseMode::Html).await.unwrap();
    assert_eq!(sent.text(), Some("Câu 1 😀 <chọn> đây"));
    let shown = stage.newest();
    assert!(shown.from_bot);
    assert_eq!(shown.html, html);
}

#[tokio::test]
async fn a_test_waits_for_a_change_without_sleeping() {
    let stage = stage().await;
    let mut changed = stage.sandbox.changed();
    changed.mark_unchanged();
    let (bot, chat) = (stage.bot.clone(), stage.chat());
    tokio::spawn(async move { bot.send_message(chat, "x").await });
    changed.changed().await.unwrap();
    assert_eq!(stage.newest().text, "x");
    let MessageKind::Common(common) = stage.sends("y").await.unwrap().kind else {
        panic!("not a common message");
    };
    assert!(matches!(common.media_kind, MediaKind::Text(_)));
}

#[tokio::test]
async fn edits_happen_in_place_and_idle_ones_are_refused() {
    let stage = stage().await;
    let sent = stage.sends("1/5").reply_markup(keys(&[("A", "a")]));
    let sent = sent.await.unwrap();
    let edit = |text: &str| stage.bot.edit_message_text(stage.chat(), sent.id, text);
    edit("2/5").reply_markup(keys(&[("A", "a")])).await.unwrap();
    let same = edit("2/5").reply_markup(keys(&[("A", "a")])).await;
    assert_eq!(refusal(same), ApiError::MessageNotModified);
    let done = edit("xong").await.unwrap();
    assert!(done.reply_markup().is_none() && done.edit_date().is_some());
    stage
        .bot
        .edit_message_reply_markup(stage.chat(), sent.id)
        .reply_markup(keys(&[("Z", "z")]))
        .await
        .unwrap();
    let shown = stage.sandbox.message(stage.an, id_of(&sent)).unwrap();
    assert!(shown.edited);
    assert_eq!(
        (shown.text.as_str(), shown.keyboard[0][0].text.as_str()),
        ("xong", "Z")
    );
}

#[tokio::test]
async fn what_is_too_long_absent_or_somebody_elses_cannot_be_edited() {
    let stage = stage().await;
    let sent = stage.sends("x").await.unwrap();
    let edit = |id, text: &str| stage.bot.edit_message_text(stage.chat(), id, text);
    let long = edit(sent.id, &"x".repeat(4097)).await;
    assert_eq!(refusal(long), ApiError::EditedMessageIsTooLong);
    let absent = edit(MessageId(999_999), "x").await;
    assert_eq!(refusal(absent), ApiError::MessageToEditNotFound);
    let theirs = stage.sandbox.messages(stage.an)[0].id;
    let body = json!({"chat_id": stage.an, "message_id": theirs, "text": "x"});
    assert_eq!(
        stage.refused("editMessageText", body).await,
        "Bad Request: message can't be edited"
    );
}

#[tokio::test]
async fn a_text_has_4096_code_points_and_some_of_them_show() {
    let stage = stage().await;
    // Code points, also when each of them is two UTF-16 units.
    stage.sends("😀".repeat(4096)).await.unwrap();
    let long = stage.sends("x".repeat(4097)).await;
    assert_eq!(refusal(long), ApiError::MessageIsTooLong);
    let empty = stage.sends("<b> </b>\n").parse_mode(ParseMode::Html).await;
    assert_eq!(refusal(empty), ApiError::MessageTextIsEmpty);
    let raw = json!({"chat_id": stage.an, "text": "&lt;".repeat(9000), "parse_mode": "HTML"});
    assert_eq!(
        stage.refused("sendMessage", raw).await,
        "Bad Request: text is too long"
    );
    assert_eq!(
        stage.refused("sendMessage", json!({"text": "x"})).await,
        "Bad Request: chat_id is empty"
    );
}

#[tokio::test]
async fn a_keyboard_has_limits() {
    let stage = stage().await;
    let send = |markup| stage.sends("x").reply_markup(markup);
    send(keys(&[("x", &"d".repeat(64))])).await.unwrap();
    for data in [String::new(), "d".repeat(65), "đ".repeat(33)] {
        let refused = send(keys(&[("x", &data)])).await;
        assert_eq!(refusal(refused), ApiError::ButtonDataInvalid, "{data}");
    }
    let many = (0..101).map(|n| [InlineKeyboardButton::callback(format!("{n}"), "x")]);
    let many = send(InlineKeyboardMarkup::new(many)).await;
    assert!(words(many).contains("reply markup is too long"));
    let with = |button: serde_json::Value| json!({"chat_id": stage.an, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}});
    let bare = stage.refused("sendMessage", with(json!({"text": "x"})));
    assert!(
        bare.await
            .contains("Text buttons are unallowed in the inline keyboard")
    );
    let link = with(json!({"text": "x", "url": "http://localhost"}));
    let link = stage.refused("sendMessage", link).await;
    assert!(link.contains("is invalid: Wrong HTTP URL"));
}

#[tokio::test]
async fn messages_are_copied_and_forwarded() {
    let stage = stage().await;
    let chat = stage.chat();
    let sent = stage.sends("gốc").await.unwrap();
    let copied = stage.bot.copy_message(chat, chat, sent.id).await.unwrap();
    assert!(copied.0 > sent.id.0);
    let theirs = stage.sandbox.messages(stage.an)[0].id;
    let theirs = MessageId(i32::try_from(theirs).unwrap());
    let forwarded = stage.bot.forward_message(chat, chat, theirs).await.unwrap();
    assert_eq!(
        forwarded.forward_from_user().unwrap().first_name,
        "Nguyễn Thị An"
    );
    let absent = stage.bot.copy_message(chat, chat, MessageId(9_999)).await;
    assert_eq!(refusal(absent), ApiError::MessageToCopyNotFound);
}

#[tokio::test]
async fn messages_are_deleted_once_and_for_two_days_only() {
    let stage = stage().await;
    let sent = stage.sends("gốc").await.unwrap();
    let (bot, chat) = (&stage.bot, stage.chat());
    let copied = bot.copy_message(chat, chat, sent.id).await.unwrap();
    let forwarded = bot.forward_message(chat, chat, sent.id).await.unwrap();
    let both = bot.delete_messages(chat, [copied, forwarded.id]);
    both.await.unwrap();
    let twice = bot.delete_message(chat, copied).await;
    assert_eq!(refusal(twice), ApiError::MessageToDeleteNotFound);
    stage.clock.pass(48 * 3600 + 1);
    let late = bot.delete_message(chat, sent.id).await;
    assert!(words(late).contains("message can't be deleted for everyone"));
}

#[tokio::test]
async fn the_bot_pins_reacts_and_shows_that_it_types() {
    let stage = stage().await;
    let sent = stage.sends("x").allow_paid_broadcast(true).await.unwrap();
    let bot = &stage.bot;
    bot.send_chat_action(stage.chat(), ChatAction::Typing)
        .await
        .unwrap();
    bot.pin_chat_message(stage.chat(), sent.id).await.unwrap();
    let heart = ReactionType::Emoji {
        emoji: "❤".to_owned(),
    };
    bot.set_message_reaction(stage.chat(), sent.id)
        .reaction([heart])
        .await
        .unwrap();
    let shown = stage.sandbox.message(stage.an, id_of(&sent)).unwrap();
    assert_eq!(shown.reaction.as_deref(), Some("❤"));
    assert!(bot.get_chat(stage.chat()).await.unwrap().is_private());
}

#[tokio::test]
async fn a_button_has_one_of_three_colours_or_the_apps_own() {
    let stage = stage().await;
    let body = |style: &str| {
        json!({"chat_id": stage.an, "text": "?", "reply_markup": {
            "inline_keyboard": [[{"text": "Xóa", "callback_data": "x", "style": style}, {"text": "Thôi", "callback_data": "y"}]]
        }})
    };
    let (status, _) = stage.raw("sendMessage", body("danger")).await;
    assert_eq!(status, 200);
    let keys = stage.newest().keyboard.remove(0);
    let styles = keys.into_iter().map(|key| key.style);
    assert_eq!(
        styles.collect::<Vec<_>>(),
        [Some("danger".to_owned()), None]
    );
    assert_eq!(
        stage.refused("sendMessage", body("red")).await,
        "Bad Request: inline keyboard button style 'red' is invalid"
    );
}

#[tokio::test]
async fn what_is_protected_is_neither_forwarded_nor_copied() {
    let stage = stage().await;
    let body = json!({"chat_id": stage.an, "text": "Riêng tư", "protect_content": true});
    let (_, sent) = stage.raw("sendMessage", body).await;
    assert_eq!(sent["result"]["has_protected_content"], true);
    let shown = stage.newest();
    assert!(shown.protected);
    for (method, done) in [("forwardMessage", "forwarded"), ("copyMessage", "copied")] {
        let body = json!({"chat_id": stage.an, "from_chat_id": stage.an, "message_id": shown.id});
        assert_eq!(
            stage.refused(method, body).await,
            format!("Bad Request: message has protected content and can't be {done}")
        );
    }
    // An edit changes nothing of that.
    let body = json!({"chat_id": stage.an, "message_id": shown.id, "text": "Vẫn riêng tư"});
    stage.raw("editMessageText", body).await;
    assert!(stage.newest().protected);
}

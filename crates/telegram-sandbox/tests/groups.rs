//! Groups: what the bot hears in them, supergroups, forums and their topics.

use serde_json::json;
use telegram_sandbox::Say;
use teloxide::prelude::*;
use teloxide::types::{MessageId, MessageKind, ReplyParameters, ThreadId, Update, UpdateKind};
use teloxide::{ApiError, RequestError};

use super::stage::{Stage, id_of, message_in, offset_after, refusal, stage, texts, words};

/// A group that An owns and the bot is in; the updates of its coming are read.
async fn with_group(title: &str, forum: bool) -> (Stage, i64, Vec<Update>) {
    let stage = stage().await;
    let group = stage.sandbox.add_group(title, &[stage.an], forum);
    stage.sandbox.add_bot_to_group(stage.an, group);
    let updates = stage.updates(0).await;
    (stage, group, updates)
}

#[tokio::test]
async fn the_bot_hears_of_its_coming_and_is_refused_after_its_going() {
    let stage = stage().await;
    let group = stage.sandbox.add_group("Công đoàn Sở", &[stage.an], false);
    let send = || stage.refused("sendMessage", json!({"chat_id": group, "text": "x"}));
    assert_eq!(send().await, "Bad Request: chat not found");
    stage.sandbox.add_bot_to_group(stage.an, group);
    let updates = stage.updates(0).await;
    assert!(
        matches!(&updates[0].kind, UpdateKind::MyChatMember(m) if m.new_chat_member.is_present())
    );
    assert!(message_in(&updates[1]).new_chat_members().unwrap()[0].is_bot);
    stage.sandbox.remove_bot_from_group(stage.an, group);
    assert_eq!(
        send().await,
        "Forbidden: bot was kicked from the group chat"
    );
}

#[tokio::test]
async fn in_a_group_the_bot_hears_commands_and_replies_only() {
    let (stage, group, updates) = with_group("Công đoàn Sở", false).await;
    let hello = stage.bot.send_message(ChatId(group), "chào").await.unwrap();
    let says = |text: &str| stage.sandbox.say(stage.an, group, text);
    says("chuyện riêng");
    says("/report@other_bot");
    says("/report@Sandbox_Bot tuần này");
    stage.sandbox.say_with(Say {
        user: stage.an,
        chat: group,
        text: "cảm ơn".to_owned(),
        reply_to: Some(id_of(&hello)),
        ..Say::default()
    });
    let updates = stage.updates(offset_after(&updates)).await;
    assert_eq!(texts(&updates), ["/report@Sandbox_Bot tuần này", "cảm ơn"]);
    let reply = message_in(&updates[1]);
    assert_eq!(reply.reply_to_message().unwrap().id, hello.id);
}

#[tokio::test]
async fn an_administrator_writes_as_the_group() {
    let (stage, group, updates) = with_group("Công đoàn Sở", false).await;
    stage.sandbox.say_with(Say {
        user: stage.an,
        chat: group,
        text: "/report".to_owned(),
        anonymous: true,
        ..Say::default()
    });
    let updates = stage.updates(offset_after(&updates)).await;
    let message = message_in(&updates[0]);
    assert!(message.from.as_ref().unwrap().is_anonymous());
    assert_eq!(message.sender_chat.as_ref().unwrap().id, ChatId(group));
}

#[tokio::test]
async fn the_bot_asks_who_administers_a_group() {
    let (stage, group, _) = with_group("Công đoàn Sở", false).await;
    let (bot, group) = (&stage.bot, ChatId(group));
    let owner = UserId(stage.an.unsigned_abs());
    let owner = bot.get_chat_member(group, owner).await.unwrap();
    assert!(owner.is_privileged());
    let all = bot.get_chat_administrators(group).await.unwrap();
    assert_eq!(all.len(), 1);
}

#[tokio::test]
async fn in_a_supergroup_only_an_administrator_pins() {
    let (stage, group, _) = with_group("Nhóm", true).await;
    let (bot, chat) = (&stage.bot, ChatId(group));
    assert!(bot.get_chat(chat).await.unwrap().is_supergroup());
    let sent = bot.send_message(chat, "x").await.unwrap();
    let pin = || bot.pin_chat_message(chat, sent.id);
    assert_eq!(refusal(pin().await), ApiError::NotEnoughRightsToManagePins);
    stage.sandbox.promote_bot(stage.an, group, true);
    pin().await.unwrap();
    let own = bot.get_chat_member(chat, UserId(4200)).await.unwrap();
    assert!(own.is_administrator());
    bot.leave_chat(chat).await.unwrap();
}

#[tokio::test]
async fn every_update_of_a_group_is_one_that_bots_can_read() {
    let (stage, group, first) = with_group("Nhóm", true).await;
    stage.sandbox.promote_bot(stage.an, group, true);
    stage.bot.leave_chat(ChatId(group)).await.unwrap();
    let later = stage.updates(offset_after(&first)).await;
    assert!(later.len() >= 2);
    for update in first.iter().chain(&later) {
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
async fn a_group_becomes_a_supergroup() {
    let (stage, group, first) = with_group("Tổ công đoàn", false).await;
    let new = stage.sandbox.migrate(group);
    let updates = stage.updates(offset_after(&first)).await;
    let moved: Vec<_> = updates
        .iter()
        .map(message_in)
        .map(|m| {
            let other = m.migrate_to_chat_id().or(m.migrate_from_chat_id());
            (m.chat.id.0, other.unwrap().0)
        })
        .collect();
    assert_eq!(moved, [(group, new), (new, group)]);
    let old = stage.bot.send_message(ChatId(group), "x").await;
    assert!(matches!(old, Err(RequestError::MigrateToChatId(to)) if to == ChatId(new)));
    let sent = stage.bot.send_message(ChatId(new), "x").await.unwrap();
    assert!(sent.chat.is_supergroup());
    let body = json!({"chat_id": group, "text": "x"});
    let (status, answer) = stage.raw("sendMessage", body).await;
    assert_eq!(status, 400);
    assert_eq!(
        answer["description"],
        "Bad Request: group chat was upgraded to a supergroup chat"
    );
}

#[tokio::test]
async fn a_forum_has_topics() {
    let (stage, forum, _) = with_group("Diễn đàn", true).await;
    let topic = stage.sandbox.add_topic(stage.an, forum, "Báo cáo");
    // Another offset than the last one: the same would get one update only.
    let first = stage.updates(1).await;
    stage.sandbox.say_with(Say {
        user: stage.an,
        chat: forum,
        text: "/report".to_owned(),
        thread: Some(topic),
        ..Say::default()
    });
    let updates = stage.updates(offset_after(&first)).await;
    let message = message_in(&updates[0]);
    assert!(message.is_topic_message);
    let thread = message.thread_id.unwrap();
    let send = || stage.bot.send_message(ChatId(forum), "đây");
    let sent = send().message_thread_id(thread).await.unwrap();
    assert_eq!(sent.thread_id, Some(thread));
    let absent = send().message_thread_id(ThreadId(MessageId(1_000))).await;
    assert!(words(absent).contains("message thread not found"));
}

#[tokio::test]
async fn a_reply_to_nothing_is_refused_unless_it_may_be_sent_anyway() {
    let (stage, forum, _) = with_group("Diễn đàn", true).await;
    let send = || stage.bot.send_message(ChatId(forum), "x");
    let reply = ReplyParameters::new(MessageId(4_000));
    let absent = send().reply_parameters(reply.clone()).await;
    assert_eq!(refusal(absent), ApiError::MessageToReplyNotFound);
    let anyway = reply.allow_sending_without_reply();
    send().reply_parameters(anyway).await.unwrap();
}

//! Telegram's rates, where they are enforced.

use std::time::{Duration, Instant};

use serde_json::json;
use teloxide::RequestError;
use teloxide::prelude::*;
use teloxide::types::CallbackQueryId;

use super::stage::stage_with_limits;

#[tokio::test]
async fn one_chat_gets_a_short_burst_and_then_one_message_a_second() {
    let stage = stage_with_limits().await;
    for _ in 0..3 {
        stage.sends("x").await.unwrap();
    }
    let body = json!({"chat_id": stage.an, "text": "x"});
    let (status, answer) = stage.raw("sendMessage", body).await;
    assert_eq!(status, 429);
    assert_eq!(answer["parameters"]["retry_after"], 1);
    assert_eq!(answer["description"], "Too Many Requests: retry after 1");
}

#[tokio::test]
async fn a_group_gets_twenty_messages_a_minute() {
    let stage = stage_with_limits().await;
    let group = stage.sandbox.add_group("Nhóm", &[stage.an], false);
    stage.sandbox.add_bot_to_group(stage.an, group);
    let mut sent = 0;
    let refused = loop {
        match stage.bot.send_message(ChatId(group), "x").await {
            Ok(_) => sent += 1,
            Err(refused) => break refused,
        }
    };
    assert_eq!(sent, 20);
    assert!(matches!(refused, RequestError::RetryAfter(after) if after.seconds() >= 2));
}

#[tokio::test]
async fn answers_to_taps_are_never_limited() {
    let stage = stage_with_limits().await;
    for _ in 0..40 {
        let query = stage.sandbox.tap_data(stage.an, stage.an, 1, "x");
        let answer = stage.bot.answer_callback_query(CallbackQueryId(query));
        answer.await.unwrap();
    }
}

#[tokio::test]
async fn over_all_chats_thirty_a_second() {
    let stage = stage_with_limits().await;
    let begun = Instant::now();
    let mut refused = 0;
    for n in 0..45 {
        let user = stage.sandbox.add_user(&format!("U{n}"), "vi");
        stage.sandbox.say(user, user, "/start");
        if stage.bot.send_message(ChatId(user), "x").await.is_err() {
            refused += 1;
        }
    }
    // On a machine too slow to send 45 so fast there is nothing to refuse.
    if begun.elapsed() < Duration::from_millis(400) {
        assert!(refused > 0);
    }
}

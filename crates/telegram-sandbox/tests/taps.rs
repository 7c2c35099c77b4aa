//! Taps on inline buttons, and what the bot answers to them.

use teloxide::prelude::*;
use teloxide::types::CallbackQueryId;

use super::stage::{id_of, keys, stage, tap_in, text_of, words};

#[tokio::test]
async fn a_tap_is_answered_once() {
    let stage = stage().await;
    let buttons = keys(&[("A", "a:1"), ("B", "b:1")]);
    let sent = stage.sends("?").reply_markup(buttons).await.unwrap();
    let tapped = |label| stage.sandbox.tap(stage.an, stage.an, id_of(&sent), label);
    let query = tapped("B").unwrap();
    let updates = stage.updates(0).await;
    let tap = tap_in(&updates[0]);
    assert_eq!(
        (tap.id.0.as_str(), tap.data.as_deref()),
        (query.as_str(), Some("b:1"))
    );
    assert_eq!(tap.regular_message().unwrap().id, sent.id);
    let answer = stage.bot.answer_callback_query(tap.id.clone());
    answer.text("Đúng").show_alert(true).await.unwrap();
    let toast = &stage.sandbox.toasts(stage.an)[0];
    assert_eq!(
        (toast.query.as_str(), toast.text.as_str(), toast.alert),
        (query.as_str(), "Đúng", true)
    );
    let again = stage.bot.answer_callback_query(tap.id.clone()).await;
    assert!(
        words(again)
            .contains("query is too old and response timeout expired or query ID is invalid")
    );
    assert!(tapped("C").is_err());
}

#[tokio::test]
async fn a_tap_lives_150_seconds_and_a_message_a_day() {
    let stage = stage().await;
    let sent = stage.sends("?").reply_markup(keys(&[("A", "a")]));
    let id = id_of(&sent.await.unwrap());
    stage.sandbox.tap(stage.an, stage.an, id, "A").unwrap();
    stage.says("B");
    stage.clock.pass(149);
    assert_eq!(stage.sandbox.pending(), 2);
    stage.clock.pass(2);
    assert_eq!(stage.sandbox.pending(), 1);
    let updates = stage.updates(0).await;
    assert_eq!(updates.len(), 1);
    assert_eq!(text_of(&updates[0]), "B");
    stage.clock.pass(86_400);
    assert_eq!(stage.sandbox.pending(), 0);

    let query = stage.sandbox.tap_data(stage.an, stage.an, id, "forged");
    stage.clock.pass(151);
    let answer = stage.bot.answer_callback_query(CallbackQueryId(query));
    assert!(words(answer.await).contains("query is too old"));
}

#[tokio::test]
async fn a_tap_on_a_deleted_message_is_inaccessible() {
    let stage = stage().await;
    let sent = stage.sends("?").await.unwrap();
    let gone = stage.bot.delete_message(stage.chat(), sent.id);
    gone.await.unwrap();
    stage
        .sandbox
        .tap_data(stage.an, stage.an, id_of(&sent), "a");
    let updates = stage.updates(0).await;
    let tap = tap_in(&updates[0]);
    assert!(tap.regular_message().is_none());
    assert_eq!(tap.message.as_ref().unwrap().id(), sent.id);
}

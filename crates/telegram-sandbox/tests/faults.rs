//! Faults that are switched on: how often, for whom, and what has happened to the message.

use std::time::{Duration, Instant};

use serde_json::json;
use telegram_sandbox::{Fault, FaultKind};
use teloxide::RequestError;
use teloxide::prelude::*;
use teloxide::types::Message;
use tokio::task::JoinHandle;

use super::stage::{Stage, TOKEN, bot_at, stage};

#[tokio::test]
async fn a_refused_message_is_not_there() {
    let stage = stage().await;
    let before = stage.count();
    stage.fault("sendMessage", FaultKind::TooManyRequests { retry_after: 7 });
    let refused = stage.sends("x").await;
    assert!(matches!(refused, Err(RequestError::RetryAfter(after)) if after.seconds() == 7));
    stage.fault("SENDMESSAGE", FaultKind::CutBefore);
    assert!(matches!(
        stage.sends("x").await,
        Err(RequestError::Network(_))
    ));
    assert_eq!(stage.count(), before);
    // Each fault was for one call.
    stage.sends("x").await.unwrap();
}

#[tokio::test]
async fn a_message_whose_answer_is_lost_is_there() {
    let stage = stage().await;
    let before = stage.count();
    stage.fault("sendMessage", FaultKind::CutAfter);
    assert!(matches!(
        stage.sends("x").await,
        Err(RequestError::Network(_))
    ));
    assert_eq!(stage.count(), before + 1);
    stage.fault("sendMessage", FaultKind::GarbledReply);
    assert!(matches!(
        stage.sends("x").await,
        Err(RequestError::InvalidJson { .. })
    ));
    assert_eq!(stage.count(), before + 2);
    stage.sends("x").await.unwrap();
}

#[tokio::test]
async fn a_message_may_be_late() {
    let stage = stage().await;
    stage.fault("sendMessage", FaultKind::Delay(Duration::from_millis(120)));
    let begun = Instant::now();
    stage.sends("x").await.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(120));
}

#[tokio::test]
async fn a_server_fails_with_json_and_a_proxy_with_a_page() {
    let stage = stage().await;
    for html_body in [false, true] {
        let code = 502;
        stage.fault("getMe", FaultKind::ServerError { code, html_body });
        let (status, answer) = stage.raw("getMe", json!({})).await;
        assert_eq!((status, answer.is_null()), (502, html_body));
    }
}

/// Sends in the background, and returns when the call has reached the sandbox.
async fn sending(stage: &Stage, bot: Bot) -> JoinHandle<Result<Message, RequestError>> {
    let (chat, calls) = (stage.chat(), stage.sandbox.calls().len());
    let send = tokio::spawn(async move { bot.send_message(chat, "x").await });
    while stage.sandbox.calls().len() == calls {
        tokio::task::yield_now().await;
    }
    send
}

#[tokio::test]
async fn a_held_request_goes_on_when_faults_are_cleared() {
    let stage = stage().await;
    let before = stage.count();
    for (kind, handled) in [(FaultKind::HoldBefore, 0), (FaultKind::HoldAfter, 2)] {
        stage.fault("sendMessage", kind);
        let send = sending(&stage, stage.bot.clone()).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(!send.is_finished());
        assert_eq!(stage.count(), before + handled);
        stage.sandbox.clear_faults();
        send.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_bot_that_dies_while_held_has_sent_or_not_sent() {
    let stage = stage().await;
    for (kind, sent) in [(FaultKind::HoldBefore, 0), (FaultKind::HoldAfter, 1)] {
        let before = stage.count();
        stage.fault("sendMessage", kind);
        let send = sending(&stage, bot_at(&stage.sandbox, TOKEN)).await;
        send.abort();
        assert!(send.await.unwrap_err().is_cancelled());
        // The server needs a moment to see that the connection is gone.
        tokio::time::sleep(Duration::from_millis(100)).await;
        stage.sandbox.clear_faults();
        stage.bot.get_me().await.unwrap();
        assert_eq!(stage.count() - before, sent);
    }
}

#[tokio::test]
async fn a_fault_may_be_for_one_chat_only() {
    let stage = stage().await;
    let binh = stage.sandbox.add_user("Bình", "vi");
    stage.sandbox.say(binh, binh, "/start");
    stage.sandbox.fault(Fault {
        method: None,
        chat: Some(stage.an),
        times: None,
        kind: FaultKind::TooManyRequests { retry_after: 1 },
    });
    for _ in 0..2 {
        assert!(stage.sends("x").await.is_err());
    }
    stage.bot.send_message(ChatId(binh), "x").await.unwrap();
    let calls = stage.sandbox.calls();
    assert_eq!(
        calls.last().unwrap(),
        &("SendMessage".to_owned(), Some(binh))
    );
}

//! Updates that are delivered: order, redelivery, what the bot is told about it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::Value;
use telegram_sandbox::{Fault, FaultKind};
use teloxide::prelude::*;
use teloxide::types::AllowedUpdate;
use teloxide::{ApiError, RequestError};

use crate::stage::{Stage, TOKEN, bot_at, stage_with};

/// One delivery, as it arrived.
#[derive(Clone, Debug)]
struct Delivered {
    secret: Option<String>,
    update: Value,
}

impl Delivered {
    fn says(&self) -> String {
        let said = &self.update["message"]["text"];
        let tapped = &self.update["callback_query"]["data"];
        let what = said.as_str().or(tapped.as_str());
        what.expect("a message or a tap").to_owned()
    }
}

/// A bot that only listens: it answers as it was told, then 200.
#[derive(Clone, Default)]
struct Hook {
    delivered: Arc<Mutex<Vec<Delivered>>>,
    answers: Arc<Mutex<VecDeque<Response>>>,
    url: String,
}

impl Hook {
    async fn listens() -> Hook {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook = Hook {
            url: format!("http://{}/hook", listener.local_addr().unwrap()),
            ..Hook::default()
        };
        let routes = Router::new()
            .route("/hook", post(take))
            .with_state(hook.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        hook
    }

    fn answers(&self, answer: impl IntoResponse) {
        let answer = answer.into_response();
        self.answers.lock().unwrap().push_back(answer);
    }

    fn heard(&self) -> Vec<String> {
        let delivered = self.delivered.lock().unwrap();
        delivered.iter().map(Delivered::says).collect()
    }

    async fn hears(&self, count: usize) -> Vec<String> {
        for _ in 0..2000 {
            if self.heard().len() >= count {
                return self.heard();
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        panic!("heard only {:?}", self.heard());
    }
}

async fn take(State(hook): State<Hook>, headers: HeaderMap, body: String) -> Response {
    let secret = headers.get("x-telegram-bot-api-secret-token");
    assert_eq!(headers["content-type"], "application/json");
    hook.delivered.lock().unwrap().push(Delivered {
        secret: secret.map(|secret| secret.to_str().unwrap().to_owned()),
        update: serde_json::from_str(&body).unwrap(),
    });
    let answer = hook.answers.lock().unwrap().pop_front();
    answer.unwrap_or_else(|| StatusCode::OK.into_response())
}

/// A stage whose pauses between deliveries are short.
async fn stage() -> Stage {
    stage_with(|options| options.webhook_second = Duration::from_millis(5)).await
}

async fn hooked() -> (Stage, Hook) {
    let (stage, hook) = (stage().await, Hook::listens().await);
    let set = stage.bot.set_webhook(hook.url.parse().unwrap());
    set.secret_token("a-b_C1").await.unwrap();
    (stage, hook)
}

async fn nothing_waits(stage: &Stage) {
    let mut changed = stage.sandbox.changed();
    while stage.sandbox.pending() > 0 {
        changed.changed().await.unwrap();
    }
}

fn conflict(result: Result<Vec<Update>, RequestError>) -> String {
    match result.unwrap_err() {
        RequestError::Api(ApiError::Unknown(words)) => words,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_was_waiting_and_what_comes_is_delivered_with_the_secret() {
    let (stage, hook) = (stage().await, Hook::listens().await);
    stage.says("before");
    let set = stage.bot.set_webhook(hook.url.parse().unwrap());
    let kinds = [AllowedUpdate::Message];
    set.secret_token("a-b_C1")
        .max_connections(7)
        .allowed_updates(kinds)
        .await
        .unwrap();
    stage.says("after");
    stage
        .sandbox
        .tap_data(stage.an, stage.an, 1, "not asked for");
    assert_eq!(hook.hears(2).await, ["before", "after"]);
    nothing_waits(&stage).await;
    let delivered = hook.delivered.lock().unwrap().clone();
    assert!(
        delivered
            .iter()
            .all(|one| one.secret.as_deref() == Some("a-b_C1"))
    );
    let info = stage.bot.get_webhook_info().await.unwrap();
    assert_eq!(info.url.unwrap().as_str(), hook.url);
    assert_eq!(info.max_connections, Some(7));
    assert_eq!(info.allowed_updates, Some(kinds.to_vec()));
    assert_eq!(
        (info.pending_update_count, info.last_error_message),
        (0, None)
    );
}

#[tokio::test]
async fn a_chat_goes_on_only_when_its_last_update_was_taken_and_others_do_not_wait_for_it() {
    let (stage, hook) = hooked().await;
    let binh = stage.sandbox.add_user("Trần Văn Bình", "vi");
    for _ in 0..3 {
        hook.answers(StatusCode::INTERNAL_SERVER_ERROR);
    }
    stage.says("one");
    hook.hears(3).await;
    stage.says("two");
    stage.sandbox.say(binh, binh, "beside");
    nothing_waits(&stage).await;
    let heard = hook.heard();
    let of_an: Vec<_> = heard.iter().filter(|text| *text != "beside").collect();
    assert_eq!(of_an, ["one", "one", "one", "one", "two"]);
    assert!(heard.contains(&"beside".to_owned()));
    let info = stage.bot.get_webhook_info().await.unwrap();
    let told = info.last_error_message.unwrap();
    assert_eq!(
        told,
        "Wrong response from the webhook: 500 Internal Server Error"
    );
    assert!(info.last_error_date.is_some());
}

#[tokio::test]
async fn messages_and_taps_of_one_person_are_two_streams() {
    let (stage, hook) = hooked().await;
    stage.sandbox.fault(Fault {
        method: Some("webhook".to_owned()),
        chat: None,
        times: Some(1),
        kind: FaultKind::HoldBefore,
    });
    stage.says("held");
    let mut changed = stage.sandbox.changed();
    while stage.sandbox.delivered_unconfirmed().is_empty() {
        changed.changed().await.unwrap();
    }
    stage.sandbox.tap_data(stage.an, stage.an, 1, "overtakes");
    assert_eq!(hook.hears(1).await, ["overtakes"]);
    stage.sandbox.clear_faults();
    assert_eq!(hook.hears(2).await, ["overtakes", "held"]);
    nothing_waits(&stage).await;
}

#[tokio::test]
async fn a_pause_that_is_asked_for_is_kept() {
    let (stage, hook) = hooked().await;
    let busy = [("retry-after", "3600")];
    hook.answers((StatusCode::SERVICE_UNAVAILABLE, busy));
    stage.says("patience");
    hook.hears(1).await;
    let told = async || stage.bot.get_webhook_info().await.unwrap();
    while told().await.last_error_message.is_none() {
        tokio::task::yield_now().await;
    }
    // An hour of the sandbox's is eighteen seconds here; without the header it would have come at once.
    tokio::time::sleep(Duration::from_millis(60)).await;
    assert_eq!(hook.heard(), ["patience"]);
    assert_eq!(told().await.pending_update_count, 1);
}

#[tokio::test]
async fn an_answer_that_is_lost_and_a_bot_that_is_not_there_mean_again() {
    let (stage, hook) = hooked().await;
    stage.sandbox.fault(Fault {
        method: Some("webhook".to_owned()),
        chat: None,
        times: Some(2),
        kind: FaultKind::CutAfter,
    });
    stage.says("again");
    assert_eq!(hook.hears(3).await, ["again"; 3]);
    nothing_waits(&stage).await;
    let nobody = "http://127.0.0.1:1/hook".parse().unwrap();
    stage.bot.set_webhook(nobody).await.unwrap();
    stage.says("later");
    let told = async || stage.bot.get_webhook_info().await.unwrap();
    while told().await.last_error_message.as_deref() != Some("Connection refused") {
        tokio::task::yield_now().await;
    }
    stage
        .bot
        .set_webhook(hook.url.parse().unwrap())
        .await
        .unwrap();
    assert_eq!(hook.hears(4).await[3], "later");
}

#[tokio::test]
async fn who_polls_cannot_be_delivered_to_and_the_other_way_round() {
    let (stage, hook) = (stage().await, Hook::listens().await);
    let bot = bot_at(&stage.sandbox, TOKEN);
    let held = tokio::spawn(async move { bot.get_updates().timeout(10).await });
    while stage.sandbox.requests() < 3 {
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(Duration::from_millis(30)).await;
    stage
        .bot
        .set_webhook(hook.url.parse().unwrap())
        .await
        .unwrap();
    let ended = conflict(held.await.unwrap());
    assert_eq!(ended, "Conflict: terminated by setWebhook request");
    let refused = conflict(stage.bot.get_updates().await);
    assert!(refused.contains("can't use getUpdates method while webhook is active"));
    hook.answers(StatusCode::NOT_FOUND);
    hook.answers((StatusCode::NOT_FOUND, [("retry-after", "3600")]));
    stage.says("to be polled");
    hook.hears(2).await;
    stage.bot.delete_webhook().await.unwrap();
    let updates = stage.updates(0).await;
    assert_eq!(updates.len(), 1, "what waits is kept");
}

#[tokio::test]
async fn an_address_or_secret_that_telegram_does_not_take_is_refused() {
    let stage = stage().await;
    let set = async |url: &str, secret: &str| {
        let set = stage.bot.set_webhook(url.parse().unwrap());
        set.secret_token(secret).await.unwrap_err().to_string()
    };
    for (url, secret, why) in [
        ("http://example.vn/x", "s", "An HTTPS URL must be provided"),
        ("https://example.vn:9465/x", "s", "only on ports"),
        ("https://example.vn/x", "a b", "unallowed characters"),
    ] {
        let told = set(url, secret).await;
        assert!(told.contains(why), "{told}");
    }
}

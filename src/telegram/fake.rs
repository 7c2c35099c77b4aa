//! A Bot API of a few lines for tests: keeps what it was asked and answers as the test says.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::Api;

/// One request that arrived.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) body: Value,
}

/// What it answers, and how long it takes.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) body: Value,
    pub(crate) delay: Duration,
}

impl Answer {
    pub(crate) fn done(result: &Value) -> Self {
        Self {
            body: json!({ "ok": true, "result": result }),
            delay: Duration::ZERO,
        }
    }

    pub(crate) fn refused(code: u16, description: &str) -> Self {
        Self {
            body: json!({ "ok": false, "error_code": code, "description": description }),
            delay: Duration::ZERO,
        }
    }

    pub(crate) fn wait(seconds: u32) -> Self {
        let mut answer = Self::refused(429, "Too Many Requests");
        answer.body["parameters"] = json!({ "retry_after": seconds });
        answer
    }

    pub(crate) fn after(mut self, millis: u64) -> Self {
        self.delay = Duration::from_millis(millis);
        self
    }
}

type Script = Arc<dyn Fn(&Asked) -> Answer + Send + Sync>;

/// The running thing; it ends with the test's runtime.
#[derive(Clone)]
pub(crate) struct Fake {
    asked: Arc<Mutex<Vec<Asked>>>,
    script: Script,
}

impl Fake {
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    pub(crate) async fn start(
        script: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
    ) -> (Self, Api) {
        let fake = Self {
            asked: Arc::default(),
            script: Arc::new(script),
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new()
            .route("/bot12:secret/{method}", axum::routing::post(answer))
            .with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let token = SecretString::from("12:secret".to_owned());
        (fake, Api::new(&url, token).expect("a way"))
    }

    /// Everything it was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no panic").clone()
    }

    /// The texts sent, with their chats, in the order in which they arrived.
    pub(crate) fn texts(&self) -> Vec<(i64, String)> {
        let text = |asked: &Asked| {
            let chat = asked.body["chat_id"].as_i64()?;
            Some((chat, asked.body["text"].as_str()?.to_owned()))
        };
        self.asked().iter().filter_map(text).collect()
    }

    /// Waits until it has been asked so often, for five seconds at most.
    pub(crate) async fn until(&self, count: usize) -> Vec<Asked> {
        for _ in 0..500 {
            if self.asked().len() >= count {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let asked = self.asked();
        assert!(
            asked.len() >= count,
            "asked {} times, not {count}",
            asked.len()
        );
        asked
    }
}

async fn answer(State(fake): State<Fake>, Path(method): Path<String>, body: String) -> Response {
    let asked = Asked {
        method,
        body: serde_json::from_str(&body).expect("JSON"),
    };
    let answer = (fake.script)(&asked);
    fake.asked.lock().expect("no panic").push(asked);
    tokio::time::sleep(answer.delay).await;
    let code = answer.body["error_code"].as_u64().unwrap_or(200);
    let status = u16::try_from(code)
        .ok()
        .and_then(|code| StatusCode::from_u16(code).ok());
    (status.expect("a status"), answer.body.to_string()).into_response()
}

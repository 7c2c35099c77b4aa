//! The emulated Telegram of this bench: a process of its own that stores only when what arrived.
//!
//! Knows the few methods that both contenders use, and a storm of presses. `crates/telegram-sandbox` is strict and
//! keeps every message: at thousands of calls a second it would be what is measured.

use std::collections::HashMap;
use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context;
use axum::Json;
use axum::extract::{Path as Route, State};
use axum::routing::post;
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::Notify;

/// As many as one `getUpdates` returns at most, and as are delivered at once.
const LIMIT: usize = 100;
/// Until a delivery that was not taken is made again.
const AGAIN: Duration = Duration::from_millis(20);
/// The day the bot is told, whatever day it is.
const DATE: i64 = 1_763_900_000;

/// A press to be made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Press {
    pub(crate) user: i64,
    pub(crate) message: i64,
    pub(crate) data: String,
}

/// What became of a storm.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Storm {
    /// Milliseconds from the presses to each toast, in the order of the presses.
    pub(crate) toasts: Vec<f64>,
    /// The same to each edit.
    pub(crate) edits: Vec<f64>,
    /// Letters of an edit of middle length, and that edit.
    pub(crate) edit: String,
    /// This process's own processor time, in milliseconds.
    pub(crate) cpu: f64,
    /// Toasts and edits that came twice.
    pub(crate) twice: usize,
}

#[derive(Default)]
struct World {
    presses: Vec<Press>,
    /// Presses whose updates the bot has not confirmed: from this one on.
    confirmed: usize,
    started: Option<Instant>,
    toasts: HashMap<usize, f64>,
    edits: HashMap<i64, f64>,
    words: Vec<String>,
    twice: usize,
    polls: u64,
    /// Where updates are delivered to, and what is shown there.
    hook: Option<(String, String)>,
}

#[derive(Clone)]
struct Shared {
    world: Arc<Mutex<World>>,
    /// The presses were made, or all is done.
    changed: Arc<Notify>,
}

impl Shared {
    fn with<T>(&self, look: impl FnOnce(&mut World) -> T) -> T {
        look(&mut self.world.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Says its address; on a line from outside the presses are made, and when all is answered it says what became of them.
pub(crate) async fn run(presses: &Path) -> anyhow::Result<()> {
    let presses = serde_json::from_slice(&std::fs::read(presses)?)?;
    let shared = Shared {
        world: Arc::new(Mutex::new(World {
            presses,
            ..World::default()
        })),
        changed: Arc::default(),
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    say(&format!("http://{}", listener.local_addr()?))?;
    let app = axum::Router::new()
        .route("/{bot}/{method}", post(call))
        .with_state(shared.clone());
    #[expect(clippy::disallowed_methods, reason = "it ends with the process")]
    let server = tokio::spawn(async move { axum::serve(listener, app).await });
    polled(&shared).await;
    say("polled")?;
    tokio::task::spawn_blocking(|| std::io::stdin().lock().read_line(&mut String::new())).await??;
    shared.with(|world| world.started = Some(Instant::now()));
    shared.changed.notify_waiters();
    let (ended, own) = (
        Arc::clone(&shared.changed),
        testkit::measure::cpu(std::process::id())?,
    );
    if let Some(hook) = shared.with(|world| world.hook.clone()) {
        let presses = shared.with(|world| world.presses.clone());
        deliver(&hook, &presses).await?;
    }
    loop {
        let change = ended.notified();
        let done = shared.with(|world| {
            world.toasts.len() == world.presses.len() && world.edits.len() == world.presses.len()
        });
        if done {
            break;
        }
        let _ = tokio::time::timeout(Duration::from_millis(20), change).await;
    }
    let cpu = testkit::measure::cpu(std::process::id())? - own;
    say(&serde_json::to_string(
        &shared.with(|world| told(world, cpu)),
    )?)?;
    server.await?.context("the server has ended")
}

fn told(world: &mut World, cpu: Duration) -> Storm {
    world.words.sort_by_key(String::len);
    let presses = world.presses.iter().enumerate();
    let (toasts, edits) = presses
        .map(|(place, press)| (world.toasts[&place], world.edits[&press.user]))
        .unzip();
    Storm {
        toasts,
        edits,
        edit: world.words.swap_remove(world.words.len() / 2),
        cpu: cpu.as_secs_f64() * 1000.0,
        twice: world.twice,
    }
}

/// Until the bot waits in a poll for the second time, or has set its webhook: what it does at its start is over.
async fn polled(shared: &Shared) {
    while shared.with(|world| world.polls == 0) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tokio::time::sleep(Duration::from_millis(700)).await;
}

async fn call(
    Route((_, method)): Route<(String, String)>,
    State(shared): State<Shared>,
    body: axum::body::Bytes,
) -> Json<Value> {
    let asked: Value = serde_json::from_slice(&body).unwrap_or_default();
    let result = match method.to_ascii_lowercase().as_str() {
        "getupdates" => updates(&shared, &asked).await,
        "getme" => json!({
            "id": 1_000_000_001_i64, "is_bot": true, "first_name": "Nhip", "username": testkit::parts::USERNAME,
            "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
            "can_connect_to_business": false, "has_main_web_app": false,
        }),
        "answercallbackquery" => {
            let place = asked["callback_query_id"]
                .as_str()
                .and_then(|id| id.parse().ok());
            shared.with(|world| {
                arrived(world, |world, at| {
                    Some(world.toasts.insert(place?, at).is_some())
                })
            });
            Value::Bool(true)
        }
        "editmessagetext" => edited(&shared, &asked),
        "setwebhook" => {
            let text = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
            shared.with(|world| {
                world.hook = Some((text("url"), text("secret_token")));
                world.polls += 1;
            });
            Value::Bool(true)
        }
        "getwebhookinfo" => {
            let hook = shared.with(|world| world.hook.clone());
            json!({ "url": hook.map(|(url, _)| url), "pending_update_count": 0 })
        }
        _ => Value::Bool(true),
    };
    Json(json!({ "ok": true, "result": result }))
}

fn edited(shared: &Shared, asked: &Value) -> Value {
    let text = asked["text"].as_str().unwrap_or_default();
    let chat = asked["chat_id"].as_i64();
    shared.with(|world| {
        world.words.push(text.to_owned());
        arrived(world, |world, at| {
            Some(world.edits.insert(chat?, at).is_some())
        });
    });
    json!({
        "message_id": asked["message_id"], "date": DATE, "edit_date": DATE, "text": text,
        "chat": { "id": chat, "type": "private", "first_name": "Minh Hoa" },
    })
}

fn arrived(world: &mut World, note: impl FnOnce(&mut World, f64) -> Option<bool>) {
    let at = world
        .started
        .map_or(0.0, |at| at.elapsed().as_secs_f64() * 1000.0);
    if note(world, at) == Some(true) {
        world.twice += 1;
    }
}

async fn updates(shared: &Shared, asked: &Value) -> Value {
    let offset = asked["offset"]
        .as_i64()
        .and_then(|id| usize::try_from(id).ok());
    let limit = asked["limit"]
        .as_u64()
        .and_then(|limit| usize::try_from(limit).ok());
    let hold = Duration::from_secs(asked["timeout"].as_u64().unwrap_or(0));
    let change = shared.changed.notified();
    let waiting = shared.with(|world| {
        world.polls += 1;
        // Update ids begin at 1: the offset is the number of those that are confirmed, and one more.
        world.confirmed = world.confirmed.max(offset.unwrap_or(0).saturating_sub(1));
        due(world, limit)
    });
    if !waiting.is_empty() || hold.is_zero() {
        return Value::Array(waiting);
    }
    let _ = tokio::time::timeout(hold, change).await;
    Value::Array(shared.with(|world| due(world, limit)))
}

fn due(world: &World, limit: Option<usize>) -> Vec<Value> {
    if world.started.is_none() {
        return Vec::new();
    }
    let presses = world.presses.iter().enumerate().skip(world.confirmed);
    presses
        .take(limit.unwrap_or(LIMIT).min(LIMIT))
        .map(|(place, press)| update(place, press))
        .collect()
}

/// Delivers each press, as many at once as Telegram does, and again until it is taken.
async fn deliver((url, secret): &(String, String), presses: &[Press]) -> anyhow::Result<()> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let one = async |(place, press)| {
        let body = update(place, press).to_string();
        let delivery = || {
            client
                .post(url)
                .header("content-type", "application/json")
                .header("x-telegram-bot-api-secret-token", secret)
                .body(body.clone())
                .send()
        };
        while !delivery()
            .await
            .is_ok_and(|answer| answer.status().is_success())
        {
            tokio::time::sleep(AGAIN).await;
        }
    };
    let all = futures_util::stream::iter(presses.iter().enumerate());
    all.for_each_concurrent(LIMIT, one).await;
    Ok(())
}

fn update(place: usize, press: &Press) -> Value {
    json!({
        "update_id": place + 1,
        "callback_query": {
            "id": place.to_string(),
            "from": { "id": press.user, "is_bot": false, "first_name": "Minh Hoa", "language_code": "vi" },
            "message": {
                "message_id": press.message, "date": DATE, "text": "Câu 1/5",
                "chat": { "id": press.user, "type": "private", "first_name": "Minh Hoa" },
            },
            "chat_instance": "1",
            "data": press.data,
        },
    })
}

fn say(line: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

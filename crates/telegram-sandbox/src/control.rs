//! The page and its JSON API: the verbs of `Sandbox`, for people with a browser.
//!
//! Knows: routes and bodies under `/sandbox`. Must not know: the Bot API's methods.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::events::PageEvent;
use crate::faults::Fault;
use crate::inner::Inner;
use crate::lock::lock;
use crate::options::Advance;
use crate::say::{Attached, Say};
use crate::show;
use crate::world::{BotStatus, World};

pub(crate) mod files;
mod own_page;
mod stream;

/// Most messages one request may fetch.
const MESSAGES_MAX: usize = 500;

pub(crate) fn routes() -> Router<Arc<Inner>> {
    Router::new()
        .route("/", get(files::index))
        .route("/page/{*file}", get(files::page))
        .route("/sandbox/state", get(state))
        .route("/sandbox/chats/{chat}/messages", get(messages))
        .route("/sandbox/commands", get(commands))
        .route("/sandbox/events", get(stream::events))
        .route("/sandbox/files/{*file}", get(files::file))
        .route("/sandbox/say", post(say))
        .route("/sandbox/attach", post(attach))
        .route("/sandbox/tap", post(tap))
        .route("/sandbox/block", post(block))
        .route("/sandbox/users", post(add_user))
        .route("/sandbox/groups", post(add_group))
        .route("/sandbox/topics", post(add_topic))
        .route("/sandbox/migrate", post(migrate))
        .route("/sandbox/bot", post(move_bot))
        .route("/sandbox/clock", post(clock))
        .route(
            "/sandbox/faults",
            get(list_faults)
                .post(add_fault)
                .put(set_faults)
                .delete(clear_faults),
        )
        .layer(axum::middleware::from_fn(own_page::only))
}

fn ok(value: &Value) -> Response {
    Json(value).into_response()
}

fn wrong(reason: &str) -> Response {
    refused(StatusCode::BAD_REQUEST, reason)
}

fn refused(status: StatusCode, reason: &str) -> Response {
    (status, Json(json!({ "error": reason }))).into_response()
}

fn result(value: Result<Value, String>) -> Response {
    match value {
        Ok(value) => ok(&value),
        Err(reason) => wrong(&reason),
    }
}

fn parse<T: DeserializeOwned>(body: &Bytes) -> Result<T, String> {
    serde_json::from_slice::<T>(body)
        .map_err(|error| format!("the body does not fit: {error}; send JSON with those fields"))
}

async fn state(State(inner): State<Arc<Inner>>) -> Response {
    let mut shown = inner.read(show::world);
    shown["now"] = json!(inner.now());
    shown["clock"] = json!(inner.options.clock.is_some());
    shown["busy"] = json!(inner.clock_busy.load(Ordering::Acquire));
    shown["phones"] = json!(*lock(&inner.phones));
    shown["tour"] = json!(*lock(&inner.tour));
    shown["faults"] = json!(inner.faults.list());
    let page = &inner.options.page;
    shown["page"] = json!({
        "utc_offset": page.utc_offset.map(|zone| zone.local_minus_utc() / 60),
        "clock_label": page.clock_label,
        "about": page.about,
    });
    ok(&shown)
}

#[derive(Deserialize)]
struct Window {
    before: Option<i64>,
    limit: Option<usize>,
}

async fn messages(
    State(inner): State<Arc<Inner>>,
    Path(chat): Path<i64>,
    Query(window): Query<Window>,
) -> Response {
    let limit = window.limit.unwrap_or(50).min(MESSAGES_MAX);
    let before = window.before.unwrap_or(i64::MAX);
    let list = inner.read(|world| {
        let chat = world.current_chat(chat);
        let place = world.chats.get(&chat)?;
        let newest = place.messages.range(..before).rev().take(limit);
        let mut list: Vec<Value> = newest
            .map(|(_, stored)| show::message(world, chat, stored))
            .collect();
        list.reverse();
        Some(Value::Array(list))
    });
    result(list.ok_or_else(|| format!("there is no chat {chat}; see /sandbox/state")))
}

#[derive(Deserialize)]
struct MenuPlace {
    chat: i64,
    user: i64,
    #[serde(default)]
    lang: String,
}

async fn commands(State(inner): State<Arc<Inner>>, Query(place): Query<MenuPlace>) -> Response {
    let menu = inner.read(|world| world.menu(place.chat, place.user, &place.lang));
    let menu: Vec<Value> = menu
        .iter()
        .map(|(command, description)| json!({"command": command, "description": description}))
        .collect();
    ok(&Value::Array(menu))
}

#[derive(Deserialize)]
struct SayBody {
    user: i64,
    chat: i64,
    text: String,
    thread: Option<i64>,
    reply_to: Option<i64>,
    #[serde(default)]
    anonymous: bool,
}

async fn say(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<SayBody>(&body).and_then(|say| {
        let say = Say {
            user: say.user,
            chat: say.chat,
            text: say.text,
            thread: say.thread,
            reply_to: say.reply_to,
            anonymous: say.anonymous,
            file: None,
        };
        Ok(json!({"id": inner.say(&say)?}))
    }))
}

/// A file with a caption: the body is the file itself.
#[derive(Deserialize)]
struct Attaching {
    user: i64,
    chat: i64,
    name: String,
    #[serde(default)]
    photo: bool,
    #[serde(default)]
    text: String,
    thread: Option<i64>,
    reply_to: Option<i64>,
}

async fn attach(
    State(inner): State<Arc<Inner>>,
    Query(at): Query<Attaching>,
    bytes: Bytes,
) -> Response {
    let say = Say {
        user: at.user,
        chat: at.chat,
        text: at.text,
        thread: at.thread,
        reply_to: at.reply_to,
        anonymous: false,
        file: Some(Attached {
            name: at.name,
            bytes,
            photo: at.photo,
        }),
    };
    result(inner.say(&say).map(|id| json!({ "id": id })))
}

#[derive(Deserialize)]
struct TapBody {
    user: i64,
    chat: i64,
    message: i64,
    data: String,
}

async fn tap(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<TapBody>(&body).and_then(|tap| {
        let at = (tap.user, tap.chat, tap.message);
        let query = inner.act(|world, now| world.tap(at, &tap.data, now))?;
        Ok(json!({ "query": query }))
    }))
}

fn must_know(world: &World, user: i64) -> Result<(), String> {
    if world.people.contains_key(&user) {
        return Ok(());
    }
    Err(format!("there is no person {user}; add them first"))
}

#[derive(Deserialize)]
struct BlockBody {
    user: i64,
    blocked: bool,
}

async fn block(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<BlockBody>(&body).and_then(|given| {
        inner.act(|world, now| {
            must_know(world, given.user)?;
            world.block(given.user, given.blocked, now);
            Ok(json!({"ok": true}))
        })
    }))
}

#[derive(Deserialize)]
struct UserBody {
    name: String,
    #[serde(default)]
    language: String,
}

async fn add_user(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<UserBody>(&body).and_then(|user| {
        if user.name.trim().is_empty() {
            return Err("the name is empty; give the person one".to_owned());
        }
        let id = inner.act(|world, _| world.add_person(None, user.name.trim(), &user.language));
        Ok(json!({ "id": id }))
    }))
}

#[derive(Deserialize)]
struct GroupBody {
    title: String,
    members: Vec<i64>,
    #[serde(default)]
    forum: bool,
}

async fn add_group(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<GroupBody>(&body).and_then(|group| {
        inner.act(|world, now| {
            for member in &group.members {
                must_know(world, *member)?;
            }
            if group.title.trim().is_empty() || group.members.is_empty() {
                return Err("a group needs a title and at least one member".to_owned());
            }
            let id = world.add_group(group.title.trim(), &group.members, group.forum, now);
            Ok(json!({ "id": id }))
        })
    }))
}

#[derive(Deserialize)]
struct TopicBody {
    group: i64,
    by: i64,
    name: String,
}

async fn add_topic(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<TopicBody>(&body).and_then(|topic| {
        inner.act(|world, now| {
            must_know(world, topic.by)?;
            let id = world.add_topic(topic.by, topic.group, &topic.name, now)?;
            Ok(json!({ "id": id }))
        })
    }))
}

#[derive(Deserialize)]
struct MigrateBody {
    chat: i64,
}

async fn migrate(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<MigrateBody>(&body).and_then(|given| {
        let id = inner.act(|world, now| world.migrate(given.chat, now))?;
        Ok(json!({ "chat": id }))
    }))
}

#[derive(Deserialize)]
struct BotBody {
    group: i64,
    by: i64,
    member: bool,
    #[serde(default)]
    admin: bool,
}

async fn move_bot(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<BotBody>(&body).and_then(|given| {
        let standing = match (given.member, given.admin) {
            (false, _) => BotStatus::Removed,
            (true, false) => BotStatus::Member,
            (true, true) => BotStatus::Admin,
        };
        inner.act(|world, now| {
            must_know(world, given.by)?;
            if given.group > 0 || !world.chats.contains_key(&given.group) {
                return Err(format!("there is no group {}", given.group));
            }
            world.set_bot_status(given.by, given.group, standing, now);
            Ok(json!({"ok": true}))
        })
    }))
}

async fn list_faults(State(inner): State<Arc<Inner>>) -> Response {
    ok(&json!(inner.faults.list()))
}

async fn add_fault(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<Fault>(&body).map(|fault| {
        inner.faults.add(fault);
        inner.publish(PageEvent::state());
        json!(inner.faults.list())
    }))
}

async fn set_faults(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<Vec<Fault>>(&body).map(|faults| {
        inner.faults.set(faults);
        inner.publish(PageEvent::state());
        json!(inner.faults.list())
    }))
}

async fn clear_faults(State(inner): State<Arc<Inner>>) -> Response {
    inner.faults.set(Vec::new());
    inner.publish(PageEvent::state());
    ok(&json!([]))
}

#[derive(Deserialize)]
struct ClockBody {
    advance: String,
}

async fn clock(State(inner): State<Arc<Inner>>, body: Bytes) -> Response {
    result(parse::<ClockBody>(&body).and_then(|given| {
        let advance = match given.advance.as_str() {
            "next" => Advance::NextEvent,
            "hour" => Advance::Hour,
            "day" => Advance::Day,
            "week" => Advance::Week,
            other => return Err(format!("{other:?} is not next, hour, day or week")),
        };
        let Some(clock) = &inner.options.clock else {
            return Err("this sandbox's clock cannot be moved".to_owned());
        };
        if clock.try_send(advance).is_err() {
            return Err("the clock is still moving; try again when it stands".to_owned());
        }
        inner.set_clock(true);
        Ok(json!({"ok": true}))
    }))
}

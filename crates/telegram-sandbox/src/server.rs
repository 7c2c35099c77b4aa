//! The HTTP side of the Bot API: tokens, faults, rates, waiting polls, files.
//!
//! Knows: how a request passes from the socket to a method and back. Must not know: what methods do.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use percent_encoding::percent_decode_str;

use crate::api::params::Params;
use crate::api::{self, Answer, Cost, Refusal, updates};
use crate::connection::Cut;
use crate::faults::FaultKind;
use crate::inner::Inner;
use crate::lock::lock;
use crate::{body, control};

pub(crate) fn router(inner: Arc<Inner>) -> Router {
    control::routes()
        .fallback(serve)
        .layer(DefaultBodyLimit::max(body::BODY_BYTES_MAX))
        .with_state(inner)
}

fn json(status: StatusCode, text: impl Into<Body>) -> Response {
    let mut response = Response::new(text.into());
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}

fn refuse(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.code).unwrap_or(StatusCode::BAD_REQUEST);
    let mut response = json(status, refusal.to_json());
    if let Some(seconds) = refusal.retry_after {
        let value = HeaderValue::from(seconds);
        response.headers_mut().insert(RETRY_AFTER, value);
    }
    response
}

fn respond(answer: Answer) -> Response {
    match answer {
        Ok(result) => json(
            StatusCode::OK,
            format!("{{\"ok\":true,\"result\":{result}}}"),
        ),
        Err(refusal) => refuse(&refusal),
    }
}

/// `/bot<token>/<method>` and `/file/bot<token>/<path>`; anything else is not there.
async fn serve(
    State(inner): State<Arc<Inner>>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    request: Request,
) -> Response {
    let path = request.uri().path().to_owned();
    let missing = Refusal::new(404, "Not Found");
    if let Some((token, file)) = path
        .strip_prefix("/file/bot")
        .and_then(|rest| rest.split_once('/'))
    {
        return match authorise(&inner, token) {
            Ok(()) => control::files::download(&inner, &decoded(file)),
            Err(refusal) => refuse(&refusal),
        };
    }
    let Some((token, method)) = path
        .strip_prefix("/bot")
        .and_then(|rest| rest.split_once('/'))
    else {
        return refuse(&missing);
    };
    inner.requests.fetch_add(1, Ordering::Relaxed);
    if let Err(refusal) = authorise(&inner, token) {
        return refuse(&refusal);
    }
    match body::read(request).await {
        Ok(params) => call(&inner, &cut, method.trim_end_matches('/'), &params).await,
        Err(refusal) => refuse(&refusal),
    }
}

/// A part of a path without its percent-encoding.
fn decoded(part: &str) -> Cow<'_, str> {
    percent_decode_str(part).decode_utf8_lossy()
}

fn authorise(inner: &Inner, token: &str) -> Result<(), Refusal> {
    // Some clients encode the colon in a token.
    let token = &*decoded(token);
    match &inner.options.token {
        Some(known) if known != token => Err(Refusal::new(401, "Unauthorized")),
        None if token.is_empty() => Err(Refusal::new(404, "Not Found")),
        _ => Ok(()),
    }
}

/// Handles one call, with the fault that is switched on for it before or after.
async fn call(inner: &Inner, cut: &Cut, method: &str, params: &Params) -> Response {
    let chat = api::chat_of(params);
    let Some(fault) = inner.faults.take(method, chat) else {
        inner.note_call(method, chat);
        return respond(answer(inner, method, params, chat).await);
    };
    if fault.kind == FaultKind::CutBefore {
        return close(cut);
    }
    inner.note_call(method, chat);
    let handled = async || respond(answer(inner, method, params, chat).await);
    match fault.kind {
        FaultKind::TooManyRequests { retry_after } => refuse(&Refusal::too_many(retry_after)),
        FaultKind::ServerError { code, html_body } => server_error(code, html_body),
        FaultKind::CutBefore => close(cut),
        FaultKind::Delay(delay) => {
            inner.unless_stopped(tokio::time::sleep(delay)).await;
            handled().await
        }
        FaultKind::HoldBefore => {
            inner.unless_stopped(fault.released()).await;
            handled().await
        }
        FaultKind::CutAfter => {
            handled().await;
            close(cut)
        }
        FaultKind::HoldAfter => {
            let response = handled().await;
            inner.unless_stopped(fault.released()).await;
            response
        }
        FaultKind::GarbledReply => {
            handled().await;
            json(StatusCode::OK, "{\"ok\":true,\"result\":{\"message_id\":")
        }
    }
}

fn close(cut: &Cut) -> Response {
    cut.cut();
    Response::new(Body::empty())
}

fn server_error(code: u16, html: bool) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_GATEWAY);
    let reason = status.canonical_reason().unwrap_or("Server Error");
    if !html {
        return refuse(&Refusal::new(status.as_u16(), reason));
    }
    let page = format!(
        "<html>\r\n<head><title>{code} {reason}</title></head>\r\n<body>\r\n<center><h1>{code} \
         {reason}</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
    );
    let mut response = json(status, page);
    let html = HeaderValue::from_static("text/html");
    response.headers_mut().insert(CONTENT_TYPE, html);
    response
}

async fn answer(inner: &Inner, name: &str, params: &Params, chat: Option<i64>) -> Answer {
    if name.eq_ignore_ascii_case("getUpdates") {
        return get_updates(inner, params).await;
    }
    let Some(method) = api::find(name) else {
        return Err(Refusal::new(404, "Not Found"));
    };
    if method.cost == Cost::Message
        && let Some(chat) = chat
    {
        inner.rates.spend(chat).map_err(Refusal::too_many)?;
    }
    inner.act(|world, now| (method.run)(world, params, now))
}

/// Waits for updates. A later poll ends this one with 409, as Telegram does: two programs that poll
/// with one token would each miss what the other was given.
async fn get_updates(inner: &Inner, params: &Params) -> Answer {
    let mut poll = updates::poll(params)?;
    let hooked = || inner.read(|world| world.webhook.is_some());
    if hooked() {
        return Err(Refusal::new(409, updates::WEBHOOK_ACTIVE));
    }
    let (mut arrived, mut polls) = (inner.arrived.subscribe(), inner.polls.subscribe());
    let mine = {
        let mut pace = lock(&inner.pace);
        pace.apply(&mut poll);
        let mut mine = 0;
        inner.polls.send_modify(|count| {
            *count += 1;
            mine = *count;
        });
        mine
    };
    if let Some(allowed) = poll.allowed.take() {
        inner.act(|world, _| world.queue.allow(allowed));
    }
    let deadline = tokio::time::Instant::now() + poll.timeout;
    loop {
        arrived.mark_unchanged();
        if hooked() {
            return Err(Refusal::new(409, updates::WEBHOOK_SET));
        }
        let batch = inner.take_updates(poll.offset, poll.limit);
        if !batch.is_empty() {
            return Ok(format!("[{}]", batch.join(",")));
        }
        tokio::select! {
            _ = arrived.changed() => {}
            _ = polls.wait_for(|count| *count != mine) => {
                return Err(Refusal::new(409, updates::CONFLICT));
            }
            () = tokio::time::sleep_until(deadline) => return Ok("[]".to_owned()),
            () = inner.stop.cancelled() => return Ok("[]".to_owned()),
        }
    }
}

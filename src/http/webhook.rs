//! The route that the messenger delivers updates to.
//!
//! Knows what is asked of a delivery, and which status says what. Must not know how an update is handled: it waits for
//! the writer's word, and answers 200 only after that. A rule of the campaign is never a 4xx, or the messenger would
//! deliver the same update for a day.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use futures_util::StreamExt;
use subtle::ConstantTimeEq;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use crate::event::Inbound;
use crate::metrics::Metrics;
use crate::telegram;

/// Larger than any update: the messenger's texts end at some kilobytes.
const BODY_BYTES_MAX: usize = 1024 * 1024;
/// For the whole body: the proxy in front has it already.
const BODY_TIMEOUT: Duration = Duration::from_secs(10);
/// The header in which the messenger shows that it is the one who was told the address.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// As many wait for the writer as the messenger delivers at once.
pub(crate) const WAITING_MAX: usize = 100;
/// Seconds until the messenger is to try again.
const AGAIN_AFTER: u64 = 1;

/// An update that has come, and who waits to hear whether it is durable.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) update: Inbound,
    pub(crate) durable: oneshot::Sender<bool>,
}

/// What the route needs.
#[derive(Debug, Clone)]
pub(crate) struct Route {
    /// What the messenger was told to show.
    pub(crate) secret: Arc<str>,
    pub(crate) arrivals: mpsc::Sender<Arrival>,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) stop: CancellationToken,
}

/// The route at that path; nothing else is there.
pub(crate) fn router(path: &str, route: Route) -> Router {
    Router::new().route(path, post(delivered)).with_state(route)
}

async fn delivered(State(route): State<Route>, request: Request) -> Response {
    let answer = match route.take(request).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(StatusCode::SERVICE_UNAVAILABLE) => later(),
        Err(refusal) => refusal.into_response(),
    };
    route.metrics.answered(answer.status().as_u16());
    answer
}

/// Busy, or about to end: the same again, later, and on another connection.
fn later() -> Response {
    let mut response = StatusCode::SERVICE_UNAVAILABLE.into_response();
    let headers = response.headers_mut();
    headers.insert(RETRY_AFTER, HeaderValue::from(AGAIN_AFTER));
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

impl Route {
    /// Takes a delivery in, and returns when it is durable.
    async fn take(&self, request: Request) -> Result<(), StatusCode> {
        let (head, body) = request.into_parts();
        // First of all: whoever does not know it is not listened to.
        if !self.knows(&head.headers) {
            return Err(StatusCode::UNAUTHORIZED);
        }
        if self.stop.is_cancelled() {
            return Err(StatusCode::SERVICE_UNAVAILABLE);
        }
        self.metrics.heard();
        if !is_json(&head.headers) {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        if announced(&head.headers) > BODY_BYTES_MAX {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let body = tokio::select! {
            body = tokio::time::timeout(BODY_TIMEOUT, read(body)) => {
                body.map_err(|_| StatusCode::REQUEST_TIMEOUT)??
            }
            () = self.stop.cancelled() => return Err(StatusCode::SERVICE_UNAVAILABLE),
        };
        let update = telegram::update(&body).ok_or(StatusCode::BAD_REQUEST)?;
        let (durable, done) = oneshot::channel();
        self.arrivals
            .try_send(Arrival { update, durable })
            .map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
        match done.await {
            Ok(true) => Ok(()),
            // Not kept, or the writer is gone.
            Ok(false) | Err(_) => Err(StatusCode::SERVICE_UNAVAILABLE),
        }
    }

    /// Whether the request shows the secret. How long that takes tells nothing about it.
    fn knows(&self, headers: &HeaderMap) -> bool {
        headers
            .get(SECRET)
            .is_some_and(|shown| shown.as_bytes().ct_eq(self.secret.as_bytes()).into())
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let kind = kind.unwrap_or_default();
    let kind = kind.split(|byte| *byte == b';').next().unwrap_or_default();
    kind.trim_ascii().eq_ignore_ascii_case(b"application/json")
}

/// How long the body says it is; 0 if it does not say.
fn announced(headers: &HeaderMap) -> usize {
    let length = headers
        .get(CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok());
    length.map_or(0, |text| text.parse().unwrap_or(usize::MAX))
}

/// The body, no longer than it may be, whatever it said.
async fn read(body: Body) -> Result<Vec<u8>, StatusCode> {
    let mut parts = body.into_data_stream();
    let mut whole = Vec::new();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| StatusCode::BAD_REQUEST)?;
        if whole.len() + part.len() > BODY_BYTES_MAX {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole)
}

#[cfg(test)]
mod tests;

//! How the bot is, for machines: `/health/live`, `/health/ready`, `/metrics`.
//!
//! Knows routes, statuses and how long an answer is good. Must not know what is looked at: [`Health`] is asked.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::health::Health;
use crate::metrics;

/// The three routes; nothing else is there.
pub(crate) fn router(health: Arc<Health>) -> Router {
    Router::new()
        // Whoever answers lives.
        .route("/health/live", get(|| async { "alive\n" }))
        .route("/health/ready", get(ready))
        .route("/metrics", get(figures))
        .with_state(health)
}

/// 200 or 503, and which part is how.
async fn ready(State(health): State<Arc<Health>>) -> Response {
    let report = health.report().await;
    let status = if report.ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let body = serde_json::to_string(&report).unwrap_or_default();
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

async fn figures(State(health): State<Arc<Health>>) -> Response {
    match health.exposition().await {
        Some(text) => ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], text).into_response(),
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

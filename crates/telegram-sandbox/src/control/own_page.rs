//! Only the page itself, and programs that are no browser, may use the control.
//!
//! Knows: what a browser says of where a request comes from. Must not know: what is asked for.
//!
//! A page of somebody else's in the same browser can send requests to this address, and with a name of its own that
//! points here (DNS rebinding) it could read the answers. So `Host` must be an address or `localhost`, and whatever
//! changes something must have no foreign `Origin` and must carry a type of content that such a page cannot send
//! without asking first (<https://fetch.spec.whatwg.org/#cors-safelisted-request-header>).

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, HOST, HeaderName, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::refused;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Answers a request from elsewhere with a refusal that says why.
pub(super) async fn only(request: Request, next: Next) -> Response {
    match foreign(request.method(), request.headers()) {
        None => next.run(request).await,
        Some((status, reason)) => refused(status, reason),
    }
}

fn foreign(method: &Method, headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let host = text(HOST).unwrap_or("");
    if !is_address(host) {
        let reason = "open this page by its address, such as http://127.0.0.1:8080, not by a name";
        return Some((StatusCode::MISDIRECTED_REQUEST, reason));
    }
    let read_only = [Method::GET, Method::HEAD].contains(method);
    let elsewhere = text(ORIGIN).is_some_and(|origin| origin != format!("http://{host}"))
        || text(FETCH_SITE).is_some_and(|site| !["same-origin", "none"].contains(&site));
    if elsewhere && !read_only {
        return Some((
            StatusCode::FORBIDDEN,
            "another page sent this; only this one may",
        ));
    }
    let kind = text(CONTENT_TYPE).unwrap_or("").split(';').next();
    let sent = ["application/json", "application/octet-stream"];
    if method == Method::POST || method == Method::PUT {
        let known = kind.is_some_and(|kind| sent.contains(&kind.trim()));
        let reason = "send JSON as application/json, a file as application/octet-stream";
        return (!known).then_some((StatusCode::UNSUPPORTED_MEDIA_TYPE, reason));
    }
    None
}

/// Whether a `Host` is a number or this machine's own name, with or without a port.
fn is_address(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || bare.parse::<IpAddr>().is_ok()
}

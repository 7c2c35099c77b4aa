//! Files over HTTP: the page's own, and what the bot has sent.
//!
//! Knows: content types. Must not know: what the page does with them.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use include_dir::{Dir, File, include_dir};
use serde_json::json;

use crate::entities;
use crate::inner::Inner;

static PAGE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/page");

/// The page, with its title and language filled in.
pub(super) async fn index(State(inner): State<Arc<Inner>>) -> Response {
    let page = &inner.options.page;
    let Some(frame) = PAGE.get_file("index.html").and_then(File::contents_utf8) else {
        return missing();
    };
    let mut title = String::new();
    entities::escape(&page.title, &mut title);
    let html = frame
        .replace("{language}", page.language.code())
        .replace("{title}", &title);
    typed(Body::from(html), "text/html; charset=utf-8")
}

pub(super) async fn page(Path(file): Path<String>) -> Response {
    static_file(&file)
}

fn static_file(name: &str) -> Response {
    let Some(file) = PAGE.get_file(name) else {
        return missing();
    };
    let mime = match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" | "webmanifest" => "application/json",
        "png" => "image/png",
        _ => "application/octet-stream",
    };
    typed(Body::from(file.contents()), mime)
}

fn missing() -> Response {
    let reason = json!({ "error": "there is no such file" });
    (StatusCode::NOT_FOUND, Json(reason)).into_response()
}

fn typed(body: Body, mime: &str) -> Response {
    let mut response = Response::new(body);
    let fallback = HeaderValue::from_static("application/octet-stream");
    let value = HeaderValue::from_str(mime).unwrap_or(fallback);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, value);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// `GET /sandbox/files/{file}`, by file id. Whatever somebody has put into it, it is shown as a picture or saved, never
/// opened as a page of this origin.
pub(super) async fn file(State(inner): State<Arc<Inner>>, Path(id): Path<String>) -> Response {
    let mut response = by_id(&inner, &id);
    let headers = response.headers_mut();
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    let nothing = HeaderValue::from_static("sandbox; default-src 'none'");
    headers.insert(CONTENT_SECURITY_POLICY, nothing);
    response
}

/// `GET /file/bot<token>/<folder>/<file id>/<name>`: the path that `getFile` gave.
pub(crate) fn download(inner: &Inner, path: &str) -> Response {
    by_id(inner, path.split('/').nth(1).unwrap_or(""))
}

fn by_id(inner: &Inner, id: &str) -> Response {
    let mime = inner.read(|world| world.files.get(id).map(|info| info.mime.clone()));
    match (mime, inner.files.get(id)) {
        (Some(mime), Some(bytes)) => typed(Body::from(bytes), &mime),
        _ => missing(),
    }
}

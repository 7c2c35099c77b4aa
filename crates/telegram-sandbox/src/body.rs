//! Reads the parameters of a Bot API request: query, form, JSON, multipart.
//!
//! Knows: HTTP encodings. Must not know: methods or the world.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use crate::api::Refusal;
use crate::api::params::{Params, Upload};

/// Uploads may be 50 MB; a little more for the rest of the form.
pub(crate) const BODY_BYTES_MAX: usize = 52 * 1024 * 1024;

pub(crate) async fn read(request: Request) -> Result<Params, Refusal> {
    let mut params = Params::default();
    if let Some(query) = request.uri().query() {
        read_form(query.as_bytes(), &mut params.values);
    }
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("")
        .to_lowercase();
    if kind.starts_with("multipart/form-data") {
        read_multipart(request, &mut params).await?;
        return Ok(params);
    }
    let bytes = to_bytes(request.into_body(), BODY_BYTES_MAX)
        .await
        .map_err(|_| too_large())?;
    if bytes.is_empty() {
        return Ok(params);
    }
    if kind.starts_with("application/json") {
        let object = serde_json::from_slice::<Map<String, Value>>(&bytes)
            .map_err(|_| Refusal::bad("can't parse JSON object"))?;
        if params.values.is_empty() {
            params.values = object;
        } else {
            params.values.extend(object);
        }
    } else if kind.is_empty() || kind.starts_with("application/x-www-form-urlencoded") {
        read_form(&bytes, &mut params.values);
    } else {
        return Err(Refusal::bad("content type not supported"));
    }
    Ok(params)
}

fn too_large() -> Refusal {
    Refusal::new(413, "Request Entity Too Large")
}

async fn read_multipart(request: Request, params: &mut Params) -> Result<(), Refusal> {
    let broken = || Refusal::bad("can't parse multipart form data");
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| broken())?;
    loop {
        let Some(field) = form.next_field().await.map_err(|_| broken())? else {
            return Ok(());
        };
        let name = field.name().unwrap_or("").to_owned();
        let file = field.file_name().map(str::to_owned);
        let mime = field.content_type().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|error| {
            if error.status().as_u16() == 413 {
                too_large()
            } else {
                broken()
            }
        })?;
        if let Some(file) = file {
            let upload = Upload {
                name: file,
                mime,
                bytes,
            };
            params.uploads.insert(name, upload);
        } else {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            params.values.insert(name, Value::String(text));
        }
    }
}

/// Decodes `a=b&c=d%20e` into values, all of them texts.
fn read_form(form: &[u8], values: &mut Map<String, Value>) {
    for (name, value) in form_urlencoded::parse(form) {
        values.insert(name.into_owned(), Value::String(value.into_owned()));
    }
}

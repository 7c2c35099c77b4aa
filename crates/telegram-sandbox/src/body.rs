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
pub(crate) fn read_form(form: &[u8], values: &mut Map<String, Value>) {
    for pair in form.split(|b| *b == b'&').filter(|pair| !pair.is_empty()) {
        let equals = pair.iter().position(|b| *b == b'=');
        let (name, value) = match equals {
            Some(at) => (&pair[..at], &pair[at + 1..]),
            None => (pair, &pair[pair.len()..]),
        };
        values.insert(decode(name), Value::String(decode(value)));
    }
}

/// Undoes percent-encoding; what is not well encoded stays as it is.
pub(crate) fn decode(encoded: &[u8]) -> String {
    let mut out = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            b'+' => out.push(b' '),
            b'%' => {
                let digits = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
                match digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
                    Some(byte) => {
                        out.push(byte);
                        rest = &tail[2..];
                    }
                    None => out.push(b'%'),
                }
            }
            other => out.push(*other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

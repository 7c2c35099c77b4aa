//! Pictures and documents: sent as uploads or by id, and asked for again.
//!
//! Knows: limits of files and picture sizes. Must not know: where bytes are kept.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::params::{Params, Upload};
use super::refusal::{Answer, Refusal, answer};
use super::{send, target, text};
use crate::world::World;
use crate::world::files::FileInfo;
use crate::world::message::{Body, Sender, Stored};

const PHOTO_BYTES_MAX: usize = 10 * 1024 * 1024;
const DOCUMENT_BYTES_MAX: usize = 50 * 1024 * 1024;
const DOWNLOAD_BYTES_MAX: u64 = 20 * 1024 * 1024;
const PHOTO_SIDES_MAX: u32 = 10_000;
const PHOTO_RATIO_MAX: u32 = 20;

pub(super) fn send_photo(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    send_file(world, params, "photo", now)
}

pub(super) fn send_document(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    send_file(world, params, "document", now)
}

fn send_file(world: &mut World, params: &Params, field: &str, now: DateTime<Utc>) -> Answer {
    let chat = target::writable(world, params)?;
    let (caption, entities) = text::caption(world, params)?;
    // Checked before the file is registered: a refused send must leave no file behind.
    target::thread(world, params, chat)?;
    target::reply_to(world, params, chat)?;
    super::markup::keyboard(params)?;
    let photo = field == "photo";
    let id = match uploaded(params, field)? {
        Some(upload) => {
            let info = inspect(upload, photo)?;
            let id = world.add_file(info);
            world.new_files.push((id.clone(), upload.bytes.clone()));
            id
        }
        None => known(world, params, field, photo)?,
    };
    let body = if photo {
        Body::Photo(id)
    } else {
        Body::Document(id)
    };
    let mut message = Stored::new(Sender::Bot, now.timestamp(), body);
    message.text = caption;
    message.entities = entities;
    send::send(world, params, chat, message)
}

/// The upload a field carries or points to with `attach://name`.
fn uploaded<'a>(params: &'a Params, field: &str) -> Result<Option<&'a Upload>, Refusal> {
    if let Some(upload) = params.uploads.get(field) {
        return Ok(Some(upload));
    }
    match params.str(field).strip_prefix("attach://") {
        Some(name) => match params.uploads.get(name) {
            Some(upload) => Ok(Some(upload)),
            None => Err(Refusal::bad("can't find attached file")),
        },
        None => Ok(None),
    }
}

/// A file that the bot names by its id.
fn known(world: &World, params: &Params, field: &str, photo: bool) -> Result<String, Refusal> {
    let given = params.str(field);
    if given.is_empty() {
        return Err(Refusal::bad(&format!("there is no {field} in the request")));
    }
    if given.contains("://") {
        return Err(Refusal::bad("failed to get HTTP URL content"));
    }
    match world.files.get(given) {
        Some(info) if info.photo == photo => Ok(info.id.clone()),
        Some(_) if photo => Err(Refusal::bad("can't use file of type Document as Photo")),
        Some(_) => Err(Refusal::bad("can't use file of type Photo as Document")),
        None => Err(Refusal::bad("wrong file identifier/HTTP URL specified")),
    }
}

pub(crate) fn inspect(upload: &Upload, photo: bool) -> Result<FileInfo, Refusal> {
    let size = upload.bytes.len();
    if size == 0 {
        return Err(Refusal::bad("file must be non-empty"));
    }
    let (mut width, mut height) = (0, 0);
    if photo {
        if size > PHOTO_BYTES_MAX {
            return Err(Refusal::bad(&format!(
                "file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES_MAX} bytes"
            )));
        }
        (width, height) =
            dimensions(&upload.bytes).ok_or_else(|| Refusal::bad("IMAGE_PROCESS_FAILED"))?;
        let (long, short) = (width.max(height), width.min(height));
        if width + height > PHOTO_SIDES_MAX || long > PHOTO_RATIO_MAX.saturating_mul(short) {
            return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
        }
    } else if size > DOCUMENT_BYTES_MAX {
        return Err(Refusal::new(413, "Request Entity Too Large"));
    }
    let name = safe_name(&upload.name);
    Ok(FileInfo {
        id: String::new(),
        unique_id: String::new(),
        mime: mime(upload, &name, photo),
        name,
        size: u64::try_from(size).unwrap_or(u64::MAX),
        width,
        height,
        photo,
    })
}

/// The last part of a path, without control characters: a name must not lead out of its folder when it
/// is saved.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let kept: String = last.chars().filter(|c| !c.is_control()).collect();
    if kept.is_empty() {
        "file".to_owned()
    } else {
        kept
    }
}

fn mime(upload: &Upload, name: &str, photo: bool) -> String {
    if photo {
        let png = upload.bytes.starts_with(b"\x89PNG");
        return if png { "image/png" } else { "image/jpeg" }.to_owned();
    }
    let extension = name.rsplit('.').next().unwrap_or("").to_lowercase();
    let known = match extension.as_str() {
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "json" => "application/json",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => upload.mime.as_deref().unwrap_or("application/octet-stream"),
    };
    known.to_owned()
}

/// Width and height from the header of a PNG or JPEG.
fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let word = |at: usize| {
            let four = bytes.get(at..at + 4)?;
            Some(u32::from_be_bytes(four.try_into().ok()?))
        };
        return Some((word(16)?, word(20)?)).filter(|(w, h)| *w > 0 && *h > 0);
    }
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let half = |at: usize| {
        let two = bytes.get(at..at + 2)?;
        Some(u16::from_be_bytes(two.try_into().ok()?))
    };
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        let frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if frame {
            return Some((u32::from(half(at + 7)?), u32::from(half(at + 5)?)));
        }
        at += 2 + usize::from(half(at + 2)?);
    }
}

pub(super) fn get_file(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let id = params.str("file_id");
    let Some(info) = world.files.get(id) else {
        let reason = "wrong file_id or the file is temporarily unavailable";
        return Err(Refusal::bad(reason));
    };
    if info.size > DOWNLOAD_BYTES_MAX {
        return Err(Refusal::bad("file is too big"));
    }
    answer(&json!({
        "file_id": info.id,
        "file_unique_id": info.unique_id,
        "file_size": info.size,
        "file_path": info.path(),
    }))
}

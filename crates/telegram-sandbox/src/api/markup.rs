//! `reply_markup`: inline keyboards with their limits; other markups are checked and dropped.
//!
//! Knows: keyboards as Telegram accepts them. Must not know: messages.

use serde_json::Value;

use super::params::Params;
use super::refusal::Refusal;
use crate::entities;
use crate::world::message::{Key, Keyboard};

const DATA_BYTES_MAX: usize = 64;
const BUTTONS_MAX: usize = 100;
/// Telegram drops further buttons of a row without a word.
const ROW_BUTTONS_MAX: usize = 12;
const MARKUP_BYTES_MAX: usize = 10_240;
const COPY_CHARS_MAX: usize = 256;
const STYLES: [&str; 3] = ["danger", "success", "primary"];
/// Kinds of buttons that are accepted and shown, and do nothing here.
const OTHER_KINDS: [&str; 7] = [
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "pay",
];

/// The inline keyboard of a call; empty when there is none.
pub(super) fn keyboard(params: &Params) -> Result<Keyboard, Refusal> {
    let Some(markup) = params.nested("reply_markup", "reply keyboard markup")? else {
        return Ok(Keyboard::new());
    };
    let Value::Object(markup) = markup else {
        return Err(Refusal::bad("object expected as reply markup"));
    };
    let Some(rows) = markup.get("inline_keyboard") else {
        return Ok(Keyboard::new());
    };
    let Value::Array(rows) = rows else {
        return Err(Refusal::bad(
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
        ));
    };
    let mut keyboard = Keyboard::with_capacity(rows.len());
    let mut size = 0;
    for row in rows {
        let Value::Array(row) = row else {
            return Err(Refusal::bad(
                "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
            ));
        };
        let mut keys = Vec::with_capacity(row.len());
        for button in row.iter().take(ROW_BUTTONS_MAX) {
            let key = key(button)?;
            size += 40 + key.text.len() + key.callback_data.as_ref().map_or(0, String::len);
            size += key.url.as_ref().map_or(0, String::len);
            keys.push(key);
        }
        if !keys.is_empty() {
            keyboard.push(keys);
        }
    }
    let buttons: usize = keyboard.iter().map(Vec::len).sum();
    if buttons > BUTTONS_MAX || size > MARKUP_BYTES_MAX {
        return Err(Refusal::bad("reply markup is too long"));
    }
    Ok(keyboard)
}

fn key(button: &Value) -> Result<Key, Refusal> {
    let wrong =
        |reason: &str| Refusal::bad(&format!("can't parse inline keyboard button: {reason}"));
    let Value::Object(fields) = button else {
        return Err(wrong("InlineKeyboardButton must be an Object"));
    };
    let text = match fields.get("text") {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(_) => return Err(wrong("Field \"text\" must be of type String")),
        None => return Err(wrong("Can't find field \"text\"")),
    };
    if text.is_empty() {
        return Err(Refusal::bad("inline keyboard button text is empty"));
    }
    let string = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let style = string("style").filter(|style| !style.is_empty());
    if let Some(style) = style.as_deref().filter(|style| !STYLES.contains(style)) {
        return Err(Refusal::bad(&format!(
            "inline keyboard button style '{style}' is invalid"
        )));
    }
    let key = Key {
        text,
        callback_data: string("callback_data"),
        url: string("url"),
        style,
        other: OTHER_KINDS
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), fields.get(*name)?.clone())))
            .collect(),
    };
    check(key)
}

fn check(mut key: Key) -> Result<Key, Refusal> {
    if let Some(url) = &key.url {
        let Some(checked) = entities::checked_url(url) else {
            return Err(Refusal::bad(&format!(
                "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
            )));
        };
        key.url = Some(checked);
        return Ok(key);
    }
    if let Some(data) = &key.callback_data {
        if data.is_empty() || data.len() > DATA_BYTES_MAX {
            return Err(Refusal::bad("BUTTON_DATA_INVALID"));
        }
        return Ok(key);
    }
    if let Some(copied) = &key.other.get("copy_text") {
        let text = copied.get("text").and_then(Value::as_str).unwrap_or("");
        if text.is_empty() || text.chars().count() > COPY_CHARS_MAX {
            return Err(Refusal::bad("BUTTON_COPY_TEXT_INVALID"));
        }
        return Ok(key);
    }
    if !key.other.is_empty() {
        Ok(key)
    } else {
        Err(Refusal::bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ))
    }
}

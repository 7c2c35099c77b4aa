//! Rows of buttons as the messenger takes them.
//!
//! Knows colours, which teloxide does not know yet, and which buttons stand under what is private. Must not know what a
//! button does.

use reqwest::Url;
use serde::Serialize;

use crate::event::{Button, Style};
use crate::outgoing::{Key, Keyboard};

/// An inline keyboard.
#[derive(Debug, Default, Serialize)]
pub(super) struct Markup {
    inline_keyboard: Vec<Vec<MarkupKey>>,
}

#[derive(Debug, Serialize)]
struct MarkupKey {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    callback_data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<&'static str>,
}

/// `None` if there are no buttons.
pub(super) fn markup(keyboard: Keyboard) -> Option<Markup> {
    let rows = keyboard.into_iter();
    let rows = rows.map(|row| row.into_iter().map(key).collect());
    let inline_keyboard: Vec<_> = rows.collect();
    (!inline_keyboard.is_empty()).then_some(Markup { inline_keyboard })
}

fn key(key: Key) -> MarkupKey {
    let style = Button::parse(&key.data).and_then(Button::style);
    let page = key.page().and_then(|page| Url::parse(page).ok());
    MarkupKey {
        text: key.label,
        callback_data: page.is_none().then_some(key.data),
        url: page,
        style: style.map(|style| match style {
            Style::Danger => "danger",
            Style::Success => "success",
            Style::Primary => "primary",
        }),
    }
}

/// Whether these buttons stand under what nobody else is to see: the messenger then lets nobody forward, copy or save it.
pub(super) fn is_private(keyboard: &Keyboard) -> bool {
    let keys = keyboard.iter().flatten();
    let mut buttons = keys.filter_map(|key| Button::parse(&key.data));
    buttons.any(Button::is_private)
}

//! What people get: words, perhaps below a file, perhaps with buttons; as a call, and the tap on “seen”.
//!
//! Knows which buttons stand below whose message. Must not know who gets it, nor when.

use crate::core::access::consent;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::event::{Button, Step, Steps};
use crate::outgoing::{Call, FileContent, Key, Keyboard};
use crate::store::broadcasts::{Body, Broadcast};
use crate::store::{self, StoreError};
use crate::types::{ChatId, Language};

const LABEL_CHARS_MAX: usize = 40;

const PAGE_BYTES_MAX: usize = 500;

/// The call that sends it to a chat.
pub(super) fn call(body: &Body, chat: ChatId, keyboard: Keyboard) -> Call {
    match body.file.clone() {
        None => Call::Send {
            chat,
            thread: None,
            text: body.html.clone(),
            keyboard,
            reply_to: None,
        },
        Some((kind, id)) => Call::File {
            chat,
            thread: None,
            kind,
            content: FileContent::Known(id),
            caption: body.html.clone(),
            keyboard,
            reply_to: None,
        },
    }
}

/// The buttons below a member's message.
pub(super) fn member_keys(ctx: &Ctx<'_>, language: Language, broadcast: &Broadcast) -> Keyboard {
    let mut rows = group_keys(broadcast);
    if broadcast.body.ask_seen {
        let saw = Steps {
            broadcast: broadcast.id,
            version: 0,
            step: Step::Saw,
        };
        rows.push(vec![ctx.key(
            language,
            "button-saw",
            Button::Broadcast(saw),
        )]);
    }
    rows
}

/// The buttons below a group's message: without “seen”, which is counted by member.
pub(super) fn group_keys(broadcast: &Broadcast) -> Keyboard {
    let link = broadcast.body.link.clone();
    let key = link.map(|(label, page)| vec![Key { label, data: page }]);
    key.into_iter().collect()
}

/// What the button to a page says, and the page: `Đăng ký https://…`. Without words it says where it leads.
pub(super) fn link(text: &str) -> Option<(String, String)> {
    let (label, page) = match text.trim().rsplit_once(char::is_whitespace) {
        Some((label, page)) => (label.trim(), page),
        None => ("", text.trim()),
    };
    let place = page
        .strip_prefix("https://")
        .or(page.strip_prefix("http://"))?;
    let host = place.split(['/', '?', '#']).next().unwrap_or_default();
    let sound = host.contains('.') && !host.starts_with('.') && page.len() <= PAGE_BYTES_MAX;
    let label = if label.is_empty() { host } else { label };
    let fits = label.chars().count() <= LABEL_CHARS_MAX;
    (sound && fits).then(|| (label.to_owned(), page.to_owned()))
}

/// A tap on “seen”: counted once; whose it was is not shown to anybody.
pub(super) async fn saw(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    broadcast: &Broadcast,
) -> Result<(), StoreError> {
    if let Some(member) = caller.member {
        if consent::must_ask(ctx, member.id).await? {
            ctx.ack(tap).await?;
            return consent::ask(ctx, &member).await;
        }
        store::broadcasts::mark_seen(ctx.tx, broadcast.id, member.id).await?;
    }
    ctx.answer_callback(tap, caller.language, "toast-saw").await
}

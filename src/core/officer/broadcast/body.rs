//! What people get: words, perhaps below a file, perhaps with buttons; as a call, and the tap on “seen”.
//!
//! Knows which buttons stand below whose message. Must not know who gets it, nor when.

use crate::core::access::{consent, officers};
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::event::{Button, Step, Steps};
use crate::outgoing::{CAPTION_CHARS_MAX, Call, FileContent, Key, Keyboard};
use crate::store::broadcasts::{Body, Broadcast};
use crate::store::{self, Result};
use crate::text::html;
use crate::types::{ChatId, Language};

const LABEL_CHARS_MAX: usize = 40;

/// Between the words and the line below them.
const BETWEEN: &str = "\n\n";

const PAGE_BYTES_MAX: usize = 500;

/// What stands around the words, in each language: from whom it is and, above them, that it is urgent.
pub(super) struct Sender {
    vi: Frame,
    en: Frame,
}

struct Frame {
    above: Option<String>,
    below: String,
}

impl Frame {
    fn of(ctx: &Ctx<'_>, language: Language, urgent: bool, from: String) -> Self {
        if !urgent {
            return Self {
                above: None,
                below: from,
            };
        }
        let why = ctx.html(language, "urgent-why", &[]);
        Self {
            above: Some(ctx.html(language, "urgent-head", &[])),
            below: format!("{from}\n{why}"),
        }
    }

    fn chars(&self) -> usize {
        let parts = self.above.iter().chain([&self.below]);
        let long = |part: &String| html::strip(part).chars().count() + BETWEEN.len();
        parts.map(long).sum()
    }
}

impl Sender {
    /// The unit in whose name it is sent, and the office of whoever sends it.
    pub(super) async fn of(ctx: &mut Ctx<'_>, broadcast: &Broadcast) -> Result<Self> {
        let unit = ctx.unit_name(broadcast.unit).await?;
        let office = store::officers::office(ctx.tx, broadcast.officer, broadcast.unit).await?;
        let above = match office {
            Some((of, _)) if of != broadcast.unit => ctx.unit_name(of).await?,
            _ => String::new(),
        };
        let owns = officers::owns(ctx, broadcast.officer);
        let line = |language: Language| {
            let title = match office {
                Some((_, title)) => format!("title-{}", title.code()),
                None if owns => "log-office-owner".to_owned(),
                None => {
                    return ctx.html(
                        language,
                        "broadcast-from-unit",
                        &[("unit", unit.as_str().into())],
                    );
                }
            };
            let mut args = vec![
                ("unit", unit.as_str().into()),
                ("office", ctx.plain(language, &title, &[]).into()),
            ];
            if above.is_empty() {
                return ctx.html(language, "broadcast-from", &args);
            }
            args.push(("above", above.as_str().into()));
            ctx.html(language, "broadcast-from-above", &args)
        };
        Ok(Self {
            vi: Frame::of(ctx, Language::Vi, broadcast.urgent, line(Language::Vi)),
            en: Frame::of(ctx, Language::En, broadcast.urgent, line(Language::En)),
        })
    }

    /// Characters that the words above it may have.
    pub(super) fn room(&self, body: &Body) -> usize {
        let most = match body.file {
            None => html::MESSAGE_CHARS_MAX,
            Some(_) => CAPTION_CHARS_MAX,
        };
        most.saturating_sub(self.vi.chars().max(self.en.chars()))
    }

    /// Whether the words leave it room.
    pub(super) fn fits(&self, body: &Body) -> bool {
        html::strip(&body.html).chars().count() <= self.room(body)
    }

    /// The words with it; by themselves where a draft from before it was there leaves it no room.
    fn below(&self, body: &Body, language: Language) -> String {
        let frame = match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        };
        if !self.fits(body) {
            return body.html.clone();
        }
        let above = frame.above.iter().chain(Some(&body.html));
        let parts: Vec<&str> = above.chain([&frame.below]).map(String::as_str).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(BETWEEN)
    }
}

/// The call that sends it to a chat, whose people read that language.
pub(super) fn call(
    (body, sender): (&Body, &Sender),
    (chat, language): (ChatId, Language),
    keyboard: Keyboard,
) -> Call {
    let text = sender.below(body, language);
    match body.file.clone() {
        None => Call::Send {
            chat,
            thread: None,
            text,
            keyboard,
            reply_to: None,
        },
        Some((kind, id)) => Call::File {
            chat,
            thread: None,
            kind,
            content: FileContent::Known(id),
            caption: text,
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
) -> Result {
    if let Some(member) = caller.member {
        if consent::must_ask(ctx, member.id).await? {
            ctx.ack(tap).await?;
            return consent::ask(ctx, &member).await;
        }
        store::broadcasts::mark_seen(ctx.tx, broadcast.id, member.id).await?;
    }
    ctx.answer_callback(tap, caller.language, "toast-saw").await
}

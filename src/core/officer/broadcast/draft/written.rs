//! What an officer writes for the draft: the message, a button to a page, times.
//!
//! Knows what can be sent, and says how it was understood. Must not know what the buttons do.

use chrono::{DateTime, Utc};

use super::{found, preview};
use crate::core::access::officers;
use crate::core::officer::broadcast::{body, response, screens};
use crate::core::turn::{Turn, Visitor};
use crate::event::{Said, Written};
use crate::outgoing::{CAPTION_CHARS_MAX, FileKind, Purpose};
use crate::schedule::{Heard, Rhythm, heard};
use crate::store::broadcasts::{Awaiting, Body, Broadcast};
use crate::store::{self, Fault};
use crate::text::{fold, html};

/// What the messenger takes in one request, with some room for the rest of it.
const HTML_BYTES_MAX: usize = 24_000;

/// Something written in private that is no command. `true` if it was meant for the officer's draft.
pub(in crate::core) async fn wrote(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    said: &Said,
) -> Result<bool, Fault> {
    if officers::unit_of(turn, visitor.user).await?.is_none() {
        return Ok(false);
    }
    let Some(draft) = store::broadcasts::draft_of(turn.tx, visitor.user).await? else {
        return Ok(false);
    };
    match draft.awaiting {
        None => return Ok(false),
        Some(Awaiting::Text) => take_text(turn, visitor, draft, &said.content.own).await?,
        Some(Awaiting::Link) => {
            let text = said.text.as_deref().unwrap_or_default();
            take_link(turn, visitor, draft, text).await?;
        }
        Some(Awaiting::Rhythm) => {
            let text = said.text.as_deref().unwrap_or_default();
            take_rhythm(turn, visitor, draft, text).await?;
        }
        Some(awaiting) => {
            let text = said.text.as_deref().unwrap_or_default();
            take_time(turn, visitor, draft, awaiting, text).await?;
        }
    }
    Ok(true)
}

/// The message itself.
pub(super) async fn take_text(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    written: &Written,
) -> Result<(), Fault> {
    if draft.answers.is_some() {
        let Some(html) = response::composed(turn, visitor, &draft, written).await? else {
            return Ok(());
        };
        return keep(turn, visitor, draft, html, None).await;
    }
    let (html, file) = match written {
        Written::Words(html) if html.len() <= HTML_BYTES_MAX => (html, None),
        Written::File(_, _, html) if html::strip(html).chars().count() > CAPTION_CHARS_MAX => {
            let args = [("max", CAPTION_CHARS_MAX.to_string().into())];
            return turn.say(visitor, "broadcast-caption-long", &args).await;
        }
        Written::File(kind, id, html) if html.len() <= HTML_BYTES_MAX => {
            (html, Some((*kind, id.clone())))
        }
        Written::Words(_) | Written::File(..) => {
            return turn.say(visitor, "broadcast-too-long", &[]).await;
        }
        Written::Album(album) => {
            // An album comes as many messages: one answer is enough.
            if store::broadcasts::refuse_album(turn.tx, draft.id, album).await? {
                turn.say(visitor, "broadcast-no-album", &[]).await?;
            }
            return Ok(());
        }
        Written::Other | Written::Nothing => {
            return turn.say(visitor, "broadcast-not-this", &[]).await;
        }
    };
    keep(turn, visitor, draft, html.clone(), file).await
}

/// The message is written, and shown as people will get it.
async fn keep(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    html: String,
    file: Option<(FileKind, String)>,
) -> Result<(), Fault> {
    let id = draft.id;
    let written = Broadcast {
        body: Body {
            html,
            file,
            ..draft.body
        },
        awaiting: None,
        ..draft
    };
    store::broadcasts::change(turn.tx, &written).await?;
    preview(turn, visitor, id).await
}

async fn take_time(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    awaiting: Awaiting,
    text: &str,
) -> Result<(), Fault> {
    let understood = |at: DateTime<Utc>| [("time", screens::moment(at).into())];
    let at = match heard(&fold(text), turn.tx.now()) {
        Heard::Moment(at) => at,
        Heard::Past(at) => {
            return turn
                .say(visitor, "broadcast-time-past", &understood(at))
                .await;
        }
        Heard::Nothing => return turn.say(visitor, "broadcast-time-unread", &[]).await,
    };
    let id = draft.id;
    let timed = match awaiting {
        Awaiting::Until => Broadcast {
            expires_at: Some(at),
            awaiting: None,
            ..draft
        },
        _ => Broadcast {
            starts_at: Some(at),
            awaiting: None,
            ..draft
        },
    };
    store::broadcasts::change(turn.tx, &timed).await?;
    turn.say(visitor, "broadcast-time-heard", &understood(at))
        .await?;
    let draft = found(turn, id).await?;
    let card = screens::draft(turn, visitor.language, &draft).await?;
    turn.send(visitor.user, card, Purpose::Plain).await
}

/// The days on which it is sent again and again, instead of one time.
async fn take_rhythm(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    text: &str,
) -> Result<(), Fault> {
    let Some(rhythm) = Rhythm::heard(&fold(text)) else {
        return turn.say(visitor, "broadcast-days-unread", &[]).await;
    };
    let id = draft.id;
    let repeating = Broadcast {
        rhythm: Some(rhythm.to_string()),
        starts_at: None,
        expires_at: None,
        round: None,
        awaiting: None,
        ..draft
    };
    store::broadcasts::change(turn.tx, &repeating).await?;
    let draft = found(turn, id).await?;
    let card = screens::draft(turn, visitor.language, &draft).await?;
    turn.send(visitor.user, card, Purpose::Plain).await
}

/// What the button to a page says, and the page.
async fn take_link(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: Broadcast,
    text: &str,
) -> Result<(), Fault> {
    let Some(link) = body::link(text) else {
        return turn.say(visitor, "broadcast-link-unread", &[]).await;
    };
    let id = draft.id;
    let linked = Broadcast {
        body: Body {
            link: Some(link),
            ..draft.body
        },
        awaiting: None,
        ..draft
    };
    store::broadcasts::change(turn.tx, &linked).await?;
    preview(turn, visitor, id).await
}

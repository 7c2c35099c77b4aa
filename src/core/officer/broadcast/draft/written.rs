//! What an officer writes for the draft: the message, a button to a page, times.
//!
//! Knows what can be sent, and says how it was understood. Must not know what the buttons do.

use super::{found, preview};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx};
use crate::core::officer::broadcast::{body, response, screens};
use crate::event::{IncomingMessage, MessagePart};
use crate::outgoing::{FileKind, Purpose};
use crate::schedule::{self, Heard, Rhythm, Unclear, heard};
use crate::store::broadcasts::{Body, Broadcast};
use crate::store::dialogs::Awaiting;
use crate::store::{self, Result};
use crate::text::fold;
use crate::types::BroadcastId;

/// What the messenger takes in one request, less the rest of the request.
const HTML_BYTES_MAX: usize = 24_000;

/// Takes what is written as the part of the draft that was asked for. `false` if nothing was.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    said: &IncomingMessage,
    (id, awaiting): (BroadcastId, Awaiting),
) -> Result<bool> {
    if officers::unit_of(ctx, caller.user).await?.is_none() {
        return Ok(false);
    }
    let draft = store::broadcasts::draft_of(ctx.tx, caller.user).await?;
    let Some(draft) = draft.filter(|draft| draft.id == id) else {
        return Ok(false);
    };
    let text = said.text.as_deref().unwrap_or_default();
    match awaiting {
        Awaiting::Text => take_text(ctx, caller, draft, &said.content.own).await?,
        Awaiting::Link => take_link(ctx, caller, draft, text).await?,
        Awaiting::Rhythm => take_rhythm(ctx, caller, draft, text).await?,
        Awaiting::Start | Awaiting::Until => {
            take_time(ctx, caller, draft, awaiting, text).await?;
        }
    }
    Ok(true)
}

/// Stores the part that was asked for, and asks for nothing any more.
async fn store_answer(ctx: &mut Ctx<'_>, draft: &Broadcast) -> Result {
    store::dialogs::close_broadcast(ctx.tx, draft.id).await?;
    store::broadcasts::change(ctx.tx, draft).await
}

pub(super) async fn take_text(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    draft: Broadcast,
    written: &MessagePart,
) -> Result {
    if draft.answers.is_some() {
        let Some(html) = response::composed(ctx, caller, &draft, written).await? else {
            return Ok(());
        };
        return keep(ctx, caller, draft, html, None).await;
    }
    let (html, file) = match written {
        MessagePart::Words(html) if html.len() <= HTML_BYTES_MAX => (html, None),
        MessagePart::File(kind, id, html) if html.len() <= HTML_BYTES_MAX => {
            (html, Some((*kind, id.clone())))
        }
        MessagePart::Words(_) | MessagePart::File(..) => {
            return ctx.say(caller, "broadcast-too-long", &[]).await;
        }
        MessagePart::Album(album) => {
            // An album comes as many messages: one answer is enough.
            if store::broadcasts::refuse_album(ctx.tx, draft.id, album).await? {
                ctx.say(caller, "broadcast-no-album", &[]).await?;
            }
            return Ok(());
        }
        MessagePart::Other | MessagePart::Nothing => {
            return ctx.say(caller, "broadcast-not-this", &[]).await;
        }
    };
    keep(ctx, caller, draft, html.clone(), file).await
}

/// Stores the message, and shows it as people will get it.
async fn keep(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    draft: Broadcast,
    html: String,
    file: Option<(FileKind, String)>,
) -> Result {
    let id = draft.id;
    let written = Broadcast {
        body: Body {
            html,
            file,
            ..draft.body
        },
        ..draft
    };
    let sender = body::Sender::of(ctx, &written).await?;
    if !sender.fits(&written.body) {
        let args = [("max", sender.room(&written.body).to_string().into())];
        return match written.body.file {
            Some(_) => ctx.say(caller, "broadcast-caption-long", &args).await,
            None => ctx.say(caller, "broadcast-too-long", &[]).await,
        };
    }
    store_answer(ctx, &written).await?;
    preview(ctx, caller, id).await
}

async fn take_time(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    draft: Broadcast,
    awaiting: Awaiting,
    text: &str,
) -> Result {
    let at = match heard(text, fold, ctx.tx.now()) {
        Heard::Moment(at) => at,
        Heard::Past(at) => {
            let time = ctx.dated(caller.language, at);
            return ctx
                .say(caller, "broadcast-time-past", &[("time", time.into())])
                .await;
        }
        Heard::Unclear(why) => return ask_again(ctx, caller, why).await,
    };
    let id = draft.id;
    let timed = match awaiting {
        Awaiting::Until => Broadcast {
            expires_at: Some(at),
            urgent: false,
            ..draft
        },
        _ => Broadcast {
            starts_at: Some(at),
            urgent: false,
            ..draft
        },
    };
    store_answer(ctx, &timed).await?;
    let time = ctx.dated(caller.language, at);
    ctx.say(caller, "broadcast-time-heard", &[("time", time.into())])
        .await?;
    let draft = found(ctx, id).await?;
    let card = screens::draft(ctx, caller.language, &draft).await?;
    ctx.send(caller.user, card, Purpose::Plain).await
}

/// What was not clear about a day or a time, and what to type instead.
async fn ask_again(ctx: &mut Ctx<'_>, caller: &Caller, why: Unclear) -> Result {
    let language = caller.language;
    let (key, args) = match why {
        Unclear::Unread => ("broadcast-time-unread", vec![]),
        Unclear::Two => ("broadcast-time-two", vec![]),
        Unclear::Night(first, second) => {
            let moment = |at| ctx.dated(language, at).into();
            let args = vec![("first", moment(first)), ("second", moment(second))];
            ("broadcast-time-night", args)
        }
        Unclear::NoSuchDay => ("broadcast-time-no-day", vec![]),
        Unclear::WhichDay => ("broadcast-time-which-day", vec![]),
        Unclear::NoHour(day) => {
            let (noon, _) = ctx.core.rules.cadence.noon;
            let example = ctx.dated(language, schedule::at(day, noon));
            ("broadcast-time-no-hour", vec![("example", example.into())])
        }
        Unclear::DayPart => ("broadcast-time-part", vec![]),
    };
    ctx.say(caller, key, &args).await
}

/// The days on which it is sent again and again, instead of one time.
async fn take_rhythm(ctx: &mut Ctx<'_>, caller: &Caller, draft: Broadcast, text: &str) -> Result {
    let Some(rhythm) = Rhythm::heard(&fold(text)) else {
        return ctx.say(caller, "broadcast-days-unread", &[]).await;
    };
    let id = draft.id;
    let repeating = Broadcast {
        rhythm: Some(rhythm.to_string()),
        starts_at: None,
        expires_at: None,
        round: None,
        urgent: false,
        ..draft
    };
    store_answer(ctx, &repeating).await?;
    let draft = found(ctx, id).await?;
    let card = screens::draft(ctx, caller.language, &draft).await?;
    ctx.send(caller.user, card, Purpose::Plain).await
}

async fn take_link(ctx: &mut Ctx<'_>, caller: &Caller, draft: Broadcast, text: &str) -> Result {
    let Some(link) = body::link(text) else {
        return ctx.say(caller, "broadcast-link-unread", &[]).await;
    };
    let id = draft.id;
    let linked = Broadcast {
        body: Body {
            link: Some(link),
            ..draft.body
        },
        ..draft
    };
    store_answer(ctx, &linked).await?;
    preview(ctx, caller, id).await
}

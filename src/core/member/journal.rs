//! The private journal: a member's own history of check-ins, which only their own message opens.
//!
//! Knows when something may be kept, and that the key is nowhere but in buttons. Must not know the cipher.
//! Losing the message is losing the journal; the bot says so before one is begun.

mod seal;

use chrono::TimeDelta;
use rand::Rng;

use self::seal::JournalMonth;
use crate::core::access::consent;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, ConsentPart, JournalKey};
use crate::outgoing::{Call, Lane, Purpose};
use crate::store::journals::Journal;
use crate::store::members::Member;
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{Language, MessageId};

/// Pages kept: a year.
const PAGES_MAX: usize = 12;

/// A queued message with a key in its buttons is dropped after this time.
const HOURS: i64 = 1;

/// `/journal`: leads to its message, or offers to begin one.
pub(in crate::core) async fn find(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    match store::journals::of_member(ctx.tx, member.id).await? {
        Some(journal) => point(ctx, member, &journal).await,
        None => ctx.say(&member.into(), "journal-none", &[]).await,
    }
}

/// Says what keeping one means; leads to it if there is one.
pub(in crate::core) async fn offer(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    if let Some(journal) = store::journals::of_member(ctx.tx, member.id).await? {
        return point(ctx, member, &journal).await;
    }
    let language = member.language;
    let keyboard = vec![
        vec![ctx.key(language, "button-journal-begin", Button::JournalBegin)],
        vec![ctx.key(language, "button-not-now", Button::Stay)],
    ];
    let screen = Screen {
        text: ctx.html(language, "journal-offer", &[]),
        keyboard,
    };
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// Begins a journal with the choices of the open check-in.
pub(in crate::core) async fn begin(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    if let Some(journal) = store::journals::of_member(ctx.tx, member.id).await? {
        ctx.ack(tap).await?;
        return point(ctx, member, &journal).await;
    }
    let Some(page) = page_of_now(ctx, member, tap).await? else {
        return Ok(());
    };
    let mut bytes = [0_u8; 32];
    ctx.tx.rng.fill_bytes(&mut bytes);
    let key = JournalKey::of(bytes);
    keep(ctx, member, &key, &[page]).await?;
    ctx.answer_callback(tap, member.language, "toast-journal-kept")
        .await?;
    if let Some(message) = tap.message {
        let text = ctx.html(member.language, "journal-begun", &[]);
        let screen = Screen::words(text);
        ctx.edit(member.user.into(), message, screen).await?;
    }
    let cover = cover(ctx, member.language, key);
    enqueue(ctx, member, None, cover).await
}

pub(in crate::core) async fn open(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result {
    let Some(pages) = unsealed(ctx, member, tap, &key).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let language = member.language;
    let mut blocks = vec![ctx.html(language, "journal-open", &[])];
    blocks.extend(pages.iter().rev().map(|page| shown(ctx, language, page)));
    let keyboard = vec![
        vec![ctx.key(language, "button-journal-close", Button::JournalClose(key))],
        vec![ctx.key(language, "button-journal-burn", Button::JournalAskBurn(key))],
    ];
    let screen = Screen {
        text: blocks.join("\n\n"),
        keyboard,
    };
    enqueue(ctx, member, tap.message, screen).await
}

pub(in crate::core) async fn close(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result {
    if unsealed(ctx, member, tap, &key).await?.is_none() {
        return Ok(());
    }
    ctx.ack(tap).await?;
    let cover = cover(ctx, member.language, key);
    enqueue(ctx, member, tap.message, cover).await
}

/// Stores the choices of the open check-in, in place of those stored for it before.
pub(in crate::core) async fn add(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result {
    let Some(mut pages) = unsealed(ctx, member, tap, &key).await? else {
        return Ok(());
    };
    let Some(page) = page_of_now(ctx, member, tap).await? else {
        return Ok(());
    };
    pages.retain(|old| old.month != page.month);
    pages.push(page);
    let surplus = pages.len().saturating_sub(PAGES_MAX);
    keep(ctx, member, &key, pages.get(surplus..).unwrap_or_default()).await?;
    ctx.answer_callback(tap, member.language, "toast-journal-kept")
        .await?;
    let cover = cover(ctx, member.language, key);
    enqueue(ctx, member, tap.message, cover).await
}

/// Asks once more before it is burnt.
pub(in crate::core) async fn ask_to_burn(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result {
    if unsealed(ctx, member, tap, &key).await?.is_none() {
        return Ok(());
    }
    ctx.ack(tap).await?;
    let language = member.language;
    let keep = Button::JournalClose(key);
    let keyboard = vec![
        vec![ctx.key(
            language,
            "button-journal-burn-now",
            Button::JournalBurn(key),
        )],
        vec![ctx.key(language, "button-journal-keep", keep)],
    ];
    let screen = Screen {
        text: ctx.html(language, "journal-burn-ask", &[]),
        keyboard,
    };
    enqueue(ctx, member, tap.message, screen).await
}

/// The same without its key.
pub(in crate::core) async fn ask_to_forget(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result {
    ctx.ack(tap).await?;
    let language = member.language;
    let keyboard = vec![
        vec![ctx.key(language, "button-journal-burn-now", Button::JournalForget)],
        vec![ctx.key(language, "button-journal-keep", Button::Stay)],
    ];
    let screen = Screen {
        text: ctx.html(language, "journal-burn-ask", &[]),
        keyboard,
    };
    ctx.redraw(member.user, tap, screen).await
}

/// Burns it, by a button that carries its key.
pub(in crate::core) async fn burn(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result {
    if unsealed(ctx, member, tap, &key).await?.is_none() {
        return Ok(());
    }
    forget(ctx, member, tap).await
}

/// Burns it without its key, which is not needed for that.
pub(in crate::core) async fn forget(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    store::journals::burn(ctx.tx, member.id).await?;
    ctx.answer_callback(tap, member.language, "toast-journal-burnt")
        .await?;
    let screen = Screen::words(ctx.html(member.language, "journal-burnt", &[]));
    ctx.redraw(member.user, tap, screen).await
}

/// Answers to the journal's own message, so that a tap leads there.
async fn point(ctx: &mut Ctx<'_>, member: &Member, journal: &Journal) -> Result {
    let language = member.language;
    let call = Call::Send {
        chat: member.user.into(),
        thread: None,
        text: ctx.html(language, "journal-where", &[]),
        keyboard: vec![vec![ctx.key(
            language,
            "button-journal-forget",
            Button::JournalAskForget,
        )]],
        reply_to: journal.message_id,
    };
    let until = ctx.tx.now() + TimeDelta::hours(HOURS);
    ctx.enqueue(Lane::Reply, until, Purpose::Plain, call).await
}

/// Returns the pages if the key opens this journal; otherwise tells the member why not and returns `None`.
async fn unsealed(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: &JournalKey,
) -> Result<Option<Vec<JournalMonth>>> {
    let journal = store::journals::of_member(ctx.tx, member.id).await?;
    let pages = journal.and_then(|journal| seal::open(key, member.id, &journal.sealed));
    if pages.is_none() {
        ctx.alert(tap, member.language, "toast-journal-key").await?;
    }
    Ok(pages)
}

/// Returns the choices of the open check-in; otherwise tells the member that there are none and returns `None`.
async fn page_of_now(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<Option<JournalMonth>> {
    if let Some(round) = store::checkins::current(ctx.tx).await? {
        let said = store::checkins::said(ctx.tx, round.id, member.id).await?;
        let holds = consent::holds(ctx, member.id, ConsentPart::Reflection).await?;
        if holds && said.choices.iter().any(Option::is_some) {
            return Ok(Some(JournalMonth {
                month: round.month,
                set: round.set,
                choices: said.choices,
            }));
        }
    }
    ctx.alert(tap, member.language, "toast-journal-nothing")
        .await?;
    Ok(None)
}

async fn keep(
    ctx: &mut Ctx<'_>,
    member: &Member,
    key: &JournalKey,
    pages: &[JournalMonth],
) -> Result {
    let mut nonce = [0_u8; seal::NONCE_BYTES];
    ctx.tx.rng.fill_bytes(&mut nonce);
    let sealed = seal::seal(key, nonce, member.id, pages)
        .ok_or_else(|| StoreError::Bug("a journal cannot be sealed".into()))?;
    store::journals::put(ctx.tx, member.id, &sealed).await
}

fn cover(ctx: &Ctx<'_>, language: Language, key: JournalKey) -> Screen {
    let keyboard = vec![
        vec![ctx.key(language, "button-journal-open", Button::JournalOpen(key))],
        vec![ctx.key(language, "button-journal-add", Button::JournalAdd(key))],
        vec![ctx.key(language, "button-journal-burn", Button::JournalAskBurn(key))],
    ];
    let words = ["journal-cover", "not-passed-on"].map(|key| ctx.html(language, key, &[]));
    Screen {
        text: words.join("\n\n"),
        keyboard,
    }
}

fn shown(ctx: &Ctx<'_>, language: Language, page: &JournalMonth) -> String {
    let month = page.month.split_once('-').map_or_else(
        || page.month.clone(),
        |(year, month)| format!("{month}/{year}"),
    );
    let mut lines = vec![ctx.html(language, "journal-month", &[("month", month.into())])];
    let set = ctx.core.campaign.checkin(&page.set);
    for (place, choice) in page.choices.iter().enumerate() {
        let prompt = set.and_then(|set| set.prompts.get(place));
        let number = prompt.map_or_else(
            || (place + 1).to_string(),
            |prompt| prompt.criterion.to_string(),
        );
        let words = match choice {
            None => ctx.plain(language, "checkin-skipped", &[]),
            Some(choice) => prompt
                .and_then(|prompt| prompt.choices.get(usize::from(*choice)))
                .map_or_else(
                    || (choice + 1).to_string(),
                    |label| ctx.core.texts.addressed(label),
                ),
        };
        let args = [("number", number.into()), ("choice", Value::Text(words))];
        lines.push(ctx.html(language, "checkin-line", &args));
    }
    lines.join("\n")
}

/// Enqueues a message with a key in its buttons; nothing of the row is kept once it is sent.
async fn enqueue(
    ctx: &mut Ctx<'_>,
    member: &Member,
    message: Option<MessageId>,
    screen: Screen,
) -> Result {
    let call = screen.call(member.user.into(), message);
    let until = ctx.tx.now() + TimeDelta::hours(HOURS);
    ctx.enqueue(Lane::Reply, until, Purpose::Journal(member.id), call)
        .await
}

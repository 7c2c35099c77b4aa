//! The private journal: a member's own history of check-ins, which only their own message opens.
//!
//! Knows when something may be kept, and that the key is nowhere but in buttons. Must not know the cipher.
//! Losing the message is losing the journal; the bot says so before one is begun.

mod seal;

use chrono::TimeDelta;
use rand::Rng;

use self::seal::Page;
use crate::core::access::consent;
use crate::core::turn::{Screen, Tap, Turn};
use crate::event::{Button, JournalKey, Part};
use crate::outgoing::{Call, Lane, Purpose};
use crate::store::journals::Journal;
use crate::store::members::Member;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{Language, MessageId};

/// Pages kept: a year.
const PAGES_MAX: usize = 12;

/// A row that carries a key waits no longer than this.
const HOURS: i64 = 1;

/// `/journal`: where it is, or how to begin one.
pub(in crate::core) async fn find(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    match store::journals::of_member(turn.tx, member.id).await? {
        Some(journal) => point(turn, member, &journal).await,
        None => turn.say(&member.into(), "journal-none", &[]).await,
    }
}

/// What keeping one means; or where it is.
pub(in crate::core) async fn offer(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    if let Some(journal) = store::journals::of_member(turn.tx, member.id).await? {
        return point(turn, member, &journal).await;
    }
    let language = member.language;
    let keyboard = vec![
        vec![turn.key(language, "button-journal-begin", Button::JournalBegin)],
        vec![turn.key(language, "button-not-now", Button::Stay)],
    ];
    let screen = Screen {
        text: turn.html(language, "journal-offer", &[]),
        keyboard,
    };
    turn.send(member.user, screen, Purpose::Plain).await
}

/// A journal is begun with what was said in the open check-in.
pub(in crate::core) async fn begin(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    if let Some(journal) = store::journals::of_member(turn.tx, member.id).await? {
        turn.hush(tap).await?;
        return point(turn, member, &journal).await;
    }
    let Some(page) = page_of_now(turn, member, tap).await? else {
        return Ok(());
    };
    let mut bytes = [0_u8; 32];
    turn.tx.chance.fill_bytes(&mut bytes);
    let key = JournalKey::of(bytes);
    keep(turn, member, &key, &[page]).await?;
    turn.toast(tap, member.language, "toast-journal-kept")
        .await?;
    if let Some(message) = tap.message {
        let text = turn.html(member.language, "journal-begun", &[]);
        let screen = Screen::words(text);
        turn.edit(member.user.into(), message, screen).await?;
    }
    let cover = cover(turn, member.language, key);
    owe(turn, member, None, cover).await
}

/// Its pages are shown.
pub(in crate::core) async fn open(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result<(), Fault> {
    let Some(pages) = unsealed(turn, member, tap, &key).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let language = member.language;
    let mut blocks = vec![turn.html(language, "journal-open", &[])];
    blocks.extend(pages.iter().rev().map(|page| shown(turn, language, page)));
    let keyboard = vec![
        vec![turn.key(language, "button-journal-close", Button::JournalClose(key))],
        vec![turn.key(language, "button-journal-burn", Button::JournalBurn(key))],
    ];
    let screen = Screen {
        text: blocks.join("\n\n"),
        keyboard,
    };
    owe(turn, member, tap.message, screen).await
}

/// Its pages are hidden again.
pub(in crate::core) async fn close(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result<(), Fault> {
    if unsealed(turn, member, tap, &key).await?.is_none() {
        return Ok(());
    }
    turn.hush(tap).await?;
    let cover = cover(turn, member.language, key);
    owe(turn, member, tap.message, cover).await
}

/// What was said in the open check-in is written into it, in the place of what was kept of it before.
pub(in crate::core) async fn add(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result<(), Fault> {
    let Some(mut pages) = unsealed(turn, member, tap, &key).await? else {
        return Ok(());
    };
    let Some(page) = page_of_now(turn, member, tap).await? else {
        return Ok(());
    };
    pages.retain(|old| old.month != page.month);
    pages.push(page);
    let surplus = pages.len().saturating_sub(PAGES_MAX);
    keep(turn, member, &key, pages.get(surplus..).unwrap_or_default()).await?;
    turn.toast(tap, member.language, "toast-journal-kept")
        .await?;
    let cover = cover(turn, member.language, key);
    owe(turn, member, tap.message, cover).await
}

/// It is burnt, by the button of its own message.
pub(in crate::core) async fn burn(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    key: JournalKey,
) -> Result<(), Fault> {
    if unsealed(turn, member, tap, &key).await?.is_none() {
        return Ok(());
    }
    forget(turn, member, tap).await
}

/// It is burnt without its key.
pub(in crate::core) async fn forget(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    store::journals::burn(turn.tx, member.id).await?;
    turn.toast(tap, member.language, "toast-journal-burnt")
        .await?;
    let screen = Screen::words(turn.html(member.language, "journal-burnt", &[]));
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Answers to the journal's own message, so that a tap leads there.
async fn point(turn: &mut Turn<'_>, member: &Member, journal: &Journal) -> Result<(), Fault> {
    let language = member.language;
    let call = Call::Send {
        chat: member.user.into(),
        thread: None,
        text: turn.html(language, "journal-where", &[]),
        keyboard: vec![vec![turn.key(
            language,
            "button-journal-forget",
            Button::JournalForget,
        )]],
        reply_to: journal.message_id,
    };
    let until = turn.tx.now() + TimeDelta::hours(HOURS);
    turn.owe(Lane::Reply, until, Purpose::Plain, call).await
}

/// The pages, if the key is this journal's; otherwise a word, and `None`.
async fn unsealed(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    key: &JournalKey,
) -> Result<Option<Vec<Page>>, Fault> {
    let journal = store::journals::of_member(turn.tx, member.id).await?;
    let pages = journal.and_then(|journal| seal::open(key, member.id, &journal.sealed));
    if pages.is_none() {
        turn.alert(tap, member.language, "toast-journal-key")
            .await?;
    }
    Ok(pages)
}

/// What was said in the open check-in; otherwise a word, and `None`.
async fn page_of_now(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<Option<Page>, Fault> {
    if let Some(round) = store::checkins::current(turn.tx).await? {
        let said = store::checkins::said(turn.tx, round.id, member.id).await?;
        let holds = consent::holds(turn, member.id, Part::Reflection).await?;
        if holds && said.choices.iter().any(Option::is_some) {
            return Ok(Some(Page {
                month: round.month,
                set: round.set,
                choices: said.choices,
            }));
        }
    }
    turn.alert(tap, member.language, "toast-journal-nothing")
        .await?;
    Ok(None)
}

async fn keep(
    turn: &mut Turn<'_>,
    member: &Member,
    key: &JournalKey,
    pages: &[Page],
) -> Result<(), Fault> {
    let mut nonce = [0_u8; seal::NONCE_BYTES];
    turn.tx.chance.fill_bytes(&mut nonce);
    let sealed = seal::seal(key, nonce, member.id, pages)
        .ok_or_else(|| Fault::Bug("a journal cannot be sealed".into()))?;
    store::journals::put(turn.tx, member.id, &sealed).await
}

fn cover(turn: &Turn<'_>, language: Language, key: JournalKey) -> Screen {
    let keyboard = vec![
        vec![turn.key(language, "button-journal-open", Button::JournalOpen(key))],
        vec![turn.key(language, "button-journal-add", Button::JournalAdd(key))],
        vec![turn.key(language, "button-journal-burn", Button::JournalBurn(key))],
    ];
    Screen {
        text: turn.html(language, "journal-cover", &[]),
        keyboard,
    }
}

fn shown(turn: &Turn<'_>, language: Language, page: &Page) -> String {
    let month = page.month.split_once('-').map_or_else(
        || page.month.clone(),
        |(year, month)| format!("{month}/{year}"),
    );
    let mut lines = vec![turn.html(language, "journal-month", &[("month", month.into())])];
    let set = turn.core.campaign.checkin(&page.set);
    for (place, choice) in page.choices.iter().enumerate() {
        let prompt = set.and_then(|set| set.prompts.get(place));
        let number = prompt.map_or_else(
            || (place + 1).to_string(),
            |prompt| prompt.criterion.to_string(),
        );
        let words = match choice {
            None => turn.plain(language, "checkin-skipped", &[]),
            Some(choice) => prompt
                .and_then(|prompt| prompt.choices.get(usize::from(*choice)))
                .map_or_else(
                    || (choice + 1).to_string(),
                    |label| turn.core.texts.addressed(label),
                ),
        };
        let args = [("number", number.into()), ("choice", Value::Text(words))];
        lines.push(turn.html(language, "checkin-line", &args));
    }
    lines.join("\n")
}

/// Owes a message with a key in its buttons: the row leaves no trace once it is sent.
async fn owe(
    turn: &mut Turn<'_>,
    member: &Member,
    message: Option<MessageId>,
    screen: Screen,
) -> Result<(), Fault> {
    let Screen { text, keyboard } = screen;
    let chat = member.user.into();
    let call = match message {
        Some(message) => Call::Edit {
            chat,
            message,
            text,
            keyboard,
        },
        None => Call::Send {
            chat,
            thread: None,
            text,
            keyboard,
            reply_to: None,
        },
    };
    let until = turn.tx.now() + TimeDelta::hours(HOURS);
    turn.owe(Lane::Reply, until, Purpose::Journal(member.id), call)
        .await
}

//! A commendation being written: whom, why, what it will look like, and the confirmation.
//!
//! Knows what the card and the word of thanks are made of. Must not know who is proposed.

use chrono::{DateTime, TimeDelta, Utc};

use super::proposed;
use crate::core::access::officers;
use crate::core::turn::{SENTENCE_CHARS, Screen, Tap, Turn, Visitor};
use crate::event::{Button, Commend};
use crate::outgoing::{Call, Lane, OnDoubt, Outgoing, Purpose};
use crate::schedule;
use crate::store::audit::Deed;
use crate::store::commendations::Draft;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::types::{ChatId, CommendationDraftId, CommendationId, Language, MemberId, UnitId};

/// A word of thanks is worth sending for so long after the hours in which it could go.
const THANKS_DAYS: i64 = 3;

/// A card is worth posting for as long as an answer.
const CARD_HOURS: i64 = 12;

/// Somebody was chosen: the reason is asked for.
pub(in crate::core) async fn choose(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    member: MemberId,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    if !proposed(turn, visitor, unit.id, member).await? {
        return turn
            .alert(tap, visitor.language, "toast-commend-gone")
            .await;
    }
    // A name is shown, and nothing says that the button came from a draw.
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Draw).await?;
    store::awaited::nothing(turn.tx, visitor.user).await?;
    store::commendations::begin(turn.tx, visitor.user, unit.id, member).await?;
    turn.hush(tap).await?;
    match store::commendations::draft_of(turn.tx, visitor.user).await? {
        Some(draft) => ask(turn, visitor, &draft).await,
        None => Ok(()),
    }
}

async fn ask(turn: &mut Turn<'_>, visitor: &Visitor, draft: &Draft) -> Result<(), Fault> {
    let language = visitor.language;
    let drop = Button::Commend(Commend::Drop(draft.id));
    let screen = Screen {
        text: turn.html(
            language,
            "commend-why",
            &[
                ("name", draft.name.as_str().into()),
                ("max", (*SENTENCE_CHARS.end()).into()),
            ],
        ),
        keyboard: vec![vec![turn.key(language, "button-discard", drop)]],
    };
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// The reason is to be written again.
pub(in crate::core) async fn rewrite(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result<(), Fault> {
    let Some((draft, _)) = still(turn, visitor, tap, id).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    store::awaited::nothing(turn.tx, visitor.user).await?;
    store::commendations::ask(turn.tx, id).await?;
    ask(turn, visitor, &draft).await
}

/// It is given up.
pub(in crate::core) async fn drop_it(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result<(), Fault> {
    if own(turn, visitor, tap, id).await?.is_none() {
        return Ok(());
    }
    store::commendations::forget_draft(turn.tx, visitor.user).await?;
    turn.hush(tap).await?;
    let screen = Screen::words(turn.html(visitor.language, "commend-dropped", &[]));
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Something an officer wrote. `true` if it was meant to be the reason.
pub(in crate::core) async fn wrote(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    text: Option<&str>,
) -> Result<bool, Fault> {
    let draft = store::commendations::draft_of(turn.tx, visitor.user).await?;
    let Some(draft) = draft.filter(|draft| draft.awaiting) else {
        return Ok(false);
    };
    if !officers::may(turn, visitor.user, draft.unit_id).await? {
        return Ok(false);
    }
    // A file is no reason, and one letter answers a question of the quiz.
    let Some(text) = text.filter(|text| text.trim().chars().count() > 1) else {
        return Ok(false);
    };
    let wrong = ("commend-why-short", "commend-why-long");
    let Some(reason) = turn.sentence(visitor, text, wrong).await? else {
        return Ok(true);
    };
    store::commendations::explain(turn.tx, draft.id, &reason).await?;
    let version = draft.version + 1;
    preview(turn, visitor, &draft, &reason, version).await?;
    Ok(true)
}

/// The card exactly as the group will see it, and below it what can be done.
async fn preview(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: &Draft,
    reason: &str,
    version: i64,
) -> Result<(), Fault> {
    let language = visitor.language;
    let card = card(turn, draft, reason).await?;
    turn.send(visitor.user, Screen::words(card), Purpose::Plain)
        .await?;
    let groups = store::groups::of_unit(turn.tx, draft.unit_id).await?;
    let (text, post) = if groups.is_empty() {
        ("commend-preview-alone", "button-commend-keep")
    } else {
        ("commend-preview", "button-commend-post")
    };
    let args = [
        ("unit", unit_name(turn, draft.unit_id).await?.into()),
        ("groups", groups.len().into()),
    ];
    let button = |key, deed| turn.key(language, key, Button::Commend(deed));
    let screen = Screen {
        text: turn.html(language, text, &args),
        keyboard: vec![
            vec![button(post, Commend::Post(draft.id, version))],
            vec![
                button("button-commend-rewrite", Commend::Rewrite(draft.id)),
                button("button-discard", Commend::Drop(draft.id)),
            ],
        ],
    };
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// It is confirmed: noted, posted, and the member told, once.
pub(in crate::core) async fn post(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CommendationDraftId,
    version: i64,
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some((draft, unit)) = still(turn, visitor, tap, id).await? else {
        return Ok(());
    };
    let reason = draft.reason.clone().filter(|_| draft.version == version);
    let Some(reason) = reason else {
        return turn.alert(tap, language, "toast-commend-gone").await;
    };
    if store::standstill::stands_still(turn.tx).await? {
        return turn.alert(tap, language, "toast-commend-still").await;
    }
    let groups = store::groups::of_unit(turn.tx, unit.id).await?;
    let card = card(turn, &draft, &reason).await?;
    let id = store::commendations::write(turn.tx, &draft, &reason, &groups).await?;
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Commend).await?;
    for chat in &groups {
        let now = turn.tx.now();
        let until = now + TimeDelta::hours(CARD_HOURS);
        owe(turn, id, (*chat, card.clone()), (now, until)).await?;
    }
    thank(turn, id, &draft, &unit.name, &reason).await?;
    turn.hush(tap).await?;
    let key = if groups.is_empty() {
        "commend-kept"
    } else {
        "commend-posted"
    };
    let screen = Screen::words(turn.html(language, key, &[("name", draft.name.into())]));
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// A word to the member, in the hours in which members are written to.
async fn thank(
    turn: &mut Turn<'_>,
    id: CommendationId,
    draft: &Draft,
    unit: &str,
    reason: &str,
) -> Result<(), Fault> {
    let now = turn.tx.now();
    let wanted = draft.paused_until().map_or(now, |day| {
        schedule::at(day, chrono::NaiveTime::MIN).max(now)
    });
    let opens = turn.core.rules.cadence.opening(wanted);
    let due = opens.map_or(wanted, |(from, _)| from.max(wanted));
    let args = [("unit", unit.into()), ("reason", reason.into())];
    let text = turn.html(draft.language, "commended", &args);
    let until = due + TimeDelta::days(THANKS_DAYS);
    owe(turn, id, (draft.user_id.into(), text), (due, until)).await
}

async fn owe(
    turn: &mut Turn<'_>,
    id: CommendationId,
    (chat, text): (ChatId, String),
    (due_at, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), Fault> {
    let call = Call::Send {
        chat,
        thread: None,
        text,
        keyboard: Vec::new(),
        reply_to: None,
    };
    let outgoing = Outgoing {
        lane: Lane::Notice,
        due_at,
        expires_at,
        on_doubt: OnDoubt::Again,
        purpose: Purpose::Commended(id),
        call,
    };
    store::outbox::owe(turn.tx, &outgoing).await.map(drop)
}

/// What the group sees: in the language of groups.
async fn card(turn: &mut Turn<'_>, draft: &Draft, reason: &str) -> Result<String, Fault> {
    let unit = unit_name(turn, draft.unit_id).await?;
    let key = if unit == draft.of {
        "commend-card"
    } else {
        "commend-card-of"
    };
    let day = turn.tx.today().format("%d/%m/%Y").to_string();
    let args = [
        ("unit", unit.into()),
        ("name", draft.name.as_str().into()),
        ("of", draft.of.as_str().into()),
        ("reason", reason.into()),
        ("day", day.into()),
    ];
    Ok(turn.html(Language::Vi, key, &args))
}

/// What this officer is writing, if the button is about that; otherwise a word, and `None`.
async fn own(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result<Option<Draft>, Fault> {
    let draft = store::commendations::draft_of(turn.tx, visitor.user).await?;
    let draft = draft.filter(|draft| draft.id == id);
    if draft.is_none() {
        turn.alert(tap, visitor.language, "toast-commend-gone")
            .await?;
    }
    Ok(draft)
}

/// The same with its unit, if the officer may still act for that and the member may still be proposed: somebody else
/// may have commended them meanwhile.
async fn still(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CommendationDraftId,
) -> Result<Option<(Draft, Unit)>, Fault> {
    let Some(draft) = own(turn, visitor, tap, id).await? else {
        return Ok(None);
    };
    let Some(unit) = officers::theirs(turn, visitor, tap, draft.unit_id).await? else {
        return Ok(None);
    };
    if !proposed(turn, visitor, unit.id, draft.member_id).await? {
        turn.alert(tap, visitor.language, "toast-commend-gone")
            .await?;
        return Ok(None);
    }
    Ok(Some((draft, unit)))
}

async fn unit_name(turn: &mut Turn<'_>, unit: UnitId) -> Result<String, Fault> {
    let unit = store::units::by_id(turn.tx, unit).await?;
    Ok(unit.map_or_else(String::new, |unit| unit.name))
}

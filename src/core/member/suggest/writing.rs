//! Writing a suggestion: two short texts, shown as its readers will see them, then into the box.
//!
//! Knows the draft, which is in memory alone. Must not know who reads it.

use super::{adding, home, hour, reveals, show, toast};
use crate::core::access::suggestions as access;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, DraftCode, IncomingMessage, SuggestionAction};
use crate::store::Result;
use crate::store::members::Member;
use crate::store::suggestions::arrivals::{self, Arrival};
use crate::store::suggestions::boxes::Waiting;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::text::{Value, has_no_width, one_line};
use crate::types::{Language, MessageId, SuggestionKey};

/// Letters of each of the two texts: a sentence at least, and no novel.
pub(in crate::core) const WORDS: std::ops::RangeInclusive<usize> = 10..=300;
/// Letters of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=60;
/// Suggestions of one member that may wait in a box.
const LIMIT: i64 = 3;

/// What is to be typed next, below what was wrong with what was typed before.
pub(super) async fn prompt(
    ctx: &mut Ctx<'_>,
    member: &Member,
    draft: &Draft,
    (message, wrong): (Option<MessageId>, Option<String>),
) -> Result {
    let language = member.language;
    let key = match draft.step {
        Some(Asking::Proposal) => "suggest-ask-proposal",
        Some(Asking::Name | Asking::Sign) => "suggest-ask-name",
        Some(Asking::Add) => "suggest-ask-more",
        _ => "suggest-ask-situation",
    };
    let mut args = texts_of(ctx, language, draft);
    args.push(("max", (*WORDS.end()).into()));
    let drop = Button::Suggestion(SuggestionAction::Drop(draft.code));
    let words = wrong.into_iter().chain([ctx.html(language, key, &args)]);
    let screen = Screen {
        text: words.collect::<Vec<_>>().join("\n\n"),
        keyboard: vec![vec![ctx.key(language, "button-suggest-drop", drop)]],
    };
    ctx.show_unwritten(member.user, message, screen).await
}

/// Takes a message as what was asked for. `false` if it was not meant so.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    member: &Member,
    said: &IncomingMessage,
    mut draft: Draft,
) -> Result<bool> {
    let Some(step) = draft.step else {
        return Ok(false);
    };
    let Some(text) = said.text.as_deref().filter(|_| !said.forwarded) else {
        return refuse(ctx, member, said, &draft, ("suggest-only-typed", 0)).await;
    };
    // One letter is an answer to the quiz.
    if matches!(text.trim().to_lowercase().as_str(), "a" | "b" | "c" | "d") {
        return Ok(false);
    }
    let line = one_line(&text.replace(has_no_width, ""));
    let (count, letters) = (
        line.chars().count(),
        line.chars().filter(|c| c.is_alphabetic()),
    );
    let named = matches!(step, Asking::Name | Asking::Sign);
    let limits = if named { NAME } else { WORDS };
    if count > *limits.end() {
        let key = if named {
            "suggest-name-long"
        } else {
            "suggest-long"
        };
        return refuse(ctx, member, said, &draft, (key, count)).await;
    }
    if letters.count() < *limits.start() {
        let key = if named {
            "suggest-name-short"
        } else {
            "suggest-short"
        };
        return refuse(ctx, member, said, &draft, (key, count)).await;
    }
    ctx.remove_unwritten(member.user, said.message).await?;
    match step {
        Asking::Situation => draft.situation = line,
        Asking::Proposal => draft.proposal = line,
        Asking::Name => draft.name = line,
        Asking::Sign => return adding::sign(ctx, member, &draft, &line).await,
        Asking::Add => draft.proposal = line,
        _ => return Ok(false),
    }
    draft.step = match step {
        Asking::Situation => Some(Asking::Proposal),
        _ => None,
    };
    drafts::keep(ctx.tx, member.user, &draft).await?;
    if draft.step.is_some() {
        prompt(ctx, member, &draft, (draft.message_id, None)).await?;
    } else {
        let screen = match step {
            Asking::Add => adding::preview(ctx, member, &draft),
            _ => preview(ctx, member, &draft).await?,
        };
        ctx.show_unwritten(member.user, draft.message_id, screen)
            .await?;
    }
    Ok(true)
}

/// Asks once more and says what was wrong. What was typed is removed, as if it had been right: the question stays the last message.
async fn refuse(
    ctx: &mut Ctx<'_>,
    member: &Member,
    said: &IncomingMessage,
    draft: &Draft,
    (key, count): (&str, usize),
) -> Result<bool> {
    let args = [("count", count.into()), ("max", (*WORDS.end()).into())];
    let wrong = ctx.html(member.language, key, &args);
    ctx.remove_unwritten(member.user, said.message).await?;
    prompt(ctx, member, draft, (draft.message_id, Some(wrong))).await?;
    Ok(true)
}

/// What a draft says, under its topic.
fn texts_of(ctx: &Ctx<'_>, language: Language, draft: &Draft) -> Vec<(&'static str, Value)> {
    let topic = access::topic(ctx, language, draft.choice);
    vec![
        ("topic", topic.into()),
        ("situation", draft.situation.as_str().into()),
        ("proposal", draft.proposal.as_str().into()),
    ]
}

/// As its readers will see it, with what may reveal its author.
pub(super) async fn preview(ctx: &mut Ctx<'_>, member: &Member, draft: &Draft) -> Result<Screen> {
    let language = member.language;
    let hide = home(ctx, member).await?.is_ok_and(|home| home.hide);
    let mut args = texts_of(ctx, language, draft);
    args.push(("name", draft.name.as_str().into()));
    let mut words = vec![ctx.html(language, "suggest-preview", &args)];
    words.extend(reveals::warned(ctx, language, draft));
    let action = |key: &str, action| vec![ctx.key(language, key, Button::Suggestion(action))];
    let code = draft.code;
    let mut keyboard = Vec::new();
    if draft.name.is_empty() {
        if hide {
            keyboard.push(action("button-suggest-send", SuggestionAction::Send(code)));
        } else {
            words.push(ctx.html(language, "suggest-not-hidden", &[]));
        }
        keyboard.push(action(
            "button-suggest-name",
            SuggestionAction::AskName(code),
        ));
    } else {
        words.push(ctx.html(language, "suggest-named", &args));
        keyboard.push(action(
            "button-suggest-send-named",
            SuggestionAction::SendNamed(code),
        ));
    }
    keyboard.push(action(
        "button-suggest-rewrite",
        SuggestionAction::Rewrite(code),
    ));
    keyboard.push(action("button-suggest-drop", SuggestionAction::Drop(code)));
    Ok(Screen {
        text: words.join("\n\n"),
        keyboard,
    })
}

/// The draft that a button belongs to; otherwise the member is told that there is none.
async fn still(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    code: DraftCode,
) -> Result<Option<Draft>> {
    let draft = drafts::of(ctx.tx, member.user).await?;
    let draft = draft.filter(|draft| draft.code == code);
    if draft.is_none() {
        toast(ctx, member, tap, "toast-suggest-gone").await?;
    }
    Ok(draft)
}

/// Asks once more for the texts, or for a name.
pub(super) async fn again(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (code, step): (DraftCode, Asking),
) -> Result {
    let Some(mut draft) = still(ctx, member, tap, code).await? else {
        return Ok(());
    };
    // Of one that is in the box already there is only an answer to write.
    draft.step = Some(draft.label().map_or(step, |_| Asking::Add));
    draft.name.clear();
    draft.message_id = tap.message;
    drafts::keep(ctx.tx, member.user, &draft).await?;
    ctx.ack_unwritten(member.user, tap, None).await?;
    prompt(ctx, member, &draft, (tap.message, None)).await
}

/// Nothing is left of it.
pub(super) async fn give_up(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    code: DraftCode,
) -> Result {
    if still(ctx, member, tap, code).await?.is_none() {
        return Ok(());
    }
    drafts::drop(ctx.tx, member.user).await?;
    let screen = Screen::words(ctx.html(member.language, "suggest-dropped", &[]));
    show(ctx, member, tap, screen).await
}

/// Sent: until the next full quarter of an hour it is in memory, and its author's card still shows it. What is stored then of a
/// hidden one is the text under a random label; the key to it is in that card.
pub(super) async fn send(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (code, named): (DraftCode, bool),
) -> Result {
    let Some(draft) = still(ctx, member, tap, code).await? else {
        return Ok(());
    };
    if let Some(label) = draft.label() {
        return adding::send(ctx, member, tap, (&draft, label)).await;
    }
    let home = home(ctx, member).await?;
    let Some(home) = home.ok().filter(|home| home.unit.id == draft.unit_id) else {
        return toast(ctx, member, tap, "toast-suggest-gone").await;
    };
    if draft.step.is_some() || draft.proposal.is_empty() || named == draft.name.is_empty() {
        return toast(ctx, member, tap, "toast-suggest-gone").await;
    }
    if !named && !home.hide {
        return toast(ctx, member, tap, "toast-suggest-few").await;
    }
    if drafts::sent(ctx.tx, home.unit.id, member.user).await? >= LIMIT {
        return toast(ctx, member, tap, "toast-suggest-limit").await;
    }
    let key = SuggestionKey::random(&mut ctx.tx.rng);
    let screen = coming(ctx, member, &draft, key);
    let entered = match named {
        true => "suggest-sent-signed",
        false => "suggest-sent",
    };
    let meeting = super::meeting_until(ctx, &home.open).is_some();
    let texts = (draft.situation, draft.proposal);
    let card = super::cover(ctx, member.language, key, entered);
    let arrival = Arrival {
        label: key.label(),
        unit: home.unit.id,
        user: member.user,
        member: member.id,
        name: draft.name,
        what: Waiting::new(key.label(), (draft.choice, meeting), texts),
        card: card.call(member.user.into(), tap.message),
    };
    arrivals::add(ctx.tx, &arrival).await?;
    drafts::drop(ctx.tx, member.user).await?;
    drafts::note_sent(ctx.tx, home.unit.id, member.user).await?;
    show(ctx, member, tap, screen).await
}

/// The author's card while it is on its way: with the words, for they are nowhere else but in memory.
fn coming(ctx: &Ctx<'_>, member: &Member, draft: &Draft, key: SuggestionKey) -> Screen {
    let language = member.language;
    let mut args = texts_of(ctx, language, draft);
    args.push(("time", hour(arrivals::enters_at(ctx.tx)).into()));
    let mut screen = super::cover(ctx, language, key, "suggest-card");
    screen.text = ["suggest-coming", "suggest-own"]
        .map(|key| ctx.html(language, key, &args))
        .join("\n\n");
    screen
}

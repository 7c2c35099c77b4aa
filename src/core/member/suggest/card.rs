//! The author's own card: only with the key in its buttons can they look at a suggestion, take it back, sign it or say more.
//!
//! Knows the key for as long as a tap is handled. Must not know who has tapped: the key is the right. Losing the message is losing
//! the suggestion, as it said.

use rand::RngExt;

use super::{cover, show, toast};
use crate::core::access::suggestions as access;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::store::members::Member;
use crate::store::suggestions::boxes::{self, Waiting};
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::suggestions::{self, State, Suggestion, authors};
use crate::store::{self, StoreError};
use crate::types::{Language, SuggestionKey};

/// Where one is that a key belongs to.
enum Found {
    Waiting(Waiting),
    Released(Box<Suggestion>),
}

async fn found(ctx: &mut Ctx<'_>, key: SuggestionKey) -> Result<Option<Found>, StoreError> {
    let label = key.label();
    if let Some(one) = suggestions::by_label(ctx.tx, label).await? {
        return Ok(Some(Found::Released(Box::new(one))));
    }
    let open = boxes::holding(ctx.tx, label).await?;
    let waiting = open.and_then(|open| open.waiting.into_iter().find(|one| one.has(label)));
    Ok(waiting.map(Found::Waiting))
}

pub(super) async fn look(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: SuggestionKey,
) -> Result<(), StoreError> {
    let Some(found) = found(ctx, key).await? else {
        return toast(ctx, member, tap, "toast-suggest-none").await;
    };
    let language = member.language;
    let name = authors::name(ctx.tx, key.label()).await?;
    let (topic, situation, proposal) = match &found {
        Found::Waiting(one) => (one.topic, &one.situation, &one.proposal),
        Found::Released(one) => (one.topic, &one.situation, &one.proposal),
    };
    let topic = ctx.core.campaign.suggestions().topic(topic, language);
    let args = [
        ("topic", topic.into()),
        ("situation", situation.as_str().into()),
        ("proposal", proposal.as_str().into()),
    ];
    let mut words = Vec::new();
    if !situation.is_empty() {
        words.push(ctx.html(language, "suggest-own", &args));
    }
    if let Some(name) = &name {
        let args = [("name", name.as_str().into())];
        words.push(ctx.html(language, "suggest-named", &args));
    }
    words.push(standing(ctx, language, &found));
    let mut actions = Vec::new();
    let open = match &found {
        Found::Waiting(_) => true,
        Found::Released(one) => one.state == State::Open,
    };
    if let Found::Released(one) = &found
        && one.asked.is_some()
        && open
    {
        actions.push(("button-suggest-add", SuggestionAction::Add(key)));
    }
    if open && name.is_none() {
        actions.push(("button-suggest-sign", SuggestionAction::Sign(key)));
    }
    if open {
        actions.push(("button-suggest-withdraw", SuggestionAction::Withdraw(key)));
    }
    actions.push(("button-suggest-hide", SuggestionAction::Hide(key)));
    let keyboard = actions
        .into_iter()
        .map(|(label, action)| vec![ctx.key(language, label, Button::Suggestion(action))]);
    let screen = Screen {
        keyboard: keyboard.collect(),
        text: words.join("\n\n"),
    };
    show(ctx, member, tap, screen).await
}

/// How far it has come.
fn standing(ctx: &Ctx<'_>, language: Language, found: &Found) -> String {
    let Found::Released(one) = found else {
        return ctx.html(language, "suggest-waits", &[]);
    };
    let word = access::answer_word(
        ctx,
        language,
        one.answer.as_ref().map_or(0, |(word, _)| *word),
    );
    let answer = one.answer.as_ref().map_or("", |(_, answer)| answer);
    let args = [
        ("day", one.released_on.format("%d/%m/%Y").to_string().into()),
        ("word", word.into()),
        ("answer", answer.into()),
        ("question", one.asked.as_deref().unwrap_or_default().into()),
        ("added", one.added.as_deref().unwrap_or_default().into()),
    ];
    match (one.state, &one.asked, &one.added) {
        (State::Answered, ..) => ctx.html(language, "suggest-is-answered", &args),
        (State::Refused, ..) => {
            let why = access::refusal(ctx, language, one.reason.unwrap_or_default());
            let told = ctx.html(language, "suggest-is-refused", &[("why", why.into())]);
            let ways = super::ways(ctx, language).text;
            // What accuses somebody has a lawful way: here it is.
            match one.reason {
                Some(1) => format!("{told}\n\n{ways}"),
                _ => told,
            }
        }
        (State::Open, None, _) => ctx.html(language, "suggest-is-released", &args),
        (State::Open, Some(_), None) => ctx.html(language, "suggest-is-asked", &args),
        (State::Open, Some(_), Some(_)) => ctx.html(language, "suggest-is-added", &args),
    }
}

pub(super) async fn hide(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: SuggestionKey,
) -> Result<(), StoreError> {
    let screen = cover(ctx, member.language, key, "suggest-card");
    show(ctx, member, tap, screen).await
}

pub(super) async fn withdraw(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: SuggestionKey,
) -> Result<(), StoreError> {
    let label = key.label();
    let gone = match boxes::holding(ctx.tx, label).await? {
        Some(mut open) => {
            open.waiting.retain(|one| !one.has(label));
            boxes::put(ctx.tx, open.unit, open.waiting).await?;
            authors::forget(ctx.tx, label).await?;
            true
        }
        None => suggestions::withdraw(ctx.tx, label).await?,
    };
    if !gone {
        return toast(ctx, member, tap, "toast-suggest-none").await;
    }
    drafts::drop_about(ctx.tx, label).await?;
    let screen = Screen::words(ctx.html(member.language, "suggest-withdrawn", &[]));
    show(ctx, member, tap, screen).await
}

/// Asks for a name, or for what readers want to know. The card stays as it is: its buttons carry the key.
pub(super) async fn ask(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (key, step): (SuggestionKey, Asking),
) -> Result<(), StoreError> {
    let unit = match found(ctx, key).await? {
        Some(Found::Waiting(_)) if step == Asking::Sign => boxes::holding(ctx.tx, key.label())
            .await?
            .map(|open| open.unit),
        Some(Found::Released(one)) if one.state == State::Open => {
            (step == Asking::Sign || one.asked.is_some()).then_some(one.unit)
        }
        _ => None,
    };
    let Some(unit) = unit else {
        return toast(ctx, member, tap, "toast-suggest-none").await;
    };
    let draft = Draft::new(unit, ctx.tx.rng.random(), step).about(key.label());
    store::dialogs::leave(ctx.tx, member.user).await?;
    drafts::keep(ctx.tx, member.user, &draft).await?;
    ctx.ack_unwritten(member.user, tap, None).await?;
    super::writing::prompt(ctx, member, &draft, (None, None)).await
}

//! The author's own card: only with the key in its buttons can they look at a suggestion, take it back, sign it or say more.
//!
//! Knows the key for as long as a tap is handled. Must not know who has tapped: the key is the right. Losing the message is losing
//! the suggestion, as it said.

use chrono::{DateTime, Utc};
use rand::RngExt;

use super::{cover, hour, lost, show, toast};
use crate::core::access::suggestions as access;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Call;
use crate::store::Result;
use crate::store::members::Member;
use crate::store::suggestions::arrivals::{self, Arrival, Wish};
use crate::store::suggestions::boxes::{self, Waiting};
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::suggestions::{self, State, Suggestion, authors};
use crate::types::{Language, SuggestionKey};

/// Where one is that a key belongs to, and what its author wants of it already.
enum Found {
    /// On its way into the box, until then.
    Coming(Box<Arrival>, DateTime<Utc>),
    Waiting(Waiting),
    Released(Box<Suggestion>),
}

impl Found {
    /// The topic and the two texts.
    fn words(&self) -> (u8, &str, &str) {
        match self {
            Self::Coming(one, _) => one.what.words(),
            Self::Waiting(one) => one.words(),
            Self::Released(one) => (one.topic, &one.situation, &one.proposal),
        }
    }

    fn is_open(&self) -> bool {
        match self {
            Self::Coming(..) | Self::Waiting(_) => true,
            Self::Released(one) => one.state == State::Open,
        }
    }
}

async fn found(ctx: &mut Ctx<'_>, key: SuggestionKey) -> Result<Option<Found>> {
    let label = key.label();
    if let Some((one, at)) = arrivals::by_label(ctx.tx, label).await? {
        return Ok(Some(Found::Coming(Box::new(one), at)));
    }
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
) -> Result {
    let Some(found) = found(ctx, key).await? else {
        return lost::offer(ctx, member, tap).await;
    };
    let language = member.language;
    let name = match &found {
        Found::Coming(one, _) => Some(one.name.clone()).filter(|name| !name.is_empty()),
        _ => authors::name(ctx.tx, key.label()).await?,
    };
    let wish = arrivals::wish_of(ctx.tx, key.label()).await?;
    let (topic, situation, proposal) = found.words();
    let topic = access::topic(ctx, language, topic);
    let args = [
        ("topic", topic.into()),
        ("situation", situation.into()),
        ("proposal", proposal.into()),
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
    if let (Some((wish, at)), true) = (&wish, found.is_open()) {
        words.push(wished(ctx, language, wish, *at));
    }
    let mut actions = Vec::new();
    if found.is_open() && !matches!(wish, Some((Wish::TakeBack, _))) {
        if let Found::Released(one) = &found
            && one.asked.is_some()
        {
            actions.push(("button-suggest-add", SuggestionAction::Add(key)));
        }
        if name.is_none() {
            actions.push(("button-suggest-sign", SuggestionAction::Sign(key)));
        }
        actions.push(("button-suggest-withdraw", SuggestionAction::Withdraw(key)));
    }
    // Until it is in the box its words are nowhere but in memory and here, from where they can be sent again after a kill.
    actions.push(match found {
        Found::Coming(..) => ("button-suggest-look", SuggestionAction::Look(key)),
        _ => ("button-suggest-hide", SuggestionAction::Hide(key)),
    });
    let keyboard = actions
        .into_iter()
        .map(|(label, action)| vec![ctx.key(language, label, Button::Suggestion(action))]);
    let screen = Screen {
        keyboard: keyboard.collect(),
        text: words.join("\n\n"),
    };
    show(ctx, member, tap, screen).await
}

/// What is about to be done with it.
fn wished(ctx: &Ctx<'_>, language: Language, wish: &Wish, at: DateTime<Utc>) -> String {
    let (key, added) = match wish {
        Wish::TakeBack => ("suggest-withdrawing", ""),
        Wish::Add { words, .. } => ("suggest-adding", words.as_str()),
    };
    let args = [("time", hour(at).into()), ("added", added.into())];
    ctx.html(language, key, &args)
}

/// How far it has come.
fn standing(ctx: &Ctx<'_>, language: Language, found: &Found) -> String {
    let one = match found {
        Found::Coming(_, at) => {
            return ctx.html(language, "suggest-comes", &[("time", hour(*at).into())]);
        }
        Found::Waiting(_) => return ctx.html(language, "suggest-waits", &[]),
        Found::Released(one) => one,
    };
    let word = access::answer_word(
        ctx,
        language,
        one.answer.as_ref().map_or(0, |(word, _)| *word),
    );
    let answer = one.answer.as_ref().map_or("", |(_, answer)| answer);
    let args = [
        ("day", one.released_on.into()),
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
) -> Result {
    let screen = cover(ctx, member.language, key, "suggest-card");
    show(ctx, member, tap, screen).await
}

/// What is on its way is gone at once; what is in a box or released leaves it at the next quarter of an hour, as all does.
pub(super) async fn withdraw(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    key: SuggestionKey,
) -> Result {
    let label = key.label();
    let Some(found) = found(ctx, key).await?.filter(Found::is_open) else {
        return toast(ctx, member, tap, "toast-suggest-none").await;
    };
    let (user, language) = (member.user, member.language);
    drafts::drop_about(ctx.tx, label).await?;
    let gone = Screen::words(ctx.html(language, "suggest-withdrawn", &[]));
    if let Found::Coming(one, _) = found {
        arrivals::drop(ctx.tx, label).await?;
        // It does not wait any more, and nothing that is stored says that it ever did.
        drafts::note_taken_back(ctx.tx, one.unit, one.user).await?;
        return show(ctx, member, tap, gone).await;
    }
    let card = gone.call(user.into(), tap.message);
    arrivals::wish(ctx.tx, (label, user), &Wish::TakeBack, Some(&card)).await?;
    let at = arrivals::enters_at(ctx.tx);
    let mut screen = cover(ctx, language, key, "suggest-card");
    screen.text = wished(ctx, language, &Wish::TakeBack, at);
    show(ctx, member, tap, screen).await
}

/// What the cards of one who leaves say of what is on its way: it goes with their data, and no quarter of an hour tells them so.
pub(in crate::core) async fn leaving(ctx: &mut Ctx<'_>, member: &Member) -> Result<Vec<Call>> {
    let gone = ctx.html(member.language, "suggest-left", &[]);
    let cards = arrivals::cards(ctx.tx, member.user).await?;
    let told = cards.into_iter().filter_map(|card| match card {
        Call::Edit { chat, message, .. } => Some(Call::Edit {
            chat,
            message,
            text: gone.clone(),
            keyboard: Vec::new(),
            // Whoever has deleted the message needs no other one.
            or_send: false,
        }),
        _ => None,
    });
    Ok(told.collect())
}

/// Asks for a name, or for what readers want to know. The card stays as it is: its buttons carry the key.
pub(super) async fn ask(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (key, step): (SuggestionKey, Asking),
) -> Result {
    let unit = match found(ctx, key).await? {
        Some(Found::Coming(one, _)) if step == Asking::Sign => Some(one.unit),
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
    drafts::keep(ctx.tx, member.user, &draft).await?;
    ctx.ack_unwritten(member.user, tap, None).await?;
    super::writing::prompt(ctx, member, &draft, (None, None)).await
}

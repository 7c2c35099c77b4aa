//! One suggestion and what its readers do with it: answer it, say that it repeats another, ask back, cut a name out, or not
//! publish it.
//!
//! Knows that a text is never rewritten. Must not know its author, and has no way to ask who it is: a question waits in the
//! suggestion until its author looks.

use rand::RngExt;

use super::{files, named, show};
use crate::core::access::suggestions as access;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, DraftCode, SuggestionAction};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::audit::AuditAction;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::suggestions::{self, State, Suggestion, settled};
use crate::store::{self, StoreError};
use crate::text::{Value, one_line};
use crate::types::{Language, SuggestionLabel};

/// Words by which one is answered.
const WORDS: u8 = 5;
/// Reasons for which one is not published.
const REASONS: u8 = 5;
/// The reasons after which nothing of the text is kept: it accuses somebody, it insults.
const ERASING: [u8; 2] = [1, 2];
/// Letters of an answer.
const ANSWER: std::ops::RangeInclusive<usize> = 10..=500;
/// Letters of a question to the author, and of words to be cut out.
const SHORT: std::ops::RangeInclusive<usize> = 1..=300;
/// What stands where words were cut out.
const GAP: &str = "[…]";

pub(super) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (one, action): (&Suggestion, SuggestionAction),
) -> Result<(), StoreError> {
    use SuggestionAction as Act;
    if one.state != State::Open && !matches!(action, Act::Item(_) | Act::Forward(_)) {
        return ctx
            .alert(tap, caller.language, "toast-suggest-settled")
            .await;
    }
    match action {
        Act::Answer(_) => {
            let screen = choice(ctx, caller, one, "suggest-which-word", WORDS);
            show(ctx, caller, tap, screen).await
        }
        Act::Word(_, word) if (1..=WORDS).contains(&word) => {
            ask(ctx, caller, tap, (one, Asking::Answer, word)).await
        }
        Act::Ask(_) => ask(ctx, caller, tap, (one, Asking::Question, 0)).await,
        Act::Cut(_) => ask(ctx, caller, tap, (one, Asking::Cut, 0)).await,
        Act::Refuse(_) => {
            let screen = choice(ctx, caller, one, "suggest-which-reason", REASONS);
            show(ctx, caller, tap, screen).await
        }
        Act::RefuseFor(_, reason) if (1..=REASONS).contains(&reason) => {
            let refused = (reason, ERASING.contains(&reason));
            settled::refuse(ctx.tx, one.label, refused).await?;
            note(ctx, caller, one, AuditAction::SuggestionRefuse).await?;
            again(ctx, caller, tap, one.label).await
        }
        Act::Same(_) => same(ctx, caller, tap, one).await,
        Act::SameAs(_, other) => link(ctx, caller, tap, one, other).await,
        Act::NotSame(_) => {
            suggestions::link(ctx.tx, one.label, None).await?;
            again(ctx, caller, tap, one.label).await
        }
        Act::Forward(_) => files::forward(ctx, caller, tap, one).await,
        Act::Item(_) => {
            note(ctx, caller, one, AuditAction::SuggestionLook).await?;
            let screen = card(ctx, caller, one);
            show(ctx, caller, tap, screen).await
        }
        _ => {
            ctx.answer_callback(tap, caller.language, "toast-no-button")
                .await
        }
    }
}

async fn note(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    one: &Suggestion,
    action: AuditAction,
) -> Result<(), StoreError> {
    store::audit::note(ctx.tx, one.unit, caller.user, action).await
}

/// The card as it is now.
async fn again(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    label: SuggestionLabel,
) -> Result<(), StoreError> {
    let screen = match suggestions::by_label(ctx.tx, label).await? {
        Some(one) => card(ctx, caller, &one),
        None => Screen::words(ctx.html(caller.language, "toast-suggest-none", &[])),
    };
    show(ctx, caller, tap, screen).await
}

/// All of one that its readers see.
fn card(ctx: &Ctx<'_>, caller: &Caller, one: &Suggestion) -> Screen {
    let language = caller.language;
    let mut args = named(ctx, language, one);
    args.extend([
        ("situation", one.situation.as_str().into()),
        ("proposal", one.proposal.as_str().into()),
        ("day", one.released_on.format("%d/%m/%Y").to_string().into()),
        ("name", one.name.as_deref().unwrap_or_default().into()),
        ("twins", one.twins.into()),
        ("question", one.asked.as_deref().unwrap_or_default().into()),
        ("added", one.added.as_deref().unwrap_or_default().into()),
    ]);
    let mut words = vec![ctx.html(language, "suggest-item", &args)];
    let told = |key: &str| ctx.html(language, key, &args);
    match &one.name {
        Some(_) => words.push(told("suggest-item-named")),
        None => words.push(told("suggest-item-hidden")),
    }
    if one.asked.is_some() {
        words.push(told("suggest-item-asked"));
    }
    if one.added.is_some() {
        words.push(told("suggest-item-added"));
    }
    if let Some(other) = one.same_as {
        let args = [("short", other.short().into())];
        words.push(ctx.html(language, "suggest-item-same", &args));
    }
    if one.twins > 0 {
        words.push(told("suggest-item-twins"));
    }
    words.extend(outcome(ctx, language, one));
    Screen {
        text: words.join("\n\n"),
        keyboard: actions(ctx, language, one),
    }
}

/// What became of one, and when a paper of it was made.
fn outcome(ctx: &Ctx<'_>, language: Language, one: &Suggestion) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(day) = one.forwarded_on {
        let args = [("day", day.format("%d/%m/%Y").to_string().into())];
        words.push(ctx.html(language, "suggest-item-forwarded", &args));
    }
    if let Some((word, answer)) = &one.answer {
        let args = [
            ("word", access::answer_word(ctx, language, *word).into()),
            ("answer", answer.as_str().into()),
        ];
        words.push(ctx.html(language, "suggest-item-answered", &args));
    }
    if let Some(reason) = one.reason {
        let why = access::refusal(ctx, language, reason);
        words.push(ctx.html(language, "suggest-item-refused", &[("why", why.into())]));
    }
    words
}

fn actions(ctx: &Ctx<'_>, language: Language, one: &Suggestion) -> Keyboard {
    let key = |key: &str, action| ctx.key(language, key, Button::Suggestion(action));
    use SuggestionAction as Act;
    let label = one.label;
    let back = vec![key("button-suggest-desk", Act::Desk(one.unit))];
    if one.state != State::Open {
        return vec![back];
    }
    let twin = match one.same_as {
        Some(_) => key("button-suggest-not-same", Act::NotSame(label)),
        None => key("button-suggest-same", Act::Same(label)),
    };
    vec![
        vec![key("button-suggest-answer", Act::Answer(label)), twin],
        vec![
            key("button-suggest-forward", Act::Forward(label)),
            key("button-suggest-ask", Act::Ask(label)),
        ],
        vec![
            key("button-suggest-cut", Act::Cut(label)),
            key("button-suggest-refuse", Act::Refuse(label)),
        ],
        back,
    ]
}

/// Words or reasons to choose from.
fn choice(ctx: &Ctx<'_>, caller: &Caller, one: &Suggestion, key: &str, count: u8) -> Screen {
    let language = caller.language;
    let words = key == "suggest-which-word";
    let keys = (1..=count).map(|number| {
        let (label, action) = match words {
            true => (
                access::answer_word(ctx, language, number),
                SuggestionAction::Word(one.label, number),
            ),
            false => (
                access::refusal(ctx, language, number),
                SuggestionAction::RefuseFor(one.label, number),
            ),
        };
        let data = Button::Suggestion(action).data();
        vec![Key { label, data }]
    });
    let mut keyboard: Keyboard = keys.collect();
    let back = Button::Suggestion(SuggestionAction::Item(one.label));
    keyboard.push(vec![ctx.key(language, "button-suggest-back", back)]);
    let args = [("short", one.label.short().into())];
    Screen {
        text: ctx.html(language, key, &args),
        keyboard,
    }
}

/// Asks for a sentence.
async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (one, step, word): (&Suggestion, Asking, u8),
) -> Result<(), StoreError> {
    let mut draft = Draft::new(one.unit, ctx.tx.rng.random(), step).about(one.label);
    draft.choice = word;
    store::dialogs::leave(ctx.tx, caller.user).await?;
    drafts::keep(ctx.tx, caller.user, &draft).await?;
    let language = caller.language;
    let (key, max) = match step {
        Asking::Answer => ("suggest-type-answer", *ANSWER.end()),
        Asking::Question => ("suggest-type-question", *SHORT.end()),
        _ => ("suggest-type-cut", *SHORT.end()),
    };
    let args = [
        ("short", one.label.short().into()),
        ("max", max.into()),
        ("chosen", i64::from(word).into()),
        ("word", access::answer_word(ctx, language, word).into()),
    ];
    let screen = Screen::words(ctx.html(language, key, &args));
    ctx.ack(tap).await?;
    ctx.send(caller.user, screen, Purpose::Private).await
}

/// Takes a sentence.
pub(super) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    mut draft: Draft,
) -> Result<bool, StoreError> {
    let (Some(label), Some(step)) = (draft.label(), draft.step) else {
        return Ok(false);
    };
    let Some(one) = still(ctx, caller, label).await? else {
        return Ok(false);
    };
    let line = one_line(text);
    let count = line.chars().count();
    let limits = match step {
        Asking::Answer => ANSWER,
        _ => SHORT,
    };
    if !limits.contains(&count) {
        let args = [("count", count.into()), ("max", (*limits.end()).into())];
        ctx.say(caller, "suggest-type-length", &args).await?;
        return Ok(true);
    }
    match step {
        Asking::Answer => {
            draft.proposal = line;
            draft.step = None;
            drafts::keep(ctx.tx, caller.user, &draft).await?;
            let screen = shown(ctx, caller, &one, &draft);
            ctx.send(caller.user, screen, Purpose::Private).await?;
            return Ok(true);
        }
        Asking::Question => {
            suggestions::ask(ctx.tx, label, &line).await?;
            note(ctx, caller, &one, AuditAction::SuggestionAsk).await?;
        }
        _ => {
            let without = |text: &str| text.replace(&line, GAP);
            let cut = (without(&one.situation), without(&one.proposal));
            if cut == (one.situation.clone(), one.proposal.clone()) {
                ctx.say(caller, "suggest-cut-nothing", &[]).await?;
                return Ok(true);
            }
            suggestions::cut(ctx.tx, label, (&cut.0, &cut.1)).await?;
            note(ctx, caller, &one, AuditAction::SuggestionCut).await?;
        }
    }
    drafts::drop(ctx.tx, caller.user).await?;
    if let Some(one) = suggestions::by_label(ctx.tx, label).await? {
        let screen = card(ctx, caller, &one);
        ctx.send(caller.user, screen, Purpose::Private).await?;
    }
    Ok(true)
}

/// It is still open, and this person still reads it.
async fn still(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    label: SuggestionLabel,
) -> Result<Option<Suggestion>, StoreError> {
    let one = suggestions::by_label(ctx.tx, label).await?;
    let Some(one) = one.filter(|one| one.state == State::Open) else {
        return Ok(None);
    };
    let reads = access::reads(ctx, caller.user, (one.unit, one.topic)).await?;
    Ok(reads.then_some(one))
}

/// The answer as everybody will read it.
fn shown(ctx: &Ctx<'_>, caller: &Caller, one: &Suggestion, draft: &Draft) -> Screen {
    let language = caller.language;
    let mut args = named(ctx, language, one);
    args.extend([
        ("situation", Value::from(one.situation.as_str())),
        ("proposal", one.proposal.as_str().into()),
        (
            "word",
            access::answer_word(ctx, language, draft.choice).into(),
        ),
        ("answer", draft.proposal.as_str().into()),
        ("twins", one.twins.into()),
        ("seconds", 0_i64.into()),
    ]);
    let words = [
        ctx.html(language, "suggest-publish", &[]),
        ctx.html(language, "suggest-answered", &args),
    ];
    let action = |key: &str, action| vec![ctx.key(language, key, Button::Suggestion(action))];
    let publish = SuggestionAction::Publish(draft.code);
    let again = SuggestionAction::Word(one.label, draft.choice);
    let back = SuggestionAction::Item(one.label);
    Screen {
        text: words.join("\n\n"),
        keyboard: vec![
            action("button-suggest-publish", publish),
            action("button-suggest-rewrite", again),
            action("button-suggest-back", back),
        ],
    }
}

/// Everybody of the unit reads both from now on.
pub(super) async fn publish(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    code: DraftCode,
) -> Result<(), StoreError> {
    let draft = drafts::of(ctx.tx, caller.user).await?;
    let draft = draft.filter(|draft| draft.code == code && draft.step.is_none());
    let label = draft.as_ref().and_then(Draft::label);
    let (Some(draft), Some(label)) = (draft, label) else {
        return ctx.alert(tap, caller.language, "toast-suggest-gone").await;
    };
    let Some(one) = still(ctx, caller, label).await? else {
        return ctx
            .alert(tap, caller.language, "toast-suggest-settled")
            .await;
    };
    // What says the same is answered at its head.
    let head = one.same_as.unwrap_or(label);
    settled::answer(ctx.tx, head, (draft.choice, &draft.proposal)).await?;
    note(ctx, caller, &one, AuditAction::SuggestionAnswer).await?;
    drafts::drop(ctx.tx, caller.user).await?;
    again(ctx, caller, tap, label).await
}

/// Which other one says the same.
async fn same(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    one: &Suggestion,
) -> Result<(), StoreError> {
    let language = caller.language;
    let mut all = super::theirs(ctx, caller, one.unit).await?;
    all.retain(|other| {
        other.label != one.label && other.same_as.is_none() && other.state != State::Refused
    });
    let keys = all.iter().take(super::SHOWN_MAX).map(|other| {
        let start: String = other.proposal.chars().take(40).collect();
        let args = [
            ("short", other.label.short().into()),
            ("start", start.into()),
        ];
        vec![Key {
            label: ctx.plain(language, "button-suggest-same-as", &args),
            data: Button::Suggestion(SuggestionAction::SameAs(one.label, other.label)).data(),
        }]
    });
    let mut keyboard: Keyboard = keys.collect();
    let back = Button::Suggestion(SuggestionAction::Item(one.label));
    keyboard.push(vec![ctx.key(language, "button-suggest-back", back)]);
    let args = [("short", one.label.short().into())];
    let screen = Screen {
        text: ctx.html(language, "suggest-which-same", &args),
        keyboard,
    };
    show(ctx, caller, tap, screen).await
}

/// It says the same as that one: texts are never merged, only answered together. What was answered already is its answer, too.
async fn link(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    one: &Suggestion,
    other: SuggestionLabel,
) -> Result<(), StoreError> {
    let found = suggestions::by_label(ctx.tx, other).await?;
    let union = |one: &Suggestion| one.topic == access::UNION;
    let fits = found.filter(|other| {
        other.unit == one.unit
            && other.label != one.label
            && other.same_as.is_none()
            && union(other) == union(one)
            && one.twins == 0
    });
    let Some(other) = fits else {
        return ctx
            .alert(tap, caller.language, "toast-suggest-not-same")
            .await;
    };
    suggestions::link(ctx.tx, one.label, Some(other.label)).await?;
    if let Some((word, answer)) = &other.answer {
        settled::answer(ctx.tx, other.label, (*word, answer)).await?;
        note(ctx, caller, one, AuditAction::SuggestionAnswer).await?;
    }
    again(ctx, caller, tap, one.label).await
}

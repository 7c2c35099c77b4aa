//! One suggestion as its readers see it, with what they can do.
//!
//! Knows the parts of a card. Must not know its author, nor what a button does.

use super::{named, planned, show};
use crate::core::access::suggestions as access;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Keyboard;
use crate::store::audit::AuditAction;
use crate::store::suggestions::{self, State, Suggestion};
use crate::store::{self, Result};
use crate::types::{Language, SuggestionLabel};

/// What a reader did with one, in the audit: of which unit, and no more.
pub(super) async fn note(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    one: &Suggestion,
    action: AuditAction,
) -> Result {
    store::audit::note(ctx.tx, one.unit, caller.user, action).await
}

/// The card as it is now.
pub(super) async fn again(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    label: SuggestionLabel,
) -> Result {
    let screen = match suggestions::by_label(ctx.tx, label).await? {
        Some(one) => card(ctx, caller, &one),
        None => Screen::words(ctx.html(caller.language, "toast-suggest-none", &[])),
    };
    show(ctx, caller, tap, screen).await
}

/// All of one that its readers see.
pub(super) fn card(ctx: &Ctx<'_>, caller: &Caller, one: &Suggestion) -> Screen {
    let language = caller.language;
    let mut args = named(ctx, language, one);
    args.extend([
        ("situation", one.situation.as_str().into()),
        ("proposal", one.proposal.as_str().into()),
        ("day", one.released_on.into()),
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
        let args = [("day", day.into())];
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
    let twin = match one.same_as {
        Some(_) => key("button-suggest-not-same", Act::NotSame(label)),
        None => key("button-suggest-same", Act::Same(label)),
    };
    if one.state != State::Open {
        // One tap gave it the answer of another one: one tap takes that back.
        let linked = one.same_as.map(|_| vec![twin]);
        let plan = vec![key("button-suggest-plan", Act::Plan(label))];
        let plan = planned::is_accepted(one).then_some(plan);
        return linked.into_iter().chain(plan).chain([back]).collect();
    }
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

//! One suggestion and what its readers do with it: answer it, say that it repeats another, ask back, cut a name out, or not
//! publish it.
//!
//! Knows that a text is never rewritten. Must not know its author, and has no way to ask who it is: a question waits in the
//! suggestion until its author looks.

use rand::RngExt;

use super::card::{again, card, note};
use super::{files, named, planned, show, twins};
use crate::core::access::suggestions as access;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, DraftCode, SuggestionAction};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::Result;
use crate::store::audit::AuditAction;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::suggestions::{self, State, Suggestion, settled};
use crate::text::{Value, one_line};
use crate::types::SuggestionLabel;

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
) -> Result {
    use SuggestionAction as Act;
    let still = match action {
        Act::Item(_) | Act::Forward(_) => true,
        Act::NotSame(_) => one.state != State::Refused,
        Act::Plan(_) | Act::PlanTo(..) => planned::is_accepted(one),
        _ => one.state == State::Open,
    };
    if !still {
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
            refuse_shown(ctx, caller, tap, (one, reason)).await
        }
        Act::Same(_) => twins::same(ctx, caller, tap, one).await,
        Act::SameAs(_, other) => twins::link(ctx, caller, tap, one, other).await,
        Act::NotSame(_) => {
            suggestions::part(ctx.tx, one.label).await?;
            // Its answer was public: that it is taken back is a deed of its own.
            if one.answer.is_some() {
                note(ctx, caller, one, AuditAction::SuggestionReopen).await?;
            }
            again(ctx, caller, tap, one.label).await
        }
        Act::Plan(_) => planned::tasks(ctx, caller, tap, one).await,
        Act::PlanTo(_, task) => planned::put(ctx, caller, tap, (one, task)).await,
        Act::Forward(_) => files::forward(ctx, caller, tap, one).await,
        Act::Item(_) => {
            note(ctx, caller, one, AuditAction::SuggestionLook).await?;
            let screen = card(ctx, caller, one);
            show(ctx, caller, tap, screen).await
        }
        _ => ctx.no_button(tap, caller.language).await,
    }
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
) -> Result {
    let mut draft = Draft::new(one.unit, 0, step).about(one.label);
    draft.choice = word;
    let language = caller.language;
    let (key, max) = match step {
        Asking::Answer => ("suggest-type-answer", *ANSWER.end()),
        Asking::Question => ("suggest-type-question", *SHORT.end()),
        _ => ("suggest-type-cut", *SHORT.end()),
    };
    let args = [
        ("short", one.label.short().into()),
        ("max", max.into()),
        ("chosen", word.into()),
        ("word", access::answer_word(ctx, language, word).into()),
    ];
    let screen = Screen::words(ctx.html(language, key, &args));
    super::asks(ctx, caller, tap, draft, screen).await
}

/// Takes a sentence.
pub(super) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    mut draft: Draft,
) -> Result<bool> {
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
    if step == Asking::Question {
        suggestions::ask(ctx.tx, label, &line).await?;
        note(ctx, caller, &one, AuditAction::SuggestionAsk).await?;
        drafts::drop(ctx.tx, caller.user).await?;
        if let Some(one) = suggestions::by_label(ctx.tx, label).await? {
            let screen = card(ctx, caller, &one);
            ctx.send(caller.user, screen, Purpose::Private).await?;
        }
        return Ok(true);
    }
    if step == Asking::Cut && without(&one, &line).is_none() {
        ctx.say(caller, "suggest-cut-nothing", &[]).await?;
        return Ok(true);
    }
    draft.proposal = line;
    draft.step = None;
    drafts::keep(ctx.tx, caller.user, &draft).await?;
    let screen = match without(&one, &draft.proposal).filter(|_| step == Asking::Cut) {
        Some(cut) => cut_shown(ctx, caller, &one, (&draft, &cut)),
        None => shown(ctx, caller, &one, &draft),
    };
    ctx.send(caller.user, screen, Purpose::Private).await?;
    Ok(true)
}

/// It with these words cut out of its texts and of what its author added; `None`: they are in none of them.
fn without(one: &Suggestion, words: &str) -> Option<Suggestion> {
    let cut = |text: &str| text.replace(words, GAP);
    let rest = Suggestion {
        situation: cut(&one.situation),
        proposal: cut(&one.proposal),
        added: one.added.as_deref().map(cut),
        ..one.clone()
    };
    let texts = |one: &Suggestion| {
        (
            one.situation.clone(),
            one.proposal.clone(),
            one.added.clone(),
        )
    };
    (texts(&rest) != texts(one)).then_some(rest)
}

/// What would stay of it: what is cut out does not come back.
fn cut_shown(
    ctx: &Ctx<'_>,
    caller: &Caller,
    one: &Suggestion,
    (draft, cut): (&Draft, &Suggestion),
) -> Screen {
    let language = caller.language;
    let args = [
        ("short", one.label.short().into()),
        ("words", draft.proposal.as_str().into()),
        ("situation", cut.situation.as_str().into()),
        ("proposal", cut.proposal.as_str().into()),
    ];
    let mut text = ctx.html(language, "suggest-cut-shown", &args);
    if let Some(added) = &cut.added {
        let args = [("added", added.as_str().into())];
        text.push('\n');
        text.push_str(&ctx.html(language, "suggest-item-added", &args));
    }
    Screen {
        text,
        keyboard: ways(
            ctx,
            caller,
            one,
            (
                draft,
                "button-suggest-cut-out",
                SuggestionAction::Cut(one.label),
            ),
        ),
    }
}

/// Why it is not published, and what becomes of its words: there is no way back from it.
async fn refuse_shown(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (one, reason): (&Suggestion, u8),
) -> Result {
    let mut draft = Draft::new(one.unit, ctx.tx.rng.random(), Asking::Answer).about(one.label);
    // Nothing is to be typed: it is the reason alone.
    (draft.step, draft.choice) = (None, reason);
    drafts::keep(ctx.tx, caller.user, &draft).await?;
    let language = caller.language;
    let args = [
        ("short", one.label.short().into()),
        ("why", access::refusal(ctx, language, reason).into()),
        ("erased", i64::from(ERASING.contains(&reason)).into()),
        ("situation", one.situation.as_str().into()),
        ("proposal", one.proposal.as_str().into()),
    ];
    let again = SuggestionAction::Refuse(one.label);
    let screen = Screen {
        text: ctx.html(language, "suggest-refuse-shown", &args),
        keyboard: ways(
            ctx,
            caller,
            one,
            (&draft, "button-suggest-refuse-so", again),
        ),
    };
    show(ctx, caller, tap, screen).await
}

/// To do what was shown, to type it anew, or to leave it.
fn ways(
    ctx: &Ctx<'_>,
    caller: &Caller,
    one: &Suggestion,
    (draft, does, again): (&Draft, &str, SuggestionAction),
) -> Keyboard {
    let action =
        |key: &str, action| vec![ctx.key(caller.language, key, Button::Suggestion(action))];
    vec![
        action(does, SuggestionAction::Confirm(draft.code)),
        action("button-suggest-rewrite", again),
        action("button-suggest-back", SuggestionAction::Item(one.label)),
    ]
}

/// It is still open, and this person still reads it.
async fn still(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    label: SuggestionLabel,
) -> Result<Option<Suggestion>> {
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
    let again = SuggestionAction::Word(one.label, draft.choice);
    Screen {
        text: words.join("\n\n"),
        keyboard: ways(ctx, caller, one, (draft, "button-suggest-publish", again)),
    }
}

/// What was shown is done: everybody of the unit reads the answer from now on, the words are cut out, or it is not published.
pub(super) async fn confirm(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    code: DraftCode,
) -> Result {
    let draft = drafts::of(ctx.tx, caller.user).await?;
    let draft = draft.filter(|draft| {
        let shown = draft.choice > 0 || !draft.proposal.is_empty();
        draft.code == code && draft.step.is_none() && shown
    });
    let label = draft.as_ref().and_then(Draft::label);
    let (Some(draft), Some(label)) = (draft, label) else {
        return ctx.alert(tap, caller.language, "toast-suggest-gone").await;
    };
    let Some(one) = still(ctx, caller, label).await? else {
        return ctx
            .alert(tap, caller.language, "toast-suggest-settled")
            .await;
    };
    if draft.proposal.is_empty() {
        let refused = (draft.choice, ERASING.contains(&draft.choice));
        settled::refuse(ctx.tx, label, refused).await?;
        note(ctx, caller, &one, AuditAction::SuggestionRefuse).await?;
    } else if draft.choice > 0 {
        // What says the same is answered at its head.
        let head = one.same_as.unwrap_or(label);
        settled::answer(ctx.tx, head, (draft.choice, &draft.proposal)).await?;
        note(ctx, caller, &one, AuditAction::SuggestionAnswer).await?;
    } else if let Some(cut) = without(&one, &draft.proposal) {
        suggestions::cut(ctx.tx, &cut).await?;
        note(ctx, caller, &one, AuditAction::SuggestionCut).await?;
    }
    drafts::drop(ctx.tx, caller.user).await?;
    again(ctx, caller, tap, label).await
}

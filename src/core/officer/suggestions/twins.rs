//! Suggestions that say the same: linked, answered together, never merged.
//!
//! Knows which may be linked. Must not know who wrote either.

use super::card::{again, note};
use super::{SHOWN_MAX, show, theirs};
use crate::core::access::suggestions as access;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Keyboard;
use crate::store::Result;
use crate::store::audit::AuditAction;
use crate::store::suggestions::{self, State, Suggestion, settled};
use crate::types::SuggestionLabel;

/// Which other one says the same.
pub(super) async fn same(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    one: &Suggestion,
) -> Result {
    let language = caller.language;
    let mut all = theirs(ctx, caller.user, one.unit).await?;
    all.retain(|other| {
        other.label != one.label && other.same_as.is_none() && other.state != State::Refused
    });
    let keys =
        all.iter().take(SHOWN_MAX).map(|other| {
            let start: String = other.proposal.chars().take(40).collect();
            let args = [
                ("short", other.label.short().into()),
                ("start", start.into()),
            ];
            vec![
                Button::Suggestion(SuggestionAction::SameAs(one.label, other.label))
                    .key(ctx.plain(language, "button-suggest-same-as", &args)),
            ]
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
pub(super) async fn link(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    one: &Suggestion,
    other: SuggestionLabel,
) -> Result {
    let found = suggestions::by_label(ctx.tx, other).await?;
    let union = |one: &Suggestion| one.topic == access::UNION;
    let fits = found.filter(|other| {
        other.unit == one.unit
            && other.label != one.label
            && other.same_as.is_none()
            && other.state != State::Refused
            && union(other) == union(one)
            && one.twins == 0
    });
    let Some(other) = fits else {
        return ctx
            .alert(tap, caller.language, "toast-suggest-not-same")
            .await;
    };
    suggestions::link(ctx.tx, one.label, other.label).await?;
    if let Some((word, answer)) = &other.answer {
        settled::answer(ctx.tx, other.label, (*word, answer)).await?;
        note(ctx, caller, one, AuditAction::SuggestionAnswer).await?;
    }
    again(ctx, caller, tap, one.label).await
}

//! What was accepted becomes a line of the unit's yearly plan: its words are there, and the officer writes on.
//!
//! Knows what is accepted. Must not know how a line is written.

use super::show;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::plans;
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Keyboard;
use crate::store::Result;
use crate::store::suggestions::Suggestion;

/// The words of an answer by which something is to be done: accepted, or in part.
const ACCEPTED: std::ops::RangeInclusive<u8> = 1..=2;

/// Whether something of one is to be done.
pub(super) fn is_accepted(one: &Suggestion) -> bool {
    let word = one.answer.as_ref().map_or(0, |(word, _)| *word);
    ACCEPTED.contains(&word)
}

/// To which of the plan's tasks it belongs.
pub(super) async fn tasks(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    one: &Suggestion,
) -> Result {
    let language = caller.language;
    if !plans::is_drafted(ctx, caller, one.unit).await? {
        return ctx.alert(tap, language, "toast-suggest-no-draft").await;
    }
    let frame = ctx.core.campaign.plan();
    let keys = (1..).zip(&frame.tasks).map(|(number, task)| {
        let action = SuggestionAction::PlanTo(one.label, number);
        vec![Button::Suggestion(action).key(task.name.get(language).to_owned())]
    });
    let mut keyboard: Keyboard = keys.collect();
    let back = Button::Suggestion(SuggestionAction::Item(one.label));
    keyboard.push(vec![ctx.key(language, "button-suggest-back", back)]);
    let args = [
        ("short", one.label.short().into()),
        ("proposal", one.proposal.as_str().into()),
    ];
    let text = ctx.html(language, "suggest-which-task", &args);
    show(ctx, caller, tap, Screen { text, keyboard }).await
}

/// Begins the line with what was proposed.
pub(super) async fn put(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (one, task): (&Suggestion, u8),
) -> Result {
    if plans::propose(ctx, caller, tap, one.unit, (task, &one.proposal)).await? {
        return Ok(());
    }
    ctx.alert(tap, caller.language, "toast-suggest-no-draft")
        .await
}

//! The buttons below a draft: six at most at first, the rest behind one of them.
//!
//! Knows which choices go together, and that nobody may hit “discard” who means “confirm”. Must not know what they do.

use super::{key, steps, ticked};
use crate::core::ctx::Ctx;
use crate::event::Step;
use crate::outgoing::Keyboard;
use crate::store::broadcasts::Broadcast;
use crate::store::{self, Result};
use crate::types::Language;

/// What is most often wanted: to confirm first, to discard last.
pub(super) async fn first(
    ctx: &mut Ctx<'_>,
    language: Language,
    draft: &Broadcast,
) -> Result<Keyboard> {
    let below = store::units::directly_below(ctx.tx, draft.unit).await?;
    let button = |label, step| key(ctx, language, label, steps(draft, step));
    let mut rows = vec![
        vec![button("button-confirm", Step::Confirm)],
        vec![button("button-text", Step::Text)],
    ];
    // An answer goes to the members of the unit and of all below it, at once: there is nothing to choose.
    if draft.answers.is_none() {
        if !below.is_empty() {
            rows.push(vec![button("button-units", Step::Units(0))]);
        }
        let mut last = vec![button("button-options", Step::Options)];
        if draft.rhythm.is_none() && !draft.urgent {
            last.insert(0, button("button-start", Step::Start));
        }
        rows.push(last);
    }
    rows.push(vec![button("button-discard", Step::Discard)]);
    Ok(rows)
}

/// The rest.
pub(super) async fn rest(
    ctx: &mut Ctx<'_>,
    language: Language,
    draft: &Broadcast,
) -> Result<Keyboard> {
    let round = store::rounds::current(ctx.tx).await?;
    let button = |label, step| key(ctx, language, label, steps(draft, step));
    let once = draft.rhythm.is_none();
    let urgent = ticked(button("button-urgent", Step::Urgent), draft.urgent);
    let link = match draft.body.link {
        Some(_) => "button-no-link",
        None => "button-link",
    };
    let seen = button("button-ask-seen", Step::AskSeen);
    let mut rows = vec![
        vec![button(link, Step::Link)],
        vec![ticked(seen, draft.body.ask_seen)],
        vec![
            ticked(button("button-members", Step::Members), draft.members),
            ticked(button("button-groups", Step::Groups), draft.groups),
        ],
    ];
    // What is urgent goes at once, to everybody: there is no more to choose.
    if draft.urgent {
        rows.push(vec![urgent]);
        rows.push(vec![button("button-test", Step::Test)]);
        rows.push(vec![button("button-back", Step::Show)]);
        return Ok(rows);
    }
    if once && (round.is_some() || draft.round.is_some()) {
        let unanswered = button("button-unanswered", Step::Unanswered);
        rows.push(vec![ticked(unanswered, draft.round.is_some())]);
    }
    if once && draft.starts_at.is_some() {
        rows.push(vec![button("button-now", Step::Now)]);
    }
    let mut times = vec![button(
        if once { "button-rhythm" } else { "button-once" },
        Step::Rhythm,
    )];
    if once {
        times.insert(0, button("button-until", Step::Until));
    }
    rows.push(times);
    rows.push(vec![urgent]);
    rows.push(vec![button("button-test", Step::Test)]);
    rows.push(vec![button("button-back", Step::Show)]);
    Ok(rows)
}

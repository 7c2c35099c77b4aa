//! What is put to one that is in the box already: the answer to what its readers asked, or a name.
//!
//! Knows that neither is of use once it is answered. Must not know who reads it.

use super::{hour, reveals, show, toast};
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Call;
use crate::store::Result;
use crate::store::members::Member;
use crate::store::suggestions::arrivals::{self, Wish};
use crate::store::suggestions::drafts::{self, Draft};
use crate::store::suggestions::{self, State, authors};
use crate::types::SuggestionLabel;

/// The answer as its readers will see it, with what may reveal its author.
pub(super) fn preview(ctx: &Ctx<'_>, member: &Member, draft: &Draft) -> Screen {
    let language = member.language;
    let args = [("words", draft.proposal.as_str().into())];
    let mut words = vec![ctx.html(language, "suggest-preview-more", &args)];
    words.extend(reveals::warned(ctx, language, draft));
    let action = |key: &str, action| vec![ctx.key(language, key, Button::Suggestion(action))];
    Screen {
        text: words.join("\n\n"),
        keyboard: vec![
            action("button-suggest-more", SuggestionAction::Send(draft.code)),
            action(
                "button-suggest-rewrite",
                SuggestionAction::Rewrite(draft.code),
            ),
            action("button-suggest-drop", SuggestionAction::Drop(draft.code)),
        ],
    }
}

/// Sends the answer, unless its readers have settled it meanwhile.
pub(super) async fn send(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (draft, label): (&Draft, SuggestionLabel),
) -> Result {
    if draft.step.is_some() || draft.proposal.is_empty() {
        return toast(ctx, member, tap, "toast-suggest-gone").await;
    }
    drafts::drop(ctx.tx, member.user).await?;
    let one = suggestions::by_label(ctx.tx, label).await?;
    let open = one.filter(|one| one.state == State::Open);
    let key = match open.and_then(|one| one.asked) {
        Some(asked) => {
            let words = draft.proposal.clone();
            let wish = Wish::Add { asked, words };
            arrivals::wish(ctx.tx, (label, member.user), &wish, None).await?;
            "suggest-added"
        }
        None => "toast-suggest-none",
    };
    let screen = done(ctx, member, key);
    show(ctx, member, tap, screen).await
}

/// Puts a name under one, unless its readers have settled it meanwhile.
pub(super) async fn sign(
    ctx: &mut Ctx<'_>,
    member: &Member,
    draft: &Draft,
    name: &str,
) -> Result<bool> {
    drafts::drop(ctx.tx, member.user).await?;
    let Some(label) = draft.label() else {
        return Ok(false);
    };
    let signed = sign_coming(ctx, member, label, name).await?
        || authors::sign(ctx.tx, label, member.id, name).await?;
    let key = match signed {
        true => "suggest-signed",
        false => "toast-suggest-none",
    };
    let screen = done(ctx, member, key);
    ctx.show_unwritten(member.user, None, screen).await?;
    Ok(true)
}

/// Puts a name under one that is on its way; `false`: it is not.
async fn sign_coming(
    ctx: &mut Ctx<'_>,
    member: &Member,
    label: SuggestionLabel,
    name: &str,
) -> Result<bool> {
    let Some((one, _)) = arrivals::by_label(ctx.tx, label).await? else {
        return Ok(false);
    };
    let mut card = one.card;
    // It must not say that nobody knows whose it is: its readers see the name. The key stays in its button.
    if let Call::Edit { text, .. } | Call::Send { text, .. } = &mut card {
        *text = ctx.html(member.language, "suggest-sent-signed", &[]);
    }
    arrivals::sign(ctx.tx, label, (name, &card)).await
}

fn done(ctx: &Ctx<'_>, member: &Member, key: &str) -> Screen {
    let time = hour(arrivals::enters_at(ctx.tx));
    Screen::words(ctx.html(member.language, key, &[("time", time.into())]))
}

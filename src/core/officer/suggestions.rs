//! Suggestions for those who read them: the box of a unit, one card each, and by which regulation it is gathered.
//!
//! Knows offices. Must not know who wrote what: no way leads there, and each look is a line of the audit that members read.

mod answering;
mod card;
pub(in crate::core) mod due;
mod files;
pub(in crate::core) mod meeting;
pub(in crate::core) mod opening;
mod planned;
mod regulating;
mod twins;

use rand::RngExt;

use crate::core::access::{officers, suggestions as access};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, IncomingMessage, SuggestionAction};
use crate::outgoing::{Keyboard, Purpose};
use crate::store::audit::AuditAction;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::suggestions::{self, State, Suggestion};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, SuggestionLabel, UnitId, UserId};

/// Suggestions on one screen.
const SHOWN_MAX: usize = 20;

/// `/suggest` of an officer, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Suggestion(SuggestionAction::Desk(unit));
    officers::open(ctx, caller, words, button, desk).await
}

/// Whether a button is one of officers.
pub(in crate::core) fn is_for_officers(action: SuggestionAction) -> bool {
    use SuggestionAction as Act;
    matches!(
        action,
        Act::Desk(_)
            | Act::Regulate(_)
            | Act::Item(_)
            | Act::Answer(_)
            | Act::Word(..)
            | Act::Confirm(_)
            | Act::Same(_)
            | Act::SameAs(..)
            | Act::NotSame(_)
            | Act::Forward(_)
            | Act::Ask(_)
            | Act::Refuse(_)
            | Act::RefuseFor(..)
            | Act::Cut(_)
            | Act::Plan(_)
            | Act::PlanTo(..)
            | Act::File(..)
            | Act::Counts(_)
            | Act::Meeting(_)
            | Act::MeetingAsk(_)
            | Act::MeetingFile(..)
    )
}

/// Whether what somebody is writing is an officer's.
pub(in crate::core) fn is_officers(draft: &Draft) -> bool {
    matches!(
        draft.step,
        Some(
            Asking::Regulation | Asking::Answer | Asking::Question | Asking::Cut | Asking::Meeting
        )
    )
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    action: SuggestionAction,
) -> Result {
    use SuggestionAction as Act;
    match action {
        Act::Desk(unit) => officers::reopen(ctx, caller, tap, unit, desk).await,
        Act::Regulate(unit) => regulating::ask(ctx, caller, tap, unit).await,
        Act::File(unit, document) => files::all(ctx, caller, tap, (unit, document)).await,
        Act::Counts(unit) => files::counts(ctx, caller, tap, unit).await,
        Act::Meeting(unit) => officers::reopen(ctx, caller, tap, unit, meeting::screen).await,
        Act::MeetingAsk(unit) => meeting::ask(ctx, caller, tap, unit).await,
        Act::MeetingFile(unit, kind) => meeting::file(ctx, caller, tap, (unit, kind)).await,
        Act::Confirm(code) => answering::confirm(ctx, caller, tap, code).await,
        Act::Item(label)
        | Act::Answer(label)
        | Act::Word(label, _)
        | Act::Same(label)
        | Act::SameAs(label, _)
        | Act::NotSame(label)
        | Act::Forward(label)
        | Act::Ask(label)
        | Act::Refuse(label)
        | Act::RefuseFor(label, _)
        | Act::Cut(label)
        | Act::Plan(label)
        | Act::PlanTo(label, _) => {
            let Some(one) = readable(ctx, caller, tap, label).await? else {
                return Ok(());
            };
            answering::tapped(ctx, caller, tap, (&one, action)).await
        }
        // Those of members are handled elsewhere.
        _ => ctx.no_button(tap, caller.language).await,
    }
}

/// What an officer types.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    said: &IncomingMessage,
    draft: Draft,
) -> Result<bool> {
    let Some(text) = said.text.as_deref() else {
        return Ok(false);
    };
    match draft.step {
        Some(Asking::Regulation) => regulating::wrote(ctx, caller, text, &draft).await,
        Some(Asking::Meeting) => meeting::wrote(ctx, caller, text, &draft).await,
        _ => answering::wrote(ctx, caller, text, draft).await,
    }
}

/// The suggestion, if this person reads it now; otherwise they are told that they do not.
async fn readable(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    label: SuggestionLabel,
) -> Result<Option<Suggestion>> {
    let one = suggestions::by_label(ctx.tx, label).await?;
    if let Some(one) = one
        && access::reads(ctx, caller.user, (one.unit, one.topic)).await?
    {
        return Ok(Some(one));
    }
    ctx.alert(tap, caller.language, "toast-no-right").await?;
    Ok(None)
}

/// What a unit's box has released, for those who read it; for other officers only whether it is on.
async fn desk(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let action =
        |ctx: &Ctx<'_>, key: &str, action| vec![ctx.key(language, key, Button::Suggestion(action))];
    let home = access::home(ctx, unit.id).await?;
    if home.is_some_and(|home| home.id != unit.id) {
        return Ok(Screen::words(ctx.html(
            language,
            "suggest-desk-within",
            &[],
        )));
    }
    let open = access::open_box(ctx, unit.id).await?;
    let mut keyboard = Keyboard::new();
    let mut words = Vec::new();
    let args = [("unit", unit.name.as_str().into())];
    let Some(open) = open else {
        words.push(ctx.html(language, "suggest-desk-off", &args));
        if access::may_regulate(ctx, caller.user, unit.id).await? {
            let on = SuggestionAction::Regulate(unit.id);
            keyboard.push(action(ctx, "button-suggest-regulate", on));
        }
        let counts = SuggestionAction::Counts(unit.id);
        keyboard.push(action(ctx, "button-suggest-counts", counts));
        return Ok(Screen {
            text: words.join("\n\n"),
            keyboard,
        });
    };
    let args = [
        ("unit", unit.name.as_str().into()),
        ("number", open.number.into()),
        ("dated", open.dated.into()),
    ];
    words.push(ctx.html(language, "suggest-desk", &args));
    if access::readers(ctx, unit.id, 1).await?.is_empty() {
        words.push(ctx.html(language, "suggest-desk-alone", &[]));
    }
    if !access::reads_any(ctx, caller.user, unit.id).await? {
        words.push(ctx.html(language, "suggest-desk-not-yours", &[]));
    } else {
        let (list, keys) = list(ctx, caller, unit).await?;
        words.push(list);
        keyboard.extend(keys);
        let file = |document| SuggestionAction::File(unit.id, document);
        keyboard.push(action(ctx, "button-suggest-table", file(false)));
        keyboard.push(action(ctx, "button-suggest-document", file(true)));
    }
    let counts = SuggestionAction::Counts(unit.id);
    keyboard.push(action(ctx, "button-suggest-counts", counts));
    if access::may_regulate(ctx, caller.user, unit.id).await? {
        let on = SuggestionAction::Regulate(unit.id);
        keyboard.push(action(ctx, "button-suggest-regulate", on));
    }
    Ok(Screen {
        text: words.join("\n\n"),
        keyboard,
    })
}

/// Those that somebody reads, the longest waiting first. That they looked is a line of the audit.
async fn list(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<(String, Keyboard)> {
    let language = caller.language;
    let theirs = theirs(ctx, caller.user, unit.id).await?;
    if !theirs.is_empty() {
        let look = AuditAction::SuggestionLook;
        store::audit::note(ctx.tx, unit.id, caller.user, look).await?;
    }
    let (open, late) = access::waiting(ctx, &theirs);
    let args = [
        ("all", theirs.len().into()),
        ("open", open.into()),
        ("late", late.into()),
        ("days", access::answer_days(ctx).into()),
    ];
    let text = ctx.html(language, "suggest-desk-list", &args);
    let keys = theirs.iter().take(SHOWN_MAX).map(|one| {
        let state = if access::is_late(ctx, one) {
            "late"
        } else {
            match one.state {
                State::Open => "open",
                State::Answered => "answered",
                State::Refused => "refused",
            }
        };
        let args = named(ctx, language, one).into_iter();
        let args: Vec<(&str, Value)> = args.chain([("state", state.into())]).collect();
        vec![
            Button::Suggestion(SuggestionAction::Item(one.label)).key(ctx.plain(
                language,
                "button-suggest-item",
                &args,
            )),
        ]
    });
    Ok((text, keys.collect()))
}

/// Those of a unit that somebody reads.
async fn theirs(ctx: &mut Ctx<'_>, user: UserId, unit: UnitId) -> Result<Vec<Suggestion>> {
    let union = access::reads(ctx, user, (unit, access::UNION)).await?;
    let other = access::reads(ctx, user, (unit, 1)).await?;
    let mut all = suggestions::of_unit(ctx.tx, unit).await?;
    all.retain(|one| {
        if one.topic == access::UNION {
            union
        } else {
            other
        }
    });
    Ok(all)
}

/// What one is called on screens.
fn named(ctx: &Ctx<'_>, language: Language, one: &Suggestion) -> Vec<(&'static str, Value)> {
    let topic = access::topic(ctx, language, one.topic);
    vec![("short", one.label.short().into()), ("topic", topic.into())]
}

/// Asks an officer for a text: what they type next is it, whatever they were asked for before.
async fn asks(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    mut draft: Draft,
    screen: Screen,
) -> Result {
    draft.code = ctx.tx.rng.random();
    store::dialogs::leave(ctx.tx, caller.user).await?;
    drafts::keep(ctx.tx, caller.user, &draft).await?;
    ctx.ack(tap).await?;
    ctx.send(caller.user, screen, Purpose::Private).await
}

/// Shows a screen in the place of the tapped one.
async fn show(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, screen: Screen) -> Result {
    ctx.ack(tap).await?;
    ctx.show(caller.user, tap.message, screen, Purpose::Private)
        .await
}

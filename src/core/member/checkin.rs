//! The monthly check-in: voluntary, private, one message that is edited in place.
//!
//! Knows when a choice counts and how it is taken back. Must not know what closing a round
//! leaves of it. Theme 1 is read and thought about, never answered.

use crate::campaign::{CHECKIN_PROMPTS, Checkin};
use crate::core::access::consent;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, ConsentPart, ConsentVersion};
use crate::outgoing::Purpose;
use crate::schedule::CHECKIN_WEEKS_MIN;
use crate::store::checkins::{CheckinAnswers, CheckinRound};
use crate::store::members::Member;
use crate::store::{self, Result, StoreError};
use crate::types::{CheckinRoundId, Language};

/// `/checkin`: this month's check-in in a new message.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let screen = start(ctx, member).await?;
    ctx.send(member.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn open_by(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    open(ctx, member).await
}

/// Gives the consent to reflection, and opens the check-in in a message of its own: what it was asked in may be passed on.
pub(in crate::core) async fn consent(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    version: ConsentVersion,
) -> Result {
    if version != ctx.core.binding.version() {
        ctx.alert(tap, member.language, "toast-consent-changed")
            .await?;
        let screen = consent::reflection_screen(ctx, member.language);
        return ctx.redraw(member.user, tap, screen).await;
    }
    consent::give(ctx, member.id, ConsentPart::Reflection).await?;
    ctx.answer_callback(tap, member.language, "toast-consent-given")
        .await?;
    if let Some(message) = tap.message {
        let given = Screen::words(ctx.html(member.language, "checkin-consented", &[]));
        ctx.edit_if_there(member.user.into(), message, given)
            .await?;
    }
    open(ctx, member).await
}

/// Leads on from the thought of theme 1, which asks for no answer.
pub(in crate::core) async fn thought(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result {
    let Some((round, set)) = mine(ctx, member, tap, id).await? else {
        return Ok(());
    };
    store::checkins::visit(ctx.tx, id, member, true).await?;
    ctx.ack(tap).await?;
    next(ctx, member, tap, &round, set, 0).await
}

pub(in crate::core) async fn choose(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
    place: u8,
    choice: u8,
) -> Result {
    let Some((round, set)) = mine(ctx, member, tap, id).await? else {
        return Ok(());
    };
    let known = set
        .prompts
        .get(usize::from(place))
        .is_some_and(|prompt| usize::from(choice) < prompt.choices.len());
    if !known {
        return ctx.no_button(tap, member.language).await;
    }
    store::checkins::choose(ctx.tx, id, member, place, choice).await?;
    ctx.answer_callback(tap, member.language, "toast-kept")
        .await?;
    next(ctx, member, tap, &round, set, place + 1).await
}

/// Shows a prompt, or the summary after the last one.
pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
    place: u8,
) -> Result {
    let Some((round, set)) = mine(ctx, member, tap, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let said = store::checkins::said(ctx.tx, id, member.id).await?;
    let screen = if usize::from(place) < CHECKIN_PROMPTS {
        let chosen = said.choices.get(usize::from(place)).copied().flatten();
        ctx.renderer(member.language)
            .prompt(set, round.id, place, chosen)
    } else {
        summary(ctx, member.language, &round, set, &said)
    };
    ctx.redraw(member.user, tap, screen).await
}

/// Deletes all choices of the open check-in.
pub(in crate::core) async fn retract(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result {
    // Works without a consent: taking back must always be possible.
    let open = store::checkins::current(ctx.tx).await?;
    if open.is_none_or(|round| round.id != id) {
        return ctx
            .alert(tap, member.language, "toast-checkin-closed")
            .await;
    }
    store::checkins::retract(ctx.tx, member.id).await?;
    ctx.answer_callback(tap, member.language, "toast-retracted")
        .await?;
    let text = ctx.html(member.language, "checkin-retracted", &[]);
    let keyboard = vec![vec![ctx.key(
        member.language,
        "button-checkin",
        Button::Checkin,
    )]];
    ctx.redraw(member.user, tap, Screen { text, keyboard })
        .await
}

/// The screen to begin with: none is open, no consent yet, the thought, a prompt, or the summary.
async fn start(ctx: &mut Ctx<'_>, member: &Member) -> Result<Screen> {
    let language = member.language;
    let Some(round) = store::checkins::current(ctx.tx).await? else {
        let month = ctx.core.rules.cadence.checkin(ctx.tx.now());
        let args = [
            ("opens", ctx.deadline(language, month.opens_at)),
            ("closes", ctx.deadline(language, month.closes_at)),
        ];
        return Ok(Screen::words(ctx.html(language, "checkin-none", &args)));
    };
    if !consent::holds(ctx, member.id, ConsentPart::Reflection).await? {
        return Ok(consent::reflection_screen(ctx, language));
    }
    let set = set(ctx, &round)?;
    let said = store::checkins::said(ctx.tx, round.id, member.id).await?;
    if !said.thought && said.choices.iter().all(Option::is_none) {
        let closes = ctx.deadline(language, round.closes_at);
        let mut screen = ctx.renderer(language).thought(set, round.id, closes);
        if let Some(sentence) = not_counted(ctx, member, &round).await? {
            screen.text = format!("{}\n\n{sentence}", screen.text);
        }
        return Ok(screen);
    }
    Ok(after(ctx, language, &round, set, &said, 0))
}

/// Says beforehand, once, if a member's choices may stay theirs alone.
async fn not_counted(
    ctx: &mut Ctx<'_>,
    member: &Member,
    round: &CheckinRound,
) -> Result<Option<String>> {
    let (was_there, weeks) = store::checkins::standing(ctx.tx, round.id, member.id).await?;
    let args = [("weeks", CHECKIN_WEEKS_MIN.into())];
    Ok(match (was_there, weeks) {
        (false, _) => Some(ctx.html(member.language, "checkin-not-counted", &[])),
        (true, CHECKIN_WEEKS_MIN..) => None,
        (true, _) => Some(ctx.html(member.language, "checkin-counted-if", &args)),
    })
}

async fn next(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    round: &CheckinRound,
    set: &Checkin,
    place: u8,
) -> Result {
    let said = store::checkins::said(ctx.tx, round.id, member.id).await?;
    let screen = after(ctx, member.language, round, set, &said, place);
    ctx.redraw(member.user, tap, screen).await
}

/// The first prompt from `place` on that has no choice yet, or the summary.
fn after(
    ctx: &Ctx<'_>,
    language: Language,
    round: &CheckinRound,
    set: &Checkin,
    said: &CheckinAnswers,
    place: u8,
) -> Screen {
    let open = (place..)
        .zip(said.choices.iter().skip(usize::from(place)))
        .find(|(_, choice)| choice.is_none());
    match open {
        Some((place, _)) => ctx.renderer(language).prompt(set, round.id, place, None),
        None => summary(ctx, language, round, set, said),
    }
}

fn summary(
    ctx: &Ctx<'_>,
    language: Language,
    round: &CheckinRound,
    set: &Checkin,
    said: &CheckinAnswers,
) -> Screen {
    let closes = ctx.deadline(language, round.closes_at);
    ctx.renderer(language)
        .summary(set, round.id, said.choices, closes)
}

/// Returns the open round and its set if the member consents; otherwise tells the member why not and returns
/// `None`.
async fn mine<'a>(
    ctx: &mut Ctx<'a>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result<Option<(CheckinRound, &'a Checkin)>> {
    let Some(round) = store::checkins::current(ctx.tx)
        .await?
        .filter(|round| round.id == id)
    else {
        ctx.alert(tap, member.language, "toast-checkin-closed")
            .await?;
        return Ok(None);
    };
    if !consent::holds(ctx, member.id, ConsentPart::Reflection).await? {
        ctx.answer_callback(tap, member.language, "toast-no-reflection")
            .await?;
        let screen = consent::reflection_screen(ctx, member.language);
        ctx.send(member.user, screen, Purpose::Plain).await?;
        return Ok(None);
    }
    let set = set(ctx, &round)?;
    Ok(Some((round, set)))
}

fn set<'a>(ctx: &Ctx<'a>, round: &CheckinRound) -> Result<&'a Checkin> {
    let core = ctx.core;
    core.campaign.checkin(&round.set).ok_or_else(|| {
        StoreError::Bug(format!(
            "the check-in {} is open and no longer in messages/: restore it",
            round.set
        ))
    })
}

//! The monthly check-in: voluntary, private, one message that is edited in place.
//!
//! Knows when a choice counts and how it is taken back. Must not know what closing a round
//! leaves of it. Theme 1 is read and thought about, never answered.

use chrono::{DateTime, Utc};

use crate::campaign::{CHECKIN_PROMPTS, Checkin};
use crate::core::access::consent;
use crate::core::turn::{Screen, Tap, Turn};
use crate::event::{Button, Edition, Part};
use crate::outgoing::Purpose;
use crate::schedule;
use crate::store::checkins::{CheckinRound, Said};
use crate::store::members::Member;
use crate::store::{self, Fault};
use crate::types::{CheckinRoundId, Language};

/// `/checkin`: this month's check-in in a new message.
pub(in crate::core) async fn open(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    let screen = start(turn, member).await?;
    turn.send(member.user, screen, Purpose::Plain).await
}

/// The same from a button under another message.
pub(in crate::core) async fn open_by(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    open(turn, member).await
}

/// The consent to reflection is given, and the check-in opens in the same message.
pub(in crate::core) async fn consent(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    edition: Edition,
) -> Result<(), Fault> {
    if edition != turn.core.binding.edition() {
        turn.alert(tap, member.language, "toast-consent-changed")
            .await?;
        let screen = consent::reflection_screen(turn, member.language);
        return turn
            .show(member.user, tap.message, screen, Purpose::Plain)
            .await;
    }
    consent::give(turn, member.id, Part::Reflection).await?;
    turn.toast(tap, member.language, "toast-consent-given")
        .await?;
    let screen = start(turn, member).await?;
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The thought of theme 1 was read.
pub(in crate::core) async fn thought(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result<(), Fault> {
    let Some((round, set)) = mine(turn, member, tap, id).await? else {
        return Ok(());
    };
    store::checkins::read_thought(turn.tx, id, member.id).await?;
    turn.hush(tap).await?;
    next(turn, member, tap, &round, set, 0).await
}

/// A choice was made, or changed.
pub(in crate::core) async fn choose(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
    place: u8,
    choice: u8,
) -> Result<(), Fault> {
    let Some((round, set)) = mine(turn, member, tap, id).await? else {
        return Ok(());
    };
    let known = set
        .prompts
        .get(usize::from(place))
        .is_some_and(|prompt| usize::from(choice) < prompt.choices.len());
    if !known {
        return turn.toast(tap, member.language, "toast-no-button").await;
    }
    store::checkins::choose(turn.tx, id, member.id, place, choice).await?;
    turn.toast(tap, member.language, "toast-kept").await?;
    next(turn, member, tap, &round, set, place + 1).await
}

/// A prompt, or the summary, was asked for: to change a choice, or to skip one.
pub(in crate::core) async fn show(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
    place: u8,
) -> Result<(), Fault> {
    let Some((round, set)) = mine(turn, member, tap, id).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let said = store::checkins::said(turn.tx, id, member.id).await?;
    let screen = if usize::from(place) < CHECKIN_PROMPTS {
        let chosen = said.choices.get(usize::from(place)).copied().flatten();
        turn.pen(member.language)
            .prompt(set, round.id, place, chosen)
    } else {
        summary(turn, member.language, &round, set, &said)
    };
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Everything said in this check-in is taken back.
pub(in crate::core) async fn retract(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result<(), Fault> {
    // To take back is always possible, whatever has become of the consent.
    let open = store::checkins::current(turn.tx).await?;
    if open.is_none_or(|round| round.id != id) {
        return turn
            .alert(tap, member.language, "toast-checkin-closed")
            .await;
    }
    store::checkins::retract(turn.tx, member.id).await?;
    turn.toast(tap, member.language, "toast-retracted").await?;
    let text = turn.html(member.language, "checkin-retracted", &[]);
    let keyboard = vec![vec![turn.key(
        member.language,
        "button-checkin",
        Button::Checkin,
    )]];
    turn.show(
        member.user,
        tap.message,
        Screen { text, keyboard },
        Purpose::Plain,
    )
    .await
}

/// Where this member stands: no check-in open, no consent yet, the thought, a prompt, the summary.
async fn start(turn: &mut Turn<'_>, member: &Member) -> Result<Screen, Fault> {
    let language = member.language;
    let Some(round) = store::checkins::current(turn.tx).await? else {
        let month = turn.core.rules.cadence.checkin(turn.tx.now());
        let args = [
            ("opens", date(month.opens_at).into()),
            ("closes", date(month.closes_at).into()),
        ];
        return Ok(Screen::words(turn.html(language, "checkin-none", &args)));
    };
    if !consent::holds(turn, member.id, Part::Reflection).await? {
        return Ok(consent::reflection_screen(turn, language));
    }
    let set = set(turn, &round)?;
    let said = store::checkins::said(turn.tx, round.id, member.id).await?;
    if !said.thought && said.choices.iter().all(Option::is_none) {
        let closes = date(round.closes_at);
        return Ok(turn.pen(language).thought(set, round.id, &closes));
    }
    Ok(after(turn, language, &round, set, &said, 0))
}

async fn next(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    round: &CheckinRound,
    set: &Checkin,
    place: u8,
) -> Result<(), Fault> {
    let said = store::checkins::said(turn.tx, round.id, member.id).await?;
    let screen = after(turn, member.language, round, set, &said, place);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The first prompt from `place` on that has no choice yet, or the summary.
fn after(
    turn: &Turn<'_>,
    language: Language,
    round: &CheckinRound,
    set: &Checkin,
    said: &Said,
    place: u8,
) -> Screen {
    let open = (place..)
        .zip(said.choices.iter().skip(usize::from(place)))
        .find(|(_, choice)| choice.is_none());
    match open {
        Some((place, _)) => turn.pen(language).prompt(set, round.id, place, None),
        None => summary(turn, language, round, set, said),
    }
}

fn summary(
    turn: &Turn<'_>,
    language: Language,
    round: &CheckinRound,
    set: &Checkin,
    said: &Said,
) -> Screen {
    let closes = date(round.closes_at);
    turn.pen(language)
        .summary(set, round.id, said.choices, &closes)
}

/// The round and its set while it is open and the member consents; otherwise a word, and `None`.
async fn mine<'a>(
    turn: &mut Turn<'a>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result<Option<(CheckinRound, &'a Checkin)>, Fault> {
    let Some(round) = store::checkins::current(turn.tx)
        .await?
        .filter(|round| round.id == id)
    else {
        turn.alert(tap, member.language, "toast-checkin-closed")
            .await?;
        return Ok(None);
    };
    if !consent::holds(turn, member.id, Part::Reflection).await? {
        turn.alert(tap, member.language, "toast-no-reflection")
            .await?;
        return Ok(None);
    }
    let set = set(turn, &round)?;
    Ok(Some((round, set)))
}

fn set<'a>(turn: &Turn<'a>, round: &CheckinRound) -> Result<&'a Checkin, Fault> {
    let core = turn.core;
    core.campaign.checkin(&round.set).ok_or_else(|| {
        Fault::Bug(format!(
            "the check-in {} is open and no longer in messages/: restore it",
            round.set
        ))
    })
}

fn date(moment: DateTime<Utc>) -> String {
    schedule::local(moment).format("%H:%M %d/%m/%Y").to_string()
}

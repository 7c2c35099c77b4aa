//! Consents: three for taking part and one to be named, each by itself, with proof of the words that were agreed to.
//!
//! Knows which words bind, since when a consent no longer covers them, and what withdrawing takes with it.
//! Must not know how anything else is asked.

mod named;

pub(in crate::core) use named::{
    ask_named, give_named, named, take_down, take_name, type_name, withdraw_named,
};

use sha2::{Digest, Sha256};

use crate::core::turn::{Screen, Tap, Turn};
use crate::event::{Button, Edition, Part, Ticks};
use crate::outgoing::{Key, Keyboard, Lane, Purpose};
use crate::store::consents::Ending;
use crate::store::members::Member;
use crate::store::{self, Fault};
use crate::text::{Texts, Value};
use crate::types::{Language, MemberId};

/// The words that bind, by their hashes: the Vietnamese ones, as they are shown.
#[derive(Debug, Clone)]
pub(in crate::core) struct Binding {
    hashes: [(Part, String); 4],
    edition: Edition,
}

impl Binding {
    /// Of these texts.
    pub(in crate::core) fn of(texts: &Texts) -> Self {
        let hashes = Part::ALL.map(|part| {
            let words = texts.html(Language::Vi, words(part), &[]);
            (part, store::hex(&Sha256::digest(words)))
        });
        let all: Vec<&str> = hashes.iter().map(|(_, hash)| hash.as_str()).collect();
        let digest = Sha256::digest(all.join("\n"));
        let edition = digest
            .iter()
            .take(4)
            .fold(0, |number, byte| number << 8 | u32::from(*byte));
        Self {
            hashes,
            edition: Edition(edition),
        }
    }

    /// Which words these are, for buttons.
    pub(in crate::core) fn edition(&self) -> Edition {
        self.edition
    }

    /// The hash of the words that bind.
    pub(in crate::core) fn hash(&self, part: Part) -> &str {
        let found = self.hashes.iter().find(|(known, _)| *known == part);
        found.map_or("", |(_, hash)| hash)
    }
}

/// The text whose words a consent agrees to.
pub(in crate::core) fn words(part: Part) -> &'static str {
    match part {
        Part::Account => "consent-account",
        Part::Abroad => "consent-abroad",
        Part::Reflection => "consent-reflection",
        Part::Named => "consent-named",
    }
}

/// A box to tick for a part.
pub(in crate::core) fn tick_box(
    turn: &Turn<'_>,
    language: Language,
    part: Part,
    ticked: bool,
    button: Button,
) -> Key {
    let label = match part {
        Part::Account => "button-consent-account",
        Part::Abroad => "button-consent-abroad",
        Part::Reflection => "button-consent-reflection",
        Part::Named => "button-give-named",
    };
    let tick = if ticked { "☑" } else { "☐" };
    Key {
        label: format!("{tick} {}", turn.plain(language, label, &[])),
        data: button.data(),
    }
}

/// Writes a consent down with proof of the words.
pub(in crate::core) async fn give(
    turn: &mut Turn<'_>,
    member: MemberId,
    part: Part,
) -> Result<(), Fault> {
    let proof = turn.core.binding.hash(part);
    store::consents::give(turn.tx, member, part, proof).await
}

/// Whether this consent holds now, for the words as they are now.
pub(in crate::core) async fn holds(
    turn: &mut Turn<'_>,
    member: MemberId,
    part: Part,
) -> Result<bool, Fault> {
    let given = store::consents::of_member(turn.tx, member).await?;
    Ok(given.iter().any(|consent| {
        consent.part == part
            && !consent.withdrawn
            && consent.text_hash == turn.core.binding.hash(part)
    }))
}

/// The parts whose words have changed since they were agreed to. Without the first two nothing new is stored.
async fn outdated(turn: &mut Turn<'_>, member: MemberId) -> Result<Vec<Part>, Fault> {
    let given = store::consents::of_member(turn.tx, member).await?;
    let outdated = |part: &Part| match given.iter().find(|consent| consent.part == *part) {
        Some(consent) if consent.withdrawn => *part != Part::Reflection,
        Some(consent) => consent.text_hash != turn.core.binding.hash(*part),
        None => *part != Part::Reflection,
    };
    Ok(Part::JOINING.into_iter().filter(outdated).collect())
}

/// Whether nothing new may be stored about a member until they have agreed to changed words.
pub(in crate::core) async fn must_ask(
    turn: &mut Turn<'_>,
    member: MemberId,
) -> Result<bool, Fault> {
    let outdated = outdated(turn, member).await?;
    Ok(outdated.iter().any(|part| *part != Part::Reflection))
}

/// Shows a member what has changed, as an answer.
pub(in crate::core) async fn ask(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    let parts = outdated(turn, member.id).await?;
    let screen = again(turn, member.language, &parts, Ticks::default());
    turn.send(member.user, screen, Purpose::Plain).await
}

/// The same in the place of a weekly item.
pub(in crate::core) async fn ask_until(
    turn: &mut Turn<'_>,
    member: &Member,
    until: chrono::DateTime<chrono::Utc>,
) -> Result<(), Fault> {
    let parts = outdated(turn, member.id).await?;
    let screen = again(turn, member.language, &parts, Ticks::default());
    turn.send_until(member.user, screen, Purpose::Plain, Lane::Notice, until)
        .await
}

/// A changed part was ticked or unticked; it is in the buttons only.
pub(in crate::core) async fn retick(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    ticks: Ticks,
    edition: Edition,
) -> Result<(), Fault> {
    let parts = outdated(turn, member.id).await?;
    if parts.is_empty() {
        return turn.toast(tap, member.language, "toast-no-button").await;
    }
    let ticks = settle(turn, member.language, tap, ticks, edition).await?;
    let screen = again(turn, member.language, &parts, ticks);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The ticked parts are agreed to again.
pub(in crate::core) async fn agree_again(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    ticks: Ticks,
    edition: Edition,
) -> Result<(), Fault> {
    let parts = outdated(turn, member.id).await?;
    if parts.is_empty() {
        return turn.toast(tap, member.language, "toast-no-button").await;
    }
    if edition != turn.core.binding.edition() {
        return retick(turn, member, tap, ticks, edition).await;
    }
    let needed = |part: &&Part| **part != Part::Reflection;
    if !parts.iter().filter(needed).all(|part| ticks.has(*part)) {
        return turn
            .alert(tap, member.language, "toast-consents-missing")
            .await;
    }
    for part in parts.into_iter().filter(|part| ticks.has(*part)) {
        give(turn, member.id, part).await?;
    }
    turn.toast(tap, member.language, "toast-consent-given")
        .await?;
    let text = turn.html(member.language, "consent-renewed", &[]);
    let screen = Screen::words(text);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Ends the spinner; ticks that were made under other words are gone.
pub(in crate::core) async fn settle(
    turn: &mut Turn<'_>,
    language: Language,
    tap: &Tap,
    ticks: Ticks,
    edition: Edition,
) -> Result<Ticks, Fault> {
    if edition == turn.core.binding.edition() {
        turn.hush(tap).await?;
        return Ok(ticks);
    }
    turn.alert(tap, language, "toast-consent-changed").await?;
    Ok(Ticks::default())
}

fn again(turn: &Turn<'_>, language: Language, parts: &[Part], ticks: Ticks) -> Screen {
    let edition = turn.core.binding.edition();
    let texts: Vec<String> = parts
        .iter()
        .map(|part| turn.html(language, words(*part), &[]))
        .collect();
    let args = [("parts", Value::Html(texts.join("\n\n")))];
    let mut keyboard: Keyboard = parts
        .iter()
        .map(|part| {
            let button = Button::Retick(ticks, *part, edition);
            vec![tick_box(turn, language, *part, ticks.has(*part), button)]
        })
        .collect();
    keyboard.push(vec![
        turn.key(language, "button-agree", Button::AgreeAgain(ticks, edition)),
        turn.key(language, "button-not-now", Button::Stay),
    ]);
    keyboard.push(vec![turn.key(language, "button-leave", Button::AskToLeave)]);
    Screen {
        text: turn.html(language, "consent-changed", &args),
        keyboard,
    }
}

/// The words of the consent to reflection, and the question.
pub(in crate::core) fn reflection_screen(turn: &Turn<'_>, language: Language) -> Screen {
    let words = turn.html(language, words(Part::Reflection), &[]);
    let give = Button::GiveReflection(turn.core.binding.edition());
    Screen {
        text: turn.html(
            language,
            "checkin-consent",
            &[("words", Value::Html(words))],
        ),
        keyboard: vec![
            vec![turn.key(language, "button-give-reflection", give)],
            vec![turn.key(language, "button-not-now", Button::Stay)],
        ],
    }
}

/// The words of the consent to reflection are asked for.
pub(in crate::core) async fn ask_reflection(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let screen = reflection_screen(turn, member.language);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The consent to reflection is withdrawn: nothing that was said and not yet counted stays, nor does the
/// journal, which rests on the same consent.
pub(in crate::core) async fn withdraw_reflection(
    turn: &mut Turn<'_>,
    member: &Member,
) -> Result<(), Fault> {
    store::consents::withdraw(turn.tx, member.id, Part::Reflection).await?;
    store::journals::burn(turn.tx, member.id).await?;
    store::checkins::retract(turn.tx, member.id).await.map(drop)
}

/// Deletes a member and everything that is theirs; proof of their consents stays.
pub(in crate::core) async fn end(
    turn: &mut Turn<'_>,
    member: MemberId,
    user: crate::types::UserId,
    ending: Ending,
) -> Result<(), Fault> {
    store::outbox::drop_all(turn.tx, user.into()).await?;
    store::unit_files::forget(turn.tx, user).await?;
    store::consents::keep_proof(turn.tx, member, None, ending).await?;
    store::members::delete(turn.tx, member).await?;
    take_down(turn).await
}

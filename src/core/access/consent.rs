//! Consents: three for taking part, one to be named and one to be an author, each by itself, with proof of the words that were agreed to.
//!
//! Knows which words bind, since when a consent no longer covers them, and what withdrawing takes with it.
//! Must not know how anything else is asked.

mod author;
mod named;

pub(in crate::core) use author::{authored, take_out, withdraw_author};
pub(in crate::core) use named::{
    ask_named, confirming, give_named, keep_name, name, named, take_down, take_name, type_name,
    withdraw_named, written,
};

use sha2::{Digest, Sha256};

use crate::core::ctx::{Ctx, Screen, Tap, tick};
use crate::event::{Button, ConsentPart, ConsentSet, ConsentVersion};
use crate::outgoing::{Key, Keyboard, Lane, Purpose};
use crate::store::consents::Ending;
use crate::store::deletions::Deleted;
use crate::store::members::Member;
use crate::store::{self, Result};
use crate::text::{Texts, Value};
use crate::types::{Language, MemberId, sha256};

/// The words that bind, by their hashes: the Vietnamese ones, as they are shown.
#[derive(Debug, Clone)]
pub(in crate::core) struct Binding {
    hashes: [(ConsentPart, String); 5],
    version: ConsentVersion,
}

impl Binding {
    pub(in crate::core) fn of(texts: &Texts) -> Self {
        let hashes = ConsentPart::ALL.map(|part| {
            let words = texts.html(Language::Vi, words(part), &[]);
            (part, sha256(words))
        });
        let all: Vec<&str> = hashes.iter().map(|(_, hash)| hash.as_str()).collect();
        let digest = Sha256::digest(all.join("\n"));
        let version = digest
            .iter()
            .take(4)
            .fold(0, |number, byte| number << 8 | u32::from(*byte));
        Self {
            hashes,
            version: ConsentVersion(version),
        }
    }

    pub(in crate::core) fn version(&self) -> ConsentVersion {
        self.version
    }

    pub(in crate::core) fn hash(&self, part: ConsentPart) -> &str {
        let found = self.hashes.iter().find(|(known, _)| *known == part);
        found.map_or("", |(_, hash)| hash)
    }
}

/// The key of the text that a consent agrees to.
pub(in crate::core) fn words(part: ConsentPart) -> &'static str {
    match part {
        ConsentPart::Account => "consent-account",
        ConsentPart::Abroad => "consent-abroad",
        ConsentPart::Reflection => "consent-reflection",
        ConsentPart::Named => "consent-named",
        ConsentPart::Author => "consent-author",
    }
}

pub(in crate::core) fn tick_box(
    ctx: &Ctx<'_>,
    language: Language,
    part: ConsentPart,
    ticked: bool,
    button: Button,
) -> Key {
    let label = match part {
        ConsentPart::Account => "button-consent-account",
        ConsentPart::Abroad => "button-consent-abroad",
        ConsentPart::Reflection => "button-consent-reflection",
        ConsentPart::Named => "button-give-named",
        ConsentPart::Author => "button-give-author",
    };
    button.key(format!(
        "{} {}",
        tick(ticked),
        ctx.plain(language, label, &[])
    ))
}

/// Writes a consent down with proof of the words.
pub(in crate::core) async fn give(
    ctx: &mut Ctx<'_>,
    member: MemberId,
    part: ConsentPart,
) -> Result {
    let proof = (ctx.core.binding.hash(part), ctx.tx.today());
    store::consents::give(ctx.tx, member, part, proof).await
}

/// Whether this consent holds now, for the words as they are now.
pub(in crate::core) async fn holds(
    ctx: &mut Ctx<'_>,
    member: MemberId,
    part: ConsentPart,
) -> Result<bool> {
    let given = store::consents::of_member(ctx.tx, member).await?;
    Ok(given.iter().any(|consent| {
        consent.part == part
            && !consent.withdrawn
            && consent.text_hash == ctx.core.binding.hash(part)
    }))
}

/// The parts whose words have changed since they were agreed to. Without the first two nothing new is stored.
async fn outdated(ctx: &mut Ctx<'_>, member: MemberId) -> Result<Vec<ConsentPart>> {
    let given = store::consents::of_member(ctx.tx, member).await?;
    let outdated = |part: &ConsentPart| match given.iter().find(|consent| consent.part == *part) {
        Some(consent) if consent.withdrawn => *part != ConsentPart::Reflection,
        Some(consent) => consent.text_hash != ctx.core.binding.hash(*part),
        None => *part != ConsentPart::Reflection,
    };
    Ok(ConsentPart::JOINING.into_iter().filter(outdated).collect())
}

/// Whether nothing new may be stored about a member until they have agreed to changed words.
pub(in crate::core) async fn must_ask(ctx: &mut Ctx<'_>, member: MemberId) -> Result<bool> {
    let outdated = outdated(ctx, member).await?;
    Ok(outdated.iter().any(|part| *part != ConsentPart::Reflection))
}

/// Shows a member which words have changed.
pub(in crate::core) async fn ask(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let parts = outdated(ctx, member.id).await?;
    let screen = again(ctx, member.language, &parts, ConsentSet::default());
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// The same instead of a weekly item.
pub(in crate::core) async fn ask_until(
    ctx: &mut Ctx<'_>,
    member: &Member,
    until: chrono::DateTime<chrono::Utc>,
) -> Result {
    let parts = outdated(ctx, member.id).await?;
    let screen = again(ctx, member.language, &parts, ConsentSet::default());
    ctx.send_until(member.user, screen, Purpose::Plain, Lane::Notice, until)
        .await
}

/// A changed part was ticked or unticked; that is stored in the buttons only.
pub(in crate::core) async fn retick(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    ticks: ConsentSet,
    version: ConsentVersion,
) -> Result {
    let parts = outdated(ctx, member.id).await?;
    if parts.is_empty() {
        return ctx.no_button(tap, member.language).await;
    }
    let ticks = settle(ctx, member.language, tap, ticks, version).await?;
    let screen = again(ctx, member.language, &parts, ticks);
    ctx.redraw(member.user, tap, screen).await
}

pub(in crate::core) async fn agree_again(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    ticks: ConsentSet,
    version: ConsentVersion,
) -> Result {
    let parts = outdated(ctx, member.id).await?;
    if parts.is_empty() {
        return ctx.no_button(tap, member.language).await;
    }
    if version != ctx.core.binding.version() {
        return retick(ctx, member, tap, ticks, version).await;
    }
    let needed = |part: &&ConsentPart| **part != ConsentPart::Reflection;
    if !parts.iter().filter(needed).all(|part| ticks.has(*part)) {
        return ctx
            .alert(tap, member.language, "toast-consents-missing")
            .await;
    }
    for part in parts.into_iter().filter(|part| ticks.has(*part)) {
        give(ctx, member.id, part).await?;
    }
    ctx.answer_callback(tap, member.language, "toast-consent-given")
        .await?;
    let text = ctx.html(member.language, "consent-renewed", &[]);
    let screen = Screen::words(text);
    ctx.redraw(member.user, tap, screen).await
}

/// Answers the callback. Returns no ticks if the consent text has changed since the keyboard was sent.
pub(in crate::core) async fn settle(
    ctx: &mut Ctx<'_>,
    language: Language,
    tap: &Tap,
    ticks: ConsentSet,
    version: ConsentVersion,
) -> Result<ConsentSet> {
    if version == ctx.core.binding.version() {
        ctx.ack(tap).await?;
        return Ok(ticks);
    }
    ctx.alert(tap, language, "toast-consent-changed").await?;
    Ok(ConsentSet::default())
}

fn again(ctx: &Ctx<'_>, language: Language, parts: &[ConsentPart], ticks: ConsentSet) -> Screen {
    let version = ctx.core.binding.version();
    let texts: Vec<String> = parts
        .iter()
        .map(|part| ctx.html(language, words(*part), &[]))
        .collect();
    let args = [("parts", Value::Html(texts.join("\n\n")))];
    let mut keyboard: Keyboard = parts
        .iter()
        .map(|part| {
            let button = Button::Retick(ticks, *part, version);
            vec![tick_box(ctx, language, *part, ticks.has(*part), button)]
        })
        .collect();
    keyboard.push(vec![
        ctx.key(language, "button-agree", Button::AgreeAgain(ticks, version)),
        ctx.key(language, "button-not-now", Button::Stay),
    ]);
    keyboard.push(vec![ctx.key(language, "button-leave", Button::AskToLeave)]);
    Screen {
        text: ctx.html(language, "consent-changed", &args),
        keyboard,
    }
}

pub(in crate::core) fn reflection_screen(ctx: &Ctx<'_>, language: Language) -> Screen {
    let words = ctx.html(language, words(ConsentPart::Reflection), &[]);
    let give = Button::GiveReflection(ctx.core.binding.version());
    Screen {
        text: ctx.html(
            language,
            "checkin-consent",
            &[("words", Value::Html(words))],
        ),
        keyboard: vec![
            vec![ctx.key(language, "button-give-reflection", give)],
            vec![ctx.key(language, "button-not-now", Button::Stay)],
        ],
    }
}

pub(in crate::core) async fn ask_reflection(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result {
    ctx.ack(tap).await?;
    let screen = reflection_screen(ctx, member.language);
    ctx.redraw(member.user, tap, screen).await
}

/// Withdraws the consent to reflection. Answers that are not counted yet are deleted, and so is the journal, which
/// needs the same consent.
pub(in crate::core) async fn withdraw_reflection(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    store::consents::withdraw(ctx.tx, member.id, ConsentPart::Reflection).await?;
    store::deletions::note(ctx.tx, member.user, Deleted::Reflection).await?;
    store::journals::burn(ctx.tx, member.id).await?;
    store::checkins::retract(ctx.tx, member.id).await.map(drop)
}

/// Deletes a member and everything that is theirs; proof of their consents stays.
pub(in crate::core) async fn end(
    ctx: &mut Ctx<'_>,
    member: MemberId,
    user: crate::types::UserId,
    ending: Ending,
) -> Result {
    store::outbox::drop_all(ctx.tx, user.into()).await?;
    store::suggestions::drafts::forget(ctx.tx, user).await?;
    store::unit_files::forget(ctx.tx, user).await?;
    store::join_requests::forget(ctx.tx, user).await?;
    store::consents::keep_proof(ctx.tx, member, None, ending).await?;
    store::deletions::note(ctx.tx, user, Deleted::All).await?;
    take_out(ctx, member).await?;
    store::members::delete(ctx.tx, member).await?;
    take_down(ctx).await
}

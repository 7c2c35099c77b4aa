//! A suggestion that is nowhere: the process died before it was in the box. Its words are still on its author's card, and a tap
//! there makes them a draft again.
//!
//! Knows how a card shows words. Must not know why it is lost: it may have been in a box that was restored.

use rand::RngExt;

use super::writing::{self, WORDS};
use super::{home, show, toast};
use crate::core::ctx::{Ctx, Tap};
use crate::store::Result;
use crate::store::members::Member;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::text::html;
use crate::types::Language;

/// Offers to send once more what the message still shows; otherwise says what to do.
pub(super) async fn offer(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    let shown = tap.words.as_deref();
    let words = shown.and_then(|text| read(ctx, member.language, text));
    let (Some((topic, texts)), Ok(home)) = (words, home(ctx, member).await?) else {
        return toast(ctx, member, tap, "toast-suggest-lost").await;
    };
    let mut draft = Draft::new(home.unit.id, ctx.tx.rng.random(), Asking::Situation);
    (draft.step, draft.choice, draft.message_id) = (None, topic, tap.message);
    (draft.situation, draft.proposal) = texts;
    drafts::keep(ctx.tx, member.user, &draft).await?;
    let mut screen = writing::preview(ctx, member, &draft).await?;
    let lost = ctx.html(member.language, "suggest-once-more", &[]);
    screen.text = format!("{lost}\n\n{}", screen.text);
    show(ctx, member, tap, screen).await
}

/// The topic and the two texts, from what a card says.
fn read(ctx: &Ctx<'_>, language: Language, text: &str) -> Option<(u8, (String, String))> {
    const MARKS: [&str; 3] = ["\u{e000}", "\u{e001}", "\u{e002}"];
    let [topic, situation, proposal] = MARKS;
    let args = [
        ("topic", topic.into()),
        ("situation", situation.into()),
        ("proposal", proposal.into()),
    ];
    // What stands between them is the same on each card.
    let form = html::strip(&ctx.html(language, "suggest-own", &args));
    let (_, form) = form.split_once(topic)?;
    let (before_situation, form) = form.split_once(situation)?;
    let (before_proposal, _) = form.split_once(proposal)?;
    let (text, proposal) = text.rsplit_once(before_proposal)?;
    let (text, situation) = text.rsplit_once(before_situation)?;
    let topics = &ctx.core.campaign.suggestions().topics;
    let named = text.lines().next_back()?;
    let place = topics
        .iter()
        .position(|topic| topic.get(language) == named)?;
    let proposal = proposal.lines().next()?;
    let fits = |text: &str| WORDS.contains(&text.chars().count());
    let topic = u8::try_from(place + 1).ok()?;
    (fits(situation) && fits(proposal)).then(|| (topic, (situation.into(), proposal.into())))
}

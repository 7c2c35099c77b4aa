//! What was answered: for everybody of the unit, a page at a time, and one line under the weekly item.
//!
//! Knows what is published. Must not know who wrote it.

use chrono::Days;

use super::toast;
use crate::core::access::suggestions as access;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::store::Result;
use crate::store::members::Member;
use crate::store::suggestions::{self, State, Suggestion, arrivals, settled};
use crate::types::{Language, SuggestionLabel};

/// Answers on one page: each is a long text.
const PAGE: u32 = 2;
/// “I see it so, too” is told from this many on.
const SECONDS_MIN: i64 = 5;
/// What was answered in so many days stands under the weekly item.
const NEWS_DAYS: u64 = 7;

/// A page of what was answered.
pub(super) async fn show(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, page: u16) -> Result {
    let screen = screen(ctx, member, page).await?;
    // Of whoever only reads the log tells as little as of whoever writes.
    super::show(ctx, member, tap, screen).await
}

async fn screen(ctx: &mut Ctx<'_>, member: &Member, page: u16) -> Result<Screen> {
    let language = member.language;
    let Some(unit) = access::home(ctx, member.unit).await? else {
        return Ok(Screen::words(ctx.html(
            language,
            "suggest-no-grassroots",
            &[],
        )));
    };
    let all = suggestions::of_unit(ctx.tx, unit.id).await?;
    let (waiting, late) = access::waiting(ctx, &all);
    let args = [
        ("unit", unit.name.as_str().into()),
        ("waiting", waiting.into()),
        ("late", late.into()),
        ("days", access::answer_days(ctx).into()),
    ];
    let mut words = vec![ctx.html(language, "suggest-answers", &args)];
    let skip = u32::from(page) * PAGE;
    let mut shown = suggestions::answered(ctx.tx, unit.id, (skip, PAGE + 1)).await?;
    let more = shown.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    shown.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let mut keyboard = Vec::new();
    for one in &shown {
        words.push(pair(ctx, language, one));
        let second = Button::Suggestion(SuggestionAction::Second(one.label));
        let args = [("short", one.label.short().into())];
        keyboard.push(vec![second.key(ctx.plain(
            language,
            "button-suggest-second",
            &args,
        ))]);
    }
    if shown.is_empty() {
        words.push(ctx.html(language, "suggest-answers-none", &[]));
    }
    let mut turn = Vec::new();
    let to = |page| Button::Suggestion(SuggestionAction::Answered(page));
    if page > 0 {
        turn.push(ctx.key(language, "button-page-before", to(page - 1)));
    }
    if more {
        turn.push(ctx.key(language, "button-page-after", to(page.saturating_add(1))));
    }
    if !turn.is_empty() {
        keyboard.push(turn);
    }
    let back = Button::Suggestion(SuggestionAction::Open);
    keyboard.push(vec![ctx.key(language, "button-suggest-back", back)]);
    Ok(Screen {
        text: words.join("\n\n"),
        keyboard,
    })
}

fn pair(ctx: &Ctx<'_>, language: Language, one: &Suggestion) -> String {
    let (word, answer) = one.answer.clone().unwrap_or_default();
    let args = [
        ("short", one.label.short().into()),
        ("topic", access::topic(ctx, language, one.topic).into()),
        ("situation", one.situation.as_str().into()),
        ("proposal", one.proposal.as_str().into()),
        ("word", access::answer_word(ctx, language, word).into()),
        ("answer", answer.into()),
        ("twins", one.twins.into()),
        // Nothing is told of a few.
        (
            "seconds",
            Some(one.seconds)
                .filter(|many| *many >= SECONDS_MIN)
                .unwrap_or(0)
                .into(),
        ),
    ];
    ctx.html(language, "suggest-answered", &args)
}

/// I see it so, too: counted once, and only of what was answered in their own unit.
pub(super) async fn second(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    label: SuggestionLabel,
) -> Result {
    let home = access::home(ctx, member.unit).await?;
    let one = suggestions::by_label(ctx.tx, label).await?;
    let theirs = one.is_some_and(|one| {
        one.state == State::Answered && home.is_some_and(|unit| unit.id == one.unit)
    });
    if !theirs {
        return toast(ctx, member, tap, "toast-no-button").await;
    }
    let new = arrivals::second(ctx.tx, member.user, label).await?;
    let told = if new {
        "toast-suggest-seconded"
    } else {
        "toast-suggest-seconded-before"
    };
    toast(ctx, member, tap, told).await
}

/// How many were answered lately, as a line under the weekly item; nothing if none were.
pub(in crate::core) async fn under_item(
    ctx: &mut Ctx<'_>,
    member: &Member,
) -> Result<Option<String>> {
    let Some(unit) = access::home(ctx, member.unit).await? else {
        return Ok(None);
    };
    if access::open_box(ctx, unit.id).await?.is_none() {
        return Ok(None);
    }
    let since = ctx.tx.today() - Days::new(NEWS_DAYS);
    let count = settled::answered_since(ctx.tx, unit.id, since).await?;
    let args = [("count", count.into())];
    Ok((count > 0).then(|| ctx.html(member.language, "suggest-news", &args)))
}

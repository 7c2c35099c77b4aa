//! Joining, leaving, and what a member can set for themselves.
//!
//! Knows which settings there are. Must not know how other features use them.

mod asking;
mod confirming;
mod entering;
mod joining;
mod moving;
mod settings;

pub(in crate::core) use asking::{give_up, let_in, unanswered, waits, withdraw};
pub(in crate::core) use confirming::work as confirm_anew;
pub(in crate::core) use joining::{agree, decline, offer, search, start, tick};
pub(in crate::core) use moving::{ask as ask_to_move, go as move_to, unit};
pub(in crate::core) use settings::{
    language_alone, pause, resume, set_language, set_window, settings, settings_alone,
    show_settings,
};

use chrono::{DateTime, Utc};

use crate::core::access::{consent, officers};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::suggest;
use crate::event::{Button, ConsentPart};
use crate::outgoing::Purpose;
use crate::store::consents::Ending;
use crate::store::members::Member;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::fold;
use crate::types::{Language, Window};

/// Units offered for one search: what fits a phone without scrolling.
const FOUND_MAX: u32 = 6;

/// Until when messages may go now to people with that window; `None` outside its hours.
fn in_hours(ctx: &Ctx<'_>, window: Window) -> Option<DateTime<Utc>> {
    let (now, today, cadence) = (ctx.tx.now(), ctx.tx.today(), &ctx.core.rules.cadence);
    let (from, until) = cadence.window(window, today);
    let open = cadence.is_working_day(today) && from <= now && now < until;
    open.then_some(until)
}

/// When to look again for those who wait to be let in or are to confirm anew: when the next hours open.
pub(in crate::core) async fn next(ctx: &mut Ctx<'_>) -> Result<Option<DateTime<Utc>>> {
    let waiting =
        store::join_requests::any(ctx.tx).await? || store::unconfirmed::any(ctx.tx).await?;
    Ok(if waiting {
        let now = ctx.tx.now();
        ctx.core.rules.cadence.opens_after(now)
    } else {
        None
    })
}

/// A search needs this many letters to mean something.
const SEARCH_CHARS_MIN: usize = 2;

/// The units that somebody's words may mean: the one of that code, or those with such a name.
async fn found(ctx: &mut Ctx<'_>, words: &str) -> Result<Vec<Unit>> {
    if let Some(unit) = store::units::by_code(ctx.tx, words).await? {
        return Ok(vec![unit]);
    }
    let folded = fold(words);
    if folded.chars().count() < SEARCH_CHARS_MIN {
        return Ok(Vec::new());
    }
    store::units::search(ctx.tx, &folded, FOUND_MAX).await
}

/// `/privacy`: what is held, who sees it, and the way out.
pub(in crate::core) async fn privacy(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    let screen = privacy_screen(ctx, caller).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn show_privacy(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    let screen = privacy_screen(ctx, caller).await?;
    ctx.redraw(caller.user, tap, screen).await
}

pub(in crate::core) async fn privacy_more(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    let language = caller.language;
    let thresholds = store::installation::thresholds(ctx.tx).await?;
    let kept = ctx.core.retention;
    let number = |number: u32| crate::text::Value::Number(number.into());
    let args = [
        ("quizthreshold", thresholds.quiz.into()),
        ("reflectionthreshold", thresholds.reflection.into()),
        ("quizmonths", number(kept.quiz_months)),
        ("unreachabledays", number(kept.unreachable_days)),
        ("proofmonths", number(kept.proof_months)),
        ("auditmonths", number(kept.audit_months)),
        ("suggestionmonths", number(kept.suggestion_months)),
        ("commendationmonths", number(kept.commendation_months)),
    ];
    let screen = Screen {
        text: ctx.html(language, "privacy-more", &args),
        keyboard: vec![vec![ctx.key(language, "button-back", Button::Privacy)]],
    };
    ctx.redraw(caller.user, tap, screen).await
}

async fn privacy_screen(ctx: &mut Ctx<'_>, caller: &Caller) -> Result<Screen> {
    let language = caller.language;
    let thresholds = store::installation::thresholds(ctx.tx).await?;
    let args = [
        ("quizthreshold", thresholds.quiz.into()),
        ("reflectionthreshold", thresholds.reflection.into()),
    ];
    let mut text = ctx.html(language, "privacy", &args);
    let mut keyboard = vec![vec![ctx.key(
        language,
        "button-privacy-more",
        Button::PrivacyMore,
    )]];
    if let Some(member) = caller.member {
        let given = consent::holds(ctx, member.id, ConsentPart::Reflection).await?;
        let key = if given {
            "privacy-reflection-given"
        } else {
            "privacy-reflection-withheld"
        };
        text = format!("{text}\n\n{}", ctx.html(language, key, &[]));
        keyboard.push(vec![if given {
            ctx.key(
                language,
                "button-withdraw-reflection",
                Button::WithdrawReflection,
            )
        } else {
            ctx.key(language, "button-ask-reflection", Button::AskReflection)
        }]);
        let (named, keys) = consent::named(ctx, &member).await?;
        text = format!("{text}\n\n{named}");
        keyboard.push(keys);
        if let Some((author, key)) = consent::authored(ctx, &member).await? {
            text = format!("{text}\n\n{author}");
            keyboard.push(vec![key]);
        }
        keyboard.push(vec![ctx.key(language, "button-leave", Button::AskToLeave)]);
    }
    Ok(Screen { text, keyboard })
}

pub(in crate::core) async fn withdraw_reflection(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result {
    consent::withdraw_reflection(ctx, member).await?;
    ctx.answer_callback(tap, member.language, "toast-consent-withdrawn")
        .await?;
    let screen = privacy_screen(ctx, &member.into()).await?;
    ctx.redraw(member.user, tap, screen).await
}

pub(in crate::core) async fn withdraw_named(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result {
    consent::withdraw_named(ctx, member).await?;
    ctx.answer_callback(tap, member.language, "toast-named-withdrawn")
        .await?;
    let screen = privacy_screen(ctx, &member.into()).await?;
    ctx.redraw(member.user, tap, screen).await
}

/// No author any more: their initiatives leave every register, and stay their own.
pub(in crate::core) async fn withdraw_author(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result {
    consent::withdraw_author(ctx, member).await?;
    ctx.answer_callback(tap, member.language, "toast-author-withdrawn")
        .await?;
    let screen = privacy_screen(ctx, &member.into()).await?;
    ctx.redraw(member.user, tap, screen).await
}

/// `/stop`: says what leaving means, and offers a pause instead.
pub(in crate::core) async fn ask_to_leave(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let screen = leaving(ctx, member.language);
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// `/deletemydata`: the same without the pause.
pub(in crate::core) async fn ask_to_delete(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let language = member.language;
    let keyboard = vec![
        vec![ctx.key(language, "button-leave-now", Button::Leave)],
        vec![ctx.key(language, "button-stay", Button::Stay)],
    ];
    let screen = Screen {
        text: ctx.html(language, "leave-ask", &remains(ctx)),
        keyboard,
    };
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// How long proof of consent stays, for those who leave.
fn remains(ctx: &Ctx<'_>) -> [(&'static str, crate::text::Value); 1] {
    [(
        "proofmonths",
        crate::text::Value::Number(ctx.core.retention.proof_months.into()),
    )]
}

pub(in crate::core) async fn ask_to_leave_by(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result {
    ctx.ack(tap).await?;
    let screen = leaving(ctx, member.language);
    ctx.redraw(member.user, tap, screen).await
}

fn leaving(ctx: &Ctx<'_>, language: Language) -> Screen {
    let keyboard = vec![
        vec![ctx.key(language, "button-pause-month", Button::Pause(30))],
        vec![ctx.key(language, "button-leave-now", Button::Leave)],
        vec![ctx.key(language, "button-stay", Button::Stay)],
    ];
    Screen {
        text: ctx.html(language, "leave-ask", &remains(ctx)),
        keyboard,
    }
}

/// Deletes everything of the member at once.
pub(in crate::core) async fn leave(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    officers::resign(ctx, member.user).await?;
    let cards = suggest::leaving(ctx, member).await?;
    consent::end(ctx, member.id, member.user, Ending::Left).await?;
    // Only now: whatever was to be sent to them before has gone with their data.
    for card in &cards {
        ctx.call_unwritten(member.user, card).await?;
    }
    ctx.ack(tap).await?;
    let text = ctx.html(member.language, "left", &remains(ctx));
    ctx.redraw(member.user, tap, Screen::words(text)).await
}

/// The member cancels.
pub(in crate::core) async fn stay(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    let text = ctx.html(member.language, "stayed", &[]);
    ctx.redraw(member.user, tap, Screen::words(text)).await
}

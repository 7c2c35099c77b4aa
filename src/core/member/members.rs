//! Joining, leaving, and what a member can set for themselves.
//!
//! Knows when consent is enough. Must not know what is done with it elsewhere.

mod joining;
mod moving;
mod settings;

pub(in crate::core) use joining::{agree, decline, offer, search, start, tick};
pub(in crate::core) use moving::{ask as ask_to_move, go as move_to, unit};
pub(in crate::core) use settings::{
    pause, resume, set_language, set_window, settings, show_settings,
};

use crate::core::access::{consent, menus, officers};
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Part};
use crate::outgoing::Purpose;
use crate::schedule::streak;
use crate::store::consents::Ending;
use crate::store::members::Member;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::fold;
use crate::types::Language;

/// Units offered for one search: what fits a phone without scrolling.
const FOUND_MAX: u32 = 6;

/// A search needs this many letters to mean something.
const SEARCH_CHARS_MIN: usize = 2;

/// The units that somebody's words may mean: the one of that code, or those with such a name.
async fn found(turn: &mut Turn<'_>, words: &str) -> Result<Vec<Unit>, Fault> {
    if let Some(unit) = store::units::by_code(turn.tx, words).await? {
        return Ok(vec![unit]);
    }
    let folded = fold(words);
    if folded.chars().count() < SEARCH_CHARS_MIN {
        return Ok(Vec::new());
    }
    store::units::search(turn.tx, &folded, FOUND_MAX).await
}

/// `/help`.
pub(in crate::core) async fn help(turn: &mut Turn<'_>, visitor: &Visitor) -> Result<(), Fault> {
    let key = if visitor.member.is_some() {
        "help"
    } else {
        "help-stranger"
    };
    let mut text = turn.html(visitor.language, key, &[]);
    if officers::is_one(turn, visitor.user).await? {
        menus::give(turn, visitor.user).await?;
        text = format!(
            "{text}\n\n{}",
            turn.html(visitor.language, "help-officer", &[])
        );
    }
    turn.send(visitor.user, Screen::words(text), Purpose::Plain)
        .await
}

/// `/me`: what only this member sees.
pub(in crate::core) async fn progress(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    let progress = store::participations::progress(turn.tx, member.id).await?;
    let (mut answers, mut right) = ([0_i64; 4], [0_i64; 4]);
    for (id, correct) in &progress.answers {
        let theme = turn
            .core
            .campaign
            .question(id)
            .map(|question| usize::from(question.criterion.theme) - 1);
        let Some(theme) = theme else { continue };
        if let (Some(answers), Some(right)) = (answers.get_mut(theme), right.get_mut(theme)) {
            *answers += 1;
            *right += i64::from(*correct);
        }
    }
    let unit = store::units::by_id(turn.tx, member.unit).await?;
    let args = [
        (
            "unit",
            unit.map_or_else(String::new, |unit| unit.name).into(),
        ),
        ("read", progress.read.into()),
        ("finished", progress.finished.into()),
        ("streak", i64::from(streak(&progress.weeks)).into()),
        ("answers", answers.iter().sum::<i64>().into()),
        ("right", right.iter().sum::<i64>().into()),
    ];
    let mut text = turn.html(member.language, "me", &args);
    for (theme, (answers, right)) in turn
        .core
        .campaign
        .themes()
        .iter()
        .zip(answers.into_iter().zip(right))
    {
        let key = if answers == 0 {
            "me-theme-none"
        } else {
            "me-theme"
        };
        let mut args = vec![
            ("number", i64::from(theme.number).into()),
            ("name", theme.name.as_str().into()),
        ];
        if answers > 0 {
            args.extend([("right", right.into()), ("answers", answers.into())]);
        }
        text = format!("{text}\n{}", turn.html(member.language, key, &args));
    }
    text = format!("{text}\n\n{}", turn.html(member.language, "me-note", &[]));
    turn.send(member.user, Screen::words(text), Purpose::Plain)
        .await
}

/// `/privacy`: what is held, who sees it, and the way out.
pub(in crate::core) async fn privacy(turn: &mut Turn<'_>, visitor: &Visitor) -> Result<(), Fault> {
    let screen = privacy_screen(turn, visitor).await?;
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// The same from a button.
pub(in crate::core) async fn show_privacy(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let screen = privacy_screen(turn, visitor).await?;
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// All of it, in full.
pub(in crate::core) async fn privacy_more(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let language = visitor.language;
    let floors = store::house::floors(turn.tx).await?;
    let kept = turn.core.retention;
    let number = |number: u32| crate::text::Value::Number(number.into());
    let args = [
        ("quizfloor", floors.quiz.into()),
        ("reflectionfloor", floors.reflection.into()),
        ("quizmonths", number(kept.quiz_months)),
        ("unreachabledays", number(kept.unreachable_days)),
        ("proofmonths", number(kept.proof_months)),
        ("auditmonths", number(kept.audit_months)),
        ("commendationmonths", number(kept.commendation_months)),
    ];
    let screen = Screen {
        text: turn.html(language, "privacy-more", &args),
        keyboard: vec![vec![turn.key(language, "button-back", Button::Privacy)]],
    };
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

async fn privacy_screen(turn: &mut Turn<'_>, visitor: &Visitor) -> Result<Screen, Fault> {
    let language = visitor.language;
    let floors = store::house::floors(turn.tx).await?;
    let args = [
        ("quizfloor", floors.quiz.into()),
        ("reflectionfloor", floors.reflection.into()),
    ];
    let mut text = turn.html(language, "privacy", &args);
    let mut keyboard = vec![vec![turn.key(
        language,
        "button-privacy-more",
        Button::PrivacyMore,
    )]];
    if let Some(member) = visitor.member {
        let given = consent::holds(turn, member.id, Part::Reflection).await?;
        let key = if given {
            "privacy-reflection-given"
        } else {
            "privacy-reflection-withheld"
        };
        text = format!("{text}\n\n{}", turn.html(language, key, &[]));
        keyboard.push(vec![if given {
            turn.key(
                language,
                "button-withdraw-reflection",
                Button::WithdrawReflection,
            )
        } else {
            turn.key(language, "button-ask-reflection", Button::AskReflection)
        }]);
        let (named, keys) = consent::named(turn, &member).await?;
        text = format!("{text}\n\n{named}");
        keyboard.push(keys);
        keyboard.push(vec![turn.key(language, "button-leave", Button::AskToLeave)]);
    }
    Ok(Screen { text, keyboard })
}

/// The consent to reflection is withdrawn, and with it all that was said and not yet counted.
pub(in crate::core) async fn withdraw_reflection(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    consent::withdraw_reflection(turn, member).await?;
    turn.toast(tap, member.language, "toast-consent-withdrawn")
        .await?;
    let screen = privacy_screen(turn, &member.into()).await?;
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The consent to be named is withdrawn, and with it every place where the name was.
pub(in crate::core) async fn withdraw_named(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    consent::withdraw_named(turn, member).await?;
    turn.toast(tap, member.language, "toast-named-withdrawn")
        .await?;
    let screen = privacy_screen(turn, &member.into()).await?;
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// `/stop`: what leaving means, and the gentler way.
pub(in crate::core) async fn ask_to_leave(
    turn: &mut Turn<'_>,
    member: &Member,
) -> Result<(), Fault> {
    let screen = leaving(turn, member.language);
    turn.send(member.user, screen, Purpose::Plain).await
}

/// `/deletemydata`: the same, without the gentler way.
pub(in crate::core) async fn ask_to_delete(
    turn: &mut Turn<'_>,
    member: &Member,
) -> Result<(), Fault> {
    let language = member.language;
    let keyboard = vec![
        vec![turn.key(language, "button-leave-now", Button::Leave)],
        vec![turn.key(language, "button-stay", Button::Stay)],
    ];
    let screen = Screen {
        text: turn.html(language, "leave-ask", &remains(turn)),
        keyboard,
    };
    turn.send(member.user, screen, Purpose::Plain).await
}

/// How long proof of consent stays, for those who leave.
fn remains(turn: &Turn<'_>) -> [(&'static str, crate::text::Value); 1] {
    [(
        "proofmonths",
        crate::text::Value::Number(turn.core.retention.proof_months.into()),
    )]
}

/// The same from a button.
pub(in crate::core) async fn ask_to_leave_by(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let screen = leaving(turn, member.language);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

fn leaving(turn: &Turn<'_>, language: Language) -> Screen {
    let keyboard = vec![
        vec![turn.key(language, "button-pause-month", Button::Pause(30))],
        vec![turn.key(language, "button-leave-now", Button::Leave)],
        vec![turn.key(language, "button-stay", Button::Stay)],
    ];
    Screen {
        text: turn.html(language, "leave-ask", &remains(turn)),
        keyboard,
    }
}

/// The member leaves: everything that is theirs is deleted at once.
pub(in crate::core) async fn leave(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    officers::resign(turn, member.user).await?;
    consent::end(turn, member.id, member.user, Ending::Left).await?;
    turn.hush(tap).await?;
    let text = turn.html(member.language, "left", &remains(turn));
    turn.show(
        member.user,
        tap.message,
        Screen::words(text),
        Purpose::Plain,
    )
    .await
}

/// A question was closed without doing anything.
pub(in crate::core) async fn stay(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let text = turn.html(member.language, "stayed", &[]);
    turn.show(
        member.user,
        tap.message,
        Screen::words(text),
        Purpose::Plain,
    )
    .await
}

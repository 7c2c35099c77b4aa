//! `/unit`: a member moves to another unit, by its name or by its invite link, after a question.
//!
//! What was counted stays where it was counted: this week's row keeps the unit with which it began.

use crate::core::access::consent;
use crate::core::turn::{Screen, Tap, Turn};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::members::Member;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::fold;
use crate::types::UnitId;

/// `/unit`, with or without the name of the unit to move to.
pub(in crate::core) async fn unit(
    turn: &mut Turn<'_>,
    member: &Member,
    words: &str,
) -> Result<(), Fault> {
    let language = member.language;
    if fold(words).is_empty() {
        let args = [("unit", name(turn, member.unit).await?.into())];
        return turn.say(&member.into(), "move-how", &args).await;
    }
    let mut found = super::found(turn, words).await?;
    found.retain(|unit| unit.id != member.unit);
    if found.is_empty() {
        return turn.say(&member.into(), "move-not-found", &[]).await;
    }
    let keyboard = found
        .into_iter()
        .map(|unit| {
            vec![Key {
                data: Button::AskMove(unit.id).data(),
                label: unit.name,
            }]
        })
        .collect();
    let text = turn.html(language, "move-which", &[]);
    turn.send(member.user, Screen { text, keyboard }, Purpose::Plain)
        .await
}

/// The invite link of another unit was opened.
pub(in crate::core) async fn invited(
    turn: &mut Turn<'_>,
    member: &Member,
    unit: &Unit,
) -> Result<(), Fault> {
    let screen = question(turn, member, unit).await?;
    turn.send(member.user, screen, Purpose::Plain).await
}

/// A unit was chosen.
pub(in crate::core) async fn ask(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = other(turn, member, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let screen = question(turn, member, &unit).await?;
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The member moves.
pub(in crate::core) async fn go(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = other(turn, member, tap, unit).await? else {
        return Ok(());
    };
    store::members::move_to(turn.tx, member.id, unit.id).await?;
    let unnamed = consent::withdraw_named(turn, member).await?;
    turn.hush(tap).await?;
    let args = [("unit", unit.name.as_str().into())];
    let mut text = turn.html(member.language, "moved", &args);
    if unnamed {
        let more = turn.html(member.language, "moved-unnamed", &[]);
        text = format!("{text}\n\n{more}");
    }
    let screen = Screen::words(text);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

async fn question(turn: &mut Turn<'_>, member: &Member, unit: &Unit) -> Result<Screen, Fault> {
    let language = member.language;
    let args = [
        ("from", name(turn, member.unit).await?.into()),
        ("unit", unit.name.as_str().into()),
    ];
    let mut text = turn.html(language, "move-ask", &args);
    if store::named::of_member(turn.tx, member.id).await?.is_some() {
        let more = turn.html(language, "move-ask-named", &[]);
        text = format!("{text}\n\n{more}");
    }
    Ok(Screen {
        text,
        keyboard: vec![
            vec![turn.key(language, "button-move", Button::Move(unit.id))],
            vec![turn.key(language, "button-stay-here", Button::Stay)],
        ],
    })
}

/// That unit, if it is another than theirs; otherwise a word, and `None`.
async fn other(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    unit: UnitId,
) -> Result<Option<Unit>, Fault> {
    let unit = store::units::by_id(turn.tx, unit).await?;
    let other = unit.filter(|unit| unit.id != member.unit);
    if other.is_none() {
        turn.toast(tap, member.language, "toast-no-button").await?;
    }
    Ok(other)
}

async fn name(turn: &mut Turn<'_>, unit: UnitId) -> Result<String, Fault> {
    let unit = store::units::by_id(turn.tx, unit).await?;
    Ok(unit.map_or_else(String::new, |unit| unit.name))
}

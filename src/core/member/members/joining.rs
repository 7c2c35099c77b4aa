//! From an invite link or a unit's name to the first item.
//!
//! Nothing is stored before `Đồng ý`: until then all there is travels in the buttons.

use chrono::{Days, NaiveDate};

use super::moving;
use crate::core::access::consent;
use crate::core::member::items;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Edition, Part, Ticks};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::members::{Member, NewMember};
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::types::{Language, UnitId, UserId, Window};

/// `/start`, with or without an invite link's payload.
pub(in crate::core) async fn start(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    payload: Option<&str>,
) -> Result<(), Fault> {
    let invited = match payload {
        Some(payload) => store::units::by_start(turn.tx, payload).await?,
        None => None,
    };
    if let Some(member) = visitor.member {
        if let Some(unit) = invited.filter(|unit| unit.id != member.unit) {
            return moving::invited(turn, &member, &unit).await;
        }
        let unit = store::units::by_id(turn.tx, member.unit).await?;
        let args = [(
            "unit",
            unit.map_or_else(String::new, |unit| unit.name).into(),
        )];
        return turn.say(visitor, "already-member", &args).await;
    }
    let Some(payload) = payload else {
        return turn.say(visitor, "welcome", &[]).await;
    };
    match invited {
        Some(unit) => {
            let screen = consent_screen(turn, visitor.language, &unit, Ticks::default());
            turn.send(visitor.user, screen, Purpose::Plain).await
        }
        None if store::units::is_retired(turn.tx, payload).await? => {
            turn.say(visitor, "invite-renewed", &[]).await
        }
        None => turn.say(visitor, "invite-unknown", &[]).await,
    }
}

/// A stranger wrote something: it is taken for the name or the code of their unit.
pub(in crate::core) async fn search(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    text: &str,
) -> Result<(), Fault> {
    let found = super::found(turn, text).await?;
    if found.is_empty() {
        return turn.say(visitor, "unit-not-found", &[]).await;
    }
    let keyboard = found
        .iter()
        .map(|unit| {
            vec![Key {
                label: unit.name.clone(),
                data: Button::Join(unit.id).data(),
            }]
        })
        .collect();
    let text = turn.html(visitor.language, "unit-found", &[]);
    turn.send(visitor.user, Screen { text, keyboard }, Purpose::Plain)
        .await
}

/// A found unit was chosen: what joining means.
pub(in crate::core) async fn offer(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let words = (Ticks::default(), turn.core.binding.edition());
    tick(turn, visitor, tap, unit, words).await
}

/// A consent was ticked or unticked; it is in the buttons only.
pub(in crate::core) async fn tick(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    (ticks, edition): (Ticks, Edition),
) -> Result<(), Fault> {
    let Some(unit) = joinable(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    let ticks = consent::settle(turn, visitor.language, tap, ticks, edition).await?;
    let screen = consent_screen(turn, visitor.language, &unit, ticks);
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The ticked consents are given: the person is a member, and has their first item.
pub(in crate::core) async fn agree(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    (ticks, edition): (Ticks, Edition),
) -> Result<(), Fault> {
    if edition != turn.core.binding.edition() {
        return tick(turn, visitor, tap, unit, (ticks, edition)).await;
    }
    let Some(unit) = joinable(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    if !(ticks.has(Part::Account) && ticks.has(Part::Abroad)) {
        return turn
            .alert(tap, visitor.language, "toast-consents-missing")
            .await;
    }
    let new = NewMember {
        user: visitor.user,
        unit: unit.id,
        language: visitor.language,
        window: Window::Noon,
        counts_from: counts_from(turn, visitor.user).await?,
    };
    let Some(id) = store::members::join(turn.tx, &new).await? else {
        return turn
            .toast(tap, visitor.language, "toast-joined-before")
            .await;
    };
    for part in Part::JOINING.into_iter().filter(|part| ticks.has(*part)) {
        consent::give(turn, id, part).await?;
    }
    turn.toast(tap, visitor.language, "toast-joined").await?;
    let text = turn.html(
        visitor.language,
        "joined",
        &[("unit", unit.name.as_str().into())],
    );
    turn.show(
        visitor.user,
        tap.message,
        Screen::words(text),
        Purpose::Plain,
    )
    .await?;
    let member = Member {
        id,
        user: new.user,
        unit: new.unit,
        language: new.language,
        window: new.window,
        paused_until: None,
        reachable: true,
    };
    items::welcome(turn, &member).await
}

/// Who left in this week and comes back in it has been counted in it once: the next one counts them.
async fn counts_from(turn: &mut Turn<'_>, user: UserId) -> Result<Option<NaiveDate>, Fault> {
    let Some(round) = store::rounds::current(turn.tx).await? else {
        return Ok(None);
    };
    let left = store::consents::left_since(turn.tx, user, round.monday).await?;
    Ok(left.then_some(round.monday + Days::new(7)))
}

/// The person does not want to: nothing was stored, and nothing is.
pub(in crate::core) async fn decline(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
) -> Result<(), Fault> {
    if visitor.member.is_some() {
        return turn
            .toast(tap, visitor.language, "toast-joined-before")
            .await;
    }
    turn.hush(tap).await?;
    let text = turn.html(visitor.language, "declined", &[]);
    turn.show(
        visitor.user,
        tap.message,
        Screen::words(text),
        Purpose::Plain,
    )
    .await
}

/// The unit, if it is still there and the visitor has none; otherwise a word, and `None`.
async fn joinable(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<Option<Unit>, Fault> {
    if visitor.member.is_some() {
        turn.toast(tap, visitor.language, "toast-joined-before")
            .await?;
        return Ok(None);
    }
    let unit = store::units::by_id(turn.tx, unit).await?;
    if unit.is_none() {
        turn.toast(tap, visitor.language, "toast-no-button").await?;
    }
    Ok(unit)
}

fn consent_screen(turn: &Turn<'_>, language: Language, unit: &Unit, ticks: Ticks) -> Screen {
    let part = |part: Part| turn.html(language, consent::words(part), &[]);
    let args = [
        ("unit", unit.name.as_str().into()),
        ("account", crate::text::Value::Html(part(Part::Account))),
        ("abroad", crate::text::Value::Html(part(Part::Abroad))),
        (
            "reflection",
            crate::text::Value::Html(part(Part::Reflection)),
        ),
    ];
    let edition = turn.core.binding.edition();
    let box_of = |part: Part| {
        let button = Button::Tick(unit.id, ticks, part, edition);
        vec![consent::tick_box(
            turn,
            language,
            part,
            ticks.has(part),
            button,
        )]
    };
    let mut keyboard: Keyboard = Part::JOINING.map(box_of).into();
    keyboard.push(vec![
        turn.key(
            language,
            "button-agree",
            Button::Agree(unit.id, ticks, edition),
        ),
        turn.key(language, "button-decline", Button::Decline),
    ]);
    Screen {
        text: turn.html(language, "consent", &args),
        keyboard,
    }
}

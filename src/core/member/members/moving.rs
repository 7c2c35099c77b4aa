//! `/unit`: a member moves to another unit after a question: by its invite link at once, by its name when an officer
//! there lets them in; until then they belong where they did.
//!
//! What has been counted stays with the old unit: this week's row keeps the unit with which it began.

use super::entering::{asks, moved, reached};
use crate::core::access::admission;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, InviteCode, Via};
use crate::outgoing::Purpose;
use crate::store::members::Member;
use crate::store::units::Unit;
use crate::store::{self, Result, StoreError};
use crate::text::fold;
use crate::types::UnitId;

/// `/unit`, with or without the name of the unit to move to.
pub(in crate::core) async fn unit(ctx: &mut Ctx<'_>, member: &Member, words: &str) -> Result {
    let language = member.language;
    if super::waits(ctx, &member.into()).await? {
        return Ok(());
    }
    if fold(words).is_empty() {
        let args = [("unit", ctx.unit_name(member.unit).await?.into())];
        return ctx.say(&member.into(), "move-how", &args).await;
    }
    let mut found = super::found(ctx, words).await?;
    found.retain(|unit| unit.id != member.unit);
    if found.is_empty() {
        return ctx.say(&member.into(), "move-not-found", &[]).await;
    }
    let keyboard = found
        .into_iter()
        .map(|unit| vec![Button::AskMove(unit.id).key(unit.name)])
        .collect();
    let text = ctx.html(language, "move-which", &[]);
    ctx.send(member.user, Screen { text, keyboard }, Purpose::Plain)
        .await
}

/// The invite link of another unit was opened.
pub(in crate::core) async fn invited(ctx: &mut Ctx<'_>, member: &Member, unit: &Unit) -> Result {
    let Some(code) = InviteCode::of(&unit.start) else {
        return Err(StoreError::Bug(
            "an invite link that is none of ours".into(),
        ));
    };
    let screen = question(ctx, member, unit, Via::Link(code)).await?;
    ctx.send(member.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn ask(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    let via = Via::Name(unit);
    let Some(unit) = other(ctx, member, tap, via).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let screen = question(ctx, member, &unit, via).await?;
    ctx.redraw(member.user, tap, screen).await
}

pub(in crate::core) async fn go(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, via: Via) -> Result {
    let Some(unit) = other(ctx, member, tap, via).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let screen = if asks(ctx, via) {
        match admission::hindrance(ctx, &member.into(), &unit).await? {
            Some(why) => Screen::words(why),
            None => admission::ask(ctx, &member.into(), &unit, Vec::new()).await?,
        }
    } else {
        Screen::words(moved(ctx, member, &unit).await?)
    };
    ctx.redraw(member.user, tap, screen).await
}

async fn question(ctx: &mut Ctx<'_>, member: &Member, unit: &Unit, via: Via) -> Result<Screen> {
    let language = member.language;
    let args = [
        ("from", ctx.unit_name(member.unit).await?.into()),
        ("unit", unit.name.as_str().into()),
    ];
    let mut text = ctx.html(language, "move-ask", &args);
    if store::named::of_member(ctx.tx, member.id).await?.is_some() {
        let more = ctx.html(language, "move-ask-named", &[]);
        text = format!("{text}\n\n{more}");
    }
    if asks(ctx, via) {
        let more = ctx.html(language, "move-asks", &args[1..]);
        text = format!("{text}\n\n{more}");
    }
    Ok(Screen {
        text,
        keyboard: vec![
            vec![ctx.key(language, "button-move", Button::Move(via))],
            vec![ctx.key(language, "button-stay-here", Button::Stay)],
        ],
    })
}

/// Returns the unit if it is another than theirs; otherwise tells them and returns `None`.
async fn other(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, via: Via) -> Result<Option<Unit>> {
    let Some(unit) = reached(ctx, member.language, tap, via).await? else {
        return Ok(None);
    };
    if unit.id == member.unit {
        ctx.no_button(tap, member.language).await?;
        return Ok(None);
    }
    Ok(Some(unit))
}

//! From an invite link or a unit's name to the first item.
//!
//! Nothing is stored before `Đồng ý`: until then everything is in the buttons.

use chrono::{Days, NaiveDate};

use super::moving;
use crate::core::access::consent;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::items;
use crate::event::{Button, ConsentPart, ConsentSet, ConsentVersion};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::members::{Member, NewMember};
use crate::store::units::Unit;
use crate::store::{self, StoreError};
use crate::types::{Language, UnitId, UserId, Window};

/// `/start`, with or without an invite link's payload.
pub(in crate::core) async fn start(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    payload: Option<&str>,
) -> Result<(), StoreError> {
    let invited = match payload {
        Some(payload) => store::units::by_start(ctx.tx, payload).await?,
        None => None,
    };
    if let Some(member) = caller.member {
        if let Some(unit) = invited.filter(|unit| unit.id != member.unit) {
            return moving::invited(ctx, &member, &unit).await;
        }
        let unit = ctx.unit_name(member.unit).await?;
        let args = [("unit", unit.into())];
        return ctx.say(caller, "already-member", &args).await;
    }
    let Some(payload) = payload else {
        return ctx.say(caller, "welcome", &[]).await;
    };
    match invited {
        Some(unit) => {
            let screen = consent_screen(ctx, caller.language, &unit, ConsentSet::default());
            ctx.send(caller.user, screen, Purpose::Plain).await
        }
        None if store::units::is_retired(ctx.tx, payload).await? => {
            ctx.say(caller, "invite-renewed", &[]).await
        }
        None => ctx.say(caller, "invite-unknown", &[]).await,
    }
}

/// Takes a stranger's text as the name or the code of their unit.
pub(in crate::core) async fn search(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
) -> Result<(), StoreError> {
    let found = super::found(ctx, text).await?;
    if found.is_empty() {
        return ctx.say(caller, "unit-not-found", &[]).await;
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
    let text = ctx.html(caller.language, "unit-found", &[]);
    ctx.send(caller.user, Screen { text, keyboard }, Purpose::Plain)
        .await
}

/// Says what joining the chosen unit means.
pub(in crate::core) async fn offer(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), StoreError> {
    let words = (ConsentSet::default(), ctx.core.binding.version());
    tick(ctx, caller, tap, unit, words).await
}

/// A consent was ticked or unticked; that is stored in the buttons only.
pub(in crate::core) async fn tick(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (ticks, version): (ConsentSet, ConsentVersion),
) -> Result<(), StoreError> {
    let Some(unit) = joinable(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let ticks = consent::settle(ctx, caller.language, tap, ticks, version).await?;
    let screen = consent_screen(ctx, caller.language, &unit, ticks);
    ctx.show(caller.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Gives the ticked consents: the person becomes a member and gets an item.
pub(in crate::core) async fn agree(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    (ticks, version): (ConsentSet, ConsentVersion),
) -> Result<(), StoreError> {
    if version != ctx.core.binding.version() {
        return tick(ctx, caller, tap, unit, (ticks, version)).await;
    }
    let Some(unit) = joinable(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    if !(ticks.has(ConsentPart::Account) && ticks.has(ConsentPart::Abroad)) {
        return ctx
            .alert(tap, caller.language, "toast-consents-missing")
            .await;
    }
    let new = NewMember {
        user: caller.user,
        unit: unit.id,
        language: caller.language,
        window: Window::Noon,
        counts_from: counts_from(ctx, caller.user).await?,
    };
    let Some(id) = store::members::join(ctx.tx, &new).await? else {
        return ctx
            .answer_callback(tap, caller.language, "toast-joined-before")
            .await;
    };
    for part in ConsentPart::JOINING
        .into_iter()
        .filter(|part| ticks.has(*part))
    {
        consent::give(ctx, id, part).await?;
    }
    ctx.answer_callback(tap, caller.language, "toast-joined")
        .await?;
    let text = ctx.html(
        caller.language,
        "joined",
        &[("unit", unit.name.as_str().into())],
    );
    ctx.show(
        caller.user,
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
    items::welcome(ctx, &member).await
}

/// Somebody who leaves and comes back within a week must not be counted twice in it: they count from the next one.
async fn counts_from(ctx: &mut Ctx<'_>, user: UserId) -> Result<Option<NaiveDate>, StoreError> {
    let Some(round) = store::rounds::current(ctx.tx).await? else {
        return Ok(None);
    };
    let left = store::consents::left_since(ctx.tx, user, round.monday).await?;
    Ok(left.then_some(round.monday + Days::new(7)))
}

/// The person declines; nothing is stored.
pub(in crate::core) async fn decline(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
) -> Result<(), StoreError> {
    if caller.member.is_some() {
        return ctx
            .answer_callback(tap, caller.language, "toast-joined-before")
            .await;
    }
    ctx.ack(tap).await?;
    let text = ctx.html(caller.language, "declined", &[]);
    ctx.show(
        caller.user,
        tap.message,
        Screen::words(text),
        Purpose::Plain,
    )
    .await
}

/// Returns the unit if it still exists and the caller is no member; otherwise tells them why not and returns
/// `None`.
async fn joinable(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result<Option<Unit>, StoreError> {
    if caller.member.is_some() {
        ctx.answer_callback(tap, caller.language, "toast-joined-before")
            .await?;
        return Ok(None);
    }
    let unit = store::units::by_id(ctx.tx, unit).await?;
    if unit.is_none() {
        ctx.answer_callback(tap, caller.language, "toast-no-button")
            .await?;
    }
    Ok(unit)
}

fn consent_screen(ctx: &Ctx<'_>, language: Language, unit: &Unit, ticks: ConsentSet) -> Screen {
    let part = |part: ConsentPart| ctx.html(language, consent::words(part), &[]);
    let args = [
        ("unit", unit.name.as_str().into()),
        (
            "account",
            crate::text::Value::Html(part(ConsentPart::Account)),
        ),
        (
            "abroad",
            crate::text::Value::Html(part(ConsentPart::Abroad)),
        ),
        (
            "reflection",
            crate::text::Value::Html(part(ConsentPart::Reflection)),
        ),
    ];
    let version = ctx.core.binding.version();
    let box_of = |part: ConsentPart| {
        let button = Button::Tick(unit.id, ticks, part, version);
        vec![consent::tick_box(
            ctx,
            language,
            part,
            ticks.has(part),
            button,
        )]
    };
    let mut keyboard: Keyboard = ConsentPart::JOINING.map(box_of).into();
    keyboard.push(vec![
        ctx.key(
            language,
            "button-agree",
            Button::Agree(unit.id, ticks, version),
        ),
        ctx.key(language, "button-decline", Button::Decline),
    ]);
    Screen {
        text: ctx.html(language, "consent", &args),
        keyboard,
    }
}

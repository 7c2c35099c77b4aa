//! From an invite link to the first item, or from a unit's name to asking to be let in.
//!
//! Nothing is stored before `Đồng ý`: until then everything is in the buttons, the link's payload too. Consent comes
//! before the request: while somebody waits, their number is kept, and for that they have agreed.

use super::entering::{Entrant, asks, enter, reached};
use super::{asking, confirming, moving};
use crate::core::access::{admission, consent, officers};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::items;
use crate::event::{Button, ConsentPart, ConsentSet, ConsentVersion, InviteCode, Via};
use crate::outgoing::{Keyboard, Purpose};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, UnitId};

/// `/start`, with or without an invite link's payload.
pub(in crate::core) async fn start(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    payload: Option<&str>,
) -> Result {
    let invited = match payload {
        Some(payload) => store::units::by_start(ctx.tx, payload).await?,
        None => None,
    };
    if let Some(member) = caller.member {
        if let Some(unit) = &invited {
            if unit.id != member.unit {
                return moving::invited(ctx, &member, unit).await;
            }
            if confirming::confirm(ctx, &member).await? {
                return Ok(());
            }
        }
        // An old link, or none: they are members still, but not for long if they are not told.
        if confirming::recall(ctx, &member).await? {
            return Ok(());
        }
        let unit = ctx.unit_name(member.unit).await?;
        let args = [("unit", unit.into())];
        return ctx.say(caller, "already-member", &args).await;
    }
    let Some(payload) = payload else {
        if asking::waits(ctx, caller).await? {
            return Ok(());
        }
        return ctx.say(caller, "welcome", &[]).await;
    };
    match invited.zip(InviteCode::of(payload)) {
        Some((unit, code)) => {
            let (via, ticks) = (Via::Link(code), ConsentSet::default());
            let screen = consent_screen(ctx, caller.language, (&unit, via), ticks);
            ctx.send(caller.user, screen, Purpose::Plain).await
        }
        None if store::units::is_retired(ctx.tx, payload).await? => {
            ctx.say(caller, "invite-renewed", &[]).await
        }
        None => ctx.say(caller, "invite-unknown", &[]).await,
    }
}

/// Takes a stranger's text as the name or the code of their unit.
pub(in crate::core) async fn search(ctx: &mut Ctx<'_>, caller: &Caller, text: &str) -> Result {
    if asking::waits(ctx, caller).await? {
        return Ok(());
    }
    let found = super::found(ctx, text).await?;
    if found.is_empty() {
        // An officer has typed something else: their unit has a link.
        let key = match officers::is_one(ctx, caller.user).await? {
            true => "unknown-text-officer",
            false => "unit-not-found",
        };
        return ctx.say(caller, key, &[]).await;
    }
    let keyboard = found
        .iter()
        .map(|unit| vec![Button::Join(unit.id).key(unit.name.clone())])
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
) -> Result {
    let words = (ConsentSet::default(), ctx.core.binding.version());
    tick(ctx, caller, tap, Via::Name(unit), words).await
}

/// A consent was ticked or unticked; that is stored in the buttons only.
pub(in crate::core) async fn tick(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    via: Via,
    (ticks, version): (ConsentSet, ConsentVersion),
) -> Result {
    let Some(unit) = joinable(ctx, caller, tap, via).await? else {
        return Ok(());
    };
    let ticks = consent::settle(ctx, caller.language, tap, ticks, version).await?;
    let screen = consent_screen(ctx, caller.language, (&unit, via), ticks);
    ctx.redraw(caller.user, tap, screen).await
}

/// Gives the ticked consents: the person becomes a member and gets an item, or asks to be let in.
pub(in crate::core) async fn agree(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    via: Via,
    (ticks, version): (ConsentSet, ConsentVersion),
) -> Result {
    if version != ctx.core.binding.version() {
        return tick(ctx, caller, tap, via, (ticks, version)).await;
    }
    let Some(unit) = joinable(ctx, caller, tap, via).await? else {
        return Ok(());
    };
    if !(ticks.has(ConsentPart::Account) && ticks.has(ConsentPart::Abroad)) {
        return ctx
            .alert(tap, caller.language, "toast-consents-missing")
            .await;
    }
    let given = ConsentPart::JOINING
        .into_iter()
        .filter(|part| ticks.has(*part));
    let hash = |part| (part, ctx.core.binding.hash(part).to_owned());
    let consents = given.map(hash).collect();
    if asks(ctx, via) {
        ctx.ack(tap).await?;
        let screen = admission::ask(ctx, caller, &unit, consents).await?;
        return ctx.redraw(caller.user, tap, screen).await;
    }
    let entrant = Entrant {
        user: caller.user,
        language: caller.language,
        consents,
        agreed_on: ctx.tx.today(),
    };
    let Some(member) = enter(ctx, &unit, entrant).await? else {
        return ctx
            .answer_callback(tap, caller.language, "toast-joined-before")
            .await;
    };
    ctx.answer_callback(tap, caller.language, "toast-joined")
        .await?;
    let args = [("unit", unit.name.as_str().into())];
    let screen = Screen::words(ctx.html(caller.language, "joined", &args));
    ctx.redraw(caller.user, tap, screen).await?;
    items::welcome(ctx, &member).await
}

/// The person declines; nothing is stored.
pub(in crate::core) async fn decline(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result {
    if caller.member.is_some() {
        return ctx
            .answer_callback(tap, caller.language, "toast-joined-before")
            .await;
    }
    ctx.ack(tap).await?;
    let text = ctx.html(caller.language, "declined", &[]);
    ctx.redraw(caller.user, tap, Screen::words(text)).await
}

/// Returns the unit if the caller may come to it that way and is no member; otherwise tells them why not and returns
/// `None`.
async fn joinable(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, via: Via) -> Result<Option<Unit>> {
    if caller.member.is_some() {
        ctx.answer_callback(tap, caller.language, "toast-joined-before")
            .await?;
        return Ok(None);
    }
    let Some(unit) = reached(ctx, caller.language, tap, via).await? else {
        return Ok(None);
    };
    if asks(ctx, via)
        && let Some(why) = admission::hindrance(ctx, caller, &unit).await?
    {
        ctx.ack(tap).await?;
        ctx.redraw(caller.user, tap, Screen::words(why)).await?;
        return Ok(None);
    }
    Ok(Some(unit))
}

fn consent_screen(
    ctx: &Ctx<'_>,
    language: Language,
    (unit, via): (&Unit, Via),
    ticks: ConsentSet,
) -> Screen {
    let part = |part: ConsentPart| Value::Html(ctx.html(language, consent::words(part), &[]));
    let args = [
        ("unit", unit.name.as_str().into()),
        ("account", part(ConsentPart::Account)),
        ("abroad", part(ConsentPart::Abroad)),
        ("reflection", part(ConsentPart::Reflection)),
    ];
    let mut text = ctx.html(language, "consent", &args);
    if asks(ctx, via) {
        text = format!("{text}\n\n{}", ctx.html(language, "consent-asks", &[]));
    }
    let version = ctx.core.binding.version();
    let box_of = |part: ConsentPart| {
        let button = Button::Tick(via, ticks, part, version);
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
        ctx.key(language, "button-agree", Button::Agree(via, ticks, version)),
        ctx.key(language, "button-decline", Button::Decline),
    ]);
    Screen { text, keyboard }
}

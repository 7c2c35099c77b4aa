//! Entering an initiative in the unit's register: the consent to be its named author, and the name that goes with it.
//!
//! Knows what comes before it is entered. Must not know what officers do with an entry.

use super::own::{self, Own, home};
use super::telling;
use crate::core::access::consent;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, ConsentPart, ConsentVersion, InitiativeAction, NameForm};
use crate::outgoing::Purpose;
use crate::store::dialogs::Dialog;
use crate::store::members::Member;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::MessageId;

/// Says what being the named author means.
pub(super) async fn ask(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, own: &Own<'_>) -> Result {
    if !may_enter(ctx, member, tap, own).await? {
        return Ok(());
    }
    ctx.ack(tap).await?;
    let screen = question(ctx, member, own).await?;
    ctx.redraw(member.user, tap, screen).await
}

async fn question(ctx: &mut Ctx<'_>, member: &Member, own: &Own<'_>) -> Result<Screen> {
    let language = member.language;
    let unit = home(ctx, member.unit).await?;
    let words = ctx.html(language, consent::words(ConsentPart::Author), &[]);
    let args = [
        ("words", Value::Html(words)),
        ("title", own.title().unwrap_or_default().into()),
        ("unit", ctx.unit_name(unit).await?.into()),
    ];
    let give = InitiativeAction::Enter(own.one.id, ctx.core.binding.version());
    let back = InitiativeAction::Show(own.one.id);
    Ok(Screen::words(ctx.html(language, "author-ask", &args))
        .with(ctx.key(language, "button-give-author", Button::Initiative(give)))
        .with(ctx.key(language, "button-not-now", Button::Initiative(back))))
}

/// Whether it can be entered now, or its author may agree to changed words; tells them why not.
async fn may_enter(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, own: &Own<'_>) -> Result<bool> {
    let agreed = own.entry.as_ref().map(|entry| entry.name.is_some());
    let why = match agreed {
        Some(true) => "toast-initiative-entered",
        None if own.one.entered => "toast-initiative-was-out",
        None if own.first_open().is_some() => "toast-initiative-first",
        _ => return Ok(true),
    };
    ctx.alert(tap, member.language, why).await?;
    Ok(false)
}

/// Gives the consent; then the name, if there is none yet; then it is entered.
pub(super) async fn agree(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    own: &Own<'_>,
    version: ConsentVersion,
) -> Result {
    if version != ctx.core.binding.version() {
        ctx.alert(tap, member.language, "toast-consent-changed")
            .await?;
        let screen = question(ctx, member, own).await?;
        return ctx.redraw(member.user, tap, screen).await;
    }
    if !may_enter(ctx, member, tap, own).await? {
        return Ok(());
    }
    consent::give(ctx, member.id, ConsentPart::Author).await?;
    ctx.answer_callback(tap, member.language, "toast-consent-given")
        .await?;
    let author = store::authors::of_member(ctx.tx, member.id).await?;
    match author.and_then(|author| author.name) {
        Some(_) => enter(ctx, member, own, tap.message).await,
        None => ask_name(ctx, member, own, tap.message).await,
    }
}

pub(super) async fn type_name(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    own: &Own<'_>,
) -> Result {
    if !consent::holds(ctx, member.id, ConsentPart::Author).await? {
        return ctx.no_button(tap, member.language).await;
    }
    ctx.ack(tap).await?;
    ask_name(ctx, member, own, tap.message).await
}

async fn ask_name(
    ctx: &mut Ctx<'_>,
    member: &Member,
    own: &Own<'_>,
    message: Option<MessageId>,
) -> Result {
    store::dialogs::ask(ctx.tx, member.user, Dialog::Author(own.one.id)).await?;
    let screen = Screen::words(ctx.html(member.language, "author-type", &[]));
    ctx.show(member.user, message, screen, Purpose::Plain).await
}

/// Takes a text as the author's name.
pub(super) async fn take_name(
    ctx: &mut Ctx<'_>,
    member: &Member,
    own: &Own<'_>,
    text: &str,
) -> Result<bool> {
    if !consent::holds(ctx, member.id, ConsentPart::Author).await? {
        return Ok(false);
    }
    let Some(typed) = consent::name(text) else {
        ctx.say(&member.into(), "author-unread", &[]).await?;
        return Ok(true);
    };
    store::dialogs::leave(ctx.tx, member.user).await?;
    store::authors::typed(ctx.tx, member.id, &typed).await?;
    let id = own.one.id;
    let keep = |form| Button::Initiative(InitiativeAction::KeepName(id, form));
    let again = Button::Initiative(InitiativeAction::TypeName(id));
    let text = ("author-confirm", typed.as_str());
    let screen = consent::confirming(ctx, member.language, text, (keep, again));
    ctx.send(member.user, screen, Purpose::Plain).await?;
    Ok(true)
}

/// Its author has confirmed how their name is written: it is entered.
pub(super) async fn keep_name(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (own, form): (&Own<'_>, NameForm),
) -> Result {
    let author = store::authors::of_member(ctx.tx, member.id).await?;
    let typed = author.and_then(|author| author.typed);
    let holds = consent::holds(ctx, member.id, ConsentPart::Author).await?;
    let Some(typed) = typed.filter(|_| holds) else {
        return ctx.no_button(tap, member.language).await;
    };
    let name = consent::written(typed, form);
    store::authors::set(ctx.tx, member.id, &name).await?;
    ctx.answer_callback(tap, member.language, "toast-initiative-in")
        .await?;
    enter(ctx, member, own, tap.message).await
}

/// Enters it in the register of the unit in which its author is now, once.
async fn enter(
    ctx: &mut Ctx<'_>,
    member: &Member,
    own: &Own<'_>,
    message: Option<MessageId>,
) -> Result {
    if !own.one.entered && own.first_open().is_none() {
        let unit = home(ctx, member.unit).await?;
        store::register::enter(ctx.tx, unit, own.one.id, own.counted()).await?;
    }
    match own::of(ctx, member, own.form, own.one.id).await? {
        Some(own) => telling::all(ctx, member, &own, message).await,
        None => Ok(()),
    }
}

//! The consent to be the named author of an initiative, and how it ends: name, title and text leave every register at once, and
//! whatever waits to show them is dropped. Counts stay.
//!
//! Knows what an end takes with it. Must not know what an initiative says, nor how it is entered.

use super::holds;
use crate::core::access::officers;
use crate::core::ctx::{Ctx, Screen};
use crate::event::{Button, ConsentPart, InitiativeAction};
use crate::outgoing::{Key, Purpose};
use crate::store::deletions::Deleted;
use crate::store::members::Member;
use crate::store::{self, Result};
use crate::types::{MemberId, UserId};

/// Its line on the privacy page, and the button to withdraw it; nothing for whoever never was an author.
pub(in crate::core) async fn authored(
    ctx: &mut Ctx<'_>,
    member: &Member,
) -> Result<Option<(String, Key)>> {
    let language = member.language;
    let author = store::authors::of_member(ctx.tx, member.id).await?;
    let Some(name) = author.and_then(|author| author.name) else {
        return Ok(None);
    };
    let key = match holds(ctx, member.id, ConsentPart::Author).await? {
        true => "privacy-author-given",
        false => "privacy-author-changed",
    };
    let text = ctx.html(language, key, &[("name", name.into())]);
    let withdraw = Button::Initiative(InitiativeAction::Withdraw);
    let button = ctx.key(language, "button-withdraw-author", withdraw);
    Ok(Some((text, button)))
}

/// Ends the consent by the member's wish.
pub(in crate::core) async fn withdraw_author(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    take_out(ctx, member.id).await?;
    store::authors::forget(ctx.tx, member.id).await?;
    store::consents::withdraw(ctx.tx, member.id, ConsentPart::Author).await?;
    store::deletions::note(ctx.tx, member.user, Deleted::Author).await
}

/// Drops whatever waits to show an initiative of this member. Whoever had asked for it is told to ask again.
pub(in crate::core) async fn take_out(ctx: &mut Ctx<'_>, member: MemberId) -> Result {
    for chat in store::authors::drop_shown(ctx.tx, member).await? {
        let user = UserId(chat.0);
        let language = officers::language(ctx, user).await?;
        let screen = Screen::words(ctx.html(language, "register-changed", &[]));
        ctx.send(user, screen, Purpose::Plain).await?;
    }
    Ok(())
}

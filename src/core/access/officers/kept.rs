//! Who is let go as a member keeps an office that somebody gave them: both they and the owners are told.
//!
//! Knows who hears of it. Must not know why somebody is let go.

use crate::core::ctx::{Ctx, Screen};
use crate::event::{Button, OfficerAction};
use crate::outgoing::Purpose;
use crate::store::{self, Result};
use crate::types::UserId;

/// Tells the owners that somebody is no member any more and has an office still: no membership is needed for it, and only
/// people can say whether that is meant. Returns the names of the units; `None` if they have no office.
pub(in crate::core) async fn keep(ctx: &mut Ctx<'_>, user: UserId) -> Result<Option<String>> {
    let units = store::officers::units_of(ctx.tx, user).await?;
    let Some(highest) = units.first() else {
        return Ok(None);
    };
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    let names = names.join("; ");
    let owners = ctx.core.rules.owners.clone();
    for owner in owners.into_iter().filter(|owner| *owner != user) {
        let language = super::language(ctx, owner).await?;
        let show = Button::Officer(OfficerAction::Show(highest.id));
        let screen = Screen {
            text: ctx.html(language, "office-kept", &[("units", names.as_str().into())]),
            keyboard: vec![vec![ctx.key(language, "button-office-kept", show)]],
        };
        ctx.send(owner, screen, Purpose::Plain).await?;
    }
    Ok(Some(names))
}

//! Coming in, by a link or let in by an officer: from here on somebody belongs to a unit and counts in it.
//!
//! Knows what is written when somebody joins or moves. Must not know the screens that lead there.

use chrono::{Days, NaiveDate};

use crate::core::access::{consent, overfull};
use crate::core::ctx::{Ctx, Tap};
use crate::event::{ConsentPart, Via};
use crate::store::members::{Member, NewMember};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Language, UserId, Window};

/// Whether an officer lets them in: a link is proof enough, a name is none.
pub(super) fn asks(ctx: &Ctx<'_>, via: Via) -> bool {
    matches!(via, Via::Name(_)) && !ctx.core.open_joining
}

/// Who comes in, with what they have agreed to and when.
pub(super) struct Entrant {
    pub(super) user: UserId,
    pub(super) language: Language,
    pub(super) consents: Vec<(ConsentPart, String)>,
    pub(super) agreed_on: NaiveDate,
}

/// Makes somebody a member; `None` if they are one already. From here on they count.
pub(super) async fn enter(
    ctx: &mut Ctx<'_>,
    unit: &Unit,
    entrant: Entrant,
) -> Result<Option<Member>> {
    let new = NewMember {
        user: entrant.user,
        unit: unit.id,
        language: entrant.language,
        window: Window::Noon,
        counts_from: counts_from(ctx, entrant.user).await?,
    };
    let Some(id) = store::members::join(ctx.tx, &new).await? else {
        return Ok(None);
    };
    for (part, hash) in &entrant.consents {
        store::consents::give(ctx.tx, id, *part, (hash, entrant.agreed_on)).await?;
    }
    store::join_requests::forget(ctx.tx, entrant.user).await?;
    overfull::check(ctx, unit.id).await?;
    Ok(Some(Member {
        id,
        user: new.user,
        unit: new.unit,
        language: new.language,
        window: new.window,
        paused_until: None,
        reachable: true,
    }))
}

/// Somebody who leaves and comes back within a week must not be counted twice in it: they count from the next one.
async fn counts_from(ctx: &mut Ctx<'_>, user: UserId) -> Result<Option<NaiveDate>> {
    let Some(round) = store::rounds::current(ctx.tx).await? else {
        return Ok(None);
    };
    let left = store::consents::left_since(ctx.tx, user, round.monday).await?;
    Ok(left.then_some(round.monday + Days::new(7)))
}

/// The unit that a link or a name leads to now; otherwise tells the person and returns `None`.
pub(super) async fn reached(
    ctx: &mut Ctx<'_>,
    language: Language,
    tap: &Tap,
    via: Via,
) -> Result<Option<Unit>> {
    let (unit, key) = match via {
        Via::Name(unit) => (store::units::by_id(ctx.tx, unit).await?, "toast-no-button"),
        Via::Link(code) => {
            let unit = store::units::by_start(ctx.tx, &code.text()).await?;
            (unit, "toast-invite-over")
        }
    };
    if unit.is_none() {
        ctx.answer_callback(tap, language, key).await?;
    }
    Ok(unit)
}

/// Moves a member, and says so. Whoever has come by a link or was let in need not confirm anew.
pub(super) async fn moved(ctx: &mut Ctx<'_>, member: &Member, unit: &Unit) -> Result<String> {
    store::join_requests::forget(ctx.tx, member.user).await?;
    store::members::move_to(ctx.tx, member.id, unit.id).await?;
    store::unconfirmed::confirm(ctx.tx, member.id).await?;
    overfull::check(ctx, member.unit).await?;
    overfull::check(ctx, unit.id).await?;
    let unnamed = consent::withdraw_named(ctx, member).await?;
    let args = [("unit", unit.name.as_str().into())];
    let mut text = ctx.html(member.language, "moved", &args);
    if unnamed {
        let more = ctx.html(member.language, "moved-unnamed", &[]);
        text = format!("{text}\n\n{more}");
    }
    Ok(text)
}

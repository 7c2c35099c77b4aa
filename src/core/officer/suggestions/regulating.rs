//! By which regulation a unit gathers suggestions: its number and day, typed by an officer and written into the audit.
//!
//! Knows who may say so. Must not know whether such a paper exists: whoever types it answers for that.

use chrono::NaiveDate;

use crate::core::access::suggestions as access;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Purpose;
use crate::plan;
use crate::store::audit::{AuditAction, Change, Changed, What};
use crate::store::suggestions::boxes;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::{self, Result};
use crate::types::UnitId;

/// Asks for number and day.
pub(super) async fn ask(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, unit: UnitId) -> Result {
    let home = access::home(ctx, unit)
        .await?
        .filter(|home| home.id == unit);
    let (Some(home), true) = (home, access::may_regulate(ctx, caller.user, unit).await?) else {
        return ctx.alert(tap, caller.language, "toast-no-right").await;
    };
    let args = [("unit", home.name.into())];
    let screen = Screen::words(ctx.html(caller.language, "suggest-regulate", &args));
    super::asks(
        ctx,
        caller,
        tap,
        Draft::new(unit, 0, Asking::Regulation),
        screen,
    )
    .await
}

/// Takes what was typed.
pub(super) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    draft: &Draft,
) -> Result<bool> {
    if !access::may_regulate(ctx, caller.user, draft.unit_id).await? {
        return Ok(false);
    }
    let Ok((number, dated)) = plan::number_and_day(text, ctx.tx.today()) else {
        ctx.say(caller, "suggest-regulate-unread", &[]).await?;
        return Ok(true);
    };
    let Some(unit) = store::units::by_id(ctx.tx, draft.unit_id).await? else {
        return Ok(false);
    };
    let before = boxes::of(ctx.tx, unit.id).await?;
    boxes::regulate(ctx.tx, unit.id, (&number, dated)).await?;
    let paper = |number: &str, day: NaiveDate| format!("{number} · {}", day.format("%d/%m/%Y"));
    let before = before.map_or_else(String::new, |open| paper(&open.number, open.dated));
    let change = Change::of(&unit.code, What::Regulation, before, paper(&number, dated));
    let changed = Changed::from_iter([change]);
    let on = AuditAction::SuggestionsOn;
    store::audit::note_changed(ctx.tx, unit.id, caller.user, on, &changed).await?;
    drafts::drop(ctx.tx, caller.user).await?;
    let args = [
        ("unit", unit.name.into()),
        ("number", number.into()),
        ("dated", dated.into()),
    ];
    let desk = Button::Suggestion(SuggestionAction::Desk(unit.id));
    let screen = Screen {
        text: ctx.html(caller.language, "suggest-regulated", &args),
        keyboard: vec![vec![ctx.key(caller.language, "button-suggest-desk", desk)]],
    };
    ctx.send(caller.user, screen, Purpose::Plain).await?;
    Ok(true)
}

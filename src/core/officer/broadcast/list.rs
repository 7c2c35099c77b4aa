//! `/broadcasts`: what goes out again and again, then the newest broadcasts, a page at a time.
//!
//! Knows whose list it is. Must not know how a broadcast goes.

use std::collections::BTreeMap;

use super::screens;
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::Button;
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::{self, Result};
use crate::types::UnitId;

/// Broadcasts on a page, and buttons in a row: a phone shows them at once.
const PAGE: usize = 6;
const ROW: usize = 2;
/// So many broadcasts are looked through; of older ones the reports tell.
const LISTED_MAX: u32 = 1_000;

pub(in crate::core) async fn list(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    if officers::unit_of(ctx, caller.user).await?.is_none() {
        return ctx.say(caller, "group-not-officer", &[]).await;
    }
    let screen = page(ctx, caller, 0).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn turn(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    number: u16,
) -> Result {
    if officers::unit_of(ctx, caller.user).await?.is_none() {
        return ctx.alert(tap, caller.language, "toast-not-officer").await;
    }
    ctx.ack(tap).await?;
    let screen = page(ctx, caller, number).await?;
    ctx.redraw(caller.user, tap, screen).await
}

/// Those of units that this officer may act for.
async fn page(ctx: &mut Ctx<'_>, caller: &Caller, number: u16) -> Result<Screen> {
    let language = caller.language;
    let mut asked: BTreeMap<UnitId, bool> = BTreeMap::new();
    let mut theirs = Vec::new();
    for (id, unit) in store::broadcasts::listed(ctx.tx, LISTED_MAX).await? {
        let may = match asked.get(&unit) {
            Some(may) => *may,
            None => officers::may(ctx, caller.user, unit).await?,
        };
        asked.insert(unit, may);
        theirs.extend(may.then_some(id));
    }
    if theirs.is_empty() {
        let text = ctx.html(language, "broadcasts-none", &[]);
        return Ok(Screen::words(text));
    }
    let labels = ("button-page-before", "button-page-after");
    let (shown, turning) = ctx.page(
        language,
        (&theirs, PAGE),
        number,
        labels,
        Button::Broadcasts,
    );
    let (mut lines, mut keys) = (Vec::new(), Vec::new());
    for id in shown {
        if let Some(found) = store::broadcasts::by_id(ctx.tx, *id).await? {
            lines.push(screens::entry(ctx, language, &found).await?);
            keys.push(screens::numbered(ctx, language, &found));
        }
    }
    let mut keyboard: Keyboard = keys.chunks(ROW).map(<[Key]>::to_vec).collect();
    keyboard.extend(turning);
    let heading = ctx.html(language, "broadcasts", &[]);
    Ok(Screen {
        text: format!("{heading}\n\n{}", lines.join("\n\n")),
        keyboard,
    })
}

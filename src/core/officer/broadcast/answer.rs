//! `/respond`: a unit's line on what it will do, sent to its members together with what they said in a check-in.
//!
//! Knows when there is something to answer. It goes like any broadcast. Must not know what the message is made of.

use super::draft;
use super::response::{newest, said, told};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::disclosure::reflection::{self, NotDisclosed};
use crate::event::{Button, UnitAction};
use crate::outgoing::Purpose;
use crate::store::audit::AuditAction;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{CheckinRoundId, UnitId};

/// `/respond`, with or without a unit's name or code.
pub(in crate::core) async fn respond(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Unit(UnitAction::Result(unit));
    officers::open(ctx, caller, words, button, screen).await
}

pub(in crate::core) async fn result(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let screen = screen(ctx, caller, &unit).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// What the unit said, as its members will read it, and the way to answer.
async fn screen(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let named = |key: &str| [("unit", Value::from(key))];
    let Some((round, set)) = newest(ctx).await? else {
        return Ok(Screen::words(ctx.html(language, "respond-none", &[])));
    };
    let answers = match told(ctx, unit.id, &round, set).await? {
        Ok(answers) => answers,
        Err(NotDisclosed::Within(above)) => {
            let text = ctx.html(language, "respond-within", &named(&above));
            return Ok(Screen::words(text));
        }
        Err(NotDisclosed::TooFew) => {
            let text = ctx.html(language, "respond-too-few", &named(&unit.name));
            return Ok(Screen::words(text));
        }
    };
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Report).await?;
    let text = said(ctx, unit, &round, set, &answers);
    let standing = store::broadcasts::answer_to(ctx.tx, unit.id, round.id).await?;
    if let Some(number) = standing {
        let args = [("number", number.0.into())];
        let done = ctx.html(language, "respond-done", &args);
        return Ok(Screen::words(format!("{text}\n\n{done}")));
    }
    let how = ctx.html(language, "respond-how", &[]);
    let write = Button::Unit(UnitAction::Respond(round.id, unit.id));
    Ok(Screen {
        text: format!("{text}\n\n{how}"),
        keyboard: vec![vec![ctx.key(language, "button-respond", write)]],
    })
}

pub(in crate::core) async fn write(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CheckinRoundId,
    unit: UnitId,
) -> Result {
    let language = caller.language;
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    if reflection::waiting(ctx, unit.id).await? != Some(id) {
        return ctx.alert(tap, language, "toast-respond-over").await;
    }
    let before = store::broadcasts::draft_of(ctx.tx, caller.user).await?;
    let id = match before {
        Some(draft) if draft.unit == unit.id && draft.answers == Some(id) => draft.id,
        Some(_) => {
            return ctx
                .alert(tap, language, "toast-broadcast-draft-first")
                .await;
        }
        None => store::broadcasts::begin_answer(ctx.tx, unit.id, caller.user, id).await?,
    };
    ctx.ack(tap).await?;
    draft::ask_for_text(ctx, caller, id).await
}

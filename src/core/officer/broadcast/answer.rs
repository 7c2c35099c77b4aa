//! `/respond`: a unit's line on what it will do, sent to its members together with what they said in a check-in.
//!
//! Knows when there is something to answer. It goes like any broadcast. Must not know what the message is made of.

use super::draft;
use super::response::{newest, said, told};
use crate::core::access::officers;
use crate::core::disclosure::reflection::{self, Untold};
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Desk};
use crate::outgoing::Purpose;
use crate::store::audit::Deed;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{CheckinRoundId, UnitId};

/// `/respond`, with or without a unit's name or code.
pub(in crate::core) async fn respond(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
) -> Result<(), Fault> {
    let button = |unit| Button::Desk(Desk::Result(unit));
    officers::open(turn, visitor, words, button, screen).await
}

/// The same from a button.
pub(in crate::core) async fn result(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let screen = screen(turn, visitor, &unit).await?;
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// What the unit said, as its members will read it, and the way to answer.
async fn screen(turn: &mut Turn<'_>, visitor: &Visitor, unit: &Unit) -> Result<Screen, Fault> {
    let language = visitor.language;
    let named = |key: &str| [("unit", Value::from(key))];
    let Some((round, set)) = newest(turn).await? else {
        return Ok(Screen::words(turn.html(language, "respond-none", &[])));
    };
    let answers = match told(turn, unit.id, &round, set).await? {
        Ok(answers) => answers,
        Err(Untold::Within(above)) => {
            let text = turn.html(language, "respond-within", &named(&above));
            return Ok(Screen::words(text));
        }
        Err(Untold::TooFew) => {
            let text = turn.html(language, "respond-too-few", &named(&unit.name));
            return Ok(Screen::words(text));
        }
    };
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Report).await?;
    let text = said(turn, unit, &round, set, &answers);
    let standing = store::broadcasts::answer_to(turn.tx, unit.id, round.id).await?;
    if let Some(number) = standing {
        let args = [("number", number.0.into())];
        let done = turn.html(language, "respond-done", &args);
        return Ok(Screen::words(format!("{text}\n\n{done}")));
    }
    let how = turn.html(language, "respond-how", &[]);
    let write = Button::Desk(Desk::Respond(round.id, unit.id));
    Ok(Screen {
        text: format!("{text}\n\n{how}"),
        keyboard: vec![vec![turn.key(language, "button-respond", write)]],
    })
}

/// The officer wants to write the line.
pub(in crate::core) async fn write(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CheckinRoundId,
    unit: UnitId,
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    if reflection::waiting(turn, unit.id).await? != Some(id) {
        return turn.alert(tap, language, "toast-respond-over").await;
    }
    let before = store::broadcasts::draft_of(turn.tx, visitor.user).await?;
    let id = match before {
        Some(draft) if draft.unit == unit.id && draft.answers == Some(id) => draft.id,
        Some(_) => {
            return turn
                .alert(tap, language, "toast-broadcast-draft-first")
                .await;
        }
        None => store::broadcasts::begin_answer(turn.tx, unit.id, visitor.user, id).await?,
    };
    turn.hush(tap).await?;
    draft::ask_for_text(turn, visitor, id).await
}

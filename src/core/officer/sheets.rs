//! A sheet that an officer has sent: what it would change is shown first, and it is taken whole or not at all.
//!
//! Knows what becomes of the file. Must not know what is in it.

use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::Button;
use crate::store::unit_files::UnitFile;
use crate::store::{self, Result};
use crate::table::Faults;
use crate::types::{Language, UnitFileId};

/// Cells that are told of those in which a name stands.
const CELLS_MAX: usize = 10;

/// What a sheet comes to.
pub(super) enum Judged {
    /// It cannot be taken: the text around what is wrong.
    Wrong(&'static str, Faults),
    /// It would change nothing: what says so, as HTML.
    Same(String),
    /// It would change something.
    Changes(Changes),
}

/// What a sheet would change.
pub(super) struct Changes {
    /// In words, as HTML.
    pub(super) text: String,
    /// What was read of it, as JSON.
    pub(super) rows: String,
    /// Confirming it takes over these changes and no others.
    pub(super) digest: String,
}

/// Whoever sent it.
pub(super) fn sender(file: &UnitFile) -> Caller {
    Caller {
        user: file.user_id,
        language: file.language,
        member: None,
    }
}

/// The text around the cells in which somebody is named; nothing if in none.
pub(super) fn cells(
    ctx: &Ctx<'_>,
    language: Language,
    cells: &[String],
    key: &str,
) -> Option<String> {
    let shown: Vec<&str> = cells.iter().take(CELLS_MAX).map(String::as_str).collect();
    let args = [("cells", shown.join(", ").into())];
    (!cells.is_empty()).then(|| ctx.html(language, key, &args))
}

/// The screen for who sent it; a sheet that changes nothing or cannot be taken is deleted.
pub(super) async fn shown(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    judged: Judged,
    [take, leave]: [Button; 2],
) -> Result<Screen> {
    let language = file.language;
    let text = match judged {
        Judged::Wrong(around, faults) => {
            let lines = faults.told(&ctx.core.texts, language);
            ctx.html(language, around, &[("lines", lines.into())])
        }
        Judged::Same(text) => text,
        Judged::Changes(changes) => {
            store::unit_files::judge(ctx.tx, file.id, &changes.rows, &changes.digest).await?;
            return Ok(Screen {
                text: changes.text,
                keyboard: vec![vec![
                    ctx.key(language, "button-units-import", take),
                    ctx.key(language, "button-units-drop", leave),
                ]],
            });
        }
    };
    store::unit_files::forget(ctx.tx, file.user_id).await?;
    Ok(Screen::words(text))
}

/// The file, if it is this person's.
pub(super) async fn own(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    id: UnitFileId,
) -> Result<Option<UnitFile>> {
    let file = store::unit_files::by_id(ctx.tx, id).await?;
    Ok(file.filter(|file| file.user_id == caller.user))
}

/// Its sender does not want it taken.
pub(super) async fn leave(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, id: UnitFileId) -> Result {
    let language = caller.language;
    if own(ctx, caller, id).await?.is_none() {
        return ctx.no_button(tap, language).await;
    }
    store::unit_files::forget(ctx.tx, caller.user).await?;
    ctx.ack(tap).await?;
    let screen = Screen::words(ctx.html(language, "collect-sheet-left", &[]));
    ctx.redraw(caller.user, tap, screen).await
}

//! A register as files: the spreadsheet, and the list for the council.
//!
//! Knows what its reader may see of it. Must not know formats.

use super::{parent, told, words_of};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Tap, upload};
use crate::event::ConsentPart;
use crate::outgoing::Purpose;
use crate::report::WriteError;
use crate::report::document::{certificate, initiative};
use crate::report::register::{self, Register};
use crate::store::audit::AuditAction;
use crate::store::register::{Entry, EntryState};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::Language;

/// Rows of a file: more than any unit enters while they are kept.
const ROWS_MAX: u32 = 500;
/// Official papers are in Vietnamese, whatever the officer reads.
const PAPER: Language = Language::Vi;

/// The register as a spreadsheet: all of it for the unit's own officers, what is recognised for those above.
pub(super) async fn sheet(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, unit: &Unit) -> Result {
    let register = of(ctx, caller, unit, |_| true).await?;
    let bytes = register::xlsx(&register, &ctx.core.texts, PAPER);
    let names = ("file-register-file", "xlsx", "register-file");
    send(ctx, caller, tap, (unit, names), bytes).await
}

/// The list for the council: what was handed in and is not decided.
pub(super) async fn roll(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, unit: &Unit) -> Result {
    let waits = |entry: &Entry| entry.state == EntryState::Lodged;
    let register = of(ctx, caller, unit, waits).await?;
    if register.rows.is_empty() {
        return ctx
            .alert(tap, caller.language, "toast-register-none-lodged")
            .await;
    }
    let bytes = initiative::roll(&register, &ctx.core.texts, PAPER);
    let names = ("file-roll-file", "docx", "register-roll");
    send(ctx, caller, tap, (unit, names), bytes).await
}

/// The certificate of a recognised one, for the head who issues it.
pub(super) async fn certificate(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    entry: &Entry,
) -> Result {
    let answers = told(ctx, std::slice::from_ref(entry)).await?.pop();
    let row = words_of(ctx, entry, answers.flatten().as_ref(), PAPER);
    let bytes = certificate::certificate(&row, &ctx.core.texts, PAPER);
    let names = ("file-certificate-file", "docx", "register-certificate");
    match store::units::by_id(ctx.tx, entry.unit).await? {
        Some(unit) => send(ctx, caller, tap, (&unit, names), bytes).await,
        None => ctx.ack(tap).await,
    }
}

async fn of(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    wanted: impl Fn(&Entry) -> bool,
) -> Result<Register> {
    let own = officers::is_own(ctx, caller.user, unit.id).await?;
    let words = ctx.core.proof(ConsentPart::Author);
    let all = store::register::page(ctx.tx, (unit.id, own), words, (0, ROWS_MAX)).await?;
    let mut entries: Vec<Entry> = all.into_iter().filter(wanted).collect();
    entries.reverse();
    let answers = told(ctx, &entries).await?;
    let rows = entries.iter().zip(&answers);
    let rows = rows.map(|(entry, answers)| words_of(ctx, entry, answers.as_ref(), PAPER));
    let rows = rows.collect();
    Ok(Register {
        unit: unit.name.clone(),
        parent: parent(ctx, unit).await?,
        people: unit.members,
        day: ctx.tx.today(),
        rows,
    })
}

async fn send(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (unit, (name, ending, caption)): (&Unit, (&str, &str, &str)),
    bytes: Result<Vec<u8>, WriteError>,
) -> Result {
    let name = ctx.plain(PAPER, name, &[("unit", unit.name.as_str().into())]);
    let file = upload(&format!("{name}.{ending}"), bytes)?;
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Export).await?;
    ctx.ack(tap).await?;
    let caption = ctx.html(caller.language, caption, &[]);
    let purpose = Purpose::Register(unit.id);
    ctx.send_file(caller.user, file, caption, purpose).await
}

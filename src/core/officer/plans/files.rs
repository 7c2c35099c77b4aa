//! A plan as files: the draft to be signed, the sheet, the page of a month.
//!
//! Knows who gets them. Must not know what they look like.

use super::{Planning, counting, paper as gathered};
use crate::core::ctx::{Caller, Ctx, Tap, upload};
use crate::outgoing::Purpose;
use crate::report::{self, WriteError};
use crate::store::Result;

/// The plan as a document: to be signed, or as it was issued.
pub(super) async fn paper(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    let figures = gathered::figures(ctx, planning, caller.language).await?;
    let bytes = report::document::plan::docx(&figures, &ctx.core.texts, caller.language);
    let caption = match planning.plan.is_draft() {
        true => "plan-file-draft",
        false => "plan-file-issued",
    };
    send(
        ctx,
        caller,
        tap,
        (planning, "file-plan-name", "docx"),
        (bytes, caption),
    )
    .await
}

pub(super) async fn sheet(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    if planning.plan.current {
        counting::refresh(ctx, &planning.plan).await?;
    }
    let figures = gathered::figures(ctx, planning, caller.language).await?;
    let bytes = report::plan_sheet::xlsx(&figures, &ctx.core.texts, caller.language);
    let of = (planning, "file-plan-name", "xlsx");
    send(ctx, caller, tap, of, (bytes, "plan-file-sheet")).await
}

/// What was done last month and is due in this one.
pub(super) async fn month(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    counting::refresh(ctx, &planning.plan).await?;
    let months = gathered::months(ctx, planning, caller.language).await?;
    let bytes = report::document::plan::month(&months, &ctx.core.texts, caller.language);
    let of = (planning, "file-month-name", "docx");
    send(ctx, caller, tap, of, (bytes, "plan-file-month")).await
}

async fn send(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (planning, name, ending): (&Planning, &str, &str),
    (bytes, caption): (Result<Vec<u8>, WriteError>, &str),
) -> Result {
    let language = caller.language;
    let args = [
        ("unit", planning.unit.name.as_str().into()),
        ("year", ctx.plan_year(language, planning.plan.begins).into()),
    ];
    let name = ctx.plain(language, name, &args);
    let file = upload(&format!("{name}.{ending}"), bytes)?;
    ctx.ack(tap).await?;
    let caption = ctx.html(language, caption, &[]);
    ctx.send_file(caller.user, file, caption, Purpose::Plain)
        .await
}

//! A sheet of one's own, such as the deeds a member chooses: ticked, written as a file to print and sign, and forgotten.
//! What is ticked is carried by the buttons alone, so nothing is stored and nobody can count who made one.
//!
//! Knows which forms are sheets. Must not know what the file looks like.

use chrono::{Datelike, TimeDelta};

use crate::campaign::form::{Asks, Form};
use crate::core::ctx::{Ctx, Tap, upload};
use crate::forms::survey::Ticks;
use crate::outgoing::Purpose;
use crate::report::{self, WriteError};
use crate::store::Result;
use crate::store::members::Member;
use crate::types::FormName;

/// A file that could not be sent is dropped after this time.
const HOURS: i64 = 1;

pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (form, step, ticks): (FormName, u8, u64),
) -> Result {
    let Some(form) = sheet(ctx, form) else {
        return ctx.no_button(tap, member.language).await;
    };
    ctx.ack(tap).await?;
    let renderer = ctx.renderer(member.language);
    let screen = renderer.sheet_step(form, step.into(), Ticks(ticks));
    ctx.redraw(member.user, tap, screen).await
}

/// Sends what is ticked as a file.
pub(in crate::core) async fn print(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    form: FormName,
    ticks: u64,
) -> Result {
    let language = member.language;
    let renderer = ctx.renderer(language);
    let found = sheet(ctx, form).map(|form| (form, renderer.sheet_lines(form, Ticks(ticks))));
    let Some((form, deeds)) = found.filter(|(_, deeds)| !deeds.is_empty()) else {
        return ctx.no_button(tap, language).await;
    };
    ctx.ack(tap).await?;
    let unit = ctx.unit_name(member.unit).await?;
    let sheet = report::document::own::Sheet {
        title: form.title.get(language).to_owned(),
        unit,
        year: ctx.tx.today().year(),
        deeds,
    };
    let bytes = report::document::own::sheet(&sheet, &ctx.core.texts, language);
    let name = ctx.plain(language, "file-deeds-name", &[]);
    send(ctx, member, &name, bytes, "sheet-file").await
}

/// Sends a file of a member's own; it waits for no longer than an hour, and no export of their data shows it.
pub(super) async fn send(
    ctx: &mut Ctx<'_>,
    member: &Member,
    name: &str,
    bytes: Result<Vec<u8>, WriteError>,
    caption: &str,
) -> Result {
    let file = upload(&format!("{name}.docx"), bytes)?;
    let caption = ctx.html(member.language, caption, &[]);
    let until = ctx.tx.now() + TimeDelta::hours(HOURS);
    ctx.send_file_until(member.user, (file, caption), Purpose::Private, until)
        .await
}

/// The form, if it is one for oneself.
fn sheet<'c>(ctx: &Ctx<'c>, name: FormName) -> Option<&'c Form> {
    let core = ctx.core;
    let form = core.campaign.survey(name);
    form.filter(|form| form.asks == Asks::Oneself)
}

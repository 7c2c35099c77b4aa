//! What is no longer sent because of a document: the owners are told, each entry once.
//!
//! Knows when they are told. Must not know what makes a document hold: the campaign does.

use chrono::{DateTime, Utc};

use crate::core::ctx::{Ctx, Screen};
use crate::outgoing::{Lane, Purpose};
use crate::store::{self, StoreError};
use crate::text::Value;
use crate::types::{Language, Window};

/// Entries that fit a message and a phone: more are counted.
const LINES_MAX: usize = 15;

/// Tells the owners what has come to be left out, at noon of a working day, at most once a day.
pub(in crate::core) async fn tell(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    let (now, today, cadence) = (ctx.tx.now(), ctx.tx.today(), &ctx.core.rules.cadence);
    let (from, until) = cadence.window(Window::Noon, today);
    if !cadence.is_working_day(today) || now < from || until <= now {
        return Ok(());
    }
    let campaign = &ctx.core.campaign;
    let left_out = campaign.not_sent(today);
    if left_out.is_empty() || store::lapse_notices::sent_today(ctx.tx).await? {
        return Ok(());
    }
    let mut lines = Vec::new();
    for (entry, document) in left_out {
        if store::lapse_notices::note(ctx.tx, entry, &document.id).await? {
            lines.push(format!("{entry}: {}", document.cite));
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    let owners: Vec<_> = ctx.core.rules.owners.iter().copied().collect();
    for owner in owners {
        let member = store::members::by_user(ctx.tx, owner).await?;
        let language = member.map_or(Language::Vi, |member| member.language);
        let screen = Screen::words(written(ctx, language, &lines));
        ctx.send_until(owner, screen, Purpose::Plain, Lane::Notice, until)
            .await?;
    }
    Ok(())
}

/// When to look again: at noon, unless nothing is left out.
pub(in crate::core) fn next(ctx: &Ctx<'_>) -> Option<DateTime<Utc>> {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    let (noon, _) = ctx.core.rules.cadence.window(Window::Noon, today);
    let waiting = now < noon && !ctx.core.campaign.not_sent(today).is_empty();
    waiting.then_some(noon)
}

fn written(ctx: &Ctx<'_>, language: Language, lines: &[String]) -> String {
    let mut shown: Vec<String> = lines.iter().take(LINES_MAX).cloned().collect();
    if lines.len() > LINES_MAX {
        shown.push("…".into());
    }
    let args = [
        (
            "count",
            i64::try_from(lines.len()).unwrap_or(i64::MAX).into(),
        ),
        ("lines", Value::from(shown.join("\n"))),
    ];
    ctx.html(language, "lapsed", &args)
}

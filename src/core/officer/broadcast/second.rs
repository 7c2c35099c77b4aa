//! The second officer a broadcast needs: whether it does, that there is none, and who is waited for, by office and unit, never
//! by name.
//!
//! Knows how that reads. Must not know who may.

use crate::core::access::officers::{self, Seconds};
use crate::core::ctx::Ctx;
use crate::store::Result;
use crate::store::broadcasts::Broadcast;
use crate::store::recipients::Audience;
use crate::types::Language;

/// The line of the card.
pub(super) async fn waiting(
    ctx: &mut Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Result<String> {
    let until = broadcast.expires_at.filter(|_| broadcast.urgent);
    let waits = match until {
        Some(until) => {
            let time = ctx.dated(language, until);
            ctx.html(language, "phase-urgent-waiting", &[("time", time.into())])
        }
        None => ctx.html(language, "phase-waiting", &[]),
    };
    let seconds = officers::seconds(ctx, broadcast.officer, broadcast.unit).await?;
    Ok(format!("{waits}\n{}", who(ctx, language, &seconds)))
}

fn who(ctx: &Ctx<'_>, language: Language, seconds: &Seconds) -> String {
    let Some((unit, titles)) = &seconds.of else {
        return ctx.html(language, "second-owner", &[]);
    };
    let titles: Vec<String> = titles
        .iter()
        .map(|title| ctx.plain(language, &format!("title-{}", title.code()), &[]))
        .collect();
    let args = [
        ("unit", unit.name.as_str().into()),
        ("titles", titles.join(", ").into()),
    ];
    ctx.html(language, "second-officers", &args)
}

/// Whether somebody else must agree to it.
pub(super) fn is_needed(ctx: &Ctx<'_>, draft: &Broadcast, to: &Audience) -> bool {
    draft.urgent || to.people() > ctx.core.sending.second_above
}

/// Why nobody could agree to it, where somebody must: the draft says so before it is confirmed.
pub(super) async fn refusal(
    ctx: &mut Ctx<'_>,
    draft: &Broadcast,
    to: &Audience,
) -> Result<Option<&'static str>> {
    if !is_needed(ctx, draft, to) {
        return Ok(None);
    }
    let seconds = officers::seconds(ctx, draft.officer, draft.unit).await?;
    Ok(match draft.urgent {
        _ if !seconds.users.is_empty() => None,
        true => Some("toast-urgent-no-second"),
        false => Some("toast-broadcast-no-second"),
    })
}

//! What the owners should know of backups: that the last one failed, or that the last good one is old.
//!
//! Knows when something is wrong. Must not know how a backup is made, nor when they hear of it.

use chrono::{DateTime, Utc};

use crate::core::ctx::Ctx;
use crate::schedule;
use crate::store::backups::Trouble;
use crate::store::{self, Result};
use crate::types::Language;

/// Something of backups that needs a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum Finding {
    /// The newest one failed.
    Failed(DateTime<Utc>, Trouble),
    /// The newest good one is so many days old.
    Old(i64),
    /// There is none.
    None,
}

/// What is wrong now; nothing where no backups were asked for.
pub(in crate::core) async fn findings(ctx: &mut Ctx<'_>) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    if !ctx.core.daily_backups {
        return Ok(found);
    }
    let now = ctx.tx.now();
    let last = store::backups::last(ctx.tx).await?;
    if let Some((at, trouble)) = last.trouble {
        found.push(Finding::Failed(at, trouble));
    }
    match last.good {
        Some((at, _)) if last.is_old(now) => found.push(Finding::Old((now - at).num_days())),
        // Before the first one there is nothing to compare with.
        None if last.trouble.is_some() => found.push(Finding::None),
        _ => {}
    }
    Ok(found)
}

/// A finding as a line.
pub(in crate::core) fn line(ctx: &Ctx<'_>, language: Language, finding: Finding) -> String {
    match finding {
        Finding::Failed(at, trouble) => {
            let why = match trouble {
                Trouble::Full => "backup-trouble-full",
                Trouble::Folder => "backup-trouble-folder",
                Trouble::Damaged => "backup-trouble-damaged",
                Trouble::Audit => "backup-trouble-audit",
                Trouble::Other => "backup-trouble-other",
            };
            let day = schedule::local(at).format("%d/%m/%Y %H:%M");
            let args = [
                ("at", day.to_string().into()),
                ("why", ctx.plain(language, why, &[]).into()),
            ];
            ctx.html(language, "backup-failed", &args)
        }
        Finding::Old(days) => ctx.html(language, "backup-old", &[("days", days.into())]),
        Finding::None => ctx.html(language, "backup-none", &[]),
    }
}

//! The commands that copy the database and put a copy back.
//!
//! Knows how each is told to who sits at the terminal. Must not know how a copy is made.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use chrono::{DateTime, NaiveDate, Utc};
use nhip::backup::{self, Copy, Made, Order, Recipient, Restored, Target};
use nhip::cli::{Backup, Given, Restore};
use nhip::clock::Clock;
use nhip::place::Place;
use nhip::schedule::local;
use nhip::store::audit::Verdict;
use nhip::told;

use super::{print, say};

/// `nhip backup`: exit code 1 also if it was made, and the audit in it does not hold together.
pub async fn back_up(given: &Given, place: &Place, options: &Backup) -> anyhow::Result<ExitCode> {
    say(&place.database_line());
    let config = &place.config;
    let own = match &options.recipient {
        Some(key) => Some(given.blamed("recipient", key.parse().map_err(anyhow::Error::msg))?),
        None => None,
    };
    let recipient: Option<&Recipient> = own.as_ref().or(config.backup.recipient.as_ref());
    let keep = options.keep.map(usize::from);
    let target = match (&options.target, config.backup.place()) {
        (Some(target), _) => Target::named(target, keep)?,
        (None, Some((folder, count))) => {
            Target::Folder(folder.to_owned(), Some(keep.unwrap_or(count)))
        }
        (None, None) => bail!(told!("backup-nowhere")),
    };
    let now = Clock::real().now();
    let made = backup::take(&place.database, target, recipient, now).await?;
    print(&told(&made, recipient.is_some()));
    match made.broken_audit() {
        None => Ok(ExitCode::SUCCESS),
        Some(line) => {
            let what = told!("backup-broken", line = line);
            say(&told!("failed", what = what));
            Ok(ExitCode::FAILURE)
        }
    }
}

fn told(made: &Made, encrypted: bool) -> String {
    let (path, size) = (made.path.display(), size(made.bytes));
    let mut lines = vec![match encrypted {
        true => told!(
            "backup-written-sealed",
            path = path,
            size = size,
            schema = made.schema
        ),
        false => told!(
            "backup-written",
            path = path,
            size = size,
            schema = made.schema
        ),
    }];
    let audit = match &made.audit {
        Some(verdict) => audit(verdict),
        None => told!("backup-audit-later"),
    };
    lines.push(told!("backup-checked", audit = audit));
    lines.push(told!(
        "backup-left-out",
        answers = made.left_out.answers,
        waiting = made.left_out.waiting
    ));
    let removed = made.removed.iter();
    lines.extend(removed.map(|path| told!("backup-removed", path = path.display())));
    lines.join("\n")
}

/// `nhip restore`
pub async fn restore(given: &Given, place: &Place, options: &Restore) -> anyhow::Result<ExitCode> {
    say(&place.database_line());
    let order = Order {
        file: &options.file,
        database: &place.database,
        identity: options.identity.as_deref(),
        force: options.force,
    };
    let now = Clock::real().now();
    if options.check {
        let copy = given.blamed("database", backup::check(order, now).await)?;
        print(&found(&copy, now));
        return Ok(match copy.audit {
            Verdict::Sound { .. } => {
                print(&told!("restore-possible"));
                ExitCode::SUCCESS
            }
            Verdict::Broken(_) => ExitCode::FAILURE,
        });
    }
    let restored = given.blamed("database", backup::restore(order, now).await)?;
    print(&done(&restored, &place.database, now));
    Ok(ExitCode::SUCCESS)
}

fn found(copy: &Copy, now: DateTime<Utc>) -> String {
    let day = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
    let (size, schema) = (size(copy.bytes), copy.schema);
    let mut lines = vec![match (copy.copied_at, copy.last_day) {
        (Some(at), _) => told!(
            "restore-made",
            at = local(at).format("%d/%m/%Y %H:%M:%S"),
            length = span(now - at),
            size = size,
            schema = schema
        ),
        (None, Some(last)) => told!(
            "restore-last-day",
            day = day(last),
            size = size,
            schema = schema
        ),
        (None, None) => told!("restore-unsaid", size = size, schema = schema),
    }];
    lines.push(audit(&copy.audit));
    let rows = copy.counts.iter().filter(|(_, count)| *count > 0);
    lines.extend(rows.map(|(table, count)| format!("{count:>10}  {table}")));
    lines.join("\n")
}

fn audit(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Sound { lines: 0, .. } => told!("backup-audit-empty"),
        Verdict::Sound { lines, head } => told!(
            "backup-audit-sound",
            lines = lines,
            line = head.id,
            code = head.hash
        ),
        Verdict::Broken(line) => told!("backup-audit-broken", line = line),
    }
}

fn done(restored: &Restored, database: &Path, now: DateTime<Utc>) -> String {
    let restore = &restored.restore;
    let mut lines = vec![
        found(&restored.copy, now),
        told!("restore-done", path = database.display()),
    ];
    if let Some(aside) = &restored.aside {
        lines.push(told!("restore-kept", path = aside.display()));
    }
    if !restored.asked {
        lines.push(told!("restore-not-asked"));
    }
    lines.push(told!("restore-deleted", count = restore.deleted));
    lines.push(told!(
        "restore-lost",
        lost = restore.lost,
        doubt = restore.in_doubt
    ));
    lines.push(told!("restore-next"));
    lines.join("\n")
}

/// Before the schema changes.
pub async fn before_upgrade(place: &Place) -> anyhow::Result<()> {
    let settings = &place.config.backup;
    let (folder, recipient) = (settings.place(), settings.recipient.as_ref());
    let now = Clock::real().now();
    let made = backup::before_upgrade(&place.database, folder, recipient, now).await?;
    if let Some(made) = made {
        tracing::info!(
            file = %made.path.display(),
            schema = made.schema,
            "backup made, for this version changes the schema"
        );
    }
    Ok(())
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

fn span(time: chrono::TimeDelta) -> String {
    match (time.num_days(), time.num_hours(), time.num_minutes()) {
        (0, 0, minutes) => told!("length-of-minutes", minutes = minutes),
        (0, hours, _) => told!("length-of-hours", hours = hours),
        (days, ..) => told!("length-of-days", days = days),
    }
}

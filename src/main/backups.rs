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
        (None, None) => bail!(
            "say where the backup is to go: a folder that is there, or a file to be made. Without one it goes where [backup] in the settings says, and it says nothing there"
        ),
    };
    let now = Clock::real().now();
    let made = backup::take(&place.database, target, recipient, now).await?;
    print(&told(&made, recipient.is_some()));
    match made.broken_audit() {
        None => Ok(ExitCode::SUCCESS),
        Some(line) => {
            say(&format!(
                "nhip: the backup is there, but the audit in it is broken at line {line}: it was changed, or lines before it are missing"
            ));
            Ok(ExitCode::FAILURE)
        }
    }
}

fn told(made: &Made, encrypted: bool) -> String {
    let mut lines = vec![format!(
        "written: {} ({}{}, schema {})",
        made.path.display(),
        size(made.bytes),
        if encrypted { ", encrypted" } else { "" },
        made.schema
    )];
    let audit = match &made.audit {
        Some(verdict) => audit(verdict),
        None => "its audit is checked by 'nhip restore --check'".into(),
    };
    lines.push(format!("checked: every page, every reference; {audit}"));
    lines.push(format!(
        "left out: answers of an open check-in: {}; messages that wait, with any journal's key: {}",
        made.left_out.answers, made.left_out.waiting
    ));
    let removed = made.removed.iter();
    lines.extend(removed.map(|path| format!("removed: {}", path.display())));
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
                print("it can be restored; nothing was changed");
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
    let age = match (copy.copied_at, copy.last_day) {
        (Some(at), _) => format!(
            "made at {}, {} ago",
            local(at).format("%d/%m/%Y %H:%M:%S"),
            span(now - at)
        ),
        (None, Some(last)) => format!(
            "does not say when it was made; in it, the last day is {}",
            day(last)
        ),
        (None, None) => "does not say when it was made".into(),
    };
    let mut lines = vec![format!(
        "{age}; {}, schema {}",
        size(copy.bytes),
        copy.schema
    )];
    lines.push(audit(&copy.audit));
    let rows = copy.counts.iter().filter(|(_, count)| *count > 0);
    lines.extend(rows.map(|(table, count)| format!("{count:>10}  {table}")));
    lines.join("\n")
}

fn audit(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Sound { lines: 0, .. } => "the audit has no lines yet".into(),
        Verdict::Sound { lines, head } => format!(
            "the audit holds together: lines {lines}, the last is {}:{}",
            head.id, head.hash
        ),
        Verdict::Broken(line) => format!("the audit is broken at line {line}"),
    }
}

fn done(restored: &Restored, database: &Path, now: DateTime<Utc>) -> String {
    let restore = &restored.restore;
    let mut lines = vec![
        found(&restored.copy, now),
        format!("restored: {}", database.display()),
    ];
    if let Some(aside) = &restored.aside {
        lines.push(format!(
            "kept: the database that was there is {}. It holds what members deleted since: delete it with its -wal once it is not needed",
            aside.display()
        ));
    }
    if !restored.asked {
        lines.push("not read: the database that was there is damaged. Who has left since is known from the lists alone; taps of the last moments may be answered once more".into());
    }
    lines.push(format!(
        "deleted again, for they had left or withdrawn since: {}",
        restore.deleted
    ));
    lines.push(format!(
        "lost, and not sent again: messages {}; recipients of broadcasts in doubt {}",
        restore.lost, restore.in_doubt
    ));
    lines.push("next: start the bot. The owners are told; everything but replies waits until one of them sends /resumeall (/guitrolai)".into());
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
        (0, 0, minutes) => format!("{minutes} minutes"),
        (0, hours, _) => format!("{hours} hours"),
        (days, ..) => format!("{days} days"),
    }
}

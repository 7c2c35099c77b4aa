//! `nhip doctor`: what is wrong before the first member joins, and what to do about it.
//!
//! Knows each check and its next step. Must not know how anything is mended; it changes nothing.

#[path = "doctor/files.rs"]
mod files;
#[path = "doctor/findings.rs"]
mod findings;
#[path = "doctor/messenger.rs"]
mod messenger;

use std::process::ExitCode;

use nhip::cli::{Given, Messenger};
use nhip::clock::Clock;
use nhip::db::Tx;
use nhip::place::Place;
use nhip::store::backups::Backups;
use nhip::store::headcount::{self, Headcount};
use nhip::told;
use nhip::types::ChatId;
use nhip::{config, schedule, store};

use self::findings::Findings;
use super::{content, failure, print, seen};

/// 1 November 2026: a clock that shows an earlier moment is wrong.
const WRITTEN: i64 = 1_793_491_200;

/// A group, with the code of its unit.
type LinkedGroup = (ChatId, String);

/// Looks at everything, and fails if anything must be mended.
///
/// # Errors
/// Standard output is closed.
pub async fn examine(
    options: &Messenger,
    place: &Place,
    given: &Given,
) -> anyhow::Result<ExitCode> {
    let mut found = Findings::default();
    found.fine(format!("nhip {}", nhip::version::version()));
    found.fine(place.settings_line());
    texts(&mut found, place, given);
    files::look(&mut found, place);
    clock(&mut found);
    let groups = database(&mut found, place, given).await;
    owners(&mut found, options, given);
    messenger::ask(&mut found, (options, place, given), &groups).await;
    print(&found.to_string());
    Ok(if found.anything_wrong() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn texts(found: &mut Findings, place: &Place, given: &Given) {
    if let Err(why) = content::words(given, place) {
        let cause = failure::told(&why);
        found.wrong(told!("doctor-texts-unusable", cause = cause));
        return;
    }
    let faults = content::findings(place.messages.as_deref()).faults;
    let (calendar, other): (Vec<_>, Vec<_>) = faults
        .into_iter()
        .partition(|fault| fault.file.ends_with("calendar.yaml"));
    match other.first() {
        None => found.fine(place.messages_line()),
        Some(first) => found.wrong(told!(
            "doctor-texts-faulty",
            texts = place.messages_line(),
            count = other.len(),
            first = first
        )),
    }
    match calendar.first() {
        None => found.fine(told!("doctor-calendar")),
        Some(fault) => found.doubtful(told!("doctor-calendar-short", fault = fault)),
    }
}

fn clock(found: &mut Findings) {
    let now = Clock::real().now();
    let shown = schedule::local(now).format("%d/%m/%Y %H:%M");
    if now.timestamp() < WRITTEN {
        found.wrong(told!("doctor-clock-wrong", shown = shown));
    } else {
        found.fine(told!("doctor-clock", shown = shown));
    }
}

/// The groups to be asked about.
async fn database(found: &mut Findings, place: &Place, given: &Given) -> Vec<LinkedGroup> {
    let line = place.database_line();
    if !place.database.exists() {
        found.wrong(told!("doctor-no-database", database = line));
        return Vec::new();
    }
    let read = seen(given, place, async |tx: &mut Tx| {
        Ok((
            headcount::count(tx).await?,
            store::groups::all(tx).await?,
            store::backups::last(tx).await?,
        ))
    });
    match read.await {
        Ok((count, groups, last)) => {
            found.fine(line);
            units(found, count);
            backups(found, place, &last);
            groups
        }
        Err(why) => {
            let cause = failure::told(&why);
            found.wrong(told!("doctor-database-unusable", cause = cause));
            Vec::new()
        }
    }
}

fn backups(found: &mut Findings, place: &Place, last: &Backups) {
    let now = Clock::real().now();
    let Some((folder, _)) = place.config.backup.place() else {
        found.doubtful(told!("doctor-no-backups"));
        return;
    };
    let shown = folder.display();
    if !folder.is_dir() {
        found.wrong(told!("doctor-no-backup-folder", path = shown));
        return;
    }
    match last.good {
        Some((at, _)) if !last.is_old(now) => {
            let at = schedule::local(at).format("%d/%m/%Y %H:%M");
            found.fine(told!("doctor-backup", at = at, path = shown));
        }
        Some((at, _)) => {
            found.doubtful(told!("doctor-backup-old", days = (now - at).num_days()));
        }
        None => found.doubtful(told!("doctor-backup-none", path = shown)),
    }
}

fn units(found: &mut Findings, count: Headcount) {
    let Headcount {
        units,
        members,
        officers,
        groups,
    } = count;
    if units == 0 {
        found.wrong(told!("doctor-no-units"));
    } else {
        found.fine(told!(
            "status-people",
            units = units,
            members = members,
            officers = officers,
            groups = groups
        ));
    }
}

fn owners(found: &mut Findings, options: &Messenger, given: &Given) {
    let read = config::owners(&options.owners).map_err(anyhow::Error::msg);
    match given.blamed("owners", read).map(|owners| owners.len()) {
        Err(why) => found.wrong(told!("doctor-owners-wrong", cause = failure::told(&why))),
        Ok(0) => found.wrong(told!("doctor-no-owners")),
        Ok(1) => found.doubtful(told!("doctor-one-owner")),
        Ok(several) => found.fine(told!("doctor-owners", count = several)),
    }
}

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
use nhip::types::ChatId;
use nhip::{config, schedule, store};

use self::findings::Findings;
use super::{content, print, seen};

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
        found.wrong(
            format!("{why:#}"),
            "mend the lines that it names; 'nhip check' finds every fault at once",
        );
        return;
    }
    let faults = content::findings(place.messages.as_deref()).faults;
    let (calendar, other): (Vec<_>, Vec<_>) = faults
        .into_iter()
        .partition(|fault| fault.file.ends_with("calendar.yaml"));
    match other.first() {
        None => found.fine(place.messages_line()),
        Some(first) => found.wrong(
            format!(
                "{}: faults: {}, the first: {first}",
                place.messages_line(),
                other.len()
            ),
            "mend them; 'nhip check' shows all of them",
        ),
    }
    match calendar.first() {
        None => found.fine("the calendar of holidays reaches a year ahead".to_owned()),
        Some(fault) => found.doubtful(
            fault.to_string(),
            "without the coming year's holidays people are written to on them",
        ),
    }
}

fn clock(found: &mut Findings) {
    let now = Clock::real().now();
    let shown = schedule::local(now).format("%d/%m/%Y %H:%M");
    if now.timestamp() < WRITTEN {
        found.wrong(
            format!("the clock says {shown}, which was before this program was written"),
            "set it, and let it be kept right: timedatectl set-ntp true",
        );
    } else {
        found.fine(format!(
            "the campaign goes by Vietnamese time, whatever this machine's zone: now {shown}"
        ));
    }
}

/// The groups to be asked about.
async fn database(found: &mut Findings, place: &Place, given: &Given) -> Vec<LinkedGroup> {
    let line = place.database_line();
    if !place.database.exists() {
        found.wrong(
            format!("{line}: there is none"),
            "bring the units in: nhip units import units.csv --yes, as the user that the service runs as",
        );
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
            found.wrong(
                format!("{why:#}"),
                "use the file that belongs to this version, or another path",
            );
            Vec::new()
        }
    }
}

fn backups(found: &mut Findings, place: &Place, last: &Backups) {
    let now = Clock::real().now();
    let Some((folder, _)) = place.config.backup.place() else {
        found.doubtful(
            "no backup is made by itself".to_owned(),
            "name a folder as [backup] folder in the settings, and see docs/operating.md",
        );
        return;
    };
    let shown = folder.display();
    if !folder.is_dir() {
        found.wrong(
            format!("[backup] folder: there is no folder {shown}"),
            "make it, for the service's user alone: install -d -o nhip -g nhip -m 700",
        );
        return;
    }
    match last.good {
        Some((at, _)) if !last.is_old(now) => {
            let at = schedule::local(at).format("%d/%m/%Y %H:%M");
            found.fine(format!("last backup: {at}, in {shown}"));
        }
        Some((at, _)) => found.doubtful(
            format!("the last good backup is {} days old", (now - at).num_days()),
            "is the bot running? The log says why none was made; 'nhip backup' makes one now",
        ),
        None => found.doubtful(
            format!("no backup has been made yet in {shown}"),
            "the running bot makes the first one within the hour; 'nhip backup' makes one now",
        ),
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
        found.wrong(
            "there are no units, so nobody can join".to_owned(),
            "bring them in: nhip units import units.csv --yes",
        );
    } else {
        found.fine(format!(
            "units: {units}, members: {members}, officers: {officers}, linked groups: {groups}"
        ));
    }
}

fn owners(found: &mut Findings, options: &Messenger, given: &Given) {
    let read = config::owners(&options.owners).map_err(anyhow::Error::msg);
    match given.blamed("owners", read).map(|owners| owners.len()) {
        Err(why) => found.wrong(format!("{why:#}"), "write numbers, separated by commas"),
        Ok(0) => found.wrong(
            "there are no owners, so nobody can appoint officers".to_owned(),
            "set NHIP_OWNERS in the file env to their Telegram numbers; each learns theirs from a bot such as @userinfobot",
        ),
        Ok(1) => found.doubtful(
            "there is one owner: nobody can confirm what they send to many".to_owned(),
            "name a second one in NHIP_OWNERS",
        ),
        Ok(several) => found.fine(format!("owners: {several}")),
    }
}

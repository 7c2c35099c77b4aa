//! `nhip status`: everything that can be said of an installation in numbers.
//!
//! Knows what is told and in which order. Must not know how it is counted. Nothing here is about a person.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta};
use nhip::cli::Given;
use nhip::clock::Clock;
use nhip::db::{Db, Tx};
use nhip::place::Place;
use nhip::schedule::local;
use nhip::store::headcount::{self, Headcount};
use nhip::store::heartbeat::{self, Heartbeat};
use nhip::store::snapshot::{self, Snapshot};
use nhip::store::{Result, rounds};
use nhip::told;
use serde::Serialize;

use super::super::{print, seen};

/// How an installation is. Moments are seconds since 1970.
#[derive(Debug, Clone, Serialize)]
struct Status {
    /// This program.
    program: String,
    /// The settings in use, and who says so; the same of texts and database.
    #[serde(skip)]
    places: [String; 3],
    database: std::path::PathBuf,
    /// The process that has the database, in a few words; none: nothing runs.
    running: Option<String>,
    /// What is wrong with the running bot.
    faults: Vec<String>,
    /// What the bot noted of itself last.
    bot: Option<Heartbeat>,
    /// When all of this was looked at.
    now: i64,
    /// Calls by state.
    outbox: BTreeMap<String, i64>,
    broadcasts: BTreeMap<String, i64>,
    quarantine: i64,
    rounds_open: i64,
    rounds_closed: i64,
    units: i64,
    members: i64,
    officers: i64,
    groups: i64,
    database_bytes: i64,
    /// Free on its disk, when the bot looked last.
    free_bytes: Option<i64>,
    /// When the last good backup was made; none: no record of any.
    last_backup: Option<i64>,
}

/// What is read from the database, at one moment.
type Read = (Option<Heartbeat>, Snapshot, Headcount, (i64, i64));

async fn read(tx: &mut Tx) -> Result<Read> {
    Ok((
        heartbeat::last(tx).await?,
        snapshot::of(tx).await?,
        headcount::count(tx).await?,
        rounds::count(tx).await?,
    ))
}

/// `nhip status`
pub async fn status(place: &Place, given: &Given, json: bool) -> anyhow::Result<()> {
    // Machines read English.
    let told = |faults: &dyn Fn() -> Vec<String>| match json {
        true => told::within("en", faults),
        false => faults(),
    };
    let running = given.blamed("database", Db::holder(&place.database))?;
    let (bot, snapshot, count, (rounds_open, rounds_closed)) = seen(given, place, read).await?;
    let now = Clock::real().now();
    let faults = match running {
        Some(_) => told(&|| nhip::heartbeat::faults(bot.as_ref(), now)),
        None => Vec::new(),
    };
    let status = Status {
        program: nhip::version::version(),
        places: [
            place.settings_line(),
            place.messages_line(),
            place.database_line(),
        ],
        database: std::path::absolute(&place.database)?,
        running,
        faults,
        bot,
        now: now.timestamp(),
        outbox: snapshot.outbox,
        broadcasts: snapshot.broadcasts,
        quarantine: snapshot.quarantine,
        rounds_open,
        rounds_closed,
        units: count.units,
        members: count.members,
        officers: count.officers,
        groups: count.groups,
        database_bytes: snapshot.bytes,
        free_bytes: snapshot.free_bytes,
        last_backup: snapshot.last_backup,
    };
    print(&if json {
        serde_json::to_string_pretty(&status)?
    } else {
        status.lines().join("\n")
    });
    Ok(())
}

impl Status {
    /// All of it, for a person.
    fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("nhip {}", self.program)];
        lines.extend(self.places.iter().cloned());
        lines.push(match &self.running {
            Some(holder) => told!("status-running", holder = holder),
            None => told!("status-idle"),
        });
        let wrong = self.faults.iter();
        lines.extend(wrong.map(|fault| told!("status-wrong", what = fault)));
        lines.extend(self.bot());
        lines.extend([
            told!(
                "status-outbox",
                states = states(&self.outbox),
                oldest = self.oldest()
            ),
            told!("status-quarantine", count = self.quarantine),
            told!("status-broadcasts", states = states(&self.broadcasts)),
            told!(
                "status-rounds",
                open = self.rounds_open,
                closed = self.rounds_closed
            ),
            match self.last_backup {
                Some(at) => told!("status-backup", moment = self.moment(at)),
                None => told!("status-no-backup"),
            },
            told!(
                "status-people",
                units = self.units,
                members = self.members,
                officers = self.officers,
                groups = self.groups
            ),
            told!("status-database", size = self.database_bytes / 1024),
            match self.free_bytes {
                Some(free) => told!("status-free", megabytes = free / 1_000_000),
                None => told!("status-free-unknown"),
            },
        ]);
        lines
    }

    /// What the bot noted of itself: of the process that runs, or of the last one.
    fn bot(&self) -> Vec<String> {
        let Some(bot) = &self.bot else {
            return vec![told!("status-no-bot")];
        };
        let started = shown(bot.started_at);
        let last =
            |at: Option<i64>| at.map_or_else(|| told!("status-none-yet"), |at| self.moment(at));
        let next = bot.next_at;
        let next = next.map_or_else(|| told!("status-nothing-yet"), shown);
        vec![
            told!("status-bot", bot = bot.bot, version = bot.version),
            match self.running {
                Some(_) => {
                    let length = length(self.now - bot.started_at);
                    told!("status-up", moment = started, length = length)
                }
                None => told!("status-started", moment = started),
            },
            told!("status-written", moment = self.moment(bot.beat_at)),
            told!("status-heard", moment = last(bot.heard_at)),
            told!("status-update", moment = last(bot.update_at)),
            told!("status-next", moment = next),
        ]
    }

    fn oldest(&self) -> String {
        let since = self.bot.as_ref().and_then(|bot| bot.oldest_since);
        since.map_or_else(String::new, |since| {
            told!("status-oldest", length = length(self.now - since))
        })
    }

    fn moment(&self, at: i64) -> String {
        told!(
            "status-ago",
            moment = shown(at),
            length = length(self.now - at)
        )
    }
}

/// The states are called as in the database and in the metrics.
fn states(counts: &BTreeMap<String, i64>) -> String {
    if counts.is_empty() {
        return told!("status-none");
    }
    let each: Vec<_> = counts
        .iter()
        .map(|(state, count)| format!("{state} {count}"))
        .collect();
    each.join(", ")
}

/// A moment, in Vietnamese time.
fn shown(at: i64) -> String {
    let moment = DateTime::from_timestamp(at, 0).unwrap_or_default();
    local(moment).format("%d/%m/%Y %H:%M:%S").to_string()
}

/// How long, in the two units that matter.
fn length(seconds: i64) -> String {
    let length = TimeDelta::seconds(seconds.max(0));
    let (days, hours, minutes) = (
        length.num_days(),
        length.num_hours() % 24,
        length.num_minutes() % 60,
    );
    match (days, hours, minutes) {
        (0, 0, 0) => told!("length-seconds", seconds = length.num_seconds()),
        (0, 0, _) => told!("length-minutes", minutes = minutes),
        (0, ..) => told!("length-hours", hours = hours, minutes = minutes),
        _ => told!("length-days", days = days, hours = hours),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_told_in_the_units_that_matter() {
        for (seconds, told) in [
            (-3, "0 s"),
            (59, "59 s"),
            (3599, "59 min"),
            (3660, "1 h 1 min"),
            (90_000, "1 d 1 h"),
        ] {
            assert_eq!(length(seconds), told);
        }
    }
}

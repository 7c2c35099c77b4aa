//! `nhip status`: everything that can be said of an installation in numbers.
//!
//! Knows what is told and in which order. Must not know how it is counted. Nothing here is about a person.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, TimeDelta};
use nhip::cli::Given;
use nhip::clock::Clock;
use nhip::db::{Db, Tx};
use nhip::place::Place;
use nhip::schedule::local;
use nhip::store::headcount::{self, Headcount};
use nhip::store::heartbeat::{self, Heartbeat};
use nhip::store::snapshot::{self, Snapshot};
use nhip::store::{StoreError, rounds};
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
    /// When the last good backup was made; none: no record of any.
    last_backup: Option<i64>,
}

/// What is read from the database, at one moment.
type Read = (Option<Heartbeat>, Snapshot, Headcount, (i64, i64));

async fn read(tx: &mut Tx) -> Result<Read, StoreError> {
    Ok((
        heartbeat::last(tx).await?,
        snapshot::of(tx).await?,
        headcount::count(tx).await?,
        rounds::count(tx).await?,
    ))
}

/// `nhip status`
pub async fn status(place: &Place, given: &Given, json: bool) -> anyhow::Result<()> {
    let running = given.blamed("database", Db::holder(&place.database))?;
    let (bot, snapshot, count, (rounds_open, rounds_closed)) = seen(given, place, read).await?;
    let now = Clock::real().now();
    let faults = match running {
        Some(_) => nhip::heartbeat::faults(bot.as_ref(), now),
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
        last_backup: snapshot.last_backup,
    };
    print(&if json {
        serde_json::to_string_pretty(&status)?
    } else {
        status.to_string().trim_end().to_owned()
    });
    Ok(())
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "nhip {}", self.program)?;
        for place in &self.places {
            writeln!(f, "{place}")?;
        }
        let running = self.running.as_deref().unwrap_or("nothing");
        writeln!(f, "running: {running}")?;
        for fault in &self.faults {
            writeln!(f, "WRONG: {fault}")?;
        }
        self.bot(f)?;
        writeln!(f, "outbox: {}{}", states(&self.outbox), self.oldest())?;
        writeln!(f, "quarantine: {}", self.quarantine)?;
        writeln!(f, "broadcasts: {}", states(&self.broadcasts))?;
        let (open, closed) = (self.rounds_open, self.rounds_closed);
        writeln!(f, "rounds: open {open}, closed {closed}")?;
        let backup = self.last_backup.map(|at| self.moment(at));
        let backup = backup.unwrap_or_else(|| "no record of any".to_owned());
        writeln!(f, "last backup: {backup}")?;
        writeln!(
            f,
            "units: {}, members: {}, officers: {}, linked groups: {}",
            self.units, self.members, self.officers, self.groups
        )?;
        writeln!(f, "database: {} kB", self.database_bytes / 1024)
    }
}

impl Status {
    /// What the bot noted of itself: of the process that runs, or of the last one.
    fn bot(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(bot) = &self.bot else {
            return writeln!(f, "bot: none has run on this database yet");
        };
        writeln!(f, "bot: @{}, nhip {}", bot.bot, bot.version)?;
        let up = match self.running {
            Some(_) => format!(", up {}", length(self.now - bot.started_at)),
            None => String::new(),
        };
        let started = shown(bot.started_at);
        writeln!(f, "started: {started}{up}")?;
        writeln!(f, "last written: {}", self.moment(bot.beat_at))?;
        let last = |at: Option<i64>| at.map_or_else(|| "none yet".to_owned(), |at| self.moment(at));
        writeln!(f, "Telegram last heard: {}", last(bot.heard_at))?;
        writeln!(f, "last update: {}", last(bot.update_at))?;
        let next = bot.next_at.map_or_else(|| "nothing yet".to_owned(), shown);
        writeln!(f, "next due: {next}")
    }

    fn oldest(&self) -> String {
        let since = self.bot.as_ref().and_then(|bot| bot.oldest_since);
        since.map_or_else(String::new, |since| {
            format!(", the oldest has waited for {}", length(self.now - since))
        })
    }

    fn moment(&self, at: i64) -> String {
        format!("{} ({} ago)", shown(at), length(self.now - at))
    }
}

fn states(counts: &BTreeMap<String, i64>) -> String {
    if counts.is_empty() {
        return "none".to_owned();
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
        (0, 0, 0) => format!("{} s", length.num_seconds()),
        (0, 0, _) => format!("{minutes} min"),
        (0, ..) => format!("{hours} h {minutes} min"),
        _ => format!("{days} d {hours} h"),
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

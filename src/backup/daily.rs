//! The loop that makes a backup every day, beside the others: nobody waits for it.
//!
//! Knows when one is due. Must not know how one is made.

use std::path::PathBuf;

use anyhow::anyhow;
use chrono::{DateTime, Days, FixedOffset, NaiveTime, TimeDelta, TimeZone, Utc};
use rand::rngs::StdRng;
use tokio_util::sync::CancellationToken;

use super::folder::{LIST, made_in};
use super::{Made, Recipient, Target, take, trouble};
use crate::clock::Clock;
use crate::db::{Db, Deletions};
use crate::schedule::local;
use crate::store::backups::{self, Backups, Trouble};

/// After a failure it is tried again so much later.
const RETRY: TimeDelta = TimeDelta::hours(1);

/// What `[backup]` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daily {
    /// Where they go.
    pub folder: PathBuf,
    /// From which hour of the day on, by the Vietnamese wall clock.
    pub hour: NaiveTime,
    /// How many stay.
    pub keep: usize,
    /// Whom they are encrypted to.
    pub recipient: Option<Recipient>,
    /// When members are written to: none begins then.
    pub busy: [(NaiveTime, NaiveTime); 2],
}

impl Daily {
    /// When the next one is due, which may be over.
    fn due(&self, now: DateTime<Utc>, last: &Backups) -> DateTime<Utc> {
        let tried = match (last.good, last.trouble) {
            (_, Some((at, trouble))) if trouble != Trouble::Audit => {
                return self.calm((at + RETRY).max(now));
            }
            (Some((at, _)), _) | (_, Some((at, _))) => at,
            (None, None) => return self.calm(now),
        };
        let here = local(tried);
        let today = self.at(here, 0);
        let next = if today > tried {
            today
        } else {
            self.at(here, 1)
        };
        // One that was missed, because the machine was off, is made up for.
        if next <= now { self.calm(now) } else { next }
    }

    /// The hour of so many days later.
    fn at(&self, from: DateTime<FixedOffset>, days: u64) -> DateTime<Utc> {
        let day = from.date_naive() + Days::new(days);
        let at = from.offset().from_local_datetime(&day.and_time(self.hour));
        at.single().unwrap_or(from).to_utc()
    }

    /// That moment, or the end of the busy hours that it lies in.
    fn calm(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let here = local(at);
        let busy = self
            .busy
            .iter()
            .find(|(from, to)| (*from..*to).contains(&here.time()));
        busy.map_or(at, |(_, to)| at + (*to - here.time()))
    }

    /// The list of deletions beside the backups.
    pub(crate) fn deletions(&self) -> Deletions {
        Deletions::at(self.folder.join(LIST))
    }

    /// Makes backups until it is told to stop. A failure is written down and is no reason to end.
    pub(crate) async fn run(
        self,
        (db, clock, mut rng): (Db, Clock, StdRng),
        stop: CancellationToken,
    ) -> anyhow::Result<()> {
        loop {
            let now = clock.now();
            let due = match self.last(&db, now, &mut rng).await {
                Ok(last) => self.due(now, &last),
                // The other loops tell what is wrong with the database.
                Err(_) => now + RETRY,
            };
            if due > now {
                tokio::select! {
                    () = clock.sleep_until(due) => continue,
                    () = stop.cancelled() => return Ok(()),
                }
            }
            tokio::select! {
                () = self.make(&db, &clock, &mut rng) => {}
                () = stop.cancelled() => return Ok(()),
            }
        }
    }

    /// How the last ones went, one that somebody has made by hand included.
    async fn last(&self, db: &Db, now: DateTime<Utc>, rng: &mut StdRng) -> anyhow::Result<Backups> {
        let mut tx = db.begin(now, rng).await?;
        let last = backups::last(&mut tx).await?;
        let newest = made_in(&self.folder).pop();
        let by_hand = newest.and_then(|(at, path)| {
            let offset = *local(now).offset();
            let at = offset.from_local_datetime(&at).single()?.to_utc();
            let bytes = i64::try_from(std::fs::metadata(path).ok()?.len()).ok()?;
            let known = last.good.is_some_and(|(known, _)| known >= at);
            (!known && at <= now && bytes > 0).then_some((at, bytes))
        });
        let Some((at, bytes)) = by_hand else {
            return Ok(last);
        };
        backups::note(&mut tx, at, Some(bytes), None).await?;
        let last = backups::last(&mut tx).await?;
        tx.commit().await?;
        Ok(last)
    }

    async fn make(&self, db: &Db, clock: &Clock, rng: &mut StdRng) {
        let at = clock.now();
        let target = Target::Folder(self.folder.clone(), Some(self.keep));
        let made = take(&db.path(), target, self.recipient.as_ref(), at).await;
        let noted = match made {
            Ok(made) => made_well(&made),
            Err(error) => {
                tracing::error!("no backup was made: {error:#}");
                (None, Some(trouble(&error)))
            }
        };
        let recorded = async {
            let mut tx = db.begin(clock.now(), rng).await?;
            backups::note(&mut tx, at, noted.0, noted.1).await?;
            tx.commit().await?;
            anyhow::Ok(())
        };
        if let Err(error) = recorded.await {
            tracing::error!("how the backup went cannot be written down: {error:#}");
        }
    }
}

fn made_well(made: &Made) -> (Option<i64>, Option<Trouble>) {
    let bytes = i64::try_from(made.bytes).ok();
    match made.broken_audit() {
        Some(line) => {
            let error = anyhow!("the audit does not hold together at line {line}");
            tracing::error!("a backup was made, but {error}");
            (bytes, Some(Trouble::Audit))
        }
        None => {
            tracing::info!(
                bytes = made.bytes,
                removed = made.removed.len(),
                "backup made"
            );
            (bytes, None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<Utc> {
        format!("{text}:00+07:00").parse().expect("a moment")
    }

    fn daily() -> Daily {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
        Daily {
            folder: PathBuf::from("backups"),
            hour: time(2, 0),
            keep: 7,
            recipient: None,
            busy: [(time(11, 35), time(13, 15)), (time(17, 15), time(20, 30))],
        }
    }

    #[test]
    fn one_is_due_at_its_hour_a_missed_one_at_once_but_for_busy_hours_and_a_failed_one_an_hour_later()
     {
        let good = |at| Backups {
            good: Some((moment(at), 1)),
            trouble: None,
        };
        let failed = |at| Backups {
            good: None,
            trouble: Some((moment(at), Trouble::Full)),
        };
        for (now, last, due) in [
            ("2026-11-23T09:00", Backups::default(), "2026-11-23T09:00"),
            ("2026-11-23T12:00", Backups::default(), "2026-11-23T13:15"),
            (
                "2026-11-23T09:00",
                good("2026-11-23T02:00"),
                "2026-11-24T02:00",
            ),
            (
                "2026-11-23T01:00",
                good("2026-11-22T02:00"),
                "2026-11-23T02:00",
            ),
            (
                "2026-11-23T09:00",
                good("2026-11-22T09:00"),
                "2026-11-23T09:00",
            ),
            (
                "2026-11-23T18:00",
                good("2026-11-21T02:00"),
                "2026-11-23T20:30",
            ),
            (
                "2026-11-23T02:10",
                failed("2026-11-23T02:00"),
                "2026-11-23T03:00",
            ),
            (
                "2026-11-23T09:00",
                failed("2026-11-23T02:00"),
                "2026-11-23T09:00",
            ),
        ] {
            assert_eq!(
                daily().due(moment(now), &last),
                moment(due),
                "{now} {last:?}"
            );
        }
    }
}

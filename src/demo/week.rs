//! Playing time: the clock goes from event to event, and at each the colleagues act until all is calm.
//!
//! Knows when the bot has nothing left to do. Must not know what it does.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use indicatif::{ProgressBar, ProgressStyle};
use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::sync::mpsc;

use super::colleagues::Colleague;
use super::stage::Cast;
use super::watch::Watch;
use crate::bot::Bot;
use crate::core::Core;
use crate::db::Db;
use crate::{schedule, store};
use telegram_sandbox::{Advance, Sandbox};

/// Between two looks at whether all is calm.
const LOOK: Duration = Duration::from_millis(4);

/// Nothing in a demo takes longer: then a person at the page should have the phones back.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the page must have been quiet before colleagues look at their phones.
const QUIET: Duration = Duration::from_millis(300);

/// A campaign that rests, over Tết, rests for less.
const LONGEST_QUIET: TimeDelta = TimeDelta::days(21);

/// What is needed to play.
pub(super) struct Player {
    core: Arc<Core>,
    db: Db,
    clock: Watch,
    sandbox: Sandbox,
    cast: Cast,
    bot: Bot,
    colleagues: Vec<Colleague>,
}

impl Player {
    pub(super) fn new(
        core: Arc<Core>,
        db: Db,
        clock: Watch,
        sandbox: Sandbox,
        cast: Cast,
        bot: Bot,
    ) -> Self {
        let colleagues = cast
            .colleagues
            .iter()
            .map(|part| Colleague::new(part.clone()))
            .collect();
        Self {
            core,
            db,
            clock,
            sandbox,
            cast,
            bot,
            colleagues,
        }
    }

    /// Plays the week before the person at the page comes in, so that a report has something to compare with.
    pub(super) async fn first_week(&mut self) -> anyhow::Result<()> {
        if self.clock.now() >= curtain() {
            return self.calm().await;
        }
        let bar = ProgressBar::new(
            u64::try_from((curtain() - self.clock.now()).num_hours()).unwrap_or(0),
        );
        bar.set_style(ProgressStyle::with_template(
            "{msg} {wide_bar} {pos}/{len} giờ (hours)",
        )?);
        bar.set_message("Tuần đầu tiên (the first week)");
        self.calm().await?;
        let fresh = |user: i64| self.sandbox.recent(user, 1).is_empty();
        if fresh(self.cast.officer) {
            self.sandbox
                .say(self.cast.officer, self.cast.group, "/lienket SNV");
            self.sandbox
                .say(self.cast.officer, self.cast.officer, "/trogiup");
        }
        for colleague in self
            .colleagues
            .iter()
            .filter(|colleague| fresh(colleague.user()))
        {
            colleague.join(&self.sandbox);
        }
        self.calm().await?;
        while self.clock.now() < curtain() {
            self.step(curtain()).await?;
            let left = u64::try_from((curtain() - self.clock.now()).num_hours()).unwrap_or(0);
            bar.set_position(bar.length().unwrap_or(0).saturating_sub(left));
        }
        bar.finish_and_clear();
        self.sandbox.clock(false);
        Ok(())
    }

    /// Follows the page until the bot ends, which it should not.
    pub(super) async fn follow(
        &mut self,
        mut advances: mpsc::Receiver<Advance>,
    ) -> anyhow::Result<()> {
        let mut changed = self.sandbox.changed();
        loop {
            tokio::select! {
                error = self.bot.wait() => return Err(error),
                Some(advance) = advances.recv() => {
                    self.sandbox.clock(true);
                    self.advance(advance).await?;
                    self.sandbox.clock(false);
                }
                _ = quiet(&mut changed) => {
                    self.clock.keep()?;
                    self.calm().await?;
                }
            }
        }
    }

    /// Ends the bot within seconds.
    pub(super) async fn stop(self) -> anyhow::Result<()> {
        self.clock.keep()?;
        self.bot.stop().await
    }

    async fn advance(&mut self, advance: Advance) -> anyhow::Result<()> {
        let now = self.clock.now();
        let target = match advance {
            Advance::NextEvent => return self.until_somebody_is_written_to().await,
            Advance::Hour => now + TimeDelta::hours(1),
            Advance::Day => now + TimeDelta::days(1),
            Advance::Week => now + TimeDelta::days(7),
        };
        while self.clock.now() < target {
            self.step(target).await?;
        }
        Ok(())
    }

    /// Goes on until somebody has been written to: much of what is due is seen by nobody.
    async fn until_somebody_is_written_to(&mut self) -> anyhow::Result<()> {
        let (before, latest) = (self.sandbox.sent(), self.clock.now() + LONGEST_QUIET);
        while self.sandbox.sent() == before && self.clock.now() < latest {
            self.step(latest).await?;
        }
        Ok(())
    }

    /// Goes to the next event, or to `target` if that comes first, and lets it happen.
    async fn step(&mut self, target: DateTime<Utc>) -> anyhow::Result<()> {
        let now = self.clock.now();
        let next = self
            .bot
            .next_event()
            .filter(|next| *next > now)
            .unwrap_or(target)
            .min(target);
        self.clock.move_to(next)?;
        self.sandbox.clock(true);
        self.calm().await
    }

    /// Lets everybody act until nobody wants to any more.
    async fn calm(&mut self) -> anyhow::Result<()> {
        let patience = Instant::now() + PATIENCE;
        loop {
            self.settle(patience).await?;
            let core = self.core.clone();
            let acted = self
                .colleagues
                .iter_mut()
                .filter_map(|colleague| colleague.act(&self.sandbox, core.campaign()).then_some(()))
                .count();
            if acted == 0 || Instant::now() > patience {
                return Ok(());
            }
        }
    }

    /// Waits until the bot has nothing to read, to do or to send.
    async fn settle(&mut self, patience: Instant) -> anyhow::Result<()> {
        let mut rng = StdRng::seed_from_u64(0);
        while Instant::now() < patience {
            let waiting = self
                .bot
                .next_event()
                .is_none_or(|next| next <= self.clock.now());
            if self.sandbox.pending() == 0 && !waiting {
                let mut tx = self.db.begin(self.clock.now(), &mut rng).await?;
                let in_hand = store::outbox::in_hand(&mut tx).await?;
                drop(tx);
                if in_hand == 0 {
                    return Ok(());
                }
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                error = self.bot.wait() => return Err(error),
            }
        }
        Ok(())
    }
}

/// When the person at the page comes in: the second Monday, just before noon.
fn curtain() -> DateTime<Utc> {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap_or_default();
    schedule::at(
        monday,
        NaiveTime::from_hms_opt(11, 30, 0).unwrap_or_default(),
    )
}

/// Resolves once something has changed and then nothing for a moment.
async fn quiet(changed: &mut tokio::sync::watch::Receiver<u64>) {
    if changed.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
    while let Ok(Ok(())) = tokio::time::timeout(QUIET, changed.changed()).await {}
}

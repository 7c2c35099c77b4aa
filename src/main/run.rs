//! `nhip run`: the real bot, from its settings to its end.
//!
//! Knows what is told to whoever started it, and to the service manager. Must not know rules, SQL or wording.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use nhip::bot::{self, Bot, Updates};
use nhip::campaign::Campaign;
use nhip::cli::{Given, Run};
use nhip::clock::Clock;
use nhip::config::{self, Config};
use nhip::core::{Core, Rules};
use nhip::db::Db;
use nhip::place::Place;
use nhip::schedule::local;
use nhip::store::{headcount, heartbeat};
use nhip::telegram::{Api, Me, PollError};
use nhip::text::Texts;
use nhip::told;
use nhip::types::UserId;
use sd_notify::NotifyState;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::{content, own, rng, token};

/// How long Telegram may hold a poll.
const POLL: Duration = Duration::from_secs(50);
/// How long the first lines of the log wait for what is due at the start.
const SETTLING: Duration = Duration::from_secs(2);

/// How updates come in.
fn updates(config: &Config) -> Updates {
    let telegram = &config.telegram;
    match &telegram.webhook {
        None => Updates::Polled(POLL),
        Some(address) => Updates::Delivered {
            url: address.url.clone(),
            path: address.path.clone(),
            listen: telegram.listen,
        },
    }
}

/// What a signal asks for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Stop,
    Reload,
}

/// The signals that mean something to us, from the beginning: none of them ends the process by itself.
struct Signals {
    interrupt: Signal,
    terminate: Signal,
    reload: Signal,
}

impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            reload: signal(SignalKind::hangup())?,
        })
    }

    async fn next(&mut self) -> Asked {
        tokio::select! {
            _ = self.interrupt.recv() => Asked::Stop,
            _ = self.terminate.recv() => Asked::Stop,
            _ = self.reload.recv() => Asked::Reload,
        }
    }

    /// While there is nothing yet to be read anew.
    async fn stop(&mut self) {
        while self.next().await == Asked::Reload {}
    }
}

/// Everything that settings and texts decide.
struct Set {
    config: Config,
    owners: BTreeSet<UserId>,
    texts: Texts,
    campaign: Campaign,
}

impl Set {
    fn read(options: &Run, place: &Place, given: &Given) -> anyhow::Result<Self> {
        let owners = config::owners(&options.messenger.owners).map_err(anyhow::Error::msg);
        let owners = given.blamed("owners", owners)?;
        let (texts, campaign) = content::words(given, place)?;
        Ok(Self {
            config: place.config.clone(),
            owners,
            texts,
            campaign,
        })
    }

    fn core(self, username: String) -> Core {
        let config = &self.config;
        let rules = Rules {
            username,
            owners: self.owners,
            cadence: config.cadence(self.campaign.holidays()),
        };
        Core::new(self.texts, self.campaign, rules)
            .with_retention(config.thresholds, config.retention)
            .with_grassroots(config.grassroots())
            .with_open_joining(config.joining.open)
            .with_daily_backups(config.backup.place().is_some())
            .with_year_start(config.year.start.unwrap_or(1))
            .with_sending(config.sending())
    }

    fn warn(&self) {
        if self.owners.is_empty() {
            tracing::warn!(
                "nobody is an officer yet: set NHIP_OWNERS to the Telegram numbers of the root unit's officers"
            );
        }
        if self.config.joining.open {
            tracing::warn!(
                "[joining] open = true: anybody who finds the bot joins any unit by its name, gets what its officers send, and counts in its figures"
            );
        }
    }
}

/// `nhip run`
pub async fn run(
    options: &Run,
    place: Place,
    given: &Given,
    words: &[OsString],
) -> anyhow::Result<()> {
    let mut signals = Signals::new().with_context(|| told!("signals-none"))?;
    let token = token::find(given, &place)?;
    let set = Set::read(options, &place, given)?;
    let clock = clock(options);
    let url = &options.messenger.api_url;
    given.blamed("api_url", Api::address(url))?;
    tracing::info!("nhip {}", nhip::version::version());
    let lines = told::within("en", || {
        [
            place.settings_line(),
            place.messages_line(),
            place.database_line(),
        ]
    });
    lines.iter().for_each(|line| tracing::info!("{line}"));
    let db = own(given, &place, "run").await?;
    let api = Api::new(url, token.secret).with_context(|| token.place.clone())?;
    let api = api.with_paid_broadcasts(place.config.broadcasts.paid);
    tell(&[NotifyState::Status("asking Telegram whose the token is")]);
    let me = tokio::select! {
        me = bot::introduce(&api) => me.with_context(|| token.place),
        () = signals.stop() => return Ok(()),
    };
    if let Err(why) = &me {
        note_refusal(&db, why).await;
    }
    let me = me?;
    set.warn();
    introduce(&me, &db, &set).await?;
    let parts = bot::Parts {
        core: Arc::new(set.core(me.username.clone())),
        db: db.clone(),
        clock,
        api,
        pace: place.config.pace,
        updates: updates(&place.config),
        shown_at: place.config.http.listen,
        backup: place.config.daily_backup()?,
        seed: None,
    };
    let mut bot = Bot::start(parts).await?;
    tell(&[
        NotifyState::Ready,
        NotifyState::Status(&format!("@{}", me.username)),
    ]);
    let _ = tokio::time::timeout(SETTLING, bot.settled()).await;
    match bot.next_event() {
        Some(next) => tracing::info!("next due: {}", local(next).format("%d/%m/%Y %H:%M")),
        None => tracing::info!("next due: nothing yet"),
    }
    tracing::info!("running; stop with Ctrl-C");
    let ended = keep(&mut bot, &mut signals, place, words, &me.username).await;
    tracing::info!("stopping");
    tell(&[NotifyState::Stopping]);
    let stopped = bot.stop().await;
    if let Err(why) = &ended {
        note_refusal(&db, why).await;
    }
    db.close().await;
    ended.and(stopped)
}

/// Until it is to stop: its pulse to the watchdog, and new settings when they are asked for.
async fn keep(
    bot: &mut Bot,
    signals: &mut Signals,
    mut place: Place,
    words: &[OsString],
    username: &str,
) -> anyhow::Result<()> {
    let mut pulse = bot.pulse();
    loop {
        let asked = tokio::select! {
            error = bot.wait() => return Err(error),
            asked = signals.next() => asked,
            () = pulse.beat() => {
                tell(&[NotifyState::Watchdog]);
                continue;
            }
        };
        if asked == Asked::Stop {
            return Ok(());
        }
        let now = NotifyState::monotonic_usec_now().ok();
        tell(&Vec::from_iter(
            [NotifyState::Reloading].into_iter().chain(now),
        ));
        match reload(bot, &place, words, username).await {
            Ok(new) => place = new,
            Err(why) => tracing::error!(
                "settings and texts were not read anew, those from before hold: {why:#}"
            ),
        }
        tell(&[NotifyState::Ready]);
    }
}

/// Reads settings and texts anew: all of them hold from now on, or none.
async fn reload(
    bot: &mut Bot,
    before: &Place,
    words: &[OsString],
    username: &str,
) -> anyhow::Result<Place> {
    let (cli, mut given) =
        super::read(words).map_err(|wrong| anyhow::anyhow!("{}", wrong.to_string().trim_end()))?;
    let place = Place::find(&cli.places, &mut given)?;
    let nhip::cli::CliCommand::Run(options) = cli.command else {
        anyhow::bail!(told!("typed-no-longer-run"));
    };
    let set = Set::read(&options, &place, &given)?;
    set.warn();
    bot.reload(set.core(username.to_owned())).await?;
    let later = later(before, &place);
    if later.is_empty() {
        tracing::info!("settings and texts were read anew");
    } else {
        tracing::warn!(
            "settings and texts were read anew; what was changed in {} holds from the next start",
            later.join(", ")
        );
    }
    // What did not change hands yet is compared again the next time.
    let mut place = place;
    place.database.clone_from(&before.database);
    place.config.pace = before.config.pace;
    place.config.telegram.clone_from(&before.config.telegram);
    place.config.http.clone_from(&before.config.http);
    place.config.backup.clone_from(&before.config.backup);
    place.config.broadcasts.paid = before.config.broadcasts.paid;
    Ok(place)
}

/// What was changed, and is decided at the start.
fn later(before: &Place, now: &Place) -> Vec<&'static str> {
    let (old, new) = (&before.config, &now.config);
    let all = [
        ("[database] path", before.database != now.database),
        ("[pace]", old.pace != new.pace),
        ("[telegram]", old.telegram != new.telegram),
        ("[http]", old.http != new.http),
        ("[backup]", old.backup != new.backup),
        (
            "[broadcasts] paid",
            old.broadcasts.paid != new.broadcasts.paid,
        ),
    ];
    all.into_iter()
        .filter(|(_, changed)| *changed)
        .map(|(name, _)| name)
        .collect()
}

fn clock(options: &Run) -> Clock {
    match options.clock_start {
        Some(start) => Clock::starting(start, options.clock_rate),
        None if options.clock_rate == 1.0 => Clock::real(),
        None => Clock::starting(Clock::real().now(), options.clock_rate),
    }
}

/// Whose bot this is, and how many it is for.
async fn introduce(me: &Me, db: &Db, set: &Set) -> anyhow::Result<()> {
    tracing::info!("bot: @{}", me.username);
    let mut tx = db.begin(Clock::real().now(), &mut rng()?).await?;
    let count = headcount::count(&mut tx).await?;
    drop(tx);
    tracing::info!("units: {}", count.units);
    tracing::info!("members: {}", count.members);
    tracing::info!("officers: {}, owners: {}", count.officers, set.owners.len());
    if count.units == 0 {
        tracing::warn!(
            "there are no units yet, so nobody can join: 'nhip units import FILE' brings them in"
        );
    }
    Ok(())
}

/// A refused token silences the bot: the owners hear of it when it is taken again.
async fn note_refusal(db: &Db, why: &anyhow::Error) {
    if why.downcast_ref::<PollError>() != Some(&PollError::Token) {
        return;
    }
    let now = Clock::real().now();
    let noted = async {
        let mut tx = db.begin(now, &mut rng()?).await?;
        heartbeat::refused(&mut tx, now.timestamp()).await?;
        anyhow::Ok(tx.commit().await?)
    };
    if let Err(error) = noted.await {
        tracing::warn!("that the token was refused cannot be noted: {error:#}");
    }
}

/// Tells the service manager, if there is one.
fn tell(state: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(state) {
        tracing::warn!(%error, "the service manager cannot be told");
    }
}

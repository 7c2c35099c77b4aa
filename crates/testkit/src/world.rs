//! The world of a test: an emulated Telegram, the bot, a clock moved by hand, a folder.
//!
//! Knows when the bot has nothing left to do, and what must hold when a test ends.

mod actor;
pub mod crowd;
mod database;
mod logbook;
pub mod loss;
mod setup;
mod transcript;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use nhip::bot::{Bot, Parts, Updates};
use nhip::clock::Clock;
use nhip::db::Db;
use nhip::telegram::Api;
use nhip::{store, units};
use rand::SeedableRng;
use rand::rngs::StdRng;
use secrecy::SecretString;
use telegram_sandbox::{Fault, FaultKind, Options, Sandbox};
use tempfile::TempDir;

use crate::parts::{FILE, moment};

pub use crate::parts::USERNAME;
pub use actor::{Actor, Group};
pub use database::Database;
pub use logbook::names_nobody;
pub use setup::{Mode, Setup, core};
pub use transcript::{glance, show, without_draw};

/// Also looked for in the logs.
pub const TOKEN: &str = "4242424242:AAh-this_token_is_only_for_tests";
/// The owner of the root unit. People's numbers are far from those of anything else.
pub const OFFICER: i64 = 5_900_000_001;

const UNITS: &str = "\
code,name,parent,kind,members
SNV,Sở Nội vụ,,đơn vị,
SNV-VP,Văn phòng Sở,SNV,bộ phận,15
SNV-CB,Phòng Tổ chức cán bộ,SNV,bộ phận,14
SNV-CC,Phòng Cải cách hành chính,SNV,bộ phận,16
";

/// Longer than any test's poll waits for nothing.
const POLL: Duration = Duration::from_secs(30);

/// Where the bot listens for deliveries.
const HOOK_PATH: &str = "/nhip";

/// How long a second lasts in which the messenger waits before it delivers again.
const SECOND: Duration = Duration::from_millis(5);

/// Only against hanging: a machine under load may take its time.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// Between two looks at whether something has come true.
const LOOK: Duration = Duration::from_millis(3);

/// A shared handle: its people hold it too.
#[derive(Clone)]
pub struct World {
    inner: Rc<Inner>,
}

struct Inner {
    sandbox: Sandbox,
    clock: Clock,
    folder: TempDir,
    units: Vec<store::units::Unit>,
    bot: tokio::sync::Mutex<Option<(Bot, Db)>>,
    /// A connection of the test's own, to look and to hold locks.
    database: Database,
    people: RefCell<BTreeMap<i64, String>>,
    said: RefCell<Vec<String>>,
    setup: Setup,
    /// Where the bot listens for deliveries, whichever process it is.
    hook: SocketAddr,
    logs_from: logbook::Mark,
    ended: Cell<bool>,
}

impl World {
    /// The campaign's first Monday, half past seven: the round is open, the bot runs.
    pub async fn start() -> World {
        let world = World::with(Setup::default()).await;
        world.bot_starts().await;
        world.settles().await;
        world
    }

    /// A world at that moment in which no bot has run yet; the units are there.
    pub async fn without_bot(moment: &'static str) -> World {
        World::with(Setup {
            moment,
            ..Setup::default()
        })
        .await
    }

    /// As [`World::without_bot`], different in more than the moment.
    pub async fn with(setup: Setup) -> World {
        let logs_from = logbook::open();
        let clock = Clock::starting(moment(setup.moment), setup.rate);
        let now = clock.clone();
        let mut options = Options::new(Arc::new(move || now.now()));
        options.limits = setup.limits.clone();
        options.webhook_second = SECOND;
        options.token = Some(TOKEN.to_owned());
        options.bot_username = USERNAME.to_owned();
        let sandbox = Sandbox::start(SocketAddr::from(([127, 0, 0, 1], 0)), options)
            .await
            .expect("a free port");
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join(FILE);
        let units = import_units(&path, &clock).await;
        let world = World {
            inner: Rc::new(Inner {
                database: Database::open(&path).await,
                sandbox,
                clock,
                folder,
                units,
                bot: tokio::sync::Mutex::default(),
                people: RefCell::default(),
                said: RefCell::default(),
                setup,
                hook: free_address(),
                logs_from,
                ended: Cell::new(false),
            }),
        };
        world.person_with_id(OFFICER, "Trần Thị Mai Lan", "vi");
        world
    }

    /// The very same bot that `nhip run` starts, on this world's clock.
    pub async fn bot_starts(&self) {
        let db = Db::open(&self.path()).await.expect("the database opens");
        let setup = &self.inner.setup;
        let parts = Parts {
            core: setup.core.clone(),
            db: db.clone(),
            clock: self.clock().clone(),
            api: self.api(),
            pace: setup.pace,
            updates: self.updates(),
            shown_at: setup.shown_at,
            backup: None,
            seed: Some(1),
        };
        let bot = Bot::start(parts).await.expect("the bot starts");
        let before = self.inner.bot.lock().await.replace((bot, db));
        assert!(before.is_none(), "a bot is running already");
    }

    fn updates(&self) -> Updates {
        match self.inner.setup.mode {
            Mode::Polling => Updates::Polled(POLL),
            Mode::Webhook => delivered_at(self.inner.hook),
        }
    }

    /// The address that updates are delivered to.
    pub fn hook_url(&self) -> String {
        format!("http://{}{HOOK_PATH}", self.inner.hook)
    }

    /// How updates are handed over.
    pub fn mode(&self) -> Mode {
        self.inner.setup.mode
    }

    /// Where the bot listens for them.
    pub fn hook_address(&self) -> SocketAddr {
        self.inner.hook
    }

    /// The settings of a `nhip run` in this world.
    pub fn settings(&self) -> String {
        let hook = match self.inner.setup.mode {
            Mode::Polling => String::new(),
            Mode::Webhook => format!(
                "[telegram]\nwebhook = \"{}\"\nlisten = \"{}\"\n",
                self.hook_url(),
                self.inner.hook
            ),
        };
        format!("[pace]\nper_second = 1000\nchat_per_second = 100\ngroup_per_minute = 1000\n{hook}")
    }

    /// Ends the bot as SIGTERM does.
    pub async fn bot_stops(&self) {
        if let Some((bot, db)) = self.inner.bot.lock().await.take() {
            bot.stop().await.expect("no loop of the bot had died");
            db.close().await;
        }
    }

    /// Ends the bot as a power cut would: nothing of it runs any more, and nothing was tidied up.
    pub async fn bot_dies(&self) {
        if let Some((bot, _)) = self.inner.bot.lock().await.take() {
            bot.kill().await;
        }
    }

    /// Waits until the bot ends by itself, and why it did.
    pub async fn bot_gives_up(&self) -> anyhow::Error {
        let running = self.inner.bot.lock().await.take();
        let (mut bot, db) = running.expect("a bot is running");
        let why = tokio::time::timeout(PATIENCE, bot.wait()).await;
        db.close().await;
        why.expect("it does not give up")
    }

    /// The bot's way to the messenger.
    pub fn api(&self) -> Api {
        let token = SecretString::from(self.inner.setup.token);
        Api::new(&self.sandbox().url(), token).expect("an address")
    }

    pub fn sandbox(&self) -> &Sandbox {
        &self.inner.sandbox
    }

    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    pub fn database(&self) -> &Database {
        &self.inner.database
    }

    /// Where the database is.
    pub fn path(&self) -> PathBuf {
        self.inner.folder.path().join(FILE)
    }

    /// The payload of a unit's invite link.
    pub fn invite(&self, code: &str) -> String {
        let unit = self.inner.units.iter().find(|unit| unit.code == code);
        unit.expect("a unit of this world").start.clone()
    }

    /// Switches a misfortune on for calls of that method.
    pub fn fault(&self, method: &str, kind: FaultKind) {
        self.sandbox().fault(Fault {
            method: Some(method.to_owned()),
            chat: None,
            times: None,
            kind,
        });
    }

    /// Waits until the bot has nothing to read, to do or to send.
    pub async fn settles(&self) {
        self.until("the bot comes to rest", async || self.is_settled().await)
            .await;
    }

    /// Waits until something is so; gives up loudly, so that a broken bot does not hang a test.
    pub async fn until(&self, what: &str, so: impl AsyncFn() -> bool) {
        let patience = Instant::now() + PATIENCE;
        while !so().await {
            if Instant::now() > patience {
                panic!(
                    "in vain: {what}; unread updates: {}, rows: {:?}",
                    self.sandbox().pending(),
                    self.database().outbox().await
                );
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn is_settled(&self) -> bool {
        let mut running = self.inner.bot.lock().await;
        let (bot, _) = running.as_mut().expect("a bot is running");
        if let Some(error) = bot.wait().now_or_never() {
            panic!("the bot died: {error:#}");
        }
        let now = self.clock().now();
        self.sandbox().pending() == 0
            && bot.next_event().is_some_and(|next| next > now)
            && self.database().in_hand(now).await == 0
    }

    /// Lets time pass until that moment, written as on a Vietnamese wall clock; whatever falls due
    /// on the way happens at its time.
    pub async fn passes_to(&self, to: &str) {
        let target = moment(to);
        assert!(target >= self.clock().now(), "time does not run backwards");
        while self.clock().now() < target {
            let now = self.clock().now();
            let next = match self.inner.bot.lock().await.as_ref() {
                Some((bot, _)) => bot.next_event().filter(|next| *next > now),
                None => None,
            };
            self.clock().move_to(next.unwrap_or(target).min(target));
            self.settles().await;
        }
    }

    /// Moves the clock at once, as for a machine that was switched off.
    pub fn jumps_to(&self, to: &str) {
        self.clock().move_to(moment(to));
    }

    /// The end of a test: nothing is left over, and the log names nobody.
    pub async fn ends(self) {
        self.ends_with(&[]).await;
    }

    /// As [`World::ends`], with rows that were meant to end unsent: how each ended, in order.
    pub async fn ends_with(self, unsent: &[&str]) {
        self.settles().await;
        self.bot_stops().await;
        self.ends_without_bot(unsent).await;
    }

    /// As [`World::ends_with`], for a world whose bot has ended.
    pub async fn ends_without_bot(self, unsent: &[&str]) {
        let rows = self.database().outbox().await;
        self.ends_in_debt().await;
        assert_eq!(rows, unsent, "rows of the outbox");
    }

    /// As [`World::ends_without_bot`], where it is no matter what is still owed.
    pub async fn ends_in_debt(self) {
        self.inner.ended.set(true);
        assert_eq!(self.database().quarantine().await, [""; 0], "put aside");
        names_nobody(&self.logged(), &self.personal());
        self.database().close().await;
        self.inner.sandbox.clone().stop().await;
    }

    /// What was logged since this world began.
    pub fn logged(&self) -> String {
        let own = logbook::own_since(&self.inner.logs_from);
        own + &logbook::shared_since(&self.inner.logs_from)
    }

    /// The same without what threads have said that work for all tests.
    pub fn bot_logged(&self) -> String {
        logbook::own_since(&self.inner.logs_from)
    }

    /// Everything that the log may not hold.
    pub fn personal(&self) -> Vec<String> {
        let mut all = vec![TOKEN.to_owned()];
        all.extend(self.inner.said.borrow().iter().cloned());
        for (id, name) in self.inner.people.borrow().iter() {
            all.extend([id.unsigned_abs().to_string(), name.clone()]);
            for message in self.sandbox().messages(*id) {
                // A line that is short enough to be anybody's word proves nothing.
                all.extend(
                    message
                        .text
                        .lines()
                        .filter(|l| l.len() > 12)
                        .map(Into::into),
                );
                let keys = message.keyboard.into_iter().flatten();
                let data = keys.filter_map(|key| key.data);
                all.extend(data.filter(|data| data.contains(':')));
            }
        }
        all
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        let forgotten = !self.ended.get() && !std::thread::panicking();
        assert!(!forgotten, "a test must end its world: world.ends().await");
    }
}

/// Updates that are delivered to that address.
pub fn delivered_at(listen: SocketAddr) -> Updates {
    Updates::Delivered {
        url: format!("http://{listen}{HOOK_PATH}"),
        path: HOOK_PATH.to_owned(),
        listen,
    }
}

/// A port of this machine that nobody listens at.
pub fn free_address() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address")
}

async fn import_units(path: &std::path::Path, clock: &Clock) -> Vec<store::units::Unit> {
    let db = Db::open(path).await.expect("the database opens");
    let mut rng = StdRng::seed_from_u64(1);
    let mut tx = db.begin(clock.now(), &mut rng).await.expect("a turn");
    let plan = units::read(UNITS.as_bytes(), &[]).expect("sound units");
    units::import(&mut tx, &plan, units::Importer::Server)
        .await
        .expect("an import");
    let all = store::units::all(&mut tx).await.expect("the units");
    tx.commit().await.expect("a commit");
    db.close().await;
    all
}

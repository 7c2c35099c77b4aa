//! A core over a database file of its own, with time and chance in the story's hand.
//!
//! Knows the three doors and how to look into the file. Must not know any rule.

mod actor;
mod company;
mod group;
mod life;
mod look;
mod mail;
mod post;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use nhip::campaign::Campaign;
use nhip::core::{Core, Tick, UnreadFile};
use nhip::db::{Db, Tx};
use nhip::event::{Event, Inbound};
use nhip::schedule::Cadence;
use nhip::store::{self, StoreError};
use nhip::text::Texts;
use nhip::types::UpdateId;
use nhip::units;
use proptest::test_runner::Config as ProptestConfig;
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::parts;

pub use crate::parts::{FILE, folder, moment};
pub use actor::Actor;
pub use group::Group;
pub use post::{Entry, Message, Post, plain};

/// The officer of the root unit.
pub const OFFICER: i64 = 9_000_100;

/// The province, two grassroots unions, and two groups below the first.
pub const UNITS: &str = "code,name,parent,kind,members
LD,Liên đoàn Lao động tỉnh,,tỉnh,
SNV,Công đoàn Sở Nội vụ,LD,cơ sở,
SYT,Công đoàn Sở Y tế,LD,cơ sở,40
VP,Tổ Văn phòng,SNV,tổ,30
TT,Tổ Thanh tra,SNV,tổ,20
";

/// Longer than any story needs: a loop that has no end must not hang.
const ROUNDS_MAX: usize = 200;

static CORE: LazyLock<Arc<Core>> = LazyLock::new(|| Arc::new(core(Cadence::default())));

/// A core with the built-in words and content, and the one officer.
pub fn core(cadence: Cadence) -> Core {
    parts::core(&[OFFICER], cadence)
}

/// A core with these words.
pub fn core_saying(texts: Texts, cadence: Cadence) -> Core {
    parts::core_saying(texts, &[OFFICER], cadence)
}

/// Which words the consents are asked for in.
pub fn version() -> nhip::event::ConsentVersion {
    CORE.version()
}

/// The content, to know what is right.
pub fn campaign() -> &'static Campaign {
    CORE.campaign()
}

/// How many cases a property is tried on, unless `PROPTEST_CASES` says otherwise.
pub fn cases(count: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let wanted = std::env::var_os("PROPTEST_CASES").map_or(count, |_| default.cases);
    ProptestConfig {
        cases: wanted,
        failure_persistence: None,
        ..default
    }
}

pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

pub struct Stage {
    pub runtime: Runtime,
    db: Db,
    core: RefCell<Arc<Core>>,
    now: Cell<DateTime<Utc>>,
    rng: RefCell<StdRng>,
    next_update: Cell<i64>,
    pub eye: RefCell<SqliteConnection>,
    pub post: RefCell<Post>,
    people: Cell<i64>,
    answers_only: Cell<bool>,
    /// How many updates the story wants to see put aside.
    pub quarantined: Cell<i64>,
    folder: TempDir,
}

impl Stage {
    /// The Friday before the first round, with the five units.
    pub fn new() -> Rc<Self> {
        Self::with_units(UNITS)
    }

    pub fn with_units(units: &str) -> Rc<Self> {
        Self::fresh(CORE.clone(), units, 7)
    }

    pub fn with_cadence(cadence: Cadence) -> Rc<Self> {
        Self::fresh(Arc::new(core(cadence)), UNITS, 7)
    }

    /// With these rules, over these units.
    pub fn with_core(core: Core, units: &str) -> Rc<Self> {
        Self::fresh(Arc::new(core), units, 7)
    }

    pub fn with_seed(seed: u64) -> Rc<Self> {
        Self::fresh(CORE.clone(), UNITS, seed)
    }

    fn fresh(core: Arc<Core>, units: &str, seed: u64) -> Rc<Self> {
        let stage = Self::open(core, folder(), seed);
        stage.offset_ids();
        stage.import(units);
        stage.restart();
        stage
    }

    /// Over a file that is there already.
    pub fn over(folder: TempDir) -> Rc<Self> {
        Self::open(CORE.clone(), folder, 7)
    }

    fn open(core: Arc<Core>, folder: TempDir, seed: u64) -> Rc<Self> {
        let runtime = runtime();
        let path = folder.path().join(FILE);
        let (db, eye) = runtime.block_on(async {
            let db = Db::open(&path).await.expect("a database");
            let options = SqliteConnectOptions::new()
                .filename(&path)
                .foreign_keys(false);
            (db, options.connect().await.expect("a second connection"))
        });
        Rc::new(Self {
            runtime,
            db,
            core: RefCell::new(core),
            now: Cell::new(moment("2026-11-20 09:00")),
            rng: RefCell::new(StdRng::seed_from_u64(seed)),
            next_update: Cell::new(500_000),
            eye: RefCell::new(eye),
            post: RefCell::new(Post::default()),
            people: Cell::new(0),
            answers_only: Cell::new(false),
            quarantined: Cell::new(0),
            folder,
        })
    }

    /// The process is stopped, and started with other words or settings.
    pub fn restart_with(&self, core: Core) {
        self.core.replace(Arc::new(core));
        self.restart();
    }

    /// The database's file.
    pub fn path(&self) -> std::path::PathBuf {
        self.folder.path().join(FILE)
    }

    /// Every table counts from somewhere else, so that an id of one in the place of another shows.
    fn offset_ids(&self) {
        for (table, first) in [
            ("units", 50),
            ("members", 300),
            ("rounds", 2_000),
            ("quizzes", 40_000),
            ("checkin_rounds", 7_000),
            ("outbox", 100_000),
        ] {
            self.sabotage(&format!(
                "INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {first})"
            ));
        }
    }

    pub fn import(&self, csv: &str) {
        let before = self
            .write(async |tx, _| store::units::all(tx).await)
            .expect("the database can be read");
        let plan = units::read(csv.as_bytes(), &before).expect("a sound file");
        let by = units::Importer::Server;
        self.write(async |tx, _| units::import(tx, &plan, by).await)
            .expect("the database can be written");
    }

    /// One transaction at this moment, durable if it succeeds.
    pub fn write<T>(
        &self,
        work: impl AsyncFnOnce(&mut Tx, &Core) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let rng = &mut *self.rng.borrow_mut();
        let core = self.core.borrow().clone();
        self.runtime.block_on(async {
            let mut tx = self.db.begin(self.now.get(), rng).await?;
            let done = work(&mut tx, &core).await?;
            tx.commit().await?;
            Ok(done)
        })
    }

    /// The process is killed and started again.
    pub fn restart(&self) {
        self.starts();
        self.deliver();
    }

    /// The process ends in order.
    pub fn stops(&self) {
        self.write(async |tx, core| core.on_stop(tx).await)
            .expect("a stop");
    }

    /// The process starts, and the post does not come yet.
    pub fn starts(&self) {
        self.write(async |tx, core| core.on_start(tx).await)
            .expect("a start");
    }

    /// The clock is moved, nothing else happens.
    pub fn set(&self, now: &str) {
        self.now.set(moment(now));
    }

    /// So many hours later.
    pub fn pass(&self, hours: i64) {
        self.now.set(self.now.get() + TimeDelta::hours(hours));
    }

    /// It is that time: what is due happens, and the post brings it.
    pub fn at(&self, now: &str) {
        self.comes_to(now);
        self.deliver();
    }

    /// It is the next full quarter of an hour: what is due happens, and the post brings it.
    pub fn quarter(&self) {
        let now = self.now.get();
        let left = 900 - now.timestamp().rem_euclid(900);
        self.now.set(now + TimeDelta::seconds(left));
        self.tick();
        self.deliver();
    }

    /// It is that time: what is due happens, and the post does not come.
    pub fn comes_to(&self, now: &str) {
        self.set(now);
        self.tick();
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.now.get()
    }

    /// Ticks until nothing is due.
    pub fn tick(&self) -> Tick {
        for _ in 0..ROUNDS_MAX {
            let tick = self.tick_once();
            if tick.again {
                continue;
            }
            assert!(
                tick.next.is_some_and(|next| next > self.now()),
                "a tick always knows when the next is due"
            );
            return tick;
        }
        panic!("ticks without end");
    }

    pub fn tick_once(&self) -> Tick {
        let tick = async |tx: &mut Tx, core: &Core| {
            let tick = core.on_tick(tx).await?;
            if !tick.alone {
                core.on_beat(tx).await?;
            }
            Ok(tick)
        };
        self.write(tick).expect("a tick")
    }

    /// Files that have come are read; whether there were any.
    pub fn reads(&self) -> bool {
        let mut any = false;
        while let Some(file) = self.takes_a_file() {
            let read = file.read();
            self.write(async |tx, core| core.on_file(tx, &read).await)
                .expect("what was read can be judged");
            any = true;
        }
        any
    }

    /// The next file to be read is taken, and not read yet.
    pub fn takes_a_file(&self) -> Option<UnreadFile> {
        self.write(async |tx, core| core.next_file(tx).await)
            .expect("a file can be taken")
    }

    /// A batch of updates, and what follows from it. The post does not come.
    pub fn updates(&self, batch: &[Inbound]) {
        self.write(async |tx, core| core.on_updates(tx, batch).await)
            .expect("a batch");
    }

    /// An update with the next id.
    pub fn update(&self, kind: &'static str, event: Event) -> Inbound {
        let id = self.next_update.get();
        self.next_update.set(id + 1);
        Inbound {
            id: UpdateId(id),
            kind,
            written: None,
            event,
        }
    }

    /// The ids go on from there.
    pub fn jump_ids(&self, next: i64) {
        self.next_update.set(next);
    }

    /// What an actor does: an update by itself, and the post comes.
    pub fn happens(&self, kind: &'static str, event: Event) {
        let update = self.update(kind, event);
        self.updates(&[update]);
        self.brings();
    }
}

impl Drop for Stage {
    /// However a story ends: no row is left claimed, nothing unexpected was put aside.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        assert_eq!(
            self.number("SELECT count(*) FROM outbox WHERE state = 'claimed'"),
            0,
            "rows are left claimed"
        );
        let causes = self.rows("SELECT kind || ': ' || cause FROM quarantine ORDER BY update_id");
        let expected = usize::try_from(self.quarantined.get()).expect("small");
        assert_eq!(causes.len(), expected, "{causes:?}");
    }
}

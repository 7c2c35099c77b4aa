//! A core over a database file of its own, with time and chance in the story's hand.
//!
//! Knows the three doors and how to look into the file. Must not know any rule.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use nhip::campaign::Campaign;
use nhip::core::{Core, Rules, Tick};
use nhip::db::{Db, Tx};
use nhip::event::{ConsentPart, Event, Inbound};
use nhip::outgoing::{Claimed, Delivery, Outcome};
use nhip::schedule::Cadence;
use nhip::store::StoreError;
use nhip::store::outbox::{self, LaneShare};
use nhip::text::{Texts, Words};
use nhip::types::{UpdateId, UserId};
use nhip::units;
use proptest::test_runner::Config as ProptestConfig;
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::group::Group;
use crate::people::Actor;
use crate::post::Post;

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

/// A core with the built-in words and content.
pub fn core(cadence: Cadence) -> Core {
    let texts = Texts::built_in(&Words::default()).expect("the built-in texts are sound");
    core_saying(texts, cadence)
}

/// A core with these words.
pub fn core_saying(texts: Texts, cadence: Cadence) -> Core {
    let rules = Rules {
        username: "nhip_bot".into(),
        owners: BTreeSet::from([UserId(OFFICER)]),
        cadence,
    };
    let campaign = Campaign::built_in().expect("the built-in content is sound");
    Core::new(texts, campaign, rules)
}

/// Which words the consents are asked for in.
pub fn version() -> nhip::event::ConsentVersion {
    CORE.version()
}

/// The content, to know what is right.
pub fn campaign() -> &'static Campaign {
    CORE.campaign()
}

/// `2026-11-23 11:35` on Vietnam's wall clock.
pub fn moment(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment");
    (local - TimeDelta::hours(7)).and_utc()
}

/// The name of the database in its folder.
pub const FILE: &str = "nhip.db";

/// A folder for a database; in memory where there is such a place, for a disk would only be slower.
pub fn folder() -> TempDir {
    TempDir::new_in("/dev/shm")
        .or_else(|_| TempDir::new())
        .expect("a folder")
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

pub struct House {
    pub runtime: Runtime,
    db: Db,
    core: RefCell<Arc<Core>>,
    now: Cell<DateTime<Utc>>,
    rng: RefCell<StdRng>,
    next_update: Cell<i64>,
    pub eye: RefCell<SqliteConnection>,
    pub post: RefCell<Post>,
    people: Cell<i64>,
    /// How many updates the story wants to see put aside.
    pub quarantined: Cell<i64>,
    folder: TempDir,
}

/// Everything that is due, in the sender's order.
async fn claim(tx: &mut Tx) -> Result<Vec<Claimed>, StoreError> {
    let mut rows = Vec::new();
    for share in [LaneShare::Toasts, LaneShare::Replies, LaneShare::Later] {
        rows.extend(outbox::claim(tx, share, 1000, &[]).await?);
    }
    Ok(rows)
}

impl House {
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

    pub fn with_seed(seed: u64) -> Rc<Self> {
        Self::fresh(CORE.clone(), UNITS, seed)
    }

    fn fresh(core: Arc<Core>, units: &str, seed: u64) -> Rc<Self> {
        let house = Self::open(core, folder(), seed);
        house.offset_ids();
        house.import(units);
        house.restart();
        house
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
        let plan = units::read(csv.as_bytes(), &[]).expect("a sound file");
        self.write(async |tx, _| units::import(tx, &plan).await.map(drop))
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
        self.write(async |tx, core| core.on_start(tx).await)
            .expect("a start");
        self.deliver();
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
        self.set(now);
        self.tick();
        self.deliver();
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.now.get()
    }

    /// ConsentSet until nothing is due.
    pub fn tick(&self) -> Tick {
        for _ in 0..ROUNDS_MAX {
            let tick = self.tick_once();
            assert!(
                tick.next.is_some_and(|next| next > self.now()),
                "a tick always knows when the next is due"
            );
            if !tick.again {
                return tick;
            }
        }
        panic!("ticks without end");
    }

    pub fn tick_once(&self) -> Tick {
        self.write(async |tx, core| core.on_tick(tx).await)
            .expect("a tick")
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
        self.deliver();
    }

    /// What is owed and due, taken for sending.
    pub fn claim(&self) -> Vec<Claimed> {
        self.write(async |tx, _| claim(tx).await).expect("a claim")
    }

    /// What became of a call.
    pub fn outcome(&self, row: &Claimed, outcome: Outcome) {
        let delivery = Delivery {
            id: row.id,
            outcome,
        };
        self.write(async |tx, core| core.on_delivery(tx, &[delivery]).await)
            .expect("it can be recorded");
    }

    /// Brings everything that is owed, as often as it takes.
    pub fn deliver(&self) {
        let mut answered = Vec::new();
        for _ in 0..ROUNDS_MAX {
            let rows = self
                .write(async |tx, core| {
                    core.on_delivery(tx, &answered).await?;
                    claim(tx).await
                })
                .expect("what was answered can be recorded, and more be claimed");
            if rows.is_empty() {
                return;
            }
            let (now, post) = (self.now(), &mut *self.post.borrow_mut());
            let carried = rows.iter().map(|row| Delivery {
                id: row.id,
                outcome: post.carry(row, now),
            });
            answered = carried.collect();
        }
        panic!("the post never ends");
    }

    /// The payload of a unit's invite link.
    pub fn invite(&self, code: &str) -> String {
        self.rows(&format!("SELECT start FROM units WHERE code = '{code}'"))
            .remove(0)
    }

    pub fn unit(&self, code: &str) -> i64 {
        self.number(&format!("SELECT id FROM units WHERE code = '{code}'"))
    }

    /// Somebody who has never written to the bot.
    pub fn stranger(self: &Rc<Self>, name: &'static str) -> Actor {
        let count = self.people.get() + 1;
        self.people.set(count);
        Actor::new(self, name, 7_000_000 + 1_000 * count)
    }

    pub fn officer(self: &Rc<Self>) -> Actor {
        Actor::new(self, "Chủ tịch", OFFICER)
    }

    /// A member of that unit who has given all consents.
    pub fn member(self: &Rc<Self>, name: &'static str, code: &str) -> Actor {
        let actor = self.stranger(name);
        actor.joins(code, 7);
        actor
    }

    /// What the button carries by which somebody joins that unit with all consents.
    pub fn agreeing(&self, code: &str) -> String {
        let version = self.core.borrow().version().0;
        format!("agree:{}:7:{version:x}", self.unit(code))
    }

    /// So many members of that unit, without their conversations.
    pub fn members(self: &Rc<Self>, count: usize, code: &str) -> Vec<Actor> {
        let people: Vec<Actor> = (0..count).map(|_| self.stranger("Đoàn viên")).collect();
        let agree = self.agreeing(code);
        let batch: Vec<Inbound> = people
            .iter()
            .map(|person| person.tap(&agree, None))
            .collect();
        self.updates(&batch);
        self.deliver();
        people
    }

    /// So many members who have agreed to all and never written, behind the core's back.
    pub fn crowd(&self, count: usize, code: &str) {
        self.sabotage(&format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
             INSERT INTO members (user_id, unit_id, language, window, joined_on)
             SELECT 8000000 + i, {}, 'vi', 'noon', '2026-11-20' FROM n",
            self.unit(code)
        ));
        for (part, name) in [
            (ConsentPart::Account, "account"),
            (ConsentPart::Abroad, "abroad"),
            (ConsentPart::Reflection, "reflection"),
        ] {
            let proof = self.core.borrow().proof(part).to_owned();
            self.sabotage(&format!(
                "INSERT INTO consents (member_id, part, text_hash, given_on)
                 SELECT id, '{name}', '{proof}', '2026-11-20' FROM members WHERE user_id > 8000000"
            ));
        }
    }

    pub fn group(self: &Rc<Self>, chat: i64) -> Group {
        Group::new(self, chat)
    }
}

impl Drop for House {
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

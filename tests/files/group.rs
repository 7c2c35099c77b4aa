//! A unit's group that asks for its week, over real HTTP.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use nhip::bot::{Bot, Parts};
use nhip::campaign::Campaign;
use nhip::clock::Clock;
use nhip::core::{Core, Rules};
use nhip::db::Db;
use nhip::pace::Pace;
use nhip::schedule::Cadence;
use nhip::telegram::Api;
use nhip::text::{Texts, Words};
use nhip::types::UserId;
use nhip::units;
use rand::SeedableRng;
use rand::rngs::StdRng;
use telegram_sandbox::{Message, Options, Sandbox};

const UNITS: &str = "code,name,parent,kind,members\nSNV,Sở Nội vụ,,đơn vị,45\n";

pub struct Stage {
    sandbox: Sandbox,
    officer: i64,
    group: i64,
    bot: Option<Bot>,
    folder: tempfile::TempDir,
}

impl Stage {
    /// Monday morning; the group is linked to the only unit.
    pub async fn new() -> Self {
        let monday = "2026-11-23T00:30:00Z".parse().unwrap();
        let clock = Clock::starting(monday, 1.0);
        let now = clock.clone();
        let mut options = Options::new(Arc::new(move || now.now()));
        options.bot_username = "nhip_bot".to_owned();
        let sandbox = Sandbox::start("127.0.0.1:0".parse().unwrap(), options);
        let sandbox = sandbox.await.unwrap();
        let officer = sandbox.add_user("Trần Thị Mai Lan", "vi");
        let group = sandbox.add_group("Sở Nội vụ", &[officer], false);
        sandbox.add_bot_to_group(officer, group);
        let rules = Rules {
            username: "nhip_bot".to_owned(),
            owners: BTreeSet::from([UserId(officer)]),
            cadence: Cadence::default(),
        };
        let texts = Texts::built_in(&Words::default()).unwrap();
        let core = Core::new(texts, Campaign::built_in().unwrap(), rules);
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("nhip.db")).await.unwrap();
        let mut rng = StdRng::seed_from_u64(1);
        let mut tx = db.begin(clock.now(), &mut rng).await.unwrap();
        let plan = units::read(UNITS.as_bytes(), &[]).unwrap();
        units::import(&mut tx, &plan).await.unwrap();
        tx.commit().await.unwrap();
        let parts = Parts {
            core: Arc::new(core),
            db,
            clock,
            api: Api::new(&sandbox.url(), "42:test".to_owned().into()).unwrap(),
            pace: Pace::default(),
            poll_timeout: Duration::from_secs(2),
            seed: Some(7),
        };
        let bot = Bot::start(parts).await.unwrap();
        sandbox.say(officer, group, "/lienket SNV");
        let mut stage = Self {
            sandbox,
            officer,
            group,
            bot: None,
            folder,
        };
        stage
            .until(|all| all.iter().any(|message| message.text.contains("Đã gắn")))
            .await;
        stage.bot = Some(bot);
        stage
    }

    /// So many members got this week's item and did the quiz.
    pub async fn counts(&self, reached: i64, answered: i64) {
        let file = self.folder.path().join("nhip.db");
        let url = format!("sqlite://{}", file.display());
        let pool = sqlx::SqlitePool::connect(&url).await.unwrap();
        let done = sqlx::query(
            "INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
             SELECT rounds.id, units.id, $1, $1, $2, $2 FROM rounds, units",
        );
        let done = done.bind(reached).bind(answered).execute(&pool).await;
        assert_eq!(done.unwrap().rows_affected(), 1, "one round, one unit");
        pool.close().await;
    }

    /// What the group sees after `/baocao`: the picture, if there is one, and the text.
    pub async fn report(&self) -> (Option<Message>, Message) {
        let before = self.sandbox.messages(self.group).len();
        self.sandbox.say(self.officer, self.group, "/baocao");
        let words = |message: &Message| message.text.starts_with("SỐ LIỆU");
        let mut all = self
            .until(|all| all.iter().any(words))
            .await
            .split_off(before + 1);
        let words = all.pop().unwrap();
        (all.pop(), words)
    }

    pub async fn end(mut self) {
        self.bot.take().unwrap().stop().await.unwrap();
    }

    async fn until(&self, seen: impl Fn(&[Message]) -> bool) -> Vec<Message> {
        for _ in 0..2_000 {
            let all = self.sandbox.messages(self.group);
            if seen(&all) {
                return all;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{:#?}", self.sandbox.messages(self.group));
    }
}

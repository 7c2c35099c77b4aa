//! A union on an emulated Telegram: an officer, members who have all started the bot, a database.
//!
//! Used by the tests and by `benches/broadcast`. Knows how to count copies on phones. Must not know rules.
#![allow(dead_code, reason = "each user of it asks for something else")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use nhip::bot::{Bot, Parts};
use nhip::campaign::Campaign;
use nhip::clock::Clock;
use nhip::core::{Core, Rules};
use nhip::db::Db;
use nhip::event::ConsentPart;
use nhip::pace::Pace;
use nhip::schedule::{Cadence, Sending};
use nhip::telegram::Api;
use nhip::text::{Texts, Words};
use nhip::types::UserId;
use nhip::units;
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use telegram_sandbox::{Limits, Options, Sandbox};

/// The officer.
pub const OFFICER: i64 = 900;
/// The first member; the others follow.
pub const FIRST: i64 = 100_000;
/// What is broadcast.
pub const WORDS: &str = "Mời đoàn viên dự họp";

/// No limit but the machine's.
pub const FAST: Pace = Pace {
    per_second: 100_000,
    chat_per_second: 100_000,
    group_per_minute: 100_000,
};

/// Friday, 11:40: the window over lunch has just opened.
pub fn friday() -> DateTime<Utc> {
    "2026-11-20T04:40:00Z".parse().unwrap_or_default()
}

/// The rules, with one officer who may send alone.
pub fn core(pace: Pace) -> anyhow::Result<Core> {
    let rules = Rules {
        username: "nhip_bot".to_owned(),
        owners: BTreeSet::from([UserId(OFFICER)]),
        cadence: Cadence::default(),
    };
    let texts = Texts::built_in(&Words::default())?;
    let sending = Sending {
        per_second: pace.per_second,
        second_above: i64::MAX,
    };
    Ok(Core::new(texts, Campaign::built_in()?, rules).with_sending(sending))
}

/// The bot over that database, at that moment of the campaign.
pub async fn bot(
    url: &str,
    database: &Path,
    pace: Pace,
    now: DateTime<Utc>,
) -> anyhow::Result<Bot> {
    Bot::start(Parts {
        core: Arc::new(core(pace)?),
        db: Db::open(database).await?,
        clock: Clock::starting(now, 1.0),
        api: Api::new(url, "42:test".to_owned().into())?,
        pace,
        poll_timeout: Duration::from_secs(2),
        seed: None,
    })
    .await
}

/// The union and its phones.
pub struct Stage {
    pub sandbox: Sandbox,
    pub clock: Clock,
    pub database: PathBuf,
    pub members: i64,
    sql: SqliteConnection,
    folder: tempfile::TempDir,
}

impl Stage {
    pub async fn new(members: i64, limits: Limits) -> anyhow::Result<Self> {
        let clock = Clock::starting(friday(), 1.0);
        let now = clock.clone();
        let mut options = Options::new(Arc::new(move || now.now()));
        options.limits = limits;
        options.bot_username = "nhip_bot".to_owned();
        let sandbox = Sandbox::start(([127, 0, 0, 1], 0).into(), options).await?;
        let folder = tempfile::tempdir()?;
        let database = folder.path().join("nhip.db");
        let sql = fill(&database, members).await?;
        for user in (FIRST..FIRST + members).chain([OFFICER]) {
            sandbox.add_user_with_id(user, "Nguyễn Văn Minh Họa", "vi");
            sandbox.say(user, user, "/start");
        }
        let stage = Self {
            sandbox,
            clock,
            database,
            members,
            sql,
            folder,
        };
        stage
            .call("deleteWebhook", r#"{"drop_pending_updates":true}"#)
            .await?;
        Ok(stage)
    }

    async fn call(&self, method: &str, body: &'static str) -> anyhow::Result<()> {
        let url = format!("{}/bot42:test/{method}", self.sandbox.url());
        let client = reqwest::Client::builder().no_proxy().build()?;
        let request = client
            .post(url)
            .header("content-type", "application/json")
            .body(body);
        request.send().await?.error_for_status()?;
        Ok(())
    }

    pub async fn bot(&self, pace: Pace) -> anyhow::Result<Bot> {
        bot(&self.sandbox.url(), &self.database, pace, self.clock.now()).await
    }

    /// The officer writes and confirms; the bot must be running.
    pub async fn broadcasts(&self) -> anyhow::Result<()> {
        self.sandbox.say(OFFICER, OFFICER, "/thongbao");
        self.until(|message| message.contains("gửi nội dung"))
            .await?;
        self.sandbox.say(OFFICER, OFFICER, WORDS);
        self.taps("Xác nhận gửi").await
    }

    /// Taps the officer's newest button of that name, once it is there.
    pub async fn taps(&self, label: &str) -> anyhow::Result<()> {
        for _ in 0..1_000 {
            let messages = self.sandbox.recent(OFFICER, 4);
            for message in messages.iter().rev() {
                let mut keys = message.keyboard.iter().flatten();
                if keys.any(|key| key.text == label) {
                    let tapped = self.sandbox.tap(OFFICER, OFFICER, message.id, label);
                    return tapped.map(drop).map_err(anyhow::Error::msg);
                }
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        anyhow::bail!("no button '{label}'")
    }

    async fn until(&self, wanted: impl Fn(&str) -> bool) -> anyhow::Result<()> {
        for _ in 0..1_000 {
            let newest = self.sandbox.recent(OFFICER, 1);
            if newest.last().is_some_and(|message| wanted(&message.text)) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        anyhow::bail!("the officer was not answered")
    }

    /// Members whose phones nobody ever sees.
    pub async fn more_members(&mut self, members: i64) -> anyhow::Result<()> {
        add(&mut self.sql, FIRST + self.members, members).await
    }

    /// One number from the database.
    pub async fn number(&mut self, query: &'static str) -> anyhow::Result<i64> {
        Ok(sqlx::query_scalar(query).fetch_one(&mut self.sql).await?)
    }

    /// Whether nothing of the newest broadcast is left to do.
    pub async fn is_done(&mut self) -> anyhow::Result<bool> {
        let query = "SELECT count(*) FROM broadcasts WHERE state = 'done'";
        Ok(self.number(query).await? > 0)
    }

    /// Calls on their way when the process died: what may come to be in doubt.
    pub async fn in_flight(&mut self) -> anyhow::Result<i64> {
        self.number("SELECT count(*) FROM outbox WHERE state = 'claimed' AND on_doubt = 'unknown'")
            .await
    }

    /// What the ledger says, against what is on the phones.
    pub async fn verdict(&mut self) -> anyhow::Result<Verdict> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT m.user_id, r.state FROM recipients AS r JOIN members AS m ON m.id = r.member_id ORDER BY r.id",
        )
        .fetch_all(&mut self.sql)
        .await?;
        let members = usize::try_from(self.members)?;
        ensure!(rows.len() == members, "the ledger has {} rows", rows.len());
        let mut verdict = Verdict::default();
        for (user, state) in rows {
            let messages = self.sandbox.messages(user);
            let copies = messages.iter().filter(|message| message.text == WORDS);
            let copies = copies.count();
            verdict.twice += usize::from(copies > 1);
            match (state.as_str(), copies) {
                ("sent", 1..) => verdict.sent += 1,
                ("sent", 0) => verdict.lost += 1,
                ("unknown", _) => verdict.unknown += 1,
                // IncomingMessage not to have been sent, and it was.
                (_, 1..) => verdict.wrong += 1,
                ("failed" | "unreachable", _) => verdict.failed += 1,
                _ => verdict.lost += 1,
            }
        }
        Ok(verdict)
    }
}

/// What became of a broadcast's recipients.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verdict {
    pub sent: usize,
    pub unknown: usize,
    pub failed: usize,
    /// Neither delivered nor said to be in doubt.
    pub lost: usize,
    pub twice: usize,
    /// Delivered, and the ledger denies it.
    pub wrong: usize,
}

/// A database with one unit and so many members; the connection is for looking into it.
pub async fn fill(path: &Path, members: i64) -> anyhow::Result<SqliteConnection> {
    let db = Db::open(path).await?;
    let mut tx = db.begin(friday(), &mut StdRng::seed_from_u64(1)).await?;
    let csv = "code,name,parent,kind,members\nT,Công đoàn tỉnh (minh họa),,tỉnh,90\n";
    let plan = units::read(csv.as_bytes(), &[]);
    let plan = plan.map_err(|wrongs| anyhow::anyhow!("{wrongs:?}"))?;
    units::import(&mut tx, &plan).await?;
    tx.commit().await?;
    db.close().await;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(Duration::from_secs(10));
    let mut sql = options.connect().await?;
    add(&mut sql, FIRST, members).await?;
    Ok(sql)
}

async fn add(sql: &mut SqliteConnection, first: i64, members: i64) -> anyhow::Result<()> {
    let core = core(FAST)?;
    let (account, abroad) = (
        core.proof(ConsentPart::Account),
        core.proof(ConsentPart::Abroad),
    );
    let proofs = serde_json::json!({ "account": account, "abroad": abroad });
    let mut tx = sql.begin().await?;
    sqlx::query(
        "WITH RECURSIVE n (user) AS (SELECT $1 UNION ALL SELECT user + 1 FROM n WHERE user + 1 < $1 + $2)
         INSERT INTO members (user_id, unit_id, language, window, joined_on)
         SELECT user, (SELECT id FROM units), 'vi', 'noon', '2026-11-20' FROM n",
    )
    .bind(first)
    .bind(members)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "INSERT INTO consents (member_id, part, text_hash, given_on)
         SELECT members.id, part.key, part.value, '2026-11-20' FROM members, json_each($2) AS part
         WHERE user_id >= $1",
    )
    .bind(first)
    .bind(proofs.to_string())
    .execute(&mut *tx)
    .await?;
    tx.commit().await.context("the members cannot be stored")
}

//! What is there before the presses: members with an open quiz in the database, and the same
//! messages on their phones.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use nhip::clock::Clock;
use nhip::db::Db;
use nhip::event::ConsentPart;
use nhip::outgoing::{Call, Keyboard};
use nhip::{store, units};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use telegram_sandbox::{Options, Sandbox};
use testkit::parts;

/// The first member's number; the others follow.
const FIRST: i64 = 100_000;

/// The database as every round finds it, and the question on each phone.
pub(crate) struct Stage {
    folder: PathBuf,
    /// An earlier build of this program.
    pub(crate) before: Option<PathBuf>,
    questions: Vec<Question>,
}

struct Question {
    user: i64,
    text: String,
    keyboard: Keyboard,
}

/// A press to be made.
pub(crate) struct Press {
    pub(crate) user: i64,
    pub(crate) message: i64,
    pub(crate) data: String,
}

impl Stage {
    /// Makes the database once: units, members, the week's round, a quiz for everybody.
    pub(crate) async fn set(
        folder: &Path,
        members: i64,
        before: Option<PathBuf>,
    ) -> anyhow::Result<Self> {
        let path = folder.join("stage.db");
        let core = parts::core_of_run(&[]);
        let db = Db::open(&path).await?;
        let mut rng = StdRng::seed_from_u64(1);
        let mut tx = db.begin(parts::monday(0), &mut rng).await?;
        let plan = units::read(tree().as_bytes(), &[]);
        let plan = plan.map_err(|wrongs| anyhow::anyhow!("{wrongs:?}"))?;
        units::import(&mut tx, &plan, units::Importer::Server).await?;
        let unit = store::units::all(&mut tx).await?;
        let sections: Vec<i64> = unit
            .iter()
            .filter(|unit| unit.kind == "bộ phận")
            .map(|unit| unit.id.0)
            .collect();
        tx.commit().await?;
        let mut sql = open(&path).await?;
        for (user, section) in (FIRST..FIRST + members).zip(sections.iter().cycle()) {
            sqlx::query("INSERT INTO members (user_id, unit_id, language, window, joined_on) VALUES ($1, $2, 'vi', 'noon', '2026-11-20')")
                .bind(user)
                .bind(section)
                .execute(&mut sql)
                .await?;
        }
        for (part, name) in [
            (ConsentPart::Account, "account"),
            (ConsentPart::Abroad, "abroad"),
        ] {
            sqlx::query("INSERT INTO consents (member_id, part, text_hash, given_on) SELECT id, $1, $2, '2026-11-20' FROM members")
                .bind(name)
                .bind(core.proof(part))
                .execute(&mut sql)
                .await?;
        }
        let mut tx = db.begin(parts::monday(0), &mut rng).await?;
        while core.on_tick(&mut tx).await?.again {}
        let batch: Vec<_> = (FIRST..FIRST + members)
            .map(|user| parts::said(user, user, user, "/quiz"))
            .collect();
        core.on_updates(&mut tx, &batch).await?;
        tx.commit().await?;
        db.close().await;
        let calls: Vec<String> = sqlx::query_scalar("SELECT call FROM outbox ORDER BY id")
            .fetch_all(&mut sql)
            .await?;
        let questions = calls
            .iter()
            .map(|call| question(call))
            .collect::<Result<Vec<_>, _>>()?;
        for statement in [
            "DELETE FROM outbox",
            "DELETE FROM updates",
            "PRAGMA wal_checkpoint(TRUNCATE)",
        ] {
            sqlx::query(statement).execute(&mut sql).await?;
        }
        sql.close().await?;
        Ok(Self {
            folder: folder.to_owned(),
            before,
            questions,
        })
    }

    /// An emulated Telegram on which everybody has their question, and what they will press.
    pub(crate) async fn people(&self) -> anyhow::Result<(Sandbox, Vec<Press>)> {
        let clock = Clock::starting(parts::monday(0), 1.0);
        let mut sandbox = Options::new(Arc::new(move || clock.now()));
        sandbox.bot_username = parts::USERNAME.to_owned();
        let sandbox = Sandbox::start(([127, 0, 0, 1], 0).into(), sandbox).await?;
        let api = Http::new(sandbox.url())?;
        let mut presses = Vec::new();
        for (place, question) in self.questions.iter().enumerate() {
            let user = question.user;
            sandbox.add_user_with_id(user, "Nguyễn Văn Minh Họa", "vi");
            sandbox.say(user, user, "/start");
            let row = question
                .keyboard
                .first()
                .context("a question has buttons")?;
            let key = row.get(place % row.len()).context("a row has buttons")?;
            presses.push(Press {
                user,
                message: api.send(question).await?,
                data: key.data.clone(),
            });
        }
        api.call("deleteWebhook", &json!({ "drop_pending_updates": true }))
            .await?;
        Ok((sandbox, presses))
    }

    /// A copy of the database in which the quizzes stand in these messages.
    pub(crate) async fn database(&self, presses: &[Press]) -> anyhow::Result<PathBuf> {
        let path = self.empty()?;
        std::fs::copy(self.folder.join("stage.db"), &path)?;
        let mut sql = open(&path).await?;
        let mut tx = sql.begin().await?;
        for press in presses {
            sqlx::query("UPDATE quizzes SET message_id = $1 WHERE member_id = (SELECT id FROM members WHERE user_id = $2)")
                .bind(press.message)
                .bind(press.user)
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        sql.close().await?;
        Ok(path)
    }

    /// A path at which no database is.
    pub(crate) fn empty(&self) -> anyhow::Result<PathBuf> {
        let path = self.folder.join("round.db");
        for end in ["", "-wal", "-shm"] {
            let file = self.folder.join(format!("round.db{end}"));
            if file.exists() {
                std::fs::remove_file(file)?;
            }
        }
        Ok(path)
    }
}

/// A connection beside the contender's own.
pub(crate) async fn open(path: &Path) -> anyhow::Result<SqliteConnection> {
    Ok(SqliteConnectOptions::new().filename(path).connect().await?)
}

/// Ten grassroots units of four sections under a province: a lineage of three, as in most unions.
fn tree() -> String {
    let mut csv = "code,name,parent,kind,members\nT,Công đoàn tỉnh (minh họa),,tỉnh,\n".to_owned();
    for unit in 0..10 {
        csv += &format!("C{unit},Công đoàn cơ sở {unit},T,cơ sở,\n");
        for section in 0..4 {
            csv += &format!("C{unit}-{section},Bộ phận {unit}.{section},C{unit},bộ phận,50\n");
        }
    }
    csv
}

fn question(call: &str) -> anyhow::Result<Question> {
    match serde_json::from_str(call)? {
        Call::Send {
            chat,
            text,
            keyboard,
            ..
        } => Ok(Question {
            user: chat.0,
            text,
            keyboard,
        }),
        other => bail!("a quiz is owed as a message, not as {other:?}"),
    }
}

/// The bot's side of the preparations.
struct Http {
    client: reqwest::Client,
    url: String,
}

impl Http {
    fn new(url: String) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self { client, url })
    }

    async fn send(&self, question: &Question) -> anyhow::Result<i64> {
        let key =
            |key: &nhip::outgoing::Key| json!({ "text": key.label, "callback_data": key.data });
        let rows: Vec<Vec<_>> = question
            .keyboard
            .iter()
            .map(|row| row.iter().map(key).collect())
            .collect();
        let parameters = json!({
            "chat_id": question.user,
            "text": question.text,
            "parse_mode": "HTML",
            "reply_markup": { "inline_keyboard": rows },
        });
        let answer = self.call("sendMessage", &parameters).await?;
        answer["result"]["message_id"]
            .as_i64()
            .with_context(|| format!("not sent: {answer}"))
    }

    async fn call(
        &self,
        method: &str,
        parameters: &serde_json::Value,
    ) -> anyhow::Result<serde_json::Value> {
        let request = self
            .client
            .post(format!("{}/bot1000000001:bench/{method}", self.url));
        let request = request
            .header("content-type", "application/json")
            .body(parameters.to_string());
        Ok(serde_json::from_slice(
            &request.send().await?.bytes().await?,
        )?)
    }
}

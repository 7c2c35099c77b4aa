//! What is there before the presses: members with an open quiz in the database, and the buttons below it.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use nhip::db::Db;
use nhip::event::ConsentPart;
use nhip::outgoing::Call;
use nhip::{store, units};
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use testkit::parts;

use crate::telegram::Press;

/// The first member's number; the others follow.
const FIRST: i64 = 100_000;
/// The message in which everybody's quiz stands: each private chat counts its own.
const MESSAGE: i64 = 7;

/// The database as every round finds it, and the question on each phone.
pub(crate) struct Stage {
    folder: PathBuf,
    /// An earlier build of this program.
    pub(crate) before: Option<PathBuf>,
    presses: Vec<Press>,
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
        let calls = calls.iter().enumerate();
        let presses = calls
            .map(|(place, call)| press(place, call))
            .collect::<Result<Vec<_>, _>>()?;
        for press in &presses {
            sqlx::query("UPDATE quizzes SET message_id = $1 WHERE member_id = (SELECT id FROM members WHERE user_id = $2)")
                .bind(press.message)
                .bind(press.user)
                .execute(&mut sql)
                .await?;
        }
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
            presses,
        })
    }

    /// A file of the first presses: everybody presses one of their question's buttons.
    pub(crate) fn presses(&self, presses: usize) -> anyhow::Result<PathBuf> {
        let path = self.folder.join("presses.json");
        let some = self
            .presses
            .get(..presses)
            .context("more presses than members")?;
        std::fs::write(&path, serde_json::to_vec(some)?)?;
        Ok(path)
    }

    /// A copy of the database.
    pub(crate) fn database(&self) -> anyhow::Result<PathBuf> {
        let path = self.empty()?;
        std::fs::copy(self.folder.join("stage.db"), &path)?;
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

/// The press of one of the buttons below a question, which stands in this message.
fn press(place: usize, call: &str) -> anyhow::Result<Press> {
    let Call::Send { chat, keyboard, .. } = serde_json::from_str(call)? else {
        bail!("a quiz is owed as a message")
    };
    let row = keyboard.first().context("a question has buttons")?;
    let key = row.get(place % row.len()).context("a row has buttons")?;
    Ok(Press {
        user: chat.0,
        message: MESSAGE,
        data: key.data.clone(),
    })
}

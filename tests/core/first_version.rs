//! A database of the first version that was ever in use, upgraded to today's: what it holds is there, and the bot goes on.

use std::path::Path;

use nhip::backup::{self, Order};
use nhip::db::{Db, MIGRATIONS};
use nhip::store::audit::Verdict;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use tempfile::TempDir;
use testkit::stage::{Actor, FILE, OFFICER, Stage, folder, moment, runtime};

/// The steps that it had.
const STEPS: usize = 2;

const ROWS: &str = include_str!("first_version.sql");

fn first_version() -> TempDir {
    let folder = folder();
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join(FILE))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal);
    runtime().block_on(async {
        let mut connection = options.connect().await.expect("a connection");
        let steps = MIGRATIONS
            .iter()
            .take(STEPS)
            .map(|step| step.sql.as_str().to_owned());
        for statements in steps.chain([ROWS.to_owned()]) {
            let done = sqlx::raw_sql(AssertSqlSafe(statements));
            done.execute(&mut connection).await.expect("statements");
        }
        connection.close().await.expect("closed");
    });
    folder
}

#[test]
fn it_upgrades_to_today_and_the_bot_goes_on() {
    let stage = Stage::over(first_version());
    assert_eq!(stage.rows("PRAGMA integrity_check"), ["ok"]);
    assert_eq!(
        stage.rows("SELECT \"table\" FROM pragma_foreign_key_check"),
        [""; 0]
    );
    stage.set("2026-12-09 09:00");
    stage.restart();
    for (what, count) in [
        ("members", 40),
        ("consents", 120),
        ("participations", 120),
        ("quiz_questions WHERE letter IS NOT NULL", 256),
        ("checkin_answers", 84),
        ("journals", 1),
    ] {
        assert_eq!(
            stage.number(&format!("SELECT count(*) FROM {what}")),
            count,
            "{what}"
        );
    }
    let verdict = stage.write(async |tx, _| nhip::store::audit::verify(tx).await);
    assert!(
        matches!(verdict, Ok(Verdict::Sound { lines: 3.., .. })),
        "{verdict:?}"
    );
    let owner = Actor::new(&stage, "Trưởng ban", OFFICER);
    owner.says("/baocao tuần trước");
    owner.sees("Liên đoàn Lao động tỉnh");
    stage.at("2026-12-09 11:40");
    // The updates of the third week are known as done.
    stage.jump_ids(600_000);
    let an = Actor::new(&stage, "An", 7_001_001);
    // The words of the consents have changed since: nothing new before they agree.
    an.says("/tracnghiem");
    assert!(an.has_button("Đồng ý"));
    stage.at("2026-12-13 21:00");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
    stage.at("2026-12-14 07:00");
    assert_eq!(stage.number("SELECT count(*) FROM rounds"), 4);
}

#[test]
fn it_is_backed_up_before_it_is_upgraded_and_that_copy_can_be_restored() {
    let (home, elsewhere) = (first_version(), folder());
    let path = home.path().join(FILE);
    let now = moment("2026-12-09 09:00");
    let made = runtime().block_on(async {
        let mut made = None;
        let upgrading = async || {
            made = backup::before_upgrade(&path, None, None, now).await?;
            anyhow_ok()
        };
        let db = Db::own(&path, "run", now, upgrading)
            .await
            .expect("upgraded");
        db.close().await;
        made.expect("a backup of what was there")
    });
    assert_eq!(made.schema, i64::try_from(STEPS).unwrap());
    assert_eq!(made.left_out.answers, 84);
    let database = elsewhere.path().join(FILE);
    let restored = restored(&made.path, &database);
    assert_eq!(restored.copy.schema, made.schema);
    assert_eq!(restored.copy.copied_at, None, "it had no place to say so");
    let stage = Stage::over(elsewhere);
    stage.set("2026-12-09 09:00");
    stage.restart();
    assert_eq!(stage.number("SELECT count(*) FROM members"), 40);
    assert_eq!(
        stage.number("SELECT count(*) FROM outbox WHERE state = 'queued' AND lane > 0"),
        0
    );
}

fn restored(file: &Path, database: &Path) -> backup::Restored {
    let order = Order {
        file,
        database,
        identity: None,
        force: false,
    };
    let restored = backup::restore(order, moment("2026-12-09 09:30"));
    runtime().block_on(restored).expect("a restore")
}

fn anyhow_ok() -> Result<(), anyhow::Error> {
    Ok(())
}

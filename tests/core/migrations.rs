//! The schema: each step on the data of the one before, and files that cannot be used.

use std::path::{Path, PathBuf};

use nhip::db::{Db, MIGRATIONS};
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions};
use tempfile::TempDir;
use testkit::stage::{FILE, Stage, folder, runtime};

/// What a step adds to the sample data: in the end a week of two members, with a row in every table.
fn sample(version: i64) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join(format!("tests/core/samples/{version:04}.sql"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "step {version} needs sample data of its own in {}: {error}",
            path.display()
        )
    })
}

async fn connect(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true);
    options.connect().await.expect("a connection")
}

async fn run(connection: &mut SqliteConnection, statements: String) {
    sqlx::raw_sql(AssertSqlSafe(statements))
        .execute(connection)
        .await
        .expect("the statements run");
}

/// A file as it was when that step was the newest: each step ran on the data of the one before.
fn file_of(version: i64) -> TempDir {
    let folder = folder();
    runtime().block_on(async {
        let mut connection = connect(&folder.path().join(FILE)).await;
        for step in MIGRATIONS.iter().filter(|step| step.version <= version) {
            let done = MIGRATIONS
                .iter()
                .filter(|other| other.version <= step.version)
                .cloned()
                .collect();
            let then = Migrator::with_migrations(done);
            then.run(&mut connection).await.expect("the step runs");
            run(&mut connection, sample(step.version)).await;
        }
    });
    folder
}

#[test]
fn each_step_runs_on_the_data_of_the_one_before_and_the_bot_goes_on() {
    for step in MIGRATIONS.iter() {
        let stage = Stage::over(file_of(step.version));
        assert_eq!(stage.rows("PRAGMA integrity_check"), ["ok"]);
        assert_eq!(
            stage.rows("SELECT \"table\" FROM pragma_foreign_key_check"),
            [""; 0]
        );
        stage.restart();
        stage.at("2026-11-26 09:00");
        stage.at("2026-11-27 11:35");
        stage.at("2026-12-14 07:00");
        assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
        // The sample's own row.
        stage.quarantined.set(1);
    }
}

#[test]
fn the_sample_data_of_the_newest_step_has_a_row_in_every_table() {
    let newest = MIGRATIONS
        .iter()
        .map(|step| step.version)
        .max()
        .expect("a step");
    let stage = Stage::over(file_of(newest));
    for table in stage.tables() {
        assert!(
            stage.number(&format!("SELECT count(*) FROM {table}")) > 0,
            "{table}"
        );
    }
    stage.quarantined.set(1);
    stage.sabotage("DELETE FROM outbox");
}

#[test]
fn steps_are_numbered_one_by_one_and_every_table_is_strict() {
    let numbers: Vec<i64> = MIGRATIONS.iter().map(|step| step.version).collect();
    let expected: Vec<i64> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, expected);
    let stage = Stage::new();
    let loose = stage.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx_%'");
    assert_eq!(loose, [""; 0]);
}

/// What opening that file says, in full.
fn refusal(path: &Path) -> String {
    match runtime().block_on(Db::open(path)) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => format!("{error:#}"),
    }
}

fn changed(statement: &str) -> TempDir {
    let folder = folder();
    let path = folder.path().join(FILE);
    runtime().block_on(async {
        Db::open(&path).await.expect("a new file").close().await;
        run(&mut connect(&path).await, statement.to_owned()).await;
    });
    folder
}

#[test]
fn a_database_from_a_newer_version_is_refused_and_left_as_it_is() {
    let folder = changed(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 1)",
    );
    let path = folder.path().join(FILE);
    let said = refusal(&path);
    assert!(
        said.contains("was made by a newer nhip (its schema has step 9999")
            && said.contains("nhip.db"),
        "{said}"
    );
    assert_eq!(refusal(&path), said);
}

#[test]
fn a_database_whose_steps_differ_is_refused() {
    let folder = changed("UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 1");
    let said = refusal(&folder.path().join(FILE));
    assert!(
        said.contains("was made by a different nhip (step 1"),
        "{said}"
    );
}

#[test]
fn what_is_no_database_is_refused_and_left_as_it_is() {
    let folder = folder();
    let path = folder.path().join(FILE);
    let letter = "Kính gửi Công đoàn cơ sở. ".repeat(100);
    std::fs::write(&path, &letter).expect("a file");
    let said = refusal(&path);
    assert!(
        said.contains("is it an SQLite file?") && said.contains("nhip.db"),
        "{said}"
    );
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), letter);
}

#[test]
fn a_folder_and_a_place_that_is_not_there_are_refused() {
    let folder = folder();
    for path in [
        folder.path().to_path_buf(),
        folder.path().join("nowhere").join(FILE),
    ] {
        let said = refusal(&path);
        assert!(said.contains("is the folder there and writable"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_refused() {
    use std::fs::{OpenOptions, Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;

    let folder = changed("SELECT 1");
    let path = folder.path().join(FILE);
    set_permissions(&path, Permissions::from_mode(0o444)).expect("permissions");
    if OpenOptions::new().write(true).open(&path).is_ok() {
        eprintln!("skipped: permissions do not bind this user");
        return;
    }
    let said = refusal(&path);
    assert!(said.contains("cannot write to the database"), "{said}");
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let folder = folder();
    let path = folder.path().join(FILE);
    let opened = runtime().block_on(async {
        Db::open(&path).await?.close().await;
        Db::open(&path).await?.close().await;
        anyhow::Ok(())
    });
    opened.expect("a file can be opened twice");
}

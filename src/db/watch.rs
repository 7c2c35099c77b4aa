//! What becomes of the file under a running process, and how the process lets go of it.
//!
//! Knows what is looked at, how often, and what is told. Must not know how a file is told from another.

use std::time::Duration;

use super::Db;
use crate::told;

/// How often a running bot looks whether its file is still there.
const LOOK_EVERY: Duration = Duration::from_secs(2);

impl Db {
    /// What has become of the file that makes further writing vain; `None`: nothing.
    ///
    /// # Errors
    /// The connection is lost.
    pub(super) async fn trouble(&self) -> sqlx::Result<Option<String>> {
        let path = self.file.path();
        let log = || super::log_of(path).display().to_string();
        if !self.file.is_in_place() {
            return Ok(Some(told!("db-gone", path = path.display())));
        }
        if self.is_overwritten() {
            let told = told!("db-overwritten", path = path.display(), log = log());
            return Ok(Some(told));
        }
        if self.file.has_its_log() {
            return Ok(None);
        }
        // A connection that ends takes its log with it, and the next one has another: nobody can end it while it is
        // held here.
        let _held = self.pool.acquire().await?;
        let told = || told!("db-log-gone", path = path.display(), log = log());
        Ok((!self.file.has_its_log()).then(told))
    }

    fn is_overwritten(&self) -> bool {
        let held = self.lock.as_ref().and_then(|lock| lock.held());
        held.is_some_and(|held| held.is_overwritten())
    }

    /// Resolves, within seconds, when what is written would not be found again, with what to tell.
    pub(crate) async fn gone(&self) -> anyhow::Error {
        loop {
            if let Ok(Some(told)) = self.trouble().await {
                return anyhow::anyhow!(told);
            }
            if let Some(lock) = &self.lock {
                lock.renew();
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Waits for the last statement and closes the file.
    pub async fn close(&self) {
        if self.is_overwritten() {
            // SQLite would write the log into what somebody else put there: its connection ends with the process.
            Box::leak(Box::new(self.clone()));
            return;
        }
        // A log that the next start does not find beside the file holds what was confirmed.
        let whole = self.file.is_in_place() && self.file.has_its_log();
        if !whole && let Err(error) = self.checkpoint().await {
            tracing::error!(%error, "the last changes cannot be written into the database");
        }
        self.pool.close().await;
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use chrono::DateTime;
    use rand::SeedableRng;
    use rand::rngs::StdRng;
    use tempfile::TempDir;

    use super::*;

    /// A database that a process has, with words in it that are only in its log yet.
    async fn at_work() -> (TempDir, PathBuf, Db) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("nhip.db");
        let db = own(&path).await;
        execute(&db, "CREATE TABLE said (words TEXT) STRICT").await;
        db.checkpoint().await.expect("an empty log");
        execute(&db, "INSERT INTO said VALUES ('kept')").await;
        assert_eq!(db.trouble().await.expect("a connection"), None);
        (folder, path, db)
    }

    async fn own(path: &Path) -> Db {
        let owned = Db::own(path, "run", DateTime::UNIX_EPOCH, async || Ok(())).await;
        owned.expect("a database")
    }

    async fn execute(db: &Db, statement: &str) {
        let statement = sqlx::AssertSqlSafe(statement.to_owned());
        let done = sqlx::query(statement).execute(&db.pool).await;
        done.expect("done");
    }

    /// Nothing more is taken in, and it is told why.
    async fn ends(db: &Db) -> String {
        let mut rng = StdRng::seed_from_u64(1);
        let begun = db.begin(DateTime::UNIX_EPOCH, &mut rng).await;
        let refused = begun.expect_err("it must not go on").to_string();
        let told = db.gone().await.to_string();
        assert!(refused.contains(&told), "{refused}");
        told
    }

    /// What the next start finds.
    async fn found(path: &Path) -> i64 {
        let db = own(path).await;
        let count = sqlx::query_scalar("SELECT count(*) FROM said");
        let count = count.fetch_one(&db.pool).await.expect("a table");
        db.close().await;
        count
    }

    fn beside(path: &Path, suffix: &str) -> PathBuf {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        name.into()
    }

    #[tokio::test]
    async fn a_log_that_is_taken_away_ends_it_and_nothing_of_it_is_lost() {
        for taken in [&["-wal"][..], &["-shm"], &["-wal", "-shm"]] {
            let (_folder, path, db) = at_work().await;
            // Somebody else reads meanwhile: closing alone would leave it all in a log that is gone.
            let reader = Db::look(&path).await.expect("beside it");
            for suffix in taken {
                let file = beside(&path, suffix);
                std::fs::rename(&file, file.with_extension("elsewhere")).expect("moved");
            }
            let told = ends(&db).await;
            assert!(told.contains("nhip.db-wal of the database"), "{told}");
            db.close().await;
            reader.close().await;
            drop(db);
            assert_eq!(found(&path).await, 1, "{taken:?}");
        }
    }

    #[tokio::test]
    async fn a_link_in_the_place_of_the_file_ends_it_and_nothing_is_lost() {
        let (_folder, path, db) = at_work().await;
        let real = path.with_file_name("real.db");
        std::fs::rename(&path, &real).expect("moved");
        std::os::unix::fs::symlink("real.db", &path).expect("a link");
        let told = ends(&db).await;
        assert!(told.contains("is no longer the file"), "{told}");
        db.close().await;
        drop(db);
        assert_eq!(found(&path).await, 1);
    }

    #[tokio::test]
    async fn a_connection_that_is_replaced_has_another_log_and_that_is_no_alarm() {
        let (_folder, path, db) = at_work().await;
        let connection = db.pool.acquire().await.expect("a connection");
        connection.close().await.expect("closed");
        assert!(!beside(&path, "-wal").exists());
        assert_eq!(db.trouble().await.expect("the next connection"), None);
        execute(&db, "INSERT INTO said VALUES ('later')").await;
        assert_eq!(db.trouble().await.expect("a connection"), None);
        db.close().await;
        drop(db);
        assert_eq!(found(&path).await, 2);
    }

    #[tokio::test]
    async fn another_program_that_goes_by_sqlites_rules_is_no_alarm() {
        let (_folder, path, db) = at_work().await;
        let other = Db::open(&path).await.expect("a second connection");
        for statement in [
            "CREATE TABLE large AS SELECT hex(randomblob(200000)) AS words",
            "PRAGMA wal_checkpoint(TRUNCATE)",
            "DROP TABLE large",
            "VACUUM",
            "PRAGMA wal_checkpoint(TRUNCATE)",
            "INSERT INTO said VALUES ('by another')",
            "PRAGMA wal_checkpoint(PASSIVE)",
        ] {
            execute(&other, statement).await;
            assert_eq!(db.trouble().await.expect("connected"), None, "{statement}");
        }
        other.close().await;
        assert_eq!(db.trouble().await.expect("a connection"), None);
        db.close().await;
        drop(db);
        assert_eq!(found(&path).await, 2);
    }

    #[tokio::test]
    async fn a_file_that_is_written_over_ends_it_and_is_left_as_it_is() {
        for how in ["a backup", "an older copy", "another", "emptied", "cut off"] {
            let (folder, path, db) = at_work().await;
            let put = match how {
                "a backup" => {
                    let backup = folder.path().join("backup.db");
                    db.copy_into(&backup).await.expect("a copy");
                    std::fs::read(backup).expect("a copy")
                }
                "an older copy" => {
                    let older = std::fs::read(&path).expect("the file");
                    // Enough for the first page to change.
                    execute(&db, "CREATE TABLE later (words TEXT) STRICT").await;
                    db.checkpoint().await.expect("in the file");
                    assert_eq!(db.trouble().await.expect("a connection"), None);
                    execute(&db, "INSERT INTO said VALUES ('later')").await;
                    older
                }
                // One that has had the same beginning, and more since.
                "another" => {
                    let other = folder.path().join("other.db");
                    let another = own(&other).await;
                    execute(&another, "CREATE TABLE said (words TEXT) STRICT").await;
                    execute(&another, "CREATE TABLE more (words TEXT) STRICT").await;
                    another.close().await;
                    std::fs::read(other).expect("a file")
                }
                "emptied" => Vec::new(),
                _ => std::fs::read(&path).expect("the file")[..8192].to_owned(),
            };
            // The same file, as `cp` leaves it.
            std::fs::write(&path, &put).expect("written over");
            let log = std::fs::read(beside(&path, "-wal")).expect("a log");
            let told = ends(&db).await;
            assert!(told.contains("was written over"), "{how}: {told}");
            db.close().await;
            drop(db);
            assert_eq!(std::fs::read(&path).expect("the file"), put, "{how}");
            assert_eq!(std::fs::read(beside(&path, "-wal")).expect("a log"), log);
        }
    }
}

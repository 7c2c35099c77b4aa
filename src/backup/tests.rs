//! Backups and restores step by step: what is refused, and what is left where one breaks off.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;

use super::folder::{claim, made_in, partial};
use super::*;
use crate::db::log_of;
use crate::store::installation;

fn moment(text: &str) -> DateTime<Utc> {
    format!("{text}:00+07:00").parse().expect("a moment")
}

/// After anything that these tests do: file systems know the real time only.
fn later() -> DateTime<Utc> {
    moment("2100-01-01T02:00")
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A database at work, in which so many updates have been handled.
async fn at_work(folder: &Path, updates: i64) -> (Db, PathBuf) {
    let path = folder.join("nhip.db");
    let now = moment("2026-11-23T09:00");
    let db = Db::own(&path, "run", now, async || Ok(())).await;
    let db = db.expect("a database");
    handle(&db, updates).await;
    (db, path)
}

/// The process ends.
async fn ends(db: Db) {
    db.close().await;
}

async fn handle(db: &Db, updates: i64) {
    let mut tx = db
        .begin(moment("2026-11-23T09:00"), &mut StdRng::seed_from_u64(1))
        .await
        .expect("a transaction");
    installation::ensure(&mut tx).await.expect("a row");
    store::audit::seal(&mut tx).await.expect("a chain");
    for id in 0..updates {
        sqlx::query("INSERT OR IGNORE INTO updates VALUES ($1, '2026-11-23')")
            .bind(id)
            .execute(tx.connection())
            .await
            .expect("an update");
    }
    tx.commit().await.expect("a commit");
}

async fn updates(database: &Path) -> usize {
    let db = Db::look(database).await.expect("a database");
    let mut tx = db
        .begin(later(), &mut StdRng::seed_from_u64(1))
        .await
        .expect("a transaction");
    let handled = store::restores::handled(&mut tx).await.expect("updates");
    drop(tx);
    db.close().await;
    handled.len()
}

async fn into(database: &Path, folder: &Path, now: DateTime<Utc>) -> anyhow::Result<Made> {
    take(database, Target::Folder(folder.to_owned(), None), None, now).await
}

fn order<'a>(file: &'a Path, database: &'a Path) -> Order<'a> {
    Order {
        file,
        database,
        identity: None,
        force: false,
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn what_is_in_the_way_is_told_and_nothing_is_left_lying() {
    let (home, backups) = (folder(), folder());
    let (db, path) = at_work(home.path(), 3).await;
    let link = backups.path().join("link.db");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    let there = backups.path().join("there.db");
    fs::write(&there, "a letter").expect("a file");
    let file = |path: &Path| Target::File(path.to_owned());
    for (target, told) in [
        (file(&path), "is the database itself"),
        (file(&link), "is a symbolic link"),
        (file(&there), "a backup replaces none"),
        (
            file(&backups.path().join("nowhere/a.db")),
            "there is no folder",
        ),
    ] {
        let refused = take(&path, target, None, later()).await.expect_err(told);
        assert!(refused.to_string().contains(told), "{refused:#}");
    }
    let refused = Target::named(&there, Some(7)).expect_err("no folder");
    assert!(refused.to_string().contains("--keep needs a folder"));
    assert_eq!(fs::read_to_string(&there).expect("a file"), "a letter");
    assert_eq!(names(backups.path()), ["link.db", "there.db"]);
    ends(db).await;
    assert_eq!(updates(&path).await, 3);
}

#[tokio::test]
async fn a_damaged_database_is_no_backup_and_a_full_disk_says_so() {
    let (home, backups) = (folder(), folder());
    let (db, path) = at_work(home.path(), 5_000).await;
    ends(db).await;
    let mut bytes = fs::read(&path).expect("a file");
    // Half of it: a single page may be one that nothing uses.
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xff);
    fs::write(&path, bytes).expect("a file");
    let refused = into(&path, backups.path(), later())
        .await
        .expect_err("damaged");
    assert_eq!(trouble(&refused), Trouble::Damaged, "{refused:#}");
    assert!(names(backups.path()).is_empty());
    let full = anyhow::Error::from(std::io::Error::from(std::io::ErrorKind::StorageFull));
    assert_eq!(trouble(&full.context("cannot write")), Trouble::Full);
}

#[tokio::test]
async fn rotation_deletes_what_this_program_made_and_never_the_newest() {
    let (home, backups) = (folder(), folder());
    let (db, path) = at_work(home.path(), 3).await;
    let others = ["nhip.db", "nhip-2026.db", "letter.txt"];
    for other in others {
        fs::write(backups.path().join(other), "theirs").expect("a file");
    }
    for day in 1..=4 {
        let target = Target::Folder(backups.path().to_owned(), Some(2));
        let now = moment(&format!("2026-12-0{day}T02:00"));
        take(&path, target, None, now).await.expect("a backup");
    }
    // The clock is set back: the newest made is not the newest by name, and stays.
    let target = Target::Folder(backups.path().to_owned(), Some(1));
    let made = take(&path, target, None, moment("2026-11-01T02:00")).await;
    let made = made.expect("a backup");
    assert!(made.path.exists());
    assert_eq!(made_in(backups.path()).len(), 2);
    for other in others {
        assert!(backups.path().join(other).exists(), "{other}");
    }
    ends(db).await;
}

#[tokio::test]
async fn an_encrypted_one_opens_with_its_key_alone_and_stays_closed_until_it_is_sealed() {
    let (home, backups, elsewhere) = (folder(), folder(), folder());
    let (db, path) = at_work(home.path(), 3).await;
    let key = age::x25519::Identity::generate();
    let recipient: Recipient = key.to_public().to_string().parse().expect("a key");
    let target = Target::Folder(backups.path().to_owned(), None);
    // What is not sealed yet lies beside the database, never where backups go.
    let plan = Plan::of(&path, target.clone(), true, later()).expect("a plan");
    assert_eq!(plan.staged.parent(), path.parent());
    drop(plan);
    let made = take(&path, target, Some(&recipient), later()).await;
    let made = made.expect("a backup").path;
    // Where no folder is named, before an upgrade.
    let beside = Target::Folder(home.path().to_owned(), None);
    let beside = take(&path, beside, Some(&recipient), later()).await;
    assert!(beside.expect("beside the database").path.exists());
    ends(db).await;
    let bytes = fs::read(&made).expect("a file");
    assert!(!bytes.windows(6).any(|part| part == b"SQLite"));
    let secret = |text: &str| {
        let path = elsewhere.path().join("key.txt");
        fs::write(&path, format!("# created: today\n{text}\n")).expect("a key");
        path
    };
    let database = elsewhere.path().join("nhip.db");
    let tried = async |identity: Option<&Path>| {
        let order = Order {
            identity,
            ..order(&made, &database)
        };
        restore(order, later()).await
    };
    let told = |refused: anyhow::Result<Restored>| format!("{:#}", refused.expect_err("closed"));
    assert!(told(tried(None).await).contains("is encrypted"));
    let other = age::x25519::Identity::generate();
    let other = age::secrecy::ExposeSecret::expose_secret(&other.to_string()).to_owned();
    assert!(told(tried(Some(&secret(&other))).await).contains("does not open"));
    assert!(told(tried(Some(&secret("a word"))).await).contains("holds no age secret key"));
    assert!(!database.exists());
    let own = age::secrecy::ExposeSecret::expose_secret(&key.to_string()).to_owned();
    tried(Some(&secret(&own))).await.expect("its key");
    assert_eq!(updates(&database).await, 3);
    let held = fs::metadata(&database).expect("a file").permissions();
    assert_eq!(held.mode() & 0o777, 0o600);
    // Cut short, as by a disk that was full.
    fs::write(&made, &bytes[..bytes.len() / 2]).expect("a file");
    fs::remove_file(&database).expect("gone");
    assert!(told(tried(Some(&secret(&own))).await).contains("cannot be read to its end"));
}

#[tokio::test]
async fn a_backup_that_breaks_off_after_any_step_leaves_no_file_that_looks_like_one() {
    let (home, backups) = (folder(), folder());
    let (db, path) = at_work(home.path(), 3).await;
    let target = Target::Folder(backups.path().to_owned(), None);
    for steps in 0..=2 {
        let plan = Plan::of(&path, target.clone(), false, later()).expect("a plan");
        if steps > 0 {
            stage(&path, &plan, later()).await.expect("the first step");
        }
        if steps > 1 {
            check_copy(&plan.staged, later()).await.expect("the second");
        }
        assert!(made_in(backups.path()).is_empty());
        let refused = Plan::of(&path, target.clone(), false, later()).expect_err("one at a time");
        assert!(refused.to_string().contains("another backup"), "{refused}");
        // Killed: nothing is tidied up, the lock is gone.
        let left = fs::read(&plan.staged).unwrap_or_default();
        let staged = plan.staged.clone();
        drop(plan);
        fs::write(&staged, left).expect("what a killed process leaves");
    }
    let made = into(&path, backups.path(), later())
        .await
        .expect("the next one");
    let name = made
        .path
        .file_name()
        .expect("a name")
        .to_str()
        .expect("text");
    assert_eq!(
        names(backups.path()),
        [name],
        "and clears away what lay there"
    );
    ends(db).await;
}

/// The states between two steps of a restore, each made by hand: whatever has happened, a further try ends well and both
/// databases are whole.
#[tokio::test]
async fn a_restore_that_breaks_off_at_any_step_is_done_again() {
    for steps in 0..=4 {
        let (home, backups) = (folder(), folder());
        let (db, path) = at_work(home.path(), 3).await;
        let made = into(&path, backups.path(), later())
            .await
            .expect("a backup")
            .path;
        // More has come since, and is in the log alone.
        handle(&db, 40).await;
        let log = log_of(&path);
        let [kept, kept_log] =
            ["nhip.db", "nhip.db-wal"].map(|name| home.path().join(format!("kept-{name}")));
        fs::copy(&path, &kept).expect("a copy");
        fs::copy(&log, &kept_log).expect("a copy");
        ends(db).await;
        fs::rename(&kept, &path).expect("as after a power cut");
        fs::rename(&kept_log, &log).expect("as after a power cut");
        let aside = home.path().join("nhip.db.before-restore-20261123-090000");
        if steps > 0 {
            fs::write(partial(&path), "half a copy").expect("a file");
        }
        if steps > 1 {
            fs::hard_link(&log, log_of(&aside)).expect("a second name");
        }
        if steps > 2 {
            fs::rename(&path, &aside).expect("aside");
        }
        if steps > 3 {
            fs::remove_file(&log).expect("gone");
        }
        if steps > 2 {
            let started = Db::own(&path, "run", later(), async || Ok(())).await;
            assert!(started.is_err(), "no new database begins: step {steps}");
        }
        let order = Order {
            force: steps <= 2,
            ..order(&made, &path)
        };
        let restored = restore(order, moment("2026-11-23T10:00")).await;
        let restored = restored.unwrap_or_else(|error| panic!("step {steps}: {error:#}"));
        let aside = restored.aside.unwrap_or(aside);
        let known = if steps > 2 { 3 } else { 40 };
        assert_eq!(updates(&path).await, known, "step {steps}");
        assert_eq!(
            updates(&aside).await,
            40,
            "step {steps}: what was there is whole"
        );
        let db = Db::open(&path).await.expect("it starts");
        ends(db).await;
        assert!(!partial(&path).exists());
    }
}

#[tokio::test]
async fn newer_data_a_foreign_log_and_a_process_at_work_refuse_a_restore() {
    let (home, backups) = (folder(), folder());
    let (db, path) = at_work(home.path(), 3).await;
    let made = into(&path, backups.path(), moment("2026-11-23T09:30")).await;
    let made = made.expect("a backup").path;
    let told = |refused: anyhow::Result<Restored>| format!("{:#}", refused.expect_err("refused"));
    let refused = told(restore(order(&made, &path), later()).await);
    assert!(refused.contains("is in use by 'nhip run'"), "{refused}");
    let log = fs::read(log_of(&path)).expect("a log");
    ends(db).await;
    let refused = told(restore(order(&made, &path), later()).await);
    assert!(
        refused.contains("what came since would be lost"),
        "{refused}"
    );
    fs::remove_file(&path).expect("lost");
    fs::write(log_of(&path), log).expect("left over");
    let refused = told(restore(order(&made, &path), later()).await);
    assert!(
        refused.contains("nhip.db-wal holds the last changes of one"),
        "{refused}"
    );
    let beside = log_of(&made);
    fs::write(&beside, "its last changes").expect("a log");
    let refused = told(restore(order(&made, &path), later()).await);
    assert!(refused.contains("is no finished copy"), "{refused}");
    fs::remove_file(beside).expect("gone");
    let forced = Order {
        force: true,
        ..order(&made, &path)
    };
    let restored = restore(forced, later()).await.expect("as it was asked for");
    assert_eq!(restored.aside, None, "there was no database");
    assert_eq!(updates(&path).await, 3);
    let left: Vec<String> = names(home.path());
    assert!(
        left.iter()
            .any(|name| name.contains("before-restore") && name.ends_with("-wal")),
        "{left:?}"
    );
}

#[tokio::test]
async fn a_check_reads_all_of_it_and_changes_nothing() {
    let (home, backups) = (folder(), folder());
    let (db, path) = at_work(home.path(), 3).await;
    let made = into(&path, backups.path(), moment("2026-11-23T09:30")).await;
    let made = made.expect("a backup").path;
    ends(db).await;
    let (before, listed) = (fs::read(&path).expect("a file"), names(home.path()));
    let copy = check(order(&made, &path), later()).await.expect("sound");
    assert_eq!(copy.copied_at, Some(moment("2026-11-23T09:30")));
    assert!(
        copy.counts.contains(&("updates".to_owned(), 3)),
        "{:?}",
        copy.counts
    );
    assert_eq!(fs::read(&path).expect("a file"), before);
    assert_eq!(names(home.path()), listed);
    let mut bytes = fs::read(&made).expect("a file");
    let last = bytes.len() - 4096;
    bytes[last..].fill(7);
    fs::write(&made, bytes).expect("a file");
    let refused = check(order(&made, &path), later())
        .await
        .expect_err("damaged");
    assert!(
        format!("{refused:#}").contains("cannot be restored"),
        "{refused:#}"
    );
    assert_eq!(names(home.path()), listed);
}

#[tokio::test]
async fn an_upgrade_is_backed_up_once_and_not_made_where_that_fails() {
    let home = folder();
    let (db, path) = at_work(home.path(), 3).await;
    ends(db).await;
    let upgrade = async |now| before_upgrade(&path, None, None, now).await;
    let made = upgrade(later())
        .await
        .expect("a backup")
        .expect("the first");
    assert_eq!(made.path.parent(), path.parent());
    let again = upgrade(moment("2100-01-01T02:01")).await.expect("tried");
    assert!(again.is_none(), "nothing has changed since");
    let nowhere = home.path().join("nowhere");
    let refused = before_upgrade(&path, Some((&nowhere, 7)), None, later()).await;
    let refused = format!("{:#}", refused.expect_err("no folder"));
    assert!(refused.contains("nothing was changed"), "{refused}");
    assert!(claim(home.path()).is_ok());
}

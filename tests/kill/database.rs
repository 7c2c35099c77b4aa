//! The database's file: whose it is while a process runs, what becomes of it under one, where a new one begins.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use testkit::world::World;

use crate::process::{Process, command, nhip, report, settles, told};

/// The same without what differs from run to run.
fn masked(told: &str) -> String {
    let Some((before, rest)) = told.split_once("(process ") else {
        return told.to_owned();
    };
    let (_, after) = rest.split_once(')').expect("a bracket is closed");
    format!("{before}(‹who and since when›){after}")
}

fn units(world: &World, arguments: &[&str]) -> Command {
    let mut command = nhip();
    command
        .arg("units")
        .args(arguments)
        .env("NHIP_DATABASE", world.path())
        .current_dir(folder(world));
    command
}

fn folder(world: &World) -> PathBuf {
    world.path().parent().expect("a folder").to_owned()
}

fn moved(from: &Path, to: &Path) {
    std::fs::rename(from, to).expect("it can be moved");
}

#[tokio::test]
async fn a_second_process_is_told_who_has_the_database_until_that_one_is_dead() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let first = Process::start(&world).await;
    settles(&world).await;
    let mut second = command(&world, &world.path());
    second.env("NHIP_LOG", "error");
    insta::assert_snapshot!(masked(&told(&world, second).await), @r"
    exit code 1
    nhip: NHIP_DATABASE: the database ‹folder›/nhip.db is in use by 'nhip run' (‹who and since when›): one process at a time may change it. Stop that one first
    ");
    let csv = "code,name,parent,kind,members\nNEW,Đơn vị mới,,đơn vị,3\n";
    std::fs::write(folder(&world).join("new.csv"), csv).unwrap();
    let import = units(
        &world,
        &["import", "new.csv", "--yes", "--database", "nhip.db"],
    );
    let import = told(&world, import).await;
    assert!(import.starts_with("exit code 1\n"), "{import}");
    assert!(import.contains("is in use by 'nhip run'"), "{import}");
    let link = world.path().with_file_name("link.db");
    std::os::unix::fs::symlink(world.path(), &link).unwrap();
    let mut second = command(&world, &link);
    second.env("NHIP_LOG", "error");
    let by_link = told(&world, second).await;
    assert!(by_link.contains("is in use by 'nhip run'"), "{by_link}");
    let mut listed = units(&world, &[]);
    listed.env("NHIP_DATABASE", &link);
    let listed = told(&world, listed).await;
    assert!(listed.contains("VP"), "who only looks may: {listed}");
    assert!(!listed.contains("NEW"), "{listed}");
    first.dies();
    let next = Process::start(&world).await;
    settles(&world).await;
    next.stops(&world).await;
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn a_database_that_is_moved_away_ends_the_bot_and_no_new_one_takes_its_place() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let mut process = Process::start(&world).await;
    settles(&world).await;
    let (database, away) = (world.path(), world.path().with_file_name("away.db"));
    moved(&database, &away);
    // Nobody is let in into a file that nobody finds again.
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.types("/start");
    let status = process.ended(&world).await;
    assert_eq!(status.code(), Some(1));
    assert!(
        process
            .log()
            .contains("it was moved, replaced or deleted while the program ran"),
        "{}",
        process.log()
    );
    assert_eq!(ana.messages().len(), 1);
    let mut again = command(&world, &database);
    again.env("NHIP_LOG", "error");
    insta::assert_snapshot!(told(&world, again).await, @r"
    exit code 1
    nhip: NHIP_DATABASE: there is no database ‹folder›/nhip.db, but there was one: put it back with the -wal file that belongs to it, or have 'nhip restore' put a backup there. To begin a new one in its place, delete ‹folder›/nhip.db.lock
    ");
    assert!(!database.exists());
    moved(&away, &database);
    let next = Process::start(&world).await;
    settles(&world).await;
    assert_eq!(
        ana.messages().len(),
        2,
        "what was not kept was not confirmed"
    );
    next.stops(&world).await;
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn a_second_process_is_refused_although_somebody_deleted_the_lock() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let database = world.path().with_file_name("other.db");
    let mut first = Process::start_on(&world, &database).await;
    let lock = world.path().with_file_name("other.db.lock");
    std::fs::remove_file(&lock).unwrap();
    let second = || {
        let mut second = command(&world, &database);
        second.env("NHIP_LOG", "error");
        second
    };
    let refused = told(&world, second()).await;
    assert!(refused.contains("other.db is in use by"), "{refused}");
    first.logs(&world, "it was made again").await;
    let refused = told(&world, second()).await;
    assert!(refused.contains("in use by 'nhip run'"), "{refused}");
    // A second name of the same file has a lock of its own beside it.
    let linked = world.path().with_file_name("linked.db");
    std::fs::hard_link(&database, &linked).unwrap();
    let mut by_link = command(&world, &linked);
    by_link.env("NHIP_LOG", "error");
    let refused = told(&world, by_link).await;
    assert!(
        refused.contains("is in use by another process"),
        "{refused}"
    );
    first.stops(&world).await;
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn what_somebody_does_to_the_file_or_its_log_ends_the_bot_with_a_sentence() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let path = |name: &str| world.path().with_file_name(name);
    let doings: [(&str, &dyn Fn(), &str); 4] = [
        (
            "a.db",
            &|| std::fs::remove_file(path("a.db-wal")).unwrap(),
            "the log",
        ),
        (
            "b.db",
            &|| {
                moved(&path("b.db"), &path("real.db"));
                std::os::unix::fs::symlink("real.db", path("b.db")).unwrap();
            },
            "is no longer the file that was opened",
        ),
        (
            "c.db",
            &|| drop(std::fs::File::create(path("c.db")).unwrap()),
            "was written over",
        ),
        (
            "d.db",
            &|| {
                std::fs::copy(path("copy.db"), path("d.db")).unwrap();
            },
            "was written over",
        ),
    ];
    for (name, doing, said) in doings {
        let mut process = Process::start_on(&world, &path(name)).await;
        let mut copy = nhip();
        copy.args(["backup", "copy.db", "--database", name])
            .current_dir(folder(&world));
        if name == "d.db" {
            let made = told(&world, copy).await;
            assert!(made.starts_with("exit code 0"), "{made}");
        }
        doing();
        let status = process.ended(&world).await;
        assert_eq!(status.code(), Some(1), "{name}");
        assert!(process.log().contains(said), "{}", process.log());
    }
    // What was closed properly goes on; an empty file is no database.
    for name in ["a.db", "b.db"] {
        let process = Process::start_on(&world, &path(name)).await;
        process.stops(&world).await;
    }
    let mut emptied = command(&world, &path("c.db"));
    emptied.env("NHIP_LOG", "error");
    std::fs::remove_file(path("c.db-wal")).unwrap();
    let refused = told(&world, emptied).await;
    assert!(
        refused.contains("c.db is empty, but there was a database"),
        "{refused}"
    );
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn a_new_database_is_announced_with_its_place() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let other = world.path().with_file_name("other.db");
    let process = Process::start_on(&world, &other).await;
    let begins = format!("a new, empty database begins: {}", other.display());
    assert_eq!(process.log().matches(&begins).count(), 1);
    process.stops(&world).await;
    let again = Process::start_on(&world, &other).await;
    assert!(!again.log().contains("begins"), "{}", again.log());
    again.stops(&world).await;
    world.ends_without_bot(&[]).await;
}

#[test]
fn who_only_looks_leaves_nothing_and_needs_no_permission_to_write() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        let output = nhip().args(arguments).current_dir(folder.path()).output();
        report(folder.path(), &output.expect("the program starts"))
    };
    let csv = "code,name,parent,kind,members\nSNV,Sở Nội vụ,,đơn vị,3\n";
    std::fs::write(folder.path().join("units.csv"), csv).unwrap();
    run(&["units", "import", "units.csv", "--yes"]);
    std::fs::remove_file(folder.path().join("nhip.db.lock")).unwrap();
    let read_only = |path: &Path| {
        let mut permissions = std::fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(path, permissions).unwrap();
    };
    read_only(&folder.path().join("nhip.db"));
    let before = std::fs::read(folder.path().join("nhip.db")).unwrap();
    for command in [
        &["units"][..],
        &["audit", "verify"],
        &["privacy", "report"],
        &["bank", "report"],
    ] {
        let told = run(command);
        assert!(told.starts_with("exit code 0\n"), "{command:?}: {told}");
    }
    let mut left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["nhip.db", "units.csv"]);
    assert_eq!(
        std::fs::read(folder.path().join("nhip.db")).unwrap(),
        before
    );
}

#[tokio::test]
async fn a_second_demo_does_not_get_the_first_ones_folder() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let demo = || {
        let mut command = nhip();
        command
            .args(["demo", "--port", "0", "--data", "stage"])
            .current_dir(folder(&world));
        command
    };
    let mut first = demo()
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program starts");
    let lock = folder(&world).join("stage/nhip.db.lock");
    let held = async || std::fs::read_to_string(&lock).is_ok_and(|held| held.contains("demo"));
    world.until("the first demo has its folder", held).await;
    let second = masked(&told(&world, demo()).await);
    first.kill().expect("it was alive");
    first.wait().expect("a child of ours");
    insta::assert_snapshot!(second, @r"
    exit code 1
    nhip: the database stage/nhip.db is in use by 'nhip demo' (‹who and since when›): one process at a time may change it. Stop that one first
    ");
    world.ends_without_bot(&[]).await;
}

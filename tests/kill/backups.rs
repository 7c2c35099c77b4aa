//! `nhip backup` and `nhip restore` as processes: beside a running bot, killed at moments of chance, and what they say.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tempfile::TempDir;
use testkit::world::World;

use crate::process::{Process, nhip, report, settles, told};

/// Deaths of each command.
const DEATHS: usize = 25;

fn folder(world: &World) -> PathBuf {
    world.path().parent().expect("a folder").to_owned()
}

fn backup(world: &World, arguments: &[&str]) -> Command {
    let mut command = nhip();
    command
        .arg("backup")
        .args(arguments)
        .env("NHIP_DATABASE", world.path())
        .current_dir(folder(world));
    command
}

/// A number that is another in each run: of a schema, a size, a code, a process.
fn masked(told: &str) -> String {
    let mut masked = String::new();
    let mut digits = String::new();
    for letter in told.chars().chain([' ']) {
        if letter.is_ascii_digit() || (!digits.is_empty() && letter.is_ascii_hexdigit()) {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            masked.push('#');
            digits.clear();
        }
        masked.push(letter);
    }
    masked.trim_end().to_owned()
}

/// The finished backups in a folder, oldest first.
fn finished(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "db"))
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_backup_beside_the_bot_is_restored_elsewhere_and_the_bot_goes_on_there() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let process = Process::start(&world).await;
    settles(&world).await;
    std::fs::create_dir(folder(&world).join("backups")).unwrap();
    let made = told(&world, backup(&world, &["backups"])).await;
    insta::assert_snapshot!(masked(&made), @r"
    exit code #
    written: backups/nhip-#-#.db (# kB, schema #)
    checked: every page, every reference; the audit has no lines yet
    left out: answers of an open check-in: #; messages that wait, with any journal's key: #
    database: ‹folder›/nhip.db (NHIP_DATABASE)
    ");
    let nowhere = told(&world, backup(&world, &[])).await;
    insta::assert_snapshot!(nowhere, @r"
    exit code 1
    database: ‹folder›/nhip.db (NHIP_DATABASE)
    nhip: say where the backup is to go: a folder that is there, or a file to be made. Without one it goes where [backup] in the settings says, and it says nothing there
    ");
    let file = finished(&folder(&world).join("backups"))
        .pop()
        .expect("a backup");
    let elsewhere = TempDir::new().unwrap();
    let database = elsewhere.path().join("nhip.db");
    let restore = |check: bool| {
        let mut command = nhip();
        command
            .arg("restore")
            .arg(&file)
            .arg("--database")
            .arg(&database);
        if check {
            command.arg("--check");
        }
        report(
            elsewhere.path(),
            &command.output().expect("the program starts"),
        )
    };
    let drill = restore(true);
    assert!(
        drill.contains("it can be restored; nothing was changed"),
        "{drill}"
    );
    assert!(!database.exists());
    let mut beside = nhip();
    beside
        .arg("restore")
        .arg(&file)
        .arg("--database")
        .arg(world.path());
    let refused = told(&world, beside).await;
    assert!(refused.contains("is in use by 'nhip run'"), "{refused}");
    process.dies();
    let done = restore(false);
    assert!(done.contains("next: start the bot."), "{done}");
    let mut process = Process::start_on(&world, &database).await;
    process.logs(&world, "running").await;
    process.dies();
    world.ends_in_debt().await;
}

#[tokio::test]
async fn a_copy_that_was_put_in_place_by_hand_does_not_run() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let process = Process::start(&world).await;
    settles(&world).await;
    let made = told(&world, backup(&world, &["by-hand.db"])).await;
    assert!(made.starts_with("exit code 0"), "{made}");
    process.dies();
    let copy = folder(&world).join("by-hand.db");
    let refused = told(&world, crate::process::command(&world, &copy)).await;
    assert!(
        refused.contains("is a backup that was put there as it is"),
        "{refused}"
    );
    world.ends_in_debt().await;
}

/// Starts it, and kills it within so many milliseconds if it has not ended by itself.
fn killed(mut command: Command, rng: &mut StdRng) -> bool {
    let mut child = command
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(Duration::from_micros(rng.random_range(0..40_000)));
    let _ = child.kill();
    !child.wait().expect("a child of ours").success()
}

#[tokio::test]
async fn whenever_a_backup_is_killed_what_looks_like_one_is_whole() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let process = Process::start(&world).await;
    settles(&world).await;
    let backups = folder(&world).join("backups");
    std::fs::create_dir(&backups).unwrap();
    let mut rng = StdRng::seed_from_u64(1);
    let deaths = (0..DEATHS).filter(|_| killed(backup(&world, &["backups"]), &mut rng));
    assert!(deaths.count() > 0, "some died");
    let last = told(&world, backup(&world, &["last.db"])).await;
    assert!(last.starts_with("exit code 0"), "{last}");
    let copies = finished(&backups);
    for copy in &copies {
        let mut check = nhip();
        check.args(["restore", "--check"]).arg(copy);
        check.arg("--database").arg(folder(&world).join("drill.db"));
        let told = told(&world, check).await;
        assert!(
            told.starts_with("exit code 0"),
            "{}: {told}",
            copy.display()
        );
    }
    let clean = told(&world, backup(&world, &["backups"])).await;
    assert!(clean.starts_with("exit code 0"), "{clean}");
    let left = std::fs::read_dir(&backups).unwrap().flatten();
    let unfinished = left.filter(|entry| {
        entry
            .file_name()
            .to_string_lossy()
            .ends_with(".nhip-partial")
    });
    assert_eq!(unfinished.count(), 0, "the next one clears away");
    process.stops(&world).await;
    world.ends_in_debt().await;
}

#[tokio::test]
async fn whenever_a_restore_is_killed_one_whole_database_is_there_or_a_further_try_puts_it_there() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let process = Process::start(&world).await;
    settles(&world).await;
    let made = told(&world, backup(&world, &["the-backup.db"])).await;
    assert!(made.starts_with("exit code 0"), "{made}");
    process.dies();
    let home = TempDir::new().unwrap();
    let database = home.path().join("nhip.db");
    let restore = || {
        let mut command = nhip();
        command
            .args(["restore", "--force"])
            .arg(folder(&world).join("the-backup.db"));
        command.arg("--database").arg(&database);
        command
    };
    assert!(told(&world, restore()).await.starts_with("exit code 0"));
    let mut rng = StdRng::seed_from_u64(2);
    for death in 0..DEATHS {
        killed(restore(), &mut rng);
        let mut units = nhip();
        units.arg("units").arg("--database").arg(&database);
        let looked = told(&world, units).await;
        if !looked.starts_with("exit code 0") {
            assert!(!database.exists(), "death {death}: {looked}");
            let again = told(&world, restore()).await;
            assert!(again.starts_with("exit code 0"), "death {death}: {again}");
        }
    }
    let again = told(&world, restore()).await;
    assert!(again.starts_with("exit code 0"), "{again}");
    for entry in std::fs::read_dir(home.path()).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(!name.ends_with(".nhip-partial"), "{name}");
        if name.contains("before-restore") && !name.ends_with("-wal") {
            let mut units = nhip();
            units.arg("units").arg("--database").arg(entry.path());
            let looked = told(&world, units).await;
            assert!(looked.starts_with("exit code 0"), "{name}: {looked}");
        }
    }
    world.ends_in_debt().await;
}

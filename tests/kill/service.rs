//! What the service manager hears, and settings that are read anew while the bot runs.

use std::cell::RefCell;
use std::path::PathBuf;

use testkit::world::World;
use tokio::net::UnixDatagram;

use crate::process::{Process, settles};

/// Stands in for systemd.
struct Manager {
    socket: UnixDatagram,
    path: PathBuf,
    heard: RefCell<Vec<String>>,
}

impl Manager {
    fn listens(world: &World) -> Manager {
        let path = world.path().with_file_name("notify");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        let heard = RefCell::default();
        Manager {
            socket,
            path,
            heard,
        }
    }

    /// Waits until it has heard that as often.
    async fn hears(&self, world: &World, word: &str, times: usize) {
        let so = async || {
            let mut bytes = [0; 4096];
            while let Ok(size) = self.socket.try_recv(&mut bytes) {
                let told = String::from_utf8_lossy(&bytes[..size]).into_owned();
                self.heard.borrow_mut().push(told);
            }
            let heard = self.heard.borrow();
            heard
                .iter()
                .filter(|told| told.lines().any(|line| line == word))
                .count()
                >= times
        };
        world
            .until(
                &format!("the service manager hears {word} {times} times"),
                so,
            )
            .await;
    }
}

#[tokio::test]
async fn the_service_manager_hears_of_the_start_of_work_of_a_reload_and_of_the_end() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let manager = Manager::listens(&world);
    let mut process = Process::launch_under(&world, &manager.path);
    manager.hears(&world, "READY=1", 1).await;
    manager.hears(&world, "WATCHDOG=1", 1).await;
    process.runs(&world).await;
    process.signal("-HUP");
    manager.hears(&world, "RELOADING=1", 1).await;
    manager.hears(&world, "READY=1", 2).await;
    settles(&world).await;
    process.signal("-TERM");
    manager.hears(&world, "STOPPING=1", 1).await;
    assert!(process.ended(&world).await.success());
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn its_first_lines_say_which_program_it_is_and_what_for() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let process = Process::start(&world).await;
    let log = process.log();
    let database = format!("database: {} (NHIP_DATABASE)", world.path().display());
    let version = format!("nhip {} (commit", env!("CARGO_PKG_VERSION"));
    for line in [
        version.as_str(),
        &database,
        "bot: @",
        "units: 4",
        "members: 0",
        "officers: 0, owners: 1",
        "next due: ",
    ] {
        assert!(log.contains(line), "{line} is not in:\n{log}");
    }
    settles(&world).await;
    process.stops(&world).await;
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn settings_are_read_anew_all_of_them_or_none() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let ana = world.person("Nguyễn Thị An", "vi");
    let mut process = Process::start(&world).await;
    let file = world.path().with_file_name("nhip.toml");
    let first = std::fs::read_to_string(&file).unwrap();
    let named = format!("{first}[words]\naddress = \"anh/chị\"\n");
    std::fs::write(&file, &named).unwrap();
    process.signal("-HUP");
    process
        .logs(&world, "settings and texts were read anew")
        .await;
    let greets = async |times: usize| {
        ana.types("/start");
        settles(&world).await;
        let all = ana.messages();
        let greeted = all
            .iter()
            .filter(|one| one.text.contains("anh/chị chỉ cần mở"));
        assert_eq!(greeted.count(), times, "{all:?}");
    };
    greets(1).await;
    let broken = named.replace("anh/chị", "đồng chí");
    std::fs::write(&file, format!("{broken}[schedule]\nquiz = \"sunday\"\n")).unwrap();
    process.signal("-HUP");
    process
        .logs(&world, "were not read anew, those from before hold")
        .await;
    greets(2).await;
    std::fs::write(&file, named.replace("per_second = 1000", "per_second = 20")).unwrap();
    process.signal("-HUP");
    process
        .logs(&world, "changed in [pace] holds from the next start")
        .await;
    process.stops(&world).await;
    world.ends_without_bot(&[]).await;
}

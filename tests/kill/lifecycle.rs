//! How `nhip run` ends, and what keeps it from running.

use std::os::unix::fs::PermissionsExt;
use telegram_sandbox::FaultKind;

use crate::process::{Process, command, nhip, settles, told};
use testkit::world::World;

#[tokio::test]
async fn both_signals_end_it_and_that_is_no_failure() {
    let world = World::without_bot("2026-11-23 08:00").await;
    for signal in ["-TERM", "-INT"] {
        let mut process = Process::start(&world).await;
        process.signal(signal);
        let status = process.ended(&world).await;
        assert_eq!(status.code(), Some(0), "{signal}:\n{}", process.log());
        assert!(process.log().contains("stopping"));
    }
    settles_by_another(&world).await;
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn it_ends_also_while_the_messenger_cannot_be_reached() {
    let world = World::without_bot("2026-11-23 08:00").await;
    world.fault("getMe", FaultKind::CutBefore);
    let mut process = Process::launch(&world);
    process.logs(&world, "trying again").await;
    process.signal("-TERM");
    assert_eq!(process.ended(&world).await.code(), Some(0));
    world.sandbox().clear_faults();
    settles_by_another(&world).await;
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn what_was_on_its_way_when_it_was_stopped_is_sent_by_the_next() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let ana = world.person("Nguyễn Thị An", "vi");
    let process = Process::start(&world).await;
    settles(&world).await;
    world.fault("sendMessage", FaultKind::HoldBefore);
    ana.types("/tieuchi");
    let held = async || {
        world
            .sandbox()
            .calls()
            .iter()
            .any(|call| call.0 == "SendMessage")
    };
    world.until("the answer is on its way", held).await;
    process.stops(&world).await;
    assert_eq!(ana.messages().len(), 1);
    let next = Process::start(&world).await;
    world.sandbox().clear_faults();
    settles(&world).await;
    next.stops(&world).await;
    assert_eq!(ana.messages().len(), 2);
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn a_token_that_is_none_or_wrong_is_told_so() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let with = |token: &str| {
        let mut command = command(&world, &world.path());
        command
            .env("TELOXIDE_TOKEN", token)
            .env("NHIP_LOG", "error");
        command
    };
    insta::assert_snapshot!(told(&world, with("")).await, @r"
    exit code 1
    nhip: there is no token: ask @BotFather on Telegram for one and set TELOXIDE_TOKEN in the environment (never in a command: others can see those)
    ");
    insta::assert_snapshot!(told(&world, with("12345")).await, @r"
    exit code 1
    nhip: TELOXIDE_TOKEN: this is no bot token: BotFather's look like 123456789:AAbb-cc_dd; look for spaces and missing parts
    ");
    insta::assert_snapshot!(told(&world, with("4242424242:not-the-one")).await, @r"
    exit code 1
    nhip: TELOXIDE_TOKEN: the messenger does not know this bot token: get the right one from @BotFather
    ");
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn a_second_instance_on_the_same_token_says_so_and_waits() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let mut first = Process::start(&world).await;
    let other = world.path().with_file_name("other.db");
    let mut second = Process::start_on(&world, &other).await;
    // Each poll throws the other's out; whoever is thrown out first says so.
    first.logs(&world, "another").await;
    second.signal("-TERM");
    assert_eq!(second.ended(&world).await.code(), Some(0));
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.types("/tieuchi");
    settles(&world).await;
    assert_eq!(ana.messages().len(), 2, "the first goes on alone");
    first.stops(&world).await;
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn a_database_that_cannot_be_used_is_named_and_left_alone() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let folder = world.path().parent().unwrap().to_owned();
    let with = |database: &str| {
        let mut command = command(&world, &folder.join(database));
        command.env("NHIP_LOG", "error");
        command
    };
    std::fs::create_dir(folder.join("directory")).unwrap();
    insta::assert_snapshot!(told(&world, with("directory")).await, @r"
    exit code 1
    nhip: NHIP_DATABASE: cannot open the database ‹folder›/directory: is the folder there and writable, and is it an SQLite file?: error returned from database: (code: 14) unable to open database file: (code: 14) unable to open database file
    ");
    insta::assert_snapshot!(told(&world, with("missing/nhip.db")).await, @r"
    exit code 1
    nhip: NHIP_DATABASE: cannot open the database ‹folder›/missing/nhip.db: the folder must be there, and ‹folder›/missing/nhip.db.lock be writable: No such file or directory (os error 2)
    ");
    let prose = "Không phải cơ sở dữ liệu. ".repeat(100);
    std::fs::write(folder.join("prose.db"), &prose).unwrap();
    insta::assert_snapshot!(told(&world, with("prose.db")).await, @r"
    exit code 1
    nhip: NHIP_DATABASE: cannot open the database ‹folder›/prose.db: is the folder there and writable, and is it an SQLite file?: error returned from database: (code: 26) file is not a database: (code: 26) file is not a database
    ");
    assert_eq!(
        std::fs::read_to_string(folder.join("prose.db")).unwrap(),
        prose
    );
    let held = std::fs::metadata(folder.join("prose.db")).unwrap();
    assert_ne!(held.permissions().mode() & 0o077, 0, "not even its mode");
    let newer = "INSERT INTO _sqlx_migrations VALUES (9999, 'of next year', 0, 1, x'00', 0)";
    world.database().lines(newer).await;
    insta::assert_snapshot!(told(&world, with("nhip.db")).await, @r"
    exit code 1
    nhip: NHIP_DATABASE: the database ‹folder›/nhip.db was made by a newer nhip (its schema has step 9999, which this one does not know): use that version, or restore a backup from before it
    ");
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn settings_that_are_wrong_are_shown_where_they_stand() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let settings = world.path().with_file_name("wrong.toml");
    std::fs::write(&settings, "[schedule]\nquiz = \"sunday\"\n").unwrap();
    let run = || command(&world, &world.path());
    let mut wrong = run();
    wrong.env("NHIP_CONFIG", &settings);
    insta::assert_snapshot!(told(&world, wrong).await, @r#"
    exit code 1
    nhip: NHIP_CONFIG: the settings ‹folder›/wrong.toml are wrong:
    line 2, column 8: 'sunday' is no working day: write mon, tue, wed, thu or fri
        quiz = "sunday"
               ^^^^^^^^
    "#);
    let mut missing = run();
    missing.args(["--config", "no-such.toml"]);
    insta::assert_snapshot!(told(&world, missing).await, @r"
    exit code 1
    nhip: --config: cannot read the settings no-such.toml: No such file or directory (os error 2)
    ");
    let mut owners = run();
    owners.env("NHIP_OWNERS", "@mailan");
    insta::assert_snapshot!(told(&world, owners).await, @r"
    exit code 1
    nhip: NHIP_OWNERS: '@mailan' is no Telegram number; each owner can learn theirs from a bot such as @userinfobot
    ");
    let mut address = run();
    address.env("TELOXIDE_API_URL", "api.telegram.org");
    insta::assert_snapshot!(told(&world, address).await, @r"
    exit code 1
    nhip: TELOXIDE_API_URL: 'api.telegram.org' is no address of a Bot API: write it like https://api.telegram.org: relative URL without a base
    ");
    let mut level = nhip();
    level.arg("check").env("NHIP_LOG", "loud");
    insta::assert_snapshot!(told(&world, level).await, @r"
    exit code 2
    nhip: 'loud' is no value for NHIP_LOG: write error, warn, info, debug or trace
    '--help' tells what there is.
    ");
    let mut clock = nhip();
    clock.args(["run", "--clock-start", "Monday", "--clock-rate", "-1"]);
    insta::assert_snapshot!(told(&world, clock).await, @r"
    exit code 2
    nhip: 'Monday' is no value for --clock-start <RFC3339>: write it like 2026-11-23T07:00:00+07:00
    '--help' tells what there is.
    ");
    let mut messages = run();
    messages.args(["--messages", "no-such-folder"]);
    insta::assert_snapshot!(told(&world, messages).await, @r"
    exit code 1
    nhip: --messages: the texts cannot be used; 'nhip check' says more: no-such-folder:1:1: it cannot be read (No such file or directory (os error 2)); check that it exists and that this user may read it
    ");
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn a_variable_left_empty_is_none_and_blanks_around_a_value_are_none_of_it() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let mut empty = nhip();
    empty
        .arg("run")
        .current_dir(world.path().parent().unwrap())
        .env("TELOXIDE_TOKEN", " ");
    for name in ["CONFIG", "DATABASE", "MESSAGES", "LOG", "OWNERS"] {
        empty.env(format!("NHIP_{name}"), "");
    }
    empty.env("TELOXIDE_API_URL", " ");
    insta::assert_snapshot!(told(&world, empty).await, @r"
    exit code 1
    nhip: there is no token: ask @BotFather on Telegram for one and set TELOXIDE_TOKEN in the environment (never in a command: others can see those)
    ");
    let mut spaced = command(&world, &world.path());
    let settings = world.path().with_file_name("nhip.toml");
    std::fs::write(&settings, "").unwrap();
    let url = format!(" {} ", world.sandbox().url());
    let database = format!(" {} ", world.path().display());
    spaced
        .env("TELOXIDE_TOKEN", " 4242424242:not-the-one ")
        .env("TELOXIDE_API_URL", url)
        .env("NHIP_DATABASE", database)
        .env("NHIP_LOG", " error ")
        .env("NHIP_OWNERS", " 1, 2 ")
        .env("NHIP_CONFIG", format!(" {} ", settings.display()));
    insta::assert_snapshot!(told(&world, spaced).await, @r"
    exit code 1
    nhip: TELOXIDE_TOKEN: the messenger does not know this bot token: get the right one from @BotFather
    ");
    world.ends_without_bot(&[]).await;
}

/// Whatever the ones that were ended owed, the next one sends.
async fn settles_by_another(world: &World) {
    let process = Process::start(world).await;
    settles(world).await;
    process.stops(world).await;
}

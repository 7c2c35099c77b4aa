//! How a bot is, asked from another process: while it runs, and after it has died.

use telegram_sandbox::FaultKind;
use testkit::world::World;

use crate::process::{Process, command, nhip, report, settles, told};

fn tells(world: &World, arguments: &[&str]) -> String {
    let folder = world.path().parent().expect("a folder").to_owned();
    let mut command = nhip();
    command.args(arguments).env("NHIP_DATABASE", world.path());
    let output = command.current_dir(&folder).output();
    report(&folder, &output.expect("the program starts"))
}

#[tokio::test]
async fn a_running_bot_is_well_and_a_dead_one_is_not() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let told = tells(&world, &["healthcheck"]);
    assert!(
        told.starts_with("exit code 1\nnhip: no process runs on the database: "),
        "{told}"
    );
    let process = Process::start(&world).await;
    assert_eq!(tells(&world, &["healthcheck"]), "exit code 0\nwell");
    let told = tells(&world, &["status"]);
    for line in [
        "\nrunning: 'nhip run' (process ",
        "\nbot: @",
        ", up ",
        "\nnext due: ",
        "\nquarantine: 0\n",
        "\nlast backup: no record",
    ] {
        assert!(told.contains(line), "{line} is not in\n{told}");
    }
    process.dies();
    let told = tells(&world, &["healthcheck"]);
    assert!(
        told.starts_with("exit code 1\nnhip: no process runs"),
        "{told}"
    );
    let told = tells(&world, &["status", "--json"]);
    let json = told.strip_prefix("exit code 0\n").expect("a success");
    let status: serde_json::Value = serde_json::from_str(json).expect("JSON and nothing else");
    assert_eq!(status["running"], serde_json::Value::Null);
    assert!(
        status["bot"]["beat_at"].is_i64(),
        "what was noted last stays"
    );
    // A killed process may owe a call.
    world.ends_in_debt().await;
}

#[tokio::test]
async fn an_update_in_quarantine_is_shown_explained_and_dropped() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let put =
        "INSERT INTO quarantine VALUES (77, 'message', 'INSERT of outbox failed', '2026-11-22')";
    world.database().lines(put).await;
    assert!(tells(&world, &["quarantine"]).contains("77  2026-11-22  message"));
    let told = tells(&world, &["quarantine", "show", "77"]);
    assert!(told.contains("cause: INSERT of outbox failed"), "{told}");
    let told = tells(&world, &["quarantine", "retry", "77"]);
    assert!(
        told.starts_with("exit code 1") && told.contains("is not kept"),
        "{told}"
    );
    let told = tells(&world, &["quarantine", "drop", "77"]);
    assert!(told.contains("dropped: 77"), "{told}");
    let told = tells(&world, &["quarantine", "drop", "77"]);
    assert!(told.contains("no update 77 is in quarantine"), "{told}");
    let noted = "SELECT count(*) FROM audit WHERE action = 'quarantine' AND office = 'server'";
    assert_eq!(world.database().number(noted).await, 1);
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn owners_hear_that_the_token_was_refused_as_soon_as_the_bot_runs_again() {
    let world = World::without_bot("2026-11-24 12:00").await;
    let owner = world.officer();
    owner.types("/start");
    let process = Process::start(&world).await;
    settles(&world).await;
    process.stops(&world).await;
    let heard = |owner: &testkit::world::Actor| {
        let all = owner.messages();
        all.iter()
            .filter(|one| one.text.contains("từ chối mã truy cập"))
            .count()
    };
    assert_eq!(heard(&owner), 0);
    // Somebody has made a new token at @BotFather, and the server still has the old one.
    let mut old = command(&world, &world.path());
    old.env("TELOXIDE_TOKEN", "4242424242:the-old-one");
    assert!(told(&world, old).await.starts_with("exit code 1"));
    let process = Process::start(&world).await;
    settles(&world).await;
    assert_eq!(heard(&owner), 1, "{:?}", owner.messages());
    // The same while it runs: it ends, for it hears nobody, and notes it. On that day the owners have had their message.
    world.fault(
        "getUpdates",
        FaultKind::ServerError {
            code: 401,
            html_body: false,
        },
    );
    let mut process = process;
    assert_eq!(
        process.ended(&world).await.code(),
        Some(1),
        "{}",
        process.log()
    );
    let noted = "SELECT count(*) FROM heartbeat WHERE refused_at IS NOT NULL";
    assert_eq!(world.database().number(noted).await, 1);
    world.sandbox().clear_faults();
    let process = Process::start(&world).await;
    settles(&world).await;
    process.stops(&world).await;
    assert_eq!(heard(&owner), 1, "one message a day");
    world.ends_without_bot(&[]).await;
}

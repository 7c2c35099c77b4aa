//! A panic anywhere logs its place and never its message.
//!
//! Knows that a process of its own is needed: the hook is the whole process's, and so is standard error.

use std::collections::BTreeSet;
use std::process::Command;

use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::task::{JoinSet, spawn_blocking};

use super::Ctx;
use crate::campaign::Campaign;
use crate::core::{Core, Rules};
use crate::db::Db;
use crate::schedule::Cadence;
use crate::store::Result;
use crate::text::{Texts, Words};

const SECRET: &str = "Nguyen Thi An 0912345678";

fn panics() -> Result {
    panic!("{SECRET} has written something");
}

#[test]
fn a_panic_s_message_never_reaches_the_log() {
    let child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--ignored", "--exact", "--nocapture"])
        .arg("core::ctx::tests::panics_in_a_handler_a_loop_and_a_blocking_task")
        .output()
        .expect("a process");
    let [out, log] =
        [child.stdout, child.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(child.status.success(), "{out}{log}");
    let places = log
        .matches("a panic place=\"src/core/ctx/tests.rs:")
        .count();
    assert_eq!(places, 3, "{log}");
    assert!(!log.contains("Nguyen") && !log.contains("0912"), "{log}");
}

#[tokio::test]
#[ignore = "the other test runs it, in a process of its own"]
async fn panics_in_a_handler_a_loop_and_a_blocking_task() {
    crate::log::start(tracing::Level::TRACE, false);
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&folder.path().join("nhip.db"))
        .await
        .expect("a database");
    let texts = Texts::built_in(&Words::default()).expect("sound texts");
    let rules = Rules {
        username: "nhip_bot".to_owned(),
        owners: BTreeSet::new(),
        cadence: Cadence::default(),
    };
    let core = Core::new(texts, Campaign::built_in().expect("sound content"), rules);
    let mut tx = db
        .begin(chrono::DateTime::UNIX_EPOCH, &mut StdRng::seed_from_u64(1))
        .await
        .expect("a transaction");
    let mut ctx = Ctx::new(&core, &mut tx);
    let handled = ctx.isolated(async |_| panics()).await;
    let cause = handled.expect("a database").expect_err("a panic");
    assert!(
        cause.starts_with("panic at src/core/ctx/tests.rs:"),
        "{cause}"
    );
    let mut loops = JoinSet::new();
    loops.spawn(async { panics() });
    let ended = loops.join_next().await.expect("a loop");
    assert!(ended.is_err_and(|error| error.is_panic()));
    assert!(spawn_blocking(panics).await.is_err());
}

//! The reader with a door that fails: what was read is not lost, and one file that breaks it is the end of that file alone.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use rand::SeedableRng;

use super::*;
use crate::campaign::Campaign;
use crate::core::Rules;
use crate::outgoing::Purpose;
use crate::schedule::Cadence;
use crate::store;
use crate::store::{Result, StoreError};
use crate::text::{Texts, Words};
use crate::types::{Language, UserId};

const CSV: &str = "code,name,parent,kind,members\nSNV,Sở Nội vụ,,cơ sở,15\n";
const OWNERS: [UserId; 2] = [UserId(11), UserId(12)];

fn core() -> Arc<Core> {
    let texts = Texts::built_in(&Words::default()).expect("sound texts");
    let rules = Rules {
        username: "nhip_bot".to_owned(),
        owners: BTreeSet::from(OWNERS),
        cadence: Cadence::default(),
    };
    let campaign = Campaign::built_in().expect("sound content");
    Arc::new(Core::new(texts, campaign, rules))
}

/// Two owners have sent a file each; the door answers by the number of the call. What they are told in the end.
async fn told(door: fn(usize) -> Result) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&folder.path().join("nhip.db"))
        .await
        .expect("a database");
    let mut rng = StdRng::seed_from_u64(1);
    let clock = Clock::starting(chrono::DateTime::UNIX_EPOCH, 0.0);
    let mut tx = db
        .begin(clock.now(), &mut rng)
        .await
        .expect("a transaction");
    for owner in OWNERS {
        let kept = store::unit_files::keep(
            &mut tx,
            Purpose::Units(owner, Language::En),
            Some(CSV.as_bytes()),
        );
        kept.await.expect("kept");
    }
    tx.commit().await.expect("kept");
    let (core, calls) = (core(), AtomicUsize::new(0));
    let through = core.clone();
    let on_file = async |tx: &mut Tx, read: &ReadFile| {
        door(calls.fetch_add(1, Ordering::SeqCst) + 1)?;
        through.on_file(tx, read).await
    };
    let wakes = [(); 2].map(|()| Arc::new(Notify::new()));
    let parts = (db.clone(), clock.clone(), StdRng::seed_from_u64(2));
    let mut reader = Reader::new(
        watch::channel(core.clone()).1,
        parts,
        on_file,
        wakes,
        CancellationToken::new(),
    );
    // As the loop does, without its waits.
    for _ in 0..5 {
        if let Ok(false) = reader.turn().await {
            break;
        }
    }
    let mut tx = db
        .begin(clock.now(), &mut rng)
        .await
        .expect("a transaction");
    let rows = sqlx::query_scalar("SELECT call FROM outbox ORDER BY id");
    rows.fetch_all(tx.connection()).await.expect("rows")
}

fn cannot_write() -> StoreError {
    StoreError::Store("the disk is full".to_owned())
}

#[tokio::test]
async fn what_was_read_waits_while_the_database_cannot_be_written() {
    let told = told(|call| match call {
        1 | 2 => Err(cannot_write()),
        _ => Ok(()),
    })
    .await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|call| call.contains("SNV")), "{told:?}");
}

#[tokio::test]
async fn a_file_that_breaks_what_follows_is_told_so_and_the_next_one_is_taken_in() {
    for door in [
        |call| match call {
            1 => Err(StoreError::Bug("a mistake".to_owned())),
            _ => Ok(()),
        },
        |call| match call {
            1 => panic!("a mistake"),
            _ => Ok(()),
        },
    ] {
        let told = told(door).await;
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("stopped suddenly"), "{told:?}");
        assert!(told[1].contains("SNV"), "{told:?}");
    }
}

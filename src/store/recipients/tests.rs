//! Every step of the ledger, allowed or not, against the code and against the schema.

use crate::outgoing::Reason;
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::*;
use crate::db::Db;

const BROADCAST: BroadcastId = BroadcastId(1);

async fn ledger() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&folder.path().join("nhip.db"))
        .await
        .expect("a database");
    let mut tx = begin(&db).await;
    for statement in [
        "INSERT INTO units (id, code, name, folded, kind, members, start) VALUES (1, 'A', 'A', 'a', 'x', 0, 'a')",
        "INSERT INTO broadcasts (id, unit_id, officer, state, created_on) VALUES (1, 1, 9, 'running', '2026-11-23')",
    ] {
        sqlx::query(statement)
            .execute(tx.connection())
            .await
            .expect("a row");
    }
    tx.commit().await.expect("durable");
    (folder, db)
}

async fn begin(db: &Db) -> Tx {
    let now = "2026-11-23T05:00:00Z".parse().expect("a moment");
    db.begin(now, &mut StdRng::seed_from_u64(1))
        .await
        .expect("a transaction")
}

async fn put(tx: &mut Tx, state: RecipientState) {
    sqlx::query("INSERT INTO recipients (id, broadcast_id, unit_id, chat_id, state) VALUES (5, 1, 1, -7, $1)")
        .bind(state)
        .execute(tx.connection())
        .await
        .expect("a row");
    count(tx, BROADCAST, state, None, 1).await.expect("counted");
}

async fn state(tx: &mut Tx) -> RecipientState {
    sqlx::query_scalar("SELECT state FROM recipients WHERE id = 5")
        .fetch_one(tx.connection())
        .await
        .expect("a row")
}

/// Written out, so that a change of the rule shows here.
const STEPS: [(RecipientState, RecipientState); 11] = [
    (RecipientState::Queued, RecipientState::Claimed),
    (RecipientState::Queued, RecipientState::Unreachable),
    (RecipientState::Queued, RecipientState::Expired),
    (RecipientState::Queued, RecipientState::Cancelled),
    (RecipientState::Claimed, RecipientState::Sent),
    (RecipientState::Claimed, RecipientState::Unreachable),
    (RecipientState::Claimed, RecipientState::Failed),
    (RecipientState::Claimed, RecipientState::Expired),
    (RecipientState::Claimed, RecipientState::Cancelled),
    (RecipientState::Claimed, RecipientState::Unknown),
    (RecipientState::Sent, RecipientState::Unsent),
];

#[tokio::test]
async fn every_step_forward_is_taken_and_counted_and_every_other_is_refused_twice() {
    let (_folder, db) = ledger().await;
    for from in RecipientState::ALL {
        for to in RecipientState::ALL {
            let mut tx = begin(&db).await;
            put(&mut tx, from).await;
            let allowed = STEPS.contains(&(from, to));
            let stepped = step(
                &mut tx,
                BROADCAST,
                Who::Next(9),
                (from, to),
                Some(&Reason::Blocked),
            )
            .await;
            assert_eq!(stepped.is_ok(), allowed, "{from:?} to {to:?}");
            let now = if allowed { to } else { from };
            assert_eq!(state(&mut tx).await, now);
            let reason = allowed.then_some(Reason::Blocked);
            let counted = tallies(&mut tx, BROADCAST).await.expect("counts");
            assert_eq!(counted, [(now, reason, 1)], "{from:?} to {to:?}");
            drop(tx);
            // The schema refuses it too, whoever tries.
            let mut tx = begin(&db).await;
            put(&mut tx, from).await;
            let forced = sqlx::query("UPDATE recipients SET state = $1 WHERE id = 5");
            let forced = forced.bind(to).execute(tx.connection()).await;
            assert_eq!(forced.is_ok(), allowed, "{from:?} to {to:?} by hand");
        }
    }
}

#[tokio::test]
async fn a_step_from_another_state_moves_and_counts_nothing() {
    let (_folder, db) = ledger().await;
    let mut tx = begin(&db).await;
    put(&mut tx, RecipientState::Sent).await;
    let step = step(
        &mut tx,
        BROADCAST,
        Who::One(RecipientId(5)),
        (RecipientState::Claimed, RecipientState::Sent),
        None,
    );
    assert_eq!(step.await.expect("no fault"), 0);
    let counted = tallies(&mut tx, BROADCAST).await.expect("counts");
    assert_eq!(counted, [(RecipientState::Sent, None, 1)]);
}

//! `getUpdates`: offsets, confirmation, waiting, what is delivered twice.

use std::time::{Duration, Instant};

use teloxide::ApiError;
use teloxide::prelude::*;
use teloxide::types::AllowedUpdate;

use super::stage::{offset_after, refusal, stage, text_of, texts};

#[tokio::test]
async fn updates_stay_until_a_later_offset_confirms_them() {
    let stage = stage().await;
    for n in 0..5 {
        stage.says(&format!("{n}"));
    }
    let all = stage.updates(0).await;
    assert_eq!(all.len(), 5);
    assert_eq!(stage.sandbox.delivered_unconfirmed().len(), 5);
    let third = all[2].id.as_offset();
    let rest = stage.updates(third).await;
    assert_eq!(texts(&rest), ["3", "4"]);
    assert_eq!(stage.sandbox.pending(), 2);
    // Confirmed ones do not come back; an offset outside the queue is served from its head.
    assert_eq!(text_of(&stage.updates(1).await[0]), "3");
    assert_eq!(text_of(&stage.updates(2_000_000_000).await[0]), "3");
    // A negative offset takes from the end and forgets what was before.
    assert_eq!(text_of(&stage.updates(-1).await[0]), "4");
    assert_eq!(stage.sandbox.pending(), 1);
}

#[tokio::test]
async fn the_same_offset_within_half_a_second_gets_one_update() {
    let stage = stage().await;
    stage.says("1");
    stage.says("2");
    let first = stage.updates(7).await;
    assert_eq!(first.len(), 2);
    assert_eq!(stage.updates(7).await.len(), 1);
    tokio::time::sleep(Duration::from_millis(550)).await;
    assert_eq!(stage.updates(7).await.len(), 2);
}

#[tokio::test]
async fn a_held_poll_ends_when_its_time_is_over() {
    let stage = stage().await;
    let begun = Instant::now();
    let poll = stage.bot.get_updates().offset(1).timeout(1);
    assert!(poll.await.unwrap().is_empty());
    assert!(begun.elapsed() >= Duration::from_millis(950));
}

#[tokio::test]
async fn a_held_poll_wakes_at_once() {
    let stage = stage().await;
    let bot = stage.bot.clone();
    let poll = tokio::spawn(async move { bot.get_updates().offset(2).timeout(10).await });
    // The poll is under way when it has been counted.
    while stage.sandbox.requests() < 3 {
        tokio::task::yield_now().await;
    }
    let begun = Instant::now();
    stage.says("hey");
    assert_eq!(poll.await.unwrap().unwrap().len(), 1);
    assert!(begun.elapsed() < Duration::from_secs(9));
}

#[tokio::test]
async fn a_second_poller_throws_out_the_first() {
    let stage = stage().await;
    let bot = stage.bot.clone();
    let first = tokio::spawn(async move { bot.get_updates().offset(1).timeout(10).await });
    while stage.sandbox.requests() < 3 {
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(stage.updates(2).await.is_empty());
    assert_eq!(
        refusal(first.await.unwrap()),
        ApiError::TerminatedByOtherGetUpdates
    );
}

#[tokio::test]
async fn only_allowed_kinds_are_queued_and_the_choice_persists() {
    let stage = stage().await;
    let wanted = [AllowedUpdate::CallbackQuery];
    let poll = stage.bot.get_updates().allowed_updates(wanted);
    assert!(poll.await.unwrap().is_empty());
    stage.says("unheard");
    stage.sandbox.tap_data(stage.an, stage.an, 1, "x");
    assert_eq!(stage.sandbox.pending(), 1);
    let info = stage.bot.get_webhook_info().await.unwrap();
    assert_eq!(info.pending_update_count, 1);
    assert_eq!(info.allowed_updates, Some(wanted.to_vec()));
    let begin_anew = stage.bot.delete_webhook().drop_pending_updates(true);
    begin_anew.await.unwrap();
    assert_eq!(stage.sandbox.pending(), 0);
}

#[tokio::test]
async fn confirmed_updates_can_be_replayed() {
    let stage = stage().await;
    stage.says("one");
    stage.says("two");
    let batch = stage.updates(0).await;
    stage.confirm(&batch).await;
    assert_eq!(stage.sandbox.replay(2), 2);
    // Another offset than the last one: the same would get one update only.
    assert_eq!(stage.updates(1).await, batch);
}

#[tokio::test]
async fn ids_may_jump_backwards() {
    let stage = stage().await;
    stage.says("one");
    stage.says("two");
    let batch = stage.updates(0).await;
    stage.confirm(&batch).await;
    stage.sandbox.replay(2);
    assert_eq!(stage.updates(1).await, batch);
    stage.sandbox.jump_ids(500);
    stage.says("jumped");
    let jumped = stage.updates(offset_after(&batch)).await;
    assert_eq!(
        (jumped[0].id.0, text_of(&jumped[0]).as_str()),
        (500, "jumped")
    );
    stage.says("after");
    let after = stage.updates(501).await;
    assert_eq!(texts(&after), ["after"]);
    assert_eq!(stage.sandbox.pending(), 1);
}

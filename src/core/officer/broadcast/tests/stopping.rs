//! Holding, giving up, taking back, sending once more, and days of mourning.

use super::house::{CHAIR, DEPUTY, House};
use crate::outgoing::Outcome;
use crate::outgoing::Reason;

fn states(rows: &[(String, i64)]) -> Vec<(&str, i64)> {
    rows.iter().map(|(state, n)| (state.as_str(), *n)).collect()
}

#[tokio::test]
async fn held_nothing_leaves_and_let_go_it_goes_on_without_a_copy() {
    let mut house = House::new(100).await;
    house.broadcasts("Mời họp").await;
    house.delivers_some(50).await;
    house.taps(CHAIR, "Tạm dừng").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 50);
    house.restarts().await;
    house.at("20T17:30").await;
    house.delivers().await;
    assert_eq!(
        house.reached("Mời họp"),
        50,
        "neither a restart nor the next window lets it go"
    );
    house.taps(CHAIR, "Gửi tiếp").await;
    house.delivers().await;
    assert_eq!(states(&house.ledger(1).await), [("sent", 200)]);
    assert!((1_000..1_100).all(|user| house.copies(user, "Mời họp") == 1));
}

#[tokio::test]
async fn what_comes_back_from_the_messenger_during_a_pause_is_held_too() {
    let mut house = House::new(10).await;
    house.broadcasts("Mời họp").await;
    house.fates = vec![Outcome::RetryAfter { seconds: 1 }; 5];
    house.taps_while_in_flight(CHAIR, "Tạm dừng", 5).await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 0);
    house.taps(CHAIR, "Gửi tiếp").await;
    house.delivers().await;
    assert_eq!(states(&house.ledger(1).await), [("sent", 20)]);
}

#[tokio::test]
async fn another_officer_can_give_it_up_and_nothing_more_leaves() {
    let mut house = House::new(150).await;
    house.broadcasts("Mời họp").await;
    house.delivers_some(50).await;
    house.says(DEPUTY, "/broadcasts").await;
    house.taps(DEPUTY, "Mở thông báo số 1").await;
    house.taps(DEPUTY, "Hủy phần chưa gửi").await;
    house.tick().await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 50);
    assert_eq!(
        states(&house.ledger(1).await),
        [("cancelled", 250), ("sent", 50)]
    );
    assert!(
        house.reads(CHAIR).contains("Đã hủy"),
        "{}",
        house.reads(CHAIR)
    );
}

#[tokio::test]
async fn taken_back_it_is_gone_from_every_phone() {
    let mut house = House::new(150).await;
    house.broadcasts("Sai").await;
    house.delivers_some(100).await;
    house.delivers_some(100).await;
    assert_eq!(house.reached("Sai"), 200);
    // One of those has left: nothing can be taken back from them.
    house.sql("DELETE FROM members WHERE user_id = 1000").await;
    house.taps(CHAIR, "Thu hồi tin đã gửi").await;
    house.taps(CHAIR, "Thu hồi ngay").await;
    house.tick().await;
    house.delivers().await;
    assert_eq!(house.reached("Sai"), 1);
    let rows = house.ledger(1).await;
    assert_eq!(
        states(&rows),
        [("cancelled", 100), ("sent", 1), ("unsent", 199)]
    );
    assert!(
        house.reads(CHAIR).contains("Đã thu hồi: 199"),
        "{}",
        house.reads(CHAIR)
    );
}

#[tokio::test]
async fn taking_back_survives_a_power_cut_and_says_what_could_not_be() {
    let mut house = House::new(10).await;
    house.broadcasts("Sai").await;
    house.delivers().await;
    house.taps(CHAIR, "Thu hồi tin đã gửi").await;
    house.taps(CHAIR, "Thu hồi ngay").await;
    house.dies_with(8, 4).await;
    let gone = |reason| Outcome::Stale { reason };
    house.fates = vec![gone(Reason::MessageGone), gone(Reason::NotDeletable)];
    house.delivers().await;
    assert_eq!(
        states(&house.ledger(1).await),
        [("sent", 1), ("unsent", 19)]
    );
    assert!(house.reads(CHAIR).contains("không thu hồi được: 1"));
}

#[tokio::test]
async fn after_two_days_nothing_can_be_taken_back() {
    let mut house = House::new(5).await;
    house.broadcasts("Sai").await;
    house.delivers().await;
    let (data, message) = house.button(CHAIR, "Thu hồi tin đã gửi");
    house.at("23T11:40").await;
    house
        .forges(CHAIR, &data.replace("unsend?", "unsend"), message)
        .await;
    house.delivers().await;
    assert_eq!(states(&house.ledger(1).await), [("sent", 10)]);
}

#[tokio::test]
async fn those_in_doubt_and_those_failed_get_it_again_only_if_the_officer_says_so_and_once() {
    let mut house = House::new(20).await;
    house.broadcasts("Mời họp").await;
    house.fates.push(Outcome::Rejected {
        reason: Reason::of("odd"),
    });
    house.delivers_some(1).await;
    house.dies_with(6, 0).await;
    house.delivers().await;
    assert_eq!(
        states(&house.ledger(1).await),
        [("failed", 1), ("sent", 33), ("unknown", 6)]
    );
    let (again, message) = house.button(CHAIR, "Gửi lại cho nơi không rõ");
    house.taps(CHAIR, "Gửi lại cho nơi không rõ").await;
    house.forges(CHAIR, &again, message).await;
    house.delivers().await;
    assert_eq!(states(&house.ledger(2).await), [("sent", 6)]);
    house
        .forges(CHAIR, &again.replace("unknown", "failed"), message)
        .await;
    house.delivers().await;
    let third = house.number("SELECT max(id) FROM broadcasts").await;
    assert_eq!(states(&house.ledger(third).await), [("sent", 1)]);
    assert_eq!(house.number("SELECT count(*) FROM broadcasts").await, 3);
    assert_eq!(house.reached("Mời họp"), 40);
    assert_eq!(
        states(&house.ledger(1).await),
        [("failed", 1), ("sent", 33), ("unknown", 6)],
        "the first ledger stays"
    );
}

#[tokio::test]
async fn on_days_of_mourning_nothing_leaves_but_answers() {
    let mut house = House::new(100).await;
    house.broadcasts("Mời họp").await;
    house.delivers_some(20).await;
    house.says(1_001, "/pauseall").await;
    house.says(DEPUTY, "/pauseall").await;
    house.delivers().await;
    house.at("20T17:20").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 20);
    house.says(1_001, "/help").await;
    assert!(house.reads(1_001).contains("Các lệnh"));
    house.says(DEPUTY, "/resumeall").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 200);
}

#[tokio::test]
async fn the_weeks_own_messages_are_held_too_and_not_sent_afterwards() {
    let mut house = House::new(5).await;
    house.says(CHAIR, "/pauseall").await;
    house.at("23T11:35").await;
    house.delivers().await;
    let before = house.phones.len();
    house.at("23T13:20").await;
    house.says(CHAIR, "/resumeall").await;
    house.tick().await;
    house.delivers().await;
    assert_eq!(house.phones.len(), before, "nobody got an item");
    house.at("25T11:36").await;
    house.delivers().await;
    assert_eq!(
        house.phones.len(),
        before + 10,
        "the quiz comes on Wednesday"
    );
}

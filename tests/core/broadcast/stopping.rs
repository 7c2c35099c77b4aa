//! Holding, giving up, taking back, sending once more, and days of mourning.

use nhip::outgoing::{Outcome, Reason};

use super::union::Union;

#[test]
fn held_nothing_leaves_and_let_go_it_goes_on_without_a_copy() {
    let union = Union::new(100);
    union.broadcasts("Mời họp");
    union.stage.deliver_some(50);
    union.chair.taps("Tạm dừng");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 50);
    union.stage.starts();
    union.stage.comes_to("2026-11-20 17:30");
    union.stage.deliver();
    assert_eq!(
        union.reached("Mời họp"),
        50,
        "neither a restart nor the next window lets it go"
    );
    union.chair.taps("Gửi tiếp");
    union.stage.deliver();
    assert_eq!(union.ledger(1), ["sent 200"]);
    assert!((1_000..1_100).all(|user| union.copies(user, "Mời họp") == 1));
}

#[test]
fn what_comes_back_from_the_messenger_during_a_pause_is_held_too() {
    let union = Union::new(10);
    union.broadcasts("Mời họp");
    union
        .stage
        .bulk_fates(vec![Outcome::RetryAfter { seconds: 1 }; 5]);
    let in_flight = union.stage.claim_some(5);
    union.chair.taps("Tạm dừng");
    union.stage.carry(&in_flight);
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 0);
    union.chair.taps("Gửi tiếp");
    union.stage.deliver();
    assert_eq!(union.ledger(1), ["sent 20"]);
}

#[test]
fn another_officer_can_give_it_up_and_nothing_more_leaves() {
    let union = Union::new(150);
    union.broadcasts("Mời họp");
    union.stage.deliver_some(50);
    union.deputy.says("/broadcasts");
    union.deputy.taps("Mở thông báo số 1");
    union.deputy.taps("Hủy phần chưa gửi");
    union.stage.tick();
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 50);
    assert_eq!(union.ledger(1), ["cancelled 250", "sent 50"]);
    assert!(
        union.chair.reads().contains("Đã hủy"),
        "{}",
        union.chair.reads()
    );
}

#[test]
fn taken_back_it_is_gone_from_every_phone() {
    let union = Union::new(150);
    union.broadcasts("Sai");
    union.stage.deliver_some(100);
    union.stage.deliver_some(100);
    assert_eq!(union.reached("Sai"), 200);
    // One of those has left: nothing can be taken back from them.
    union
        .stage
        .change("DELETE FROM members WHERE user_id = 1000");
    union.chair.taps("Thu hồi tin đã gửi");
    union.chair.taps("Thu hồi ngay");
    union.stage.tick();
    union.stage.deliver();
    assert_eq!(union.reached("Sai"), 1);
    let rows = union.ledger(1);
    assert_eq!(rows, ["cancelled 100", "sent 1", "unsent 199"]);
    assert!(
        union.chair.reads().contains("Đã thu hồi: 199"),
        "{}",
        union.chair.reads()
    );
}

#[test]
fn taking_back_survives_a_power_cut_and_says_what_could_not_be() {
    let union = Union::new(10);
    union.broadcasts("Sai");
    union.stage.deliver();
    union.chair.taps("Thu hồi tin đã gửi");
    union.chair.taps("Thu hồi ngay");
    union.stage.dies_with(8, 4);
    let gone = |reason| Outcome::Stale { reason };
    union
        .stage
        .bulk_fates(vec![gone(Reason::MessageGone), gone(Reason::NotDeletable)]);
    union.stage.deliver();
    assert_eq!(union.ledger(1), ["sent 1", "unsent 19"]);
    assert!(union.chair.reads().contains("không thu hồi được: 1"));
}

#[test]
fn after_two_days_nothing_can_be_taken_back() {
    let union = Union::new(5);
    union.broadcasts("Sai");
    union.stage.deliver();
    let (data, message) = union.chair.button("Thu hồi tin đã gửi");
    union.stage.comes_to("2026-11-23 11:40");
    union
        .chair
        .forges_under(&data.replace("unsend?", "unsend"), message);
    union.stage.deliver();
    assert_eq!(union.ledger(1), ["sent 10"]);
}

#[test]
fn those_in_doubt_and_those_failed_get_it_again_only_if_the_officer_says_so_and_once() {
    let union = Union::new(20);
    union.broadcasts("Mời họp");
    union.stage.bulk_fates([Outcome::Rejected {
        reason: Reason::of("odd"),
    }]);
    union.stage.deliver_some(1);
    union.stage.dies_with(6, 0);
    union.stage.deliver();
    assert_eq!(union.ledger(1), ["failed 1", "sent 33", "unknown 6"]);
    let (again, message) = union.chair.button("Gửi lại cho nơi không rõ");
    union.chair.taps("Gửi lại cho nơi không rõ");
    union.chair.forges_under(&again, message);
    union.stage.deliver();
    assert_eq!(union.ledger(2), ["sent 6"]);
    union
        .chair
        .forges_under(&again.replace("unknown", "failed"), message);
    union.stage.deliver();
    let third = union.stage.number("SELECT max(id) FROM broadcasts");
    assert_eq!(union.ledger(third), ["sent 1"]);
    assert_eq!(union.stage.number("SELECT count(*) FROM broadcasts"), 3);
    assert_eq!(union.reached("Mời họp"), 40);
    assert_eq!(
        union.ledger(1),
        ["failed 1", "sent 33", "unknown 6"],
        "the first ledger stays"
    );
}

#[test]
fn on_days_of_mourning_nothing_leaves_but_answers() {
    let union = Union::new(100);
    union.broadcasts("Mời họp");
    union.stage.deliver_some(20);
    union.member(1_001).says("/pauseall");
    union.deputy.says("/pauseall");
    union.stage.deliver();
    union.stage.comes_to("2026-11-20 17:20");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 20);
    union.member(1_001).says("/help");
    assert!(union.member(1_001).reads().contains("Các lệnh"));
    union.deputy.says("/resumeall");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 200);
}

#[test]
fn the_weeks_own_messages_are_held_too_and_not_sent_afterwards() {
    let union = Union::new(5);
    union.chair.says("/pauseall");
    union.stage.comes_to("2026-11-23 11:35");
    union.stage.deliver();
    let before = union.stage.post.borrow().phones();
    union.stage.comes_to("2026-11-23 13:20");
    union.chair.says("/resumeall");
    union.stage.tick();
    union.stage.deliver();
    assert_eq!(
        union.stage.post.borrow().phones(),
        before,
        "nobody got an item"
    );
    union.stage.comes_to("2026-11-25 11:36");
    union.stage.deliver();
    assert_eq!(
        union.stage.post.borrow().phones(),
        before + 10,
        "the quiz comes on Wednesday"
    );
}

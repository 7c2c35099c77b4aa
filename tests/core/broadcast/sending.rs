//! From the confirmation to the last row: exactly whom, exactly once.

use nhip::outgoing::{Outcome, Reason};
use nhip::schedule::Sending;
use nhip::types::ChatId;

use super::union::Union;

#[test]
fn everybody_gets_it_once_and_the_officer_is_told() {
    let union = Union::new(150);
    union.broadcasts("Mời họp");
    let waiting = union
        .stage
        .number("SELECT count(*) FROM outbox WHERE lane = 2");
    assert_eq!(waiting, 128, "the outbox does not grow with the audience");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 300);
    assert!((1_000..1_150).all(|user| union.copies(user, "Mời họp") == 1));
    assert_eq!(union.ledger(1), ["sent 300"]);
    assert!(
        union.chair.reads().contains("Đã gửi: <b>300</b>/300"),
        "{}",
        union.chair.reads()
    );
    assert_eq!(union.stage.number("SELECT count(*) FROM outbox"), 0);
}

#[test]
fn who_joins_later_is_not_added_and_who_leaves_or_withdraws_is_dropped() {
    let union = Union::new(100);
    union.broadcasts("Mời họp");
    union.joins(1_500, "A");
    // The last ones in the ledger are still to come when these things happen.
    union
        .stage
        .change("DELETE FROM members WHERE user_id = 2099");
    union.stage.change("UPDATE consents SET withdrawn_on = '2026-11-20' WHERE part = 'account' AND member_id = (SELECT id FROM members WHERE user_id = 2098)");
    union
        .stage
        .change("UPDATE members SET paused_until = '2026-12-20' WHERE user_id = 2097");
    union
        .stage
        .change("UPDATE members SET reachable = 0 WHERE user_id = 2096");
    union.stage.post.borrow_mut().blocked.insert(2_095);
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 195);
    assert_eq!(union.copies(1_500, "Mời họp"), 0);
    let rows = union.ledger(1);
    assert_eq!(rows, ["cancelled 3", "sent 195", "unreachable 2"]);
}

#[test]
fn a_member_who_leaves_while_their_message_waits_does_not_get_it() {
    let union = Union::new(10);
    union.broadcasts("Mời họp");
    union.member(1_003).says("/stop");
    union.member(1_003).taps("Dừng hẳn");
    union.stage.tick();
    union.stage.deliver();
    assert_eq!(union.copies(1_003, "Mời họp"), 0);
    assert_eq!(union.ledger(1), ["cancelled 1", "sent 19"]);
}

#[test]
fn groups_of_the_units_get_it_too_and_a_moved_one_where_it_is_now() {
    let union = Union::new(5);
    union.stage.change("INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -50, id, '2026-11-20' FROM units WHERE code = 'A'");
    union.chair.says("/broadcast");
    union.chair.says("Mời họp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Các nhóm");
    union.chair.taps("Từng người");
    union.chair.taps("Trở lại");
    union.chair.taps("Xác nhận gửi");
    union.stage.bulk_fates([Outcome::Moved(ChatId(-1_050))]);
    union.stage.deliver();
    assert_eq!(union.copies(-1_050, "Mời họp"), 1);
    assert_eq!(union.reached("Mời họp"), 0);
    assert_eq!(union.ledger(1), ["sent 1"]);
}

#[test]
fn each_fate_has_its_place_in_the_ledger() {
    let union = Union::new(5);
    let failed = |maybe_sent| Outcome::Failed {
        reason: Reason::ServerError,
        maybe_sent,
    };
    union.stage.bulk_fates(vec![
        failed(true),
        failed(false),
        Outcome::RetryAfter { seconds: 1 },
        Outcome::Untried,
        Outcome::Rejected {
            reason: Reason::WrongHtml,
        },
        Outcome::Unreachable {
            reason: Reason::Blocked,
        },
        Outcome::Stale {
            reason: Reason::TopicGone,
        },
        Outcome::Sent(None),
    ]);
    union.broadcasts("Mời họp");
    union.stage.deliver();
    let rows = union.ledger(1);
    let expected = ["failed 2", "sent 6", "unknown 1", "unreachable 1"];
    assert_eq!(rows, expected);
    assert_eq!(
        union
            .stage
            .number("SELECT count(*) FROM members WHERE reachable = 0"),
        1
    );
}

#[test]
fn what_the_messenger_never_takes_fails_in_the_end() {
    let union = Union::new(5);
    let failed = Outcome::Failed {
        reason: Reason::ServerError,
        maybe_sent: false,
    };
    union.stage.bulk_fates(vec![failed; 200]);
    union.broadcasts("Mời họp");
    union.stage.deliver();
    assert_eq!(union.ledger(1), ["failed 10"]);
    assert!(union.chair.reads().contains("máy chủ Telegram lỗi: 10"));
}

#[test]
fn a_power_cut_loses_nobody_doubles_nobody_and_names_who_is_in_doubt() {
    let union = Union::new(150);
    union.broadcasts("Mời họp");
    union.stage.deliver_some(40);
    union.stage.dies_with(25, 10);
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 300 - 15);
    assert!((1_000..2_150).all(|user| union.copies(user, "Mời họp") <= 1));
    assert_eq!(union.ledger(1), ["sent 275", "unknown 25"]);
    assert!(
        union
            .chair
            .reads()
            .contains("bot dừng đúng lúc đang gửi: 25")
    );
}

#[test]
fn nothing_leaves_outside_the_windows_and_the_rest_goes_on_in_the_next() {
    let union = Union::new(100);
    union.broadcasts("Mời họp");
    union.stage.deliver_some(30);
    // The window closes while rows are waiting, and some are already taken.
    union.stage.comes_to("2026-11-20 13:15");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 30);
    union.stage.comes_to("2026-11-20 15:00");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 30);
    union.stage.comes_to("2026-11-20 17:15");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 200);
    assert_eq!(union.ledger(1), ["sent 200"]);
}

#[test]
fn taken_in_the_last_second_of_a_window_it_waits_for_the_next() {
    let union = Union::new(3);
    union.broadcasts("Mời họp");
    // Without a tick in between: the sender itself sees that the time is over.
    union.stage.set("2026-11-20 13:15");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 0);
    union.stage.comes_to("2026-11-20 17:20");
    union.stage.deliver();
    assert_eq!(union.ledger(1), ["sent 6"]);
}

#[test]
fn after_its_term_it_is_recorded_and_not_sent() {
    let union = Union::new(100);
    union.broadcasts("Mời họp");
    union.stage.deliver_some(30);
    // The bot is off over the weekend; the usual term is Monday evening.
    union.stage.comes_to("2026-11-24 11:40");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 30);
    assert_eq!(union.ledger(1), ["expired 170", "sent 30"]);
    assert!(union.chair.reads().contains("Quá hạn, không gửi: 170"));
}

#[test]
fn a_small_units_notice_does_not_stand_behind_a_large_one() {
    let alone = Sending {
        second_above: 10_000,
        ..Sending::default()
    };
    let union = Union::with(300, alone);
    union.broadcasts("Lớn");
    union.stage.deliver_some(10);
    union.chair.says("/broadcast");
    union.chair.says("Nhỏ");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver_some(100);
    union.stage.deliver_some(100);
    union.stage.deliver_some(100);
    let (large, small) = (union.reached("Lớn"), union.reached("Nhỏ"));
    assert!(small >= 80, "{large} of the first, {small} of the second");
    union.stage.deliver();
    assert_eq!((union.reached("Lớn"), union.reached("Nhỏ")), (600, 600));
}

#[test]
fn the_card_is_edited_at_most_every_few_seconds() {
    let union = Union::new(150);
    union.broadcasts("Mời họp");
    let edits = "SELECT count(*) FROM outbox WHERE lane = 0 AND kind = 'card'";
    for _ in 0..3 {
        union.stage.deliver_some(20);
        assert_eq!(union.stage.number(edits), 0, "the clock stands still");
    }
    union.stage.comes_to("2026-11-20 11:41");
    union.stage.deliver_some(20);
    union.stage.deliver_some(20);
    assert_eq!(
        union.stage.number(edits),
        1,
        "one edit, however many answers"
    );
}

#[test]
fn after_a_month_only_the_counts_are_left() {
    let union = Union::new(5);
    union.broadcasts("Mời họp");
    union.stage.deliver();
    union.stage.tick();
    assert_eq!(union.stage.number("SELECT count(*) FROM recipients"), 10);
    union
        .stage
        .change("UPDATE broadcasts SET ended_at = ended_at - 32 * 86400");
    union.stage.change("UPDATE installation SET swept_on = ''");
    union.stage.tick();
    union.stage.tick();
    assert_eq!(union.stage.number("SELECT count(*) FROM recipients"), 0);
    assert_eq!(
        union
            .stage
            .number("SELECT count(*) FROM broadcasts WHERE html <> ''"),
        0
    );
    let sent = "SELECT people FROM recipient_tallies WHERE state = 'sent'";
    assert_eq!(union.stage.number(sent), 10);
}

/// More than are written into the ledger at once: between the first hundred and those who join next lie the numbers
/// of so many who have left.
const MANY_LEFT: &str = "UPDATE sqlite_sequence SET seq = seq + 15000 WHERE name = 'members'";

#[test]
fn a_large_audience_is_fixed_in_portions_without_those_who_join_meanwhile() {
    let union = Union::new(50);
    union.stage.change(MANY_LEFT);
    union.joins(3_000, "A");
    union.broadcasts("Mời họp");
    assert!(
        union.chair.reads().contains("Đang lập danh sách"),
        "{}",
        union.chair.reads()
    );
    union.joins(3_001, "A");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 100);
    assert!(
        !union.chair.reads().contains("Đã xong"),
        "one is still to come: {}",
        union.chair.reads()
    );
    // Killed before the next portion.
    union.stage.starts();
    union.stage.tick();
    union.stage.deliver();
    assert_eq!(union.copies(3_000, "Mời họp"), 1);
    assert_eq!(union.copies(3_001, "Mời họp"), 0);
    assert_eq!(union.ledger(1), ["sent 101"]);
    assert_eq!(union.stage.number("SELECT count(*) FROM audiences"), 0);
}

#[test]
fn given_up_before_all_are_in_the_ledger_it_still_tells_of_everybody() {
    let union = Union::new(20);
    union.stage.change(MANY_LEFT);
    union.joins(3_000, "B");
    union.broadcasts("Sai");
    union.chair.taps("Hủy phần chưa gửi");
    union.stage.tick();
    union.stage.deliver();
    assert_eq!(union.reached("Sai"), 0);
    assert_eq!(union.ledger(1), ["cancelled 41"]);
}

//! From the confirmation to the last row: exactly whom, exactly once.

use super::house::{CHAIR, House};
use crate::outgoing::Outcome;
use crate::outgoing::Reason;
use crate::schedule::Sending;

fn states(rows: &[(String, i64)]) -> Vec<(&str, i64)> {
    rows.iter().map(|(state, n)| (state.as_str(), *n)).collect()
}

#[tokio::test]
async fn everybody_gets_it_once_and_the_officer_is_told() {
    let mut house = House::new(150).await;
    house.broadcasts("Mời họp").await;
    let waiting = house
        .number("SELECT count(*) FROM outbox WHERE lane = 2")
        .await;
    assert_eq!(waiting, 128, "the outbox does not grow with the audience");
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 300);
    assert!((1_000..1_150).all(|user| house.copies(user, "Mời họp") == 1));
    assert_eq!(states(&house.ledger(1).await), [("sent", 300)]);
    assert!(
        house.reads(CHAIR).contains("Đã gửi: <b>300</b>/300"),
        "{}",
        house.reads(CHAIR)
    );
    assert_eq!(house.number("SELECT count(*) FROM outbox").await, 0);
}

#[tokio::test]
async fn who_joins_later_is_not_added_and_who_leaves_or_withdraws_is_dropped() {
    let mut house = House::new(100).await;
    house.broadcasts("Mời họp").await;
    house.joins(1_500, "A").await;
    // The last ones in the ledger are still to come when these things happen.
    house.sql("DELETE FROM members WHERE user_id = 2099").await;
    house.sql("UPDATE consents SET withdrawn_on = '2026-11-20' WHERE part = 'account' AND member_id = (SELECT id FROM members WHERE user_id = 2098)").await;
    house
        .sql("UPDATE members SET paused_until = '2026-12-20' WHERE user_id = 2097")
        .await;
    house
        .sql("UPDATE members SET reachable = 0 WHERE user_id = 2096")
        .await;
    house.blocked.insert(2_095);
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 195);
    assert_eq!(house.copies(1_500, "Mời họp"), 0);
    let rows = house.ledger(1).await;
    assert_eq!(
        states(&rows),
        [("cancelled", 3), ("sent", 195), ("unreachable", 2)]
    );
}

#[tokio::test]
async fn a_member_who_leaves_while_their_message_waits_does_not_get_it() {
    let mut house = House::new(10).await;
    house.broadcasts("Mời họp").await;
    house.says(1_003, "/stop").await;
    house.taps(1_003, "Dừng hẳn").await;
    house.tick().await;
    house.delivers().await;
    assert_eq!(house.copies(1_003, "Mời họp"), 0);
    assert_eq!(
        states(&house.ledger(1).await),
        [("cancelled", 1), ("sent", 19)]
    );
}

#[tokio::test]
async fn groups_of_the_units_get_it_too_and_a_moved_one_where_it_is_now() {
    let mut house = House::new(5).await;
    house.sql("INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -50, id, '2026-11-20' FROM units WHERE code = 'A'").await;
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Mời họp").await;
    house.taps(CHAIR, "Các nhóm").await;
    house.taps(CHAIR, "Từng người").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house
        .fates
        .push(Outcome::Moved(crate::types::ChatId(-1_050)));
    house.delivers().await;
    assert_eq!(house.copies(-1_050, "Mời họp"), 1);
    assert_eq!(house.reached("Mời họp"), 0);
    assert_eq!(states(&house.ledger(1).await), [("sent", 1)]);
}

#[tokio::test]
async fn each_fate_has_its_place_in_the_ledger() {
    let mut house = House::new(5).await;
    let failed = |maybe_sent| Outcome::Failed {
        reason: Reason::ServerError,
        maybe_sent,
    };
    house.fates = vec![
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
    ];
    house.broadcasts("Mời họp").await;
    house.delivers().await;
    let rows = house.ledger(1).await;
    let expected = [
        ("failed", 2),
        ("sent", 6),
        ("unknown", 1),
        ("unreachable", 1),
    ];
    assert_eq!(states(&rows), expected);
    assert_eq!(
        house
            .number("SELECT count(*) FROM members WHERE reachable = 0")
            .await,
        1
    );
}

#[tokio::test]
async fn what_the_messenger_never_takes_fails_in_the_end() {
    let mut house = House::new(5).await;
    house.fates = (0..200)
        .map(|_| Outcome::Failed {
            reason: Reason::ServerError,
            maybe_sent: false,
        })
        .collect();
    house.broadcasts("Mời họp").await;
    house.delivers().await;
    assert_eq!(states(&house.ledger(1).await), [("failed", 10)]);
    assert!(house.reads(CHAIR).contains("máy chủ Telegram lỗi: 10"));
}

#[tokio::test]
async fn a_power_cut_loses_nobody_doubles_nobody_and_names_who_is_in_doubt() {
    let mut house = House::new(150).await;
    house.broadcasts("Mời họp").await;
    house.delivers_some(40).await;
    house.dies_with(25, 10).await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 300 - 15);
    assert!((1_000..2_150).all(|user| house.copies(user, "Mời họp") <= 1));
    assert_eq!(
        states(&house.ledger(1).await),
        [("sent", 275), ("unknown", 25)]
    );
    assert!(
        house
            .reads(CHAIR)
            .contains("bot dừng đúng lúc đang gửi: 25")
    );
}

#[tokio::test]
async fn nothing_leaves_outside_the_windows_and_the_rest_goes_on_in_the_next() {
    let mut house = House::new(100).await;
    house.broadcasts("Mời họp").await;
    house.delivers_some(30).await;
    // The window closes while rows are waiting, and some are already taken.
    house.at("20T13:15").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 30);
    house.at("20T15:00").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 30);
    house.at("20T17:15").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 200);
    assert_eq!(states(&house.ledger(1).await), [("sent", 200)]);
}

#[tokio::test]
async fn taken_in_the_last_second_of_a_window_it_waits_for_the_next() {
    let mut house = House::new(3).await;
    house.broadcasts("Mời họp").await;
    // Without a tick in between: the sender itself sees that the time is over.
    house.at_without_tick("20T13:15");
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 0);
    house.at("20T17:20").await;
    house.delivers().await;
    assert_eq!(states(&house.ledger(1).await), [("sent", 6)]);
}

#[tokio::test]
async fn after_its_term_it_is_recorded_and_not_sent() {
    let mut house = House::new(100).await;
    house.broadcasts("Mời họp").await;
    house.delivers_some(30).await;
    // The bot is off over the weekend; the usual term is Monday evening.
    house.at("24T11:40").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 30);
    assert_eq!(
        states(&house.ledger(1).await),
        [("expired", 170), ("sent", 30)]
    );
    assert!(house.reads(CHAIR).contains("Quá hạn, không gửi: 170"));
}

#[tokio::test]
async fn a_small_units_notice_does_not_stand_behind_a_large_one() {
    let alone = Sending {
        second_above: 10_000,
        ..Sending::default()
    };
    let mut house = House::with(300, alone).await;
    house.broadcasts("Lớn").await;
    house.delivers_some(10).await;
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Nhỏ").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers_some(100).await;
    house.delivers_some(100).await;
    house.delivers_some(100).await;
    let (large, small) = (house.reached("Lớn"), house.reached("Nhỏ"));
    assert!(small >= 80, "{large} of the first, {small} of the second");
    house.delivers().await;
    assert_eq!((house.reached("Lớn"), house.reached("Nhỏ")), (600, 600));
}

#[tokio::test]
async fn the_card_is_edited_at_most_every_few_seconds() {
    let mut house = House::new(150).await;
    house.broadcasts("Mời họp").await;
    let edits = "SELECT count(*) FROM outbox WHERE lane = 0 AND kind = 'card'";
    for _ in 0..3 {
        house.delivers_some(20).await;
        assert_eq!(house.number(edits).await, 0, "the clock stands still");
    }
    house.at("20T11:41").await;
    house.delivers_some(20).await;
    house.delivers_some(20).await;
    assert_eq!(
        house.number(edits).await,
        1,
        "one edit, however many answers"
    );
}

#[tokio::test]
async fn after_a_month_only_the_counts_are_left() {
    let mut house = House::new(5).await;
    house.broadcasts("Mời họp").await;
    house.delivers().await;
    house.tick().await;
    assert_eq!(house.number("SELECT count(*) FROM recipients").await, 10);
    house
        .sql("UPDATE broadcasts SET ended_at = ended_at - 32 * 86400")
        .await;
    house.sql("UPDATE installation SET swept_on = ''").await;
    house.tick().await;
    house.tick().await;
    assert_eq!(house.number("SELECT count(*) FROM recipients").await, 0);
    assert_eq!(
        house
            .number("SELECT count(*) FROM broadcasts WHERE html <> ''")
            .await,
        0
    );
    let sent = "SELECT people FROM recipient_tallies WHERE state = 'sent'";
    assert_eq!(house.number(sent).await, 10);
}

/// More than are written into the ledger at once: between the first hundred and those who join next lie the numbers
/// of so many who have left.
const MANY_LEFT: &str = "UPDATE sqlite_sequence SET seq = seq + 15000 WHERE name = 'members'";

#[tokio::test]
async fn a_large_audience_is_fixed_in_portions_without_those_who_join_meanwhile() {
    let mut house = House::new(50).await;
    house.sql(MANY_LEFT).await;
    house.joins(3_000, "A").await;
    house.broadcasts("Mời họp").await;
    assert!(
        house.reads(CHAIR).contains("Đang lập danh sách"),
        "{}",
        house.reads(CHAIR)
    );
    house.joins(3_001, "A").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 100);
    assert!(
        !house.reads(CHAIR).contains("Đã xong"),
        "one is still to come: {}",
        house.reads(CHAIR)
    );
    // Killed before the next portion.
    house.restarts().await;
    house.tick().await;
    house.delivers().await;
    assert_eq!(house.copies(3_000, "Mời họp"), 1);
    assert_eq!(house.copies(3_001, "Mời họp"), 0);
    assert_eq!(house.ledger(1).await, [("sent".to_owned(), 101)]);
    assert_eq!(house.number("SELECT count(*) FROM audiences").await, 0);
}

#[tokio::test]
async fn given_up_before_all_are_in_the_ledger_it_still_tells_of_everybody() {
    let mut house = House::new(20).await;
    house.sql(MANY_LEFT).await;
    house.joins(3_000, "B").await;
    house.broadcasts("Sai").await;
    house.taps(CHAIR, "Hủy phần chưa gửi").await;
    house.tick().await;
    house.delivers().await;
    assert_eq!(house.reached("Sai"), 0);
    assert_eq!(house.ledger(1).await, [("cancelled".to_owned(), 41)]);
}

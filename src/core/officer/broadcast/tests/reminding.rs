//! Reminders that come again, and what officers of the unit can do with them.

use super::house::{CHAIR, DEPUTY, House};

async fn reminds(house: &mut House, words: &str, days: &str) {
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, words).await;
    house.taps(CHAIR, "Gửi định kỳ").await;
    house.says(CHAIR, days).await;
    house.taps(CHAIR, "Xác nhận gửi").await;
}

#[tokio::test]
async fn a_reminder_is_sent_on_its_day_each_time_and_once() {
    let mut house = House::new(5).await;
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Sinh hoạt").await;
    house.taps(CHAIR, "Gửi định kỳ").await;
    house.says(CHAIR, "khi nào rảnh").await;
    assert!(house.reads(CHAIR).contains("chưa hiểu những ngày này"));
    house.says(CHAIR, "24/11, 26/11 lúc 11h40").await;
    let card = house.reads(CHAIR);
    assert!(
        card.contains("các ngày 24/11, 26/11 hằng năm, lúc 11:40")
            && card.contains("11:40 24/11/2026"),
        "{card}"
    );
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Sinh hoạt"), 0, "nothing leaves at once");
    house.at("24T11:39").await;
    house.delivers().await;
    assert_eq!(house.reached("Sinh hoạt"), 0);
    for _ in 0..3 {
        house.at("24T11:41").await;
        house.delivers().await;
    }
    assert_eq!(house.reached("Sinh hoạt"), 10);
    assert_eq!(house.copies(1_000, "Sinh hoạt"), 1);
    house.restarts().await;
    house.at("26T11:41").await;
    house.delivers().await;
    assert_eq!(house.copies(1_000, "Sinh hoạt"), 2);
    let next = house
        .number("SELECT starts_at FROM broadcasts WHERE state = 'repeating'")
        .await;
    let next_year = "2027-11-24T11:40:00+07:00".parse::<chrono::DateTime<chrono::Utc>>();
    assert_eq!(next, next_year.expect("a moment").timestamp());
}

#[tokio::test]
async fn a_day_that_passed_while_the_bot_was_off_is_not_made_up_for() {
    let mut house = House::new(3).await;
    reminds(&mut house, "Sinh hoạt", "21/11, 26/11 11h40").await;
    // Saturday's goes out on Monday; switched on again on Wednesday it is too late for that.
    house.at("25T11:41").await;
    house.delivers().await;
    assert_eq!(house.reached("Sinh hoạt"), 0);
    house.at("26T11:41").await;
    house.delivers().await;
    assert_eq!(house.copies(1_000, "Sinh hoạt"), 1);
}

#[tokio::test]
async fn another_officer_puts_it_to_rest_wakes_changes_and_drops_it() {
    let mut house = House::new(3).await;
    reminds(&mut house, "Sinh hoạt", "24/11, 26/11, 27/11 11h40").await;
    house.says(DEPUTY, "/broadcasts").await;
    house.taps(DEPUTY, "Mở thông báo số 1").await;
    house.taps(DEPUTY, "Tạm ngừng nhắc").await;
    house.at("24T11:41").await;
    house.delivers().await;
    assert_eq!(house.reached("Sinh hoạt"), 0, "it rests");
    house.taps(DEPUTY, "Tiếp tục nhắc").await;
    house.delivers().await;
    assert_eq!(
        house.reached("Sinh hoạt"),
        0,
        "what fell into its rest is not sent afterwards"
    );
    house.taps(DEPUTY, "Sửa lời nhắc").await;
    house.taps(DEPUTY, "Viết lại nội dung").await;
    house.says(DEPUTY, "Sinh hoạt, mang theo sổ").await;
    house.taps(DEPUTY, "Xác nhận gửi").await;
    house.at("26T11:41").await;
    house.delivers().await;
    assert_eq!(house.reached("Sinh hoạt"), 0, "the old words are gone");
    assert_eq!(house.reached("Sinh hoạt, mang theo sổ"), 6);
    house.says(CHAIR, "/broadcasts").await;
    house.taps(CHAIR, "Mở thông báo số 2").await;
    house.taps(CHAIR, "Bỏ lời nhắc").await;
    house.at("27T11:41").await;
    house.delivers().await;
    assert_eq!(house.copies(1_000, "Sinh hoạt, mang theo sổ"), 1);
    house.says(1_000, "/nhatky").await;
    for action in [
        "đặt lời nhắc",
        "tạm ngừng lời nhắc",
        "cho nhắc trở lại",
        "bỏ lời nhắc",
    ] {
        assert!(
            house.reads(1_000).contains(action),
            "{action}: {}",
            house.reads(1_000)
        );
    }
}

#[tokio::test]
async fn who_joins_before_the_day_is_reminded_too() {
    let mut house = House::new(3).await;
    reminds(&mut house, "Sinh hoạt", "24/11 11h40").await;
    house.joins(1_500, "A").await;
    house.at("24T11:41").await;
    house.delivers().await;
    assert_eq!(house.copies(1_500, "Sinh hoạt"), 1);
}

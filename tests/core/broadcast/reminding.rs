//! Reminders that come again, and what officers of the unit can do with them.

use super::union::Union;

fn reminds(union: &Union, words: &str, days: &str) {
    union.chair.says("/broadcast");
    union.chair.says(words);
    union.chair.taps("Tùy chọn");
    union.chair.taps("Gửi định kỳ");
    union.chair.says(days);
    union.chair.taps("Xác nhận gửi");
}

#[test]
fn a_reminder_is_sent_on_its_day_each_time_and_once() {
    let union = Union::new(5);
    union.chair.says("/broadcast");
    union.chair.says("Sinh hoạt");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Gửi định kỳ");
    union.chair.says("khi nào rảnh");
    assert!(union.chair.reads().contains("chưa hiểu những ngày này"));
    union.chair.says("24/11, 26/11 lúc 11h40");
    let card = union.chair.reads();
    assert!(
        card.contains("các ngày 24/11, 26/11 hằng năm, lúc 11:40")
            && card.contains("11:40 thứ Ba 24/11/2026"),
        "{card}"
    );
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Sinh hoạt"), 0, "nothing leaves at once");
    union.stage.comes_to("2026-11-24 11:39");
    union.stage.deliver();
    assert_eq!(union.reached("Sinh hoạt"), 0);
    for _ in 0..3 {
        union.stage.comes_to("2026-11-24 11:41");
        union.stage.deliver();
    }
    assert_eq!(union.reached("Sinh hoạt"), 10);
    assert_eq!(union.copies(1_000, "Sinh hoạt"), 1);
    union.stage.starts();
    union.stage.comes_to("2026-11-26 11:41");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Sinh hoạt"), 2);
    union.chair.says("/broadcasts");
    union.chair.taps("Mở thông báo số 1");
    union.chair.sees("11:40 thứ Tư 24/11/2027");
}

#[test]
fn a_day_that_passed_while_the_bot_was_off_is_not_made_up_for() {
    let union = Union::new(3);
    reminds(&union, "Sinh hoạt", "21/11, 26/11 11h40");
    // Saturday's goes out on Monday; switched on again on Wednesday it is too late for that.
    union.stage.comes_to("2026-11-25 11:41");
    union.stage.deliver();
    assert_eq!(union.reached("Sinh hoạt"), 0);
    union.stage.comes_to("2026-11-26 11:41");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Sinh hoạt"), 1);
}

#[test]
fn another_officer_puts_it_to_rest_wakes_changes_and_drops_it() {
    let union = Union::new(3);
    reminds(&union, "Sinh hoạt", "24/11, 26/11, 27/11 11h40");
    union.deputy.says("/broadcasts");
    union.deputy.taps("Mở thông báo số 1");
    union.deputy.taps("Tạm ngừng nhắc");
    union.stage.comes_to("2026-11-24 11:41");
    union.stage.deliver();
    assert_eq!(union.reached("Sinh hoạt"), 0, "it rests");
    union.deputy.taps("Tiếp tục nhắc");
    union.stage.deliver();
    assert_eq!(
        union.reached("Sinh hoạt"),
        0,
        "what fell into its rest is not sent afterwards"
    );
    union.deputy.taps("Sửa lời nhắc");
    union.deputy.taps("Viết lại nội dung");
    union.deputy.says("Sinh hoạt, mang theo sổ");
    union.deputy.taps("Xác nhận gửi");
    union.stage.comes_to("2026-11-26 11:41");
    union.stage.deliver();
    assert_eq!(union.reached("Sinh hoạt"), 0, "the old words are gone");
    assert_eq!(union.reached("Sinh hoạt, mang theo sổ"), 6);
    union.chair.says("/broadcasts");
    union.chair.taps("Mở thông báo số 2");
    union.chair.taps("Bỏ lời nhắc");
    union.stage.comes_to("2026-11-27 11:41");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Sinh hoạt, mang theo sổ"), 1);
    union.member(1_000).says("/nhatky");
    for action in [
        "đặt lời nhắc",
        "tạm ngừng lời nhắc",
        "tiếp tục lời nhắc định kỳ",
        "bỏ lời nhắc",
    ] {
        assert!(
            union.member(1_000).reads().contains(action),
            "{action}: {}",
            union.member(1_000).reads()
        );
    }
}

#[test]
fn who_joins_before_the_day_is_reminded_too() {
    let union = Union::new(3);
    reminds(&union, "Sinh hoạt", "24/11 11h40");
    union.joins(1_500, "A");
    union.stage.comes_to("2026-11-24 11:41");
    union.stage.deliver();
    assert_eq!(union.copies(1_500, "Sinh hoạt"), 1);
}

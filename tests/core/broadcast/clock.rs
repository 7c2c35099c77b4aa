//! Broadcasts and a clock that is set back.

use super::union::Union;

#[test]
fn a_broadcast_that_was_to_go_at_once_goes_at_once_though_the_clock_is_set_back() {
    let union = Union::new(5);
    union.stage.set("2026-11-25 11:40");
    union.broadcasts("Mời họp");
    union.stage.comes_to("2026-11-23 11:45");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 10);
    union.stage.comes_to("2026-11-25 11:45");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Mời họp"), 1);
}

#[test]
fn a_reminder_that_was_planned_by_a_clock_ahead_comes_on_its_next_day() {
    let union = Union::new(5);
    union.chair.says("/broadcast");
    union.chair.says("Sinh hoạt");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Gửi định kỳ");
    union.chair.says("24/11, 26/11 lúc 11h40");
    union.stage.set("2027-06-01 08:00");
    union.chair.taps("Xác nhận gửi");
    union.chair.sees("11:40 thứ Tư 24/11/2027");
    union.stage.comes_to("2026-11-23 08:00");
    union.stage.comes_to("2026-11-24 11:41");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Sinh hoạt"), 1);
    // Set back once more, it does not come a second time.
    union.stage.comes_to("2026-11-24 11:00");
    union.stage.comes_to("2026-11-24 11:41");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Sinh hoạt"), 1);
    union.stage.comes_to("2026-11-26 11:41");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Sinh hoạt"), 2);
}

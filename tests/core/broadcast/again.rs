//! A draft's few buttons, what is changed before it is sent, old words used again, and the list of all that was sent.
//!
//! Knows what officers tap and see. Must not know how messages travel.

use super::officer::drafts;
use super::union::Union;

#[test]
fn the_list_says_of_each_its_day_its_first_words_whom_and_how_far_it_is() {
    let union = Union::new(3);
    union
        .broadcasts("Mời họp công đoàn chiều thứ Năm tuần sau tại hội trường tầng hai, cơ quan Sở");
    union.stage.deliver();
    union.stage.set("2026-11-20 21:00");
    union.chair.says("/broadcast");
    union.chair.says("Nộp phiếu");
    union.chair.taps("Chọn đơn vị");
    union.chair.taps("Công đoàn Sở B");
    union.chair.taps("Trở lại");
    union.chair.taps("Xác nhận gửi");
    let card = union.chair.reads();
    assert!(card.contains("Thông báo số 2</b> của Công đoàn tỉnh"));
    assert!(card.contains("Nơi nhận: <b>Công đoàn Sở B</b>"), "{card}");
    union.stage.set("2026-11-21 09:00");
    union.deputy.says("/dsthongbao");
    let expected = "<b>Các thông báo gần đây</b>

<b>2.</b> Sẽ gửi từ 11:35 thứ Hai 23/11/2026 · 0/3
Nơi nhận: <b>Công đoàn Sở B</b>
<i>“Nộp phiếu”</i>

<b>1.</b> 20/11/2026 · Đã xong · 6/6
Nơi nhận: <b>Công đoàn tỉnh</b> và các đơn vị cấp dưới
<i>“Mời họp công đoàn chiều thứ Năm tuần sau tại hội trường…”</i>";
    assert_eq!(union.deputy.reads(), expected);
}

/// The labels below the officer's newest message, row by row.
fn rows(union: &Union) -> Vec<Vec<String>> {
    let shown = union.chair.last().keyboard;
    let labels = |row: &Vec<nhip::outgoing::Key>| row.iter().map(|key| key.label.clone()).collect();
    shown.iter().map(labels).collect()
}

#[test]
fn a_draft_has_six_buttons_and_discarding_is_far_from_confirming() {
    let union = Union::new(3);
    drafts(&union, "Mời họp");
    let expected = [
        &["Xác nhận gửi"][..],
        &["Viết lại nội dung"],
        &["Chọn đơn vị nhận"],
        &["Hẹn giờ gửi", "Tùy chọn"],
        &["Bỏ bản nháp"],
    ];
    assert_eq!(rows(&union), expected);
    // What is chosen there keeps the options on the screen, in the same message.
    let before = union.chair.count();
    union.chair.taps("Tùy chọn");
    union.chair.taps("☐ Các nhóm");
    union.chair.sees("Tùy chọn của bản nháp");
    assert!(union.chair.has_button("☑ Các nhóm"));
    union.chair.taps("Trở lại");
    assert_eq!(rows(&union), expected);
    assert_eq!(union.chair.count(), before);
}

#[test]
fn what_is_yet_to_be_sent_is_changed_and_goes_once_in_its_new_words() {
    let union = Union::new(3);
    union.stage.set("2026-11-20 21:00");
    union.broadcasts("Họp lúc 8 giờ");
    union.chair.taps("Sửa trước khi gửi");
    union.chair.sees("Bản nháp này thay thông báo số 1");
    union.chair.taps("Viết lại nội dung");
    union.chair.says("Họp lúc 9 giờ");
    union.chair.taps("Xác nhận gửi");
    union.stage.comes_to("2026-11-23 11:36");
    union.stage.deliver();
    assert_eq!(union.reached("Họp lúc 8 giờ"), 0);
    assert_eq!(union.reached("Họp lúc 9 giờ"), 6);
    union.chair.says("/dsthongbao");
    let list = union.chair.reads();
    assert!(
        list.contains("<b>2.</b> 20/11/2026 · Đã xong · 6/6"),
        "{list}"
    );
    assert!(
        list.contains("<b>1.</b> 20/11/2026 · Đã hủy · 0/6"),
        "{list}"
    );
}

#[test]
fn a_change_that_comes_too_late_is_a_broadcast_of_its_own_and_says_so() {
    let union = Union::new(3);
    union.stage.set("2026-11-20 21:00");
    union.broadcasts("Họp lúc 8 giờ");
    union.chair.taps("Sửa trước khi gửi");
    union.stage.comes_to("2026-11-23 11:36");
    union.stage.deliver();
    assert_eq!(
        union.reached("Họp lúc 8 giờ"),
        6,
        "nobody confirmed anything else"
    );
    union.chair.taps("Xác nhận gửi");
    let toast = union.chair.toast();
    assert!(toast.contains("Thông báo cũ đã bắt đầu gửi"), "{toast}");
    assert!(!union.chair.reads().contains("Bản nháp này thay"));
    union.chair.taps("Bỏ bản nháp");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Họp lúc 8 giờ"), 1);
}

#[test]
fn the_words_of_an_old_one_are_used_again() {
    let union = Union::new(3);
    union.broadcasts("Nộp phiếu trước thứ Sáu");
    union.stage.deliver();
    union.stage.set("2026-12-04 09:00");
    // Another officer opens it; what they had only begun gives way.
    union.deputy.says("/thongbao");
    union.deputy.says("/dsthongbao");
    union.deputy.taps("Mở thông báo số 1");
    union.deputy.taps("Soạn lại từ tin này");
    union.deputy.sees("Bản nháp thông báo");
    union.deputy.taps("Xác nhận gửi");
    union.stage.comes_to("2026-12-04 11:36");
    union.stage.deliver();
    assert_eq!(union.copies(1_000, "Nộp phiếu trước thứ Sáu"), 2);
    // Whoever has a draft with words in it keeps it.
    drafts(&union, "Mời họp");
    union.chair.says("/dsthongbao");
    union.chair.taps("Mở thông báo số 1");
    union.chair.taps("Soạn lại từ tin này");
    let toast = union.chair.toast();
    assert!(toast.contains("đang có một bản nháp"), "{toast}");
}

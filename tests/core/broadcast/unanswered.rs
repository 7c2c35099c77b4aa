//! To those who have not answered the week's questions: told as a number, never as a few.

use nhip::outgoing::{Outcome, Reason};

use super::officer::drafts;
use super::union::Union;

#[test]
fn those_who_have_not_answered_are_a_number_and_never_a_few() {
    let union = Union::new(6);
    union.stage.comes_to("2026-11-23 11:36");
    union.stage.deliver();
    drafts(&union, "Còn kịp");
    union.stage.change("UPDATE participations SET answered = 1 WHERE member_id IN (SELECT id FROM members WHERE user_id IN (1000, 1001))");
    union.chair.taps("Chỉ người chưa trả lời");
    assert!(
        union.chair.reads().contains("Chưa đủ số người"),
        "two who answered could be told: {}",
        union.chair.reads()
    );
    union.chair.taps("Xác nhận gửi");
    assert!(
        union.chair.toast().contains("Chưa đủ số người"),
        "{}",
        union.chair.toast()
    );
    union.stage.change("UPDATE participations SET answered = 1 WHERE member_id IN (SELECT id FROM members WHERE user_id IN (1002, 1003, 1004))");
    union.chair.taps("Viết lại nội dung");
    union.chair.says("Còn kịp");
    assert!(
        union.chair.reads().contains("khoảng <b>5</b> người"),
        "{}",
        union.chair.reads()
    );
    // Of units chosen one by one there is no number, and no sending: sums of them would give each away.
    union.chair.taps("Chọn đơn vị nhận");
    union.chair.taps("Công đoàn Sở A");
    union.chair.taps("Trở lại");
    let card = union.chair.reads();
    assert!(
        card.contains("phải chọn cả đơn vị") && !card.contains("</b> người"),
        "{card}"
    );
    union.chair.taps("Xác nhận gửi");
    assert!(
        union.chair.toast().contains("chọn cả đơn vị"),
        "{}",
        union.chair.toast()
    );
    union.chair.taps("Chọn đơn vị nhận");
    union.chair.taps("Toàn đơn vị");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Còn kịp"), 7);
    let card = union.chair.reads();
    assert!(card.contains("<b>5</b>/5") && !card.contains('7'), "{card}");
    assert!(!card.contains("Bảng"), "{card}");
}

#[test]
fn sent_once_more_to_those_who_have_not_answered_it_tells_no_more_and_leaves_out_who_has() {
    let union = Union::new(6);
    union.stage.comes_to("2026-11-23 11:36");
    union.stage.deliver();
    drafts(&union, "Còn kịp");
    union.chair.taps("Chỉ người chưa trả lời");
    union.chair.taps("Xác nhận gửi");
    union.stage.bulk_fates(vec![
        Outcome::Rejected {
            reason: Reason::WrongHtml,
        };
        3
    ]);
    union.stage.deliver();
    assert_eq!(union.reached("Còn kịp"), 9);
    union.stage.change("UPDATE participations SET answered = 1 WHERE member_id IN (SELECT id FROM members WHERE user_id = 1000)");
    union.chair.taps("Gửi lại cho nơi bị lỗi");
    union.stage.deliver();
    assert_eq!(union.reached("Còn kịp"), 11, "one has answered meanwhile");
    let card = union.chair.reads();
    assert!(card.contains("số 2") && card.contains("Đã xong"), "{card}");
    assert!(!card.contains("2/") && !card.contains("/3"), "{card}");
    union.chair.says("/dsthongbao");
    union.chair.taps("Mở thông báo số 2");
    assert!(union.chair.messages().iter().all(|shown| {
        let mut keys = shown.keyboard.iter().flatten();
        !keys.any(|key| key.label.contains("Bảng"))
    }));
}

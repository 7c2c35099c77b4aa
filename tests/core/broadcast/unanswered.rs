//! To those who have not answered the week's questions: told without a number.

use nhip::outgoing::{Outcome, Reason};

use super::officer::drafts;
use super::union::Union;

#[test]
fn those_who_have_not_answered_get_it_and_are_no_number() {
    let union = Union::new(6);
    union.stage.comes_to("2026-11-23 11:36");
    union.stage.deliver();
    drafts(&union, "Còn kịp");
    union.stage.change("UPDATE participations SET answered = 1 WHERE member_id IN (SELECT id FROM members WHERE user_id IN (1000, 1001))");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Chỉ người chưa trả lời");
    union.chair.taps("Trở lại");
    let card = union.chair.reads();
    assert!(
        card.contains("Sẽ nhận: những người chưa trả lời") && !card.contains("</b> người"),
        "{card}"
    );
    // Nor is there one where they are of units chosen one by one.
    union.chair.taps("Chọn đơn vị nhận");
    union.chair.taps("Công đoàn Sở A");
    union.chair.taps("Trở lại");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Còn kịp"), 4, "six of that unit but for two");
    let card = union.chair.reads();
    assert!(card.contains("không nêu số người"), "{card}");
    assert!(
        !card.contains("/4") && !card.contains('%') && !card.contains("Bảng"),
        "{card}"
    );
}

#[test]
fn where_all_have_answered_it_goes_to_nobody_and_reads_no_different() {
    let union = Union::new(6);
    union.stage.comes_to("2026-11-23 11:36");
    union.stage.deliver();
    union.stage.change("UPDATE participations SET answered = 1");
    drafts(&union, "Còn kịp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Chỉ người chưa trả lời");
    union.chair.taps("Trở lại");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Còn kịp"), 0);
    let card = union.chair.reads();
    assert!(
        card.contains("Đã xong") && card.contains("không nêu số người"),
        "{card}"
    );
}

#[test]
fn sent_once_more_to_those_who_have_not_answered_it_tells_no_more_and_leaves_out_who_has() {
    let union = Union::new(6);
    union.stage.comes_to("2026-11-23 11:36");
    union.stage.deliver();
    drafts(&union, "Còn kịp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Chỉ người chưa trả lời");
    union.chair.taps("Trở lại");
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

//! The officer's way: writing, choosing, confirming, and everything that can go wrong there.

use nhip::event::{Formatting, MessagePart};
use nhip::schedule::Sending;

use super::union::Union;

pub fn drafts(union: &Union, words: &str) {
    union.chair.says("/thongbao");
    union.chair.says(words);
}

fn written(own: MessagePart, quoted: MessagePart) -> Formatting {
    Formatting { own, quoted }
}

#[test]
fn everybody_reads_from_whom_it_is_and_the_officer_sees_that_beforehand() {
    let union = Union::new(3);
    union.chair.says("/broadcast");
    union.chair.says("Mời họp");
    let preview = union
        .chair
        .messages()
        .into_iter()
        .rev()
        .nth(1)
        .expect("a preview");
    let line = preview.text.lines().last().expect("a line").to_owned();
    assert_eq!(line, "Người gửi: người phụ trách cao nhất, Công đoàn tỉnh");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    let got = union
        .stage
        .post
        .borrow_mut()
        .messages(1_000)
        .pop()
        .expect("a message");
    assert_eq!(got.text, format!("Mời họp\n\n{line}"));
}

#[test]
fn the_preview_is_exactly_what_members_get_and_the_card_says_whom_and_when() {
    let union = Union::new(40);
    union
        .stage
        .change("UPDATE members SET reachable = 0 WHERE user_id BETWEEN 1001 AND 1006");
    union
        .stage
        .change("UPDATE members SET paused_until = '2026-12-01' WHERE user_id = 1007");
    union.chair.says("/broadcast");
    let html = "<b>Mời họp</b> <a href=\"https://x.vn\">tại đây</a>".to_owned();
    let content = written(MessagePart::Words(html.clone()), MessagePart::Nothing);
    union.chair.writes(Some("Mời họp tại đây"), content);
    assert_eq!(union.copies(union.chair.user, &html), 1, "the preview");
    let card = union.chair.reads();
    for words in [
        "<b>73</b> người",
        "đã chặn bot: khoảng 5 người",
        "ngay khi xác nhận",
        "11:40 thứ Sáu 20/11/2026",
        "Hạn gửi: 20:30 thứ Hai 23/11/2026",
    ] {
        assert!(card.contains(words), "'{words}' in {card}");
    }
    assert!(!card.contains("vì đang tạm nghỉ"), "one person: {card}");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Gửi thử cho tôi");
    union.chair.taps("Trở lại");
    assert_eq!(union.copies(union.chair.user, &html), 2, "the test copy");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached(&html), 73);
}

#[test]
fn a_message_that_is_there_can_be_sent_by_answering_it() {
    let union = Union::new(3);
    let content = written(
        MessagePart::Words("/broadcast".to_owned()),
        MessagePart::Words("<i>Cũ</i>".to_owned()),
    );
    union.chair.writes(Some("/broadcast"), content);
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("<i>Cũ</i>"), 6);
}

#[test]
fn what_cannot_be_sent_is_refused_kindly_and_an_album_once() {
    let union = Union::new(3);
    union.chair.says("/broadcast");
    for _ in 0..4 {
        let album = written(MessagePart::Album("7".to_owned()), MessagePart::Nothing);
        union.chair.writes(None, album);
    }
    let phone = union.chair.messages();
    let refusals = phone
        .iter()
        .filter(|message| message.text.contains("nhiều ảnh"));
    assert_eq!(refusals.count(), 1);
    union
        .chair
        .writes(None, written(MessagePart::Other, MessagePart::Nothing));
    assert!(union.chair.reads().contains("bằng chữ"));
    let long = written(
        MessagePart::Words("<b>x</b>".repeat(4_000)),
        MessagePart::Nothing,
    );
    union.chair.writes(Some("x"), long);
    assert!(union.chair.reads().contains("quá dài"));
    union.chair.says("Bây giờ thì được");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Bây giờ thì được"), 6);
}

#[test]
fn nobody_but_an_officer_gets_anywhere() {
    let union = Union::new(3);
    union.member(1_000).says("/broadcast");
    union.member(1_000).says("Mời họp");
    union.chair.says("/broadcasts");
    union.chair.sees("Chưa có thông báo nào.");
    drafts(&union, "Mời họp");
    let (data, message) = union.chair.button("Xác nhận gửi");
    union.member(1_000).forges_under(&data, message);
    union.deputy.forges_under(&data, message);
    union.stage.deliver();
    assert_eq!(
        union.reached("Mời họp"),
        0,
        "neither a member nor an officer whose draft it is not"
    );
    union.chair.forges_under(&data, message);
    for step in ["pause", "cancel", "unsend"] {
        union
            .member(1_000)
            .forges_under(&format!("b:1:1:{step}"), message);
    }
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 6);
}

#[test]
fn what_an_officer_writes_without_a_draft_is_not_kept() {
    let union = Union::new(1);
    union.chair.says("chuyện riêng");
    assert_eq!(union.stage.number("SELECT count(*) FROM broadcasts"), 0);
    drafts(&union, "Mời họp");
    union.chair.says("chuyện riêng");
    let kept = union
        .stage
        .number("SELECT count(*) FROM broadcasts WHERE html LIKE '%riêng%'");
    assert_eq!(kept, 0, "the draft has its words: nothing more is awaited");
}

#[test]
fn an_edit_in_between_voids_the_confirmation() {
    let union = Union::new(3);
    drafts(&union, "Cũ");
    let (data, message) = union.chair.button("Xác nhận gửi");
    union.chair.taps("Viết lại nội dung");
    union.chair.says("Mới");
    union.chair.forges_under(&data, message);
    assert!(
        union.chair.toast().contains("vừa thay đổi"),
        "{}",
        union.chair.toast()
    );
    union.stage.deliver();
    assert_eq!((union.reached("Cũ"), union.reached("Mới")), (0, 0));
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!((union.reached("Cũ"), union.reached("Mới")), (0, 6));
}

#[test]
fn a_double_tap_sends_once() {
    let union = Union::new(3);
    drafts(&union, "Mời họp");
    let (data, message) = union.chair.button("Xác nhận gửi");
    for _ in 0..3 {
        union.chair.forges_under(&data, message);
    }
    union.stage.deliver();
    union.chair.forges_under(&data, message);
    union.stage.deliver();
    assert!((1_000..1_003).all(|user| union.copies(user, "Mời họp") == 1));
    assert!(
        union.chair.toast().contains("đã được thực hiện"),
        "{}",
        union.chair.toast()
    );
}

#[test]
fn a_draft_survives_a_restart_and_can_be_thrown_away() {
    let union = Union::new(3);
    drafts(&union, "Mời họp");
    union.stage.starts();
    union.chair.says("/broadcast");
    assert_eq!(
        union.copies(union.chair.user, "Mời họp"),
        2,
        "it is shown again"
    );
    union.chair.taps("Bỏ bản nháp");
    union.chair.says("/broadcast");
    assert!(union.chair.reads().contains("gửi nội dung"));
}

#[test]
fn chosen_units_get_it_and_the_others_do_not() {
    let union = Union::new(10);
    drafts(&union, "Mời họp");
    union.chair.taps("Chọn đơn vị nhận");
    union.chair.taps("Công đoàn Sở B");
    union.chair.taps("Trở lại");
    assert!(
        union.chair.reads().contains("<b>10</b> người"),
        "{}",
        union.chair.reads()
    );
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 10);
    assert_eq!(union.copies(1_000, "Mời họp"), 0);
}

#[test]
fn a_broadcast_to_nobody_is_refused() {
    let union = Union::new(0);
    drafts(&union, "Mời họp");
    union.chair.taps("Xác nhận gửi");
    assert!(
        union.chair.toast().contains("Chưa có ai"),
        "{}",
        union.chair.toast()
    );
    union.chair.says("/broadcast");
    assert_eq!(
        union.copies(union.chair.user, "Mời họp"),
        2,
        "the draft is still there, and shown again"
    );
}

#[test]
fn a_time_is_understood_told_and_kept() {
    let union = Union::new(3);
    drafts(&union, "Mời họp");
    union.chair.taps("Hẹn giờ gửi");
    union.chair.says("khi nào rảnh");
    assert!(union.chair.reads().contains("chưa hiểu"));
    for (typed, told) in [
        (
            "12h đêm mai",
            "00:00 thứ Bảy 21/11/2026 hoặc 00:00 Chủ nhật 22/11/2026",
        ),
        ("cuối tuần", "chưa rõ là ngày nào"),
        ("đầu giờ chiều mai", "ví dụ: 11:35 thứ Bảy 21/11/2026"),
        ("8h-9h", "hai ngày hoặc hai giờ khác nhau"),
        ("30/2 8h", "Lịch không có ngày này"),
        ("3 giờ tối", "không khớp với buổi"),
    ] {
        union.chair.says(typed);
        union.chair.sees(told);
    }
    // What is offered is understood as it stands.
    union.chair.says("00:00 Chủ nhật 22/11/2026");
    union.chair.sees("Bắt đầu: 11:35 thứ Hai 23/11/2026");
    union.chair.taps("Hẹn giờ gửi");
    union.chair.says("10h");
    assert!(
        union.chair.reads().contains("10:00 thứ Sáu 20/11/2026"),
        "{}",
        union.chair.reads()
    );
    union.chair.says("thứ hai 11h45");
    assert!(
        union
            .chair
            .reads()
            .contains("Bắt đầu: 11:45 thứ Hai 23/11/2026"),
        "{}",
        union.chair.reads()
    );
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 0);
    union.stage.comes_to("2026-11-23 11:40");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 0);
    union.stage.comes_to("2026-11-23 11:45");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 6);
}

#[test]
fn a_time_at_which_nothing_goes_is_moved_and_the_card_says_why() {
    let union = Union::new(3);
    drafts(&union, "Mời họp");
    for (said, why) in [
        (
            "11 giờ tối mai",
            "23:00 thứ Bảy 21/11/2026 rơi vào cuối tuần: lùi đến 11:35 thứ Hai 23/11/2026.",
        ),
        (
            "3 giờ chiều",
            "15:00 thứ Sáu 20/11/2026 nằm ngoài giờ nhận tin (11:35–13:15 và 17:15–20:30): lùi đến 17:15 thứ Sáu 20/11/2026.",
        ),
    ] {
        union.chair.taps("Hẹn giờ gửi");
        union.chair.says(said);
        union.chair.sees(why);
    }
    union.chair.taps("Hẹn giờ gửi");
    union.chair.says("thứ Hai 11h45");
    assert!(!union.chair.reads().contains("lùi đến"));
}

#[test]
fn a_limit_before_the_first_window_is_refused_and_a_passed_time_too() {
    let union = Union::new(3);
    union.stage.comes_to("2026-11-20 14:00");
    drafts(&union, "Mời họp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Hạn gửi");
    union.chair.says("16h");
    union.chair.taps("Xác nhận gửi");
    assert!(
        union.chair.toast().contains("sẽ không ai nhận được"),
        "{}",
        union.chair.toast()
    );
    union.chair.taps("Tùy chọn");
    union.chair.taps("Hạn gửi");
    union.chair.says("20h");
    union.chair.taps("Hẹn giờ gửi");
    union.chair.says("17h30");
    union.stage.comes_to("2026-11-20 17:40");
    union.chair.taps("Xác nhận gửi");
    assert!(
        union.chair.toast().contains("Giờ hẹn đã qua"),
        "{}",
        union.chair.toast()
    );
    union.chair.taps("Tùy chọn");
    union.chair.taps("Gửi ngay khi xác nhận");
    union.chair.taps("Trở lại");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 6);
}

#[test]
fn above_a_number_a_second_officer_confirms() {
    let sending = Sending {
        second_above: 5,
        ..Sending::default()
    };
    let union = Union::with(3, sending);
    drafts(&union, "Mời họp");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 0);
    assert_eq!(
        union.copies(union.deputy.user, "Mời họp"),
        1,
        "the second officer sees it first"
    );
    let (data, message) = union.deputy.button("Đồng ý gửi");
    union.chair.forges_under(&data, message);
    assert!(
        union.chair.toast().contains("một cán bộ khác"),
        "{}",
        union.chair.toast()
    );
    // Both press at once: one of them gives it up, and then there is nothing to confirm.
    union.deputy.forges_under(&data, message);
    union.deputy.forges_under(&data, message);
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 6);
    assert!((1_000..1_003).all(|user| union.copies(user, "Mời họp") == 1));
    assert_eq!(
        union.stage.number("SELECT second FROM broadcasts"),
        union.deputy.user
    );
    // What the second officer sees is not edited by itself.
    assert!(union.deputy.reads().contains("Đang gửi"));
    union.deputy.taps("Xem số liệu lúc này");
    assert!(
        union.deputy.reads().contains("Đã xong"),
        "{}",
        union.deputy.reads()
    );
}

#[test]
fn what_the_second_officer_does_not_want_is_not_sent() {
    let sending = Sending {
        second_above: 5,
        ..Sending::default()
    };
    let union = Union::with(3, sending);
    drafts(&union, "Mời họp");
    union.chair.taps("Xác nhận gửi");
    union.deputy.taps("Không gửi");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 0);
    drafts(&union, "Lần hai");
    union.chair.taps("Xác nhận gửi");
    let (data, message) = union.deputy.button("Đồng ý gửi");
    union.chair.taps("Hủy phần chưa gửi");
    union.deputy.forges_under(&data, message);
    union.stage.deliver();
    assert_eq!(
        union.reached("Lần hai"),
        0,
        "its officer took it away in time"
    );
}

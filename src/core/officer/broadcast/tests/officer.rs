//! The officer's way: writing, choosing, confirming, and everything that can go wrong there.

use super::house::{CHAIR, DEPUTY, House};
use crate::event::{Formatting, MessagePart};
use crate::outgoing::Outcome;
use crate::outgoing::Reason;
use crate::schedule::Sending;

async fn drafts(house: &mut House, words: &str) {
    house.says(CHAIR, "/thongbao").await;
    house.says(CHAIR, words).await;
}

fn written(own: MessagePart, quoted: MessagePart) -> Formatting {
    Formatting { own, quoted }
}

#[tokio::test]
async fn the_preview_is_exactly_what_members_get_and_the_card_says_whom_and_when() {
    let mut house = House::new(40).await;
    house
        .sql("UPDATE members SET reachable = 0 WHERE user_id BETWEEN 1001 AND 1006")
        .await;
    house
        .sql("UPDATE members SET paused_until = '2026-12-01' WHERE user_id = 1007")
        .await;
    house.says(CHAIR, "/broadcast").await;
    let html = "<b>Mời họp</b> <a href=\"https://x.vn\">tại đây</a>".to_owned();
    let content = written(MessagePart::Words(html.clone()), MessagePart::Nothing);
    house.writes(CHAIR, Some("Mời họp tại đây"), content).await;
    assert_eq!(house.copies(CHAIR, &html), 1, "the preview");
    let card = house.reads(CHAIR);
    for words in [
        "<b>73</b> người",
        "đã chặn bot: khoảng 5 người",
        "ngay khi xác nhận",
        "11:40 20/11/2026",
        "Không gửi sau: 20:30 23/11/2026",
    ] {
        assert!(card.contains(words), "'{words}' in {card}");
    }
    assert!(!card.contains("vì đang tạm nghỉ"), "one person: {card}");
    house.taps(CHAIR, "Gửi thử cho tôi").await;
    assert_eq!(house.copies(CHAIR, &html), 2, "the test copy");
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached(&html), 73);
}

#[tokio::test]
async fn a_message_that_is_there_can_be_sent_by_answering_it() {
    let mut house = House::new(3).await;
    let content = written(
        MessagePart::Words("/broadcast".to_owned()),
        MessagePart::Words("<i>Cũ</i>".to_owned()),
    );
    house.writes(CHAIR, Some("/broadcast"), content).await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("<i>Cũ</i>"), 6);
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_kindly_and_an_album_once() {
    let mut house = House::new(3).await;
    house.says(CHAIR, "/broadcast").await;
    for _ in 0..4 {
        let album = written(MessagePart::Album("7".to_owned()), MessagePart::Nothing);
        house.writes(CHAIR, None, album).await;
    }
    let phone = house.phones.get(&CHAIR).expect("a phone");
    let refusals = phone
        .iter()
        .filter(|message| message.text.contains("nhiều ảnh"));
    assert_eq!(refusals.count(), 1);
    house
        .writes(
            CHAIR,
            None,
            written(MessagePart::Other, MessagePart::Nothing),
        )
        .await;
    assert!(house.reads(CHAIR).contains("bằng chữ"));
    let long = written(
        MessagePart::Words("<b>x</b>".repeat(4_000)),
        MessagePart::Nothing,
    );
    house.writes(CHAIR, Some("x"), long).await;
    assert!(house.reads(CHAIR).contains("quá dài"));
    house.says(CHAIR, "Bây giờ thì được").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Bây giờ thì được"), 6);
}

#[tokio::test]
async fn nobody_but_an_officer_gets_anywhere() {
    let mut house = House::new(3).await;
    house.says(1_000, "/broadcast").await;
    house.says(1_000, "Mời họp").await;
    assert_eq!(house.number("SELECT count(*) FROM broadcasts").await, 0);
    drafts(&mut house, "Mời họp").await;
    let (data, message) = house.button(CHAIR, "Xác nhận gửi");
    house.forges(1_000, &data, message).await;
    house.forges(DEPUTY, &data, message).await;
    house.delivers().await;
    assert_eq!(
        house.reached("Mời họp"),
        0,
        "neither a member nor an officer whose draft it is not"
    );
    house.forges(CHAIR, &data, message).await;
    for step in ["pause", "cancel", "unsend"] {
        house.forges(1_000, &format!("b:1:1:{step}"), message).await;
    }
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 6);
}

#[tokio::test]
async fn what_an_officer_writes_without_a_draft_is_not_kept() {
    let mut house = House::new(1).await;
    house.says(CHAIR, "chuyện riêng").await;
    assert_eq!(house.number("SELECT count(*) FROM broadcasts").await, 0);
    drafts(&mut house, "Mời họp").await;
    house.says(CHAIR, "chuyện riêng").await;
    let kept = house
        .number("SELECT count(*) FROM broadcasts WHERE html LIKE '%riêng%'")
        .await;
    assert_eq!(kept, 0, "the draft has its words: nothing more is awaited");
}

#[tokio::test]
async fn an_edit_in_between_voids_the_confirmation() {
    let mut house = House::new(3).await;
    drafts(&mut house, "Cũ").await;
    let (data, message) = house.button(CHAIR, "Xác nhận gửi");
    house.taps(CHAIR, "Viết lại nội dung").await;
    house.says(CHAIR, "Mới").await;
    house.forges(CHAIR, &data, message).await;
    assert!(house.toast.contains("vừa thay đổi"), "{}", house.toast);
    house.delivers().await;
    assert_eq!((house.reached("Cũ"), house.reached("Mới")), (0, 0));
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!((house.reached("Cũ"), house.reached("Mới")), (0, 6));
}

#[tokio::test]
async fn a_double_tap_sends_once() {
    let mut house = House::new(3).await;
    drafts(&mut house, "Mời họp").await;
    let (data, message) = house.button(CHAIR, "Xác nhận gửi");
    for _ in 0..3 {
        house.forges(CHAIR, &data, message).await;
    }
    house.delivers().await;
    house.forges(CHAIR, &data, message).await;
    house.delivers().await;
    assert!((1_000..1_003).all(|user| house.copies(user, "Mời họp") == 1));
    assert!(house.toast.contains("đã được thực hiện"), "{}", house.toast);
}

#[tokio::test]
async fn a_draft_survives_a_restart_and_can_be_thrown_away() {
    let mut house = House::new(3).await;
    drafts(&mut house, "Mời họp").await;
    house.restarts().await;
    house.says(CHAIR, "/broadcast").await;
    assert_eq!(house.copies(CHAIR, "Mời họp"), 2, "it is shown again");
    house.taps(CHAIR, "Bỏ bản nháp").await;
    assert_eq!(house.number("SELECT count(*) FROM broadcasts").await, 0);
    house.says(CHAIR, "/broadcast").await;
    assert!(house.reads(CHAIR).contains("gửi nội dung"));
}

#[tokio::test]
async fn chosen_units_get_it_and_the_others_do_not() {
    let mut house = House::new(10).await;
    drafts(&mut house, "Mời họp").await;
    house.taps(CHAIR, "Chọn đơn vị nhận").await;
    house.taps(CHAIR, "Công đoàn Sở B").await;
    house.taps(CHAIR, "Trở lại").await;
    assert!(
        house.reads(CHAIR).contains("<b>10</b> người"),
        "{}",
        house.reads(CHAIR)
    );
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 10);
    assert_eq!(house.copies(1_000, "Mời họp"), 0);
}

#[tokio::test]
async fn a_broadcast_to_nobody_is_refused() {
    let mut house = House::new(0).await;
    drafts(&mut house, "Mời họp").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    assert!(house.toast.contains("Chưa có ai"), "{}", house.toast);
    assert_eq!(
        house
            .number("SELECT count(*) FROM broadcasts WHERE state = 'draft'")
            .await,
        1
    );
}

#[tokio::test]
async fn a_time_is_understood_told_and_kept() {
    let mut house = House::new(3).await;
    drafts(&mut house, "Mời họp").await;
    house.taps(CHAIR, "Hẹn giờ gửi").await;
    house.says(CHAIR, "khi nào rảnh").await;
    assert!(house.reads(CHAIR).contains("chưa hiểu"));
    house.says(CHAIR, "10h").await;
    assert!(
        house.reads(CHAIR).contains("10:00 20/11/2026"),
        "{}",
        house.reads(CHAIR)
    );
    house.says(CHAIR, "thứ hai 11h45").await;
    assert!(
        house.reads(CHAIR).contains("Bắt đầu: 11:45 23/11/2026"),
        "{}",
        house.reads(CHAIR)
    );
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 0);
    house.at("23T11:40").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 0);
    house.at("23T11:45").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 6);
}

#[tokio::test]
async fn a_limit_before_the_first_window_is_refused_and_a_passed_time_too() {
    let mut house = House::new(3).await;
    house.at("20T14:00").await;
    drafts(&mut house, "Mời họp").await;
    house.taps(CHAIR, "Hạn gửi").await;
    house.says(CHAIR, "16h").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    assert!(
        house.toast.contains("sẽ không ai nhận được"),
        "{}",
        house.toast
    );
    house.taps(CHAIR, "Hạn gửi").await;
    house.says(CHAIR, "20h").await;
    house.taps(CHAIR, "Hẹn giờ gửi").await;
    house.says(CHAIR, "17h30").await;
    house.at("20T17:40").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    assert!(house.toast.contains("Giờ hẹn đã qua"), "{}", house.toast);
    house.taps(CHAIR, "Gửi ngay khi xác nhận").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 6);
}

#[tokio::test]
async fn above_a_number_a_second_officer_confirms() {
    let sending = Sending {
        second_above: 5,
        ..Sending::default()
    };
    let mut house = House::with(3, sending).await;
    drafts(&mut house, "Mời họp").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 0);
    assert_eq!(
        house.copies(DEPUTY, "Mời họp"),
        1,
        "the second officer sees it first"
    );
    let (data, message) = house.button(DEPUTY, "Đồng ý gửi");
    house.forges(CHAIR, &data, message).await;
    assert!(house.toast.contains("một cán bộ khác"), "{}", house.toast);
    // Both press at once: one of them gives it up, and then there is nothing to confirm.
    house.forges(DEPUTY, &data, message).await;
    house.forges(DEPUTY, &data, message).await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 6);
    assert!((1_000..1_003).all(|user| house.copies(user, "Mời họp") == 1));
    assert_eq!(house.number("SELECT second FROM broadcasts").await, DEPUTY);
    // What the second officer sees is not edited by itself.
    assert!(house.reads(DEPUTY).contains("Đang gửi"));
    house.taps(DEPUTY, "Xem số liệu lúc này").await;
    assert!(
        house.reads(DEPUTY).contains("Đã xong"),
        "{}",
        house.reads(DEPUTY)
    );
}

#[tokio::test]
async fn what_the_second_officer_does_not_want_is_not_sent() {
    let sending = Sending {
        second_above: 5,
        ..Sending::default()
    };
    let mut house = House::with(3, sending).await;
    drafts(&mut house, "Mời họp").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.taps(DEPUTY, "Không gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Mời họp"), 0);
    drafts(&mut house, "Lần hai").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    let (data, message) = house.button(DEPUTY, "Đồng ý gửi");
    house.taps(CHAIR, "Hủy phần chưa gửi").await;
    house.forges(DEPUTY, &data, message).await;
    house.delivers().await;
    assert_eq!(
        house.reached("Lần hai"),
        0,
        "its officer took it away in time"
    );
}

#[tokio::test]
async fn those_who_have_not_answered_are_a_number_and_never_a_few() {
    let mut house = House::new(6).await;
    house.at("23T11:36").await;
    house.delivers().await;
    drafts(&mut house, "Còn kịp").await;
    house.sql("UPDATE participations SET answered = 1 WHERE member_id IN (SELECT id FROM members WHERE user_id IN (1000, 1001))").await;
    house.taps(CHAIR, "Chỉ người chưa trả lời").await;
    assert!(
        house.reads(CHAIR).contains("Chưa đủ số người"),
        "two who answered could be told: {}",
        house.reads(CHAIR)
    );
    house.taps(CHAIR, "Xác nhận gửi").await;
    assert!(house.toast.contains("Chưa đủ số người"), "{}", house.toast);
    house.sql("UPDATE participations SET answered = 1 WHERE member_id IN (SELECT id FROM members WHERE user_id IN (1002, 1003, 1004))").await;
    house.taps(CHAIR, "Viết lại nội dung").await;
    house.says(CHAIR, "Còn kịp").await;
    assert!(
        house.reads(CHAIR).contains("khoảng <b>5</b> người"),
        "{}",
        house.reads(CHAIR)
    );
    // Of units chosen one by one there is no number, and no sending: sums of them would give each away.
    house.taps(CHAIR, "Chọn đơn vị nhận").await;
    house.taps(CHAIR, "Công đoàn Sở A").await;
    house.taps(CHAIR, "Trở lại").await;
    let card = house.reads(CHAIR);
    assert!(
        card.contains("phải gửi cho cả đơn vị") && !card.contains("</b> người"),
        "{card}"
    );
    house.taps(CHAIR, "Xác nhận gửi").await;
    assert!(house.toast.contains("cho cả đơn vị"), "{}", house.toast);
    house.taps(CHAIR, "Chọn đơn vị nhận").await;
    house.taps(CHAIR, "Toàn đơn vị").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached("Còn kịp"), 7);
    let card = house.reads(CHAIR);
    assert!(card.contains("<b>5</b>/5") && !card.contains('7'), "{card}");
    assert!(!card.contains("Bảng"), "{card}");
}

#[tokio::test]
async fn sent_once_more_to_those_who_have_not_answered_it_tells_no_more_and_leaves_out_who_has() {
    let mut house = House::new(6).await;
    house.at("23T11:36").await;
    house.delivers().await;
    drafts(&mut house, "Còn kịp").await;
    house.taps(CHAIR, "Chỉ người chưa trả lời").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.fates = vec![
        Outcome::Rejected {
            reason: Reason::WrongHtml,
        };
        3
    ];
    house.delivers().await;
    assert_eq!(house.reached("Còn kịp"), 9);
    house.sql("UPDATE participations SET answered = 1 WHERE member_id IN (SELECT id FROM members WHERE user_id = 1000)").await;
    house.taps(CHAIR, "Gửi lại cho nơi bị lỗi").await;
    house.delivers().await;
    assert_eq!(house.reached("Còn kịp"), 11, "one has answered meanwhile");
    let card = house.reads(CHAIR);
    assert!(card.contains("số 2") && card.contains("Đã xong"), "{card}");
    assert!(!card.contains("2/") && !card.contains("/3"), "{card}");
    house.says(CHAIR, "/dsthongbao").await;
    house.taps(CHAIR, "Mở thông báo số 2").await;
    assert!(house.phones[&CHAIR].iter().all(|shown| {
        let mut keys = shown.keyboard.iter().flatten();
        !keys.any(|key| key.label.contains("Bảng"))
    }));
}

//! Pictures, files and buttons; and what members read of it in the log.

use super::house::{CHAIR, DEPUTY, House};
use crate::event::{Formatting, MessagePart};
use crate::outgoing::FileKind;

fn file(kind: FileKind, words: &str) -> Formatting {
    Formatting {
        own: MessagePart::File(kind, "AgAC".to_owned(), words.to_owned()),
        quoted: MessagePart::Nothing,
    }
}

#[tokio::test]
async fn a_picture_with_words_is_sent_by_the_name_the_messenger_gave_it() {
    let mut house = House::new(3).await;
    house.says(CHAIR, "/broadcast").await;
    house
        .writes(CHAIR, None, file(FileKind::Photo, "<b>Mời họp</b>"))
        .await;
    let shown = "[Photo AgAC] <b>Mời họp</b>";
    assert_eq!(house.copies(CHAIR, shown), 1, "the preview");
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    assert_eq!(house.reached(shown), 6);
}

#[tokio::test]
async fn a_file_without_words_is_something_to_send_and_can_be_sent_once_more() {
    let mut house = House::new(3).await;
    house.says(CHAIR, "/broadcast").await;
    house
        .writes(CHAIR, None, file(FileKind::Document, ""))
        .await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.dies_with(2, 0).await;
    house.delivers().await;
    assert_eq!(house.reached("[Document AgAC] "), 4);
    house.taps(CHAIR, "Gửi lại cho nơi không rõ").await;
    house.delivers().await;
    assert_eq!(house.reached("[Document AgAC] "), 6);
}

#[tokio::test]
async fn words_too_long_below_a_picture_are_refused_before_anything_is_sent() {
    let mut house = House::new(3).await;
    house.says(CHAIR, "/broadcast").await;
    let long = "đ".repeat(1_025);
    house
        .writes(CHAIR, None, file(FileKind::Photo, &long))
        .await;
    assert!(
        house.reads(CHAIR).contains("dài quá 1024"),
        "{}",
        house.reads(CHAIR)
    );
    let fits = format!("<b>{}</b>", "đ".repeat(1_024));
    house
        .writes(CHAIR, None, file(FileKind::Photo, &fits))
        .await;
    assert!(house.reads(CHAIR).contains("Bản nháp"), "tags do not count");
}

#[tokio::test]
async fn a_button_opens_a_page_and_can_be_taken_away_again() {
    let mut house = House::new(3).await;
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Mời họp").await;
    house.taps(CHAIR, "Thêm nút liên kết").await;
    for wrong in [
        "Đăng ký",
        "Đăng ký javascript:alert(1)",
        "x https://khongcodauchấm",
    ] {
        house.says(CHAIR, wrong).await;
        assert!(house.reads(CHAIR).contains("chưa đọc được"), "{wrong}");
    }
    house
        .says(
            CHAIR,
            "Đăng ký tham gia https://congdoan.example.vn/hop?a=1",
        )
        .await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    let (page, _) = house.button(1_000, "Đăng ký tham gia");
    assert_eq!(page, "https://congdoan.example.vn/hop?a=1");
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Lần hai").await;
    house.taps(CHAIR, "Thêm nút liên kết").await;
    house.says(CHAIR, "https://congdoan.example.vn").await;
    house.button(CHAIR, "congdoan.example.vn");
    house.taps(CHAIR, "Bỏ nút liên kết").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    let phone = house.phones.get(&1_000).expect("a phone");
    assert!(phone.last().expect("a message").keyboard.is_empty());
}

async fn asks_who_has_seen(house: &mut House) {
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Mời họp").await;
    house.taps(CHAIR, "Nút “Đã xem”").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
}

#[tokio::test]
async fn seen_is_a_number_of_people_and_each_counts_once() {
    let mut house = House::new(6).await;
    asks_who_has_seen(&mut house).await;
    let (data, message) = house.button(1_000, "Đã xem");
    for _ in 0..7 {
        house.forges(1_000, &data, message).await;
    }
    house.forges(CHAIR, &data, message).await;
    assert!(house.toast.contains("Cảm ơn"), "{}", house.toast);
    assert_eq!(house.number("SELECT seen FROM broadcasts").await, 1);
    house.taps(CHAIR, "Thu hồi tin đã gửi").await;
    house.taps(CHAIR, "Trở lại").await;
    let card = |house: &House| {
        let phone = house.phones.get(&CHAIR).expect("a phone").clone();
        let card = phone.iter().rev().find(|shown| {
            let mut keys = shown.keyboard.iter().flatten();
            keys.any(|key| key.label.contains("Thu hồi"))
        });
        card.expect("a card").text.clone()
    };
    assert!(card(&house).contains("chưa đủ để nêu"), "{}", card(&house));
    for user in [1_001, 1_002, 1_003, 1_004, 2_000, 2_001] {
        house.forges(user, &data, message).await;
    }
    house.taps(CHAIR, "Thu hồi tin đã gửi").await;
    house.taps(CHAIR, "Trở lại").await;
    assert!(
        card(&house).contains("“Đã xem”: 7 người"),
        "{}",
        card(&house)
    );
    for user in [2_002, 2_003] {
        house.forges(user, &data, message).await;
    }
    house.taps(CHAIR, "Thu hồi tin đã gửi").await;
    house.taps(CHAIR, "Trở lại").await;
    assert!(
        card(&house).contains("chưa đủ để nêu"),
        "three who have not could be told: {}",
        card(&house)
    );
}

#[tokio::test]
async fn in_a_group_nobody_is_counted() {
    let mut house = House::new(1).await;
    house.sql("INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -50, id, '2026-11-20' FROM units WHERE code = 'A'").await;
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Mời họp").await;
    house.taps(CHAIR, "Các nhóm").await;
    house.taps(CHAIR, "Nút “Đã xem”").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    let group = house.phones.get(&-50).expect("a group");
    assert!(group.last().expect("a message").keyboard.is_empty());
    house.button(1_000, "Đã xem");
}

#[tokio::test]
async fn members_read_in_the_log_what_officers_did() {
    let mut house = House::new(100).await;
    house.broadcasts("Sai").await;
    house.delivers_some(20).await;
    house.taps(CHAIR, "Tạm dừng").await;
    house.taps(CHAIR, "Gửi tiếp").await;
    house.taps(CHAIR, "Thu hồi tin đã gửi").await;
    house.taps(CHAIR, "Thu hồi ngay").await;
    house.says(DEPUTY, "/pauseall").await;
    house.says(DEPUTY, "/pauseall").await;
    house.says(DEPUTY, "/resumeall").await;
    house.says(1_000, "/nhatky").await;
    let log = house.reads(1_000);
    for action in [
        "gửi thông báo",
        "tạm dừng một thông báo",
        "cho gửi tiếp một thông báo",
        "thu hồi thông báo đã gửi",
        "tạm dừng mọi tin gửi đi",
        "cho gửi trở lại",
    ] {
        assert!(log.contains(action), "'{action}' is not in {log}");
    }
    assert!(
        !log.contains("(×"),
        "what changed nothing is not a action: {log}"
    );
}

#[tokio::test]
async fn whose_consents_are_older_than_the_words_gets_nothing_until_they_agree_again() {
    let mut house = House::new(3).await;
    house.sql("UPDATE consents SET text_hash = 'old' WHERE member_id = (SELECT id FROM members WHERE user_id = 1000)").await;
    house.broadcasts("Mời họp").await;
    house.delivers().await;
    assert_eq!(
        (house.reached("Mời họp"), house.copies(1_000, "Mời họp")),
        (5, 0)
    );
}

/// The cells of a sheet of the newest file.
fn cells(house: &House, sheet: &str) -> Vec<Vec<String>> {
    let (_, bytes) = house.files.last().expect("a file").clone();
    let cursor = std::io::Cursor::new(bytes);
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(cursor).expect("a workbook");
    let range = calamine::Reader::worksheet_range(&mut book, sheet).expect("a sheet");
    let rows = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect());
    rows.collect()
}

#[tokio::test]
async fn the_ledger_comes_as_a_spreadsheet_of_counts_and_is_in_the_log() {
    let mut house = House::new(6).await;
    house.blocked.insert(1_000);
    house.broadcasts("Mời họp").await;
    house.delivers().await;
    house.taps(CHAIR, "Bảng số liệu").await;
    let (name, _) = house.files.last().expect("a file");
    assert_eq!(name, "So lieu thong bao 1.xlsx");
    let counts = cells(&house, "Theo đơn vị");
    assert_eq!(counts[4][..5], ["Công đoàn Sở A", "6", "5", "0", "1"]);
    assert_eq!(counts[6][..3], ["Cộng", "12", "11"]);
    assert_eq!(counts.len(), 7, "no groups, no row of groups");
    let why = cells(&house, "Lý do");
    assert_eq!(why[1], ["Công đoàn Sở A", "đã chặn bot", "1"]);
    house.says(1_001, "/nhatky").await;
    assert!(house.reads(1_001).contains("lấy bảng số liệu"));
}

#[tokio::test]
async fn groups_have_a_row_of_their_own_below_the_sum() {
    let mut house = House::new(6).await;
    house.sql("INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -50, id, '2026-11-20' FROM units WHERE code = 'A'").await;
    house.says(CHAIR, "/broadcast").await;
    house.says(CHAIR, "Mời họp").await;
    house.taps(CHAIR, "Các nhóm").await;
    house.taps(CHAIR, "Xác nhận gửi").await;
    house.delivers().await;
    house.taps(CHAIR, "Bảng số liệu").await;
    let counts = cells(&house, "Theo đơn vị");
    assert_eq!(counts[6][..3], ["Cộng", "12", "12"]);
    assert_eq!(
        counts[7][..3],
        ["Nhóm trò chuyện (ngoài tổng số)", "1", "1"]
    );
}

//! Pictures, files and buttons; and what members read of it in the log.

use nhip::event::{Formatting, MessagePart};
use nhip::outgoing::FileKind;

use super::union::Union;

fn file(kind: FileKind, words: &str) -> Formatting {
    Formatting {
        own: MessagePart::File(kind, "AgAC".to_owned(), words.to_owned()),
        quoted: MessagePart::Nothing,
    }
}

#[test]
fn a_picture_with_words_is_sent_by_the_name_the_messenger_gave_it() {
    let union = Union::new(3);
    union.chair.says("/broadcast");
    union
        .chair
        .writes(None, file(FileKind::Photo, "<b>Mời họp</b>"));
    let shown = "[Photo AgAC] <b>Mời họp</b>";
    assert_eq!(union.copies(union.chair.user, shown), 1, "the preview");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert_eq!(union.reached(shown), 6);
}

#[test]
fn a_file_without_words_is_something_to_send_and_can_be_sent_once_more() {
    let union = Union::new(3);
    union.chair.says("/broadcast");
    union.chair.writes(None, file(FileKind::Document, ""));
    union.chair.taps("Xác nhận gửi");
    union.stage.dies_with(2, 0);
    union.stage.deliver();
    assert_eq!(union.reached("[Document AgAC] "), 4);
    union.chair.taps("Gửi lại cho nơi không rõ");
    union.stage.deliver();
    assert_eq!(union.reached("[Document AgAC] "), 6);
}

#[test]
fn words_too_long_below_a_picture_are_refused_before_anything_is_sent() {
    let union = Union::new(3);
    union.chair.says("/broadcast");
    let long = "đ".repeat(1_025);
    union.chair.writes(None, file(FileKind::Photo, &long));
    assert!(
        union.chair.reads().contains("dài quá 9"),
        "{}",
        union.chair.reads()
    );
    let told = union.chair.screen();
    let room = told.split_whitespace().find_map(|word| word.parse().ok());
    let room: usize = room.expect("how many are left beside the line that says from whom it is");
    let fits = format!("<b>{}</b>", "đ".repeat(room));
    union.chair.writes(None, file(FileKind::Photo, &fits));
    assert!(
        union.chair.reads().contains("Bản nháp"),
        "tags do not count"
    );
}

#[test]
fn a_button_opens_a_page_and_can_be_taken_away_again() {
    let union = Union::new(3);
    union.chair.says("/broadcast");
    union.chair.says("Mời họp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Thêm nút liên kết");
    for wrong in [
        "Đăng ký",
        "Đăng ký javascript:alert(1)",
        "x https://khongcodauchấm",
    ] {
        union.chair.says(wrong);
        assert!(union.chair.reads().contains("chưa đọc được"), "{wrong}");
    }
    union
        .chair
        .says("Đăng ký tham gia https://congdoan.example.vn/hop?a=1");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    let (page, _) = union.member(1_000).button("Đăng ký tham gia");
    assert_eq!(page, "https://congdoan.example.vn/hop?a=1");
    union.chair.says("/broadcast");
    union.chair.says("Lần hai");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Thêm nút liên kết");
    union.chair.says("https://congdoan.example.vn");
    union.chair.button("congdoan.example.vn");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Bỏ nút liên kết");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert!(union.member(1_000).last().keyboard.is_empty());
}

fn asks_who_has_seen(union: &Union) {
    union.chair.says("/broadcast");
    union.chair.says("Mời họp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Nút “Đã xem”");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
}

#[test]
fn seen_is_a_number_of_people_and_each_counts_once() {
    let union = Union::new(6);
    asks_who_has_seen(&union);
    let (data, message) = union.member(1_000).button("Đã xem");
    for _ in 0..7 {
        union.member(1_000).forges_under(&data, message);
    }
    union.chair.forges_under(&data, message);
    assert!(
        union.chair.toast().contains("Cảm ơn"),
        "{}",
        union.chair.toast()
    );
    assert_eq!(union.stage.number("SELECT seen FROM broadcasts"), 1);
    union.chair.taps("Thu hồi tin đã gửi");
    union.chair.taps("Trở lại");
    let card = |union: &Union| {
        let phone = union.chair.messages();
        let card = phone.iter().rev().find(|shown| {
            let mut keys = shown.keyboard.iter().flatten();
            keys.any(|key| key.label.contains("Thu hồi"))
        });
        card.expect("a card").html.clone()
    };
    assert!(card(&union).contains("chưa đủ để nêu"), "{}", card(&union));
    for user in [1_001, 1_002, 1_003, 1_004, 2_000, 2_001] {
        union.member(user).forges_under(&data, message);
    }
    union.chair.taps("Thu hồi tin đã gửi");
    union.chair.taps("Trở lại");
    assert!(
        card(&union).contains("“Đã xem”: 7 người"),
        "{}",
        card(&union)
    );
    for user in [2_002, 2_003] {
        union.member(user).forges_under(&data, message);
    }
    union.chair.taps("Thu hồi tin đã gửi");
    union.chair.taps("Trở lại");
    assert!(
        card(&union).contains("chưa đủ để nêu"),
        "three who have not could be told: {}",
        card(&union)
    );
}

#[test]
fn in_a_group_nobody_is_counted() {
    let union = Union::new(1);
    union.stage.change("INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -50, id, '2026-11-20' FROM units WHERE code = 'A'");
    union.chair.says("/broadcast");
    union.chair.says("Mời họp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Các nhóm");
    union.chair.taps("Nút “Đã xem”");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    assert!(union.stage.group(-50).last().keyboard.is_empty());
    union.member(1_000).button("Đã xem");
}

#[test]
fn members_read_in_the_log_what_officers_did() {
    let union = Union::new(100);
    union.broadcasts("Sai");
    union.stage.deliver_some(20);
    union.chair.taps("Tạm dừng");
    union.chair.taps("Gửi tiếp");
    union.chair.taps("Thu hồi tin đã gửi");
    union.chair.taps("Thu hồi ngay");
    union.deputy.says("/pauseall");
    union.deputy.says("/pauseall");
    union.deputy.says("/resumeall");
    union.member(1_000).says("/nhatky");
    let log = union.member(1_000).reads();
    for action in [
        "gửi thông báo",
        "tạm dừng một thông báo",
        "gửi tiếp một thông báo",
        "thu hồi thông báo đã gửi",
        "tạm dừng mọi tin gửi đi",
        "mở lại việc gửi tin",
    ] {
        assert!(log.contains(action), "'{action}' is not in {log}");
    }
    assert!(
        !log.contains("(×"),
        "what changed nothing is not a action: {log}"
    );
}

#[test]
fn whose_consents_are_older_than_the_words_gets_nothing_until_they_agree_again() {
    let union = Union::new(3);
    union.stage.change("UPDATE consents SET text_hash = 'old' WHERE member_id = (SELECT id FROM members WHERE user_id = 1000)");
    union.broadcasts("Mời họp");
    union.stage.deliver();
    assert_eq!(
        (union.reached("Mời họp"), union.copies(1_000, "Mời họp")),
        (5, 0)
    );
}

/// The cells of a sheet of the newest file.
fn cells(union: &Union, sheet: &str) -> Vec<Vec<String>> {
    let bytes = union.stage.post.borrow().newest_file.clone();
    let cursor = std::io::Cursor::new(bytes);
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(cursor).expect("a workbook");
    let range = calamine::Reader::worksheet_range(&mut book, sheet).expect("a sheet");
    let rows = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect());
    rows.collect()
}

#[test]
fn the_ledger_comes_as_a_spreadsheet_of_counts_and_is_in_the_log() {
    let union = Union::new(6);
    union.stage.post.borrow_mut().blocked.insert(1_000);
    union.broadcasts("Mời họp");
    union.stage.deliver();
    union.chair.taps("Bảng số liệu");
    let files = union.stage.post.borrow_mut().files(union.chair.user);
    let (name, _) = files.last().expect("a file");
    assert_eq!(name, "so-lieu-thong-bao-1.xlsx");
    let counts = cells(&union, "Theo đơn vị");
    assert_eq!(counts[4][..5], ["Công đoàn Sở A", "6", "5", "0", "1"]);
    assert_eq!(counts[6][..3], ["Cộng", "12", "11"]);
    assert_eq!(counts.len(), 7, "no groups, no row of groups");
    let why = cells(&union, "Lý do");
    assert_eq!(why[4], ["Công đoàn Sở A", "đã chặn bot", "1"]);
    union.member(1_001).says("/nhatky");
    assert!(union.member(1_001).reads().contains("lấy bảng số liệu"));
}

#[test]
fn groups_have_a_row_of_their_own_below_the_sum() {
    let union = Union::new(6);
    union.stage.change("INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -50, id, '2026-11-20' FROM units WHERE code = 'A'");
    union.chair.says("/broadcast");
    union.chair.says("Mời họp");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Các nhóm");
    union.chair.taps("Trở lại");
    union.chair.taps("Xác nhận gửi");
    union.stage.deliver();
    union.chair.taps("Bảng số liệu");
    let counts = cells(&union, "Theo đơn vị");
    assert_eq!(counts[6][..3], ["Cộng", "12", "12"]);
    assert_eq!(
        counts[7][..3],
        ["Nhóm trò chuyện (ngoài tổng số)", "1", "1"]
    );
}

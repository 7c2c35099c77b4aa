//! Officers: how somebody becomes one, how far their rights go, and how they end.

use std::rc::Rc;
use testkit::stage::{Actor, Stage};

/// The words after the first `start=` on somebody's screen.
fn payload(screen: &str) -> String {
    let (_, rest) = screen.split_once("start=").expect("a link");
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    rest[..end].to_owned()
}

/// The payload of a new link for that title of a unit.
fn link(by: &Actor, code: &str, title: &str) -> String {
    by.says(&format!("/canbo {code}"));
    by.taps("Giao quyền cho cán bộ mới");
    by.taps(title);
    payload(&by.screen())
}

/// A stranger who has become an officer of that unit.
pub fn appointed(
    stage: &Rc<Stage>,
    by: &Actor,
    name: &'static str,
    code: &str,
    title: &str,
) -> Actor {
    let new = stage.stranger(name);
    new.says(&format!("/start {}", link(by, code, title)));
    new.taps("Nhận");
    by.taps("Đúng người");
    new
}

fn digits(screen: &str) -> String {
    let found: Vec<&str> = screen
        .split(|c: char| !c.is_ascii_digit())
        .filter(|word| word.len() == 4)
        .collect();
    found.first().expect("four digits").to_string()
}

#[test]
fn an_officer_is_made_by_a_link_an_acceptance_and_a_comparison() {
    let stage = Stage::new();
    let (owner, binh) = (stage.officer(), stage.stranger("Bình"));
    owner.says("/canbo");
    owner.sees("Liên đoàn Lao động tỉnh");
    owner.sees("chưa có cán bộ nào");
    owner.taps("Đơn vị cấp dưới");
    owner.taps("Công đoàn Sở Nội vụ");
    owner.taps("Đơn vị cấp dưới");
    owner.taps("Tổ Văn phòng");
    owner.taps("Giao quyền");
    owner.taps("Tổ trưởng");
    owner.sees("hết hạn lúc 09:00 Chủ nhật 22/11");
    let link = payload(&owner.screen());
    binh.says(&format!("/start {link}"));
    binh.sees("Tổ Văn phòng. Chức vụ: Tổ trưởng. Người giao quyền: người phụ trách cao nhất");
    binh.taps("Nhận");
    assert_eq!(digits(&binh.screen()), digits(&owner.screen()));
    binh.says("/canbo");
    binh.sees("đã được giao quyền trong bot");
    owner.taps("Đúng người");
    binh.sees("đã có quyền Tổ trưởng, Tổ Văn phòng");
    assert!(!binh.is_member(), "an officer need not be a member");
    binh.says("/canbo");
    binh.sees("1. Tổ trưởng, từ 20/11/2026 (chính đồng chí)");
    binh.says("/help");
    binh.sees("Dành cho cán bộ công đoàn");
    owner.taps("Xem cán bộ phụ trách");
    owner.sees("1. Tổ trưởng, từ 20/11/2026 · xem tài khoản");
    // The link, the acceptance and the confirmation are spent; nobody's number stays in the link.
    let kept = stage.kept();
    owner.taps_again();
    binh.says(&format!("/start {link}"));
    binh.sees("đã được dùng");
    stage.stranger("Chi").says(&format!("/start {link}"));
    assert_eq!(stage.kept(), kept);
    assert_eq!(
        stage.number("SELECT count(*) FROM appointments WHERE user_id IS NOT NULL"),
        0
    );
    let ana = stage.member("An", "VP");
    ana.says("/nhatky");
    ana.sees("giao quyền cho cán bộ · người phụ trách cao nhất · Tổ Văn phòng");
    ana.sees("VP: chức vụ – → Tổ trưởng");
    ana.sees_no("(×");
}

#[test]
fn an_officer_who_types_what_is_no_command_is_not_taken_for_somebody_who_looks_for_a_unit() {
    let stage = Stage::new();
    let lan = stage.officer();
    lan.says("chiều mai họp");
    lan.sees("Bot không đọc tin nhắn tự do");
    lan.sees("/thongbao");
    let stranger = stage.stranger("Khách");
    stranger.says("chiều mai họp");
    stranger.sees("Chưa tìm thấy đơn vị");
}

#[test]
fn an_officer_who_asks_for_help_has_the_menu_of_today() {
    let stage = Stage::new();
    let chair = appointed(&stage, &stage.officer(), "Chủ tịch", "SNV", "Chủ tịch");
    let menus = stage.post.borrow().menus;
    chair.says("/trogiup");
    stage.member("An", "VP").says("/trogiup");
    assert_eq!(stage.post.borrow().menus, menus + 2, "one in each language");
}

#[test]
fn a_forwarded_link_gives_nobody_rights_but_the_one_who_was_meant() {
    let stage = Stage::new();
    let (owner, thief) = (stage.officer(), stage.stranger("Dũng"));
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let link = link(&owner, "VP", "Tổ phó");
    let binh = stage.stranger("Bình");
    thief.says(&format!("/start {link}"));
    thief.taps("Nhận");
    // The one who was meant comes too late, and the digits do not agree on the phone.
    binh.says(&format!("/start {link}"));
    binh.sees("đã được dùng");
    let waiting = stage.number("SELECT max(id) FROM appointments");
    // Another officer with rights there does not know whom the owner meant.
    chair.forges(&format!("office:confirm:{waiting}"));
    chair.forges(&format!("office:refuse:{waiting}"));
    for forged in [
        format!("office:confirm:{waiting}"),
        format!("office:refuse:{waiting}"),
        format!("office:titles:{}", stage.unit("VP")),
        format!("office:invite:{}:chair", stage.unit("VP")),
        format!("office:show:{}", stage.unit("VP")),
        format!("office:below:{}:0", stage.unit("LD")),
        format!("office:accept:{}", &link[3..]),
    ] {
        thief.forges(&forged);
    }
    owner.taps("Không phải");
    thief.sees("đã hủy việc giao quyền");
    owner.taps_again();
    thief.says("/canbo");
    thief.sees("đã được giao quyền trong bot");
    owner.says("/canbo VP");
    owner.sees("chưa có cán bộ nào");
    assert_eq!(stage.number("SELECT count(*) FROM audit"), 1);
}

#[test]
fn a_link_ends_after_two_days_by_being_declined_and_with_its_makers_rights() {
    let stage = Stage::new();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch cơ sở", "SNV", "Chủ tịch");
    let binh = stage.stranger("Bình");
    let old = link(&chair, "VP", "Tổ trưởng");
    stage.pass(48);
    binh.says(&format!("/start {old}"));
    binh.sees("quá 48 giờ");
    binh.says("/start cb_AAAAAAAAAAAAAAAA");
    binh.sees("không dùng được");
    let declined = link(&chair, "VP", "Tổ trưởng");
    chair.says(&format!("/start {declined}"));
    chair.sees("do chính đồng chí tạo");
    binh.says(&format!("/start {declined}"));
    binh.taps("Không nhận");
    chair.sees("không nhận");
    // Accepted, but the chair is no officer any more when it comes to confirming.
    let last = link(&chair, "VP", "Tổ trưởng");
    binh.says(&format!("/start {last}"));
    binh.taps("Nhận");
    let unopened = link(&chair, "TT", "Tổ trưởng");
    owner.says("/canbo SNV");
    owner.taps("Thu lại quyền: 1. Chủ tịch");
    owner.taps("Thu lại quyền ngay");
    chair.sees("đã được thu lại");
    let waiting = stage.number("SELECT max(id) FROM appointments WHERE state = 'accepted'");
    chair.forges(&format!("office:confirm:{waiting}"));
    binh.says(&format!("/start {unopened}"));
    binh.sees("không dùng được");
    assert_eq!(stage.number("SELECT count(*) FROM officers"), 0);
    stage.pass(24 * 40);
    stage.tick();
    assert_eq!(stage.number("SELECT count(*) FROM appointments"), 0);
}

#[test]
fn rights_cover_the_unit_and_all_below_never_above_or_beside() {
    let stage = Stage::new();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch cơ sở", "SNV", "Chủ tịch");
    let leader = appointed(&stage, &chair, "Tổ trưởng", "VP", "Tổ trưởng");
    stage.at("2026-11-23 09:00");
    let group = stage.group(-4_001);
    let answers = |actor: &Actor, words: &str| {
        // A group is refused once in some minutes.
        stage.pass(1);
        group.hears(actor, words);
        group.last().text
    };
    assert!(answers(&leader, "/link LD").contains("không phụ trách Liên đoàn"));
    assert!(answers(&leader, "/link TT").contains("không phụ trách Tổ Thanh tra"));
    assert!(answers(&leader, "/link y te").contains("Chưa tìm thấy"));
    assert!(answers(&leader, "/link").contains("Mời tham gia: Tổ Văn phòng"));
    assert!(answers(&leader, "/report").contains("Tổ Văn phòng"));
    assert!(answers(&chair, "/report").contains("Tổ Văn phòng"));
    // Beside: an officer of another unit neither reads, nor unties, nor takes the group over.
    let other = appointed(&stage, &owner, "Chủ tịch Y tế", "SYT", "Chủ tịch");
    for words in ["/report", "/unlink", "/link SYT"] {
        assert!(
            answers(&other, words).contains("dành cho cán bộ"),
            "{words}"
        );
    }
    // Above: the group is tied to the union now, and its section's leader has no say in it any more.
    assert!(answers(&chair, "/link SNV").contains("Mời tham gia"));
    for words in ["/report", "/unlink", "/link VP"] {
        assert!(
            answers(&leader, words).contains("dành cho cán bộ"),
            "{words}"
        );
    }
    assert!(answers(&chair, "/unlink").contains("Đã bỏ gắn"));
    leader.says("/canbo SNV");
    leader.sees("không phụ trách Công đoàn Sở Nội vụ");
    leader.says("/canbo thanh tra");
    leader.sees("Chưa tìm thấy");
    chair.says("/canbo to thanh chai");
    chair.sees("Gần nhất là");
    assert!(chair.has_button("Tổ Thanh tra"));
    let ana = stage.member("An", "VP");
    ana.says("/nhatky");
    for office in ["Tổ trưởng", "Chủ tịch"] {
        ana.sees(&format!("xem số liệu tổng hợp · {office}"));
    }
}

#[test]
fn in_ones_own_unit_one_gives_no_higher_title_and_takes_back_only_lower_ones() {
    let stage = Stage::new();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let deputy = appointed(&stage, &chair, "Phó Chủ tịch", "SNV", "Phó Chủ tịch");
    deputy.says("/canbo");
    assert!(!deputy.has_button("1. Chủ tịch"));
    assert!(deputy.has_button("2. Phó Chủ tịch"));
    let row = stage.number("SELECT id FROM officers WHERE title = 'chair'");
    let kept = stage.kept();
    deputy.forges(&format!("office:dismiss:{row}"));
    deputy.forges(&format!("office:dismiss?:{row}"));
    deputy.forges(&format!("office:invite:{}:chair", stage.unit("SNV")));
    assert_eq!(stage.kept(), kept);
    deputy.says("/canbo");
    deputy.taps("Giao quyền");
    let offered = deputy.glance();
    assert!(
        !offered.contains("[Chủ tịch]") && offered.contains("[Phó Chủ tịch]"),
        "{offered}"
    );
    chair.says("/canbo");
    chair.taps("2. Phó Chủ tịch");
    chair.taps("Thu lại quyền ngay");
    deputy.sees("đã được thu lại");
    // The button that was theirs, once more: it is nobody's now.
    chair.taps_again();
    let kept = stage.kept();
    deputy.forges(&format!("office:show:{}", stage.unit("SNV")));
    deputy.forges(&format!("office:titles:{}", stage.unit("VP")));
    assert_eq!(stage.kept(), kept);
}

#[test]
fn who_deletes_their_data_is_no_officer_any_more_member_or_not() {
    let stage = Stage::new();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let leader = appointed(&stage, &chair, "Tổ trưởng", "VP", "Tổ trưởng");
    chair.joins("SNV", 7);
    link(&chair, "TT", "Tổ trưởng");
    chair.says("/xoadulieu");
    chair.taps("Dừng hẳn");
    leader.says("/xoadulieu");
    leader.taps("Thôi giữ quyền: 1. Tổ trưởng");
    leader.sees("Có hiệu lực ngay");
    leader.taps("Thôi giữ quyền ngay");
    for user in [chair.user, leader.user] {
        for table in ["officers", "appointments"] {
            assert_eq!(
                stage.number(&format!(
                    "SELECT count(*) FROM {table} WHERE user_id = {user} OR appointed_by = {user}"
                )),
                0
            );
        }
    }
    let ana = stage.member("An", "VP");
    ana.says("/nhatky");
    ana.sees("thôi giữ quyền · Tổ trưởng · Tổ Văn phòng");
    ana.sees("giao quyền cho cán bộ · Chủ tịch · Tổ Văn phòng");
}

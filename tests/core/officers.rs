//! Officers: how somebody becomes one, how far their rights go, and how they end.

use std::rc::Rc;

use crate::house::House;
use crate::people::Actor;

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
    house: &Rc<House>,
    by: &Actor,
    name: &'static str,
    code: &str,
    title: &str,
) -> Actor {
    let new = house.stranger(name);
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
    let house = House::new();
    let (owner, bình) = (house.officer(), house.stranger("Bình"));
    owner.says("/canbo");
    owner.sees("Liên đoàn Lao động tỉnh");
    owner.sees("chưa có cán bộ nào");
    owner.taps("Đơn vị cấp dưới");
    owner.taps("Công đoàn Sở Nội vụ");
    owner.taps("Đơn vị cấp dưới");
    owner.taps("Tổ Văn phòng");
    owner.taps("Giao quyền");
    owner.taps("tổ trưởng");
    owner.sees("đến 09:00 22/11/2026");
    let link = payload(&owner.screen());
    bình.says(&format!("/start {link}"));
    bình.sees("Tổ Văn phòng. Chức vụ: tổ trưởng. Người giao quyền: cán bộ phụ trách cấp cao nhất");
    bình.taps("Nhận");
    assert_eq!(digits(&bình.screen()), digits(&owner.screen()));
    assert_eq!(house.number("SELECT count(*) FROM officers"), 0);
    bình.says("/canbo");
    bình.sees("đã được giao quyền trong bot");
    owner.taps("Đúng người");
    bình.sees("đã có quyền tổ trưởng, Tổ Văn phòng");
    assert!(!bình.is_member(), "an officer need not be a member");
    bình.says("/canbo");
    bình.sees("1. tổ trưởng, từ 20/11/2026 (chính đồng chí)");
    bình.says("/help");
    bình.sees("Dành cho cán bộ công đoàn");
    owner.taps("Xem cán bộ phụ trách");
    owner.sees("1. tổ trưởng, từ 20/11/2026 · xem tài khoản");
    assert_eq!(
        house.rows("SELECT action || ' ' || office FROM audit ORDER BY id"),
        ["appoint owner"]
    );
    // The link, the acceptance and the confirmation are spent; nobody's number stays in the link.
    let kept = house.kept();
    owner.taps_again();
    bình.says(&format!("/start {link}"));
    bình.sees("đã được dùng");
    house.stranger("Chi").says(&format!("/start {link}"));
    assert_eq!(house.kept(), kept);
    assert_eq!(
        house.number("SELECT count(*) FROM appointments WHERE user_id IS NOT NULL"),
        0
    );
}

#[test]
fn an_officer_who_asks_for_help_has_the_menu_of_today() {
    let house = House::new();
    let chair = appointed(&house, &house.officer(), "Chủ tịch", "SNV", "chủ tịch");
    let menus = house.post.borrow().menus;
    chair.says("/trogiup");
    house.member("An", "VP").says("/trogiup");
    assert_eq!(house.post.borrow().menus, menus + 2, "one in each language");
}

#[test]
fn a_forwarded_link_gives_nobody_rights_but_the_one_who_was_meant() {
    let house = House::new();
    let (owner, thief) = (house.officer(), house.stranger("Dũng"));
    let chair = appointed(&house, &owner, "Chủ tịch", "SNV", "chủ tịch");
    let link = link(&owner, "VP", "tổ phó");
    let bình = house.stranger("Bình");
    thief.says(&format!("/start {link}"));
    thief.taps("Nhận");
    // The one who was meant comes too late, and the digits do not agree on the phone.
    bình.says(&format!("/start {link}"));
    bình.sees("đã được dùng");
    let waiting = house.number("SELECT max(id) FROM appointments");
    // Another officer with rights there does not know whom the owner meant.
    chair.forges(&format!("office:confirm:{waiting}"));
    chair.forges(&format!("office:refuse:{waiting}"));
    for forged in [
        format!("office:confirm:{waiting}"),
        format!("office:refuse:{waiting}"),
        format!("office:titles:{}", house.unit("VP")),
        format!("office:invite:{}:chair", house.unit("VP")),
        format!("office:show:{}", house.unit("VP")),
        format!("office:below:{}:0", house.unit("LD")),
        format!("office:accept:{}", &link[3..]),
    ] {
        thief.forges(&forged);
    }
    assert_eq!(house.number("SELECT count(*) FROM officers"), 1);
    owner.taps("Không phải");
    thief.sees("đã bị hủy");
    owner.taps_again();
    assert_eq!(house.number("SELECT count(*) FROM officers"), 1);
    assert_eq!(house.number("SELECT count(*) FROM audit"), 1);
}

#[test]
fn a_link_ends_after_two_days_by_being_declined_and_with_its_makers_rights() {
    let house = House::new();
    let owner = house.officer();
    let chair = appointed(&house, &owner, "Chủ tịch cơ sở", "SNV", "chủ tịch");
    let bình = house.stranger("Bình");
    let old = link(&chair, "VP", "tổ trưởng");
    house.pass(48);
    bình.says(&format!("/start {old}"));
    bình.sees("quá 48 giờ");
    bình.says("/start cb_AAAAAAAAAAAAAAAA");
    bình.sees("không có hiệu lực");
    let declined = link(&chair, "VP", "tổ trưởng");
    chair.says(&format!("/start {declined}"));
    chair.sees("do chính đồng chí tạo");
    bình.says(&format!("/start {declined}"));
    bình.taps("Không nhận");
    chair.sees("không nhận");
    // Accepted, but the chair is no officer any more when it comes to confirming.
    let last = link(&chair, "VP", "tổ trưởng");
    bình.says(&format!("/start {last}"));
    bình.taps("Nhận");
    let unopened = link(&chair, "TT", "tổ trưởng");
    owner.says("/canbo SNV");
    owner.taps("Thu lại quyền: 1. chủ tịch");
    owner.taps("Thu lại quyền ngay");
    chair.sees("đã được thu lại");
    let waiting = house.number("SELECT max(id) FROM appointments WHERE state = 'accepted'");
    chair.forges(&format!("office:confirm:{waiting}"));
    bình.says(&format!("/start {unopened}"));
    bình.sees("không có hiệu lực");
    assert_eq!(house.number("SELECT count(*) FROM officers"), 0);
    house.pass(24 * 40);
    house.tick();
    assert_eq!(house.number("SELECT count(*) FROM appointments"), 0);
}

#[test]
fn rights_cover_the_unit_and_all_below_never_above_or_beside() {
    let house = House::new();
    let owner = house.officer();
    let chair = appointed(&house, &owner, "Chủ tịch cơ sở", "SNV", "chủ tịch");
    let leader = appointed(&house, &chair, "Tổ trưởng", "VP", "tổ trưởng");
    house.at("2026-11-23 09:00");
    let group = house.group(-4_001);
    let answers = |actor: &Actor, words: &str| {
        group.hears(actor, words);
        group.last().text
    };
    assert!(answers(&leader, "/link LD").contains("không phụ trách Liên đoàn"));
    assert!(answers(&leader, "/link TT").contains("không phụ trách Tổ Thanh tra"));
    assert!(answers(&leader, "/link y te").contains("Chưa tìm thấy"));
    assert!(answers(&leader, "/link").contains("Đã gắn nhóm này với Tổ Văn phòng"));
    assert!(answers(&leader, "/report").contains("Tổ Văn phòng"));
    assert!(answers(&chair, "/report").contains("Tổ Văn phòng"));
    // Beside: an officer of another unit neither reads, nor unties, nor takes the group over.
    let other = appointed(&house, &owner, "Chủ tịch Y tế", "SYT", "chủ tịch");
    for words in ["/report", "/unlink", "/link SYT"] {
        assert!(
            answers(&other, words).contains("dành cho cán bộ"),
            "{words}"
        );
    }
    // Above: the group is tied to the union now, and its section's leader has no say in it any more.
    assert!(answers(&chair, "/link SNV").contains("Đã gắn"));
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
    assert_eq!(
        house.rows("SELECT office FROM audit WHERE action = 'report' ORDER BY id"),
        ["leader", "chair"]
    );
}

#[test]
fn in_ones_own_unit_one_gives_no_higher_title_and_takes_back_only_lower_ones() {
    let house = House::new();
    let owner = house.officer();
    let chair = appointed(&house, &owner, "Chủ tịch", "SNV", "chủ tịch");
    let deputy = appointed(&house, &chair, "Phó chủ tịch", "SNV", "phó chủ tịch");
    deputy.says("/canbo");
    assert!(!deputy.has_button("1. chủ tịch"));
    assert!(deputy.has_button("2. phó chủ tịch"));
    let row = house.number("SELECT id FROM officers WHERE title = 'chair'");
    let kept = house.kept();
    deputy.forges(&format!("office:dismiss:{row}"));
    deputy.forges(&format!("office:dismiss?:{row}"));
    deputy.forges(&format!("office:invite:{}:chair", house.unit("SNV")));
    assert_eq!(house.kept(), kept);
    deputy.says("/canbo");
    deputy.taps("Giao quyền");
    assert!(!deputy.has_button("Chủ tịch") && deputy.has_button("ủy viên"));
    chair.says("/canbo");
    chair.taps("2. phó chủ tịch");
    chair.taps("Thu lại quyền ngay");
    deputy.sees("đã được thu lại");
    // The button that was theirs, once more: it is nobody's now.
    chair.taps_again();
    let kept = house.kept();
    deputy.forges(&format!("office:show:{}", house.unit("SNV")));
    deputy.forges(&format!("office:titles:{}", house.unit("VP")));
    assert_eq!(house.kept(), kept);
}

#[test]
fn who_deletes_their_data_is_no_officer_any_more_member_or_not() {
    let house = House::new();
    let owner = house.officer();
    let chair = appointed(&house, &owner, "Chủ tịch", "SNV", "chủ tịch");
    let leader = appointed(&house, &chair, "Tổ trưởng", "VP", "tổ trưởng");
    chair.joins("SNV", 7);
    link(&chair, "TT", "tổ trưởng");
    chair.says("/xoadulieu");
    chair.taps("Dừng hẳn");
    leader.says("/xoadulieu");
    leader.taps("Thôi giữ quyền: 1. tổ trưởng");
    leader.sees("Có hiệu lực ngay");
    leader.taps("Thôi giữ quyền ngay");
    for user in [chair.user, leader.user] {
        for table in ["officers", "appointments"] {
            assert_eq!(
                house.number(&format!(
                    "SELECT count(*) FROM {table} WHERE user_id = {user} OR appointed_by = {user}"
                )),
                0
            );
        }
    }
    let ana = house.member("An", "VP");
    ana.says("/nhatky");
    ana.sees("thôi giữ quyền · tổ trưởng · Tổ Văn phòng");
    ana.sees("giao quyền cho cán bộ · chủ tịch · Tổ Văn phòng");
}

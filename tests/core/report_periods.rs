//! Reports of longer times, of other units, and as files: what an officer asks for and gets.

use std::rc::Rc;
use testkit::stage::{Group, Stage};

use crate::officers::appointed;

/// The officer's group, tied to a unit.
fn group_of(stage: &Rc<Stage>, code: &str) -> Group {
    let group = stage.group(-6_001);
    group.hears(&stage.officer(), &format!("/link {code}"));
    group
}

/// Two weeks of a section: three members in the first, who answered everything right, six in the second, nothing.
fn two_weeks(stage: &Rc<Stage>) -> Group {
    let group = group_of(stage, "VP");
    stage.at("2026-11-23 11:35");
    let first = stage.members(3, "VP");
    for person in &first {
        person.finishes_the_quiz(5);
    }
    stage.at("2026-11-30 11:35");
    let more = stage.members(3, "VP");
    for person in first.iter().chain(&more) {
        person.finishes_the_quiz(0);
    }
    stage.at("2026-12-07 11:35");
    group
}

#[test]
fn a_month_counts_the_weeks_that_may_be_shown_and_says_how_many() {
    let stage = Stage::new();
    let group = two_weeks(&stage);
    for asked in ["tháng", "thang", "Tháng 11", "month 11", "tháng 11/2026"] {
        group.hears(&stage.officer(), &format!("/report {asked}"));
        group.sees("Tháng 11 năm 2026 (01/11 – 30/11)");
        group.sees("Gộp 1 tuần đã kết thúc (chưa gộp 1 tuần không nêu được số liệu)");
        group.sees("Đã nhận tin: 6/30 lượt (20%)");
        group.sees("Đã xong năm câu: 6/6 (100%)");
        group.sees("Tỷ lệ đúng theo nội dung (tuần đã kết thúc, 23/11 – 06/12)");
    }
    for (asked, name) in [
        ("quý", "Quý IV năm 2026"),
        ("6 tháng", "6 tháng cuối năm 2026"),
        ("nam", "Năm 2026"),
    ] {
        group.hears(&stage.officer(), &format!("/report {asked}"));
        group.sees(name);
        group.sees("Đã nhận tin: 6/30 lượt");
    }
}

#[test]
fn a_running_week_is_in_no_longer_time() {
    let stage = Stage::new();
    let group = two_weeks(&stage);
    group.hears(&stage.officer(), "/report quý");
    let before = group.last().text;
    stage.members(20, "VP");
    group.hears(&stage.officer(), "/report quý");
    assert_eq!(group.last().text, before);
    group.hears(&stage.officer(), "/report");
    group.sees("Tuần này còn mở");
}

#[test]
fn a_time_without_closed_rounds_says_so() {
    let stage = Stage::new();
    let group = two_weeks(&stage);
    for asked in ["tháng 12", "quý 3", "năm ngoái"] {
        group.hears(&stage.officer(), &format!("/report {asked}"));
        group.sees("chưa có tuần nào kết thúc");
    }
}

#[test]
fn what_is_no_time_or_another_unit_is_told_in_the_group() {
    let stage = Stage::new();
    let group = two_weeks(&stage);
    for asked in ["hôm qua", "quý 5", "tháng 13", "zzz"] {
        group.hears(&stage.officer(), &format!("/report {asked}"));
        group.sees(&format!("Chưa rõ “{asked}” là kỳ nào hay đơn vị nào"));
    }
    group.hears(&stage.officer(), "/report SYT");
    group.sees("chỉ xem được số liệu của đơn vị gắn với nhóm này");
    group.hears(&stage.officer(), "/report tháng VP");
    group.sees("Tháng 11 năm 2026");
}

#[test]
fn alone_an_officer_goes_from_time_to_time_and_from_unit_to_unit() {
    let stage = Stage::new();
    two_weeks(&stage);
    let lan = stage.officer();
    lan.says("/report");
    lan.sees("Liên đoàn Lao động tỉnh");
    lan.sees("Tuần 07/12 – 13/12");
    lan.taps("Trước");
    lan.sees("Tuần 30/11 – 06/12");
    lan.taps("Quý");
    lan.sees("Quý IV năm 2026");
    lan.taps("Đơn vị cấp dưới");
    lan.taps("Công đoàn Sở Nội vụ");
    lan.sees("Quý IV năm 2026");
    lan.taps("Đơn vị cấp dưới");
    lan.taps("Tổ Văn phòng");
    lan.sees("Đã nhận tin: 6/30 lượt");
    lan.taps("Cấp trên");
    lan.sees("Công đoàn Sở Nội vụ");
    lan.taps("Năm");
    lan.sees("Năm 2026");
    lan.taps("Trước");
    lan.sees("Năm 2025: chưa có tuần nào kết thúc");
    lan.taps("Sau");
    lan.sees("Năm 2026");
}

#[test]
fn alone_a_unit_is_named_by_its_code_or_a_part_of_its_name() {
    let stage = Stage::new();
    two_weeks(&stage);
    let lan = stage.officer();
    for asked in [
        "VP",
        "van phong",
        "Văn phòng tháng",
        "tháng vp",
        "quý to van phong",
    ] {
        lan.says(&format!("/report {asked}"));
        lan.sees("Tổ Văn phòng");
        lan.sees(if asked.contains(' ') {
            "Tổ Văn phòng"
        } else {
            "Tuần này còn mở"
        });
    }
    lan.says("/report Công đoàn");
    lan.sees("khớp với nhiều đơn vị");
    lan.taps("Công đoàn Sở Y tế");
    lan.sees("Công đoàn Sở Y tế");
    lan.says("/report phòng kia quý");
    lan.sees("Gần nhất là");
    lan.says("/report zzz");
    lan.sees("Chưa rõ “zzz”");
}

#[test]
fn an_officer_of_a_unit_sees_it_and_what_is_below_and_nothing_else() {
    let stage = Stage::new();
    two_weeks(&stage);
    let binh = appointed(&stage, &stage.officer(), "Bình", "SNV", "Ủy viên");
    binh.says("/report");
    binh.sees("Công đoàn Sở Nội vụ");
    assert!(!binh.has_button("Cấp trên"));
    binh.says("/report VP quý");
    binh.sees("Tổ Văn phòng");
    for code in ["SYT", "LD"] {
        binh.says(&format!("/report {code}"));
        binh.sees("không phụ trách");
        let unit = stage.unit(code);
        let seen = binh.screen();
        for forged in ["r", "rc"] {
            binh.forges(&format!("{forged}:{unit}:w2026-12-07"));
            assert_eq!(binh.toast(), "Nút này dành cho cán bộ phụ trách đơn vị.");
        }
        binh.forges(&format!("rf:{unit}:q2026-10-01:s"));
        assert_eq!(binh.screen(), seen);
    }
    let ana = stage.member("An", "VP");
    ana.says("/report");
    ana.sees("dành cho cán bộ công đoàn");
    ana.forges(&format!("r:{}:w2026-12-07", stage.unit("VP")));
    assert_eq!(ana.toast(), "Nút này dành cho cán bộ phụ trách đơn vị.");
}

fn files(stage: &Stage, chat: i64) -> Vec<String> {
    let files = stage.post.borrow_mut().files(chat);
    files.into_iter().map(|(name, _)| name).collect()
}

#[test]
fn files_go_to_the_officer_alone_and_the_log_tells() {
    let stage = Stage::new();
    let group = two_weeks(&stage);
    let lan = stage.officer();
    lan.says("/report VP");
    assert!(!lan.has_button("Dự thảo báo cáo"), "of a quarter or more");
    lan.taps("Quý");
    lan.taps("Bảng tính");
    lan.taps("Dự thảo báo cáo");
    assert_eq!(
        files(&stage, lan.user),
        [
            "bao-cao-quy-iv-nam-2026-to-van-phong.xlsx",
            "bao-cao-quy-iv-nam-2026-to-van-phong.docx"
        ]
    );
    assert!(files(&stage, group.chat).is_empty());
    let exports = "SELECT count(*) FROM audit WHERE action = 'export'";
    assert_eq!(stage.number(exports), 2);
    let ana = stage.member("An", "VP");
    ana.says("/log");
    ana.sees("nhận tệp số liệu tổng hợp");
}

#[test]
fn the_card_that_would_help_goes_to_the_group_by_one_tap_of_an_officer() {
    let stage = Stage::new();
    let group = two_weeks(&stage);
    group.hears(&stage.officer(), "/report quý");
    let alike = group.last().text;
    assert!(!alike.contains("ôn thêm"), "nobody knew anything: {alike}");
    // Questions are drawn: what was right is put in their place.
    stage.change("UPDATE theme_tallies SET correct = answers WHERE theme <> 3");
    group.hears(&stage.officer(), "/report quý");
    group.sees("Có thể ôn thêm: nội dung 3. Liêm chính, có tỷ lệ đúng thấp nhất (không quá 10%)");
    let ana = stage.member("An", "VP");
    let before = group.messages().len();
    group.is_tapped(&ana, "Gửi thẻ 3.1");
    assert_eq!(group.messages().len(), before, "only officers fill a group");
    group.is_tapped(&stage.officer(), "Gửi thẻ 3.1");
    group.sees("3.1");
    assert_eq!(group.messages().len(), before + 1);
    let lan = stage.officer();
    lan.says("/report VP quý");
    lan.taps("Gửi thẻ 3.1");
    assert_eq!(lan.toast(), "Đã gửi thẻ trao đổi vào nhóm.");
    assert_eq!(group.messages().len(), before + 2);
    lan.says("/report LD quý");
    lan.taps("Gửi thẻ 3.1");
    assert_eq!(group.messages().len(), before + 2, "the root has no group");
    lan.sees("3.1");
}

/// Six sections below one unit, 8 people each, and a small one of 3; in one of them few answer.
fn sections(stage: &Rc<Stage>) {
    stage.at("2026-11-23 11:35");
    let sizes = [8, 8, 8, 8, 8, 8, 3];
    for (unit, size) in sizes.into_iter().enumerate() {
        let people = stage.members(size, &format!("U{unit}"));
        let answering = if unit == 3 { 1 } else { size };
        for person in &people[..answering] {
            person.finishes_the_quiz(4);
        }
    }
    stage.at("2026-11-30 09:00");
}

const SECTIONS: &str = "code,name,parent,kind,members
U,Liên đoàn,,cấp,
U0,Tổ Không,U,tổ,10
U1,Tổ Một,U,tổ,10
U2,Tổ Hai,U,tổ,10
U3,Tổ Ba,U,tổ,10
U4,Tổ Bốn,U,tổ,10
U5,Tổ Năm,U,tổ,10
U6,Tổ Sáu,U,tổ,10
";

#[test]
fn units_are_compared_for_the_officer_alone_and_none_under_the_floor_is_named() {
    let stage = Stage::with_units(SECTIONS);
    sections(&stage);
    let lan = stage.officer();
    lan.says("/report tuần trước");
    lan.sees("Tuần 23/11 – 29/11");
    lan.taps("So sánh");
    // Three people are too few, and one of the others hides them.
    lan.sees("Có thể cần hỗ trợ thêm\nTổ Ba: khoảng");
    lan.sees("Tổ Hai: khoảng");
    assert!(!lan.screen().contains("Tổ Sáu") && !lan.screen().contains("Tổ Không"));
    lan.taps("Trở lại");
    lan.sees("Tuần 23/11 – 29/11");
}

#[test]
fn too_few_units_are_not_compared() {
    let stage = Stage::new();
    two_weeks(&stage);
    let lan = stage.officer();
    lan.says("/report SNV quý");
    lan.taps("So sánh");
    lan.sees("cần ít nhất 5 đơn vị");
}

#[test]
fn words_without_end_are_answered_like_any_others() {
    let stage = Stage::new();
    let officer = stage.officer();
    stage.at("2026-11-25 09:00");
    for words in [
        "x y ".repeat(1000),
        format!("{} tuần trước", "sở ".repeat(900)),
    ] {
        officer.says(&format!("/report {words}"));
        officer.sees("Ví dụ: /baocao quý 3");
    }
}

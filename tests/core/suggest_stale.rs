//! Suggestions whose world changes under a button: offices that meet in one person, twins of which one ends, a name for what is gone.

use crate::suggest::{SLOW, Unit, titled};
use crate::suggest_officers::{SAME, answers, document, opens};

#[test]
fn a_chair_does_not_read_what_is_about_the_union_whatever_else_they_are() {
    let unit = Unit::open();
    let owner = unit.stage.officer();
    let ana = &unit.people[0];
    let offered = || {
        ana.says("/gopy");
        ana.taps("Viết góp ý");
        ana.has_button("Về công đoàn")
    };
    assert!(offered(), "the inspector and an owner read it");
    let chairs = |code: &str| {
        unit.stage.sabotage(&format!(
            "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, 'chair', '2026-01-01')",
            owner.user,
            unit.stage.unit(code)
        ));
    };
    chairs("SNV");
    assert!(!offered(), "the inspector alone is not enough");
    chairs("LD");
    assert!(!offered(), "nor with the chair in another office");
    let above = titled(&unit.stage, "Cấp trên", "LD", "deputy");
    assert!(offered());
    ana.taps("Về công đoàn");
    ana.says(SLOW.0);
    ana.says(SLOW.1);
    ana.taps("Gửi, giấu tên");
    unit.friday();
    owner.says("/gopy SNV");
    owner.sees("Đã nhận: 0");
    above.says("/gopy SNV");
    above.sees("Đã nhận: 1");
}

#[test]
fn one_whose_twin_is_not_published_stands_by_itself_again() {
    let unit = Unit::open();
    let ana = unit.sends(0, SLOW.0, SLOW.1);
    unit.sends(1, SAME.0, SAME.1);
    unit.friday();
    let chair = &unit.chair;
    opens(&unit, chair, SLOW.1);
    chair.taps("Trùng với …");
    let (same, message) = chair.button("Đề nghị gửi lịch");
    chair.taps("Đề nghị gửi lịch");
    chair.sees("Cùng nội dung với");
    opens(&unit, chair, SAME.1);
    chair.taps("Không đăng – lý do");
    chair.taps("Nêu lỗi của một người");
    chair.taps("Không đăng");
    opens(&unit, chair, SLOW.1);
    chair.sees_no("Cùng nội dung với");
    chair.forges_under(&same, message);
    assert!(chair.toast().contains("Không nối được"));
    opens(&unit, chair, SLOW.1);
    chair.sees_no("Cùng nội dung với");
    answers(chair, "Tiếp thu", "Báo trước hai ngày, từ 01/01/2027.");
    ana.taps("Xem góp ý này");
    ana.sees("✅ Tiếp thu");
    ana.says("/gopy");
    ana.taps("Đã trả lời");
    ana.sees(SLOW.1);
}

#[test]
fn one_tap_that_gave_it_the_answer_of_another_one_is_taken_back_by_one_tap() {
    let unit = Unit::open();
    unit.sends(0, SLOW.0, SLOW.1);
    let binh = unit.sends(1, SAME.0, SAME.1);
    unit.friday();
    let chair = &unit.chair;
    opens(&unit, chair, SLOW.1);
    answers(chair, "Tiếp thu", "Báo trước hai ngày, từ 01/01/2027.");
    opens(&unit, chair, SAME.1);
    chair.taps("Trùng với …");
    chair.taps("Đề nghị báo lịch họp");
    chair.sees("✅ Tiếp thu");
    for table in ["Bảng tổng hợp (Word)", "Bảng tổng hợp (Excel)"] {
        chair.says("/gopy");
        chair.taps(table);
        let file = document(&unit);
        let (first, second) = (file.find(SLOW.1), file.find(SAME.1));
        assert!(first.is_some() && second > first, "not merged: {table}");
    }
    opens(&unit, chair, SAME.1);
    chair.taps("Bỏ nối trùng");
    chair.sees_no("✅ Tiếp thu");
    binh.taps("Xem góp ý này");
    binh.sees("Đang chờ trả lời");
    // Whoever reads the log sees that an answer was taken back.
    chair.says("/nhatky");
    chair.sees("rút câu trả lời chung khỏi một góp ý");
    opens(&unit, chair, SAME.1);
    chair.taps("Trả lời");
    chair.taps("Không tiếp thu");
    chair.says("Lịch này do cấp trên ấn định.");
    chair.taps("Công bố");
    binh.says("/gopy");
    binh.taps("Đã trả lời");
    binh.sees(SLOW.1);
    binh.sees(SAME.1);
}

#[test]
fn no_name_is_kept_for_what_is_gone_meanwhile() {
    let unit = Unit::open();
    let names = || unit.stage.number("SELECT count(*) FROM suggestion_authors");
    let ana = unit.sends(0, SLOW.0, SLOW.1);
    ana.taps("Xem góp ý này");
    let (withdraw, card) = ana.button("Rút lại");
    ana.taps("Ghi tên tôi vào");
    ana.forges_under(&withdraw, card);
    ana.says("Nguyễn Thị An");
    assert_eq!(names(), 0, "it was taken back");
    assert!(!ana.screen().contains("Đã ghi tên"));

    let binh = unit.sends(1, SAME.0, SAME.1);
    unit.friday();
    binh.taps("Xem góp ý này");
    binh.taps("Ghi tên tôi vào");
    opens(&unit, &unit.chair, SAME.1);
    unit.chair.taps("Không đăng – lý do");
    unit.chair.taps("Nêu lỗi của một người");
    unit.chair.taps("Không đăng");
    binh.says("Trần Văn Bình");
    binh.sees("Góp ý này không còn, hoặc đã được trả lời.");
    assert_eq!(names(), 0, "it is not published");
}

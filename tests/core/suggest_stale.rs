//! Suggestions whose world changes under a button: offices that meet in one person, twins of which one ends, a name for what is gone.

use crate::suggest::{SLOW, Unit, titled};

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

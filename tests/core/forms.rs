//! A unit's figures: asked in one message, typed as people type, handed in, changed, and filled into the report.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

/// An officer of that unit who is nobody else.
pub fn officer_of(stage: &Rc<Stage>, name: &'static str, code: &str) -> Actor {
    let actor = stage.stranger(name);
    stage.sabotage(&format!(
        "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, 'chair', '2026-01-01')",
        actor.user,
        stage.unit(code)
    ));
    actor
}

/// Opens the year's figures of the officer's unit.
fn opens(officer: &Actor) {
    officer.says("/sonam");
    officer.taps("Số liệu năm · Năm 2026");
}

#[test]
fn an_officer_answers_in_one_message_that_stays_the_last() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    opens(&lan);
    let count = lan.messages().len();
    lan.sees("bước 1/20");
    lan.sees("1. Kế hoạch thực hiện Cuộc vận động trong năm");
    lan.says("12/KH-CĐCS ngày 15/01/2026");
    lan.sees("2. Tổng số người; trong đó nữ, đảng viên");
    lan.sees("Bot biết: số người đã khai báo là 50");
    lan.says("50/28/19");
    lan.sees("3. Số người đăng ký");
    lan.taps("Quay lại");
    lan.sees("• Tổng số người: 50\n• Nữ: 28\n• Đảng viên: 19");
    lan.taps("Tiếp tục");
    lan.taps("Chưa có số");
    lan.sees("4. Tuyên truyền trực tiếp");
    lan.taps("0");
    lan.sees("5. Đào tạo, bồi dưỡng");
    lan.taps("Bỏ qua");
    lan.sees("6. Hội nghị");
    lan.taps("Chưa tổ chức");
    lan.sees("7. Ý kiến");
    assert_eq!(lan.messages().len(), count, "one message, edited");
}

#[test]
fn what_is_wrong_stores_nothing_and_what_is_unlikely_is_asked_back() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    opens(&lan);
    lan.taps("Bỏ qua");
    let before = stage.dump(&["outbox", "updates", "dialogs"]);
    for (typed, sentence) in [
        ("khoảng 50 28 19", "Cần 3 số, mà thấy 4"),
        ("ba mươi", "Cần 3 số, mới thấy 2"),
        ("50 60 19", "Nữ (60) không thể nhiều hơn Tổng số người (50)"),
    ] {
        lan.says(typed);
        lan.sees(sentence);
        lan.sees("2. Tổng số người");
    }
    assert_eq!(stage.dump(&["outbox", "updates", "dialogs"]), before);
    lan.says("31 28 19");
    lan.sees("31 khác số bot biết (50) hơn 20%");
    lan.taps("Đúng, tiếp tục");
    lan.sees("3. Số người đăng ký");
    lan.says("khoảng 30");
    lan.sees("“khoảng 30” là số ước chừng");
    lan.says("30-35");
    lan.sees("là một khoảng");
    lan.says("38 người");
    lan.sees("Số người đăng ký (38) không thể nhiều hơn Tổng số người (31)");
    lan.says("30");
    lan.sees("4. Tuyên truyền");
}

#[test]
fn it_is_handed_in_once_changed_until_then_and_fills_the_next_period() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    opens(&lan);
    lan.taps("Bỏ qua");
    lan.says("50 28 19");
    lan.taps("Xem tất cả");
    lan.sees("2. Tổng số người: 50; Nữ: 28; Đảng viên: 19");
    lan.sees("Còn 33 ô chưa ghi. Vẫn nộp được");
    // A smaller total makes what stands elsewhere wrong: it is told, and cannot be handed in.
    lan.taps("14");
    lan.says("2");
    lan.taps("Xem tất cả");
    lan.taps("2");
    lan.says("1 1 1");
    lan.taps("Xem tất cả");
    lan.sees("Ô 14.1: Số người bị kỷ luật (2) không thể nhiều hơn Tổng số người (1)");
    assert!(!lan.has_button("Nộp"));
    lan.taps("2");
    lan.says("50 28 19");
    lan.taps("Xem tất cả");
    lan.taps("Nộp");
    lan.sees("Đã nộp. Các số này được điền vào dự thảo báo cáo");
    assert_eq!(stage.number("SELECT revision FROM form_returns"), 1);
    lan.taps_again();
    assert_eq!(stage.number("SELECT revision FROM form_returns"), 1, "once");
    // Changed: a second revision, and the first stays what it was.
    lan.taps("Sửa số liệu");
    lan.taps("2");
    lan.says("51 28 19");
    assert_eq!(stage.number("SELECT number FROM form_answers WHERE field = '2.1' AND revision = 1"), 50);
    lan.taps("Xem tất cả");
    lan.taps("Nộp");
    assert_eq!(stage.number("SELECT revision FROM form_returns"), 2);
    // A year later it is shown, and one tap takes it over.
    stage.at("2027-11-20 09:00");
    lan.says("/sonam");
    lan.taps("Số liệu năm · Năm 2027");
    lan.taps("Bỏ qua");
    lan.sees("Kỳ trước: 51 · 28 · 19");
    lan.taps("Như kỳ trước");
    lan.sees("3. Số người đăng ký");
    lan.taps("Quay lại");
    lan.sees("• Tổng số người: 51");
    let ana = stage.member("An", "SNV");
    ana.says("/nhatky");
    ana.sees("nộp số liệu của đơn vị");
}

#[test]
fn it_is_left_and_gone_on_with_at_any_time() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    opens(&lan);
    lan.taps("Bỏ qua");
    lan.says("50 28 19");
    // Something else is asked meanwhile, and a day goes by: what is typed is no answer any more.
    stage.at("2026-11-21 09:00");
    lan.says("38");
    lan.sees("chưa biết");
    stage.restart();
    opens(&lan);
    lan.sees("1. Kế hoạch");
    lan.taps("Bỏ qua");
    lan.sees("• Tổng số người: 50");
    // The message is gone: the form comes again.
    lan.clears();
    lan.says("51 28 19");
    lan.sees("3. Số người đăng ký");
}

#[test]
fn forged_and_foreign_buttons_get_nothing() {
    let stage = Stage::new();
    let (lan, minh) = (officer_of(&stage, "Lan", "SNV"), officer_of(&stage, "Minh", "SYT"));
    opens(&lan);
    let id = stage.number("SELECT id FROM form_returns");
    let kept = stage.dump(&["outbox", "updates", "dialogs"]);
    let snv = stage.unit("SNV");
    for data in [
        format!("form:s:{id}:1"),
        format!("form:z:{id}:1"),
        format!("form:i:{id}:1"),
        format!("form:u:{snv}"),
        format!("form:o:{snv}:sonam:y2026-01-01"),
        format!("form:o:{}:sonam:y2020-01-01", stage.unit("SYT")),
        format!("form:o:{}:nosuch:y2026-01-01", stage.unit("SYT")),
        "form:s:999:1".to_owned(),
        "ask:s:999".to_owned(),
    ] {
        minh.forges(&data);
    }
    for data in [format!("form:p:{id}:1:9"), format!("form:z:{id}:0"), format!("form:l:{id}:99")] {
        lan.forges(&data);
    }
    assert_eq!(stage.dump(&["outbox", "updates", "dialogs"]), kept);
    let ana = stage.member("An", "SNV");
    ana.says("/sonam");
    ana.sees("không phải");
}

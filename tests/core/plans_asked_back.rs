//! What is asked back before it is taken into a plan: names, another year's number; and that whoever goes elsewhere is asked no
//! more.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

use crate::forms::officer_of;
use crate::plans::{framed, of_this_year};

/// Lan with the frame as the plan of the year that runs, signed.
fn running(stage: &Rc<Stage>) -> Actor {
    let lan = of_this_year(stage);
    lan.taps("Khung 6 nhiệm vụ");
    lan.taps("Đã ký: ghi số, ngày");
    lan.says("05/KH-CĐCS ngày 10/01/2026");
    lan.sees("số 05/KH-CĐCS ngày 10/01/2026");
    lan
}

fn contents(stage: &Stage) -> String {
    stage.rows("SELECT content FROM plan_lines").join("\n")
}

#[test]
fn a_name_without_a_title_is_asked_back_and_a_school_may_stay() {
    let stage = Stage::new();
    let lan = framed(&stage);
    lan.taps("III.3");
    lan.taps("＋ Thêm việc");
    let count = lan.messages().len();
    lan.says("Nguyễn Văn An phụ trách lớp kỹ năng số");
    lan.sees("“Nguyễn Văn An” có vẻ là tên người");
    lan.sees("Đã gõ: Nguyễn Văn An phụ trách lớp kỹ năng số");
    assert!(!contents(&stage).contains("Nguyễn Văn An"));
    assert!(
        !stage.dump(&["updates"]).contains("kỹ năng số"),
        "it stands in no file until it is meant so"
    );
    lan.taps("Gõ lại");
    lan.sees("Việc gì? Xin gõ một câu");
    // A street that nothing says to be one: the officer knows better.
    lan.says("Dọn vệ sinh khu Lê Lợi");
    lan.sees("“Lê Lợi” có vẻ là tên người");
    lan.taps("Giữ nguyên");
    lan.sees("Chức danh nào phụ trách?");
    lan.sees("Dọn vệ sinh khu Lê Lợi");
    assert_eq!(lan.messages().len(), count, "all of it in one message");
    // What is a school's or a hall's is not even asked.
    lan.taps("Xem cả việc");
    lan.taps("Nội dung");
    lan.says("Tham quan Trường THPT Trần Phú, họp tại Hội trường Nguyễn Huệ");
    lan.sees("Chức danh nào phụ trách?");
    // An old question's button keeps nothing that was typed for another.
    lan.taps("Xem cả việc");
    lan.taps("Chỉ tiêu");
    lan.says("Trần Bình 4 buổi");
    let (keep, screen) = lan.button("Giữ nguyên");
    lan.says("4 buổi");
    lan.forges_under(&keep, screen);
    assert!(lan.toast().contains("không còn"), "{}", lan.toast());
    assert!(!stage.dump(&["updates", "outbox"]).contains("Trần Bình"));
}

#[test]
fn the_same_words_twice_in_a_task_are_told_where_they_are_typed() {
    let stage = Stage::new();
    let lan = framed(&stage);
    for words in [
        "Mở lớp kỹ năng số cho tổ trưởng",
        "mở lớp kỹ năng số cho Tổ trưởng",
    ] {
        lan.says("/kehoach");
        lan.taps("Kế hoạch năm 2027");
        lan.taps("III.3");
        lan.taps("＋ Thêm việc");
        lan.says(words);
    }
    lan.sees("có hai dòng trong cùng nhiệm vụ");
    assert!(!contents(&stage).contains("mở lớp kỹ năng số cho Tổ"));
    // Two that were there before this was looked for are told where their words are, and nowhere else.
    stage.rows(
        "UPDATE plan_lines SET content = 'Mở lớp kỹ năng số cho tổ trưởng' WHERE content = '' RETURNING content",
    );
    lan.taps("Xem cả việc");
    lan.taps("Cách đo");
    lan.says("số lớp đã mở");
    lan.sees_no("có hai dòng trong cùng nhiệm vụ");
    assert_eq!(
        stage.number("SELECT count(*) FROM plan_lines WHERE measure = 'số lớp đã mở'"),
        1
    );
}

#[test]
fn what_is_written_days_later_is_no_reason() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.taps("Cập nhật việc đến kỳ");
    lan.taps("Bỏ – vì");
    stage.at("2026-11-23 09:00");
    lan.says("Mai cơ quan họp lúc 8 giờ sáng nhé các bạn");
    lan.sees("Bot không đọc tin nhắn tự do");
    assert_eq!(
        stage.number("SELECT count(*) FROM plan_lines WHERE state = 'dropped'"),
        0
    );
}

#[test]
fn a_reason_names_nobody_unless_it_is_meant_so() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.taps("Cập nhật việc đến kỳ");
    lan.taps("Bỏ – vì");
    lan.says("Chờ Phạm Thị Hoa đi học về mới làm được");
    lan.sees("“Phạm Thị Hoa” có vẻ là tên người");
    assert_eq!(
        stage.number("SELECT count(*) FROM plan_lines WHERE state = 'dropped'"),
        0
    );
    lan.says("Kinh phí chuyển sang năm sau, cả ở phòng Lê Lai");
    lan.taps("Giữ nguyên");
    assert_eq!(
        stage.rows("SELECT note FROM plan_lines WHERE state = 'dropped'"),
        ["Kinh phí chuyển sang năm sau, cả ở phòng Lê Lai"]
    );
    // The reason of a change is asked in the same way.
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Sửa kế hoạch");
    lan.says("Theo ý kiến của Đỗ Văn Minh tại cuộc họp");
    lan.sees("“Đỗ Văn Minh” có vẻ là tên người");
    assert_eq!(stage.number("SELECT count(*) FROM plans"), 1);
}

#[test]
fn a_sheet_that_names_somebody_says_in_which_cell_before_it_is_taken() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    lan.says("/kehoach");
    lan.taps("Gửi tệp XLSX");
    let sheet = "TT;Nhiệm vụ;Nội dung;Phụ trách;Phối hợp;Bắt đầu;Hoàn thành;Cách đo;Chỉ tiêu\n\
        1;III.1;Nguyễn Văn An mở lớp;Chủ tịch;;1/2027;;;\n\
        2;III.1;Thăm Trường THPT Trần Phú;Chủ tịch;;1/2027;;;Lê Hoa 2 buổi\n";
    lan.sends_a_document("ke-hoach.csv", sheet.as_bytes());
    lan.sees("2 việc mới");
    lan.sees("Có vẻ có tên người ở ô C2 “Nguyễn Văn An”, I3 “Lê Hoa”.");
    lan.taps("Nhập");
    assert_eq!(stage.number("SELECT count(*) FROM plan_lines"), 2);
}

#[test]
fn a_plan_is_not_issued_under_the_number_of_another_year() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.says("/kehoach");
    lan.taps("＋ Lập kế hoạch năm 2027");
    lan.taps("Khung 6 nhiệm vụ");
    lan.taps("Đã ký: ghi số, ngày");
    // A day on which nobody signs next year's plan is asked back; a number that is taken is refused at once.
    lan.says("06/KH-CĐCS ngày 20/12/2025");
    lan.sees("Ngày 20/12/2025 không phải lúc thường ký kế hoạch năm 2027");
    lan.says("05/KH-cđcs ngày 10/01/2026");
    lan.sees("Số 05/KH-cđcs ngày 10/01/2026 đã dùng cho kế hoạch năm 2026");
    assert_eq!(
        stage.number("SELECT count(*) FROM plans WHERE current = 1"),
        1
    );
    lan.says("05/KH-CĐCS ngày 18/11/2026");
    lan.sees("số 05/KH-CĐCS ngày 18/11/2026");
    assert_eq!(
        stage.number("SELECT count(*) FROM plans WHERE current = 1"),
        2
    );
}

#[test]
fn whoever_leaves_the_question_for_a_number_is_asked_no_more() {
    let stage = Stage::new();
    let lan = framed(&stage);
    let number = "05/KH-CĐCS ngày 18/11/2026";
    let issued = || stage.number("SELECT count(*) FROM plans WHERE current = 1");
    // By a button of the plan, by a command, by a button that is a command.
    lan.taps("Đã ký: ghi số, ngày");
    lan.taps("III.1");
    lan.says(number);
    assert_eq!(issued(), 0);
    lan.taps("Xem tất cả");
    lan.taps("Đã ký: ghi số, ngày");
    lan.says("/tonghop");
    lan.says(number);
    assert_eq!(issued(), 0);
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2027");
    lan.taps("Đã ký: ghi số, ngày");
    lan.forges("do:help");
    lan.says(number);
    assert_eq!(issued(), 0);
    // A word that is mistyped as a command leaves nothing.
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2027");
    lan.taps("Đã ký: ghi số, ngày");
    lan.says("/kehoahc");
    lan.says(number);
    assert_eq!(issued(), 1);
}

#[test]
fn what_the_bot_sends_by_itself_is_answered_without_leaving_a_question() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    stage.sabotage(&format!(
        "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, 'chair', '2026-01-01')",
        ana.user,
        stage.unit("SNV")
    ));
    ana.says("/quiz");
    let (letter, quiz) = ana.button("A");
    ana.says("/kehoach");
    ana.taps("Khung 6 nhiệm vụ");
    ana.taps("Đã ký: ghi số, ngày");
    ana.forges_under(&letter, quiz);
    ana.says("05/KH-CĐCS ngày 18/11/2026");
    ana.sees("số 05/KH-CĐCS ngày 18/11/2026");
}

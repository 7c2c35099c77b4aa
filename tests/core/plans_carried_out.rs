//! A plan being carried out: its sheet comes back with results, a line goes on in the next year, the card is posted once.

use std::io::Cursor;
use std::rc::Rc;

use testkit::stage::{Actor, Stage};

use crate::forms::officer_of;
use crate::plans::{csv, filed, of_this_year};

/// What officers fill in of an issued plan.
fn results(rows: &[&str]) -> Vec<u8> {
    let head = "TT;Nhiệm vụ;Nội dung;Chỉ tiêu;Kết quả;Trạng thái;Ghi chú";
    format!("{head}\n{}\n", rows.join("\n")).into_bytes()
}

/// A plan of this year, issued in the middle of November.
fn running(stage: &Rc<Stage>) -> Actor {
    let lan = of_this_year(stage);
    let rows = [
        "1;III.1;Sinh hoạt chuyên đề;Tổ trưởng;;cả năm;;số buổi;01 buổi/quý;",
        "2;III.3;Mở lớp kỹ năng số;Phó Chủ tịch;;Quý III;;;;",
        "3;III.6;Tổng kết năm;Chủ tịch;;12/2026;;;;",
    ];
    filed(&lan, &rows);
    lan
}

fn standing(stage: &Stage) -> Vec<String> {
    stage.rows(
        "SELECT state || ' ' || coalesce(result, '-') || ' ' || coalesce(note, '-') FROM plan_lines ORDER BY number",
    )
}

/// The rows of the newest file, from the heads on.
fn cells(stage: &Stage) -> Vec<Vec<String>> {
    let bytes = stage.post.borrow().newest_file.clone();
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let range = calamine::Reader::worksheet_range(&mut book, "Kế hoạch").expect("the sheet");
    let rows = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect());
    rows.skip(3).collect()
}

#[test]
fn a_sheet_filled_in_is_read_back() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Bảng tính XLSX");
    assert_eq!(cells(&stage)[1][9..12], ["", "chưa làm", ""]);
    let own = stage.post.borrow().newest_file.clone();
    lan.taps("Nhập kết quả từ XLSX");
    lan.sees("điền ba cột Kết quả, Trạng thái, Ghi chú");
    lan.sends_a_document("ke-hoach.xlsx", &own);
    lan.sees("Không có gì để nhập: 3 việc trong tệp giống hệt");
    let rows = [
        "1;III.1;Sinh hoạt chuyên đề;;4;;Quý IV ghép hai buổi",
        "2;III.3;Mở lớp kỹ năng số;;;Không làm nữa;Kinh phí chuyển sang năm sau",
        "3;III.6;Tổng kết năm;;;đang thực hiện;",
    ];
    lan.sends_a_document("ke-hoach.csv", &results(&rows));
    lan.sees("3 việc có cập nhật (đã xong 1, đang làm 1, không làm nữa 1), 0 việc giữ nguyên");
    assert_eq!(standing(&stage), ["open - -"; 3], "shown, not taken");
    lan.taps("Nhập");
    assert_eq!(
        standing(&stage),
        [
            "done 4 Quý IV ghép hai buổi",
            "dropped - Kinh phí chuyển sang năm sau",
            "doing - -",
        ]
    );
    lan.taps("III.1");
    lan.sees("→ đã xong; đạt 4/4 (Quý IV ghép hai buổi)");
    lan.taps("Xem tất cả");
    lan.taps("III.3");
    lan.sees("→ không làm nữa; vì: Kinh phí chuyển sang năm sau");
    // The level above sees that somebody answered.
    assert_eq!(stage.rows("SELECT answered_on FROM plans"), ["2026-11-20"]);
    // The same once more changes nothing, and a remark outlives a tap.
    lan.taps("Xem tất cả");
    lan.taps("Nhập kết quả từ XLSX");
    lan.sends_a_document("ke-hoach.csv", &results(&rows));
    lan.sees("Không có gì để nhập");
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("III.3");
    lan.taps("1. Mở lớp");
    lan.taps("Xong");
    assert_eq!(
        standing(&stage)[1],
        "done - -",
        "a reason goes with its state"
    );
}

#[test]
fn a_sheet_of_another_year_or_unit_is_told_apart() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Nhập kết quả từ XLSX");
    let rows = ["1;III.1;Sinh hoạt chuyên đề;;4;;"];
    let below = |title: &str| {
        let table = String::from_utf8(results(&rows)).expect("text");
        format!("{title}\n\n{table}").into_bytes()
    };
    // Lines that return each year are the same as last year's.
    let last_year = below("KẾ HOẠCH NĂM 2025\nCông đoàn Sở Nội vụ");
    lan.sends_a_document("ke-hoach.csv", &last_year);
    lan.sees("Dòng 1: Trên bảng ghi năm 2025");
    lan.sees("có lẽ đây là tệp của năm khác");
    // A campaign goes over years, and so does a plan that begins in summer.
    let this_year = below("KẾ HOẠCH NĂM 2026 (cuộc vận động 2025–2030)\nCÔNG ĐOÀN SỞ NỘI VỤ");
    lan.sends_a_document("ke-hoach.csv", &this_year);
    lan.sees("Kế hoạch năm 2026");
    lan.sees("1 việc có cập nhật");
    lan.sees_no("đơn vị khác");
    let others = below("KẾ HOẠCH NĂM 2026\nCông đoàn Sở Y tế");
    lan.sends_a_document("ke-hoach.csv", &others);
    lan.sees("không có tên Công đoàn Sở Nội vụ mà ghi “KẾ HOẠCH NĂM 2026 | Công đoàn Sở Y tế”");
    lan.sees("1 việc có cập nhật");
}

#[test]
fn what_is_wrong_with_results_is_told_cell_by_cell() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Nhập kết quả từ XLSX");
    let rows = [
        "1;III.1;Sinh hoạt chuyên đề;;khoảng 3;sắp;",
        "2;III.3;Mở lớp kỹ năng số;;;gần xong;",
    ];
    lan.sends_a_document("ke-hoach.csv", &results(&rows));
    lan.sees("Ô E2: “khoảng 3” chưa đọc được thành số");
    lan.sees("Ô F2: “sắp” không phải là một trạng thái");
    lan.sees("Ô F3: “gần xong” không phải là một trạng thái. Xin ghi: chưa làm, đang làm, đã xong");
    let rows = [
        "1;III.1;Sinh hoạt chuyên đề;;3;;Trần Văn Bình làm",
        "2;III.3;Mở lớp kỹ năng;;;đã xong;",
        "3;III.6;Tổng kết năm;;;không làm nữa;",
        "4;III.6;Tổng kết năm;;;đã xong;",
    ];
    lan.sends_a_document("ke-hoach.csv", &results(&rows));
    lan.sees("Ô C3: Kế hoạch đã ban hành không có việc “Mở lớp kỹ năng” trong nhiệm vụ này");
    lan.sees("Ô G4: Việc không làm nữa cần có lý do ở cột Ghi chú");
    lan.sees("Ô C5: “Tổng kết năm” có hai dòng");
    let rows = ["1;III.1;Sinh hoạt chuyên đề;;3;;Trần Văn Bình làm"];
    lan.sends_a_document("ke-hoach.csv", &results(&rows));
    lan.sees("Có vẻ có tên người ở ô G2 “Trần Văn Bình”");
    lan.taps("Bỏ");
    assert_eq!(standing(&stage), ["open - -"; 3]);
    // Whoever sends a sheet of lines to an issued plan is told which columns are wanted.
    lan.sends_a_document(
        "ke-hoach.csv",
        &csv(&["1;III.1;Việc mới;Chủ tịch;;12/2026;;;;"]),
    );
    lan.sees("Tệp chưa nhập được");
}

#[test]
fn in_the_last_month_a_line_goes_on_in_the_next_plan() {
    let stage = Stage::new();
    let lan = running(&stage);
    stage.at("2026-12-20 09:00");
    let moves = || {
        lan.says("/kehoach");
        lan.taps("Kế hoạch năm 2026");
        lan.taps("III.3");
        lan.taps("1. Mở lớp kỹ năng số");
        lan.taps("Lùi tháng");
    };
    // Late since September: this month is offered. At its end there is no month left.
    moves();
    lan.taps("12/2026");
    moves();
    lan.sees("không còn tháng nào để lùi. Muốn làm tiếp thì lập kế hoạch năm 2027 trước");
    lan.taps("＋ Lập kế hoạch năm 2027");
    lan.taps("Khung 6 nhiệm vụ");
    moves();
    lan.taps("Chuyển sang kế hoạch năm 2027");
    assert_eq!(
        stage.rows(
            "SELECT state || note FROM plan_lines WHERE content = 'Mở lớp kỹ năng số' AND state <> 'open'"
        ),
        ["droppedchuyển sang kế hoạch năm 2027"]
    );
    assert_eq!(
        stage.rows("SELECT first || last FROM plan_lines WHERE content = 'Mở lớp kỹ năng số' AND state = 'open'"),
        ["2027-012027-03"]
    );
}

#[test]
fn broadcasts_of_the_unit_are_counted() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    let before =
        "INSERT INTO broadcasts (unit_id, officer, state, origin_id, created_on, ended_at)";
    for (id, origin, state, day) in [
        ("SNV", "NULL", "done", "2026-03-02"),
        // Sent anew to whom it had not reached: the same broadcast.
        ("SNV", "1", "done", "2026-03-03"),
        ("SNV", "NULL", "done", "2026-11-02"),
        ("SNV", "NULL", "cancelled", "2026-11-03"),
        ("SNV", "NULL", "done", "2025-12-31"),
        ("SYT", "NULL", "done", "2026-05-05"),
    ] {
        stage.sabotage(&format!(
            "{before} VALUES ({}, 0, '{state}', {origin}, '{day}', unixepoch('{day} 12:00'))",
            stage.unit(id)
        ));
    }
    lan.says("/kehoach");
    lan.taps("Bắt đầu từ tháng khác");
    lan.taps("01/2026");
    lan.taps("Khung 6 nhiệm vụ");
    lan.taps("Đã ký: ghi số, ngày");
    lan.says("05/KH-CĐCS ngày 10/01/2026");
    lan.taps("III.1");
    lan.sees("Chỉ tiêu: 06 thông báo (số thông báo)");
    lan.sees("→ đang làm; đạt 2/6");
}

#[test]
fn the_card_is_posted_once_and_in_a_group_that_came_later() {
    let stage = Stage::new();
    let lan = running(&stage);
    let group = stage.group(-100);
    group.hears(&stage.officer(), "/lienket SNV");
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Đăng thẻ vào nhóm");
    group.sees("Kế hoạch năm 2026");
    let cards = || stage.number("SELECT count(*) FROM outbox WHERE chat_id = -100");
    let before = cards();
    lan.taps("Đăng thẻ vào nhóm");
    assert!(
        lan.toast().contains("đã ở trong nhóm từ 09:00"),
        "{}",
        lan.toast()
    );
    assert_eq!(cards(), before);
    stage.at("2026-11-24 09:00");
    let later = stage.group(-200);
    later.hears(&stage.officer(), "/lienket SNV");
    lan.taps("Đăng thẻ vào nhóm");
    later.sees("Kế hoạch năm 2026");
    assert_eq!(cards(), before, "only where it has not been");
}

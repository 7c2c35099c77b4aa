//! The level above: opens a period, sees who has handed in, sums, sends back, closes; and a sheet for those without the bot.

use std::rc::Rc;

use testkit::stage::{Actor, OFFICER, Stage};

use crate::forms::officer_of;

/// A province with five grassroots unions.
pub const UNITS: &str = "code,name,parent,kind,members
LD,Liên đoàn Lao động tỉnh,,tỉnh,
A,Công đoàn Sở Nội vụ,LD,cơ sở,50
B,Công đoàn Sở Y tế,LD,cơ sở,40
C,Công đoàn Sở Tài chính,LD,cơ sở,30
D,Công đoàn Sở Tư pháp,LD,cơ sở,20
E,Công đoàn Sở Xây dựng,LD,cơ sở,25
";

/// The province asks for the year's figures.
fn opened() -> (Rc<Stage>, Actor) {
    let stage = Stage::with_units(UNITS);
    let above = stage.officer();
    above.says("/tonghop");
    above.taps("＋ Mở: Số liệu năm · Năm 2026");
    above.sees("mở cho 5 đơn vị");
    above.taps("04/12/2026 (sau 14 ngày)");
    above.sees("Đã nộp 0/5 đơn vị · trả lại 0 · chưa nộp 5");
    (stage, above)
}

/// Hands in the head count and the number of people disciplined.
fn hands_in(officer: &Actor, people: &str, disciplined: &str) {
    officer.says("/sonam");
    officer.taps("❗ Số liệu năm · Năm 2026 · hạn 04/12/2026");
    officer.taps("Bỏ qua");
    officer.says(people);
    officer.taps("Xem tất cả");
    officer.taps("14");
    officer.says(disciplined);
    officer.taps("Xem tất cả");
    officer.taps("Nộp");
    officer.sees("Đã nộp.");
}

fn looks(above: &Actor) {
    above.says("/tonghop");
    above.taps("Số liệu năm · Năm 2026");
}

#[test]
fn officers_are_told_sums_say_of_how_many_and_missing_is_no_zero() {
    let stage = Stage::with_units(UNITS);
    let (lan, minh) = (
        officer_of(&stage, "Lan", "A"),
        officer_of(&stage, "Minh", "B"),
    );
    let above = stage.officer();
    above.says("/tonghop");
    above.taps("＋ Mở: Số liệu năm · Năm 2026");
    above.taps("04/12/2026 (sau 14 ngày)");
    stage.at("2026-11-20 09:05");
    lan.sees("Liên đoàn Lao động tỉnh yêu cầu Công đoàn Sở Nội vụ nộp biểu Số liệu năm, Năm 2026. Hạn nộp 04/12/2026");
    assert!(lan.has_button("Điền biểu"));
    hands_in(&lan, "50 28 19", "0");
    hands_in(&minh, "40 20 ?", "1");
    looks(&above);
    above.sees("Đã nộp 2/5 đơn vị");
    above.sees("2.1 Tổng số người: 90 (2/5 đơn vị)");
    above.sees("2.3 Đảng viên: 19 (1/5 đơn vị)");
    // What nobody has answered takes one line, not thirty.
    above.sees("Mục 1.1, 3.1, 4.1, 4.2, ");
    above.sees(", 16.3: chưa có số");
    above.sees(", 12.4, 14.1: chỉ nêu tổng khi chốt kỳ");
    assert!(above.screen().lines().count() < 12, "{}", above.screen());
    // Twice at most, not twice on a day, and only those who are missing.
    above.taps("Nhắc đơn vị chưa nộp");
    assert!(above.toast().contains("Hôm nay các đơn vị đã được báo"));
    let hoa = officer_of(&stage, "Hoa", "C");
    for day in ["2026-11-23 09:00", "2026-11-24 09:00"] {
        stage.at(day);
        looks(&above);
        above.taps("Nhắc đơn vị chưa nộp");
        stage.tick();
        stage.deliver();
        hoa.sees("Nhắc: Công đoàn Sở Tài chính chưa nộp biểu");
        hoa.clears();
    }
    assert!(!above.has_button("Nhắc đơn vị chưa nộp"));
    lan.sees_no("Nhắc:");
}

#[test]
fn what_is_sent_back_does_not_count_until_it_comes_again() {
    let (stage, above) = opened();
    let lan = officer_of(&stage, "Lan", "A");
    hands_in(&lan, "50 28 19", "1");
    looks(&above);
    above.taps("Danh sách đơn vị");
    above.sees("• Công đoàn Sở Y tế: chưa nộp; chưa có cán bộ trong bot");
    above.taps("Công đoàn Sở Nội vụ");
    above.sees("2. Tổng số người: 50; Nữ: 28; Đảng viên: 19");
    above.sees("14. Số người bị kỷ luật: đã ghi (chỉ cán bộ của đơn vị xem được)");
    above.taps("Trả lại, ghi lý do");
    above.says("ngắn quá");
    above.sees("Lý do hơi ngắn");
    above.says("Thiếu số buổi tuyên truyền của quý bốn.");
    above.sees("trả lại: Thiếu số buổi tuyên truyền của quý bốn.");
    lan.sees("Liên đoàn Lao động tỉnh trả lại biểu Số liệu năm");
    looks(&above);
    above.sees("Đã nộp 0/5 đơn vị · trả lại 1 · chưa nộp 4");
    lan.taps("Điền biểu");
    lan.sees("Cấp trên trả lại: Thiếu số buổi");
    lan.taps("Sửa số liệu");
    lan.taps("4");
    lan.says("12 480");
    lan.taps("Xem tất cả");
    lan.taps("Nộp");
    looks(&above);
    above.sees("Đã nộp 1/5 đơn vị · trả lại 0 · chưa nộp 4");
    above.sees("4.2 Lượt người dự tuyên truyền: 480 (1/5 đơn vị)");
}

#[test]
fn small_numbers_are_told_when_it_closes_of_three_units_and_stay_as_they_were() {
    let (stage, above) = opened();
    let people = ["A", "B", "C", "D"].map(|code| officer_of(&stage, "Cán bộ", code));
    for (officer, disciplined) in people.iter().zip(["1", "0", "2", "?"]) {
        hands_in(officer, "20 10 5", disciplined);
    }
    looks(&above);
    above.sees(", 14.1: chỉ nêu tổng khi chốt kỳ");
    above.taps("Chốt kỳ");
    above.sees("chỉ nêu tổng của từ ba đơn vị trở lên");
    above.taps("Chốt, không mở lại");
    above.sees("14.1 Số người bị kỷ luật: 3 (3/5 đơn vị)");
    above.sees("Mục 9.1, 9.2, 9.3, 9.4, 12.1, 12.2, 12.3, 12.4: chưa đủ số đơn vị để nêu tổng");
    // Frozen: a change needs a reason, is a revision of its own, and moves no sum that was told.
    let lan = &people[0];
    lan.says("/sonam");
    lan.taps("Số liệu năm · Năm 2026");
    lan.sees("Kỳ này đã chốt");
    lan.taps("Sửa số liệu");
    lan.says("Một quyết định kỷ luật đã được hủy.");
    lan.taps("14");
    lan.says("0");
    lan.taps("Xem tất cả");
    lan.taps("Nộp");
    assert_eq!(
        stage.rows("SELECT reason FROM form_revisions WHERE revision = 2"),
        ["Một quyết định kỷ luật đã được hủy."]
    );
    looks(&above);
    above.sees("14.1 Số người bị kỷ luật: 3 (3/5 đơn vị)");
    let ana = stage.member("An", "A");
    ana.says("/nhatky");
    ana.sees("sửa số liệu sau khi kỳ đã chốt");
}

#[test]
fn no_sum_of_one_unit_can_be_reckoned_from_two_levels() {
    let units = format!("{UNITS}X,Cụm thi đua số 1,LD,cụm,\n");
    let units = units.replace("B,Công đoàn Sở Y tế,LD", "B,Công đoàn Sở Y tế,X");
    let units = units.replace("C,Công đoàn Sở Tài chính,LD", "C,Công đoàn Sở Tài chính,X");
    let units = units.replace("D,Công đoàn Sở Tư pháp,LD", "D,Công đoàn Sở Tư pháp,X");
    let stage = Stage::with_units(&units);
    let (above, cluster) = (stage.officer(), officer_of(&stage, "Cụm", "X"));
    for asks in [&above, &cluster] {
        asks.says("/tonghop");
        asks.taps("＋ Mở: Số liệu năm · Năm 2026");
        asks.taps("04/12/2026 (sau 14 ngày)");
    }
    for code in ["A", "B", "C", "D"] {
        hands_in(&officer_of(&stage, "Cán bộ", code), "20 10 5", "1");
    }
    // The province tells four units first; of the three in the cluster the fourth would follow.
    for (asks, sum) in [
        (&above, "14.1 Số người bị kỷ luật: 4 (4/5 đơn vị)"),
        (&cluster, ", 14.1: chưa đủ số đơn vị để nêu tổng"),
    ] {
        looks(asks);
        asks.taps("Chốt kỳ");
        asks.taps("Chốt, không mở lại");
        asks.sees(sum);
    }
}

#[test]
fn the_level_above_sees_small_numbers_nowhere() {
    let (stage, above) = opened();
    let lan = officer_of(&stage, "Lan", "A");
    hands_in(&lan, "50 28 19", "7");
    let unit = stage.unit("A");
    let id = stage.number("SELECT id FROM form_returns");
    for data in [
        format!("form:o:{unit}:sonam:y2026-01-01"),
        format!("form:s:{id}:16"),
        format!("form:a:{id}:1"),
        format!("form:s:{id}:16"),
        format!("form:l:{id}:16"),
    ] {
        above.forges(&data);
        above.sees_no(": 7");
        above.sees_no("· 7");
    }
    above.says("/sonam A");
    above.taps("❗ Số liệu năm · Năm 2026 · hạn 04/12/2026");
    above.taps("Xem tất cả");
    above.sees("14. Số người bị kỷ luật: đã ghi (chỉ cán bộ của đơn vị xem được)");
    lan.says("/sonam");
    lan.taps("❗ Số liệu năm · Năm 2026 · hạn 04/12/2026");
    lan.taps("Xem tất cả");
    lan.sees("14. Số người bị kỷ luật: 7");
}

/// The sheet as it is sent, row by row, with a change.
fn csv(rows: &[&str]) -> String {
    let campaign = testkit::stage::campaign();
    let form = campaign
        .form("sonam".parse().expect("a name"))
        .expect("a form");
    let names = form
        .fields()
        .map(|field| field.heading(nhip::types::Language::Vi));
    let names: Vec<String> = names.collect();
    format!(
        "TT;Mã đơn vị;Đơn vị;Kỳ;Trạng thái;{}\n{}\n",
        names.join(";"),
        rows.join("\n")
    )
}

/// A row with these answers in the first columns after the plan's.
fn row(code: &str, period: &str, answers: &str) -> String {
    format!("1;{code};Tên;{period};;;{answers}")
}

#[test]
fn a_sheet_for_units_without_the_bot_is_shown_and_taken_whole() {
    let (stage, above) = opened();
    let lan = officer_of(&stage, "Lan", "A");
    hands_in(&lan, "50 28 19", "0");
    looks(&above);
    above.taps("Nhập tệp cho đơn vị chưa dùng bot");
    let file = csv(&[
        &row("B", "Năm 2026", "40;20;8"),
        &row("C", "Năm 2026", "1.030;12;không có"),
    ]);
    above.sends_a_document("so-lieu.csv", file.as_bytes());
    above.sees("Trong tệp có 2 đơn vị mới nộp, 0 đơn vị thay đổi, 0 đơn vị giữ nguyên. Chưa có gì được nhập.");
    assert_eq!(
        stage.number("SELECT count(*) FROM form_returns WHERE revision > 0"),
        1
    );
    above.taps("Nhập");
    above.sees("Đã nhập số liệu của 2 đơn vị.");
    above.taps("Xem tổng hợp");
    above.sees("2.1 Tổng số người: 1.120 (3/5 đơn vị)");
    // The same again changes nothing; another number does, for what came from a file.
    above.taps("Nhập tệp cho đơn vị chưa dùng bot");
    above.sends_a_document("so-lieu.csv", file.as_bytes());
    above.sees("2 đơn vị trong tệp giống hệt");
    above.sends_a_document(
        "so-lieu.csv",
        csv(&[&row("B", "Năm 2026", "41;20;8")]).as_bytes(),
    );
    above.sees("0 đơn vị mới nộp, 1 đơn vị thay đổi");
    above.taps("Bỏ");
    above.sees("Đã bỏ tệp");
    // Where nobody is to be named, the cell that seems to is told before anything is taken.
    let campaign = testkit::stage::campaign();
    let at = campaign.forms()[0]
        .fields()
        .position(|field| field.id == "16.1");
    let words = format!(
        "{}Nguyễn Văn An ốm dài ngày",
        ";".repeat(at.expect("a field") - 1)
    );
    let file = csv(&[&row("B", "Năm 2026", &words)]);
    above.sends_a_document("so-lieu.csv", file.as_bytes());
    above.sees("1 đơn vị thay đổi");
    above.sees("Có vẻ có tên người ở ô");
    above.sees("2 “Nguyễn Văn An”");
}

#[test]
fn what_is_wrong_with_a_sheet_is_told_cell_by_cell_and_nothing_is_taken() {
    let (stage, above) = opened();
    hands_in(&officer_of(&stage, "Lan", "A"), "50 28 19", "0");
    looks(&above);
    above.taps("Nhập tệp cho đơn vị chưa dùng bot");
    let kept = stage.rows("SELECT return_id || field FROM form_answers");
    let file = csv(&[
        &row("A", "Năm 2026", "51;28;19"),
        &row("B", "Năm 2025", "40;20;8"),
        &row("C", "Năm 2026", "khoảng 30;;"),
        &row("C", "Năm 2026", "30;;"),
        &row("D", "Năm 2026", "20;28;"),
        &row("Z", "Năm 2026", "20;8;"),
        &row("", "Năm 2026", "160;76;27"),
        &row("Tổng cộng", "", "160;76;27"),
    ]);
    above.sends_a_document("so-lieu.csv", file.as_bytes());
    for sentence in [
        "Ô B2: Công đoàn Sở Nội vụ đã tự nộp trong bot, số trong tệp lại khác",
        "Ô D3: Dòng này ghi kỳ “Năm 2025”, còn kỳ đang mở là Năm 2026",
        "Ô G4: “khoảng 30” là số ước chừng",
        "Ô H6: Nữ (28) không thể nhiều hơn Tổng số người (20)",
        "Ô B7: “Z” không phải là mã của một đơn vị được yêu cầu",
        "Dòng 8: Dòng này không có mã đơn vị, hoặc là dòng tổng cộng",
        "Dòng 9: Dòng này không có mã đơn vị, hoặc là dòng tổng cộng",
    ] {
        above.sees(sentence);
    }
    let twice = csv(&[&row("C", "Năm 2026", "30;;"), &row("C", "Năm 2026", "31;;")]);
    above.sends_a_document("so-lieu.csv", twice.as_bytes());
    above.sees("Ô B3: Đơn vị C có hai dòng");
    // Last year's file, with a column inserted and a title above: columns are found by their names, the year is not.
    let last = csv(&[&row("C", "Năm 2025", "30;;")]).replace("Đơn vị;Kỳ", "Đơn vị;Ghi chú;Kỳ");
    let last = format!(
        "SỐ LIỆU NĂM\n{}",
        last.replace("Tên;Năm", "Tên;ghi chú;Năm")
    );
    above.sends_a_document("so-lieu.csv", last.as_bytes());
    above.sees("Ô E3: Dòng này ghi kỳ “Năm 2025”");
    above.sends_a_document("bao-cao.docx", b"PK\x03\x04?");
    above.sees("tệp bị hỏng hoặc chưa tải xong");
    assert_eq!(
        stage.rows("SELECT return_id || field FROM form_answers"),
        kept
    );
    // Who is no officer of the unit that asks sends a file to nobody.
    let ana = stage.member("An", "A");
    ana.sends_a_document("so-lieu.csv", file.as_bytes());
    ana.sees("Bot không nhận và không lưu");
    assert_eq!(OFFICER, above.user);
}

/// The newest file that the officer got.
fn sheet(stage: &Stage) -> Vec<u8> {
    let bytes = stage.post.borrow().newest_file.clone();
    if let Some(folder) = std::env::var_os("NHIP_FILES") {
        let path = std::path::Path::new(&folder).join("so-lieu.xlsx");
        std::fs::write(path, &bytes).expect("a folder");
    }
    bytes
}

#[test]
fn the_sheet_as_it_was_sent_comes_back_and_changes_nothing() {
    let (stage, above) = opened();
    let lan = officer_of(&stage, "Lan", "A");
    lan.says("/sonam");
    lan.taps("❗ Số liệu năm · Năm 2026 · hạn 04/12/2026");
    for answer in [
        "12/KH-CĐCS ngày 15/01/2026",
        "50 28 ?",
        "38",
        "12 480",
        "3 61",
    ] {
        lan.says(answer);
    }
    lan.says("20/02/2026");
    lan.says("14 12");
    lan.says("3 2 87,5");
    lan.says("0 12 12 0");
    lan.says("12; 5; 1; 1,25 triệu");
    lan.says("chưa xét");
    lan.taps("Xem tất cả");
    lan.taps("Nộp");
    looks(&above);
    above.taps("Bảng Excel");
    let bytes = sheet(&stage);
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).expect("a workbook");
    let sheets = calamine::Reader::worksheets(&mut book);
    let cells = sheets.iter().flat_map(|(_, range)| range.rows().flatten());
    let cells: Vec<String> = cells.map(ToString::to_string).collect();
    for sum in [
        "480 (1/5 đơn vị)",
        "bình quân 87,5% (1/5 đơn vị)",
        "Chưa xét (1/5 đơn vị)",
    ] {
        assert!(cells.iter().any(|cell| cell == sum), "{sum}: {cells:?}");
    }
    above.taps("Nhập tệp cho đơn vị chưa dùng bot");
    above.sends_a_document("so-lieu.xlsx", &bytes);
    above.sees("Không có gì để nhập: 1 đơn vị trong tệp giống hệt");
}

/// How long the largest period takes; `cargo test --release --test core two_thousand -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn what_a_period_of_two_thousand_units_costs() {
    let mut units =
        String::from("code,name,parent,kind,members\nLD,Liên đoàn Lao động tỉnh,,tỉnh,\n");
    for number in 0..2_000 {
        units.push_str(&format!(
            "U{number},Công đoàn cơ sở số {number},LD,cơ sở,40\n"
        ));
    }
    let stage = Stage::with_units(&units);
    let above = stage.officer();
    above.says("/tonghop");
    above.taps("＋ Mở: Số liệu năm · Năm 2026");
    above.taps("04/12/2026 (sau 14 ngày)");
    stage.tick();
    stage.sabotage(
        "INSERT INTO form_returns (form, span, ends_on, unit_id, revision)
         SELECT 'sonam', 'y2026-01-01', '2026-12-31', unit_id, 1 FROM form_asked",
    );
    for field in testkit::stage::campaign().forms()[0].fields() {
        stage.sabotage(&format!(
            "INSERT INTO form_answers (return_id, revision, field, number) SELECT id, 1, '{}', 12 FROM form_returns",
            field.id
        ));
    }
    let timed = |what: &str, act: &dyn Fn()| {
        let begin = std::time::Instant::now();
        act();
        println!("{what}: {} ms", begin.elapsed().as_millis());
    };
    above.says("/tonghop");
    timed("the period's screen", &|| {
        above.taps("Số liệu năm · Năm 2026")
    });
    above.sees("2.1 Tổng số người: 24.000 (2.000/2.000 đơn vị)");
    timed("the list of units", &|| above.taps("Danh sách đơn vị"));
    above.taps("Trở lại");
    let wanted = above.tapping("Bảng Excel");
    timed("the sheet, inside the transaction", &|| {
        stage.updates(std::slice::from_ref(&wanted))
    });
    timed("the sheet, when it leaves", &|| stage.deliver());
    above.taps("Chốt kỳ");
    timed("closing", &|| above.taps("Chốt, không mở lại"));
}

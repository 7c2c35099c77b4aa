//! A unit's yearly plan: from the frame to lines, to a draft for signing, to a plan that members read and officers answer for.

use std::rc::Rc;

use nhip::schedule::Cadence;
use testkit::stage::{Actor, Stage, UNITS, core};

use crate::forms::{document, officer_of};

/// Lan of the Department of Home Affairs begins next year's plan with the frame.
pub(crate) fn framed(stage: &Rc<Stage>) -> Actor {
    let lan = officer_of(stage, "Lan", "SNV");
    lan.says("/kehoach");
    lan.taps("Khung 6 nhiệm vụ");
    lan
}

/// Says that it is signed.
fn signed(lan: &Actor) {
    lan.taps("Đã ký: ghi số, ngày");
    lan.says("05/KH-CĐCS ngày 18/11/2026");
    lan.sees("số 05/KH-CĐCS ngày 18/11/2026");
}

fn lines(stage: &Stage) -> i64 {
    stage.number("SELECT count(*) FROM plan_lines WHERE used = 1")
}

#[test]
fn from_the_frame_to_a_signed_plan_that_members_read() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let minh = stage.member("Minh", "SYT");
    let lan = officer_of(&stage, "Lan", "SNV");
    lan.says("/kehoach");
    // In November the plan of the next year is what is written.
    lan.sees("Chưa có kế hoạch năm 2027");
    assert!(!lan.has_button("Chép năm trước"));
    lan.taps("Khung 6 nhiệm vụ");
    lan.sees("III.1. Tuyên truyền, giáo dục, nâng cao nhận thức: 4 việc");
    let count = lan.messages().len();
    lan.taps("III.4");
    lan.sees("1. Phối hợp tổ chức hội nghị cán bộ, công chức, viên chức");
    lan.sees("Phụ trách: Chủ tịch; phối hợp: Thủ trưởng cơ quan, Ban Chấp hành");
    lan.sees("Thời gian: 01/2027–03/2027 · Chỉ tiêu: 01 hội nghị (số hội nghị)");
    lan.taps("☑ 2. Kiểm tra việc thực hiện nghị quyết");
    assert!(lan.has_button("☐ 2. Kiểm tra việc thực hiện nghị quyết"));
    lan.taps("Tiếp tục");
    lan.sees("III.5.");
    lan.taps("Xem tất cả");
    lan.sees("III.4. Quy chế dân chủ, văn hóa công vụ: 3 việc");
    assert_eq!(lan.messages().len(), count, "one message, edited");
    // A draft is nobody's but the officers'.
    for member in [&ana, &minh] {
        member.says("/kehoach");
        member.sees("chưa ban hành kế hoạch năm");
    }
    ana.says("/viectrongnam");
    ana.sees_no("Kế hoạch năm");
    lan.taps("Bản nháp DOCX");
    let told = document(&stage);
    for words in [
        "Số: ………/KH-CĐCS",
        "KẾ HOẠCH",
        "CÔNG ĐOÀN SỞ NỘI VỤ",
        "sáng tạo” năm 2027",
        "Căn cứ Hướng dẫn số 09/HD-CDVC ngày 07/11/2017;",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "4. Quy chế dân chủ, văn hóa công vụ",
        "Người thực hiện",
        "III. TỔ CHỨC THỰC HIỆN",
        "TM. BAN CHẤP HÀNH",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert!(
        !told.contains("Kiểm tra việc thực hiện nghị quyết"),
        "switched off"
    );
    // Signed on paper; now number and day are typed.
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2027 · bản thảo");
    lan.taps("Đã ký: ghi số, ngày");
    for (typed, sentence) in [
        ("đã ký rồi", "chưa đủ số và ngày"),
        ("05/KH-CĐCS ngày 40/11/2026", "chưa phải là một ngày"),
        ("05/KH-CĐCS ngày 10/01/2027", "Ngày này chưa đến"),
    ] {
        lan.says(typed);
        lan.sees(sentence);
        assert_eq!(
            stage.number("SELECT count(*) FROM plans WHERE current = 1"),
            0
        );
    }
    lan.says("Số: 05/KH-CĐCS, ngày 18/11/2026");
    lan.sees("số 05/KH-CĐCS ngày 18/11/2026");
    lan.sees("Đoàn viên của đơn vị và các đơn vị bên dưới xem bằng /kehoach");
    assert_eq!(lines(&stage), 17);
    ana.says("/viectrongnam");
    ana.taps("Kế hoạch năm");
    ana.sees("Công đoàn Sở Nội vụ · số 05/KH-CĐCS ngày 18/11/2026");
    ana.taps("III.4");
    ana.sees("1. Phối hợp tổ chức hội nghị");
    ana.sees("→ chưa đến hạn");
    ana.says("/nhatky");
    ana.sees("ban hành kế hoạch năm của đơn vị");
    minh.says("/kehoach");
    minh.sees("chưa ban hành kế hoạch năm");
}

#[test]
fn a_line_is_written_part_by_part_and_nobody_is_named() {
    let stage = Stage::new();
    let lan = framed(&stage);
    let before = lines(&stage);
    lan.taps("III.3");
    lan.taps("＋ Thêm việc");
    lan.sees("Việc gì?");
    lan.says("Đồng chí Minh mở lớp");
    lan.sees("“Đồng chí Minh” có vẻ là tên người");
    lan.says("Mở lớp kỹ năng soạn thảo văn bản");
    lan.sees("Chức danh nào phụ trách?");
    assert_eq!(lines(&stage), before, "not before somebody leads");
    lan.says("Nguyễn Văn Minh");
    lan.sees("“Nguyễn Văn Minh” có vẻ là tên người. Kế hoạch chỉ ghi chức danh");
    lan.says("Phó Chủ tịch Nguyễn Văn Minh");
    lan.sees("Bot chỉ giữ chức danh, đã bỏ tên người");
    lan.sees("Phụ trách: Phó Chủ tịch");
    lan.taps("☐ Chủ tịch");
    lan.sees("Phụ trách: Phó Chủ tịch, Chủ tịch");
    lan.taps("Tiếp tục");
    lan.says("ubkt");
    lan.sees("Làm khi nào?");
    lan.says("quý 9");
    lan.sees("“quý 9” chưa đọc được thành tháng");
    lan.says("Quý II-III");
    lan.sees("Thời gian: 04/2027–09/2027");
    lan.says("số lớp");
    lan.says("02 lớp");
    lan.sees("Phụ trách: Phó Chủ tịch, Chủ tịch; phối hợp: Ủy ban Kiểm tra");
    lan.sees("Chỉ tiêu: 02 lớp (số lớp)");
    assert_eq!(lines(&stage), before + 1);
    lan.taps("Nội dung");
    lan.says("Mở lớp kỹ năng số");
    lan.taps("Xem cả việc");
    lan.taps("Bỏ khỏi kế hoạch");
    assert_eq!(lines(&stage), before);
    // A letter is an answer to the quiz, a day later nothing is.
    lan.taps("Sửa");
    lan.taps("Chỉ tiêu");
    lan.says("b");
    lan.sees_no("Chỉ tiêu: b");
    stage.at("2026-11-21 09:00");
    lan.says("99 lớp");
    lan.sees("Bot không đọc tin nhắn tự do");
    let all = stage
        .rows("SELECT content || lead FROM plan_lines")
        .concat();
    assert!(!all.contains("Minh"), "{all}");
}

#[test]
fn a_school_begins_in_its_own_month_and_plans_do_not_overlap() {
    let stage = Stage::with_core(core(Cadence::default()).with_year_start(9), UNITS);
    let lan = officer_of(&stage, "Lan", "SNV");
    lan.says("/kehoach");
    lan.sees("Chưa có kế hoạch từ 09/2026 đến 08/2027");
    lan.taps("Bắt đầu từ tháng khác");
    lan.taps("08/2026");
    lan.sees("từ 08/2026 đến 07/2027");
    lan.taps("Khung 6 nhiệm vụ");
    lan.taps("III.1");
    lan.sees("Thời gian: 08/2026–07/2027");
    lan.sees("Thời gian: 07/2027 ·");
    let snv = stage.unit("SNV");
    lan.forges(&format!("plan:f:{snv}:2027-01"));
    assert!(
        lan.toast().contains("trùng với một kế hoạch khác"),
        "{}",
        lan.toast()
    );
    lan.forges(&format!("plan:f:{snv}:2030-01"));
    assert_eq!(stage.number("SELECT count(*) FROM plans"), 1);
    lan.taps("Xem tất cả");
    lan.taps("Bỏ bản thảo");
    lan.sees("các việc đã ghi trong bản thảo mất hẳn");
    lan.taps("Bỏ hẳn bản thảo");
    assert_eq!(stage.number("SELECT count(*) FROM plan_lines"), 0);
}

#[test]
fn forged_and_foreign_buttons_get_nothing() {
    let stage = Stage::new();
    let lan = framed(&stage);
    let minh = officer_of(&stage, "Minh", "SYT");
    let ana = stage.member("An", "VP");
    let (plan, line) = (
        stage.number("SELECT id FROM plans"),
        stage.number("SELECT min(id) FROM plan_lines"),
    );
    let kept = || stage.dump(&["outbox", "updates", "dialogs"]);
    let before = kept();
    let snv = stage.unit("SNV");
    for data in [
        format!("plan:s:{plan}"),
        format!("plan:w:{line}"),
        format!("plan:p:{line}:1:0"),
        format!("plan:o:{plan}"),
        format!("plan:k:{plan}"),
        format!("plan:x:{plan}"),
        format!("plan:u:{snv}"),
        format!("plan:z:{snv}:0"),
        format!("plan:zr:{snv}"),
        format!("plan:f:{snv}:2027-01"),
        format!("plan:h1:{line}"),
        format!("plan:q:{plan}"),
        "plan:s:999".to_owned(),
        "plan:t+:999".to_owned(),
    ] {
        minh.forges(&data);
        ana.forges(&data);
        assert!(minh.messages().is_empty(), "{data}");
        ana.sees_no("Gửi nội dung sinh hoạt");
    }
    // What belongs to an issued plan is nothing of a draft.
    for data in [
        format!("plan:h1:{line}"),
        format!("plan:v:{plan}"),
        format!("plan:r:{plan}"),
        format!("plan:g:{plan}"),
        format!("plan:p:{line}:0:0"),
        format!("plan:p:{line}:1:99"),
    ] {
        lan.forges(&data);
    }
    assert_eq!(kept(), before);
}

/// The newest file; to be looked at if somebody asks for files.
fn newest(stage: &Stage, name: &str) -> Vec<u8> {
    let bytes = stage.post.borrow().newest_file.clone();
    if let Some(folder) = std::env::var_os("NHIP_FILES") {
        std::fs::write(std::path::Path::new(&folder).join(name), &bytes).expect("a folder");
    }
    bytes
}

/// Lan begins the plan of the year that runs.
pub(crate) fn of_this_year(stage: &Rc<Stage>) -> Actor {
    let lan = officer_of(stage, "Lan", "SNV");
    lan.says("/kehoach");
    lan.taps("Bắt đầu từ tháng khác");
    lan.taps("01/2026");
    lan
}

/// The plan that she has begun is these rows of a sheet, and signed.
pub(crate) fn filed(lan: &Actor, rows: &[&str]) {
    lan.taps("Gửi tệp XLSX");
    lan.sends_a_document("ke-hoach.csv", &csv(rows));
    lan.taps("Nhập");
    signed(lan);
}

/// The sheet of a plan, with these rows below its headings.
pub(crate) fn csv(rows: &[&str]) -> Vec<u8> {
    let head =
        "TT;Nhiệm vụ;Nội dung;Phụ trách;Phối hợp;Bắt đầu;Hoàn thành;Cách đo;Chỉ tiêu;Ghi chú";
    format!("{head}\n{}\n", rows.join("\n")).into_bytes()
}

/// Lan begins a plan with a file.
fn filing(stage: &Rc<Stage>) -> Actor {
    let lan = officer_of(stage, "Lan", "SNV");
    lan.says("/kehoach");
    lan.taps("Gửi tệp XLSX");
    lan.sees("Xin gửi tệp Excel");
    lan
}

#[test]
fn a_sheet_is_shown_first_taken_whole_and_changes_nothing_twice() {
    let stage = Stage::new();
    let lan = filing(&stage);
    let rows = [
        "1;III.1;Sinh hoạt chuyên đề;Chủ tịch;BCH;Quý I;;số buổi;01 lần/quý;",
        ";;Tuyên truyền Ngày 28/7;Phó Chủ tịch Nguyễn Văn An;;T6-T7;;;;",
        ";III.4;Hội nghị cán bộ, công chức, viên chức;Thủ trưởng;;1/2027;trước 20/3;;100%;",
        ";;III.6. Kiểm tra;;;;;;;",
        ";;Tự kiểm tra;UBKT;;cả năm;;;≥95%;",
    ];
    lan.sends_a_document("ke-hoach.csv", &csv(&rows));
    lan.sees("4 việc mới, 0 việc thay đổi");
    lan.sees("Ô D3 có tên người bên cạnh chức danh");
    assert_eq!(lines(&stage), 0, "shown, not taken");
    lan.taps("Nhập");
    lan.sees("III.1. Tuyên truyền, giáo dục, nâng cao nhận thức: 2 việc");
    lan.sees("III.6. Kiểm tra, đánh giá, biểu dương, khen thưởng: 1 việc");
    let kept = stage.rows("SELECT task || content || lead || support || first || last || target FROM plan_lines ORDER BY id");
    assert_eq!(
        kept,
        [
            "1Sinh hoạt chuyên đềchaircommittee2027-012027-0301 lần/quý",
            "1Tuyên truyền Ngày 28/7deputy2027-062027-07",
            "4Hội nghị cán bộ, công chức, viên chứchead2027-012027-03100%",
            "6Tự kiểm traaudit2027-012027-12≥95%",
        ]
    );
    // The same once more changes nothing.
    lan.taps("Gửi tệp XLSX");
    lan.sends_a_document("ke-hoach.csv", &csv(&rows));
    lan.sees("Không có gì để nhập: 4 việc trong tệp giống hệt bản thảo");
    // Our own sheet comes back as it went out.
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2027");
    lan.taps("Bảng tính XLSX");
    let own = newest(&stage, "ke-hoach.xlsx");
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2027");
    lan.taps("Gửi tệp XLSX");
    lan.sends_a_document("ke-hoach.xlsx", &own);
    lan.sees("4 việc trong tệp giống hệt bản thảo");
    // One row less and another target.
    let fewer = [
        "1;III.1;Sinh hoạt chuyên đề;Chủ tịch;BCH;Quý I;;số buổi;02 lần/quý;",
        ";III.6;Tự kiểm tra;UBKT;;cả năm;;;≥95%;",
    ];
    lan.sends_a_document("ke-hoach.csv", &csv(&fewer));
    lan.sees("0 việc mới, 1 việc thay đổi, 2 việc trong bản thảo không có trong tệp (sẽ bỏ), 1 việc giữ nguyên");
    lan.taps("Bỏ");
    assert_eq!(lines(&stage), 4);
    lan.sends_a_document("ke-hoach.csv", &csv(&fewer));
    lan.taps("Nhập");
    assert_eq!(lines(&stage), 2);
    let all = stage.dump(&["outbox", "updates"]);
    assert!(!all.contains("Nguyễn Văn An"), "no name is kept");
}

#[test]
fn what_is_wrong_with_a_sheet_is_told_cell_by_cell_and_nothing_is_taken() {
    let stage = Stage::new();
    let lan = filing(&stage);
    let rows = [
        ";;Việc không rõ nhiệm vụ;Chủ tịch;;1/2027;;;;",
        ";III.7;Sai nhiệm vụ;Chủ tịch;;1/2027;;;;",
        ";III.1;Ai làm;Nguyễn Văn An;;1/2027;;;;",
        ";;Bao giờ làm;Chủ tịch;;khi có điều kiện;;;;",
        ";;Năm trước;Chủ tịch;;9/2025;;;;",
        ";;Không có ai;;;1/2027;;;;",
        ";;Không có tháng;Chủ tịch;;;;;;",
        ";;Ngược;Chủ tịch;;9/2027;3/2027;;;",
        ";;Đi;Chủ tịch;;1/2027;;;;",
        ";;Hai lần;Chủ tịch;;1/2027;;;;",
        ";;Hai lần;Chủ tịch;;1/2027;;;;",
        ";;Ngày;phòng hành chính;;1/2027;;;;",
    ];
    lan.sends_a_document("ke-hoach.csv", &csv(&rows));
    for sentence in [
        "Ô B2: Chưa rõ việc này thuộc nhiệm vụ nào",
        "Ô B3: “III.7” không phải là một nhiệm vụ",
        "Ô D4: “Nguyễn Văn An” có vẻ là tên người",
        "Ô F5: “khi có điều kiện” chưa đọc được thành tháng",
        "Ô F6: “9/2025” nằm ngoài kế hoạch, từ 01/2027 đến 12/2027. Có thể đây là tệp của năm khác",
        "Ô D7: Dòng này chưa có chức danh phụ trách",
        "Ô F8: Dòng này chưa có thời gian",
        "Ô G9: Hoàn thành (03/2027) trước khi bắt đầu (09/2027)",
        "Ô C10: Xin ghi ít nhất 5 ký tự",
        "Ô C12: “Hai lần” có hai dòng",
        "Ô D13: “phòng hành chính” không có trong danh sách chức danh",
    ] {
        lan.sees(sentence);
    }
    // Sixty lines copied from the unit above.
    let sixty: Vec<String> = (1..=60)
        .map(|line| format!(";III.1;Việc số {line};Chủ tịch;;1/2027;;;;"))
        .collect();
    let sixty: Vec<&str> = sixty.iter().map(String::as_str).collect();
    lan.sends_a_document("ke-hoach.csv", &csv(&sixty));
    lan.sees("Tệp có 60 việc; kế hoạch của một đơn vị có tối đa 40 việc");
    // Letters of fonts from before Unicode, two rows of headings, Word, PDF.
    lan.sends_a_document(
        "ke-hoach.csv",
        &csv(&[";III.1;Sinh ho¹t chuyªn ®Ò;Chñ tÞch;;1/2027;;;;"]),
    );
    lan.sees("Ô C2");
    let split = "Nhiệm vụ;Nội dung;Phụ trách;Phối hợp;Thời gian;;Cách đo;Chỉ tiêu\n;;;;Bắt đầu;Hoàn thành;;\nIII.1;Việc một;Chủ tịch;;1/2027;;;";
    lan.sends_a_document("ke-hoach.csv", split.as_bytes());
    lan.sees("Tệp chưa nhập được");
    lan.sends_a_document("ke-hoach.docx", b"PK\x03\x04?");
    lan.sees("tệp bị hỏng hoặc chưa tải xong");
    lan.sends_a_document("ke-hoach.pdf", b"%PDF-1.7 ...");
    lan.sees("Tệp chưa nhập được");
    assert_eq!(stage.number("SELECT count(*) FROM plan_lines"), 0);
}

/// A plan of the year that runs, issued in the middle of November; three lines are long due.
fn running(stage: &Rc<Stage>) -> Actor {
    let lan = of_this_year(stage);
    let rows = [
        "1;III.1;Sinh hoạt chuyên đề;Tổ trưởng;;cả năm;;số buổi;01 buổi/quý;",
        "2;III.3;Mở lớp kỹ năng số;Phó Chủ tịch;;Quý III;;;;",
        "3;III.4;Tổ chức hội nghị;Chủ tịch;;Quý I;;;;",
        "4;III.6;Tự kiểm tra;UBKT;;T10-T11;;;;",
        "5;III.6;Tổng kết;Chủ tịch;;12/2026;;;;",
    ];
    filed(&lan, &rows);
    lan
}

#[test]
fn the_digest_asks_about_what_is_due_and_each_line_is_a_tap() {
    let stage = Stage::new();
    let lan = running(&stage);
    let ana = stage.member("An", "VP");
    stage.at("2026-11-25 11:40");
    lan.sees("Việc đến kỳ, tháng 11/2026");
    lan.sees("Công đoàn Sở Nội vụ: kế hoạch năm có 3 việc đến kỳ, trong đó 2 việc trễ.");
    ana.sees_no("Việc đến kỳ");
    lan.taps("Cập nhật kế hoạch năm");
    let count = lan.messages().len();
    lan.sees("Mở lớp kỹ năng số");
    lan.sees("→ trễ hạn");
    lan.taps("Lùi tháng");
    assert!(
        !lan.has_button("10/2026"),
        "what has gone by is not offered"
    );
    lan.taps("12/2026");
    lan.sees("Tổ chức hội nghị");
    lan.taps("Xong");
    lan.sees("Tự kiểm tra");
    lan.taps("Đang làm");
    lan.sees("III.3. Đào tạo, bồi dưỡng: xong 0/1 việc");
    lan.sees("III.4. Quy chế dân chủ, văn hóa công vụ: xong 1/1 việc");
    assert_eq!(lan.messages().len(), count, "one message, edited");
    // What is done is not asked again; what is being done is, a month later.
    // The word that the quarter ends comes before.
    stage.at("2026-12-22 11:40");
    stage.at("2026-12-25 11:40");
    lan.sees("kế hoạch năm có 4 việc đến kỳ, trong đó 1 việc trễ.");
    lan.taps("Cập nhật kế hoạch năm");
    lan.sees("Chỉ tiêu: 01 buổi/quý");
    lan.says("khoảng 3");
    lan.sees("“khoảng 3” chưa đọc được thành số");
    lan.says("3");
    lan.sees("Mở lớp kỹ năng số");
    lan.taps("Bỏ – vì");
    lan.says("đã rồi");
    lan.sees("Lý do hơi ngắn");
    lan.says("Đồng chí Minh nghỉ thai sản nên chưa mở được.");
    lan.sees("“Đồng chí Minh” có vẻ là tên người");
    lan.says("Kinh phí chuyển sang năm sau.");
    lan.sees("Tự kiểm tra");
    lan.taps("Để sau");
    lan.sees("Tổng kết");
    lan.taps("Xem tất cả");
    lan.taps("III.1");
    lan.sees("→ đang làm; đạt 3/4");
    lan.taps("1. Sinh hoạt chuyên đề");
    lan.says("4");
    ana.says("/kehoach");
    ana.sees("III.1. Tuyên truyền, giáo dục, nâng cao nhận thức: xong 1/1 việc");
    ana.taps("III.3");
    ana.sees("→ không làm nữa; vì: Kinh phí chuyển sang năm sau.");
    assert_eq!(
        stage.rows("SELECT state FROM plan_lines ORDER BY number"),
        ["done", "dropped", "done", "doing", "open"]
    );
}

#[test]
fn the_month_page_has_last_month_beside_this_one() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.taps("Cập nhật việc đến kỳ");
    lan.taps("Xong");
    stage.at("2026-12-03 09:00");
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Tháng trước / tháng này (DOCX)");
    let told = document(&stage);
    for words in [
        "Tiến độ kế hoạch: việc tháng 11/2026, việc tháng 12/2026",
        "Thực hiện Kế hoạch số 05/KH-CĐCS ngày 18/11/2026.",
        "I. VIỆC THÁNG 11/2026",
        "Tự kiểm tra",
        "trễ hạn",
        "II. VIỆC THÁNG 12/2026",
        "Tổng kết",
        "III. KIẾN NGHỊ",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
}

#[test]
fn lines_that_the_bot_can_count_fill_themselves() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    lan.says("/kehoach");
    lan.taps("Bắt đầu từ tháng khác");
    lan.taps("01/2026");
    lan.taps("Khung 6 nhiệm vụ");
    signed(&lan);
    lan.taps("III.1");
    lan.sees("→ chưa đến hạn");
    assert!(
        !lan.has_button("1. Gửi nội dung sinh hoạt hằng tuần"),
        "nobody is asked"
    );
    stage.at("2026-11-23 09:00");
    stage.at("2026-11-30 09:00");
    stage.at("2026-12-07 09:00");
    // The digest counts anew, and whoever reads sees it.
    stage.at("2026-12-25 11:40");
    let ana = stage.member("An", "VP");
    ana.says("/kehoach");
    ana.taps("III.1");
    ana.sees("→ đang làm; đạt 3/40");
    let line = stage.number("SELECT id FROM plan_lines WHERE counted = 'rounds'");
    lan.forges(&format!("plan:h1:{line}"));
    assert_eq!(
        stage.rows("SELECT state || result FROM plan_lines WHERE counted = 'rounds'"),
        ["doing3"]
    );
}

#[test]
fn a_changed_plan_is_a_new_version_with_a_reason_and_keeps_what_was_done() {
    let stage = Stage::new();
    let lan = running(&stage);
    let ana = stage.member("An", "VP");
    lan.taps("Cập nhật việc đến kỳ");
    lan.taps("Xong");
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Sửa kế hoạch");
    lan.says("ngắn");
    lan.sees("Lý do hơi ngắn");
    lan.says("Thêm một buổi sinh hoạt theo chỉ đạo của cấp trên.");
    lan.sees("bản thảo sửa đổi (bản 2)");
    lan.sees("Lý do sửa: Thêm một buổi sinh hoạt");
    lan.taps("III.6");
    lan.taps("☑ 2. Tổng kết");
    // Until it is signed the present version counts, and can be answered for.
    ana.says("/kehoach");
    ana.sees("số 05/KH-CĐCS ngày 18/11/2026");
    ana.sees("III.6. Kiểm tra, đánh giá, biểu dương, khen thưởng: xong 0/2 việc");
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026 · bản thảo");
    lan.taps("Đã ký: ghi số, ngày");
    lan.says("07/KH-CĐCS ngày 20/11/2026");
    lan.sees("số 07/KH-CĐCS ngày 20/11/2026 (bản 2)");
    ana.taps("III.6");
    ana.sees("số 07/KH-CĐCS");
    ana.sees("xong 0/1 việc");
    ana.says("/nhatky");
    ana.sees("sửa kế hoạch năm đã ban hành, có lý do");
    assert_eq!(
        stage.rows("SELECT l.content FROM plan_lines AS l JOIN plans AS p ON p.id = l.plan_id WHERE p.current = 1 AND l.state = 'done'"),
        ["Mở lớp kỹ năng số"]
    );
    assert_eq!(
        stage.number("SELECT count(*) FROM plans WHERE current = 1"),
        1
    );
    // The next year begins with this one's lines, what was done and what was not.
    stage.at("2026-12-20 09:00");
    lan.says("/kehoach");
    lan.taps("＋ Lập kế hoạch năm 2027");
    lan.taps("Chép năm trước");
    lan.taps("III.3");
    lan.sees("Mở lớp kỹ năng số");
    lan.sees("Thời gian: 07/2027–09/2027");
}

#[test]
fn the_level_above_sees_a_row_a_unit_and_reminds_officers_only() {
    let stage = Stage::new();
    let lan = running(&stage);
    let minh = officer_of(&stage, "Minh", "SYT");
    let ana = stage.member("An", "VP");
    let above = stage.officer();
    above.says("/kehoach");
    above.taps("Kế hoạch của các đơn vị bên dưới");
    above.sees("Đã ban hành 1/2 đơn vị · có việc trễ 1 đơn vị");
    above.sees("Công đoàn Sở Nội vụ: số 05/KH-CĐCS ngày 18/11/2026; xong 0, còn 5 (trễ 2); chưa cập nhật lần nào");
    above.sees("Công đoàn Sở Y tế: chưa có kế hoạch");
    let before = [
        lan.messages().len(),
        minh.messages().len(),
        ana.messages().len(),
    ];
    above.taps("Nhắc đơn vị chưa có, còn trễ");
    stage.tick();
    stage.deliver();
    minh.sees("Liên đoàn Lao động tỉnh nhắc: Công đoàn Sở Y tế chưa có kế hoạch năm");
    lan.sees("Liên đoàn Lao động tỉnh nhắc");
    assert_eq!(ana.messages().len(), before[2], "no member hears of it");
    above.taps("Nhắc đơn vị chưa có, còn trễ");
    assert!(
        above.toast().contains("trong hai tuần qua"),
        "{}",
        above.toast()
    );
    stage.tick();
    stage.deliver();
    assert_eq!(lan.messages().len(), before[0] + 1, "once");
    minh.taps("Kế hoạch năm");
    minh.sees("Chưa có kế hoạch");
    above.taps("Bảng Excel");
    let bytes = newest(&stage, "cac-don-vi.xlsx");
    let book = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes));
    let mut book: calamine::Xlsx<_> = book.expect("a workbook");
    let range = calamine::Reader::worksheet_range(&mut book, "Số liệu").expect("the sheet");
    let rows: Vec<String> = range
        .rows()
        .map(|cells| {
            cells
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("|")
        })
        .collect();
    assert_eq!(
        rows,
        [
            "TT|Mã đơn vị|Đơn vị|Kỳ|Trạng thái|Số kế hoạch|Ngày ban hành|Tổng số việc|Đã xong|Còn lại|Trễ|Không làm nữa|Cập nhật gần nhất",
            "1|SNV|Công đoàn Sở Nội vụ|11/2026|đã ban hành|05/KH-CĐCS|18/11/2026|5|0|5|2|0|",
            "2|SYT|Công đoàn Sở Y tế|11/2026|chưa có kế hoạch||||||||",
        ]
    );
}

#[test]
fn the_inspection_has_the_plans_lines_and_the_report_its_number() {
    let stage = Stage::new();
    let lan = running(&stage);
    lan.taps("Cập nhật việc đến kỳ");
    lan.taps("Xong");
    lan.taps("Bỏ – vì");
    lan.says("Hội nghị ghép với năm sau.");
    stage.at("2026-11-23 09:00");
    for person in stage.members(6, "VP") {
        person.finishes_the_quiz(3);
    }
    stage.at("2026-11-30 09:00");
    lan.says("/sonam");
    lan.taps("Số liệu năm · Năm 2026");
    lan.sees("Bot biết: kế hoạch số 05/KH-CĐCS ngày 18/11/2026");
    lan.says("/baocao năm 2026");
    lan.taps("Biên bản kiểm tra");
    let told = document(&stage);
    for words in [
        "Các việc trong kế hoạch năm",
        "Mở lớp kỹ năng số",
        "đã xong",
        "Tổ chức hội nghị",
        "không làm nữa",
        "Hội nghị ghép với năm sau.",
        "Kế hoạch năm: số 05/KH-CĐCS ngày 18/11/2026",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    lan.says("/baocao năm 2026");
    lan.taps("Dự thảo báo cáo");
    let told = document(&stage);
    assert!(
        told.contains("đã có kế hoạch: số 05/KH-CĐCS ngày 18/11/2026"),
        "{told}"
    );
}

#[test]
fn the_group_gets_a_card_and_a_plan_is_forgotten_in_time() {
    let stage = Stage::new();
    let lan = running(&stage);
    assert!(!lan.has_button("Đăng thẻ vào nhóm"));
    let group = stage.group(-100);
    group.hears(&stage.officer(), "/lienket SNV");
    lan.says("/kehoach");
    lan.taps("Kế hoạch năm 2026");
    lan.taps("Đăng thẻ vào nhóm");
    group.sees("Kế hoạch năm 2026 · Công đoàn Sở Nội vụ");
    group.sees("Đã ban hành: số 05/KH-CĐCS ngày 18/11/2026. Sáu nhiệm vụ, 5 việc.");
    stage.at("2029-12-31 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM plan_lines"), 5);
    stage.at("2030-01-01 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM plans"), 0);
}

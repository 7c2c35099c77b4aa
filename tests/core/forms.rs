//! A unit's figures: asked in one message, typed as people type, handed in, changed, and filled into the report.

use std::path::Path;
use std::rc::Rc;

use nhip::campaign::Campaign;
use nhip::core::Core;
use nhip::schedule::Cadence;
use nhip::text::{Texts, Words};
use testkit::stage::{Actor, OFFICER, Stage, UNITS, core};

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
    lan.sees("Bot biết: tổng số người theo khai báo là 50");
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
    lan.sees("Còn 36 ô chưa ghi. Vẫn nộp được");
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
    assert_eq!(
        stage.number("SELECT number FROM form_answers WHERE field = '2.1' AND revision = 1"),
        50
    );
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
    lan.sees("Bot không đọc tin nhắn tự do");
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
    let (lan, minh) = (
        officer_of(&stage, "Lan", "SNV"),
        officer_of(&stage, "Minh", "SYT"),
    );
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
    for data in [
        format!("form:p:{id}:1:9"),
        format!("form:z:{id}:0"),
        format!("form:l:{id}:99"),
    ] {
        lan.forges(&data);
    }
    assert_eq!(stage.dump(&["outbox", "updates", "dialogs"]), kept);
    let ana = stage.member("An", "SNV");
    ana.says("/sonam");
    ana.sees("Lệnh này dành cho cán bộ công đoàn");
}

/// The texts of the newest document, in order.
pub fn document(stage: &Stage) -> String {
    fn texts(json: &serde_json::Value, found: &mut Vec<String>) {
        match json {
            serde_json::Value::Object(map) => {
                if let Some(serde_json::Value::String(text)) = map.get("text") {
                    found.push(text.clone());
                }
                map.values().for_each(|value| texts(value, found));
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
            _ => {}
        }
    }
    let bytes = stage.post.borrow().newest_file.clone();
    if let Some(folder) = std::env::var_os("NHIP_FILES") {
        std::fs::write(
            Path::new(&folder).join(format!("bao-cao-{}.docx", bytes.len())),
            &bytes,
        )
        .expect("a folder");
    }
    let json = docx_rs::read_docx(&bytes).expect("a document").json();
    let mut found = Vec::new();
    texts(&serde_json::from_str(&json).expect("JSON"), &mut found);
    found.join("\n")
}

/// The rows of a sheet of the newest workbook.
fn sheet_named(stage: &Stage, name: &str) -> Vec<String> {
    let bytes = stage.post.borrow().newest_file.clone();
    if let Some(folder) = std::env::var_os("NHIP_FILES") {
        std::fs::write(Path::new(&folder).join("bao-cao.xlsx"), &bytes).expect("a folder");
    }
    let book = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes));
    let mut book: calamine::Xlsx<_> = book.expect("a workbook");
    let range = calamine::Reader::worksheet_range(&mut book, name).expect("the sheet");
    let row = |cells: &[calamine::Data]| {
        let cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
        cells.join("|")
    };
    range.rows().map(row).collect()
}

#[test]
fn what_was_handed_in_fills_the_draft_report_of_its_period() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    for person in stage.members(6, "VP") {
        person.finishes_the_quiz(3);
    }
    stage.at("2026-11-30 09:00");
    let lan = officer_of(&stage, "Lan", "SNV");
    opens(&lan);
    for answer in [
        "12/KH-CĐCS ngày 15/01/2026",
        "50 28 19",
        "38",
        "12 480",
        "3 61",
    ] {
        lan.says(answer);
    }
    lan.sees("6. Hội nghị");
    lan.says("20/02/2026");
    lan.says("14 12");
    lan.says("3 2 87,5");
    lan.says("0 12 12 0");
    lan.says("12; 5; 1; 1,5 tỷ");
    lan.says("đạt");
    lan.says("96,4");
    lan.says("8 40 2 0");
    lan.taps("Xem tất cả");
    lan.taps("14");
    lan.says("1");
    lan.says("2 5 1 3");
    lan.says("Sinh hoạt chuyên đề chưa đều.");
    lan.taps("Bỏ qua");
    lan.says("Cấp trên hướng dẫn sớm kế hoạch quý.");
    lan.taps("Nộp");
    lan.says("/baocao năm 2026");
    lan.taps("Dự thảo báo cáo");
    let told = document(&stage);
    for words in [
        "Tổng số người: 50; Nữ: 28; Đảng viên: 19",
        "đã có kế hoạch: 12/KH-CĐCS ngày 15/01/2026",
        "Số người đăng ký tham gia Cuộc vận động: 38.",
        "Số buổi tuyên truyền: 12",
        "Tỷ lệ hài lòng: 87,5%",
        "Giá trị làm lợi: 1.500 triệu đồng",
        "Cơ quan đạt chuẩn văn hóa: Đạt",
        "Số người bị kỷ luật: 1",
        "Cá nhân được khen, cấp trên: 3",
        "1. Hạn chế, nguyên nhân: Sinh hoạt chuyên đề chưa đều.",
        "3. Kiến nghị, đề xuất: Cấp trên hướng dẫn sớm kế hoạch quý.",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    lan.says("/baocao năm 2026");
    lan.taps("Bảng tính");
    let evidence = sheet_named(&stage, "Minh chứng");
    for row in [
        "5|Đã trả lời câu hỏi|6/6|bot tổng hợp|Năm 2026|31/12/2026|",
        "9|Tỷ lệ hài lòng|87,5%|cán bộ khai|Năm 2026|30/11/2026|",
    ] {
        assert!(evidence.contains(&row.to_owned()), "{row}\n{evidence:#?}");
    }
    // The officer above gets the unit's draft without what is told as a sum only.
    let above = stage.officer();
    above.says("/baocao SNV năm 2026");
    above.taps("Dự thảo báo cáo");
    let told = document(&stage);
    assert!(told.contains("Số buổi tuyên truyền: 12"), "{told}");
    assert!(
        !told.contains("Số người bị kỷ luật:") && !told.contains("Quà tặng nộp lại"),
        "{told}"
    );
    // Of another period there is nothing: the blanks stay.
    lan.says("/baocao quý 4");
    lan.taps("Dự thảo báo cáo");
    assert!(!document(&stage).contains("Số buổi tuyên truyền: 12"));
}

/// The form of `messages/README.md`, with the name of its file.
fn example() -> (String, String) {
    let page = std::fs::read_to_string("messages/README.md").expect("the page");
    let (_, rest) = page.split_once("Ví dụ này là tệp `").expect("its name");
    let (name, rest) = rest.split_once("`:").expect("its name");
    let (_, rest) = rest.split_once("```yaml\n").expect("a form");
    let (form, _) = rest.split_once("```").expect("its end");
    (name.to_owned(), form.to_owned())
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).expect("a copy");
        }
    }
}

#[test]
fn an_organisation_adds_a_form_of_its_own_as_the_page_says() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(Path::new("messages"), folder.path());
    let (name, form) = example();
    std::fs::write(folder.path().join(name), form).expect("the form");
    let campaign = Campaign::load(folder.path()).unwrap_or_else(|faults| panic!("{faults}"));
    let texts = Texts::built_in(&Words::default()).expect("sound texts");
    let rules = testkit::parts::rules(&[OFFICER], Cadence::default());
    let stage = Stage::with_core(Core::new(texts, campaign, rules), UNITS);
    let above = stage.officer();
    above.says("/tonghop");
    above.taps("＋ Mở: Khảo sát bếp ăn · Quý IV năm 2026");
    above.sees("mở cho 2 đơn vị");
    above.taps("27/11/2026 (sau 7 ngày)");
    let lan = officer_of(&stage, "Lan", "SNV");
    lan.says("/sonam");
    lan.taps("❗ Khảo sát bếp ăn · Quý IV năm 2026 · hạn 27/11/2026");
    lan.says("2 1.150");
    lan.says("25.000 đồng; 87,5");
    lan.says("không có");
    lan.says("hôm qua");
    lan.sees("chưa phải là một ngày");
    lan.taps("Chưa kiểm tra");
    lan.taps("Lưu mẫu thức ăn");
    assert!(lan.has_button("☑ Lưu mẫu thức ăn"));
    lan.taps("☐ Bếp một chiều");
    lan.taps("Tiếp tục");
    lan.sees("5. Điều kiện của bếp: Lưu mẫu thức ăn, Bếp một chiều");
    lan.taps("Nộp");
    above.says("/tonghop");
    above.taps("Khảo sát bếp ăn · Quý IV năm 2026");
    above.sees("1.2 Suất ăn một ngày: 1.150 (1/2 đơn vị)");
    above.sees("2.2 Tỷ lệ hài lòng: bình quân 87,5% (1/2 đơn vị)");
    above.sees("4.1 Ngày kiểm tra: Chưa kiểm tra (1/2 đơn vị)");
    above.sees("5.1 Điều kiện của bếp: Lưu mẫu thức ăn (1/2 đơn vị); Bếp một chiều (1/2 đơn vị)");
}

#[test]
fn a_school_begins_its_year_in_september() {
    let core = core(Cadence::default()).with_year_start(9);
    let stage = Stage::with_core(core, UNITS);
    let lan = officer_of(&stage, "Lan", "SNV");
    lan.says("/sonam");
    lan.taps("Số liệu năm · Năm học 2026–2027");
    lan.sees("Số liệu năm · Năm học 2026–2027");
    assert_eq!(stage.rows("SELECT span FROM form_returns"), ["y2026-09-01"]);
}

#[test]
fn answers_are_kept_for_three_years_after_their_period() {
    let stage = Stage::new();
    let lan = officer_of(&stage, "Lan", "SNV");
    opens(&lan);
    lan.says("12/KH-CĐCS");
    stage.at("2029-12-31 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM form_answers"), 1);
    stage.at("2030-01-01 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM form_answers"), 0);
    assert_eq!(
        stage.number("SELECT count(*) FROM dialogs"),
        0,
        "the question ends with it"
    );
}

//! What the two readers do with a suggestion, what they cannot, and the yearly meeting.

use std::io::{Cursor, Read};

use testkit::stage::Actor;

use crate::suggest::{SLOW, Unit, titled};

/// The words of the document that somebody got last.
pub fn document(unit: &Unit) -> String {
    let bytes = unit.stage.post.borrow().newest_file.clone();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a document");
    let mut text = String::new();
    for name in ["word/document.xml", "xl/sharedStrings.xml"] {
        if let Ok(mut file) = archive.by_name(name) {
            file.read_to_string(&mut text).expect("words");
        }
    }
    text
}

/// Opens the item whose words these are.
pub fn opens(unit: &Unit, reader: &Actor, words: &str) {
    reader.says("/gopy");
    let items: Vec<(String, i32)> = {
        let message = reader.last();
        let keys = message.keyboard.iter().flatten();
        let items = keys.filter(|key| key.data.starts_with("gopy:i:"));
        items.map(|key| (key.data.clone(), message.id)).collect()
    };
    for (data, message) in items {
        reader.forges_under(&data, message);
        if reader.screen().contains(words) {
            return;
        }
    }
    panic!(
        "{words}: {}\n{:?}",
        reader.screen(),
        unit.stage.rows("SELECT situation FROM suggestions")
    );
}

pub fn answers(reader: &Actor, word: &str, answer: &str) {
    reader.taps("Trả lời");
    reader.taps(word);
    reader.says(answer);
    reader.taps("Công bố");
}

pub const SAME: (&str, &str) = (
    "Hiện nay lịch họp đến sát giờ mới biết.",
    "Đề nghị gửi lịch họp sớm.",
);

#[test]
fn two_that_say_the_same_are_answered_together_and_never_merged() {
    let unit = Unit::open();
    let ana = unit.sends(0, SLOW.0, SLOW.1);
    let binh = unit.sends(1, SAME.0, SAME.1);
    unit.friday();
    let chair = &unit.chair;
    opens(&unit, chair, SAME.1);
    chair.taps("Trùng với …");
    chair.taps("Đề nghị báo lịch họp");
    chair.sees("Cùng nội dung với");
    chair.taps("Bỏ nối trùng");
    chair.sees_no("Cùng nội dung với");
    chair.taps("Trùng với …");
    chair.taps("Đề nghị báo lịch họp");
    opens(&unit, chair, SLOW.1);
    chair.sees("1 góp ý khác cùng nội dung");
    answers(
        chair,
        "Tiếp thu một phần",
        "Báo trước một ngày, từ tháng 01/2027.",
    );
    for author in [ana, binh] {
        author.taps("Xem góp ý này");
        author.sees("Tiếp thu một phần");
    }
    ana.says("/gopy");
    ana.taps("Đã trả lời");
    ana.sees("1 góp ý khác cùng nội dung");
    ana.sees_no("sát giờ");
    chair.says("/gopy");
    chair.forges("gopy:i1:AAAAAAAAAAAAAAAA");
    assert!(chair.toast().contains("không có quyền"));
}

#[test]
fn words_are_cut_out_and_never_rewritten_and_what_accuses_is_erased() {
    let unit = Unit::open();
    let ana = unit.sends(0, "Hiện nay anh Hùng giữ chìa khóa kho một mình.", SLOW.1);
    let binh = unit.sends(
        1,
        "Hiện nay tôi muốn tố cáo việc nhận hối lộ.",
        "Đề nghị xử lý ngay.",
    );
    unit.friday();
    let reader = &unit.inspector;
    opens(&unit, reader, "chìa khóa");
    reader.taps("Lược bỏ chữ");
    reader.says("anh Minh");
    reader.sees("không có đúng những chữ ấy");
    reader.says("anh Hùng");
    reader.sees("lược bỏ “anh Hùng”? Góp ý sẽ còn như sau");
    reader.sees("Hiện nay: Hiện nay […] giữ chìa khóa kho một mình.");
    let before = unit.stage.rows("SELECT situation FROM suggestions");
    assert!(before.iter().any(|text| text.contains("anh Hùng")), "asked");
    reader.taps("Sửa");
    reader.says("anh Hùng");
    reader.taps("Lược bỏ");
    reader.sees("Hiện nay: Hiện nay […] giữ chìa khóa kho một mình.");
    reader.sees_no("lược bỏ “");
    answers(
        reader,
        "Tiếp thu",
        "Kho có hai người giữ chìa khóa từ tuần sau.",
    );
    ana.taps("Xem góp ý này");
    ana.sees("[…]");
    opens(&unit, reader, "hối lộ");
    reader.taps("Không đăng – lý do");
    reader.taps("Nêu lỗi của một người");
    // One tap erases nothing: what will happen is shown, and the reason can be exchanged.
    reader.sees("không đăng góp ý này?");
    reader.sees("Người viết sẽ đọc lý do: Nêu lỗi của một người");
    reader.sees("xóa hẳn nội dung");
    reader.sees("Hiện nay: Hiện nay tôi muốn tố cáo việc nhận hối lộ.");
    assert!(unit.stage.dump(&[]).contains("hối lộ"), "asked");
    reader.taps("Sửa");
    reader.taps("Không thuộc phạm vi");
    reader.sees("Nội dung sau đây được giữ lại");
    reader.taps("Quay lại");
    reader.sees("hối lộ");
    reader.taps("Không đăng – lý do");
    reader.taps("Nêu lỗi của một người");
    let (confirm, message) = reader.button("Không đăng");
    reader.taps("Không đăng");
    reader.sees("Không đăng: Nêu lỗi của một người");
    reader.sees_no("hối lộ");
    reader.forges_under(&confirm, message);
    assert!(reader.toast().contains("Bản nháp này không còn"));
    assert!(
        !unit.stage.dump(&[]).contains("hối lộ"),
        "nothing of it is kept"
    );
    binh.taps("Xem góp ý này");
    binh.sees("Tố cáo, khiếu nại không gửi qua bot");
    binh.says("/gopy");
    binh.taps("Đã trả lời");
    binh.sees_no("hối lộ");
}

#[test]
fn readers_ask_the_author_whom_they_do_not_know_and_a_name_can_be_given_later() {
    let unit = Unit::open();
    let ana = unit.sends(0, SLOW.0, SLOW.1);
    unit.friday();
    let chair = &unit.chair;
    unit.item(chair);
    let everybody: Vec<usize> = unit.people.iter().map(Actor::count).collect();
    chair.taps("Hỏi thêm");
    chair.says("Lịch họp nào hay báo muộn nhất?");
    chair.sees("Đã hỏi: Lịch họp nào");
    let now: Vec<usize> = unit.people.iter().map(Actor::count).collect();
    assert_eq!(now, everybody, "nobody is written to");
    ana.taps("Xem góp ý này");
    ana.sees("Người đọc hỏi thêm: Lịch họp nào");
    ana.taps("Trả lời thêm");
    ana.says("Lịch họp giao ban của chị Lê Thị Hoa ấy.");
    ana.sees("Người đọc sẽ thấy thêm đúng như sau");
    ana.sees("Hình như có tên người");
    ana.taps("Sửa");
    ana.says("Lịch họp giao ban sáng thứ Hai ở phòng 305.");
    ana.sees("Có phòng, tầng hoặc tổ cụ thể");
    ana.taps("Gửi câu trả lời");
    ana.sees("Đã nhận câu trả lời thêm; người đọc thấy từ 16:15");
    unit.item(chair);
    chair.sees_no("giao ban");
    unit.stage.quarter();
    unit.item(chair);
    chair.sees("Người viết trả lời: Lịch họp giao ban");
    // What an author added can name somebody, too.
    chair.taps("Lược bỏ chữ");
    chair.says("ở phòng 305");
    chair.sees("Người viết trả lời: Lịch họp giao ban sáng thứ Hai […].");
    chair.taps("Lược bỏ");
    unit.item(chair);
    chair.sees("giao ban sáng thứ Hai […].");
    chair.sees("Giấu tên");
    ana.taps("Ẩn đi");
    ana.taps("Xem góp ý này");
    ana.taps("Ghi tên tôi vào");
    ana.says("Nguyễn Thị An");
    unit.item(chair);
    chair.sees("Kèm tên (tự khai): Nguyễn Thị An");
    ana.taps("Ẩn đi");
    ana.taps("Xem góp ý này");
    ana.sees_no("Ghi tên tôi vào");
    answers(
        chair,
        "Tiếp thu",
        "Giao ban báo lịch từ thứ Năm tuần trước.",
    );
    let binh = &unit.people[1];
    binh.says("/gopy");
    binh.taps("Đã trả lời");
    binh.sees_no("Nguyễn Thị An");
}

#[test]
fn what_is_about_the_union_is_not_for_its_chair() {
    let unit = Unit::open();
    let above = titled(&unit.stage, "Cấp trên", "LD", "chair");
    let ana = &unit.people[0];
    ana.says("/gopy");
    ana.taps("Viết góp ý");
    ana.taps("Về công đoàn");
    ana.says(SLOW.0);
    ana.says(SLOW.1);
    ana.taps("Gửi, giấu tên");
    let chairs = unit.chair.count();
    unit.friday();
    assert_eq!(unit.chair.got(chairs), 0);
    unit.chair.says("/gopy");
    unit.chair.sees("Đã nhận: 0");
    let label = unit.stage.rows("SELECT label FROM suggestions");
    unit.chair.forges(&format!("gopy:i:{}", label[0]));
    assert!(unit.chair.toast().contains("không có quyền"));
    unit.item(&unit.inspector);
    unit.inspector.sees(SLOW.1);
    above.taps("Hộp góp ý");
    above.sees("Đã nhận: 1");
    above.taps("📬");
    above.sees(SLOW.1);
}

#[test]
fn the_digest_counts_what_its_officer_reads_in_the_box() {
    let unit = Unit::open();
    unit.sends(0, SLOW.0, SLOW.1);
    let binh = &unit.people[1];
    binh.says("/gopy");
    binh.taps("Viết góp ý");
    binh.taps("Về công đoàn");
    binh.says(SAME.0);
    binh.says(SAME.1);
    binh.taps("Gửi, giấu tên");
    unit.friday();
    unit.stage.at("2026-12-25 11:35");
    let told = |officer: &Actor, words: &str| {
        let shown = officer.messages();
        shown.iter().any(|message| message.text.contains(words))
    };
    assert!(
        told(&unit.chair, "1 góp ý chờ trả lời"),
        "not what is about the union"
    );
    assert!(told(&unit.inspector, "2 góp ý chờ trả lời"));
    let deputy = titled(&unit.stage, "Phó", "SNV", "deputy");
    unit.stage.at("2027-01-25 11:35");
    assert!(told(&unit.chair, "1 góp ý chờ trả lời, 1 chậm quá 15 ngày"));
    assert!(!told(&deputy, "góp ý chờ trả lời"), "the deputy reads none");
}

#[test]
fn a_paper_is_carried_to_the_head_and_the_level_above_gets_counts_of_five_or_more() {
    let unit = Unit::open();
    for who in 0..5 {
        unit.sends(who, SLOW.0, SLOW.1);
    }
    unit.stage.at("2026-12-08 16:00");
    let chair = &unit.chair;
    unit.item(chair);
    chair.taps("Chuyển thủ trưởng");
    let paper = document(&unit);
    for words in [
        "PHIẾU CHUYỂN KIẾN NGHỊ",
        "Kính gửi: Thủ trưởng",
        SLOW.0,
        SLOW.1,
        "Người góp ý được giấu tên; xin không tìm người góp ý",
        "/PC-CĐCS",
    ] {
        assert!(paper.contains(words), "{words}");
    }
    unit.item(chair);
    chair.sees("Đã lập phiếu chuyển thủ trưởng ngày 08/12/2026");
    answers(
        chair,
        "Chuyển cấp có thẩm quyền",
        "Đã chuyển Văn phòng Sở ngày 08/12/2026.",
    );
    chair.says("/gopy");
    chair.taps("Bảng tổng hợp (Word)");
    let table = document(&unit);
    assert!(table.contains("BẢNG TỔNG HỢP GÓP Ý") && table.contains("chưa trả lời"));
    chair.says("/gopy");
    chair.taps("Bảng tổng hợp (Excel)");
    assert!(document(&unit).contains("Số ý trùng"));
    let owner = unit.stage.officer();
    owner.says("/gopy SNV");
    // The level above reads what is about the union, and there is nothing of that.
    owner.sees("Đã nhận: 0");
    owner.taps("Số liệu theo đơn vị");
    owner.sees("Công đoàn Sở Nội vụ: nhận 5, đã trả lời 1, chậm 0");
    owner.sees_no(SLOW.1);
    unit.people[7].says("/gopy");
    unit.people[7].sees_no("nhận 5");
    unit.stage.at("2026-12-24 09:00");
    unit.people[7].taps("Đã trả lời");
    unit.people[7].sees("chậm trả lời (quá 15 ngày): 4");
    unit.stage.at("2026-12-25 11:35");
    let digest = "4 góp ý chờ trả lời, 4 chậm quá 15 ngày";
    assert!(
        chair
            .messages()
            .iter()
            .any(|message| message.text.contains(digest))
    );
}

#[test]
fn i_see_it_so_too_is_told_from_five_on_and_counted_once() {
    let unit = Unit::open();
    unit.sends(0, SLOW.0, SLOW.1);
    unit.friday();
    unit.item(&unit.chair);
    answers(&unit.chair, "Đã có quy định", "Quy chế làm việc, Điều 7.");
    for (place, member) in unit.people.iter().enumerate().take(5) {
        member.says("/gopy");
        member.taps("Đã trả lời");
        member.sees_no("cũng thấy vậy)");
        member.taps("Tôi cũng thấy vậy");
        member.taps("Tôi cũng thấy vậy");
        assert!(member.toast().contains("đã chạm rồi"), "{place}");
    }
    let seconds = || unit.stage.number("SELECT seconds FROM suggestions");
    assert_eq!(seconds(), 0, "counted at the quarter, all together");
    unit.stage.quarter();
    assert_eq!(seconds(), 5);
    let other = unit.stage.member("Khác", "SYT");
    let label = unit.stage.rows("SELECT label FROM suggestions");
    other.forges(&format!("gopy:2:{}", label[0]));
    unit.stage.quarter();
    assert_eq!(seconds(), 5);
    unit.people[6].says("/gopy");
    unit.people[6].taps("Đã trả lời");
    unit.people[6].sees("5 người cũng thấy vậy");
}

#[test]
fn the_yearly_meeting_gathers_opinions_for_some_weeks() {
    let unit = Unit::open();
    unit.sends(0, SLOW.0, SLOW.1);
    unit.friday();
    let chair = &unit.chair;
    chair.says("/hoinghi");
    chair.sees("Chưa mở");
    chair.taps("Lấy ý kiến đến ngày …");
    chair.says("tuần sau");
    chair.sees("Chưa đọc được ngày");
    chair.says("31/12/2026");
    chair.sees("đến hết ngày 31/12/2026");
    let ana = &unit.people[0];
    ana.says("/gopy");
    ana.sees("hội nghị cán bộ, công chức, viên chức đến hết ngày 31/12/2026");
    unit.stage.at("2026-12-14 09:00");
    unit.sends(1, SAME.0, SAME.1);
    unit.stage.at("2026-12-18 16:00");
    unit.stage.at("2027-01-04 09:00");
    chair.says("/hoinghi");
    chair.sees("Đã khép lại: 11/12/2026 – 31/12/2026");
    chair.sees("30/06/2027");
    chair.taps("Bảng tổng hợp ý kiến (Word)");
    let table = document(&unit);
    assert!(table.contains("BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ") && table.contains(SAME.1));
    assert!(
        !table.contains(SLOW.1),
        "what came before was not asked for"
    );
    chair.says("/hoinghi");
    chair.taps("Báo cáo 6 tháng");
    assert!(document(&unit).contains("THỰC HIỆN NGHỊ QUYẾT HỘI NGHỊ"));
    unit.stage.at("2027-06-25 11:35");
    chair.sees("đến kỳ kiểm tra 6 tháng thực hiện nghị quyết hội nghị (30/06/2027)");
}

#[test]
fn after_a_year_nothing_of_it_is_left() {
    let unit = Unit::open();
    unit.sends(0, SLOW.0, SLOW.1);
    unit.friday();
    unit.stage.at("2027-12-10 03:00");
    assert_eq!(unit.stage.number("SELECT count(*) FROM suggestions"), 1);
    unit.stage.at("2027-12-13 03:00");
    assert_eq!(unit.stage.number("SELECT count(*) FROM suggestions"), 0);
}

#[test]
fn the_longest_that_is_taken_fits_every_screen() {
    let unit = Unit::open();
    let long = |first: &str, letters: usize| -> String {
        let words = first.chars().chain("ữ&<ngườiở ".chars().cycle());
        words.take(letters).collect()
    };
    for who in 0..3 {
        unit.sends(who, &long("Hiện nay", 300), &long("Đề nghị", 300));
        unit.people[who].taps("Xem góp ý này");
    }
    unit.friday();
    for _ in 0..3 {
        unit.item(&unit.chair);
        unit.chair.taps("Hỏi thêm");
        unit.chair.says(&long("Hỏi", 300));
        answers(&unit.chair, "Không tiếp thu", &long("Vì", 500));
    }
    unit.people[5].says("/gopy");
    unit.people[5].taps("Đã trả lời");
    unit.people[5].taps("Trang sau");
    unit.people[5].taps("Trang trước");
    unit.chair.says("/gopy");
    unit.chair.taps("Bảng tổng hợp (Word)");
    unit.chair.taps("Bảng tổng hợp (Excel)");
}

#[test]
fn the_same_in_english() {
    let unit = Unit::open();
    let ana = unit.stage.stranger("Ana").in_english();
    ana.joins("VP", 7);
    unit.stage.settles();
    ana.says("/suggest");
    ana.sees("Always two: Chair, Head of the people's inspectorate");
    ana.taps("Write a suggestion");
    ana.taps("The year's plan of work");
    ana.says("The meetings are told too late.");
    ana.says("Tell them two days before.");
    ana.sees("This is what its readers will see");
    ana.taps("Send, hidden");
    ana.sees("It goes into the box at");
    unit.stage.quarter();
    ana.sees("It is in the box.");
    ana.taps("Show it");
    ana.sees("read by nobody yet");
    unit.friday();
    unit.item(&unit.chair);
    answers(
        &unit.chair,
        "Tiếp thu",
        "Báo trước hai ngày, từ 01/01/2027.",
    );
    ana.taps("Hide it");
    ana.taps("Show it");
    ana.sees("✅ Accepted");
    ana.says("/suggest");
    ana.taps("Answered");
    ana.sees("Waiting for an answer: 0.");
    ana.sees("Proposal: Tell them two days before.");
}

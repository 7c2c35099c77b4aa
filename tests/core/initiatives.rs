//! A member tells of something they have done better: theirs alone until they enter it in the unit's register, and gone from there
//! as soon as they say so.

use std::rc::Rc;

use nhip::event::Inbound;
use testkit::stage::{Actor, Stage, UNITS};

use crate::forms::{document, officer_of};
use crate::thief::{count, loot};

pub const NAME: &str = "Nguyễn Thị An";
pub const TITLE: &str = "Gộp hai biểu mẫu xin nghỉ phép thành một";
pub const CHANGE: &str = "Mỗi đơn từ hai ngày, nay còn nửa ngày: 12 đơn một tháng, bớt 18 ngày.";

/// The first three answers.
pub fn tells(actor: &Actor, title: &str) {
    actor.says("/sangkien");
    actor.taps("Đã làm rồi");
    actor.says(title);
    actor.says(CHANGE);
    actor.says("9/2026");
}

/// What is open is entered in the register, under this name.
pub fn enters(actor: &Actor, name: &str) {
    actor.taps("Đưa vào sổ của đơn vị");
    actor.taps("Đồng ý, đưa vào sổ");
    actor.says(name);
    actor.taps("Đúng, dùng tên này");
}

/// The office of forty people; An of one of its groups, and its chair.
pub fn office() -> (Rc<Stage>, Actor, Actor) {
    let stage = Stage::with_units(&UNITS.replace(
        "SNV,Công đoàn Sở Nội vụ,LD,cơ sở,",
        "SNV,Công đoàn Sở Nội vụ,LD,cơ sở,50",
    ));
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    let lan = officer_of(&stage, "Lan", "SNV");
    (stage, ana, lan)
}

fn entered() -> (Rc<Stage>, Actor, Actor) {
    let (stage, ana, lan) = office();
    tells(&ana, TITLE);
    enters(&ana, NAME);
    (stage, ana, lan)
}

/// The officer opens the newest entry.
fn opens(officer: &Actor) {
    officer.says("/sosangkien SNV");
    officer.taps("1");
}

#[test]
fn what_is_done_is_told_in_three_answers_and_nobody_else_sees_it() {
    let (stage, ana, lan) = office();
    ana.says("/viectrongnam");
    ana.taps("Sáng kiến của tôi");
    ana.sees("đã làm");
    ana.taps("Chưa, mới là đề nghị");
    ana.sees("là một đề nghị: xin nói với cán bộ công đoàn");
    assert_eq!(stage.number("SELECT count(*) FROM initiatives"), 0);
    ana.says("/sangkien");
    ana.taps("Đã làm rồi");
    ana.sees("bước 1/3");
    let one = ana.count();
    ana.says(TITLE);
    ana.sees("2. Việc ấy đã thay đổi điều gì?");
    ana.says(CHANGE);
    ana.sees("3. Đã áp dụng từ tháng nào?");
    ana.says("9/2026");
    ana.sees("chỉ đồng chí thấy");
    ana.sees(TITLE);
    assert_eq!(ana.messages().len(), one, "one message, edited");
    lan.says("/sosangkien SNV");
    lan.sees("0 sáng kiến; đơn vị có 50 người");
    lan.sees("Chưa có sáng kiến nào để xem");
    let shown = stage.dump(&["initiatives", "initiative_answers"]);
    assert!(!shown.contains(TITLE), "{shown}");
}

#[test]
fn it_stops_and_goes_on_is_changed_and_deleted() {
    let (stage, ana, _) = office();
    ana.says("/sangkien");
    ana.taps("Đã làm rồi");
    ana.says(TITLE);
    // The next day nothing that is written is meant as an answer.
    stage.at("2026-11-24 09:00");
    ana.says(CHANGE);
    ana.sees("Bot không đọc tin nhắn tự do");
    ana.says("/sangkien");
    ana.taps(TITLE);
    ana.sees("2. Việc ấy đã thay đổi điều gì?");
    ana.says(CHANGE);
    ana.says("tháng 9/2026");
    ana.taps("8");
    ana.sees("Sáng kiến thuộc lĩnh vực nào?");
    ana.taps("Cải cách hành chính");
    ana.sees("Lĩnh vực: Cải cách hành chính");
    ana.taps("11");
    ana.says("60 40");
    ana.sees("Tỷ lệ đóng góp: 60% · 40%");
    ana.taps("7");
    ana.taps("Để trống");
    ana.sees("Lợi ích ước tính: để trống");
    ana.taps("1");
    ana.says("Gộp ba biểu mẫu xin nghỉ phép thành một");
    ana.sees("Gộp ba biểu mẫu");
    ana.taps("Xóa");
    ana.taps("Xóa hẳn");
    assert!(ana.toast().contains("Đã xóa"));
    assert_eq!(stage.number("SELECT count(*) FROM initiative_answers"), 0);
    let loot = loot(&stage);
    assert_eq!(count(&loot, "Gộp ba biểu mẫu".as_bytes()), 0);
}

#[test]
fn it_is_entered_under_a_name_by_a_consent_of_its_own() {
    let (stage, ana, lan) = office();
    tells(&ana, TITLE);
    ana.taps("Đưa vào sổ của đơn vị");
    ana.sees("Là tác giả có tên (tự nguyện)");
    ana.sees("Đưa vào sổ của Công đoàn Sở Nội vụ");
    ana.taps("Đồng ý, đưa vào sổ");
    ana.sees("Chỉ gõ tên của chính đồng chí");
    lan.says("/sosangkien SNV");
    lan.sees("0 sáng kiến");
    ana.says("nguyễn thị an");
    ana.sees("Tên tác giả sẽ được ghi như sau: Nguyễn Thị An");
    ana.taps("Đúng, dùng tên này");
    ana.sees("đã đưa vào sổ");
    assert_eq!(
        stage.rows("SELECT part FROM consents WHERE part IN ('named', 'author')"),
        ["author"],
        "and not the one for commendation"
    );
    ana.says("/sangkien");
    ana.taps(TITLE);
    ana.taps("1");
    ana.sees("cán bộ thấy ngay điều đồng chí sửa");
    lan.says("/sosangkien SNV");
    lan.taps("Danh mục cho Hội đồng");
    assert!(lan.toast().contains("Chưa có đơn nào đang chờ Hội đồng"));
    lan.sees("1 sáng kiến; đơn vị có 50 người");
    lan.sees(&format!("1. {TITLE} – đã đưa vào sổ"));
    lan.taps("1");
    lan.sees(&format!("tác giả: {NAME}"));
    lan.sees(CHANGE);
    // Whoever is above sees what is recognised, and nothing else.
    let above = officer_of(&stage, "Hùng", "LD");
    above.says("/sosangkien SNV");
    above.sees("chỉ cán bộ của đơn vị xem được");
    above.sees_no(TITLE);
    let id = stage.number("SELECT id FROM register_entries");
    above.forges(&format!("reg:o:{id}"));
    above.sees_no(NAME);
    lan.says("/nhatky");
    lan.sees("xem sổ sáng kiến");
}

#[test]
fn officers_write_down_what_the_council_has_decided() {
    let (stage, ana, lan) = entered();
    opens(&lan);
    lan.taps("Đang áp dụng");
    lan.sees("Trạng thái: đang áp dụng");
    lan.taps("Đã nộp đơn");
    for (typed, told) in [
        ("hôm kia", "chưa phải là một ngày"),
        ("20/11", "còn thiếu năm"),
        ("20/12/2026", "Ngày này chưa đến"),
    ] {
        lan.says(typed);
        lan.sees(told);
    }
    lan.says("5/10/2026");
    lan.sees("đã nộp đơn ngày 05/10/2026; còn 43 ngày trong hạn 3 tháng (đến 05/01/2027)");
    stage.at("2026-11-25 09:00");
    ana.says("/sangkien");
    ana.taps(TITLE);
    ana.sees("còn 41 ngày trong hạn 3 tháng (đến 05/01/2027)");
    assert!(!ana.has_button("1"), "what was handed in stands on paper");
    opens(&lan);
    lan.taps("Được công nhận");
    lan.taps("cấp cơ sở");
    lan.says("45/QĐ-SNV ngày 31/11/2026");
    lan.sees("31/11/2026");
    lan.sees_no("Trạng thái: được công nhận");
    lan.says("45/QĐ-SNV ngày 20/11/2026");
    lan.sees("Trạng thái: được công nhận, cấp cơ sở. 45/QĐ-SNV ngày 20/11/2026");
    lan.taps("Giấy chứng nhận (bản nháp)");
    let told = document(&stage);
    for words in [
        "GIẤY CHỨNG NHẬN SÁNG KIẾN",
        "Số: ……/GCN",
        NAME,
        TITLE,
        "- Công nhận theo: 45/QĐ-SNV ngày 20/11/2026",
        "(Ký, ghi rõ họ tên, đóng dấu)",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    lan.taps("Lùi một bước");
    lan.sees("đã nộp đơn ngày 05/10/2026");
    let entry = stage.number("SELECT id FROM register_entries");
    let files = stage.post.borrow().newest_file.len();
    assert!(!lan.has_button("Giấy chứng nhận (bản nháp)"));
    lan.forges(&format!("reg:c:{entry}"));
    assert_eq!(stage.post.borrow().newest_file.len(), files);
    lan.taps("Chưa được công nhận");
    lan.says("Không mới.");
    lan.sees("Trạng thái: chưa được công nhận. Lý do: Không mới.");
    lan.says("/nhatky");
    for line in [
        "đang áp dụng",
        "ngày nộp đơn",
        "được công nhận",
        "lùi trạng thái",
        "có lý do",
    ] {
        lan.sees(line);
    }
}

/// The last of three months is near: a line of the digest says so, and its button leads there.
#[test]
fn the_digest_calls_the_three_months_to_mind() {
    let (stage, _, lan) = entered();
    opens(&lan);
    lan.taps("Đã nộp đơn");
    lan.says("20/09/2026");
    stage.at("2026-11-25 11:40");
    lan.sees("1 đơn sáng kiến sắp hoặc đã hết hạn 3 tháng, sớm nhất ngày 20/12/2026");
    lan.taps("Mở sổ sáng kiến");
    lan.sees(TITLE);
}

fn recognised(stage: &Rc<Stage>, lan: &Actor) {
    opens(lan);
    lan.taps("Đã nộp đơn");
    lan.taps("Nộp hôm nay");
    lan.taps("Được công nhận");
    lan.taps("cấp cơ sở");
    lan.says("45/QĐ-SNV ngày 20/11/2026");
    assert_eq!(
        stage.rows("SELECT state FROM register_entries"),
        ["recognised"]
    );
}

#[test]
fn a_title_like_a_recognised_one_is_shown_to_its_author_and_never_refused() {
    let (stage, _, lan) = entered();
    recognised(&stage, &lan);
    let binh = stage.member("Bình", "SYT");
    tells(&binh, "Gộp hai mẫu đơn xin nghỉ phép thành một mẫu");
    binh.sees("Có sáng kiến đã được công nhận tên gần giống: “Gộp hai biểu mẫu xin nghỉ phép thành một” (Công đoàn Sở Nội vụ, 2026)");
    binh.sees_no(NAME);
    enters(&binh, "Trần Văn Bình");
    assert_eq!(stage.number("SELECT count(*) FROM register_entries"), 2);
    let other = stage.member("Cúc", "SYT");
    tells(&other, "Bớt một bước ký trong mua văn phòng phẩm");
    other.sees_no("gần giống");
}

#[test]
fn above_there_are_counts_beside_people_and_titles_of_those_recognised() {
    let (stage, ana, lan) = office();
    tells(&ana, TITLE);
    ana.taps("7");
    ana.says("10tr");
    ana.taps("8");
    ana.taps("Cải cách hành chính");
    enters(&ana, NAME);
    recognised(&stage, &lan);
    let binh = stage.member("Bình", "SYT");
    tells(&binh, "Bớt một bước ký trong mua văn phòng phẩm");
    enters(&binh, "Trần Văn Bình");
    let above = officer_of(&stage, "Hùng", "LD");
    above.says("/sosangkien LD");
    above.taps("Số liệu chung");
    above.sees("2 sáng kiến đưa vào sổ");
    for line in [
        "đã đưa vào sổ: 1",
        "được công nhận: 1",
        "cấp cơ sở: 1",
        "Cải cách hành chính: 1",
        "10.000.000 đồng (ước tính của tác giả",
        "Không có chỉ tiêu, không xếp hạng đơn vị",
    ] {
        above.sees(line);
    }
    above.sees(&format!(
        "{TITLE} – Công đoàn Sở Nội vụ, cấp cơ sở ({NAME})"
    ));
    above.sees_no("văn phòng phẩm");
    above.says("/sonam SNV");
    above.taps("Số liệu năm · Năm 2026");
    for _ in 0..9 {
        above.taps("Bỏ qua");
    }
    above.sees("sổ sáng kiến có 1 sáng kiến đưa vào trong kỳ");
    above.sees("1 sáng kiến trong số đó được công nhận cấp cơ sở");
}

/// Nothing of it is left but counts: on no screen that is opened, in no file, in no row, not even among deleted bytes.
fn gone(stage: &Rc<Stage>, lan: &Actor, kept: &[&str]) {
    lan.says("/sosangkien SNV");
    lan.sees("1 sáng kiến");
    lan.sees("(tác giả đã rút) – được công nhận");
    lan.taps("1");
    for words in [NAME, TITLE, CHANGE, "45/QĐ-SNV"] {
        lan.sees_no(words);
    }
    stage.settles();
    let all = stage.dump(kept);
    for words in [NAME, TITLE, CHANGE, "45/QĐ-SNV"] {
        assert!(!all.contains(words), "{words}: {all}");
    }
    if !kept.contains(&"authors") {
        assert_eq!(count(&loot(stage), NAME.as_bytes()), 0);
    }
    let above = officer_of(stage, "Hùng", "LD");
    above.says("/sosangkien LD");
    above.taps("Số liệu chung");
    above.sees("được công nhận: 1");
    above.sees_no(TITLE);
}

const OWN: [&str; 1] = ["initiative_answers"];

#[test]
fn withdrawn_is_gone_from_the_register_at_once_and_counts_stay() {
    let (stage, ana, lan) = entered();
    recognised(&stage, &lan);
    ana.says("/riengtu");
    ana.sees("Là tác giả sáng kiến: đồng chí đã đồng ý, với tên “Nguyễn Thị An”");
    ana.taps("Không là tác giả trong sổ nữa");
    assert!(ana.toast().contains("Đã rút lại"));
    gone(&stage, &lan, &OWN);
    // It is still hers, and is not entered a second time.
    ana.says("/sangkien");
    ana.taps(TITLE);
    ana.sees("đã rút khỏi sổ; chỉ đồng chí thấy");
    assert!(!ana.has_button("Đưa vào sổ của đơn vị"));
}

#[test]
fn one_is_taken_out_alone_and_deleting_or_leaving_takes_it_out_too() {
    for way in ["out", "delete", "leave"] {
        let (stage, ana, lan) = entered();
        recognised(&stage, &lan);
        ana.says("/sangkien");
        ana.taps(TITLE);
        match way {
            "out" => {
                ana.taps("Rút khỏi sổ");
                ana.taps("Rút khỏi sổ ngay");
                // She is still an author, of others.
                gone(&stage, &lan, &["initiative_answers", "authors"]);
            }
            "delete" => {
                ana.taps("Xóa");
                ana.sees("trong sổ chỉ còn số đếm");
                ana.taps("Xóa hẳn");
                gone(&stage, &lan, &["authors"]);
            }
            _ => {
                ana.says("/xoadulieu");
                ana.taps("Dừng hẳn");
                gone(&stage, &lan, &[]);
            }
        }
    }
}

/// The officer asks for something that shows it, and the author withdraws before that has left.
fn together(ana: &Actor, asks: Inbound) -> (Inbound, Inbound) {
    ana.says("/riengtu");
    (asks, ana.tapping("Không là tác giả trong sổ nữa"))
}

#[test]
fn what_waits_to_be_shown_when_its_author_withdraws_never_is() {
    for asks in ["screen", "sheet", "roll"] {
        let (stage, ana, lan) = entered();
        if asks == "roll" {
            opens(&lan);
            lan.taps("Đã nộp đơn");
            lan.taps("Nộp hôm nay");
        }
        lan.says("/sosangkien SNV");
        let asks = match asks {
            "screen" => lan.tapping("1"),
            "sheet" => lan.tapping("Bảng Excel"),
            _ => lan.tapping("Danh mục cho Hội đồng"),
        };
        let (asks, withdraws) = together(&ana, asks);
        stage.updates(&[asks]);
        assert!(
            stage
                .number("SELECT count(*) FROM outbox WHERE kind = 'register' AND state = 'queued'")
                > 0
        );
        stage.updates(&[withdraws]);
        assert_eq!(
            stage.number("SELECT count(*) FROM outbox WHERE kind = 'register'"),
            0
        );
        stage.deliver();
        lan.sees("Sổ sáng kiến vừa thay đổi");
        let phone = lan.glance();
        assert!(!phone.contains(NAME), "{phone}");
    }
}

#[test]
fn what_is_being_sent_then_and_comes_back_is_not_sent_again() {
    let (stage, ana, lan) = entered();
    lan.says("/sosangkien SNV");
    let asks = lan.tapping("1");
    let (asks, withdraws) = together(&ana, asks);
    stage.updates(&[asks]);
    let flying = stage.claim();
    stage.updates(&[withdraws]);
    for row in &flying {
        stage.outcome(row, nhip::outgoing::Outcome::RetryAfter { seconds: 5 });
    }
    stage.deliver();
    assert!(!lan.glance().contains(NAME));
}

#[test]
fn words_that_have_changed_hide_it_until_its_author_agrees_again() {
    let (stage, ana, lan) = entered();
    stage.restart_with(crate::consent::changed(
        "chỉ dùng cho sổ sáng kiến",
        "chỉ dùng trong sổ sáng kiến",
    ));
    lan.says("/sosangkien SNV");
    lan.sees("(tác giả đã rút) – đã đưa vào sổ");
    ana.says("/sangkien");
    ana.taps(TITLE);
    ana.taps("Đọc lại và đồng ý");
    ana.taps("Đồng ý, đưa vào sổ");
    lan.says("/sosangkien SNV");
    lan.sees(TITLE);
    assert_eq!(stage.number("SELECT count(*) FROM register_entries"), 1);
}

#[test]
fn who_moves_leaves_it_in_the_register_of_the_old_unit() {
    let (stage, ana, lan) = entered();
    ana.says(&format!("/start {}", stage.invite("SYT")));
    ana.taps("Chuyển");
    lan.says("/sosangkien SNV");
    lan.sees(TITLE);
    ana.says("/sangkien");
    ana.taps(TITLE);
    ana.sees("Công đoàn Sở Nội vụ");
}

/// A backup is older than the withdrawal: what is put back leads to nobody again.
#[test]
fn a_restore_takes_it_out_once_more() {
    let (stage, ana, lan) = entered();
    recognised(&stage, &lan);
    stage.at("2026-11-24 03:00");
    let folder = tempfile::tempdir().expect("a folder");
    let file = stage.backs_up(folder.path()).path;
    ana.says("/riengtu");
    ana.taps("Không là tác giả trong sổ nữa");
    std::fs::copy(stage.list(), file.with_file_name("nhip.deleted")).expect("a list");
    let (life, _) = stage.restored(&file);
    assert_eq!(life.number("SELECT count(*) FROM authors"), 0);
    assert_eq!(
        life.number("SELECT count(*) FROM register_entries WHERE initiative_id IS NULL"),
        1
    );
    let kept = life.dump(&OWN);
    assert!(!kept.contains(NAME) && !kept.contains(TITLE), "{kept}");
}

#[test]
fn an_entry_ends_with_its_months_and_what_was_told_stays_its_author_s() {
    let (stage, ana, _) = entered();
    stage.sabotage("UPDATE register_entries SET entered_on = '2021-11-01'");
    stage.at("2026-11-24 03:00");
    assert_eq!(stage.number("SELECT count(*) FROM register_entries"), 0);
    ana.says("/sangkien");
    ana.taps(TITLE);
    ana.sees(CHANGE);
}

#[test]
fn whoever_asks_gets_all_that_is_held_of_it() {
    let (stage, ana, _) = entered();
    ana.says("/dulieucuatoi");
    let files = stage.post.borrow_mut().files(ana.user);
    let (_, text) = &files[0];
    for words in [
        "SÁNG KIẾN CỦA TÔI",
        TITLE,
        CHANGE,
        NAME,
        "Công đoàn Sở Nội vụ, đưa vào ngày 23/11/2026: đã đưa vào sổ",
        "là tác giả sáng kiến có tên",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// In the three weeks before 31 May whoever writes a broadcast is offered words for it.
#[test]
fn the_day_of_thrift_comes_with_a_ready_broadcast() {
    let (stage, _, lan) = office();
    stage.at("2027-05-03 09:00");
    lan.says("/thongbao");
    assert!(!lan.has_button("Lời gợi ý"));
    lan.taps("Bỏ bản nháp");
    stage.at("2027-05-17 09:00");
    lan.says("/thongbao");
    lan.taps("Lời gợi ý: Ngày toàn dân tiết kiệm, chống lãng phí");
    let shown = lan.messages();
    assert!(
        shown
            .iter()
            .any(|one| one.text.contains("Mời đồng chí kể một việc")),
        "as members will get it"
    );
    stage.at("2027-06-01 09:00");
    assert_eq!(
        stage.number("SELECT count(*) FROM recipients"),
        0,
        "nothing goes by itself"
    );
}

//! What members are asked once a year: five taps, counted and forgotten as a check-in is; and what they may print for
//! themselves.

use std::path::Path;
use std::rc::Rc;

use nhip::campaign::Campaign;
use nhip::campaign::form::Opening;
use nhip::core::{Core, Retention};
use nhip::schedule::Cadence;
use nhip::text::{Texts, Words};
use nhip::types::Thresholds;
use proptest::prelude::*;
use testkit::stage::{Actor, OFFICER, Stage, UNITS, cases};

use crate::forms::{copy, officer_of};
use crate::thief::{count, loot};

/// Training needs are asked from 30 November to 13 December.
const DAYS: Opening = Opening {
    day: 30,
    month: 11,
    days: 14,
};

fn with(campaign: Campaign, units: &str) -> Rc<Stage> {
    let texts = Texts::built_in(&Words::default()).expect("sound texts");
    let rules = testkit::parts::rules(&[OFFICER], Cadence::default());
    Stage::with_core(Core::new(texts, campaign, rules), units)
}

fn asking() -> Campaign {
    let campaign = Campaign::built_in().expect("sound content");
    campaign.asking("hoctap".parse().expect("a name"), DAYS)
}

/// The first morning on which training needs are asked.
fn open() -> Rc<Stage> {
    open_in(UNITS)
}

fn open_in(units: &str) -> Rc<Stage> {
    let stage = with(asking(), units);
    stage.at("2026-11-30 07:00");
    stage
}

/// Answers: these topics, then the same choice of everything else.
fn answers(person: &Actor, topics: &[&str], choice: usize) {
    person.says("/hoctap");
    person.taps("Đồng ý, bắt đầu");
    for topic in topics {
        person.taps(&format!("☐ {topic}"));
    }
    if topics.len() < 3 {
        person.taps("Tiếp tục");
    }
    for _ in 0..4 {
        person.taps_choice(choice);
    }
    person.sees("Cảm ơn đồng chí");
}

fn rows(stage: &Stage) -> i64 {
    stage.number("SELECT count(*) FROM checkin_answers")
}

fn closes(stage: &Stage) {
    stage.settles();
    stage.at("2026-12-13 21:00");
}

#[test]
fn five_questions_are_answered_by_taps_in_one_message() {
    let stage = open();
    let ana = stage.member("An", "VP");
    ana.says("/viectrongnam");
    ana.sees("🗳 Nhu cầu đào tạo, bồi dưỡng – trả lời được đến 21:00");
    ana.taps("Nhu cầu đào tạo, bồi dưỡng");
    ana.sees("5 câu, chỉ chọn, không gõ");
    ana.sees("từ 10 người");
    let one = ana.count();
    ana.taps("Đồng ý, bắt đầu");
    ana.sees("câu 1/5");
    ana.taps("☐ Bảo vệ dữ liệu cá nhân");
    ana.taps("☐ Soạn thảo văn bản");
    assert!(ana.has_button("☑ Soạn thảo văn bản"));
    ana.taps("☑ Soạn thảo văn bản");
    ana.taps("Tiếp tục");
    ana.sees("câu 2/5");
    ana.taps("Học trực tuyến");
    ana.taps("Bỏ qua");
    ana.taps("Quý II");
    ana.taps("Không có trở ngại");
    ana.sees(
        "• Nội dung: Bảo vệ dữ liệu cá nhân\n• Hình thức: Học trực tuyến\n• Thời lượng: (bỏ qua)",
    );
    assert_eq!(ana.count(), one, "one message, edited");
    ana.taps("Xem lại, sửa lựa chọn");
    ana.taps("☐ Ngoại ngữ, tiếng dân tộc");
    ana.taps("☐ Nghiệp vụ công đoàn");
    ana.sees("câu 2/5");
    ana.taps("Quay lại");
    ana.taps("☐ Nội dung khác");
    assert!(ana.toast().contains("Đã chọn đủ số lượng"));
    ana.says("/mydata");
    assert_eq!(rows(&stage), 15, "twelve topics, three choices");
    ana.says("/hoctap");
    ana.taps("Rút lại tất cả");
    assert_eq!(rows(&stage), 0);
    assert_eq!(stage.number("SELECT count(*) FROM checkin_visits"), 0);
}

#[test]
fn nothing_is_pushed_but_a_line_under_the_weekly_item() {
    let stage = open();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    answers(&binh, &["Kỹ năng tiếp công dân"], 0);
    let (hers, his) = (ana.count(), binh.count());
    stage.at("2026-12-07 11:35");
    let item = ana.messages().pop().expect("the item");
    assert_eq!(ana.got(hers), binh.got(his), "the same messages");
    assert!(
        item.text.contains("🗳 Nhu cầu đào tạo, bồi dưỡng"),
        "{}",
        item.text
    );
    ana.taps("Đã đọc");
    ana.sees("🗳 Nhu cầu đào tạo");
    ana.taps("Việc trong năm");
    ana.sees("Mọi việc ở đây đều tự nguyện");
    let other = binh.messages().pop().expect("the item");
    assert!(
        !other.text.contains("🗳"),
        "who has answered is not asked again"
    );
}

#[test]
fn closing_leaves_counts_of_whole_unions_and_nobody_s_answer() {
    let stage = open();
    for person in stage.members(9, "VP") {
        answers(
            &person,
            &["Soạn thảo văn bản", "Ngoại ngữ, tiếng dân tộc"],
            0,
        );
    }
    for person in stage.members(3, "TT") {
        answers(&person, &["Soạn thảo văn bản"], 1);
    }
    for person in stage.members(9, "SYT") {
        answers(&person, &["Kỹ năng tiếp công dân"], 2);
    }
    let officer = stage.officer();
    officer.says("/hoctap SNV");
    officer.sees("Đang mở đến");
    let (person, round) = (
        stage.number("SELECT max(id) FROM members"),
        stage.number("SELECT max(id) FROM checkin_rounds"),
    );
    let row = [&round.to_be_bytes()[6..], &person.to_be_bytes()[6..]].concat();
    assert!(count(&loot(&stage), &row) > 0);
    closes(&stage);
    assert_eq!(rows(&stage), 0);
    assert_eq!(
        stage.rows("SELECT u.code || ' ' || p.people FROM checkin_people AS p JOIN units AS u ON u.id = p.unit_id
                    JOIN checkin_rounds AS r ON r.id = p.round_id WHERE r.form = 'hoctap' ORDER BY 1"),
        ["LD 21"],
        "nine beside twelve would follow from twenty-one"
    );
    officer.says("/hoctap SNV");
    officer.sees("chưa nêu được kết quả");
    officer.says("/hoctap VP");
    officer
        .sees("chỉ tổng hợp từ cấp cơ sở trở lên; xin xem trong kết quả của Công đoàn Sở Nội vụ");
    officer.says("/hoctap LD");
    officer.sees("21 người trả lời");
    officer.sees("Nội dung\n• Soạn thảo văn bản: khoảng 55%");
    officer.sees("chưa đủ căn cứ");
    officer.sees("Câu hỏi kiểm tra kiến thức chung, không đo năng lực công tác.");
    officer.taps("Đề xuất (Word)");
    let paper = crate::forms::document(&stage);
    for words in [
        "BÁO CÁO\nKết quả khảo sát và đề xuất: Nhu cầu đào tạo, bồi dưỡng năm 2027",
        "Kính gửi: Thủ trưởng cơ quan",
        "không đo năng lực công tác",
        "Soạn thảo văn bản\nkhoảng 55%",
    ] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    assert_eq!(
        stage.rows("SELECT action FROM audit WHERE action IN ('report', 'export') ORDER BY id"),
        ["report", "export"]
    );
    let late = stage.member("Chi", "VP");
    late.forges(&format!("survey:p:{round}:0:1"));
    assert!(late.toast().contains("đã khép lại"));
    late.says("/hoctap");
    late.sees("Đợt tới mở từ 07:00 thứ Ba 30/11/2027");
    assert_eq!(rows(&stage), 0);
}

#[test]
fn who_has_hardly_taken_part_counts_for_nothing_and_is_told_so() {
    let stage = open();
    for person in stage.members(10, "SYT") {
        answers(&person, &["Soạn thảo văn bản"], 0);
    }
    stage.settles();
    let late = stage.member("Chi", "SYT");
    late.says("/hoctap");
    late.sees("Đồng chí tham gia sau khi đợt này mở");
    stage.at("2026-12-13 21:00");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_people"), 2);
}

#[test]
fn forged_foreign_and_officers_buttons_give_nothing() {
    let stage = open();
    let (ana, binh) = (stage.member("An", "VP"), stage.stranger("Bình"));
    let round = stage.number("SELECT id FROM checkin_rounds WHERE form IS NOT NULL");
    let checkin = stage.number("SELECT id FROM checkin_rounds WHERE form IS NULL");
    let unit = stage.unit("SNV");
    let before = stage.kept();
    for data in [
        format!("survey:p:{round}:5:0"),
        format!("survey:p:{round}:0:12"),
        format!("survey:p:{round}:1:4"),
        format!("survey:p:{checkin}:0:1"),
        format!("survey:r:{checkin}"),
        format!("survey:p:{}:0:1", round + 1),
        format!("survey:u:{unit}"),
        format!("survey:o:{unit}:{round}"),
        format!("survey:d:{unit}:{round}"),
        "survey:t:hoctap:0:0".to_owned(),
        "survey:f:vieclam:0".to_owned(),
        format!("c:{round}:0:1"),
        format!("p:{round}:1"),
        format!("retract:{round}"),
    ] {
        ana.forges(&data);
        assert!(!ana.toast().is_empty(), "{data}");
        binh.forges(&data);
    }
    assert_eq!(stage.kept(), before);
}

#[test]
fn an_officer_who_forges_asks_for_nothing_that_is_not_a_closed_survey() {
    let stage = open();
    let (officer, unit) = (stage.officer(), stage.unit("SNV"));
    let (first, last) = (
        stage.number("SELECT min(id) FROM checkin_rounds"),
        stage.number("SELECT max(id) FROM checkin_rounds"),
    );
    let before = stage.kept();
    for round in first..=last + 1 {
        for kind in ["o", "d"] {
            officer.forges(&format!("survey:{kind}:{unit}:{round}"));
            assert!(officer.toast().contains("không còn dùng được"));
        }
    }
    assert_eq!(stage.kept(), before);
}

#[test]
fn a_consent_to_reflection_is_another_matter() {
    let stage = open();
    let ana = stage.stranger("An");
    ana.joins("VP", 1 | 4);
    answers(&ana, &["Soạn thảo văn bản"], 0);
    ana.says("/privacy");
    assert_eq!(rows(&stage), 16);
    let binh = stage.member("Bình", "VP");
    answers(&binh, &["Soạn thảo văn bản"], 0);
    binh.says("/privacy");
    binh.taps("Không dùng phần suy ngẫm nữa");
    assert_eq!(
        rows(&stage),
        32,
        "what was said in the survey is taken back there"
    );
    binh.says("/xoadulieu");
    binh.taps("Dừng hẳn");
    assert_eq!(rows(&stage), 16);
}

#[test]
fn it_opens_once_a_year_and_a_changed_form_is_neither_asked_nor_read() {
    let stage = open();
    stage.restart();
    stage.at("2026-12-01 09:00");
    let surveys = "SELECT month FROM checkin_rounds WHERE form IS NOT NULL";
    assert_eq!(stage.rows(surveys), ["hoctap 2026"]);
    stage.at("2026-12-14 09:00");
    stage.restart();
    stage.tick();
    assert_eq!(
        stage.rows(surveys),
        ["hoctap 2026"],
        "a closed one is not opened again"
    );
    stage.sabotage("UPDATE checkin_rounds SET version = 7 WHERE form IS NOT NULL");
    let officer = stage.officer();
    officer.says("/hoctap");
    officer.sees("Lúc này chưa mở");
}

/// The root, two grassroots unions, two groups below each.
const TREE: &str = "code,name,parent,kind,members
U0,Tỉnh,,tỉnh,
U1,Cơ sở một,U0,cơ sở,
U2,Cơ sở hai,U0,cơ sở,
U3,Tổ ba,U1,tổ,40
U4,Tổ bốn,U1,tổ,40
U5,Tổ năm,U2,tổ,40
U6,Tổ sáu,U2,tổ,40
";
const PARENTS: [usize; 7] = [0, 0, 0, 1, 1, 2, 2];

proptest! {
    #![proptest_config(cases(6))]

    /// Whoever reads every unit's result, before and after closing, finds no number of a group of one to nine, nothing below a
    /// grassroots union, and while it is open nothing at all.
    #[test]
    fn all_results_together_tell_of_no_small_group(own in prop::collection::vec(0..14_usize, 7), leaver in 0..40_usize, mover in 0..40_usize) {
        let stage = open_in(TREE);
        let officer = stage.officer();
        let mut people = Vec::new();
        for (unit, count) in own.iter().enumerate() {
            for person in stage.members(*count, &format!("U{unit}")) {
                people.push((unit, person));
            }
        }
        let mut counts = vec![0_i64; 7];
        let round = stage.number("SELECT id FROM checkin_rounds WHERE form IS NOT NULL");
        let read = || -> Vec<String> {
            (0..7).map(|unit| { officer.says(&format!("/hoctap U{unit}")); officer.screen() }).collect()
        };
        let before = read();
        for (place, (unit, person)) in people.iter().enumerate() {
            person.forges(&format!("survey:p:{round}:0:{}", place % 12));
            person.forges(&format!("survey:p:{round}:1:{}", place % 3));
            if place == leaver {
                person.forges("leave");
                continue;
            }
            if place == mover {
                person.forges(&format!("move:@{}", stage.invite("U6")));
            }
            counts[*unit] += 1;
        }
        prop_assert_eq!(read(), before, "while it is open nothing is told");
        stage.settles();
        stage.at("2026-12-13 21:00");
        let mut totals = counts.clone();
        for unit in (1..7).rev() {
            totals[PARENTS[unit]] += totals[unit];
        }
        let mut seen = Vec::new();
        for (unit, screen) in read().into_iter().enumerate() {
            let told = screen.lines().find_map(|line| line.split_once(" người trả lời, đợt").map(|(people, _)| people.parse::<i64>().expect("a number")));
            if let Some(people) = told {
                prop_assert!(unit < 3, "below a grassroots union: {screen}");
                prop_assert_eq!(people, totals[unit]);
                seen.push(unit);
            }
            prop_assert!(!screen.contains("100%") && !screen.contains(": 0%"), "{}", screen);
        }
        for code in 0..3_usize.pow(u32::try_from(seen.len()).expect("few")) {
            let (mut rest, mut sum, mut members) = (code, 0, vec![0_i64; 7]);
            for unit in &seen {
                let factor = i64::try_from(rest % 3).expect("small") - 1;
                rest /= 3;
                sum += factor * totals[*unit];
                for (below, count) in members.iter_mut().enumerate() {
                    let mut above = below;
                    while above != *unit && above != 0 { above = PARENTS[above]; }
                    *count += factor * i64::from(above == *unit);
                }
            }
            if members.iter().all(|count| (0..=1).contains(count)) {
                prop_assert!(sum == 0 || sum >= 10, "{members:?} has {sum} people of {counts:?}");
            }
        }
        prop_assert_eq!(rows(&stage), 0);
    }
}

#[test]
fn a_raised_threshold_holds_for_what_was_counted_before() {
    let stage = open();
    for person in stage.members(10, "SYT") {
        answers(&person, &["Soạn thảo văn bản"], 0);
    }
    closes(&stage);
    let officer = stage.officer();
    officer.says("/hoctap SYT");
    officer.sees("10 người trả lời");
    officer.sees("Soạn thảo văn bản: từ 90% trở lên");
    let texts = Texts::built_in(&Words::default()).expect("sound texts");
    let rules = testkit::parts::rules(&[OFFICER], Cadence::default());
    let raised = Thresholds {
        quiz: 5,
        reflection: 11,
    };
    let core = Core::new(texts, asking(), rules).with_retention(raised, Retention::default());
    stage.restart_with(core);
    officer.says("/hoctap SYT");
    officer.sees("chưa nêu được kết quả");
}

#[test]
fn a_sheet_of_deeds_is_written_sent_and_forgotten() {
    let stage = open();
    let ana = stage.member("An", "VP");
    let before = stage.kept();
    ana.says("/viectrongnam");
    ana.taps("Việc tôi sẽ làm");
    ana.sees("Trách nhiệm: chọn một việc, hoặc bỏ qua.");
    ana.sees("2. Hẹn rõ ngày trả lời");
    ana.taps("☐ 2");
    assert!(ana.has_button("☑ 2"));
    ana.taps("☐ 3");
    assert!(
        ana.has_button("☐ 2") && ana.has_button("☑ 3"),
        "one of each"
    );
    ana.taps("Tiếp tục");
    ana.taps("Bỏ qua");
    ana.taps("☐ 1");
    ana.taps("Tiếp tục");
    ana.sees("• Trách nhiệm: Việc vượt thẩm quyền");
    ana.sees("• Sáng tạo: Bớt một bước thừa");
    ana.taps("Nhận tờ này (Word)");
    let sent = crate::forms::document(&stage);
    assert!(sent.contains("Việc vượt thẩm quyền thì báo ngay"), "{sent}");
    assert!(
        !sent.contains("Trung thành") && !sent.contains("khuyết điểm"),
        "{sent}"
    );
    assert_eq!(stage.kept(), before, "nothing is stored");
    assert!(!String::from_utf8_lossy(&loot(&stage)).contains("vượt thẩm quyền thì báo ngay"));
    ana.says("/viectrongnam");
    ana.taps("Việc tôi sẽ làm");
    for _ in 0..3 {
        ana.taps("Bỏ qua");
    }
    ana.sees("chưa chọn việc nào");
}

#[test]
fn my_year_is_made_on_the_spot_and_kept_nowhere() {
    let stage = open();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-30 11:35");
    ana.taps("Đã đọc");
    ana.finishes_the_quiz(3);
    let before = stage.kept();
    ana.says("/namcuatoi");
    ana.sees("Năm của tôi · Năm 2026 (của riêng đồng chí)");
    ana.sees("Bài đã đọc: 1\nTuần đã trả lời đủ năm câu: 1");
    ana.taps("Tệp Word của riêng tôi");
    let sent = crate::forms::document(&stage);
    assert!(
        sent.contains("NĂM CỦA TÔI") && sent.contains("đã đọc 1 bài"),
        "{sent}"
    );
    for word in ["điểm số", "đúng", "xếp hạng", "%"] {
        assert!(!sent.contains(word), "no points: {word} in {sent}");
    }
    assert_eq!(stage.kept(), before, "nothing is stored");
    assert_eq!(
        stage.number("SELECT count(*) FROM outbox WHERE state = 'queued'"),
        0
    );
}

/// The survey of `messages/README.md`, with the name of its file.
fn example() -> (String, String) {
    let page = std::fs::read_to_string("messages/README.md").expect("the page");
    let (_, rest) = page
        .split_once("Ví dụ này là tệp `forms/xe")
        .expect("its name");
    let (name, rest) = rest.split_once("`:").expect("its name");
    let (_, rest) = rest.split_once("```yaml\n").expect("a form");
    let (form, _) = rest.split_once("```").expect("its end");
    (format!("forms/xe{name}"), form.to_owned())
}

#[test]
fn an_organisation_asks_its_members_something_of_its_own_as_the_page_says() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(Path::new("messages"), folder.path());
    let (name, form) = example();
    let form = form.replace("opens: \"02/03\"", "opens: \"30/11\"");
    std::fs::write(folder.path().join(name), form).expect("the form");
    let campaign = Campaign::load(folder.path()).unwrap_or_else(|faults| panic!("{faults}"));
    let stage = with(campaign, UNITS);
    stage.at("2026-11-30 07:00");
    for person in stage.members(12, "SYT") {
        person.says("/viectrongnam");
        person.taps("Xe đưa đón");
        person.taps("Đồng ý, bắt đầu");
        person.taps("Có, hằng ngày");
        person.taps("☐ Khu phía Bắc");
        person.taps("Tiếp tục");
        person.sees("• Tuyến: Khu phía Bắc");
    }
    closes(&stage);
    let chair = officer_of(&stage, "Lan", "SYT");
    chair.says("/hoctap");
    chair.sees("12 người trả lời");
    chair.sees("Có, hằng ngày: từ 90% trở lên");
    assert!(
        !chair.screen().contains("Gợi ý chủ đề"),
        "only training needs have topics"
    );
    chair.taps("Đề xuất (Word)");
    assert!(crate::forms::document(&stage).contains("Kết quả khảo sát: Xe đưa đón"));
}

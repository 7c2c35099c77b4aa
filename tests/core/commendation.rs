//! Commending somebody: only who has agreed to be named, by their own measure.

use std::io::Cursor;
use std::rc::Rc;

use calamine::{Data, Reader, Xlsx};
use chrono::{Days, NaiveDate};
use testkit::stage::{Actor, Group, OFFICER, Stage};

use crate::officers::appointed;

pub const NAME: &str = "Nguyễn Thị An";
pub const REASON: &str =
    "Tham gia đều, nhiều lần giải thích quy định cho đồng nghiệp ở bộ phận một cửa.";

/// So many weeks from the first one, in which these people answer all; then the Monday after, 09:00.
fn weeks(stage: &Stage, count: u64, people: &[&Actor]) {
    let first = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    for week in 0..count {
        let day = |days| {
            (first + Days::new(7 * week + days))
                .format("%Y-%m-%d")
                .to_string()
        };
        stage.at(&format!("{} 11:35", day(0)));
        stage.at(&format!("{} 11:35", day(2)));
        for person in people {
            person.finishes_the_quiz(3);
        }
        stage.at(&format!("{} 21:00", day(6)));
    }
    let after = first + Days::new(7 * count);
    stage.at(&format!("{} 09:00", after.format("%Y-%m-%d")));
}

fn agrees(actor: &Actor, name: &str) {
    actor.says("/riengtu");
    actor.taps("Nêu tên khi biểu dương");
    actor.taps("Đồng ý được nêu tên");
    actor.says(name);
    actor.taps("Đúng, dùng tên này");
}

/// Eight weeks before the story, in which they took part.
pub fn took_part(stage: &Stage, actor: &Actor) {
    for week in 1..=8 {
        stage.sabotage(&format!(
            "INSERT OR IGNORE INTO rounds (id, monday, criterion, cycle, opens_at, closes_at, closed)
             VALUES ({week}, date('2026-11-23', '-{} days'), '1.1', 0, {week}, {week} + 1, 1)",
            7 * week
        ));
        stage.sabotage(&format!(
            "INSERT INTO participations (member_id, round_id, unit_id, reached, read, answered, finished)
             SELECT id, {week}, unit_id, 1, 1, 1, 1 FROM members WHERE id = {}",
            actor.row()
        ));
    }
}

/// A grassroots union with its group, and two who took part steadily: one has agreed to be named, one has not.
pub fn prepared() -> (Rc<Stage>, Group, Actor, Actor) {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    took_part(&stage, &ana);
    took_part(&stage, &binh);
    agrees(&ana, NAME);
    let group = stage.group(-4_001);
    group.hears(&stage.officer(), "/link SNV");
    (stage, group, ana, binh)
}

/// The officer goes as far as the preview.
pub fn drafts(officer: &Actor) {
    officer.says("/bieuduong SNV");
    officer.taps(NAME);
    officer.says(REASON);
}

/// The sheet of those commended in the year's file for a unit: name and reason of each row.
pub fn reported(stage: &Stage, officer: &Actor, code: &str) -> Vec<(String, String)> {
    // As many people as it takes for figures.
    stage.sabotage("UPDATE tallies SET reached = 12, read = 12, answered = 12, finished = 12");
    officer.says(&format!("/baocao {code} năm 2026"));
    officer.taps("Bảng tính");
    let bytes = stage.post.borrow_mut().newest_file.clone();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let Ok(sheet) = book.worksheet_range("Biểu dương") else {
        return Vec::new();
    };
    let text = |cell: Option<&Data>| cell.map_or_else(String::new, ToString::to_string);
    // Below title, unit, period and heads.
    let rows = sheet.rows().skip_while(|row| text(row.get(3)).is_empty());
    let rows = rows.skip(1);
    rows.map(|row| (text(row.get(1)), text(row.get(3))))
        .collect()
}

#[test]
fn eight_weeks_of_questions_are_a_ground() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    let officer = stage.officer();
    agrees(&ana, NAME);
    agrees(&binh, "Trần Văn Bình");
    weeks(&stage, 7, &[&ana]);
    officer.says("/bieuduong SNV");
    officer.sees("chưa có ai để gợi ý");
    stage.at("2027-01-13 11:35");
    ana.finishes_the_quiz(0);
    stage.at("2027-01-18 09:00");
    officer.says("/bieuduong SNV");
    officer.sees("Nguyễn Thị An (Tổ Văn phòng): tham gia đều 8/8 tuần");
    officer.sees_no("Bình");
}

#[test]
fn who_has_agreed_is_named_with_a_reason_and_nobody_else_is() {
    let (stage, group, ana, binh) = prepared();
    let officer = stage.officer();
    officer.says("/bieuduong SNV");
    officer.sees("Nguyễn Thị An (Tổ Văn phòng): tham gia đều 8/8 tuần");
    assert_eq!(
        officer.screen().matches("tham gia đều").count(),
        1,
        "Bình has not agreed"
    );
    officer.taps(NAME);
    officer.says("Tốt");
    officer.sees("ngắn quá");
    officer.says(&"Rất tích cực. ".repeat(40));
    officer.sees("thẻ chỉ đủ chỗ cho 300");
    officer.says(REASON);
    officer.sees("Tin ở trên là đúng những gì nhóm sẽ thấy");
    let messages = officer.messages();
    let preview = messages[messages.len() - 2].text.clone();
    // What was said at the tie, and what may be pinned.
    assert_eq!(group.messages().len(), 2, "nothing is posted yet");
    officer.taps("Đăng vào nhóm");
    assert_eq!(group.last().text, preview, "just what was shown");
    group.sees("Công đoàn Sở Nội vụ biểu dương cá nhân tiêu biểu");
    group.sees("Nguyễn Thị An, Tổ Văn phòng");
    group.sees(REASON);
    officer.sees("Đã biểu dương Nguyễn Thị An");
    ana.sees_no("chúc mừng");
    stage.at("2026-11-23 11:35");
    assert!(
        ana.messages()
            .iter()
            .any(|message| message.text.contains("Trân trọng chúc mừng đồng chí!")),
        "in the hours in which members are written to"
    );
    stage.at("2026-11-29 21:00");
    let row = vec![(NAME.to_owned(), REASON.to_owned())];
    assert_eq!(reported(&stage, &officer, "SNV"), row);
    assert_eq!(reported(&stage, &officer, "LD"), row, "and those above");
    officer.says("/bieuduong SNV");
    officer.sees("chưa có ai để gợi ý");
    binh.says("/nhatky");
    binh.sees("biểu dương một người đã đồng ý được nêu tên");
    binh.sees("xem gợi ý người để biểu dương");
}

#[test]
fn two_taps_post_once_and_nobody_else_posts_it() {
    let (stage, group, _ana, binh) = prepared();
    let officer = stage.officer();
    let other = appointed(&stage, &officer, "Phó Chủ tịch", "SYT", "Phó Chủ tịch");
    drafts(&officer);
    let draft = stage.number("SELECT id FROM commendation_drafts");
    let version = stage.number("SELECT version FROM commendation_drafts");
    let (unit, member) = (
        stage.unit("SNV"),
        stage.number("SELECT member_id FROM named_members"),
    );
    let kept = stage.kept();
    for person in [&other, &binh] {
        for data in [
            format!("commend:post:{draft}:{version}"),
            format!("commend:rewrite:{draft}"),
            format!("commend:drop:{draft}"),
            format!("commend:draw:{unit}"),
            format!("commend:choose:{unit}:{member}"),
        ] {
            person.forges(&data);
        }
        person.says("/bieuduong SNV");
        assert!(!person.screen().contains(NAME));
    }
    officer.forges(&format!("commend:post:{draft}:{}", version - 1));
    officer.forges(&format!("commend:choose:{unit}:{}", binh.row()));
    assert_eq!(stage.kept(), kept);
    let before = group.messages().len();
    officer.taps("Đăng vào nhóm");
    officer.taps_again();
    assert_eq!(group.messages().len(), before + 1);
    assert_eq!(stage.number("SELECT count(*) FROM commendations"), 1);
}

#[test]
fn nobody_is_asked_while_joining_and_changed_words_name_nobody() {
    let (stage, _group, ana, binh) = prepared();
    let dora = stage.stranger("Dora");
    dora.says(&format!("/start {}", stage.invite("VP")));
    dora.sees_no("nêu tên");
    binh.says("/riengtu");
    binh.sees("Được nêu tên khi biểu dương: đồng chí chưa đồng ý");
    let officer = stage.officer();
    officer.says("/bieuduong SNV");
    officer.sees(NAME);
    stage.restart_with(crate::consent::changed(
        "Bot lưu một tên do",
        "Bot lưu một cái tên do",
    ));
    officer.says("/bieuduong SNV");
    officer.sees("chưa có ai để gợi ý");
    ana.says("/quiz");
    ana.sees("Câu 1/5");
    ana.says("/riengtu");
    ana.sees("cho đến khi đồng chí đồng ý lại");
    ana.taps("Nêu tên khi biểu dương");
    ana.taps("Đồng ý được nêu tên");
    ana.sees("Khi biểu dương, bot sẽ nêu đúng tên này: Nguyễn Thị An");
    officer.says("/bieuduong SNV");
    officer.sees(NAME);
}

#[test]
fn the_newest_question_gets_the_answer() {
    let (stage, _group, _ana, binh) = prepared();
    binh.says("/riengtu");
    binh.taps("Nêu tên khi biểu dương");
    binh.taps("Đồng ý được nêu tên");
    binh.says("/quiz");
    binh.says("B");
    binh.sees("Câu 1/5");
    binh.says("0912 345 678");
    binh.sees("chưa dùng được tên này");
    binh.says("Trần Văn Bình");
    binh.taps("Đúng, dùng tên này");
    binh.sees("đúng tên này: Trần Văn Bình");
    binh.says("Tôi còn muốn nói");
    binh.sees("không đọc tin nhắn tự do");
    let officer = stage.officer();
    officer.says("/bieuduong SNV");
    officer.taps(NAME);
    officer.says("/thongbao");
    officer.says("Mời họp chiều thứ Sáu");
    let preview = officer.messages().into_iter().rev().nth(1);
    let preview = preview.expect("a preview").text;
    assert!(preview.starts_with("Mời họp chiều thứ Sáu"), "{preview}");
    assert_eq!(
        stage.rows("SELECT coalesce(reason, '–') FROM commendation_drafts"),
        ["–"]
    );
    // A day later nobody's words are taken for an answer any more.
    stage.at("2026-11-24 09:00");
    officer.says(REASON);
    assert_eq!(stage.number("SELECT count(*) FROM commendation_drafts"), 0);
}

#[test]
fn without_a_group_the_row_is_kept_and_an_officer_never_commends_themselves() {
    let (stage, group, _ana, _) = prepared();
    let officer = stage.officer();
    group.hears(&officer, "/huylienket");
    drafts(&officer);
    officer.sees("chưa gắn nhóm nào");
    officer.taps("Chỉ ghi vào báo cáo");
    officer.sees("đã ghi một dòng vào báo cáo");
    stage.at("2026-11-29 21:00");
    assert_eq!(stage.number("SELECT count(*) FROM commendations"), 1);
    stage.sabotage("DELETE FROM commendations");
    stage.sabotage(&format!(
        "UPDATE members SET user_id = {OFFICER} WHERE id = (SELECT member_id FROM named_members)"
    ));
    officer.says("/bieuduong SNV");
    officer.sees("chưa có ai để gợi ý");
}

#[test]
fn while_everything_is_held_nothing_is_posted_and_old_rows_end() {
    let (stage, group, _ana, _) = prepared();
    let officer = stage.officer();
    officer.says("/tamdungtatca");
    drafts(&officer);
    officer.taps("Đăng vào nhóm");
    assert!(officer.toast().contains("tạm dừng mọi tin"));
    assert_eq!(stage.number("SELECT count(*) FROM commendations"), 0);
    officer.says("/guitrolai");
    officer.taps("Đăng vào nhóm");
    group.sees(REASON);
    stage.at("2028-11-23 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM commendations"), 1);
    stage.at("2028-11-25 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM commendations"), 0);
    assert_eq!(stage.number("SELECT count(*) FROM commendation_cards"), 0);
    group.sees("đã được gỡ");
    assert!(
        !group.glance().contains(NAME),
        "nobody could take it down any more"
    );
}

#[test]
fn what_was_held_leaves_when_it_was_planned_and_not_at_night() {
    let (stage, _group, ana, binh) = prepared();
    let officer = stage.officer();
    agrees(&binh, "Trần Văn Bình");
    binh.says("/caidat");
    binh.taps("Nghỉ 2 tuần");
    stage.set("2026-11-23 20:45");
    for name in [NAME, "Trần Văn Bình"] {
        officer.says("/bieuduong SNV");
        officer.taps(name);
        officer.says(REASON);
        officer.taps("Đăng vào nhóm");
    }
    let thanks = |actor: &Actor| {
        let messages = actor.messages();
        messages
            .iter()
            .filter(|one| one.text.contains(REASON))
            .count()
    };
    officer.says("/tamdungtatca");
    stage.at("2026-11-23 21:05");
    officer.says("/guitrolai");
    stage.at("2026-11-23 21:10");
    assert_eq!((thanks(&ana), thanks(&binh)), (0, 0), "it is night");
    stage.at("2026-11-24 11:40");
    assert_eq!(
        (thanks(&ana), thanks(&binh)),
        (1, 0),
        "who has paused is left in peace"
    );
    stage.at("2026-12-08 11:40");
    assert_eq!((thanks(&ana), thanks(&binh)), (1, 1));
}

#[test]
fn nobody_is_commended_twice_by_two_who_did_not_know_of_each_other() {
    let (stage, group, _ana, _) = prepared();
    let officer = stage.officer();
    let other = appointed(&stage, &officer, "Phó Chủ tịch", "SNV", "Phó Chủ tịch");
    drafts(&officer);
    drafts(&other);
    officer.taps("Đăng vào nhóm");
    let before = group.messages().len();
    other.taps("Đăng vào nhóm");
    assert!(other.toast().contains("không còn trong gợi ý"));
    assert_eq!(group.messages().len(), before);
    assert_eq!(stage.number("SELECT count(*) FROM commendations"), 1);
}

#[test]
fn what_is_no_reason_is_not_taken_for_one() {
    let (stage, _group, _ana, _) = prepared();
    let officer = stage.officer();
    let chair = appointed(&stage, &officer, "Chủ tịch", "SNV", "Chủ tịch");
    chair.joins("VP", 7);
    chair.says("/quiz");
    for writer in [&chair, &officer] {
        writer.says("/bieuduong SNV");
        writer.taps(NAME);
    }
    chair.says("B");
    let mut phone = chair.messages().into_iter();
    assert!(
        phone.any(|message| message.text.contains("Đồng chí chọn B.")),
        "it was the answer to the question"
    );
    chair.sends_a_sticker();
    chair.sees("Muốn gửi ảnh hoặc tệp cho đơn vị, xin gõ /thongbao");
    officer.sends_a_document("units.csv", testkit::stage::UNITS.as_bytes());
    for writer in [&chair, &officer] {
        assert!(!writer.glance().contains("Lý do này ngắn quá"));
        writer.says(REASON);
        writer.sees("Tin ở trên là đúng những gì nhóm sẽ thấy");
    }
}

#[test]
fn who_is_no_officer_any_more_is_shown_no_name_and_every_name_is_in_the_audit() {
    let (stage, _group, _ana, _) = prepared();
    let officer = stage.officer();
    let chair = appointed(&stage, &officer, "Chủ tịch", "SNV", "Chủ tịch");
    let draws = "SELECT count(*) FROM audit WHERE action = 'draw'";
    let member = stage.number("SELECT member_id FROM named_members");
    chair.forges(&format!("commend:choose:{}:{member}", stage.unit("SNV")));
    chair.sees(NAME);
    assert_eq!(stage.number(draws), 1, "without a draw before");
    chair.says(REASON);
    let rewrite = chair.tapping("Viết lại lý do");
    officer.says("/canbo SNV");
    officer.taps("1. Chủ tịch");
    officer.taps("Thu lại quyền ngay");
    let before = chair.glance().matches(NAME).count();
    stage.updates(&[rewrite]);
    stage.deliver();
    assert_eq!(chair.glance().matches(NAME).count(), before);
}

#[test]
fn an_officer_hears_that_the_group_did_not_take_the_card() {
    let (stage, group, ..) = prepared();
    let officer = stage.officer();
    drafts(&officer);
    stage.post.borrow_mut().blocked.insert(group.chat);
    officer.taps("Đăng");
    stage.tick();
    stage.deliver();
    officer.sees("Thẻ biểu dương chưa đăng được trong nhóm của đơn vị");
}

//! What we will do: a unit answers a closed check-in, and its members get what they said together with it.

use std::rc::Rc;

use nhip::schedule::{Cadence, Sending};
use testkit::stage::{Actor, Stage, UNITS};

use crate::checkin::reflects;
use crate::officers::appointed;

const LINE: &str = "Từ tháng tới, sáng thứ Hai có mười phút để báo sớm việc khó kịp hạn.";

/// The first check-in of the campaign is open.
fn open() -> Rc<Stage> {
    let stage = Stage::new();
    stage.at("2026-11-30 07:00");
    stage
}

fn choosing(stage: &Rc<Stage>, count: usize, code: &str, choices: [usize; 3]) -> Vec<Actor> {
    let people = stage.members(count, code);
    people.iter().for_each(|person| reflects(person, choices));
    people
}

/// They answer the first prompt only.
fn one_answer(stage: &Rc<Stage>, count: usize, code: &str) {
    for person in stage.members(count, code) {
        person.says("/checkin");
        person.taps("Đã đọc và suy nghĩ");
        person.taps_choice(0);
        person.taps("Bỏ qua câu này");
        person.taps("Bỏ qua câu này");
    }
}

/// The lines below a prompt of that place on a screen, from 1.
fn prompt(screen: &str, place: usize) -> Vec<String> {
    let blocks: Vec<&str> = screen.split("Tiêu chí ").collect();
    let lines = blocks[place].lines().skip(1);
    lines
        .take_while(|line| line.starts_with("· "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn members_get_what_they_said_together_with_what_will_be_done() {
    let stage = open();
    let officer = stage.officer();
    let people = choosing(&stage, 11, "VP", [0, 0, 1]);
    choosing(&stage, 1, "TT", [1, 0, 1]);
    let (quiet, beside) = (stage.member("Bình", "TT"), stage.member("Chi", "SYT"));
    officer.says("/hoiam SNV");
    officer.sees("không có đợt suy ngẫm nào vừa khép lại");
    stage.settles();
    stage.at("2026-12-13 21:00");
    stage.at("2026-12-14 09:00");
    officer.says("/baocao SNV tháng 12");
    officer.taps("Hồi âm đợt suy ngẫm");
    officer.sees("Suy ngẫm tháng 11/2026 · Công đoàn Sở Nội vụ");
    officer.sees("12 người đã tham gia");
    let screen = officer.screen();
    assert!(
        prompt(&screen, 1)[0].ends_with(": đa số, từ 90% trở lên"),
        "{screen}"
    );
    assert_eq!(
        prompt(&screen, 1)[0].split(": ").last(),
        prompt(&screen, 2)[0].split(": ").last(),
        "eleven of twelve and twelve of twelve read alike"
    );
    assert!(prompt(&screen, 1)[1].ends_with(": không quá 10%"));
    assert!(!screen.contains("Tiêu chí 1."), "theme 1 is no answer");
    officer.taps("Viết hồi âm");
    officer.says("Tốt");
    officer.sees("ngắn quá");
    officer.says(&"Sẽ cố gắng. ".repeat(40));
    officer.sees("tối đa là 300");
    officer.says(LINE);
    officer.sees("Bản nháp");
    let messages = officer.messages();
    let preview = messages[messages.len() - 2].text.clone();
    assert!(preview.contains("Suy ngẫm tháng 11/2026 · Công đoàn Sở Nội vụ\n12 người"));
    assert!(preview.contains(&format!("Công đoàn Sở Nội vụ sẽ làm: {LINE}")));
    let before = quiet.count();
    officer.taps("Xác nhận gửi");
    officer.taps_again();
    assert_eq!(quiet.got(before), 0, "not before their hours");
    stage.at("2026-12-14 11:35");
    for person in people.iter().chain([&quiet]) {
        let got = person
            .messages()
            .iter()
            .filter(|message| message.text == preview)
            .count();
        assert_eq!(
            got, 1,
            "those who did not answer and those below get it, once"
        );
    }
    assert!(
        !beside
            .messages()
            .iter()
            .any(|message| message.text.contains("sẽ làm"))
    );
    officer.says("/hoiam SNV");
    officer.sees("đã có hồi âm");
    assert!(!officer.has_button("Viết hồi âm"));
    officer.says("/baocao SNV tháng 12");
    assert!(!officer.has_button("Hồi âm đợt suy ngẫm"));
    quiet.says("/nhatky");
    quiet.sees("gửi hồi âm đợt suy ngẫm");
}

#[test]
fn too_few_are_told_nothing_and_below_the_grassroots_nobody_is() {
    let stage = open();
    let officer = stage.officer();
    choosing(&stage, 12, "VP", [0, 0, 0]);
    choosing(&stage, 9, "SYT", [1, 1, 1]);
    stage.settles();
    stage.at("2026-12-13 21:00");
    for (code, words) in [
        ("SYT", "Chưa đủ số lượt để tổng hợp"),
        ("SNV", "Chưa đủ số lượt để tổng hợp"),
        ("VP", "chỉ được tổng hợp cho cả Công đoàn Sở Nội vụ"),
    ] {
        officer.says(&format!("/hoiam {code}"));
        officer.sees(words);
        officer.sees_no("%");
        assert!(!officer.has_button("Viết hồi âm"), "{code}");
        let round = stage.number("SELECT id FROM checkin_rounds");
        officer.forges(&format!("desk:respond:{round}:{}", stage.unit(code)));
        assert!(officer.toast().contains("Không hồi âm được"), "{code}");
    }
    officer.says("/hoiam LD");
    officer.sees("21 người đã tham gia");
    officer.says("/dsthongbao");
    officer.sees("Chưa có thông báo nào.");
}

#[test]
fn a_prompt_that_few_answered_is_hidden_and_so_is_what_would_give_it_away() {
    let stage = open();
    let officer = stage.officer();
    choosing(&stage, 20, "VP", [0, 0, 0]);
    choosing(&stage, 4, "SYT", [0, 0, 0]);
    one_answer(&stage, 8, "SYT");
    stage.settles();
    stage.at("2026-12-13 21:00");
    officer.says("/hoiam SYT");
    officer.sees("12 người đã tham gia");
    let screen = officer.screen();
    assert!(prompt(&screen, 1)[0].contains("90%"));
    assert_eq!(
        prompt(&screen, 2),
        ["· Chưa đủ số lượt để tổng hợp."],
        "four answered it"
    );
    officer.says("/hoiam LD");
    assert!(prompt(&officer.screen(), 2)[0].contains("90%"));
    officer.says("/hoiam SNV");
    let screen = officer.screen();
    assert!(prompt(&screen, 1)[0].contains("90%"));
    assert_eq!(
        prompt(&screen, 2),
        ["· Chưa đủ số lượt để tổng hợp."],
        "the province less these would be the four"
    );
}

#[test]
fn a_prompt_that_was_hidden_stays_so_wherever_the_unit_moves() {
    let stage = open();
    let officer = stage.officer();
    choosing(&stage, 20, "VP", [0, 0, 0]);
    choosing(&stage, 9, "SYT", [0, 0, 0]);
    one_answer(&stage, 2, "SYT");
    stage.settles();
    stage.at("2026-12-13 21:00");
    let kept = "SELECT u.code || ' ' || c.place FROM checkin_counts AS c JOIN units AS u ON u.id = c.unit_id
                WHERE u.code <> 'LD' ORDER BY 1";
    assert_eq!(stage.rows(kept), ["SNV 0", "SYT 0"]);
    // By a tree of its own nothing would speak against it; the province less these would still be the nine.
    stage.import(&UNITS.replace("Sở Nội vụ,LD", "Sở Nội vụ,"));
    for restarted in [false, true] {
        if restarted {
            stage.restart();
        }
        officer.says("/hoiam SNV");
        let screen = officer.screen();
        assert!(prompt(&screen, 1)[0].contains("90%"), "{screen}");
        assert_eq!(
            prompt(&screen, 2),
            ["· Chưa đủ số lượt để tổng hợp."],
            "{restarted}"
        );
    }
}

#[test]
fn it_is_the_officers_of_the_unit_who_answer_once_and_a_taken_back_one_makes_room() {
    let stage = open();
    let officer = stage.officer();
    choosing(&stage, 12, "VP", [0, 1, 2]);
    stage.settles();
    stage.at("2026-12-13 21:00");
    stage.at("2026-12-14 11:35");
    let (round, unit) = (
        stage.number("SELECT id FROM checkin_rounds"),
        stage.unit("SNV"),
    );
    let other = appointed(&stage, &officer, "Phó Chủ tịch", "SYT", "Phó Chủ tịch");
    let own = appointed(&stage, &officer, "Chủ tịch cơ sở", "SNV", "Chủ tịch");
    let ana = stage.member("An", "VP");
    let kept = stage.kept();
    for person in [&other, &ana] {
        person.says("/hoiam SNV");
        assert!(!person.screen().contains('%'));
        for data in [
            format!("desk:result:{unit}"),
            format!("desk:respond:{round}:{unit}"),
        ] {
            person.forges(&data);
            assert!(person.toast().contains("không có quyền"));
        }
    }
    assert_eq!(stage.kept(), kept);
    // Two write at the same time: whoever confirms second is told so.
    for person in [&own, &officer] {
        person.says("/hoiam SNV");
        person.taps("Viết hồi âm");
        person.says(LINE);
    }
    // What is not an answer's cannot be forged into it.
    let draft = stage.number("SELECT id FROM broadcasts WHERE officer = 9000100");
    let version = stage.number("SELECT version FROM broadcasts WHERE officer = 9000100");
    officer.forges(&format!("b:{draft}:{version}:groups"));
    assert_eq!(stage.number("SELECT sum(groups) FROM broadcasts"), 0);
    own.taps("Xác nhận gửi");
    let before = ana.count();
    officer.taps("Xác nhận gửi");
    assert!(
        officer.toast().contains("đã có hồi âm"),
        "{}",
        officer.toast()
    );
    stage.at("2026-12-14 12:00");
    assert_eq!(ana.got(before), 0, "they have it once");
    own.taps("Thu hồi");
    own.taps("Thu hồi");
    stage.at("2026-12-14 12:30");
    assert!(
        !ana.messages()
            .iter()
            .any(|message| message.text.contains("sẽ làm"))
    );
    officer.taps("Xác nhận gửi");
    stage.at("2026-12-14 12:45");
    assert!(
        ana.messages()
            .iter()
            .any(|message| message.text.contains(LINE))
    );
}

#[test]
fn an_answer_that_was_given_up_can_be_taken_back_after_another_was_sent() {
    let stage = open();
    let officer = stage.officer();
    choosing(&stage, 12, "VP", [0, 1, 2]);
    stage.settles();
    stage.at("2026-12-13 21:00");
    // Before the hours in which it could go.
    stage.at("2026-12-14 10:00");
    for again in [false, true] {
        officer.says("/hoiam SNV");
        officer.taps("Viết hồi âm");
        officer.says(LINE);
        officer.taps("Xác nhận gửi");
        if !again {
            officer.taps("Hủy phần chưa gửi");
            stage.at("2026-12-14 10:10");
        }
    }
    stage.at("2026-12-14 12:00");
    let told = |phase: &str| {
        officer.says("/dsthongbao");
        officer.sees(phase);
        officer.sees("· Đã xong");
    };
    told("· Đã hủy");
    officer.forges("b:1:0:unsend");
    stage.at("2026-12-14 12:10");
    told("· Đã thu hồi");
    assert_eq!(stage.number("SELECT count(*) FROM quarantine"), 0);
}

#[test]
fn a_second_officer_confirms_what_goes_to_many_and_it_is_the_same_answer() {
    let stage = open();
    let officer = stage.officer();
    choosing(&stage, 12, "VP", [0, 1, 2]);
    let chair = appointed(&stage, &officer, "Chủ tịch cơ sở", "SNV", "Chủ tịch");
    stage.restart_with(
        testkit::stage::core(Cadence::default()).with_sending(Sending {
            second_above: 10,
            ..Sending::default()
        }),
    );
    stage.settles();
    stage.at("2026-12-13 21:00");
    stage.at("2026-12-14 11:35");
    chair.says("/hoiam SNV");
    chair.taps("Viết hồi âm");
    chair.says(LINE);
    chair.taps("Xác nhận gửi");
    officer.taps("Đồng ý gửi");
    stage.at("2026-12-14 12:00");
    chair.sees("Đã gửi: 12/12");
    let ana = stage.member("An", "VP");
    ana.says("/nhatky");
    ana.sees("gửi hồi âm đợt suy ngẫm");
    ana.sees("xác nhận thông báo của cán bộ khác · người phụ trách cao nhất");
}

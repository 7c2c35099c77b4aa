//! What we will do: a unit answers a closed check-in, and its members get what they said together with it.

use std::rc::Rc;

use nhip::schedule::{Cadence, Sending};

use crate::checkin::reflects;
use crate::house::{House, UNITS};
use crate::officers::appointed;
use crate::people::Actor;

const LINE: &str = "Từ tháng tới, sáng thứ Hai có mười phút để báo sớm việc khó kịp hạn.";

/// The first check-in of the campaign is open.
fn open() -> Rc<House> {
    let house = House::new();
    house.at("2026-11-30 07:00");
    house
}

fn choosing(house: &Rc<House>, count: usize, code: &str, choices: [usize; 3]) -> Vec<Actor> {
    let people = house.members(count, code);
    people.iter().for_each(|person| reflects(person, choices));
    people
}

/// They answer the first prompt only.
fn one_answer(house: &Rc<House>, count: usize, code: &str) {
    for person in house.members(count, code) {
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
    let house = open();
    let officer = house.officer();
    let people = choosing(&house, 11, "VP", [0, 0, 1]);
    choosing(&house, 1, "TT", [1, 0, 1]);
    let (quiet, beside) = (house.member("Bình", "TT"), house.member("Chi", "SYT"));
    officer.says("/hoiam SNV");
    officer.sees("không có đợt suy ngẫm nào vừa khép lại");
    house.at("2026-12-13 21:00");
    house.at("2026-12-14 09:00");
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
    house.at("2026-12-14 11:35");
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
    let house = open();
    let officer = house.officer();
    choosing(&house, 12, "VP", [0, 0, 0]);
    choosing(&house, 9, "SYT", [1, 1, 1]);
    house.at("2026-12-13 21:00");
    for (code, words) in [
        ("SYT", "Chưa đủ số lượt để tổng hợp"),
        ("SNV", "Chưa đủ số lượt để tổng hợp"),
        ("VP", "chỉ được tổng hợp cho cả Công đoàn Sở Nội vụ"),
    ] {
        officer.says(&format!("/hoiam {code}"));
        officer.sees(words);
        officer.sees_no("%");
        assert!(!officer.has_button("Viết hồi âm"), "{code}");
        let round = house.number("SELECT id FROM checkin_rounds");
        officer.forges(&format!("desk:respond:{round}:{}", house.unit(code)));
        assert!(officer.toast().contains("Không hồi âm được"), "{code}");
    }
    officer.says("/hoiam LD");
    officer.sees("21 người đã tham gia");
    assert_eq!(house.number("SELECT count(*) FROM broadcasts"), 0);
}

#[test]
fn a_prompt_that_few_answered_is_hidden_and_so_is_what_would_give_it_away() {
    let house = open();
    let officer = house.officer();
    choosing(&house, 20, "VP", [0, 0, 0]);
    choosing(&house, 4, "SYT", [0, 0, 0]);
    one_answer(&house, 8, "SYT");
    house.at("2026-12-13 21:00");
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
    let house = open();
    let officer = house.officer();
    choosing(&house, 20, "VP", [0, 0, 0]);
    choosing(&house, 9, "SYT", [0, 0, 0]);
    one_answer(&house, 2, "SYT");
    house.at("2026-12-13 21:00");
    let kept = "SELECT u.code || ' ' || c.place FROM checkin_counts AS c JOIN units AS u ON u.id = c.unit_id
                WHERE u.code <> 'LD' ORDER BY 1";
    assert_eq!(house.rows(kept), ["SNV 0", "SYT 0"]);
    // By a tree of its own nothing would speak against it; the province less these would still be the nine.
    house.import(&UNITS.replace("Sở Nội vụ,LD", "Sở Nội vụ,"));
    for restarted in [false, true] {
        if restarted {
            house.restart();
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
    let house = open();
    let officer = house.officer();
    choosing(&house, 12, "VP", [0, 1, 2]);
    house.at("2026-12-13 21:00");
    house.at("2026-12-14 11:35");
    let (round, unit) = (
        house.number("SELECT id FROM checkin_rounds"),
        house.unit("SNV"),
    );
    let other = appointed(&house, &officer, "Phó chủ tịch", "SYT", "phó chủ tịch");
    let own = appointed(&house, &officer, "Chủ tịch cơ sở", "SNV", "chủ tịch");
    let ana = house.member("An", "VP");
    let kept = house.kept();
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
    assert_eq!(house.kept(), kept);
    // Two write at the same time: whoever confirms second is told so.
    for person in [&own, &officer] {
        person.says("/hoiam SNV");
        person.taps("Viết hồi âm");
        person.says(LINE);
    }
    // What is not an answer's cannot be forged into it.
    let draft = house.number("SELECT id FROM broadcasts WHERE officer = 9000100");
    let version = house.number("SELECT version FROM broadcasts WHERE officer = 9000100");
    officer.forges(&format!("b:{draft}:{version}:groups"));
    assert_eq!(house.number("SELECT sum(groups) FROM broadcasts"), 0);
    own.taps("Xác nhận gửi");
    let before = ana.count();
    officer.taps("Xác nhận gửi");
    assert!(
        officer.toast().contains("đã có hồi âm"),
        "{}",
        officer.toast()
    );
    house.at("2026-12-14 12:00");
    assert_eq!(ana.got(before), 0, "they have it once");
    own.taps("Thu hồi");
    own.taps("Thu hồi");
    house.at("2026-12-14 12:30");
    assert!(
        !ana.messages()
            .iter()
            .any(|message| message.text.contains("sẽ làm"))
    );
    officer.taps("Xác nhận gửi");
    house.at("2026-12-14 12:45");
    assert!(
        ana.messages()
            .iter()
            .any(|message| message.text.contains(LINE))
    );
}

#[test]
fn an_answer_that_was_given_up_can_be_taken_back_after_another_was_sent() {
    let house = open();
    let officer = house.officer();
    choosing(&house, 12, "VP", [0, 1, 2]);
    house.at("2026-12-13 21:00");
    // Before the hours in which it could go.
    house.at("2026-12-14 10:00");
    for _ in 0..2 {
        officer.says("/hoiam SNV");
        officer.taps("Viết hồi âm");
        officer.says(LINE);
        officer.taps("Xác nhận gửi");
        if house.number("SELECT count(*) FROM broadcasts") == 1 {
            officer.taps("Hủy phần chưa gửi");
            house.at("2026-12-14 10:10");
        }
    }
    house.at("2026-12-14 12:00");
    let states = || house.rows("SELECT state FROM broadcasts ORDER BY id");
    assert_eq!(states(), ["cancelled", "done"]);
    officer.forges("b:1:0:unsend");
    house.at("2026-12-14 12:10");
    assert_eq!(states(), ["unsent", "done"]);
    assert_eq!(house.number("SELECT count(*) FROM quarantine"), 0);
}

#[test]
fn a_second_officer_confirms_what_goes_to_many_and_it_is_the_same_answer() {
    let house = open();
    let officer = house.officer();
    choosing(&house, 12, "VP", [0, 1, 2]);
    let second = appointed(&house, &officer, "Chủ tịch cơ sở", "SNV", "chủ tịch");
    house.restart_with(
        crate::house::core(Cadence::default()).with_sending(Sending {
            second_above: 10,
            ..Sending::default()
        }),
    );
    house.at("2026-12-13 21:00");
    house.at("2026-12-14 11:35");
    officer.says("/hoiam SNV");
    officer.taps("Viết hồi âm");
    officer.says(LINE);
    officer.taps("Xác nhận gửi");
    second.taps("Đồng ý gửi");
    house.at("2026-12-14 12:00");
    let sent = "SELECT count(*) FROM recipients WHERE state = 'sent'";
    assert_eq!(house.number(sent), 12);
    assert_eq!(
        house.rows("SELECT action FROM audit WHERE action IN ('respond', 'second') ORDER BY id"),
        ["respond", "second"]
    );
}

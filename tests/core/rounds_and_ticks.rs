//! The week: rounds, windows, holidays, and a bot that was off.

use std::collections::BTreeSet;

use nhip::schedule::Cadence;
use testkit::stage::Stage;

fn holidays(days: &[&str]) -> Cadence {
    let holidays: BTreeSet<_> = days.iter().map(|day| day.parse().expect("a day")).collect();
    Cadence {
        holidays,
        ..Cadence::default()
    }
}

#[test]
fn the_evening_window_is_for_those_who_chose_it() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    binh.says("/settings");
    binh.taps("17:15–20:30");
    let before = (ana.count(), binh.count());
    stage.at("2026-11-23 12:00");
    assert_eq!((ana.got(before.0), binh.got(before.1)), (1, 0));
    stage.at("2026-11-23 18:00");
    assert_eq!((ana.got(before.0), binh.got(before.1)), (1, 1));
}

#[test]
fn a_quiz_that_is_on_the_phone_already_does_not_come_a_second_time() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    stage.at("2026-11-23 12:00");
    ana.says("/quiz");
    let before = (ana.count(), binh.count());
    stage.at("2026-11-25 12:00");
    assert_eq!((ana.got(before.0), binh.got(before.1)), (0, 1));
}

#[test]
fn holidays_push_a_day_later_and_a_short_week_has_no_reminder() {
    let stage = Stage::with_cadence(holidays(&[
        "2026-11-23",
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
    ]));
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage.at("2026-11-23 12:00");
    assert_eq!(ana.got(before), 0);
    stage.at("2026-11-24 12:00");
    assert_eq!(
        ana.got(before),
        2,
        "the item and the quiz on the only working day"
    );
    assert!(
        ana.messages()[before].text.contains("Tiêu chí 1.1"),
        "the item comes first"
    );
    for day in ["25", "26", "27", "28"] {
        stage.at(&format!("2026-11-{day} 12:00"));
    }
    assert_eq!(ana.got(before), 2);
}

#[test]
fn a_week_of_holidays_is_no_round_and_costs_no_streak() {
    let tet = [
        "2026-11-30",
        "2026-12-01",
        "2026-12-02",
        "2026-12-03",
        "2026-12-04",
    ];
    let stage = Stage::with_cadence(holidays(&tet));
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(5);
    stage.at("2026-11-30 12:00");
    stage.at("2026-12-02 12:00");
    ana.says("/quiz");
    ana.sees("Năm câu của tuần tới mở lúc 07:00 thứ Hai 07/12");
    stage.at("2026-12-07 09:00");
    ana.finishes_the_quiz(5);
    ana.says("/me");
    ana.sees("Chuỗi tuần liên tiếp: 2");
    stage.at("2026-12-07 11:35");
    ana.sees("Tiêu chí 3.1");
}

#[test]
fn before_the_campaign_begins_nothing_opens() {
    let stage = Stage::new();
    stage.at("2026-11-02 12:00");
    let ana = stage.member("An", "VP");
    stage.at("2026-11-20 12:00");
    // October's check-in would still be open.
    ana.says("/checkin");
    ana.sees("Đợt tới mở từ 07:00 thứ Hai 30/11");
    ana.says("/quiz");
    ana.sees("07:00 thứ Hai 23/11");
}

#[test]
fn a_bot_that_was_off_for_two_days_does_not_send_mondays_item() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage.at("2026-11-25 09:00");
    assert_eq!(ana.got(before), 0);
    assert_eq!(
        stage.number("SELECT count(*) FROM pushes WHERE done = 1"),
        2
    );
    stage.at("2026-11-25 11:35");
    assert_eq!(ana.got(before), 1);
    ana.sees("Câu 1/5");
}

#[test]
fn what_was_owed_when_the_bot_went_off_is_not_sent_at_night() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage.set("2026-11-23 11:35");
    stage.tick();
    // Killed with the item on its way; back in the middle of the night.
    stage.claim();
    stage.set("2026-11-25 02:00");
    stage.restart();
    stage.tick();
    stage.deliver();
    assert_eq!(ana.got(before), 0);
    assert_eq!(
        stage.rows("SELECT state || ' ' || reason FROM outbox WHERE lane = 1"),
        ["expired its time had passed"]
    );
}

#[test]
fn a_bot_that_starts_in_the_middle_of_a_window_still_sends() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage.at("2026-11-23 13:14");
    assert_eq!(ana.got(before), 1);
    ana.sees("Tiêu chí 1.1");
    stage.at("2026-11-23 13:15");
    assert_eq!(ana.got(before), 1);
}

#[test]
fn a_bot_that_starts_on_sunday_evening_opens_the_round_for_what_is_left() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-29 20:00");
    ana.finishes_the_quiz(5);
    stage.at("2026-11-29 21:00");
    assert_eq!(stage.number("SELECT closed FROM rounds"), 1);
    stage.at("2026-11-29 23:00");
    assert_eq!(stage.number("SELECT count(*) FROM rounds"), 1);
}

#[test]
fn everybody_is_served_in_batches_and_nobody_twice() {
    let stage = Stage::new();
    stage.at("2026-11-23 07:00");
    // 250 members at once, without their conversations.
    stage.crowd(250, "VP");
    stage.set("2026-11-23 11:35");
    let again: Vec<bool> = (0..4).map(|_| stage.tick_once().again).collect();
    assert_eq!(again, [true, true, true, false]);
    assert_eq!(stage.number("SELECT count(*) FROM outbox"), 250);
    assert_eq!(
        stage.number("SELECT count(DISTINCT chat_id) FROM outbox"),
        250
    );
    stage.deliver();
    assert_eq!(
        stage.number(&format!(
            "SELECT reached FROM tallies WHERE unit_id = {}",
            stage.unit("LD")
        )),
        250
    );
}

#[test]
fn killed_between_two_batches_the_push_goes_on_where_it_was() {
    let stage = Stage::new();
    stage.at("2026-11-23 07:00");
    stage.crowd(150, "VP");
    stage.set("2026-11-23 11:35");
    stage.tick_once();
    stage.restart();
    stage.tick();
    stage.deliver();
    assert_eq!(
        stage.number("SELECT count(*) FROM participations WHERE reached = 1"),
        150
    );
}

#[test]
fn paused_and_unreachable_members_are_left_in_peace() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    ana.says("/settings");
    ana.taps("Nghỉ 1 tuần");
    binh.blocks();
    let before = (ana.count(), binh.count());
    stage.at("2026-11-23 11:35");
    stage.at("2026-11-25 11:35");
    assert_eq!((ana.got(before.0), binh.got(before.1)), (0, 0));
    // The pause was from Friday to Friday: the reminder is the first message after it.
    stage.at("2026-11-27 11:35");
    assert_eq!(ana.got(before.0), 1);
    binh.unblocks();
    stage.at("2026-11-30 11:35");
    assert_eq!((ana.got(before.0), binh.got(before.1)), (2, 1));
}

#[test]
fn who_blocked_and_writes_again_is_reachable_again() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.post.borrow_mut().blocked.insert(ana.user);
    stage.at("2026-11-23 11:35");
    assert_eq!(stage.number("SELECT reachable FROM members"), 0);
    stage.post.borrow_mut().blocked.clear();
    ana.says("/help");
    assert_eq!(stage.number("SELECT reachable FROM members"), 1);
    stage.at("2026-11-25 11:35");
    ana.sees("Câu 1/5");
}

#[test]
fn one_member_with_broken_rows_does_not_stop_the_week_for_the_others() {
    let stage = Stage::new();
    stage.at("2026-11-23 07:00");
    let people = stage.members(3, "VP");
    let before: Vec<usize> = people.iter().map(|person| person.count()).collect();
    people[1].says("/quiz");
    stage.sabotage("UPDATE quiz_questions SET question_id = 'Q-9.9-99'");
    stage.at("2026-11-25 11:35");
    assert_eq!((people[0].got(before[0]), people[2].got(before[2])), (1, 1));
    // Fewer questions than answers: a panic, were it not for care.
    stage.sabotage("UPDATE quizzes SET place = 5");
    stage.sabotage("DELETE FROM quiz_questions WHERE place > 2");
    stage.at("2026-11-27 11:35");
    stage.at("2026-11-30 11:35");
    people[2].sees("Tiêu chí 2.1");
}

#[test]
fn handled_updates_are_forgotten_after_three_days_and_unsent_rows_after_thirty() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.post.borrow_mut().blocked.insert(ana.user);
    ana.says("/help");
    assert_eq!(stage.number("SELECT count(*) FROM outbox"), 1);
    stage.at("2026-11-23 23:59");
    assert!(stage.number("SELECT count(*) FROM updates") > 0);
    stage.at("2026-11-24 00:00");
    assert_eq!(stage.number("SELECT count(*) FROM updates"), 0);
    stage.at("2026-12-20 12:00");
    assert_eq!(
        stage.number("SELECT count(*) FROM outbox WHERE reason = 'blocked'"),
        1
    );
    stage.at("2026-12-21 12:00");
    assert_eq!(
        stage.number("SELECT count(*) FROM outbox WHERE reason = 'blocked'"),
        0
    );
}

//! What officers do, in English: one story of each feature, for those who read no Vietnamese. What is said in Vietnamese
//! even so is the units' names and what officers write.
//!
//! Knows the screens as people see them: `>` is what a person writes, brackets are buttons, parentheses are toasts.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

/// The campaign's first Monday morning, and the officer of the whole province.
fn monday() -> (Rc<Stage>, Actor) {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let officer = stage.officer().in_english();
    // Who is a member is written to in their own language at other times, too.
    officer.joins("LD", 5);
    (stage, officer)
}

/// The words after `start=` on a screen.
fn payload(screen: &str) -> &str {
    let (_, rest) = screen.split_once("start=").expect("a link");
    rest.split_whitespace().next().expect("a link")
}

/// The line with four digits on a screen.
fn digits(screen: &str) -> String {
    let line = screen.lines().find(|line| line.contains("four digits: "));
    let (_, rest) = line
        .and_then(|line| line.split_once("digits: "))
        .expect("four digits");
    rest.chars().take(4).collect()
}

#[test]
fn an_officer_is_appointed_by_a_link_an_acceptance_and_four_digits() {
    let (stage, officer) = monday();
    let bob = stage.stranger("Bob").in_english();
    bob.joins("VP", 5);
    officer.says("/officers VP");
    officer.taps("Give rights to a new officer");
    officer.taps("Section leader");
    officer.sees("Please send this link privately to the right person");
    bob.says(&format!("/start {}", payload(&officer.screen())));
    bob.sees("You are offered the rights of an officer in charge");
    bob.taps("Accept");
    bob.sees("Please read these four digits to the person who sent you the link");
    assert_eq!(digits(&bob.screen()), digits(&officer.screen()));
    bob.says("/officers");
    bob.sees("This command is for union officers who have been given rights in the bot.");
    officer.taps("The right person, confirm");
    bob.sees("You now have the rights of Section leader, Tổ Văn phòng.");
    // And taken back.
    officer.taps("See the officers in charge");
    officer.taps("Take back: 1. Section leader");
    officer.taps("Take the rights back now");
    officer.sees("The rights of Section leader, Tổ Văn phòng have been taken back.");
    bob.sees("Your rights of Section leader, Tổ Văn phòng in the bot have been taken back.");
}

#[test]
fn a_report_tells_counts_and_says_so_where_there_are_too_few() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let officer = stage.officer().in_english();
    let group = stage.group(-4_001);
    group.hears(&officer, "/link VP");
    let told = stage.post.borrow_mut().messages(-4_001);
    let told = told.iter().any(|message| {
        let text = &message.text;
        text.starts_with("This group is now linked to Tổ Văn phòng.")
    });
    assert!(told, "{:?}", group.messages());
    let people = stage.members(4, "VP");
    stage.at("2026-11-23 11:35");
    group.hears(&officer, "/report");
    group.sees("Figures of this unit alone come after the week has ended");
    let more = stage.members(8, "VP");
    for person in people.iter().chain(&more) {
        person.finishes_the_quiz(5);
    }
    stage.at("2026-11-29 21:00");
    group.hears(&officer, "/report");
    insta::assert_snapshot!(group.last().text, @r"
    COMBINED FIGURES (draft, for reference)
    Tổ Văn phòng
    Week 23/11 – 29/11 · criterion 1.1
    The week ended at 21:00 Sunday 29/11.

    Received the messages: 12/30 people (40%)
    Tapped “I have read it”: 0/12 (0%)
    Answered questions: 12/12 (100%)
    Completed all five: 12/12 (100%)

    Share of correct answers by theme (weeks that have ended, 23/11 – 29/11)
    1. Trung thành (Loyalty): mostly correct, 90% or more (12 people)
    2. Trách nhiệm (Responsibility): mostly correct, 90% or more (12 people)
    3. Liêm chính (Integrity): mostly correct, 90% or more (12 people)
    4. Sáng tạo (Creativity): mostly correct, 90% or more (12 people)

    Not to be used to grade or appraise individuals or units.
    ");
    // Others in the group may not ask.
    let ann = stage.stranger("Ann").in_english();
    group.hears(&ann, "/report");
    group.sees("This command is for the union officers in charge.");
}

#[test]
fn a_reminder_goes_to_those_who_have_not_finished_and_says_neither_who_nor_how_many() {
    let (stage, officer) = monday();
    let people = stage.members(14, "VP");
    stage.at("2026-11-25 12:00");
    people[0].finishes_the_quiz(5);
    officer.says("/remind VP");
    officer.sees("You can remind people from the next day");
    stage.at("2026-11-26 10:00");
    officer.says("/remind VP");
    insta::assert_snapshot!(officer.screen(), @r"
    Remind those who have not finished · Tổ Văn phòng

    This would remind those who have not finished; the bot tells neither who nor how many they are. How many of the unit have answered is in the report, once the week is over.

    Sent at the time each has chosen: 11:35–13:15 Thursday 26/11; 17:15–20:30 Thursday 26/11. One reminder a week; whoever has been reminded this week gets no other.
    ");
    officer.taps("Remind once");
    officer.sees("the bot will remind people at their sending times.");
    let before = (people[0].count(), people[1].count());
    stage.at("2026-11-26 11:40");
    assert_eq!((people[0].got(before.0), people[1].got(before.1)), (0, 1));
    stage.at("2026-11-26 17:20");
    officer.sees("Tổ Văn phòng: done.");
}

#[test]
fn a_broadcast_is_written_shown_confirmed_and_counted() {
    let (stage, officer) = monday();
    let people = stage.members(6, "VP");
    stage.at("2026-11-23 11:40");
    officer.says("/broadcast");
    officer.says("Meeting on Friday at nine");
    insta::assert_snapshot!(officer.screen(), @r"
    Draft of a broadcast. The message above is exactly what people will get.

    To: Liên đoàn Lao động tỉnh and the units below it
    Will get it: 7 people, 0 groups
    Whoever has blocked the bot, has paused, or has not agreed to the present words does not get it (no number under 5 is given).

    Starts: as soon as it is confirmed
    Expected to be done: 11:40 Monday 23/11/2026
    Time limit: 20:30 Tuesday 24/11/2026
    ");
    officer.taps("Confirm and send");
    for person in &people {
        person.sees("Meeting on Friday at nine");
    }
    stage.at("2026-11-23 11:45");
    insta::assert_snapshot!(officer.screen(), @r"
    Broadcast 1 from Liên đoàn Lao động tỉnh
    To: Liên đoàn Lao động tỉnh and the units below it
    Done
    Sent: 7/7
    ");
    // Sent by mistake: it is gone from every phone.
    officer.taps("Take back what was sent");
    officer.taps("Take it back now");
    stage.at("2026-11-23 11:50");
    for person in &people {
        assert!(!person.screen().contains("Meeting on Friday"));
    }
    insta::assert_snapshot!(officer.screen(), @r"
    Broadcast 1 from Liên đoàn Lao động tỉnh
    To: Liên đoàn Lao động tỉnh and the units below it
    Taken back
    Sent: 0/7
    Taken back: 7
    ");
}

#[test]
fn a_commendation_names_only_who_has_agreed_to_be_named() {
    let (stage, officer) = monday();
    let group = stage.group(-4_001);
    group.hears(&officer, "/link SNV");
    let (ann, bob) = (
        stage.stranger("Ann").in_english(),
        stage.stranger("Bob").in_english(),
    );
    for person in [&ann, &bob] {
        person.joins("VP", 5);
        crate::commendation::took_part(&stage, person);
    }
    ann.says("/privacy");
    ann.taps("Being named when commended");
    ann.taps("I agree to be named");
    ann.says("Ann Nguyen");
    ann.taps("Yes, use this name");
    officer.says("/commend SNV");
    officer.sees("Ann Nguyen (Tổ Văn phòng): took part steadily, 8/8 weeks");
    officer.sees_no("Bob");
    officer.taps("Ann Nguyen");
    officer.sees("Why do you commend Ann Nguyen?");
    officer.says("Explained the new rules to colleagues at the counter, again and again.");
    officer.sees("The message above is exactly what the group will see.");
    officer.taps("Post it in the group");
    stage.at("2026-11-23 11:35");
    insta::assert_snapshot!(group.last().text, @r"
    BIỂU DƯƠNG
    Công đoàn Sở Nội vụ biểu dương cá nhân tiêu biểu trong Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”:

    Ann Nguyen, Tổ Văn phòng
    Explained the new rules to colleagues at the counter, again and again.
    Ngày 23/11/2026. Người được biểu dương đã đồng ý được nêu tên.
    ");
    // She changes her mind, and the card is gone.
    ann.says("/privacy");
    ann.taps("Do not name me any more");
    stage.at("2026-11-23 11:40");
    assert!(!group.glance().contains("Ann Nguyen"));
}

#[test]
fn who_asks_to_join_is_let_in_by_the_number_they_told() {
    let (stage, officer) = monday();
    let bob = stage.stranger("Bob").in_english();
    bob.says("to van phong");
    bob.taps("Tổ Văn phòng");
    bob.sees("An officer confirms. You found the unit by its name");
    for part in [" 1. ", " 2. "] {
        bob.taps(part);
    }
    bob.taps("I agree");
    let screen = bob.screen();
    let (_, rest) = screen.split_once("Your number: ").expect("a number");
    officer.sees("Number 1 of them asked on 23/11/2026 and reads English.");
    officer.taps(&rest[..2]);
    officer.sees(&format!("told you the number {}?", &rest[..2]));
    officer.taps("Yes, confirm");
    officer.sees("Confirmed: they have joined Tổ Văn phòng.");
    assert!(bob.is_member());
}

#[test]
fn everybody_confirms_anew_by_a_fresh_link_or_is_let_go() {
    let (stage, officer) = monday();
    let (bob, eve) = (
        stage.stranger("Bob").in_english(),
        stage.stranger("Eve").in_english(),
    );
    bob.joins("VP", 5);
    eve.joins("VP", 5);
    officer.says("/invite VP");
    officer.taps("Have everybody confirm anew");
    officer.sees("This concerns fewer than 5 people of this unit itself");
    officer.taps("Begin");
    officer.sees("Confirming anew: fewer than 5 people have not opened the new link yet.");
    stage.at("2026-11-23 11:40");
    bob.sees("Please confirm anew");
    bob.says(&format!("/start {}", stage.invite("VP")));
    bob.sees("Confirmed, thank you.");
    stage.at("2026-11-30 11:40");
    stage.at("2026-12-07 11:40");
    eve.sees("The time to confirm anew in Tổ Văn phòng is over");
    assert!(bob.is_member() && !eve.is_member());
}

#[test]
fn a_unit_s_figures_are_asked_for_typed_and_handed_in() {
    let (_, officer) = monday();
    officer.says("/totals");
    officer.taps("＋ Open: The year's figures · Year 2026");
    officer.sees("for 2 units");
    officer.taps("07/12/2026 (in 14 days)");
    officer.sees("Handed in 0/2 units · sent back 0 · missing 2");
    officer.says("/forms SYT");
    officer.taps("❗ The year's figures · Year 2026 · due 07/12/2026");
    officer.sees("1. The year's plan for the campaign");
    officer.taps("Skip");
    officer.says("about 40");
    officer.sees("3 numbers are wanted, and there is only 2: “about 40”");
    officer.says("40 28 ?");
    officer.sees("3. People registered for the campaign");
    officer.says("about 40");
    officer.sees("“about 40” is an estimate");
    officer.taps("All answers");
    officer.sees("2. People in all: 40; Women: 28; Party members: no figure yet");
    officer.taps("Hand in");
    officer.says("/totals");
    officer.taps("The year's figures · Year 2026");
    officer.sees("2.1 People in all: 40 (1/2 units)");
}

//! What members do, in English: one story of each feature, for those who read no Vietnamese. What is said in Vietnamese
//! even so is content: the criteria, the questions and the units' names.
//!
//! Knows the screens as people see them: `>` is what a person writes, brackets are buttons, parentheses are toasts.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

/// The campaign's first Monday morning.
fn monday() -> Rc<Stage> {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    stage
}

/// A member of the office's section with all consents, whose chat is empty.
fn ann(stage: &Rc<Stage>) -> Actor {
    let ann = stage.stranger("Ann").in_english();
    ann.joins("VP", 7);
    ann
}

#[test]
fn joining_takes_a_link_two_ticks_and_one_tap() {
    let stage = monday();
    let ann = stage.stranger("Ann").in_english();
    ann.says(&format!("/start {}", stage.invite("VP")));
    ann.sees("You are invited to join: Tổ Văn phòng");
    ann.sees("Until you agree, the bot stores nothing.");
    ann.taps("I agree");
    assert_eq!(
        ann.toast(),
        "To take part, please choose parts 1 and 2 first. Part 3 is optional."
    );
    assert!(!ann.is_member());
    ann.taps("1. Account and questions");
    ann.taps("2. Servers abroad");
    ann.taps("I agree");
    assert_eq!(ann.toast(), "You have joined.");
    assert!(ann.is_member());
    insta::assert_snapshot!(ann.glance(), @r"
    > /start …
    Thank you for joining. Your unit: Tổ Văn phòng.
      (To take part, please choose parts 1 and 2 first. Part 3 is optional.)
      (You have joined.)
    Criterion 1.1 · Trung thành (Loyalty)
        [I have read it]
    ");
}

#[test]
fn the_weeks_text_is_read_with_one_tap() {
    let stage = monday();
    let ann = ann(&stage);
    ann.sees("Criterion 1.1");
    ann.sees("A small step for this week.");
    ann.taps("I have read it");
    assert_eq!(ann.toast(), "Thank you for reading.");
    ann.says("/me");
    ann.sees("Texts read: 1");
    ann.sees("only you can see this.");
    // On the next Monday at noon the next text comes by itself.
    let before = ann.count();
    stage.at("2026-11-30 11:35");
    assert_eq!(ann.got(before), 1);
    ann.sees("Criterion 2.1");
}

#[test]
fn five_questions_come_in_one_message_and_the_result_is_for_the_member_alone() {
    let stage = monday();
    let ann = ann(&stage);
    ann.says("/quiz");
    ann.sees("Question 1/5");
    let messages = ann.count();
    ann.answers(true);
    assert_eq!(ann.toast(), "Correct.");
    ann.sees("Question 1/5 · Correct");
    ann.answers(false);
    assert_eq!(ann.toast(), "Not quite. Please see the explanation.");
    ann.sees("The correct answer is");
    for _ in 0..3 {
        ann.answers(true);
    }
    ann.sees("This week’s result: 4/5 correct.");
    ann.sees("only you can see this result.");
    assert_eq!(ann.count(), messages, "all in one message");
    ann.says("/me");
    ann.sees("Weeks with all five answered: 1");
    ann.sees("Correct answers: 4/5");
    // Too late is told kindly.
    stage.at("2026-11-29 21:00");
    ann.says("/quiz");
    ann.sees("There are no questions to answer at the moment. The next five open at 07:00 Monday");
}

#[test]
fn who_has_not_finished_is_reminded_once() {
    let stage = monday();
    let ann = ann(&stage);
    ann.says("/quiz");
    ann.answers(true);
    let before = ann.count();
    stage.at("2026-11-27 11:35");
    assert_eq!(ann.got(before), 1);
    ann.sees("This week’s five questions: you have 4 questions left; it takes only a few minutes. Deadline: 21:00 Sunday 29/11.");
    stage.at("2026-11-29 20:59");
    assert_eq!(ann.got(before), 1);
}

#[test]
fn the_monthly_check_in_is_a_thought_and_three_choices_that_can_be_withdrawn() {
    let stage = monday();
    let ann = ann(&stage);
    stage.at("2026-11-30 09:00");
    ann.says("/checkin");
    ann.sees("Private and voluntary. Deadline: 21:00 Sunday 13/12.");
    ann.taps("I have thought about it");
    for place in ["1/3", "2/3", "3/3"] {
        ann.sees(place);
        ann.taps_choice(1);
        assert_eq!(ann.toast(), "Recorded.");
    }
    ann.sees("Thank you for taking the time to reflect.");
    ann.sees("Then the bot deletes them and keeps only overall counts.");
    ann.taps("Withdraw everything");
    ann.sees("Withdrawn. The bot no longer holds any of your choices in this round.");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
    // When it has closed, nobody's own answers are left.
    ann.says("/checkin");
    ann.taps("I have thought about it");
    ann.taps_choice(0);
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 1);
    stage.at("2026-12-13 21:00");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
    ann.says("/checkin");
    ann.sees("No reflection is open at the moment.");
}

#[test]
fn the_journal_is_opened_by_its_own_message_alone() {
    let stage = monday();
    let ann = ann(&stage);
    stage.at("2026-11-30 09:00");
    ann.says("/checkin");
    ann.taps("I have thought about it");
    for _ in 0..3 {
        ann.taps_choice(0);
    }
    ann.taps("Keep in a private journal");
    ann.taps("Understood, begin it");
    insta::assert_snapshot!(ann.screen(), @r"
    Your private journal

    The buttons below carry its key. If you delete this message, you lose the journal.

    This message cannot be forwarded or copied.
    ");
    ann.taps("Open the journal");
    ann.sees("11/2026");
    ann.taps("Close the journal");
    ann.sees_no("11/2026");
    ann.taps("Delete the journal");
    ann.taps("Delete it now");
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 0);
    insta::assert_snapshot!(ann.glance(), @r"
    > /start …
    Thank you for joining. Your unit: Tổ Văn phòng.
      (You have joined.)
    Criterion 1.1 · Trung thành (Loyalty)
        [I have read it]
    > /checkin
    Thank you for taking the time to reflect.
        [Review or change my choices]
        [Withdraw everything]
        [Keep in a private journal]
      (Recorded.)
      (Recorded.)
      (Recorded.)
    Your private journal has been begun. Its key is in the buttons of the message right below; please keep that message.
      (Kept in your private journal.)
    The private journal has been deleted. There is nothing left to open. To begin a new one, answer the month’s reflection (/checkin).
      (Your private journal has been deleted.)
    ");
}

#[test]
fn everything_held_is_handed_over_and_leaving_deletes_it() {
    let stage = monday();
    let ann = ann(&stage);
    ann.finishes_the_quiz(3);
    ann.says("/mydata");
    let files = stage.post.borrow_mut().files(ann.user);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    insta::assert_snapshot!(names.join("\n"), @r"
    du-lieu-cua-toi.txt
    du-lieu-cua-toi.json
    ");
    let (_, text) = files.first().expect("a file");
    insta::assert_snapshot!(text.lines().take(12).collect::<Vec<_>>().join("\n"), @r"
    DATA ABOUT YOU
    23/11/2026. This is all that the bot’s database held about you when you asked. The JSON file beside it also has digests, numbers of messages and locked content, column by column as in the database.

    ACCOUNT
    - Telegram ID 7001000; unit: Tổ Văn phòng; language: English; messages: at noon; paused until: –; reachable; joined on 23/11/2026; counted from the week of: –

    CONSENTS ON RECORD
    - “messages pass through Telegram, servers abroad”: given on 23/11/2026; withdrawn on: –
    - “account and quiz answers”: given on 23/11/2026; withdrawn on: –
    - “reflection”: given on 23/11/2026; withdrawn on: –

    EACH WEEK
    ");
    ann.says("/stop");
    ann.sees("Do you wish to stop taking part and have your data deleted?");
    ann.taps("Continue taking part");
    ann.sees("Everything is as it was.");
    ann.says("/stop");
    ann.taps("Leave and delete my data");
    ann.sees("Your data has been deleted.");
    assert!(!stage.dump(&["updates"]).contains(&ann.user.to_string()));
    ann.says("/me");
    ann.sees("This command is for those who have joined. Please send /start to begin.");
}

#[test]
fn the_campaigns_own_words_have_english_below_them_and_what_stays_vietnamese_is_said_once() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ann = stage.stranger("Ann").in_english();
    ann.joins("VP", 7);
    ann.sees("Items and questions are in Vietnamese only");
    ann.sees("Trung thành (Loyalty)");
    ann.sees("Be loyal to the goals and ideals of the Party and of the nation");
    stage.at("2026-11-30 11:35");
    ann.sees("Trách nhiệm (Responsibility)");
    ann.sees_no("Vietnamese only");
    ann.says("/criteria");
    ann.sees("Through the campaign, to help build a body of cadres");
    ann.taps("The six tasks");
    ann.sees("Step up information and education");
    ann.taps("Back");
    ann.taps("3. Liêm chính (Integrity)");
    ann.sees("Tích cực đấu tranh phòng, chống tham nhũng, lãng phí.");
    ann.sees("Take an active part in preventing and fighting corruption and waste.");
    // Who changes to English later is told then; who reads Vietnamese sees the official words alone.
    let binh = stage.member("Bình", "VP");
    binh.says("/tieuchi");
    binh.sees_no("Through the campaign");
    binh.says("/caidat");
    binh.taps("English");
    binh.sees("Items and questions are in Vietnamese only");
}

#[test]
fn an_initiative_is_told_in_english_and_entered_under_a_name() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ann = stage.stranger("Ann").in_english();
    ann.joins("VP", 7);
    ann.says("/initiatives");
    ann.sees("something you have done that has brought a result");
    ann.taps("It is done");
    ann.sees("1. Its name: what have you done?");
    ann.says("Two leave forms made into one");
    ann.says("From 2 days to half a day for each request");
    ann.says("9/2026");
    ann.sees("you alone see it");
    ann.taps("Enter in the unit's register");
    ann.sees("To be a named author (voluntary)");
    ann.taps("I agree, enter it");
    ann.says("Ann Lee");
    ann.taps("Yes, use this name");
    ann.sees("entered");
}

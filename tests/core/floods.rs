//! Floods: one person, one group, one long message. Others notice nothing, and whoever waits for an answer gets it.

use std::rc::Rc;

use nhip::event::Author;
use nhip::schedule::Cadence;
use testkit::parts;
use testkit::stage::{Actor, Group, OFFICER, Stage};

/// A group tied to a unit by its officer.
fn linked(stage: &Rc<Stage>, code: &str) -> (Group, Actor) {
    let (group, officer) = (stage.group(-4_001), stage.officer());
    group.hears(&officer, &format!("/link {code}"));
    (group, officer)
}

fn waiting(stage: &Stage) -> i64 {
    stage.number("SELECT count(*) FROM outbox WHERE state = 'queued' AND chat_id IS NOT NULL")
}

#[test]
fn the_same_answer_waits_once_however_often_it_is_asked_for() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    for _ in 0..3 {
        let asked: Vec<_> = (0..50).map(|_| ana.saying("/help")).collect();
        stage.updates(&asked);
    }
    assert_eq!(waiting(&stage), 1);
    stage.deliver();
    assert_eq!(ana.got(before), 1);
    ana.sees("/dung");
    // Once it has come, it comes again for who asks again.
    ana.says("/help");
    assert_eq!(ana.got(before), 2);
}

#[test]
fn of_many_answers_the_newest_twenty_wait_and_of_the_others_the_reason_is_kept() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    stage.updates(&[binh.saying("/privacy")]);
    let before = ana.count();
    let cards = (0..12).map(|number| format!("/card {}.{}", number / 3 + 1, number % 3 + 1));
    let others = [
        "/privacy",
        "/me",
        "/settings",
        "/criteria",
        "/unit",
        "/log",
        "/start",
        "/stop",
        "/checkin",
        "/deletemydata",
        "/link",
        "/nonsense",
        "chào",
        "/remind",
    ];
    for words in cards.chain(others.map(str::to_owned)) {
        stage.updates(&[ana.saying(&words)]);
    }
    stage.updates(&[ana.saying("/help")]);
    let of = |chat: i64| {
        format!("SELECT count(*) FROM outbox WHERE state = 'queued' AND chat_id = {chat}")
    };
    assert_eq!(stage.number(&of(ana.person().user.0)), 20);
    assert_eq!(stage.number(&of(binh.person().user.0)), 1);
    assert!(
        stage.number(
            "SELECT count(*) FROM outbox WHERE reason = 'newer answers wait' AND call = ''"
        ) >= 5
    );
    stage.deliver();
    assert_eq!(ana.got(before), 20);
    ana.sees("/dung");
}

#[test]
fn of_two_screens_for_one_message_the_newer_one_is_shown() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    ana.says("/settings");
    let window = ana.tapping("17:15");
    let noon = ana.tapping("11:35");
    let edits = "SELECT count(*) FROM outbox WHERE state = 'queued' AND call LIKE '{\"edit\":%'";
    stage.updates(&[window, noon]);
    assert_eq!(stage.number(edits), 1);
    let toasts = "SELECT count(*) FROM outbox WHERE state = 'queued' AND chat_id IS NULL";
    assert_eq!(stage.number(toasts), 2, "each tap ends its spinner");
}

#[test]
fn a_group_hears_a_refusal_once_and_the_officers_report_does_not_wait_behind_two_hundred() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    stage.at("2026-11-23 09:00");
    let (ana, stranger) = (stage.member("An", "VP"), stage.stranger("Bình"));
    let before = group.messages().len();
    for number in 0..200 {
        let who = if number % 2 == 0 { &ana } else { &stranger };
        group.hears(who, "/report");
        group.hears_somebody_hidden("/report");
        group.hears(who, "/quiz");
    }
    assert_eq!(group.messages().len(), before + 1);
    group.sees("dành cho cán bộ công đoàn");
    // Who does not know what the bot is for still learns it, once.
    for _ in 0..50 {
        group.hears(&stranger, "/help");
    }
    assert_eq!(group.messages().len(), before + 2);
    group.hears(&officer, "/report");
    assert_eq!(group.messages().len(), before + 3);
    group.sees("Tổ Văn phòng");
    stage.comes_to("2026-11-23 09:06");
    group.hears(&ana, "/report");
    group.sees("dành cho cán bộ công đoàn");
}

#[test]
fn one_officers_questions_in_a_group_do_not_push_out_anothers() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    stage.at("2026-11-23 09:00");
    let two = [OFFICER, OFFICER + 1];
    stage.restart_with(parts::core(&two, Cadence::default()));
    let owner = Actor::new(&stage, "Hoa", OFFICER + 1);
    let ask = |who: &Actor, text: &str| {
        let author = Author::Person(who.person());
        group.hearing(author, text).1
    };
    stage.updates(&[ask(&owner, "/report")]);
    for number in 0..40 {
        stage.updates(&[ask(&officer, &format!("/report {number} không có"))]);
    }
    let theirs = |who: i64| {
        stage.number(&format!("SELECT count(*) FROM outbox WHERE state = 'queued' AND purpose = '{{\"in_group\":{who}}}'"))
    };
    assert_eq!(theirs(officer.person().user.0), 20);
    assert!(theirs(owner.person().user.0) > 0);
}

#[test]
fn among_many_units_the_one_that_was_meant_is_found_by_any_of_its_words_or_a_slip() {
    let mut csv = String::from("code,name,parent,kind,members\nT,Liên đoàn Lao động tỉnh,,tỉnh,\n");
    for number in 0..1_500 {
        let place = ["Sở", "Phường", "Trường Tiểu học", "Bệnh viện"][number % 4];
        csv += &format!("CS{number},Công đoàn {place} Số {number},T,cơ sở,10\n");
    }
    csv += "NV,Công đoàn Sở Nội vụ,T,cơ sở,10\nDN,\"Công đoàn Sở \"\"Đổi mới\"\"\",T,cơ sở,10\n";
    let stage = Stage::with_units(&csv);
    let officer = stage.officer();
    for words in ["noi vu", "so noi v", "Sở Nội vụ", "cong doan so noi", "nv"] {
        officer.says(&format!("/officers {words}"));
        assert!(
            officer.screen().contains("Nội vụ"),
            "{words}: {}",
            officer.screen()
        );
    }
    for slip in [
        "noii vu",
        "cong doan so noi vuu",
        "vu noi so",
        "so \"doi mo\" moi",
        "tieu hoc 1234 sô",
    ] {
        officer.says(&format!("/officers {slip}"));
        officer.sees("Gần nhất");
    }
    // Words that are in a thousand names are none by which one is found; who writes them is told so, not left alone.
    for words in [
        "\" OR * NEAR(",
        "x1 x2 x3",
        "\"",
        "*",
        "-",
        "tieu hoc hoc tieu",
    ] {
        officer.says(&format!("/officers {words}"));
        assert!(!officer.screen().is_empty());
    }
    stage.sabotage(
        "UPDATE units SET folded = 'to chuc khac', name = 'Tổ chức khác' WHERE code = 'NV'",
    );
    officer.says("/officers noi vu");
    officer.sees("Chưa tìm thấy");
    officer.says("/officers to chuc");
    assert!(officer.screen().contains("Tổ chức khác"));
}

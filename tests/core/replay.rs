//! Batches: again, out of order, with something broken in them, and with the same seed.

use chrono::{DateTime, Utc};
use nhip::event::{Author, Event, Inbound};
use nhip::store::StoreError;
use nhip::types::UpdateId;
use testkit::stage::{OFFICER, Stage};

#[test]
fn a_batch_delivered_again_changes_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let batch = [
        ana.tapping("C"),
        ana.saying("/me"),
        ana.saying("/settings"),
        ana.saying("/checkin"),
    ];
    stage.updates(&batch);
    stage.deliver();
    let (all, shown) = (stage.dump(&[]), ana.glance());
    for _ in 0..2 {
        stage.updates(&batch);
        stage.restart();
    }
    assert_eq!(stage.dump(&[]), all);
    assert_eq!(ana.glance(), shown);
}

#[test]
fn killed_before_the_commit_the_batch_comes_again_and_happens_once() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let batch = [ana.tapping("C")];
    let before = stage.dump(&[]);
    let died = stage.write(async |tx, core| {
        core.on_updates(tx, &batch).await?;
        Err::<(), _>(StoreError::Bug("killed".into()))
    });
    assert!(died.is_err());
    assert_eq!(stage.dump(&[]), before);
    stage.restart();
    stage.updates(&batch);
    stage.deliver();
    assert_eq!(stage.number("SELECT place FROM quizzes"), 1);
    ana.sees("Câu 1/5 · ");
}

#[test]
fn half_of_a_batch_done_before_is_recognised() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    let before = (ana.count(), binh.count());
    let batch = [ana.saying("/help"), binh.saying("/help")];
    stage.updates(&batch[..1]);
    stage.updates(&batch);
    stage.deliver();
    assert_eq!((ana.got(before.0), binh.got(before.1)), (1, 1));
}

#[test]
fn ids_may_come_in_any_order_within_a_batch() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    let mut batch = [
        ana.saying("/help"),
        ana.saying("/me"),
        ana.saying("/settings"),
    ];
    batch.reverse();
    stage.updates(&batch);
    stage.deliver();
    assert_eq!(ana.got(before), 3);
}

#[test]
fn a_bug_with_one_update_leaves_the_others_of_its_batch() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    ana.says("/quiz");
    binh.says("/quiz");
    stage.sabotage(&format!(
        "UPDATE quiz_questions SET question_id = 'Q-9.9-99' WHERE quiz_id = {}",
        ana.quiz()
    ));
    stage.quarantined.set(1);
    let batch = [
        binh.saying("/me"),
        ana.tapping("A"),
        binh.tapping("A"),
        ana.saying("/me"),
    ];
    let (before, broken) = (
        binh.count(),
        stage.rows(&format!(
            "SELECT place || ' ' || explaining FROM quizzes WHERE id = {}",
            ana.quiz()
        )),
    );
    stage.updates(&batch);
    stage.deliver();
    assert_eq!(binh.got(before), 1);
    assert_eq!(
        stage.number(&format!(
            "SELECT place FROM quizzes WHERE id = {}",
            binh.quiz()
        )),
        1
    );
    ana.sees("Tiến độ cá nhân");
    assert_eq!(
        stage.rows(&format!(
            "SELECT place || ' ' || explaining FROM quizzes WHERE id = {}",
            ana.quiz()
        )),
        broken
    );
    let aside = stage.rows("SELECT update_id || ' ' || kind || ' ' || cause FROM quarantine");
    assert!(
        aside[0].starts_with(&format!(
            "{} callback_query the question Q-9.9-99",
            batch[1].id.0
        )),
        "{aside:?}"
    );
    let all = stage.dump(&[]);
    stage.updates(&batch);
    assert_eq!(
        stage.dump(&[]),
        all,
        "what was put aside is not tried again"
    );
}

#[test]
fn a_panic_in_one_update_leaves_the_others_of_its_batch() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (group, officer, ana) = (
        stage.group(-4_001),
        stage.officer(),
        stage.member("An", "VP"),
    );
    group.hears(&officer, "/link VP");
    // The first moment there is: nothing is a week before it.
    let first = DateTime::<Utc>::MIN_UTC.timestamp();
    stage.sabotage(&format!("UPDATE rounds SET opens_at = {first}"));
    stage.quarantined.set(1);
    let before = ana.count();
    let (_, report) = group.hearing(Author::Person(officer.person()), "/report");
    let batch = [ana.saying("/help"), report, ana.saying("/me")];
    stage.updates(&batch);
    stage.deliver();
    assert_eq!(ana.got(before), 2);
    assert_eq!(
        stage.rows("SELECT kind || ' ' || cause FROM quarantine"),
        ["message panic"]
    );
    assert_eq!(
        stage.number("SELECT count(*) FROM audit WHERE action = 'report'"),
        0,
        "nothing of it is left"
    );
}

#[test]
fn what_the_database_itself_refuses_is_put_aside_and_not_tried_for_ever() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.sabotage(
        "CREATE TRIGGER no BEFORE UPDATE OF window ON members BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    stage.quarantined.set(1);
    ana.says("/settings");
    let batch = [ana.tapping("17:15–20:30"), ana.saying("/me")];
    stage.updates(&batch);
    stage.deliver();
    ana.sees("Tiến độ cá nhân");
    assert_eq!(
        stage.rows("SELECT kind FROM quarantine"),
        ["callback_query"]
    );
}

#[test]
fn what_is_put_aside_says_nothing_of_what_was_written() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage
        .sabotage("CREATE TRIGGER no BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END");
    stage.quarantined.set(1);
    let update = ana.saying("tôi tên là Nguyễn Thị An");
    stage.updates(&[update]);
    let cause = stage.rows("SELECT cause FROM quarantine");
    assert!(
        cause[0].starts_with("INSERT outbox at src/store/outbox/queue.rs:"),
        "{cause:?}"
    );
    assert!(!stage.dump(&[]).contains("Nguyễn"));
    assert!(!stage.dump(&["members"]).contains(&ana.user.to_string()));
}

#[test]
fn updates_that_mean_nothing_to_us_are_only_marked_as_handled() {
    let stage = Stage::new();
    let before = stage.dump(&["updates"]);
    let nothing = Inbound {
        id: UpdateId(77),
        kind: "other",
        written: None,
        event: Event::Ignored,
    };
    stage.updates(&[nothing]);
    stage.deliver();
    assert_eq!(stage.dump(&["updates"]), before);
    assert_eq!(
        stage.number("SELECT count(*) FROM updates WHERE update_id = 77"),
        1
    );
}

/// A week of three people, as it happens to come out.
fn a_week(seed: u64) -> (String, String) {
    let stage = Stage::with_seed(seed);
    let people = stage.members(3, "VP");
    stage.at("2026-11-23 11:35");
    people[0].taps("Đã đọc");
    stage.at("2026-11-25 11:35");
    for (place, person) in people.iter().enumerate() {
        for letter in ["A", "B", "C"].iter().cycle().skip(place).take(3) {
            person.says(letter);
        }
    }
    stage.group(-4_001).hears(&stage.officer(), "/link VP");
    stage.group(-4_001).hears(&stage.officer(), "/report");
    stage.at("2026-11-27 11:35");
    (
        stage.dump(&[]),
        people[2]
            .messages()
            .iter()
            .map(|message| message.text.clone())
            .collect(),
    )
}

#[test]
fn the_same_seed_and_the_same_input_give_the_same_rows_and_words() {
    assert_eq!(a_week(1), a_week(1));
    assert_ne!(a_week(1), a_week(2));
}

#[test]
fn the_officer_is_known_by_number_only() {
    let stage = Stage::new();
    let impostor = stage.stranger("Chủ tịch");
    assert_ne!(impostor.user, OFFICER);
    let group = stage.group(-4_001);
    group.hears(&impostor, "/link VP");
    group.sees("dành cho cán bộ công đoàn");
    assert_eq!(stage.number("SELECT count(*) FROM groups"), 0);
}

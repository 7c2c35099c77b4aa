//! Batches: again, out of order, with something broken in them, and with the same seed.

use chrono::{DateTime, Utc};
use nhip::event::{Author, Event, Inbound};
use nhip::store::StoreError;
use nhip::types::UpdateId;

use crate::house::{House, OFFICER};

#[test]
fn a_batch_delivered_again_changes_nothing() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    let ana = house.member("An", "VP");
    ana.says("/quiz");
    let batch = [
        ana.tapping("C"),
        ana.saying("/me"),
        ana.saying("/settings"),
        ana.saying("/checkin"),
    ];
    house.updates(&batch);
    house.deliver();
    let (all, shown) = (house.dump(&[]), ana.glance());
    for _ in 0..2 {
        house.updates(&batch);
        house.restart();
    }
    assert_eq!(house.dump(&[]), all);
    assert_eq!(ana.glance(), shown);
}

#[test]
fn killed_before_the_commit_the_batch_comes_again_and_happens_once() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    let ana = house.member("An", "VP");
    ana.says("/quiz");
    let batch = [ana.tapping("C")];
    let before = house.dump(&[]);
    let died = house.write(async |tx, core| {
        core.on_updates(tx, &batch).await?;
        Err::<(), _>(StoreError::Bug("killed".into()))
    });
    assert!(died.is_err());
    assert_eq!(house.dump(&[]), before);
    house.restart();
    house.updates(&batch);
    house.deliver();
    assert_eq!(house.number("SELECT place FROM quizzes"), 1);
    ana.sees("Câu 1/5 · ");
}

#[test]
fn half_of_a_batch_done_before_is_recognised() {
    let house = House::new();
    let (ana, bình) = (house.member("An", "VP"), house.member("Bình", "VP"));
    let before = (ana.count(), bình.count());
    let batch = [ana.saying("/help"), bình.saying("/help")];
    house.updates(&batch[..1]);
    house.updates(&batch);
    house.deliver();
    assert_eq!((ana.got(before.0), bình.got(before.1)), (1, 1));
}

#[test]
fn ids_that_jump_do_not_make_the_bot_deaf() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let before = ana.count();
    for (turn, next) in [3, 2_000_000_000, 17].into_iter().enumerate() {
        house.jump_ids(next);
        ana.says("/help");
        assert_eq!(ana.got(before), turn + 1);
    }
}

#[test]
fn ids_may_come_in_any_order_within_a_batch() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let before = ana.count();
    let mut batch = [
        ana.saying("/help"),
        ana.saying("/me"),
        ana.saying("/settings"),
    ];
    batch.reverse();
    house.updates(&batch);
    house.deliver();
    assert_eq!(ana.got(before), 3);
}

#[test]
fn a_bug_with_one_update_leaves_the_others_of_its_batch() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    let (ana, bình) = (house.member("An", "VP"), house.member("Bình", "VP"));
    ana.says("/quiz");
    bình.says("/quiz");
    house.sabotage(&format!(
        "UPDATE quiz_questions SET question_id = 'Q-9.9-99' WHERE quiz_id = {}",
        ana.quiz()
    ));
    house.quarantined.set(1);
    let batch = [
        bình.saying("/me"),
        ana.tapping("A"),
        bình.tapping("A"),
        ana.saying("/me"),
    ];
    let (before, broken) = (
        bình.count(),
        house.rows(&format!(
            "SELECT place || ' ' || explaining FROM quizzes WHERE id = {}",
            ana.quiz()
        )),
    );
    house.updates(&batch);
    house.deliver();
    assert_eq!(bình.got(before), 1);
    assert_eq!(
        house.number(&format!(
            "SELECT place FROM quizzes WHERE id = {}",
            bình.quiz()
        )),
        1
    );
    ana.sees("Tiến độ cá nhân");
    assert_eq!(
        house.rows(&format!(
            "SELECT place || ' ' || explaining FROM quizzes WHERE id = {}",
            ana.quiz()
        )),
        broken
    );
    let aside = house.rows("SELECT update_id || ' ' || kind || ' ' || cause FROM quarantine");
    assert!(
        aside[0].starts_with(&format!(
            "{} callback_query the question Q-9.9-99",
            batch[1].id.0
        )),
        "{aside:?}"
    );
    let all = house.dump(&[]);
    house.updates(&batch);
    assert_eq!(
        house.dump(&[]),
        all,
        "what was put aside is not tried again"
    );
}

#[test]
fn a_panic_in_one_update_leaves_the_others_of_its_batch() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    let (group, officer, ana) = (
        house.group(-4_001),
        house.officer(),
        house.member("An", "VP"),
    );
    group.hears(&officer, "/link VP");
    // The first moment there is: nothing is a week before it.
    let first = DateTime::<Utc>::MIN_UTC.timestamp();
    house.sabotage(&format!("UPDATE rounds SET opens_at = {first}"));
    house.quarantined.set(1);
    let before = ana.count();
    let (_, report) = group.hearing(Author::Person(officer.person()), "/report");
    let batch = [ana.saying("/help"), report, ana.saying("/me")];
    house.updates(&batch);
    house.deliver();
    assert_eq!(ana.got(before), 2);
    assert_eq!(
        house.rows("SELECT kind || ' ' || cause FROM quarantine"),
        ["message panic"]
    );
    assert_eq!(
        house.number("SELECT count(*) FROM audit WHERE action = 'report'"),
        0,
        "nothing of it is left"
    );
}

#[test]
fn what_the_database_itself_refuses_is_put_aside_and_not_tried_for_ever() {
    let house = House::new();
    let ana = house.member("An", "VP");
    house.sabotage(
        "CREATE TRIGGER no BEFORE UPDATE OF window ON members BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    house.quarantined.set(1);
    ana.says("/settings");
    let batch = [ana.tapping("17:15–20:30"), ana.saying("/me")];
    house.updates(&batch);
    house.deliver();
    ana.sees("Tiến độ cá nhân");
    assert_eq!(
        house.rows("SELECT kind FROM quarantine"),
        ["callback_query"]
    );
}

#[test]
fn what_is_put_aside_says_nothing_of_what_was_written() {
    let house = House::new();
    let ana = house.member("An", "VP");
    house
        .sabotage("CREATE TRIGGER no BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END");
    house.quarantined.set(1);
    let update = ana.saying("tôi tên là Nguyễn Thị An");
    house.updates(&[update]);
    let cause = house.rows("SELECT cause FROM quarantine");
    assert!(
        cause[0].starts_with("INSERT outbox at src/store/outbox.rs:"),
        "{cause:?}"
    );
    assert!(!house.dump(&[]).contains("Nguyễn"));
    assert!(!house.dump(&["members"]).contains(&ana.user.to_string()));
}

#[test]
fn updates_that_mean_nothing_to_us_are_only_marked_as_handled() {
    let house = House::new();
    let before = house.dump(&["updates"]);
    let nothing = Inbound {
        id: UpdateId(77),
        kind: "other",
        event: Event::Ignored,
    };
    house.updates(&[nothing]);
    house.deliver();
    assert_eq!(house.dump(&["updates"]), before);
    assert_eq!(
        house.number("SELECT count(*) FROM updates WHERE update_id = 77"),
        1
    );
}

/// A week of three people, as it happens to come out.
fn a_week(seed: u64) -> (String, String) {
    let house = House::with_seed(seed);
    let people = house.members(3, "VP");
    house.at("2026-11-23 11:35");
    people[0].taps("Đã đọc");
    house.at("2026-11-25 11:35");
    for (place, person) in people.iter().enumerate() {
        for letter in ["A", "B", "C"].iter().cycle().skip(place).take(3) {
            person.says(letter);
            person.taps("Câu tiếp theo");
        }
    }
    house.group(-4_001).hears(&house.officer(), "/link VP");
    house.group(-4_001).hears(&house.officer(), "/report");
    house.at("2026-11-27 11:35");
    (
        house.dump(&[]),
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
    let house = House::new();
    let impostor = house.stranger("Chủ tịch");
    assert_ne!(impostor.user, OFFICER);
    let group = house.group(-4_001);
    group.hears(&impostor, "/link VP");
    group.sees("dành cho cán bộ công đoàn");
    assert_eq!(house.number("SELECT count(*) FROM groups"), 0);
}

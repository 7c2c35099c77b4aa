//! What is kept no longer than its time.

use nhip::core::Retention;
use nhip::schedule::Cadence;
use nhip::types::Thresholds;
use testkit::stage::{Stage, core};

#[test]
fn a_week_is_kept_for_twelve_months_and_its_sums_for_ever() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let people = stage.members(3, "VP");
    for person in &people {
        person.finishes_the_quiz(4);
    }
    stage.at("2026-11-29 21:00");
    let sums =
        stage.rows("SELECT unit_id || ' ' || reached || ' ' || finished FROM tallies ORDER BY 1");
    stage.at("2027-11-29 20:00");
    assert_eq!(
        stage.number("SELECT count(*) FROM quizzes WHERE round_id = 2001"),
        3
    );
    stage.at("2027-11-30 09:00");
    assert_eq!(
        stage.number("SELECT count(*) FROM quizzes WHERE round_id = 2001"),
        0
    );
    assert_eq!(stage.number("SELECT count(*) FROM quiz_questions AS a LEFT JOIN quizzes AS q ON q.id = a.quiz_id WHERE q.id IS NULL"), 0);
    assert_eq!(
        stage.number("SELECT count(*) FROM participations WHERE round_id = 2001"),
        0
    );
    assert_eq!(
        stage.rows("SELECT unit_id || ' ' || reached || ' ' || finished FROM tallies WHERE round_id = 2001 ORDER BY 1"),
        sums
    );
    people[0].says("/me");
    people[0].sees("Tiến độ cá nhân");
}

#[test]
fn who_cannot_be_reached_is_forgotten_after_thirty_days_and_not_before() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    ana.blocks();
    binh.blocks();
    stage.at("2026-12-20 09:00");
    binh.unblocks();
    stage.at("2026-12-23 09:00");
    assert!(ana.is_member(), "thirty days are not over");
    stage.at("2026-12-24 09:00");
    assert!(!ana.is_member());
    assert!(binh.is_member());
    assert_eq!(
        stage.rows("SELECT DISTINCT ending FROM consent_proofs"),
        ["lapsed"]
    );
}

#[test]
fn proofs_and_what_was_put_aside_end_too() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    ana.says("/xoadulieu");
    ana.taps("Dừng hẳn");
    stage.sabotage("INSERT INTO quarantine (update_id, kind, cause, put_on) VALUES (1, 'message', 'x', '2026-11-20')");
    stage.at("2029-11-20 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM consent_proofs"), 3);
    assert_eq!(stage.number("SELECT count(*) FROM quarantine"), 0);
    stage.at("2029-11-21 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM consent_proofs"), 0);
}

#[test]
fn it_works_in_batches_once_a_day_and_by_the_settings() {
    let stage = Stage::new();
    let retention = Retention {
        unreachable_days: 1,
        ..Retention::default()
    };
    stage.restart_with(core(Cadence::default()).with_retention(Thresholds::default(), retention));
    stage.at("2026-11-21 09:00");
    stage.crowd(450, "VP");
    stage.sabotage("UPDATE members SET reachable = 0, unreachable_on = '2026-11-20'");
    stage.tick();
    assert_eq!(
        stage.number("SELECT count(*) FROM members"),
        450,
        "today's work was done"
    );
    stage.set("2026-11-22 09:00");
    let left: Vec<i64> = (0..4)
        .map(|_| {
            stage.tick_once();
            stage.number("SELECT count(*) FROM members")
        })
        .collect();
    assert_eq!(left, [250, 50, 0, 0]);
}

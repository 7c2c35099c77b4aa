//! Leaving: at once, and with everything.

use nhip::outgoing::Outcome;
use nhip::outgoing::Reason;
use nhip::types::MessageId;
use testkit::stage::{Actor, Stage};

/// Neither the messenger's number nor our own row's is anywhere but in what counts handled updates.
fn assert_gone(stage: &Stage, actor: &Actor, row: i64) {
    let dump = stage.dump(&["updates"]);
    for number in [actor.user, row] {
        let found: Vec<&str> = dump
            .lines()
            .filter(|line| {
                line.split(|letter: char| !letter.is_ascii_digit() && letter != '-')
                    .any(|word| word == number.to_string())
            })
            .collect();
        assert!(found.is_empty(), "{number}: {found:#?}");
    }
}

fn leaves(actor: &Actor) {
    actor.says("/stop");
    actor.taps("Dừng hẳn và xóa dữ liệu");
}

#[test]
fn leaving_deletes_everything_and_keeps_only_sums() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(3);
    stage.at("2026-11-30 09:00");
    ana.says("/checkin");
    ana.taps("Đã đọc và suy nghĩ");
    ana.says("/quiz");
    let (row, tallies) = (
        ana.row(),
        stage.rows("SELECT unit_id || ' ' || reached || ' ' || finished FROM tallies ORDER BY 1"),
    );
    leaves(&ana);
    ana.sees("Đã xóa mọi dữ liệu");
    assert_gone(&stage, &ana, row);
    for table in [
        "members",
        "consents",
        "participations",
        "quizzes",
        "quiz_questions",
        "checkin_visits",
        "checkin_answers",
    ] {
        assert_eq!(
            stage.number(&format!("SELECT count(*) FROM {table}")),
            0,
            "{table}"
        );
    }
    assert_eq!(
        stage.rows("SELECT unit_id || ' ' || reached || ' ' || finished FROM tallies ORDER BY 1"),
        tallies
    );
}

#[test]
fn what_was_not_sent_goes_too_whatever_became_of_it() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    let row = ana.row();
    // One ended unsent, one waits, one is on its way when they leave.
    stage.post.borrow_mut().fate.push_back(Outcome::Rejected {
        reason: Reason::of("bad request"),
    });
    ana.says("/help");
    ana.says("/stop");
    let leave = ana.tapping("Dừng hẳn");
    let quiz = ana.saying("/quiz");
    stage.updates(&[quiz]);
    let flying = stage.claim();
    let help = ana.saying("/help");
    stage.updates(&[help]);
    stage.updates(&[leave]);
    // The call on its way fails; it must not be tried again.
    stage.outcome(
        &flying[0],
        Outcome::Failed {
            reason: Reason::ServerError,
            maybe_sent: true,
        },
    );
    let before = ana.count();
    stage.deliver();
    assert_eq!(
        ana.got(before),
        0,
        "nothing but the farewell, which is edited in place"
    );
    assert_gone(&stage, &ana, row);
}

#[test]
fn a_quiz_that_arrives_after_its_member_has_left_is_nobodys() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/stop");
    let leave = ana.tapping("Dừng hẳn");
    let quiz = ana.saying("/quiz");
    stage.updates(&[quiz]);
    let flying = stage.claim();
    let row = ana.row();
    let tallies = stage.dump(&[
        "outbox",
        "updates",
        "members",
        "consents",
        "participations",
        "quizzes",
        "quiz_questions",
    ]);
    stage.updates(&[leave]);
    stage.outcome(&flying[0], Outcome::Sent(Some(MessageId(77))));
    stage.deliver();
    assert_gone(&stage, &ana, row);
    let kept = stage.dump(&["outbox", "updates", "consent_proofs"]);
    assert_eq!(kept, tallies);
}

#[test]
fn a_farewell_that_cannot_be_delivered_leaves_no_trace() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let row = ana.row();
    ana.says("/stop");
    let leave = ana.tapping("Dừng hẳn");
    stage.post.borrow_mut().blocked.insert(ana.user);
    stage.updates(&[leave]);
    stage.deliver();
    assert_gone(&stage, &ana, row);
}

#[test]
fn leaving_twice_is_leaving_once_and_the_way_back_is_open() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    let first = ana.row();
    leaves(&ana);
    let kept = stage.kept();
    ana.taps_again();
    assert!(ana.toast().contains("người đã tham gia"));
    assert_eq!(stage.kept(), kept);
    ana.joins("SYT", 5);
    ana.sees("Tiêu chí 1.1");
    assert_ne!(ana.row(), first, "a row's number is never used again");
    assert_eq!(stage.number("SELECT count(*) FROM quizzes"), 0);
}

#[test]
fn everything_a_member_has_hangs_on_their_row() {
    let stage = Stage::new();
    for table in stage.tables() {
        let columns = stage.rows(&format!("SELECT name FROM pragma_table_info('{table}')"));
        if columns.iter().any(|name| name == "member_id") {
            let rules = stage.rows(&format!("SELECT on_delete FROM pragma_foreign_key_list('{table}') WHERE \"table\" IN ('members', 'named_members')"));
            // The ledger of a broadcast forgets who it was: that one message was sent still counts. So does that
            // somebody was commended.
            let expected = match table.as_str() {
                "recipients" | "commendations" => "SET NULL",
                _ => "CASCADE",
            };
            assert_eq!(rules, [expected], "{table}");
        }
    }
}

//! The monthly check-in: voluntary, private, gone when it closes.

use std::rc::Rc;

use nhip::core::Retention;
use nhip::schedule::Cadence;
use nhip::types::Thresholds;
use testkit::stage::{Actor, Stage, core};

/// The first check-in of the campaign, open from 30 November 07:00 to 13 December 21:00.
fn open() -> Rc<Stage> {
    let stage = Stage::new();
    stage.at("2026-11-30 07:00");
    stage
}

/// Reads the thought and makes three choices.
pub fn reflects(actor: &Actor, choices: [usize; 3]) {
    actor.says("/checkin");
    actor.taps("Đã đọc và suy nghĩ");
    for choice in choices {
        choose(actor, choice);
    }
}

fn choose(actor: &Actor, choice: usize) {
    let message = actor.messages().pop().expect("a message");
    let label = message.keyboard[choice][0].label.clone();
    actor.taps(&label);
}

fn answers(stage: &Stage) -> Vec<String> {
    stage.rows("SELECT member_id || ' ' || place || ' ' || choice FROM checkin_answers ORDER BY member_id, place")
}

#[test]
fn a_thought_and_three_choices_in_one_message() {
    let stage = open();
    let ana = stage.member("An", "VP");
    ana.clears();
    ana.says("/suyngam");
    let one = ana.count();
    ana.taps("Đã đọc và suy nghĩ");
    ana.sees("1/3 · Tiêu chí 2.");
    choose(&ana, 1);
    ana.sees("2/3 · Tiêu chí 3.");
    choose(&ana, 0);
    ana.sees("3/3 · Tiêu chí 4.");
    choose(&ana, 2);
    ana.sees("Cảm ơn đồng chí đã dành thời gian suy ngẫm");
    assert_eq!(ana.count(), one);
    let row = ana.row();
    assert_eq!(
        answers(&stage),
        [
            format!("{row} 0 1"),
            format!("{row} 1 0"),
            format!("{row} 2 2")
        ]
    );
    assert_eq!(ana.toast(), "Đã ghi nhận.");
}

#[test]
fn without_consent_nothing_is_stored_and_the_choice_is_offered() {
    let stage = open();
    let ana = stage.stranger("An");
    ana.joins("VP", 1 | 4);
    let kept = stage.kept();
    ana.says("/checkin");
    ana.sees("Đồng chí có muốn dùng phần này không?");
    let round = stage.number("SELECT id FROM checkin_rounds");
    for data in [
        format!("thought:{round}"),
        format!("c:{round}:0:1"),
        format!("p:{round}:1"),
    ] {
        ana.forges(&data);
        assert!(
            ana.toast().contains("chưa đồng ý dùng phần suy ngẫm"),
            "{data}"
        );
    }
    ana.taps("Để sau");
    assert_eq!(stage.kept(), kept);
    ana.says("/checkin");
    ana.taps("Đồng ý dùng phần suy ngẫm");
    ana.taps("Đã đọc và suy nghĩ");
    ana.sees("1/3");
}

#[test]
fn choices_can_be_changed_skipped_and_taken_back() {
    let stage = open();
    let ana = stage.member("An", "VP");
    let before = stage.dump(&["outbox", "updates"]);
    reflects(&ana, [0, 1, 2]);
    ana.taps("Xem lại, sửa lựa chọn");
    choose(&ana, 2);
    ana.sees("Cảm ơn đồng chí");
    let row = ana.row();
    assert_eq!(
        answers(&stage),
        [
            format!("{row} 0 2"),
            format!("{row} 1 1"),
            format!("{row} 2 2")
        ]
    );
    ana.taps("Xem lại, sửa lựa chọn");
    ana.taps("Bỏ qua câu này");
    ana.taps("Bỏ qua câu này");
    ana.taps("Bỏ qua câu này");
    assert_eq!(answers(&stage).len(), 3, "to skip is not to take back");
    ana.taps("Rút lại tất cả");
    assert_eq!(stage.kept(), before);
    ana.taps("Suy ngẫm tháng này");
    ana.sees("chỉ đọc và suy nghĩ");
}

#[test]
fn a_skipped_prompt_leaves_no_row() {
    let stage = open();
    let ana = stage.member("An", "VP");
    ana.says("/checkin");
    ana.taps("Đã đọc và suy nghĩ");
    ana.taps("Bỏ qua câu này");
    choose(&ana, 0);
    ana.taps("Bỏ qua câu này");
    ana.sees("(bỏ qua)");
    assert_eq!(answers(&stage), [format!("{} 1 0", ana.row())]);
}

#[test]
fn the_same_choice_twice_is_one_choice() {
    let stage = open();
    let ana = stage.member("An", "VP");
    ana.says("/checkin");
    ana.taps("Đã đọc và suy nghĩ");
    choose(&ana, 0);
    let kept = stage.kept();
    ana.taps_again();
    assert_eq!(stage.kept(), kept);
}

#[test]
fn forged_and_foreign_choices_change_nothing() {
    let stage = open();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    reflects(&ana, [0, 0, 0]);
    let round = stage.number("SELECT id FROM checkin_rounds");
    let kept = stage.kept();
    for data in [
        "c:1:0:0".into(),
        format!("c:{round}:3:0"),
        format!("c:{round}:0:4"),
        format!("p:{round}:4"),
        "thought:1".into(),
        "retract:1".into(),
    ] {
        binh.forges(&data);
        assert!(
            binh.toast().contains("không còn dùng được") || binh.toast().contains("đã khép lại"),
            "{data}"
        );
    }
    assert_eq!(stage.kept(), kept);
    assert_eq!(
        stage.number(&format!(
            "SELECT count(*) FROM checkin_answers WHERE member_id = {}",
            binh.row()
        )),
        0
    );
}

#[test]
fn withdrawing_the_consent_deletes_at_once() {
    let stage = open();
    let ana = stage.member("An", "VP");
    reflects(&ana, [0, 1, 2]);
    ana.says("/privacy");
    ana.taps("Không dùng phần suy ngẫm nữa");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
    assert_eq!(stage.number("SELECT count(*) FROM checkin_visits"), 0);
    ana.sees("Phần suy ngẫm: đồng chí chưa đồng ý.");
    ana.says("/checkin");
    ana.sees("có muốn dùng phần này không");
    ana.taps("Đồng ý dùng phần suy ngẫm");
    ana.says("/privacy");
    ana.sees("Phần suy ngẫm: đồng chí đã đồng ý.");
}

/// So many members of a unit choose like that.
fn many(stage: &Rc<Stage>, count: usize, code: &str, choices: [usize; 3]) -> Vec<Actor> {
    let people = stage.members(count, code);
    people.iter().for_each(|person| reflects(person, choices));
    people
}

/// Of which units how many people are counted.
fn people(stage: &Stage) -> Vec<String> {
    stage.rows("SELECT u.code || ' ' || p.people FROM checkin_people AS p JOIN units AS u ON u.id = p.unit_id ORDER BY u.code")
}

#[test]
fn closing_leaves_only_counts() {
    let stage = open();
    many(&stage, 9, "VP", [0, 0, 1]);
    many(&stage, 1, "TT", [2, 0, 1]);
    many(&stage, 10, "SYT", [1, 0, 1]);
    let reader = stage.member("Bình", "VP");
    reader.says("/checkin");
    reader.taps("Đã đọc và suy nghĩ");
    stage.settles();
    stage.set("2026-12-13 21:00");
    let tick = stage.tick_once();
    assert!(tick.erased, "the log must be emptied of what was deleted");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
    assert_eq!(stage.number("SELECT count(*) FROM checkin_visits"), 0);
    let counts = |place: i64| {
        stage.rows(&format!(
            "SELECT u.code || ' ' || c.choice || ' ' || c.people FROM checkin_counts AS c JOIN units AS u ON u.id = c.unit_id
             WHERE place = {place} ORDER BY u.code, c.choice"
        ))
    };
    assert_eq!(
        counts(0),
        [
            "LD 0 9", "LD 1 10", "LD 2 1", "SNV 0 9", "SNV 2 1", "SYT 1 10"
        ]
    );
    assert_eq!(counts(1), ["LD 0 20", "SNV 0 10", "SYT 0 10"]);
    assert_eq!(people(&stage), ["LD 20", "SNV 10", "SYT 10"]);
    stage.tick();
}

#[test]
fn what_may_not_be_told_is_not_kept_either() {
    let stage = open();
    // Thirty in a group of a grassroots union: told of the union, never of the group.
    many(&stage, 30, "VP", [0, 0, 0]);
    // Nine, who would be what is left of the province.
    many(&stage, 9, "SYT", [3, 3, 3]);
    stage.settles();
    stage.at("2026-12-13 21:00");
    assert_eq!(people(&stage), ["LD 39"]);
    assert_eq!(
        stage.rows(
            "SELECT DISTINCT u.code FROM checkin_counts AS c JOIN units AS u ON u.id = c.unit_id"
        ),
        ["LD"]
    );
}

#[test]
fn counts_of_an_older_version_that_may_not_be_told_go_at_the_next_start() {
    let stage = open();
    many(&stage, 20, "VP", [0, 0, 0]);
    many(&stage, 10, "SYT", [1, 1, 1]);
    stage.settles();
    stage.at("2026-12-13 21:00");
    assert_eq!(people(&stage), ["LD 30", "SNV 20", "SYT 10"]);
    for (columns, values) in [
        (
            "checkin_people (round_id, unit_id, people, counted)",
            "20, 20",
        ),
        (
            "checkin_counts (round_id, unit_id, place, choice, people)",
            "0, 0, 20",
        ),
    ] {
        stage.sabotage(&format!(
            "INSERT INTO {columns} SELECT p.round_id, u.id, {values} FROM checkin_people AS p JOIN units AS u ON u.code = 'VP' WHERE p.people = 30"
        ));
    }
    stage.restart();
    assert_eq!(people(&stage), ["LD 30", "SNV 20", "SYT 10"]);
    assert_eq!(
        stage.number("SELECT count(*) FROM checkin_counts AS c JOIN units AS u ON u.id = c.unit_id WHERE u.code = 'VP'"),
        0
    );
    // A prompt that nine of ten answered, and with it the one that would give it away.
    stage.sabotage(
        "UPDATE checkin_counts SET people = people - 1
         WHERE place = 1 AND unit_id IN (SELECT id FROM units WHERE code IN ('LD', 'SYT'))",
    );
    stage.restart();
    assert_eq!(
        stage.rows("SELECT u.code || ' ' || c.place FROM checkin_counts AS c JOIN units AS u ON u.id = c.unit_id
                    WHERE u.code <> 'LD' GROUP BY 1 ORDER BY 1"),
        ["SNV 0", "SNV 2", "SYT 0", "SYT 2"]
    );
    // A raised threshold holds for the past, too, and for what would be left beside it.
    stage.restart_with(core(Cadence::default()).with_retention(
        Thresholds {
            quiz: 5,
            reflection: 11,
        },
        Retention::default(),
    ));
    assert_eq!(people(&stage), ["LD 30"]);
}

#[test]
fn a_closing_that_is_killed_happens_once() {
    let stage = open();
    many(&stage, 10, "VP", [0, 1, 2]);
    stage.settles();
    stage.set("2026-12-13 21:00");
    // The process dies before the commit: the transaction is dropped.
    let died = stage.write(async |tx, core| {
        core.on_tick(tx).await?;
        Err::<(), _>(nhip::store::StoreError::Bug("killed".into()))
    });
    assert!(died.is_err());
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 30);
    stage.restart();
    stage.tick();
    stage.restart();
    stage.tick();
    assert_eq!(
        stage.rows("SELECT DISTINCT CAST(people AS TEXT) FROM checkin_counts"),
        ["10"]
    );
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
}

#[test]
fn too_late_is_too_late_even_before_the_tick() {
    let stage = open();
    let ana = stage.member("An", "VP");
    ana.says("/checkin");
    ana.taps("Đã đọc và suy nghĩ");
    stage.settles();
    stage.set("2026-12-13 21:00");
    let kept = stage.kept();
    choose(&ana, 0);
    assert!(ana.toast().contains("Đợt suy ngẫm này đã khép lại"));
    ana.says("/checkin");
    ana.sees("Đợt tới mở từ 07:00 thứ Hai 28/12");
    assert_eq!(stage.kept(), kept);
}

#[test]
fn who_leaves_or_retracts_before_the_end_is_not_counted() {
    let stage = open();
    let (ana, binh, chi) = (
        stage.member("An", "VP"),
        stage.member("Bình", "VP"),
        stage.member("Chi", "VP"),
    );
    for person in [&ana, &binh, &chi] {
        reflects(person, [0, 0, 0]);
    }
    many(&stage, 9, "VP", [0, 0, 0]);
    ana.says("/stop");
    ana.taps("Dừng hẳn");
    binh.taps("Rút lại tất cả");
    stage.settles();
    stage.at("2026-12-13 21:00");
    assert_eq!(people(&stage), ["LD 10", "SNV 10"]);
}

#[test]
fn who_left_and_joined_another_unit_is_counted_only_there() {
    let stage = open();
    let ana = stage.member("An", "VP");
    reflects(&ana, [0, 0, 0]);
    ana.says("/stop");
    ana.taps("Dừng hẳn");
    ana.joins("SYT", 7);
    reflects(&ana, [1, 1, 1]);
    many(&stage, 10, "VP", [0, 0, 0]);
    many(&stage, 10, "SYT", [0, 0, 0]);
    stage.settles();
    stage.at("2026-12-13 21:00");
    assert_eq!(people(&stage), ["LD 21", "SNV 10", "SYT 11"]);
}

#[test]
fn the_way_to_it_rides_on_other_messages_while_it_is_open() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 11:35");
    assert!(!ana.has_button("Suy ngẫm"));
    stage.at("2026-11-30 11:35");
    assert!(ana.has_button("Suy ngẫm tháng này"));
    ana.taps("Suy ngẫm tháng này");
    ana.sees("chỉ đọc và suy nghĩ");
    stage.at("2026-12-14 11:35");
    assert!(!ana.has_button("Suy ngẫm"));
}

#[test]
fn a_bot_that_was_off_for_a_month_closes_the_old_one_and_opens_the_new_one() {
    let stage = open();
    many(&stage, 10, "VP", [0, 0, 0]);
    stage.settles();
    stage.at("2026-12-29 09:00");
    assert_eq!(
        stage.rows("SELECT month || ' ' || closed FROM checkin_rounds ORDER BY id"),
        ["2026-11 1", "2026-12 0"]
    );
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
    assert!(stage.number("SELECT count(*) FROM checkin_people") > 0);
}

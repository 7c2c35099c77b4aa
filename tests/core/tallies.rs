//! Sums are what a recount of the rows gives, for every unit of every tree.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;
use testkit::stage::{Actor, Stage, cases};

/// What is wrong with the sums, if anything: each unit's must be those of the members below it.
fn recount(stage: &Stage) {
    // Each unit with each unit above it, itself included, by the parents alone.
    let above = "WITH RECURSIVE above (own, id) AS (
         SELECT id, id FROM units
         UNION ALL SELECT above.own, units.parent_id FROM above JOIN units ON units.id = above.id WHERE units.parent_id IS NOT NULL)";
    let kept = stage.rows(
        "SELECT round_id || ' ' || unit_id || ': ' || reached || ' ' || read || ' ' || answered || ' ' || finished FROM tallies ORDER BY round_id, unit_id",
    );
    let counted = stage.rows(&format!(
        "{above} SELECT p.round_id || ' ' || above.id || ': ' || sum(reached) || ' ' || sum(read) || ' ' || sum(answered) || ' ' || sum(finished)
         FROM participations AS p JOIN above ON above.own = p.unit_id
         GROUP BY p.round_id, above.id HAVING sum(reached) > 0 ORDER BY p.round_id, above.id"
    ));
    assert_eq!(kept, counted, "tallies");
    let kept = stage.rows(
        "SELECT round_id || ' ' || theme || ' ' || unit_id || ': ' || people || ' ' || answers || ' ' || correct FROM theme_tallies ORDER BY round_id, theme, unit_id",
    );
    let counted = stage.rows(&format!(
        "{above} SELECT q.round_id || ' ' || substr(a.question_id, 3, 1) || ' ' || above.id || ': ' || count(DISTINCT q.member_id) || ' ' || count(*) || ' ' || sum(a.correct)
         FROM quiz_questions AS a JOIN quizzes AS q ON q.id = a.quiz_id
         JOIN participations AS p ON p.member_id = q.member_id AND p.round_id = q.round_id
         JOIN above ON above.own = p.unit_id
         WHERE a.letter IS NOT NULL
         GROUP BY q.round_id, substr(a.question_id, 3, 1), above.id ORDER BY q.round_id, substr(a.question_id, 3, 1), above.id"
    ));
    assert_eq!(kept, counted, "themes");
    let beyond = "SELECT count(*) FROM tallies WHERE read > reached OR answered > reached OR finished > answered";
    assert_eq!(stage.number(beyond), 0, "nobody acts who was not reached");
}

/// A tree as a file: the parent of each unit stands before it.
fn file(parents: &[Index]) -> String {
    let mut text = String::from("code,name,parent,kind,members\nU0,Đơn vị 0,,cấp,9\n");
    for (place, parent) in parents.iter().enumerate() {
        text.push_str(&format!(
            "U{0},Đơn vị {0},U{1},cấp,9\n",
            place + 1,
            parent.index(place + 1)
        ));
    }
    text
}

/// Something a person does, well or badly timed.
#[derive(Debug, Clone, Copy)]
enum Action {
    Read,
    Quiz,
    Letter(u8),
    Next,
    Old,
    Block,
}

fn deeds() -> impl Strategy<Value = Vec<(Index, Action)>> {
    let action = prop_oneof![
        2 => Just(Action::Read),
        3 => Just(Action::Quiz),
        9 => (0..4_u8).prop_map(Action::Letter),
        6 => Just(Action::Next),
        1 => Just(Action::Old),
        1 => Just(Action::Block),
    ];
    prop::collection::vec((any::<Index>(), action), 20..80)
}

fn does(person: &Actor, action: Action) -> Option<nhip::event::Inbound> {
    let stage = &person.stage;
    let round = stage.number("SELECT max(id) FROM rounds");
    let quiz = stage.number(&format!(
        "SELECT coalesce(max(id), 0) FROM quizzes WHERE member_id = {}",
        person.row()
    ));
    let place = stage.number(&format!(
        "SELECT coalesce(max(place), 0) FROM quizzes WHERE id = {quiz}"
    ));
    let letters = ["A", "b", "C.", "d)"];
    Some(match action {
        Action::Read => person.tap(&format!("read:{round}"), Some(1)),
        Action::Quiz => person.saying("/quiz"),
        Action::Letter(letter) if letter % 2 == 0 => {
            person.tap(&format!("a:{quiz}:{place}:{letter}"), Some(1))
        }
        Action::Letter(letter) => person.saying(letters[usize::from(letter)]),
        Action::Next => person.tap(&format!("n:{quiz}:{place}"), Some(1)),
        Action::Old => person.tap(&format!("a:{quiz}:0:0"), Some(1)),
        Action::Block => {
            let blocked = &mut stage.post.borrow_mut().blocked;
            if !blocked.remove(&person.user) {
                blocked.insert(person.user);
            }
            return None;
        }
    })
}

fn lives(stage: &Rc<Stage>, people: &[Actor], deeds: &[(Index, Action)]) {
    let weeks = ["2026-11-23", "2026-11-30"];
    for (week, half) in weeks.iter().zip(deeds.chunks(deeds.len().div_ceil(2))) {
        stage.at(&format!("{week} 11:35"));
        for some in half.chunks(5) {
            let batch: Vec<_> = some
                .iter()
                .filter_map(|(who, action)| does(&people[who.index(people.len())], *action))
                .collect();
            stage.updates(&batch);
            stage.deliver();
        }
        recount(stage);
    }
}

proptest! {
    #![proptest_config(cases(10))]

    #[test]
    fn sums_are_what_a_recount_gives(
        parents in prop::collection::vec(any::<Index>(), 0..7),
        homes in prop::collection::vec(any::<Index>(), 1..7),
        deeds in deeds(),
    ) {
        let stage = Stage::with_units(&file(&parents));
        stage.set("2026-11-22 20:00");
        let people: Vec<Actor> = homes
            .iter()
            .map(|home| {
                let person = stage.stranger("Đoàn viên");
                person.forges(&stage.agreeing(&format!("U{}", home.index(parents.len() + 1))));
                person
            })
            .collect();
        lives(&stage, &people, &deeds);
    }
}

#[test]
fn a_person_counts_once_for_a_theme_however_many_of_its_questions_they_answer() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(2);
    let most = "SELECT max(answers) FROM theme_tallies";
    assert!(stage.number(most) >= 2, "five questions on four themes");
    assert_eq!(stage.number("SELECT max(people) FROM theme_tallies"), 1);
    recount(&stage);
}

#[test]
fn units_that_are_imported_again_keep_their_figures() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(5);
    let (tallies, invite) = (
        stage.dump(&["outbox", "updates", "units", "unit_versions", "audit"]),
        stage.invite("VP"),
    );
    stage.import(&testkit::stage::UNITS.replace("Tổ Văn phòng", "Tổ Văn phòng và Tổng hợp"));
    let unchanged = ["outbox", "updates", "units", "unit_versions", "audit"];
    assert_eq!(stage.dump(&unchanged), tallies);
    assert_eq!(stage.invite("VP"), invite);
    ana.says("/me");
    ana.sees("Tổ Văn phòng và Tổng hợp");
}

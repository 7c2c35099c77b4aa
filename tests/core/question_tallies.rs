//! How often each option was chosen: of nobody, of no unit, and only once enough people are behind it.

use testkit::stage::Stage;

const ALL: &str = "SELECT coalesce(sum(answers + held), 0) FROM question_tallies";
const SHOWN: &str = "SELECT coalesce(sum(answers), 0) FROM question_tallies";
/// Of each question, what of it may be looked at.
const BY_QUESTION: &str =
    "SELECT CAST(sum(answers) AS TEXT) FROM question_tallies GROUP BY question_id, version";
/// Who has answered what at least once.
const FIRST_ANSWERS: &str = "SELECT count(*) FROM (
     SELECT DISTINCT q.member_id, a.question_id FROM quiz_questions AS a JOIN quizzes AS q ON q.id = a.quiz_id
     WHERE a.letter IS NOT NULL)";

#[test]
fn nothing_is_shown_of_an_open_round_nor_of_fewer_people_than_the_threshold() {
    let stage = Stage::new();
    stage.at("2026-11-25 12:00");
    for person in stage.members(30, "VP") {
        person.finishes_the_quiz(3);
    }
    assert_eq!((stage.number(ALL), stage.number(SHOWN)), (150, 0));
    stage.at("2026-11-29 21:00");
    assert_eq!(stage.number(ALL), 150);
    let shown = stage.rows(BY_QUESTION);
    assert!(
        shown
            .iter()
            .all(|sum| sum == "0" || sum.parse::<i64>().expect("a sum") >= 5),
        "{shown:?}"
    );
    assert!(
        shown.iter().any(|sum| sum != "0"),
        "thirty people met in a question: {shown:?}"
    );
    assert!(
        shown.iter().any(|sum| sum == "0"),
        "and some question had few: {shown:?}"
    );
    // Another raise of the threshold changes nothing that is held: it is asked for when it is shown.
    let chosen = |threshold: i64| {
        let read =
            stage.write(async |tx, _| nhip::store::question_tallies::all(tx, threshold).await);
        read.expect("the tallies can be read")
    };
    assert!(
        chosen(5)
            .iter()
            .all(|one| one.answers.iter().sum::<i64>() >= 5)
    );
    assert_eq!(chosen(1_000), vec![]);
}

#[test]
fn what_few_have_answered_waits_until_enough_have() {
    let stage = Stage::new();
    let people = stage.members(4, "VP");
    for week in ["2026-11-25 12:00", "2026-12-02 12:00", "2026-12-09 12:00"] {
        stage.at(week);
        people.iter().for_each(|person| person.finishes_the_quiz(5));
    }
    stage.at("2026-12-13 21:00");
    assert_eq!(
        (stage.number(ALL), stage.number(SHOWN)),
        (60, 0),
        "four are never five"
    );
}

#[test]
fn a_person_counts_once_for_a_question_however_often_it_comes_back() {
    let stage = Stage::new();
    let people = stage.members(3, "VP");
    for week in [
        "2026-11-25 12:00",
        "2026-12-02 12:00",
        "2026-12-09 12:00",
        "2026-12-16 12:00",
    ] {
        stage.at(week);
        // What is missed comes back; it is missed again.
        people.iter().for_each(|person| person.finishes_the_quiz(0));
    }
    assert_eq!(
        stage.number("SELECT count(*) FROM quiz_questions WHERE letter IS NOT NULL"),
        60
    );
    assert!(stage.number(FIRST_ANSWERS) < 60, "something came back");
    assert_eq!(stage.number(ALL), stage.number(FIRST_ANSWERS));
}

#[test]
fn no_column_says_whose_it_is_and_leaving_changes_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-25 12:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(2);
    let columns = stage.rows("SELECT name FROM pragma_table_info('question_tallies')");
    assert_eq!(
        columns,
        ["question_id", "version", "option", "answers", "held"]
    );
    ana.says("/xoadulieu");
    ana.taps("Dừng hẳn");
    assert!(!ana.is_member());
    assert_eq!(stage.number(ALL), 5);
}

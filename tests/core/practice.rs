//! Practising: what was asked in rounds that have closed, with its answers; not counted, and nothing kept of it.

use std::rc::Rc;

use nhip::text::Address;
use testkit::stage::{Actor, Stage, campaign};

/// A member whose first week is over: so many answers were right, the others wrong.
fn after_a_week(right: usize) -> (Rc<Stage>, Actor) {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(right);
    stage.at("2026-11-29 21:00");
    (stage, ana)
}

#[test]
fn what_was_missed_is_practised_with_its_explanation_and_nothing_is_kept() {
    let (stage, ana) = after_a_week(3);
    ana.says("/onlai");
    ana.sees("5 câu đã hỏi đồng chí");
    let kept = stage.kept();
    ana.taps("Câu tôi sai hoặc bỏ lỡ (2)");
    ana.sees("không tính, không lưu");
    ana.sees("Câu 1/2 · ");
    let messages = ana.count();
    ana.taps("A");
    ana.sees("Nguồn: ");
    ana.sees("Câu 2/2 · ");
    ana.taps("B");
    ana.sees("Câu 2/2 · ");
    assert!(ana.has_button("Câu tôi sai hoặc bỏ lỡ (2)"), "and again");
    ana.taps("Chọn theo tiêu chí");
    ana.taps("(");
    ana.sees("Câu 1/");
    assert_eq!(ana.count(), messages, "one message, edited in place");
    assert_eq!(stage.kept(), kept, "nothing of it is written down");
    ana.says("/me");
    ana.sees("Câu trả lời đúng: 3/5");
}

#[test]
fn five_at_random_judge_by_what_is_on_the_screen() {
    let (_stage, ana) = after_a_week(5);
    ana.says("/onlai");
    ana.sees_no("Câu tôi sai");
    ana.taps("5 câu bất kỳ");
    for place in 1..=5 {
        let screen = ana.screen();
        let asked = screen.rsplit("/5 · ").next().expect("a question");
        let question = campaign()
            .questions()
            .find(|one| asked.contains(&Address::default().put(&one.question)))
            .expect("a question of the bank");
        let right = &question.options[question.right()].text;
        let letter = ["A", "B", "C", "D"]
            .into_iter()
            .find(|letter| asked.contains(&format!("{letter}. {}", Address::default().put(right))))
            .expect("it is among the options");
        ana.taps(letter);
        ana.sees(&format!("Câu {place}/5 · Đúng"));
    }
    ana.sees("Ôn lại");
}

#[test]
fn nothing_of_an_open_round_is_shown_before_it_closes() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    ana.answers(false);
    ana.says("/onlai");
    ana.sees("Chưa có câu nào để ôn lại");
    // Two weeks later a question of theirs is asked again: it rests until that round is over.
    stage.at("2026-11-30 09:00");
    stage.at("2026-12-07 09:00");
    ana.says("/onlai");
    ana.sees("5 câu đã hỏi");
    ana.says("/quiz");
    let again = stage.rows(
        "SELECT quiz_id || ':' || place FROM quiz_questions WHERE quiz_id = (SELECT min(id) FROM quizzes)
         AND question_id IN (SELECT question_id FROM quiz_questions WHERE quiz_id = (SELECT max(id) FROM quizzes))",
    );
    assert_eq!(again.len(), 1, "one comes back");
    ana.says("/onlai");
    ana.sees("4 câu đã hỏi");
    let again = &again[0];
    ana.forges(&format!("o:a:m:7:0:{again}:1"));
    ana.sees("4 câu đã hỏi");
    ana.sees_no("Nguồn: ");
}

#[test]
fn nobody_practises_what_somebody_else_was_asked() {
    let (stage, ana) = after_a_week(0);
    let binh = stage.member("Bình", "VP");
    binh.says("/onlai");
    binh.sees("Chưa có câu nào");
    binh.forges(&format!("o:a:x:7:0:{}:0:1", ana.quiz()));
    binh.sees("Chưa có câu nào");
}

#[test]
fn a_late_tap_is_explained_and_leads_to_practising() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    ana.answers(true);
    stage.at("2026-11-30 08:00");
    let kept = stage.kept();
    let right = ana.right_letter();
    ana.taps(right);
    ana.sees("Câu 2/5 · Đúng");
    ana.sees("Đã hết hạn trả lời nên câu trả lời vừa rồi không được tính");
    assert_eq!(stage.kept(), kept);
    ana.taps("Câu tôi sai hoặc bỏ lỡ (4)");
    ana.sees("Câu 1/4 · ");
}

#[test]
fn between_two_rounds_the_way_to_practising_is_a_button() {
    let (_stage, ana) = after_a_week(4);
    ana.says("/quiz");
    ana.sees("Lúc này chưa có câu hỏi để trả lời");
    ana.taps("Ôn lại câu đã hỏi");
    ana.sees("5 câu đã hỏi");
}

#[test]
fn while_a_question_of_the_week_waits_practising_says_what_a_typed_letter_answers() {
    let (stage, ana) = after_a_week(2);
    stage.at("2026-11-30 09:00");
    ana.says("/quiz");
    ana.says("/onlai");
    ana.taps("5 câu bất kỳ");
    ana.sees("chữ gõ vào được tính cho câu hỏi tuần này");
    ana.says("B");
    ana.sees("Đồng chí chọn B.");
    assert_eq!(
        stage.number("SELECT place FROM quizzes WHERE id = (SELECT max(id) FROM quizzes)"),
        1
    );
}

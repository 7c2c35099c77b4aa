//! The weekly quiz: one message edited in place, five answers, each counted once.

use nhip::outgoing::{Outcome, Reason};
use nhip::text::Address;
use testkit::stage::{Stage, campaign};

#[test]
fn five_taps_in_one_message_from_the_first_question_to_the_result() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 11:35");
    stage.at("2026-11-25 11:35");
    ana.sees("Câu 1/5");
    let messages = ana.count();
    for _ in 0..5 {
        ana.answers(true);
    }
    assert_eq!(ana.count(), messages, "one message, edited in place");
    ana.sees("Kết quả tuần này: đúng 5/5 câu.");
    insta::assert_snapshot!(ana.glance(), @r"
    > /start …
    Cảm ơn đồng chí đã tham gia. Đơn vị: Tổ Văn phòng.
      (Đã tham gia.)
    Tiêu chí 1.1 · Trung thành
        [Đã đọc]
    Câu 5/5 · Đúng
      (Đúng.)
      (Đúng.)
      (Đúng.)
      (Đúng.)
      (Đúng.)
    ");
    assert_eq!(
        stage.rows("SELECT DISTINCT answered || ' ' || finished FROM tallies"),
        ["1 1"]
    );
}

#[test]
fn the_result_names_the_criteria_worth_another_look() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(4);
    ana.sees("Kết quả tuần này: đúng 4/5 câu.");
    let missed = stage
        .rows("SELECT substr(question_id, 3, 3) FROM quiz_questions WHERE correct = 0")
        .remove(0);
    ana.sees(&format!("Nên xem lại tiêu chí: {missed}"));
    ana.taps(&format!("Tiêu chí {missed}"));
    let criterion = campaign().criterion(missed.parse().expect("a criterion"));
    ana.sees(criterion.wording.alone());
    ana.sees_no(&format!("{};", criterion.wording.alone()));
}

#[test]
fn right_and_wrong_are_explained_with_the_source() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let id = stage
        .rows("SELECT question_id FROM quiz_questions WHERE place = 0")
        .remove(0);
    let question = campaign().question(&id).expect("a known question");
    ana.taps(ana.wrong_letter());
    ana.sees("Chưa đúng");
    ana.sees(&Address::default().put(&question.why));
    ana.sees(&question.options[question.right()].text);
    ana.sees(&campaign().cite(&question.source));
}

#[test]
fn letters_may_be_typed_in_several_ways() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/tracnghiem");
    let ways = [
        ("B", "B"),
        ("b)", "B"),
        (" c. ", "C"),
        ("D", "D"),
        ("a", "A"),
    ];
    for (place, (typed, letter)) in ways.iter().enumerate() {
        ana.says(typed);
        ana.sees(&format!("Câu {}/5 · ", place + 1));
        ana.sees(&format!("Đồng chí chọn {letter}."));
    }
    ana.sees("Kết quả tuần này");
    ana.says("B");
    ana.sees("Bot không đọc tin nhắn tự do");
}

#[test]
fn each_answer_is_explained_above_the_question_that_comes_next() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    for place in 1..5 {
        ana.answers(place % 2 == 0);
        let screen = ana.screen();
        let verdict = if place % 2 == 0 {
            "Đúng"
        } else {
            "Chưa đúng"
        };
        let told = screen.find(&format!("Câu {place}/5 · {verdict}"));
        let asked = screen.find(&format!("Câu {}/5 · ", place + 1));
        assert!(told < asked && told == Some(0), "{screen}");
        assert!(
            screen[..asked.expect("a question")].contains("Nguồn: "),
            "{screen}"
        );
        assert!(ana.has_button("D"));
    }
    ana.answers(true);
    ana.sees("Câu 5/5 · Đúng");
    ana.sees("Nguồn: ");
    ana.sees("Kết quả tuần này: đúng 3/5 câu.");
}

#[test]
fn an_explanation_that_an_older_version_has_shown_alone_still_leads_to_the_next_question() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    for one in [&ana, &binh] {
        one.says("/quiz");
        one.answers(true);
    }
    // As it stood when that version went: an answer on the screen, and “Câu tiếp theo” under it.
    stage.sabotage("UPDATE quizzes SET explaining = 1");
    ana.forges(&format!("n:{}:1", ana.quiz()));
    ana.sees("Câu 2/5");
    ana.sees_no("Câu 1/5");
    ana.taps("B");
    ana.sees("Câu 2/5 · ");
    ana.sees("Câu 3/5");
    binh.says("c");
    binh.sees("Câu 2/5");
    binh.sees_no("Đồng chí chọn C.");
    binh.says("c");
    binh.sees("Đồng chí chọn C.");
    binh.sees("Câu 3/5");
}

#[test]
fn what_a_typed_letter_brings_stands_below_it_and_the_copy_before_has_no_buttons() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let (asked, before) = (ana.last().id, ana.count());
    ana.says("đáp án B");
    assert_eq!(ana.got(before), 1, "a message of its own");
    ana.sees("Đồng chí chọn B.");
    let old = ana
        .messages()
        .into_iter()
        .find(|message| message.id == asked);
    let old = old.expect("the question");
    assert!(old.text.contains("ở một tin mới hơn") && old.keyboard.is_empty());
}

#[test]
fn a_deleted_chat_is_no_end_to_a_quiz() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    for letter in ["A", "B"] {
        stage.post.borrow_mut().fate.push_back(Outcome::Stale {
            reason: Reason::MessageGone,
        });
        ana.says(letter);
        ana.sees(&format!("Đồng chí chọn {letter}."));
    }
    ana.sees("Câu 3/5");
}

#[test]
fn of_two_copies_of_a_quiz_one_is_alive() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let older = ana.last();
    let (data, _) = ana.button("A");
    ana.says("/quiz");
    let newer = ana.last().id;
    let at = |id: i32| {
        let mut all = ana.messages().into_iter();
        all.find(|message| message.id == id).expect("a message")
    };
    assert!(
        at(older.id).keyboard.is_empty(),
        "the older lost its buttons"
    );
    // A phone that has not heard of that yet: what is tapped goes on there, and the other is put aside.
    ana.forges_under(&data, older.id);
    assert!(at(older.id).text.contains("Đồng chí chọn A."));
    assert!(at(newer).keyboard.is_empty() && at(newer).text.contains("ở một tin mới hơn"));
}

#[test]
fn words_beside_an_open_question_say_what_may_be_typed() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("em chưa rõ ạ");
    ana.sees("/tracnghiem để mở câu hỏi tuần này");
    ana.says("/quiz");
    ana.says("em chưa rõ ạ");
    ana.sees("xin chạm hoặc gõ một trong các chữ A, B, C, D");
    ana.says("báo cáo");
    ana.sees("Có phải lệnh /baocao?");
    ana.says("/trắc nghiệm");
    ana.sees("Câu 1/5");
    ana.says("/trac nhiem");
    ana.sees("Có phải lệnh /tracnghiem?");
}

#[test]
fn a_second_tap_changes_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    // Both taps are on their way before the first one is handled.
    let taps = [ana.tapping("A"), ana.tapping("B"), ana.tapping("A")];
    stage.updates(&taps[..1]);
    stage.deliver();
    let kept = stage.kept();
    stage.updates(&taps[1..]);
    stage.deliver();
    assert!(ana.toast().contains("đã trả lời câu này rồi"));
    assert_eq!(stage.kept(), kept);
}

#[test]
fn a_tap_counts_for_the_question_that_it_names_however_soon_it_comes() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    // Twice on the first question: the second tap is still its own, though the next one is on the screen by then.
    let twice = [ana.tapping("A"), ana.tapping("A")];
    stage.updates(&twice);
    stage.deliver();
    ana.sees("Câu 2/5");
    // A third, of the second question, in the same moment: nothing tells it from an honest one, so it counts for that.
    ana.taps("A");
    ana.sees("Câu 3/5");
    let answered = "SELECT count(*) FROM quiz_questions WHERE letter IS NOT NULL";
    assert_eq!(stage.number(answered), 2);
}

#[test]
fn old_screens_of_the_same_quiz_change_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let old = ana.messages().last().expect("a question").id;
    ana.says("/quiz");
    ana.answers(true);
    let quiz = ana.quiz();
    let kept = stage.kept();
    for data in [
        format!("a:{quiz}:0:2"),
        format!("n:{quiz}:0"),
        format!("n:{quiz}:3"),
    ] {
        let update = ana.tap(&data, Some(old));
        stage.updates(&[update]);
        stage.deliver();
        assert!(
            ana.toast().contains("đã trả lời câu này rồi"),
            "{data}: {}",
            ana.toast()
        );
    }
    assert_eq!(stage.kept(), kept);
}

#[test]
fn somebody_elses_and_forged_buttons_change_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    ana.says("/quiz");
    binh.says("/quiz");
    let quiz = ana.quiz();
    let kept = stage.kept();
    for data in [
        format!("a:{quiz}:0:1"),
        format!("n:{quiz}:0"),
        "a:1:0:0".into(),
        "n:99999999:0".into(),
    ] {
        binh.forges(&data);
        assert!(
            binh.toast().contains("không còn dùng được"),
            "{data}: {}",
            binh.toast()
        );
    }
    let own = binh.quiz();
    for data in [
        format!("a:{own}:0:4"),
        format!("a:{own}:5:0"),
        format!("a:0{own}:0:0"),
        format!("a:{own}:0"),
        format!("a:-{own}:0:0"),
        format!("a:{own}:0:0:0"),
        "a:::".into(),
        String::new(),
        "join".into(),
        "'; DROP TABLE members; --".into(),
        "x".repeat(64),
    ] {
        binh.forges(&data);
        assert!(binh.toast().contains("không còn dùng được"), "{data}");
    }
    assert_eq!(stage.kept(), kept);
}

#[test]
fn in_the_first_moment_that_is_too_late_nothing_is_written_down_though_no_tick_has_noted_it() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    ana.answers(true);
    stage.set("2026-11-29 21:00");
    let kept = stage.kept();
    ana.taps("A");
    assert!(
        ana.toast()
            .contains("hết hạn trả lời các câu này (21:00 Chủ nhật)")
    );
    ana.says("B");
    ana.says("/quiz");
    ana.sees("chưa có câu hỏi để trả lời");
    assert_eq!(stage.kept(), kept);
}

#[test]
fn the_last_second_counts() {
    let stage = Stage::new();
    stage.at("2026-11-29 20:59");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(5);
    ana.sees("đúng 5/5");
}

#[test]
fn a_quiz_finished_early_is_not_pushed_and_not_reminded_of() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    ana.finishes_the_quiz(3);
    binh.says("/quiz");
    binh.answers(true);
    let before = (ana.count(), binh.count());
    stage.at("2026-11-25 11:35");
    stage.at("2026-11-27 11:35");
    assert_eq!(ana.got(before.0), 0);
    binh.sees("còn 4 câu");
    binh.taps("Năm câu hỏi tuần này");
    binh.sees("Câu 2/5");
}

#[test]
fn an_answered_quiz_can_be_looked_at_again() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(5);
    // Only which message shows it changes.
    let but = ["outbox", "updates", "quizzes"];
    let kept = stage.dump(&but);
    ana.says("/quiz");
    ana.sees("đúng 5/5");
    assert_eq!(stage.dump(&but), kept);
}

#[test]
fn a_tap_under_a_message_that_is_gone_is_answered_in_a_new_one() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let before = ana.count();
    let update = ana.tap(&format!("a:{}:0:0", ana.quiz()), None);
    stage.updates(&[update]);
    stage.deliver();
    assert_eq!(ana.got(before), 1);
    ana.sees("Câu 1/5 · ");
    ana.sees("Câu 2/5");
}

#[test]
fn missed_questions_come_back_after_two_or_three_weeks() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(0);
    stage.at("2026-11-30 09:00");
    ana.finishes_the_quiz(5);
    let again = "SELECT count(*) FROM (SELECT question_id FROM quiz_questions GROUP BY question_id HAVING count(*) > 1)";
    assert_eq!(stage.number(again), 0, "after seven days it is too early");
    stage.at("2026-12-07 09:00");
    ana.finishes_the_quiz(5);
    assert_eq!(stage.number(again), 1);
}

#[test]
fn progress_shows_what_was_done_and_the_streak() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    for monday in ["2026-11-23", "2026-11-30", "2026-12-14"] {
        stage.at(&format!("{monday} 11:35"));
        ana.taps("Đã đọc");
        ana.finishes_the_quiz(4);
    }
    // The week of 7 December was left out: nothing of the bot ran, so there was no such round.
    ana.says("/me");
    let sums: Vec<String> = ana.screen().lines().take(6).map(str::to_owned).collect();
    insta::assert_snapshot!(sums.join("\n"), @r"
    Tiến độ cá nhân
    Đơn vị: Tổ Văn phòng
    Bài đã đọc: 3
    Số tuần đã trả lời đủ năm câu: 3
    Chuỗi tuần liên tiếp: 3
    Câu trả lời đúng: 12/15
    ");
    stage.at("2026-12-21 07:00");
    stage.at("2026-12-28 07:00");
    ana.says("/cuatoi");
    ana.sees("Chuỗi tuần liên tiếp: 3");
    stage.at("2027-01-04 07:00");
    ana.says("/me");
    ana.sees("Chuỗi tuần liên tiếp: 0");
}

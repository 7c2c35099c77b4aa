//! `/me`: what a member has done, in words and as a picture that nobody is compared in.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

/// The newest drawing, as it was made.
fn drawing(stage: &Stage) -> String {
    let post = stage.post.borrow();
    let made = post.made.last().expect("a drawing");
    String::from_utf8(made.clone()).expect("an SVG")
}

/// Two weeks of three, the one between left out.
fn three_weeks(stage: &Rc<Stage>) -> Actor {
    let ana = stage.member("An", "VP");
    for (monday, finishes) in [
        ("2026-11-23", true),
        ("2026-11-30", false),
        ("2026-12-07", true),
    ] {
        stage.at(&format!("{monday} 09:00"));
        if finishes {
            ana.finishes_the_quiz(4);
        }
    }
    ana
}

#[test]
fn a_year_is_drawn_with_its_streak_and_its_rest_light_and_dark() {
    let stage = Stage::new();
    let ana = three_weeks(&stage);
    ana.says("/cuatoi");
    ana.sees("Câu trả lời đúng: 8/10");
    let light = drawing(&stage);
    for words in [
        "Nhịp của đồng chí",
        "Từ 23/11/2026",
        "tuần liên tiếp",
        "Trung thành",
        "Sáng tạo",
        "11/2026",
    ] {
        assert!(light.contains(words), "{words}");
    }
    // The streak in the middle; one dot for the rest, one for its meaning.
    assert!(light.contains(">2</text>"), "{light}");
    assert_eq!(light.matches("<circle").count(), 2);
    let messages = ana.count();
    ana.taps("Nền tối");
    assert_eq!(ana.got(messages), 1);
    let dark = drawing(&stage);
    assert_ne!(light, dark);
    assert!(ana.has_button("Nền sáng"));
}

#[test]
fn who_has_just_joined_or_has_long_been_away_is_not_shamed() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/cuatoi");
    let drawn = drawing(&stage);
    assert!(
        drawn.contains("bắt đầu từ đây") && !drawn.contains(">0</text>"),
        "{drawn}"
    );
    ana.finishes_the_quiz(5);
    for monday in ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"] {
        stage.at(&format!("{monday} 09:00"));
    }
    ana.says("/cuatoi");
    let drawn = drawing(&stage);
    assert!(
        drawn.contains("tuần đã hoàn thành") && drawn.contains(">1</text>"),
        "{drawn}"
    );
    assert!(!drawn.contains(">0</text>"), "{drawn}");
}

//! Every text of the content on a screen, in both forms of address.

use super::*;
use crate::campaign::QUIZ_QUESTIONS;
use crate::text::html::{strip, wrong};
use crate::text::{Address, Words};
use crate::types::{CheckinRoundId, QuizId};

fn texts(address: Address) -> Texts {
    let words = Words {
        address,
        ..Words::default()
    };
    Texts::built_in(&words).unwrap_or_else(|faults| panic!("{faults}"))
}

fn campaign() -> Campaign {
    Campaign::built_in().unwrap_or_else(|faults| panic!("{faults}"))
}

/// Every screen that the content can make.
fn all(renderer: &Renderer<'_>) -> Vec<Screen> {
    let mut all = Vec::new();
    for item in renderer.campaign.items() {
        all.extend([renderer.item(item), renderer.item_to_read(item, RoundId(1))]);
        all.push(renderer.item_read(item));
        all.push(Screen::words(renderer.item_line(item)));
    }
    for question in renderer.campaign.questions() {
        let posed = posed(question);
        all.push(renderer.question(&posed));
        all.extend((0..4).map(|letter| renderer.explanation(&posed, letter)));
    }
    let round = CheckinRoundId(1);
    for set in renderer.campaign.checkins() {
        all.push(renderer.thought(set, round, "21:00 30/11/2026"));
        all.extend((0..3).map(|place| renderer.prompt(set, round, place, None)));
        all.extend((0..3).map(|choice| renderer.summary(set, round, [Some(choice); 3], "21:00")));
    }
    all.extend(
        renderer
            .campaign
            .criteria()
            .map(|criterion| renderer.card(criterion)),
    );
    all
}

fn posed(question: &crate::campaign::Question) -> Posed<'_> {
    Posed {
        question,
        shuffle: [2, 0, 3, 1],
        quiz: QuizId(1),
        place: 4,
        of: QUIZ_QUESTIONS,
    }
}

#[test]
fn every_screen_speaks_in_one_form_fits_and_is_html() {
    let campaign = campaign();
    for (address, other) in [
        (Address::Comrade, "anh/chị"),
        (Address::Colleague, "đồng chí"),
    ] {
        for language in Language::ALL {
            let texts = texts(address);
            let renderer = Renderer {
                texts: &texts,
                campaign: &campaign,
                language,
            };
            for screen in all(&renderer) {
                let read = strip(&screen.text);
                assert!(read.chars().count() <= 2_000, "{read}");
                assert_eq!(wrong(&screen.text), None, "{read}");
                let labels = screen.keyboard.iter().flatten().map(|key| &key.label);
                for words in labels.chain([&read]) {
                    assert!(!words.contains(['{', '}']), "{words}");
                    let ours = outside_marks(words).to_lowercase();
                    assert!(!ours.contains(other), "{words}");
                }
                for key in screen.keyboard.iter().flatten() {
                    assert!((1..=64).contains(&key.data.len()), "{}", key.data);
                }
            }
        }
    }
}

/// What somebody in a story says keeps its own form of address.
fn outside_marks(text: &str) -> String {
    let parts = text.split('”');
    parts.filter_map(|part| part.split('“').next()).collect()
}

#[test]
fn an_answer_is_judged_where_the_member_saw_it() {
    let campaign = campaign();
    let texts = texts(Address::Comrade);
    let renderer = Renderer {
        texts: &texts,
        campaign: &campaign,
        language: Language::Vi,
    };
    let question = campaign.question("Q-3.2-07").unwrap();
    let posed = posed(question);
    // The right one is the file's first; the shuffle puts it at B.
    let right = strip(&renderer.explanation(&posed, 1).text);
    assert!(right.starts_with("Câu 5/5 · Đúng"), "{right}");
    assert!(right.contains("Đồng chí chọn B. Không được nhận, dưới bất cứ hình thức nào"));
    let wrong = strip(&renderer.explanation(&posed, 3).text);
    assert!(wrong.contains("Chưa đúng") && wrong.contains("Câu đúng là B. Không được nhận"));
    assert!(wrong.contains("không xét quà đến trước hay sau"), "{wrong}");
    assert!(wrong.contains("Điều 22 khoản 2"), "{wrong}");
}

//! Every text of the content on a screen, in both forms of address.

use super::*;
use crate::campaign::{QUIZ_QUESTIONS, Question};
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
        all.push(renderer.question(&posed, answer));
        all.extend((0..4).map(|letter| renderer.explanation(&posed, letter)));
        let told = (0..4).map(|letter| renderer.told(&posed, letter));
        all.extend(told.map(|told| renderer.question(&posed, answer).below(&told)));
    }
    let round = CheckinRoundId(1);
    for set in renderer.campaign.checkins() {
        all.push(renderer.thought(set, round, "21:00 30/11/2026".into()));
        all.extend((0..3).map(|place| renderer.prompt(set, round, place, None)));
        all.extend(
            (0..3).map(|choice| renderer.summary(set, round, [Some(choice); 3], "21:00".into())),
        );
    }
    all.extend(
        renderer
            .campaign
            .criteria()
            .map(|criterion| renderer.card(criterion)),
    );
    all
}

fn answer(letter: u8) -> Button {
    Button::Answer(QuizId(1), 4, letter)
}

fn posed(question: &crate::campaign::Question) -> Posed<'_> {
    Posed {
        question,
        shuffle: [2, 0, 3, 1],
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

/// A question of the content with other words, so that no test depends on what is asked this year.
fn reworded(campaign: &Campaign) -> Question {
    let mut question = campaign.questions().next().unwrap().clone();
    let texts = ["Trả lại ngay", "Giữ hộ", "Gửi bảo vệ", "Để trên bàn"];
    for (place, (choice, text)) in question.options.iter_mut().zip(texts).enumerate() {
        choice.text = text.to_owned();
        choice.right = place == 0;
        choice.why = (place != 0).then(|| format!("{text} thì chủ còn phải tìm."));
    }
    question.why = "Biết chủ thì báo hoặc trả cho chủ.".into();
    question.source.place = Some("khoản 1 Điều 230".into());
    question
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
    let question = reworded(&campaign);
    let posed = posed(&question);
    // The right one is the file's first; the shuffle puts it at B.
    let right = strip(&renderer.explanation(&posed, 1).text);
    assert!(right.starts_with("Câu 5/5 · Đúng"), "{right}");
    assert!(right.contains("Đồng chí chọn B. Trả lại ngay"), "{right}");
    let wrong = strip(&renderer.explanation(&posed, 3).text);
    assert!(wrong.contains("Chưa đúng") && wrong.contains("Phương án đúng là B. Trả lại ngay"));
    assert!(wrong.contains("thì chủ còn phải tìm."), "{wrong}");
    assert!(wrong.contains("khoản 1 Điều 230"), "{wrong}");
}

/// Letters of a line and lines beside the buttons on a phone of 360 × 640 points, at the app's own size of letters.
const LINE_CHARS: usize = 39;
const SCREEN_LINES: usize = 23;
/// What a quotation shows before it is opened.
const FOLDED_LINES: usize = 3;

/// Lines that a text takes, broken between words.
fn lines(text: &str) -> usize {
    let of_one = |line: &str| {
        let (mut lines, mut filled) = (1, 0);
        for word in line.split_whitespace() {
            let chars = word.chars().count();
            if filled > 0 && filled + 1 + chars > LINE_CHARS {
                (lines, filled) = (lines + 1, chars);
            } else {
                filled += chars + usize::from(filled > 0);
            }
        }
        lines
    };
    text.lines().map(of_one).sum()
}

/// Lines of a verdict whose quotation is folded, and the empty one below it.
fn lines_of_told(told: &str) -> usize {
    let (verdict, quoted) = told.split_once("<blockquote expandable>").unwrap();
    lines(&strip(verdict)) + FOLDED_LINES.min(lines(&strip(quoted))) + 1
}

#[test]
fn a_verdict_and_the_next_question_stand_on_a_small_phone_together() {
    let (campaign, texts) = (campaign(), texts(Address::Comrade));
    for language in Language::ALL {
        let renderer = Renderer {
            texts: &texts,
            campaign: &campaign,
            language,
        };
        let bank: Vec<&Question> = campaign.questions().collect();
        let told = bank.iter().flat_map(|one| {
            let posed = posed(one);
            (0..4).map(move |letter| renderer.told(&posed, letter))
        });
        let told: Vec<usize> = told.map(|told| lines_of_told(&told)).collect();
        let asked = bank
            .iter()
            .map(|one| renderer.question(&posed(one), answer).text);
        let asked: Vec<usize> = asked.map(|asked| lines(&strip(&asked))).collect();
        let pairs = told
            .iter()
            .flat_map(|told| asked.iter().map(move |asked| told + asked));
        let pairs: Vec<usize> = pairs.collect();
        let fit = pairs.iter().filter(|lines| **lines <= SCREEN_LINES).count();
        let share = 1_000 * fit / pairs.len();
        println!(
            "{language:?}: {share} of 1000 fit, the longest has {:?} lines",
            pairs.iter().max()
        );
        assert!(share >= 940, "{language:?}: {share} of 1000 fit");
    }
}

#[test]
fn what_can_be_done_at_once_is_the_last_line_of_the_explanation() {
    let campaign = campaign();
    let mut question = reworded(&campaign);
    question.do_now = Some("Hỏi bảo vệ nơi gửi đồ {đồng chí} nhặt được.".into());
    for (language, line) in [
        (
            Language::Vi,
            "cho chủ.\n\nViệc làm được ngay: Hỏi bảo vệ nơi gửi đồ đồng chí nhặt được.\n\nNguồn: ",
        ),
        (Language::En, "cho chủ.\n\nTo do right now: Hỏi bảo vệ"),
    ] {
        let texts = texts(Address::Comrade);
        let renderer = Renderer {
            texts: &texts,
            campaign: &campaign,
            language,
        };
        for letter in 0..4 {
            let told = strip(&renderer.explanation(&posed(&question), letter).text);
            assert!(told.contains(line), "{told}");
        }
    }
    question.do_now = None;
    let texts = texts(Address::Comrade);
    let renderer = Renderer {
        texts: &texts,
        campaign: &campaign,
        language: Language::Vi,
    };
    let told = strip(&renderer.explanation(&posed(&question), 1).text);
    assert!(!told.contains("Việc làm được ngay"), "{told}");
}

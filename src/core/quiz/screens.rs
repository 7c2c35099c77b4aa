//! How a quiz looks: a question, an explanation, the result.
//!
//! Knows which text and which buttons belong together. Must not know when an answer counts.

use super::{bank, closes, is_finished};
use crate::campaign::{Kind, Question};
use crate::core::items::checkin_row;
use crate::core::turn::{Screen, Turn};
use crate::event::Button;
use crate::outgoing::Key;
use crate::store::Fault;
use crate::store::quizzes::{Asked, Quiz};
use crate::store::rounds::Round;
use crate::text::Value;
use crate::types::Language;

const LETTERS: [&str; 4] = ["A", "B", "C", "D"];

/// Where the quiz stands: the question to answer, or the result.
pub(super) async fn now(
    turn: &mut Turn<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen, Fault> {
    if is_finished(quiz) {
        result(turn, language, quiz, round).await
    } else {
        question(turn, language, quiz)
    }
}

/// The question to answer.
pub(super) fn question(turn: &Turn<'_>, language: Language, quiz: &Quiz) -> Result<Screen, Fault> {
    let asked = at(quiz, quiz.place)?;
    let question = bank(turn, asked)?;
    let mut args = numbered(quiz, quiz.place);
    args.push((
        "kind",
        turn.plain(language, kind(question.kind), &[]).into(),
    ));
    args.push(("question", question.question.as_str().into()));
    for (slot, option) in ["a", "b", "c", "d"].into_iter().zip(shown(asked, question)) {
        args.push((slot, option.into()));
    }
    let button = |(index, letter): (u8, &str)| Key {
        label: letter.to_owned(),
        data: Button::Answer(quiz.id, quiz.place, index).data(),
    };
    let keyboard = vec![(0..).zip(LETTERS).map(button).collect()];
    Ok(Screen {
        text: turn.html(language, "quiz-question", &args),
        keyboard,
    })
}

/// The answer just given: right or wrong, why, and the source; after the last one the result too.
pub(super) async fn explanation(
    turn: &mut Turn<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen, Fault> {
    let place = quiz.place.saturating_sub(1);
    let asked = at(quiz, place)?;
    let question = bank(turn, asked)?;
    let letter = usize::from(asked.letter.unwrap_or(0));
    let chosen = asked
        .shuffle
        .get(letter)
        .and_then(|option| question.options.get(usize::from(*option)));
    let right = asked
        .shuffle
        .iter()
        .position(|option| usize::from(*option) == question.right())
        .unwrap_or(0);
    let mut args = numbered(quiz, place);
    args.push(("question", question.question.as_str().into()));
    args.push(("letter", LETTERS.get(letter).copied().unwrap_or("?").into()));
    args.push((
        "chosen",
        chosen.map_or("", |choice| choice.text.as_str()).into(),
    ));
    args.push(("why", question.why.as_str().into()));
    args.push(("source", turn.core.campaign.cite(&question.source).into()));
    let correct = asked.correct.unwrap_or(false);
    if !correct {
        args.push((
            "because",
            chosen
                .and_then(|choice| choice.why.as_deref())
                .unwrap_or("")
                .into(),
        ));
        args.push(("right", LETTERS.get(right).copied().unwrap_or("?").into()));
        args.push((
            "answer",
            question
                .options
                .get(question.right())
                .map_or("", |choice| choice.text.as_str())
                .into(),
        ));
    }
    let because = chosen.is_some_and(|choice| choice.why.is_some());
    let text = turn.html(
        language,
        match (correct, because) {
            (true, _) => "quiz-right",
            (false, true) => "quiz-wrong-because",
            (false, false) => "quiz-wrong",
        },
        &args,
    );
    if is_finished(quiz) {
        let result = result(turn, language, quiz, round).await?;
        return Ok(Screen {
            text: format!("{text}\n\n{}", result.text),
            keyboard: result.keyboard,
        });
    }
    let next = turn.key(language, "button-next", Button::Next(quiz.id, quiz.place));
    Ok(Screen {
        text,
        keyboard: vec![vec![next]],
    })
}

/// All five are answered.
async fn result(
    turn: &mut Turn<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen, Fault> {
    let right = quiz
        .questions
        .iter()
        .filter(|asked| asked.correct == Some(true))
        .count();
    let missed: std::collections::BTreeSet<_> = quiz
        .questions
        .iter()
        .filter(|asked| asked.correct == Some(false))
        .filter_map(|asked| bank(turn, asked).ok())
        .map(|question| question.criterion)
        .collect();
    let args: [(&str, Value); 3] = [
        ("right", i64::try_from(right).unwrap_or(0).into()),
        (
            "of",
            i64::try_from(quiz.questions.len()).unwrap_or(0).into(),
        ),
        ("closes", closes(round).into()),
    ];
    let mut text = turn.html(language, "quiz-result", &args);
    let mut keyboard = Vec::new();
    if !missed.is_empty() {
        let list = missed
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ");
        text = format!(
            "{text}\n{}",
            turn.html(language, "quiz-review", &[("criteria", list.into())])
        );
        let key = |id: &crate::types::CriterionId| Key {
            label: turn.plain(
                language,
                "button-criterion",
                &[("number", id.to_string().into())],
            ),
            data: Button::Criterion(*id).data(),
        };
        keyboard.extend(
            missed
                .iter()
                .map(key)
                .collect::<Vec<_>>()
                .chunks(3)
                .map(<[Key]>::to_vec),
        );
    }
    keyboard.extend(checkin_row(turn, language).await?);
    Ok(Screen { text, keyboard })
}

fn numbered(quiz: &Quiz, place: u8) -> Vec<(&'static str, Value)> {
    let of = i64::try_from(quiz.questions.len()).unwrap_or(0);
    vec![("place", (i64::from(place) + 1).into()), ("of", of.into())]
}

fn at(quiz: &Quiz, place: u8) -> Result<&Asked, Fault> {
    quiz.questions
        .get(usize::from(place))
        .ok_or_else(|| Fault::Bug("no question at that place".into()))
}

/// The options in the order this member sees them.
fn shown<'a>(asked: &Asked, question: &'a Question) -> impl Iterator<Item = &'a str> {
    asked
        .shuffle
        .map(|option| {
            question
                .options
                .get(usize::from(option))
                .map_or("", |choice| choice.text.as_str())
        })
        .into_iter()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Recall => "kind-recall",
        Kind::Law => "kind-law",
        Kind::Situation => "kind-situation",
    }
}

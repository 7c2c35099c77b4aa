//! How a quiz looks: a question, an explanation, the result.
//!
//! Knows which text and which buttons belong together. Must not know when an answer counts.

use super::{bank, closes, is_finished};
use crate::core::member::items::checkin_row;
use crate::core::turn::{Screen, Turn};
use crate::event::Button;
use crate::outgoing::Key;
use crate::screens::Posed;
use crate::store::Fault;
use crate::store::quizzes::{Asked, Quiz};
use crate::store::rounds::Round;
use crate::text::Value;
use crate::types::Language;

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
    let (_, posed) = posed(turn, quiz, quiz.place)?;
    Ok(turn.pen(language).question(&posed))
}

/// The answer just given: right or wrong, why, and the source; after the last one the result too.
pub(super) async fn explanation(
    turn: &mut Turn<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen, Fault> {
    let (asked, posed) = posed(turn, quiz, quiz.place.saturating_sub(1))?;
    let letter = usize::from(asked.letter.unwrap_or(0));
    let explained = turn.pen(language).explanation(&posed, letter);
    if !is_finished(quiz) {
        return Ok(explained);
    }
    let result = result(turn, language, quiz, round).await?;
    Ok(Screen {
        text: format!("{}\n\n{}", explained.text, result.text),
        keyboard: result.keyboard,
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

fn posed<'a, 'q>(
    turn: &Turn<'a>,
    quiz: &'q Quiz,
    place: u8,
) -> Result<(&'q Asked, Posed<'a>), Fault> {
    let asked = quiz
        .questions
        .get(usize::from(place))
        .ok_or_else(|| Fault::Bug("no question at that place".into()))?;
    let posed = Posed {
        question: bank(turn, asked)?,
        shuffle: asked.shuffle,
        quiz: quiz.id,
        place,
        of: quiz.questions.len(),
    };
    Ok((asked, posed))
}

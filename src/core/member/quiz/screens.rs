//! How a quiz looks: a question, an explanation, the result.
//!
//! Knows which text and which buttons belong together. Must not know when an answer counts.

use super::{bank, is_finished};
use crate::core::ctx::{Ctx, Screen};
use crate::core::member::items::checkin_row;
use crate::event::Button;
use crate::outgoing::Key;
use crate::screens::Posed;
use crate::store::StoreError;
use crate::store::quizzes::{AskedQuestion, Quiz};
use crate::store::rounds::Round;
use crate::text::Value;
use crate::types::Language;

/// The question to answer, or the result.
pub(super) async fn now(
    ctx: &mut Ctx<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen, StoreError> {
    if is_finished(quiz) {
        result(ctx, language, quiz, round).await
    } else {
        question(ctx, language, quiz)
    }
}

pub(super) fn question(
    ctx: &Ctx<'_>,
    language: Language,
    quiz: &Quiz,
) -> Result<Screen, StoreError> {
    let (_, posed) = posed(ctx, quiz, quiz.place)?;
    Ok(ctx.renderer(language).question(&posed))
}

/// The answer just given: right or wrong, why, and the source; after the last one the result too.
pub(super) async fn explanation(
    ctx: &mut Ctx<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen, StoreError> {
    let (asked, posed) = posed(ctx, quiz, quiz.place.saturating_sub(1))?;
    let letter = usize::from(asked.letter.unwrap_or(0));
    let explained = ctx.renderer(language).explanation(&posed, letter);
    if !is_finished(quiz) {
        return Ok(explained);
    }
    let result = result(ctx, language, quiz, round).await?;
    Ok(Screen {
        text: format!("{}\n\n{}", explained.text, result.text),
        keyboard: result.keyboard,
    })
}

async fn result(
    ctx: &mut Ctx<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen, StoreError> {
    let right = quiz
        .questions
        .iter()
        .filter(|asked| asked.correct == Some(true))
        .count();
    let missed: std::collections::BTreeSet<_> = quiz
        .questions
        .iter()
        .filter(|asked| asked.correct == Some(false))
        .filter_map(|asked| bank(ctx, asked).ok())
        .map(|question| question.criterion)
        .collect();
    let args: [(&str, Value); 3] = [
        ("right", right.into()),
        ("of", quiz.questions.len().into()),
        ("closes", ctx.soon(language, round.closes_at).into()),
    ];
    let mut text = ctx.html(language, "quiz-result", &args);
    let mut keyboard = Vec::new();
    if !missed.is_empty() {
        let list = missed
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ");
        text = format!(
            "{text}\n{}",
            ctx.html(language, "quiz-review", &[("criteria", list.into())])
        );
        let key = |id: &crate::types::CriterionId| Key {
            label: ctx.plain(
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
    keyboard.extend(checkin_row(ctx, language).await?);
    Ok(Screen { text, keyboard })
}

fn posed<'a, 'q>(
    ctx: &Ctx<'a>,
    quiz: &'q Quiz,
    place: u8,
) -> Result<(&'q AskedQuestion, Posed<'a>), StoreError> {
    let asked = quiz
        .questions
        .get(usize::from(place))
        .ok_or_else(|| StoreError::Bug("no question at that place".into()))?;
    let posed = Posed {
        question: bank(ctx, asked)?,
        shuffle: asked.shuffle,
        quiz: quiz.id,
        place,
        of: quiz.questions.len(),
    };
    Ok((asked, posed))
}

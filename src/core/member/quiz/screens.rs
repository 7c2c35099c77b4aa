//! How a quiz looks: a question, an explanation, the result.
//!
//! Knows which text and which buttons belong together. Must not know when an answer counts.

use super::bank;
use crate::core::ctx::{Ctx, Screen};
use crate::core::member::items::checkin_row;
use crate::event::Button;
use crate::outgoing::Key;
use crate::screens::Posed;
use crate::store::quizzes::{AskedQuestion, Quiz};
use crate::store::rounds::Round;
use crate::store::{Result, StoreError};
use crate::text::Value;
use crate::types::Language;

/// The question to answer, or the result.
pub(super) async fn now(
    ctx: &mut Ctx<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen> {
    if quiz.is_finished() {
        result(ctx, language, quiz, round).await
    } else {
        question(ctx, language, quiz)
    }
}

pub(super) fn question(ctx: &Ctx<'_>, language: Language, quiz: &Quiz) -> Result<Screen> {
    let (_, posed) = posed(ctx, quiz, quiz.place)?;
    let answer = |letter| Button::Answer(quiz.id, quiz.place, letter);
    Ok(ctx.renderer(language).question(&posed, answer))
}

/// What became of the answer just given, and what comes next below it: the next question, or after the last the result.
pub(super) async fn answered(
    ctx: &mut Ctx<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen> {
    let (asked, posed) = posed(ctx, quiz, quiz.place.saturating_sub(1))?;
    let letter = usize::from(asked.letter.unwrap_or(0));
    if !quiz.is_finished() {
        let next = question(ctx, language, quiz)?;
        return Ok(next.below(&ctx.renderer(language).told(&posed, letter)));
    }
    let result = result(ctx, language, quiz, round).await?;
    Ok(result.below(&ctx.renderer(language).explanation(&posed, letter).text))
}

async fn result(
    ctx: &mut Ctx<'_>,
    language: Language,
    quiz: &Quiz,
    round: &Round,
) -> Result<Screen> {
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
        ("closes", ctx.deadline(language, round.closes_at)),
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
        let key = |id: &crate::types::CriterionId| {
            Button::Criterion(*id).key(ctx.plain(
                language,
                "button-criterion",
                &[("number", id.to_string().into())],
            ))
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
) -> Result<(&'q AskedQuestion, Posed<'a>)> {
    let asked = quiz
        .questions
        .get(usize::from(place))
        .ok_or_else(|| StoreError::Bug("no question at that place".into()))?;
    let posed = Posed {
        question: bank(ctx, asked)?,
        shuffle: asked.shuffle,
        place,
        of: quiz.questions.len(),
    };
    Ok((asked, posed))
}

//! The weekly quiz: five questions in one message that is edited in place, a tap each.
//!
//! Knows when an answer counts. Must not know how a question looks, nor how five are drawn.

mod draw;
mod letter;
mod screens;

use chrono::{DateTime, Utc};

use crate::campaign::Question;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::core::member::practice;
use crate::event::{Button, Practice};
use crate::outgoing::{Lane, Purpose};
use crate::store::members::Member;
use crate::store::quizzes::{AskedQuestion, Quiz};
use crate::store::rounds::Round;
use crate::store::tallies::NewAnswer;
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{MessageId, QuizId};

/// `/quiz`: this week's quiz in a new message.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let Some(round) = store::rounds::current(ctx.tx).await? else {
        return say_closed(ctx, member).await;
    };
    let quiz = find_or_draw(ctx, member, &round).await?;
    store::quizzes::show_question(ctx.tx, quiz.id).await?;
    let screen = screens::now(ctx, member.language, &quiz, &round).await?;
    show_below(ctx, member, &quiz, screen).await
}

pub(in crate::core) async fn open_by(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    open(ctx, member).await
}

/// Enqueues the round's quiz as a notice, unless the member has it already.
pub(in crate::core) async fn push(
    ctx: &mut Ctx<'_>,
    member: &Member,
    round: &Round,
    until: DateTime<Utc>,
) -> Result {
    let quiz = find_or_draw(ctx, member, round).await?;
    if quiz.message.is_some() {
        return Ok(());
    }
    store::quizzes::show_question(ctx.tx, quiz.id).await?;
    let screen = screens::now(ctx, member.language, &quiz, round).await?;
    ctx.send_until(
        member.user,
        screen,
        Purpose::Quiz(quiz.id),
        Lane::Notice,
        until,
    )
    .await
}

/// Enqueues the reminder of an unfinished quiz. `true` if it is the first of this round.
pub(in crate::core) async fn remind(
    ctx: &mut Ctx<'_>,
    member: &Member,
    round: &Round,
    until: DateTime<Utc>,
) -> Result<bool> {
    store::participations::begin(ctx.tx, member.id, round.id, member.unit, None).await?;
    if !store::participations::remind(ctx.tx, member.id, round.id).await? {
        return Ok(false);
    }
    let quiz = store::quizzes::of_member(ctx.tx, member.id, round.id).await?;
    let left = quiz.map_or(crate::campaign::QUIZ_QUESTIONS, |quiz| {
        quiz.questions.len().saturating_sub(usize::from(quiz.place))
    });
    let closes = ctx.deadline(member.language, round.closes_at);
    let text = ctx.html(
        member.language,
        "quiz-reminder",
        &[("left", left.into()), ("closes", closes)],
    );
    let keyboard = vec![vec![ctx.key(member.language, "button-quiz", Button::Quiz)]];
    ctx.send_until(
        member.user,
        Screen { text, keyboard },
        Purpose::Plain,
        Lane::Notice,
        until,
    )
    .await?;
    Ok(true)
}

pub(in crate::core) async fn answer(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: QuizId,
    place: u8,
    letter: u8,
) -> Result {
    let Some((mut quiz, round)) = mine(ctx, member, tap, id, Some((place, letter))).await? else {
        return Ok(());
    };
    if place != quiz.place {
        return ctx
            .answer_callback(tap, member.language, "toast-answered-before")
            .await;
    }
    let correct = grade(ctx, member, &round, &mut quiz, letter).await?;
    ctx.answer_callback(
        tap,
        member.language,
        if correct {
            "toast-right"
        } else {
            "toast-wrong"
        },
    )
    .await?;
    let screen = screens::answered(ctx, member.language, &quiz, &round).await?;
    show(ctx, member, &quiz, tap.message, screen).await
}

/// Takes a typed letter as an answer. `false` if the text is no letter, or no question is open.
pub(in crate::core) async fn typed(ctx: &mut Ctx<'_>, member: &Member, text: &str) -> Result<bool> {
    let Some(letter) = letter::typed(text) else {
        return Ok(false);
    };
    let Some(round) = store::rounds::current(ctx.tx).await? else {
        say_closed(ctx, member).await?;
        return Ok(true);
    };
    let quiz = store::quizzes::of_member(ctx.tx, member.id, round.id).await?;
    let Some(mut quiz) = quiz.filter(|quiz| !quiz.is_finished()) else {
        return Ok(false);
    };
    let screen = if quiz.explaining {
        // An older version has shown the explanation alone: the letter cannot be meant for a question not seen yet.
        store::quizzes::show_question(ctx.tx, quiz.id).await?;
        screens::question(ctx, member.language, &quiz)?
    } else {
        grade(ctx, member, &round, &mut quiz, letter).await?;
        screens::answered(ctx, member.language, &quiz, &round).await?
    };
    show_below(ctx, member, &quiz, screen).await?;
    Ok(true)
}

/// Whether a question waits for this member's answer now.
pub(in crate::core) async fn waits(ctx: &mut Ctx<'_>, member: &Member) -> Result<bool> {
    let Some(round) = store::rounds::current(ctx.tx).await? else {
        return Ok(false);
    };
    let quiz = store::quizzes::of_member(ctx.tx, member.id, round.id).await?;
    Ok(quiz.is_some_and(|quiz| quiz.waits()))
}

/// The way to the next question, under an explanation that an older version has shown alone.
pub(in crate::core) async fn next(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: QuizId,
    place: u8,
) -> Result {
    let Some((quiz, _)) = mine(ctx, member, tap, id, None).await? else {
        return Ok(());
    };
    if place != quiz.place || quiz.is_finished() {
        return ctx
            .answer_callback(tap, member.language, "toast-answered-before")
            .await;
    }
    ctx.ack(tap).await?;
    store::quizzes::show_question(ctx.tx, quiz.id).await?;
    let screen = screens::question(ctx, member.language, &quiz)?;
    show(ctx, member, &quiz, tap.message, screen).await
}

/// Returns the member's quiz while its round is open; otherwise tells them why not, leads a late answer to where it can
/// be practised, and returns `None`.
async fn mine(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: QuizId,
    answer: Option<(u8, u8)>,
) -> Result<Option<(Quiz, Round)>> {
    let found = store::quizzes::with_round(ctx.tx, id)
        .await?
        .filter(|(quiz, _)| quiz.member == member.id);
    let Some((quiz, round)) = found else {
        ctx.no_button(tap, member.language).await?;
        return Ok(None);
    };
    if ctx.tx.now() >= round.closes_at {
        let answer = answer.map(|(place, letter)| (id, place, letter));
        practice::late(ctx, member, tap, answer).await?;
        return Ok(None);
    }
    Ok(Some((quiz, round)))
}

/// Stores and counts an answer to the next question: whether it is right. `quiz` is brought up to date.
async fn grade(
    ctx: &mut Ctx<'_>,
    member: &Member,
    round: &Round,
    quiz: &mut Quiz,
    letter: u8,
) -> Result<bool> {
    let place = quiz.place;
    let nothing = || StoreError::Bug("no question at that place".into());
    let asked = quiz.questions.get(usize::from(place)).ok_or_else(nothing)?;
    let option = asked.shuffle.get(usize::from(letter)).copied();
    let option = option.ok_or_else(nothing)?;
    let question = bank(ctx, asked)?;
    let correct = usize::from(option) == question.right();
    let theme = question.criterion.theme;
    let before = quiz.questions.iter().take(usize::from(place));
    let first = !before
        .filter_map(|asked| bank(ctx, asked).ok())
        .any(|other| other.criterion.theme == theme);
    let new = NewAnswer {
        quiz: quiz.id,
        member: member.id,
        round: round.id,
        place,
        letter,
        correct,
        theme: (theme, first),
        question: &question.id,
        version: &question.version(),
        option,
        last: usize::from(place) + 1 == quiz.questions.len(),
    };
    store::tallies::answer(ctx.tx, &new).await?;
    quiz.place += 1;
    if let Some(asked) = quiz.questions.get_mut(usize::from(place)) {
        (asked.letter, asked.correct) = (Some(letter), Some(correct));
    }
    Ok(correct)
}

async fn find_or_draw(ctx: &mut Ctx<'_>, member: &Member, round: &Round) -> Result<Quiz> {
    if let Some(quiz) = store::quizzes::of_member(ctx.tx, member.id, round.id).await? {
        return Ok(quiz);
    }
    let history = store::quizzes::history(ctx.tx, member.id).await?;
    let today = ctx.tx.today();
    let questions = draw::draw(
        &ctx.core.campaign,
        round.criterion,
        &history,
        today,
        &mut ctx.tx.rng,
    );
    store::participations::begin(ctx.tx, member.id, round.id, member.unit, None).await?;
    store::quizzes::create(ctx.tx, member.id, round.id, &questions).await?;
    store::quizzes::of_member(ctx.tx, member.id, round.id)
        .await?
        .ok_or_else(|| StoreError::Bug("a quiz that was just drawn is gone".into()))
}

/// Shows a screen in the message with the button, and records that as the quiz's message.
async fn show(
    ctx: &mut Ctx<'_>,
    member: &Member,
    quiz: &Quiz,
    message: Option<MessageId>,
    screen: Screen,
) -> Result {
    if let Some(message) = message.filter(|message| quiz.message != Some(*message)) {
        retire_copy(ctx, member, quiz).await?;
        store::quizzes::set_message(ctx.tx, quiz.id, message).await?;
    }
    ctx.show(member.user, message, screen, Purpose::Quiz(quiz.id))
        .await
}

/// Shows a screen in a new message: below what was typed, where the member is looking.
async fn show_below(ctx: &mut Ctx<'_>, member: &Member, quiz: &Quiz, screen: Screen) -> Result {
    retire_copy(ctx, member, quiz).await?;
    ctx.send(member.user, screen, Purpose::Quiz(quiz.id)).await
}

/// Takes the buttons off the message in which the quiz stood: two live copies would contradict each other.
async fn retire_copy(ctx: &mut Ctx<'_>, member: &Member, quiz: &Quiz) -> Result {
    let Some(before) = quiz.message else {
        return Ok(());
    };
    let words = ctx.html(member.language, "quiz-elsewhere", &[]);
    ctx.edit_if_there(member.user.into(), before, Screen::words(words))
        .await
}

async fn say_closed(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let next = ctx.core.rules.cadence.next_week(ctx.tx.now());
    let opens = next.map_or_else(
        || Value::Text(String::new()),
        |week| ctx.deadline(member.language, week.opens_at),
    );
    let words = ctx.html(member.language, "quiz-none", &[("opens", opens)]);
    let practise = Button::Practice(Practice::Menu);
    let screen = Screen::words(words).with(ctx.key(member.language, "button-practice", practise));
    ctx.send(member.user, screen, Purpose::Plain).await
}

fn bank<'a>(ctx: &Ctx<'a>, asked: &AskedQuestion) -> Result<&'a Question> {
    let core = ctx.core;
    core.campaign.question(&asked.question).ok_or_else(|| {
        StoreError::Bug(format!(
            "the question {} was asked and is no longer in messages/: restore it and supersede it",
            asked.question
        ))
    })
}

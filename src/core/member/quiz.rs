//! The weekly quiz: five questions in one message that is edited in place.
//!
//! Knows when an answer counts. Must not know how a question looks, nor how five are drawn.

mod draw;
mod screens;

use chrono::{DateTime, Utc};

use crate::core::delivery::deed;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::Button;
use crate::outgoing::{Lane, Purpose};
use crate::schedule;
use crate::store::members::Member;
use crate::store::participations::Deed;
use crate::store::quizzes::{Asked, Quiz};
use crate::store::rounds::Round;
use crate::store::{self, Fault};
use crate::types::{MessageId, QuizId};

/// `/quiz`: this week's quiz in a new message.
pub(in crate::core) async fn open(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    let Some(round) = store::rounds::current(turn.tx).await? else {
        return say_closed(turn, member).await;
    };
    let quiz = find_or_draw(turn, member, &round).await?;
    store::quizzes::show_question(turn.tx, quiz.id).await?;
    let screen = screens::now(turn, member.language, &quiz, &round).await?;
    turn.send(member.user, screen, Purpose::Quiz(quiz.id)).await
}

/// The same from a button under another message.
pub(in crate::core) async fn open_by(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    open(turn, member).await
}

/// Owes a member the round's quiz as a notice, unless they have it on their phone already.
pub(in crate::core) async fn push(
    turn: &mut Turn<'_>,
    member: &Member,
    round: &Round,
    until: DateTime<Utc>,
) -> Result<(), Fault> {
    let quiz = find_or_draw(turn, member, round).await?;
    if quiz.message.is_some() {
        return Ok(());
    }
    store::quizzes::show_question(turn.tx, quiz.id).await?;
    let screen = screens::now(turn, member.language, &quiz, round).await?;
    turn.send_until(
        member.user,
        screen,
        Purpose::Quiz(quiz.id),
        Lane::Notice,
        until,
    )
    .await
}

/// Owes a member the one reminder of an unfinished quiz.
pub(in crate::core) async fn remind(
    turn: &mut Turn<'_>,
    member: &Member,
    round: &Round,
    until: DateTime<Utc>,
) -> Result<bool, Fault> {
    store::participations::begin(turn.tx, member.id, round.id, member.unit, None).await?;
    if !store::participations::remind(turn.tx, member.id, round.id).await? {
        return Ok(false);
    }
    let quiz = store::quizzes::of_member(turn.tx, member.id, round.id).await?;
    let left = quiz.map_or(crate::campaign::QUIZ_QUESTIONS, |quiz| {
        quiz.questions.len().saturating_sub(usize::from(quiz.place))
    });
    let text = turn.html(
        member.language,
        "quiz-reminder",
        &[
            ("left", i64::try_from(left).unwrap_or(0).into()),
            ("closes", closes(round).into()),
        ],
    );
    let keyboard = vec![vec![turn.key(member.language, "button-quiz", Button::Quiz)]];
    turn.send_until(
        member.user,
        Screen { text, keyboard },
        Purpose::Plain,
        Lane::Notice,
        until,
    )
    .await?;
    Ok(true)
}

/// A letter was tapped.
pub(in crate::core) async fn answer(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    id: QuizId,
    place: u8,
    letter: u8,
) -> Result<(), Fault> {
    let Some((mut quiz, round)) = mine(turn, member, tap, id).await? else {
        return Ok(());
    };
    if place != quiz.place {
        return turn
            .toast(tap, member.language, "toast-answered-before")
            .await;
    }
    let Some(correct) = grade(turn, member, &round, &mut quiz, letter).await? else {
        return turn
            .toast(tap, member.language, "toast-answered-before")
            .await;
    };
    turn.toast(
        tap,
        member.language,
        if correct {
            "toast-right"
        } else {
            "toast-wrong"
        },
    )
    .await?;
    let screen = screens::explanation(turn, member.language, &quiz, &round).await?;
    show(turn, member, &quiz, tap.message, screen).await
}

/// A letter was typed. `false` if the text is no letter, or no question waits for one.
pub(in crate::core) async fn typed(
    turn: &mut Turn<'_>,
    member: &Member,
    text: &str,
) -> Result<bool, Fault> {
    let Some(letter) = letter(text) else {
        return Ok(false);
    };
    let Some(round) = store::rounds::current(turn.tx).await? else {
        say_closed(turn, member).await?;
        return Ok(true);
    };
    let quiz = store::quizzes::of_member(turn.tx, member.id, round.id).await?;
    let Some(mut quiz) = quiz.filter(|quiz| !is_finished(quiz)) else {
        return Ok(false);
    };
    let screen = if quiz.explaining {
        // The question that the letter would answer has not been on the screen yet.
        store::quizzes::show_question(turn.tx, quiz.id).await?;
        screens::question(turn, member.language, &quiz)?
    } else {
        grade(turn, member, &round, &mut quiz, letter).await?;
        screens::explanation(turn, member.language, &quiz, &round).await?
    };
    show(turn, member, &quiz, quiz.message, screen).await?;
    Ok(true)
}

/// The next question was asked for.
pub(in crate::core) async fn next(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    id: QuizId,
    place: u8,
) -> Result<(), Fault> {
    let Some((quiz, _)) = mine(turn, member, tap, id).await? else {
        return Ok(());
    };
    if place != quiz.place || is_finished(&quiz) {
        return turn
            .toast(tap, member.language, "toast-answered-before")
            .await;
    }
    turn.hush(tap).await?;
    store::quizzes::show_question(turn.tx, quiz.id).await?;
    let screen = screens::question(turn, member.language, &quiz)?;
    show(turn, member, &quiz, tap.message, screen).await
}

/// The member's own quiz while its round is open; otherwise a word to the one who tapped, and `None`.
async fn mine(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    id: QuizId,
) -> Result<Option<(Quiz, Round)>, Fault> {
    let quiz = store::quizzes::by_id(turn.tx, id)
        .await?
        .filter(|quiz| quiz.member == member.id);
    let Some(quiz) = quiz else {
        turn.toast(tap, member.language, "toast-no-button").await?;
        return Ok(None);
    };
    let round = store::rounds::by_id(turn.tx, quiz.round).await?;
    let Some(round) = round.filter(|round| turn.tx.now() < round.closes_at) else {
        turn.alert(tap, member.language, "toast-quiz-closed")
            .await?;
        return Ok(None);
    };
    Ok(Some((quiz, round)))
}

/// Stores and counts an answer; `None` if it was answered before. `quiz` is brought up to date.
async fn grade(
    turn: &mut Turn<'_>,
    member: &Member,
    round: &Round,
    quiz: &mut Quiz,
    letter: u8,
) -> Result<Option<bool>, Fault> {
    let place = quiz.place;
    let asked = quiz
        .questions
        .get(usize::from(place))
        .ok_or_else(|| Fault::Bug("no question at that place".into()))?;
    let question = bank(turn, asked)?;
    let correct = asked
        .shuffle
        .get(usize::from(letter))
        .is_some_and(|option| usize::from(*option) == question.right());
    let theme = question.criterion.theme;
    if !store::quizzes::answer(turn.tx, quiz.id, place, letter, correct).await? {
        return Ok(None);
    }
    let before = quiz.questions.iter().take(usize::from(place));
    let first = !before
        .filter_map(|asked| bank(turn, asked).ok())
        .any(|other| other.criterion.theme == theme);
    let unit = store::participations::counted_for(turn.tx, member.id, round.id).await?;
    if let Some(unit) = unit {
        store::tallies::add_answer(turn.tx, round.id, unit, theme, first, correct).await?;
    }
    if place == 0 {
        deed(turn.tx, member.id, round.id, Deed::Answered).await?;
    }
    quiz.place += 1;
    quiz.explaining = true;
    if let Some(asked) = quiz.questions.get_mut(usize::from(place)) {
        (asked.letter, asked.correct) = (Some(letter), Some(correct));
    }
    if is_finished(quiz) {
        deed(turn.tx, member.id, round.id, Deed::Finished).await?;
    }
    Ok(Some(correct))
}

async fn find_or_draw(turn: &mut Turn<'_>, member: &Member, round: &Round) -> Result<Quiz, Fault> {
    if let Some(quiz) = store::quizzes::of_member(turn.tx, member.id, round.id).await? {
        return Ok(quiz);
    }
    let history = store::quizzes::history(turn.tx, member.id).await?;
    let today = turn.tx.today();
    let questions = draw::draw(
        &turn.core.campaign,
        round.criterion,
        &history,
        today,
        &mut turn.tx.chance,
    );
    store::participations::begin(turn.tx, member.id, round.id, member.unit, None).await?;
    store::quizzes::create(turn.tx, member.id, round.id, &questions).await?;
    store::quizzes::of_member(turn.tx, member.id, round.id)
        .await?
        .ok_or_else(|| Fault::Bug("a quiz that was just drawn is gone".into()))
}

/// Shows a screen in the quiz's message, and remembers which message that is.
async fn show(
    turn: &mut Turn<'_>,
    member: &Member,
    quiz: &Quiz,
    message: Option<MessageId>,
    screen: Screen,
) -> Result<(), Fault> {
    if let Some(message) = message.filter(|message| quiz.message != Some(*message)) {
        store::quizzes::set_message(turn.tx, quiz.id, message).await?;
    }
    turn.show(member.user, message, screen, Purpose::Quiz(quiz.id))
        .await
}

async fn say_closed(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    let next = turn.core.rules.cadence.next_week(turn.tx.now());
    let opens = next.map_or_else(String::new, |week| {
        schedule::local(week.opens_at)
            .format("%d/%m/%Y")
            .to_string()
    });
    turn.say(
        &Visitor::from(member),
        "quiz-none",
        &[("opens", opens.into())],
    )
    .await
}

fn bank<'a>(turn: &Turn<'a>, asked: &Asked) -> Result<&'a crate::campaign::Question, Fault> {
    let core = turn.core;
    core.campaign.question(&asked.question).ok_or_else(|| {
        Fault::Bug(format!(
            "the question {} was asked and is no longer in messages/: restore it and supersede it",
            asked.question
        ))
    })
}

fn is_finished(quiz: &Quiz) -> bool {
    usize::from(quiz.place) >= quiz.questions.len()
}

fn closes(round: &Round) -> String {
    schedule::local(round.closes_at)
        .format("%H:%M %d/%m")
        .to_string()
}

/// `b`, `B.` and `B)` mean the same.
fn letter(text: &str) -> Option<u8> {
    let text = text.trim().trim_end_matches(['.', ')']);
    match text.to_ascii_lowercase().as_str() {
        "a" => Some(0),
        "b" => Some(1),
        "c" => Some(2),
        "d" => Some(3),
        _ => None,
    }
}

//! Practising: questions of rounds that have closed, with their answers, as often as one likes.
//!
//! Knows which questions a member may see again: those they were asked themselves, once their round has closed, unless
//! one of them is asked again in a round that is open. Must not write anything: nothing of it is counted or kept, and
//! how far somebody is stands in the buttons alone.

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use crate::campaign::{QUIZ_QUESTIONS, Question};
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, Practice, PracticeSet, Walk};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::screens::Posed;
use crate::store::members::Member;
use crate::store::quizzes::AskedQuestion;
use crate::store::{self, Result};
use crate::types::{CriterionId, Language, QuizId};

/// Questions of one walk: as many as somebody does in a sitting.
const WALK_MAX: usize = 20;

/// Criteria in a row of buttons.
const ROW: usize = 3;

/// A question that a member may see again, as they were asked it last.
struct Met<'a> {
    quiz: QuizId,
    place: u8,
    shuffle: [u8; 4],
    question: &'a Question,
    missed: bool,
}

/// `/practice`.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let met = met(ctx, member).await?;
    let screen = menu(ctx, member.language, &met);
    ctx.send(member.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    step: Practice,
) -> Result {
    let language = member.language;
    let met = met(ctx, member).await?;
    let screen = match step {
        Practice::Menu => menu(ctx, language, &met),
        Practice::Criteria => criteria(ctx, language, &met),
        Practice::Begin(set) => {
            let seed = ctx.tx.rng.random();
            let walk = Walk { set, seed, step: 0 };
            match question(ctx, language, &met, walk) {
                Some(question) => question.below(&mark(ctx, member).await?),
                None => menu(ctx, language, &met),
            }
        }
        Practice::Answer(walk, quiz, place, letter) => {
            let asked = |one: &&Met<'_>| (one.quiz, one.place) == (quiz, place);
            match met.iter().find(asked) {
                Some(asked) => answered(ctx, language, &met, walk, (asked, letter)),
                None => menu(ctx, language, &met),
            }
        }
    };
    ctx.ack(tap).await?;
    ctx.redraw(member.user, tap, screen).await
}

/// An answer that came when its round had closed: what would have become of it, and the way to practise.
pub(in crate::core) async fn late(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    answer: Option<(QuizId, u8, u8)>,
) -> Result {
    let language = member.language;
    let met = met(ctx, member).await?;
    let mut screen = menu(ctx, language, &met);
    let asked = answer.and_then(|(quiz, place, letter)| {
        let one = met
            .iter()
            .find(|one| (one.quiz, one.place) == (quiz, place))?;
        Some((one, letter))
    });
    screen = screen.below(&ctx.html(language, "practice-late", &[]));
    if let Some((one, letter)) = asked {
        let walk = (usize::from(one.place), QUIZ_QUESTIONS);
        let told = ctx
            .renderer(language)
            .explanation(&posed(one, 0, walk), usize::from(letter));
        screen = screen.below(&told.text);
    }
    ctx.answer_callback(tap, language, "toast-quiz-closed")
        .await?;
    ctx.redraw(member.user, tap, screen).await
}

/// What a member may see again, newest first, each question once.
async fn met<'a>(ctx: &mut Ctx<'a>, member: &Member) -> Result<Vec<Met<'a>>> {
    let today = ctx.tx.today();
    let campaign = &ctx.core.campaign;
    let in_use: std::collections::BTreeMap<&str, &Question> = campaign
        .questions_for(today)
        .map(|question| (question.id.as_str(), question))
        .collect();
    let mut met: Vec<Met<'_>> = Vec::new();
    for (quiz, place, asked) in store::quizzes::closed(ctx.tx, member.id).await? {
        let AskedQuestion {
            question,
            shuffle,
            correct,
            ..
        } = asked;
        let Some(question) = in_use.get(question.as_str()) else {
            continue;
        };
        if met.iter().any(|one| one.question.id == question.id) {
            continue;
        }
        met.push(Met {
            quiz,
            place,
            shuffle,
            question,
            missed: correct != Some(true),
        });
    }
    Ok(met)
}

/// The questions of a walk, in its order.
fn walked<'m, 'a>(met: &'m [Met<'a>], walk: Walk) -> Vec<&'m Met<'a>> {
    let wanted = |one: &&Met<'_>| match walk.set {
        PracticeSet::Missed => one.missed,
        PracticeSet::Mixed => true,
        PracticeSet::Of(id) => one.question.criterion == id,
    };
    let mut chosen: Vec<&Met<'_>> = met.iter().filter(wanted).collect();
    chosen.shuffle(&mut StdRng::seed_from_u64(walk.seed.into()));
    let most = match walk.set {
        PracticeSet::Mixed => QUIZ_QUESTIONS,
        PracticeSet::Missed | PracticeSet::Of(_) => WALK_MAX,
    };
    chosen.truncate(most);
    chosen
}

fn posed<'a>(met: &Met<'a>, turn: u16, (step, of): (usize, usize)) -> Posed<'a> {
    let mut shuffle = met.shuffle;
    // Not where it stood the first time: a place is remembered sooner than a reason.
    let turn = usize::from(turn) % shuffle.len();
    shuffle.rotate_left(turn);
    Posed {
        question: met.question,
        shuffle,
        place: u8::try_from(step).unwrap_or(u8::MAX),
        of,
    }
}

/// The question at hand; `None` after the last.
fn question(ctx: &Ctx<'_>, language: Language, met: &[Met<'_>], walk: Walk) -> Option<Screen> {
    let chosen = walked(met, walk);
    let one = chosen.get(usize::from(walk.step))?;
    let posed = posed(one, walk.seed, (walk.step.into(), chosen.len()));
    let answer = |letter| Button::Practice(Practice::Answer(walk, one.quiz, one.place, letter));
    Some(ctx.renderer(language).question(&posed, answer))
}

/// What became of an answer, and the next question below it; after the last one the menu.
fn answered(
    ctx: &Ctx<'_>,
    language: Language,
    met: &[Met<'_>],
    walk: Walk,
    (asked, letter): (&Met<'_>, u8),
) -> Screen {
    let of = walked(met, walk).len().max(usize::from(walk.step) + 1);
    let posed = posed(asked, walk.seed, (walk.step.into(), of));
    let (renderer, letter) = (ctx.renderer(language), usize::from(letter));
    let next = Walk {
        step: walk.step.saturating_add(1),
        ..walk
    };
    match question(ctx, language, met, next).filter(|_| next.step > walk.step) {
        Some(next) => next.below(&renderer.told(&posed, letter)),
        None => menu(ctx, language, met).below(&renderer.explanation(&posed, letter).text),
    }
}

/// That it is practice; and, where a question of the week waits, what a typed letter answers.
async fn mark(ctx: &mut Ctx<'_>, member: &Member) -> Result<String> {
    let quiz = match store::rounds::current(ctx.tx).await? {
        Some(round) => store::quizzes::of_member(ctx.tx, member.id, round.id).await?,
        None => None,
    };
    let waits = quiz.is_some_and(|quiz| quiz.waits());
    let key = if waits {
        "practice-mark-quiz"
    } else {
        "practice-mark"
    };
    Ok(ctx.html(member.language, key, &[]))
}

fn menu(ctx: &Ctx<'_>, language: Language, met: &[Met<'_>]) -> Screen {
    if met.is_empty() {
        return Screen::words(ctx.html(language, "practice-none", &[]));
    }
    let missed = met.iter().filter(|one| one.missed).count();
    let begin = |key: &str, set: PracticeSet, count: usize| {
        Button::Practice(Practice::Begin(set)).key(ctx.plain(
            language,
            key,
            &[("count", count.into())],
        ))
    };
    let mut keyboard: Keyboard = Vec::new();
    if missed > 0 {
        keyboard.push(vec![begin(
            "button-practice-missed",
            PracticeSet::Missed,
            missed,
        )]);
    }
    let mixed = met.len().min(QUIZ_QUESTIONS);
    keyboard.push(vec![begin(
        "button-practice-mixed",
        PracticeSet::Mixed,
        mixed,
    )]);
    keyboard.push(vec![ctx.key(
        language,
        "button-practice-criteria",
        Button::Practice(Practice::Criteria),
    )]);
    Screen {
        text: ctx.html(language, "practice", &[("count", met.len().into())]),
        keyboard,
    }
}

fn criteria(ctx: &Ctx<'_>, language: Language, met: &[Met<'_>]) -> Screen {
    let counted = |id: CriterionId| {
        let of = met.iter().filter(|one| one.question.criterion == id);
        (id, of.count())
    };
    let some = CriterionId::all()
        .map(counted)
        .filter(|(_, count)| *count > 0);
    let keys: Vec<Key> = some
        .map(|(id, count)| {
            Button::Practice(Practice::Begin(PracticeSet::Of(id))).key(format!("{id} ({count})"))
        })
        .collect();
    let mut keyboard: Keyboard = keys.chunks(ROW).map(<[Key]>::to_vec).collect();
    let back = Button::Practice(Practice::Menu);
    keyboard.push(vec![ctx.key(language, "button-back", back)]);
    Screen {
        text: ctx.html(language, "practice-criteria", &[]),
        keyboard,
    }
}

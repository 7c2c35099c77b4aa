//! Drawing a member's five: a pure function of the bank, their history, the day and chance.
//!
//! Knows the mix and the ladder. Must not know the database or how a question looks.
//!
//! One recall, one legal fact, two situations and one re-ask; what they have not seen comes first,
//! what they missed comes back after nine to eighteen days (about a fifth of a quarter: Cepeda 2008),
//! the theme they have been asked least about comes first, and the five go from easy to hard.
//! Twins share their options: never two of a family in one quiz, nor within three weeks, whatever
//! else is due; the family seen longest ago comes first, and in it the question that the others recall.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};

use crate::campaign::{Campaign, Kind, Question};
use crate::store::quizzes::{AskedQuestion, Past};
use crate::types::CriterionId;

/// A missed question rests at least this long.
const RE_ASK_DAYS_MIN: i64 = 9;

/// So long after a question none of its twins is asked: whoever meets one has forgotten the other's key.
const TWINS_DAYS_MIN: i64 = 21;

/// The slots of a quiz; the fifth is the re-ask.
const MIX: [Kind; 4] = [Kind::Recall, Kind::Law, Kind::Situation, Kind::Situation];

/// What is known of a question for one member.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    last: Option<NaiveDate>,
    missed: bool,
}

struct Picker<'a> {
    questions: Vec<&'a Question>,
    /// The ids of those.
    ids: BTreeSet<&'a str>,
    seen: BTreeMap<&'a str, Seen>,
    /// The questions of each family that were asked, and when last.
    families: BTreeMap<&'a str, BTreeMap<&'a str, NaiveDate>>,
    asked_by_theme: [usize; 4],
    chosen: Vec<&'a Question>,
    subject: CriterionId,
    today: NaiveDate,
}

/// Draws five questions and the order of their options. Fewer only if the bank has fewer.
pub(super) fn draw(
    campaign: &Campaign,
    subject: CriterionId,
    history: &[Past],
    today: NaiveDate,
    rng: &mut StdRng,
) -> Vec<AskedQuestion> {
    let mut picker = Picker::new(campaign, subject, history, today);
    picker.re_ask(rng);
    for kind in MIX {
        picker.pick(Some(kind), rng);
    }
    // Nothing to ask again: one more situation, or whatever a small bank still has.
    if picker.chosen.len() < crate::campaign::QUIZ_QUESTIONS {
        picker.pick(Some(Kind::Situation), rng);
    }
    while picker.chosen.len() < crate::campaign::QUIZ_QUESTIONS && picker.pick(None, rng) {}
    picker.chosen.sort_by_key(|question| question.difficulty);
    picker
        .chosen
        .iter()
        .map(|question| asked(question, rng))
        .collect()
}

fn asked(question: &Question, rng: &mut StdRng) -> AskedQuestion {
    let mut shuffle = [0, 1, 2, 3];
    shuffle.shuffle(rng);
    AskedQuestion {
        question: question.id.clone(),
        shuffle,
        letter: None,
        correct: None,
    }
}

impl<'a> Picker<'a> {
    fn new(
        campaign: &'a Campaign,
        subject: CriterionId,
        history: &'a [Past],
        today: NaiveDate,
    ) -> Self {
        let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
        let mut families: BTreeMap<&str, BTreeMap<&str, NaiveDate>> = BTreeMap::new();
        let mut asked_by_theme = [0; 4];
        for past in history {
            let (last, missed) = past
                .answer
                .map_or((past.asked, true), |(day, right)| (day, !right));
            seen.insert(
                &past.question,
                Seen {
                    last: Some(last),
                    missed,
                },
            );
            if let Some(question) = campaign.question(&past.question) {
                count(&mut asked_by_theme, question);
                let family = families.entry(question.family()).or_default();
                family.insert(&question.id, last);
            }
        }
        let questions: Vec<&Question> = campaign.questions_for(today).collect();
        Self {
            ids: questions.iter().map(|one| one.id.as_str()).collect(),
            questions,
            seen,
            families,
            asked_by_theme,
            chosen: Vec::new(),
            subject,
            today,
        }
    }

    /// What was missed longest ago, if it has rested.
    fn re_ask(&mut self, rng: &mut StdRng) {
        let due = |question: &&Question| {
            let seen = self.of(question);
            seen.missed
                && self.is_apart(question)
                && seen
                    .last
                    .is_some_and(|last| (self.today - last).num_days() >= RE_ASK_DAYS_MIN)
        };
        let missed: Vec<&Question> = self.questions.iter().copied().filter(due).collect();
        let oldest = missed.iter().map(|question| self.of(question).last).min();
        let first: Vec<&Question> = missed
            .into_iter()
            .filter(|question| Some(self.of(question).last) == oldest)
            .collect();
        if let Some(question) = first.choose(rng) {
            self.take(question);
        }
    }

    /// Takes the best question of a kind: unseen, the week's criterion first where the kind has
    /// not had it yet, then the theme asked about least. `false` if there is none left.
    fn pick(&mut self, kind: Option<Kind>, rng: &mut StdRng) -> bool {
        let taken: BTreeSet<&str> = self.chosen.iter().map(|one| one.family()).collect();
        let fits = |question: &&&Question| {
            kind.is_none_or(|kind| kind == question.kind)
                && !taken.contains(question.family())
                && self.is_apart(question)
                && self.is_in_order(question)
        };
        let rank = |question: &Question| {
            let seen = self.of(question);
            let theme = usize::from(question.criterion.theme) - 1;
            let by_theme = self.asked_by_theme.get(theme).copied().unwrap_or(0);
            let subject = question.kind == Kind::Recall && question.criterion == self.subject;
            // Unseen before seen, then whatever was seen longest ago, itself or its twins.
            (seen.last, !subject, self.twin_seen(question), by_theme)
        };
        let best = self
            .questions
            .iter()
            .filter(fits)
            .map(|question| rank(question))
            .min();
        let equal: Vec<&Question> = self
            .questions
            .iter()
            .filter(fits)
            .filter(|question| Some(rank(question)) == best)
            .copied()
            .collect();
        let Some(question) = equal.choose(rng) else {
            return false;
        };
        self.take(question);
        true
    }

    fn take(&mut self, question: &'a Question) {
        count(&mut self.asked_by_theme, question);
        self.chosen.push(question);
    }

    /// When a twin of this question was asked last.
    fn twin_seen(&self, question: &Question) -> Option<NaiveDate> {
        let family = self.families.get(question.family())?;
        let twins = family.iter().filter(|(id, _)| **id != question.id);
        twins.map(|(_, day)| *day).max()
    }

    /// Whether it is long enough since a twin was asked.
    fn is_apart(&self, question: &Question) -> bool {
        let seen = self.twin_seen(question);
        seen.is_none_or(|day| (self.today - day).num_days() >= TWINS_DAYS_MIN)
    }

    /// Whether the first of its family has been asked, whose scene a twin's explanation recalls; or is not in use any more.
    fn is_in_order(&self, question: &Question) -> bool {
        let first = question.family();
        first == question.id || self.families.contains_key(first) || !self.ids.contains(first)
    }

    fn of(&self, question: &Question) -> Seen {
        self.seen
            .get(question.id.as_str())
            .copied()
            .unwrap_or_default()
    }
}

fn count(by_theme: &mut [usize; 4], question: &Question) {
    if let Some(slot) = by_theme.get_mut(usize::from(question.criterion.theme) - 1) {
        *slot += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use rand::SeedableRng;

    fn monday() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    /// A member who answers every week's quiz on Thursday, wrong where `wrong` says so.
    fn weeks(
        count: u64,
        wrong: impl Fn(usize, &Question) -> bool,
    ) -> (Campaign, Vec<Vec<Question>>) {
        let campaign = Campaign::built_in().expect("the built-in content is sound");
        let mut rng = StdRng::seed_from_u64(7);
        let (mut history, mut quizzes) = (Vec::new(), Vec::new());
        for week in 0..count {
            let asked = monday() + Days::new(7 * week);
            let day = asked + Days::new(3);
            let (subject, _) =
                crate::core::member::items::subject(i64::try_from(week).expect("small"));
            let drawn = draw(&campaign, subject, &history, day, &mut rng);
            let questions: Vec<Question> = drawn
                .iter()
                .map(|asked| campaign.question(&asked.question).expect("known").clone())
                .collect();
            history.extend(questions.iter().enumerate().map(|(place, question)| Past {
                question: question.id.clone(),
                asked,
                answer: Some((day, !wrong(place, question))),
            }));
            quizzes.push(questions);
        }
        (campaign, quizzes)
    }

    #[test]
    fn a_twin_never_comes_before_the_question_it_recalls() {
        let (_, quizzes) = weeks(30, |_, question| question.difficulty == 3);
        let asked: Vec<&Question> = quizzes.iter().flatten().collect();
        let mut met = BTreeSet::new();
        for question in &asked {
            let first = question.family();
            assert!(
                first == question.id || met.contains(first),
                "{}",
                question.id
            );
            met.insert(question.id.as_str());
        }
        let twins = asked.iter().filter(|one| one.family() != one.id).count();
        assert!(twins > 10, "{twins}: they do come");
    }

    #[test]
    fn a_quiz_has_five_different_questions_of_the_mix_from_easy_to_hard() {
        let (_, quizzes) = weeks(30, |place, _| place == 2);
        for quiz in &quizzes {
            let ids: BTreeSet<&str> = quiz.iter().map(|question| question.id.as_str()).collect();
            assert_eq!(ids.len(), 5);
            assert!(
                quiz.windows(2)
                    .all(|pair| pair[0].difficulty <= pair[1].difficulty)
            );
            let of = |kind| quiz.iter().filter(|question| question.kind == kind).count();
            assert!(of(Kind::Recall) >= 1 && of(Kind::Law) >= 1 && of(Kind::Situation) >= 2);
        }
    }

    #[test]
    fn nobody_who_answers_right_sees_a_question_twice_while_there_are_unseen_ones() {
        let (_, quizzes) = weeks(40, |_, _| false);
        let all: Vec<&str> = quizzes
            .iter()
            .flatten()
            .map(|question| question.id.as_str())
            .collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn what_was_missed_comes_back_once_it_has_rested_and_not_before() {
        let (_, quizzes) = weeks(20, |place, _| place == 0);
        let missed = &quizzes[0][0].id;
        let back: Vec<usize> = (1..quizzes.len())
            .filter(|week| quizzes[*week].iter().any(|q| &q.id == missed))
            .collect();
        assert_eq!(back.first(), Some(&2), "fourteen days later");
    }

    #[test]
    fn twins_never_meet_in_a_quiz_nor_within_three_weeks_whatever_is_missed() {
        for missed in 0..3_usize {
            let (_, quizzes) = weeks(60, |place, _| place <= missed);
            let mut last: BTreeMap<String, (usize, String)> = BTreeMap::new();
            for (week, quiz) in quizzes.iter().enumerate() {
                let families: BTreeSet<&str> = quiz.iter().map(|one| one.family()).collect();
                assert_eq!(families.len(), quiz.len(), "week {week}");
                for question in quiz {
                    let family = question.family().to_owned();
                    if let Some((before, id)) = last.insert(family, (week, question.id.clone())) {
                        assert!(
                            id == question.id || week - before >= 3,
                            "{id}, {}",
                            question.id
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_quarter_brings_all_four_themes_evenly() {
        let (_, quizzes) = weeks(12, |_, _| false);
        for theme in 1..=4 {
            let asked = quizzes
                .iter()
                .flatten()
                .filter(|question| question.criterion.theme == theme)
                .count();
            assert!((12..=18).contains(&asked), "theme {theme}: {asked} of 60");
        }
    }
}

//! A reader who knows nothing but options it has seen: a naive Bayes guesser.
//!
//! Knows what an option looks like beside the three others. Must not know what it is about.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::Blank;

/// Wrong options for one right one.
const ODDS: f64 = 3.0;
/// Before anything is read, every mark was seen once in each of four options.
const PRIOR: f64 = 1.0;
/// Marks in fewer options than this are no tells: anybody meets them by chance.
const TELL_OPTIONS_MIN: u32 = 8;

/// Something that can be seen of an option: a word, its length, a comma.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// What it is.
    pub what: String,
    /// In how many right options it was seen.
    pub right: u32,
    /// In how many wrong ones.
    pub wrong: u32,
}

impl Mark {
    /// How many standard deviations more often in right options than a quarter.
    fn strength(&self) -> f64 {
        let seen = f64::from(self.right + self.wrong);
        let share = 1.0 / (1.0 + ODDS);
        (f64::from(self.right) - seen * share) / (seen * share * (1.0 - share)).sqrt()
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {})", self.what, self.right, self.wrong)
    }
}

/// Which marks were seen how often.
#[derive(Debug, Default)]
pub(super) struct Guesser {
    seen: BTreeMap<String, (u32, u32)>,
}

impl Guesser {
    /// Who has read these, with their keys.
    pub(super) fn having_read<'a>(blanks: impl IntoIterator<Item = &'a Blank>) -> Self {
        let mut guesser = Self::default();
        for blank in blanks {
            for (place, marks) in marks(&blank.options).into_iter().enumerate() {
                for mark in marks {
                    let (right, wrong) = guesser.seen.entry(mark).or_default();
                    *(if place == blank.right { right } else { wrong }) += 1;
                }
            }
        }
        guesser
    }

    /// 1 if the guess is right, 0 if not, and its share if it lies between equals.
    pub(super) fn hit(&self, blank: &Blank) -> f64 {
        let scores: Vec<f64> = marks(&blank.options)
            .iter()
            .map(|one| self.score(one))
            .collect();
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let equals: Vec<usize> = (0..scores.len())
            .filter(|place| scores.get(*place).is_some_and(|score| *score >= best))
            .collect();
        if equals.contains(&blank.right) {
            1.0 / f64::from(u32::try_from(equals.len()).unwrap_or(u32::MAX))
        } else {
            0.0
        }
    }

    /// How much speaks for an option. What was never seen speaks neither for nor against it.
    fn score(&self, marks: &BTreeSet<String>) -> f64 {
        let weight = |mark: &String| {
            let (right, wrong) = self.seen.get(mark).copied().unwrap_or_default();
            (ODDS * (f64::from(right) + PRIOR) / (f64::from(wrong) + ODDS * PRIOR)).ln()
        };
        marks.iter().map(weight).sum()
    }

    /// The strongest marks of right options, and of wrong ones.
    pub(super) fn tells(&self, count: usize) -> (Vec<Mark>, Vec<Mark>) {
        let marks = self.seen.iter().map(|(what, (right, wrong))| Mark {
            what: what.clone(),
            right: *right,
            wrong: *wrong,
        });
        let mut marks: Vec<Mark> = marks
            .filter(|mark| mark.right + mark.wrong >= TELL_OPTIONS_MIN)
            .collect();
        marks.sort_by(|a, b| b.strength().total_cmp(&a.strength()).then_with(|| a.cmp(b)));
        let right = marks
            .iter()
            .take(count)
            .filter(|mark| mark.strength() > 0.0);
        let wrong = marks
            .iter()
            .rev()
            .take(count)
            .filter(|mark| mark.strength() < 0.0);
        (right.cloned().collect(), wrong.cloned().collect())
    }
}

/// What can be seen of each of the options.
fn marks(options: &[String]) -> Vec<BTreeSet<String>> {
    let words: Vec<Vec<String>> = options.iter().map(|option| words(option)).collect();
    let lengths: Vec<f64> = options.iter().map(|option| chars(option)).collect();
    let overlaps: Vec<f64> = (0..options.len())
        .map(|place| overlap(&words, place))
        .collect();
    let one = |place: usize| {
        let (Some(option), Some(words)) = (options.get(place), words.get(place)) else {
            return BTreeSet::new();
        };
        let mut marks: BTreeSet<String> = words.iter().map(|word| format!("“{word}”")).collect();
        marks.extend(words.windows(2).map(|pair| format!("“{}”", pair.join(" "))));
        marks.extend(words.first().map(|word| format!("begins with “{word}”")));
        let letters = option.chars().filter(|c| !c.is_alphanumeric() && *c != ' ');
        marks.extend(letters.map(|c| format!("has {c}")));
        if option.chars().any(|c| c.is_ascii_digit()) {
            marks.insert("has a figure".into());
        }
        marks.extend(ranked("length", &lengths, place));
        marks.extend(ranked("words shared with the others", &overlaps, place));
        marks
    };
    (0..options.len()).map(one).collect()
}

fn words(option: &str) -> Vec<String> {
    let lower = option.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn chars(option: &str) -> f64 {
    f64::from(u32::try_from(option.chars().count()).unwrap_or(u32::MAX))
}

/// The words that an option has in common with each of the others, on average, as a share of both.
fn overlap(words: &[Vec<String>], place: usize) -> f64 {
    let sets: Vec<BTreeSet<&String>> = words.iter().map(|one| one.iter().collect()).collect();
    let Some(own) = sets.get(place) else {
        return 0.0;
    };
    let others = sets.iter().enumerate().filter(|(other, _)| *other != place);
    let shares = others.map(|(_, other)| {
        let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        count(own.intersection(other).count()) / count(own.union(other).count().max(1))
    });
    shares.sum()
}

/// The place of a figure among the four, and how far it lies from their mean.
fn ranked(name: &str, figures: &[f64], place: usize) -> Vec<String> {
    let Some(own) = figures.get(place).copied() else {
        return Vec::new();
    };
    let above = figures.iter().filter(|one| **one > own).count();
    let below = figures.iter().filter(|one| **one < own).count();
    let count = f64::from(u32::try_from(figures.len()).unwrap_or(u32::MAX));
    let mean = figures.iter().sum::<f64>() / count;
    let far = match own / mean.max(f64::MIN_POSITIVE) {
        far if far < 0.75 => "far below",
        far if far < 0.93 => "below",
        far if far <= 1.07 => "near",
        far if far <= 1.25 => "above",
        _ => "far above",
    };
    vec![
        format!("{name}: {above} have more, {below} less"),
        format!("{name}: {far} the mean"),
    ]
}

//! How often the right options can be guessed from the options alone.
//!
//! Knows options and which one is right; never sees a question, an id or a source. Must not know how
//! to write better: it measures. The same bank gives the same figures, on every machine.
//!
//! A criterion is guessed by a guesser that has read the eleven others. Whoever knows nothing gets a
//! quarter right. A family of twins has one set of options and as many keys as members, so one guess
//! serves them all and is right for one of them at most: in a family of four it is right for exactly one,
//! whatever it is. That lowers the rate honestly, for so it is for a member, too; but where a family has
//! two or three keys, whether the guess is one of them is told apart.

mod guesser;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use self::guesser::{Guesser, Mark};
use crate::campaign::{Campaign, Kind, OPTIONS};
use crate::told;
use crate::types::CriterionId;

/// Of a hundred guesses, so many may be right over all and in each kind.
const BAR_PERCENT: f64 = 35.0;
/// The same in one criterion, whose twenty questions say less.
const CRITERION_BAR_PERCENT: f64 = 40.0;
/// Of the normal distribution, for 95 in a hundred.
const Z: f64 = 1.96;
/// Tells that are printed of each kind.
const TELLS: usize = 12;

/// A question without its question.
#[derive(Debug, Clone)]
pub struct Blank {
    /// To tell it from the others, never to guess by.
    pub id: String,
    /// What it is about.
    pub criterion: CriterionId,
    /// What it asks for.
    pub kind: Kind,
    /// What can be chosen.
    pub options: Vec<String>,
    /// Which of them is right.
    pub right: usize,
    /// What it has in common with its twins.
    pub family: String,
}

/// The questions in use, without what they ask.
pub fn blanks(campaign: &Campaign) -> Vec<Blank> {
    let used = campaign
        .questions()
        .filter(|one| one.superseded_by.is_none());
    let blank = used.map(|one| Blank {
        id: one.id.clone(),
        criterion: one.criterion,
        kind: one.kind,
        options: one
            .options
            .iter()
            .map(|choice| choice.text.clone())
            .collect(),
        right: one.right(),
        family: one.family().to_owned(),
    });
    blank.collect()
}

/// Guesses that were right, of how many. A guess between equals counts by its share.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rate {
    /// Right ones.
    pub hits: f64,
    /// All.
    pub of: usize,
}

impl Rate {
    fn count(&mut self, hit: f64) {
        self.hits += hit;
        self.of += 1;
    }

    fn size(self) -> f64 {
        f64::from(u32::try_from(self.of.max(1)).unwrap_or(u32::MAX))
    }

    /// In per cent.
    pub fn percent(self) -> f64 {
        100.0 * self.hits / self.size()
    }

    /// Wilson's interval, in per cent: where the rate may lie with 95 % confidence.
    pub fn interval(self) -> (f64, f64) {
        let (n, share) = (self.size(), self.hits / self.size());
        let scale = 1.0 + Z * Z / n;
        let centre = (share + Z * Z / (2.0 * n)) / scale;
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
        (
            100.0 * (centre - half).max(0.0),
            100.0 * (centre + half).min(1.0),
        )
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = self.interval();
        let (hits, of, percent) = (self.hits, self.of, self.percent());
        write!(
            f,
            "{hits:6.1} of {of:3}  {percent:3.0} %  ({low:.0} to {high:.0})"
        )
    }
}

/// What options alone tell.
#[derive(Debug)]
pub struct Blind {
    /// Over all questions.
    pub all: Rate,
    /// By kind.
    pub kinds: BTreeMap<Kind, Rate>,
    /// By criterion.
    pub criteria: BTreeMap<CriterionId, Rate>,
    /// By the number of keys: families for whom the one guess is one of them.
    pub families: BTreeMap<usize, Rate>,
    /// What stands more often in right options than chance would have it, the strongest first.
    pub tells_right: Vec<Mark>,
    /// The same for wrong options.
    pub tells_wrong: Vec<Mark>,
}

/// Guesses every criterion by the others.
pub fn blind(blanks: &[Blank]) -> Blind {
    let mut hits: BTreeMap<&str, f64> = BTreeMap::new();
    let (mut all, mut kinds, mut criteria) = (Rate::default(), BTreeMap::new(), BTreeMap::new());
    let about: BTreeSet<CriterionId> = blanks.iter().map(|one| one.criterion).collect();
    for criterion in about {
        let (asked, read): (Vec<&Blank>, Vec<&Blank>) =
            blanks.iter().partition(|one| one.criterion == criterion);
        let guesser = Guesser::having_read(read);
        for blank in asked {
            let hit = guesser.hit(blank);
            hits.insert(&blank.id, hit);
            all.count(hit);
            kinds
                .entry(blank.kind)
                .or_insert_with(Rate::default)
                .count(hit);
            criteria
                .entry(criterion)
                .or_insert_with(Rate::default)
                .count(hit);
        }
    }
    let (tells_right, tells_wrong) = Guesser::having_read(blanks.iter()).tells(TELLS);
    Blind {
        all,
        kinds,
        criteria,
        families: families(blanks, &hits),
        tells_right,
        tells_wrong,
    }
}

fn families(blanks: &[Blank], hits: &BTreeMap<&str, f64>) -> BTreeMap<usize, Rate> {
    let mut members: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for blank in blanks {
        let hit = hits.get(blank.id.as_str()).copied().unwrap_or(0.0);
        members.entry(&blank.family).or_default().push(hit);
    }
    let mut families: BTreeMap<usize, Rate> = BTreeMap::new();
    for hits in members.values().filter(|hits| hits.len() > 1) {
        let hit: f64 = hits.iter().sum();
        families.entry(hits.len()).or_default().count(hit.min(1.0));
    }
    families
}

impl Blind {
    /// What lies above its bar, each in a line; nothing if the bank holds.
    pub fn faults(&self) -> Vec<String> {
        let mut told = Vec::new();
        let mut judge = |name: &str, rate: Rate, bar: f64| {
            if rate.percent() > bar {
                let percent = rate.percent();
                told.push(told!(
                    "blind-above",
                    name = name,
                    percent = format!("{percent:.0}"),
                    most = format!("{bar:.0}")
                ));
            }
        };
        judge(&told!("blind-all-questions"), self.all, BAR_PERCENT);
        for (kind, rate) in &self.kinds {
            judge(name(*kind), *rate, BAR_PERCENT);
        }
        for (criterion, rate) in &self.criteria {
            judge(&criterion.to_string(), *rate, CRITERION_BAR_PERCENT);
        }
        told
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Recall => "recall",
        Kind::Law => "law",
        Kind::Situation => "situation",
    }
}

impl fmt::Display for Blind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", told!("blind-heading"))?;
        writeln!(f, "  {:10}{}", told!("blind-all"), self.all)?;
        for (kind, rate) in &self.kinds {
            writeln!(f, "  {:10}{rate}", name(*kind))?;
        }
        for (criterion, rate) in &self.criteria {
            writeln!(f, "  {:10}{rate}", criterion.to_string())?;
        }
        for (keys, rate) in &self.families {
            let chance = (100 * keys / OPTIONS).min(100);
            let heading = told!("blind-families-heading", keys = keys, chance = chance);
            writeln!(f, "{heading}")?;
            writeln!(f, "  {:10}{rate}", told!("blind-families"))?;
        }
        let marks = |list: &[Mark]| {
            let marks: Vec<String> = list.iter().map(ToString::to_string).collect();
            marks.join(" · ")
        };
        let marked = told!("blind-right", marks = marks(&self.tells_right));
        writeln!(f, "{marked}")?;
        let marked = told!("blind-wrong", marks = marks(&self.tells_wrong));
        write!(f, "{marked}")
    }
}

#[cfg(test)]
mod tests;

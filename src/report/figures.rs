//! What is reported about a unit and a period: plain data.
//!
//! Knows which figures there are, and that some may not be shown. Must not know where they
//! come from, what they are called, or what they look like.

use chrono::{NaiveDate, NaiveDateTime};

use super::plan::PlanLineFigures;
use crate::types::{CriterionId, Span};

/// A figure, or that there is one which may not be shown. Never zero in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure<T> {
    /// May be seen by everybody who gets the report.
    Shown(T),
    /// Too few people, or a hidden figure could be derived from it.
    Hidden,
}

impl<T> Figure<T> {
    /// The figure, if it may be seen.
    pub fn shown(&self) -> Option<&T> {
        match self {
            Self::Shown(figure) => Some(figure),
            Self::Hidden => None,
        }
    }
}

/// Everything a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The unit.
    pub unit: String,
    /// The unit above it, if any.
    pub parent: Option<String>,
    /// The period.
    pub span: Span,
    /// In a week: what it is about, and when it closes or closed.
    pub round: Option<RoundFigures>,
    /// Declared number of members, as the newest round of the period found it; 0 if nobody has declared it.
    pub members: i64,
    /// The same, added up over the rounds that are counted: what those reached are a part of.
    pub turns: i64,
    /// In how many rounds nothing is shown because more people took part than the unit has declared.
    pub overfull: i64,
    /// How many weekly rounds are counted: those that are closed and may be shown; in a week, its own.
    pub rounds: i64,
    /// How many have closed.
    pub closed: i64,
    /// Who took part. Over several rounds a person counts once in each of them. While a round is open: hidden.
    pub participation: Figure<Participation>,
    /// Who has taken part so far in a round that is open.
    pub so_far: Figure<SoFar>,
    /// How many of those reached answered in the period before, if there was one.
    pub before: Option<Figure<Fraction>>,
    /// Whether that is a change, where both can be compared.
    pub change: Option<Trend>,
    /// What people knew, theme by theme.
    pub themes: Option<Themes>,
    /// A criterion of the theme of which least was right: its discussion card may help.
    pub least: Option<CriterionId>,
    /// Oldest first: the newest twelve up to a week, or those of a longer period.
    pub weeks: Vec<WeekFigures>,
    /// The unit beside its siblings.
    pub beside: Option<Beside>,
    /// Check-ins that closed in the period.
    pub checkins: Vec<CheckinFigures>,
    /// Who was commended in the period. Only files for an officer alone have it.
    pub commended: Vec<CommendedFigures>,
    /// What officers have entered for the period. Only files for an officer alone have it.
    pub entered: Vec<Entered>,
    /// What became of the plan's lines by the period's end. Only the minute of an inspection has it.
    pub plan: Vec<PlanLineFigures>,
    /// The grassroots unit above this one, if there is one: check-ins are shown for that unit only, as a whole.
    pub within: Option<String>,
}

impl Figures {
    /// How many closed rounds are not counted, because nothing of them may be shown.
    pub fn left_out(&self) -> i64 {
        self.closed - self.rounds
    }

    /// Whether a figure of the picture is hidden that may be shown of others.
    pub fn hides(&self) -> bool {
        let themes = self.themes.iter().flat_map(|themes| &themes.all);
        let open = self.round.as_ref().is_some_and(|round| !round.closed);
        let so_far = self
            .so_far
            .shown()
            .is_some_and(|so_far| [so_far.read, so_far.answered, so_far.finished].contains(&None));
        (!open && self.participation == Figure::Hidden)
            || so_far
            || themes.clone().any(|theme| theme.right == Figure::Hidden)
            || self
                .weeks
                .iter()
                .any(|week| !week.open && week.answered == Figure::Hidden)
            || self
                .checkins
                .iter()
                .any(|checkin| checkin.people == Figure::Hidden)
    }

    /// The same without the weeks before, check-ins, and other units: what fits one look.
    pub fn without_other_times(self) -> Self {
        Self {
            weeks: Vec::new(),
            checkins: Vec::new(),
            beside: None,
            ..self
        }
    }

    /// Whether any figure may be shown: if none, a sentence replaces the picture.
    pub fn tells(&self) -> bool {
        let weeks = self
            .weeks
            .iter()
            .any(|week| week.answered.shown().is_some());
        let themes = self.themes.iter().flat_map(|themes| &themes.all);
        weeks
            || self.participation.shown().is_some()
            || self.so_far.shown().is_some()
            || themes.clone().any(|theme| theme.right.shown().is_some())
            || self
                .checkins
                .iter()
                .any(|checkin| checkin.people.shown().is_some())
    }
}

/// The one round of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundFigures {
    /// Such as `3.2`.
    pub criterion: String,
    /// The first moment an answer is too late, as clocks in the country show it.
    pub closes: NaiveDateTime,
    /// Whether its figures are final.
    pub closed: bool,
    /// Whether it has closed and it is not decided yet what may be shown: some seconds, or minutes after a threshold rose.
    pub settling: bool,
}

/// How many people got to each step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participation {
    /// Got the item or the quiz.
    pub reached: i64,
    /// Read the item.
    pub read: i64,
    /// Answered one question at least.
    pub answered: i64,
    /// Answered all.
    pub finished: i64,
}

impl Participation {
    /// Of those reached, how many answered.
    pub fn answers(&self) -> Fraction {
        Fraction {
            count: self.answered,
            of: self.reached,
        }
    }
}

/// How many people have got to each step of a round that is open, in steps of five: there are more than so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoFar {
    /// Got the item or the quiz.
    pub reached: i64,
    /// Read the item; `None` if they are too few, like the following.
    pub read: Option<i64>,
    /// Answered one question at least.
    pub answered: Option<i64>,
    /// Answered all.
    pub finished: Option<i64>,
}

/// A count and what it is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// The part.
    pub count: i64,
    /// The whole.
    pub of: i64,
}

impl Fraction {
    /// In per cent, rounded; 0 of nobody.
    pub fn percent(self) -> i64 {
        if self.of <= 0 {
            0
        } else {
            (self.count * 100 + self.of / 2) / self.of
        }
    }
}

/// Whether a share has changed, and by how many points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It has risen by more than chance.
    Up(i64),
    /// It has fallen by more than chance.
    Down(i64),
    /// It may be chance.
    Unclear,
}

/// What people knew in the rounds that closed between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// All four, in order.
    pub all: Vec<ThemeFigures>,
}

/// One theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFigures {
    /// 1 to 4.
    pub number: u8,
    /// Its name in the guideline.
    pub name: String,
    /// The same for who reads English.
    pub english: Option<String>,
    /// How much was right.
    pub right: Figure<Right>,
}

/// How much of a theme was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Right {
    /// The share of right answers.
    pub share: Share,
    /// How many people answered.
    pub people: i64,
}

/// A share in per cent, as exactly as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Exactly this.
    Exactly(i64),
    /// Rounded to five.
    About(i64),
    /// This or more.
    AtLeast(i64),
    /// This or less.
    AtMost(i64),
}

impl Share {
    /// The number that is shown.
    pub fn percent(self) -> i64 {
        match self {
            Self::Exactly(percent)
            | Self::About(percent)
            | Self::AtLeast(percent)
            | Self::AtMost(percent) => percent,
        }
    }
}

/// One of the newest weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekFigures {
    /// Its first day.
    pub monday: NaiveDate,
    /// Whether it is still open: then nothing is shown.
    pub open: bool,
    /// Of those reached, how many answered.
    pub answered: Figure<Fraction>,
}

/// The share that answered here, and the median of the units below the same parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// This unit, in per cent.
    pub unit: i64,
    /// The median, in per cent.
    pub median: i64,
    /// Of how many units, this one among them.
    pub units: i64,
}

/// A check-in that has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckinFigures {
    /// The month it was for, by its first day.
    pub month: NaiveDate,
    /// How many took part.
    pub people: Figure<i64>,
}

/// Something that an officer has entered, for a row of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// The row, 1 to 17.
    pub row: u8,
    /// What it is called.
    pub name: String,
    /// What was entered, as it is read.
    pub value: String,
    /// Where it comes from.
    pub source: Source,
    /// When it was handed in.
    pub day: Option<NaiveDate>,
}

/// Where an entered figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The unit's officers.
    Officer,
    /// The units below, added up.
    Units,
    /// The plan that was issued here.
    Plan,
}

/// Somebody who was commended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommendedFigures {
    /// The day.
    pub day: NaiveDate,
    /// The name; `None` if they are not to be named any more.
    pub name: Option<String>,
    /// The unit that commended.
    pub unit: String,
    /// Why; empty if they are not named.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_nobody_is_nothing() {
        assert_eq!(Fraction { count: 1, of: 0 }.percent(), 0);
        assert_eq!(Fraction { count: 1, of: 3 }.percent(), 33);
        assert_eq!(Fraction { count: 2, of: 3 }.percent(), 67);
    }
}

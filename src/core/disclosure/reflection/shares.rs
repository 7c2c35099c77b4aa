//! How a closed check-in was answered, as shares from which nobody's answer follows.
//!
//! **Which prompts**: those whose counts were kept at closing. **How exactly**: always rounded to five, whatever
//! the size of the unit, and near unanimity only as a bound, so that no single answer follows from it.

use super::disclosed;
use crate::campaign::CHECKIN_PROMPTS;
use crate::core::ctx::Ctx;
use crate::core::disclosure::reflection::Disclosed;
use crate::core::disclosure::share;
use crate::report::figures::{Figure, Fraction, Share};
use crate::store::results::Chosen;
use crate::store::{self, Result};
use crate::types::{CheckinRoundId, UnitId};

pub(in crate::core) struct Answers {
    pub(in crate::core) people: i64,
    /// For each prompt the share of each choice.
    pub(in crate::core) prompts: Vec<Figure<Vec<Share>>>,
}

/// What may be told of a unit in a closed check-in or survey: never more exactly than [`Told::share`].
pub(in crate::core) struct Told {
    pub(in crate::core) people: i64,
    chosen: Vec<Chosen>,
}

impl Told {
    /// How many of those who answered at a place made this choice; hidden if too few answered there.
    pub(in crate::core) fn share(&self, place: u8, choice: u8) -> Figure<Share> {
        let here = self.chosen.iter().filter(|one| one.place == place);
        let of: i64 = here.clone().map(|one| one.people).sum();
        let count = here.filter(|one| one.choice == choice);
        let count = count.map(|one| one.people).sum();
        match of {
            0 => Figure::Hidden,
            of => Figure::Shown(share::rounded(Fraction { count, of }.percent())),
        }
    }
}

/// Why nothing is disclosed.
pub(in crate::core) enum NotDisclosed {
    /// Too few people answered, or the result would let others be derived.
    TooFew,
    /// Only the grassroots unit above it, of this name, is shown.
    Within(String),
}

pub(in crate::core) async fn answers(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    round: CheckinRoundId,
    choices: &[usize],
) -> Result<Result<Answers, NotDisclosed>> {
    let told = match told(ctx, unit, round).await? {
        Ok(told) => told,
        Err(why) => return Ok(Err(why)),
    };
    let people = told.people;
    let prompt = |(place, choices): (u8, &usize)| shares(&told, place, *choices);
    let prompts: Vec<Figure<Vec<Share>>> = (0..)
        .zip(choices)
        .take(CHECKIN_PROMPTS)
        .map(prompt)
        .collect();
    let some = prompts.iter().any(|prompt| prompt.shown().is_some());
    Ok(if some {
        Ok(Answers { people, prompts })
    } else {
        Err(NotDisclosed::TooFew)
    })
}

/// What may be told of a unit, or why nothing is.
pub(in crate::core) async fn told(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    round: CheckinRoundId,
) -> Result<Result<Told, NotDisclosed>> {
    let people = match disclosed(ctx, unit, round).await? {
        Disclosed::Within(grassroots) => return Ok(Err(NotDisclosed::Within(grassroots))),
        Disclosed::TooFew => return Ok(Err(NotDisclosed::TooFew)),
        Disclosed::People(people) => people,
    };
    let chosen = store::results::of_unit(ctx.tx, unit, round).await?;
    Ok(Ok(Told { people, chosen }))
}

/// The share of each choice at a place.
fn shares(told: &Told, place: u8, choices: usize) -> Figure<Vec<Share>> {
    let all = (0..).take(choices).map(|choice| told.share(place, choice));
    let shown: Vec<Share> = all.filter_map(|share| share.shown().copied()).collect();
    if shown.is_empty() {
        return Figure::Hidden;
    }
    Figure::Shown(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disclosed(counts: &[i64]) -> Vec<Share> {
        let chosen: Vec<Chosen> = (0..)
            .zip(counts)
            .map(|(choice, people)| Chosen {
                place: 1,
                choice,
                people: *people,
            })
            .collect();
        let told = Told { people: 12, chosen };
        let shares = shares(&told, 1, counts.len());
        shares.shown().cloned().expect("somebody answered")
    }

    #[test]
    fn unanimity_is_told_as_most_and_nothing_is_told_exactly() {
        let (most, few) = (Share::AtLeast(90), Share::AtMost(10));
        assert_eq!(disclosed(&[12, 0, 0]), [most, few, few]);
        assert_eq!(
            disclosed(&[11, 1, 0]),
            disclosed(&[12, 0, 0]),
            "one or none is the same"
        );
        assert_eq!(
            disclosed(&[5, 4, 3]),
            [Share::About(40), Share::About(35), Share::About(25)]
        );
        assert_eq!(
            disclosed(&[580, 420]),
            [Share::About(60), Share::About(40)],
            "rounded however many there are"
        );
    }
}

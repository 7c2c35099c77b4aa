//! Figures of several weeks from weekly ones: pure functions of what may be shown.

use crate::core::disclosure::share;
use crate::report::figures::{Figure, Participation, Right, Share};
use crate::store::cells::Cell;

/// Below this many answers a share is rounded to five per cent: one answer more must not show.
const EXACT_ANSWERS: i64 = 50;

/// Participation added up over the weeks that are shown, and the number of those weeks.
pub(super) fn participation(weeks: &[Figure<Cell>]) -> (Figure<Participation>, i64) {
    let shown: Vec<&Cell> = weeks.iter().filter_map(Figure::shown).collect();
    if shown.is_empty() {
        return (Figure::Hidden, 0);
    }
    let sum = |count: fn(&Cell) -> i64| shown.iter().map(|cell| count(cell)).sum();
    let people = Participation {
        reached: sum(|cell| cell.people),
        read: sum(|cell| cell.counts.first),
        answered: sum(|cell| cell.counts.second),
        finished: sum(|cell| cell.counts.third),
    };
    (Figure::Shown(people), crate::types::count(shown.len()))
}

/// How many people the unit had in the weeks that are shown, added up; 0 if in one of them nobody had declared it.
pub(super) fn turns(weeks: &[Figure<Cell>]) -> i64 {
    let declared = weeks.iter().filter_map(Figure::shown);
    let declared: Vec<i64> = declared.map(|cell| cell.declared).collect();
    if declared.contains(&0) {
        return 0;
    }
    declared.iter().sum()
}

/// What people knew of a theme, as it is shown for one week.
pub(super) fn right(week: Figure<Cell>) -> Figure<Right> {
    match week {
        Figure::Shown(cell) => Figure::Shown(Right {
            share: of_answers(cell.counts.second, cell.counts.first),
            people: cell.people,
        }),
        Figure::Hidden => Figure::Hidden,
    }
}

/// The same over several weeks: the mean of the weekly shares, weighted by people.
pub(super) fn rights(weeks: &[Figure<Right>]) -> Figure<Right> {
    let shown: Vec<&Right> = weeks.iter().filter_map(Figure::shown).collect();
    let people: i64 = shown.iter().map(|right| right.people).sum();
    let told: i64 = shown
        .iter()
        .map(|right| right.people * right.share.percent())
        .sum();
    match shown.as_slice() {
        [] => Figure::Hidden,
        [only] => Figure::Shown(**only),
        _ => {
            let percent = (told + people / 2) / people.max(1);
            let share = share::capped(percent).unwrap_or(Share::About(percent));
            Figure::Shown(Right { share, people })
        }
    }
}

/// A share of right answers, coarse enough to name nobody.
fn of_answers(correct: i64, answers: i64) -> Share {
    let part = crate::report::figures::Fraction {
        count: correct,
        of: answers,
    };
    let exact = part.percent();
    if answers < EXACT_ANSWERS {
        return share::rounded(exact);
    }
    share::capped(exact).unwrap_or(Share::Exactly(exact))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_coarse_for_few_answers_and_silent_near_unanimity() {
        assert_eq!(of_answers(7, 12), Share::About(60));
        assert_eq!(of_answers(58, 100), Share::Exactly(58));
        assert_eq!(of_answers(12, 12), Share::AtLeast(90));
        assert_eq!(of_answers(0, 12), Share::AtMost(10));
    }

    #[test]
    fn several_weeks_tell_no_more_than_each_of_them() {
        let week = |share, people| Figure::Shown(Right { share, people });
        let all_right = week(Share::AtLeast(90), 12);
        assert_eq!(rights(&[all_right, Figure::Hidden]), all_right);
        assert_eq!(
            rights(&[all_right, all_right]),
            week(Share::AtLeast(90), 24),
            "that all were right is told by no sum"
        );
        assert_eq!(
            rights(&[week(Share::Exactly(58), 30), week(Share::About(70), 10)]),
            week(Share::About(61), 40)
        );
        assert_eq!(rights(&[Figure::Hidden]), Figure::Hidden);
    }
}

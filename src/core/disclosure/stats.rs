//! What is more than chance: changes and differences between units, as pure functions.
//!
//! **Trend.** Newcombe's interval for the difference of two independent proportions, from Wilson's score limits, at
//! 95 per cent (R. G. Newcombe, Statistics in Medicine 17, 1998, 873–890, method 10). A change is reported only if
//! zero lies outside. Over several weeks the same people are counted again and again, so person-weeks are divided
//! by weeks first: a year of fifty people weighs as fifty, not as 2,600. That is careful: it misses some small
//! changes.
//!
//! **Units beside each other.** A small unit's share jumps about. Each is drawn towards the mean of all by as much
//! as chance explains of its distance: empirical Bayes with the method of moments (B. Efron and C. Morris,
//! Journal of the American Statistical Association 70, 1975, 311–319).

use crate::report::figures::{Fraction, Trend};

/// 97.5 per cent of a normal distribution lie below this.
const Z: f64 = 1.959_963_984_540_054;

/// A share, and the number of people it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::core) struct Sample {
    /// The share, 0 to 1.
    share: f64,
    /// People, as many as there are in a week.
    people: f64,
}

impl Sample {
    /// From person-weeks over so many weeks; `None` if there are none.
    pub(in crate::core) fn of(part: Fraction, weeks: i64) -> Option<Self> {
        let turns = float(part.of);
        (part.of > 0 && weeks > 0).then(|| Self {
            share: float(part.count) / turns,
            people: turns / float(weeks),
        })
    }

    /// Wilson's limits.
    fn limits(self) -> (f64, f64) {
        let Self { share, people } = self;
        let z2 = Z * Z;
        let middle = share + z2 / (2.0 * people);
        let spread = Z * (share * (1.0 - share) / people + z2 / (4.0 * people * people)).sqrt();
        let scale = 1.0 + z2 / people;
        ((middle - spread) / scale, (middle + spread) / scale)
    }

    /// The variance of its share by chance alone, where the true one is `mean`.
    fn variance(self, mean: f64) -> f64 {
        mean * (1.0 - mean) / self.people
    }
}

/// Whether the share has changed by more than chance, and by how many points.
pub(in crate::core) fn change(then: Sample, now: Sample) -> Trend {
    let (then_low, then_high) = then.limits();
    let (now_low, now_high) = now.limits();
    let difference = now.share - then.share;
    let below = (now.share - now_low).hypot(then_high - then.share);
    let above = (now_high - now.share).hypot(then.share - then_low);
    let points = points(difference);
    if difference - below > 0.0 {
        Trend::Up(points)
    } else if difference + above < 0.0 {
        Trend::Down(-points)
    } else {
        Trend::Unclear
    }
}

/// Each unit's share drawn towards the mean of all, in per cent; `None` if they differ no more than by chance.
pub(in crate::core) fn shrunk(units: &[Sample]) -> Option<Vec<i64>> {
    let people: f64 = units.iter().map(|unit| unit.people).sum();
    let mean = units
        .iter()
        .map(|unit| unit.share * unit.people)
        .sum::<f64>()
        / people;
    let between = between(
        units.iter().map(|unit| (unit.share, unit.variance(mean))),
        mean,
    )?;
    let drawn = units.iter().map(|unit| {
        let kept = between / (between + unit.variance(mean));
        points(mean + kept * (unit.share - mean))
    });
    Some(drawn.collect())
}

/// Each unit's change drawn towards the mean change of all, in points; `None` if they differ no more than by
/// chance.
pub(in crate::core) fn improved(units: &[(Sample, Sample)]) -> Option<Vec<i64>> {
    let variance = |(then, now): &(Sample, Sample)| {
        then.variance(then.share) + now.variance(now.share) + f64::EPSILON
    };
    let change = |(then, now): &(Sample, Sample)| now.share - then.share;
    let weights: f64 = units.iter().map(|unit| variance(unit).recip()).sum();
    let mean = units
        .iter()
        .map(|unit| change(unit) / variance(unit))
        .sum::<f64>()
        / weights;
    let between = between(
        units.iter().map(|unit| (change(unit), variance(unit))),
        mean,
    )?;
    let drawn = units.iter().map(|unit| {
        let kept = between / (between + variance(unit));
        points(mean + kept * (change(unit) - mean))
    });
    Some(drawn.collect())
}

/// How far units truly differ, squared: what their distances show beyond what chance explains.
fn between(units: impl Iterator<Item = (f64, f64)> + Clone, mean: f64) -> Option<f64> {
    let count = units.clone().map(|_| 1.0).sum::<f64>();
    let seen: f64 = units.clone().map(|(value, _)| (value - mean).powi(2)).sum();
    let rng: f64 = units.map(|(_, variance)| variance).sum();
    let between = seen / (count - 1.0) - rng / count;
    (count > 1.0 && between > 0.0).then_some(between)
}

fn float(count: i64) -> f64 {
    i32::try_from(count).map_or(f64::from(i32::MAX), f64::from)
}

/// A share in whole points, −100 to 100.
fn points(share: f64) -> i64 {
    let wanted = (share * 100.0).round();
    // No cast: the nearest whole number of a hundred and one each way.
    (-100_i32..=100)
        .find(|whole| (f64::from(*whole) - wanted).abs() < 0.5)
        .map_or(0, i64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(count: i64, of: i64, weeks: i64) -> Sample {
        Sample::of(Fraction { count, of }, weeks).unwrap()
    }

    /// Newcombe 1998, table II, method 10: 56/70 − 48/80 is 0.0524 to 0.3339.
    #[test]
    fn the_interval_is_the_published_one() {
        let (now, then) = (sample(56, 70, 1), sample(48, 80, 1));
        let ((now_low, _), (_, then_high)) = (now.limits(), then.limits());
        let low = 0.2 - (0.8 - now_low).hypot(then_high - 0.6);
        assert!((low - 0.0524).abs() < 0.0001, "{low}");
        assert_eq!(change(then, now), Trend::Up(20));
        assert_eq!(change(now, then), Trend::Down(20));
    }

    #[test]
    fn a_few_people_more_are_chance_and_the_same_people_again_are_no_proof() {
        assert_eq!(change(sample(8, 13, 1), sample(10, 13, 1)), Trend::Unclear);
        let (year, year_after) = ((1_300, 2_600), (1_430, 2_600));
        assert_eq!(
            change(
                sample(year.0, year.1, 52),
                sample(year_after.0, year_after.1, 52)
            ),
            Trend::Unclear,
            "fifty people, 50 and 55 per cent"
        );
        assert_eq!(
            change(sample(1_300, 2_600, 1), sample(1_430, 2_600, 1)),
            Trend::Up(5),
            "2,600 different people would tell"
        );
    }

    #[test]
    fn small_units_are_drawn_to_the_mean_and_chance_is_no_difference() {
        let units = [
            sample(90, 100, 1),
            sample(50, 100, 1),
            sample(6, 6, 1),
            sample(60, 100, 1),
        ];
        let drawn = shrunk(&units).unwrap();
        assert!(drawn[0] >= 86 && drawn[1] <= 54, "{drawn:?}");
        assert!(
            drawn[2] < 95 && drawn[2] > 70,
            "six of six is no certainty: {drawn:?}"
        );
        assert_eq!(
            shrunk(&[sample(6, 10, 1), sample(7, 10, 1), sample(5, 10, 1)]),
            None
        );
        let pair = |then, now| (sample(then, 100, 1), sample(now, 100, 1));
        let gained = improved(&[pair(40, 80), pair(50, 50), pair(60, 62)]).unwrap();
        assert!(gained[0] > 30 && gained[1] < 8, "{gained:?}");
    }
}

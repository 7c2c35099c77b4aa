//! What follows exactly from reports, for tests: whether a group's size is the same in all that could lie behind them.
//!
//! Who is counted is unknown: how many belong to each unit itself, in each week, a number from zero on. Each figure is an
//! equation, a sum of some of them. Where those numbers are not forced to be zero they can all be positive together, so a
//! group's size is certain if and only if its sum follows from the equations, those of forced zeros included. It is
//! enough to look at fractions: sets of units below units are nested, and for nested sums every extreme case is whole.

/// Equations without their right sides, each with a place of its own where the later ones have zero.
#[derive(Default)]
struct Space {
    rows: Vec<(usize, Vec<i128>)>,
}

impl Space {
    /// What is left of a sum once all that follows is taken away.
    fn rest(&self, sum: &[i128]) -> Vec<i128> {
        let mut rest = sum.to_vec();
        for (place, row) in &self.rows {
            let (own, other) = (row[*place], rest[*place]);
            if other != 0 {
                for (left, right) in rest.iter_mut().zip(row) {
                    *left = *left * own - *right * other;
                }
                let common = rest
                    .iter()
                    .fold(0, |common, number| divisor(common, *number));
                rest.iter_mut().for_each(|number| *number /= common.max(1));
            }
        }
        rest
    }

    fn learn(&mut self, sum: &[i128]) {
        let rest = self.rest(sum);
        if let Some(place) = rest.iter().position(|number| *number != 0) {
            self.rows.push((place, rest));
        }
    }

    fn knows(&self, sum: &[i128]) -> bool {
        self.rest(sum).iter().all(|number| *number == 0)
    }
}

fn divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { divisor(b, a % b) }
}

/// Sizes of all groups that are certain, with the groups; `truth` is what lies behind the equations.
pub(super) fn certain(equations: &[Vec<i128>], truth: &[i64]) -> Vec<(i64, Vec<usize>)> {
    let mut space = Space::default();
    equations.iter().for_each(|sum| space.learn(sum));
    let groups = || {
        (1..1_usize << truth.len()).map(|code| -> Vec<usize> {
            (0..truth.len())
                .filter(|place| code >> place & 1 == 1)
                .collect()
        })
    };
    let sum = |group: &[usize]| -> Vec<i128> {
        (0..truth.len())
            .map(|place| i128::from(group.contains(&place)))
            .collect()
    };
    let size = |group: &[usize]| group.iter().map(|place| truth[*place]).sum();
    // A group of nobody has nobody in any of its parts.
    for group in groups().filter(|group| size(group) == 0_i64) {
        if space.knows(&sum(&group)) {
            for place in group {
                space.learn(&sum(&[place]));
            }
        }
    }
    groups()
        .filter(|group| space.knows(&sum(group)))
        .map(|group| (size(&group), group))
        .collect()
}

#[test]
fn what_follows_is_found_and_nothing_else() {
    // Two sums that overlap: what both leave out follows, the parts do not.
    let known = certain(&[vec![1, 1, 1], vec![1, 1, 0]], &[4, 2, 1]);
    assert_eq!(known, [(6, vec![0, 1]), (1, vec![2]), (7, vec![0, 1, 2])]);
    // A sum of nobody: everybody in it is known.
    let known = certain(&[vec![1, 1, 0], vec![0, 1, 1]], &[0, 0, 3]);
    assert_eq!(known.len(), 7);
}

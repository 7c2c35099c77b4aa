//! What follows from figures: between how many and how many a sum of unknown numbers of people must be.
//!
//! Everything that was told is an equation or a bound over unknown whole numbers; a sum is pinned if it has one whole
//! value left. Knows linear programs. Must not know what the numbers are about.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// How far the arithmetic may be off.
const SLACK: f64 = 1e-6;

/// More than anybody counts.
const MANY: f64 = 10_000.0;

/// A sum of unknowns, each with a factor.
pub type Sum<K> = BTreeMap<K, f64>;

/// What was told: each a sum that is at least and at most so much.
#[derive(Debug, Clone)]
pub struct Known<K> {
    told: Vec<(Sum<K>, f64, f64)>,
}

impl<K> Default for Known<K> {
    fn default() -> Self {
        Self { told: Vec::new() }
    }
}

/// Told things that cannot all be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction;

impl<K: Ord + Clone> Known<K> {
    /// The sum lies between these two, both included.
    pub fn between(&mut self, sum: Sum<K>, least: f64, most: f64) {
        self.told.push((sum, least, most));
    }

    /// The least and the most whole number that a sum can be.
    ///
    /// # Errors
    /// What was told contradicts itself.
    pub fn range(&self, sum: &Sum<K>) -> Result<(i64, i64), Contradiction> {
        let least = self.extreme(sum, OptimizationDirection::Minimize)?;
        let most = self.extreme(sum, OptimizationDirection::Maximize)?;
        Ok((whole((least - SLACK).ceil()), whole((most + SLACK).floor())))
    }

    fn extreme(&self, sum: &Sum<K>, towards: OptimizationDirection) -> Result<f64, Contradiction> {
        let mut problem = Problem::new(towards);
        let mut unknowns: BTreeMap<K, Variable> = BTreeMap::new();
        let mut add = |problem: &mut Problem, key: &K| {
            let factor = sum.get(key).copied().unwrap_or(0.0);
            *unknowns
                .entry(key.clone())
                .or_insert_with(|| problem.add_var(factor, (0.0, MANY)))
        };
        for key in sum.keys() {
            add(&mut problem, key);
        }
        for (told, least, most) in &self.told {
            let terms: Vec<(Variable, f64)> = told
                .iter()
                .map(|(key, factor)| (add(&mut problem, key), *factor))
                .collect();
            if (least - most).abs() < SLACK {
                problem.add_constraint(terms, ComparisonOp::Eq, *least);
                continue;
            }
            if *least > -MANY {
                problem.add_constraint(terms.clone(), ComparisonOp::Ge, *least);
            }
            if *most < MANY {
                problem.add_constraint(terms, ComparisonOp::Le, *most);
            }
        }
        match problem.solve().map(|outcome| outcome.into_solution()) {
            Ok(Ok(solution)) => Ok(solution.objective()),
            Err(microlp::Error::Infeasible) => Err(Contradiction),
            other => panic!("the solver gives up: {:?}", other.map(|_| "no solution")),
        }
    }
}

fn whole(number: f64) -> i64 {
    format!("{number:.0}")
        .parse()
        .expect("a few thousand at most")
}

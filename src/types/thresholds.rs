//! Fewest people behind a figure.
//!
//! Knows the lowest there can be. Must not know what is counted.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::told;

/// Fewest people behind a figure: the threshold rule of statistical disclosure control. May be raised; once raised in
/// a database they stay so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, sqlx::FromRow)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// `quiz = 5`: behind a figure of participation or of a quiz; 5 at least.
    #[serde(deserialize_with = "quiz")]
    pub quiz: i64,
    /// `reflection = 10`: behind one of a check-in; 10 at least.
    #[serde(deserialize_with = "reflection")]
    pub reflection: i64,
}

impl Default for Thresholds {
    /// The lowest there can be.
    fn default() -> Self {
        Self {
            quiz: 5,
            reflection: 10,
        }
    }
}

fn quiz<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    at_least(from, Thresholds::default().quiz)
}

fn reflection<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    at_least(from, Thresholds::default().reflection)
}

fn at_least<'de, D: Deserializer<'de>>(from: D, least: i64) -> Result<i64, D::Error> {
    let threshold = i64::deserialize(from)?;
    if threshold >= least {
        return Ok(threshold);
    }
    Err(D::Error::custom(told!(
        "settings-threshold",
        given = threshold,
        least = least
    )))
}

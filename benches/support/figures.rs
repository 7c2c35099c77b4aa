//! Medians, and numbers as people read them.

use std::time::Duration;

/// The middle one; of an even number the upper of the two.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Milliseconds with as many digits as say something.
#[allow(dead_code, reason = "not every bench asks")]
pub(crate) fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// Kilobytes as megabytes.
pub(crate) fn mb(kilobytes: u64) -> String {
    format!("{} MB", (kilobytes + 512) / 1024)
}

//! How exactly a share may be told, whatever it is a share of.
//!
//! Knows percentages. Must not know who is behind them.

use crate::report::figures::Share;

/// A share above this, or below its mirror image, is only said to be so: near-unanimity names everyone.
const SHARE_MAX: i64 = 90;

/// "At least 90" and "at most 10" for what is beyond; `None`: it may be told more exactly.
pub(in crate::core) fn capped(percent: i64) -> Option<Share> {
    match percent {
        SHARE_MAX.. => Some(Share::AtLeast(SHARE_MAX)),
        percent if percent <= 100 - SHARE_MAX => Some(Share::AtMost(100 - SHARE_MAX)),
        _ => None,
    }
}

/// Capped, and rounded to five: one answer more must not show.
pub(in crate::core) fn rounded(percent: i64) -> Share {
    capped(percent).unwrap_or(Share::About((percent + 2) / 5 * 5))
}

//! How exactly a share may be shown, whatever it is a share of.
//!
//! Knows percentages. Must not know who is behind them.

use crate::report::figures::Share;

/// Above this share, or below 100 less it, only the bound is shown: if nearly all answered alike, each one's answer
/// is known.
const SHARE_MAX: i64 = 90;

/// "At least 90" or "at most 10" for what is beyond; `None` if it may be shown more exactly.
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

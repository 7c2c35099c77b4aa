//! The streak: weeks in a row, with one skip in four built in.
//!
//! Slack keeps people going better than a perfect chain does (Sharif and Shu's "emergency
//! reserve"); a skip needs no purchase, no excuse and no explanation.

/// A skip is earned by so many finished weeks: with the skipped one they make four.
const WEEKS_A_SKIP: u32 = 3;

/// What a week is for the streak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekMark {
    /// Finished.
    Done,
    /// Not finished, and skipped over.
    Rest,
    /// Neither.
    Blank,
}

/// How many finished weeks the present streak counts.
///
/// `finished` tells, from the oldest to the newest closed round, whether the member finished it.
/// One missed week in every four is skipped over; the first such skip is there from the start.
pub fn streak(finished: &[bool]) -> u32 {
    marked(finished).0
}

/// The same, and what each week is for it.
pub fn marked(finished: &[bool]) -> (u32, Vec<WeekMark>) {
    let (mut weeks, mut since_skip) = (0, WEEKS_A_SKIP);
    let mark = |done: &bool| {
        if *done {
            weeks += 1;
            since_skip += 1;
            WeekMark::Done
        } else if weeks > 0 && since_skip >= WEEKS_A_SKIP {
            since_skip = 0;
            WeekMark::Rest
        } else {
            (weeks, since_skip) = (0, WEEKS_A_SKIP);
            WeekMark::Blank
        }
    };
    let marks = finished.iter().map(mark).collect();
    (weeks, marks)
}

#[cfg(test)]
mod tests {
    use super::{WeekMark, marked, streak};

    #[test]
    fn a_week_that_is_skipped_over_is_a_rest() {
        use WeekMark::{Blank, Done, Rest};
        let (weeks, marks) = marked(&[false, true, false, true, false, true]);
        assert_eq!(marks, [Blank, Done, Rest, Done, Blank, Done]);
        assert_eq!(weeks, 1);
    }

    #[test]
    fn one_missed_week_is_skipped_over_and_a_second_soon_after_is_not() {
        assert_eq!(streak(&[]), 0);
        assert_eq!(streak(&[true, true, false, true]), 3);
        assert_eq!(streak(&[true, true, false, true, false, true]), 1);
        assert_eq!(
            streak(&[true, false, true, true, true, true, false, true]),
            6
        );
        assert_eq!(streak(&[true, false, false]), 0);
        let year = [true, true, true, false].repeat(13);
        assert_eq!(streak(&year), 39, "one week in every four may be missed");
    }
}

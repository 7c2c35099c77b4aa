//! Due dates, send windows, holidays and streaks: pure functions of days.
//!
//! Knows the Vietnamese calendar day and the campaign's cadence. Must not know the
//! database, the clock, or what is sent.

mod hours;
mod rhythm;
mod spoken;
mod streak;

pub use hours::Closed;
pub use rhythm::{Recurrence, Rhythm};
pub use spoken::{Heard, Unclear, heard};
pub use streak::{WeekMark, marked, streak};

use std::collections::BTreeSet;

use chrono::{
    DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday,
};

use crate::types::Window;

/// Vietnam has been at UTC+7 without summer time since 1975.
pub const ZONE: FixedOffset = FixedOffset::east_opt(7 * 3600).expect("seven hours are an offset");

/// The round opens on Monday at seven and closes on Sunday at nine in the evening (guidance in use for union contests).
const OPENS: NaiveTime = NaiveTime::from_hms_opt(7, 0, 0).expect("a time");
const CLOSES: NaiveTime = NaiveTime::from_hms_opt(21, 0, 0).expect("a time");

/// A check-in stays open two weeks.
const CHECKIN_DAYS: u64 = 13;

/// A moment on Vietnam's wall clock.
pub fn local(moment: DateTime<Utc>) -> DateTime<FixedOffset> {
    moment.with_timezone(&ZONE)
}

/// The moment of a Vietnamese day and time.
pub fn at(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    (day.and_time(time) - TimeDelta::seconds(i64::from(ZONE.local_minus_utc()))).and_utc()
}

/// When the campaign writes to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadence {
    /// Start and end of the window over lunch.
    pub noon: (NaiveTime, NaiveTime),
    /// Start and end of the window after work.
    pub evening: (NaiveTime, NaiveTime),
    /// The day of the item, unless it is no working day.
    pub item: Weekday,
    /// The day of the quiz, unless it is no working day.
    pub quiz: Weekday,
    /// The day of the one reminder, unless it is no working day.
    pub reminder: Weekday,
    /// Days on which nothing is sent.
    pub holidays: BTreeSet<NaiveDate>,
    /// The Monday of the campaign's first round: the criteria are counted from it.
    pub first_monday: NaiveDate,
}

impl Default for Cadence {
    /// The defaults of `nhip.toml`.
    fn default() -> Self {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Self {
            noon: (time(11, 35), time(13, 15)),
            evening: (time(17, 15), time(20, 30)),
            item: Weekday::Mon,
            quiz: Weekday::Wed,
            reminder: Weekday::Fri,
            holidays: BTreeSet::new(),
            first_monday: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default(),
        }
    }
}

/// How broadcasts go: `[broadcasts]` and `[pace]` of `nhip.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    /// Messages a second that the messenger takes, to say how long a broadcast will take.
    pub per_second: u32,
    /// To more members than this, a second officer confirms.
    pub second_above: i64,
}

impl Default for Sending {
    fn default() -> Self {
        Self {
            per_second: 30,
            second_above: 500,
        }
    }
}

/// A week of the campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// The first moment an answer counts.
    pub opens_at: DateTime<Utc>,
    /// The first moment an answer is too late.
    pub closes_at: DateTime<Utc>,
    /// The day of the item.
    pub item: NaiveDate,
    /// The day of the quiz; the same as the item's in a week of one working day.
    pub quiz: NaiveDate,
    /// The day of the reminder; `None` if no working day is left for it.
    pub reminder: Option<NaiveDate>,
}

/// A month's check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// The first moment of it.
    pub opens_at: DateTime<Utc>,
    /// The first moment after it.
    pub closes_at: DateTime<Utc>,
}

impl Cadence {
    /// Monday to Friday, holidays left out.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        day.weekday().number_from_monday() <= 5 && !self.holidays.contains(&day)
    }

    /// Start and end of a window on a day.
    pub fn window(&self, window: Window, day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
        let (from, to) = match window {
            Window::Noon => self.noon,
            Window::Evening => self.evening,
        };
        (at(day, from), at(day, to))
    }

    /// The rest of that window's next time on a working day, if it begins before `before`.
    pub fn next_window(
        &self,
        window: Window,
        now: DateTime<Utc>,
        before: DateTime<Utc>,
    ) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let days = local(now).date_naive().iter_days().take(7);
        let times = days
            .filter(|day| self.is_working_day(*day))
            .map(|day| self.window(window, day));
        let (from, to) = times
            .into_iter()
            .find(|(from, to)| now < *to && *from < before)?;
        Some((from.max(now), to))
    }

    /// The week that `day` lies in; `None` if all of its working days are holidays, or the
    /// campaign has not begun.
    pub fn week(&self, day: NaiveDate) -> Option<Week> {
        let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
        if monday < self.first_monday {
            return None;
        }
        let working: Vec<NaiveDate> = monday
            .iter_days()
            .take(5)
            .filter(|day| self.is_working_day(*day))
            .collect();
        let on_or_after = |wanted: Weekday| {
            working
                .iter()
                .copied()
                .find(|day| day.weekday().num_days_from_monday() >= wanted.num_days_from_monday())
        };
        let item = on_or_after(self.item).or(working.last().copied())?;
        let quiz = on_or_after(self.quiz)
            .or(working.last().copied())
            .map(|day| day.max(item))?;
        Some(Week {
            monday,
            opens_at: at(monday, OPENS),
            closes_at: at(monday + Days::new(6), CLOSES),
            item,
            quiz,
            reminder: on_or_after(self.reminder).filter(|day| *day > quiz),
        })
    }

    /// The first week that opens after this moment, within a year.
    pub fn next_week(&self, now: DateTime<Utc>) -> Option<Week> {
        let today = local(now).date_naive().max(self.first_monday);
        (0..54)
            .filter_map(|week| self.week(today + Days::new(7 * week)))
            .find(|week| week.opens_at > now)
    }

    /// The check-in that is open at this moment, or else the next one. It opens on the month's last
    /// Monday, and none before the campaign's first.
    pub fn checkin(&self, now: DateTime<Utc>) -> Month {
        let start = at(self.first_monday, OPENS);
        let today = local(now.max(start)).date_naive();
        let first = today.with_day(1).unwrap_or(today);
        [first - Months::new(1), first, first + Months::new(1)]
            .into_iter()
            .map(month)
            .find(|month| start <= month.opens_at && now < month.closes_at)
            .unwrap_or_else(|| month(first))
    }

    /// How many weeks since the campaign's first one.
    pub fn week_number(&self, monday: NaiveDate) -> i64 {
        (monday - self.first_monday).num_weeks()
    }
}

/// From the morning of a day to the evening of another.
pub fn from_to(first: NaiveDate, last: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
    (at(first, OPENS), at(last, CLOSES))
}

/// In how many weekly rounds somebody must have answered, by the end of a check-in, for their answers to count in it.
pub const CHECKIN_WEEKS_MIN: i64 = 2;

fn month(first: NaiveDate) -> Month {
    let last = first + Months::new(1) - Days::new(1);
    let monday = last - Days::new(u64::from(last.weekday().num_days_from_monday()));
    Month {
        first,
        opens_at: at(monday, OPENS),
        closes_at: at(monday + Days::new(CHECKIN_DAYS), CLOSES),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn cadence(holidays: &[&str]) -> Cadence {
        Cadence {
            holidays: holidays.iter().map(|text| day(text)).collect(),
            ..Cadence::default()
        }
    }

    #[test]
    fn an_ordinary_week_has_an_item_on_monday_a_quiz_on_wednesday_and_a_reminder_on_friday() {
        let week = cadence(&[]).week(day("2026-11-26")).expect("a week");
        assert_eq!(week.monday, day("2026-11-23"));
        assert_eq!(week.opens_at.to_rfc3339(), "2026-11-23T00:00:00+00:00");
        assert_eq!(week.closes_at.to_rfc3339(), "2026-11-29T14:00:00+00:00");
        assert_eq!(
            (week.item, week.quiz),
            (day("2026-11-23"), day("2026-11-25"))
        );
        assert_eq!(week.reminder, Some(day("2026-11-27")));
    }

    #[test]
    fn holidays_move_a_day_later_and_never_beyond_friday() {
        let week = cadence(&["2026-11-23", "2026-11-25", "2026-11-26", "2026-11-27"])
            .week(day("2026-11-23"));
        let week = week.expect("Tuesday is left");
        assert_eq!(
            (week.item, week.quiz, week.reminder),
            (day("2026-11-24"), day("2026-11-24"), None)
        );
    }

    #[test]
    fn a_week_of_holidays_is_no_round_and_the_next_one_follows() {
        let tet = [
            "2027-02-08",
            "2027-02-09",
            "2027-02-10",
            "2027-02-11",
            "2027-02-12",
        ];
        let cadence = cadence(&tet);
        assert_eq!(cadence.week(day("2027-02-10")), None);
        let next = cadence
            .next_week(at(day("2027-02-02"), OPENS))
            .expect("a week");
        assert_eq!(next.monday, day("2027-02-15"));
    }

    #[test]
    fn nothing_happens_before_the_campaign_begins() {
        assert_eq!(cadence(&[]).week(day("2026-11-22")), None);
        let next = cadence(&[])
            .next_week(at(day("2026-10-01"), OPENS))
            .expect("a week");
        assert_eq!(next.monday, day("2026-11-23"));
    }

    #[test]
    fn a_check_in_opens_on_the_last_monday_and_stays_two_weeks() {
        let checkin = |now| cadence(&[]).checkin(now);
        let november = checkin(at(day("2026-11-22"), CLOSES));
        assert_eq!(
            local(november.opens_at).to_string(),
            "2026-11-30 07:00:00 +07:00"
        );
        assert_eq!(
            local(november.closes_at).to_string(),
            "2026-12-13 21:00:00 +07:00"
        );
        assert_eq!(
            checkin(november.closes_at - TimeDelta::seconds(1)),
            november
        );
        assert_eq!(checkin(november.closes_at).first, day("2026-12-01"));
    }

    #[test]
    fn there_is_no_check_in_before_the_campaign_begins() {
        // October's would be open until 8 November.
        let first = cadence(&[]).checkin(at(day("2026-11-02"), OPENS));
        assert_eq!(first.first, day("2026-11-01"));
    }

    #[test]
    fn check_ins_follow_each_other_month_by_month_and_never_overlap() {
        let mut month = cadence(&[]).checkin(at(day("2026-11-22"), CLOSES));
        for _ in 0..240 {
            let next = cadence(&[]).checkin(month.closes_at);
            assert_eq!(next.first, month.first + Months::new(1));
            assert!(month.closes_at < next.opens_at);
            month = next;
        }
    }
}

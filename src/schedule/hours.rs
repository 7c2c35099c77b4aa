//! The hours in which a broadcast may go: both windows of working days.
//!
//! Know the calendar of a [`Cadence`]. Must not know what is sent, nor how fast the messenger takes it.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::{Cadence, local};
use crate::types::Window;

/// No stretch of holidays is longer.
const LOOK_DAYS: usize = 60;

/// Why nothing goes at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// It is Saturday or Sunday.
    Weekend,
    /// It is a holiday.
    Holiday,
    /// It is a working day, outside its hours.
    Hours,
}

impl Cadence {
    /// Why nothing goes at this moment; `None`: it goes.
    pub fn closed_at(&self, moment: DateTime<Utc>) -> Option<Closed> {
        let day = local(moment).date_naive();
        if day.weekday().number_from_monday() > 5 {
            Some(Closed::Weekend)
        } else if self.holidays.contains(&day) {
            Some(Closed::Holiday)
        } else {
            let (opens, _) = self.opening(moment)?;
            (opens > moment).then_some(Closed::Hours)
        }
    }

    /// The hours that are open at this moment, or else the next ones; `None` if there are none for two months.
    pub fn opening(&self, now: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.openings(now).next()
    }

    /// When hours begin after this moment, those that are open now left out.
    pub fn opens_after(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.openings(now)
            .map(|(from, _)| from)
            .find(|from| *from > now)
    }

    /// The hours that have not ended at this moment, in their order.
    fn openings(&self, now: DateTime<Utc>) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        let days = local(now).date_naive().iter_days().take(LOOK_DAYS);
        days.filter(|day| self.is_working_day(*day))
            .flat_map(|day| Window::ALL.map(|window| self.window(window, day)))
            .filter(move |(_, to)| *to > now)
    }

    /// When something that takes so long is done, if it begins at this moment and rests outside the hours.
    pub fn done_at(&self, from: DateTime<Utc>, takes: TimeDelta) -> Option<DateTime<Utc>> {
        let mut left = takes;
        for (opens, closes) in self.openings(from) {
            let begins = opens.max(from);
            if begins + left <= closes {
                return Some(begins + left);
            }
            left -= closes - begins;
        }
        None
    }

    /// Until when a broadcast is worth sending if nobody says otherwise: the last hours of the working day
    /// after the one on which it first may go.
    pub fn usual_term(&self, from: DateTime<Utc>) -> DateTime<Utc> {
        let first = self
            .opening(from)
            .map(|(opens, _)| local(opens).date_naive());
        let next = first.and_then(|first| {
            let mut days = first.iter_days().skip(1).take(LOOK_DAYS);
            days.find(|day| self.is_working_day(*day))
        });
        next.map_or(from + TimeDelta::days(2), |day| {
            self.window(Window::Evening, day).1
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("2026-{text}:00+07:00").parse().expect("a moment")
    }

    #[test]
    fn between_two_windows_the_next_one_counts_and_over_the_weekend_mondays() {
        let cadence = Cadence::default();
        let opening = |now| cadence.opening(at(now));
        let noon = Some((at("11-20T11:35"), at("11-20T13:15")));
        assert_eq!(opening("11-20T11:35"), noon);
        assert_eq!(opening("11-20T08:00"), noon);
        let evening = Some((at("11-20T17:15"), at("11-20T20:30")));
        assert_eq!(opening("11-20T13:15"), evening);
        let monday = Some((at("11-23T11:35"), at("11-23T13:15")));
        assert_eq!(opening("11-20T20:30"), monday);
        let holiday = "2026-11-23".parse().expect("a day");
        let holidays = Cadence {
            holidays: [holiday].into(),
            ..Cadence::default()
        };
        let tuesday = Some((at("11-24T11:35"), at("11-24T13:15")));
        assert_eq!(holidays.opening(at("11-20T20:30")), tuesday);
    }

    #[test]
    fn what_closes_a_moment_is_told() {
        let cadence = Cadence {
            holidays: ["2026-11-23".parse().expect("a day")].into(),
            ..Cadence::default()
        };
        for (moment, why) in [
            ("11-20T11:40", None),
            ("11-20T15:00", Some(Closed::Hours)),
            ("11-20T20:30", Some(Closed::Hours)),
            ("11-21T11:40", Some(Closed::Weekend)),
            ("11-23T11:40", Some(Closed::Holiday)),
        ] {
            assert_eq!(cadence.closed_at(at(moment)), why, "{moment}");
        }
    }

    #[test]
    fn what_does_not_fit_into_one_window_goes_on_in_the_next() {
        let cadence = Cadence::default();
        let done = |from, minutes| cadence.done_at(at(from), TimeDelta::minutes(minutes));
        assert_eq!(done("11-20T11:40", 5), Some(at("11-20T11:45")));
        assert_eq!(done("11-20T13:05", 30), Some(at("11-20T17:35")));
        assert_eq!(done("11-20T20:20", 30), Some(at("11-23T11:55")));
    }

    #[test]
    fn the_usual_term_is_the_evening_of_the_next_working_day() {
        let term = |now| Cadence::default().usual_term(at(now));
        assert_eq!(term("11-19T11:40"), at("11-20T20:30"));
        assert_eq!(term("11-20T21:00"), at("11-24T20:30"));
    }
}

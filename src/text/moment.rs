//! How days and times are written: “21:00 Chủ nhật 06/12”.
//!
//! Knows the order of time, weekday and day, and that people think in weekdays. Must not know what happens then.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::Texts;
use crate::types::Language;

/// For a moment some days away, and for one of any year.
const NEAR: &str = "%d/%m";
const ANY: &str = "%d/%m/%Y";

impl Texts {
    /// A moment of these days, such as a deadline: the year goes without saying.
    pub fn soon(&self, language: Language, at: NaiveDateTime) -> String {
        self.moment(language, at.date(), &clock(at.time()), NEAR)
    }

    /// A stretch of a day of these days.
    pub fn hours(&self, language: Language, from: NaiveDateTime, to: NaiveTime) -> String {
        let hours = format!("{}–{}", clock(from.time()), clock(to));
        self.moment(language, from.date(), &hours, NEAR)
    }

    /// A moment of any year.
    pub fn dated(&self, language: Language, at: NaiveDateTime) -> String {
        self.moment(language, at.date(), &clock(at.time()), ANY)
    }

    fn moment(&self, language: Language, day: NaiveDate, time: &str, form: &str) -> String {
        let weekday = i64::from(day.weekday().number_from_monday());
        let args = [
            ("time", time.into()),
            ("weekday", weekday.into()),
            ("date", day.format(form).to_string().into()),
        ];
        self.plain(language, "moment", &args)
    }
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

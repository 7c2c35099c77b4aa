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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    #[test]
    fn people_think_in_weekdays() {
        let texts = Texts::built_in(&Words::default()).expect("sound texts");
        let at = |text: &str| text.parse::<NaiveDateTime>().expect("a moment");
        let sunday = at("2026-12-06T21:00:00");
        assert_eq!(texts.soon(Language::Vi, sunday), "21:00 Chủ nhật 06/12");
        assert_eq!(texts.soon(Language::En, sunday), "21:00 Sunday 06/12");
        assert_eq!(
            texts.dated(Language::Vi, sunday),
            "21:00 Chủ nhật 06/12/2026"
        );
        let (noon, over) = (at("2026-12-04T11:35:00"), at("2026-12-04T13:15:00"));
        let hours = texts.hours(Language::Vi, noon, over.time());
        assert_eq!(hours, "11:35–13:15 thứ Sáu 04/12");
    }
}

//! A moment as people read it.
//!
//! Knows its words and that an app may show it in its own time. Must not know what ends then.

use chrono::{DateTime, Datelike, Utc};

use super::Ctx;
use crate::schedule;
use crate::text::{Value, html};
use crate::types::Language;

impl Ctx<'_> {
    /// `21:00 Chủ nhật 06/12`: in the campaign's time, and known to the app as that moment.
    pub(in crate::core) fn moment(&self, language: Language, at: DateTime<Utc>) -> Value {
        let local = schedule::local(at);
        let weekday = i64::from(local.weekday().number_from_monday());
        let args = [
            ("time", local.format("%H:%M").to_string().into()),
            ("weekday", weekday.into()),
            ("date", local.format("%d/%m").to_string().into()),
        ];
        let words = self.plain(language, "moment", &args);
        Value::Html(html::moment(at.timestamp(), &words))
    }
}

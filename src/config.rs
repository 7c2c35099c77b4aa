//! `nhip.toml`: the campaign's settings, each with a default that works.
//!
//! Knows the file's form and how each setting can be wrong. Must not know rules or wiring.

mod fault;
mod telegram;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;
use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;
use serde::de::Error;

use crate::backup::{Daily, Recipient};
use crate::core;
use crate::pace::Pace;
use crate::schedule::{Cadence, Sending};
use crate::text::Words;
use crate::told;
use crate::types::{Thresholds, UserId};

pub use self::telegram::{Http, Telegram, Webhook};

/// Everything that `nhip.toml` can say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `[words]`: names and forms of address.
    pub words: Words,
    /// `[schedule]`: when people are written to.
    pub schedule: Schedule,
    /// `[pace]`: how fast the messenger may be used.
    pub pace: Pace,
    /// `[broadcasts]`: what officers may send alone.
    pub broadcasts: Broadcasts,
    /// `[units]`: what the organisation calls its levels.
    pub units: UnitSettings,
    /// `[joining]`: who is let in.
    pub joining: Joining,
    /// `[year]`: when the working year begins.
    pub year: Year,
    /// `[thresholds]`: fewest people behind a figure.
    #[serde(alias = "floors")]
    pub thresholds: Thresholds,
    /// `[retention]`: how long things are kept.
    pub retention: core::Retention,
    /// `[backup]`: what is copied every day.
    pub backup: BackupSettings,
    /// `[telegram]`: how updates come in.
    pub telegram: Telegram,
    /// `[http]`: where the bot shows how it is.
    pub http: Http,
    /// `[database]`: where it is.
    pub database: Located,
    /// `[messages]`: where the texts are.
    pub messages: Located,
}

/// `[database]` and `[messages]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Located {
    /// `path = "…"`: from where it counts, `place` says.
    #[serde(deserialize_with = "path")]
    pub path: Option<PathBuf>,
}

/// `[broadcasts]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Broadcasts {
    /// `second_above = 500`: to more members than this, a second officer confirms.
    pub second_above: Option<u32>,
    /// `paid = true`: the messenger charges for what goes faster than it does for nothing.
    pub paid: bool,
}

/// `[backup]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BackupSettings {
    /// `folder = "/var/backups/nhip"`: where a backup goes every day; empty: none is made.
    pub folder: PathBuf,
    /// `hour = 2`: from which full hour on.
    #[serde(deserialize_with = "hour")]
    pub hour: u32,
    /// `keep = 7`: how many stay.
    #[serde(deserialize_with = "keep")]
    pub keep: usize,
    /// `recipient = "age1…"`: whom they are encrypted to; empty: they are not.
    #[serde(deserialize_with = "recipient")]
    pub recipient: Option<Recipient>,
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self {
            folder: PathBuf::new(),
            hour: 2,
            keep: 7,
            recipient: None,
        }
    }
}

impl BackupSettings {
    /// Where backups go, and how many stay there; `None`: nowhere by themselves.
    pub fn place(&self) -> Option<(&Path, usize)> {
        (!self.folder.as_os_str().is_empty()).then_some((self.folder.as_path(), self.keep))
    }
}

/// `[joining]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Joining {
    /// `open = true`: whoever names a unit is a member of it at once; without it they ask, and an officer lets them in.
    pub open: bool,
}

/// `[year]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Year {
    /// `start = 9`: the month in which the working year begins, that of a school in September; without it January.
    #[serde(deserialize_with = "month")]
    pub start: Option<u32>,
}

/// `[units]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UnitSettings {
    /// `grassroots = ["công đoàn cơ sở"]`: a reflection is told of units of these kinds and of those above, never of those below.
    pub grassroots: Option<Vec<String>>,
}

/// `[schedule]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Schedule {
    /// `noon = "11:35-13:15"`
    #[serde(deserialize_with = "hours")]
    pub noon: Option<(NaiveTime, NaiveTime)>,
    /// `evening = "17:15-20:30"`
    #[serde(deserialize_with = "hours")]
    pub evening: Option<(NaiveTime, NaiveTime)>,
    /// `item = "mon"`
    #[serde(deserialize_with = "weekday")]
    pub item: Option<Weekday>,
    /// `quiz = "wed"`
    #[serde(deserialize_with = "weekday")]
    pub quiz: Option<Weekday>,
    /// `reminder = "fri"`
    #[serde(deserialize_with = "weekday")]
    pub reminder: Option<Weekday>,
    /// `first_monday = "23/11/2026"`: the week from which the criteria are counted.
    #[serde(deserialize_with = "monday")]
    pub first_monday: Option<NaiveDate>,
    /// `holidays = ["15/02/2027"]`: days without messages, besides those in `messages/calendar.yaml`.
    #[serde(deserialize_with = "days")]
    pub holidays: BTreeSet<NaiveDate>,
}

impl Config {
    /// Reads the file; without one, everything is at its default.
    ///
    /// # Errors
    /// The file cannot be read, or a setting is wrong: which, where, and what it may be.
    pub fn read(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path else {
            return Ok(Self::default());
        };
        let text = std::fs::read_to_string(path)
            .with_context(|| told!("settings-unread", path = path.display()))?;
        let wrong = |what: String| {
            let heading = told!("settings-wrong", path = path.display());
            anyhow::anyhow!("{heading}\n{what}")
        };
        let config: Self =
            toml::from_str(&text).map_err(|error| wrong(fault::told(&text, &error)))?;
        if let Some(what) = fault::dead_text(&text) {
            return Err(wrong(what));
        }
        // Refused here, before anything is touched.
        config
            .daily_backup()
            .map_err(|error| wrong(error.to_string()))?;
        Ok(config)
    }

    /// What is backed up every day; `None`: nothing.
    ///
    /// # Errors
    /// Its hour lies in one of the windows in which members are written to.
    pub fn daily_backup(&self) -> anyhow::Result<Option<Daily>> {
        let settings = &self.backup;
        let Some((folder, keep)) = settings.place() else {
            return Ok(None);
        };
        let cadence = self.cadence(&BTreeSet::new());
        let hour = NaiveTime::from_hms_opt(settings.hour, 0, 0).context("an hour of the day")?;
        let busy = [cadence.noon, cadence.evening];
        if let Some((from, to)) = busy.iter().find(|(from, to)| (*from..*to).contains(&hour)) {
            anyhow::bail!(told!(
                "settings-backup-busy",
                hour = settings.hour,
                from = from.format("%H:%M"),
                to = to.format("%H:%M")
            ));
        }
        Ok(Some(Daily {
            folder: folder.to_owned(),
            hour,
            keep,
            recipient: settings.recipient.clone(),
            busy,
        }))
    }

    /// How broadcasts go.
    pub fn sending(&self) -> Sending {
        let default = Sending::default();
        Sending {
            per_second: self.pace.per_second,
            second_above: self
                .broadcasts
                .second_above
                .map_or(default.second_above, i64::from),
        }
    }

    /// The kinds of unit below which no reflection is told of.
    pub fn grassroots(&self) -> core::Grassroots {
        self.units
            .grassroots
            .as_ref()
            .map_or_else(core::Grassroots::default, |kinds| {
                core::Grassroots::of(kinds.iter().map(String::as_str))
            })
    }

    /// When people are written to, with the content's own holidays.
    pub fn cadence(&self, holidays: &BTreeSet<NaiveDate>) -> Cadence {
        let (schedule, default) = (&self.schedule, Cadence::default());
        Cadence {
            noon: schedule.noon.unwrap_or(default.noon),
            evening: schedule.evening.unwrap_or(default.evening),
            item: schedule.item.unwrap_or(default.item),
            quiz: schedule.quiz.unwrap_or(default.quiz),
            reminder: schedule.reminder.unwrap_or(default.reminder),
            first_monday: schedule.first_monday.unwrap_or(default.first_monday),
            holidays: holidays.union(&schedule.holidays).copied().collect(),
        }
    }
}

/// `NHIP_OWNERS`: numbers separated by commas or spaces.
///
/// # Errors
/// A word that is no number.
pub fn owners(text: &str) -> Result<BTreeSet<UserId>, String> {
    text.split([',', ' '])
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.parse()
                .ok()
                .filter(|id| *id > 0)
                .map(UserId)
                .ok_or_else(|| told!("settings-owner", given = word))
        })
        .collect()
}

fn path<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
    let path = PathBuf::deserialize(from)?;
    if path.as_os_str().is_empty() {
        return Err(D::Error::custom(told!("settings-path-empty")));
    }
    Ok(Some(path))
}

fn hours<'de, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Option<(NaiveTime, NaiveTime)>, D::Error> {
    let text = String::deserialize(from)?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let window = text
        .split_once(['-', '–'])
        .and_then(|(from, to)| time(from).zip(time(to)));
    match window {
        Some((from, to)) if from < to => Ok(Some((from, to))),
        _ => Err(D::Error::custom(told!("settings-window", given = text))),
    }
}

fn hour<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let hour = i64::deserialize(from)?;
    let read = u32::try_from(hour).ok().filter(|hour| *hour < 24);
    read.ok_or_else(|| D::Error::custom(told!("settings-hour", given = hour)))
}

fn keep<'de, D: serde::Deserializer<'de>>(from: D) -> Result<usize, D::Error> {
    let count = i64::deserialize(from)?;
    let read = usize::try_from(count).ok();
    let read = read.filter(|count| (1..=1000).contains(count));
    read.ok_or_else(|| D::Error::custom(told!("settings-keep", given = count)))
}

fn recipient<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Recipient>, D::Error> {
    let text = String::deserialize(from)?;
    match text.trim() {
        "" => Ok(None),
        key => key.parse().map(Some).map_err(D::Error::custom),
    }
}

fn weekday<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Weekday>, D::Error> {
    let text = String::deserialize(from)?;
    let day: Option<Weekday> = text.parse().ok();
    day.filter(|day| day.number_from_monday() <= 5)
        .map(Some)
        .ok_or_else(|| D::Error::custom(told!("settings-weekday", given = text)))
}

fn monday<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    use chrono::Datelike;
    let text = String::deserialize(from)?;
    match date(&text) {
        Some(day) if day.weekday() == Weekday::Mon => Ok(Some(day)),
        Some(_) => Err(D::Error::custom(told!("settings-monday", given = text))),
        None => Err(D::Error::custom(not_a_day(&text))),
    }
}

fn month<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    let month = i64::deserialize(from)?;
    let known = u32::try_from(month)
        .ok()
        .filter(|month| (1..=12).contains(month));
    match known {
        Some(month) => Ok(Some(month)),
        None => Err(D::Error::custom(told!("settings-month", given = month))),
    }
}

fn days<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeSet<NaiveDate>, D::Error> {
    let texts = Vec::<String>::deserialize(from)?;
    texts
        .iter()
        .map(|text| date(text).ok_or_else(|| D::Error::custom(not_a_day(text))))
        .collect()
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").ok()
}

fn not_a_day(text: &str) -> String {
    told!("settings-day", given = text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        toml::from_str::<Config>(text)
            .map(|_| String::new())
            .unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn an_empty_file_is_the_default_and_every_setting_can_be_given() {
        assert_eq!(
            toml::from_str::<Config>("").expect("empty is fine"),
            Config::default()
        );
        let config: Config = toml::from_str(
            "[schedule]\nnoon = \"11:00-12:00\"\nitem = \"tue\"\nfirst_monday = \"07/12/2026\"\nholidays = [\"24/11/2026\"]\n[pace]\nper_second = 20\n[broadcasts]\nsecond_above = 50\n",
        )
        .expect("a sound file");
        let cadence = config.cadence(&BTreeSet::new());
        assert_eq!(cadence.item, Weekday::Tue);
        assert_eq!(cadence.holidays.len(), 1);
        assert_eq!(config.pace.per_second, 20);
        let sending = config.sending();
        assert_eq!((sending.per_second, sending.second_above), (20, 50));
    }

    #[test]
    fn a_setting_that_cannot_hold_is_refused() {
        assert!(fault("[schedule]\nitem = \"sun\"").contains("no working day"));
        assert!(fault("[schedule]\nfirst_monday = \"24/11/2026\"").contains("no Monday"));
        assert!(fault("[thresholds]\nquiz = 4").contains("never lowered"));
        assert!(fault("[thresholds]\nreflection = 9").contains("never lowered"));
        assert!(
            fault("[floors]\nquiz = 4").contains("never lowered"),
            "as it was called before"
        );
        assert!(fault("[retention]\nquiz_months = 0").contains("no period"));
        assert!(fault("[backup]\nhour = 24").contains("no hour"));
        assert!(fault("[backup]\nkeep = 0").contains("1 to 1000"));
        assert!(fault("[backup]\nrecipient = \"x\"").contains("no age public key"));
        assert!(
            fault("[backup]\nrecipient = \"AGE-SECRET-KEY-1\"").contains("the secret key"),
            "it has no place on the server"
        );
        assert!(fault("[schedule]\nnoonn = \"1\"").contains("unknown field `noonn`"));
    }

    #[test]
    fn a_backup_is_daily_where_a_folder_is_named_and_not_while_members_are_written_to() {
        let daily = |text: &str| {
            let config: Config = toml::from_str(text).expect("sound settings");
            config.daily_backup()
        };
        assert_eq!(daily("").expect("no folder"), None);
        let made = daily("[backup]\nfolder = \"b\"\n").expect("a sound hour");
        assert_eq!(made.expect("a folder").keep, 7);
        let told = daily("[backup]\nfolder = \"b\"\nhour = 12\n").expect_err("at noon");
        assert!(told.to_string().contains("11:35 and 13:15"), "{told}");
    }

    #[test]
    fn owners_are_numbers() {
        assert_eq!(owners("12, 34").map(|owners| owners.len()), Ok(2));
        assert!(
            owners("@chu_tich")
                .expect_err("a name is no number")
                .contains("'@chu_tich'")
        );
    }
}

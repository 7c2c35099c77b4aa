//! The bot's own parts as every stage puts them together: words, content, rules, moments, what a person writes.
//!
//! Knows which parts there are. Must not know what is played with them.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use nhip::campaign::Campaign;
use nhip::config::Config;
use nhip::core::{Core, Rules};
use nhip::event::{Author, ChatKind, Event, Formatting, Inbound, IncomingMessage, Person, Place};
use nhip::pace::Pace;
use nhip::schedule::Cadence;
use nhip::text::{Texts, Words};
use nhip::types::{ChatId, Language, MessageId, UpdateId, UserId};
use tempfile::TempDir;

/// The bot's name on every emulated messenger.
pub const USERNAME: &str = "nhip_bot";

/// The name of the database in its folder.
pub const FILE: &str = "nhip.db";

/// No limit but the machine's.
pub const FAST: Pace = Pace {
    per_second: 100_000,
    chat_per_second: 100_000,
    group_per_minute: 100_000,
};

/// A core with the built-in words and content, and these officers of the root unit.
pub fn core(owners: &[i64], cadence: Cadence) -> Core {
    let texts = Texts::built_in(&Words::default()).expect("the built-in texts are sound");
    core_saying(texts, owners, cadence)
}

/// A core with these words.
pub fn core_saying(texts: Texts, owners: &[i64], cadence: Cadence) -> Core {
    let campaign = Campaign::built_in().expect("the built-in content is sound");
    Core::new(texts, campaign, rules(owners, cadence))
}

/// Who may do what, and when things are due.
pub fn rules(owners: &[i64], cadence: Cadence) -> Rules {
    Rules {
        username: USERNAME.to_owned(),
        owners: owners.iter().map(|owner| UserId(*owner)).collect(),
        cadence,
    }
}

/// The rules, words and content of `nhip run` without settings, with these officers of the root unit.
pub fn core_of_run(owners: &[i64]) -> Core {
    let config = Config::default();
    let texts = Texts::built_in(&config.words).expect("sound texts");
    let campaign = Campaign::built_in().expect("sound content");
    let cadence = config.cadence(campaign.holidays());
    Core::new(texts, campaign, rules(owners, cadence))
}

/// A Monday morning of the campaign, after the round has opened and before anything is pushed.
pub fn monday(week: i64) -> DateTime<Utc> {
    moment("2026-11-23 08:00") + TimeDelta::weeks(week)
}

/// `2026-11-23 11:35` on Vietnam's wall clock.
pub fn moment(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment");
    (local - TimeDelta::hours(7)).and_utc()
}

/// A folder for a database; in memory where there is such a place, for a disk would only be slower.
pub fn folder() -> TempDir {
    TempDir::new_in("/dev/shm")
        .or_else(|_| TempDir::new())
        .expect("a folder")
}

/// Somebody writes, in private or, where the chat's number is below zero, in a group.
pub fn said(update: i64, user: i64, chat: i64, text: &str) -> Inbound {
    let kind = if chat < 0 {
        ChatKind::Group
    } else {
        ChatKind::Private
    };
    Inbound {
        id: UpdateId(update),
        kind: "message",
        written: None,
        event: Event::Said(IncomingMessage {
            place: Place {
                chat: ChatId(chat),
                kind,
                thread: None,
            },
            author: Author::Person(Person {
                user: UserId(user),
                language: Some(Language::Vi),
            }),
            message: MessageId(1),
            text: Some(text.to_owned()),
            forwarded: false,
            document: None,
            content: Formatting::default(),
        }),
    }
}

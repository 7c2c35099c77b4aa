//! The bot's own parts as the benches use them: words, rules, a Monday morning, private messages.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use nhip::campaign::Campaign;
use nhip::config::Config;
use nhip::core::{Core, Rules};
use nhip::event::{Author, ChatKind, Event, Formatting, Inbound, IncomingMessage, Person, Place};
use nhip::schedule;
use nhip::text::Texts;
use nhip::types::{ChatId, Language, MessageId, UpdateId, UserId};

/// The emulated bot's name.
pub(crate) const USERNAME: &str = "nhip_bot";

/// The rules over the built-in words, with these officers of the root unit.
pub(crate) fn core(owners: BTreeSet<UserId>) -> anyhow::Result<Core> {
    let config = Config::default();
    let texts = Texts::built_in(&config.words)?;
    let campaign = Campaign::built_in()?;
    let cadence = config.cadence(campaign.holidays());
    let rules = Rules {
        username: USERNAME.to_owned(),
        owners,
        cadence,
    };
    Ok(Core::new(texts, campaign, rules))
}

/// A Monday morning of the campaign, after the round has opened and before anything is pushed.
pub(crate) fn monday(week: u64) -> DateTime<Utc> {
    let first = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let eight = NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default();
    schedule::at(first + chrono::Days::new(7 * week), eight)
}

/// Somebody writes, in private or in a group.
pub(crate) fn said(update: i64, user: i64, chat: i64, text: &str) -> Inbound {
    let kind = if chat < 0 {
        ChatKind::Group
    } else {
        ChatKind::Private
    };
    Inbound {
        id: UpdateId(update),
        kind: "message",
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
            document: None,
            content: Formatting::default(),
        }),
    }
}

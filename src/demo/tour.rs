//! The tour of the demo's page: seven steps from joining to what an officer cannot see.
//!
//! Knows who is on the stage and which of the bot's texts end a step. Must not know how the page shows a step.

use telegram_sandbox::{Act, Label, Step};

use super::stage::{Cast, HIDDEN, MEMBERS, Roles};
use crate::text::{Texts, Value};
use crate::types::Language;

/// Stands in the place of every argument of a text; no text has it.
const GAP: char = '\u{1}';
const ARGUMENTS: [&str; 3] = ["right", "of", "closes"];

/// What the page is about, in one line.
pub(super) fn about(texts: &Texts) -> Label {
    label(texts, "demo-about")
}

/// The roles' names.
pub(super) fn roles(texts: &Texts) -> Roles {
    Roles {
        member: label(texts, "demo-member"),
        officer: label(texts, "demo-officer"),
        group: label(texts, "demo-group"),
    }
}

/// What the clock is called.
pub(super) fn clock(texts: &Texts) -> Label {
    label(texts, "demo-clock")
}

/// The steps, in their order.
pub(super) fn steps(texts: &Texts, cast: &Cast) -> Vec<Step> {
    let member = (MEMBERS[0], MEMBERS[0]);
    let officer = (cast.officer, cast.officer);
    let group = (cast.officer, cast.group);
    let says = |lines: &[&str]| {
        Some(Act::Say(
            lines.iter().map(|&line| line.to_owned()).collect(),
        ))
    };
    let step = |title: &str, text: &str, phone, act, done: Vec<String>| Step {
        title: label(texts, title),
        text: label(texts, text),
        phone,
        act,
        done,
    };
    let invitation = texts.plain(Language::Vi, "demo-broadcast", &[]);
    let hidden = format!("/baocao {HIDDEN}");
    vec![
        step(
            "tour-join",
            "tour-join-text",
            member,
            None,
            words(texts, "button-read"),
        ),
        step(
            "tour-read",
            "tour-read-text",
            member,
            None,
            words(texts, "button-quiz"),
        ),
        step(
            "tour-quiz",
            "tour-quiz-text",
            member,
            None,
            words(texts, "quiz-result"),
        ),
        step(
            "tour-report",
            "tour-report-text",
            group,
            says(&["/baocao tuần trước"]),
            words(texts, "report-note"),
        ),
        step(
            "tour-broadcast",
            "tour-broadcast-text",
            officer,
            says(&["/thongbao", &invitation]),
            words(texts, "phase-done"),
        ),
        step(
            "tour-checkin",
            "tour-checkin-text",
            member,
            says(&["/suyngam"]),
            words(texts, "button-retract"),
        ),
        step(
            "tour-hidden",
            "tour-hidden-text",
            officer,
            says(&[&hidden]),
            words(texts, "report-note"),
        ),
    ]
}

fn label(texts: &Texts, key: &str) -> Label {
    Label {
        vi: texts.plain(Language::Vi, key, &[]),
        en: texts.plain(Language::En, key, &[]),
    }
}

/// The longest piece of a text's first line between arguments and tags, in each language of the bot.
fn words(texts: &Texts, key: &str) -> Vec<String> {
    let gaps = ARGUMENTS.map(|name| (name, Value::from(GAP.to_string())));
    let longest = |language| {
        let text = texts.plain(language, key, &gaps);
        let pieces = text.lines().next()?.split(['<', GAP]);
        pieces
            .map(|piece| piece.rsplit('>').next().unwrap_or(piece).trim())
            .max_by_key(|piece| piece.chars().count())
            .filter(|piece| !piece.is_empty())
            .map(str::to_owned)
    };
    [Language::Vi, Language::En]
        .into_iter()
        .filter_map(longest)
        .collect()
}

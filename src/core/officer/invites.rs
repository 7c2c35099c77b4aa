//! `/invite`: a unit's invite link with a picture to be scanned, another link in its place, and the declared number
//! of people, which is the denominator of the unit's figures and never a list.

use crate::core::access::officers;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Desk};
use crate::outgoing::{Call, Content, FileKind, Key, Lane, Purpose};
use crate::poster;
use crate::store::audit::Deed;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{Language, UnitId};

/// By how much one tap changes the number of people.
const STEPS: [i64; 3] = [1, 10, 100];

/// `/invite`, with or without a unit's name or code.
pub(in crate::core) async fn open(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
) -> Result<(), Fault> {
    let button = |unit| Button::Desk(Desk::Invite(unit));
    match officers::pick(turn, visitor, words, button).await? {
        Some(unit) => send(turn, visitor, &unit).await,
        None => Ok(()),
    }
}

/// The same from a button.
pub(in crate::core) async fn show(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    send(turn, visitor, &unit).await
}

/// The picture first: the words stay in sight, with what can be tapped below them.
async fn send(turn: &mut Turn<'_>, visitor: &Visitor, unit: &Unit) -> Result<(), Fault> {
    let language = visitor.language;
    let link = turn.link(&unit.start);
    let plain = |key| turn.plain(language, key, &[]);
    let (scan, voluntary) = (plain("invite-scan"), plain("invite-voluntary"));
    let below = [scan.as_str(), voluntary.as_str()];
    let svg = poster::invitation(&unit.name, &link, &below)
        .map_err(|error| Fault::Bug(format!("an invitation: {error}")))?;
    let args = [
        ("unit", Value::from(unit.name.as_str())),
        ("link", link.as_str().into()),
        ("people", unit.members.into()),
    ];
    let call = Call::File {
        chat: visitor.user.into(),
        thread: None,
        kind: FileKind::Photo,
        content: Content::Drawing {
            name: format!("{}.png", unit.code),
            svg,
        },
        caption: turn.html(language, "invite-caption", &args),
        keyboard: Vec::new(),
        reply_to: None,
    };
    let until = turn.tx.now() + chrono::TimeDelta::hours(1);
    turn.owe(Lane::Reply, until, Purpose::Plain, call).await?;
    let count = Button::Desk(Desk::Count(unit.id, unit.members));
    let renew = Button::Desk(Desk::AskRenew(unit.id));
    let screen = Screen {
        text: turn.html(language, "invite", &args),
        keyboard: vec![
            vec![turn.key(language, "button-count", count)],
            vec![turn.key(language, "button-renew", renew)],
        ],
    };
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// What another link means.
pub(in crate::core) async fn ask_to_renew(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let language = visitor.language;
    let renew = Button::Desk(Desk::Renew(unit.id));
    let back = Button::Desk(Desk::Invite(unit.id));
    let screen = Screen {
        text: turn.html(language, "renew-ask", &called(&unit)),
        keyboard: vec![
            vec![turn.key(language, "button-renew-now", renew)],
            vec![turn.key(language, "button-back", back)],
        ],
    };
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Another link takes the old one's place; whoever opens the old one is told so.
pub(in crate::core) async fn renew(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    let language = visitor.language;
    turn.toast(tap, language, "toast-renewed").await?;
    let start = store::units::payload(turn.tx);
    store::units::renew(turn.tx, unit.id, &start).await?;
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Renew).await?;
    // Without its buttons, so that the same tap again renews nothing.
    let screen = Screen::words(turn.html(language, "renewed", &called(&unit)));
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await?;
    send(turn, visitor, &Unit { start, ..unit }).await
}

/// A number that is not declared yet: it is in the buttons only.
pub(in crate::core) async fn count(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    people: i64,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let screen = counting(turn, visitor.language, &unit, people);
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

fn counting(turn: &Turn<'_>, language: Language, unit: &Unit, people: i64) -> Screen {
    let step = |step: i64| Key {
        label: if step > 0 {
            format!("+{step}")
        } else {
            format!("−{}", -step)
        },
        data: Button::Desk(Desk::Count(unit.id, (people + step).max(0))).data(),
    };
    let args = [
        ("unit", unit.name.as_str().into()),
        ("people", people.into()),
        ("before", unit.members.into()),
    ];
    let declare = Button::Desk(Desk::Declare(unit.id, people));
    let save = Key {
        label: turn.plain(language, "button-declare", &args[1..2]),
        data: declare.data(),
    };
    Screen {
        text: turn.html(language, "count", &args),
        keyboard: vec![
            STEPS.map(step).into(),
            STEPS.map(|size| step(-size)).into(),
            vec![save],
        ],
    }
}

/// The number is declared.
pub(in crate::core) async fn declare(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    people: i64,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    let language = visitor.language;
    turn.toast(tap, language, "toast-saved").await?;
    if people != unit.members {
        store::units::declare(turn.tx, unit.id, people).await?;
        store::audit::note(turn.tx, unit.id, visitor.user, Deed::Declare).await?;
    }
    let args = [
        ("unit", unit.name.as_str().into()),
        ("people", people.into()),
    ];
    let screen = Screen::words(turn.html(language, "declared", &args));
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

fn called(unit: &Unit) -> [(&'static str, Value); 1] {
    [("unit", unit.name.as_str().into())]
}

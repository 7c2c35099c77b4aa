//! Groups: which unit's figures a group carries, and who may ask for them.
//!
//! Rights are asked for in [`officers`]: no look-up at the messenger, no name.

use crate::core::access::officers::{self, Named};
use crate::core::officer::{cards, report};
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Author, Button, Command, Place, Said};
use crate::outgoing::Key;
use crate::store::audit::{Deed, Office};
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{ChatId, Language, MessageId, UnitId, UserId};

/// The bot was let into a group.
pub(in crate::core) async fn hello(turn: &mut Turn<'_>, place: Place) -> Result<(), Fault> {
    turn.reply_text(place, None, Language::Vi, "group-hello", &[])
        .await
}

/// A command typed in a group.
pub(in crate::core) async fn command(
    turn: &mut Turn<'_>,
    said: &Said,
    author: Author,
    command: Command,
) -> Result<(), Fault> {
    let (place, to) = (said.place, Some(said.message));
    let officer_only = matches!(
        command,
        Command::Report(_) | Command::Card(_) | Command::Link(_) | Command::Unlink
    );
    let Author::Person(person) = author else {
        return if officer_only {
            turn.reply_text(place, to, Language::Vi, "group-hidden", &[])
                .await
        } else {
            Ok(())
        };
    };
    let visitor = turn.visitor(person).await?;
    let language = visitor.language;
    match command {
        _ if officer_only && !in_charge(turn, visitor.user, place).await? => {
            turn.reply_text(place, to, language, "group-not-officer", &[])
                .await
        }
        Command::Report(period) => report::show(turn, &visitor, place, to, &period).await,
        Command::Card(wanted) => {
            let card = cards::card(turn, language, &wanted).await?;
            turn.reply(place, to, card).await
        }
        Command::Link(wanted) => link(turn, &visitor, place, to, &wanted).await,
        Command::Unlink => unlink(turn, &visitor, place, to).await,
        Command::Help | Command::Start(_) => {
            turn.reply_text(place, to, language, "group-help", &[])
                .await
        }
        Command::Unknown => Ok(()),
        _ => {
            turn.reply_text(place, to, language, "private-only", &[])
                .await
        }
    }
}

/// Whether this person may act for the unit that the group is tied to, or for any if it is tied to none.
async fn in_charge(turn: &mut Turn<'_>, user: UserId, place: Place) -> Result<bool, Fault> {
    match store::groups::unit_of(turn.tx, place.chat).await? {
        Some(unit) => officers::may(turn, user, unit).await,
        None => officers::is_one(turn, user).await,
    }
}

/// `/link`: at once if the words name one unit, else a choice.
async fn link(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    place: Place,
    to: Option<MessageId>,
    wanted: &str,
) -> Result<(), Fault> {
    let language = visitor.language;
    let (key, found) = match officers::named(turn, visitor.user, wanted).await? {
        Named::One(unit) => {
            tie(turn, visitor.user, place, &unit).await?;
            return turn
                .reply_text(place, to, language, "group-linked", &named(&unit))
                .await;
        }
        Named::NotTheirs(unit) => {
            return turn
                .reply_text(place, to, language, "unit-not-yours", &named(&unit))
                .await;
        }
        Named::Nothing => {
            let key = if wanted.is_empty() {
                "group-no-units"
            } else {
                "group-unit-unknown"
            };
            return turn.reply_text(place, to, language, key, &[]).await;
        }
        Named::Several(units) => ("group-which-unit", units),
        Named::Nearest(units) => ("group-unit-nearest", units),
    };
    let button = |unit: &Unit| {
        vec![Key {
            label: unit.name.clone(),
            data: Button::Link(unit.id, visitor.user).data(),
        }]
    };
    let screen = Screen {
        text: turn.html(language, key, &[]),
        keyboard: found.iter().map(button).collect(),
    };
    turn.reply(place, to, screen).await
}

/// A unit was chosen under `/link`: only the officer who asked may choose.
pub(in crate::core) async fn link_tapped(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    place: Place,
    tap: &Tap,
    unit: UnitId,
    by: UserId,
) -> Result<(), Fault> {
    let language = visitor.language;
    let may = officers::may(turn, visitor.user, unit).await?
        && in_charge(turn, visitor.user, place).await?;
    if by != visitor.user || !may {
        return turn.toast(tap, language, "toast-not-yours").await;
    }
    let Some(unit) = store::units::by_id(turn.tx, unit).await? else {
        return turn.toast(tap, language, "toast-no-button").await;
    };
    tie(turn, visitor.user, place, &unit).await?;
    turn.hush(tap).await?;
    let text = turn.html(language, "group-linked", &named(&unit));
    let screen = Screen::words(text);
    match tap.message {
        Some(message) => turn.edit(place.chat, message, screen).await,
        None => turn.reply(place, None, screen).await,
    }
}

async fn unlink(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    place: Place,
    to: Option<MessageId>,
) -> Result<(), Fault> {
    let unit = store::groups::unlink(turn.tx, place.chat).await?;
    if let Some(unit) = unit {
        store::audit::note(turn.tx, unit, visitor.user, Deed::Unlink).await?;
    }
    let key = if unit.is_some() {
        "group-unlinked"
    } else {
        "group-not-linked"
    };
    turn.reply_text(place, to, visitor.language, key, &[]).await
}

/// The bot was shut out of a group. Who did that is noted only if they are an officer: nobody else has agreed to it.
pub(in crate::core) async fn shut_out(
    turn: &mut Turn<'_>,
    chat: ChatId,
    by: Author,
) -> Result<(), Fault> {
    let Some(unit) = store::groups::unlink(turn.tx, chat).await? else {
        return Ok(());
    };
    match by {
        Author::Person(person) if officers::may(turn, person.user, unit).await? => {
            store::audit::note(turn.tx, unit, person.user, Deed::Unlink).await
        }
        _ => {
            let office = Office::Group;
            store::audit::note_in(turn.tx, Some(unit), None, office, Deed::Unlink).await
        }
    }
}

async fn tie(turn: &mut Turn<'_>, officer: UserId, place: Place, unit: &Unit) -> Result<(), Fault> {
    store::groups::link(turn.tx, place.chat, unit.id).await?;
    store::audit::note(turn.tx, unit.id, officer, Deed::Link).await
}

fn named(unit: &Unit) -> [(&'static str, Value); 1] {
    [("unit", unit.name.as_str().into())]
}

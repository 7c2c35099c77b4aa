//! Groups: which unit's figures a group carries, and who may ask for them.
//!
//! Rights are asked for in [`officers`]: no look-up at the messenger, no name.

use crate::core::access::officers::{self, UnitMatch};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::{cards, report};
use crate::event::{Author, Button, Command, IncomingMessage, Place};
use crate::outgoing::Key;
use crate::store::audit::{AuditAction, Changed, Office};
use crate::store::groups::Said;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{ChatId, Language, MessageId, UnitId, UserId};

/// A group hears the same refusal, and what the bot is for, once in so long.
const QUIET_SECONDS: i64 = 5 * 60;

pub(in crate::core) async fn hello(ctx: &mut Ctx<'_>, place: Place) -> Result {
    ctx.reply_text(place, None, Language::Vi, "group-hello", &[])
        .await
}

pub(in crate::core) async fn command(
    ctx: &mut Ctx<'_>,
    said: &IncomingMessage,
    author: Author,
    command: Command,
) -> Result {
    let (place, to) = (said.place, Some(said.message));
    let officer_only = matches!(
        command,
        Command::Report(_) | Command::Card(_) | Command::Link(_) | Command::Unlink
    );
    let Author::Person(person) = author else {
        return if officer_only {
            refuse(ctx, place, to, Language::Vi, "group-hidden").await
        } else {
            Ok(())
        };
    };
    let caller = ctx.caller(person).await?;
    let language = caller.language;
    match command {
        _ if officer_only && !in_charge(ctx, caller.user, place).await? => {
            refuse(ctx, place, to, language, "group-not-officer").await
        }
        Command::Report(period) => report::show(ctx, &caller, place, to, &period).await,
        Command::Card(wanted) => {
            let card = cards::card(ctx, language, &wanted).await?;
            ctx.reply(place, to, card).await
        }
        Command::Link(wanted) => link(ctx, &caller, place, to, &wanted).await,
        Command::Unlink => unlink(ctx, &caller, place, to).await,
        Command::Unknown => Ok(()),
        other => {
            let (key, said) = match other {
                Command::Help | Command::Start(_) => ("group-help", Said::Help),
                _ => ("private-only", Said::Refusal),
            };
            if !store::groups::tells(ctx.tx, place.chat, said, QUIET_SECONDS).await? {
                return Ok(());
            }
            let words = ctx.html(language, key, &[]);
            ctx.reply(place, to, leading(ctx, language, words, &other))
                .await
        }
    }
}

/// The words with a button into the private chat, where the command is done at once.
fn leading(ctx: &Ctx<'_>, language: Language, text: String, command: &Command) -> Screen {
    let key = Key {
        label: ctx.plain(language, "button-private", &[]),
        data: ctx.link(&command.payload()),
    };
    Screen {
        text,
        keyboard: vec![vec![key]],
    }
}

/// Says what is not for whoever has asked, once in some minutes: a group takes few messages a minute, and an officer's
/// report must not wait behind refusals.
async fn refuse(
    ctx: &mut Ctx<'_>,
    place: Place,
    to: Option<MessageId>,
    language: Language,
    key: &str,
) -> Result {
    if store::groups::tells(ctx.tx, place.chat, Said::Refusal, QUIET_SECONDS).await? {
        ctx.reply_text(place, to, language, key, &[]).await?;
    }
    Ok(())
}

/// Whether this person may act for the unit that the group is tied to, or for any if it is tied to none.
async fn in_charge(ctx: &mut Ctx<'_>, user: UserId, place: Place) -> Result<bool> {
    match store::groups::unit_of(ctx.tx, place.chat).await? {
        Some(unit) => officers::may(ctx, user, unit).await,
        None => officers::is_one(ctx, user).await,
    }
}

/// `/link`: at once if the words name one unit, else a choice.
async fn link(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    place: Place,
    to: Option<MessageId>,
    wanted: &str,
) -> Result {
    let language = caller.language;
    let (key, found) = match officers::named(ctx, caller.user, wanted).await? {
        UnitMatch::One(unit) => {
            tie(ctx, caller.user, place, &unit).await?;
            ctx.reply_text(place, to, language, "group-linked", &named(&unit))
                .await?;
            return invite(ctx, place, &unit).await;
        }
        UnitMatch::NotTheirs(unit) => {
            return ctx
                .reply_text(place, to, language, "unit-not-yours", &named(&unit))
                .await;
        }
        UnitMatch::Nothing => {
            let key = if wanted.is_empty() {
                "group-no-units"
            } else {
                "group-unit-unknown"
            };
            return ctx.reply_text(place, to, language, key, &[]).await;
        }
        UnitMatch::Several(units) => ("group-which-unit", units),
        UnitMatch::Nearest(units) => ("group-unit-nearest", units),
    };
    let button = |unit: &Unit| vec![Button::Link(unit.id, caller.user).key(unit.name.clone())];
    let screen = Screen {
        text: ctx.html(language, key, &[]),
        keyboard: found.iter().map(button).collect(),
    };
    ctx.reply(place, to, screen).await
}

/// A unit was chosen under `/link`: only the officer who asked may choose.
pub(in crate::core) async fn link_tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    place: Place,
    tap: &Tap,
    unit: UnitId,
    by: UserId,
) -> Result {
    let language = caller.language;
    let may =
        officers::may(ctx, caller.user, unit).await? && in_charge(ctx, caller.user, place).await?;
    if by != caller.user || !may {
        return ctx.answer_callback(tap, language, "toast-not-yours").await;
    }
    let Some(unit) = store::units::by_id(ctx.tx, unit).await? else {
        return ctx.no_button(tap, language).await;
    };
    tie(ctx, caller.user, place, &unit).await?;
    ctx.ack(tap).await?;
    let text = ctx.html(language, "group-linked", &named(&unit));
    let screen = Screen::words(text);
    match tap.message {
        Some(message) => ctx.edit(place.chat, message, screen).await?,
        None => ctx.reply(place, None, screen).await?,
    }
    invite(ctx, place, &unit).await
}

/// What may be pinned in a group that was just tied: the unit's link as a button, in the language of groups.
async fn invite(ctx: &mut Ctx<'_>, place: Place, unit: &Unit) -> Result {
    let language = Language::Vi;
    let join = Key {
        label: ctx.plain(language, "button-group-join", &[]),
        data: ctx.link(&unit.start),
    };
    let screen = Screen::words(ctx.html(language, "group-join", &named(unit))).with(join);
    ctx.reply(place, None, screen).await
}

async fn unlink(ctx: &mut Ctx<'_>, caller: &Caller, place: Place, to: Option<MessageId>) -> Result {
    let unit = store::groups::unlink(ctx.tx, place.chat).await?;
    if let Some(unit) = unit {
        store::audit::note(ctx.tx, unit, caller.user, AuditAction::Unlink).await?;
    }
    let key = if unit.is_some() {
        "group-unlinked"
    } else {
        "group-not-linked"
    };
    ctx.reply_text(place, to, caller.language, key, &[]).await
}

/// The bot was removed from a group. Who did that is noted only if they are an officer: nobody else has agreed to
/// be.
pub(in crate::core) async fn shut_out(ctx: &mut Ctx<'_>, chat: ChatId, by: Author) -> Result {
    let Some(unit) = store::groups::unlink(ctx.tx, chat).await? else {
        return Ok(());
    };
    match by {
        Author::Person(person) if officers::may(ctx, person.user, unit).await? => {
            store::audit::note(ctx.tx, unit, person.user, AuditAction::Unlink).await
        }
        _ => {
            let (by, changed) = ((None, Office::Group), Changed::default());
            store::audit::note_in(ctx.tx, Some(unit), by, AuditAction::Unlink, &changed).await
        }
    }
}

async fn tie(ctx: &mut Ctx<'_>, officer: UserId, place: Place, unit: &Unit) -> Result {
    let before = store::groups::unit_of(ctx.tx, place.chat).await?;
    if let Some(before) = before.filter(|before| *before != unit.id) {
        store::audit::note(ctx.tx, before, officer, AuditAction::Unlink).await?;
    }
    store::groups::link(ctx.tx, place.chat, unit.id).await?;
    store::audit::note(ctx.tx, unit.id, officer, AuditAction::Link).await
}

fn named(unit: &Unit) -> [(&'static str, Value); 1] {
    [("unit", unit.name.as_str().into())]
}

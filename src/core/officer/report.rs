//! `/report`: a unit's week, month, quarter, half or year in a picture and one phone screen of words; for the level
//! above as files.
//!
//! Knows who is shown what and where: in a group the group's own unit, to an officer alone any unit that is theirs,
//! names of units below and files there only. What may be shown is in [`cells`], what it adds up to in [`sums`], what
//! it looks like in [`crate::report`].

mod ask;
mod cells;
mod compare;
mod figures;
mod screens;
mod sums;

use self::ask::Wish;
use crate::core::access::officers::{self, Named};
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{ChatKind, Form, Look, Part, Place};
use crate::outgoing::{Content, FileKind, Purpose, Upload};
use crate::report::figures::Commended;
use crate::report::{self, Figures};
use crate::store::audit::Deed;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::types::{ChatId, CriterionId, Length, MessageId, Span, UnitId, UserId};

/// Rows of those commended in a file: a province's year.
const COMMENDED_MAX: u32 = 500;

/// Shows the linked unit's figures in the group.
pub(in crate::core) async fn show(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    place: Place,
    to: Option<MessageId>,
    wanted: &str,
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some(unit) = store::groups::unit_of(turn.tx, place.chat).await? else {
        let key = "group-not-linked";
        return turn.reply_text(place, to, language, key, &[]).await;
    };
    let unit = known(turn, unit).await?;
    let wish = match understood(turn, visitor.user, wanted).await? {
        Asked::Of(None, wish) => wish,
        // Other units' figures are no business of this group.
        Asked::Of(Some(other), wish) if other.id == unit.id => wish,
        Asked::Of(Some(_), _) => {
            let key = "report-other-unit";
            return turn.reply_text(place, to, language, key, &[]).await;
        }
        Asked::Refused(..) => {
            let args = [("asked", wanted.into())];
            let key = "report-period";
            return turn.reply_text(place, to, language, key, &args).await;
        }
    };
    let Some(span) = figures::span(turn, wish).await? else {
        return turn
            .reply_text(place, to, language, "report-nothing-yet", &[])
            .await;
    };
    let Some(figures) = look(turn, visitor.user, &unit, span).await? else {
        let screen = screens::none(turn, language, span);
        return turn.reply(place, to, screen).await;
    };
    // The words come last: they stay in sight, with what can be tapped below them.
    if figures.tells() {
        let (file, caption) = picture(turn, visitor, &figures);
        turn.reply_file(place, file, caption).await?;
    }
    let screen = screens::in_group(turn, language, &unit, &figures).await?;
    turn.reply(place, to, screen).await
}

/// `/report` to the bot alone.
pub(in crate::core) async fn alone(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    wanted: &str,
) -> Result<(), Fault> {
    let Some(own) = officers::unit_of(turn, visitor.user).await? else {
        let owns = officers::owns(turn, visitor.user);
        let key = if owns {
            "group-no-units"
        } else {
            "group-not-officer"
        };
        return turn.say(visitor, key, &[]).await;
    };
    let screen = match understood(turn, visitor.user, wanted).await? {
        Asked::Of(unit, wish) => match figures::span(turn, wish).await? {
            Some(span) => alone_at(turn, visitor, &unit.unwrap_or(own), span).await?,
            None => screens::words(turn, visitor.language, "report-nothing-yet", &[]),
        },
        Asked::Refused(key, unit, near, wish) => {
            let args = [
                ("asked", wanted.into()),
                ("unit", unit.map_or(String::new(), |unit| unit.name).into()),
            ];
            let span = figures::span(turn, wish).await?;
            screens::choice(turn, visitor.language, (key, &args), &near, span)
        }
    };
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// A button of a report was tapped in a private chat.
pub(in crate::core) async fn tapped(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    wanted: Look,
) -> Result<(), Fault> {
    let (Look::At(unit, _)
    | Look::File(unit, ..)
    | Look::Compare(unit, _)
    | Look::Units(unit, ..)
    | Look::Card(unit, _)) = wanted;
    if !officers::may(turn, visitor.user, unit).await? {
        return turn.toast(tap, visitor.language, "toast-not-officer").await;
    }
    let unit = known(turn, unit).await?;
    let screen = match wanted {
        Look::At(_, span) => alone_at(turn, visitor, &unit, span).await?,
        Look::Units(_, span, page) => screens::units(turn, visitor, &unit, span, page).await?,
        Look::Compare(_, span) => {
            store::audit::note(turn.tx, unit.id, visitor.user, Deed::Report).await?;
            compare::screen(turn, visitor.language, &unit, span).await?
        }
        Look::File(_, span, form) => return send(turn, visitor, tap, &unit, (span, form)).await,
        Look::Card(_, id) => return card(turn, visitor, tap, &unit, id).await,
    };
    turn.hush(tap).await?;
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The card of the criterion that is known least, asked for under a report in the group.
pub(in crate::core) async fn card_in_group(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    place: Place,
    tap: &Tap,
    (unit, id): (UnitId, CriterionId),
) -> Result<(), Fault> {
    let linked = store::groups::unit_of(turn.tx, place.chat).await? == Some(unit);
    if !linked || !officers::may(turn, visitor.user, unit).await? {
        return turn.toast(tap, visitor.language, "toast-not-officer").await;
    }
    turn.toast(tap, visitor.language, "toast-card-sent").await?;
    let card = discussion(turn, visitor, id);
    turn.reply(place, None, card).await
}

/// The same from an officer's private chat: to every group of the unit, or to themselves if it has none.
async fn card(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: &Unit,
    id: CriterionId,
) -> Result<(), Fault> {
    let language = visitor.language;
    let groups = store::groups::of_unit(turn.tx, unit.id).await?;
    if groups.is_empty() {
        turn.toast(tap, language, "toast-card-no-group").await?;
        let card = discussion(turn, visitor, id);
        return turn.send(visitor.user, card, Purpose::Plain).await;
    }
    for chat in groups {
        let card = discussion(turn, visitor, id);
        turn.reply(in_chat(chat, ChatKind::Group), None, card)
            .await?;
    }
    turn.toast(tap, language, "toast-card-sent").await
}

/// What was asked for, or why that cannot be told and which units come near.
enum Asked {
    Of(Option<Unit>, Wish),
    Refused(&'static str, Option<Unit>, Vec<Unit>, Wish),
}

/// The first reading of the words that makes sense for this officer.
async fn understood(turn: &mut Turn<'_>, user: UserId, wanted: &str) -> Result<Asked, Fault> {
    let week = Wish::newest(Length::Week);
    let mut refused = Asked::Refused("report-period", None, Vec::new(), week);
    for reading in ask::readings(wanted) {
        let wish = reading.wish.unwrap_or(week);
        if reading.unit.is_empty() {
            return Ok(Asked::Of(None, wish));
        }
        match officers::named(turn, user, &reading.unit).await? {
            Named::One(unit) => return Ok(Asked::Of(Some(unit), wish)),
            Named::NotTheirs(unit) => {
                return Ok(Asked::Refused(
                    "unit-not-yours",
                    Some(unit),
                    Vec::new(),
                    wish,
                ));
            }
            // To look is harmless: the only one that fits is meant.
            Named::Several(mut units) if units.len() == 1 => {
                return Ok(Asked::Of(units.pop(), wish));
            }
            Named::Several(units) => {
                return Ok(Asked::Refused("report-which-unit", None, units, wish));
            }
            Named::Nearest(units) => refused = Asked::Refused("unit-nearest", None, units, wish),
            Named::Nothing => {}
        }
    }
    Ok(refused)
}

/// A unit's figures of a time, noted in the audit; `None` if there was no round then.
async fn look(
    turn: &mut Turn<'_>,
    user: UserId,
    unit: &Unit,
    span: Span,
) -> Result<Option<Figures>, Fault> {
    let figures = figures::of(turn, unit, span).await?;
    if figures.is_some() {
        store::audit::note(turn.tx, unit.id, user, Deed::Report).await?;
    }
    Ok(figures)
}

async fn alone_at(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    unit: &Unit,
    span: Span,
) -> Result<Screen, Fault> {
    let figures = look(turn, visitor.user, unit, span).await?;
    screens::alone(turn, visitor, unit, span, figures.as_ref()).await
}

/// A file for the officer alone.
async fn send(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: &Unit,
    (span, form): (Span, Form),
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some(mut figures) = look(turn, visitor.user, unit, span).await? else {
        return turn.toast(tap, language, "toast-no-figures").await;
    };
    if form != Form::Picture {
        figures.commended = commended(turn, unit.id, span).await?;
    }
    let texts = &turn.core.texts;
    let name = report::file_name(&figures, texts, language);
    let made = match form {
        Form::Picture => None,
        Form::Sheet => Some(("xlsx", report::sheet::xlsx(&figures, texts, language))),
        Form::Document => Some(("docx", report::document::docx(&figures, texts, language))),
    };
    let (file, caption) = match made {
        None => picture(turn, visitor, &figures),
        Some((ending, bytes)) => {
            store::audit::note(turn.tx, unit.id, visitor.user, Deed::Export).await?;
            let bytes = bytes.map_err(|error| Fault::Bug(error.to_string()))?;
            let upload = Upload::new(&format!("{name}.{ending}"), bytes)
                .map_err(|error| Fault::Bug(error.to_string()))?;
            let caption = turn.html(language, "report-file", &[]);
            ((FileKind::Document, Content::Upload(upload)), caption)
        }
    };
    turn.hush(tap).await?;
    let place = in_chat(visitor.user.into(), ChatKind::Private);
    turn.reply_file(place, file, caption).await
}

/// Who was commended, for a file: names go nowhere else.
async fn commended(turn: &mut Turn<'_>, unit: UnitId, span: Span) -> Result<Vec<Commended>, Fault> {
    let days = (span.from(), span.to());
    let words = turn.core.proof(Part::Named);
    let rows = store::commendations::between(turn.tx, unit, days, words, COMMENDED_MAX).await?;
    let commended = rows.into_iter().map(|row| {
        let day = row.day.parse();
        Ok(Commended {
            day: day.map_err(|_| Fault::Bug("a commendation has no day".into()))?,
            name: row.name,
            unit: row.unit,
            reason: row.reason,
        })
    });
    commended.collect()
}

fn picture(turn: &Turn<'_>, visitor: &Visitor, figures: &Figures) -> ((FileKind, Content), String) {
    let (texts, language) = (&turn.core.texts, visitor.language);
    let content = Content::Drawing {
        name: format!("{}.png", report::file_name(figures, texts, language)),
        svg: report::picture::svg(figures, texts, language),
    };
    let caption = report::caption(figures, texts, language);
    ((FileKind::Photo, content), caption)
}

/// The discussion card of a criterion.
fn discussion(turn: &Turn<'_>, visitor: &Visitor, id: CriterionId) -> Screen {
    let criterion = turn.core.campaign.criterion(id);
    turn.pen(visitor.language).card(criterion)
}

fn in_chat(chat: ChatId, kind: ChatKind) -> Place {
    let thread = None;
    Place { chat, kind, thread }
}

async fn known(turn: &mut Turn<'_>, unit: UnitId) -> Result<Unit, Fault> {
    store::units::by_id(turn.tx, unit)
        .await?
        .ok_or_else(|| Fault::Bug("a unit is gone".into()))
}

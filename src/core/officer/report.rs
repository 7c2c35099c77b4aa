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
mod posted;
mod screens;
mod so_far;
mod sums;
mod weak;

use self::ask::PeriodQuery;
use self::figures::Missing;
pub(super) use self::posted::{of_week, words};
pub(super) use self::weak::topics;
use crate::core::access::officers::{self, UnitMatch};
use crate::core::ctx::{Caller, Ctx, Screen, Tap, upload};
use crate::core::officer::{entered, planned};
use crate::event::{ChatKind, ConsentPart, Place, ReportAction, ReportFormat};
use crate::outgoing::{FileContent, FileKind, Purpose};
use crate::report::figures::CommendedFigures;
use crate::report::{self, Figures, WriteError};
use crate::store::audit::AuditAction;
use crate::store::units::Unit;
use crate::store::{self, Result, StoreError};
use crate::text::Texts;
use crate::types::{ChatId, CriterionId, Language, Length, MessageId, Span, UnitId, UserId};

/// Rows of those commended in a file: a province's year.
const COMMENDED_MAX: u32 = 500;

/// Shows the linked unit's figures in the group.
pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    place: Place,
    to: Option<MessageId>,
    wanted: &str,
) -> Result {
    let language = caller.language;
    let Some(unit) = store::groups::unit_of(ctx.tx, place.chat).await? else {
        let key = "group-not-linked";
        return ctx.reply_text(place, to, language, key, &[]).await;
    };
    let unit = known(ctx, unit).await?;
    let wish = match understood(ctx, caller.user, wanted).await? {
        Target::Of(None, wish) => wish,
        // A group sees its own unit's figures only.
        Target::Of(Some(other), wish) if other.id == unit.id => wish,
        Target::Of(Some(_), _) => {
            let key = "report-other-unit";
            return ctx.reply_text(place, to, language, key, &[]).await;
        }
        Target::Refused(..) => {
            let args = [("asked", wanted.into())];
            let key = "report-period";
            return ctx.reply_text(place, to, language, key, &args).await;
        }
    };
    let Some(span) = figures::span(ctx, wish).await? else {
        return ctx
            .reply_text(place, to, language, "report-nothing-yet", &[])
            .await;
    };
    let figures = match look(ctx, caller.user, &unit, span).await? {
        Ok(figures) => figures,
        Err(missing) => {
            let screen = screens::none(ctx, language, span, missing);
            return ctx.reply(place, to, screen).await;
        }
    };
    // The words with the buttons come last, so that they stay in sight.
    if figures.tells() {
        let (file, caption) = picture(ctx, language, &figures);
        ctx.reply_file(place, file, caption).await?;
    }
    let screen = screens::in_group(ctx, language, &unit, &figures).await?;
    ctx.reply(place, to, screen).await
}

/// `/report` to the bot alone.
pub(in crate::core) async fn alone(ctx: &mut Ctx<'_>, caller: &Caller, wanted: &str) -> Result {
    let Some(own) = officers::unit_of(ctx, caller.user).await? else {
        let owns = officers::owns(ctx, caller.user);
        let key = if owns {
            "group-no-units"
        } else {
            "group-not-officer"
        };
        return ctx.say(caller, key, &[]).await;
    };
    let screen = match understood(ctx, caller.user, wanted).await? {
        Target::Of(unit, wish) => match figures::span(ctx, wish).await? {
            Some(span) => alone_at(ctx, caller, &unit.unwrap_or(own), span).await?,
            None => screens::words(ctx, caller.language, "report-nothing-yet", &[]),
        },
        Target::Refused(key, unit, near, wish) => {
            let args = [
                ("asked", wanted.into()),
                ("unit", unit.map_or(String::new(), |unit| unit.name).into()),
            ];
            let span = figures::span(ctx, wish).await?;
            screens::choice(ctx, caller.language, (key, &args), &near, span)
        }
    };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// A button of a report in a private chat.
pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    wanted: ReportAction,
) -> Result {
    let (ReportAction::At(unit, _)
    | ReportAction::File(unit, ..)
    | ReportAction::Compare(unit, _)
    | ReportAction::Units(unit, ..)
    | ReportAction::Card(unit, _)) = wanted;
    if !officers::may(ctx, caller.user, unit).await? {
        return ctx
            .answer_callback(tap, caller.language, "toast-not-officer")
            .await;
    }
    let unit = known(ctx, unit).await?;
    let screen = match wanted {
        ReportAction::At(_, span) => alone_at(ctx, caller, &unit, span).await?,
        ReportAction::Units(_, span, page) => {
            screens::units(ctx, caller, &unit, span, page).await?
        }
        ReportAction::Compare(_, span) => {
            store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Report).await?;
            compare::screen(ctx, caller.language, &unit, span).await?
        }
        ReportAction::File(_, span, form) => {
            return send(ctx, caller, tap, &unit, (span, form)).await;
        }
        ReportAction::Card(_, id) => return card(ctx, caller, tap, &unit, id).await,
    };
    ctx.ack(tap).await?;
    ctx.redraw(caller.user, tap, screen).await
}

/// The card of the criterion that is known least, asked for under a report in the group.
pub(in crate::core) async fn card_in_group(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    place: Place,
    tap: &Tap,
    (unit, id): (UnitId, CriterionId),
) -> Result {
    let linked = store::groups::unit_of(ctx.tx, place.chat).await? == Some(unit);
    if !linked || !officers::may(ctx, caller.user, unit).await? {
        return ctx
            .answer_callback(tap, caller.language, "toast-not-officer")
            .await;
    }
    ctx.answer_callback(tap, caller.language, "toast-card-sent")
        .await?;
    let card = discussion(ctx, caller, id);
    ctx.reply(place, None, card).await
}

/// The same from an officer's private chat: to every group of the unit, or to themselves if it has none.
async fn card(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: &Unit,
    id: CriterionId,
) -> Result {
    let language = caller.language;
    let groups = store::groups::of_unit(ctx.tx, unit.id).await?;
    if groups.is_empty() {
        ctx.answer_callback(tap, language, "toast-card-no-group")
            .await?;
        let card = discussion(ctx, caller, id);
        return ctx.send(caller.user, card, Purpose::Plain).await;
    }
    for chat in groups {
        let card = discussion(ctx, caller, id);
        ctx.reply(in_chat(chat, ChatKind::Group), None, card)
            .await?;
    }
    ctx.answer_callback(tap, language, "toast-card-sent").await
}

/// What was asked for, or the text that says why it is not understood, with the units that come near.
enum Target {
    Of(Option<Unit>, PeriodQuery),
    Refused(&'static str, Option<Unit>, Vec<Unit>, PeriodQuery),
}

/// The first reading of the words that makes sense for this officer.
async fn understood(ctx: &mut Ctx<'_>, user: UserId, wanted: &str) -> Result<Target> {
    let week = PeriodQuery::newest(Length::Week);
    let mut refused = Target::Refused("report-period", None, Vec::new(), week);
    for reading in ask::readings(wanted) {
        let wish = reading.wish.unwrap_or(week);
        if reading.unit.is_empty() {
            return Ok(Target::Of(None, wish));
        }
        match officers::named(ctx, user, &reading.unit).await? {
            UnitMatch::One(unit) => return Ok(Target::Of(Some(unit), wish)),
            UnitMatch::NotTheirs(unit) => {
                return Ok(Target::Refused(
                    "unit-not-yours",
                    Some(unit),
                    Vec::new(),
                    wish,
                ));
            }
            // Looking changes nothing, so the only unit that fits is taken without asking.
            UnitMatch::Several(mut units) if units.len() == 1 => {
                return Ok(Target::Of(units.pop(), wish));
            }
            UnitMatch::Several(units) => {
                return Ok(Target::Refused("report-which-unit", None, units, wish));
            }
            UnitMatch::Nearest(units) => {
                refused = Target::Refused("unit-nearest", None, units, wish)
            }
            UnitMatch::Nothing => {}
        }
    }
    Ok(refused)
}

/// A unit's figures of a time, noted in the audit, or why there are none.
async fn look(
    ctx: &mut Ctx<'_>,
    user: UserId,
    unit: &Unit,
    span: Span,
) -> Result<Result<Figures, Missing>> {
    let figures = figures::of(ctx, unit.id, span).await?;
    if figures.is_ok() {
        store::audit::note(ctx.tx, unit.id, user, AuditAction::Report).await?;
    }
    Ok(figures)
}

/// A unit's figures of a time with who was commended, for what is shown beside a form; nothing else of them leaves.
pub(super) async fn figures_for(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    span: Span,
) -> Result<Option<Figures>> {
    let Ok(mut figures) = figures::of(ctx, unit, span).await? else {
        return Ok(None);
    };
    figures.commended = commended(ctx, unit, span).await?;
    Ok(Some(figures))
}

async fn alone_at(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit, span: Span) -> Result<Screen> {
    let figures = look(ctx, caller.user, unit, span).await?;
    screens::alone(ctx, caller, unit, span, figures.as_ref()).await
}

/// A file for the officer alone.
async fn send(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: &Unit,
    (span, form): (Span, ReportFormat),
) -> Result {
    let language = caller.language;
    let Ok(mut figures) = look(ctx, caller.user, unit, span).await? else {
        return ctx.answer_callback(tap, language, "toast-no-figures").await;
    };
    if form != ReportFormat::Picture {
        figures.commended = commended(ctx, unit.id, span).await?;
        let own = officers::is_own(ctx, caller.user, unit.id).await?;
        figures.entered = entered::of(ctx, caller, unit.id, span, own).await?;
        if form == ReportFormat::Minute {
            figures.plan = planned::inspected(ctx, unit.id, span, language).await?;
        }
    }
    let texts = &ctx.core.texts;
    type Write = fn(&Figures, &Texts, Language) -> Result<Vec<u8>, WriteError>;
    let write: Option<(&str, &str, Write)> = match form {
        ReportFormat::Picture => None,
        ReportFormat::Sheet => Some(("file-name", "xlsx", report::sheet::xlsx)),
        ReportFormat::Document => Some(("file-name", "docx", report::document::docx)),
        ReportFormat::Evidence => Some(("file-annex-name", "docx", report::document::evidence)),
        ReportFormat::Minute => Some(("file-minute-name", "docx", report::document::minute)),
    };
    let made = write.map(|(key, ending, write)| {
        let name = report::file_name(&figures, key, texts, language);
        (format!("{name}.{ending}"), write(&figures, texts, language))
    });
    let (file, caption) = match made {
        None => picture(ctx, language, &figures),
        Some((name, bytes)) => {
            store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Export).await?;
            let caption = ctx.html(language, "report-file", &[]);
            ((FileKind::Document, upload(&name, bytes)?), caption)
        }
    };
    ctx.ack(tap).await?;
    let place = in_chat(caller.user.into(), ChatKind::Private);
    ctx.reply_file(place, file, caption).await
}

/// Who was commended, for a file: names go nowhere else.
async fn commended(ctx: &mut Ctx<'_>, unit: UnitId, span: Span) -> Result<Vec<CommendedFigures>> {
    let days = (span.from(), span.to());
    let words = ctx.core.proof(ConsentPart::Named);
    let rows = store::commendations::between(ctx.tx, unit, days, words, COMMENDED_MAX).await?;
    let commended = rows.into_iter().map(|row| {
        let day = row.day.parse();
        Ok(CommendedFigures {
            day: day.map_err(|_| StoreError::Bug("a commendation has no day".into()))?,
            name: row.name,
            unit: row.unit,
            reason: row.reason,
        })
    });
    commended.collect()
}

/// A picture and its caption.
type Pictured = ((FileKind, FileContent), String);

fn picture(ctx: &Ctx<'_>, language: Language, figures: &Figures) -> Pictured {
    let texts = &ctx.core.texts;
    let content = FileContent::Drawing {
        name: format!(
            "{}.png",
            report::file_name(figures, "file-name", texts, language)
        ),
        svg: report::picture::svg(figures, texts, language),
    };
    let caption = report::caption(figures, texts, language);
    ((FileKind::Photo, content), caption)
}

/// The discussion card of a criterion.
fn discussion(ctx: &Ctx<'_>, caller: &Caller, id: CriterionId) -> Screen {
    let criterion = ctx.core.campaign.criterion(id);
    ctx.renderer(caller.language).card(criterion)
}

fn in_chat(chat: ChatId, kind: ChatKind) -> Place {
    let thread = None;
    Place { chat, kind, thread }
}

async fn known(ctx: &mut Ctx<'_>, unit: UnitId) -> Result<Unit> {
    store::units::by_id(ctx.tx, unit)
        .await?
        .ok_or_else(|| StoreError::Bug("a unit is gone".into()))
}

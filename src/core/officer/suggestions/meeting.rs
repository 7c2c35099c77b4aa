//! `/meeting` (`/hoinghi`): opinions before the yearly meeting. For some weeks what is put into the box is marked, then there is a
//! table of it; half a year later it is to be looked at what has become of the resolution.
//!
//! Knows days. Must not know who wrote anything: a mark is all that is added.

use chrono::{Months, NaiveDate};

use super::files;
use crate::core::access::{officers, suggestions as access};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::forms;
use crate::outgoing::Purpose;
use crate::report::document::suggestions as paper;
use crate::report::suggestions_sheet;
use crate::store::audit::AuditAction;
use crate::store::suggestions::boxes;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::UnitId;

/// For how many days opinions may be asked for.
const DAYS: std::ops::RangeInclusive<i64> = 7..=60;
/// When to look at what has become of the resolution.
const CHECK: Months = Months::new(6);

/// `/meeting`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Suggestion(SuggestionAction::Meeting(unit));
    officers::open(ctx, caller, words, button, screen).await
}

/// Whether opinions are asked for, and what they came to.
pub(super) async fn screen(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let action =
        |ctx: &Ctx<'_>, key: &str, action| vec![ctx.key(language, key, Button::Suggestion(action))];
    let Some(open) = access::open_box(ctx, unit.id).await? else {
        let args = [("unit", unit.name.as_str().into())];
        let desk = SuggestionAction::Desk(unit.id);
        return Ok(Screen {
            text: ctx.html(language, "suggest-desk-off", &args),
            keyboard: vec![action(ctx, "button-suggest-desk", desk)],
        });
    };
    let day = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
    let today = ctx.tx.today();
    let (from, until) = open.meeting.unwrap_or_default();
    let key = match open.meeting {
        None => "meeting-none",
        Some((_, until)) if today <= until => "meeting-open",
        Some(_) => "meeting-closed",
    };
    let checks = open.checks_on.map_or_else(String::new, day);
    let args = [
        ("unit", unit.name.as_str().into()),
        ("from", day(from).into()),
        ("until", day(until).into()),
        ("checks", checks.into()),
    ];
    let mut keyboard = Vec::new();
    if access::may_regulate(ctx, caller.user, unit.id).await? {
        let ask = SuggestionAction::MeetingAsk(unit.id);
        keyboard.push(action(ctx, "button-meeting-ask", ask));
    }
    if open.meeting.is_some() && access::reads_any(ctx, caller.user, unit.id).await? {
        let file = |kind| SuggestionAction::MeetingFile(unit.id, kind);
        keyboard.push(action(ctx, "button-meeting-document", file(1)));
        keyboard.push(action(ctx, "button-meeting-table", file(0)));
        keyboard.push(action(ctx, "button-meeting-check", file(2)));
    }
    let desk = SuggestionAction::Desk(unit.id);
    keyboard.push(action(ctx, "button-suggest-desk", desk));
    Ok(Screen {
        text: ctx.html(language, key, &args),
        keyboard,
    })
}

/// A day that may be typed: in four weeks.
fn example(today: NaiveDate) -> String {
    (today + chrono::Days::new(28))
        .format("%d/%m/%Y")
        .to_string()
}

/// Asks until when.
pub(super) async fn ask(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, unit: UnitId) -> Result {
    let open = access::open_box(ctx, unit).await?;
    if open.is_none() || !access::may_regulate(ctx, caller.user, unit).await? {
        return ctx.alert(tap, caller.language, "toast-no-right").await;
    }
    let args = [("example", example(ctx.tx.today()).into())];
    let screen = Screen::words(ctx.html(caller.language, "meeting-until", &args));
    super::asks(
        ctx,
        caller,
        tap,
        Draft::new(unit, 0, Asking::Meeting),
        screen,
    )
    .await
}

/// Takes the day.
pub(super) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    draft: &Draft,
) -> Result<bool> {
    if !access::may_regulate(ctx, caller.user, draft.unit_id).await? {
        return Ok(false);
    }
    let today = ctx.tx.today();
    let until = forms::day(text).ok();
    let until = until.filter(|until| DAYS.contains(&(*until - today).num_days()));
    let Some(until) = until else {
        let args = [("example", example(today).into())];
        ctx.say(caller, "meeting-until-unread", &args).await?;
        return Ok(true);
    };
    boxes::meet(ctx.tx, draft.unit_id, (today, until), until + CHECK).await?;
    let done = AuditAction::SuggestionMeeting;
    store::audit::note(ctx.tx, draft.unit_id, caller.user, done).await?;
    drafts::drop(ctx.tx, caller.user).await?;
    if let Some(unit) = store::units::by_id(ctx.tx, draft.unit_id).await? {
        let screen = screen(ctx, caller, &unit).await?;
        ctx.send(caller.user, screen, Purpose::Plain).await?;
    }
    Ok(true)
}

/// The meeting's opinions as a table (0) or a document (1), or the paper on which is written what has become of them (2).
pub(super) async fn file(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (unit, kind): (UnitId, u8),
) -> Result {
    let open = access::open_box(ctx, unit).await?;
    let meeting = open.and_then(|open| open.meeting);
    let unit = store::units::by_id(ctx.tx, unit).await?;
    let (Some((from, _)), Some(unit)) = (meeting, unit) else {
        return ctx.alert(tap, caller.language, "toast-no-right").await;
    };
    if !access::reads_any(ctx, caller.user, unit.id).await? {
        return ctx.alert(tap, caller.language, "toast-no-right").await;
    }
    let mut theirs = super::theirs(ctx, caller.user, unit.id).await?;
    theirs.retain(|one| one.meeting && one.released_on >= from);
    let mut table = files::table(ctx, caller.language, &unit, &theirs).await?;
    table.meeting = true;
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::SuggestionLook).await?;
    let (texts, language) = (&ctx.core.texts, caller.language);
    let (name, file) = match kind {
        0 => (
            "file-suggestions-name",
            (suggestions_sheet::xlsx(&table, texts, language), "xlsx"),
        ),
        1 => (
            "file-suggestions-name",
            (paper::summary(&table, texts, language), "docx"),
        ),
        _ => (
            "file-check-name",
            (paper::checked(&table, texts, language), "docx"),
        ),
    };
    ctx.ack(tap).await?;
    files::send(ctx, caller, &unit, (name, file)).await
}

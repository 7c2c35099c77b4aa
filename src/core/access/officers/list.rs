//! `/officers`: a unit's officers, the units below it, and taking rights back.
//!
//! Officers are listed by title, day of appointment and a link to their account: their names are not stored.

use super::unit::{open, reopen, way_to};
use super::{is_one, language, may, standing, title, titled};
use crate::core::access::command_menu;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, OfficerAction};
use crate::outgoing::{Keyboard, Purpose};
use crate::store::audit::AuditAction;
use crate::store::officers::Officer;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, OfficerId, Title, UnitId, UserId};

const PAGE: usize = 8;

/// `/officers`, with or without a unit's name or code.
pub(in crate::core) async fn list(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Officer(OfficerAction::Show(unit));
    let screen =
        async |ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit| screen(ctx, caller, unit, 0).await;
    open(ctx, caller, words, button, screen).await
}

/// The same from a button: this page of the officers.
pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    page: u16,
) -> Result {
    let screen = async |ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit| {
        screen(ctx, caller, unit, page).await
    };
    reopen(ctx, caller, tap, unit, screen).await
}

async fn screen(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit, page: u16) -> Result<Screen> {
    let language = caller.language;
    let officers = store::officers::of_unit(ctx.tx, unit.id).await?;
    let bound = standing(ctx, caller.user, unit.id).await?;
    let mut blocks = vec![ctx.html(language, "officers", &called(unit))];
    let (mut lines, mut keyboard) = (Vec::new(), Keyboard::new());
    let numbered: Vec<(i64, &Officer)> = (1..).zip(&officers).collect();
    let turn = |page| Button::Officer(OfficerAction::Page(unit.id, page));
    let keys = ("button-page-before", "button-page-after");
    let (shown, turning) = ctx.page(language, (&numbered, PAGE), page, keys, turn);
    for (number, officer) in shown {
        lines.push(line(ctx, caller, officer, *number));
        let own = officer.user == caller.user;
        if own || within(bound, officer.title) {
            let key = if own {
                "button-resign"
            } else {
                "button-dismiss"
            };
            let args = [
                ("number", (*number).into()),
                ("title", title(ctx, language, officer.title).into()),
            ];
            keyboard.push(vec![
                Button::Officer(OfficerAction::AskDismiss(officer.id))
                    .key(ctx.plain(language, key, &args)),
            ]);
        }
    }
    keyboard.extend(turning);
    if officers.is_empty() {
        lines.push(ctx.html(language, "officers-none", &[]));
    }
    blocks.push(lines.join("\n"));
    blocks.push(ctx.html(language, "officers-note", &[]));
    let titles = Button::Officer(OfficerAction::Titles(unit.id));
    keyboard.push(vec![ctx.key(language, "button-appoint", titles)]);
    let mut ways = Vec::new();
    if let Some(above) = unit.parent_id
        && may(ctx, caller.user, above).await?
    {
        let show = Button::Officer(OfficerAction::Show(above));
        ways.push(ctx.key(language, "button-unit-above", show));
    }
    if !store::units::directly_below(ctx.tx, unit.id)
        .await?
        .is_empty()
    {
        let below = Button::Officer(OfficerAction::Below(unit.id, 0));
        ways.push(ctx.key(language, "button-units-below", below));
    }
    if !ways.is_empty() {
        keyboard.push(ways);
    }
    Ok(Screen {
        text: blocks.join("\n\n"),
        keyboard,
    })
}

fn line(ctx: &Ctx<'_>, caller: &Caller, officer: &Officer, number: i64) -> String {
    let key = if officer.user == caller.user {
        "officers-line-own"
    } else {
        "officers-line"
    };
    let args = [
        ("number", number.into()),
        ("title", title(ctx, caller.language, officer.title).into()),
        ("since", officer.since.into()),
        ("account", account(officer.user)),
    ];
    ctx.html(caller.language, key, &args)
}

/// A person's number without thousands separators, for a link to their account.
pub(super) fn account(user: UserId) -> Value {
    Value::Text(user.0.to_string())
}

pub(super) fn called(unit: &Unit) -> [(&'static str, Value); 1] {
    [("unit", unit.name.as_str().into())]
}

/// Whether `bound` (see `standing`) allows taking back the rights of an officer with title `other`: within the own
/// unit only lower titles.
fn within(bound: Option<Option<Title>>, other: Title) -> bool {
    match bound {
        Some(None) => true,
        Some(Some(own)) => own < other,
        None => false,
    }
}

pub(in crate::core) async fn below(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    page: u16,
) -> Result {
    let screen = async |ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit| {
        let language = caller.language;
        let units = store::units::directly_below(ctx.tx, unit.id).await?;
        let turn = |page| Button::Officer(OfficerAction::Below(unit.id, page));
        let keys = ("button-page-before", "button-page-after");
        let (shown, turning) = ctx.page(language, (&units, PAGE), page, keys, turn);
        let mut keyboard: Keyboard = shown
            .iter()
            .map(|unit| way_to(unit, |unit| Button::Officer(OfficerAction::Show(unit))))
            .collect();
        keyboard.extend(turning);
        let back = Button::Officer(OfficerAction::Show(unit.id));
        keyboard.push(vec![ctx.key(language, "button-back", back)]);
        Ok(Screen {
            text: ctx.html(language, "officers-below", &called(unit)),
            keyboard,
        })
    };
    reopen(ctx, caller, tap, unit, screen).await
}

/// The officer of that row, if the caller may take their rights back or resigns; otherwise tells the caller why not
/// and returns `None`.
async fn dismissible(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: OfficerId,
) -> Result<Option<Officer>> {
    let Some(officer) = store::officers::by_id(ctx.tx, id).await? else {
        ctx.no_button(tap, caller.language).await?;
        return Ok(None);
    };
    let bound = standing(ctx, caller.user, officer.unit).await?;
    if officer.user == caller.user || within(bound, officer.title) {
        return Ok(Some(officer));
    }
    ctx.alert(tap, caller.language, "toast-no-right").await?;
    Ok(None)
}

pub(in crate::core) async fn ask_to_dismiss(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: OfficerId,
) -> Result {
    let Some(officer) = dismissible(ctx, caller, tap, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let language = caller.language;
    let (key, now) = if officer.user == caller.user {
        ("resign-ask", "button-resign-now")
    } else {
        ("dismiss-ask", "button-dismiss-now")
    };
    let args = about(ctx, language, &officer).await?;
    let dismiss = Button::Officer(OfficerAction::Dismiss(id));
    let back = Button::Officer(OfficerAction::Show(officer.unit));
    let screen = Screen::words(ctx.html(language, key, &args))
        .with(ctx.key(language, now, dismiss))
        .with(ctx.key(language, "button-back", back));
    ctx.redraw(caller.user, tap, screen).await
}

/// Takes rights back at once, and drops the officer's unfinished drafts.
pub(in crate::core) async fn dismiss(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: OfficerId,
) -> Result {
    let Some(officer) = dismissible(ctx, caller, tap, id).await? else {
        return Ok(());
    };
    let language = caller.language;
    let own = officer.user == caller.user;
    let action = if own {
        AuditAction::Resign
    } else {
        AuditAction::Dismiss
    };
    let changed = titled(ctx, officer.unit, Some(officer.title), None).await?;
    store::audit::note_changed(ctx.tx, officer.unit, caller.user, action, &changed).await?;
    store::officers::dismiss(ctx.tx, id).await?;
    ctx.answer_callback(tap, language, "toast-dismissed")
        .await?;
    let args = about(ctx, language, &officer).await?;
    let text = ctx.html(language, "dismissed", &args);
    let keyboard = match is_one(ctx, caller.user).await? {
        true => vec![vec![ctx.key(
            language,
            "button-back",
            Button::Officer(OfficerAction::Show(officer.unit)),
        )]],
        false => Vec::new(),
    };
    ctx.redraw(caller.user, tap, Screen { text, keyboard })
        .await?;
    if !own {
        let theirs = self::language(ctx, officer.user).await?;
        let args = about(ctx, theirs, &officer).await?;
        let screen = Screen::words(ctx.html(theirs, "dismissed-you", &args));
        ctx.send(officer.user, screen, Purpose::Plain).await?;
    }
    if is_one(ctx, officer.user).await? {
        return Ok(());
    }
    if own {
        store::officers::forget(ctx.tx, officer.user).await?;
    }
    command_menu::take_back(ctx, officer.user).await
}

async fn about(
    ctx: &mut Ctx<'_>,
    language: Language,
    officer: &Officer,
) -> Result<[(&'static str, Value); 4]> {
    let unit = ctx.unit_name(officer.unit).await?;
    Ok([
        ("unit", unit.into()),
        ("title", title(ctx, language, officer.title).into()),
        ("since", officer.since.into()),
        ("account", account(officer.user)),
    ])
}

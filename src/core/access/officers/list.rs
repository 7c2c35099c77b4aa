//! `/officers`: a unit's officers, the units below it, and taking rights back.
//!
//! Officers are told apart by title, by day, and by a way to their account on the messenger: names are not known.

use super::unit::{open, reopen, theirs, way_to};
use super::{is_one, language, may, standing, title};
use crate::core::access::menus;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Office};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::audit::Deed;
use crate::store::officers::Officer;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{Language, OfficerId, Title, UnitId, UserId};

/// Units on one page.
const PAGE: usize = 8;

/// `/officers`, with or without a unit's name or code.
pub(in crate::core) async fn list(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
) -> Result<(), Fault> {
    let button = |unit| Button::Office(Office::Show(unit));
    open(turn, visitor, words, button, screen).await
}

/// A unit's officers, from a button.
pub(in crate::core) async fn show(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    reopen(turn, visitor, tap, unit, screen).await
}

async fn screen(turn: &mut Turn<'_>, visitor: &Visitor, unit: &Unit) -> Result<Screen, Fault> {
    let language = visitor.language;
    let officers = store::officers::of_unit(turn.tx, unit.id).await?;
    let bound = standing(turn, visitor.user, unit.id).await?;
    let mut blocks = vec![turn.html(language, "officers", &called(unit))];
    let (mut lines, mut keyboard) = (Vec::new(), Keyboard::new());
    for (officer, number) in officers.iter().zip(1_i64..) {
        lines.push(line(turn, visitor, officer, number));
        let own = officer.user == visitor.user;
        if own || within(bound, officer.title) {
            let key = if own {
                "button-resign"
            } else {
                "button-dismiss"
            };
            let args = [
                ("number", number.into()),
                ("title", title(turn, language, officer.title).into()),
            ];
            keyboard.push(vec![Key {
                label: turn.plain(language, key, &args),
                data: Button::Office(Office::AskDismiss(officer.id)).data(),
            }]);
        }
    }
    if officers.is_empty() {
        lines.push(turn.html(language, "officers-none", &[]));
    }
    blocks.push(lines.join("\n"));
    blocks.push(turn.html(language, "officers-note", &[]));
    let titles = Button::Office(Office::Titles(unit.id));
    keyboard.push(vec![turn.key(language, "button-appoint", titles)]);
    let mut ways = Vec::new();
    if let Some(above) = unit.parent_id
        && may(turn, visitor.user, above).await?
    {
        let show = Button::Office(Office::Show(above));
        ways.push(turn.key(language, "button-unit-above", show));
    }
    if !store::units::directly_below(turn.tx, unit.id)
        .await?
        .is_empty()
    {
        let below = Button::Office(Office::Below(unit.id, 0));
        ways.push(turn.key(language, "button-units-below", below));
    }
    if !ways.is_empty() {
        keyboard.push(ways);
    }
    Ok(Screen {
        text: blocks.join("\n\n"),
        keyboard,
    })
}

fn line(turn: &Turn<'_>, visitor: &Visitor, officer: &Officer, number: i64) -> String {
    let key = if officer.user == visitor.user {
        "officers-line-own"
    } else {
        "officers-line"
    };
    let args = [
        ("number", number.into()),
        ("title", title(turn, visitor.language, officer.title).into()),
        ("since", officer.since.format("%d/%m/%Y").to_string().into()),
        ("account", account(officer.user)),
    ];
    turn.html(visitor.language, key, &args)
}

/// A person's number as a link to their account has it.
pub(super) fn account(user: UserId) -> Value {
    Value::Text(user.0.to_string())
}

pub(super) fn called(unit: &Unit) -> [(&'static str, Value); 1] {
    [("unit", unit.name.as_str().into())]
}

/// In one's own unit one has a say over lower titles only; from above over all.
fn within(bound: Option<Option<Title>>, other: Title) -> bool {
    match bound {
        Some(None) => true,
        Some(Some(own)) => own < other,
        None => false,
    }
}

/// The units directly below one, a page of them.
pub(in crate::core) async fn below(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    page: u16,
) -> Result<(), Fault> {
    let Some(unit) = theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let language = visitor.language;
    let units = store::units::directly_below(turn.tx, unit.id).await?;
    let pages: Vec<&[Unit]> = units.chunks(PAGE).collect();
    let last = u16::try_from(pages.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let page = page.min(last);
    let shown = pages.get(usize::from(page)).copied().unwrap_or_default();
    let mut keyboard: Keyboard = shown
        .iter()
        .map(|unit| way_to(unit, |unit| Button::Office(Office::Show(unit))))
        .collect();
    let turn_to = |page: u16| Button::Office(Office::Below(unit.id, page));
    let mut ways = Vec::new();
    if page > 0 {
        ways.push(turn.key(language, "button-page-before", turn_to(page - 1)));
    }
    if page < last {
        ways.push(turn.key(language, "button-page-after", turn_to(page + 1)));
    }
    if !ways.is_empty() {
        keyboard.push(ways);
    }
    let back = Button::Office(Office::Show(unit.id));
    keyboard.push(vec![turn.key(language, "button-back", back)]);
    let screen = Screen {
        text: turn.html(language, "officers-below", &called(&unit)),
        keyboard,
    };
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The officer of that row, if the visitor may take their rights back or gives back their own; otherwise a word.
async fn dismissible(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: OfficerId,
) -> Result<Option<Officer>, Fault> {
    let Some(officer) = store::officers::by_id(turn.tx, id).await? else {
        turn.toast(tap, visitor.language, "toast-no-button").await?;
        return Ok(None);
    };
    let bound = standing(turn, visitor.user, officer.unit).await?;
    if officer.user == visitor.user || within(bound, officer.title) {
        return Ok(Some(officer));
    }
    turn.alert(tap, visitor.language, "toast-no-right").await?;
    Ok(None)
}

/// What taking rights back means.
pub(in crate::core) async fn ask_to_dismiss(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: OfficerId,
) -> Result<(), Fault> {
    let Some(officer) = dismissible(turn, visitor, tap, id).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let language = visitor.language;
    let (key, now) = if officer.user == visitor.user {
        ("resign-ask", "button-resign-now")
    } else {
        ("dismiss-ask", "button-dismiss-now")
    };
    let args = about(turn, language, &officer).await?;
    let dismiss = Button::Office(Office::Dismiss(id));
    let back = Button::Office(Office::Show(officer.unit));
    let screen = Screen {
        text: turn.html(language, key, &args),
        keyboard: vec![
            vec![turn.key(language, now, dismiss)],
            vec![turn.key(language, "button-back", back)],
        ],
    };
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Rights are taken back at once: what the officer had made but not finished ends with them.
pub(in crate::core) async fn dismiss(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: OfficerId,
) -> Result<(), Fault> {
    let Some(officer) = dismissible(turn, visitor, tap, id).await? else {
        return Ok(());
    };
    let language = visitor.language;
    let own = officer.user == visitor.user;
    let deed = if own { Deed::Resign } else { Deed::Dismiss };
    store::audit::note(turn.tx, officer.unit, visitor.user, deed).await?;
    store::officers::dismiss(turn.tx, id).await?;
    turn.toast(tap, language, "toast-dismissed").await?;
    let args = about(turn, language, &officer).await?;
    let text = turn.html(language, "dismissed", &args);
    let keyboard = match is_one(turn, visitor.user).await? {
        true => vec![vec![turn.key(
            language,
            "button-back",
            Button::Office(Office::Show(officer.unit)),
        )]],
        false => Vec::new(),
    };
    turn.show(
        visitor.user,
        tap.message,
        Screen { text, keyboard },
        Purpose::Plain,
    )
    .await?;
    if !own {
        let theirs = self::language(turn, officer.user).await?;
        let args = about(turn, theirs, &officer).await?;
        let screen = Screen::words(turn.html(theirs, "dismissed-you", &args));
        turn.send(officer.user, screen, Purpose::Plain).await?;
    }
    if is_one(turn, officer.user).await? {
        return Ok(());
    }
    if own {
        store::officers::forget(turn.tx, officer.user).await?;
    }
    menus::take_back(turn, officer.user).await
}

/// An officer's title, unit, day and account.
async fn about(
    turn: &mut Turn<'_>,
    language: Language,
    officer: &Officer,
) -> Result<[(&'static str, Value); 4], Fault> {
    let unit = store::units::by_id(turn.tx, officer.unit).await?;
    Ok([
        (
            "unit",
            unit.map_or_else(String::new, |unit| unit.name).into(),
        ),
        ("title", title(turn, language, officer.title).into()),
        ("since", officer.since.format("%d/%m/%Y").to_string().into()),
        ("account", account(officer.user)),
    ])
}

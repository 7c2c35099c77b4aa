//! A report on the phone: words, and what can be tapped below them.
//!
//! Knows the buttons. In a group there is one, the discussion card; alone an officer goes on to other times and
//! units, and to files.

use crate::core::access::officers;
use crate::core::disclosure::reflection;
use crate::core::turn::{Screen, Turn, Visitor};
use crate::event::{Button, Desk, Form, Look};
use crate::outgoing::{Key, Keyboard};
use crate::report::figures::Share;
use crate::report::{self, Figures};
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{Language, Length, Span};

/// Units on one page: what fits a phone without scrolling.
const UNITS_MAX: usize = 8;

/// Lengths of time in one row: with a mark beside its name each still fits.
const LENGTHS_MAX: usize = 3;

/// Only words.
pub(super) fn words(
    turn: &Turn<'_>,
    language: Language,
    key: &str,
    args: &[(&str, Value)],
) -> Screen {
    Screen::words(turn.html(language, key, args))
}

/// There was no round then, or none that has closed.
pub(super) fn none(turn: &Turn<'_>, language: Language, span: Span) -> Screen {
    let period = report::period(span, &turn.core.texts, language);
    let key = if span.length() == Length::Week {
        "report-no-week"
    } else {
        "report-no-rounds"
    };
    words(turn, language, key, &[("period", period.into())])
}

/// In a group: with the discussion card of what is known least.
pub(super) async fn in_group(
    turn: &mut Turn<'_>,
    language: Language,
    unit: &Unit,
    figures: &Figures,
) -> Result<Screen, Fault> {
    let text = text(turn, language, figures).await?;
    let keyboard = card(turn, language, unit, figures).into_iter().collect();
    Ok(Screen { text, keyboard })
}

/// To an officer alone.
pub(super) async fn alone(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    unit: &Unit,
    span: Span,
    figures: Option<&Figures>,
) -> Result<Screen, Fault> {
    let language = visitor.language;
    let mut keyboard: Keyboard = lengths(turn, language, unit, span)
        .chunks(LENGTHS_MAX)
        .map(<[Key]>::to_vec)
        .collect();
    keyboard.push(steps(turn, language, unit, span));
    let text = match figures {
        Some(figures) => {
            keyboard.extend(card(turn, language, unit, figures));
            let files = files(turn, language, unit, span, figures.tells());
            keyboard.extend((!files.is_empty()).then_some(files));
            text(turn, language, figures).await?
        }
        None => {
            let unit = turn.html(
                language,
                "report-unit",
                &[("unit", unit.name.as_str().into())],
            );
            format!("{unit}\n{}", none(turn, language, span).text)
        }
    };
    if reflection::waiting(turn, unit.id).await?.is_some() {
        let result = Button::Desk(Desk::Result(unit.id));
        keyboard.push(vec![turn.key(language, "button-report-respond", result)]);
    }
    let below = store::units::directly_below(turn.tx, unit.id).await?;
    let mut others = Vec::new();
    if !below.is_empty() {
        let look = Look::Units(unit.id, span, 0);
        others.push(turn.key(language, "button-report-units", Button::Look(look)));
        if figures.is_some() {
            let look = Look::Compare(unit.id, span);
            others.push(turn.key(language, "button-report-compare", Button::Look(look)));
        }
    }
    others.extend(up(turn, visitor, unit, span).await?);
    if !others.is_empty() {
        keyboard.push(others);
    }
    Ok(Screen { text, keyboard })
}

/// Choose one of the units below.
pub(super) async fn units(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    unit: &Unit,
    span: Span,
    page: u8,
) -> Result<Screen, Fault> {
    let language = visitor.language;
    let below = store::units::directly_below(turn.tx, unit.id).await?;
    let pages = below.chunks(UNITS_MAX).count();
    let shown = below.chunks(UNITS_MAX).nth(usize::from(page));
    let mut keyboard: Keyboard = shown
        .unwrap_or_default()
        .iter()
        .map(|unit| vec![to(unit, span)])
        .collect();
    let mut turning = Vec::new();
    let mut arrow = |key: &str, page: Option<u8>| {
        let page = page.filter(|page| usize::from(*page) < pages);
        turning.extend(page.map(|page| {
            let look = Look::Units(unit.id, span, page);
            turn.key(language, key, Button::Look(look))
        }));
    };
    arrow("button-report-earlier", page.checked_sub(1));
    arrow("button-report-later", page.checked_add(1));
    if !turning.is_empty() {
        keyboard.push(turning);
    }
    let back = Button::Look(Look::At(unit.id, span));
    keyboard.push(vec![turn.key(language, "button-back", back)]);
    Ok(Screen {
        text: turn.html(
            language,
            "report-units",
            &[("unit", unit.name.as_str().into())],
        ),
        keyboard,
    })
}

/// Units to choose from, below words.
pub(super) fn choice(
    turn: &Turn<'_>,
    language: Language,
    (key, args): (&str, &[(&str, Value)]),
    units: &[Unit],
    span: Option<Span>,
) -> Screen {
    let keys = span
        .into_iter()
        .flat_map(|span| units.iter().map(move |unit| vec![to(unit, span)]));
    Screen {
        text: turn.html(language, key, args),
        keyboard: keys.collect(),
    }
}

fn to(unit: &Unit, span: Span) -> Key {
    Key {
        label: unit.name.clone(),
        data: Button::Look(Look::At(unit.id, span)).data(),
    }
}

async fn text(turn: &mut Turn<'_>, language: Language, figures: &Figures) -> Result<String, Fault> {
    let floors = store::house::floors(turn.tx).await?;
    let floors = report::chat::Floors {
        quiz: floors.quiz,
        reflection: floors.reflection,
    };
    let texts = &turn.core.texts;
    Ok(report::chat::text(figures, floors, texts, language))
}

fn card(turn: &Turn<'_>, language: Language, unit: &Unit, figures: &Figures) -> Option<Vec<Key>> {
    // What is known well needs no discussion.
    let least = figures
        .least
        .filter(|least| !matches!(least.share, Share::AtLeast(_)))?;
    let id = least.criterion;
    let args = [("number", id.to_string().into())];
    Some(vec![Key {
        label: turn.plain(language, "button-report-card", &args),
        data: Button::Look(Look::Card(unit.id, id)).data(),
    }])
}

fn lengths(turn: &Turn<'_>, language: Language, unit: &Unit, span: Span) -> Vec<Key> {
    let key = |length: Length| {
        let name = match length {
            Length::Week => "button-report-week",
            Length::Month => "button-report-month",
            Length::Quarter => "button-report-quarter",
            Length::HalfYear => "button-report-half",
            Length::Year => "button-report-year",
        };
        // The time that is looked at stays in sight: a week's month, a quarter's last month.
        let day = span.to().min(turn.tx.today());
        let other = Span::around(length, day);
        let other = if length == span.length() { span } else { other };
        let mut key = turn.key(language, name, Button::Look(Look::At(unit.id, other)));
        if length == span.length() {
            key.label = turn.plain(language, "button-chosen", &[("label", key.label.into())]);
        }
        key
    };
    Length::ALL.map(key).into()
}

fn steps(turn: &Turn<'_>, language: Language, unit: &Unit, span: Span) -> Vec<Key> {
    let key = |name, span| turn.key(language, name, Button::Look(Look::At(unit.id, span)));
    let mut keys = vec![key("button-report-earlier", span.before())];
    if span.after().from() <= turn.tx.today() {
        keys.push(key("button-report-later", span.after()));
    }
    keys
}

fn files(turn: &Turn<'_>, language: Language, unit: &Unit, span: Span, tells: bool) -> Vec<Key> {
    let key = |name, form| {
        let look = Look::File(unit.id, span, form);
        turn.key(language, name, Button::Look(look))
    };
    let mut keys = Vec::new();
    if tells {
        keys.push(key("button-report-picture", Form::Picture));
        keys.push(key("button-report-sheet", Form::Sheet));
    }
    // The level above asks for a paper of a quarter or more, also of a unit too small for figures.
    if span.length() >= Length::Quarter {
        keys.push(key("button-report-document", Form::Document));
    }
    keys
}

async fn up(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    unit: &Unit,
    span: Span,
) -> Result<Option<Key>, Fault> {
    let Some(parent) = unit.parent_id else {
        return Ok(None);
    };
    if !officers::may(turn, visitor.user, parent).await? {
        return Ok(None);
    }
    let look = Button::Look(Look::At(parent, span));
    Ok(Some(turn.key(visitor.language, "button-report-up", look)))
}

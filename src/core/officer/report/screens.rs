//! A report on the phone: words, and what can be tapped below them.
//!
//! Knows the buttons. In a group there is one, the discussion card; alone an officer goes on to other times and
//! units, and to files.

use super::figures::Missing;
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::core::disclosure::reflection;
use crate::event::{Button, ReportAction, ReportFormat, UnitAction};
use crate::outgoing::{Key, Keyboard};
use crate::report::{self, Figures};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, Length, Span};

/// Units on one page: what fits a phone without scrolling.
const UNITS_MAX: usize = 8;

/// Lengths of time in one row: with a mark beside its name each still fits.
const LENGTHS_MAX: usize = 3;

pub(super) fn words(
    ctx: &Ctx<'_>,
    language: Language,
    key: &str,
    args: &[(&str, Value)],
) -> Screen {
    Screen::words(ctx.html(language, key, args))
}

/// There was no round then, or none that has closed, or the unit was not part of it.
pub(super) fn none(ctx: &Ctx<'_>, language: Language, span: Span, missing: Missing) -> Screen {
    let period = ctx.period(language, span);
    let key = match missing {
        Missing::Unit => "report-no-unit",
        Missing::Rounds if span.length() == Length::Week => "report-no-week",
        Missing::Rounds => "report-no-rounds",
    };
    words(ctx, language, key, &[("period", period.into())])
}

/// In a group: with the discussion card of what is known least.
pub(super) async fn in_group(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: &Unit,
    figures: &Figures,
) -> Result<Screen> {
    let text = text(ctx, language, figures).await?;
    let keyboard = card(ctx, language, unit, figures).into_iter().collect();
    Ok(Screen { text, keyboard })
}

/// In an officer's private chat.
pub(super) async fn alone(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    span: Span,
    figures: Result<&Figures, &Missing>,
) -> Result<Screen> {
    let language = caller.language;
    let mut keyboard: Keyboard = lengths(ctx, language, unit, span)
        .chunks(LENGTHS_MAX)
        .map(<[Key]>::to_vec)
        .collect();
    keyboard.push(steps(ctx, language, unit, span));
    let text = match figures {
        Ok(figures) => {
            keyboard.extend(card(ctx, language, unit, figures));
            let rows = files(ctx, language, unit, span, figures.tells());
            keyboard.extend(rows.into_iter().filter(|row| !row.is_empty()));
            text(ctx, language, figures).await?
        }
        Err(missing) => {
            let unit = ctx.html(
                language,
                "report-unit",
                &[("unit", unit.name.as_str().into())],
            );
            format!("{unit}\n{}", none(ctx, language, span, *missing).text)
        }
    };
    if reflection::waiting(ctx, unit.id).await?.is_some() {
        let result = Button::Unit(UnitAction::Result(unit.id));
        keyboard.push(vec![ctx.key(language, "button-report-respond", result)]);
    }
    let below = store::units::directly_below(ctx.tx, unit.id).await?;
    let mut others = Vec::new();
    if !below.is_empty() {
        let look = ReportAction::Units(unit.id, span, 0);
        others.push(ctx.key(language, "button-report-units", Button::Report(look)));
        // Of a round that is open nothing is set beside anything.
        let closed = |figures: &Figures| figures.round.as_ref().is_none_or(|round| round.closed);
        if figures.is_ok_and(closed) {
            let look = ReportAction::Compare(unit.id, span);
            others.push(ctx.key(language, "button-report-compare", Button::Report(look)));
        }
    }
    others.extend(up(ctx, caller, unit, span).await?);
    if !others.is_empty() {
        keyboard.push(others);
    }
    Ok(Screen { text, keyboard })
}

/// The units directly below, to choose one.
pub(super) async fn units(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    span: Span,
    page: u8,
) -> Result<Screen> {
    let language = caller.language;
    let below = store::units::directly_below(ctx.tx, unit.id).await?;
    let turn = |page| {
        let page = u8::try_from(page).unwrap_or(u8::MAX);
        Button::Report(ReportAction::Units(unit.id, span, page))
    };
    let keys = ("button-report-earlier", "button-report-later");
    let list = (&below[..], UNITS_MAX);
    let (shown, turning) = ctx.page(language, list, page.into(), keys, turn);
    let mut keyboard: Keyboard = shown.iter().map(|unit| vec![to(unit, span)]).collect();
    keyboard.extend(turning);
    let back = Button::Report(ReportAction::At(unit.id, span));
    keyboard.push(vec![ctx.key(language, "button-back", back)]);
    Ok(Screen {
        text: ctx.html(
            language,
            "report-units",
            &[("unit", unit.name.as_str().into())],
        ),
        keyboard,
    })
}

/// Units to choose from, below words.
pub(super) fn choice(
    ctx: &Ctx<'_>,
    language: Language,
    (key, args): (&str, &[(&str, Value)]),
    units: &[Unit],
    span: Option<Span>,
) -> Screen {
    let keys = span
        .into_iter()
        .flat_map(|span| units.iter().map(move |unit| vec![to(unit, span)]));
    Screen {
        text: ctx.html(language, key, args),
        keyboard: keys.collect(),
    }
}

fn to(unit: &Unit, span: Span) -> Key {
    Button::Report(ReportAction::At(unit.id, span)).key(unit.name.clone())
}

async fn text(ctx: &mut Ctx<'_>, language: Language, figures: &Figures) -> Result<String> {
    let thresholds = store::installation::thresholds(ctx.tx).await?;
    let texts = &ctx.core.texts;
    Ok(report::chat::text(figures, thresholds, texts, language))
}

fn card(ctx: &Ctx<'_>, language: Language, unit: &Unit, figures: &Figures) -> Option<Vec<Key>> {
    let id = figures.least?;
    let args = [("number", id.to_string().into())];
    Some(vec![
        Button::Report(ReportAction::Card(unit.id, id)).key(ctx.plain(
            language,
            "button-report-card",
            &args,
        )),
    ])
}

fn lengths(ctx: &Ctx<'_>, language: Language, unit: &Unit, span: Span) -> Vec<Key> {
    let key = |length: Length| {
        let name = match length {
            Length::Week => "button-report-week",
            Length::Month => "button-report-month",
            Length::Quarter => "button-report-quarter",
            Length::HalfYear => "button-report-half",
            Length::Year => "button-report-year",
        };
        // Other lengths stay near the period on the screen: a week's month, a quarter's last month.
        let day = span.to().min(ctx.tx.today());
        let other = Span::around(length, day);
        let other = if length == span.length() { span } else { other };
        let mut key = ctx.key(
            language,
            name,
            Button::Report(ReportAction::At(unit.id, other)),
        );
        if length == span.length() {
            key.label = ctx.plain(language, "button-chosen", &[("label", key.label.into())]);
        }
        key
    };
    Length::ALL.map(key).into()
}

fn steps(ctx: &Ctx<'_>, language: Language, unit: &Unit, span: Span) -> Vec<Key> {
    let key = |name, span| {
        ctx.key(
            language,
            name,
            Button::Report(ReportAction::At(unit.id, span)),
        )
    };
    let mut keys = vec![key("button-report-earlier", span.before())];
    if span.after().from() <= ctx.tx.today() {
        keys.push(key("button-report-later", span.after()));
    }
    keys
}

fn files(ctx: &Ctx<'_>, language: Language, unit: &Unit, span: Span, tells: bool) -> [Vec<Key>; 2] {
    let key = |name, form| {
        let look = ReportAction::File(unit.id, span, form);
        ctx.key(language, name, Button::Report(look))
    };
    let (mut keys, mut papers) = (Vec::new(), Vec::new());
    if tells {
        keys.push(key("button-report-picture", ReportFormat::Picture));
        keys.push(key("button-report-sheet", ReportFormat::Sheet));
    }
    // The level above asks for a document about a quarter or more, even from a unit too small for figures.
    if span.length() >= Length::Quarter {
        keys.push(key("button-report-document", ReportFormat::Document));
        papers.push(key("button-report-evidence", ReportFormat::Evidence));
        papers.push(key("button-report-minute", ReportFormat::Minute));
    }
    [keys, papers]
}

async fn up(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit, span: Span) -> Result<Option<Key>> {
    let Some(parent) = unit.parent_id else {
        return Ok(None);
    };
    if !officers::may(ctx, caller.user, parent).await? {
        return Ok(None);
    }
    let look = Button::Report(ReportAction::At(parent, span));
    Ok(Some(ctx.key(caller.language, "button-report-up", look)))
}

//! The report as a card that is read on a phone: a drawing, 1200 wide.
//!
//! Knows where things stand and how large they must be. Must not know how a drawing becomes pixels.
//! Everything is shown by place, shape and words as well: no colour carries a meaning alone. The phone shows
//! it at about a third, so nothing is written smaller than `SMALL`.

mod canvas;
mod weeks;

use self::canvas::{
    BLUE, Canvas, Fill, INK, INNER, LEFT, MUTED, ORANGE, RIGHT, SMALL, Style, TEXT,
};
use super::figures::{Beside, Figure, Figures, Fraction, Participation, SoFar, Themes};
use super::words::{ReportWords, day};
use crate::text::{Texts, Value};
use crate::types::Language;

const TITLE: i64 = 60;
const HEADING: i64 = 42;
const NUMBER: i64 = 68;
/// A theme's line.
const ROW: i64 = 66;
/// A step's number, bar and label; and the space between two of them.
const TILE: i64 = 300;
const GAP: i64 = 26;
/// A unit's name takes two lines at most.
const NAME_LINES_MAX: usize = 2;

/// The sentence on where check-ins are shown contains such a name, in smaller letters.
const WITHIN_LINES_MAX: usize = 4;

/// The sentence on what is hidden.
const NOTE_LINES_MAX: usize = 4;

/// The drawing, as SVG. The letters are drawn with [`crate::drawing::FONT`].
pub fn svg(figures: &Figures, texts: &Texts, language: Language) -> String {
    let words = ReportWords::new(texts, language);
    let mut canvas = Canvas::new();
    head(&mut canvas, figures, words);
    participation(&mut canvas, figures, words);
    if let Some(known) = &figures.themes {
        themes(&mut canvas, known, words);
    }
    let older = figures.weeks.len().saturating_sub(weeks::WEEKS_MAX);
    let newest = figures.weeks.get(older..).unwrap_or_default();
    if newest.len() > 1 {
        weeks::card(&mut canvas, newest, words);
    }
    if let Some(beside) = figures.beside {
        besides(&mut canvas, beside, figures.round.is_some(), words);
    }
    checkins(&mut canvas, figures, words);
    notes(&mut canvas, figures, words);
    canvas.finished()
}

fn head(canvas: &mut Canvas, figures: &Figures, words: ReportWords<'_>) {
    let style = Style::bold(TITLE, "#ffffff");
    let name = canvas::lines(&figures.unit, style, INNER, NAME_LINES_MAX);
    let lines = i64::try_from(name.len()).unwrap_or(1);
    canvas.band(166 + lines * 74);
    canvas.down(66);
    canvas.text(LEFT, Style::of(SMALL, "#bcd3ea"), &words.say("file-title"));
    for line in name {
        canvas.down(74);
        canvas.text(LEFT, style, &line);
    }
    canvas.down(60);
    let mut about = words.period(figures.span);
    if let Some(round) = &figures.round {
        let key = if round.closed {
            "file-round-closed"
        } else {
            "file-round-open"
        };
        let args = [("number", Value::from(round.criterion.as_str()))];
        about = format!("{about} · {}", words.with(key, &args));
    }
    canvas.text(LEFT, Style::of(TEXT, "#ffffff"), &about);
    canvas.down(40 + 28);
}

/// Four numbers side by side, each with its share as a bar.
fn participation(canvas: &mut Canvas, figures: &Figures, words: ReportWords<'_>) {
    if let Figure::Shown(so_far) = figures.so_far {
        return steps_so_far(canvas, so_far, words);
    }
    let Figure::Shown(people) = figures.participation else {
        canvas.card(84);
        canvas.down(56);
        let label = words.say("file-participation");
        canvas.text(LEFT, Style::of(TEXT, INK), &label);
        let open = figures.round.as_ref().is_some_and(|round| !round.closed);
        let said = if open {
            words.say("file-week-open")
        } else {
            words.hidden()
        };
        canvas.text_to(RIGHT, Style::of(SMALL, MUTED), &said);
        canvas.end_card();
        return;
    };
    canvas.card(TILE);
    for (place, (key, part)) in (0..).zip(steps(figures, &people)) {
        let x = LEFT + (INNER + GAP) / 4 * place;
        tile(canvas, x, &words.say(key), part, words);
    }
    canvas.end_card();
}

/// Of a round that is open: a line a step, without a share.
fn steps_so_far(canvas: &mut Canvas, so_far: SoFar, words: ReportWords<'_>) {
    let steps = so_far_steps(so_far);
    canvas.card(28 + i64::try_from(steps.len()).unwrap_or(0) * ROW);
    for (key, count) in steps {
        canvas.down(ROW);
        canvas.text(LEFT, Style::of(TEXT, INK), &words.say(key));
        let (style, said) = match count {
            Some(count) => (Style::bold(TEXT, INK), words.more_than(count)),
            None => (Style::of(SMALL, MUTED), words.hidden()),
        };
        canvas.text_to(RIGHT, style, &said);
    }
    canvas.end_card();
}

/// The four steps of a round that is open.
pub(super) fn so_far_steps(so_far: SoFar) -> [(&'static str, Option<i64>); 4] {
    [
        ("file-reached", Some(so_far.reached)),
        ("file-read", so_far.read),
        ("file-answered", so_far.answered),
        ("file-finished", so_far.finished),
    ]
}

fn tile(canvas: &mut Canvas, x: i64, label: &str, part: Fraction, words: ReportWords<'_>) {
    let width = (INNER + GAP) / 4 - GAP;
    let count = words.with("file-count", &counted(part));
    // No share if nobody has declared the number of members.
    let (large, small) = if part.of > 0 {
        (words.percent(part.percent()), count)
    } else {
        (number(words, part.count), String::new())
    };
    canvas.down(94);
    canvas.text(x, Style::bold(NUMBER, BLUE), &large);
    canvas.down(50);
    canvas.text(x, Style::of(SMALL, MUTED), &small);
    canvas.down(26);
    canvas.bar((x, width), part.percent(), Fill::Plain(BLUE));
    canvas.down(20);
    let style = Style::of(SMALL, INK);
    let lines = canvas::lines(label, style, width + GAP, 2);
    for (line, place) in lines.iter().zip(1..) {
        canvas.down(44 * place);
        canvas.text(x, style, line);
        canvas.down(-44 * place);
    }
    canvas.down(-190);
}

fn number(words: ReportWords<'_>, count: i64) -> String {
    words.number(count)
}

/// The four steps, each with those it counts against.
pub(super) fn steps(figures: &Figures, people: &Participation) -> [(&'static str, Fraction); 4] {
    let of_reached = |count| Fraction {
        count,
        of: people.reached,
    };
    let reached = Fraction {
        count: people.reached,
        of: figures.turns,
    };
    [
        ("file-reached", reached),
        ("file-read", of_reached(people.read)),
        ("file-answered", of_reached(people.answered)),
        ("file-finished", of_reached(people.finished)),
    ]
}

fn counted(part: Fraction) -> [(&'static str, Value); 2] {
    [("count", part.count.into()), ("of", part.of.into())]
}

fn themes(canvas: &mut Canvas, known: &Themes, words: ReportWords<'_>) {
    let rows = i64::try_from(known.all.len()).unwrap_or(0);
    canvas.card(100 + rows * ROW);
    let days = [
        ("from", day(known.from).into()),
        ("to", day(known.to).into()),
    ];
    heading(canvas, &words.with("file-themes", &days));
    for theme in &known.all {
        canvas.down(ROW);
        let name = words.theme(theme);
        let bar = LEFT + 310;
        let plain = Style::of(TEXT, INK);
        for line in canvas::lines(&name, plain, 320, 1) {
            canvas.text(LEFT, plain, &line);
        }
        let (style, said, room, percent, fill) = match theme.right {
            Figure::Shown(right) => (
                Style::bold(TEXT, INK),
                words.share(right.share),
                400,
                right.share.percent(),
                Fill::Plain(BLUE),
            ),
            Figure::Hidden => (
                Style::of(SMALL, MUTED),
                words.hidden(),
                230,
                100,
                Fill::Hatched,
            ),
        };
        canvas.text_to(RIGHT, style, &said);
        canvas.down(-22);
        canvas.bar((bar, room), percent, fill);
        canvas.down(22);
    }
    canvas.end_card();
}

/// Two marks on one scale: a disc for the unit, a diamond for the median of its siblings.
fn besides(canvas: &mut Canvas, beside: Beside, week: bool, words: ReportWords<'_>) {
    canvas.card(232);
    let key = if week {
        "file-beside"
    } else {
        "file-beside-weeks"
    };
    heading(canvas, &words.say(key));
    canvas.down(58);
    canvas.scale();
    canvas.diamond(LEFT + INNER * beside.median / 100, ORANGE);
    canvas.disc(LEFT + INNER * beside.unit / 100, BLUE);
    canvas.down(66);
    let unit = words.with("file-beside-unit", &[("percent", beside.unit.into())]);
    let args = [
        ("percent", beside.median.into()),
        ("units", beside.units.into()),
    ];
    let median = words.with("file-beside-median", &args);
    let half = LEFT + INNER * 9 / 20;
    canvas.disc(LEFT + 18, BLUE);
    canvas.diamond(half + 24, ORANGE);
    canvas.down(12);
    canvas.text(LEFT + 50, Style::of(SMALL, INK), &unit);
    canvas.text(half + 60, Style::of(SMALL, INK), &median);
    canvas.end_card();
}

fn checkins(canvas: &mut Canvas, figures: &Figures, words: ReportWords<'_>) {
    let within = figures.within.as_deref().map(|name| words.within(name));
    let within = within.map_or_else(Vec::new, |text| {
        canvas::lines(&text, Style::of(SMALL, MUTED), INNER, WITHIN_LINES_MAX)
    });
    let rows = i64::try_from(figures.checkins.len() + within.len()).unwrap_or(0);
    if rows == 0 {
        return;
    }
    canvas.card(28 + rows * 56);
    for line in within {
        canvas.down(56);
        canvas.text(LEFT, Style::of(SMALL, MUTED), &line);
    }
    for checkin in &figures.checkins {
        canvas.down(56);
        let month = checkin.month.format("%m/%Y").to_string();
        let month = words.with("file-checkin", &[("month", month.into())]);
        canvas.text(LEFT, Style::of(SMALL, INK), &month);
        let (style, people) = match checkin.people {
            Figure::Shown(people) => (
                Style::bold(SMALL, INK),
                words.with("file-people", &[("people", people.into())]),
            ),
            Figure::Hidden => (Style::of(SMALL, MUTED), words.hidden()),
        };
        canvas.text_to(RIGHT, style, &people);
    }
    canvas.end_card();
}

/// Why something is hidden, once for the whole picture, and what no figure is for.
fn notes(canvas: &mut Canvas, figures: &Figures, words: ReportWords<'_>) {
    let style = Style::of(SMALL, MUTED);
    if figures.hides() {
        let why = words.say("file-hidden-note");
        for line in canvas::lines(&why, style, INNER, NOTE_LINES_MAX) {
            canvas.down(14);
            canvas.text(LEFT, style, &line);
            canvas.down(32);
        }
    }
    canvas.down(14);
    canvas.text(LEFT, style, &words.say("file-note"));
}

fn heading(canvas: &mut Canvas, text: &str) {
    canvas.down(66);
    canvas.text(LEFT, Style::bold(HEADING, INK), text);
}

//! A member's weeks and criteria as a drawing worth keeping: a ring of twelve that fills, and a calendar of a year.
//!
//! Knows how it looks, on a light ground and on a dark one. Must not know whose it is. Nothing in it compares: what was
//! done is full, and everything else is as quiet as the weeks to come. Colour never tells alone: each theme has its
//! quarter and its name, and a rest has a mark of its own.

use std::f64::consts::TAU;
use std::fmt::Write;

use chrono::{Datelike, Days, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use crate::drawing::FONT;
use crate::text::escape;

/// Weeks in the calendar: four rows of a quarter each.
pub(crate) const WEEKS: usize = 52;
const ROW: usize = 13;

const WIDTH: i64 = 1_080;
const HEIGHT: i64 = 1_724;
const EDGE: i64 = 36;
const LEFT: i64 = 72;
const RIGHT: i64 = WIDTH - LEFT;
/// The smallest letters: ten pixels of a phone that shows the picture 360 wide.
const SMALL: i64 = 32;

/// The ring: its middle, its inner and its outer edge; and the space between two criteria.
const CENTRE: (f64, f64) = (540.0, 600.0);
const INNER: f64 = 165.0;
const OUTER: f64 = 316.0;
const GAP: f64 = 9.0;
const CRITERIA: u8 = 12;

/// The calendar: where it begins, how far a week and a row reach, and how large a week is.
const TOP: i64 = 1_104;
const ACROSS: i64 = 73;
const DOWN: i64 = 112;
const CELL: i64 = 59;

/// What is drawn, and the words for it.
#[derive(Debug)]
pub(crate) struct Year {
    /// On a dark ground.
    pub(crate) dark: bool,
    /// What it is, and from when until when.
    pub(crate) head: [String; 2],
    /// In the middle of the ring: a number, and what it counts.
    pub(crate) middle: [String; 2],
    /// How full each criterion is, 0 to 100, in the guideline's order.
    pub(crate) full: [u8; 12],
    /// The four themes.
    pub(crate) themes: [String; 4],
    /// The Monday of the first week in the calendar.
    pub(crate) first: NaiveDate,
    /// The weeks from then on, as far as they have come.
    pub(crate) weeks: Vec<Cell>,
    /// What a full week, a rest and the ring mean.
    pub(crate) legend: [String; 3],
}

/// A week of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Finished; it was about a criterion of this theme, 1 to 4.
    Done(u8),
    /// Not finished, and the streak goes on.
    Rest,
    /// Going on.
    Open,
    /// Neither.
    Blank,
}

struct Palette {
    sheet: &'static str,
    card: &'static str,
    ink: &'static str,
    muted: &'static str,
    track: &'static str,
    line: &'static str,
    themes: [&'static str; 4],
}

const LIGHT: Palette = Palette {
    sheet: "#eef2f4",
    card: "#ffffff",
    ink: "#16232f",
    muted: "#52616f",
    track: "#e6ecf0",
    line: "#c4d0d8",
    themes: ["#1565a8", "#0b7f6f", "#c77409", "#6d4fb0"],
};

const DARK: Palette = Palette {
    sheet: "#10181c",
    card: "#18242a",
    ink: "#eaf1f3",
    muted: "#9fb1b8",
    track: "#26353c",
    line: "#41565f",
    themes: ["#6fb1ee", "#4fc9b0", "#f0b35c", "#b9a2f2"],
};

struct Sheet {
    body: String,
    palette: &'static Palette,
}

/// The drawing, as SVG. The letters are drawn with [`FONT`].
pub(crate) fn svg(year: &Year) -> String {
    let palette = if year.dark { &DARK } else { &LIGHT };
    let mut sheet = Sheet {
        body: String::new(),
        palette,
    };
    let [what, when] = &year.head;
    sheet.words((LEFT, 104), (54, palette.ink, true), "start", what);
    sheet.words((LEFT, 158), (34, palette.muted, false), "start", when);
    sheet.card(200, 800);
    ring(&mut sheet, year);
    sheet.card(1_028, 560);
    calendar(&mut sheet, year);
    legend(&mut sheet, year);
    let body = sheet.body;
    let ground = palette.sheet;
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{FONT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{ground}"/>{body}</svg>"#
    )
}

fn ring(sheet: &mut Sheet, year: &Year) {
    let palette = sheet.palette;
    for (place, full) in (0_u8..).zip(year.full) {
        let (theme, number) = (place / 3, place % 3 + 1);
        let colour = palette.themes.get(usize::from(theme)).copied();
        let colour = colour.unwrap_or(palette.ink);
        sheet.sector(place, OUTER, palette.track);
        if full > 0 {
            // The area grows with what was done, not the edge.
            let share = f64::from(full.min(100)) / 100.0;
            let edge = (INNER.powi(2) + share * (OUTER.powi(2) - INNER.powi(2))).sqrt();
            sheet.sector(place, edge, colour);
        }
        let turn = angle(f64::from(place) + 0.5);
        let (x, y) = at(OUTER + 36.0, turn);
        let label = format!("{}.{number}", theme + 1);
        let style = format!(
            r#"<text x="{x:.1}" y="{:.1}" font-size="{SMALL}" fill="{}" text-anchor="middle">{label}</text>"#,
            y + 11.0,
            palette.muted
        );
        sheet.body.push_str(&style);
    }
    let corners = [
        ((RIGHT, 270), "end"),
        ((RIGHT, 966), "end"),
        ((LEFT, 966), "start"),
        ((LEFT, 270), "start"),
    ];
    for ((place, anchor), (name, colour)) in corners
        .into_iter()
        .zip(year.themes.iter().zip(palette.themes))
    {
        sheet.words(place, (38, colour, true), anchor, name);
    }
    let [number, what] = &year.middle;
    sheet.words((540, 618), (124, palette.ink, true), "middle", number);
    let below = if number.is_empty() { 612 } else { 672 };
    sheet.words((540, below), (34, palette.muted, false), "middle", what);
}

fn calendar(sheet: &mut Sheet, year: &Year) {
    let palette = sheet.palette;
    let (mut before, mut with_year) = (None, true);
    for place in 0..WEEKS {
        let (column, row) = (whole(place % ROW), whole(place / ROW));
        let (x, y) = (LEFT + column * ACROSS, TOP + row * DOWN);
        let day = year.first + Days::new(7 * u64::try_from(place).unwrap_or(0));
        if before != Some(day.month()) {
            before = Some(day.month());
            with_year |= day.month() == 1;
            let month = if with_year {
                format!("{}/{}", day.month(), day.year())
            } else {
                day.month().to_string()
            };
            // A month of which there is one week only leaves no room for its year: the next one says it.
            let fits = !with_year || (day + Days::new(7)).month() == day.month();
            if fits {
                let style = (30, palette.muted, false);
                sheet.words((x, y - 14), style, "start", &month);
                with_year = false;
            }
        }
        week(sheet, (x, y), year.weeks.get(place).copied());
    }
}

fn week(sheet: &mut Sheet, (x, y): (i64, i64), cell: Option<Cell>) {
    let palette = sheet.palette;
    let theme = |theme: u8| {
        palette
            .themes
            .get(usize::from(theme).saturating_sub(1))
            .copied()
    };
    let fill = match cell {
        Some(Cell::Done(number)) => theme(number).unwrap_or(palette.ink),
        _ => palette.track,
    };
    sheet.rect((x, y), (CELL, CELL), fill, 14);
    match cell {
        Some(Cell::Rest) => {
            // A bridge to the weeks beside it: the streak goes over it.
            let gap = ACROSS - CELL;
            let bridge = (x - gap, y + CELL / 2 - 4);
            sheet.rect(bridge, (CELL + 2 * gap, 8), palette.line, 4);
            sheet.dot((x + CELL / 2, y + CELL / 2));
        }
        Some(Cell::Open) => {
            let size = CELL - 6;
            sheet.draw(format_args!(
                r#"<rect x="{}" y="{}" width="{size}" height="{size}" rx="11" fill="none" stroke="{}" stroke-width="6"/>"#,
                x + 3,
                y + 3,
                palette.muted
            ));
        }
        Some(Cell::Done(_) | Cell::Blank) | None => {}
    }
}

fn legend(sheet: &mut Sheet, year: &Year) {
    let palette = sheet.palette;
    let [done, rest, ring] = &year.legend;
    let y = TOP + 4 * DOWN + 4;
    sheet.rect((LEFT, y - 29), (36, 36), palette.themes[0], 9);
    sheet.words((LEFT + 52, y), (SMALL, palette.ink, false), "start", done);
    sheet.dot((540, y - 11));
    sheet.words((566, y), (SMALL, palette.ink, false), "start", rest);
    sheet.words(
        (LEFT, y + 110),
        (SMALL, palette.muted, false),
        "start",
        ring,
    );
}

/// How far round a place of the ring begins, from the top on.
fn angle(place: f64) -> f64 {
    TAU * place / f64::from(CRITERIA)
}

fn at(radius: f64, turn: f64) -> (f64, f64) {
    let (x, y) = CENTRE;
    (x + radius * turn.sin(), y - radius * turn.cos())
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(0)
}

impl Sheet {
    /// A criterion's place in the ring, from its inner edge to this one.
    fn sector(&mut self, place: u8, edge: f64, colour: &str) {
        let (from, to) = (angle(f64::from(place)), angle(f64::from(place) + 1.0));
        // The space between two is equally wide at both edges.
        let (near, far) = (GAP / 2.0 / INNER, GAP / 2.0 / edge);
        let [a, b, c, d] = [
            at(INNER, from + near),
            at(edge, from + far),
            at(edge, to - far),
            at(INNER, to - near),
        ];
        self.draw(format_args!(
            r#"<path d="M{:.1} {:.1}L{:.1} {:.1}A{edge:.1} {edge:.1} 0 0 1 {:.1} {:.1}L{:.1} {:.1}A{INNER} {INNER} 0 0 0 {:.1} {:.1}Z" fill="{colour}"/>"#,
            a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1, a.0, a.1
        ));
    }

    fn card(&mut self, y: i64, height: i64) {
        let width = WIDTH - 2 * EDGE;
        self.rect((EDGE, y), (width, height), self.palette.card, 28);
    }

    fn rect(&mut self, (x, y): (i64, i64), (width, height): (i64, i64), fill: &str, round: i64) {
        self.draw(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{round}" fill="{fill}"/>"#
        ));
    }

    fn dot(&mut self, (x, y): (i64, i64)) {
        let colour = self.palette.muted;
        self.draw(format_args!(
            r#"<circle cx="{x}" cy="{y}" r="10" fill="{colour}"/>"#
        ));
    }

    fn words(
        &mut self,
        (x, y): (i64, i64),
        (size, colour, bold): (i64, &str, bool),
        anchor: &str,
        text: &str,
    ) {
        let weight = if bold { 700 } else { 400 };
        let text = escape(&text.nfc().collect::<String>());
        self.draw(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">{text}</text>"#
        ));
    }

    fn draw(&mut self, shape: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.body, "{shape}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::png;

    fn year(dark: bool) -> Year {
        let mark = |letter| match letter {
            'D' => Cell::Done(1),
            'R' => Cell::Rest,
            'O' => Cell::Open,
            _ => Cell::Blank,
        };
        let marks = "DDDDRDDDDDDRDD-DDDDDDRDDDDO".chars().map(mark);
        let weeks = marks.enumerate().map(|(place, cell)| match cell {
            Cell::Done(_) => Cell::Done(u8::try_from(place % 4 + 1).expect("small")),
            other => other,
        });
        let words = |words: &[&str]| {
            words
                .iter()
                .map(|one| (*one).to_owned())
                .collect::<Vec<_>>()
        };
        Year {
            dark,
            head: words(&["Nhịp của đồng chí", "Từ 23/11/2026"])
                .try_into()
                .expect("two"),
            middle: words(&["8", "tuần liên tiếp"]).try_into().expect("two"),
            full: [90, 70, 40, 60, 80, 100, 30, 50, 60, 20, 40, 70],
            themes: words(&["Trung thành", "Trách nhiệm", "Liêm chính", "Sáng tạo"])
                .try_into()
                .expect("four"),
            first: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"),
            weeks: weeks.collect(),
            legend: words(&[
                "tuần đã hoàn thành",
                "tuần nghỉ, chuỗi vẫn nối",
                "Vòng tròn đầy dần theo số câu trả lời đúng của mỗi tiêu chí.",
            ])
            .try_into()
            .expect("three"),
        }
    }

    /// `NHIP_PICTURES=folder` keeps them, to be looked at.
    #[test]
    fn light_and_dark_it_becomes_a_picture() {
        for (dark, name) in [(false, "year-light.png"), (true, "year-dark.png")] {
            let picture = png(&svg(&year(dark))).expect("a picture");
            assert_eq!(
                picture[16..24],
                [0, 0, 4, 56, 0, 0, 6, 188],
                "{WIDTH} × {HEIGHT}"
            );
            if let Ok(folder) = std::env::var("NHIP_PICTURES") {
                std::fs::write(std::path::Path::new(&folder).join(name), picture).expect("written");
            }
        }
        assert_ne!(svg(&year(false)), svg(&year(true)));
    }

    #[test]
    fn a_month_of_one_week_leaves_the_year_to_the_next() {
        let from = |day: &str| {
            let first = day.parse().expect("a day");
            svg(&Year {
                first,
                ..year(false)
            })
        };
        let short = from("2026-11-30");
        assert!(
            short.contains(">12/2026<") && !short.contains(">11/2026<"),
            "{short}"
        );
        let long = from("2026-11-23");
        assert!(
            long.contains(">11/2026<") && long.contains(">12<"),
            "{long}"
        );
    }

    #[test]
    fn a_week_that_was_missed_looks_like_one_that_is_to_come() {
        let drawn = |cell| {
            let mut sheet = Sheet {
                body: String::new(),
                palette: &LIGHT,
            };
            week(&mut sheet, (0, 0), cell);
            sheet.body
        };
        assert_eq!(drawn(Some(Cell::Blank)), drawn(None));
        assert_ne!(drawn(Some(Cell::Rest)), drawn(None));
    }
}

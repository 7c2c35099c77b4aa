//! A sheet that is filled from the top down with cards, words, bars and marks.
//!
//! Knows sizes and colours. Must not know figures.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use crate::drawing::FONT;
use crate::text::escape;

pub(super) const WIDTH: i64 = 1_200;
const EDGE: i64 = 36;
/// Where words begin inside a card.
pub(super) const LEFT: i64 = EDGE + 40;
/// Where they end.
pub(super) const RIGHT: i64 = WIDTH - LEFT;
/// The space between.
pub(super) const INNER: i64 = RIGHT - LEFT;

/// The smallest letters: ten pixels of a phone that shows the picture 360 wide.
pub(super) const SMALL: i64 = 34;
pub(super) const TEXT: i64 = 40;

// Blue and orange can be told apart with any kind of colour blindness, also by lightness.
pub(super) const BLUE: &str = "#1565a8";
pub(super) const PALE: &str = "#8fb8dc";
pub(super) const ORANGE: &str = "#d97706";
pub(super) const INK: &str = "#16232f";
pub(super) const MUTED: &str = "#52616f";
const BAND: &str = "#12395c";
const SHEET: &str = "#eef2f5";
const TRACK: &str = "#e4eaef";

#[derive(Clone, Copy)]
pub(super) struct Style {
    size: i64,
    colour: &'static str,
    bold: bool,
}

impl Style {
    pub(super) fn of(size: i64, colour: &'static str) -> Self {
        Self {
            size,
            colour,
            bold: false,
        }
    }

    pub(super) fn bold(size: i64, colour: &'static str) -> Self {
        Self {
            bold: true,
            ..Self::of(size, colour)
        }
    }
}

#[derive(Clone, Copy)]
pub(super) enum Fill {
    Plain(&'static str),
    /// Hidden.
    Hatched,
}

impl Fill {
    fn paint(self) -> &'static str {
        match self {
            Self::Plain(colour) => colour,
            Self::Hatched => "url(#hatch)",
        }
    }
}

pub(super) struct Canvas {
    body: String,
    y: i64,
    card_ends: i64,
}

impl Canvas {
    pub(super) fn new() -> Self {
        Self {
            body: String::new(),
            y: 0,
            card_ends: 0,
        }
    }

    pub(super) fn down(&mut self, by: i64) {
        self.y += by;
    }

    /// The dark band on top.
    pub(super) fn band(&mut self, height: i64) {
        self.draw(format_args!(
            r#"<rect width="{WIDTH}" height="{height}" fill="{BAND}"/>"#
        ));
    }

    /// A white card of this height, from here on.
    pub(super) fn card(&mut self, height: i64) {
        let (y, width) = (self.y, WIDTH - 2 * EDGE);
        self.draw(format_args!(
            r##"<rect x="{EDGE}" y="{y}" width="{width}" height="{height}" rx="22" fill="#ffffff"/>"##
        ));
        self.card_ends = self.y + height;
    }

    /// Below the card, with a little space.
    pub(super) fn end_card(&mut self) {
        self.y = self.card_ends + 28;
    }

    pub(super) fn text(&mut self, x: i64, style: Style, text: &str) {
        self.write(x, "start", style, text);
    }

    /// Words that end at `x`.
    pub(super) fn text_to(&mut self, x: i64, style: Style, text: &str) {
        self.write(x, "end", style, text);
    }

    /// Words centred on `x`.
    pub(super) fn text_at(&mut self, x: i64, style: Style, text: &str) {
        self.write(x, "middle", style, text);
    }

    fn write(&mut self, x: i64, anchor: &str, style: Style, text: &str) {
        let Style { size, colour, bold } = style;
        let weight = if bold { "700" } else { "400" };
        let (y, text) = (self.y, escape(text));
        self.draw(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">{text}</text>"#
        ));
    }

    /// A bar from `x` on, filled so far.
    pub(super) fn bar(&mut self, (x, room): (i64, i64), percent: i64, fill: Fill) {
        let y = self.y;
        self.rect((x, y), (room, 18), TRACK, 9);
        let width = room * percent.clamp(0, 100) / 100;
        if width > 0 {
            self.rect((x, y), (width.max(18), 18), fill.paint(), 9);
        }
    }

    /// A column that stands on this line.
    pub(super) fn column(&mut self, x: i64, size: (i64, i64), fill: Fill) {
        let (width, height) = size;
        self.rect((x, self.y - height), (width, height), fill.paint(), 5);
    }

    /// A fine line across, from `x` on.
    pub(super) fn line(&mut self, x: i64) {
        self.rect((x, self.y - 1), (RIGHT - x, 2), TRACK, 0);
    }

    /// A small hatched field, for the words that explain it.
    pub(super) fn hatched(&mut self, x: i64) {
        self.rect((x, self.y - 28), (36, 32), Fill::Hatched.paint(), 5);
    }

    /// A line from 0 to 100.
    pub(super) fn scale(&mut self) {
        let y = self.y;
        self.rect((LEFT, y - 4), (INNER, 8), TRACK, 4);
        for quarter in 0..=4 {
            let x = LEFT + (INNER - 4) * quarter / 4;
            self.rect((x, y - 14), (4, 28), TRACK, 0);
        }
    }

    pub(super) fn disc(&mut self, x: i64, colour: &str) {
        let y = self.y;
        self.draw(format_args!(
            r##"<circle cx="{x}" cy="{y}" r="18" fill="{colour}" stroke="#ffffff" stroke-width="4"/>"##
        ));
    }

    pub(super) fn diamond(&mut self, x: i64, colour: &str) {
        let y = self.y;
        self.draw(format_args!(
            r##"<path d="M{x} {} l24 24 l-24 24 l-24 -24 z" fill="{colour}" stroke="#ffffff" stroke-width="4"/>"##,
            y - 24
        ));
    }

    fn rect(&mut self, at: (i64, i64), size: (i64, i64), fill: &str, round: i64) {
        let ((x, y), (width, height)) = (at, size);
        self.draw(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{round}" fill="{fill}"/>"#
        ));
    }

    fn draw(&mut self, shape: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.body, "{shape}");
    }

    pub(super) fn finished(self) -> String {
        let (height, body) = (self.y + EDGE, self.body);
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="{FONT}">
<defs><pattern id="hatch" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="#f1f4f6"/><rect width="5" height="14" fill="#b9c4ce"/></pattern></defs>
<rect width="{WIDTH}" height="{height}" fill="{SHEET}"/>
{body}</svg>"##
        )
    }
}

/// An estimate of a text's width, rather too large than too small.
fn width(text: &str, style: Style) -> i64 {
    // Marks above and below letters take no width.
    let letters = text.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    let thousandths: i64 = letters
        .map(|letter| match letter {
            'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' => 290,
            'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '“' | '”' => 400,
            'm' | 'w' | 'M' | 'W' | '%' => 930,
            letter if letter.is_uppercase() => 690,
            _ => 590,
        })
        .sum();
    let bolder = if style.bold { 107 } else { 100 };
    thousandths * style.size * bolder / 100_000
}

/// Breaks words between spaces into so many lines, about equally long; what is left over ends in “…”.
pub(super) fn lines(text: &str, style: Style, room: i64, lines_max: usize) -> Vec<String> {
    let mut best = broken(text, style, room, lines_max);
    let step = style.size / 2;
    let mut narrower = room - step;
    while narrower > room / 2 {
        let next = broken(text, style, narrower, lines_max);
        let cut = next.iter().any(|line| line.ends_with('…'));
        if next.len() > best.len() || cut {
            break;
        }
        best = next;
        narrower -= step;
    }
    best
}

fn broken(text: &str, style: Style, room: i64, lines_max: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, style) <= room || line.is_empty() {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    lines.push(line);
    let cut = lines.len() > lines_max;
    lines.truncate(lines_max);
    for (place, line) in lines.iter_mut().enumerate() {
        let last = cut && place + 1 == lines_max;
        if last || width(line, style) > room {
            shorten(line, style, room);
        }
    }
    lines
}

fn shorten(line: &mut String, style: Style, room: i64) {
    while width(line, style) + style.size > room && line.pop().is_some() {}
    let kept = line.trim_end().len();
    line.truncate(kept);
    line.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_takes_its_lines_and_ends_in_dots() {
        let style = Style::bold(60, INK);
        let lines = |text: &str| lines(text, style, INNER, 2);
        assert_eq!(lines("Sở Nội vụ"), ["Sở Nội vụ"]);
        let even = lines("Công đoàn cơ sở Sở Nội vụ (minh họa)");
        assert_eq!(even, ["Công đoàn cơ sở Sở", "Nội vụ (minh họa)"]);
        let label = super::lines("Completed all five", Style::of(34, INK), 268, 2);
        assert_eq!(label, ["Completed", "all five"], "evening out cuts no word");
        let broken = lines(&"Công đoàn cơ sở ".repeat(12));
        assert_eq!(broken.len(), 2);
        assert!(broken[1].ends_with('…') && !broken[0].ends_with('…'));
        assert!(broken.iter().all(|line| width(line, style) <= INNER));
        let one_word = lines(&"Ơ".repeat(200));
        assert!(one_word.len() == 1 && one_word[0].ends_with('…'));
    }

    #[test]
    fn marks_take_no_place() {
        let style = Style::of(60, INK);
        assert_eq!(width("ẵ", style), width("a", style));
    }
}

//! The newest weeks as columns.
//!
//! Knows how columns are laid out. Must not know what else is on the picture.

use super::canvas::{BLUE, Canvas, Fill, INK, LEFT, MUTED, PALE, RIGHT, SMALL, Style};
use crate::report::figures::{Figure, WeekFigures};
use crate::report::words::{ReportWords, day};

/// From 0 to 100 per cent.
const HEIGHT: i64 = 230;
/// Width of the scale, left of the columns.
const SCALE: i64 = 104;
/// The height of a hidden week: visible, but no height to be read.
const STUB: i64 = 44;
/// Columns are as wide as for the most weeks there can be, so that a new campaign's few weeks do not become broad
/// blocks.
const WEEKS: i64 = 12;
pub(super) const WEEKS_MAX: usize = 12;

pub(super) fn card(canvas: &mut Canvas, weeks: &[WeekFigures], words: ReportWords<'_>) {
    let any_hidden = weeks
        .iter()
        .any(|week| week.answered == Figure::Hidden && !week.open);
    let any_open = weeks.iter().any(|week| week.open);
    let notes = i64::from(any_hidden) + i64::from(any_open);
    canvas.card(66 + 76 + HEIGHT + 64 + if notes > 0 { 64 * notes } else { 14 });
    super::heading(canvas, &words.say("file-weeks"));
    canvas.down(76);
    for percent in [100, 50, 0] {
        canvas.line(LEFT + SCALE);
        canvas.down(12);
        let mark = words.percent(percent);
        canvas.text_to(LEFT + SCALE - 14, Style::of(SMALL, MUTED), &mark);
        canvas.down(if percent == 0 { -12 } else { HEIGHT / 2 - 12 });
    }
    let step = (RIGHT - LEFT - SCALE) / WEEKS;
    let last = weeks.len().saturating_sub(1);
    for (place, week) in weeks.iter().enumerate() {
        let x = LEFT + SCALE + step * i64::try_from(place).unwrap_or(0);
        let newest = place == last;
        column(canvas, week, (x + 10, step - 20), newest);
        // Every other date, so that they can be read, and always the newest.
        if (last - place).is_multiple_of(2) {
            canvas.down(48);
            let style = Style::of(SMALL, if newest { INK } else { MUTED });
            canvas.text_at(x + step / 2, style, &day(week.monday));
            canvas.down(-48);
        }
    }
    canvas.down(48);
    if any_hidden {
        canvas.down(64);
        canvas.hatched(LEFT + SCALE + 10);
        canvas.text(LEFT + SCALE + 62, Style::of(SMALL, MUTED), &words.hidden());
    }
    if any_open {
        canvas.down(64);
        let open = words.say("file-week-open");
        canvas.text(LEFT + SCALE + 10, Style::of(SMALL, MUTED), &open);
    }
    canvas.end_card();
}

fn column(canvas: &mut Canvas, week: &WeekFigures, (x, width): (i64, i64), newest: bool) {
    if week.open {
        // No height is to be read, nor that anything is hidden.
        canvas.text_at(x + width / 2, Style::of(SMALL, MUTED), "…");
        return;
    }
    let Figure::Shown(part) = week.answered else {
        canvas.column(x, (width, STUB), Fill::Hatched);
        return;
    };
    let percent = part.percent();
    let height = HEIGHT * percent / 100;
    let colour = if newest { BLUE } else { PALE };
    canvas.column(x, (width, height.max(4)), Fill::Plain(colour));
    canvas.down(-height - 12);
    let style = if newest {
        Style::bold(SMALL, INK)
    } else {
        Style::of(SMALL, INK)
    };
    canvas.text_at(x + width / 2, style, &percent.to_string());
    canvas.down(height + 12);
}

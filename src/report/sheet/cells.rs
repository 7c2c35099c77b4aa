//! Rows and charts of one table.
//!
//! Knows formats, formulas and the column that charts are drawn from. Must not know what a table is about.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartSolidFill, Color, Formula, Worksheet,
    XlsxError,
};

use super::formats::SheetFormats;
use crate::report::book;
use crate::report::figures::{Figure, Figures, Fraction, Right, Share};
use crate::report::words::ReportWords;

/// A hidden column: the shares again, with `#N/A` for hidden figures, so that a chart leaves a gap instead of a
/// zero.
const FOR_CHARTS: u16 = 5;
/// In pixels: the width of a table.
const CHART_SIZE: (u32, u32) = (640, 320);
const BLUE: u32 = 0x15_65_A8;

/// Letters that an indent takes, and what is left for words that are wrapped early.
const INDENT: f64 = 4.0;

/// A table that grows downwards.
pub(super) struct SheetTable<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a SheetFormats,
    pub(super) words: ReportWords<'a>,
    row: u32,
    head: u32,
    /// Of the columns, in letters.
    widths: Vec<f64>,
}

impl<'a> SheetTable<'a> {
    pub(super) fn new(
        sheet: &'a mut Worksheet,
        formats: &'a SheetFormats,
        words: ReportWords<'a>,
    ) -> Self {
        Self {
            sheet,
            formats,
            words,
            row: 0,
            head: 0,
            widths: Vec::new(),
        }
    }

    /// The row that is written next.
    pub(super) fn row(&self) -> u32 {
        self.row
    }

    /// What stands above every table: of what it is, of whom and of when.
    pub(super) fn titles(&mut self, figures: &Figures, sheet: &str) -> Result<(), XlsxError> {
        let title = self.words.say("file-title");
        self.sheet
            .write_with_format(self.row, 0, title, &self.formats.title)?;
        self.row += 1;
        self.line(&figures.unit)?;
        let period = self.words.period(figures.span);
        self.line(&format!("{period} · {}", self.words.say(sheet)))?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn line(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.write(self.row, 0, text)?;
        self.row += 1;
        Ok(())
    }

    /// The columns' names; they stay in sight, also on the next printed page.
    pub(super) fn head(&mut self, keys: &[&str], widths: &[u16]) -> Result<(), XlsxError> {
        self.head = self.row;
        self.widths = widths.iter().map(|width| f64::from(*width)).collect();
        for ((column, key), width) in (0..).zip(keys).zip(widths) {
            let name = self.words.say(key);
            self.sheet
                .write_with_format(self.row, column, name, &self.formats.head)?;
            self.sheet.set_column_width(column, f64::from(*width))?;
        }
        self.sheet.set_row_height(self.row, 2.0 * book::LINE)?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        self.row += 1;
        self.sheet.set_freeze_panes(self.row, 1)?;
        self.sheet.set_column_hidden(FOR_CHARTS)?;
        Ok(())
    }

    /// A day and a row of words, with its height: some programs do not adapt it.
    pub(super) fn dated(&mut self, day: NaiveDate, texts: &[&str]) -> Result<(), XlsxError> {
        let widths = self.widths.iter().skip(1);
        let heights = texts.iter().zip(widths);
        let height = heights
            .map(|(text, width)| book::height(text, *width - INDENT))
            .fold(book::LINE, f64::max);
        self.sheet.set_row_height(self.row, height)?;
        self.day(day)?;
        for (column, text) in (1..).zip(texts) {
            self.sheet
                .write_with_format(self.row, column, *text, &self.formats.label)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A part and the whole, with the share as a formula.
    pub(super) fn part(&mut self, label: &str, part: Figure<Fraction>) -> Result<(), XlsxError> {
        self.label(label)?;
        self.fraction(part)
    }

    /// The same of a week.
    pub(super) fn week(
        &mut self,
        monday: NaiveDate,
        part: Figure<Fraction>,
    ) -> Result<(), XlsxError> {
        self.day(monday)?;
        self.fraction(part)
    }

    /// A week of which there are no figures yet.
    pub(super) fn open_week(&mut self, monday: NaiveDate) -> Result<(), XlsxError> {
        self.day(monday)?;
        self.words_alone(&self.words.say("file-week-open"))
    }

    /// Words in place of a number.
    pub(super) fn said(&mut self, label: &str, said: &str) -> Result<(), XlsxError> {
        self.label(label)?;
        self.words_alone(said)
    }

    fn words_alone(&mut self, said: &str) -> Result<(), XlsxError> {
        self.sheet
            .merge_range(self.row, 1, self.row, 3, said, &self.formats.label)?;
        self.row += 1;
        Ok(())
    }

    fn fraction(&mut self, part: Figure<Fraction>) -> Result<(), XlsxError> {
        self.number(1, part.shown().map(|part| part.count))?;
        match part {
            Figure::Shown(part) => self.number(2, Some(part.of))?,
            Figure::Hidden => self.empty(2)?,
        }
        let (row, hidden) = (self.row + 1, self.words.hidden());
        let formula = format!("=IF(ISNUMBER(B{row}),IF(C{row}>0,B{row}/C{row},0),\"{hidden}\")");
        let (result, format) = match part {
            Figure::Shown(part) => (
                ratio(part.count, part.of).to_string(),
                &self.formats.percent,
            ),
            Figure::Hidden => (hidden, &self.formats.hidden),
        };
        let formula = Formula::new(formula).set_result(result);
        self.sheet
            .write_formula_with_format(self.row, 3, formula, format)?;
        self.for_charts('D', part.shown().map(|part| ratio(part.count, part.of)))
    }

    /// The share of right answers of a theme, how exact it is, and the number of people.
    pub(super) fn right(
        &mut self,
        label: &str,
        right: Figure<Right>,
        how: fn(Share) -> &'static str,
    ) -> Result<(), XlsxError> {
        self.label(label)?;
        let share = right.shown().map(|right| right.share);
        let part = share.map(|share| ratio(share.percent(), 100));
        match part {
            Some(part) => self
                .sheet
                .write_with_format(self.row, 1, part, &self.formats.percent)?,
            None => {
                let hidden = self.words.hidden();
                self.sheet
                    .write_with_format(self.row, 1, hidden, &self.formats.hidden)?
            }
        };
        let how = share.map_or_else(String::new, |share| self.words.say(how(share)));
        self.sheet
            .write_with_format(self.row, 2, how, &self.formats.label)?;
        self.number(3, right.shown().map(|right| right.people))?;
        self.for_charts('B', part)
    }

    /// One number without a share.
    pub(super) fn count(&mut self, label: &str, count: Figure<i64>) -> Result<(), XlsxError> {
        self.label(label)?;
        self.number(1, count.shown().copied())?;
        self.empty(2)?;
        self.empty(3)?;
        self.row += 1;
        Ok(())
    }

    /// A share that was computed elsewhere.
    pub(super) fn share(&mut self, label: &str, percent: i64) -> Result<(), XlsxError> {
        self.label(label)?;
        self.empty(1)?;
        self.empty(2)?;
        let share = ratio(percent, 100);
        self.sheet
            .write_with_format(self.row, 3, share, &self.formats.percent)?;
        self.row += 1;
        Ok(())
    }

    /// The mean of the shares above, hidden ones left out.
    pub(super) fn mean(
        &mut self,
        key: &str,
        (first, last): (u32, u32),
        shares: &[f64],
    ) -> Result<(), XlsxError> {
        self.label(&self.words.say(key))?;
        self.empty(1)?;
        self.empty(2)?;
        let count = u32::try_from(shares.len()).map_or(1.0, f64::from);
        let mean = shares.iter().sum::<f64>() / count;
        let formula = format!("=AVERAGE(D{}:D{})", first + 1, last + 1);
        let formula = Formula::new(formula).set_result(mean.to_string());
        self.sheet
            .write_formula_with_format(self.row, 3, formula, &self.formats.percent)?;
        self.row += 1;
        Ok(())
    }

    /// The notes below every table.
    pub(super) fn notes(&mut self) -> Result<(), XlsxError> {
        self.row += 1;
        for key in ["file-sheet-hidden-note", "file-note"] {
            self.note(&self.words.say(key))?;
        }
        Ok(())
    }

    /// A sentence over the whole width.
    pub(super) fn note(&mut self, note: &str) -> Result<(), XlsxError> {
        self.sheet
            .merge_range(self.row, 0, self.row, 3, note, &self.formats.note)?;
        let width: f64 = self.widths.iter().sum();
        let height = book::height(note, width - INDENT);
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn chart(
        &mut self,
        chart: Chart,
        key: &str,
        rows: (u32, u32),
        values: u16,
    ) -> Result<(), XlsxError> {
        let chart = self.titled(chart, &self.words.say(key), rows, values);
        self.place(&chart)
    }

    /// A chart of these rows; `values` is the column whose name it carries.
    pub(super) fn titled(
        &self,
        mut chart: Chart,
        title: &str,
        (first, last): (u32, u32),
        values: u16,
    ) -> Chart {
        let sheet = self.sheet.name();
        let sheet = sheet.as_str();
        let font = ChartFont::new().set_size(12).clone();
        chart.title().set_name(title).set_font(&font);
        chart.legend().set_hidden();
        chart.show_hidden_data();
        chart.show_na_as_empty_cell();
        chart
            .add_series()
            .set_name((sheet, self.head, values))
            .set_categories((sheet, first, 0, last, 0))
            .set_values((sheet, first, FOR_CHARTS, last, FOR_CHARTS))
            .set_format(
                ChartFormat::new()
                    .set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(BLUE))),
            )
            .set_data_label(ChartDataLabel::new().show_value().set_num_format("0%"));
        chart.y_axis().set_min(0).set_max(1).set_num_format("0%");
        // Weeks as they stand in the table, not as numbers of days.
        let axis = chart.x_axis();
        axis.set_text_axis(true).set_num_format("dd/mm");
        chart.set_width(CHART_SIZE.0).set_height(CHART_SIZE.1);
        chart
    }

    /// Below the table, as wide as it: beside it, a page would print both at half their size.
    pub(super) fn place(&mut self, chart: &Chart) -> Result<(), XlsxError> {
        self.sheet.insert_chart(self.row + 1, 0, chart)?;
        Ok(())
    }

    /// A date that a spreadsheet can sort and reckon with.
    fn day(&mut self, day: NaiveDate) -> Result<(), XlsxError> {
        self.sheet
            .write_datetime_with_format(self.row, 0, book::date(day)?, &self.formats.day)?;
        Ok(())
    }

    fn label(&mut self, label: &str) -> Result<(), XlsxError> {
        let width = self.widths.first().copied().unwrap_or_default();
        let height = book::height(label, width - INDENT);
        self.sheet.set_row_height(self.row, height)?;
        self.sheet
            .write_with_format(self.row, 0, label, &self.formats.label)?;
        Ok(())
    }

    fn empty(&mut self, column: u16) -> Result<(), XlsxError> {
        self.sheet
            .write_blank(self.row, column, &self.formats.label)?;
        Ok(())
    }

    /// A number, or that it is hidden.
    fn number(&mut self, column: u16, number: Option<i64>) -> Result<(), XlsxError> {
        match number {
            Some(number) => {
                let number = i32::try_from(number).map_or(f64::MAX, f64::from);
                self.sheet
                    .write_with_format(self.row, column, number, &self.formats.number)?
            }
            None => {
                let hidden = self.words.hidden();
                self.sheet
                    .write_with_format(self.row, column, hidden, &self.formats.hidden)?
            }
        };
        Ok(())
    }

    fn for_charts(&mut self, column: char, share: Option<f64>) -> Result<(), XlsxError> {
        let row = self.row + 1;
        let formula = format!("=IF(ISNUMBER({column}{row}),{column}{row},NA())");
        let result = share.map_or_else(|| "#N/A".to_owned(), |share| share.to_string());
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula(self.row, FOR_CHARTS, formula)?;
        self.row += 1;
        Ok(())
    }
}

pub(super) fn ratio(count: i64, of: i64) -> f64 {
    let number = |number: i64| i32::try_from(number).map_or(f64::MAX, f64::from);
    if of > 0 {
        number(count) / number(of)
    } else {
        0.0
    }
}

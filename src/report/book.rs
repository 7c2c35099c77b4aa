//! What our spreadsheets have in common: how cells look, how a page is printed, when a book was made.
//!
//! Knows formats. Must not know what a table is about.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::words::ReportWords;

pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) head: Format,
    /// Any cell of a table: the others are made of it.
    pub(super) cell: Format,
    pub(super) label: Format,
    pub(super) number: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let cell = Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xC9_D3_DC));
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: cell
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x12_39_5C)),
            // Indented, so that a number never touches the words beside it.
            label: cell.clone().set_text_wrap().set_indent(1),
            number: cell
                .clone()
                .set_num_format("#,##0")
                .set_align(FormatAlign::Right)
                .set_indent(1),
            cell,
        }
    }
}

/// A book of that title. Its day is not the moment of writing: the same figures give the same file.
pub(super) fn of(title: &str, day: NaiveDate) -> Result<Workbook, XlsxError> {
    let day = date(day)?;
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&day);
    book.set_properties(&properties);
    Ok(book)
}

/// A day as spreadsheets know it.
pub(super) fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.format("%Y-%m-%d").to_string())
}

/// Inches at the left, right, top and bottom of a page, and above and below what stands on each.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.75, 0.6, 0.3, 0.3];

/// Printed on one A4 page wide, lying or `standing`, with the title and the number of the page on each.
pub(super) fn page(sheet: &mut Worksheet, title: &str, standing: bool) {
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_paper_size(9);
    if standing {
        sheet.set_portrait();
    } else {
        sheet.set_landscape();
    }
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(left, right, top, bottom, header, footer);
    sheet.set_header(format!("&R{title}"));
    sheet.set_footer("&R&P/&N");
}

/// The columns' names with their widths.
pub(super) fn heads(
    sheet: &mut Worksheet,
    row: u32,
    columns: &[(&str, f64)],
    (words, format): (ReportWords<'_>, &Format),
) -> Result<(), XlsxError> {
    for (column, (key, width)) in (0..).zip(columns) {
        sheet.write_with_format(row, column, words.say(key), format)?;
        sheet.set_column_width(column, *width)?;
    }
    Ok(())
}

/// The height of a line, in points.
pub(super) const LINE: f64 = 16.0;
/// Lines that are shown of a cell.
const LINES_MAX: u16 = 20;

/// How high a row with that text is, in a column of that width: some programs do not adapt it.
pub(super) fn height(text: &str, width: f64) -> f64 {
    LINE * f64::from(lines(text, width))
}

/// How many lines a text takes in a column of that width.
pub(super) fn lines(text: &str, width: f64) -> u16 {
    let letters = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    (1..LINES_MAX)
        .find(|lines| f64::from(letters) <= f64::from(*lines) * width)
        .unwrap_or(LINES_MAX)
}

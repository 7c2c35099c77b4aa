//! What our spreadsheets have in common: how cells look, how a page is printed, when a book was made.
//!
//! Knows formats. Must not know what a table is about.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

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
            label: cell.clone().set_text_wrap(),
            number: cell.clone().set_num_format("#,##0"),
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

/// Printed on one A4 page wide, lying.
pub(super) fn page(sheet: &mut Worksheet, title: &str) {
    sheet.set_paper_size(9);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&R{title}"));
}

//! How the cells of a report look.
//!
//! Knows formats. Must not know what stands in a cell.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::report::book;

pub(super) struct SheetFormats {
    pub(super) title: Format,
    pub(super) head: Format,
    pub(super) label: Format,
    pub(super) day: Format,
    pub(super) number: Format,
    pub(super) percent: Format,
    pub(super) hidden: Format,
    pub(super) note: Format,
}

impl SheetFormats {
    pub(super) fn new() -> Self {
        let book::Formats {
            title,
            head,
            cell,
            label,
            number,
        } = book::Formats::new();
        Self {
            title,
            head: head.set_align(FormatAlign::Center),
            label,
            day: cell
                .clone()
                .set_num_format("dd/mm/yyyy")
                .set_align(FormatAlign::Left)
                .set_indent(1),
            number,
            percent: cell
                .clone()
                .set_num_format("0%")
                .set_align(FormatAlign::Right)
                .set_indent(1),
            hidden: cell
                .set_italic()
                .set_font_color(Color::RGB(0x52_61_6F))
                .set_align(FormatAlign::Right)
                .set_indent(1),
            note: Format::new()
                .set_italic()
                .set_text_wrap()
                .set_align(FormatAlign::Top),
        }
    }
}

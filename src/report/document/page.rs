//! Paragraphs and tables as Decree 30/2020 wants them: A4, Times New Roman, margins, page numbers on top.
//!
//! Knows sizes in the file format's units. Must not know what is reported.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Header, LineSpacing, PageMargin, PageNum, Paragraph, Run, RunFonts,
    Shading, SpecialIndentType, Table, TableCell, TableLayoutType, TableRow, WidthType,
};

use crate::report::WriteError;
use crate::report::words::ReportWords;

const FONT: &str = "Times New Roman";
/// A4, in twentieths of a point.
const A4: (u32, u32) = (11_906, 16_838);
/// 20 mm above and below.
const HIGH: i32 = 1_134;
/// 30 mm left, where it is bound; 15 mm right.
const LEFT: i32 = 1_701;
const RIGHT: i32 = 850;
/// Half points: 14, 13 and 11.
const BODY: usize = 28;
const TABLE: usize = 26;
const COPIES: usize = 22;
/// 10 mm into the first line.
const FIRST_LINE: i32 = 567;
const GREY: &str = "52616F";
/// The background of what the officer fills in.
const TO_FILL: &str = "FFF4D6";
const HEAD: &str = "E4EAEF";

/// How a line looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    size: usize,
    bold: bool,
    italic: bool,
    underlined: bool,
    align: AlignmentType,
    grey: bool,
}

impl Look {
    pub(super) const CELL: Self = Self {
        size: TABLE,
        bold: false,
        italic: false,
        underlined: false,
        align: AlignmentType::Left,
        grey: false,
    };
    pub(super) const CENTRE: Self = Self {
        align: AlignmentType::Center,
        ..Self::CELL
    };
    pub(super) const NUMBER: Self = Self {
        align: AlignmentType::Right,
        ..Self::CELL
    };
    pub(super) const HIDDEN: Self = Self {
        italic: true,
        grey: true,
        align: AlignmentType::Center,
        ..Self::CELL
    };
    pub(super) const DRAFT: Self = Self {
        bold: true,
        align: AlignmentType::Right,
        ..Self::CELL
    };
    pub(super) const NATION: Self = Self {
        bold: true,
        size: 25,
        ..Self::CENTRE
    };
    pub(super) const UNIT: Self = Self {
        underlined: true,
        ..Self::NATION
    };
    pub(super) const MOTTO: Self = Self {
        underlined: true,
        size: TABLE,
        ..Self::NATION
    };
    pub(super) const DATE: Self = Self {
        italic: true,
        ..Self::CENTRE
    };
    pub(super) const TITLE: Self = Self {
        bold: true,
        size: BODY,
        ..Self::CENTRE
    };
    pub(super) const TO: Self = Self {
        bold: false,
        ..Self::TITLE
    };
    pub(super) const COPIES: Self = Self {
        bold: true,
        italic: true,
        size: 24,
        ..Self::CELL
    };
    pub(super) const SMALL: Self = Self {
        size: COPIES,
        ..Self::CELL
    };
}

pub(super) struct Page {
    docx: Docx,
}

impl Page {
    pub(super) fn new() -> Self {
        let number = Paragraph::new()
            .align(AlignmentType::Center)
            .add_page_num(PageNum::new());
        // No page number on the first page.
        Self::with_heads(Paragraph::new(), number)
    }

    /// Pages that all say whose they are, above.
    pub(super) fn marked(mark: &str) -> Self {
        let mark = paragraph(mark, Look::HIDDEN);
        Self::with_heads(mark.clone(), mark)
    }

    fn with_heads(first: Paragraph, others: Paragraph) -> Self {
        let margins = PageMargin::new()
            .top(HIGH)
            .bottom(HIGH)
            .left(LEFT)
            .right(RIGHT)
            .header(567)
            .footer(567);
        let docx = Docx::new()
            .page_size(A4.0, A4.1)
            .page_margin(margins)
            .default_fonts(fonts())
            .default_size(BODY)
            .header(Header::new().add_paragraph(others))
            .first_header(Header::new().add_paragraph(first));
        Self { docx }
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    pub(super) fn table(&mut self, table: Table) {
        self.docx = std::mem::take(&mut self.docx).add_table(table);
    }

    pub(super) fn line(&mut self, text: &str, look: Look) {
        self.add(paragraph(text, look));
    }

    pub(super) fn section(&mut self, text: &str) {
        let look = Look {
            bold: true,
            size: BODY,
            ..Look::CELL
        };
        self.add(spaced(paragraph(text, look), 240).keep_next(true));
    }

    pub(super) fn heading(&mut self, text: &str) {
        let look = Look {
            bold: true,
            italic: true,
            size: BODY,
            ..Look::CELL
        };
        self.add(spaced(paragraph(text, look), 160).keep_next(true));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.add(running(text));
    }

    /// A line that the officer fills in, below what is asked for. It stays with what comes next, so that a
    /// signature never stands on a page alone.
    pub(super) fn blank(&mut self, asked: &str, text: &str) {
        let first = Some(SpecialIndentType::FirstLine(FIRST_LINE));
        self.add(running(asked).keep_next(true));
        let run = run(text, Look::HIDDEN).shading(Shading::new().fill(TO_FILL));
        let paragraph = Paragraph::new().add_run(run);
        let paragraph = spaced(paragraph, 40).indent(None, first, None, None);
        self.add(paragraph.keep_next(true));
    }

    pub(super) fn note(&mut self, text: &str) {
        let look = Look {
            italic: true,
            ..Look::CELL
        };
        self.add(spaced(paragraph(text, look), 240).keep_next(true));
    }

    pub(super) fn bytes(self) -> Result<Vec<u8>, WriteError> {
        let mut bytes = Cursor::new(Vec::new());
        let mut docx = self.docx.build();
        docx.document = with_repeated_heads(docx.document)?;
        let packed = docx.pack(&mut bytes);
        packed.map_err(|error| WriteError(error.to_string()))?;
        Ok(bytes.into_inner())
    }
}

/// Rows of columns' names stand on each page that their table reaches. The library has no word for it, so that it is
/// written into what it makes: after the element that each row of ours has, where a row is of their colour.
fn with_repeated_heads(document: Vec<u8>) -> Result<Vec<u8>, WriteError> {
    const WHOLE: &str = "<w:cantSplit />";
    const REPEATED: &str = "<w:cantSplit /><w:tblHeader />";
    let document = String::from_utf8(document);
    let document = document.map_err(|error| WriteError(error.to_string()))?;
    let of_heads = format!("w:fill=\"{HEAD}\"");
    let rows = document.split_inclusive("</w:tr>");
    let rows = rows.map(|row| match row.contains(&of_heads) {
        true => row.replacen(WHOLE, REPEATED, 1),
        false => row.to_owned(),
    });
    Ok(rows.collect::<String>().into_bytes())
}

fn fonts() -> RunFonts {
    RunFonts::new()
        .ascii(FONT)
        .hi_ansi(FONT)
        .east_asia(FONT)
        .cs(FONT)
}

fn run(text: &str, look: Look) -> Run {
    let mut run = Run::new().add_text(text).size(look.size).fonts(fonts());
    if look.bold {
        run = run.bold();
    }
    if look.italic {
        run = run.italic();
    }
    if look.underlined {
        run = run.underline("single");
    }
    if look.grey {
        run = run.color(GREY);
    }
    run
}

fn paragraph(text: &str, look: Look) -> Paragraph {
    Paragraph::new().align(look.align).add_run(run(text, look))
}

fn running(text: &str) -> Paragraph {
    let look = Look {
        size: BODY,
        align: AlignmentType::Both,
        ..Look::CELL
    };
    let first = Some(SpecialIndentType::FirstLine(FIRST_LINE));
    spaced(paragraph(text, look), 80).indent(None, first, None, None)
}

/// With some space above and a little below.
fn spaced(paragraph: Paragraph, above: u32) -> Paragraph {
    paragraph.line_spacing(LineSpacing::new().before(above).after(60))
}

/// A cell of these lines.
pub(super) fn cell(lines: &[(String, Look)]) -> TableCell {
    lines.iter().fold(TableCell::new(), |cell, (text, look)| {
        cell.add_paragraph(spaced(paragraph(text, *look), 40))
    })
}

/// A column's name; kept together with the next row.
pub(super) fn head(text: &str) -> TableCell {
    let look = Look {
        bold: true,
        ..Look::CENTRE
    };
    let name = spaced(paragraph(text, look), 40).keep_next(true);
    TableCell::new()
        .add_paragraph(name)
        .shading(Shading::new().fill(HEAD))
}

/// A cell that waits for the officer.
pub(super) fn to_fill_in(text: &str) -> TableCell {
    said(text, Look::HIDDEN).shading(Shading::new().fill(TO_FILL))
}

/// A cell of one line.
pub(super) fn said(text: &str, look: Look) -> TableCell {
    cell(&[(text.to_owned(), look)])
}

/// The same of words.
pub(super) fn text(text: &str) -> TableCell {
    said(text, Look::CELL)
}

/// The same in the middle.
pub(super) fn centred(text: &str) -> TableCell {
    said(text, Look::CENTRE)
}

/// A cell of words, and of a note below them if there is one.
pub(super) fn with_note(words: &str, note: &str) -> TableCell {
    let lines = [words, note].into_iter().filter(|line| !line.is_empty());
    let lines: Vec<_> = lines.map(|line| (line.to_owned(), Look::CELL)).collect();
    cell(&lines)
}

/// A table that grows below its columns' names.
pub(super) struct Grid {
    widths: Vec<usize>,
    rows: Vec<Vec<TableCell>>,
    numbered: bool,
}

impl Grid {
    /// Each column with its name's text and its width.
    pub(super) fn new(words: ReportWords<'_>, columns: &[(&str, usize)]) -> Self {
        let heads = columns.iter().map(|(key, _)| head(&words.say(key)));
        Self {
            widths: columns.iter().map(|(_, width)| *width).collect(),
            rows: vec![heads.collect()],
            numbered: false,
        }
    }

    /// The same behind a column in which the rows are numbered.
    pub(super) fn numbered(
        words: ReportWords<'_>,
        width: usize,
        columns: &[(&str, usize)],
    ) -> Self {
        let number = [("file-doc-number-column", width)];
        Self {
            numbered: true,
            ..Self::new(words, &[&number, columns].concat())
        }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = TableCell>) {
        let number = centred(&self.rows.len().to_string());
        let number = self.numbered.then_some(number);
        self.rows.push(number.into_iter().chain(cells).collect());
    }

    pub(super) fn table(self) -> Table {
        table(&self.widths, self.rows, true)
    }
}

/// Rows of cells in columns of these widths, with lines or without.
pub(super) fn table(widths: &[usize], rows: Vec<Vec<TableCell>>, lines: bool) -> Table {
    let rows = rows.into_iter().map(|cells| {
        let whole = cells.len() == widths.len();
        let cells = cells.into_iter().zip(widths).map(|(cell, width)| {
            if whole {
                cell.width(*width, WidthType::Dxa)
            } else {
                cell
            }
        });
        TableRow::new(cells.collect()).cant_split()
    });
    let rows = rows.collect();
    let table = if lines {
        Table::new(rows)
    } else {
        Table::without_borders(rows)
    };
    table
        .set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn names_of_columns_stand_on_each_page_that_the_table_reaches() {
        let row = |text: &str| vec![cell(&[(text.to_owned(), Look::CELL)])];
        let mut page = Page::new();
        let rows = vec![vec![head("Tên")], row("Tổ một"), row("Tổ hai")];
        page.table(table(&[5_000], rows, true));
        page.table(table(&[5_000], vec![row("Nơi nhận")], false));
        let bytes = page.bytes().expect("a document");
        let mut file = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut document = String::new();
        let mut part = file.by_name("word/document.xml").expect("the document");
        part.read_to_string(&mut document).expect("XML");
        assert_eq!(document.matches("<w:tblHeader").count(), 1, "{document}");
        let heads = document.split("</w:tr>").next().expect("a row");
        assert!(heads.contains("Tên") && heads.contains("<w:tblHeader"));
    }
}

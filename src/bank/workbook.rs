//! The workbook that goes out: one row a question, and a sheet that says how to use it.
//!
//! Knows how a sheet is set. Must not know what the values mean.

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule,
    Format, FormatAlign, FormatBorder, Formula, IgnoreError, Note, Workbook, Worksheet, XlsxError,
};

use super::row::{BankColumn, KINDS, LETTERS, MEMORY, QuestionRow, WorkbookWords};
use crate::campaign::EXPECT;
use crate::campaign::read::Content;
use crate::types::CriterionId;

const HEAD: Color = Color::RGB(0x1F_4E_79);
const FIXED: Color = Color::RGB(0xED_ED_ED);
const LINE: Color = Color::RGB(0xBF_BF_BF);
const RIGHT: Color = Color::RGB(0xD9_EA_D3);
/// A3, on which these columns can be read.
const PAPER: u8 = 8;
/// The column of the rules on the second sheet.
const GUIDE_WIDTH: f64 = 100.0;
/// A line of text, in points, and the tallest row that Excel knows.
const LINE_POINTS: f64 = 15.0;
const ROW_POINTS_MAX: f64 = 400.0;
/// A note beside a heading, in pixels, and how many characters a line of it takes.
const NOTE_WIDTH: u32 = 300;
const NOTE_LINE: u32 = 19;
const NOTE_HEIGHT_MAX: u32 = 400;
const NOTE_CHARS: usize = 40;
/// Rows below the last one in which lists still open, for what is sorted or moved.
const SPARE_ROWS: u32 = 60;

/// The workbook of these rows. It remembers what `was` exported: the same rows.
pub(super) fn write(
    rows: &[QuestionRow],
    was: &[QuestionRow],
    content: &Content,
    words: WorkbookWords<'_>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut guide = Worksheet::new();
    let documents = guide_sheet(&mut guide, content, words)?;
    let mut sheet = Worksheet::new();
    questions(&mut sheet, rows, words)?;
    lists(&mut sheet, rows.len(), &documents, words)?;
    book.push_worksheet(sheet);
    book.push_worksheet(guide);
    book.push_worksheet(memory(was)?);
    book.save_to_buffer()
}

fn width(column: BankColumn) -> f64 {
    match column {
        BankColumn::Id => 11.0,
        BankColumn::Criterion | BankColumn::Difficulty | BankColumn::Expect | BankColumn::Right => {
            9.0
        }
        BankColumn::Question | BankColumn::Why => 50.0,
        BankColumn::Choice(_) | BankColumn::Feedback(_) | BankColumn::DoNow => 32.0,
        BankColumn::Document | BankColumn::Kind => 15.0,
        BankColumn::Place => 18.0,
        BankColumn::EffectiveFrom
        | BankColumn::CheckedOn
        | BankColumn::SupersededBy
        | BankColumn::Twin => 12.5,
    }
}

fn head() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(HEAD)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// Text, so that Excel makes no dates and numbers of what is typed.
fn body() -> Format {
    Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
}

fn format(column: BankColumn) -> Format {
    match column {
        BankColumn::Id => body().set_background_color(FIXED).set_bold(),
        BankColumn::Criterion => body()
            .set_background_color(FIXED)
            .set_align(FormatAlign::Center),
        BankColumn::Difficulty | BankColumn::Expect => body()
            .set_num_format("General")
            .set_align(FormatAlign::Center),
        BankColumn::Right => body().set_align(FormatAlign::Center),
        _ => body(),
    }
}

fn questions(
    sheet: &mut Worksheet,
    rows: &[QuestionRow],
    words: WorkbookWords<'_>,
) -> Result<(), XlsxError> {
    sheet.set_name(words.say("bank-sheet"))?;
    let head = head();
    sheet.set_row_height(0, 34)?;
    for (place, column) in (0..).zip(BankColumn::ALL) {
        sheet.set_column_width(place, width(column))?;
        sheet.write_string_with_format(0, place, words.header(column), &head)?;
        sheet.insert_note(0, place, &help(column, words))?;
        let format = format(column);
        // For the rows below, where new questions are written.
        sheet.set_column_format(place, &format)?;
        for (number, row) in (1..).zip(rows) {
            let value = match (column, row.get(column)) {
                (BankColumn::Kind, kind) => words.kind(kind),
                (_, value) => value.to_owned(),
            };
            match value.parse::<f64>() {
                _ if value.is_empty() => sheet.write_blank(number, place, &format)?,
                Ok(figure) if matches!(column, BankColumn::Difficulty | BankColumn::Expect) => {
                    sheet.write_number_with_format(number, place, figure, &format)?
                }
                _ => sheet.write_string_with_format(number, place, value, &format)?,
            };
        }
    }
    for (number, row) in (1..).zip(rows) {
        let columns = BankColumn::ALL.into_iter();
        let cells = columns.map(|column| (row.get(column), width(column)));
        sheet.set_row_height(number, height(cells))?;
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last, place(BankColumn::SupersededBy))?;
    // A criterion is no number, and needs no green corner that says so.
    let corner = place(BankColumn::SupersededBy);
    sheet.ignore_error_range(1, 0, last, corner, IgnoreError::NumberStoredAsText)?;
    // The id stays in sight, whichever way one scrolls.
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_paper_size(PAPER);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// What to write below a heading: it shows when one points at it.
fn help(column: BankColumn, words: WorkbookWords<'_>) -> Note {
    let text = words.help(column);
    let lines = text.chars().count().div_ceil(NOTE_CHARS) + text.lines().count();
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    Note::new(text)
        .add_author_prefix(false)
        .set_font_size(10)
        .set_width(NOTE_WIDTH)
        .set_height(lines.saturating_mul(NOTE_LINE).min(NOTE_HEIGHT_MAX))
}

/// As tall as the fullest of these cells needs: LibreOffice does not stretch rows by itself.
fn height<'a>(cells: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let lines = cells.map(|(text, width)| {
        let mut lines = 1.0;
        let mut filled = 0.0;
        for word in text.split_whitespace() {
            let chars = f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX));
            if filled + chars > width && filled > 0.0 {
                lines += 1.0;
                filled = 0.0;
            }
            filled += chars + 1.0;
        }
        lines
    });
    let most = lines.fold(1.0, f64::max);
    (most * LINE_POINTS + 3.0).min(ROW_POINTS_MAX)
}

/// What was exported, out of sight: an import tells by it what the reviewer changed and what
/// the files have changed since.
fn memory(rows: &[QuestionRow]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(MEMORY)?.set_very_hidden(true);
    for (place, column) in (0..).zip(BankColumn::ALL) {
        for (number, row) in (0..).zip(rows) {
            sheet.write_string(number, place, row.get(column))?;
        }
    }
    Ok(sheet)
}

/// Where a column stands, from 0.
fn place(column: BankColumn) -> u16 {
    let place = BankColumn::ALL.iter().position(|one| *one == column);
    place
        .and_then(|place| u16::try_from(place).ok())
        .unwrap_or(0)
}

/// Lists to choose from, and the right option in green.
fn lists(
    sheet: &mut Worksheet,
    rows: usize,
    documents: &str,
    words: WorkbookWords<'_>,
) -> Result<(), XlsxError> {
    let last = u32::try_from(rows).unwrap_or(0);
    let kinds = KINDS.map(|(_, name)| words.kind(name));
    let choose = words.say("bank-choose");
    let lists = [
        (BankColumn::Kind, strings(&kinds, &choose)?),
        (BankColumn::Right, strings(&LETTERS, &choose)?),
        (BankColumn::Difficulty, strings(&["1", "2", "3"], &choose)?),
        (BankColumn::Expect, share(words)?),
        (BankColumn::Twin, id_list(rows, words)?),
        (BankColumn::SupersededBy, id_list(rows, words)?),
        (
            BankColumn::Document,
            DataValidation::new()
                .allow_list_formula(Formula::new(documents))
                .set_error_message(words.say("bank-choose-document"))?,
        ),
    ];
    for (column, list) in &lists {
        let column = place(*column);
        sheet.add_data_validation(1, column, last + SPARE_ROWS, column, list)?;
    }
    // Only a new question has a criterion to choose.
    let criteria: Vec<String> = CriterionId::all().map(|id| id.to_string()).collect();
    let criteria = strings(&criteria, &choose)?;
    let column = place(BankColumn::Criterion);
    sheet.add_data_validation(last + 1, column, last + SPARE_ROWS, column, &criteria)?;
    let green = Format::new().set_background_color(RIGHT);
    let right = rust_xlsxwriter::column_number_to_name(place(BankColumn::Right));
    for (option, letter) in LETTERS.iter().enumerate() {
        let column = place(BankColumn::Choice(option));
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("=${right}2=\"{letter}\"").as_str())
            .set_format(&green);
        sheet.add_conditional_format(1, column, last.max(1), column, &rule)?;
    }
    Ok(())
}

fn strings(list: &[impl AsRef<str>], told: &str) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(list)?
        .set_error_message(told)
}

/// A whole number of per cent.
fn share(words: WorkbookWords<'_>) -> Result<DataValidation, XlsxError> {
    let (least, most) = (i32::from(*EXPECT.start()), i32::from(*EXPECT.end()));
    DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(least, most))
        .set_error_message(words.say("bank-choose-share"))
}

/// The ids of the sheet; one that is to be given while importing may be written, too.
fn id_list(rows: usize, words: WorkbookWords<'_>) -> Result<DataValidation, XlsxError> {
    let last = u32::try_from(rows).unwrap_or(0) + 1;
    let ids = format!("=$A$2:$A${}", last + SPARE_ROWS);
    DataValidation::new()
        .allow_list_formula(Formula::new(ids))
        .set_error_style(DataValidationErrorStyle::Information)
        .set_error_message(words.say("bank-choose-id"))
}

/// How to use it, and the documents; returns the range of their ids.
fn guide_sheet(
    sheet: &mut Worksheet,
    content: &Content,
    words: WorkbookWords<'_>,
) -> Result<String, XlsxError> {
    let name = words.say("bank-guide");
    sheet.set_name(&name)?;
    sheet.set_column_width(0, 16)?;
    sheet.set_column_width(1, GUIDE_WIDTH)?;
    let title = Format::new()
        .set_bold()
        .set_font_size(14)
        .set_font_color(HEAD);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new()
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Right);
    sheet.write_string_with_format(0, 0, words.say("bank-guide-title"), &title)?;
    let mut row = 2;
    for (count, line) in (1_u32..).zip(words.guide().lines()) {
        sheet.write_string_with_format(row, 0, format!("{count}."), &number)?;
        sheet.write_string_with_format(row, 1, line.trim(), &plain)?;
        sheet.set_row_height(row, height([(line, GUIDE_WIDTH)].into_iter()))?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, words.say("bank-guide-documents"), &title)?;
    let body = body();
    let first = row + 1;
    let documents = content.documents.iter();
    for document in documents.flat_map(|page| &page.raw.documents) {
        row += 1;
        sheet.write_string_with_format(row, 0, &document.id.value, &body)?;
        sheet.write_string_with_format(row, 1, &document.cite.value, &body)?;
    }
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(format!("='{name}'!$A${}:$A${}", first + 1, row + 1))
}

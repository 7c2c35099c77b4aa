//! A yearly plan as a spreadsheet, to be read, printed, or filled in and sent back.
//!
//! Knows columns. Must not know where a plan comes from, nor how a sheet is read.

use rust_xlsxwriter::{DataValidation, FormatAlign, Worksheet, XlsxError};

use super::WriteError;
use super::book::{self, Formats, LINE, heads, lines, page};
use super::plan::{PlanFigures, PlanLineFigures};
use super::words::ReportWords;
use crate::text::Texts;
use crate::types::{Language, LineState};

/// The columns with their widths.
const COLUMNS: [(&str, f64); 12] = [
    ("file-form-number", 6.0),
    ("file-plan-task", 13.0),
    ("file-plan-content", 44.0),
    ("file-plan-lead-column", 20.0),
    ("file-plan-support", 20.0),
    ("file-plan-first", 12.0),
    ("file-plan-last", 12.0),
    ("file-plan-measure", 20.0),
    ("file-plan-target", 16.0),
    ("file-plan-result", 12.0),
    ("file-form-state", 16.0),
    ("file-plan-remark", 26.0),
];
/// What stands for each state, to be chosen from.
const STATES: [(LineState, &str); 4] = [
    (LineState::Open, "file-plan-state-open"),
    (LineState::Doing, "file-plan-state-doing"),
    (LineState::Done, "file-plan-state-done"),
    (LineState::Dropped, "file-plan-state-dropped"),
];
/// The row of the heads, below what it is of.
const HEAD: u32 = 3;
/// Rows below the plan's that may be filled in.
const SPARE: u32 = 10;

/// The bytes of an XLSX file.
///
/// # Errors
/// A mistake of ours.
pub fn xlsx(plan: &PlanFigures, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut formats = Formats::new();
    formats.label = formats.label.set_align(FormatAlign::Top);
    let title = words.with("file-plan-title", &[("year", plan.year.as_str().into())]);
    let mut book = book::of(&title, plan.day)?;
    let sheet = book.add_worksheet();
    sheet.set_name(words.say("file-plan-tab"))?;
    page(sheet, &title, false);
    sheet.write_with_format(0, 0, &title, &formats.title)?;
    sheet.write(1, 0, &plan.unit)?;
    let head = formats.head.clone().set_align(FormatAlign::Center);
    heads(sheet, HEAD, &COLUMNS, (words, &head))?;
    sheet.set_row_height(HEAD, 2.0 * LINE)?;
    let all = (1_u8..).zip(&plan.tasks);
    let all = all.flat_map(|(task, of)| of.lines.iter().map(move |line| (task, line)));
    let mut row = HEAD;
    for ((task, line), number) in all.zip(1_u32..) {
        row = HEAD + number;
        one(sheet, (row, number), (task, line), (words, &formats))?;
    }
    for spare in row + 1..=row + SPARE {
        for (column, _) in (0_u16..).zip(COLUMNS) {
            sheet.write_blank(spare, column, &formats.label)?;
        }
    }
    let tasks: Vec<String> = (1..=plan.tasks.len())
        .map(|task| format!("III.{task}"))
        .collect();
    let chosen = DataValidation::new().allow_list_strings(&tasks)?;
    sheet.add_data_validation(HEAD + 1, 1, row + SPARE, 1, &chosen)?;
    let states = STATES.map(|(_, key)| words.say(key));
    let chosen = DataValidation::new().allow_list_strings(&states)?;
    sheet.add_data_validation(HEAD + 1, 10, row + SPARE, 10, &chosen)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 3)?;
    notes(book.add_worksheet(), plan, words, &formats)?;
    Ok(book.save_to_buffer()?)
}

fn one(
    sheet: &mut Worksheet,
    (row, number): (u32, u32),
    (task, line): (u8, &PlanLineFigures),
    (words, formats): (ReportWords<'_>, &Formats),
) -> Result<(), XlsxError> {
    sheet.write_with_format(row, 0, number, &formats.number)?;
    let task = format!("III.{task}");
    let cells = [
        &task,
        &line.content,
        &line.lead,
        &line.support,
        &line.first,
        &line.last,
        &line.measure,
        &line.target,
    ];
    let mut most = 1;
    for ((column, cell), (_, width)) in (1_u16..).zip(cells).zip(COLUMNS.iter().skip(1)) {
        sheet.write_with_format(row, column, cell, &formats.label)?;
        most = most.max(lines(cell, *width - 2.0));
    }
    match line.result {
        Some(result) => {
            let result = i32::try_from(result).unwrap_or(i32::MAX);
            sheet.write_with_format(row, 9, result, &formats.number)?
        }
        None => sheet.write_blank(row, 9, &formats.number)?,
    };
    let state = STATES
        .iter()
        .find(|(state, _)| Some(*state) == line.standing);
    let state = state.map_or_else(String::new, |(_, key)| words.say(key));
    sheet.write_with_format(row, 10, &state, &formats.label)?;
    sheet.write_with_format(row, 11, &line.note, &formats.label)?;
    most = most.max(lines(&state, 14.0)).max(lines(&line.note, 24.0));
    sheet.set_row_height(row, LINE * f64::from(most))?;
    Ok(())
}

/// How each column is filled in, the tasks and the posts.
fn notes(
    sheet: &mut Worksheet,
    plan: &PlanFigures,
    words: ReportWords<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(words.say("file-form-notes"))?;
    page(sheet, &words.say("file-form-notes"), false);
    let columns = [("file-form-column", 24.0), ("file-form-meaning", 90.0)];
    heads(sheet, 0, &columns, (words, &formats.head))?;
    let mut rows: Vec<(String, String)> = [
        ("file-plan-task", "file-plan-how-task"),
        ("file-plan-content", "file-plan-how-content"),
        ("file-plan-lead-column", "file-plan-how-lead"),
        ("file-plan-first", "file-plan-how-months"),
        ("file-plan-target", "file-plan-how-target"),
        ("file-form-state", "file-plan-how-state"),
    ]
    .map(|(column, how)| (words.say(column), words.say(how)))
    .into();
    let tasks = (1..).zip(&plan.tasks);
    rows.extend(tasks.map(|(number, task): (u8, _)| (format!("III.{number}"), task.name.clone())));
    rows.push((words.say("file-plan-posts"), plan.posts.join(", ")));
    for (row, (name, how)) in (1..).zip(&rows) {
        sheet.write_with_format(row, 0, name, &formats.label)?;
        sheet.write_with_format(row, 1, how, &formats.label)?;
        sheet.set_row_height(row, LINE * f64::from(lines(how, 88.0)))?;
    }
    Ok(())
}

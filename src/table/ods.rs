//! Sheets of LibreOffice and its like (OpenDocument).
//!
//! Knows the elements of a sheet. Must not know what makes a table. Repeated cells and rows count as often as they stand
//! there, as long as something stands in them.

use std::collections::BTreeSet;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::value::CellValue;
use super::xlsx::day_of;
use super::xml::{attribute, push, reader};
use super::{Area, Broken, COLUMNS_MAX, ROWS_MAX, Room, SHEETS_MAX, Sheet};

/// The sheets, in order.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Vec<Sheet>, Broken> {
    let manifest = archive.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Broken::Locked);
    }
    let text = archive.part("content.xml")?.ok_or(Broken::Damaged)?;
    let mut xml = reader(&text);
    let (mut sheets, mut room) = (Vec::new(), Room::default());
    let (mut hidden, mut style) = (BTreeSet::new(), None);
    loop {
        match xml.read_event()? {
            Event::Start(element) => match element.name().as_ref() {
                "style:style" => style = attribute(&element, "name").map(|name| name.into_owned()),
                "style:table-properties"
                    if attribute(&element, "display").as_deref() == Some("false") =>
                {
                    hidden.extend(style.take());
                }
                "table:table" => {
                    let get = |name| attribute(&element, name).unwrap_or_default().into_owned();
                    let mut sheet = Sheet {
                        name: get("name"),
                        hidden: hidden.contains(&get("style-name")),
                        ..Sheet::default()
                    };
                    table(&mut xml, &mut sheet, &mut room)?;
                    sheets.push(sheet);
                    if sheets.len() > SHEETS_MAX {
                        return Err(Broken::TooLarge);
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    let count = attribute(element, name).and_then(|count| count.parse().ok());
    count.unwrap_or(1).max(1)
}

fn table(xml: &mut Reader<&[u8]>, sheet: &mut Sheet, room: &mut Room) -> Result<(), Broken> {
    let mut line: u32 = 1;
    loop {
        match xml.read_event()? {
            Event::Start(element) if element.name().as_ref() == "table:table-row" => {
                let count = repeated(&element, "number-rows-repeated");
                let cells = row(xml, line, sheet)?;
                for line in line..line.saturating_add(count) {
                    if cells.is_empty() {
                        break;
                    }
                    for (columns, value) in &cells {
                        for column in columns.clone() {
                            room.put(sheet, (line, column), value.clone())?;
                        }
                    }
                    if line > ROWS_MAX {
                        break;
                    }
                }
                line = line.saturating_add(count);
            }
            Event::End(element) if element.name().as_ref() == "table:table" => return Ok(()),
            Event::Eof => return Err(Broken::Damaged),
            _ => {}
        }
    }
}

/// What stands in a row, each with its columns.
fn row(
    xml: &mut Reader<&[u8]>,
    line: u32,
    sheet: &mut Sheet,
) -> Result<Vec<(Range<u32>, CellValue)>, Broken> {
    let mut cells = Vec::new();
    let mut column: u32 = 0;
    loop {
        match xml.read_event()? {
            Event::Start(element) => {
                let covered = match element.name().as_ref() {
                    "table:table-cell" => false,
                    "table:covered-table-cell" => true,
                    _ => continue,
                };
                let count = repeated(&element, "number-columns-repeated");
                let area = Area {
                    top: line,
                    bottom: line.saturating_add(repeated(&element, "number-rows-spanned") - 1),
                    left: column,
                    right: column.saturating_add(repeated(&element, "number-columns-spanned") - 1),
                };
                if area.top != area.bottom || area.left != area.right {
                    sheet.merged.push(area);
                }
                let value = cell(xml, &element)?;
                if !covered && !value.is_empty() {
                    // Something far out is noted once.
                    let last = column.saturating_add(count).min(COLUMNS_MAX + 1);
                    cells.push((column..last.max(column + 1), value));
                }
                column = column.saturating_add(count);
            }
            Event::End(element) if element.name().as_ref() == "table:table-row" => {
                return Ok(cells);
            }
            Event::Eof => return Err(Broken::Damaged),
            _ => {}
        }
    }
}

fn cell(xml: &mut Reader<&[u8]>, element: &BytesStart<'_>) -> Result<CellValue, Broken> {
    let get = |name| attribute(element, name).map(|value| value.into_owned());
    let end = element.name().as_ref().to_owned();
    let failed = element
        .attributes()
        .with_checks(false)
        .flatten()
        .any(|one| one.key.as_ref() == "calcext:value-type" && one.value.as_ref() == "error");
    let kind = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find_map(|one| (one.key.as_ref() == "office:value-type").then(|| one.value.to_string()));
    let (value, day) = (get("value"), get("date-value"));
    let formula = get("formula").is_some();
    let text = shown(xml, &end)?;
    Ok(match kind.as_deref() {
        _ if failed || (formula && text.starts_with(['#', 'E']) && is_error(&text)) => {
            CellValue::Failed(text)
        }
        None if formula => CellValue::NoResult,
        Some("float" | "currency" | "percentage") => {
            match value.and_then(|value| value.parse().ok()) {
                Some(value) => CellValue::Number {
                    value,
                    // A fraction is written in the machine's own way.
                    shown: Some(text)
                        .filter(|text| text.ends_with('%') || !text.contains([',', '.'])),
                },
                None => CellValue::Text(text),
            }
        }
        Some("date") => day_of(&day.unwrap_or_default()),
        Some("time") => CellValue::Time,
        Some("boolean") => CellValue::Truth,
        _ => CellValue::Text(text),
    })
}

fn is_error(text: &str) -> bool {
    [
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!",
    ]
    .contains(&text)
        || text.starts_with("Err:")
}

/// What a cell shows, up to its end; what is noted beside it does not count.
fn shown(xml: &mut Reader<&[u8]>, end: &str) -> Result<String, Broken> {
    let (mut text, mut paragraphs, mut noted) = (String::new(), 0, 0);
    loop {
        match xml.read_event()? {
            Event::Start(element) => match element.name().as_ref() {
                "office:annotation" => noted += 1,
                _ if noted > 0 => {}
                "text:p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "text:s" | "text:tab" => text.push(' '),
                "text:line-break" => text.push('\n'),
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "office:annotation" => noted -= 1,
                name if name == end => return Ok(text),
                _ => {}
            },
            Event::Eof => return Err(Broken::Damaged),
            event if noted == 0 && paragraphs > 0 => push(&mut text, &event),
            _ => {}
        }
    }
}

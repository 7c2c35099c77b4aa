//! Excel workbooks, as Excel writes them and in the strict form of the standard.
//!
//! Knows the parts of a package and the elements of a sheet. Must not know what makes a table. Cells are taken one by one:
//! what a sheet says about its size is not believed.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::format::{NumberFormat, percent};
use super::value::{CellValue, General};
use super::xml::{attribute, push, reader};
use super::{Area, Broken, Room, SHEETS_MAX, Sheet};

/// More merged ranges than these are no table.
const MERGED_MAX: usize = 10_000;

/// A relation of a part: what kind, and to which part.
struct Relation {
    kind: String,
    target: String,
}

/// What a sheet's cells point at.
struct Pool {
    strings: Vec<String>,
    formats: Vec<NumberFormat>,
    first_day: NaiveDate,
}

/// The sheets; `None`: this package is no workbook.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Option<Vec<Sheet>>, Broken> {
    let root = relations(archive, "")?;
    let document = root.into_values().find(|one| one.kind == "officeDocument");
    let path = document.map_or_else(|| "xl/workbook.xml".to_owned(), |one| one.target);
    // A document or slides are packages, too; and a binary workbook is no XML.
    if !path.ends_with(".xml") || path.starts_with("word/") || path.starts_with("ppt/") {
        return Ok(None);
    }
    let Some(workbook) = archive.part(&path)? else {
        return Ok(None);
    };
    let relations = relations(archive, &path)?;
    let part = |kind: &str| {
        let found = relations.values().find(|one| one.kind == kind);
        found.map(|one| one.target.clone())
    };
    let mut pool = Pool {
        strings: Vec::new(),
        formats: Vec::new(),
        first_day: NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default(),
    };
    if let Some(path) = part("sharedStrings") {
        pool.strings = strings(&archive.part(&path)?.unwrap_or_default())?;
    }
    if let Some(path) = part("styles") {
        pool.formats = formats(&archive.part(&path)?.unwrap_or_default())?;
    }
    let (names, early) = sheets(&workbook)?;
    if early {
        pool.first_day = NaiveDate::from_ymd_opt(1904, 1, 1).unwrap_or_default();
    }
    let mut room = Room::default();
    let mut sheets = Vec::new();
    for (name, hidden, id) in names {
        let Some(one) = relations.get(&id).filter(|one| one.kind == "worksheet") else {
            continue;
        };
        let text = archive.part(&one.target)?.ok_or(Broken::Damaged)?;
        let mut sheet = Sheet {
            name,
            hidden,
            ..Sheet::default()
        };
        cells(&text, &pool, &mut sheet, &mut room)?;
        sheets.push(sheet);
    }
    Ok(Some(sheets))
}

/// The relations of a part, by id; of the package itself without a part.
fn relations(archive: &mut Archive<'_>, part: &str) -> Result<BTreeMap<String, Relation>, Broken> {
    let (folder, name) = part
        .rsplit_once('/')
        .map_or(("", part), |(folder, name)| (folder, name));
    let path = format!("{folder}/_rels/{name}.rels");
    let text = archive
        .part(path.trim_start_matches('/'))?
        .unwrap_or_default();
    let mut found = BTreeMap::new();
    let mut xml = reader(&text);
    loop {
        match xml.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let get = |name| attribute(&element, name).unwrap_or_default().into_owned();
                let kind = get("Type");
                let target = get("Target");
                let target = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None if folder.is_empty() => target,
                    None => format!("{folder}/{target}"),
                };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.insert(get("Id"), Relation { kind, target });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Name, whether it is hidden, and id of a relation.
type Listed = (String, bool, String);

/// The sheets that a workbook lists; and whether days are counted from 1904.
fn sheets(text: &str) -> Result<(Vec<Listed>, bool), Broken> {
    let (mut found, mut early) = (Vec::new(), false);
    let mut xml = reader(text);
    loop {
        match xml.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "sheet" => {
                    let get = |name| attribute(&element, name).unwrap_or_default().into_owned();
                    found.push((
                        get("name"),
                        get("state").to_lowercase().contains("hidden"),
                        get("id"),
                    ));
                    if found.len() > SHEETS_MAX {
                        return Err(Broken::TooLarge);
                    }
                }
                "workbookPr" => {
                    early |=
                        attribute(&element, "date1904").is_some_and(|on| on == "1" || on == "true");
                }
                _ => {}
            },
            Event::Eof => return Ok((found, early)),
            _ => {}
        }
    }
}

fn strings(text: &str) -> Result<Vec<String>, Broken> {
    let mut found = Vec::new();
    let mut xml = reader(text);
    loop {
        match xml.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                found.push(string(&mut xml, "si")?);
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// A text in pieces, without the pronunciation that may stand beside it.
fn string(xml: &mut quick_xml::Reader<&[u8]>, end: &str) -> Result<String, Broken> {
    let (mut text, mut inside, mut spoken) = (String::new(), false, false);
    loop {
        match xml.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => inside = true,
                "rPh" => spoken = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => inside = false,
                "rPh" => spoken = false,
                name if name == end => return Ok(unescaped(&text)),
                _ => {}
            },
            Event::Eof => return Err(Broken::Damaged),
            event if inside && !spoken => push(&mut text, &event),
            _ => {}
        }
    }
}

/// `_x000D_` is how Excel writes what XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, from) = rest.split_at(place);
        out.push_str(before);
        let code = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        let (letter, length) = letter.map_or(('_', 1), |letter| (letter, 7));
        out.push(letter);
        rest = from.get(length..).unwrap_or_default();
    }
    out + rest
}

/// The number format of each style, in order.
fn formats(text: &str) -> Result<Vec<NumberFormat>, Broken> {
    let mut codes = BTreeMap::new();
    let mut found = Vec::new();
    let mut inside = false;
    let mut xml = reader(text);
    loop {
        match xml.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let get = |name| attribute(&element, name).map(|value| value.into_owned());
                    codes.insert(get("numFmtId"), get("formatCode").unwrap_or_default());
                }
                "cellXfs" => inside = true,
                "xf" if inside => {
                    let id = attribute(&element, "numFmtId").map(|value| value.into_owned());
                    found.push(match codes.get(&id) {
                        Some(code) => NumberFormat::of(code),
                        None => NumberFormat::built_in(id.as_deref().unwrap_or("0")),
                    });
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => inside = false,
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn cells(text: &str, pool: &Pool, sheet: &mut Sheet, room: &mut Room) -> Result<(), Broken> {
    let (mut line, mut column): (u32, u32) = (0, 0);
    let mut xml = reader(text);
    loop {
        match xml.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    let given = attribute(&element, "r").and_then(|line| line.parse().ok());
                    line = given.unwrap_or(line.saturating_add(1));
                    column = 0;
                }
                "c" => {
                    if let Some(place) = attribute(&element, "r") {
                        (line, column) = place_of(&place).ok_or(Broken::Damaged)?;
                    }
                    let value = cell(&mut xml, &element, pool)?;
                    room.put(sheet, (line, column), value)?;
                    column = column.saturating_add(1);
                }
                "mergeCell" => {
                    let area = attribute(&element, "ref").as_deref().and_then(area);
                    sheet.merged.extend(area);
                    if sheet.merged.len() > MERGED_MAX {
                        return Err(Broken::TooLarge);
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// `C3` as line 3, column 2.
fn place_of(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, line) = name.split_at_checked(digits)?;
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    Some((
        line.parse().ok().filter(|line| *line > 0)?,
        column.checked_sub(1)?,
    ))
}

fn area(range: &str) -> Option<Area> {
    let (from, to) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (place_of(from)?, place_of(to)?);
    Some(Area {
        top,
        bottom,
        left,
        right,
    })
}

/// What a cell says, after its opening tag.
fn cell(
    xml: &mut quick_xml::Reader<&[u8]>,
    element: &BytesStart<'_>,
    pool: &Pool,
) -> Result<CellValue, Broken> {
    let kind = attribute(element, "t").unwrap_or_default().into_owned();
    let style = attribute(element, "s").and_then(|style| style.parse().ok());
    let format = pool.formats.get(style.unwrap_or(0_usize));
    let (mut text, mut inline, mut formula, mut inside) = (String::new(), None, false, false);
    loop {
        match xml.read_event()? {
            Event::Start(part) => match part.local_name().as_ref() {
                "is" => inline = Some(string(xml, "is")?),
                "f" => formula = true,
                "v" => inside = true,
                _ => {}
            },
            Event::End(part) => match part.local_name().as_ref() {
                "v" => inside = false,
                "c" => break,
                _ => {}
            },
            Event::Eof => return Err(Broken::Damaged),
            event if inside => push(&mut text, &event),
            _ => {}
        }
    }
    if let Some(inline) = inline {
        return Ok(CellValue::Text(inline));
    }
    if text.is_empty() {
        return Ok(if formula && kind != "str" {
            CellValue::NoResult
        } else {
            CellValue::Text(text)
        });
    }
    Ok(match kind.as_str() {
        "s" => {
            let known = text
                .trim()
                .parse()
                .ok()
                .and_then(|place: usize| pool.strings.get(place));
            CellValue::Text(known.ok_or(Broken::Damaged)?.clone())
        }
        "str" => CellValue::Text(unescaped(&text)),
        "b" => CellValue::Truth,
        "e" => CellValue::Failed(text),
        "d" => day_of(&text),
        _ => number(&text, format, pool.first_day),
    })
}

/// `2026-11-23`, with or without a time.
pub(super) fn day_of(text: &str) -> CellValue {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    let timed = text
        .get(10..)
        .is_some_and(|time| !time.trim_matches(['T', ':', '0', '.', 'Z']).is_empty());
    match day {
        Some(day) if !timed => CellValue::Day(day),
        _ => CellValue::Time,
    }
}

fn number(text: &str, format: Option<&NumberFormat>, first: NaiveDate) -> CellValue {
    let Ok(value) = text.trim().parse::<f64>() else {
        return CellValue::Text(text.to_owned());
    };
    let shown = match format.unwrap_or(&NumberFormat::General) {
        NumberFormat::Moment => {
            let days = General(value)
                .whole()
                .and_then(|days| u64::try_from(days).ok());
            let day = days.and_then(|days| first.checked_add_days(Days::new(days)));
            return day.map_or(CellValue::Time, CellValue::Day);
        }
        NumberFormat::General => General(value).shown(),
        NumberFormat::Digits(code) => General(value).whole().and_then(|whole| code.shown(whole)),
        NumberFormat::Percent => percent(value),
        NumberFormat::Other => None,
    };
    CellValue::Number { value, shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_excel_escapes_is_read_back() {
        for (written, meant) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x", "_x"),
            ("a_xđđđđ_b_xyz", "a_xđđđđ_b_xyz"),
        ] {
            assert_eq!(unescaped(written), meant);
        }
    }

    #[test]
    fn places_are_read_as_excel_writes_them() {
        assert_eq!(place_of("XFD1048576"), Some((1_048_576, 16_383)));
        assert_eq!(place_of("c3"), Some((3, 2)));
        for wrong in ["", "3", "A", "A0", "A1B", "AAAAAAAAAAAAAAAA1", "$A$1"] {
            assert_eq!(place_of(wrong), None, "{wrong}");
        }
    }
}

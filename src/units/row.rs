//! The rows of a file of units, each by itself.
//!
//! Knows what may stand in a cell. Must not know how the rows make a tree.

use unicode_normalization::UnicodeNormalization;

use super::column::UnitColumn;
use super::sheet::{SheetLine, UnitSheet};
use super::wrong::{CellFault, Wrong};

/// Longest code: it is typed by people.
const CODE_CHARS_MAX: usize = 32;

/// Longest name: it is read on a button.
const NAME_CHARS_MAX: usize = 120;

/// No unit has more people than the country.
const MEMBERS_MAX: i64 = 100_000_000;

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnitRow {
    pub(super) line: u64,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) parent: Option<String>,
    pub(super) kind: String,
    /// `None`: the sum of the units below.
    pub(super) members: Option<i64>,
}

/// Where each column stands, in the order of [`UnitColumn::ALL`].
pub(super) type Places = [usize; 5];

/// The rows that can be read; what cannot goes to `wrongs`.
pub(super) fn rows(sheet: &UnitSheet, wrongs: &mut Vec<Wrong>) -> (Vec<UnitRow>, Option<Places>) {
    let Some(places) = places(&sheet.header, wrongs) else {
        return (Vec::new(), None);
    };
    if sheet.lines.is_empty() && wrongs.is_empty() {
        wrongs.push(CellFault::Empty.on(1));
    }
    let rows = sheet.lines.iter();
    let rows = rows.filter_map(|line| row(line, places, wrongs)).collect();
    (rows, Some(places))
}

fn places(header: &[String], wrongs: &mut Vec<Wrong>) -> Option<Places> {
    let places = UnitColumn::ALL.map(|column| column.place(header));
    for (column, place) in UnitColumn::ALL.into_iter().zip(places) {
        if place.is_none() {
            wrongs.push(CellFault::MissingColumn.at(1, column));
        }
    }
    let [
        Some(code),
        Some(name),
        Some(parent),
        Some(kind),
        Some(members),
    ] = places
    else {
        return None;
    };
    Some([code, name, parent, kind, members])
}

fn row(line: &SheetLine, places: Places, wrongs: &mut Vec<Wrong>) -> Option<UnitRow> {
    let cell = |place| -> String {
        let text = line.cells.get(place).map_or("", String::as_str);
        text.nfc().collect()
    };
    let [code, name, parent, kind, members] = places.map(cell);
    let before = wrongs.len();
    let faults = [
        (UnitColumn::Code, code_fault(&code)),
        (UnitColumn::Name, name_fault(&name)),
        (UnitColumn::Kind, kind_fault(&kind)),
    ];
    let faults = faults.into_iter();
    wrongs.extend(faults.filter_map(|(column, fault)| Some(fault?.at(line.number, column))));
    let members = number(&members).unwrap_or_else(|fault| {
        wrongs.push(fault.at(line.number, UnitColumn::Members));
        None
    });
    (wrongs.len() == before).then(|| UnitRow {
        line: line.number,
        code,
        name,
        parent: Some(parent).filter(|parent| !parent.is_empty()),
        kind,
        members,
    })
}

fn code_fault(code: &str) -> Option<CellFault> {
    let sound = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let fits = (1..=CODE_CHARS_MAX).contains(&code.chars().count());
    (!fits || !code.chars().all(sound)).then(|| CellFault::Code(code.to_owned()))
}

fn name_fault(name: &str) -> Option<CellFault> {
    let chars = name.chars().count();
    if is_old_encoding(name) {
        return Some(CellFault::OldEncoding);
    }
    (!(1..=NAME_CHARS_MAX).contains(&chars)).then_some(CellFault::Name(chars))
}

fn kind_fault(kind: &str) -> Option<CellFault> {
    if is_old_encoding(kind) {
        return Some(CellFault::OldEncoding);
    }
    kind.is_empty().then_some(CellFault::Kind)
}

/// Whether this was typed for a font of the years before Unicode: TCVN3 (`C«ng ®oµn`) or VNI (`Coâng ñoaøn`).
///
/// Such a text is valid Unicode and shows as nonsense. Their marks are Latin-1 characters that no Vietnamese word
/// has: signs inside a word in TCVN3, letters of other languages in VNI.
fn is_old_encoding(text: &str) -> bool {
    let vni = |c: char| "øûñäåöïëüØÛÑÄÅÖÏËÜ".contains(c);
    let tcvn3 = |c: char| "®µ¸¹¶·©«¬¨ª\u{ad}§".contains(c);
    let chars: Vec<char> = text.chars().collect();
    let in_a_word = |pair: &[char]| match pair {
        ['®' | '§', after] => after.is_alphabetic(),
        [before, sign] => before.is_alphabetic() && tcvn3(*sign),
        _ => false,
    };
    chars.iter().copied().any(vni) || chars.windows(2).any(in_a_word)
}

/// A number of people, with or without dots between the thousands; empty is none.
fn number(text: &str) -> Result<Option<i64>, CellFault> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.replace('.', "").parse() {
        Ok(number) if (0..=MEMBERS_MAX).contains(&number) => Ok(Some(number)),
        _ => Err(CellFault::Number(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::is_old_encoding;

    #[test]
    fn texts_of_old_fonts_are_told_from_vietnamese() {
        for old in [
            "C«ng ®oµn",
            "Së Néi vô, phßng Tæ chøc c¸n bé",
            "Coâng ñoaøn",
            "Phoøng Toå chöùc",
        ] {
            assert!(is_old_encoding(old), "{old}");
        }
        for new in [
            "Công đoàn Sở Nội vụ",
            "Tổ “Một cửa” · tầng 2",
            "Trường ĐH Ngoại ngữ – ĐHQG",
            "Ý Yên, Óc Eo, Ủy ban, chùa Ò",
            "Khối A & B (ca đêm)",
        ] {
            assert!(!is_old_encoding(new), "{new}");
        }
    }
}

//! What may stand in a cell whose values are few: kinds, levels, letters, shares, days.
//!
//! Knows the values. Must not know whose cell it is.

use super::normalize::date;
use super::row::{BankColumn, KINDS, LETTERS, WorkbookWords};
use crate::campaign::{EXPECT, dates};
use crate::table;
use crate::text::fold;
use crate::told;
use crate::types::Language;

/// Whether what was written shows as it was meant.
pub(super) fn legible(written: &str, words: WorkbookWords<'_>) -> Result<(), String> {
    table::sound(written).map_err(|trouble| {
        let language = Language::of_code(told::code()).unwrap_or(Language::Vi);
        trouble.told(words.0, language)
    })
}

/// The value of a column in which only some values may stand.
pub(super) fn allowed(
    column: BankColumn,
    new: String,
    words: WorkbookWords<'_>,
) -> Result<String, String> {
    let one_of = |found: Option<&str>, known: &[String]| {
        found.map(str::to_owned).ok_or_else(|| {
            told!(
                "bank-none-of",
                given = new,
                column = column.name(),
                known = known.join(", ")
            )
        })
    };
    match column {
        BankColumn::Kind => {
            let kinds = KINDS.map(|(_, name)| name);
            let same =
                |name: &&str| fold(name) == fold(&new) || fold(&words.kind(name)) == fold(&new);
            let found = kinds.iter().find(|name| same(name)).copied();
            one_of(found, &kinds.map(|name| words.kind(name)))
        }
        BankColumn::Difficulty => {
            let known = ["1", "2", "3"];
            let found = known.iter().find(|one| **one == new).copied();
            one_of(found, &known.map(str::to_owned))
        }
        BankColumn::Expect => {
            let share = new.trim_end_matches(['%', ' ']);
            let known = share.parse().is_ok_and(|share: u8| EXPECT.contains(&share));
            let plain = share.trim_start_matches('0');
            one_of(known.then_some(plain), &[told!("bank-shares")])
        }
        BankColumn::Right => {
            let letter = new.trim_end_matches(['.', ')']).to_uppercase();
            let found = LETTERS.iter().find(|one| **one == letter).copied();
            one_of(found, &LETTERS.map(str::to_owned))
        }
        _ if column.dated() => {
            let day = date(&new);
            if dates::parse(&day).is_some() {
                Ok(day)
            } else {
                Err(told!("no-date", given = new))
            }
        }
        _ => Ok(new),
    }
}

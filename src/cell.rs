//! Cells of a workbook: how they are called, and what they say as text.
//!
//! Knows Excel's values. Must not know what a workbook is about.

use calamine::Data;

/// `A` for 0, `Z` for 25, `AA` for 26.
pub(crate) fn letters(column: u32) -> String {
    let letter = u8::try_from(column % 26).map_or('?', |place| char::from(b'A' + place));
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

/// What a cell says as text.
pub(crate) fn value(cell: &Data, dated: bool) -> Result<String, &'static str> {
    match cell {
        Data::Empty => Ok(String::new()),
        Data::String(text) => Ok(text.clone()),
        Data::Int(number) => Ok(number.to_string()),
        Data::Float(number) => {
            if number.fract() == 0.0 && number.abs() < 1e9 {
                Ok(format!("{number:.0}"))
            } else {
                Err("Excel has made a number of it")
            }
        }
        Data::DateTime(day) if dated && day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Ok(format!("{day:02}/{month:02}/{year}"))
        }
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => {
            Err("Excel has made a date or a time of it")
        }
        Data::Bool(_) => Err("Excel has made a truth value of it"),
        Data::Error(_) => Err("a formula that fails stands here"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_excel_calls_them() {
        let called = [0, 5, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(called, ["A", "F", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}

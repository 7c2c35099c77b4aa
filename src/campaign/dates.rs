//! Dates as the content writes them: `07/11/2017`.
//!
//! Knows the form. Must not know what a date is for.

use chrono::NaiveDate;

/// Reads `dd/mm/yyyy`, with leading zeros.
pub(crate) fn parse(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split('/').collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    if (day.len(), month.len(), year.len()) != (2, 2, 4) {
        return None;
    }
    NaiveDate::from_ymd_opt(number(year)?, number(month)?, number(day)?)
}

/// Reads the `d/m` of a yearly day, with or without leading zeros.
pub(crate) fn parse_yearly(text: &str) -> Option<(u32, u32)> {
    let (day, month) = text.split_once('/')?;
    let (day, month) = (number(day)?, number(month)?);
    // A leap year, so that 29/02 is a day.
    NaiveDate::from_ymd_opt(2028, month, day).map(|_| (day, month))
}

/// Digits only: `parse` alone would take a sign.
fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.chars()
        .all(|c| c.is_ascii_digit())
        .then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_in_the_one_form_are_dates() {
        assert_eq!(parse("07/11/2017"), NaiveDate::from_ymd_opt(2017, 11, 7));
        for wrong in [
            "7/11/2017",
            "2017-11-07",
            "31/02/2026",
            "07/11/17",
            "+7/11/2017",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_yearly_day_may_lack_zeros() {
        assert_eq!(parse_yearly("28/7"), Some((28, 7)));
        assert_eq!(parse_yearly("29/02"), Some((29, 2)));
        assert_eq!(parse_yearly("31/4"), None);
    }
}

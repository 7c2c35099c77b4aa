//! What a person typed for a step, as answers: numbers in one line, a day, a month, a choice, a text.
//!
//! Knows how people write each. Must not know whether the answer is likely: that is `checks`.

use chrono::{Datelike, NaiveDate};

use super::{Step, checks, day_number, number, shown};
use crate::campaign::form::{Field, FieldKind};
use crate::table::{self, Arg, Trouble, quoted};
use crate::text::fold;
use crate::types::{Answer, Language};

/// Years that a form can be about.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// A hundred per cent, in hundredths of one.
const WHOLE: i64 = 10_000;
/// People who have done one thing together.
const SHARES_MAX: usize = 10;

/// An answer for each field of the step, in order; or what is wrong, in one sentence.
pub(crate) fn read(
    step: &Step<'_>,
    typed: &str,
    language: Language,
) -> Result<Vec<Answer>, Trouble> {
    let parts = match step.fields {
        [_] => vec![typed],
        several => parts(several, typed)?,
    };
    let answers = step.fields.iter().zip(parts);
    answers
        .map(|(field, part)| one(field, part, language))
        .collect()
}

/// The answer that was typed for one field.
pub(super) fn one(field: &Field, typed: &str, language: Language) -> Result<Answer, Trouble> {
    table::sound(typed)?;
    let seen = table::tidy(typed);
    let folded = fold(&seen);
    if number::is_unknown(&folded) {
        return Ok(Answer::Unknown);
    }
    if !field.options.is_empty() && field.kind != FieldKind::Choices {
        let named = |name: &str| fold(name) == folded;
        let option = field
            .options
            .iter()
            .find(|one| named(&one.name.vi) || named(&one.name.en) || one.id == folded);
        if let Some(option) = option {
            return Ok(Answer::Chosen(option.id.clone()));
        }
    }
    let answer = match field.kind {
        FieldKind::Whole | FieldKind::Percent | FieldKind::Dong | FieldKind::Million => {
            number::one(field.kind, typed)?
        }
        FieldKind::Date => Answer::Number(day_number(day(&seen, &folded)?)),
        FieldKind::Month => Answer::Number(month(&seen, &folded)?),
        FieldKind::Choice => return Err(not_an_option(field, &seen, language)),
        FieldKind::Choices => several(field, &seen, language)?,
        FieldKind::Text => text(field, &seen)?,
        FieldKind::Shares => shares(&seen)?,
    };
    checks::limits(field, &answer, language)?;
    Ok(answer)
}

/// As many parts as there are fields: `41 28 19`, `41/28/19`, `41, 28, 19`, a line each.
fn parts<'t>(fields: &[Field], typed: &'t str) -> Result<Vec<&'t str>, Trouble> {
    let typed = typed.trim();
    let wanted = fields.len();
    let split = |mark: &str| -> Vec<&str> {
        let parts = typed.split(mark).map(str::trim).collect::<Vec<_>>();
        match mark {
            " " => parts.into_iter().filter(|part| !part.is_empty()).collect(),
            _ => parts,
        }
    };
    let marks = ["\n", ";", "|", "/", ", ", " ", ",", "-"];
    let whole = |(_, parts): &(&str, Vec<&str>)| {
        parts.len() > 1 && parts.iter().all(|part| !part.is_empty())
    };
    let found = marks
        .into_iter()
        .map(|mark| (mark, split(mark)))
        .find(whole);
    let (mark, found) = found.unwrap_or((" ", vec![typed]));
    // `1,234` is one number, or two; where two are asked for, `12 480` can only be two.
    let one = table::whole(typed).is_some() && mark != " ";
    if found.len() == wanted && !one {
        return Ok(found);
    }
    let found = if one { 1 } else { found.len() };
    Err(Trouble::new("form-count")
        .with("wanted", wanted)
        .with("found", found)
        .with("more", i64::from(found > wanted))
        .with("value", quoted(typed)))
}

/// The groups of digits, if nothing but these words and marks stands around them.
fn groups<'t>(folded: &'t str, words: &[&str]) -> Option<Vec<&'t str>> {
    let mut groups = Vec::new();
    for part in folded.split(|c: char| " /-.,".contains(c)) {
        let part = part
            .strip_prefix('t')
            .filter(|rest| rest.bytes().all(|c| c.is_ascii_digit()))
            .unwrap_or(part);
        match part {
            "" => {}
            word if words.contains(&word) => {}
            digits if digits.bytes().all(|c| c.is_ascii_digit()) => groups.push(digits),
            _ => return None,
        }
    }
    Some(groups)
}

fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    let year = if text.len() == 2 { 2000 + year } else { year };
    YEARS.contains(&year).then_some(year)
}

/// A day as people type it: `15/01/2026`, `ngày 15 tháng 1 năm 2026`.
pub(crate) fn day_of(typed: &str) -> Result<NaiveDate, Trouble> {
    table::sound(typed)?;
    let seen = table::tidy(typed);
    day(&seen, &fold(&seen))
}

fn day(seen: &str, folded: &str) -> Result<NaiveDate, Trouble> {
    let wrong = |key| Trouble::new(key).with("value", quoted(seen));
    let groups = groups(folded, &["ngay", "thang", "nam"]).ok_or_else(|| wrong("form-date"))?;
    match groups.as_slice() {
        [day, month, of] => {
            let found =
                (|| NaiveDate::from_ymd_opt(year(of)?, month.parse().ok()?, day.parse().ok()?))();
            found.ok_or_else(|| wrong("form-date"))
        }
        [_, _] => Err(wrong("form-date-part")),
        _ => Err(wrong("form-date")),
    }
}

fn month(seen: &str, folded: &str) -> Result<i64, Trouble> {
    let groups = groups(folded, &["thang", "nam"]).unwrap_or_default();
    let found = match groups.as_slice() {
        [month, of] => (|| NaiveDate::from_ymd_opt(year(of)?, month.parse().ok()?, 1))(),
        _ => None,
    };
    let month = found.ok_or_else(|| Trouble::new("form-month").with("value", quoted(seen)))?;
    Ok(i64::from(month.year()) * 100 + i64::from(month.month()))
}

/// Options by their names or by their place in the list, with commas between them.
fn several(field: &Field, seen: &str, language: Language) -> Result<Answer, Trouble> {
    let mut chosen = Vec::new();
    for part in seen.split([',', ';']).map(str::trim) {
        let folded = fold(part);
        let place = folded.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let named = field.options.iter().enumerate().find(|(at, option)| {
            Some(*at) == place || fold(&option.name.vi) == folded || fold(&option.name.en) == folded
        });
        let (_, option) = named.ok_or_else(|| not_an_option(field, part, language))?;
        if !chosen.contains(&option.id.as_str()) {
            chosen.push(option.id.as_str());
        }
    }
    Ok(Answer::Chosen(chosen.join(" ")))
}

/// Shares of one thing, `60 40` or `60%, 40%`: together a hundred per cent.
fn shares(seen: &str) -> Result<Answer, Trouble> {
    let joined = seen.replace(", ", " ").replace('%', " ");
    let parts = joined.split([' ', '/', ';', '|', '+', '-']);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if parts.len() > SHARES_MAX {
        return Err(Trouble::new("form-shares-many").with("max", SHARES_MAX));
    }
    let (mut sum, mut shares) = (0, Vec::new());
    for part in parts {
        let share = number::one(FieldKind::Percent, part)?.number();
        let Some(share) = share.filter(|share| (1..=WHOLE).contains(share)) else {
            return Err(Trouble::new("form-share").with("value", quoted(part)));
        };
        sum += share;
        shares.push(share_said(share));
    }
    if sum != WHOLE {
        return Err(Trouble::new("form-shares").with("sum", share_said(sum)));
    }
    Ok(Answer::Words(shares.join(" · ")))
}

fn share_said(share: i64) -> String {
    format!(
        "{}%",
        shown::number(FieldKind::Percent, share, Language::Vi)
    )
}

fn not_an_option(field: &Field, seen: &str, language: Language) -> Trouble {
    let names = field
        .options
        .iter()
        .map(|one| one.name.get(language).into());
    Trouble::new("form-choice")
        .with("value", quoted(seen))
        .with("options", Arg::List(names.collect()))
}

fn text(field: &Field, seen: &str) -> Result<Answer, Trouble> {
    let count = crate::types::count(seen.chars().count());
    if count > field.max {
        return Err(Trouble::new("form-long")
            .with("count", count)
            .with("max", field.max));
    }
    if count < field.min.max(1) {
        return Err(Trouble::new("form-short").with("min", field.min.max(1)));
    }
    Ok(Answer::Words(seen.to_owned()))
}

//! The year behind the demo's units: what was entered for the last one, and a period of this one that most have answered.
//!
//! Everything here is made up. Must not know how a form is filled in on a phone.

use anyhow::Context;
use chrono::NaiveDate;
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::db::{Db, Tx};
use crate::schedule;
use crate::store::forms::Origin;
use crate::store::{self, Result};
use crate::types::{Answer, FormName, Length, Span, UnitId};

/// The form, and the version that these are answers of.
const FORM: (&str, u32) = ("sonam", 1);

/// What the whole office entered for the last year.
const LAST_YEAR: [(&str, i64); 20] = [
    ("2.1", 47),
    ("2.2", 26),
    ("2.3", 21),
    ("3.1", 44),
    ("4.1", 10),
    ("4.2", 402),
    ("5.1", 3),
    ("5.2", 58),
    ("6.1", 20_250_228),
    ("7.1", 14),
    ("7.2", 13),
    ("8.1", 2),
    ("8.2", 1),
    ("8.3", 9_150),
    ("10.1", 9),
    ("10.2", 4),
    ("13.1", 12),
    ("14.1", 0),
    ("15.1", 2),
    ("15.2", 6),
];
/// What it said in words.
const WORDS: [(&str, &str); 4] = [
    ("1.1", "08/KH-CĐCS ngày 17/01/2025"),
    ("16.1", "Sinh hoạt chuyên đề chưa đều giữa các phòng."),
    ("16.2", "Việc cuối quý dồn vào cùng một thời điểm."),
    ("16.3", "Cấp trên gửi sớm chủ đề của từng quý."),
];

/// What three of its groups have handed in this year; the fourth is asked, and has not.
const FIELDS: [&str; 9] = [
    "2.1", "2.2", "2.3", "4.1", "4.2", "5.1", "5.2", "9.1", "14.1",
];
const GROUPS: [(&str, [i64; 9]); 3] = [
    ("SNV-VP", [15, 9, 7, 4, 58, 1, 12, 0, 0]),
    ("SNV-CB", [14, 8, 8, 3, 40, 1, 14, 1, 0]),
    ("SNV-CC", [16, 8, 5, 4, 61, 2, 20, 2, 0]),
];
pub(super) const OFFICE: &str = "SNV";

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Puts it there, once.
pub(super) async fn lay(db: &Db) -> anyhow::Result<()> {
    let form: FormName = FORM.0.parse().ok().context("the form's name")?;
    let last = Span::around(Length::Year, day(2025, 12, 1));
    let mut rng = StdRng::seed_from_u64(2);
    let mut tx = db.begin(at(day(2025, 12, 19)), &mut rng).await?;
    if let Some(office) = of(&mut tx, OFFICE).await? {
        let numbers = LAST_YEAR.map(|(field, number)| (field, Answer::Number(number)));
        let words = WORDS.map(|(field, words)| (field, Answer::Words(words.to_owned())));
        hand_in(
            &mut tx,
            (form, last),
            office,
            numbers.into_iter().chain(words),
        )
        .await?;
    }
    tx.commit().await?;
    let this = Span::around(Length::Year, day(2026, 11, 1));
    let mut tx = db.begin(at(day(2026, 11, 20)), &mut rng).await?;
    let office = of(&mut tx, OFFICE)
        .await?
        .context("the demo's office is missing")?;
    let below = store::form_periods::below(&mut tx, office).await?;
    let asked: Vec<UnitId> = below.iter().map(|(unit, ..)| *unit).collect();
    let due = day(2026, 12, 11);
    store::form_periods::open(&mut tx, (form, this), (office, due), &asked).await?;
    for (code, numbers) in GROUPS {
        if let Some(unit) = of(&mut tx, code).await? {
            let answers = FIELDS.into_iter().zip(numbers.map(Answer::Number));
            hand_in(&mut tx, (form, this), unit, answers).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

pub(super) fn at(day: NaiveDate) -> chrono::DateTime<chrono::Utc> {
    schedule::at(day, chrono::NaiveTime::default())
}

pub(super) async fn of(tx: &mut Tx, code: &str) -> Result<Option<UnitId>> {
    let all = store::units::all(tx).await?;
    let found = all.iter().find(|unit| unit.code == code);
    Ok(found.map(|unit| unit.id))
}

async fn hand_in(
    tx: &mut Tx,
    what: (FormName, Span),
    unit: UnitId,
    answers: impl Iterator<Item = (&'static str, Answer)>,
) -> Result {
    let one = store::forms::begin(tx, what, unit).await?;
    if one.revision > 0 {
        return Ok(());
    }
    for (field, answer) in answers {
        store::forms::answer(tx, (one.id, one.draft()), field, &answer).await?;
    }
    store::forms::submit(tx, &one, FORM.1, Origin::Unit).await
}

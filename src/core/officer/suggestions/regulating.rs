//! By which regulation a unit gathers suggestions: its number and day, typed by an officer and written into the audit.
//!
//! Knows how numbers of papers are typed. Must not know whether such a paper exists: whoever types it answers for that.

use chrono::NaiveDate;
use rand::RngExt;

use crate::core::access::suggestions as access;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Purpose;
use crate::store::audit::{AuditAction, Change, Changed, What};
use crate::store::suggestions::boxes;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::{self, StoreError};
use crate::text::one_line;
use crate::types::UnitId;

/// Letters of a paper's number.
const NUMBER_MAX: usize = 40;

/// Asks for number and day.
pub(super) async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), StoreError> {
    let home = access::home(ctx, unit)
        .await?
        .filter(|home| home.id == unit);
    let (Some(home), true) = (home, access::may_regulate(ctx, caller.user, unit).await?) else {
        return ctx.alert(tap, caller.language, "toast-no-right").await;
    };
    let draft = Draft::new(unit, ctx.tx.rng.random(), Asking::Regulation);
    store::dialogs::leave(ctx.tx, caller.user).await?;
    drafts::keep(ctx.tx, caller.user, &draft).await?;
    ctx.ack(tap).await?;
    let args = [("unit", home.name.into())];
    let screen = Screen::words(ctx.html(caller.language, "suggest-regulate", &args));
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// Takes what was typed.
pub(super) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    draft: &Draft,
) -> Result<bool, StoreError> {
    if !access::may_regulate(ctx, caller.user, draft.unit_id).await? {
        return Ok(false);
    }
    let line = one_line(text);
    let Some((number, dated)) = read(&line).filter(|(_, day)| *day <= ctx.tx.today()) else {
        ctx.say(caller, "suggest-regulate-unread", &[]).await?;
        return Ok(true);
    };
    let Some(unit) = store::units::by_id(ctx.tx, draft.unit_id).await? else {
        return Ok(false);
    };
    let before = boxes::of(ctx.tx, unit.id).await?;
    boxes::regulate(ctx.tx, unit.id, (&number, dated)).await?;
    let paper = |number: &str, day: NaiveDate| format!("{number} · {}", day.format("%d/%m/%Y"));
    let before = before.map_or_else(String::new, |open| paper(&open.number, open.dated));
    let change = Change::of(&unit.code, What::Regulation, before, paper(&number, dated));
    let changed = Changed::from_iter([change]);
    let on = AuditAction::SuggestionsOn;
    store::audit::note_changed(ctx.tx, unit.id, caller.user, on, &changed).await?;
    drafts::drop(ctx.tx, caller.user).await?;
    let args = [
        ("unit", unit.name.into()),
        ("number", number.into()),
        ("dated", dated.format("%d/%m/%Y").to_string().into()),
    ];
    let desk = Button::Suggestion(SuggestionAction::Desk(unit.id));
    let screen = Screen {
        text: ctx.html(caller.language, "suggest-regulated", &args),
        keyboard: vec![vec![ctx.key(caller.language, "button-suggest-desk", desk)]],
    };
    ctx.send(caller.user, screen, Purpose::Plain).await?;
    Ok(true)
}

/// `05/QC-SNV 12/03/2025`, with or without words between them: a number, then a day.
fn read(line: &str) -> Option<(String, NaiveDate)> {
    let (before, day) = line.rsplit_once(' ')?;
    let day = day.trim_end_matches('.').replace(['-', '.'], "/");
    let dated = NaiveDate::parse_from_str(&day, "%d/%m/%Y").ok()?;
    if !(2000..=2100).contains(&chrono::Datelike::year(&dated)) {
        return None;
    }
    let number = before
        .trim_end_matches([',', ';', ' '])
        .trim_end_matches("ngày")
        .trim_end_matches([',', ';', ' '])
        .trim_start_matches("Số")
        .trim_start_matches("số")
        .trim();
    let fits = (1..=NUMBER_MAX).contains(&number.chars().count())
        && number.chars().any(|letter| letter.is_ascii_digit());
    fits.then(|| (number.to_owned(), dated))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_a_day_are_read_as_people_type_them() {
        let day = NaiveDate::from_ymd_opt(2025, 3, 12);
        for typed in [
            "05/QC-SNV 12/03/2025",
            "05/QC-SNV, ngày 12/3/2025",
            "Số 05/QC-SNV ngày 12-03-2025",
            "số 05/QC-SNV 12.03.2025.",
        ] {
            let (number, dated) = read(typed).expect(typed);
            assert_eq!(
                (number.as_str(), Some(dated)),
                ("05/QC-SNV", day),
                "{typed}"
            );
        }
        for typed in [
            "có",
            "05/QC-SNV",
            "12/03/2025",
            "quy chế 12/03/2025",
            "05 12/03/1925",
            "",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}

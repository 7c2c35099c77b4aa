//! The weekly item: one thought on one criterion.
//!
//! Knows which item a week has and when it counts as read. Must not know its words.

use crate::campaign::Item;
use crate::core::ctx::{Ctx, Tap};
use crate::core::member::year;
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::members::Member;
use crate::store::rounds::Round;
use crate::store::{self, Result};
use crate::types::{CriterionId, Language, RoundId};

/// The criterion of the campaign's week `number`, and how often it has come before. The themes alternate, so that
/// four weeks have all four.
pub(in crate::core) fn subject(number: i64) -> (CriterionId, i64) {
    let place = u8::try_from(number.rem_euclid(12)).unwrap_or(0);
    (
        CriterionId {
            theme: place % 4 + 1,
            number: place / 4 + 1,
        },
        number.div_euclid(12),
    )
}

/// The item of a criterion that has come `times` before; `None` if it has none on that day.
pub(in crate::core) fn choose<'a>(
    ctx: &Ctx<'a>,
    criterion: CriterionId,
    times: i64,
) -> Option<&'a Item> {
    let today = ctx.tx.today();
    let active: Vec<&Item> = ctx.core.campaign.items_for(criterion, today).collect();
    let count = i64::try_from(active.len())
        .ok()
        .filter(|count| *count > 0)?;
    usize::try_from(times.rem_euclid(count))
        .ok()
        .and_then(|index| active.get(index).copied())
}

/// Sends a new member an item at once.
pub(in crate::core) async fn welcome(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    if let Some(round) = store::rounds::current(ctx.tx).await? {
        let note = content_note(ctx, member.language);
        return push_with(ctx, member, &round, None, note).await;
    }
    // Between two rounds: the last week's item, so that the next push brings a new one.
    let cadence = &ctx.core.rules.cadence;
    let next = cadence
        .next_week(ctx.tx.now())
        .map_or(0, |week| cadence.week_number(week.monday));
    let (criterion, times) = subject(next - 1);
    let Some(item) = choose(ctx, criterion, times) else {
        return Ok(());
    };
    let mut screen = ctx.renderer(member.language).item(item);
    screen.text.push_str(&content_note(ctx, member.language));
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// Below the first item of who reads English: what stays Vietnamese. Nothing for others.
pub(in crate::core) fn content_note(ctx: &Ctx<'_>, language: Language) -> String {
    match language {
        Language::En => format!("\n\n{}", ctx.html(language, "content-vietnamese", &[])),
        Language::Vi => String::new(),
    }
}

/// Enqueues the item of a round: as a reply, or, with `until`, as a notice.
pub(in crate::core) async fn push(
    ctx: &mut Ctx<'_>,
    member: &Member,
    round: &Round,
    until: Option<chrono::DateTime<chrono::Utc>>,
) -> Result {
    push_with(ctx, member, round, until, String::new()).await
}

async fn push_with(
    ctx: &mut Ctx<'_>,
    member: &Member,
    round: &Round,
    until: Option<chrono::DateTime<chrono::Utc>>,
    note: String,
) -> Result {
    let Some(item) = choose(ctx, round.criterion, round.cycle) else {
        return Ok(());
    };
    store::participations::begin(ctx.tx, member.id, round.id, member.unit, Some(&item.id)).await?;
    let mut screen = ctx.renderer(member.language).item_to_read(item, round.id);
    screen.text.push_str(&note);
    let more = checkin_row(ctx, member.language).await?;
    screen.keyboard.extend(more);
    year::under_item(ctx, member, &mut screen).await?;
    let purpose = Purpose::Item(member.id, round.id);
    match until {
        None => ctx.send(member.user, screen, purpose).await,
        Some(until) => {
            ctx.send_until(
                member.user,
                screen,
                purpose,
                crate::outgoing::Lane::Notice,
                until,
            )
            .await
        }
    }
}

/// Records that a member has read the item.
pub(in crate::core) async fn read(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: RoundId,
) -> Result {
    let item = store::participations::of_member(ctx.tx, member.id, id)
        .await?
        .and_then(|(_, item)| item);
    let round = store::rounds::by_id(ctx.tx, id).await?;
    let (Some(item), Some(round)) = (item, round) else {
        return ctx.no_button(tap, member.language).await;
    };
    if ctx.tx.now() >= round.closes_at {
        return ctx
            .answer_callback(tap, member.language, "toast-item-closed")
            .await;
    }
    if !store::tallies::read(ctx.tx, member.id, id).await? {
        return ctx
            .answer_callback(tap, member.language, "toast-read-before")
            .await;
    }
    ctx.answer_callback(tap, member.language, "toast-read")
        .await?;
    let Some(item) = ctx.core.campaign.item(&item) else {
        return Ok(());
    };
    let mut screen = ctx.renderer(member.language).item_read(item);
    let more = checkin_row(ctx, member.language).await?;
    screen.keyboard.extend(more);
    year::under_item(ctx, member, &mut screen).await?;
    match tap.message {
        Some(message) => ctx.edit(member.user.into(), message, screen).await,
        None => Ok(()),
    }
}

/// The button to the monthly check-in while one is open; it has no message of its own (see “Why” in the crate's
/// page).
pub(in crate::core) async fn checkin_row(
    ctx: &mut Ctx<'_>,
    language: Language,
) -> Result<Option<Vec<Key>>> {
    let open = store::checkins::current(ctx.tx).await?;
    Ok(open.map(|_| vec![ctx.key(language, "button-checkin", Button::Checkin)]))
}

#[cfg(test)]
mod tests {
    use super::subject;

    #[test]
    fn twelve_weeks_bring_all_twelve_criteria_and_every_month_all_four_themes() {
        let year: Vec<String> = (0..12).map(|week| subject(week).0.to_string()).collect();
        assert_eq!(
            year,
            [
                "1.1", "2.1", "3.1", "4.1", "1.2", "2.2", "3.2", "4.2", "1.3", "2.3", "3.3", "4.3"
            ]
        );
        assert_eq!(subject(25), (subject(1).0, 2));
        assert_eq!(subject(-1), (subject(11).0, -1));
    }
}

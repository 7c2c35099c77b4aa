//! `/myyear`: a member's own year, made on the spot, marked as theirs alone, kept nowhere. No points, no list of what is
//! missing, nothing compared: it is there to copy from.
//!
//! Knows what is held on the member. Must not know what the file looks like.

use crate::core::ctx::{Ctx, Screen, Tap};
use crate::core::member::sheet;
use crate::event::{Button, SurveyAction};
use crate::outgoing::Purpose;
use crate::report;
use crate::report::document::own::{MyYear, MyYearWeek};
use crate::store::members::Member;
use crate::store::{self, Result};
use crate::types::Span;

/// `/myyear`.
pub(in crate::core) async fn show(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let language = member.language;
    let year = year(ctx, member).await?;
    let args = [
        ("year", year.period.as_str().into()),
        ("unit", year.unit.as_str().into()),
        ("read", year.read.into()),
        ("finished", year.finished.into()),
        ("criteria", year.criteria.into()),
    ];
    let text = ctx.html(language, "my-year", &args);
    let file = Button::Survey(SurveyAction::MyYear);
    let keyboard = vec![vec![ctx.key(language, "button-my-year-file", file)]];
    let screen = Screen { text, keyboard };
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// The same as a file.
pub(in crate::core) async fn file(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    let year = year(ctx, member).await?;
    let bytes = report::document::own::my_year(&year, &ctx.core.texts, member.language);
    let name = ctx.plain(member.language, "file-my-year-name", &[]);
    sheet::send(ctx, member, &name, bytes, "my-year-file").await
}

/// This year so far, from what is held on the member.
async fn year(ctx: &mut Ctx<'_>, member: &Member) -> Result<MyYear> {
    let language = member.language;
    let today = ctx.tx.today();
    let span = Span::year_from(ctx.core.year_start, today);
    let rows = store::participations::year(ctx.tx, member.id, (span.from(), today)).await?;
    let mut weeks = Vec::new();
    for row in rows.iter().filter(|row| row.read || row.finished) {
        let item = row.item.as_deref().filter(|_| row.read);
        let item = item.and_then(|id| ctx.core.campaign.item(id));
        weeks.push(MyYearWeek {
            monday: row.monday,
            criterion: row.criterion.to_string(),
            item: item.map(|item| ctx.core.texts.addressed(&item.title)),
            finished: row.finished,
        });
    }
    let mut criteria: Vec<&str> = weeks.iter().map(|week| week.criterion.as_str()).collect();
    criteria.sort_unstable();
    criteria.dedup();
    Ok(MyYear {
        period: ctx.period(language, span),
        unit: ctx.unit_name(member.unit).await?,
        day: today,
        read: weeks.iter().filter(|week| week.item.is_some()).count(),
        finished: weeks.iter().filter(|week| week.finished).count(),
        criteria: criteria.len(),
        weeks,
    })
}

//! `/commend`: an officer commends a member who has agreed to be named.
//!
//! Knows who may be proposed to whom, and what is posted. Names are read from where the consent keeps them and are
//! written nowhere else; an officer never commends themselves.

mod draft;
mod merit;

pub(in crate::core) use draft::{choose, discard, post, rewrite, wrote};

use chrono::Days;

use self::merit::Ground;
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, Commend, ConsentPart};
use crate::outgoing::Keyboard;
use crate::store::audit::AuditAction;
use crate::store::named::{Candidate, WeekActivity};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Language, MemberId, UnitId};

/// In a unit with more people who may be named, a unit below it must be chosen: that one knows them, and reading so
/// many would take too long for one transaction.
const CANDIDATES_MAX: u32 = 500;

/// `/commend`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Commend(Commend::Draw(unit));
    officers::open(ctx, caller, words, button, proposals).await
}

/// The same from a button, which draws again.
pub(in crate::core) async fn draw(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    officers::reopen(ctx, caller, tap, unit, proposals).await
}

async fn proposals(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let named = [("unit", unit.name.as_str().into())];
    let Some(all) = eligible(ctx, caller, unit.id).await? else {
        return Ok(Screen::words(ctx.html(language, "commend-many", &named)));
    };
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Draw).await?;
    if all.is_empty() {
        return Ok(Screen::words(ctx.html(language, "commend-nobody", &named)));
    }
    let more = all.len() > merit::HANDFUL;
    let drawn = merit::drawn(all, &mut ctx.tx.rng);
    let lines: Vec<String> = drawn
        .iter()
        .map(|proposal| line(ctx, language, proposal))
        .collect();
    let mut keyboard: Keyboard = drawn
        .into_iter()
        .map(|(person, _)| {
            let choose = Button::Commend(Commend::Choose(unit.id, person.id));
            vec![choose.key(person.name)]
        })
        .collect();
    if more {
        let again = Button::Commend(Commend::Draw(unit.id));
        keyboard.push(vec![ctx.key(language, "button-commend-draw", again)]);
    }
    let head = ctx.html(language, "commend", &named);
    let foot = ctx.html(language, "commend-how", &[]);
    Ok(Screen {
        text: format!("{head}\n\n{}\n\n{foot}", lines.join("\n")),
        keyboard,
    })
}

fn line(ctx: &Ctx<'_>, language: Language, (person, ground): &(Candidate, Ground)) -> String {
    let mut args = vec![
        ("name", person.name.as_str().into()),
        ("unit", person.unit.as_str().into()),
    ];
    let key = match ground {
        Ground::Steady { took, of } => {
            args.extend([("took", (*took).into()), ("of", (*of).into())]);
            "commend-steady"
        }
        Ground::Improved => "commend-improved",
    };
    ctx.html(language, key, &args)
}

/// Everybody who may be proposed to this officer in this unit's name; `None` if there are too many to look at.
async fn eligible(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: UnitId,
) -> Result<Option<Vec<(Candidate, Ground)>>> {
    let core = ctx.core;
    let holding = store::named::holding(&[
        ("account", core.proof(ConsentPart::Account)),
        ("abroad", core.proof(ConsentPart::Abroad)),
        ("named", core.proof(ConsentPart::Named)),
    ]);
    // Members who were commended within the weeks looked at are left out, in favour of others.
    let since = ctx.tx.today() - Days::new(u64::from(7 * merit::WEEKS));
    let limit = CANDIDATES_MAX + 1;
    let all = store::named::candidates(ctx.tx, unit, caller.user, &holding, since, limit).await?;
    if all.len() > usize::try_from(CANDIDATES_MAX).unwrap_or(usize::MAX) {
        return Ok(None);
    }
    let rounds = store::named::newest_closed(ctx.tx, merit::WEEKS).await?;
    let ids: Vec<_> = all.iter().map(|person| person.id).collect();
    let weeks = store::named::weeks(ctx.tx, &ids, &rounds).await?;
    let of = |person: &Candidate| {
        let own = weeks.iter().filter(|week| week.member == person.id);
        merit::ground(&own.copied().collect::<Vec<WeekActivity>>())
    };
    let proposals = all
        .into_iter()
        .filter_map(|person| of(&person).map(|ground| (person, ground)));
    Ok(Some(proposals.collect()))
}

/// Whether this member may be proposed to this officer in this unit's name.
async fn proposed(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: UnitId,
    member: MemberId,
) -> Result<bool> {
    let all = eligible(ctx, caller, unit).await?.unwrap_or_default();
    Ok(all.iter().any(|(person, _)| person.id == member))
}

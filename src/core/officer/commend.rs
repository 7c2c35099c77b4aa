//! `/commend`: an officer commends a member who has agreed to be named.
//!
//! Knows who may be proposed to whom, and what is posted. Names are read from where the consent keeps them and are
//! written nowhere else; an officer never commends themselves.

mod draft;
mod merit;

pub(in crate::core) use draft::{choose, drop_it, post, rewrite, wrote};

use chrono::Days;

use self::merit::Ground;
use crate::core::access::officers;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Commend, Part};
use crate::outgoing::{Key, Keyboard};
use crate::store::audit::Deed;
use crate::store::named::{Candidate, Week};
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::types::{Language, MemberId, UnitId};

/// Above a unit with more people who may be named, one below it is chosen: it knows them, and a look at so many
/// would keep everybody waiting.
const CANDIDATES_MAX: u32 = 500;

/// `/commend`, with or without a unit's name or code.
pub(in crate::core) async fn open(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
) -> Result<(), Fault> {
    let button = |unit| Button::Commend(Commend::Draw(unit));
    officers::open(turn, visitor, words, button, proposals).await
}

/// The same from a button, and others by lot.
pub(in crate::core) async fn draw(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    officers::reopen(turn, visitor, tap, unit, proposals).await
}

async fn proposals(turn: &mut Turn<'_>, visitor: &Visitor, unit: &Unit) -> Result<Screen, Fault> {
    let language = visitor.language;
    let named = [("unit", unit.name.as_str().into())];
    let Some(all) = eligible(turn, visitor, unit.id).await? else {
        return Ok(Screen::words(turn.html(language, "commend-many", &named)));
    };
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Draw).await?;
    if all.is_empty() {
        return Ok(Screen::words(turn.html(language, "commend-nobody", &named)));
    }
    let more = all.len() > merit::HANDFUL;
    let drawn = merit::drawn(all, &mut turn.tx.chance);
    let lines: Vec<String> = drawn
        .iter()
        .map(|proposal| line(turn, language, proposal))
        .collect();
    let mut keyboard: Keyboard = drawn
        .into_iter()
        .map(|(person, _)| {
            let choose = Button::Commend(Commend::Choose(unit.id, person.id));
            vec![Key {
                label: person.name,
                data: choose.data(),
            }]
        })
        .collect();
    if more {
        let again = Button::Commend(Commend::Draw(unit.id));
        keyboard.push(vec![turn.key(language, "button-commend-draw", again)]);
    }
    let head = turn.html(language, "commend", &named);
    let foot = turn.html(language, "commend-how", &[]);
    Ok(Screen {
        text: format!("{head}\n\n{}\n\n{foot}", lines.join("\n")),
        keyboard,
    })
}

fn line(turn: &Turn<'_>, language: Language, (person, ground): &(Candidate, Ground)) -> String {
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
    turn.html(language, key, &args)
}

/// Everybody who may be proposed to this officer in this unit's name; `None` if there are too many to look at.
async fn eligible(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    unit: UnitId,
) -> Result<Option<Vec<(Candidate, Ground)>>, Fault> {
    let core = turn.core;
    let holding = store::named::holding(&[
        ("account", core.proof(Part::Account)),
        ("abroad", core.proof(Part::Abroad)),
        ("named", core.proof(Part::Named)),
    ]);
    // Who was commended lately makes room for others.
    let since = turn.tx.today() - Days::new(u64::from(7 * merit::WEEKS));
    let limit = CANDIDATES_MAX + 1;
    let all = store::named::candidates(turn.tx, unit, visitor.user, &holding, since, limit).await?;
    if all.len() > usize::try_from(CANDIDATES_MAX).unwrap_or(usize::MAX) {
        return Ok(None);
    }
    let rounds = store::named::newest_closed(turn.tx, merit::WEEKS).await?;
    let ids: Vec<_> = all.iter().map(|person| person.id).collect();
    let weeks = store::named::weeks(turn.tx, &ids, &rounds).await?;
    let of = |person: &Candidate| {
        let own = weeks.iter().filter(|week| week.member == person.id);
        merit::ground(&own.copied().collect::<Vec<Week>>())
    };
    let proposals = all
        .into_iter()
        .filter_map(|person| of(&person).map(|ground| (person, ground)));
    Ok(Some(proposals.collect()))
}

/// Whether this member may be proposed to this officer in this unit's name.
async fn proposed(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    unit: UnitId,
    member: MemberId,
) -> Result<bool, Fault> {
    let all = eligible(turn, visitor, unit).await?.unwrap_or_default();
    Ok(all.iter().any(|(person, _)| person.id == member))
}

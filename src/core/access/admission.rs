//! Being let into a unit: who asks by its name sees a number of two digits; an officer asks them for it and picks it
//! out of three. So nobody is let in whom no officer has spoken to.
//!
//! Knows how many may wait, for how long, and who is asked. Must not know what being in means.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, Utc};
use rand::seq::{IndexedRandom, SliceRandom};

use super::officers;
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::event::{Button, ConsentPart, UnitAction};
use crate::outgoing::{Keyboard, Lane, Purpose};
use crate::store::deletions::Deleted;
use crate::store::join_requests::{JoinRequest, NewJoinRequest};
use crate::store::units::Unit;
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{JoinRequestId, Language, UnitId, UserId};

/// So many wait for a unit; who comes then is told to use the link. Accounts made by the dozen fill no more than that.
const WAITING_MAX: i64 = 20;

/// So many days a request is open.
pub(in crate::core) const OPEN_DAYS: u64 = 14;

/// After so many days without an answer whoever was asked is reminded, and the next above are asked as well: officers may
/// have never opened the bot, or have closed it.
const RAISED_DAYS: u64 = 3;

/// So many days after a refusal nobody asks again.
const REFUSED_DAYS: u64 = 14;

/// Numbers that an officer chooses from: a tap without a look is wrong more often than not, and then nobody is let in.
const CHOICES: usize = 3;

/// Officers who are asked; of more, those with the highest titles.
const ASKED_MAX: usize = 10;

/// Why somebody cannot ask now, as a text; `None` if they can.
pub(in crate::core) async fn hindrance(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
) -> Result<Option<String>> {
    let language = caller.language;
    if officers::may(ctx, caller.user, unit.id).await? {
        // Nobody confirms themselves, and an officer has the link at hand.
        let args = [("unit", unit.name.as_str().into())];
        return Ok(Some(ctx.html(language, "asking-own", &args)));
    }
    let today = ctx.tx.today();
    let paused = store::join_requests::paused(ctx.tx, caller.user).await?;
    if let Some(until) = paused.filter(|until| *until > today) {
        let args = [("unit", unit.name.as_str().into()), ("until", day(until))];
        return Ok(Some(ctx.html(language, "asking-paused", &args)));
    }
    let full = store::join_requests::waiting(ctx.tx, unit.id).await? >= WAITING_MAX;
    let args = [("unit", unit.name.as_str().into())];
    Ok(full.then(|| ctx.html(language, "asking-full", &args)))
}

/// Writes the request down and asks the officers. Returns what the asker sees.
pub(in crate::core) async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    consents: Vec<(ConsentPart, String)>,
) -> Result<Screen> {
    // One at a time: who wants another unit takes this one back first.
    if let Some(request) = store::join_requests::of(ctx.tx, caller.user).await? {
        return waiting(ctx, caller.language, &request).await;
    }
    let choices = draw(ctx, unit).await?;
    let Some(digits) = choices.first().copied() else {
        return Err(StoreError::Bug("no numbers to choose from".into()));
    };
    let mut shown = choices;
    shown.shuffle(&mut ctx.tx.rng);
    let new = NewJoinRequest {
        user: caller.user,
        unit: unit.id,
        language: caller.language,
        digits,
        choices: shown,
        consents,
    };
    let id = store::join_requests::open(ctx.tx, &new).await?;
    // One card shows who waits, one after the other: whoever comes while it stands is counted on it.
    if !store::join_requests::asked_today(ctx.tx, unit.id, id).await? {
        for officer in asked(ctx, unit).await? {
            let language = officers::language(ctx, officer).await?;
            if let Some(card) = card(ctx, language, unit, None).await? {
                ctx.send(officer, card, Purpose::Plain).await?;
            }
        }
    }
    match store::join_requests::of(ctx.tx, caller.user).await? {
        Some(request) => waiting(ctx, caller.language, &request).await,
        None => Err(StoreError::Bug("a request is gone".into())),
    }
}

/// Different numbers of two digits, none of them on the card of anybody else who waits: a number that an officer was
/// told is on one card at most.
async fn draw(ctx: &mut Ctx<'_>, unit: &Unit) -> Result<Vec<u8>> {
    let mut free: Vec<u8> = (10..=99).collect();
    for request in store::join_requests::of_unit(ctx.tx, unit.id).await? {
        free.retain(|number| !request.choices.contains(number));
    }
    Ok(free.sample(&mut ctx.tx.rng, CHOICES).copied().collect())
}

/// The officers of the unit, where there are none those of the nearest unit above, where there are none at all the
/// owners.
pub(in crate::core) async fn asked(ctx: &mut Ctx<'_>, unit: &Unit) -> Result<Vec<UserId>> {
    let levels = levels(ctx, unit).await?;
    Ok(levels.into_iter().next().unwrap_or_default())
}

/// All who can let somebody in, the nearest first; the owners are the last.
async fn levels(ctx: &mut Ctx<'_>, unit: &Unit) -> Result<Vec<Vec<UserId>>> {
    let mut levels = Vec::new();
    for unit in store::units::lineage(ctx.tx, unit.id)
        .await?
        .into_iter()
        .rev()
    {
        let found = store::officers::of_unit(ctx.tx, unit).await?;
        if !found.is_empty() {
            let users = found.into_iter().map(|officer| officer.user);
            levels.push(users.take(ASKED_MAX).collect());
        }
    }
    levels.push(ctx.core.rules.owners.iter().copied().collect());
    Ok(levels)
}

/// Who has waited long: the officers who were asked hear of it again, the next above for the first time, and the person
/// reads what else they can do. At most `limit` of them; `true` if there were any.
pub(in crate::core) async fn raise(
    ctx: &mut Ctx<'_>,
    limit: u32,
    until: DateTime<Utc>,
) -> Result<bool> {
    let asked_on = ctx.tx.today() - Days::new(RAISED_DAYS);
    let waiting = store::join_requests::raise(ctx.tx, asked_on, limit).await?;
    for request in &waiting {
        let args = [
            ("unit", ctx.unit_name(request.unit).await?.into()),
            ("digits", request.digits.to_string().into()),
            ("until", day(request.asked_on + Days::new(OPEN_DAYS))),
        ];
        let screen = Screen {
            text: ctx.html(request.language, "asking-raised", &args),
            keyboard: vec![vec![ctx.key(
                request.language,
                "button-withdraw",
                Button::Withdraw,
            )]],
        };
        ctx.send_until(request.user, screen, Purpose::Plain, Lane::Notice, until)
            .await?;
    }
    // One card a unit, as when they asked.
    let units: BTreeSet<UnitId> = waiting.iter().map(|request| request.unit).collect();
    for unit in units {
        let Some(unit) = store::units::by_id(ctx.tx, unit).await? else {
            continue;
        };
        let levels = levels(ctx, &unit).await?;
        let asked: BTreeSet<UserId> = levels.into_iter().take(2).flatten().collect();
        for officer in asked {
            let language = officers::language(ctx, officer).await?;
            if let Some(card) = card(ctx, language, &unit, None).await? {
                let again = ctx.html(language, "admission-raised", &[]);
                let text = format!("{again}\n\n{}", card.text);
                let card = Screen { text, ..card };
                ctx.send_until(officer, card, Purpose::Plain, Lane::Notice, until)
                    .await?;
            }
        }
    }
    Ok(!waiting.is_empty())
}

/// What officers see of one who waits, and how many do; `None` if nobody does. Who: `from` or the next after it, else who
/// has waited longest.
pub(in crate::core) async fn card(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: &Unit,
    from: Option<JoinRequestId>,
) -> Result<Option<Screen>> {
    let waiting = store::join_requests::of_unit(ctx.tx, unit.id).await?;
    let place = waiting
        .iter()
        .position(|request| from.is_none_or(|from| request.id >= from));
    let place = place.unwrap_or(0);
    let Some(request) = waiting.get(place) else {
        return Ok(None);
    };
    let speaks = match request.language {
        Language::Vi => "language-vi",
        Language::En => "language-en",
    };
    let args = [
        ("unit", unit.name.as_str().into()),
        ("count", count(waiting.len())),
        ("place", count(place + 1)),
        ("day", day(request.asked_on)),
        ("language", ctx.plain(language, speaks, &[]).into()),
    ];
    let pick = |number: &u8| {
        Button::Unit(UnitAction::Pick(unit.id, request.id, *number)).key(number.to_string())
    };
    let mut keyboard = vec![request.choices.iter().map(pick).collect()];
    for (label, action) in [
        ("button-no-match", UnitAction::NoMatch(unit.id, request.id)),
        ("button-reject", UnitAction::Reject(unit.id, request.id)),
    ] {
        keyboard.push(vec![ctx.key(language, label, Button::Unit(action))]);
    }
    keyboard.extend(turn(ctx, language, request).await?);
    Ok(Some(Screen {
        text: ctx.html(language, "admission", &args),
        keyboard,
    }))
}

/// The button to whoever comes after that one, and after the last to the first: one who does not answer holds up nobody.
pub(in crate::core) async fn turn(
    ctx: &mut Ctx<'_>,
    language: Language,
    request: &JoinRequest,
) -> Result<Keyboard> {
    let waiting = store::join_requests::of_unit(ctx.tx, request.unit).await?;
    let after = waiting.iter().find(|other| other.id > request.id);
    let next = after.or(waiting.first());
    let key = next.filter(|next| next.id != request.id).map(|next| {
        let button = Button::Unit(UnitAction::WaitingAt(next.unit, next.id));
        ctx.key(language, "button-next-person", button)
    });
    Ok(key.into_iter().map(|key| vec![key]).collect())
}

/// What the asker sees until they are let in.
pub(in crate::core) async fn waiting(
    ctx: &mut Ctx<'_>,
    language: Language,
    request: &JoinRequest,
) -> Result<Screen> {
    let args = [
        ("unit", ctx.unit_name(request.unit).await?.into()),
        ("digits", request.digits.to_string().into()),
        ("until", day(request.asked_on + Days::new(OPEN_DAYS))),
    ];
    // A member who wants to move has agreed before, and stays where they are.
    let key = if request.consents.is_empty() {
        "asking-move"
    } else {
        "asking"
    };
    let withdraw = ctx.key(language, "button-withdraw", Button::Withdraw);
    Ok(Screen::words(ctx.html(language, key, &args)).with(withdraw))
}

/// Ends a request that an officer does not grant. If they have picked a wrong number, it may be a slip: the person may
/// ask again the next day.
pub(in crate::core) async fn refuse(
    ctx: &mut Ctx<'_>,
    request: &JoinRequest,
    slip: bool,
) -> Result {
    store::join_requests::forget(ctx.tx, request.user).await?;
    let (key, days) = if slip {
        ("asking-mismatch", 1)
    } else {
        ("asking-refused", REFUSED_DAYS)
    };
    let until = ctx.tx.today() + Days::new(days);
    store::join_requests::pause(ctx.tx, request.user, until).await?;
    let args = [
        ("unit", ctx.unit_name(request.unit).await?.into()),
        ("until", day(until)),
    ];
    let text = ctx.html(request.language, key, &args);
    ctx.send(request.user, Screen::words(text), Purpose::Plain)
        .await
}

/// Takes a request back. The first time on a day the person may ask elsewhere at once: they have mistaken the unit.
/// Returns it, if there was one.
pub(in crate::core) async fn withdraw(
    ctx: &mut Ctx<'_>,
    user: UserId,
) -> Result<Option<JoinRequest>> {
    let Some(request) = store::join_requests::of(ctx.tx, user).await? else {
        return Ok(None);
    };
    store::join_requests::forget(ctx.tx, user).await?;
    store::deletions::note(ctx.tx, user, Deleted::Request).await?;
    let today = ctx.tx.today();
    let again = store::join_requests::paused(ctx.tx, user).await? == Some(today);
    let until = today + Days::new(u64::from(again));
    store::join_requests::pause(ctx.tx, user, until).await?;
    Ok(Some(request))
}

fn day(day: NaiveDate) -> Value {
    day.into()
}

fn count(people: usize) -> Value {
    i64::try_from(people).unwrap_or(i64::MAX).into()
}

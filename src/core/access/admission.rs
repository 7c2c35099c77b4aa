//! Being let into a unit: who asks by its name sees a number of two digits; an officer asks them for it and picks it
//! out of three. So nobody is let in whom no officer has spoken to.
//!
//! Knows how many may wait, for how long, and who is asked. Must not know what being in means.

use chrono::{Days, NaiveDate};
use rand::RngExt;
use rand::seq::SliceRandom;

use super::officers;
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::event::{Button, ConsentPart, UnitAction};
use crate::outgoing::{Key, Purpose};
use crate::store::deletions::Deleted;
use crate::store::join_requests::{JoinRequest, NewJoinRequest};
use crate::store::units::Unit;
use crate::store::{self, StoreError};
use crate::text::Value;
use crate::types::{Language, UserId};

/// So many wait for a unit; who comes then is told to use the link. Accounts made by the dozen fill no more than that.
const WAITING_MAX: i64 = 20;

/// So many days a request is open.
pub(in crate::core) const OPEN_DAYS: u64 = 14;

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
) -> Result<Option<String>, StoreError> {
    let language = caller.language;
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
) -> Result<Screen, StoreError> {
    // One at a time: who wants another unit takes this one back first.
    if let Some(request) = store::join_requests::of(ctx.tx, caller.user).await? {
        return waiting(ctx, caller.language, &request).await;
    }
    let choices = draw(ctx);
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
            if let Some(card) = card(ctx, language, unit).await? {
                ctx.send(officer, card, Purpose::Plain).await?;
            }
        }
    }
    match store::join_requests::of(ctx.tx, caller.user).await? {
        Some(request) => waiting(ctx, caller.language, &request).await,
        None => Err(StoreError::Bug("a request is gone".into())),
    }
}

/// Different numbers of two digits.
fn draw(ctx: &mut Ctx<'_>) -> Vec<u8> {
    let mut drawn = Vec::new();
    while drawn.len() < CHOICES {
        let number = ctx.tx.rng.random_range(10..=99);
        if !drawn.contains(&number) {
            drawn.push(number);
        }
    }
    drawn
}

/// The officers of the unit, where there are none those of the nearest unit above, where there are none at all the
/// owners.
pub(in crate::core) async fn asked(
    ctx: &mut Ctx<'_>,
    unit: &Unit,
) -> Result<Vec<UserId>, StoreError> {
    for unit in store::units::lineage(ctx.tx, unit.id)
        .await?
        .into_iter()
        .rev()
    {
        let found = store::officers::of_unit(ctx.tx, unit).await?;
        if !found.is_empty() {
            let users = found.into_iter().map(|officer| officer.user);
            return Ok(users.take(ASKED_MAX).collect());
        }
    }
    Ok(ctx.core.rules.owners.iter().copied().collect())
}

/// What officers see of who has waited longest, and how many do; `None` if nobody does.
pub(in crate::core) async fn card(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: &Unit,
) -> Result<Option<Screen>, StoreError> {
    let Some(request) = store::join_requests::first(ctx.tx, unit.id).await? else {
        return Ok(None);
    };
    let count = store::join_requests::waiting(ctx.tx, unit.id).await?;
    let speaks = match request.language {
        Language::Vi => "language-vi",
        Language::En => "language-en",
    };
    let args = [
        ("unit", unit.name.as_str().into()),
        ("count", count.into()),
        ("day", day(request.asked_on)),
        ("language", ctx.plain(language, speaks, &[]).into()),
    ];
    let pick = |number: &u8| Key {
        label: number.to_string(),
        data: Button::Unit(UnitAction::Pick(unit.id, request.id, *number)).data(),
    };
    let reject = Button::Unit(UnitAction::Reject(unit.id, request.id));
    Ok(Some(Screen {
        text: ctx.html(language, "admission", &args),
        keyboard: vec![
            request.choices.iter().map(pick).collect(),
            vec![ctx.key(language, "button-reject", reject)],
        ],
    }))
}

/// What the asker sees until they are let in.
pub(in crate::core) async fn waiting(
    ctx: &mut Ctx<'_>,
    language: Language,
    request: &JoinRequest,
) -> Result<Screen, StoreError> {
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
    Ok(Screen {
        text: ctx.html(language, key, &args),
        keyboard: vec![vec![withdraw]],
    })
}

/// Ends a request that an officer does not grant. If they have picked a wrong number, it may be a slip: the person may
/// ask again the next day.
pub(in crate::core) async fn refuse(
    ctx: &mut Ctx<'_>,
    request: &JoinRequest,
    slip: bool,
) -> Result<(), StoreError> {
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
/// `false` if there was none.
pub(in crate::core) async fn withdraw(ctx: &mut Ctx<'_>, user: UserId) -> Result<bool, StoreError> {
    if store::join_requests::of(ctx.tx, user).await?.is_none() {
        return Ok(false);
    }
    store::join_requests::forget(ctx.tx, user).await?;
    store::deletions::note(ctx.tx, user, Deleted::Request).await?;
    let today = ctx.tx.today();
    let again = store::join_requests::paused(ctx.tx, user).await? == Some(today);
    let until = today + Days::new(u64::from(again));
    store::join_requests::pause(ctx.tx, user, until).await?;
    Ok(true)
}

fn day(day: NaiveDate) -> Value {
    day.format("%d/%m/%Y").to_string().into()
}

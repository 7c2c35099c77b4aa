//! Becoming an officer: a one-time link, an acceptance, and a confirmation by whoever made the link.
//!
//! A link can be forwarded, so holding it is not enough: who accepts sees four digits, and the officer who made
//! the link compares them with the person they meant before any right is given.

use chrono::TimeDelta;
use rand::RngExt;

use super::list::{account, called};
use super::unit::{reopen, theirs};
use super::{language, owns, standing, title, titled};
use crate::core::access::command_menu;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, LinkCode, OfficerAction};
use crate::outgoing::{Keyboard, Purpose};
use crate::store::audit::AuditAction;
use crate::store::officers::{Appointment, LinkState};
use crate::store::units::Unit;
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{AppointmentId, Language, Title, UnitId, UserId};

const HOURS: i64 = 48;

/// The titles that a person may give: any in a unit below theirs, in their own unit none above their own.
async fn givable(ctx: &mut Ctx<'_>, user: UserId, unit: UnitId) -> Result<Vec<Title>> {
    let bound = standing(ctx, user, unit).await?;
    let fits = |title: &Title| match bound {
        Some(None) => true,
        Some(Some(own)) => own <= *title,
        None => false,
    };
    Ok(Title::ALL.into_iter().filter(fits).collect())
}

/// Offers the titles that the new officer can get.
pub(in crate::core) async fn titles(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    let screen = async |ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit| {
        let language = caller.language;
        let givable = givable(ctx, caller.user, unit.id).await?;
        let mut keyboard: Keyboard = givable
            .into_iter()
            .map(|one| {
                vec![
                    Button::Officer(OfficerAction::Invite(unit.id, one))
                        .key(title(ctx, language, one)),
                ]
            })
            .collect();
        let back = Button::Officer(OfficerAction::Show(unit.id));
        keyboard.push(vec![ctx.key(language, "button-back", back)]);
        Ok(Screen {
            text: ctx.html(language, "appoint-title", &called(unit)),
            keyboard,
        })
    };
    reopen(ctx, caller, tap, unit, screen).await
}

pub(in crate::core) async fn invite(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
    wanted: Title,
) -> Result {
    let Some(unit) = theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let language = caller.language;
    if !givable(ctx, caller.user, unit.id).await?.contains(&wanted) {
        return ctx.alert(tap, language, "toast-no-right").await;
    }
    let letters = std::array::from_fn(|_| ctx.tx.rng.sample(rand::distr::Alphanumeric));
    let code = LinkCode::of(letters).ok_or_else(|| StoreError::Bug("a code of letters".into()))?;
    let until = ctx.tx.now() + TimeDelta::hours(HOURS);
    store::officers::invite(ctx.tx, code, (unit.id, wanted), caller.user, until).await?;
    ctx.ack(tap).await?;
    let link = ctx.link(&code.payload());
    let args = [
        ("unit", unit.name.as_str().into()),
        ("title", title(ctx, language, wanted).into()),
        ("until", ctx.soon(language, until).into()),
        ("link", link.into()),
    ];
    let back = Button::Officer(OfficerAction::Show(unit.id));
    let screen = Screen {
        text: ctx.html(language, "appoint-link", &args),
        keyboard: vec![vec![ctx.key(language, "button-back", back)]],
    };
    ctx.redraw(caller.user, tap, screen).await
}

/// Shows whoever opens a link what the office means.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, code: LinkCode) -> Result {
    let language = caller.language;
    let (link, key) = offered(ctx, code).await?;
    let Some(link) = link else {
        return ctx.say(caller, key, &[]).await;
    };
    if link.appointed_by == caller.user {
        return ctx.say(caller, "appoint-own-link", &[]).await;
    }
    let args = about(ctx, language, &link).await?;
    let button = |key, office| vec![ctx.key(language, key, Button::Officer(office))];
    let screen = Screen {
        text: ctx.html(language, "appoint-offer", &args),
        keyboard: vec![
            button("button-accept-office", OfficerAction::Accept(code)),
            button("button-decline-office", OfficerAction::Decline(code)),
        ],
    };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// The link of that code, or the key of the text that says why it cannot be accepted.
async fn offered(ctx: &mut Ctx<'_>, code: LinkCode) -> Result<(Option<Appointment>, &'static str)> {
    let Some((link, over)) = store::officers::by_code(ctx.tx, code).await? else {
        return Ok((None, "appoint-unknown"));
    };
    // A link is void once its maker may not give that title any more.
    let givable = givable(ctx, link.appointed_by, link.unit_id).await?;
    Ok(match link.state {
        _ if !givable.contains(&link.title) => (None, "appoint-unknown"),
        LinkState::Accepted | LinkState::Used => (None, "appoint-used"),
        LinkState::Open if over => (None, "appoint-expired"),
        LinkState::Open => (Some(link), ""),
    })
}

pub(in crate::core) async fn take(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    code: LinkCode,
    accepts: bool,
) -> Result {
    let language = caller.language;
    let (link, key) = offered(ctx, code).await?;
    let Some(link) = link.filter(|link| link.appointed_by != caller.user) else {
        ctx.ack(tap).await?;
        let key = if key.is_empty() {
            "appoint-own-link"
        } else {
            key
        };
        let text = ctx.html(language, key, &[]);
        return put(ctx, caller.user, tap, text, Vec::new()).await;
    };
    ctx.ack(tap).await?;
    let maker = link.appointed_by;
    let theirs = self::language(ctx, maker).await?;
    let told = about(ctx, theirs, &link).await?;
    if !accepts {
        store::officers::used(ctx.tx, link.id).await?;
        let text = ctx.html(language, "appoint-declined", &[]);
        put(ctx, caller.user, tap, text, Vec::new()).await?;
        return tell(ctx, maker, "appoint-was-declined", &told).await;
    }
    let digits = ctx.tx.rng.random_range(1000..=9999).to_string();
    store::officers::accept(ctx.tx, link.id, caller.user, &digits).await?;
    let shown = [("digits", Value::Text(digits))];
    let text = ctx.html(language, "appoint-waiting", &shown);
    put(ctx, caller.user, tap, text, Vec::new()).await?;
    let [digits] = shown;
    let args = [
        told.as_slice(),
        &[digits, ("account", account(caller.user))],
    ]
    .concat();
    let button = |key, office| vec![ctx.key(theirs, key, Button::Officer(office))];
    let screen = Screen {
        text: ctx.html(theirs, "appoint-confirm", &args),
        keyboard: vec![
            button("button-confirm-officer", OfficerAction::Confirm(link.id)),
            button("button-refuse-officer", OfficerAction::Refuse(link.id)),
        ],
    };
    ctx.send(maker, screen, Purpose::Plain).await
}

/// The maker of the link confirms or refuses the person who accepted.
pub(in crate::core) async fn settle(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: AppointmentId,
    confirms: bool,
) -> Result {
    let language = caller.language;
    let found = store::officers::appointment(ctx.tx, id).await?;
    let waiting = found.filter(|(link, over)| {
        link.appointed_by == caller.user && link.state == LinkState::Accepted && !over
    });
    let Some((link, user)) = waiting.and_then(|(link, _)| link.user_id.map(|user| (link, user)))
    else {
        return ctx.no_button(tap, language).await;
    };
    if !givable(ctx, caller.user, link.unit_id)
        .await?
        .contains(&link.title)
    {
        return ctx.alert(tap, language, "toast-no-right").await;
    }
    ctx.ack(tap).await?;
    store::officers::used(ctx.tx, id).await?;
    let theirs = self::language(ctx, user).await?;
    let (own, told) = (
        about(ctx, language, &link).await?,
        about(ctx, theirs, &link).await?,
    );
    if !confirms {
        let text = ctx.html(language, "appoint-refused", &own);
        put(ctx, caller.user, tap, text, Vec::new()).await?;
        return tell(ctx, user, "appoint-was-refused", &told).await;
    }
    let held = store::officers::title_in(ctx.tx, user, link.unit_id).await?;
    let changed = titled(ctx, link.unit_id, held, Some(link.title)).await?;
    let action = AuditAction::Appoint;
    store::audit::note_changed(ctx.tx, link.unit_id, caller.user, action, &changed).await?;
    store::officers::appoint(ctx.tx, user, (link.unit_id, link.title), caller.user).await?;
    let text = ctx.html(language, "appoint-confirmed", &own);
    let show = Button::Officer(OfficerAction::Show(link.unit_id));
    let keyboard = vec![vec![ctx.key(language, "button-officers", show)]];
    put(ctx, caller.user, tap, text, keyboard).await?;
    command_menu::give(ctx, user).await?;
    tell(ctx, user, "appoint-done", &told).await
}

async fn put(
    ctx: &mut Ctx<'_>,
    user: UserId,
    tap: &Tap,
    text: String,
    keyboard: Keyboard,
) -> Result {
    ctx.show(user, tap.message, Screen { text, keyboard }, Purpose::Plain)
        .await
}

async fn tell(
    ctx: &mut Ctx<'_>,
    user: UserId,
    key: &str,
    args: &[(&'static str, Value)],
) -> Result {
    let language = language(ctx, user).await?;
    let text = ctx.html(language, key, args);
    let screen = Screen::words(text);
    ctx.send(user, screen, Purpose::Plain).await
}

async fn about(
    ctx: &mut Ctx<'_>,
    language: Language,
    link: &Appointment,
) -> Result<[(&'static str, Value); 3]> {
    let unit = ctx.unit_name(link.unit_id).await?;
    let office = store::officers::office(ctx.tx, link.appointed_by, link.unit_id).await?;
    let by = match office {
        Some((_, own)) if !owns(ctx, link.appointed_by) => title(ctx, language, own),
        _ => ctx.plain(language, "log-office-owner", &[]),
    };
    Ok([
        ("unit", unit.into()),
        ("title", title(ctx, language, link.title).into()),
        ("by", by.into()),
    ])
}

//! Becoming an officer: a one-time link, an acceptance, and a confirmation by whoever made the link.
//!
//! A link can be forwarded, so holding it is not enough: who accepts sees four digits, and the officer who made
//! the link compares them with the person they meant before any right is given.

use chrono::TimeDelta;
use rand::RngExt;

use super::list::{account, called};
use super::unit::theirs;
use super::{language, owns, standing, title};
use crate::core::access::menus;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, LinkCode, Office};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::audit::Deed;
use crate::store::officers::{Appointment, State};
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{AppointmentId, Language, Title, UnitId, UserId};

/// A link is good for this long.
const HOURS: i64 = 48;

/// The titles that a person may give in a unit: from above all, in one's own unit none above one's own.
async fn givable(turn: &mut Turn<'_>, user: UserId, unit: UnitId) -> Result<Vec<Title>, Fault> {
    let bound = standing(turn, user, unit).await?;
    let fits = |title: &Title| match bound {
        Some(None) => true,
        Some(Some(own)) => own <= *title,
        None => false,
    };
    Ok(Title::ALL.into_iter().filter(fits).collect())
}

/// Which title the new officer will have.
pub(in crate::core) async fn titles(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let language = visitor.language;
    let givable = givable(turn, visitor.user, unit.id).await?;
    let mut keyboard: Keyboard = givable
        .into_iter()
        .map(|one| {
            vec![Key {
                label: title(turn, language, one),
                data: Button::Office(Office::Invite(unit.id, one)).data(),
            }]
        })
        .collect();
    let back = Button::Office(Office::Show(unit.id));
    keyboard.push(vec![turn.key(language, "button-back", back)]);
    let screen = Screen {
        text: turn.html(language, "appoint-title", &called(&unit)),
        keyboard,
    };
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// A link is made.
pub(in crate::core) async fn invite(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
    wanted: Title,
) -> Result<(), Fault> {
    let Some(unit) = theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    let language = visitor.language;
    if !givable(turn, visitor.user, unit.id)
        .await?
        .contains(&wanted)
    {
        return turn.alert(tap, language, "toast-no-right").await;
    }
    let letters = std::array::from_fn(|_| turn.tx.chance.sample(rand::distr::Alphanumeric));
    let code = LinkCode::of(letters).ok_or_else(|| Fault::Bug("a code of letters".into()))?;
    let until = turn.tx.now() + TimeDelta::hours(HOURS);
    store::officers::invite(turn.tx, code, (unit.id, wanted), visitor.user, until).await?;
    turn.hush(tap).await?;
    let link = turn.link(&code.payload());
    let until = crate::schedule::local(until);
    let args = [
        ("unit", unit.name.as_str().into()),
        ("title", title(turn, language, wanted).into()),
        ("until", until.format("%H:%M %d/%m/%Y").to_string().into()),
        ("link", link.into()),
    ];
    let back = Button::Office(Office::Show(unit.id));
    let screen = Screen {
        text: turn.html(language, "appoint-link", &args),
        keyboard: vec![vec![turn.key(language, "button-back", back)]],
    };
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// A link was opened: what the office means.
pub(in crate::core) async fn open(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    code: LinkCode,
) -> Result<(), Fault> {
    let language = visitor.language;
    let (link, key) = offered(turn, code).await?;
    let Some(link) = link else {
        return turn.say(visitor, key, &[]).await;
    };
    if link.appointed_by == visitor.user {
        return turn.say(visitor, "appoint-own-link", &[]).await;
    }
    let args = about(turn, language, &link).await?;
    let button = |key, office| vec![turn.key(language, key, Button::Office(office))];
    let screen = Screen {
        text: turn.html(language, "appoint-offer", &args),
        keyboard: vec![
            button("button-accept-office", Office::Accept(code)),
            button("button-decline-office", Office::Decline(code)),
        ],
    };
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// The link of that code, if it can still be accepted; otherwise the sentence that says why not.
async fn offered(
    turn: &mut Turn<'_>,
    code: LinkCode,
) -> Result<(Option<Appointment>, &'static str), Fault> {
    let Some((link, over)) = store::officers::by_code(turn.tx, code).await? else {
        return Ok((None, "appoint-unknown"));
    };
    // Whoever made it may have lost their rights meanwhile: so has the link.
    let givable = givable(turn, link.appointed_by, link.unit_id).await?;
    Ok(match link.state {
        _ if !givable.contains(&link.title) => (None, "appoint-unknown"),
        State::Accepted | State::Used => (None, "appoint-used"),
        State::Open if over => (None, "appoint-expired"),
        State::Open => (Some(link), ""),
    })
}

/// The offer is accepted or declined.
pub(in crate::core) async fn take(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    code: LinkCode,
    accepts: bool,
) -> Result<(), Fault> {
    let language = visitor.language;
    let (link, key) = offered(turn, code).await?;
    let Some(link) = link.filter(|link| link.appointed_by != visitor.user) else {
        turn.hush(tap).await?;
        let key = if key.is_empty() {
            "appoint-own-link"
        } else {
            key
        };
        let text = turn.html(language, key, &[]);
        return put(turn, visitor.user, tap, text, Vec::new()).await;
    };
    turn.hush(tap).await?;
    let maker = link.appointed_by;
    let theirs = self::language(turn, maker).await?;
    let told = about(turn, theirs, &link).await?;
    if !accepts {
        store::officers::used(turn.tx, link.id).await?;
        let text = turn.html(language, "appoint-declined", &[]);
        put(turn, visitor.user, tap, text, Vec::new()).await?;
        return tell(turn, maker, "appoint-was-declined", &told).await;
    }
    let digits = turn.tx.chance.random_range(1000..=9999).to_string();
    store::officers::accept(turn.tx, link.id, visitor.user, &digits).await?;
    let shown = [("digits", Value::Text(digits))];
    let text = turn.html(language, "appoint-waiting", &shown);
    put(turn, visitor.user, tap, text, Vec::new()).await?;
    let [digits] = shown;
    let args = [
        told.as_slice(),
        &[digits, ("account", account(visitor.user))],
    ]
    .concat();
    let button = |key, office| vec![turn.key(theirs, key, Button::Office(office))];
    let screen = Screen {
        text: turn.html(theirs, "appoint-confirm", &args),
        keyboard: vec![
            button("button-confirm-officer", Office::Confirm(link.id)),
            button("button-refuse-officer", Office::Refuse(link.id)),
        ],
    };
    turn.send(maker, screen, Purpose::Plain).await
}

/// Whoever made the link says whether it is the person they meant.
pub(in crate::core) async fn settle(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: AppointmentId,
    confirms: bool,
) -> Result<(), Fault> {
    let language = visitor.language;
    let found = store::officers::appointment(turn.tx, id).await?;
    let waiting = found.filter(|(link, over)| {
        link.appointed_by == visitor.user && link.state == State::Accepted && !over
    });
    let Some((link, user)) = waiting.and_then(|(link, _)| link.user_id.map(|user| (link, user)))
    else {
        return turn.toast(tap, language, "toast-no-button").await;
    };
    if !givable(turn, visitor.user, link.unit_id)
        .await?
        .contains(&link.title)
    {
        return turn.alert(tap, language, "toast-no-right").await;
    }
    turn.hush(tap).await?;
    store::officers::used(turn.tx, id).await?;
    let theirs = self::language(turn, user).await?;
    let (own, told) = (
        about(turn, language, &link).await?,
        about(turn, theirs, &link).await?,
    );
    if !confirms {
        let text = turn.html(language, "appoint-refused", &own);
        put(turn, visitor.user, tap, text, Vec::new()).await?;
        return tell(turn, user, "appoint-was-refused", &told).await;
    }
    store::audit::note(turn.tx, link.unit_id, visitor.user, Deed::Appoint).await?;
    store::officers::appoint(turn.tx, user, (link.unit_id, link.title), visitor.user).await?;
    let text = turn.html(language, "appoint-confirmed", &own);
    let show = Button::Office(Office::Show(link.unit_id));
    let keyboard = vec![vec![turn.key(language, "button-officers", show)]];
    put(turn, visitor.user, tap, text, keyboard).await?;
    menus::give(turn, user).await?;
    tell(turn, user, "appoint-done", &told).await
}

async fn put(
    turn: &mut Turn<'_>,
    user: UserId,
    tap: &Tap,
    text: String,
    keyboard: Keyboard,
) -> Result<(), Fault> {
    turn.show(user, tap.message, Screen { text, keyboard }, Purpose::Plain)
        .await
}

async fn tell(
    turn: &mut Turn<'_>,
    user: UserId,
    key: &str,
    args: &[(&'static str, Value)],
) -> Result<(), Fault> {
    let language = language(turn, user).await?;
    let text = turn.html(language, key, args);
    let screen = Screen::words(text);
    turn.send(user, screen, Purpose::Plain).await
}

/// A link's unit and title, and in which office it was made.
async fn about(
    turn: &mut Turn<'_>,
    language: Language,
    link: &Appointment,
) -> Result<[(&'static str, Value); 3], Fault> {
    let unit = store::units::by_id(turn.tx, link.unit_id).await?;
    let office = store::officers::office(turn.tx, link.appointed_by, link.unit_id).await?;
    let by = match office {
        Some((_, own)) if !owns(turn, link.appointed_by) => title(turn, language, own),
        _ => turn.plain(language, "log-office-owner", &[]),
    };
    Ok([
        (
            "unit",
            unit.map_or_else(String::new, |unit| unit.name).into(),
        ),
        ("title", title(turn, language, link.title).into()),
        ("by", by.into()),
    ])
}

//! `/suggest`: what a member proposes to the unit, hidden unless they want it otherwise.
//!
//! Knows the way from the first screen to the box. Must not know who reads it there. Whatever is shown on this way is in no file:
//! drafts, answers and what was sent are held in memory, and nothing that is stored joins a member with a hidden suggestion.

mod adding;
mod answered;
mod card;
mod entering;
mod lost;
mod reveals;
mod writing;

pub(in crate::core) use self::answered::under_item;
pub(in crate::core) use self::card::leaving;
pub(in crate::core) use self::entering::enter;
pub(in crate::core) use self::writing::wrote;

use chrono::{DateTime, Utc};
use rand::RngExt;

use crate::core::access::officers;
use crate::core::access::suggestions::{self, UNION};
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, SuggestionAction};
use crate::outgoing::{Key, Keyboard};
use crate::schedule::local;
use crate::store::members::Member;
use crate::store::suggestions::arrivals;
use crate::store::suggestions::boxes::SuggestionBox;
use crate::store::suggestions::drafts::{self, Asking, Draft};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Language, SuggestionKey, Title};

/// The unit to which a member writes, and its box.
struct Home {
    unit: Unit,
    open: SuggestionBox,
    /// Whether a hidden one can be anybody's of enough people.
    hide: bool,
}

/// Where a member's suggestions go; otherwise the text that says why nowhere.
async fn home(ctx: &mut Ctx<'_>, member: &Member) -> Result<Result<Home, &'static str>> {
    let Some(unit) = suggestions::home(ctx, member.unit).await? else {
        return Ok(Err("suggest-no-grassroots"));
    };
    let Some(open) = suggestions::open_box(ctx, unit.id).await? else {
        return Ok(Err("suggest-off"));
    };
    if suggestions::readers(ctx, unit.id, 1).await?.is_empty() {
        return Ok(Err("suggest-no-readers"));
    }
    let hide = suggestions::may_hide(ctx, &unit).await?;
    Ok(Ok(Home { unit, open, hide }))
}

/// Whether a member's menu has it.
pub(in crate::core) async fn is_on(ctx: &mut Ctx<'_>, member: &Member) -> Result<bool> {
    let Some(unit) = suggestions::home(ctx, member.unit).await? else {
        return Ok(false);
    };
    Ok(suggestions::open_box(ctx, unit.id).await?.is_some())
}

/// `/suggest`.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let screen = intro(ctx, member).await?;
    ctx.show_unwritten(member.user, None, screen).await
}

/// What it is for, who reads it and what cannot be hidden, before anything can be typed.
async fn intro(ctx: &mut Ctx<'_>, member: &Member) -> Result<Screen> {
    let language = member.language;
    let button =
        |ctx: &Ctx<'_>, key: &str, action| vec![ctx.key(language, key, Button::Suggestion(action))];
    let home = match home(ctx, member).await? {
        Ok(home) => home,
        Err(why) => {
            let mut screen = Screen::words(ctx.html(language, why, &[]));
            let ways = SuggestionAction::Denounce;
            screen.keyboard = vec![button(ctx, "button-suggest-denounce", ways)];
            if let Some(own) = officers::unit_of(ctx, member.user).await? {
                let desk = SuggestionAction::Desk(own.id);
                screen
                    .keyboard
                    .push(button(ctx, "button-suggest-desk", desk));
            }
            return Ok(screen);
        }
    };
    let readers = readers(ctx, language, &home.unit).await?;
    let least = suggestions::people_min(ctx).await?;
    let args = [
        ("unit", home.unit.name.as_str().into()),
        ("number", home.open.number.as_str().into()),
        ("dated", home.open.dated.into()),
        ("readers", readers.into()),
        ("least", least.into()),
    ];
    let hides = if home.hide {
        "suggest-hides"
    } else {
        "suggest-hides-not"
    };
    let mut words = vec![
        ctx.html(language, "suggest-intro", &args),
        ctx.html(language, hides, &args),
    ];
    if let Some(day) = home.open.lost_on {
        let args = [("day", day.into())];
        words.push(ctx.html(language, "suggest-lost", &args));
    }
    if let Some(until) = meeting_until(ctx, &home.open) {
        let args = [("until", until.into())];
        words.push(ctx.html(language, "suggest-meeting", &args));
    }
    if let Some((count, at)) = arrivals::of_user(ctx.tx, member.user).await? {
        let args = [("count", count.into()), ("time", hour(at).into())];
        words.push(ctx.html(language, "suggest-on-the-way", &args));
    }
    let mut keyboard = vec![
        button(ctx, "button-suggest-write", SuggestionAction::Topics),
        button(ctx, "button-suggest-denounce", SuggestionAction::Denounce),
        button(
            ctx,
            "button-suggest-answered",
            SuggestionAction::Answered(0),
        ),
    ];
    if let Some(own) = officers::unit_of(ctx, member.user).await? {
        let desk = SuggestionAction::Desk(own.id);
        keyboard.push(button(ctx, "button-suggest-desk", desk));
    }
    Ok(Screen {
        text: words.join("\n\n"),
        keyboard,
    })
}

/// A moment of today, as it is said.
fn hour(at: DateTime<Utc>) -> String {
    local(at).format("%H:%M").to_string()
}

/// Until which day opinions before the meeting are asked for, if they are.
fn meeting_until(ctx: &Ctx<'_>, open: &SuggestionBox) -> Option<String> {
    let today = ctx.tx.today();
    let (from, until) = open.meeting?;
    let asked = from <= today && today <= until;
    asked.then(|| until.format("%d/%m/%Y").to_string())
}

/// The offices that read, by their titles.
async fn readers(ctx: &mut Ctx<'_>, language: Language, unit: &Unit) -> Result<String> {
    let own = store::officers::of_unit(ctx.tx, unit.id).await?;
    let inspected = own.iter().any(|one| one.title == Title::Inspector);
    let beside = if inspected {
        "title-inspector"
    } else {
        "title-deputy"
    };
    let words = ["title-chair", beside].map(|key| ctx.plain(language, key, &[]));
    Ok(words.join(", "))
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    action: SuggestionAction,
) -> Result {
    use SuggestionAction as Act;
    match action {
        Act::Open => {
            let screen = intro(ctx, member).await?;
            show(ctx, member, tap, screen).await
        }
        Act::Denounce => {
            let screen = ways(ctx, member.language);
            show(ctx, member, tap, screen).await
        }
        Act::Topics => topics(ctx, member, tap).await,
        Act::Topic(topic) => begin(ctx, member, tap, topic).await,
        Act::Send(code) => writing::send(ctx, member, tap, (code, false)).await,
        Act::SendNamed(code) => writing::send(ctx, member, tap, (code, true)).await,
        Act::AskName(code) => writing::again(ctx, member, tap, (code, Asking::Name)).await,
        Act::Rewrite(code) => writing::again(ctx, member, tap, (code, Asking::Situation)).await,
        Act::Drop(code) => writing::give_up(ctx, member, tap, code).await,
        Act::Look(key) => card::look(ctx, member, tap, key).await,
        Act::Hide(key) => card::hide(ctx, member, tap, key).await,
        Act::Withdraw(key) => card::withdraw(ctx, member, tap, key).await,
        Act::Sign(key) => card::ask(ctx, member, tap, (key, Asking::Sign)).await,
        Act::Add(key) => card::ask(ctx, member, tap, (key, Asking::Add)).await,
        Act::Answered(page) => answered::show(ctx, member, tap, page).await,
        Act::Second(label) => answered::second(ctx, member, tap, label).await,
        // Those of officers were handled before.
        _ => toast(ctx, member, tap, "toast-no-button").await,
    }
}

/// Answers the tap silently and edits its message.
async fn show(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, screen: Screen) -> Result {
    ctx.ack_unwritten(member.user, tap, None).await?;
    ctx.show_unwritten(member.user, tap.message, screen).await
}

async fn toast(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, key: &str) -> Result {
    let notice = Some((member.language, key));
    ctx.ack_unwritten(member.user, tap, notice).await
}

/// The author's card: it says nothing of what was written, and its button carries the key.
fn cover(ctx: &Ctx<'_>, language: Language, key: SuggestionKey, text: &str) -> Screen {
    let look = Button::Suggestion(SuggestionAction::Look(key));
    Screen {
        text: ctx.html(language, text, &[]),
        keyboard: vec![vec![ctx.key(language, "button-suggest-look", look)]],
    }
}

/// Where a denunciation or a complaint goes: nothing is asked, and nothing kept.
fn ways(ctx: &Ctx<'_>, language: Language) -> Screen {
    let (campaign, texts) = (&ctx.core.campaign, &ctx.core.texts);
    let known = campaign.suggestions();
    let mut words = vec![ctx.html(language, "suggest-ways", &[])];
    for (way, source) in &known.ways {
        let args = [
            ("way", texts.addressed(way.get(language)).into()),
            ("source", campaign.cite(source).into()),
        ];
        words.push(ctx.html(language, "suggest-way", &args));
    }
    let checked = known.checked_on.format("%d/%m/%Y").to_string();
    words.push(ctx.html(language, "suggest-ways-end", &[("checked", checked.into())]));
    let back = Button::Suggestion(SuggestionAction::Open);
    Screen {
        text: words.join("\n\n"),
        keyboard: vec![vec![ctx.key(language, "button-suggest-back", back)]],
    }
}

async fn topics(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    let language = member.language;
    let home = match home(ctx, member).await? {
        Ok(home) => home,
        Err(why) => {
            let screen = Screen::words(ctx.html(language, why, &[]));
            return show(ctx, member, tap, screen).await;
        }
    };
    let union = !suggestions::readers(ctx, home.unit.id, UNION)
        .await?
        .is_empty();
    let known = ctx.core.campaign.suggestions();
    let offered = (1..=UNION).filter(|topic| *topic != UNION || union);
    let mut keyboard: Keyboard = offered
        .map(|topic| {
            let data = Button::Suggestion(SuggestionAction::Topic(topic)).data();
            let label = known.topic(topic, language).to_owned();
            vec![Key { label, data }]
        })
        .collect();
    let back = Button::Suggestion(SuggestionAction::Open);
    keyboard.push(vec![ctx.key(language, "button-suggest-back", back)]);
    let screen = Screen {
        text: ctx.html(language, "suggest-topics", &[]),
        keyboard,
    };
    show(ctx, member, tap, screen).await
}

async fn begin(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, topic: u8) -> Result {
    let Ok(home) = home(ctx, member).await? else {
        return toast(ctx, member, tap, "toast-no-button").await;
    };
    let readers = suggestions::readers(ctx, home.unit.id, topic).await?;
    if !(1..=UNION).contains(&topic) || readers.is_empty() {
        return toast(ctx, member, tap, "toast-no-button").await;
    }
    let code = ctx.tx.rng.random();
    let mut draft = Draft::new(home.unit.id, code, Asking::Situation);
    draft.choice = topic;
    draft.message_id = tap.message;
    drafts::keep(ctx.tx, member.user, &draft).await?;
    ctx.ack_unwritten(member.user, tap, None).await?;
    writing::prompt(ctx, member, &draft, (tap.message, None)).await
}

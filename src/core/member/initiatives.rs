//! `/initiatives` (`/sangkien`): a member tells of something they have done better. It is theirs; nobody else sees it until they
//! enter it in the register of their unit.
//!
//! Knows what is asked first, and what may still be changed. Must not know what a good answer is, nor what officers do with it.

mod alike;
mod entering;
mod own;
mod petition;
mod row;
mod telling;

pub(in crate::core) use own::{MONTHS, term, title};
pub(in crate::core) use row::{row, state_key};

use self::own::Own;
use crate::campaign::form::Form;
use crate::core::access::consent;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::core::member::members;
use crate::event::{Button, IncomingMessage, InitiativeAction};
use crate::outgoing::Purpose;
use crate::store::deletions::Deleted;
use crate::store::dialogs::Dialog;
use crate::store::members::Member;
use crate::store::{self, Result};
use crate::types::InitiativeId;

/// The most that one member keeps: what is told is done, and nobody has done more in a few years.
const OWN_MAX: usize = 20;
/// Letters of a title on a button.
const TITLE_CHARS: usize = 40;

/// Whether it works even before changed words are agreed to: it shows, deletes or withdraws what is the member's own.
pub(in crate::core) fn is_right(action: InitiativeAction) -> bool {
    matches!(
        action,
        InitiativeAction::AskDelete(_)
            | InitiativeAction::Delete(_)
            | InitiativeAction::AskTakeOut(_)
            | InitiativeAction::TakeOut(_)
            | InitiativeAction::Withdraw
    )
}

/// `/initiatives`.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let Some(form) = ctx.core.campaign.initiative() else {
        return ctx.say(&member.into(), "initiatives-off", &[]).await;
    };
    let screen = all(ctx, member, form).await?;
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// All of theirs, and the question with which a new one begins: is it done?
async fn all(ctx: &mut Ctx<'_>, member: &Member, form: &Form) -> Result<Screen> {
    let language = member.language;
    let ids = store::initiatives::of_member(ctx.tx, member.id).await?;
    let answers = store::initiatives::answers(ctx.tx, &ids).await?;
    let mut keyboard = Vec::new();
    for id in &ids {
        let named = answers.get(id).and_then(|answers| title(form, answers));
        let label = match named {
            Some(title) => short(title),
            None => ctx.plain(language, "initiative-nameless", &[]),
        };
        keyboard.push(vec![
            Button::Initiative(InitiativeAction::Show(*id)).key(label),
        ]);
    }
    let button = |key, action| ctx.key(language, key, Button::Initiative(action));
    keyboard.push(vec![
        button("button-initiative-done", InitiativeAction::Begin),
        button("button-initiative-wish", InitiativeAction::Wish),
    ]);
    let args = [("count", ids.len().into())];
    Ok(Screen {
        text: ctx.html(language, "initiatives", &args),
        keyboard,
    })
}

fn short(title: &str) -> String {
    if title.chars().count() <= TITLE_CHARS {
        return title.to_owned();
    }
    let begun: String = title.chars().take(TITLE_CHARS - 1).collect();
    format!("{}…", begun.trim_end())
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    action: InitiativeAction,
) -> Result {
    let Some(form) = ctx.core.campaign.initiative() else {
        return ctx.no_button(tap, member.language).await;
    };
    let id = match action {
        InitiativeAction::All => {
            ctx.ack(tap).await?;
            let screen = all(ctx, member, form).await?;
            return ctx.redraw(member.user, tap, screen).await;
        }
        InitiativeAction::Begin => return begin(ctx, member, tap).await,
        InitiativeAction::Wish => {
            ctx.ack(tap).await?;
            return ctx.say(&member.into(), "initiative-wish", &[]).await;
        }
        InitiativeAction::Withdraw => return members::withdraw_author(ctx, member, tap).await,
        InitiativeAction::Show(id)
        | InitiativeAction::Step(id, _)
        | InitiativeAction::Pick(id, ..)
        | InitiativeAction::Empty(id, _)
        | InitiativeAction::AskDelete(id)
        | InitiativeAction::Delete(id)
        | InitiativeAction::Petition(id)
        | InitiativeAction::AskEnter(id)
        | InitiativeAction::Enter(id, _)
        | InitiativeAction::TypeName(id)
        | InitiativeAction::KeepName(id, _)
        | InitiativeAction::AskTakeOut(id)
        | InitiativeAction::TakeOut(id) => id,
    };
    match own::of(ctx, member, form, id).await? {
        Some(own) => about(ctx, member, tap, (own, action)).await,
        None => ctx.no_button(tap, member.language).await,
    }
}

/// A button about one that is theirs.
async fn about(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (own, action): (Own<'_>, InitiativeAction),
) -> Result {
    match action {
        InitiativeAction::Step(_, place) => telling::step(ctx, member, tap, &own, place).await,
        InitiativeAction::Pick(_, place, option) => {
            telling::pick(ctx, member, tap, &own, (place, Some(option))).await
        }
        InitiativeAction::Empty(_, place) => {
            telling::pick(ctx, member, tap, &own, (place, None)).await
        }
        InitiativeAction::AskDelete(_) => ask(ctx, member, tap, &own, true).await,
        InitiativeAction::AskTakeOut(_) => ask(ctx, member, tap, &own, false).await,
        InitiativeAction::Delete(_) => end(ctx, member, tap, &own, true).await,
        InitiativeAction::TakeOut(_) => end(ctx, member, tap, &own, false).await,
        InitiativeAction::Petition(_) => petition::send(ctx, member, tap, &own).await,
        InitiativeAction::AskEnter(_) => entering::ask(ctx, member, tap, &own).await,
        InitiativeAction::Enter(_, version) => {
            entering::agree(ctx, member, tap, &own, version).await
        }
        InitiativeAction::TypeName(_) => entering::type_name(ctx, member, tap, &own).await,
        InitiativeAction::KeepName(_, form) => {
            entering::keep_name(ctx, member, tap, (&own, form)).await
        }
        // The others are about none, and were handled above.
        _ => {
            ctx.ack(tap).await?;
            telling::go_on(ctx, member, &own, tap.message).await
        }
    }
}

/// Takes a text as the answer of a question, or as an author's name. `false` if it was not meant so.
pub(in crate::core) async fn wrote(
    ctx: &mut Ctx<'_>,
    member: &Member,
    said: &IncomingMessage,
    dialog: Option<Dialog>,
) -> Result<bool> {
    let (id, step) = match dialog {
        Some(Dialog::Initiative(id, place, message)) => (id, Some((usize::from(place), message))),
        Some(Dialog::Author(id)) => (id, None),
        _ => return Ok(false),
    };
    // One letter is an answer to the quiz.
    let text = said.text.as_deref();
    let Some(text) = text.filter(|text| text.trim().chars().count() > 1) else {
        return Ok(false);
    };
    let Some(own) = telling::still(ctx, member, id).await? else {
        return Ok(false);
    };
    match step {
        Some((place, message)) => {
            telling::take_text(ctx, member, (said, text), (&own, place, message)).await
        }
        None => entering::take_name(ctx, member, &own, text).await,
    }
}

async fn begin(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    let ids = store::initiatives::of_member(ctx.tx, member.id).await?;
    if ids.len() >= OWN_MAX {
        return ctx
            .alert(tap, member.language, "toast-initiatives-many")
            .await;
    }
    ctx.ack(tap).await?;
    let id = store::initiatives::begin(ctx.tx, member.id).await?;
    show(ctx, member, id, tap).await
}

/// Shows it where it goes on.
async fn show(ctx: &mut Ctx<'_>, member: &Member, id: InitiativeId, tap: &Tap) -> Result {
    let Some(form) = ctx.core.campaign.initiative() else {
        return Ok(());
    };
    match own::of(ctx, member, form, id).await? {
        Some(own) => telling::go_on(ctx, member, &own, tap.message).await,
        None => Ok(()),
    }
}

/// Says what deleting it, or taking it out of the register, means.
async fn ask(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, own: &Own<'_>, wholly: bool) -> Result {
    ctx.ack(tap).await?;
    let language = member.language;
    let entered = i64::from(own.entry.is_some());
    let (text, label, action) = match wholly {
        true => (
            "initiative-delete",
            "button-initiative-delete-now",
            InitiativeAction::Delete(own.one.id),
        ),
        false => (
            "initiative-take-out",
            "button-initiative-take-out-now",
            InitiativeAction::TakeOut(own.one.id),
        ),
    };
    let back = InitiativeAction::Show(own.one.id);
    let screen = Screen::words(ctx.html(language, text, &[("entered", entered.into())]))
        .with(ctx.key(language, label, Button::Initiative(action)))
        .with(ctx.key(language, "button-back", Button::Initiative(back)));
    ctx.redraw(member.user, tap, screen).await
}

/// Deletes it `wholly`, or takes it out of the register alone; a count stays there.
async fn end(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, own: &Own<'_>, wholly: bool) -> Result {
    if own.entry.is_some() {
        consent::take_out(ctx, member.id).await?;
        store::authors::take_out(ctx.tx, own.one.id).await?;
        store::deletions::note(ctx.tx, member.user, Deleted::Author).await?;
    }
    if wholly {
        store::initiatives::delete(ctx.tx, own.one.id).await?;
        ctx.answer_callback(tap, member.language, "toast-initiative-deleted")
            .await?;
        let screen = all(ctx, member, own.form).await?;
        return ctx.redraw(member.user, tap, screen).await;
    }
    ctx.answer_callback(tap, member.language, "toast-initiative-out")
        .await?;
    show(ctx, member, own.one.id, tap).await
}

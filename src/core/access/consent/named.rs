//! The consent to be named when commended: the name that goes with it, and how both end.
//!
//! Knows that a name is kept in one place, which everything else points to. Must not know who commends whom.

use super::{give, holds, words};
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, ConsentPart, ConsentVersion, NameForm};
use crate::outgoing::{Key, Purpose};
use crate::store::deletions::Deleted;
use crate::store::dialogs::Dialog;
use crate::store::members::Member;
use crate::store::{self, Result};
use crate::text::{Value, one_line};
use crate::types::Language;

/// Letters of a name: what fits one line of a card.
const NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=50;

/// Its line on the privacy page, and the buttons for it.
pub(in crate::core) async fn named(
    ctx: &mut Ctx<'_>,
    member: &Member,
) -> Result<(String, Vec<Key>)> {
    let language = member.language;
    let named = store::named::of_member(ctx.tx, member.id).await?;
    let ask = ctx.key(language, "button-ask-named", Button::AskNamed);
    let withdraw = ctx.key(language, "button-withdraw-named", Button::WithdrawNamed);
    let Some(named) = named else {
        let text = ctx.html(language, "privacy-named-withheld", &[]);
        return Ok((text, vec![ask]));
    };
    if !holds(ctx, member.id, ConsentPart::Named).await? {
        let text = ctx.html(language, "privacy-named-changed", &[]);
        return Ok((text, vec![ask, withdraw]));
    }
    let (text, change) = match named.name {
        Some(name) => {
            let args = [("name", name.into())];
            let text = ctx.html(language, "privacy-named-given", &args);
            (text, "button-change-name")
        }
        None => {
            let text = ctx.html(language, "privacy-named-nameless", &[]);
            (text, "button-type-name")
        }
    };
    let change = ctx.key(language, change, Button::TypeName);
    Ok((text, vec![change, withdraw]))
}

pub(in crate::core) async fn ask_named(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    let screen = question(ctx, member.language);
    ctx.redraw(member.user, tap, screen).await
}

fn question(ctx: &Ctx<'_>, language: Language) -> Screen {
    let words = ctx.html(language, words(ConsentPart::Named), &[]);
    let give = Button::GiveNamed(ctx.core.binding.version());
    Screen::words(ctx.html(language, "named-ask", &[("words", Value::Html(words))]))
        .with(ctx.key(language, "button-give-named", give))
        .with(ctx.key(language, "button-not-now", Button::Stay))
}

/// Gives the consent, and asks for the name that goes with it.
pub(in crate::core) async fn give_named(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    version: ConsentVersion,
) -> Result {
    let language = member.language;
    if version != ctx.core.binding.version() {
        ctx.alert(tap, language, "toast-consent-changed").await?;
        let screen = question(ctx, language);
        return ctx.redraw(member.user, tap, screen).await;
    }
    give(ctx, member.id, ConsentPart::Named).await?;
    ctx.answer_callback(tap, language, "toast-consent-given")
        .await?;
    let named = store::named::of_member(ctx.tx, member.id).await?;
    let screen = match named.and_then(|named| named.name) {
        Some(name) => known(ctx, language, &name),
        None => asking(ctx, member).await?,
    };
    ctx.redraw(member.user, tap, screen).await
}

pub(in crate::core) async fn type_name(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    if !holds(ctx, member.id, ConsentPart::Named).await? {
        return ctx.no_button(tap, member.language).await;
    }
    ctx.ack(tap).await?;
    let screen = asking(ctx, member).await?;
    ctx.redraw(member.user, tap, screen).await
}

async fn asking(ctx: &mut Ctx<'_>, member: &Member) -> Result<Screen> {
    store::named::begin(ctx.tx, member.id).await?;
    store::dialogs::ask(ctx.tx, member.user, Dialog::Name(member.id)).await?;
    Ok(Screen::words(ctx.html(member.language, "named-type", &[])))
}

/// Takes a text as the name if one was asked for. `false` if it was not meant so.
pub(in crate::core) async fn take_name(
    ctx: &mut Ctx<'_>,
    member: &Member,
    text: &str,
) -> Result<bool> {
    // One letter answers a question of the quiz.
    if text.trim().chars().count() < 2 {
        return Ok(false);
    }
    let Some(name) = name(text) else {
        ctx.say(&member.into(), "named-unread", &[]).await?;
        return Ok(true);
    };
    store::dialogs::close_name(ctx.tx, member.id).await?;
    store::named::typed(ctx.tx, member.id, &name).await?;
    let keys = (Button::KeepName, Button::TypeName);
    let screen = confirming(ctx, member.language, ("named-confirm", &name), keys);
    ctx.send(member.user, screen, Purpose::Plain).await?;
    Ok(true)
}

/// The name as it will be written, to be confirmed with one of these buttons: it is shown to others.
pub(in crate::core) fn confirming(
    ctx: &Ctx<'_>,
    language: Language,
    (text, typed): (&str, &str),
    (keep, again): (impl Fn(NameForm) -> Button, Button),
) -> Screen {
    let name = capitalised(typed);
    let button = |key, button| vec![ctx.key(language, key, button)];
    let mut keyboard = vec![button("button-keep-name", keep(NameForm::Capitalised))];
    if name != typed {
        keyboard.push(button("button-keep-typed", keep(NameForm::Typed)));
    }
    keyboard.push(button("button-retype-name", again));
    Screen {
        text: ctx.html(language, text, &[("name", name.into())]),
        keyboard,
    }
}

/// What was typed as it is to be written.
pub(in crate::core) fn written(typed: String, form: NameForm) -> String {
    match form {
        NameForm::Capitalised => capitalised(&typed),
        NameForm::Typed => typed,
    }
}

/// The member has confirmed how their name is written.
pub(in crate::core) async fn keep_name(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    form: NameForm,
) -> Result {
    let named = store::named::of_member(ctx.tx, member.id).await?;
    let typed = named.and_then(|named| named.typed);
    let holds = holds(ctx, member.id, ConsentPart::Named).await?;
    let Some(typed) = typed.filter(|_| holds) else {
        return ctx.no_button(tap, member.language).await;
    };
    let name = written(typed, form);
    store::named::set(ctx.tx, member.id, &name).await?;
    ctx.ack(tap).await?;
    let screen = known(ctx, member.language, &name);
    ctx.redraw(member.user, tap, screen).await
}

fn known(ctx: &Ctx<'_>, language: Language, name: &str) -> Screen {
    Screen {
        text: ctx.html(language, "named-known", &[("name", name.into())]),
        keyboard: vec![vec![
            ctx.key(language, "button-change-name", Button::TypeName),
            ctx.key(language, "button-withdraw-named", Button::WithdrawNamed),
        ]],
    }
}

/// The typed name without extra blanks; `None` if it has anything but letters and the marks between them.
pub(in crate::core) fn name(text: &str) -> Option<String> {
    let name = one_line(text);
    let sound = name
        .chars()
        .all(|c| c.is_alphabetic() || [' ', '.', '-', '\'', '’'].contains(&c));
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (sound && letters >= *NAME_CHARS.start() && NAME_CHARS.contains(&name.chars().count()))
        .then_some(name)
}

/// The same with a capital at the beginning of each part: “H'Hen”, “Y-Bhin”. A part that is all capitals gets small
/// ones; capitals inside of one are meant.
fn capitalised(name: &str) -> String {
    let between = |c: char| !c.is_alphabetic();
    name.split_inclusive(between)
        .map(|part| {
            let small = part.chars().any(char::is_lowercase);
            let mut letters = part.chars();
            let first = letters
                .next()
                .map(|letter| letter.to_uppercase().to_string());
            let rest = letters.as_str();
            let rest = if small {
                rest.to_owned()
            } else {
                rest.to_lowercase()
            };
            first.unwrap_or_default() + &rest
        })
        .collect()
}

/// Ends the consent, by the member's wish or because they have moved to another unit. `false` if there was none.
pub(in crate::core) async fn withdraw_named(ctx: &mut Ctx<'_>, member: &Member) -> Result<bool> {
    let was = store::named::forget(ctx.tx, member.id).await?;
    store::consents::withdraw(ctx.tx, member.id, ConsentPart::Named).await?;
    if was {
        store::deletions::note(ctx.tx, member.user, Deleted::Named).await?;
    }
    take_down(ctx).await?;
    Ok(was)
}

/// Edits posted cards of members who have withdrawn, so that they name nobody.
pub(in crate::core) async fn take_down(ctx: &mut Ctx<'_>) -> Result {
    for (chat, message) in store::commendations::take_down(ctx.tx).await? {
        let text = ctx.html(Language::Vi, "commend-taken-down", &[]);
        ctx.edit_if_there(chat, message, Screen::words(text))
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{capitalised, name};

    #[test]
    fn a_name_begins_with_capitals_and_those_inside_are_meant() {
        for (typed, written) in [
            ("nguyễn thị hạnh", "Nguyễn Thị Hạnh"),
            ("NGUYỄN THỊ HẠNH", "Nguyễn Thị Hạnh"),
            ("đặng văn ước", "Đặng Văn Ước"),
            ("h'hen niê", "H'Hen Niê"),
            ("h’Hen Niê", "H’Hen Niê"),
            ("y-bhin", "Y-Bhin"),
            ("Y Bhin", "Y Bhin"),
            ("lê McDonald", "Lê McDonald"),
            ("Nguyễn T. hạnh", "Nguyễn T. Hạnh"),
        ] {
            assert_eq!(capitalised(typed), written);
        }
    }

    #[test]
    fn a_name_is_letters_and_is_kept_as_it_was_typed() {
        assert_eq!(
            name(" Nguyễn  Thị\nLan "),
            Some("Nguyễn Thị Lan".to_owned())
        );
        assert_eq!(name("H’Hen Niê"), Some("H’Hen Niê".to_owned()));
        // Some phones send letters and their marks as separate characters.
        assert_eq!(name("Le\u{302} An"), Some("Lê An".to_owned()));
        for other in [
            "0912345678",
            "Lan <b>",
            "--",
            "https://a.vn",
            &"Lan ".repeat(20),
        ] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}

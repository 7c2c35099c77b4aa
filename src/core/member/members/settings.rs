//! `/settings`: when to be written to, in which language, and a pause for leave.

use chrono::Days;

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::items;
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::members::Member;
use crate::store::{self, Result};
use crate::types::{Language, Window};

/// The pauses offered, in days: one, two and four weeks.
const PAUSES: [u16; 3] = [7, 14, 28];

pub(in crate::core) async fn settings(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let screen = screen(ctx, member);
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// The settings of an officer who is no member: the language.
pub(in crate::core) async fn settings_alone(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    if !officers::is_one(ctx, caller.user).await? {
        return ctx.say(caller, "join-first", &[]).await;
    }
    let screen = screen_alone(ctx, caller.language);
    ctx.send(caller.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn language_alone(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    language: Language,
) -> Result {
    if !officers::is_one(ctx, caller.user).await? {
        return ctx
            .answer_callback(tap, caller.language, "toast-join-first")
            .await;
    }
    store::officer_chats::set_language(ctx.tx, caller.user, language).await?;
    ctx.answer_callback(tap, language, "toast-saved").await?;
    let screen = screen_alone(ctx, language);
    ctx.redraw(caller.user, tap, screen).await
}

fn screen_alone(ctx: &Ctx<'_>, language: Language) -> Screen {
    Screen {
        text: ctx.html(language, "settings-alone", &[]),
        keyboard: vec![languages(language)],
    }
}

pub(in crate::core) async fn show_settings(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
) -> Result {
    ctx.ack(tap).await?;
    let screen = screen(ctx, member);
    ctx.redraw(member.user, tap, screen).await
}

pub(in crate::core) async fn set_window(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    window: Window,
) -> Result {
    store::members::set_window(ctx.tx, member.id, window).await?;
    changed(ctx, Member { window, ..*member }, tap).await
}

pub(in crate::core) async fn set_language(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    language: Language,
) -> Result {
    store::members::set_language(ctx.tx, member.id, language).await?;
    let member = Member {
        language,
        ..*member
    };
    ctx.answer_callback(tap, language, "toast-saved").await?;
    let mut screen = screen(ctx, &member);
    screen.text.push_str(&items::content_note(ctx, language));
    ctx.redraw(member.user, tap, screen).await
}

pub(in crate::core) async fn pause(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    days: u16,
) -> Result {
    let until = ctx.tx.today() + Days::new(days.into());
    store::members::set_pause(ctx.tx, member.id, Some(until)).await?;
    changed(
        ctx,
        Member {
            paused_until: Some(until),
            ..*member
        },
        tap,
    )
    .await
}

pub(in crate::core) async fn resume(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap) -> Result {
    store::members::set_pause(ctx.tx, member.id, None).await?;
    changed(
        ctx,
        Member {
            paused_until: None,
            ..*member
        },
        tap,
    )
    .await
}

async fn changed(ctx: &mut Ctx<'_>, member: Member, tap: &Tap) -> Result {
    ctx.answer_callback(tap, member.language, "toast-saved")
        .await?;
    let screen = screen(ctx, &member);
    ctx.redraw(member.user, tap, screen).await
}

/// A tick before what is chosen.
fn mark(on: bool, label: String) -> String {
    if on { format!("✓ {label}") } else { label }
}

fn languages(chosen: Language) -> Vec<Key> {
    let key = |language| {
        let name = match language {
            Language::Vi => "Tiếng Việt",
            Language::En => "English",
        };
        Button::Language(language).key(mark(language == chosen, name.to_owned()))
    };
    Language::ALL.map(key).into()
}

fn screen(ctx: &Ctx<'_>, member: &Member) -> Screen {
    let language = member.language;
    let paused = member.paused_until.filter(|until| *until > ctx.tx.today());
    let window = |window| hours(ctx, window);
    let mut text = ctx.html(
        language,
        "settings",
        &[("window", window(member.window).into())],
    );
    if let Some(until) = paused {
        let args = [("until", until.into())];
        text = format!("{text}\n\n{}", ctx.html(language, "settings-paused", &args));
    }
    let windows = Window::ALL
        .map(|choice| Button::Window(choice).key(mark(choice == member.window, window(choice))));
    let pauses = match paused {
        Some(_) => vec![ctx.key(language, "button-resume", Button::Resume)],
        None => PAUSES
            .map(|days| {
                Button::Pause(days).key(ctx.plain(
                    language,
                    "button-pause",
                    &[("weeks", (days / 7).into())],
                ))
            })
            .into(),
    };
    Screen {
        text,
        keyboard: vec![windows.into(), languages(language), pauses],
    }
}

fn hours(ctx: &Ctx<'_>, window: Window) -> String {
    let (from, to) = match window {
        Window::Noon => ctx.core.rules.cadence.noon,
        Window::Evening => ctx.core.rules.cadence.evening,
    };
    format!("{}–{}", from.format("%H:%M"), to.format("%H:%M"))
}

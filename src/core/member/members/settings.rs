//! `/settings`: when to be written to, in which language, and a pause for leave.

use chrono::Days;

use crate::core::turn::{Screen, Tap, Turn};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::members::Member;
use crate::store::{self, Fault};
use crate::types::{Language, Window};

/// The pauses offered, in days: one, two and four weeks.
const PAUSES: [u16; 3] = [7, 14, 28];

/// `/settings`.
pub(in crate::core) async fn settings(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    let screen = screen(turn, member);
    turn.send(member.user, screen, Purpose::Plain).await
}

/// The same from a button.
pub(in crate::core) async fn show_settings(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let screen = screen(turn, member);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Another window.
pub(in crate::core) async fn set_window(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    window: Window,
) -> Result<(), Fault> {
    store::members::set_window(turn.tx, member.id, window).await?;
    changed(turn, Member { window, ..*member }, tap).await
}

/// Another language.
pub(in crate::core) async fn set_language(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    language: Language,
) -> Result<(), Fault> {
    store::members::set_language(turn.tx, member.id, language).await?;
    changed(
        turn,
        Member {
            language,
            ..*member
        },
        tap,
    )
    .await
}

/// No messages for so many days.
pub(in crate::core) async fn pause(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
    days: u16,
) -> Result<(), Fault> {
    let until = turn.tx.today() + Days::new(days.into());
    store::members::set_pause(turn.tx, member.id, Some(until)).await?;
    changed(
        turn,
        Member {
            paused_until: Some(until),
            ..*member
        },
        tap,
    )
    .await
}

/// Messages again.
pub(in crate::core) async fn resume(
    turn: &mut Turn<'_>,
    member: &Member,
    tap: &Tap,
) -> Result<(), Fault> {
    store::members::set_pause(turn.tx, member.id, None).await?;
    changed(
        turn,
        Member {
            paused_until: None,
            ..*member
        },
        tap,
    )
    .await
}

async fn changed(turn: &mut Turn<'_>, member: Member, tap: &Tap) -> Result<(), Fault> {
    turn.toast(tap, member.language, "toast-saved").await?;
    let screen = screen(turn, &member);
    turn.show(member.user, tap.message, screen, Purpose::Plain)
        .await
}

fn screen(turn: &Turn<'_>, member: &Member) -> Screen {
    let language = member.language;
    let paused = member.paused_until.filter(|until| *until > turn.tx.today());
    let window = |window| hours(turn, window);
    let mut text = turn.html(
        language,
        "settings",
        &[("window", window(member.window).into())],
    );
    if let Some(until) = paused {
        let args = [("until", until.format("%d/%m/%Y").to_string().into())];
        text = format!(
            "{text}\n\n{}",
            turn.html(language, "settings-paused", &args)
        );
    }
    let mark = |on: bool, label: String| if on { format!("✓ {label}") } else { label };
    let windows = Window::ALL.map(|choice| Key {
        label: mark(choice == member.window, window(choice)),
        data: Button::Window(choice).data(),
    });
    let languages = Language::ALL.map(|choice| {
        let name = match choice {
            Language::Vi => "Tiếng Việt",
            Language::En => "English",
        };
        Key {
            label: mark(choice == language, name.to_owned()),
            data: Button::Language(choice).data(),
        }
    });
    let pauses = match paused {
        Some(_) => vec![turn.key(language, "button-resume", Button::Resume)],
        None => PAUSES
            .map(|days| Key {
                label: turn.plain(
                    language,
                    "button-pause",
                    &[("weeks", i64::from(days / 7).into())],
                ),
                data: Button::Pause(days).data(),
            })
            .into(),
    };
    Screen {
        text,
        keyboard: vec![windows.into(), languages.into(), pauses],
    }
}

fn hours(turn: &Turn<'_>, window: Window) -> String {
    let (from, to) = match window {
        Window::Noon => turn.core.rules.cadence.noon,
        Window::Evening => turn.core.rules.cadence.evening,
    };
    format!("{}–{}", from.format("%H:%M"), to.format("%H:%M"))
}

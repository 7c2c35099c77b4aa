//! `/help`: everything that whoever asks may do, the officer's part first, with buttons for it.
//!
//! Knows who has which commands. Must not know what they do.

use super::{command_menu, officers};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::Result;
use crate::types::Language;

/// Buttons in a row: two labels fit a phone.
const ROW: usize = 2;

/// Commands with their buttons. What stops or deletes something at once has none: it is typed, or tapped in the text.
const MEMBERS: [(&str, &str); 12] = [
    ("quiz", "button-do-quiz"),
    ("practice", "button-do-practice"),
    ("checkin", "button-do-checkin"),
    ("criteria", "button-do-criteria"),
    ("me", "button-do-me"),
    ("settings", "button-do-settings"),
    ("unit", "button-do-unit"),
    ("privacy", "button-do-privacy"),
    ("log", "button-do-log"),
    ("journal", "button-do-journal"),
    ("mydata", "button-do-mydata"),
    ("year", "button-do-year"),
];

const OFFICERS: [(&str, &str); 16] = [
    ("report", "button-do-report"),
    ("card", "button-do-card"),
    ("broadcast", "button-do-broadcast"),
    ("broadcasts", "button-do-broadcasts"),
    ("remind", "button-do-remind"),
    ("invite", "button-do-invite"),
    ("respond", "button-do-respond"),
    ("commend", "button-do-commend"),
    ("plan", "button-do-plan"),
    ("forms", "button-do-forms"),
    ("totals", "button-do-totals"),
    ("register", "button-do-register"),
    ("suggest", "button-do-box"),
    ("meeting", "button-do-meeting"),
    ("training", "button-do-training"),
    ("officers", "button-do-officers"),
];

/// For officers who are no members.
const ALONE: [(&str, &str); 5] = [
    ("log", "button-do-log"),
    ("settings", "button-do-settings"),
    ("criteria", "button-do-criteria"),
    ("privacy", "button-do-privacy"),
    ("mydata", "button-do-mydata"),
];

pub(in crate::core) async fn help(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    let officer = officers::is_one(ctx, caller.user).await?;
    if officer {
        command_menu::give(ctx, caller.user).await?;
    }
    let screen = screen(ctx, caller, officer, officer);
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// Turns to the other page: what officers do, or what whoever takes part does.
pub(in crate::core) async fn turn(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    wants_officers: bool,
) -> Result {
    let officer = officers::is_one(ctx, caller.user).await?;
    ctx.ack(tap).await?;
    let screen = screen(ctx, caller, officer, officer && wants_officers);
    ctx.redraw(caller.user, tap, screen).await
}

fn screen(ctx: &Ctx<'_>, caller: &Caller, officer: bool, officers_page: bool) -> Screen {
    let language = caller.language;
    let takes_part = caller.member.is_some();
    if !officers_page {
        let key = if takes_part { "help" } else { "help-stranger" };
        let mut keyboard = match takes_part {
            true => rows(ctx, language, &MEMBERS),
            false => Vec::new(),
        };
        if officer {
            keyboard.push(vec![ctx.key(
                language,
                "button-help-officer",
                Button::HelpOfOfficers,
            )]);
        }
        let text = ctx.html(language, key, &[]);
        return Screen { text, keyboard };
    }
    let mut parts = vec![ctx.html(language, "help-officer", &[])];
    if officers::owns(ctx, caller.user) {
        parts.insert(0, ctx.html(language, "help-owner", &[]));
    }
    let mut keyboard = rows(ctx, language, &OFFICERS);
    if takes_part {
        keyboard.push(vec![ctx.key(
            language,
            "button-help-member",
            Button::HelpOfMembers,
        )]);
    } else {
        parts.push(ctx.html(language, "help-alone", &[]));
        keyboard.extend(rows(ctx, language, &ALONE));
    }
    let text = parts.join("\n\n");
    Screen { text, keyboard }
}

fn rows(ctx: &Ctx<'_>, language: Language, commands: &[(&'static str, &str)]) -> Vec<Vec<Key>> {
    let key = |(name, label): &(&'static str, &str)| ctx.key(language, label, Button::Do(name));
    commands
        .chunks(ROW)
        .map(|row| row.iter().map(key).collect())
        .collect()
}

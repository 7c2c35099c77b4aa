//! The command menus: for members, officers and groups, in both languages; and what the bot may hear.

use chrono::TimeDelta;

use crate::core::ctx::Ctx;
use crate::outgoing::{Call, Lane, MenuScope, Purpose};
use crate::store::StoreError;
use crate::types::{Language, UserId};

/// The languages of the menus, and the apps that show each: Vietnamese by default, English where the app is
/// English.
const LANGUAGES: [(Language, Option<Language>); 2] =
    [(Language::Vi, None), (Language::En, Some(Language::En))];

/// The menu of a private chat: each command in Vietnamese and in English.
const MEMBERS: [(&str, &str); 14] = [
    ("tracnghiem", "quiz"),
    ("onlai", "practice"),
    ("suyngam", "checkin"),
    ("tieuchi", "criteria"),
    ("cuatoi", "me"),
    ("caidat", "settings"),
    ("donvi", "unit"),
    ("riengtu", "privacy"),
    ("dulieucuatoi", "mydata"),
    ("nhatky", "log"),
    ("sorieng", "journal"),
    ("trogiup", "help"),
    ("dung", "stop"),
    ("xoadulieu", "deletemydata"),
];

const GROUPS: [(&str, &str); 4] = [
    ("baocao", "report"),
    ("thetraodoi", "card"),
    ("lienket", "link"),
    ("huylienket", "unlink"),
];

/// Added for officers.
const OFFICERS: [(&str, &str); 9] = [
    ("canbo", "officers"),
    ("moi", "invite"),
    ("nhacnho", "remind"),
    ("thongbao", "broadcast"),
    ("dsthongbao", "broadcasts"),
    ("hoiam", "respond"),
    ("bieuduong", "commend"),
    ("sonam", "forms"),
    ("tonghop", "totals"),
];

/// Added for owners.
const OWNERS: [(&str, &str); 2] = [("tamdungtatca", "pauseall"), ("guitrolai", "resumeall")];

/// Enqueues what could also be set by hand at the messenger, so that no hand need be relied on: what the bot may hear,
/// and every menu except those of appointed officers: theirs is set at their appointment and, since a newer
/// version may have more commands, each time they ask for help.
pub(in crate::core) async fn enqueue(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    set(ctx, Call::BotSettings).await?;
    for (language, clients) in LANGUAGES {
        let members = commands(ctx, language, &MEMBERS);
        let groups = commands(ctx, language, &GROUPS);
        menu(ctx, MenuScope::Members, clients, members).await?;
        menu(ctx, MenuScope::Groups, clients, groups).await?;
    }
    let core = ctx.core;
    for owner in &core.rules.owners {
        give(ctx, *owner).await?;
    }
    Ok(())
}

pub(in crate::core) async fn give(ctx: &mut Ctx<'_>, user: UserId) -> Result<(), StoreError> {
    let owns = ctx.core.rules.owners.contains(&user);
    let own: &[_] = if owns { &OWNERS } else { &[] };
    for (language, clients) in LANGUAGES {
        let names = [MEMBERS.as_slice(), &GROUPS, &OFFICERS, own].concat();
        let commands = commands(ctx, language, &names);
        menu(ctx, MenuScope::Officer(user.into()), clients, commands).await?;
    }
    Ok(())
}

/// Sets the members' menu for somebody who is no officer any more.
pub(in crate::core) async fn take_back(ctx: &mut Ctx<'_>, user: UserId) -> Result<(), StoreError> {
    for (language, clients) in LANGUAGES {
        let commands = commands(ctx, language, &MEMBERS);
        menu(ctx, MenuScope::Officer(user.into()), clients, commands).await?;
    }
    Ok(())
}

fn commands(ctx: &Ctx<'_>, language: Language, names: &[(&str, &str)]) -> Vec<(String, String)> {
    let describe = |(vi, en): &(&str, &str)| {
        let name = match language {
            Language::Vi => vi,
            Language::En => en,
        };
        (
            (*name).to_owned(),
            ctx.plain(language, &format!("menu-{en}"), &[]),
        )
    };
    names.iter().map(describe).collect()
}

async fn menu(
    ctx: &mut Ctx<'_>,
    scope: MenuScope,
    language: Option<Language>,
    commands: Vec<(String, String)>,
) -> Result<(), StoreError> {
    let menu = Call::Menu {
        scope,
        language,
        commands,
    };
    set(ctx, menu).await
}

async fn set(ctx: &mut Ctx<'_>, call: Call) -> Result<(), StoreError> {
    let until = ctx.tx.now() + TimeDelta::days(1);
    ctx.enqueue(Lane::Reply, until, Purpose::Plain, call).await
}

//! The command menus: for members, officers and groups, in both languages; and what the bot may hear.

use chrono::TimeDelta;

use crate::core::ctx::Ctx;
use crate::outgoing::{Call, Lane, MenuScope, Purpose};
use crate::store::{self, Result};
use crate::types::{Language, UserId};

/// The languages of the menus, and the apps that show each: Vietnamese by default, English where the app is
/// English.
const LANGUAGES: [(Language, Option<Language>); 2] =
    [(Language::Vi, None), (Language::En, Some(Language::En))];

/// The most entries of a menu: what fits a phone without scrolling. The rest is behind the last of them.
const MOST: usize = 12;

/// A menu: each command in Vietnamese and in English, what is done most first.
type Entries = [(&'static str, &'static str)];

const MEMBERS: [(&str, &str); MOST] = [
    ("tracnghiem", "quiz"),
    ("onlai", "practice"),
    ("suyngam", "checkin"),
    ("tieuchi", "criteria"),
    ("cuatoi", "me"),
    ("caidat", "settings"),
    ("donvi", "unit"),
    ("riengtu", "privacy"),
    ("nhatky", "log"),
    ("viectrongnam", "year"),
    ("dung", "stop"),
    ("trogiup", "help"),
];

const GROUPS: [(&str, &str); 4] = [
    ("baocao", "report"),
    ("thetraodoi", "card"),
    ("lienket", "link"),
    ("huylienket", "unlink"),
];

const OFFICERS: [(&str, &str); MOST] = [
    ("baocao", "report"),
    ("thongbao", "broadcast"),
    ("dsthongbao", "broadcasts"),
    ("nhacnho", "remind"),
    ("moi", "invite"),
    ("bieuduong", "commend"),
    ("canbo", "officers"),
    ("kehoach", "plan"),
    ("sonam", "forms"),
    ("tonghop", "totals"),
    ("tracnghiem", "quiz"),
    ("trogiup", "help"),
];

const OWNERS: [(&str, &str); MOST] = [
    ("canbo", "officers"),
    ("moi", "invite"),
    ("baocao", "report"),
    ("thongbao", "broadcast"),
    ("dsthongbao", "broadcasts"),
    ("hoiam", "respond"),
    ("tamdungtatca", "pauseall"),
    ("guitrolai", "resumeall"),
    ("tracnghiem", "quiz"),
    ("nhatky", "log"),
    ("caidat", "settings"),
    ("trogiup", "help"),
];

/// Enqueues what could also be set by hand at the messenger, so that no hand need be relied on: what the bot may hear,
/// and every menu except those of appointed officers: theirs is set at their appointment and, since a newer
/// version may have more commands, each time they ask for help.
pub(in crate::core) async fn enqueue(ctx: &mut Ctx<'_>) -> Result {
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
    // Who is an owner no more, by the settings, has no other moment at which that is noticed.
    for user in store::officer_chats::without_office(ctx.tx).await? {
        if !core.rules.owners.contains(&user) {
            take_back(ctx, user).await?;
        }
    }
    Ok(())
}

/// Sets an officer's menu, or an owner's.
pub(in crate::core) async fn give(ctx: &mut Ctx<'_>, user: UserId) -> Result {
    let owns = ctx.core.rules.owners.contains(&user);
    let entries: &Entries = if owns { &OWNERS } else { &OFFICERS };
    store::officer_chats::note(ctx.tx, user).await?;
    for (language, clients) in LANGUAGES {
        let commands = commands(ctx, language, entries);
        menu(ctx, MenuScope::Officer(user.into()), clients, commands).await?;
    }
    Ok(())
}

/// Somebody is no officer any more: their own menu goes, so that the members' shows again, of this version and of later ones.
pub(in crate::core) async fn take_back(ctx: &mut Ctx<'_>, user: UserId) -> Result {
    store::officer_chats::forget(ctx.tx, user).await?;
    for (_, clients) in LANGUAGES {
        menu(ctx, MenuScope::Officer(user.into()), clients, Vec::new()).await?;
    }
    Ok(())
}

fn commands(ctx: &Ctx<'_>, language: Language, entries: &Entries) -> Vec<(String, String)> {
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
    entries.iter().map(describe).collect()
}

async fn menu(
    ctx: &mut Ctx<'_>,
    scope: MenuScope,
    language: Option<Language>,
    commands: Vec<(String, String)>,
) -> Result {
    let menu = Call::Menu {
        scope,
        language,
        commands,
    };
    set(ctx, menu).await
}

async fn set(ctx: &mut Ctx<'_>, call: Call) -> Result {
    let until = ctx.tx.now() + TimeDelta::days(1);
    ctx.enqueue(Lane::Reply, until, Purpose::Plain, call).await
}

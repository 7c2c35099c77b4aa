//! The command menus: for members, officers and groups, in both languages.

use chrono::TimeDelta;

use super::turn::Turn;
use crate::outgoing::{Call, Lane, MenuScope, Purpose};
use crate::store::Fault;
use crate::types::{ChatId, Language};

/// The menu of a private chat, with the name shown in each language.
const MEMBERS: [(&str, &str); 12] = [
    ("trachnghiem", "quiz"),
    ("suyngam", "checkin"),
    ("tieuchi", "criteria"),
    ("cuatoi", "me"),
    ("caidat", "settings"),
    ("riengtu", "privacy"),
    ("dulieucuatoi", "mydata"),
    ("nhatky", "log"),
    ("sorieng", "journal"),
    ("trogiup", "help"),
    ("dung", "stop"),
    ("xoadulieu", "deletemydata"),
];

/// The menu of a group.
const GROUPS: [(&str, &str); 4] = [
    ("baocao", "report"),
    ("thetraodoi", "card"),
    ("lienket", "link"),
    ("huylienket", "unlink"),
];

/// What officers find besides in their private chat.
const OFFICERS: [(&str, &str); 2] = [("thongbao", "broadcast"), ("dsthongbao", "broadcasts")];

/// What owners find besides.
const OWNERS: [(&str, &str); 2] = [("tamdungtatca", "pauseall"), ("guitrolai", "resumeall")];

/// Owes every menu: Vietnamese for all, English for those whose app is English.
pub(super) async fn owe(turn: &mut Turn<'_>) -> Result<(), Fault> {
    let owners: Vec<_> = turn
        .core
        .rules
        .owners
        .iter()
        .map(|owner| MenuScope::Officer(ChatId::from(*owner)))
        .collect();
    for (language, clients) in [(Language::Vi, None), (Language::En, Some(Language::En))] {
        let members = commands(turn, language, &MEMBERS);
        let groups = commands(turn, language, &GROUPS);
        let broadcasts = commands(turn, language, &[OFFICERS, OWNERS].concat());
        let officers = [members.clone(), groups.clone(), broadcasts].concat();
        menu(turn, MenuScope::Members, clients, members).await?;
        menu(turn, MenuScope::Groups, clients, groups).await?;
        for scope in &owners {
            menu(turn, *scope, clients, officers.clone()).await?;
        }
    }
    Ok(())
}

fn commands(turn: &Turn<'_>, language: Language, names: &[(&str, &str)]) -> Vec<(String, String)> {
    let describe = |(vi, en): &(&str, &str)| {
        let name = match language {
            Language::Vi => vi,
            Language::En => en,
        };
        (
            (*name).to_owned(),
            turn.plain(language, &format!("menu-{en}"), &[]),
        )
    };
    names.iter().map(describe).collect()
}

async fn menu(
    turn: &mut Turn<'_>,
    scope: MenuScope,
    language: Option<Language>,
    commands: Vec<(String, String)>,
) -> Result<(), Fault> {
    let until = turn.tx.now() + TimeDelta::days(1);
    turn.owe(
        Lane::Reply,
        until,
        Purpose::Plain,
        Call::Menu {
            scope,
            language,
            commands,
        },
    )
    .await
}

//! Command menus and the bot's own name and descriptions.
//!
//! Knows: limits and scopes as requests write them. Must not know: which menu a person sees.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::params::{Params, array};
use super::refusal::{Answer, Refusal, answer, yes};
use crate::entities::code_points;
use crate::world::World;
use crate::world::commands::Scope;

const COMMANDS_MAX: usize = 100;
const COMMAND_BYTES_MAX: usize = 32;
const DESCRIPTION_CHARS_MAX: usize = 256;

fn scope(params: &Params) -> Result<Scope, Refusal> {
    let Some(value) = params.nested("scope", "BotCommandScope")? else {
        return Ok(Scope::Default);
    };
    let number = |name: &str| match value.get(name) {
        Some(Value::String(text)) => text.parse::<i64>().ok(),
        Some(other) => other.as_i64(),
        None => None,
    };
    let chat = || number("chat_id").ok_or_else(|| Refusal::bad("chat_id is empty"));
    match value.get("type").and_then(Value::as_str) {
        Some("default") => Ok(Scope::Default),
        Some("all_private_chats") => Ok(Scope::AllPrivateChats),
        Some("all_group_chats") => Ok(Scope::AllGroupChats),
        Some("all_chat_administrators") => Ok(Scope::AllChatAdministrators),
        Some("chat") => Ok(Scope::Chat(chat()?)),
        Some("chat_administrators") => Ok(Scope::ChatAdministrators(chat()?)),
        Some("chat_member") => {
            let user = number("user_id").ok_or_else(|| Refusal::bad("invalid user_id specified"));
            Ok(Scope::ChatMember(chat()?, user?))
        }
        _ => Err(Refusal::bad(
            "can't parse BotCommandScope: Unsupported type specified",
        )),
    }
}

/// The scope and language of a call as the key of a menu; a scope's chat must exist.
fn key(world: &World, params: &Params) -> Result<String, Refusal> {
    let scope = scope(params)?;
    if let Scope::Chat(chat) | Scope::ChatAdministrators(chat) | Scope::ChatMember(chat, _) = scope
        && !world.chats.contains_key(&chat)
    {
        return Err(Refusal::bad("chat not found"));
    }
    Ok(scope.key(language(params)?))
}

fn language(params: &Params) -> Result<&str, Refusal> {
    let language = params.str("language_code");
    if language.is_empty() || language.len() == 2 {
        Ok(language)
    } else {
        Err(Refusal::bad("invalid language code specified"))
    }
}

pub(super) fn set_my_commands(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let key = key(world, params)?;
    let Some(given) = array(params.nested("commands", "commands")?) else {
        return Err(Refusal::bad("can't parse commands JSON object"));
    };
    if given.len() > COMMANDS_MAX {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let mut menu = Vec::with_capacity(given.len());
    for item in &given {
        menu.push(one_command(item)?);
    }
    world.bot.commands.insert(key, menu);
    world.changes.push(crate::world::Change::State);
    yes()
}

fn one_command(item: &Value) -> Result<(String, String), Refusal> {
    let field = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or("").trim();
    let command = field("command").trim_start_matches('/');
    let description = field("description");
    let wellformed = command
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if command.is_empty() || command.len() > COMMAND_BYTES_MAX || !wellformed {
        return Err(Refusal::bad("BOT_COMMAND_INVALID"));
    }
    let length = code_points(description);
    if length == 0 || length > DESCRIPTION_CHARS_MAX {
        return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok((command.to_owned(), description.to_owned()))
}

pub(super) fn delete_my_commands(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    let key = key(world, params)?;
    world.bot.commands.remove(&key);
    world.changes.push(crate::world::Change::State);
    yes()
}

pub(super) fn get_my_commands(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let key = key(world, params)?;
    let menu = world.bot.commands.get(&key).cloned().unwrap_or_default();
    let menu: Vec<Value> = menu
        .iter()
        .map(|(command, description)| json!({"command": command, "description": description}))
        .collect();
    answer(&menu)
}

fn set_text(
    texts: &mut BTreeMap<String, String>,
    params: &Params,
    name: &str,
    chars_max: usize,
) -> Answer {
    let text = params.text(name).unwrap_or_default();
    if code_points(&text) > chars_max {
        return Err(Refusal::bad(
            &format!("bot {name} is too long").replace('_', " "),
        ));
    }
    texts.insert(language(params)?.to_owned(), text);
    yes()
}

fn get_text(texts: &BTreeMap<String, String>, params: &Params, name: &str) -> Answer {
    let found = texts.get(language(params)?).or_else(|| texts.get(""));
    answer(&json!({ name: found.map_or("", String::as_str) }))
}

/// Settings that are not named stay as they are.
pub(super) fn set_my_settings(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    let settings = &mut world.bot.settings;
    for (name, setting) in [
        ("can_join_groups", &mut settings.can_join_groups),
        (
            "can_read_all_group_messages",
            &mut settings.can_read_all_group_messages,
        ),
        (
            "supports_inline_queries",
            &mut settings.supports_inline_queries,
        ),
    ] {
        if params.values.contains_key(name) {
            *setting = params.flag(name);
        }
    }
    yes()
}

pub(super) fn set_my_name(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    world.changes.push(crate::world::Change::State);
    set_text(&mut world.bot.names, params, "name", 64)
}

pub(super) fn get_my_name(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    get_text(&world.bot.names, params, "name")
}

pub(super) fn set_my_description(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    set_text(&mut world.bot.descriptions, params, "description", 512)
}

pub(super) fn get_my_description(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    get_text(&world.bot.descriptions, params, "description")
}

pub(super) fn set_my_short_description(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    let texts = &mut world.bot.short_descriptions;
    set_text(texts, params, "short_description", 120)
}

pub(super) fn get_my_short_description(
    world: &mut World,
    params: &Params,
    _now: DateTime<Utc>,
) -> Answer {
    get_text(&world.bot.short_descriptions, params, "short_description")
}

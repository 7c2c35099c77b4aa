//! Texts and captions as they arrive: parse mode, entities, trimming, limits.
//!
//! Knows: Telegram's limits for texts. Must not know: which message a text is for.

use serde_json::Value;

use super::params::{Params, array};
use super::refusal::Refusal;
use crate::entities::{self, Entity, code_points};
use crate::html;
use crate::world::World;

pub(super) const TEXT_CHARS_MAX: usize = 4096;
pub(super) const CAPTION_CHARS_MAX: usize = 1024;
/// Raw text with its markup: beyond this Telegram does not even parse it.
const RAW_BYTES_MAX: usize = 32_768;

/// A parsed text. `name` is the parameter, `entities_name` that of explicit entities.
pub(super) fn formatted(
    world: &World,
    params: &Params,
    name: &str,
    entities_name: &str,
) -> Result<(String, Vec<Entity>), Refusal> {
    let raw = params.text(name).unwrap_or_default();
    if raw.len() > RAW_BYTES_MAX {
        return Err(Refusal::bad("text is too long"));
    }
    let mode = params.str("parse_mode").to_lowercase();
    let (text, found) = match mode.as_str() {
        "" | "none" => {
            let given = array(params.nested(entities_name, "message entities")?);
            let given = explicit(&given.unwrap_or_default(), &raw)?;
            (raw, given)
        }
        "html" => html::parse(&raw)
            .map_err(|reason| Refusal::bad(&format!("can't parse entities: {reason}")))?,
        _ => return Err(Refusal::bad("unsupported parse_mode")),
    };
    let (text, found) = entities::trim(&text, found);
    let mut all = entities::with_detected(&text, found);
    for entity in &mut all {
        mention_people(world, entity);
    }
    Ok((text, all))
}

/// `tg://user?id=…` names a person when the bot has met them.
fn mention_people(world: &World, entity: &mut Entity) {
    let id = entity
        .url
        .as_deref()
        .and_then(|url| url.strip_prefix("tg://user?id="))
        .and_then(|id| id.parse::<i64>().ok());
    if let Some(id) = id.filter(|id| world.people.contains_key(id)) {
        "text_mention".clone_into(&mut entity.kind);
        entity.url = None;
        entity.user = serde_json::to_value(world.user_view(id)).ok();
    }
}

fn explicit(given: &[Value], text: &str) -> Result<Vec<Entity>, Refusal> {
    let length = entities::utf16_len(text);
    let mut all = Vec::with_capacity(given.len());
    for value in given {
        let entity = serde_json::from_value::<Entity>(value.clone())
            .map_err(|error| Refusal::bad(&format!("can't parse MessageEntity: {error}")))?;
        if entity.offset.saturating_add(entity.length) <= length && entity.length > 0 {
            all.push(entity);
        }
    }
    Ok(all)
}

/// The text of a message to be sent.
pub(super) fn body(world: &World, params: &Params) -> Result<(String, Vec<Entity>), Refusal> {
    let (text, entities) = formatted(world, params, "text", "entities")?;
    if text.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    Ok((text, entities))
}

/// A caption, which may be empty.
pub(super) fn caption(world: &World, params: &Params) -> Result<(String, Vec<Entity>), Refusal> {
    let (text, entities) = formatted(world, params, "caption", "caption_entities")?;
    if code_points(&text) > CAPTION_CHARS_MAX {
        return Err(Refusal::bad("message caption is too long"));
    }
    Ok((text, entities))
}

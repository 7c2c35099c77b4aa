//! Where updates are delivered to: setting it, asking for it, taking it back.
//!
//! Knows: which addresses and secrets are allowed. Must not know: how anything is delivered.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::params::{Params, array};
use super::refusal::{Answer, Refusal, answer, yes};
use crate::world::World;
use crate::world::webhook::Webhook;

const CONNECTIONS: i64 = 40;
const CONNECTIONS_MAX: i64 = 100;
const SECRET_BYTES_MAX: usize = 256;
const PORTS: [&str; 4] = ["443", "80", "88", "8443"];

pub(super) fn set_webhook(world: &mut World, params: &Params, now: DateTime<Utc>) -> Answer {
    let url = params.str("url");
    if url.is_empty() {
        return delete_webhook(world, params, now);
    }
    check(url)?;
    let secret = params.str("secret_token");
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if secret.len() > SECRET_BYTES_MAX {
        return Err(Refusal::bad("secret token is too long"));
    }
    if !secret.bytes().all(allowed) {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    if let Some(kinds) = array(params.nested("allowed_updates", "allowed updates")?) {
        let kinds = kinds.iter().filter_map(Value::as_str);
        world.queue.allow(kinds.map(str::to_owned).collect());
    }
    if params.flag("drop_pending_updates") {
        world.queue.drop_pending();
    }
    let connections = params.int("max_connections").unwrap_or(CONNECTIONS);
    let connections = connections.clamp(1, CONNECTIONS_MAX);
    world.hook(Some(Webhook {
        url: url.to_owned(),
        secret: secret.to_owned(),
        connections: usize::try_from(connections).unwrap_or(1),
        error: None,
    }));
    yes()
}

/// HTTPS at one of four ports; on this machine, as for a Bot API server of one's own, also plain HTTP at any.
fn check(url: &str) -> Result<(), Refusal> {
    let bad = |why: &str| Refusal::bad(&format!("bad webhook: {why}"));
    let Some((scheme, rest)) = url.split_once("://") else {
        return Err(bad("URL is invalid"));
    };
    let place = rest.split('/').next().unwrap_or_default();
    let (host, port) = place.rsplit_once(':').unwrap_or((place, "443"));
    if matches!(host, "127.0.0.1" | "localhost" | "[::1]") {
        return Ok(());
    }
    if scheme != "https" {
        return Err(bad("An HTTPS URL must be provided for webhook"));
    }
    if !PORTS.contains(&port) {
        return Err(bad(
            "Webhook can be set up only on ports 80, 88, 443 or 8443",
        ));
    }
    Ok(())
}

pub(super) fn delete_webhook(world: &mut World, params: &Params, _now: DateTime<Utc>) -> Answer {
    if params.flag("drop_pending_updates") {
        world.queue.drop_pending();
    }
    world.hook(None);
    yes()
}

pub(super) fn get_webhook_info(world: &mut World, _params: &Params, now: DateTime<Utc>) -> Answer {
    let mut info = json!({
        "url": "",
        "has_custom_certificate": false,
        "pending_update_count": world.queue.pending(now),
    });
    if let Some(hook) = &world.webhook {
        info["url"] = json!(hook.url);
        info["max_connections"] = json!(hook.connections);
        if let Some((at, error)) = &hook.error {
            info["last_error_date"] = json!(at);
            info["last_error_message"] = json!(error);
        }
    }
    if let Some(kinds) = world.queue.allowed() {
        info["allowed_updates"] = json!(kinds);
    }
    answer(&info)
}

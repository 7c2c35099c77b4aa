//! `[telegram]` and `[http]`: how updates come in, and where the bot shows how it is.
//!
//! Knows what an address may look like. Must not know who listens there.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use serde::Deserialize;
use serde::de::Error;

use crate::told;

/// Where the proxy finds the program if the settings do not say.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 9465);
/// The ports that the messenger delivers to.
const PORTS: [&str; 4] = ["443", "80", "88", "8443"];

/// `[telegram]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Telegram {
    /// `webhook = "https://bot.example.vn/nhip"`: updates are delivered there; without it they are asked for.
    #[serde(deserialize_with = "webhook")]
    pub webhook: Option<Webhook>,
    /// `listen = "127.0.0.1:9465"`: where the proxy passes them on to.
    #[serde(deserialize_with = "listen")]
    pub listen: SocketAddr,
}

impl Default for Telegram {
    fn default() -> Self {
        Self {
            webhook: None,
            listen: LISTEN,
        }
    }
}

/// `[http]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Http {
    /// `listen = "127.0.0.1:9464"`: `/health/live`, `/health/ready` and `/metrics`.
    #[serde(deserialize_with = "listen_or_not")]
    pub listen: Option<SocketAddr>,
}

/// An address that updates are delivered to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// All of it.
    pub url: String,
    /// Its path.
    pub path: String,
}

/// An address; empty: none.
fn webhook<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Webhook>, D::Error> {
    let url = String::deserialize(from)?;
    if url.is_empty() {
        return Ok(None);
    }
    match path(&url) {
        Ok(path) => Ok(Some(Webhook { url, path })),
        Err(why) => Err(D::Error::custom(told!(
            "settings-webhook",
            given = url,
            cause = why
        ))),
    }
}

fn listen<'de, D: serde::Deserializer<'de>>(from: D) -> Result<SocketAddr, D::Error> {
    let text = String::deserialize(from)?;
    text.parse()
        .map_err(|_| D::Error::custom(told!("settings-listen", given = text, usual = LISTEN)))
}

/// The same; empty: nowhere.
fn listen_or_not<'de, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Option<SocketAddr>, D::Error> {
    let text = String::deserialize(from)?;
    if text.is_empty() {
        return Ok(None);
    }
    listen(serde::de::value::StringDeserializer::new(text)).map(Some)
}

/// The path of an address that the messenger can deliver to.
fn path(url: &str) -> Result<String, String> {
    let plain = |text: &str, also: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || also.as_bytes().contains(&byte))
    };
    let (scheme, rest) = url
        .split_once("://")
        .ok_or_else(|| told!("settings-webhook-https"))?;
    let (place, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, "/"),
    };
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (place, None),
    };
    if host.is_empty() || !plain(host, "-._:[]") {
        return Err(told!("settings-webhook-server"));
    }
    if !plain(path, "/-._~") {
        return Err(told!("settings-webhook-path"));
    }
    let here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    match (scheme, port) {
        // A Bot API server of one's own, or an emulated one, on this very machine.
        ("http", _) if here => Ok(path.to_owned()),
        ("https", None) => Ok(path.to_owned()),
        ("https", Some(port)) if PORTS.contains(&port) || here => Ok(path.to_owned()),
        ("https", Some(_)) => Err(told!("settings-webhook-port")),
        _ => Err(told!("settings-webhook-https")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_off_and_what_is_wrong_says_what_to_write() {
        let off = toml::from_str::<Telegram>("webhook = \"\"");
        assert_eq!(off, Ok(Telegram::default()));
        assert_eq!(toml::from_str::<Http>("listen = \"\""), Ok(Http::default()));
        let fault = |text: &str| {
            toml::from_str::<Telegram>(text)
                .expect_err(text)
                .to_string()
        };
        let told = fault("webhook = \"bot.example.vn\"");
        assert!(told.contains("no address for a webhook"), "{told}");
        let told = fault("listen = \"9465\"");
        assert!(told.contains("write it like \"127.0.0.1:9465\""), "{told}");
    }

    #[test]
    fn an_address_for_a_webhook_is_one_that_telegram_can_deliver_to() {
        for (url, expected) in [
            ("https://bot.example.vn/nhip", "/nhip"),
            ("https://bot.example.vn", "/"),
            ("https://bot.example.vn:8443/a/b-c_d.~", "/a/b-c_d.~"),
            ("http://127.0.0.1:4711/nhip", "/nhip"),
            ("http://[::1]:4711/nhip", "/nhip"),
        ] {
            assert_eq!(path(url).as_deref(), Ok(expected), "{url}");
        }
        for (url, why) in [
            ("bot.example.vn/nhip", "https://"),
            ("http://bot.example.vn/nhip", "https://"),
            ("https:///nhip", "no server"),
            ("https://bot example/nhip", "no server"),
            ("https://bot.example.vn/nhip?a=b", "path"),
            ("https://bot.example.vn/{id}", "path"),
            ("https://bot.example.vn:9465/nhip", "ports"),
        ] {
            let told = path(url).expect_err(url);
            assert!(told.contains(why), "{url}: {told}");
        }
    }
}

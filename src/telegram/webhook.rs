//! Telling the messenger where to deliver updates, and asking what it was told.
//!
//! Knows the three methods about webhooks and the secret that goes with one. Must not know who listens.

use serde_json::json;
use sha2::{Digest, Sha256};

use secrecy::ExposeSecret;

use super::{ALLOWED, Api, CALL_TIMEOUT, PollError, outcome};
use crate::types::hex;

/// As many deliveries at once as the messenger makes: what arrives together is one transaction.
const CONNECTIONS_MAX: u32 = 100;

/// What the messenger knows of the webhook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WebhookInfo {
    /// Where it delivers to; empty: nowhere, it waits to be polled.
    pub(crate) url: String,
    /// How many updates wait.
    pub(crate) pending: u64,
    /// Why the last delivery failed that did.
    pub(crate) last_error: Option<String>,
}

impl Api {
    /// What the messenger shows with every delivery, so that nobody else's are listened to.
    ///
    /// It follows from the token, so it is nowhere stored, and a process that was killed knows it again; the token
    /// does not follow from it. A new token has a new one.
    pub fn webhook_secret(&self) -> String {
        let digest = Sha256::new()
            .chain_update("nhip: the webhook's secret\n")
            .chain_update(self.token.expose_secret())
            .finalize();
        hex(&digest)
    }

    /// Has updates delivered to `url` from now on. What waits is kept.
    pub(crate) async fn set_webhook(&self, url: &str) -> Result<(), PollError> {
        let payload = json!({
            "url": url,
            "max_connections": CONNECTIONS_MAX,
            // Every time: the messenger remembers the last list it was given, whoever gave it.
            "allowed_updates": ALLOWED,
            "secret_token": self.webhook_secret(),
        });
        self.arranged("SetWebhook", &payload).await.map(drop)
    }

    /// Has updates wait to be polled. What waits is kept.
    pub(crate) async fn delete_webhook(&self) -> Result<(), PollError> {
        let payload = json!({ "drop_pending_updates": false });
        self.arranged("DeleteWebhook", &payload).await.map(drop)
    }

    /// What the messenger was told.
    pub(crate) async fn webhook(&self) -> Result<WebhookInfo, PollError> {
        let info = self.arranged("GetWebhookInfo", &json!({})).await?;
        Ok(WebhookInfo {
            url: info["url"].as_str().unwrap_or_default().to_owned(),
            pending: info["pending_update_count"].as_u64().unwrap_or(0),
            last_error: info["last_error_message"].as_str().map(outcome::told),
        })
    }

    async fn arranged(
        &self,
        method: &str,
        payload: &serde_json::Value,
    ) -> Result<serde_json::Value, PollError> {
        let payload = payload.to_string().into_bytes();
        outcome::arranged(self.post(method, payload, CALL_TIMEOUT).await)
    }
}

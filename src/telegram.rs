//! The way to the messenger's Bot API: one request, one answer.
//!
//! Knows HTTP, the token and teloxide's types; nobody else does. Must not know rules, the
//! database or who waits for what. The requests are posted by ourselves: teloxide's own way
//! sleeps ten seconds inside the call at a server error, drops the error's code, and takes a
//! sent message whose reply it cannot read for a failure.

mod download;
mod form;
mod inbound;
mod inspect;
mod keyboard;
mod markup;
mod outbound;
mod outcome;
mod webhook;

use std::time::Duration;

use anyhow::{Context, ensure};
use reqwest::RequestBuilder;
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use crate::event::Inbound;
use crate::outgoing::{Call, FileContent, Lane, Outcome, Reason};
use crate::told;
use crate::types::UserId;

pub use inbound::ALLOWED;
pub use inspect::{Account, InGroup};
use outbound::Request;
use outcome::HttpOutcome;
pub use outcome::PollError;
pub(crate) use webhook::WebhookInfo;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// For a whole call, from connecting to the last byte of the answer.
const CALL_TIMEOUT: Duration = Duration::from_secs(20);
/// The same for a call with a file, over a slow line.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(60);
/// Added to the time that the messenger may hold a poll.
const POLL_MARGIN: Duration = Duration::from_secs(10);
/// Shorter than the messenger's own: a call on a connection that it has just closed would be in doubt.
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// The Bot API at one address for one token. Clones share their connections.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    url: String,
    token: SecretString,
    /// Whether bulk is paid for.
    pays: bool,
}

impl std::fmt::Debug for Api {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Api").field("url", &self.url).finish()
    }
}

/// Who the bot is on the messenger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// Its numeric id.
    pub id: UserId,
    /// Its name in links and in `/command@name`.
    pub username: String,
}

impl Api {
    /// Prepares the client; nothing is sent yet.
    ///
    /// # Errors
    /// A sentence: the address or the token cannot be one.
    pub fn new(url: &str, token: SecretString) -> anyhow::Result<Self> {
        let parsed = Self::address(url)?;
        ensure!(
            is_token(token.expose_secret()),
            "this is no bot token: BotFather's look like 123456789:AAbb-cc_dd; look for spaces and missing parts"
        );
        let mut client = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .pool_idle_timeout(IDLE_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .tcp_nodelay(true);
        if is_loopback(&parsed) {
            // The environment's proxy is for the internet, not for a sandbox on this machine.
            client = client.no_proxy();
        }
        Ok(Self {
            client: client.build().context("cannot prepare HTTPS")?,
            url: url.trim_end_matches('/').to_owned(),
            token,
            pays: false,
        })
    }

    /// Reads the address of a Bot API.
    ///
    /// # Errors
    /// It cannot be one.
    pub fn address(url: &str) -> anyhow::Result<reqwest::Url> {
        let none = || told!("api-address", given = url);
        let parsed = reqwest::Url::parse(url).with_context(none)?;
        let usable = matches!(parsed.scheme(), "http" | "https") && parsed.query().is_none();
        ensure!(usable, none());
        Ok(parsed)
    }

    /// The same, paying the messenger for bulk that goes faster than it does for nothing.
    #[must_use]
    pub fn with_paid_broadcasts(self, pays: bool) -> Self {
        Self { pays, ..self }
    }

    /// Asks who the bot is, once.
    ///
    /// # Errors
    /// The token is wrong or the messenger cannot be reached.
    pub async fn me(&self) -> Result<Me, PollError> {
        outcome::me(self.post("GetMe", b"{}".to_vec(), CALL_TIMEOUT).await)
    }

    /// Waits up to `timeout` for updates from `offset` on; everything before it is thereby confirmed.
    ///
    /// # Errors
    /// See [`PollError`].
    pub(crate) async fn updates(
        &self,
        offset: i64,
        timeout: Duration,
    ) -> Result<Vec<Inbound>, PollError> {
        let payload = json!({
            "offset": offset,
            "limit": 100,
            "timeout": timeout.as_secs(),
            // Every time: the messenger remembers the last list it was given, whoever gave it.
            "allowed_updates": ALLOWED,
        });
        let payload = payload.to_string().into_bytes();
        let exchange = self
            .post("GetUpdates", payload, timeout + POLL_MARGIN)
            .await;
        let updates = outcome::updates(exchange)?;
        Ok(updates.iter().filter_map(inbound::inbound).collect())
    }

    /// Makes one call and returns its outcome. Only bulk is paid for.
    pub(crate) async fn call(&self, call: &Call, lane: Lane) -> Outcome {
        let pays = self.pays && lane == Lane::Bulk;
        let asked = match call {
            // Drawings and tables become files in a blocking task, not in the loops.
            Call::File {
                content: FileContent::Drawing { .. } | FileContent::Table { .. },
                ..
            } => {
                let call = call.clone();
                tokio::task::spawn_blocking(move || outbound::request(&call)).await
            }
            _ => Ok(outbound::request(call)),
        };
        let reason = match asked {
            Ok(Ok(request)) => match self.made(if pays { request.paid() } else { request }) {
                Ok(request) => return self.followed(call, exchange(request).await).await,
                Err(error) => {
                    tracing::error!(%error, "a form cannot be built");
                    Reason::CannotBeBuilt
                }
            },
            Ok(Err(error)) => {
                tracing::error!(%error, "a call cannot be built");
                error.reason()
            }
            Err(_) => Reason::PanicWhileDrawing,
        };
        Outcome::Rejected { reason }
    }

    /// The outcome of a call; a file that was asked for is downloaded, too.
    async fn followed(&self, call: &Call, exchange: HttpOutcome) -> Outcome {
        let Call::Fetch { bytes_max, .. } = call else {
            return outcome::of(call, exchange);
        };
        match outcome::path(call, exchange) {
            Ok(path) => self.download(&path, *bytes_max).await,
            Err(outcome) => outcome,
        }
    }

    fn made(&self, request: Request) -> serde_json::Result<RequestBuilder> {
        let Request {
            method,
            payload,
            upload,
        } = request;
        Ok(match upload {
            None => self.json(method, payload, CALL_TIMEOUT),
            Some(upload) => {
                let form = form::of(&payload, &upload)?;
                self.to(method, UPLOAD_TIMEOUT).multipart(form)
            }
        })
    }

    /// Posts JSON. Returns the response, or how the exchange failed.
    async fn post(&self, method: &str, payload: Vec<u8>, timeout: Duration) -> HttpOutcome {
        exchange(self.json(method, payload, timeout)).await
    }

    fn json(&self, method: &str, payload: Vec<u8>, timeout: Duration) -> RequestBuilder {
        self.to(method, timeout)
            .header(CONTENT_TYPE, "application/json")
            .body(payload)
    }

    fn to(&self, method: &str, timeout: Duration) -> RequestBuilder {
        let token = self.token.expose_secret();
        let url = format!("{}/bot{token}/{method}", self.url);
        self.client.post(url).timeout(timeout)
    }
}

/// One update as it was delivered; `None` if it is none, or has not even an id.
pub(crate) fn update(bytes: &[u8]) -> Option<Inbound> {
    inbound::inbound(&serde_json::from_slice(bytes).ok()?)
}

async fn exchange(request: RequestBuilder) -> HttpOutcome {
    read(request.send().await).await
}

/// How an exchange ended.
async fn read(response: reqwest::Result<reqwest::Response>) -> HttpOutcome {
    // reqwest's errors contain the address and with it the token: only their kind leaves this function.
    match response {
        Ok(response) => {
            let status = response.status().as_u16();
            let retry_after = response
                .headers()
                .get(RETRY_AFTER)
                .and_then(|value| value.to_str().ok()?.parse().ok());
            HttpOutcome::Answered {
                status,
                retry_after,
                // A body that breaks off cannot be read, but the status still says whether the call was carried
                // out.
                body: response.bytes().await.unwrap_or_default().into(),
            }
        }
        Err(error) if error.is_connect() || error.is_builder() => HttpOutcome::Unreached,
        Err(error) if error.is_timeout() => HttpOutcome::Broken(Reason::NoAnswer),
        Err(_) => HttpOutcome::Broken(Reason::ConnectionBroke),
    }
}

/// The token becomes part of a path, so nothing else may be in it.
fn is_token(text: &str) -> bool {
    text.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()) && !secret.is_empty()
    }) && text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b":_-".contains(&byte))
}

fn is_loopback(url: &reqwest::Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    host == "localhost"
        || host
            .trim_matches(['[', ']'])
            .parse()
            .is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

#[cfg(test)]
pub(crate) mod fake;

#[cfg(test)]
mod tests {
    use super::*;

    fn api(url: &str, token: &str) -> anyhow::Result<Api> {
        Api::new(url, SecretString::from(token.to_owned()))
    }

    #[test]
    fn the_token_never_shows() {
        let api = api("http://localhost:1/", "12:secret").expect("a way");
        assert_eq!(format!("{api:?}"), r#"Api { url: "http://localhost:1" }"#);
    }

    #[test]
    fn a_wrong_address_or_token_is_refused_with_a_sentence() {
        for url in [
            "api.telegram.org",
            "ftp://api.telegram.org",
            "",
            "http://x/?a=b",
        ] {
            let error = api(url, "12:secret").expect_err(url).to_string();
            assert!(error.contains("no address of a Bot API"), "{error}");
        }
        for token in ["", "12", "12:", ":x", "12:a b", "12:a/../x", "ab:cd"] {
            let error = api("https://api.telegram.org", token).expect_err(token);
            assert!(error.to_string().contains("no bot token"), "{error}");
            assert!(token.len() < 3 || !error.to_string().contains(token));
        }
    }

    /// Reads a request, answers with these bytes, and hangs up.
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn hang_up_after(answer: &'static [u8]) -> Api {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = [0; 4096];
                let _ = stream.read(&mut request).await;
                let _ = stream.write_all(answer).await;
            }
        });
        api(&url, "12:secret").expect("a way")
    }

    #[tokio::test]
    async fn a_connection_that_breaks_leaves_doubt_only_where_there_is_some() {
        let call = Call::Toast {
            query: "1".to_owned(),
            text: None,
            alert: false,
        };
        let broken = Outcome::Failed {
            reason: Reason::ConnectionBroke,
            maybe_sent: true,
        };
        assert_eq!(
            hang_up_after(b"").await.call(&call, Lane::Reply).await,
            broken
        );
        let half = b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{\"ok\":tr";
        assert_eq!(
            hang_up_after(half).await.call(&call, Lane::Reply).await,
            Outcome::Sent(None)
        );
        let nobody = api("http://127.0.0.1:1", "12:secret").expect("a way");
        assert_eq!(nobody.call(&call, Lane::Reply).await, Outcome::Untried);
        assert_eq!(
            nobody.me().await,
            Err(PollError::Away(Reason::NoConnection))
        );
    }

    #[test]
    fn a_sandbox_on_this_machine_is_reached_without_a_proxy() {
        for (url, expected) in [
            ("http://127.0.0.1:8080", true),
            ("http://[::1]:8080", true),
            ("http://localhost", true),
            ("https://api.telegram.org", false),
        ] {
            let url = reqwest::Url::parse(url).expect("a URL");
            assert_eq!(is_loopback(&url), expected, "{url}");
        }
    }
}

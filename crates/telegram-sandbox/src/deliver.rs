//! Delivers updates to the bot's webhook, as <https://github.com/tdlib/telegram-bot-api> does.
//!
//! Knows: order, pauses between attempts, faults on the way. Must not know: what an update says. Updates of
//! one stream go one after the other, and the next waits until the one before was answered with a 2xx; a
//! failed one comes again at once, then after pauses that double. What the answer says besides is not read.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use tokio::task::JoinSet;

use crate::faults::FaultKind;
use crate::inner::Inner;
use crate::world::webhook::Webhook;

/// The longest pause between two attempts, in seconds.
const PAUSE_MAX: u32 = 60;
/// The longest `Retry-After` that is honoured.
const RETRY_AFTER_MAX: u32 = 3600;
/// For one delivery.
const TIMEOUT: Duration = Duration::from_secs(60);
/// By which name faults are switched on for deliveries.
const METHOD: &str = "webhook";

/// What came of one delivery: `Err` says why, and how many seconds the bot asked to wait.
type Landed = (i64, Result<(), (String, u32)>);

/// The updates that are on their way, or wait to be tried again.
#[derive(Default)]
struct Attempts(HashMap<i64, Attempt>);

struct Attempt {
    failures: u32,
    pause: u32,
    /// `None` while it is on its way.
    again_at: Option<Instant>,
}

impl Attempts {
    fn begin(&mut self, id: i64) {
        let fresh = Attempt {
            failures: 0,
            pause: 1,
            again_at: None,
        };
        self.0.entry(id).or_insert(fresh).again_at = None;
    }

    /// At once after the first failure; then twice as long each time. A pause that the bot asked for counts
    /// instead, and changes nothing of that.
    fn failed(&mut self, id: i64, retry_after: u32, now: Instant, second: Duration) {
        let Some(attempt) = self.0.get_mut(&id) else {
            return;
        };
        let pause = match retry_after {
            0 if attempt.failures == 0 => 0,
            0 => {
                attempt.pause = (attempt.pause * 2).min(PAUSE_MAX);
                attempt.pause
            }
            asked => asked.min(RETRY_AFTER_MAX),
        };
        attempt.failures += 1;
        attempt.again_at = Some(now + second * pause);
    }

    fn holds(&self, id: i64, now: Instant) -> bool {
        let attempt = self.0.get(&id);
        attempt.is_some_and(|attempt| attempt.again_at.is_none_or(|at| at > now))
    }

    /// When the next one may be tried again that could not before.
    fn next(&self, now: Instant) -> Option<Instant> {
        let pauses = self.0.values().filter_map(|attempt| attempt.again_at);
        pauses.filter(|at| *at > now).min()
    }
}

/// Until the sandbox stops.
pub(crate) async fn keep_delivering(inner: Arc<Inner>) {
    let client = reqwest::Client::builder().no_proxy().timeout(TIMEOUT);
    let client = match client.build() {
        Ok(client) => client,
        Err(error) => {
            tracing::error!(%error, "the sandbox cannot deliver to webhooks");
            return;
        }
    };
    let mut arrived = inner.arrived.subscribe();
    let mut attempts = Attempts::default();
    let mut flights: JoinSet<Landed> = JoinSet::new();
    loop {
        arrived.mark_unchanged();
        let now = Instant::now();
        let ready = inner.deliverable(flights.len(), |id| attempts.holds(id, now));
        let hooked = ready.is_some();
        for (hook, (id, update)) in ready
            .into_iter()
            .flat_map(|(hook, ready)| ready.into_iter().map(move |one| (hook.clone(), one)))
        {
            attempts.begin(id);
            let (inner, client) = (Arc::clone(&inner), client.clone());
            flights.spawn(async move { (id, deliver(&inner, &client, &hook, &update).await) });
        }
        let next = attempts.next(now).filter(|_| hooked);
        tokio::select! {
            () = inner.stop.cancelled() => return,
            _ = arrived.changed() => {}
            Some(landed) = flights.join_next(), if !flights.is_empty() => {
                if let Ok((id, result)) = landed {
                    note(&inner, &mut attempts, id, result);
                }
            }
            () = async { tokio::time::sleep_until(next.unwrap_or(now).into()).await }, if next.is_some() => {}
        }
    }
}

fn note(inner: &Inner, attempts: &mut Attempts, id: i64, result: Result<(), (String, u32)>) {
    match result {
        Ok(()) => {
            attempts.0.remove(&id);
            inner.delivered(id);
        }
        Err((error, retry_after)) => {
            let second = inner.options.webhook_second;
            attempts.failed(id, retry_after, Instant::now(), second);
            inner.act(|world, now| world.delivery_failed(now.timestamp(), &error));
        }
    }
}

/// One delivery, with the fault that is switched on for it.
async fn deliver(
    inner: &Inner,
    client: &reqwest::Client,
    hook: &Webhook,
    update: &str,
) -> Result<(), (String, u32)> {
    let closed = || Err(("Webhook connection closed".to_owned(), 0));
    let Some(fault) = inner.faults.take(METHOD, None) else {
        return post(client, hook, update).await;
    };
    match fault.kind {
        FaultKind::CutBefore => closed(),
        FaultKind::TooManyRequests { retry_after } => wrong(429, retry_after),
        // Of the proxy before the bot.
        FaultKind::ServerError { code, .. } => wrong(code, 0),
        FaultKind::Delay(delay) => {
            inner.unless_stopped(tokio::time::sleep(delay)).await;
            post(client, hook, update).await
        }
        FaultKind::HoldBefore => {
            inner.unless_stopped(fault.released()).await;
            post(client, hook, update).await
        }
        FaultKind::CutAfter | FaultKind::GarbledReply => {
            // The bot has answered, and nobody hears it.
            let _ = post(client, hook, update).await;
            closed()
        }
        FaultKind::HoldAfter => {
            let answered = post(client, hook, update).await;
            inner.unless_stopped(fault.released()).await;
            answered.and(closed())
        }
    }
}

fn wrong(code: u16, retry_after: u64) -> Result<(), (String, u32)> {
    let status = reqwest::StatusCode::from_u16(code).unwrap_or(reqwest::StatusCode::BAD_GATEWAY);
    let error = format!("Wrong response from the webhook: {status}");
    Err((error, u32::try_from(retry_after).unwrap_or(u32::MAX)))
}

async fn post(client: &reqwest::Client, hook: &Webhook, update: &str) -> Result<(), (String, u32)> {
    let mut request = client
        .post(&hook.url)
        .header(CONTENT_TYPE, "application/json")
        .body(update.to_owned());
    if !hook.secret.is_empty() {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", &hook.secret);
    }
    let answer = match request.send().await {
        Ok(answer) => answer,
        Err(error) if error.is_connect() => return Err(("Connection refused".to_owned(), 0)),
        Err(error) if error.is_timeout() => return Err(("Read timeout expired".to_owned(), 0)),
        Err(_) => return Err(("Webhook connection closed".to_owned(), 0)),
    };
    let status = answer.status();
    let asked = answer.headers().get(RETRY_AFTER);
    let asked = asked.and_then(|value| value.to_str().ok()?.parse().ok());
    // Read to its end, so that the connection can be used again.
    let _ = answer.bytes().await;
    if status.is_success() {
        return Ok(());
    }
    wrong(status.as_u16(), asked.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_delivery_comes_again_at_once_then_after_pauses_that_double_up_to_a_limit() {
        let (start, second) = (Instant::now(), Duration::from_secs(1));
        let mut attempts = Attempts::default();
        let mut pauses = Vec::new();
        for _ in 0..8 {
            attempts.begin(7);
            assert!(attempts.holds(7, start), "on its way");
            attempts.failed(7, 0, start, second);
            let pause = attempts.next(start).map_or(0, |at| (at - start).as_secs());
            pauses.push(pause);
        }
        assert_eq!(pauses, [0, 2, 4, 8, 16, 32, 60, 60]);
        assert!(attempts.holds(7, start + 59 * second));
        assert!(!attempts.holds(7, start + 60 * second));
    }

    #[test]
    fn a_pause_that_the_bot_asks_for_is_kept_up_to_an_hour() {
        let (start, second) = (Instant::now(), Duration::from_secs(1));
        let mut attempts = Attempts::default();
        for (asked, pause) in [(5, 5), (100_000, 3600), (0, 2)] {
            attempts.begin(7);
            attempts.failed(7, asked, start, second);
            let next = attempts.next(start).unwrap() - start;
            assert_eq!(next.as_secs(), pause, "asked for {asked}");
        }
    }
}

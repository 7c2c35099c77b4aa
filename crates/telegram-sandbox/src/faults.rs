//! Faults that can be switched on: refusals, cut connections, delays, unreadable answers.
//!
//! Knows: which request a fault is for and how often. Must not know: methods' meaning, the world.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::lock::lock;

/// Something that goes wrong, and for which requests. As JSON, for `/sandbox/faults`:
/// `{"method": "sendMessage", "chat": 7, "times": 1, "kind": {"TooManyRequests": {"retry_after": 5}}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The method's name, in any case; `None`: every method, `getUpdates` too.
    #[serde(default)]
    pub method: Option<String>,
    /// The `chat_id` of the request; `None`: any, and requests without one.
    #[serde(default)]
    pub chat: Option<i64>,
    /// How many requests it happens to before it is over; `None`: until it is cleared.
    #[serde(default)]
    pub times: Option<u32>,
    /// What happens.
    pub kind: FaultKind,
}

/// What happens to a request. "Handled" means that its effect is there: the message is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FaultKind {
    /// Not handled: 429, as [under load](https://core.telegram.org/bots/api#responseparameters).
    TooManyRequests {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// Not handled: an error of the server or of a proxy before it.
    ServerError {
        /// The status, such as 500 or 502; one that HTTP does not allow becomes 502.
        code: u16,
        /// Answers with a proxy's HTML page instead of Telegram's JSON.
        html_body: bool,
    },
    /// Not handled: the connection is closed without an answer.
    CutBefore,
    /// Handled, then the connection is closed without an answer.
    CutAfter,
    /// Handled after this time. As JSON: `{"secs": 3, "nanos": 0}`.
    Delay(Duration),
    /// Waits until the faults are cleared, then is handled.
    HoldBefore,
    /// Handled, then waits with the answer until the faults are cleared.
    HoldAfter,
    /// Handled, and answered with something that is not JSON.
    GarbledReply,
}

/// The faults that are switched on.
pub(crate) struct Faults {
    /// False while `list` is empty, so that a call without faults takes no lock.
    any: AtomicBool,
    list: Mutex<Vec<Fault>>,
    released: watch::Sender<u64>,
}

impl Faults {
    pub(crate) fn new() -> Faults {
        Faults {
            any: AtomicBool::new(false),
            list: Mutex::new(Vec::new()),
            released: watch::Sender::new(0),
        }
    }

    fn edit<T>(&self, change: impl FnOnce(&mut Vec<Fault>) -> T) -> T {
        let mut list = lock(&self.list);
        let result = change(&mut list);
        self.any.store(!list.is_empty(), Ordering::Release);
        result
    }

    pub(crate) fn add(&self, fault: Fault) {
        self.edit(|list| list.push(fault));
    }

    /// Replaces all faults; requests held by the old ones go on.
    pub(crate) fn set(&self, faults: Vec<Fault>) {
        self.edit(|list| *list = faults);
        self.released.send_modify(|count| *count += 1);
    }

    pub(crate) fn list(&self) -> Vec<Fault> {
        self.edit(|list| list.clone())
    }

    /// The first fault for this request; one with a count is counted down.
    pub(crate) fn take(&self, method: &str, chat: Option<i64>) -> Option<ActiveFault> {
        if !self.any.load(Ordering::Acquire) {
            return None;
        }
        self.edit(|list| {
            let at = list.iter().position(|fault| {
                let name = fault.method.as_deref();
                name.is_none_or(|name| name.eq_ignore_ascii_case(method))
                    && fault.chat.is_none_or(|wanted| chat == Some(wanted))
            })?;
            let fault = list.get_mut(at)?;
            let kind = fault.kind.clone();
            if let Some(times) = &mut fault.times {
                *times = times.saturating_sub(1);
                if *times == 0 {
                    list.remove(at);
                }
            }
            // Subscribed while the list is locked: a clearing that comes later is seen.
            let released = self.released.subscribe();
            Some(ActiveFault { kind, released })
        })
    }
}

/// A fault that happens to one request.
pub(crate) struct ActiveFault {
    pub(crate) kind: FaultKind,
    released: watch::Receiver<u64>,
}

impl ActiveFault {
    /// Completes when the faults have been cleared or replaced since.
    pub(crate) async fn released(mut self) {
        // An error means that the faults are dropped with the sandbox: nothing holds the request then.
        let _ = self.released.changed().await;
    }
}

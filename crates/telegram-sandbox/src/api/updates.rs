//! What surrounds `getUpdates`: its parameters, its conflicts, the pace of polls.
//!
//! Knows: offsets, limits and the rules for impatient polls. Must not know: how a poll waits.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::params::{Params, array};
use super::refusal::Refusal;

const LIMIT_MAX: i64 = 100;
const TIMEOUT_S_MAX: i64 = 50;
/// The same offset again within this gets one update only, so that a bot that dies of one update in a
/// batch can get past those before it.
const IMPATIENT: Duration = Duration::from_millis(500);
/// The same offset again within this waits this long, so that a bot which forgets to raise its offset
/// does not poll in a tight loop.
const STRETCH: Duration = Duration::from_secs(3);

pub(crate) const WEBHOOK_ACTIVE: &str = "Conflict: can't use getUpdates method while webhook is active; \
    use deleteWebhook to delete the webhook first";

pub(crate) const WEBHOOK_SET: &str = "Conflict: terminated by setWebhook request";

pub(crate) const CONFLICT: &str = "Conflict: terminated by other getUpdates request; \
    make sure that only one bot instance is running";

/// One poll, read from its parameters.
pub(crate) struct Poll {
    pub(crate) offset: i64,
    pub(crate) limit: usize,
    pub(crate) timeout: Duration,
    pub(crate) allowed: Option<Vec<String>>,
}

/// The last poll, for the rules about the same offset again. Real time, not the world's.
#[derive(Default)]
pub(crate) struct Pace {
    last: Option<(i64, Instant)>,
}

impl Pace {
    pub(crate) fn apply(&mut self, poll: &mut Poll) {
        let now = Instant::now();
        if let Some((offset, at)) = self.last
            && offset == poll.offset
        {
            if now < at + STRETCH {
                poll.timeout = poll.timeout.max(STRETCH);
            }
            if now < at + IMPATIENT {
                poll.limit = 1;
            }
        }
        self.last = Some((poll.offset, now));
    }
}

pub(crate) fn poll(params: &Params) -> Result<Poll, Refusal> {
    let limit = params.int("limit").unwrap_or(LIMIT_MAX);
    let limit = if (1..=LIMIT_MAX).contains(&limit) {
        limit
    } else {
        LIMIT_MAX
    };
    let timeout = params.int("timeout").unwrap_or(0).clamp(0, TIMEOUT_S_MAX);
    let allowed = array(params.nested("allowed_updates", "allowed updates")?);
    let allowed = allowed.map(|kinds| {
        let names = kinds.iter().filter_map(Value::as_str);
        names.map(str::to_owned).collect()
    });
    Ok(Poll {
        offset: params.int("offset").unwrap_or(0),
        limit: usize::try_from(limit).unwrap_or(1),
        timeout: Duration::from_secs(timeout.unsigned_abs()),
        allowed,
    })
}

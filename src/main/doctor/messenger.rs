//! What Telegram says: whose the token is, what was set with BotFather, what the bot may do in its groups.
//!
//! Knows what should be so, and how long to wait. Must not know how it is asked.

use std::io::ErrorKind;
use std::time::Duration;

use anyhow::Context;
use nhip::cli::{Given, Messenger};
use nhip::clock::Clock;
use nhip::place::Place;
use nhip::telegram::{Account, Api, InGroup, PollError};

use super::LinkedGroup;
use super::findings::Findings;
use crate::{failure, token};
use nhip::told;

/// How long each question may take.
const WITHIN: Duration = Duration::from_secs(10);
/// How long all groups together may take.
const ALL_GROUPS: Duration = Duration::from_secs(60);
/// The clock may be off by so many seconds.
const SKEW: i64 = 60;

/// Asks everything; where the first question is not answered, nothing else is asked.
pub async fn ask(
    found: &mut Findings,
    (options, place, given): (&Messenger, &Place, &Given),
    groups: &[LinkedGroup],
) {
    let unseen = told!("doctor-messenger");
    let (api, whence) = match way(options, place, given) {
        Ok(way) => way,
        Err(why) if may_not_read(&why) => {
            let cause = failure::told(&why);
            found.unseen(told!(
                "doctor-token-not-allowed",
                cause = cause,
                unseen = unseen
            ));
            return;
        }
        Err(why) => {
            found.wrong(told!("doctor-no-token", cause = failure::told(&why)));
            found.unseen(unseen);
            return;
        }
    };
    match api.account(WITHIN).await {
        Ok(account) => {
            found.fine(told!(
                "doctor-token",
                place = whence,
                bot = account.username
            ));
            set_with_botfather(found, &account);
            clock(found, &account);
            let wanted = place.config.telegram.webhook.as_ref();
            webhook(found, &api, wanted.map(|webhook| webhook.url.as_str())).await;
            let all = in_groups(found, &api, &account, groups);
            if tokio::time::timeout(ALL_GROUPS, all).await.is_err() {
                found.doubtful(told!("doctor-groups-late"));
            }
        }
        Err(PollError::Token) => {
            found.wrong(told!("doctor-token-unknown", place = whence));
            found.unseen(unseen);
        }
        Err(why) => {
            found.wrong(told!(
                "doctor-away",
                cause = why.told(),
                address = options.api_url
            ));
            found.unseen(unseen);
        }
    }
}

fn way(options: &Messenger, place: &Place, given: &Given) -> anyhow::Result<(Api, String)> {
    let token = token::find(given, place)?;
    given.blamed("api_url", Api::address(&options.api_url))?;
    let api = Api::new(&options.api_url, token.secret).with_context(|| token.place.clone())?;
    Ok((api, token.place))
}

/// The token of a service is not its user's to read.
fn may_not_read(why: &anyhow::Error) -> bool {
    why.chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == ErrorKind::PermissionDenied)
}

fn set_with_botfather(found: &mut Findings, account: &Account) {
    if account.reads_all {
        found.wrong(told!("doctor-privacy-off"));
    } else {
        found.fine(told!("doctor-privacy"));
    }
    if !account.joins_groups {
        found.wrong(told!("doctor-no-joining"));
    }
}

fn clock(found: &mut Findings, account: &Account) {
    let Some(theirs) = account.date else {
        return;
    };
    let off = (Clock::real().now() - theirs).num_seconds();
    if off.abs() > SKEW {
        found.wrong(told!("doctor-clocks-differ", seconds = off.abs()));
    } else {
        found.fine(told!("doctor-clocks-agree"));
    }
}

/// Whether updates come in as the settings say; `nhip run` sets and removes the webhook by itself.
async fn webhook(found: &mut Findings, api: &Api, wanted: Option<&str>) {
    match (api.delivered_to(WITHIN).await, wanted) {
        (Ok(None), None) => {
            found.fine(told!("doctor-polled"));
        }
        (Ok(None), Some(url)) => found.fine(told!("doctor-webhook-not-yet", host = host(url))),
        (Ok(Some(url)), Some(wanted)) if url == wanted => {
            found.fine(told!("doctor-delivered", host = host(&url)));
        }
        (Ok(Some(url)), _) => {
            found.doubtful(told!("doctor-webhook-other", host = host(&url)));
        }
        (Err(why), _) => {
            found.doubtful(told!("doctor-webhook-unknown", cause = why.told()));
        }
    }
}

/// Of an address no more than whose it is: its path may be a secret.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

async fn in_groups(found: &mut Findings, api: &Api, account: &Account, groups: &[LinkedGroup]) {
    let mut fine = 0;
    for (chat, unit) in groups {
        match api.in_group(*chat, account.id, WITHIN).await {
            Ok(Some(InGroup {
                texts: true,
                files: true,
                ..
            })) => fine += 1,
            Ok(Some(InGroup { texts: true, .. })) => {
                found.doubtful(told!("doctor-group-no-files", unit = unit));
            }
            Ok(Some(_)) => found.wrong(told!("doctor-group-silent", unit = unit)),
            Ok(None) => found.wrong(told!("doctor-group-left", unit = unit)),
            Err(why) => {
                found.doubtful(told!("doctor-groups-unasked", cause = why.told()));
                break;
            }
        }
    }
    if fine > 0 {
        let all = groups.len();
        found.fine(told!("doctor-groups", fine = fine, all = all));
    }
}

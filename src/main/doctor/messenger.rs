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
use crate::token;

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
    let unseen = "whose the bot is, privacy mode, webhook, linked groups";
    let (api, whence) = match way(options, place, given) {
        Ok(way) => way,
        Err(why) if may_not_read(&why) => {
            found.unseen(format!(
                "{why:#}; run this as root, who may read it: {unseen}"
            ));
            return;
        }
        Err(why) => {
            found.wrong(
                format!("{why:#}"),
                "get the token from @BotFather, whole, and write it there",
            );
            found.unseen(unseen);
            return;
        }
    };
    match api.account(WITHIN).await {
        Ok(account) => {
            found.fine(format!(
                "the token in {whence} is that of @{}",
                account.username
            ));
            set_with_botfather(found, &account);
            clock(found, &account);
            let wanted = place.config.telegram.webhook.as_ref();
            webhook(found, &api, wanted.map(|webhook| webhook.url.as_str())).await;
            let all = in_groups(found, &api, &account, groups);
            if tokio::time::timeout(ALL_GROUPS, all).await.is_err() {
                found.doubtful(
                    "the linked groups could not all be asked about within a minute".to_owned(),
                    "try again later",
                );
            }
        }
        Err(PollError::Token) => {
            found.wrong(
                format!("Telegram does not know the token in {whence}"),
                "get the right one from @BotFather (/mybots, then API Token), and write it there",
            );
            found.unseen(unseen);
        }
        Err(why) => {
            found.wrong(
                format!("{why} ({})", options.api_url),
                "see whether this machine reaches that address at all: the line, the firewall, a proxy, a block; then try again",
            );
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
        found.wrong(
            "privacy mode is off: in groups the bot gets everything that is said".to_owned(),
            "write /setprivacy to @BotFather, choose the bot, Enable; then remove it from its groups and add it again",
        );
    } else {
        found.fine("privacy mode is on: in groups the bot gets commands alone".to_owned());
    }
    if !account.joins_groups {
        found.wrong(
            "nobody can add the bot to a group".to_owned(),
            "write /setjoingroups to @BotFather, choose the bot, Enable",
        );
    }
}

fn clock(found: &mut Findings, account: &Account) {
    let Some(theirs) = account.date else {
        return;
    };
    let off = (Clock::real().now() - theirs).num_seconds();
    if off.abs() > SKEW {
        found.wrong(
            format!(
                "this machine's clock and Telegram's differ by {} seconds",
                off.abs()
            ),
            "let it be kept right: timedatectl set-ntp true",
        );
    } else {
        found.fine("the clock agrees with Telegram's".to_owned());
    }
}

/// Whether updates come in as the settings say; `nhip run` sets and removes the webhook by itself.
async fn webhook(found: &mut Findings, api: &Api, wanted: Option<&str>) {
    match (api.delivered_to(WITHIN).await, wanted) {
        (Ok(None), None) => {
            found.fine("updates wait to be polled: no webhook is set".to_owned());
        }
        (Ok(None), Some(url)) => found.fine(format!(
            "the webhook at {} is not set yet: 'nhip run' sets it",
            host(url)
        )),
        (Ok(Some(url)), Some(wanted)) if url == wanted => {
            found.fine(format!("updates are delivered to {}", host(&url)));
        }
        (Ok(Some(url)), _) => found.doubtful(
            format!(
                "a webhook is set for this bot which the settings do not name: {}",
                host(&url)
            ),
            "if another program uses this bot, give one of them another bot; if not, there is nothing to do: 'nhip run' sets its own or removes it",
        ),
        (Err(why), _) => found.doubtful(
            format!("whether a webhook is set cannot be told: {why}"),
            "try again later",
        ),
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
            Ok(Some(InGroup { texts: true, .. })) => found.doubtful(
                format!(
                    "in the group of {unit} the bot may not send pictures or files, so no report"
                ),
                "let an administrator of the group allow it, or make the bot one of them",
            ),
            Ok(Some(_)) => found.wrong(
                format!("in the group of {unit} the bot may not write"),
                "let an administrator of the group allow it, or make the bot one of them",
            ),
            Ok(None) => found.wrong(
                format!("the bot is no longer in the group of {unit}"),
                "add it again, or let an officer link another group with /lienket",
            ),
            Err(why) => {
                found.doubtful(
                    format!("the linked groups could not all be asked about: {why}"),
                    "try again later",
                );
                break;
            }
        }
    }
    if fine > 0 {
        found.fine(format!(
            "linked groups in which the bot may write: {fine} of {}",
            groups.len()
        ));
    }
}

//! A union whose members have all started the bot, by the hundred or the thousand: who gets what an officer sends.
//!
//! Knows how to count copies on phones against what the ledger says. Must not know any rule.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, Utc};
use nhip::bot::{Bot, Parts, Updates};
use nhip::clock::Clock;
use nhip::core::Core;
use nhip::db::Db;
use nhip::event::ConsentPart;
use nhip::pace::Pace;
use nhip::schedule::{Cadence, Sending};
use nhip::telegram::Api;
use telegram_sandbox::{Fault, FaultKind, Limits};

use super::{Mode, OFFICER, Setup, TOKEN, World};
use crate::parts;

/// The first member; the others follow.
pub const FIRST: i64 = 100_000;
/// What is broadcast.
pub const WORDS: &str = "Mời đoàn viên dự họp";

/// Friday, 11:40: the window over lunch has just opened.
const FRIDAY: &str = "2026-11-20 11:40";

/// The rules, with one officer who may send alone.
fn core(pace: Pace) -> Core {
    let sending = Sending {
        per_second: pace.per_second,
        second_above: i64::MAX,
    };
    parts::core(&[OFFICER], Cadence::default()).with_sending(sending)
}

/// The bot over that database in a process of its own, at that moment of the campaign.
pub async fn bot(
    url: &str,
    database: &Path,
    pace: Pace,
    now: DateTime<Utc>,
    updates: Updates,
) -> anyhow::Result<Bot> {
    Bot::start(Parts {
        core: Arc::new(core(pace)),
        db: Db::open(database).await?,
        clock: Clock::starting(now, 1.0),
        api: Api::new(url, TOKEN.to_owned().into())?,
        pace,
        updates,
        shown_at: None,
        backup: None,
        seed: None,
    })
    .await
}

/// The union and its phones, in a world whose time passes.
pub struct Crowd {
    pub world: World,
    members: i64,
}

impl Crowd {
    /// So many members; no bot runs yet. What is left over in the end is judged by the [`Verdict`] alone.
    pub async fn gather(members: i64, limits: Limits, pace: Pace) -> anyhow::Result<Self> {
        Self::gather_by(Mode::Polling, members, limits, pace).await
    }

    /// The same where updates are handed over in that way.
    pub async fn gather_by(
        mode: Mode,
        members: i64,
        limits: Limits,
        pace: Pace,
    ) -> anyhow::Result<Self> {
        Self::gather_at(FRIDAY, mode, (members, limits, pace)).await
    }

    /// The same at another moment.
    pub async fn gather_at(
        moment: &'static str,
        mode: Mode,
        (members, limits, pace): (i64, Limits, Pace),
    ) -> anyhow::Result<Self> {
        let world = World::with(Setup {
            moment,
            rate: 1.0,
            mode,
            core: Arc::new(core(pace)),
            pace,
            limits,
            ..Setup::default()
        })
        .await;
        world.inner.ended.set(true);
        let mut crowd = Self { world, members: 0 };
        crowd.enrols(members).await;
        crowd.members = members;
        let sandbox = crowd.world.sandbox();
        for user in FIRST..FIRST + members {
            sandbox.add_user_with_id(user, "Nguyễn Văn Minh Họa", "vi");
            sandbox.say(user, user, "/start");
        }
        sandbox.say(OFFICER, OFFICER, "/start");
        crowd.forgets_what_was_said().await?;
        Ok(crowd)
    }

    /// Everybody has started the bot, and it need not answer that.
    async fn forgets_what_was_said(&self) -> anyhow::Result<()> {
        let url = format!("{}/bot{TOKEN}/deleteWebhook", self.world.sandbox().url());
        let client = reqwest::Client::builder().no_proxy().build()?;
        let request = client
            .post(url)
            .header("content-type", "application/json")
            .body(r#"{"drop_pending_updates":true}"#);
        request.send().await?.error_for_status()?;
        Ok(())
    }

    /// Members whose phones nobody ever sees.
    pub async fn enrols(&self, members: i64) {
        let (first, core) = (FIRST + self.members, core(parts::FAST));
        let end = first + members;
        let database = self.world.database();
        database
            .lines(format!(
                "WITH RECURSIVE n (user) AS (SELECT {first} UNION ALL SELECT user + 1 FROM n WHERE user + 1 < {end})
                 INSERT INTO members (user_id, unit_id, language, window, joined_on)
                 SELECT user, (SELECT id FROM units WHERE parent_id IS NULL), 'vi', 'noon', '2026-11-20' FROM n"
            ))
            .await;
        for (part, name) in [
            (ConsentPart::Account, "account"),
            (ConsentPart::Abroad, "abroad"),
        ] {
            let proof = core.proof(part);
            database
                .lines(format!(
                    "INSERT INTO consents (member_id, part, text_hash, given_on)
                     SELECT id, '{name}', '{proof}', '2026-11-20' FROM members WHERE user_id >= {first}"
                ))
                .await;
        }
    }

    /// The officer writes and confirms; a bot must be running.
    pub async fn broadcasts(&self) {
        let officer = self.world.officer();
        officer.types("/thongbao");
        self.officer_sees("gửi nội dung").await;
        officer.types(WORDS);
        let label = "Xác nhận gửi";
        let offered = async || {
            let newest = self.world.sandbox().recent(OFFICER, 4);
            let mut keys = newest.iter().flat_map(|one| one.keyboard.iter().flatten());
            keys.any(|key| key.text == label)
        };
        self.world.until("it can be confirmed", offered).await;
        officer.presses(label);
    }

    async fn officer_sees(&self, words: &str) {
        let seen = async || {
            let newest = self.world.sandbox().recent(OFFICER, 1);
            newest.iter().any(|message| message.text.contains(words))
        };
        self.world.until("the officer is answered", seen).await;
    }

    /// Switches a misfortune on for so many of the next messages.
    pub fn misfortune(&self, times: Option<u32>, kind: FaultKind) {
        self.world.sandbox().fault(Fault {
            method: Some("sendMessage".to_owned()),
            chat: None,
            times,
            kind,
        });
    }

    /// How many messages were on their way to members, tried again or not.
    pub fn calls_to_members(&self) -> usize {
        let calls = self.world.sandbox().calls();
        let members = FIRST..FIRST + self.members;
        let to_members = calls.iter().filter(|(method, chat)| {
            method == "SendMessage" && chat.is_some_and(|chat| members.contains(&chat))
        });
        to_members.count()
    }

    /// Whether nothing of the newest broadcast is left to do.
    pub async fn is_done(&self) -> bool {
        let query = "SELECT count(*) FROM broadcasts WHERE state = 'done'";
        self.world.database().number(query).await > 0
    }

    /// Calls on their way when the process died: what may come to be in doubt.
    pub async fn in_flight(&self) -> i64 {
        let query = "SELECT count(*) FROM outbox WHERE state = 'claimed' AND on_doubt = 'unknown'";
        self.world.database().number(query).await
    }

    /// What the ledger says, against what is on the phones.
    pub async fn verdict(&self) -> anyhow::Result<Verdict> {
        let query = "SELECT m.user_id, r.state FROM recipients AS r JOIN members AS m ON m.id = r.member_id ORDER BY r.id";
        let rows = self.world.database().lines(query).await;
        let members = usize::try_from(self.members)?;
        anyhow::ensure!(rows.len() == members, "the ledger has {} rows", rows.len());
        let mut verdict = Verdict::default();
        for row in rows {
            let (user, state) = row.split_once(' ').context("two columns")?;
            let messages = self.world.sandbox().messages(user.parse()?);
            let copies = messages
                .iter()
                .filter(|message| message.text.starts_with(WORDS));
            let copies = copies.count();
            verdict.twice += usize::from(copies > 1);
            match (state, copies) {
                ("sent", 1..) => verdict.sent += 1,
                ("sent", 0) => verdict.lost += 1,
                ("unknown", _) => verdict.unknown += 1,
                // Said not to have been sent, and it was.
                (_, 1..) => verdict.wrong += 1,
                ("failed" | "unreachable", _) => verdict.failed += 1,
                _ => verdict.lost += 1,
            }
        }
        Ok(verdict)
    }
}

/// What became of a broadcast's recipients.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verdict {
    pub sent: usize,
    pub unknown: usize,
    pub failed: usize,
    /// Neither delivered nor said to be in doubt.
    pub lost: usize,
    pub twice: usize,
    /// Delivered, and the ledger denies it.
    pub wrong: usize,
}

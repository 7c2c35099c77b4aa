//! A core over a database of its own, officers and members, and the post between them.
//!
//! Knows the three doors. Must not know any rule.

use crate::outgoing::Reason;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::campaign::Campaign;
use crate::core::{Core, Rules};
use crate::db::{Db, Tx};
use crate::event::{
    Author, ChatKind, ConsentPart, Event, Formatting, Inbound, IncomingMessage, MessagePart,
    Person, Place, Tapped,
};
use crate::outgoing::{Call, Claimed, Delivery, Keyboard, Lane, Outcome};
use crate::schedule::{Cadence, Sending};
use crate::store::outbox::{self, LaneShare};
use crate::text::{Texts, Words};
use crate::types::{ChatId, Language, MessageId, UpdateId, UserId};
use crate::units;

/// The two officers.
pub(super) const CHAIR: i64 = 900;
pub(super) const DEPUTY: i64 = 901;

const UNITS: &str = "code,name,parent,kind,members
T,Công đoàn tỉnh,,tỉnh,
A,Công đoàn Sở A,T,cơ sở,40
B,Công đoàn Sở B,T,cơ sở,40
";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) id: i32,
    pub(super) text: String,
    pub(super) keyboard: Keyboard,
}

pub(super) struct House {
    pub(super) db: Db,
    core: Core,
    now: DateTime<Utc>,
    rng: StdRng,
    update: i64,
    message: i32,
    pub(super) phones: BTreeMap<i64, Vec<Message>>,
    pub(super) toast: String,
    /// Files that arrived, by name.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// Who has blocked the bot without it knowing.
    pub(super) blocked: HashSet<i64>,
    /// What becomes of the next broadcast messages.
    pub(super) fates: Vec<Outcome>,
    _folder: tempfile::TempDir,
}

/// A moment of that week on Vietnam's wall clock; 20/11/2026 is a Friday.
pub(super) fn moment(text: &str) -> DateTime<Utc> {
    format!("2026-11-{text}:00+07:00")
        .parse()
        .expect("a moment")
}

impl House {
    /// Friday, 11:40: the window over lunch is open. So many members in each of the two units.
    pub(super) async fn new(members: i64) -> Self {
        Self::with(members, Sending::default()).await
    }

    pub(super) async fn with(members: i64, sending: Sending) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let rules = Rules {
            username: "nhip_bot".to_owned(),
            owners: BTreeSet::from([UserId(CHAIR), UserId(DEPUTY)]),
            cadence: Cadence::default(),
        };
        let texts = Texts::built_in(&Words::default()).expect("sound texts");
        let campaign = Campaign::built_in().expect("sound content");
        let mut house = Self {
            db,
            core: Core::new(texts, campaign, rules).with_sending(sending),
            now: moment("20T11:40"),
            rng: StdRng::seed_from_u64(7),
            update: 1,
            message: 0,
            phones: BTreeMap::new(),
            toast: String::new(),
            files: Vec::new(),
            blocked: HashSet::new(),
            fates: Vec::new(),
            _folder: folder,
        };
        let mut tx = house.begin().await;
        let plan = units::read(UNITS.as_bytes(), &[]).expect("a sound file");
        units::import(&mut tx, &plan).await.expect("imported");
        for place in 0..members {
            join(&mut tx, &house.core, 1_000 + place, "A").await;
            join(&mut tx, &house.core, 2_000 + place, "B").await;
        }
        tx.commit().await.expect("durable");
        house.restarts().await;
        house
    }

    pub(super) async fn begin(&mut self) -> Tx {
        self.db
            .begin(self.now, &mut self.rng)
            .await
            .expect("a transaction")
    }

    pub(super) async fn sql(&mut self, statement: &'static str) {
        let mut tx = self.begin().await;
        sqlx::query(statement)
            .execute(tx.connection())
            .await
            .expect(statement);
        tx.commit().await.expect("durable");
    }

    pub(super) async fn number(&mut self, query: &'static str) -> i64 {
        let mut tx = self.begin().await;
        sqlx::query_scalar(query)
            .fetch_one(tx.connection())
            .await
            .expect(query)
    }

    pub(super) async fn joins(&mut self, user: i64, unit: &str) {
        let mut tx = self.begin().await;
        join(&mut tx, &self.core, user, unit).await;
        tx.commit().await.expect("durable");
    }

    /// It is that time, and what is due happens. Nothing is carried.
    pub(super) async fn at(&mut self, time: &str) {
        self.now = moment(time);
        self.tick().await;
    }

    /// It is that time, and nobody has noticed.
    pub(super) fn at_without_tick(&mut self, time: &str) {
        self.now = moment(time);
    }

    pub(super) async fn tick(&mut self) {
        for _ in 0..200 {
            let mut tx = self.begin().await;
            let tick = self.core.on_tick(&mut tx).await.expect("a tick");
            tx.commit().await.expect("durable");
            if !tick.again {
                return;
            }
        }
        panic!("ticks without end");
    }

    /// The process was killed and has begun anew.
    pub(super) async fn restarts(&mut self) {
        let mut tx = self.begin().await;
        self.core.on_start(&mut tx).await.expect("a start");
        tx.commit().await.expect("durable");
    }

    async fn happens(&mut self, event: Event) {
        let inbound = Inbound {
            id: UpdateId(self.update),
            kind: "test",
            event,
        };
        self.update += 1;
        let mut tx = self.begin().await;
        self.core
            .on_updates(&mut tx, &[inbound])
            .await
            .expect("handled");
        tx.commit().await.expect("durable");
        let put_aside = self.number("SELECT count(*) FROM quarantine").await;
        assert_eq!(put_aside, 0, "an update was put aside");
        self.answers().await;
    }

    /// Somebody writes; the answers arrive, broadcasts do not.
    pub(super) async fn says(&mut self, user: i64, text: &str) {
        let own = MessagePart::Words(crate::text::escape(text));
        let content = Formatting {
            own,
            quoted: MessagePart::Nothing,
        };
        self.writes(user, Some(text), content).await;
    }

    pub(super) async fn writes(&mut self, user: i64, text: Option<&str>, content: Formatting) {
        self.message += 1;
        let said = IncomingMessage {
            place: private(user),
            author: Author::Person(person(user)),
            message: MessageId(self.message),
            text: text.map(str::to_owned),
            document: None,
            content,
        };
        self.happens(Event::Said(said)).await;
    }

    /// Taps the newest button that contains these words.
    pub(super) async fn taps(&mut self, user: i64, label: &str) {
        let (data, message) = self.button(user, label);
        self.forges(user, &data, message).await;
    }

    pub(super) fn button(&self, user: i64, label: &str) -> (String, i32) {
        let messages = self.phones.get(&user).map_or(&[][..], Vec::as_slice);
        let find = |message: &Message| {
            let mut keys = message.keyboard.iter().flatten();
            let key = keys.find(|key| key.label.contains(label))?;
            Some((key.data.clone(), message.id))
        };
        messages
            .iter()
            .rev()
            .find_map(find)
            .unwrap_or_else(|| panic!("no button '{label}' in {messages:#?}"))
    }

    pub(super) async fn forges(&mut self, user: i64, data: &str, message: i32) {
        let tapped = Tapped {
            query: "q".to_owned(),
            person: person(user),
            place: Some(private(user)),
            message: Some(MessageId(message)),
            data: data.to_owned(),
        };
        self.happens(Event::Tapped(tapped)).await;
    }

    /// Carries what people wait for.
    async fn answers(&mut self) {
        while self
            .carry(&[LaneShare::Toasts, LaneShare::Replies], 100)
            .await
            > 0
        {}
    }

    /// Carries everything, as long as something is due.
    pub(super) async fn delivers(&mut self) {
        while self
            .carry(
                &[LaneShare::Toasts, LaneShare::Replies, LaneShare::Later],
                100,
            )
            .await
            > 0
        {}
    }

    /// Carries so many of what nobody waits for.
    pub(super) async fn delivers_some(&mut self, limit: u32) {
        self.carry(&[LaneShare::Later], limit).await;
    }

    /// What is taken for sending, and then the power fails: some of it had arrived.
    pub(super) async fn dies_with(&mut self, in_flight: u32, arrived: usize) {
        let rows = self.claim(&[LaneShare::Later], in_flight).await;
        for row in rows.iter().take(arrived) {
            self.carried(row);
        }
        self.restarts().await;
    }

    /// Presses a button while so many messages are on their way.
    pub(super) async fn taps_while_in_flight(&mut self, user: i64, label: &str, in_flight: u32) {
        let rows = self.claim(&[LaneShare::Later], in_flight).await;
        self.taps(user, label).await;
        self.record(&rows).await;
    }

    async fn claim(&mut self, shares: &[LaneShare], limit: u32) -> Vec<Claimed> {
        let mut tx = self.begin().await;
        let mut rows = Vec::new();
        for share in shares {
            let claimed = outbox::claim(&mut tx, *share, limit, &[]).await;
            rows.extend(claimed.expect("claimed"));
        }
        tx.commit().await.expect("durable");
        rows
    }

    async fn carry(&mut self, shares: &[LaneShare], limit: u32) -> usize {
        let rows = self.claim(shares, limit).await;
        self.record(&rows).await;
        rows.len()
    }

    async fn record(&mut self, rows: &[Claimed]) {
        let mut deliveries = Vec::new();
        for row in rows {
            deliveries.push(Delivery {
                id: row.id,
                outcome: self.carried(row),
            });
        }
        let mut tx = self.begin().await;
        self.core
            .on_delivery(&mut tx, &deliveries)
            .await
            .expect("recorded");
        tx.commit().await.expect("durable");
    }

    fn carried(&mut self, row: &Claimed) -> Outcome {
        if self.now >= row.expires_at {
            return Outcome::Expired;
        }
        if row.lane == Lane::Bulk && !self.fates.is_empty() {
            return self.fates.remove(0);
        }
        if row
            .call
            .chat()
            .is_some_and(|chat| self.blocked.contains(&chat.0))
        {
            return Outcome::Unreachable {
                reason: Reason::Blocked,
            };
        }
        match row.call.clone() {
            Call::Send {
                chat,
                text,
                keyboard,
                ..
            } => {
                self.message += 1;
                let id = self.message;
                self.phones
                    .entry(chat.0)
                    .or_default()
                    .push(Message { id, text, keyboard });
                Outcome::Sent(Some(MessageId(id)))
            }
            Call::File {
                chat,
                kind,
                content: crate::outgoing::FileContent::Known(name),
                caption,
                keyboard,
                ..
            } => {
                self.message += 1;
                let id = self.message;
                self.phones.entry(chat.0).or_default().push(Message {
                    id,
                    text: format!("[{kind:?} {name}] {caption}"),
                    keyboard,
                });
                Outcome::Sent(Some(MessageId(id)))
            }
            Call::Edit {
                chat,
                message,
                text,
                keyboard,
            } => {
                let phone = self.phones.entry(chat.0).or_default();
                if let Some(shown) = phone.iter_mut().find(|shown| shown.id == message.0) {
                    (shown.text, shown.keyboard) = (text, keyboard);
                }
                Outcome::Sent(Some(message))
            }
            Call::Delete { chat, message } => {
                let phone = self.phones.entry(chat.0).or_default();
                phone.retain(|shown| shown.id != message.0);
                Outcome::Sent(None)
            }
            Call::Toast { text, .. } => {
                self.toast = text.unwrap_or_default();
                Outcome::Sent(None)
            }
            Call::File {
                content: crate::outgoing::FileContent::Upload(upload),
                ..
            } => {
                let file = (upload.name().to_owned(), upload.bytes().to_vec());
                self.files.push(file);
                Outcome::Sent(None)
            }
            Call::File { .. } | Call::Fetch { .. } | Call::Menu { .. } => Outcome::Sent(None),
        }
    }

    /// The newest message on a phone.
    pub(super) fn reads(&self, user: i64) -> &str {
        self.phones
            .get(&user)
            .and_then(|phone| phone.last())
            .map_or("", |message| &message.text)
    }

    /// How often these words are on a phone.
    pub(super) fn copies(&self, user: i64, words: &str) -> usize {
        let phone = self.phones.get(&user).map_or(&[][..], Vec::as_slice);
        phone.iter().filter(|message| message.text == words).count()
    }

    /// Members' phones on which these words are, whatever the number of copies.
    pub(super) fn reached(&self, words: &str) -> usize {
        let members = self
            .phones
            .keys()
            .filter(|user| (1_000..3_000).contains(*user));
        members
            .filter(|user| self.copies(**user, words) > 0)
            .count()
    }

    /// How many rows of the ledger are in each state, after looking that they are counted right.
    pub(super) async fn ledger(&mut self, broadcast: i64) -> Vec<(String, i64)> {
        let mut tx = self.begin().await;
        let counted: Vec<(String, i64)> = sqlx::query_as(
            "SELECT state, sum(people) FROM recipient_tallies WHERE broadcast_id = $1
             GROUP BY state HAVING sum(people) <> 0 ORDER BY state",
        )
        .bind(broadcast)
        .fetch_all(tx.connection())
        .await
        .expect("counts");
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "SELECT state, count(*) FROM recipients WHERE broadcast_id = $1 GROUP BY state ORDER BY state",
        )
        .bind(broadcast)
        .fetch_all(tx.connection())
        .await
        .expect("rows");
        assert_eq!(counted, rows, "the counts are those of the rows");
        rows
    }

    /// An officer writes these words for everybody and confirms.
    pub(super) async fn broadcasts(&mut self, words: &str) {
        self.says(CHAIR, "/broadcast").await;
        self.says(CHAIR, words).await;
        self.taps(CHAIR, "Xác nhận gửi").await;
    }
}

/// A member with the two consents that are needed.
async fn join(tx: &mut Tx, core: &Core, user: i64, unit: &str) {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO members (user_id, unit_id, language, window, joined_on)
         SELECT $1, id, 'vi', 'noon', '2026-11-20' FROM units WHERE code = $2 RETURNING id",
    )
    .bind(user)
    .bind(unit)
    .fetch_one(tx.connection())
    .await
    .expect("a member");
    for part in [ConsentPart::Account, ConsentPart::Abroad] {
        sqlx::query("INSERT INTO consents (member_id, part, text_hash, given_on) VALUES ($1, $2, $3, '2026-11-20')")
            .bind(id)
            .bind(part)
            .bind(core.proof(part))
            .execute(tx.connection())
            .await
            .expect("a consent");
    }
}

fn private(user: i64) -> Place {
    Place {
        chat: ChatId(user),
        kind: ChatKind::Private,
        thread: None,
    }
}

fn person(user: i64) -> Person {
    Person {
        user: UserId(user),
        language: Some(Language::Vi),
    }
}

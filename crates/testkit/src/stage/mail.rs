//! What is owed to people, taken from the outbox and carried by the post.
//!
//! Knows the sender's order and what the core wants to hear of a call. Must not know what a call says.

use nhip::outgoing::{Claimed, Delivery, Outcome};
use nhip::store::outbox::{self, Wanted};

use super::{ROUNDS_MAX, Stage};

/// More than is ever due at once.
const MANY: u32 = 1000;
/// What people wait for.
const ANSWERS: Wanted = Wanted {
    toasts: MANY,
    replies: MANY,
    later: 0,
    together: MANY,
};
/// Everything.
const ALL: Wanted = Wanted {
    later: MANY,
    together: 2 * MANY,
    ..ANSWERS
};

impl Stage {
    /// From here on what people do brings them only the answers they wait for; the story calls for the rest.
    pub fn brings_answers_only(&self) {
        self.answers_only.set(true);
    }

    /// The post comes by itself, as it does after everything that people do.
    pub(super) fn brings(&self) {
        self.carry_all(if self.answers_only.get() {
            ANSWERS
        } else {
            ALL
        });
    }

    /// Brings everything that is owed, as often as it takes.
    pub fn deliver(&self) {
        self.carry_all(ALL);
    }

    fn carry_all(&self, wanted: Wanted) {
        let mut answered = Vec::new();
        for _ in 0..ROUNDS_MAX {
            let rows = self
                .write(async |tx, core| {
                    core.on_delivery(tx, &answered).await?;
                    outbox::claim(tx, wanted, &[]).await
                })
                .expect("what was answered can be recorded, and more be claimed");
            if rows.is_empty() && !self.reads() {
                return;
            }
            answered = self.carried(&rows);
        }
        panic!("the post never ends");
    }

    /// What is owed and due, taken for sending.
    pub fn claim(&self) -> Vec<Claimed> {
        self.write(async |tx, _| outbox::claim(tx, ALL, &[]).await)
            .expect("a claim")
    }

    /// So many of the messages that nobody waits for, taken for sending.
    pub fn claim_some(&self, limit: u32) -> Vec<Claimed> {
        let wanted = Wanted {
            toasts: 0,
            replies: 0,
            later: limit,
            together: limit,
        };
        self.write(async |tx, _| outbox::claim(tx, wanted, &[]).await)
            .expect("a claim")
    }

    /// Carries what was taken, and says what became of it.
    pub fn carry(&self, rows: &[Claimed]) {
        let deliveries = self.carried(rows);
        self.write(async |tx, core| core.on_delivery(tx, &deliveries).await)
            .expect("it can be recorded");
    }

    /// Brings so many of the messages that nobody waits for.
    pub fn deliver_some(&self, limit: u32) {
        self.carry(&self.claim_some(limit));
    }

    /// The power fails while so many of them are on their way, of which some had arrived; the process starts anew.
    pub fn dies_with(&self, in_flight: u32, arrived: usize) {
        let rows = self.claim_some(in_flight);
        self.carried(&rows[..arrived.min(rows.len())]);
        self.starts();
    }

    /// What becomes of the next calls of broadcasts.
    pub fn bulk_fates(&self, fates: impl IntoIterator<Item = Outcome>) {
        self.post.borrow_mut().bulk_fate.extend(fates);
    }

    /// Carries what was taken, and nobody hears what became of it.
    pub fn carried(&self, rows: &[Claimed]) -> Vec<Delivery> {
        let (now, post) = (self.now(), &mut *self.post.borrow_mut());
        let carried = rows.iter().map(|row| Delivery {
            id: row.id,
            outcome: post.carry(row, now),
        });
        carried.collect()
    }

    /// What became of a call.
    pub fn outcome(&self, row: &Claimed, outcome: Outcome) {
        let delivery = Delivery {
            id: row.id,
            outcome,
        };
        self.write(async |tx, core| core.on_delivery(tx, &[delivery]).await)
            .expect("it can be recorded");
    }
}

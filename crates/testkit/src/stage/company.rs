//! Who is on the stage: strangers, members by the dozen or the thousand, officers, groups.
//!
//! Knows how people come in, by the door or behind it. Must not know what they do there.

use std::ops::Range;
use std::rc::Rc;

use nhip::event::{ConsentPart, Inbound};

use super::{Actor, Group, OFFICER, Stage};

impl Stage {
    /// The payload of a unit's invite link.
    pub fn invite(&self, code: &str) -> String {
        self.rows(&format!("SELECT start FROM units WHERE code = '{code}'"))
            .remove(0)
    }

    pub fn unit(&self, code: &str) -> i64 {
        self.number(&format!("SELECT id FROM units WHERE code = '{code}'"))
    }

    /// Somebody who has never written to the bot.
    pub fn stranger(self: &Rc<Self>, name: &'static str) -> Actor {
        let count = self.people.get() + 1;
        self.people.set(count);
        Actor::new(self, name, 7_000_000 + 1_000 * count)
    }

    pub fn officer(self: &Rc<Self>) -> Actor {
        Actor::new(self, "Chủ tịch", OFFICER)
    }

    /// A member of that unit who has given all consents.
    pub fn member(self: &Rc<Self>, name: &'static str, code: &str) -> Actor {
        let actor = self.stranger(name);
        actor.joins(code, 7);
        actor
    }

    /// What the button carries by which somebody joins that unit with all consents, after opening its link.
    pub fn agreeing(&self, code: &str) -> String {
        let version = self.core.borrow().version().0;
        format!("agree:@{}:7:{version:x}", self.invite(code))
    }

    /// So many members of that unit, without their conversations.
    pub fn members(self: &Rc<Self>, count: usize, code: &str) -> Vec<Actor> {
        let people: Vec<Actor> = (0..count).map(|_| self.stranger("Đoàn viên")).collect();
        let agree = self.agreeing(code);
        let batch: Vec<Inbound> = people
            .iter()
            .map(|person| person.tap(&agree, None))
            .collect();
        self.updates(&batch);
        self.brings();
        people
    }

    /// Everybody here has been a member for weeks, and took part in two: what they say in a check-in counts.
    pub fn settles(&self) {
        for (round, monday) in [(1, "2026-11-02"), (2, "2026-11-09")] {
            self.sabotage(&format!(
                "INSERT INTO rounds (id, monday, criterion, cycle, opens_at, closes_at, closed, judged)
                 SELECT {round}, '{monday}', '1.1', 0, unixepoch('{monday}'), unixepoch('{monday}', '+6 days'), 1, 5
                 WHERE NOT EXISTS (SELECT 1 FROM rounds WHERE id = {round})"
            ));
            self.sabotage(&format!(
                "INSERT INTO participations (member_id, round_id, unit_id, answered) SELECT id, {round}, unit_id, 1 FROM members
                 WHERE true ON CONFLICT DO NOTHING"
            ));
        }
        self.sabotage("UPDATE members SET joined_on = '2026-11-01'");
    }

    /// So many members who have agreed to all and never written, behind the core's back.
    pub fn crowd(&self, count: usize, code: &str) {
        let count = i64::try_from(count).expect("few people");
        let users = 8_000_001..8_000_001 + count;
        self.enrols(users.clone(), code);
        self.consent(&users, ConsentPart::Reflection, "reflection");
    }

    /// Members with these numbers and the two consents that are needed.
    pub fn enrols(&self, users: Range<i64>, code: &str) {
        let (first, end, unit) = (users.start, users.end, self.unit(code));
        if users.is_empty() {
            return;
        }
        self.sabotage(&format!(
            "WITH RECURSIVE n (i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {end})
             INSERT INTO members (user_id, unit_id, language, window, joined_on)
             SELECT i, {unit}, 'vi', 'noon', '2026-11-20' FROM n"
        ));
        self.consent(&users, ConsentPart::Account, "account");
        self.consent(&users, ConsentPart::Abroad, "abroad");
    }

    fn consent(&self, users: &Range<i64>, part: ConsentPart, name: &str) {
        let proof = self.core.borrow().proof(part).to_owned();
        self.sabotage(&format!(
            "INSERT INTO consents (member_id, part, text_hash, given_on)
             SELECT id, '{name}', '{proof}', '2026-11-20' FROM members WHERE user_id >= {} AND user_id < {}",
            users.start, users.end
        ));
    }

    pub fn group(self: &Rc<Self>, chat: i64) -> Group {
        Group::new(self, chat)
    }
}

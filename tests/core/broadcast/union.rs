//! A province with two grassroots unions, two officers and members who have never written, on the stage.
//!
//! Knows how many phones show some words, and what the ledger says of it. Must not know any rule.

use std::rc::Rc;

use nhip::schedule::{Cadence, Sending};
use testkit::parts;
use testkit::stage::{Actor, Stage};

const CHAIR: i64 = 900;
const DEPUTY: i64 = 901;

const UNITS: &str = "code,name,parent,kind,members
T,Công đoàn tỉnh,,tỉnh,
A,Công đoàn Sở A,T,cơ sở,40
B,Công đoàn Sở B,T,cơ sở,40
";

/// People get the answers they wait for; what is broadcast waits until the story has it delivered.
pub struct Union {
    pub stage: Rc<Stage>,
    /// The two officers.
    pub chair: Actor,
    pub deputy: Actor,
}

impl Union {
    /// Friday, 11:40: the window over lunch is open. So many members in each of the two units, numbered from 1000 and
    /// from 2000.
    pub fn new(members: i64) -> Self {
        Self::with(members, Sending::default())
    }

    pub fn with(members: i64, sending: Sending) -> Self {
        let core = parts::core(&[CHAIR, DEPUTY], Cadence::default()).with_sending(sending);
        let stage = Stage::with_core(core, UNITS);
        stage.brings_answers_only();
        stage.set("2026-11-20 11:40");
        stage.enrols(1_000..1_000 + members, "A");
        stage.enrols(2_000..2_000 + members, "B");
        Self {
            chair: Actor::new(&stage, "Chủ tịch", CHAIR),
            deputy: Actor::new(&stage, "Phó Chủ tịch", DEPUTY),
            stage,
        }
    }

    pub fn member(&self, user: i64) -> Actor {
        Actor::new(&self.stage, "Đoàn viên", user)
    }

    /// One more member.
    pub fn joins(&self, user: i64, code: &str) {
        self.stage.enrols(user..user + 1, code);
    }

    /// The chair writes these words for everybody and confirms.
    pub fn broadcasts(&self, words: &str) {
        self.chair.says("/broadcast");
        self.chair.says(words);
        self.chair.taps("Xác nhận gửi");
    }

    /// How often exactly this is in a chat, markup and all, above the line that says from whom it is.
    pub fn copies(&self, chat: i64, html: &str) -> usize {
        let messages = self.stage.post.borrow_mut().messages(chat);
        let words = |html: &str| {
            let words = html.split("<i>Người gửi: ").next();
            words.map(|words| words.trim_end().to_owned())
        };
        let wanted = Some(html.trim_end().to_owned());
        let same = messages
            .iter()
            .filter(|message| words(&message.html) == wanted);
        same.count()
    }

    /// Members' phones on which exactly this is, whatever the number of copies.
    pub fn reached(&self, html: &str) -> usize {
        (1_000..3_000)
            .filter(|user| self.copies(*user, html) > 0)
            .count()
    }

    /// How many rows of the ledger are in each state, after looking that they are counted right.
    pub fn ledger(&self, broadcast: i64) -> Vec<String> {
        let counted = self.stage.rows(&format!(
            "SELECT state || ' ' || sum(people) FROM recipient_tallies WHERE broadcast_id = {broadcast}
             GROUP BY state HAVING sum(people) <> 0 ORDER BY state"
        ));
        let rows = self.stage.rows(&format!(
            "SELECT state || ' ' || count(*) FROM recipients WHERE broadcast_id = {broadcast} GROUP BY state ORDER BY state"
        ));
        assert_eq!(counted, rows, "the counts are those of the rows");
        rows
    }
}

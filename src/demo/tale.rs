//! What two of the simulated colleagues tell of: something they have done, which they enter in the register.
//!
//! Everything here is made up. They see what a person sees. Must not know the database or the rules.

use crate::event::{Button as Data, InitiativeAction, NameForm};
use telegram_sandbox::Message;

/// Who tells, and the first three answers.
const TALES: [(i64, [&str; 3]); 2] = [
    (
        704,
        [
            "Gộp hai biểu mẫu xin nghỉ phép thành một",
            "Mỗi đơn từ hai ngày, nay còn nửa ngày: 12 đơn một tháng, bớt 18 ngày chờ.",
            "9/2026",
        ],
    ),
    (
        713,
        [
            "Danh mục hồ sơ lưu trữ tra được trên máy",
            "Tìm một hồ sơ từ 40 phút còn 5 phút; mỗi tuần khoảng 20 lần tìm.",
            "6/2026",
        ],
    ),
];

/// How far a colleague is with it.
#[derive(Debug)]
pub(super) struct Tale {
    texts: [&'static str; 3],
    name: String,
    told: usize,
}

/// All of it was told, now or before the demo was started again.
const DONE: usize = 5;

impl Tale {
    /// What this one tells, if they do.
    pub(super) fn of(user: i64, name: &str) -> Option<Self> {
        let (_, texts) = TALES.iter().find(|(teller, _)| *teller == user)?;
        Some(Self {
            texts: *texts,
            name: name.to_owned(),
            told: 0,
        })
    }

    /// What they type next, once they are asked for it.
    pub(super) fn says(&mut self, joined: bool, recent: &[Message]) -> Option<String> {
        let sees = |words: &str| {
            let mut from_bot = recent.iter().filter(|message| message.from_bot);
            from_bot.any(|message| message.text.contains(words))
        };
        // Their list has it already.
        if self.told == 1 && self.texts.first().is_some_and(|title| sees(title)) {
            self.told = DONE;
        }
        let text = match self.told {
            0 if joined => "/sangkien".to_owned(),
            step @ 1..=3 if sees(&format!("bước {step}/3")) => {
                (*self.texts.get(step - 1)?).to_owned()
            }
            4 if sees("Xin gõ họ tên tác giả") => self.name.clone(),
            _ => return None,
        };
        self.told += 1;
        Some(text)
    }

    /// What they tap on the way.
    pub(super) fn taps(&self, offered: &[Data]) -> Option<Data> {
        let wanted = |data: &&Data| match data {
            Data::Initiative(InitiativeAction::Begin) => self.told == 1,
            Data::Initiative(InitiativeAction::AskEnter(_) | InitiativeAction::Enter(..)) => {
                self.told == 4
            }
            Data::Initiative(InitiativeAction::KeepName(_, NameForm::Capitalised)) => true,
            _ => false,
        };
        offered.iter().find(wanted).copied()
    }
}

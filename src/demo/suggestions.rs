//! Suggestions of the demo's unit: some that were answered, some that wait for the officer at the page.
//!
//! Everything here is made up. Must not know how one is written on a phone.

use rand::SeedableRng;
use rand::rngs::StdRng;

use super::year::{OFFICE, at, day, of};
use crate::db::{Db, Tx};
use crate::store::suggestions::boxes::{self, Waiting};
use crate::store::suggestions::settled;
use crate::store::{self, Result};
use crate::types::{SuggestionKey, Title, UnitId, UserId};

/// Those of one opening: the topic, how it is, what is proposed; and the word and the words of the answer, if there is one.
type Opening = ((u32, u32), &'static [Made]);
type Made = (u8, &'static str, &'static str, Option<(u8, &'static str)>);

const OPENINGS: [Opening; 2] = [
    (
        (10, 16),
        &[
            (
                2,
                "Lịch họp giao ban báo muộn, khó sắp việc.",
                "Báo lịch họp trước hai ngày, trên cùng một trang.",
                Some((
                    1,
                    "Văn phòng đăng lịch họp của tuần sau trước 16 giờ thứ Sáu, từ 01/11/2026.",
                )),
            ),
            (
                5,
                "Một hồ sơ phải nộp bản giấy ở ba nơi.",
                "Nộp một lần, các phòng dùng chung bản quét.",
                Some((
                    2,
                    "Bản quét dùng chung từ tháng 12; bản giấy gốc vẫn lưu ở Văn thư theo quy định.",
                )),
            ),
            (
                9,
                "Tiền làm thêm giờ chưa rõ cách tính.",
                "Gửi lại quy định cho mọi người.",
                Some((
                    5,
                    "Quy chế chi tiêu nội bộ, Điều 12; Công đoàn đã gửi lại toàn văn.",
                )),
            ),
        ],
    ),
    (
        (11, 13),
        &[
            (
                7,
                "Phòng làm việc tầng trên rất nóng buổi chiều.",
                "Lắp thêm quạt, che nắng cửa sổ.",
                None,
            ),
            (
                6,
                "Lớp tin học mở trùng tuần cuối quý.",
                "Mở lớp vào đầu quý.",
                None,
            ),
        ],
    ),
];

/// Puts them there, once; the officer at the page and a colleague read them.
pub(super) async fn lay(db: &Db, chair: i64, inspector: Option<i64>) -> anyhow::Result<()> {
    let mut rng = StdRng::seed_from_u64(4);
    let mut tx = db.begin(at(day(2026, 9, 1)), &mut rng).await?;
    let office = of(&mut tx, OFFICE).await?;
    let (Some(office), Some(inspector)) = (office, inspector) else {
        return Ok(());
    };
    if boxes::of(&mut tx, office).await?.is_some() {
        return Ok(());
    }
    let readers = [(chair, Title::Chair), (inspector, Title::Inspector)];
    for (user, title) in readers {
        store::officers::appoint(&mut tx, UserId(user), (office, title), UserId(chair)).await?;
    }
    let regulation = ("05/QC-SNV", day(2025, 3, 12));
    boxes::regulate(&mut tx, office, regulation).await?;
    tx.commit().await?;
    for (opened, all) in OPENINGS {
        let mut tx = db
            .begin(at(day(2026, opened.0, opened.1)), &mut rng)
            .await?;
        open(&mut tx, office, all).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn open(tx: &mut Tx, office: UnitId, all: &[Made]) -> Result {
    let mut waiting = Vec::new();
    let mut answered = Vec::new();
    for (topic, situation, proposal, answer) in all {
        let label = SuggestionKey::random(&mut tx.rng).label();
        let texts = ((*situation).to_owned(), (*proposal).to_owned());
        waiting.push(Waiting::new(label, (*topic, false), texts));
        answered.extend(answer.map(|answer| (label, answer)));
    }
    boxes::release(tx, office, &waiting).await?;
    for (label, answer) in answered {
        settled::answer(tx, label, answer).await?;
    }
    Ok(())
}

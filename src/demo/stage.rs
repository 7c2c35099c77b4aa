//! The stage: three small units, some forty colleagues, two members, an officer, a group.
//!
//! Everything here is made up. Must not know what anyone will do.

use anyhow::Context;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::clock::Clock;
use crate::db::Db;
use crate::{schedule, store, units};
use telegram_sandbox::Sandbox;

/// The bot's name on the emulated Telegram.
pub(super) const USERNAME: &str = "nhip_bot";

const UNITS: &str = "\
code,name,parent,kind,members
SNV,Sở Nội vụ (minh họa),,công đoàn cơ sở,
SNV-VP,Văn phòng Sở,SNV,tổ công đoàn,15
SNV-CB,Phòng Tổ chức cán bộ,SNV,tổ công đoàn,14
SNV-CC,Phòng Cải cách hành chính,SNV,tổ công đoàn,16
";

/// The units that colleagues belong to, in turn.
const SECTIONS: [&str; 3] = ["SNV-VP", "SNV-CB", "SNV-CC"];

/// The officer, who is the owner of the root unit.
const OFFICER: i64 = 501;
/// The two members that a person at the page plays first.
const MEMBERS: [i64; 2] = [601, 602];
/// The first simulated colleague; the others follow.
const COLLEAGUES: i64 = 701;

const SURNAMES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Lâm"];
const NAMES: [&str; 40] = [
    "Thị Ánh",
    "Văn Bình",
    "Thị Cẩm",
    "Minh Châu",
    "Quốc Cường",
    "Thị Diễm",
    "Văn Dũng",
    "Thùy Dương",
    "Thành Đạt",
    "Thị Giang",
    "Hoàng Hải",
    "Thị Hiền",
    "Trung Hiếu",
    "Thị Hoa",
    "Xuân Hòa",
    "Thị Hồng",
    "Mạnh Hùng",
    "Thu Hương",
    "Gia Huy",
    "Thị Kiều",
    "Văn Lâm",
    "Thị Liên",
    "Hữu Lộc",
    "Thị Mai",
    "Đức Minh",
    "Thị Mỹ",
    "Hoài Nam",
    "Thị Ngân",
    "Trọng Nghĩa",
    "Bích Ngọc",
    "Văn Phúc",
    "Thị Phượng",
    "Hồng Quân",
    "Thị Sen",
    "Thanh Sơn",
    "Thị Thảo",
    "Quang Thắng",
    "Thị Thu",
    "Minh Trí",
    "Thị Yến",
];

/// Who is on the stage.
#[derive(Debug, Clone)]
pub(super) struct Cast {
    /// The officer's number.
    pub(super) officer: i64,
    /// Each simulated colleague and the payload of their unit's invite link.
    pub(super) colleagues: Vec<(i64, String)>,
    /// The group of the root unit.
    pub(super) group: i64,
}

/// The Monday on which the first week of the demo begins.
pub(super) fn beginning() -> DateTime<Utc> {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    schedule::at(
        monday,
        NaiveTime::from_hms_opt(7, 30, 0).unwrap_or_default(),
    )
}

/// Sets the stage, or finds it as it was left.
pub(super) async fn set(sandbox: &Sandbox, db: &Db, clock: &Clock) -> anyhow::Result<Cast> {
    let starts = starts(db, clock).await?;
    if sandbox.groups().is_empty() {
        people(sandbox, &starts);
    }
    let group = sandbox
        .groups()
        .first()
        .map(|(id, _)| *id)
        .context("the demo's folder is damaged: delete it and start again")?;
    phones(sandbox, group, &starts);
    let colleagues = (COLLEAGUES..)
        .zip(&NAMES)
        .map(|(id, _)| (id, start_of(&starts, id)))
        .collect();
    Ok(Cast {
        officer: OFFICER,
        colleagues,
        group,
    })
}

async fn starts(db: &Db, clock: &Clock) -> anyhow::Result<Vec<String>> {
    let mut tx = db.begin(clock.now(), &mut StdRng::seed_from_u64(1)).await?;
    let plan = units::read(UNITS.as_bytes(), &[])
        .map_err(|wrongs| anyhow::anyhow!("the demo's units are wrong: {wrongs:?}"))?;
    units::import(&mut tx, &plan, units::Importer::Server).await?;
    let all = store::units::all(&mut tx).await?;
    tx.commit().await?;
    let start = |code: &str| {
        all.iter()
            .find(|unit| unit.code == code)
            .map(|unit| unit.start.clone())
    };
    SECTIONS
        .iter()
        .map(|code| start(code).context("a unit of the demo is missing"))
        .collect()
}

fn start_of(starts: &[String], id: i64) -> String {
    let section = usize::try_from(id).unwrap_or(0) % starts.len().max(1);
    starts.get(section).cloned().unwrap_or_default()
}

fn people(sandbox: &Sandbox, starts: &[String]) {
    sandbox.add_user_with_id(OFFICER, "Trần Thị Mai Lan", "vi");
    sandbox.add_user_with_id(MEMBERS[0], "Nguyễn Thị Hạnh", "vi");
    sandbox.add_user_with_id(MEMBERS[1], "Lê Quốc Việt", "vi");
    let mut all = vec![OFFICER, MEMBERS[0], MEMBERS[1]];
    for ((id, name), surname) in (COLLEAGUES..).zip(NAMES).zip(SURNAMES.into_iter().cycle()) {
        sandbox.add_user_with_id(id, &format!("{surname} {name}"), "vi");
        all.push(id);
    }
    let group = sandbox.add_group("Công đoàn Sở Nội vụ (minh họa)", &all, false);
    sandbox.add_bot_to_group(OFFICER, group);
    if let Some(start) = starts.first() {
        let text =
            format!("Mời anh chị Văn phòng Sở tham gia: https://t.me/{USERNAME}?start={start}");
        sandbox.say(OFFICER, group, &text);
    }
}

/// What the page shows is not kept by the emulated Telegram.
fn phones(sandbox: &Sandbox, group: i64, starts: &[String]) {
    sandbox.name_bot("Nhịp");
    // Her colleague passed the invite link on; he has to look his unit up.
    let invited = starts.first().map(String::as_str);
    sandbox.suggest_phone(MEMBERS[0], MEMBERS[0], "Người tham gia", invited);
    sandbox.suggest_phone(MEMBERS[1], MEMBERS[1], "Người tham gia", None);
    sandbox.suggest_phone(OFFICER, OFFICER, "Cán bộ công đoàn", None);
    sandbox.suggest_phone(OFFICER, group, "Nhóm của đơn vị", None);
}

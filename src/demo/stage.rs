//! The stage: four small units, one of them under the threshold, some forty colleagues, two members, an officer, a group.
//!
//! Everything here is made up. Must not know what anyone will do.

use anyhow::Context;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::campaign::Campaign;
use crate::campaign::form::Opening;
use crate::clock::Clock;
use crate::db::Db;
use crate::told;
use crate::{schedule, store, units};
use telegram_sandbox::{Label, Sandbox};

/// The bot's name on the emulated Telegram.
pub(super) const USERNAME: &str = "nhip_bot";

const UNITS: &str = "\
code,name,parent,kind,members
SNV,Sở Nội vụ (minh họa),,công đoàn cơ sở,
SNV-VP,Văn phòng Sở,SNV,tổ công đoàn,15
SNV-CB,Phòng Tổ chức cán bộ,SNV,tổ công đoàn,14
SNV-CC,Phòng Cải cách hành chính,SNV,tổ công đoàn,16
SNV-LT,Tổ Văn thư lưu trữ,SNV,tổ công đoàn,4
";

/// The units that colleagues belong to, in turn.
const SECTIONS: [&str; 3] = ["SNV-VP", "SNV-CB", "SNV-CC"];
/// The unit of which nothing may be told: it is too small.
pub(super) const HIDDEN: &str = "SNV-LT";
/// How many of the colleagues, the last ones, belong to it.
const IN_HIDDEN: usize = 3;

/// The officer, who is the owner of the root unit.
const OFFICER: i64 = 501;
/// The two members that a person at the page plays first.
pub(super) const MEMBERS: [i64; 2] = [601, 602];
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

/// How the phones are told apart, beside their holders' names.
pub(super) struct Roles {
    pub(super) member: Label,
    pub(super) officer: Label,
    pub(super) group: Label,
}

/// One colleague on the stage.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Their number.
    pub(super) user: i64,
    /// As Telegram knows them.
    pub(super) name: String,
    /// The payload of their unit's invite link.
    pub(super) start: String,
}

/// Who is on the stage.
#[derive(Debug, Clone)]
pub(super) struct Cast {
    /// The officer's number.
    pub(super) officer: i64,
    /// The simulated colleagues.
    pub(super) colleagues: Vec<Part>,
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

/// Members are asked about training when the person at the page comes in, not in autumn.
pub(super) fn asked_soon(campaign: Campaign) -> Campaign {
    let asked = Opening {
        day: 30,
        month: 11,
        days: 14,
    };
    match "hoctap".parse() {
        Ok(form) => campaign.asking(form, asked),
        Err(()) => campaign,
    }
}

/// Sets the stage, or finds it as it was left.
pub(super) async fn set(
    sandbox: &Sandbox,
    db: &Db,
    clock: &Clock,
    roles: Roles,
) -> anyhow::Result<Cast> {
    let starts = starts(db, clock).await?;
    if sandbox.groups().is_empty() {
        people(sandbox, &starts);
    }
    let group = sandbox
        .groups()
        .first()
        .map(|(id, _)| *id)
        .with_context(|| told!("demo-damaged"))?;
    phones(sandbox, group, &starts, roles);
    let colleagues = (COLLEAGUES..)
        .zip(&NAMES)
        .enumerate()
        .map(|(nth, (id, name))| Part {
            user: id,
            name: full_name(nth, name),
            start: if nth + IN_HIDDEN >= NAMES.len() {
                starts.last().cloned().unwrap_or_default()
            } else {
                in_turn(&starts, nth)
            },
        })
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
        .map_err(|wrongs| anyhow::anyhow!(told!("demo-units", cause = format!("{wrongs:?}"))))?;
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
        .chain([&HIDDEN])
        .map(|code| start(code).with_context(|| told!("demo-unit")))
        .collect()
}

fn in_turn(starts: &[String], nth: usize) -> String {
    starts
        .get(nth % SECTIONS.len())
        .cloned()
        .unwrap_or_default()
}

fn full_name(nth: usize, name: &str) -> String {
    let surname = SURNAMES.iter().cycle().nth(nth).unwrap_or(&"");
    format!("{surname} {name}")
}

fn people(sandbox: &Sandbox, starts: &[String]) {
    sandbox.add_user_with_id(OFFICER, "Trần Thị Mai Lan", "vi");
    sandbox.add_user_with_id(MEMBERS[0], "Nguyễn Thị Hạnh", "vi");
    sandbox.add_user_with_id(MEMBERS[1], "Lê Quốc Việt", "vi");
    let mut all = vec![OFFICER, MEMBERS[0], MEMBERS[1]];
    for (nth, (id, name)) in (COLLEAGUES..).zip(NAMES).enumerate() {
        sandbox.add_user_with_id(id, &full_name(nth, name), "vi");
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
fn phones(sandbox: &Sandbox, group: i64, starts: &[String], roles: Roles) {
    sandbox.name_bot("Nhịp");
    // Her colleague passed the invite link on; he has to look his unit up.
    let invited = starts.first().map(String::as_str);
    sandbox.suggest_phone(MEMBERS[0], MEMBERS[0], roles.member.clone(), invited);
    sandbox.suggest_phone(MEMBERS[1], MEMBERS[1], roles.member, None);
    sandbox.suggest_phone(OFFICER, OFFICER, roles.officer, None);
    sandbox.suggest_phone(OFFICER, group, roles.group, None);
}

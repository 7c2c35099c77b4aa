//! The largest that the rest accepts: the longest names, the most units, officers, reminders, words. Every screen that can
//! be come to is drawn, and the post takes each as the messenger would.

use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use testkit::stage::{Actor, Group, Stage};

/// Letters that are written longer than they are read, up to the longest name that is accepted.
fn name(of: &str, number: usize) -> String {
    let begun = format!("{of} {number} & <Sở \"Đổi mới\"> ");
    let filled = begun.chars().chain("Ngườiở&<".chars().cycle());
    filled.take(120).collect()
}

/// A province with sixty unions of sixty kinds, a chain as deep as they come, and sixty groups below one union.
fn units() -> String {
    let mut csv = String::from("code,name,parent,kind,members\n");
    let mut row = |code: &str, number: usize, parent: &str| {
        let [name, kind] = ["Công đoàn", "cấp"].map(|of| name(of, number).replace('"', "\"\""));
        csv += &format!("{code},\"{name}\",{parent},\"{kind}\",100000\n");
    };
    let code = |of: &str, number: usize| format!("{of}{number}{:->32}", "")[..32].to_owned();
    row("T", 0, "");
    for number in 1..=60 {
        row(&code("CS", number), number, "T");
        row(&code("TO", number), 100 + number, &code("CS", 1));
    }
    let mut above = code("CS", 2);
    for number in 3..=12 {
        let below = code("SAU", number);
        row(&below, 200 + number, &above);
        above = below;
    }
    csv
}

const TYPED: [&str; 45] = [
    "/help",
    "/officers",
    "/officers cong doan",
    "/invite",
    "/invite cong doan",
    "/remind",
    "/plan",
    "/plan cong doan",
    "/respond",
    "/commend",
    "/report",
    "/report cong doan",
    "/report tháng",
    "/report quý",
    "/report năm",
    "/broadcasts",
    "/broadcast",
    "/criteria",
    "/card 1.1",
    "/card",
    "/privacy",
    "/me",
    "/log",
    "/journal",
    "/unit",
    "/unit cong doan",
    "/settings",
    "/quiz",
    "/checkin",
    "/mydata",
    "/start",
    "cong doan 5",
    "/stop",
    "/deletemydata",
    "/link",
    "/nonsense",
    "A",
    "Tổ chức không có thật",
    "11h ngày mai",
    "/pauseall",
    "/resumeall",
    "/invite Không có",
    "/initiatives",
    "/register",
    "/register cong doan",
];

/// What ends a story is left for its end.
const LAST: [&str; 6] = ["Rút", "Dừng", "Xóa", "Đốt", "Thôi giao", "Hủy"];

/// Says all there is to say, and taps whatever comes of it: how many buttons there were.
fn walks(who: &Actor, taps: usize) -> usize {
    let mut tapped = BTreeSet::new();
    for words in TYPED {
        who.says(words);
        tap_all(who, &mut tapped, taps);
    }
    tapped.len()
}

fn tap_all(who: &Actor, tapped: &mut BTreeSet<String>, most: usize) {
    let mut next = VecDeque::new();
    for _ in 0..=most {
        for message in who.messages().iter().rev().take(3) {
            for key in message.keyboard.iter().flatten() {
                let ends = LAST.iter().any(|word| key.label.contains(word));
                if key.page().is_none() && !ends && tapped.insert(key.data.clone()) {
                    next.push_back((key.data.clone(), message.id));
                }
            }
        }
        let Some((data, message)) = next.pop_front() else {
            return;
        };
        who.forges_under(&data, message);
    }
}

fn filled() -> (Rc<Stage>, Group, Actor, Actor) {
    let stage = Stage::with_units(&units());
    stage.at("2026-11-23 09:00");
    let (group, officer) = (stage.group(-4_001), stage.officer());
    group.hears(&officer, "/link T");
    let ana = stage.member("An", "T");
    stage.crowd(30, "T");
    stage.sabotage(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
         INSERT INTO officers (user_id, unit_id, title, appointed_by, since)
         SELECT 8000000 + i, u.id, 'deputy', 9000100, '2026-11-20' FROM n JOIN units AS u ON u.code = 'T' OR u.id % 40 = i % 40",
    );
    let long = "<b>".to_owned() + &"Lời nhắc &amp; rất dài ".repeat(170) + "</b>";
    stage.sabotage(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
         INSERT INTO broadcasts (unit_id, officer, state, html, rhythm, starts_at, created_on)
         SELECT u.id, 9000100, 'repeating', '{long}', '1/1 2/2 3/3 4/4 5/5 6/6 7/7 8/8 9/9 10/10 11/11 12/12 11:45', 1795000000 + i, '2026-11-20'
         FROM n JOIN units AS u ON u.code = 'T'"
    ));
    // As many wait to be let in as may, each under the longest name.
    stage.sabotage(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
         INSERT INTO join_requests (user_id, unit_id, language, digits, choices, asked_on, account, abroad)
         SELECT 7000000 + i, u.id, 'vi', 10 + i, json_array(10 + i, 40 + i, 60 + i), '2026-11-20', 'a', 'b'
         FROM n JOIN units AS u ON u.code = 'T'",
    );
    // A log with a line of each unit, and what has changed of it.
    stage.sabotage(
        "INSERT INTO commendations (unit_id, member_id, reason, day)
         SELECT u.id, NULL, '', '2026-11-20' FROM units AS u",
    );
    // As many initiatives as a member keeps, all in the register, each told at length; the newest not yet.
    let said = "Rất dài & <đủ> ".repeat(30);
    stage.sabotage(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
         INSERT INTO initiatives (id, member_id, entered, begun_on) SELECT 500 + i, {}, i < 19, '2026-11-20' FROM n",
        ana.row()
    ));
    for (field, most) in [
        ("1.1", 120),
        ("2.1", 400),
        ("4.1", 300),
        ("5.1", 300),
        ("10.1", 200),
    ] {
        let words: String = said.chars().take(most).collect();
        stage.sabotage(&format!(
            "INSERT INTO initiative_answers (initiative_id, field, words) SELECT id, '{field}', '{words}' FROM initiatives"
        ));
    }
    stage.sabotage("INSERT INTO initiative_answers (initiative_id, field, number) SELECT id, '3.1', 202609 FROM initiatives");
    stage.sabotage(&format!(
        "INSERT INTO authors (member_id, name) VALUES ({}, 'Nguyễn Thị Rất Dài')",
        ana.row()
    ));
    let core = testkit::stage::core(nhip::schedule::Cadence::default());
    let hash = core.proof(nhip::event::ConsentPart::Author);
    stage.sabotage(&format!(
        "INSERT INTO consents (member_id, part, text_hash, given_on) VALUES ({}, 'author', '{hash}', '2026-11-20')",
        ana.row()
    ));
    stage.sabotage(&format!(
        "INSERT INTO register_entries (unit_id, initiative_id, state, entered_on, lodged_on, decided_on, decision, level, field, benefit)
         SELECT u.id, i.id, 'recognised', '2026-11-20', '2026-11-20', '2026-11-21', '{}', 'unit', 'reform', 999999999
         FROM initiatives AS i JOIN units AS u ON u.code = (SELECT code FROM units WHERE parent_id IS NULL LIMIT 1) WHERE i.entered",
        "45/QĐ rất dài ".repeat(20)
    ));
    // A plan as long as it may be, issued and being changed, most of it in one task.
    let words = "Sinh hoạt &amp; <chuyên đề> ".repeat(10);
    stage.sabotage(&format!(
        "INSERT INTO plans (id, unit_id, begins, ends_on, version, number, issued_on, current)
         SELECT 900, id, '2026-01', '2026-12-31', 1, '05/KH-CĐCS', '2026-01-10', 1 FROM units WHERE code = 'T' UNION ALL
         SELECT 901, id, '2026-01', '2026-12-31', 2, NULL, NULL, 0 FROM units WHERE code = 'T';
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
         INSERT INTO plan_lines (plan_id, number, task, content, lead, support, first, last, measure, target)
         SELECT p.id, i, 4, '{words}' || i, 'chair deputy committee member', 'audit leader inspectorate head women', '2026-01', '2026-10',
             substr('{words}', 1, 120), '12 ' || substr('{words}', 1, 110) FROM n, plans AS p"
    ));
    (stage, group, officer, ana)
}

#[test]
fn every_screen_fits_a_message_whatever_is_on_it() {
    let (stage, group, officer, ana) = filled();
    let (of_ana, of_officer) = (walks(&ana, 6), walks(&officer, 12));
    assert!(of_ana > 60 && of_officer > 120, "{of_ana} {of_officer}");
    // An officer of more units than there is room for buttons.
    let many = Actor::new(&stage, "Hoa", 8_000_001);
    stage.sabotage(
        "INSERT OR IGNORE INTO officers (user_id, unit_id, title, appointed_by, since)
         SELECT 8000001, id, 'chair', 9000100, '2026-11-20' FROM units",
    );
    many.says("/officers");
    many.sees("phụ trách");
    many.taps("Công đoàn");
    many.sees("Cán bộ phụ trách");
    let stranger = stage.stranger("Bình");
    walks(&stranger, 4);
    for words in TYPED {
        group.hears(&officer, words);
    }
    stage.at("2026-12-08 09:00");
    walks(&officer, 6);
    walks(&ana, 4);
}

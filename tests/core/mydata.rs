//! `/dulieucuatoi` has everything, and `/xoadulieu` leaves what it says.

use std::collections::BTreeSet;

use nhip::store::mydata::{ELSEWHERE, TABLES};
use serde_json::Value;
use testkit::stage::{Actor, Stage};

fn json(stage: &Stage, actor: &Actor) -> Value {
    actor.says("/dulieucuatoi");
    let files = stage.post.borrow_mut().files(actor.user);
    let (name, text) = files.last().expect("a file");
    assert_eq!(name, "du-lieu-cua-toi.json");
    serde_json::from_str(text).expect("JSON")
}

fn text(stage: &Stage, actor: &Actor) -> String {
    let files = stage.post.borrow_mut().files(actor.user);
    let found = files
        .iter()
        .rev()
        .find(|(name, _)| name == "du-lieu-cua-toi.txt");
    found.expect("a file").1.clone()
}

/// A member with something in every table.
fn busy(stage: &std::rc::Rc<Stage>) -> Actor {
    stage.at("2026-11-30 09:00");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(3);
    ana.says("/checkin");
    ana.taps("Đã đọc và suy nghĩ");
    for _ in 0..3 {
        ana.taps_choice(1);
    }
    ana.taps("Giữ vào sổ riêng");
    ana.taps("Đã hiểu, lập sổ riêng");
    ana
}

#[test]
fn every_table_about_a_person_is_in_the_file_or_on_a_list_with_its_reason() {
    let stage = Stage::new();
    let told: BTreeSet<&str> = TABLES.iter().map(|held| held.table).collect();
    let elsewhere: BTreeSet<&str> = ELSEWHERE.iter().map(|(table, _)| *table).collect();
    // What names a person, and what hangs on something that does.
    let mut personal: BTreeSet<String> = BTreeSet::new();
    for table in stage.tables() {
        let columns = stage.rows(&format!("SELECT name FROM pragma_table_info('{table}')"));
        if columns.iter().any(|name| {
            ["member_id", "user_id", "chat_id", "person", "officer"].contains(&name.as_str())
        }) {
            personal.insert(table);
        }
    }
    loop {
        let before = personal.len();
        for table in stage.tables() {
            let parents = stage.rows(&format!(
                "SELECT \"table\" FROM pragma_foreign_key_list('{table}')"
            ));
            if parents
                .iter()
                .any(|parent| personal.contains(parent) && !elsewhere.contains(parent.as_str()))
            {
                personal.insert(table);
            }
        }
        if personal.len() == before {
            break;
        }
    }
    assert!(personal.contains("quiz_questions"), "{personal:?}");
    for table in &personal {
        assert!(
            told.contains(table.as_str()) || elsewhere.contains(table.as_str()),
            "{table} holds something about a person: show it in store/mydata.rs, or say there why not"
        );
    }
    for table in told.union(&elsewhere) {
        assert!(
            stage.tables().iter().any(|known| known == table),
            "{table} is no more"
        );
    }
}

#[test]
fn every_column_about_a_person_is_in_the_file() {
    let stage = Stage::new();
    let ana = busy(&stage);
    ana.says("/privacy");
    let told = json(&stage, &ana);
    // Numbers of our own rows say nothing about a person; what they lead to is told instead.
    let ours = ["id", "member_id", "unit_id", "round_id", "quiz_id"];
    let renamed = [
        ("user_id", "telegram_id"),
        ("text_hash", "text_sha256"),
        ("question_id", "question"),
        ("item_id", "item"),
        ("thought", "thought_read"),
        ("sealed", "sealed_hex"),
        ("place", "next_place"),
    ];
    for table in [
        "members",
        "consents",
        "participations",
        "quizzes",
        "quiz_questions",
        "checkin_visits",
        "checkin_answers",
        "journals",
    ] {
        let row = &told["tables"][table][0];
        assert!(row.is_object(), "{table} is missing: {told}");
        for column in stage.rows(&format!("SELECT name FROM pragma_table_info('{table}')")) {
            let other = renamed
                .iter()
                .find(|(name, _)| *name == column)
                .map(|(_, other)| *other);
            let shown =
                row.get(&column).is_some() || other.is_some_and(|other| row.get(other).is_some());
            assert!(
                shown || ours.contains(&column.as_str()),
                "{table}.{column} is not told: {row}"
            );
        }
    }
}

#[test]
fn it_reads_in_vietnamese_and_says_what_was_done() {
    let stage = Stage::new();
    let ana = busy(&stage);
    let told = json(&stage, &ana);
    assert_eq!(told["tables"]["members"][0]["telegram_id"], ana.user);
    assert_eq!(
        told["tables"]["quiz_questions"].as_array().map(Vec::len),
        Some(5)
    );
    assert_eq!(
        told["tables"]["checkin_answers"].as_array().map(Vec::len),
        Some(3)
    );
    let text = text(&stage, &ana);
    for words in [
        "DỮ LIỆU BOT GIỮ VỀ NGƯỜI YÊU CẦU",
        &format!("Mã Telegram {}; đơn vị: Tổ Văn phòng", ana.user),
        "Phần “suy ngẫm”: đồng ý ngày 30/11/2026",
        "Tuần 30/11/2026, tiêu chí",
        "Tuần 30/11/2026: đã đi hết năm câu",
        "đã nhận, chưa đọc, đã trả lời, đã xong; có tính vào số tổng hợp",
        "Tháng 11/2026, câu 1: lựa chọn thứ 2",
        "SỔ RIÊNG",
    ] {
        assert!(text.contains(words), "'{words}' is not in:\n{text}");
    }
    assert!(!text.contains('{'), "a text without its argument:\n{text}");
    for raw in ["2026-11", "noon", "reflection", "Q-"] {
        assert!(!text.contains(raw), "'{raw}' is for machines:\n{text}");
    }
}

#[test]
fn nobody_gets_anything_of_anybody_else() {
    let stage = Stage::new();
    let ana = busy(&stage);
    let binh = stage.member("Bình", "VP");
    let told = json(&stage, &binh).to_string();
    assert!(!told.contains(&ana.user.to_string()));
    assert!(!told.contains("checkin_answers"));
    // In a group nothing is told at all.
    let group = stage.group(-1_001);
    group.hears(&ana, "/dulieucuatoi");
    group.sees("Lệnh này dùng trong trò chuyện riêng");
    let stranger = stage.stranger("Chi");
    stranger.says("/dulieucuatoi");
    stranger.sees("không giữ dữ liệu nào");
}

#[test]
fn who_has_left_is_told_of_the_proof_that_remains() {
    let stage = Stage::new();
    let ana = busy(&stage);
    let row = ana.row();
    ana.says("/xoadulieu");
    ana.sees("Còn lại");
    ana.taps("Dừng hẳn và xóa dữ liệu");
    for table in stage.tables() {
        let columns = stage.rows(&format!("SELECT name FROM pragma_table_info('{table}')"));
        for (column, value) in [
            ("member_id", row),
            ("user_id", ana.user),
            ("chat_id", ana.user),
        ] {
            if columns.iter().any(|name| name == column) {
                assert_eq!(
                    stage.number(&format!(
                        "SELECT count(*) FROM {table} WHERE {column} = {value}"
                    )),
                    0,
                    "{table}"
                );
            }
        }
    }
    let told = json(&stage, &ana);
    let tables: Vec<&String> = told["tables"].as_object().expect("tables").keys().collect();
    assert_eq!(tables, ["consent_proofs"]);
}

#[test]
fn an_officer_is_told_of_their_own_deeds() {
    let stage = Stage::new();
    let officer = stage.officer();
    stage.group(-1_001).hears(&officer, "/link VP");
    let told = json(&stage, &officer);
    assert_eq!(told["tables"]["audit"][0]["action"], "link");
}

#[test]
fn an_export_asked_for_again_and_again_waits_once_and_holds_no_other() {
    let stage = Stage::new();
    let ana = busy(&stage);
    let one: Vec<_> = (0..50).map(|_| ana.saying("/dulieucuatoi")).collect();
    stage.updates(&one);
    assert_eq!(
        stage.number("SELECT count(*) FROM outbox WHERE kind = 'private'"),
        2,
        "the newest: a text and its JSON"
    );
    let longest = stage.number("SELECT max(length(call)) FROM outbox WHERE kind = 'private'");
    assert!(longest < 40_000, "{longest} letters");
}

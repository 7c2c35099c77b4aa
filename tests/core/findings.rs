//! What needs a person at the server: the owners hear of it in one message, at most once a day, whatever happens between.

use std::collections::BTreeSet;
use std::path::Path;
use testkit::parts;
use testkit::stage::{Actor, Stage, campaign};

use nhip::campaign::Campaign;
use nhip::core::Core;
use nhip::schedule::Cadence;
use nhip::text::{Texts, Words};

/// A document on which a question rests, and the content with that document ending after 24/11/2026.
fn ending() -> (String, Campaign) {
    let living = |id: &str| {
        campaign()
            .ledger()
            .get(id)
            .is_some_and(|one| one.ends.is_none())
    };
    let mut sources = campaign()
        .questions()
        .map(|one| one.source.document.clone());
    let document = sources
        .find(|id| id != "HD09" && living(id))
        .expect("a question on a law");
    let folder = tempfile::tempdir().expect("a folder");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("messages"),
        folder.path(),
    );
    let path = folder.path().join("documents.yaml");
    let text = std::fs::read_to_string(&path).expect("the ledger");
    let line = format!("  - id: {document}\n");
    let ended = format!("{line}    in_force_until: \"24/11/2026\"\n");
    std::fs::write(&path, text.replacen(&line, &ended, 1)).expect("the ledger");
    (
        document,
        Campaign::load(folder.path()).expect("sound content"),
    )
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            std::fs::create_dir(&target).expect("a folder");
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file");
        }
    }
}

fn core(campaign: Campaign, owner: &Actor) -> Core {
    let texts = Texts::built_in(&Words::default()).expect("the built-in texts are sound");
    let rules = parts::rules(&[owner.user], Cadence::default());
    Core::new(texts, campaign, rules)
}

#[test]
fn the_owners_are_sent_once_at_noon_and_the_questions_are_drawn_no_more() {
    let (document, content) = ending();
    let day = "2026-11-25".parse().expect("a day");
    let left_out: BTreeSet<String> = content
        .not_sent(day)
        .into_iter()
        .filter(|(_, one)| one.id == document)
        .map(|(entry, _)| entry.to_owned())
        .collect();
    assert!(!left_out.is_empty());
    let stage = Stage::new();
    let owner = stage.officer();
    stage.restart_with(core(content, &owner));
    stage.at("2026-11-24 12:00");
    let before = owner.count();
    for (now, messages) in [
        ("2026-11-24 18:00", 0),
        ("2026-11-25 00:30", 0),
        ("2026-11-25 11:30", 0),
        ("2026-11-25 11:35", 1),
        ("2026-11-25 18:00", 1),
        ("2026-11-26 12:00", 1),
        ("2026-12-07 12:00", 1),
    ] {
        stage.at(now);
        assert_eq!(owner.got(before), messages, "{now}:\n{}", owner.glance());
    }
    owner.sees("tạm ngừng gửi");
    owner.sees(left_out.first().expect("an entry"));
    for person in stage.members(40, "VP") {
        person.says("/quiz");
    }
    let drawn = stage.rows(
        "SELECT DISTINCT question_id FROM quiz_questions AS a JOIN quizzes AS q ON q.id = a.quiz_id
         JOIN rounds AS r ON r.id = q.round_id WHERE r.monday > '2026-11-25'",
    );
    // In a first week nobody has met the first of a family, so no twin is drawn: some ninety questions are left.
    assert!(drawn.len() > 40, "{}", drawn.len());
    assert!(
        drawn.iter().all(|id| !left_out.contains(id)),
        "{left_out:?}"
    );
}

#[test]
fn where_everything_holds_nobody_is_told_anything() {
    let stage = Stage::new();
    let owner = stage.officer();
    let before = owner.count();
    stage.at("2026-11-30 12:00");
    assert_eq!(owner.got(before), 0, "{}", owner.glance());
    assert_eq!(stage.number("SELECT count(*) FROM findings"), 0);
}

/// What a running bot would note of its server.
const NOTED: &str = "INSERT INTO heartbeat (id, version, bot, started_at, beat_at) VALUES (1, '0.1.0', 'nhip_bot', 1, 1)";
const FULL: &str = "UPDATE heartbeat SET free_bytes = 420000000";
const ROOM: &str = "UPDATE heartbeat SET free_bytes = 90000000000";

/// A bot with an owner; the number counts what the owner got before.
fn watched() -> (std::rc::Rc<Stage>, Actor, usize) {
    let stage = Stage::new();
    let owner = stage.officer();
    stage.change(NOTED);
    stage.at("2026-11-24 09:00");
    let before = owner.count();
    (stage, owner, before)
}

#[test]
fn everything_that_needs_a_person_is_in_one_message_with_what_to_do_next() {
    let (stage, owner, before) = watched();
    stage.change(FULL);
    stage.change("UPDATE heartbeat SET refused_at = 1795485600");
    stage.change(
        "INSERT INTO quarantine (update_id, kind, cause, put_on) VALUES (77, 'message', 'a cause', '2026-11-23')",
    );
    stage.quarantined.set(1);
    stage.at("2026-11-24 12:00");
    assert_eq!(owner.got(before), 1, "{}", owner.glance());
    owner.sees("còn 420 MB");
    owner.sees("từ chối mã truy cập (token) của bot, gần nhất lúc 09:00 24/11/2026");
    owner.sees("/revoke");
    owner.sees("1 thao tác của người dùng chưa xử lý được, gần nhất ngày 23/11/2026");
    owner.sees("nhip quarantine");
    owner.sees_no("a cause");
}

#[test]
fn an_owner_who_reads_english_hears_it_in_english() {
    let stage = Stage::new();
    let owner = stage.officer().in_english();
    owner.says("/settings");
    owner.taps("English");
    stage.change(NOTED);
    stage.change(FULL);
    stage.at("2026-11-24 12:00");
    owner.sees("420 MB are left");
}

#[test]
fn what_stays_is_told_again_after_a_while_and_what_is_mended_is_not() {
    let (stage, owner, before) = watched();
    stage.change(FULL);
    for (now, messages) in [
        ("2026-11-24 12:00", 1),
        ("2026-11-24 19:00", 1),
        ("2026-11-25 08:00", 1),
        ("2026-11-25 12:00", 2),
        // A Saturday: a disk does not wait for Monday.
        ("2026-11-28 12:00", 3),
    ] {
        stage.at(now);
        assert_eq!(owner.got(before), messages, "{now}:\n{}", owner.glance());
    }
    stage.change(ROOM);
    stage.quarantined.set(1);
    stage.change(
        "INSERT INTO quarantine (update_id, kind, cause, put_on) VALUES (77, 'message', '', '2026-11-28')",
    );
    for (now, messages) in [
        ("2026-11-29 12:00", 4),
        ("2026-11-30 12:00", 4),
        ("2026-12-05 12:00", 4),
        ("2026-12-06 12:00", 5),
    ] {
        stage.at(now);
        assert_eq!(owner.got(before), messages, "{now}:\n{}", owner.glance());
    }
    owner.sees_no("MB");
    stage.quarantined.set(2);
    stage.change(
        "INSERT INTO quarantine (update_id, kind, cause, put_on) VALUES (78, 'message', '', '2026-12-07')",
    );
    stage.at("2026-12-07 12:00");
    assert_eq!(owner.got(before), 6, "another one is told at once");
}

#[test]
fn neither_a_restart_nor_a_kill_nor_a_clock_that_is_set_makes_a_second_message_of_a_day() {
    let (stage, owner, before) = watched();
    stage.change(FULL);
    stage.set("2026-11-24 12:00");
    stage.tick();
    // It was on its way when the process was killed.
    stage.dies_with(8, 8);
    stage.starts();
    stage.change(FULL);
    stage.at("2026-11-24 12:30");
    let told = owner.got(before);
    stage.restart();
    stage.change(FULL);
    stage.at("2026-11-24 14:00");
    assert_eq!(owner.got(before), told, "{}", owner.glance());
    assert_eq!(
        stage.number("SELECT count(*) FROM findings WHERE finding = 'disk'"),
        1
    );
    // A day ahead, and back again.
    stage.at("2026-11-25 12:00");
    assert_eq!(owner.got(before), told + 1);
    stage.at("2026-11-24 12:40");
    stage.at("2026-11-25 13:00");
    assert_eq!(owner.got(before), told + 1, "{}", owner.glance());
    // Years ahead: it does not fall silent for years.
    stage.change("UPDATE findings SET told_on = '2031-01-01'");
    stage.at("2026-11-26 12:00");
    assert_eq!(owner.got(before), told + 2, "{}", owner.glance());
}

#[test]
fn a_refused_token_is_told_once() {
    let (stage, owner, before) = watched();
    stage.change("UPDATE heartbeat SET refused_at = 1795485600");
    for now in ["2026-11-24 12:00", "2026-12-01 12:00", "2026-12-30 12:00"] {
        stage.at(now);
        assert_eq!(owner.got(before), 1, "{now}:\n{}", owner.glance());
    }
    stage.change("UPDATE heartbeat SET refused_at = 1795485601");
    stage.at("2026-12-31 12:00");
    assert_eq!(owner.got(before), 2, "{}", owner.glance());
}

#[test]
fn texts_that_nobody_has_looked_at_and_holidays_that_run_out_wait_for_a_working_day() {
    let stage = Stage::new();
    let owner = stage.officer();
    let last = *campaign().holidays().last().expect("a holiday");
    let before = owner.count();
    // A Sunday.
    stage.at("2029-07-01 12:00");
    assert_eq!(owner.got(before), 0, "{}", owner.glance());
    stage.at("2029-07-02 12:00");
    owner.sees("quá sáu tháng chưa đối chiếu");
    owner.sees_no("Lịch ngày nghỉ");
    let short = last.format("%Y-08-20 12:00").to_string();
    stage.at(&short);
    owner.sees("Lịch ngày nghỉ sắp hết");
    owner.sees(&last.format("%d/%m/%Y").to_string());
}

//! Backups and what becomes of them: what is in one, what is not, and the life that begins with it.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::rc::Rc;

use nhip::backup::Made;
use nhip::store::audit::Verdict;
use tempfile::TempDir;
use testkit::stage::{Actor, OFFICER, Stage, core, folder};

use crate::thief::count;

/// A folder for backups, and one in it.
fn backup(stage: &Stage) -> (TempDir, PathBuf, Made) {
    let folder = folder();
    let made = stage.backs_up(folder.path());
    (folder, made.path.clone(), made)
}

fn owner(stage: &Rc<Stage>) -> Actor {
    Actor::new(stage, "Trưởng ban", OFFICER)
}

#[test]
fn a_backup_beside_the_bot_holds_what_was_answered_and_neither_open_reflections_nor_what_waits() {
    let stage = Stage::new();
    stage.at("2026-11-30 09:00");
    stage.sabotage("UPDATE sqlite_sequence SET seq = 1590000000 WHERE name = 'members'");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(3);
    ana.says("/checkin");
    ana.taps("Đã đọc và suy nghĩ");
    (0..3).for_each(|_| ana.taps_choice(1));
    // A key on its way to its owner, and their own data.
    for (kind, words) in [
        ("journal", "THE-KEY-OF-A-JOURNAL"),
        ("private", "ALL-OF-MY-DATA"),
    ] {
        stage.sabotage(&format!(
            "INSERT INTO outbox (lane, chat_id, due_at, expires_at, on_doubt, kind, purpose, call)
             VALUES (0, {}, 9999999999, 9999999999, 'again', '{kind}', '\"private\"', '{}')",
            ana.user,
            words.repeat(300)
        ));
    }
    let before = stage.kept();
    let (_folder, path, made) = backup(&stage);
    assert_eq!(stage.kept(), before, "the bot's own database is as it was");
    assert_eq!((made.left_out.answers, made.left_out.waiting), (3, 2));
    assert!(matches!(made.audit, Some(Verdict::Sound { .. })));
    let held = std::fs::metadata(&path).expect("a file");
    assert_eq!(held.permissions().mode() & 0o777, 0o600);

    let bytes = std::fs::read(&path).expect("a file");
    for words in ["THE-KEY-OF-A-JOURNAL", "ALL-OF-MY-DATA"] {
        assert_eq!(count(&bytes, words.as_bytes()), 0, "{words}");
    }
    let round = stage.number("SELECT id FROM checkin_rounds").to_be_bytes();
    let row = [&round[6..], &ana.row().to_be_bytes()[4..]].concat();
    let live = [stage.path(), stage.path().with_extension("db-wal")]
        .map(|path| count(&std::fs::read(path).expect("a file"), &row));
    assert!(live.iter().sum::<usize>() >= 4, "one visit, three answers");
    assert_eq!(count(&bytes, &row), 1, "the visit, none of the answers");

    let (life, restored) = stage.restored(&path);
    assert_eq!(restored.restore.lost, 2);
    assert_eq!(
        life.number("SELECT count(*) FROM quiz_questions WHERE letter IS NOT NULL"),
        5
    );
    assert_eq!(life.number("SELECT count(*) FROM checkin_answers"), 0);
    let ana = ana.in_life(&life);
    life.restart();
    ana.says("/checkin");
    ana.sees("1/3");
}

#[test]
fn whoever_has_left_or_withdrawn_since_is_not_back() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let [ana, binh, chi] = ["An", "Bình", "Chi"].map(|name| stage.member(name, "VP"));
    stage.at("2026-11-24 09:00");
    let (_folder, path, _) = backup(&stage);
    stage.at("2026-11-25 09:00");
    ana.says("/deletemydata");
    ana.taps("Dừng hẳn và xóa dữ liệu");
    assert!(!ana.is_member());
    binh.says("/privacy");
    binh.taps("Không dùng phần suy ngẫm nữa");
    let (life, restored) = stage.restored(&path);
    // A new server has nothing but the backup: the list that lay beside the lost database is not there.
    assert_eq!(restored.restore.deleted, 0);
    assert!(ana.in_life(&life).is_member());
    // The same with the list beside the backup, as a later backup leaves it there.
    life.post.swap(&stage.post);
    std::fs::copy(stage.list(), path.with_file_name("nhip.deleted")).expect("a list");
    let (life, restored) = stage.restored(&path);
    assert_eq!(restored.restore.deleted, 2);
    assert!(!ana.in_life(&life).is_member());
    assert!(binh.in_life(&life).is_member() && chi.in_life(&life).is_member());
    let withdrawn =
        "SELECT count(*) FROM consents WHERE part = 'reflection' AND withdrawn_on IS NOT NULL";
    assert_eq!(life.number(withdrawn), 1);
    assert_eq!(
        life.rows("SELECT ending FROM consent_proofs ORDER BY part"),
        ["left", "left", "left"],
        "the proof of what had been agreed to stays"
    );
    let text = std::fs::read_to_string(life.list()).expect("the list goes on here");
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(!text.contains(&ana.user.to_string()), "{text}");
}

#[test]
fn who_left_before_the_backup_and_came_back_stays() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/stop");
    ana.taps("Dừng hẳn");
    stage.at("2026-11-24 09:00");
    ana.joins("VP", 7);
    stage.at("2026-11-25 09:00");
    let (_folder, path, _) = backup(&stage);
    let (life, restored) = stage.restored(&path);
    assert_eq!(restored.restore.deleted, 0);
    assert!(ana.in_life(&life).is_member());
}

#[test]
fn after_a_restore_nothing_goes_by_itself_until_an_owner_says_so_and_nothing_goes_twice() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    stage.comes_to("2026-11-25 11:40");
    let (_folder, path, made) = backup(&stage);
    assert!(made.left_out.waiting > 0, "the week's quiz waits for An");
    stage.deliver();
    let quizzes = ana.messages().len();
    // The server is lost; on the new one it is noon still.
    stage.set("2026-11-25 12:10");
    let (life, restored) = stage.restored(&path);
    assert!(restored.restore.lost > 0);
    let (ana, owner) = (ana.in_life(&life), owner(&life));
    life.restart();
    owner.sees("Bot đã được khôi phục từ bản sao lưu (11:40 25/11/2026)");
    owner.sees("/guitrolai");
    life.at("2026-11-25 12:20");
    assert_eq!(ana.messages().len(), quizzes, "all of it waits");
    ana.says("/help");
    assert!(ana.messages().len() > quizzes, "whoever asks is answered");
    let before = ana.messages().len();
    owner.says("/guitrolai");
    life.at("2026-11-25 12:30");
    assert_eq!(
        ana.messages().len(),
        before,
        "what may have been sent is not sent again"
    );
    life.at("2026-11-27 11:40");
    assert!(
        ana.messages().len() > before,
        "what comes due afterwards goes as ever"
    );
    ana.says("/nhatky");
    ana.sees("khôi phục dữ liệu từ bản sao lưu");
    ana.sees("bản sao lưu ngày 25/11/2026");
    let told = owner.messages().len();
    life.restart();
    assert_eq!(owner.messages().len(), told, "the owners are told once");
}

#[test]
fn what_a_unit_handed_in_stays_its_officers_are_not_told_again_and_no_process_is_taken_for_alive() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    for rows in [
        "INSERT INTO form_periods (id, form, span, ends_on, unit_id, due_on, called_on)
         SELECT 1, 'sonam', 'y2026-01-01', '2026-12-31', id, '2026-12-04', '2026-11-23' FROM units WHERE parent_id IS NULL",
        "INSERT INTO form_asked (period_id, unit_id) SELECT 1, id FROM units WHERE code = 'VP'",
        "INSERT INTO form_returns (form, span, ends_on, unit_id, revision)
         SELECT 'sonam', 'y2026-01-01', '2026-12-31', id, 1 FROM units WHERE code = 'VP'",
        "INSERT INTO heartbeat (id, version, bot, started_at, beat_at) VALUES (1, '0.1.0', 'a_bot', 1, 1)",
    ] {
        stage.sabotage(rows);
    }
    let (_folder, path, _) = backup(&stage);
    let (life, _) = stage.restored(&path);
    assert_eq!(life.number("SELECT count(*) FROM form_returns"), 1);
    assert_eq!(life.number("SELECT calls FROM form_asked"), 1);
    assert_eq!(life.number("SELECT count(*) FROM heartbeat"), 0);
}

#[test]
fn an_update_that_the_lost_life_has_handled_and_buttons_that_it_has_sent_do_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    let (_folder, path, _) = backup(&stage);
    let bo = stage.member("Bo", "TT");
    let later = bo.row();
    ana.says("/quiz");
    let quiz = stage.number("SELECT max(id) FROM quizzes");
    let (life, _) = stage.restored(&path);
    life.restart();
    let co = Actor::new(&life, "Cô", 9_777_001);
    co.joins("TT", 7);
    assert!(
        co.row() > later,
        "no number of the lost life is given again"
    );
    let ana = ana.in_life(&life);
    ana.says("/quiz");
    assert!(life.number("SELECT max(id) FROM quizzes") > quiz);
    assert!(matches!(
        life.write(async |tx, _| nhip::store::audit::verify(tx).await),
        Ok(Verdict::Sound { .. })
    ));
}

#[test]
fn owners_hear_once_a_day_that_the_backup_failed_or_is_old() {
    let stage = Stage::new();
    let daily = core(nhip::schedule::Cadence::default()).with_daily_backups(true);
    stage.restart_with(daily);
    let owner = owner(&stage);
    stage.at("2026-11-23 12:00");
    assert!(
        owner.messages().is_empty(),
        "there has been no time for one yet"
    );
    let note = |at: &str, row: &str| {
        stage.sabotage(&format!(
            "INSERT INTO backups (made_at, bytes, trouble) VALUES (unixepoch('{at}', '-7 hours'), {row})"
        ));
    };
    note("2026-11-24 02:00", "4096, NULL");
    stage.at("2026-11-24 12:00");
    assert!(owner.messages().is_empty(), "all is well");
    note("2026-11-25 02:00", "NULL, 'full'");
    stage.at("2026-11-25 11:30");
    assert!(owner.messages().is_empty(), "not at night");
    stage.at("2026-11-25 11:40");
    owner.sees("Lần sao lưu gần nhất (25/11/2026 02:00) có lỗi: ổ đĩa đã hết chỗ");
    stage.at("2026-11-25 12:40");
    assert_eq!(owner.messages().len(), 1, "once a day");
    stage.at("2026-11-27 11:40");
    owner.sees("Bản sao lưu tốt gần nhất đã được 3 ngày");
    note("2026-11-28 02:00", "4096, NULL");
    stage.at("2026-11-28 11:40");
    assert_eq!(owner.messages().len(), 2, "mended");
    stage.restart_with(core(nhip::schedule::Cadence::default()));
    stage.at("2026-12-05 11:40");
    assert_eq!(
        owner.messages().len(),
        2,
        "where none are asked for, none is missed"
    );
}

//! A law ends in the middle of a season: what rests on it is left out, and the owners hear of it once.

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
    assert_eq!(stage.number("SELECT count(*) FROM lapse_notices"), 0);
}

//! Mischief: forged and replayed buttons, other people's, in other places, by those who are no longer who
//! they were. Nothing leaks, nothing changes.

use std::collections::BTreeSet;

use nhip::schedule::Cadence;
use testkit::parts;
use testkit::stage::{Actor, Stage};

/// Everything that hangs on a member's row, and what counts them.
fn theirs(stage: &Stage, actor: &Actor) -> String {
    let row = actor.row();
    let mut all = String::new();
    for table in [
        "members",
        "consents",
        "participations",
        "quizzes",
        "checkin_visits",
        "checkin_answers",
        "journals",
    ] {
        let key = if table == "members" {
            "id"
        } else {
            "member_id"
        };
        let columns = stage.rows(&format!("SELECT name FROM pragma_table_info('{table}')"));
        let quoted: Vec<String> = columns
            .iter()
            .map(|name| format!("quote({name})"))
            .collect();
        all += &stage
            .rows(&format!(
                "SELECT {} FROM {table} WHERE {key} = {row} ORDER BY 1",
                quoted.join("||' '||")
            ))
            .join("\n");
    }
    all + &stage.rows(&format!("SELECT quote(a.quiz_id) || ' ' || a.place || ' ' || quote(a.letter) FROM quiz_questions AS a JOIN quizzes AS q ON q.id = a.quiz_id WHERE q.member_id = {row} ORDER BY 1")).join("\n")
}

/// Everything that any button ever shown to them carries.
fn carried(actor: &Actor) -> BTreeSet<String> {
    let messages = actor.messages();
    let keys = messages
        .iter()
        .flat_map(|message| message.keyboard.iter().flatten());
    keys.map(|key| key.data.clone()).collect()
}

/// A member in the middle of everything, and all the buttons they saw on the way.
fn busy(stage: &std::rc::Rc<Stage>) -> (Actor, BTreeSet<String>) {
    let ana = stage.member("An", "VP");
    let mut seen = BTreeSet::new();
    let mut step = |act: &dyn Fn(&Actor)| {
        act(&ana);
        seen.extend(carried(&ana));
    };
    step(&|ana| ana.says("/quiz"));
    step(&|ana| ana.answers(true));
    step(&|ana| ana.says("/checkin"));
    step(&|ana| ana.taps("Đã đọc và suy nghĩ"));
    for _ in 0..3 {
        step(&|ana| ana.taps_choice(0));
    }
    step(&|ana| ana.taps("Giữ vào sổ riêng"));
    step(&|ana| ana.taps("Đã hiểu, lập sổ riêng"));
    step(&|ana| ana.says("/settings"));
    step(&|ana| ana.says("/privacy"));
    step(&|ana| ana.taps("Xem đầy đủ"));
    step(&|ana| ana.says("/stop"));
    (ana, seen)
}

#[test]
fn another_members_buttons_do_nothing_to_them_and_tell_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-30 09:00");
    let (ana, seen) = busy(&stage);
    assert!(seen.len() > 25, "{seen:?}");
    let before = theirs(&stage, &ana);
    // A member of the same unit, one of another, and a stranger tap all of it, each thing twice.
    for (name, code) in [("Bình", Some("VP")), ("Chi", Some("SYT")), ("Dũng", None)] {
        for data in &seen {
            let other = match code {
                Some(code) => stage.member(name, code),
                None => stage.stranger(name),
            };
            let shown = other.count();
            other.forges(data);
            other.forges(data);
            assert_eq!(theirs(&stage, &ana), before, "{name} taps {data}");
            for message in other.messages().iter().skip(shown) {
                assert!(
                    !message.text.contains("Tháng 11/2026"),
                    "{name} taps {data} and sees a journal"
                );
                assert!(
                    !message
                        .keyboard
                        .iter()
                        .flatten()
                        .any(|key| key.data.starts_with("jo:")),
                    "{name} taps {data} and gets a key"
                );
            }
        }
    }
}

#[test]
fn a_members_own_buttons_under_a_group_do_nothing() {
    let stage = Stage::new();
    stage.at("2026-11-30 09:00");
    let (ana, seen) = busy(&stage);
    let groups = [stage.group(-1_001), stage.group(-1_002)];
    let officer = stage.officer();
    groups[0].hears(&officer, "/link VP");
    groups[1].hears(&officer, "/link SYT");
    let (before, kept) = (theirs(&stage, &ana), stage.kept());
    for group in &groups {
        for data in &seen {
            group.is_forged(&ana, data, 1);
        }
        for words in [
            "/dulieucuatoi",
            "/nhatky",
            "/sorieng",
            "/xoadulieu",
            "/me",
            "/report",
            "/unlink",
            "/link SNV",
        ] {
            group.hears(&ana, words);
            let answer = group.last().text;
            assert!(
                answer.contains("trò chuyện riêng") || answer.contains("dành cho cán bộ"),
                "{words}: {answer}"
            );
        }
    }
    assert_eq!(theirs(&stage, &ana), before);
    assert_eq!(stage.kept(), kept);
}

#[test]
fn who_is_no_longer_an_officer_gets_nothing_nor_does_their_old_button() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    stage.members(6, "VP");
    let (old, new) = (stage.officer(), stage.stranger("Cán bộ mới"));
    let group = stage.group(-1_001);
    group.hears(&old, "/link to");
    let choice = group.last();
    let data = choice.keyboard[0][0].data.clone();
    stage.restart_with(parts::core(&[new.user], Cadence::default()));
    let kept = stage.kept();
    group.is_forged(&old, &data, choice.id);
    // The new one cannot use the old one's button either.
    group.is_forged(&new, &data, choice.id);
    for words in ["/report", "/link VP", "/unlink"] {
        group.hears(&old, words);
        group.sees("dành cho cán bộ");
        stage.pass(1);
        group.hears_somebody_hidden(words);
        group.sees("không nhận ra");
        stage.pass(1);
    }
    assert_eq!(stage.kept(), kept);
    group.hears(&new, "/link VP");
    group.hears(&new, "/report");
    group.sees("SỐ LIỆU TỔNG HỢP");
}

#[test]
fn a_forwarded_invite_link_makes_nobody_a_member_without_their_own_consent() {
    let stage = Stage::new();
    let kept = stage.kept();
    let dung = stage.stranger("Dũng");
    dung.says(&format!("/start {}", stage.invite("VP")));
    dung.says(&format!(
        "/start {} {}",
        stage.invite("VP"),
        stage.invite("SYT")
    ));
    dung.forges(&format!("agree:{}:5:{:x}", stage.unit("VP"), 1));
    assert_eq!(stage.kept(), kept);
    assert!(!dung.is_member());
}

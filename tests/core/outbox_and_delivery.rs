//! What is owed, what became of it, and what follows.

use nhip::outgoing::{Call, Lane, Outcome, Reason};
use nhip::types::ChatId;
use testkit::stage::Stage;

const FAILED: Outcome = Outcome::Failed {
    reason: Reason::ServerError,
    maybe_sent: false,
};

fn ended(stage: &Stage) -> Vec<String> {
    stage.rows("SELECT state || ': ' || reason || ', ' || attempts || ' attempts' FROM outbox WHERE ended_on IS NOT NULL ORDER BY id")
}

#[test]
fn one_row_is_one_call_and_is_gone_when_it_was_answered() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let help = ana.saying("/help");
    stage.updates(&[help]);
    let rows = stage.claim();
    assert_eq!(rows.len(), 1);
    assert!(
        stage.claim().is_empty(),
        "a claimed row is not claimed again"
    );
    stage.outcome(&rows[0], Outcome::Sent(None));
    stage.outcome(&rows[0], FAILED);
    assert_eq!(stage.number("SELECT count(*) FROM outbox"), 0);
}

#[test]
fn a_call_is_tried_eight_times_and_then_given_up_without_its_words() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage
        .post
        .borrow_mut()
        .fate
        .extend(std::iter::repeat_n(FAILED, 8));
    ana.says("/help");
    assert_eq!(ana.got(before), 1, "that it was tried, and no more");
    ana.sees("đã thử nhiều lần");
    assert_eq!(ended(&stage), ["failed: server error, 8 attempts"]);
    let row = stage.rows("SELECT quote(chat_id) || quote(purpose) || quote(call) FROM outbox");
    assert_eq!(
        row,
        ["NULL''''"],
        "neither words nor whom they were for are kept"
    );
    ana.says("/help");
    assert_eq!(ana.got(before), 2);
}

#[test]
fn a_passing_failure_costs_nothing() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage
        .post
        .borrow_mut()
        .fate
        .extend(std::iter::repeat_n(FAILED, 7));
    ana.says("/help");
    assert_eq!(ana.got(before), 1);
    assert_eq!(ended(&stage), [""; 0]);
}

#[test]
fn being_asked_to_wait_is_no_attempt() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    let waits = [Outcome::RetryAfter { seconds: 3 }, Outcome::Untried]
        .into_iter()
        .cycle()
        .take(30);
    stage.post.borrow_mut().fate.extend(waits);
    ana.says("/help");
    assert_eq!(ana.got(before), 1);
}

#[test]
fn a_row_that_may_not_be_sent_twice_becomes_unknown() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let doubt = Outcome::Failed {
        reason: Reason::ConnectionBroke,
        maybe_sent: true,
    };
    for restart in [false, true] {
        let help = ana.saying("/help");
        stage.updates(&[help]);
        stage.sabotage("UPDATE outbox SET on_doubt = 'unknown' WHERE state = 'queued'");
        let rows = stage.claim();
        if restart {
            stage.restart();
        } else {
            stage.outcome(&rows[0], doubt.clone());
        }
    }
    assert_eq!(
        ended(&stage),
        [
            "unknown: the connection broke, 1 attempts",
            "unknown: stopped while sending, 1 attempts"
        ]
    );
}

#[test]
fn what_crashes_us_each_time_reaches_its_limit_all_the_same() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let help = ana.saying("/help");
    stage.updates(&[help]);
    for crash in 1..=8 {
        assert_eq!(
            stage
                .claim()
                .iter()
                .filter(|row| matches!(row.call, Call::Send { .. }))
                .count(),
            1,
            "crash {crash}"
        );
        stage
            .write(async |tx, core| core.on_start(tx).await)
            .expect("a start");
    }
    stage.deliver();
    assert_eq!(ended(&stage), ["failed: stopped while sending, 8 attempts"]);
}

#[test]
fn a_restart_sends_again_what_was_on_its_way() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    let help = ana.saying("/help");
    stage.updates(&[help]);
    let rows = stage.claim();
    // Sent, and killed before it could be recorded: one copy more, as promised.
    stage.post.borrow_mut().carry(&rows[0], stage.now());
    stage.restart();
    assert_eq!(ana.got(before), 2);
}

#[test]
fn an_answer_is_worth_sending_for_half_a_day() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    let help = ana.saying("/help");
    stage.updates(&[help]);
    stage.set("2026-11-20 21:00");
    stage.tick();
    assert_eq!(ended(&stage), ["expired: its time had passed, 0 attempts"]);
    stage.deliver();
    assert_eq!(ana.got(before), 0);
    // The same if it expires between the claim and the call.
    let help = ana.saying("/help");
    stage.updates(&[help]);
    stage.set("2026-11-21 09:00");
    stage.deliver();
    assert_eq!(ana.got(before), 0);
    assert_eq!(ended(&stage).len(), 2);
}

#[test]
fn somebody_who_cannot_be_written_to_is_left_in_peace_until_they_write() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage
        .post
        .borrow_mut()
        .fate
        .push_back(Outcome::Unreachable {
            reason: Reason::Blocked,
        });
    ana.says("/help");
    assert_eq!(stage.number("SELECT reachable FROM members"), 0);
    assert_eq!(ended(&stage), ["unreachable: blocked, 1 attempts"]);
    ana.says("/help");
    assert_eq!(stage.number("SELECT reachable FROM members"), 1);
}

#[test]
fn where_a_message_is_gone_its_new_words_come_as_a_new_one() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    ana.says("/settings");
    let tap = ana.tapping("17:15–20:30");
    stage.updates(&[tap]);
    stage.post.borrow_mut().fate.push_back(Outcome::Stale {
        reason: Reason::MessageGone,
    });
    stage.deliver();
    assert_eq!(stage.rows("SELECT window FROM members"), ["evening"]);
    let before = ana.count();
    stage.deliver();
    assert_eq!(ended(&stage), [""; 0]);
    assert_eq!(ana.got(before), 0, "once, and already there");
    ana.sees("17:15–20:30");
}

#[test]
fn a_group_that_takes_no_answer_is_told_of_in_private() {
    let stage = Stage::new();
    let (group, officer) = (stage.group(-4_001), stage.officer());
    group.hears(&officer, "/link VP");
    let silent = |reason| Outcome::Unreachable { reason };
    stage
        .post
        .borrow_mut()
        .fate
        .push_back(silent(Reason::MayNotWrite));
    group.hears(&officer, "/help");
    officer.sees("Bot không trả lời được trong nhóm: bot không được phép viết ở đó");
}

#[test]
fn in_a_closed_topic_the_answer_comes_without_it() {
    let stage = Stage::new();
    let (group, officer) = (stage.group(-4_001).topic(7), stage.officer());
    stage.post.borrow_mut().fate.push_back(Outcome::Stale {
        reason: Reason::TopicClosed,
    });
    group.hears(&officer, "/help");
    assert_eq!(group.last().thread, None);
    group.sees("Trong nhóm, cán bộ công đoàn dùng");
}

#[test]
fn whoever_gets_no_answer_for_a_fault_of_ours_hears_so_once() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let refused = Outcome::Rejected {
        reason: Reason::TooManyButtons,
    };
    for _ in 0..2 {
        stage.post.borrow_mut().fate.push_back(refused.clone());
    }
    let before = ana.count();
    ana.says("/help");
    stage.deliver();
    assert_eq!(
        ana.got(before),
        0,
        "the word about it was refused too: no third"
    );
    stage.post.borrow_mut().fate.push_back(refused);
    ana.says("/help");
    ana.sees("Bot chưa gửi được câu trả lời vừa rồi");
}

#[test]
fn a_person_never_moves_to_another_chat() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    let before = (ana.count(), binh.count());
    for to in [binh.user, -100_500] {
        stage
            .post
            .borrow_mut()
            .fate
            .push_back(Outcome::Moved(ChatId(to)));
        ana.says("/me");
    }
    assert_eq!((ana.got(before.0), binh.got(before.1)), (0, 0));
    assert!(stage.group(-100_500).messages().is_empty());
    assert_eq!(
        ended(&stage),
        ["failed: moved, 1 attempts", "failed: moved, 1 attempts"]
    );
}

#[test]
fn a_group_that_moves_in_circles_is_given_up() {
    let stage = Stage::new();
    let (group, officer) = (stage.group(-4_001), stage.officer());
    let there = group.becomes(-1_004_001);
    stage.post.borrow_mut().moved.insert(there.chat, group.chat);
    group.hears(&officer, "/link VP");
    // What the officer is told, and what may be pinned.
    assert_eq!(ended(&stage), ["failed: moved, 8 attempts"; 2]);
}

#[test]
fn a_row_that_cannot_be_read_does_not_hold_up_the_others() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    let before = (ana.count(), binh.count());
    let batch = [ana.saying("/help"), binh.saying("/help")];
    stage.updates(&batch);
    stage.sabotage(&format!(
        "UPDATE outbox SET call = '{{\"send_by_pigeon\":{{}}}}' WHERE chat_id = {}",
        ana.user
    ));
    stage.deliver();
    assert_eq!((ana.got(before.0), binh.got(before.1)), (0, 1));
    assert_eq!(ended(&stage), ["failed: cannot be read, 1 attempts"]);
}

#[test]
fn replies_go_before_notices_and_each_chat_keeps_its_order() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    stage.set("2026-11-23 11:35");
    stage.tick();
    let batch = [ana.saying("/help"), ana.saying("/me"), binh.saying("/help")];
    stage.updates(&batch);
    let lanes: Vec<Lane> = stage.claim().iter().map(|row| row.lane).collect();
    assert_eq!(
        lanes,
        [
            Lane::Reply,
            Lane::Reply,
            Lane::Reply,
            Lane::Notice,
            Lane::Notice
        ]
    );
    stage.restart();
    let last: Vec<String> = ana
        .messages()
        .iter()
        .rev()
        .take(3)
        .rev()
        .map(|message| message.text.lines().next().unwrap_or("").to_owned())
        .collect();
    assert_eq!(
        last,
        ["Các lệnh", "Tiến độ cá nhân", "Tiêu chí 1.1 · Trung thành"]
    );
}

#[test]
fn every_start_sets_the_menus_of_members_groups_and_officers_in_both_languages() {
    let stage = Stage::new();
    assert_eq!(stage.post.borrow().menus, 6);
}

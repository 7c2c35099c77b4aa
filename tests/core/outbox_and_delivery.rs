//! What is owed, what became of it, and what follows.

use nhip::outgoing::{Call, Lane, Outcome, Reason};
use nhip::types::ChatId;

use crate::house::House;

const FAILED: Outcome = Outcome::Failed {
    reason: Reason::ServerError,
    maybe_sent: false,
};

fn ended(house: &House) -> Vec<String> {
    house.rows("SELECT state || ': ' || reason || ', ' || attempts || ' attempts' FROM outbox WHERE ended_on IS NOT NULL ORDER BY id")
}

#[test]
fn one_row_is_one_call_and_is_gone_when_it_was_answered() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let help = ana.saying("/help");
    house.updates(&[help]);
    let rows = house.claim();
    assert_eq!(rows.len(), 1);
    assert!(
        house.claim().is_empty(),
        "a claimed row is not claimed again"
    );
    house.outcome(&rows[0], Outcome::Sent(None));
    house.outcome(&rows[0], FAILED);
    assert_eq!(house.number("SELECT count(*) FROM outbox"), 0);
}

#[test]
fn a_call_is_tried_eight_times_and_then_given_up_without_its_words() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let before = ana.count();
    house
        .post
        .borrow_mut()
        .fate
        .extend(std::iter::repeat_n(FAILED, 8));
    ana.says("/help");
    assert_eq!(ana.got(before), 0);
    assert_eq!(ended(&house), ["failed: server error, 8 attempts"]);
    let row = house.rows("SELECT quote(chat_id) || quote(purpose) || quote(call) FROM outbox");
    assert_eq!(
        row,
        ["NULL''''"],
        "neither words nor whom they were for are kept"
    );
    ana.says("/help");
    assert_eq!(ana.got(before), 1);
}

#[test]
fn a_passing_failure_costs_nothing() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let before = ana.count();
    house
        .post
        .borrow_mut()
        .fate
        .extend(std::iter::repeat_n(FAILED, 7));
    ana.says("/help");
    assert_eq!(ana.got(before), 1);
    assert_eq!(ended(&house), [""; 0]);
}

#[test]
fn being_asked_to_wait_is_no_attempt() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let before = ana.count();
    let waits = [Outcome::RetryAfter { seconds: 3 }, Outcome::Untried]
        .into_iter()
        .cycle()
        .take(30);
    house.post.borrow_mut().fate.extend(waits);
    ana.says("/help");
    assert_eq!(ana.got(before), 1);
}

#[test]
fn a_row_that_may_not_be_sent_twice_becomes_unknown() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let doubt = Outcome::Failed {
        reason: Reason::ConnectionBroke,
        maybe_sent: true,
    };
    for restart in [false, true] {
        let help = ana.saying("/help");
        house.updates(&[help]);
        house.sabotage("UPDATE outbox SET on_doubt = 'unknown' WHERE state = 'queued'");
        let rows = house.claim();
        if restart {
            house.restart();
        } else {
            house.outcome(&rows[0], doubt.clone());
        }
    }
    assert_eq!(
        ended(&house),
        [
            "unknown: the connection broke, 1 attempts",
            "unknown: stopped while sending, 1 attempts"
        ]
    );
}

#[test]
fn what_crashes_us_each_time_reaches_its_limit_all_the_same() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let help = ana.saying("/help");
    house.updates(&[help]);
    for crash in 1..=8 {
        assert_eq!(
            house
                .claim()
                .iter()
                .filter(|row| matches!(row.call, Call::Send { .. }))
                .count(),
            1,
            "crash {crash}"
        );
        house
            .write(async |tx, core| core.on_start(tx).await)
            .expect("a start");
    }
    house.deliver();
    assert_eq!(ended(&house), ["failed: stopped while sending, 8 attempts"]);
}

#[test]
fn a_restart_sends_again_what_was_on_its_way() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let before = ana.count();
    let help = ana.saying("/help");
    house.updates(&[help]);
    let rows = house.claim();
    // Sent, and killed before it could be recorded: one copy more, as promised.
    house.post.borrow_mut().carry(&rows[0], house.now());
    house.restart();
    assert_eq!(ana.got(before), 2);
}

#[test]
fn an_answer_is_worth_sending_for_half_a_day() {
    let house = House::new();
    let ana = house.member("An", "VP");
    let before = ana.count();
    let help = ana.saying("/help");
    house.updates(&[help]);
    house.set("2026-11-20 21:00");
    house.tick();
    assert_eq!(ended(&house), ["expired: its time had passed, 0 attempts"]);
    house.deliver();
    assert_eq!(ana.got(before), 0);
    // The same if it expires between the claim and the call.
    let help = ana.saying("/help");
    house.updates(&[help]);
    house.set("2026-11-21 09:00");
    house.deliver();
    assert_eq!(ana.got(before), 0);
    assert_eq!(ended(&house).len(), 2);
}

#[test]
fn somebody_who_cannot_be_written_to_is_left_in_peace_until_they_write() {
    let house = House::new();
    let ana = house.member("An", "VP");
    house
        .post
        .borrow_mut()
        .fate
        .push_back(Outcome::Unreachable {
            reason: Reason::Blocked,
        });
    ana.says("/help");
    assert_eq!(house.number("SELECT reachable FROM members"), 0);
    assert_eq!(ended(&house), ["unreachable: blocked, 1 attempts"]);
    ana.says("/help");
    assert_eq!(house.number("SELECT reachable FROM members"), 1);
}

#[test]
fn a_tap_too_old_and_a_message_gone_are_no_fault() {
    let house = House::new();
    let ana = house.member("An", "VP");
    ana.says("/settings");
    let tap = ana.tapping("17:15–20:30");
    house.updates(&[tap]);
    house.post.borrow_mut().fate.push_back(Outcome::Stale {
        reason: Reason::MessageGone,
    });
    house.deliver();
    assert_eq!(ended(&house), ["stale: message gone, 1 attempts"]);
    assert_eq!(house.rows("SELECT window FROM members"), ["evening"]);
}

#[test]
fn a_person_never_moves_to_another_chat() {
    let house = House::new();
    let (ana, bình) = (house.member("An", "VP"), house.member("Bình", "VP"));
    let before = (ana.count(), bình.count());
    for to in [bình.user, -100_500] {
        house
            .post
            .borrow_mut()
            .fate
            .push_back(Outcome::Moved(ChatId(to)));
        ana.says("/me");
    }
    assert_eq!((ana.got(before.0), bình.got(before.1)), (0, 0));
    assert!(house.group(-100_500).messages().is_empty());
    assert_eq!(
        ended(&house),
        ["failed: moved, 1 attempts", "failed: moved, 1 attempts"]
    );
}

#[test]
fn a_group_that_moves_in_circles_is_given_up() {
    let house = House::new();
    let (group, officer) = (house.group(-4_001), house.officer());
    let there = group.becomes(-1_004_001);
    house.post.borrow_mut().moved.insert(there.chat, group.chat);
    group.hears(&officer, "/link VP");
    assert_eq!(ended(&house), ["failed: moved, 8 attempts"]);
}

#[test]
fn a_row_that_cannot_be_read_does_not_hold_up_the_others() {
    let house = House::new();
    let (ana, bình) = (house.member("An", "VP"), house.member("Bình", "VP"));
    let before = (ana.count(), bình.count());
    let batch = [ana.saying("/help"), bình.saying("/help")];
    house.updates(&batch);
    house.sabotage(&format!(
        "UPDATE outbox SET call = '{{\"send_by_pigeon\":{{}}}}' WHERE chat_id = {}",
        ana.user
    ));
    house.deliver();
    assert_eq!((ana.got(before.0), bình.got(before.1)), (0, 1));
    assert_eq!(ended(&house), ["failed: cannot be read, 1 attempts"]);
}

#[test]
fn replies_go_before_notices_and_each_chat_keeps_its_order() {
    let house = House::new();
    let (ana, bình) = (house.member("An", "VP"), house.member("Bình", "VP"));
    house.set("2026-11-23 11:35");
    house.tick();
    let batch = [ana.saying("/help"), ana.saying("/me"), bình.saying("/help")];
    house.updates(&batch);
    let lanes: Vec<Lane> = house.claim().iter().map(|row| row.lane).collect();
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
    house.restart();
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
    let house = House::new();
    assert_eq!(house.post.borrow().menus, 6);
}

//! The weekly item: who gets it, when, and what reading it does.

use testkit::stage::{Stage, campaign};

#[test]
fn the_item_quotes_the_criterion_word_for_word() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 11:35");
    let criterion = campaign().criterion("1.1".parse().expect("a criterion"));
    let item = criterion.items.first().expect("an item");
    for words in [
        criterion.wording.alone(),
        &item.title,
        &item.thought,
        &item.situation,
        &item.attempt,
    ] {
        ana.sees(words);
    }
    stage.at("2026-11-30 11:35");
    ana.sees("Tiêu chí 2.1");
}

#[test]
fn reading_counts_once_and_leads_to_the_quiz() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 11:35");
    let messages = ana.count();
    ana.taps("Đã đọc");
    assert!(ana.toast().contains("Cảm ơn"));
    assert!(ana.has_button("Năm câu hỏi tuần này") && !ana.has_button("Đã đọc"));
    assert_eq!(ana.count(), messages, "the message is edited in place");
    let kept = stage.kept();
    ana.taps_again();
    assert!(ana.toast().contains("đã đọc bài này rồi"));
    assert_eq!(stage.kept(), kept);
    ana.taps("Năm câu hỏi tuần này");
    ana.sees("Câu 1/5");
}

#[test]
fn a_week_later_the_button_says_kindly_that_the_week_is_over() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 11:35");
    stage.at("2026-11-29 21:00");
    let kept = stage.kept();
    ana.taps("Đã đọc");
    assert!(ana.toast().contains("đã kết thúc"));
    assert_eq!(stage.kept(), kept);
}

#[test]
fn an_item_that_was_never_sent_cannot_be_read() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 07:00");
    let round = stage.number("SELECT id FROM rounds");
    let kept = stage.kept();
    ana.forges(&format!("read:{round}"));
    ana.forges("read:1");
    assert!(ana.toast().contains("không còn dùng được"));
    assert_eq!(stage.kept(), kept);
}

#[test]
fn who_has_read_was_reached_even_if_the_messenger_never_said_so() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 07:00");
    // The message arrives, and then the connection breaks.
    stage.set("2026-11-23 11:35");
    stage.tick();
    let rows = stage.claim();
    stage.post.borrow_mut().carry(&rows[0], stage.now());
    ana.taps("Đã đọc");
    assert_eq!(
        stage.rows("SELECT DISTINCT reached || ' ' || read FROM tallies"),
        ["1 1"]
    );
    stage.outcome(&rows[0], nhip::outgoing::Outcome::Sent(None));
    assert_eq!(
        stage.rows("SELECT DISTINCT reached || ' ' || read FROM tallies"),
        ["1 1"]
    );
}

#[test]
fn who_joins_on_the_day_of_the_item_gets_it_once() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage.at("2026-11-23 11:35");
    stage.at("2026-11-23 17:15");
    assert_eq!(ana.got(before), 0);
}

#[test]
fn the_reached_are_counted_when_it_has_arrived_and_not_before() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.post.borrow_mut().blocked.insert(ana.user);
    stage.at("2026-11-23 11:35");
    assert_eq!(stage.number("SELECT count(*) FROM tallies"), 0);
    assert_eq!(stage.number("SELECT reachable FROM members"), 0);
    let binh = stage.member("Bình", "VP");
    assert_eq!(
        stage.rows("SELECT DISTINCT CAST(reached AS TEXT) FROM tallies"),
        ["1"]
    );
    binh.sees("Tiêu chí 1.1");
}

//! The private journal: only the member's own message opens it.

use nhip::outgoing::Reason;
use std::rc::Rc;

use nhip::outgoing::Outcome;
use testkit::stage::{Actor, Stage};

fn open() -> Rc<Stage> {
    let stage = Stage::new();
    stage.at("2026-11-30 07:00");
    stage
}

fn reflects(actor: &Actor, choice: usize) {
    actor.says("/checkin");
    actor.taps("Đã đọc và suy nghĩ");
    for _ in 0..3 {
        actor.taps_choice(choice);
    }
}

fn begins(actor: &Actor) {
    reflects(actor, 0);
    actor.taps("Giữ vào sổ riêng");
    actor.sees("Mất tin đó là mất sổ");
    actor.taps("Đã hiểu, lập sổ riêng");
}

/// What the newest button with that label carries.
fn data(actor: &Actor, label: &str) -> String {
    let messages = actor.messages();
    let mut keys = messages
        .iter()
        .rev()
        .flat_map(|message| message.keyboard.iter().flatten());
    keys.find(|key| key.label == label)
        .expect("a button")
        .data
        .clone()
}

#[test]
fn a_year_of_it_is_opened_closed_and_burnt_with_one_tap_each() {
    let stage = open();
    let ana = stage.member("An", "VP");
    begins(&ana);
    ana.sees("Sổ riêng của đồng chí");
    ana.taps("Mở sổ");
    ana.sees("Tháng 11/2026");
    ana.taps("Đóng sổ");
    assert!(!ana.screen().contains("11/2026"));
    stage.at("2026-12-13 21:00");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 0);
    stage.at("2026-12-28 09:00");
    ana.taps("Ghi lần suy ngẫm đang mở");
    assert!(
        ana.toast().contains("Chưa có lựa chọn nào"),
        "{}",
        ana.toast()
    );
    reflects(&ana, 1);
    ana.taps("Ghi lần suy ngẫm đang mở");
    assert_eq!(ana.toast(), "Đã ghi vào sổ riêng.");
    ana.taps("Mở sổ");
    let message = ana
        .messages()
        .into_iter()
        .find(|message| message.text.contains("11/2026"))
        .expect("the journal");
    assert!(message.text.contains("12/2026"), "{}", message.text);
    ana.taps("Xóa sổ");
    ana.taps("Giữ lại sổ");
    assert_eq!(
        stage.number("SELECT count(*) FROM journals"),
        1,
        "it asks once more"
    );
    ana.taps("Xóa sổ");
    ana.taps("Xóa sổ ngay");
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 0);
}

#[test]
fn the_key_is_nowhere_but_in_the_members_message() {
    let stage = open();
    let ana = stage.member("An", "VP");
    begins(&ana);
    let open = data(&ana, "Mở sổ");
    let key = open.strip_prefix("jo:").expect("a key");
    assert_eq!(key.len(), 43);
    assert!(!stage.dump(&[]).contains(key));
    assert_eq!(stage.number("SELECT count(*) FROM outbox"), 0);
}

#[test]
fn another_members_key_an_old_key_and_a_guess_open_nothing() {
    let stage = open();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    begins(&ana);
    begins(&binh);
    let (own, foreign) = (data(&ana, "Mở sổ"), data(&binh, "Mở sổ"));
    let kept = stage.kept();
    for what in ["jo", "jc", "ja", "jb"] {
        for key in [&foreign[3..], "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            ana.forges(&format!("{what}:{key}"));
            assert!(ana.toast().contains("không mở được sổ nào"), "{what}");
        }
    }
    // The other's sealed journal in one's own row does not open with the other's key either.
    assert_eq!(stage.kept(), kept);
    stage.sabotage(&format!(
        "UPDATE journals SET sealed = (SELECT sealed FROM journals WHERE member_id = {}) WHERE member_id = {}",
        binh.row(),
        ana.row()
    ));
    ana.forges(&foreign);
    assert!(ana.toast().contains("không mở được sổ nào"));
    ana.says("/sorieng");
    ana.taps("Đã mất tin, xóa sổ");
    ana.taps("Xóa sổ ngay");
    ana.forges(&own);
    assert!(ana.toast().contains("không mở được sổ nào"));
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 1);
}

#[test]
fn the_way_to_it_leads_to_its_own_message() {
    let stage = open();
    let ana = stage.member("An", "VP");
    ana.says("/sorieng");
    ana.sees("chưa có sổ riêng");
    begins(&ana);
    let journal = ana.messages().last().expect("a message").id;
    ana.says("/sorieng");
    assert_eq!(
        ana.messages().last().expect("a message").reply_to,
        Some(journal)
    );
}

#[test]
fn a_journal_whose_key_never_arrives_is_gone() {
    let stage = open();
    let ana = stage.member("An", "VP");
    reflects(&ana, 0);
    ana.taps("Giữ vào sổ riêng");
    let begin = ana.tapping("Đã hiểu, lập sổ riêng");
    stage.updates(&[begin]);
    for row in stage.claim() {
        stage.outcome(
            &row,
            Outcome::Rejected {
                reason: Reason::of("no"),
            },
        );
    }
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 1);
    stage.tick();
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 0);
    // One whose message is on its way stays.
    ana.taps("Giữ vào sổ riêng");
    let begin = ana.tapping("Đã hiểu, lập sổ riêng");
    stage.updates(&[begin]);
    stage.tick();
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 1);
    stage.deliver();
    stage.tick();
    ana.taps("Mở sổ");
    ana.sees("Tháng 11/2026");
}

#[test]
fn withdrawing_the_consent_or_leaving_burns_it() {
    let stage = open();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "VP"));
    begins(&ana);
    begins(&binh);
    ana.says("/privacy");
    ana.sees("sổ riêng (nếu có)");
    ana.taps("Không dùng phần suy ngẫm nữa");
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 1);
    binh.says("/xoadulieu");
    binh.taps("Dừng hẳn");
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 0);
}

#[test]
fn nothing_is_kept_without_choices() {
    let stage = open();
    let ana = stage.member("An", "VP");
    ana.forges("journal");
    assert!(ana.toast().contains("Chưa có lựa chọn nào"));
    assert_eq!(stage.number("SELECT count(*) FROM journals"), 0);
}

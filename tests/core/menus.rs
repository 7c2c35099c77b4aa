//! Menus and `/help` by who somebody is, and what officers who are no members can do for themselves.

use std::rc::Rc;

use super::officers::appointed;
use nhip::schedule::Cadence;
use testkit::parts;
use testkit::stage::{Actor, Stage};

fn menu(stage: &Rc<Stage>, whose: &Actor) -> Vec<String> {
    let chat = whose.place().chat.0;
    let post = stage.post.borrow();
    post.officer_menus.get(&chat).cloned().unwrap_or_default()
}

#[test]
fn a_menu_begins_with_what_that_person_does_and_has_twelve_entries_at_most() {
    let stage = Stage::new();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let (owns, acts) = (menu(&stage, &owner), menu(&stage, &chair));
    assert_eq!(owns[..2], ["canbo", "moi"]);
    assert!(owns.contains(&"tamdungtatca".into()), "{owns:?}");
    assert_eq!(acts[..2], ["baocao", "thongbao"]);
    assert!(!acts.contains(&"tamdungtatca".into()), "{acts:?}");
    for menu in [owns, acts] {
        assert_eq!(menu.last().map(String::as_str), Some("trogiup"));
        assert!(menu.len() <= 12, "{menu:?}");
    }
}

#[test]
fn a_menu_goes_with_the_right_however_that_ends() {
    let stage = Stage::new();
    let owner = stage.officer();
    let dismissed = appointed(&stage, &owner, "Bình", "VP", "Tổ trưởng");
    let leaving = appointed(&stage, &owner, "Dung", "SNV", "Chủ tịch");
    leaving.joins("SNV", 7);
    owner.says("/canbo VP");
    owner.taps("Thu lại quyền:");
    owner.taps("Thu lại quyền ngay");
    assert_eq!(menu(&stage, &dismissed), [""; 0]);
    leaving.says("/dung");
    leaving.taps("Dừng hẳn");
    assert_eq!(menu(&stage, &leaving), [""; 0]);
    // The settings name another owner from now on.
    stage.restart_with(parts::core(&[4_711], Cadence::default()));
    assert_eq!(menu(&stage, &owner), [""; 0]);
}

#[test]
fn help_names_all_that_an_owner_may_do_and_its_buttons_do_it() {
    let stage = Stage::new();
    let owner = stage.officer();
    owner.says("/trogiup");
    for words in ["/tamdungtatca", "/guitrolai", "tệp Excel", "/thongbao"] {
        owner.sees(words);
    }
    owner.taps("Cán bộ, giao quyền");
    owner.sees("Liên đoàn Lao động tỉnh");
    owner.says("/trogiup");
    owner.taps("Gửi thông báo");
    owner.sees("nội dung");
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    chair.says("/trogiup");
    chair.sees("Dành cho cán bộ công đoàn");
    chair.sees_no("/tamdungtatca");
}

#[test]
fn a_member_who_is_an_officer_turns_between_both_pages() {
    let stage = Stage::new();
    let chair = appointed(&stage, &stage.officer(), "Chủ tịch", "SNV", "Chủ tịch");
    chair.joins("SNV", 7);
    chair.says("/trogiup");
    chair.sees("Dành cho cán bộ công đoàn");
    chair.taps("Lệnh của người tham gia");
    chair.sees("/tracnghiem");
    chair.taps("Lệnh của cán bộ");
    chair.sees("/hoiam");
    let ana = stage.member("An", "VP");
    ana.says("/trogiup");
    ana.sees_no("/hoiam");
    ana.forges("help:officer");
    ana.sees_no("/hoiam");
    ana.taps("Cài đặt");
    ana.sees("Giờ nhận tin");
}

#[test]
fn an_officer_who_is_no_member_reads_the_log_and_chooses_a_language() {
    let stage = Stage::new();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    chair.says("/nhatky");
    chair.sees("giao quyền cho cán bộ");
    chair.says("/caidat");
    chair.taps("English");
    chair.sees("the language in which the bot speaks to you");
    // What comes by itself speaks it too.
    owner.says("/canbo SNV");
    owner.taps("Thu lại quyền:");
    owner.taps("Thu lại quyền ngay");
    chair.sees("have been taken back");
    // With the right, what was chosen goes.
    chair.says("/caidat");
    chair.sees("Xin");
    let stranger = stage.stranger("Zoë");
    stranger.forges("language:en");
    stranger.says("/nhatky");
    stranger.sees_no("giao quyền");
}

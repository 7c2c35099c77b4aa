//! Four eyes are two people's: who may confirm a broadcast as the second officer.

use std::rc::Rc;

use nhip::schedule::{Cadence, Sending};
use testkit::parts;
use testkit::stage::{Actor, OFFICER, Stage, UNITS};

use crate::officers::appointed;

/// A Friday at noon: broadcasts to more than five people need a second officer.
fn stage() -> Rc<Stage> {
    let sending = Sending {
        second_above: 5,
        ..Sending::default()
    };
    let core = parts::core(&[OFFICER], Cadence::default()).with_sending(sending);
    let stage = Stage::with_core(core, UNITS);
    stage.set("2026-11-13 11:40");
    stage.enrols(1_000..1_008, "SNV");
    stage
}

fn confirms_a_draft(by: &Actor, words: &str) {
    by.says("/broadcast");
    by.says(words);
    by.taps("Xác nhận gửi");
}

fn reached(stage: &Rc<Stage>, words: &str) -> usize {
    let got = |user: &i64| {
        let messages = stage.post.borrow_mut().messages(*user);
        let from = format!("{words}\n\nNgười gửi: ");
        messages
            .iter()
            .any(|message| message.text.starts_with(&from))
    };
    (1_000..1_008).filter(got).count()
}

/// They tap what the second officer of the newest broadcast is shown, whoever was shown it.
fn forges_the_confirmation(stage: &Rc<Stage>, by: &Actor) {
    let found = stage.rows("SELECT id || ':' || version FROM broadcasts ORDER BY id DESC LIMIT 1");
    let (id, version) = found[0].split_once(':').expect("two numbers");
    by.forges(&format!("b:{id}:{version}:second"));
    stage.deliver();
}

#[test]
fn a_second_account_that_an_officer_makes_confirms_nothing_today_and_nothing_next_month() {
    let stage = stage();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let account = appointed(
        &stage,
        &chair,
        "Chủ tịch, máy thứ hai",
        "SNV",
        "Phó Chủ tịch",
    );
    let through = appointed(&stage, &account, "Chủ tịch, máy thứ ba", "SNV", "Ủy viên");
    for day in ["2026-11-13 11:45", "2026-12-11 11:45"] {
        stage.at(day);
        let before = (account.count(), through.count());
        confirms_a_draft(&chair, "Mời họp");
        assert_eq!(
            (account.count(), through.count()),
            before,
            "neither is asked"
        );
        chair.sees("Người có thể xác nhận: người phụ trách cao nhất");
        for actor in [&account, &through] {
            forges_the_confirmation(&stage, actor);
            assert!(
                actor.toast().contains("cán bộ độc lập"),
                "{}",
                actor.toast()
            );
        }
        // The other way round it is the same two hands.
        chair.taps("Hủy phần chưa gửi");
        confirms_a_draft(&account, "Mời họp");
        forges_the_confirmation(&stage, &chair);
        assert!(
            chair.toast().contains("cán bộ độc lập"),
            "{}",
            chair.toast()
        );
        account.taps("Hủy phần chưa gửi");
        assert_eq!(reached(&stage, "Mời họp"), 0);
    }
    // The two appoint each other, to be nobody's any more.
    through.says("/canbo SNV");
    through.taps("Giao quyền cho cán bộ mới");
    through.taps("Ủy viên");
    let screen = through.screen();
    let (_, rest) = screen.split_once("start=").expect("a link");
    let link = rest.split_whitespace().next().expect("a link");
    account.says(&format!("/start {link}"));
    account.taps("Nhận");
    through.taps("Đúng người");
    stage.at("2026-12-21 11:45");
    confirms_a_draft(&chair, "Mời họp");
    for actor in [&account, &through] {
        forges_the_confirmation(&stage, actor);
        assert!(actor.toast().contains("cán bộ độc lập"));
    }
    chair.taps("Hủy phần chưa gửi");
    // The account in the middle goes: the chain closes over the gap.
    chair.says("/canbo SNV");
    chair.taps("Thu lại quyền: 2. Ủy viên");
    chair.taps("Thu lại quyền ngay");
    confirms_a_draft(&chair, "Mời họp");
    forges_the_confirmation(&stage, &through);
    assert!(through.toast().contains("cán bộ độc lập"));
    owner.taps("Đồng ý gửi");
    stage.deliver();
    assert_eq!(reached(&stage, "Mời họp"), 8, "the owner is somebody else");
}

#[test]
fn whoever_was_appointed_by_somebody_else_confirms_a_week_later_and_not_before() {
    let stage = stage();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let deputy = appointed(&stage, &owner, "Phó Chủ tịch", "SNV", "Phó Chủ tịch");
    stage.at("2026-11-19 11:45");
    confirms_a_draft(&chair, "Mời họp");
    chair.sees("Người có thể xác nhận: người phụ trách cao nhất");
    forges_the_confirmation(&stage, &deputy);
    assert!(deputy.toast().contains("ít nhất 7 ngày"));
    chair.taps("Hủy phần chưa gửi");
    stage.at("2026-11-20 11:45");
    let before = owner.count();
    confirms_a_draft(&chair, "Mời họp");
    chair.sees("cán bộ của Công đoàn Sở Nội vụ (Phó Chủ tịch)");
    assert_eq!(owner.count(), before, "there is somebody nearer");
    deputy.taps("Đồng ý gửi");
    stage.deliver();
    assert_eq!(reached(&stage, "Mời họp"), 8);
}

#[test]
fn where_the_unit_has_nobody_independent_it_is_the_unit_above_and_alone_nobody() {
    let stage = stage();
    let owner = stage.officer();
    let above = appointed(&stage, &owner, "Chủ tịch tỉnh", "LD", "Chủ tịch");
    let chair = appointed(&stage, &above, "Chủ tịch", "SNV", "Chủ tịch");
    stage.at("2026-11-20 11:45");
    confirms_a_draft(&chair, "Mời họp");
    chair.sees("cán bộ của Liên đoàn Lao động tỉnh (Chủ tịch)");
    above.taps("Đồng ý gửi");
    stage.deliver();
    assert_eq!(reached(&stage, "Mời họp"), 8);
    // The owner has made all the others, and nobody else owns it.
    confirms_a_draft(&owner, "Cả tỉnh");
    owner.sees("⚠ Gửi cho nhiều người như vậy cần một cán bộ thứ hai");
    assert!(
        owner.toast().contains("hiện chưa có ai"),
        "{}",
        owner.toast()
    );
}

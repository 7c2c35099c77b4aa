//! A broadcast whose server is lost in the middle: nobody gets it twice, and the officer sees of whom nobody knows.

use std::rc::Rc;

use testkit::stage::{Actor, Stage, folder};

use super::union::Union;

fn in_life(union: &Union, stage: &Rc<Stage>) -> Union {
    Union {
        stage: stage.clone(),
        chair: union.chair.in_life(stage),
        deputy: union.deputy.in_life(stage),
    }
}

#[test]
fn whoever_was_not_reached_at_the_backup_is_in_doubt_and_gets_it_only_if_the_officer_says_so() {
    let union = Union::new(100);
    union.broadcasts("Mời họp");
    union.stage.deliver_some(60);
    let folder = folder();
    let made = union.stage.backs_up(folder.path());
    let sent = union.reached("Mời họp");
    assert!((1..200).contains(&sent));
    // The older life goes on until it is lost.
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 200);
    let (life, restored) = union.stage.restored(&made.path);
    let union = in_life(&union, &life);
    assert_eq!(
        restored.restore.in_doubt,
        200 - i64::try_from(sent).unwrap()
    );
    life.restart();
    union.chair.says("/guitrolai");
    life.at("2026-11-20 11:50");
    assert!((1_000..1_100).all(|user| union.copies(user, "Mời họp") == 1));
    let doubtful = 200 - sent;
    assert_eq!(
        union.ledger(1),
        [format!("sent {sent}"), format!("unknown {doubtful}")]
    );
    let told: Vec<String> = union
        .chair
        .messages()
        .iter()
        .map(|one| one.text.clone())
        .collect();
    assert!(
        told.iter()
            .any(|text| text.contains("đã khôi phục từ bản sao lưu")),
        "the card says why: {told:#?}"
    );
}

#[test]
fn what_is_planned_for_later_waits_and_goes_a_draft_is_gone() {
    let union = Union::new(5);
    union.chair.says("/broadcast");
    union.chair.says("Mời họp");
    union.chair.taps("Hẹn giờ");
    union.chair.says("thứ hai 11h40");
    union.chair.taps("Xác nhận gửi");
    union.deputy.says("/broadcast");
    union.deputy.says("Chưa gửi");
    let confirm = union.deputy.button("Xác nhận gửi");
    let folder = folder();
    let made = union.stage.backs_up(folder.path());
    let (life, restored) = union.stage.restored(&made.path);
    assert_eq!(restored.restore.in_doubt, 0);
    let union = in_life(&union, &life);
    life.restart();
    // The lost life may have sent the draft: its button does nothing.
    union.deputy.forges_under(&confirm.0, confirm.1);
    union.chair.says("/guitrolai");
    life.at("2026-11-23 11:45");
    assert_eq!(union.reached("Mời họp"), 10);
    assert_eq!(union.reached("Chưa gửi"), 0);
    let again = Actor::new(&life, "Chủ tịch", union.chair.user);
    again.says("/dsthongbao");
}

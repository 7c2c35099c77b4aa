//! A clock that is set: back, because it ran ahead; ahead, because the machine slept.
//!
//! Nothing may wait for a future that is none any more, nothing comes twice, nothing comes at the wrong hour.

use testkit::stage::Stage;

#[test]
fn a_reply_that_waits_leaves_at_once_when_the_clock_is_set_back() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage.set("2026-11-25 09:00");
    let help = ana.saying("/help");
    stage.updates(&[help]);
    stage.set("2026-11-23 09:00");
    stage.deliver();
    assert_eq!(ana.got(before), 1);
}

#[test]
fn a_week_that_is_lived_through_again_sends_nothing_again() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    stage.at("2026-11-23 12:00");
    stage.at("2026-11-25 12:00");
    let before = ana.count();
    for day in ["2026-11-23 12:00", "2026-11-24 12:00", "2026-11-25 12:00"] {
        stage.at(day);
    }
    assert_eq!(ana.got(before), 0);
    stage.at("2026-11-27 12:00");
    assert_eq!(ana.got(before), 1, "the reminder comes on its day");
}

#[test]
fn what_waited_for_noon_does_not_come_at_night_when_the_clock_is_set_ahead() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let before = ana.count();
    stage.comes_to("2026-11-23 12:00");
    stage.at("2026-11-24 02:00");
    assert_eq!(ana.got(before), 0);
}

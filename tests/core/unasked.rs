//! What comes by itself: the closed week in a unit's group, and to officers a word about a check-in and a quarter's end.

use testkit::stage::{Group, Stage};

use crate::checkin::reflects;
use crate::officers::appointed;

/// Messages that begin so.
fn beginning(group: &Group, words: &str) -> usize {
    let messages = group.messages();
    let all = messages.iter();
    all.filter(|message| message.text.starts_with(words))
        .count()
}

const WEEK: &str = "SỐ LIỆU TỔNG HỢP";

#[test]
fn the_week_that_has_closed_is_posted_once_on_monday_at_noon_until_it_is_switched_off() {
    let stage = Stage::new();
    let (group, small) = (stage.group(-4_001), stage.group(-4_002));
    group.hears(&stage.officer(), "/lienket VP");
    small.hears(&stage.officer(), "/lienket SYT");
    let people = stage.members(8, "VP");
    stage.at("2026-11-23 11:35");
    assert_eq!(beginning(&group, WEEK), 0, "no week has closed");
    people.iter().for_each(|person| person.finishes_the_quiz(5));
    stage.at("2026-11-29 21:00");
    stage.at("2026-11-30 09:00");
    assert_eq!(beginning(&group, WEEK), 0, "not at that hour");
    stage.at("2026-11-30 11:36");
    group.sees("Tuần 23/11 – 29/11");
    group.sees("bot tự đăng số liệu của tuần vừa khép lại");
    assert_eq!(beginning(&group, WEEK), 1);
    assert_eq!(beginning(&small, WEEK), 0, "nothing of it may be told");
    // What is asked for says the same and no more.
    let posted = group.last().text;
    group.hears(&stage.officer(), "/baocao tuần trước");
    assert!(posted.starts_with(&group.last().text), "{posted}");
    // Set back and on again, the clock posts nothing twice.
    stage.at("2026-11-30 11:40");
    stage.at("2026-11-23 11:40");
    stage.at("2026-11-30 12:00");
    assert_eq!(beginning(&group, WEEK), 2, "the one that was asked for");
    // A member cannot switch it off, an officer can; the log says so.
    group.is_tapped(&people[0], "Không tự đăng nữa");
    let toast = stage.post.borrow().newest_toast(-4_001);
    assert_eq!(toast, "Nút này dành cho cán bộ phụ trách đơn vị.");
    group.is_tapped(&stage.officer(), "Không tự đăng nữa");
    people[0].says("/nhatky");
    people[0].sees("tắt tự đăng số liệu tuần trong nhóm");
    people.iter().for_each(|person| person.finishes_the_quiz(5));
    stage.at("2026-12-06 21:00");
    stage.at("2026-12-07 11:36");
    assert_eq!(beginning(&group, WEEK), 2);
    // Tied anew, it gets the next.
    group.hears(&stage.officer(), "/lienket VP");
    stage.at("2026-12-07 11:40");
    assert_eq!(beginning(&group, WEEK), 3);
}

#[test]
fn on_a_day_of_mourning_nothing_is_posted_nor_made_up_for() {
    let stage = Stage::new();
    let group = stage.group(-4_001);
    group.hears(&stage.officer(), "/lienket VP");
    let people = stage.members(8, "VP");
    stage.at("2026-11-23 11:35");
    people.iter().for_each(|person| person.finishes_the_quiz(5));
    stage.at("2026-11-29 21:00");
    stage.officer().says("/tamdungtatca");
    stage.at("2026-11-30 11:40");
    stage.at("2026-11-30 14:00");
    stage.officer().says("/guitrolai");
    stage.at("2026-12-01 11:40");
    assert_eq!(beginning(&group, WEEK), 0);
}

#[test]
fn an_officer_hears_once_that_a_check_in_has_closed_and_that_a_quarter_ends() {
    let stage = Stage::new();
    let lan = appointed(&stage, &stage.officer(), "Lan", "SNV", "Chủ tịch");
    let mai = appointed(&stage, &stage.officer(), "Mai", "SYT", "Chủ tịch");
    stage.at("2026-11-30 07:00");
    for person in &stage.members(12, "VP") {
        reflects(person, [0, 0, 1]);
    }
    stage.settles();
    stage.at("2026-12-13 21:00");
    stage.at("2026-12-14 09:00");
    lan.sees_no("Đợt suy ngẫm");
    stage.at("2026-12-14 11:36");
    lan.sees("Đợt suy ngẫm tháng 11/2026 đã khép lại");
    lan.sees("trong 14 ngày, đến hết 27/12/2026");
    assert!(
        !mai.glance().contains("đã khép lại"),
        "nothing is told of hers"
    );
    let heard = lan.count();
    stage.at("2026-12-14 12:00");
    stage.at("2026-12-15 11:36");
    assert_eq!(lan.count(), heard, "once");
    lan.taps("Xem kết quả: Công đoàn Sở Nội vụ");
    lan.sees("Suy ngẫm tháng 11/2026 · Công đoàn Sở Nội vụ");
    // Nine days before the end of the quarter, on a working day.
    stage.at("2026-12-22 11:36");
    lan.sees("Quý IV năm 2026 sắp hết (31/12/2026)");
    lan.taps("Dự thảo báo cáo");
    let files = stage.post.borrow_mut().files(lan.user);
    assert!(
        files
            .iter()
            .any(|(name, _)| name.ends_with("Quý IV năm 2026.docx"))
    );
    let heard = lan.count();
    stage.at("2026-12-23 11:36");
    stage.at("2026-12-22 12:00");
    assert_eq!(lan.count(), heard, "once, whatever the clock does");
}

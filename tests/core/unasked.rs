//! What comes by itself: the closed week in a unit's group, and to officers a word about a check-in and a quarter's end.

use testkit::stage::{Actor, Group, Stage};

use crate::checkin::reflects;
use crate::officers::appointed;

/// How often the group got a week by itself.
fn posts(group: &Group) -> usize {
    let messages = group.messages();
    let has_more = |keyboard: &nhip::outgoing::Keyboard| {
        let mut keys = keyboard.iter().flatten();
        keys.any(|key| key.label == "Số liệu đầy đủ")
    };
    let all = messages.iter();
    all.filter(|message| has_more(&message.keyboard)).count()
}

/// Whoever switches the week off finds that behind the post.
fn asks_for_more(group: &Group, by: &Actor) {
    group.is_tapped(by, "Số liệu đầy đủ");
}

#[test]
fn the_week_that_has_closed_is_posted_once_on_monday_at_noon_until_it_is_switched_off() {
    let stage = Stage::new();
    let (group, small) = (stage.group(-4_001), stage.group(-4_002));
    group.hears(&stage.officer(), "/lienket VP");
    small.hears(&stage.officer(), "/lienket SYT");
    let people = stage.members(8, "VP");
    stage.at("2026-11-23 11:35");
    assert_eq!(posts(&group), 0, "no week has closed");
    people.iter().for_each(|person| person.finishes_the_quiz(5));
    stage.at("2026-11-29 21:00");
    stage.at("2026-11-30 09:00");
    assert_eq!(posts(&group), 0, "not at that hour");
    stage.at("2026-11-30 11:36");
    assert_eq!(posts(&group), 1);
    assert_eq!(posts(&small), 0, "nothing of it may be told");
    let post = group.last();
    let lines: Vec<&str> = post.text.lines().collect();
    assert_eq!(
        lines[1..],
        [
            "Đã nhận tin: 8/30 người (27%)",
            "Đã trả lời câu hỏi: 8/8 (100%)",
        ],
        "{}",
        post.text
    );
    assert!(lines[0].contains("Tổ Văn phòng"), "{}", lines[0]);
    // Behind the button an officer finds what they could have asked for, and the way to switch this off.
    asks_for_more(&group, &people[0]);
    let toast = stage.post.borrow().newest_toast(-4_001);
    assert_eq!(toast, "Nút này dành cho cán bộ phụ trách đơn vị.");
    asks_for_more(&group, &stage.officer());
    let more = group.last().text;
    assert!(more.contains("bot tự đăng số liệu của tuần vừa khép lại"));
    group.hears(&stage.officer(), "/baocao tuần trước");
    assert!(more.starts_with(&group.last().text), "{more}");
    for line in &lines[1..3] {
        assert!(more.contains(line), "nothing new is told: {line}");
    }
    // Set back and on again, the clock posts nothing twice.
    stage.at("2026-11-30 11:40");
    stage.at("2026-11-23 11:40");
    stage.at("2026-11-30 12:00");
    assert_eq!(posts(&group), 1);
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
    assert_eq!(posts(&group), 1);
    // Tied anew, it gets the next, with what has changed since.
    group.hears(&stage.officer(), "/lienket VP");
    stage.at("2026-12-07 11:40");
    assert_eq!(posts(&group), 2);
    group.sees("So với tuần trước (100%): chưa thấy thay đổi rõ");
    let lines = group.last().text.lines().count();
    assert!(lines <= 5, "{}", group.last().text);
}

#[test]
fn whenever_the_process_dies_each_group_has_its_week_once_and_in_doubt_rather_twice_than_never() {
    // On their way at the death, and of these how many had arrived.
    for (in_flight, arrived, copies) in [(0, 0, 1), (1, 0, 1), (2, 0, 1), (2, 1, 2), (2, 2, 2)] {
        let stage = Stage::new();
        let groups = [stage.group(-4_001), stage.group(-4_002)];
        for group in &groups {
            group.hears(&stage.officer(), "/lienket VP");
        }
        let people = stage.members(8, "VP");
        stage.at("2026-11-23 11:35");
        people.iter().for_each(|person| person.finishes_the_quiz(5));
        stage.at("2026-11-29 21:00");
        // Items are on their way before the weeks.
        stage.change("UPDATE members SET window = 'evening'");
        stage.set("2026-11-30 11:36");
        stage.starts();
        stage.tick();
        stage.dies_with(in_flight, arrived);
        stage.tick();
        stage.deliver();
        let most = groups.iter().map(posts).max();
        let least = groups.iter().map(posts).min();
        assert_eq!(
            (least.unwrap_or(0).min(1), most),
            (1, Some(copies)),
            "{in_flight} on their way, {arrived} had arrived"
        );
    }
}

#[test]
fn three_hundred_groups_get_their_week_a_hundred_in_the_outbox_at_a_time() {
    let stage = Stage::new();
    stage.group(-4_001).hears(&stage.officer(), "/lienket VP");
    let people = stage.members(8, "VP");
    stage.at("2026-11-23 11:35");
    people.iter().for_each(|person| person.finishes_the_quiz(5));
    stage.at("2026-11-29 21:00");
    stage.change(
        "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 299)
         INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -5000 - n, unit_id, linked_on FROM c, groups",
    );
    stage.change("UPDATE members SET window = 'evening'");
    let waits = || stage.number("SELECT count(*) FROM outbox WHERE lane = 1 AND chat_id < 0");
    stage.set("2026-11-30 11:36");
    for _ in 0..10 {
        let tick = stage.tick();
        let soon = tick.next.expect("a tick") - stage.now();
        assert!(waits() <= 100, "{}", waits());
        if stage.number("SELECT count(*) FROM groups WHERE posted_week = ''") == 0 {
            return;
        }
        assert!(soon.num_seconds() <= 2, "looked at again at once: {soon}");
        stage.deliver_some(100);
    }
    panic!("somebody still waits");
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
    assert_eq!(posts(&group), 0);
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
    // Eleven days before the end of the quarter, on a working day; the digest comes on the 25th.
    stage.at("2026-12-18 11:36");
    assert_eq!(lan.count(), heard + 1, "not yet");
    stage.at("2026-12-21 11:36");
    lan.sees("Quý IV năm 2026 sắp hết (31/12/2026)");
    lan.taps("Dự thảo báo cáo");
    let files = stage.post.borrow_mut().files(lan.user);
    assert!(
        files
            .iter()
            .any(|(name, _)| name.starts_with("bao-cao-quy-iv-nam-2026-"))
    );
    let heard = lan.count();
    stage.at("2026-12-23 11:36");
    stage.at("2026-12-21 12:00");
    assert_eq!(lan.count(), heard, "once, whatever the clock does");
}

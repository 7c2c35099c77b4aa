//! Who counts is who was let in: asking by a unit's name, and the officer who lets somebody in or does not.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

use crate::officers::appointed;

/// They name the unit, agree to all, and ask.
fn asks(actor: &Actor, words: &str, unit: &str) {
    actor.says("/start");
    actor.says(words);
    actor.taps(unit);
    for part in [" 1. ", " 2. ", " 3. "] {
        actor.taps(part);
    }
    actor.taps("Đồng ý");
}

pub(crate) fn asks_for_vp(actor: &Actor) {
    asks(actor, "to van phong", "Tổ Văn phòng");
}

/// The number on the asker's screen.
pub(crate) fn number(actor: &Actor) -> String {
    let screen = actor.screen();
    let (_, rest) = screen.split_once("Số của đồng chí: ").expect("a number");
    rest.chars().take(2).collect()
}

/// A number on the officer's card that is not theirs.
fn another(officer: &Actor, right: &str) -> String {
    let keys = officer.last().keyboard.swap_remove(0);
    assert_eq!(keys.len(), 3);
    let labels = keys.into_iter().map(|key| key.label);
    labels
        .into_iter()
        .find(|label| label != right)
        .expect("three numbers")
}

pub(crate) fn leader(stage: &Rc<Stage>) -> Actor {
    appointed(stage, &stage.officer(), "Tổ trưởng", "VP", "Tổ trưởng")
}

#[test]
fn who_names_a_unit_asks_and_an_officer_who_was_told_the_number_lets_them_in() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (leader, ana) = (leader(&stage), stage.stranger("An"));
    ana.says("to van phong");
    ana.taps("Tổ Văn phòng");
    ana.sees("cán bộ phụ trách xác nhận thì đồng chí mới tham gia");
    let before = stage.kept();
    ana.taps(" 1. ");
    ana.taps(" 2. ");
    assert_eq!(stage.kept(), before, "nothing is kept before they agree");
    ana.taps("Đồng ý");
    let number = number(&ana);
    leader.sees("Đang chờ: 1 người. Người thứ 1 gửi lời xin ngày 23/11/2026, dùng tiếng Việt");
    assert!(!leader.screen().contains(&ana.user.to_string()));
    assert!(leader.has_button(&number), "among three");
    assert!(!ana.is_member());
    leader.taps(&number);
    assert!(!ana.is_member(), "one tap lets nobody in");
    leader.sees(&format!("đã đọc cho đồng chí số {number}"));
    leader.taps("Đúng, xác nhận");
    leader.sees("người ấy nay tham gia Tổ Văn phòng");
    leader.sees("không còn ai chờ");
    assert!(ana.is_member());
    ana.sees("Tiêu chí 1.1");
    assert!(
        ana.messages()
            .iter()
            .any(|one| one.text.contains("Cán bộ phụ trách đã xác nhận"))
    );
    let consents = stage.rows("SELECT part FROM consents ORDER BY part");
    assert_eq!(
        consents,
        ["abroad", "account"],
        "what was agreed to, and no more"
    );
    assert_eq!(stage.number("SELECT count(*) FROM join_requests"), 0);
    ana.says("/nhatky");
    ana.sees("xác nhận một người xin tham gia · Tổ trưởng · Tổ Văn phòng");
}

#[test]
fn until_they_are_let_in_nothing_internal_reaches_them_and_they_count_nowhere() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (leader, binh) = (leader(&stage), stage.stranger("Bình"));
    asks_for_vp(&binh);
    let got = binh.count();
    leader.says("/thongbao");
    leader.says("Họp tổ chiều thứ Năm");
    leader.taps("Xác nhận gửi");
    assert!(leader.toast().contains("Chưa có ai để gửi"));
    for day in [
        "2026-11-23 11:40",
        "2026-11-25 11:40",
        "2026-11-27 11:40",
        "2026-11-29 21:00",
    ] {
        stage.at(day);
    }
    // That nobody has answered, and what they can do; nothing else.
    assert_eq!(binh.got(got), 1, "{}", binh.glance());
    binh.sees("chưa được cán bộ nào xác nhận");
    assert_eq!(stage.number("SELECT count(*) FROM members"), 0);
    assert_eq!(
        stage.number("SELECT coalesce(sum(reached), 0) FROM tallies"),
        0
    );
    for words in ["/tracnghiem", "/suyngam", "/cuatoi"] {
        binh.says(words);
        binh.sees("Xin gửi /start");
    }
    binh.says("/start");
    binh.sees("Đang xin tham gia Tổ Văn phòng");
}

#[test]
fn a_wrong_number_lets_nobody_in_and_there_is_no_second_guess() {
    let stage = Stage::new();
    let (leader, dung) = (leader(&stage), stage.stranger("Dũng"));
    asks_for_vp(&dung);
    let right = number(&dung);
    let wrong = another(&leader, &right);
    leader.taps(&wrong);
    leader.sees(&format!("số {wrong}"));
    leader.taps("Đúng, xác nhận");
    leader.sees("Số không khớp, nên bot chưa cho ai vào");
    dung.sees("không khớp với số của đồng chí");
    assert!(!dung.is_member());
    let request = stage.number("SELECT seq FROM sqlite_sequence WHERE name = 'join_requests'");
    leader.forges(&format!(
        "desk:admit:{}:{request}:{right}",
        stage.unit("VP")
    ));
    assert!(!dung.is_member());
    // Not at once again, not by another unit, not by having everything deleted; the next day, or by the link.
    dung.says("/xoadulieu");
    for unit in ["to van phong", "so y te"] {
        dung.says(unit);
        dung.taps(if unit == "so y te" {
            "Sở Y tế"
        } else {
            "Tổ Văn phòng"
        });
        dung.sees("có thể xin lại từ ngày 21/11/2026");
    }
    stage.pass(24);
    asks_for_vp(&dung);
    dung.sees("Đang xin tham gia");
    dung.joins("VP", 7);
    assert!(dung.is_member());
    assert_eq!(stage.number("SELECT count(*) FROM join_requests"), 0);
}

#[test]
fn who_is_refused_is_told_and_asks_again_after_two_weeks() {
    let stage = Stage::new();
    let (leader, dung) = (leader(&stage), stage.stranger("Dũng"));
    asks_for_vp(&dung);
    leader.taps("Không xác nhận");
    leader.sees("Bot đã báo cho người xin");
    dung.sees("chưa xác nhận lời xin của đồng chí");
    leader.taps_again();
    assert!(leader.toast().contains("đã được xử lý"));
    assert!(
        !stage.dump(&["updates"]).contains(&dung.user.to_string()),
        "no number is kept"
    );
    stage.pass(24 * 13);
    dung.says("to van phong");
    dung.taps("Tổ Văn phòng");
    dung.sees("có thể xin lại từ ngày 04/12/2026");
    stage.pass(24);
    stage.tick();
    asks_for_vp(&dung);
    dung.sees("Đang xin tham gia");
}

#[test]
fn a_request_that_nobody_answers_ends_with_a_word() {
    let stage = Stage::new();
    let (_leader, binh) = (leader(&stage), stage.stranger("Bình"));
    asks_for_vp(&binh);
    stage.at("2026-12-03 11:40");
    binh.sees("đến ngày 04/12/2026 lời xin hết hạn");
    stage.at("2026-12-04 03:00");
    binh.sees("đến ngày 04/12/2026 lời xin hết hạn");
    stage.at("2026-12-04 11:40");
    binh.sees("đã hết hạn vì chưa có cán bộ nào xác nhận");
    assert!(!stage.dump(&["updates"]).contains(&binh.user.to_string()));
    asks_for_vp(&binh);
    binh.sees("Đang xin tham gia");
}

#[test]
fn whoever_waits_sees_and_deletes_what_is_kept_of_it() {
    let stage = Stage::new();
    leader(&stage);
    for way in ["/xoadulieu", "/dung", "Rút lời xin"] {
        let ana = stage.stranger("An");
        asks_for_vp(&ana);
        ana.says("/dulieucuatoi");
        let files = stage.post.borrow_mut().files(ana.user);
        assert!(
            files
                .iter()
                .any(|(_, text)| text.contains("xin tham gia Tổ Văn phòng")),
            "{files:?}"
        );
        if way.starts_with('/') {
            ana.says(way);
        } else {
            ana.taps(way);
        }
        ana.sees("Đã rút và xóa lời xin");
        assert!(
            !stage.dump(&["updates"]).contains(&ana.user.to_string()),
            "{way}"
        );
        // A mistaken unit is put right at once, a second time on one day it is not.
        asks_for_vp(&ana);
        ana.taps("Rút lời xin");
        ana.says("so y te");
        ana.taps("Sở Y tế");
        ana.sees("có thể xin lại từ ngày");
    }
}

#[test]
fn many_who_ask_are_one_card_and_no_more_than_twenty_wait() {
    let stage = Stage::new();
    let leader = leader(&stage);
    let before = leader.count();
    let people: Vec<Actor> = (0..21).map(|_| stage.stranger("Người lạ")).collect();
    for person in &people[..20] {
        asks_for_vp(person);
    }
    assert_eq!(leader.got(before), 1, "{}", leader.glance());
    people[20].says("to van phong");
    people[20].taps("Tổ Văn phòng");
    people[20].sees("bot chưa nhận thêm lời xin");
    // One after the other, in the order in which they came.
    leader.taps(&number(&people[0]));
    leader.taps("Đúng, xác nhận");
    leader.sees("Đang chờ: 19 người");
    leader.taps("Không xác nhận");
    leader.sees("Đang chờ: 18 người");
    assert!(people[0].is_member() && !people[1].is_member());
    leader.says("/moi");
    leader.sees("Đang chờ xác nhận: 18 người");
    leader.taps("Xem người chờ");
    assert!(leader.has_button(&number(&people[2])));
}

#[test]
fn who_has_asked_asks_nobody_else_before_they_take_it_back() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (leader, ana) = (leader(&stage), stage.stranger("An"));
    ana.says("to van phong");
    ana.taps("Tổ Văn phòng");
    for part in [" 1. ", " 2. "] {
        ana.taps(part);
    }
    // The button of a consent screen that was opened before.
    let (agree, message) = ana.button("Đồng ý");
    ana.taps("Đồng ý");
    let (number, seen) = (number(&ana), leader.count());
    for _ in 0..5 {
        ana.forges_under(&agree, message);
        ana.sees(&format!("Số của đồng chí: {number}"));
    }
    assert_eq!(leader.count(), seen, "and the officers hear of it once");
    assert!(leader.has_button(&number), "their card still holds");
}

#[test]
fn where_the_unit_has_no_officer_the_nearest_above_is_asked_and_at_last_the_owner() {
    let stage = Stage::new();
    let (owner, ana) = (stage.officer(), stage.stranger("An"));
    asks_for_vp(&ana);
    owner.sees("Xin tham gia · Tổ Văn phòng");
    ana.taps("Rút lời xin");
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let beside = appointed(&stage, &owner, "Tổ trưởng", "TT", "Tổ trưởng");
    let before = (owner.count(), beside.count());
    let binh = stage.stranger("Bình");
    asks_for_vp(&binh);
    chair.sees("Xin tham gia · Tổ Văn phòng");
    assert_eq!((owner.count(), beside.count()), before);
    // Beside, nobody lets anybody in; nor does the asker, nor a member.
    let request = stage.number("SELECT max(id) FROM join_requests");
    let (unit, digits) = (stage.unit("VP"), number(&binh));
    for actor in [&beside, &binh, &stage.member("Chi", "VP")] {
        for step in ["pick", "admit"] {
            actor.forges(&format!("desk:{step}:{unit}:{request}:{digits}"));
        }
        actor.forges(&format!("desk:reject:{unit}:{request}"));
        actor.forges(&format!("desk:waiting:{unit}"));
        assert!(
            actor.toast().contains("không có quyền"),
            "{}",
            actor.toast()
        );
    }
    // Under the name of a unit of theirs the request of another is none.
    let theirs = stage.unit("TT");
    beside.forges(&format!("desk:admit:{theirs}:{request}:{digits}"));
    assert!(!binh.is_member());
}

#[test]
fn a_member_who_names_another_unit_stays_until_they_are_let_in_there() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (leader, ana) = (leader(&stage), stage.member("An", "SYT"));
    ana.says("/donvi to van phong");
    ana.taps("Tổ Văn phòng");
    ana.sees("trong lúc chờ, đồng chí vẫn ở đơn vị hiện nay");
    ana.taps("Chuyển");
    ana.sees("Đang xin chuyển sang Tổ Văn phòng");
    let number = number(&ana);
    ana.says("/me");
    ana.sees("Đơn vị: Công đoàn Sở Y tế");
    leader.taps(&number);
    leader.taps("Đúng, xác nhận");
    ana.sees("Đã chuyển sang Tổ Văn phòng");
    ana.says("/me");
    ana.sees("Đơn vị: Tổ Văn phòng");
    // Taking it back is no leaving.
    ana.says("/donvi so y te");
    ana.taps("Sở Y tế");
    ana.taps("Chuyển");
    ana.taps("Rút lời xin");
    ana.sees("rút và xóa lời xin chuyển sang Công đoàn Sở Y tế");
    ana.sees("vẫn tham gia cùng Tổ Văn phòng");
    ana.sees_no("/start");
    // Who leaves while they wait is not brought back.
    ana.says("/donvi so y te");
    ana.taps("Sở Y tế");
    ana.taps("Chuyển");
    ana.says("/xoadulieu");
    ana.taps("Dừng hẳn");
    assert_eq!(stage.number("SELECT count(*) FROM join_requests"), 0);
}

#[test]
fn a_screen_from_before_a_link_was_renewed_lets_nobody_in() {
    let stage = Stage::new();
    let (leader, dung) = (leader(&stage), stage.stranger("Dũng"));
    dung.says(&format!("/start {}", stage.invite("VP")));
    for part in [" 1. ", " 2. "] {
        dung.taps(part);
    }
    leader.says("/moi");
    leader.taps("Đổi liên kết mời");
    leader.taps("Đổi ngay");
    dung.taps("Đồng ý");
    assert!(dung.toast().contains("đã được thay bằng liên kết mới"));
    assert!(!dung.is_member());
}

#[test]
fn nine_accounts_that_nobody_let_in_read_nobodys_reflection() {
    let stage = Stage::new();
    let chair = appointed(&stage, &stage.officer(), "Chủ tịch", "SYT", "Chủ tịch");
    let an = stage.member("An", "SYT");
    let strangers: Vec<Actor> = (0..9).map(|_| stage.stranger("Người lạ")).collect();
    stage.at("2026-11-30 09:00");
    an.says("/suyngam");
    an.taps("Đã đọc và suy nghĩ");
    for _ in 0..3 {
        an.taps_choice(1);
    }
    for stranger in &strangers {
        asks(stranger, "so y te", "Sở Y tế");
        stranger.says("/suyngam");
        stranger.sees("Xin gửi /start");
        stranger.forges("c:7001:0:2");
    }
    assert_eq!(
        stage.number("SELECT count(DISTINCT member_id) FROM checkin_answers"),
        1
    );
    stage.at("2026-12-13 21:00");
    assert_eq!(stage.number("SELECT count(*) FROM checkin_counts"), 0);
    chair.says("/hoiam");
    chair.sees_no("%");
}

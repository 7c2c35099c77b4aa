//! Waiting to be let in: several at once, officers who do not answer, and one's own request.

use testkit::stage::Stage;

use crate::admission::{asks_for_vp, leader, number};
use crate::officers::appointed;

#[test]
fn one_who_does_not_answer_holds_up_nobody_else() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let leader = leader(&stage);
    let [silent, binh, chi] = ["Lặng", "Bình", "Chi"].map(|name| {
        let person = stage.stranger(name);
        asks_for_vp(&person);
        person
    });
    assert!(
        !leader.has_button("Người tiếp theo"),
        "the card of the first"
    );
    leader.taps("Không có số nào đúng");
    leader.sees("Bot chưa cho ai vào, và cũng chưa từ chối ai");
    leader.sees("Đang chờ ở đơn vị này: 3 người");
    leader.taps("Người tiếp theo");
    leader.sees("Người thứ 2 gửi lời xin ngày 23/11/2026");
    leader.taps(&number(&binh));
    leader.taps("Trở lại");
    leader.taps(&number(&binh));
    leader.taps("Đúng, xác nhận");
    assert!(binh.is_member());
    leader.sees("Đang chờ: 2 người. Người thứ 2");
    assert!(leader.has_button(&number(&chi)), "not the silent one again");
    leader.taps("Người tiếp theo");
    assert!(
        leader.has_button(&number(&silent)),
        "after the last the first"
    );
    leader.taps("Không có số nào đúng");
    leader.taps("Người của đơn vị");
    leader.sees("t.me/");
    assert!(!silent.is_member() && !chi.is_member());
    assert_eq!(stage.number("SELECT count(*) FROM join_requests"), 2);
}

#[test]
fn a_number_stands_on_one_card_only() {
    let stage = Stage::new();
    leader(&stage);
    for _ in 0..20 {
        asks_for_vp(&stage.stranger("Người lạ"));
    }
    let shown = "SELECT count(*) FROM join_requests, json_each(choices)";
    assert_eq!(stage.number(shown), 60);
    let different = shown.replace("count(*)", "count(DISTINCT value)");
    assert_eq!(stage.number(&different), 60);
}

#[test]
fn nobody_waits_in_silence_the_next_above_are_asked_and_the_asker_reads_what_to_do() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let leader = leader(&stage);
    let chair = appointed(&stage, &stage.officer(), "Chủ tịch", "SNV", "Chủ tịch");
    let (ana, before) = (stage.stranger("An"), chair.count());
    asks_for_vp(&ana);
    let number = number(&ana);
    stage.at("2026-11-25 17:30");
    assert_eq!(chair.got(before), 0);
    ana.sees("Đang xin tham gia");
    stage.at("2026-11-26 11:40");
    ana.sees("chưa được cán bộ nào xác nhận");
    ana.sees(&format!("Số của đồng chí: {number}"));
    ana.sees("mở liên kết là được vào ngay");
    for officer in [&leader, &chair] {
        officer.sees("Nhắc lại: có người đã chờ xác nhận");
        assert!(officer.has_button(&number));
    }
    let seen = (ana.count(), chair.count());
    stage.at("2026-12-02 11:40");
    assert_eq!((ana.count(), chair.count()), seen, "once");
    chair.taps(&number);
    chair.taps("Đúng, xác nhận");
    assert!(ana.is_member());
}

#[test]
fn where_officers_are_silent_the_owner_is_asked() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (owner, ana) = (stage.officer(), stage.stranger("An"));
    leader(&stage);
    let before = owner.count();
    asks_for_vp(&ana);
    stage.at("2026-11-26 11:40");
    assert_eq!(owner.got(before), 1, "{}", owner.glance());
    assert!(owner.has_button(&number(&ana)));
}

#[test]
fn nobody_confirms_themselves() {
    let stage = Stage::new();
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let before = stage.kept();
    chair.says("to van phong");
    chair.taps("Tổ Văn phòng");
    chair.sees("không cần xin: xin gõ /moi");
    assert_eq!(stage.kept(), before);
    // Who becomes an officer while they wait is confirmed by somebody else.
    let ana = stage.stranger("An");
    asks_for_vp(&ana);
    let number = number(&ana);
    let request = stage.number("SELECT max(id) FROM join_requests");
    let unit = stage.unit("VP");
    stage.sabotage(&format!(
        "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {unit}, 'leader', '2026-11-20')",
        ana.user
    ));
    for step in ["pick", "admit"] {
        ana.forges(&format!("desk:{step}:{unit}:{request}:{number}"));
        assert!(ana.toast().contains("lời xin của chính đồng chí"));
    }
    assert!(!ana.is_member());
    chair.taps(&number);
    chair.taps("Đúng, xác nhận");
    assert!(ana.is_member());
}

//! A unit's people: inviting them, how many there are, moving, reminding.

use std::rc::Rc;
use testkit::stage::{Actor, Stage};

use crate::officers::appointed;

/// A leader of the first section, by the owner.
fn leader(stage: &Rc<Stage>) -> Actor {
    appointed(stage, &stage.officer(), "Tổ trưởng", "VP", "Tổ trưởng")
}

#[test]
fn a_renewed_link_ends_with_a_clear_sentence_and_the_new_one_works() {
    let stage = Stage::new();
    let (leader, ana) = (leader(&stage), stage.stranger("An"));
    leader.says("/moi");
    let old = stage.invite("VP");
    leader.sees(&format!("https://t.me/nhip_bot?start={old}"));
    leader.taps("Đổi liên kết mời");
    leader.taps("Đổi ngay");
    let new = stage.invite("VP");
    assert_ne!(old, new);
    leader.sees(&new);
    ana.says(&format!("/start {old}"));
    ana.sees("đã được thay bằng liên kết mới");
    ana.joins("VP", 7);
    assert!(ana.is_member());
    // The file of units does not bring the old one back.
    stage.import(testkit::stage::UNITS);
    assert_eq!(stage.invite("VP"), new);
    ana.says("/nhatky");
    ana.sees("đổi liên kết mời · Tổ trưởng · Tổ Văn phòng");
}

#[test]
fn the_declared_number_is_changed_by_taps_and_reaches_the_units_above() {
    let stage = Stage::new();
    let leader = leader(&stage);
    let owner = stage.officer();
    // The declared number as the way to invite shows it.
    let people = |code: &str| -> i64 {
        owner.says(&format!("/moi {code}"));
        let screen = owner.screen();
        let (_, rest) = screen.split_once("cấp dưới): ").expect("a number");
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next();
        digits
            .and_then(|digits| digits.parse().ok())
            .expect("a number")
    };
    assert_eq!((people("VP"), people("SNV"), people("LD")), (30, 50, 90));
    leader.says("/moi");
    leader.taps("Sửa tổng số người");
    for step in ["+10", "+1", "+1", "−1"] {
        leader.taps(step);
    }
    assert_eq!(people("VP"), 30, "nothing is stored before it is saved");
    leader.taps("Lưu: 41 người");
    assert_eq!((people("VP"), people("SNV"), people("LD")), (41, 61, 101));
    leader.taps_again();
    let ana = stage.member("An", "VP");
    ana.says("/nhatky");
    ana.sees("sửa tổng số người của đơn vị · Tổ trưởng · Tổ Văn phòng");
    ana.sees("VP: số người 30 → 41; SNV: số người 50 → 61; LD: số người 90 → 101");
    ana.sees_no("(×");
    // Fewer people below say nothing against the number that was declared above.
    leader.forges(&format!("desk:declare:{}:5", stage.unit("VP")));
    assert_eq!((people("VP"), people("SNV")), (5, 61));
}

#[test]
fn officers_beside_and_members_get_nothing_of_it() {
    let stage = Stage::new();
    stage.at("2026-11-26 09:00");
    let leader = leader(&stage);
    let ana = stage.member("An", "VP");
    stage.members(9, "VP");
    let round = stage.number("SELECT max(id) FROM rounds");
    let (vp, tt) = (stage.unit("VP"), stage.unit("TT"));
    let kept = stage.kept();
    for unit in [tt, stage.unit("SNV"), stage.unit("LD")] {
        for data in [
            format!("desk:invite:{unit}"),
            format!("desk:renew?:{unit}"),
            format!("desk:renew:{unit}"),
            format!("desk:count:{unit}:7"),
            format!("desk:declare:{unit}:7"),
            format!("desk:remind:{unit}"),
            format!("desk:remind!:{round}:{unit}"),
        ] {
            let shown = leader.count();
            leader.forges(&data);
            assert_eq!(leader.count(), shown, "{data}");
        }
    }
    for data in [
        format!("desk:invite:{vp}"),
        format!("desk:renew:{vp}"),
        format!("desk:declare:{vp}:7"),
        format!("desk:remind!:{round}:{vp}"),
    ] {
        ana.forges(&data);
        assert!(ana.toast().contains("không có quyền"), "{data}");
    }
    for words in ["/moi", "/nhacnho", "/canbo"] {
        ana.says(words);
        ana.sees("đã được giao quyền trong bot");
        leader.says(&format!("{words} TT"));
        leader.sees("không phụ trách Tổ Thanh tra");
    }
    assert_eq!(stage.kept(), kept);
}

#[test]
fn a_member_moves_by_name_or_by_link_and_what_was_counted_stays() {
    let stage = Stage::new();
    stage.at("2026-11-23 11:35");
    let ana = stage.member("An", "VP");
    ana.finishes_the_quiz(5);
    let reached = |code| {
        stage.number(&format!(
            "SELECT coalesce(sum(finished), 0) FROM tallies WHERE unit_id = {}",
            stage.unit(code)
        ))
    };
    assert_eq!((reached("VP"), reached("SYT")), (1, 0));
    ana.says("/donvi");
    ana.sees("đang tham gia cùng Tổ Văn phòng");
    ana.says("/donvi văn phòng");
    ana.sees("Chưa tìm thấy đơn vị khác");
    ana.says("/donvi so y te");
    ana.taps("Sở Y tế");
    ana.taps("Ở lại");
    ana.says(&format!("/start {}", stage.invite("SYT")));
    ana.sees("Chuyển từ Tổ Văn phòng sang Công đoàn Sở Y tế");
    ana.taps("Chuyển");
    ana.sees("Đã chuyển sang Công đoàn Sở Y tế");
    ana.taps_again();
    assert_eq!((reached("VP"), reached("SYT")), (1, 0));
    stage.at("2026-11-30 11:35");
    ana.finishes_the_quiz(5);
    assert_eq!((reached("VP"), reached("SYT")), (1, 1));
    ana.forges("move:99999");
    stage
        .stranger("Bình")
        .forges(&format!("move:@{}", stage.invite("VP")));
    assert_eq!(stage.number("SELECT count(*) FROM members"), 1);
}

#[test]
fn a_reminder_goes_once_to_those_who_have_not_finished_each_in_their_window() {
    let stage = Stage::new();
    let leader = leader(&stage);
    let people = stage.members(14, "VP");
    let (done, late, evening) = (&people[0], &people[1], &people[2]);
    evening.says("/settings");
    evening.taps("17:15–20:30");
    stage.at("2026-11-25 12:00");
    leader.says("/nhacnho");
    leader.sees("vào ngày 25/11. Từ hôm sau");
    done.finishes_the_quiz(5);
    stage.at("2026-11-26 10:00");
    leader.says("/nhacnho");
    leader.sees("Bot nhắc những người chưa trả lời xong, không cho biết là ai, bao nhiêu người");
    leader.sees("11:35–13:15 thứ Năm 26/11; 17:15–20:30 thứ Năm 26/11");
    leader.taps("Nhắc một lần");
    leader.sees("sẽ nhắc vào giờ nhận tin");
    let heard = |actor: &Actor| {
        let messages = actor.messages();
        messages
            .iter()
            .filter(|message| message.text.contains("mất chừng vài phút"))
            .count()
    };
    let all = || people.iter().map(heard).collect::<Vec<_>>();
    assert_eq!(all(), [0; 14], "nobody outside their window");
    stage.at("2026-11-26 11:40");
    leader.sees("đang nhắc những người chưa trả lời xong");
    assert_eq!((heard(done), heard(late), heard(evening)), (0, 1, 0));
    stage.at("2026-11-26 17:20");
    leader.sees("đã nhắc xong");
    assert_eq!((heard(done), heard(late), heard(evening)), (0, 1, 1));
    // Neither the officer above nor the week's own reminder nor the same button reminds anybody twice.
    let chair = appointed(&stage, &stage.officer(), "Chủ tịch", "SNV", "Chủ tịch");
    stage.members(5, "TT");
    chair.says("/nhacnho");
    chair.taps("Nhắc một lần");
    leader.says("/nhacnho");
    leader.sees("tuần này đã có lời nhắc. Mỗi tuần chỉ nhắc một lần");
    leader.forges(&format!(
        "desk:remind!:{}:{}",
        stage.number("SELECT max(id) FROM rounds"),
        stage.unit("VP")
    ));
    assert!(leader.toast().contains("Không nhắc được nữa"));
    for moment in ["2026-11-27 11:40", "2026-11-27 17:20"] {
        stage.at(moment);
    }
    assert!(all().iter().all(|count| *count <= 1), "{:?}", all());
    assert_eq!(all().iter().sum::<usize>(), 13);
    stage.at("2026-11-28 10:00");
    stage.officer().says("/nhacnho");
    stage.officer().sees("không còn giờ nhận tin nào");
    late.says("/nhatky");
    for office in ["Tổ trưởng", "Chủ tịch"] {
        late.sees(&format!("nhắc người chưa trả lời · {office}"));
    }
}

#[test]
fn an_officer_who_is_none_any_more_sees_no_progress() {
    let stage = Stage::new();
    let leader = leader(&stage);
    stage.members(14, "VP");
    stage.at("2026-11-26 10:00");
    leader.says("/nhacnho");
    leader.taps("Nhắc một lần");
    let before = leader.messages();
    stage.officer().says("/canbo VP");
    stage.officer().taps("Thu lại quyền: 1");
    stage.officer().taps("Thu lại quyền ngay");
    stage.at("2026-11-26 11:40");
    let kept = leader.messages();
    assert!(
        before
            .iter()
            .zip(&kept)
            .all(|(then, now)| then.text == now.text),
        "{}",
        leader.glance()
    );
}

#[test]
fn one_broken_row_keeps_nobody_else_from_being_reminded_and_on_a_day_of_mourning_nobody_is() {
    let stage = Stage::new();
    let leader = leader(&stage);
    let people = stage.members(12, "VP");
    stage.at("2026-11-26 10:00");
    leader.says("/nhacnho");
    leader.taps("Nhắc một lần");
    stage.sabotage(&format!(
        "CREATE TRIGGER broken BEFORE INSERT ON participations WHEN NEW.member_id = {}
         BEGIN SELECT RAISE(ABORT, 'broken'); END",
        people[3].row()
    ));
    stage.officer().says("/tamdungtatca");
    let heard = || {
        let all = people.iter().map(Actor::messages).map(|messages| {
            messages
                .iter()
                .filter(|message| message.text.contains("mất chừng vài phút"))
                .count()
        });
        all.sum::<usize>()
    };
    stage.at("2026-11-26 11:40");
    assert_eq!(heard(), 0);
    stage.officer().says("/guitrolai");
    stage.at("2026-11-26 11:45");
    assert_eq!(heard(), 11);
}

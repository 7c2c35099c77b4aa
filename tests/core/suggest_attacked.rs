//! Suggestions while the ground moves: an update that breaks, a move, a reader who goes, a restore; and words nobody expects.

use testkit::stage::Actor;

use crate::suggest::{SLOW, Unit};
use crate::thief::{count, loot};

const WORDS: (&str, &str) = (
    "Hiện nay chuông báo vang như zaphod trong hành lang.",
    "Đề nghị thay chuông bằng tiếng beeblebrox nhỏ hơn.",
);

fn held(unit: &Unit) -> i64 {
    unit.stage.number("SELECT held FROM suggestion_boxes")
}

#[test]
fn an_update_that_breaks_is_put_aside_without_a_word_and_the_draft_is_still_there() {
    let unit = Unit::open();
    let ana = unit.writes(0, WORDS.0, WORDS.1);
    unit.stage.quarantined.set(1);
    unit.stage
        .sabotage("ALTER TABLE suggestion_boxes RENAME TO elsewhere");
    ana.taps("Gửi, giấu tên");
    unit.stage
        .sabotage("ALTER TABLE elsewhere RENAME TO suggestion_boxes");
    let noted = unit
        .stage
        .rows("SELECT kind || ' ' || cause FROM quarantine");
    assert_eq!(noted.len(), 1, "{noted:?}");
    for word in ["zaphod", "beeblebrox"] {
        assert_eq!(count(&loot(&unit.stage), word.as_bytes()), 0, "{word}");
    }
    ana.taps("Gửi, giấu tên");
    unit.stage.quarter();
    assert_eq!(held(&unit), 1, "once");
}

#[test]
fn a_box_that_cannot_be_written_is_written_a_quarter_later_and_holds_up_nobody() {
    let unit = Unit::open();
    let ana = unit.writes(0, WORDS.0, WORDS.1);
    ana.taps("Gửi, giấu tên");
    let label = unit.stage.rows("SELECT waiting FROM suggestion_boxes");
    unit.stage
        .sabotage("UPDATE suggestion_boxes SET waiting = 'no JSON'");
    unit.stage.quarter();
    ana.sees_no("✉️ Góp ý đã vào hộp");
    unit.stage.sabotage(&format!(
        "UPDATE suggestion_boxes SET waiting = '{}'",
        label[0]
    ));
    unit.people[1].says("/cuatoi");
    assert!(unit.people[1].screen().contains("tuần"));
    unit.stage.quarter();
    ana.sees("✉️ Góp ý đã vào hộp");
    assert_eq!(held(&unit), 1);
}

#[test]
fn whoever_moves_after_sending_has_sent_it_where_they_were() {
    let unit = Unit::open();
    let ana = unit.writes(0, WORDS.0, WORDS.1);
    ana.taps("Gửi, giấu tên");
    let elsewhere = unit.stage.unit("SYT");
    unit.stage.sabotage(&format!(
        "UPDATE members SET unit_id = {elsewhere} WHERE user_id = {}",
        ana.user
    ));
    unit.stage.quarter();
    assert_eq!(held(&unit), 1);
    ana.taps("Xem góp ý này");
    ana.sees("Đang trong hộp, chưa ai đọc");
    unit.friday();
    unit.item(&unit.chair);
    unit.chair.sees("zaphod");
    ana.taps("Ẩn đi");
    ana.taps("Xem góp ý này");
    ana.sees("hai người đọc đã nhận");
}

#[test]
fn while_a_reader_is_gone_the_box_stays_closed_and_nothing_is_lost() {
    let unit = Unit::open();
    let ana = unit.sends(0, WORDS.0, WORDS.1);
    unit.stage
        .sabotage("DELETE FROM officers WHERE title = 'inspector'");
    unit.friday();
    unit.chair.says("/gopy");
    unit.chair.sees("cần hai người đọc");
    unit.chair.sees_no("zaphod");
    assert_eq!(held(&unit), 1);
    ana.taps("Xem góp ý này");
    ana.sees("chỉ mở khi đủ hai người đọc");
    let deputy = crate::suggest::titled(&unit.stage, "Phó", "SNV", "deputy");
    unit.stage.at("2026-12-14 16:00");
    unit.item(&deputy);
    deputy.sees("zaphod");
}

#[test]
fn a_restore_while_it_is_on_its_way_is_said_on_her_card() {
    let unit = Unit::open();
    let folder = testkit::stage::folder();
    let made = unit.stage.backs_up(folder.path());
    let ana = unit.writes(0, WORDS.0, WORDS.1);
    ana.taps("Gửi, giấu tên");
    let (life, _) = unit.stage.restored(&made.path);
    let ana = ana.in_life(&life);
    life.quarter();
    ana.sees("Góp ý sẽ vào hộp lúc 09:15");
    ana.sees("zaphod");
    ana.taps("Xem góp ý này");
    ana.sees("dữ liệu đã được khôi phục. Nội dung vẫn còn đây");
    ana.taps("Gửi, giấu tên");
    life.quarter();
    ana.sees("✉️ Góp ý đã vào hộp");
}

#[test]
fn what_was_taken_back_and_answered_meanwhile_stays_answered() {
    let unit = Unit::open();
    let ana = unit.sends(0, WORDS.0, WORDS.1);
    unit.friday();
    ana.taps("Xem góp ý này");
    ana.taps("Rút lại");
    ana.sees("nếu đến lúc ấy chưa ai trả lời");
    unit.item(&unit.chair);
    crate::suggest_officers::answers(&unit.chair, "Tiếp thu", "Thay chuông từ 01/01/2027.");
    unit.stage.quarter();
    ana.sees_no("Đã rút lại. Góp ý này");
    ana.taps("Xem góp ý này");
    ana.sees("✅ Tiếp thu");
}

#[test]
fn an_answer_to_an_older_question_does_not_stand_under_a_newer_one() {
    let unit = Unit::open();
    let ana = unit.sends(0, WORDS.0, WORDS.1);
    unit.friday();
    let asks = |words: &str| {
        unit.item(&unit.chair);
        unit.chair.taps("Hỏi thêm");
        unit.chair.says(words);
    };
    asks("Chuông ở tầng mấy?");
    ana.taps("Xem góp ý này");
    ana.taps("Trả lời thêm");
    ana.says("Ở hành lang phía sau.");
    asks("Kêu vào lúc mấy giờ?");
    unit.stage.quarter();
    unit.item(&unit.chair);
    unit.chair.sees("Kêu vào lúc mấy giờ?");
    unit.chair.sees_no("Ở hành lang phía sau.");
}

#[test]
fn a_question_asked_since_has_ended_what_was_being_written() {
    let unit = Unit::open();
    let ana = &unit.people[0];
    ana.says("/gopy");
    ana.taps("Viết góp ý");
    ana.taps("Kế hoạch công tác năm");
    ana.says("/sangkien");
    ana.taps("Đã làm rồi");
    ana.sees("1. Tên sáng kiến");
    ana.says("Gộp hai biểu mẫu xin nghỉ phép thành một");
    ana.sees("2. Việc ấy");
    // And the other way round: the older question waits behind the newer one.
    ana.says("/gopy");
    ana.taps("Viết góp ý");
    ana.taps("Kế hoạch công tác năm");
    ana.says(SLOW.0);
    ana.sees("Bước 2/2");
}

#[test]
fn words_nobody_expects_behind_the_commands() {
    let unit = Unit::open();
    let says = |who: &Actor, words: &str, seen: &str| {
        who.says(words);
        who.sees(seen);
    };
    says(
        &unit.chair,
        "/hoinghi bao giờ thì họp nhỉ",
        "Chưa tìm thấy đơn vị như vậy",
    );
    says(&unit.chair, "/gopy SNV", "Góp ý với đơn vị");
    says(&unit.people[0], "/gopy máy in hỏng rồi ạ", "Ai đọc?");
    says(&unit.people[0], "/hoinghi", "cán bộ");
}

#[test]
fn what_was_accepted_becomes_a_line_of_the_plan_that_is_being_drafted() {
    let unit = Unit::open();
    unit.sends(0, SLOW.0, SLOW.1);
    unit.friday();
    let chair = &unit.chair;
    unit.item(chair);
    chair.taps("Trả lời");
    chair.taps("Không tiếp thu");
    chair.says("Lịch này do cấp trên ấn định.");
    chair.taps("Công bố");
    assert!(!chair.has_button("Đưa vào kế hoạch"));
    unit.stage
        .sabotage("UPDATE suggestions SET word = 1, answer = 'Báo trước hai ngày.'");
    chair.says("/gopy");
    chair.taps("✅");
    chair.taps("Đưa vào kế hoạch");
    assert!(
        chair
            .toast()
            .contains("không có kế hoạch năm nào đang soạn")
    );
    chair.says("/kehoach");
    chair.taps("Khung 6 nhiệm vụ");
    chair.says("/gopy");
    chair.taps("✅");
    chair.taps("Đưa vào kế hoạch");
    chair.sees("đưa vào nhiệm vụ nào");
    chair.taps("Xây dựng và tổ chức thực hiện kế hoạch");
    chair.sees("Đề nghị báo lịch họp trước hai ngày.");
    chair.says("Báo lịch họp trước hai ngày");
    chair.sees("Chức danh nào phụ trách?");
    let line = "SELECT task || ' ' || content || ' ' || used FROM plan_lines WHERE content LIKE '%lịch họp%'";
    assert_eq!(unit.stage.rows(line), ["2 Báo lịch họp trước hai ngày 0"]);
}

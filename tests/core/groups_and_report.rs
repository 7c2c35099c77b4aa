//! Groups: who may ask, where the answer goes, and what a report says when.

use nhip::event::{ChatKind, Event, Place, Tapped};
use nhip::types::{ChatId, MessageId};
use std::rc::Rc;
use testkit::stage::{Actor, Group, Stage};

/// A group tied to a unit, and its officer.
fn linked(stage: &Rc<Stage>, code: &str) -> (Group, Actor) {
    let (group, officer) = (stage.group(-4_001), stage.officer());
    group.hears(&officer, &format!("/link {code}"));
    (group, officer)
}

#[test]
fn a_private_command_in_a_group_is_a_button_that_does_it_in_the_private_chat() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (group, ana) = (stage.group(-4_001), stage.member("An", "VP"));
    group.hears(&ana, "/tracnghiem");
    let mut shown = stage.post.borrow_mut().messages(-4_001);
    let mut rows = shown.pop().expect("an answer").keyboard;
    let key = rows.remove(0).remove(0);
    assert_eq!(key.label, "Mở trò chuyện riêng với bot");
    let payload = key
        .data
        .strip_prefix("https://t.me/nhip_bot?start=")
        .expect("a link");
    ana.says(&format!("/start {payload}"));
    ana.sees("Câu 1/5");
}

#[test]
fn nobody_else_can_choose_for_the_officer() {
    let stage = Stage::new();
    let (group, officer, ana) = (
        stage.group(-4_001),
        stage.officer(),
        stage.member("An", "VP"),
    );
    group.hears(&officer, "/link so");
    let kept = stage.kept();
    group.is_tapped(&ana, "Sở Y tế");
    let message = group.last().id;
    group.is_forged(
        &ana,
        &format!("link:{}:{}", stage.unit("VP"), ana.user),
        message,
    );
    group.is_forged(
        &ana,
        &format!("link:{}:{}", stage.unit("VP"), officer.user),
        message,
    );
    group.is_forged(&officer, "link:999:9000100", message);
    // The buttons of private chats do nothing here, and this one nothing in a private chat.
    for data in ["leave", "quiz", "checkin", "reflect:0", "window:evening"] {
        group.is_forged(&ana, data, message);
    }
    ana.forges(&format!("link:{}:{}", stage.unit("VP"), ana.user));
    officer.forges(&format!("link:{}:{}", stage.unit("VP"), officer.user));
    assert_eq!(stage.kept(), kept);
}

#[test]
fn members_strangers_and_hidden_authors_get_a_clear_refusal() {
    let stage = Stage::new();
    let (group, _) = linked(&stage, "VP");
    let (ana, stranger) = (stage.member("An", "VP"), stage.stranger("Bình"));
    let kept = stage.kept();
    for command in ["/report", "/link SNV", "/unlink", "/baocao tuần"] {
        group.hears(&ana, command);
        group.sees("dành cho cán bộ công đoàn");
        stage.pass(1);
        group.hears(&stranger, command);
        group.sees("dành cho cán bộ công đoàn");
        stage.pass(1);
        group.hears_somebody_hidden(command);
        group.sees("ẩn danh");
        stage.pass(1);
    }
    assert_eq!(stage.kept(), kept);
}

#[test]
fn in_a_group_the_bot_hears_only_commands_and_only_its_own() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    let before = group.messages().len();
    for words in [
        "chào mọi người",
        "B",
        "so noi vu",
        "/nonsense",
        "/report@other_bot",
        "/",
    ] {
        group.hears(&officer, words);
        group.hears_somebody_hidden(words);
    }
    assert_eq!(group.messages().len(), before);
    group.hears(&officer, "/help");
    group.hears(&officer, "/quiz");
    group.sees("trò chuyện riêng");
    group.hears_somebody_hidden("/quiz");
    assert_eq!(group.messages().len(), before + 2);
    group.hears(&officer, "/REPORT@Nhip_Bot");
    assert_eq!(group.messages().len(), before + 3);
}

#[test]
fn an_officer_has_a_card_for_the_meeting_and_nobody_else_fills_the_group() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    let (ana, stranger) = (stage.member("An", "VP"), stage.stranger("Bình"));
    group.hears(&officer, "/card");
    group.sees("từ 1.1 đến 4.3");
    group.hears(&officer, "/card 3.2");
    group.sees("Thẻ trao đổi · Tiêu chí 3.2");
    group.hears(&officer, "/thetraodoi 4,1");
    group.sees("Thẻ trao đổi · Tiêu chí 4.1");
    for nonsense in ["/card 5.1", "/card liêm chính", "/card 3"] {
        group.hears(&officer, nonsense);
        group.sees("từ 1.1 đến 4.3");
    }
    stage.at("2026-11-23 07:00");
    group.hears(&officer, "/card");
    group.sees("Thẻ trao đổi · Tiêu chí 1.1");
    for somebody in [&ana, &stranger] {
        group.hears(somebody, "/card 3.2");
        group.sees("dành cho cán bộ công đoàn");
        // Alone with the bot it disturbs nobody, and holds nothing but the campaign's own words.
        somebody.says("/card 3.2");
        somebody.sees("Thẻ trao đổi · Tiêu chí 3.2");
    }
}

#[test]
fn before_the_first_round_there_is_nothing_to_report() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    group.hears(&officer, "/report");
    group.sees("tuần đầu tiên chưa bắt đầu");
    stage.at("2026-11-23 07:00");
    group.hears(&officer, "/report tháng");
    group.sees("chưa có tuần nào kết thúc");
}

#[test]
fn the_answer_goes_to_the_topic_and_under_the_message_that_asked() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    stage.at("2026-11-23 09:00");
    let topic = group.topic(31);
    let asked = topic.hears(&officer, "/report");
    let answer = group.last();
    assert_eq!((answer.thread, answer.reply_to), (Some(31), Some(asked)));
    group.hears(&officer, "/report");
    assert_eq!(group.last().thread, None);
}

#[test]
fn a_report_follows_its_group_into_the_supergroup() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    stage.at("2026-11-23 09:00");
    let there = group.becomes(-1_002_003);
    let before = group.messages().len();
    group.hears(&officer, "/report");
    assert_eq!(group.messages().len(), before);
    there.sees("Tổ Văn phòng");
    there.hears(&officer, "/report");
    there.sees("Tổ Văn phòng");
}

#[test]
fn a_move_that_is_announced_moves_what_waits_too() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    stage.at("2026-11-23 09:00");
    let (_, report) = group.hearing(nhip::event::Author::Person(officer.person()), "/report");
    stage.updates(&[report]);
    let there = stage.group(-1_002_003);
    group.announces_the_move(&there);
    group.announces_the_move(&there);
    there.sees("Tổ Văn phòng");
    there.hears(&officer, "/report");
    there.sees("Tổ Văn phòng");
}

#[test]
fn shut_out_of_a_group_the_bot_forgets_it() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    group.stands(&officer, false);
    group.stands(&officer, true);
    group.hears(&officer, "/report");
    group.sees("chưa gắn");
}

#[test]
fn the_log_tells_of_a_group_that_was_lost_and_keeps_no_number_of_who_did_it_without_an_office() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    let ana = stage.member("An", "VP");
    group.stands(&officer, false);
    ana.says("/nhatky");
    ana.sees("bỏ gắn nhóm · người phụ trách cao nhất");
    let (group, _) = linked(&stage, "VP");
    group.stands(&ana, false);
    ana.says("/nhatky");
    ana.sees("bỏ gắn nhóm · người trong nhóm trò chuyện");
    assert_eq!(
        stage.number("SELECT count(*) FROM audit WHERE user_id IS NULL"),
        1
    );
}

#[test]
fn channels_are_none_of_our_business() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let kept = stage.kept();
    let place = Place {
        chat: ChatId(-1_009_999),
        kind: ChatKind::Channel,
        thread: None,
    };
    let tapped = Tapped {
        query: "q".into(),
        person: ana.person(),
        place: Some(place),
        message: Some(MessageId(1)),
        words: None,
        data: "leave".into(),
    };
    stage.happens("callback_query", Event::Tapped(tapped));
    assert_eq!(stage.kept(), kept);
}

#[test]
fn a_report_while_the_week_runs_and_after_it_has_closed() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    let province = stage.group(-4_002);
    province.hears(&officer, "/link LD");
    let people = stage.members(8, "VP");
    stage.at("2026-11-23 11:35");
    for person in &people[..6] {
        person.taps("Đã đọc");
        person.finishes_the_quiz(5);
    }
    // In steps; and of a group behind which others could not stand, nothing.
    province.hears(&officer, "/report");
    insta::assert_snapshot!(province.last().text, @r"
    SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
    Liên đoàn Lao động tỉnh
    Tuần 23/11 – 29/11 · tiêu chí 1.1
    Tuần này còn mở. Hạn trả lời: 21:00 Chủ nhật 29/11.

    Đã nhận tin: hơn 5 người
    Đã chạm “Đã đọc”: hơn 5 người
    Đã trả lời câu hỏi: hơn 5 người
    Đã xong năm câu: hơn 5 người
    Tổng số người (theo khai báo): 90
    Khi tuần còn mở, bot làm tròn xuống theo từng bước năm người; số đầy đủ có sau khi tuần kết thúc.

    Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
    group.hears(&officer, "/report");
    group.sees("Số liệu của riêng đơn vị này có sau khi tuần kết thúc");
    // From 21:00 on Sunday until Monday morning it is the same closed week, once the tick has seen to it.
    stage.set("2026-11-29 21:00");
    group.hears(&officer, "/report");
    group.sees("đang chốt số liệu");
    stage.tick();
    group.hears(&officer, "/report");
    insta::assert_snapshot!(group.last().text, @r"
    SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
    Tổ Văn phòng
    Tuần 23/11 – 29/11 · tiêu chí 1.1
    Tuần đã kết thúc lúc 21:00 Chủ nhật 29/11.

    Đã nhận tin: 8/30 người (27%)
    Đã chạm “Đã đọc”: 6/8 (75%)
    Đã trả lời câu hỏi: 6/8 (75%)
    Đã xong năm câu: 6/8 (75%)

    Tỷ lệ đúng theo nội dung (tuần đã kết thúc, 23/11 – 29/11)
    1. Trung thành: đa số đúng, từ 90% trở lên (6 người)
    2. Trách nhiệm: đa số đúng, từ 90% trở lên (6 người)
    3. Liêm chính: đa số đúng, từ 90% trở lên (6 người)
    4. Sáng tạo: đa số đúng, từ 90% trở lên (6 người)

    Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
    let closed = group.last().text;
    stage.at("2026-11-29 21:01");
    stage.at("2026-11-30 06:59");
    group.hears(&officer, "/report");
    assert_eq!(group.last().text, closed);
    stage.at("2026-11-30 11:35");
    for person in &people[..2] {
        person.finishes_the_quiz(5);
    }
    group.hears(&officer, "/report");
    insta::assert_snapshot!(group.last().text, @r"
    SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
    Tổ Văn phòng
    Tuần 30/11 – 06/12 · tiêu chí 2.1
    Tuần này còn mở. Hạn trả lời: 21:00 Chủ nhật 06/12.

    Số liệu của riêng đơn vị này có sau khi tuần kết thúc: xin xem lại từ thứ Hai. Lúc này bot chỉ nêu số chung của toàn tổ chức.
    Kỳ trước (trọn kỳ): 6/8 trả lời (75%)

    Tỷ lệ đúng theo nội dung (tuần đã kết thúc, 23/11 – 29/11)
    1. Trung thành: đa số đúng, từ 90% trở lên (6 người)
    2. Trách nhiệm: đa số đúng, từ 90% trở lên (6 người)
    3. Liêm chính: đa số đúng, từ 90% trở lên (6 người)
    4. Sáng tạo: đa số đúng, từ 90% trở lên (6 người)

    Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
    stage.at("2026-12-06 21:00");
    group.hears(&officer, "/report");
    group.sees("giảm 50 điểm phần trăm");
}

#[test]
fn the_figures_of_a_closed_round_never_change_again() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    let people = stage.members(6, "VP");
    stage.at("2026-11-23 11:35");
    let late = stage.member("Muộn", "VP");
    // Owed before the end, delivered and answered after it.
    stage.set("2026-11-29 20:59");
    let quiz = late.saying("/quiz");
    let read = people[0].tapping("Đã đọc");
    let new = stage.stranger("Mới");
    new.says(&format!("/start {}", stage.invite("VP")));
    new.taps("1. Tài khoản");
    new.taps("2. Máy chủ");
    let agree = new.tapping("Đồng ý");
    stage.updates(&[quiz, agree]);
    stage.set("2026-11-29 21:00");
    stage.tick();
    let frozen = [stage.dump(&["outbox", "updates", "quizzes"]), {
        group.hears(&officer, "/report");
        group.last().text
    }];
    stage.updates(&[read]);
    stage.deliver();
    late.forges(&format!("a:{}:0:0", late.quiz()));
    people[1].says("/stop");
    people[1].taps("Dừng hẳn");
    group.hears(&officer, "/report");
    assert_eq!(group.last().text, frozen[1]);
    let tallies = |dump: &str| {
        dump.lines()
            .filter(|line| line.contains("tallies:"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(tallies(&stage.kept()), tallies(&frozen[0]));
}

#[test]
fn each_report_is_written_down() {
    let stage = Stage::new();
    let (group, officer) = linked(&stage, "VP");
    stage.at("2026-11-23 09:00");
    group.hears(&officer, "/report");
    let audit = stage.rows("SELECT day || ' ' || user_id || ' ' || action FROM audit ORDER BY id");
    assert_eq!(
        audit,
        ["2026-11-20 9000100 link", "2026-11-23 9000100 report"]
    );
}

#[test]
fn a_unit_may_have_several_groups_and_loses_only_the_one_that_shuts_the_bot_out() {
    let stage = Stage::new();
    let officer = stage.officer();
    stage.at("2026-11-23 09:00");
    let groups = [-4_001, -4_002, -4_003].map(|chat| stage.group(chat));
    for group in &groups {
        group.hears(&officer, "/link VP");
    }
    groups[1].stands(&officer, false);
    assert_eq!(
        stage.rows("SELECT CAST(chat_id AS TEXT) FROM groups ORDER BY chat_id DESC"),
        ["-4001", "-4003"]
    );
    groups[2].hears(&officer, "/unlink");
    groups[0].hears(&officer, "/report");
    groups[0].sees("Tổ Văn phòng");
}

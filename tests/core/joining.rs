//! From an invite link or a unit's name to being a member.

use nhip::schedule::Cadence;
use testkit::stage::{Stage, UNITS, core};

#[test]
fn what_is_ticked_and_nothing_else_is_kept_as_a_consent() {
    for (parts, kept) in [
        (5, &["abroad", "account"][..]),
        (7, &["abroad", "account", "reflection"]),
    ] {
        let stage = Stage::new();
        stage.at("2026-11-23 09:00");
        stage.stranger("An").joins("VP", parts);
        let consents =
            stage.rows("SELECT part FROM consents WHERE withdrawn_on IS NULL ORDER BY part");
        assert_eq!(consents, kept);
    }
}

#[test]
fn a_unit_is_found_by_its_name_without_marks() {
    let stage = Stage::new();
    let ana = stage.stranger("An");
    ana.says("/start");
    ana.says("so noi vu");
    assert!(ana.has_button("Công đoàn Sở Nội vụ"));
    ana.taps("Công đoàn Sở Nội vụ");
    ana.taps("1. Tài khoản");
    ana.taps("2. Máy chủ");
    ana.taps("Đồng ý");
    ana.sees("Đang xin tham gia Công đoàn Sở Nội vụ");
    assert!(!ana.is_member(), "an officer lets them in");
    // Where the settings say so, the name is enough.
    let open = Stage::with_core(core(Cadence::default()).with_open_joining(true), UNITS);
    let ana = open.stranger("An");
    ana.says("so noi vu");
    ana.taps("Công đoàn Sở Nội vụ");
    ana.taps("1. Tài khoản");
    ana.taps("2. Máy chủ");
    ana.sees_no("Cán bộ xác nhận");
    ana.taps("Đồng ý");
    ana.says("/me");
    ana.sees("Đơn vị: Công đoàn Sở Nội vụ");
}

#[test]
fn a_unit_is_found_by_its_code_too() {
    let stage = Stage::new();
    let ana = stage.stranger("An");
    ana.says("SYT");
    assert_eq!(
        ana.messages().last().map(|found| found.keyboard.len()),
        Some(1)
    );
    ana.taps("Y tế");
    ana.sees("Y tế");
}

#[test]
fn a_search_that_finds_nothing_says_how_to_go_on() {
    let stage = Stage::new();
    let ana = stage.stranger("An");
    let before = stage.kept();
    for words in ["Sở Xây dựng", "x", "%", "' OR 1=1 --", "😀"] {
        ana.says(words);
        ana.sees("Chưa tìm thấy đơn vị");
    }
    ana.sends_a_sticker();
    ana.sees("Bot chỉ đọc được chữ");
    assert_eq!(stage.kept(), before);
}

#[test]
fn a_search_that_finds_many_offers_what_fits_a_phone() {
    let rows: String = (0..20)
        .map(|n| format!("T{n},Tổ công đoàn số {n},LD,tổ,5\n"))
        .collect();
    let stage = Stage::with_units(&format!(
        "code,name,parent,kind,members\nLD,Tỉnh,,tỉnh,\n{rows}"
    ));
    let ana = stage.stranger("An");
    ana.says("TO CONG DOAN");
    assert_eq!(
        ana.messages().last().map(|message| message.keyboard.len()),
        Some(6)
    );
}

#[test]
fn ticks_are_in_the_buttons_and_can_be_taken_back() {
    let stage = Stage::new();
    let before = stage.kept();
    let ana = stage.stranger("An");
    ana.says(&format!("/start {}", stage.invite("VP")));
    ana.taps("3. Suy ngẫm");
    assert!(ana.has_button("☑ 3. Suy ngẫm") && ana.has_button("☐ 1. Tài khoản"));
    ana.taps("3. Suy ngẫm");
    assert!(ana.has_button("☐ 3. Suy ngẫm"));
    ana.taps("1. Tài khoản");
    ana.taps("Đồng ý");
    assert!(ana.toast().contains("xin chọn mục 1 và mục 2"));
    assert_eq!(stage.kept(), before);
}

#[test]
fn reflection_may_be_left_out_and_costs_nothing_else() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.stranger("An");
    ana.joins("VP", 1 | 4);
    ana.sees("Tiêu chí 1.1");
    ana.says("/riengtu");
    ana.sees("Phần suy ngẫm: đồng chí chưa đồng ý. Bot không lưu gì.");
}

#[test]
fn refusing_stores_nothing_at_all() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let before = stage.dump(&["updates"]);
    let ana = stage.stranger("An");
    ana.says("/start");
    ana.says("so y te");
    ana.taps("Công đoàn Sở Y tế");
    ana.taps("1. Tài khoản");
    ana.taps("Không đồng ý");
    ana.sees("Bot không lưu gì");
    assert_eq!(stage.dump(&["updates"]), before);
    assert!(!stage.dump(&[]).contains(&ana.user.to_string()));
}

#[test]
fn somebody_who_asks_and_then_blocks_the_bot_leaves_no_trace() {
    let stage = Stage::new();
    let ana = stage.stranger("An");
    stage.post.borrow_mut().blocked.insert(ana.user);
    ana.says("/start");
    ana.blocks();
    assert_eq!(ana.count(), 0);
    assert!(
        !stage.dump(&[]).contains(&ana.user.to_string()),
        "{}",
        stage.dump(&[])
    );
}

#[test]
fn agreeing_twice_makes_one_member_and_one_item() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.stranger("An");
    ana.says(&format!("/start {}", stage.invite("VP")));
    ana.taps("1. Tài khoản");
    ana.taps("2. Máy chủ");
    let twice = [ana.tapping("Đồng ý"), ana.tapping("Đồng ý")];
    stage.updates(&twice);
    stage.deliver();
    assert!(ana.toast().contains("đã tham gia từ trước"));
    assert_eq!(stage.number("SELECT count(*) FROM members"), 1);
    assert_eq!(
        ana.messages()
            .iter()
            .filter(|message| message.text.contains("Tiêu chí 1.1"))
            .count(),
        1
    );
    let kept = stage.kept();
    ana.taps_again();
    ana.forges("decline");
    assert_eq!(stage.kept(), kept);
}

#[test]
fn a_member_who_opens_another_link_is_told_how_to_move() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let kept = stage.kept();
    ana.says(&format!("/start {}", stage.invite("SYT")));
    ana.sees("Tổ Văn phòng");
    ana.forges(&stage.agreeing("SYT"));
    ana.forges(&format!("join:{}", stage.unit("SYT")));
    assert_eq!(stage.kept(), kept);
}

#[test]
fn a_wrong_link_and_a_unit_that_never_was_lead_nowhere() {
    let stage = Stage::new();
    let before = stage.kept();
    let ana = stage.stranger("An");
    ana.says("/start u_999");
    ana.sees("không còn dùng được");
    for data in ["join:999", "agree:999:7:0", "tick:999:0:1:0"] {
        ana.forges(data);
        assert!(ana.toast().contains("Nút này không còn dùng được"));
    }
    assert_eq!(stage.kept(), before);
}

#[test]
fn between_two_rounds_the_first_item_comes_all_the_same_and_the_next_one_is_new() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    stage.at("2026-11-29 21:30");
    let ana = stage.member("An", "VP");
    ana.sees("Tiêu chí 1.1");
    assert!(!ana.has_button("Đã đọc"), "its round is over");
    stage.at("2026-11-30 11:35");
    ana.sees("Tiêu chí 2.1");
    assert!(ana.has_button("Đã đọc"));
}

#[test]
fn a_stranger_gets_help_criteria_and_privacy_and_no_more() {
    let stage = Stage::new();
    let before = stage.kept();
    let ana = stage.stranger("An");
    for (words, answer) in [
        ("/help", "Trung thành, trách nhiệm"),
        ("/tieuchi", "Mục tiêu"),
        ("/privacy", "Bot giữ gì"),
        ("/quiz", "Xin gửi /start"),
        ("/me", "Xin gửi /start"),
        ("/checkin", "Xin gửi /start"),
        ("/settings", "Xin gửi /start"),
        ("/stop", "Xin gửi /start"),
        ("/report", "dành cho cán bộ"),
        ("/nonsense", "chưa biết lệnh"),
    ] {
        ana.says(words);
        ana.sees(answer);
    }
    for data in [
        "quiz",
        "checkin",
        "read:1",
        "a:1:0:0",
        "n:1:0",
        "leave",
        "stay",
        "pause:7",
        "reflect:1:0",
        "settings",
    ] {
        ana.forges(data);
        assert!(
            ana.toast().contains("Nút này dành cho người đã tham gia"),
            "{data}: {}",
            ana.toast()
        );
    }
    assert_eq!(stage.kept(), before);
}

#[test]
fn all_criteria_can_be_browsed_in_one_message() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.stranger("An");
    ana.says("/criteria");
    let one = ana.count();
    ana.taps("3. Liêm chính");
    ana.taps("Tiêu chí 3.2");
    ana.sees("Tiêu chí 3.2");
    ana.taps("Trở lại");
    ana.taps("Trở lại");
    ana.sees("Mục tiêu");
    assert_eq!(ana.count(), one);
}

#[test]
fn a_group_that_was_tied_gets_a_message_to_pin_whose_button_leads_into_its_unit() {
    let stage = Stage::new();
    let (group, officer) = (stage.group(-4_001), stage.officer());
    group.hears(&officer, "/lienket VP");
    let mut shown = stage.post.borrow_mut().messages(-4_001);
    let pinned = shown.pop().expect("what may be pinned");
    assert!(
        pinned.text.starts_with("Mời tham gia: Tổ Văn phòng"),
        "{}",
        pinned.text
    );
    let told = shown.pop().expect("what the officer is told").text;
    assert!(told.contains("có thể ghim tin đó"), "{told}");
    let [row] = pinned.keyboard.as_slice() else {
        panic!("one row: {:?}", pinned.keyboard);
    };
    let [key] = row.as_slice() else {
        panic!("one button: {row:?}");
    };
    assert_eq!(key.label, "Tham gia");
    let payload = key.data.strip_prefix("https://t.me/nhip_bot?start=");
    let stranger = stage.stranger("Bình");
    stranger.says(&format!("/start {}", payload.expect("a link")));
    stranger.sees("Mời tham gia: Tổ Văn phòng");
}

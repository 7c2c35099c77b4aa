//! What members set for themselves, and what is not theirs to set.

use testkit::stage::Stage;

#[test]
fn window_language_and_pause_are_set_in_one_message() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    ana.says("/caidat");
    let one = ana.count();
    assert!(ana.has_button("✓ 11:35–13:15") && ana.has_button("✓ Tiếng Việt"));
    ana.taps("17:15–20:30");
    assert!(ana.has_button("✓ 17:15–20:30"));
    ana.taps("Nghỉ 2 tuần");
    ana.sees("nhận tin trở lại từ ngày 04/12/2026");
    ana.taps("Nhận tin trở lại");
    assert!(ana.has_button("Nghỉ 2 tuần"));
    ana.taps("English");
    assert!(ana.has_button("✓ English"));
    assert_eq!(ana.count(), one);
    // Asked for anew, everything is as it was set.
    ana.says("/settings");
    assert!(ana.has_button("✓ 17:15–20:30") && ana.has_button("✓ English"));
    assert!(ana.has_button("Pause 2 weeks"));
}

#[test]
fn english_is_kept_whatever_the_app_says() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    ana.says("/settings");
    ana.taps("English");
    ana.says("/help");
    assert!(!ana.screen().contains("Các lệnh"));
    stage.at("2026-11-23 11:35");
    assert!(!ana.has_button("Đã đọc"), "{}", ana.glance());
}

#[test]
fn forged_settings_change_nothing() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    ana.says("/settings");
    let kept = stage.kept();
    for data in [
        "pause:0",
        "pause:400",
        "pause:-7",
        "window:night",
        "language:fr",
        "language:en-GB",
        "pause:",
        "resume:1",
    ] {
        ana.forges(data);
        assert!(ana.toast().contains("không còn dùng được"), "{data}");
    }
    assert_eq!(stage.kept(), kept);
}

#[test]
fn staying_changes_nothing_and_a_month_of_rest_is_offered_before_leaving() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let kept = stage.kept();
    ana.says("/stop");
    ana.taps("Tiếp tục tham gia");
    ana.sees("Mọi thứ vẫn như trước");
    assert_eq!(stage.kept(), kept);
    ana.says("/dung");
    ana.taps("Tạm nghỉ 30 ngày");
    ana.sees("20/12/2026");
}

#[test]
fn unknown_words_and_commands_get_a_short_help_and_are_not_kept() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    let kept = stage.kept();
    for (words, answer) in [
        ("chào bot", "không đọc tin nhắn tự do"),
        ("/xyz", "chưa biết lệnh"),
        ("/report", "dành cho cán bộ"),
        ("E", "không đọc tin nhắn tự do"),
        ("BB", "không đọc tin nhắn tự do"),
    ] {
        ana.says(words);
        ana.sees(answer);
    }
    ana.sends_a_sticker();
    assert_eq!(stage.kept(), kept);
    let before = ana.count();
    ana.says("/quiz@other_bot");
    assert_eq!(
        ana.got(before),
        1,
        "in a private chat there is nobody else to talk to"
    );
}

//! A member's week: the item, the quiz by taps and by letters, the reminder, what comes too late.

use nhip::text::Address;

use testkit::world::{Actor, World, core, without_draw};

/// The letters of the question on the screen: the right one, and a wrong one.
fn letters(member: &Actor) -> (&'static str, &'static str) {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let messages = member.messages();
    let quiz = messages.iter().rev().find(|message| is_question(message));
    // Above it stands what became of the one before.
    let screen = flat(&quiz.expect("an open question").text);
    let screen = screen.rsplit("/5 · ").next().unwrap_or_default();
    let core = core();
    let mut known = core.campaign().questions();
    let asked = |words: &str| flat(&Address::default().put(words));
    let question = known.find(|question| screen.contains(&asked(&question.question)));
    let question = question.expect("a question of the bank");
    let right = flat(&question.options.get(question.right()).unwrap().text);
    let shown = |letter: &&&str| screen.contains(&format!("{letter}. {right}"));
    let right = ["A", "B", "C", "D"].iter().find(shown).unwrap();
    (right, if *right == "A" { "B" } else { "A" })
}

fn is_question(message: &telegram_sandbox::Message) -> bool {
    message.keyboard.iter().flatten().any(|key| key.text == "A")
}

#[tokio::test]
async fn a_week_brings_an_item_in_its_middle_a_quiz_and_at_its_end_one_reminder() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    world.passes_to("2026-11-23 20:00").await;
    insta::assert_snapshot!(ana.glances(), @r"
    Nguyễn Thị An: /start ‹SNV-VP›
    nhip: Cảm ơn đồng chí đã tham gia. Đơn vị: Văn phòng Sở.
    nhip: Tiêu chí 1.1 · Trung thành
      [Đã đọc]
    ");
    ana.taps("Đã đọc").await;
    insta::assert_snapshot!(ana.toast(), @"Cảm ơn đồng chí đã đọc.");
    ana.forges("read:1").await;
    insta::assert_snapshot!(ana.toast(), @"Đồng chí đã đọc bài này rồi.");
    world.passes_to("2026-11-25 11:34").await;
    insta::assert_snapshot!(ana.glances_last(1), @r"
    nhip: Tiêu chí 1.1 · Trung thành
      [Năm câu hỏi tuần này]
    ");
    world.passes_to("2026-11-25 11:35").await;
    insta::assert_snapshot!(ana.glances_last(1), @r"
    nhip: Câu 1/5
      [A] [B] [C] [D]
    ");
    // To the end of the week and into the next one: each message in its window, and nothing else.
    let first = ana.messages().len();
    for (moment, messages) in [
        ("2026-11-25 17:15", 0),
        ("2026-11-26 12:00", 0),
        ("2026-11-27 11:34", 0),
        ("2026-11-27 11:35", 1),
        ("2026-11-27 17:15", 1),
        ("2026-11-29 21:00", 1),
        ("2026-11-30 07:00", 1),
        ("2026-11-30 11:34", 1),
        ("2026-11-30 11:35", 2),
    ] {
        world.passes_to(moment).await;
        let got = ana.messages().len() - first;
        assert_eq!(got, messages, "{moment}:\n{}", ana.glances());
    }
    world.ends().await;
}

#[tokio::test]
async fn a_quiz_is_answered_by_taps_and_letters_and_then_there_is_peace() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    world.passes_to("2026-11-25 11:35").await;
    for place in 1..=5 {
        let (right, wrong) = letters(&ana);
        match place {
            1 => ana.taps(right).await,
            2 => ana.taps(wrong).await,
            3 => ana.says(&format!("{}.", right.to_lowercase())).await,
            _ => ana.says(right).await,
        }
    }
    insta::assert_snapshot!(without_draw(&ana.glances()), @r"
    Nguyễn Thị An: /start ‹SNV-VP›
    nhip: Cảm ơn đồng chí đã tham gia. Đơn vị: Văn phòng Sở.
    nhip: Tiêu chí 1.1 · Trung thành
      [Đã đọc]
    nhip: ↓ Năm câu hỏi này đang mở ở một tin mới hơn, bên dưới.
    Nguyễn Thị An: ?
    nhip: ↓ Năm câu hỏi này đang mở ở một tin mới hơn, bên dưới.
    Nguyễn Thị An: ?
    nhip: ↓ Năm câu hỏi này đang mở ở một tin mới hơn, bên dưới.
    Nguyễn Thị An: ?
    nhip: Câu 5/5 · Đúng
      [Tiêu chí …]
    ");
    let mut messages = ana.messages().into_iter();
    let result = messages.find(|message| message.text.starts_with("Câu 5/5"));
    insta::assert_snapshot!(without_draw(last_paragraph(&result.unwrap().text)), @r"
    Kết quả tuần này: đúng 4/5 câu.
    Trong bot, chỉ đồng chí xem được kết quả này. Câu chưa đúng sẽ được hỏi lại sau hai, ba tuần.
    Hạn trả lời: 21:00 Chủ nhật 29/11. Đồng chí đã trả lời đủ.
    Nên xem lại tiêu chí: …
    ");
    ana.says("/cuatoi").await;
    insta::assert_snapshot!(without_draw(&ana.reads_last(1)), @"
    nhip: Tiến độ cá nhân
      Đơn vị: Văn phòng Sở
      Bài đã đọc: 0
      Số tuần đã trả lời đủ năm câu: 1
      Chuỗi tuần liên tiếp: 1
      Câu trả lời đúng: 4/5
      · 1. Trung thành: …
      · 2. Trách nhiệm: …
      · 3. Liêm chính: …
      · 4. Sáng tạo: …
      Trong bot, chỉ đồng chí xem được trang này. Cứ bốn tuần được nghỉ một tuần, chuỗi không bị ngắt.
      [Nền tối]
    ");
    let before = ana.messages().len();
    world.passes_to("2026-11-29 23:00").await;
    assert_eq!(ana.messages().len(), before, "who is done is not reminded");
    world.ends().await;
}

/// What `benches/README.md` says of how many can finish a quiz in a minute rests on this.
#[tokio::test]
async fn a_quiz_is_five_taps_and_six_calls_that_the_messenger_counts() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    world.passes_to("2026-11-25 11:34").await;
    let before = world.sandbox().calls().len();
    world.passes_to("2026-11-25 11:35").await;
    for _ in 0..5 {
        ana.taps("A").await;
    }
    let calls = world.sandbox().calls().split_off(before);
    let of = |name: &str| calls.iter().filter(|call| call.0 == name).count();
    assert_eq!((of("SendMessage"), of("EditMessageText")), (1, 5));
    assert_eq!(of("AnswerCallbackQuery"), 5, "not counted by the messenger");
    assert_eq!(calls.iter().filter(|call| call.1.is_some()).count(), 6);
    world.ends().await;
}

#[tokio::test]
async fn who_has_not_finished_is_reminded_once_in_their_window() {
    let world = World::start().await;
    let binh = world.person("Lê Văn Bình", "vi");
    binh.joins("SNV-CB").await;
    binh.says("/caidat").await;
    binh.taps("17:15").await;
    world.passes_to("2026-11-25 17:14").await;
    insta::assert_snapshot!(binh.glances_last(1), @r"
    nhip: Cài đặt
      [11:35–13:15] [✓ 17:15–20:30]
      [✓ Tiếng Việt] [English]
      [Nghỉ 1 tuần] [Nghỉ 2 tuần] [Nghỉ 4 tuần]
    ");
    world.passes_to("2026-11-25 17:15").await;
    binh.taps("A").await;
    binh.taps("B").await;
    world.passes_to("2026-11-27 17:14").await;
    world.passes_to("2026-11-27 17:15").await;
    insta::assert_snapshot!(binh.reads_last(1), @r"
    nhip: Năm câu hỏi tuần này: đồng chí còn 3 câu, mất chừng vài phút. Hạn trả lời: 21:00 Chủ nhật 29/11.
      [Năm câu hỏi tuần này]
    ");
    binh.taps("Năm câu hỏi tuần này").await;
    insta::assert_snapshot!(binh.glances_last(1), @r"
    nhip: Câu 3/5
      [A] [B] [C] [D]
    ");
    let before = binh.messages().len();
    world.passes_to("2026-11-29 20:59").await;
    assert_eq!(binh.messages().len(), before, "one reminder is enough");
    world.ends().await;
}

#[tokio::test]
async fn a_late_answer_is_told_that_the_round_is_over() {
    let world = World::start().await;
    let chi = world.person("Phạm Thị Chi", "vi");
    chi.joins("SNV-CC").await;
    chi.says("/quiz").await;
    world.passes_to("2026-11-29 20:59").await;
    chi.taps("A").await;
    world.passes_to("2026-11-29 21:00").await;
    chi.taps("A").await;
    insta::assert_snapshot!(chi.toast(), @"Đã hết hạn trả lời các câu này (21:00 Chủ nhật) nên bot không ghi nhận thêm. Mời đồng chí trả lời năm câu của tuần mới, từ 07:00 thứ Hai.");
    chi.says("b").await;
    chi.says("/tracnghiem").await;
    insta::assert_snapshot!(chi.reads_last(3), @"
    nhip: Lúc này chưa có câu hỏi để trả lời. Năm câu của tuần tới mở lúc 07:00 thứ Hai 30/11.
      [Ôn lại câu đã hỏi]
    Phạm Thị Chi: /tracnghiem
    nhip: Lúc này chưa có câu hỏi để trả lời. Năm câu của tuần tới mở lúc 07:00 thứ Hai 30/11.
      [Ôn lại câu đã hỏi]
    ");
    chi.taps("Đã đọc").await;
    insta::assert_snapshot!(chi.toast(), @"Tuần của bài này đã kết thúc nên bot không ghi nhận thêm. Mời đồng chí đọc bài của tuần mới.");
    let count = "SELECT count(*) FROM quiz_questions WHERE letter IS NOT NULL";
    assert_eq!(world.database().number(count).await, 1);
    // A new round does not bring the old one back.
    world.passes_to("2026-11-30 07:00").await;
    chi.forges("a:1:1:0").await;
    assert!(
        chi.toast().starts_with("Đã hết hạn trả lời"),
        "{}",
        chi.toast()
    );
    chi.says("/quiz").await;
    insta::assert_snapshot!(chi.glances_last(1), @r"
    nhip: Câu 1/5
      [A] [B] [C] [D]
    ");
    world.ends().await;
}

#[tokio::test]
async fn a_second_tap_a_stale_screen_and_a_forged_button_change_nothing() {
    let world = World::start().await;
    let (dung, ha) = (
        world.person("Võ Anh Dũng", "vi"),
        world.person("Đặng Thu Hà", "vi"),
    );
    dung.joins("SNV-VP").await;
    ha.joins("SNV-VP").await;
    dung.says("/quiz").await;
    // Two fast fingers: both taps leave before the screen has changed.
    dung.presses("A");
    dung.presses("C");
    world.settles().await;
    insta::assert_snapshot!(dung.toast(), @"Đồng chí đã trả lời câu này rồi.");
    let before = answers(&world).await;
    assert_eq!(before.len(), 1, "{before:?}");
    let dead = "Nút này không còn dùng được. Xem các lệnh: /trogiup";
    let forgeries = [
        ("a:1:0:3", "Đồng chí đã trả lời câu này rồi."),
        ("a:1:4:0", "Đồng chí đã trả lời câu này rồi."),
        ("a:99:0:0", dead),
        ("a:1:0:7", dead),
        ("n:1:0", "Đồng chí đã trả lời câu này rồi."),
        ("read:77", dead),
        ("link:1:1", dead),
        ("'; DROP TABLE members; --", dead),
    ];
    for (data, toast) in forgeries {
        dung.forges(data).await;
        assert_eq!(dung.toast(), toast, "{data}");
    }
    ha.forges("a:1:1:0").await;
    insta::assert_snapshot!(ha.toast(), @"Nút này không còn dùng được. Xem các lệnh: /trogiup");
    let zoe = world.person("Zoë Martin", "fr");
    zoe.says("/trogiup").await;
    zoe.forges("a:1:1:0").await;
    insta::assert_snapshot!(zoe.toast(), @"Nút này dành cho người đã tham gia. Xin gửi /start để bắt đầu.");
    assert_eq!(answers(&world).await, before);
    world.ends().await;
}

#[tokio::test]
async fn a_pause_for_leave_keeps_the_phone_quiet_until_it_is_over() {
    let world = World::start().await;
    let giang = world.person("Hồ Thị Giang", "vi");
    giang.joins("SNV-VP").await;
    giang.says("/caidat").await;
    giang.taps("Nghỉ 1 tuần").await;
    insta::assert_snapshot!(giang.reads_last(1), @r"
    nhip: Cài đặt
      Giờ nhận tin: 11:35–13:15, các ngày làm việc.
      Chạm để đổi giờ, đổi ngôn ngữ, hoặc tạm nghỉ khi đi công tác, nghỉ phép.
      Đang tạm nghỉ, nhận tin trở lại từ ngày 30/11/2026. Trong lúc nghỉ, đồng chí vẫn mở được /tracnghiem và /suyngam.
      [✓ 11:35–13:15] [17:15–20:30]
      [✓ Tiếng Việt] [English]
      [Nhận tin trở lại]
    ");
    let before = giang.messages().len();
    world.passes_to("2026-11-29 22:00").await;
    assert_eq!(giang.messages().len(), before);
    world.passes_to("2026-11-30 12:00").await;
    insta::assert_snapshot!(giang.glances_last(1), @r"
    nhip: Tiêu chí 2.1 · Trách nhiệm
      [Đã đọc]
      [Suy ngẫm tháng này (riêng tư)]
    ");
    world.ends().await;
}

async fn answers(world: &World) -> Vec<String> {
    let query = "SELECT quiz_id, place, letter FROM quiz_questions WHERE letter IS NOT NULL";
    world.database().lines(query).await
}

fn last_paragraph(text: &str) -> &str {
    text.rsplit("\n\n").next().unwrap_or_default()
}

//! A group's unit and its figures: who may ask, where the answer goes, what it may show.

use telegram_sandbox::{Attached, Fault, FaultKind, Say};

use testkit::world::{Actor, Group, World, without_draw};

/// The officer, a member, and their group with the bot in it.
async fn group_of(world: &World, forum: bool) -> (Actor, Actor, Group) {
    let (officer, ana) = (world.officer(), world.person("Nguyễn Thị An", "vi"));
    let group = world.group("Công đoàn Sở Nội vụ", &[&officer, &ana], forum);
    world.settles().await;
    (officer, ana, group)
}

#[tokio::test]
async fn an_officer_ties_a_group_to_a_unit_by_choice_by_code_or_by_name() {
    let world = World::start().await;
    let (officer, ana, group) = group_of(&world, false).await;
    insta::assert_snapshot!(group.reads_last(1), @r"
    nhip: Xin chào. Đây là bot của Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”, do ban chấp hành công đoàn cơ sở vận hành.
      Để gắn nhóm này với một đơn vị, cán bộ phụ trách gõ /lienket. Sau đó gõ /baocao để xem số liệu tổng hợp của tuần. Bot chỉ đọc lệnh, không đọc trò chuyện trong nhóm.
    ");
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.reads_last(1), @"nhip: Nhóm này chưa gắn với đơn vị nào. Cán bộ phụ trách gõ /lienket trước.");
    officer.says_in(&group, "/lienket").await;
    insta::assert_snapshot!(group.reads_last(1), @r"
    nhip: Gắn nhóm này với đơn vị nào? Xin chọn bên dưới, hoặc gõ /lienket kèm mã hay tên đơn vị.
      [Sở Nội vụ]
      [Văn phòng Sở]
      [Phòng Tổ chức cán bộ]
      [Phòng Cải cách hành chính]
    ");
    ana.taps_in(&group, "Sở Nội vụ").await;
    insta::assert_snapshot!(ana.toast(), @"Nút này dành cho người đã gõ lệnh.");
    officer.taps_in(&group, "Phòng Tổ chức cán bộ").await;
    insta::assert_snapshot!(group.reads_last(2), @r"
    nhip: Đã gắn nhóm này với Phòng Tổ chức cán bộ. Gõ /baocao để xem số liệu tổng hợp của tuần. Tin bên dưới có nút tham gia: đồng chí có thể ghim tin đó để ai vào nhóm cũng thấy.
    nhip: Mời tham gia: Phòng Tổ chức cán bộ
      Mỗi tuần một bài ngắn và năm câu hỏi, chỉ mất vài phút. Trong bot, kết quả của người nào chỉ người ấy xem được. Tham gia tự nguyện, dừng lúc nào cũng được.
      Xin chạm nút bên dưới, rồi chạm Bắt đầu (Start) trong trò chuyện riêng với bot.
      [Tham gia]
    ");
    for wanted in ["cai cach", "không có", "snv-cc", "SNV-CC"] {
        officer.says_in(&group, &format!("/lienket {wanted}")).await;
    }
    insta::assert_snapshot!(group.reads_last(10), @r"
    Trần Thị Mai Lan: /lienket cai cach
    nhip: Gắn nhóm này với đơn vị nào? Xin chọn bên dưới, hoặc gõ /lienket kèm mã hay tên đơn vị.
      [Phòng Cải cách hành chính]
    Trần Thị Mai Lan: /lienket không có
    nhip: Chưa tìm thấy đơn vị như vậy. Xin gõ /lienket kèm mã đơn vị hoặc một phần tên, có dấu hay không dấu đều được.
    Trần Thị Mai Lan: /lienket snv-cc
    nhip: Đã gắn nhóm này với Phòng Cải cách hành chính. Gõ /baocao để xem số liệu tổng hợp của tuần. Tin bên dưới có nút tham gia: đồng chí có thể ghim tin đó để ai vào nhóm cũng thấy.
    nhip: Mời tham gia: Phòng Cải cách hành chính
      Mỗi tuần một bài ngắn và năm câu hỏi, chỉ mất vài phút. Trong bot, kết quả của người nào chỉ người ấy xem được. Tham gia tự nguyện, dừng lúc nào cũng được.
      Xin chạm nút bên dưới, rồi chạm Bắt đầu (Start) trong trò chuyện riêng với bot.
      [Tham gia]
    Trần Thị Mai Lan: /lienket SNV-CC
    nhip: Đã gắn nhóm này với Phòng Cải cách hành chính. Gõ /baocao để xem số liệu tổng hợp của tuần. Tin bên dưới có nút tham gia: đồng chí có thể ghim tin đó để ai vào nhóm cũng thấy.
    nhip: Mời tham gia: Phòng Cải cách hành chính
      Mỗi tuần một bài ngắn và năm câu hỏi, chỉ mất vài phút. Trong bot, kết quả của người nào chỉ người ấy xem được. Tham gia tự nguyện, dừng lúc nào cũng được.
      Xin chạm nút bên dưới, rồi chạm Bắt đầu (Start) trong trò chuyện riêng với bot.
      [Tham gia]
    ");
    officer.says_in(&group, "/huylienket").await;
    officer.says_in(&group, "/unlink").await;
    insta::assert_snapshot!(group.reads_last(4), @r"
    Trần Thị Mai Lan: /huylienket
    nhip: Đã bỏ gắn nhóm này.
    Trần Thị Mai Lan: /unlink
    nhip: Nhóm này chưa gắn với đơn vị nào. Cán bộ phụ trách gõ /lienket trước.
    ");
    let audit = world
        .database()
        .lines("SELECT code, action FROM audit JOIN units ON unit_id = units.id ORDER BY audit.id")
        .await;
    assert_eq!(
        audit,
        [
            "SNV-CB link",
            "SNV-CB unlink",
            "SNV-CC link",
            "SNV-CC link",
            "SNV-CC unlink"
        ]
    );
    world.ends().await;
}

#[tokio::test]
async fn who_is_no_officer_or_hides_behind_the_group_is_refused() {
    let world = World::start().await;
    let (officer, ana, group) = group_of(&world, false).await;
    ana.says_in(&group, "/baocao").await;
    // The same again is not said before five minutes have passed.
    ana.says_in(&group, "/baocao").await;
    world.passes_to("2026-11-23 07:36").await;
    ana.says_in(&group, "/lienket SNV").await;
    insta::assert_snapshot!(group.reads_last(5), @r"
    Nguyễn Thị An: /baocao
    nhip: Lệnh này dành cho cán bộ công đoàn phụ trách. Nếu cần, xin liên hệ cán bộ công đoàn của đơn vị.
    Nguyễn Thị An: /baocao
    Nguyễn Thị An: /lienket SNV
    nhip: Lệnh này dành cho cán bộ công đoàn phụ trách. Nếu cần, xin liên hệ cán bộ công đoàn của đơn vị.
    ");
    world.passes_to("2026-11-23 07:42").await;
    officer
        .says_with(Say {
            chat: group.id(),
            text: "/baocao".to_owned(),
            anonymous: true,
            ..Say::default()
        })
        .await;
    insta::assert_snapshot!(group.reads_last(2), @r"
    Công đoàn Sở Nội vụ: /baocao
    nhip: Bot không nhận ra người gõ khi đăng ẩn danh hoặc thay mặt kênh. Xin gõ lại bằng tài khoản cá nhân.
    ");
    let before = group.messages().len();
    ana.says_in(&group, "Chiều nay họp lúc mấy giờ ạ?").await;
    ana.says_in(&group, "/baocao@other_bot").await;
    assert_eq!(
        group.messages().len(),
        before + 2,
        "people talk among themselves"
    );
    world.passes_to("2026-11-23 07:48").await;
    ana.says_in(&group, "/tracnghiem").await;
    ana.says_in(&group, "/trogiup@nhip_bot").await;
    insta::assert_snapshot!(group.reads_last(4), @"
    Nguyễn Thị An: /tracnghiem
    nhip: Lệnh này dùng trong trò chuyện riêng với bot.
      [Mở trò chuyện riêng với bot]
    Nguyễn Thị An: /trogiup@nhip_bot
    nhip: Trong nhóm, cán bộ công đoàn dùng: /baocao – số liệu tuần này (hoặc thêm: tháng, quý, 6 tháng, năm); /thetraodoi – thẻ trao đổi cho buổi sinh hoạt; /lienket – gắn nhóm với đơn vị; /huylienket – bỏ gắn. Mọi lệnh khác dùng trong trò chuyện riêng với bot.
      [Mở trò chuyện riêng với bot]
    ");
    assert_eq!(
        world.database().number("SELECT count(*) FROM groups").await,
        0
    );
    world.ends().await;
}

/// Three members of one section and nine of another: six have read, ten have answered everything.
async fn a_week_of_answers(world: &World) {
    let mut people = world.crowd(3, "SNV-VP").await;
    people.extend(world.crowd(9, "SNV-CB").await);
    world.all_tap(&people[..6], "Đã đọc").await;
    world.passes_to("2026-11-25 11:35").await;
    for _ in 1..=5 {
        world.all_tap(&people[..10], "A").await;
    }
}

#[tokio::test]
async fn a_report_shows_the_week_as_it_goes_unless_there_are_too_few() {
    let world = World::start().await;
    let (officer, ana, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV").await;
    ana.joins("SNV-VP").await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.reads_last(1), @r"
    nhip: SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
      Sở Nội vụ
      Tuần 23/11 – 29/11 · tiêu chí 1.1
      Tuần này còn mở. Hạn trả lời: 21:00 Chủ nhật 29/11.
      Số liệu của riêng đơn vị này có sau khi tuần kết thúc: xin xem lại từ thứ Hai. Lúc này bot chỉ nêu số chung của toàn tổ chức.
      Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
    a_week_of_answers(&world).await;
    officer.says_in(&group, "/baocao tuần").await;
    insta::assert_snapshot!(group.reads_last(1), @r"
    nhip: SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
      Sở Nội vụ
      Tuần 23/11 – 29/11 · tiêu chí 1.1
      Tuần này còn mở. Hạn trả lời: 21:00 Chủ nhật 29/11.
      Đã nhận tin: hơn 10 người
      Đã chạm “Đã đọc”: hơn 5 người
      Đã trả lời câu hỏi: hơn 5 người
      Đã xong năm câu: hơn 5 người
      Tổng số người (theo khai báo): 45
      Khi tuần còn mở, bot làm tròn xuống theo từng bước năm người; số đầy đủ có sau khi tuần kết thúc.
      Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
    officer.says_in(&group, "/baocao tháng").await;
    insta::assert_snapshot!(group.reads_last(1), @"nhip: Tháng 11 năm 2026: chưa có tuần nào kết thúc. Tháng, quý, 6 tháng và năm chỉ gộp các tuần đã kết thúc; số liệu của tuần đang mở: /baocao tuần.");
    let reports = "SELECT count(*) FROM audit WHERE action = 'report'";
    assert_eq!(world.database().number(reports).await, 2);
    world.ends().await;
}

#[tokio::test]
async fn a_report_shows_what_people_knew_once_the_round_is_closed() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV").await;
    a_week_of_answers(&world).await;
    world.passes_to("2026-11-29 21:00").await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(without_draw(&group.reads_last(1)), @r"
    nhip: SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
      Sở Nội vụ
      Tuần 23/11 – 29/11 · tiêu chí 1.1
      Tuần đã kết thúc lúc 21:00 Chủ nhật 29/11.
      Đã nhận tin: 12/45 người (27%)
      Đã chạm “Đã đọc”: 6/12 (50%)
      Đã trả lời câu hỏi: 10/12 (83%)
      Đã xong năm câu: 10/12 (83%)
      Tỷ lệ đúng theo nội dung (tuần đã kết thúc, 23/11 – 29/11)
      1. Trung thành: …
      2. Trách nhiệm: …
      3. Liêm chính: …
      4. Sáng tạo: …
      Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
    world.passes_to("2026-11-30 12:00").await;
    world.speaks(&officer, "en");
    officer.says_in(&group, "/report week").await;
    insta::assert_snapshot!(without_draw(&group.reads_last(1)), @r"
    nhip: COMBINED FIGURES (draft, for reference)
      Sở Nội vụ
      Week 30/11 – 06/12 · criterion 2.1
      This week is still open. Deadline: 21:00 Sunday 06/12.
      Received the messages: more than 10 people
      Tapped “I have read it”: too few to give a number
      Answered questions: too few to give a number
      Completed all five: too few to give a number
      Total number of people (as declared): 45
      While the week is open, numbers are rounded down to multiples of five; exact ones come after it has ended.
      The period before (in full): 10/12 answered (83%)
      Share of correct answers by theme (weeks that have ended, 23/11 – 29/11)
      1. Trung thành (Loyalty): …
      2. Trách nhiệm (Responsibility): …
      3. Liêm chính (Integrity): …
      4. Sáng tạo (Creativity): …
      Not to be used to grade or appraise individuals or units.
    ");
    world.ends().await;
}

#[tokio::test]
async fn a_small_unit_beside_one_other_stays_hidden_although_it_has_enough_people() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    world.crowd(6, "SNV-VP").await;
    world.crowd(3, "SNV-CB").await;
    officer.says_in(&group, "/lienket SNV-VP").await;
    world.passes_to("2026-11-29 21:00").await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.reads_last(1), @r"
    nhip: SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
      Văn phòng Sở
      Tuần 23/11 – 29/11 · tiêu chí 1.1
      Tuần đã kết thúc lúc 21:00 Chủ nhật 29/11.
      Chưa đủ số lượt để tổng hợp: số người tham gia; tỷ lệ đúng của nội dung 1. Trung thành, 2. Trách nhiệm, 3. Liêm chính, 4. Sáng tạo.
      Bot chỉ nêu số liệu từ 5 người trở lên (suy ngẫm: từ 10 người), và không nêu số mà từ đó suy ra được từng người.
      Nên làm tiếp: mời thêm người bằng liên kết mời (gửi /moi cho bot). Số liệu chung có trong báo cáo của Sở Nội vụ; cán bộ ở đó xem được.
      Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
    world.ends().await;
}

#[tokio::test]
async fn in_a_forum_the_answer_goes_to_the_topic_where_it_was_asked() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, true).await;
    let topic = world
        .sandbox()
        .add_topic(officer.id(), group.id(), "Cuộc vận động");
    let ask = |text: &str| Say {
        chat: group.id(),
        text: text.to_owned(),
        thread: Some(topic),
        ..Say::default()
    };
    officer.says_with(ask("/lienket SNV")).await;
    officer.says_with(ask("/baocao")).await;
    officer.says_in(&group, "/baocao").await;
    let threads: Vec<_> = group
        .messages()
        .iter()
        .rev()
        .take(6)
        .map(|m| m.thread)
        .collect();
    let (here, elsewhere) = (Some(topic), None);
    assert_eq!(threads, [elsewhere, elsewhere, here, here, here, here]);
    world.ends().await;
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_keeps_its_unit() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV-VP").await;
    let new = world.sandbox().migrate(group.id());
    world.settles().await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.glances_last(2), @r"
    Trần Thị Mai Lan: /baocao
    nhip: SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
    ");
    let linked = world
        .database()
        .lines("SELECT chat_id, code FROM groups JOIN units ON unit_id = id")
        .await;
    assert_eq!(linked, [format!("{new} SNV-VP")]);
    world.ends().await;
}

#[tokio::test]
async fn an_answer_owed_to_a_group_follows_it_to_the_supergroup() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV-VP").await;
    // The bot hears of the command and of the move together, after both have happened.
    world.bot_stops().await;
    world.sandbox().say(officer.id(), group.id(), "/baocao");
    let new = world.sandbox().migrate(group.id());
    world.bot_starts().await;
    world.settles().await;
    let newest = world.sandbox().messages(new).pop().unwrap();
    insta::assert_snapshot!(newest.text.lines().next().unwrap(), @"SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)");
    world.ends().await;
}

#[tokio::test]
async fn a_bot_that_was_removed_forgets_the_group() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV").await;
    world
        .sandbox()
        .remove_bot_from_group(officer.id(), group.id());
    world.settles().await;
    assert_eq!(
        world.database().number("SELECT count(*) FROM groups").await,
        0
    );
    world.sandbox().add_bot_to_group(officer.id(), group.id());
    world.settles().await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.glances_last(4), @r"
    ·: joined
    nhip: Xin chào. Đây là bot của Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”, do ban chấp hành công đoàn cơ sở vận hành.
    Trần Thị Mai Lan: /baocao
    nhip: Nhóm này chưa gắn với đơn vị nào. Cán bộ phụ trách gõ /lienket trước.
    ");
    world.ends().await;
}

#[tokio::test]
async fn a_list_of_units_comes_as_a_file_over_the_wire() {
    let world = World::start().await;
    let officer = world.officer();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let headings = ["Mã", "Tên đơn vị", "Mã cấp trên", "Cấp", "Số người"];
    let row = ["SNV-TC", "Phòng Tổ chức", "SNV", "phòng", "14"];
    for (line, cells) in [headings, row].iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (line, column) = (u32::try_from(line).unwrap(), u16::try_from(column).unwrap());
            sheet.write(line, column, *cell).unwrap();
        }
    }
    let file = Attached {
        name: "Danh sách đơn vị.xlsx".to_owned(),
        bytes: book.save_to_buffer().unwrap().into(),
        photo: false,
    };
    let with = |file: &Attached| Say {
        chat: officer.id(),
        file: Some(file.clone()),
        ..Say::default()
    };
    // A server that stumbles is asked again.
    world.sandbox().fault(Fault {
        method: Some("getFile".to_owned()),
        chat: None,
        times: Some(1),
        kind: FaultKind::ServerError {
            code: 502,
            html_body: true,
        },
    });
    officer.says_with(with(&file)).await;
    world
        .until("the file is read", async || {
            officer.reads().contains("+ SNV-TC: Phòng Tổ chức")
        })
        .await;
    officer.taps("Nhập").await;
    insta::assert_snapshot!(officer.reads_last(1), @"nhip: Đã nhập danh sách đơn vị: 1 đơn vị mới, 0 thay đổi, 0 giữ nguyên.");
    world.ends().await;
}

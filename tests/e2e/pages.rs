//! What a member can look up and set for themselves.

use testkit::world::World;

#[tokio::test]
async fn settings_follow_the_taps_in_both_languages() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    ana.says("/caidat").await;
    insta::assert_snapshot!(ana.reads_last(1), @r"
    nhip: Cài đặt
      Giờ nhận tin: 11:35–13:15, các ngày làm việc.
      Chạm để đổi giờ, đổi ngôn ngữ, hoặc tạm nghỉ khi đi công tác, nghỉ phép.
      [✓ 11:35–13:15] [17:15–20:30]
      [✓ Tiếng Việt] [English]
      [Nghỉ 1 tuần] [Nghỉ 2 tuần] [Nghỉ 4 tuần]
    ");
    ana.taps("English").await;
    insta::assert_snapshot!(ana.toast(), @"Saved.");
    ana.taps("17:15").await;
    ana.taps("Pause 2 weeks").await;
    insta::assert_snapshot!(ana.reads_last(1), @r"
    nhip: Settings
      Messages arrive: 17:15–20:30, on working days.
      Tap to change the time or the language, or to pause while you are travelling for work or on leave.
      Paused; messages resume on 07/12/2026. Meanwhile you can still open /quiz and /checkin.
      [11:35–13:15] [✓ 17:15–20:30]
      [Tiếng Việt] [✓ English]
      [Resume messages]
    ");
    ana.taps("Resume messages").await;
    ana.taps("Tiếng Việt").await;
    insta::assert_snapshot!(ana.reads_last(1), @r"
    nhip: Cài đặt
      Giờ nhận tin: 17:15–20:30, các ngày làm việc.
      Chạm để đổi giờ, đổi ngôn ngữ, hoặc tạm nghỉ khi đi công tác, nghỉ phép.
      [11:35–13:15] [✓ 17:15–20:30]
      [✓ Tiếng Việt] [English]
      [Nghỉ 1 tuần] [Nghỉ 2 tuần] [Nghỉ 4 tuần]
    ");
    world.ends().await;
}

#[tokio::test]
async fn privacy_says_what_is_held_and_takes_a_consent_back() {
    let world = World::start().await;
    let binh = world.person("Lê Văn Bình", "vi");
    binh.says("/riengtu").await;
    assert_eq!(
        binh.messages().last().unwrap().keyboard.len(),
        1,
        "only the way to all of it"
    );
    binh.joins("SNV-CB").await;
    binh.says("/privacy").await;
    insta::assert_snapshot!(binh.reads_last(1), @r"
    nhip: Quyền riêng tư
      Bot giữ gì? Mã tài khoản Telegram, đơn vị, cài đặt, các lần đồng ý, bài nào đã đọc và câu trả lời tìm hiểu. Không giữ số điện thoại. Lời đồng chí gõ: chỉ giữ góp ý đã gửi (/gopy) và sáng kiến đã kể (/sangkien); sáng kiến chỉ đồng chí thấy, cho đến khi tự đưa vào sổ. Họ tên: chỉ giữ tên đồng chí tự gõ để được biểu dương, để là tác giả sáng kiến, hoặc để ghi dưới góp ý.
      Ai xem được? Kết quả cá nhân: chỉ đồng chí. Cán bộ công đoàn: chỉ số liệu tổng hợp từ 5 người, phần suy ngẫm từ 10 người trở lên. Không có danh sách người chưa trả lời. Với người đã đồng ý được nêu tên khi biểu dương, cán bộ còn thấy tên và lời như “tham gia đều”.
      Điều cần biết. Telegram lưu cuộc trò chuyện ở nước ngoài. Bot do ban chấp hành công đoàn cơ sở vận hành; về mặt kỹ thuật, người quản trị máy chủ đọc được dữ liệu.
      Quyền của đồng chí: /dulieucuatoi – nhận mọi dữ liệu; /xoadulieu – xóa ngay; /nhatky – việc cán bộ đã làm.
      Phần suy ngẫm: đồng chí đã đồng ý. Nếu đồng chí rút lại, bot xóa ngay các lựa chọn trong đợt đang mở và sổ riêng (nếu có).
      Được nêu tên khi biểu dương: đồng chí chưa đồng ý. Bot không lưu tên.
      [Xem đầy đủ]
      [Không dùng phần suy ngẫm nữa]
      [Nêu tên khi biểu dương]
      [Dừng tham gia và xóa dữ liệu]
    ");
    binh.taps("Không dùng phần suy ngẫm").await;
    insta::assert_snapshot!(binh.toast(), @"Đã rút lại sự đồng ý và xóa các lựa chọn trong đợt đang mở.");
    insta::assert_snapshot!(binh.reads_last(1).lines().rev().take(4).collect::<Vec<_>>().join("\n"), @r"
    [Dừng tham gia và xóa dữ liệu]
    [Nêu tên khi biểu dương]
    [Xem phần suy ngẫm]
    [Xem đầy đủ]
    ");
    binh.taps("Dừng tham gia").await;
    insta::assert_snapshot!(binh.reads_last(1), @r"
    nhip: Đồng chí muốn dừng tham gia và xóa dữ liệu?
      Xóa ngay: thông tin tài khoản, các lần đồng ý, mọi câu trả lời, sổ riêng, tên để biểu dương, sáng kiến và tên tác giả, tên dưới góp ý (nếu có), quyền cán bộ (nếu có), các tin đang chờ gửi.
      Còn lại: số tổng hợp đã đếm trước đó, không còn gắn với ai; và bằng chứng rằng đồng chí đã từng đồng ý, đã dừng ngày nào. Bằng chứng này không ghi mã tài khoản, chỉ ghi mã băm (một dãy ký tự tính ra từ mã đó), và được giữ 36 tháng để trả lời khi có khiếu nại. Việc đồng chí đã làm với tư cách cán bộ (nếu có) vẫn còn trong nhật ký. Bản sao lưu của máy chủ hết hạn theo lịch riêng. Cuộc trò chuyện này do Telegram giữ; đồng chí có thể tự xóa.
      Nếu chỉ cần yên tĩnh một thời gian, đồng chí có thể tạm nghỉ (/caidat).
      [Tạm nghỉ 30 ngày]
      [Dừng hẳn và xóa dữ liệu]
      [Tiếp tục tham gia]
    ");
    world.ends().await;
}

#[tokio::test]
async fn all_twelve_criteria_can_be_leafed_through_by_anybody() {
    let world = World::start().await;
    let chi = world.person("Phạm Thị Chi", "vi");
    chi.says("/tieuchi").await;
    insta::assert_snapshot!(chi.glances_last(1), @"
    nhip: Cuộc vận động xây dựng người cán bộ, công chức, viên chức “Trung thành, trách nhiệm, liêm chính, sáng tạo”
      [1. Trung thành]
      [2. Trách nhiệm]
      [3. Liêm chính]
      [4. Sáng tạo]
      [Sáu nhiệm vụ]
    ");
    for theme in 1..=4 {
        chi.taps(&format!("{theme}. ")).await;
        for number in 1..=3 {
            chi.taps(&format!("Tiêu chí {theme}.{number}")).await;
            let page = chi.messages().pop().unwrap().text;
            assert!(
                page.starts_with(&format!("Tiêu chí {theme}.{number}\n")),
                "{page}"
            );
            chi.taps("Trở lại").await;
        }
        if theme == 3 {
            insta::assert_snapshot!(chi.reads_last(1), @r"
            nhip: Nội dung 3: “Liêm chính”
              3.1. Luôn coi việc chung, lợi ích tập thể lên trên việc riêng, lợi ích cá nhân; Luôn tôn trọng và giữ gìn của công và của dân
              3.2. Thẳng thắn, trung thực, không cục bộ, bản vị, sống trong sạch, không lợi ích nhóm; Không lợi dụng vị trí, chức vụ gây phiền hà, sách nhiễu
              3.3. Tích cực đấu tranh phòng, chống tham nhũng, lãng phí.
              [Tiêu chí 3.1] [Tiêu chí 3.2] [Tiêu chí 3.3]
              [Trở lại]
            ");
        }
        chi.taps("Trở lại").await;
    }
    assert_eq!(
        chi.messages().len(),
        2,
        "one message that is edited in place"
    );
    world.ends().await;
}

#[tokio::test]
async fn the_monthly_reflection_is_private_voluntary_and_can_be_taken_back() {
    let world = World::without_bot("2026-11-30 07:30").await;
    world.bot_starts().await;
    let dung = world.person("Võ Anh Dũng", "vi");
    dung.says(&format!("/start {}", world.invite("SNV-VP")))
        .await;
    dung.agrees_to(&[1, 2]).await;
    dung.taps("Suy ngẫm tháng này").await;
    insta::assert_snapshot!(dung.reads_last(1), @r"
    nhip: Suy ngẫm cá nhân (tự nguyện, riêng tư). Mỗi tháng có một đợt: đồng chí tự nhìn lại ba việc của bản thân và chọn một mức cho mỗi việc. Khi đợt còn mở, đồng chí sửa hoặc rút lại được. Khi đợt khép lại, bot xóa câu trả lời của từng người, chỉ giữ số đếm chung, và chỉ công bố khi có từ 10 người trở lên.
      Không ai được xem người nào đã trả lời, người nào chưa. Đồng chí có muốn dùng phần này không? Không chọn thì mọi phần khác vẫn dùng được đầy đủ.
      [Đồng ý dùng phần suy ngẫm]
      [Để sau]
    ");
    dung.taps("Đồng ý dùng phần suy ngẫm").await;
    insta::assert_snapshot!(dung.toast(), @"Đã ghi nhận sự đồng ý.");
    dung.taps("Đã đọc và suy nghĩ").await;
    choose_first(&dung).await;
    dung.taps("Bỏ qua câu này").await;
    choose_first(&dung).await;
    insta::assert_snapshot!(dung.glances_last(1), @r"
    nhip: Cảm ơn đồng chí đã dành thời gian suy ngẫm.
      [Xem lại, sửa lựa chọn]
      [Rút lại tất cả]
      [Giữ vào sổ riêng (có khóa)]
    ");
    assert_eq!(choices(&world).await, ["1 0 0", "1 2 0"]);
    dung.taps("Xem lại, sửa").await;
    choose_last(&dung).await;
    assert_eq!(
        choices(&world).await.len(),
        2,
        "a changed choice is no second one"
    );
    dung.says("/suyngam").await;
    dung.taps("Bỏ qua câu này").await;
    dung.taps("Bỏ qua câu này").await;
    dung.taps("Rút lại tất cả").await;
    insta::assert_snapshot!(dung.reads_last(1), @r"
    nhip: Đã rút lại. Bot không còn giữ lựa chọn nào của đồng chí trong đợt này.
      [Suy ngẫm tháng này (riêng tư)]
    ");
    assert_eq!(choices(&world).await, [""; 0]);
    world.ends().await;
}

#[tokio::test]
async fn when_a_reflection_closes_nothing_of_anybody_is_left() {
    let world = World::without_bot("2026-11-30 07:30").await;
    world.bot_starts().await;
    let ha = world.person("Đặng Thu Hà", "vi");
    ha.joins("SNV-VP").await;
    ha.says("/checkin").await;
    ha.taps("Đã đọc và suy nghĩ").await;
    for _ in 0..3 {
        choose_first(&ha).await;
    }
    assert_eq!(choices(&world).await.len(), 3);
    world.passes_to("2026-12-13 21:00").await;
    assert_eq!(choices(&world).await, [""; 0]);
    assert_eq!(
        world
            .database()
            .number("SELECT count(*) FROM checkin_visits")
            .await,
        0
    );
    ha.taps("Rút lại tất cả").await;
    insta::assert_snapshot!(ha.toast(), @"Đợt suy ngẫm này đã khép lại. Bot đã xóa câu trả lời của từng người. Xem khi nào có đợt mới: /suyngam");
    ha.says("/checkin").await;
    insta::assert_snapshot!(ha.reads_last(1), @"nhip: Lúc này không có đợt suy ngẫm nào đang mở. Đợt tới mở từ 07:00 thứ Hai 28/12 đến 21:00 Chủ nhật 10/01.");
    world.ends().await;
}

#[tokio::test]
async fn whatever_is_written_is_answered() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    for text in [
        "/trogiup",
        "/quiz",
        "/baocao",
        "/khongco",
        "/start@other_bot",
    ] {
        ana.says(text).await;
    }
    insta::assert_snapshot!(ana.glances(), @r"
    Nguyễn Thị An: /trogiup
    nhip: Bot này đưa Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo” đến từng cán bộ, công chức, viên chức, mỗi tuần vài phút. Xin gửi /start để bắt đầu, /tieuchi để xem mười hai tiêu chí, /riengtu để biết bot giữ gì.
    Nguyễn Thị An: /quiz
    nhip: Lệnh này dành cho người đã tham gia. Xin gửi /start để bắt đầu.
    Nguyễn Thị An: /baocao
    nhip: Lệnh này dành cho cán bộ công đoàn phụ trách. Nếu cần, xin liên hệ cán bộ công đoàn của đơn vị.
    Nguyễn Thị An: /khongco
    nhip: Bot chưa biết lệnh này. Gửi /trogiup để xem các lệnh.
    Nguyễn Thị An: /start@other_bot
    nhip: Chưa tìm thấy đơn vị có tên như vậy. Xin gõ một phần tên đơn vị, có dấu hay không dấu đều được, hoặc hỏi cán bộ công đoàn của đơn vị để có liên kết mời.
    ");
    ana.joins("SNV-VP").await;
    ana.says("Hôm nay trời đẹp quá").await;
    insta::assert_snapshot!(ana.reads_last(1), @"nhip: Bot không đọc tin nhắn tự do và không lưu lại. Gửi /trogiup để xem các lệnh, hoặc /tracnghiem để mở câu hỏi tuần này.");
    ana.says("C").await;
    insta::assert_snapshot!(ana.reads_last(1), @"nhip: Bot không đọc tin nhắn tự do và không lưu lại. Gửi /trogiup để xem các lệnh, hoặc /tracnghiem để mở câu hỏi tuần này.");
    world.ends().await;
}

#[tokio::test]
async fn everybody_has_the_menu_of_their_part() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    let names = |chat: i64, user: i64, language: &str| {
        let menu = world.sandbox().commands(chat, user, language);
        menu.into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
            .join(" ")
    };
    insta::assert_snapshot!(names(ana.id(), ana.id(), "vi"), @"tracnghiem onlai suyngam tieuchi cuatoi caidat donvi riengtu nhatky viectrongnam dung trogiup");
    insta::assert_snapshot!(names(ana.id(), ana.id(), "en"), @"quiz practice checkin criteria me settings unit privacy log year stop help");
    let officer = world.officer();
    insta::assert_snapshot!(names(officer.id(), officer.id(), "vi"), @"canbo moi baocao thongbao dsthongbao hoiam tamdungtatca guitrolai tracnghiem nhatky caidat trogiup");
    let group = world.group("Công đoàn Sở", &[&officer, &ana], false);
    insta::assert_snapshot!(names(group.id(), ana.id(), "vi"), @"baocao thetraodoi lienket huylienket");
    world.ends().await;
}

/// Taps the first choice of the prompt on the screen.
async fn choose_first(member: &testkit::world::Actor) {
    let newest = member.messages().pop().unwrap();
    member
        .taps(&newest.keyboard.first().unwrap().first().unwrap().text)
        .await;
}

/// Taps the last choice, the one above "skip".
async fn choose_last(member: &testkit::world::Actor) {
    let newest = member.messages().pop().unwrap();
    let row = newest.keyboard.iter().rev().nth(1).unwrap();
    member.taps(&row.first().unwrap().text).await;
}

async fn choices(world: &World) -> Vec<String> {
    let query = "SELECT member_id, place, choice FROM checkin_answers ORDER BY 1, 2";
    world.database().lines(query).await
}

//! How people come in, stay out and leave.

use testkit::world::World;

#[tokio::test]
async fn an_invite_link_leads_to_the_first_item_in_a_minute() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.says(&format!("/start {}", world.invite("SNV-VP")))
        .await;
    insta::assert_snapshot!(ana.reads(), @r"
    Nguyễn Thị An: /start ‹SNV-VP›
    nhip: Mời tham gia: Văn phòng Sở
      Bot này do ban chấp hành công đoàn cơ sở vận hành. Mỗi tuần có một bài ngắn và năm câu hỏi tìm hiểu về Cuộc vận động; mỗi tháng có một lần suy ngẫm cá nhân. Tham gia là tự nguyện, dừng lúc nào cũng được. Kết quả không dùng để xếp loại hay bình xét.
      1. Tài khoản và câu hỏi tìm hiểu. Bot lưu mã tài khoản Telegram, đơn vị, cài đặt và câu trả lời. Trong bot, kết quả của đồng chí chỉ đồng chí xem được; cán bộ công đoàn chỉ thấy số liệu tổng hợp từ 5 người trở lên.
      2. Máy chủ ở nước ngoài. Tin nhắn với bot đi qua và được lưu trên máy chủ của Telegram ngoài Việt Nam. Xin không gửi bí mật nhà nước hay tài liệu nội bộ vào đây.
      3. Suy ngẫm cá nhân (tự nguyện, riêng tư). Mỗi tháng có một đợt: đồng chí tự nhìn lại ba việc của bản thân và chọn một mức cho mỗi việc. Khi đợt còn mở, đồng chí sửa hoặc rút lại được. Khi đợt khép lại, bot xóa câu trả lời của từng người, chỉ giữ số đếm chung, và chỉ công bố khi có từ 10 người trở lên.
      Đồng chí chạm vào mục muốn chọn, rồi chạm Đồng ý. Mục 1 và mục 2 cần có để tham gia. Mục 3 tùy ý: không chọn thì mọi phần khác vẫn dùng được đầy đủ. Trước khi đồng chí đồng ý, bot không lưu gì.
      [☐ 1. Tài khoản và câu hỏi]
      [☐ 2. Máy chủ ở nước ngoài]
      [☐ 3. Suy ngẫm cá nhân (tùy ý)]
      [Đồng ý] [Không đồng ý]
    ");
    ana.taps("Đồng ý").await;
    insta::assert_snapshot!(ana.toast(), @"Để tham gia, xin chọn mục 1 và mục 2 trước. Mục 3 tùy ý.");
    ana.taps("☐ 1").await;
    ana.taps("☐ 2").await;
    ana.taps("☐ 3").await;
    ana.taps("☑ 3").await;
    insta::assert_snapshot!(ana.glances(), @r"
    Nguyễn Thị An: /start ‹SNV-VP›
    nhip: Mời tham gia: Văn phòng Sở
      [☑ 1. Tài khoản và câu hỏi]
      [☑ 2. Máy chủ ở nước ngoài]
      [☐ 3. Suy ngẫm cá nhân (tùy ý)]
      [Đồng ý] [Không đồng ý]
    ");
    ana.taps("Đồng ý").await;
    insta::assert_snapshot!(ana.toast(), @"Đã tham gia.");
    insta::assert_snapshot!(first_lines(&ana.reads_last(2), 4), @r"
    nhip: Cảm ơn đồng chí đã tham gia. Đơn vị: Văn phòng Sở.
      Bot gửi tin vào giờ nghỉ trưa của ngày làm việc, mỗi tuần hai lần. Muốn đổi giờ hoặc tạm nghỉ: /caidat. Quyền riêng tư: /riengtu.
    nhip: Tiêu chí 1.1 · Trung thành
      Trung thành với mục tiêu, lý tưởng của Đảng, của dân tộc; Kiên định lập trường chủ nghĩa Mác-Lênin, tư tưởng Hồ Chí Minh và con đường cách mạng mà Đảng, Bác Hồ và nhân dân ta lựa chọn
    ");
    insta::assert_snapshot!(ana.glances(), @r"
    Nguyễn Thị An: /start ‹SNV-VP›
    nhip: Cảm ơn đồng chí đã tham gia. Đơn vị: Văn phòng Sở.
    nhip: Tiêu chí 1.1 · Trung thành
      [Đã đọc]
    ");
    world.ends().await;
}

#[tokio::test]
async fn a_unit_is_found_without_its_accents() {
    let world = World::start().await;
    let (officer, binh) = (world.officer(), world.person("Lê Văn Bình", "vi"));
    officer.says("/start").await;
    binh.says("/start").await;
    binh.says("so noi vu").await;
    binh.says("phòng giáo dục").await;
    binh.says("x").await;
    insta::assert_snapshot!(binh.reads(), @r"
    Lê Văn Bình: /start
    nhip: Nhịp – mỗi tuần vài phút với Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”.
      Nếu có liên kết mời của đơn vị, đồng chí chỉ cần mở liên kết đó. Nếu chưa có, xin gõ tên đơn vị, có dấu hay không dấu đều được. Ví dụ: so noi vu.
    Lê Văn Bình: so noi vu
    nhip: Đồng chí thuộc đơn vị nào?
      [Sở Nội vụ]
    Lê Văn Bình: phòng giáo dục
    nhip: Chưa tìm thấy đơn vị có tên như vậy. Xin gõ một phần tên đơn vị, có dấu hay không dấu đều được, hoặc hỏi cán bộ công đoàn của đơn vị để có liên kết mời.
    Lê Văn Bình: x
    nhip: Chưa tìm thấy đơn vị có tên như vậy. Xin gõ một phần tên đơn vị, có dấu hay không dấu đều được, hoặc hỏi cán bộ công đoàn của đơn vị để có liên kết mời.
    ");
    binh.says("PHÒNG").await;
    insta::assert_snapshot!(binh.glances_last(1), @r"
    nhip: Đồng chí thuộc đơn vị nào?
      [Văn phòng Sở]
      [Phòng Tổ chức cán bộ]
      [Phòng Cải cách hành chính]
    ");
    binh.taps("Văn phòng Sở").await;
    insta::assert_snapshot!(binh.glances_last(3), @r"
    nhip: Chưa tìm thấy đơn vị có tên như vậy. Xin gõ một phần tên đơn vị, có dấu hay không dấu đều được, hoặc hỏi cán bộ công đoàn của đơn vị để có liên kết mời.
    Lê Văn Bình: PHÒNG
    nhip: Mời tham gia: Văn phòng Sở
      [☐ 1. Tài khoản và câu hỏi]
      [☐ 2. Máy chủ ở nước ngoài]
      [☐ 3. Suy ngẫm cá nhân (tùy ý)]
      [Đồng ý] [Không đồng ý]
    ");
    binh.agrees_to(&[1, 2]).await;
    insta::assert_snapshot!(binh.glances_last(1), @r"
    nhip: Đang xin tham gia Văn phòng Sở
      [Rút lời xin]
    ");
    let screen = binh.reads_last(1);
    let (_, rest) = screen.split_once("Số của đồng chí: ").expect("a number");
    let number = &rest[..2];
    officer.taps(number).await;
    insta::assert_snapshot!(officer.glances_last(1).replace(number, "‹number›"), @r"
    nhip: Người xin tham gia Văn phòng Sở đã đọc cho đồng chí số ‹number›?
      [Đúng, xác nhận]
      [Trở lại]
    ");
    officer.taps("Đúng, xác nhận").await;
    insta::assert_snapshot!(officer.reads_last(1), @r"
    nhip: Đã xác nhận: người ấy nay tham gia Văn phòng Sở.
      Văn phòng Sở: không còn ai chờ xác nhận.
    ");
    insta::assert_snapshot!(binh.glances_last(2), @r"
    nhip: Cán bộ phụ trách đã xác nhận. Cảm ơn đồng chí đã tham gia. Đơn vị: Văn phòng Sở.
    nhip: Tiêu chí 1.1 · Trung thành
      [Đã đọc]
    ");
    world.ends().await;
}

#[tokio::test]
async fn who_refuses_leaves_nothing_behind() {
    let world = World::start().await;
    let before = stored_about_people(&world).await;
    let chi = world.person("Phạm Thị Chi", "vi");
    chi.says(&format!("/start {}", world.invite("SNV-CB")))
        .await;
    chi.taps("☐ 1").await;
    chi.taps("Không đồng ý").await;
    insta::assert_snapshot!(chi.reads(), @r"
    Phạm Thị Chi: /start ‹SNV-CB›
    nhip: Bot không lưu gì về đồng chí. Khi nào muốn tham gia, xin gửi /start.
    ");
    assert_eq!(stored_about_people(&world).await, before);
    world.ends().await;
}

#[tokio::test]
async fn an_old_link_and_a_second_joining_are_answered_kindly() {
    let world = World::start().await;
    let dung = world.person("Võ Anh Dũng", "vi");
    dung.says("/start no-such-invitation").await;
    insta::assert_snapshot!(dung.reads(), @r"
    Võ Anh Dũng: /start no-such-invitation
    nhip: Liên kết mời này không còn dùng được. Xin gõ tên đơn vị để tìm, hoặc hỏi cán bộ công đoàn của đơn vị để có liên kết mới.
    ");
    dung.joins("SNV-VP").await;
    dung.says(&format!("/start {}", world.invite("SNV-CB")))
        .await;
    insta::assert_snapshot!(dung.reads_last(1), @r"
    nhip: Chuyển từ Văn phòng Sở sang Phòng Tổ chức cán bộ?
      Kết quả cá nhân đi theo đồng chí. Số đã đếm vẫn thuộc đơn vị cũ. Câu hỏi tuần này nếu đang làm dở thì vẫn tính cho đơn vị cũ; đợt suy ngẫm đang mở thì tính cho đơn vị mới.
      [Chuyển]
      [Ở lại]
    ");
    dung.says(&format!("/start {}", world.invite("SNV-VP")))
        .await;
    insta::assert_snapshot!(dung.reads_last(1), @"nhip: Đồng chí đang tham gia cùng Văn phòng Sở. Gửi /trogiup để xem các lệnh. Muốn chuyển sang đơn vị khác: /donvi.");
    // The consents of a second invitation, opened before the first was answered.
    dung.forges("agree:3:7:0").await;
    insta::assert_snapshot!(dung.toast(), @"Đồng chí đã tham gia từ trước.");
    assert_eq!(
        world
            .database()
            .number("SELECT count(*) FROM members")
            .await,
        1
    );
    world.ends().await;
}

#[tokio::test]
async fn who_reads_english_is_spoken_to_in_english() {
    let world = World::start().await;
    let emma = world.person("Emma Clarke", "en-GB");
    emma.says(&format!("/start {}", world.invite("SNV-VP")))
        .await;
    emma.agrees_to(&[1, 2, 3]).await;
    emma.says("/help").await;
    insta::assert_snapshot!(emma.glances(), @"
    Emma Clarke: /start ‹SNV-VP›
    nhip: Thank you for joining. Your unit: Văn phòng Sở.
    nhip: Criterion 1.1 · Trung thành (Loyalty)
      [I have read it]
    Emma Clarke: /help
    nhip: Commands
      [This week’s quiz] [Practise]
      [Reflection] [Twelve criteria]
      [Your progress] [Settings]
      [Your unit] [Privacy]
      [Log] [Journal]
      [Get your data] [The year's tasks]
    ");
    insta::assert_snapshot!(emma.toast(), @"You have joined.");
    world.ends().await;
}

#[tokio::test]
async fn who_stops_is_forgotten_at_once() {
    let world = World::start().await;
    let ha = world.person("Đặng Thu Hà", "vi");
    ha.joins("SNV-CC").await;
    ha.says("/tracnghiem").await;
    ha.taps("A").await;
    ha.says("/dung").await;
    insta::assert_snapshot!(ha.reads_last(1), @r"
    nhip: Đồng chí muốn dừng tham gia và xóa dữ liệu?
      Xóa ngay: thông tin tài khoản, các lần đồng ý, mọi câu trả lời, sổ riêng, tên để biểu dương, sáng kiến và tên tác giả, tên dưới góp ý (nếu có), quyền cán bộ (nếu có), các tin đang chờ gửi.
      Còn lại: số tổng hợp đã đếm trước đó, không còn gắn với ai; và bằng chứng rằng đồng chí đã từng đồng ý, đã dừng ngày nào. Bằng chứng này không ghi mã tài khoản, chỉ ghi mã băm (một dãy ký tự tính ra từ mã đó), và được giữ 36 tháng để trả lời khi có khiếu nại. Việc đồng chí đã làm với tư cách cán bộ (nếu có) vẫn còn trong nhật ký. Bản sao lưu của máy chủ hết hạn theo lịch riêng. Cuộc trò chuyện này do Telegram giữ; đồng chí có thể tự xóa.
      Nếu chỉ cần yên tĩnh một thời gian, đồng chí có thể tạm nghỉ (/caidat).
      [Tạm nghỉ 30 ngày]
      [Dừng hẳn và xóa dữ liệu]
      [Tiếp tục tham gia]
    ");
    ha.taps("Tiếp tục").await;
    insta::assert_snapshot!(ha.reads_last(1), @"nhip: Mọi thứ vẫn như trước.");
    ha.says("/stop").await;
    ha.taps("Dừng hẳn").await;
    insta::assert_snapshot!(ha.reads_last(2), @r"
    Đặng Thu Hà: /stop
    nhip: Đã xóa mọi dữ liệu về tài khoản của đồng chí. Còn lại: số tổng hợp không gắn với ai, và bằng chứng đồng ý dạng mã băm (giữ 36 tháng). Cảm ơn đồng chí đã đồng hành. Khi nào muốn trở lại, xin gửi /start.
    ");
    let dump = world.database().dump().await;
    assert!(!dump.contains(&ha.id().to_string()), "still known:\n{dump}");
    ha.says("/cuatoi").await;
    insta::assert_snapshot!(ha.reads_last(1), @"nhip: Lệnh này dành cho người đã tham gia. Xin gửi /start để bắt đầu.");
    ha.joins("SNV-VP").await;
    insta::assert_snapshot!(ha.glances_last(2), @r"
    nhip: Cảm ơn đồng chí đã tham gia. Đơn vị: Văn phòng Sở.
    nhip: Tiêu chí 1.1 · Trung thành
      [Đã đọc]
    ");
    world.ends().await;
}

fn first_lines(text: &str, count: usize) -> String {
    text.lines().take(count).collect::<Vec<_>>().join("\n")
}

/// All that could tell of somebody: everything but handled updates and the units.
async fn stored_about_people(world: &World) -> String {
    let dump = world.database().dump().await;
    let skip = ["updates", "sqlite_sequence"];
    let mut kept = String::new();
    let mut keep = true;
    for line in dump.lines() {
        if !line.starts_with(' ') {
            keep = !skip.contains(&line);
        }
        if keep {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

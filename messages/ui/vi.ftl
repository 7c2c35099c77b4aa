# Mọi câu chữ mà người dùng đọc, bằng tiếng Việt. Bản tiếng Anh ở tệp en.ftl, cùng tên khóa.
# Trong mọi câu đều dùng được: $organisation, $operator, $contact, $member, $address, $Address.
# Định dạng: <b>đậm</b>, <i>nghiêng</i>, <blockquote>trích dẫn</blockquote>.
# Khóa bắt đầu bằng toast- hiện tối đa 200 ký tự; button- là nhãn nút; menu- là mô tả lệnh.

### Ngày giờ

moment = {$time} { $weekday ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
    } {$date}

### Tham gia

welcome =
    <b>Nhịp</b> – mỗi tuần vài phút với Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”.

    Nếu có liên kết mời của đơn vị, {$address} chỉ cần mở liên kết đó. Nếu chưa có, xin gõ tên đơn vị, có dấu hay không dấu đều được. Ví dụ: <i>so noi vu</i>.
unit-found = {$Address} thuộc đơn vị nào?
unit-not-found =
    Chưa tìm thấy đơn vị có tên như vậy. Xin gõ một phần tên đơn vị, có dấu hay không dấu đều được, hoặc hỏi {$contact} để có liên kết mời.
invite-unknown =
    Liên kết mời này không còn dùng được. Xin gõ tên đơn vị để tìm, hoặc hỏi {$contact} để có liên kết mới.
consent =
    <b>Mời tham gia: {$unit}</b>

    Bot này do {$operator} vận hành. Mỗi tuần có một bài ngắn và năm câu hỏi tìm hiểu về Cuộc vận động; mỗi tháng có một lần suy ngẫm cá nhân. Tham gia là tự nguyện, dừng lúc nào cũng được. Kết quả không dùng để xếp loại hay bình xét.

    <b>1.</b> {$account}

    <b>2.</b> {$abroad}

    <b>3.</b> {$reflection}

    {$Address} chạm vào mục muốn chọn, rồi chạm <b>Đồng ý</b>. Mục 1 và mục 2 cần có để tham gia. Mục 3 tùy ý: không chọn thì mọi phần khác vẫn dùng được đầy đủ. Trước khi {$address} đồng ý, bot không lưu gì.
consent-account =
    <b>Tài khoản và câu hỏi tìm hiểu.</b> Bot lưu mã tài khoản Telegram, đơn vị, cài đặt và câu trả lời. Trong bot, kết quả của {$address} chỉ {$address} xem được; cán bộ công đoàn chỉ thấy số liệu tổng hợp từ 5 người trở lên.
consent-abroad =
    <b>Máy chủ ở nước ngoài.</b> Tin nhắn với bot đi qua và được lưu trên máy chủ của Telegram ngoài Việt Nam. Xin không gửi bí mật nhà nước hay tài liệu nội bộ vào đây.
consent-reflection =
    <b>Suy ngẫm cá nhân (tự nguyện, riêng tư).</b> Mỗi tháng có một đợt: {$address} tự nhìn lại ba việc của bản thân và chọn một mức cho mỗi việc. Khi đợt còn mở, {$address} sửa hoặc rút lại được. Khi đợt khép lại, bot xóa câu trả lời của từng người, chỉ giữ số đếm chung, và chỉ công bố khi có từ 10 người trở lên.
button-consent-account = 1. Tài khoản và câu hỏi
button-consent-abroad = 2. Máy chủ ở nước ngoài
button-consent-reflection = 3. Suy ngẫm cá nhân (tùy ý)
button-agree = Đồng ý
button-decline = Không đồng ý
toast-consents-missing = Để tham gia, xin chọn mục 1 và mục 2 trước. Mục 3 tùy ý.
toast-joined = Đã tham gia.
toast-joined-before = {$Address} đã tham gia từ trước.
toast-join-first = Nút này dành cho người đã tham gia. Xin gửi /start để bắt đầu.
joined =
    Cảm ơn {$address} đã tham gia. Đơn vị: <b>{$unit}</b>.

    Bot gửi tin vào giờ nghỉ trưa của ngày làm việc, mỗi tuần hai lần. Muốn đổi giờ hoặc tạm nghỉ: /caidat. Quyền riêng tư: /riengtu.
already-member =
    {$Address} đang tham gia cùng <b>{$unit}</b>. Gửi /trogiup để xem các lệnh. Muốn chuyển sang đơn vị khác: /donvi.
declined = Bot không lưu gì về {$address}. Khi nào muốn tham gia, xin gửi /start.
join-first = Lệnh này dành cho người đã tham gia. Xin gửi /start để bắt đầu.

### Bài hằng tuần

item =
    <b>Tiêu chí {$number} · {$theme}</b>
    <blockquote>{$wording}</blockquote>
    <b>{$title}</b>
    {$thought}

    <b>Tình huống.</b> {$situation}

    <b>Việc nhỏ tuần này.</b> {$attempt}
card =
    <b>Thẻ trao đổi · Tiêu chí {$number}</b>
    <blockquote>{$wording}</blockquote>
    <b>{$title}</b>
    {$situation}

    <b>Cùng trao đổi (mười phút)</b>
    {$questions}

    <i>Nguồn: {$source}</i>
card-question = {$number}. {$question}
card-which = Chưa rõ {$address} cần thẻ trao đổi của tiêu chí nào. Xin gõ kèm số tiêu chí từ 1.1 đến 4.3, ví dụ: /thetraodoi 3.2. Gửi /tieuchi để xem mười hai tiêu chí.
button-read = Đã đọc
button-quiz = Năm câu hỏi tuần này
button-checkin = Suy ngẫm tháng này (riêng tư)
toast-read = Cảm ơn {$address} đã đọc.
toast-read-before = {$Address} đã đọc bài này rồi.
toast-item-closed = Tuần của bài này đã kết thúc nên bot không ghi nhận thêm. Mời {$address} đọc bài của tuần mới.

### Câu hỏi tìm hiểu

kind-recall = Nhớ lại tiêu chí
kind-law = Quy định
kind-situation = Tình huống
quiz-question =
    <b>Câu {$place}/{$of}</b> · {$kind}

    {$question}

    <b>A.</b> {$a}
    <b>B.</b> {$b}
    <b>C.</b> {$c}
    <b>D.</b> {$d}
quiz-right =
    <b>Câu {$place}/{$of} · Đúng</b>

    {$question}

    {$Address} chọn <b>{$letter}.</b> {$chosen}

    {$why}

    <i>Nguồn: {$source}</i>
quiz-wrong =
    <b>Câu {$place}/{$of} · Chưa đúng</b>

    {$question}

    {$Address} chọn <b>{$letter}.</b> {$chosen}

    Phương án đúng là <b>{$right}.</b> {$answer}

    {$why}

    <i>Nguồn: {$source}</i>
quiz-wrong-because =
    <b>Câu {$place}/{$of} · Chưa đúng</b>

    {$question}

    {$Address} chọn <b>{$letter}.</b> {$chosen}
    {$because}

    Phương án đúng là <b>{$right}.</b> {$answer}

    {$why}

    <i>Nguồn: {$source}</i>
quiz-told-right =
    <b>Câu {$place}/{$of} · Đúng</b>
    <blockquote expandable>{$why}

    <i>Nguồn: {$source}</i>

    Câu hỏi: {$question}
    {$Address} chọn <b>{$letter}.</b> {$chosen}</blockquote>
quiz-told-wrong =
    <b>Câu {$place}/{$of} · Chưa đúng</b>
    <blockquote expandable>Phương án đúng là <b>{$right}.</b> {$answer}
    {$Address} chọn <b>{$letter}.</b> {$chosen}

    {$why}

    <i>Nguồn: {$source}</i>

    Câu hỏi: {$question}</blockquote>
quiz-told-because =
    <b>Câu {$place}/{$of} · Chưa đúng</b>
    <blockquote expandable>Phương án đúng là <b>{$right}.</b> {$answer}
    {$Address} chọn <b>{$letter}.</b> {$chosen}
    {$because}

    {$why}

    <i>Nguồn: {$source}</i>

    Câu hỏi: {$question}</blockquote>
findings =
    <b>Máy chủ của bot có việc cần người xử lý.</b> Xin chuyển tin này cho người trông máy chủ.

    {$lines}

    Bot nhắn nhiều nhất một tin như thế này mỗi ngày, chỉ cho những người phụ trách cao nhất.
finding-disk = • <b>Ổ đĩa sắp đầy:</b> chỗ chứa cơ sở dữ liệu còn {$megabytes} MB. Xin dọn bớt tệp không cần hoặc nới ổ đĩa; hết chỗ thì bot không ghi nhận được gì nữa.
finding-token = • <b>Telegram đã từ chối mã truy cập (token) của bot</b>, gần nhất lúc {$at}; trong khoảng đó bot ngừng chạy. Nếu không ai trong các {$address} đổi mã, có thể mã đã lộ: xin tạo mã mới ở @BotFather (/revoke), ghi vào máy chủ rồi khởi động lại bot.
finding-backup = • <b>Việc sao lưu cần được kiểm tra.</b> {$lines} Xin khắc phục trên máy chủ, rồi chạy “nhip backup” để thử.
finding-quarantine = • <b>{$count} thao tác của người dùng chưa xử lý được</b>, gần nhất ngày {$on}. Xin chạy “nhip quarantine” trên máy chủ để xem nguyên nhân; khắc phục xong, bỏ ghi chú bằng “nhip quarantine drop”.
finding-lapsed = • <b>{$count} mục nội dung tạm ngừng gửi</b> vì văn bản đã được thay thế, hết hiệu lực hoặc chưa có hiệu lực: {$ids}. Xin sửa tệp nội dung (“nhip check” chỉ từng chỗ), rồi nạp lại bằng “systemctl reload nhip”.
finding-stale = • <b>{$count} mục nội dung quá sáu tháng chưa đối chiếu với văn bản gốc:</b> {$ids}. Xin đối chiếu, rồi ghi ngày vào “checked_on” (“nhip check” chỉ từng chỗ).
finding-calendar = • <b>Lịch ngày nghỉ sắp hết:</b> ngày cuối đã ghi là {$last}. Xin ghi tiếp vào “calendar.yaml”; ngày nghỉ nào không có trong lịch, bot vẫn nhắn tin.
quiz-elsewhere = ↓ Năm câu hỏi này đang mở ở một tin mới hơn, bên dưới.
quiz-why-now =
    {$why}

    <b>Việc làm được ngay:</b> {$deed}
quiz-result =
    <b>Kết quả tuần này: đúng {$right}/{$of} câu.</b>
    Trong bot, chỉ {$address} xem được kết quả này. Câu chưa đúng sẽ được hỏi lại sau hai, ba tuần.
    Hạn trả lời: {$closes}. {$Address} đã trả lời đủ.
quiz-review = Nên xem lại tiêu chí: {$criteria}.
quiz-none = Lúc này chưa có câu hỏi để trả lời. Năm câu của tuần tới mở lúc {$opens}.
quiz-reminder =
    Năm câu hỏi tuần này: {$address} còn {$left} câu, mất chừng vài phút. Hạn trả lời: {$closes}.
practice =
    <b>Ôn lại</b>
    {$count} câu đã hỏi {$address} trong những tuần đã kết thúc, kèm lời giải thích. Không tính kết quả, không lưu gì.
practice-none = Chưa có câu nào để ôn lại: câu hỏi của tuần nào có ở đây sau khi tuần đó kết thúc.
practice-criteria =
    <b>Ôn lại theo tiêu chí</b>
    Chọn tiêu chí; trong ngoặc là số câu.
practice-mark = <i>Ôn lại: không tính, không lưu. Xin chạm A, B, C hoặc D.</i>
practice-mark-quiz = <i>Ôn lại: không tính, không lưu. Xin chạm nút để trả lời; chữ gõ vào được tính cho câu hỏi tuần này.</i>
practice-late = <b>Đã hết hạn trả lời</b> nên câu trả lời vừa rồi không được tính, nhưng {$address} vẫn có thể ôn lại.
button-practice = Ôn lại câu đã hỏi
button-practice-missed = Câu tôi sai hoặc bỏ lỡ ({$count})
button-practice-mixed = {$count} câu bất kỳ
button-practice-criteria = Chọn theo tiêu chí
toast-right = Đúng.
toast-wrong = Chưa đúng. Xin xem giải thích.
toast-answered-before = {$Address} đã trả lời câu này rồi.
toast-quiz-closed = Đã hết hạn trả lời các câu này (21:00 Chủ nhật) nên bot không ghi nhận thêm. Mời {$address} trả lời năm câu của tuần mới, từ 07:00 thứ Hai.

### Suy ngẫm hằng tháng

checkin-none =
    Lúc này không có đợt suy ngẫm nào đang mở. Đợt tới mở từ {$opens} đến {$closes}.
checkin-consent =
    {$words}

    Không ai được xem người nào đã trả lời, người nào chưa. {$Address} có muốn dùng phần này không? Không chọn thì mọi phần khác vẫn dùng được đầy đủ.
checkin-thought =
    <b>{$title}</b>
    Riêng tư, tự nguyện. Hạn trả lời: {$closes}.

    <b>Tiêu chí {$number}</b> – chỉ đọc và suy nghĩ, bot không lưu câu trả lời nào.
    <blockquote>{$wording}</blockquote>
    {$thought}
checkin-not-counted = <i>{$Address} tham gia sau khi đợt này mở, nên lần này lựa chọn chỉ dành cho riêng {$address}, không gộp vào số liệu chung; từ đợt sau mới gộp.</i>
checkin-counted-if = <i>Để lựa chọn được gộp vào số liệu chung, {$address} cần trả lời câu hỏi hằng tuần trong ít nhất {$weeks} tuần, tính đến khi đợt này khép lại.</i>
checkin-prompt =
    <b>{$place}/{$of} · Tiêu chí {$number}</b>
    <blockquote>{$wording}</blockquote>
    {$question}
not-passed-on = <i>Tin này không chuyển tiếp, không sao chép được.</i>
checkin-consented = Đã ghi nhận: {$address} đồng ý dùng phần suy ngẫm. Rút lại lúc nào cũng được, ở /riengtu.
checkin-line = <b>{$number}</b> {$choice}
checkin-skipped = (bỏ qua)
checkin-summary =
    <b>Cảm ơn {$address} đã dành thời gian suy ngẫm.</b>

    {$lines}

    Một câu để tự nghĩ tiếp (bot không lưu):
    <i>{$closing}</i>

    {$Address} sửa hoặc rút lại được đến {$closes}. Sau đó bot xóa các lựa chọn này, chỉ giữ số đếm chung. Nếu không muốn thấy tin này nữa, {$address} có thể xóa tin trong khung trò chuyện.
checkin-retracted = Đã rút lại. Bot không còn giữ lựa chọn nào của {$address} trong đợt này.
button-thought = Đã đọc và suy nghĩ
button-skip = Bỏ qua câu này
button-change = Xem lại, sửa lựa chọn
button-retract = Rút lại tất cả
button-give-reflection = Đồng ý dùng phần suy ngẫm
button-not-now = Để sau
toast-kept = Đã ghi nhận.
toast-retracted = Đã rút lại tất cả.
toast-checkin-closed = Đợt suy ngẫm này đã khép lại. Bot đã xóa câu trả lời của từng người. Xem khi nào có đợt mới: /suyngam
toast-no-reflection = {$Address} chưa đồng ý dùng phần suy ngẫm nên bot không lưu gì. Có thể đồng ý trong /riengtu.
toast-consent-given = Đã ghi nhận sự đồng ý.
toast-consent-withdrawn = Đã rút lại sự đồng ý và xóa các lựa chọn trong đợt đang mở.

### Của riêng từng người

me =
    <b>Tiến độ cá nhân</b>
    Đơn vị: {$unit}
    Bài đã đọc: {$read}
    Số tuần đã trả lời đủ năm câu: {$finished}
    Chuỗi tuần liên tiếp: {$streak}
    Câu trả lời đúng: {$right}/{$answers}
me-theme = · {$number}. {$name}: {$right}/{$answers}
me-theme-none = · {$number}. {$name}: chưa có câu trả lời
me-note = <i>Trong bot, chỉ {$address} xem được trang này. Cứ bốn tuần được nghỉ một tuần, chuỗi không bị ngắt.</i>
button-year-dark = Nền tối
button-year-light = Nền sáng
file-year-title = Nhịp của {$address}
file-year-from = Từ {$from}
file-year-streak = tuần liên tiếp
file-year-weeks = tuần đã hoàn thành
file-year-begins = bắt đầu từ đây
file-year-done = tuần đã hoàn thành
file-year-rest = tuần nghỉ, chuỗi vẫn nối
file-year-ring = Mỗi tiêu chí đầy dần theo số câu trả lời đúng.
criteria =
    <b>{$title}</b>

    <b>Mục tiêu.</b> {$objective}

    Chọn một nội dung để xem các tiêu chí:
theme = <b>Nội dung {$number}: “{$name}”</b>
criterion-line = <b>{$number}.</b> {$wording}
criterion =
    <b>Tiêu chí {$number}</b>
    <blockquote>{$wording}</blockquote>
    Vài việc nhỏ có thể thử:
criterion-item =
    <b>{$title}.</b> {$attempt}
button-theme = {$number}. {$name}
button-criterion = Tiêu chí {$number}
button-back = Trở lại
button-themes = Bốn nội dung
button-tasks = Sáu nhiệm vụ
tasks = <b>Sáu nhiệm vụ của Cuộc vận động</b>
tasks-line = <b>{$number}.</b> {$task}
content-vietnamese = <i>Bài và câu hỏi bằng tiếng Việt; lời của Cuộc vận động có bản tiếng Anh ở dưới.</i>
settings =
    <b>Cài đặt</b>
    Giờ nhận tin: {$window}, các ngày làm việc.

    Chạm để đổi giờ, đổi ngôn ngữ, hoặc tạm nghỉ khi đi công tác, nghỉ phép.
settings-alone =
    <b>Cài đặt</b>
    Chạm để chọn ngôn ngữ bot dùng với {$address}.
settings-paused = Đang tạm nghỉ, nhận tin trở lại từ ngày {$until}. Trong lúc nghỉ, {$address} vẫn mở được /tracnghiem và /suyngam.
button-pause = Nghỉ {$weeks} tuần
button-resume = Nhận tin trở lại
toast-saved = Đã lưu.
privacy =
    <b>Quyền riêng tư</b>

    <b>Bot giữ gì?</b> Mã tài khoản Telegram, đơn vị, cài đặt, các lần đồng ý, bài nào đã đọc và câu trả lời tìm hiểu. Không giữ số điện thoại. Lời {$address} gõ: chỉ giữ góp ý đã gửi (/gopy) và sáng kiến đã kể (/sangkien); sáng kiến chỉ {$address} thấy, cho đến khi tự đưa vào sổ. Họ tên: chỉ giữ tên {$address} tự gõ để được biểu dương, để là tác giả sáng kiến, hoặc để ghi dưới góp ý.

    <b>Ai xem được?</b> Kết quả cá nhân: chỉ {$address}. Cán bộ công đoàn: chỉ số liệu tổng hợp từ {$quizthreshold} người, phần suy ngẫm từ {$reflectionthreshold} người trở lên. Không có danh sách người chưa trả lời. Với người đã đồng ý được nêu tên khi biểu dương, cán bộ còn thấy tên và lời như “tham gia đều”.

    <b>Điều cần biết.</b> Telegram lưu cuộc trò chuyện ở nước ngoài. Bot do {$operator} vận hành; về mặt kỹ thuật, người quản trị máy chủ đọc được dữ liệu.

    <b>Quyền của {$address}:</b> /dulieucuatoi – nhận mọi dữ liệu; /xoadulieu – xóa ngay; /nhatky – việc cán bộ đã làm.
privacy-reflection-given = Phần suy ngẫm: {$address} <b>đã đồng ý</b>. Nếu {$address} rút lại, bot xóa ngay các lựa chọn trong đợt đang mở và sổ riêng (nếu có).
privacy-reflection-withheld = Phần suy ngẫm: {$address} <b>chưa đồng ý</b>. Bot không lưu gì.
button-withdraw-reflection = Không dùng phần suy ngẫm nữa
button-leave = Dừng tham gia và xóa dữ liệu
leave-ask =
    {$Address} muốn dừng tham gia và xóa dữ liệu?

    <b>Xóa ngay:</b> thông tin tài khoản, các lần đồng ý, mọi câu trả lời, sổ riêng, tên để biểu dương, sáng kiến và tên tác giả, tên dưới góp ý (nếu có), quyền cán bộ (nếu có), các tin đang chờ gửi.

    <b>Còn lại:</b> số tổng hợp đã đếm trước đó, không còn gắn với ai; và bằng chứng rằng {$address} đã từng đồng ý, đã dừng ngày nào. Bằng chứng này không ghi mã tài khoản, chỉ ghi mã băm (một dãy ký tự tính ra từ mã đó), và được giữ {$proofmonths} tháng để trả lời khi có khiếu nại. Việc {$address} đã làm với tư cách cán bộ (nếu có) vẫn còn trong nhật ký. Bản sao lưu của máy chủ hết hạn theo lịch riêng. Cuộc trò chuyện này do Telegram giữ; {$address} có thể tự xóa.

    Nếu chỉ cần yên tĩnh một thời gian, {$address} có thể tạm nghỉ (/caidat).
button-pause-month = Tạm nghỉ 30 ngày
button-leave-now = Dừng hẳn và xóa dữ liệu
button-stay = Tiếp tục tham gia
left = Đã xóa mọi dữ liệu về tài khoản của {$address}. Còn lại: số tổng hợp không gắn với ai, và bằng chứng đồng ý dạng mã băm (giữ {$proofmonths} tháng). Cảm ơn {$address} đã đồng hành. Khi nào muốn trở lại, xin gửi /start.
stayed = Mọi thứ vẫn như trước.

### Trợ giúp

help =
    <b>Các lệnh</b>
    /tracnghiem – năm câu hỏi tuần này
    /onlai – ôn lại câu đã hỏi, không tính kết quả
    /suyngam – suy ngẫm tháng này (riêng tư)
    /tieuchi – bốn nội dung, mười hai tiêu chí
    /cuatoi – tiến độ cá nhân
    /viectrongnam – việc trong năm: /kehoach kế hoạch của đơn vị, /hoctap nhu cầu đào tạo, /gopy góp ý, /sangkien sáng kiến, /namcuatoi năm của tôi
    /caidat – giờ nhận tin, ngôn ngữ, tạm nghỉ; /donvi – chuyển đơn vị
    /riengtu – bot giữ gì, ai xem được; được nêu tên khi biểu dương
    /dulieucuatoi – nhận mọi dữ liệu; /xoadulieu – xóa; /nhatky – việc cán bộ đã làm; /sorieng – sổ riêng
    /dung – tạm nghỉ hoặc dừng tham gia

    Khi câu hỏi đang mở, có thể chạm nút hoặc gõ A, B, C hay D.
help-officer =
    <b>Dành cho cán bộ công đoàn</b>
    Trong nhóm của đơn vị:
    /baocao – số liệu tuần này (thêm: tháng, quý, 6 tháng, năm)
    /thetraodoi – thẻ trao đổi cho buổi sinh hoạt (thêm số tiêu chí: /thetraodoi 3.2)
    /lienket – gắn nhóm với đơn vị; /huylienket – bỏ gắn

    Trong trò chuyện riêng với bot:
    /baocao – số liệu mọi đơn vị {$address} phụ trách, bảng tính, dự thảo báo cáo
    /thongbao – gửi thông báo; /dsthongbao – các thông báo gần đây
    /nhacnho – nhắc người chưa trả lời
    /moi – liên kết mời, mã mời, tổng số người của đơn vị
    /hoiam – hồi âm đợt suy ngẫm đã khép lại
    /bieuduong – biểu dương người đã đồng ý được nêu tên
    /kehoach – kế hoạch năm của đơn vị; /sosangkien – sổ sáng kiến
    /sonam – số liệu năm của đơn vị; /tonghop – mở kỳ, tổng hợp từ các đơn vị; /hoctap – nhu cầu đào tạo, đề xuất gửi thủ trưởng
    /gopy – hộp góp ý của đơn vị, trả lời; /hoinghi – ý kiến trước hội nghị
    /canbo – cán bộ phụ trách, giao quyền, thu lại quyền
button-do-quiz = Câu hỏi tuần này
button-do-practice = Ôn lại
button-do-checkin = Suy ngẫm
button-do-criteria = Mười hai tiêu chí
button-do-me = Tiến độ cá nhân
button-do-settings = Cài đặt
button-do-unit = Đơn vị
button-do-privacy = Quyền riêng tư
button-do-log = Nhật ký
button-do-journal = Sổ riêng
button-do-mydata = Nhận dữ liệu
button-do-report = Báo cáo
button-do-card = Thẻ trao đổi
button-do-broadcast = Gửi thông báo
button-do-broadcasts = Các thông báo
button-do-remind = Nhắc trả lời
button-do-invite = Mời tham gia
button-do-respond = Hồi âm
button-do-commend = Biểu dương
button-do-forms = Số liệu năm
button-do-totals = Tổng hợp
button-do-box = Hộp góp ý
button-do-meeting = Hội nghị
button-do-training = Nhu cầu đào tạo
button-do-officers = Cán bộ, giao quyền
button-help-member = Lệnh của người tham gia
button-help-officer = Lệnh của cán bộ
help-owner =
    <b>Dành cho người phụ trách cao nhất</b>
    /tamdungtatca – tạm dừng mọi tin gửi đi; /guitrolai – mở lại việc gửi tin
    /canbo – giao quyền, thu lại quyền ở mọi đơn vị
    Danh sách đơn vị: gửi ngay vào đây một tệp Excel (.xlsx), LibreOffice (.ods) hoặc CSV; bot cho xem những gì sẽ thay đổi trước khi nhập.
help-alone =
    <b>Của riêng {$address}</b>
    /nhatky – việc cán bộ đã làm; /caidat – ngôn ngữ
    /tieuchi – mười hai tiêu chí; /riengtu – bot giữ gì, ai xem được; /dulieucuatoi – nhận mọi dữ liệu
    Muốn cùng tham gia: mở liên kết mời của đơn vị (/moi).
help-stranger =
    Bot này đưa Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo” đến từng {$member}, mỗi tuần vài phút. Xin gửi /start để bắt đầu, /tieuchi để xem mười hai tiêu chí, /riengtu để biết bot giữ gì.
unknown-command = Bot chưa biết lệnh này. Gửi /trogiup để xem các lệnh.
unknown-text = Bot không đọc tin nhắn tự do và không lưu lại. Gửi /trogiup để xem các lệnh, hoặc /tracnghiem để mở câu hỏi tuần này.
unknown-text-quiz = Bot không đọc tin nhắn tự do. Câu hỏi tuần này đang mở: xin chạm hoặc gõ một trong các chữ A, B, C, D.
unknown-text-officer = Bot không đọc tin nhắn tự do và không lưu lại. Muốn gửi cho đơn vị, xin gõ /thongbao trước; các lệnh khác có ở /trogiup. Muốn cùng tham gia: mở liên kết mời của đơn vị (/moi).
near-command = Có phải lệnh {$command}? Xin chạm vào lệnh để dùng, hoặc gửi /trogiup để xem các lệnh.
only-text = Bot chỉ đọc được chữ. Xin gõ tên đơn vị, hoặc gửi /start để bắt đầu.
only-text-member = Bot không nhận và không lưu ảnh, tệp hay tin thoại. Xin gửi /trogiup để xem bot làm được gì, hoặc /tracnghiem để mở câu hỏi tuần này.
only-text-officer = Bot không nhận tin này. Muốn gửi ảnh hoặc tệp cho đơn vị, xin gõ /thongbao trước rồi gửi; các lệnh khác có ở /trogiup.
only-text-owner = Bot không nhận tin này. Danh sách đơn vị xin gửi bằng tệp Excel hoặc CSV; muốn gửi ảnh hoặc tệp cho đơn vị, xin gõ /thongbao trước; các lệnh khác có ở /trogiup.
undelivered-group = Bot không trả lời được trong nhóm: {$why}. Xin cho bot quyền gửi tin trong nhóm (và mở lại chủ đề, nếu nhóm chia chủ đề) rồi gõ lại lệnh; lệnh cũng dùng được ngay tại đây.
undelivered-failed = Bot chưa gửi được câu trả lời vừa rồi: đã thử nhiều lần mà máy chủ Telegram không nhận. Xin gõ lại lệnh. Nếu vẫn không được, xin báo {$contact}.
undelivered-card = Thẻ biểu dương chưa đăng được trong nhóm của đơn vị: {$why}. Lời biểu dương vẫn được ghi nhận và gửi tới người được biểu dương; xin báo cho nhóm theo cách khác, và cho bot quyền gửi tin trong nhóm để lần sau đăng được.
undelivered-reply = Bot chưa gửi được câu trả lời vừa rồi do lỗi của bot; bot đã ghi lại lỗi cho người vận hành. Xin thử lại sau. Nếu vẫn không được, xin báo {$contact}.
group-only = Lệnh này dùng trong nhóm của đơn vị và dành cho cán bộ công đoàn.
toast-no-button = Nút này không còn dùng được. Xem các lệnh: /trogiup
toast-not-yours = Nút này dành cho người đã gõ lệnh.

### Nhóm của đơn vị

group-hello =
    Xin chào. Đây là bot của Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”, do {$operator} vận hành.

    Để gắn nhóm này với một đơn vị, cán bộ phụ trách gõ /lienket. Sau đó gõ /baocao để xem số liệu tổng hợp của tuần. Bot chỉ đọc lệnh, không đọc trò chuyện trong nhóm.
group-help =
    Trong nhóm, cán bộ công đoàn dùng: /baocao – số liệu tuần này (hoặc thêm: tháng, quý, 6 tháng, năm); /thetraodoi – thẻ trao đổi cho buổi sinh hoạt; /lienket – gắn nhóm với đơn vị; /huylienket – bỏ gắn. Mọi lệnh khác dùng trong trò chuyện riêng với bot.
private-only = Lệnh này dùng trong trò chuyện riêng với bot.
button-private = Mở trò chuyện riêng với bot
group-hidden = Bot không nhận ra người gõ khi đăng ẩn danh hoặc thay mặt kênh. Xin gõ lại bằng tài khoản cá nhân.
group-not-officer = Lệnh này dành cho cán bộ công đoàn phụ trách. Nếu cần, xin liên hệ {$contact}.
group-which-unit = Gắn nhóm này với đơn vị nào? Xin chọn bên dưới, hoặc gõ /lienket kèm mã hay tên đơn vị.
group-unit-unknown = Chưa tìm thấy đơn vị như vậy. Xin gõ /lienket kèm mã đơn vị hoặc một phần tên, có dấu hay không dấu đều được.
group-no-units = Chưa có đơn vị nào. Người quản trị máy chủ cần nhập danh sách đơn vị trước (nhip units import).
group-linked = Đã gắn nhóm này với <b>{$unit}</b>. Gõ /baocao để xem số liệu tổng hợp của tuần. Tin bên dưới có nút tham gia: {$address} có thể ghim tin đó để ai vào nhóm cũng thấy.
group-join =
    <b>Mời tham gia: {$unit}</b>

    Mỗi tuần một bài ngắn và năm câu hỏi, chỉ mất vài phút. Trong bot, kết quả của người nào chỉ người ấy xem được. Tham gia tự nguyện, dừng lúc nào cũng được.

    Xin chạm nút bên dưới, rồi chạm <b>Bắt đầu</b> (Start) trong trò chuyện riêng với bot.
button-group-join = Tham gia
weekly-before = Tuần trước: {$percent}% trả lời
weekly-up = So với tuần trước ({$percent}%): tăng {$points} điểm
weekly-down = So với tuần trước ({$percent}%): giảm {$points} điểm
weekly-unclear = So với tuần trước ({$percent}%): chưa thấy thay đổi rõ
weekly-foot = <i>Trưa thứ Hai, bot tự đăng số liệu của tuần vừa khép lại. Cán bộ phụ trách có thể tắt bằng nút bên dưới.</i>
button-weekly-more = Số liệu đầy đủ
button-weekly-off = Không tự đăng nữa
toast-weekly-off = Đã tắt: bot không tự đăng số liệu tuần trong nhóm này nữa. Muốn bật lại, xin gõ /lienket trong nhóm.
notice-checkin =
    <b>Đợt suy ngẫm tháng {$month} đã khép lại.</b>

    Đã có kết quả chung của: {$units}. Xin xem rồi trả lời bằng /hoiam trong {$days} ngày, đến hết {$last}.
button-notice-respond = Xem kết quả: {$unit}
notice-quarter =
    <b>{$period} sắp hết ({$last}).</b>

    Dự thảo báo cáo của <b>{$unit}</b> đã sẵn sàng, tính đến tuần gần nhất đã khép lại. Sau khi hết quý, xin tải lại để có đủ các tuần.
button-notice-look = Xem số liệu trước
group-unlinked = Đã bỏ gắn nhóm này.
group-not-linked = Nhóm này chưa gắn với đơn vị nào. Cán bộ phụ trách gõ /lienket trước.

### Cán bộ phụ trách

title-chair = Chủ tịch
title-deputy = Phó Chủ tịch
title-committee = Ủy viên Ban Chấp hành
title-leader = Tổ trưởng
title-assistant = Tổ phó
officers = <b>Cán bộ phụ trách · {$unit}</b>
officers-line = {$number}. {$title}, từ {$since} · <a href="tg://user?id={$account}">xem tài khoản</a>
officers-line-own = {$number}. {$title}, từ {$since} (chính {$address})
officers-none = Đơn vị này chưa có cán bộ nào trong bot.
officers-note = <i>Bot không lưu họ tên. Chạm “xem tài khoản” để biết đó là ai. Cán bộ của đơn vị cấp trên cũng có quyền ở đây. Mọi việc cán bộ làm đều được ghi vào /nhatky; người tham gia của đơn vị đọc được.</i>
officers-not-one = Lệnh này dành cho cán bộ công đoàn đã được giao quyền trong bot. Nếu {$address} là cán bộ của đơn vị, xin đề nghị cán bộ cấp trên gửi liên kết giao quyền.
officers-below = <b>Đơn vị cấp dưới của {$unit}</b>
button-appoint = Giao quyền cho cán bộ mới
button-dismiss = Thu lại quyền: {$number}. {$title}
button-dismiss-now = Thu lại quyền ngay
button-resign = Thôi giữ quyền: {$number}. {$title}
button-resign-now = Thôi giữ quyền ngay
button-officers = Xem cán bộ phụ trách
button-unit-above = Đơn vị cấp trên
button-units-below = Đơn vị cấp dưới
button-page-before = Trang trước
button-page-after = Trang sau
toast-no-right = {$Address} không có quyền làm việc này với đơn vị đó. Xem các đơn vị {$address} phụ trách: /canbo.
toast-dismissed = Đã thu lại quyền.
appoint-title =
    <b>Giao quyền ở {$unit}</b>

    Cán bộ mới giữ chức vụ nào? Quyền có hiệu lực với đơn vị này và mọi đơn vị cấp dưới.
appoint-link =
    <b>Liên kết giao quyền: {$title}, {$unit}</b>

    {$link}

    Xin gửi riêng liên kết này cho đúng người (chạm giữ để sao chép). Liên kết chỉ dùng một lần, hết hạn lúc {$until}. Khi người đó nhận, {$address} đối chiếu bốn chữ số với họ rồi mới xác nhận; chưa xác nhận thì chưa ai có quyền gì.
appoint-offer =
    <b>Mời nhận quyền cán bộ phụ trách</b>

    Đơn vị: <b>{$unit}</b>. Chức vụ: <b>{$title}</b>. Người giao quyền: {$by}.

    Cán bộ phụ trách xem được số liệu tổng hợp của đơn vị và các đơn vị cấp dưới, không xem được câu trả lời của từng người. Bot lưu mã tài khoản Telegram, đơn vị và chức vụ của {$address}, không lưu họ tên. Bot ghi vào nhật ký những việc {$address} làm; người tham gia của đơn vị đọc được ngày, việc và chức vụ. {$Address} nhận quyền được cả khi không trả lời câu hỏi hằng tuần.
appoint-waiting =
    <b>Còn một bước.</b> Bốn chữ số của {$address}: <b>{$digits}</b>

    Xin đọc bốn chữ số này cho người đã gửi liên kết, qua điện thoại hoặc gặp trực tiếp. Người đó xác nhận thì {$address} có quyền.
appoint-confirm =
    <b>Có người vừa nhận quyền {$title}, {$unit}</b>

    Bốn chữ số của người đó: <b>{$digits}</b> · <a href="tg://user?id={$account}">xem tài khoản</a>

    Liên kết có thể bị chuyển tiếp. Xin gọi cho người mà {$address} định giao quyền: nếu họ đọc đúng bốn chữ số này thì xác nhận.
button-accept-office = Nhận
button-decline-office = Không nhận
button-confirm-officer = Đúng người, xác nhận
button-refuse-officer = Không phải, hủy
appoint-declined = Đã ghi nhận: {$address} không nhận. Bot không lưu gì thêm.
appoint-was-declined = Liên kết giao quyền {$title}, {$unit}: người mở liên kết không nhận. Muốn mời lại: /canbo.
appoint-refused = Đã hủy. Không ai được giao quyền. Muốn tạo liên kết mới: /canbo.
appoint-was-refused = {$title}, {$unit}: người gửi liên kết đã hủy việc giao quyền. Nếu có nhầm lẫn, xin hỏi lại người đó.
appoint-confirmed = Đã giao quyền <b>{$title}</b>, {$unit}. Việc này đã ghi vào nhật ký. Thu lại lúc nào cũng được: /canbo.
appoint-done =
    {$Address} đã có quyền <b>{$title}</b>, {$unit}.

    Bắt đầu: thêm bot vào nhóm của đơn vị rồi gõ /lienket trong nhóm. Các lệnh dành cho cán bộ: /trogiup.
appoint-used = Liên kết giao quyền này đã được dùng. Mỗi liên kết chỉ dùng một lần; xin người gửi tạo liên kết mới.
appoint-expired = Liên kết giao quyền này đã quá 48 giờ. Xin người gửi tạo liên kết mới.
appoint-unknown = Liên kết giao quyền này không dùng được: liên kết sai, đã cũ, hoặc người tạo không còn quyền. Xin hỏi lại người gửi.
appoint-own-link = Đây là liên kết do chính {$address} tạo. Xin gửi liên kết cho người sẽ nhận quyền.
dismiss-ask =
    Thu lại quyền <b>{$title}</b>, {$unit} (từ {$since}, <a href="tg://user?id={$account}">xem tài khoản</a>)?

    Có hiệu lực ngay. Bot báo cho người đó và ghi vào nhật ký. Nếu người đó đang trả lời câu hỏi hằng tuần thì vẫn tham gia như trước.
resign-ask = Thôi giữ quyền <b>{$title}</b>, {$unit}? Có hiệu lực ngay; bot ghi việc này vào nhật ký.
dismissed = Đã thu lại quyền <b>{$title}</b>, {$unit}.
dismissed-you = Quyền <b>{$title}</b>, {$unit} của {$address} trong bot đã được thu lại. Cảm ơn {$address} đã phụ trách. Nếu có điều chưa rõ, xin hỏi công đoàn cấp trên.
unit-which = {$Address} muốn nói đơn vị nào?
unit-which-many = {$Address} phụ trách {$count} đơn vị. Dưới đây là những đơn vị đầu tiên; đơn vị khác: xin gõ lại lệnh kèm mã hoặc tên đơn vị.
unit-nearest = Không có đơn vị nào tên như vậy. Gần nhất là:
unit-not-yours = {$Address} không phụ trách <b>{$unit}</b>. Mỗi cán bộ chỉ có quyền với đơn vị đã được giao và các đơn vị cấp dưới: /canbo.
unit-unknown = Chưa tìm thấy đơn vị như vậy trong các đơn vị {$address} phụ trách. Xin gõ mã hoặc một phần tên, có dấu hay không dấu đều được.
group-unit-nearest = Không có đơn vị nào tên như vậy. Gần nhất là:
log-action-appoint = giao quyền cho cán bộ
log-action-dismiss = thu lại quyền của cán bộ
log-action-resign = thôi giữ quyền
menu-officers = Cán bộ phụ trách, giao quyền
mydata-officers = QUYỀN CÁN BỘ
mydata-officers-row = { $role ->
    [own] Giữ quyền
   *[given] Đã giao quyền
    } {$title}, {$unit}, từ {$since}
mydata-officer_chats = TRÒ CHUYỆN RIÊNG VỚI TƯ CÁCH CÁN BỘ
mydata-officer_chats-row = Có bảng lệnh của cán bộ; ngôn ngữ: { $language ->
    [vi] Tiếng Việt
    [en] English
   *[none] theo ứng dụng Telegram
    }
mydata-appointments = LIÊN KẾT GIAO QUYỀN
mydata-appointments-row = { $role ->
    [own] Đã nhận, chờ xác nhận
   *[given] Đã tạo
    }: {$title}, {$unit}; hết hạn ngày {$due_on}; { $state ->
    [open] chưa ai nhận
    [accepted] đã có người nhận, chờ xác nhận
   *[used] đã dùng
    }
mydata-quiz_reminders = LẦN NHẮC ĐÃ CHO GỬI VỚI TƯ CÁCH CÁN BỘ
mydata-quiz_reminders-row = Tuần {$monday}, {$unit}

### Mời tham gia, số người, nhắc

invite-scan = Quét mã bằng máy ảnh của điện thoại
invite-voluntary = Tham gia tự nguyện, dừng lúc nào cũng được
invite-caption = <b>Mời tham gia: {$unit}</b> – có thể chuyển tiếp tin này hoặc in ra.
    {$link}
invite =
    <b>Mời tham gia · {$unit}</b>

    Liên kết mời (chạm giữ để sao chép):
    {$link}

    Ai mở liên kết cũng được biết bot lưu những gì, rồi mới quyết định tham gia.
    Tổng số người (theo khai báo, tính cả các đơn vị cấp dưới): <b>{$people}</b>. Con số này chỉ dùng để tính tỷ lệ, không phải danh sách.

    Đơn vị khác: /moi kèm tên hoặc mã.
button-count = Sửa tổng số người
button-renew = Đổi liên kết mời
button-renew-now = Đổi ngay, bỏ liên kết cũ
renew-ask =
    Đổi liên kết mời của <b>{$unit}</b>?

    Liên kết và mã cũ không dùng được nữa; ai mở thì bot báo là đã đổi. Người đã tham gia không bị ảnh hưởng.
toast-renewed = Đã đổi liên kết mời.
renewed = Đã đổi liên kết mời của <b>{$unit}</b>. Liên kết mới ở tin dưới đây.
invite-renewed =
    Liên kết mời này đã được thay bằng liên kết mới. Xin hỏi {$contact} để có liên kết mới, hoặc gõ tên đơn vị, có dấu hay không dấu đều được.
count =
    <b>Tổng số người của {$unit}: {$people}</b>
    Đang khai báo: {$before}. Tính cả các đơn vị cấp dưới và cả người chưa dùng bot.

    Chạm để tăng, giảm, rồi lưu.
button-declare = Lưu: {$people} người
declared = Đã lưu: <b>{$unit}</b> có {$people} người. Nếu số của đơn vị cấp trên nhỏ hơn tổng các đơn vị cấp dưới, bot tăng số đó cho đủ. Báo cáo dùng số mới từ tuần sau.
remind-ask =
    <b>Nhắc người chưa xong năm câu · {$unit}</b>

    Bot nhắc những người chưa trả lời xong, không cho biết là ai, bao nhiêu người. Số người đã trả lời của đơn vị có trong báo cáo, sau khi tuần kết thúc.

    Bot gửi vào giờ mỗi người đã chọn: {$when}. Mỗi tuần chỉ nhắc một lần; ai đã được nhắc trong tuần thì không nhận thêm.
button-remind-now = Nhắc một lần
remind-about = khoảng {$count} người
remind-few = ít hơn {$count} người
remind-no-round = Lúc này không có câu hỏi nào đang mở nên chưa có gì để nhắc. Câu hỏi tuần tới mở lúc 07:00 thứ Hai.
remind-before = {$unit}: tuần này đã có lời nhắc. Mỗi tuần chỉ nhắc một lần; tuần sau lại nhắc được.
remind-early = Bot gửi năm câu hỏi của tuần vào ngày {$day}. Từ hôm sau mới nhắc được, để ai cũng có một ngày tự làm. Khi đó xin gửi lại /nhacnho.
remind-late = Tuần này không còn giờ nhận tin nào trong ngày làm việc, nên bot không nhắc nữa. Tuần sau lại nhắc được.
remind-planned = <b>{$unit}</b>: bot sẽ nhắc vào giờ nhận tin. Tiến độ hiện ngay ở tin này.
remind-going = <b>{$unit}</b>: đang nhắc những người chưa trả lời xong.
remind-done = <b>{$unit}</b>: đã nhắc xong.
toast-remind-over = Không nhắc được nữa: tuần này đã có lời nhắc, hoặc đã hết hạn trả lời. Xem lại: /nhacnho.
log-action-renew = đổi liên kết mời
log-action-declare = sửa tổng số người của đơn vị
log-action-remind = nhắc người chưa trả lời
menu-invite = Liên kết và mã mời của đơn vị
menu-remind = Nhắc người chưa trả lời

### Xin tham gia, cán bộ xác nhận

consent-asks = <b>Cán bộ xác nhận.</b> {$Address} tìm đơn vị theo tên, nên sau khi {$address} đồng ý, cán bộ phụ trách xác nhận thì {$address} mới tham gia. Ai mở liên kết mời của đơn vị thì không phải chờ.
asking =
    <b>Đang xin tham gia {$unit}</b>

    Số của {$address}: <b>{$digits}</b>

    Bot đã báo cho cán bộ phụ trách. Xin gặp hoặc gọi cho cán bộ và đọc số này; cán bộ chọn đúng số là {$address} được tham gia ngay. Nếu có liên kết mời của đơn vị, {$address} chỉ cần mở liên kết, không phải chờ.

    Trong lúc chờ, bot không gửi tin nội bộ và không tính {$address} vào số liệu nào. Bot chỉ giữ mã tài khoản, đơn vị, ngôn ngữ, số trên và những phần đã đồng ý. Đến ngày {$until} mà chưa được xác nhận thì lời xin hết hạn và được xóa.
asking-move =
    <b>Đang xin chuyển sang {$unit}</b>

    Số của {$address}: <b>{$digits}</b>

    Bot đã báo cho cán bộ phụ trách ở đó. Xin gặp hoặc gọi cho cán bộ và đọc số này; cán bộ chọn đúng số là {$address} chuyển ngay. Nếu có liên kết mời của đơn vị đó, {$address} chỉ cần mở liên kết, không phải chờ.

    Trong lúc chờ, {$address} vẫn thuộc đơn vị hiện nay, mọi thứ như trước. Đến ngày {$until} mà chưa được xác nhận thì lời xin hết hạn.
button-withdraw = Rút lời xin
asking-paused = Lời xin lần trước đã kết thúc; {$address} có thể xin lại từ ngày {$until}. Nếu có liên kết mời của <b>{$unit}</b>, {$address} mở liên kết là tham gia được ngay.
asking-own = {$Address} là cán bộ phụ trách <b>{$unit}</b> hoặc đơn vị cấp trên, nên không cần xin: xin gõ /moi để lấy liên kết mời của đơn vị, rồi tự mở liên kết đó.
asking-raised =
    Lời xin vào <b>{$unit}</b> chưa được cán bộ nào xác nhận. Bot vừa nhắc lại những người có thể xác nhận, kể cả ở cấp trên.

    Số của {$address}: <b>{$digits}</b>. Xin gặp hoặc gọi cho cán bộ và đọc số này; hoặc hỏi {$contact} để có liên kết mời của đơn vị: mở liên kết là được vào ngay, không phải chờ. Nếu không, đến ngày {$until} lời xin hết hạn.
asking-full = Đang có nhiều người chờ xác nhận ở <b>{$unit}</b>, nên lúc này bot chưa nhận thêm lời xin. Hãy hỏi {$contact} để có liên kết mời: mở liên kết là tham gia được ngay.
asking-refused = Cán bộ phụ trách <b>{$unit}</b> chưa xác nhận lời xin của {$address}; bot đã xóa lời xin này. Nếu có nhầm lẫn, xin hỏi {$contact} và mở liên kết mời của đơn vị, hoặc xin lại từ ngày {$until}.
asking-mismatch = Số mà cán bộ chọn không khớp với số của {$address}, nên bot chưa xác nhận lời xin vào <b>{$unit}</b>. Xin nói lại với cán bộ. {$Address} có thể xin lại từ ngày {$until}, hoặc mở liên kết mời của đơn vị để được vào ngay.
asking-withdrawn = Đã rút và xóa lời xin. Khi nào muốn tham gia, xin gửi /start.
asking-withdrawn-move = Đã rút và xóa lời xin chuyển sang <b>{$unit}</b>. {$Address} vẫn tham gia cùng <b>{$own}</b>, mọi thứ như trước.
asking-lapsed = Lời xin vào <b>{$unit}</b> đã hết hạn vì chưa có cán bộ nào xác nhận; bot đã xóa lời xin này. {$Address} có thể xin lại, hoặc hỏi {$contact} để có liên kết mời.
let-in =
    Cán bộ phụ trách đã xác nhận. Cảm ơn {$address} đã tham gia. Đơn vị: <b>{$unit}</b>.

    Bot gửi tin vào giờ nghỉ trưa của ngày làm việc, mỗi tuần hai lần. Muốn đổi giờ hoặc tạm nghỉ: /caidat. Quyền riêng tư: /riengtu.
toast-invite-over = Liên kết mời này đã được thay bằng liên kết mới. Xin mở liên kết mới của đơn vị.
move-asks = Cán bộ phụ trách <b>{$unit}</b> sẽ xác nhận trước; trong lúc chờ, {$address} vẫn ở đơn vị hiện nay. Ai mở liên kết mời của đơn vị mới thì chuyển được ngay.
admission =
    <b>Xin tham gia · {$unit}</b>

    Đang chờ: {$count} người. Người thứ {$place} gửi lời xin ngày {$day}, dùng {$language}. Bot không biết tên người ấy.

    Người ấy thấy trên màn hình một số có hai chữ số. Nếu {$address} biết ai đang xin, hãy gặp hoặc gọi điện, hỏi số đó rồi chạm đúng số dưới đây. Nếu không ai đọc số cho {$address}, xin đừng đoán: chọn sai thì lời xin kết thúc.
admission-raised = <b>Nhắc lại:</b> có người đã chờ xác nhận mấy ngày nay mà chưa được trả lời.
admission-no-match =
    <b>Không có số nào đúng · {$unit}</b>

    Bot chưa cho ai vào, và cũng chưa từ chối ai. Số mà {$address} được nghe có thể là của người khác đang chờ, hoặc là lời xin vào đơn vị khác, hoặc lời xin đã hết hạn. Đang chờ ở đơn vị này: {$count} người.

    Xin hỏi lại người ấy: trên màn hình ghi tên đơn vị nào, số mấy. Nếu vẫn chưa rõ, xin trao cho người ấy liên kết mời của đơn vị: mở liên kết là tham gia được ngay.
button-no-match = Không có số nào đúng
button-next-person = Người tiếp theo
toast-own-request = Đây là lời xin của chính {$address}. Xin để cán bộ khác xác nhận, hoặc mở liên kết mời của đơn vị (/moi).
language-vi = tiếng Việt
language-en = tiếng Anh
button-reject = Không xác nhận người này
admission-ask =
    Người xin tham gia <b>{$unit}</b> đã đọc cho {$address} số <b>{$digits}</b>?

    Sau khi {$address} xác nhận, người ấy nhận mọi tin nội bộ của đơn vị và được tính vào số liệu.
button-admit = Đúng, xác nhận
admission-done = Đã xác nhận: người ấy nay tham gia <b>{$unit}</b>.
admission-mismatch = Số không khớp, nên bot chưa cho ai vào. Bot đã báo cho người ấy: có thể xin lại từ ngày mai, hoặc dùng liên kết mời.
admission-rejected = Bot đã báo cho người xin và xóa lời xin này. Trong 14 ngày, người ấy không xin bằng tên đơn vị được nữa; ai có liên kết mời thì vẫn tham gia được.
admission-none = <b>{$unit}</b>: không còn ai chờ xác nhận.
toast-request-over = Lời xin này đã được xử lý, đã rút hoặc đã hết hạn.
overfull =
    <b>{$unit}</b>: số tài khoản tham gia nhiều hơn tổng số người của đơn vị ({$people}, theo khai báo).

    Nếu đơn vị nay đông hơn, xin sửa tổng số người. Nếu không, có thể có người ngoài, hoặc có người dùng nhiều tài khoản: xin đề nghị mọi người xác nhận lại bằng liên kết mới. Cả hai việc đều làm được ở nút dưới đây, hoặc gửi /moi.
button-unit-people = Người của đơn vị
invite-overfull = <b>Lưu ý:</b> số tài khoản tham gia nhiều hơn tổng số người của đơn vị. Xin sửa tổng số người, hoặc đề nghị mọi người xác nhận lại.
invite-waiting = Đang chờ xác nhận: {$count} người.
button-waiting = Xem người chờ xác nhận
button-anew = Đề nghị xác nhận lại
anew-ask =
    Đề nghị mọi người của <b>{$unit}</b> xác nhận lại?

    Việc này liên quan đến {$about} của riêng đơn vị, không tính các đơn vị cấp dưới. Liên kết mời cũ hết hiệu lực ngay. Mỗi người nhận một tin đề nghị mở liên kết mới; liên kết đó do {$address} trao hoặc đăng trong nhóm của đơn vị, bot không gửi cho họ. Sau một tuần bot nhắc một lần. Sau hai tuần, ai chưa mở thì bot dừng gửi tin, báo cho người ấy và xóa dữ liệu; sau này người ấy vẫn tham gia lại được.

    Bot ghi việc này vào nhật ký.
button-anew-now = Bắt đầu xác nhận lại
toast-anew-before = Đơn vị đang xác nhận lại rồi. Xem tiến độ: /moi
anew-begun = Đã bắt đầu xác nhận lại ở <b>{$unit}</b>. Mọi người được báo vào giờ nhận tin đã chọn. Xin trao liên kết mới ở tin dưới đây cho người của đơn vị.
anew-progress = Đang xác nhận lại: còn {$about} chưa mở liên kết mới.
anew =
    <b>Xin xác nhận lại</b>

    Cán bộ phụ trách <b>{$unit}</b> đề nghị từng người xác nhận lại việc tham gia. Xin mở liên kết mời mới của đơn vị, do cán bộ trao hoặc đăng trong nhóm, trước ngày {$until}.

    Nếu không, từ ngày đó bot dừng gửi tin và xóa dữ liệu của {$address}, như khi {$address} tự dừng. Nếu chưa có liên kết, xin hỏi {$contact}.
anew-reminder = {$Address} chưa xác nhận lại việc tham gia cùng <b>{$unit}</b>. Xin mở liên kết mời mới của đơn vị trước ngày {$until}; nếu không, từ ngày đó bot dừng gửi tin và xóa dữ liệu của {$address}. Nếu chưa có liên kết, xin hỏi {$contact}.
anew-confirmed = Đã xác nhận lại. Cảm ơn {$address}. Đơn vị: <b>{$unit}</b>.
anew-let-go = Đã hết hạn xác nhận lại ở <b>{$unit}</b>, nên bot đã dừng và xóa dữ liệu của {$address}, như khi {$address} tự dừng. Cảm ơn {$address} đã tham gia. Khi nào muốn trở lại, xin mở liên kết mời của đơn vị.
anew-office = {$Address} vẫn giữ quyền cán bộ phụ trách (<b>{$units}</b>), vì quyền này được trao riêng. Nếu không còn giữ việc đó, xin gõ /canbo để thôi.
office-kept = Một cán bộ phụ trách (<b>{$units}</b>) không còn là người tham gia: không xác nhận lại đúng hạn, hoặc đã lâu bot không gửi tin đến được. Quyền cán bộ vẫn còn, vì được trao riêng. Nếu người ấy không còn giữ việc này, xin thu hồi quyền.
button-office-kept = Xem cán bộ của đơn vị
mydata-join_requests = LỜI XIN THAM GIA ĐANG CHỜ
mydata-join_requests-row = Ngày {$day}: xin tham gia {$unit}
mydata-join_pauses = LỜI XIN ĐÃ KẾT THÚC
mydata-join_pauses-row = Xin lại được từ ngày {$day} (bot chỉ giữ mã băm của mã tài khoản)
mydata-unconfirmed_members = ĐANG ĐƯỢC ĐỀ NGHỊ XÁC NHẬN LẠI
mydata-unconfirmed_members-row = Báo ngày: {$day}

### Chuyển đơn vị

move-how =
    {$Address} đang tham gia cùng <b>{$unit}</b>.

    Muốn chuyển: gõ /donvi kèm tên đơn vị mới, ví dụ <i>/donvi so noi vu</i>, hoặc mở liên kết mời của đơn vị mới.
move-which = {$Address} chuyển sang đơn vị nào?
move-not-found = Chưa tìm thấy đơn vị khác có tên như vậy. Xin gõ /donvi kèm một phần tên, có dấu hay không dấu đều được, hoặc mở liên kết mời của đơn vị mới.
move-ask =
    Chuyển từ <b>{$from}</b> sang <b>{$unit}</b>?

    Kết quả cá nhân đi theo {$address}. Số đã đếm vẫn thuộc đơn vị cũ. Câu hỏi tuần này nếu đang làm dở thì vẫn tính cho đơn vị cũ; đợt suy ngẫm đang mở thì tính cho đơn vị mới.
button-move = Chuyển
button-stay-here = Ở lại
moved = Đã chuyển sang <b>{$unit}</b>.
menu-unit = Đơn vị, chuyển đơn vị

### Hồi âm đợt suy ngẫm

respond-head =
    <b>Suy ngẫm tháng {$month} · {$unit}</b>
    {$people} người đã tham gia. Tỷ lệ đã làm tròn; bot đã xóa câu trả lời của từng người khi đợt khép lại.
respond-prompt = <b>Tiêu chí {$number}.</b> {$question}
respond-choice = · {$choice}: khoảng {$share}%
respond-choice-least = · {$choice}: đa số, từ {$share}% trở lên
respond-choice-most = · {$choice}: không quá {$share}%
respond-hidden = · Chưa đủ số lượt để tổng hợp.
respond-line =
    <b>Hồi âm đợt suy ngẫm tháng {$month}</b>

    <b>{$unit} sẽ làm:</b> {$line}
respond-thanks = <i>Cảm ơn {$address} đã dành thời gian suy ngẫm. Không dùng để xếp loại, bình xét.</i>
respond-how = Kết quả này chưa có hồi âm. {$Address} có thể viết một, hai câu: đơn vị sẽ làm gì. Người tham gia của đơn vị và các đơn vị cấp dưới nhận kết quả trên kèm lời đó, vào giờ nhận tin; mỗi đợt một lần. Đơn vị khác: /hoiam kèm tên hoặc mã.
respond-done = Đợt này đã có hồi âm (thông báo số {$number}, xem /dsthongbao). Mỗi đợt chỉ hồi âm một lần. Đơn vị khác: /hoiam kèm tên hoặc mã.
respond-none = Lúc này không có đợt suy ngẫm nào vừa khép lại để hồi âm. Đợt suy ngẫm mở tuần cuối mỗi tháng và khép lại sau hai tuần; khi đó xin gửi lại /hoiam.
respond-too-few =
    <b>{$unit}</b>: Chưa đủ số lượt để tổng hợp (quá ít người tham gia, hoặc có thể suy ra từng người). Vì vậy chưa có gì để hồi âm.

    {$Address} có thể nhắc chung trong nhóm về đợt suy ngẫm tới, và xem kết quả chung ở đơn vị cấp trên. Muốn nói điều gì với mọi người, {$address} vẫn gửi được bằng /thongbao.
respond-within = Kết quả suy ngẫm chỉ được tổng hợp cho cả <b>{$unit}</b>, không tách nhỏ hơn. Cán bộ của <b>{$unit}</b> hồi âm cho mọi đơn vị cấp dưới.
respond-write = Đơn vị sẽ làm gì? Xin viết một, hai câu, không quá 300 ký tự, chỉ chữ. Ví dụ: <i>Từ tháng tới, sáng thứ Hai có mười phút để ai thấy việc khó kịp hạn thì báo sớm.</i>
respond-only-words = Xin viết hồi âm bằng chữ. Ảnh, tệp có thể gửi riêng bằng /thongbao.
respond-short = Hồi âm này ngắn quá. Xin viết ít nhất một câu ngắn (từ 10 ký tự).
respond-long = Hồi âm dài {$count} ký tự, tối đa là {$max}. Xin rút gọn rồi gửi lại.
button-respond = Viết hồi âm
button-report-respond = Hồi âm đợt suy ngẫm
toast-respond-over = Không hồi âm được: đợt này đã có hồi âm, đã có đợt mới hơn, hoặc chưa đủ số lượt để tổng hợp. Xem lại: /hoiam
log-action-respond = gửi hồi âm đợt suy ngẫm
menu-respond = Hồi âm đợt suy ngẫm đã khép lại

### Biểu dương

consent-named =
    <b>Được nêu tên khi biểu dương (tự nguyện).</b> Bot lưu một tên do {$address} tự gõ, chỉ dùng cho việc này.

    <b>Ai thấy.</b> Khi {$address} tham gia đều hoặc tiến bộ rõ so với chính mình, cán bộ công đoàn của đơn vị và cấp trên thấy tên đó kèm một lời như “tham gia đều 11/12 tuần” hoặc “tiến bộ rõ so với trước”; không thấy điểm, câu trả lời hay phần suy ngẫm.

    <b>Đăng ở đâu.</b> Khi {$address} được biểu dương, thẻ có tên, đơn vị và lý do được đăng vào nhóm của đơn vị biểu dương (đơn vị của {$address} hoặc cấp trên) và thành một dòng trong báo cáo quý, 6 tháng, năm.

    <b>Rút lại</b> lúc nào cũng được trong /riengtu: bot xóa ngay tên và lý do ở mọi nơi bot giữ, và thay lời trên thẻ đã đăng. Bot chỉ còn ghi rằng đơn vị đã biểu dương một người vào ngày đó. Báo cáo đã nộp và bản mà người khác đã lưu thì không thu lại được. Chuyển đơn vị thì sự đồng ý này hết hiệu lực.
named-ask =
    {$words}

    {$Address} có muốn được nêu tên không? Không đồng ý thì mọi phần khác vẫn dùng được đầy đủ; bot không cho ai biết người nào không đồng ý.
button-give-named = Đồng ý được nêu tên
button-ask-named = Nêu tên khi biểu dương
button-type-name = Gõ tên
button-change-name = Sửa tên
button-withdraw-named = Không nêu tên nữa
named-type = Xin gõ tên mà {$address} muốn bot nêu; bot chờ đến hết hôm nay. Ví dụ: <i>Nguyễn Thị Lan</i>. Chỉ gõ tên, không gõ chức vụ, số điện thoại.
named-unread = Bot chưa dùng được tên này: tên chỉ gồm chữ, từ 2 đến 50 ký tự. Xin gõ lại, ví dụ: <i>Nguyễn Thị Lan</i>. Nếu không muốn nữa, xin xem /riengtu.
named-confirm =
    Tên sẽ được viết như sau: <b>{$name}</b>

    Đúng chưa? Khi {$address} chưa xác nhận, bot chưa dùng tên này.
button-keep-name = Đúng, dùng tên này
button-keep-typed = Giữ như đã gõ
button-retype-name = Gõ lại
named-known =
    Khi biểu dương, bot sẽ nêu đúng tên này: <b>{$name}</b>

    Sửa hoặc rút lại lúc nào cũng được, ở đây hoặc trong /riengtu.
privacy-named-withheld = Được nêu tên khi biểu dương: {$address} <b>chưa đồng ý</b>. Bot không lưu tên.
privacy-named-nameless = Được nêu tên khi biểu dương: {$address} <b>đã đồng ý</b> nhưng chưa gõ tên, nên chưa ai thấy gì.
privacy-named-given = Được nêu tên khi biểu dương: {$address} <b>đã đồng ý</b>, với tên “{$name}”. Nếu {$address} rút lại, bot xóa ngay tên và lý do biểu dương.
privacy-named-changed = Được nêu tên khi biểu dương: nội dung đồng ý đã được sửa, nên bot <b>chưa dùng</b> tên của {$address} cho đến khi {$address} đồng ý lại.
toast-named-withdrawn = Đã rút lại. Bot đã xóa tên ở mọi nơi bot giữ.
move-ask-named = <b>Được nêu tên khi biểu dương:</b> sự đồng ý này chỉ dành cho đơn vị cũ. Chuyển đi thì tên được xóa; nếu muốn, {$address} đồng ý lại ở đơn vị mới trong /riengtu.
moved-unnamed = Bot đã xóa tên để biểu dương. Muốn được nêu tên ở đơn vị mới: /riengtu.
commend =
    <b>Biểu dương · {$unit}</b>

    Những người sau đã đồng ý được nêu tên. Thứ tự do rút thăm, không phải xếp hạng.
commend-steady = · <b>{$name}</b> ({$unit}): tham gia đều {$took}/{$of} tuần
commend-improved = · <b>{$name}</b> ({$unit}): tiến bộ rõ so với trước
commend-how = {$Address} chọn một người rồi viết lý do; bot cho xem thẻ trước khi đăng. Biểu dương không phải là xếp loại. Đơn vị khác: /bieuduong kèm tên hoặc mã.
commend-nobody =
    <b>Biểu dương · {$unit}</b>

    Hiện chưa có ai để gợi ý. Bot chỉ gợi ý người đã tự đồng ý được nêu tên (trong /riengtu), đã nhận tin từ 8 tuần trở lên, tham gia đều hoặc tiến bộ rõ, và chưa được biểu dương trong 12 tuần qua. Bot không cho biết ai không đồng ý.

    Có thể nhắc chung trong nhóm rằng ai muốn thì mở /riengtu. Đơn vị khác: /bieuduong kèm tên hoặc mã.
commend-many = <b>{$unit}</b> có quá nhiều người để xem cùng lúc. Xin chọn một đơn vị cấp dưới: /bieuduong kèm tên hoặc mã.
button-commend-draw = Rút thăm lại
commend-why = Vì sao biểu dương <b>{$name}</b>? Xin viết một, hai câu, không quá {$max} ký tự. Nên nêu việc cụ thể; không nêu điểm số hay chuyện riêng.
commend-why-short = Lý do này ngắn quá. Xin viết ít nhất một câu ngắn (từ 10 ký tự).
commend-why-long = Lý do dài {$count} ký tự, thẻ chỉ đủ chỗ cho {$max}. Xin rút gọn rồi gửi lại.
commend-card =
    <b>BIỂU DƯƠNG</b>
    <b>{$unit}</b> biểu dương cá nhân tiêu biểu trong Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”:

    <b>{$name}</b>
    <blockquote>{$reason}</blockquote>
    Ngày {$day}. <i>Người được biểu dương đã đồng ý được nêu tên.</i>
commend-card-of =
    <b>BIỂU DƯƠNG</b>
    <b>{$unit}</b> biểu dương cá nhân tiêu biểu trong Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”:

    <b>{$name}</b>, {$of}
    <blockquote>{$reason}</blockquote>
    Ngày {$day}. <i>Người được biểu dương đã đồng ý được nêu tên.</i>
commend-preview = Tin ở trên là đúng những gì nhóm sẽ thấy. Thẻ sẽ được đăng vào nhóm của <b>{$unit}</b> (số nhóm: {$groups}) và ghi vào báo cáo quý, 6 tháng, năm. Người được biểu dương nhận một lời chúc mừng riêng.
commend-preview-alone = Tin ở trên là thẻ biểu dương. <b>{$unit}</b> chưa gắn nhóm nào nên thẻ chưa có nơi đăng. Có thể gắn nhóm trước (/lienket trong nhóm), hoặc chỉ ghi vào báo cáo quý, 6 tháng, năm; người được biểu dương vẫn nhận lời chúc mừng riêng.
button-commend-post = Đăng vào nhóm
button-commend-keep = Chỉ ghi vào báo cáo
button-commend-rewrite = Viết lại lý do
commend-dropped = Đã bỏ lời biểu dương này. Chưa có gì được đăng.
commend-posted = Đã biểu dương <b>{$name}</b>: bot đang đăng thẻ vào nhóm, và đã ghi một dòng vào báo cáo.
commend-kept = Đã biểu dương <b>{$name}</b>: bot đã ghi một dòng vào báo cáo. Chưa đăng vào nhóm nào.
commend-taken-down = Nội dung biểu dương ở đây đã được gỡ.
commended =
    <b>Trân trọng chúc mừng {$address}!</b>

    <b>{$unit}</b> vừa biểu dương {$address} trong Cuộc vận động:
    <blockquote>{$reason}</blockquote>
    Cảm ơn {$address} đã tham gia. Nếu không muốn được nêu tên nữa: /riengtu.
toast-commend-gone = Nút này không còn dùng được: bản nháp đã cũ, hoặc người đó không còn trong gợi ý. Xin bắt đầu lại: /bieuduong
toast-commend-still = Bot đang tạm dừng mọi tin, nên chưa đăng thẻ. Xin xác nhận lại sau.
log-action-formsubmit = nộp số liệu của đơn vị
log-action-formamend = sửa số liệu sau khi kỳ đã chốt, có lý do
log-action-formopen = mở một kỳ số liệu
log-action-formsendback = trả lại số liệu, có lý do
log-action-formclose = chốt một kỳ số liệu
log-action-formimport = nhập số liệu của đơn vị từ tệp
log-action-formlook = xem số liệu một đơn vị đã nộp
log-action-draw = xem gợi ý người để biểu dương
log-action-commend = biểu dương một người đã đồng ý được nêu tên
menu-commend = Biểu dương người đã đồng ý được nêu tên
mydata-named_members = TÊN ĐỂ NÊU KHI BIỂU DƯƠNG
mydata-named_members-row = {$name} ({$unit})
mydata-commendations = ĐÃ ĐƯỢC BIỂU DƯƠNG
mydata-commendations-row = Ngày {$day}, {$unit}: {$reason} (số nhóm đã đăng: {$cards})
mydata-dialogs = BOT ĐANG CHỜ NHẬP
mydata-dialogs-row = Ngày {$day}: { $kind ->
        [broadcast] nội dung một thông báo
        [commendation] lý do biểu dương
        [form] một bước của biểu số liệu
        [amend] lý do sửa số liệu
        [sendback] lý do trả lại số liệu
        [sheet] tệp số liệu của các đơn vị
        [initiative] một câu về sáng kiến
        [author] tên tác giả sáng kiến
        [lodged] ngày nộp đơn của một sáng kiến
        [recognised] quyết định công nhận một sáng kiến
        [declined] lý do một sáng kiến chưa được công nhận
        [plan] số, ngày của kế hoạch năm
        [planchange] lý do sửa kế hoạch năm
        [planfile] tệp kế hoạch năm
        [planline] một phần của một việc trong kế hoạch năm
        [planresult] kết quả một việc trong kế hoạch năm
        [plandrop] lý do bỏ một việc trong kế hoạch năm
       *[name] tên để nêu khi biểu dương
    }
mydata-commendation_drafts = LỜI BIỂU DƯƠNG ĐANG VIẾT
mydata-commendation_drafts-row = Ngày {$day}, { $role ->
    [own] viết với tư cách cán bộ
   *[given] cán bộ viết về {$address}
    }, {$unit}: {$reason}
file-doc-commended = Cá nhân được biểu dương trong kỳ (chỉ nêu tên người đã đồng ý)
file-sheet-commended = Biểu dương
file-commended-day = Ngày
file-commended-name = Người được biểu dương
file-commended-unit = Đơn vị biểu dương
file-commended-reason = Lý do
file-commended-unnamed = (đã rút tên)

### Báo cáo nhanh

report =
    <b>SỐ LIỆU TỔNG HỢP</b> (dự thảo, để tham khảo)
    <b>{$unit}</b>
    Tuần {$from} – {$to} · tiêu chí {$number}
report-open = <i>Tuần này còn mở. Hạn trả lời: {$closes}.</i>
report-closed = <i>Tuần đã kết thúc lúc {$closes}.</i>
report-settling = Tuần vừa kết thúc, bot đang chốt số liệu. Xin xem lại sau ít phút.
report-open-hidden = Số liệu của riêng đơn vị này có sau khi tuần kết thúc: xin xem lại từ thứ Hai. Lúc này bot chỉ nêu số chung của toàn tổ chức.
report-more-than = {$step}: hơn <b>{$count}</b> người
report-more-than-few = {$step}: chưa đủ số lượt để nêu số
report-open-members = Tổng số người (theo khai báo): {$members}
report-open-steps = <i>Khi tuần còn mở, bot làm tròn xuống theo từng bước năm người; số đầy đủ có sau khi tuần kết thúc.</i>
report-reached = Đã nhận tin: <b>{$count}</b>/{$of} người ({$percent}%)
report-read = Đã chạm “Đã đọc”: <b>{$count}</b>/{$of} ({$percent}%)
report-answered = Đã trả lời câu hỏi: <b>{$count}</b>/{$of} ({$percent}%)
report-finished = Đã xong năm câu: <b>{$count}</b>/{$of} ({$percent}%)
report-before = Kỳ trước (trọn kỳ): {$count}/{$of} trả lời ({$percent}%)
report-change-up = So với kỳ trước ({$percent}% trả lời): tăng {$points} điểm phần trăm, vượt mức dao động ngẫu nhiên.
report-change-down = So với kỳ trước ({$percent}% trả lời): giảm {$points} điểm phần trăm, vượt mức dao động ngẫu nhiên.
report-change-unclear = So với kỳ trước ({$percent}% trả lời): chưa thấy thay đổi rõ; chênh lệch có thể do ngẫu nhiên.
report-overfull = Số tài khoản tham gia nhiều hơn tổng số người đã khai báo của đơn vị, nên bot không nêu số liệu của tuần như vậy. Xin rà soát người tham gia, hoặc sửa tổng số người bằng /moi; báo cáo dùng số mới từ tuần sau.
report-hidden =
    <b>Chưa đủ số lượt để tổng hợp:</b> {$what}.
    <i>Bot chỉ nêu số liệu từ {$quiz} người trở lên (suy ngẫm: từ {$reflection} người), và không nêu số mà từ đó suy ra được từng người.</i>
report-hidden-participation = số người tham gia
report-hidden-before = kỳ trước
report-hidden-themes = tỷ lệ đúng của nội dung {$themes}
report-hidden-reflection = suy ngẫm tháng {$months}
report-hidden-next = Nên làm tiếp: mời thêm người bằng liên kết mời (gửi /moi cho bot). Số liệu chung có trong báo cáo của <b>{$unit}</b>; cán bộ ở đó xem được.
report-hidden-next-top = Nên làm tiếp: mời thêm người bằng liên kết mời (gửi /moi cho bot).
report-themes = <b>Tỷ lệ đúng theo nội dung</b> (tuần đã kết thúc, {$from} – {$to})
report-theme = {$number}. {$name}: {$share}% ({$counted})
report-theme-about = {$number}. {$name}: khoảng {$share}% ({$counted})
report-theme-most = {$number}. {$name}: đa số đúng, từ {$share}% trở lên ({$counted})
report-theme-least = {$number}. {$name}: đa số chưa đúng, không quá {$share}% ({$counted})
report-turns = {$people} lượt
report-reflection = Suy ngẫm tháng {$month}: {$people} người tham gia
report-reflection-within = Suy ngẫm: chỉ tổng hợp từ cấp cơ sở trở lên; xin xem trong số liệu của {$unit}.
report-note = <i>Không dùng để xếp loại, bình xét cá nhân hay đơn vị.</i>
report-nothing-yet = Chưa có số liệu vì tuần đầu tiên chưa bắt đầu. Bot mở câu hỏi lúc 07:00 thứ Hai của tuần khởi động.
report-period = Chưa rõ “{$asked}” là kỳ nào hay đơn vị nào. Xin gõ /baocao kèm tuần, tháng, quý, 6 tháng hoặc năm; trong trò chuyện riêng có thể thêm mã hay tên đơn vị. Ví dụ: /baocao quý 3
report-period-head =
    <b>SỐ LIỆU TỔNG HỢP</b> (dự thảo, để tham khảo)
    <b>{$unit}</b>
    {$period} ({$from} – {$to})
    <i>Gộp {$rounds} tuần đã kết thúc{ $left_out ->
        [0] {""}
       *[other] {" "}(chưa gộp {$left_out} tuần không nêu được số liệu)
    }; mỗi người một lượt mỗi tuần.</i>
report-reached-turns = Đã nhận tin: <b>{$count}</b>/{$of} lượt ({$percent}%)
report-reached-undeclared = Đã nhận tin: <b>{$count}</b>
report-least = Có thể ôn thêm: nội dung <b>{$number}. {$name}</b>, có tỷ lệ đúng thấp nhất ({$share}). Thẻ trao đổi ở nút bên dưới có thể giúp buổi sinh hoạt.
report-no-week = {$period}: tuần này không có câu hỏi nên không có số liệu.
report-no-rounds = {$period}: chưa có tuần nào kết thúc. Tháng, quý, 6 tháng và năm chỉ gộp các tuần đã kết thúc; số liệu của tuần đang mở: /baocao tuần.
report-no-unit = {$period}: khi đó đơn vị này chưa có trong danh sách đơn vị.
report-unit = <b>{$unit}</b>
report-units = <b>{$unit}</b>: xem số liệu của đơn vị cấp dưới nào?
report-which-unit = “{$asked}” khớp với nhiều đơn vị. Xin chọn một đơn vị:
report-other-unit = Trong nhóm chỉ xem được số liệu của đơn vị gắn với nhóm này. Số liệu của đơn vị khác: xin gõ lệnh trong trò chuyện riêng với bot.
report-file = Dự thảo, để tham khảo; chỉ gửi riêng cho cán bộ phụ trách. Mỗi lần nhận tệp đều được ghi vào nhật ký (/nhatky).
toast-not-officer = Nút này dành cho cán bộ phụ trách đơn vị.
toast-no-figures = Kỳ này chưa có số liệu.
toast-card-sent = Đã gửi thẻ trao đổi vào nhóm.
toast-card-no-group = Đơn vị chưa gắn nhóm nào: thẻ được gửi vào đây để chuyển tiếp.
button-report-week = Tuần
button-report-month = Tháng
button-report-quarter = Quý
button-report-half = 6 tháng
button-report-year = Năm
button-chosen = ✓ {$label}
button-report-earlier = ‹ Trước
button-report-later = Sau ›
button-report-card = Gửi thẻ {$number} vào nhóm
button-report-picture = Hình
button-report-sheet = Bảng tính
button-report-document = Dự thảo báo cáo
button-report-evidence = Phụ lục minh chứng
button-report-minute = Biên bản kiểm tra
button-report-units = Đơn vị cấp dưới
button-report-compare = So sánh
button-report-up = Cấp trên

### So sánh các đơn vị cấp dưới

compare =
    <b>SO SÁNH CÁC ĐƠN VỊ</b> (dự thảo, để tham khảo)
    Các đơn vị trực thuộc <b>{$unit}</b>
    {$period}
compare-too-few = Chưa so sánh được: cần ít nhất {$units} đơn vị có đủ số lượt để tổng hợp.
compare-open = Tuần còn mở thì chưa so sánh được. Xin xem lại từ thứ Hai.
compare-most = <b>Tham gia đều nhất</b> (tỷ lệ trả lời trong số người nhận được tin)
compare-least = <b>Có thể cần hỗ trợ thêm</b>
compare-share = {$unit}: khoảng {$percent}%
compare-alike = Tỷ lệ tham gia của các đơn vị chênh nhau ít, trong mức dao động ngẫu nhiên.
compare-improved = <b>Tiến bộ nhất so với kỳ trước</b>
compare-up = {$unit}: khoảng +{$points} điểm phần trăm
compare-same-change = So với kỳ trước, các đơn vị thay đổi như nhau, trong mức dao động ngẫu nhiên.
compare-how = <i>Chỉ so sánh các đơn vị có đủ số lượt, theo tỷ lệ chứ không theo số người. Tỷ lệ của đơn vị nhỏ được kéo về gần mức chung, vì chỉ vài người cũng làm tỷ lệ thay đổi nhiều.</i>

### Biểu số liệu: đơn vị điền (/sonam)

menu-forms = Số liệu năm của đơn vị
menu-totals = Mở kỳ số liệu, tổng hợp từ các đơn vị
form-which =
    <b>{$unit}</b>
    { $asked ->
        [0] Chưa có kỳ nào cấp trên yêu cầu. Đơn vị có thể tự ghi; các số này được điền vào dự thảo báo cáo (/baocao).
       *[other] Cấp trên đang yêu cầu {$asked} biểu. Đơn vị cũng có thể tự ghi các kỳ khác; các số này được điền vào dự thảo báo cáo (/baocao).
    }

    Xin chọn biểu và kỳ. Dừng lúc nào cũng được, lần sau ghi tiếp.
button-form-asked = ❗ {$form} · {$period} · hạn {$due}
button-form-own = {$form} · {$period}
button-form-fill = Điền biểu
form-head =
    <b>{$title}</b> · {$period}
    {$unit}
form-head-step =
    <b>{$title}</b> · {$period}
    {$unit} · bước {$place}/{$of}
form-ask = <b>{$number}. {$ask}</b>
form-part = Ghi: <b>{$name}</b>
form-hint = <i>{$hint}</i>
form-how-number = Xin gõ một số, hoặc chạm một nút.
form-how-several = Xin gõ {$count} số trên một dòng theo thứ tự bên dưới, ví dụ: 41 28 19. Số nào chưa có thì gõ “?”.
form-how-percent = Xin gõ tỷ lệ phần trăm, ví dụ: 87,5
form-how-money = Xin gõ số tiền, ví dụ: 1.500 hoặc 1,5 tỷ
form-how-dong = Xin gõ số tiền, tính bằng đồng, ví dụ: 1.500.000 hoặc 10 triệu
form-how-month = Xin gõ tháng và năm, ví dụ: 3/2026
form-how-date = Xin gõ ngày, ví dụ: 15/01/2026, hoặc chạm một nút.
form-how-choice = Xin chạm một nút.
form-how-choices = Xin chạm những mục phù hợp, rồi chạm “Tiếp tục”.
form-how-text = Xin gõ trong một tin, tối đa {$max} ký tự.
form-field = • {$name}: <b>{$answer}</b>
form-open = …
form-hidden = đã ghi (chỉ cán bộ của đơn vị xem được)
form-unknown = chưa có số
form-percent = {$number}%
form-dong = {$number} đồng
form-million = {$number} triệu đồng
form-before = Kỳ trước: {$answers}
form-known-declared = Bot biết: tổng số người theo khai báo là {$count}
form-known-rounds = Bot biết: {$count} tuần đã kết thúc trong kỳ
form-known-reached = Bot biết: tuần gần nhất có {$count} người nhận tin qua bot
form-known-answered = Bot biết: {$count} lượt trả lời câu hỏi trong kỳ
form-known-checkins = Bot biết: {$count} đợt suy ngẫm đã khép lại trong kỳ
form-known-commended = Bot biết: đã biểu dương {$count} lần trong kỳ qua bot
form-known-broadcasts = Bot biết: đơn vị đã gửi {$count} thông báo trong kỳ
form-known-plan = Bot biết: kế hoạch {$plan}. Bỏ qua câu này thì báo cáo tự lấy số ấy.
form-note = ⚠ {$note}
form-line = <b>{$number}.</b> {$answers}
form-returned = Cấp trên trả lại: {$reason}
form-frozen = Kỳ này đã chốt. Muốn sửa hoặc bổ sung, xin ghi lý do; lần sửa được ghi thành bản mới và vào nhật ký.
form-handed-in = Đã nộp. Các số này được điền vào dự thảo báo cáo (/baocao).
form-unanswered = Còn {$count} ô chưa ghi. Vẫn nộp được; ô để trống không bị tính là số 0.
form-wrong = Ô {$field}: {$what}
form-why = Kỳ này đã chốt. Xin gõ lý do sửa trong một tin, từ 10 đến 300 ký tự. Lý do được lưu cùng bản mới.
form-why-short = Lý do hơi ngắn ({$count} ký tự). Xin viết một hai câu, tối đa {$max} ký tự.
form-why-long = Lý do dài {$count} ký tự. Xin rút gọn còn tối đa {$max} ký tự.
button-form-all = Xem tất cả
button-plan-all = Xem tất cả
button-form-same = Như kỳ trước
button-form-zero = 0
button-form-unknown = Chưa có số
button-form-right = Đúng, tiếp tục
button-form-next = Tiếp tục
button-form-skip = Bỏ qua
button-form-back = Quay lại
button-form-submit = Nộp
button-form-amend = Sửa số liệu
toast-form-submitted = Đã nộp.

form-about = “{$value}” là số ước chừng. Xin ghi một con số đúng, hoặc chạm “Chưa có số”.
form-range = “{$value}” là một khoảng. Xin ghi một con số, hoặc chạm “Chưa có số”.
form-negative = “{$value}” không thể là số âm.
form-percent-sign = “{$value}” là tỷ lệ phần trăm; ở đây cần một con số đếm được.
form-not-number = “{$value}” chưa đọc được thành số. Xin ghi bằng chữ số, ví dụ: 30 hoặc 1.234; không có thì ghi 0.
form-money = “{$value}” chưa đọc được thành số tiền. Ví dụ: 10 triệu, hoặc 1,5 tỷ.
form-decimal = “{$value}” phải là số nguyên.
form-decimals = “{$value}”: tối đa hai chữ số sau dấu phẩy, ví dụ 87,5.
form-count = Cần {$wanted} số, { $more ->
        [1] mà thấy
       *[0] mới thấy
    } {$found}: “{$value}”. Xin ghi đủ trên một dòng, cách nhau bằng dấu cách hoặc dấu /; số nào chưa có thì ghi “?”.
form-date = “{$value}” chưa phải là một ngày. Xin ghi ngày, tháng, năm, ví dụ: 15/01/2026.
form-date-part = “{$value}” còn thiếu năm hoặc ngày. Xin ghi đủ ngày, tháng, năm, ví dụ: 15/01/2026.
form-month = “{$value}” chưa phải là một tháng. Xin ghi tháng và năm, ví dụ: 3/2026.
form-choice = “{$value}” không có trong danh sách. Xin chọn một trong: {$options}.
form-long = Đoạn này dài {$count} ký tự; tối đa {$max}. Xin chỉ ghi ý chính của mục này, không dán cả báo cáo.
form-short = Xin ghi ít nhất {$min} ký tự.
form-min = {$name} không được nhỏ hơn {$limit}.
form-max = {$name} không được lớn hơn {$limit}.
form-more-than = {$name} ({$value}) không thể nhiều hơn {$other} ({$most}).
form-sum = Tổng của {$names} ({$value}) không thể nhiều hơn {$other} ({$most}).
form-future = Ngày này chưa đến. Xin kiểm tra lại.
form-near = {$value} khác số bot biết ({$known}) hơn {$percent}%. Nếu đúng như vậy, xin chạm “Đúng, tiếp tục”; nếu không, xin gõ lại.
form-names = Có vẻ có tên người ở đây. Nếu là tên người, xin viết lại mà không nêu tên ai; nếu là tên trường, tên đường, hội trường, xin chạm “Đúng, tiếp tục”.
doubt-name = ⚠ “{$name}” có vẻ là tên người. Ở đây chỉ ghi chức danh và việc làm, không nêu tên ai: xin gõ lại. Nếu đó là tên trường, tên đường, hội trường, xin chạm “Giữ nguyên”.
doubt-day = ⚠ Ngày {$day} không phải lúc thường ký kế hoạch {$year}: có thể đây là số, ngày của năm khác. Xin xem lại bản đã ký rồi gõ lại; nếu đúng như vậy, xin chạm “Giữ nguyên”.
doubt-typed = <i>Đã gõ:</i> {$text}
button-keep-words = Giữ nguyên
button-type-again = Gõ lại
toast-keep-gone = Câu hỏi này không còn. Xin mở lại việc đang làm và gõ lại.
form-sheet-long = Bảng có quá nhiều dòng; tối đa {$max}.
form-sheet-total = Dòng này không có mã đơn vị, hoặc là dòng tổng cộng. Xin xóa dòng tổng, hoặc ghi mã của đơn vị.
form-sheet-unit = “{$value}” không phải là mã của một đơn vị được yêu cầu trong kỳ này.
form-sheet-twice = Đơn vị {$value} có hai dòng. Xin giữ một dòng.
form-sheet-period = Dòng này ghi kỳ “{$value}”, còn kỳ đang mở là {$wanted}. Có thể đây là tệp của kỳ khác.
form-sheet-own = {$value} đã tự nộp trong bot, số trong tệp lại khác. Xin trả lại để đơn vị tự sửa, hoặc xóa dòng này.
form-sheet-closed = Kỳ này đã chốt, không nhập tệp được nữa.

### Biểu số liệu: cấp trên mở kỳ, tổng hợp (/tonghop)

collect-choice = <b>{$unit}</b>. Xin chọn một kỳ đã mở, hoặc mở kỳ mới để các đơn vị bên dưới nộp số liệu.
collect-nobody = <b>{$unit}</b> không có đơn vị nào bên dưới, nên không có gì để tổng hợp. Số liệu của chính đơn vị: /sonam
button-collect-open = {$form} · {$period}
button-collect-closed = {$form} · {$period} · đã chốt
button-collect-new = ＋ Mở: {$form} · {$period}
collect-due = <b>{$form}</b> · {$period}: mở cho {$count} đơn vị. Cán bộ của các đơn vị được báo một lần khi mở, và chỉ được nhắc nhiều nhất hai lần khi cần. Hạn nộp là ngày nào?
button-collect-due = {$due} (sau {$days} ngày)
collect-head =
    <b>{$form}</b> · {$period}
    {$unit} · hạn nộp {$due}
collect-head-closed =
    <b>{$form}</b> · {$period}
    {$unit} · đã chốt
collect-progress = Đã nộp <b>{$done}/{$all}</b> đơn vị · trả lại {$returned} · chưa nộp {$missing}
collect-sum = {$number} {$name}: {$sum}
collect-without = Mục {$numbers}: {$why}
collect-total = {$sum} ({$units}/{$all} đơn vị)
collect-mean = bình quân {$sum} ({$units}/{$all} đơn vị)
collect-given = có ghi ({$units}/{$all} đơn vị)
collect-chosen = {$name} ({$units}/{$all} đơn vị)
collect-at-closing = chỉ nêu tổng khi chốt kỳ, từ ba đơn vị trở lên
collect-too-few = chưa đủ số đơn vị để nêu tổng
collect-unit = • {$unit}: {$state}
collect-state-missing = chưa nộp
collect-state-nobody = chưa nộp; chưa có cán bộ trong bot
collect-state-done = đã nộp
collect-state-again = đã nộp (bản {$revision})
collect-state-returned = trả lại: {$reason}
collect-close = Chốt kỳ: số liệu được giữ nguyên; đơn vị muốn sửa hay bổ sung sau đó phải ghi lý do, thành bản mới. Những mục có thể chỉ ra một người (kê khai, xếp loại, kỷ luật) khi chốt mới được cộng, và chỉ nêu tổng của từ ba đơn vị trở lên. Không mở lại được.
collect-opened = <b>{$above}</b> yêu cầu {$unit} nộp biểu <b>{$form}</b>, {$period}. Hạn nộp {$due}. Ghi khoảng ba phút, dừng và ghi tiếp lúc nào cũng được.
collect-reminder = Nhắc: {$unit} chưa nộp biểu <b>{$form}</b>, {$period}, cho {$above}. Hạn nộp {$due}. Số nào chưa có thì chạm “Chưa có số”.
collect-sent-back = {$above} trả lại biểu <b>{$form}</b>, {$period}, của {$unit}: {$reason} Hạn nộp {$due}.
collect-why = Vì sao trả lại biểu của {$unit}? Xin gõ lý do trong một tin, từ 10 đến 300 ký tự; cán bộ của đơn vị nhận được lời này.
collect-send-sheet = Xin gửi tệp Excel đã điền: dùng tệp tải từ nút “Bảng Excel”, mỗi đơn vị một dòng, giữ nguyên mã đơn vị, kỳ và tên cột. Ô để trống thì bot không đổi gì.
collect-file = Mỗi đơn vị một dòng; trang “Chưa nộp” có tên các đơn vị còn thiếu. Có thể điền cho đơn vị chưa dùng bot rồi gửi lại. Mỗi lần nhận tệp đều được ghi vào nhật ký (/nhatky).
collect-sheet = Trong tệp có {$new} đơn vị mới nộp, {$changed} đơn vị thay đổi, {$same} đơn vị giữ nguyên. Chưa có gì được nhập.
collect-sheet-same = Không có gì để nhập: {$same} đơn vị trong tệp giống hệt số liệu đang có.
collect-sheet-wrong =
    <b>Tệp chưa nhập được</b>, chưa có gì thay đổi. Xin sửa rồi gửi lại:

    {$lines}
collect-sheet-taken = Đã nhập số liệu của {$count} đơn vị.
collect-sheet-left = Đã bỏ tệp, không nhập gì.
toast-collect-today = Hôm nay các đơn vị đã được báo. Xin nhắc vào ngày khác.
toast-collect-reminded = Đang nhắc các đơn vị chưa nộp.
button-collect-units = Danh sách đơn vị
button-collect-sheet = Bảng Excel
digest =
    <b>Việc đến kỳ, tháng {$month}</b>
    {$lines}{ $more ->
        [0] {""}
       *[other] {" "}… và {$more} việc khác.
    }

    Mỗi tháng bot gửi cán bộ một tin như thế này, vào ngày 25 hoặc ngày làm việc kế tiếp; tháng nào không có việc thì không gửi.
digest-hand-in = • {$unit}: nộp biểu {$form}, {$period}. Hạn {$due}.
digest-late = • {$unit}: chưa nộp biểu {$form}, {$period}. Hạn là {$due}, nay đã qua.
digest-collect = • {$unit} đang tổng hợp biểu {$form}, {$period}: đã nộp {$done}/{$all} đơn vị. Hạn {$due}.
button-digest-fill = Điền biểu {$form}, {$period}
button-digest-collect = Xem kỳ {$form}, {$period}
button-collect-import = Nhập tệp cho đơn vị chưa dùng bot
button-collect-remind = Nhắc đơn vị chưa nộp
button-collect-close = Chốt kỳ
button-collect-close-now = Chốt, không mở lại
button-collect-send-back = Trả lại, ghi lý do
button-collect-show = Xem tổng hợp

file-school-year = Năm học {$from}–{$to}
file-form-sheet = Số liệu
file-form-sums = Tổng hợp
file-form-notes = Chú thích
file-form-missing = Chưa nộp
file-form-number = TT
file-form-code = Mã đơn vị
file-form-unit = Đơn vị
file-form-period = Kỳ
file-form-state = Trạng thái
file-form-field = Mục
file-form-name = Nội dung
file-form-sum = Tổng hợp từ các đơn vị
file-form-sum-note = Chỉ cộng các đơn vị đã nộp; đơn vị chưa nộp và ô chưa có số không bị tính là số 0.
file-form-column = Cột
file-form-meaning = Ý nghĩa, cách ghi
file-form-how = Một dòng một đơn vị. Ô để trống là chưa ghi, không phải số 0. Không đổi mã đơn vị, kỳ và tên cột; được thêm cột, được sắp xếp. Không thêm dòng tổng cộng vào trang “Số liệu”.
file-form-note-each = {$ask}{ $choices ->
        [1] . Ghi một trong: {$options}
        [2] . Cũng có thể ghi: {$options}
       *[0] .
    }
file-form-note-sum = {$ask}{ $choices ->
        [1] . Ghi một trong: {$options}
        [2] . Cũng có thể ghi: {$options}
       *[0] .
    } Không nêu số của từng đơn vị, chỉ nêu tổng; cột này để trống khi tải về, vẫn điền được cho đơn vị chưa dùng bot.
file-doc-registered = Số người đăng ký tham gia Cuộc vận động: {$entered}.
file-evidence = Minh chứng
file-evidence-item = Mục
file-evidence-value = Số liệu
file-evidence-source = Nguồn
file-evidence-day = Ngày chốt
file-evidence-points = Điểm
file-evidence-computed = bot tổng hợp
file-evidence-officer = cán bộ khai
file-evidence-units = cộng từ các đơn vị
file-evidence-note = Cột “Điểm” để trống: bot không chấm điểm. Số do bot tổng hợp đã theo quy tắc công bố; chỗ chưa đủ số lượt không có trong bảng này.
file-evidence-part = {$count}/{$of}
file-annex-name = Phụ lục minh chứng {$period} {$unit}
file-annex-number = (Kèm theo Báo cáo số ………/BC-CĐCS)
file-annex-kind = PHỤ LỤC
file-annex-subject = Số liệu minh chứng kết quả thực hiện Cuộc vận động
file-annex-none = Trong kỳ chưa có số liệu nào để nêu: bot chưa đủ số lượt, đơn vị chưa nộp biểu số liệu năm.
file-minute-name = Biên bản kiểm tra {$period} {$unit}
file-minute-number = Số: ………/BB-CĐCS
file-minute-kind = BIÊN BẢN
file-minute-subject = Kiểm tra việc thực hiện Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”
file-minute-begin = Hôm nay, vào hồi …… giờ …… ngày …… tháng …… năm ……, tại ………………………………, đã tiến hành kiểm tra việc thực hiện Cuộc vận động.
file-minute-inspectors = 1. Thành phần đoàn kiểm tra
file-minute-inspected = 2. Đại diện đơn vị được kiểm tra
file-minute-person = - Ông (bà): …………………………… Chức vụ: ……………………………
file-minute-content = I. NỘI DUNG KIỂM TRA
file-minute-source = Cột “Số liệu đã khai” do đơn vị ghi trong biểu số liệu của kỳ. Cột “Kết quả kiểm tra” do đoàn kiểm tra ghi tay sau khi đối chiếu hồ sơ: khớp hay chưa khớp, lý do.
file-minute-row-plan = Kế hoạch năm: số, ngày ban hành; việc đã làm, chưa làm
file-minute-row-people = Tổng số người; trong đó nữ, đảng viên
file-minute-entered = Số liệu đã khai
file-minute-found = Kết quả kiểm tra
file-minute-none = chưa khai
file-minute-findings = II. NHẬN XÉT
file-minute-good = 1. Ưu điểm:
file-minute-bad = 2. Hạn chế, việc chưa làm:
file-minute-why = 3. Nguyên nhân:
file-minute-blank = [Đoàn kiểm tra ghi]
file-minute-advice = III. KIẾN NGHỊ
file-minute-to-unit = 1. Với đơn vị:
file-minute-to-above = 2. Với cấp trên:
file-minute-end = Biên bản kết thúc vào hồi …… giờ …… cùng ngày, đã đọc cho mọi người cùng nghe, lập thành …… bản có giá trị như nhau. Không dùng để xếp loại, đánh giá cá nhân.
file-minute-sign-unit = ĐẠI DIỆN ĐƠN VỊ
file-minute-sign-clerk = THƯ KÝ
file-minute-sign-lead = TRƯỞNG ĐOÀN
file-minute-sign = (Ký, ghi rõ họ tên)

### Bảng lệnh

menu-quiz = Năm câu hỏi tuần này
menu-practice = Ôn lại câu đã hỏi, không tính
menu-checkin = Suy ngẫm tháng này (riêng tư)
menu-criteria = Bốn nội dung, mười hai tiêu chí
menu-me = Tiến độ cá nhân
menu-settings = Giờ nhận tin, ngôn ngữ, tạm nghỉ
menu-privacy = Bot giữ gì, ai xem được
menu-help = Các lệnh
menu-stop = Tạm nghỉ hoặc dừng tham gia
menu-report = Số liệu tuần, tháng, quý, năm
menu-card = Thẻ trao đổi cho buổi sinh hoạt
menu-link = Gắn nhóm với đơn vị
menu-unlink = Bỏ gắn nhóm

### Thông báo

broadcast-write =
    Mời {$address} gửi nội dung thông báo, đúng như {$member} sẽ nhận: chữ, hoặc một ảnh hay một tệp kèm lời. Chữ đậm, chữ nghiêng, liên kết và biểu tượng được giữ nguyên. Bot sẽ cho xem lại trước, chưa gửi cho ai.
broadcast-which-days =
    Gửi vào những ngày nào? Hằng tháng: gõ như <i>ngày 15 hằng tháng 11h45</i>. Theo lịch: gõ như <i>26/3, 19/5, 2/9 lúc 11h45</i>. Gặp ngày nghỉ thì bot gửi vào giờ nhận tin của ngày làm việc kế tiếp.
button-broadcast-ready = Lời gợi ý: {$name}
broadcast-which-link =
    Xin gõ chữ trên nút, rồi đến địa chỉ liên kết, ví dụ: <i>Đăng ký tham gia https://congdoan.example.vn</i>
broadcast-days-unread = Bot chưa hiểu những ngày này. Xin gõ như: <i>ngày 15 hằng tháng 11h45</i>, hoặc <i>26/3, 19/5, 2/9 lúc 11h45</i>.
broadcast-rhythm = Gửi định kỳ: <b>{$days}</b>. Lần tới: {$time}
rhythm-monthly = ngày {$day} hằng tháng, lúc {$time}
rhythm-month-end = ngày {$day} hằng tháng (tháng thiếu thì ngày cuối tháng), lúc {$time}
rhythm-yearly = các ngày {$dates} hằng năm, lúc {$time}
reminder-card = <b>Lời nhắc định kỳ số {$number}</b> của {$unit}
reminder-days = Gửi {$days}
broadcast-reminds = Theo lời nhắc định kỳ số {$number}
broadcasts-reminder = <b>{$number}.</b> {$phase}
button-rhythm = Gửi định kỳ
button-once = Chỉ gửi một lần
button-rest = Tạm ngừng nhắc
button-wake = Tiếp tục nhắc
button-edit = Sửa lời nhắc
button-drop = Bỏ lời nhắc
toast-broadcast-draft-first = {$Address} đang có một bản nháp. Xin gửi hoặc bỏ bản nháp đó trước.
broadcast-link-unread = Bot chưa đọc được địa chỉ liên kết. Xin gõ chữ trên nút (không quá 40 ký tự), rồi đến địa chỉ bắt đầu bằng https://
broadcast-when = Gửi vào lúc nào? Xin gõ ngày và giờ, ví dụ: <i>20/11 11:45</i>, <i>mai 17h30</i>, <i>thứ Hai 11h45</i>, <i>7 giờ tối thứ Năm tuần sau</i>.
broadcast-until-when = Hạn gửi là lúc nào? Xin gõ ngày và giờ, ví dụ: <i>20/11 20:00</i>, <i>mai 12h</i>. Ai chưa nhận được đến lúc đó thì không nhận nữa.
broadcast-time-heard = Bot hiểu là <b>{$time}</b>.
broadcast-time-past = Bot hiểu là <b>{$time}</b>, nhưng lúc đó đã qua. Xin gõ lại, có thể ghi cả năm.
broadcast-time-unread = Bot chưa hiểu ngày giờ này. Xin gõ như: <i>20/11 11:45</i>, <i>mai 17h30</i>, <i>thứ Hai 11h45</i>, <i>7 giờ tối thứ Năm tuần sau</i>.
broadcast-time-two = Bot thấy có hai ngày hoặc hai giờ khác nhau. Xin gõ lại một ngày và một giờ, ví dụ: <i>20/11 11:45</i>.
broadcast-time-night = Giờ trong đêm có thể thuộc ngày trước hoặc ngày sau. Xin gõ lại cho rõ, một trong hai: <code>{$first}</code> hoặc <code>{$second}</code>.
broadcast-time-no-day = Lịch không có ngày này. Xin xem lại ngày, tháng, năm rồi gõ lại, ví dụ: <i>20/11 11:45</i>.
broadcast-time-which-day = Bot chưa rõ là ngày nào. Xin gõ thứ hoặc ngày, kèm giờ, ví dụ: <i>thứ Bảy 9h</i>, <i>thứ Hai tuần sau 8h</i>, <i>20/11 11:45</i>.
broadcast-time-no-hour = Bot chưa rõ là mấy giờ. Xin gõ cả ngày và giờ, ví dụ: <code>{$example}</code>.
broadcast-time-part = Không có giờ như vậy, hoặc giờ không khớp với buổi (như “12 giờ sáng”, “3 giờ tối”). Xin gõ lại theo 24 giờ, ví dụ: <i>mai 15h</i>, <i>21h30 thứ Năm</i>.
broadcast-too-long = Nội dung này quá dài hoặc có quá nhiều định dạng để gửi trong một tin. Xin rút gọn rồi gửi lại.
broadcast-from = <i>Người gửi: {$office}, {$unit}</i>
broadcast-from-above = <i>Người gửi: {$office} {$above}, gửi {$unit}</i>
broadcast-from-unit = <i>Người gửi: {$unit}</i>
broadcast-caption-long = Lời kèm ảnh hay tệp dài quá {$max} ký tự. Xin rút gọn rồi gửi lại, hoặc gửi bằng chữ, kèm liên kết đến ảnh.
broadcast-no-album = Mỗi thông báo chỉ kèm được một ảnh hoặc một tệp, chưa gửi được nhiều ảnh cùng lúc. Xin gửi lại với một ảnh.
broadcast-not-this = Bot chỉ gửi được chữ, ảnh hoặc tệp. Xin gửi nội dung bằng chữ; với phim hay ghi âm, xin gửi liên kết.
broadcast-discarded = Đã bỏ bản nháp. Chưa có gì được gửi.
broadcast-draft = <b>Bản nháp thông báo.</b> Tin ở trên là đúng những gì người nhận sẽ thấy.
broadcast-options = <b>Tùy chọn của bản nháp.</b> Chạm <b>Trở lại</b> khi xong.
broadcast-replaces = Bản nháp này thay thông báo số {$number}. Khi {$address} chưa xác nhận, thông báo số {$number} vẫn gửi đúng giờ đã hẹn.
broadcast-second = <b>Cần cán bộ thứ hai xác nhận.</b> Tin ở trên là đúng những gì người nhận sẽ thấy.
broadcast-to-unit = Nơi nhận: <b>{$unit}</b> và các đơn vị cấp dưới
broadcast-to-unit-alone = Nơi nhận: <b>{$unit}</b>
broadcast-to-units = Nơi nhận ({$count} đơn vị): {$units}
broadcast-audience = Sẽ nhận: <b>{$members}</b> người, <b>{$groups}</b> nhóm
broadcast-unanswered = Sẽ nhận: những người chưa trả lời câu hỏi tuần này, <b>{$groups}</b> nhóm. Ai trả lời trước khi đến lượt thì không nhận nữa. Bot không nêu số người, vì khi tuần còn mở, số đó có thể làm lộ một vài người.
broadcast-left-out = Ai đã chặn bot, đang tạm nghỉ hoặc chưa đồng ý nội dung hiện hành thì không nhận (dưới {$threshold} người thì không nêu số).
broadcast-blocked = Không gửi được vì đã chặn bot: khoảng {$count} người
broadcast-paused = Không gửi vì đang tạm nghỉ: khoảng {$count} người
broadcast-unconsenting = Không gửi vì chưa đồng ý nội dung hiện hành, hoặc đã rút lại: khoảng {$count} người
broadcast-starts-now = Bắt đầu: ngay khi xác nhận
broadcast-starts = Bắt đầu: {$time}
broadcast-moved-weekend = {$asked} rơi vào cuối tuần: lùi đến {$time}.
broadcast-moved-holiday = {$asked} rơi vào ngày nghỉ: lùi đến {$time}.
broadcast-moved-hours = {$asked} nằm ngoài giờ nhận tin ({$noon} và {$evening}): lùi đến {$time}.
broadcast-done = Dự kiến xong: {$time}
broadcast-crosses = Không gửi kịp trong một buổi: phần còn lại gửi vào giờ nhận tin kế tiếp.
broadcast-cut = <b>Sẽ có người không nhận kịp</b> trước hạn gửi bên dưới.
broadcast-until = Hạn gửi: {$time}
broadcast-which-units = Gửi cho những đơn vị nào? Đơn vị được chọn gồm cả các đơn vị cấp dưới.
button-text = Viết lại nội dung
button-link = Thêm nút liên kết
button-no-link = Bỏ nút liên kết
button-ask-seen = Nút “Đã xem” (chỉ đếm)
button-saw = Đã xem
toast-saw = Cảm ơn {$address} đã xem.
broadcast-seen-members = Nút “Đã xem” chỉ có ở tin gửi từng người, không có ở nhóm.
count-seen = Đã chạm “Đã xem”: {$count} người
count-seen-few = Số người chạm “Đã xem”: chưa đủ để nêu (dưới {$threshold} người hoặc có thể suy ra từng người)
button-units = Chọn đơn vị nhận
button-members = Từng người
button-groups = Các nhóm
button-unanswered = Chỉ người chưa trả lời
button-start = Hẹn giờ gửi
button-now = Gửi ngay khi xác nhận
button-until = Hạn gửi
button-test = Gửi thử cho tôi
button-confirm = Xác nhận gửi
button-discard = Bỏ bản nháp
button-options = Tùy chọn
button-edit-coming = Sửa trước khi gửi
button-reuse = Soạn lại từ tin này
button-page-next = Trang sau →
button-whole = Toàn đơn vị
button-second = Đồng ý gửi
button-refuse = Không gửi
button-hold = Tạm dừng
button-go-on = Gửi tiếp
button-cancel = Hủy phần chưa gửi
button-unsend = Thu hồi tin đã gửi
button-look-again = Xem số liệu lúc này
button-unsend-now = Thu hồi ngay
button-resend-failed = Gửi lại cho nơi bị lỗi
button-resend-unknown = Gửi lại cho nơi không rõ
button-open = Mở thông báo số {$number}
toast-test-sent = Đã gửi một bản cho {$address}.
toast-broadcast-empty = Thông báo chưa có nội dung.
toast-broadcast-nobody = Chưa có ai để gửi: xin chọn lại nơi nhận.
toast-broadcast-past = Giờ hẹn đã qua. Xin chọn giờ khác.
toast-broadcast-never = Hạn gửi đến trước giờ nhận tin đầu tiên nên sẽ không ai nhận được. Xin sửa giờ hoặc hạn gửi.
toast-broadcast-changed = Bản nháp vừa thay đổi. Xin xem lại rồi xác nhận lần nữa.
toast-broadcast-late = Thông báo cũ đã bắt đầu gửi hoặc không còn sửa được, nên bản này sẽ là một thông báo riêng. Xin xem lại rồi xác nhận, hoặc bỏ bản nháp.
toast-broadcast-before = Việc này đã được thực hiện trước đó.
toast-broadcast-begun = Đã xác nhận.
toast-broadcast-waiting = Đã chuyển cho cán bộ thứ hai xác nhận.
toast-broadcast-no-second = Gửi cho nhiều người như vậy cần một cán bộ thứ hai không do {$address} giao quyền và đã giữ quyền ít nhất 7 ngày, mà hiện chưa có ai. Xin chọn ít đơn vị hơn.
toast-broadcast-not-second = Cần một cán bộ độc lập: đã giữ quyền ít nhất 7 ngày, không do người soạn giao quyền, cũng không phải người đã giao quyền cho họ.
toast-broadcast-held = Đã tạm dừng.
toast-broadcast-goes-on = Bot đang gửi tiếp.
toast-broadcast-cancelled = Đã hủy phần chưa gửi.
toast-broadcast-unsending = Đang thu hồi.
toast-ledger-forgotten = Sổ gửi của thông báo này đã hết thời hạn lưu.
toast-ledger-round = Thông báo chỉ gửi cho người chưa trả lời thì không có bảng số liệu theo đơn vị.
toast-ledger-large = Bảng số liệu quá lớn để gửi qua tin nhắn.
button-ledger = Bảng số liệu gửi (XLSX)
ledger-caption = Số liệu gửi thông báo số {$number}. Chỉ có số đếm, không có tên người.
ledger-file = Số liệu thông báo {$number}
ledger-title = SỐ LIỆU GỬI THÔNG BÁO SỐ {$number}
ledger-note = Các đơn vị có dưới {$threshold} người nhận thì gộp chung, có khi gộp cùng một đơn vị lớn hơn. Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
ledger-few = Gộp các đơn vị ít người (dưới {$threshold})
ledger-sheet = Theo đơn vị
ledger-sheet-why = Lý do
ledger-unit = Đơn vị
ledger-all = Người nhận
ledger-sent = Đã gửi
ledger-left = Chưa gửi
ledger-unreachable = Không liên lạc được
ledger-failed = Bị lỗi
ledger-expired = Quá hạn
ledger-cancelled = Đã hủy
ledger-unknown = Không rõ
ledger-unsent = Đã thu hồi
ledger-groups = Nhóm trò chuyện (ngoài tổng số)
ledger-sum = Cộng
ledger-why = Lý do
ledger-people = Số người
why-blocked = đã chặn bot
why-deactivated = tài khoản không còn
why-kicked = bot không còn trong nhóm
why-forbidden = bot không được phép viết ở đó
why-shut = chưa nhắn cho bot hoặc đã chặn bot
why-gone = không còn cuộc trò chuyện với bot
why-moved = nhóm đã chuyển thành siêu nhóm, xin liên kết lại
why-server = máy chủ Telegram lỗi
why-broke = mất kết nối trong lúc gửi
why-stopped = bot dừng đúng lúc đang gửi
why-restored = đã khôi phục từ bản sao lưu
why-kept = không thu hồi được
why-topic = chủ đề của nhóm đang đóng hoặc đã bị xóa
why-other = lý do khác
urgent-head = <b>THÔNG BÁO KHẨN</b>
urgent-why = <i>Tin khẩn gửi ngay, không chờ giờ nhận tin; hai cán bộ đã đồng ý gửi.</i>
urgent-starts = Bắt đầu: ngay khi một cán bộ thứ hai đồng ý, kể cả ngoài giờ nhận tin và ngày nghỉ. Mỗi ngày đơn vị gửi được một tin khẩn.
urgent-until = Hạn đồng ý và gửi: {$time}
urgent-second = <b>Thông báo khẩn, cần {$address} đồng ý.</b> Tin ở trên là đúng những gì người nhận sẽ thấy. {$Address} đồng ý thì bot gửi ngay, kể cả ngoài giờ nhận tin và ngày nghỉ.
urgent-draft = <b>Bản nháp thông báo khẩn.</b> Tin ở trên là đúng những gì người nhận sẽ thấy.
urgent-card = <b>Thông báo khẩn số {$number}</b> của {$unit}
urgent-lapsed = Thông báo khẩn số {$number} <b>không được gửi</b>: đã hết hạn mà chưa có cán bộ thứ hai nào đồng ý. Nếu vẫn cần gửi, xin mở thông báo rồi chạm <b>Soạn lại từ tin này</b>.
phase-urgent-waiting = Chờ cán bộ thứ hai đồng ý, muộn nhất là {$time}
phase-lapsed = Không gửi: không có ai đồng ý trong hạn
broadcasts-urgent = Khẩn · {$phase}
button-urgent = Khẩn (gửi cả ngoài giờ)
toast-urgent-long = Tin khẩn có thêm hai dòng: ghi là khẩn và vì sao gửi ngoài giờ. Nội dung hiện quá dài để thêm. Xin rút gọn trước.
toast-urgent-late = Đã quá hạn đồng ý: thông báo này không gửi nữa.
toast-urgent-before = Hôm nay đơn vị đã gửi một tin khẩn; mỗi ngày chỉ gửi được một. Xin gửi như thông báo thường.
toast-urgent-no-second = Tin khẩn cần một cán bộ thứ hai không do {$address} giao quyền và đã giữ quyền ít nhất 7 ngày, mà hiện chưa có ai. Xin gửi như thông báo thường.
toast-broadcast-own = Cần một cán bộ khác xác nhận.
broadcast-card = <b>Thông báo số {$number}</b> của {$unit}
broadcast-again = Gửi lại từ thông báo số {$number}
broadcast-ask-unsend =
    Thu hồi tin này?

    Bot xóa khỏi máy người nhận những tin đã gửi trong 48 giờ qua; ai đã đọc thì vẫn là đã đọc. Phần chưa gửi thì hủy. Không làm ngược lại được.
phase-waiting = Chờ cán bộ thứ hai xác nhận
phase-planned = Sẽ gửi từ {$time}
reason-line = · {$why}: {$count}
phase-fixing = Đang lập danh sách người nhận: các số dưới đây còn tăng
phase-running = Đang gửi
phase-still = Đang tạm dừng cùng mọi tin gửi đi (/guitrolai để tiếp tục)
phase-paused = Đang tạm dừng
phase-cancelled = Đã hủy
phase-unsending = Đang thu hồi
phase-unsent = Đã thu hồi
phase-done = Đã xong
phase-repeating = Lời nhắc định kỳ, lần tới: {$time}
second-officers = Người có thể xác nhận: cán bộ của {$unit} ({$titles}).
second-owner = Người có thể xác nhận: người phụ trách cao nhất.
phase-resting = Lời nhắc định kỳ, đang tạm ngừng
count-untold = Chỉ gửi những người chưa trả lời; bot không nêu số người.
count-sent = Đã gửi: <b>{$count}</b>/{$of}
count-left = Còn lại: {$count}
count-unreachable = Không liên lạc được: {$count}
count-failed = Bị lỗi: {$count}
count-expired = Quá hạn, không gửi: {$count}
count-cancelled = Đã hủy, không gửi: {$count}
count-unknown = Không rõ đã đến hay chưa: {$count}
count-unsent = Đã thu hồi: {$count}
broadcasts = <b>Các thông báo gần đây</b>
broadcasts-line = <b>{$number}.</b> {$phase} · {$count}/{$of}
broadcasts-line-untold = <b>{$number}.</b> {$phase} · những người chưa trả lời
broadcasts-day = {$day} · {$phase}
broadcasts-words = { $kind ->
    [photo] Ảnh, kèm lời: <i>“{$words}”</i>
    [photo_alone] <i>Ảnh, không kèm lời</i>
    [file] Tệp, kèm lời: <i>“{$words}”</i>
    [file_alone] <i>Tệp, không kèm lời</i>
    [forgotten] <i>Nội dung đã xóa theo hạn lưu trữ.</i>
   *[words] <i>“{$words}”</i>
 }
broadcasts-none = Chưa có thông báo nào. Gửi /thongbao để viết.
owner-only = Lệnh này dành cho người phụ trách cao nhất của hệ thống.
pause-all = Đã tạm dừng mọi tin gửi đi: bài, câu hỏi, lời nhắc và thông báo. Bot vẫn trả lời khi được hỏi. Gửi /guitrolai để tiếp tục; tin quá giờ trong lúc dừng sẽ không gửi bù.
pause-all-before = Mọi tin gửi đi đang tạm dừng từ trước. Gửi /guitrolai để tiếp tục.
pause-all-over = Đã mở lại việc gửi tin.
pause-all-none = Hiện không có gì bị tạm dừng.
menu-broadcast = Gửi thông báo cho đơn vị
menu-broadcasts = Các thông báo gần đây
menu-pauseall = Tạm dừng mọi tin gửi đi
menu-resumeall = Mở lại việc gửi tin

### Hình và tệp

file-title = SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
file-caption = <b>{$unit}</b> · {$period}
file-name = Báo cáo {$period} {$unit}
file-percent = {$percent}%
file-percent-about = khoảng {$percent}%
file-percent-least = từ {$percent}% trở lên
file-percent-most = không quá {$percent}%
file-count = {$count}/{$of}
file-people = {$people} người
file-more-than = hơn {$count} người
file-week-open = … tuần còn mở, chưa có số liệu
file-hidden = chưa đủ số lượt
file-hidden-note = Chỗ ghi “chưa đủ số lượt” không phải là số 0: số người quá ít, hoặc từ số đó có thể suy ra từng người. Số liệu chung có trong báo cáo của đơn vị cấp trên.
file-week = Tuần {$from} – {$to}
file-month = Tháng {$name} năm {$year}
file-quarter = Quý {$name} năm {$year}
file-half-first = 6 tháng đầu năm {$year}
file-half-second = 6 tháng cuối năm {$year}
file-year = Năm {$year}
file-round-open = tiêu chí {$number}, tuần còn mở
file-round-closed = tiêu chí {$number}, tuần đã kết thúc
file-participation = Tham gia
file-reached = Đã nhận tin
file-read = Đã chạm “Đã đọc”
file-answered = Đã trả lời câu hỏi
file-finished = Đã xong năm câu
file-themes = Tỷ lệ đúng theo nội dung ({$from} – {$to})
file-theme = {$number}. {$name}
file-weeks = Tỷ lệ trả lời các tuần gần đây
file-beside = So với các đơn vị cùng cấp
file-beside-weeks = So với các đơn vị cùng cấp (bình quân tuần)
file-beside-unit = Đơn vị này: {$percent}% trả lời
file-beside-median = Trung vị của {$units} đơn vị: {$percent}%
file-checkin = Suy ngẫm, đợt tháng {$month}
file-number = {$count}
file-note = Không dùng để xếp loại, bình xét cá nhân hay đơn vị.

file-sheet-summary = Tổng hợp
file-sheet-themes = Nội dung
file-sheet-weeks = Các tuần
file-sheet-people = Số người
file-sheet-turns = Số lượt
file-sheet-measure = Chỉ tiêu
file-sheet-of = Trên tổng số
file-sheet-share = Tỷ lệ
file-sheet-theme = Nội dung
file-sheet-right = Tỷ lệ đúng
file-sheet-how = Cách ghi
file-sheet-exact = chính xác
file-sheet-mean-of-weeks = trung bình của các tuần, gần đúng
file-sheet-about = làm tròn đến 5 điểm phần trăm
file-sheet-least = từ mức này trở lên
file-sheet-most = không quá mức này
file-sheet-answering = Số người trả lời
file-sheet-answering-turns = Số lượt người trả lời
file-sheet-monday = Tuần bắt đầu
file-sheet-mean = Trung bình các tuần
file-sheet-members = Tổng số người (theo khai báo)
file-sheet-before = Trả lời ở kỳ trước
file-sheet-beside-unit = Trả lời: đơn vị này
file-sheet-beside-median = Trả lời: trung vị các đơn vị cùng cấp
file-sheet-beside-unit-weeks = Trả lời, bình quân tuần: đơn vị này
file-sheet-beside-median-weeks = Trả lời, bình quân tuần: trung vị các đơn vị cùng cấp
file-sheet-hidden-note = Ô ghi “chưa đủ số lượt” không phải là số 0: số người quá ít, hoặc từ số đó có thể suy ra từng người. Biểu đồ để trống chỗ đó. Nên mời thêm người (lệnh /moi). Số liệu chung có trong báo cáo của đơn vị cấp trên.

file-doc-draft = DỰ THẢO
file-doc-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
file-doc-motto = Độc lập - Tự do - Hạnh phúc
file-doc-number = Số: ………/BC-CĐCS
file-doc-date = ………………, ngày …… tháng …… năm ……
file-doc-kind = BÁO CÁO
file-doc-subject = Kết quả thực hiện Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo”
file-doc-to = Kính gửi: {$to}
file-doc-dots = ………………………………
file-doc-blank = [Cán bộ công đoàn ghi]
file-doc-number-column = STT
file-doc-content = Nội dung
file-doc-result = Kết quả
file-doc-general = I. TÌNH HÌNH CHUNG
file-doc-general-members = Tổng số người của đơn vị (theo khai báo): {$members}.
file-doc-general-numbers = Tổng số đoàn viên; trong đó nữ, đảng viên:
file-doc-general-plan = Số công đoàn cơ sở, tổ công đoàn đã triển khai, đã có kế hoạch:
file-doc-figures = II. KẾT QUẢ TÌM HIỂU VÀ SUY NGẪM
file-doc-figures-source = Số liệu của phần này do bot Nhịp tổng hợp cho kỳ từ ngày {$from} đến ngày {$to}, từ các tuần đã kết thúc và các đợt suy ngẫm đã khép lại. Ô ghi “chưa đủ số lượt” không phải là số 0: số người quá ít, hoặc từ số đó có thể suy ra từng người.
file-doc-turns = 1. Tham gia hằng tuần (gộp {$rounds} tuần đã kết thúc{ $left_out ->
        [0] {""}
       *[other] {", "}chưa gộp {$left_out} tuần không nêu được số liệu
    }; mỗi người một lượt mỗi tuần)
file-doc-themes = 2. Tỷ lệ trả lời đúng theo bốn nội dung
file-doc-checkins = 3. Suy ngẫm cá nhân (tự nguyện; chỉ đếm số người tham gia)
file-doc-checkins-none = Trong kỳ không có đợt suy ngẫm nào khép lại.
file-doc-themes-none = Trong kỳ chưa có tuần nào kết thúc.
file-doc-beside = 4. So với các đơn vị cùng cấp
file-doc-beside-text-weeks = Bình quân các tuần, tỷ lệ trả lời của đơn vị là {$unit}%; trung vị của {$units} đơn vị cùng cấp là {$median}%.
file-doc-beside-text = Tỷ lệ trả lời của đơn vị là {$unit}%; trung vị của {$units} đơn vị cùng cấp là {$median}%.
file-doc-before-text = Kỳ trước, tỷ lệ trả lời của đơn vị là {$percent}% ({$count}/{$of} lượt).
file-doc-up = So với kỳ trước, tỷ lệ trả lời tăng {$points} điểm phần trăm, vượt mức dao động ngẫu nhiên.
file-doc-down = So với kỳ trước, tỷ lệ trả lời giảm {$points} điểm phần trăm, vượt mức dao động ngẫu nhiên.
file-doc-unclear = So với kỳ trước chưa thấy thay đổi rõ; chênh lệch có thể do ngẫu nhiên.
file-doc-before-hidden = Kỳ trước: chưa đủ số lượt để tổng hợp.
file-doc-tasks = III. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ, GIẢI PHÁP
file-doc-row-spread = Tuyên truyền trực tiếp: số buổi, số lượt người tham dự
file-doc-row-training = Đào tạo, bồi dưỡng: số lớp, số lượt người
file-doc-row-democracy = Hội nghị cán bộ, công chức, viên chức; quy chế dân chủ; văn hóa công vụ
file-doc-row-reform = Cải cách hành chính: sáng kiến, thủ tục rút ngắn thời gian, ý kiến hài lòng
file-doc-row-integrity = Phòng, chống tham nhũng, tiêu cực: kê khai, quà tặng nộp lại, vụ việc (chỉ ghi số)
file-doc-row-initiatives = Sáng kiến, đề tài được công nhận; giá trị làm lợi
file-doc-row-culture = Cơ quan, gia đình đạt chuẩn văn hóa (%)
file-doc-row-ranking = Kết quả xếp loại trong năm: cá nhân, đoàn viên, công đoàn cơ sở
file-doc-row-discipline = Số người bị xử lý kỷ luật
file-doc-row-praise = Biểu dương, khen thưởng: tập thể, cá nhân, hình thức, cấp
file-doc-end = IV. HẠN CHẾ, NGUYÊN NHÂN, KIẾN NGHỊ
file-doc-limits = 1. Hạn chế, nguyên nhân:
file-doc-plans = 2. Phương hướng kỳ tới:
file-doc-wishes = 3. Kiến nghị, đề xuất:
file-doc-copies = Nơi nhận:
file-doc-copy = - {$to};
file-doc-copy-kept = - Lưu: VT.
file-doc-behalf = TM. BAN CHẤP HÀNH
file-doc-chair = CHỦ TỊCH
file-doc-sign = (Ký, ghi rõ họ tên, đóng dấu)

### Đồng ý lại khi nội dung đã sửa

toast-consent-changed = Nội dung đồng ý vừa được sửa. Xin đọc lại rồi chọn.
consent-changed =
    <b>Nội dung đồng ý đã được sửa</b>

    Trước khi {$address} đồng ý với nội dung mới dưới đây, bot không lưu thêm gì về {$address}. Những gì đã lưu vẫn giữ nguyên; muốn xóa lúc nào cũng được: /xoadulieu.

    {$parts}

    {$Address} chạm vào mục muốn chọn, rồi chạm <b>Đồng ý</b>.
consent-renewed = Đã ghi nhận sự đồng ý với nội dung mới. Gửi /tracnghiem để mở câu hỏi tuần này.

### Quyền riêng tư, bản đầy đủ

button-privacy-more = Xem đầy đủ
button-ask-reflection = Xem phần suy ngẫm
privacy-more =
    <b>Quyền riêng tư – bản đầy đủ</b>

    <b>Suy ngẫm.</b> Khi đợt còn mở, câu trả lời gắn với {$address} để sửa, rút lại được; về mặt kỹ thuật, người quản trị máy chủ đọc được. Khi đợt khép lại, chỉ còn số đếm của đơn vị, từ {$reflectionthreshold} người trở lên. Nội dung “Trung thành” chỉ để đọc và suy nghĩ, bot không lưu câu trả lời nào. Muốn tự giữ lịch sử suy ngẫm: sổ riêng có khóa, /sorieng.

    <b>Giữ bao lâu?</b> Câu trả lời tìm hiểu: {$quizmonths} tháng, sau đó chỉ còn số đếm. Không gửi được tin (bị chặn) trong {$unreachabledays} ngày: xóa tài khoản. Bằng chứng đồng ý đã hết hiệu lực: {$proofmonths} tháng, dạng mã băm. Nhật ký việc cán bộ làm: {$auditmonths} tháng. Lời biểu dương: {$commendationmonths} tháng, sau đó thẻ đã đăng cũng được gỡ. Lời xin tham gia bằng tên đơn vị: nhiều nhất 14 ngày, cán bộ chỉ thấy ngày xin và ngôn ngữ. Thời gian chỉ ghi đến ngày.

    <b>Rút lại sự đồng ý.</b> Phần suy ngẫm, phần được nêu tên khi biểu dương: rút riêng, mọi phần khác vẫn dùng được đầy đủ. Rút mục 1 hoặc mục 2 nghĩa là dừng tham gia: /xoadulieu.

    <b>Góp ý (/gopy), nơi đơn vị có mở.</b> Góp ý giấu tên không gắn với ai trong dữ liệu; bản nháp không ghi vào tệp nào. Lời đã lấy ra khỏi hộp: {$suggestionmonths} tháng sau khi trả lời. Tên đã tự ghi vào góp ý: đến khi {$address} xóa dữ liệu.

    <b>Số liệu.</b> Khi tuần còn mở, bot chỉ nêu số người tham gia của đơn vị cao nhất, làm tròn xuống theo từng bước năm người. Số của các đơn vị khác và tỷ lệ đúng chỉ có khi tuần đã kết thúc; suy ngẫm, khi đợt đã khép lại.

    Kết quả không dùng để xếp loại hay bình xét. Liên hệ: {$contact}.

### Mọi dữ liệu về một người

mydata-none = Bot không giữ dữ liệu nào về {$address}.
mydata-large = Dữ liệu quá lớn để gửi qua tin nhắn. Xin liên hệ {$contact} để nhận.
mydata-text = Mọi dữ liệu bot đang giữ về {$address}, để đọc.
mydata-json = Cùng dữ liệu đó, dạng JSON để máy đọc.
mydata =
    DỮ LIỆU BOT GIỮ VỀ NGƯỜI YÊU CẦU
    Ngày {$day}. Đây là tất cả những gì cơ sở dữ liệu của bot giữ về {$address} vào lúc yêu cầu. Tệp JSON gửi kèm có thêm mã băm, số của tin nhắn và nội dung có khóa, đúng từng cột như trong cơ sở dữ liệu.
mydata-end =
    Không có ở đây: số tổng hợp của đơn vị (không gắn với ai); bản sao lưu của máy chủ; cuộc trò chuyện, do Telegram giữ.
    Muốn xóa: gửi /xoadulieu. Liên hệ: {$contact}.
mydata-members = TÀI KHOẢN
mydata-members-row = Mã Telegram {$telegram_id}; đơn vị: {$unit}; ngôn ngữ: { $language ->
    [en] tiếng Anh
   *[vi] tiếng Việt
    }; giờ nhận tin: { $window ->
    [evening] chiều tối
   *[noon] trưa
    }; tạm nghỉ đến: {$paused_until}; { $reachable ->
    [1] nhận được tin
   *[0] không nhận được tin từ {$unreachable_on}
    }; tham gia ngày {$joined_on}; tính vào số tổng hợp từ tuần: {$counts_from}
mydata-consents = CÁC LẦN ĐỒNG Ý ĐANG GHI
mydata-consents-row = Phần “{ $part ->
    [account] tài khoản và trả lời câu hỏi
    [abroad] tin đi qua Telegram, máy chủ ở nước ngoài
    [named] được nêu tên khi biểu dương
    [author] là tác giả sáng kiến có tên
   *[reflection] suy ngẫm
    }”: đồng ý ngày {$given_on}; rút lại ngày: {$withdrawn_on}
mydata-consent_proofs = BẰNG CHỨNG ĐỒNG Ý ĐÃ HẾT HIỆU LỰC
mydata-consent_proofs-row = Phần “{ $part ->
    [account] tài khoản và trả lời câu hỏi
    [abroad] tin đi qua Telegram, máy chủ ở nước ngoài
    [named] được nêu tên khi biểu dương
    [author] là tác giả sáng kiến có tên
   *[reflection] suy ngẫm
    }”: đồng ý ngày {$given_on}, hết hiệu lực ngày {$ended_on} ({ $ending ->
    [withdrawn] đã rút lại
    [renewed] đã đồng ý lại theo nội dung mới
    [lapsed] lâu ngày không nhận được tin, hoặc hết hạn xác nhận lại
   *[left] đã dừng tham gia
    })
mydata-participations = THAM GIA TỪNG TUẦN
mydata-participations-row = Tuần {$monday}, tiêu chí {$criterion}, {$unit}, bài {$item}: { $reached ->
    [1] đã nhận
   *[0] chưa nhận
    }, { $read ->
    [1] đã đọc
   *[0] chưa đọc
    }, { $answered ->
    [1] đã trả lời
   *[0] chưa trả lời
    }, { $finished ->
    [1] đã xong
   *[0] chưa xong
    }; { $counted ->
    [1] có tính
   *[0] không tính
    } vào số tổng hợp; { $reminded ->
    [1] đã được nhắc
   *[0] chưa được nhắc
    }
mydata-quizzes = BỘ CÂU HỎI TỪNG TUẦN
mydata-quizzes-row = Tuần {$monday}: { $next_place ->
    [6] đã đi hết năm câu
   *[other] câu kế tiếp là câu {$next_place}
    }
mydata-quiz_questions = CÂU HỎI VÀ CÂU TRẢ LỜI
mydata-quiz_questions-row = Tuần {$monday}, câu {$place}: {$question} – chọn {$letter}, ngày {$answered_on}, { $correct ->
    [1] đúng
    [0] chưa đúng
   *[other] chưa trả lời
    }
mydata-checkin_visits = SUY NGẪM, KHẢO SÁT: ĐỢT ĐANG MỞ
mydata-checkin_visits-row = { $form ->
    [none] Tháng {$month}
   *[other] Khảo sát “{$form}”
    }, {$unit}: { $thought_read ->
    [1] đã đọc phần suy nghĩ
   *[0] chưa đọc phần suy nghĩ
    }
mydata-checkin_answers = SUY NGẪM, KHẢO SÁT: LỰA CHỌN TRONG ĐỢT ĐANG MỞ
mydata-checkin_answers-row = { $form ->
    [none] Tháng {$month}
   *[other] Khảo sát “{$form}”
    }, câu {$place}: lựa chọn thứ {$choice}
mydata-journals = SỔ RIÊNG (có khóa, bot không mở được nếu không có tin mang chìa khóa)
mydata-journals-row = {$bytes} byte; { $delivered ->
    [1] chìa khóa đã gửi
   *[0] chìa khóa chưa gửi
    }
mydata-unit_files = TỆP DANH SÁCH ĐƠN VỊ, SỐ LIỆU HOẶC KẾ HOẠCH ĐANG CHỜ XÁC NHẬN
mydata-unit_files-row = Ngày {$day}: {$bytes} byte
mydata-outbox = TIN ĐANG CHỜ HOẶC KHÔNG GỬI ĐƯỢC
mydata-outbox-row = { $at_once ->
    [1] Gửi ngay
   *[0] Ngày {$due_on}
    }: { $state ->
    [queued] đang chờ gửi
    [claimed] đang gửi
    [expired] quá giờ, không gửi nữa
    [unknown] không rõ đã đến hay chưa
   *[other] không gửi được
    }
mydata-recipients = THÔNG BÁO CỦA ĐƠN VỊ
mydata-recipients-row = Thông báo số {$broadcast} của {$unit}, ngày {$day}: { $state ->
    [queued] chờ gửi
    [claimed] đang gửi
    [sent] đã gửi
    [unknown] không rõ đã đến hay chưa
    [unsent] đã thu hồi
   *[other] không gửi
    }; nút “Đã xem”: { $seen ->
    [1] đã chạm
   *[0] chưa chạm
    }
mydata-broadcasts = THÔNG BÁO ĐÃ VIẾT HOẶC XÁC NHẬN VỚI TƯ CÁCH CÁN BỘ
mydata-broadcasts-row = Thông báo số {$broadcast} của {$unit}, ngày {$day}, { $written ->
    [1] người viết
   *[0] người xác nhận thứ hai
    }; nội dung: {$html}
mydata-pause_all = ĐANG TẠM DỪNG MỌI TIN GỬI ĐI
mydata-pause_all-row = Từ ngày {$day}
mydata-audit = VIỆC ĐÃ LÀM VỚI TƯ CÁCH CÁN BỘ
mydata-audit-row = Ngày {$day}: {$action} ({$office}), đơn vị: {$unit}

### Nhật ký việc cán bộ làm

log =
    <b>Việc cán bộ đã làm</b> liên quan đến đơn vị của {$address} và các cấp trên:
log-none = Chưa có việc nào.
log-line = {$day} · {$action} · {$office} · {$unit}{ $times ->
    [1] {""}
   *[other] {" "}(×{$times})
    }
log-changed = <i>{$what}</i>
log-changed-unit = {$code}: {$what}
log-changed-more = và {$count} thay đổi nữa
log-nothing = –
log-change-new = đơn vị mới, trực thuộc {$after}
log-change-name = đổi tên
log-change-title = chức vụ {$before} → {$after}
log-change-quiz = phần câu hỏi {$before} → {$after} người
log-change-reflection = phần suy ngẫm {$before} → {$after} người
log-change-owners = số người phụ trách cao nhất {$before} → {$after}
log-change-grassroots = cấp cơ sở “{$before}” → “{$after}”
log-change-joining = cách tham gia: {$before} → {$after}
log-change-backup = bản sao lưu ngày {$after}
log-joining-open = chỉ cần tên đơn vị
log-joining-closed = có liên kết hoặc cán bộ xác nhận
log-action-settings = đổi thiết lập trên máy chủ
log-action-quarantine = xóa ghi nhận về một tin mà bot không xử lý được
log-action-restore = khôi phục dữ liệu từ bản sao lưu
log-action-admit = xác nhận một người xin tham gia
log-action-reconfirm = đề nghị người tham gia xác nhận lại
log-action-report = xem số liệu tổng hợp
log-action-export = nhận tệp số liệu tổng hợp
log-action-link = gắn nhóm với đơn vị
log-action-unlink = bỏ gắn nhóm
log-action-weekly-off = tắt tự đăng số liệu tuần trong nhóm
log-action-thresholds = nâng số người tối thiểu để nêu số liệu
log-action-units = nhập danh sách đơn vị
log-action-broadcast = gửi thông báo
log-action-urgent = xin gửi một thông báo khẩn
log-action-second = xác nhận thông báo của cán bộ khác
log-action-hold = tạm dừng một thông báo
log-action-go-on = gửi tiếp một thông báo
log-action-give-up = hủy phần chưa gửi của thông báo
log-action-take-back = thu hồi thông báo đã gửi
log-action-again = gửi lại thông báo cho nơi chưa nhận
log-action-reminder = đặt lời nhắc định kỳ
log-action-reminder-rest = tạm ngừng lời nhắc định kỳ
log-action-reminder-wake = tiếp tục lời nhắc định kỳ
log-action-reminder-drop = bỏ lời nhắc định kỳ
log-action-ledger = lấy bảng số liệu gửi thông báo
log-action-stand-still = tạm dừng mọi tin gửi đi
log-action-stand-still-over = mở lại việc gửi tin
log-office-owner = người phụ trách cao nhất
log-office-group = người trong nhóm trò chuyện
log-office-server = người quản trị máy chủ
log-everybody = mọi đơn vị
log-code = Mã kiểm tra của dòng {$number}: <code>{$code}</code>. Ai giữ lại mã này có thể nhờ người quản trị máy chủ kiểm tra xem nhật ký có bị sửa hay không.

### Sổ riêng

button-journal = Giữ vào sổ riêng (có khóa)
button-journal-begin = Đã hiểu, lập sổ riêng
button-journal-open = Mở sổ
button-journal-close = Đóng sổ
button-journal-add = Ghi lần suy ngẫm đang mở
button-journal-burn = Xóa sổ
button-journal-burn-now = Xóa sổ ngay
button-journal-keep = Giữ lại sổ
button-journal-forget = Đã mất tin, xóa sổ
toast-journal-kept = Đã ghi vào sổ riêng.
toast-journal-burnt = Đã xóa sổ riêng.
toast-journal-key = Chìa khóa trong tin này không mở được sổ nào: sổ đã bị xóa, hoặc tin này thuộc một sổ cũ. Xem lại: /sorieng
toast-journal-nothing = Chưa có lựa chọn nào trong đợt đang mở để ghi. Gửi /suyngam để bắt đầu.
journal-none = {$Address} chưa có sổ riêng. Sau khi trả lời suy ngẫm của tháng (/suyngam), có thể chạm “Giữ vào sổ riêng”.
journal-offer =
    <b>Sổ riêng là gì?</b>

    Sổ giữ các lần suy ngẫm của riêng {$address}, nhiều nhất mười hai tháng, và được khóa bằng một chìa khóa mà máy chủ không giữ. Chìa khóa nằm trong các nút của một tin riêng gửi cho {$address}.

    <b>Mất tin đó là mất sổ.</b> Xóa tin, xóa cuộc trò chuyện hay mất tài khoản Telegram thì không ai mở lại được, kể cả người quản trị máy chủ.

    <b>Ai không đọc được sổ?</b> Người lấy được cơ sở dữ liệu. <b>Ai vẫn có thể đọc được?</b> Mỗi lần {$address} chạm nút, chìa khóa và nội dung đi qua Telegram và máy chủ của bot; ai cầm được điện thoại hay tài khoản Telegram của {$address}, hoặc điều khiển máy chủ đúng lúc đó, đọc được sổ.

    Muốn xóa sổ: chạm <b>Xóa sổ</b>; bot hỏi lại một lần. Nếu {$address} không dùng phần suy ngẫm nữa thì bot cũng xóa sổ.
journal-begun = Sổ riêng đã được lập. Chìa khóa nằm trong các nút của tin ngay dưới đây; xin giữ tin đó.
journal-cover =
    <b>Sổ riêng của {$address}</b>

    Các nút dưới đây mang chìa khóa. Xóa tin này là mất sổ.
journal-open = <b>Sổ riêng của {$address}</b>
journal-month = <b>Tháng {$month}</b>
journal-where = {$Address} đã có sổ riêng. Xin chạm vào tin được trích ở trên, rồi mở sổ bằng các nút của tin đó. Nếu tin đó không còn, không ai mở được sổ nữa; có thể xóa sổ rồi lập sổ mới.
journal-burn-ask =
    <b>Xóa sổ riêng?</b>
    Mọi lần suy ngẫm đã ghi trong sổ sẽ mất hẳn, không ai lấy lại được.
journal-burnt = Đã xóa sổ riêng. Không còn gì để mở. Muốn lập sổ mới, xin trả lời suy ngẫm của tháng (/suyngam).

### Bảng lệnh: quyền của từng người

menu-mydata = Nhận mọi dữ liệu bot đang giữ
menu-deletemydata = Xóa mọi dữ liệu cá nhân
menu-log = Việc cán bộ đã làm
menu-journal = Sổ riêng có khóa

### Danh sách đơn vị nhập từ tệp

units-file =
    <b>Tệp danh sách đơn vị</b>
    Nếu nhập, các đơn vị sẽ thay đổi như sau:

    {$lines}

    <b>Tổng cộng:</b> {$counts}. Chưa có gì được nhập.
units-file-wrong =
    <b>Tệp chưa nhập được.</b> Không có gì thay đổi. Xin sửa các chỗ sau rồi gửi lại:

    {$lines}
units-file-same = Tệp giống hệt các đơn vị đang có, không có gì cần nhập.
units-file-large = Tệp quá lớn: tối đa 8 MB. Xin bỏ bớt các trang tính, cột và ảnh không cần.
units-file-lost = Bot chưa tải được tệp. Xin gửi lại tệp sau ít phút.
units-file-importing = Đang nhập danh sách đơn vị. Kết quả sẽ hiện ngay bên dưới.
units-import-broke = Bot dừng đột ngột khi đang nhập danh sách đơn vị, nên danh sách chưa được nhập. Không có gì thay đổi. Xin gửi lại tệp.
units-file-imported = Đã nhập danh sách đơn vị: {$counts}.
units-file-dropped = Đã bỏ tệp. Không có gì thay đổi.
button-units-import = Nhập
button-units-drop = Bỏ
units-file-broke = Lần trước bot dừng đột ngột khi đang đọc tệp này, nên không đọc lại. Không có gì thay đổi. Xin mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx hoặc CSV rồi gửi lại.
units-empty = bên dưới dòng tiêu đề chưa có đơn vị nào. Mỗi đơn vị viết trên một dòng.
units-column-code = Mã (code)
units-column-name = Tên đơn vị (name)
units-column-parent = Mã cấp trên (parent)
units-column-kind = Cấp (kind)
units-column-members = Số người (members)
units-code = “{$value}” chưa phải là mã: dùng 1 đến 32 ký tự gồm chữ không dấu, chữ số, dấu gạch nối, gạch dưới, dấu chấm.
units-code-twice = mã “{$value}” đã có ở dòng {$line}. Mỗi đơn vị cần một mã riêng.
units-name = tên cần từ 1 đến 120 ký tự, tên này có {$chars}.
units-kind-long = chữ quá dài: tối đa 120 ký tự, ô này có {$chars}.
units-kind = ô trống. Xin ghi cấp của đơn vị, ví dụ “tỉnh”, “cơ sở”, “tổ”.
units-number = “{$value}” không phải là số người. Xin ghi số nguyên, ví dụ 15 hoặc 1.030; hoặc để trống để cộng từ các đơn vị cấp dưới.
units-parent = đơn vị cấp trên “{$value}” không có trong tệp và cũng chưa được nhập. Xin thêm đơn vị ấy, hoặc sửa lại mã.
units-circle = “{$value}” sẽ thành cấp trên của chính mình. Xin sửa lại mã cấp trên.
units-deep = danh sách có hơn {$levels} cấp kể từ đây. Xin kiểm tra lại mã cấp trên.
units-counts = {$new} đơn vị mới, {$changed} thay đổi, {$same} giữ nguyên
units-new = + {$code}: {$name} ({$members} người, thuộc {$parent})
units-new-root = + {$code}: {$name} ({$members} người, không có cấp trên)
units-changed = ~ {$code}: {$what}
units-change-name = tên “{$before}” → “{$after}”
units-change-parent = cấp trên {$before} → {$after}
units-change-kind = cấp “{$before}” → “{$after}”
units-change-members = số người {$before} → {$after}
units-warn-roots = ⚠ Đơn vị không có cấp trên, xin xem lại nếu đây không phải là cấp cao nhất ({$count}): {$list}
units-warn-members = ⚠ Số người thay đổi nhiều ({$count}): {$list}
units-warn-hidden = ⚠ Trang tính đang ẩn cũng có bảng đơn vị và không được đọc ({$count}): {$list}. Nếu cần bảng đó: xin bỏ ẩn, và ẩn hoặc xóa bảng kia.
units-warn-absent = ⚠ Đơn vị đang có mà tệp không nhắc đến, vẫn giữ nguyên ({$count}): {$list}

### Bảng trong tệp, bất kể về việc gì

table-at-cell = Ô {$cell}: {$what}
table-at-line = Dòng {$line}: {$what}
table-at-file = Cả tệp: {$what}
table-more = … và {$count} dòng nữa
table-empty-file = tệp rỗng.
table-too-large = tệp quá lớn: tối đa {$megabytes} MB và {$cells} ô có chữ. Xin bỏ bớt trang tính, cột và ảnh không cần.
table-damaged = tệp bị hỏng hoặc chưa tải xong. Xin mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi thử lại.
table-locked = tệp có mật khẩu. Xin bỏ mật khẩu rồi lưu lại.
table-container = tệp có mật khẩu, hoặc thuộc một dạng cũ không đọc được. Xin mở bằng Excel hoặc LibreOffice, bỏ mật khẩu rồi lưu lại thành .xlsx.
table-old-excel = đây là tệp Excel cũ (.xls). Xin mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx.
table-other-archive = đây là tệp nén hoặc văn bản, không phải bảng tính. Xin dùng bảng ở dạng Excel (.xlsx), LibreOffice (.ods) hoặc CSV.
table-html = đây là trang web (HTML) mang tên tệp Excel, thường do phần mềm khác xuất ra. Xin mở bằng Excel, lưu lại thành .xlsx.
table-not-a-table = đây không phải là bảng tính. Xin dùng bảng ở dạng Excel (.xlsx), LibreOffice (.ods) hoặc CSV.
table-not-unicode = chữ trong tệp không phải Unicode, có thể gõ bằng phông cũ như TCVN3, VNI. Xin chuyển sang Unicode, rồi lưu thành Excel (.xlsx) hoặc “CSV UTF-8”.
table-no-heading = không thấy dòng tiêu đề. Ở đây có: {$found}. Cần một dòng có đủ các cột: {$wanted}.
table-blank = tệp chưa có chữ nào. Cần một dòng tiêu đề có đủ các cột: {$wanted}.
table-missing = dòng tiêu đề có: {$found}. Còn thiếu: {$missing}. Cần đủ các cột: {$wanted}.
table-two-lines = tiêu đề nằm trên hai dòng, {$first} và {$second}; ở đây có: {$found}. Xin viết tiêu đề trên một dòng, không gộp ô, đủ các cột: {$wanted}.
table-twice = bảng có trên nhiều trang tính: {$sheets}. Xin chỉ giữ lại một.
table-hidden = bảng nằm trên trang tính ẩn “{$sheet}”. Xin cho hiện trang tính ấy để ai cũng thấy, rồi lưu lại.
table-heading-twice = cột “{$value}” đã có ở ô {$first}. Xin bỏ một trong hai.
table-far = có chữ ở rất xa bảng, có lẽ do lỡ tay. Bảng có tối đa {$rows} dòng và đến cột {$columns}. Xin xóa ô này.
table-merged = các ô {$range} bị gộp, không rõ từng dòng ghi gì. Xin bỏ gộp ô và ghi vào từng dòng.
table-width = dòng có {$cells} ô, trong khi dòng tiêu đề có {$width}. Nếu trong chữ có dấu ngăn cách, xin đặt chữ trong ngoặc kép.
table-unclosed = dấu ngoặc kép mở ở dòng này mà không đóng. Xin thêm dấu đóng, hoặc bỏ dấu mở.
table-number = Excel đã đổi chữ thành số, có thể mất số 0 ở đầu hoặc đổi dấu phẩy. Xin định dạng ô là Văn bản (Text) rồi gõ lại.
table-day = Excel đã đổi thành ngày hoặc giờ. Xin định dạng ô là Văn bản (Text) rồi gõ lại.
table-truth = Excel đã đổi thành giá trị đúng/sai. Xin định dạng ô là Văn bản (Text) rồi gõ lại.
table-failed = công thức bị lỗi ({$value}). Xin gõ giá trị thay cho công thức.
table-no-result = công thức chưa có kết quả trong tệp. Xin mở bằng Excel, lưu lại; hoặc gõ giá trị thay cho công thức.
table-control = có ký tự điều khiển không nhìn thấy ({$value}). Xin xóa ô rồi gõ lại.
table-old-font = chữ gõ bằng phông cũ (TCVN3, VNI hoặc VPS) nên hiện sai: {$value}. Xin chuyển sang Unicode. Nếu đúng là viết như vậy, xin đặt những chữ ấy trong ngoặc kép cong, như “Häfele”.
table-misread = chữ bị hiện sai vì tệp từng được mở nhầm bảng mã: {$value}. Xin lấy lại tệp gốc và lưu thành “CSV UTF-8” hoặc .xlsx. Nếu đúng là viết như vậy, xin đặt những chữ ấy trong ngoặc kép cong, như “Häfele”.
table-lost = có chữ đã mất, hiện thành dấu hỏi trong hình thoi: {$value}. Xin gõ lại.

### Bảng tính dành cho người góp ý (nhip bank export, nhip bank import)

bank-sheet = Câu hỏi
bank-guide = Hướng dẫn
bank-id = Mã câu hỏi
bank-criterion = Tiêu chí
bank-kind = Loại
bank-difficulty = Độ khó
bank-expect = Ước tính đúng (%)
bank-twin = Cặp với câu
bank-question = Câu hỏi
bank-option = Phương án {$letter}
bank-feedback = Phản hồi {$letter}
bank-right = Câu đúng
bank-why = Giải thích
bank-do-now = Việc làm ngay
bank-document = Văn bản
bank-place = Điều, khoản
bank-effective-from = Dùng từ ngày
bank-checked-on = Đối chiếu ngày
bank-superseded-by = Thay bằng câu
bank-help-id = Mã của câu, không đổi. Câu mới: để trống, mã được cấp khi nhập.
bank-help-criterion = Tiêu chí của câu, không đổi. Câu mới: chọn từ 1.1 đến 4.3.
bank-help-kind = Nhớ lại tiêu chí: lời của Hướng dẫn. Quy định: tra cứu được trong văn bản. Tình huống: nên làm gì. Mỗi tiêu chí có 5, 4 và 11 câu đang dùng.
bank-help-difficulty = 1 dễ, 2 vừa, 3 khó. Câu dễ được hỏi trước.
bank-help-expect = Ước tính bao nhiêu phần trăm người trả lời sẽ đúng, từ 5 đến 95. Sau này so với thực tế để biết câu nào quá dễ, quá khó hoặc gây hiểu lầm.
bank-help-twin = Chỉ ghi ở câu thứ hai của một cặp: mã của câu thứ nhất, số nhỏ hơn, cùng tiêu chí. Hai câu có bốn phương án giống hệt nhau, khác một dữ kiện trong lời dẫn và khác phương án đúng.
bank-help-question = Tối đa 450 ký tự. Dữ kiện quyết định nằm ở đây, viết như một sự việc, không gợi ý.
bank-help-option = Tối đa 160 ký tự. Bốn phương án dài như nhau, cùng kiểu câu, đều là việc một đồng nghiệp tốt có thể làm; không phương án nào tự biện bạch.
bank-help-feedback = Tối đa 220 ký tự. Lời nói với người chọn phương án này: phần nào có lý, và nó dẫn đến điều gì. Phương án chưa đúng nào cũng cần có.
bank-help-right = Chữ của phương án đúng. Trong mỗi tệp hai mươi câu, A, B, C, D đúng khoảng năm lần mỗi chữ.
bank-help-why = Tối đa 350 ký tự. Giải thích mà mọi người đều thấy sau khi trả lời, nêu căn cứ bằng lời dễ hiểu.
bank-help-do-now = Không bắt buộc, tối đa 160 ký tự. Một việc cụ thể làm được ngay hôm nay; hiện sau chữ “Việc làm được ngay:”, không viết lại chữ ấy.
bank-help-document = Mã văn bản, chọn trong danh sách ở trang Hướng dẫn. Văn bản đã được thay thế hoặc chưa có hiệu lực thì không nhận.
bank-help-place = Điểm, khoản, điều, theo thứ tự ấy: khoản 2 Điều 22. Với Hướng dẫn thì ghi mục: II.3.2.
bank-help-effective-from = Ngày đầu tiên được dùng, dạng dd/mm/yyyy. Câu mới thay câu cũ thì ghi ngày sau ngày của câu cũ.
bank-help-checked-on = Ngày gần nhất có người đối chiếu với văn bản gốc, dạng dd/mm/yyyy.
bank-help-superseded-by = Mã của câu thay câu này, cùng tiêu chí. Câu thay có thể là câu mới trong chính bảng này: ghi mã kế tiếp của tiêu chí.
bank-choose = Xin chọn một giá trị trong danh sách.
bank-choose-document = Xin chọn mã văn bản trong danh sách ở trang Hướng dẫn.
bank-choose-share = Xin ghi một số nguyên từ 5 đến 95.
bank-choose-id = Mã này chưa có trong bảng. Nếu là mã của một câu mới thì cứ giữ.
bank-guide-title = Cách góp ý bộ câu hỏi bằng bảng tính này
bank-guide-lines =
    Mỗi dòng ở trang Câu hỏi là một câu hỏi. Sửa thẳng vào ô, lưu tệp dạng .xlsx rồi gửi lại cho người phụ trách nội dung.
    Không sửa cột Mã câu hỏi và cột Tiêu chí của câu đã có, không xóa dòng. Sắp xếp, lọc, ẩn cột thì được. Trỏ vào tên cột để đọc cách ghi.
    Câu mới: viết vào dòng trống bên dưới, chọn Tiêu chí, để trống Mã câu hỏi; mã kế tiếp của tiêu chí được cấp khi nhập. Mỗi tiêu chí có hai mươi câu đang dùng, nên câu mới thường đi cùng một câu cũ được ghi Thay bằng câu.
    Loại, Câu đúng, Độ khó, Văn bản: chọn trong danh sách của ô. Độ khó: 1 dễ, 2 vừa, 3 khó.
    Mỗi câu có bốn phương án, đúng một phương án đúng; ô của phương án đúng có nền xanh. Phản hồi là lời nói với người chọn phương án đó; mọi phương án chưa đúng đều cần có.
    Độ dài tối đa: câu hỏi 450 ký tự, phương án 160, phản hồi 220, giải thích 350, việc làm ngay 160.
    Ngày viết dạng dd/mm/yyyy, ví dụ 07/11/2017. Sau khi đối chiếu lại với văn bản gốc, xin ghi ngày đối chiếu.
    Khi nói với người đọc, viết {$within}, ở đầu câu viết {$first}, giữ nguyên cặp ngoặc nhọn; mỗi tổ chức tự chọn cách xưng hô, phần mềm thay vào khi gửi.
    Câu không còn đúng thì không xóa: viết câu mới vào dòng trống, rồi ghi mã kế tiếp của tiêu chí vào cột Thay bằng câu của câu cũ.
    Cần ghi chú riêng thì thêm một cột ở bên phải, đặt tên tùy ý; cột đó không được đọc vào.
    Khi nhập lại, mọi ô có lỗi được báo kèm tên ô và cách sửa; chưa sửa hết lỗi thì chưa có gì thay đổi.
bank-guide-documents = Danh sách văn bản

### Thư mục để bắt đầu (nhip init)

init-next =
    Đã ghi: nhip.toml, env và units-sample.csv trong thư mục {$folder}. Còn ba bước, đều làm trong thư mục ấy:
    1. Ghi token của bot (do @BotFather cấp) và số Telegram của những người phụ trách cao nhất vào tệp env.
    2. Mở units-sample.csv bằng Excel hoặc LibreOffice, thay các dòng ví dụ bằng các đơn vị thật, rồi lưu thành units.csv. Sau đó nhập: nhip units import units.csv; thấy đúng thì chạy lại lệnh ấy, thêm --yes.
    3. Kiểm tra: nhip doctor. Mọi thứ đã ổn thì bắt đầu: nhip run.

### Bản chạy thử (nhip demo)

demo-about = Chạy thử Nhịp: bot, một công đoàn cơ sở và bốn mươi đồng nghiệp, tất cả trên máy này
demo-clock = Đồng hồ của cuộc vận động, giờ Việt Nam
demo-member = Người tham gia
demo-officer = Cán bộ công đoàn
demo-group = Nhóm của đơn vị
demo-broadcast = Chiều thứ Năm tuần sau, 16h30, hội trường tầng 2: sinh hoạt công đoàn. Xin mời mọi người đến dự.
tour-join = Tham gia
tour-join-text = Đây là điện thoại của chị Hạnh, vừa nhận liên kết mời của đơn vị. Chạm Bắt đầu, đọc phần xin phép, chọn mục 1 và mục 2 rồi chạm Đồng ý.
tour-read = Đọc bài trong tuần
tour-read-text = Mỗi tuần một bài ngắn về một tiêu chí, kèm một việc nhỏ làm được ngay. Đọc xong, chạm Đã đọc.
tour-quiz = Trả lời năm câu hỏi
tour-quiz-text = Chạm Năm câu hỏi tuần này rồi trả lời. Câu nào cũng có lời giải thích và nguồn; trong bot, chỉ chị Hạnh xem được kết quả của chị.
tour-report = Báo cáo trong nhóm
tour-report-text = Chị Mai Lan là cán bộ công đoàn. Trong nhóm của đơn vị, chị gõ /baocao (ở đây thêm “tuần trước”); bot trả lời bằng số liệu chung của cả đơn vị, không có tên ai.
tour-broadcast = Gửi thông báo
tour-broadcast-text = Chị Mai Lan soạn thông báo trong trò chuyện riêng. Bot cho xem trước, đúng như người nhận sẽ thấy. Chạm Xác nhận gửi, rồi chạm Việc kế tiếp ở trên để tới giờ gửi.
tour-checkin = Suy ngẫm riêng
tour-checkin-text = Mỗi tháng một lần, ai muốn thì tự nhìn lại ba việc đã làm. Chạm Gõ giúp, rồi đồng ý và chọn thử. Khi đợt khép lại, câu trả lời của từng người được xóa, chỉ còn số đếm chung.
tour-hidden = Điều cán bộ không xem được
tour-hidden-text = Tổ Văn thư lưu trữ có bốn người: ít quá thì số liệu cho biết từng người đã làm gì, nên bot không báo. Danh sách ai chưa trả lời cũng không có, ở bất cứ đâu.

### Sao lưu và khôi phục

restored =
    <b>Bot đã được khôi phục từ bản sao lưu ({$copied}).</b>
    Những gì phát sinh sau thời điểm đó không còn trong bot. Câu trả lời của đợt suy ngẫm đang mở không có trong bản sao lưu; người tham gia có thể trả lời lại.

    • Tin đang chờ gửi lúc sao lưu, bot không gửi lại: {$lost}
    • Nơi nhận thông báo không rõ đã nhận được hay chưa: {$doubt}
    • Người đã rời bot hoặc rút lại sự đồng ý sau đó, bot đã xóa lại: {$deleted}

    Mọi tin do bot tự gửi đang tạm dừng. Xin {$address} xem lại cán bộ phụ trách (/canbo), các thông báo và lời nhắc định kỳ (/dsthongbao), rồi gửi /guitrolai để bot gửi tiếp.
restored-unknown = không rõ thời điểm
backup-failed = Lần sao lưu gần nhất ({$at}) có lỗi: {$why}.
backup-old = Bản sao lưu tốt gần nhất đã được {$days} ngày.
backup-none = Chưa có bản sao lưu nào dùng được.
backup-trouble-full = ổ đĩa đã hết chỗ
backup-trouble-folder = không ghi được vào thư mục sao lưu
backup-trouble-damaged = cơ sở dữ liệu bị hỏng
backup-trouble-audit = nhật ký việc cán bộ làm không còn nguyên vẹn
backup-trouble-other = xem nhật ký của máy chủ

### Việc trong năm: khảo sát đoàn viên, tờ tự làm, năm của tôi

menu-year = Việc trong năm
button-do-year = Việc trong năm
button-do-myyear = Năm của tôi
year-menu =
    <b>Việc trong năm</b>
    Mọi việc ở đây đều tự nguyện. Bot không nhắc riêng: khi có đợt đang mở, bài hằng tuần có thêm một dòng.
year-sheet = <b>{$title}.</b> {$Address} chọn vài việc cụ thể, nhận một tờ để in và tự ký. Bot viết tệp rồi quên, không ai biết ai đã làm tờ này.
year-mine = <b>Năm của tôi.</b> Những gì {$address} đã đọc, đã trả lời trong năm, làm tại chỗ cho riêng {$address}; bot không lưu lại.
survey-waits = 🗳 <b>{$title}</b> – trả lời được đến {$closes}.
survey-running = <b>{$title}.</b> Đang mở đến {$closes}. Kết quả có khi đợt khép lại; trước lúc ấy không ai xem được con số nào.
survey-none = <b>{$title}.</b> Lúc này chưa mở. Đợt tới mở từ {$opens} đến {$closes}.
survey-never = Lúc này không có đợt khảo sát nào.
survey-begin =
    <b>{$title}</b>
    {$questions} câu, chỉ chọn, không gõ. Tự nguyện. Hạn trả lời: {$closes}.

    <b>Ai xem được?</b> Khi đợt còn mở, câu trả lời gắn với {$address} để sửa, rút lại được; cán bộ công đoàn không xem được, về mặt kỹ thuật người quản trị máy chủ đọc được. Khi đợt khép lại, bot xóa câu trả lời của từng người, chỉ giữ số đếm của cấp cơ sở trở lên, từ {$threshold} người, và chỉ nêu tỷ lệ làm tròn. Không ai biết ai đã trả lời, ai chưa; kết quả không dùng để xếp loại.

    Chạm <b>Đồng ý, bắt đầu</b> là {$address} đồng ý để bot giữ các lựa chọn theo cách trên.
survey-not-counted = <i>{$Address} tham gia sau khi đợt này mở, nên lần này lựa chọn không gộp vào số liệu chung.</i>
survey-counted-if = <i>Để lựa chọn được gộp vào số liệu chung, {$address} cần trả lời câu hỏi hằng tuần trong ít nhất {$weeks} tuần, tính đến khi đợt này khép lại.</i>
survey-ask =
    <b>{$title}</b> · câu {$place}/{$of}

    <b>{$ask}</b>
survey-how = { $most ->
    [1] <i>Chọn một, hoặc bỏ qua.</i>
   *[other] <i>Chọn nhiều nhất {$most}, rồi chạm “Tiếp tục”.</i>
    }
survey-summary =
    <b>{$title}.</b> Cảm ơn {$address}.

    {$lines}

    {$Address} sửa hoặc rút lại được đến {$closes}. Sau đó bot xóa các lựa chọn này, chỉ giữ số đếm chung.
survey-retracted = Đã rút lại. Bot không còn giữ lựa chọn nào của {$address} trong đợt này.
button-survey-begin = Đồng ý, bắt đầu
button-survey-again = Trả lời lại
button-survey-results = Kết quả đợt trước (cán bộ)
button-survey-paper = Đề xuất (Word)
toast-survey-most = Đã chọn đủ số lượng. Muốn đổi, xin bỏ bớt một mục trước.
toast-survey-closed = Đợt khảo sát này đã khép lại. Bot đã xóa câu trả lời của từng người. Xem: /viectrongnam
survey-which = Kết quả khảo sát của <b>{$unit}</b>: xin chọn một đợt.
survey-result =
    <b>{$title}</b> · {$unit}
    {$people} người trả lời, đợt khép lại ngày {$closed}. Tỷ lệ làm tròn đến 5%; không có danh sách người trả lời.
survey-result-question = <b>{$name}</b>
survey-result-option = • {$name}: {$share}
survey-result-few = <i>Chưa đủ số người trả lời câu này.</i>
survey-too-few = <b>{$title}</b> · {$unit}: chưa nêu được kết quả. Có ít hơn {$threshold} người trả lời, hoặc từ kết quả có thể suy ra đơn vị khác. Xin xem kết quả của cấp trên. Đợt đã khép lại không mở lại được.
survey-within = <b>{$title}</b>: chỉ tổng hợp từ cấp cơ sở trở lên; xin xem trong kết quả của {$unit}.
survey-topics = <b>Gợi ý chủ đề từ câu hỏi hằng tuần</b> (những tiêu chí được trả lời đúng ít hơn rõ rệt):
survey-topics-none = <b>Gợi ý chủ đề từ câu hỏi hằng tuần:</b> chưa đủ căn cứ. Cần ít nhất ba tuần đã khép về một tiêu chí và chênh lệch vượt mức ngẫu nhiên.
survey-topic = • {$topic}
survey-topics-note = <i>Câu hỏi kiểm tra kiến thức chung, không đo năng lực công tác.</i>
survey-file = Dự thảo đề xuất gửi thủ trưởng cơ quan: số, ngày, chữ ký, con dấu để trống.
sheet-option = {$number}. {$name}
sheet-summary =
    <b>{$title}</b>

    {$lines}

    Chạm nút dưới đây để nhận tờ này (Word), in ra và tự ký nếu muốn. Bot không lưu {$address} đã chọn gì, và không ai biết {$address} đã làm tờ này.
sheet-empty = <b>{$title}</b>: {$address} chưa chọn việc nào.
button-sheet-print = Nhận tờ này (Word)
sheet-file = Tờ của riêng {$address}. Bot đã quên nội dung này; muốn có lại, xin chọn lại.
my-year =
    <b>Năm của tôi · {$year}</b> (của riêng {$address})
    Đơn vị: {$unit}

    Bài đã đọc: {$read}
    Tuần đã trả lời đủ năm câu: {$finished}
    Tiêu chí đã tìm hiểu: {$criteria}/12

    Làm tại chỗ từ dữ liệu của {$address}, bot không lưu lại. Đây không phải bản tự chấm điểm hay tự xếp loại; {$address} không phải nộp cho ai.
button-my-year-file = Tệp Word của riêng tôi
my-year-file = Của riêng {$address}: chép những gì cần, không phải nộp cho ai.
file-survey-name = Đề xuất {$title} {$unit}
file-survey-proposal = Kết quả khảo sát và đề xuất: {$title} năm {$next}
file-survey-summary = Kết quả khảo sát: {$title}
file-survey-to = Kính gửi: Thủ trưởng cơ quan, đơn vị
file-survey-how = Từ ngày {$opened} đến ngày {$closed}, Ban Chấp hành Công đoàn hỏi ý kiến đoàn viên, người lao động về “{$title}” qua bot Nhịp: tự nguyện, chỉ chọn trong danh mục có sẵn, không gõ ý kiến. Có {$people} người trả lời. Tỷ lệ dưới đây làm tròn đến 5%; không có danh sách người trả lời.
file-survey-question = { $most ->
    [1] {$number}. {$name}
   *[other] {$number}. {$name} (mỗi người chọn nhiều nhất {$most})
    }
file-survey-few = Chưa đủ số người trả lời câu này.
file-survey-share = Tỷ lệ chọn
file-survey-topics = {$number}. Gợi ý thêm từ câu hỏi tìm hiểu hằng tuần
file-survey-topics-none = Chưa đủ căn cứ để gợi ý chủ đề.
file-survey-topics-note = Câu hỏi kiểm tra kiến thức chung, không đo năng lực công tác; không dùng để đánh giá, xếp loại.
file-survey-asks = Đề nghị của Ban Chấp hành Công đoàn:
file-survey-note = Bản dự thảo do bot Nhịp lập từ số đếm; cán bộ công đoàn bổ sung, trình ký và đóng dấu theo quy định. Việc cử người đi học do cơ quan quyết định.
file-survey-copy = - Như trên;
file-deeds-name = Việc tôi sẽ làm
file-deeds-year = Năm {$year}
file-deeds-who = Họ và tên: ………………………………………………………………………
file-deeds-about = Nội dung
file-deeds-deed = Việc cụ thể
file-deeds-note = Tự nguyện; người làm tờ này tự giữ. Bot Nhịp viết tệp theo lựa chọn của người dùng và không lưu lại.
file-deeds-signer = NGƯỜI THỰC HIỆN
file-deeds-sign = (Ký, ghi rõ họ tên)
file-my-year-name = Năm của tôi
file-my-year-mark = CỦA RIÊNG TÔI – không phải bản tự chấm điểm, không phải nộp
file-my-year-title = NĂM CỦA TÔI
file-my-year-of = {$year} · {$unit}
file-my-year-done = Tính đến ngày {$day}: đã đọc {$read} bài, trả lời đủ năm câu trong {$finished} tuần, tìm hiểu {$criteria}/12 tiêu chí.
file-my-year-week = Tuần từ
file-my-year-criterion = Tiêu chí
file-my-year-item = Bài đã đọc
file-my-year-quiz = Năm câu hỏi
file-my-year-answered = đã trả lời
file-my-year-deeds = Việc tôi đã làm:
file-my-year-next = Việc tôi muốn làm tiếp:
file-my-year-blank = [Tự ghi, nếu muốn]
file-my-year-note = Bot Nhịp làm tệp này tại chỗ từ dữ liệu của người dùng và không lưu lại.
menu-plan = Kế hoạch năm của đơn vị
button-do-plan = Kế hoạch năm
year-plan = <b>Kế hoạch {$year}.</b> Những việc đơn vị sẽ làm, việc nào đã xong.
plan-year = năm {$year}
plan-span = từ {$first} đến {$last}
plan-home = <b>Kế hoạch năm</b> · {$unit}
plan-home-line = • Kế hoạch {$year}: {$state}
plan-home-button = Kế hoạch {$year} · {$state}
plan-issued = số {$number} ngày {$day}{ $version ->
        [1] {""}
       *[other] {" "}(bản {$version})
    }
plan-draft = bản thảo{ $version ->
        [1] {""}
       *[other] {" "}sửa đổi (bản {$version})
    }
plan-none =
    <b>Kế hoạch năm</b> · {$unit}
    Chưa có kế hoạch {$year}. Khung có sẵn sáu nhiệm vụ, mỗi nhiệm vụ vài việc để bật, tắt; lập xong khoảng ba phút.

    Phụ trách ghi bằng chức danh, không ghi tên người. Đoàn viên chỉ xem được khi kế hoạch đã ký và {$address} ghi số, ngày ban hành.
plan-starts = Kế hoạch bắt đầu từ tháng nào, kéo dài mười hai tháng? Trường học thường bắt đầu từ tháng 8 hoặc tháng 9.
plan-head =
    <b>Kế hoạch {$year}</b>
    {$unit} · {$state}
plan-reason = <i>Lý do sửa: {$reason}</i>
plan-task-name = <b>III.{$task}. {$name}</b>
plan-task-draft = {$name}: { $lines ->
        [0] chưa có việc nào
       *[other] {$lines} việc
    }
plan-task-issued = {$name}: { $lines ->
        [0] không có việc nào
       *[other] xong {$done}/{$lines} việc
    }{ $late ->
        [0] {""}
       *[other] , {$late} việc trễ
    }
plan-task-empty = Chưa có việc nào ở nhiệm vụ này.
plan-task-note = Chạm vào việc để bật, tắt; chạm “Sửa” để đổi nội dung, phụ trách, thời gian, chỉ tiêu.
plan-draft-note = Bản thảo chỉ cán bộ xem được. Xong thì tải bản nháp Word, in, ký; rồi chạm “Đã ký” để ghi số, ngày.
plan-empty-note = Chưa có việc nào được bật. Xin mở từng nhiệm vụ để chọn việc, hoặc gửi tệp Excel.
plan-issued-note = Đoàn viên của đơn vị và các đơn vị bên dưới xem bằng /kehoach. Muốn đổi việc, đổi chỉ tiêu thì sửa thành bản mới, có lý do.
plan-read-note = Chạm một nhiệm vụ để xem từng việc. Không ai biết {$address} đã xem.
plan-not-issued = Đơn vị của {$address} chưa ban hành kế hoạch năm trong bot. Khi cán bộ ghi số, ngày ban hành, kế hoạch hiện ở đây.
plan-line =
    {$place}. {$content}
    Phụ trách: {$lead}{ $helped ->
        [0] {""}
       *[other] ; phối hợp: {$support}
    }
    Thời gian: {$months}{ $aimed ->
        [0] {""}
       *[other] {" "}· Chỉ tiêu: {$target}
    }{ $measured ->
        [0] {""}
       *[other] {" "}({$measure})
    }
plan-state = <b>→ {$state}</b>
plan-state-open = chưa đến hạn
plan-state-due = đến hạn tháng này
plan-state-doing = đang làm
plan-state-done = đã xong
plan-state-late = trễ hạn
plan-state-dropped = không làm nữa
plan-reached = đạt {$result}{ $percent ->
        [1] %
       *[0] {""}
    }{ $goal ->
        [0] {""}
       *[other] /{$goal}{ $percent ->
            [1] %
           *[0] {""}
        }
    }
plan-moved = lùi đến {$month}
plan-note = {$state}; vì: {$note}
plan-remark = {$state} ({$note})
plan-long = Đoạn này dài {$count} ký tự; tối đa {$max}. Xin ghi ngắn lại, mỗi việc một câu.
plan-months = “{$value}” chưa đọc được thành tháng. Xin ghi, ví dụ: 9/2026, T9-T12, Quý III, trước 20/11, cả năm.
plan-months-backwards = “{$value}”: kết thúc trước khi bắt đầu. Kế hoạch này đi từ {$first} đến {$last}.
plan-months-order = Hoàn thành ({$last}) trước khi bắt đầu ({$first}).
plan-month-outside = “{$value}” nằm ngoài kế hoạch, từ {$first} đến {$last}. Có thể đây là tệp của năm khác.
plan-quarter = “{$value}” nằm ở hai đầu kế hoạch này. Xin ghi tháng, ví dụ: T7-T8.
plan-name = “{$value}” có vẻ là tên người. Kế hoạch chỉ ghi chức danh, tên để trống trong bản in. Xin ghi một trong: {$posts}.
plan-post = “{$value}” không có trong danh sách chức danh. Xin ghi một trong: {$posts}.
plan-dropped = Bot chỉ giữ chức danh, đã bỏ tên người. Tên ghi tay vào cột “Người thực hiện” của bản in.
plan-number = “{$value}” chưa đủ số và ngày. Xin ghi như trên bản đã ký, ví dụ: 05/KH-CĐCS ngày 20/11/2026.
plan-number-used = Số {$number} ngày {$day} đã dùng cho kế hoạch {$year} của đơn vị. Xin xem lại số và ngày trên bản đã ký rồi gõ lại.
plan-no-post = Dòng này chưa có chức danh phụ trách.
plan-no-months = Dòng này chưa có thời gian. Xin ghi tháng bắt đầu và tháng hoàn thành, ví dụ: 9/2026.
plan-no-task = Chưa rõ việc này thuộc nhiệm vụ nào. Xin ghi III.1 đến III.6; một khối nhiều việc thì ghi ở dòng đầu.
plan-task = “{$value}” không phải là một nhiệm vụ. Xin ghi III.1 đến III.6.
plan-twice = “{$value}” có hai dòng trong cùng nhiệm vụ. Xin giữ một dòng.
plan-no-lines = Bảng không có việc nào.
plan-too-many = Tệp có {$count} việc; kế hoạch của một đơn vị có tối đa {$max} việc. Có thể đây là kế hoạch của cấp trên: xin chỉ giữ những việc của chính đơn vị.
plan-sheet-issued = Kế hoạch này đã ban hành, không nhập tệp được nữa. Muốn đổi thì chạm “Sửa kế hoạch” trước.
plan-ask-content = Việc gì? Xin gõ một câu, không nêu tên ai. Ví dụ: Sinh hoạt chuyên đề về văn hóa công vụ.
plan-ask-lead = Chức danh nào phụ trách? Xin chạm hoặc gõ; không ghi tên người.
plan-ask-support = Chức danh nào phối hợp? Không có thì chạm “Tiếp tục”.
plan-ask-months = Làm khi nào? Ví dụ: 9/2026, T9-T12, Quý III, trước 20/11, cả năm.
plan-ask-measure = Đo bằng gì? Ví dụ: số buổi, tỷ lệ ý kiến được trả lời.
plan-ask-target = Chỉ tiêu là bao nhiêu? Ví dụ: 04 buổi, 01 lần/quý, 100%.
plan-ask-number = Xin gõ số và ngày như trên bản đã ký, ví dụ: 05/KH-CĐCS ngày 20/11/2026. Ghi xong, đoàn viên xem được kế hoạch; bản ký trên giấy vẫn là bản chính, xin lưu lại.
plan-ask-why = Vì sao sửa kế hoạch đã ban hành? Xin gõ trong một tin, từ 10 đến 300 ký tự. Bản đang có vẫn dùng cho đến khi bản sửa được ký và ghi số, ngày.
plan-ask-drop = Vì sao không làm việc này nữa? Xin gõ trong một tin, từ 10 đến 300 ký tự, không nêu tên ai. Lý do hiện trong kế hoạch và biên bản kiểm tra.
plan-ask-state = Việc này đến đâu rồi?
plan-ask-result = Đã làm được bao nhiêu? Xin gõ một số, hoặc chạm một nút.
plan-move = Lùi việc này đến tháng nào?
plan-move-none = Kế hoạch này không còn tháng nào để lùi. Muốn làm tiếp thì lập kế hoạch {$year} trước, rồi trở lại đây chuyển việc này sang.
plan-move-carry = Kế hoạch này không còn tháng nào để lùi. Có thể chuyển việc này sang bản thảo kế hoạch {$year}; trong kế hoạch này ghi “không làm nữa”, có lý do.
plan-move-issued = Kế hoạch này không còn tháng nào để lùi, và kế hoạch {$year} đã ban hành. Muốn thêm việc này thì mở kế hoạch {$year} và sửa thành bản mới.
plan-carried = chuyển sang kế hoạch {$year}
plan-now-issued = Kế hoạch đã ban hành. Đoàn viên xem bằng /kehoach.
plan-discard = Bỏ bản thảo này: các việc đã ghi trong bản thảo mất hẳn. Kế hoạch đã ban hành, nếu có, giữ nguyên.
plan-card =
    <b>Kế hoạch {$year}</b> · {$unit}
    Đã ban hành: {$state}. Sáu nhiệm vụ, {$lines} việc.
    Xem từng việc, việc nào đã xong: <a href="{$link}">mở trong bot</a>
plan-send-sheet = Xin gửi tệp Excel có các cột Nhiệm vụ, Nội dung, Phụ trách, Phối hợp, Bắt đầu, Hoàn thành, Cách đo, Chỉ tiêu. Chắc nhất là điền vào bảng tải từ nút dưới đây. Tệp được xem trước, chưa nhập ngay.
plan-sheet = Trong tệp: {$new} việc mới, {$changed} việc thay đổi, {$gone} việc trong bản thảo không có trong tệp (sẽ bỏ), {$same} việc giữ nguyên. Chưa có gì được nhập. Cột Kết quả, Trạng thái, Ghi chú không được đọc.
plan-sheet-dropped = Ô {$cells} có tên người bên cạnh chức danh: bot chỉ giữ chức danh. Tên ghi tay vào bản in.
sheet-names = ⚠ Có vẻ có tên người ở ô {$cells}. Nếu đúng là tên người, xin bỏ tên trong tệp rồi gửi lại; nếu là tên trường, tên đường, hội trường, cứ nhập.
plan-sheet-same = Không có gì để nhập: {$same} việc trong tệp giống hệt bản thảo.
plan-send-results = Xin gửi lại bảng tính của kế hoạch này sau khi điền ba cột Kết quả, Trạng thái, Ghi chú; bảng tải từ nút dưới đây. Ô để trống giữ nguyên điều đang có. Tệp được xem trước, chưa nhập ngay.
plan-results = Trong tệp: {$changed} việc có cập nhật (đã xong {$done}, đang làm {$doing}, không làm nữa {$dropped}), {$same} việc giữ nguyên. Chưa có gì được nhập. Chỉ ba cột Kết quả, Trạng thái, Ghi chú được đọc; việc bot tự đếm giữ số của bot.
plan-results-same = Không có gì để nhập: {$same} việc trong tệp giống hệt điều bot đang có.
plan-result-state = “{$value}” không phải là một trạng thái. Xin ghi: chưa làm, đang làm, đã xong, hoặc không làm nữa.
plan-result-unknown = Kế hoạch đã ban hành không có việc “{$value}” trong nhiệm vụ này. Muốn thêm hay đổi việc thì chạm “Sửa kế hoạch”; muốn cập nhật thì giữ đúng câu chữ của việc.
plan-result-year = Trên bảng ghi năm {$year}, không phải năm của kế hoạch này: có lẽ đây là tệp của năm khác. Xin mở đúng kế hoạch, chạm “Bảng tính XLSX” rồi điền vào tệp ấy.
plan-result-unit = ⚠ Trên bảng không có tên {$unit} mà ghi “{$found}”. Xin xem lại: có thể đây là tệp của đơn vị khác.
plan-result-why = Việc không làm nữa cần có lý do ở cột Ghi chú.
plan-sheet-wrong =
    <b>Tệp chưa nhập được</b>, kế hoạch giữ nguyên. Xin sửa rồi gửi lại:

    {$lines}
plan-file-draft = Bản nháp để in và ký. Số, ngày, chữ ký, con dấu, tên người thực hiện để trống.
plan-file-issued = Kế hoạch đã ban hành, in từ bot. Bản ký trên giấy là bản chính.
plan-file-sheet = Mỗi việc một dòng. Bản thảo: sửa trong Excel rồi gửi lại. Kế hoạch đã ban hành: điền Kết quả, Trạng thái, Ghi chú rồi chạm “Nhập kết quả từ XLSX”.
plan-file-month = Việc tháng trước, việc tháng này. Số, ngày, chữ ký để trống.
plan-below =
    <b>Kế hoạch năm của các đơn vị</b> · {$unit}
    Đã ban hành {$issued}/{$all} đơn vị · có việc trễ {$late} đơn vị
plan-below-file = Mỗi đơn vị một dòng, xếp theo mã; trang “Chưa nộp” có tên các đơn vị chưa có kế hoạch. Không có tên người, không xếp hạng.
plan-unit = số {$number} ngày {$day}; xong {$done}, còn {$open}{ $late ->
        [0] {""}
       *[other] {" "}(trễ {$late})
    }{ $asked ->
        [0] ; chưa cập nhật lần nào
       *[1] ; cập nhật {$answered}
    }
plan-unit-issued = đã ban hành
plan-unit-none = chưa có kế hoạch
plan-unit-nobody = chưa có kế hoạch; chưa có cán bộ trong bot
plan-reminder = {$above} nhắc: {$unit} chưa có kế hoạch năm trong bot, hoặc có việc trễ chưa cập nhật. Lập kế hoạch khoảng ba phút; cập nhật mỗi việc một chạm.
button-plan-frame = Khung 6 nhiệm vụ
button-plan-copy = Chép năm trước
button-plan-file = Gửi tệp XLSX
button-plan-starts = Bắt đầu từ tháng khác
button-plan-new = ＋ Lập kế hoạch {$year}
button-plan-below = Kế hoạch của các đơn vị bên dưới
button-plan-task = III.{$task}
button-plan-line = Sửa
button-plan-add = ＋ Thêm việc
button-plan-on = Đưa vào kế hoạch
button-plan-off = Bỏ khỏi kế hoạch
button-plan-whole = Xem cả việc
button-plan-content = Nội dung
button-plan-lead = Phụ trách
button-plan-support = Phối hợp
button-plan-months = Thời gian
button-plan-measure = Cách đo
button-plan-target = Chỉ tiêu
button-plan-paper = Bản nháp DOCX
button-plan-issued-paper = Kế hoạch DOCX
button-plan-sheet = Bảng tính XLSX
button-plan-results = Nhập kết quả từ XLSX
button-plan-issue = Đã ký: ghi số, ngày
button-plan-discard = Bỏ bản thảo
button-plan-discard-now = Bỏ hẳn bản thảo
button-plan-change = Sửa kế hoạch
button-plan-card = Đăng thẻ vào nhóm
button-plan-due = Cập nhật việc đến kỳ
button-plan-month = Tháng trước / tháng này (DOCX)
button-plan-done = Xong
button-plan-doing = Đang làm
button-plan-move = Lùi tháng
button-plan-carry = Chuyển sang kế hoạch {$year}
button-plan-next = Mở kế hoạch {$year}
button-plan-drop = Bỏ – vì
button-plan-later = Để sau
button-plan-remind = Nhắc đơn vị chưa có, còn trễ
button-plan-other = {$unit}: kế hoạch {$year}
toast-plan-overlaps = Thời gian này trùng với một kế hoạch khác của đơn vị. Xin chọn tháng bắt đầu khác, hoặc bỏ bản thảo kia trước.
toast-plan-full = Kế hoạch đã có nhiều việc nhất có thể. Xin bỏ bớt một việc trước.
toast-plan-still = Mọi tin gửi đi đang tạm dừng. Xin đăng thẻ sau khi mở lại.
toast-plan-card = Đang đăng thẻ vào nhóm của đơn vị.
toast-plan-posted = Thẻ của bản kế hoạch này đã ở trong nhóm từ {$at}, không đăng lại.
toast-plan-told = Các đơn vị này đã được nhắc trong hai tuần qua, hoặc chưa có cán bộ trong bot.
digest-plan = • {$unit}: kế hoạch năm có {$lines} việc đến kỳ{ $late ->
        [0] .
       *[other] , trong đó {$late} việc trễ.
    }
button-digest-plan = Cập nhật kế hoạch năm
log-action-planissue = ban hành kế hoạch năm của đơn vị
log-action-planchange = sửa kế hoạch năm đã ban hành, có lý do
file-plan-name = Kế hoạch {$year} {$unit}
file-month-name = Tiến độ kế hoạch {$year} {$unit}
file-plan-title = Kế hoạch {$year}
file-plan-tab = Kế hoạch
file-plan-number = Số: ………/KH-CĐCS
file-plan-kind = KẾ HOẠCH
file-plan-subject = Thực hiện Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo” {$year}
file-plan-base = Căn cứ {$base};
file-plan-base-above = Căn cứ Kế hoạch số ……… ngày ……/……/…… của công đoàn cấp trên;
file-plan-base-meeting = Căn cứ Nghị quyết hội nghị cán bộ, công chức, viên chức năm ………… và tình hình của đơn vị,
file-plan-decides = {$unit} xây dựng kế hoạch như sau:
file-plan-aims = I. MỤC ĐÍCH, YÊU CẦU
file-plan-aim = 1. Xây dựng đội ngũ cán bộ, công chức, viên chức trung thành, trách nhiệm, liêm chính, sáng tạo; góp phần hoàn thành nhiệm vụ của cơ quan, đơn vị.
file-plan-demand = 2. Việc làm cụ thể, có thời gian, có chức danh phụ trách, đo được kết quả; gắn với nhiệm vụ chuyên môn, không hình thức.
file-plan-no-rating = 3. Đoàn viên tham gia tự nguyện. Không lập danh sách người đăng ký hay chưa đăng ký; không lấy kế hoạch này làm căn cứ xếp loại cá nhân.
file-plan-contents = II. NỘI DUNG
file-plan-task-heading = {$number}. {$name}
file-plan-line = - {$content}{ $aimed ->
        [0] .
       *[other] ; chỉ tiêu: {$target}{ $measured ->
            [0] .
           *[other] {" "}({$measure}).
        }
    }
file-plan-task-empty = Thực hiện theo hướng dẫn của cấp trên.
file-plan-shares = Phân công thực hiện
file-plan-content = Nội dung
file-plan-lead = Phụ trách
file-plan-lead-column = Phụ trách (chức danh)
file-plan-support = Phối hợp
file-plan-when = Thời gian
file-plan-person = Người thực hiện
file-plan-task = Nhiệm vụ (III.1–III.6)
file-plan-first = Bắt đầu (tháng/năm)
file-plan-last = Hoàn thành (tháng/năm)
file-plan-measure = Cách đo
file-plan-target = Chỉ tiêu
file-plan-result = Kết quả
file-plan-remark = Ghi chú
file-plan-posts = Chức danh
file-plan-carrying = III. TỔ CHỨC THỰC HIỆN
file-plan-carry-committee = 1. Ban Chấp hành chỉ đạo, hằng tháng rà soát tiến độ; kết quả báo cáo công đoàn cấp trên.
file-plan-carry-groups = 2. Các tổ công đoàn phổ biến kế hoạch đến đoàn viên, thực hiện những việc được giao.
file-plan-carry-audit = 3. Ủy ban Kiểm tra theo dõi, kiểm tra việc thực hiện, lập biên bản theo quy định.
file-plan-note = Bản nháp do bot Nhịp lập theo lựa chọn của cán bộ công đoàn. Số, ngày, chữ ký, con dấu và tên người thực hiện ghi trên giấy; bản đã ký xin lưu theo quy định.
file-plan-how-task = Ghi III.1 đến III.6. Một khối nhiều việc thì ghi ở dòng đầu, hoặc gộp ô.
file-plan-how-content = Mỗi việc một dòng, một câu, không nêu tên ai.
file-plan-how-lead = Chức danh trong danh sách bên dưới, nhiều chức danh cách nhau bằng dấu phẩy. Không ghi tên người.
file-plan-how-months = Tháng và năm: 09/2026. Cũng đọc được T9-T12, Quý III, trước 20/11, cả năm; khi ấy cột Hoàn thành để trống.
file-plan-how-target = Con số và đơn vị: 04 buổi, 01 lần/quý, 100%. Không đo được thì ghi lời.
file-plan-how-state = Kết quả là một con số; Trạng thái chọn trong danh sách; Ghi chú không nêu tên ai, việc không làm nữa ghi lý do. Ba cột này chỉ được đọc khi kế hoạch đã ban hành.
file-plan-state-open = chưa làm
file-plan-state-doing = đang làm
file-plan-state-done = đã xong
file-plan-state-dropped = không làm nữa
file-plan-entered = Kế hoạch năm
file-evidence-plan = kế hoạch trong bot
file-month-subject = Tiến độ kế hoạch: việc tháng {$before}, việc tháng {$now}
file-month-plan = Thực hiện Kế hoạch số {$number} ngày {$day}.
file-month-done = I. VIỆC THÁNG {$before}
file-month-due = II. VIỆC THÁNG {$now}
file-month-none = Không có việc nào của kế hoạch trong tháng này.
file-month-wishes = III. KIẾN NGHỊ
file-month-note = Số liệu do bot Nhịp tổng hợp từ kế hoạch đã ban hành và cập nhật của cán bộ công đoàn.
file-minute-plan = Các việc trong kế hoạch năm
file-minute-until = Hạn
file-minute-state = Đã làm, chưa làm; lý do
file-plans-title = Kế hoạch năm của các đơn vị
file-plans-number = Số kế hoạch
file-plans-number-note = Số ghi trên bản đã ký.
file-plans-day = Ngày ban hành
file-plans-day-note = Ngày ghi trên bản đã ký.
file-plans-lines = Tổng số việc
file-plans-lines-note = Số việc trong bản đang dùng.
file-plans-done = Đã xong
file-plans-done-note = Cán bộ ghi đã xong, hoặc bot đếm đã đủ chỉ tiêu.
file-plans-open = Còn lại
file-plans-open-note = Chưa xong, kể cả việc trễ.
file-plans-late = Trễ
file-plans-late-note = Đã qua tháng hoàn thành mà chưa xong.
file-plans-dropped = Không làm nữa
file-plans-dropped-note = Đã bỏ, có lý do.
file-plans-answered = Cập nhật gần nhất
file-plans-answered-note = Ngày cán bộ của đơn vị trả lời gần nhất.

### Sáng kiến

consent-author =
    <b>Là tác giả có tên (tự nguyện).</b> Bot lưu một tên do {$address} tự gõ, chỉ dùng cho sổ sáng kiến; tên này tách riêng với tên để biểu dương.

    <b>Ai thấy.</b> Khi {$address} đưa một sáng kiến vào sổ, cán bộ công đoàn của đơn vị thấy tên tác giả, tên sáng kiến và những gì {$address} đã kể về nó, kể cả trong bảng Excel và danh mục gửi Hội đồng. Cấp trên chỉ thấy sáng kiến đã được công nhận. Khi một sáng kiến đã được công nhận, tác giả khác có thể thấy tên sáng kiến ấy nếu hai tên gần giống nhau; không ai thấy tên người. Sáng kiến chưa đưa vào sổ thì không ai khác thấy.

    <b>Rút lại</b> lúc nào cũng được, từng sáng kiến hoặc tất cả (/riengtu): bot rút ngay tên tác giả, tên và nội dung sáng kiến khỏi sổ và khỏi các tệp làm về sau. Trong sổ chỉ còn số đếm: trạng thái, cấp, lĩnh vực, lợi ích ước tính. Tệp và tin đã nhận thì không thu lại được. Sự đồng ý này còn hiệu lực khi {$address} chuyển đơn vị: sáng kiến ở lại sổ của đơn vị cũ.
author-ask =
    {$words}

    Đưa vào sổ của <b>{$unit}</b>: {$title}

    {$Address} có đồng ý không? Không đồng ý thì sáng kiến vẫn là của riêng {$address}, vẫn tải đơn được.
button-give-author = Đồng ý, đưa vào sổ
author-type = Xin gõ họ tên tác giả, đúng như sẽ ghi trong sổ; bot chờ đến hết hôm nay. Ví dụ: <i>Nguyễn Thị Lan</i>. Chỉ gõ tên của chính {$address}; tên đồng tác giả được viết tay vào đơn.
author-unread = Bot chưa dùng được tên này: tên chỉ gồm chữ, từ 2 đến 50 ký tự. Xin gõ lại, ví dụ: <i>Nguyễn Thị Lan</i>. Nếu không muốn nữa, xin xem /riengtu.
author-confirm =
    Tên tác giả sẽ được ghi như sau: <b>{$name}</b>

    Đúng là tên của {$address} chưa? Khi {$address} chưa xác nhận, sáng kiến chưa được đưa vào sổ.
privacy-author-given = Là tác giả sáng kiến: {$address} <b>đã đồng ý</b>, với tên “{$name}”. Nếu {$address} rút lại, bot rút ngay tên và nội dung các sáng kiến khỏi sổ.
privacy-author-changed = Là tác giả sáng kiến: nội dung đồng ý đã được sửa, nên sổ <b>chưa nêu</b> tên và sáng kiến của {$address} cho đến khi {$address} đồng ý lại (/sangkien).
button-withdraw-author = Không là tác giả trong sổ nữa
toast-author-withdrawn = Đã rút lại. Tên và sáng kiến đã ra khỏi sổ; các sáng kiến vẫn là của riêng {$address}.
menu-initiatives = Sáng kiến của tôi
menu-register = Sổ sáng kiến của đơn vị
initiatives-off = Ở đây chưa mở phần sáng kiến.
initiatives =
    <b>Sáng kiến của tôi</b>
    { $count ->
        [0] {$Address} chưa kể sáng kiến nào.
       *[other] {$Address} đã kể {$count} sáng kiến; chạm vào một tên để xem, sửa.
    }

    Sáng kiến là một việc {$address} <b>đã làm</b> và đã đem lại kết quả. Kể trong ba câu ngắn, dừng và kể tiếp lúc nào cũng được. Bot lưu điều {$address} kể, chỉ {$address} thấy và xóa được lúc nào cũng được, cho đến khi {$address} tự đưa vào sổ của đơn vị. Không có chỉ tiêu, không xếp hạng.

    Việc {$address} định kể đã làm chưa?
button-initiative-done = Đã làm rồi
button-initiative-wish = Chưa, mới là đề nghị
button-initiatives = Mọi sáng kiến của tôi
button-do-initiatives = Sáng kiến của tôi
initiative-nameless = (chưa đặt tên)
initiative-wish = Sáng kiến ở đây là việc chính tác giả đã làm. Điều {$address} mong cơ quan làm là một đề nghị: xin nói với cán bộ công đoàn của đơn vị, nêu tại buổi sinh hoạt hoặc hội nghị, hoặc dùng hộp góp ý nếu đơn vị đã mở (xem /viectrongnam). Khi nào làm được, xin kể lại ở đây.
initiative-private = chỉ {$address} thấy
initiative-shown = đã ở trong sổ của đơn vị: cán bộ thấy ngay điều {$address} sửa
initiative-out = đã rút khỏi sổ; chỉ {$address} thấy
initiative-term = { $late ->
        [1] {$state}; đã quá hạn 3 tháng (ngày {$last})
       *[other] {$state}; còn {$left} ngày trong hạn 3 tháng (đến {$last})
    }
initiative-alike = Có sáng kiến đã được công nhận tên gần giống: “{$title}” ({$unit}, {$year}). Xin xem việc của {$address} khác ở điểm nào; vẫn đưa vào sổ được.
initiative-delete =
    { $entered ->
        [1] Xóa sáng kiến này? Bot xóa mọi điều {$address} đã kể về nó, và rút khỏi sổ của đơn vị; trong sổ chỉ còn số đếm.
       *[other] Xóa sáng kiến này? Bot xóa mọi điều {$address} đã kể về nó.
    } Không lấy lại được.
initiative-take-out =
    Rút sáng kiến này khỏi sổ của đơn vị? Tên tác giả, tên và nội dung ra khỏi sổ ngay; trong sổ chỉ còn số đếm. { $entered ->
        [1] Sáng kiến vẫn là của riêng {$address}, nhưng không đưa lại vào sổ được.
       *[other] {""}
    }
button-initiative-delete = Xóa
button-initiative-delete-now = Xóa hẳn
button-initiative-take-out = Rút khỏi sổ
button-initiative-take-out-now = Rút khỏi sổ ngay
button-initiative-enter = Đưa vào sổ của đơn vị
button-initiative-agree = Đọc lại và đồng ý
button-initiative-form = Tải đơn DOCX
initiative-form = Đơn yêu cầu công nhận sáng kiến, theo mẫu. Họ tên, ngày sinh, chức danh, trình độ và chữ ký để trống cho {$address} viết tay. Tệp chỉ gửi cho {$address}.
toast-initiatives-many = Bot giữ nhiều nhất 20 sáng kiến. Xin xóa bớt sáng kiến không cần nữa.
toast-initiative-first = Xin kể xong ba câu đầu đã: tên, điều đã thay đổi, tháng áp dụng.
toast-initiative-entered = Sáng kiến này đã có trong sổ.
toast-initiative-was-out = Sáng kiến này đã được rút khỏi sổ, không đưa lại được. Muốn ghi lại, xin kể thành sáng kiến mới.
toast-initiative-in = Đã đưa vào sổ của đơn vị.
toast-initiative-out = Đã rút khỏi sổ.
toast-initiative-deleted = Đã xóa.
year-initiatives = <b>Sáng kiến.</b> Kể một việc {$address} đã làm tốt hơn, có trước và sau; tải đơn theo mẫu; đưa vào sổ của đơn vị khi {$address} muốn.
form-empty = để trống
button-form-empty = Để trống
form-how-shares = Xin gõ các tỷ lệ trên một dòng, cộng lại bằng 100, ví dụ: 60 40. Chỉ một tác giả thì gõ 100.
form-shares = Các tỷ lệ cộng lại bằng {$sum}; phải bằng 100%. Xin kiểm tra lại.
form-share = “{$value}” chưa phải là một tỷ lệ. Xin ghi bằng số, ví dụ: 60 40.
form-shares-many = Tối đa {$max} tác giả.
form-wish = Câu này giống một đề nghị hơn là việc đã làm. Nếu đã làm rồi, xin viết lại thành việc, hoặc chạm “Đúng, tiếp tục”; nếu chưa làm, xin nói với cán bộ công đoàn của đơn vị.
form-figureless = Chưa có con số nào, nên Hội đồng khó xét. Xin ghi con số trước và sau; nếu không đo được, xin chạm “Đúng, tiếp tục”.
form-files = Có vẻ có số hồ sơ, số giấy tờ hoặc số điện thoại ở đây. Xin viết lại mà không nêu số của ai.
form-known-initiatives = Bot biết: sổ sáng kiến có {$count} sáng kiến đưa vào trong kỳ
form-known-recognised = Bot biết: {$count} sáng kiến trong số đó được công nhận cấp cơ sở
form-known-raised = Bot biết: {$count} sáng kiến trong số đó được công nhận cấp trên
form-known-benefit = Bot biết: lợi ích của các sáng kiến được công nhận, ước tính của tác giả, là {$count} đồng
register =
    <b>Sổ sáng kiến · {$unit}</b>
    { $people ->
        [0] {$count} sáng kiến; đơn vị chưa khai báo số người
       *[other] {$count} sáng kiến; đơn vị có {$people} người
    }
    { $own ->
        [1] { $shown ->
            [0] Chưa có sáng kiến nào để xem. Tác giả tự đưa vào bằng /sangkien; không có chỉ tiêu.
           *[other] Cán bộ chỉ ghi lại điều Hội đồng đã quyết định. Chạm vào số thứ tự để mở.
        }
       *[other] { $shown ->
            [0] Chưa có sáng kiến được công nhận. Sáng kiến chưa được công nhận chỉ cán bộ của đơn vị xem được.
           *[other] Ở đây có những sáng kiến đã được công nhận; sáng kiến chưa được công nhận chỉ cán bộ của đơn vị xem được.
        }
    }
register-line = {$number}. {$title} – <i>{$state}</i>
register-unnamed = (tác giả đã rút)
register-entry =
    <b>{$title}</b>
    {$unit} · đưa vào sổ ngày {$day}{ $named ->
        [0] {""}
       *[other] {" · "}tác giả: {$author}
    }
register-benefit = • Lợi ích ước tính của tác giả: <b>{$dong} đồng</b>
register-is = Trạng thái: <b>{$state}</b>
register-is-lodged = Trạng thái: <b>{$state}</b> ngày {$lodged}; { $late ->
        [1] đã quá hạn 3 tháng (ngày {$last})
       *[other] còn <b>{$left}</b> ngày trong hạn 3 tháng (đến {$last})
    }
register-is-recognised = Trạng thái: <b>{$state}</b>, {$level}. {$decision}
register-is-declined = Trạng thái: <b>{$state}</b>. Lý do: {$reason}
register-state-noted = đã đưa vào sổ
register-state-applied = đang áp dụng
register-state-lodged = đã nộp đơn
register-state-recognised = được công nhận
register-state-declined = chưa được công nhận
register-level-unit = cấp cơ sở
register-level-province = cấp bộ, tỉnh
register-level-nation = toàn quốc
button-register = Sổ sáng kiến
button-do-register = Sổ sáng kiến
button-register-applied = Đang áp dụng
button-register-lodge = Đã nộp đơn
button-register-today = Nộp hôm nay
button-register-recognise = Được công nhận
button-register-raise = Được cấp cao hơn công nhận
button-register-decline = Chưa được công nhận
button-register-certificate = Giấy chứng nhận (bản nháp)
button-register-back = Lùi một bước (ghi nhầm)
button-register-sums = Số liệu chung
button-register-sheet = Bảng Excel
button-register-roll = Danh mục cho Hội đồng
register-lodged = Đơn được nộp ngày nào? Xin gõ ngày, ví dụ: <i>15/10/2026</i>. Hạn xét công nhận là 3 tháng kể từ ngày ấy.
register-which-level = Cấp nào đã công nhận?
register-recognised = Xin gõ số và ngày của quyết định công nhận, ví dụ: <i>45/QĐ-SNV ngày 20/11/2026</i>.
register-declined = Vì sao chưa được công nhận? Xin ghi lý do trong văn bản của Hội đồng, từ 10 đến 300 ký tự. Tác giả không nhận lời này qua bot; bot chỉ giữ trong sổ.
toast-register-none-lodged = Chưa có đơn nào đang chờ Hội đồng.
register-short = Lời này hơi ngắn ({$count} ký tự). Xin ghi từ 10 đến {$max} ký tự.
register-long = Lời này dài {$count} ký tự. Xin rút gọn còn tối đa {$max} ký tự.
register-wrong = {$what}
register-changed = Sổ sáng kiến vừa thay đổi nên câu trả lời đang gửi đã được bỏ. Xin mở lại: /sosangkien (tác giả: /sangkien).
register-sums =
    <b>Sáng kiến · {$unit} và các đơn vị bên dưới</b>
    {$period}: { $people ->
        [0] {$count} sáng kiến đưa vào sổ; chưa khai báo số người
       *[other] {$count} sáng kiến đưa vào sổ, trên {$people} người
    }
    <i>Không có chỉ tiêu, không xếp hạng đơn vị.</i>
register-count = • {$name}: {$count}
register-estimate = Lợi ích của các sáng kiến được công nhận: {$dong} đồng (<i>ước tính của tác giả</i>, {$of} sáng kiến có ước tính)
register-titles = <b>Đã được công nhận, mới nhất trước</b>
register-title = • {$title} – {$unit}, {$level} ({$author})
register-file = Sổ sáng kiến: chỉ nêu tên tác giả đã đồng ý. Lợi ích là ước tính của tác giả. Mỗi lần nhận tệp đều được ghi vào nhật ký (/nhatky).
register-roll = Danh mục sáng kiến trình Hội đồng (dự thảo): số, ngày, kết luận, chữ ký để trống.
register-certificate = Bản nháp giấy chứng nhận. Số, ngày, đồng tác giả, chữ ký, con dấu để trống; người có thẩm quyền công nhận ký.
digest-initiatives = • {$unit}: {$count} đơn sáng kiến sắp hoặc đã hết hạn 3 tháng, sớm nhất ngày {$last}.
button-digest-register = Mở sổ sáng kiến
log-action-registerlook = xem sổ sáng kiến
log-action-registerapplied = ghi một sáng kiến đang áp dụng
log-action-registerlodged = ghi ngày nộp đơn của một sáng kiến
log-action-registerrecognised = ghi một sáng kiến được công nhận
log-action-registerdeclined = ghi một sáng kiến chưa được công nhận, có lý do
log-action-registerback = lùi trạng thái một sáng kiến vì ghi nhầm
mydata-initiatives = SÁNG KIẾN CỦA TÔI
mydata-initiatives-row = Bắt đầu kể ngày {$day}: { $entered ->
        [1] đang hoặc đã từng ở trong sổ
       *[0] chưa đưa vào sổ
    }
mydata-initiative_answers = ĐIỀU ĐÃ KỂ VỀ SÁNG KIẾN
mydata-initiative_answers-row = Câu {$field}: {$answer}
mydata-authors = TÊN TÁC GIẢ SÁNG KIẾN
mydata-authors-row = {$name}
mydata-register_entries = SÁNG KIẾN TRONG SỔ CỦA ĐƠN VỊ
mydata-register_entries-row = {$unit}, đưa vào ngày {$day}: { $state ->
        [noted] đã đưa vào sổ
        [applied] đang áp dụng
        [lodged] đã nộp đơn
        [recognised] được công nhận
       *[declined] chưa được công nhận
    }
file-register = SỔ SÁNG KIẾN
file-register-sheet = Sổ sáng kiến
file-register-of = {$unit} · { $people ->
        [0] {$count} sáng kiến
       *[other] {$count} sáng kiến, đơn vị có {$people} người
    } · ngày {$day}
file-register-note = Lợi ích là ước tính của tác giả. Chỉ nêu tên tác giả đã đồng ý.
file-register-file = Sổ sáng kiến {$unit}
file-register-title = Tên sáng kiến
file-register-what = Điều đã thay đổi
file-register-field = Lĩnh vực
file-register-kind = Loại giải pháp
file-register-since = Áp dụng từ
file-register-before = Trước khi áp dụng
file-register-after = Sau khi áp dụng
file-register-measure = Đơn vị đo
file-register-benefit = Lợi ích ước tính (đồng)
file-register-spread = Nhân rộng tới
file-register-lodged = Ngày nộp đơn
file-register-decision = Số, ngày QĐ công nhận
file-register-level = Cấp
file-register-author = Tác giả (nếu đồng ý)
file-register-criterion = Tiêu chí
file-roll-file = Danh mục sáng kiến {$unit}
file-roll-number = Số: ……/DM-CĐCS
file-roll-kind = DANH MỤC
file-roll-subject = Sáng kiến đề nghị Hội đồng xét công nhận
file-roll-effect = Hiệu quả (trước và sau)
file-roll-conclusion = Kết luận của Hội đồng
file-roll-from-to = Trước: {$before}. Sau: {$after}.
file-roll-note = Chỉ nêu tên tác giả đã đồng ý; tác giả khác ghi tay. Thứ tự theo ngày đưa vào sổ, không phải xếp hạng.
file-roll-copy = - Hội đồng sáng kiến;
file-petition-dots = …… …… …… …… …… …… …… ……
file-petition-file = Đơn công nhận sáng kiến
file-petition-kind = ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN
file-petition-to = Kính gửi: ……………………………………
file-petition-we = Tôi (chúng tôi) ghi tên dưới đây:
file-petition-name = Họ và tên
file-petition-born = Ngày, tháng, năm sinh
file-petition-place = Nơi công tác
file-petition-post = Chức danh
file-petition-degree = Trình độ chuyên môn
file-petition-share = Tỷ lệ (%) đóng góp
file-petition-asks = Là tác giả (nhóm tác giả) đề nghị xét công nhận sáng kiến: {$title}
file-petition-owner = - Chủ đầu tư tạo ra sáng kiến (trường hợp tác giả không đồng thời là chủ đầu tư): {$text}
file-petition-field = - Lĩnh vực áp dụng sáng kiến: {$text}
file-petition-since = - Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử (ghi ngày nào sớm hơn): ngày ….. tháng {$text}
file-petition-what = - Mô tả bản chất của sáng kiến: {$text}
file-petition-before = + Trước khi áp dụng: {$text}
file-petition-after = + Sau khi áp dụng: {$text}
file-petition-secret = - Những thông tin cần được bảo mật (nếu có): {$text}
file-petition-no-secret = không có
file-petition-needs = - Các điều kiện cần thiết để áp dụng sáng kiến: {$text}
file-petition-benefit = - Đánh giá lợi ích thu được theo ý kiến của tác giả (ước tính một năm): {$text}
file-petition-users = - Nơi đã áp dụng, áp dụng thử và đánh giá của nơi ấy (nếu có): {$text}
file-petition-tried = - Danh sách những người đã tham gia áp dụng thử hoặc áp dụng lần đầu (nếu có): ……………………………………
file-petition-oath = Tôi (chúng tôi) xin cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và hoàn toàn chịu trách nhiệm trước pháp luật.
file-petition-signer = NGƯỜI NỘP ĐƠN
file-petition-sign = (Ký và ghi rõ họ tên)
file-petition-source = Theo mẫu của {$source}; đối chiếu ngày {$day}. Trước khi nộp, xin hỏi bộ phận thi đua xem mẫu này còn được dùng không.
file-certificate-file = Giấy chứng nhận sáng kiến {$unit}
file-certificate-issuer = CƠ SỞ CÔNG NHẬN SÁNG KIẾN
file-certificate-number = Số: ……/GCN
file-certificate-kind = GIẤY CHỨNG NHẬN SÁNG KIẾN
file-certificate-head = Thủ trưởng cơ quan, đơn vị ………………………………… chứng nhận:
file-certificate-author = - Ông (bà): {$text}
file-certificate-place = - Nơi công tác, chức danh: {$text}
file-certificate-with = - Đồng tác giả (nếu có): {$text}
file-certificate-title = là tác giả của sáng kiến: “{$text}”.
file-certificate-owner = - Chủ đầu tư tạo ra sáng kiến (nếu có): {$text}
file-certificate-what = - Tóm tắt nội dung sáng kiến: {$text}
file-certificate-benefit = - Lợi ích kinh tế - xã hội do áp dụng sáng kiến (tác giả ước tính một năm): {$text}
file-certificate-decision = - Công nhận theo: {$text}
file-certificate-signer = THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ
file-certificate-sign = (Ký, ghi rõ họ tên, đóng dấu)
file-certificate-note = Bản nháp do bot Nhịp lập từ sổ sáng kiến. Chỉ in tên tác giả đã đồng ý; số, ngày, đồng tác giả, chữ ký, con dấu ghi trên giấy. Người ký là người có thẩm quyền công nhận, không phải công đoàn. Trước khi cấp, xin hỏi bộ phận thi đua về mẫu đang dùng.

### Góp ý của đoàn viên (/gopy): hộp góp ý, trả lời, hội nghị

title-inspector = Trưởng Ban Thanh tra nhân dân
button-do-suggest = Góp ý với đơn vị
year-suggest = <b>Góp ý với đơn vị.</b> {$Address} đề nghị một việc nên làm khác đi. Câu trả lời gửi đến mọi người.
suggest-no-grassroots = Đơn vị của {$address} chưa thuộc công đoàn cơ sở nào trong danh sách, nên chưa góp ý qua bot được. Xin hỏi {$contact}.
suggest-off = <b>Góp ý với đơn vị chưa mở.</b> Chỉ mở khi Quy chế thực hiện dân chủ của cơ quan cho phép dùng hình thức này và cán bộ công đoàn đã ghi số, ngày của Quy chế. {$Address} có thể góp ý trực tiếp, qua hòm thư hoặc qua Ban Thanh tra nhân dân.
suggest-no-readers = <b>Hộp góp ý đang đóng.</b> Hộp chỉ mở khi có hai người cùng đọc: Chủ tịch và Trưởng Ban Thanh tra nhân dân (nơi không có Ban: Phó Chủ tịch). Đơn vị chưa đủ hai người ấy trên bot, nên lúc này bot không nhận góp ý.
suggest-intro =
    <b>Góp ý với đơn vị</b> · {$unit}
    Để nói một việc nên làm khác đi và đề nghị cách làm. Thực hiện theo Quy chế thực hiện dân chủ số {$number} ngày {$dated}.

    <b>Ai đọc?</b> Luôn là hai người: {$readers}. Góp ý về chính công đoàn thì Trưởng Ban Thanh tra nhân dân và công đoàn cấp trên đọc, Chủ tịch không đọc. Mỗi lần họ xem là một dòng trong /nhatky.
    <b>Khi nào?</b> Hộp mở lúc 16:00 thứ Sáu; ngày làm việc nào có từ 5 góp ý đang chờ thì mở lúc 16:00 ngày ấy. Tất cả được lấy ra cùng lúc, xáo trộn, không ghi giờ. Câu trả lời gửi đến mọi người trong mục “Đã trả lời”.

    <b>Bot giấu được gì?</b> Góp ý giấu tên không gắn với ai trong dữ liệu: không tên, không số, không giờ, không thứ tự. Chìa khóa để {$address} xem lại, rút lại nằm trong một tin ở cuộc trò chuyện này; xóa tin ấy là mất.
    <b>Bot không giấu được gì?</b> Chính lời văn: giọng văn, sự việc, ngày, phòng. Người quản trị máy chủ đọc được nội dung trong hộp, không thấy người viết. Telegram thấy cuộc trò chuyện này.
suggest-hides = Có thể gửi <b>giấu tên</b> hoặc kèm tên. Tên đã ghi ở lại với góp ý đến khi {$address} xóa dữ liệu (/xoadulieu).
suggest-hides-not = Lúc này chỉ nhận góp ý <b>kèm tên</b>: muốn giấu tên, đơn vị cần ít nhất {$least} người tham gia, không kể cán bộ, mỗi người đã trả lời câu hỏi trong ít nhất hai tuần. Ít hơn thế thì dễ đoán ra người viết. {$Address} cũng có thể góp ý trên giấy.
suggest-lost = ⚠️ Dữ liệu đã được khôi phục từ bản sao lưu ngày {$day}. Góp ý đang chờ trong hộp lúc ấy không có trong bản sao lưu; ai đã gửi mà chưa thấy trả lời, xin gửi lại.
suggest-meeting = 🗳 Đang lấy ý kiến cho hội nghị cán bộ, công chức, viên chức đến hết ngày {$until}. Góp ý gửi trong thời gian này được đưa vào bảng tổng hợp của hội nghị.
button-suggest-write = Viết góp ý
button-suggest-denounce = Đây là tố cáo / khiếu nại
button-suggest-answered = Đã trả lời
button-suggest-back = Quay lại
button-suggest-desk = Hộp góp ý (cán bộ)
suggest-ways =
    <b>Tố cáo, khiếu nại không gửi qua bot.</b>
    Bot không hỏi gì thêm và không lưu gì. Cách làm theo pháp luật:
suggest-way = • {$way} <i>({$source})</i>
suggest-ways-end = <i>Nội dung này được đối chiếu với văn bản ngày {$checked}.</i>
suggest-topics = <b>Góp ý về việc gì?</b> Chọn một lĩnh vực gần nhất.
suggest-ask-situation =
    <b>{$topic}</b>
    Bước 1/2. <b>Hiện nay</b> việc ấy thế nào? Viết một tin ngắn, tối đa {$max} ký tự, chỉ chữ.

    Câu ngắn, bình thường, không nêu tên, ngày, phòng thì khó đoán người viết hơn. Bản nháp chỉ giữ trong bộ nhớ, 15 phút, không ghi vào tệp nào.
suggest-ask-proposal =
    <b>{$topic}</b>
    <i>Hiện nay:</i> {$situation}

    Bước 2/2. <b>Đề nghị</b> làm gì, làm thế nào? Tối đa {$max} ký tự.
suggest-ask-name = Xin gõ <b>họ tên</b> để ghi dưới góp ý. Hai người đọc thấy tên; khi công bố câu trả lời, tên không được nêu. Tên ở lại với góp ý đến khi {$address} xóa dữ liệu (/xoadulieu).
suggest-ask-more = Xin gõ <b>câu trả lời thêm</b>, tối đa {$max} ký tự. Người đọc thấy câu này; bot không ghi thêm gì về {$address}.
suggest-only-typed = Góp ý chỉ nhận chữ {$address} tự gõ: không ảnh, không tệp, không ghi âm, không tin chuyển tiếp, vì những thứ ấy có thể lộ người gửi. Xin gõ lại.
suggest-long = Tin này dài {$count} ký tự; tối đa {$max}. Xin rút gọn thành một, hai câu rồi gửi lại. Nhiều việc thì viết nhiều góp ý.
suggest-short = Tin này ngắn quá, người đọc khó hiểu. Xin viết một câu trọn ý rồi gửi lại, hoặc chạm <b>Bỏ</b>.
suggest-name-long = Tên dài {$count} ký tự. Xin gõ lại họ tên.
suggest-name-short = Xin gõ đủ họ tên.
suggest-preview =
    <b>Người đọc sẽ thấy đúng như sau</b>

    <b>{$topic}</b>
    <i>Hiện nay:</i> {$situation}
    <i>Đề nghị:</i> {$proposal}
suggest-preview-more =
    <b>Người đọc sẽ thấy thêm đúng như sau</b>

    {$words}
suggest-warns = ⚠️ <b>Xin xem lại trước khi gửi:</b>
suggest-warns-accuses = • Có lời như tố cáo hoặc khiếu nại. Việc ấy cần đi đường khác: chạm “Đây là tố cáo / khiếu nại” ở màn hình đầu. Góp ý nêu lỗi của một người sẽ không được công bố.
suggest-warns-name = • Hình như có tên người. Nên thay bằng chức danh hoặc bỏ đi.
suggest-warns-number = • Có dãy số dài như số điện thoại, số hồ sơ. Nên bỏ đi.
suggest-warns-day = • Có ngày, giờ hoặc một cuộc họp cụ thể. Ai có mặt lúc ấy có thể đoán ra.
suggest-warns-place = • Có phòng, tầng hoặc tổ cụ thể. Nơi càng ít người càng dễ đoán.
suggest-warns-alone = • Câu này cho thấy chỉ một người viết được.
suggest-warns-quote = • Có lời trích trong ngoặc kép. Người đã nghe hoặc đã nói sẽ nhận ra.
suggest-warns-capitals = • Viết toàn chữ hoa dễ thành giọng riêng. Nên viết thường.
suggest-not-hidden = Lúc này chưa giấu tên được (đơn vị chưa đủ số người tham gia). {$Address} có thể gửi kèm tên, hoặc góp ý trên giấy.
suggest-named = Kèm tên: <b>{$name}</b>
button-suggest-send = Gửi, giấu tên
button-suggest-name = Gửi, kèm tên
button-suggest-send-named = Gửi, kèm tên này
button-suggest-more = Gửi câu trả lời
button-suggest-rewrite = Sửa
button-suggest-drop = Bỏ
suggest-dropped = Đã bỏ. Không có gì được lưu.
suggest-coming =
    ⏳ <b>Góp ý sẽ vào hộp lúc {$time}.</b> Cảm ơn {$address}. Từ giờ đến lúc ấy góp ý chỉ nằm trong bộ nhớ của máy chủ, chưa ghi vào tệp nào, rồi vào hộp cùng lúc với góp ý của những người khác: nhờ vậy không tệp nào cho biết ai đã gửi lúc nào.
    Vào hộp xong, tin này đổi thành “Góp ý đã vào hộp” và không hiện nội dung nữa. <b>Nếu sau {$time} tin này vẫn như cũ</b>, máy chủ đã dừng đột ngột và góp ý có thể đã mất: xin chạm nút dưới đây để biết chắc và, nếu mất, gửi lại.
suggest-sent =
    ✉️ <b>Góp ý đã vào hộp.</b> Cảm ơn {$address}.
    Nút dưới đây là chìa khóa duy nhất để xem lại, trả lời thêm hoặc rút lại góp ý này. Xóa tin này, mất điện thoại là mất chìa khóa; bot không tìm lại được, vì không biết góp ý nào của ai. Chữ {$address} đã gõ đã được xóa khỏi cuộc trò chuyện.
suggest-sent-signed =
    ✉️ <b>Góp ý kèm tên đã vào hộp.</b> Cảm ơn {$address}. Hai người đọc sẽ thấy tên đã ghi; khi công bố, tên không được nêu.
    Nút dưới đây là chìa khóa duy nhất để xem lại, trả lời thêm hoặc rút lại góp ý này. Xóa tin này, mất điện thoại là mất chìa khóa; bot không gửi lại được. Chữ {$address} đã gõ đã được xóa khỏi cuộc trò chuyện.
suggest-card = ✉️ <b>Một góp ý của {$address}.</b> Nút dưới đây là chìa khóa duy nhất; xóa tin này là mất.
button-suggest-look = Xem góp ý này
button-suggest-hide = Ẩn đi
button-suggest-withdraw = Rút lại
button-suggest-sign = Ghi tên tôi vào
button-suggest-add = Trả lời thêm
suggest-own =
    <b>{$topic}</b>
    <i>Hiện nay:</i> {$situation}
    <i>Đề nghị:</i> {$proposal}
suggest-on-the-way = ⏳ {$count} góp ý của {$address} sẽ vào hộp lúc {$time}.
suggest-comes = ⏳ Sẽ vào hộp lúc {$time}; đến lúc ấy chỉ nằm trong bộ nhớ. Rút lại bây giờ thì không còn gì ở đâu cả. Nếu sau {$time} tin này vẫn như cũ, xin chạm “Xem góp ý này” để biết chắc.
suggest-once-more = ⚠️ <b>Góp ý này không có trong hộp:</b> máy chủ đã dừng đột ngột trước khi nó vào, hoặc dữ liệu đã được khôi phục. Nội dung vẫn còn đây, {$address} gửi lại được.
suggest-waits = ⏳ Đang trong hộp, chưa ai đọc. Hộp mở lúc 16:00 thứ Sáu, hoặc 16:00 ngày làm việc khi có từ 5 góp ý; chỉ mở khi đủ hai người đọc và, với góp ý giấu tên, khi đơn vị vẫn đủ người tham gia.
suggest-is-released = 📬 Hộp mở ngày {$day}; hai người đọc đã nhận. Đang chờ trả lời.
suggest-is-asked =
    ❓ Người đọc hỏi thêm: {$question}
    Chỉ người mở được tin này mới thấy câu hỏi; nếu góp ý giấu tên, người đọc không biết {$address} là ai.
suggest-is-added =
    ❓ Người đọc hỏi thêm: {$question}
    ↩️ Đã trả lời: {$added}
suggest-is-answered =
    ✅ <b>{$word}</b>
    {$answer}
suggest-is-refused = Góp ý này không được công bố. Lý do: {$why}
suggest-withdrawing = ⏳ <b>Góp ý này sẽ được rút lúc {$time}</b>, nếu đến lúc ấy chưa ai trả lời. Hộp chỉ được ghi 15 phút một lần, để không ai biết {$address} đã chạm lúc nào. Rút xong, tin này đổi thành “Đã rút lại”; nếu sau {$time} vẫn chưa đổi, xin chạm nút dưới đây xem lại.
suggest-adding = ↩️ Đã gõ: {$added} <i>(người đọc thấy từ {$time})</i>
suggest-withdrawn = Đã rút lại. Góp ý này không còn trong hộp.
suggest-left = Góp ý này đã được xóa cùng dữ liệu của {$address} trước khi vào hộp; không ai đọc được nữa.
suggest-signed = Đã ghi tên vào góp ý. Hai người đọc sẽ thấy.
suggest-added = Đã nhận câu trả lời thêm; người đọc thấy từ {$time}. Nếu máy chủ dừng đột ngột trước lúc ấy thì câu này mất: sau {$time} xin mở góp ý xem lại.
toast-suggest-gone = Bản nháp này không còn: quá 15 phút, đã gửi, đã bỏ, hoặc máy chủ vừa khởi động lại. Xin mở lại /gopy.
toast-suggest-few = Lúc này đơn vị chưa đủ số người tham gia để giấu tên.
toast-suggest-limit = Đã có ba góp ý của một người đang chờ trong hộp. Xin viết tiếp sau khi hộp mở.
toast-suggest-lost = Không thấy góp ý này: đã rút lại, quá hạn lưu, hoặc máy chủ dừng đột ngột trước khi nó vào hộp. Nếu cần, xin viết lại bằng /gopy.
toast-suggest-none = Góp ý này không còn, hoặc đã được trả lời.
suggest-answers =
    <b>Góp ý đã trả lời</b> · {$unit}
    Đang chờ trả lời: {$waiting}{ $late ->
        [0] .
       *[other] , trong đó <b>chậm trả lời</b> (quá {$days} ngày): {$late}.
    } Hạn {$days} ngày là quy ước của công đoàn, tính từ ngày mở hộp.
suggest-answers-none = Chưa có góp ý nào được trả lời.
suggest-answered =
    <b>{$topic}</b> · {$short}{ $twins ->
        [0] {""}
       *[other] {" "}· {$twins} góp ý khác cùng nội dung
    }
    <i>Hiện nay:</i> {$situation}
    <i>Đề nghị:</i> {$proposal}
    ✅ <b>{$word}.</b> {$answer}{ $seconds ->
        [0] {""}
       *[other] {" "}<i>({$seconds} người cũng thấy vậy)</i>
    }
button-suggest-second = Tôi cũng thấy vậy · {$short}
toast-suggest-seconded = Đã ghi nhận. Bot đếm số người, không giữ ai đã chạm.
toast-suggest-seconded-before = {$Address} đã chạm rồi.
suggest-news = 💬 Có {$count} góp ý vừa được trả lời. Xem: /gopy
suggest-word = { $word ->
    [1] Tiếp thu
    [2] Tiếp thu một phần
    [3] Không tiếp thu
    [4] Chuyển cấp có thẩm quyền
    [5] Đã có quy định
   *[other] –
    }
suggest-refusal = { $reason ->
    [1] Nêu lỗi của một người; cần gửi theo đường tố cáo, khiếu nại
    [2] Lời lẽ xúc phạm
    [3] Việc riêng của một người; xin gặp cán bộ công đoàn
    [4] Không rõ nội dung, gửi thử
    [5] Không thuộc phạm vi góp ý của đơn vị
   *[other] –
    }
suggest-opened =
    📬 <b>Hộp góp ý của {$unit} vừa mở:</b> {$count} góp ý đang chờ.
    Hạn trả lời theo quy ước: {$days} ngày. Không ai, kể cả bot, biết người viết góp ý giấu tên; xin đừng tìm.
suggest-desk-within = Góp ý được nhận ở cấp công đoàn cơ sở, không nhận ở tổ.
suggest-desk-off =
    <b>Góp ý với đơn vị</b> · {$unit}
    Đang tắt. Pháp luật cho góp ý qua hình thức khác nếu Quy chế thực hiện dân chủ của cơ quan có quy định (Điều 54 Luật Thực hiện dân chủ ở cơ sở). Khi Quy chế đã có, xin ghi số và ngày để mở.
suggest-desk =
    <b>Góp ý với đơn vị</b> · {$unit}
    Theo Quy chế thực hiện dân chủ số {$number} ngày {$dated}.
suggest-desk-alone = ⚠️ Hộp đang đóng: cần hai người đọc là Chủ tịch và Trưởng Ban Thanh tra nhân dân (nơi không có Ban: Phó Chủ tịch). Xin giao quyền ở /canbo.
suggest-desk-not-yours = Chỉ hai người đọc của đơn vị xem được góp ý. Góp ý về công đoàn: Trưởng Ban Thanh tra nhân dân và công đoàn cấp trên.
suggest-desk-list =
    Đã nhận: {$all} · đang chờ trả lời: {$open}{ $late ->
        [0] {""}
       *[other] {" "}· chậm quá {$days} ngày: {$late}
    }
    Góp ý đang chờ trong hộp không ai xem được, kể cả số lượng. Mỗi lần xem là một dòng trong nhật ký mà đoàn viên đọc được.
button-suggest-item = { $state ->
    [late] ⏰
    [answered] ✅
    [refused] ⛔
   *[other] 📬
    } {$short} · {$topic}
button-suggest-regulate = Số, ngày của Quy chế
button-suggest-counts = Số liệu theo đơn vị
button-suggest-table = Bảng tổng hợp (Excel)
button-suggest-document = Bảng tổng hợp (Word)
suggest-regulate =
    <b>{$unit}</b>: xin gõ số và ngày của Quy chế thực hiện dân chủ có quy định việc góp ý qua tin nhắn. Ví dụ: <code>05/QC-SNV 12/03/2025</code>
    Đoàn viên thấy số này trước khi viết; việc ghi là một dòng trong nhật ký.
suggest-regulate-unread = Chưa đọc được. Xin gõ số, một khoảng trắng, rồi ngày đã ban hành, ví dụ: <code>05/QC-SNV 12/03/2025</code>
suggest-regulated = Đã ghi Quy chế số {$number} ngày {$dated}. <b>{$unit}</b> nhận góp ý qua /gopy từ bây giờ, nếu có đủ hai người đọc.
suggest-item =
    <b>{$short} · {$topic}</b>
    <i>Hiện nay:</i> {$situation}
    <i>Đề nghị:</i> {$proposal}
    Hộp mở ngày {$day}.
suggest-item-hidden = Giấu tên. Bot không biết người viết.
suggest-item-named = Kèm tên (tự khai): <b>{$name}</b>. Không nêu tên khi công bố.
suggest-item-asked = ❓ Đã hỏi: {$question} <i>(người viết thấy khi tự mở góp ý ấy)</i>
suggest-item-added = ↩️ Người viết trả lời: {$added}
suggest-item-same = 🔗 Cùng nội dung với {$short}; trả lời chung.
suggest-item-twins = 🔗 {$twins} góp ý khác cùng nội dung; trả lời chung.
suggest-item-forwarded = 📄 Đã lập phiếu chuyển thủ trưởng ngày {$day}.
suggest-item-answered =
    ✅ <b>{$word}</b>
    {$answer}
suggest-item-refused = ⛔ Không đăng: {$why}
button-suggest-answer = Trả lời
button-suggest-same = Trùng với …
button-suggest-not-same = Bỏ nối trùng
button-suggest-forward = Chuyển thủ trưởng
button-suggest-ask = Hỏi thêm
button-suggest-cut = Lược bỏ chữ
button-suggest-refuse = Không đăng – lý do
button-suggest-plan = Đưa vào kế hoạch
suggest-which-task = <b>{$short}</b>: đưa vào nhiệm vụ nào của kế hoạch năm đang soạn? Lời sau đây thành một việc, {$address} sửa lại cho đúng lời kế hoạch: <i>{$proposal}</i>
toast-suggest-no-draft = Đơn vị không có kế hoạch năm nào đang soạn. Xin mở /kehoach để soạn, hoặc để sửa kế hoạch đã ban hành, rồi quay lại đây.
suggest-which-word = <b>{$short}</b>: chọn một từ trả lời.
suggest-which-reason = <b>{$short}</b>: vì sao không đăng? Chọn “nêu lỗi của một người” hoặc “xúc phạm” thì bot xóa hẳn nội dung. Người viết thấy lý do và đường gửi theo pháp luật.
suggest-type-answer = <b>{$short} · {$word}.</b> Xin gõ câu trả lời, tối đa {$max} ký tự{ $chosen ->
    [1] : làm gì, chức danh nào, đến khi nào.
    [2] : phần nào, chức danh nào, đến khi nào.
    [3] : vì sao.
    [4] : nơi nào, ngày nào.
   *[other] : quy định nào.
    } Không nêu tên người.
suggest-type-question = <b>{$short}</b>: xin gõ điều cần hỏi thêm, tối đa {$max} ký tự. Chỉ người viết thấy, khi tự mở góp ý ấy. Không hỏi danh tính.
suggest-type-cut = <b>{$short}</b>: xin gõ đúng những chữ cần lược bỏ (tên người, nơi chốn). Chỗ ấy thành “[…]”. Không sửa lời được.
suggest-type-length = Câu này dài {$count} ký tự; tối đa {$max} và phải trọn ý. Xin gõ lại.
suggest-cut-nothing = Trong góp ý không có đúng những chữ ấy. Xin chép lại nguyên văn.
suggest-cut-shown =
    <b>{$short}</b>: lược bỏ “{$words}”? Góp ý sẽ còn như sau; chữ đã lược bỏ không lấy lại được.
    <i>Hiện nay:</i> {$situation}
    <i>Đề nghị:</i> {$proposal}
suggest-refuse-shown =
    <b>{$short}</b>: không đăng góp ý này? Việc này không làm lại được. Người viết sẽ đọc lý do: <b>{$why}</b>. { $erased ->
    [1] Bot <b>xóa hẳn nội dung</b> sau đây, cả câu hỏi thêm và câu trả lời thêm nếu có; không lấy lại được.
   *[other] Nội dung sau đây được giữ lại, chỉ người đọc và người viết xem được.
    }
    <i>Hiện nay:</i> {$situation}
    <i>Đề nghị:</i> {$proposal}
button-suggest-refuse-so = Không đăng
button-suggest-cut-out = Lược bỏ
suggest-publish = <b>Mọi người trong đơn vị sẽ đọc như sau:</b>
button-suggest-publish = Công bố
suggest-which-same = <b>{$short}</b> cùng nội dung với góp ý nào? Lời văn không bị gộp; một câu trả lời dùng chung, và bỏ nối lại được.
button-suggest-same-as = {$short} · {$start}
toast-suggest-settled = Góp ý này đã được trả lời hoặc không đăng.
toast-suggest-not-same = Không nối được hai góp ý này.
log-action-suggestionson = ghi số, ngày Quy chế dân chủ để nhận góp ý
log-action-suggestionlook = xem góp ý
log-action-suggestionanswer = trả lời một góp ý
log-action-suggestionreopen = rút câu trả lời chung khỏi một góp ý, để trả lời riêng
log-action-suggestionrefuse = không đăng một góp ý, có lý do
log-action-suggestioncut = lược bỏ chữ trong một góp ý
log-action-suggestionforward = lập phiếu chuyển một góp ý đến thủ trưởng
log-action-suggestionask = hỏi thêm về một góp ý
log-action-suggestionmeeting = mở đợt lấy ý kiến cho hội nghị
log-change-regulation = Quy chế số {$after}
mydata-suggestion_authors = GÓP Ý ĐÃ GỬI KÈM TÊN
mydata-suggestion_authors-row = Tên đã ghi: {$name}. Đơn vị: {$unit}, hộp mở ngày {$day}
mydata-hidden = Góp ý giấu tên (/gopy): trong dữ liệu không có gì gắn góp ý giấu tên với {$address}, nên không có gì để liệt kê ở đây, và /xoadulieu không xóa được. Chỉ tin mang chìa khóa trong cuộc trò chuyện của {$address} mở được góp ý ấy.
suggest-file = Tệp để in hoặc trình ký: số, ngày, chữ ký, con dấu để trống. Xin lược tên người trước khi công bố.
suggest-counts =
    <b>Góp ý theo đơn vị</b> · {$unit}
    Chỉ số đếm, không có lời. Đơn vị nhận ít hơn {$least} góp ý trong quý thì không nêu số.
suggest-counts-period = <b>{$period}</b>
suggest-counts-line = • {$unit}: nhận {$received}, đã trả lời {$answered}, chậm {$late} (tiếp thu {$accepted}, một phần {$partly}, không tiếp thu {$declined}, chuyển cấp {$passed}, đã có quy định {$already})
suggest-counts-few = • {$unit}: ít hơn {$least}
suggest-counts-none = Chưa đơn vị nào mở góp ý.
file-suggestions-name = Tổng hợp góp ý {$unit}
file-suggestions-title = BẢNG TỔNG HỢP GÓP Ý
file-suggestions-meeting = BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ
file-suggestions-sheet = tong-hop-gop-y
file-suggestions-of = {$unit} · ngày {$day}
file-suggestions-code = Mã
file-suggestions-text = Nội dung (xem lại, lược tên)
file-suggestions-topic = Lĩnh vực
file-suggestions-twins = Số ý trùng
file-suggestions-seconds = Cùng ý (từ 5)
file-suggestions-word = Trả lời
file-suggestions-answer = Nội dung trả lời
file-suggestions-who = Trách nhiệm (chức danh)
file-suggestions-until = Thời hạn
file-suggestions-done = Đã thực hiện
file-suggestions-who-until = Trách nhiệm, thời hạn
file-suggestions-now = Hiện nay: {$text}
file-suggestions-wish = Đề nghị: {$text}
file-suggestions-open = chưa trả lời
file-suggestions-number = Số: ………/TH-CĐCS
file-suggestions-how = Góp ý của đoàn viên, người lao động nhận qua bot Nhịp theo Quy chế thực hiện dân chủ của cơ quan. Góp ý giấu tên không gắn với ai trong dữ liệu; tên dưới góp ý kèm tên không được nêu trong bảng này.
file-suggestions-note = Bot Nhịp lập từ góp ý đã lấy ra khỏi hộp; cán bộ công đoàn xem lại, lược tên người, điền các cột để trống, trình ký và đóng dấu theo quy định.
file-forward-name = Phiếu chuyển kiến nghị {$unit}
file-forward-number = Số: ………/PC-CĐCS
file-forward-title = PHIẾU CHUYỂN KIẾN NGHỊ
file-forward-how = Ban Chấp hành Công đoàn nhận được góp ý sau đây (mã {$code}, lĩnh vực: {$topic}) qua hình thức góp ý được quy định trong Quy chế thực hiện dân chủ của cơ quan, xin chuyển đến Thủ trưởng xem xét.
file-forward-now = 1. Hiện nay
file-forward-proposal = 2. Đề nghị
file-forward-asks = 3. Đề nghị của Ban Chấp hành Công đoàn
file-forward-please = Đề nghị Thủ trưởng cho ý kiến trả lời để công đoàn công bố đến mọi người trong đơn vị. Người góp ý được giấu tên; xin không tìm người góp ý.
file-forward-please-signed = Đề nghị Thủ trưởng cho ý kiến trả lời để công đoàn công bố đến mọi người trong đơn vị. Người góp ý có ghi tên cho người đọc của công đoàn; phiếu này không nêu tên, xin không tìm người góp ý.
file-forward-blank = [Thủ trưởng cơ quan ghi]
file-forward-word = Tiếp thu / tiếp thu một phần / không tiếp thu / chuyển cấp có thẩm quyền / đã có quy định:
file-forward-answer = Nội dung trả lời (việc làm, chức danh phụ trách, hoặc lý do):
file-forward-until = Thời hạn thực hiện:
file-forward-note = Theo Luật Thực hiện dân chủ ở cơ sở, người đứng đầu cơ quan, đơn vị trả lời kịp thời kiến nghị, phản ánh của cán bộ, công chức, viên chức, người lao động.
file-forward-head = THỦ TRƯỞNG CƠ QUAN
file-check-number = Số: ………/BC-CĐCS
file-check-title = BÁO CÁO 6 THÁNG THỰC HIỆN NGHỊ QUYẾT HỘI NGHỊ
file-check-how = Sáu tháng một lần, người đứng đầu cơ quan và Ban Chấp hành Công đoàn kiểm tra việc thực hiện nghị quyết hội nghị cán bộ, công chức, viên chức và báo cho mọi người biết.
file-check-resolution = I. NGHỊ QUYẾT HỘI NGHỊ
file-check-lines = Các chỉ tiêu, nội dung của nghị quyết và kết quả:
file-check-opinions = II. Ý KIẾN, KIẾN NGHỊ TRƯỚC HỘI NGHỊ
file-check-done = Đã thực hiện
file-check-why = Vướng mắc, thời hạn
file-check-good = Việc đã làm tốt:
file-check-bad = Việc chưa làm được, nguyên nhân:
file-check-next = Việc tiếp theo:
button-meeting-ask = Lấy ý kiến đến ngày …
button-meeting-document = Bảng tổng hợp ý kiến (Word)
button-meeting-table = Bảng tổng hợp ý kiến (Excel)
button-meeting-check = Báo cáo 6 tháng (Word)
meeting-none =
    <b>Ý kiến trước hội nghị cán bộ, công chức, viên chức</b> · {$unit}
    Chưa mở. Thường lấy ý kiến 3–4 tuần trước hội nghị. Trong thời gian ấy góp ý gửi qua /gopy được đánh dấu là ý kiến cho hội nghị; cách giấu tên, hai người đọc và ngày mở hộp không đổi.
meeting-open =
    <b>Ý kiến trước hội nghị</b> · {$unit}
    Đang lấy ý kiến, từ {$from} đến hết ngày {$until}. Hết ngày ấy, sau lần mở hộp kế tiếp, bảng tổng hợp có đủ ý kiến.
meeting-closed =
    <b>Ý kiến trước hội nghị</b> · {$unit}
    Đã khép lại: {$from} – {$until}. Trả lời từng ý kiến trong hộp góp ý; câu trả lời được công bố cho mọi người (Điều 46 Luật Thực hiện dân chủ ở cơ sở: trong 5 ngày làm việc). Ngày kiểm tra 6 tháng thực hiện nghị quyết: {$checks}, bot nhắc trong tin việc đến kỳ.
meeting-until = Xin gõ ngày cuối cùng lấy ý kiến, từ 7 đến 60 ngày nữa. Ví dụ: <code>{$example}</code>
meeting-until-unread = Chưa đọc được ngày, hoặc ngày ấy không nằm trong khoảng 7 đến 60 ngày nữa. Xin gõ như: <code>{$example}</code>
digest-suggestions = • {$unit}: {$open} góp ý chờ trả lời{ $late ->
    [0] {""}
   *[other] , {$late} chậm quá {$days} ngày
    }
digest-check = • {$unit}: đến kỳ kiểm tra 6 tháng thực hiện nghị quyết hội nghị ({$checks})
button-digest-suggestions = Góp ý · {$unit}
button-digest-check = Hội nghị · {$unit}
file-check-name = Báo cáo 6 tháng nghị quyết {$unit}

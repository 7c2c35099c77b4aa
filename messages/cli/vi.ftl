# Những gì chương trình nói với người ngồi trước dòng lệnh: phần trợ giúp của từng lệnh, những gì lệnh in ra, lỗi của tệp
# và của thiết lập. en.ftl bên cạnh có cùng các khóa, cùng các tham số. Các câu này nằm trong chương trình; thư mục lời văn
# riêng không có chúng. Tên lệnh, tùy chọn, tệp và thiết lập giữ nguyên như gõ trên máy.

## Trợ giúp của từng lệnh: help- rồi các từ của lệnh; phần mà --help nói thêm kết thúc bằng -more.

help-first-steps =
    Bắt đầu bằng 'nhip demo': mọi thứ chạy ngay trên máy này, không cần mã token, không cần tài khoản.
    Khi chạy thật: 'nhip init', 'nhip units import', 'nhip doctor', rồi 'nhip run'.
help-first-steps-without-demo = Bắt đầu bằng 'nhip init', rồi 'nhip units import', 'nhip doctor' và 'nhip run'.

help-nhip = Bot Telegram đưa một cuộc vận động của công đoàn đến điện thoại của đoàn viên
help-nhip-demo = Xem thử mọi thứ trên máy này: Telegram giả lập, bot, và các điện thoại trong trình duyệt
help-nhip-demo-more = Không cần mã token, tài khoản hay Internet. Lệnh in ra một địa chỉ: hãy mở ra, đóng vai đoàn viên hoặc cán bộ, và vặn đồng hồ của cuộc vận động. Có ba đơn vị nhỏ và khoảng bốn mươi đồng nghiệp mô phỏng cùng tham gia. Ctrl-C để dừng; chạy lại với cùng --data thì tiếp tục từ chỗ cũ.
help-nhip-init = Tạo thư mục để chạy: tệp thiết lập và tệp biến, dòng nào cũng có giải thích, cùng mẫu danh sách đơn vị; rồi nói ba bước kế tiếp
help-nhip-init-more = Bằng ngôn ngữ mà --lang chọn. Không ghi đè lên tệp đã có. Nếu cài từ gói thì nhip.toml và env đã có sẵn trong /etc/nhip, mẫu danh sách ở /usr/share/doc/nhip/examples.
help-nhip-doctor = Nói điều gì còn sai trước khi đoàn viên đầu tiên tham gia, và cách xử lý. Không thay đổi gì
help-nhip-doctor-more = Xem thiết lập, lời văn và lịch nghỉ lễ, quyền của các tệp, đĩa, đồng hồ, các đơn vị và những người phụ trách cao nhất; hỏi Telegram mã token là của bot nào và bot được làm gì trong từng nhóm đã liên kết. Mã thoát 1 nếu có điều phải sửa; lời nhắc thì không tính.
help-nhip-run = Chạy bot với Telegram, lấy tin bằng cách hỏi dài (long polling), đến khi có SIGTERM hoặc SIGINT
help-nhip-run-more = Mã token lấy từ TELOXIDE_TOKEN (trong môi trường hoặc trong tệp env bên cạnh tệp thiết lập), từ tệp mà TELOXIDE_TOKEN_FILE chỉ đến, hoặc từ tệp tên là token; không bao giờ lấy từ tùy chọn. Tiến trình thứ hai dùng cùng mã token sẽ được báo và phải chờ. Dừng chỉ mất vài giây và không mất gì; mất điện cũng vậy. SIGHUP đọc lại thiết lập và lời văn: hoặc tất cả, hoặc không gì cả nếu có điều sai.
help-nhip-healthcheck = Nói bot có đang làm việc không, dành cho trình quản lý dịch vụ, container hoặc cron. Mã thoát 1 nếu không
help-nhip-healthcheck-more = Nếu có đặt [http] listen thì hỏi /health/ready của bot đang chạy; nếu không thì xem khóa bên cạnh cơ sở dữ liệu và những gì bot tự ghi ở đó. Không thay đổi gì.
help-nhip-status = Nói tình hình chung: bot nào, chạy từ bao giờ, việc gì đang chờ, việc gì sắp tới, và có bao nhiêu người
help-nhip-status-more = Dùng được cả khi bot đang chạy lẫn khi không. Không thay đổi gì; không nêu tên ai.
help-nhip-quarantine = Liệt kê các cập nhật không xử lý được, xem một cập nhật, hoặc bỏ ghi chép về nó
help-nhip-quarantine-list = Liệt kê: số của cập nhật, ngày, loại. Như khi không gõ gì thêm
help-nhip-quarantine-show = Xem một cập nhật cùng nguyên nhân: thao tác, bảng, và dòng của chương trình
help-nhip-quarantine-retry = Nói vì sao không thể xử lý lại một cập nhật: nội dung của nó không được giữ. Mã thoát 1
help-nhip-quarantine-drop = Bỏ ghi chép về một cập nhật, có ghi vào nhật ký việc cán bộ làm. Không dùng được khi bot đang chạy: lúc đó cơ sở dữ liệu là của riêng bot
help-nhip-units = Liệt kê các đơn vị cùng mã trong liên kết mời, hoặc nhập đơn vị
help-nhip-units-import = Nhập đơn vị từ Excel (.xlsx), LibreOffice (.ods) hoặc CSV: cho xem điều sẽ thay đổi, có --yes thì làm
help-nhip-units-import-more = Một dòng đặt tên các cột: Mã, Tên đơn vị, Mã cấp trên, Cấp, Số người (hoặc code,name,parent,kind,members). “Mã cấp trên” là mã của đơn vị cấp trên, đơn vị gốc thì để trống. “Số người” tính cả đơn vị và các đơn vị bên dưới; để trống thì cộng từ các đơn vị bên dưới. Mã đã có thì được cập nhật và giữ nguyên liên kết mời, bất kể viết hoa hay thường. Tệp có một lỗi là bị từ chối toàn bộ, và mỗi lỗi đều được nói rõ ở ô nào.
help-nhip-check = Đọc toàn bộ messages/ và báo từng lỗi cùng tên tệp, số dòng và cách sửa
help-nhip-check-more = Kể cả việc mỗi văn bản mà câu hỏi dựa vào hôm nay có còn hiệu lực không. Mã thoát 1 nếu có lỗi; lời nhắc không phải là lỗi.
help-nhip-messages = Lời văn và nội dung nằm trong chương trình
help-nhip-messages-export = Ghi tất cả ra một thư mục mới để sửa: 'nhip messages export messages'
help-nhip-messages-export-more = Từ đó mọi lệnh dùng thư mục tên là messages bên cạnh nhip.toml.
help-nhip-bank = Đưa câu hỏi ra Excel để duyệt, và đưa trở lại
help-nhip-bank-export = Ghi mọi câu hỏi ra một tệp Excel: mỗi câu một hàng, kèm một trang tính hướng dẫn bằng tiếng Việt
help-nhip-bank-export-more = Loại, độ khó, phương án đúng và văn bản là danh sách để chọn; phương án đúng có màu xanh lá. Người duyệt có thể sắp xếp, lọc và thêm cột ghi chú.
help-nhip-bank-import = Đọc lại tệp đó: cho xem từng ô khác đi, có --yes thì ghi vào các tệp YAML
help-nhip-bank-import-more = Một lỗi bất kỳ khiến cả tệp bị từ chối và được nói rõ ở ô nào, như 'Q-3.2-07, ô F41: …; cách sửa'. Trước khi ghi, kết quả được soát bằng tất cả những gì 'nhip check' soát. Chỉ những câu hỏi khác đi mới bị sửa; chú thích, cách trình bày, bài hằng tuần và thẻ giữ nguyên từng byte. Chữ đã gõ được đổi sang NFC với dấu cách đơn, dấu nháy thẳng thành “ ”.
help-nhip-bank-report = In ra câu hỏi nào ai cũng đúng, câu nào hầu như không ai đúng, câu nào có phương án sai được chọn nhiều hơn phương án đúng
help-nhip-bank-report-more = Và những câu có tỷ lệ trả lời đúng khác xa dự kiến của người soạn. Đếm trong cơ sở dữ liệu của bot đang chạy, trên toàn bộ hệ thống: không theo người, không theo đơn vị, không theo tuần. Không tính các đợt còn mở và những gì có ít người hơn ngưỡng.
help-nhip-preview = Cho xem đúng những gì đoàn viên sẽ thấy: bài hằng tuần, câu hỏi cùng đáp án, đợt suy ngẫm, thẻ trao đổi
help-nhip-preview-more = Mỗi màn hình kèm độ dài tính bằng ký tự (nhiều nhất 2000) và các nút, do chính phần mã mà bot dùng để gửi tạo ra. Ví dụ: nhip preview --criterion 3.2 --kind question
help-nhip-sandbox = Riêng Telegram giả lập cùng trang của nó, dùng cho bất kỳ bot nào: hãy trỏ địa chỉ API của bot về đây
help-nhip-audit = Soát nhật ký việc cán bộ làm: họ đã xem gì và thay đổi gì, từng dòng
help-nhip-audit-verify = Soát xem mỗi dòng có khớp với dòng trước nó không. Mã thoát 1 nếu không
help-nhip-audit-verify-more = Riêng chuỗi này chứng minh được ít đối với người giữ tệp, vì họ có thể viết lại toàn bộ. Nó chứng minh được nhiều khi đi cùng một mã đã ghi ở nơi khác: mã mà lệnh này in ra, hoặc mã mà đoàn viên thấy ở /nhatky. Hãy đưa mã đó vào bằng --head.
help-nhip-privacy = Cơ sở dữ liệu đang giữ những gì, dành cho người phụ trách bảo vệ dữ liệu của tổ chức
help-nhip-privacy-report = In một trang Markdown cho người phụ trách dữ liệu: giữ gì, ở đâu, bao lâu, ai thấy, bao nhiêu hàng
help-nhip-privacy-report-more = Kèm khung của các hồ sơ đánh giá tác động theo Luật 91/2025/QH15. Đây không phải là tư vấn pháp lý.
help-nhip-manual = Ghi các trang hướng dẫn và phần tự hoàn thành lệnh của các shell vào một thư mục; dành cho người đóng gói

## Tùy chọn: option- và tên nếu nhiều lệnh cùng có; thêm các từ của lệnh ở trước nếu chỉ một lệnh có.

option-config = Tệp thiết lập; nếu không nêu thì là nhip.toml ở đây, không có thì /etc/nhip/nhip.toml, không có nữa thì mọi thứ theo mặc định
option-database = Cơ sở dữ liệu; nếu không nêu thì theo database.path trong thiết lập, không có thì nhip.db bên cạnh tệp thiết lập
option-database-more = Đi với /etc/nhip/nhip.toml là /var/lib/nhip: cơ sở dữ liệu mà dịch vụ dùng. Không có tệp thiết lập thì ở ngay đây.
option-messages = Thư mục lời văn và nội dung; nếu không nêu thì theo messages.path trong thiết lập, không có thì messages bên cạnh tệp thiết lập
option-messages-more = Nếu không có thư mục nào thì dùng bản nằm trong chương trình; 'nhip messages export' ghi bản đó ra.
option-log = Ghi ra luồng lỗi chuẩn nhiều hay ít về việc của chính chương trình: error, warn, info, debug, trace
option-log-more = Không mức nào ghi lại tên, lời, số của cuộc trò chuyện hay mã token.
option-log-json = Ghi nhật ký bằng JSON, mỗi dòng một đối tượng
option-lang = Ngôn ngữ của trợ giúp, của những gì in ra và của các tệp mới: vi hoặc en; nếu không nêu thì theo LC_ALL, LC_MESSAGES hoặc LANG, không có thì vi
option-api-url = Địa chỉ Bot API: của Telegram, của máy chủ tại chỗ, hoặc của bản giả lập
option-owners = Số Telegram của những người phụ trách cao nhất (cán bộ của đơn vị gốc), cách nhau bằng dấu phẩy
option-id = Số của cập nhật
option-yes = Làm thật. Nếu không có thì chỉ cho xem điều sẽ thay đổi
option-nhip-init-dir = Thư mục; nếu không nêu thì là thư mục này
option-nhip-run-clock-start = Diễn tập: giờ của cuộc vận động lúc bắt đầu, ví dụ 2026-11-23T07:00:00+07:00
option-nhip-run-clock-start-more = Chỉ dùng với bản giả lập hoặc máy chủ thử: mọi người được nhắn vào lúc mà đồng hồ này gọi là trưa.
option-nhip-run-clock-rate = Diễn tập: số giây của cuộc vận động trong một giây thật; 0 là đứng yên
option-nhip-status-json = Ở dạng JSON; thời điểm là số giây kể từ 1970
option-nhip-units-json = Liệt kê ở dạng JSON
option-nhip-units-import-file = Tệp
option-nhip-check-dir = Thư mục cần soát; nếu không nêu thì là ./messages, không có thì soát lời văn nằm trong chương trình
option-nhip-check-blind = Thay vào đó, đoán phương án đúng chỉ từ các phương án, và in ra tỷ lệ đoán trúng
option-nhip-check-blind-more = Một bộ đoán nhỏ đọc các phương án cùng đáp án của mười một tiêu chí rồi đoán tiêu chí thứ mười hai; nó không hề thấy câu hỏi. Đoán bừa được 25 %. Mã thoát 1 nếu trên 35 % tính chung hoặc theo loại, hoặc trên 40 % ở một tiêu chí.
option-nhip-messages-export-dir = Thư mục; phải chưa có, hoặc còn trống
option-nhip-bank-export-file = Tệp sẽ ghi, ví dụ questions.xlsx; nếu đã có thì bị thay
option-nhip-bank-import-file = Tệp được gửi trở lại
option-nhip-preview-criterion = Chỉ những gì thuộc tiêu chí này, từ 1.1 đến 4.3
option-nhip-preview-kind = Chỉ loại này
option-nhip-preview-form = Chỉ biểu mẫu này, theo tên tệp trong forms/
choice-item = Bài hằng tuần
choice-question = Câu hỏi, kèm lời đáp cho từng phương án
choice-checkin = Đợt suy ngẫm hằng tháng
choice-card = Thẻ trao đổi cho buổi sinh hoạt hằng tháng
option-nhip-audit-verify-head = Số dòng và mã đã ghi lại của dòng đó, ví dụ 123:9f3a51c2d0e4b677
option-nhip-demo-port = Cổng trên máy này để mở trang
option-nhip-demo-data = Thư mục chứa bản xem thử; có thể xóa bất cứ lúc nào
option-nhip-sandbox-port = Cổng trên máy này
option-nhip-manual-dir = Thư mục

## Những từ có trong mọi phần trợ giúp.

clap-help = In phần trợ giúp
clap-help-more = In phần trợ giúp ('--help' nói nhiều hơn)
clap-help-less = In phần trợ giúp ('-h' nói ngắn gọn)
clap-help-of = In phần trợ giúp này hoặc của lệnh được nêu
clap-version = In phiên bản
clap-usage = Cách dùng:
clap-commands = Các lệnh:
clap-arguments = Tham số:
clap-options = Tùy chọn:
clap-any-options = [TÙY CHỌN]
clap-any-command = [LỆNH]
clap-a-command = <LỆNH>
clap-env = [biến:
clap-default = [mặc định:
clap-values = [có thể là:
clap-values-below = Có thể là:

## Những từ chỉ giá trị của một tùy chọn, theo loại giá trị hoặc theo tên tùy chọn.

value-file = TỆP
value-dir = THƯ MỤC
value-key = KHÓA
value-n = SỐ
value-port = CỔNG
value-data = THƯ MỤC
value-log = MỨC
value-lang = NGÔN NGỮ
value-owners = SỐ,SỐ
value-api-url = ĐỊA CHỈ
value-id = SỐ
value-target = NƠI LƯU
value-criterion = TIÊU CHÍ
value-kind = LOẠI
value-form = BIỂU
value-line-code = DÒNG:MÃ
value-rfc3339 = THỜI ĐIỂM

## Điều sai trong những gì đã gõ.

typed-unknown = ở đây không có '{$arg}'
typed-no-command = không có lệnh '{$command}'
typed-unfinished = hãy nói rõ một trong các lệnh: {$known}
typed-missing = còn thiếu: {$arg}
typed-conflict = '{$arg}' không đi cùng với {$other}
typed-empty = '{$arg}' cần một giá trị
typed-value = {$arg} không thể là '{$value}'; có thể là {$known}
typed-wrong = '{$value}' không dùng được cho {$arg}: {$cause}
typed-too-many = '{$arg}' chỉ có một giá trị; '{$value}' là thừa
typed-nearest = gần giống nhất: {$near}
typed-help = Gõ thêm '--help' để xem có những gì.
typed-no-language = hãy viết vi hoặc en
typed-no-level = hãy viết error, warn, info, debug hoặc trace
typed-no-moment = hãy viết theo dạng 2026-11-23T07:00:00+07:00
typed-no-rate = hãy viết một số từ 0 đến 1000000: số giây của cuộc vận động trong một giây thật
typed-no-head = hãy viết số dòng, dấu hai chấm và mã của dòng, ví dụ 123:9f3a51c2d0e4b677
typed-no-longer-run = đây không còn là 'nhip run'

## Điều sai trong các biến và thiết lập.

env-unread = không đọc được các biến trong {$path}: {$cause}; hãy chạy lệnh bằng người dùng được phép, ví dụ với 'sudo -u nhip'
env-no-variable = dòng này không phải là biến; hãy viết theo dạng TÊN=giá trị
env-twice = {$name} xuất hiện lần thứ hai ở đây; hãy giữ lại một
env-unknown = không có biến nào tên là {$name}; docs/settings.md liệt kê các biến
env-not-ours = ở đây chỉ đọc những tên bắt đầu bằng NHIP_ hoặc TELOXIDE_; biến khác, ví dụ proxy, hãy đặt ngay trong môi trường (systemd: 'systemctl edit nhip')
env-place = {$name} trong {$path}, dòng {$line}
settings-not-sought = không tìm được tệp thiết lập {$path}: {$cause}; hãy chạy lệnh bằng người dùng được phép, ví dụ với 'sudo -u nhip'
settings-unread = không đọc được tệp thiết lập {$path}
settings-wrong = tệp thiết lập {$path} có lỗi:
settings-at = dòng {$line}, cột {$column}: {$what}
settings-unknown = ở đây không có gì tên là {$name}; những tên dùng được: {$known}
settings-twice = mục này xuất hiện lần thứ hai ở đây; hãy giữ lại một
settings-kind = giá trị này không đúng kiểu ({$cause}); docs/settings.md cho biết cách viết
settings-no-toml = không đọc được chỗ này ({$cause}); hãy viết mỗi thiết lập theo dạng tên = giá trị, chữ thì để trong dấu nháy kép
settings-path-empty = đường dẫn này để trống; hãy viết vào, hoặc bỏ thiết lập này đi
settings-word-empty = từ này để trống; hãy viết vào, hoặc bỏ thiết lập này đi
settings-window = '{$given}' không phải là khung giờ: hãy viết theo dạng "11:35-13:15"
settings-weekday = '{$given}' không phải là ngày làm việc: hãy viết mon, tue, wed, thu hoặc fri (thứ Hai đến thứ Sáu)
settings-monday = {$given} không phải là thứ Hai: các tuần của cuộc vận động bắt đầu vào thứ Hai
settings-day = '{$given}' không phải là ngày: hãy viết theo dạng "15/02/2027"
settings-month = {$given} không phải là tháng: hãy viết từ 1 đến 12
settings-period = {$given} không phải là khoảng thời gian dùng được: hãy viết từ 1 đến {$most}
settings-threshold = {$given} là quá ít: ngưỡng này có thể nâng cao hơn {$least}, không bao giờ hạ xuống
settings-webhook = '{$given}' không phải là địa chỉ webhook: {$cause}; hãy viết như "https://bot.example.vn/nhip"
settings-webhook-https = địa chỉ không bắt đầu bằng https://
settings-webhook-server = địa chỉ không nêu máy chủ nào
settings-webhook-path = phần đường dẫn chỉ được có chữ cái, chữ số và /-._~
settings-webhook-port = Telegram chỉ gửi đến các cổng 443, 80, 88 và 8443
settings-listen = '{$given}' không phải là địa chỉ để lắng nghe: hãy viết như "{$usual}"
settings-owner = '{$given}' không phải là số Telegram; mỗi người phụ trách cao nhất có thể xem số của mình bằng một bot như @userinfobot
check-sound = không có lỗi nào


## Mọi thứ ở đâu, cơ sở dữ liệu, mã token, và lúc khởi động.

place-settings = thiết lập: {$path} ({$why})
place-no-settings = thiết lập: không có tệp, mọi thứ theo mặc định
place-database = cơ sở dữ liệu: {$path} ({$why})
place-texts = lời văn: {$path} ({$why})
place-texts-inside = lời văn: bản nằm trong chương trình
place-default = mặc định
place-setting = [{$section}] path trong {$path}
failed = nhip: {$what}
io-missing = không có tệp hoặc thư mục này ({$cause})
io-not-allowed = không có quyền ({$cause})
io-full = đĩa đã đầy ({$cause})
io-read-only = chỗ này chỉ đọc được, không ghi được ({$cause})
io-taken = địa chỉ đã có chương trình khác dùng ({$cause})
io-refused = không ai trả lời ở địa chỉ đó ({$cause})
io-folder = đây là thư mục, không phải tệp ({$cause})
file-unread = không đọc được {$path}
file-unwritten = không ghi được {$path}
file-unused = không dùng được {$path}
file-not-found = không tìm thấy {$path}
file-not-replaced = không thay được {$path}
file-changed = {$path} đã bị thay đổi trong lúc đó; chưa ghi gì: hãy nhập lại
folder-not-made = không tạo được thư mục {$path}
db-cannot-open = không mở được cơ sở dữ liệu {$path}: thư mục có đó và ghi được không, và đây có phải là tệp SQLite không?
db-log-not-emptied = không làm rỗng được tệp nhật ký (-wal) của {$path}
db-unwritable = không ghi được vào cơ sở dữ liệu {$path}: hãy xem quyền của tệp, của thư mục, và chỗ trống trên đĩa
db-other = cơ sở dữ liệu {$path} do một bản nhip khác tạo ra (bước {$step} của cấu trúc khác với bản này): hãy dùng đúng bản đã tạo ra nó
db-schema = không cập nhật được cấu trúc của {$path}
db-newer = cơ sở dữ liệu {$path} do một bản nhip mới hơn tạo ra (cấu trúc có bước {$step} mà bản này không biết): hãy dùng bản mới đó, hoặc khôi phục bản sao lưu trước đó
db-older = cơ sở dữ liệu {$path} do một bản nhip cũ hơn tạo ra: lần khởi động 'nhip run' kế tiếp sẽ cập nhật nó
db-none = không có cơ sở dữ liệu {$path}: hãy nhập đơn vị trước, hoặc nêu tên tệp bằng --database
db-not-ours = không đọc được {$path}: đây có phải là cơ sở dữ liệu của nhip không?
db-gone = cơ sở dữ liệu {$path} không còn là tệp đã mở: nó bị chuyển đi, bị thay hoặc bị xóa trong lúc chương trình chạy, nên không ghi thêm gì nữa. Hãy đặt nó lại cùng tệp -wal đi kèm, hoặc khôi phục một bản sao lưu, rồi khởi động lại
db-log-gone = tệp nhật ký {$log} của cơ sở dữ liệu {$path}, hoặc tệp -shm bên cạnh, bị chuyển đi, bị thay hoặc bị xóa trong lúc chương trình chạy, nên không nhận thêm gì nữa. Những gì tệp nhật ký giữ được ghi vào cơ sở dữ liệu khi chương trình kết thúc: đừng đặt tệp đó lại, chỉ cần khởi động lại
db-overwritten = tệp của cơ sở dữ liệu {$path} bị ghi đè trong lúc chương trình chạy: có bản khác chép đè lên, hoặc tệp bị làm trống hay cắt ngắn. Không ghi thêm gì nữa. Đừng khởi động với tệp đang ở đó: có thể nó nửa là cơ sở dữ liệu này, nửa là cơ sở dữ liệu khác. Hãy để riêng nó và {$log} ra chỗ khác, rồi khôi phục một bản sao lưu bằng 'nhip restore'
db-log-alone = không có cơ sở dữ liệu {$path}, nhưng {$log} giữ những thay đổi cuối cùng của một cơ sở dữ liệu: hãy đặt cơ sở dữ liệu đó lại. Nếu không cần nữa, hãy xóa {$log}
db-log-foreign = cơ sở dữ liệu {$path} và tệp nhật ký của nó không khớp nhau; chưa thay đổi gì. Nếu vừa khôi phục bản sao lưu vào đây thì {$log} còn sót lại từ trước: hãy xóa nó cùng tệp -shm bên cạnh, rồi khởi động lại
db-new = bắt đầu một cơ sở dữ liệu mới, còn trống: {$path}
lock-of-another = không mở được cơ sở dữ liệu {$path}: {$lock} thuộc về người dùng khác (số {$user}), người đã dùng cơ sở dữ liệu này trước, có thể là root qua một lệnh. Hãy giao tệp đó cho người dùng chạy chương trình này (chown --reference={$path} {$lock}), hoặc xóa nó khi không có gì đang chạy
lock-unwritable = không mở được cơ sở dữ liệu {$path}: thư mục phải có đó, và {$lock} phải ghi được
lock-held = cơ sở dữ liệu {$path} đang do {$holder} dùng: mỗi lúc chỉ một tiến trình được thay đổi nó. Hãy dừng tiến trình kia trước
lock-unlocked = không khóa được {$path}
lock-database-gone = không có cơ sở dữ liệu {$path}, nhưng trước đây đã có: hãy đặt nó lại cùng tệp -wal đi kèm, hoặc dùng 'nhip restore' đặt một bản sao lưu vào đó. Để bắt đầu một cơ sở dữ liệu mới thay vào, hãy xóa {$lock}
lock-database-emptied = tệp {$path} trống, mà trước đây trong đó có cơ sở dữ liệu: hãy để 'nhip restore' đặt một bản sao lưu vào đó, hoặc đặt lại cơ sở dữ liệu cùng tệp -wal đi kèm. Muốn bắt đầu cơ sở dữ liệu mới thay vào đó thì xóa {$lock}
lock-unseen = không xem được {$path}: hãy chạy lệnh bằng người dùng chạy bot
lock-holder = '{$command}' (tiến trình {$process}, từ {$since})
lock-holder-unknown = một tiến trình khác
token-none = chưa có mã token: hãy xin @BotFather trên Telegram một mã và đặt {$name} trong môi trường (đừng bao giờ gõ trong lệnh: người khác thấy được)
token-none-in = chưa có mã token: hãy xin @BotFather trên Telegram một mã và đặt {$name} trong {$path} hoặc trong môi trường (đừng bao giờ gõ trong lệnh: người khác thấy được)
token-unread = không đọc được mã token trong {$path}
token-empty = {$place}: tệp {$path} trống
api-address = '{$given}' không phải là địa chỉ Bot API: hãy viết như https://api.telegram.org
api-token = Telegram không biết mã token này: hãy lấy đúng mã ở @BotFather
api-second = một chương trình khác đang lấy tin bằng cùng mã token: hãy dừng nó; chương trình này chờ
api-webhook = một chương trình khác đã đặt webhook cho bot này nên không lấy tin được: hãy dừng nó; chương trình này chờ, và lần khởi động sau sẽ gỡ webhook
api-refused = Telegram không nhận webhook: {$cause}; hãy xem [telegram] webhook trong thiết lập
api-wait = Telegram yêu cầu chờ {$seconds} giây
api-away = không kết nối được với Telegram: {$cause}
listen-taken = không lắng nghe được ở {$address}: hãy chọn một địa chỉ còn trống của máy này trong {$setting}
bot-ended = một phần của bot tự kết thúc
bot-has-ended = bot đã kết thúc
bot-broke = một phần của bot bị hỏng
bot-late = bot không kết thúc kịp nên đã bị ngắt: cơ sở dữ liệu hoặc đĩa không trả lời
bot-not-settled = không giải quyết được những tin đang gửi dở khi chương trình dừng lần trước
random-none = hệ điều hành không cấp số ngẫu nhiên
signals-none = không nhận được tín hiệu của hệ điều hành
demo-folder = không dùng được thư mục {$path}: hãy nêu thư mục khác bằng --data
demo-damaged = thư mục của bản xem thử bị hỏng: hãy xóa nó rồi chạy lại
demo-silent = Telegram giả lập không trả lời
demo-port = không mở được trang ở cổng {$port}: hãy chọn cổng khác bằng --port
demo-clock = không đọc được giờ trong {$path}: hãy xóa tệp đó để bắt đầu lại
demo-clock-not-kept = không lưu được giờ trong {$path}
texts-unusable = không dùng được lời văn; 'nhip check' nói rõ hơn
page-missing = thiếu {$path}
page-brace = một dấu '{"{"}' không có '{"}"}'
page-unknown = không có {"{"}{$name}{"}"} nào
demo-sandbox =
    trang: {$page}
    Bot API cho bot của bạn: TELOXIDE_API_URL={$page} với mã token bất kỳ
demo-stopping = Đang dừng …
demo-kept = Mọi thứ được giữ trong {$path}; chạy lại cùng lệnh này sẽ tiếp tục từ đây.
demo-open = Mở {$page}   (Ctrl-C để dừng)
demo-no-time = {$path} không chứa giờ nào: hãy xóa thư mục của bản xem thử rồi chạy lại
demo-units = các đơn vị của bản xem thử bị sai: {$cause}
demo-unit = thiếu một đơn vị của bản xem thử
health-still = chưa ghi gì: bot còn đang khởi động
health-written = đã {$seconds} giây không ghi gì
health-heard = đã {$seconds} giây không nghe được gì từ Telegram
health-waits = có việc đã chờ {$seconds} giây, và đã {$silent} giây không lời gọi nào được trả lời

## Những gì các lệnh in ra.

units-refused = {$path} bị từ chối, chưa nhập gì:
units-imported = đã nhập xong: 'nhip units' liệt kê các đơn vị cùng mã trong liên kết mời
units-same = tệp giống hệt các đơn vị đang có, không có gì cần nhập
units-not-imported = chưa nhập gì: muốn làm thật, hãy thêm --yes
units-none = chưa có đơn vị nào: 'nhip units import TỆP' để nhập
audit-broken = nhật ký việc cán bộ làm bị đứt ở dòng {$line}: dòng này đã bị sửa, hoặc thiếu những dòng trước nó
audit-rewritten = dòng {$line} có mã khác với mã đã ghi lại: nhật ký đã bị viết lại
audit-removed = không có dòng {$line}: dòng đã bị xóa khi hết hạn lưu, hoặc chưa từng được ghi
audit-as-noted = dòng {$line} vẫn như khi mã của nó được ghi lại
audit-whole = {$lines} dòng, chuỗi nguyên vẹn; dòng cuối là {$line}:{$code}
init-there = đã có {$paths}, nên chưa ghi gì: hãy nêu thư mục khác, hoặc chuyển tệp đó đi
init-no-text = thiếu một tệp mẫu
export-occupied = {$path} đã có sẵn tệp, nên chưa ghi gì: hãy nêu một thư mục chưa có
export-no-folder = không ghi được {$path}: hãy nêu một thư mục
export-written = đã ghi: {$files} tệp trong {$path}
bank-inside = không sửa được lời văn nằm trong chương trình: hãy ghi ra bằng 'nhip messages export messages', rồi nhập lại
bank-more = … và { $count } lỗi nữa
bank-refused = {$path} bị từ chối, chưa ghi gì:
bank-strange = cột “{$column}” không phải là cột do lệnh xuất tạo ra nên không được đọc
bank-same = không có gì khác
bank-would = sẽ thay đổi: {$questions} câu hỏi, {$files} tệp; chưa ghi gì: muốn ghi, hãy thêm --yes
bank-written = đã ghi: {$questions} câu hỏi, {$files} tệp
file-written = đã ghi: {$path}
preview-no-form = không có biểu mẫu {$name}; có: {$known}
preview-none = không có gì thuộc loại này về tiêu chí này; hãy bỏ --kind hoặc --criterion
check-warning = lời nhắc: {$what}
check-faults = số lỗi: {$count}
health-well = bot đang làm việc tốt
health-no-answer = không trả lời trong {$seconds} giây
health-silent = bot không trả lời ở {$address} ([http] listen)
health-other = một chương trình khác trả lời ở đó
health-writer = không ghi được cơ sở dữ liệu
health-updates = không nghe được gì từ Telegram
health-outbox = tin đến lượt mà không gửi đi được
health-not-ready = bot chưa sẵn sàng
health-no-process = không có tiến trình nào chạy trên {$database}
quarantine-none = không có cập nhật nào không xử lý được
quarantine-one =
    cập nhật: {$id}
    ngày: {$day}
    loại: {$kind}
    nguyên nhân: {$cause}
quarantine-retry = không thể xử lý lại cập nhật này: nội dung của nó cố ý không được giữ. Người gửi chưa nhận được trả lời; khi nguyên nhân đã được sửa, hãy nhờ họ làm lại một lần, rồi bỏ ghi chép này
quarantine-dropped = đã bỏ: {$id}
quarantine-unknown = không có ghi chép về cập nhật {$id}: 'nhip quarantine' liệt kê những gì có

## nhip status

status-running = đang chạy: {$holder}
status-idle = đang chạy: không có gì
status-wrong = SAI: {$what}
status-outbox = tin đang chờ gửi: {$states}{$oldest}
status-oldest = {""}, tin lâu nhất đã chờ {$length}
status-quarantine = cập nhật không xử lý được: {$count}
status-broadcasts = thông báo: {$states}
status-rounds = tuần câu hỏi: đang mở {$open}, đã khép {$closed}
status-backup = bản sao lưu gần nhất: {$moment}
status-no-backup = bản sao lưu gần nhất: không có ghi chép nào
status-people = đơn vị: {$units}, đoàn viên: {$members}, cán bộ phụ trách: {$officers}, nhóm đã liên kết: {$groups}
status-database = cơ sở dữ liệu: {$size} kB
status-free = chỗ trống trên ổ đĩa: {$megabytes} MB
status-free-unknown = chỗ trống trên ổ đĩa: không rõ
status-no-bot = bot: chưa có bot nào chạy trên cơ sở dữ liệu này
status-bot = bot: @{$bot}, nhip {$version}
status-started = khởi động: {$moment}
status-up = khởi động: {$moment}, đã chạy {$length}
status-written = lần ghi gần nhất: {$moment}
status-heard = nghe từ Telegram gần nhất: {$moment}
status-update = cập nhật gần nhất: {$moment}
status-next = việc kế tiếp: {$moment}
status-none = không có
status-none-yet = chưa có
status-nothing-yet = chưa có gì
status-ago = {$moment} (cách đây {$length})
length-seconds = {$seconds} giây
length-minutes = {$minutes} phút
length-hours = {$hours} giờ {$minutes} phút
length-days = {$days} ngày {$hours} giờ

## nhip doctor: điều đã xem, và ở dòng riêng là cách xử lý.

doctor-fine = tốt
doctor-wrong = SAI
doctor-doubtful = lưu ý
doctor-unseen = không xem được: {$what}
doctor-sound = không có gì phải sửa
doctor-to-mend = số điều phải sửa: {$count}
doctor-texts-unusable =
    {$cause}
    việc cần làm: sửa những dòng được nêu; 'nhip check' tìm mọi lỗi một lượt
doctor-texts-faulty =
    {$texts}: {$count} lỗi, lỗi đầu tiên: {$first}
    việc cần làm: sửa các lỗi; 'nhip check' cho xem tất cả
doctor-calendar = lịch nghỉ lễ có đủ cho một năm tới
doctor-calendar-short =
    {$fault}
    việc cần làm: ghi thêm ngày nghỉ lễ của năm tới, nếu không mọi người sẽ bị nhắn tin vào ngày nghỉ
doctor-clock-wrong =
    đồng hồ chỉ {$shown}, trước cả khi chương trình này được viết
    việc cần làm: chỉnh lại và để máy tự giữ giờ đúng: timedatectl set-ntp true
doctor-clock = cuộc vận động theo giờ Việt Nam, dù máy này ở múi giờ nào: bây giờ là {$shown}
doctor-no-database =
    {$database}: chưa có
    việc cần làm: nhập đơn vị: nhip units import units.csv --yes, bằng người dùng chạy dịch vụ
doctor-database-unusable =
    {$cause}
    việc cần làm: dùng đúng tệp của phiên bản này, hoặc đường dẫn khác
doctor-no-units =
    chưa có đơn vị nào nên không ai tham gia được
    việc cần làm: nhập đơn vị: nhip units import units.csv --yes
doctor-owners-wrong =
    {$cause}
    việc cần làm: viết các số, cách nhau bằng dấu phẩy
doctor-no-owners =
    chưa có người phụ trách cao nhất nên không ai giao quyền cho cán bộ được
    việc cần làm: đặt NHIP_OWNERS trong tệp env bằng số Telegram của họ; mỗi người xem số của mình bằng một bot như @userinfobot
doctor-one-owner =
    chỉ có một người phụ trách cao nhất: không ai xác nhận được tin họ gửi cho nhiều người
    việc cần làm: thêm người thứ hai vào NHIP_OWNERS
doctor-owners = số người phụ trách cao nhất: {$count}
doctor-others-may =
    người khác dùng được {$path}, vốn là tệp bí mật
    việc cần làm: chmod {$mode} {$path}
doctor-secrets = các tệp bí mật chỉ dành cho chủ của chúng
doctor-no-folder =
    không có thư mục {$path} của cơ sở dữ liệu
    việc cần làm: tạo thư mục cho người dùng chạy dịch vụ: install -d -m 700 -o NGƯỜI_DÙNG THƯ_MỤC
doctor-folder-open =
    người khác đặt được tệp vào {$path}, nơi có cơ sở dữ liệu
    việc cần làm: chmod go-w {$path}
doctor-folder-of-another =
    cơ sở dữ liệu và thư mục của nó thuộc về hai người dùng khác nhau: dịch vụ có thể không ghi được
    việc cần làm: chown --reference={$folder} {$path}*
doctor-room = còn trống ở nơi có cơ sở dữ liệu ({$path}): {$megabytes} MB
doctor-room-little =
    còn trống ở nơi có cơ sở dữ liệu ({$path}): {$megabytes} MB
    việc cần làm: dọn thêm chỗ: hết chỗ thì không giữ được câu trả lời nào
doctor-room-unknown =
    không biết {$path} còn trống bao nhiêu: {$cause}
    việc cần làm: xem bằng df
doctor-held = {$path}: {$cause}; hãy chạy lệnh bằng root hoặc người dùng chạy dịch vụ
doctor-messenger = bot của ai, chế độ riêng tư (privacy mode), webhook, các nhóm đã liên kết
doctor-token-not-allowed = {$cause}; hãy chạy lệnh bằng root, là người đọc được: {$unseen}
doctor-no-token =
    {$cause}
    việc cần làm: lấy trọn mã token ở @BotFather và ghi vào đó
doctor-token = mã token trong {$place} là của @{$bot}
doctor-groups-late =
    trong một phút chưa hỏi hết được về các nhóm đã liên kết
    việc cần làm: lát nữa thử lại
doctor-token-unknown =
    Telegram không biết mã token trong {$place}
    việc cần làm: lấy đúng mã ở @BotFather (/mybots, rồi API Token) và ghi vào đó
doctor-away =
    {$cause} ({$address})
    việc cần làm: xem máy này có đến được địa chỉ đó không: đường truyền, tường lửa, proxy, bị chặn; rồi thử lại
doctor-privacy-off =
    chế độ riêng tư (privacy mode) đang tắt: trong nhóm, bot nhận được mọi điều mọi người nói
    việc cần làm: gửi /setprivacy cho @BotFather, chọn bot, chọn Enable; rồi đưa bot ra khỏi các nhóm và thêm lại
doctor-privacy = chế độ riêng tư (privacy mode) đang bật: trong nhóm, bot chỉ nhận các lệnh
doctor-no-joining =
    không ai thêm bot vào nhóm được
    việc cần làm: gửi /setjoingroups cho @BotFather, chọn bot, chọn Enable
doctor-clocks-differ =
    đồng hồ máy này lệch với Telegram {$seconds} giây
    việc cần làm: để máy tự giữ giờ đúng: timedatectl set-ntp true
doctor-clocks-agree = đồng hồ khớp với Telegram
doctor-polled = tin chờ được lấy: không có webhook nào
doctor-webhook-not-yet = chưa đặt webhook ở {$host}: 'nhip run' sẽ đặt
doctor-delivered = tin được gửi đến {$host}
doctor-webhook-other =
    bot này có một webhook mà thiết lập không nêu: {$host}
    việc cần làm: nếu có chương trình khác dùng bot này, hãy cho một bên dùng bot khác; nếu không thì không phải làm gì: 'nhip run' tự đặt hoặc gỡ webhook
doctor-webhook-unknown =
    không biết có webhook nào không: {$cause}
    việc cần làm: lát nữa thử lại
doctor-group-no-files =
    trong nhóm của {$unit}, bot không được gửi ảnh và tệp nên không có báo cáo
    việc cần làm: nhờ quản trị viên của nhóm cho phép, hoặc cho bot làm quản trị viên
doctor-group-silent =
    trong nhóm của {$unit}, bot không được viết
    việc cần làm: nhờ quản trị viên của nhóm cho phép, hoặc cho bot làm quản trị viên
doctor-group-left =
    bot không còn trong nhóm của {$unit}
    việc cần làm: thêm lại bot, hoặc nhờ cán bộ phụ trách liên kết nhóm khác bằng /lienket
doctor-groups-unasked =
    chưa hỏi hết được về các nhóm đã liên kết: {$cause}
    việc cần làm: lát nữa thử lại
doctor-groups = số nhóm đã liên kết mà bot viết được: {$fine} trong {$all}

## Lỗi trong các tệp của messages/: sai gì, và sau dấu chấm phẩy là cách sửa.

tree-unread = không đọc được ({$cause}); hãy xem tệp có đó không và người dùng này có quyền đọc không
tree-too-large = tệp có {$bytes} byte; tệp lời văn có nhiều nhất {$most}; hãy chuyển đi nơi khác hoặc chia nhỏ
tree-not-utf8 = chỗ này không phải là UTF-8; hãy lưu tệp với bảng mã UTF-8
tree-unexpected = ở đây không nên có tệp nào; hãy chuyển vào thư mục của một nội dung, vào checkins/ hoặc forms/, hoặc xóa đi
tree-missing = thiếu tệp này; hãy viết tệp, hoặc lấy lại từ bản trước
yaml-unread = không đọc được YAML ({$cause}); hãy so với một tệp đúng; thường thì dòng trên thiếu dấu nháy đóng
themes-numbered = các nội dung được đánh số {$numbers}; hãy liệt kê bốn nội dung 1, 2, 3, 4 theo thứ tự này
criterion-no-file = thư mục này không có tiêu chí đó; hãy đặt tên tệp theo một tiêu chí của nội dung, như 1.1.yaml
checkin-prompts = có {$count} câu suy ngẫm; hãy viết đúng ba câu, cho nội dung 2, 3 và 4 theo thứ tự này
checkin-choices = có {$count} lựa chọn; hãy đưa ra ba hoặc bốn
holiday-length = ngày nghỉ không thể kéo dài từ {$from} đến {$to}; hãy viết ngày đầu rồi ngày cuối, nhiều nhất 31 ngày
day-of-year = “{$given}” không phải là ngày trong năm; hãy viết ngày và tháng, như 28/7
id-out-of-order = mã ở đây là {$given}, lẽ ra phải là {$expected}; các mã liên tục và không dùng lại: hãy khôi phục mục đã xóa và ghi superseded_by, hoặc sửa lại mã
no-date = “{$given}” không phải là ngày; hãy viết một ngày có thật theo dạng nn/tt/nnnn, như 07/11/2017
no-document = {$given} không có trong documents.yaml; hãy nêu một văn bản có trong đó, hoặc thêm nó vào
no-criterion = “{$given}” không phải là tiêu chí của nội dung {$theme}; hãy viết một trong ba tiêu chí của nội dung, trong dấu nháy, như "2.1"
criterion-of-another = đây là tệp của tiêu chí {$id}, không phải {$given}; hãy sửa số hoặc tên tệp
items-none = chưa có bài hằng tuần nào; hãy viết ít nhất một bài
questions-few = có {$count} câu hỏi; hãy viết ít nhất năm câu: mỗi tuần hỏi năm câu
expect-range = dự kiến {$given} phần trăm trả lời đúng; hãy viết ước tính từ 5 đến 95
twin-not-above = {$given} không phải là câu hỏi ở phía trên câu này; hãy nêu câu đầu tiên của nhóm: câu có số nhỏ nhất trong cùng tệp
twin-of-twin = {$given} lại là câu theo một câu khác; hãy nêu câu đầu tiên của nhóm, câu không có twin
difficulty-range = độ khó là {$given}; hãy viết 1 (dễ), 2 hoặc 3 (khó)
options-count = có {$count} phương án; hãy viết đúng bốn
options-right = có {$count} phương án được đánh dấu là đúng; hãy viết “right: true” dưới đúng một phương án
choice-twice = phương án này có hai lần; hãy viết bốn phương án khác nhau
successor-none = {$given} không có trong danh sách này; hãy nêu mục thay cho mục này; nó ở trong cùng tệp
successor-early = {$given} không được dùng muộn hơn chính mục này; hãy cho mục mới một effective_from muộn hơn
document-twice = văn bản {$id} được liệt kê hai lần; hãy giữ lại một
document-no-start = chưa nói {$id} có hiệu lực từ bao giờ; hãy thêm in_force_from, ngày đầu tiên
document-ends-early = {$id} hết hiệu lực trước khi bắt đầu; hãy so cả hai ngày với văn bản
document-itself = {$id} không thể tự thay thế mình; hãy nêu văn bản kia
document-unlisted = {$given} không có trong danh sách này; hãy nêu một văn bản có ở đây, hoặc thêm nó vào
form-name = biểu mẫu tên là {$given} còn tệp tên là {$expected}; hãy đặt cùng một tên: nhiều nhất mười hai chữ thường và chữ số, không dấu
plan-posts = có {$count} chức danh; hãy viết từ 1 đến 12
plan-post-id = “{$id}” không dùng làm mã chức danh được, hoặc có hai lần; hãy viết nhiều nhất mười hai chữ cái và chữ số không dấu, mỗi mã một lần
plan-tasks = có {$count} nhiệm vụ; Hướng dẫn có sáu, theo thứ tự III.1 đến III.6
plan-lines = nhiệm vụ có {$count} việc viết sẵn; hãy viết từ 1 đến 8
plan-no-lead = chưa có chức danh phụ trách; hãy viết ít nhất một mã trong posts
plan-no-post = không có chức danh nào mang mã “{$given}”; hãy thêm vào posts hoặc sửa mã
plan-counts = không đếm được số người khai báo trong kế hoạch; hãy viết rounds, reached, answered, checkins hoặc commended
plan-months = hãy viết tháng đầu và tháng cuối trong một năm, như [3, 5]; cả kế hoạch thì bỏ months
form-no-period = chưa có kỳ nào; hãy viết year, half-year hoặc quarter
suggestions-topics = có { $given } lĩnh vực; phải đúng { $expected }, vì góp ý được lưu theo thứ tự lĩnh vực
suggestions-days = hạn trả lời là { $given } ngày; phải từ { $least } đến { $most }
suggestions-ways = chưa nêu con đường nào trên giấy; người muốn tố cáo phải được chỉ nơi gửi
form-members-periods = biểu hỏi người tham gia không theo kỳ; hãy bỏ dòng periods
form-no-days = chưa ghi hỏi người tham gia vào ngày nào; hãy viết opens: "05/10" và days: 14
form-units-days = chỉ biểu hỏi người tham gia mới có ngày mở; hãy bỏ hai dòng opens và days
form-opens = “{$given}” không phải là ngày mà năm nào cũng có; hãy viết ngày và tháng, như "05/10"
form-days = biểu được mở {$count} ngày; hãy viết từ 1 đến 60
form-members-choose = biểu hỏi người tham gia chỉ được cho chọn; hãy viết choice hoặc choices: lời tự gõ có thể cho biết ai đã viết
form-members-fill = lựa chọn của người tham gia không tự điền vào đâu; hãy bỏ known, told và report
form-options-in-all = có tất cả {$count} phương án; hãy viết nhiều nhất 60, tính cả mọi câu hỏi
form-options-alike = hai phương án cùng ghi “{$name}”; hãy gộp làm một, hoặc ghi rõ khác nhau ở đâu
form-prompts = có {$count} mục hỏi; hãy viết từ 1 đến 30
form-fields = có {$count} ô; hãy viết từ 1 đến 6: các ô được gõ trong một dòng
form-id = mã {$id} không đúng thứ tự; hãy viết số của mục hỏi, dấu chấm và số của ô, như "2.1"; cả hai tăng dần và không bao giờ dùng cho câu khác
form-row = báo cáo không có dòng {$row}; hãy viết từ 1 đến 17, hoặc bỏ đi
form-limits = giới hạn là {$min} và {$max}; hãy viết min từ 0 trở lên và max lớn hơn; chữ có nhiều nhất 500 ký tự
form-at-most = chỉ so sánh được các số; hãy bỏ at_most
form-near = chỉ số mới gần với một số khác; hãy bỏ near
form-share = chỉ số mới là một phần của số khác; hãy bỏ share_of
form-within = chỉ ngày mới tính trong số tháng; hãy bỏ within_months
form-future = chỉ ngày hoặc tháng mới có thể ở phía trước; hãy bỏ not_future
form-no-names = chỉ chữ mới có thể nêu tên người; hãy bỏ no_names
form-long-ago = chỉ ngày hoặc tháng mới có thể quá xa; hãy bỏ long_ago
form-no-files = chỉ chữ mới có thể nêu số hồ sơ; hãy bỏ no_files
form-no-wish = chỉ chữ mới có thể là lời đề nghị; hãy bỏ no_wish
form-figure = chỉ chữ mới có thể thiếu con số; hãy bỏ figure
form-author-twice = chỉ một biểu được có “asks: author”; hãy bỏ biểu này hoặc biểu kia
form-means-kind = means này cần một loại câu khác; title, change, before, after, measure, spread là text, since là month, benefit là dong, shares là shares, field, kind, secret là choice
form-means-twice = means này đã có ở một câu trên; mỗi điều chỉ hỏi một lần
form-means-first = ba câu đầu phải là means: title, change, since, theo thứ tự ấy, mỗi câu một ô
form-means-author = chỉ biểu có “asks: author” mới dùng means; hãy bỏ means
form-sum = chỉ cộng được số nguyên và số tiền; hãy bỏ “told: sum”, hoặc hỏi một số
form-nothing-to-choose = chưa có gì để chọn; hãy liệt kê các phương án
form-options = ô loại này có {$count} phương án; hãy liệt kê từ 1 đến 12; ô số thì không có
form-option-id = “{$id}” không dùng làm mã phương án được, hoặc có hai lần; hãy viết nhiều nhất mười hai chữ cái và chữ số không dấu, mỗi mã một lần
form-same-name = hai ô cùng tên “{$name}”; hãy đặt cho mỗi ô một tên riêng: tên đó đứng đầu cột
form-no-field = {$given} không phải là ô của biểu mẫu này; hãy nêu ô bằng mã của nó, như "2.1"
ftl-unread = không đọc được chỗ này ({$cause}); hãy viết “khóa = lời”, các dòng sau thụt vào
ftl-other = {$cause}; hãy sửa lại
ftl-twice = câu {$key} được viết hai lần; hãy giữ lại một
ftl-quotes = câu {$key} dẫn lại {$other}, nhưng không có câu đó; hãy sửa tên
ftl-missing = thiếu câu {$key}; hãy thêm vào; tệp có sẵn trong chương trình cho biết cách viết
ftl-not-given = câu {$key} dùng ${$name}, nhưng không được cấp; chỉ dùng những gì câu tiếng Việt có sẵn của khóa đó dùng
ftl-no-english = câu {$key} chưa có tiếng Anh; hãy thêm vào {$path}
ftl-no-vietnamese = câu {$key} chưa có tiếng Việt; hãy thêm vào {$path}, hoặc xóa ở đây
ftl-differ = câu {$key} dùng [{$found}], tiếng Việt dùng [{$wanted}]; hãy dùng cùng các tham số ở cả hai
ftl-attributes = câu {$key} có thuộc tính mà không ai thấy; hãy tách mỗi thuộc tính thành một câu riêng
ftl-names = {$cause}; hãy sửa các tên trong đó
ftl-tags = {$role} {$key} có thẻ HTML, sẽ hiện ra nguyên như viết; hãy viết không có thẻ; “&” chỉ là “&”
ftl-html = {$role} {$key} không phải là HTML mà Telegram nhận: {$cause}; hãy đóng mọi thẻ, chỉ dùng b i u s code pre a blockquote tg-spoiler, viết &lt; &gt; &amp;
ftl-long = {$role} {$key} có từ {$chars} ký tự trở lên; hãy rút còn {$most}
ftl-empty = {$role} {$key} để trống với một số tham số; hãy viết vào
ftl-use-message = tin nhắn
ftl-use-toast = thông báo nhanh
ftl-use-button = nút
ftl-use-menu = lời mô tả trong menu
ftl-address = “{$words}” được viết thẳng ra; hãy viết {"{"}$address{"}"} hoặc {"{"}$Address{"}"}: mỗi tổ chức tự chọn cách xưng hô
brace-spoken = ở đây có dấu ngoặc nhọn không có nghĩa ({$words}); hãy viết {"{"}đồng chí{"}"}, đầu câu thì {"{"}Đồng chí{"}"}, ở chỗ nói với đoàn viên; đừng dùng ngoặc nhọn nào khác
brace = ở đây có dấu ngoặc nhọn không có nghĩa ({$words}); hãy xóa đi: chỗ này không được thay bằng gì
address-spoken = “{$words}” được viết thẳng ra; hãy viết {"{"}đồng chí{"}"} hoặc {"{"}Đồng chí{"}"} trong ngoặc nhọn: mỗi tổ chức tự chọn cách xưng hô; gọi người khác bằng từ khác, hoặc trích lời họ trong “ ”
word-other-spelling = “{$word}” đặt dấu thanh theo kiểu kia; hãy viết “{$right}”
word-address = ở đây không dùng “{$word}”; hãy viết {"{"}đồng chí{"}"} ({"{"}$address{"}"} trong lời của giao diện), hoặc gọi theo ngôi thứ ba
word-every = ở đây viết “{$word}”; hãy viết “{$right}”
mark-nfc = “{$word}” không ở dạng chuẩn NFC; hãy gõ lại từ này, hoặc lưu tệp ở dạng NFC
mark-invisible = ở đây có một ký tự không nhìn thấy ({$code}); hãy xóa đi, hoặc gõ dấu cách thường
mark-two-spaces = ở đây có hai dấu cách; hãy để lại một
mark-edge = bắt đầu hoặc kết thúc bằng dấu cách; hãy xóa đi
dead-old-font = “{$word}” gõ bằng phông cũ (TCVN3, VNI hoặc VPS), không phải Unicode; hãy gõ lại bằng Unicode; nếu đúng là viết như vậy thì đặt trong “ và ”, như “Häfele”
dead-misread = “{$word}” từng bị mở với bảng mã sai; hãy gõ lại bằng Unicode; nếu đúng là viết như vậy thì đặt trong “ và ”, như “Häfele”
dead-lost = “{$word}” đã mất chữ; hãy gõ lại bằng Unicode; nếu đúng là viết như vậy thì đặt trong “ và ”, như “Häfele”
set-paragraphs = có nhiều đoạn; hãy nối lại: viết “>-” và không để dòng trống
set-straight = ở đây có dấu nháy thẳng {$mark}; hãy viết “ và ”
set-dots = ở đây có ba dấu chấm; hãy viết …, một ký tự
set-before-last = có dấu cách trước dấu câu cuối; hãy xóa đi
set-before = có dấu cách trước “{$mark}”; hãy xóa đi
set-after = có dấu cách sau “{$mark}”; hãy xóa đi
set-none-after = thiếu dấu cách sau “{$mark}”; hãy thêm vào
figure-date = “{$word}” không phải là ngày; hãy viết một ngày có thật theo dạng nn/tt/nnnn
figure-time = “{$word}” không phải là cách viết giờ trong câu; hãy viết giờ theo dạng 11 giờ 25
figure-long = “{$word}” khó đọc; hãy viết hàng nghìn với dấu chấm, như 10.000; phần thập phân với dấu phẩy
figure-decimal = “{$word}” đọc thành số thập phân; hãy viết hàng nghìn với dấu chấm, như 10.000; phần thập phân với dấu phẩy
passage-empty = phần “{$name}” để trống; hãy viết vào
passage-long = phần “{$name}” có {$chars} ký tự; hãy rút còn {$most}
mix-items = đang dùng {$count} bài hằng tuần; hãy để {$wanted}
mix-questions = đang dùng {$count} câu hỏi; hãy để {$wanted}
mix-kind = {$count} câu hỏi đang dùng thuộc loại {$kind}; hãy để {$wanted}
mix-difficulty = {$count} câu hỏi đang dùng có độ khó {$level}; hãy để từ {$least} đến {$most}
mix-positions = phương án đúng đứng {$a}, {$b}, {$c} và {$d} lần ở A, B, C và D; hãy đổi chỗ phương án để mỗi vị trí có 3 đến 7; tốt nhất là năm
mix-longest = phương án đúng dài nhất trong {$count} câu hỏi ({$ids}); hãy viết phương án sai đầy đủ như phương án đúng, đến khi còn {$most} câu
place-backwards = “{$given}” bắt đầu bằng điều; hãy viết khoản trước: khoản 2 Điều 22
item-no-plan = đây không phải là kế hoạch nếu–thì; hãy viết “Nếu …, thì tôi sẽ …”
card-questions = thẻ có {$count} câu hỏi; hãy hỏi đúng ba câu
choice-no-feedback = phương án sai này chưa có lời đáp; hãy thêm “why” cho người chọn nó: điều gì trong đó là đúng, và nó dẫn đến đâu
question-no-expect = {$id} chưa có ước tính; hãy thêm “expect”: bao nhiêu phần trăm sẽ trả lời đúng, 5 đến 95
screen-long = {$id} chiếm khoảng {$chars} ký tự trên điện thoại; hãy rút lời cho đến khi còn {$most}
clause-differs = {$name} khác với hướng dẫn; hãy chép lại đúng từng chữ, không kèm số; đừng sửa lời
clause-objective = mục tiêu
clause-task = nhiệm vụ {$number}
clause-tasks = có {$count} nhiệm vụ; hãy liệt kê đủ sáu nhiệm vụ của hướng dẫn
english-missing = thiếu {$name}: lời này chưa có tiếng Anh bên cạnh; hãy viết vào; người đọc tiếng Anh thấy nó dưới lời chính thức
english-task = dòng của nó trong tasks_en
calendar-short = không có ngày nghỉ lễ nào từ {$day} trở đi; hãy thêm ngày nghỉ của năm tới; vào ngày không được liệt kê, mọi người vẫn bị nhắn tin
checked-ahead = checked_on {$given} chưa đến; hãy viết ngày đã so với nguồn
ledger-amended = {$id} đã được sửa đổi nhưng cách dẫn chưa nói; hãy nêu văn bản sửa đổi: “(sửa đổi, bổ sung bởi …)”
ledger-address = “{$given}” không phải là địa chỉ; hãy viết trang chính thức, bắt đầu bằng https://
ledger-stale = đã hơn sáu tháng chưa soát lại: {$ids}; hãy so với nguồn, sửa điều đã thay đổi, và ghi ngày vào checked_on
ledger-unsettled = {$id} dựa vào {$document}, mà documents.yaml ghi là chưa rõ; hãy mở văn bản và làm rõ ở đó, hoặc hỏi về văn bản khác
ledger-lapsed = {$id} dựa vào {$document}, đã hết hiệu lực từ {$day}; hãy hỏi về điều đang có hiệu lực, hoặc viết mục thay thế và superseded_by
ledger-replaced = {$id} dựa vào {$document}, đã hết hiệu lực từ {$day}; hãy hỏi về điều đang có hiệu lực ({$next}), hoặc viết mục thay thế và superseded_by
ledger-not-yet = {$id} dựa vào {$document}, chưa có hiệu lực trước {$day}; hãy để nó được dùng từ ngày đó: effective_from: "{$day}"
ledger-ends = {$id} dựa vào {$document}, sẽ hết hiệu lực từ {$day}; hãy viết mục thay thế với effective_from: "{$day}"; nếu không, từ đó nó không được gửi nữa
twins-options = {$first} và {$second} cùng nhóm nhưng không có cùng bốn phương án; hãy cho cả hai cùng bốn phương án, đúng từng chữ, thứ tự nào cũng được: khi đó riêng phương án không mách được gì
twins-right = {$first} và {$second} cùng nhóm và có cùng phương án đúng; hãy đổi một chi tiết của tình huống để phương án khác thành đúng
word-people = ở đây không dùng “{$word}”; hãy viết “người dân” hoặc “tổ chức, cá nhân”
word-user = ở đây không dùng “{$word}”; hãy viết “người dùng”
word-campaign = ở đây không dùng “{$word}”; hãy viết “Cuộc vận động”
part-title = tiêu đề
part-objective = mục tiêu
part-task = nhiệm vụ
part-criterion = tiêu chí
part-situation = tình huống
part-question = câu hỏi
part-thought = điều suy nghĩ
part-try = việc thử làm
part-option = phương án
part-feedback = lời đáp
part-explanation = lời giải thích
part-do-now = việc làm ngay
part-source-place = chỗ trong nguồn
part-theme-name = tên nội dung
part-suggestion-topic = lĩnh vực góp ý
part-suggestion-way = con đường trên giấy
part-citation = cách dẫn văn bản
part-document-title = tên văn bản
part-checker = tên người soát
part-issuer = nơi ban hành
part-amendment = văn bản sửa đổi
part-remark = ghi chú
part-choice = lựa chọn
part-closing = lời kết
part-hint = lời gợi ý
part-name = tên
part-content = nội dung việc
part-measure = cách đo
part-target = chỉ tiêu
part-asked-back = câu hỏi lại
part-holiday-name = tên ngày nghỉ
part-anniversary-name = tên ngày kỷ niệm
part-broadcast = lời gợi ý của thông báo

## Ngân hàng câu hỏi: lỗi của tệp được gửi trở lại, điều sẽ thay đổi, câu hỏi khó đến đâu.

bank-cell = {$id}, ô {$cell}: {$what}
bank-cell-alone = ô {$cell}: {$what}
bank-row-missing = {$id}: thiếu hàng của câu này; hãy khôi phục: câu hỏi không bao giờ bị xóa, nhưng có thể nêu câu thay thế ở cột “{$column}”
bank-row-twice = câu hỏi này đã có hàng {$row}; hãy xóa một trong hai
bank-both-changed = chỗ này đã được sửa ở đây và, từ sau khi xuất, cả trong tệp, nơi đang ghi “{$old}”; hãy quyết định chọn bên nào: viết lời của tệp vào đây, hoặc tự sửa trong tệp
bank-fixed = {$column} của câu hỏi không thay đổi, mà ở đây ghi “{$new}”; hãy viết lại {$old}
bank-empty = {$column} để trống; hãy viết vào; nội dung trước khi xuất có trong tệp YAML
bank-empty-right = {$column} để trống; hãy viết A, B, C hoặc D
bank-empty-new = {$column} của câu hỏi mới này để trống; hãy viết vào, hoặc xóa trống cả hàng
bank-none-of = “{$given}” không dùng được cho {$column}; hãy viết một trong: {$known}
bank-shares = 5 đến 95, tính bằng phần trăm
bank-new-criterion = “{$given}” không phải là tiêu chí; hàng không có mã là câu hỏi mới: hãy chọn từ 1.1 đến 4.3, hoặc xóa trống hàng
bank-new-id = không có câu hỏi nào có mã này; hãy sửa mã, hoặc để trống nếu là câu mới: mã kế tiếp là {$next}
bank-new-known = {$same} đã hỏi điều này; hãy ghi mã đó vào hàng này, hoặc xóa hàng
bank-by-hand = {$what}: {$path} được trình bày theo cách mà chương trình không sửa được; hãy tự sửa trong tệp
bank-whole-file = cả tệp
bank-nothing = (trống)
bank-new = {$id} ({$path}), câu mới
bank-not-put-back = {$path} đã bị đổi và không trả lại như cũ được
bank-no-workbook = không tạo được tệp Excel
column-id = mã
column-criterion = tiêu chí
column-kind = loại
column-difficulty = độ khó
column-expect = ước tính đúng
column-twin = câu cùng nhóm
column-question = câu hỏi
column-option = phương án {$letter}
column-feedback = lời đáp {$letter}
column-right = phương án đúng
column-why = lời giải thích
column-do-now = việc làm ngay
column-document = văn bản nguồn
column-place = chỗ trong nguồn
difficulty-judged = {$judged} trong {$all} câu hỏi có từ {$least} câu trả lời trở lên; mỗi người tính một lần, ở lần gặp đầu tiên
difficulty-everybody = ai cũng trả lời đúng: {$count}
difficulty-nobody = hầu như không ai trả lời đúng: {$count}
difficulty-beaten = có phương án sai được chọn nhiều hơn phương án đúng: {$count}
difficulty-far = khác xa ước tính: {$count}
difficulty-share = {$percent} % trong khoảng {$all} người
difficulty-beats = {$wrong} có {$share} %, phương án đúng {$right} có {$told}
difficulty-expected = {$told}, ước tính {$expected} %

## nhip check --blind

blind-heading = phương án đúng đoán được chỉ từ các phương án (đoán bừa: 25 %; trong ngoặc là khoảng có thể, 95 %)
blind-all = tất cả
blind-all-questions = mọi câu hỏi
blind-families-heading = nhóm có {$keys} đáp án: lời đoán trúng một trong số đó (đoán bừa: {$chance} %)
blind-families = nhóm
blind-right = có nhiều nhất trong phương án đúng (đúng, sai): {$marks}
blind-wrong = có nhiều nhất trong phương án sai (đúng, sai): {$marks}
blind-above = {$name}: đoán được {$percent} % chỉ từ các phương án; hãy viết lại cho đến khi còn nhiều nhất {$most} %

## nhip backup, nhip restore

help-nhip-backup = Sao lưu cơ sở dữ liệu, bot đang chạy hay không: đầy đủ, đã soát, chỉ dành cho chủ của nó
help-nhip-backup-more = Bỏ ra những gì đoàn viên nói trong đợt suy ngẫm đang mở và những gì đang chờ gửi (trong đó có khóa của sổ riêng).
help-nhip-restore = Đặt một bản sao lưu vào chỗ của cơ sở dữ liệu, hoặc chỉ thử xem có đặt được không
help-nhip-restore-more = Không gì bị gửi hai lần và không ai đã rời đi bị đưa trở lại: những gì đang chờ được đánh dấu là mất, và mọi thứ trừ lời đáp đều chờ đến khi người phụ trách cao nhất gửi /guitrolai. Bot không được chạy.
option-nhip-backup-target = Một thư mục đã có, hoặc tệp sẽ tạo; nếu không nêu thì là thư mục của [backup] trong thiết lập
option-nhip-backup-target-more = Trong thư mục, tệp được đặt tên theo thời điểm, như nhip-20261129-023000.db. Không bao giờ thay tệp đã có.
option-nhip-backup-keep = Với thư mục: giữ lại bấy nhiêu bản, kể cả bản này. Chỉ xóa những tệp do nhip đặt tên như vậy
option-nhip-backup-recipient = Mã hóa cho khóa công khai age này, bắt đầu bằng age1; nếu không nêu thì cho recipient trong thiết lập
option-nhip-restore-file = Bản sao lưu
option-nhip-restore-check = Chỉ thử: chép ra cạnh chỗ của cơ sở dữ liệu, đọc toàn bộ, cập nhật; rồi xóa bản chép đó
option-nhip-restore-force = Cả khi ở đó có dữ liệu mới hơn: cơ sở dữ liệu đang có được giữ lại dưới tên kèm ngày giờ
option-nhip-restore-identity = Tệp chứa khóa bí mật age, nếu bản sao lưu được mã hóa
settings-backup-busy = [backup] hour = {$hour} nằm giữa {$from} và {$to}, lúc đoàn viên được nhắn tin: hãy chọn giờ khác, ví dụ 2
settings-hour = {$given} không phải là giờ: hãy viết từ 0 đến 23
settings-keep = không giữ được {$given} bản sao lưu: hãy viết từ 1 đến 1000
settings-secret-key = đó là khóa bí mật: khóa này thuộc về người khôi phục, không bao giờ để trên máy chủ. Hãy viết khóa công khai, bắt đầu bằng age1
settings-no-key = đó không phải là khóa công khai age: hãy viết phần 'age-keygen' in ra sau “Public key”, bắt đầu bằng age1
backup-nowhere = hãy nói bản sao lưu ghi vào đâu: một thư mục đã có, hoặc tệp sẽ tạo. Nếu không nêu thì theo [backup] trong thiết lập, mà ở đó chưa ghi gì
backup-broken = đã có bản sao lưu, nhưng nhật ký trong đó bị đứt ở dòng {$line}: dòng này đã bị sửa, hoặc thiếu những dòng trước nó
backup-written = đã ghi: {$path} ({$size}, cấu trúc {$schema})
backup-written-sealed = đã ghi: {$path} ({$size}, đã mã hóa, cấu trúc {$schema})
backup-checked = đã soát: từng trang, từng tham chiếu; {$audit}
backup-audit-later = nhật ký trong đó được soát bằng 'nhip restore --check'
backup-audit-empty = nhật ký chưa có dòng nào
backup-audit-sound = nhật ký nguyên vẹn: {$lines} dòng, dòng cuối là {$line}:{$code}
backup-audit-broken = nhật ký bị đứt ở dòng {$line}
backup-left-out = đã bỏ ra: câu trả lời của đợt suy ngẫm đang mở: {$answers}; tin đang chờ, kể cả khóa của sổ riêng: {$waiting}
backup-removed = đã xóa: {$path}
backup-not-copied = không chép được {$path} vào {$folder}; không để lại gì ở đó
backup-not-kept = không giữ lại bản sao lưu
backup-off = việc sao lưu bị dừng giữa chừng
backup-link = {$path} là một liên kết tượng trưng: hãy nêu chính tệp hoặc thư mục
backup-key-none = {$path} không chứa khóa bí mật age: đó phải là tệp có một dòng bắt đầu bằng AGE-SECRET-KEY-1
backup-key-unread = không đọc được khóa {$path}
backup-sealed-damaged = {$path} bị hỏng: không phải là tệp age nguyên vẹn
backup-key-other = {$key} không mở được {$path}
backup-unread-end = không đọc được {$path} đến hết
backup-keep-folder = --keep cần một thư mục, mà {$path} không phải: hãy nêu một thư mục đã có
backup-no-database = không có cơ sở dữ liệu {$path}: hãy nêu tên tệp bằng --database
backup-not-written = không ghi được bản sao lưu {$path}; không để lại gì ở đó
backup-itself = {$path} chính là cơ sở dữ liệu: hãy nêu tệp khác, hoặc một thư mục
backup-there = đã có tệp {$path}, mà sao lưu thì không thay tệp nào: hãy nêu tệp khác, hoặc một thư mục
backup-no-folder = không có thư mục {$path}: hãy tạo trước, chỉ cho người dùng của chương trình (chmod 700)
backup-folder-unread = không đọc được thư mục {$path}
backup-at-work = một việc sao lưu hoặc khôi phục khác đang làm trong {$path}: hãy chờ nó xong
backup-not-swapped = không đặt được bản sao lưu vào chỗ của {$path}; cái cũ nằm bên cạnh
backup-upgrade = cơ sở dữ liệu {$path} do bản nhip cũ hơn tạo ra và được sao lưu trước khi thay đổi; việc đó thất bại nên chưa thay đổi gì
backup-put-by-hand = {$path} là một bản sao lưu được đặt thẳng vào đó: những người đã rời đi sẽ trở lại, và tin đã gửi có thể gửi lần nữa. Hãy chuyển nó đi rồi khôi phục: mv {$path} {$path}.backup, rồi nhip restore {$path}.backup --database {$path}
copy-name = tên tệp không phải là Unicode
copy-not-ours = tệp bị hỏng, hoặc không phải là cơ sở dữ liệu của nhip
copy-damaged = tệp bị hỏng: {$found}
copy-adrift = tệp bị hỏng: một hàng của {$table} tham chiếu đến hàng không có
restore-possible = khôi phục được; chưa thay đổi gì
restore-made = tạo lúc {$at}, cách đây {$length}; {$size}, cấu trúc {$schema}
restore-last-day = không ghi được tạo lúc nào; ngày cuối trong đó là {$day}; {$size}, cấu trúc {$schema}
restore-unsaid = không ghi được tạo lúc nào; {$size}, cấu trúc {$schema}
restore-done = đã khôi phục: {$path}
restore-kept = đã giữ: cơ sở dữ liệu trước đó là {$path}. Nó chứa những gì đoàn viên đã xóa từ đó: hãy xóa nó cùng -wal khi không cần nữa
restore-not-asked = không đọc được: cơ sở dữ liệu trước đó bị hỏng. Ai đã rời đi chỉ biết từ các danh sách; lượt chạm của những phút cuối có thể được trả lời lần nữa
restore-deleted = xóa lần nữa vì đã rời đi hoặc rút lại đồng ý: {$count}
restore-lost = bị mất và không gửi lại: {$lost} tin; người nhận thông báo ở trạng thái chưa rõ: {$doubt}
restore-next = việc kế tiếp: khởi động bot. Những người phụ trách cao nhất được báo; mọi thứ trừ lời đáp đều chờ đến khi một người trong số họ gửi /guitrolai (/resumeall)
restore-audit = nhật ký trong {$path} bị đứt ở dòng {$line}: đã bị sửa, hoặc thiếu dòng. Nếu vẫn muốn khôi phục, hãy thêm --force
restore-audit-after = nhật ký sẽ bị đứt ở dòng {$line}
restore-list = không đọc được danh sách những người đã rời đi; những người đó sẽ trở lại cùng bản sao lưu
restore-log-alone = không có cơ sở dữ liệu {$path}, nhưng {$log} giữ những thay đổi cuối cùng của một cơ sở dữ liệu. Nếu muốn dùng lại cơ sở dữ liệu đó, hãy đặt nó vào đây. Nếu không, hãy thêm --force: tệp nhật ký đó được giữ dưới tên khác
restore-newer = cơ sở dữ liệu {$path} thay đổi lần cuối lúc {$at}, sau khi bản sao lưu {$file} được tạo: những gì đến sau đó sẽ mất. Nếu vẫn muốn khôi phục, hãy thêm --force: cơ sở dữ liệu đang có được giữ dưới tên khác
restore-some-time = một lúc không rõ
restore-no-file = không có tệp {$path}
restore-unfinished = {$path} không phải là bản chép hoàn chỉnh: {$log} bên cạnh giữ những thay đổi cuối của nó. Hãy sao lưu nó trước: nhip backup TỆP_MỚI --database {$path}
restore-off = việc chép bị dừng giữa chừng
restore-not-sound = không khôi phục được bản sao lưu {$path}
restore-not-copied = không chép được {$path} vào {$into}; không để lại gì ở đó
restore-sealed = {$path} được mã hóa: hãy nêu tệp chứa khóa bí mật bằng --identity
restore-not-sealed = {$path} không được mã hóa: hãy bỏ --identity
doctor-no-backups =
    chưa có việc sao lưu tự động
    việc cần làm: nêu một thư mục ở [backup] folder trong thiết lập, và xem docs/van-hanh.md
doctor-no-backup-folder =
    nơi để bản sao lưu, [backup] folder: không có thư mục {$path}
    việc cần làm: tạo thư mục, chỉ cho người dùng của dịch vụ: install -d -o nhip -g nhip -m 700
doctor-backup = bản sao lưu gần nhất: {$at}, trong {$path}
doctor-backup-old =
    bản sao lưu tốt gần nhất đã {$days} ngày
    việc cần làm: xem bot có đang chạy không; nhật ký nói vì sao không sao lưu được; 'nhip backup' tạo một bản ngay bây giờ
doctor-backup-none =
    chưa có bản sao lưu nào trong {$path}
    việc cần làm: bot đang chạy sẽ tạo bản đầu tiên trong vòng một giờ; 'nhip backup' tạo một bản ngay bây giờ
length-of-days = {$days} ngày
length-of-hours = {$hours} giờ
length-of-minutes = {$minutes} phút

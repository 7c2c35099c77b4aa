//! What people type where an initiative is asked for, and what they are told: each wrong thing has a sentence, and nothing is
//! half kept.

use testkit::stage::Stage;

use crate::initiatives::{CHANGE, TITLE, office, tells};

#[test]
fn what_is_doubtful_is_asked_back_and_can_be_meant() {
    let (stage, ana, _) = office();
    ana.says("/sangkien");
    ana.taps("Đã làm rồi");
    // A wish.
    ana.says("Đề nghị mua máy quét cho bộ phận một cửa");
    ana.sees("giống một đề nghị hơn là việc đã làm");
    ana.sees("1. Tên sáng kiến");
    ana.says(TITLE);
    // No figure.
    ana.says("Một số biện pháp nâng cao chất lượng phục vụ nhân dân");
    ana.sees("Chưa có con số nào");
    // Somebody else's name as the author's.
    ana.says("Tác giả: Trần Văn Bình, mỗi đơn còn 2 ngày");
    ana.sees("Có vẻ có tên người ở đây");
    // A citizen's name, a file's number.
    ana.says("Ví dụ hồ sơ số 00123 của bà Lê Thị Cúc: từ 5 ngày còn 2 ngày");
    ana.sees("Có vẻ có tên người ở đây");
    ana.sees("Có vẻ có số hồ sơ");
    ana.says("Gọi 0912.345.678 là được trả lời trong 2 giờ");
    ana.sees("số điện thoại ở đây");
    ana.says("Không đo được bằng số, nhưng ai cũng thấy nhanh hơn trước");
    ana.taps("Đúng, tiếp tục");
    ana.sees("3. Đã áp dụng từ tháng nào?");
    ana.says("3/2015");
    ana.sees("hơn ba năm trước");
    ana.says("9/2026");
    ana.sees("chỉ đồng chí thấy");
    assert_eq!(stage.number("SELECT count(*) FROM initiatives"), 1);
}

#[test]
fn what_is_wrong_is_refused_with_a_sentence_and_nothing_is_kept_of_it() {
    let (stage, ana, _) = office();
    ana.says("/sangkien");
    ana.taps("Đã làm rồi");
    for (typed, told) in [
        ("Gộp", "ít nhất 10 ký tự"),
        (&"rất dài ".repeat(400)[..], "tối đa 120"),
    ] {
        ana.says(typed);
        ana.sees(told);
    }
    ana.says(TITLE);
    ana.says(&"Ba nghìn chữ về 1 việc. ".repeat(130));
    ana.sees("tối đa 400");
    ana.says(CHANGE);
    for (typed, told) in [
        ("12/2026", "Ngày này chưa đến"),
        ("tháng chín", "chưa phải là một tháng"),
        ("2026", "chưa phải là một tháng"),
    ] {
        ana.says(typed);
        ana.sees(told);
    }
    assert_eq!(
        stage.rows("SELECT field FROM initiative_answers ORDER BY field"),
        ["1.1", "2.1"]
    );
}

#[test]
fn money_and_shares_are_typed_as_people_type_them() {
    let (stage, ana, _) = office();
    tells(&ana, TITLE);
    let benefit =
        || stage.rows("SELECT CAST(number AS TEXT) FROM initiative_answers WHERE field = '7.1'");
    for (typed, dong) in [
        ("1 tỷ", "1000000000"),
        ("10tr", "10000000"),
        ("1.500.000", "1500000"),
    ] {
        ana.taps("7");
        ana.says(typed);
        ana.sees("Lợi ích ước tính");
        assert_eq!(benefit(), [dong], "{typed}");
    }
    ana.taps("7");
    for (typed, told) in [
        ("nhiều", "chưa đọc được thành số"),
        ("khoảng 10 triệu", "là số ước chừng"),
        ("5 tấn", "chưa đọc được thành số tiền"),
        ("5000 tỷ", "không được lớn hơn"),
    ] {
        ana.says(typed);
        ana.sees(told);
    }
    assert_eq!(benefit(), ["1500000"]);
    ana.taps("Xem tất cả");
    ana.taps("11");
    for (typed, told) in [
        ("60 30", "cộng lại bằng 90%; phải bằng 100%"),
        ("60 60", "cộng lại bằng 120%; phải bằng 100%"),
        ("120", "chưa phải là một tỷ lệ"),
        ("Bình 40, An 60", "chưa đọc được thành số"),
        ("10 10 10 10 10 10 10 10 10 5 5", "Tối đa 10 tác giả"),
    ] {
        ana.says(typed);
        ana.sees(told);
    }
    for (typed, shares) in [
        ("60%, 40%", "60% · 40%"),
        ("33,4 33,3 33,3", "33,4% · 33,3% · 33,3%"),
        ("100", "Tỷ lệ đóng góp: 100%"),
    ] {
        ana.says(typed);
        ana.sees(shares);
        ana.taps("11");
    }
}

#[test]
fn nobody_opens_or_changes_what_is_another_s() {
    let (stage, ana, lan) = office();
    tells(&ana, TITLE);
    let binh = stage.member("Bình", "VP");
    binh.says("/sangkien");
    let id = stage.number("SELECT id FROM initiatives");
    for data in ["o", "s:0", "e:5", "d", "f", "g?", "r"] {
        let (word, rest) = data.split_once(':').unwrap_or((data, ""));
        let data = format!("init:{word}:{id}:{rest}");
        binh.forges(data.trim_end_matches(':'));
        lan.forges(data.trim_end_matches(':'));
    }
    binh.sees_no(TITLE);
    assert!(!lan.glance().contains(TITLE));
    assert_eq!(stage.number("SELECT count(*) FROM initiatives"), 1);
    assert_eq!(stage.number("SELECT count(*) FROM initiative_answers"), 3);
    // An answer to a question of the quiz is not meant as one here.
    ana.says("/sangkien");
    ana.taps("Đã làm rồi");
    ana.says("a");
    assert_eq!(stage.number("SELECT count(*) FROM initiative_answers"), 3);
}

#[test]
fn twenty_are_enough_for_one_member() {
    let stage = Stage::new();
    let ana = stage.member("An", "VP");
    for number in 0..20 {
        stage.sabotage(&format!(
            "INSERT INTO initiatives (id, member_id, begun_on) VALUES ({number} + 100, {}, '2026-11-01')",
            ana.row()
        ));
        stage.sabotage(&format!(
            "INSERT INTO initiative_answers (initiative_id, field, words) VALUES ({number} + 100, '1.1', 'Việc thứ {number}')"
        ));
    }
    ana.says("/sangkien");
    ana.taps("Đã làm rồi");
    assert!(ana.toast().contains("nhiều nhất 20 sáng kiến"));
}

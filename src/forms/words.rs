//! What makes words doubtful: somebody's name, the number of a file, a wish instead of a deed, no figure at all.
//!
//! Knows how people write. Nothing here refuses: whoever wrote them is asked once more. Must not know who that is.

use super::names::names_somebody;
use crate::campaign::form::FieldChecks;
use crate::text::fold;

/// How a wish begins, folded.
const WISHES: [&str; 15] = [
    "de nghi",
    "kien nghi",
    "de xuat",
    "mong",
    "xin ",
    "can mua",
    "can co",
    "can phai",
    "nen ",
    "muon ",
    "uoc ",
    "hay ",
    "du kien",
    "se ",
    "y tuong",
];

/// What stands before the number of a file or a paper, folded.
const FILES: [&str; 9] = [
    "ho so so",
    "ho so",
    "ma ho so",
    "so ho so",
    "cccd",
    "cmnd",
    "can cuoc",
    "dien thoai",
    "sdt",
];
/// Digits of a telephone's number, or of a paper's.
const LONG_NUMBER: std::ops::RangeInclusive<usize> = 9..=13;

/// The texts of what is asked back about these words.
pub(super) fn doubts(checks: &FieldChecks, words: &str) -> Vec<&'static str> {
    let all = [
        (checks.no_wish && is_wish(words), "form-wish"),
        (
            checks.figure && !words.contains(|c: char| c.is_ascii_digit()),
            "form-figureless",
        ),
        (checks.no_names && names_somebody(words), "form-names"),
        (checks.no_files && names_a_file(words), "form-files"),
    ];
    let found = all.into_iter().filter(|(found, _)| *found);
    found.map(|(_, key)| key).collect()
}

fn is_wish(words: &str) -> bool {
    let folded = format!("{} ", fold(words));
    WISHES.iter().any(|wish| folded.starts_with(wish))
}

/// Whether digits stand there as in the number of a file, a paper or a telephone.
fn names_a_file(words: &str) -> bool {
    let folded = fold(words);
    let named = FILES.iter().any(|name| {
        let behind = folded.split(name).skip(1);
        let mut next = behind.map(|rest| rest.trim_start_matches([' ', ':', '.', '#']));
        next.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    named || long_number(&folded)
}

/// Whether so many digits stand together, with nothing but blanks, hyphens or, behind a zero, points between them: money is
/// written with points.
fn long_number(folded: &str) -> bool {
    let (mut digits, mut zero) = (0, false);
    let mut longest = 0;
    for letter in folded.chars() {
        match letter {
            '0'..='9' => {
                zero = if digits == 0 { letter == '0' } else { zero };
                digits += 1;
                longest = longest.max(digits);
            }
            ' ' | '-' if digits > 0 => {}
            '.' if digits > 0 && zero => {}
            _ => digits = 0,
        }
    }
    longest >= *LONG_NUMBER.start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_back_and_what_is_not() {
        let checks = FieldChecks {
            no_names: true,
            no_files: true,
            no_wish: true,
            figure: true,
            ..FieldChecks::default()
        };
        for (words, keys) in [
            ("Mỗi hồ sơ từ 5 ngày còn 2 ngày, 12 người cùng làm", &[][..]),
            ("Tiết kiệm 1.250.000.000 đồng trong 12 tháng", &[]),
            ("Một số biện pháp nâng cao chất lượng", &["form-figureless"]),
            ("Đề nghị mua 2 máy quét", &["form-wish"]),
            ("Sẽ làm 3 biểu mẫu", &["form-wish"]),
            ("Tác giả: Nguyễn Văn B, 2 ngày", &["form-names"]),
            ("Anh Hùng làm 3 việc", &["form-names"]),
            ("Lê Thị Hoa làm 3 việc", &["form-names"]),
            ("Ví dụ hồ sơ số 1234 của một người", &["form-files"]),
            ("Gọi 0912.345.678", &["form-files"]),
            ("Căn cước 094 085 001 234", &["form-files"]),
            ("CCCD: 0940", &["form-files"]),
        ] {
            assert_eq!(doubts(&checks, words), keys, "{words}");
        }
    }
}

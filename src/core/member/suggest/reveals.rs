//! What in a text may reveal who wrote it, or whom it is about.
//!
//! Knows how people write in Vietnamese. Must not know who writes. It only warns: what a text says is its author's own.

use crate::core::ctx::Ctx;
use crate::forms::names_somebody;
use crate::store::suggestions::drafts::Draft;
use crate::text::fold;
use crate::types::Language;

/// Something that may reveal somebody, by the text that says so.
type Warning = &'static str;

/// Words after which a reader knows who it must be, without marks.
const ALONE: [&str; 9] = [
    "toi la nguoi duy nhat",
    "chi co toi",
    "chi minh toi",
    "mot minh toi",
    "ngoai toi ra",
    "moi co toi",
    "la nu duy nhat",
    "la nam duy nhat",
    "nhu toi da phat bieu",
];

/// Words that tell a day.
const DAYS: [&str; 10] = [
    "hom qua",
    "hom kia",
    "sang nay",
    "chieu nay",
    "tuan truoc",
    "thang truoc",
    "vua roi",
    "buoi hop",
    "cuoc hop",
    "luc do",
];

/// Words that tell a place.
const PLACES: [&str; 5] = ["phong", "so", "tang", "khu", "to"];

/// Words of an accusation: that goes on paper.
const ACCUSES: [&str; 12] = [
    "to cao",
    "khieu nai",
    "hoi lo",
    "tham o",
    "tham nhung cua",
    "an chan",
    "bien thu",
    "quay roi",
    "danh nguoi",
    "lam gia",
    "khai khong",
    "vi pham phap luat",
];

/// What in its texts may reveal its author, if anything does.
pub(super) fn warned(ctx: &Ctx<'_>, language: Language, draft: &Draft) -> Option<String> {
    let warned = reveals(&draft.situation, &draft.proposal);
    let lines = warned.into_iter().map(|key| ctx.html(language, key, &[]));
    let lines: Vec<String> = lines.collect();
    let head = ctx.html(language, "suggest-warns", &[]);
    (!lines.is_empty()).then(|| format!("{head}\n{}", lines.join("\n")))
}

/// All that may reveal somebody, each once.
fn reveals(situation: &str, proposal: &str) -> Vec<Warning> {
    let text = format!("{situation}\n{proposal}");
    let words = fold(&text).replace(|letter: char| !letter.is_alphanumeric(), " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let folded = format!(" {} ", words.join(" "));
    let shouts = shouted(situation) || shouted(proposal);
    let has = |words: &[&str]| {
        words
            .iter()
            .any(|words| folded.contains(&format!(" {words} ")))
    };
    let checks: [(bool, Warning); 8] = [
        (has(&ACCUSES), "suggest-warns-accuses"),
        (
            names_somebody(&text) || (!shouts && several_capitals(&text)),
            "suggest-warns-name",
        ),
        (digits(&text) >= 8, "suggest-warns-number"),
        (has(&DAYS) || dated(&words), "suggest-warns-day"),
        (placed(&words), "suggest-warns-place"),
        (has(&ALONE), "suggest-warns-alone"),
        (quoted(&text), "suggest-warns-quote"),
        (shouts, "suggest-warns-capitals"),
    ];
    checks
        .into_iter()
        .filter_map(|(found, warning)| found.then_some(warning))
        .collect()
}

/// Two words with a capital letter in a row that begin no sentence: likely a name.
fn several_capitals(text: &str) -> bool {
    let mut before = true;
    let mut row = 0;
    text.split_whitespace().any(|word| {
        let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
        let capital = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase);
        row = if capital && (row > 0 || !before) {
            row + 1
        } else {
            0
        };
        before = word.ends_with(['.', '!', '?', ':', '"', '“']);
        row >= 2
    })
}

/// The longest row of digits, as telephone numbers and files are written: blanks, dots and dashes within it do not count.
fn digits(text: &str) -> usize {
    let (mut longest, mut row) = (0, 0);
    for letter in text.chars() {
        match letter {
            '0'..='9' => row += 1,
            ' ' | '.' | '-' | '+' | '(' | ')' if row > 0 => {}
            _ => row = 0,
        }
        longest = longest.max(row);
    }
    longest
}

/// A day of the month: `12/11`, `12-11`, `ngày 12`.
fn dated(words: &[&str]) -> bool {
    let number = |word: &str| {
        word.parse::<u32>()
            .is_ok_and(|number| (1..=31).contains(&number))
    };
    words.windows(2).any(|pair| match pair {
        ["ngay" | "thu" | "luc", next] => number(next),
        [day, month] => number(day) && number(month),
        _ => false,
    })
}

/// A room, floor or section with its number.
fn placed(words: &[&str]) -> bool {
    words.windows(2).any(|pair| match pair {
        [place, next] => {
            PLACES.contains(place) && next.starts_with(|letter: char| letter.is_ascii_digit())
        }
        _ => false,
    })
}

/// Words in quotation marks: who was there knows who heard them.
fn quoted(text: &str) -> bool {
    let marks = text.matches(['"', '“', '”', '«', '»']).count();
    marks >= 2
}

/// Hardly a small letter.
fn shouted(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic());
    let (all, capitals) = letters.fold((0, 0), |(all, capitals), letter| {
        (all + 1, capitals + u32::from(letter.is_uppercase()))
    });
    all >= 10 && capitals * 10 >= all * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_text_reveals_nobody() {
        for text in [
            "Hiện nay máy in dùng chung hay kẹt giấy, phải chờ lâu. Công việc chậm lại.",
            "Giờ tiếp dân buổi chiều kết thúc sớm, người dân phải quay lại hôm khác.",
            "Quy chế chi tiêu chưa nói rõ tiền làm thêm giờ của Công đoàn.",
        ] {
            assert_eq!(reveals(text, "Đề nghị sửa cho rõ."), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_may_reveal_somebody_is_named() {
        for (text, warning) in [
            ("Chị Lan hay về sớm", "suggest-warns-name"),
            ("việc này do Nguyễn Văn An làm", "suggest-warns-name"),
            ("gọi tôi số 0912 345 678", "suggest-warns-number"),
            ("hồ sơ 01234567 bị trả", "suggest-warns-number"),
            ("hôm qua tôi chờ hai giờ", "suggest-warns-day"),
            ("từ ngày 12 không có nước", "suggest-warns-day"),
            ("họp 12/11 quá lâu", "suggest-warns-day"),
            ("phòng 203 rất nóng", "suggest-warns-place"),
            ("tôi là người duy nhất làm việc này", "suggest-warns-alone"),
            ("có người nói “làm cho xong đi”", "suggest-warns-quote"),
            ("MÁY LẠNH HỎNG MÃI KHÔNG SỬA", "suggest-warns-capitals"),
            ("tôi muốn tố cáo việc này", "suggest-warns-accuses"),
        ] {
            let found = reveals(text, "đề nghị xem lại");
            assert!(found.contains(&warning), "{text}: {found:?}");
        }
    }
}

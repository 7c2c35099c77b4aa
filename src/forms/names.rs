//! Whether words name a person: a form of address before a capital letter, or a family name with given names behind it.
//!
//! Knows how Vietnamese names are written, and that streets, schools and halls bear them, too. What is found may be none: it
//! is asked back, never refused. Must not know who is meant.

use unicode_normalization::UnicodeNormalization;

/// Words before a person's name.
const TITLES: [&str; 10] = [
    "đ/c",
    "đc",
    "đồng chí",
    "ông",
    "bà",
    "anh",
    "chị",
    "cô",
    "thầy",
    "tác giả",
];

/// Posts after a form of address, which name nobody: “Đ/c Phó Chủ tịch”.
const POSTS: [&str; 22] = [
    "chủ tịch",
    "phó",
    "trưởng",
    "tổ trưởng",
    "tổ phó",
    "đội trưởng",
    "ủy viên",
    "uỷ viên",
    "bí thư",
    "giám đốc",
    "hiệu trưởng",
    "thủ trưởng",
    "chánh văn phòng",
    "chánh thanh tra",
    "thư ký",
    "cán bộ",
    "kế toán",
    "thủ quỹ",
    "văn thư",
    "chuyên viên",
    "tổng giám đốc",
    "tổng biên tập",
];
/// What begins with a form of address and is a place, or many people.
const NO_TITLES: [&str; 9] = [
    "bà rịa",
    "bà nà",
    "bà đen",
    "bà đanh",
    "bà triệu",
    "bà mẹ việt",
    "bà trưng",
    "cô tô",
    "thầy trò",
];

/// Family names that most people bear. Those with which everyday words begin, such as Đào or Cao, are left out.
const FAMILIES: [&str; 20] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
    "hồ", "ngô", "dương", "lý", "đinh", "trịnh", "trương", "phùng",
];
/// Those that are no other word, either, where marks are left out.
const BARE_FAMILIES: [&str; 6] = ["nguyen", "tran", "pham", "huynh", "phan", "trinh"];

/// Syllables of a name.
const SYLLABLES: std::ops::RangeInclusive<usize> = 2..=4;

/// What begins as a name does and is a place, or nobody who could be meant.
const KNOWN: [&str; 13] = [
    "hồ chí minh",
    "hồ chủ",
    "hồ tây",
    "hồ gươm",
    "hồ ba bể",
    "hồ núi cốc",
    "hồ xuân hương",
    "hoàng liên sơn",
    "phan xi păng",
    "hoàng sa",
    "phan thiết",
    "phan rang",
    "lý sơn",
];

/// What bears the name that stands behind it. With marks: “phố” is a street, “phó” somebody's deputy.
const BEARERS: [&str; 45] = [
    "đường",
    "phố",
    "đại lộ",
    "ngõ",
    "hẻm",
    "góc",
    "cầu",
    "chợ",
    "bến",
    "cảng",
    "trường",
    "thpt",
    "thcs",
    "tiểu học",
    "trung học",
    "mầm non",
    "mẫu giáo",
    "đại học",
    "cao đẳng",
    "chuyên",
    "bệnh viện",
    "học viện",
    "thư viện",
    "công viên",
    "nhà hát",
    "xã",
    "phường",
    "quận",
    "huyện",
    "quỹ",
    "giải",
    "giải thưởng",
    "học bổng",
    "mang tên",
    "núi",
    "chùa",
    "đền",
    "đình",
    "đảo",
    "di tích",
    "tượng đài",
    "gương",
    "ngày sinh",
    "công ty",
    "công đoàn",
];

/// What stands before the number of a house.
const HOUSES: [&str; 4] = ["số", "nhà", "tại", "ở"];

/// Whether somebody is likely named.
pub(crate) fn names_somebody(words: &str) -> bool {
    named(words).is_some()
}

/// The words that likely name somebody.
pub(crate) fn named(words: &str) -> Option<String> {
    let composed: String = words.nfc().collect();
    let spaced = composed.replace(['–', '—', ';', ','], " , ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    (0..words.len()).find_map(|place| titled(&words, place).or_else(|| whole(&words, place)))
}

/// A form of address with the word behind it.
fn titled(words: &[&str], place: usize) -> Option<String> {
    let rest = words.get(place..)?;
    let title = |said: &str| TITLES.contains(&said);
    let one = title(&bare(rest.first()?)).then_some(1);
    let two = rest.get(..2)?.iter().map(|word| bare(word));
    let two = title(&two.collect::<Vec<_>>().join(" ")).then_some(2);
    let before = one.or(two)?;
    let begins = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    rest.get(before).filter(begins)?;
    let (title, named) = rest.split_at_checked(before)?;
    let begins = |known: &[&str], words: &[&str]| {
        let words: Vec<String> = words.iter().take(3).map(|word| bare(word)).collect();
        let words = format!("{} ", words.join(" "));
        known
            .iter()
            .any(|one| words.starts_with(&format!("{one} ")))
    };
    if begins(&POSTS, named) || begins(&NO_TITLES, rest) || is_borne(words.get(..place)?) {
        return None;
    }
    let mut said: Vec<&str> = title.to_vec();
    said.extend(syllables(named, is_shouted(words)));
    Some(said.join(" "))
}

/// The syllables of a name that begins here, as many as can belong to it.
fn syllables<'w>(rest: &[&'w str], shouted: bool) -> Vec<&'w str> {
    let mut name = Vec::new();
    for word in rest.iter().take(*SYLLABLES.end()) {
        let syllable = trimmed(word);
        if !name.is_empty() && !is_syllable(syllable, shouted) {
            break;
        }
        name.push(syllable);
        if word.ends_with(|c: char| c.is_ascii_punctuation()) {
            break;
        }
    }
    name
}

/// Whether all is written in capitals: then capitals say nothing.
fn is_shouted(words: &[&str]) -> bool {
    !words.iter().any(|word| word.contains(char::is_lowercase))
}

/// A family name with given names, unless a street or a school bears it.
fn whole(words: &[&str], place: usize) -> Option<String> {
    let rest = words.get(place..)?;
    let shouted = is_shouted(words);
    let first = bare(rest.first()?);
    let name = match is_syllable(trimmed(rest.first()?), shouted) {
        true => syllables(rest, shouted),
        false => return None,
    };
    let family = FAMILIES.contains(&first.as_str()) || BARE_FAMILIES.contains(&first.as_str());
    let said = name.join(" ").to_lowercase();
    let known = KNOWN.iter().any(|known| said.starts_with(known));
    let found = family && !known && SYLLABLES.contains(&name.len());
    (found && !is_borne(words.get(..place)?)).then(|| name.join(" "))
}

/// A word with a capital letter at its beginning, or all in capitals among words that are not.
fn is_syllable(word: &str, shouted: bool) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.clone().all(char::is_lowercase);
    capital && (small || (!shouted && letters.all(char::is_uppercase)))
}

/// Whether the words before a name say that it is a street's, or a school's: “THPT chuyên”, “Kinh” in “đường Kinh Dương Vương”,
/// the number of a house.
fn is_borne(before: &[&str]) -> bool {
    let Some((last, earlier)) = before.split_last() else {
        return false;
    };
    if last.ends_with([',', '.', ':', '!', '?', ')']) {
        return false;
    }
    let two = earlier
        .last()
        .map(|word| format!("{} {}", bare(word), bare(last)));
    let bears = |said: &str| BEARERS.contains(&said);
    let number = last.starts_with(|c: char| c.is_ascii_digit());
    let numbered = |said: &str| HOUSES.contains(&said) || bears(said);
    let house = number && earlier.last().is_some_and(|word| numbered(&bare(word)));
    if house || bears(&bare(last)) || two.is_some_and(|two| bears(&two)) {
        return true;
    }
    is_syllable(trimmed(last), false) && is_borne(earlier)
}

fn bare(word: &str) -> String {
    trimmed(word).to_lowercase()
}

fn trimmed(word: &str) -> &str {
    word.trim_matches([':', '.', ',', '(', ')', '!', '?', '"', '“', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_with_a_title_and_without() {
        for (words, name) in [
            ("Nguyễn Văn An phụ trách", "Nguyễn Văn An"),
            ("Mở lớp do Trần Thị Bích Ngọc giảng", "Trần Thị Bích Ngọc"),
            ("Giao Lê Lợi, phòng Nội vụ", "Lê Lợi"),
            ("Chuẩn bị hội trường, Phạm Minh lo", "Phạm Minh"),
            ("giao NGUYỄN VĂN AN làm", "NGUYỄN VĂN AN"),
            ("Nguyen Van An phu trach", "Nguyen Van An"),
            ("Ngày 20/11 Võ Tuấn chuẩn bị", "Võ Tuấn"),
            ("Phó Chủ tịch Đỗ Mai Hoa", "Đỗ Mai Hoa"),
            ("Cho Hoàng Yến nghỉ", "Hoàng Yến"),
            ("Nguye\u{302}\u{303}n Văn An lo", "Nguyễn Văn An"),
            ("Đồng chí Minh mở lớp", "Đồng chí Minh"),
            ("Đủ bốn quý, cô Trần Thị Hoa lo", "cô Trần Thị Hoa"),
            ("Tác giả: Hùng", "Tác giả: Hùng"),
            ("Đ/c Phó Chủ tịch Đỗ Mai Hoa", "Đỗ Mai Hoa"),
            ("cô Thư lo", "cô Thư"),
        ] {
            assert_eq!(named(words).as_deref(), Some(name), "{words}");
        }
    }

    #[test]
    fn streets_schools_halls_and_everyday_words_are_nobody() {
        for words in [
            "Thăm trường THPT Trần Phú",
            "Họp tại Hội trường Nguyễn Huệ",
            "Dọn vệ sinh đường Lê Lợi, phố Trần Hưng Đạo",
            "Trường THPT chuyên Lê Quý Đôn, Trường Tiểu học Nguyễn Văn Trỗi",
            "Đường Kinh Dương Vương",
            "Trụ sở tại 12 Lê Lợi; số 7A Phan Chu Trinh",
            "Phường Nguyễn Thái Bình, xã Lê Minh Xuân",
            "Bệnh viện Nguyễn Tri Phương",
            "Giải thưởng Nguyễn Đức Cảnh",
            "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh",
            "Vì Hoàng Sa, Trường Sa thân yêu",
            "Đ/c Chủ tịch; Đồng chí Phó Chủ tịch; Đ/c Trưởng Ban Thanh tra; Ông Giám đốc",
            "Thăm Bà Rịa – Vũng Tàu, Bà Nà, núi Bà Đen, Cô Tô",
            "Bà Mẹ Việt Nam anh hùng; Thầy Trò",
            "Hồ Ba Bể, Hoàng Liên Sơn, gương Võ Thị Sáu, Khu di tích Nguyễn Du",
            "Công ty Hoàng Anh Gia Lai; Công đoàn Đặng Xá; Ngõ 12 Trần Hưng Đạo",
            "Hồ sơ thi đua; Lý do; Dương lịch",
            "HỒ SƠ THI ĐUA",
            "Sinh hoạt chuyên đề về văn hóa công vụ",
            "Ban Chấp hành, Ủy ban Kiểm tra phối hợp",
            "",
        ] {
            assert_eq!(named(words), None, "{words}");
        }
    }
}

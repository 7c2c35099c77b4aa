//! Texts as they come from forty years of Vietnamese computers.

use super::*;

#[test]
fn texts_of_old_fonts_are_told_from_vietnamese() {
    for old in [
        // TCVN3
        "C«ng ®oµn",
        "Së Néi vô, phßng Tæ chøc c¸n bé",
        "§oµn viªn lµ g×?",
        "Tæ 1",
        "V¨n phßng",
        // VNI
        "Coâng ñoaøn",
        "Phoøng Toå chöùc",
        "COÂNG ÑOAØN LAØ GÌ?",
        "Vaên phoøng Sôû",
        // VPS
        "Công Çoàn viên chÙc",
        "Liên Çoàn Lao Ƕng, Phòng T° chÙc",
    ] {
        assert_eq!(dead(old), Some(DeadText::OldFont), "{old}");
    }
}

#[test]
fn utf8_that_was_read_as_windows_1252_is_told() {
    for text in [
        "Công đoàn cơ sở",
        "Đà Nẵng",
        "Tổ “Một cửa”",
        "Phòng Tổ chức – Cán bộ",
        "à",
    ] {
        let windows = |byte: u8| match byte {
            0x80..0xa0 => WINDOWS.chars().nth(usize::from(byte) - 0x80).unwrap(),
            _ => char::from(byte),
        };
        let misread: String = text.bytes().map(windows).collect();
        assert_eq!(dead(&misread), Some(DeadText::Misread), "{misread}");
    }
    for lost in [
        "C\u{fffd}ng đoàn",
        "Ph?ng T? ch?c",
        "C?NG ?O?N S? N?I V?",
        "Phòng T? ch?c",
    ] {
        assert_eq!(dead(lost), Some(DeadText::Lost), "{lost}");
    }
    for sound in [
        "Thế nào là liêm chính?",
        "Đúng hay sai?Tôi nghĩ",
        "https://x.vn/tin?id=7",
        "a@b.vn?subject=x",
    ] {
        assert_eq!(dead(sound), None, "{sound}");
    }
}

#[test]
fn names_from_elsewhere_and_signs_are_left_alone() {
    for new in [
        "Công đoàn Sở Nội vụ",
        "Tổ “Một cửa” · tầng 2",
        "Trường ĐH Ngoại ngữ – ĐHQG",
        "Ý Yên, Óc Eo, Ủy ban, chùa Ò",
        "Khối A & B (ca đêm)",
        "Công đoàn Công ty Häfele Việt Nam",
        "Công đoàn Công ty Würth Việt Nam",
        "Trung tâm ISO® Việt Nam",
        "Đà Nẵng",
        "Café Zürich, Nestlé, São Paulo, Peña, Björk, L’Oréal, Citroën, Škoda, Moët & Chandon",
        "Müller, Köln, Größe, naïve, Curaçao, Hermès, Béla Bartók, Ångström, Søren, Ñuñoa, Ça va",
        "5 µm · 20 °C ± 1, § 12, ½ ngày, × 2, “Le Monde” « Le Monde », v.v…, Samsung™ ©2026 Bosch®",
        "Eà, .Oà: và",
        "A·B, tổ·nhóm, 10–12, quý I…, l’été, Übung",
        "Krông Pắk, Đắk Lắk, Pleiku, A Lưới, Ayun Pa, Mường Tè, Nghĩa Lộ, Gìn giữ, Giếng, Quốc lộ",
    ] {
        assert_eq!(dead(new), None, "{new}");
    }
}

#[test]
fn what_stands_in_quotation_marks_is_not_judged() {
    assert_eq!(dead("Công ty “C«ng ®oµn” Việt Nam"), None);
    assert_eq!(dead("C«ng ®oµn “Việt Nam”"), Some(DeadText::OldFont));
    assert_eq!(dead("“C«ng”, ®oµn"), Some(DeadText::OldFont));
}

#[test]
fn a_file_is_text_in_utf8_or_in_utf16_either_way() {
    let text = "mã\tSở Nội vụ\r\n";
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe", &le[..]].concat(),
        [b"\xfe\xff", &be[..]].concat(),
    ] {
        assert_eq!(decode(&bytes).as_deref(), Ok(text));
    }
    let bare: Vec<u8> = "code,name"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(decode(&bare).as_deref(), Ok("code,name"));
    assert_eq!(decode(b"a\r\nb\rc\nS\xf4"), Err(NotText(4)));
    assert_eq!(decode(b"\xff\xfea\0\n\0\x00\xd8"), Err(NotText(2)));
}

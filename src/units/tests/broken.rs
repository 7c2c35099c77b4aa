//! Files that somebody or something has broken: read or refused, and never more than that.

use proptest::prelude::*;

use super::*;
use crate::table::fixture::{flat, zipped};

/// What sheets are made of, and what they should not be made of.
const PIECES: [&str; 20] = [
    "<c r=\"XFD1048576\">",
    "<c r=\"A4294967295\" t=\"s\">",
    "<c t=\"d\"><v>2026-11-23</v></c>",
    "</c>",
    "<v>99999999999999999999999999</v>",
    "<v>-1</v>",
    "<row r=\"4294967295\">",
    "<row>",
    "</row>",
    "<mergeCell ref=\"B5:A1\"/>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "&#0;",
    "&x;",
    "<![CDATA[x]]>",
    "<table:table-row table:number-rows-repeated=\"4294967295\">",
    "<table:table-cell table:number-columns-repeated=\"4294967295\" table:number-rows-spanned=\"4294967295\">",
    "</table:table-cell>",
    "</table:table-row>",
    "<",
    "\"",
];

/// Puts pieces into a text, wherever a letter begins.
fn strewn(text: &str, pieces: &[(usize, usize)]) -> String {
    let mut letters: Vec<String> = text.chars().map(String::from).collect();
    for (place, piece) in pieces {
        let place = place % letters.len();
        letters[place].push_str(PIECES[piece % PIECES.len()]);
    }
    letters.concat()
}

/// Whatever becomes of it, it is told in a message's length.
fn judged(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Err(faults) = read(bytes, &[]) {
        let told = faults.told(&texts(), Language::Vi);
        prop_assert!(!told.is_empty() && told.chars().count() < 3200);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(
        begin in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"code,name,parent,kind,members\n"]),
        rest in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        judged(&[begin, &rest].concat())?;
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[a-z,;\t\"\n\r\u{b}đà ©]{0,120}") {
        judged(format!("{HEADER}{text}").as_bytes())?;
    }

    #[test]
    fn a_broken_workbook_is_read_or_refused(
        pieces in prop::collection::vec((any::<usize>(), any::<usize>()), 0..12),
    ) {
        let row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c><c t=\"s\"><v>0</v></c></row>";
        judged(&flat::sheet(&strewn(&row.repeat(2), &pieces), "<sst><si><t>name</t></si></sst>"))?;
        let row = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>code</text:p></table:table-cell></table:table-row>";
        judged(&flat::open_document_rows(&strewn(&row.repeat(2), &pieces)))?;
    }

    #[test]
    fn a_damaged_archive_is_refused(place in any::<usize>(), byte in any::<u8>(), end in any::<usize>()) {
        let mut bytes = zipped(&[("content.xml", "<table:table/>"), ("_rels/.rels", "<Relationships/>")]);
        let place = place % bytes.len();
        bytes[place] = byte;
        bytes.truncate(end % (bytes.len() * 2));
        judged(&bytes)?;
    }
}

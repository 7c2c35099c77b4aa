//! Workbooks written part by part, as no library of ours writes them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of these parts.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(text.as_bytes()).expect("a part");
    }
    zip.finish().expect("an archive").into_inner()
}

pub(crate) mod flat {
    use super::zipped;

    fn relations(kinds: &[(&str, &str)], base: &str) -> String {
        let one = |(place, (kind, target)): (usize, &(&str, &str))| {
            format!("<Relationship Id=\"r{place}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>")
        };
        let list: String = kinds.iter().enumerate().map(one).collect();
        format!("<Relationships>{list}</Relationships>")
    }

    fn workbook(rows: &str, strings: &str, base: &str, prefix: &str) -> Vec<u8> {
        let p = prefix;
        let root = relations(&[("officeDocument", "xl/workbook.xml")], base);
        let inner = relations(
            &[
                ("worksheet", "worksheets/one.xml"),
                ("sharedStrings", "/xl/words.xml"),
            ],
            base,
        );
        let book = format!(
            "<{p}workbook><{p}sheets><{p}sheet name=\"Một\" sheetId=\"1\" r:id=\"r0\"/></{p}sheets></{p}workbook>"
        );
        let sheet = format!(
            "<{p}worksheet><{p}dimension ref=\"A1:XFD1048576\"/><{p}sheetData>{rows}</{p}sheetData></{p}worksheet>"
        );
        zipped(&[
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", &root),
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", &inner),
            ("xl/worksheets/one.xml", &sheet),
            ("xl/words.xml", strings),
        ])
    }

    /// A workbook of one sheet with these rows.
    pub(crate) fn sheet(rows: &str, strings: &str) -> Vec<u8> {
        workbook(
            rows,
            strings,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "",
        )
    }

    /// As the strict form of the standard has it, with prefixes.
    pub(crate) fn strict<const N: usize>(rows: &[[&str; N]]) -> Vec<u8> {
        let cell =
            |text: &&str| format!("<x:c t=\"inlineStr\"><x:is><x:t>{text}</x:t></x:is></x:c>");
        let row = |cells: &[&str; N]| {
            format!(
                "<x:row>{}</x:row>",
                cells.iter().map(cell).collect::<String>()
            )
        };
        let rows: String = rows.iter().map(row).collect();
        workbook(
            &rows,
            "<x:sst/>",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
            "x:",
        )
    }

    /// An OpenDocument sheet.
    pub(crate) fn open_document<const N: usize>(rows: &[[&str; N]]) -> Vec<u8> {
        let cell = |text: &&str| match text.parse::<u32>() {
            Ok(number) => format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
            ),
            Err(_) => format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            ),
        };
        let row = |cells: &[&str; N]| {
            format!(
                "<table:table-row>{}</table:table-row>",
                cells.iter().map(cell).collect::<String>()
            )
        };
        let rows: String = rows.iter().map(row).collect();
        let blank = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        open_document_rows(&format!("{rows}{blank}"))
    }

    pub(crate) fn open_document_rows(rows: &str) -> Vec<u8> {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Một\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ("content.xml", &content),
        ])
    }

    pub(crate) fn locked_open_document() -> Vec<u8> {
        zipped(&[
            (
                "META-INF/manifest.xml",
                "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
            ),
            ("content.xml", "\u{1}\u{2}"),
        ])
    }
}

//! The same list as many programs save it.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::*;
use crate::table::fixture::{flat, zipped};

const ROWS: [[&str; 5]; 4] = [
    ["Mã", "Tên đơn vị", "Mã cấp trên", "Cấp", "Số người"],
    ["SNV", "Sở Nội vụ", "", "cơ sở", ""],
    ["VP", "Văn phòng", "SNV", "tổ", "15"],
    ["TC", "Phòng Tổ chức", "SNV", "tổ", "12"],
];

const SEEN: [&str; 3] = [
    "SNV < –: Sở Nội vụ, 27",
    "TC < SNV: Phòng Tổ chức, 12",
    "VP < SNV: Văn phòng, 15",
];

fn joined(separator: &str, end: &str) -> String {
    ROWS.map(|row| row.join(separator) + end).concat()
}

fn fill(sheet: &mut Worksheet, first: u32) {
    for (line, row) in (first..).zip(ROWS) {
        for (column, cell) in (0..).zip(row) {
            sheet.write(line, column, cell).expect("a cell");
        }
    }
}

/// A workbook with the list from its first row, and what else is done to it.
fn book(alter: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, 0);
    alter(sheet);
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn text_is_read_with_any_separator_line_end_and_encoding() {
    for separator in [",", ";", "\t"] {
        for end in ["\n", "\r\n", "\r"] {
            let text = joined(separator, end);
            let utf16 =
                |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
            for bytes in [
                text.as_bytes().to_vec(),
                [b"\xef\xbb\xbf", text.as_bytes()].concat(),
                [b"\xff\xfe", &utf16(u16::to_le_bytes)[..]].concat(),
                [b"\xfe\xff", &utf16(u16::to_be_bytes)[..]].concat(),
            ] {
                assert_eq!(units(bytes), SEEN, "{separator:?} {end:?}");
            }
        }
    }
    assert_eq!(units(format!("sep=;\r\n{}", joined(";", "\r\n"))), SEEN);
    assert_eq!(units(format!("sep=;\n{}", joined(";", "\n"))), SEEN);
    let mixed = joined(",", "\n")
        .replace("SNV,Sở", "\rSNV,Sở")
        .replace("VP,", "\r\nVP,");
    assert_eq!(units(mixed), SEEN);
    let titled = format!(
        "DANH SÁCH, KÈM THEO;;;;\n\n;;;;\n{};;;;\n",
        joined(";", "\n;;;;\n")
    );
    assert_eq!(units(titled), SEEN);
    let short = "code,name,parent,kind,members\nSNV,Sở Nội vụ,,cơ sở\nVP,Văn phòng,SNV,tổ,15\nTC,\"Phòng\r\nTổ\u{a0}chức\",SNV,tổ,12,,\n";
    assert_eq!(units(short), SEEN);
}

#[test]
fn places_in_text_are_the_lines_that_an_editor_shows() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!(
            "{HEADER}A,Phòng Một,,tổ,5\n\n\"B\",\"Phòng\nHai\",A,tổ,mười\nC C,Phòng Ba,A,tổ,1\nD,Phòng, Bốn,A,tổ,1\n"
        );
        let told = faults(text.replace('\n', end));
        let places: Vec<&str> = told
            .lines()
            .map(|line| line.split(':').next().unwrap_or_default())
            .collect();
        assert_eq!(
            places,
            ["cell E4", "cell A6", "line 7", "cell C7", "cell E7"],
            "{told}"
        );
    }
    let unclosed = format!("{HEADER}A,\"Phòng Một,,tổ,5\nB,Phòng Hai,A,tổ,1\n");
    assert!(
        faults(unclosed).contains("line 2: a quotation mark opens on this line and never closes")
    );
}

#[test]
fn a_table_is_found_below_its_title_on_the_sheet_that_has_it() {
    assert_eq!(units(book(|_| {})), SEEN);
    let mut titled = Workbook::new();
    titled
        .add_worksheet()
        .set_hidden(true)
        .write(0, 0, "ghi chú")
        .expect("a cell");
    titled
        .add_worksheet()
        .set_active(true)
        .write(0, 0, "Điền vào trang sau")
        .expect("a cell");
    let sheet = titled.add_worksheet();
    sheet.write(0, 0, "DANH SÁCH ĐƠN VỊ").expect("a cell");
    sheet
        .merge_range(1, 0, 1, 4, "(Kèm theo công văn)", &Format::new())
        .expect("a range");
    fill(sheet, 3);
    assert_eq!(units(titled.save_to_buffer().expect("a workbook")), SEEN);
    let mut hidden = Workbook::new();
    hidden.add_worksheet().write(0, 0, "x").expect("a cell");
    fill(
        hidden
            .add_worksheet()
            .set_name("Kín")
            .expect("a name")
            .set_hidden(true),
        0,
    );
    assert!(
        faults(hidden.save_to_buffer().expect("a workbook"))
            .contains("the table is on the hidden sheet 'Kín'")
    );
    let mut twice = Workbook::new();
    fill(twice.add_worksheet().set_name("Một").expect("a name"), 0);
    fill(twice.add_worksheet().set_name("Hai").expect("a name"), 0);
    assert!(
        faults(twice.save_to_buffer().expect("a workbook")).contains("on several sheets: Một, Hai")
    );
}

#[test]
fn headings_that_are_not_right_are_told_with_what_was_found_and_what_is_wanted() {
    let lines = "Mã;Tên đơn vị;Quản lý;;Số người\n;;Mã cấp trên;Cấp;\nSNV;Sở Nội vụ;;cơ sở;\n";
    insta::assert_snapshot!(faults(lines), @"line 1: the headings stand on two lines, 1 and 2; found here: Mã | Tên đơn vị | Quản lý | Số người. Write them on one line, without merged cells, with all of these: code (Mã), name (Tên đơn vị), parent (Mã cấp trên), kind (Cấp), members (Số người)");
    insta::assert_snapshot!(faults("code,name\nA,Một\n"), @"line 1: the headings are: code | name. Missing: parent (Mã cấp trên), kind (Cấp), members (Số người). Wanted is one line with all of these: code (Mã), name (Tên đơn vị), parent (Mã cấp trên), kind (Cấp), members (Số người)");
    insta::assert_snapshot!(faults("\nMột,hai\n"), @"line 2: there is no line of headings. Found here: Một,hai. Wanted is one line with all of these: code (Mã), name (Tên đơn vị), parent (Mã cấp trên), kind (Cấp), members (Số người)");
    let vi = read(lines.as_bytes(), &[])
        .expect_err("a wrong file")
        .told(&texts(), Language::Vi);
    insta::assert_snapshot!(vi, @"Dòng 1: tiêu đề nằm trên hai dòng, 1 và 2; ở đây có: Mã | Tên đơn vị | Quản lý | Số người. Xin viết tiêu đề trên một dòng, không gộp ô, đủ các cột: Mã (code), Tên đơn vị (name), Mã cấp trên (parent), Cấp (kind), Số người (members).");
    assert!(
        faults(format!("{}Loại\n", HEADER.replace('\n', ",")))
            .contains("cell F1: the column 'kind (Cấp)' stands in cell D1 already")
    );
    assert!(faults(HEADER).contains("line 1: there is no unit below the headings"));
}

#[test]
fn cells_say_what_a_person_sees_in_them() {
    let bytes = book(|sheet| {
        let zeros = Format::new().set_num_format("000");
        sheet.write_with_format(4, 0, 7, &zeros).expect("a cell");
        sheet
            .write(4, 1, " Phòng\u{b}Kế\u{200b} toán\u{a0} ")
            .expect("a cell");
        sheet
            .merge_range(2, 2, 4, 2, "snv", &Format::new())
            .expect("a range");
        sheet.write(4, 3, "t\u{f4}\u{309}").expect("a cell");
        sheet
            .write(4, 4, Formula::new("=5+4").set_result("9"))
            .expect("a cell");
        sheet.write(2, 4, 15.0).expect("a cell");
    });
    assert_eq!(
        units(bytes),
        [
            "SNV < –: Sở Nội vụ, 36",
            "007 < SNV: Phòng Kế toán, 9",
            "TC < SNV: Phòng Tổ chức, 12",
            "VP < SNV: Văn phòng, 15"
        ]
    );
}

#[test]
fn headings_merged_over_two_lines_are_told_as_such() {
    let bytes = book(|sheet| {
        for column in 0..4 {
            let heading = ["Mã", "Tên đơn vị", "Mã cấp trên", "Cấp"][usize::from(column)];
            sheet
                .merge_range(0, column, 1, column, heading, &Format::new())
                .expect("a range");
        }
        sheet.write(1, 4, "Tổng").expect("a cell");
        sheet.write(1, 5, "Nữ").expect("a cell");
    });
    let faults = faults(bytes);
    assert!(
        faults.starts_with("line 1: the headings stand on two lines, 1 and 2;"),
        "{faults}"
    );
}

#[test]
fn a_number_that_the_cell_shows_otherwise_is_not_taken() {
    for code in ["0,", "0%", "[>10]\"nhiều\";0", ";;;"] {
        let bytes = book(|sheet| {
            let format = Format::new().set_num_format(code);
            sheet
                .write_with_format(3, 4, 15_000, &format)
                .expect("a cell");
        });
        let faults = faults(bytes);
        assert!(faults.starts_with("cell E4: "), "{code}: {faults}");
    }
    for code in ["#,##0", "0", "0\" người\"", "00000", "General"] {
        let bytes = book(|sheet| {
            let format = Format::new().set_num_format(code);
            sheet
                .write_with_format(3, 4, 15_000, &format)
                .expect("a cell");
        });
        let units = units(bytes).join("\n");
        assert!(units.contains("15000"), "{code}: {units}");
    }
}

#[test]
fn cells_that_say_something_else_than_they_show_are_refused() {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let date = ExcelDateTime::from_ymd(2026, 11, 23).expect("a day");
    let bytes = book(|sheet| {
        sheet.write_with_format(2, 4, &date, &day).expect("a cell");
        sheet.write(3, 4, 12.5).expect("a cell");
        sheet
            .write(1, 3, Formula::new("=#REF!").set_result("#REF!"))
            .expect("a cell");
        sheet.write(1, 4, "12,5").expect("a cell");
        sheet.write(3, 1, "Phòng\u{7}Tổ chức").expect("a cell");
        sheet
            .write_with_format(3, 0, 5, &Format::new().set_num_format("0.00"))
            .expect("a cell");
        sheet
            .merge_range(1, 1, 2, 1, "Sở Nội vụ", &Format::new())
            .expect("a range");
    });
    insta::assert_snapshot!(faults(bytes), @r"
    cell B2: the cells B2:B3 are merged, so it is not clear what each row says: unmerge them and write it into each row
    cell D2: a formula that fails stands here (#REF!); type the value in its place
    cell E2: '12,5' is no number of people: write a whole number such as 15 or 1.030, or leave it empty to add up the units below
    cell E3: Excel has made a date or a time of it; format the cell as text and type it again
    cell A4: Excel has made a number of it; format the cell as text and type it again
    cell B4: an invisible control character (U+0007) stands here; delete what is in the cell and type it again
    cell E4: '12,5' is no number of people: write a whole number such as 15 or 1.030, or leave it empty to add up the units below
    ");
}

#[test]
fn a_control_character_in_text_is_told_with_its_cell() {
    for (control, code) in [("\0", "U+0000"), ("\u{7}", "U+0007")] {
        let text = format!("code,name,parent,kind,members\nSNV,Sở{control} Nội vụ,,sở,3\n");
        let told = faults(text);
        let wanted = format!("cell B2: an invisible control character ({code})");
        assert!(told.contains(&wanted), "{told}");
    }
}

#[test]
fn a_formula_needs_a_result_and_a_truth_value_is_no_text() {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &[String]| format!("<row>{}</row>", cells.concat());
    let headings = row(&HEADER.trim().split(',').map(cell).collect::<Vec<_>>());
    let formula = row(&[
        cell("A"),
        cell("Một"),
        cell(""),
        cell("tổ"),
        "<c><f>2+3</f></c>".to_owned(),
    ]);
    let truth = row(&[
        cell("B"),
        "<c t=\"b\"><v>1</v></c>".to_owned(),
        cell("A"),
        cell("tổ"),
        "<c t=\"str\"><f>\"5\"</f><v>5</v></c>".to_owned(),
    ]);
    insta::assert_snapshot!(faults(flat::sheet(&(headings + &formula + &truth), "<sst/>")), @r"
    cell E2: the result of this formula is not stored in the file; open it with Excel and save it, or type the value in its place
    cell B3: Excel has made a truth value of it; format the cell as text and type it again
    ");
}

#[test]
fn what_is_no_table_is_told_what_it_is() {
    let wide = |name: &str| {
        name.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 512]].concat();
    let with = |name: &str| [old.clone(), wide(name)].concat();
    for (bytes, told) in [
        (
            with("Workbook"),
            "the file: this is an old Excel file (.xls)",
        ),
        (with("EncryptedPackage"), "the file: it has a password"),
        (
            old.clone(),
            "the file: it has a password, or an old form that is not read",
        ),
        (b"PK\x03\x04?".to_vec(), "the file: it is damaged"),
        (
            zipped(&[("note.txt", "x")]),
            "the file: this is an archive or a document",
        ),
        (
            b"\n<html><table>".to_vec(),
            "the file: this is a web page (HTML)",
        ),
        (b"%PDF-1.7\n\x00\xff".to_vec(), "the file: this is no table"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00".to_vec(),
            "the file: this is no table",
        ),
        (vec![], "the file: it is empty"),
        (b"\n \n".to_vec(), "the file: nothing stands in the file"),
        (
            b"code,name\nA,S\xf4".to_vec(),
            "line 2: the file is not Unicode",
        ),
        (vec![b' '; BYTES_MAX + 1], "the file: it is too large: 8 MB"),
    ] {
        let seen = faults(&bytes);
        assert!(seen.starts_with(told), "{told}: {seen}");
    }
}

#[test]
fn a_strict_workbook_and_one_of_libreoffice_are_read() {
    assert_eq!(units(flat::strict(&ROWS)), SEEN);
    assert_eq!(units(flat::open_document(&ROWS)), SEEN);
    assert!(faults(flat::locked_open_document()).starts_with("the file: it has a password"));
}

#[test]
fn a_cell_far_away_costs_nothing_and_is_told() {
    let far = book(|sheet| {
        sheet.write(1_048_575, 16_383, "x").expect("a cell");
    });
    assert!(faults(far).starts_with("cell XFD1048576: something stands far away from the table"));
    let many = flat::sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
        "<sst uniqueCount=\"99999999999999999\"><si><t>x</t></si></sst>",
    );
    assert!(faults(many).contains("there is no line of headings"));
    let repeated = flat::open_document_rows(
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>",
    );
    assert!(faults(repeated).starts_with("the file: it is too large"));
}

#[test]
fn what_unpacks_to_very_much_is_not_unpacked() {
    let blank = " ".repeat(1 << 20);
    let rows = blank.repeat(70);
    let bomb = flat::sheet(&rows, "<sst/>");
    assert!(bomb.len() < BYTES_MAX, "{}", bomb.len());
    assert!(faults(bomb).starts_with("the file: it is too large"));
    // One long text in very many cells.
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(200);
    let rows = format!("<row>{cells}</row>").repeat(100);
    assert!(faults(flat::sheet(&rows, &long)).starts_with("the file: it is too large"));
}

#[test]
fn a_hidden_sheet_with_a_table_is_passed_over_and_said() {
    let mut book = Workbook::new();
    fill(
        book.add_worksheet()
            .set_name("Kín")
            .expect("a name")
            .set_hidden(true),
        0,
    );
    fill(book.add_worksheet().set_active(true), 2);
    let bytes = book.save_to_buffer().expect("a workbook");
    let told = read(&bytes, &[]).expect("sound").changes(&[]);
    let told = told.told(&texts(), Language::En);
    assert!(told.contains("was not read (1): Kín"), "{told}");
}

#[test]
fn merged_cells_that_are_refused_are_one_fault() {
    let told = faults(book(|sheet| {
        sheet
            .merge_range(1, 1, 3, 1, "Sở Nội vụ", &Format::new())
            .expect("merged");
    }));
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("B2:B4"), "{told}");
}

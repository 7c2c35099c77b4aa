//! The commands that end by themselves: what they print, and with which exit code.

use std::path::Path;

use tempfile::TempDir;

use crate::process::{nhip, report};

/// Runs it in that folder and shows what came of it. Which database it is, is the same everywhere here.
fn tells(folder: &Path, arguments: &[&str]) -> String {
    let output = nhip().args(arguments).current_dir(folder).output();
    let told = report(folder, &output.expect("the program starts"));
    told.replace("\ndatabase: ‹folder›/nhip.db (the default)", "")
}

const UNITS: &str = "\
code,name,parent,kind,members
SNV,Sở Nội vụ,,đơn vị,
SNV-VP,Văn phòng Sở,SNV,bộ phận,15
";

#[test]
fn units_are_imported_listed_and_imported_again() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join("units.csv"), UNITS).unwrap();
    insta::assert_snapshot!(tells(folder, &["units"]), @r"
    exit code 1
    nhip: there is no database nhip.db: import units first, or name the file with --database
    ");
    insta::assert_snapshot!(tells(folder, &["units", "import", "units.csv"]), @r"
    exit code 0
    + SNV: Sở Nội vụ (15 people, nothing above it)
    + SNV-VP: Văn phòng Sở (15 people, below SNV)
    2 new, 0 changed, 0 as before
    nothing was imported: to do it, add --yes
    ");
    assert!(
        !folder.join("nhip.db").exists(),
        "looking leaves nothing behind"
    );
    let told = tells(folder, &["units", "import", "--yes", "units.csv"]);
    assert!(
        told.contains("\n2 new, 0 changed, 0 as before\n")
            && told.ends_with("a new, empty database begins: ‹folder›/nhip.db"),
        "{told}"
    );
    let list = tells(folder, &["units", "--json"]);
    let json = list.strip_prefix("exit code 0\n").expect("a success");
    let units: serde_json::Value = serde_json::from_str(json).expect("JSON and nothing else");
    let starts: Vec<&str> = units
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| unit["start"].as_str().unwrap())
        .collect();
    let mut table = tells(folder, &["units"]);
    for (start, name) in starts.iter().zip(["‹start 1›", "‹start 2›"]) {
        table = table.replace(start, name);
    }
    insta::assert_snapshot!(table, @r"
    exit code 0
    SNV            15  ‹start 1›  Sở Nội vụ
    SNV-VP         15  ‹start 2›  Văn phòng Sở
    ");
    let changed = UNITS.replace("15", "17").replace(',', ";");
    std::fs::write(
        folder.join("units.csv"),
        format!("\u{feff}{changed}SNV-CB;Phòng Tổ chức;SNV;bộ phận;9\n"),
    )
    .unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "--yes", "units.csv"]), @r"
    exit code 0
    ~ SNV: members 15 → 26
    + SNV-CB: Phòng Tổ chức (9 people, below SNV)
    ~ SNV-VP: members 15 → 17
    1 new, 2 changed, 0 as before
    imported: 'nhip units' lists them with the codes of their invite links
    ");
    insta::assert_snapshot!(tells(folder, &["units", "import", "units.csv"]), @r"
    exit code 0
    0 new, 0 changed, 3 as before
    nothing to import: the units are as the file has them
    ");
    let circle = "code,name,parent,kind,members\nSNV,Sở Nội vụ,SNV-CB,đơn vị,\n";
    std::fs::write(folder.join("circle.csv"), circle).unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "circle.csv"]), @r"
    exit code 1
    nhip: circle.csv was refused, nothing was imported:
    cell C2: 'SNV' would be above itself: a tree has no circles
    ");
    let again = tells(folder, &["units", "--json"]);
    assert!(
        starts.iter().all(|start| again.contains(start)),
        "an invite link outlives an import"
    );
}

/// What an officer's Excel writes: Vietnamese headings, a column more, numbers that are numbers, an empty line.
fn workbook(name: &str, kind: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let headings = [
        "Tên đơn vị",
        "Mã",
        "Ghi chú",
        "Cấp",
        "Mã cấp trên",
        "Số người",
    ];
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write(0, column, heading).unwrap();
    }
    let rows = [
        ["Sở Nội vụ", "SNV", "", "đơn vị", ""],
        [name, "SNV-VP", "tầng 2", kind, "SNV"],
    ];
    for (row, cells) in [1_u32, 3].into_iter().zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    sheet.write(3, 5, 15.0).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn units_come_from_excel_as_officers_keep_them() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    std::fs::write(
        folder.join("units.xlsx"),
        workbook("Văn phòng Sở", "bộ phận"),
    )
    .unwrap();
    let import = ["units", "import", "--yes", "units.xlsx", "--log", "error"];
    insta::assert_snapshot!(tells(folder, &import), @r"
    exit code 0
    + SNV: Sở Nội vụ (15 people, nothing above it)
    + SNV-VP: Văn phòng Sở (15 people, below SNV)
    2 new, 0 changed, 0 as before
    imported: 'nhip units' lists them with the codes of their invite links
    nhip: a new, empty database begins: ‹folder›/nhip.db
    ");
    std::fs::write(folder.join("units.csv"), UNITS).unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "--yes", "units.csv"]), @r"
    exit code 0
    0 new, 0 changed, 2 as before
    nothing to import: the units are as the file has them
    ");
    std::fs::write(
        folder.join("old.xlsx"),
        workbook("V¨n phßng Së", "boä phaän"),
    )
    .unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "old.xlsx"]), @r"
    exit code 1
    nhip: old.xlsx was refused, nothing was imported:
    cell A4: typed in an old font (TCVN3, VNI or VPS), so it shows as nonsense: V¨n phßng Së; convert it to Unicode. If it is meant to be so, put these words between curly quotation marks, as in “Häfele”
    cell D4: typed in an old font (TCVN3, VNI or VPS), so it shows as nonsense: boä phaän; convert it to Unicode. If it is meant to be so, put these words between curly quotation marks, as in “Häfele”
    ");
    std::fs::write(folder.join("locked.xlsx"), b"PK\x03\x04 locked").unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "locked.xlsx"]), @r"
    exit code 1
    nhip: locked.xlsx was refused, nothing was imported:
    the file: it is damaged or incomplete: open it with Excel or LibreOffice, save it as .xlsx and try again
    ");
}

#[test]
fn a_wrong_file_of_units_is_refused_whole() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let wrong = "\
code,name,parent,kind,members
SNV,Sở Nội vụ,,đơn vị,
SNV,Sở Nội vụ hai,,đơn vị,12
SNV-VP,,SNV,bộ phận,15
SNV-CB,Phòng Tổ chức,KHONG,bộ phận,nhiều
";
    std::fs::write(folder.join("units.csv"), wrong).unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "units.csv"]), @r"
    exit code 1
    nhip: units.csv was refused, nothing was imported:
    cell A3: the code 'SNV' is also on line 2: each unit needs its own
    cell B4: a name has 1 to 120 characters, this one has 0
    cell C5: the unit above, 'KHONG', is neither in this file nor stored: add it, or correct the code
    cell E5: 'nhiều' is no number of people: write a whole number such as 15 or 1.030, or leave it empty to add up the units below
    ");
    insta::assert_snapshot!(tells(folder, &["units"]), @r"
    exit code 1
    nhip: there is no database nhip.db: import units first, or name the file with --database
    ");
    std::fs::write(folder.join("empty.csv"), "").unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "empty.csv"]), @r"
    exit code 1
    nhip: empty.csv was refused, nothing was imported:
    the file: it is empty
    ");
    std::fs::write(
        folder.join("latin.csv"),
        b"code,name,parent,kind,members\nS,S\xf4 N\xf4i v,,d,1\n",
    )
    .unwrap();
    insta::assert_snapshot!(tells(folder, &["units", "import", "latin.csv"]), @r"
    exit code 1
    nhip: latin.csv was refused, nothing was imported:
    line 2: the file is not Unicode; it may be typed in an old font such as TCVN3 or VNI: convert it to Unicode, and save it as Excel (.xlsx) or 'CSV UTF-8'
    ");
    insta::assert_snapshot!(tells(folder, &["units", "import", "missing.csv"]), @r"
    exit code 1
    nhip: cannot read missing.csv: No such file or directory (os error 2)
    ");
}

#[test]
fn the_texts_are_checked_where_they_stand() {
    let folder = TempDir::new().unwrap();
    let messages = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages");
    for arguments in [&["check"][..], &["check", messages.to_str().unwrap()]] {
        let told = without_calendar(&tells(folder.path(), arguments));
        assert!(
            told == "exit code 0\nno faults" || told.lines().count() == 2,
            "{told}"
        );
    }
    copy(&messages, &folder.path().join("messages"));
    let vi = folder.path().join("messages/ui/vi.ftl");
    let text = std::fs::read_to_string(&vi).unwrap();
    let spoilt = text.replacen("button-agree = Đồng ý", "button-agre = Đồng ý", 1);
    std::fs::write(&vi, spoilt.replacen("<b>Nhịp</b>", "<b>Nhịp", 1)).unwrap();
    insta::assert_snapshot!(without_calendar(&tells(folder.path(), &["check", "messages"])), @"
    exit code 1
    messages/ui/en.ftl:50:1: the text button-agree has no Vietnamese; add it to messages/ui/vi.ftl, or delete it here
    messages/ui/vi.ftl:20:1: the message welcome is no HTML of the messenger: <b> is never closed; close every tag, use only b i u s code pre a blockquote tg-spoiler, write &lt; &gt; &amp;
    messages/ui/vi.ftl:50:1: the text button-agre has no English; add it to messages/ui/en.ftl
    nhip: faults: 3
    ");
    insta::assert_snapshot!(tells(folder.path(), &["check", "nowhere"]), @r"
    exit code 1
    nowhere:1:1: it cannot be read (No such file or directory (os error 2)); check that it exists and that this user may read it
    nhip: faults: 1
    ");
}

#[test]
fn whoever_asks_for_vietnamese_is_spoken_to_in_vietnamese() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    insta::assert_snapshot!(tells(folder, &["units", "--lang", "vi"]), @r"
    exit code 1
    cơ sở dữ liệu: ‹folder›/nhip.db (mặc định)
    nhip: không có cơ sở dữ liệu nhip.db: hãy nhập đơn vị trước, hoặc nêu tên tệp bằng --database
    ");
    insta::assert_snapshot!(tells(folder, &["check", "nowhere", "--lang", "vi"]), @r"
    exit code 1
    nowhere:1:1: không đọc được (No such file or directory (os error 2)); hãy xem tệp có đó không và người dùng này có quyền đọc không
    nhip: số lỗi: 1
    ");
    std::fs::write(folder.join("nhip.toml"), "[schedule]\nquiz = \"sunday\"\n").unwrap();
    std::fs::write(folder.join("env"), "NHIP_LANG=vi\n").unwrap();
    let command = || {
        let mut command = nhip();
        command.current_dir(folder).env_remove("NHIP_LANG");
        command
    };
    let units = |command: &mut std::process::Command| {
        let told = command.arg("units").output().unwrap();
        String::from_utf8(told.stderr).unwrap()
    };
    let told = units(command().env("LANG", "en_GB.UTF-8"));
    assert!(
        told.contains("không phải là ngày làm việc"),
        "the file env asks for it: {told}"
    );
    std::fs::remove_file(folder.join("env")).unwrap();
    let told = units(command().env("LANG", "en_GB.UTF-8"));
    assert!(
        told.contains("no working day"),
        "the terminal speaks English: {told}"
    );
    let told = units(&mut command());
    assert!(
        told.contains("không phải là ngày làm việc"),
        "nobody says anything: {told}"
    );
}

#[test]
fn the_manual_names_every_command_option_and_variable() {
    let folder = TempDir::new().unwrap();
    let manuals = [
        (
            "--help",
            "nhip demo, nhip units import, nhip run, check, sandbox, --log, NHIP_LOG",
        ),
        ("demo", "--port, 8080, --data, Ctrl-C, --messages"),
        (
            "run",
            "TELOXIDE_TOKEN, TELOXIDE_API_URL, NHIP_DATABASE, NHIP_OWNERS, NHIP_MESSAGES, NHIP_CONFIG",
        ),
        (
            "run",
            "--clock-start, --clock-rate, SIGTERM, 2026-11-23T07:00:00+07:00",
        ),
        ("units", "import, --json, --database"),
        ("check", "messages/, Exit code 1, [DIR]"),
        ("sandbox", "--port, 8081"),
    ];
    for (command, words) in manuals {
        let manual = tells(folder.path(), &[command, "--help"]);
        assert!(manual.starts_with("exit code 0\n"), "{manual}");
        for word in words.split(", ") {
            assert!(manual.contains(word), "{word} is not in:\n{manual}");
        }
    }
}

#[test]
fn a_mistyped_command_is_told_what_was_meant_and_a_token_is_no_option() {
    let folder = TempDir::new().unwrap();
    insta::assert_snapshot!(tells(folder.path(), &["rum"]), @r"
    exit code 2
    nhip: there is no command 'rum'
    nearest to it: run
    Usage: nhip [OPTIONS] <COMMAND>
    '--help' tells what there is.
    ");
    insta::assert_snapshot!(tells(folder.path(), &["run", "--token", "1:x"]), @r"
    exit code 2
    nhip: '--token' means nothing here
    Usage: nhip run [OPTIONS]
    '--help' tells what there is.
    ");
}

/// The calendar must be carried on year by year: whether it is up to date now is no matter of tests.
fn without_calendar(told: &str) -> String {
    let other = told.lines().filter(|line| !line.contains("calendar.yaml"));
    other.collect::<Vec<_>>().join("\n")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

//! What officers get besides words: pictures, spreadsheets, documents.
//!
//! Every file is left in `target/tmp` to be looked at.

#[path = "files/sample.rs"]
mod sample;

use std::path::Path;

use calamine::{Data, DataType, Reader, Xlsx};
use nhip::drawing;
use nhip::report::{self, Figures, document, picture, sheet};
use nhip::text::{Texts, Words};
use nhip::types::Language;
use telegram_sandbox::Message;
use testkit::world::{Group, World};

fn texts() -> Texts {
    Texts::built_in(&Words::default()).unwrap()
}

fn keep(name: &str, bytes: &[u8]) {
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), bytes).unwrap();
}

fn drawn(name: &str, figures: &Figures, language: Language) -> String {
    let svg = picture::svg(figures, &texts(), language);
    let png = drawing::png(&svg).unwrap();
    println!("{name}: {} of SVG, {} of PNG", svg.len(), png.len());
    keep(&format!("{name}.svg"), svg.as_bytes());
    keep(&format!("{name}.png"), &png);
    svg
}

#[test]
fn a_week_is_a_picture() {
    let svg = drawn("week", &sample::week(), Language::Vi);
    assert!(svg.contains("41/45") && svg.contains("từ 90% trở lên"));
}

#[test]
fn what_is_hidden_says_so_and_is_no_zero() {
    let svg = drawn("hidden", &sample::hidden(), Language::Vi);
    let said = svg.matches(">chưa đủ số lượt<").count();
    assert_eq!(
        said,
        1 + 4 + 1 + 1,
        "participation, themes, weeks, check-in"
    );
    let why = svg.matches("không phải là số 0").count();
    assert_eq!(why, 1, "the reason, once for the whole picture");
    assert!(
        !svg.contains(">0%<") || svg.matches(">0%<").count() == 1,
        "only on the scale"
    );
}

#[test]
fn below_a_grassroots_unit_the_picture_says_where_reflections_are_told() {
    let svg = drawn("group", &sample::group(), Language::Vi);
    assert!(
        svg.contains("Suy ngẫm: chỉ tổng hợp từ cấp cơ sở trở lên")
            && svg.contains("Sở Nội vụ (minh họa)"),
        "{svg}"
    );
}

#[test]
fn a_first_week_a_quarter_and_english_are_pictures_too() {
    drawn("first", &sample::first(), Language::Vi);
    drawn("quarter", &sample::quarter(), Language::Vi);
    drawn("english", &sample::week(), Language::En);
}

#[test]
fn a_name_may_have_anything_in_it() {
    let mut figures = sample::week();
    figures.unit = "<b>A & B</b> “”".to_owned();
    drawn("name", &figures, Language::Vi);
}

/// How long each form takes; told, not judged: machines differ.
fn timed<T>(what: &str, make: impl Fn() -> T) -> T {
    make();
    let started = std::time::Instant::now();
    let made = make();
    println!("{what}: {:?}", started.elapsed());
    made
}

#[test]
fn a_quarter_is_a_spreadsheet_and_a_document() {
    for (name, figures, language) in [
        ("quarter", sample::quarter(), Language::Vi),
        ("quarter-hidden", sample::hidden(), Language::Vi),
        ("group", sample::group(), Language::Vi),
        ("quarter-first", sample::first(), Language::Vi),
        ("quarter-en", sample::quarter(), Language::En),
    ] {
        let texts = texts();
        let xlsx = timed("xlsx", || sheet::xlsx(&figures, &texts, language).unwrap());
        let docx = timed("docx", || {
            document::docx(&figures, &texts, language).unwrap()
        });
        println!("{name}: {} of XLSX, {} of DOCX", xlsx.len(), docx.len());
        keep(&format!("{name}.xlsx"), &xlsx);
        keep(&format!("{name}.docx"), &docx);
        let again = sheet::xlsx(&figures, &texts, language).unwrap();
        assert!(again == xlsx, "the same figures, the same file");
    }
}

/// The cells of a sheet, by its place.
fn cells(xlsx: Vec<u8>, sheet: usize) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(xlsx)).unwrap();
    let range = book.worksheet_range_at(sheet).unwrap().unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn weeks_are_dates_the_open_one_is_marked_and_a_mean_is_of_closed_ones_of_the_period() {
    let sheet = |figures: &Figures, sheet| {
        cells(sheet::xlsx(figures, &texts(), Language::Vi).unwrap(), sheet)
    };
    let label = |row: &[Data]| row.first().map(ToString::to_string).unwrap_or_default();
    let weeks = sheet(&sample::quarter(), 2);
    let days = weeks.iter().filter(|row| row[0].is_datetime()).count();
    assert_eq!(days, 12, "{weeks:?}");
    let mean = weeks.iter().find(|row| label(row) == "Trung bình các tuần");
    assert!(mean.unwrap()[3].is_float(), "{weeks:?}");
    // Of a week: those before it, to compare; no mean, and the open one without a number.
    let weeks = sheet(&sample::open(), 2);
    assert!(weeks.iter().all(|row| label(row) != "Trung bình các tuần"));
    let open: Vec<_> = weeks
        .iter()
        .filter(|row| row[1].to_string().contains("tuần còn mở"))
        .collect();
    assert_eq!(open.len(), 1, "{weeks:?}");
    assert!(open[0][0].is_datetime() && open[0][3].is_empty());
    let summary = sheet(&sample::open(), 0);
    let said: Vec<String> = summary.iter().map(|row| row[1].to_string()).collect();
    assert!(said.contains(&"hơn 40 người".to_owned()), "{said:?}");
}

#[test]
fn a_picture_of_an_open_week_has_steps_and_no_shares_of_it() {
    let svg = drawn("open", &sample::open(), Language::Vi);
    assert!(svg.contains("hơn 40 người") && svg.contains("… tuần còn mở"));
    assert!(!svg.contains("/45") && !svg.contains("41/"), "{svg}");
    drawn("open-english", &sample::open(), Language::En);
}

#[test]
fn a_year_is_evidence_and_a_minute_with_what_people_write_left_blank() {
    for (name, figures, language) in [
        ("year", sample::year(), Language::Vi),
        ("year-first", sample::first(), Language::Vi),
        ("year-en", sample::year(), Language::En),
    ] {
        let texts = texts();
        let annex = document::evidence(&figures, &texts, language).unwrap();
        let minute = document::minute(&figures, &texts, language).unwrap();
        keep(&format!("{name}-evidence.docx"), &annex);
        keep(&format!("{name}-minute.docx"), &minute);
    }
}

#[test]
fn a_file_is_called_after_its_unit_and_its_time() {
    let name = report::file_name(&sample::week(), "file-name", &texts(), Language::Vi);
    assert_eq!(
        name,
        "bao-cao-tuan-16-11-22-11-2026-cong-doan-co-so-so-noi-vu-minh-hoa"
    );
}

#[test]
fn drawing_takes_some_milliseconds() {
    let texts = texts();
    let figures = sample::week();
    let svg = timed("svg", || picture::svg(&figures, &texts, Language::Vi));
    let png = timed("png", || drawing::png(&svg).unwrap());
    println!("{} of SVG, {} of PNG", svg.len(), png.len());
}

/// A world in which the group of the whole office is tied to it, and so many have been reached and have answered.
async fn office(reached: i64, answered: i64) -> (World, Group) {
    let world = World::start().await;
    let group = world.group("Sở Nội vụ", &[&world.officer()], false);
    world.settles().await;
    world.officer().says_in(&group, "/lienket SNV").await;
    let counted = format!(
        "INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
         SELECT rounds.id, units.id, {reached}, {reached}, {answered}, {answered} FROM rounds, units
         WHERE units.code = 'SNV' RETURNING unit_id"
    );
    let rows = world.database().lines(counted).await;
    assert_eq!(rows.len(), 1, "one round, one unit");
    world.passes_to("2026-11-29 21:00").await;
    (world, group)
}

/// What the group sees after `/baocao`: the picture, if there is one, and the text.
async fn reported(world: &World, group: &Group) -> (Option<Message>, Message) {
    let before = group.messages().len();
    world.officer().says_in(group, "/baocao").await;
    let mut all = group.messages().split_off(before + 1);
    let words = all.pop().unwrap();
    (all.pop(), words)
}

#[tokio::test]
async fn a_group_that_asks_gets_a_picture_and_then_words() {
    let (world, group) = office(41, 32).await;
    let (picture, words) = reported(&world, &group).await;
    assert!(words.text.contains("41/45 người (91%)"), "{}", words.text);
    assert!(words.text.contains("32/41 (78%)"), "{}", words.text);
    let picture = picture.unwrap();
    assert_eq!(
        picture.photo.as_deref(),
        Some("bao-cao-tuan-23-11-29-11-2026-so-noi-vu.png")
    );
    assert_eq!(picture.text, "Sở Nội vụ · Tuần 23/11 – 29/11/2026");
    world.ends().await;
}

#[tokio::test]
async fn a_group_too_small_gets_words_that_say_so_and_no_empty_picture() {
    let (world, group) = office(4, 4).await;
    let (picture, words) = reported(&world, &group).await;
    assert_eq!(picture, None);
    let said = words.text.matches("đủ số lượt").count();
    assert_eq!(said, 1, "{}", words.text);
    assert!(
        words.text.contains("Nên làm tiếp: mời thêm người"),
        "{}",
        words.text
    );
    assert!(!words.text.contains("4/"), "{}", words.text);
    world.ends().await;
}

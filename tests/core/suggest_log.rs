//! Somebody holds the log open for as long as they like and reads every commit in it, page by page: who sent a suggestion is not
//! there, nor in which order they came.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use testkit::stage::Stage;

use crate::suggest::{SLOW, Unit};

/// Another process that reads: nothing of the log is ever emptied while it does.
struct Spy<'a> {
    stage: &'a Stage,
    reader: SqliteConnection,
    /// How many commits were there when it began.
    from: usize,
}

/// What one commit wrote: pages by their number.
type Commit = BTreeMap<u32, Vec<u8>>;

/// What the spy makes of a commit.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// Whose pages it changed.
    tables: BTreeSet<String>,
    /// The rows of those tables thereafter, labels alike.
    rows: Vec<String>,
    /// All that was written.
    bytes: Vec<u8>,
}

fn number(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(bytes.try_into().expect("four bytes"))
}

/// The log as SQLite writes it: a header of 32 bytes, then pages, each behind 24 bytes that say which page it is and, for the last
/// of a commit, that it is. What has another salt is left over from before.
fn commits(log: &[u8]) -> Vec<Commit> {
    let Some((head, frames)) = log.split_at_checked(32) else {
        return Vec::new();
    };
    let size = usize::try_from(number(&head[8..12])).expect("small");
    let (mut all, mut now) = (Vec::new(), Commit::new());
    for frame in frames.chunks_exact(24 + size) {
        if frame[8..16] != head[16..24] {
            break;
        }
        now.insert(number(&frame[..4]), frame[24..].to_vec());
        if number(&frame[4..8]) > 0 {
            all.push(std::mem::take(&mut now));
        }
    }
    all
}

impl<'a> Spy<'a> {
    fn begins(stage: &'a Stage) -> Self {
        let options = SqliteConnectOptions::new().filename(stage.path());
        let reader = stage.runtime.block_on(async {
            let mut reader = options.connect().await.expect("a reader");
            let looks = "BEGIN; SELECT count(*) FROM units";
            sqlx::raw_sql(looks)
                .execute(&mut reader)
                .await
                .expect("it reads");
            reader
        });
        let mut spy = Self {
            stage,
            reader,
            from: 0,
        };
        spy.from = spy.log().len();
        spy
    }

    fn log(&self) -> Vec<Commit> {
        let log = format!("{}-wal", self.stage.path().display());
        commits(&std::fs::read(log).unwrap_or_default())
    }

    /// How many commits there have been since it began.
    fn count(&self) -> usize {
        self.log().len() - self.from
    }

    /// Every commit since it began, but so many.
    fn sees(&self, but: usize) -> Vec<Seen> {
        let from = self.from + but;
        let mut file = std::fs::read(self.stage.path()).expect("the file");
        let folder = testkit::stage::folder();
        let mut all = Vec::new();
        for (place, commit) in self.log().into_iter().enumerate() {
            let before = (place >= from).then(|| owners(self.stage, &folder, &file));
            let mut changed = BTreeSet::new();
            for (page, bytes) in &commit {
                let at = bytes.len() * (usize::try_from(*page).expect("small") - 1);
                file.resize(file.len().max(at + bytes.len()), 0);
                if file[at..at + bytes.len()] != bytes[..] {
                    changed.insert(*page);
                    file[at..at + bytes.len()].copy_from_slice(bytes);
                }
            }
            let Some(before) = before else { continue };
            let after = owners(self.stage, &folder, &file);
            let owner = |page| after.get(page).or_else(|| before.get(page)).cloned();
            let tables: BTreeSet<String> = changed.iter().filter_map(owner).collect();
            let rows = rows(self.stage, &folder, &file, &tables);
            let bytes = commit.into_values().flatten().collect();
            all.push(Seen {
                tables,
                rows,
                bytes,
            });
        }
        all
    }

    fn ends(self) {
        let closed = self.stage.runtime.block_on(self.reader.close());
        closed.expect("closed");
    }
}

/// One column of a query over the database as these bytes are it.
fn asked(stage: &Stage, folder: &tempfile::TempDir, file: &[u8], query: &str) -> Vec<String> {
    let path = folder.path().join("copy");
    let mut copy = file.to_vec();
    // Without a log of its own.
    copy[18..20].fill(1);
    std::fs::write(&path, copy).expect("written");
    let options = SqliteConnectOptions::new().filename(path).immutable(true);
    stage.runtime.block_on(async {
        let mut copy = options.connect().await.expect("a database");
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(query.to_owned()));
        let rows = query.fetch_all(&mut copy).await.expect("rows");
        copy.close().await.expect("closed");
        rows
    })
}

/// Which table each page belongs to, its indexes counted with it. A page that no table has holds nothing.
fn owners(stage: &Stage, folder: &tempfile::TempDir, file: &[u8]) -> BTreeMap<u32, String> {
    let query = "SELECT d.pageno || ' ' || coalesce(m.tbl_name, d.name) FROM dbstat AS d LEFT JOIN sqlite_master AS m USING (name)";
    let pages = asked(stage, folder, file, query).into_iter();
    let split = |line: String| {
        let (page, table) = line.split_once(' ').expect("two words");
        (page.parse().expect("a number"), table.to_owned())
    };
    pages.map(split).collect()
}

fn rows(
    stage: &Stage,
    folder: &tempfile::TempDir,
    file: &[u8],
    tables: &BTreeSet<String>,
) -> Vec<String> {
    let mut all = Vec::new();
    for table in tables.iter().filter(|table| !table.starts_with("sqlite_")) {
        let columns = stage.rows(&format!("SELECT name FROM pragma_table_info('{table}')"));
        let quoted: Vec<String> = columns
            .iter()
            .map(|name| format!("quote({name})"))
            .collect();
        let query = format!("SELECT {} FROM {table}", quoted.join("||' '||"));
        for row in asked(stage, folder, file, &query) {
            all.push(format!("{table}: {}", unlabelled(&row)));
        }
    }
    all.sort();
    all
}

/// Labels are random: each looks like any other.
fn unlabelled(row: &str) -> String {
    let mut parts: Vec<String> = row.split('"').map(str::to_owned).collect();
    for place in 0..parts.len().saturating_sub(2) {
        if parts[place] == "label" {
            parts[place + 2] = "LABEL".to_owned();
        }
    }
    parts.join("\"")
}

fn is_about(seen: &Seen) -> bool {
    seen.tables
        .iter()
        .any(|table| table.starts_with("suggestion"))
}

fn has(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|window| window == word.as_bytes())
}

/// What somebody did left one commit, and in it nothing but that an update was handled.
fn leaves_nothing(spy: &Spy<'_>, what: &str, does: impl FnOnce()) {
    let before = spy.count();
    does();
    let seen = spy.sees(before);
    let tables: Vec<Vec<&str>> = seen
        .iter()
        .map(|seen| seen.tables.iter().map(String::as_str).collect())
        .collect();
    assert_eq!(tables, [["updates"]], "{what}");
}

#[test]
fn no_commit_joins_a_text_with_an_update_and_sending_looks_like_reading() {
    let unit = Unit::open();
    let (ana, binh, chi) = (&unit.people[0], &unit.people[1], &unit.people[2]);
    // A question that is still open somewhere else must not be seen to be left.
    ana.says("/sangkien");
    let spy = Spy::begins(&unit.stage);
    leaves_nothing(&spy, "the menu", || chi.says("/viectrongnam"));
    leaves_nothing(&spy, "the first screen", || chi.taps("Góp ý với đơn vị"));
    leaves_nothing(&spy, "reading answers", || chi.taps("Đã trả lời"));
    for member in [ana, binh] {
        leaves_nothing(&spy, "the first screen", || member.says("/gopy"));
        leaves_nothing(&spy, "the topics", || member.taps("Viết góp ý"));
        leaves_nothing(&spy, "a topic", || member.taps("Kế hoạch công tác năm"));
        leaves_nothing(&spy, "how it is", || member.says("Hiện nay zaphod kêu to."));
        leaves_nothing(&spy, "the proposal", || member.says(SLOW.1));
    }
    leaves_nothing(&spy, "giving up", || binh.taps("Bỏ"));
    leaves_nothing(&spy, "sending", || ana.taps("Gửi, giấu tên"));
    unit.people[3].says("/cuatoi");
    unit.stage.quarter();
    unit.people[4].says("/cuatoi");
    let seen = spy.sees(0);
    let with: Vec<&Seen> = seen
        .iter()
        .filter(|seen| has(&seen.bytes, "zaphod"))
        .collect();
    assert_eq!(with.len(), 1, "the text came with one commit");
    assert_eq!(with[0].tables, ["suggestion_boxes".to_owned()].into());
    let ordinary = seen.iter().filter(|seen| seen.tables.contains("outbox"));
    assert!(ordinary.count() >= 2, "the search itself works");
    spy.ends();
}

/// All commits of a world in which two members do the same at the same moments but for the last tap.
fn world(sender: usize) -> Vec<(BTreeSet<String>, Vec<String>)> {
    let unit = Unit::open();
    let spy = Spy::begins(&unit.stage);
    for who in [0, 11] {
        unit.writes(who, SLOW.0, SLOW.1);
    }
    for who in [0, 11] {
        let last = if who == sender {
            "Gửi, giấu tên"
        } else {
            "Bỏ"
        };
        unit.people[who].taps(last);
        unit.people[5].says("/cuatoi");
    }
    unit.stage.quarter();
    let seen = spy.sees(0);
    assert!(seen.iter().any(is_about));
    spy.ends();
    seen.into_iter()
        .map(|seen| (seen.tables, seen.rows))
        .collect()
}

#[test]
fn two_worlds_that_differ_in_the_author_have_the_same_log() {
    assert!(world(0) == world(11));
}

#[test]
fn whoever_sends_first_does_not_stand_first() {
    let unit = Unit::open();
    let spy = Spy::begins(&unit.stage);
    for who in 0..4 {
        unit.writes(who, &format!("Hiện nay việc {who} chậm quá."), SLOW.1);
        unit.people[who].taps("Gửi, giấu tên");
    }
    unit.stage.quarter();
    let about = spy.sees(0).into_iter().filter(is_about).count();
    assert_eq!(about, 1, "all four at once");
    let labels = unit.stage.rows(
        "SELECT value ->> 'label' FROM suggestion_boxes, json_each(waiting) ORDER BY json_each.key",
    );
    assert!(labels.len() == 4 && labels.is_sorted(), "{labels:?}");
    spy.ends();
}

#[test]
fn what_authors_and_readers_do_later_is_written_at_the_quarters_too() {
    let unit = Unit::open();
    let ana = unit.sends(0, SLOW.0, SLOW.1);
    let binh = unit.sends(1, "Hiện nay cổng sau khóa sớm quá.", SLOW.1);
    let chi = unit.sends(2, "Hiện nay đèn hành lang tối quá.", SLOW.1);
    unit.friday();
    crate::suggest_officers::opens(&unit, &unit.chair, "đèn hành lang");
    crate::suggest_officers::answers(&unit.chair, "Tiếp thu", "Thay đèn từ 01/01/2027.");
    crate::suggest_officers::opens(&unit, &unit.chair, "cổng sau");
    unit.chair.taps("Hỏi thêm");
    unit.chair.says("Cổng khóa lúc mấy giờ?");
    let spy = Spy::begins(&unit.stage);
    leaves_nothing(&spy, "looking", || ana.taps("Xem góp ý này"));
    leaves_nothing(&spy, "taking back", || ana.taps("Rút lại"));
    leaves_nothing(&spy, "looking", || binh.taps("Xem góp ý này"));
    leaves_nothing(&spy, "wanting to say more", || binh.taps("Trả lời thêm"));
    leaves_nothing(&spy, "saying more", || {
        binh.says("Cổng khóa lúc năm giờ chiều.")
    });
    leaves_nothing(&spy, "sending it", || binh.taps("Gửi câu trả lời"));
    leaves_nothing(&spy, "the first screen", || chi.says("/gopy"));
    leaves_nothing(&spy, "reading answers", || chi.taps("Đã trả lời"));
    leaves_nothing(&spy, "seeing it so, too", || chi.taps("Tôi cũng thấy vậy"));
    unit.stage.quarter();
    let about: Vec<Seen> = spy.sees(0).into_iter().filter(is_about).collect();
    assert_eq!(about.len(), 1, "all of it in one commit");
    assert_eq!(about[0].tables, ["suggestions".to_owned()].into());
    spy.ends();
    let state = "SELECT coalesce(added, '-') || ' ' || seconds FROM suggestions ORDER BY 1";
    assert_eq!(
        unit.stage.rows(state),
        ["- 1", "Cổng khóa lúc năm giờ chiều. 0"]
    );
}

//! The boxes: which units have one, and what waits in each.
//!
//! Knows that what waits is one value in the order of random labels, so that no row, page or counter tells what came first.
//! Must not know when a box is opened, nor who put anything in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::db::{Binds, Statement, Tx};
use crate::store::{Result, StoreError};
use crate::types::{SuggestionLabel, UnitId};

/// What waits in a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Waiting {
    /// Its label, as it is stored.
    label: String,
    pub(crate) topic: u8,
    pub(crate) meeting: bool,
    pub(crate) situation: String,
    pub(crate) proposal: String,
}

impl Waiting {
    pub(crate) fn new(
        label: SuggestionLabel,
        (topic, meeting): (u8, bool),
        (situation, proposal): (String, String),
    ) -> Self {
        Self {
            label: label.text(),
            topic,
            meeting,
            situation,
            proposal,
        }
    }

    /// As it is stored.
    pub(super) fn label(&self) -> &str {
        &self.label
    }

    /// The topic and the two texts.
    pub(crate) fn words(&self) -> (u8, &str, &str) {
        (self.topic, &self.situation, &self.proposal)
    }

    pub(crate) fn has(&self, label: SuggestionLabel) -> bool {
        self.label == label.text()
    }
}

/// A unit's box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SuggestionBox {
    pub(crate) unit: UnitId,
    /// Of the regulation by which it is allowed.
    pub(crate) number: String,
    pub(crate) dated: NaiveDate,
    pub(crate) waiting: Vec<Waiting>,
    /// The day of the backup that was put in this one's place, if what waited was lost by that.
    pub(crate) lost_on: Option<NaiveDate>,
    /// From when to when opinions before the yearly meeting are asked for.
    pub(crate) meeting: Option<(NaiveDate, NaiveDate)>,
    /// When it is to be looked at what has become of the meeting's resolution.
    pub(crate) checks_on: Option<NaiveDate>,
}

macro_rules! columns {
    () => {
        "SELECT unit_id, number, dated, waiting, lost_on, meeting_from, meeting_until, checks_on FROM suggestion_boxes "
    };
}

fn read(row: &SqliteRow) -> Result<SuggestionBox> {
    let day = |column: &str| row.try_get::<Option<NaiveDate>, _>(column);
    let waiting: String = row.try_get("waiting")?;
    let waiting = serde_json::from_str(&waiting)
        .map_err(|_| StoreError::Bug("what waits in a box cannot be read".into()))?;
    Ok(SuggestionBox {
        unit: row.try_get("unit_id")?,
        number: row.try_get("number")?,
        dated: day("dated")?.unwrap_or_default(),
        waiting,
        lost_on: day("lost_on")?,
        meeting: day("meeting_from")?.zip(day("meeting_until")?),
        checks_on: day("checks_on")?,
    })
}

/// A unit's box; `None`: suggestions are off.
pub(crate) async fn of(tx: &mut Tx, unit: UnitId) -> Result<Option<SuggestionBox>> {
    let row = sqlx::query(concat!(columns!(), "WHERE unit_id = $1"))
        .bind(unit)
        .about(unit)
        .optional(tx)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The box in which one waits.
pub(crate) async fn holding(tx: &mut Tx, label: SuggestionLabel) -> Result<Option<SuggestionBox>> {
    let row = sqlx::query(concat!(columns!(), "WHERE instr(waiting, $1) > 0"))
        .bind(format!("\"{}\"", label.text()))
        .optional(tx)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Suggestions are on in a unit, by this regulation.
pub(crate) async fn regulate(
    tx: &mut Tx,
    unit: UnitId,
    (number, dated): (&str, NaiveDate),
) -> Result {
    sqlx::query(
        "INSERT INTO suggestion_boxes (unit_id, number, dated, opened_on, looked_on) VALUES ($1, $2, $3, $4, $4)
         ON CONFLICT (unit_id) DO UPDATE SET number = excluded.number, dated = excluded.dated",
    )
    .binds((unit, number, dated, tx.today()))
    .about(unit)
    .run(tx)
    .await?;
    Ok(())
}

/// Opinions before the yearly meeting are asked for in this time; what has become of it is looked at on that day.
pub(crate) async fn meet(
    tx: &mut Tx,
    unit: UnitId,
    (from, until): (NaiveDate, NaiveDate),
    checks_on: NaiveDate,
) -> Result {
    sqlx::query(
        "UPDATE suggestion_boxes SET meeting_from = $2, meeting_until = $3, checks_on = $4 WHERE unit_id = $1",
    )
    .binds((unit, from, until, checks_on))
    .about(unit)
    .run(tx)
    .await?;
    Ok(())
}

/// Writes what waits in a box anew, as a whole and in the order of its labels.
pub(crate) async fn put(tx: &mut Tx, unit: UnitId, mut waiting: Vec<Waiting>) -> Result {
    waiting.sort_by(|one, other| one.label.cmp(&other.label));
    let held = crate::types::count(waiting.len());
    let waiting = serde_json::to_string(&waiting)
        .map_err(|error| StoreError::Bug(format!("a box: {error}")))?;
    sqlx::query("UPDATE suggestion_boxes SET waiting = $2, held = $3 WHERE unit_id = $1")
        .binds((unit, waiting, held))
        .about(unit)
        .run(tx)
        .await?;
    // What stood there before, beside what stands there now, tells which is the newest.
    tx.erase();
    Ok(())
}

/// What waits is released, all of it at once and in this order; the box is empty from that day on.
pub(crate) async fn release(tx: &mut Tx, unit: UnitId, waiting: &[Waiting]) -> Result {
    let today = tx.today();
    let rows = serde_json::to_string(waiting)
        .map_err(|error| StoreError::Bug(format!("a box: {error}")))?;
    sqlx::query(
        "INSERT INTO suggestions (label, unit_id, topic, meeting, situation, proposal, released_on)
         SELECT value ->> 'label', $2, value ->> 'topic', value ->> 'meeting', value ->> 'situation', value ->> 'proposal', $3
         FROM json_each($1)",
    )
    .binds((rows, unit, today))
    .about(unit)
    .run(tx)
    .await?;
    sqlx::query("UPDATE suggestion_boxes SET opened_on = $2, lost_on = NULL WHERE unit_id = $1")
        .binds((unit, today))
        .about(unit)
        .run(tx)
        .await?;
    sqlx::query("DELETE FROM suggestion_limits WHERE unit_id = $1")
        .bind(unit)
        .about(unit)
        .run(tx)
        .await?;
    put(tx, unit, Vec::new()).await
}

/// Boxes that nobody has looked at on that day, in which something waits: since the last weekly opening, or as many as `full`.
pub(crate) async fn due(
    tx: &mut Tx,
    (day, weekly): (NaiveDate, NaiveDate),
    full: i64,
    limit: u32,
) -> Result<Vec<SuggestionBox>> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE looked_on < $1 AND held > 0 AND (opened_on < $2 OR held >= $3) ORDER BY unit_id LIMIT $4"
    ))
    .binds((day, weekly, full, limit))
    .all(tx)
    .await?;
    rows.iter().map(read).collect()
}

/// One was looked at on that day.
pub(crate) async fn looked(tx: &mut Tx, unit: UnitId, day: NaiveDate) -> Result {
    sqlx::query("UPDATE suggestion_boxes SET looked_on = $2 WHERE unit_id = $1")
        .binds((unit, day))
        .about(unit)
        .run(tx)
        .await?;
    Ok(())
}

/// All were: what comes after this waits for the next day, so that nothing is ever released because somebody has just written.
pub(crate) async fn all_looked(tx: &mut Tx, day: NaiveDate) -> Result {
    sqlx::query(
        "UPDATE suggestion_boxes SET looked_on = $1, opened_on = CASE WHEN held = 0 THEN $1 ELSE opened_on END
         WHERE looked_on < $1",
    )
    .bind(day)
    .run(tx)
    .await?;
    Ok(())
}

/// Whether anything may have to be looked at on that day.
pub(crate) async fn any_before(tx: &mut Tx, day: NaiveDate) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM suggestion_boxes WHERE looked_on < $1)")
        .bind(day)
        .one(tx)
        .await
}

/// How many members of a unit, and of those below it, stand behind a hidden one: let in before today, no officers of theirs, and
/// with answers in so many weekly rounds that have closed. Counts no further than `enough`.
pub(crate) async fn people(
    tx: &mut Tx,
    unit: UnitId,
    owners: &[i64],
    (weeks, enough): (i64, i64),
) -> Result<i64> {
    sqlx::query_scalar(
        "WITH RECURSIVE tree (id, lineage) AS (
             SELECT id, lineage FROM units WHERE id = $1
             UNION ALL SELECT units.id, units.lineage FROM tree JOIN units ON units.parent_id = tree.id)
         SELECT count(*) FROM (
             SELECT 1 FROM tree JOIN members AS m ON m.unit_id = tree.id
             WHERE m.joined_on < $2 AND m.user_id NOT IN (SELECT value FROM json_each($3))
                 AND NOT EXISTS (SELECT 1 FROM officers AS o, json_each(tree.lineage) AS above
                     WHERE o.user_id = m.user_id AND o.unit_id = above.value)
                 AND (SELECT count(*) FROM participations AS p JOIN rounds AS w ON w.id = p.round_id
                     WHERE p.member_id = m.id AND p.answered = 1 AND w.closed = 1) >= $4
             LIMIT $5)",
    )
    .binds((unit, tx.today(), crate::store::list(owners.iter().copied()), weeks, enough))
    .about(unit)
    .one(tx)
    .await
}

/// Takes everything out of every box: in a copy, which beside another copy would tell on which day each came; and in what was put
/// back from one, with the day, so that members are told.
pub(crate) async fn empty_all(tx: &mut Tx, lost_on: Option<NaiveDate>) -> Result {
    sqlx::query(
        "UPDATE suggestion_boxes SET waiting = '[]', held = 0, lost_on = coalesce($1, lost_on)",
    )
    .bind(lost_on)
    .run(tx)
    .await?;
    sqlx::query(
        "DELETE FROM suggestion_authors WHERE label NOT IN (SELECT label FROM suggestions)",
    )
    .run(tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::db::Db;
    use crate::types::SuggestionKey;

    /// Of different lengths: a page keeps gaps.
    const TEXTS: [(&str, &str); 3] = [
        ("aaaa: hiện nay mỗi nơi một kiểu.", "Đề nghị thống nhất."),
        (
            "bbbb: hiện nay giấy tờ phải nộp ba lần ở ba nơi khác nhau, mất nhiều thời gian, ai cũng phải chờ.",
            "Đề nghị nộp một lần, các nơi dùng chung, trả kết quả cùng một lúc, và báo trước cho người nộp.",
        ),
        (
            "cccc: hiện nay thông báo đến chậm.",
            "Đề nghị gửi sớm hơn một ngày.",
        ),
    ];

    #[tokio::test]
    async fn which_came_first_does_not_show_in_the_bytes_of_the_file_and_its_log() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("nhip.db");
        let db = Db::open(&path).await.expect("a database");
        let mut rng = StdRng::seed_from_u64(17);
        let mut places = [0_u32; 3];
        let unit = UnitId(1);
        let mut tx = db
            .begin(DateTime::UNIX_EPOCH, &mut rng)
            .await
            .expect("begun");
        sqlx::query("INSERT INTO units (id, code, name, folded, kind, members, start) VALUES (1, 'U', 'U', 'u', 'u', 0, 's')")
            .run(&mut tx)
            .await
            .expect("a unit");
        let regulation = ("1", NaiveDate::default());
        regulate(&mut tx, unit, regulation).await.expect("a box");
        tx.commit().await.expect("kept");
        for _ in 0..90 {
            for (situation, proposal) in TEXTS {
                let mut tx = db
                    .begin(DateTime::UNIX_EPOCH, &mut rng)
                    .await
                    .expect("begun");
                let open = of(&mut tx, unit).await.expect("read").expect("a box");
                let mut waiting = open.waiting;
                let label = SuggestionKey::random(&mut tx.rng).label();
                let texts = (situation.to_owned(), proposal.to_owned());
                waiting.push(Waiting::new(label, (1, false), texts));
                put(&mut tx, unit, waiting).await.expect("put");
                tx.commit().await.expect("kept");
            }
            let mut found = std::fs::read(&path).expect("the file");
            found.extend(std::fs::read(crate::db::log_of(&path)).unwrap_or_default());
            let at = |word: &str| {
                let mut all = found.windows(4).enumerate();
                let mut places = all.by_ref().filter(|(_, four)| *four == word.as_bytes());
                let first = places.next().expect("it is there").0;
                assert!(places.next().is_none(), "once, and no older copy");
                first
            };
            let first = at("aaaa");
            places[usize::from(at("bbbb") < first) + usize::from(at("cccc") < first)] += 1;
            let mut tx = db
                .begin(DateTime::UNIX_EPOCH, &mut rng)
                .await
                .expect("begun");
            put(&mut tx, unit, Vec::new()).await.expect("emptied");
            tx.commit().await.expect("kept");
        }
        // Thirty each by chance.
        assert!(
            places.iter().all(|many| (15..=45).contains(many)),
            "{places:?}"
        );
        db.close().await;
    }
}

//! Running a statement: the only way to the rows, so that no failure comes without its place.
//!
//! Knows what may be said of a statement that failed: its operation, its table, our own id, its line. Must not
//! repeat what was bound to it or read from it: that may be about a person.

use std::fmt::Debug;
use std::panic::Location;

use sqlx::error::BoxDynError;
use sqlx::query::{Query, QueryAs, QueryScalar};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Encode, Execute, Executor, FromRow, SqlStr, Sqlite, Type};

use super::Tx;
use super::failure::{Result, StoreError};
use crate::types;

/// A key of a row of ours that is no person's, so that the log may repeat it.
pub(crate) trait OwnId: Debug {}

macro_rules! own {
    ($($id:ident),*) => {$(impl OwnId for types::$id {})*};
}

own!(
    AppointmentId,
    BroadcastId,
    CheckinRoundId,
    CommendationDraftId,
    CommendationId,
    EntryId,
    FormPeriodId,
    FormReturnId,
    InitiativeId,
    JoinRequestId,
    OutboxId,
    PlanId,
    PlanLineId,
    QuizId,
    ReminderId,
    RoundId,
    UnitFileId,
    UnitId,
    UpdateId
);

/// Values for a statement's `$1`, `$2` and so on, in their order.
pub(crate) trait Values<'q> {
    /// Binds them.
    fn bind_to<B: Binds<'q>>(self, statement: B) -> B;
}

macro_rules! values {
    ($($($value:ident)+;)+) => {$(
        impl<'q, $($value: 'q + Encode<'q, Sqlite> + Type<Sqlite>),+> Values<'q> for ($($value,)+) {
            #[expect(non_snake_case, reason = "each value is called as its type is")]
            fn bind_to<B: Binds<'q>>(self, statement: B) -> B {
                let ($($value,)+) = self;
                statement$(.bind_one($value))+
            }
        }
    )+};
}

values! {
    T1 T2;
    T1 T2 T3;
    T1 T2 T3 T4;
    T1 T2 T3 T4 T5;
    T1 T2 T3 T4 T5 T6;
    T1 T2 T3 T4 T5 T6 T7;
    T1 T2 T3 T4 T5 T6 T7 T8;
    T1 T2 T3 T4 T5 T6 T7 T8 T9;
    T1 T2 T3 T4 T5 T6 T7 T8 T9 T10;
    T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11;
    T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12;
}

/// A statement to which values are bound.
pub(crate) trait Binds<'q>: Sized {
    fn bind_one<T: 'q + Encode<'q, Sqlite> + Type<Sqlite>>(self, value: T) -> Self;

    /// Binds several values at once.
    fn binds(self, values: impl Values<'q>) -> Self {
        values.bind_to(self)
    }
}

macro_rules! binds {
    ($($query:ident $(, $row:ident)?;)+) => {$(
        impl<'q $(, $row)?> Binds<'q> for $query<'q, Sqlite, $($row,)? SqliteArguments> {
            fn bind_one<T: 'q + Encode<'q, Sqlite> + Type<Sqlite>>(self, value: T) -> Self {
                self.bind(value)
            }
        }
    )+};
}

binds! {
    Query;
    QueryAs, O;
    QueryScalar, O;
}

/// A statement with everything bound to it, to be run in a transaction.
pub(crate) trait Statement<'q>: Execute<'q, Sqlite> {
    /// What one row of its answer becomes.
    type Row: Send;

    /// Reads a row of its answer.
    fn read(row: SqliteRow) -> sqlx::Result<Self::Row>;

    /// The row of ours that it is about, as a failure says it.
    fn id(&self) -> Option<String> {
        None
    }

    /// The same, about that row of ours.
    fn about(self, id: impl OwnId) -> About<Self> {
        let id = format!("{id:?}");
        About {
            statement: self,
            id,
        }
    }

    /// Runs it: how many rows it has changed.
    #[track_caller]
    fn run(self, tx: &mut Tx) -> impl Future<Output = Result<u64>> + Send {
        let (call, arguments) = Located::of(self);
        async move {
            tx.settle(call.sql.as_str()).await?;
            let done = async { tx.inner.execute((call.sql.clone(), arguments?)).await };
            let done = done.await.map_err(|error| call.failed(&error))?;
            Ok(done.rows_affected())
        }
    }

    /// Every row of its answer.
    #[track_caller]
    fn all(self, tx: &mut Tx) -> impl Future<Output = Result<Vec<Self::Row>>> + Send {
        let (call, arguments) = Located::of(self);
        async move {
            tx.settle(call.sql.as_str()).await?;
            let rows = async { tx.inner.fetch_all((call.sql.clone(), arguments?)).await };
            let rows = rows.await.map_err(|error| call.failed(&error))?;
            let read = rows.into_iter().map(Self::read).collect::<Result<_, _>>();
            read.map_err(|error| call.failed(&error))
        }
    }

    /// The first row of its answer, if there is one.
    #[track_caller]
    fn optional(self, tx: &mut Tx) -> impl Future<Output = Result<Option<Self::Row>>> + Send {
        let (call, arguments) = Located::of(self);
        async move {
            tx.settle(call.sql.as_str()).await?;
            let row = async {
                let statement = (call.sql.clone(), arguments?);
                tx.inner.fetch_optional(statement).await
            };
            let row = row.await.and_then(|row| row.map(Self::read).transpose());
            row.map_err(|error| call.failed(&error))
        }
    }

    /// The first row of its answer.
    #[track_caller]
    fn one(self, tx: &mut Tx) -> impl Future<Output = Result<Self::Row>> + Send {
        let (call, arguments) = Located::of(self);
        async move {
            tx.settle(call.sql.as_str()).await?;
            let row = async { tx.inner.fetch_one((call.sql.clone(), arguments?)).await };
            let row = row.await.and_then(Self::read);
            row.map_err(|error| call.failed(&error))
        }
    }
}

impl<'q> Statement<'q> for Query<'q, Sqlite, SqliteArguments> {
    type Row = SqliteRow;

    fn read(row: SqliteRow) -> sqlx::Result<SqliteRow> {
        Ok(row)
    }
}

impl<'q, O> Statement<'q> for QueryAs<'q, Sqlite, O, SqliteArguments>
where
    O: Send + for<'r> FromRow<'r, SqliteRow>,
{
    type Row = O;

    fn read(row: SqliteRow) -> sqlx::Result<O> {
        O::from_row(&row)
    }
}

impl<'q, O> Statement<'q> for QueryScalar<'q, Sqlite, O, SqliteArguments>
where
    O: Send,
    (O,): for<'r> FromRow<'r, SqliteRow>,
{
    type Row = O;

    fn read(row: SqliteRow) -> sqlx::Result<O> {
        <(O,)>::from_row(&row).map(|(value,)| value)
    }
}

/// A statement about a row of ours.
pub(crate) struct About<S> {
    statement: S,
    id: String,
}

impl<'q, S: Statement<'q>> Statement<'q> for About<S> {
    type Row = S::Row;

    fn read(row: SqliteRow) -> sqlx::Result<S::Row> {
        S::read(row)
    }

    fn id(&self) -> Option<String> {
        Some(self.id.clone())
    }
}

impl<'q, S: Execute<'q, Sqlite>> Execute<'q, Sqlite> for About<S> {
    fn sql(self) -> SqlStr {
        self.statement.sql()
    }

    fn statement(&self) -> Option<&sqlx::sqlite::SqliteStatement> {
        self.statement.statement()
    }

    fn take_arguments(&mut self) -> Result<Option<SqliteArguments>, BoxDynError> {
        self.statement.take_arguments()
    }

    fn persistent(&self) -> bool {
        self.statement.persistent()
    }
}

/// What is said of a statement if it fails.
struct Located {
    sql: SqlStr,
    id: Option<String>,
    place: &'static Location<'static>,
}

impl Located {
    #[track_caller]
    fn of<'q, S: Statement<'q>>(mut statement: S) -> (Self, sqlx::Result<Option<SqliteArguments>>) {
        let arguments = statement.take_arguments().map_err(sqlx::Error::Encode);
        let call = Self {
            id: statement.id(),
            sql: statement.sql(),
            place: Location::caller(),
        };
        (call, arguments)
    }

    fn failed(&self, error: &sqlx::Error) -> StoreError {
        let id = self
            .id
            .as_deref()
            .map_or(String::new(), |id| format!(" {id}"));
        let what = format!("{}{id}", operation(self.sql.as_str()));
        StoreError::of(error, &what, self.place)
    }
}

/// A statement's operation and first table, such as `INSERT outbox`.
fn operation(sql: &str) -> String {
    let words = || {
        sql.split(|c: char| c.is_whitespace() || "(),".contains(c))
            .filter(|word| !word.is_empty())
    };
    let before_table = |word: &&str| ["INTO", "UPDATE", "FROM"].contains(word);
    let table = words().skip_while(|word| !before_table(word)).nth(1);
    let parts = words().next().into_iter().chain(table);
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::db::Db;
    use crate::types::UnitId;

    #[test]
    fn an_operation_is_its_verb_and_its_table() {
        for (sql, said) in [
            ("INSERT INTO outbox (lane) VALUES ($1)", "INSERT outbox"),
            ("UPDATE units SET name = $1", "UPDATE units"),
            ("SELECT o.title FROM units, json_each(a)", "SELECT units"),
            ("PRAGMA foreign_keys", "PRAGMA"),
        ] {
            assert_eq!(operation(sql), said);
        }
    }

    #[tokio::test]
    async fn a_failure_says_where_and_of_nobody() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let mut tx = db
            .begin(DateTime::UNIX_EPOCH, &mut StdRng::seed_from_u64(1))
            .await
            .expect("a transaction");
        let (name, number) = ("Nguyen Thi An", 912_345_678_i64);
        let added =
            "INSERT INTO officers (user_id, unit_id, title, since) VALUES ($1, $2, $3, 'x')";
        let refused = sqlx::query(added).bind(number).bind(UnitId(7)).bind(name);
        let refused = refused.about(UnitId(7)).run(&mut tx).await;
        let gone = sqlx::query("DELETE FROM nowhere WHERE name = $1").bind(name);
        let gone = gone.run(&mut tx).await;
        let unread = sqlx::query_scalar::<_, i64>("SELECT $1 AS b FROM installation").bind(name);
        let unread = unread.one(&mut tx).await;
        let none = sqlx::query_scalar::<_, i64>("SELECT id FROM units WHERE name = $1").bind(name);
        let none = none.one(&mut tx).await;
        for (failed, said) in [
            (
                refused.map(drop),
                "INSERT officers UnitId(7) at src/db/statement.rs:",
            ),
            (gone.map(drop), "DELETE nowhere at src/db/statement.rs:"),
            (
                unread.map(drop),
                "SELECT installation at src/db/statement.rs:",
            ),
            (none.map(drop), "SELECT units at src/db/statement.rs:"),
        ] {
            let Err(StoreError::Bug(cause)) = failed else {
                panic!("{said}: {failed:?}");
            };
            assert!(cause.starts_with(said), "{cause}");
            assert!(
                !cause.contains("Nguyen") && !cause.contains("912"),
                "{cause}"
            );
        }
    }
}

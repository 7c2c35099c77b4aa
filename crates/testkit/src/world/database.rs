//! The database as a test sees it: over a connection of its own, beside the bot's.

use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, Utc};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, Row, Sqlite, TypeInfo, ValueRef};

pub struct Database {
    pool: SqlitePool,
}

/// While it is held nobody else can write.
pub struct Lock(sqlx::pool::PoolConnection<Sqlite>);

impl Database {
    pub async fn open(path: &Path) -> Database {
        let options = SqliteConnectOptions::new().filename(path);
        let pool = SqlitePoolOptions::new()
            .max_connections(2)
            .connect_with(options)
            .await
            .expect("the database can be read");
        Database { pool }
    }

    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A number that a query gives.
    pub async fn number(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query)
            .fetch_one(&self.pool)
            .await
            .expect("a number")
    }

    /// The rows of a query, each as one line.
    pub async fn lines(&self, query: impl Into<String>) -> Vec<String> {
        let rows = sqlx::query(AssertSqlSafe(query.into()))
            .fetch_all(&self.pool)
            .await
            .expect("rows");
        let line = |row: &sqlx::sqlite::SqliteRow| {
            let cells = (0..row.columns().len()).map(|index| cell(row, index));
            cells.collect::<Vec<_>>().join(" ")
        };
        rows.iter().map(line).collect()
    }

    /// Rows that are due or on their way, and files that are being read.
    pub async fn in_hand(&self, now: DateTime<Utc>) -> i64 {
        let query = "SELECT (SELECT count(*) FROM outbox
                             WHERE state = 'claimed' OR (state = 'queued' AND due_at <= $1))
                         + (SELECT count(*) FROM unit_files WHERE bytes IS NOT NULL OR confirmed = 1)";
        sqlx::query_scalar(query)
            .bind(now.timestamp())
            .fetch_one(&self.pool)
            .await
            .expect("a number")
    }

    /// What is in the outbox: the state of each row, and why it ended.
    pub async fn outbox(&self) -> Vec<String> {
        self.lines("SELECT state || coalesce(': ' || reason, '') FROM outbox ORDER BY id")
            .await
    }

    /// What was put aside, and why.
    pub async fn quarantine(&self) -> Vec<String> {
        self.lines("SELECT kind, cause FROM quarantine ORDER BY update_id")
            .await
    }

    /// Everything in it, as text: equal dumps are equal databases.
    pub async fn dump(&self) -> String {
        let tables = self
            .lines("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
            .await;
        let mut dump = String::new();
        for table in tables {
            let rows = self
                .lines(format!("SELECT * FROM {table} ORDER BY 1, 2"))
                .await;
            writeln!(dump, "{table}\n  {}", rows.join("\n  ")).expect("a string");
        }
        dump
    }

    /// Keeps everybody else from writing until it is released.
    pub async fn lock(&self) -> Lock {
        let mut connection = self.pool.acquire().await.expect("a connection");
        sqlx::query("BEGIN IMMEDIATE")
            .execute(&mut *connection)
            .await
            .expect("the lock");
        Lock(connection)
    }
}

impl Lock {
    pub async fn release(mut self) {
        sqlx::query("ROLLBACK")
            .execute(&mut *self.0)
            .await
            .expect("the lock was held");
    }
}

fn cell(row: &sqlx::sqlite::SqliteRow, index: usize) -> String {
    let value = row.try_get_raw(index).expect("a column");
    match value.type_info().name() {
        "INTEGER" => row.get::<i64, _>(index).to_string(),
        "BLOB" => format!("{:?}", row.get::<Vec<u8>, _>(index)),
        _ if value.is_null() => "-".to_owned(),
        _ => row
            .try_get::<String, _>(index)
            .unwrap_or_else(|_| row.get::<i64, _>(index).to_string()),
    }
}

//! Looking into the file behind the core's back, and changing it there.
//!
//! Knows SQL and how to write a whole database down. Must not know what any row means.

use sqlx::{AssertSqlSafe, Row};

use super::Stage;

impl Stage {
    /// Rows of a query, each as one text.
    pub fn rows(&self, query: &str) -> Vec<String> {
        let eye = &mut *self.eye.borrow_mut();
        let rows = self.runtime.block_on(async {
            sqlx::query(AssertSqlSafe(query.to_owned()))
                .fetch_all(eye)
                .await
        });
        rows.unwrap_or_else(|error| panic!("{query}: {error}"))
            .iter()
            .map(|row| {
                row.try_get::<String, _>(0)
                    .unwrap_or_else(|error| panic!("{query}: {error}"))
            })
            .collect()
    }

    /// One number.
    pub fn number(&self, query: &str) -> i64 {
        let text = self.rows(&format!("SELECT CAST(({query}) AS TEXT)"));
        text.first()
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| panic!("{query}: no number"))
    }

    /// Changes the file behind the core's back.
    pub fn sabotage(&self, statement: &str) {
        let eye = &mut *self.eye.borrow_mut();
        let done = self.runtime.block_on(async {
            sqlx::query(AssertSqlSafe(statement.to_owned()))
                .execute(eye)
                .await
        });
        done.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    /// The same with what the program's own connection does besides: what hangs on a deleted row goes with it.
    pub fn change(&self, statement: &str) {
        self.sabotage("PRAGMA foreign_keys = ON");
        self.sabotage(statement);
        self.sabotage("PRAGMA foreign_keys = OFF");
    }

    pub fn tables(&self) -> Vec<String> {
        self.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx_%' ORDER BY name")
    }

    /// All rows of all tables but these, as text.
    pub fn dump(&self, but: &[&str]) -> String {
        let mut dump = String::new();
        for table in self
            .tables()
            .iter()
            .filter(|table| !but.contains(&table.as_str()))
        {
            let columns = self.rows(&format!(
                "SELECT name FROM pragma_table_info('{table}') ORDER BY cid"
            ));
            let quoted: Vec<String> = columns
                .iter()
                .map(|name| format!("quote({name})"))
                .collect();
            let rows = self.rows(&format!(
                "SELECT {} AS line FROM {table} ORDER BY line",
                quoted.join("||' '||")
            ));
            for row in rows {
                dump.push_str(&format!("{table}: {row}\n"));
            }
        }
        dump
    }

    /// All that is kept but what is owed and which updates are done.
    pub fn kept(&self) -> String {
        self.dump(&["outbox", "updates", "group_refusals"])
    }
}

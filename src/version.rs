//! Which program this is: for bug reports, and for whoever asks whether a database fits.
//!
//! Knows what was built in. Must not know who asks.

use crate::db::MIGRATIONS;

/// Version, commit, SQLite inside, and the step of the schema that it brings a database to.
pub fn version() -> String {
    let sqlite = libsqlite3_sys::SQLITE_VERSION.to_string_lossy();
    format!(
        "{} (commit {}, SQLite {sqlite}, schema {})",
        env!("CARGO_PKG_VERSION"),
        env!("NHIP_COMMIT"),
        schema()
    )
}

/// The last step of the schema that this program knows.
pub fn schema() -> i64 {
    let steps = MIGRATIONS.iter().map(|step| step.version);
    steps.max().unwrap_or_default()
}

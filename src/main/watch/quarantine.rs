//! `nhip quarantine`: updates that could not be handled.
//!
//! Knows what is shown of them and how a note is dropped. Must not know what they said: that was never kept.

use std::process::ExitCode;

use anyhow::bail;
use nhip::cli::{Given, QuarantineCommand};
use nhip::clock::Clock;
use nhip::db::Tx;
use nhip::place::Place;
use nhip::store::updates::{self, Quarantined};
use nhip::told;

use super::super::{look, own, print, rng, say};

/// `nhip quarantine`
pub async fn quarantine(
    command: Option<QuarantineCommand>,
    place: &Place,
    given: &Given,
) -> anyhow::Result<ExitCode> {
    match command.unwrap_or(QuarantineCommand::List) {
        QuarantineCommand::List => {
            let notes = look(given, place, updates::quarantined).await?;
            if notes.is_empty() {
                print(&told!("quarantine-none"));
            }
            for note in notes {
                print(&format!(
                    "{}  {}  {}",
                    note.update_id, note.put_on, note.kind
                ));
            }
        }
        QuarantineCommand::Show { id } => {
            let note = one(given, place, id).await?;
            print(&told!(
                "quarantine-one",
                id = note.update_id,
                day = note.put_on,
                kind = note.kind,
                cause = note.cause
            ));
        }
        QuarantineCommand::Retry { id } => {
            one(given, place, id).await?;
            say(&told!("failed", what = told!("quarantine-retry")));
            return Ok(ExitCode::FAILURE);
        }
        QuarantineCommand::Drop { id } => {
            // Looks first: where nothing is, no new database begins.
            one(given, place, id).await?;
            let db = own(given, place, "quarantine drop").await?;
            let mut tx = db.begin(Clock::real().now(), &mut rng()?).await?;
            updates::drop_quarantined(&mut tx, id).await?;
            tx.commit().await?;
            db.close().await;
            print(&told!("quarantine-dropped", id = id));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn one(given: &Given, place: &Place, id: i64) -> anyhow::Result<Quarantined> {
    let notes = look(given, place, async |tx: &mut Tx| {
        updates::quarantined(tx).await
    })
    .await?;
    match notes.into_iter().find(|note| note.update_id == id) {
        Some(note) => Ok(note),
        None => bail!(told!("quarantine-unknown", id = id)),
    }
}

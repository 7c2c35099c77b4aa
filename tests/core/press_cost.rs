//! What a press costs: each statement is a turn of the driver's thread, and that is what a storm of presses waits for.
//!
//! Knows how many statements a transaction has run. Must not know which ones they are.

use nhip::event::Inbound;
use testkit::stage::Stage;

/// The statements of one batch, before and without its commit.
fn statements(stage: &Stage, batch: &[Inbound]) -> usize {
    let run = stage.write(async |tx, core| {
        core.on_updates(tx, batch).await?;
        Ok(tx.statements())
    });
    usize::try_from(run.expect("a batch")).expect("not so many")
}

/// The same for what a turn of the sender brings back.
fn recording(stage: &Stage) -> usize {
    let rows = stage.claim();
    let deliveries = stage.carried(&rows);
    let run = stage.write(async |tx, core| {
        core.on_delivery(tx, &deliveries).await?;
        Ok(tx.statements())
    });
    usize::try_from(run.expect("they can be recorded")).expect("not so many")
}

#[test]
fn an_answer_costs_four_statements_and_a_batch_five_more() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let people = stage.members(20, "VP");
    for one in &people {
        one.says("/quiz");
    }
    for letter in ["A", "B"] {
        let taps: Vec<_> = people.iter().map(|one| one.tapping(letter)).collect();
        let cost = statements(&stage, &taps);
        assert!(cost > 20, "they are counted: {cost}");
        assert!(cost <= 20 * 4 + 5, "{cost} statements for 20 answers");
        let cost = recording(&stage);
        assert!(
            cost <= 6,
            "{cost} statements for 40 calls that were answered"
        );
    }
}

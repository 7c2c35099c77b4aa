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

#[test]
fn an_answer_costs_six_statements_and_a_batch_five_more() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let people = stage.members(20, "VP");
    for one in &people {
        one.says("/quiz");
    }
    let first: Vec<_> = people.iter().map(|one| one.tapping("A")).collect();
    let cost = statements(&stage, &first);
    assert!(cost > 20, "they are counted: {cost}");
    assert!(cost <= 20 * 6 + 5, "{cost} statements for 20 first answers");
    stage.deliver();
    let second: Vec<_> = people.iter().map(|one| one.tapping("B")).collect();
    let cost = statements(&stage, &second);
    assert!(cost <= 20 * 5 + 5, "{cost} statements for 20 more");
}

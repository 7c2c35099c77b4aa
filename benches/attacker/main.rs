//! Seasons in which everything happens at any moment, one after the other, against an attacker who has every report.
//!
//! Knows how many and which. What a season is: `testkit::season`. At the first fault it prints the seed and what was done.

use std::time::Instant;

use clap::Parser;

#[derive(Parser)]
struct Cli {
    /// What `cargo bench` passes; without it nothing is played.
    #[arg(long)]
    bench: bool,
    /// How many seasons.
    #[arg(long, default_value_t = 50)]
    seasons: u64,
    /// The first season's seed; the others follow.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    if !cli.bench {
        return Ok(());
    }
    let started = Instant::now();
    for seed in cli.seed..cli.seed + cli.seasons {
        testkit::season::play(seed, &|_, _| {}).map_err(anyhow::Error::msg)?;
        println!("seed {seed}: nothing follows ({:?})", started.elapsed());
    }
    Ok(())
}

//! Backups, measured: servers lost in the middle of everything, and how long an answer takes while one is made.
//!
//! `cargo bench --bench backup -- rounds --rounds 100 --members 10000`, `… replies --members 300000`.

use std::time::Duration;

use anyhow::ensure;
use clap::{Parser, Subcommand};
use rand::SeedableRng;
use rand::rngs::StdRng;
use testkit::world::loss;

#[derive(Parser)]
struct Cli {
    /// What `cargo bench` passes.
    #[arg(long, global = true)]
    bench: bool,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// A server is lost, restored elsewhere from a backup taken amid answers and a broadcast, and goes on; again and again.
    Rounds {
        #[arg(long, default_value_t = 100)]
        rounds: u64,
        #[arg(long, default_value_t = 10_000)]
        members: i64,
        /// Of whom so many answer their quiz meanwhile.
        #[arg(long, default_value_t = 60)]
        answering: i64,
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// How long an answer takes while a backup is made.
    Replies {
        #[arg(long, default_value_t = 300_000)]
        members: i64,
        #[arg(long, default_value_t = 100)]
        probes: usize,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Cli::parse().what {
        None => say("nothing is measured without a word: rounds, replies; see --help"),
        Some(What::Rounds {
            rounds,
            members,
            answering,
            seed,
        }) => {
            let (mut answers, mut doubt, mut slowest) = (0, 0, Duration::ZERO);
            for round in 0..rounds {
                let mut rng = StdRng::seed_from_u64(seed + round);
                let loss = loss::lose(members, answering, &mut rng).await?;
                say(&format!("{round}: {loss:?}"));
                ensure!(loss.answers_lost == 0, "round {round}: answers were lost");
                ensure!(loss.twice == 0, "round {round}: something came twice");
                answers += loss.answers;
                doubt += loss.in_doubt;
                slowest = slowest.max(loss.backup);
            }
            say(&format!(
                "{rounds} rounds: {answers} answers durable before a backup, lost 0; twice 0; in doubt {doubt}; the slowest backup {slowest:?}"
            ));
        }
        Some(What::Replies { members, probes }) => {
            let (mut calm, mut meanwhile, took) = loss::replies(members, probes).await?;
            for (name, times) in [("calm", &mut calm), ("meanwhile", &mut meanwhile)] {
                times.sort();
                let at = |share: usize| times.get(times.len() * share / 100).copied();
                say(&format!(
                    "{name}: {} answers, median {:?}, 95th {:?}, longest {:?}",
                    times.len(),
                    at(50),
                    at(95),
                    times.last()
                ));
            }
            say(&format!("the backup took {took:?}"));
        }
    }
    Ok(())
}

fn say(text: &str) {
    println!("{text}");
}

//! Floods, measured by what somebody else notices: another member asks for the privacy text, again and again, while one
//! person, one group or one file floods the bot of a union with 60,000 units.
//!
//! `cargo bench --bench floods` plays all of them. This process is the emulated Telegram and all people; the bot is a child
//! process of its own.

#[path = "../broadcast/running.rs"]
mod running;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::ensure;
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use nhip::bot::Updates;
use nhip::db::Db;
use nhip::pace::Pace;
use nhip::units;
use rand::SeedableRng;
use rand::rngs::StdRng;
use telegram_sandbox::{Attached, Limits, Say};
use testkit::measure;
use testkit::parts::FAST;
use testkit::world::crowd::{self, Crowd, FIRST};
use testkit::world::{OFFICER, World};
use tokio::time::sleep;

use running::Running;

#[derive(Parser)]
struct Cli {
    /// What `cargo bench` passes.
    #[arg(long, global = true)]
    bench: bool,
    /// How many units there are.
    #[arg(long, default_value_t = 60_000)]
    units: usize,
    /// How often the other member asks beside each flood.
    #[arg(long, default_value_t = 60)]
    questions: usize,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// The bot.
    Bot {
        url: String,
        database: PathBuf,
        per_second: u32,
        now: DateTime<Utc>,
    },
}

/// What floods the bot, and how it begins.
type Flood<'a> = (&'a str, &'a dyn Fn(&World));

/// How many members there are; each asks once in a while.
const MEMBERS: i64 = 400;
/// As long as the messenger may hold a poll.
const POLLED: Updates = Updates::Polled(Duration::from_secs(50));

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    if let Some(What::Bot {
        url,
        database,
        per_second,
        now,
    }) = cli.what
    {
        let pace = Pace {
            per_second,
            ..Pace::default()
        };
        let mut bot = crowd::bot(&url, &database, pace, now, POLLED).await?;
        return Err(bot.wait().await);
    }
    let limits = Limits {
        enforced: true,
        ..Limits::default()
    };
    let crowd = Crowd::gather(MEMBERS, limits, FAST).await?;
    imports(&crowd.world, cli.units).await?;
    let group = crowd
        .world
        .sandbox()
        .add_group("Nhóm", &[FIRST, OFFICER], false);
    crowd.world.sandbox().add_bot_to_group(FIRST, group);
    let mut bot = Running::start(&crowd, 30)?;
    let floods: [Flood<'_>; 7] = [
        ("nothing else", &|_| {}),
        ("F6, a file that is one chain of 12,000 rows", &|world| {
            sends(world, &chain())
        }),
        (
            "F6, a file of all units, each with another number",
            &|world| sends(world, &tree(cli.units, 20)),
        ),
        ("F6, that list confirmed", &|world| {
            let offered = || {
                let messages = world.sandbox().messages(OFFICER);
                let mut keys = messages
                    .iter()
                    .flat_map(|one| one.keyboard.iter().flatten());
                keys.any(|key| key.text.starts_with("Nhập"))
            };
            while !offered() {
                std::thread::sleep(Duration::from_millis(50));
            }
            world.officer().presses("Nhập");
        }),
        (
            "F8, a member types /report 200 times in a group",
            &|world| {
                for _ in 0..200 {
                    world.sandbox().say(FIRST, group, "/report");
                }
            },
        ),
        ("F9, 200 times /mydata and /help", &|world| {
            for _ in 0..200 {
                world.sandbox().say(FIRST, FIRST, "/mydata");
                world.sandbox().say(FIRST, FIRST, "/help");
            }
        }),
        (
            "F10, 100 officer's messages of 4,096 letters each",
            &|world| {
                for number in 0..50 {
                    let mut words = format!("{number}");
                    while words.len() < 4_000 {
                        let _ = write!(words, " x{}", words.len());
                    }
                    let common = "cong doan co so truong tieu hoc quan huyen ".repeat(92);
                    world
                        .sandbox()
                        .say(OFFICER, OFFICER, &format!("/report {words}"));
                    world.sandbox().say(
                        OFFICER,
                        OFFICER,
                        &format!("/moi cong doan co so {number} {}", &common[..60]),
                    );
                }
            },
        ),
    ];
    for (what, flood) in floods {
        flood(&crowd.world);
        let mut took = asks(&crowd.world, cli.questions).await?;
        took.sort();
        let middle = took.get(took.len() / 2).copied().unwrap_or_default();
        let longest = took.last().copied().unwrap_or_default();
        say(&format!(
            "{what}: another member's reply: median {}, longest {}",
            measure::ms(middle),
            measure::ms(longest)
        ));
        while crowd.world.sandbox().pending() > 0 {
            sleep(Duration::from_millis(50)).await;
        }
    }
    say(&format!("peak memory {}", measure::mb(bot.peak_kb()?)));
    bot.kill()
}

/// Puts all units into the database, before a bot has it.
async fn imports(world: &World, count: usize) -> anyhow::Result<()> {
    let db = Db::open(&world.path()).await?;
    let mut tx = db
        .begin(world.clock().now(), &mut StdRng::seed_from_u64(2))
        .await?;
    let before = nhip::store::units::all(&mut tx).await?;
    let read = Instant::now();
    let plan = units::read(tree(count, 10).as_bytes(), &before)
        .map_err(|_| anyhow::anyhow!("the units are not sound"))?;
    let planned = read.elapsed();
    let begun = Instant::now();
    units::import(&mut tx, &plan, units::Importer::Server).await?;
    tx.commit().await?;
    say(&format!(
        "{count} units: read and planned in {}, imported in {}",
        measure::ms(planned),
        measure::ms(begun.elapsed())
    ));
    db.close().await;
    Ok(())
}

/// Provinces, upper unions, and all others below them.
fn tree(count: usize, people: usize) -> String {
    let mut csv = String::from("code,name,parent,kind,members\n");
    let places = [
        "Phường",
        "Trường Tiểu học",
        "Bệnh viện",
        "Công ty Cổ phần",
        "Sở",
    ];
    for number in 0..count {
        let parent = match number {
            0..34 => "SNV".to_owned(),
            34..1734 => format!("U{}", number % 34),
            _ => format!("U{}", 34 + number % 1700),
        };
        let place = places[number % places.len()];
        let _ = writeln!(
            csv,
            "U{number},Công đoàn cơ sở {place} Số {number},{parent},cơ sở,{people}"
        );
    }
    csv
}

fn chain() -> String {
    let mut csv = String::from("code,name,parent,kind,members\n");
    let mut above = "SNV".to_owned();
    for number in 0..12_000 {
        let _ = writeln!(csv, "K{number},Tổ {number},{above},tổ,1");
        above = format!("K{number}");
    }
    csv
}

fn sends(world: &World, csv: &str) {
    world.sandbox().say_with(Say {
        user: OFFICER,
        chat: OFFICER,
        file: Some(Attached {
            name: "units.csv".to_owned(),
            bytes: csv.as_bytes().to_vec().into(),
            photo: false,
        }),
        ..Say::default()
    });
}

/// How long members waited for the privacy text, one after the other.
async fn asks(world: &World, questions: usize) -> anyhow::Result<Vec<Duration>> {
    let mut took = Vec::new();
    for place in 0..questions {
        let user = FIRST + 1 + i64::try_from(place)? % (MEMBERS - 1);
        let before = world.sandbox().messages(user).len();
        let asked = Instant::now();
        world.sandbox().say(user, user, "/riengtu");
        // One's own words are the first new message.
        while world.sandbox().messages(user).len() < before + 2 {
            ensure!(asked.elapsed() < Duration::from_secs(60), "no answer");
            sleep(Duration::from_millis(1)).await;
        }
        took.push(asked.elapsed());
        sleep(Duration::from_millis(40)).await;
    }
    Ok(took)
}

fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

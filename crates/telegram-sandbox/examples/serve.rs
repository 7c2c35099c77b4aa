//! A sandbox by itself, for a bot that runs elsewhere and for people with a browser.
//!
//! `cargo run -p telegram-sandbox --example serve [PORT [STATE]]`: the port is 8081 unless named; with a
//! file as STATE the world is found again at the next start. Ctrl-C ends it.
//!
//! Knows: two arguments and the machine's clock. Must not know: any bot.

use std::io::Write as _;
use std::net::Ipv4Addr;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use telegram_sandbox::{Options, Sandbox};

#[expect(
    clippy::disallowed_methods,
    reason = "here begins the program: real time is what it hands to the sandbox"
)]
fn now() -> DateTime<Utc> {
    Utc::now()
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let port = arguments.next().unwrap_or_else(|| "8081".to_owned());
    let port: u16 = port
        .parse()
        .with_context(|| format!("{port:?} is not a port; try 8081"))?;
    let mut options = Options::new(Arc::new(now));
    options.state = arguments.next().map(Into::into);
    let sandbox = Sandbox::start((Ipv4Addr::LOCALHOST, port).into(), options).await?;
    let url = sandbox.url();
    writeln!(
        std::io::stdout(),
        "Phones: {url}\nBot API: {url}/bot<any token>/<method>\nCtrl-C ends it."
    )?;
    tokio::signal::ctrl_c().await?;
    sandbox.stop().await;
    Ok(())
}

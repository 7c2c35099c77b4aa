//! `nhip healthcheck`, `status` and `quarantine`: how the bot is, seen from another process.
//!
//! Knows where each answer is: the bot's own address, the lock beside the database, what the bot notes of itself. Must
//! not know what is a fault: `heartbeat` and `/health/ready` say so.

#[path = "watch/quarantine.rs"]
mod quarantine;
#[path = "watch/status.rs"]
mod status;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, bail};
use nhip::cli::Given;
use nhip::clock::Clock;
use nhip::db::Db;
use nhip::heartbeat;
use nhip::place::Place;
use nhip::store;
use nhip::told;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub use self::quarantine::quarantine;
pub use self::status::status;
use super::{print, say, seen};

/// Longer than the bot takes to look at itself, shorter than whoever asks waits for this command.
const ANSWER: Duration = Duration::from_secs(10);

/// `nhip healthcheck`: exit code 1 if the bot does not do its work.
pub async fn healthcheck(place: &Place, given: &Given) -> anyhow::Result<ExitCode> {
    let faults = match place.config.http.listen {
        Some(address) => tokio::time::timeout(ANSWER, asked(address))
            .await
            .unwrap_or_else(|_| bail!(told!("health-no-answer", seconds = ANSWER.as_secs())))
            .with_context(|| told!("health-silent", address = address))?,
        None => looked(place, given).await?,
    };
    if faults.is_empty() {
        print(&told!("health-well"));
        return Ok(ExitCode::SUCCESS);
    }
    for fault in faults {
        say(&told!("failed", what = fault));
    }
    Ok(ExitCode::FAILURE)
}

/// Asks the running bot itself.
async fn asked(address: SocketAddr) -> anyhow::Result<Vec<String>> {
    let mut stream = TcpStream::connect(address).await?;
    // One question to a server of ours on this machine: the oldest form of it is answered and closed.
    let question = format!("GET /health/ready HTTP/1.0\r\nHost: {address}\r\n\r\n");
    stream.write_all(question.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let (head, body) = answer
        .split_once("\r\n\r\n")
        .with_context(|| told!("health-other"))?;
    match head.split(' ').nth(1) {
        Some("200") => Ok(Vec::new()),
        Some("503") => Ok(unwell(body)),
        _ => bail!(told!("health-other")),
    }
}

/// Which parts are not well, and why.
fn unwell(report: &str) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(report).unwrap_or_default();
    let checks = report["checks"].as_array().cloned().unwrap_or_default();
    let faults = checks.iter().filter(|check| check["ok"] == false);
    // What it says is for machines and English; its name says the same in short.
    let told = |check: &serde_json::Value| {
        let says = check["says"].as_str().unwrap_or_default().to_owned();
        match (told::code(), check["name"].as_str()) {
            ("en", _) => says,
            (_, Some("writer")) => told!("health-writer"),
            (_, Some("updates")) => told!("health-updates"),
            (_, Some("outbox")) => told!("health-outbox"),
            _ => told!("health-not-ready"),
        }
    };
    let faults: Vec<String> = faults.map(told).collect();
    if faults.is_empty() {
        vec![told!("health-not-ready")]
    } else {
        faults
    }
}

/// Looks at what it notes of itself.
async fn looked(place: &Place, given: &Given) -> anyhow::Result<Vec<String>> {
    if given
        .blamed("database", Db::holder(&place.database))?
        .is_none()
    {
        let line = place.database_line();
        return Ok(vec![told!("health-no-process", database = line)]);
    }
    let last = seen(given, place, store::heartbeat::last).await?;
    Ok(heartbeat::faults(last.as_ref(), Clock::real().now()))
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    /// What the command finds where this is answered.
    async fn answered(answer: &'static str) -> anyhow::Result<Vec<String>> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let answers = async move {
            let (mut stream, _) = listener.accept().await.expect("a question");
            let mut question = [0; 512];
            let read = stream.read(&mut question).await.expect("the question");
            assert!(question[..read].starts_with(b"GET /health/ready HTTP/1.0\r\n"));
            stream.write_all(answer.as_bytes()).await.expect("answered");
        };
        tokio::join!(asked(address), answers).0
    }

    #[tokio::test]
    async fn a_bot_that_is_ready_is_well_and_another_says_what_is_wrong() {
        let well = answered("HTTP/1.0 200 OK\r\n\r\n{\"ready\":true,\"checks\":[]}").await;
        assert_eq!(well.expect("an answer"), Vec::<String>::new());
        let unwell = answered(
            "HTTP/1.0 503 Service Unavailable\r\n\r\n{\"ready\":false,\"checks\":[{\"name\":\"writer\",\"ok\":true,\"says\":\"\"},{\"name\":\"updates\",\"ok\":false,\"says\":\"nothing was heard\"}]}",
        )
        .await;
        assert_eq!(unwell.expect("an answer"), ["nothing was heard"]);
        let report =
            "{\"checks\":[{\"name\":\"updates\",\"ok\":false,\"says\":\"nothing was heard\"}]}";
        let vietnamese = told::within("vi", || super::unwell(report));
        assert_eq!(vietnamese, ["không nghe được gì từ Telegram"]);
        let other = answered("HTTP/1.0 404 Not Found\r\n\r\nno").await;
        assert!(
            other
                .expect_err("another program")
                .to_string()
                .contains("something else")
        );
    }
}

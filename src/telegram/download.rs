//! Files that people have sent: from the messenger, or from the disk of a Bot API server on this machine.
//!
//! Knows how much is taken at most. Must not know what is in them.

use secrecy::ExposeSecret;

use super::{Api, UPLOAD_TIMEOUT};
use crate::outgoing::{Outcome, Reason};

impl Api {
    /// Takes the file that the messenger has named.
    pub(super) async fn download(&self, path: &str, bytes_max: u64) -> Outcome {
        if path.starts_with('/') {
            return beside(path, bytes_max).await;
        }
        let token = self.token.expose_secret();
        let url = format!("{}/file/bot{token}/{path}", self.url);
        let request = self.client.get(url).timeout(UPLOAD_TIMEOUT);
        // reqwest's errors contain the address and with it the token: only their kind leaves this function.
        let failed = |reason| Outcome::Failed {
            reason,
            maybe_sent: false,
        };
        let mut response = match request.send().await {
            Ok(response) if response.status().is_success() => response,
            Ok(_) => return failed(Reason::NoSuchFile),
            Err(_) => return failed(Reason::ConnectionBroke),
        };
        let mut bytes = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
                Ok(None) => return Outcome::Fetched(bytes),
                Err(_) => return failed(Reason::ConnectionBroke),
            }
            if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > bytes_max {
                return refused(Reason::FileTooLarge);
            }
        }
    }
}

/// A server that was started with `--local` names a file on its own disk, and lets nobody download it.
async fn beside(path: &str, bytes_max: u64) -> Outcome {
    let length = match tokio::fs::metadata(path).await {
        Ok(file) if file.is_file() => file.len(),
        _ => return unreadable(),
    };
    if length > bytes_max {
        return refused(Reason::FileTooLarge);
    }
    tokio::fs::read(path)
        .await
        .map_or_else(|_| unreadable(), Outcome::Fetched)
}

fn unreadable() -> Outcome {
    // Without the path: a folder in it is called like the token.
    tracing::error!(
        "a file is on the disk of the Bot API server (it runs with --local) and cannot be read: run both on one machine and let this program's user read the server's folder, or run it without --local"
    );
    refused(Reason::NoSuchFile)
}

fn refused(reason: Reason) -> Outcome {
    Outcome::Rejected { reason }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::outgoing::{Call, Lane};
    use crate::telegram::fake::{Answer, Fake};

    /// Fetches what a local server says is there.
    async fn fetched(path: String, bytes_max: u64) -> Outcome {
        let answer = json!({ "file_id": "F", "file_unique_id": "U", "file_path": path });
        let (_server, api) = Fake::start(move |_| Answer::done(&answer)).await;
        let file = "F".to_owned();
        api.call(&Call::Fetch { file, bytes_max }, Lane::Reply)
            .await
    }

    #[tokio::test]
    async fn a_local_server_names_a_file_on_its_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(path("units.csv"), "code").expect("a file");
        let units = fetched(path("units.csv"), 4).await;
        assert!(matches!(units, Outcome::Fetched(bytes) if bytes == b"code"));
        for (path, bytes_max, expected) in [
            (path("units.csv"), 3, Reason::FileTooLarge),
            (path("another.csv"), 4, Reason::NoSuchFile),
            (path(""), 4, Reason::NoSuchFile),
        ] {
            let outcome = fetched(path, bytes_max).await;
            assert!(
                matches!(&outcome, Outcome::Rejected { reason } if *reason == expected),
                "{outcome:?}"
            );
        }
    }
}

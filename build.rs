//! Says when the texts inside the binary are out of date, and which commit it is.
//!
//! Knows where they stand. Must not know what they say: `include_dir!` follows changes
//! inside files by itself, but not files that come or go.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=messages");
    println!("cargo::rerun-if-env-changed=NHIP_COMMIT");
    println!("cargo::rustc-env=NHIP_COMMIT={}", commit());
}

/// Given by who builds from an archive; else what git says. Only where it is worth building anew at each commit.
fn commit() -> String {
    if let Ok(given) = std::env::var("NHIP_COMMIT") {
        return given;
    }
    if std::env::var("PROFILE").as_deref() != Ok("release") {
        return "of a development build".to_owned();
    }
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo::rerun-if-changed={log}");
    }
    git(&["rev-parse", "--short=12", "HEAD"]).unwrap_or_else(|| "unknown".to_owned())
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let told = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| told.trim().to_owned())
}

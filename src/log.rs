//! Logging: our own doings, to standard error.
//!
//! Knows whose words may be logged: ours alone. Libraries are heard only when something is wrong, because
//! at their most talkative they print addresses, and the messenger's address holds the token.

use tracing::Level;
use tracing_subscriber::EnvFilter;

/// What is heard at this level.
pub fn filter(level: Level) -> EnvFilter {
    let level = level.as_str().to_lowercase();
    EnvFilter::new(format!("error,nhip={level}"))
}

/// Starts logging at this level; from now on a panic logs its place and not its message. A second call changes nothing.
pub fn start(level: Level, json: bool) {
    crate::panics::keep_silent();
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter(level))
        .with_writer(std::io::stderr);
    // Fails only if logging has started already.
    let _ = if json {
        builder.json().try_init()
    } else {
        builder.try_init()
    };
}

//! The program's own web addresses: bound, served, ended.
//!
//! Knows sockets and how serving ends. Must not know what is answered on which route: `webhook` takes updates in,
//! `health` tells how the bot is. Each has an address of its own, so that a proxy shows the one and not the other.

pub(crate) mod health;
pub(crate) mod webhook;

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::told;

/// How long a stop waits for answers that are under way; shorter than the bot itself waits for its parts.
const GRACE: Duration = Duration::from_secs(6);

/// Takes the address.
///
/// # Errors
/// A sentence: it is taken, or is none of this machine's.
pub(crate) async fn bind(setting: &str, address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| told!("listen-taken", address = address, setting = setting))
}

/// Answers until it is told to stop; what is being answered then still is.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let listener = listener.tap_io(|stream| {
        // Answers are small and complete: Nagle's algorithm would only delay them.
        let _ = stream.set_nodelay(true);
    });
    let serving =
        axum::serve(listener, router).with_graceful_shutdown(stop.clone().cancelled_owned());
    let late = async {
        stop.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = serving.into_future() => served.context("the web server has ended"),
        () = late => Ok(()),
    }
}

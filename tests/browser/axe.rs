//! What a screen reader, a keyboard or weak eyes would stumble over, as axe-core finds it.
//!
//! Knows axe-core (`axe.min.js`, MPL-2.0, as it is published). Must not know what is on the page.

use anyhow::ensure;
use serde_json::Value;

use crate::window::Tab;

const AXE: &str = include_str!("axe.min.js");

/// What stands in somebody's way; axe-core's lesser findings are advice.
const SERIOUS: &str = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`))";

/// Looks at the page as it is, in light and dark.
pub async fn look(tab: &Tab, state: &str) -> anyhow::Result<()> {
    tab.look(&format!("if (!globalThis.axe) {{ {AXE} }}"))
        .await?;
    for dark in [false, true] {
        tab.dark(dark).await?;
        // Colours move for a moment when the light changes.
        let still = "document.getAnimations().every((one) => one.playState !== 'running')";
        tab.until("the page to rest", still).await?;
        let found = tab.look(SERIOUS).await?;
        ensure!(
            found.as_array().is_some_and(Vec::is_empty),
            "{state}, {}: {found:#}",
            if dark { "dark" } else { "light" }
        );
    }
    tab.dark(false).await
}

/// How many headings of the first rank there are, hidden from the eye or not.
pub async fn titles(tab: &Tab) -> anyhow::Result<Value> {
    tab.look("document.querySelectorAll('h1').length").await
}

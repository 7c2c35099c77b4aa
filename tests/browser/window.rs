//! A browser's window and its tabs: pressing, typing, waiting, looking.
//!
//! Knows the browser. Must not know the bot, nor what the page is for.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, anyhow};
use chromiumoxide::cdp::browser_protocol::emulation::{
    MediaFeature, SetDeviceMetricsOverrideParams, SetEmulatedMediaParams,
};
use chromiumoxide::cdp::browser_protocol::input::InsertTextParams;
use chromiumoxide::cdp::browser_protocol::log::{EventEntryAdded, LogEntryLevel, LogEntrySource};
use chromiumoxide::cdp::browser_protocol::page::Viewport;
use chromiumoxide::cdp::js_protocol::runtime::{
    ConsoleApiCalledType, EvaluateParams, EventConsoleApiCalled, EventExceptionThrown,
    ExceptionDetails,
};
use chromiumoxide::error::CdpError;
use chromiumoxide::layout::Point;
use chromiumoxide::page::ScreenshotParams;
use chromiumoxide::{Browser, BrowserConfig, Page};
use futures_util::{Stream, StreamExt};
use serde_json::Value;
use tempfile::TempDir;
use tokio::task::JoinHandle;

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// No telemetry, no updates, no network but the page's own.
const FLAGS: [&str; 6] = [
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
];

/// How long anything may take on the page, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(45);

/// A browser of its own, with a fresh profile.
pub struct Window {
    browser: Browser,
    driver: JoinHandle<()>,
    listeners: Vec<JoinHandle<()>>,
    complaints: Arc<Mutex<Vec<String>>>,
    _profile: TempDir,
}

/// The browser to use: `CHROMIUM`, or the first found on the path.
pub fn find() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| BROWSERS.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}

impl Window {
    /// Opens it.
    pub async fn open(chromium: &Path) -> anyhow::Result<Self> {
        let profile = tempfile::tempdir()?;
        let config = BrowserConfig::builder()
            .chrome_executable(chromium)
            .user_data_dir(profile.path())
            .no_sandbox()
            .args(FLAGS)
            .viewport(None)
            .request_timeout(PATIENCE * 2)
            .launch_timeout(PATIENCE * 2)
            .build()
            .map_err(|error| anyhow!(error))?;
        let (browser, mut handler) = Browser::launch(config)
            .await
            .with_context(|| format!("cannot start {}", chromium.display()))?;
        let driver = tokio::spawn(async move { while handler.next().await.is_some() {} });
        Ok(Self {
            browser,
            driver,
            listeners: Vec::new(),
            complaints: Arc::default(),
            _profile: profile,
        })
    }

    /// A new tab of this many pixels; a phone's tab is a phone's screen.
    pub async fn tab(&mut self, width: u32, height: u32, phone: bool) -> anyhow::Result<Tab> {
        let page = self.browser.new_page("about:blank").await?;
        let size = SetDeviceMetricsOverrideParams::builder()
            .width(width)
            .height(height)
            .device_scale_factor(if phone { 2.0 } else { 1.0 })
            .mobile(phone)
            .build()
            .map_err(|error| anyhow!(error))?;
        page.execute(size).await?;
        page.add_init_script(include_str!("person.js")).await?;
        page.enable_runtime().await?;
        page.enable_log().await?;
        self.listen(page.event_listener().await?, thrown);
        self.listen(page.event_listener().await?, printed);
        self.listen(page.event_listener().await?, logged);
        Ok(Tab { page })
    }

    fn listen<E: Send + Sync + 'static>(
        &mut self,
        mut events: impl Stream<Item = Arc<E>> + Send + Unpin + 'static,
        complaint: fn(&E) -> Option<String>,
    ) {
        let complaints = self.complaints.clone();
        self.listeners.push(tokio::spawn(async move {
            while let Some(event) = events.next().await {
                let mut list = complaints.lock().unwrap_or_else(PoisonError::into_inner);
                list.extend(complaint(&event));
            }
        }));
    }

    /// Closes it, and says what the pages' consoles complained of.
    pub async fn close(mut self) -> anyhow::Result<Vec<String>> {
        self.browser.close().await?;
        self.browser.wait().await?;
        self.driver.abort();
        // The driver's end is the end of each listener's stream: nothing is still on its way after this.
        let _ = self.driver.await;
        for listener in self.listeners {
            tokio::time::timeout(PATIENCE, listener).await??;
        }
        let list = self
            .complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        Ok(list.clone())
    }
}

fn thrown(event: &EventExceptionThrown) -> Option<String> {
    Some(format!("thrown: {}", said(&event.exception_details)))
}

/// What an exception says, with its place.
fn said(details: &ExceptionDetails) -> String {
    let thrown = details.exception.as_ref();
    let description = thrown.and_then(|thrown| thrown.description.as_deref());
    description.unwrap_or(&details.text).to_owned()
}

fn printed(event: &EventConsoleApiCalled) -> Option<String> {
    let bad = matches!(
        event.r#type,
        ConsoleApiCalledType::Error | ConsoleApiCalledType::Assert
    );
    bad.then(|| format!("console: {:?}", event.args))
}

/// An unreachable server is not the page's fault: this test stops it on purpose.
fn logged(event: &EventEntryAdded) -> Option<String> {
    let entry = &event.entry;
    let away = entry.source == LogEntrySource::Network && entry.text.contains("net::ERR_");
    let bad = entry.level == LogEntryLevel::Error && !away;
    bad.then(|| format!("log: {} {:?}", entry.text, entry.url))
}

/// One tab.
pub struct Tab {
    page: Page,
}

impl Tab {
    /// Goes there, in front of the other tabs: a page in the background rests.
    pub async fn visit(&self, address: &str) -> anyhow::Result<()> {
        self.page.bring_to_front().await?;
        self.page.goto(address).await?;
        Ok(())
    }

    /// Turns the reader's light down, or up again.
    pub async fn dark(&self, dark: bool) -> anyhow::Result<()> {
        let scheme = if dark { "dark" } else { "light" };
        let feature = MediaFeature::new("prefers-color-scheme", scheme);
        let media = SetEmulatedMediaParams::builder().feature(feature).build();
        self.page.execute(media).await?;
        Ok(())
    }

    /// Waits until an expression is truthy, and gives its value.
    pub async fn until(&self, what: &str, expression: &str) -> anyhow::Result<Value> {
        let call = format!(
            "person.until(() => ({expression}), {}, {})",
            Value::from(what),
            PATIENCE.as_millis()
        );
        self.look(&call).await
    }

    /// An expression's value, now.
    pub async fn look(&self, expression: &str) -> anyhow::Result<Value> {
        let question = EvaluateParams::builder()
            .expression(expression)
            .await_promise(true)
            .return_by_value(true)
            .build()
            .map_err(|error| anyhow!(error))?;
        match self.page.evaluate_expression(question).await {
            Ok(answer) => Ok(answer.value().cloned().unwrap_or_default()),
            Err(CdpError::JavascriptException(details)) => Err(anyhow!(said(&details))),
            Err(error) => Err(error.into()),
        }
    }

    /// Presses what an expression names, with the mouse, once it is in sight and nothing covers it.
    pub async fn press(&self, what: &str, expression: &str) -> anyhow::Result<()> {
        let spot = self
            .until(what, &format!("person.spot({expression})"))
            .await?;
        let place = |axis| spot.get(axis).and_then(Value::as_f64);
        let (x, y) = place("x").zip(place("y")).context("no place to press")?;
        self.page.click(Point::new(x, y)).await?;
        Ok(())
    }

    /// Types into a field and presses Enter.
    pub async fn enter(&self, what: &str, expression: &str, text: &str) -> anyhow::Result<()> {
        self.press(what, expression).await?;
        self.until(what, &format!("{expression} === document.activeElement"))
            .await?;
        self.page.execute(InsertTextParams::new(text)).await?;
        self.until(
            what,
            &format!("{expression}.value === {}", Value::from(text)),
        )
        .await?;
        self.page
            .find_element("body")
            .await?
            .press_key("Enter")
            .await?;
        self.until(what, &format!("{expression}.value === ''"))
            .await?;
        Ok(())
    }

    /// Keeps a picture of a part of what is seen: of the rectangle that an expression gives, once it rests.
    pub async fn crop(&self, expression: &str, scale: f64, path: &Path) -> anyhow::Result<()> {
        // Nothing is lit up by a mouse that happens to be there.
        self.page.move_mouse(Point::new(0.0, 0.0)).await?;
        let frame = self.until("a part to show", expression).await?;
        let side = |name| frame.get(name).and_then(Value::as_f64);
        let sides = ["x", "y", "width", "height"].map(side);
        let [Some(x), Some(y), Some(width), Some(height)] = sides else {
            return Err(anyhow!("no part of the page: {frame}"));
        };
        let clip = Viewport {
            x,
            y,
            width,
            height,
            scale,
        };
        self.page
            .save_screenshot(ScreenshotParams::builder().clip(clip).build(), path)
            .await?;
        Ok(())
    }

    /// Keeps a picture of what is seen.
    pub async fn picture(&self, path: &Path) -> anyhow::Result<()> {
        self.page
            .save_screenshot(ScreenshotParams::builder().build(), path)
            .await?;
        Ok(())
    }
}

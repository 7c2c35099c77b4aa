//! One week on the demo's page, as people play it in a browser.
//!
//! Knows the story. Must not know how it is carried out: see `window`, `program` and `words`.

#![expect(
    clippy::disallowed_methods,
    reason = "the test's runtime ends what it starts"
)]

mod axe;
mod film;
mod palette;
mod pictures;
mod program;
mod window;
mod words;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use program::Program;
use serde_json::Value;
use window::{Tab, Window};
use words::Words;

/// The four phones, from the left.
const MEMBER: usize = 0;
const OTHER: usize = 1;
const OFFICER: usize = 2;
const GROUP: usize = 3;

/// A narrow phone that is still in use, in pixels of the page.
const PHONE: (u32, u32) = (360, 740);
/// A laptop on which all four phones have room.
const LAPTOP: (u32, u32) = (1366, 900);

#[tokio::test(flavor = "multi_thread")]
async fn a_week_on_the_page() -> anyhow::Result<()> {
    let Some(chromium) = window::find() else {
        // Not through eprintln!: the harness swallows what a passing test prints that way.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: the page was not tested, there is no Chromium (apt-get install chromium, or set CHROMIUM=/path)"
        );
        return Ok(());
    };
    let scratch = tempfile::tempdir()?;
    let pictures = match std::env::var_os("NHIP_SCREENSHOTS") {
        Some(folder) => PathBuf::from(folder),
        None => scratch.path().to_owned(),
    };
    std::fs::create_dir_all(&pictures)?;
    let binary = program::binary()?;
    let mut window = Window::open(&chromium).await?;
    let laptop = window.tab(LAPTOP.0, LAPTOP.1, false).await?;
    let phone = window.tab(PHONE.0, PHONE.1, true).await?;
    let mut story = Story {
        program: Program::start(&binary, scratch.path(), "0").await?,
        laptop,
        phone,
        words: Words::read()?,
        pictures,
    };
    let told = story.told(&binary, scratch.path()).await;
    if told.is_err() {
        // The story's own fault is the one to tell, even if no picture can be had any more.
        let _ = story.picture(&story.laptop, "at-the-fault").await;
    }
    let closed = window.close().await;
    let fault = told.and_then(|()| {
        let complaints = closed?;
        ensure!(
            complaints.is_empty(),
            "the browser's console is not clean: {complaints:#?}"
        );
        Ok(())
    });
    if let Err(error) = fault {
        // Only after a fault does anybody look at the pictures and the log.
        let kept = scratch.keep();
        panic!("{error:#}\nPictures and program.log: {}", kept.display());
    }
    Ok(())
}

struct Story {
    program: Program,
    laptop: Tab,
    phone: Tab,
    words: Words,
    pictures: PathBuf,
}

impl Story {
    async fn told(&mut self, binary: &Path, folder: &Path) -> anyhow::Result<()> {
        self.one_phone_and_one_thing_to_do().await?;
        self.a_member_joins().await?;
        self.the_tour_goes_on_and_is_left().await?;
        self.four_phones().await?;
        self.nothing_stands_in_anybodys_way().await?;
        self.the_next_event_is_told().await?;
        self.the_member_reads().await?;
        self.the_member_begins_the_quiz().await?;
        self.a_day_passes().await?;
        self.the_officer_reports().await?;
        self.the_member_ends_the_quiz().await?;
        self.another_declines().await?;
        self.both_languages().await?;
        self.nothing_is_cut_off_on_a_phone().await?;
        self.a_restart_changes_nothing(binary, folder).await
    }

    /// Whoever opens the page for the first time sees one phone, and beside it what to do.
    async fn one_phone_and_one_thing_to_do(&self) -> anyhow::Result<()> {
        self.laptop.visit(&self.program.address).await?;
        self.laptop
            .until("one phone", &format!("{IN_SIGHT}.length === 1"))
            .await?;
        self.step("1/7").await?;
        let about = self.words.of("demo-about")?;
        let told = format!(
            "document.querySelector('.news').innerText.includes({})",
            Value::from(about)
        );
        self.laptop.until("what this is", &told).await?;
        self.picture(&self.laptop, "1-the-tour").await?;
        for tab in [&self.laptop, &self.phone] {
            tab.visit(&self.program.address).await?;
            tab.until("the tour", "document.querySelector('[data-tour]')")
                .await?;
            for language in ["en", "vi"] {
                self.speaks(tab, language).await?;
                axe::look(tab, &format!("the tour, {language}")).await?;
                ensure!(axe::titles(tab).await? == 1, "one title a page");
            }
        }
        self.picture(&self.phone, "1-the-tour-narrow").await?;
        self.laptop.visit(&self.program.address).await
    }

    async fn step(&self, place: &str) -> anyhow::Result<()> {
        let shown = format!(
            "document.querySelector('.tour-place').innerText.includes({})",
            Value::from(place)
        );
        self.laptop.until("the step", &shown).await?;
        Ok(())
    }

    async fn speaks(&self, tab: &Tab, language: &str) -> anyhow::Result<()> {
        let button = format!("document.querySelector('[data-language={language}]')");
        tab.press("the language", &button).await?;
        let spoken = format!("document.documentElement.lang === '{language}'");
        tab.until("the page in it", &spoken).await?;
        Ok(())
    }

    /// What the step asked for has been done, and the tour has seen it.
    async fn the_tour_goes_on_and_is_left(&self) -> anyhow::Result<()> {
        let done = "document.querySelector('.tour-done').checkVisibility()";
        self.laptop.until("the step to be done", done).await?;
        let next = "document.querySelector('[data-act=next]')";
        self.laptop.press("the next step", next).await?;
        self.step("2/7").await?;
        self.leaves_the_tour().await
    }

    async fn leaves_the_tour(&self) -> anyhow::Result<()> {
        let leave = "document.querySelector('[data-act=leave]')";
        self.laptop.press("the way out", leave).await?;
        self.laptop
            .until("every phone", &format!("{IN_SIGHT}.length > 1"))
            .await?;
        Ok(())
    }

    /// In each state, width, language and light.
    async fn nothing_stands_in_anybodys_way(&self) -> anyhow::Result<()> {
        for tab in [&self.laptop, &self.phone] {
            tab.visit(&self.program.address).await?;
            tab.until("the phones", &format!("{IN_SIGHT}.length > 0"))
                .await?;
            for language in ["en", "vi"] {
                self.speaks(tab, language).await?;
                axe::look(tab, &format!("the phones, {language}")).await?;
            }
            for (name, opens) in DIALOGS {
                tab.press(name, opens).await?;
                tab.until(name, "document.querySelector('dialog[open]')")
                    .await?;
                axe::look(tab, name).await?;
                tab.look("document.querySelector('dialog[open]').close()")
                    .await?;
            }
        }
        self.laptop.visit(&self.program.address).await
    }

    /// The clock's main button always leads to something: the strip says what has been sent, and to whom.
    async fn the_next_event_is_told(&self) -> anyhow::Result<()> {
        let next = "document.querySelector('[data-advance=next]')";
        self.laptop.press("the next event", next).await?;
        let told = "document.querySelector('.news-list li .news-line b')?.innerText.includes('→')";
        self.laptop.until("what happened", told).await?;
        self.picture(&self.laptop, "2-the-news").await
    }

    async fn four_phones(&self) -> anyhow::Result<()> {
        self.laptop.visit(&self.program.address).await?;
        self.laptop
            .until("four phones", &format!("{IN_SIGHT}.length === 4"))
            .await?;
        self.laptop
            .until(
                "the clock",
                "document.querySelector('[data-clock] time').textContent.match(/^\\d\\d:\\d\\d$/)",
            )
            .await?;
        self.picture(&self.laptop, "2-four-phones").await
    }

    /// The first phone was handed the unit's invite: one press, two ticks, one more press.
    async fn a_member_joins(&self) -> anyhow::Result<()> {
        let start = format!("person.phone({MEMBER}).querySelector('[data-start]')");
        self.laptop.press("the Start button", &start).await?;
        self.sees(MEMBER, &["consent"]).await?;
        // Without a tick nothing is stored, and an alert says what is missing.
        self.taps(MEMBER, "button-agree").await?;
        self.toast(MEMBER, "toast-consents-missing").await?;
        let understood = format!("person.phone({MEMBER}).querySelector('[data-alert] button')");
        self.laptop.press("the alert's button", &understood).await?;
        for consent in ["button-consent-account", "button-consent-abroad"] {
            self.taps(MEMBER, consent).await?;
            self.ticked(MEMBER, consent).await?;
        }
        self.taps(MEMBER, "button-agree").await?;
        self.sees(MEMBER, &["joined"]).await?;
        self.picture(&self.laptop, "2-joined").await
    }

    /// The second phone has no invite: it finds the unit by a piece of its name, typed without its marks.
    async fn another_declines(&self) -> anyhow::Result<()> {
        self.says(OTHER, "/start").await?;
        self.sees(OTHER, &["welcome"]).await?;
        self.says(OTHER, "van phong").await?;
        self.sees(OTHER, &["unit-found"]).await?;
        self.taps_label(OTHER, "Văn phòng").await?;
        self.sees(OTHER, &["consent"]).await?;
        self.taps(OTHER, "button-decline").await?;
        self.sees(OTHER, &["declined"]).await?;
        self.picture(&self.laptop, "7-declined").await
    }

    async fn the_member_reads(&self) -> anyhow::Result<()> {
        self.taps(MEMBER, "button-read").await?;
        self.toast(MEMBER, "toast-read").await?;
        self.picture(&self.laptop, "3-read").await
    }

    /// Five questions in one message, some on this day and some on another.
    async fn the_member_begins_the_quiz(&self) -> anyhow::Result<()> {
        self.taps(MEMBER, "button-quiz").await?;
        self.answers(1, "A").await?;
        self.picture(&self.laptop, "4-answered").await?;
        self.answers(2, "B").await
    }

    /// One letter is typed, in small: a button is not the only way.
    async fn the_member_ends_the_quiz(&self) -> anyhow::Result<()> {
        self.answers(3, "C").await?;
        self.asked(4).await?;
        self.says(MEMBER, "d").await?;
        self.told_why(4, "D").await?;
        self.answers(5, "A").await?;
        self.sees(MEMBER, &["quiz-result"]).await?;
        self.picture(&self.laptop, "6-result").await
    }

    async fn answers(&self, number: usize, letter: &str) -> anyhow::Result<()> {
        self.asked(number).await?;
        self.taps_label(MEMBER, letter).await?;
        self.told_why(number, letter).await
    }

    async fn asked(&self, number: usize) -> anyhow::Result<()> {
        let place = format!("{number}/5");
        self.sees_text(MEMBER, &[&place, "A.", "B.", "C.", "D."])
            .await
    }

    /// Right or wrong, there is a reason and a source.
    async fn told_why(&self, number: usize, letter: &str) -> anyhow::Result<()> {
        let (place, chosen) = (format!("{number}/5"), format!("{letter}."));
        let source = self.words.end_of("quiz-right")?;
        self.sees_text(MEMBER, &[&place, &chosen, &source]).await
    }

    async fn a_day_passes(&self) -> anyhow::Result<()> {
        let before = self.time().await?;
        let day = "document.querySelector('[data-advance=day]')";
        self.laptop.press("the button +1 day", day).await?;
        let passed = format!(
            "Date.parse(document.querySelector('[data-clock] time').dateTime) >= {before} + 86400e3 && {day}.getAttribute('aria-disabled') === 'false'"
        );
        self.laptop.until("a day to pass", &passed).await?;
        Ok(())
    }

    async fn the_officer_reports(&self) -> anyhow::Result<()> {
        self.says(GROUP, "/baocao").await?;
        let words = [
            "report",
            "report-more-than",
            "report-open-steps",
            "report-note",
        ];
        self.sees(GROUP, &words).await?;
        let text = self
            .laptop
            .look(&format!("person.messages({GROUP}).at(-1).innerText"))
            .await?;
        let text = text.as_str().context("a report in words")?;
        ensure!(text.contains("Sở Nội vụ"), "no unit is named: {text}");
        // Below, shares of the week that has closed may follow.
        let mut steps = text.lines().filter(|line| line.starts_with("Đã "));
        ensure!(
            !steps.any(|line| line.contains('%')),
            "a share of a week that is open: {text}"
        );
        self.laptop
            .until("no toast", "!document.querySelector('[data-toast]')")
            .await?;
        self.picture(&self.laptop, "5-report").await
    }

    async fn both_languages(&self) -> anyhow::Result<()> {
        for language in ["en", "vi"] {
            self.speaks(&self.laptop, language).await?;
            let drawn = format!("person.messages({GROUP}).length > 1");
            self.laptop.until("the messages in it", &drawn).await?;
            axe::look(&self.laptop, "a week later").await?;
            self.picture(&self.laptop, &format!("8-{language}")).await?;
        }
        Ok(())
    }

    async fn nothing_is_cut_off_on_a_phone(&self) -> anyhow::Result<()> {
        self.phone.visit(&self.program.address).await?;
        for index in 0..4 {
            let tab = format!("document.querySelector('[data-tab=\"{index}\"]')");
            self.phone.press("a phone's tab", &tab).await?;
            let composer = format!("person.phone({index}).querySelector('[data-composer]')");
            self.phone
                .until("its phone", &format!("{composer}.checkVisibility()"))
                .await?;
            self.picture(&self.phone, &format!("9-narrow-{index}"))
                .await?;
            let covered = self
                .phone
                .look("person.covered('.clock-words > *')")
                .await?;
            ensure!(covered == 0, "{covered} parts of the time are covered");
            let faults = self.phone.look("person.overflowing()").await?;
            ensure!(
                faults.as_array().is_some_and(Vec::is_empty),
                "on a phone {} pixels wide, in tab {index}: {faults:#}",
                PHONE.0
            );
            let width = self.phone.look("innerWidth").await?;
            ensure!(width == PHONE.0, "the page made the screen {width} wide");
        }
        Ok(())
    }

    /// Ctrl-C and the same command, then a kill: the page finds the program again by itself, and everything stands
    /// where it stood.
    async fn a_restart_changes_nothing(
        &mut self,
        binary: &Path,
        folder: &Path,
    ) -> anyhow::Result<()> {
        self.laptop.visit(&self.program.address).await?;
        let loaded = "[0, 1, 3].every((phone) => person.messages(phone).length > 0)";
        self.laptop.until("the messages", loaded).await?;
        let before = self.laptop.look(TRANSCRIPTS).await?;
        let time = self.time().await?;
        self.program.stop().await?;
        self.goes_on(&before, binary, folder).await?;
        ensure!(self.time().await? >= time, "the clock went back");
        self.program.kill().await?;
        self.goes_on(&before, binary, folder).await?;
        self.laptop.visit(&self.program.address).await?;
        self.same(&before, "after a reload").await?;
        // And it listens.
        self.says(MEMBER, "/cuatoi").await?;
        self.sees(MEMBER, &["me"]).await?;
        self.picture(&self.laptop, "10-after-restarts").await?;
        self.program.stop().await
    }

    async fn goes_on(
        &mut self,
        before: &Value,
        binary: &Path,
        folder: &Path,
    ) -> anyhow::Result<()> {
        let away = "!document.querySelector('.banner').hidden";
        self.laptop.until("the page to notice", away).await?;
        self.program = Program::start(binary, folder, self.program.port()).await?;
        let back = "document.querySelector('.banner').hidden";
        self.laptop.until("the page to come back", back).await?;
        self.same(before, "after a restart").await?;
        // A kill may cost the seconds since something last happened, and no more.
        let newest = "Math.max(...[...document.querySelectorAll('[data-message] .meta time')].map((time) => Date.parse(time.dateTime)))";
        let newest = self.laptop.look(newest).await?;
        ensure!(
            Some(self.time().await?) >= newest.as_i64(),
            "the clock shows a time before {newest}, when something was said already"
        );
        Ok(())
    }

    async fn same(&self, before: &Value, when: &str) -> anyhow::Result<()> {
        let expression = format!("JSON.stringify({TRANSCRIPTS}) === JSON.stringify({before})");
        let waited = self.laptop.until("the same messages", &expression).await;
        if let Err(error) = waited {
            let now = self.laptop.look(TRANSCRIPTS).await?;
            return Err(error.context(format!("{when}: {before:#}\nbecame\n{now:#}")));
        }
        Ok(())
    }

    /// The campaign's time on the page, in milliseconds.
    async fn time(&self) -> anyhow::Result<i64> {
        let time = "Date.parse(document.querySelector('[data-clock] time').dateTime)";
        let time = self.laptop.until("the time", time).await?;
        time.as_i64().context("a clock that shows the time")
    }

    async fn says(&self, phone: usize, text: &str) -> anyhow::Result<()> {
        let field = format!("person.phone({phone}).querySelector('[data-composer]')");
        self.laptop
            .enter(&format!("'{text}' typed on phone {phone}"), &field, text)
            .await
    }

    async fn taps(&self, phone: usize, key: &str) -> anyhow::Result<()> {
        self.taps_label(phone, &self.words.of(key)?).await
    }

    async fn taps_label(&self, phone: usize, label: &str) -> anyhow::Result<()> {
        let button = format!("person.key({phone}, {})", Value::from(label));
        self.laptop
            .press(&format!("the button '{label}' on phone {phone}"), &button)
            .await
    }

    async fn ticked(&self, phone: usize, key: &str) -> anyhow::Result<()> {
        let label = Value::from(self.words.of(key)?);
        let ticked = format!("person.key({phone}, {label}).innerText.includes('☑')");
        self.laptop.until("a tick", &ticked).await?;
        Ok(())
    }

    async fn sees(&self, phone: usize, keys: &[&str]) -> anyhow::Result<()> {
        let words = keys.iter().map(|key| self.words.of(key));
        let words = words.collect::<anyhow::Result<Vec<String>>>()?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.sees_text(phone, &words).await
    }

    async fn sees_text(&self, phone: usize, words: &[&str]) -> anyhow::Result<()> {
        let message = format!(
            "person.message({phone}, {}) !== undefined",
            Value::from(words)
        );
        self.laptop
            .until(
                &format!("a message with {words:?} on phone {phone}"),
                &message,
            )
            .await?;
        Ok(())
    }

    async fn toast(&self, phone: usize, key: &str) -> anyhow::Result<()> {
        let words = self.words.of(key)?;
        let shown = format!(
            "[...person.phone({phone}).querySelectorAll('[data-toast], [data-alert]')].some((toast) => toast.innerText.includes({}))",
            Value::from(words.as_str())
        );
        self.laptop
            .until(&format!("the toast '{words}' on phone {phone}"), &shown)
            .await?;
        Ok(())
    }

    async fn picture(&self, tab: &Tab, name: &str) -> anyhow::Result<()> {
        tab.picture(&self.pictures.join(format!("{name}.png")))
            .await
    }
}

/// The phones that are seen.
const IN_SIGHT: &str =
    "[...document.querySelectorAll('[data-phone]')].filter((phone) => phone.checkVisibility())";

/// What can be opened over the page, and how.
const DIALOGS: [(&str, &str); 2] = [
    ("the test tools", "document.querySelector('[data-tools]')"),
    (
        "whose phone this is",
        "[...document.querySelectorAll('.owner, .head-change')].find((one) => one.checkVisibility())",
    ),
];

const TRANSCRIPTS: &str = "[0, 1, 2, 3].map((phone) => person.transcript(phone))";

//! The film at the top of the README, a quiz and a report: `cargo test -p nhip-browser-test film -- --ignored`
//!
//! Knows what is shown, and for how long. Must not know how a film is written.

use super::*;
use crate::palette;

const STAGE: (u32, u32) = (960, 660);
/// Its name, among the pictures.
pub const FILM: &str = "film.png";
/// What the top of a README may weigh.
const BYTES_MAX: u64 = 1_500_000;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/pictures/film.png; needs Chromium"]
async fn film() -> anyhow::Result<()> {
    let chromium = window::find().context("there is no Chromium: set CHROMIUM=/path")?;
    let scratch = tempfile::tempdir()?;
    let mut window = Window::open(&chromium).await?;
    let mut filming = Filming {
        frames: Vec::new(),
        story: Story {
            laptop: window.tab(STAGE.0, STAGE.1, false).await?,
            phone: window.tab(PHONE.0, PHONE.1, true).await?,
            program: Program::start(&program::binary()?, scratch.path(), "0").await?,
            words: Words::read()?,
            pictures: scratch.path().to_owned(),
        },
    };
    let shown = filming.shown().await;
    let _ = window.close().await;
    shown?;
    let path = program::root().join("docs/pictures").join(FILM);
    palette::film(&filming.frames, &path)?;
    let weight = path.metadata()?.len();
    ensure!(weight <= BYTES_MAX, "{weight} bytes, over {BYTES_MAX}");
    filming.story.program.stop().await
}

struct Filming {
    story: Story,
    frames: Vec<(palette::Pixels, u16)>,
}

impl Filming {
    /// As the tour goes: a member joins, reads, answers; the officer asks for the report.
    async fn shown(&mut self) -> anyhow::Result<()> {
        self.story.laptop.visit(&self.story.program.address).await?;
        self.story.step("1/7").await?;
        self.frame(1200).await?;
        self.story.a_member_joins().await?;
        self.frame(1600).await?;
        self.next("2/7").await?;
        self.story.taps(MEMBER, "button-read").await?;
        self.story.sees(MEMBER, &["button-quiz"]).await?;
        self.next("3/7").await?;
        self.story.taps(MEMBER, "button-quiz").await?;
        self.story.asked(1).await?;
        self.frame(1800).await?;
        for (number, letter) in (1..).zip(["A", "C", "B", "D", "A"]) {
            self.story.answers(number, letter).await?;
            self.frame(if number == 1 { 2600 } else { 1300 }).await?;
        }
        self.next("4/7").await?;
        let acts = "document.querySelector('[data-act=do]')";
        self.story.laptop.press("the officer's words", acts).await?;
        self.story.sees(GROUP, &["report-note"]).await?;
        self.frame(3200).await?;
        let top = format!("person.phone({GROUP}).querySelector('.scroller').scrollBy(0, -330)");
        self.story.laptop.look(&top).await?;
        self.frame(3200).await
    }

    async fn next(&self, place: &str) -> anyhow::Result<()> {
        let next = "document.querySelector('[data-act=next]')";
        self.story.laptop.press("the next step", next).await?;
        self.story.step(place).await
    }

    async fn frame(&mut self, milliseconds: u16) -> anyhow::Result<()> {
        let laptop = &self.story.laptop;
        let rests = "!document.querySelector('[data-toast], [aria-busy=true]') && [...document.images].every((image) => image.complete) && document.getAnimations().every((one) => one.playState !== 'running')";
        laptop.until("the page to rest", rests).await?;
        let path = self.story.pictures.join("frame.png");
        laptop.picture(&path).await?;
        self.frames.push((palette::read(&path)?, milliseconds));
        Ok(())
    }
}

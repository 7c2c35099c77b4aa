//! The pictures of the documents, taken from the demo: `cargo test -p nhip-browser-test pictures -- --ignored`
//!
//! Knows which screen is shown in which document. Must not know how anything is pressed: see the story in `page`.

use super::*;
use crate::palette;

/// High enough for the longest message of the bot to be seen whole.
const DESK: (u32, u32) = (1366, 1700);
/// What a page about a small tool may weigh.
const BYTES_MAX: u64 = 150_000;
/// Sharp on a good screen, light to load.
const CROP_SCALE: f64 = 1.5;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/pictures; needs Chromium"]
async fn pictures() -> anyhow::Result<()> {
    let chromium = window::find().context("there is no Chromium: set CHROMIUM=/path")?;
    let scratch = tempfile::tempdir()?;
    let pictures = program::root().join("docs/pictures");
    std::fs::create_dir_all(&pictures)?;
    let mut window = Window::open(&chromium).await?;
    let mut album = Album {
        story: Story {
            laptop: window.tab(DESK.0, DESK.1, false).await?,
            phone: window.tab(LAPTOP.0, LAPTOP.1, false).await?,
            program: Program::start(&program::binary()?, scratch.path(), "0").await?,
            words: Words::read()?,
            pictures,
        },
    };
    let shown = album.shown().await;
    if shown.is_err() {
        let fault = std::env::temp_dir().join("nhip-pictures-fault.png");
        let _ = album.story.laptop.picture(&fault).await;
    }
    let _ = window.close().await;
    shown?;
    let heavy: Vec<PathBuf> = std::fs::read_dir(&album.story.pictures)?
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| !path.ends_with(crate::film::FILM))
        .filter(|path| path.metadata().is_ok_and(|data| data.len() > BYTES_MAX))
        .collect();
    ensure!(heavy.is_empty(), "over {BYTES_MAX} bytes: {heavy:?}");
    album.story.program.stop().await
}

struct Album {
    story: Story,
}

impl Album {
    async fn shown(&mut self) -> anyhow::Result<()> {
        self.story.laptop.visit(&self.story.program.address).await?;
        self.story.leaves_the_tour().await?;
        self.a_member().await?;
        self.the_group().await?;
        self.an_officer().await?;
        self.the_year().await?;
        self.the_plan().await?;
        self.suggestions().await?;
        self.the_register().await?;
        self.a_broadcast().await?;
        self.a_check_in().await
    }

    async fn a_member(&self) -> anyhow::Result<()> {
        let story = &self.story;
        let start = format!("person.phone({MEMBER}).querySelector('[data-start]')");
        story.laptop.press("the Start button", &start).await?;
        story.sees(MEMBER, &["consent"]).await?;
        for consent in ["account", "abroad", "reflection"] {
            let consent = format!("button-consent-{consent}");
            story.taps(MEMBER, &consent).await?;
            story.ticked(MEMBER, &consent).await?;
        }
        self.crop("consent", MEMBER, 1).await?;
        story.taps(MEMBER, "button-agree").await?;
        story.sees(MEMBER, &["button-read"]).await?;
        self.crop("item", MEMBER, 1).await?;
        story.taps(MEMBER, "button-read").await?;
        story.taps(MEMBER, "button-quiz").await?;
        story.asked(1).await?;
        self.crop("question", MEMBER, 1).await?;
        story.answers(1, "A").await?;
        self.crop("explanation", MEMBER, 1).await
    }

    async fn the_group(&self) -> anyhow::Result<()> {
        let story = &self.story;
        for _ in 0..3 {
            story.a_day_passes().await?;
        }
        story.says(GROUP, "/baocao").await?;
        story.sees(GROUP, &["report", "report-note"]).await?;
        self.crop("report-group", GROUP, 2).await?;
        story.phone.visit(&story.program.address).await?;
        let loaded = "[0, 3].every((phone) => person.messages(phone).length > 0)";
        story.phone.until("the messages", loaded).await?;
        self.keep(
            &story.phone,
            "four-phones",
            "({ x: 0, y: 0, width: innerWidth, height: innerHeight })",
            1.0,
        )
        .await?;
        story.laptop.visit(&story.program.address).await?;
        story.says(GROUP, "/lienket").await?;
        story.sees(GROUP, &["group-which-unit"]).await?;
        self.crop("link", GROUP, 1).await
    }

    async fn an_officer(&self) -> anyhow::Result<()> {
        let story = &self.story;
        story.says(OFFICER, "/canbo").await?;
        story.sees(OFFICER, &["officers"]).await?;
        self.crop("officers", OFFICER, 1).await?;
        story.taps(OFFICER, "button-appoint").await?;
        story.taps(OFFICER, "title-leader").await?;
        story.sees(OFFICER, &["appoint-link"]).await?;
        self.crop("appointment", OFFICER, 1).await?;
        for (command, key, name) in [
            ("/baocao", "report-note", "report-private"),
            ("/moi", "invite", "invite"),
            ("/nhacnho", "remind-ask", "reminder"),
            ("/bieuduong", "commend-nobody", "commendation"),
        ] {
            story.says(OFFICER, command).await?;
            story.sees(OFFICER, &[key]).await?;
            self.crop(name, OFFICER, 1).await?;
        }
        Ok(())
    }

    async fn the_year(&self) -> anyhow::Result<()> {
        let story = &self.story;
        story.says(OFFICER, "/sonam").await?;
        story.taps_label(OFFICER, "Số liệu năm · Năm 2026").await?;
        story.sees(OFFICER, &["form-how-text"]).await?;
        story.taps(OFFICER, "button-form-skip").await?;
        story.sees(OFFICER, &["form-how-several"]).await?;
        self.crop("form", OFFICER, 1).await?;
        story.says(OFFICER, "/tonghop").await?;
        story.taps_label(OFFICER, "Số liệu năm · Năm 2026").await?;
        story.sees(OFFICER, &["button-collect-units"]).await?;
        self.crop("totals", OFFICER, 1).await
    }

    async fn the_plan(&self) -> anyhow::Result<()> {
        let story = &self.story;
        story.says(OFFICER, "/kehoach").await?;
        story.taps_label(OFFICER, "Kế hoạch năm 2026").await?;
        story.sees(OFFICER, &["button-plan-due"]).await?;
        self.crop("plan", OFFICER, 1).await?;
        story.taps(OFFICER, "button-plan-due").await?;
        story.sees(OFFICER, &["button-plan-later"]).await?;
        self.crop("plan-line", OFFICER, 1).await
    }

    async fn suggestions(&self) -> anyhow::Result<()> {
        let story = &self.story;
        story.says(OFFICER, "/gopy").await?;
        story.sees(OFFICER, &["button-suggest-document"]).await?;
        self.crop("suggestions", OFFICER, 1).await?;
        story.taps_label(OFFICER, "Tuyển dụng").await?;
        story.sees(OFFICER, &["button-suggest-cut"]).await?;
        self.crop("suggestion", OFFICER, 1).await
    }

    async fn the_register(&self) -> anyhow::Result<()> {
        let story = &self.story;
        story.says(OFFICER, "/sosangkien").await?;
        story.sees(OFFICER, &["button-register-sums"]).await?;
        story.taps_label(OFFICER, "1").await?;
        story.sees(OFFICER, &["button-register-applied"]).await?;
        self.crop("initiative", OFFICER, 1).await
    }

    async fn a_broadcast(&self) -> anyhow::Result<()> {
        let story = &self.story;
        story.says(OFFICER, "/thongbao").await?;
        story.sees(OFFICER, &["broadcast-write"]).await?;
        let text = "Chiều thứ Năm tuần sau, 16h30, hội trường tầng 2: sinh hoạt công đoàn tháng 12. Xin mời mọi người đến dự.";
        story.says(OFFICER, text).await?;
        story.sees(OFFICER, &["broadcast-draft"]).await?;
        self.crop("broadcast-draft", OFFICER, 2).await?;
        self.urgent(true).await?;
        story.sees(OFFICER, &["urgent-draft"]).await?;
        self.crop("urgent-draft", OFFICER, 2).await?;
        self.urgent(false).await?;
        story.sees(OFFICER, &["broadcast-draft"]).await?;
        story.taps(OFFICER, "button-confirm").await?;
        story
            .sees(OFFICER, &["broadcast-card", "button-hold"])
            .await?;
        self.passes("hour").await?;
        let card = [
            story.words.of("broadcast-card")?,
            story.words.of("phase-done")?,
        ];
        story.sees_text(OFFICER, &[&card[0], &card[1]]).await?;
        self.crop("broadcast-card", OFFICER, 2).await
    }

    /// Marks the draft, or takes the mark away.
    async fn urgent(&self, on: bool) -> anyhow::Result<()> {
        let story = &self.story;
        story.taps(OFFICER, "button-options").await?;
        story.sees(OFFICER, &["broadcast-options"]).await?;
        let label = story.words.of("button-urgent")?;
        let before = if on { '☐' } else { '☑' };
        story
            .taps_label(OFFICER, &format!("{before} {label}"))
            .await
    }

    async fn a_check_in(&self) -> anyhow::Result<()> {
        let story = &self.story;
        story.says(MEMBER, "/suyngam").await?;
        story.sees(MEMBER, &["button-thought"]).await?;
        self.crop("check-in-thought", MEMBER, 1).await?;
        story.taps(MEMBER, "button-thought").await?;
        story.sees(MEMBER, &["button-skip"]).await?;
        self.crop("check-in", MEMBER, 1).await?;
        for (command, key, name) in [
            ("/caidat", "settings", "settings"),
            ("/cuatoi", "me", "progress"),
            ("/nhatky", "log", "log"),
        ] {
            story.says(MEMBER, command).await?;
            story.sees(MEMBER, &[key]).await?;
            self.crop(name, MEMBER, 1).await?;
        }
        self.passes("week").await?;
        self.story.sees(GROUP, &["button-weekly-more"]).await?;
        self.crop("week", GROUP, 1).await?;
        self.passes("week").await?;
        story.says(OFFICER, "/hoiam").await?;
        story.sees(OFFICER, &["respond-how"]).await?;
        self.crop("response", OFFICER, 1).await
    }

    async fn passes(&self, time: &str) -> anyhow::Result<()> {
        let button = format!("document.querySelector('[data-advance={time}]')");
        self.story.laptop.press("the clock", &button).await?;
        let rests = format!("{button}.getAttribute('aria-disabled') === 'false'");
        self.story.laptop.until("the clock to rest", &rests).await?;
        Ok(())
    }

    /// The newest messages of a phone, as large as they are.
    async fn crop(&self, name: &str, phone: usize, messages: usize) -> anyhow::Result<()> {
        let frame = format!("person.frame({phone}, {messages})");
        self.keep(&self.story.laptop, name, &frame, CROP_SCALE)
            .await
    }

    async fn keep(&self, tab: &Tab, name: &str, frame: &str, scale: f64) -> anyhow::Result<()> {
        tab.until(
            "no toast",
            "!document.querySelector('[data-toast], [aria-busy=true]')",
        )
        .await?;
        tab.until("every picture", PICTURES).await?;
        let path = self.story.pictures.join(format!("{name}.png"));
        tab.crop(frame, scale, &path).await?;
        palette::shrink(&path)
    }
}

const PICTURES: &str = "[...document.images].every((image) => image.complete)";

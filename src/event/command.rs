//! Commands as people type them: `/quiz`, `/tracnghiem`, `/report@nhip_bot tuần`.
//!
//! Knows every command's names. Must not know who may use which, nor what they do.

use unicode_normalization::UnicodeNormalization;

use crate::text::fold;

/// Commands, each with the names by which it is known, the English one first.
macro_rules! commands {
    ($(
        $(#[$what:meta])*
        $command:ident $(($words:ident))? = $name:literal $(| $other:literal)+
    ),+ $(,)?) => {
        /// A command, with what was written after it.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Command {
            /// `/start`, with the payload of an invite link.
            Start(Option<String>),
            $($(#[$what])* $command $(($words))?,)+
            /// Any other word behind a slash.
            Unknown,
        }

        /// Every name by which a command is known.
        const NAMES: &[&str] = &["start", "batdau", $($name $(, $other)+),+];

        impl Command {
            fn named(name: &str, rest: &str) -> Self {
                match name {
                    "start" | "batdau" => Self::begun(rest),
                    $($name $(| $other)+ => Self::$command $(($words::from(rest)))?,)+
                    _ => Self::Unknown,
                }
            }

            /// Its name.
            fn name(&self) -> &'static str {
                match self {
                    $(Self::$command { .. } => $name,)+
                    Self::Start(_) | Self::Unknown => "help",
                }
            }
        }
    };
}

commands! {
    /// What the bot can do.
    Help = "help" | "trogiup",
    /// The member's own progress.
    Me = "me" | "cuatoi",
    /// The four themes and twelve criteria.
    Criteria = "criteria" | "tieuchi",
    /// This week's quiz.
    Quiz = "quiz" | "tracnghiem" | "trachnghiem",
    /// What was asked before, once more and not counted.
    Practice = "practice" | "onlai",
    /// This month's check-in.
    Checkin = "checkin" | "suyngam",
    /// Window, language, pause.
    Settings = "settings" | "caidat",
    /// What is stored, who sees what, consents.
    Privacy = "privacy" | "riengtu",
    /// Leaving.
    Stop = "stop" | "dung",
    /// The unit's figures.
    Report(String) = "report" | "baocao",
    /// The discussion card of a criterion.
    Card(String) = "card" | "thetraodoi",
    /// Ties a group to a unit.
    Link(String) = "link" | "lienket",
    /// Unties a group.
    Unlink = "unlink" | "huylienket",
    /// Write to a unit.
    Broadcast = "broadcast" | "thongbao",
    /// The last broadcasts.
    Broadcasts = "broadcasts" | "dsthongbao",
    /// Nothing but answers is sent.
    PauseAll = "pauseall" | "tamdungtatca",
    /// Everything is sent again.
    ResumeAll = "resumeall" | "guitrolai",
    /// Everything held on whoever asks, as files.
    MyData = "mydata" | "dulieucuatoi",
    /// Having it deleted.
    DeleteMyData = "deletemydata" | "xoadulieu",
    /// What officers did about the member's unit.
    Log = "log" | "nhatky",
    /// The member's private journal.
    Journal = "journal" | "sorieng",
    /// Who may act for a unit.
    Officers(String) = "officers" | "canbo",
    /// A unit's invite link.
    Invite(String) = "invite" | "moi",
    /// Reminds those of a unit who have not answered.
    Remind(String) = "remind" | "nhacnho",
    /// Moves to another unit.
    Unit(String) = "unit" | "donvi",
    /// Commends somebody of a unit.
    Commend(String) = "commend" | "bieuduong",
    /// Answers what a unit said in a check-in.
    Respond(String) = "respond" | "hoiam",
    /// Fills in a form for a unit.
    Forms(String) = "forms" | "sonam",
    /// Asks units below for a form, and what it adds up to.
    Totals(String) = "totals" | "tonghop",
    /// A unit's yearly plan.
    Plan(String) = "plan" | "kehoach",
    /// What members can do for the year's tasks, in one menu.
    Year = "year" | "viectrongnam",
    /// The survey of training needs; for officers what it came to.
    Training(String) = "training" | "hoctap",
    /// The member's own year.
    MyYear = "myyear" | "namcuatoi",
    /// What members propose to their unit; for officers the box.
    Suggest(String) = "suggest" | "gopy",
    /// Opinions before a unit's yearly meeting.
    Meeting(String) = "meeting" | "hoinghi",
    /// What members have done better, told by themselves.
    Initiatives = "initiatives" | "sangkien",
    /// A unit's register of initiatives.
    Register(String) = "register" | "sosangkien",
}

impl Command {
    /// Reads `text` as a command for the bot called `username`.
    ///
    /// `None` if it is no command, or one for another bot. Case, marks and blanks within the name do not matter:
    /// `/Báo cáo tuần` is `/baocao tuần`.
    pub fn parse(text: &str, username: &str) -> Option<Self> {
        let text = text.trim().strip_prefix('/')?;
        let (head, _) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let (first, bot) = head.split_once('@').unwrap_or((head, username));
        if first.is_empty() || !bot.eq_ignore_ascii_case(username) {
            return None;
        }
        let readings = (1..=NAME_WORDS).rev().filter_map(|words| {
            let (name, rest) = split_words(text, words)?;
            let name = name.replacen(&format!("@{bot}"), "", 1);
            match Self::named(&fold(&name).replace(' ', ""), rest) {
                Self::Unknown => None,
                command => Some(command),
            }
        });
        Some(readings.into_iter().next().unwrap_or(Self::Unknown))
    }

    /// The name of the command that was perhaps meant by a command that is none, or by words without a slash.
    pub fn near(text: &str) -> Option<&'static str> {
        let text = text.trim();
        // “Right” is an answer, and is written like the word for “stop” but for one mark.
        if text.nfc().collect::<String>().to_lowercase() == "đúng" {
            return None;
        }
        let meant = text.trim_start_matches('/');
        (1..=NAME_WORDS)
            .rev()
            .filter_map(|words| split_words(meant, words))
            .filter(|(_, rest)| text.starts_with('/') || rest.is_empty())
            .map(|(name, _)| fold(name).replace(' ', ""))
            .find_map(|name| nearest(&name))
    }

    /// The command of a name that we wrote ourselves, without anything after it.
    pub fn of_name(name: &str) -> Self {
        Self::named(name, "")
    }

    /// That very name, if it is one.
    pub fn known(name: &str) -> Option<&'static str> {
        NAMES.iter().copied().find(|known| *known == name)
    }

    /// `/start`: as it is typed, with what an invite link carries, or with a command that a link asks for.
    fn begun(payload: &str) -> Self {
        let wanted = payload
            .strip_prefix(WANTED)
            .map(|name| Self::named(name, ""));
        match wanted {
            Some(Self::Start(_) | Self::Unknown) | None => {
                Self::Start(Some(payload.to_owned()).filter(|text| !text.is_empty()))
            }
            Some(command) => command,
        }
    }

    /// What a link to the private chat carries, so that this command is done there.
    pub fn payload(&self) -> String {
        let name = match self {
            // They belong into groups, or are asked for anew.
            Self::Report(_) | Self::Card(_) | Self::Link(_) | Self::Unlink => "help",
            Self::Forms(_) | Self::Totals(_) => "help",
            command => command.name(),
        };
        format!("{WANTED}{name}")
    }
}

/// Before the name of a command that a link asks for.
const WANTED: &str = "do_";

/// The most words that a command's name consists of when it is written with blanks: `du lieu cua toi`.
const NAME_WORDS: usize = 4;

/// So many words, and what follows them; `None` if there are fewer.
fn split_words(text: &str, words: usize) -> Option<(&str, &str)> {
    let mut ends = text.split_whitespace().map(|word| {
        // The words are parts of the text, so their places are known by their addresses.
        word.as_ptr().addr() - text.as_ptr().addr() + word.len()
    });
    let end = ends.nth(words - 1)?;
    Some((text.get(..end)?, text.get(end..)?.trim()))
}

/// The name that is this one, or differs from it by a slip of the finger or two; short ones only by one.
fn nearest(name: &str) -> Option<&'static str> {
    let slips = |known: &&&str| strsim::osa_distance(name, known);
    let nearest = NAMES.iter().min_by_key(slips)?;
    let allowed = match name.chars().count() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    (slips(&nearest) <= allowed).then_some(*nearest)
}

#[cfg(test)]
mod tests {
    use super::{Command, NAMES};

    #[test]
    fn marks_capitals_and_blanks_in_a_name_do_not_matter() {
        let report = |words: &str| Some(Command::Report(words.to_owned()));
        for (typed, read) in [
            ("/báo cáo", report("")),
            ("/Báo cáo tuần trước", report("tuần trước")),
            ("/bao cao", report("")),
            ("/BAOCAO SNV", report("SNV")),
            ("/báo cáo@nhip_bot quý 4", report("quý 4")),
            ("/báo@nhip_bot cáo quý 4", report("quý 4")),
            ("/cài đặt", Some(Command::Settings)),
            ("/dữ liệu của tôi", Some(Command::MyData)),
            ("/ds thông báo", Some(Command::Broadcasts)),
            (
                "/đơn vị Sở Nội vụ",
                Some(Command::Unit("Sở Nội vụ".to_owned())),
            ),
            ("/báo", Some(Command::Unknown)),
        ] {
            assert_eq!(Command::parse(typed, "nhip_bot"), read, "{typed}");
        }
    }

    #[test]
    fn a_near_miss_names_the_command_that_was_meant() {
        for (typed, meant) in [
            ("/bacao", Some("baocao")),
            ("báo cáo", Some("baocao")),
            ("/trac nghieem", Some("tracnghiem")),
            ("/setting", Some("settings")),
            ("report", Some("report")),
            ("/quit", Some("quiz")),
            ("/xyz", None),
            ("dừng", Some("dung")),
            ("Đúng", None),
            ("Phòng Tổ chức cán bộ", None),
            ("báo cáo hay lắm", None),
        ] {
            assert_eq!(Command::near(typed), meant, "{typed}");
        }
        for name in NAMES {
            let parsed = Command::parse(&format!("/{name}"), "nhip_bot");
            assert_ne!(parsed, Some(Command::Unknown), "{name}");
        }
    }

    #[test]
    fn vietnamese_and_english_names_mean_the_same() {
        for (vi, en) in [
            ("/tracnghiem", "/quiz"),
            // As it was spelled before.
            ("/trachnghiem", "/quiz"),
            ("/SuyNgam", "/checkin"),
            ("/ôn lại", "/practice"),
            ("/baocao", "/report"),
            ("/thongbao", "/broadcast"),
            ("/dsthongbao", "/broadcasts"),
            ("/tamdungtatca", "/pauseall"),
            ("/guitrolai", "/resumeall"),
            ("/bieuduong SNV", "/commend SNV"),
            ("/hoiam SNV", "/respond SNV"),
            ("/sonam SNV", "/forms SNV"),
            ("/tonghop", "/totals"),
            ("/kế hoạch SNV", "/plan SNV"),
            ("/việc trong năm", "/year"),
            ("/hoctap SNV", "/training SNV"),
            ("/năm của tôi", "/myyear"),
            ("/sáng kiến", "/initiatives"),
            ("/sosangkien SNV", "/register SNV"),
        ] {
            assert_eq!(
                Command::parse(vi, "nhip_bot"),
                Command::parse(en, "nhip_bot")
            );
        }
    }

    #[test]
    fn a_link_into_the_private_chat_asks_for_a_command() {
        for command in [
            Command::Quiz,
            Command::Journal,
            Command::Invite(String::new()),
            Command::Help,
        ] {
            let typed = format!("/start {}", command.payload());
            assert_eq!(Command::parse(&typed, "b"), Some(command));
        }
        let nothing = Command::parse("/start do_nothing", "b");
        assert_eq!(nothing, Some(Command::Start(Some("do_nothing".into()))));
    }

    #[test]
    fn a_command_for_another_bot_is_not_ours() {
        assert_eq!(Command::parse("/report@other_bot", "nhip_bot"), None);
        assert_eq!(
            Command::parse("/report@Nhip_Bot  tuần này ", "nhip_bot"),
            Some(Command::Report("tuần này".into()))
        );
    }

    #[test]
    fn a_payload_is_kept_and_an_empty_one_is_none() {
        assert_eq!(
            Command::parse("/start u_abc", "b"),
            Some(Command::Start(Some("u_abc".into())))
        );
        assert_eq!(Command::parse("/start ", "b"), Some(Command::Start(None)));
        assert_eq!(Command::parse("xin chào", "b"), None);
        assert_eq!(Command::parse("/", "b"), None);
    }
}

//! Commands as people type them: `/quiz`, `/trachnghiem`, `/report@nhip_bot tuần`.
//!
//! Knows every command's names. Must not know who may use which, nor what they do.

/// A command, with what was written after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `/start`, with the payload of an invite link.
    Start(Option<String>),
    /// What the bot can do.
    Help,
    /// The member's own progress.
    Me,
    /// The four themes and twelve criteria.
    Criteria,
    /// This week's quiz.
    Quiz,
    /// This month's check-in.
    Checkin,
    /// Window, language, pause.
    Settings,
    /// What is stored, who sees what, consents.
    Privacy,
    /// Leaving.
    Stop,
    /// The unit's figures.
    Report(String),
    /// The discussion card of a criterion.
    Card(String),
    /// Ties a group to a unit.
    Link(String),
    /// Unties a group.
    Unlink,
    /// Write to a unit.
    Broadcast,
    /// The last broadcasts.
    Broadcasts,
    /// Nothing but answers is sent.
    PauseAll,
    /// Everything is sent again.
    ResumeAll,
    /// Everything held on whoever asks, as files.
    MyData,
    /// Having it deleted.
    DeleteMyData,
    /// What officers did about the member's unit.
    Log,
    /// The member's private journal.
    Journal,
    /// Who may act for a unit.
    Officers(String),
    /// A unit's invite link.
    Invite(String),
    /// Reminds those of a unit who have not answered.
    Remind(String),
    /// Moves to another unit.
    Unit(String),
    /// Commends somebody of a unit.
    Commend(String),
    /// Answers what a unit said in a check-in.
    Respond(String),
    /// Any other word behind a slash.
    Unknown,
}

impl Command {
    /// Reads `text` as a command for the bot called `username`.
    ///
    /// `None` if it is no command, or one for another bot. Case does not matter.
    pub fn parse(text: &str, username: &str) -> Option<Self> {
        let text = text.trim();
        let (head, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let head = head.strip_prefix('/')?;
        let (name, bot) = head.split_once('@').unwrap_or((head, username));
        if name.is_empty() || !bot.eq_ignore_ascii_case(username) {
            return None;
        }
        Some(Self::named(&name.to_lowercase(), rest.trim()))
    }

    fn named(name: &str, rest: &str) -> Self {
        match name {
            "start" | "batdau" => {
                Self::Start(Some(rest.to_owned()).filter(|text| !text.is_empty()))
            }
            "help" | "trogiup" => Self::Help,
            "me" | "cuatoi" => Self::Me,
            "criteria" | "tieuchi" => Self::Criteria,
            "quiz" | "trachnghiem" => Self::Quiz,
            "checkin" | "suyngam" => Self::Checkin,
            "settings" | "caidat" => Self::Settings,
            "privacy" | "riengtu" => Self::Privacy,
            "stop" | "dung" => Self::Stop,
            "report" | "baocao" => Self::Report(rest.to_owned()),
            "card" | "thetraodoi" => Self::Card(rest.to_owned()),
            "link" | "lienket" => Self::Link(rest.to_owned()),
            "unlink" | "huylienket" => Self::Unlink,
            "broadcast" | "thongbao" => Self::Broadcast,
            "broadcasts" | "dsthongbao" => Self::Broadcasts,
            "pauseall" | "tamdungtatca" => Self::PauseAll,
            "resumeall" | "guitrolai" => Self::ResumeAll,
            "mydata" | "dulieucuatoi" => Self::MyData,
            "deletemydata" | "xoadulieu" => Self::DeleteMyData,
            "log" | "nhatky" => Self::Log,
            "journal" | "sorieng" => Self::Journal,
            "officers" | "canbo" => Self::Officers(rest.to_owned()),
            "invite" | "moi" => Self::Invite(rest.to_owned()),
            "remind" | "nhacnho" => Self::Remind(rest.to_owned()),
            "unit" | "donvi" => Self::Unit(rest.to_owned()),
            "commend" | "bieuduong" => Self::Commend(rest.to_owned()),
            "respond" | "hoiam" => Self::Respond(rest.to_owned()),
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Command;

    #[test]
    fn vietnamese_and_english_names_mean_the_same() {
        for (vi, en) in [
            ("/trachnghiem", "/quiz"),
            ("/SuyNgam", "/checkin"),
            ("/baocao", "/report"),
            ("/thongbao", "/broadcast"),
            ("/dsthongbao", "/broadcasts"),
            ("/tamdungtatca", "/pauseall"),
            ("/guitrolai", "/resumeall"),
            ("/bieuduong SNV", "/commend SNV"),
            ("/hoiam SNV", "/respond SNV"),
        ] {
            assert_eq!(
                Command::parse(vi, "nhip_bot"),
                Command::parse(en, "nhip_bot")
            );
        }
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

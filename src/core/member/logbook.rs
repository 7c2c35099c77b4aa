//! `/log`: what officers did about a member's unit: day, deed and office, never a name.
//!
//! Knows how a line reads. Must not know who may do what.

use crate::core::turn::{Screen, Turn};
use crate::outgoing::Purpose;
use crate::store::audit::{Deed, Entry, Office};
use crate::store::members::Member;
use crate::store::{self, Fault};
use crate::types::Language;

/// Lines shown: what fits a phone with little scrolling.
const LINES_MAX: u32 = 20;

/// Characters of the chain's last hash: enough to compare by eye, and to hold a rewriter to.
const CODE_CHARS: usize = 16;

/// `/log`.
pub(in crate::core) async fn show(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    let language = member.language;
    let entries = store::audit::about(turn.tx, member.unit, LINES_MAX).await?;
    let head = store::audit::head(turn.tx).await?;
    let code: String = head.hash.chars().take(CODE_CHARS).collect();
    let mut lines = vec![turn.html(language, "log", &[])];
    if entries.is_empty() {
        lines.push(turn.html(language, "log-none", &[]));
    }
    for entry in &entries {
        lines.push(line(turn, language, entry));
    }
    if head.id > 0 {
        let args = [
            ("number", head.id.to_string().into()),
            ("code", code.into()),
        ];
        lines.push(format!("\n{}", turn.html(language, "log-code", &args)));
    }
    let screen = Screen::words(lines.join("\n"));
    turn.send(member.user, screen, Purpose::Plain).await
}

fn line(turn: &Turn<'_>, language: Language, entry: &Entry) -> String {
    let deed = match entry.deed {
        Deed::Report => "log-deed-report",
        Deed::Export => "log-deed-export",
        Deed::Link => "log-deed-link",
        Deed::Unlink => "log-deed-unlink",
        Deed::Floors => "log-deed-floors",
        Deed::Units => "log-deed-units",
        Deed::Broadcast => "log-deed-broadcast",
        Deed::Second => "log-deed-second",
        Deed::Hold => "log-deed-hold",
        Deed::GoOn => "log-deed-go-on",
        Deed::GiveUp => "log-deed-give-up",
        Deed::TakeBack => "log-deed-take-back",
        Deed::Again => "log-deed-again",
        Deed::Reminder => "log-deed-reminder",
        Deed::ReminderRest => "log-deed-reminder-rest",
        Deed::ReminderWake => "log-deed-reminder-wake",
        Deed::ReminderDrop => "log-deed-reminder-drop",
        Deed::Ledger => "log-deed-ledger",
        Deed::StandStill => "log-deed-stand-still",
        Deed::StandStillOver => "log-deed-stand-still-over",
        Deed::Appoint => "log-deed-appoint",
        Deed::Dismiss => "log-deed-dismiss",
        Deed::Resign => "log-deed-resign",
        Deed::Renew => "log-deed-renew",
        Deed::Declare => "log-deed-declare",
        Deed::Remind => "log-deed-remind",
        Deed::Respond => "log-deed-respond",
        Deed::Draw => "log-deed-draw",
        Deed::Commend => "log-deed-commend",
    };
    let office = match entry.office {
        Office::Owner => "log-office-owner",
        Office::Server => "log-office-server",
        Office::Group => "log-office-group",
        Office::Chair => "title-chair",
        Office::Deputy => "title-deputy",
        Office::Committee => "title-committee",
        Office::Leader => "title-leader",
        Office::Assistant => "title-assistant",
    };
    let day = entry.day.format("%d/%m/%Y").to_string();
    let unit = match &entry.unit {
        Some(unit) => unit.clone(),
        None => turn.plain(language, "log-everybody", &[]),
    };
    let args = [
        ("day", day.into()),
        ("deed", turn.plain(language, deed, &[]).into()),
        ("office", turn.plain(language, office, &[]).into()),
        ("unit", unit.into()),
        ("times", entry.times.into()),
    ];
    turn.html(language, "log-line", &args)
}

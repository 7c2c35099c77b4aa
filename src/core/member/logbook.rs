//! `/log`: what officers did about a member's unit: day, action and office, never a name.
//!
//! Knows how a line reads. Must not know who may do what.

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::outgoing::Purpose;
use crate::store::audit::{AuditAction, AuditEntry, Change, Changed, Office, What};
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, Title};

/// Lines shown: what fits a phone with little scrolling.
const LINES_MAX: u32 = 20;

/// Characters of the chain's last hash: few enough to compare by eye, enough that nobody finds another chain that
/// ends so.
const CODE_CHARS: usize = 16;

/// Of a member's unit, or of the highest unit of an officer who is no member.
pub(in crate::core) async fn show(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    let unit = match caller.member {
        Some(member) => Some(member.unit),
        None => officers::unit_of(ctx, caller.user)
            .await?
            .map(|unit| unit.id),
    };
    let Some(unit) = unit else {
        return ctx.say(caller, "join-first", &[]).await;
    };
    let language = caller.language;
    let entries = store::audit::about(ctx.tx, unit, LINES_MAX).await?;
    let head = store::audit::head(ctx.tx).await?;
    let code: String = head.hash.chars().take(CODE_CHARS).collect();
    let mut lines = vec![ctx.html(language, "log", &[])];
    if entries.is_empty() {
        lines.push(ctx.html(language, "log-none", &[]));
    }
    for entry in &entries {
        lines.push(line(ctx, language, entry));
    }
    if head.id > 0 {
        let args = [
            ("number", head.id.to_string().into()),
            ("code", code.into()),
        ];
        lines.push(format!("\n{}", ctx.html(language, "log-code", &args)));
    }
    let screen = Screen::words(lines.join("\n"));
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// The text that says what was done.
pub(super) fn action_key(action: AuditAction) -> &'static str {
    match action {
        AuditAction::Report => "log-action-report",
        AuditAction::Export => "log-action-export",
        AuditAction::Link => "log-action-link",
        AuditAction::Unlink => "log-action-unlink",
        AuditAction::WeeklyOff => "log-action-weekly-off",
        AuditAction::Thresholds => "log-action-thresholds",
        AuditAction::Settings => "log-action-settings",
        AuditAction::Quarantine => "log-action-quarantine",
        AuditAction::Admit => "log-action-admit",
        AuditAction::Reconfirm => "log-action-reconfirm",
        AuditAction::Units => "log-action-units",
        AuditAction::Broadcast => "log-action-broadcast",
        AuditAction::Urgent => "log-action-urgent",
        AuditAction::Second => "log-action-second",
        AuditAction::Hold => "log-action-hold",
        AuditAction::GoOn => "log-action-go-on",
        AuditAction::GiveUp => "log-action-give-up",
        AuditAction::TakeBack => "log-action-take-back",
        AuditAction::Again => "log-action-again",
        AuditAction::Recurring => "log-action-reminder",
        AuditAction::RecurringRest => "log-action-reminder-rest",
        AuditAction::RecurringWake => "log-action-reminder-wake",
        AuditAction::RecurringDrop => "log-action-reminder-drop",
        AuditAction::Ledger => "log-action-ledger",
        AuditAction::PauseAll => "log-action-stand-still",
        AuditAction::ResumeAll => "log-action-stand-still-over",
        AuditAction::Appoint => "log-action-appoint",
        AuditAction::Dismiss => "log-action-dismiss",
        AuditAction::Resign => "log-action-resign",
        AuditAction::Renew => "log-action-renew",
        AuditAction::Declare => "log-action-declare",
        AuditAction::Remind => "log-action-remind",
        AuditAction::Respond => "log-action-respond",
        AuditAction::Draw => "log-action-draw",
        AuditAction::Commend => "log-action-commend",
        AuditAction::Restore => "log-action-restore",
        AuditAction::FormSubmit => "log-action-formsubmit",
        AuditAction::FormAmend => "log-action-formamend",
        AuditAction::FormOpen => "log-action-formopen",
        AuditAction::FormSendBack => "log-action-formsendback",
        AuditAction::FormClose => "log-action-formclose",
        AuditAction::FormImport => "log-action-formimport",
        AuditAction::FormLook => "log-action-formlook",
        AuditAction::SuggestionsOn => "log-action-suggestionson",
        AuditAction::SuggestionLook => "log-action-suggestionlook",
        AuditAction::SuggestionAnswer => "log-action-suggestionanswer",
        AuditAction::SuggestionReopen => "log-action-suggestionreopen",
        AuditAction::SuggestionRefuse => "log-action-suggestionrefuse",
        AuditAction::SuggestionCut => "log-action-suggestioncut",
        AuditAction::SuggestionForward => "log-action-suggestionforward",
        AuditAction::SuggestionAsk => "log-action-suggestionask",
        AuditAction::SuggestionMeeting => "log-action-suggestionmeeting",
        AuditAction::RegisterLook => "log-action-registerlook",
        AuditAction::RegisterApplied => "log-action-registerapplied",
        AuditAction::RegisterLodged => "log-action-registerlodged",
        AuditAction::RegisterRecognised => "log-action-registerrecognised",
        AuditAction::RegisterDeclined => "log-action-registerdeclined",
        AuditAction::RegisterBack => "log-action-registerback",
        AuditAction::PlanIssue => "log-action-planissue",
        AuditAction::PlanChange => "log-action-planchange",
    }
}

fn line(ctx: &Ctx<'_>, language: Language, entry: &AuditEntry) -> String {
    let action = action_key(entry.action);
    let office = office(entry.office);
    let day = entry.day.format("%d/%m/%Y").to_string();
    let unit = match &entry.unit {
        Some(unit) => unit.clone(),
        None => ctx.plain(language, "log-everybody", &[]),
    };
    let args = [
        ("day", day.into()),
        ("action", ctx.plain(language, action, &[]).into()),
        ("office", ctx.plain(language, office, &[]).into()),
        ("unit", unit.into()),
        ("times", entry.times.into()),
    ];
    let line = ctx.html(language, "log-line", &args);
    let Some(changed) = &entry.changed else {
        return line;
    };
    let what = Value::from(changes(ctx, language, changed));
    format!(
        "{line}\n{}",
        ctx.html(language, "log-changed", &[("what", what)])
    )
}

/// What a line changed, as one sentence about each unit would say it.
fn changes(ctx: &Ctx<'_>, language: Language, changed: &Changed) -> String {
    let told = |change: &Change| {
        let what = value(ctx, language, change);
        match change.unit.as_str() {
            "" => what,
            code => ctx.plain(
                language,
                "log-changed-unit",
                &[("code", code.into()), ("what", what.into())],
            ),
        }
    };
    let mut all: Vec<String> = changed.list.iter().map(told).collect();
    if changed.more > 0 {
        let count = Value::Text(changed.more.to_string());
        all.push(ctx.plain(language, "log-changed-more", &[("count", count)]));
    }
    all.join("; ")
}

fn value(ctx: &Ctx<'_>, language: Language, change: &Change) -> String {
    let title = |code: &str| match Title::of_code(code) {
        Some(title) => ctx.plain(language, &format!("title-{}", title.code()), &[]),
        None => ctx.plain(language, "log-nothing", &[]),
    };
    let open = |word: &str| match word {
        "open" => ctx.plain(language, "log-joining-open", &[]),
        _ => ctx.plain(language, "log-joining-closed", &[]),
    };
    let plain = |word: &str| match word {
        "" => ctx.plain(language, "log-nothing", &[]),
        word => word.to_owned(),
    };
    let (key, read): (&str, &dyn Fn(&str) -> String) = match change.what {
        What::New => ("log-change-new", &plain),
        What::Name => return ctx.plain(language, "log-change-name", &[]),
        What::Parent => ("units-change-parent", &plain),
        What::Kind => ("units-change-kind", &plain),
        What::Members => ("units-change-members", &plain),
        What::Title => ("log-change-title", &title),
        What::Quiz => ("log-change-quiz", &plain),
        What::Reflection => ("log-change-reflection", &plain),
        What::Owners => ("log-change-owners", &plain),
        What::Grassroots => ("log-change-grassroots", &plain),
        What::Joining => ("log-change-joining", &open),
        What::Backup => ("log-change-backup", &plain),
        What::Regulation => ("log-change-regulation", &plain),
    };
    let args = [
        ("before", read(&change.before).into()),
        ("after", read(&change.after).into()),
    ];
    ctx.plain(language, key, &args)
}

/// The text that names an office.
fn office(office: Office) -> &'static str {
    match office {
        Office::Owner => "log-office-owner",
        Office::Server => "log-office-server",
        Office::Group => "log-office-group",
        Office::Chair => "title-chair",
        Office::Deputy => "title-deputy",
        Office::Inspector => "title-inspector",
        Office::Committee => "title-committee",
        Office::Leader => "title-leader",
        Office::Assistant => "title-assistant",
    }
}

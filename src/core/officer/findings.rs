//! What needs a person at the server: the owners hear of it in one message, at most once a day.
//!
//! Knows what is a finding, and when it is told anew. Must not know how any of it is mended.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::campaign::age;
use crate::core::access::officers;
use crate::core::ctx::{Ctx, Screen};
use crate::core::officer::backups;
use crate::db::ROOM_ENOUGH;
use crate::outgoing::{Lane, Purpose};
use crate::schedule;
use crate::store::findings::Told;
use crate::store::heartbeat::Heartbeat;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, Window, sha256};

/// Ids that fit a line.
const IDS_MAX: usize = 5;
/// A table of holidays that ends before then is to be continued.
const HOLIDAYS_KNOWN: Days = Days::new(56);
/// What was told for a day later than this was told while the clock was wrong.
const CLOCK_STEP: Days = Days::new(7);

/// Something that needs a person.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Finding {
    /// So many bytes are free on the disk with the database.
    Disk(i64),
    /// The messenger refused the token then; it takes it now, or nobody would hear of it.
    Token(i64),
    /// What is wrong with backups.
    Backup(Vec<backups::Finding>),
    /// So many updates were put aside, the newest of them this one, on that day.
    Quarantine(usize, i64, String),
    /// These are not sent because of a document.
    Lapsed(Vec<String>),
    /// These nobody has compared with their source lately.
    Stale(Vec<String>),
    /// The table of holidays ends on this day.
    Calendar(Option<NaiveDate>),
}

impl Finding {
    /// Its name, which is stored.
    fn name(&self) -> &'static str {
        match self {
            Self::Disk(_) => "disk",
            Self::Token(_) => "token",
            Self::Backup(_) => "backup",
            Self::Quarantine(..) => "quarantine",
            Self::Lapsed(_) => "lapsed",
            Self::Stale(_) => "stale",
            Self::Calendar(_) => "calendar",
        }
    }

    /// What makes it another one, which is told although the one before was told lately.
    fn state(&self) -> String {
        match self {
            Self::Disk(_) | Self::Backup(_) | Self::Stale(_) | Self::Calendar(_) => String::new(),
            Self::Token(at) => at.to_string(),
            Self::Quarantine(_, newest, _) => newest.to_string(),
            Self::Lapsed(ids) => sha256(ids.join(" ")),
        }
    }

    /// After how many days it is told again as it was; what is over is not.
    fn again_after(&self) -> Option<Days> {
        match self {
            Self::Disk(_) | Self::Backup(_) => Some(Days::new(1)),
            Self::Token(_) => None,
            Self::Quarantine(..) => Some(Days::new(7)),
            Self::Lapsed(_) | Self::Stale(_) | Self::Calendar(_) => Some(Days::new(28)),
        }
    }

    /// Whether it is no work for a weekend.
    fn can_wait(&self) -> bool {
        matches!(self, Self::Lapsed(_) | Self::Stale(_) | Self::Calendar(_))
    }

    fn is_due(&self, told: &[Told], today: NaiveDate) -> bool {
        let Some(told) = told.iter().find(|one| one.finding == self.name()) else {
            return true;
        };
        let again = self
            .again_after()
            .is_some_and(|days| told.on + days <= today || today + CLOCK_STEP < told.on);
        told.state != self.state() || again
    }
}

/// Tells the owners what needs them, from noon on.
pub(in crate::core) async fn tell(ctx: &mut Ctx<'_>) -> Result {
    let (now, today, cadence) = (ctx.tx.now(), ctx.tx.today(), &ctx.core.rules.cadence);
    let (from, _) = cadence.window(Window::Noon, today);
    let (_, until) = cadence.window(Window::Evening, today);
    let working = cadence.is_working_day(today);
    if now < from || until <= now || ctx.core.rules.owners.is_empty() {
        return Ok(());
    }
    let told = store::findings::told(ctx.tx).await?;
    // Also of tomorrow: the clock may have been set back since.
    if told
        .iter()
        .any(|one| (today..=today + CLOCK_STEP).contains(&one.on))
    {
        return Ok(());
    }
    let mut due = all(ctx).await?;
    due.retain(|one| (working || !one.can_wait()) && one.is_due(&told, today));
    if due.is_empty() {
        return Ok(());
    }
    for finding in &due {
        store::findings::tell(ctx.tx, finding.name(), &finding.state()).await?;
    }
    let owners: Vec<_> = ctx.core.rules.owners.iter().copied().collect();
    for owner in owners {
        let language = officers::language(ctx, owner).await?;
        let lines: Vec<String> = due.iter().map(|one| line(ctx, language, one)).collect();
        let lines = Value::Html(lines.join("\n"));
        let text = ctx.html(language, "findings", &[("lines", lines)]);
        let screen = Screen::words(text);
        ctx.send_until(owner, screen, Purpose::Plain, Lane::Notice, until)
            .await?;
    }
    Ok(())
}

/// When to look again: at noon.
pub(in crate::core) fn next(ctx: &Ctx<'_>) -> Option<DateTime<Utc>> {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    let (noon, _) = ctx.core.rules.cadence.window(Window::Noon, today);
    (now < noon).then_some(noon)
}

/// Everything that needs a person now, what is pressing first.
async fn all(ctx: &mut Ctx<'_>) -> Result<Vec<Finding>> {
    let heartbeat = store::heartbeat::last(ctx.tx).await?;
    let mut quarantined = store::updates::quarantined(ctx.tx).await?;
    let count = quarantined.len();
    let mut found = heartbeat.iter().flat_map(of_server).collect::<Vec<_>>();
    let backup = backups::findings(ctx).await?;
    found.extend((!backup.is_empty()).then_some(Finding::Backup(backup)));
    if let Some(newest) = quarantined.pop() {
        found.push(Finding::Quarantine(count, newest.update_id, newest.put_on));
    }
    let (campaign, today) = (&ctx.core.campaign, ctx.tx.today());
    let lapsed = campaign.not_sent(today).into_iter();
    let lapsed: Vec<String> = lapsed.map(|(id, _)| id.to_owned()).collect();
    let stale: Vec<String> = campaign
        .stale(today)
        .into_iter()
        .map(str::to_owned)
        .collect();
    let last = campaign.holidays().last().copied();
    let short = age::ends_before(last, today + HOLIDAYS_KNOWN);
    found.extend((!lapsed.is_empty()).then_some(Finding::Lapsed(lapsed)));
    found.extend((!stale.is_empty()).then_some(Finding::Stale(stale)));
    found.extend(short.then_some(Finding::Calendar(last)));
    Ok(found)
}

/// What the running bot has noted of its server.
fn of_server(noted: &Heartbeat) -> impl Iterator<Item = Finding> + use<> {
    let enough = i64::try_from(ROOM_ENOUGH).unwrap_or(i64::MAX);
    let disk = noted.free_bytes.filter(|free| *free < enough);
    let disk = disk.map(Finding::Disk);
    disk.into_iter().chain(noted.refused_at.map(Finding::Token))
}

fn line(ctx: &Ctx<'_>, language: Language, finding: &Finding) -> String {
    let listed = |ids: &[String]| {
        let mut shown = ids
            .iter()
            .take(IDS_MAX)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        if ids.len() > IDS_MAX {
            shown.push('…');
        }
        let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        [("count", Value::from(count)), ("ids", shown.into())]
    };
    match finding {
        Finding::Disk(free) => {
            let args = [("megabytes", (free / 1_000_000).into())];
            ctx.html(language, "finding-disk", &args)
        }
        Finding::Token(at) => {
            let at = DateTime::from_timestamp(*at, 0).unwrap_or_default();
            let at = schedule::local(at).format("%H:%M %d/%m/%Y").to_string();
            ctx.html(language, "finding-token", &[("at", at.into())])
        }
        Finding::Backup(found) => {
            let lines = found.iter().map(|one| backups::line(ctx, language, *one));
            let lines = Value::Html(lines.collect::<Vec<_>>().join(" "));
            ctx.html(language, "finding-backup", &[("lines", lines)])
        }
        Finding::Quarantine(count, _, on) => {
            let on = on.parse().map(|on: NaiveDate| on.format("%d/%m/%Y"));
            let on = on.map_or_else(|_| String::new(), |on| on.to_string());
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            let args = [("count", count.into()), ("on", on.into())];
            ctx.html(language, "finding-quarantine", &args)
        }
        Finding::Lapsed(ids) => ctx.html(language, "finding-lapsed", &listed(ids)),
        Finding::Stale(ids) => ctx.html(language, "finding-stale", &listed(ids)),
        Finding::Calendar(last) => {
            let last = last.map_or_else(|| "–".into(), Value::from);
            ctx.html(language, "finding-calendar", &[("last", last)])
        }
    }
}

//! `/remind`: an officer has members reminded who have not finished the open round's questions.
//!
//! The officer sees neither names nor a number: how many have not answered tells, while the round is open, of those who
//! have ([`crate::core::disclosure::threshold`]). Everybody is written to in the window they chose, and nobody is reminded
//! twice in a round, by a push or by an officer.

use crate::core::access::{consent, officers};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::quiz;
use crate::event::{Button, UnitAction};
use crate::schedule;
use crate::store::audit::AuditAction;
use crate::store::members::Member;
use crate::store::quiz_reminders::Reminder;
use crate::store::rounds::Round;
use crate::store::units::Unit;
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{MemberId, RoundId, UnitId, Window};

/// Members served in one transaction, as for a push.
const BATCH: u32 = 100;

/// The windows in which a reminder could still go out: each with its beginning and end.
type Windows = Vec<(
    Window,
    (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>),
)>;

/// Why there can be no reminder now: a text and its arguments.
type RemindRefusal = (&'static str, Vec<(&'static str, Value)>);

/// `/remind`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Unit(UnitAction::Remind(unit));
    officers::open(ctx, caller, words, button, offer).await
}

pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: UnitId,
) -> Result {
    officers::reopen(ctx, caller, tap, unit, offer).await
}

/// What a reminder of this unit would be, for its officer.
async fn offer(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let (round, windows) = match possible(ctx, unit).await? {
        Ok(found) => found,
        Err((key, args)) => {
            return Ok(Screen::words(ctx.html(language, key, &args)));
        }
    };
    let when: Vec<String> = windows
        .iter()
        .map(|(_, (from, to))| {
            let (from, to) = (schedule::local(*from), schedule::local(*to));
            let texts = &ctx.core.texts;
            texts.hours(language, from.naive_local(), to.time())
        })
        .collect();
    let args = [
        ("unit", unit.name.as_str().into()),
        ("when", when.join("; ").into()),
    ];
    let now = Button::Unit(UnitAction::RemindNow(round.id, unit.id));
    Ok(Screen {
        text: ctx.html(language, "remind-ask", &args),
        keyboard: vec![vec![ctx.key(language, "button-remind-now", now)]],
    })
}

/// The open round and the windows left in it, or why there can be no reminder.
async fn possible(
    ctx: &mut Ctx<'_>,
    unit: &Unit,
) -> Result<Result<(Round, Windows), RemindRefusal>> {
    let now = ctx.tx.now();
    let Some(round) = store::rounds::current(ctx.tx).await? else {
        return Ok(Err(("remind-no-round", Vec::new())));
    };
    let progress = store::quiz_reminders::progress(ctx.tx, round.id, unit.id).await?;
    if progress.is_some() {
        let args = vec![("unit", unit.name.as_str().into())];
        return Ok(Err(("remind-before", args)));
    }
    let cadence = &ctx.core.rules.cadence;
    // On that day the questions go out, window by window: whoever has just got them needs no reminder.
    let quiz = cadence.week(round.monday).map(|week| week.quiz);
    if let Some(day) = quiz.filter(|day| ctx.tx.today() <= *day) {
        let args = vec![("day", day.format("%d/%m").to_string().into())];
        return Ok(Err(("remind-early", args)));
    }
    let windows: Windows = Window::ALL
        .into_iter()
        .filter_map(|window| Some((window, cadence.next_window(window, now, round.closes_at)?)))
        .collect();
    if windows.is_empty() {
        return Ok(Err(("remind-late", Vec::new())));
    }
    Ok(Ok((round, windows)))
}

/// Plans it for every window that is left.
pub(in crate::core) async fn confirm(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    round: RoundId,
    unit: UnitId,
) -> Result {
    let language = caller.language;
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let (current, windows) = match possible(ctx, &unit).await? {
        Ok((current, windows)) if current.id == round => (current, windows),
        _ => return ctx.alert(tap, language, "toast-remind-over").await,
    };
    ctx.ack(tap).await?;
    for (window, times) in windows {
        let by = (caller.user, tap.message);
        store::quiz_reminders::plan(ctx.tx, (current.id, unit.id, window), by, times).await?;
    }
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Remind).await?;
    let args = [("unit", unit.name.as_str().into())];
    let text = ctx.html(language, "remind-planned", &args);
    let screen = Screen::words(text);
    ctx.redraw(caller.user, tap, screen).await
}

/// Serves one batch of one reminder. `true` if there may be more.
pub(in crate::core) async fn work(ctx: &mut Ctx<'_>) -> Result<bool> {
    let Some(reminder) = store::quiz_reminders::due(ctx.tx).await? else {
        return Ok(false);
    };
    let round = store::rounds::by_id(ctx.tx, reminder.round)
        .await?
        .ok_or_else(|| StoreError::Bug("a reminder without a round".into()))?;
    let over = ctx.tx.now() >= reminder.expires_at || round.closed;
    if !over && store::pause_all::is_active(ctx.tx).await? {
        return Ok(false);
    }
    let members = match over {
        true => Vec::new(),
        false => store::quiz_reminders::next(ctx.tx, &reminder, BATCH).await?,
    };
    for member in &members {
        let done = ctx.isolated(async |ctx| serve(ctx, member, &round, &reminder).await);
        // One member whose rows are broken must not stop the reminder for all others.
        if let Err(cause) = done.await? {
            tracing::error!(
                member = member.id.0,
                cause,
                "a member is left out of a reminder"
            );
        }
    }
    let done = members.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
    let cursor = members.last().map_or(reminder.cursor, |member| member.id);
    store::quiz_reminders::advance(ctx.tx, &reminder, cursor, done).await?;
    // When it begins and when it is done: more would count the batches.
    if done || reminder.cursor == MemberId(0) {
        tell(ctx, &reminder).await?;
    }
    Ok(true)
}

async fn serve(ctx: &mut Ctx<'_>, member: &Member, round: &Round, reminder: &Reminder) -> Result {
    if consent::must_ask(ctx, member.id).await? {
        return Ok(());
    }
    quiz::remind(ctx, member, round, reminder.expires_at)
        .await
        .map(drop)
}

/// Shows how far it is, in the message in which it was confirmed.
async fn tell(ctx: &mut Ctx<'_>, reminder: &Reminder) -> Result {
    let Some(progress) =
        store::quiz_reminders::progress(ctx.tx, reminder.round, reminder.unit).await?
    else {
        return Ok(());
    };
    let (Some(user), Some(message)) = (progress.user_id, progress.message_id) else {
        return Ok(());
    };
    // An officer who has lost the right meanwhile sees nothing more.
    if !officers::may(ctx, user, reminder.unit).await? {
        return Ok(());
    }
    let language = officers::language(ctx, user).await?;
    let unit = ctx.unit_name(reminder.unit).await?;
    let key = if progress.done {
        "remind-done"
    } else {
        "remind-going"
    };
    let screen = Screen::words(ctx.html(language, key, &[("unit", unit.into())]));
    if progress.done {
        ctx.edit(user.into(), message, screen).await
    } else {
        ctx.edit_if_there(user.into(), message, screen).await
    }
}

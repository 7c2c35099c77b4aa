//! `/remind`: an officer has those reminded who have not finished the open round's questions.
//!
//! The officer sees a number, never a name, and no number that is small enough to be about somebody. Everybody is
//! written to in the window they chose, and nobody is reminded twice in a round, by whatever way.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;

use crate::core::access::{consent, officers};
use crate::core::disclosure::floor;
use crate::core::member::quiz;
use crate::core::settle;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Desk};
use crate::outgoing::Purpose;
use crate::schedule;
use crate::store::audit::Deed;
use crate::store::members::Member;
use crate::store::reminders::Reminder;
use crate::store::rounds::Round;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{Language, RoundId, UnitId, Window};

/// Members served in one transaction, as for a push.
const BATCH: u32 = 100;

/// The windows in which a reminder could still go out: each with its beginning and end.
type Windows = Vec<(
    Window,
    (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>),
)>;

/// What stands in the way of a reminder now: a text and its arguments.
type Refusal = (&'static str, Vec<(&'static str, Value)>);

/// `/remind`, with or without a unit's name or code.
pub(in crate::core) async fn open(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
) -> Result<(), Fault> {
    let button = |unit| Button::Desk(Desk::Remind(unit));
    officers::open(turn, visitor, words, button, offer).await
}

/// The same from a button.
pub(in crate::core) async fn show(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    officers::reopen(turn, visitor, tap, unit, offer).await
}

/// What a reminder of this unit would be, for its officer.
async fn offer(turn: &mut Turn<'_>, visitor: &Visitor, unit: &Unit) -> Result<Screen, Fault> {
    let language = visitor.language;
    let (round, windows) = match possible(turn, language, unit).await? {
        Ok(found) => found,
        Err((key, args)) => {
            return Ok(Screen::words(turn.html(language, key, &args)));
        }
    };
    let open: Vec<Window> = windows.iter().map(|(window, _)| *window).collect();
    let all = store::reminders::count(turn.tx, round.id, unit.id, &open).await?;
    let when: Vec<String> = windows
        .iter()
        .map(|(_, (from, to))| {
            let (from, to) = (schedule::local(*from), schedule::local(*to));
            format!("{}–{}", from.format("%d/%m %H:%M"), to.format("%H:%M"))
        })
        .collect();
    let args = [
        ("unit", unit.name.as_str().into()),
        ("people", people(turn, language, all).await?.into()),
        ("when", when.join("; ").into()),
    ];
    let now = Button::Desk(Desk::RemindNow(round.id, unit.id));
    Ok(Screen {
        text: turn.html(language, "remind-ask", &args),
        keyboard: vec![vec![turn.key(language, "button-remind-now", now)]],
    })
}

/// The open round and the windows left in it, or why there can be no reminder.
async fn possible(
    turn: &mut Turn<'_>,
    language: Language,
    unit: &Unit,
) -> Result<Result<(Round, Windows), Refusal>, Fault> {
    let now = turn.tx.now();
    let Some(round) = store::rounds::current(turn.tx).await? else {
        return Ok(Err(("remind-no-round", Vec::new())));
    };
    if let Some(progress) = store::reminders::progress(turn.tx, round.id, unit.id).await? {
        let served = people(turn, language, progress.served).await?;
        let args = vec![
            ("unit", unit.name.as_str().into()),
            ("people", served.into()),
        ];
        return Ok(Err(("remind-before", args)));
    }
    let cadence = &turn.core.rules.cadence;
    // The questions go out on that day, in each window: who has just got them needs no reminder.
    let quiz = cadence.week(round.monday).map(|week| week.quiz);
    if let Some(day) = quiz.filter(|day| turn.tx.today() <= *day) {
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

/// A number of people as an officer may see it.
async fn people(turn: &mut Turn<'_>, language: Language, count: i64) -> Result<String, Fault> {
    let floor = store::house::floors(turn.tx).await?.quiz;
    let (key, shown) = match floor::about(count, floor) {
        Some(about) => ("remind-about", about),
        None => ("remind-few", floor),
    };
    Ok(turn.plain(language, key, &[("count", shown.into())]))
}

/// It is confirmed: planned for every window that is left.
pub(in crate::core) async fn confirm(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    round: RoundId,
    unit: UnitId,
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    let (current, windows) = match possible(turn, language, &unit).await? {
        Ok((current, windows)) if current.id == round => (current, windows),
        _ => return turn.alert(tap, language, "toast-remind-over").await,
    };
    turn.hush(tap).await?;
    for (window, times) in windows {
        let by = (visitor.user, tap.message);
        store::reminders::plan(turn.tx, (current.id, unit.id, window), by, times).await?;
    }
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Remind).await?;
    let args = [("unit", unit.name.as_str().into())];
    let text = turn.html(language, "remind-planned", &args);
    let screen = Screen::words(text);
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// Serves one batch of one reminder. `true` if there may be more.
pub(in crate::core) async fn work(turn: &mut Turn<'_>) -> Result<bool, Fault> {
    let Some(reminder) = store::reminders::due(turn.tx).await? else {
        return Ok(false);
    };
    let round = store::rounds::by_id(turn.tx, reminder.round)
        .await?
        .ok_or_else(|| Fault::Bug("a reminder without a round".into()))?;
    let over = turn.tx.now() >= reminder.expires_at || round.closed;
    if !over && store::standstill::stands_still(turn.tx).await? {
        return Ok(false);
    }
    let members = match over {
        true => Vec::new(),
        false => store::reminders::next(turn.tx, &reminder, BATCH).await?,
    };
    let mut served = 0;
    for member in &members {
        turn.tx.savepoint().await?;
        let mut first = false;
        let done = AssertUnwindSafe(serve(turn, member, &round, &reminder, &mut first))
            .catch_unwind()
            .await;
        // One member whose rows are broken must not keep everybody else's week from going on.
        match settle(turn.tx, done).await? {
            Some(cause) => {
                tracing::error!(
                    member = member.id.0,
                    cause,
                    "a member is left out of a reminder"
                );
            }
            None => served += i64::from(first),
        }
    }
    let done = members.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
    let cursor = members.last().map_or(reminder.cursor, |member| member.id);
    store::reminders::advance(turn.tx, &reminder, cursor, served, done).await?;
    tell(turn, &reminder).await?;
    Ok(true)
}

/// `first` becomes `true` if they are reminded now, for the first time in this round.
async fn serve(
    turn: &mut Turn<'_>,
    member: &Member,
    round: &Round,
    reminder: &Reminder,
    first: &mut bool,
) -> Result<(), Fault> {
    if !consent::must_ask(turn, member.id).await? {
        *first = quiz::remind(turn, member, round, reminder.expires_at).await?;
    }
    Ok(())
}

/// How far it is, in the message in which it was confirmed.
async fn tell(turn: &mut Turn<'_>, reminder: &Reminder) -> Result<(), Fault> {
    let Some(progress) = store::reminders::progress(turn.tx, reminder.round, reminder.unit).await?
    else {
        return Ok(());
    };
    let (Some(user), Some(message)) = (progress.user_id, progress.message_id) else {
        return Ok(());
    };
    // Who has lost the right meanwhile is told nothing more.
    if !officers::may(turn, user, reminder.unit).await? {
        return Ok(());
    }
    let language = officers::language(turn, user).await?;
    let unit = store::units::by_id(turn.tx, reminder.unit).await?;
    let key = if progress.done {
        "remind-done"
    } else {
        "remind-going"
    };
    let args = [
        (
            "unit",
            unit.map_or_else(String::new, |unit| unit.name).into(),
        ),
        (
            "people",
            people(turn, language, progress.served).await?.into(),
        ),
    ];
    let screen = Screen::words(turn.html(language, key, &args));
    turn.edit(user.into(), message, screen).await
}

//! `/report`: a unit's week in a few lines, readable on a phone.
//!
//! Knows which figures may be shown. Who may ask is decided before; the rule of the floor is in
//! [`super::floor`]. Participation is shown while the week runs; what people knew only when its
//! round is closed, so that no two reports tell one person's answer apart.

use super::floor;
use super::turn::{Screen, Turn, Visitor};
use crate::event::Place;
use crate::schedule;
use crate::store::audit::Deed;
use crate::store::rounds::Round;
use crate::store::tallies::Tally;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::fold;
use crate::types::{CheckinRoundId, Language, MessageId, RoundId, UnitId};

/// Below this many answers a share is rounded to five per cent: one answer more must not show.
const EXACT_ANSWERS: i64 = 50;

/// A share above this, or below its mirror image, is only said to be so: near-unanimity names everyone.
const SHARE_MAX: i64 = 90;

/// What the floor counts people of.
#[derive(Debug, Clone, Copy)]
enum Group {
    Reached(RoundId),
    Theme(RoundId, u8),
    Reflection(CheckinRoundId),
}

/// Shows the linked unit's week in the group.
pub(super) async fn show(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    place: Place,
    to: Option<MessageId>,
    period: &str,
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some(unit) = store::groups::unit_of(turn.tx, place.chat).await? else {
        return turn
            .reply_text(place, to, language, "group-not-linked", &[])
            .await;
    };
    if !matches!(fold(period).as_str(), "" | "tuan" | "week") {
        return turn
            .reply_text(place, to, language, "report-period", &[])
            .await;
    }
    let unit = store::units::by_id(turn.tx, unit)
        .await?
        .ok_or_else(|| Fault::Bug("a linked unit is gone".into()))?;
    let now = turn.tx.now();
    let Some(round) = store::rounds::latest(turn.tx, now + chrono::TimeDelta::seconds(1)).await?
    else {
        return turn
            .reply_text(place, to, language, "report-nothing-yet", &[])
            .await;
    };
    let round = Round {
        // Nothing counts any more from that moment on, even before the tick has noted it.
        closed: round.closed || round.closes_at <= now,
        ..round
    };
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Report).await?;
    let text = text(turn, language, &unit, &round).await?;
    turn.reply(
        place,
        to,
        Screen {
            text,
            keyboard: Vec::new(),
        },
    )
    .await
}

async fn text(
    turn: &mut Turn<'_>,
    language: Language,
    unit: &Unit,
    round: &Round,
) -> Result<String, Fault> {
    let before = store::rounds::latest(turn.tx, round.opens_at).await?;
    let mut blocks = vec![heading(turn, language, unit, round)];
    blocks.push(participation(turn, language, unit, round, before.as_ref()).await?);
    let known = if round.closed {
        Some(round)
    } else {
        before.as_ref().filter(|round| round.closed)
    };
    if let Some(known) = known {
        blocks.push(themes(turn, language, unit, known).await?);
    }
    blocks.extend(reflection(turn, language, unit, round).await?);
    blocks.push(turn.html(language, "report-note", &[]));
    Ok(blocks.join("\n\n"))
}

fn heading(turn: &Turn<'_>, language: Language, unit: &Unit, round: &Round) -> String {
    let [from, to] = week(round);
    let key = if round.closed {
        "report-closed"
    } else {
        "report-open"
    };
    let closes = schedule::local(round.closes_at)
        .format("%H:%M %d/%m")
        .to_string();
    let args = [
        ("unit", unit.name.as_str().into()),
        ("from", from.into()),
        ("to", to.into()),
        ("number", round.criterion.to_string().into()),
    ];
    let mut text = turn.html(language, "report", &args);
    text = format!(
        "{text}\n{}",
        turn.html(language, key, &[("closes", closes.into())])
    );
    text
}

async fn participation(
    turn: &mut Turn<'_>,
    language: Language,
    unit: &Unit,
    round: &Round,
    before: Option<&Round>,
) -> Result<String, Fault> {
    let tally = store::tallies::of_unit(turn.tx, round.id, unit.id).await?;
    let mut lines = Vec::new();
    if may_show(turn, unit.id, Group::Reached(round.id)).await? {
        lines.push(turn.html(
            language,
            "report-reached",
            &counted(tally.reached, unit.members),
        ));
        for (key, count) in [
            ("report-read", tally.read),
            ("report-answered", tally.answered),
            ("report-finished", tally.finished),
        ] {
            lines.push(turn.html(language, key, &counted(count, tally.reached)));
        }
    } else {
        lines.push(turn.html(language, "report-too-few", &[("floor", floor::QUIZ.into())]));
    }
    if let Some(before) = before {
        lines.push(change(turn, language, unit, round, &tally, before).await?);
    }
    Ok(lines.join("\n"))
}

/// The week before beside this one: as it ended, for a week still running; as a difference once both have.
async fn change(
    turn: &mut Turn<'_>,
    language: Language,
    unit: &Unit,
    round: &Round,
    now: &Tally,
    before: &Round,
) -> Result<String, Fault> {
    if !may_show(turn, unit.id, Group::Reached(before.id)).await? {
        return Ok(turn.html(
            language,
            "report-before-too-few",
            &[("floor", floor::QUIZ.into())],
        ));
    }
    let then = store::tallies::of_unit(turn.tx, before.id, unit.id).await?;
    let mut args = counted(then.answered, then.reached).to_vec();
    // A week that is still running, or too small to show, is set beside, not compared.
    if !round.closed || !may_show(turn, unit.id, Group::Reached(round.id)).await? {
        return Ok(turn.html(language, "report-before", &args));
    }
    let points = percent(now.answered, now.reached) - percent(then.answered, then.reached);
    let key = match points {
        0 => "report-change-none",
        1.. => "report-change-up",
        _ => "report-change-down",
    };
    args.push(("points", points.abs().into()));
    Ok(turn.html(language, key, &args))
}

async fn themes(
    turn: &mut Turn<'_>,
    language: Language,
    unit: &Unit,
    round: &Round,
) -> Result<String, Fault> {
    let [from, to] = week(round);
    let mut lines = vec![turn.html(
        language,
        "report-themes",
        &[("from", from.into()), ("to", to.into())],
    )];
    for theme in turn.core.campaign.themes() {
        let tally = store::tallies::of_theme(turn.tx, round.id, theme.number, unit.id).await?;
        let mut args = vec![
            ("number", i64::from(theme.number).into()),
            ("name", theme.name.as_str().into()),
        ];
        let key = if !may_show(turn, unit.id, Group::Theme(round.id, theme.number)).await? {
            args.push(("floor", floor::QUIZ.into()));
            "report-theme-too-few"
        } else {
            let (key, share) = share(tally.correct, tally.answers);
            args.push(("share", share.into()));
            args.push(("people", tally.people.into()));
            key
        };
        lines.push(turn.html(language, key, &args));
    }
    Ok(lines.join("\n"))
}

/// How many took part in the check-in that closed since the week before; never what they said in a group.
async fn reflection(
    turn: &mut Turn<'_>,
    language: Language,
    unit: &Unit,
    round: &Round,
) -> Result<Option<String>, Fault> {
    let from = round.opens_at - chrono::TimeDelta::days(7);
    let now = turn.tx.now();
    let Some(checkin) = store::checkins::latest_closed(turn.tx, from, now).await? else {
        return Ok(None);
    };
    if !may_show(turn, unit.id, Group::Reflection(checkin.id)).await? {
        return Ok(Some(turn.html(
            language,
            "report-reflection-too-few",
            &[("floor", floor::REFLECTION.into())],
        )));
    }
    let people = store::checkins::people(turn.tx, checkin.id, unit.id).await?;
    Ok(Some(turn.html(
        language,
        "report-reflection",
        &[("people", people.into())],
    )))
}

/// Whether a figure about this group of a unit's people may be shown: every unit from the root down to
/// it must be shown beside its siblings.
async fn may_show(turn: &mut Turn<'_>, unit: UnitId, group: Group) -> Result<bool, Fault> {
    let floor = match group {
        Group::Reached(_) | Group::Theme(..) => floor::QUIZ,
        Group::Reflection(_) => floor::REFLECTION,
    };
    let lineage = store::units::lineage(turn.tx, unit).await?;
    let Some(root) = lineage.first() else {
        return Ok(false);
    };
    let mut total = people(turn, group, *root).await?;
    if total < floor {
        return Ok(false);
    }
    for (parent, child) in lineage.iter().zip(lineage.iter().skip(1)) {
        let children = people_below(turn, group, *parent).await?;
        if !floor::shown(total, &children, floor).contains(child) {
            return Ok(false);
        }
        total = children
            .iter()
            .find(|(id, _)| id == child)
            .map_or(0, |(_, people)| *people);
    }
    Ok(true)
}

async fn people(turn: &mut Turn<'_>, group: Group, unit: UnitId) -> Result<i64, Fault> {
    match group {
        Group::Reached(round) => Ok(store::tallies::of_unit(turn.tx, round, unit).await?.reached),
        Group::Theme(round, theme) => Ok(store::tallies::of_theme(turn.tx, round, theme, unit)
            .await?
            .people),
        Group::Reflection(round) => store::checkins::people(turn.tx, round, unit).await,
    }
}

async fn people_below(
    turn: &mut Turn<'_>,
    group: Group,
    parent: UnitId,
) -> Result<Vec<(UnitId, i64)>, Fault> {
    match group {
        Group::Reached(round) => store::tallies::reached_below(turn.tx, round, parent).await,
        Group::Theme(round, theme) => {
            store::tallies::people_below(turn.tx, round, theme, parent).await
        }
        Group::Reflection(round) => store::checkins::people_below(turn.tx, round, parent).await,
    }
}

fn counted(count: i64, of: i64) -> [(&'static str, crate::text::Value); 3] {
    [
        ("count", count.into()),
        ("of", of.into()),
        ("percent", percent(count, of).into()),
    ]
}

fn percent(count: i64, of: i64) -> i64 {
    if of <= 0 {
        0
    } else {
        (count * 100 + of / 2) / of
    }
}

/// The text and the share for so many right answers, coarse enough to name nobody.
fn share(correct: i64, answers: i64) -> (&'static str, i64) {
    let exact = percent(correct, answers);
    match exact {
        SHARE_MAX.. => ("report-theme-most", SHARE_MAX),
        _ if exact <= 100 - SHARE_MAX => ("report-theme-least", 100 - SHARE_MAX),
        _ if answers < EXACT_ANSWERS => ("report-theme-about", (exact + 2) / 5 * 5),
        _ => ("report-theme", exact),
    }
}

fn week(round: &Round) -> [String; 2] {
    [round.monday, round.monday + chrono::Days::new(6)].map(|day| day.format("%d/%m").to_string())
}

#[cfg(test)]
mod tests {
    use super::{percent, share};

    #[test]
    fn shares_are_coarse_for_few_answers_and_silent_near_unanimity() {
        assert_eq!(share(7, 12), ("report-theme-about", 60));
        assert_eq!(share(58, 100), ("report-theme", 58));
        assert_eq!(share(12, 12), ("report-theme-most", 90));
        assert_eq!(share(0, 12), ("report-theme-least", 10));
        assert_eq!(percent(1, 0), 0);
        assert_eq!(percent(1, 3), 33);
    }
}

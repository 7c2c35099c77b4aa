//! `/report`: a unit's week in a few lines and a picture, readable on a phone.
//!
//! Knows which figures may be shown; what they look like is [`crate::report`]'s. Who may ask is decided before; the rule of the floor is in
//! [`super::floor`]. Participation is shown while the week runs; what people knew only when its
//! round is closed, so that no two reports tell one person's answer apart.

use super::floor;
use super::turn::{Screen, Turn, Visitor};
use crate::event::Place;
use crate::outgoing::{Content, FileKind};
use crate::report::figures::{
    self, Beside, Checkin, Figure, Part, Participation, Period, Right, Share, Theme, Themes, Week,
};
use crate::report::{self, Figures};
use crate::schedule;
use crate::store::audit::Deed;
use crate::store::rounds::Round;
use crate::store::tallies::Tally;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::fold;
use crate::types::{CheckinRoundId, MessageId, RoundId, UnitId};

/// Below this many answers a share is rounded to five per cent: one answer more must not show.
const EXACT_ANSWERS: i64 = 50;

/// A share above this, or below its mirror image, is only said to be so: near-unanimity names everyone.
const SHARE_MAX: i64 = 90;

/// The weeks in the picture: a quarter, and a little before it.
const WEEKS: u32 = 12;

/// The middle one of fewer units says too much about each of them.
const BESIDE_UNITS_MIN: usize = 5;

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
    let figures = figures(turn, &unit, &round).await?;
    let floors = store::house::floors(turn.tx).await?;
    let floors = report::chat::Floors {
        quiz: floors.quiz,
        reflection: floors.reflection,
    };
    let texts = &turn.core.texts;
    let text = report::chat::text(&figures, floors, texts, language);
    // The words come last: they stay in sight, with whatever can be tapped below them.
    if figures.tells() {
        let picture = Content::Drawing {
            name: format!("{}.png", round.monday),
            svg: report::picture::svg(&figures, texts, language),
        };
        let caption = report::caption(&figures, texts, language);
        turn.reply_file(place, (FileKind::Photo, picture), caption)
            .await?;
    }
    let screen = Screen {
        text,
        keyboard: Vec::new(),
    };
    turn.reply(place, to, screen).await
}

/// Everything that may be shown of a unit's week, and of what is hidden only that it is.
async fn figures(turn: &mut Turn<'_>, unit: &Unit, round: &Round) -> Result<Figures, Fault> {
    let rounds = store::rounds::newest(turn.tx, round.opens_at, WEEKS).await?;
    let before = rounds.iter().rev().nth(1).copied();
    let known = if round.closed {
        Some(*round)
    } else {
        before.filter(|round| round.closed)
    };
    let mut weeks = Vec::new();
    for round in &rounds {
        weeks.push(Week {
            monday: round.monday,
            answered: match participation(turn, unit.id, round.id).await? {
                Figure::Shown(people) => Figure::Shown(people.answers()),
                Figure::Hidden => Figure::Hidden,
            },
        });
    }
    let parent = match unit.parent_id {
        Some(parent) => store::units::by_id(turn.tx, parent).await?,
        None => None,
    };
    Ok(Figures {
        unit: unit.name.clone(),
        parent: parent.map(|parent| parent.name),
        period: Period::Week,
        from: round.monday,
        to: round.monday + chrono::Days::new(6),
        round: Some(figures::Round {
            criterion: round.criterion.to_string(),
            closes: schedule::local(round.closes_at).naive_local(),
            closed: round.closed,
        }),
        members: unit.members,
        rounds: 1,
        participation: participation(turn, unit.id, round.id).await?,
        before: weeks.iter().rev().nth(1).map(|week| week.answered),
        themes: match known {
            Some(round) => Some(themes(turn, unit.id, &round).await?),
            None => None,
        },
        weeks,
        beside: beside(turn, unit, round.id).await?,
        checkins: reflection(turn, unit.id, round)
            .await?
            .into_iter()
            .collect(),
    })
}

async fn participation(
    turn: &mut Turn<'_>,
    unit: UnitId,
    round: RoundId,
) -> Result<Figure<Participation>, Fault> {
    if !may_show(turn, unit, Group::Reached(round)).await? {
        return Ok(Figure::Hidden);
    }
    let tally = store::tallies::of_unit(turn.tx, round, unit).await?;
    Ok(Figure::Shown(people(&tally)))
}

fn people(tally: &Tally) -> Participation {
    Participation {
        reached: tally.reached,
        read: tally.read,
        answered: tally.answered,
        finished: tally.finished,
    }
}

async fn themes(turn: &mut Turn<'_>, unit: UnitId, round: &Round) -> Result<Themes, Fault> {
    let mut all = Vec::new();
    for theme in turn.core.campaign.themes() {
        let right = if may_show(turn, unit, Group::Theme(round.id, theme.number)).await? {
            let tally = store::tallies::of_theme(turn.tx, round.id, theme.number, unit).await?;
            Figure::Shown(Right {
                share: share(tally.correct, tally.answers),
                people: tally.people,
            })
        } else {
            Figure::Hidden
        };
        all.push(Theme {
            number: theme.number,
            name: theme.name.clone(),
            right,
        });
    }
    Ok(Themes {
        from: round.monday,
        to: round.monday + chrono::Days::new(6),
        all,
    })
}

/// The unit's week beside the middle one of those below the same parent. Only what each of them may be
/// shown itself goes into it.
async fn beside(turn: &mut Turn<'_>, unit: &Unit, round: RoundId) -> Result<Option<Beside>, Fault> {
    let Some(parent) = unit.parent_id else {
        return Ok(None);
    };
    // Also tells whether everything above the unit may be shown.
    if !may_show(turn, unit.id, Group::Reached(round)).await? {
        return Ok(None);
    }
    let total = store::tallies::of_unit(turn.tx, round, parent)
        .await?
        .reached;
    let below = store::tallies::below(turn.tx, round, parent).await?;
    let reached: Vec<_> = below
        .iter()
        .map(|(id, tally)| (*id, tally.reached))
        .collect();
    let floors = store::house::floors(turn.tx).await?;
    let shown = floor::shown(total, &reached, floors.quiz);
    let mut percents: Vec<i64> = Vec::new();
    let mut own = None;
    for (id, tally) in below.iter().filter(|(id, _)| shown.contains(id)) {
        let percent = people(tally).answers().percent();
        percents.push(percent);
        if *id == unit.id {
            own = Some(percent);
        }
    }
    percents.sort_unstable();
    let middle = percents.len() / 2;
    Ok(match (own, percents.get(middle)) {
        (Some(unit), Some(median)) if percents.len() >= BESIDE_UNITS_MIN => Some(Beside {
            unit,
            median: *median,
            units: i64::try_from(percents.len()).unwrap_or(0),
        }),
        _ => None,
    })
}

/// How many took part in the check-in that closed since the week before; never what they said in a group.
async fn reflection(
    turn: &mut Turn<'_>,
    unit: UnitId,
    round: &Round,
) -> Result<Option<Checkin>, Fault> {
    let from = round.opens_at - chrono::TimeDelta::days(7);
    let now = turn.tx.now();
    let Some(checkin) = store::checkins::latest_closed(turn.tx, from, now).await? else {
        return Ok(None);
    };
    let month = format!("{}-01", checkin.month).parse();
    let month = month.map_err(|_| Fault::Bug("a check-in has no month".into()))?;
    let people = if may_show(turn, unit, Group::Reflection(checkin.id)).await? {
        Figure::Shown(store::checkins::people(turn.tx, checkin.id, unit).await?)
    } else {
        Figure::Hidden
    };
    Ok(Some(Checkin { month, people }))
}

/// Whether a figure about this group of a unit's people may be shown: every unit from the root down to
/// it must be shown beside its siblings.
async fn may_show(turn: &mut Turn<'_>, unit: UnitId, group: Group) -> Result<bool, Fault> {
    let floors = store::house::floors(turn.tx).await?;
    let floor = match group {
        Group::Reached(_) | Group::Theme(..) => floors.quiz,
        Group::Reflection(_) => floors.reflection,
    };
    let lineage = store::units::lineage(turn.tx, unit).await?;
    let Some(root) = lineage.first() else {
        return Ok(false);
    };
    let mut total = people_of(turn, group, *root).await?;
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

async fn people_of(turn: &mut Turn<'_>, group: Group, unit: UnitId) -> Result<i64, Fault> {
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

/// A share of right answers, coarse enough to name nobody.
fn share(correct: i64, answers: i64) -> Share {
    let part = Part {
        count: correct,
        of: answers,
    };
    match part.percent() {
        SHARE_MAX.. => Share::AtLeast(SHARE_MAX),
        exact if exact <= 100 - SHARE_MAX => Share::AtMost(100 - SHARE_MAX),
        exact if answers < EXACT_ANSWERS => Share::About((exact + 2) / 5 * 5),
        exact => Share::Exactly(exact),
    }
}

#[cfg(test)]
mod tests {
    use super::{Share, share};

    #[test]
    fn shares_are_coarse_for_few_answers_and_silent_near_unanimity() {
        assert_eq!(share(7, 12), Share::About(60));
        assert_eq!(share(58, 100), Share::Exactly(58));
        assert_eq!(share(12, 12), Share::AtLeast(90));
        assert_eq!(share(0, 12), Share::AtMost(10));
    }
}

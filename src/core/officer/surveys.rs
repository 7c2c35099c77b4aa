//! What a survey of members came to, for officers: shares of those units of which they may be told, and the same as a document
//! for the head of the agency.
//!
//! Knows who may look. What may be told is decided in [`crate::core::disclosure::reflection`], as of a check-in: officers
//! cannot ask for anybody's answer, for there is none any more. Must not know what the document looks like.

use crate::campaign::form::Form;
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap, upload};
use crate::core::disclosure::reflection::{self, NotDisclosed, Told};
use crate::core::member::survey::{self, TRAINING, none};
use crate::core::officer::report as figures;
use crate::event::{Button, SurveyAction};
use crate::forms::survey::questions;
use crate::outgoing::Purpose;
use crate::report;
use crate::report::document::survey::{SurveyFigures, SurveyQuestion};
use crate::schedule::local;
use crate::store::audit::AuditAction;
use crate::store::surveys::Survey;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{CheckinRoundId, Language, UnitId};

/// `/training`: for whoever takes part the survey while it is open; for officers otherwise what it came to.
pub(in crate::core) async fn training(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let officer = officers::is_one(ctx, caller.user).await?;
    let open = survey::current(ctx).await?;
    let open = open.iter().find(|(open, _)| open.form.as_str() == TRAINING);
    match (open, caller.member) {
        (Some((open, form)), Some(member)) if words.is_empty() => {
            let mut screen = survey::start(ctx, &member, open, form).await?;
            if officer && let Some(unit) = officers::unit_of(ctx, caller.user).await? {
                let results = Button::Survey(SurveyAction::Results(unit.id));
                screen.keyboard.push(vec![ctx.key(
                    caller.language,
                    "button-survey-results",
                    results,
                )]);
            }
            ctx.send(caller.user, screen, Purpose::Plain).await
        }
        _ if officer => results(ctx, caller, words).await,
        _ => {
            let screen = Screen::words(none(ctx, caller.language));
            ctx.send(caller.user, screen, Purpose::Plain).await
        }
    }
}

/// `/training` of an officer while nothing is open, with or without a unit's name or code.
async fn results(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Survey(SurveyAction::Results(unit));
    officers::open(ctx, caller, words, button, choice).await
}

/// Whether a button asks for a result.
pub(in crate::core) fn is_for_officers(action: SurveyAction) -> bool {
    matches!(
        action,
        SurveyAction::Results(_) | SurveyAction::Result(..) | SurveyAction::Paper(..)
    )
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    action: SurveyAction,
) -> Result {
    let (SurveyAction::Results(unit)
    | SurveyAction::Result(unit, _)
    | SurveyAction::Paper(unit, _)) = action
    else {
        return ctx.no_button(tap, caller.language).await;
    };
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let screen = match action {
        SurveyAction::Result(_, id) => match found(ctx, id).await? {
            Some((survey, form)) => result(ctx, caller, &unit, (&survey, form)).await?,
            None => {
                return ctx.no_button(tap, caller.language).await;
            }
        },
        SurveyAction::Paper(_, id) => return paper(ctx, caller, tap, &unit, id).await,
        _ => choice(ctx, caller, &unit).await?,
    };
    ctx.ack(tap).await?;
    ctx.redraw(caller.user, tap, screen).await
}

/// Those that have closed and whose forms are as they were, the newest of each.
async fn closed<'c>(ctx: &mut Ctx<'c>) -> Result<Vec<(Survey, &'c Form)>> {
    let core = ctx.core;
    let closed = store::surveys::closed(ctx.tx).await?.into_iter();
    let with_form = |survey: Survey| {
        let form = core.campaign.survey(survey.form)?;
        (form.version == survey.version).then_some((survey, form))
    };
    Ok(closed.filter_map(with_form).collect())
}

async fn found<'c>(ctx: &mut Ctx<'c>, id: CheckinRoundId) -> Result<Option<(Survey, &'c Form)>> {
    let all = closed(ctx).await?.into_iter();
    Ok(all.into_iter().find(|(survey, _)| survey.id == id))
}

/// Which survey; the only one at once.
async fn choice(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    let all = closed(ctx).await?;
    match all.as_slice() {
        [] => Ok(Screen::words(none(ctx, language))),
        [(survey, form)] => result(ctx, caller, unit, (survey, form)).await,
        all => {
            let way = |(survey, form): &(Survey, &Form)| {
                let year = local(survey.opens_at).format("%Y");
                vec![
                    Button::Survey(SurveyAction::Result(unit.id, survey.id))
                        .key(format!("{} · {year}", form.title.get(language))),
                ]
            };
            let args = [("unit", unit.name.as_str().into())];
            Ok(Screen {
                text: ctx.html(language, "survey-which", &args),
                keyboard: all.iter().map(way).collect(),
            })
        }
    }
}

/// What it came to in a unit, in words.
async fn result(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    (survey, form): (&Survey, &Form),
) -> Result<Screen> {
    let language = caller.language;
    let told = match reflection::told(ctx, unit.id, survey.id).await? {
        Ok(told) => told,
        Err(why) => return hidden(ctx, language, unit, form, why).await,
    };
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Report).await?;
    let figures = of(ctx, language, unit, (survey, form), &told).await?;
    let args = [
        ("title", figures.title.as_str().into()),
        ("unit", figures.unit.as_str().into()),
        ("closed", figures.closed.into()),
        ("people", figures.people.into()),
    ];
    let mut blocks = vec![ctx.html(language, "survey-result", &args)];
    for question in &figures.questions {
        let mut lines = vec![ctx.html(
            language,
            "survey-result-question",
            &[("name", question.name.as_str().into())],
        )];
        for (name, share) in &question.options {
            let share = report::share(*share, &ctx.core.texts, language);
            let args = [("name", name.as_str().into()), ("share", share.into())];
            lines.push(ctx.html(language, "survey-result-option", &args));
        }
        if question.options.is_empty() {
            lines.push(ctx.html(language, "survey-result-few", &[]));
        }
        blocks.push(lines.join("\n"));
    }
    blocks.extend(
        figures
            .topics
            .as_ref()
            .map(|topics| known_least(ctx, language, topics)),
    );
    let paper = Button::Survey(SurveyAction::Paper(unit.id, survey.id));
    Ok(Screen {
        text: blocks.join("\n\n"),
        keyboard: vec![vec![ctx.key(language, "button-survey-paper", paper)]],
    })
}

/// What is known least, always with the sentence that it measures nobody.
fn known_least(ctx: &Ctx<'_>, language: Language, topics: &[String]) -> String {
    let key = match topics.is_empty() {
        true => "survey-topics-none",
        false => "survey-topics",
    };
    let mut lines = vec![ctx.html(language, key, &[])];
    for topic in topics {
        lines.push(ctx.html(
            language,
            "survey-topic",
            &[("topic", topic.as_str().into())],
        ));
    }
    lines.push(ctx.html(language, "survey-topics-note", &[]));
    lines.join("\n")
}

async fn hidden(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: &Unit,
    form: &Form,
    why: NotDisclosed,
) -> Result<Screen> {
    let threshold = store::installation::thresholds(ctx.tx).await?.reflection;
    let title = form.title.get(language);
    let text = match why {
        NotDisclosed::TooFew => {
            let args = [
                ("title", title.into()),
                ("unit", unit.name.as_str().into()),
                ("threshold", threshold.into()),
            ];
            ctx.html(language, "survey-too-few", &args)
        }
        NotDisclosed::Within(grassroots) => {
            let args = [("title", title.into()), ("unit", grassroots.into())];
            ctx.html(language, "survey-within", &args)
        }
    };
    Ok(Screen::words(text))
}

/// The same as a document.
async fn paper(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    unit: &Unit,
    id: CheckinRoundId,
) -> Result {
    let language = caller.language;
    let Some((survey, form)) = found(ctx, id).await? else {
        return ctx.no_button(tap, language).await;
    };
    let Ok(told) = reflection::told(ctx, unit.id, id).await? else {
        return ctx.answer_callback(tap, language, "toast-no-figures").await;
    };
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Export).await?;
    let figures = of(ctx, language, unit, (&survey, form), &told).await?;
    let bytes = report::document::survey::docx(&figures, &ctx.core.texts, language);
    let args = [
        ("title", figures.title.as_str().into()),
        ("unit", figures.unit.as_str().into()),
    ];
    let name = ctx.plain(language, "file-survey-name", &args);
    let file = upload(&format!("{name}.docx"), bytes)?;
    ctx.ack(tap).await?;
    let caption = ctx.html(language, "survey-file", &[]);
    ctx.send_file(caller.user, file, caption, Purpose::Plain)
        .await
}

async fn of(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: &Unit,
    (survey, form): (&Survey, &Form),
    told: &Told,
) -> Result<SurveyFigures> {
    let parent = match unit.parent_id {
        Some(parent) => Some(ctx.unit_name(parent).await?),
        None => None,
    };
    let training = form.name.as_str() == TRAINING;
    let topics = match training {
        true => Some(topics(ctx, unit.id, survey).await?),
        false => None,
    };
    let ctx = &*ctx;
    let shares = questions(form).into_iter().map(|question| {
        let options = (0_u8..)
            .zip(&question.field.options)
            .filter_map(|(option, one)| {
                let (place, choice) = question.counted_at(option);
                let name = ctx.core.texts.addressed(one.name.get(language));
                Some((name, *told.share(place, choice).shown()?))
            });
        let mut options: Vec<_> = options.collect();
        options.sort_by_key(|(_, share)| std::cmp::Reverse(share.percent()));
        SurveyQuestion {
            name: question.field.name.get(language).to_owned(),
            most: question.most(),
            options,
        }
    });
    Ok(SurveyFigures {
        title: form.title.get(language).to_owned(),
        unit: unit.name.clone(),
        parent,
        opened: local(survey.opens_at).date_naive(),
        closed: local(survey.closes_at).date_naive(),
        people: told.people,
        questions: shares.collect(),
        topics,
    })
}

/// What the unit knows least, by the words of the guideline.
async fn topics(ctx: &mut Ctx<'_>, unit: UnitId, survey: &Survey) -> Result<Vec<String>> {
    let least = figures::topics(ctx, unit, survey.closes_at).await?;
    let named = least.into_iter().map(|id| {
        let criterion = ctx.core.campaign.criterion(id);
        format!("{id}. {}", criterion.wording.alone())
    });
    Ok(named.collect())
}

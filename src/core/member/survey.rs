//! Every form that members answer, training needs among them: voluntary, in one message that is edited in place.
//!
//! Knows when a choice counts and how it is taken back. What closing leaves of it is decided where a check-in's is. Must not
//! know what is asked.

use crate::campaign::form::{Asks, Form};
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, SurveyAction};
use crate::forms::survey::{Picked, questions};
use crate::outgoing::Purpose;
use crate::schedule::{self, CHECKIN_WEEKS_MIN};
use crate::store::members::Member;
use crate::store::surveys::Survey;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{CheckinRoundId, Language};

/// The form of training needs.
pub(in crate::core) const TRAINING: &str = "hoctap";

/// Opens every form that members are asked these days.
pub(in crate::core) async fn open_due(ctx: &mut Ctx<'_>) -> Result {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    for form in ctx.core.campaign.surveys() {
        let days = form.opens.and_then(|opens| opens.around(today));
        let Some((first, last)) = days else { continue };
        let times = schedule::from_to(first, last);
        if times.0 <= now && now < times.1 {
            let year = chrono::Datelike::year(&first);
            store::surveys::open(ctx.tx, (form.name, form.version), year, times).await?;
        }
    }
    Ok(())
}

/// When the next of them opens.
pub(in crate::core) fn next(ctx: &Ctx<'_>) -> Option<chrono::DateTime<chrono::Utc>> {
    let (now, today) = (ctx.tx.now(), ctx.tx.today());
    let forms = ctx.core.campaign.surveys().iter();
    let opens = forms.filter_map(|form| form.opens);
    let days = opens
        .flat_map(|opens| [today, today + chrono::Days::new(366)].map(|day| opens.around(day)));
    let moments = days
        .flatten()
        .map(|(first, last)| schedule::from_to(first, last).0);
    moments.filter(|opens_at| *opens_at > now).min()
}

/// Those that are open now and whose forms are as they were when it opened.
pub(in crate::core) async fn current<'c>(ctx: &mut Ctx<'c>) -> Result<Vec<(Survey, &'c Form)>> {
    let core = ctx.core;
    if core
        .campaign
        .surveys()
        .iter()
        .all(|form| form.asks != Asks::Members)
    {
        return Ok(Vec::new());
    }
    let open = store::surveys::current(ctx.tx).await?.into_iter();
    let with_form = |survey: Survey| {
        let form = core.campaign.survey(survey.form)?;
        (form.version == survey.version).then_some((survey, form))
    };
    Ok(open.filter_map(with_form).collect())
}

/// That there is nothing of training needs to show now, and when there will be.
pub(in crate::core) fn none(ctx: &Ctx<'_>, language: Language) -> String {
    let form = TRAINING
        .parse()
        .ok()
        .and_then(|name| ctx.core.campaign.survey(name));
    let opens = form.and_then(|form| form.opens);
    let now = ctx.tx.now();
    let days = opens.and_then(|opens| {
        let (first, last) = opens.around(ctx.tx.today())?;
        match schedule::from_to(first, last).1 > now {
            true => Some((first, last)),
            false => opens.around(last + chrono::Days::new(1)),
        }
    });
    match (form, days) {
        (Some(form), Some((first, last))) => {
            let (opens, closes) = schedule::from_to(first, last);
            let args = [
                ("title", form.title.get(language).into()),
                ("opens", ctx.dated(language, opens).into()),
                ("closes", ctx.dated(language, closes).into()),
            ];
            match opens <= now {
                true => ctx.html(language, "survey-running", &args),
                false => ctx.html(language, "survey-none", &args),
            }
        }
        _ => ctx.html(language, "survey-never", &[]),
    }
}

pub(in crate::core) async fn begin(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result {
    let Some((survey, form)) = still(ctx, member, tap, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let screen = start(ctx, member, &survey, form).await?;
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// Shows a question, or all answers beyond the last.
pub(in crate::core) async fn show(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (id, step): (CheckinRoundId, u8),
) -> Result {
    let Some((survey, form)) = still(ctx, member, tap, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    let screen = at(ctx, member, &survey, form, step.into()).await?;
    ctx.redraw(member.user, tap, screen).await
}

/// Takes a choice, and goes on where there is nothing more to choose.
pub(in crate::core) async fn pick(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    (id, step, option): (CheckinRoundId, u8, u8),
) -> Result {
    let Some((survey, form)) = still(ctx, member, tap, id).await? else {
        return Ok(());
    };
    let language = member.language;
    let said = store::surveys::said(ctx.tx, id, member.id).await?;
    let all = questions(form);
    let Some(question) = all.get(usize::from(step)) else {
        return ctx.no_button(tap, language).await;
    };
    let chosen = match question.pick(&said, option) {
        Picked::Unknown => return ctx.no_button(tap, language).await,
        Picked::TooMany => {
            return ctx
                .answer_callback(tap, language, "toast-survey-most")
                .await;
        }
        Picked::Now(chosen) => chosen,
    };
    store::surveys::choose(ctx.tx, id, member, &chosen).await?;
    ctx.answer_callback(tap, language, "toast-kept").await?;
    let said = store::surveys::said(ctx.tx, id, member.id).await?;
    let done = question.chosen(&said).len() >= question.most();
    let next = usize::from(step) + usize::from(done);
    let screen = at(ctx, member, &survey, form, next).await?;
    ctx.redraw(member.user, tap, screen).await
}

/// Deletes all answers to one that is open. Works without a consent: taking back must always be possible.
pub(in crate::core) async fn retract(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result {
    let open = store::surveys::current(ctx.tx).await?;
    if !open.iter().any(|survey| survey.id == id) {
        return ctx.alert(tap, member.language, "toast-survey-closed").await;
    }
    store::surveys::retract(ctx.tx, id, member.id).await?;
    ctx.answer_callback(tap, member.language, "toast-retracted")
        .await?;
    let text = ctx.html(member.language, "survey-retracted", &[]);
    let again = Button::Survey(SurveyAction::Begin(id));
    let keyboard = vec![vec![ctx.key(member.language, "button-survey-again", again)]];
    let screen = Screen { text, keyboard };
    ctx.redraw(member.user, tap, screen).await
}

/// What a survey is; all answers once there are some.
/// Its first screen, for somebody who answers.
pub(in crate::core) async fn start(
    ctx: &mut Ctx<'_>,
    member: &Member,
    survey: &Survey,
    form: &Form,
) -> Result<Screen> {
    let said = store::surveys::said(ctx.tx, survey.id, member.id).await?;
    if !said.is_empty() {
        return at(ctx, member, survey, form, questions(form).len()).await;
    }
    let language = member.language;
    let (was_there, weeks) = store::checkins::standing(ctx.tx, survey.id, member.id).await?;
    let args = [("weeks", CHECKIN_WEEKS_MIN.into())];
    let note = match (was_there, weeks) {
        (false, _) => Some(ctx.html(language, "survey-not-counted", &[])),
        (true, CHECKIN_WEEKS_MIN..) => None,
        (true, _) => Some(ctx.html(language, "survey-counted-if", &args)),
    };
    let threshold = store::installation::thresholds(ctx.tx).await?.reflection;
    let closes = closes(ctx, language, survey);
    let renderer = ctx.renderer(language);
    Ok(renderer.survey_begin(form, survey.id, (closes, threshold), note))
}

async fn at(
    ctx: &mut Ctx<'_>,
    member: &Member,
    survey: &Survey,
    form: &Form,
    step: usize,
) -> Result<Screen> {
    let said = store::surveys::said(ctx.tx, survey.id, member.id).await?;
    let closes = closes(ctx, member.language, survey);
    let renderer = ctx.renderer(member.language);
    Ok(renderer.survey_step(form, survey.id, step, &said, closes))
}

fn closes(ctx: &Ctx<'_>, language: Language, survey: &Survey) -> Value {
    ctx.deadline(language, survey.closes_at)
}

/// The open survey of that id; otherwise tells the member, and returns `None`.
async fn still<'c>(
    ctx: &mut Ctx<'c>,
    member: &Member,
    tap: &Tap,
    id: CheckinRoundId,
) -> Result<Option<(Survey, &'c Form)>> {
    let open = current(ctx).await?.into_iter();
    let found = open.into_iter().find(|(survey, _)| survey.id == id);
    if found.is_none() {
        ctx.alert(tap, member.language, "toast-survey-closed")
            .await?;
    }
    Ok(found)
}

/// A line for each survey that is open and that a member has not answered.
pub(in crate::core) async fn waiting(ctx: &mut Ctx<'_>, member: &Member) -> Result<Vec<String>> {
    let language = member.language;
    let mut lines = Vec::new();
    for (survey, form) in current(ctx).await? {
        if store::surveys::said(ctx.tx, survey.id, member.id)
            .await?
            .is_empty()
        {
            let title = form.title.get(language);
            let args = [
                ("title", title.into()),
                ("closes", closes(ctx, language, &survey)),
            ];
            lines.push(ctx.html(language, "survey-waits", &args));
        }
    }
    Ok(lines)
}

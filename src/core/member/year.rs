//! `/year`: what a member can do for the year's tasks, in one menu. Nothing of it is pushed: while something is open the
//! weekly item says so in a line.
//!
//! Knows what there is. Must not know what any of it asks.

use crate::campaign::form::Asks;
use crate::core::ctx::{Ctx, Screen};
use crate::core::member::{plan, suggest, survey};
use crate::event::{Button, InitiativeAction, SurveyAction};
use crate::outgoing::Key;
use crate::store::Result;
use crate::store::members::Member;

/// `/year`.
pub(in crate::core) async fn menu(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let language = member.language;
    let mut lines = vec![ctx.html(language, "year-menu", &[])];
    let mut keyboard: Vec<Vec<Key>> = Vec::new();
    if let Some((line, key)) = plan::in_menu(ctx, member).await? {
        lines.push(line);
        keyboard.push(vec![key]);
    }
    let open = survey::current(ctx).await?;
    for (survey, form) in &open {
        let title = form.title.get(language);
        let closes = ctx.deadline(language, survey.closes_at);
        let args = [("title", title.into()), ("closes", closes)];
        lines.push(ctx.html(language, "survey-waits", &args));
        keyboard.push(vec![
            Button::Survey(SurveyAction::Begin(survey.id)).key(title),
        ]);
    }
    if open.is_empty() {
        lines.push(survey::none(ctx, language));
    }
    for form in ctx.core.campaign.surveys() {
        if form.asks == Asks::Oneself {
            let title = form.title.get(language);
            lines.push(ctx.html(language, "year-sheet", &[("title", title.into())]));
            keyboard.push(vec![
                Button::Survey(SurveyAction::Sheet(form.name, 0, 0)).key(title),
            ]);
        }
    }
    if suggest::is_on(ctx, member).await? {
        lines.push(ctx.html(language, "year-suggest", &[]));
        keyboard.push(vec![ctx.key(
            language,
            "button-do-suggest",
            Button::Do("suggest"),
        )]);
    }
    if ctx.core.campaign.initiative().is_some() {
        lines.push(ctx.html(language, "year-initiatives", &[]));
        let all = Button::Initiative(InitiativeAction::All);
        keyboard.push(vec![ctx.key(language, "button-do-initiatives", all)]);
    }
    lines.push(ctx.html(language, "year-mine", &[]));
    keyboard.push(vec![ctx.key(
        language,
        "button-do-myyear",
        Button::Do("myyear"),
    )]);
    let text = lines.join("\n\n");
    let screen = Screen { text, keyboard };
    // The way to suggestions leads over it, and no file may know who has gone there.
    ctx.show_unwritten(member.user, None, screen).await
}

/// What stands under the weekly item while something is open that the member has not answered: a line for each, and the way
/// to the menu.
pub(in crate::core) async fn under_item(
    ctx: &mut Ctx<'_>,
    member: &Member,
    screen: &mut Screen,
) -> Result {
    let mut waiting = survey::waiting(ctx, member).await?;
    waiting.extend(suggest::under_item(ctx, member).await?);
    if waiting.is_empty() {
        return Ok(());
    }
    let words = std::mem::take(&mut screen.text);
    screen.text = format!("{words}\n\n{}", waiting.join("\n"));
    let menu = ctx.key(member.language, "button-do-year", Button::Do("year"));
    screen.keyboard.push(vec![menu]);
    Ok(())
}

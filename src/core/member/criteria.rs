//! The four themes and twelve criteria, browsable in one message.

use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::Result;
use crate::types::{CriterionId, Language};

pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    let screen = all(ctx, caller.language);
    ctx.send(caller.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn themes(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    let screen = all(ctx, caller.language);
    ctx.redraw(caller.user, tap, screen).await
}

pub(in crate::core) async fn theme(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    number: u8,
) -> Result {
    ctx.ack(tap).await?;
    let language = caller.language;
    let renderer = ctx.renderer(language);
    let mut themes = ctx.core.campaign.themes().iter();
    let named = themes.find(|theme| theme.number == number);
    let name = named.map_or_else(String::new, |theme| renderer.name(&theme.name));
    let mut text = ctx.html(
        language,
        "theme",
        &[("number", number.into()), ("name", name.into())],
    );
    let mine: Vec<_> = ctx
        .core
        .campaign
        .criteria()
        .filter(|criterion| criterion.id.theme == number)
        .collect();
    for criterion in &mine {
        let args = [
            ("number", criterion.id.to_string().into()),
            ("wording", renderer.official(&criterion.wording)),
        ];
        text = format!("{text}\n\n{}", ctx.html(language, "criterion-line", &args));
    }
    let row = mine
        .iter()
        .map(|criterion| numbered(ctx, language, criterion.id))
        .collect();
    let back = ctx.key(language, "button-back", Button::Themes);
    ctx.redraw(
        caller.user,
        tap,
        Screen {
            text,
            keyboard: vec![row, vec![back]],
        },
    )
    .await
}

/// The guideline's tasks.
pub(in crate::core) async fn tasks(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap) -> Result {
    ctx.ack(tap).await?;
    let (language, renderer) = (caller.language, ctx.renderer(caller.language));
    let mut text = ctx.html(language, "tasks", &[]);
    for (number, task) in (1_i64..).zip(ctx.core.campaign.tasks()) {
        let args = [("number", number.into()), ("task", renderer.official(task))];
        text = format!("{text}\n\n{}", ctx.html(language, "tasks-line", &args));
    }
    let keyboard = vec![vec![ctx.key(language, "button-back", Button::Themes)]];
    let screen = Screen { text, keyboard };
    ctx.redraw(caller.user, tap, screen).await
}

pub(in crate::core) async fn criterion(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CriterionId,
) -> Result {
    ctx.ack(tap).await?;
    let language = caller.language;
    let args = [
        ("number", id.to_string().into()),
        ("wording", ctx.renderer(language).wording(id)),
    ];
    let mut text = ctx.html(language, "criterion", &args);
    let today = ctx.tx.today();
    for item in ctx.core.campaign.items_for(id, today) {
        text = format!("{text}\n\n{}", ctx.renderer(language).item_line(item));
    }
    let keyboard = vec![vec![
        ctx.key(language, "button-back", Button::Theme(id.theme)),
        ctx.key(language, "button-themes", Button::Themes),
    ]];
    ctx.redraw(caller.user, tap, Screen { text, keyboard })
        .await
}

fn all(ctx: &Ctx<'_>, language: Language) -> Screen {
    let (campaign, renderer) = (&ctx.core.campaign, ctx.renderer(language));
    let args = [
        ("title", renderer.official(campaign.title())),
        ("objective", renderer.official(campaign.objective())),
    ];
    let key = |theme: &crate::campaign::Theme| {
        let args = [
            ("number", theme.number.into()),
            ("name", renderer.name(&theme.name).into()),
        ];
        vec![Button::Theme(theme.number).key(ctx.plain(language, "button-theme", &args))]
    };
    let mut keyboard: Vec<Vec<Key>> = campaign.themes().iter().map(key).collect();
    keyboard.push(vec![ctx.key(language, "button-tasks", Button::Tasks)]);
    Screen {
        text: ctx.html(language, "criteria", &args),
        keyboard,
    }
}

fn numbered(ctx: &Ctx<'_>, language: Language, id: CriterionId) -> Key {
    let label = ctx.plain(
        language,
        "button-criterion",
        &[("number", id.to_string().into())],
    );
    Key {
        label,
        data: Button::Criterion(id).data(),
    }
}

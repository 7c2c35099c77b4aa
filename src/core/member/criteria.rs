//! The four themes and twelve criteria, browsable in one message.

use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::StoreError;
use crate::types::{CriterionId, Language};

pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller) -> Result<(), StoreError> {
    let screen = all(ctx, caller.language);
    ctx.send(caller.user, screen, Purpose::Plain).await
}

pub(in crate::core) async fn themes(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
) -> Result<(), StoreError> {
    ctx.ack(tap).await?;
    let screen = all(ctx, caller.language);
    ctx.show(caller.user, tap.message, screen, Purpose::Plain)
        .await
}

pub(in crate::core) async fn theme(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    number: u8,
) -> Result<(), StoreError> {
    ctx.ack(tap).await?;
    let language = caller.language;
    let name = ctx
        .core
        .campaign
        .themes()
        .iter()
        .find(|theme| theme.number == number)
        .map_or("", |theme| &theme.name);
    let mut text = ctx.html(
        language,
        "theme",
        &[("number", i64::from(number).into()), ("name", name.into())],
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
            ("wording", criterion.alone().into()),
        ];
        text = format!("{text}\n\n{}", ctx.html(language, "criterion-line", &args));
    }
    let row = mine
        .iter()
        .map(|criterion| numbered(ctx, language, criterion.id))
        .collect();
    let back = ctx.key(language, "button-back", Button::Themes);
    ctx.show(
        caller.user,
        tap.message,
        Screen {
            text,
            keyboard: vec![row, vec![back]],
        },
        Purpose::Plain,
    )
    .await
}

pub(in crate::core) async fn criterion(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: CriterionId,
) -> Result<(), StoreError> {
    ctx.ack(tap).await?;
    let language = caller.language;
    let criterion = ctx.core.campaign.criterion(id);
    let args = [
        ("number", id.to_string().into()),
        ("wording", criterion.alone().into()),
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
    ctx.show(
        caller.user,
        tap.message,
        Screen { text, keyboard },
        Purpose::Plain,
    )
    .await
}

fn all(ctx: &Ctx<'_>, language: Language) -> Screen {
    let campaign = &ctx.core.campaign;
    let args = [
        ("title", campaign.title().into()),
        ("objective", campaign.objective().into()),
    ];
    let key = |theme: &crate::campaign::Theme| {
        let args = [
            ("number", i64::from(theme.number).into()),
            ("name", theme.name.as_str().into()),
        ];
        vec![Key {
            label: ctx.plain(language, "button-theme", &args),
            data: Button::Theme(theme.number).data(),
        }]
    };
    Screen {
        text: ctx.html(language, "criteria", &args),
        keyboard: campaign.themes().iter().map(key).collect(),
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

//! The second contender: what one would write first with teloxide. One handler, one row a press.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use teloxide::dispatching::{Dispatcher, UpdateFilterExt};
use teloxide::dptree;
use teloxide::payloads::{AnswerCallbackQuerySetters, EditMessageTextSetters};
use teloxide::prelude::Requester;
use teloxide::types::{
    CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, ParseMode, Update,
};

type Error = Box<dyn std::error::Error + Send + Sync>;

/// What the handler says in its edit.
#[derive(Clone)]
struct Words(String);

/// Runs until it is killed.
pub(crate) async fn run(
    url: &str,
    database: &Path,
    connections: u32,
    text: &str,
) -> anyhow::Result<()> {
    let options = SqliteConnectOptions::new()
        .filename(database)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(60));
    let pool = SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(60))
        .connect_with(options)
        .await?;
    sqlx::query(
        "CREATE TABLE presses (id TEXT PRIMARY KEY, user_id INTEGER NOT NULL, data TEXT NOT NULL)",
    )
    .execute(&pool)
    .await?;
    let bot = teloxide::Bot::new("1000000001:bench").set_api_url(url.parse()?);
    let handler = dptree::entry().branch(Update::filter_callback_query().endpoint(pressed));
    Dispatcher::builder(bot, handler)
        .dependencies(dptree::deps![pool, Words(text.to_owned())])
        .build()
        .dispatch()
        .await;
    Ok(())
}

async fn pressed(
    bot: teloxide::Bot,
    query: CallbackQuery,
    pool: SqlitePool,
    words: Words,
) -> Result<(), Error> {
    // One statement is a transaction of its own: one COMMIT, one fsync.
    sqlx::query("INSERT INTO presses (id, user_id, data) VALUES ($1, $2, $3)")
        .bind(query.id.to_string())
        .bind(i64::try_from(query.from.id.0)?)
        .bind(query.data.as_deref().unwrap_or_default())
        .execute(&pool)
        .await?;
    bot.answer_callback_query(query.id.clone())
        .text("Đúng rồi")
        .await?;
    if let Some(message) = query.regular_message() {
        let next = InlineKeyboardButton::callback("Câu tiếp theo", "next");
        bot.edit_message_text(message.chat.id, message.id, words.0)
            .parse_mode(ParseMode::Html)
            .reply_markup(InlineKeyboardMarkup::new([[next]]))
            .await?;
    }
    Ok(())
}

//! What the messenger says about the bot's account, about its updates, and about its place in a group.
//!
//! Knows what to ask for each. Must not know what is right.

use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::DATE;
use serde_json::{Value, json};

use super::outcome::{self, PollError};
use super::{Api, HttpOutcome, read};
use crate::types::{ChatId, UserId};

/// The bot's own account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its numeric id.
    pub id: UserId,
    /// Its name in links.
    pub username: String,
    /// Whether it gets everything that is said in groups, and not only what is for it.
    pub reads_all: bool,
    /// Whether somebody may add it to a group.
    pub joins_groups: bool,
    /// What the messenger's clock showed when it answered.
    pub date: Option<DateTime<Utc>>,
}

/// What the bot may do in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InGroup {
    /// Whether it is one of the administrators.
    pub administrator: bool,
    /// Whether it may write.
    pub texts: bool,
    /// Whether it may send pictures and documents.
    pub files: bool,
}

impl Api {
    /// Asks for the bot's account.
    ///
    /// # Errors
    /// The token is wrong or the messenger cannot be reached.
    pub async fn account(&self, within: Duration) -> Result<Account, PollError> {
        let (exchange, date) = self.ask("GetMe", &json!({}), within).await;
        let me = outcome::result(exchange)?;
        let known = me["id"].as_i64().zip(me["username"].as_str());
        let Some((id, username)) = known else {
            return Err(PollError::Away(crate::outgoing::Reason::NotTheMessenger));
        };
        Ok(Account {
            id: UserId(id),
            username: username.to_owned(),
            reads_all: me["can_read_all_group_messages"] == true,
            joins_groups: me["can_join_groups"] != false,
            date,
        })
    }

    /// Asks to which address updates are sent; `None`: they wait to be polled.
    ///
    /// # Errors
    /// As for the account.
    pub async fn delivered_to(&self, within: Duration) -> Result<Option<String>, PollError> {
        let (exchange, _) = self.ask("GetWebhookInfo", &json!({}), within).await;
        let info = outcome::result(exchange)?;
        let url = info["url"].as_str().filter(|url| !url.is_empty());
        Ok(url.map(str::to_owned))
    }

    /// Asks what the bot may do in a group; `None`: it is not in it.
    ///
    /// # Errors
    /// As for the account.
    pub async fn in_group(
        &self,
        chat: ChatId,
        bot: UserId,
        within: Duration,
    ) -> Result<Option<InGroup>, PollError> {
        let whom = json!({ "chat_id": chat.0, "user_id": bot.0 });
        let (exchange, _) = self.ask("GetChatMember", &whom, within).await;
        let Some(own) = outcome::of_chat(exchange)? else {
            return Ok(None);
        };
        let rights = match own["status"].as_str() {
            Some("administrator" | "creator") => {
                return Ok(Some(InGroup {
                    administrator: true,
                    texts: true,
                    files: true,
                }));
            }
            Some("restricted") if own["is_member"] == true => own,
            Some("member") => {
                let (exchange, _) = self
                    .ask("GetChat", &json!({ "chat_id": chat.0 }), within)
                    .await;
                let chat = outcome::of_chat(exchange)?.unwrap_or_default();
                chat["permissions"].clone()
            }
            _ => return Ok(None),
        };
        let may = |what: &str| rights[what] != Value::Bool(false);
        Ok(Some(InGroup {
            administrator: false,
            texts: may("can_send_messages"),
            files: may("can_send_photos") && may("can_send_documents"),
        }))
    }

    async fn ask(
        &self,
        method: &str,
        payload: &Value,
        within: Duration,
    ) -> (HttpOutcome, Option<DateTime<Utc>>) {
        let request = self.json(method, payload.to_string().into_bytes(), within);
        let response = request.send().await;
        let date = response.as_ref().ok().and_then(|response| {
            let date = response.headers().get(DATE)?.to_str().ok()?;
            DateTime::parse_from_rfc2822(date).ok()
        });
        (read(response).await, date.map(|date| date.to_utc()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fake::{Answer, Fake};
    use super::*;

    const SOON: Duration = Duration::from_secs(20);

    async fn says(answers: impl Fn(&str) -> Value + Send + Sync + 'static) -> Api {
        let (_, api) = Fake::start(move |asked| Answer::done(&answers(&asked.method))).await;
        api
    }

    #[tokio::test]
    async fn an_account_tells_what_was_set_with_botfather_and_the_time() {
        let api = says(|_| json!({ "id": 7, "username": "nhip_bot", "can_join_groups": false, "can_read_all_group_messages": true })).await;
        let account = api.account(SOON).await.expect("an account");
        assert!(account.reads_all && !account.joins_groups);
        assert!(account.date.is_some());
    }

    #[tokio::test]
    async fn a_webhook_that_somebody_set_is_named() {
        let set = says(|_| json!({ "url": "https://example.org/x" })).await;
        assert_eq!(
            set.delivered_to(SOON).await,
            Ok(Some("https://example.org/x".into()))
        );
        let none = says(|_| json!({ "url": "" })).await;
        assert_eq!(none.delivered_to(SOON).await, Ok(None));
    }

    #[tokio::test]
    async fn a_group_forbids_pictures_to_all_or_restricts_the_bot_alone() {
        let asks = async |member: Value, chat: Value| {
            let api = says(move |method| match method {
                "GetChat" => chat.clone(),
                _ => member.clone(),
            });
            let asked = api.await.in_group(ChatId(-1), UserId(7), SOON).await;
            asked.expect("an answer")
        };
        let no_photos =
            json!({ "permissions": { "can_send_messages": true, "can_send_photos": false } });
        let found = asks(json!({ "status": "member" }), no_photos).await;
        assert_eq!(
            found,
            Some(InGroup {
                administrator: false,
                texts: true,
                files: false
            })
        );
        let muted =
            json!({ "status": "restricted", "is_member": true, "can_send_messages": false });
        let found = asks(muted, Value::Null).await.expect("it is there");
        assert!(!found.texts);
        assert_eq!(asks(json!({ "status": "left" }), Value::Null).await, None);
    }
}

//! Requests as HTTP clients write them: tokens, names of methods, JSON, forms, queries.

use serde_json::{Value, json};
use teloxide::ApiError;
use teloxide::prelude::*;

use super::stage::{TOKEN, USERNAME, bot_at, refusal, stage};

#[tokio::test]
async fn the_bot_learns_who_it_is_whatever_the_case_of_the_method() {
    let stage = stage().await;
    let me = stage.bot.get_me().await.unwrap();
    assert_eq!((me.id.0, me.username()), (4200, USERNAME));
    for method in ["getme", "GETME", "GetMe"] {
        let (status, answer) = stage.raw(method, json!({})).await;
        assert_eq!((status, &answer["result"]["is_bot"]), (200, &json!(true)));
    }
    let (status, answer) = stage.raw("getNothing", json!({})).await;
    assert_eq!((status, &answer["description"]), (404, &json!("Not Found")));
}

#[tokio::test]
async fn another_token_is_refused() {
    let stage = stage().await;
    let stranger = bot_at(&stage.sandbox, "4200:other").get_me().await;
    assert_eq!(refusal(stranger), ApiError::InvalidToken);
}

#[tokio::test]
async fn a_query_carries_parameters() {
    let stage = stage().await;
    let text = "xin%20ch%C3%A0o+%26";
    let path = format!("/bot{TOKEN}/sendMessage?chat_id={}&text={text}", stage.an);
    let answer: Value = serde_json::from_str(&stage.get(&path).await).unwrap();
    assert_eq!(answer["result"]["text"], "xin chào &");
}

#[tokio::test]
async fn a_token_may_be_percent_encoded() {
    let stage = stage().await;
    let path = format!("/bot{}/getMe", TOKEN.replace(':', "%3A"));
    let answer: Value = serde_json::from_str(&stage.get(&path).await).unwrap();
    assert_eq!(answer["result"]["username"], USERNAME);
}

#[tokio::test]
async fn a_form_carries_nested_json_as_text() {
    let stage = stage().await;
    let keyboard = "%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22A%22%2C%22callback_data%22%3A%22a%22%7D%5D%5D%7D";
    let form = format!("chat_id={}&text=x&reply_markup={keyboard}", stage.an);
    let request = stage
        .bot
        .client()
        .post(format!("{}/bot{TOKEN}/sendmessage", stage.sandbox.url()))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
    let answer = request.send().await.unwrap().text().await.unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(
        answer["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"],
        "a"
    );
}

//! The bot's command menus: which list a person sees in a chat.
//!
//! Knows: scopes and their order (<https://core.telegram.org/bots/api#botcommandscope>).
//! Must not know: how a scope is written in a request.

use super::{ChatKind, World};

/// A scope as a key: its kind, and the chat and person it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat(i64),
    ChatAdministrators(i64),
    ChatMember(i64, i64),
}

impl Scope {
    /// Scope and language as one text, since keys of a JSON object are texts.
    pub(crate) fn key(&self, language: &str) -> String {
        format!("{self:?}/{language}")
    }
}

impl World {
    /// The most special list that was set for this place: scope first, then language.
    pub(crate) fn menu(&self, chat: i64, user: i64, language: &str) -> Vec<(String, String)> {
        let chat = self.current_chat(chat);
        let scopes = self.scopes_seen(chat, user);
        let found = scopes.iter().find_map(|scope| {
            [language, ""]
                .iter()
                .find_map(|language| self.bot.commands.get(&scope.key(language)))
        });
        found.cloned().unwrap_or_default()
    }

    fn scopes_seen(&self, chat: i64, user: i64) -> Vec<Scope> {
        let private = self
            .chats
            .get(&chat)
            .is_none_or(|place| place.kind == ChatKind::Private);
        if private {
            return vec![Scope::Chat(chat), Scope::AllPrivateChats, Scope::Default];
        }
        let admin = self.status(chat, user) == Some("creator");
        let all = [
            (true, Scope::ChatMember(chat, user)),
            (admin, Scope::ChatAdministrators(chat)),
            (true, Scope::Chat(chat)),
            (admin, Scope::AllChatAdministrators),
            (true, Scope::AllGroupChats),
            (true, Scope::Default),
        ];
        all.into_iter()
            .filter_map(|(seen, scope)| seen.then_some(scope))
            .collect()
    }
}

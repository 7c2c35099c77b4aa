//! A message over the messenger's length leaves as several, in order; nobody is left without an answer because a list
//! grew.
//!
//! Knows how much a message holds. Must not know what is said.

use crate::outgoing::Call;
use crate::text::html;

/// The calls that say all of it: the buttons stand under the last words, and an edited message keeps the first.
pub(super) fn parts(call: Call) -> Vec<Call> {
    let (chat, thread, text, keyboard, reply_to, edited) = match call {
        Call::Send {
            chat,
            thread,
            text,
            keyboard,
            reply_to,
        } if html::is_too_long(&text) => (chat, thread, text, keyboard, reply_to, None),
        Call::Edit {
            chat,
            message,
            text,
            keyboard,
            or_send,
        } if html::is_too_long(&text) => {
            let edited = Some((message, or_send));
            (chat, None, text, keyboard, None, edited)
        }
        call => return vec![call],
    };
    let texts = html::split(&text);
    let last = texts.len().saturating_sub(1);
    let mut keyboard = Some(keyboard);
    let part = |(place, text): (usize, String)| {
        let keyboard = keyboard.take_if(|_| place == last).unwrap_or_default();
        match edited.filter(|_| place == 0) {
            Some((message, or_send)) => Call::Edit {
                chat,
                message,
                text,
                keyboard,
                or_send,
            },
            None => Call::Send {
                chat,
                thread,
                text,
                keyboard,
                reply_to: reply_to.filter(|_| place == 0),
            },
        }
    };
    texts.into_iter().enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::outgoing::Key;
    use crate::types::{ChatId, MessageId};

    fn key() -> Key {
        Key {
            label: "Xác nhận".to_owned(),
            data: "yes".to_owned(),
        }
    }

    fn said(call: &Call) -> (&str, usize) {
        match call {
            Call::Send { text, keyboard, .. } | Call::Edit { text, keyboard, .. } => {
                (text, keyboard.len())
            }
            other => panic!("{other:?}"),
        }
    }

    fn letters(html: &str) -> String {
        html::strip(html).split_whitespace().collect()
    }

    #[test]
    fn an_edited_message_keeps_the_first_words_and_the_buttons_come_last() {
        let name = "Công đoàn cơ sở ".repeat(8);
        let text = vec![format!("<b>{name}</b>"); 90].join("\n");
        let calls = parts(Call::Edit {
            chat: ChatId(7),
            message: MessageId(9),
            text,
            keyboard: vec![vec![key()]],
            or_send: true,
        });
        assert!(matches!(
            calls.first(),
            Some(Call::Edit {
                message: MessageId(9),
                ..
            })
        ));
        assert!(
            calls[1..]
                .iter()
                .all(|call| matches!(call, Call::Send { .. }))
        );
        let buttons: Vec<usize> = calls.iter().map(|call| said(call).1).collect();
        assert_eq!(buttons, [0, 0, 1]);
    }

    proptest! {
        #[test]
        fn whatever_is_said_all_of_it_arrives_and_no_part_is_too_long(
            lines in prop::collection::vec(("[a-zđếộ&<😀 ]{0,300}", any::<bool>()), 0..80),
        ) {
            let line = |(words, bold): &(String, bool)| {
                let words = html::escape(words);
                if *bold { format!("<b>{words}</b>") } else { words }
            };
            let text = lines.iter().map(line).collect::<Vec<_>>().join("\n");
            let calls = parts(Call::Send {
                chat: ChatId(7),
                thread: None,
                text: text.clone(),
                keyboard: vec![vec![key()]],
                reply_to: Some(MessageId(1)),
            });
            let whole: String = calls.iter().map(|call| letters(said(call).0)).collect();
            prop_assert_eq!(whole, letters(&text));
            prop_assert!(calls.iter().all(|call| !html::is_too_long(said(call).0)));
            prop_assert_eq!(calls.iter().map(|call| said(call).1).sum::<usize>(), 1);
        }
    }
}

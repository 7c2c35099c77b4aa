//! A message's text and entities as HTML that the messenger accepts.
//!
//! Knows entities: stretches of a text in UTF-16 units. Must not know who reads it. Entities that are not known
//! here lose their format and keep their words; so a mention of a person does not carry who they are.

use serde_json::Value;

use crate::text::{escape, is_unwritable};

/// A stretch of the text with its tags.
struct Stretch {
    from: usize,
    to: usize,
    opens: String,
    closes: &'static str,
}

/// The words with their format. Stretches that overlap are closed and opened again, so that tags nest.
pub(super) fn html(text: &str, entities: &Value) -> String {
    let mut stretches: Vec<Stretch> = entities
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(stretch)
        .collect();
    stretches.sort_by_key(|stretch| (stretch.from, std::cmp::Reverse(stretch.to)));
    let (mut out, mut open, mut place) = (String::with_capacity(text.len()), Vec::new(), 0);
    for letter in text.chars() {
        let wanted: Vec<usize> = stretches
            .iter()
            .enumerate()
            .filter(|(_, stretch)| (stretch.from..stretch.to).contains(&place))
            .map(|(index, _)| index)
            .collect();
        turn_to(&mut out, &stretches, &mut open, wanted);
        // In its place, for the places of what follows are counted.
        let seen = if is_unwritable(letter) { ' ' } else { letter };
        out.push_str(&escape(seen.encode_utf8(&mut [0; 4])));
        place += letter.len_utf16();
    }
    turn_to(&mut out, &stretches, &mut open, Vec::new());
    out
}

fn turn_to(out: &mut String, stretches: &[Stretch], open: &mut Vec<usize>, wanted: Vec<usize>) {
    let same = open.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
    let tags = |indexes: &[usize]| -> Vec<&Stretch> {
        indexes
            .iter()
            .filter_map(|index| stretches.get(*index))
            .collect()
    };
    for stretch in tags(open.get(same..).unwrap_or_default()).iter().rev() {
        out.push_str(stretch.closes);
    }
    for stretch in tags(wanted.get(same..).unwrap_or_default()) {
        out.push_str(&stretch.opens);
    }
    *open = wanted;
}

fn stretch(entity: &Value) -> Option<Stretch> {
    let number = |name: &str| usize::try_from(entity[name].as_u64()?).ok();
    let (opens, closes) = match entity["type"].as_str()? {
        "bold" => ("<b>".to_owned(), "</b>"),
        "italic" => ("<i>".to_owned(), "</i>"),
        "underline" => ("<u>".to_owned(), "</u>"),
        "strikethrough" => ("<s>".to_owned(), "</s>"),
        "spoiler" => ("<tg-spoiler>".to_owned(), "</tg-spoiler>"),
        "code" => ("<code>".to_owned(), "</code>"),
        "pre" => ("<pre>".to_owned(), "</pre>"),
        "blockquote" => ("<blockquote>".to_owned(), "</blockquote>"),
        "expandable_blockquote" => ("<blockquote expandable>".to_owned(), "</blockquote>"),
        "text_link" => {
            let url = entity["url"].as_str()?;
            (format!("<a href=\"{}\">", escape(url)), "</a>")
        }
        _ => return None,
    };
    let from = number("offset")?;
    Some(Stretch {
        from,
        to: from.checked_add(number("length")?)?,
        opens,
        closes,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::text::html::wrong;

    #[test]
    fn a_text_keeps_its_format() {
        let text = "Mời 🎉 họp & bàn";
        let entities = json!([
            { "type": "bold", "offset": 0, "length": 3 },
            { "type": "italic", "offset": 7, "length": 3 },
            { "type": "text_link", "offset": 13, "length": 3, "url": "https://x.vn/?a=1&b=\"2\"" },
        ]);
        assert_eq!(
            html(text, &entities),
            "<b>Mời</b> 🎉 <i>họp</i> &amp; <a href=\"https://x.vn/?a=1&amp;b=&quot;2&quot;\">bàn</a>"
        );
    }

    #[test]
    fn nested_and_overlapping_stretches_become_sound_html() {
        let nested = json!([
            { "type": "bold", "offset": 0, "length": 6 },
            { "type": "italic", "offset": 2, "length": 2 },
        ]);
        assert_eq!(html("abcdef", &nested), "<b>ab<i>cd</i>ef</b>");
        let overlapping = json!([
            { "type": "bold", "offset": 0, "length": 4 },
            { "type": "italic", "offset": 2, "length": 4 },
        ]);
        assert_eq!(html("abcdef", &overlapping), "<b>ab<i>cd</i></b><i>ef</i>");
    }

    #[test]
    fn what_is_unknown_or_nonsense_loses_its_format_and_keeps_its_words() {
        let entities = json!([
            { "type": "text_mention", "offset": 0, "length": 2, "user": { "id": 5 } },
            { "type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "9" },
            { "type": "bold", "offset": -1, "length": 2 },
            { "type": "bold", "offset": 1, "length": 99 },
            { "type": 7 },
        ]);
        assert_eq!(html("a<b", &entities), "a<b>&lt;b</b>");
        assert_eq!(html("a", &json!("x")), "a");
        assert_eq!(html("", &entities), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_with_any_stretches_becomes_html_that_is_taken(
            text in "[a-c<>&\"🎉 \n]{0,20}",
            marks in proptest::collection::vec((0_u8..8, 0_u8..24, 0_u8..24), 0..6),
        ) {
            let kinds = ["bold", "italic", "underline", "code", "pre", "spoiler", "blockquote", "strikethrough"];
            let entities: Vec<_> = marks
                .iter()
                .map(|(kind, offset, length)| json!({ "type": kinds[usize::from(*kind)], "offset": offset, "length": length }))
                .collect();
            let html = html(&text, &json!(entities));
            proptest::prop_assert_eq!(wrong(&html), None);
            proptest::prop_assert_eq!(crate::text::html::strip(&html), text);
        }
    }
}

//! Telegram's HTML parse mode: text with tags becomes plain text with entities.
//!
//! Knows: the grammar and the exact complaints of Telegram's parser (tdlib, `parse_html`).
//! Must not know: messages, limits of length, or where the text goes.

use crate::entities::{self, Entity};

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// A tag that has been opened and not yet closed.
struct Open {
    tag: String,
    argument: String,
    /// How a `tg-time` is to be shown.
    format: String,
    offset: usize,
    /// Where its text begins in the output, in bytes.
    begin: usize,
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    out: String,
    utf16: usize,
    open: Vec<Open>,
    entities: Vec<Entity>,
}

/// The plain text and its entities, or what Telegram says after "can't parse entities: ".
pub(crate) fn parse(text: &str) -> Result<(String, Vec<Entity>), String> {
    let mut parser = Parser {
        text,
        at: 0,
        out: String::with_capacity(text.len()),
        utf16: 0,
        open: Vec::new(),
        entities: Vec::new(),
    };
    while let Some(rest) = text.get(parser.at..).filter(|rest| !rest.is_empty()) {
        match parser.byte() {
            b'&' => parser.ampersand(),
            b'<' if text.as_bytes().get(parser.at + 1) == Some(&b'/') => parser.end_tag()?,
            b'<' => parser.start_tag()?,
            _ => {
                let until = rest.find(['&', '<']).unwrap_or(rest.len());
                parser.put(&rest[..until]);
                parser.at += until;
            }
        }
    }
    if let Some(open) = parser.open.last() {
        return Err(format!(
            "Can't find end tag corresponding to start tag {}",
            open.tag
        ));
    }
    parser
        .entities
        .sort_by_key(|e| (e.offset, usize::MAX - e.length));
    Ok((parser.out, parser.entities))
}

/// What tdlib's parser takes for space: it reads the zero byte that ends a C string as one, too.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0 | 0x0b)
}

impl Parser<'_> {
    /// The byte at the cursor; zero at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn ended(&self) -> bool {
        self.at >= self.text.len()
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) {
        while !self.ended() && wanted(self.byte()) {
            self.at += 1;
        }
    }

    fn put(&mut self, plain: &str) {
        self.utf16 += entities::utf16_len(plain);
        self.out.push_str(plain);
    }

    fn ampersand(&mut self) {
        if let Some((decoded, length)) = decode_entity(&self.text[self.at..]) {
            let mut buffer = [0; 4];
            self.put(decoded.encode_utf8(&mut buffer));
            self.at += length;
        } else {
            self.put("&");
            self.at += 1;
        }
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        self.skip_while(|b| !is_space(b) && b != b'>');
        if self.ended() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        let tag = self.text[begin + 1..self.at].to_lowercase();
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!(
                "Unsupported start tag \"{tag}\" at byte offset {begin}"
            ));
        }
        let (mut argument, mut format) = (String::new(), String::new());
        while self.byte() != b'>' {
            self.skip_while(is_space);
            if self.byte() == b'>' {
                break;
            }
            let (name, value) = self.attribute(&tag, begin)?;
            match (tag.as_str(), name.as_str()) {
                ("tg-time", "format") => format = value,
                _ => keep_argument(&mut argument, &tag, &name, value),
            }
        }
        self.at += 1;
        if tag == "span" && argument != "spoiler" {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        self.open.push(Open {
            tag,
            argument,
            format,
            offset: self.utf16,
            begin: self.out.len(),
        });
        Ok(())
    }

    fn attribute(&mut self, tag: &str, begin: usize) -> Result<(String, String), String> {
        let name_at = self.at;
        self.skip_while(|b| !is_space(b) && b != b'=' && b != b'>');
        let name = self.text[name_at..self.at].to_owned();
        if name.is_empty() {
            return Err(if self.ended() {
                format!("Unclosed start tag \"{tag}\" at byte offset {begin}")
            } else {
                format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}")
            });
        }
        self.skip_while(is_space);
        if self.byte() != b'=' {
            if tag == "blockquote" && name == "expandable" && !self.ended() {
                return Ok((name, String::new()));
            }
            return Err(format!(
                "Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        self.at += 1;
        self.skip_while(is_space);
        if self.ended() {
            return Err(format!(
                "Unclosed start tag \"{tag}\" at byte offset {begin}"
            ));
        }
        let value = self.attribute_value()?;
        if self.ended() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        Ok((name, value))
    }

    fn attribute_value(&mut self) -> Result<String, String> {
        let quote = self.byte();
        if quote != b'"' && quote != b'\'' {
            let token = self.at;
            self.skip_while(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
            let value = self.text[token..self.at].to_lowercase();
            if !is_space(self.byte()) && self.byte() != b'>' {
                return Err(format!(
                    "Unexpected end of name token at byte offset {token}"
                ));
            }
            return Ok(value);
        }
        self.at += 1;
        let from = self.at;
        self.skip_while(|b| b != quote);
        let raw = &self.text[from..self.at];
        self.at += 1;
        Ok(decode_all(raw))
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        if self.open.is_empty() {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        }
        self.at += 2;
        self.skip_while(|b| !is_space(b) && b != b'>');
        let found = self.text[begin + 2..self.at].to_lowercase();
        self.skip_while(is_space);
        if self.byte() != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        if !found.is_empty() && found != open.tag {
            let expected = &open.tag;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{found}>\""
            ));
        }
        if self.utf16 > open.offset {
            self.close(open)?;
        }
        Ok(())
    }

    fn close(&mut self, open: Open) -> Result<(), String> {
        let length = self.utf16 - open.offset;
        let mut entity = Entity::plain("", open.offset, length);
        let kind = match open.tag.as_str() {
            "b" | "strong" => "bold",
            "i" | "em" => "italic",
            "u" | "ins" => "underline",
            "s" | "strike" | "del" => "strikethrough",
            "tg-spoiler" | "span" => "spoiler",
            "blockquote" if !open.argument.is_empty() => "expandable_blockquote",
            "blockquote" => "blockquote",
            "code" | "pre" => return self.close_code(open, length),
            "tg-time" => {
                let unix = entities::unix_time(&open.argument, &open.format);
                entity.unix_time = Some(unix.ok_or("Invalid date specified")?);
                entity.date_time_format = Some(open.format);
                "date_time"
            }
            "tg-emoji" => {
                if open.argument.parse::<i64>().is_ok_and(|id| id != 0) {
                    entity.custom_emoji_id = Some(open.argument);
                } else {
                    return Err("Invalid custom emoji identifier specified".to_owned());
                }
                "custom_emoji"
            }
            _ => {
                let url = if open.argument.is_empty() {
                    self.out[open.begin..].to_owned()
                } else {
                    open.argument
                };
                let Some(url) = entities::checked_url(&url) else {
                    return Ok(());
                };
                entity.url = Some(url);
                "text_link"
            }
        };
        kind.clone_into(&mut entity.kind);
        self.entities.push(entity);
        Ok(())
    }

    /// `<pre><code class="language-x">` is one entity, whichever of the two closes last.
    fn close_code(&mut self, open: Open, length: usize) -> Result<(), String> {
        let language = Some(open.argument).filter(|language| !language.is_empty());
        let inner = self
            .entities
            .last_mut()
            .filter(|e| e.offset == open.offset && e.length == length);
        match (inner, open.tag.as_str()) {
            (Some(inner), "pre") if inner.kind == "code" && inner.language.is_some() => {
                "pre".clone_into(&mut inner.kind);
            }
            (Some(inner), "code") if inner.kind == "pre" && language.is_some() => {
                inner.language = language;
            }
            _ => {
                let mut entity = Entity::plain(&open.tag, open.offset, length);
                entity.language = language;
                self.entities.push(entity);
            }
        }
        Ok(())
    }
}

fn keep_argument(argument: &mut String, tag: &str, name: &str, value: String) {
    match (tag, name) {
        ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix") => *argument = value,
        ("code", "class") => {
            if let Some(language) = value.strip_prefix("language-") {
                language.clone_into(argument);
            }
        }
        ("span", "class") => {
            if let Some(class) = value.strip_prefix("tg-") {
                class.clone_into(argument);
            }
        }
        ("blockquote", "expandable") => "1".clone_into(argument),
        _ => {}
    }
}

fn decode_all(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((decoded, length)) = decode_entity(rest) {
            out.push(decoded);
            rest = &rest[length..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// Decodes one `&…;` at the start of `text`: the character and how many bytes it took.
fn decode_entity(text: &str) -> Option<(char, usize)> {
    let body = &text[1..];
    let (decoded, mut length) = if let Some(number) = body.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let (digits, radix, lead) = hex.map_or((number, 10, 2), |digits| (digits, 16, 3));
        let count = digits.chars().take_while(|c| c.is_digit(radix)).count();
        let code = u32::from_str_radix(&digits[..count], radix).ok()?;
        let decoded = char::from_u32(code).filter(|c| *c != '\0')?;
        (decoded, lead + count)
    } else {
        let count = body.chars().take_while(char::is_ascii_alphabetic).count();
        let decoded = match &body[..count] {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return None,
        };
        (decoded, 1 + count)
    };
    if text.as_bytes().get(length) == Some(&b';') {
        length += 1;
    }
    Some((decoded, length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn anything_is_parsed_or_refused_and_what_is_shown_parses_to_the_same(
            text in "(<(/?)(b|i|a|pre|code|blockquote|tg-spoiler|u)( href=\"[a-z.&;\" ]{0,6}\"?)?>?|&(lt|amp|#6[0-9]|#x41|z)?;?|[a-đ😀 \n<>/='\"]){0,12}"
        ) {
            if let Ok((plain, found)) = parse(&text) {
                let shown = entities::to_html(&plain, &found);
                let (again, entities) = parse(&shown).unwrap();
                prop_assert_eq!(again, plain);
                prop_assert_eq!(entities.len(), found.len());
            }
        }
    }
}

//! The messenger's HTML: escaping, stripping, splitting, and what is wrong with it.
//!
//! Knows the few tags that are allowed. Must not know what a text says.

/// Characters of a message, after its tags are read. We count tags too, and UTF-16
/// units instead of characters: both only make a piece shorter than it might be.
pub(crate) const MESSAGE_CHARS_MAX: usize = 4_096;

const TAGS: [&str; 8] = ["b", "i", "u", "s", "code", "pre", "a", "blockquote"];
const SPOILER: &str = "tg-spoiler";
const MOMENT: &str = "tg-time";
const ENTITIES: [(&str, &str); 4] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&amp;", "&"),
];

/// Makes words safe inside HTML, between tags and inside `href="…"`.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// A moment that the reader's app can put into their own time, or remind them of; an older one shows the words.
pub(crate) fn moment(unix: i64, words: &str) -> String {
    format!("<tg-time unix=\"{unix}\">{}</tg-time>", escape(words))
}

/// What a reader sees: no tags, entities as the characters they stand for.
pub(crate) fn strip(html: &str) -> String {
    tokens(html)
        .into_iter()
        .filter_map(|token| match token {
            Token::Open { .. } | Token::Close { .. } => None,
            Token::Letter(letter) => Some(letter),
            Token::Entity(entity) => ENTITIES
                .iter()
                .find(|(written, _)| *written == entity)
                .map(|(_, meant)| *meant),
        })
        .collect()
}

/// The same for a terminal: emphasis `styled` by the terminal's own codes, quotations behind a bar.
pub(crate) fn terminal(html: &str, styled: bool) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    for token in tokens(html) {
        let begins = match token {
            Token::Open { name, .. } => {
                open.push(name);
                name == "blockquote"
            }
            Token::Close { .. } => {
                open.pop();
                false
            }
            Token::Letter(_) | Token::Entity(_) => {
                out.push_str(&strip(token.written()));
                token == Token::Letter("\n") && open.contains(&"blockquote")
            }
        };
        if begins {
            out.push_str("│ ");
        }
        if styled && matches!(token, Token::Open { .. } | Token::Close { .. }) {
            out.push_str("\x1b[0m");
            out.extend(open.iter().filter_map(|name| match *name {
                "b" => Some("\x1b[1m"),
                "i" => Some("\x1b[3m"),
                "u" => Some("\x1b[4m"),
                _ => None,
            }));
        }
    }
    out
}

/// A tag, an entity or one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Open { name: &'a str, written: &'a str },
    Close { name: &'a str, written: &'a str },
    Entity(&'a str),
    Letter(&'a str),
}

impl<'a> Token<'a> {
    fn written(self) -> &'a str {
        match self {
            Self::Open { written, .. } | Self::Close { written, .. } => written,
            Self::Entity(written) | Self::Letter(written) => written,
        }
    }
}

fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while let Some(letter) = rest.chars().next() {
        let token = tag(rest)
            .or_else(|| entity(rest))
            .unwrap_or(Token::Letter(head(rest, letter.len_utf8())));
        rest = rest.get(token.written().len()..).unwrap_or("");
        tokens.push(token);
    }
    tokens
}

fn head(text: &str, bytes: usize) -> &str {
    text.get(..bytes).unwrap_or(text)
}

/// `<name …>` or `</name>`, whatever the name.
fn tag(text: &str) -> Option<Token<'_>> {
    let inner = text.strip_prefix('<')?;
    let end = inner.find('>')?;
    let (inner, written) = (head(inner, end), head(text, end + 2));
    let named = |inner: &str| {
        let first = inner.chars().next();
        first.is_some_and(|c| c.is_ascii_alphabetic()) && !inner.contains('<')
    };
    match inner.strip_prefix('/') {
        Some(name) => named(name).then_some(Token::Close { name, written }),
        None => {
            let name = inner.split(' ').next().unwrap_or(inner);
            named(inner).then_some(Token::Open { name, written })
        }
    }
}

fn entity(text: &str) -> Option<Token<'_>> {
    ENTITIES
        .iter()
        .find(|(written, _)| text.starts_with(written))
        .map(|(written, _)| Token::Entity(head(text, written.len())))
}

/// What the messenger would refuse or show raw, in words; `None` if nothing.
pub(crate) fn wrong(html: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    for token in tokens(html) {
        match token {
            Token::Letter("<" | ">") => return Some("a “<” or “>” stands alone".into()),
            Token::Letter("&") => return Some("an “&” stands alone".into()),
            Token::Letter(_) | Token::Entity(_) => {}
            Token::Open { name, written } if !known(name, written) => {
                return Some(format!("{written} is not allowed"));
            }
            Token::Open { name, .. } => open.push(name),
            Token::Close { name, written } => {
                if open.pop() != Some(name) {
                    return Some(format!("{written} closes what is not open"));
                }
            }
        }
    }
    open.pop().map(|name| format!("<{name}> is never closed"))
}

fn known(name: &str, written: &str) -> bool {
    let bare = written.len() == name.len() + 2;
    match name {
        "a" => written.starts_with("<a href=\"") && written.ends_with("\">"),
        "blockquote" => bare || written == "<blockquote expandable>",
        "code" => bare || written.starts_with("<code class=\"language-"),
        SPOILER => bare,
        MOMENT => {
            let unix = written.strip_prefix("<tg-time unix=\"");
            let unix = unix.and_then(|rest| rest.strip_suffix("\">"));
            unix.is_some_and(|unix| unix.parse::<u64>().is_ok())
        }
        _ => bare && TAGS.contains(&name),
    }
}

/// Whether a text is over what one message holds, counted with its tags, which is more than the messenger counts.
pub(crate) fn is_too_long(html: &str) -> bool {
    html.len() > MESSAGE_CHARS_MAX && units(html) > MESSAGE_CHARS_MAX
}

/// Cuts a long text into messages: between paragraphs if it can, else between lines,
/// words or letters, never inside a tag or an entity. What was open is opened again.
pub(crate) fn split(html: &str) -> Vec<String> {
    split_at(html, MESSAGE_CHARS_MAX)
}

fn split_at(html: &str, limit: usize) -> Vec<String> {
    let tokens = tokens(html);
    let mut pieces = Vec::new();
    let mut open: Vec<Token<'_>> = Vec::new();
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let cut = first_cut(rest, &open, limit);
        let (piece, after) = rest.split_at_checked(cut).unwrap_or((rest, &[]));
        let mut text: String = open.iter().map(|token| token.written()).collect();
        for token in piece {
            follow(&mut open, *token);
            text.push_str(token.written());
        }
        text.truncate(text.trim_end().len());
        text.push_str(&closing(&open));
        if !strip(&text).trim().is_empty() {
            pieces.push(text.trim_start().to_owned());
        }
        rest = after;
    }
    pieces
}

/// How many tokens go into the next piece; at least one.
fn first_cut(tokens: &[Token<'_>], open: &[Token<'_>], limit: usize) -> usize {
    let mut open = open.to_vec();
    let mut length: usize = open.iter().map(|token| units(token.written())).sum();
    let mut best: (u8, usize) = (0, 0);
    let mut before = "";
    for (place, token) in tokens.iter().enumerate() {
        follow(&mut open, *token);
        length += units(token.written());
        if length + units(&closing(&open)) > limit {
            // Cutting after a paragraph that ends early leaves a short piece; that reads better than a torn
            // paragraph.
            return best.1.max(1);
        }
        let rank = match (before, token.written()) {
            ("\n", "\n") if open.is_empty() => 5,
            ("\n", "\n") => 4,
            (_, "\n") => 3,
            (_, " ") => 2,
            _ => 1,
        };
        if rank >= best.0 {
            best = (rank, place + 1);
        }
        before = token.written();
    }
    tokens.len()
}

fn follow<'a>(open: &mut Vec<Token<'a>>, token: Token<'a>) {
    match token {
        Token::Open { .. } => open.push(token),
        Token::Close { .. } => drop(open.pop()),
        Token::Entity(_) | Token::Letter(_) => {}
    }
}

fn closing(open: &[Token<'_>]) -> String {
    open.iter()
        .rev()
        .filter_map(|token| match token {
            Token::Open { name, .. } => Some(format!("</{name}>")),
            _ => None,
        })
        .collect()
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

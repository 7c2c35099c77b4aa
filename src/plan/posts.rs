//! Who leads: posts of a closed list. A person's name is never taken.
//!
//! Knows how posts are written, beside names and alone. Must not know which posts there are.

use crate::campaign::plan::PlanFrame;
use crate::table::{self, Arg, Trouble, quoted};
use crate::text::fold;
use crate::types::Language;

/// Words beside a post, or before a name, that say nothing.
const BESIDE: [&str; 16] = [
    "va", "cung", "cac", "d", "c", "dc", "dong", "chi", "ong", "ba", "anh", "co", "thay", "toan",
    "the", "and",
];
/// Words before a person's name.
const BEFORE_NAMES: [&str; 8] = ["đ", "đc", "đồng", "ông", "bà", "anh", "chị", "thầy"];

/// Posts that were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Posts {
    /// Their ids, with spaces between them.
    pub(crate) ids: String,
    /// Whether a person's name stood beside one and was left out.
    pub(crate) dropped: bool,
}

/// The posts that a text names.
pub(crate) fn posts(typed: &str, frame: &PlanFrame, language: Language) -> Result<Posts, Trouble> {
    table::sound(typed)?;
    let seen = table::tidy(typed);
    let words: Vec<&str> = seen
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let known = known(frame);
    let (mut ids, mut left) = (Vec::new(), Vec::new());
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let rest = folded.get(place..).unwrap_or_default();
        match known.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, id)) => {
                if !ids.contains(id) {
                    ids.push(*id);
                }
                place += name.len();
            }
            None => {
                left.push(*word);
                place += 1;
            }
        }
    }
    let titled = left
        .iter()
        .any(|word| BEFORE_NAMES.contains(&word.to_lowercase().as_str()));
    left.retain(|word| !BESIDE.contains(&fold(word).as_str()));
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let name = !left.is_empty() && (titled || left.len() > 1) && left.iter().all(capital);
    let wrong = |key| {
        Trouble::new(key)
            .with("value", quoted(&seen))
            .with("posts", all(frame, language))
    };
    match (ids.is_empty(), left.is_empty()) {
        (_, true) => Ok(Posts {
            ids: ids.join(" "),
            dropped: false,
        }),
        (false, false) if name || left.iter().all(capital) => Ok(Posts {
            ids: ids.join(" "),
            dropped: true,
        }),
        (true, false) if name => Err(wrong("plan-name")),
        _ => Err(wrong("plan-post")),
    }
}

/// All that may be written for a post, word by word, the longest first.
fn known(frame: &PlanFrame) -> Vec<(Vec<String>, &str)> {
    let mut known: Vec<(Vec<String>, &str)> = Vec::new();
    for post in &frame.posts {
        for name in [&post.name.vi, &post.name.en].into_iter().chain(&post.also) {
            let words = name.split(|c: char| !c.is_alphanumeric());
            let words = words.filter(|word| !word.is_empty()).map(fold);
            known.push((words.collect(), &post.id));
        }
    }
    known.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    known
}

fn all(frame: &PlanFrame, language: Language) -> Arg {
    let names = frame
        .posts
        .iter()
        .map(|post| post.name.get(language).into());
    Arg::List(names.collect())
}

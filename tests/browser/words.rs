//! What the bot says, read from where it is written: nobody who mends a sentence breaks this test.
//!
//! Knows the form of `messages/ui/vi.ftl`. Must not know who says what when.

use anyhow::Context;

use crate::program::root;

/// The interface's texts.
pub struct Words(String);

impl Words {
    /// Reads them.
    pub fn read() -> anyhow::Result<Self> {
        let path = root().join("messages/ui/vi.ftl");
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self(text))
    }

    /// The longest piece of a text's first line that stands there as it is, whoever reads it.
    pub fn of(&self, key: &str) -> anyhow::Result<String> {
        longest(self.lines(key)?.first())
            .with_context(|| format!("{key} begins with nothing to look for"))
    }

    /// The same of its last line.
    pub fn end_of(&self, key: &str) -> anyhow::Result<String> {
        longest(self.lines(key)?.last())
            .with_context(|| format!("{key} ends with nothing to look for"))
    }

    fn lines(&self, key: &str) -> anyhow::Result<Vec<&str>> {
        let mut lines = self.0.lines();
        let first = lines
            .by_ref()
            .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='))
            .with_context(|| format!("messages/ui/vi.ftl has no {key}"))?;
        let rest = lines.take_while(|line| line.is_empty() || line.starts_with(' '));
        let all = std::iter::once(first).chain(rest).map(str::trim);
        Ok(all.filter(|line| !line.is_empty()).collect())
    }
}

fn longest(line: Option<&&str>) -> Option<String> {
    pieces(line?)
        .into_iter()
        .max_by_key(|piece| piece.chars().count())
        .filter(|piece| !piece.is_empty())
}

/// The text between `{placeables}` and `<tags>`.
fn pieces(line: &str) -> Vec<String> {
    line.split(['{', '<'])
        .map(|piece| piece.rsplit(['}', '>']).next().unwrap_or_default())
        .map(|piece| piece.trim().to_owned())
        .collect()
}

//! `nhip privacy report`: a page for the organisation's data officer.
//!
//! Knows how figures come into the page. Must not know how they were counted, nor the page's words.

use std::path::Path;

use anyhow::Context;
use chrono::NaiveDate;

use crate::core::Retention;
use crate::messages::Tree;
use crate::store::audit::Head;
use crate::text::Words;
use crate::told;
use crate::types::{Language, Thresholds};

/// The page, with `{names}` where figures go.
const PAGE: &str = "privacy-report.md";

/// What the page needs to be told.
#[derive(Debug)]
pub struct Facts {
    /// When.
    pub day: NaiveDate,
    /// Rows of each table.
    pub counts: Vec<(String, i64)>,
    /// The thresholds in force.
    pub thresholds: Thresholds,
    /// How long things are kept.
    pub retention: Retention,
    /// The last line of the audit.
    pub head: Head,
}

/// The page, from a folder of texts or from those built in.
///
/// # Errors
/// The page is not there, or a name in it is not known.
pub fn report(messages: Option<&Path>, words: &Words, facts: &Facts) -> anyhow::Result<String> {
    let tree = match messages {
        Some(dir) => Tree::read(dir),
        None => Tree::built_in(),
    };
    let tree = tree.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let page = tree
        .get(PAGE)
        .with_context(|| told!("page-missing", path = tree.shown(PAGE)))?;
    filled(page, &names(page, words, facts)).with_context(|| tree.shown(PAGE))
}

/// What each name stands for.
fn names(page: &str, words: &Words, facts: &Facts) -> Vec<(String, String)> {
    let (kept, thresholds) = (&facts.retention, facts.thresholds);
    let number = |name: &str, number: i64| (name.to_owned(), number.to_string());
    let mut names = vec![
        ("day".to_owned(), facts.day.format("%d/%m/%Y").to_string()),
        ("audit_code".to_owned(), facts.head.hash.clone()),
        number("audit_line", facts.head.id),
        number("quiz_threshold", thresholds.quiz),
        number("reflection_threshold", thresholds.reflection),
        number("quiz_months", kept.quiz_months.into()),
        number("unreachable_days", kept.unreachable_days.into()),
        number("outbox_days", kept.outbox_days.into()),
        number("quarantine_days", kept.quarantine_days.into()),
        number("proof_months", kept.proof_months.into()),
        number("audit_months", kept.audit_months.into()),
        number("commendation_months", kept.commendation_months.into()),
        number("form_months", kept.form_months.into()),
        number("suggestion_months", kept.suggestion_months.into()),
        number("initiative_months", kept.initiative_months.into()),
    ];
    let own = words.in_language(Language::Vi);
    names.extend(own.into_iter().map(|(name, word)| (name.to_owned(), word)));
    let mut other = Vec::new();
    for (table, count) in &facts.counts {
        let name = format!("count:{table}");
        if !page.contains(&format!("{{{name}}}")) {
            other.push(format!("| `{table}` | {count} | … | … | … |"));
        }
        names.push((name, count.to_string()));
    }
    names.push(("other".to_owned(), other.join("\n")));
    names
}

fn filled(page: &str, names: &[(String, String)]) -> anyhow::Result<String> {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').with_context(|| told!("page-brace"))?;
        let (_, value) = names
            .iter()
            .find(|(known, _)| known == name)
            .with_context(|| told!("page-unknown", name = name))?;
        text.push_str(before);
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    Ok(text.replace("\n\n\n", "\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(counts: &[&str]) -> Facts {
        Facts {
            day: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"),
            counts: counts
                .iter()
                .map(|table| ((*table).to_owned(), 7))
                .collect(),
            thresholds: Thresholds::default(),
            retention: Retention::default(),
            head: Head {
                id: 3,
                hash: "ab".into(),
            },
        }
    }

    #[tokio::test]
    async fn the_page_speaks_of_every_table_and_of_each_by_name() {
        use rand::SeedableRng;
        let folder = tempfile::tempdir().expect("a folder");
        let db = crate::db::Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let mut rng = rand::rngs::StdRng::seed_from_u64(1);
        let now = chrono::DateTime::UNIX_EPOCH;
        let mut tx = db.begin(now, &mut rng).await.expect("a transaction");
        let counts = crate::store::mydata::census(&mut tx).await.expect("counts");
        let facts = Facts {
            counts,
            ..facts(&[])
        };
        let page = report(None, &Words::default(), &facts).expect("a page");
        assert!(page.contains("Lập ngày 23/11/2026"), "{page}");
        assert!(!page.contains("| … |"), "a table is not described: {page}");
        assert!(page.matches("chưa phải tư vấn pháp lý").count() >= 2);
    }

    #[test]
    fn a_table_that_the_page_does_not_know_is_listed_all_the_same() {
        let names = names("{other}", &Words::default(), &facts(&["mới"]));
        assert_eq!(
            filled("{other}", &names).expect("a page"),
            "| `mới` | 7 | … | … | … |"
        );
        assert!(filled("{nobody}", &names).is_err());
    }
}

//! The English text beside each official one.
//!
//! Knows which official texts need one. Must not know how good it is.

use crate::campaign::raw::Text;
use crate::campaign::read::{Content, SourceFile};
use crate::fault::Fault;
use crate::told;

/// Names each official text that has no English one.
pub(super) fn check(content: &Content, faults: &mut Vec<Fault>) {
    let mut beside = |sheet: &SourceFile, official: &Text, english: Option<&Text>, name: &str| {
        if english.is_none_or(|english| english.value.trim().is_empty()) {
            faults.push(sheet.fault(official, told!("english-missing", name = name)));
        }
    };
    for page in &content.criteria {
        let raw = &page.raw;
        beside(&page.sheet, &raw.text, raw.text_en.as_ref(), "text_en");
    }
    let Some(page) = &content.frame else {
        return;
    };
    let raw = &page.raw;
    beside(&page.sheet, &raw.title, raw.title_en.as_ref(), "title_en");
    let objective = raw.objective_en.as_ref();
    beside(&page.sheet, &raw.objective, objective, "objective_en");
    for theme in &raw.themes.value {
        beside(&page.sheet, &theme.name, theme.name_en.as_ref(), "name_en");
    }
    for (place, task) in raw.tasks.value.iter().enumerate() {
        beside(
            &page.sheet,
            task,
            raw.tasks_en.get(place),
            &told!("english-task"),
        );
    }
}

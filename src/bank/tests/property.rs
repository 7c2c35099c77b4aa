//! Whatever stands in the cells, the round trip keeps it.

use proptest::prelude::*;

use super::*;
use crate::bank::row::LETTERS;
use crate::encoding;

/// A question of a small file, in a style of YAML, with these values.
fn page(style: u8, question: &str, option: &str, why: &str) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let text = |text: &str| match style % 3 {
        0 => quoted(text),
        1 => format!(">-\n      {text}"),
        _ => format!("|-\n      {text}"),
    };
    let newline = if style < 3 { "\n" } else { "\r\n" };
    let mut page = files()
        .into_iter()
        .find(|(path, _)| path == "1/1.1.yaml")
        .unwrap()
        .1;
    page = page.replacen(
        "question: \"Câu hỏi 1?\"",
        &format!("question: {}", text(question)),
        1,
    );
    page = page.replacen(
        "text: \"Chưa đúng 0\"",
        &format!("text: {} # còn xem lại", quoted(option)),
        1,
    );
    page = page.replacen("why: \"Vì thế.\"", &format!("why: {}", text(why)), 1);
    page.replace('\n', newline)
}

fn tree_with(page: String) -> Tree {
    let mut files = files();
    files
        .iter_mut()
        .find(|(path, _)| path == "1/1.1.yaml")
        .unwrap()
        .1 = page;
    Tree::of(files)
}

/// Words such as people write, with what files and workbooks might stumble over. What happens to read as a word of an
/// old font is refused on purpose, so it is not among them.
fn prose() -> impl Strategy<Value = String> {
    let words = "[a-zàđếữ“”…:#&<>'\\\\%@=_x0-9{}\\[\\],|!?*-]{1,12}( [A-ZĐa-zàđế“”…:#&<>'\\\\%_x0-9{},.!?-]{1,12}){0,30}";
    words.prop_filter("reads as an old font", |text| {
        encoding::dead(text).is_none()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn import_of_export_is_what_was_there(
        style in 0_u8..6, question in prose(), option in prose(), why in prose(),
    ) {
        let tree = tree_with(page(style, &question, &option, &why));
        let content = content(&tree).unwrap();
        let bytes = book_of(&content, |_| ());
        prop_assert_eq!(plan(&content, &bytes).changed, []);
    }

    #[test]
    fn a_changed_cell_changes_that_value_and_no_other(
        style in 0_u8..6, old in prose(), new in prose(), place in 0_usize..BankColumn::ALL.len(),
    ) {
        let tree = tree_with(page(style, &old, "Phương án", &old));
        let column = BankColumn::ALL[place];
        prop_assume!(!column.fixed());
        let value = match column {
            BankColumn::Kind => "law".to_owned(),
            BankColumn::Difficulty => "3".to_owned(),
            BankColumn::Expect => "40".to_owned(),
            BankColumn::Right => LETTERS[new.len() % 4].to_owned(),
            BankColumn::EffectiveFrom | BankColumn::CheckedOn => "01/02/2027".to_owned(),
            _ => new,
        };
        let before = content(&tree).unwrap();
        let mut wanted = rows(&before);
        wanted[0].values.insert(column, value.clone());
        let bytes = book_of(&before, |rows| {
            rows[0].values.insert(column, value);
        });
        let changed = plan(&before, &bytes).changed;
        let mut tree = tree;
        for one in &changed {
            let file = &before.criteria[0];
            let edits = edit::edits(&file.sheet.text, &file.raw.questions.value[0], &one.changes);
            let text = edit::apply(&file.sheet.text, edits.unwrap()).unwrap();
            prop_assert!(text.contains("# còn xem lại"));
            tree.replace("1/1.1.yaml", text);
        }
        let after = Content::read(&tree, &mut Vec::new());
        for (row, wanted) in rows(&after).iter().zip(&mut wanted) {
            let value = wanted.values.get_mut(&column).unwrap();
            *value = if row.get(column) == value { value.clone() } else { normalize::tidy(value) };
            prop_assert_eq!(row, &*wanted);
        }
    }
}

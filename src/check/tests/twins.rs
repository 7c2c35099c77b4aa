//! Two scenes with one fact changed: what belongs together, and what does not.

use super::*;

/// The second question of 1.1 as the twin of the first; its options as `alter` leaves them.
fn found_with(alter: impl Fn(&str) -> String) -> Vec<String> {
    let mut files = files();
    let page = files.iter_mut().find(|(path, _)| path == "1/1.1.yaml");
    let (_, text) = page.unwrap();
    let start = text.find("  - id: Q-1.1-02\n").unwrap();
    let end = text.find("  - id: Q-1.1-03\n").unwrap();
    let second = alter(text.get(start..end).unwrap());
    text.replace_range(start..end, &second);
    found(&Tree::of(files))
}

/// The fixture's second question has its right option at C, the first at B: made alike but for the key.
fn made_alike(question: &str) -> String {
    question
        .replace("    kind: ", "    twin: Q-1.1-01\n    kind: ")
        .replace("Chưa đúng 0", "Chưa đúng 2")
        .replace("Chưa đúng 1", "Chưa đúng 3")
        .replacen("text: \"Chưa đúng 3\"", "text: \"Chưa đúng 0\"", 1)
}

#[test]
fn twins_have_the_same_options_and_another_key() {
    let alike = found_with(|question| {
        made_alike(question)
            .replace(
                "text: \"Đúng\"\n        right: true",
                "text: \"Đúng\"\n        why: \"Vì chưa đủ.\"",
            )
            .replacen(
                "text: \"Chưa đúng 2\"\n        why: \"Vì chưa đủ.\"",
                "text: \"Chưa đúng 2\"\n        right: true",
                1,
            )
    });
    // The key has moved to A; the mix of positions is as it was within bounds.
    assert_eq!(alike, Vec::<String>::new());
    let same_key = found_with(made_alike).concat();
    assert!(
        same_key.contains("Q-1.1-01 and Q-1.1-02 are of one family and have the same right option"),
        "{same_key}"
    );
    let other_options =
        found_with(|question| question.replace("    kind: ", "    twin: Q-1.1-01\n    kind: "));
    assert!(
        other_options
            .concat()
            .contains("do not have the same four options"),
        "{other_options:?}"
    );
}

#[test]
fn the_first_of_a_pair_stands_above_and_is_no_twin_itself() {
    for named in ["Q-1.1-02", "Q-1.1-03", "Q-1.2-01", "Q-9.9-99"] {
        let told = found_with(|question| {
            question.replace("    kind: ", &format!("    twin: {named}\n    kind: "))
        });
        assert!(
            told.concat()
                .contains(&format!("{named} is no question above this one")),
            "{told:?}"
        );
    }
}

/// A third of the family, with the key of the first.
#[test]
fn in_a_family_every_key_is_another_one() {
    let mut files = files();
    let page = files.iter_mut().find(|(path, _)| path == "1/1.1.yaml");
    let (_, text) = page.unwrap();
    // The fixture repeats its keys every four questions: the first and the fifth are alike.
    for twin in ["05", "09"] {
        let id = format!("  - id: Q-1.1-{twin}\n");
        *text = text.replace(&id, &format!("{id}    twin: Q-1.1-01\n"));
    }
    let told = found(&Tree::of(files));
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.concat()
            .contains("Q-1.1-01 and Q-1.1-09 are of one family"),
        "{told:?}"
    );
}

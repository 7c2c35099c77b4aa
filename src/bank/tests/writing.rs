//! Files: only those of changed questions, all or none.

use super::*;

/// The built-in files in a folder.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let tree = in_order();
    for path in tree.paths() {
        let file = dir.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, tree.get(path).unwrap()).unwrap();
    }
    dir
}

fn review_of(dir: &Path, changes: &[(&str, &str)]) -> Review {
    let bytes = book(&in_order(), |rows| {
        for (id, value) in changes {
            row(rows, id)
                .values
                .insert(BankColumn::Place, (*value).to_owned());
        }
    });
    let folder = Folder::read(dir).unwrap_or_else(|why| panic!("{why}"));
    review(&bytes, folder, (today(), Language::En)).unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn only_the_files_of_changed_questions_are_written() {
    let dir = folder();
    assert_eq!(export(Some(dir.path())).unwrap().get(..2), Some(&b"PK"[..]));
    let review = review_of(
        dir.path(),
        &[("Q-1.1-01", "Điều 1"), ("Q-3.2-07", "Điều 2")],
    );
    review.write(dir.path()).unwrap();
    let tree = in_order();
    let after = Tree::read(dir.path()).unwrap();
    let differ = tree
        .paths()
        .filter(|path| tree.get(path) != after.get(path));
    let differ: Vec<&str> = differ.collect();
    assert_eq!(differ, ["1-trung-thanh/1.1.yaml", "3-liem-chinh/3.2.yaml"]);
    let names = std::fs::read_dir(dir.path().join("3-liem-chinh")).unwrap();
    assert_eq!(names.count(), 3, "nothing is left beside them");
}

#[test]
fn a_file_that_changed_meanwhile_stops_everything() {
    let dir = folder();
    let review = review_of(
        dir.path(),
        &[("Q-1.1-01", "Điều 1"), ("Q-3.2-07", "Điều 2")],
    );
    let other = dir.path().join("3-liem-chinh/3.2.yaml");
    std::fs::write(&other, "# somebody else\n").unwrap();
    let told = review.write(dir.path()).unwrap_err().to_string();
    assert!(told.contains("3.2.yaml was changed meanwhile; "), "{told}");
    let first = std::fs::read_to_string(dir.path().join("1-trung-thanh/1.1.yaml")).unwrap();
    assert_eq!(
        Some(first.as_str()),
        in_order().get("1-trung-thanh/1.1.yaml")
    );
    assert_eq!(
        std::fs::read_to_string(&other).unwrap(),
        "# somebody else\n"
    );
    let names = std::fs::read_dir(dir.path().join("1-trung-thanh")).unwrap();
    assert_eq!(names.count(), 3, "nothing is left beside them");
}

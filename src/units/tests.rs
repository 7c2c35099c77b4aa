//! Lists of units as offices keep them, and what becomes of each.

mod broken;
mod formats;

use std::fmt::Write as _;

use super::*;
use crate::text::{Texts, Words};
use crate::types::Language;

const HEADER: &str = "code,name,parent,kind,members\n";

fn texts() -> Texts {
    Texts::built_in(&Words::default()).expect("sound texts")
}

/// What is told of a wrong file, in English.
fn faults(bytes: impl AsRef<[u8]>) -> String {
    let faults = read(bytes.as_ref(), &[]).expect_err("a wrong file");
    faults.told(&texts(), Language::En)
}

/// Code, unit above and people of each unit of a sound file.
fn units(bytes: impl AsRef<[u8]>) -> Vec<String> {
    let plan = read(bytes.as_ref(), &[])
        .unwrap_or_else(|faults| panic!("{}", faults.told(&texts(), Language::En)));
    let told = plan.rows.iter().map(|row| {
        let above = row.parent.as_deref().unwrap_or("–");
        format!(
            "{} < {above}: {}, {}",
            row.code,
            row.name,
            row.members.unwrap_or(-1)
        )
    });
    told.collect()
}

fn unit(id: i64, code: &str, parent_id: Option<UnitId>) -> Unit {
    Unit {
        id: UnitId(id),
        code: code.to_owned(),
        name: code.to_owned(),
        parent_id,
        kind: "tổ".to_owned(),
        members: 1,
        start: code.to_owned(),
    }
}

#[test]
fn parents_may_come_after_children_and_empty_numbers_are_added_up() {
    let text = "\u{feff}code;name;parent;kind;members\nA1;Phòng Một;A;tổ;12\nA;Sở Nội vụ;;cơ sở;\nA2;Phòng Hai;A;tổ;1.030\n";
    assert_eq!(
        units(text),
        [
            "A < –: Sở Nội vụ, 1042",
            "A1 < A: Phòng Một, 12",
            "A2 < A: Phòng Hai, 1030"
        ]
    );
}

#[test]
fn an_empty_number_adds_up_stored_units_that_the_file_leaves_out() {
    let stored = [unit(1, "A", None), unit(2, "A1", Some(UnitId(1)))];
    let text = "code,name,parent,kind,members\nA,Sở Nội vụ,,cơ sở,\nA2,Phòng Hai,A,tổ,5\n";
    let plan = read(text.as_bytes(), &stored).expect("a sound file");
    assert_eq!(plan.rows[0].members, Some(6));
}

#[test]
fn cells_and_tree_are_judged_in_one_pass_each_fault_at_its_cell() {
    let text = "code,name,parent,kind,members\nA,Sở Nội vụ,B,cơ sở,12\nA,Sở Y tế,,cơ sở,mười\n, ,,,5\nC,,X,tổ,1\nD,Tổ,C,tổ,1\n";
    insta::assert_snapshot!(faults(text), @r"
    cell C2: the unit above, 'B', is neither in this file nor stored: add it, or correct the code
    cell A3: the code 'A' is also on line 2: each unit needs its own
    cell E3: 'mười' is no number of people: write a whole number such as 15 or 1.030, or leave it empty to add up the units below
    cell A4: '' is no code: use 1 to 32 of A–Z, 0–9, - _ .
    cell B4: a name has 1 to 120 characters, this one has 0
    cell D4: empty: write the word for its level, such as 'tỉnh' or 'cơ sở'
    cell B5: a name has 1 to 120 characters, this one has 0
    cell C5: the unit above, 'X', is neither in this file nor stored: add it, or correct the code
    ");
}

#[test]
fn circles_are_refused_at_each_of_their_rows() {
    let circle = "code,name,parent,kind,members\nA,Một,B,x,1\nB,Hai,A,x,1\nC,Ba,B,x,1\n";
    insta::assert_snapshot!(faults(circle), @r"
    cell C2: 'A' would be above itself: a tree has no circles
    cell C3: 'B' would be above itself: a tree has no circles
    ");
    let below_itself = "code,name,parent,kind,members\nA,Một,A1,x,1\n";
    let stored = [unit(1, "A", None), unit(2, "A1", Some(UnitId(1)))];
    let wrong = read(below_itself.as_bytes(), &stored).expect_err("a circle");
    assert!(
        wrong
            .told(&texts(), Language::En)
            .contains("cell C2: 'A' would be above itself")
    );
}

#[test]
fn a_chain_without_end_is_refused_where_it_gets_too_deep() {
    let mut chain = HEADER.to_owned();
    for place in 0..12_000 {
        let above = if place == 0 {
            String::new()
        } else {
            format!("U{}", place - 1)
        };
        let _ = writeln!(chain, "U{place},Đơn vị,{above},tổ,1");
    }
    assert_eq!(
        faults(&chain),
        "cell C14: the tree has more than 12 levels from here on: check the codes of the units above"
    );
    // What is stored below a unit that moves goes down with it.
    let mut stored = vec![unit(1, "R", None), unit(2, "X", Some(UnitId(1)))];
    stored.extend((3..14).map(|id| {
        unit(
            id,
            &format!("S{id}"),
            Some(UnitId(if id == 3 { 1 } else { id - 1 })),
        )
    }));
    let moved = read(format!("{HEADER}S3,Ba,X,tổ,1\n").as_bytes(), &stored).expect_err("too deep");
    assert!(
        moved
            .told(&texts(), Language::En)
            .starts_with("cell C2: the tree has more than 12")
    );
}

#[test]
fn codes_are_one_whatever_their_case_and_keep_the_spelling_that_is_stored() {
    let twice = format!("{HEADER}SNV,Sở Nội vụ,,cơ sở,5\nsnv,Sở Nội vụ,,cơ sở,5\n");
    assert_eq!(
        faults(twice),
        "cell A3: the code 'snv' is also on line 2: each unit needs its own"
    );
    let below = format!("{HEADER}SNV,Sở Nội vụ,,cơ sở,5\nVP,Văn phòng,snv,tổ,5\n");
    assert_eq!(units(below)[1], "VP < SNV: Văn phòng, 5");
    let stored = [unit(1, "SNV", None)];
    let again = format!("{HEADER}snv,Sở Nội vụ,,cơ sở,5\nvp,Văn phòng,Snv,tổ,5\n");
    let plan = read(again.as_bytes(), &stored).expect("a sound file");
    let codes: Vec<_> = plan
        .rows
        .iter()
        .map(|row| (row.code.as_str(), row.parent.as_deref()))
        .collect();
    assert_eq!(codes, [("SNV", None), ("vp", Some("SNV"))]);
}

#[test]
fn a_preview_begins_with_what_is_often_a_mistake() {
    let stored = [
        unit(1, "LD", None),
        Unit {
            members: 45,
            ..unit(2, "SNV", Some(UnitId(1)))
        },
        unit(3, "SYT", Some(UnitId(1))),
    ];
    let file = format!(
        "{HEADER}SNV,Sở Nội vụ,LD,tổ,450\nTC,Phòng Tổ chức,SNV,tổ,1.030\nMOI,Sở Mới,,cơ sở,\n"
    );
    let changes = read(file.as_bytes(), &stored)
        .expect("a sound file")
        .changes(&stored);
    insta::assert_snapshot!(changes.told(&texts(), Language::En), @r"
    ⚠ nothing is above these units; please check unless they are the highest (1): MOI
    ⚠ the number of people changes much (1): SNV 45 → 450
    ⚠ units that are there and not in the file; they stay as they are (2): LD, SYT
    + MOI: Sở Mới (0 people, nothing above it)
    ~ SNV: name “SNV” → “Sở Nội vụ”; members 45 → 450
    + TC: Phòng Tổ chức (1,030 people, below SNV)
    ");
}

#[test]
fn long_previews_and_long_faults_fit_a_message() {
    let name = "Đ".repeat(118);
    let stored: Vec<Unit> = (1..200)
        .map(|id| Unit {
            name: name.clone(),
            ..unit(id, &format!("U{id}"), None)
        })
        .collect();
    let mut file = HEADER.to_owned();
    let mut wrong = HEADER.to_owned();
    for id in 1..200 {
        let _ = writeln!(file, "U{id},{}x,,tổ,1", "Đ".repeat(117));
        let _ = writeln!(
            wrong,
            "U{id},{},{},tổ,{}",
            "Đ".repeat(4000),
            "X".repeat(4000),
            "9".repeat(4000)
        );
    }
    let preview = read(file.as_bytes(), &stored)
        .expect("a sound file")
        .changes(&stored)
        .told(&texts(), Language::Vi);
    let told = read(wrong.as_bytes(), &[])
        .expect_err("a wrong file")
        .told(&texts(), Language::Vi);
    for text in [preview, told] {
        assert!(text.chars().count() < 3200, "{}", text.chars().count());
        assert!(
            text.lines()
                .last()
                .is_some_and(|last| last.starts_with("… và ")),
            "{text}"
        );
    }
}

#[test]
fn what_was_read_is_kept_as_it_was() {
    let list = UnitList::read(format!("{HEADER}A,Một,,x,1\n").as_bytes()).expect("a list");
    let kept = serde_json::to_string(&list).expect("JSON");
    assert_eq!(
        kept,
        r#"{"rows":[{"line":2,"code":"A","name":"Một","parent":null,"kind":"x","members":1}],"places":[0,1,2,3,4]}"#
    );
    assert_eq!(
        serde_json::from_str::<UnitList>(&kept).expect("a list"),
        list
    );
}

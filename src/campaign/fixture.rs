//! A small campaign without faults, for tests: they break one thing in it at a time.
//!
//! Knows the form of every file. Must not be taken for content.

use std::fmt::Write;

use crate::messages::Tree;
use crate::types::CriterionId;

const USED: &str = "effective_from: \"23/11/2026\"\nchecked_on: \"22/11/2026\"\nsource: { document: HD09, place: \"II.1\" }\n";

/// A form with a field of each sort that has rules of its own.
pub(super) const FORM: &str = r#"form: mau
version: 1
title: { vi: "Biểu mẫu", en: "A form" }
asks: below
periods: [year]
checked_on: "22/11/2026"
source: { document: HD09 }
prompts:
  - ask: { vi: "Bao nhiêu người", en: "How many people" }
    fields:
      - id: "1.1"
        name: { vi: "Tổng số", en: "In all" }
        type: whole
        max: 500
        report: 2
      - id: "1.2"
        name: { vi: "Trong đó nữ", en: "Women" }
        type: whole
        at_most: "1.1"
        told: sum
  - ask: { vi: "Cơ quan văn hóa", en: "Office of culture" }
    fields:
      - id: "2.1"
        name: { vi: "Kết quả", en: "Result" }
        type: choice
        options:
          - { id: yes, vi: "Đạt", en: "Met" }
          - { id: no, vi: "Không đạt", en: "Not met" }
sums:
  - { of: ["1.1"], at_most: "1.2" }
"#;

fn suggestions() -> String {
    let topic = "  - { vi: \"Kế hoạch\", en: \"The plan\" }\n".repeat(11);
    format!(
        "topics:\n{topic}ways:\n  - text: {{ vi: \"Gửi đơn.\", en: \"Send a letter.\" }}\n    source: {{ document: HD09 }}\nchecked_on: \"22/11/2026\"\n"
    )
}

/// All files of a campaign.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut files = vec![
        ("campaign.yaml".to_owned(), frame()),
        (
            "documents.yaml".to_owned(),
            documents(),
        ),
        (
            "calendar.yaml".to_owned(),
            "holidays:\n  - { from: \"05/02/2027\", to: \"09/02/2027\", name: \"Tết\" }\n  - { from: \"01/01/2028\", to: \"01/01/2028\", name: \"Tết Dương lịch\" }\nanniversaries:\n  - { day: \"28/7\", year: 1929, name: \"Thành lập\", source: \"HD09\" }\n".to_owned(),
        ),
        ("forms/mau.yaml".to_owned(), FORM.to_owned()),
        ("suggestions.yaml".to_owned(), suggestions()),
        ("ui/vi.ftl".to_owned(), "help = Chào {$address}.\n".to_owned()),
        ("ui/en.ftl".to_owned(), "help = Hello.\n".to_owned()),
    ];
    files.extend(CriterionId::all().map(|id| (format!("{}/{id}.yaml", id.theme), criterion(id))));
    files.push(("plan.yaml".to_owned(), plan()));
    files.extend((1..=12).map(|number| (format!("checkins/{number:02}.yaml"), checkin(number))));
    files
}

/// The campaign's files with `from` replaced by `to` in one of them, at the first place.
pub(crate) fn tree(path: &str, from: &str, to: &str) -> Tree {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(name, _)| name == path).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    *text = text.replacen(from, to, 1);
    Tree::of(files)
}

/// The built-in files around criteria of this fixture: nothing is to be said against them, and
/// no test depends on what is asked this year.
pub(crate) fn house() -> Vec<(String, String)> {
    let built_in = Tree::built_in().unwrap();
    let file = |path: &str| {
        let text = built_in.get(path).unwrap();
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".yaml");
        let Ok(id) = name.parse::<CriterionId>() else {
            return text.to_owned();
        };
        let own = |text: &str| {
            text.lines()
                .find(|line| line.starts_with("text: "))
                .unwrap()
                .to_owned()
        };
        let page = criterion(id);
        page.replace(&own(&page), &own(text))
    };
    let paths = built_in.paths();
    paths.map(|path| (path.to_owned(), file(path))).collect()
}

fn documents() -> String {
    let seen = "    checked_by: \"Tổ biên tập\"\n    checked_on: \"22/11/2026\"\n";
    let guideline = "  - id: HD09\n    cite: \"Hướng dẫn số 09\"\n    title: \"Hướng dẫn\"\n    number: \"09/HD-CDVC\"\n    date: \"07/11/2017\"\n    issuer: \"Công đoàn\"\n    in_force_from: \"07/11/2017\"\n";
    let law = "  - id: L-PCTN-2018\n    cite: \"Luật Phòng, chống tham nhũng số 36/2018/QH14\"\n    title: \"Luật Phòng, chống tham nhũng\"\n    number: \"36/2018/QH14\"\n    date: \"20/11/2018\"\n    issuer: \"Quốc hội\"\n    in_force_from: \"01/07/2019\"\n";
    format!("documents:\n{guideline}{seen}{law}{seen}")
}

fn frame() -> String {
    let mut text = String::from(
        "title: \"Cuộc vận động\"\ntitle_en: \"The campaign\"\nsource: { document: HD09 }\nobjective: \"Góp phần hiện đại hoá.\"\nobjective_en: \"To help.\"\nthemes:\n",
    );
    for number in 1..=4 {
        writeln!(
            text,
            "  - {{ number: {number}, name: \"Nội dung {number}\", name_en: \"Theme {number}\", folder: \"{number}\" }}"
        )
        .unwrap();
    }
    text.push_str("tasks:\n");
    for number in 1..=6 {
        writeln!(text, "  - \"Nhiệm vụ {number}.\"").unwrap();
    }
    text.push_str("tasks_en:\n");
    for number in 1..=6 {
        writeln!(text, "  - \"Task {number}.\"").unwrap();
    }
    text
}

fn criterion(id: CriterionId) -> String {
    let mut text = format!(
        "criterion: \"{id}\"\ntext: \"Giá trị văn hoá truyền thống {id};\"\ntext_en: \"Traditional values {id}.\"\ncard:\n"
    );
    let card = format!(
        "id: K-{id}\ntitle: \"Thẻ\"\nsituation: \"Có việc.\"\nquestions: [\"Một?\", \"Hai?\", \"Ba?\"]\n{USED}"
    );
    indent(&mut text, "  ", &card);
    text.push_str("items:\n");
    for number in 1..=5 {
        let item = format!(
            "id: I-{id}-{number}\ntitle: \"Mục {number}\"\nthought: >-\n  Một ý nghĩ\n  dài hai dòng.\nsituation: \"Có việc.\"\ntry: \"Nếu có việc, thì tôi sẽ làm.\"\n{USED}"
        );
        entry(&mut text, &item);
    }
    text.push_str("questions:\n");
    for number in 1..=20 {
        entry(&mut text, &question(id, number));
    }
    text
}

fn question(id: CriterionId, number: usize) -> String {
    let kind = match number {
        1..=5 => "recall",
        6..=9 => "law",
        _ => "situation",
    };
    let difficulty = number % 3 + 1;
    let mut text = format!(
        "id: Q-{id}-{number:02}\nkind: {kind}\ndifficulty: {difficulty}\nexpect: 55\nquestion: \"Câu hỏi {number}?\"\noptions:\n"
    );
    for place in 0..4 {
        let option = if place == number % 4 {
            "text: \"Đúng\"\nright: true\n".to_owned()
        } else {
            format!("text: \"Chưa đúng {place}\"\nwhy: \"Vì chưa đủ.\"\n")
        };
        entry(&mut text, &option);
    }
    text + "why: \"Vì thế.\"\n" + USED
}

fn plan() -> String {
    let mut text = String::from(
        "bases: [HD09]\nchecked_on: \"22/11/2026\"\nsource: { document: HD09 }\nposts:\n  - { id: chair, vi: \"Chủ tịch\", en: \"Chair\" }\ntasks:\n",
    );
    for number in 1..=6 {
        entry(
            &mut text,
            &format!(
                "name: {{ vi: \"Nhiệm vụ {number}\", en: \"Task {number}\" }}\nlines:\n  - content: {{ vi: \"Sinh hoạt chuyên đề\", en: \"A meeting\" }}\n    lead: [chair]\n    months: [3, 5]\n    measure: {{ vi: \"số buổi\", en: \"meetings\" }}\n    target: {{ vi: \"01 buổi\", en: \"1 meeting\" }}\n"
            ),
        );
    }
    text
}

fn checkin(number: usize) -> String {
    let mut text = format!(
        "id: C-{number:02}\ntitle: \"Tháng\"\nread:\n  criterion: \"1.1\"\n  thought: \"Một ý nghĩ.\"\nprompts:\n"
    );
    for theme in 2..=4 {
        let prompt = format!(
            "id: C-{number:02}-{theme}\ncriterion: \"{theme}.1\"\nquestion: \"Tháng qua?\"\nchoices: [\"Ít\", \"Vừa\", \"Nhiều\"]\n"
        );
        entry(&mut text, &prompt);
    }
    text + "closing: \"Nếu có việc, thì tôi sẽ …\"\n" + USED
}

fn entry(text: &mut String, block: &str) {
    let start = text.len();
    indent(text, "    ", block);
    text.replace_range(start..start + 4, "  - ");
}

fn indent(text: &mut String, by: &str, block: &str) {
    for line in block.lines() {
        writeln!(text, "{by}{line}").unwrap();
    }
}
